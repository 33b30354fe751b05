"""Connections to case files: every one the house opens, with what it may do and nothing more.

What goes wrong on them is told in words that a sentence for a person can end with. A connection may
be used in another thread than it was made in, as a case is opened in one and worked on in another;
never in two at once.
"""

from __future__ import annotations

import contextlib
import re
import sqlite3
import sys
import time
from collections.abc import Callable, Generator, Iterable, Mapping
from pathlib import Path
from typing import Any, Self, TypeAlias, TypeVar

from casedb.failing import on_failure
from casedb.words import say, term

Connection: TypeAlias = sqlite3.Connection
"""What the rest of the house hands on without knowing what it is."""

BUSY_SECONDS = 5.0
"""How long a reader or writer waits for another program's lock on the file."""


def connect_for_writing(path: Path, *, defensive: bool = True) -> sqlite3.Connection:
    """The connection of an open case, with the settings that every commit relies on.

    One that is not `defensive` can write in the tables that FTS5 keeps for itself.
    """
    link = sqlite3.connect(
        path,
        isolation_level=None,
        check_same_thread=False,
        timeout=BUSY_SECONDS,
        factory=Plainspoken,
    )
    with on_failure(link.close):
        settle(link)
        if defensive:
            _refuse_tricks(link)
        link.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
        link.setlimit(sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 10)
    return link


def settle(link: sqlite3.Connection) -> None:
    """Give a writing connection the settings that every commit relies on (docs/trust.md)."""
    for pragma in (
        "journal_mode=DELETE",
        "synchronous=EXTRA",
        "foreign_keys=ON",
        "secure_delete=ON",
        "temp_store=MEMORY",
        "mmap_size=0",
        "cell_size_check=ON",
        "trusted_schema=OFF",
        "cache_size=-16384",
    ):
        link.execute(f"PRAGMA {pragma}")
    if sys.platform == "darwin":
        link.execute("PRAGMA fullfsync=ON")


def connect_for_reading(path: Path, *, alone: bool, tolerant: bool = False) -> sqlite3.Connection:
    """A connection that reads a case.

    `alone`: nobody else writes the file; then what lies beside it is not looked at either.
    `tolerant`: read on where the file is shorter than its header says, or its schema is torn.
    """
    link = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=ro{'&immutable=1' if alone else ''}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=BUSY_SECONDS,
        factory=Plainspoken,
    )
    with on_failure(link.close):
        restrict(link)
        if tolerant:
            link.execute("PRAGMA writable_schema=ON")
            link.text_factory = text_or_bytes
        else:
            _refuse_tricks(link)
    return link


def text_or_bytes(cell: bytes) -> str | bytes:
    """A text of the file; where it is no UTF-8 its bytes, which nothing takes for a text."""
    try:
        return cell.decode()
    except UnicodeDecodeError:
        return cell


def restrict(link: sqlite3.Connection) -> None:
    """Take from a connection what reading a case does not need."""
    link.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    link.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 256 << 20)
    link.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, 1 << 20)
    link.setlimit(sqlite3.SQLITE_LIMIT_COLUMN, 100)
    link.setlimit(sqlite3.SQLITE_LIMIT_EXPR_DEPTH, 100)
    link.setlimit(sqlite3.SQLITE_LIMIT_VDBE_OP, 25_000)
    link.setlimit(sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 10)
    for pragma in (
        "trusted_schema=OFF",
        "cell_size_check=ON",
        "mmap_size=0",
        "temp_store=MEMORY",
    ):
        link.execute(f"PRAGMA {pragma}")


def _refuse_tricks(link: sqlite3.Connection) -> None:
    if sys.version_info >= (3, 12):
        link.setconfig(sqlite3.SQLITE_DBCONFIG_DQS_DML, False)
        link.setconfig(sqlite3.SQLITE_DBCONFIG_DQS_DDL, False)
        link.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)


@contextlib.contextmanager
def within(link: sqlite3.Connection, seconds: float) -> Generator[None]:
    """Let what is asked inside take that long; then it fails with “interrupted”."""
    deadline = time.monotonic() + seconds
    link.set_progress_handler(lambda: int(time.monotonic() > deadline), 20_000)
    try:
        yield
    finally:
        link.set_progress_handler(None, 0)


def was_interrupted(trouble: sqlite3.Error) -> bool:
    """Whether a deadline passed or somebody called `interrupt`."""
    # Troubles that Python found, not SQLite, carry no code.
    return getattr(trouble, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT


def sqlite_version() -> str:
    """The version of the SQLite library in use."""
    return sqlite3.sqlite_version


# -- troubles in words -------------------------------------------------------------------------

T = TypeVar("T")

_IN_WORDS: Mapping[str, str] = {
    "SQLITE_CORRUPT": term("a part of the file is damaged"),
    "SQLITE_NOTADB": term("a part of the file is damaged"),
    "SQLITE_FULL": term("the disk is full"),
    "SQLITE_IOERR": term("the disk failed"),
    "SQLITE_CANTOPEN": term("the file cannot be reached"),
    "SQLITE_READONLY": term("the file may not be written"),
    "SQLITE_BUSY": term("another program is holding the file"),
    "SQLITE_LOCKED": term("another program is holding the file"),
    "SQLITE_PROTOCOL": term("another program is holding the file"),
    "SQLITE_PERM": term("the system does not permit it"),
    "SQLITE_TOOBIG": term("a value is too large"),
    "SQLITE_NOMEM": term("there is not enough memory"),
}
"""By what SQLite's names of troubles begin with."""

_TORN_LIST = term("the list of its tables is damaged")
_MISSING = re.compile(r"no such (table|column): (?:main\.)?(.*)", re.DOTALL)


def reason_of(trouble: OSError | sqlite3.Error | UnicodeDecodeError) -> str:
    """A trouble in words that a sentence can end with; SQLite's own where a person asked in SQL."""
    if isinstance(trouble, OSError):
        return trouble.strerror or say("the system refuses it")
    if isinstance(trouble, UnicodeDecodeError):
        # SQLite quotes the statement it stumbled over, and Python cannot read the quotation.
        return say(_TORN_LIST)
    name, said = str(getattr(trouble, "sqlite_errorname", "")), str(trouble)
    if "malformed database schema" in said:
        return say(_TORN_LIST)
    if said.startswith("Could not decode to UTF-8"):
        return say("a text in it is damaged")
    if said == "malformed JSON":
        return say("a text in it is no JSON")
    missing = _MISSING.match(said)
    if missing:
        if missing[1] == "table":
            return say("there is no table “{name}”", name=missing[2][:40])
        return say("there is no column “{name}”", name=missing[2][:40])
    if said.startswith("Cannot operate on a closed database"):
        return say("it is closed")
    for start, words in _IN_WORDS.items():
        if name.startswith(start):
            return say(words)
    return said.rstrip(".")


class Plainspoken(sqlite3.Connection):
    """A connection whose troubles say what `reason_of` makes of them, and keep their code."""

    def cursor(self, factory: Any = None) -> Any:
        """A cursor that does the same."""
        return _in_words(super().cursor, factory or _PlainspokenCursor)

    # Python's own short cuts go past `cursor`.

    def execute(self, sql: str, parameters: Any = (), /) -> Any:
        """As a cursor's."""
        return self.cursor().execute(sql, parameters)

    def executemany(self, sql: str, parameters: Iterable[Any], /) -> Any:
        """As a cursor's."""
        return self.cursor().executemany(sql, parameters)


class _PlainspokenCursor(sqlite3.Cursor):
    def execute(self, sql: str, parameters: Any = (), /) -> Self:
        return _in_words(super().execute, sql, parameters)

    def executemany(self, sql: str, parameters: Iterable[Any], /) -> Self:
        return _in_words(super().executemany, sql, parameters)

    def fetchone(self) -> Any:
        return self._fetch(super().fetchone)

    def fetchmany(self, size: int | None = None) -> list[Any]:
        return self._fetch(super().fetchmany, self.arraysize if size is None else size)

    def fetchall(self) -> list[Any]:
        return self._fetch(super().fetchall)

    def __next__(self) -> Any:
        return self._fetch(super().__next__)

    def _fetch(self, do: Callable[..., T], *given: object) -> T:
        try:
            return _in_words(do, *given)
        except sqlite3.DatabaseError:
            # A kept trouble keeps its cursor, whose statement would go on and bar a VACUUM.
            with contextlib.suppress(sqlite3.ProgrammingError):
                self.close()
            raise


def _in_words(do: Callable[..., T], *given: object) -> T:
    try:
        return do(*given)
    except UnicodeDecodeError as trouble:
        raise sqlite3.DatabaseError(reason_of(trouble)) from trouble
    except sqlite3.DatabaseError as trouble:
        trouble.args = (reason_of(trouble),)
        raise
