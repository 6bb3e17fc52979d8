"""Says in one sentence that the disk is full or closed to us."""

import errno
import shutil
from pathlib import Path

FIRST_START = 150  # MB for the database with demo data and the static files
LITTLE = 24  # MB; PostgreSQL's log grows by 16 at a time
NOT_OURS = {errno.EROFS, errno.EACCES, errno.EPERM}
FULL = {errno.ENOSPC, errno.EDQUOT}


def free(folder: Path) -> int:
    """MB free where `folder` is, or will be."""
    while not folder.exists():
        folder = folder.parent
    return shutil.disk_usage(folder).free // 1024**2


def is_too_small(folder: Path) -> str | None:
    """The sentence if there is no room in `folder` for a first start."""
    if free(folder) >= FIRST_START:
        return None
    return sentence(folder)


def reason_of(error: BaseException, folder: Path) -> str | None:
    """The sentence if the disk of `folder` may be what caused `error`."""
    number = getattr(error, "errno", None)
    if number in NOT_OURS:
        return f"The portal cannot write to {getattr(error, 'filename', None) or folder}."
    if number in FULL or free(folder) < LITTLE:
        return sentence(folder)
    return None


def sentence(folder: Path) -> str:
    return (
        f"The disk is too small: {free(folder)} MB are free in {folder}, and {FIRST_START} MB"
        " are needed; make room, or set VAR_DIR to another folder."
    )
