"""The full-text index: kept beside every write, asked on a connection of the asker's own.

The index holds folded words only and no text (FTS5, contentless): what is shown comes from the
records. Records whose title holds all that is looked for come first; `bm25` ranks the rest. Files come
last: those of that name, and those that say it (`casedb.store.texts`).
"""

from __future__ import annotations

import contextlib
import errno
import re
import sqlite3
import threading
from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass

from casedb.errors import CaseDamaged
from casedb.failing import on_failure
from casedb.model.changes import Edit
from casedb.model.contents import Contents
from casedb.model.records import Annotation, Artifact, Element, Item, Link, Record, Source
from casedb.model.search_text import VERSION, SearchText, grams, query, search_text, terms
from casedb.store import texts
from casedb.store.connections import was_interrupted
from casedb.store.formats import CURRENT_FORMAT
from casedb.store.gate import schema_of
from casedb.store.rows import CODECS
from casedb.store.texts import Spot
from casedb.words import say

_SEARCHED = (Item, Source, Element, Link, Artifact, Annotation)
_TABLE_OF = {CODECS[each].table: each for each in _SEARCHED}

RULES = f"{VERSION}.2"
"""By which rules an index is made: those for a record's words, and those here for its columns and for
which records there are in it."""

_FIRST = 1000.0
"""By how much a record ranks better whose title holds all that is looked for; bm25 is far less."""


_LINK_LATER = _FIRST / 2
"""By how much a link or a mark ranks worse: short labels would leave no room for what they are on."""


_FILE_LATER = 3 * _FIRST
"""By how much a file ranks worse: what somebody has written comes before what came in."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that was found: its type and id; a lower rank is a better match.

    `spot` is where in a file it was met; None for other records, and for a file that was found by its
    name or by what is noted of it.
    """

    record: (
        type[Item] | type[Source] | type[Element] | type[Link] | type[Artifact] | type[Annotation]
    )
    id: str
    rank: float
    spot: Spot | None = None


def find(link: sqlite3.Connection, text: str, limit: int = 50) -> list[Hit]:
    """The best matches for what was typed, best first; nothing for nothing.

    `limit` is for records, and once more for files, which are last. Raises InterruptedError where the
    connection was interrupted, CaseDamaged where the index cannot be read.
    """
    match = query(text)
    if not match:
        return []
    try:
        rows = link.execute(
            'SELECT e."table", e.id, bm25(search_index, 8.0, 1.0, 3.0) '
            "- ? * (s.rowid IN (SELECT rowid FROM search_index WHERE search_index MATCH ?)) "
            "+ ? * (e.\"table\" IN ('link', 'annotation')) + ? * (e.\"table\" = 'artifact') AS rank "
            "FROM search_index AS s JOIN search_entry AS e ON e.n = s.rowid "
            "WHERE search_index MATCH ? ORDER BY rank LIMIT ?",
            (_FIRST, _in_title(match), _LINK_LATER, _FILE_LATER, match, limit),
        ).fetchall()
        files = texts.find(link, text, limit, lambda at: _named(link, terms(text)[at]))
    except sqlite3.DatabaseError as trouble:
        if was_interrupted(trouble):
            raise InterruptedError(errno.EINTR, str(trouble)) from trouble
        raise CaseDamaged(
            say("The search index cannot be read: {trouble}.", trouble=trouble)
        ) from trouble
    records = [Hit(_TABLE_OF[table], *told) for table, *told in rows if table in _TABLE_OF]
    named = {hit.id: hit for hit in records if hit.record is Artifact}
    for file in files:
        held = named.get(file.artifact)
        # A file of that name comes before those that only say it.
        rank = held.rank if held is not None else _FILE_LATER + _FIRST + file.rank
        named[file.artifact] = Hit(Artifact, file.artifact, rank, file.spot)
    others = [hit for hit in records if hit.record is not Artifact]
    return others + sorted(named.values(), key=lambda hit: hit.rank)[:limit]


def _named(link: sqlite3.Connection, term: str) -> set[str]:
    """The artifacts in whose entries of their own a word was met."""
    rows = link.execute(
        "SELECT e.id FROM search_index AS s JOIN search_entry AS e ON e.n = s.rowid "
        "WHERE search_index MATCH ? AND e.\"table\" = 'artifact'",
        (term,),
    ).fetchall()
    return {found for (found,) in rows}


def _in_title(match: str) -> str:
    """The same question, put to titles alone."""
    # What somebody typed stands in quotation marks and holds no colon: only filters are replaced.
    return re.sub(r"(grams|\{title body\}) :", "title :", match)


_TABLES = (
    *("search_entry", "search_index", "meta"),
    *("artifact", "artifact_reading", "artifact_text", "text_index"),
)
"""What an index in memory is made of."""


class MemoryIndex:
    """An index in memory, for records whose file has none that can be used.

    The case and its readers share it, each in a thread of its own; one is answered at a time. It is
    closed when the last of them lets go of it.
    """

    def __init__(self, records: Iterable[Record], file: sqlite3.Connection | None = None) -> None:
        """Make it, held once; of the words of files those that can be read in a `file`."""
        self._link = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        schema = schema_of(CURRENT_FORMAT)
        with on_failure(self._link.close):
            for table in _TABLES:
                self._link.execute(schema[table][1])
            self._link.execute("BEGIN")
            if file is not None:
                texts.take_over(file, self._link)
            rebuild(self._link, records)
            self._link.execute("COMMIT")
        self._answering = threading.Lock()
        self._guard = threading.Lock()
        self._holders = 1
        self._asker: object = None

    def hold(self) -> MemoryIndex:
        """Hold it once more; `let_go` must follow."""
        with self._guard:
            self._holders += 1
        return self

    def let_go(self) -> None:
        """Hold it once less."""
        with self._guard:
            self._holders -= 1
            is_last = self._holders == 0
        if is_last:
            self._link.close()

    def find(self, text: str, limit: int, asker: object) -> list[Hit]:
        """As `find`, for somebody who may `interrupt` it."""
        with self._answering:
            self._answer(asker)
            try:
                return find(self._link, text, limit)
            finally:
                self._answer(None)

    def _answer(self, asker: object) -> None:
        with self._guard:
            self._asker = asker

    def interrupt(self, asker: object) -> None:
        """Stop what this asker is being answered, from another thread; nobody else is disturbed."""
        with self._guard:
            if self._asker is asker:
                self._link.interrupt()


class Index:
    """The index of an open case: the file's own, or one in memory while that cannot be used.

    It cannot where the file is damaged, was written by rules of another version, or by nobody knows
    whom; `trusted` is whether none of that was seen at the opening.
    """

    def __init__(
        self,
        link: sqlite3.Connection,
        records: Callable[[], Iterable[Record]],
        *,
        trusted: bool,
    ) -> None:
        self._link = link
        self._records = records
        self._trusted = trusted
        self._own: MemoryIndex | None = None

    @property
    def is_trusted(self) -> bool:
        """Whether nothing was found wrong with the file's own index."""
        return self._trusted

    @property
    def is_fresh(self) -> bool:
        """Whether the file's own index can be written on, and need not be made anew."""
        return self._trusted and is_current(self._link) and texts.is_current(self._link)

    def own(self) -> MemoryIndex | None:
        """The index in memory, made if need be; None where the file's own can be asked."""
        if self._own is None and not self.is_fresh:
            self._own = MemoryIndex(self._records(), self._link)
        return self._own

    def find(self, text: str, limit: int) -> list[Hit]:
        """As `find`, from whichever index can be asked."""
        own = self.own()
        if own is None:
            try:
                return find(self._link, text, limit)
            except CaseDamaged:
                self.distrust()
                own = self._own = MemoryIndex(self._records(), self._link)
        return own.find(text, limit, self)

    def distrust(self) -> None:
        """Ask the file's own index no more until it was made anew."""
        self._trusted = False

    def made_anew(self) -> None:
        """Take note that the file's own index is good again."""
        self._trusted = True
        self.close()

    def close(self) -> None:
        """Let go of the index in memory; a reader that is asking it keeps it until it is done."""
        if self._own is not None:
            self._own.let_go()
            self._own = None


def write_edits(link: sqlite3.Connection, edits: Iterable[Edit]) -> None:
    """Keep the index in step with edits, in the transaction that is open.

    Raises IndexBroken where the index, and not the disk, is what refuses.
    """
    for edit in edits:
        if not isinstance(edit.record, _SEARCHED):
            continue
        before = search_text(edit.before) if edit.before is not None else None
        after = search_text(edit.after) if edit.after is not None else None
        if before != after:
            with _noticing_damage():
                _rewrite(link, edit.record, before, after)


class IndexBroken(CaseDamaged):
    """The search index does not work; nothing is lost, as it can be made anew."""


@contextlib.contextmanager
def _noticing_damage() -> Generator[None]:
    try:
        yield
    except sqlite3.DatabaseError as trouble:
        name = str(getattr(trouble, "sqlite_errorname", ""))
        if name.startswith(("SQLITE_CORRUPT", "SQLITE_ERROR", "SQLITE_CONSTRAINT")):
            raise IndexBroken(
                say("The search index is damaged: {trouble}.", trouble=trouble)
            ) from trouble
        raise


def _rewrite(
    link: sqlite3.Connection, record: Record, before: SearchText | None, after: SearchText | None
) -> None:
    if before is not None:
        row = link.execute("SELECT n FROM search_entry WHERE id = ?", (record.id,)).fetchone()
        if row is None:
            raise IndexBroken(say("The search index lacks a record."))
        (n,) = row
        # A contentless index forgets a row only when told the very words it was given.
        link.execute(
            "INSERT INTO search_index (search_index, rowid, title, body, grams) "
            "VALUES ('delete', ?, ?, ?, ?)",
            (n, *_columns(before)),
        )
        if after is None:
            link.execute("DELETE FROM search_entry WHERE n = ?", (n,))
    else:
        n = link.execute(
            'INSERT INTO search_entry ("table", id) VALUES (?, ?)',
            (CODECS[type(record)].table, record.id),
        ).lastrowid
    if after is not None:
        link.execute(
            "INSERT INTO search_index (rowid, title, body, grams) VALUES (?, ?, ?, ?)",
            (n, *_columns(after)),
        )


def _columns(words: SearchText) -> tuple[str, str, str]:
    """The columns of the index: a title with its pieces, so that a part of a word in it counts."""
    return f"{words.title} {grams(words.title)}", words.body, words.grams


def expunge_words(
    link: sqlite3.Connection,
    artifact: str,
    progress: Callable[[int, int], None] | None = None,
) -> None:
    """As `texts.expunge_words`. Raises IndexBroken where the index, and not the disk, is what refuses."""
    with _noticing_damage():
        texts.expunge_words(link, artifact, progress)


def is_current(link: sqlite3.Connection) -> bool:
    """Whether the index was made by the rules of this version."""
    try:
        row = link.execute("SELECT value FROM meta WHERE key = 'search'").fetchone()
    except sqlite3.DatabaseError:
        return False
    return row is not None and row[0] == RULES


def count_searched(contents: Contents) -> int:
    """How many records of a case are in an index of it."""
    return sum(len(contents.all(each)) for each in _SEARCHED)


def holds(link: sqlite3.Connection, records: int) -> bool:
    """Whether the file's own index has as many entries as there are records."""
    try:
        counted = link.execute(
            "SELECT (SELECT count(*) FROM search_entry), "
            "(SELECT count(*) FROM search_index_docsize)"
        ).fetchone()
    except sqlite3.DatabaseError:
        return False
    return counted == (records, records) and texts.holds(link)


def is_whole(link: sqlite3.Connection) -> bool:
    """Whether every record has its entry in the file's own index, and every entry its record.

    Entries can be as many as they should be and still be others.
    """
    try:
        return count_strays(link) == (0, 0)
    except sqlite3.DatabaseError:
        return False


def count_strays(link: sqlite3.Connection) -> tuple[int, int]:
    """How many records a file's own index lacks, and how many entries are of no record.

    Raises sqlite3.DatabaseError.
    """
    lacking = " UNION ALL ".join(
        f"SELECT 1 FROM {table} AS r WHERE NOT EXISTS (SELECT 1 FROM search_entry AS e "
        f"JOIN search_index_docsize AS d ON d.id = e.n WHERE e.id = r.id AND e.\"table\" = '{table}')"
        for table in _TABLE_OF
    )
    records = " AND ".join(
        f"NOT (e.\"table\" = '{table}' AND EXISTS (SELECT 1 FROM {table} AS r WHERE r.id = e.id))"
        for table in _TABLE_OF
    )
    (lacks,) = link.execute(f"SELECT count(*) FROM ({lacking})").fetchone()
    (strays,) = link.execute(f"SELECT count(*) FROM search_entry AS e WHERE {records}").fetchone()
    (loose,) = link.execute(
        "SELECT count(*) FROM search_index_docsize WHERE id NOT IN (SELECT n FROM search_entry)"
    ).fetchone()
    return int(lacks), int(strays) + int(loose)


def rebuild(link: sqlite3.Connection, records: Iterable[Record]) -> None:
    """Make the index anew from the records and the words of files, in the transaction that is open.

    Raises IndexBroken where not even that works; `reset` helps then.
    """
    with _noticing_damage():
        link.execute("INSERT INTO search_index (search_index) VALUES ('delete-all')")
        link.execute("DELETE FROM search_entry")
        texts.rebuild(link)
    write_edits(link, (Edit(None, record) for record in records if isinstance(record, _SEARCHED)))
    mark_current(link)


def reset(link: sqlite3.Connection) -> None:
    """Empty the index behind its back, in the transaction that is open, however broken it is.

    What FTS5 keeps of an empty index is written over what it kept of the broken one.
    """
    fresh = sqlite3.connect(":memory:")
    try:
        for index in ("search_index", "text_index"):
            fresh.execute(schema_of(CURRENT_FORMAT)[index][1])
            for part in ("data", "idx", "docsize", "config"):
                link.execute(f"DELETE FROM {index}_{part}")
                for row in fresh.execute(f"SELECT * FROM {index}_{part}").fetchall():
                    holes = ", ".join("?" * len(row))
                    link.execute(f"INSERT INTO {index}_{part} VALUES ({holes})", row)
        link.execute("DELETE FROM search_entry")
        link.execute("DELETE FROM meta WHERE key IN ('search', ?)", (texts.MARK,))
    finally:
        fresh.close()


def mark_current(link: sqlite3.Connection) -> None:
    """Note in the file by which rules its index was made."""
    link.execute("INSERT OR REPLACE INTO meta VALUES ('search', ?)", (RULES,))


def mark_all_current(link: sqlite3.Connection) -> None:
    """Note that both indexes were made by today's rules: that of the records and that of the files."""
    mark_current(link)
    texts.mark_current(link)
