"""How strings run: from edge to edge, apart from each other, clear of their own cards."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseboard.board import strings
from caseboard.board.strings import BOTTOM, CLEARANCE, LANE, LEFT, RIGHT, TOP, Floats

PLACE = st.integers(-2000, 2000).map(float)
SIZE = st.integers(40, 600).map(float)
RECT = st.tuples(PLACE, PLACE, SIZE, SIZE)


def array(*rows: tuple[float, ...]) -> Floats:
    """Rows of numbers as an array."""
    return np.array(rows, dtype=np.float64)


def run(start: tuple[float, ...], end: tuple[float, ...], slack: float = 0.0) -> Floats:
    """The curve [4, 2] of one string between two rectangles."""
    rects = array(start, end)
    leave, enter = strings.choose_sides(rects[:1], rects[1:])
    sides = np.concatenate([leave, enter])
    wanted, _, _, _ = strings.aims(rects, sides, rects[::-1])
    points, outward = strings.ends_at(rects, sides, wanted), strings.OUTWARD[sides]
    return strings.bend(points[:1], outward[:1], points[1:], outward[1:], slack)[0]


@pytest.mark.parametrize(
    ("end", "sides"),
    [
        ((300, 20, 100, 60), (RIGHT, LEFT)),
        ((-300, 20, 100, 60), (LEFT, RIGHT)),
        ((20, 300, 100, 60), (BOTTOM, TOP)),
        ((20, -300, 100, 60), (TOP, BOTTOM)),
        ((900, 300, 100, 60), (RIGHT, LEFT)),
        ((300, 900, 100, 60), (BOTTOM, TOP)),
        ((0, 0, 100, 60), (RIGHT, BOTTOM)),
    ],
)
def test_strings_leave_by_the_sides_that_face_each_other(
    end: tuple[float, ...], sides: tuple[int, int]
):
    leave, enter = strings.choose_sides(array((0, 0, 100, 60)), array(end))
    assert (leave[0], enter[0]) == sides


@given(RECT, RECT)
def test_a_string_leaves_and_enters_at_right_angles_just_off_the_edges(
    start: tuple[float, ...], end: tuple[float, ...]
):
    curve = run(start, end)
    for rect, point, handle in ((start, curve[0], curve[1]), (end, curve[3], curve[2])):
        left, top, right, bottom = rect[0], rect[1], rect[0] + rect[2], rect[1] + rect[3]
        away = (left - point[0], top - point[1], point[0] - right, point[1] - bottom)
        side = int(np.argmax(away))
        assert away[side] == pytest.approx(CLEARANCE)
        along = handle - point
        assert along @ strings.OUTWARD[side] >= -1e-9
        assert along @ strings.OUTWARD[(side + 1) % 4] == pytest.approx(0, abs=1e-6)


@given(RECT, RECT, st.sampled_from([0.0, 0.08, 0.5]))
def test_a_string_between_cards_apart_crosses_neither(
    start: tuple[float, ...], end: tuple[float, ...], slack: float
):
    apart = max(
        start[0] - end[0] - end[2],
        end[0] - start[0] - start[2],
        start[1] - end[1] - end[3],
        end[1] - start[1] - start[3],
    )
    if apart <= 2 * CLEARANCE:
        return
    curve = run(start, end, slack)
    line = strings.flatten(curve[None], 64)[0]
    # It never turns back on the way from one side to the other.
    away = np.abs(run(start, end)[1] - curve[0])
    steps = np.diff(line[:, int(np.argmax(away))])
    assert (steps >= -1e-9).all() or (steps <= 1e-9).all()
    for x, y, w, h in (start, end):
        inside = (line[:, 0] > x) & (line[:, 0] < x + w) & (line[:, 1] > y) & (line[:, 1] < y + h)
        assert not inside.any()


def test_a_string_to_a_near_level_does_not_overshoot_it():
    start, end = array((0, 0)), array((10, 900))
    right, left = strings.OUTWARD[[RIGHT]], strings.OUTWARD[[LEFT]]
    curve = strings.bend(start, right, end, left)[0]
    assert curve[1, 0] <= 10
    assert curve[2, 0] >= 0


def test_facing_cards_are_joined_by_a_straight_string_where_that_can_be():
    curve = run((0, 0, 260, 120), (600, 30, 260, 120))
    assert np.ptp(curve[:, 1]) == pytest.approx(0)


def test_a_slack_string_that_runs_level_hangs_below_a_taut_one_and_ends_where_it_does():
    taut = run((0, 0, 260, 120), (600, 30, 260, 120))
    slack = run((0, 0, 260, 120), (600, 30, 260, 120), 0.1)
    assert (slack[[0, 3]] == taut[[0, 3]]).all()
    middles = [strings.middles(each[None])[0][0] for each in (taut, slack)]
    length = np.hypot(*(taut[3] - taut[0]))
    assert middles[1][1] - middles[0][1] == pytest.approx(0.75 * 0.1 * length)
    assert middles[1][0] == middles[0][0]


def test_a_slack_string_hangs_no_deeper_however_long_it_is():
    taut, slack = (run((0, 0, 260, 120), (90_000, 0, 260, 120), each) for each in (0.0, 0.1))
    assert (slack - taut)[:, 1].max() == strings.DEEPEST_SAG


def test_a_string_that_runs_upwards_or_downwards_does_not_sag():
    taut, slack = (run((0, 0, 260, 120), (40, 600, 260, 120), each) for each in (0.0, 0.1))
    assert (slack == taut).all()


def test_a_string_of_a_card_with_itself_runs_round_its_corner():
    line = strings.flatten(run((0, 0, 260, 120), (0, 0, 260, 120))[None], 32)[0]
    assert not ((line[:, 0] < 260) & (line[:, 1] < 120)).any()


def spread_at_one_side(count: int, low: float, high: float, wanted: float) -> Floats:
    """The places of some strings at one side that all want the same place."""
    same = np.full(count, wanted)
    return strings.spread(
        np.zeros(count, np.int64),
        np.linspace(-1, 1, count),
        np.arange(count),
        same,
        np.full(count, low),
        np.full(count, high),
    )


def test_strings_at_one_side_stand_a_lane_apart():
    assert np.diff(spread_at_one_side(3, 0, 200, 100)) == pytest.approx(LANE)


@given(st.integers(1, 80), st.floats(-50, 300))
def test_strings_never_leave_their_side(count: int, wanted: float):
    places = spread_at_one_side(count, 14, 106, wanted)
    assert places.min() >= 14 - 1e-9
    assert places.max() <= 106 + 1e-9
    assert (np.diff(places) >= 0).all()


def test_parallel_strings_keep_their_order_at_both_ends():
    side = np.array([1, 1, 1, 2, 2, 2])
    tie = np.array([5, 3, 9, 5, 3, 9])
    same = np.zeros(6)
    places = strings.spread(side, same, tie, same + 50, same, same + 100)
    assert np.argsort(places[:3]).tolist() == np.argsort(places[3:]).tolist() == [1, 0, 2]


def test_waypoints_lie_on_the_string_and_it_is_smooth_there():
    points = array((0, 0), (100, 200), (300, 50), (500, 400))
    pieces = strings.through(points, np.array([1.0, 0.0]), np.array([0.0, -1.0]))
    assert np.array_equal(pieces[1:, 0], pieces[:-1, 3])
    assert np.array_equal(pieces[:, 0], points[:-1])
    before, after = pieces[:-1, 3] - pieces[:-1, 2], pieces[1:, 1] - pieces[1:, 0]
    turn = before[:, 0] * after[:, 1] - before[:, 1] * after[:, 0]
    assert turn == pytest.approx(0, abs=1e-6)
    # It leaves to the right and arrives from above, against the way out.
    assert (pieces[0, 1] - pieces[0, 0])[1] == 0
    assert (pieces[-1, 3] - pieces[-1, 2]) @ np.array([0.0, 1.0]) > 0


CURVE = st.tuples(*[st.tuples(PLACE, PLACE)] * 4)


@given(CURVE, st.sampled_from([0.05, 0.1, 0.5, 2.0]))
def test_enough_steps_keep_a_flattened_curve_within_the_tolerance(
    control: tuple[tuple[float, float], ...], tolerance: float
):
    curve = np.array([control])
    steps = int(strings.steps_needed(curve, tolerance)[0])
    if steps == strings.FINEST:
        return
    fine = strings.flatten(curve, steps * 8)[0]
    rough = strings.flatten(curve, steps)[0]
    between = np.linspace(0, 1, 8, endpoint=False)[None, :, None]
    chords = (rough[:-1, None] * (1 - between) + rough[1:, None] * between).reshape(-1, 2)
    assert np.hypot(*(fine[:-1] - chords).T).max() <= tolerance + 1e-9


@given(CURVE, st.floats(0, 100), st.floats(0, 100))
def test_a_trimmed_curve_is_a_part_of_the_curve(
    control: tuple[tuple[float, float], ...], start: float, end: float
):
    curve = np.array([control])
    kept = strings.trim(curve, np.array([start]), np.array([end]))
    for point in strings.flatten(kept, 8)[0]:
        # The flattened curve itself is only this close to the true one.
        slack = 1e-6 + 4000 / 200
        assert strings.distances(curve, point[0], point[1], 200)[0] <= slack


def test_trimming_takes_a_length_off_either_end():
    straight = array((0, 0), (100, 0), (200, 0), (300, 0))[None]
    kept = strings.trim(straight, np.array([10.0]), np.array([20.0]))[0]
    assert kept[0, 0] == pytest.approx(10)
    assert kept[3, 0] == pytest.approx(280)


def test_the_middle_of_a_bent_string_is_half_its_length_along():
    pieces = strings.through(
        array((0, 0), (100, 0), (400, 0)), np.array([1.0, 0.0]), np.array([-1.0, 0.0])
    )
    points, along = strings.points_at(pieces, (0.0, 0.5, 1.0))
    assert points[1] == pytest.approx([200, 0], abs=0.5)
    assert points[[0, 2]] == pytest.approx(pieces[[0, -1], [0, 3]])
    assert along == pytest.approx(np.tile([1, 0], (3, 1)))


@given(CURVE, RECT)
def test_no_curve_that_touches_a_rectangle_is_culled(
    control: tuple[tuple[float, float], ...], rect: tuple[float, ...]
):
    x, y, w, h = rect
    line = strings.flatten(np.array([control]), 64)[0]
    inside = (line[:, 0] >= x) & (line[:, 0] <= x + w) & (line[:, 1] >= y) & (line[:, 1] <= y + h)
    if inside.any():
        assert strings.crosses(np.array([control]), x, y, x + w, y + h)[0]
