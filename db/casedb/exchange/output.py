"""Writing a file for the outside world: all of it, checked, or none of it.

Nothing half-written ever stands under the name that was asked for, and what stood there before
stays until its successor is whole and on the disk.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
from collections.abc import Callable, Generator
from pathlib import Path

from casedb.disk import is_held, replace_durably, shown_name, sync_file
from casedb.errors import ExportRefused
from casedb.words import say

_CASE = b"SQLite format 3\0"


@contextlib.contextmanager
def finished(
    path: Path, check: Callable[[Path], None] | None = None
) -> Generator[Path, None, None]:
    """Give a temporary name beside `path` to write to; afterwards the file stands under `path`.

    `check` looks at the written file before it takes its place and raises ExportRefused where it is
    not sound. Whatever goes wrong, the temporary file is removed and the old one is left alone.
    Raises ExportRefused where the disk or the system refuses, and where what stands under the name
    is a case, a device or a link: an export never takes the place of those.
    """
    name = shown_name(path)
    if not path.name:
        raise ExportRefused(say("An export needs the name of a file to be written."))
    temporary = path.with_name(f".{path.stem[:40]}.{secrets.token_hex(6)}{path.suffix}")
    try:
        _refuse_to_replace(path, name)
        _create(temporary)
        yield temporary
        sync_file(temporary)
        if check is not None:
            check(temporary)
        replace_durably(temporary, path)
    except OSError as trouble:
        raise not_written(name, trouble) from trouble
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()


def not_written(name: str, trouble: OSError) -> ExportRefused:
    """The error for a disk or a system that refuses to take what is to be written."""
    return ExportRefused(
        say(
            "“{name}” could not be written ({reason}), and what was there before is kept. Choose "
            "another folder or make room, and export again.",
            name=name,
            reason=trouble.strerror or str(trouble),
        )
    )


def _refuse_to_replace(path: Path, name: str) -> None:
    try:
        there = path.lstat()
    except FileNotFoundError:
        return
    if not stat.S_ISREG(there.st_mode):
        told = (
            say(
                "“{name}” is a folder, so nothing was written there. Choose another name.",
                name=name,
            )
            if stat.S_ISDIR(there.st_mode)
            else say(
                "“{name}” is a link or a device, so nothing was written there. Choose another name.",
                name=name,
            )
        )
        raise ExportRefused(told)
    # An open case must not be opened a second time: closing it would drop SQLite's lock.
    if not is_held(path):
        with path.open("rb") as stream:
            if stream.read(len(_CASE)) != _CASE:
                return
    raise ExportRefused(
        say(
            "“{name}” is a case or another SQLite file, so nothing was written over it. Choose "
            "another name.",
            name=name,
        )
    )


def _create(path: Path) -> None:
    # Made here and not by whoever writes, so that a folder that refuses is noticed before any work.
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
