"""`Marks`: numbered points that show the same in two pictures, set and moved by hand."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen

from caseboard import theme as look
from caseboard.scale import px
from caseboard.theme import Theme
from caseboard.viewer.eye import Eye
from caseboard.viewer.layer import Layer
from casedb.model.matches import MOST, Pair

REACH = 12
"""Pixels of the screen within which a mark is taken hold of."""

_RADIUS = 10


class Matched(QObject):
    """The points of both pictures, in fractions of each. `changed()` follows every change."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._points: list[list[QPointF | None]] = []
        self.chosen: int | None = None
        """The pair that Delete takes away."""
        self.worst: int | None = None
        """The pair that agrees least with the others; None where none stands out."""

    def __len__(self) -> int:
        return len(self._points)

    def point(self, pair: int, side: int) -> QPointF | None:
        """The point of a pair in the first picture (0) or the second (1); None while it is missing."""
        return self._points[pair][side]

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """The pairs that have both their points."""
        return tuple(
            ((a.x(), a.y()), (b.x(), b.y()))
            for a, b in self._points
            if a is not None and b is not None
        )

    @property
    def whole(self) -> list[int]:
        """The numbers of the pairs that have both their points."""
        return [n for n, (a, b) in enumerate(self._points) if a is not None and b is not None]

    def show_pairs(self, pairs: Sequence[Pair]) -> None:
        """Show these pairs and no others."""
        self._points = [[QPointF(*a), QPointF(*b)] for a, b in pairs]
        self.chosen = None
        self.changed.emit()

    def set(self, side: int, at: QPointF) -> int | None:
        """Set a point in one picture, for the first pair that lacks it there; None where there are too
        many."""
        lacking = (n for n, pair in enumerate(self._points) if pair[side] is None)
        n = next(lacking, len(self._points))
        if n >= MOST:
            return None
        if n == len(self._points):
            self._points.append([None, None])
        self._points[n][side] = at
        self.chosen = n
        self.changed.emit()
        return n

    def move(self, pair: int, side: int, to: QPointF) -> None:
        """Move a point."""
        self._points[pair][side] = to
        self.chosen = pair
        self.changed.emit()

    def choose(self, pair: int | None) -> None:
        """Choose a pair, or none."""
        if pair != self.chosen:
            self.chosen = pair
            self.changed.emit()

    def remove_chosen(self) -> bool:
        """Take the chosen pair away; whether there was one."""
        if self.chosen is None:
            return False
        del self._points[self.chosen]
        self.chosen = min(self.chosen, len(self._points) - 1) if self._points else None
        self.changed.emit()
        return True

    def clear(self) -> None:
        """Take all pairs away."""
        self.show_pairs(())


class Marks(Layer):
    """The points of one of the two pictures. A click sets one; a drag moves it; Delete takes its pair."""

    def __init__(self, matched: Matched, side: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._matched, self._side = matched, side
        self._grip: int | None = None
        matched.changed.connect(self.changed)

    def _at(self, at: QPointF, eye: Eye) -> int | None:
        for n in range(len(self._matched)):
            point = self._matched.point(n, self._side)
            if point is None:
                continue
            off = eye.from_fraction(point.x(), point.y()) - at
            if math.hypot(off.x(), off.y()) <= px(REACH):
                return n
        return None

    def press(self, at: QPointF, eye: Eye, modifiers: Qt.KeyboardModifier) -> bool:
        self._grip = self._at(at, eye)
        if self._grip is not None:
            self._matched.choose(self._grip)
        else:
            self._set(at, eye)
        return True

    def _set(self, at: QPointF, eye: Eye) -> None:
        spot = eye.to_fraction(at)
        if 0 <= spot.x() <= 1 and 0 <= spot.y() <= 1:
            self._grip = self._matched.set(self._side, spot)

    def move(self, at: QPointF, eye: Eye, *, is_pressed: bool) -> bool:
        if is_pressed and self._grip is not None:
            spot = eye.to_fraction(at)
            inside = QPointF(min(max(spot.x(), 0.0), 1.0), min(max(spot.y(), 0.0), 1.0))
            self._matched.move(self._grip, self._side, inside)
        return is_pressed

    def release(self, at: QPointF, eye: Eye) -> bool:
        self._grip = None
        return True

    def double_click(self, at: QPointF, eye: Eye) -> bool:
        return True

    def key(self, event: QKeyEvent, at: QPointF, eye: Eye) -> bool:
        match event.key():
            case Qt.Key.Key_Insert:
                self._set(at, eye)
                self._grip = None
                return True
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                return self._matched.remove_chosen()
            case _:
                return False

    def cursor(self, at: QPointF, eye: Eye) -> Qt.CursorShape | None:
        is_on_mark = self._at(at, eye) is not None
        return Qt.CursorShape.SizeAllCursor if is_on_mark else Qt.CursorShape.CrossCursor

    def paint(self, painter: QPainter, eye: Eye, theme: Theme) -> None:
        painter.setFont(look.font("small", semibold=True))
        radius = px(_RADIUS)
        for n in range(len(self._matched)):
            point = self._matched.point(n, self._side)
            if point is None:
                continue
            at = eye.from_fraction(point.x(), point.y())
            is_chosen = n == self._matched.chosen
            painter.setPen(QPen(theme.colour("surf"), px(3)))
            painter.drawLine(at - QPointF(radius, 0), at + QPointF(radius, 0))
            painter.drawLine(at - QPointF(0, radius), at + QPointF(0, radius))
            painter.setPen(QPen(theme.colour("guide"), px(1)))
            painter.drawLine(at - QPointF(radius, 0), at + QPointF(radius, 0))
            painter.drawLine(at - QPointF(0, radius), at + QPointF(0, radius))
            if n == self._matched.worst:
                for token, width in (("surf", px(4)), ("err", px(2))):
                    painter.setPen(QPen(theme.colour(token), width))
                    painter.drawEllipse(at, radius * 1.4, radius * 1.4)
            # The number stands beside the point, which is to be seen.
            middle = at + QPointF(radius * 1.8, -radius * 1.8)
            painter.setPen(QPen(theme.colour("surf"), px(2)))
            painter.setBrush(theme.colour("guide" if is_chosen else "ac"))
            painter.drawEllipse(middle, radius, radius)
            painter.setPen(theme.colour("actx"))
            box = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, f"{n + 1}")
            painter.setBrush(Qt.BrushStyle.NoBrush)
