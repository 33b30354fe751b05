"""The generated floor plan is what a new case consists of."""

from __future__ import annotations

import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from casedb import Case
from casedb.store.formats import CURRENT_FORMAT
from casedb.store.gate import schema_of
from casedb.store.schema import floor_plan

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "db" / "casedb" / "schema.sql"


def test_schema_sql_is_what_the_command_in_its_first_line_prints() -> None:
    head = SCRIPT.read_text(encoding="utf-8").splitlines()[0]
    found = re.search(r"`python (-m [\w.]+)`", head)
    assert found is not None
    printed = subprocess.run(
        [sys.executable, *found[1].split()], capture_output=True, check=True
    ).stdout.decode()
    assert printed == SCRIPT.read_text(encoding="utf-8"), (
        "schema.sql is stale: python -m casedb.store.schema > db/casedb/schema.sql"
    )


@pytest.mark.parametrize(
    "document", ["README.md", "Makefile", *(p.name for p in (ROOT / "docs").glob("*.md"))]
)
def test_documents_name_a_command_that_there_is(document: str) -> None:
    path = ROOT / document if (ROOT / document).exists() else ROOT / "docs" / document
    for module in re.findall(r"-m (casedb[\w.]*)", path.read_text(encoding="utf-8")):
        assert module == "casedb.store.schema"


def test_a_new_case_is_made_of_it(tmp_path: Path) -> None:
    Case.create(tmp_path / "case.caseboard").close()
    with closing(sqlite3.connect(tmp_path / "case.caseboard")) as link:
        made = link.execute(
            "SELECT name, type, sql FROM sqlite_schema WHERE sql IS NOT NULL "
            "AND name NOT LIKE 'search\\_index\\_%' ESCAPE '\\' "
            "AND name NOT LIKE 'text\\_index\\_%' ESCAPE '\\'"
        ).fetchall()
    assert {name: (kind, " ".join(sql.split())) for name, kind, sql in made} == schema_of(
        CURRENT_FORMAT
    )


def test_it_runs_in_an_empty_file() -> None:
    with closing(sqlite3.connect(":memory:")) as link:
        link.executescript(floor_plan())
        (count,) = link.execute("SELECT count(*) FROM items").fetchone()
    assert count == 0
