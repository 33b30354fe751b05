"""`Overlaid`: two pictures in one place: one beside the other's edge, in turns, or what differs."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPainterPath, QPen, QPolygonF, QTransform
from PySide6.QtWidgets import QWidget

from caseboard.scale import px
from caseboard.theme import Theme
from caseboard.viewer.blurring import paint_blurred
from caseboard.viewer.eye import Eye
from caseboard.viewer.layer import Layer
from caseboard.viewer.mark_layer import MarkLayer
from caseboard.viewer.marked import Marked
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
    """Shows the first picture and, warped onto it, the second, each with what is marked on it.

    What is blurred on either is so in every mode. Lines and words are shown while pictures are seen as
    they are, and not where only what differs is.
    """

    def __init__(
        self, theme: Theme, marked: tuple[Marked, Marked], parent: QWidget | None = None
    ) -> None:
        """`marked` is what is marked on the first picture and on the second."""
        super().__init__(theme, parent)
        self._marked = marked
        self._second: Picture | None = None
        self._warp = QTransform()
        self.mode = SWIPE
        self.shows_second = False
        """Which picture is shown while they take turns."""
        self.add_layer(_BothMarks(self, marked))
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
        is_all = not is_first or self._paint_first(painter)
        if self.mode == SWIPE:
            painter.save()
            painter.setClipRect(self.part_of(1))
            painter.fillRect(self.rect(), self.theme.colour("bg"))
            is_all &= self._paint_second(painter)
            painter.restore()
        elif self.shows_second:
            is_all &= self._paint_second(painter)
        return is_all

    def part_of(self, side: int) -> QRectF:
        """Where on the screen the first picture (0) or the second (1) is shown just now; empty where it
        is not seen as it is."""
        x = self.edge.at * self.width()
        match self.mode:
            case mode if mode == SWIPE:
                start, end = (0.0, x) if side == 0 else (x, float(self.width()))
                return QRectF(start, 0, end - start, self.height())
            case mode if mode == BLINK and side == int(self.shows_second):
                return QRectF(self.rect())
            case _:
                return QRectF()

    def way_of(self, side: int) -> QTransform:
        """From pixels of the first picture (0) or the second (1) to the screen."""
        return self._warp * self.eye.transform if side else self.eye.transform

    def picture_of(self, side: int) -> Picture | None:
        """The first picture (0) or the second (1)."""
        return self._second if side else self.picture

    def _paint_first(self, painter: QPainter) -> bool:
        is_all = super().paint_pictures(painter)
        paint_blurred(painter, self.picture, self._marked[0].here, self.eye.transform, self.theme)
        return is_all

    def _paint_second(self, painter: QPainter) -> bool:
        if self._second is None:
            return True
        screen, way = QRectF(self.rect()), self.way_of(1)
        is_all = paint_tiles(painter, self._second, way, screen, self.ratio, SLICE)
        paint_blurred(painter, self._second, self._marked[1].here, way, self.theme)
        return is_all

    def _paint_difference(self, painter: QPainter) -> bool:
        if self.picture is None or self._second is None:
            return True
        ratio = self.ratio
        wide, high = math.ceil(self.width() * ratio), math.ceil(self.height() * ratio)
        images: list[QImage] = []
        is_all = True
        both = _outline(self.picture, self.eye.transform) & _outline(self._second, self.way_of(1))
        for is_second in (False, True):
            image = QImage(wide, high, QImage.Format.Format_RGB32)
            image.setDevicePixelRatio(ratio)
            image.fill(0)
            on_it = QPainter(image)
            on_it.setClipPath(both)
            paint = self._paint_second if is_second else self._paint_first
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


class _BothMarks(Layer):
    """Lines and words of what is marked on either picture, where that picture is shown."""

    def __init__(self, over: Overlaid, marked: tuple[Marked, Marked]) -> None:
        super().__init__(over)
        self._over = over
        self._layers = tuple(MarkLayer(each, over, self) for each in marked)
        for layer in self._layers:
            layer.changed.connect(self.changed)

    def paint(self, painter: QPainter, eye: Eye, theme: Theme) -> None:
        for side, layer in enumerate(self._layers):
            part, picture = self._over.part_of(side), self._over.picture_of(side)
            if part.isEmpty() or picture is None or picture.known is None:
                continue
            way, grid = self._over.way_of(side), picture.known.grid
            wide, high = grid.width, grid.height

            def lies(
                x: float, y: float, way: QTransform = way, size: tuple[int, int] = (wide, high)
            ) -> QPointF:
                return way.map(QPointF(x * size[0], y * size[1]))

            painter.save()
            painter.setClipRect(part)
            layer.paint_marks(painter, lies, QRectF(0, 0, eye.width, eye.height), theme)
            painter.restore()


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
