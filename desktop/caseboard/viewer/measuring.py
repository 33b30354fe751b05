"""`Measure`: a line or an outline drawn over a picture, and how long, large and turned it is."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QObject, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QPolygonF

from caseboard.scale import px
from caseboard.theme import Theme
from caseboard.viewer.eye import Eye
from caseboard.viewer.layer import Layer

REACH = 10
"""Pixels of the screen within which a point is taken hold of."""


@dataclass(frozen=True, slots=True)
class Measured:
    """`length` of all of the line in pixels of the picture; `angle` of its last part in degrees clockwise
    from the upper edge of the upright picture; `area` in pixels, once there are three points."""

    length: float
    angle: float | None = None
    area: float | None = None


def measured(points: Sequence[QPointF]) -> Measured:
    """What a line through points of a picture, in pixels, comes to.

    >>> m = measured([QPointF(0, 0), QPointF(30, 0), QPointF(30, 40)])
    >>> m.length, m.angle, m.area
    (70.0, 180.0, 600.0)
    """
    steps = [later - earlier for earlier, later in pairwise(points)]
    length = sum(math.hypot(step.x(), step.y()) for step in steps)
    angle = None
    if steps and (steps[-1].x() or steps[-1].y()):
        angle = math.degrees(math.atan2(steps[-1].x(), -steps[-1].y())) % 360
    if len(points) < 3:
        return Measured(length, angle)
    around = [*points, points[0]]
    twice = sum(a.x() * b.y() - b.x() * a.y() for a, b in pairwise(around))
    return Measured(length, angle, abs(twice) / 2)


class Measure(Layer):
    """Points that are set one after the other, each of which can be moved.

    A click adds one, a double click or Return ends the line; Backspace takes the last one back, Escape
    all. What is set is in fractions of the picture.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._points: list[QPointF] = []
        self._is_open = False
        self._grip: int | None = None

    @property
    def points(self) -> tuple[QPointF, ...]:
        """The points, in fractions of the picture."""
        return tuple(self._points)

    def pixels(self, eye: Eye) -> list[QPointF]:
        """The points, in pixels of the picture."""
        return [
            QPointF(each.x() * eye.picture_width, each.y() * eye.picture_height)
            for each in self._points
        ]

    @property
    def is_open(self) -> bool:
        """Whether the next click adds a point to the line."""
        return self._is_open

    def clear(self) -> None:
        """Take all points away."""
        self._points.clear()
        self._is_open = False
        self._grip = None
        self.changed.emit()

    def finish(self) -> None:
        """End the line where it is."""
        self._is_open = False
        self.changed.emit()

    # -- hands -----------------------------------------------------------------------------------

    def _point_at(self, at: QPointF, eye: Eye) -> int | None:
        reach = px(REACH)
        for n, each in enumerate(self._points):
            off = eye.from_fraction(each.x(), each.y()) - at
            if math.hypot(off.x(), off.y()) <= reach:
                return n
        return None

    def press(self, at: QPointF, eye: Eye, modifiers: Qt.KeyboardModifier) -> bool:
        self._grip = self._point_at(at, eye)
        if self._grip is None:
            self._set(at, eye)
        return True

    def _set(self, at: QPointF, eye: Eye) -> None:
        if not self._is_open:
            self._points.clear()
            self._is_open = True
        self._points.append(_inside(eye.to_fraction(at)))
        self._grip = len(self._points) - 1
        self.changed.emit()

    def move(self, at: QPointF, eye: Eye, *, is_pressed: bool) -> bool:
        if is_pressed and self._grip is not None:
            self._points[self._grip] = _inside(eye.to_fraction(at))
            self.changed.emit()
        return is_pressed

    def release(self, at: QPointF, eye: Eye) -> bool:
        self._grip = None
        return True

    def double_click(self, at: QPointF, eye: Eye) -> bool:
        self.finish()
        return True

    def key(self, event: QKeyEvent, at: QPointF, eye: Eye) -> bool:
        keys = Qt.Key
        match event.key():
            case keys.Key_Return | keys.Key_Enter if self._is_open:
                self.finish()
            case keys.Key_Insert:
                self._set(at, eye)
                self._grip = None
            case keys.Key_Backspace | keys.Key_Delete if self._points:
                self._points.pop()
                self._is_open = bool(self._points)
                self.changed.emit()
            case keys.Key_Escape if self._points:
                self.clear()
            case _:
                return False
        return True

    def cursor(self, at: QPointF, eye: Eye) -> Qt.CursorShape | None:
        is_on_point = self._point_at(at, eye) is not None
        return Qt.CursorShape.SizeAllCursor if is_on_point else Qt.CursorShape.CrossCursor

    # -- painting --------------------------------------------------------------------------------

    def paint(self, painter: QPainter, eye: Eye, theme: Theme) -> None:
        line = QPolygonF([eye.from_fraction(each.x(), each.y()) for each in self._points])
        if line.isEmpty():
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        # Seen on every ground: a line with another around it.
        for token, width in (("surf", px(4)), ("ac", px(2))):
            painter.setPen(QPen(theme.colour(token), width))
            painter.drawPolyline(line)
            if len(self._points) > 2:
                closing = QPen(theme.colour(token), width / 2, Qt.PenStyle.DashLine)
                painter.setPen(closing)
                painter.drawLine(line.last(), line.first())
        painter.setPen(QPen(theme.colour("surf"), px(2)))
        painter.setBrush(theme.colour("ac"))
        for point in line.toList():
            painter.drawEllipse(point, px(4), px(4))


def _inside(point: QPointF) -> QPointF:
    return QPointF(min(max(point.x(), 0.0), 1.0), min(max(point.y(), 0.0), 1.0))
