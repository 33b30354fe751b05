"""Panning: the board follows the hand."""

from __future__ import annotations

from PySide6.QtCore import Qt

from caseboard.board.tools.state import Pointer, State, Surface, travelled
from casedb.words import term


class Panning(State):
    """The board is being dragged under the window; Escape puts it back."""

    cursor = Qt.CursorShape.ClosedHandCursor
    goes_beyond = True

    def __init__(self, board: Surface, start: Pointer, rest: State) -> None:
        super().__init__(board)
        self._last, self._rest = start.screen, rest
        self._before = board.camera

    def move(self, pointer: Pointer) -> State:
        # From the last place and not from the first: the wheel may have zoomed in between.
        dx, dy = pointer.screen.x - self._last.x, pointer.screen.y - self._last.y
        self._last = pointer.screen
        self.board.look_from(self.board.camera.panned(dx, dy))
        return self

    def disturb(self) -> State:
        return self

    def release(self, pointer: Pointer) -> State:
        return self._rest

    def cancel(self) -> State:
        self.board.look_from(self._before)
        return self._rest


class Gripping(State):
    """A button is down that moves the board when it is dragged; a click with it is another matter."""

    goes_beyond = True

    def __init__(self, board: Surface, start: Pointer, rest: State) -> None:
        super().__init__(board)
        self._start, self._rest = start, rest

    def move(self, pointer: Pointer) -> State:
        if not travelled(self._start, pointer):
            return self
        return Panning(self.board, self._start, self._rest).move(pointer)

    def disturb(self) -> State:
        return self

    def release(self, pointer: Pointer) -> State:
        return self._rest

    def cancel(self) -> State:
        return self._rest


class Hand(State):
    """The hand tool: every drag pans."""

    cursor = Qt.CursorShape.OpenHandCursor
    hint = term("Drag to move the board")

    def press(self, pointer: Pointer) -> State:
        return Panning(self.board, pointer, self)
