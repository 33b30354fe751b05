"""`ViewLeaf`: a view of the case as a leaf, with a strip at its foot that says what it shows."""

from __future__ import annotations

import math
from collections.abc import Mapping

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter

from caseboard import __version__
from caseboard.leaf import MARGIN, Caption, Steps, Strip
from caseboard.theme import theme
from caseboard.views.view import Drawing
from casedb import Case
from casedb.model.json_value import JsonValue
from casedb.model.visible_text import visible
from casedb.words import say

LEAST_WIDTH = 600.0


class ViewLeaf:
    """A drawing with a margin around it, in the colours of a theme.

    Its date is that of the newest journal entry, so that the same view of the same case gives the same
    bytes.
    """

    def __init__(self, case: Case, drawing: Drawing, title: str, name: str, look: str) -> None:
        self._drawing = drawing
        self._theme = theme(look)
        self.is_clear = False
        self.details: Mapping[str, JsonValue] = {"theme": look}
        self.identity = f"{case.contents.info.id} {name}"
        self.width: float = math.ceil(max(LEAST_WIDTH, drawing.width + 2 * MARGIN))
        newest = next(case.journal.entries(newest_first=True, limit=1), None)
        self.caption = Caption(
            visible(case.contents.info.title),
            title,
            newest.at if newest is not None else "",
            drawing.items,
            None,
            case.journal.length,
            case.journal.head,
            __version__,
            drawing.hidden,
            say("Map data: {names}", names=drawing.credit) if drawing.credit else "",
        )
        self._strip = Strip(self.caption, self._theme, self.width)
        self._area = math.ceil(drawing.height + 2 * MARGIN)
        self.height: float = self._area + self._strip.height

    def size(self, scale: float) -> tuple[int, int]:
        """Its width and height in pixels, so many to the unit."""
        return math.ceil(self.width * scale), math.ceil(self.height * scale)

    def paint_pixels(self, painter: QPainter, scale: float, box: QRect) -> None:
        """Paint some of its pixels; the painter counts from the box's corner."""
        painter.translate(-box.left(), -box.top())
        painter.scale(scale, scale)
        self._paint(painter)

    def painting_vectors(self, painter: QPainter) -> Steps:
        """Paint with a painter that counts units."""
        self._paint(painter)
        yield 1.0

    def _paint(self, painter: QPainter) -> None:
        box = QRectF(0, 0, self.width + 1, self.height + 1)
        painter.fillRect(box, self._theme.colour("surf"))
        painter.save()
        painter.translate((self.width - self._drawing.width) / 2, MARGIN)
        self._drawing.paint(painter, self._theme)
        painter.restore()
        self._strip.paint(painter, self._area)
