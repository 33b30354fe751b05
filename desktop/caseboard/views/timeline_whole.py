"""`WholePainter`: all of a line of time but what lies over it: axis, grid, lanes, threads, gaps, heads."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from caseboard.mirror import mirrored
from caseboard.theme import Theme
from caseboard.views.timeline_axis import AxisPainter
from caseboard.views.timeline_gaps import Gaps
from caseboard.views.timeline_heads import HeadPainter
from caseboard.views.timeline_overlay import OverlayPainter
from caseboard.views.timeline_painter import LanePainter, Sheet
from caseboard.views.timeline_thread_painter import ThreadPainter
from caseboard.views.timeline_threads import Thread


@dataclass(frozen=True, slots=True)
class Room:
    """How a box is divided: the axis above the lanes, and their heads at the side where reading begins."""

    whole: QRectF
    head: float
    axis: float
    way: Qt.LayoutDirection

    @property
    def lanes_area(self) -> QRectF:
        """Where the lanes are."""
        whole = self.whole
        wide, high = max(1.0, whole.width() - self.head), max(0.0, whole.height() - self.axis)
        return mirrored(QRectF(self.head, self.axis, wide, high), whole, self.way)

    @property
    def heads_area(self) -> QRectF:
        """Where the heads of the lanes are."""
        box = QRectF(0, self.axis, self.head, self.whole.height() - self.axis)
        return mirrored(box, self.whole, self.way)

    @property
    def axis_area(self) -> QRectF:
        """Where the axis is."""
        area = self.lanes_area
        return QRectF(area.left(), 0, area.width(), self.axis)

    @property
    def corner(self) -> QRectF:
        """What is over the heads, beside the axis."""
        return QRectF(self.heads_area.left(), 0, self.head, self.axis)


class WholePainter:
    """Paints it with one theme, at one scale of the interface."""

    def __init__(self, theme: Theme, unit: float = 1.0) -> None:
        self._theme = theme
        self.axis = AxisPainter(theme, unit)
        self.heads = HeadPainter(theme, unit)
        self.lanes = LanePainter(theme, unit)
        self.threads = ThreadPainter(theme, unit)
        self.overlay = OverlayPainter(theme, unit)
        self._unit = unit

    def paint(
        self,
        painter: QPainter,
        sheet: Sheet,
        room: Room,
        gaps: Gaps,
        threads: Sequence[Thread] = (),
        contradicted: Sequence[Thread] = (),
        faded: Collection[str] = (),
        lane: int | None = None,
        ratio: float | None = None,
    ) -> None:
        """Paint what is seen. `lane` is the one that the keys are in; `ratio` tells how many pixels of the
        screen one of the painter has, and nothing where vectors are wanted."""
        camera, axis = sheet.camera, room.axis_area
        painter.fillRect(room.whole, self._theme.colour("surf"))
        self.axis.paint_grid(painter, camera, sheet.area)
        self.axis.paint(painter, camera, axis)
        self.lanes.paint(painter, sheet, faded, ratio)
        drawn, seen = self.threads.paint(painter, sheet, threads, is_strong=ratio is None)
        self.threads.paint_contradicted(painter, sheet, contradicted, is_vector=ratio is None)
        if drawn < seen:
            self.overlay.paint_note(painter, sheet.area, drawn, seen)
        beyond = (0, 0)
        if ratio is not None:
            beyond = sheet.chart.marks.beyond(camera.left, camera.right)
        for gap in gaps.seen(camera, self._unit):
            self.axis.paint_gap(painter, camera, axis, sheet.area.bottom(), gap, beyond)
        self.axis.paint_ways(painter, axis, beyond)
        self.heads.paint(painter, sheet.chart, room.heads_area, sheet.scroll, room.way, lane)
        self.overlay.paint_corner(painter, room.corner, room.way)
