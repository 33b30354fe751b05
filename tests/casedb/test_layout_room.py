"""Room on a board: the nearest free place, and plans that settle around what is taken."""

from __future__ import annotations

import math
from itertools import combinations, product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from casedb.model.geometry import LIMIT, Point, Rect
from casedb.model.layout.packing import pack_columns, pack_grid, pack_shelves
from casedb.model.layout.plan import GAP, Plan, Size, joined
from casedb.model.layout.room import Room, Stretches, is_on_board, turned
from casedb.model.layout.settling import flow, place_of, push_down, push_up, put, settle

whole = st.integers(-40, 40).map(lambda number: number * 10.0)
lengths = st.integers(4, 30).map(lambda number: number * 10.0)
rects = st.builds(Rect, whole, whole, lengths, lengths)
taken = st.lists(rects, max_size=6)
sizes = st.lists(st.builds(Size, lengths, lengths), min_size=1, max_size=12)


def is_free(rect: Rect, there: list[Rect]) -> bool:
    return not any(rect.overlaps(each.grown(GAP - 0.001)) for each in there)


# -- stretches ---------------------------------------------------------------------------------


@given(st.lists(st.tuples(whole, lengths), max_size=5), whole, lengths)
def test_the_way_past_what_is_taken_is_the_shortest(
    pairs: list[tuple[float, float]], low: float, length: float
) -> None:
    stretches = [(start, start + reach) for start, reach in pairs]

    def fits(place: float) -> bool:
        return all(place >= end or place + length <= start for start, end in stretches)

    places = sorted({low, *(end for _, end in stretches), *(s - length for s, _ in stretches)})
    way = Stretches(stretches)
    assert way.after(low, length) == next(p for p in places if p >= low and fits(p))
    assert way.before(low, length) == next(p for p in places[::-1] if p <= low and fits(p))
    nearest = way.nearest(low, length)
    assert abs(nearest - low) == min(abs(place - low) for place in places if fits(place))


def test_the_board_ends() -> None:
    full = Stretches([(-LIMIT, LIMIT - 50)])
    assert full.nearest(0, 40) == LIMIT - 50
    assert full.nearest(0, 60) == math.inf
    assert is_on_board(LIMIT - 60, 60)
    assert not is_on_board(LIMIT - 50, 60)


# -- room --------------------------------------------------------------------------------------


@given(taken, rects)
def test_the_nearest_free_place_is_nearer_than_any_other(there: list[Rect], rect: Rect) -> None:
    found = Room(there).nearest(rect)
    assert found is not None
    assert is_free(found, there)
    assert (found.w, found.h) == (rect.w, rect.h)
    away = math.hypot(found.x - rect.x, found.y - rect.y)
    steps = range(-int(away), int(away) + 1, max(1, int(away) // 4))
    for dx, dy in product(steps, steps):
        if math.hypot(dx, dy) < away - 0.001:
            assert not is_free(rect.moved(dx, dy), there)


def test_in_a_full_board_there_is_no_room() -> None:
    whole_board = Rect(-LIMIT, -LIMIT, 2 * LIMIT, 2 * LIMIT)
    assert Room([whole_board]).nearest(Rect(0, 0, 10, 10)) is None
    assert Room().nearest(Rect(LIMIT - 5, 0, 10, 10)) == Rect(LIMIT - 10, 0, 10, 10)


@given(taken, rects)
def test_a_turned_room_is_the_same_room(there: list[Rect], rect: Rect) -> None:
    room = Room(there)
    assert len(room.turned()) == len(there)
    assert room.turned().is_free(turned(rect)) == room.is_free(rect) == is_free(rect, there)
    assert room.with_taken([rect]).is_free(rect) is False


@given(taken, rects)
def test_what_is_pushed_goes_one_way_until_it_is_free(there: list[Rect], rect: Rect) -> None:
    up, down = push_up(rect, Room(there)), push_down(rect, Room(there))
    assert up is not None
    assert down is not None
    assert up.y <= rect.y <= down.y
    assert up.x == rect.x == down.x
    assert is_free(up, there)
    assert is_free(down, there)


def test_what_is_pushed_does_not_leave_the_board() -> None:
    edge = Rect(0, LIMIT - 50, 100, 50)
    assert push_down(edge, Room([edge])) is None
    assert push_up(Rect(0, -LIMIT, 100, 50), Room([Rect(0, -LIMIT, 10, 10)])) is None


# -- packing -----------------------------------------------------------------------------------


def are_apart(laid: list[Rect], gap: float = GAP) -> bool:
    return not any(one.grown(gap - 0.001).overlaps(other) for one, other in combinations(laid, 2))


@given(sizes, st.integers(0, 5), lengths.map(lambda length: length * 4))
def test_packed_boxes_keep_their_distance_and_their_columns(
    there: list[Size], columns: int, tallest: float
) -> None:
    for plan in (pack_grid(there, columns), pack_columns(there, tallest)):
        assert are_apart(plan.rects())
        assert plan.sizes == tuple(there)
        assert sorted(n for column in plan.columns for n in column) == list(range(len(there)))
        assert (plan.block.x, plan.block.y) == (0, 0)
    places = pack_shelves(there)
    shelved = [Rect(*place, *size) for place, size in zip(places, there, strict=True)]
    assert are_apart(shelved, 80)


def test_columns_are_about_as_high_as_each_other() -> None:
    plan = pack_columns([Size(100, 76)] * 9, 500)
    assert [len(column) for column in plan.columns] == [5, 4]
    assert pack_columns([], 500).places == ()
    assert pack_columns([Size(10, 900)] * 2, 500).columns == ((0,), (1,))


def test_a_grid_looks_like_a_screen() -> None:
    block = pack_grid([Size(260, 120)] * 100).block
    assert 1.2 < block.w / block.h < 2.2


# -- settling ----------------------------------------------------------------------------------


def plan_of(there: list[Size]) -> Plan:
    """A plan of two columns and a box that belongs to none but may stand alone."""
    middle = len(there) // 2
    parts = [
        (pack_columns(there[:middle], 1e9), list(range(middle)), Point(0, 0)),
        (pack_columns(there[middle:], 1e9), list(range(middle, len(there))), Point(400, 0)),
    ]
    return joined(there, parts)


@given(sizes, taken, st.data())
def test_a_plan_settles_once_on_free_room(
    there: list[Size], obstacles: list[Rect], data: st.DataObject
) -> None:
    plan = plan_of(there)
    now = [Rect(data.draw(whole), data.draw(whole), size.w, size.h) for size in there]
    room = Room(obstacles)
    settled = settle(plan, now, room, room)
    assert settled is not None
    assert are_apart(settled)
    assert all(is_free(rect, obstacles) for rect in settled)
    assert [(rect.w, rect.h) for rect in settled] == [tuple(size) for size in there]
    assert settle(plan, settled, room, room) == settled


@given(sizes, st.data())
def test_the_middle_stays_where_nothing_is_in_the_way(
    there: list[Size], data: st.DataObject
) -> None:
    plan = plan_of(there)
    now = [Rect(data.draw(whole), data.draw(whole), size.w, size.h) for size in there]
    lies = place_of(plan, now)
    begins = [(rect.x - p.x, rect.y - p.y) for rect, p in zip(now, plan.places, strict=True)]
    assume(all(2 * begins.count(each) <= len(begins) for each in begins))
    settled = settle(plan, now, Room(), Room())
    assert settled is not None
    assert settled == put(plan, lies)
    for axis in (0, 2), (1, 3):
        middles = [
            (min(r[axis[0]] for r in laid) + max(r[axis[0]] + r[axis[1]] for r in laid)) / 2
            for laid in (now, settled)
        ]
        assert middles[0] == pytest.approx(middles[1], abs=0.51)


def test_boxes_of_a_column_give_way_and_keep_their_order() -> None:
    plan = pack_columns([Size(100, 76)] * 5, 1e9)
    laid = flow(plan, Point(0, 0), Room([Rect(50, 110, 500, 50)]))
    assert laid is not None
    assert [rect.y for rect in laid] == [-90, 10, 200, 300, 400]
    # The middle one would rather go down; those above it have to go up.
    assert flow(plan, Point(0, 0), Room([Rect(150, 110, 500, 50)])) == put(plan, Point(0, 0))


def test_where_most_boxes_are_in_the_way_all_go_together() -> None:
    plan = pack_columns([Size(100, 76)] * 4, 1e9)
    wall = Room([Rect(90, -1000, 50, 3000)])
    settled = settle(plan, put(plan, Point(0, 0)), wall, wall)
    assert settled == put(plan, Point(-34, 0))


def test_a_plan_that_lies_as_planned_but_for_one_box_stays() -> None:
    plan = pack_columns([Size(100, 76)] * 3, 1e9)
    now = [*put(plan, Point(7.25, 9))[:2], Rect(5000, 5000, 100, 76)]
    assert settle(plan, now, Room(), Room()) == put(plan, Point(7.25, 9))


def test_a_plan_at_the_edge_of_the_board_stays_on_it() -> None:
    plan = pack_columns([Size(100, 76)] * 30, 1e9)
    now = [Rect(LIMIT - n, LIMIT - 50, 100, 76) for n in range(30)]
    settled = settle(plan, now, Room(), Room())
    assert settled is not None
    assert all(is_on_board(rect.x, rect.w) and is_on_board(rect.y, rect.h) for rect in settled)
    full = Room([Rect(-LIMIT, -LIMIT, 2 * LIMIT, 2 * LIMIT)])
    assert settle(plan, now, full, full) is None


def test_nothing_settles_as_nothing() -> None:
    assert settle(Plan((), ()), [], Room(), Room()) == []
