"""Pictures with what is marked on them: small ones for cards, lists and everything that is exported.

What is blurred on a file is blurred in them, whatever becomes of them; the bytes of the file are never
touched. They look the same in every theme, as the pictures themselves do.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPen

from caseboard import theme as look
from caseboard.mark_painter import Way, blur, colour_of, paint_mark
from casedb.commands.annotations import mark
from casedb.model.contents import Contents
from casedb.model.marks import Form, Mark
from casedb.model.records import Annotation
from casedb.model.visible_text import visible

THEME = "light"

_LINES = 150
"""A line is one part in so many of the width of a picture, and a letter one in `_LETTERS`."""
_LETTERS = 22
_LEAST_LINE = 1.25
_LEAST_LETTERS = 8
"""Pixels: a thinner line, or smaller letters, would not be seen."""

_WIDEST = 0.6
"""How much of the width words take at most."""


_EVERYTHING = Mark(Form.BLUR, ((0.0, 0.0), (1.0, 1.0)))


class Marked(NamedTuple):
    """A mark on a page of a file, its words and its colour."""

    mark: Mark
    text: str
    accent: str


def marks_on(contents: Contents, artifact: str, page: int = 1) -> tuple[Marked, ...]:
    """What is marked on a page of a file (from 1), or on a picture."""
    found = contents.annotations_of(artifact)
    if not found:
        return ()
    told = ((_drawn(each), each.values) for each in found)
    return tuple(
        Marked(drawn, values.text("text"), values.text("accent"))
        for drawn, values in told
        if drawn is not None and drawn.page == page
    )


def _drawn(of: Annotation) -> Mark | None:
    """What a mark draws; what is blurred in a way that this version does not know is blurred as a whole."""
    if (drawn := mark(of)) is None and of.values.text("form") == Form.BLUR.value:
        return _EVERYTHING
    return drawn


def with_marks(image: QImage, marks: Sequence[Marked]) -> QImage:
    """A picture with marks on it; the same one where there are none."""
    if image.isNull() or not marks:
        return image
    made = image.copy()
    wide, high = made.width(), made.height()
    # First of all, so that no line is part of what is blurred.
    for each in marks:
        if each.mark.form is Form.BLUR:
            blur(made, each.mark)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    of, width = look.theme(THEME), max(_LEAST_LINE, wide / _LINES)

    def way(x: float, y: float) -> QPointF:
        return QPointF(x * wide, y * high)

    for each in marks:
        colour = colour_of(each.accent, of)
        if each.mark.form is Form.TEXT:
            _paint_text(painter, each, way, QRectF(made.rect()), width)
        elif each.mark.form is not Form.BLUR:
            paint_mark(painter, each.mark, way, colour, of.colour("surf"), width)
    painter.end()
    return made


def _paint_text(painter: QPainter, of: Marked, way: Way, box: QRectF, width: float) -> None:
    """Paint a text where it was set, in one line; where it could not be read, a dot says that it is
    there."""
    theme, spot = look.theme(THEME), way(*of.mark.spots[0])
    colour, size = colour_of(of.accent, theme), math.floor(box.width() / _LETTERS)
    if size < _LEAST_LETTERS:
        dot = Mark(Form.POINT, of.mark.spots)
        paint_mark(painter, dot, way, colour, theme.colour("surf"), width)
        return
    font = look.typeface(semibold=True)
    font.setPixelSize(size)
    metrics = QFontMetricsF(font)
    line = " ".join(visible(of.text[:200]).split())
    shown = metrics.elidedText(line, Qt.TextElideMode.ElideRight, _WIDEST * box.width())
    gap = size / 3
    wide, high = metrics.horizontalAdvance(shown) + 2 * gap, metrics.height() + gap
    left = max(0.0, min(spot.x(), box.width() - wide))
    top = max(0.0, min(spot.y() - high / 2, box.height() - high))
    place = QRectF(left, top, wide, high)
    painter.setPen(QPen(colour, width))
    painter.setBrush(theme.colour("surf"))
    painter.drawRoundedRect(place, gap / 2, gap / 2)
    painter.setFont(font)
    painter.setPen(theme.colour("tx"))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, shown)
