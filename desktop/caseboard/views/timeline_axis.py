"""`AxisPainter`: the names of years, months, days and hours above a line of time, and its grid."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen

from caseboard.lettering import Lettering, fount, set_lines
from caseboard.theme import Theme, tokens
from caseboard.time_marks import Ruler, Stretch, ruler
from caseboard.views.timeline_camera import TimeCamera, moment_of, second_of
from caseboard.views.timeline_words import length_in_words
from casedb.model.time_gaps import Gap
from casedb.words import say

LEAST_APART = 62.0
"""Pixels of a fine part of time, at least."""
WIDEST = 600.0


@dataclass(frozen=True, slots=True)
class AxisSizes:
    """How high the rows of an axis are: of coarse parts, of fine ones, of gaps."""

    unit: float = 1.0

    @property
    def coarse(self) -> float:
        return 20 * self.unit

    @property
    def fine(self) -> float:
        return 20 * self.unit

    @property
    def gaps(self) -> float:
        return 18 * self.unit

    @property
    def height(self) -> float:
        return self.coarse + self.fine + self.gaps


def ruler_of(camera: TimeCamera, unit: float) -> Ruler:
    """The parts of time that are named, as seen by a camera."""
    most = max(1, int(camera.width / (LEAST_APART * unit)))
    return ruler(moment_of(camera.left), moment_of(max(camera.right, camera.left + 1)), most)


class AxisPainter:
    """Paints axis and grid with one theme, at one scale of the interface."""

    def __init__(self, theme: Theme, unit: float = 1.0) -> None:
        self._theme, self._unit = theme, unit
        self.sizes = AxisSizes(unit)
        size = round(tokens().type_scale["tiny"] * unit)
        self._plain, self._strong = fount(size), fount(size, semibold=True)

    def paint_grid(self, painter: QPainter, camera: TimeCamera, area: QRectF) -> None:
        """Paint the beginnings of all parts of time into an area."""
        parts = ruler_of(camera, self._unit)
        # Where lines are strong, text must be read across them.
        most = 1.0 if self._theme.line_units <= 1 else 0.5
        for stretches, strength in ((parts.fine, 0.55), (parts.coarse or parts.fine, 1.0)):
            colour = self._theme.tinted("bd", strength * most)
            for each in stretches:
                x = camera.x_of(second_of(each.first))
                if 0 <= x <= area.width():
                    painter.fillRect(
                        QRectF(area.left() + round(x), area.top(), self._unit, area.height()),
                        colour,
                    )

    def paint(self, painter: QPainter, camera: TimeCamera, area: QRectF) -> None:
        """Paint the names of parts of time into an area."""
        theme, sizes = self._theme, self.sizes
        painter.save()
        painter.setClipRect(area)
        painter.fillRect(area, theme.colour("surf2"))
        parts = ruler_of(camera, self._unit)
        top = area.top()
        if parts.coarse:
            self._paint_row(painter, camera, area, top, parts.coarse, is_coarse=True)
            top += sizes.coarse
        else:
            top += sizes.coarse / 2
        self._paint_row(painter, camera, area, top, parts.fine, is_coarse=not parts.coarse)
        painter.fillRect(
            QRectF(area.left(), area.bottom() - self._unit, area.width(), self._unit),
            theme.colour("bd"),
        )
        painter.restore()

    def _paint_row(
        self,
        painter: QPainter,
        camera: TimeCamera,
        area: QRectF,
        top: float,
        stretches: tuple[Stretch, ...],
        *,
        is_coarse: bool,
    ) -> None:
        unit, high = self._unit, self.sizes.coarse
        of = self._strong if is_coarse else self._plain
        colour = self._theme.colour("tx" if is_coarse else "tx2")
        for each in stretches:
            left = camera.x_of(second_of(each.first))
            right = camera.x_of(second_of(each.last))
            if left > 0:
                tick = QRectF(area.left() + round(left), top, unit, high)
                painter.fillRect(tick, self._theme.colour("bd"))
            # The name of a part that began before what is seen stays in sight.
            start = max(left, 0.0) + 5 * unit
            text = set_lines(each.text, of, WIDEST)
            if text.width <= right - start or (is_coarse and right - start > 3 * high):
                room = min(WIDEST, right - start)
                if text.width > room:
                    text = set_lines(each.text, of, 8 * (room // 8))
                low = top + (high - text.height) / 2
                text.paint(painter, area.left() + start - text.start, low, colour)

    def ways(self, area: QRectF, beyond: tuple[int, int]) -> list[tuple[int, Lettering, QRectF]]:
        """What is said of the items that lie before and after what is seen, and where: -1 or 1, and the
        words in their box."""
        found: list[tuple[int, Lettering, QRectF]] = []
        for way, count in zip((-1, 1), beyond, strict=True):
            if not count:
                continue
            told = (
                say("‹ {n} earlier", "‹ {n} earlier", n=count)
                if way < 0
                else say("{n} later ›", "{n} later ›", n=count)
            )
            text = set_lines(told, self._plain, 8 * (area.width() / 3 // 8))
            wide, high = text.width + 12 * self._unit, self.sizes.gaps - 3 * self._unit
            left = area.left() if way < 0 else area.right() - wide
            found.append((way, text, QRectF(left, area.bottom() - high - self._unit, wide, high)))
        return found

    def paint_ways(self, painter: QPainter, area: QRectF, beyond: tuple[int, int]) -> None:
        """Paint how many items lie before and after what is seen."""
        for _, text, box in self.ways(area, beyond):
            painter.fillRect(box, self._theme.colour("surf2"))
            left = box.center().x() - text.width / 2 - text.start
            text.paint(painter, left, box.center().y() - text.height / 2, self._theme.colour("ac"))

    def paint_gap(
        self,
        painter: QPainter,
        camera: TimeCamera,
        area: QRectF,
        bottom: float,
        gap: Gap,
        beyond: tuple[int, int] = (0, 0),
    ) -> None:
        """Paint a gap: what it is in its row of the axis, beside what is said there of items at other
        times, and a shade down to the bottom of the lanes."""
        theme, unit = self._theme, self._unit
        left, right = self._sides(camera, area, gap)
        top = area.bottom() - self.sizes.gaps
        shade = QBrush(theme.tinted("bd2", 0.16), Qt.BrushStyle.BDiagPattern)
        painter.fillRect(QRectF(left, area.bottom(), right - left, bottom - area.bottom()), shade)
        for way, _, taken in self.ways(area, beyond):
            left, right = (
                (max(left, taken.right()), right) if way < 0 else (left, min(right, taken.left()))
            )
        box = QRectF(left, top, right - left, self.sizes.gaps - unit)
        told = say("nothing for {span}", span=length_in_words(gap.length))
        text = set_lines(told, self._plain, max(8.0, 8 * ((right - left - 20 * unit) // 8)))
        if text.is_elided:
            return
        middle, line = box.center().x(), box.center().y()
        half = text.width / 2 + 6 * unit
        painter.setPen(QPen(theme.colour("bd2"), unit))
        for tip, start, way in ((left, middle - half, 1), (right, middle + half, -1)):
            if (start - tip) * way > 4 * unit:
                end = tip + 3 * unit * way
                painter.drawLine(QPointF(end, line), QPointF(start, line))
                for side in (-3, 3):
                    painter.drawLine(
                        QPointF(end, line), QPointF(end + 4 * unit * way, line + side * unit)
                    )
        text.paint(
            painter,
            middle - text.width / 2 - text.start,
            line - text.height / 2,
            theme.colour("tx2"),
        )

    def _sides(self, camera: TimeCamera, area: QRectF, gap: Gap) -> tuple[float, float]:
        left, right = camera.x_of(gap.first), camera.x_of(gap.last)
        return area.left() + max(0.0, left), area.left() + min(camera.width, right)
