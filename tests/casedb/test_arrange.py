"""Arranging by hand: lines, distances, sizes and rows, with what is locked left where it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from board_strategies import boards, carried_out, contents_of, overlapping
from casedb.commands import arrange
from casedb.commands.arrange import Axis, Extent, Side
from casedb.errors import InvalidChange
from casedb.model.changes import ChangeSet
from casedb.model.contents import Contents
from casedb.model.geometry import Rect
from casedb.model.records import Board, Card, Frame, Item

SIDES: tuple[Side, ...] = ("left", "centre", "right", "top", "middle", "bottom")
AXES: tuple[Axis, ...] = ("horizontal", "vertical")
EXTENTS: tuple[Extent, ...] = ("width", "height", "both")


def board(*placed: Card | Frame) -> Contents:
    return contents_of([Item("i", "note"), *placed])


def card(name: str, x: float, y: float, w: float = 100, h: float = 100, **flags: bool) -> Card:
    return replace(Card(name, "board", "i", x, y, w, h), **flags)


def frame(name: str, x: float, y: float, w: float, h: float, **flags: bool) -> Frame:
    return replace(Frame(name, "board", "", x, y, w, h), **flags)


def lying(contents: Contents, change: ChangeSet) -> dict[str, Rect]:
    after = carried_out(contents, change)
    return {each.id: each.rect for each in (*after.cards.values(), *after.frames.values())}


def lefts(rects: dict[str, Rect]) -> dict[str, float]:
    return {name: rect.x for name, rect in rects.items()}


# -- align -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("side", "place"),
    [
        ("left", (0, 200)),
        ("centre", (200, 200)),
        ("right", (400, 200)),
        ("top", (300, 0)),
        ("middle", (300, 150)),
        ("bottom", (300, 300)),
    ],
)
def test_cards_line_up_with_the_box_around_all(side: Side, place: tuple[float, float]) -> None:
    there = board(card("a", 0, 0, 500, 100), card("b", 300, 200), card("c", 100, 350, 50, 50))
    after = lying(there, arrange.align(there, "abc", side))
    assert (after["b"].x, after["b"].y) == place


def test_what_is_locked_is_what_the_others_line_up_with() -> None:
    there = board(card("a", 0, 0), card("b", 300, 0, locked=True), card("c", 900, 0))
    assert lefts(lying(there, arrange.align(there, "abc", "left"))) == {
        "a": 300,
        "b": 300,
        "c": 300,
    }
    assert not arrange.align(board(card("a", 0, 0, locked=True)), "a", "left")


def test_pinned_cards_line_up_too() -> None:
    there = board(card("a", 0, 0), card("b", 300, 0, pinned=True))
    assert lying(there, arrange.align(there, "ab", "left"))["b"].x == 0


def test_a_collapsed_card_is_aligned_as_it_is_seen() -> None:
    there = board(card("a", 0, 0, h=300), card("b", 200, 0, h=300, collapsed=True))
    assert lying(there, arrange.align(there, "ab", "bottom"))["b"].y == 300 - 34


def test_a_frame_takes_along_what_lies_wholly_in_it() -> None:
    there = board(
        frame("f", 500, 0, 400, 400),
        frame("g", 510, 10, 50, 50),
        card("in", 600, 100),
        card("locked", 600, 250, locked=True),
        card("half", 850, 100),
        card("a", 0, 0),
    )
    change = arrange.align(there, ["f", "a", "in"], "left")
    after = lefts(lying(there, change))
    assert after == {"f": 0, "g": 10, "in": 100, "locked": 600, "half": 850, "a": 0}
    assert change.label == "Align 2 things"


def test_cards_in_a_locked_frame_line_up_with_it() -> None:
    there = board(frame("f", 0, 0, 400, 400, locked=True), card("a", 100, 100), card("b", 200, 9))
    assert lefts(lying(there, arrange.align(there, "fab", "left"))) == {"f": 0, "a": 0, "b": 0}


def test_a_label_counts_what_was_chosen() -> None:
    cards = board(card("a", 0, 0), card("b", 10, 0), card("c", 20, 0))
    assert arrange.align(cards, "abc", "left").label == "Align 3 cards"
    assert arrange.distribute(cards, "abc", "vertical").label == "Distribute 3 cards"
    assert arrange.grid(cards, "ab").label == "Pack 2 cards"
    assert arrange.stack(cards, "a", "vertical").label == "Stack card"
    frames = board(frame("f", 0, 0, 100, 100), frame("g", 300, 0, 100, 100))
    assert arrange.match_size(frames, "fg", "both").label == "Resize 2 frames"


def test_what_lies_on_two_boards_is_not_arranged() -> None:
    there = contents_of([Item("i", "note"), Board("other", "Other"), card("a", 0, 0)])
    there = Contents([*there.records(), replace(card("b", 9, 9), board="other")])
    for deed in DEEDS:
        with pytest.raises(InvalidChange, match="several boards"):
            deed(there, ["a", "b"])
    with pytest.raises(KeyError):
        arrange.align(there, ["no such card"], "left")


# -- distribute --------------------------------------------------------------------------------


def test_gaps_become_equal_and_the_outermost_stay() -> None:
    there = board(card("a", 0, 0), card("b", 110, 5, 300), card("c", 450, 9), card("d", 900, 0))
    after = lying(there, arrange.distribute(there, "abcd", "horizontal"))
    ordered = [after[name] for name in "abcd"]
    gaps = [right.x - left.right for left, right in pairwise(ordered)]
    assert gaps == pytest.approx([400 / 3] * 3, abs=0.02)
    assert (ordered[0].x, ordered[3].x) == (0, 900)
    assert [rect.y for rect in ordered] == [0, 5, 9, 0]


def test_middles_of_what_overlaps_come_to_lie_at_equal_distances() -> None:
    there = board(card("a", 0, 0, h=100), card("b", 0, 10, h=200), card("c", 0, 100, h=40))
    after = lying(there, arrange.distribute(there, "abc", "vertical"))
    assert [after[name].centre.y for name in "abc"] == [50, 85, 120]


def test_what_is_locked_parts_the_row_in_two() -> None:
    there = board(
        card("a", 0, 0),
        card("b", 110, 0),
        card("c", 400, 0, locked=True),
        card("d", 510, 0),
        card("e", 1000, 0),
    )
    after = lefts(lying(there, arrange.distribute(there, "abcde", "horizontal")))
    assert after == {"a": 0, "b": 200, "c": 400, "d": 700, "e": 1000}


def test_two_things_are_not_distributed() -> None:
    there = board(card("a", 0, 0), card("b", 33, 70))
    for axis in AXES:
        assert not arrange.distribute(there, "ab", axis)
        assert not arrange.distribute(there, "", axis)


# -- sizes -------------------------------------------------------------------------------------


def test_cards_become_as_large_as_the_largest_and_frames_as_the_largest_frame() -> None:
    there = board(
        card("a", 0, 0, 300, 50),
        card("b", 400, 0, 100, 90),
        card("c", 800, 0, 50, 60, locked=True),
        card("d", 900, 0, 60, 500, collapsed=True),
        frame("f", 0, 500, 1000, 400),
        frame("g", 0, 950, 500, 800),
    )
    both = lying(there, arrange.match_size(there, "abcdfg", "both"))
    sizes = {name: (rect.w, rect.h) for name, rect in both.items()}
    assert sizes == {
        "a": (300, 90),
        "b": (300, 90),
        "c": (50, 60),
        "d": (300, 500),
        "f": (1000, 800),
        "g": (1000, 800),
    }
    wide = lying(there, arrange.match_size(there, "ab", "width"))
    assert (wide["b"].w, wide["b"].h) == (300, 90)
    high = lying(there, arrange.match_size(there, "ab", "height"))
    assert (high["a"].w, high["a"].h) == (300, 90)


@given(boards(most=6), st.sampled_from(EXTENTS))
def test_nothing_becomes_smaller_or_moves_by_its_size(there: Contents, what: Extent) -> None:
    change = arrange.match_size(there, [*there.cards, *there.frames], what)
    after = lying(there, change)
    for placed in (*there.cards.values(), *there.frames.values()):
        rect = after[placed.id]
        assert (rect.x, rect.y) == (placed.x, placed.y)
        assert rect.w >= placed.w
        assert rect.h >= placed.h
        assert not placed.locked or rect == placed.rect


# -- rows and grids ----------------------------------------------------------------------------


def test_a_stack_keeps_the_order_in_which_things_lie() -> None:
    there = board(card("a", 50, 300), card("b", 0, 10, 300), card("c", 400, 0, h=50))
    down = lying(there, arrange.stack(there, "abc", "vertical"))
    assert [(down[name].x, down[name].y) for name in "cba"] == [(0, 0), (0, 74), (0, 198)]
    across = lying(there, arrange.stack(there, "abc", "horizontal"))
    assert [(across[name].x, across[name].y) for name in "bac"] == [(0, 0), (324, 0), (448, 0)]


def test_a_grid_is_read_as_before_and_begins_where_things_began() -> None:
    there = board(
        *(card(name, 130 * n, 30 * (n % 2), 120, 80) for n, name in enumerate("abc")),
        *(card(name, 170 * n, 300, 120, 80) for n, name in enumerate("def")),
    )
    after = lying(there, arrange.grid(there, "fedcba"))
    assert [(after[name].x, after[name].y) for name in "abcdef"] == [
        *((0, 0), (144, 0), (288, 0)),
        *((0, 104), (144, 104), (288, 104)),
    ]
    two = lying(there, arrange.grid(there, "abcdef", columns=2))
    assert [(two[name].x, two[name].y) for name in "abc"] == [(0, 0), (144, 0), (0, 104)]


def test_a_grid_lies_beside_what_is_locked() -> None:
    there = board(
        card("a", 0, 0), card("b", 500, 0), card("c", 0, 300), card("k", 100, 50, locked=True)
    )
    after = carried_out(there, arrange.grid(there, "abck"))
    assert not overlapping(after.cards.values())
    assert after.cards["k"] == there.cards["k"]


def test_a_grid_stays_in_the_locked_frame_that_holds_the_cards() -> None:
    there = board(frame("f", 0, 0, 900, 900, locked=True), card("a", 300, 300), card("b", 420, 350))
    after = lying(there, arrange.grid(there, "fab"))
    assert (after["a"].x, after["a"].y) == (300, 300)


# -- whatever is arranged ----------------------------------------------------------------------

DEEDS: list[Callable[[Contents, list[str]], ChangeSet]] = [
    *(lambda there, ids, side=side: arrange.align(there, ids, side) for side in SIDES),
    *(lambda there, ids, axis=axis: arrange.distribute(there, ids, axis) for axis in AXES),
    *(lambda there, ids, what=what: arrange.match_size(there, ids, what) for what in EXTENTS),
    *(lambda there, ids, axis=axis: arrange.stack(there, ids, axis) for axis in AXES),
    arrange.grid,
]


@given(boards(), st.sampled_from(DEEDS), st.data())
def test_what_is_arranged_is_arranged_once(
    there: Contents, deed: Callable[[Contents, list[str]], ChangeSet], data: st.DataObject
) -> None:
    # A frame that moves may come to hold what it did not hold, and next time takes that along.
    placed = [*there.cards, *(each.id for each in there.frames.values() if each.locked)]
    assume(placed)
    ids = data.draw(st.lists(st.sampled_from(placed), unique=True))
    change = deed(there, ids)
    after = carried_out(there, change)
    assert not deed(after, ids)
    assert deed(there, ids[::-1]) == change


@given(boards(), st.sampled_from(DEEDS), st.data())
def test_only_what_is_chosen_or_lies_in_a_chosen_frame_is_arranged(
    there: Contents, deed: Callable[[Contents, list[str]], ChangeSet], data: st.DataObject
) -> None:
    placed = [*there.cards, *there.frames]
    assume(placed)
    ids = data.draw(st.lists(st.sampled_from(placed), unique=True))
    chosen = [there.frames[each].rect for each in ids if each in there.frames]
    for edit in deed(there, ids).edits:
        before = edit.before
        assert isinstance(before, (Card, Frame))
        assert not before.locked
        assert before.id in ids or any(frame.contains(before.rect) for frame in chosen)


@given(boards(), st.sampled_from(DEEDS[-3:]), st.data())
def test_what_is_packed_does_not_overlap(
    there: Contents, deed: Callable[[Contents, list[str]], ChangeSet], data: st.DataObject
) -> None:
    assume(len(there.cards) > 1)
    ids = data.draw(st.lists(st.sampled_from(list(there.cards)), min_size=2, unique=True))
    after = carried_out(there, deed(there, ids))
    pairs = overlapping(after.cards[each] for each in ids)
    assert not [pair for pair in pairs if not all(there.cards[each].locked for each in pair)]
