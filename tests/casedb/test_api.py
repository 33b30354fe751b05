"""The package as a script uses it: without a window, in a few lines, in seconds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import casedb
import casedb.errors
from casedb import Case
from casedb.errors import CaseError, InvalidChange, ReadOnlyCase
from casedb.verification import verify
from other_process import run

IMPORTED = """
import json, sys
from casedb import Case
imported = sorted(sys.modules)
with Case.create(sys.argv[1], "Harbour") as case:
    note = case.add("note", title="Crane")
    case.place(note)
    case.find("crane")
    case.query("SELECT * FROM notes")
with Case.open(sys.argv[1]) as case:
    pass
print(json.dumps([imported, sorted(sys.modules)]))
"""


def test_the_package_brings_no_window_along(tmp_path: Path) -> None:
    imported, used = json.loads(run(IMPORTED, tmp_path / "case.caseboard"))
    assert "casedb.case" in imported
    for absent in ("PySide6", "shiboken6", "caseboard", "PIL"):
        assert absent not in used, f"casedb imports {absent}"
    # Both take longer to import than a case takes to open, and only a new file needs them.
    for late in ("sqlite_utils", "numpy"):
        assert late not in imported, f"casedb imports {late} at once"


def test_what_the_package_offers_is_there() -> None:
    assert {"Case", "CaseError"} <= set(casedb.__all__)
    for name in casedb.__all__:
        assert getattr(casedb, name).__doc__


def test_a_script_builds_a_large_case_one_call_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "large.caseboard"
    with Case.create(path, "Large") as case:
        claim = case.add("claim", title="It sailed")
        with case.together("Import a list"):
            for number in range(300):
                media = case.add("media", title=f"Photograph {number}", recorded="2024-01-02")
                case.link(media, "supports", claim)
                case.place(media, x=number % 20 * 300, y=number // 20 * 200)
        assert case.journal.length == 3
        assert len(case.find("photograph", limit=1000)) == 300
        assert case.query("SELECT supporting_links AS n FROM claims") == [{"n": 300}]
        case.undo()
        assert len(case.contents.items) == 1
        case.redo()
    assert verify(path).sound
    with Case.open(path) as case:
        assert len(case.contents.items) == 301


def test_every_mistake_has_a_sentence(tmp_path: Path) -> None:
    with Case.create(tmp_path / "case.caseboard") as case:
        note, claim = case.add("note"), case.add("claim")
        mistakes = [
            lambda: case.add("no such kind"),
            lambda: case.add("note", no_such_field="x"),
            lambda: case.add("claim", first_made="some day or other"),
            lambda: case.add("claim", status="no such word"),
            lambda: case.link(note, "no such type", claim),
            lambda: case.link(note, "excludes", claim),
            lambda: case.assess(claim, "verdict", "no such word"),
            lambda: case.query("SELECT * FROM no_such_view"),
            lambda: case.query("DELETE FROM item"),
        ]
        length = case.journal.length
        for make in mistakes:
            with pytest.raises(InvalidChange) as trouble:
                make()
            assert str(trouble.value).endswith(".")
        assert case.journal.length == length


def test_a_case_opened_for_reading_refuses_changes(tmp_path: Path) -> None:
    Case.create(tmp_path / "case.caseboard").close()
    with Case.open(tmp_path / "case.caseboard", read_only=True) as case:
        with pytest.raises(ReadOnlyCase, match="Save a Copy"):
            case.add("note")
        assert case.undo_step is None


def test_every_trouble_is_a_case_error() -> None:
    named = [name for name in dir(casedb.errors) if name[0].isupper()]
    assert len(named) > 10
    assert all(issubclass(getattr(casedb.errors, name), CaseError) for name in named)
