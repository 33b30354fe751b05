"""`TimelineDrawing`: a line of time as it goes out: what is seen of time, with all lanes from top to bottom."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from caseboard.theme import Theme
from caseboard.views.timeline_axis import AxisSizes
from caseboard.views.timeline_camera import TimeCamera
from caseboard.views.timeline_chart import Chart
from caseboard.views.timeline_gaps import Gaps
from caseboard.views.timeline_heads import WIDTH
from caseboard.views.timeline_marks import Marks
from caseboard.views.timeline_painter import Sheet
from caseboard.views.timeline_sizes import Sizes
from caseboard.views.timeline_threads import Thread
from caseboard.views.timeline_whole import Room, WholePainter
from casedb.words import say

LEAST_WIDTH = 640.0
"""How wide the lanes are at the least, in units."""


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
        gaps: Gaps,
        way: Qt.LayoutDirection,
    ) -> None:
        """`camera` is that of a widget in which one unit is so many pixels."""
        wide = max(LEAST_WIDTH, camera.width / unit)
        self._camera = TimeCamera(camera.left, wide / camera.span, wide)
        self._chart = Chart(marks, self._camera.scale, Sizes(), 0.0, folded)
        self._faded, self._threads, self._gaps, self._way = faded, threads, gaps, way
        self._axis = AxisSizes().height
        self.width = WIDTH + wide
        self.height = self._axis + self._chart.height
        is_seen = (marks.latest >= self._camera.left) & (marks.earliest <= self._camera.right)
        self.items = len(np.unique(marks.item[is_seen]))
        self.hidden = " · ".join(filter(None, self._left_out(marks)))

    def _left_out(self, marks: Marks) -> tuple[str, ...]:
        beyond, undated, off = len(marks.items) - self.items, len(marks.undated), marks.turned_off
        return (
            say("{n} item at other times", "{n} items at other times", n=beyond) if beyond else "",
            say("{n} without a date", "{n} without a date", n=undated) if undated else "",
            say("{n} with other times only", "{n} with other times only", n=off) if off else "",
        )

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Paint it, from (0, 0)."""
        whole = QRectF(0, 0, self.width, self.height)
        room = Room(whole, WIDTH, self._axis, self._way)
        sheet = Sheet(self._chart, self._camera, room.lanes_area)
        made = WholePainter(theme)
        made.paint(painter, sheet, room, self._gaps, self._threads, self._faded)
