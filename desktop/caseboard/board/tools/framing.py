"""Framing: a rectangle is drawn that becomes a frame."""

from __future__ import annotations

from caseboard.board.tools.drawing import DrawTool
from casedb.model.geometry import Point, Rect
from casedb.words import term

FRAME_WIDTH, FRAME_HEIGHT = 480.0, 320.0
"""The size of a frame that is made by a click alone."""


class FrameTool(DrawTool):
    """The frame tool: a drag draws a frame around what lies there, a click makes one of common size."""

    hint = term("Drag a frame around what belongs together; a click makes one of common size")
    drawing = term("Let go to make the frame; Ctrl suspends snapping, Esc leaves")
    too_small = term("Too small for a frame; nothing was made.")

    def common(self, at: Point) -> Rect:
        return Rect(at.x, at.y, FRAME_WIDTH, FRAME_HEIGHT)

    def make(self, rect: Rect) -> None:
        self.board.wishes.frame_wanted(rect)
