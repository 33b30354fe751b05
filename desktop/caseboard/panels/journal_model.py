"""`JournalModel`: the entries of the journal, newest first, read from the file page by page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from itertools import islice
from typing import TypeAlias

from PySide6.QtCore import (
    QAbstractListModel,
    QDate,
    QDateTime,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from caseboard.bridge import CaseBridge
from caseboard.panels.wording import one_line
from caseboard.plain_tips import tip
from casedb import CaseError, Change
from casedb.history import Entry

Index: TypeAlias = QModelIndex | QPersistentModelIndex

PAGE = 200
"""Entries that are read at once."""

_NOWHERE = QModelIndex()
# Dates in cases are English whatever the system speaks, so these are as well.
_WORDS = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)


class Role(IntEnum):
    """What the delegate asks for besides Qt's own roles."""

    LINE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class JournalLine:
    """What one entry shows: number, local time, who, what, of which step, short hash."""

    number: str
    when: str
    who: str
    what: str
    step: str
    hash: str
    icon: str

    def spoken(self) -> str:
        """The entry as a screen reader says it."""
        who = f"by {self.who}" if self.who else ""
        return ", ".join(
            filter(None, (self.what, f"entry {self.number}", self.when, who, self.step))
        )


class JournalModel(QAbstractListModel):
    """The journal of one case. `failed(str)` carries the sentence of entries that cannot be read."""

    failed = Signal(str)

    def __init__(self, bridge: CaseBridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._entries: list[Entry] = []
        self._older: Iterator[Entry] | None = None
        self._is_closed = False
        bridge.changed.connect(self._take)
        bridge.closed.connect(self._close)

    def entry(self, index: Index) -> Entry | None:
        """The entry of a row."""
        return self._entries[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def canFetchMore(self, parent: Index) -> bool:
        if parent.isValid() or self._is_closed:
            return False
        return len(self._entries) < self._bridge.case.journal.length

    def fetchMore(self, parent: Index) -> None:
        if not self.canFetchMore(parent):
            return
        there = len(self._entries)
        if self._older is None:
            self._older = self._bridge.case.journal.entries(newest_first=True)
        older: list[Entry] = []
        try:
            for entry in islice(self._older, PAGE):
                older.append(entry)  # noqa: PERF402 - those before a damaged one are kept
        except CaseError as trouble:
            self._is_closed = True
            self.failed.emit(str(trouble))
        if older:
            self.beginInsertRows(QModelIndex(), there, there + len(older) - 1)
            self._entries += older
            self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line_of(entry, QDate.currentDate()).what
            case Role.LINE:
                return line_of(entry, QDate.currentDate())
            case Qt.ItemDataRole.AccessibleTextRole:
                return line_of(entry, QDate.currentDate()).spoken()
            case Qt.ItemDataRole.ToolTipRole:
                return _tip(entry)
            case _:
                return None

    def _take(self, change: Change) -> None:
        # Nothing was read yet: the first page will bring this entry along.
        if not self._entries:
            return
        self.beginInsertRows(QModelIndex(), 0, 0)
        self._entries.insert(0, change.entry)
        self.endInsertRows()

    def _close(self) -> None:
        self._is_closed = True


def line_of(entry: Entry, today: QDate) -> JournalLine:
    """What an entry shows on a day."""
    what = one_line(entry.label)
    step = ""
    if entry.of is not None:
        first, last = entry.of
        numbers = f"#{first:,}" if first == last else f"#{first:,}–{last:,}"
        step = f"of {numbers}"
        what = f"{'Undo' if entry.action == 'undo' else 'Redo'}: {what}"
    return JournalLine(
        number=f"#{entry.seq:,}",
        when=_local(entry.at, today),
        who=one_line(entry.actor),
        what=what,
        step=step,
        hash=short_hash(entry.hash),
        icon="" if entry.action == "do" else entry.action,
    )


def short_hash(hash: str) -> str:
    """The first eight digits of a hash, in two groups.

    >>> short_hash("9f3a41c7" + "0" * 56)
    '9f3a 41c7'
    """
    return f"{hash[:4]} {hash[4:8]}"


def _local(at: str, today: QDate) -> str:
    """A UTC time on the clock of this computer; the day only where it is another one."""
    moment = QDateTime.fromString(at, Qt.DateFormat.ISODateWithMs).toLocalTime()
    if not moment.isValid():
        return one_line(at)
    clock = _WORDS.toString(moment.time(), "HH:mm")
    days = moment.date().daysTo(today)
    if days == 0:
        return clock
    if days == 1:
        return f"yesterday {clock}"
    return f"{_WORDS.toString(moment.date(), 'd MMM yyyy')} {clock}"


def _tip(entry: Entry) -> str:
    utc = QDateTime.fromString(entry.at, Qt.DateFormat.ISODateWithMs).toUTC()
    told = _WORDS.toString(utc, "d MMMM yyyy HH:mm:ss") + " UTC" if utc.isValid() else entry.at
    records = f"{entry.edits:,} record{'' if entry.edits == 1 else 's'} changed"
    return "".join(map(tip, (told, records, f"Hash {entry.hash}")))
