"""The gate: what is looked at before a file that somebody sent is read for real.

A foreign trigger, view, virtual table or generated column in the file would run when it is read or
written. So the schema is compared, statement by statement, with what a case of its format holds,
and the structure is looked through, within a deadline, on a connection that believes nothing that
lies beside the file.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TypeAlias

from casedb.disk import shown_name
from casedb.errors import CaseDamaged, NotACase
from casedb.store.connections import connect_for_reading, reason_of, was_interrupted, within
from casedb.store.formats import CURRENT_FORMAT
from casedb.store.header import Header
from casedb.store.rows import CODECS
from casedb.store.views import VIEWS
from casedb.words import say, term, written

CHECK_SECONDS = 20.0
"""How long the check of a file may take before it is refused."""

LARGE = 8 << 20
"""Bytes of a file from which on two tables can be looked through at a time."""

MOST_DAMAGES = 100
"""Faults of one table that are counted; more would say no more."""


def check(path: Path, header: Header, *, in_haste: bool = False) -> list[str]:
    """Look through a file before it is opened for real; what is damaged comes back as sentences.

    `in_haste`, while somebody waits, two look through a large one.
    Raises NotACase where the schema holds anything that a case does not, and CaseDamaged where
    nothing can be read.
    """
    name = shown_name(path)
    try:
        if not header.missing:
            try:
                return _look_through(path, header, name, tolerant=False, in_haste=in_haste)
            except sqlite3.DatabaseError as trouble:
                if was_interrupted(trouble):
                    raise
        # Tolerance costs certainty, so it is shown only to a file that cannot be read without.
        try:
            found = _look_through(path, header, name, tolerant=True, in_haste=in_haste)
        except CaseDamaged:
            raise
        except NotACase as trouble:
            raise _damaged(name, say(_TORN)) from trouble
        # Whatever could not be read without tolerance is a damage, also where all can be with it.
        return found or [say("The list of its tables is damaged.")]
    except sqlite3.DatabaseError as trouble:
        if was_interrupted(trouble):
            raise NotACase(
                say(
                    "“{name}” could not be checked within {seconds} seconds, so it was not opened.",
                    name=name,
                    seconds=written(CHECK_SECONDS, 0),
                )
            ) from trouble
        raise _damaged(name, reason_of(trouble)) from trouble


_TORN = term("its list of tables is torn")


def _damaged(name: str, why: str) -> CaseDamaged:
    return CaseDamaged(
        say(
            "“{name}” is damaged and cannot be read: {why}. It was left as it is; open a backup "
            "or another copy instead.",
            name=name,
            why=why,
        )
    )


def _why_no_tables(header: Header, *, whole_schema: bool) -> str:
    """Why not one table of a case was found, as far as can be known."""
    if whole_schema:
        return say("none of the tables of a case is in it")
    if not header.missing:
        return say("its list of tables cannot be read")
    return say(
        "it is cut short, {missing} of {whole} bytes are missing, and what is left does not say which "
        "tables there are",
        missing=header.missing,
        whole=header.whole,
    )


def _look_through(
    path: Path, header: Header, name: str, *, tolerant: bool, in_haste: bool
) -> list[str]:
    found: list[str] = []
    if header.missing:
        missing, whole = header.missing, header.whole
        found.append(
            say(
                "The file is cut short: {missing} of {whole} bytes are missing.",
                missing=missing,
                whole=whole,
            )
        )
    link = connect_for_reading(path, alone=True, tolerant=tolerant)
    try:
        with within(link, CHECK_SECONDS):
            schema, whole_schema = _read_schema(link, tolerant=tolerant)
            if not any(kind == "table" and title in _RECORD_TABLES for kind, title, _ in schema):
                raise _damaged(name, _why_no_tables(header, whole_schema=whole_schema))
            if not whole_schema:
                found.append(say("The list of its tables cannot be read to its end."))
            if header.format > CURRENT_FORMAT:
                check_newer_schema(link, schema, name)
            else:
                found += check_schema(schema, name, header.format)
            helper = _helper(path, tolerant=tolerant) if in_haste and header.size >= LARGE else None
            if helper is None:
                return found + damages(link, schema)
            with closing(helper), within(helper, CHECK_SECONDS):
                return found + damages(link, schema, helper)
    finally:
        link.close()


def _helper(path: Path, *, tolerant: bool) -> sqlite3.Connection | None:
    """A second reader, or None where the system gives none: that says nothing about the file."""
    try:
        return connect_for_reading(path, alone=True, tolerant=tolerant)
    except sqlite3.Error:
        return None


SchemaRow: TypeAlias = "tuple[str, str, str | None]"
"""Type, name and statement of one thing in a file's schema."""


def _read_schema(link: sqlite3.Connection, *, tolerant: bool) -> tuple[list[SchemaRow], bool]:
    """The schema as far as it can be read, and whether that is all of it."""
    found: list[SchemaRow] = []
    try:
        for kind, title, sql in link.execute("SELECT type, name, sql FROM sqlite_schema"):
            # A torn page can hold anything; what names nothing makes nothing either.
            if isinstance(kind, str) and isinstance(title, str) and isinstance(sql, str | None):
                found.append((kind, title, sql))
    except sqlite3.DatabaseError as trouble:
        if not tolerant or was_interrupted(trouble):
            raise
        return found, False
    return found, True


def check_schema(schema: Iterable[SchemaRow], name: str, written: int) -> list[str]:
    """Compare the schema, statement by statement, with that of a format; what is missing of it.

    Raises NotACase where something foreign is found.
    """
    expected = schema_of(written)
    missing = {title: kind for title, (kind, _) in expected.items() if kind != "view"}
    for kind, title, sql in schema:
        if title.startswith("sqlite_") and (sql is None or title == "sqlite_sequence"):
            continue
        if kind == "view" and (title in VIEWS or written != CURRENT_FORMAT):
            # Never read: `queries` puts our own in front, and the first change rebuilds them.
            continue
        if title in _FTS_TABLES:
            fitting = kind == "table" and _bare(sql) in _FTS_TABLES[title]
        else:
            fitting = expected.get(title) == (kind, _squeezed(sql or ""))
        if not fitting:
            raise _foreign(name, kind, title)
        missing.pop(title, None)
    return [
        say("The {kind} “{title}” is not in the file.", kind=kind, title=title)
        for title, kind in missing.items()
    ]


def check_newer_schema(link: sqlite3.Connection, schema: Iterable[SchemaRow], name: str) -> None:
    """Make sure that the tables we would read of a newer format are nothing but tables.

    What else a newer version has, we cannot know and do not touch. Raises NotACase.
    """
    read = _RECORD_TABLES | {"journal", "journal_edit", "artifact_chunk", "reference", "meta"}
    for kind, title, sql in schema:
        if kind == "trigger" or title not in read:
            continue
        plain = kind == "table" and not _VIRTUAL.match(sql or "")
        if not plain or any(hidden for *_, hidden in _columns(link, title)):
            raise _foreign(name, kind, title)


def _columns(link: sqlite3.Connection, table: str) -> list[tuple[object, ...]]:
    return link.execute("SELECT * FROM pragma_table_xinfo(?)", (table,)).fetchall()


def _foreign(name: str, kind: str, title: str) -> NotACase:
    return NotACase(
        say(
            "“{name}” holds a {kind} “{part}” that no case of this format has, so it was not "
            "opened.",
            name=name,
            kind=kind[:10],
            part=shown_name(Path(title)),
        )
    )


def damages(
    link: sqlite3.Connection,
    schema: Iterable[SchemaRow],
    helper: sqlite3.Connection | None = None,
) -> list[str]:
    """What SQLite finds broken, in words; the bytes of artifacts are checked by their hashes.

    With a `helper`, another connection to the same file, in half the time.
    """
    tables = [
        title
        for kind, title, sql in schema
        if kind == "table" and not _is_passed_over(title) and not _VIRTUAL.match(sql or "")
    ]
    waiting, found = iter(tables), dict[str, list[str]]()

    def look(through: sqlite3.Connection) -> None:
        for title in waiting:
            found[title] = _damages_of(through, title)

    if helper is None:
        look(link)
    else:
        with ThreadPoolExecutor(1) as pool:
            beside = pool.submit(look, helper)
            try:
                look(link)
            except BaseException:
                # Nobody waits for the rest: the other one is not to go through it.
                for _ in waiting:
                    pass
                helper.interrupt()
                raise
        beside.result()
    return [told for title in tables for told in found[title]]


def _is_passed_over(table: str) -> bool:
    """Whether a table is large and looked at elsewhere: bytes by their hashes, and what was read of them,
    which can be made anew, where it is used."""
    return table in ("artifact_chunk", "artifact_text") or table.startswith("text_index_")


def _damages_of(link: sqlite3.Connection, table: str) -> list[str]:
    """What is broken in one table: its pages, or rows that its own rules forbid."""
    quoted = table.replace('"', '""')
    shown = shown_name(Path(table))
    # One more than is counted, to know whether there are more.
    asked = f'PRAGMA quick_check("{quoted}")'
    try:
        faults = [str(text) for (text,) in link.execute(asked).fetchmany(MOST_DAMAGES + 1)]
    except sqlite3.DatabaseError as trouble:
        if was_interrupted(trouble):
            raise
        faults = ["unreadable"]
    broken = sum(bool(_BREAKS_A_RULE.match(fault)) for fault in faults)
    found: list[str] = []
    if broken < len(faults) and faults != ["ok"]:
        found.append(say("Pages of table “{table}” are damaged.", table=shown))
    if broken > MOST_DAMAGES:
        found.append(
            say(
                "More than {n} row of table “{table}” break the table's rules.",
                "More than {n} rows of table “{table}” break the table's rules.",
                n=MOST_DAMAGES,
                table=shown,
            )
        )
    elif broken:
        found.append(
            say(
                "{n} row of table “{table}” breaks the table's rules.",
                "{n} rows of table “{table}” break the table's rules.",
                n=broken,
                table=shown,
            )
        )
    return found


@cache
def schema_of(written: int) -> Mapping[str, tuple[str, str]]:
    """The statements of a format by name: (type, statement with single spaces)."""
    if written == CURRENT_FORMAT:
        script = files("casedb").joinpath("schema.sql").read_text(encoding="utf-8")
        plain = "\n".join(line for line in script.splitlines() if not line.startswith("--"))
        sources = [sql.strip().removesuffix(";") for sql in plain.split("\n\n")]
    else:
        # Imported late: sqlite-utils, which this needs, takes longer than opening a case.
        from casedb.store.migrations import statements_of

        sources = statements_of(written)
    found: dict[str, tuple[str, str]] = {}
    for sql in sources:
        match = _CREATE.match(sql)
        if match:
            kind = match["kind"].split()[-1].lower()
            found[match["name"].strip('"[]')] = (kind, _squeezed(sql))
    return found


def _squeezed(sql: str) -> str:
    return " ".join(sql.split())


def _bare(sql: str | None) -> str:
    return re.sub(r"[\s\"'\[\]]+", "", sql or "").lower()


_CREATE = re.compile(
    r"\s*CREATE\s+(?P<kind>UNIQUE\s+INDEX|VIRTUAL\s+TABLE|TABLE|INDEX|TRIGGER|VIEW)\s+"
    r"(?P<name>\"[^\"]+\"|\[[^\]]+\]|'[^']+'|\w+)"
)
_RECORD_TABLES = frozenset(codec.table for codec in CODECS.values())
_BREAKS_A_RULE = re.compile(r"NULL value in |CHECK constraint failed|(?:non-|\w+ value in )")
"""What SQLite's check says of rows that the columns and CHECKs of their table forbid."""

_VIRTUAL = re.compile(r"\s*CREATE\s+VIRTUAL", re.IGNORECASE)

# The tables that FTS5 makes for itself, each version in its own words and quotation marks.
_FTS_TABLES: Mapping[str, frozenset[str]] = {
    f"{index}_{part}": frozenset(f"createtable{index}_{part}({each}" for each in forms)
    for index in ("search_index", "text_index")
    for part, forms in {
        "data": ("idintegerprimarykey,blockblob)",),
        "idx": ("segid,term,pgno,primarykey(segid,term))withoutrowid",),
        "docsize": (
            "idintegerprimarykey,szblob)",
            "idintegerprimarykey,szblob,origininteger)",
        ),
        "config": ("kprimarykey,v)withoutrowid",),
    }.items()
}
