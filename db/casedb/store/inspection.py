"""Looking at a case file without opening it as a case: for verifying, byte by byte.

Nothing is written, and a file that is open elsewhere is looked at in a private copy.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from casedb.disk import is_held, shown_name
from casedb.errors import CaseDamaged
from casedb.model.custody import is_expunged
from casedb.model.records import Artifact, Item, Record, Source
from casedb.model.references import references_of
from casedb.model.values import Values
from casedb.store import artifacts, gate, search, texts
from casedb.store.cells import Cell
from casedb.store.connections import connect_for_reading, reason_of, text_or_bytes
from casedb.store.formats import CURRENT_FORMAT
from casedb.store.header import read_header, sidecars_of
from casedb.store.home import Home
from casedb.store.journal_rows import EditRow, EntryRow, JournalRows
from casedb.store.lock import holder_of
from casedb.store.opening import (
    Told,
    copy_to,
    private_folder,
    refuse_foreign_sqlite,
    resolved,
)
from casedb.store.recovery import crashed_here
from casedb.store.rows import CODECS, Codec, RowNotUnderstood
from casedb.store.search_check import count_differing, count_differing_pages
from casedb.words import say

R = TypeVar("R")

_PIECE = 256
"""Rows fetched at a time: a cursor left open would keep others from writing all the while."""

_INDEXED = (*(codec.table for codec in CODECS.values()), "reference", "journal_edit")
"""The tables whose indexes are used; those of the search are derived, and made anew if need be."""


@contextlib.contextmanager
def inspect(
    path: Path, home: Home, *, copy: bool = False, told: Told | None = None
) -> Generator[Inspection]:
    """Look at a case file, or (`copy`, and wherever it is in use) at a copy as of now.

    `told` hears of the copying and can end it. Raises CannotOpen, NotACase or CaseDamaged where
    nothing can be read.
    """
    refuse_foreign_sqlite()
    path = resolved(path)
    held = is_held(path)
    if not held:
        copy = copy or read_header(path).format < CURRENT_FORMAT
    if copy or held or holder_of(path) is not None or crashed_here(path, home):
        with private_folder(path, home) as folder:
            private, damages = copy_to(folder, path, home, told)
            with contextlib.closing(_connect(private, damages, alone=True)) as link:
                yield Inspection(link, damages, read_header(private).format)
        return
    header = read_header(path)
    damages = gate.check(path, header)
    beside = sidecars_of(path)
    with contextlib.closing(_connect(path, damages, alone=header.wal or bool(beside))) as link:
        damages = [*damages, *(_not_looked_at(each) for each in beside)]
        yield Inspection(link, damages, header.format)


def _connect(path: Path, damages: Sequence[str], *, alone: bool) -> sqlite3.Connection:
    link = connect_for_reading(path, alone=alone, tolerant=bool(damages))
    # One text that is damaged shall not hide those around it.
    link.text_factory = text_or_bytes
    return link


def _not_looked_at(beside: Path) -> str:
    return say(
        "Beside the case lies “{name}”; what is in it was not looked at.", name=shown_name(beside)
    )


class WatchedRows(JournalRows):
    """The journal of a file under inspection; `told` is called at every row that is read."""

    told: Callable[[], None] = staticmethod(lambda: None)

    def forwards(self) -> Iterator[EntryRow]:
        """All entries, oldest first."""
        return self._watched(super().forwards())

    def all_edits(self) -> Iterator[EditRow]:
        """Every changed row of every entry, in order."""
        return self._watched(super().all_edits())

    def edits_by_record(self) -> Iterator[EditRow]:
        """Every changed row, all of one id together."""
        return self._watched(super().edits_by_record())

    def _watched(self, rows: Iterator[R]) -> Iterator[R]:
        for row in rows:
            self.told()
            yield row


class Inspection:
    """A case file under inspection, of a `format`, with `damages` that the gate has seen."""

    def __init__(self, link: sqlite3.Connection, damages: Sequence[str], format: int) -> None:
        self._link = link
        self.format = format
        self.damages = tuple(damages)
        self.journal = WatchedRows(link)
        self._version = self._data_version()

    def end_when(self, stopped: Callable[[], bool]) -> None:
        """Let whatever is being asked end in a trouble as soon as `stopped` says so."""
        self._link.set_progress_handler(stopped, 100_000)

    def dangling(self) -> Iterator[str]:
        """A sentence for every row that points at one which is not there."""
        try:
            broken = self._link.execute(
                'SELECT "table", count(*), parent FROM pragma_foreign_key_check '
                'GROUP BY "table", parent'
            ).fetchall()
        except sqlite3.DatabaseError as trouble:
            yield say(
                "Whether every row points at something cannot be told: {reason}.",
                reason=reason_of(trouble),
            )
            return
        for table, count, parent in broken:
            yield say(
                "{count} of the rows of “{table}” point at nothing in “{parent}”.",
                count=count,
                table=table,
                parent=parent,
            )

    def broken_indexes(self) -> Iterator[str]:
        """A sentence for every table whose indexes do not say what its rows say."""
        for table in _INDEXED:
            try:
                rows = self._link.execute(f"PRAGMA integrity_check({table})").fetchall()
            except sqlite3.DatabaseError:
                # That its pages are damaged, the gate has seen.
                continue
            if any("index" in str(text) for (text,) in rows):
                yield say(
                    "An index of table “{table}” is damaged; Save a Copy makes it anew.",
                    table=table,
                )

    def rows(self, codec: Codec[Record]) -> Iterator[Sequence[Cell]]:
        """Every row of a table in the order in which they lie there. Raises CaseDamaged.

        Never by an index, which can be sound where the rows are not. None where the file is of a
        format that has no such table.
        """
        if codec.since > self.format:
            return
        named = ", ".join(f'"{name}"' for name in codec.columns)
        asked = (
            f"SELECT rowid, {named} FROM {codec.table} NOT INDEXED WHERE rowid > ? "
            f"ORDER BY rowid LIMIT {_PIECE}"
        )
        after = -(1 << 63)
        while True:
            with _reading():
                rows = self._link.execute(asked, (after,)).fetchall()
            if not rows:
                return
            for rowid, *cells in rows:
                if rowid <= after:
                    raise CaseDamaged(say("its rows are out of order."))
                after = rowid
                yield cells

    def row(self, codec: Codec[Record], record_id: str) -> Sequence[Cell] | None:
        """The row of a record, or None where there is none. Raises CaseDamaged."""
        named = ", ".join(f'"{name}"' for name in codec.columns)
        with _reading():
            return self._link.execute(
                f"SELECT {named} FROM {codec.table} WHERE id = ?", (record_id,)
            ).fetchone()

    def stale_references(self) -> Iterator[str]:
        """A sentence for every record whose list of named sources and items is not its own."""
        noted: dict[str, set[tuple[str, str | None]]] = {}
        try:
            for owner, field, target in self._link.execute(
                "SELECT owner, field, coalesce(source, item) FROM reference"
            ):
                noted.setdefault(owner, set()).add((field, target))
            for record in self._named_by_fields():
                named = {(field, target) for field, _, target in references_of(record)}
                if noted.pop(record.id, set()) != named:
                    yield say(
                        "The list of whom {record} names is not what its fields say.",
                        record=record.id[:40],
                    )
        except sqlite3.DatabaseError as trouble:
            yield say(
                "The list of who names whom cannot be read: {reason}.", reason=reason_of(trouble)
            )
            return
        for owner in noted:
            yield say(
                "There is a list of whom {owner} names, and no such record.", owner=str(owner)[:40]
            )

    def astray_in_search(self, told: Callable[[], None] | None = None) -> Iterator[str]:
        """A sentence where the search index is of other records than there are, or of other words.

        Its words are compared where `told` is given, which is called often meanwhile and may raise to
        end it. An index by the rules of another version is not asked, and nothing is said of it.
        """
        if self.format != CURRENT_FORMAT or not search.is_current(self._link):
            return
        try:
            lacking, strays = search.count_strays(self._link)
            # Words of others would be compared with those of none.
            compares = told is not None and not (lacking or strays)
            others = count_differing(self._link, told) if told is not None and compares else 0
        except sqlite3.DatabaseError as trouble:
            yield say("The search index cannot be read: {reason}.", reason=reason_of(trouble))
            return
        if lacking:
            yield say(
                "The search index lacks {n} record.",
                "The search index lacks {n} records.",
                n=lacking,
            )
        if strays:
            yield say(
                "The search index has {n} entry of no record.",
                "The search index has {n} entries of no record.",
                n=strays,
            )
        if others:
            yield say(
                "The search index has other words for {n} record than that has.",
                "The search index has other words for {n} records than those have.",
                n=others,
            )
        yield from self._astray_in_texts(told)

    def _astray_in_texts(self, told: Callable[[], None] | None) -> Iterator[str]:
        """The same of the index of the words of files; whether these are what the bytes say, is not
        asked."""
        if not texts.is_current(self._link):
            return
        try:
            lacking, strays = texts.count_strays(self._link)
            compares = told is not None and not (lacking or strays)
            others = count_differing_pages(self._link, told) if told and compares else 0
        except sqlite3.DatabaseError as trouble:
            yield say("The words of files cannot be read: {reason}.", reason=reason_of(trouble))
            return
        if lacking:
            yield say(
                "The search index lacks {n} page of files.",
                "The search index lacks {n} pages of files.",
                n=lacking,
            )
        if strays:
            yield say(
                "The search index has {n} page of no file.",
                "The search index has {n} pages of no file.",
                n=strays,
            )
        if others:
            yield say(
                "The search index has other words for {n} page of files than that has.",
                "The search index has other words for {n} pages of files than those have.",
                n=others,
            )

    def with_words(self) -> set[str]:
        """The artifacts of which words are kept; none where that cannot be told."""
        try:
            return texts.readings(self._link) if self.format == CURRENT_FORMAT else set()
        except sqlite3.DatabaseError:
            return set()

    def _named_by_fields(self) -> Iterator[Item | Source]:
        for record_type in (Item, Source):
            codec = CODECS[record_type]
            named = ", ".join(f'"{name}"' for name in codec.columns)
            for cells in self._link.execute(f"SELECT {named} FROM {codec.table}"):
                # What is not understood is told of elsewhere, and names nobody.
                with contextlib.suppress(RowNotUnderstood):
                    yield codec.read(cells)

    def artifact_records(self) -> dict[str, tuple[int, str]]:
        """The size and the file name that each artifact's record states, by SHA-256.

        Raises CaseDamaged.
        """
        with _reading():
            rows = self._link.execute("SELECT id, size, name FROM artifact").fetchall()
        # A damaged row may hold anything; that it does is told when it is compared.
        return {
            sha256: (size, name if isinstance(name, str) else "")
            for sha256, size, name in rows
            if isinstance(sha256, str) and isinstance(size, int)
        }

    def expunged(self) -> set[str]:
        """The artifacts of which it is noted that their bytes were expunged. Raises CaseDamaged."""
        with _reading():
            rows = self._link.execute("SELECT id, fields FROM artifact").fetchall()
        found: set[str] = set()
        for name, fields in rows:
            # What is not understood notes nothing; that it is not, is told elsewhere.
            with contextlib.suppress(ValueError, TypeError, RecursionError):
                if is_expunged(Artifact(name, 0, "", "", Values(text=fields))):
                    found.add(name)
        return found

    def rows_to_be_read(self) -> int:
        """How many rows of the journal checking and playing it back read, if it is whole."""
        try:
            (rows,) = self._link.execute(
                "SELECT (SELECT count(*) FROM journal) + 2 * (SELECT count(*) FROM journal_edit)"
            ).fetchone()
        except sqlite3.DatabaseError:
            return 0
        return int(rows)

    def artifacts(
        self, known: Iterable[str], told: Callable[[int], None]
    ) -> Iterator[tuple[str, artifacts.StoredBytes]]:
        """What the file holds of every artifact, by name; `told` hears of every piece's bytes.

        Where the list of names cannot be read, those that are `known` are looked for.
        """
        try:
            names = artifacts.names(self._link)
        except sqlite3.DatabaseError:
            names = sorted(known)
        for name in names:
            stored = artifacts.look_at(self._link, name, told)
            if stored is not None:
                yield name, stored

    def changed_meanwhile(self) -> bool:
        """Whether somebody has written the file since it was first looked at."""
        return self._version != self._data_version()

    def _data_version(self) -> int:
        (version,) = self._link.execute("PRAGMA data_version").fetchone()
        return int(version)


@contextlib.contextmanager
def _reading() -> Generator[None]:
    try:
        yield
    except sqlite3.DatabaseError as trouble:
        raise CaseDamaged(f"{reason_of(trouble)}.") from trouble
