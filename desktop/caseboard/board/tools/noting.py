"""Noting: a sticky note or plain text is put somewhere, and its words are written there at once."""

from __future__ import annotations

from caseboard.board.tools.drawing import DrawTool
from casedb.commands.cards import SMALLEST
from casedb.model.geometry import Point, Rect
from casedb.model.notes import ShownAs
from casedb.words import term

STICKY_WIDTH, STICKY_HEIGHT = 200.0, 120.0
TEXT_WIDTH = 320.0
"""The sizes of what is made by a click alone; how high text is, its words decide."""


class NoteTool(DrawTool):
    """The note tool: a click puts a sticky note there, a drag one of another size."""

    hint = term("Click where a sticky note is to be, or drag one of another size")
    drawing = term("Let go to write the note; Ctrl suspends snapping, Esc leaves")
    too_small = term("Too small for a note; nothing was made.")

    def common(self, at: Point) -> Rect:
        return Rect(at.x, at.y, STICKY_WIDTH, STICKY_HEIGHT)

    def make(self, rect: Rect) -> None:
        self.board.wishes.note_wanted(rect, ShownAs.STICKY)


class TextTool(DrawTool):
    """The text tool: a click begins text there, a drag says how wide it is."""

    hint = term("Click where text is to begin, or drag how wide it is to be")
    drawing = term("Let go to write the text; Ctrl suspends snapping, Esc leaves")
    too_small = term("Too narrow for text; nothing was made.")

    def common(self, at: Point) -> Rect:
        # The click is in the middle of the first line.
        return Rect(at.x, at.y - SMALLEST / 2, TEXT_WIDTH, SMALLEST)

    def make(self, rect: Rect) -> None:
        self.board.wishes.note_wanted(rect, ShownAs.TEXT)
