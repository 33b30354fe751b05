"""Writing a folder for the outside world: all of it, or none of it.

Nothing half-written ever stands under the name that was asked for, and a folder that stood there before
stays until its successor is whole and on the disk.
"""

from __future__ import annotations

import contextlib
import secrets
import shutil
import stat
from collections.abc import Callable, Generator
from pathlib import Path

from casedb.disk import shown_name, sync_file, sync_folder
from casedb.errors import ExportRefused
from casedb.exchange.output import not_written
from casedb.words import say


@contextlib.contextmanager
def finished_folder(
    path: Path,
    check: Callable[[Path], None] | None = None,
    *,
    is_ours: Callable[[Path], bool] | None = None,
) -> Generator[Path]:
    """Give an empty folder beside `path` to write files into; afterwards it stands under `path`.

    Nothing may stand under that name but, where `is_ours` can tell, an empty folder or an earlier export
    that holds nothing else. `check` looks at what was written and raises ExportRefused where it is not
    sound. Whatever goes wrong, what was there is left alone. Raises ExportRefused.
    """
    name = shown_name(path)
    if not path.name:
        raise ExportRefused(say("An export needs the name of a folder to be written."))
    fresh = path.with_name(f".{path.name[:40]}.{secrets.token_hex(6)}")
    try:
        _refuse_to_replace(path, name, is_ours)
        fresh.mkdir(mode=0o777)
        yield fresh
        for each in sorted(fresh.rglob("*")):
            (sync_folder if each.is_dir() else sync_file)(each)
        sync_folder(fresh)
        if check is not None:
            check(fresh)
        # Asked again: somebody may have put something there in the meantime.
        _refuse_to_replace(path, name, is_ours)
        _put_in_place(fresh, path)
    except OSError as trouble:
        raise not_written(name, trouble) from trouble
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _refuse_to_replace(
    path: Path, name: str, is_ours: Callable[[Path], bool] | None = None
) -> None:
    try:
        there = path.lstat()
    except FileNotFoundError:
        return
    if is_ours is None:
        raise ExportRefused(
            say(
                "There is something called “{name}” already, so nothing was written there. Choose "
                "another name.",
                name=name,
            )
        )
    if not stat.S_ISDIR(there.st_mode):
        raise ExportRefused(
            say(
                "“{name}” is no folder, so nothing was written there. Choose another name.",
                name=name,
            )
        )
    if any(path.iterdir()) and not is_ours(path):
        raise ExportRefused(
            say(
                "“{name}” holds something else than an earlier export, so nothing was written there. "
                "Choose an empty folder, or a name that is free.",
                name=name,
            )
        )


def _put_in_place(fresh: Path, path: Path) -> None:
    if not path.exists():
        fresh.rename(path)
    else:
        old = path.with_name(f"{fresh.name}.old")
        path.rename(old)
        try:
            fresh.rename(path)
        except OSError:
            old.rename(path)
            raise
        sync_folder(path.parent)
        shutil.rmtree(old, ignore_errors=True)
    sync_folder(path.parent)
