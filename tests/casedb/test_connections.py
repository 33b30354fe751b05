"""Connections: what fails on them is told in words, leaves nothing running and nothing open."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from casedb import Case
from casedb.errors import CaseDamaged
from casedb.store import opening
from casedb.store.connections import connect_for_reading, connect_for_writing

Fetch = Callable[[sqlite3.Cursor], object]

FETCHES: tuple[Fetch, ...] = (
    lambda cursor: [cursor.fetchone(), cursor.fetchone()],
    lambda cursor: cursor.fetchmany(5),
    lambda cursor: cursor.fetchall(),
    lambda cursor: list(cursor),
)


@pytest.mark.parametrize("fetch", FETCHES)
def test_a_fetch_that_failed_leaves_nothing_running_while_its_trouble_is_kept(
    tmp_path: Path, fetch: Fetch
) -> None:
    with closing(connect_for_writing(tmp_path / "texts")) as link:
        link.execute("CREATE TABLE word (said TEXT)")
        link.execute("INSERT INTO word VALUES ('good'), (CAST(x'ff' AS TEXT)), ('after')")
        kept: list[BaseException] = []
        try:
            fetch(link.execute("SELECT said FROM word"))
        except sqlite3.DatabaseError as trouble:
            kept.append(trouble)
        assert [str(each) for each in kept] == ["a text in it is damaged"]
        link.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 1)
        link.execute("VACUUM INTO ?", (str(tmp_path / "copy"),))


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("SELECT 1 FROM nowhere", "there is no table “nowhere”"),
        ("SELECT 1 FROM main.nowhere", "there is no table “nowhere”"),
        ("SELECT heard FROM word", "there is no column “heard”"),
    ],
)
def test_what_is_missing_in_a_file_is_named(tmp_path: Path, asked: str, told: str) -> None:
    with closing(connect_for_writing(tmp_path / "texts")) as link:
        link.execute("CREATE TABLE word (said TEXT)")
        with pytest.raises(sqlite3.OperationalError) as trouble:
            link.execute(asked)
    assert str(trouble.value) == told


def is_closed(link: sqlite3.Connection) -> bool:
    try:
        link.execute("SELECT 1")
    except sqlite3.ProgrammingError as trouble:
        assert str(trouble) == "it is closed"
        return True
    return False


def test_opening_that_fails_on_the_way_leaves_no_connection_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Case.create(tmp_path / "case.caseboard").close()
    opened: list[sqlite3.Connection] = []

    def connect(*told: Any, **how: Any) -> sqlite3.Connection:
        opened.append(connect_for_reading(*told, **how))
        return opened[-1]

    def refuse(*_: object, **__: object) -> sqlite3.Connection:
        raise sqlite3.DatabaseError("no")

    monkeypatch.setattr(opening, "connect_for_reading", connect)
    with monkeypatch.context() as broken:
        broken.setattr(opening, "connect_for_writing", refuse)
        with Case.open(tmp_path / "case.caseboard") as case:
            assert case.read_only and len(opened) == 2
            assert is_closed(opened[0]) and not is_closed(opened[1])
    with monkeypatch.context() as broken:
        broken.setattr(opening, "CaseFile", refuse)
        for read_only in (False, True):
            with pytest.raises((CaseDamaged, sqlite3.DatabaseError)):
                Case.open(tmp_path / "case.caseboard", read_only=read_only)
    assert len(opened) > 3 and all(map(is_closed, opened))
