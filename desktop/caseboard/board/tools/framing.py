"""Framing: a rectangle is drawn that becomes a frame."""

from __future__ import annotations

from PySide6.QtCore import Qt

from caseboard.board.tools.aligning import Aligner
from caseboard.board.tools.state import Pointer, State, Surface, rect_between, travelled
from casedb.commands.cards import SMALLEST
from casedb.model.geometry import Point, Rect

FRAME_WIDTH, FRAME_HEIGHT = 480.0, 320.0
"""The size of a frame that is made by a click alone."""


class FrameTool(State):
    """The frame tool: a drag draws a frame around what lies there, a click makes one of common size."""

    cursor = Qt.CursorShape.CrossCursor
    hint = "Drag a frame around what belongs together; a click makes one of common size"

    def __init__(self, board: Surface) -> None:
        super().__init__(board)
        self.is_spent = False

    def press(self, pointer: Pointer) -> State:
        if not self.board.may_change:
            self.board.explain(self.board.refusal)
            return self
        return Framing(self.board, pointer, self)


class Framing(State):
    """A frame is being drawn."""

    cursor = Qt.CursorShape.CrossCursor
    hint = "Let go to make the frame; Ctrl suspends snapping, Esc leaves"

    def __init__(self, board: Surface, start: Pointer, rest: FrameTool) -> None:
        super().__init__(board)
        self._rest = rest
        self._aligner = Aligner(board)
        self._start, self._press = self._aligner.moved(_spot(start.world), start), start
        self._is_drawn = False
        self._rect = self._start

    def move(self, pointer: Pointer) -> State:
        if not self._is_drawn and not travelled(self._press, pointer):
            return self
        self._is_drawn = True
        now = self._aligner.moved(_spot(pointer.world), pointer)
        self._rect = rect_between(Point(now.x, now.y), Point(self._start.x, self._start.y))
        self.board.overlay.outline = self._rect
        self.board.refresh()
        return self

    def release(self, pointer: Pointer) -> State:
        self.cancel()
        rect = self._rect
        if not self._is_drawn:
            at = self._start
            rect = Rect(at.x, at.y, FRAME_WIDTH, FRAME_HEIGHT)
        # Put away before the title is asked for, which may last.
        self._rest.is_spent = True
        if min(rect.w, rect.h) >= SMALLEST:
            self.board.wishes.frame_wanted(rect)
        else:
            self.board.explain("Too small for a frame; nothing was made.")
        return self._rest

    def disturb(self) -> State:
        return self

    def cancel(self) -> State:
        self._aligner.end()
        self.board.overlay.outline = None
        self.board.refresh()
        return self._rest


def _spot(point: Point) -> Rect:
    return Rect(point.x, point.y, 0.0, 0.0)
