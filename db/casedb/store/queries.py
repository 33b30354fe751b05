"""SQL that somebody asks of a case: reading only, and never through a view of somebody else's."""

from __future__ import annotations

import contextlib
import re
import sqlite3
from collections.abc import Callable
from functools import lru_cache
from typing import TypeAlias

from casedb.errors import InvalidChange
from casedb.model.json_value import JsonValue
from casedb.store.views import VIEWS
from casedb.words import say


def ask(
    link: sqlite3.Connection, sql: str, values: tuple[JsonValue, ...]
) -> list[dict[str, JsonValue]]:
    """The rows that answer a question, on a reading connection that is closed afterwards.

    Questions are SELECT, VALUES and WITH, also explained, and those PRAGMAs that tell of tables,
    columns, indexes and the file itself (as Datasette has them); of the others some write and some
    change how a file is read. Raises InvalidChange for anything else, and where the SQL is not
    understood.
    """
    with contextlib.closing(link):
        try:
            # Our own views stand before those in the file, which another version or another hand
            # may have written; SQLite also trusts them more than it trusts a file.
            held = link.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'view'")
            foreign = {str(name) for name, text in held.fetchall() if VIEWS.get(name) != text}
            for name in _views_in(sql):
                link.execute(VIEWS[name].replace("CREATE VIEW", "CREATE TEMP VIEW", 1))
            link.set_authorizer(_refusing(foreign))
            link.row_factory = sqlite3.Row
            return [dict(row) for row in link.execute(sql, values)]
        except (sqlite3.Error, sqlite3.Warning, OverflowError, ValueError) as trouble:
            raise InvalidChange(
                say("The query was not carried out: {reason}.", reason=_reason_of(trouble))
            ) from trouble


def _reason_of(trouble: Exception) -> str:
    why = str(trouble).rstrip(".")
    # What SQLite says of a whole statement that the authorizer refuses.
    is_refused = why in ("not authorized", "authorization denied")
    return say("only questions are answered, such as SELECT") if is_refused else why


def _views_in(sql: str) -> set[str]:
    """The views that a question names, and those that these are made of."""
    found: set[str] = set()
    waiting = set(_views_named(sql))
    while waiting:
        name = waiting.pop()
        found.add(name)
        waiting |= _views_named(VIEWS[name]) - found
    return found


@lru_cache(maxsize=64)
def _views_named(sql: str) -> frozenset[str]:
    return frozenset(VIEWS.keys() & set(re.findall(r"\w+", sql.lower())))


Authorizer: TypeAlias = "Callable[[int, str | None, str | None, str | None, str | None], int]"

_READING = frozenset(
    {
        sqlite3.SQLITE_SELECT,
        sqlite3.SQLITE_READ,
        sqlite3.SQLITE_FUNCTION,
        sqlite3.SQLITE_RECURSIVE,
    }
)
_TELLING = frozenset(
    {
        "collation_list",
        "compile_options",
        "database_list",
        "foreign_key_list",
        "function_list",
        "index_info",
        "index_list",
        "index_xinfo",
        "module_list",
        "pragma_list",
        "table_info",
        "table_list",
        "table_xinfo",
    }
)
"""PRAGMAs that only ever tell, whatever they are given."""

_TELLING_BARE = frozenset(
    {
        "application_id",
        "data_version",
        "encoding",
        "freelist_count",
        "page_count",
        "page_size",
        "schema_version",
        "user_version",
    }
)
"""PRAGMAs that tell where they are given nothing, and set where they are given something. The
full-text index asks for `data_version` by itself."""


def _refusing(foreign: set[str]) -> Authorizer:
    """Let everything be read but the views in `foreign`, and nothing else be done."""

    def authorize(
        action: int, first: str | None, given: str | None, where: str | None, __: str | None
    ) -> int:
        if action == sqlite3.SQLITE_PRAGMA:
            name = (first or "").lower()
            tells = name in _TELLING or (name in _TELLING_BARE and given is None)
            return sqlite3.SQLITE_OK if tells else sqlite3.SQLITE_DENY
        # A virtual table says in these words what columns it has; the file is open for reading.
        declares = action == sqlite3.SQLITE_UPDATE and first == "sqlite_master"
        if not declares and action not in _READING:
            return sqlite3.SQLITE_DENY
        reads_foreign = action == sqlite3.SQLITE_READ and first in foreign
        # Of two views of one name, ours in front and the file's behind it, only ours is meant.
        if reads_foreign and (where == "main" or first not in VIEWS):
            return sqlite3.SQLITE_DENY
        return sqlite3.SQLITE_OK

    return authorize
