"""Dumps of the portal's database with demo data, made by released versions.

`python -m tests.upgrade.dump NAME`, with DATABASE_OWNER_URL of such a database, writes NAME.sql.
A version's dump is written once, at its release: it stands for the databases in use.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).parent
# Settings that older servers do not know, and psql's own commands
LEFT_OUT = re.compile(
    r"^(?:SET transaction_timeout|\\(?:un)?restrict|SELECT pg_catalog\.set_config)"
)


def dump(url: str) -> str:
    """The database at `url` as SQL that later servers accept, one statement a row."""
    options = ["--inserts", "--no-owner", "--no-privileges", "--schema=public"]
    done = subprocess.run(
        ["pg_dump", *options, f"--dbname={url}"], capture_output=True, text=True, check=True
    )
    lines = [line for line in done.stdout.split("\n") if not LEFT_OUT.match(line)]
    return "\n".join(lines).replace("CREATE SCHEMA public;", "") + "\n"


if __name__ == "__main__":
    target = FOLDER / f"{sys.argv[1]}.sql"
    if target.exists():
        sys.exit(f"{target} exists: a released version's dump is never written again.")
    target.write_text(dump(os.environ["DATABASE_OWNER_URL"]))
