"""`Hands`: mouse, wheel, keys and drops on a board, turned into what the tool in hand does."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QWheelEvent,
)

from caseboard import bindings
from caseboard.board.drift import Drift
from caseboard.board.drops import Drops
from caseboard.board.tools.framing import FrameTool
from caseboard.board.tools.lasso import LassoTool
from caseboard.board.tools.linking import LinkTool
from caseboard.board.tools.noting import NoteTool, TextTool
from caseboard.board.tools.panning import Gripping, Hand, Panning
from caseboard.board.tools.select import Select, as_selected, is_selected
from caseboard.board.tools.state import Pointer, State, Surface
from caseboard.board_keys import CHANGING
from caseboard.keymap import DECLARED
from caseboard.keys import key_of
from casedb.model.geometry import Point
from casedb.words import say, term

WHEEL_NOTCH = 120
ZOOM_PER_NOTCH = 1.2
PAN_PER_NOTCH = 90.0
NUDGE, NUDGE_FAR = 1.0, 10.0
EXPLAINED = 6000
"""Milliseconds for which it is said why nothing happens."""
LOOK_AROUND = frozenset("0123456789+-")
"""What is typed to look some steps around what is selected."""
ONE_THING = term("Select one card, string or frame to edit its title.")

TOOLS: dict[str, Callable[[Surface], State]] = {
    "select": Select,
    "lasso": LassoTool,
    "hand": Hand,
    "link": LinkTool,
    "frame": FrameTool,
    "note": NoteTool,
    "text": TextTool,
}
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Hands(QObject):
    """The hand on one board.

    `hinted(str)` says what the tool in hand does or why nothing happens, `explained(str)` the latter
    alone, `tool_taken(str)` which tool it is, `menu_wanted(QPoint)` asks for a menu on what is
    selected, `nudged(dx, dy)` arrow keys, `entered()` an arrow key where nothing is selected, `opened()` the Return key on the
    one thing that is selected, `went_back()` the button of the mouse that leads back,
    `looked_around(str)` a key of LOOK_AROUND, `left_all()` Escape where there is nothing left to
    leave. `tool` is the tool in hand; `bindings` what the mouse does, `tool_keys` which tool a key takes,
    `drops` what is dragged over the board.
    """

    hinted = Signal(str)
    explained = Signal(str)
    tool_taken = Signal(str)
    menu_wanted = Signal(QPoint)
    looked_around = Signal(str)
    left_all = Signal()
    nudged = Signal(float, float)
    entered = Signal()
    opened = Signal()
    went_back = Signal()

    def __init__(
        self,
        board: Surface,
        can_take: Callable[[QMimeData], bool],
        show_cursor: Callable[[Qt.CursorShape], None],
    ) -> None:
        """`can_take` tells whether something dragged over the board could be dropped on it."""
        super().__init__()
        self._board = board
        self.drops = Drops(board, can_take)
        self.drops.hinted.connect(self._hint_of_drop)
        self.drops.refused.connect(self._refuse_drop)
        self._show_cursor = show_cursor
        self.tool = "select"
        self._at_rest: State = Select(board)
        self._state = self._at_rest
        self._has_space = False
        self._button = Qt.MouseButton.NoButton
        self._last: Pointer | None = None
        self.leave_first: Callable[[], bool] = lambda: False
        """Ends what is shown over the board, before Escape lets go of what is selected; whether there
        was anything."""
        self.drift = Drift(board)
        self.drift.drifted.connect(self._follow_drift)
        self.bindings = bindings.DEFAULT
        self.tool_keys: Mapping[str, str] = DECLARED.tools
        self._explained = QTimer(self, interval=EXPLAINED, singleShot=True)
        self._explained.timeout.connect(self._hint)

    @property
    def state(self) -> State:
        """What the hand is doing now."""
        return self._state

    def take(self, tool: str) -> None:
        """Take one of `TOOLS`; one that changes the case is refused where that may not be changed."""
        if tool in CHANGING and not self._board.may_change:
            self.explain(self._board.refusal)
            self.tool_taken.emit(self.tool)
            return
        self._look_back(self._state.cancel)
        self.tool = tool
        self._has_space = False
        self._rest_in(TOOLS[tool](self._board))
        self.tool_taken.emit(tool)

    def cancel(self) -> None:
        """Leave what is being done, everything as it was before."""
        self._become(self._look_back(self._state.cancel))

    def _look_back(self, cancel: Callable[[], State]) -> State:
        """Cancel, and look from where one looked before the board went by."""
        came_from = self.drift.came_from
        self.drift.end()
        state = cancel()
        if came_from is not None:
            self._board.look_from(came_from)
        return state

    @property
    def is_busy(self) -> bool:
        """Whether something is being done that could be left."""
        return not self._is_at_rest

    def disturb(self) -> None:
        """What lies on the board is about to change: let go of what cannot be held on to."""
        self._become(self._state.disturb())

    def renew(self) -> None:
        """What lies on the board has changed."""
        self._state.renew()

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
                return self._key(event)
            case QContextMenuEvent():
                return self._context_menu(event)
            case QDropEvent():
                return self.drops.handle(event)
            case _:
                if event.type() == QEvent.Type.Leave:
                    self._state.leave()
                elif event.type() == QEvent.Type.DragLeave:
                    self.drops.leave()
                elif event.type() == QEvent.Type.FocusOut:
                    # The release of whatever is held down will go to somebody else.
                    self.cancel()
                    self._let_go_of_space()
                return False

    @property
    def _is_at_rest(self) -> bool:
        return self._state is self._at_rest

    def _rest_in(self, state: State) -> None:
        self._at_rest = state
        self._become(state)

    def _become(self, state: State) -> None:
        if state.is_spent:
            self.take("select")
            return
        if not state.reaches:
            self.drift.end()
        if state is not self._state:
            self._state = state
            if state.hint:
                self._explained.stop()
            if not self._explained.isActive():
                self._hint()
        self._show_cursor(state.cursor)

    def _hint(self) -> None:
        self.hinted.emit(say(self._state.hint))

    def _refuse_drop(self) -> None:
        self.explain(self._board.refusal)

    def _hint_of_drop(self, sentence: str) -> None:
        if sentence:
            self._explained.stop()
            self.hinted.emit(sentence)
        else:
            self._hint()

    def explain(self, sentence: str, *, is_heard: bool = False) -> None:
        """Say for a while why nothing happens; aloud, unless it `is_heard` already."""
        self.hinted.emit(sentence)
        self._explained.start()
        if not is_heard:
            self.explained.emit(sentence)

    def forget(self) -> None:
        """What was explained was so, and may not be so any more."""
        if self._explained.isActive():
            self._explained.stop()
            self._hint()

    # -- mouse ----------------------------------------------------------------------------

    def _pointer(self, event: QMouseEvent) -> Pointer:
        camera = self._board.camera
        there = _place(event)
        on_board = Point(
            max(0.0, min(there.x, camera.width)), max(0.0, min(there.y, camera.height))
        )
        screen = there if self._state.goes_beyond else on_board
        return Pointer(
            screen,
            camera.to_world(screen),
            event.globalPosition().toPoint(),
            event.button(),
            event.modifiers(),
            is_beside=there != on_board,
        )

    def _mouse(self, event: QMouseEvent) -> bool:
        pointer = self._pointer(event)
        sort = event.type()
        if sort == QEvent.Type.MouseButtonPress:
            self._board.settle()
            if event.button() == Qt.MouseButton.BackButton:
                self.cancel()
                self.went_back.emit()
                return True
            # The button that began a gesture ends it; others pressed meanwhile say nothing.
            if self._is_at_rest:
                self._button = event.button()
                self._begin(event, self._pressed(pointer, self._state.press))
        elif sort == QEvent.Type.MouseButtonRelease:
            if event.button() == self._button:
                self._release(pointer)
        elif sort == QEvent.Type.MouseButtonDblClick:
            if self._is_at_rest:
                self._button = event.button()
                self._begin(event, self._pressed(pointer, self._state.double_click))
        elif not self._is_at_rest and not event.buttons():
            # The release went to somebody else, as when a message took the pointer.
            self.cancel()
        else:
            self._move(pointer)
            if self._state.reaches:
                self.drift.heed(_place(event))
        return True

    def _begin(self, event: QMouseEvent, state: State) -> None:
        self.drift.begin(_place(event))
        self._become(state)

    def _move(self, pointer: Pointer) -> None:
        self._last = pointer
        self._become(self._state.move(pointer))

    def _follow_drift(self) -> None:
        """What is in the hand stays under the pointer while the board goes by."""
        if self._last is not None:
            world = self._board.camera.to_world(self._last.screen)
            self._move(replace(self._last, world=world))

    def _pressed(self, pointer: Pointer, by_tool: Callable[[Pointer], State]) -> State:
        """What follows a press: some buttons move the board whatever tool is in hand."""
        is_right = pointer.button == Qt.MouseButton.RightButton
        if self.bindings.pans_with(pointer.button):
            return (Gripping if is_right else Panning)(self._board, pointer, self._state)
        is_left = pointer.button == Qt.MouseButton.LeftButton
        return by_tool(pointer) if is_left else self._state

    def _release(self, pointer: Pointer) -> None:
        is_right_click = isinstance(self._state, Gripping) and self._is_right
        self._button = Qt.MouseButton.NoButton
        self.drift.end()
        self._become(self._state.release(pointer))
        if is_right_click:
            self._ask_for_menu(pointer.screen, pointer.on_desktop)

    @property
    def _is_right(self) -> bool:
        return self._button == Qt.MouseButton.RightButton

    def _context_menu(self, event: QContextMenuEvent) -> bool:
        is_by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        # A button that can drag the board opens the menu when it comes up, if there was no drag.
        waits = is_by_mouse and self.bindings.pans_with(Qt.MouseButton.RightButton)
        if self._is_at_rest and not waits:
            if is_by_mouse:
                at = Point(event.pos().x(), event.pos().y())
                self._ask_for_menu(at, event.globalPos())
            else:
                self._ask_for_menu(None, self._board.place_of_menu())
        return True

    def _ask_for_menu(self, at: Point | None, on_desktop: QPoint) -> None:
        if at is not None:
            hit = self._board.finder.at(at, self._board.camera)
            if not is_selected(self._board, hit):
                self._board.selection.become(as_selected(hit))
        self.menu_wanted.emit(on_desktop)

    # -- wheel and pinch ------------------------------------------------------------------

    def _wheel(self, event: QWheelEvent) -> bool:
        pixels, angle = event.pixelDelta(), event.angleDelta()
        if self._zooms(event):
            self._zoom(self.wheel_factor(angle.y()), event.position())
            return True
        if not pixels.isNull():
            dx, dy = float(pixels.x()), float(pixels.y())
        else:
            dx = angle.x() / WHEEL_NOTCH * PAN_PER_NOTCH
            dy = angle.y() / WHEEL_NOTCH * PAN_PER_NOTCH
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                dx, dy = dy, dx
        self._board.look_from(self._board.camera.panned(dx, dy))
        return True

    def _zooms(self, event: QWheelEvent) -> bool:
        # A mouse wheel tells no pixels; what goes sideways pushes the board, as fingers do.
        return self.bindings.zooms(
            is_wheel=event.pixelDelta().isNull() and bool(event.angleDelta().y()),
            has_control=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier),
        )

    def wheel_factor(self, angle: int) -> float:
        """By how much the wheel zooms for eighths of a degree, as the user has it."""
        return zoom_factor(angle) ** self.bindings.turning

    def _gesture(self, event: QNativeGestureEvent) -> bool:
        if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
            return False
        self._zoom(math.exp(event.value() * self.bindings.pinching), event.position())
        return True

    def _zoom(self, factor: float, at: QPointF) -> None:
        self._board.zoom_in_sight(factor, Point(at.x(), at.y()))

    # -- keys -----------------------------------------------------------------------------

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Space:
            return self._space(event)
        if event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() == Qt.Key.Key_Escape:
            self._escape()
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if len(self._board.selection.now) == 1:
                self.opened.emit()
            else:
                self.explain(say(ONE_THING))
            return True
        if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            # At the last card, and on an empty board, the key leaves the board.
            is_back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            return self._is_at_rest and self._board.read_on(-1 if is_back else 1)
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        arrow = _ARROWS.get(Qt.Key(event.key()))
        if arrow is not None:
            return self._arrow(*arrow, plain)
        if event.text() in LOOK_AROUND and not plain & ~Qt.KeyboardModifier.ShiftModifier:
            self.looked_around.emit(event.text())
            return True
        tool = self.tool_keys.get(key_of(event))
        if tool is not None:
            self.take(tool)
            return True
        if not self._board.may_change and _would_write(event):
            self.explain(self._board.refusal)
        return False

    def _arrow(self, dx: int, dy: int, keys: Qt.KeyboardModifier) -> bool:
        shift, alt = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
        if keys == Qt.KeyboardModifier.ControlModifier and self._is_at_rest:
            self._board.follow_string(dx, dy)
            return True
        if keys & ~(shift | alt) or not self._is_at_rest:
            return False
        if not self._board.selection.now:
            self.entered.emit()
        elif keys & alt:
            self._board.walk(dx, dy, adds=bool(keys & shift))
        elif self._board.may_change:
            far = NUDGE_FAR if keys & shift else NUDGE
            self.nudged.emit(dx * far, dy * far)
        else:
            self.explain(self._board.refusal)
        return True

    def _space(self, event: QKeyEvent) -> bool:
        """Holding Space is having the hand tool for as long."""
        if event.isAutoRepeat():
            return True
        if event.type() == QEvent.Type.KeyRelease:
            self._let_go_of_space()
        elif self._is_at_rest and not self._has_space:
            self._has_space = True
            self._rest_in(Hand(self._board))
        return True

    def _let_go_of_space(self) -> None:
        if self._has_space:
            self._has_space = False
            self._rest_in(TOOLS[self.tool](self._board))

    def _escape(self) -> None:
        if not self._is_at_rest:
            self.cancel()
        elif self.tool != "select":
            self.take("select")
        elif self.leave_first():
            return
        elif self._board.selection.now:
            self._board.selection.clear()
        else:
            self.left_all.emit()


def _place(event: QMouseEvent) -> Point:
    at = event.position()
    return Point(at.x(), at.y())


def zoom_factor(angle: int) -> float:
    """By how much the wheel zooms for eighths of a degree: a fine wheel tells parts of a notch."""
    return ZOOM_PER_NOTCH ** (angle / WHEEL_NOTCH)


def _would_write(event: QKeyEvent) -> bool:
    """Whether a key is pressed to change something: a letter, or one that deletes."""
    if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
        return True
    plain = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
    return not plain and event.text().isprintable() and bool(event.text().strip())
