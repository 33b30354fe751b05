"""Board cards: boards that stand on boards, and what becomes of them when a board goes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from casedb import Case
from casedb.commands import boards, cards, folding, items, removal
from casedb.early import Opening
from casedb.errors import InvalidChange
from casedb.model.card_face import CardFace, face, title_of
from casedb.model.contents import Contents
from casedb.model.geometry import Rect
from casedb.model.kinds import BLANK_KINDS, KINDS
from casedb.model.records import Item
from casedb.verification import verify

PLACE = Rect(0, 0, 260, 120)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    """A case with the boards Main, Harbour and Trains."""
    with Case.create(tmp_path / "case.caseboard", board="Main") as case:
        for title in ("Harbour", "Trains"):
            case.add_board(title)
        yield case
    assert verify(case.path).sound


def board(case: Case, title: str) -> str:
    return next(each.id for each in case.contents.boards if each.title == title)


def place(case: Case, on: str, shown: str) -> Item:
    """Place a board on another; the item that stands for it."""
    change = boards.place_board(
        case.contents, case.new_id, board(case, on), board(case, shown), PLACE
    )
    case.run(change)
    (item,) = case.contents.items_for_board(board(case, shown))
    return item


def face_of(case: Case, item: Item) -> CardFace:
    return face(case.contents, case.contents.items[item.id])


def test_a_board_card_shows_what_its_board_is_called_and_how_much_is_on_it(case: Case) -> None:
    item = place(case, "Main", "Harbour")
    assert face_of(case, item).title == "Harbour"
    assert face_of(case, item).footer == ("0 cards",)
    note = case.add("note")
    harbour = case.contents.board(board(case, "Harbour"))
    case.place(note, harbour)
    assert face_of(case, item).footer == ("1 card",)
    case.place(note, harbour)
    case.run(cards.rename_board(case.contents, harbour.id, "The pier"))
    shown = face_of(case, item)
    assert (shown.title, shown.footer, shown.warning) == ("The pier", ("2 cards",), "")
    case.run(removal.delete_items(case.contents, [note.id]))
    assert face_of(case, item).footer == ("0 cards",)
    case.undo()
    assert face_of(case, item).footer == ("2 cards",)
    case.set(item, title="Seen from above", summary="What the pier shows")
    shown = face_of(case, item)
    assert (shown.title, shown.summary) == ("Seen from above", "What the pier shows")


def test_a_board_is_one_item_wherever_it_stands(case: Case) -> None:
    item = place(case, "Main", "Harbour")
    assert place(case, "Trains", "Harbour") == item
    harbour = board(case, "Harbour")
    assert len(case.contents.cards_of_board(harbour)) == 2
    case.run(removal.delete_cards(case.contents, list(case.contents.cards)))
    assert case.contents.items_for_board(harbour) == [item], "items stay in the case"
    assert case.contents.cards_of_board(harbour) == []
    assert place(case, "Main", "Harbour") == item


def test_boards_may_lead_to_each_other_and_none_to_itself(case: Case) -> None:
    place(case, "Main", "Harbour")
    place(case, "Harbour", "Main")
    with pytest.raises(InvalidChange, match="cannot be put on itself"):
        place(case, "Main", "Main")
    with pytest.raises(KeyError):
        boards.place_board(case.contents, case.new_id, board(case, "Main"), "nowhere", PLACE)


def test_a_board_takes_along_what_only_stood_for_it(case: Case) -> None:
    item = place(case, "Main", "Harbour")
    place(case, "Trains", "Harbour")
    place(case, "Harbour", "Trains")
    main = board(case, "Main")
    case.run(
        cards.add_frame(case.contents, case.new_id, main, Rect(-50, -50, 400, 400), "Around it")
    )
    case.run(folding.fold(case.contents, case.new_id, list(case.contents.frames)))
    before = Contents(case.contents.records())
    harbour = board(case, "Harbour")
    case.run(removal.delete_board(case.contents, harbour))
    assert item.id not in case.contents.items and not case.contents.cards
    assert [fold.members for fold in case.contents.folds.values()] == [()]
    assert len(case.contents.items_for_board(board(case, "Trains"))) == 1
    case.undo()
    assert case.contents == before
    assert face_of(case, item).title == "Harbour"
    case.redo()


@pytest.mark.parametrize("what", ["link", "file", "judgement"])
def test_what_something_rests_on_stays_and_says_that_the_board_is_gone(
    case: Case, what: str
) -> None:
    item, harbour = place(case, "Main", "Harbour"), board(case, "Harbour")
    match what:
        case "link":
            case.link(item, "related", case.add("note"))
        case "file":
            case.attach_bytes(item, b"bytes", "plan.bin")
        case _:
            case.assess(item, "credibility", "2", claim=case.add("claim"))
    case.run(removal.delete_board(case.contents, harbour))
    shown = face_of(case, item)
    assert shown.warning == "This board was deleted"
    assert (shown.title, shown.footer) == ("Untitled board", ())
    assert case.contents.items_for_board(harbour) == [case.contents.items[item.id]]
    assert len(case.contents.cards_of_board(harbour)) == 1
    case.set(item, board=case.contents.board(board(case, "Trains")))
    assert face_of(case, item).title == "Trains"
    case.undo()
    case.undo()
    assert face_of(case, item).title == "Harbour"


def test_a_board_card_without_a_board_says_so(case: Case) -> None:
    item = case.add("board_card")
    assert face_of(case, item).warning == "No board is chosen"
    assert title_of(case.contents, item) == ""


def test_a_script_names_a_board_that_is_there(case: Case) -> None:
    harbour = case.contents.board(board(case, "Harbour"))
    item = case.add("board_card", board=harbour)
    assert item.values["board"] == harbour.id
    for wrong in ("nowhere", case.contents.info.id):
        with pytest.raises(InvalidChange, match="A board of this case is wanted"):
            case.add("board_card", board=wrong)
        with pytest.raises(InvalidChange, match="A board of this case is wanted"):
            case.set(item, board=wrong)
    case.set(item, board=None)
    assert case.contents.items_for_board(harbour.id) == []


def test_who_stands_for_which_board_is_followed(case: Case) -> None:
    harbour, trains = board(case, "Harbour"), board(case, "Trains")
    assert case.contents.items_for_board(harbour) == []
    item = place(case, "Main", "Harbour")
    case.set(item, board=case.contents.board(trains))
    assert case.contents.items_for_board(harbour) == []
    assert [each.id for each in case.contents.items_for_board(trains)] == [item.id]
    case.run(items.set_values(case.contents.items[item.id], {"board": ["no id"]}, "Edit"))
    assert case.contents.items_for_board(trains) == []
    case.undo()
    fresh = Contents(case.contents.records())
    for each in (harbour, trains):
        assert fresh.items_for_board(each) == case.contents.items_for_board(each)
        assert fresh.card_count(each) == case.contents.card_count(each)


def test_the_id_survives_a_copy_of_the_case(case: Case, tmp_path: Path) -> None:
    item = place(case, "Main", "Harbour")
    case.save_copy(tmp_path / "copy.caseboard")
    with Case.open(tmp_path / "copy.caseboard") as copy:
        assert face_of(copy, item) == face_of(case, item)
        assert copy.query("SELECT title, board FROM board_cards") == [
            {"title": None, "board": "Harbour"}
        ]
        assert copy.query(f"SELECT title FROM names WHERE id = '{item.id}'") == [
            {"title": "Harbour"}
        ]


def test_a_board_card_is_seen_early_as_it_is_later(case: Case) -> None:
    item = place(case, "Main", "Harbour")
    for _ in range(3):
        case.place(case.add("note"), case.contents.board(board(case, "Harbour")))
    with Opening.start(case.path) as opening:
        near = opening.near([item.id])
        # The cards of the other board are not read for its map.
        assert replace(face(near, item), map=None) == replace(face_of(case, item), map=None)
        assert face(near, item).footer == ("3 cards",)


def test_no_blank_board_card_is_offered() -> None:
    assert {kind.name for kind in KINDS.values()} - {kind.name for kind in BLANK_KINDS} == {
        "board_card"
    }
