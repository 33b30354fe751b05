"""What the disk promises and what it forbids: bytes kept, names that lead to them, files held open."""

from __future__ import annotations

import os
import sys
from collections import Counter
from pathlib import Path
from typing import TypeAlias

from casedb.model.visible_text import visible

FileNumber: TypeAlias = "tuple[int, int]"
"""What tells two files apart whatever their names are: device and inode."""

LONGEST_NAME = 80
"""Characters of a file name that a sentence shows."""


def sync_file(path: Path) -> None:
    """Return when the file's bytes are on the disk."""
    handle = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        sync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Return when the names in a folder are on the disk; a no-op where systems cannot say."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        sync(handle)
    finally:
        os.close(handle)


def sync(handle: int) -> None:
    """Return when what was written to an open file is on the disk."""
    if sys.platform == "darwin":
        # fsync leaves the bytes in the drive's cache there.
        from fcntl import F_FULLFSYNC, fcntl

        try:
            fcntl(handle, F_FULLFSYNC)
        except OSError:
            os.fsync(handle)
        return
    os.fsync(handle)


def replace_durably(fresh: Path, path: Path) -> None:
    """Put a finished, synced file in the place of another, in one step."""
    fresh.replace(path)
    sync_folder(path.parent)


def is_same_file(one: Path, other: Path) -> bool:
    """Whether two paths lead to one file; no where either leads to none."""
    try:
        return one.samefile(other)
    except OSError:
        return False


def shown_name(path: Path) -> str:
    """A file's name as a sentence may show it: hidden controls as marks, and no longer than fits.

    >>> shown_name(Path("cases/invoice\\u202egpj.caseboard"))
    'invoice⟨RLO⟩gpj.caseboard'
    """
    name = path.name.encode("utf-8", "replace").decode("utf-8")
    # Half at each end: the ending says what the file claims to be.
    if len(name) > LONGEST_NAME:
        name = f"{name[: LONGEST_NAME // 2]}…{name[-LONGEST_NAME // 2 :]}"
    return visible(name).replace("\n", "␊").replace("\r", "␍").replace("\t", "␉")


# POSIX forgets all of a process's locks on a file when any descriptor of it is closed, whoever
# opened it. SQLite knows of its own connections only, so the process has to remember which files
# must not be opened in any other way. The memory is as wide as the lock is: the process.
_held: Counter[FileNumber] = Counter()


def file_number(path: Path) -> FileNumber:
    """The number of the file under a name. Raises OSError."""
    found = path.stat()
    return found.st_dev, found.st_ino


def hold(path: Path) -> FileNumber:
    """Note that SQLite has this file open in this process; `let_go` takes what comes back."""
    number = file_number(path)
    _held[number] += 1
    return number


def let_go(number: FileNumber) -> None:
    """Note that one connection to the file is closed."""
    _held[number] -= 1
    if _held[number] <= 0:
        del _held[number]


def is_held(path: Path) -> bool:
    """Whether SQLite has the file open in this process, so that nothing else may open it."""
    try:
        return file_number(path) in _held
    except OSError:
        return False
