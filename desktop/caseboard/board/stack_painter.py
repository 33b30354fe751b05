"""`StackPainter`: a collapsed frame, as a pile of sheets with the frame's title and how much is in it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from caseboard.board import levels
from caseboard.board.levels import Level
from caseboard.lettering import fount, set_lines
from caseboard.theme import Theme, board_radius, paint_icon, tokens
from casedb.model.records import Frame
from casedb.model.visible_text import visible
from casedb.words import say

SHEETS = ((14.0, 0.0), (7.0, 5.0))
"""How much narrower on each side, and how far above the lower edge, the sheets below end."""
LIFT = 10.0
"""How far above the lower edge the topmost sheet ends."""
INSET, STRIPE, SIGN = 14.0, 4.0, 16.0
MOST_LETTERS = 200


class StackPainter:
    """Paints collapsed frames with one theme, in board units with the corner at the origin."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def paint(
        self,
        painter: QPainter,
        frame: Frame,
        cards: int,
        size: tuple[float, float],
        zoom: float,
        level: Level,
    ) -> None:
        """Paint one with so many cards in it, `size` wide and high."""
        width, height = size
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for inset, rise in SHEETS:
            self._paint_sheet(
                painter, QRectF(inset, 8, width - 2 * inset, height - rise - 8), "surf2"
            )
        top = QRectF(0, 0, width, height - LIFT)
        self._paint_sheet(painter, top, "surf")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._accent(frame))
        painter.drawRoundedRect(QRectF(0, 0, STRIPE, top.height()), STRIPE / 2, STRIPE / 2)
        self._paint_words(painter, frame, cards, top, zoom, level)

    def _paint_sheet(self, painter: QPainter, box: QRectF, token: str) -> None:
        corner = min(float(board_radius("card")), box.height() / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("bd2"))
        painter.drawRoundedRect(box, corner, corner)
        painter.setBrush(self._theme.colour(token))
        line = self._theme.line_units
        inside = box.adjusted(line, line, -line, -line)
        painter.drawRoundedRect(inside, corner - line, corner - line)

    def _paint_words(
        self, painter: QPainter, frame: Frame, cards: int, top: QRectF, zoom: float, level: Level
    ) -> None:
        scale = tokens().type_scale
        title = " ".join(visible(frame.title[:MOST_LETTERS]).split()) or say("Frame")
        room = top.width() - 2 * INSET - SIGN
        large = fount(levels.readable_size(scale["body"], zoom), semibold=True)
        small = fount(levels.readable_size(scale["small"], zoom))
        heading = set_lines(title, large, room)
        if level is not Level.FULL:
            heading.paint(
                painter, INSET, (top.height() - heading.height) / 2, self._theme.colour("tx")
            )
            return
        told = set_lines(say("{n} card", "{n} cards", n=cards), small, room)
        above = (top.height() - heading.height - told.height) / 2
        heading.paint(painter, INSET, above, self._theme.colour("tx"))
        told.paint(painter, INSET, above + heading.height, self._theme.colour("tx3"))
        sign = QRectF(top.width() - INSET - SIGN, (top.height() - SIGN) / 2, SIGN, SIGN)
        paint_icon(painter, "lock" if frame.locked else "frame", sign, self._theme.colour("tx3"))

    def _accent(self, frame: Frame) -> QColor:
        return self._theme.colour(frame.accent if self._theme.has(frame.accent) else "tx3")
