"""Taking hold of marks: grips, and what a drag by one of them makes of a mark."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from casedb.model.mark_shapes import (
    corners,
    default_spots,
    grips,
    is_boxed,
    pulled,
    shifted,
    without_corner,
)
from casedb.model.marks import Form, Mark, Spot, clamped

ON_PICTURE = st.integers(0, 1000).map(lambda n: n / 1000)
SPOTS = st.tuples(ON_PICTURE, ON_PICTURE)


COUNTS = {
    Form.POINT: (1, 1),
    Form.ARROW: (2, 2),
    Form.BOX: (2, 2),
    Form.POLYGON: (3, 7),
    Form.TEXT: (1, 1),
    Form.BLUR: (2, 7),
}


@st.composite
def marks(draw: st.DrawFn, least_corners: int = 1) -> Mark:
    form = draw(st.sampled_from([each for each in Form if COUNTS[each][1] >= least_corners]))
    least, most = max(COUNTS[form][0], least_corners), COUNTS[form][1]
    spots = tuple(draw(st.lists(SPOTS, min_size=least, max_size=most)))
    try:
        return Mark(form, spots)
    except ValueError:
        assume(False)
        raise


def is_on(spot: Spot, mark: Mark) -> bool:
    return any(max(abs(spot[0] - x), abs(spot[1] - y)) < 2e-6 for x, y in grips(mark))


@given(marks(), st.data(), SPOTS)
def test_a_grip_that_is_pulled_comes_where_it_is_wanted(
    mark: Mark, data: st.DataObject, to: Spot
) -> None:
    grip = data.draw(st.integers(0, len(grips(mark)) - 1))
    made = pulled(mark, grip, to)
    assert made.form is mark.form and made.page == mark.page
    if is_boxed(mark):
        left, top, right, bottom = mark.bounds
        assert made == mark or made.bounds != mark.bounds
        # Sides that the grip does not lie on stay where they were.
        if grip in (1, 5):
            assert (made.bounds[0], made.bounds[2]) == pytest.approx((left, right))
        if grip in (3, 7):
            assert (made.bounds[1], made.bounds[3]) == pytest.approx((top, bottom))
    elif made != mark:
        assert is_on(to, made)
        more = len(made.spots) - len(mark.spots)
        assert more == (1 if grip >= len(mark.spots) else 0)


@given(marks(), st.data())
def test_a_grip_that_stays_changes_nothing(mark: Mark, data: st.DataObject) -> None:
    corner = data.draw(st.integers(0, max(0, corners(mark) - 1)))
    made = pulled(mark, corner, grips(mark)[corner])
    assert (made.bounds, len(made.spots)) == (pytest.approx(mark.bounds), len(mark.spots))


@given(marks(), st.floats(-2, 2), st.floats(-2, 2))
def test_a_mark_that_is_moved_keeps_its_size_and_stays_on_the_picture(
    mark: Mark, dx: float, dy: float
) -> None:
    left, top, right, bottom = mark.bounds
    moved = shifted(mark, dx, dy)
    now = moved.bounds
    assert (now[2] - now[0], now[3] - now[1]) == pytest.approx(
        (right - left, bottom - top), abs=3e-6
    )
    assert min(now) >= 0 and max(now) <= 1
    if left + dx >= 0 and right + dx <= 1:
        assert now[0] == pytest.approx(left + dx, abs=3e-6)


@given(marks(least_corners=3), st.data())
def test_a_corner_that_is_added_is_taken_away_again(mark: Mark, data: st.DataObject) -> None:
    count = len(mark.spots)
    side = data.draw(st.integers(0, count - 1))
    more = pulled(mark, count + side, grips(mark)[count + side])
    assume(more != mark)
    assert len(more.spots) == count + 1
    assert without_corner(more, side + 1) == Mark(mark.form, clamped(mark.spots))


def test_what_has_no_corner_to_spare_keeps_them() -> None:
    triangle = Mark(Form.POLYGON, ((0.1, 0.1), (0.5, 0.1), (0.1, 0.5)))
    assert without_corner(triangle, 0) is None
    assert without_corner(Mark(Form.BOX, ((0.1, 0.1), (0.5, 0.5))), 0) is None
    assert without_corner(Mark(Form.POINT, ((0.1, 0.1),)), 0) is None


def test_a_box_is_turned_over_when_a_side_is_pulled_past_the_other() -> None:
    box = Mark(Form.BOX, ((0.2, 0.2), (0.4, 0.4)))
    assert pulled(box, 0, (0.6, 0.7)).bounds == (0.4, 0.4, 0.6, 0.7)
    assert pulled(box, 3, (0.2, 0.9)) == box


@given(st.sampled_from(Form), SPOTS, st.floats(0.01, 1), st.floats(0.01, 1))
def test_what_is_made_by_keys_lies_around_the_spot(
    form: Form, at: Spot, width: float, height: float
) -> None:
    made = Mark(form, default_spots(form, at, width, height))
    for x, y in made.spots:
        assert abs(x - at[0]) <= width + 1e-6 and abs(y - at[1]) <= height + 1e-6
