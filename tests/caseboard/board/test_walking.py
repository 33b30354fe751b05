"""Walking a board by keys, as pure arithmetic: reading order, and what lies in a direction."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseboard.board.columns import Columns
from caseboard.board.walking import Walker
from caseboard.reading_order import reading_order
from casedb.model.geometry import Rect

if TYPE_CHECKING:
    from conftest import Maker

BOXES = st.lists(
    st.tuples(
        st.integers(-900, 900), st.integers(-900, 900), st.integers(1, 300), st.integers(1, 300)
    ),
    min_size=1,
    max_size=30,
)


@given(BOXES)
def test_reading_reaches_every_box_once_and_never_goes_up_a_line(
    places: list[tuple[int, int, int, int]],
) -> None:
    boxes = np.array([(x, y, x + w, y + h) for x, y, w, h in places], dtype=np.float64)
    order = reading_order(boxes).tolist()
    assert sorted(order) == list(range(len(boxes)))
    for one, other in itertools.combinations(order, 2):
        is_right = boxes[other, 0] >= boxes[one, 0]
        is_below = boxes[other, 1] >= boxes[one, 1]
        assert is_right or is_below


def test_cards_that_stand_a_little_askew_are_read_as_one_line(maker: Maker) -> None:
    last = maker.card(800, 0)
    first = maker.card(0, 30)
    second = maker.card(400, -20)
    below = maker.card(0, 200)
    walker = Walker(Columns(maker.contents, maker.board_id))
    assert walker.after({first.id}) == second.id
    assert walker.after({second.id}) == last.id
    assert walker.after({last.id}) == below.id
    assert walker.after({below.id}) is None
    assert walker.after({first.id}, -1) is None
    assert walker.after({below.id}, -1) == last.id


def test_reading_goes_on_after_the_last_of_several(maker: Maker) -> None:
    cards = [maker.card(400 * n, 0) for n in range(4)]
    walker = Walker(Columns(maker.contents, maker.board_id))
    assert walker.after({cards[0].id, cards[2].id}) == cards[3].id
    assert walker.after({cards[1].id, cards[2].id}, -1) == cards[0].id


def test_reading_begins_with_the_first_or_the_last_where_one_stands_on_nothing(
    maker: Maker,
) -> None:
    cards = [maker.card(400 * n, 0) for n in range(3)]
    columns = Columns(maker.contents, maker.board_id)
    walker = Walker(columns)
    for here in (set[str](), {"not here"}):
        assert walker.after(here) == cards[0].id
        assert walker.after(here, -1) == cards[2].id
    for card in cards:
        columns.apply(maker.remove(card))
    assert walker.after(set()) is None
    assert walker.after(set(), -1) is None


def test_frames_are_read_before_what_lies_in_them(maker: Maker) -> None:
    card = maker.card(20, 40)
    frame = maker.frame(0, 0, 600, 400)
    walker = Walker(Columns(maker.contents, maker.board_id))
    assert walker.after({frame.id}) == card.id
    assert walker.after({card.id}, -1) == frame.id


@pytest.mark.parametrize(
    ("dx", "dy", "expected"), [(1, 0, "right"), (-1, 0, "left"), (0, -1, "above"), (0, 1, "below")]
)
def test_an_arrow_leads_to_the_nearest_card_in_its_direction(
    maker: Maker, dx: int, dy: int, expected: str
) -> None:
    start = maker.card(0, 0, 200, 100)
    places = {"right": (300, 10), "left": (-300, -10), "above": (10, -200), "below": (-10, 200)}
    cards = {name: maker.card(x, y, 200, 100).id for name, (x, y) in places.items()}
    maker.card(700, 0, 200, 100)
    maker.card(0, 700, 200, 100)
    walker = Walker(Columns(maker.contents, maker.board_id))
    assert walker.towards(start.rect, dx, dy, {start.id}) == cards[expected]


def test_what_lies_straight_ahead_comes_before_what_is_nearer_beside_the_way(maker: Maker) -> None:
    start = maker.card(0, 0, 200, 100)
    ahead = maker.card(500, 20, 200, 100)
    maker.card(300, 220, 200, 100)
    walker = Walker(Columns(maker.contents, maker.board_id))
    assert walker.towards(start.rect, 1, 0, {start.id}) == ahead.id


def test_nothing_is_found_where_nothing_lies(maker: Maker) -> None:
    empty = Walker(Columns(maker.contents, maker.board_id))
    assert empty.towards(Rect(0, 0, 1, 1), 1, 0) is None
    start = maker.card(0, 0)
    walker = Walker(Columns(maker.contents, maker.board_id))
    assert walker.towards(start.rect, 1, 0, {start.id}) is None


def test_a_walker_follows_what_changes(maker: Maker) -> None:
    start, other = maker.card(0, 0), maker.card(400, 0)
    columns = Columns(maker.contents, maker.board_id)
    walker = Walker(columns)
    assert walker.towards(start.rect, 1, 0, {start.id}) == other.id
    columns.apply(maker.move(other, -900, 0))
    assert walker.towards(start.rect, 1, 0, {start.id}) is None
    assert walker.after({start.id}, -1) == other.id
    columns.apply(maker.remove(maker.contents.cards[other.id]))
    assert walker.after({start.id}, -1) is None
