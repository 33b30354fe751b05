"""A step of a scale: a point on a line that leads through all of them, with its name."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy

from caseboard.inspector.controls.look import Look, came_by_keyboard, paint_ground, paint_ring
from caseboard.mirror import mirrored, start_of
from caseboard.scale import px
from caseboard.theme import font, space


class Reach(Enum):
    """Where a step stands on its line."""

    APART = auto()
    FIRST = auto()
    BETWEEN = auto()
    LAST = auto()


class StepButton(QRadioButton):
    """One step. Those up to the chosen one are filled; one that stands apart is on no line."""

    POINT, HIGH, LINE = 9, 24, 2

    def __init__(self, look: Look, label: str, reach: Reach, token: str = "ac") -> None:
        """`token` is the colour of the point where the step is chosen."""
        super().__init__()
        self._look, self._label, self._reach, self._token = look, label, reach, token
        self._by_keyboard = False
        self.is_reached = False
        """Whether a step further up, or this one, is chosen."""
        self.setProperty("painted", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def reach(self, is_reached: bool) -> None:
        """Be filled or not."""
        if is_reached != self.is_reached:
            self.is_reached = is_reached
            self.update()

    @property
    def stands_apart(self) -> bool:
        """Whether it is no step of the line."""
        return self._reach is Reach.APART

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        words = QFontMetrics(font("body", semibold=True)).horizontalAdvance(self._label)
        wide = 2 * space("xs") + px(self.POINT) + space("s") + words
        return QSize(wide, px(self.HIGH))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(80), px(self.HIGH))

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_keyboard = came_by_keyboard(event)
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole, theme = QRectF(self.rect()), self._look.theme
        if self.isEnabled() and self.underMouse():
            paint_ground(painter, whole, self._look, "hover")
        way, half = self.layoutDirection(), px(self.POINT) / 2
        spot = QRectF(space("xs"), whole.center().y() - half, 2 * half, 2 * half)
        point = mirrored(spot, whole, way)
        self._paint_line(painter, point)
        self._paint_point(painter, point)
        chosen = self.isChecked()
        painter.setFont(font("body", semibold=chosen))
        painter.setPen(theme.colour("tx" if chosen or self.is_reached else "tx2"))
        room = mirrored(whole.adjusted(spot.right() + space("s"), 0, 0, 0), whole, way)
        shown = painter.fontMetrics().elidedText(
            self._label, Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | start_of(way), shown)
        if self.hasFocus() and self._by_keyboard:
            paint_ring(painter, whole, self._look)
        painter.end()

    def _paint_line(self, painter: QPainter, point: QRectF) -> None:
        if self.stands_apart:
            return
        x, theme = point.center().x(), self._look.theme
        done, left = theme.colour(self._token), theme.colour("bd2")
        if self._reach is not Reach.FIRST:
            painter.setPen(QPen(done if self.is_reached else left, px(self.LINE)))
            painter.drawLine(QPointF(x, 0), QPointF(x, point.top()))
        if self._reach is not Reach.LAST:
            on = self.is_reached and not self.isChecked()
            painter.setPen(QPen(done if on else left, px(self.LINE)))
            painter.drawLine(QPointF(x, point.bottom()), QPointF(x, self.height()))

    def _paint_point(self, painter: QPainter, point: QRectF) -> None:
        theme = self._look.theme
        filled = self.is_reached or self.isChecked()
        token = self._token if filled else "bd2"
        painter.setPen(QPen(theme.colour(token), px(self.LINE)))
        painter.setBrush(theme.colour(token if filled else "surf"))
        # Whoever does not tell colours apart sees by its shape what is no step upwards.
        draw = painter.drawRect if self.stands_apart else painter.drawEllipse
        inside = point.adjusted(1, 1, -1, -1)
        draw(inside)
