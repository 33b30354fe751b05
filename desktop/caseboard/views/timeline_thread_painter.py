"""`ThreadPainter`: threads as thin curves between marks, in the colour and the dashes of their type."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from caseboard.glyphs import DASHES, SHAPES, Floats
from caseboard.theme import Theme, icon, paint_icon
from caseboard.views.timeline_painter import Sheet
from caseboard.views.timeline_threads import Thread
from casedb.model.link_types import Glyph, link_type

GLYPH = 8.0
SIGN = 13.0
RISE = 26.0
"""How high a thread between marks of one row rises, in pixels at 100 %."""
MOST = 300
"""More threads than this are never painted at once: nobody could follow them."""
MOST_CONTRADICTED = 50
FAR = 4_000.0
"""Ends that lie further outside are drawn no further: some painters count in small numbers."""


class ThreadPainter:
    """Paints threads with one theme, at one scale of the interface."""

    def __init__(self, theme: Theme, unit: float = 1.0) -> None:
        self._theme, self._unit = theme, unit

    def paint(
        self, painter: QPainter, sheet: Sheet, threads: Sequence[Thread], *, is_strong: bool
    ) -> tuple[int, int]:
        """Paint those of some threads that are seen: how many were painted, and how many are seen."""
        if not threads:
            return 0, 0
        chosen, places, seen = self._chosen(sheet, threads)
        painter.save()
        painter.setClipRect(sheet.area)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for n, (x, y, to_x, to_y) in zip(chosen, places, strict=True):
            ends = QPointF(x, y), QPointF(to_x, to_y)
            self._paint(painter, threads[n], *ends, is_strong=is_strong)
        painter.restore()
        return len(chosen), seen

    def paint_contradicted(
        self, painter: QPainter, sheet: Sheet, threads: Sequence[Thread], *, is_vector: bool
    ) -> None:
        """Paint links that the dates contradict: each in the colour of errors, with a sign in its middle."""
        if not threads:
            return
        chosen, places, _ = self._chosen(sheet, threads, MOST_CONTRADICTED)
        colour, side = self._theme.colour("err"), SIGN * self._unit
        painter.save()
        painter.setClipRect(sheet.area)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for n, (x, y, to_x, to_y) in zip(chosen, places, strict=True):
            ends = QPointF(x, y), QPointF(to_x, to_y)
            middle = self._paint(painter, threads[n], *ends, is_strong=True, colour=colour)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("surf"))
            painter.drawEllipse(middle, 0.65 * side, 0.65 * side)
            box = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
            if is_vector:
                paint_icon(painter, "warning", box, colour)
            else:
                # On the screen as a picture that is made once: many are seen at a time.
                icon("warning", self._theme, "err", round(SIGN)).paint(painter, box.toRect())
        painter.restore()

    def _chosen(
        self, sheet: Sheet, threads: Sequence[Thread], most: int = MOST
    ) -> tuple[list[int], list[tuple[float, float, float, float]], int]:
        """Which threads are painted, and from where to where: of many, those of which most is seen."""
        area = sheet.area
        shift = np.array([sheet.shift, sheet.drop])
        first = sheet.chart.places_of(np.array([each.start for each in threads])) + shift
        last = sheet.chart.places_of(np.array([each.end for each in threads])) + shift
        low, high = np.minimum(first, last), np.maximum(first, last)
        is_seen = (
            (high[:, 0] >= area.left())
            & (low[:, 0] <= area.right())
            & (high[:, 1] >= area.top())
            & (low[:, 1] <= area.bottom())
        )
        rows = np.flatnonzero(is_seen)
        seen = len(rows)
        if seen > most:
            beyond = np.maximum(area.left() - low[rows, 0], 0) + np.maximum(
                high[rows, 0] - area.right(), 0
            )
            length = np.abs(high[rows] - low[rows]).sum(axis=1)
            rows = np.sort(rows[np.lexsort((length, beyond))[:most]])
        for ends in (first, last):
            ends[:, 0] = np.clip(ends[:, 0], area.left() - FAR, area.right() + FAR)
        places = np.concatenate((first[rows], last[rows]), axis=1)
        return rows.tolist(), [(a, b, c, d) for a, b, c, d in places.tolist()], seen

    def _paint(
        self,
        painter: QPainter,
        thread: Thread,
        start: QPointF,
        end: QPointF,
        *,
        is_strong: bool,
        colour: QColor | None = None,
    ) -> QPointF:
        """Paint a thread, in the colour of its type unless it is told another; where its middle is."""
        kind, unit = link_type(thread.link.type), self._unit
        token = kind.accent if self._theme.has(kind.accent) else "der"
        if colour is None:
            colour = self._theme.colour(token) if is_strong else self._theme.tinted(token, 0.6)
        width = (1.6 if is_strong else 1.0) * unit
        first, second = _handles(start, end, RISE * unit)
        away = 7 * unit
        start, end = _shifted(start, first, away), _shifted(end, second, away)
        path = QPainterPath(start)
        path.cubicTo(first, second, end)
        pen = QPen(colour, width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        certainty = thread.link.values.text("certainty")
        dashes = DASHES.get((kind.dash, certainty), DASHES[kind.dash, ""])
        if dashes:
            pen.setDashPattern([each * unit / width for each in dashes])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen)
        painter.drawPath(path)
        self._paint_end(painter, kind.end_glyph, second, end, colour, width)
        self._paint_end(painter, kind.start_glyph, first, start, colour, width)
        return path.pointAtPercent(0.5)

    def _paint_end(
        self,
        painter: QPainter,
        glyph: Glyph,
        before: QPointF,
        tip: QPointF,
        colour: QColor,
        width: float,
    ) -> None:
        shape, size = SHAPES[glyph], GLYPH * self._unit
        away = math.hypot(tip.x() - before.x(), tip.y() - before.y()) or 1.0
        along = np.array([(tip.x() - before.x()) / away, (tip.y() - before.y()) / away])
        at = np.array([tip.x(), tip.y()])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for part in shape.filled:
            painter.drawPolygon(_polygon(shape.placed(part, at, along, size)))
        painter.setPen(QPen(colour, 1.2 * width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for part in shape.lines:
            painter.drawPolyline(_polygon(shape.placed(part, at, along, size)))


def _handles(start: QPointF, end: QPointF, rise: float) -> tuple[QPointF, QPointF]:
    """The control points of a curve: an arc over a row, else down and across in one sweep."""
    across, down = end.x() - start.x(), end.y() - start.y()
    if abs(down) < rise / 2:
        lift = min(rise, abs(across) / 3 + rise / 3)
        return (
            QPointF(start.x() + across / 4, start.y() - lift),
            QPointF(end.x() - across / 4, end.y() - lift),
        )
    reach = max(abs(across) / 2, rise) * (1 if across >= 0 else -1)
    if abs(across) < 2 * rise:
        return (
            QPointF(start.x() + across / 6, start.y() + down / 3),
            QPointF(end.x() - across / 6, end.y() - down / 3),
        )
    return QPointF(start.x() + reach, start.y() + down / 8), QPointF(
        end.x() - reach, end.y() - down / 8
    )


def _shifted(point: QPointF, towards: QPointF, by: float) -> QPointF:
    away = math.hypot(towards.x() - point.x(), towards.y() - point.y())
    if away <= by:
        return QPointF(point)
    return point + (towards - point) * (by / away)


def _polygon(points: Floats) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points.tolist()])
