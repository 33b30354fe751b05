"""`Sketch`: plain rectangles laid into memory, where Qt would have to be asked for each of them.

It is what a frame has time for: the empty board, and cards without their text.
"""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QColor, QImage, QPainter

from caseboard.board import levels
from caseboard.board.camera import View
from caseboard.board.far import block_pixels
from caseboard.board.grain import lay_grain
from caseboard.board.strings import Ints
from caseboard.theme import Theme

DOT = 1.5


class Sketch:
    """A picture of so many pixels, in one colour to begin with or see-through."""

    def __init__(self, width: int, height: int, colour: QColor | None = None) -> None:
        ground = colour.rgb() if colour is not None else 0
        self._pixels = np.full((height, width), ground, dtype=np.uint32)
        self._form = (
            QImage.Format.Format_RGB32
            if colour is not None
            else QImage.Format.Format_ARGB32_Premultiplied
        )

    @classmethod
    def ground(cls, view: View, theme: Theme) -> Sketch:
        """The empty board: its colour, its grain and its dots."""
        ground, dot = theme.colour("bg"), theme.colour("dot")
        sketch = cls(view.width, view.height, ground)
        if theme.grain:
            lay_grain(sketch._pixels, view.left, view.top, theme)
        if dot != ground:
            spacing = levels.dot_spacing(view.zoom) * view.scale
            size = max(1, round(DOT * view.ratio))
            columns = _dotted(view.left, view.width, spacing, size)
            lines = _dotted(view.top, view.height, spacing, size)
            sketch._pixels[np.ix_(lines, columns)] = dot.rgb()
        return sketch

    def lay(self, edges: Ints, colours: Ints) -> None:
        """Lay opaque blocks [N, 4] (left, top, right, bottom) over what is there, the last on top.

        `colours` [N] are as in `QColor.rgb`. For few and large blocks: each is filled by itself.
        """
        height, width = self._pixels.shape
        edges = np.clip(edges, 0, np.array([width, height, width, height]))
        for (left, top, right, bottom), colour in zip(
            edges.tolist(), colours.tolist(), strict=True
        ):
            self._pixels[top:bottom, left:right] = colour

    def strew(self, edges: Ints, colours: Ints) -> None:
        """The same for many and small blocks, without a step of Python for each."""
        height, width = self._pixels.shape
        flat = self._pixels.reshape(-1)
        for places, which in block_pixels(edges, width, height):
            flat[places] = colours[which]

    def image(self) -> QImage:
        """The picture."""
        return self._borrowed().copy()

    def show(self, painter: QPainter) -> None:
        """Show the picture where the painter counts from."""
        painter.drawImage(0, 0, self._borrowed())

    def _borrowed(self) -> QImage:
        """A picture that only points at the numbers, and must not outlive them."""
        height, width = self._pixels.shape
        return QImage(self._pixels.data, width, height, 4 * width, self._form)


def _dotted(first: int, count: int, spacing: float, size: int) -> Ints:
    """Which of `count` pixels from `first` lie in a row or column of dots."""
    nth = np.arange(first // spacing, (first + count) // spacing + 2)
    begins = np.rint(nth * spacing).astype(np.int64) - first - size // 2
    found = (begins[:, None] + np.arange(size)).reshape(-1)
    return found[(found >= 0) & (found < count)]
