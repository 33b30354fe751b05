"""`Callouts`: the small numbers at cards that lead to the list of sources below a picture."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from caseboard.board import levels
from caseboard.board.camera import View
from caseboard.board.columns import Columns
from caseboard.lettering import Lettering, fount, set_lines
from caseboard.theme import Theme, tokens
from casedb.model.citations import shown_numbers

BESIDE, ABOVE = 5.0, 2.0
WIDEST = 180.0
"""How wide the numbers of a card may be at most, in board units."""
REACH = 60.0


class Callouts:
    """Paints the numbers that items cite at their cards, by the ids of the items."""

    def __init__(
        self, columns: Columns, numbers: Mapping[str, tuple[int, ...]], theme: Theme
    ) -> None:
        self._columns = columns
        self._numbers = numbers
        self._theme = theme

    def paint(self, painter: QPainter, view: View) -> None:
        """Paint those that a view shows; none where cards are too small to have one."""
        if not self._numbers or view.zoom < levels.TITLE_FROM:
            return
        size = levels.readable_size(tokens().type_scale["tiny"], view.zoom)
        of = fount(size, semibold=True)
        rows = self._columns.cards_in(view.world.grown(REACH / min(view.zoom, 1.0)))
        for row in self._columns.cards.stacked(rows).tolist():
            told = self._numbers.get(self._columns.item_of(row))
            if told is not None:
                text = set_lines(shown_numbers(told), of, WIDEST * size / 11)
                self._paint_one(painter, view, row, text)

    def _paint_one(self, painter: QPainter, view: View, row: int, text: Lettering) -> None:
        left, top, width, _ = view.box(self._columns.card_rect(row))
        painter.save()
        painter.translate(left + width, top)
        painter.scale(view.scale, view.scale)
        paint_number(painter, text, BESIDE, ABOVE, self._theme)
        painter.restore()


def paint_number(
    painter: QPainter, text: Lettering, right: float, below: float, theme: Theme
) -> None:
    """Paint a number in a lozenge that ends at the right of a point and begins above it."""
    high = text.height + 2 * ABOVE
    wide = max(high, text.width + 2 * BESIDE)
    box = QRectF(right - wide, below - high / 2, wide, high)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("surf"))
    painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), high / 2 + 1, high / 2 + 1)
    painter.setBrush(theme.colour("tx"))
    painter.drawRoundedRect(box, high / 2, high / 2)
    left = box.left() + (wide - text.width) / 2 - text.start
    text.paint(painter, left, box.top() + ABOVE, theme.colour("surf"))
