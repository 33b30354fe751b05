"""`Pane`: a picture to be looked at: moved, zoomed and turned by hand and by keys, with layers over it."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from caseboard.bindings import DEFAULT, Bindings
from caseboard.theme import Theme
from caseboard.viewer.eye import LARGEST_ZOOM, Eye
from caseboard.viewer.layer import Layer
from caseboard.viewer.painting import paint_tiles
from caseboard.viewer.picture import Picture
from casedb.words import say

SLICE = 0.006
"""Seconds of a frame that are spent on making tiles ready; until they are, coarser ones show."""

SMALL = 32
"""Pixels of a picture that is enlarged when all of it is shown."""

STEP = 1.25
"""How much nearer a key brings."""

PUSH, FINE_PUSH = 80.0, 10.0
"""Pixels of the screen that an arrow key moves the picture by."""

_NOTCH = 120
_ARROWS = {
    Qt.Key.Key_Left: QPointF(1, 0),
    Qt.Key.Key_Right: QPointF(-1, 0),
    Qt.Key.Key_Up: QPointF(0, 1),
    Qt.Key.Key_Down: QPointF(0, -1),
}


class Pane(QWidget):
    """Shows one picture.

    `looked()` follows where one looks from; `pointed()` where the pointer is, which `pointer` tells;
    `menu_wanted(QPoint)` asks for a menu at a place of the desktop.
    """

    looked = Signal()
    pointed = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("picturePane")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(160, 120)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.theme = theme
        self.bindings: Bindings = DEFAULT
        self.picture: Picture | None = None
        self.eye = Eye()
        self._is_fitted = True
        self._wanted: tuple[float, float, float, float] | None = None
        self.layers: list[Layer] = []
        self.pointer: QPointF | None = None
        """Where the pointer is over the pane; None while it is elsewhere."""
        self._pan_from: QPointF | None = None
        self._held: Layer | None = None
        self._has_space = False
        self._filling = QTimer(self, interval=0, singleShot=True)
        self._filling.timeout.connect(self.update)

    # -- what is shown ---------------------------------------------------------------------------

    def show_picture(self, picture: Picture | None) -> None:
        """Show another picture, or none; whoever called for that closes the one before."""
        if self.picture is not None:
            self.picture.grew.disconnect(self._grow)
            self.picture.failed.disconnect(self.update)
        self.picture = picture
        self._is_fitted, self._wanted = True, None
        if picture is not None:
            picture.grew.connect(self._grow)
            picture.failed.connect(self.update)
            self._grow()
        self.update()

    def add_layer(self, layer: Layer) -> None:
        """Put a layer over the picture and those that are there."""
        self.layers.append(layer)
        layer.changed.connect(self.update)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self.theme = theme
        self.update()

    @property
    def ratio(self) -> float:
        """Physical pixels of the screen for a device-independent one."""
        return self.devicePixelRatioF()

    def _grow(self) -> None:
        known = self.picture.known if self.picture is not None else None
        if known is not None:
            size = float(known.grid.width), float(known.grid.height)
            is_other = (self.eye.picture_width, self.eye.picture_height) != size
            # Of one pixel are also the pictures that are not known yet.
            if is_other or (self._is_fitted and size == (1.0, 1.0)):
                # A page that is painted anew is looked at where it was.
                self.eye = self.eye.of_size(*size)
                if self._is_fitted:
                    self.fit()
                self.looked.emit()
            if self._wanted is not None:
                part, self._wanted = self._wanted, None
                self.look(self.eye.on(part))
        self.setAccessibleDescription(self.picture.spoken if self.picture is not None else "")
        self.update()

    # -- looking ---------------------------------------------------------------------------------

    def look(self, eye: Eye) -> None:
        """Look from elsewhere."""
        self._is_fitted = False
        self._look(eye)

    def _look(self, eye: Eye) -> None:
        aligned = eye.aligned(self.ratio)
        if aligned != self.eye:
            self.eye = aligned
            self.looked.emit()
            self.update()

    def look_at(self, part: tuple[float, float, float, float]) -> None:
        """Look at a part of the picture, left, top, right, bottom in fractions of it, once its size is
        known."""
        self._wanted = part
        if self.picture is not None:
            self._grow()

    def fit(self) -> None:
        """Show all of the picture, pixel for pixel at the nearest but for a tiny one, and go on so when the
        pane is sized."""
        # First: whoever follows asks whether it is so.
        self._is_fitted = True
        self._look(self.eye.fitted(self._nearest))

    @property
    def is_fitted(self) -> bool:
        """Whether all of the picture is shown, and goes on so when the pane is sized."""
        return self._is_fitted

    def follow(self, eye: Eye, *, is_fitted: bool) -> None:
        """Look from where another pane led, which shows all of its picture or does not."""
        self._is_fitted = is_fitted
        self._look(eye)

    @property
    def _nearest(self) -> float:
        """How near a picture is shown that would fit at any size: pixel for pixel, but for one that would
        hardly be seen."""
        size = max(self.eye.picture_width, self.eye.picture_height)
        is_known = self.picture is not None and self.picture.known is not None
        return LARGEST_ZOOM if is_known and size <= SMALL else 1 / self.ratio

    def show_exactly(self, held: QPointF | None = None) -> None:
        """Show a pixel of the picture as one of the screen."""
        self.look(self.eye.zoomed(1 / self.ratio, held))

    def zoom_by(self, factor: float, held: QPointF | None = None) -> None:
        """Come nearer by a factor, or go away; what is at `held` on the screen stays there."""
        self.look(self.eye.zoomed(self.eye.zoom * factor, held))

    def turn_to(self, angle: float) -> None:
        """Turn the view to an angle in degrees, clockwise; the picture itself stays as it is."""
        if self._is_fitted:
            self._look(self.eye.turned(angle))
            self.fit()
        else:
            self.look(self.eye.turned(angle))

    def turn_by(self, degrees: float) -> None:
        """Turn the view further."""
        self.turn_to(self.eye.angle + degrees)

    def stay(self, before: Eye, moved: QPointF) -> None:
        """Keep the picture where it was on the screen, after the pane was sized and moved so far: what is
        beside it came or went. `before` is from where one looked then."""
        if moved.isNull() and (before.width, before.height) == (self.width(), self.height()):
            return
        sized = before.resized(self.width(), self.height())
        middles = QPointF((before.width - sized.width) / 2, (before.height - sized.height) / 2)
        self.look(sized.panned(middles - moved))
        whole = self.eye.fitted(self._nearest).aligned(self.ratio)
        off = abs(self.eye.x - whole.x) + abs(self.eye.y - whole.y)
        # Back where all of it is in sight, it goes on so.
        self._is_fitted = self.eye.zoom == whole.zoom and off * whole.zoom < 1

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.eye = self.eye.resized(self.width(), self.height())
        if self._is_fitted:
            self.fit()
        self.looked.emit()

    # -- painting ----------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.colour("bg"))
        if not self.paint_pictures(painter):
            self._filling.start()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for layer in self.layers:
            painter.save()
            layer.paint(painter, self.eye, self.theme)
            painter.restore()
        if self.hasFocus():
            self._paint_focus(painter)
        painter.end()

    def _paint_focus(self, painter: QPainter) -> None:
        ring = self.theme.ring
        painter.setPen(QPen(self.theme.colour("focus"), ring))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        half = ring / 2
        painter.drawRect(QRectF(self.rect()).adjusted(half, half, -half, -half))

    def paint_pictures(self, painter: QPainter) -> bool:
        """Paint what is looked at; whether every tile was ready."""
        if self.picture is None:
            return True
        screen = QRectF(self.rect())
        return paint_tiles(painter, self.picture, self.eye.transform, screen, self.ratio, SLICE)

    # -- the mouse ---------------------------------------------------------------------------------

    def _active(self) -> list[Layer]:
        return [layer for layer in reversed(self.layers) if layer.is_active]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        is_left = event.button() == Qt.MouseButton.LeftButton
        if is_left and not self._has_space:
            for layer in self._active():
                if layer.press(at, self.eye, event.modifiers()):
                    self._held = layer
                    return
        if is_left or self.bindings.pans_with(event.button()):
            self._pan_from = at
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        self.pointer = at
        if self._pan_from is not None:
            self.look(self.eye.panned(at - self._pan_from))
            self._pan_from = at
        elif self._held is not None:
            self._held.move(at, self.eye, is_pressed=True)
        else:
            for layer in self._active():
                if layer.move(at, self.eye, is_pressed=False):
                    break
            self._show_cursor()
        self.pointed.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        held, self._held = self._held, None
        if held is not None and event.button() == Qt.MouseButton.LeftButton:
            held.release(event.position(), self.eye)
        self._pan_from = None
        self._show_cursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        for layer in self._active():
            if layer.double_click(at, self.eye):
                return
        if self.eye.zoom < 1 / self.ratio - 1e-9:
            self.show_exactly(at)
        else:
            self.fit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            # What is under the pointer is chosen first.
            for layer in self._active():
                if layer.choose(QPointF(event.pos()), self.eye):
                    break
        self.menu_wanted.emit(event.globalPos())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointer = None
        self.pointed.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        pixels, angle = event.pixelDelta(), event.angleDelta()
        modifiers = event.modifiers()
        zooms = self.bindings.zooms(
            is_wheel=pixels.isNull() and bool(angle.y()),
            has_control=bool(modifiers & Qt.KeyboardModifier.ControlModifier),
        )
        if zooms:
            self.zoom_by(2 ** (angle.y() / 480 * self.bindings.turning), event.position())
        else:
            by = QPointF(pixels) if not pixels.isNull() else QPointF(angle) * (PUSH / _NOTCH)
            if pixels.isNull() and modifiers & Qt.KeyboardModifier.ShiftModifier:
                by = QPointF(by.y(), by.x())
            self.look(self.eye.panned(by))
        self.pointed.emit()
        event.accept()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent) and self._gesture(event):
            return True
        if event.type() is QEvent.Type.DevicePixelRatioChange and self._is_fitted:
            self.fit()
        return super().event(event)

    def _gesture(self, event: QNativeGestureEvent) -> bool:
        kinds = Qt.NativeGestureType
        if event.gestureType() == kinds.ZoomNativeGesture:
            self.zoom_by(math.exp(event.value() * self.bindings.pinching), event.position())
            return True
        if event.gestureType() == kinds.RotateNativeGesture:
            self.look(self.eye.turned(self.eye.angle + event.value(), event.position()))
            return True
        return False

    def _show_cursor(self) -> None:
        shape = None
        if self.pointer is not None and not self._has_space:
            for layer in self._active():
                shape = layer.cursor(self.pointer, self.eye)
                if shape is not None:
                    break
        self.setCursor(shape or Qt.CursorShape.OpenHandCursor)

    # -- keys --------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = self.pointer or QPointF(self.width() / 2, self.height() / 2)
        for layer in self._active():
            if layer.key(event, at, self.eye):
                return
        if not self._take_key(event):
            super().keyPressEvent(event)

    def _take_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Space:
            self._has_space = True
            self._show_cursor()
            return True
        way = _ARROWS.get(key)
        if way is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        is_fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self.look(self.eye.panned(way * (FINE_PUSH if is_fine else PUSH)))
        return True

    def focusNextPrevChild(self, next: bool) -> bool:
        if any(layer.step(is_forward=next) for layer in self._active()):
            return True
        return super().focusNextPrevChild(next)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._has_space = False
            self._show_cursor()
        else:
            super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._has_space = False
        self.update()

    def name_after(self, name: str) -> None:
        """Say for whoever cannot see it which file is shown."""
        self.setAccessibleName(say("Picture of {name}", name=name))
