"""Snapping: what a rectangle that is moved or sized agrees with."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseboard.board.snapping import MOST, Axis, Gap, Guide, Snapper
from casedb.model.geometry import Rect

REACH = 6.0


def others(*rects: tuple[float, float, float, float], grid: float = 0.0) -> Snapper:
    """Things that stay, by left, top, width and height."""
    boxes = np.array([(x, y, x + w, y + h) for x, y, w, h in rects], dtype=float).reshape(-1, 4)
    return Snapper(boxes, grid)


@pytest.mark.parametrize(
    ("x", "snapped"),
    [
        (103, 100),  # left edge to left edge
        (196, 200),  # left edge to right edge
        (54, 50),  # right edge to left edge
        (147, 150),  # right edge to right edge
        (127, 125),  # middle to middle
        (107, 107),  # too far from anything
    ],
)
def test_edges_snap_to_edges_and_middles_to_middles(x: float, snapped: float) -> None:
    there = others((100, 0, 100, 40))
    assert there.moved(Rect(x, 300, 50, 40), REACH).rect == Rect(snapped, 300, 50, 40)


def test_a_guide_joins_all_that_agree() -> None:
    found = others((100, 0, 100, 40), (100, 600, 70, 40)).moved(Rect(102, 200, 50, 40), REACH)
    assert found.marks == (Guide(Axis.ACROSS, 100, 0, 640),)


def test_what_is_equally_wide_shows_its_edges_and_not_its_middle_as_well() -> None:
    found = others((100, 0, 50, 40)).moved(Rect(102, 300, 50, 40), REACH)
    assert found.marks == (Guide(Axis.ACROSS, 100, 0, 340), Guide(Axis.ACROSS, 150, 0, 340))


def test_a_gap_beside_it_is_repeated() -> None:
    there = others((0, 0, 100, 40), (130, 0, 100, 40))
    after = there.moved(Rect(263, 0, 50, 40), REACH)
    assert after.rect.x == 260
    assert [each for each in after.marks if isinstance(each, Gap)] == [
        Gap(Axis.ACROSS, 100, 130, 20),
        Gap(Axis.ACROSS, 230, 260, 20),
    ]
    assert there.moved(Rect(-83, 0, 50, 40), REACH).rect.x == -80


def test_between_two_it_snaps_to_their_middle() -> None:
    after = others((0, 0, 100, 40), (300, 0, 100, 40)).moved(Rect(172, 0, 50, 40), REACH)
    assert after.rect.x == 175
    gaps = [each for each in after.marks if isinstance(each, Gap)]
    assert [(each.low, each.high) for each in gaps] == [(100, 175), (225, 300)]


def test_what_is_not_beside_it_makes_no_gap() -> None:
    after = others((0, 500, 100, 40), (130, 500, 100, 40)).moved(Rect(263, 0, 50, 40), REACH)
    assert after.rect.x == 263


def test_an_axis_that_is_not_moved_along_stays() -> None:
    there = others((100, 10, 100, 40))
    assert there.moved(Rect(102, 12, 50, 90), REACH, (Axis.DOWN,)).rect == Rect(102, 10, 50, 90)


def test_the_grid_takes_what_nothing_else_takes() -> None:
    there = others((100, 1000, 100, 40), grid=24.0)
    assert there.moved(Rect(50, 51, 30, 30), REACH).rect == Rect(48, 48, 30, 30)
    assert there.moved(Rect(103, 51, 30, 30), REACH).rect == Rect(100, 48, 30, 30)
    assert there.sized(Rect(0, 0, 50, 30), REACH, (2, 3)).rect == Rect(0, 0, 48, 24)


def test_only_the_side_that_is_sized_moves() -> None:
    there = others((100, 100, 100, 100))
    found = there.sized(Rect(0, 97, 98, 40), REACH, (2,))
    assert found.rect == Rect(0, 97, 100, 40)
    assert found.marks == (Guide(Axis.ACROSS, 100, 97, 200),)


def test_among_very_many_the_nearest_are_looked_at() -> None:
    far = np.arange(5 * MOST, dtype=np.float64) * 10 + 10_000
    boxes = np.stack([far, far, far + 5, far + 5], axis=1)
    near = np.array([[100.0, 0, 200, 40]])
    found = Snapper(np.concatenate([boxes, near])).moved(Rect(103, 300, 50, 40), REACH)
    assert found.rect.x == 100


numbers = st.integers(-2000, 2000)
sizes = st.integers(1, 600)
rects = st.tuples(numbers, numbers, sizes, sizes)


@given(st.lists(rects, max_size=30), rects, st.sampled_from([0.0, 24.0]))
def test_a_rectangle_keeps_its_size_and_stays_near(
    there: list[tuple[int, int, int, int]], moved: tuple[int, int, int, int], grid: float
) -> None:
    before = Rect(*map(float, moved))
    found = others(*there, grid=grid).moved(before, REACH)
    assert (found.rect.w, found.rect.h) == pytest.approx((before.w, before.h))
    most = max(REACH, grid / 2) + 1e-6
    assert abs(found.rect.x - before.x) <= most
    assert abs(found.rect.y - before.y) <= most


@given(st.lists(rects, max_size=30), rects)
def test_what_has_snapped_agrees_with_something_and_snaps_no_further(
    there: list[tuple[int, int, int, int]], moved: tuple[int, int, int, int]
) -> None:
    snapper = others(*there)
    before = Rect(*map(float, moved))
    found = snapper.moved(before, REACH)
    for axis, was, now in (
        (Axis.ACROSS, before.x, found.rect.x),
        (Axis.DOWN, before.y, found.rect.y),
    ):
        if was != now:
            assert any(mark.axis is axis for mark in found.marks)
    # Across first: what it is beside may be other things once it has snapped down.
    again = snapper.moved(found.rect, REACH, (Axis.DOWN,))
    assert again.rect.y == pytest.approx(found.rect.y)
