"""What every painted control of the inspector shares: the theme, ground, ring and marks."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPen, QPolygonF

from caseboard.theme import Theme, paint_icon, radius, space


class Look:
    """The theme that the inspector wears now; controls ask at every painting."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme


def paint_ground(
    painter: QPainter, box: QRectF, look: Look, token: str, corner: float | None = None
) -> None:
    """Fill a rounded box with the colour of a token."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.theme.colour(token))
    corner = radius("control") if corner is None else corner
    painter.drawRoundedRect(box, corner, corner)


def paint_chip(painter: QPainter, box: QRectF, look: Look, corner: float) -> None:
    """Fill a rounded box as the ground of a few words that belong together, with its line."""
    line = look.theme.line
    inside = box.adjusted(line / 2, line / 2, -line / 2, -line / 2)
    painter.setPen(QPen(look.theme.colour("chipline"), line))
    painter.setBrush(look.theme.colour("chip"))
    painter.drawRoundedRect(inside, corner - line / 2, corner - line / 2)


def paint_ring(painter: QPainter, box: QRectF, look: Look, corner: float | None = None) -> None:
    """Draw the ring of the focus just inside a box."""
    ring = look.theme.ring
    inside = box.adjusted(ring / 2, ring / 2, -ring / 2, -ring / 2)
    painter.setPen(QPen(look.theme.colour("focus"), ring))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    corner = radius("control") if corner is None else corner
    painter.drawRoundedRect(inside, corner, corner)


def paint_tick(
    painter: QPainter,
    box: QRectF,
    look: Look,
    *,
    is_on: bool,
    is_lit: bool = False,
    is_enabled: bool = True,
) -> None:
    """Draw a box that is ticked or not."""
    if is_on:
        paint_ground(painter, box, look, "ac" if is_enabled else "off", space("xs"))
        paint_mark(painter, "check", box.adjusted(1, 1, -1, -1), look, "actx")
        return
    painter.setPen(QPen(look.theme.colour("tx2" if is_lit else "bd2"), look.theme.line))
    painter.setBrush(look.theme.colour("surf"))
    painter.drawRoundedRect(box, space("xs"), space("xs"))


def paint_mark(painter: QPainter, name: str, box: QRectF, look: Look, token: str) -> None:
    """Draw an icon, or one of the marks `for` and `against`: a triangle up or down."""
    if name not in ("for", "against"):
        paint_icon(painter, name, box, look.theme.colour(token))
        return
    middle, half, height = box.center(), box.width() * 0.36, box.width() * 0.62
    tip = -height / 2 if name == "for" else height / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.theme.colour(token))
    painter.drawPolygon(
        QPolygonF(
            [
                QPointF(middle.x() - half, middle.y() - tip),
                QPointF(middle.x(), middle.y() + tip),
                QPointF(middle.x() + half, middle.y() - tip),
            ]
        )
    )


def came_by_keyboard(event: QFocusEvent) -> bool:
    """Whether the focus came in a way after which its ring must be seen."""
    reason = Qt.FocusReason
    return event.reason() in (
        reason.TabFocusReason,
        reason.BacktabFocusReason,
        reason.ShortcutFocusReason,
        reason.ActiveWindowFocusReason,
    )
