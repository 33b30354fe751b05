"""`LanePainter`: lanes of a line of time with their bars, signs, titles and columns, at one scale.

The same painter makes the screen and every export: vectors, and text as text.
"""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPen

from caseboard.lettering import fount, set_lines
from caseboard.theme import FADED, SHEET, Theme, tokens
from caseboard.views.timeline_camera import TimeCamera
from caseboard.views.timeline_chart import Chart
from caseboard.views.timeline_marks import Ints
from caseboard.views.timeline_signs import paint_picture, paint_sign
from caseboard.views.timeline_sizes import Level
from caseboard.views.timeline_words import counted
from casedb.model.kinds import kind_of
from casedb.model.time_lanes import LanesBy

WAY = 64.0
"""How wide the signs at the edges are at the most, at 100 %, that lead to what is not seen."""
STEP = 16
"""Titles within bars are cut to so many pixels, so that those once set are met again."""


class Sheet:
    """Where a chart is painted: `area` of what is seen of its lanes, and how far it is scrolled down.

    `shift` and `drop` lead from the places of the chart to those of the painter, across and down.
    """

    def __init__(self, chart: Chart, camera: TimeCamera, area: QRectF, scroll: float = 0.0) -> None:
        self.chart, self.camera, self.area, self.scroll = chart, camera, area, scroll
        self.shift = area.left() + (chart.marks.first - camera.left) * camera.scale
        self.drop = area.top() - scroll

    def seen(self) -> tuple[float, float, float, float]:
        """What of the chart is seen: left, right, top, bottom."""
        left = self.area.left() - self.shift
        return left, left + self.area.width(), self.scroll, self.scroll + self.area.height()


class LanePainter:
    """Paints lanes with one theme, at one scale of the interface."""

    def __init__(self, theme: Theme, unit: float = 1.0) -> None:
        self._theme, self._unit = theme, unit
        self._ratio: float | None = None
        self._text = fount(round(tokens().type_scale["small"] * unit))
        self._tiny = fount(round(tokens().type_scale["tiny"] * unit))

    def _accent(self, kind: str, ending: str = "") -> str:
        token = kind_of(kind).accent if kind else "tx3"
        return (token if self._theme.has(token) else "note") + ending

    def paint(
        self,
        painter: QPainter,
        sheet: Sheet,
        faded: Collection[str] = (),
        ratio: float | None = None,
    ) -> None:
        """Paint all that is seen of the lanes: in vectors, unless it is told how many pixels of the
        screen one of the painter has."""
        chart = sheet.chart
        self._ratio = ratio
        painter.save()
        painter.setClipRect(sheet.area)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_edges(painter, sheet)
        self._paint_columns(painter, sheet)
        marks, faded_rows = chart.marks, set[int]()
        if faded:
            faded_rows = {row for each in faded if (row := marks.row_of.get(each)) is not None}
        units = chart.units_in(*sheet.seen())
        tops = (chart.tops_of(units) + sheet.drop).tolist()
        for unit, top in zip(units.tolist(), tops, strict=True):
            is_faded = bool(faded_rows) and int(chart.item[unit]) in faded_rows
            self._paint_unit(painter, sheet, unit, top, is_faded=is_faded)
        self._paint_chips(painter, sheet)
        if ratio is not None:
            self._paint_ways(painter, sheet)
        painter.restore()

    def _paint_edges(self, painter: QPainter, sheet: Sheet) -> None:
        colour = self._theme.colour("bd")
        for bottom in (sheet.chart.tops[1:] + sheet.drop).tolist():
            if sheet.area.top() <= bottom <= sheet.area.bottom():
                line = QRectF(
                    sheet.area.left(), round(bottom) - self._unit, sheet.area.width(), self._unit
                )
                painter.fillRect(line, colour)

    # -- what lies together -------------------------------------------------------------------

    def _paint_unit(
        self, painter: QPainter, sheet: Sheet, unit: int, top: float, *, is_faded: bool
    ) -> None:
        """Paint what lies together of an item: bars, then signs, then its title."""
        chart, sizes = sheet.chart, sheet.chart.sizes
        marks = chart.marks
        lane = int(chart.lane[unit])
        level = chart.level_of[lane]
        high = chart.height_of_row(lane)
        ending = FADED if is_faded else ""
        dated = marks.dated[int(chart.item[unit])]
        accent = self._accent(dated.item.kind, ending)
        first = int(chart.first[unit])
        mine = marks.entry_mark[first : first + int(chart.count[unit])].tolist()
        for mark in mine:
            if not chart.is_point[mark]:
                self._paint_bar(painter, sheet, mark, QRectF(0, top, 0, high), accent)
        size = sizes.sign if level is Level.TITLES else 0.8 * sizes.sign
        middle = top + high / 2
        places = self._places_of_signs(sheet, mine)
        for mark, x in zip(mine, places, strict=True):
            at = QPointF(x, middle)
            name = int(marks.name[mark])
            if self._ratio is not None:
                paint_picture(painter, name, at, size, self._theme, accent, ending, self._ratio)
            else:
                ink = self._theme.colour(accent)
                paint_sign(painter, name, at, size, ink, self._theme.colour("surf" + ending))
        if level is Level.TITLES:
            self._paint_title(painter, sheet, unit, places, top, ending)

    def _places_of_signs(self, sheet: Sheet, mine: list[int]) -> list[float]:
        """Where the signs of some marks stand: those of bars beside those of points, which cannot give way."""
        chart, size = sheet.chart, sheet.chart.sizes.sign
        places = [self._place_of_sign(sheet, mark) for mark in mine]
        if len(mine) == 1:
            return places
        taken = [x for mark, x in zip(mine, places, strict=True) if chart.is_point[mark]]
        for n, mark in enumerate(mine):
            if chart.is_point[mark]:
                continue
            wanted, last = places[n], float(chart.right[mark]) + sheet.shift - size / 2
            for x in sorted(taken):
                if abs(x - wanted) < size and x + size <= last:
                    wanted = x + size
            places[n] = wanted
            taken.append(wanted)
        return places

    def _place_of_sign(self, sheet: Sheet, mark: int) -> float:
        """Where the sign of a mark stands: of a bar, at the beginning of what is seen of it."""
        chart, sizes = sheet.chart, sheet.chart.sizes
        if chart.is_point[mark]:
            return float(chart.left[mark] + chart.right[mark]) / 2 + sheet.shift
        left = float(chart.left[mark]) + sheet.shift
        right = float(chart.right[mark]) + sheet.shift
        if chart.marks.is_open_before[mark]:
            # The known end is what it hangs on.
            return right - sizes.sign
        inset = min((right - left) / 2, sizes.sign)
        return min(max(left, sheet.area.left()) + inset, right - inset)

    def _paint_title(
        self,
        painter: QPainter,
        sheet: Sheet,
        unit: int,
        signs: list[float],
        top: float,
        ending: str,
    ) -> None:
        chart, sizes = sheet.chart, sheet.chart.sizes
        right = float(chart.end[unit]) + sheet.shift
        if chart.leads_title[unit]:
            right, left = float(chart.begin[unit]) + sheet.shift - sizes.gap, -np.inf
            room = float(chart.title_room[unit]) + sizes.gap / 2
            if self._ratio is None:
                room = min(room, right - sheet.area.left())
        elif chart.holds_title[unit]:
            seen = [x for x in signs if x < sheet.area.right() - sizes.title] or signs[:1]
            left = max(*seen, sheet.area.left()) + sizes.sign / 2 + sizes.gap
            after = min([right, *(x - sizes.sign for x in signs if x > left)])
            room = STEP * ((after - sizes.gap - left) // STEP)
        else:
            left, room = right + sizes.gap, float(chart.title_room[unit]) + sizes.gap / 2
        if self._ratio is None and not chart.leads_title[unit]:
            # What is written as vectors is not cut off at the edge.
            room = min(room, sheet.area.right() - left)
        if room < 2 * STEP:
            return
        title = set_lines(chart.marks.dated[int(chart.item[unit])].title, self._text, room)
        down = top + (sizes.row - title.height) / 2
        left = max(left, right - title.width) if chart.leads_title[unit] else left
        title.paint(painter, left - title.start, down, self._theme.colour("tx" + ending))

    def _paint_bar(
        self, painter: QPainter, sheet: Sheet, mark: int, row: QRectF, accent: str
    ) -> None:
        """A span: full where it is stated to lie, ebbing away where it may reach or has no end."""
        chart, sizes, unit = sheet.chart, sheet.chart.sizes, self._unit
        marks, scale, shift = chart.marks, chart.scale, sheet.shift
        inset = 3 * unit if row.height() > sizes.low_row else unit
        top, high = row.top() + inset, row.height() - 2 * inset
        outer = float(chart.left[mark]) + shift, float(chart.right[mark]) + shift
        span = marks.times[mark].span
        inner = (
            (max(span.first, marks.first) - marks.first) * scale + shift
            if not marks.is_open_before[mark]
            else outer[0] + sizes.stub,
            (min(span.last, marks.last) - marks.first) * scale + shift
            if not marks.is_open_after[mark]
            else outer[1] - sizes.stub,
        )
        # What lies far outside is not told to the painter: some count in small numbers.
        beyond = 40 * unit if self._ratio is not None else 0.0
        left = max(outer[0], sheet.area.left() - beyond)
        right = min(outer[1], sheet.area.right() + beyond)
        if right <= left:
            return
        box = QRectF(left, top, max(right - left, unit), high)
        fill, line = self._theme.colour(SHEET + accent), self._theme.colour(accent)
        is_soft = inner[0] > outer[0] + unit or inner[1] < outer[1] - unit
        if not is_soft:
            painter.setPen(QPen(line, unit))
            painter.setBrush(fill)
        else:
            painter.setPen(QPen(line, unit, Qt.PenStyle.DashLine))
            ground = self._theme.colour("surf" + (FADED if accent.endswith(FADED) else ""))
            painter.setBrush(_ebbing(fill, ground, box, inner))
        corner = min(4 * unit, high / 2)
        painter.drawRoundedRect(
            box.adjusted(unit / 2, unit / 2, -unit / 2, -unit / 2), corner, corner
        )
        if is_soft:
            self._paint_ends(painter, sheet, mark, box, line)

    def _paint_ends(
        self, painter: QPainter, sheet: Sheet, mark: int, box: QRectF, line: QColor
    ) -> None:
        """An arrow where an end is open."""
        marks, unit = sheet.chart.marks, self._unit
        pen = QPen(line, 1.5 * unit)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        middle, half = box.center().y(), min(4 * unit, box.height() / 3)
        for is_open, tip, way in (
            (bool(marks.is_open_before[mark]), box.left() + 2 * unit, 1),
            (bool(marks.is_open_after[mark]), box.right() - 2 * unit, -1),
        ):
            if is_open:
                for side in (-half, half):
                    painter.drawLine(QPointF(tip, middle), QPointF(tip + way * half, middle + side))

    # -- what is counted ----------------------------------------------------------------------

    def _paint_columns(self, painter: QPainter, sheet: Sheet) -> None:
        chart, sizes = sheet.chart, sheet.chart.sizes
        bins = chart.columns
        left, right, top, bottom = sheet.seen()
        seen = np.flatnonzero(
            (bins.place * sizes.column <= right)
            & ((bins.place + 1) * sizes.column >= left)
            & (chart.tops[bins.lane] <= bottom)
            & (chart.tops[bins.lane + 1] >= top)
        )
        if not len(seen):
            return
        lanes = bins.lane[seen]
        room = chart.tops[lanes + 1] - chart.tops[lanes] - 2 * sizes.padding
        high = np.maximum(2 * self._unit, room * bins.count[seen] / bins.most[lanes])
        x = bins.place[seen] * sizes.column + sheet.shift
        y = chart.tops[lanes + 1] - sizes.padding - high + sheet.drop
        wide = sizes.column - self._unit
        brushes = self._brushes(chart, lanes)
        painter.setPen(Qt.PenStyle.NoPen)
        for lane, at, down, tall in zip(
            lanes.tolist(), x.tolist(), y.tolist(), high.tolist(), strict=True
        ):
            painter.fillRect(QRectF(at, down, wide, tall), brushes[lane])

    def _brushes(self, chart: Chart, lanes: Ints) -> dict[int, QBrush]:
        found: dict[int, QBrush] = {}
        for lane in dict.fromkeys(int(each) for each in lanes):
            told = chart.marks.lanes[lane].kind if chart.marks.by is LanesBy.KIND else ""
            found[lane] = QBrush(self._theme.tinted(self._accent(told), 0.8))
        return found

    def _paint_ways(self, painter: QPainter, sheet: Sheet) -> None:
        """In lanes of which nothing is seen: on which side there is how much."""
        left, right, _, _ = sheet.seen()
        for way, counts in zip((-1, 1), sheet.chart.beyond(left, right), strict=True):
            for lane in np.flatnonzero(counts).tolist():
                told = counted(int(counts[lane]))
                text = set_lines(f"‹ {told}" if way < 0 else f"{told} ›", self._tiny, WAY)
                top = float(sheet.chart.tops[lane]) + sheet.drop
                if top > sheet.area.bottom() or top + sheet.chart.sizes.lane < sheet.area.top():
                    continue
                inset = 8 * self._unit
                x = sheet.area.left() + inset
                if way > 0:
                    x = sheet.area.right() - inset - text.width
                down = top + (sheet.chart.sizes.lane - text.height) / 2
                text.paint(painter, x - text.start, down, self._theme.colour("tx3"))

    def _paint_chips(self, painter: QPainter, sheet: Sheet) -> None:
        """How many more there are where a lane has no row left."""
        chart, sizes, unit = sheet.chart, sheet.chart.sizes, self._unit
        left, right, top, bottom = sheet.seen()
        bins = chart.chips_in(left, right)
        seen = np.flatnonzero(
            (bins.place * sizes.chip <= right)
            & ((bins.place + 1) * sizes.chip >= left)
            & (chart.tops[bins.lane] <= bottom)
            & (chart.tops[bins.lane + 1] >= top)
        )
        for n in seen.tolist():
            lane = int(bins.lane[n])
            text = set_lines(f"+{counted(int(bins.count[n]))}", self._tiny, 2 * sizes.chip)
            x = int(bins.place[n]) * sizes.chip + sheet.shift
            base = float(chart.tops[lane + 1]) - sizes.padding - sizes.row + sheet.drop
            box = QRectF(
                x, base + 3 * unit, min(sizes.chip, text.width + 12 * unit), sizes.row - 6 * unit
            )
            painter.setPen(QPen(self._theme.colour("chipline"), unit))
            painter.setBrush(self._theme.colour("chip"))
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
            text.paint(
                painter,
                box.center().x() - text.width / 2 - text.start,
                box.center().y() - text.height / 2,
                self._theme.colour("tx2"),
            )


def width_of_title(title: str) -> float:
    """How wide a title is at 100 %."""
    return fount(tokens().type_scale["small"]).metrics.horizontalAdvance(title) + 2


def _ebbing(colour: QColor, ground: QColor, box: QRectF, inner: tuple[float, float]) -> QBrush:
    """A colour that is full between two places and that of the ground at the ends of a box: not clear,
    as not every form in which it is written knows that."""
    gradient = QLinearGradient(box.topLeft(), box.topRight())
    first = max(0.0, min(1.0, (inner[0] - box.left()) / box.width()))
    last = max(first, min(1.0, (inner[1] - box.left()) / box.width()))
    gradient.setColorAt(0.0, ground if first > 0 else colour)
    gradient.setColorAt(first, colour)
    gradient.setColorAt(last, colour)
    gradient.setColorAt(1.0, ground if last < 1 else colour)
    return QBrush(gradient)
