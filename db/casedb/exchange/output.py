"""Writing a file for the outside world: all of it, checked, or none of it.

Nothing half-written ever stands under the name that was asked for, and what stood there before
stays until its successor is whole and on the disk.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import sys
from collections.abc import Callable, Generator
from pathlib import Path

from casedb.errors import ExportRefused


@contextlib.contextmanager
def finished(
    path: Path, check: Callable[[Path], None] | None = None
) -> Generator[Path, None, None]:
    """Give a temporary name beside `path` to write to; afterwards the file stands under `path`.

    `check` looks at the written file before it takes its place and raises ExportRefused where it is
    not sound. Whatever goes wrong, the temporary file is removed and the old one is left alone.
    Raises ExportRefused where the disk or the system refuses.
    """
    temporary = path.with_name(f".{path.stem[:40]}.{secrets.token_hex(6)}{path.suffix}")
    try:
        _create(temporary)
        yield temporary
        _sync(temporary)
        if check is not None:
            check(temporary)
        temporary.replace(path)
        _sync_folder(path.parent)
    except OSError as trouble:
        reason = trouble.strerror or str(trouble)
        raise ExportRefused(
            f"“{path.name}” could not be written ({reason}), and what was there before is kept. "
            "Choose another folder or make room, and export again."
        ) from trouble
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()


def _create(path: Path) -> None:
    # Made here and not by whoever writes, so that a folder that refuses is noticed before any work.
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sync_folder(folder: Path) -> None:
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
