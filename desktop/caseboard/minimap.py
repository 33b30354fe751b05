"""`Minimap`: the whole board as a small picture, with the part of it that is in view."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleValueChangeEvent,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QWheelEvent,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from caseboard.board.board_view import BoardView
from caseboard.board.reading import BOARD
from caseboard.board.strings import Ints
from caseboard.measures import fix_size
from caseboard.scale import px, scaled
from caseboard.theme import Theme, radius
from casedb.model.geometry import Point, Rect
from casedb.words import say

WIDTH, HEIGHT = 184, 120
PADDING = 7
SMALLEST_VIEW = 6.0
"""Pixels that the frame of the view has at least, however near one looks."""
DOT = 2.0
MOST_DOTS = 400
"""More selected cards than this are not shown one by one."""
NOTHING: Ints = np.empty(0, dtype=np.int64)
STEP = 0.25
"""How much of the view an arrow key moves it."""

_STEPS = {
    Qt.Key.Key_Left: (1, 0),
    Qt.Key.Key_Right: (-1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}


class Minimap(QWidget):
    """Shows one board; a press or a drag looks there, the wheel zooms, arrow keys push the view."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("minimap")
        self.setAccessibleName(say("Map of the board"))
        self.setAccessibleDescription(say("Arrow keys move the view, plus and minus zoom."))
        self.setToolTip(say("Map of the board: press or drag to look there"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        fix_size(self, WIDTH, HEIGHT)
        self._theme = theme
        self._board: BoardView | None = None
        self._picture, self._ground = QImage(), QPixmap()
        self._is_tabbed_to = False
        self._is_outdated = False
        self._grip: Point | None = None

    def show_board(self, board: BoardView | None) -> None:
        """Show another board, or none."""
        if self._board is not None:
            self._board.looked.disconnect(self._follow)
            self._board.marked.disconnect(self._mark)
            self._board.overview.renewed.disconnect(self._renew)
        self._board = board
        if board is not None:
            board.looked.connect(self._follow)
            board.marked.connect(self._mark)
            board.overview.renewed.connect(self._renew)
        self._renew()

    @property
    def board(self) -> BoardView | None:
        """The board that is shown."""
        return self._board

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        self._renew()
        # What the board has is a picture in the colours of before, until it is made anew.
        self._is_outdated = True

    def sizeHint(self) -> QSize:
        return QSize(px(WIDTH), px(HEIGHT))

    def make_interface(self) -> SpokenMap:
        """What tells a screen reader of the map."""
        return SpokenMap(self)

    @property
    def in_view(self) -> str:
        """How much of the board is in view, in words."""
        return self._board.listeners.value(BOARD) if self._board is not None else ""

    def _follow(self) -> None:
        self.update()
        if self.hasFocus() and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleValueChangeEvent(self, self.in_view))

    def _mark(self) -> None:
        """Paint all but the frame anew."""
        self._ground = QPixmap()
        self.update()

    def _renew(self) -> None:
        """Scale the picture of the board anew."""
        self._picture = QImage()
        self._is_outdated = False
        self._mark()

    # -- where things are -----------------------------------------------------------------

    def _world(self) -> Rect | None:
        return self._board.overview.world if self._board is not None else None

    def _scale(self, world: Rect) -> float:
        """Pixels of the map to a board unit."""
        inset = 2 * px(PADDING)
        return min((self.width() - inset) / world.w, (self.height() - inset) / world.h)

    def _map(self, world: Rect) -> Rect:
        """Where the board lies on the map."""
        scale = self._scale(world)
        w, h = world.w * scale, world.h * scale
        return Rect((self.width() - w) / 2, (self.height() - h) / 2, w, h)

    def point_of(self, world_point: Point) -> Point | None:
        """Where a board point lies on the map; None where there is nothing on the board."""
        world = self._world()
        if world is None:
            return None
        area, scale = self._map(world), self._scale(world)
        return Point(
            area.x + (world_point.x - world.x) * scale, area.y + (world_point.y - world.y) * scale
        )

    def _to_world(self, world: Rect, at: Point) -> Point:
        area, scale = self._map(world), self._scale(world)
        return Point(world.x + (at.x - area.x) / scale, world.y + (at.y - area.y) / scale)

    def frame(self) -> Rect | None:
        """Where the frame of the view lies on the map: at its edge where one looks beside the board."""
        world = self._world()
        if world is None or self._board is None:
            return None
        area, scale = self._map(world), self._scale(world)
        seen = self._board.camera.visible()
        x, y = area.x + (seen.x - world.x) * scale, area.y + (seen.y - world.y) * scale
        left, width = _kept(x, seen.w * scale, area.x, area.right)
        top, height = _kept(y, seen.h * scale, area.y, area.bottom)
        return Rect(left, top, width, height)

    # -- painting -------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        # Painted with every frame of the board, as it lies over it: all but the frame is kept.
        if self._ground.isNull():
            self._ground = self._painted_ground()
        painter.drawPixmap(0, 0, self._ground)
        frame = self.frame()
        if frame is not None:
            box = QRectF(*frame).toAlignedRect()
            painter.fillRect(box, self._theme.tinted("ac", 0.10))
            painter.setPen(self._theme.colour("ac"))
            for inset in range(self._theme.ring):
                painter.drawRect(box.adjusted(inset, inset, -1 - inset, -1 - inset))
        painter.end()

    def _painted_ground(self) -> QPixmap:
        """The map without the frame of the view."""
        ratio = self.devicePixelRatioF()
        ground = QPixmap(math.ceil(self.width() * ratio), math.ceil(self.height() * ratio))
        ground.setDevicePixelRatio(ratio)
        ground.fill(Qt.GlobalColor.transparent)
        painter = QPainter(ground)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        has_focus = self.hasFocus() and self._is_tabbed_to
        width = self._theme.ring if has_focus else self._theme.line
        painter.setPen(QPen(self._theme.colour("focus" if has_focus else "bd"), width))
        painter.setBrush(self._theme.colour("surf"))
        box = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(box, radius("control"), radius("control"))
        world = self._world()
        if world is not None:
            area = self._map(world)
            if not self._is_outdated:
                painter.drawImage(QRectF(*area), self._scaled(area))
            self._paint_dots(painter)
        painter.end()
        return ground

    def _scaled(self, area: Rect) -> QImage:
        if self._picture.isNull() and self._board is not None:
            ratio = self.devicePixelRatioF()
            self._picture = self._board.overview.image.scaled(
                max(1, round(area.w * ratio)),
                max(1, round(area.h * ratio)),
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        return self._picture

    def _paint_dots(self, painter: QPainter) -> None:
        board = self._board
        if board is None:
            return
        columns, chosen = board.columns, board.selection.cards
        found = [row for each in board.overlay.found.items for row in columns.rows_of(each)]
        selected = columns.cards.rows.rows_of(chosen) if len(chosen) <= MOST_DOTS else NOTHING
        painter.setPen(Qt.PenStyle.NoPen)
        dot = scaled(DOT)
        strings = columns.strings.rows.rows_of(board.overlay.found.links)
        painter.setBrush(self._theme.colour("warn"))
        for row in strings[:MOST_DOTS].tolist():
            x, y = columns.middle(row)[0].tolist()
            at = self.point_of(Point(x, y))
            if at is not None:
                painter.drawEllipse(QPointF(*at), dot / 2, dot / 2)
        for token, rows in (("warn", np.array(found, dtype=np.int64)), ("ac", selected)):
            painter.setBrush(self._theme.colour(token))
            boxes = columns.cards.boxes(rows)
            for x, y in ((boxes[:, :2] + boxes[:, 2:]) / 2).tolist():
                at = self.point_of(Point(x, y))
                if at is not None:
                    painter.drawEllipse(QPointF(*at), dot, dot)

    # -- hands ----------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        frame = self.frame()
        if event.button() != Qt.MouseButton.LeftButton or frame is None:
            return
        at = Point(event.position().x(), event.position().y())
        inside = frame.contains(Rect(*at, 0, 0))
        # Whoever takes the frame holds it where it was taken.
        middle = frame.centre if inside else at
        self._grip = Point(middle.x - at.x, middle.y - at.y)
        if not inside:
            self._look(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            at = event.position()
            self._look(Point(at.x() + self._grip.x, at.y() + self._grip.y))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None

    def _look(self, at: Point) -> None:
        world = self._world()
        if world is not None and self._board is not None:
            self._board.look_from(self._board.camera.at(self._to_world(world, at)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self._board is not None:
            self._board.zoom_in_sight(self._board.hands.wheel_factor(event.angleDelta().y()))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        board, step = self._board, _STEPS.get(Qt.Key(event.key()))
        if board is None:
            super().keyPressEvent(event)
        elif step is not None:
            board.pan_by(step[0] * board.width() * STEP, step[1] * board.height() * STEP)
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
            board.zoom_step(1 if event.key() == Qt.Key.Key_Plus else -1)
        elif event.key() == Qt.Key.Key_Escape:
            board.setFocus()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._is_tabbed_to = event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
        )
        self._mark()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._mark()
        super().focusOutEvent(event)

    def event(self, event: QEvent) -> bool:
        """Follow the screen's pixel ratio."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._renew()
        return super().event(event)


class SpokenMap(QAccessibleWidget):
    """The map as a screen reader finds it: its value is how much of the board is in view."""

    def __init__(self, minimap: Minimap) -> None:
        super().__init__(minimap, QAccessible.Role.Graphic)

    def text(self, t: QAccessible.Text) -> str:
        minimap = self.widget()
        if t == QAccessible.Text.Value and isinstance(minimap, Minimap):
            return minimap.in_view
        return super().text(t)


def _kept(start: float, size: float, low: float, high: float) -> tuple[float, float]:
    """The part of a stretch that lies between two bounds, or a bit of it at the nearer one."""
    left, right = max(low, min(start, high)), max(low, min(start + size, high))
    least = scaled(SMALLEST_VIEW)
    if right - left < least:
        middle = min(max((left + right) / 2, low + least / 2), high - least / 2)
        left, right = middle - least / 2, middle + least / 2
    return left, right - left
