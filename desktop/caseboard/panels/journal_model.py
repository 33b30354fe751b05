"""`JournalModel`: the entries of the journal, newest first, read from the file page by page."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import IntEnum
from itertools import islice
from typing import TypeAlias

from PySide6.QtCore import (
    QAbstractListModel,
    QDate,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from caseboard.bridge import CaseBridge
from caseboard.language import written_time
from caseboard.panels.wording import one_line
from caseboard.plain_tips import tip
from casedb import CaseError, Change
from casedb.entries import Entry
from casedb.entry_titles import title_of_entry
from casedb.model.labels import label_in_words
from casedb.words import say, written

Index: TypeAlias = QModelIndex | QPersistentModelIndex

PAGE = 200
"""Entries that are read at once."""

_NOWHERE = QModelIndex()


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
        who = say("by {who}", who=self.who) if self.who else ""
        return ", ".join(
            filter(
                None,
                (self.what, say("entry {number}", number=self.number), self.when, who, self.step),
            )
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
        self._left: list[int] | None = None
        self._titles: dict[int, str] = {}
        bridge.changed.connect(self._take)
        bridge.closed.connect(self._close)

    def entry(self, index: Index) -> Entry | None:
        """The entry of a row."""
        return self._entries[index.row()] if index.isValid() else None

    def row_of(self, seq: int) -> QModelIndex:
        """The row of an entry, read as far as needed; invalid where it is not shown."""
        while not any(each.seq <= seq for each in self._entries[-1:]):
            before = len(self._entries)
            self.fetchMore(QModelIndex())
            if len(self._entries) == before:
                break
        # Newest first.
        at = bisect_left(self._entries, -seq, key=lambda each: -each.seq)
        is_there = at < len(self._entries) and self._entries[at].seq == seq
        return self.index(at) if is_there else QModelIndex()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def canFetchMore(self, parent: Index) -> bool:
        if parent.isValid() or self._is_closed:
            return False
        if self._left is not None:
            return bool(self._left)
        return len(self._entries) < self._bridge.case.journal.length

    def show_only(self, numbers: Sequence[int] | None) -> None:
        """Show the entries of these numbers, given newest first; None shows all."""
        self.beginResetModel()
        self._entries = []
        self._older = None
        self._left = list(numbers) if numbers is not None else None
        self.endResetModel()

    @property
    def is_filtered(self) -> bool:
        """Whether only some entries are shown; new ones then come by `show_only`."""
        return self._left is not None

    def _read(self) -> Iterator[Entry]:
        """The entries from where reading has come to, newest first. Raises CaseDamaged."""
        if self._older is None:
            journal, left = self._bridge.case.journal, self._left
            if left is None:
                self._older = journal.entries(newest_first=True)
            else:
                self._older = (journal.entry(left.pop(0)) for _ in range(len(left)))
        return self._older

    def fetchMore(self, parent: Index) -> None:
        if not self.canFetchMore(parent):
            return
        there = len(self._entries)
        older: list[Entry] = []
        try:
            for entry in islice(self._read(), PAGE):
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
                return self._line(entry).what
            case Role.LINE:
                return self._line(entry)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._line(entry).spoken()
            case Qt.ItemDataRole.ToolTipRole:
                return _tip(entry)
            case _:
                return None

    def _line(self, entry: Entry) -> JournalLine:
        title = self._titles.get(entry.seq)
        if title is None and not self._is_closed:
            case = self._bridge.case
            title = self._titles[entry.seq] = title_of_entry(case.journal, case.contents, entry)
        return line_of(entry, QDate.currentDate(), title or "")

    def _take(self, change: Change) -> None:
        # Something may be called otherwise now.
        self._titles.clear()
        # Nothing was read yet: the first page will bring this entry along.
        if not self._entries or self.is_filtered:
            return
        # A large change is told of a portion at a time.
        if self._entries[0].seq == change.entry.seq:
            return
        self.beginInsertRows(QModelIndex(), 0, 0)
        self._entries.insert(0, change.entry)
        self.endInsertRows()

    def _close(self) -> None:
        self._is_closed = True


def line_of(entry: Entry, today: QDate, title: str = "") -> JournalLine:
    """What an entry shows on a day; `title` is what it is called, if that is more than its label."""
    what = one_line(title or label_in_words(entry.label))
    step = ""
    if entry.of is not None:
        first, last = entry.of
        begin, end = written(first), written(last)
        step = say("of {entries}", entries=f"#{begin}" if first == last else f"#{begin}–{end}")
        if entry.action == "undo":
            what = say("Undo: {what}", what=what)
        else:
            what = say("Redo: {what}", what=what)
    return JournalLine(
        number=f"#{written(entry.seq)}",
        when=local_time(entry.at, today),
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


def today() -> QDate:
    """The day that it is now."""
    return QDate.currentDate()


def day_of(at: str) -> QDate:
    """The day of a UTC time on the calendar of this computer; none where it is no time."""
    moment = _moment(at)
    if moment is None:
        return QDate()
    local = moment.astimezone()
    return QDate(local.year, local.month, local.day)


def local_time(at: str, today: QDate) -> str:
    """A UTC time on the clock of this computer; the day only where it is another one."""
    moment = _moment(at)
    if moment is None:
        return one_line(at)
    moment = moment.astimezone()
    days = day_of(at).daysTo(today)
    if days == 0:
        return written_time(moment, "HH:mm")
    if days == 1:
        return say("yesterday {time}", time=written_time(moment, "HH:mm"))
    return written_time(moment, "d MMM yyyy HH:mm")


def _tip(entry: Entry) -> str:
    utc = _moment(entry.at)
    told = entry.at
    if utc is not None:
        told = say("{time} UTC", time=written_time(utc, "d MMMM yyyy HH:mm:ss"))
    if entry.told is not None:
        records = say("Changes nothing")
    else:
        records = say("{n} record changed", "{n} records changed", n=entry.edits)
    return "".join(map(tip, (told, records, say("Hash {hash}", hash=entry.hash))))


def _moment(at: str) -> datetime | None:
    """A time of the journal, in UTC; None for what is none."""
    try:
        return datetime.fromisoformat(at).astimezone(UTC)
    except ValueError:
        return None
