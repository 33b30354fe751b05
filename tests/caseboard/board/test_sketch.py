"""Sketches: plain rectangles in memory are the rectangles that Qt would paint."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QImage, QPainter

from caseboard.board import levels
from caseboard.board.camera import View
from caseboard.board.grain import SIDE, grain
from caseboard.board.sketch import DOT, Sketch
from caseboard.board.strings import Ints
from caseboard.theme import theme

WIDTH, HEIGHT = 90, 60
blocks = st.lists(
    st.tuples(*[st.integers(-40, 120)] * 2, *[st.integers(1, 80)] * 2, st.integers(0, 0xFFFFFF)),
    max_size=12,
)


def painted(found: list[tuple[int, int, int, int, int]], ground: QColor) -> QImage:
    """The rectangles as Qt fills them."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(ground)
    painter = QPainter(image)
    for left, top, wide, high, colour in found:
        painter.fillRect(left, top, wide, high, QColor.fromRgb(colour))
    painter.end()
    return image


def numbers(found: list[tuple[int, int, int, int, int]]) -> tuple[Ints, Ints]:
    """Edges and colours."""
    table = np.array(found, dtype=np.int64).reshape(-1, 5)
    edges = np.concatenate([table[:, :2], table[:, :2] + table[:, 2:4]], axis=1)
    return edges, table[:, 4] | 0xFF000000


@given(found=blocks)
def test_blocks_lie_where_qt_would_fill_them(found: list[tuple[int, int, int, int, int]]):
    ground = QColor("#334455")
    laid, strewn = Sketch(WIDTH, HEIGHT, ground), Sketch(WIDTH, HEIGHT, ground)
    laid.lay(*numbers(found))
    strewn.strew(*numbers(found))
    assert laid.image() == strewn.image() == painted(found, ground)


def test_without_a_colour_what_lies_below_is_seen():
    sketch = Sketch(WIDTH, HEIGHT)
    sketch.lay(*numbers([(10, 10, 20, 20, 0x00FF00)]))
    image = painted([], QColor("red"))
    painter = QPainter(image)
    sketch.show(painter)
    painter.end()
    assert image == painted([(10, 10, 20, 20, 0x00FF00)], QColor("red"))


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("zoom", [3.7, 1.0, 0.46, 0.05])
def test_the_dots_of_the_ground_lie_on_the_board_and_not_on_the_view(zoom: float, ratio: float):
    look = theme("light")
    whole = Sketch.ground(View(-100, -50, 300, 200, zoom, ratio), look).image()
    part = Sketch.ground(View(-27, 31, 120, 90, zoom, ratio), look).image()
    assert whole.copy(73, 81, 120, 90) == part
    dots = {
        (x - 100, y - 50)
        for x in range(300)
        for y in range(200)
        if whole.pixelColor(x, y) == look.colour("dot")
    }
    size = max(1, round(DOT * ratio))
    assert {(x - size // 2, y - size // 2) for x in range(size) for y in range(size)} <= dots
    spacing = levels.dot_spacing(zoom) * zoom * ratio
    assert len(dots) == pytest.approx(300 * 200 / spacing**2 * size**2, rel=0.35)


@pytest.mark.parametrize("zoom", [2.0, 0.46, 0.05])
def test_the_grain_of_the_ground_is_the_same_however_the_board_is_cut(zoom: float):
    look = theme("cork")
    whole = Sketch.ground(View(-700, -50, 1300, 1200, zoom, 1.0), look).image()
    for left, top, width, height in ((0, 0, 64, 64), (-3, 500, 90, 70), (300, 1000, 256, 100)):
        part = Sketch.ground(View(left, top, width, height, zoom, 1.0), look).image()
        assert whole.copy(left + 700, top + 50, width, height) == part


def test_the_grain_goes_on_without_a_seam():
    shades = grain(theme("cork")) >> 16 & 255
    light = shades.astype(np.int64)
    steps = np.abs(np.diff(light[:SIDE, : 2 * SIDE], axis=1)).mean(axis=0)
    # Where the pattern begins again is a step like all others.
    assert steps[SIDE - 1] < 1.5 * steps.mean()
    down = np.abs(np.diff(light[: 2 * SIDE, :SIDE], axis=0)).mean(axis=1)
    assert down[SIDE - 1] < 1.5 * down.mean()
