"""`TimelineHands`: mouse, wheel, pinch and keys on a line of time."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication

from caseboard import bindings
from caseboard.plain_tips import tip
from caseboard.views.timeline_axis import ruler_of
from caseboard.views.timeline_camera import second_of
from caseboard.views.timeline_heads import lane_under
from caseboard.views.timeline_keys import TimelineKeys
from caseboard.views.timeline_painter import WAY
from casedb.model.time_gaps import Gap
from casedb.words import say

if TYPE_CHECKING:
    from caseboard.views.timeline_canvas import TimelineCanvas

WHEEL_NOTCH = 120
ZOOM_PER_NOTCH = 1.25
PAN_PER_NOTCH = 90.0
NEARER = 6.0
"""How much nearer one looks at what is only counted."""

_HELD = Qt.KeyboardModifier


class TimelineHands:
    """The hand on one line of time. `hovered` is the row of the item below the pointer."""

    def __init__(self, canvas: TimelineCanvas) -> None:
        self._canvas = canvas
        self.bindings = bindings.DEFAULT
        self.hovered: int | None = None
        self._pressed: QPointF | None = None
        self._last = QPointF()
        self._button = Qt.MouseButton.NoButton
        self._is_dragging = False
        self._keys = TimelineKeys(canvas)

    def forget(self) -> None:
        """What lies below the pointer may be something else."""
        self.hovered = None

    def handle(self, event: QEvent) -> bool:
        """Take an event; whether nobody else needs it."""
        match event:
            case QMouseEvent():
                return self._mouse(event)
            case QWheelEvent():
                return self._wheel(event)
            case QNativeGestureEvent():
                return self._gesture(event)
            case QKeyEvent():
                return self._keys.handle(event)
            case QContextMenuEvent():
                return self._context_menu(event)
            case _:
                if event.type() is QEvent.Type.Leave:
                    self._hover(None)
                return False

    # -- what is under the pointer ------------------------------------------------------------

    def mark_at(self, at: QPointF) -> int | None:
        """The mark at a place; that of its title is the nearest of its item there."""
        sheet = self._canvas.sheet
        if sheet is None or not sheet.area.contains(at):
            return None
        x, y = at.x() - sheet.shift, at.y() - sheet.drop
        unit = sheet.chart.unit_at(x, y)
        return sheet.chart.mark_at(x, unit) if unit is not None else None

    def crowd_at(self, at: QPointF) -> list[str]:
        """The items that are only counted at a place."""
        sheet = self._canvas.sheet
        if sheet is None or not sheet.area.contains(at):
            return []
        return sheet.chart.crowd_at(at.x() - sheet.shift, at.y() - sheet.drop)

    def gap_at(self, at: QPointF) -> Gap | None:
        """The gap whose name is at a place of the axis."""
        canvas, area = self._canvas, self._canvas.room.axis_area
        if not area.contains(at) or at.y() < area.bottom() - canvas.painter.axis.sizes.gaps:
            return None
        second = canvas.camera.second_at(at.x() - area.left())
        seen = canvas.gaps.seen(canvas.camera, canvas.unit)
        return next((gap for gap in seen if gap.first <= second <= gap.last), None)

    def beyond_at(self, at: QPointF) -> int | None:
        """To which side the words at a place of the axis lead that count what lies there (-1 or 1)."""
        canvas, marks = self._canvas, self._canvas.marks
        area = canvas.room.axis_area
        if marks is None or not len(marks) or not area.contains(at):
            return None
        beyond = marks.beyond(canvas.camera.left, canvas.camera.right)
        ways = canvas.painter.axis.ways(area, beyond)
        return next((way for way, _, box in ways if box.contains(at)), None)

    def way_at(self, at: QPointF) -> int | None:
        """The entry to which the sign at the edge of a lane leads, of which nothing is seen."""
        sheet = self._canvas.sheet
        if sheet is None or not sheet.area.contains(at):
            return None
        edge = WAY * self._canvas.unit
        is_left, is_right = at.x() < sheet.area.left() + edge, at.x() > sheet.area.right() - edge
        lane = sheet.chart.lane_at(at.y() - sheet.drop)
        if lane is None or not (is_left or is_right):
            return None
        left, right, _, _ = sheet.seen()
        before, after = sheet.chart.beyond(left, right)
        if is_left and before[lane]:
            return sheet.chart.nearest(lane, left, -1)
        return sheet.chart.nearest(lane, right, 1) if is_right and after[lane] else None

    def tip_at(self, at: QPointF) -> str:
        """What there is to know at a place."""
        canvas = self._canvas
        mark = self.mark_at(at)
        if mark is not None:
            return canvas.tip(mark)
        crowd = self.crowd_at(at)
        if crowd:
            told = say("{n} item here", "{n} items here", n=len(crowd))
            return tip(say("{told}: a press selects, a double-click looks nearer", told=told))
        if self.way_at(at) is not None:
            return tip(say("Nothing of this lane is seen here. Press to go to the nearest."))
        if self.beyond_at(at) is not None:
            return tip(say("Items that lie at other times. Press to go to the nearest."))
        if self.gap_at(at) is not None:
            return tip(say("Nothing is dated here. Press either half to go to that end."))
        lane = self._head_at(at)
        if lane is not None and canvas.marks is not None:
            return tip(canvas.marks.lanes[lane].title)
        return ""

    def _head_at(self, at: QPointF) -> int | None:
        canvas = self._canvas
        if canvas.chart is None:
            return None
        return lane_under(canvas.chart, at, canvas.room.heads_area, canvas.down)

    # -- mouse --------------------------------------------------------------------------------

    def _mouse(self, event: QMouseEvent) -> bool:
        at = event.position()
        sort = event.type()
        if sort is QEvent.Type.MouseButtonPress:
            is_panning = self.bindings.pans_with(event.button())
            if event.button() != Qt.MouseButton.LeftButton and not is_panning:
                return False
            self._pressed, self._last, self._button = at, at, event.button()
            self._is_dragging = False
        elif sort is QEvent.Type.MouseMove:
            self._move(at)
        elif sort is QEvent.Type.MouseButtonRelease and event.button() == self._button:
            self._release(event)
        elif (
            sort is QEvent.Type.MouseButtonDblClick and event.button() == Qt.MouseButton.LeftButton
        ):
            self._double_click(at)
        return True

    def _move(self, at: QPointF) -> None:
        canvas = self._canvas
        if self._pressed is None:
            self._hover(at)
            return
        away = at - self._pressed
        if not self._is_dragging and away.manhattanLength() >= QApplication.startDragDistance():
            self._is_dragging = not canvas.room.heads_area.contains(self._pressed)
            self._last = self._pressed
            self._hover(None)
        if self._is_dragging:
            step = at - self._last
            self._last = at
            canvas.setCursor(Qt.CursorShape.ClosedHandCursor)
            canvas.pan(step.x(), step.y())

    def _release(self, event: QMouseEvent) -> None:
        was_dragging, pressed = self._is_dragging, self._pressed
        self._pressed, self._is_dragging = None, False
        self._button = Qt.MouseButton.NoButton
        self._canvas.unsetCursor()
        if was_dragging or pressed is None:
            return
        if event.button() == Qt.MouseButton.LeftButton:
            self._click(pressed, event.modifiers())
        elif event.button() == Qt.MouseButton.RightButton:
            self._ask_for_menu(pressed, event.globalPosition().toPoint())

    def _click(self, at: QPointF, held: Qt.KeyboardModifier) -> None:
        canvas = self._canvas
        lane, gap = self._head_at(at), self.gap_at(at)
        if lane is not None:
            canvas.fold(lane)
            return
        entry = self.way_at(at)
        if entry is not None:
            canvas.reveal_entry(entry)
            return
        way = self.beyond_at(at)
        if way is not None:
            canvas.go_beyond(way)
            return
        if gap is not None:
            self._canvas.jump(gap, 1 if self._is_in_second_half(gap, at) else -1)
            return
        adds, toggles = bool(held & _HELD.ShiftModifier), bool(held & _HELD.ControlModifier)
        mark = self.mark_at(at)
        if mark is not None and canvas.marks is not None:
            chart = canvas.chart
            sheet = canvas.sheet
            lane = chart.lane_at(at.y() - sheet.drop) if chart and sheet else None
            canvas.walk.be_at(mark, lane)
            canvas.picked.emit([canvas.marks.items[int(canvas.marks.item[mark])]], adds, toggles)
        else:
            crowd = self.crowd_at(at)
            if crowd or not (adds or toggles):
                canvas.picked.emit(crowd, adds, toggles)
        canvas.refresh()

    def _double_click(self, at: QPointF) -> None:
        canvas = self._canvas
        mark = self.mark_at(at)
        if mark is not None and canvas.marks is not None:
            canvas.opened.emit(canvas.marks.items[int(canvas.marks.item[mark])])
        elif self.crowd_at(at):
            canvas.zoom(NEARER, at.x(), at.y())
        elif canvas.room.axis_area.contains(at) and self.gap_at(at) is None:
            self._see_part(at)

    def _see_part(self, at: QPointF) -> None:
        """See the part of time whose name is at a place: a year, a month, a day."""
        canvas = self._canvas
        parts = ruler_of(canvas.camera, canvas.unit)
        is_coarse = at.y() < canvas.painter.axis.sizes.coarse and parts.coarse
        second = canvas.camera.second_at(at.x() - canvas.room.axis_area.left())
        for each in parts.coarse if is_coarse else parts.fine:
            first, last = second_of(each.first), second_of(each.last)
            if first <= second < last:
                canvas.see(first, last)

    def _hover(self, at: QPointF | None) -> None:
        canvas = self._canvas
        mark = self.mark_at(at) if at is not None else None
        row = (
            int(canvas.marks.item[mark]) if canvas.marks is not None and mark is not None else None
        )
        if row != self.hovered:
            self.hovered = row
            canvas.update()
        is_pressable = at is not None and (
            row is not None
            or self._head_at(at) is not None
            or self.gap_at(at) is not None
            or self.beyond_at(at) is not None
            or self.way_at(at) is not None
        )
        shape = Qt.CursorShape.PointingHandCursor if is_pressable else Qt.CursorShape.ArrowCursor
        if canvas.cursor().shape() is not shape:
            canvas.setCursor(shape)

    # -- gaps ---------------------------------------------------------------------------------

    def _is_in_second_half(self, gap: Gap, at: QPointF) -> bool:
        camera, area = self._canvas.camera, self._canvas.room.axis_area
        left = max(0.0, camera.x_of(gap.first))
        right = min(camera.width, camera.x_of(gap.last))
        return at.x() - area.left() > (left + right) / 2

    # -- menu ---------------------------------------------------------------------------------

    def _context_menu(self, event: QContextMenuEvent) -> bool:
        is_by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        if is_by_mouse and self.bindings.pans_with(Qt.MouseButton.RightButton):
            # A button that can drag opens the menu when it comes up, if there was no drag.
            return True
        self._ask_for_menu(QPointF(event.pos()) if is_by_mouse else None, event.globalPos())
        return True

    def _ask_for_menu(self, at: QPointF | None, on_desktop: QPoint) -> None:
        canvas = self._canvas
        mark = self.mark_at(at) if at is not None else None
        if mark is not None and canvas.marks is not None:
            item_id = canvas.marks.items[int(canvas.marks.item[mark])]
            if item_id not in canvas.selected:
                canvas.walk.be_at(mark)
                canvas.picked.emit([item_id], False, False)
        elif at is None and canvas.walk.item is not None:
            on_desktop = canvas.mapToGlobal(self._place_of_walk())
        canvas.menu_wanted.emit(on_desktop)

    def _place_of_walk(self) -> QPoint:
        canvas, sheet, entry = self._canvas, self._canvas.sheet, self._canvas.walk.entry
        if sheet is None or entry is None:
            return canvas.rect().center()
        x, y = sheet.chart.place_of(int(sheet.chart.marks.entry_mark[entry]), entry)
        area = sheet.area
        at = QPointF(x + sheet.shift, y + sheet.drop)
        return QPointF(
            max(area.left(), min(area.right(), at.x())), max(area.top(), min(area.bottom(), at.y()))
        ).toPoint()

    # -- wheel and pinch ----------------------------------------------------------------------

    def _wheel(self, event: QWheelEvent) -> bool:
        canvas = self._canvas
        pixels, angle = event.pixelDelta(), event.angleDelta()
        has_control = bool(event.modifiers() & _HELD.ControlModifier)
        is_wheel = pixels.isNull() and bool(angle.y())
        if self.bindings.zooms(is_wheel=is_wheel, has_control=has_control):
            factor = ZOOM_PER_NOTCH ** (angle.y() / WHEEL_NOTCH * self.bindings.turning)
            canvas.zoom(factor, event.position().x(), event.position().y())
            return True
        if not pixels.isNull():
            dx, dy = float(pixels.x()), float(pixels.y())
        else:
            dx = angle.x() / WHEEL_NOTCH * PAN_PER_NOTCH
            dy = angle.y() / WHEEL_NOTCH * PAN_PER_NOTCH
        is_turned = bool(event.modifiers() & _HELD.ShiftModifier) or not canvas.furthest
        if is_turned and not dx:
            # Where there is nothing below, the wheel leads on in time.
            dx, dy = dy, 0.0
        canvas.pan(dx, dy)
        return True

    def _gesture(self, event: QNativeGestureEvent) -> bool:
        if event.gestureType() is not Qt.NativeGestureType.ZoomNativeGesture:
            return False
        at = event.position()
        self._canvas.zoom(math.exp(event.value() * self.bindings.pinching), at.x(), at.y())
        return True
