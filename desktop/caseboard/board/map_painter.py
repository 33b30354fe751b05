"""How the map of a board looks on a card that stands for it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from caseboard.board.marks import Map
from caseboard.theme import Theme, space
from casedb.model.geometry import Rect

LEAST = 1.5
"""Hairlines that a card of the board is wide and high at least, so that it can be seen."""
NEAREST = 0.16
"""Card units for a unit of the board, at the most: few cards do not fill the map."""


def paint_map(painter: QPainter, mark: Map, theme: Theme, hair: float) -> None:
    """Paint a board into a box; `hair` is the thickness of a line in the box's units."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.fillRect(mark.box.adjusted(hair, 0, -hair, 0), theme.colour("bg"))
    extent = mark.board.extent
    if extent is not None:
        place = _Placing(mark.box, extent, LEAST * hair)
        for frame in mark.board.frames:
            painter.fillRect(place.of(frame), theme.colour("bd"))
            inner = place.of(frame).adjusted(hair, hair, -hair, -hair)
            painter.fillRect(inner, theme.colour("frame"))
        for card, accent in mark.board.cards:
            colour = theme.colour(accent if theme.has(accent) else "tx3")
            painter.fillRect(place.of(card), colour)
    foot = QRectF(mark.box.left() + hair, mark.box.bottom() - hair, mark.box.width(), hair)
    painter.fillRect(foot.adjusted(0, 0, -2 * hair, 0), theme.colour("bd"))


class _Placing:
    """Where things of a board lie in a box that shows all of it."""

    def __init__(self, box: QRectF, extent: Rect, least: float) -> None:
        margin = min(float(space("s")), box.width() / 8, box.height() / 8)
        room = box.adjusted(margin, margin, -margin, -margin)
        # A board may be a single point wide, in a file from elsewhere.
        scales = room.width() / max(extent.w, 1.0), room.height() / max(extent.h, 1.0)
        self._scale = min(*scales, NEAREST)
        self._left = room.center().x() - extent.w * self._scale / 2
        self._top = room.center().y() - extent.h * self._scale / 2
        self._extent, self._least = extent, least

    def of(self, rect: Rect) -> QRectF:
        left = self._left + (rect.x - self._extent.x) * self._scale
        top = self._top + (rect.y - self._extent.y) * self._scale
        width, height = (max(self._least, side * self._scale) for side in (rect.w, rect.h))
        return QRectF(left, top, width, height)
