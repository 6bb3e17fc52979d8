"""`python3 alone.py HOW FILE COMMAND…` runs a command of the Makefile under a lock on FILE.

HOW is `wait` (for whoever holds it), `share` (with others who share it) or `refuse` (if anybody
holds it). The lock lasts as long as the command, however that ends. Any python3 can run this file.
"""

import fcntl
import os
import sys

KINDS = {
    "wait": fcntl.LOCK_EX,
    "share": fcntl.LOCK_SH,
    "refuse": fcntl.LOCK_EX | fcntl.LOCK_NB,
}
IN_USE = "The portal runs from this folder, or is tested or installed: end that first (Ctrl-C)."


def main(how: str, path: str, *command: str) -> None:
    try:
        file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        sys.exit(f"Cannot write into this folder: {error.strerror}.")
    try:
        fcntl.flock(file, KINDS[how])
    except BlockingIOError:
        sys.exit(IN_USE)
    os.set_inheritable(file, True)
    os.execvp(command[0], command)  # noqa: S606


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except KeyboardInterrupt:
        sys.exit(130)
