"""The words of files: kept page by page beside their bytes, with an index of their own.

They are derived from the bytes, come and go with these, and are found while the artifact is in the case:
undoing and redoing leave them alone. Like that of the records, the index is contentless FTS5 and holds
folded words. A page is one row, under the number of the reading of its file and its own.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from casedb.model.file_words import Outcome, Reading
from casedb.model.search_text import VERSION, page_words, terms

READ_BY = "1"
"""Changes whenever the same bytes would give other words; files are then read once more."""

RULES = f"{VERSION}.1"
"""By which rules the index is made of the words."""

MARK = "texts"
"""Under which `meta` notes by which rules the index was made."""

_PAGES = 16
"""Bits of a row's number that are the page's; those above are the reading's."""

_SHELF = "artifact_text_kept"
_KEPT_AT_ONCE = 256


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in a file it was met: the page or portion, from 1, its text, and how many of them there are."""

    page: int
    text: str
    pages: int


@dataclass(frozen=True, slots=True)
class FileHit:
    """A file that was found by its words; a lower rank is a better match."""

    artifact: str
    rank: float
    spot: Spot


# -- keeping -------------------------------------------------------------------------------------


def begin(link: sqlite3.Connection, artifact: str) -> int:
    """Begin to keep the words of a file, in place of those that were kept; the number of the reading."""
    _forget(link, artifact)
    told = (artifact, READ_BY, Outcome.BEGUN.value)
    row = link.execute(
        "INSERT INTO artifact_reading (artifact, rules, outcome, pages, characters, cut) "
        "VALUES (?, ?, ?, 0, 0, 0)",
        told,
    )
    number = row.lastrowid
    assert number is not None
    return number


def add(link: sqlite3.Connection, reading: int, pages: Iterable[tuple[int, str]]) -> None:
    """Keep some pages of a file and index them."""
    rows = [(reading << _PAGES | page, text) for page, text in pages]
    link.executemany("INSERT INTO artifact_text (n, text) VALUES (?, ?)", rows)
    link.executemany(_INDEX, ((n, *page_words(text)) for n, text in rows))
    link.execute(
        "UPDATE artifact_reading SET pages = pages + ?, characters = characters + ? WHERE n = ?",
        (len(rows), sum(len(text) for _, text in rows), reading),
    )


def is_begun(link: sqlite3.Connection, number: int, artifact: str) -> bool:
    """Whether that reading of a file is still the one that is kept."""
    asked = "SELECT 1 FROM artifact_reading WHERE n = ? AND artifact = ? AND outcome = ?"
    return link.execute(asked, (number, artifact, Outcome.BEGUN.value)).fetchone() is not None


def reopen_all(link: sqlite3.Connection) -> None:
    """Note of every file that it is to be read once more; until then it is found by what is kept."""
    link.execute("UPDATE artifact_reading SET outcome = ?", (Outcome.BEGUN.value,))


def finish(link: sqlite3.Connection, number: int, told: Reading) -> None:
    """Note what came of reading a file, all of whose pages are kept."""
    link.execute(
        "UPDATE artifact_reading SET outcome = ?, cut = ? WHERE n = ?",
        (told.outcome.value, int(told.is_cut), number),
    )


_INDEX = "INSERT INTO text_index (rowid, body, grams) VALUES (?, ?, ?)"
_UNINDEX = "INSERT INTO text_index (text_index, rowid, body, grams) VALUES ('delete', ?, ?, ?)"


def _forget(link: sqlite3.Connection, artifact: str) -> None:
    row = link.execute("SELECT n FROM artifact_reading WHERE artifact = ?", (artifact,)).fetchone()
    if row is None:
        return
    between = (row[0] << _PAGES, (row[0] + 1) << _PAGES)
    for n, text in link.execute(
        "SELECT n, text FROM artifact_text WHERE n >= ? AND n < ?", between
    ).fetchall():
        # A contentless index forgets a row only when told the very words it was given.
        link.execute(_UNINDEX, (n, *page_words(text)))
    link.execute("DELETE FROM artifact_text WHERE n >= ? AND n < ?", between)
    link.execute("DELETE FROM artifact_reading WHERE n = ?", row)


# -- what is kept --------------------------------------------------------------------------------


def reading_of(link: sqlite3.Connection, artifact: str) -> Reading | None:
    """What came of reading a file; None where it was not read to its end, by other rules, or where that
    cannot be told."""
    try:
        row = link.execute(
            "SELECT outcome, pages, cut FROM artifact_reading WHERE artifact = ? AND rules = ?",
            (artifact, READ_BY),
        ).fetchone()
    except sqlite3.DatabaseError:
        return None
    if row is None or row[0] == Outcome.BEGUN.value or row[0] not in set(Outcome):
        return None
    return Reading(Outcome(row[0]), int(row[1]), bool(row[2]))


def read_already(link: sqlite3.Connection) -> set[str] | None:
    """The artifacts of which all words are kept that there are; None where that cannot be told."""
    try:
        rows = link.execute(
            "SELECT artifact FROM artifact_reading WHERE rules = ? AND outcome <> ?",
            (READ_BY, Outcome.BEGUN.value),
        ).fetchall()
    except sqlite3.DatabaseError:
        return None
    return {artifact for (artifact,) in rows}


def count_characters(link: sqlite3.Connection) -> int:
    """How many characters of files are kept. Raises sqlite3.DatabaseError."""
    (count,) = link.execute("SELECT coalesce(sum(characters), 0) FROM artifact_reading").fetchone()
    return int(count)


def is_current(link: sqlite3.Connection) -> bool:
    """Whether the index of words was made by the rules of this version."""
    try:
        row = link.execute("SELECT value FROM meta WHERE key = ?", (MARK,)).fetchone()
    except sqlite3.DatabaseError:
        return False
    return row is not None and row[0] == RULES


def holds(link: sqlite3.Connection) -> bool:
    """Whether the index has as many entries as there are pages."""
    try:
        counted, kept = link.execute(
            "SELECT (SELECT count(*) FROM text_index_docsize), "
            "(SELECT coalesce(sum(pages), 0) FROM artifact_reading)"
        ).fetchone()
    except sqlite3.DatabaseError:
        return False
    return counted == kept


def count_strays(link: sqlite3.Connection) -> tuple[int, int]:
    """How many pages the index lacks, and how many entries and pages are of no file that was read.

    Raises sqlite3.DatabaseError.
    """
    (lacks,) = link.execute(
        "SELECT count(*) FROM artifact_text WHERE n NOT IN (SELECT id FROM text_index_docsize)"
    ).fetchone()
    (loose,) = link.execute(
        "SELECT count(*) FROM text_index_docsize WHERE id NOT IN (SELECT n FROM artifact_text)"
    ).fetchone()
    (strays,) = link.execute(
        "SELECT count(*) FROM artifact_text "
        f"WHERE n >> {_PAGES} NOT IN (SELECT n FROM artifact_reading)"
    ).fetchone()
    return int(lacks), int(loose) + int(strays)


def readings(link: sqlite3.Connection) -> set[str]:
    """The names of all artifacts of which words are kept, or were begun to be. Raises sqlite3.DatabaseError."""
    rows = link.execute("SELECT artifact FROM artifact_reading WHERE pages > 0").fetchall()
    return {name for (name,) in rows if isinstance(name, str)}


def rows(link: sqlite3.Connection) -> Iterator[tuple[int, str]]:
    """Every page that is kept, with the number of its row. Raises sqlite3.DatabaseError."""
    after = 0
    while piece := link.execute(
        f"SELECT n, text FROM artifact_text WHERE n > ? ORDER BY n LIMIT {_KEPT_AT_ONCE}", (after,)
    ).fetchall():
        yield from piece
        after = piece[-1][0]


def take_over(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """Keep and index in one database what another has kept, as far as that can be read."""
    try:
        told = source.execute("SELECT * FROM artifact_reading").fetchall()
        target.executemany("INSERT INTO artifact_reading VALUES (?, ?, ?, ?, ?, ?, ?)", told)
        there = source.execute("SELECT DISTINCT id FROM artifact").fetchall()
        target.executemany("INSERT OR IGNORE INTO artifact VALUES (?, 0, '', '', '{}')", there)
        for n, text in rows(source):
            target.execute("INSERT INTO artifact_text VALUES (?, ?)", (n, text))
    except (sqlite3.DatabaseError, OverflowError):
        # Of a damaged file what can be read is found; nothing here is evidence.
        pass
    rebuild(target)


def rebuild(link: sqlite3.Connection) -> None:
    """Make the index anew of the words that are kept, in the transaction that is open."""
    link.execute("INSERT INTO text_index (text_index) VALUES ('delete-all')")
    link.executemany(_INDEX, ((n, *page_words(text)) for n, text in rows(link)))
    mark_current(link)


def mark_current(link: sqlite3.Connection) -> None:
    """Note in the file by which rules its index of words was made."""
    link.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (MARK, RULES))


# -- expunging -----------------------------------------------------------------------------------


def expunge_words(
    link: sqlite3.Connection,
    artifact: str,
    progress: Callable[[int, int], None] | None = None,
) -> bool:
    """Take the words of a file out of every page of the case file, in the open transaction.

    As with bytes, tables are emptied and filled again: where rows are taken out one by one, what they
    held can stay in gaps. The index is made anew, as it keeps the words of a row that went until it is
    next tidied. Whether there were any. `progress` hears of the pages written, and of all that will be.
    """
    if not _has_words(link):
        return False
    row = link.execute("SELECT n FROM artifact_reading WHERE artifact = ?", (artifact,)).fetchone()
    if row is None:
        return False
    (number,) = row
    link.execute("DELETE FROM artifact_reading WHERE n = ?", (number,))
    link.execute(f"CREATE TABLE {_SHELF} (n INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT")
    link.execute(
        f"INSERT INTO {_SHELF} SELECT n, text FROM artifact_text WHERE n >> {_PAGES} <> ?",
        (number,),
    )
    link.execute("INSERT INTO text_index (text_index) VALUES ('delete-all')")
    link.execute("DELETE FROM artifact_text")
    link.execute(f"INSERT INTO artifact_text SELECT n, text FROM {_SHELF}")
    link.execute(f"DROP TABLE {_SHELF}")
    (total,) = link.execute("SELECT count(*) FROM artifact_text").fetchone()
    for done, (n, text) in enumerate(rows(link), 1):
        link.execute(_INDEX, (n, *page_words(text)))
        if progress is not None:
            progress(done, total)
    if link.execute("SELECT 1 FROM meta WHERE key = ?", (MARK,)).fetchone():
        mark_current(link)
    return True


def _has_words(link: sqlite3.Connection) -> bool:
    """Whether a file is of a format in which words are kept; a backup may be of an older one."""
    asked = "SELECT 1 FROM sqlite_schema WHERE name = 'artifact_text' AND type = 'table'"
    return link.execute(asked).fetchone() is not None


# -- passages ------------------------------------------------------------------------------------


def text_of(link: sqlite3.Connection, artifact: str, most: int) -> str:
    """What is kept of a file, its pages below each other, no more than so many signs or a page above;
    empty where that cannot be told."""
    pages: list[str] = []
    try:
        rows = link.execute(
            "SELECT t.text FROM artifact_reading AS r "
            f"JOIN artifact_text AS t ON t.n >= r.n << {_PAGES} AND t.n < r.n + 1 << {_PAGES} "
            "WHERE r.artifact = ? ORDER BY t.n",
            (artifact,),
        )
        for (text,) in rows:
            pages.append(text)
            most -= len(text)
            if most <= 0:
                break
    except sqlite3.DatabaseError:
        return ""
    return "\n".join(pages)


def saying(link: sqlite3.Connection, words: str, most: int) -> frozenset[str]:
    """The artifacts in which some folded words stand one after the other, no more than so many; none
    where that cannot be told."""
    try:
        rows = link.execute(
            "SELECT DISTINCT r.artifact FROM ("
            f"SELECT rowid >> {_PAGES} AS reading FROM text_index WHERE text_index MATCH ?) AS p "
            "JOIN artifact_reading AS r ON r.n = p.reading JOIN artifact AS a ON a.id = r.artifact "
            "LIMIT ?",
            (f'{_COLUMNS} : "{words}"', most),
        ).fetchall()
    except sqlite3.DatabaseError:
        return frozenset()
    return frozenset(artifact for (artifact,) in rows)


# -- finding -------------------------------------------------------------------------------------

_COLUMNS = "body"
_SPREAD_LATER = 1_000.0
"""By how much a file ranks worse that has the words on several pages, and on none all of them."""


def find(link: sqlite3.Connection, text: str, limit: int, named: Named) -> list[FileHit]:
    """The files of the case in which every word of what was typed occurs, best first.

    First those that have all of it on one page, then those that have it on several, or partly in their
    name: `named` tells which have a word there, by the number of the word among `terms`. Raises
    sqlite3.DatabaseError.
    """
    wanted = terms(text, _COLUMNS)
    if not wanted:
        return []
    found = {
        number: FileHit(artifact, rank, _spot(link, number, n, pages))
        for number, artifact, n, rank, pages in _on_one_page(link, " AND ".join(wanted), limit)
    }
    if len(wanted) > 1 and len(found) < limit:
        spread = list(_spread(link, wanted, set(found), limit - len(found), named))
        return [*found.values(), *spread]
    return list(found.values())


Named = Callable[[int], set[str]]
"""The artifacts in whose names a word was met."""


def _on_one_page(
    link: sqlite3.Connection, match: str, limit: int
) -> list[tuple[int, str, int, float, int]]:
    return link.execute(
        "SELECT p.reading, r.artifact, p.n, min(p.rank) AS best, count(*) FROM ("
        f"SELECT rowid >> {_PAGES} AS reading, rowid AS n, bm25(text_index, 1.0, 3.0) AS rank "
        "FROM text_index WHERE text_index MATCH ? LIMIT -1) AS p "
        "JOIN artifact_reading AS r ON r.n = p.reading JOIN artifact AS a ON a.id = r.artifact "
        "GROUP BY p.reading ORDER BY best LIMIT ?",
        (match, limit),
    ).fetchall()


def _spread(
    link: sqlite3.Connection, wanted: list[str], but: set[int], limit: int, named: Named
) -> Iterator[FileHit]:
    there = dict(
        link.execute(
            "SELECT r.n, r.artifact FROM artifact_reading AS r JOIN artifact AS a ON a.id = r.artifact"
        ).fetchall()
    )
    left = there.keys() - but
    met = Counter[int]()
    for at, term in enumerate(wanted):
        rows = link.execute("SELECT rowid FROM text_index WHERE text_index MATCH ?", (term,))
        pages = [n for (n,) in rows.fetchall()]
        met.update(pages)
        readings, names = {n >> _PAGES for n in pages}, named(at)
        left = {each for each in left if each in readings or there[each] in names}
        if not left:
            return
    for reading, pages in islice(_by_reading(met, left), limit):
        # The page that has the most of the words, and the first of those.
        best = min(pages, key=lambda n: (-met[n], n))
        spot = _spot(link, reading, best, len(pages))
        yield FileHit(there[reading], _SPREAD_LATER, spot)


def _by_reading(pages: Iterable[int], wanted: set[int]) -> Iterator[tuple[int, list[int]]]:
    """The pages of some readings, those of each together."""
    found: dict[int, list[int]] = {each: [] for each in sorted(wanted)}
    for n in pages:
        if n >> _PAGES in found:
            found[n >> _PAGES].append(n)
    return ((reading, each) for reading, each in found.items() if each)


def _spot(link: sqlite3.Connection, reading: int, n: int, pages: int) -> Spot:
    row = link.execute("SELECT text FROM artifact_text WHERE n = ?", (n,)).fetchone()
    text = row[0] if row is not None and isinstance(row[0], str) else ""
    return Spot(n - (reading << _PAGES), text, pages)
