"""What entries are called: those about a board name it, whatever became of it since."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from casedb import Case
from casedb.commands import boards, cards, removal
from casedb.entry_titles import title_of_entry
from casedb.errors import CaseDamaged
from casedb.history import Journal
from casedb.model.geometry import Rect
from casedb.model.handling import Way


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    """An empty case."""
    with Case.create(tmp_path / "harbour.caseboard", "Harbour") as case:
        yield case


def titles(case: Case) -> list[str]:
    return [title_of_entry(case.journal, case.contents, each) for each in case.journal.entries()]


def latest(case: Case) -> str:
    return titles(case)[-1]


def test_an_entry_about_a_board_names_it(case: Case) -> None:
    note = case.add("note", title="Pier")
    board = case.add_board("Timeline")
    assert latest(case) == "Add board: “Timeline”"
    with case.together("Lay out board"):
        placed = case.place(note, board)
    assert latest(case) == "Lay out board: “Timeline”"
    with case.together("Lay out board"):
        case.run(cards.move(case.contents, [placed.id], 40, 0))
    assert latest(case) == "Lay out board: “Timeline”"
    shown = Rect(0, 400, 200, 100)
    first = case.contents.boards[0]
    case.run(boards.place_board(case.contents, case.new_id, first.id, board.id, shown))
    assert latest(case) == "Place board: “Timeline”"
    file = case.attach_bytes(note, b"A", "a.txt").id
    case.custody.note_export(Way.BOARD, (file,), board=board.id, form="PNG")
    assert latest(case) == "Export board: “Timeline”"
    case.run(removal.delete_selection(case.contents, [placed.id]))
    assert latest(case) == "Take card off the board: “Timeline”"
    case.run(cards.rename_board(case.contents, board.id, "Dates"))
    assert latest(case) == "Rename board: “Dates”"
    case.undo()
    assert latest(case) == "Rename board: “Timeline”"
    case.redo()
    assert titles(case)[-8:-6] == ["Lay out board: “Dates”", "Place board: “Dates”"]


def test_a_board_that_is_gone_is_named_as_it_was(case: Case) -> None:
    note = case.add("note", title="Pier")
    board = case.add_board("Timeline")
    with case.together("Lay out board"):
        placed = case.place(note, board)
    with case.together("Lay out board"):
        case.run(cards.move(case.contents, [placed.id], 40, 0))
    case.run(cards.rename_board(case.contents, board.id, "Dates"))
    case.run(removal.delete_board(case.contents, board.id))
    assert titles(case)[-5:] == [
        "Add board: “Timeline”",
        "Lay out board: “Timeline”",
        "Lay out board: “Timeline”",
        "Rename board: “Dates”",
        "Delete board: “Dates”",
    ]


def test_other_entries_are_called_by_their_label_alone(case: Case) -> None:
    note = case.add("note", title="Pier")
    placed = case.place(note)
    case.run(cards.move(case.contents, [placed.id], 40, 0))
    case.add_board("Timeline")
    order = [each.id for each in reversed(case.contents.boards)]
    case.run(cards.order_boards(case.contents, order))
    assert all("“" not in each for each in titles(case) if "Add board" not in each)


def test_where_the_journal_is_damaged_the_label_stands_alone(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    case.add_board("Timeline")

    def torn(*_: object) -> None:
        raise CaseDamaged("Torn.")

    monkeypatch.setattr(Journal, "edit_in", torn)
    assert latest(case) == "Add board"
