"""Which detail is painted when, and that no text gets too small to read."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from caseboard.board import levels
from caseboard.board.camera import LARGEST_ZOOM, SMALLEST_ZOOM
from caseboard.board.levels import SMALLEST_TEXT, Level

ZOOM = st.floats(SMALLEST_ZOOM, LARGEST_ZOOM)


def test_from_near_to_far():
    seen = [levels.level_at(zoom, 100) for zoom in (4.0, 0.45, 0.449, 0.12, 0.119, 0.02)]
    assert seen == [
        *(Level.FULL, Level.FULL),
        *(Level.TITLE, Level.TITLE),
        *(Level.BLOCK, Level.BLOCK),
    ]


def test_only_far_boards_of_many_cards_become_a_density():
    assert levels.level_at(0.05, 2500) is Level.BLOCK
    assert levels.level_at(0.05, 2501) is Level.DENSITY
    assert levels.level_at(0.5, 100_000) is Level.FULL


@given(st.integers(6, 40), ZOOM)
def test_readable_sizes_are_readable_and_no_larger_than_needed(size: int, zoom: float):
    found = levels.readable_size(size, zoom)
    assert levels.is_readable(found, zoom)
    assert found == size or not levels.is_readable(found - 1, zoom)


def test_the_limit_itself_is_readable():
    assert levels.is_readable(12, SMALLEST_TEXT / 12)
    assert not levels.is_readable(12, SMALLEST_TEXT / 12 - 0.01)


@given(ZOOM)
def test_dots_never_crowd(zoom: float):
    assert levels.dot_spacing(zoom) * zoom >= 16


@given(ZOOM)
def test_strings_stay_thin_and_visible(zoom: float):
    assert 1.0 <= levels.string_width(zoom) <= 3.0
    assert levels.glyph_size(zoom) == 0 or levels.glyph_size(zoom) >= 5
