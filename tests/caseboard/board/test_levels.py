"""Which detail is painted when, and that no text gets too small to read."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from caseboard.board import levels
from caseboard.board.camera import LARGEST_ZOOM, SMALLEST_ZOOM
from caseboard.board.levels import SMALLEST_TEXT, Level

ZOOM = st.floats(SMALLEST_ZOOM, LARGEST_ZOOM)


def test_from_near_to_far():
    seen = [levels.level_at(zoom) for zoom in (4.0, 0.45, 0.449, 0.12, 0.119, 0.001)]
    assert seen == [
        *(Level.FULL, Level.FULL),
        *(Level.TITLE, Level.TITLE),
        *(Level.FAR, Level.FAR),
    ]


def test_cards_become_a_density_where_they_are_narrower_than_a_pixel_or_two():
    assert not levels.is_density(0.006)
    assert levels.is_density(0.0057)


def test_strings_are_thinned_out_only_where_none_of_them_can_be_told():
    assert levels.thread_stride(1_000_000, 0.1) == 1
    assert levels.thread_stride(20_000, 0.001) > 1
    assert levels.thread_stride(200_000, 0.025) == 8
    assert levels.thread_stride(10_000_000, 0.001) == levels.THICKEST_HAZE


@given(st.integers(0, 1_000_000), ZOOM)
def test_strides_are_powers_of_two_that_grow_with_the_strings(strings: int, zoom: float):
    stride = levels.thread_stride(strings, zoom)
    assert stride in (1, 2, 4, 8, 16)
    assert stride <= levels.thread_stride(2 * strings + 1, zoom)


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
