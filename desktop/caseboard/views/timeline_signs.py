"""The signs of named times: a shape for each name, so that none is told by its colour alone.

Times of the thing itself are filled, or round; those of our own work are hollow.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cache, lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from caseboard.scale import px
from caseboard.theme import Theme
from caseboard.views.timeline_marks import NAMES

STROKE = 0.15
"""How thick the lines of a sign are, as a share of its size."""
ICON = 16


def paint_sign(
    painter: QPainter, name: int, middle: QPointF, size: float, ink: QColor, ground: QColor
) -> None:
    """Paint the sign of the n-th of NAMES, hollow parts filled with the ground."""
    filled, hollow = _shape(name)
    painter.save()
    painter.translate(middle)
    painter.scale(size, size)
    pen = QPen(ink, STROKE)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    if not hollow.isEmpty():
        painter.setBrush(ground)
        painter.drawPath(hollow)
    if not filled.isEmpty():
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawPath(filled)
    painter.restore()


def paint_picture(
    painter: QPainter,
    name: int,
    middle: QPointF,
    size: float,
    theme: Theme,
    accent: str,
    ending: str,
    ratio: float,
) -> None:
    """The same as a picture that is made once, on the next whole pixel: many are seen at a time."""
    picture = _picture(name, size, theme.hex(accent), theme.hex("surf" + ending), ratio)
    half = picture.width() / ratio / 2
    left = round((middle.x() - half) * ratio) / ratio
    painter.drawPixmap(QPointF(left, round((middle.y() - half) * ratio) / ratio), picture)


@lru_cache(maxsize=512)
def _picture(name: int, size: float, ink: str, ground: str, ratio: float) -> QPixmap:
    side = math.ceil(1.3 * size * ratio)
    picture = QPixmap(side, side)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    middle = QPointF(side / ratio / 2, side / ratio / 2)
    paint_sign(painter, name, middle, size, QColor(ink), QColor(ground))
    painter.end()
    return picture


def sign_icon(name: str, theme: Theme) -> QIcon:
    """The sign of a time for menus and buttons."""
    side = px(ICON)
    made = QIcon()
    for ratio in (1.0, 2.0):
        picture = QPixmap(QSize(side, side) * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        number = NAMES.index(name) if name in NAMES else len(NAMES)
        middle = QPointF(side / 2, side / 2)
        paint_sign(painter, number, middle, 0.7 * side, theme.colour("tx2"), theme.colour("surf"))
        painter.end()
        made.addPixmap(picture)
    return made


@cache
def _shape(name: int) -> tuple[QPainterPath, QPainterPath]:
    """What of a sign is filled, and what is only outlined, in a square of one around the origin."""
    filled, hollow = QPainterPath(), QPainterPath()
    told = NAMES[name] if name < len(NAMES) else ""
    _DRAWN.get(told, _draw_other)(filled, hollow)
    return filled, hollow


def _draw_event(filled: QPainterPath, hollow: QPainterPath) -> None:
    _outline(filled, (0, -0.56), (0.56, 0), (0, 0.56), (-0.56, 0))


def _draw_recorded(filled: QPainterPath, hollow: QPainterPath) -> None:
    hollow.addEllipse(QRectF(-0.45, -0.45, 0.9, 0.9))
    filled.addEllipse(QRectF(-0.2, -0.2, 0.4, 0.4))


def _draw_published(filled: QPainterPath, hollow: QPainterPath) -> None:
    _outline(filled, (-0.4, -0.52), (0.54, 0), (-0.4, 0.52))


def _draw_first_seen(filled: QPainterPath, hollow: QPainterPath) -> None:
    hollow.addEllipse(QRectF(-0.4, -0.4, 0.8, 0.8))


def _draw_captured(filled: QPainterPath, hollow: QPainterPath) -> None:
    hollow.addRect(QRectF(-0.38, -0.38, 0.76, 0.76))


def _draw_obtained(filled: QPainterPath, hollow: QPainterPath) -> None:
    _outline(hollow, (-0.46, -0.34), (0.46, -0.34), (0, 0.46))


def _draw_imported(filled: QPainterPath, hollow: QPainterPath) -> None:
    filled.addRect(QRectF(-0.1, -0.5, 0.2, 1.0))
    filled.addRect(QRectF(-0.5, -0.1, 1.0, 0.2))


def _draw_other(filled: QPainterPath, hollow: QPainterPath) -> None:
    filled.addRect(QRectF(-0.12, -0.5, 0.24, 1.0))


def _outline(path: QPainterPath, *points: tuple[float, float]) -> None:
    path.addPolygon(QPolygonF([QPointF(*each) for each in points]))
    path.closeSubpath()


_DRAWN: dict[str, Callable[[QPainterPath, QPainterPath], None]] = {
    "event": _draw_event,
    "recorded": _draw_recorded,
    "published": _draw_published,
    "first_seen": _draw_first_seen,
    "captured": _draw_captured,
    "obtained": _draw_obtained,
    "imported": _draw_imported,
}
