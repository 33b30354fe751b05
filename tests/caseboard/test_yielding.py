"""What a card would come to cover when it grows makes room, and nothing else moves."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import example, given, settings
from hypothesis import strategies as st

from caseboard.bridge import CaseBridge
from caseboard.growing import with_grown_cards
from caseboard.placing import GAP
from caseboard.yielding import yielded
from casedb import Case
from casedb.commands import items
from casedb.model.card_face import CardFace
from casedb.model.changes import ChangeSet, Edit
from casedb.model.contents import Contents
from casedb.model.geometry import Rect
from casedb.model.records import Board, Card, Item


def height_of(face: CardFace, width: float) -> float:
    """A card is as high as its summary is long."""
    return 100.0 + len(face.summary)


def lay(case: Case, *places: tuple[float, float]) -> list[Card]:
    """Cards of empty notes, a hundred units high."""
    return [
        case.place(case.add("note", title=f"Note {n}"), x=x, y=y, w=260, h=100)
        for n, (x, y) in enumerate(places)
    ]


def fill_in(case: Case, card: Card, letters: int) -> None:
    """Give the item of a card a summary, as the inspector does."""
    item = case.contents.items[card.item]
    change = items.set_values(item, {"summary": "a" * letters}, "Edit")
    case.run(with_grown_cards(case, change, height_of))


def tops(case: Case, *cards: Card) -> list[float]:
    return [case.contents.cards[each.id].y for each in cards]


def test_a_card_that_grows_moves_what_it_would_cover_and_what_that_would(
    bridge: CaseBridge,
) -> None:
    case = bridge.case
    first, second, third, far = lay(case, (0, 0), (0, 112), (0, 236), (0, 900))
    fill_in(case, first, 60)
    # The gaps stay as they were.
    assert tops(case, first, second, third, far) == [0, 172, 296, 900]
    case.undo()
    assert tops(case, first, second, third, far) == [0, 112, 236, 900]
    assert case.contents.cards[first.id].h == 100


def test_a_wide_gap_is_used_up_before_anything_moves(bridge: CaseBridge) -> None:
    case = bridge.case
    first, second = lay(case, (0, 0), (0, 150))
    fill_in(case, first, 40)
    assert tops(case, second) == [150]
    fill_in(case, first, 80)
    assert tops(case, second) == [180 + GAP - 14]


def test_pinned_and_locked_cards_and_other_columns_stay(bridge: CaseBridge) -> None:
    case = bridge.case
    first, pinned, beside = lay(case, (0, 0), (0, 112), (280, 112))
    case.run(ChangeSet("Pin card", (Edit(pinned, replace(pinned, pinned=True)),)))
    fill_in(case, first, 60)
    assert tops(case, pinned, beside) == [112, 112]


def test_what_was_covered_already_stays_covered(bridge: CaseBridge) -> None:
    case = bridge.case
    first, over = lay(case, (0, 0), (20, 40))
    fill_in(case, first, 60)
    assert tops(case, over) == [40]


def test_a_pile_that_makes_room_stays_a_pile(bridge: CaseBridge) -> None:
    case = bridge.case
    first, pile, on_it = lay(case, (0, 0), (0, 112), (24, 166))
    fill_in(case, first, 30)
    assert tops(case, pile, on_it) == [142, 196]


def test_a_card_that_shrinks_moves_nothing(bridge: CaseBridge) -> None:
    case = bridge.case
    first, second = lay(case, (0, 0), (0, 112))
    fill_in(case, first, 60)
    fill_in(case, first, 0)
    assert tops(case, second) == [172]


@example(places=[(0, 240), (0, 300), (0, 120), (0, 180), (0, 240), (0, 360)], letters=21)
@example(places=[(300, 300), (0, 360), (0, 540), (100, 420)], letters=220)
@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(
            st.integers(0, 6).map(lambda n: n * 100), st.integers(0, 9).map(lambda n: n * 60)
        ),
        min_size=2,
        max_size=12,
    ),
    st.integers(1, 300),
)
def test_nothing_is_covered_that_was_not_and_nothing_moves_but_down(
    places: list[tuple[int, int]], letters: int
) -> None:
    contents = Contents()
    board, note = Board("board", "Board"), Item("item", "note")
    cards = [Card(str(n), "board", "item", x, y, 260, 100) for n, (x, y) in enumerate(places)]
    contents.apply(ChangeSet("", tuple(Edit(None, each) for each in (board, note, *cards))))
    before = {each.id: each.rect for each in cards}
    grown = {"0": before["0"]._replace(h=100.0 + letters)}
    now = before | grown | yielded(contents, grown, ())
    assert all(_is_below(now[each], before[each]) for each in before)
    for one in before:
        for other in before:
            if one < other and not before[one].overlaps(before[other]):
                assert not now[one].overlaps(now[other])


def _is_below(now: Rect, before: Rect) -> bool:
    return now.x == before.x and now.y >= before.y
