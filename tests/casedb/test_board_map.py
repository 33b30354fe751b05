"""The map of a board: what lies where on it, as far as a card of another board can show that."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from casedb import Case
from casedb.commands import boards, cards, folding
from casedb.errors import InvalidChange
from casedb.model.board_map import MOST_MAPPED, map_of
from casedb.model.card_face import face
from casedb.model.changes import ChangeSet, Edit
from casedb.model.geometry import Rect
from casedb.model.records import Board, Card


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    """A case with the boards Main and Harbour."""
    with Case.create(tmp_path / "case.caseboard", board="Main") as case:
        case.add_board("Harbour")
        yield case


def harbour(case: Case) -> Board:
    return case.contents.boards[1]


def test_a_map_shows_cards_and_frames_in_their_colours(case: Case) -> None:
    claim, note = case.add("claim"), case.add("note")
    case.place(claim, harbour(case), x=0, y=0, w=200, h=100)
    case.place(note, harbour(case), x=300, y=50, w=200, h=100)
    case.run(
        cards.add_frame(case.contents, case.new_id, harbour(case).id, Rect(-50, -50, 400, 300), "")
    )
    seen = map_of(case.contents, harbour(case).id)
    assert seen.extent == Rect(-50, -50, 550, 300)
    assert seen.frames == (Rect(-50, -50, 400, 300),)
    assert seen.cards == ((Rect(0, 0, 200, 100), "claim"), (Rect(300, 50, 200, 100), "note"))
    (_, card) = case.contents.cards_on(harbour(case).id)
    case.run(cards.set_flags(case.contents, [card.id], "Colour", accent="sup"))
    assert map_of(case.contents, harbour(case).id).cards[1][1] == "sup"


def test_what_is_folded_is_not_on_the_map(case: Case) -> None:
    case.place(case.add("claim"), harbour(case), x=0, y=0, w=200, h=100)
    frame = cards.add_frame(
        case.contents, case.new_id, harbour(case).id, Rect(-50, -50, 400, 300), ""
    )
    case.run(frame)
    case.run(folding.fold(case.contents, case.new_id, [frame.edits[0].record.id]))
    seen = map_of(case.contents, harbour(case).id)
    assert not seen.cards
    assert [(each.w, each.h) for each in seen.frames] == [
        (folding.STACK_WIDTH, folding.STACK_HEIGHT)
    ]


def test_an_empty_board_has_an_empty_map(case: Case) -> None:
    seen = map_of(case.contents, harbour(case).id)
    assert (seen.extent, seen.frames, seen.cards) == (None, (), ())


def test_a_large_board_is_mapped_by_some_of_its_cards(case: Case) -> None:
    note = case.add("note")
    placed = [(note.id, Rect(n * 300.0, 0, 260, 100)) for n in range(2 * MOST_MAPPED + 1)]
    case.run(cards.place_all(case.contents, case.new_id, harbour(case).id, placed))
    seen = map_of(case.contents, harbour(case).id)
    assert MOST_MAPPED // 2 < len(seen.cards) <= MOST_MAPPED
    assert seen.extent is not None
    assert seen.extent.w > 0.99 * placed[-1][1].right


def test_a_face_has_the_map_of_the_board_that_its_card_stands_for(case: Case) -> None:
    case.place(case.add("claim"), harbour(case))
    main = case.contents.boards[0]
    case.run(
        boards.place_board(case.contents, case.new_id, main.id, harbour(case).id, Rect(0, 0, 9, 9))
    )
    (item,) = case.contents.items_for_board(harbour(case).id)
    assert face(case.contents, item).map == map_of(case.contents, harbour(case).id)
    assert face(case.contents, case.add("claim")).map is None


def test_boards_that_lead_to_each_other_are_mapped_once(case: Case) -> None:
    main = case.contents.boards[0].id
    for on, shown in ((main, harbour(case).id), (harbour(case).id, main)):
        case.run(boards.place_board(case.contents, case.new_id, on, shown, Rect(0, 0, 260, 200)))
    (item,) = case.contents.items_for_board(main)
    # A file from elsewhere can have one that lies on the board it stands for.
    case.run(ChangeSet("Test", (Edit(None, Card(case.new_id(), main, item.id, 0, 0, 9, 9)),)))
    seen = face(case.contents, item)
    assert seen.footer == ("2 cards",)
    assert seen.map is not None and len(seen.map.cards) == 2


def test_nothing_that_stands_for_a_board_is_placed_on_that_board(case: Case) -> None:
    main = case.contents.boards[0].id
    case.run(
        boards.place_board(case.contents, case.new_id, main, harbour(case).id, Rect(0, 0, 9, 9))
    )
    (item,) = case.contents.items_for_board(harbour(case).id)
    with pytest.raises(InvalidChange, match="cannot be put on itself"):
        boards.refuse_itself(harbour(case).id, [case.add("note"), item])
    boards.refuse_itself(main, [item])
    assert len(case.contents.cards_of(item.id)) == 1
