"""`OverlayPainter`: what lies over a line of time and is in no export: selection, hover, where the keys are."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from caseboard.lettering import fount, set_lines
from caseboard.mirror import mirrored
from caseboard.theme import Theme, tokens
from caseboard.views.timeline_painter import Sheet
from caseboard.views.timeline_sizes import Level
from casedb.model.time_rows import NO_ROOM
from casedb.words import say

MOST = 2_000
"""So many units are marked one by one; of more, those that come first."""


class OverlayPainter:
    """Paints it with one theme, at one scale of the interface."""

    def __init__(self, theme: Theme, unit: float = 1.0) -> None:
        self._theme, self._unit = theme, unit
        self._small = fount(round(tokens().type_scale["tiny"] * unit))
        self._body = fount(round(tokens().type_scale["body"] * unit))

    def paint(
        self,
        painter: QPainter,
        sheet: Sheet,
        selected: Sequence[int],
        hovered: int | None,
        entry: int | None,
    ) -> None:
        """Paint rings around selected items, the one below the pointer, and the mark of the keys."""
        painter.save()
        painter.setClipRect(sheet.area)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if hovered is not None and hovered not in selected:
            self._paint_items(painter, sheet, [hovered], self._theme.colour("bd2"), self._unit)
        ring = self._theme.ring
        self._paint_items(painter, sheet, selected, self._theme.colour("ac"), ring)
        if entry is not None:
            self._paint_current(painter, sheet, entry)
        painter.restore()

    def _paint_items(
        self, painter: QPainter, sheet: Sheet, rows: Sequence[int], colour: QColor, width: float
    ) -> None:
        chart = sheet.chart
        if not rows:
            return
        units = chart.units_of(np.array(rows, dtype=np.int64))[:MOST]
        left, right, top, bottom = sheet.seen()
        tops = chart.tops_of(units)
        is_seen = (tops <= bottom) & (tops + chart.sizes.row >= top)
        units, tops = units[is_seen], tops[is_seen]
        self._paint_joints(painter, sheet, units.tolist(), tops.tolist(), colour)
        is_seen = (chart.start[units] <= right) & (chart.reach[units] >= left)
        for unit, at in zip(units[is_seen].tolist(), tops[is_seen].tolist(), strict=True):
            self._paint_ring(painter, sheet, unit, at + sheet.drop, colour, width)

    def _paint_ring(
        self,
        painter: QPainter,
        sheet: Sheet,
        unit: int,
        top: float,
        colour: QColor,
        width: float,
    ) -> None:
        chart, sizes = sheet.chart, sheet.chart.sizes
        lane = int(chart.lane[unit])
        level = chart.level_of[lane]
        painter.setPen(QPen(colour, width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if level > Level.SIGNS or chart.row[unit] == NO_ROOM:
            # What is only counted has a pin at its place.
            x = float(chart.begin[unit]) + sizes.sign / 2 + sheet.shift
            bottom = float(chart.tops[lane + 1]) + sheet.drop
            low = float(chart.tops[lane]) + sheet.drop + 2 * self._unit
            painter.drawLine(QPointF(x, low), QPointF(x, bottom - 2 * self._unit))
            painter.setBrush(colour)
            painter.drawEllipse(QPointF(x, low + 3 * self._unit), 3 * self._unit, 3 * self._unit)
            return
        high = chart.height_of_row(lane)
        begin = max(float(chart.start[unit]) + sheet.shift, sheet.area.left() - 40 * self._unit)
        end = min(float(chart.reach[unit]) + sheet.shift, sheet.area.right() + 40 * self._unit)
        box = QRectF(begin, top, end - begin, high).adjusted(
            -3 * self._unit, self._unit, 0, -self._unit
        )
        corner = min(5 * self._unit, box.height() / 2)
        painter.drawRoundedRect(box, corner, corner)

    def _paint_joints(
        self,
        painter: QPainter,
        sheet: Sheet,
        units: Sequence[int],
        tops: Sequence[float],
        colour: QColor,
    ) -> None:
        """A thin line from one time of an item to its next, in the same lane."""
        chart = sheet.chart
        order = sorted(
            range(len(units)),
            key=lambda n: (
                int(chart.lane[units[n]]),
                int(chart.item[units[n]]),
                float(chart.begin[units[n]]),
            ),
        )
        painter.setPen(QPen(colour, self._unit))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        low, high_x = sheet.area.left() - 10, sheet.area.right() + 10
        for one, other in pairwise(order):
            first, second = units[one], units[other]
            if (chart.lane[first], chart.item[first]) != (chart.lane[second], chart.item[second]):
                continue
            if chart.level_of[int(chart.lane[first])] > Level.SIGNS:
                continue
            half = chart.height_of_row(int(chart.lane[first])) / 2
            begin = float(chart.reach[first]) + sheet.shift
            end = float(chart.start[second]) + sheet.shift - 3 * self._unit
            y, down = tops[one] + half + sheet.drop, tops[other] + half + sheet.drop
            turn = max(low, min(high_x, max(begin, end - 10 * self._unit)))
            begin, end = max(low, min(high_x, begin)), max(low, min(high_x, end))
            painter.drawPolyline(
                [QPointF(begin, y), QPointF(turn, y), QPointF(turn, down), QPointF(end, down)]
            )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _paint_current(self, painter: QPainter, sheet: Sheet, entry: int) -> None:
        """A ring around the mark that the keys are at."""
        mark = int(sheet.chart.marks.entry_mark[entry])
        x, y = sheet.chart.place_of(mark, entry)
        if not sheet.chart.is_point[mark]:
            x = float(sheet.chart.left[mark]) + sheet.chart.sizes.sign
        around = 9 * self._unit
        painter.setPen(QPen(self._theme.colour("focus"), self._theme.ring))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(x + sheet.shift, y + sheet.drop), around, around)

    def paint_corner(self, painter: QPainter, box: QRectF, way: Qt.LayoutDirection) -> None:
        """Paint the corner over the heads, which says by what clock the line runs."""
        theme, unit = self._theme, self._unit
        painter.fillRect(box, theme.colour("surf2"))
        edge = QRectF(box.right() - unit, box.top(), unit, box.height())
        painter.fillRect(mirrored(edge, box, way), theme.colour("bd"))
        line = QRectF(box.left(), box.bottom() - unit, box.width(), unit)
        painter.fillRect(line, theme.colour("bd"))
        text = set_lines(say("UTC, or as stated without a zone"), self._small, box.width() - 20, 2)
        at = mirrored(QRectF(box.left() + 10 * unit, 0, text.width, 0), box, way)
        text.paint(painter, at.left() - text.start, box.top() + 4 * unit, theme.colour("tx2"))

    def paint_note(self, painter: QPainter, area: QRectF, drawn: int, seen: int) -> None:
        """Paint how many threads are left out."""
        told = say("{n} of {all} threads are drawn. Look nearer for the others.", n=drawn, all=seen)
        text = set_lines(told, self._small, max(8.0, area.width() - 40 * self._unit))
        box = QRectF(0, 0, text.width + 16 * self._unit, text.height + 6 * self._unit)
        box.moveBottomLeft(area.bottomLeft() + QPointF(8 * self._unit, -8 * self._unit))
        painter.setPen(QPen(self._theme.colour("bd"), self._unit))
        painter.setBrush(self._theme.colour("surf"))
        painter.drawRoundedRect(box, 6 * self._unit, 6 * self._unit)
        text.paint(
            painter,
            box.left() + 8 * self._unit - text.start,
            box.top() + 3 * self._unit,
            self._theme.colour("tx2"),
        )

    def paint_sentence(self, painter: QPainter, box: QRectF, sentence: str) -> None:
        """Paint why there is nothing to see."""
        room = max(40.0, min(box.width() - 40 * self._unit, 460 * self._unit))
        text = set_lines(sentence, self._body, room, 6)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        text.paint(
            painter,
            box.center().x() - text.width / 2 - text.start,
            box.center().y() - text.height / 2,
            self._theme.colour("tx2"),
        )

    def paint_focus(self, painter: QPainter, box: QRectF) -> None:
        """Paint a frame where the keys are and there is nothing to walk to."""
        ring = self._theme.ring
        painter.setPen(QPen(self._theme.colour("focus"), ring))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(ring / 2, ring / 2, -ring / 2, -ring / 2))
