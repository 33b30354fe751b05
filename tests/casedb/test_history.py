"""The journal's steps: what belongs to one gesture is one step, found without walking it again."""

from __future__ import annotations

from pathlib import Path

import pytest

from casedb import Case
from casedb.commands import items
from casedb.store.journal_rows import JournalRows


def type_letters(case: Case, note: str, text: str, gesture: str) -> None:
    """Type into a note's title letter by letter, asking for the step to undo after each."""
    for end in range(1, len(text) + 1):
        held = case.contents.items[note]
        case.run(items.set_values(held, {"title": text[:end]}, "Edit title", gesture))
        step = case.undo_step
        assert step is not None
        assert step.last - step.first == end - 1


def test_the_step_of_a_long_gesture_is_found_by_its_last_entry(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    read = 0
    backwards = JournalRows.backwards

    def counted(rows: JournalRows, below: int | None = None):
        nonlocal read
        for row in backwards(rows, below):
            read += 1
            yield row

    monkeypatch.setattr(JournalRows, "backwards", counted)
    with Case.create(tmp_path / "a.caseboard") as case:
        note = case.add("note").id
        type_letters(case, note, "x" * 60, "one")
        assert read < 150
        type_letters(case, note, "yy", "two")
        case.undo()
        assert case.contents.items[note].title == "x" * 60
        case.undo()
        assert case.contents.items[note].title == ""
        case.redo()
        case.redo()
        assert case.contents.items[note].title == "yy"
        type_letters(case, note, "zzz", "three")
    with Case.open(tmp_path / "a.caseboard") as case:
        step = case.undo_step
        assert step is not None and step.last - step.first == 2
        case.undo()
        assert case.contents.items[note].title == "yy"


def test_what_a_case_was_made_of_is_its_ground_and_no_step(tmp_path: Path):
    with Case.create(tmp_path / "a.caseboard") as case:
        with case.journal.laying_ground():
            note = case.add("note").id
            held = case.contents.items[note]
            case.run(items.set_values(held, {"title": "made"}, "Edit title", "one"))
        assert case.undo_step is None
        assert case.undo() is None
        held = case.contents.items[note]
        case.run(items.set_values(held, {"title": "by hand"}, "Edit title", "one"))
    with Case.open(tmp_path / "a.caseboard") as case:
        assert [entry.ground for entry in case.journal.entries()] == [False, True, True, False]
        case.undo()
        assert case.contents.items[note].title == "made"
        assert case.undo_step is None
        case.redo()
        assert case.contents.items[note].title == "by hand"
        case.undo()
        assert case.undo() is None
