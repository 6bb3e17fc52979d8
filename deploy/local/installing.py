"""`python3 installing.py COMMAND…` runs one step of the installation; if it fails, says why.

In one sentence where the cause is known, otherwise in the command's own words. Any python3 can run
this file.
"""

import shutil
import subprocess
import sys

FULL = ("No space left on device", "os error 28", "Disk quota exceeded", "os error 122")
LITTLE = 5  # MB
UNREACHABLE = (
    "Failed to fetch",
    "Failed to download",
    "Failed to establish a new connection",
    "Connection refused",
    "dns error",
    "error sending request",
    "Name or service not known",
    "Temporary failure in name resolution",
    "Network is unreachable",
    "No matching distribution found",
)


def reason(said: str) -> str:
    """Why a command failed that `said` this."""
    free = shutil.disk_usage(".").free // 1024**2
    # Some programs only say that another one failed
    if free < LITTLE or any(sign in said for sign in FULL):
        return (
            "The disk is full: installing needs some 700 MB here and in the folders for temporary"
            f" files and uv's cache; {free} MB are left here."
        )
    if any(sign in said for sign in UNREACHABLE):
        return "The packages could not be downloaded: the index of Python packages is out of reach."
    return said.strip()


def main(*command: str) -> int:
    done = subprocess.run(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode:
        print(reason(done.stdout), file=sys.stderr)  # noqa: T201
    return done.returncode


if __name__ == "__main__":
    try:
        sys.exit(main(*sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
