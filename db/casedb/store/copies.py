"""Copies of a case: Save a Copy, and backups in the program's own folder."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import uuid
from pathlib import Path

from casedb.disk import replace_durably, sync_file
from casedb.errors import CannotOpen, NotSaved
from casedb.store import gate
from casedb.store.home import Home


def save_copy(link: sqlite3.Connection, target: Path) -> None:
    """Write a compact copy of an open case, check it, and only then give it its name.

    Raises NotSaved where the disk refuses; what lay under the name before is then untouched.
    """
    if target.is_dir():
        raise NotSaved(f"“{target.name}” is a folder; choose a file name for the copy.")
    partial = target.with_name(f".{target.name}.{uuid.uuid4().hex[:8]}.part")
    try:
        handle = os.open(partial, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
        os.close(handle)
        allowed = link.getlimit(sqlite3.SQLITE_LIMIT_ATTACHED)
        # VACUUM INTO attaches the target; nothing else ever may.
        link.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 1)
        try:
            link.execute("VACUUM INTO ?", (str(partial),))
        finally:
            link.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, allowed)
        _stamp(partial, link)
        broken = gate.check(partial, known_format=False)
        if broken:
            raise NotSaved(f"The copy “{target.name}” was not sound and was removed: {broken[0]}")
        sync_file(partial)
        replace_durably(partial, target)
    except (OSError, sqlite3.Error) as trouble:
        reason = trouble.strerror if isinstance(trouble, OSError) else str(trouble)
        raise NotSaved(
            f"The copy “{target.name}” could not be written: {reason}. "
            "The case itself is unchanged."
        ) from trouble
    finally:
        with contextlib.suppress(OSError):
            partial.unlink()


def _stamp(partial: Path, link: sqlite3.Connection) -> None:
    # VACUUM INTO keeps both numbers; a file that lost them would not open again, so be sure.
    copy = sqlite3.connect(partial, isolation_level=None)
    try:
        for pragma in ("application_id", "user_version"):
            (value,) = link.execute(f"PRAGMA {pragma}").fetchone()
            if copy.execute(f"PRAGMA {pragma}").fetchone() != (value,):
                copy.execute(f"PRAGMA {pragma}={int(value)}")
    finally:
        copy.close()


def back_up(path: Path, home: Home, now: str) -> Path:
    """Copy a closed case into the folder of backups and check the copy; its path comes back.

    Raises CannotOpen where no backup can be made; nothing may be changed without one.
    """
    source = gate.connect_to_check(path)
    try:
        row = source.execute("SELECT id FROM case_info").fetchone()
        case_id = str(row[0]) if row else "unknown"
        safe = "".join(sign for sign in case_id if sign.isalnum() or sign == "-")[:64]
        folder = home.folder("backups", safe or "unknown")
        stamp = "".join(sign for sign in now[:19] if sign.isalnum()) or "undated"
        target = folder / f"{stamp}-{uuid.uuid4().hex[:6]}.caseboard"
        copy = sqlite3.connect(target)
        try:
            source.backup(copy)
        finally:
            copy.close()
    except (OSError, sqlite3.Error) as trouble:
        raise CannotOpen(
            f"“{path.name}” must be brought to a newer format, and no backup could be made first "
            f"({trouble}). The file was left as it is."
        ) from trouble
    finally:
        source.close()
    target.chmod(0o600)
    if gate.check(target, known_format=False):
        raise CannotOpen(f"The backup of “{path.name}” is not sound; the file was left as it is.")
    sync_file(target)
    return target
