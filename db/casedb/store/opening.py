"""Opening a case: for writing where that is possible and wanted, else for reading."""

from __future__ import annotations

import contextlib
import errno
import os
import sqlite3
import time
from collections.abc import Callable
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import TypeAlias

from casedb.disk import is_held, shown_name
from casedb.errors import CannotOpen, CaseError, CaseInUse, NotSaved
from casedb.failing import on_failure
from casedb.store import gate
from casedb.store.connections import (
    connect_for_reading,
    connect_for_writing,
    reason_of,
)
from casedb.store.file import CannotWrite, CaseFile
from casedb.store.formats import CURRENT_FORMAT
from casedb.store.header import read_header, sidecars_of
from casedb.store.home import Home
from casedb.store.lock import WriteLock, holder_of
from casedb.store.private_copy import PrivateFolder
from casedb.store.recovery import crashed_here, recover, recovered_notice, roll_back
from casedb.store.upgrade import DamagedBefore, upgrade
from casedb.words import say

STALL_SECONDS = 20.0
"""How long copying a case in use may stand still before it is given up."""

_STEP = 1024
"""Pages copied at a time; between steps others can write."""

Told: TypeAlias = "Callable[[int, int], None]"
"""Hears how many pages are copied, and of how many; what it raises ends the copying."""


def open_file(path: Path, home: Home, now: str, *, read_only: bool = False) -> CaseFile:
    """Open a case: for writing where that is possible and wanted, else for reading.

    A newer format, a damaged file, a file in use or one that may not be written is opened for
    reading, with a notice that says so. Raises CannotOpen, NotACase or CaseDamaged.
    """
    refuse_foreign_sqlite()
    path = resolved(path)
    name = shown_name(path)
    if is_held(path):
        return open_copy(
            path,
            home,
            say("“{name}” is open in this program already. This is a copy, as of now.", name=name),
        )
    # Judged before anything of ours is put beside it.
    read_header(path)
    try:
        if read_only:
            return open_for_reading(path, home)
        return open_for_writing(path, home, now)
    except CaseInUse as trouble:
        return open_copy(
            path, home, say("{trouble} This is a copy for reading, as of now.", trouble=trouble)
        )
    except CannotWrite as trouble:
        return open_for_reading(path, home, str(trouble))


def resolved(path: Path) -> Path:
    """The real place of a file, so that what lies beside it is looked for there."""
    path = path.absolute()
    try:
        _refuse_circle(path)
        return path.resolve()
    except (OSError, RuntimeError) as trouble:
        raise CannotOpen(say("“{name}” leads nowhere.", name=shown_name(path))) from trouble


def _refuse_circle(path: Path) -> None:
    """Raise OSError where links lead back to themselves; Python 3.13 resolves even those."""
    try:
        os.path.realpath(path, strict=True)
    except OSError as trouble:
        if trouble.errno == errno.ELOOP:
            raise


def damaged_notice(path: Path) -> str:
    """What is said of a case that can be read only in part."""
    return say(
        "“{name}” is damaged, so it is open for reading only and nothing in it will be "
        "changed. Save a Copy keeps what can be read.",
        name=shown_name(path),
    )


def open_for_writing(path: Path, home: Home, now: str) -> CaseFile:
    """Open a case for writing.

    Raises CaseInUse, CannotWrite, or what the gate finds.
    """
    name = shown_name(path)
    lock = _take_lock(path, home, now)
    try:
        with on_failure(partial(lock.release, closed=False)):
            return _open_locked(path, home, now, lock)
    except OSError as trouble:
        raise _nowhere_to_write(name, trouble) from trouble
    except sqlite3.DatabaseError as trouble:
        # Reading parses less of a schema than writing does.
        raise CannotWrite(damaged_notice(path)) from trouble


def _open_locked(path: Path, home: Home, now: str, lock: WriteLock) -> CaseFile:
    name = shown_name(path)
    recovered = recover(path, home, lock.note)
    header = read_header(path)
    if header.format > CURRENT_FORMAT:
        raise CannotWrite(
            say(
                "“{name}” was written by a newer Caseboard (format {format}, this one knows "
                "{known}). It is open for reading; nothing in it will be changed.",
                name=name,
                format=f"{header.format}",
                known=f"{CURRENT_FORMAT}",
            )
        )
    if header.wal:
        raise CannotWrite(
            say(
                "“{name}” was last opened by another program in a mode that spreads a case over "
                "several files. It is open for reading; Save a Copy makes it whole.",
                name=name,
            )
        )
    if gate.check(path, header, in_haste=True):
        raise CannotWrite(damaged_notice(path))
    lock.note.write()
    notices = (recovered,) if recovered else ()
    if header.format < CURRENT_FORMAT:
        try:
            notices = (*notices, upgrade(path, home, header.format, now))
        except DamagedBefore as trouble:
            raise CannotWrite(damaged_notice(path)) from trouble
    reading = connect_for_reading(path, alone=False)
    with on_failure(reading.close):
        writing = connect_for_writing(path)
        with on_failure(writing.close):
            return CaseFile(
                path, reading, home, CURRENT_FORMAT, writing=writing, notices=notices, lock=lock
            )


def _take_lock(path: Path, home: Home, now: str) -> WriteLock:
    name = shown_name(path)
    if not os.access(path, os.W_OK):
        raise CannotWrite(
            say("“{name}” may not be written here. It is open for reading.", name=name)
        )
    try:
        return WriteLock(path, home, now)
    except OSError as trouble:
        raise _nowhere_to_write(name, trouble) from trouble


def _nowhere_to_write(name: str, trouble: OSError) -> CannotWrite:
    return CannotWrite(
        say(
            "“{name}” cannot be written now ({reason}). It is open for reading.",
            name=name,
            reason=reason_of(trouble),
        )
    )


def open_for_reading(path: Path, home: Home, notice: str = "") -> CaseFile:
    """Open a case for reading only, believing nothing that lies beside it but what we left there.

    Raises CaseInUse where somebody is writing it, or what the gate finds.
    """
    holder = holder_of(path)
    if holder is not None:
        raise CaseInUse(
            say(
                "“{name}” is open for writing in {who}.",
                name=shown_name(path),
                who=holder.describe(),
            )
        )
    if crashed_here(path, home):
        # What is beside it may be no journal of this file after all.
        with contextlib.suppress(CaseError):
            return open_copy(path, home, notice or recovered_notice(path))
    header = read_header(path)
    if header.format < CURRENT_FORMAT:
        return open_copy(path, home, notice or say("This is a copy for reading in today's format."))
    damages = gate.check(path, header, in_haste=True)
    if damages and not notice:
        notice = damaged_notice(path)
    alone = header.wal or bool(sidecars_of(path))
    link = connect_for_reading(path, alone=alone, tolerant=bool(damages))
    notices = (notice,) if notice else ()
    with on_failure(link.close):
        return CaseFile(
            path,
            link,
            home,
            header.format,
            notices=notices,
            damages=tuple(damages),
            alone=alone,
        )


def open_copy(path: Path, home: Home, notice: str) -> CaseFile:
    """Open a private copy for reading: of a case in use, of an old format, or after a crash.

    Raises CannotOpen, or what the gate finds.
    """
    folder = private_folder(path, home)
    with on_failure(folder.remove):
        copy, damages = copy_to(folder.path, path, home)
        header = read_header(copy)
        link = connect_for_reading(copy, alone=True, tolerant=bool(damages))
        with on_failure(link.close):
            return CaseFile(
                path,
                link,
                home,
                header.format,
                notices=(notice,),
                damages=tuple(damages),
                alone=True,
                copy=copy,
                folder=folder,
            )


def private_folder(path: Path, home: Home) -> PrivateFolder:
    """A folder for a copy of a case. Raises CannotOpen where none can be made."""
    try:
        return PrivateFolder(home)
    except OSError as trouble:
        raise _no_copy(path, reason_of(trouble)) from trouble


def copy_to(
    folder: Path, path: Path, home: Home, told: Told | None = None
) -> tuple[Path, list[str]]:
    """A copy of a case in a private folder, in today's format, and what of it is damaged.

    Raises CannotOpen, what the gate finds, or what `told` raises.
    """
    if holder_of(path) is None and not is_held(path) and crashed_here(path, home):
        try:
            copy = roll_back(path, folder)
        except (OSError, sqlite3.Error) as trouble:
            raise _no_copy(path, reason_of(trouble)) from trouble
    else:
        copy = folder / "case.caseboard"
        _copy_as_of_now(path, copy, told)
    header = read_header(copy)
    damages = gate.check(copy, header)
    if header.format < CURRENT_FORMAT and not damages:
        try:
            upgrade(copy, home, header.format, "", backup=False)
        except DamagedBefore as trouble:
            damages = list(trouble.damages)
    return copy, damages


def _no_copy(path: Path, why: str) -> CannotOpen:
    return CannotOpen(
        say("“{name}” could not be copied for reading: {why}.", name=shown_name(path), why=why)
    )


def _copy_as_of_now(path: Path, copy: Path, told: Told | None) -> None:
    # Through SQLite, whose locks make the copy one of a single moment.
    watch = _Watch(told)
    target = sqlite3.connect(copy)
    try:
        # Where nobody writes, what lies beside the file is nothing to us.
        alone = holder_of(path) is None and not is_held(path)
        source = connect_for_reading(path, alone=alone)
        try:
            source.backup(target, pages=_STEP, progress=watch.look, sleep=0.05)
        finally:
            source.close()
    except TimeoutError as trouble:
        raise _no_copy(path, say("it is being changed all the time; try again later")) from trouble
    except (OSError, sqlite3.Error) as trouble:
        raise _no_copy(path, reason_of(trouble)) from trouble
    finally:
        target.close()
    copy.chmod(0o600)


class _Watch:
    """Gives up on a copy that does not come nearer to its end."""

    def __init__(self, told: Told | None) -> None:
        self._told = told
        self._least: int | None = None
        self._deadline = time.monotonic() + STALL_SECONDS

    def look(self, _status: int, remaining: int, total: int) -> None:
        if self._told is not None:
            self._told(total - remaining, total)
        if self._least is None or remaining < self._least:
            self._least = remaining
            self._deadline = time.monotonic() + STALL_SECONDS
        elif time.monotonic() > self._deadline:
            raise TimeoutError


def refuse_foreign_sqlite() -> None:
    """Refuse to work where a second SQLite library would share our files.

    sqlite-utils prefers `pysqlite3` where it is installed; two libraries in one process drop each
    other's locks. Raises NotSaved before anything is opened.
    """
    if find_spec("pysqlite3") is not None:
        raise NotSaved(
            say(
                "The Python package “pysqlite3” is installed beside Caseboard and would bring a "
                "second SQLite library, which can damage open cases. Remove it, then start again."
            )
        )
