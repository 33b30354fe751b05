"""Reading every record of a case file, also of one that is damaged or was made to mislead.

A sound file is read in one sweep: its CHECKs hold, as the gate has seen, so few cells need a second
look. Of any other file every row is judged, and reading goes on behind the places that cannot be
read. What is left out is told in `losses`.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import cast

from casedb.model.pieces import PIECE, pieces
from casedb.model.records import (
    Board,
    CanvasRest,
    Card,
    CaseInfo,
    Frame,
    Record,
    Route,
    SavedView,
    Tables,
)
from casedb.model.values import Values
from casedb.progress import Progress
from casedb.store.bulk import Known
from casedb.store.connections import was_interrupted, within
from casedb.store.formats import CURRENT_FORMAT
from casedb.store.ground import leave_out_dangling
from casedb.store.rows import CODECS, Codec, RowNotUnderstood
from casedb.store.sweep import in_order, sweep
from casedb.words import say

READ_SECONDS = 60.0
"""How long a damaged file may take to be read; what was read until then counts."""

COUNT_SECONDS = 1.0
"""How long it may take to see how much there is to read; pages can lead back to themselves."""

MOST_GAPS = 10_000
"""Unreadable places in one table after which no more are passed over."""


@dataclass
class Loaded:
    """What a file gave: its records, who names whom (None: not known), what could not be read."""

    tables: Tables
    references: list[tuple[str, str]] | None
    losses: list[str]


def load(
    link: sqlite3.Connection,
    recorded: Callable[[], Iterable[Record]],
    *,
    checked: bool,
    damaged: bool,
    progress: Progress,
    written: int = CURRENT_FORMAT,
) -> Loaded:
    """Read all records.

    `checked`: the gate has seen that the file keeps the rules of this format. `recorded` are the
    records as the journal has them: where the file is `damaged`, or anything is lost, what is
    missing or differs is taken from there. `written` is the file's own format, which a damaged
    older one keeps. The `progress` is half done when all rows are read.
    """
    found: Tables = {each: {} for each in CODECS}
    losses: list[str] = []
    known, grounded = Known(found), True
    progress.begin(2 * _count_rows(link))
    for record_type, codec in CODECS.items():
        if codec.since > written:
            continue
        swept = sweep(link, codec, known, progress) if checked else None
        # Judging row by row is for those that the sweep could not vouch for.
        grounded = grounded and swept is not None and swept.grounded
        if swept is None:
            found[record_type] = _table(_salvage(link, codec, progress), codec.table, losses)
        elif swept.senseless:
            losses.append(_senseless(swept.senseless, codec.table))
    references = _references(link, progress)
    if references is None:
        losses.append(say("The list of who names whom cannot be read; it was made anew."))
    if not grounded:
        _leave_out_dangling(found, losses, progress)
    if losses or damaged or not (found[CaseInfo] and found[Board]):
        _restore(found, recorded(), losses, progress)
        _leave_out_dangling(found, losses, progress)
    _stand_in(found, losses)
    return Loaded(found, None if losses else references, losses)


def _count_rows(link: sqlite3.Connection) -> int:
    """How many rows there are to read; those of a table where nobody can say do not count."""
    rows = 0
    with within(link, COUNT_SECONDS):
        for codec in CODECS.values():
            with suppress(sqlite3.DatabaseError):
                (number,) = link.execute(f"SELECT count(*) FROM {codec.table}").fetchone()
                rows += number
    return rows


@dataclass
class _Rows:
    """The records of one table in the order of their rows, and how many rows were left out."""

    records: list[Record]
    unreadable: int = 0
    gaps: int = 0


def _table(rows: _Rows, name: str, losses: list[str]) -> dict[str, Record]:
    table: dict[str, Record] = {each.id: each for each in rows.records}
    if rows.gaps:
        losses.append(
            say(
                "Table “{name}” has {n} place that cannot be read.",
                "Table “{name}” has {n} places that cannot be read.",
                name=name,
                n=rows.gaps,
            )
        )
    senseless = rows.unreadable + len(rows.records) - len(table)
    if senseless:
        losses.append(_senseless(senseless, name))
    return _in_order(table)


def _in_order(table: dict[str, Record]) -> dict[str, Record]:
    # Ids sort by the time they were made.
    return {each: table[each] for each in in_order(table)}


def _senseless(number: int, table: str) -> str:
    return say(
        "{n} row of table “{table}” makes no sense.",
        "{n} rows of table “{table}” make no sense.",
        n=number,
        table=table,
    )


def _leave_out_dangling(found: Tables, losses: list[str], progress: Progress) -> None:
    for record_type, gone in leave_out_dangling(found, progress.go_on).items():
        losses.append(
            say(
                "{n} row of table “{table}” cannot be shown, as what they rest on is missing.",
                "{n} rows of table “{table}” cannot be shown, as what they rest on is missing.",
                n=gone,
                table=CODECS[record_type].table,
            )
        )


# -- any other file --------------------------------------------------------------------------


def _salvage(link: sqlite3.Connection, codec: Codec[Record], progress: Progress) -> _Rows:
    """Every row that can be read and understood, also behind gaps."""
    salvaged = _Rows([])
    with within(link, READ_SECONDS), _text_as_it_is(link):
        for piece in pieces(_rows_around_gaps(link, codec, salvaged)):
            for cells in piece:
                try:
                    salvaged.records.append(codec.read(cells))
                except RowNotUnderstood:
                    salvaged.unreadable += 1
            progress.go_on(len(piece))
    return salvaged


@contextmanager
def _text_as_it_is(link: sqlite3.Connection) -> Generator[None]:
    # Bytes that are no UTF-8 come back as bytes, which no column takes for text.
    def read(cell: bytes) -> str | bytes:
        try:
            return cell.decode()
        except UnicodeDecodeError:
            return cell

    link.text_factory = read
    try:
        yield
    finally:
        link.text_factory = str


def _rows_around_gaps(
    link: sqlite3.Connection, codec: Codec[Record], told: _Rows
) -> Iterator[tuple[object, ...]]:
    named = ", ".join(f'"{name}"' for name in codec.columns)
    asked = f"SELECT rowid, {named} FROM {codec.table} WHERE rowid >= ? ORDER BY rowid"
    deadline = time.monotonic() + READ_SECONDS
    start = 1
    while told.gaps < MOST_GAPS and time.monotonic() < deadline:
        try:
            for rowid, *cells in link.execute(asked, (start,)):
                if rowid < start:
                    raise sqlite3.DatabaseError("rows out of order")
                start = rowid + 1
                yield tuple(cells)
            return
        except sqlite3.DatabaseError as trouble:
            if was_interrupted(trouble):
                told.gaps += 1
                return
        # Python looks one row ahead, so the last one before the gap was not handed out yet.
        try:
            row = link.execute(f"{asked} LIMIT 1", (start,)).fetchone()
        except sqlite3.DatabaseError:
            row = None
        if row is not None and row[0] >= start:
            start = row[0] + 1
            yield row[1:]
            continue
        told.gaps += 1
        beyond = _beyond_gap(lambda at: _row_at_or_after(link, codec.table, at), start)
        if beyond is None:
            return
        start = beyond


def _row_at_or_after(link: sqlite3.Connection, table: str, at: int) -> int | None:
    """The first row from a number on, None for none. Raises DatabaseError within a gap."""
    row = link.execute(
        f"SELECT rowid FROM {table} WHERE rowid >= ? ORDER BY rowid LIMIT 1", (at,)
    ).fetchone()
    return row[0] if row is not None and isinstance(row[0], int) else None


def _beyond_gap(seek: Callable[[int], int | None], start: int) -> int | None:
    """The number at which reading goes on after a gap that begins at `start`; None: nowhere.

    A row that can be named but not read is itself the gap. Else strides that double find a place
    that can be read, and halving the last one finds the first such place.
    """

    def readable(at: int) -> bool:
        try:
            seek(at)
        except sqlite3.DatabaseError as trouble:
            if was_interrupted(trouble):
                raise
            return False
        return True

    if readable(start):
        unreadable = seek(start)
        return unreadable + 1 if unreadable is not None else None
    low, stride = start, 1
    while not readable(low + stride):
        low += stride
        stride *= 2
        if low + stride >= 1 << 62:
            return None
    high = low + stride
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if readable(middle) else (middle, high)
    return high


def _restore(
    found: Tables, recorded: Iterable[Record], losses: list[str], progress: Progress
) -> None:
    restored = 0
    for piece in pieces(recorded):
        for record in piece:
            table = found[type(record)]
            if table.get(record.id) != record:
                table[record.id] = record
                restored += 1
        progress.go_on()
    if restored:
        losses.append(
            say(
                "{n} row could be restored from the journal.",
                "{n} rows could be restored from the journal.",
                n=restored,
            )
        )
        for record_type, table in found.items():
            found[record_type] = _in_order(table)


def _references(link: sqlite3.Connection, progress: Progress) -> list[tuple[str, str]] | None:
    found: list[tuple[str, str]] = []
    try:
        rows = link.execute("SELECT owner, coalesce(source, item) FROM reference")
        while piece := rows.fetchmany(PIECE):
            found += piece
            progress.go_on()
    except sqlite3.DatabaseError:
        return None
    return found


def _stand_in(found: Tables, losses: list[str]) -> None:
    """Give the screens the one case record and the boards that they rely on."""
    infos, boards = found[CaseInfo], found[Board]
    if len(infos) != 1:
        losses.append(say("The title and the settings of the case cannot be read."))
        found[CaseInfo] = dict(list(infos.items())[:1]) or {"": CaseInfo("", Values())}
    of_boards = (Card, Frame, Route, SavedView, CanvasRest)
    on_boards = (each for of in of_boards for each in found[of].values())
    wanted = dict.fromkeys(
        cast("Card | Frame | Route | SavedView | CanvasRest", each).board for each in on_boards
    )
    missing = [board for board in wanted if board not in boards]
    if not boards and not missing:
        missing = [""]
    for board_id in missing:
        boards[board_id] = Board(board_id, f"Board {len(boards) + 1}", len(boards))
    if missing:
        losses.append(
            say(
                "The titles of {n} board cannot be read.",
                "The titles of {n} boards cannot be read.",
                n=len(missing),
            )
        )
