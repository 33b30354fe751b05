"""`Overlaid`: two pictures in one place: one beside the other's edge, in turns, or what differs."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPainterPath, QPen, QPolygonF, QTransform
from PySide6.QtWidgets import QWidget

from caseboard.scale import px
from caseboard.theme import Theme
from caseboard.viewer.eye import Eye
from caseboard.viewer.layer import Layer
from caseboard.viewer.painting import paint_tiles
from caseboard.viewer.pane import SLICE, Pane
from caseboard.viewer.picture import Picture

SWIPE, BLINK, DIFFERENCE = "swipe", "blink", "difference"

TURN = 700
"""Milliseconds that each picture is shown: slower than what flashing may be (WCAG 2.3.1)."""

GAIN = 2
"""How much brighter a difference is shown than it is."""

_STEP = 0.02


class Edge(Layer):
    """Where the second picture begins: moved by hand, or by comma and full stop."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.at = 0.5
        """A fraction of the width of the screen."""
        self._is_held = False

    def _is_near(self, at: QPointF, eye: Eye) -> bool:
        return abs(at.x() - self.at * eye.width) <= px(8)

    def press(self, at: QPointF, eye: Eye, modifiers: Qt.KeyboardModifier) -> bool:
        self._is_held = self._is_near(at, eye)
        return self._is_held

    def move(self, at: QPointF, eye: Eye, *, is_pressed: bool) -> bool:
        if is_pressed and self._is_held:
            self.move_to(at.x() / eye.width)
        return is_pressed and self._is_held

    def release(self, at: QPointF, eye: Eye) -> bool:
        self._is_held = False
        return True

    def move_to(self, at: float) -> None:
        """Begin the second picture elsewhere."""
        self.at = min(max(at, 0.0), 1.0)
        self.changed.emit()

    def key(self, event: QKeyEvent, at: QPointF, eye: Eye) -> bool:
        by = {",": -_STEP, ".": _STEP}.get(event.text())
        if by is not None:
            self.move_to(self.at + by)
        return by is not None

    def cursor(self, at: QPointF, eye: Eye) -> Qt.CursorShape | None:
        return Qt.CursorShape.SplitHCursor if self._is_near(at, eye) else None

    def paint(self, painter: QPainter, eye: Eye, theme: Theme) -> None:
        if not self.is_active:
            return
        x = self.at * eye.width
        for token, width in (("surf", px(4)), ("ac", px(2))):
            painter.setPen(QPen(theme.colour(token), width))
            painter.drawLine(QPointF(x, 0), QPointF(x, eye.height))
        painter.setBrush(theme.colour("ac"))
        painter.setPen(QPen(theme.colour("surf"), px(2)))
        painter.drawEllipse(QPointF(x, eye.height / 2), px(8), px(8))


class Overlaid(Pane):
    """Shows the first picture and, warped onto it, the second."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._second: Picture | None = None
        self._warp = QTransform()
        self.mode = SWIPE
        self.shows_second = False
        """Which picture is shown while they take turns."""
        self.edge = Edge(self)
        self.add_layer(self.edge)
        self._turns = QTimer(self, interval=TURN)
        self._turns.timeout.connect(self.take_turns)

    def show_second(self, picture: Picture | None) -> None:
        """Show another second picture; whoever called for that closes it."""
        if self._second is not None:
            self._second.grew.disconnect(self.update)
        self._second = picture
        if picture is not None:
            picture.grew.connect(self.update)
        self.update()

    def set_warp(self, warp: QTransform) -> None:
        """Lay pixels of the second picture on those of the first in another way."""
        self._warp = warp
        self.update()

    def choose(self, mode: str) -> None:
        """Compare in another way: `swipe`, `blink`, `difference`, or not at all for now."""
        self.mode = mode
        self.edge.is_active = mode == SWIPE
        if mode == BLINK:
            self._turns.start()
        else:
            self._turns.stop()
        self.update()

    def hold_turns(self, is_held: bool) -> None:
        """Stay with the picture that is shown, or go on."""
        if is_held:
            self._turns.stop()
        elif self.mode == BLINK:
            self._turns.start()

    @property
    def takes_turns(self) -> bool:
        """Whether pictures are shown in turns just now."""
        return self._turns.isActive()

    def take_turns(self) -> None:
        """Show the other picture."""
        self.shows_second = not self.shows_second
        self.update()

    # -- painting --------------------------------------------------------------------------------

    def paint_pictures(self, painter: QPainter) -> bool:
        if self.mode == DIFFERENCE:
            return self._paint_difference(painter)
        is_first = self.mode == SWIPE or not self.shows_second
        is_all = not is_first or super().paint_pictures(painter)
        if self.mode == SWIPE:
            painter.save()
            x = self.edge.at * self.width()
            painter.setClipRect(QRectF(x, 0, self.width() - x, self.height()))
            painter.fillRect(self.rect(), self.theme.colour("bg"))
            is_all &= self._paint_second(painter)
            painter.restore()
        elif self.shows_second:
            is_all &= self._paint_second(painter)
        return is_all

    @property
    def _way(self) -> QTransform:
        return self._warp * self.eye.transform

    def _paint_second(self, painter: QPainter) -> bool:
        if self._second is None:
            return True
        screen = QRectF(self.rect())
        return paint_tiles(painter, self._second, self._way, screen, self.ratio, SLICE)

    def _paint_difference(self, painter: QPainter) -> bool:
        if self.picture is None or self._second is None:
            return True
        ratio = self.ratio
        wide, high = math.ceil(self.width() * ratio), math.ceil(self.height() * ratio)
        images: list[QImage] = []
        is_all = True
        both = _outline(self.picture, self.eye.transform) & _outline(self._second, self._way)
        for is_second in (False, True):
            image = QImage(wide, high, QImage.Format.Format_RGB32)
            image.setDevicePixelRatio(ratio)
            image.fill(0)
            on_it = QPainter(image)
            on_it.setClipPath(both)
            paint = self._paint_second if is_second else super().paint_pictures
            is_all &= paint(on_it)
            on_it.end()
            images.append(image)
        shown = difference_of(*images)
        shown.setDevicePixelRatio(ratio)
        painter.save()
        painter.setClipPath(both)
        painter.drawImage(0, 0, shown)
        painter.restore()
        return is_all


def difference_of(first: QImage, second: QImage) -> QImage:
    """How far two images of one size lie apart: black where they are alike, `GAIN` times as bright as
    the greatest difference of a colour."""
    width, height = first.width(), first.height()
    one, other = (
        np.frombuffer(each.constBits(), np.uint8).reshape(height, each.bytesPerLine())[
            :, : 4 * width
        ]
        for each in (first, second)
    )
    apart = np.maximum(one, other) - np.minimum(one, other)
    most = apart.reshape(height, width, 4)[..., :3].max(axis=2)
    made = np.minimum(most.astype(np.uint16) * GAIN, 255).astype(np.uint8)
    return QImage(made.tobytes(), width, height, width, QImage.Format.Format_Grayscale8).copy()


def _outline(picture: Picture, way: QTransform) -> QPainterPath:
    path = QPainterPath()
    if picture.known is not None:
        grid = picture.known.grid
        path.addPolygon(way.map(QPolygonF(QRectF(0, 0, grid.width, grid.height))))
        path.closeSubpath()
    return path
