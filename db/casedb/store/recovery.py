"""After a crash: what lies beside a case, whether it is believed, and rolling back in a copy.

A rollback journal beside a case changes what is read, and one that somebody planted makes SQLite
delete files. So one is believed only where our own note says that we had exactly this file open
and did not close it, and then it is carried out in a private copy that takes the file's place.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import struct
from pathlib import Path

from casedb.disk import replace_durably, shown_name, sync_file, sync_folder
from casedb.errors import CaseError
from casedb.store import gate
from casedb.store.connections import Plainspoken, reason_of, settle
from casedb.store.creation import aside
from casedb.store.file import CannotWrite
from casedb.store.header import read_header, sidecars_of
from casedb.store.home import Home
from casedb.store.lock import OpenNote
from casedb.store.private_copy import PrivateFolder
from casedb.words import say

_MAGIC = bytes.fromhex("d9d505f920a163d7")
"""What a rollback journal begins with, and ends with where it names a super-journal."""


def crashed_here(path: Path, home: Home) -> bool:
    """Whether a rollback journal, and nothing else, lies beside a case that we did not close."""
    ours = sidecars_of(path) == [_journal_of(path)]
    try:
        return ours and OpenNote.of(path, home).remembers()
    except OSError:
        # Where we cannot keep notes, we left none.
        return False


def recover(path: Path, home: Home, note: OpenNote) -> str:
    """Deal with what lies beside a case; the sentence says what was recovered, if anything.

    The write lock must be held. Raises CannotWrite where it is not ours to deal with, or fails.
    """
    beside = sidecars_of(path)
    if not beside:
        return ""
    name = shown_name(path)
    if not crashed_here(path, home):
        raise CannotWrite(
            say(
                "Beside “{name}” lies “{beside}”, which this program did not leave there. The case is "
                "open for reading without it; Save a Copy to go on working.",
                name=name,
                beside=shown_name(beside[0]),
            )
        )
    try:
        with PrivateFolder(home) as folder:
            rolled_back = roll_back(path, folder)
            with aside(path, "recovered") as fresh:
                shutil.copyfile(rolled_back, fresh)
                sync_file(fresh)
                # The note knows both files from here on: a crash between the steps loses nothing.
                note.write(fresh)
                replace_durably(fresh, path)
        _journal_of(path).unlink()
        sync_folder(path.parent)
    except (OSError, sqlite3.Error, CaseError) as trouble:
        reason = str(trouble) if isinstance(trouble, CaseError) else reason_of(trouble)
        raise CannotWrite(
            say(
                "“{name}” was not closed properly last time and could not be recovered ({reason}). "
                "It is open for reading as it lies there.",
                name=name,
                reason=reason,
            )
        ) from trouble
    return recovered_notice(path)


def recovered_notice(path: Path) -> str:
    """What is said of a case that was rolled back to its last finished change."""
    return say(
        "“{name}” was not closed properly last time; every finished change is here.",
        name=shown_name(path),
    )


def _journal_of(path: Path) -> Path:
    return path.with_name(path.name + "-journal")


class _Unsound(CaseError):
    """The journal, or what comes of it, is not to be believed."""


def roll_back(path: Path, folder: Path) -> Path:
    """A copy of a case, in a private folder, with the journal beside it carried out.

    Raises OSError, sqlite3.Error or CaseError where that cannot be, or is not sound.
    """
    copy = folder / "case.caseboard"
    shutil.copyfile(path, copy)
    copied = _journal_of(copy)
    _copy_journal(_journal_of(path), copied, largest=2 * path.stat().st_size + (64 << 20))
    if _names_super_journal(copied):
        raise _Unsound(say("its journal speaks of other files"))
    if not _fits(copied, copy):
        raise _Unsound(say("its journal is of another state of the file"))
    link = sqlite3.connect(copy, isolation_level=None, factory=Plainspoken)
    try:
        settle(link)
        link.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    finally:
        link.close()
    damages = gate.check(copy, read_header(copy))
    if damages:
        raise _Unsound(damages[0].rstrip("."))
    return copy


def _copy_journal(journal: Path, copied: Path, largest: int) -> None:
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    handle = os.open(journal, flags | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as stream, copied.open("xb") as out:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode) or found.st_size > largest:
            raise _Unsound(say("what lies beside it is no journal of this file"))
        shutil.copyfileobj(stream, out)


def _fits(journal: Path, case: Path) -> bool:
    """Whether a journal can be of the change during which a file was left.

    Every change counts one on in the file's header (SQLite file format, 1.3). So the header that
    the journal keeps is either the one that is there or the one before it; a file put back from a
    backup in the meantime has another.
    """
    with journal.open("rb") as stream:
        head = stream.read(28)
        if len(head) < 28 or not head.startswith(_MAGIC):
            # Nothing to be rolled back: SQLite did not get as far as to need it.
            return True
        records, _, _, sector, page_size = struct.unpack(">IIIII", head[8:])
        at = sector
        for _ in range(min(records, 1 << 24)):
            stream.seek(at)
            number = stream.read(4)
            if number == b"\0\0\0\1":
                then = int.from_bytes(stream.read(28)[24:], "big")
                with case.open("rb") as file:
                    now = int.from_bytes(file.read(28)[24:], "big")
                return now in (then, then + 1)
            at += page_size + 8
    return True


def _names_super_journal(journal: Path) -> bool:
    """Whether a journal names a super-journal, which SQLite would delete. Ours never do."""
    with journal.open("rb") as stream:
        if stream.seek(0, os.SEEK_END) < 16:
            return False
        stream.seek(-8, os.SEEK_END)
        return stream.read(8) == _MAGIC
