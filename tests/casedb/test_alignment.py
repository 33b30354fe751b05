"""How one picture lies on another: what is there comes back, and what cannot be known is told."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from casedb.analysis.alignment import (
    AFFINE,
    FEWEST,
    HOMOGRAPHY,
    SIMILARITY,
    Alignment,
    NotAligned,
    align,
)

Spots = list[tuple[float, float]]

SQUARE: Spots = [(100, 120), (4100, 200), (3900, 3100), (150, 2900), (2000, 1500), (900, 2200)]


def known(kind: str, turn: float, scale: float, dx: float, dy: float, bend: float) -> Alignment:
    """A way of a kind."""
    cosine, sine = scale * math.cos(turn), scale * math.sin(turn)
    skew = 0.2 if kind != SIMILARITY else 0.0
    far = bend * 1e-5 if kind == HOMOGRAPHY else 0.0
    return Alignment(
        kind, ((cosine, -sine + skew, dx), (sine, cosine, dy), (far, far / 2, 1.0)), ()
    )


ways = st.builds(
    known,
    st.sampled_from(sorted(FEWEST)),
    st.floats(-math.pi, math.pi),
    st.floats(0.5, 4),
    st.floats(-5000, 5000),
    st.floats(-5000, 5000),
    st.floats(-1, 1),
)


@given(ways, st.integers(0, 2))
def test_a_way_that_is_there_is_found(way: Alignment, more: int) -> None:
    second = SQUARE[: FEWEST[way.kind] + more]
    first = [way.to_first(each) for each in second]
    found = align(first, second, way.kind)
    assert max(found.residuals) < 1e-3
    for spot in SQUARE:
        assert found.to_first(spot) == pytest.approx(way.to_first(spot), rel=1e-4, abs=1e-2)


@given(ways, st.tuples(st.floats(0, 5000), st.floats(0, 5000)))
def test_there_and_back_is_where_one_was(way: Alignment, spot: tuple[float, float]) -> None:
    assert way.to_second(way.to_first(spot)) == pytest.approx(spot, abs=1e-3)


@given(ways)
def test_from_the_other_side_it_is_the_inverse(way: Alignment) -> None:
    second = SQUARE[: FEWEST[way.kind]]
    first = [way.to_first(each) for each in second]
    there, back = align(first, second, way.kind), align(second, first, way.kind)
    for spot in SQUARE:
        assert back.to_first(there.to_first(spot)) == pytest.approx(spot, rel=1e-4, abs=1e-2)


@given(ways, st.tuples(st.floats(-30, 30), st.floats(-30, 30)))
def test_one_point_that_is_off_shows_in_the_residuals(
    way: Alignment, off: tuple[float, float]
) -> None:
    assume(math.hypot(*off) > 5)
    first = [way.to_first(each) for each in SQUARE]
    first[-1] = (first[-1][0] + off[0], first[-1][1] + off[1])
    found = align(first, SQUARE, way.kind)
    assert found.is_checked
    assert 0 < found.error <= math.hypot(*off) + 1e-6


@given(st.lists(st.tuples(st.floats(-50, 50), st.floats(-50, 50)), min_size=6, max_size=6))
def test_no_other_affine_way_comes_closer(offs: Spots) -> None:
    first = [(x + dx, y + dy) for (x, y), (dx, dy) in zip(SQUARE, offs, strict=True)]
    found = align(first, SQUARE, AFFINE)
    best = sum(each**2 for each in found.residuals)
    for row in range(2):
        for column in range(3):
            changed = np.array(found.matrix)
            changed[row, column] *= 1 + 1e-4
            moved = np.column_stack((SQUARE, np.ones(6))) @ changed.T
            worse = ((moved[:, :2] - np.array(first)) ** 2).sum()
            assert worse >= best - 1e-6


def test_the_number_of_points_says_which_way() -> None:
    for count, kind in ((2, SIMILARITY), (3, AFFINE), (4, HOMOGRAPHY), (6, HOMOGRAPHY)):
        found = align(SQUARE[:count], SQUARE[:count])
        assert found.kind == kind
        assert found.is_checked == (count > FEWEST[kind])


LINE: Spots = [(0, 0), (100, 100), (200, 200), (300, 300)]


@pytest.mark.parametrize(
    ("first", "second", "kind", "words"),
    [
        ([], [], "", "Set 2 pairs"),
        (SQUARE[:1], SQUARE[:1], "", "Set 2 pairs"),
        (SQUARE[:3], SQUARE[:3], HOMOGRAPHY, "Set 4 pairs"),
        (SQUARE[:2], [(5, 5), (5, 5)], "", "on or near one line"),
        (LINE[:3], SQUARE[:3], "", "on or near one line"),
        (SQUARE[:4], LINE, "", "on or near one line"),
        ([*LINE[:3], (0, 300)], SQUARE[:4], "", "on or near one line"),
        (SQUARE[:2], [(1, 1), (math.nan, 2)], "", "lies nowhere"),
        ([(0, 0), (1, 0), (1, 1), (0, 1)], [(0, 0), (1, 1), (1, 0), (0, 1)], "", "crosswise"),
    ],
)
def test_what_fixes_nothing_is_told_in_a_sentence(
    first: Spots, second: Spots, kind: str, words: str
) -> None:
    with pytest.raises(NotAligned, match=words):
        align(first, second, kind)


@given(st.lists(st.tuples(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6)), min_size=2, max_size=6))
def test_whatever_the_points_there_is_a_way_or_a_sentence(spots: Spots) -> None:
    try:
        found = align(spots, list(reversed(spots)))
    except NotAligned as trouble:
        assert str(trouble).endswith(".")
    else:
        assert np.isfinite(found.matrix).all() and np.isfinite(found.residuals).all()
