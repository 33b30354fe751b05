"""What the window does to a case: one step each, and a sentence where it is refused."""

from __future__ import annotations

import pytest

from caseboard.bridge import CaseBridge
from caseboard.deeds import Deeds
from caseboard.selection import Selection
from casedb.commands import cards, links
from casedb.model.card_face import CardFace
from casedb.model.geometry import Point
from casedb.model.records import Ref


def height_of(face: CardFace, width: float) -> float:
    """Cards of one height."""
    return 100.0


@pytest.fixture
def selection() -> Selection:
    return Selection()


@pytest.fixture
def deeds(bridge: CaseBridge, selection: Selection) -> Deeds:
    return Deeds(bridge, selection, height_of)


@pytest.fixture
def told(bridge: CaseBridge) -> list[str]:
    """The sentences of what was refused."""
    sentences: list[str] = []
    bridge.failed.connect(sentences.append)
    return sentences


def test_a_linked_card_is_one_step(bridge: CaseBridge, deeds: Deeds, selection: Selection) -> None:
    case, contents = bridge.case, bridge.contents
    claim = case.add("claim", title="The ship was in the harbour")
    board = contents.boards[0].id
    length = case.journal.length
    assert "supports" in {
        each.name for each in links.types_to_kind(bridge.contents, Ref.item(claim.id), "claim")
    }
    made = deeds.add_linked_card(board, "claim", Point(500, 300), Ref.item(claim.id), "supports")
    assert made is not None
    assert selection.cards == {made}
    (link,) = contents.links.values()
    assert (link.start.id, link.end.id) == (claim.id, contents.cards[made].item)
    assert case.journal.length == length + 1
    bridge.undo()
    assert not contents.cards
    assert not contents.links
    assert set(contents.items) == {claim.id}


def test_a_linked_card_that_is_refused_leaves_nothing(
    bridge: CaseBridge, deeds: Deeds, selection: Selection, told: list[str]
) -> None:
    case, contents = bridge.case, bridge.contents
    note = case.add("note", title="A note")
    board = contents.boards[0].id
    length = case.journal.length
    start = Ref.item(note.id)
    assert "supports" not in {
        each.name for each in links.types_to_kind(bridge.contents, start, "note")
    }
    assert deeds.add_linked_card(board, "note", Point(0, 0), start, "supports") is None
    assert told
    assert set(contents.items) == {note.id}
    assert not contents.cards
    assert case.journal.length == length
    assert not selection.now


def test_items_placed_again_and_again_do_not_pile_up(bridge: CaseBridge, deeds: Deeds) -> None:
    items = [bridge.case.add("note", title=f"Note {n}").id for n in range(3)]
    board = bridge.contents.boards[0].id
    for _ in range(2):
        deeds.place(board, items, Point(0, 0))
    placed = bridge.contents.cards_on(board)
    assert [card.z for card in placed] == list(range(6))
    rects = [card.rect for card in placed]
    assert not any(a.overlaps(b) for n, a in enumerate(rects) for b in rects[:n])


def test_what_is_locked_is_not_taken_off_the_board(
    bridge: CaseBridge, deeds: Deeds, selection: Selection, told: list[str]
) -> None:
    case, contents = bridge.case, bridge.contents
    first = case.place(case.add("note", title="A"))
    second = case.place(case.add("note", title="B"))
    bridge.run(cards.set_flags(contents, [first.id], "Lock", locked=True))
    for chosen, words in (
        ([first.id], "The card is locked"),
        ([first.id, second.id], "1 of the 2"),
    ):
        selection.set(cards=chosen)
        deeds.remove()
        assert words in told[-1]
        assert "Unlock" in told[-1]
    assert set(contents.cards) == {first.id, second.id}
    deeds.toggle_lock()
    deeds.toggle_lock()
    deeds.remove()
    assert not contents.cards


def test_the_question_before_deleting_names_what_goes(bridge: CaseBridge, deeds: Deeds) -> None:
    case = bridge.case
    claim = case.add("claim", title="The ship\nwas \u202ehere")
    case.place(claim)
    photos = [case.add("media", title=f"Photograph {n}") for n in range(4)]
    told = deeds.what_goes([claim.id], [])
    assert told.startswith("“The ship was")
    assert "\u202e" not in told
    assert told.endswith("goes from the case and from every board. Undo brings all of it back.")
    for photo in photos:
        case.link(photo, "supports", claim)
    assert ", with 4 links." in deeds.what_goes([claim.id], [])
    assert deeds.what_goes([photos[0].id], []).startswith("“Photograph 0” goes")
    assert ", with 1 link." in deeds.what_goes([photos[0].id], [])
    several = deeds.what_goes([each.id for each in photos], [])
    assert "and 2 more go from the case, with 4 links." in several
    source = case.add_source("A ministry")
    assert deeds.what_goes([], [source.id]).startswith("“A ministry” goes from the case.")
