"""How samples are shown: as they are until something is chosen, and never past black and white."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QImage

from caseboard.viewer.tones import ALL, ALPHA, CHANNELS, GREEN, GREY, Tones, shown, stretched


def colour(image: QImage, x: int = 0, y: int = 0) -> tuple[int, int, int, int]:
    told = QColor(image.pixelColor(x, y))
    return told.red(), told.green(), told.blue(), told.alpha()


def one(*sample: float, dtype: Any = np.uint8) -> Any:
    return np.array([[sample]], dtype)


@given(st.tuples(*[st.integers(0, 255)] * 3))
def test_colours_are_shown_as_they_are(sample: tuple[int, int, int]) -> None:
    assert colour(shown(one(*sample), Tones())) == (*sample, 255)


def test_grey_16_bits_and_numbers_are_shown_between_black_and_white() -> None:
    assert colour(shown(one(77), Tones())) == (77, 77, 77, 255)
    wide = Tones(low=1000, high=3000)
    assert colour(shown(one(1000, dtype=np.uint16), wide))[0] == 0
    assert colour(shown(one(3000, dtype=np.uint16), wide))[0] == 255
    assert colour(shown(one(2000, dtype=np.uint16), wide))[0] == pytest.approx(128, abs=1)
    floats = Tones(low=-1.0, high=1.0)
    assert colour(shown(one(0.0, dtype=np.float32), floats))[0] == pytest.approx(128, abs=1)
    assert colour(shown(one(np.nan, dtype=np.float32), floats))[3] == 0


def test_what_is_clear_stays_clear() -> None:
    assert colour(shown(one(200, 100, 50, 0), Tones()))[3] == 0
    half = colour(shown(one(200, 100, 50, 128), Tones()))
    assert half[3] == 128 and half[0] == pytest.approx(200, abs=2)


@pytest.mark.parametrize(
    ("channel", "expected"), [(GREEN, (20, 20, 20)), (ALPHA, (40, 40, 40)), (GREY, (19, 19, 19))]
)
def test_a_channel_by_itself_is_shown_as_grey(channel: str, expected: tuple[int, ...]) -> None:
    image = shown(one(10, 20, 30, 40), Tones(channel=channel))
    assert colour(image) == (*expected, 255)


@given(
    st.integers(-100, 100),
    st.integers(-100, 100),
    st.floats(0.1, 10),
    st.sampled_from(sorted(CHANNELS)),
)
def test_brighter_never_becomes_darker(
    brightness: int, contrast: int, gamma: float, channel: str
) -> None:
    curve = Tones(brightness, contrast, gamma, channel).curve(256)
    assert np.all(np.diff(curve.astype(int)) >= 0)


def test_sliders_do_what_they_say() -> None:
    middle = one(100, 100, 100)
    assert colour(shown(middle, Tones(brightness=20)))[0] > 140
    assert colour(shown(middle, Tones(contrast=50)))[0] < 60
    assert colour(shown(middle, Tones(gamma=2.0)))[0] > 150
    assert Tones().channel == ALL


def test_stretching_leaves_out_the_few_at_either_end() -> None:
    many = np.full((100, 100, 1), 500, np.uint16)
    many[:50] = 700
    many[0, 0], many[0, 1] = 0, 65_535
    assert stretched(many) == (500.0, 700.0)
    assert stretched(np.full((2, 2, 1), np.nan, np.float32)) == (0.0, 1.0)
    low, high = stretched(np.full((2, 2, 1), 7, np.uint8))
    assert low < high
