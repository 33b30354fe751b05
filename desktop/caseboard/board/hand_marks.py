"""`HandMarks`: what shows while the hand draws, moves or holds something; it is in no export."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen, QPolygonF

from caseboard.board.camera import Camera
from caseboard.board.snapping import Axis, Gap, Guide
from caseboard.board.string_grips import Hold, StringGrip
from caseboard.theme import Theme, board_radius
from casedb.model.geometry import Point, Rect

FILL = 0.10
END_GRIP, BEND_GRIP, PIECE_GRIP = 5.0, 5.0, 3.5
BEYOND = 8.0
"""How far a guide reaches beyond what it joins, in pixels."""
TICK = 4.0


class HandMarks:
    """Paints with one theme, in device-independent pixels of the screen."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def paint_marquee(self, painter: QPainter, camera: Camera, marquee: Rect) -> None:
        """A rectangle that selects."""
        painter.fillRect(_box(camera, marquee), self._theme.tinted("ac", FILL))
        self._line(painter)
        painter.drawRect(_box(camera, marquee))

    def paint_outline(self, painter: QPainter, camera: Camera, outline: Rect) -> None:
        """A rectangle that becomes a frame or a card."""
        painter.setBrush(self._theme.tinted("ac", FILL))
        painter.setPen(QPen(self._theme.colour("ac"), 1.5, Qt.PenStyle.DashLine))
        box = _box(camera, outline)
        corner = min(board_radius("frame") * camera.zoom, box.width() / 2, box.height() / 2)
        painter.drawRoundedRect(box, corner, corner)

    def paint_lasso(self, painter: QPainter, camera: Camera, line: Sequence[Point]) -> None:
        """A line around things, its ends joined."""
        shape = QPolygonF([QPointF(*camera.to_screen(point)) for point in line])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.tinted("ac", FILL))
        painter.drawPolygon(shape, Qt.FillRule.OddEvenFill)
        self._line(painter)
        painter.drawPolyline(shape)
        painter.setPen(QPen(self._theme.colour("ac"), 1, Qt.PenStyle.DotLine))
        painter.drawLine(shape.last(), shape.first())

    def paint_snaps(self, painter: QPainter, camera: Camera, snaps: Iterable[Guide | Gap]) -> None:
        """Lines along which edges or middles agree, and gaps that are equal."""
        # On whole pixels, as thin lines would melt into the board else.
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(self._theme.colour("guide"), 1))
        for snap in snaps:
            if isinstance(snap, Guide):
                painter.drawLine(
                    _along(camera, snap.axis.other, snap.low, snap.high, snap.at, BEYOND)
                )
            else:
                self._paint_gap(painter, camera, snap)
        painter.restore()

    def _paint_gap(self, painter: QPainter, camera: Camera, gap: Gap) -> None:
        line = _along(camera, gap.axis, gap.low, gap.high, gap.at, 0.0)
        tick = QPointF(0, TICK) if gap.axis is Axis.ACROSS else QPointF(TICK, 0)
        painter.drawLine(line)
        for end in (line.p1(), line.p2()):
            painter.drawLine(QLineF(end - tick, end + tick))

    def paint_grips(self, painter: QPainter, grips: Iterable[StringGrip]) -> None:
        """What a string can be taken by: full where it bends, small where it could."""
        accent, ground = self._theme.colour("ac"), self._theme.colour("surf")
        for grip in grips:
            at = QPointF(*grip.at)
            if grip.hold is Hold.PIECE:
                painter.setPen(QPen(accent, 1.2))
                painter.setBrush(QBrush(ground))
                painter.drawEllipse(at, PIECE_GRIP, PIECE_GRIP)
            elif grip.hold is Hold.BEND:
                painter.setPen(QPen(ground, 1.5))
                painter.setBrush(QBrush(accent))
                painter.drawEllipse(at, BEND_GRIP, BEND_GRIP)
            else:
                painter.setPen(QPen(accent, 1.5))
                painter.setBrush(QBrush(ground))
                size = END_GRIP
                painter.drawRect(QRectF(at.x() - size, at.y() - size, 2 * size, 2 * size))

    def _line(self, painter: QPainter) -> None:
        painter.setPen(QPen(self._theme.colour("ac"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)


def _along(camera: Camera, axis: Axis, low: float, high: float, at: float, beyond: float) -> QLineF:
    """A line along an axis, in whole pixels of the screen."""
    ends = [Point(low, at), Point(high, at)]
    if axis is Axis.DOWN:
        ends = [Point(at, low), Point(at, high)]
    first, last = (camera.to_screen(end) for end in ends)
    more = (beyond, 0.0) if axis is Axis.ACROSS else (0.0, beyond)
    return QLineF(
        round(first.x - more[0]),
        round(first.y - more[1]),
        round(last.x + more[0]),
        round(last.y + more[1]),
    )


def _box(camera: Camera, rect: Rect) -> QRectF:
    return QRectF(*camera.rect_to_screen(rect))
