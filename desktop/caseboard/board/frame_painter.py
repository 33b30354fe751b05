"""`FramePainter`: the titled areas of a board, below everything else."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from caseboard.board import levels
from caseboard.board.camera import View
from caseboard.board.scale_painter import ScalePainter
from caseboard.lettering import fount, set_lines
from caseboard.theme import Theme, board_radius, tokens
from casedb.model.geometry import Rect
from casedb.model.records import Frame, Scale
from casedb.model.visible_text import visible

OUTLINE = 0.6
DASH, GAP = 4, 3
MOST_LETTERS = 200


class FramePainter:
    """Paints frames with one theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._scales = ScalePainter(theme)

    def paint(
        self,
        painter: QPainter,
        view: View,
        frame: Frame,
        scale: Scale | None = None,
        *,
        is_vector: bool = False,
    ) -> None:
        """Paint a frame: a dashed outline with round corners, its title, and the time along it."""
        left, top, width, height = view.box(frame.rect)
        hair = max(1, round(view.ratio * self._theme.line_units))
        accent = frame.accent if self._theme.has(frame.accent) else ""
        corner = int(min(board_radius("frame") * view.scale, width / 2, height / 2))
        box = QRectF(left + hair / 2, top + hair / 2, width - hair, height - hair)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.tinted(accent or "frame", 0.06 if accent else 0.45))
        painter.drawRoundedRect(box, corner, corner)
        strength = 1.0 if self._theme.is_outlined else OUTLINE
        pen = QPen(self._theme.tinted(accent or "bd2", strength), hair)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if is_vector:
            pen.setDashPattern([DASH, GAP])
            painter.setPen(pen)
            painter.drawRoundedRect(box, corner, corner)
        else:
            painter.setPen(pen)
            _paint_corners(painter, box, corner)
            for dash in _dashes(QRect(left, top, width, height), corner, hair, view):
                painter.fillRect(dash, pen.color())
        if scale is not None:
            self._scales.paint(painter, view, frame, scale)
        self._paint_title(painter, view, frame, accent)

    def _paint_title(self, painter: QPainter, view: View, frame: Frame, accent: str) -> None:
        if view.zoom < levels.FRAME_TITLE_FROM:
            return
        of = fount(levels.readable_size(tokens().type_scale["small"], view.zoom), semibold=True)
        is_inside = view.zoom >= levels.FRAME_TITLE_INSIDE_FROM
        inset = 12.0 if is_inside else 2.0 / view.zoom
        room = max(frame.w - 2 * inset, levels.LEAST_FRAME_TITLE / view.zoom)
        words = " ".join(visible(frame.title[:MOST_LETTERS]).split())
        if not words:
            return
        text = set_lines(words, of, room)
        y = frame.y + 8 if is_inside else frame.y - of.pitch - 1 / view.zoom
        left, top, _, _ = view.box(Rect(frame.x + inset, y, text.width, text.height))
        painter.save()
        painter.translate(left, top)
        painter.scale(view.scale, view.scale)
        text.paint(painter, 0, 0, self._theme.colour(accent or "tx2"))
        painter.restore()


def _paint_corners(painter: QPainter, box: QRectF, corner: int) -> None:
    if not corner:
        return
    side = 2.0 * corner
    for start, x, y in (
        (90, box.left(), box.top()),
        (0, box.right() - side, box.top()),
        (270, box.right() - side, box.bottom() - side),
        (180, box.left(), box.bottom() - side),
    ):
        painter.drawArc(QRectF(x, y, side, side), start * 16, 90 * 16)


def _dashes(box: QRect, corner: int, hair: int, view: View) -> Iterator[QRect]:
    """The dashes of the straight edges that a view may show, on whole pixels.

    Qt's own dashes come out differently where a tile cuts the outline.
    """
    on, period = DASH * hair, (DASH + GAP) * hair
    left, top, right, bottom = box.x(), box.y(), box.x() + box.width(), box.y() + box.height()
    for start, stop, limit, lows, is_level in (
        (left + corner, right - corner, view.width, (top, bottom - hair), True),
        (top + corner, bottom - corner, view.height, (left, right - hair), False),
    ):
        skipped = max(0, -start // period)
        for low in lows:
            if not -hair < low < (view.height if is_level else view.width):
                continue
            for at in range(start + skipped * period, min(stop, limit), period):
                long = min(on, stop - at)
                yield QRect(at, low, long, hair) if is_level else QRect(low, at, hair, long)
