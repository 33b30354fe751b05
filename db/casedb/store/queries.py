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


def ask(
    link: sqlite3.Connection, sql: str, values: tuple[JsonValue, ...]
) -> list[dict[str, JsonValue]]:
    """The rows that answer a question, on a reading connection that is closed afterwards.

    Raises InvalidChange where the SQL is not understood or wants to write.
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
            why = str(trouble).rstrip(".")
            raise InvalidChange(f"The query was not carried out: {why}.") from trouble


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


def _refusing(foreign: set[str]) -> Authorizer:
    """Let everything be read but the views in `foreign`."""

    def authorize(
        action: int, first: str | None, _: str | None, where: str | None, __: str | None
    ) -> int:
        reads_foreign = action == sqlite3.SQLITE_READ and first in foreign
        # Of two views of one name, ours in front and the file's behind it, only ours is meant.
        if reads_foreign and (where == "main" or first not in VIEWS):
            return sqlite3.SQLITE_DENY
        return sqlite3.SQLITE_OK

    return authorize
