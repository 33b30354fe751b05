"""`MapHands`: what mouse, wheel and keys do on the map."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication

from caseboard.bindings import DEFAULT, Bindings
from caseboard.views.map_canvas import MapCanvas
from caseboard.views.map_keys import MapKeys
from caseboard.views.map_ruler import Measure
from caseboard.views.map_scene import Sign, area_at, hit, rows_within
from casedb.model.place import Point

PAN_PER_NOTCH = 80.0
_NOTCH = 120
STEP = 1.25
"""How much nearer a double press on nothing brings, squared."""


class MapHands(QObject):
    """Takes the events of a canvas.

    `picked(list, str)` carries the rows of marks that were chosen, and how: `alone`, `adds` or `toggles`;
    `went(int)` the row whose item is asked for on the board; `menu_wanted(QPoint)` follows when what it is
    for is chosen. `pointed()` follows the pointer, whose place `pointer` tells; `hinted(QPoint, object)` asks
    for a tool tip on a sign or the row of an area.
    """

    picked = Signal(list, str)
    went = Signal(int)
    menu_wanted = Signal(QPoint)
    pointed = Signal()
    hinted = Signal(QPoint, object)

    def __init__(self, canvas: MapCanvas, parent: QObject) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self.bindings: Bindings = DEFAULT
        self.keys = MapKeys(canvas, self)
        self.pointer: QPointF | None = None
        self._pressed: QPointF | None = None
        self._last = QPointF()
        self._is_panning = False
        self._bands = False
        self._has_opened = False
        canvas.setCursor(Qt.CursorShape.OpenHandCursor)
        canvas.hand = self.handle
        self.keys.picked.connect(self.picked)
        self.keys.went.connect(self.went)

    def handle(self, event: QEvent) -> bool:
        """Take an event; whether it needs no further handling."""
        match event:
            case QWheelEvent():
                return self._wheel(event)
            case QNativeGestureEvent():
                return self._gesture(event)
            case QContextMenuEvent():
                return self._menu(event)
            case QHelpEvent():
                self._hint(event)
                return True
            case QMouseEvent():
                return self._mouse(event)
            case QKeyEvent():
                return self.keys.handle(event)
            case _:
                if event.type() is QEvent.Type.Leave:
                    self.point_at(None)
                return False

    # -- looking --------------------------------------------------------------------------------

    def _wheel(self, event: QWheelEvent) -> bool:
        pixels, angle = event.pixelDelta(), event.angleDelta()
        zooms = self.bindings.zooms(
            is_wheel=pixels.isNull() and bool(angle.y()),
            has_control=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier),
        )
        if zooms:
            factor = 2 ** (angle.y() / 360 * self.bindings.turning)
            self._canvas.zoom_by(factor, event.position())
        else:
            by = (
                QPointF(pixels)
                if not pixels.isNull()
                else QPointF(angle) * (PAN_PER_NOTCH / _NOTCH)
            )
            if pixels.isNull() and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                by = QPointF(by.y(), by.x())
            self._canvas.look(self._canvas.camera.panned(by.x(), by.y()))
        self.point_at(event.position())
        event.accept()
        return True

    def _gesture(self, event: QNativeGestureEvent) -> bool:
        if event.gestureType() is not Qt.NativeGestureType.ZoomNativeGesture:
            return False
        self._canvas.zoom_by(math.exp(event.value() * self.bindings.pinching), event.position())
        return True

    # -- the mouse ------------------------------------------------------------------------------

    def _mouse(self, event: QMouseEvent) -> bool:
        kind, at = event.type(), event.position()
        if kind is QEvent.Type.MouseMove:
            self._move(at)
        elif kind is QEvent.Type.MouseButtonPress:
            self._press(event, at)
        elif kind is QEvent.Type.MouseButtonRelease:
            self._release(event, at)
        elif (
            kind is QEvent.Type.MouseButtonDblClick and event.button() is Qt.MouseButton.LeftButton
        ):
            self._press_twice(at)
        return True

    def _press(self, event: QMouseEvent, at: QPointF) -> None:
        self._canvas.setFocus(Qt.FocusReason.MouseFocusReason)
        self._canvas.aims = False
        self._has_opened = False
        is_left = event.button() is Qt.MouseButton.LeftButton
        if not is_left and not self.bindings.pans_with(event.button()):
            return
        self._pressed = self._last = at
        self._is_panning = not is_left
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._bands = is_left and shift and not self._canvas.ruler.is_on

    def _move(self, at: QPointF) -> None:
        if self._pressed is not None:
            far = (at - self._pressed).manhattanLength()
            if self._bands and (far >= QApplication.startDragDistance() or self._canvas.band):
                self._canvas.band = QRectF(self._pressed, at).normalized()
                self._canvas.update()
            elif self._is_panning or (not self._bands and far >= QApplication.startDragDistance()):
                if not self._is_panning:
                    self._is_panning = True
                    self._canvas.setCursor(Qt.CursorShape.ClosedHandCursor)
                by = at - self._last
                self._canvas.look(self._canvas.camera.panned(by.x(), by.y()))
            if self._is_panning:
                self._last = at
        self.point_at(at)

    def _release(self, event: QMouseEvent, at: QPointF) -> None:
        pressed, was_panning = self._pressed, self._is_panning
        band, self._canvas.band = self._canvas.band, None
        self._pressed, self._is_panning, self._bands = None, False, False
        self._show_cursor()
        if band is not None:
            rows = rows_within(
                self._canvas.scene.marks,
                self._canvas.camera,
                *(band.left(), band.top(), band.right(), band.bottom()),
            )
            self.picked.emit(sorted(rows), "adds")
            self._canvas.update()
        elif pressed is not None and not was_panning:
            self._click(event, at)

    def _click(self, event: QMouseEvent, at: QPointF) -> None:
        if self._canvas.ruler.is_on:
            self._measure(at)
            return
        modifiers = event.modifiers()
        how = "alone"
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            how = "toggles"
        elif modifiers & Qt.KeyboardModifier.ShiftModifier:
            how = "adds"
        found = self.under(at)
        if isinstance(found, Sign):
            if found.count > 1 and how == "alone":
                self.keys.open(found)
                self._has_opened = True
            else:
                self.picked.emit(found.rows.tolist(), how)
        elif found is not None:
            self.picked.emit([found], how)
        elif how == "alone":
            if self._canvas.scene.spread:
                self._canvas.spread(frozenset())
            else:
                self.picked.emit([], how)

    def _press_twice(self, at: QPointF) -> None:
        ruler = self._canvas.ruler
        if ruler.is_on:
            ruler.finish()
            return
        if self._has_opened:
            # The first press has brought something else under the pointer.
            self._has_opened = False
            return
        found = self.under(at)
        if isinstance(found, Sign):
            if found.count == 1:
                self.went.emit(found.row)
        elif found is not None:
            self.went.emit(found)
        else:
            self._canvas.zoom_by(STEP * STEP, at)

    def under(self, at: QPointF) -> Sign | int | None:
        """The sign at a point of the screen, or the row of the area."""
        found = hit(self._canvas.signs, at)
        if found is not None:
            return found
        return area_at(self._canvas.scene.marks, self._canvas.camera, at)

    def point_at(self, at: QPointF | None) -> None:
        """Show what the pointer is on now; None for nowhere."""
        self.pointer = at
        canvas = self._canvas
        sign = hit(canvas.signs, at) if at is not None and self._pressed is None else None
        row = sign.row if sign is not None else None
        if row != canvas.under:
            canvas.under = row
            self._show_cursor()
            canvas.update()
        if canvas.ruler.is_on:
            canvas.ruler.point_to(self.place_at(at) if at is not None else None)
        self.pointed.emit()

    def _show_cursor(self) -> None:
        shape = Qt.CursorShape.OpenHandCursor
        if self._canvas.ruler.is_on:
            shape = Qt.CursorShape.CrossCursor
        elif self._canvas.under is not None:
            shape = Qt.CursorShape.PointingHandCursor
        self._canvas.setCursor(shape)

    def follow_ruler(self) -> None:
        """Show what a press would do now."""
        self._show_cursor()

    # -- measuring ------------------------------------------------------------------------------

    def place_at(self, at: QPointF) -> Point | None:
        """The place at a point of the screen: of the mark there, else of the ground."""
        sign = hit(self._canvas.signs, at)
        if sign is not None and sign.count == 1 and sign.foot is None:
            lat, lon = self._canvas.scene.marks.marks[sign.row].centre
            return Point(lat, lon)
        found = self._canvas.camera.place_at(at.x(), at.y())
        return Point(*found) if found is not None else None

    def _measure(self, at: QPointF) -> None:
        ruler, camera = self._canvas.ruler, self._canvas.camera
        if ruler.measure is Measure.LINE and len(ruler.points) > 2 and not ruler.is_done:
            first = QPointF(*camera.spot(ruler.points[0].lat, ruler.points[0].lon))
            if (first - at).manhattanLength() <= 2 * QApplication.startDragDistance():
                ruler.close()
                return
        place = self.place_at(at)
        if place is not None:
            ruler.press(place)

    # -- menu and hint --------------------------------------------------------------------------

    def _menu(self, event: QContextMenuEvent) -> bool:
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            found = self.under(QPointF(event.pos()))
            rows = (
                found.rows.tolist() if isinstance(found, Sign) else [] if found is None else [found]
            )
            chosen = set(self._canvas.chosen.tolist())
            if not rows:
                return True
            if not chosen.issuperset(rows):
                self.picked.emit(rows, "alone")
        if len(self._canvas.chosen):
            self.menu_wanted.emit(event.globalPos())
        return True

    def _hint(self, event: QHelpEvent) -> None:
        self.hinted.emit(event.globalPos(), self.under(QPointF(event.pos())))
