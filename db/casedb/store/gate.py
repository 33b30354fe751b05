"""The gate: what is looked at before SQLite may touch a file that somebody sent.

A planted journal makes SQLite delete files of the user's, and a foreign trigger, view or virtual
table in the file runs when it is read. So the bytes are judged first, then the schema is compared
with what this version would have written, and only then is the case opened for real.
"""

from __future__ import annotations

import errno
import os
import re
import sqlite3
import stat
import time
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from casedb.errors import CannotOpen, CaseDamaged, NotACase
from casedb.store.views import VIEWS

APPLICATION_ID = 0x43415342
"""`CASB`, at byte 68 of the file."""

MAGIC = b"SQLite format 3\0"
SIDECARS = ("-journal", "-wal", "-shm")
CHECK_SECONDS = 20.0
"""How long the check of a file may take before it is refused."""


@dataclass(frozen=True, slots=True)
class Header:
    """What the first hundred bytes say."""

    format: int
    page_size: int
    pages: int
    size: int
    wal: bool


def read_header(path: Path) -> Header:
    """Judge a file by its kind and its first bytes.

    Raises CannotOpen where the system says no, NotACase where it is something else and
    CaseDamaged where it was a case and is cut short.
    """
    name = path.name
    try:
        # Not blocking on a pipe, and never through a link that was swapped in after resolving.
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
        handle = os.open(path, flags | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        raise CannotOpen(f"There is no file “{name}” in that place.") from None
    except PermissionError:
        what = "folder" if path.is_dir() else "file"
        raise CannotOpen(
            f"“{name}” cannot be read: the system does not permit it for this {what}."
        ) from None
    except OSError as trouble:
        if trouble.errno == errno.EISDIR:
            raise CannotOpen(f"“{name}” is a folder, not a case file.") from None
        raise CannotOpen(f"“{name}” cannot be opened: {trouble.strerror}.") from None
    try:
        found = os.fstat(handle)
        if stat.S_ISDIR(found.st_mode):
            raise CannotOpen(f"“{name}” is a folder, not a case file.")
        if not stat.S_ISREG(found.st_mode):
            raise CannotOpen(f"“{name}” is not a regular file, so it cannot be a case.")
        head = os.read(handle, 100)
    finally:
        os.close(handle)
    return judge_header(name, head, found.st_size)


def judge_header(name: str, head: bytes, size: int) -> Header:
    """Judge the first hundred bytes of a file of that size. Raises NotACase or CaseDamaged."""
    if size == 0:
        raise NotACase(f"“{name}” is empty (0 bytes), so there is no case in it.")
    if not head.startswith(MAGIC):
        raise NotACase(f"“{name}” is not a Caseboard case.")
    if len(head) < 100:
        raise CaseDamaged(f"“{name}” ends after {size} bytes; no case can be read from it.")
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise NotACase(f"“{name}” is an SQLite file of another program, not a Caseboard case.")
    raw = int.from_bytes(head[16:18], "big")
    page_size = 65536 if raw == 1 else raw
    if page_size < 512 or page_size & (page_size - 1):
        raise CaseDamaged(f"“{name}” is damaged: its header names an impossible page size.")
    if head[18] not in (1, 2) or head[19] not in (1, 2):
        raise CaseDamaged(f"“{name}” is damaged: its header names an unknown file version.")
    if int.from_bytes(head[56:60], "big") != 1:
        raise CaseDamaged(f"“{name}” is damaged: its header names an unknown text encoding.")
    pages = int.from_bytes(head[28:32], "big")
    if pages * page_size > size:
        missing = pages * page_size - size
        raise CaseDamaged(
            f"“{name}” is cut short: {missing:,} of {pages * page_size:,} bytes are missing. "
            "The file was left as it is; open a backup or a complete copy instead."
        )
    return Header(
        format=int.from_bytes(head[60:64], "big"),
        page_size=page_size,
        pages=pages,
        size=size,
        wal=head[18] == 2 or head[19] == 2,
    )


def sidecars_of(path: Path) -> list[Path]:
    """The files beside a case that SQLite would take for its own."""
    found = (path.with_name(path.name + ending) for ending in SIDECARS)
    return [each for each in found if os.path.lexists(each)]


def names_super_journal(journal: Path) -> bool:
    """Whether a rollback journal names a super-journal: SQLite would delete what that names.

    Ours never do; the mark is the magic number at the journal's very end.
    """
    with journal.open("rb") as stream:
        stream.seek(0, os.SEEK_END)
        length = stream.tell()
        if length < 16:
            return False
        stream.seek(length - 8)
        return stream.read(8) == bytes.fromhex("d9d505f920a163d7")


def connect_to_check(path: Path) -> sqlite3.Connection:
    """A connection that reads one file and nothing beside it, with narrow limits."""
    link = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    restrict(link)
    return link


def restrict(link: sqlite3.Connection) -> None:
    """Take from a connection what reading a case does not need."""
    link.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    link.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 256 << 20)
    link.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, 1 << 20)
    link.setlimit(sqlite3.SQLITE_LIMIT_EXPR_DEPTH, 100)
    link.setlimit(sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 10)
    link.execute("PRAGMA trusted_schema=OFF")
    link.execute("PRAGMA cell_size_check=ON")
    link.execute("PRAGMA mmap_size=0")
    link.execute("PRAGMA temp_store=MEMORY")


def check(path: Path, *, known_format: bool) -> list[str]:
    """Look through a file before it is opened for real; what is damaged comes back as sentences.

    Raises NotACase where the schema holds anything that a case does not, or where the file cannot
    be read at all.
    """
    link = connect_to_check(path)
    try:
        deadline = time.monotonic() + CHECK_SECONDS
        link.set_progress_handler(lambda: int(time.monotonic() > deadline), 20_000)
        if known_format:
            check_schema(link, path.name)
        return damages(link)
    except sqlite3.OperationalError as trouble:
        if "interrupted" in str(trouble):
            raise NotACase(
                f"“{path.name}” could not be checked within {CHECK_SECONDS:.0f} seconds, "
                "so it was not opened."
            ) from trouble
        raise CaseDamaged(f"“{path.name}” is damaged and cannot be read: {trouble}.") from trouble
    except sqlite3.DatabaseError as trouble:
        raise CaseDamaged(f"“{path.name}” is damaged and cannot be read: {trouble}.") from trouble
    finally:
        link.close()


def check_schema(link: sqlite3.Connection, name: str) -> None:
    """Compare the schema, statement by statement, with the one this version writes."""
    expected = expected_schema()
    for kind, title, sql in link.execute("SELECT type, name, sql FROM sqlite_schema"):
        if title.startswith("sqlite_") and (sql is None or title == "sqlite_sequence"):
            continue
        if title in _LIBRARY_TABLES and sql and _PLAIN.fullmatch(sql):
            continue
        if kind == "view" and title in VIEWS:
            # Ours by name; it is compared again and rebuilt before anything reads it.
            continue
        if expected.get(title) != (kind, _squeezed(sql or "")):
            raise NotACase(
                f"“{name}” holds a {kind} “{title[:60]}” that no case of this format has, "
                "so it was not opened."
            )


def damages(link: sqlite3.Connection) -> list[str]:
    """What SQLite finds broken, in words; the bytes of artifacts are checked by their hashes."""
    tables = [
        title
        for (title,) in link.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'artifact_chunk' "
            "AND sql NOT LIKE 'CREATE VIRTUAL%' AND name NOT LIKE 'search\\_index\\_%' ESCAPE '\\'"
        )
    ]
    found: list[str] = []
    for title in tables:
        quoted = title.replace('"', '""')
        try:
            rows = [text for (text,) in link.execute(f'PRAGMA quick_check("{quoted}")')]
        except sqlite3.OperationalError as trouble:
            if "interrupted" in str(trouble):
                raise
            rows = [str(trouble)]
        except sqlite3.DatabaseError as trouble:
            rows = [str(trouble)]
        found += [f"Table “{title}”: {text}." for text in rows if text != "ok"]
    return found


@cache
def expected_schema() -> dict[str, tuple[str, str]]:
    """The statements of schema.sql by name: (type, statement with single spaces)."""
    script = files("casedb").joinpath("schema.sql").read_text(encoding="utf-8")
    found: dict[str, tuple[str, str]] = {}
    for statement in script.split("\n\n"):
        sql = "\n".join(line for line in statement.splitlines() if not line.startswith("--"))
        match = _CREATE.match(sql)
        if match:
            kind = match["kind"].split()[-1].lower()
            found[match["name"].strip('"[]')] = (kind, _squeezed(sql.strip().removesuffix(";")))
    return found


def _squeezed(sql: str) -> str:
    return " ".join(sql.split())


_CREATE = re.compile(
    r"\s*CREATE\s+(?P<kind>UNIQUE\s+INDEX|VIRTUAL\s+TABLE|TABLE|INDEX|TRIGGER|VIEW)\s+"
    r"(?P<name>\"[^\"]+\"|\[[^\]]+\]|'[^']+'|\w+)"
)
# Written by sqlite-utils and by FTS5, by each version in its own words; nothing but plain columns may
# stand in them.
_LIBRARY_TABLES = frozenset(
    {
        "_sqlite_migrations",
        "idx__sqlite_migrations_migration_set_name",
        "search_index_data",
        "search_index_idx",
        "search_index_docsize",
        "search_index_config",
    }
)
_PLAIN = re.compile(r"CREATE (?:TABLE|UNIQUE INDEX)[\w\s\"'\[\](),]+")
