"""`ChoiceBox`: a list of answers that drops down, with an arrow of the house."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent

from caseboard.dialogs.present_theme import present_theme
from caseboard.dropped_list import ListBox
from caseboard.mirror import mirrored
from caseboard.scale import px
from caseboard.theme import paint_icon, space

_ARROW = 16


class ChoiceBox(ListBox):
    """The style sheet leaves no arrow; without one it would look like a field to write in."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme, side = present_theme(), px(_ARROW)
        box = QRectF(self.width() - side - space("s"), (self.height() - side) / 2, side, side)
        painter = QPainter(self)
        token = "tx2" if self.isEnabled() else "off"
        place = mirrored(box, QRectF(self.rect()), self.layoutDirection())
        paint_icon(painter, "chevron_down", place, theme.colour(token))
        painter.end()
