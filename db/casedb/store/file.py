"""An open case file: its connections, its right to write, and the one way to write in it."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from pathlib import Path

from casedb.disk import FileNumber, file_number, hold, let_go, shown_name
from casedb.errors import CannotOpen, CaseError, CaseReplaced, InvalidChange, NotSaved
from casedb.failing import on_failure
from casedb.store.connections import connect_for_reading, connect_for_writing, reason_of
from casedb.store.formats import CURRENT_FORMAT
from casedb.store.header import sidecars_of
from casedb.store.home import Home
from casedb.store.lock import WriteLock
from casedb.store.private_copy import PrivateFolder
from casedb.words import say


class CannotWrite(CaseError):
    """A case can be read here but not written; the sentence says why."""


@dataclass
class CaseFile:
    """An open case file.

    `path` is the file the user named; `reading` the connection for whatever is asked, which is to
    `copy` where the case is read from a private copy; `writing` the connection of transactions, and
    None where changes are not allowed; `notices` what the user should know about the opening,
    `damages` what of the file is broken; `alone` whether nobody else can be writing what is read.

    Two connections, because the one that may write is also one that would carry out a rollback
    journal which somebody put beside the file, and reading happens at any moment.
    """

    path: Path
    reading: sqlite3.Connection
    home: Home
    format: int
    writing: sqlite3.Connection | None = None
    notices: tuple[str, ...] = ()
    damages: tuple[str, ...] = ()
    alone: bool = False
    lock: WriteLock | None = None
    copy: Path | None = None
    folder: PrivateFolder | None = None
    _number: FileNumber = field(default=(0, 0), init=False)
    _version: int = field(default=0, init=False)
    _left_beside: bool = field(default=False, init=False)
    _uncertain: bool = field(default=False, init=False)
    _open: bool = field(default=True, init=False)

    def __post_init__(self) -> None:
        self._number = hold(self.copy or self.path)
        if self.writing is not None:
            self._version = _data_version(self.writing)

    @property
    def writable(self) -> bool:
        """Whether changes are allowed."""
        return self.writing is not None

    @property
    def is_uncertain(self) -> bool:
        """Whether the disk failed so late that the last change may have been taken nevertheless."""
        return self._uncertain

    @property
    def tolerant(self) -> bool:
        """Whether a damaged file is read as far as it goes."""
        return bool(self.damages)

    @property
    def checked(self) -> bool:
        """Whether the gate has seen that the file keeps the rules of this version's format."""
        return self.format == CURRENT_FORMAT and not self.damages

    def read_connection(self) -> sqlite3.Connection:
        """A second, reading connection for a worker thread; close it there.

        Raises CannotOpen where the file is gone.
        """
        return self._connect_again(alone=self.alone)

    def _connect_again(self, *, alone: bool) -> sqlite3.Connection:
        file = self.copy or self.path
        try:
            return connect_for_reading(file, alone=alone, tolerant=self.tolerant)
        except sqlite3.Error as trouble:
            raise CannotOpen(
                say(
                    "“{name}” cannot be read now: {reason}. What is open here stays as it is; Save a "
                    "Copy keeps it.",
                    name=shown_name(self.path),
                    reason=reason_of(trouble),
                )
            ) from trouble

    @contextlib.contextmanager
    def copy_connection(self) -> Generator[sqlite3.Connection]:
        """A connection for copying the case as it was after the last finished change.

        Raises CannotOpen where the file is gone.
        """
        if self.writing is None or not self._strangers():
            yield self.reading
            return
        # The file itself is whole; what appeared beside it is not looked at.
        link = self._connect_again(alone=True)
        try:
            yield link
        finally:
            link.close()

    # -- writing --------------------------------------------------------------------------

    @contextlib.contextmanager
    def transaction(self) -> Generator[sqlite3.Connection]:
        """Write what is done inside together, or nothing of it; on the disk when it returns.

        Raises CaseReplaced where the file is not ours any more, NotSaved where the disk refuses and
        InvalidChange where the file's own rules do; the file then is as it was before.
        """
        link = self.writing
        assert link is not None, "nobody writes in a case that is open for reading"
        self._uncertain = False
        self._refuse_strangers()
        try:
            with on_failure(lambda: self._roll_back(link)):
                link.execute("BEGIN IMMEDIATE")
                if _data_version(link) != self._version:
                    raise CaseReplaced(
                        say(
                            "Another program changed “{name}” while it was open. The change was not saved; open "
                            "the case again to see what is in it now.",
                            name=shown_name(self.path),
                        )
                    )
                yield link
                self._uncertain = True
                link.execute("COMMIT")
                self._uncertain = False
        except sqlite3.Error as trouble:
            raise _told(trouble) from trouble
        except (ValueError, OverflowError) as trouble:
            raise InvalidChange(
                say(
                    "A value cannot be stored ({reason}), so nothing was changed.",
                    reason=_shortened(trouble),
                )
            ) from trouble

    def mend(self, repair: Callable[[sqlite3.Connection], None]) -> None:
        """Repair something derived in a transaction of its own, with rights that changes lack.

        Raises NotSaved.
        """
        assert self.writing is not None, "nobody mends a case that is open for reading"
        self._refuse_strangers()
        link = connect_for_writing(self.path, defensive=False)
        try:
            link.execute("BEGIN IMMEDIATE")
            repair(link)
            link.execute("COMMIT")
        except sqlite3.Error as trouble:
            raise _told(trouble) from trouble
        finally:
            link.close()
        self._version = _data_version(self.writing)

    def stop_writing(self) -> None:
        """Go on for reading only, and let another program write."""
        if self.writing is not None:
            self.writing.close()
            self.writing = None
        self._release_lock()

    def _refuse_strangers(self) -> None:
        name = shown_name(self.path)
        try:
            there = file_number(self.path) == self._number
        except OSError:
            there = False
        if not there:
            raise CaseReplaced(
                say(
                    "“{name}” was moved, deleted or replaced while it was open. The change was not "
                    "saved; Save a Copy keeps everything up to the change before.",
                    name=name,
                )
            )
        # SQLite would believe a journal that somebody put there, so it must not get that far.
        beside = self._strangers()
        if beside:
            raise NotSaved(
                say(
                    "Not saved: beside “{name}” lies “{beside}”, so another program may be changing the "
                    "case. Close it and try again, or Save a Copy elsewhere.",
                    name=name,
                    beside=shown_name(beside[0]),
                )
            )

    def _strangers(self) -> list[Path]:
        return [] if self._left_beside else sidecars_of(self.path)

    def _roll_back(self, link: sqlite3.Connection) -> None:
        # Where even this fails, SQLite leaves its journal and rolls back at the next opportunity.
        with contextlib.suppress(sqlite3.Error):
            if link.in_transaction:
                link.execute("ROLLBACK")
        self._left_beside = bool(sidecars_of(self.path))

    # -- closing --------------------------------------------------------------------------

    def close(self) -> None:
        """Close the file, remove what lay beside it, and give the lock back. Harmless twice."""
        self.reading.close()
        if self.writing is not None:
            self.writing.close()
        if self._open:
            self._open = False
            let_go(self._number)
        self._release_lock()
        if self.folder is not None:
            self.folder.remove()

    def _release_lock(self) -> None:
        if self.lock is not None:
            self.lock.release()
            self.lock = None


def _data_version(link: sqlite3.Connection) -> int:
    # Changes when, and only when, another connection has committed to the file.
    (version,) = link.execute("PRAGMA data_version").fetchone()
    return int(version)


def _told(trouble: sqlite3.Error) -> CaseError:
    """The trouble of a commit in words."""
    if isinstance(trouble, sqlite3.IntegrityError):
        return InvalidChange(
            say(
                "The change would break a rule of the file ({trouble}), so nothing was changed.",
                trouble=trouble,
            )
        )
    return NotSaved(
        say(
            "Not saved: {reason}. The case is as it was before this change; try again, or Save a "
            "Copy elsewhere.",
            reason=reason_of(trouble),
        )
    )


def _shortened(trouble: Exception) -> str:
    if isinstance(trouble, UnicodeEncodeError):
        return say("a text holds half of a character")
    return str(trouble)[:100]
