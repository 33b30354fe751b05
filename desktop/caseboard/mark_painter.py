"""How marks look on a picture: outlines that are seen on every ground, and regions that are blurred.

Places are told by a `Way`, from fractions of the upright picture to where it is painted. What is
blurred is made of a few large squares, so few that nothing can be read back from them.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QPen,
    QPolygonF,
)

from caseboard.theme import Theme
from casedb.model.marks import Form, Mark, Spot

Way: TypeAlias = Callable[[float, float], QPointF]
"""From fractions of a picture to a place."""

BLOCKS = 6
"""Squares along the longer side of a blurred region."""

PLAIN = "guide"
"""The colour of a mark that has none of its own."""

_HEAD = 5.0
"""How long the head of an arrow is, in widths of its line."""

_DOT = 3.0
"""The radius of a point, in widths of the line."""


def colour_of(accent: str, theme: Theme) -> QColor:
    """The colour that a mark is painted in."""
    return theme.colour(accent if theme.has(accent) else PLAIN)


def outline(mark: Mark, way: Way) -> QPainterPath:
    """The line that a mark is painted with, without the head of an arrow; empty for a single spot."""
    path = QPainterPath()
    if len(mark.spots) == 1:
        return path
    places = [way(*each) for each in around(mark)]
    path.addPolygon(QPolygonF(places))
    if mark.is_area:
        path.closeSubpath()
    return path


def around(mark: Mark) -> tuple[Spot, ...]:
    """The corners of a mark one after the other; of a box all four, as it may lie turned."""
    if mark.is_area and len(mark.spots) == 2:
        left, top, right, bottom = mark.bounds
        return (left, top), (right, top), (right, bottom), (left, bottom)
    return mark.spots


def paint_mark(
    painter: QPainter, mark: Mark, way: Way, colour: QColor, halo: QColor, width: float
) -> None:
    """Paint the line of a mark, `width` thick, within a halo; a text has none."""
    for ink, thick in ((halo, 2 * width), (colour, width)):
        _paint(painter, mark, way, ink, width, thick)


def _paint(
    painter: QPainter, mark: Mark, way: Way, ink: QColor, width: float, thick: float
) -> None:
    pen = QPen(
        ink, thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    )
    if mark.form is Form.BLUR:
        pen.setDashPattern([3.0 * width / thick, 3.0 * width / thick])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    match mark.form:
        case Form.TEXT:
            return
        case Form.POINT:
            spot = way(*mark.spots[0])
            painter.setBrush(ink)
            grown = (thick - width) / 2
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(spot, _DOT * width + grown, _DOT * width + grown)
        case Form.ARROW:
            _paint_arrow(painter, way(*mark.spots[0]), way(*mark.spots[1]), width)
        case _:
            painter.drawPath(outline(mark, way))


def _paint_arrow(painter: QPainter, tail: QPointF, tip: QPointF, width: float) -> None:
    painter.drawLine(tail, tip)
    back = tail - tip
    length = math.hypot(back.x(), back.y())
    if length < 1e-6:
        return
    size = min(_HEAD * width, length)
    for turn in (-0.5, 0.5):
        cosine, sine = math.cos(turn) * size / length, math.sin(turn) * size / length
        side = QPointF(back.x() * cosine - back.y() * sine, back.x() * sine + back.y() * cosine)
        painter.drawLine(tip, tip + side)


# -- blurring --------------------------------------------------------------------------------


def blocks_of(width: float, height: float) -> tuple[int, int]:
    """Into how many squares across and down a region of a size is blurred.

    >>> blocks_of(300, 100), blocks_of(1, 500)
    ((6, 2), (1, 6))
    """
    longer = max(width, height, 1e-9)
    return max(1, round(BLOCKS * width / longer)), max(1, round(BLOCKS * height / longer))


def blur(image: QImage, mark: Mark) -> None:
    """Blur a region of a picture in place. Pixels at its edge are blurred with it."""
    left, top, right, bottom = mark.bounds
    wide, high = image.width(), image.height()
    x, y = math.floor(left * wide), math.floor(top * high)
    box = QRect(x, y, math.ceil(right * wide) - x, math.ceil(bottom * high) - y)
    box &= image.rect()
    if box.isEmpty():
        return
    across, down = blocks_of(box.width(), box.height())
    modes = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    squares = image.copy(box).scaled(across, down, *modes)
    blocked = squares.scaled(box.size(), modes[0], Qt.TransformationMode.FastTransformation)
    painter = QPainter(image)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    if len(mark.spots) > 2:
        path = outline(mark, lambda x, y: QPointF(x * wide, y * high))
        # With all pixels that its edge touches, so that nothing shines through there.
        edge = QPainterPathStroker()
        edge.setWidth(3)
        painter.setClipPath(path.united(edge.createStroke(path)))
    painter.drawImage(QRectF(box), blocked)
    painter.end()
