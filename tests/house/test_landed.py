"""A landed migration is never edited: databases have already run it.

landed.txt lists every migration with its SHA-256. `python -m tests.house.test_landed` adds
new ones and changes no existing line.
"""

import hashlib
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LIST = Path(__file__).with_name("landed.txt")
HOW_TO_ADD = "add it with `python -m tests.house.test_landed` and commit both files"
HOW_TO_CHANGE = "a landed migration is never edited: take the change back and write a new migration"


def landed() -> dict[str, str]:
    """The listed hashes, by file."""
    lines = (line.split() for line in LIST.read_text().splitlines())
    return {name: digest for digest, name in lines}


def present() -> dict[str, str]:
    """The hashes of the existing migrations, by file."""
    files = [path for path in ROOT.glob("*/**/migrations/*.py") if path.name != "__init__.py"]
    names = {str(path.relative_to(ROOT)): path for path in files if ".venv" not in path.parts}
    return {
        name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in sorted(names.items())
    }


def differences(landed: dict[str, str], present: dict[str, str]) -> list[str]:
    """The problem with each file, and what to do."""
    found = [f"{name} is new: {HOW_TO_ADD}" for name in present.keys() - landed.keys()]
    for name, digest in landed.items():
        if present.get(name) != digest:
            word = "was changed" if name in present else "is gone"
            found.append(f"{name} {word}: {HOW_TO_CHANGE}")
    return sorted(found)


def add_new() -> None:
    """Add the migrations that are not listed yet, unless a listed one was changed."""
    new = present() | landed()
    if wrong := differences(new, present()):
        sys.exit("\n".join(wrong))
    LIST.write_text("".join(f"{digest}  {name}\n" for name, digest in sorted(new.items())))


def test_landed_migrations_are_as_they_were():
    assert differences(landed(), present()) == []


def test_a_new_a_changed_and_a_missing_migration_are_seen():
    before = {"0001.py": "a", "0002.py": "b"}

    found = differences(before, {"0001.py": "other", "0003.py": "c"})

    assert found == [
        f"0001.py was changed: {HOW_TO_CHANGE}",
        f"0002.py is gone: {HOW_TO_CHANGE}",
        f"0003.py is new: {HOW_TO_ADD}",
    ]


if __name__ == "__main__":
    add_new()
