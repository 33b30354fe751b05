"""Looking at a board so that nothing in the corners of the view covers a card."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseboard.board.camera import Camera
from caseboard.board.free_room import fitted_clear, shift_clear
from casedb.model.geometry import Rect, bounding_rect

CAMERA = Camera(width=1000, height=700)
MAP = Rect(784, 544, 200, 140)
BOX = Rect(16, 650, 200, 34)
CARD = st.builds(
    Rect, st.integers(-2000, 2000), st.integers(-2000, 2000), st.just(240.0), st.just(120.0)
)


def around(cards: list[Rect]) -> Rect:
    """The rectangle that is fitted."""
    rect = bounding_rect(cards)
    assert rect is not None
    return rect


@given(st.lists(CARD, min_size=1, max_size=12), st.sampled_from([(), (MAP,), (MAP, BOX)]))
def test_no_corner_covers_a_card(cards: list[Rect], corners: tuple[Rect, ...]) -> None:
    def is_taken(part: Rect) -> bool:
        return any(each.overlaps(part) for each in cards)

    whole = CAMERA.fitted(around(cards))
    camera = fitted_clear(CAMERA, around(cards), 48.0, corners, is_taken)
    assert camera.visible().grown(1e-6).contains(around(cards))
    assert not any(is_taken(camera.rect_to_world(each)) for each in corners)
    assert camera.zoom <= whole.zoom
    if not any(is_taken(whole.rect_to_world(each)) for each in corners):
        assert camera == whole, "nothing is smaller than it has to be"


def test_the_way_round_a_corner_is_the_one_that_shows_most() -> None:
    def is_taken(part: Rect) -> bool:
        return part.overlaps(wide) or part.overlaps(high)

    wide, high = Rect(0, 0, 3000, 800), Rect(0, 0, 800, 3000)
    assert fitted_clear(CAMERA, wide, 48.0, (MAP,), is_taken).rect_to_screen(wide).right > MAP.x
    assert fitted_clear(CAMERA, high, 48.0, (MAP,), is_taken).rect_to_screen(high).bottom > MAP.y


@pytest.mark.parametrize(
    ("rect", "shift"),
    [
        (Rect(100, 100, 240, 120), 0.0),
        (Rect(700, 500, 240, 120), -100.0),
        (Rect(700, 20, 240, 640), 0.0),
    ],
)
def test_a_card_under_a_corner_is_pushed_above_it(rect: Rect, shift: float) -> None:
    assert shift_clear(rect, (BOX, MAP), 24.0, 700) == shift


def test_a_card_under_a_corner_at_the_top_is_pushed_below_it() -> None:
    strip = Rect(300, 16, 400, 60)
    assert shift_clear(Rect(310, 20, 240, 120), (strip,), 24.0, 700) == 80.0
