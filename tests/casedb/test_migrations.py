"""The steps from format to format: counted, named, noted in the file, all or none."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from sqlite_utils import Database

from casedb.store import migrations
from casedb.store.formats import CURRENT_FORMAT
from casedb.store.migrations import (
    FORMAT,
    MIGRATIONS,
    STEPS,
    StepsOutOfOrder,
    migrate,
    split_script,
    statements_of,
)


def test_the_number_of_steps_is_the_format() -> None:
    with closing(sqlite3.connect(":memory:")) as link:
        pending = [each.name for each in MIGRATIONS.pending(Database(link))]
    assert pending == list(STEPS)
    assert len(STEPS) == FORMAT == CURRENT_FORMAT


def test_a_step_s_name_says_its_number() -> None:
    assert [int(name[1:4]) for name in STEPS] == list(range(1, FORMAT + 1))


def test_what_was_done_is_noted_in_the_file() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as link:
        migrate(link, 0, FORMAT)
        noted = link.execute("SELECT migration_set, name FROM _sqlite_migrations").fetchall()
        assert noted == [("caseboard", name) for name in STEPS]
        assert link.execute("PRAGMA user_version").fetchone() == (FORMAT,)


def test_every_table_is_strict() -> None:
    for sql in statements_of(FORMAT):
        if sql.startswith("CREATE TABLE"):
            assert "STRICT" in sql.rsplit(")", 1)[1], sql


def test_steps_of_somebody_else_are_refused() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as link:
        migrate(link, 0, FORMAT)
        link.execute("UPDATE _sqlite_migrations SET name = 'm001_other' WHERE id = 1")
        with pytest.raises(StepsOutOfOrder, match="m001_other"):
            migrate(link, FORMAT, FORMAT)


def test_a_step_that_fails_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrations, "_FIRST", "CREATE TABLE a (n);\nCREATE TABLE a (n);")
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as link:
        with pytest.raises(sqlite3.OperationalError):
            migrate(link, 0, FORMAT)
        assert link.execute("SELECT count(*) FROM sqlite_schema").fetchone() == (0,)
        assert link.execute("PRAGMA user_version").fetchone() == (0,)


def test_a_script_is_split_at_its_statements() -> None:
    script = "CREATE TABLE a (\n  n INTEGER -- no; end\n);\nCREATE TRIGGER t BEFORE UPDATE ON a\nBEGIN SELECT 1; END;\n"
    assert [each.split()[1] for each in split_script(script)] == ["TABLE", "TRIGGER"]
