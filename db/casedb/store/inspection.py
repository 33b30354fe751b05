"""Looking at a case file without opening it as a case: for verifying, byte by byte.

Nothing is written, and a file that is open elsewhere is looked at in a private copy.
"""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from casedb.disk import is_held, shown_name
from casedb.errors import CaseDamaged
from casedb.model.records import Item, Record, Source
from casedb.model.references import references_of
from casedb.store import gate
from casedb.store.connections import connect_for_reading
from casedb.store.formats import CURRENT_FORMAT
from casedb.store.header import read_header, sidecars_of
from casedb.store.home import Home
from casedb.store.journal_rows import JournalRows
from casedb.store.lock import holder_of
from casedb.store.opening import copy_to, refuse_foreign_sqlite, resolved
from casedb.store.private_copy import PrivateFolder
from casedb.store.recovery import crashed_here
from casedb.store.rows import CODECS, Cell, Codec, RowNotUnderstood


@contextlib.contextmanager
def inspect(path: Path, home: Home, *, copy: bool = False) -> Generator[Inspection]:
    """Look at a case file, or (`copy`, and wherever it is in use) at a copy as of now.

    Raises CannotOpen, NotACase or CaseDamaged where nothing can be read.
    """
    refuse_foreign_sqlite()
    path = resolved(path)
    held = is_held(path)
    if not held:
        copy = copy or read_header(path).format < CURRENT_FORMAT
    if copy or held or holder_of(path) is not None or crashed_here(path, home):
        with PrivateFolder(home) as folder:
            private, damages = copy_to(folder, path, home)
            with contextlib.closing(_connect(private, damages, alone=True)) as link:
                yield Inspection(link, damages)
        return
    header = read_header(path)
    damages = gate.check(path, header)
    beside = sidecars_of(path)
    with contextlib.closing(_connect(path, damages, alone=header.wal or bool(beside))) as link:
        yield Inspection(link, [*damages, *(_not_looked_at(each) for each in beside)])


def _connect(path: Path, damages: Sequence[str], *, alone: bool) -> sqlite3.Connection:
    return connect_for_reading(path, alone=alone, tolerant=bool(damages), any_thread=True)


def _not_looked_at(beside: Path) -> str:
    return f"Beside the case lies “{shown_name(beside)}”; what is in it was not looked at."


@dataclass(frozen=True, slots=True)
class StoredBytes:
    """What the file holds of one artifact; `trouble` says why it cannot be read to its end."""

    size: int
    sha256: str
    trouble: str = ""


class Inspection:
    """A case file under inspection."""

    def __init__(self, link: sqlite3.Connection, damages: Sequence[str]) -> None:
        self._link = link
        self.damages = tuple(damages)
        self.journal = JournalRows(link)
        self._version = self._data_version()

    def dangling(self) -> Iterator[str]:
        """A sentence for every row that points at one which is not there."""
        try:
            broken = self._link.execute(
                'SELECT "table", count(*), parent FROM pragma_foreign_key_check '
                'GROUP BY "table", parent'
            ).fetchall()
        except sqlite3.DatabaseError as trouble:
            yield f"Whether every row points at something cannot be told: {trouble}."
            return
        for table, count, parent in broken:
            yield f"{count:,} of the rows of “{table}” point at nothing in “{parent}”."

    def count(self, table: str) -> int:
        """The rows of a table. Raises CaseDamaged."""
        with _reading():
            (count,) = self._link.execute(f"SELECT count(*) FROM {table}").fetchone()
        return int(count)

    def row(self, codec: Codec[Record], record_id: str) -> Sequence[Cell] | None:
        """The row of a record, or None where there is none. Raises CaseDamaged."""
        named = ", ".join(f'"{name}"' for name in codec.columns)
        with _reading():
            return self._link.execute(
                f"SELECT {named} FROM {codec.table} WHERE id = ?", (record_id,)
            ).fetchone()

    def ids_nobody_journaled(self, table: str) -> Iterator[str]:
        """The ids of a table that no entry of the journal speaks of. Raises CaseDamaged."""
        with _reading():
            yield from (
                str(record_id)
                for (record_id,) in self._link.execute(
                    f"SELECT id FROM {table} AS t WHERE NOT EXISTS "
                    '(SELECT 1 FROM journal_edit AS e WHERE e.id = t.id AND e."table" = ?)',
                    (table,),
                )
            )

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
                    yield f"The list of whom {record.id[:40]} names is not what its fields say."
        except sqlite3.DatabaseError as trouble:
            yield f"The list of who names whom cannot be read: {trouble}."
            return
        for owner in noted:
            yield f"There is a list of whom {str(owner)[:40]} names, and no such record."

    def _named_by_fields(self) -> Iterator[Item | Source]:
        for record_type in (Item, Source):
            codec = CODECS[record_type]
            named = ", ".join(f'"{name}"' for name in codec.columns)
            for cells in self._link.execute(f"SELECT {named} FROM {codec.table}"):
                # What is not understood is told of elsewhere, and names nobody.
                with contextlib.suppress(RowNotUnderstood):
                    yield codec.read(cells)

    def artifact_sizes(self) -> dict[str, int]:
        """The size that each artifact's record states, by its name. Raises CaseDamaged."""
        with _reading():
            rows = self._link.execute("SELECT id, size FROM artifact").fetchall()
        # A damaged row may hold anything; that it does is told when it is compared.
        return {
            name: size for name, size in rows if isinstance(name, str) and isinstance(size, int)
        }

    def artifacts(
        self, known: Iterable[str], told: Callable[[int], None]
    ) -> Iterator[tuple[str, StoredBytes]]:
        """What the file holds of every artifact, by name; `told` hears of every piece's bytes.

        Where the list of names cannot be read, those that are `known` are looked for.
        """
        try:
            names = [
                str(name)
                for (name,) in self._link.execute("SELECT DISTINCT artifact FROM artifact_chunk")
            ]
        except sqlite3.DatabaseError:
            names = sorted(known)
        for name in names:
            stored = self._bytes_of(name, told)
            if stored is not None:
                yield name, stored

    def _bytes_of(self, name: str, told: Callable[[int], None]) -> StoredBytes | None:
        digest = hashlib.sha256()
        size, expected, trouble = 0, 0, ""
        try:
            for n, piece in self._link.execute(
                "SELECT n, bytes FROM artifact_chunk WHERE artifact = ? ORDER BY n", (name,)
            ):
                if n != expected or not isinstance(piece, bytes):
                    trouble = "are not complete"
                    break
                digest.update(piece)
                size += len(piece)
                expected += 1
                told(len(piece))
        except sqlite3.DatabaseError:
            trouble = "cannot be read to their end"
        if expected == 0 and not trouble:
            return None
        return StoredBytes(size, digest.hexdigest(), trouble)

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
        raise CaseDamaged(f"{trouble}.") from trouble
