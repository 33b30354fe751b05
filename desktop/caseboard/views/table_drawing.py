"""`TableDrawing`: a table as it stands on paper."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from caseboard.lettering import fount, set_lines
from caseboard.theme import Theme, board_space, tokens
from casedb.words import say

MOST_ROWS = 1_000
"""Rows that are drawn; a table of all of them is what CSV is for."""
LEAST, MOST = 40.0, 260.0
"""Units of the width of a column."""
_LINES = 3


class TableDrawing:
    """Rows of texts below the names of their columns, each as wide as it needs to be; these are the first
    `of` so many."""

    def __init__(
        self,
        heads: Sequence[str],
        rows: Sequence[Sequence[str]],
        numbers: Sequence[bool],
        of: int,
        hidden: str = "",
    ) -> None:
        self.items = len(rows)
        self.credit = ""
        more = of - self.items
        told = say("{n} more row, not drawn", "{n} more rows, not drawn", n=more) if more else ""
        self.hidden = " · ".join(filter(None, (hidden, told)))
        self._numbers = numbers
        size = tokens().type_scale
        self._plain, self._head = fount(size["small"]), fount(size["small"], semibold=True)
        self._rows = [heads, *rows]
        gap = board_space("m")
        self._widths = [
            max(self._width(n, text) for n, text in enumerate(column)) + gap
            for column in zip(*self._rows, strict=True)
        ]
        self._heights = [self._height(n) for n in range(len(self._rows))]
        self.width, self.height = sum(self._widths) + gap, sum(self._heights) + gap

    def _width(self, row: int, text: str) -> float:
        of = self._head if row == 0 else self._plain
        return min(MOST, max(LEAST, of.metrics.horizontalAdvance(text[:200]) + 2))

    def _set(self, row: int, column: int):
        of = self._head if row == 0 else self._plain
        room = self._widths[column] - board_space("m")
        return set_lines(self._rows[row][column], of, room, _LINES)

    def _height(self, row: int) -> float:
        lines = (self._set(row, n).height for n, text in enumerate(self._rows[row]) if text)
        return max((self._plain.pitch, *lines)) + board_space("s")

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Paint it, from (0, 0)."""
        top, gap = board_space("s"), board_space("m")
        for row, height in enumerate(self._heights):
            left = float(gap)
            for column, text in enumerate(self._rows[row]):
                width = self._widths[column]
                if text:
                    lines = self._set(row, column)
                    at = left
                    if self._numbers[column]:
                        at = left + width - gap - lines.width
                    colour = theme.colour("tx2" if row == 0 else "tx")
                    lines.paint(painter, at, top + board_space("xs"), colour)
                left += width
            top += height
            painter.fillRect(QRectF(gap, top - 0.5, self.width - 2 * gap, 1), theme.colour("bd"))
