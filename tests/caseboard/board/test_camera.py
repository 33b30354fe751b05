"""The camera: to the screen and back, zooming at a point, fitting, whole pixels."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseboard.board.camera import LARGEST_ZOOM, SMALLEST_ZOOM, Camera, Margins, View
from casedb.model.geometry import Point, Rect

PLACE = st.floats(-1e5, 1e5)
POINT = st.builds(Point, PLACE, PLACE)
ZOOM = st.floats(SMALLEST_ZOOM, LARGEST_ZOOM)
LENGTH = st.floats(100, 4000)
CAMERA = st.builds(Camera, PLACE, PLACE, ZOOM, LENGTH, LENGTH)


@given(CAMERA, POINT)
def test_there_and_back_again(camera: Camera, point: Point):
    assert camera.to_world(camera.to_screen(point)) == pytest.approx(point, abs=1e-6)


@given(CAMERA, st.builds(Point, LENGTH, LENGTH), st.floats(0.1, 10))
def test_zooming_holds_the_point_under_the_cursor(camera: Camera, point: Point, factor: float):
    zoomed = camera.zoomed_at(point, factor)
    assert SMALLEST_ZOOM <= zoomed.zoom <= LARGEST_ZOOM
    assert zoomed.to_world(point) == pytest.approx(camera.to_world(point), abs=1e-4)


@given(CAMERA, LENGTH, LENGTH)
def test_panning_moves_the_content_with_the_hand(camera: Camera, dx: float, dy: float):
    here = Point(10, 20)
    assert camera.panned(dx, dy).to_screen(camera.to_world(here)) == pytest.approx(
        here.moved(dx, dy), abs=1e-4
    )


@given(CAMERA, st.builds(Rect, PLACE, PLACE, st.floats(1, 3e4), st.floats(1, 3e4)))
def test_fitting_shows_all_of_a_rectangle_with_its_margin(camera: Camera, rect: Rect):
    fitted = camera.fitted(rect, margin=20)
    if fitted.zoom > SMALLEST_ZOOM:
        assert fitted.visible().grown(1e-6).contains(rect.grown((20 - 1e-6) / fitted.zoom))
    assert fitted.zoom <= 1.0


@given(CAMERA, st.builds(Rect, PLACE, PLACE, st.floats(1, 3e4), st.floats(1, 3e4)))
def test_a_rectangle_is_fitted_into_the_middle_of_what_is_left(camera: Camera, rect: Rect):
    margins = Margins(20, 4, 40, 28)
    fitted = camera.fitted(rect, margins)
    shown = fitted.rect_to_screen(rect)
    middle = (20 + (camera.width - 60) / 2, 4 + (camera.height - 32) / 2)
    assert shown.centre == pytest.approx(middle, abs=1e-4)
    if fitted.zoom > SMALLEST_ZOOM:
        room = Rect(20, 4, camera.width - 60, camera.height - 32)
        assert room.grown(1e-4).contains(shown)
    back = fitted.rect_to_world(shown)
    assert (back.x, back.y, back.w, back.h) == pytest.approx(
        (rect.x, rect.y, rect.w, rect.h), abs=1e-4
    )


def test_fitting_one_card_does_not_blow_it_up():
    assert Camera().fitted(Rect(0, 0, 260, 120)).zoom == 1.0
    assert Camera().fitted(Rect(0, 0, 100, 100), largest=4.0).zoom > 4.0 - 1e-9


@given(CAMERA, st.sampled_from([1.0, 1.25, 1.5, 2.0, 3.0]))
def test_a_view_is_the_camera_in_whole_pixels(camera: Camera, ratio: float):
    view = camera.view(ratio)
    aligned = camera.aligned(ratio)
    assert aligned.to_screen(Point(camera.x, camera.y)) == pytest.approx(
        camera.to_screen(Point(camera.x, camera.y)), abs=0.51 / ratio
    )
    corner = aligned.to_screen(Point(view.world.x, view.world.y))
    assert corner == pytest.approx((0, 0), abs=1e-4)
    assert (view.width, view.height) >= (camera.width * ratio, 0)


def test_boxes_that_touch_on_the_board_touch_in_pixels():
    view = View(0, 0, 800, 600, zoom=0.37, ratio=1.5)
    left, top, width, height = view.box(Rect(10.3, 20.7, 101.1, 50.3))
    assert view.box(Rect(111.4, 71.0, 10, 10))[:2] == (left + width, top + height)


def test_a_box_is_never_without_pixels():
    assert View(0, 0, 10, 10, zoom=0.02).box(Rect(0, 0, 1, 1))[2:] == (1, 1)
