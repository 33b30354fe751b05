"""Drawing: a rectangle is drawn, or put where one clicks, and something is made of it."""

from __future__ import annotations

from PySide6.QtCore import Qt

from caseboard.board.tools.aligning import Aligner
from caseboard.board.tools.state import Pointer, State, Surface, rect_between, travelled
from casedb.commands.cards import SMALLEST
from casedb.model.geometry import Point, Rect
from casedb.words import say


class DrawTool(State):
    """A tool whose drags draw a rectangle, once; what becomes of it, the tools say themselves.

    `drawing` is the hint while one draws, `too_small` the sentence for a sliver.
    """

    cursor = Qt.CursorShape.CrossCursor
    drawing = ""
    too_small = ""

    def __init__(self, board: Surface) -> None:
        super().__init__(board)
        self.is_spent = False

    def press(self, pointer: Pointer) -> State:
        if not self.board.may_change:
            self.board.explain(self.board.refusal)
            return self
        return Drawing(self.board, pointer, self)

    def common(self, at: Point) -> Rect:
        """The rectangle that a click alone makes."""
        raise NotImplementedError

    def make(self, rect: Rect) -> None:
        """Wish for what a rectangle becomes."""
        raise NotImplementedError


class Drawing(State):
    """A rectangle is being drawn."""

    reaches = True
    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, board: Surface, start: Pointer, tool: DrawTool) -> None:
        super().__init__(board)
        self.hint = tool.drawing
        self._tool = tool
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
            rect = self._tool.common(Point(self._start.x, self._start.y))
        # Put away before anything is asked for, which may last.
        self._tool.is_spent = True
        if min(rect.w, rect.h) >= SMALLEST:
            self._tool.make(rect)
        else:
            self.board.explain(say(self._tool.too_small))
        return self._tool

    def disturb(self) -> State:
        return self

    def cancel(self) -> State:
        self._aligner.end()
        self.board.overlay.outline = None
        self.board.refresh()
        return self._tool


def _spot(point: Point) -> Rect:
    return Rect(point.x, point.y, 0.0, 0.0)
