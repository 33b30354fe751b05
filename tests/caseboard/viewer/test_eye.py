"""From where one looks at a picture: there and back again, whatever the zoom and the angle."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF

from caseboard.viewer.eye import LARGEST_ZOOM, Eye

parts = st.floats(0, 1)
places = st.builds(QPointF, st.floats(0, 800), st.floats(0, 600))


@st.composite
def eyes_anywhere(draw: st.DrawFn) -> Eye:
    """Looking at any point of a picture of any size."""
    width, height = draw(st.integers(1, 100_000)), draw(st.integers(1, 100_000))
    eye = Eye(width, height, zoom=draw(st.floats(0.01, 32)), angle=draw(st.floats(0, 359)))
    return eye.at(QPointF(draw(parts) * width, draw(parts) * height))


eyes = eyes_anywhere()


def near(one: QPointF, other: QPointF, by: float = 1e-3) -> bool:
    return (one - other).manhattanLength() < by


@given(eyes, places)
def test_what_lies_at_a_place_is_found_there(eye: Eye, place: QPointF) -> None:
    assert near(eye.to_screen(eye.to_picture(place)), place)
    fraction = eye.to_fraction(place)
    assert near(eye.from_fraction(fraction.x(), fraction.y()), place)


@given(eyes, st.floats(0.05, 20), st.floats(0, 359))
def test_zooming_and_turning_keep_what_is_in_the_middle(
    eye: Eye, zoom: float, angle: float
) -> None:
    for changed in (eye.zoomed(zoom), eye.turned(angle)):
        assert (changed.x, changed.y) == pytest.approx((eye.x, eye.y), abs=1e-3)


@given(eyes, places, st.floats(1.1, 4))
def test_coming_nearer_holds_what_is_under_the_pointer(
    eye: Eye, place: QPointF, factor: float
) -> None:
    held = eye.to_picture(place)
    is_on = 0 <= held.x() <= eye.picture_width and 0 <= held.y() <= eye.picture_height
    changed = eye.zoomed(eye.zoom * factor, place)
    if is_on and changed.zoom >= eye.zoom:
        assert near(changed.to_screen(held), place, 0.01)


@given(eyes, st.floats(-2000, 2000), st.floats(-2000, 2000))
def test_the_middle_never_leaves_the_picture(eye: Eye, dx: float, dy: float) -> None:
    moved = eye.panned(QPointF(dx, dy))
    assert 0 <= moved.x <= eye.picture_width and 0 <= moved.y <= eye.picture_height


@given(eyes)
def test_all_of_it_fits_however_it_is_turned(eye: Eye) -> None:
    fitted = eye.fitted(LARGEST_ZOOM)
    for x, y in ((0, 0), (1, 0), (0, 1), (1, 1)):
        corner = fitted.from_fraction(x, y)
        assert -0.01 <= corner.x() <= 800.01 and -0.01 <= corner.y() <= 600.01
    assert fitted.seen.width() == pytest.approx(eye.picture_width, rel=1e-6)


@given(eyes, st.sampled_from([1.0, 1.5, 2.0]), st.integers(0, 3))
def test_pixels_coincide_where_they_can(eye: Eye, ratio: float, quarters: int) -> None:
    aligned = eye.turned(90.0 * quarters).aligned(ratio)
    corner = aligned.to_screen(QPointF(0, 0)) * ratio
    assert near(corner, QPointF(round(corner.x()), round(corner.y())), 0.02)


@pytest.mark.parametrize(
    ("zoom", "ratio", "level"),
    [(1, 1, 0), (0.51, 1, 0), (0.5, 1, 1), (0.5, 2, 0), (0.13, 1, 2), (8, 1, 0), (0.001, 1, 5)],
)
def test_the_scale_that_is_painted_has_pixels_as_small_as_the_screen(
    zoom: float, ratio: float, level: int
) -> None:
    assert Eye(zoom=zoom).level(ratio, 6) == level


def test_a_page_painted_more_finely_is_looked_at_where_it_was() -> None:
    eye = Eye(1000, 500, x=250, y=100, zoom=2)
    finer = eye.of_size(2000, 1000)
    assert near(finer.from_fraction(0.3, 0.7), eye.from_fraction(0.3, 0.7))
