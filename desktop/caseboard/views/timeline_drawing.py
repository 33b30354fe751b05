"""`TimelineDrawing`: a line of time as it goes out: what is seen of time, with all lanes from top to bottom."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from caseboard.lettering import Lettering, fount, set_lines
from caseboard.mirror import mirrored
from caseboard.theme import Theme, tokens
from caseboard.views.timeline_axis import AxisSizes
from caseboard.views.timeline_camera import TimeCamera
from caseboard.views.timeline_chart import Chart
from caseboard.views.timeline_gaps import Gaps
from caseboard.views.timeline_heads import WIDTH
from caseboard.views.timeline_marks import NAMES, Marks
from caseboard.views.timeline_painter import Sheet
from caseboard.views.timeline_signs import paint_sign
from caseboard.views.timeline_sizes import Sizes
from caseboard.views.timeline_threads import Thread
from caseboard.views.timeline_whole import Room, WholePainter
from casedb.model.named_times import name_of_time
from casedb.words import say

LEAST_WIDTH = 1040.0
"""How wide the lanes are at the least, in units."""
SIGN, GAP = 18.0, 12.0


class TimelineDrawing:
    """What a line of time shows, drawn at 100 %, the selection left out."""

    credit = ""

    def __init__(
        self,
        marks: Marks,
        camera: TimeCamera,
        unit: float,
        *,
        folded: Collection[str],
        faded: frozenset[str],
        threads: Sequence[Thread],
        contradicted: Sequence[Thread],
        gaps: Gaps,
        way: Qt.LayoutDirection,
    ) -> None:
        """`camera` is that of a widget in which one unit is so many pixels."""
        wide = max(LEAST_WIDTH, camera.width / unit)
        self._camera = TimeCamera(camera.left, wide / camera.span, wide)
        # A page is as high as it needs to be.
        self._chart = self._laid_out(marks, folded, wide)
        self._faded, self._gaps, self._way = faded, gaps, way
        self._threads = threads, contradicted
        self._axis = AxisSizes().height
        self.width = WIDTH + wide
        self._legend = _Legend(marks, self.width, has_contradicted=bool(contradicted))
        self.height = self._axis + self._chart.height + self._legend.height
        is_seen = (marks.latest >= self._camera.left) & (marks.earliest <= self._camera.right)
        self.items = len(np.unique(marks.item[is_seen]))
        self.hidden = " · ".join(filter(None, self._left_out(marks)))

    def _laid_out(self, marks: Marks, folded: Collection[str], wide: float) -> Chart:
        """All titles whole, unless there are so many that fewer of them would be read then."""
        whole, plain = (
            Chart(
                marks,
                self._camera.scale,
                Sizes(),
                np.inf,
                folded,
                wide,
                has_whole_titles=is_whole,
            )
            for is_whole in (True, False)
        )
        is_as_good = whole.level_of == plain.level_of and not whole.has_more.any()
        return whole if is_as_good else plain

    def _left_out(self, marks: Marks) -> tuple[str, ...]:
        beyond, undated, off = len(marks.items) - self.items, len(marks.undated), marks.turned_off
        return (
            say("{n} item at other times", "{n} items at other times", n=beyond) if beyond else "",
            say("{n} without a date", "{n} without a date", n=undated) if undated else "",
            say("{n} with other times only", "{n} with other times only", n=off) if off else "",
        )

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Paint it, from (0, 0)."""
        high = self.height - self._legend.height
        whole = QRectF(0, 0, self.width, high)
        room = Room(whole, WIDTH, self._axis, self._way)
        sheet = Sheet(self._chart, self._camera, room.lanes_area)
        made = WholePainter(theme)
        made.paint(painter, sheet, room, self._gaps, *self._threads, self._faded)
        self._legend.paint(painter, theme, high, self._way)


class _Legend:
    """Below the lanes: which sign stands for which time. On the screen the tip of each mark says so."""

    def __init__(self, marks: Marks, width: float, *, has_contradicted: bool) -> None:
        self._of = fount(tokens().type_scale["tiny"])
        self._width = width
        self._shown: list[tuple[int, Lettering, float, float]] = []
        x, y = 0.0, GAP
        for name in map(int, np.unique(marks.name)):
            told = name_of_time(NAMES[name]) if name < len(NAMES) else say("Another time")
            text = set_lines(told, self._of, width - SIGN)
            wide = SIGN + text.width + 2 * GAP
            if x and x + wide > width:
                x, y = 0.0, y + 1.4 * self._of.pitch
            self._shown.append((name, text, x, y))
            x += wide
        said = say(
            "A bar reaches from the earliest to the latest; dashed, where it is in doubt or open."
        )
        if has_contradicted:
            more = say("A line with a warning sign says what came first, against the dates.")
            said = f"{said} {more}"
        self._said = set_lines(said, self._of, width, 2)
        self._low = y + 1.4 * self._of.pitch
        self.height = self._low + self._said.height + GAP

    def paint(self, painter: QPainter, theme: Theme, top: float, way: Qt.LayoutDirection) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink, whole = theme.colour("tx2"), QRectF(0, top, self._width, self.height)
        painter.fillRect(whole, theme.colour("surf"))
        for name, text, x, y in self._shown:
            sign = mirrored(QRectF(x, 0, SIGN, 0), whole, way).center().x()
            middle = top + y + self._of.pitch / 2
            paint_sign(painter, name, QPointF(sign, middle), 9, ink, theme.colour("surf"))
            at = mirrored(QRectF(x + SIGN, 0, text.width, 0), whole, way)
            text.paint(painter, at.left() - text.start, top + y, ink)
        at = mirrored(QRectF(4, 0, self._said.width, 0), whole, way)
        self._said.paint(painter, at.left() - self._said.start, top + self._low, ink)
        painter.restore()
