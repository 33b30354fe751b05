"""`HeadPainter`: the heads of lanes, which stay at the side: what a lane is, how much is in it, folded or not."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from caseboard.lettering import fount, set_lines
from caseboard.mirror import mirrored
from caseboard.theme import Theme, paint_icon, tokens
from caseboard.titles import shown_title
from caseboard.views.timeline_chart import Chart
from caseboard.views.timeline_sizes import Level
from caseboard.views.timeline_words import counted
from casedb.model.kinds import kind_of
from casedb.words import say

WIDTH = 200.0
"""How wide heads are, at 100 %."""

LEAST_NAME = 40.0
"""How much room a name has at the least, at 100 %, beside how much is in its lane."""


class HeadPainter:
    """Paints heads with one theme, at one scale of the interface."""

    def __init__(self, theme: Theme, unit: float = 1.0) -> None:
        self._theme, self._unit = theme, unit
        self._name = fount(round(tokens().type_scale["small"] * unit), semibold=True)
        self._small = fount(round(tokens().type_scale["tiny"] * unit))

    @property
    def width(self) -> float:
        """How wide the heads are."""
        return round(WIDTH * self._unit)

    def paint(
        self,
        painter: QPainter,
        chart: Chart,
        area: QRectF,
        scroll: float,
        way: Qt.LayoutDirection,
        current: int | None = None,
    ) -> None:
        """Paint all heads that are seen; `current` is the lane that the keys are in."""
        theme, unit = self._theme, self._unit
        painter.save()
        painter.setClipRect(area)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(area, theme.colour("surf2"))
        for lane in range(len(chart.marks.lanes)):
            top = float(chart.tops[lane]) - scroll + area.top()
            bottom = float(chart.tops[lane + 1]) - scroll + area.top()
            if bottom < area.top() or top > area.bottom():
                continue
            box = QRectF(area.left(), top, area.width(), bottom - top)
            if lane == current:
                painter.fillRect(box, theme.colour("acbg"))
            self._paint_head(painter, chart, lane, box, way, area.top())
            line = QRectF(area.left(), round(bottom) - unit, area.width(), unit)
            painter.fillRect(line, theme.colour("bd"))
        edge = QRectF(area.right() - unit, area.top(), unit, area.height())
        painter.fillRect(mirrored(edge, area, way), theme.colour("bd"))
        painter.restore()

    def _paint_head(
        self,
        painter: QPainter,
        chart: Chart,
        lane: int,
        box: QRectF,
        way: Qt.LayoutDirection,
        ceiling: float,
    ) -> None:
        theme, unit = self._theme, self._unit
        told = chart.marks.lanes[lane]
        level = chart.level_of[lane]
        # The head of a lane of which the top is out of sight stays as long as there is room.
        top = max(box.top(), min(ceiling, box.bottom() - chart.sizes.lane))
        middle = top + chart.sizes.lane / 2
        x = box.left() + 8 * unit
        sign = "chevron_right" if level is Level.FOLDED else "chevron_down"
        place = mirrored(QRectF(x, middle - 6 * unit, 12 * unit, 12 * unit), box, way)
        paint_icon(painter, sign, place, theme.colour("tx3"))
        x += 17 * unit
        if told.kind:
            kind = kind_of(told.kind)
            place = mirrored(QRectF(x, middle - 7 * unit, 14 * unit, 14 * unit), box, way)
            token = kind.accent if theme.has(kind.accent) else "note"
            paint_icon(painter, kind.icon, place, theme.colour(token))
            x += 20 * unit
        count = set_lines(counted(chart.marks.counts[lane]), self._small, 80 * unit)
        right = box.right() - 10 * unit
        room = right - count.width - 6 * unit - x
        if room < LEAST_NAME * unit:
            # What a lane is goes before how much is in it.
            room = right - x
        else:
            at = mirrored(QRectF(right - count.width, middle, count.width, 0), box, way)
            low = middle - count.height / 2
            count.paint(painter, at.left() - count.start, low, theme.colour("tx2"))
        lines = max(1, min(3, int((box.height() - 12 * unit) // self._name.pitch)))
        title = shown_title(told.title)
        widest = max(map(self._name.metrics.horizontalAdvance, title.split()), default=0.0)
        # A word is cut at its end rather than broken.
        name = set_lines(title, self._name, max(8.0, room), lines if widest <= room else 1)
        at = mirrored(QRectF(x, 0, name.width, 0), box, way)
        down = middle - self._name.pitch / 2
        name.paint(painter, at.left() - name.start, down, theme.colour("tx"))
        if level is Level.COLUMNS and lines > name.lines:
            most = int(chart.columns.most[lane])
            told = say("up to {n} together", n=most)
            more = set_lines(told, self._small, max(8.0, right - x))
            at = mirrored(QRectF(x, 0, more.width, 0), box, way)
            more.paint(painter, at.left() - more.start, down + name.height, theme.colour("tx2"))


def lane_under(chart: Chart, point: QPointF, area: QRectF, scroll: float) -> int | None:
    """The lane whose head is at a place."""
    if not area.contains(point):
        return None
    return chart.lane_at(point.y() - area.top() + scroll)
