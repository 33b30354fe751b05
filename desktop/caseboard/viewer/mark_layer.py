"""`MarkLayer`: the marks of a page over its picture, to be seen on every ground."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QObject, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QPen,
    QPolygonF,
)

from caseboard import theme as look
from caseboard.mark_painter import Way, around, colour_of, outline, paint_mark
from caseboard.scale import px
from caseboard.theme import Theme
from caseboard.viewer.blurring import paint_blurred
from caseboard.viewer.eye import Eye
from caseboard.viewer.layer import Layer
from caseboard.viewer.mark_labels import Wish, Words, places, set_words
from caseboard.viewer.marked import Drawn, Marked
from caseboard.viewer.pane import Pane
from casedb.model.mark_shapes import corners, grips
from casedb.model.marks import Form, Mark, Spot

LINE = 2.0
"""Pixels of a line at 100 %; its halo is as wide on either side."""

_GRIP, _MIDDLE = 5.0, 3.5
_WIDEST = 240
_GAP = 6
"""Pixels at 100 %: radii of grips, the most of a line of words, the distance of words from lines."""

_WIDEST_PART = 0.6
"""How much of the pane's width words may take at most."""


class MarkLayer(Layer):
    """Shows the marks of the page that is seen; nothing is done to them here."""

    def __init__(self, marked: Marked, pane: Pane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.marked, self.pane = marked, pane
        self.is_shown = True
        self.preview: Drawn | None = None
        """The mark in the hand, as it would be."""
        self.labels: dict[str, QRectF] = {}
        """Where the words of marks stand on the screen, by id, since they were painted last."""
        self._sketch: tuple[Spot, ...] = ()
        self.tool: Form | None = None
        marked.changed.connect(self.changed)

    def show(self, is_shown: bool) -> None:
        """Show the marks, or the picture alone."""
        self.is_shown = is_shown
        self.changed.emit()

    def show_sketch(self, spots: Sequence[Spot]) -> None:
        """Show what is half drawn with the tool."""
        self._sketch = tuple(spots)
        self.changed.emit()

    @property
    def _shown(self) -> list[Drawn]:
        """What is painted, what is chosen last."""
        told = [
            self.preview if self.preview is not None and each.id == self.preview.id else each
            for each in self.marked.here
        ]
        return sorted(told, key=lambda each: each.id == self.marked.chosen_id)

    @staticmethod
    def shape_of(mark: Mark) -> QPainterPath:
        """The line of a mark in fractions."""
        return outline(mark, QPointF)

    @staticmethod
    def is_on(mark: Mark, at: QPointF, way: Way, reach: float) -> bool:
        """Whether a place is on the line of a mark, or so near."""
        if len(mark.spots) == 1:
            off = way(*mark.spots[0]) - at
            return mark.form is Form.POINT and math.hypot(off.x(), off.y()) <= reach
        stroker = QPainterPathStroker()
        stroker.setWidth(2 * reach)
        return stroker.createStroke(outline(mark, way)).contains(at)

    # -- painting --------------------------------------------------------------------------------

    def paint(self, painter: QPainter, eye: Eye, theme: Theme) -> None:
        self.labels = {}
        if not self.is_shown:
            return
        shown = self._shown
        paint_blurred(painter, self.pane.picture, shown, eye.transform, theme)
        self.paint_marks(painter, eye.from_fraction, QRectF(0, 0, eye.width, eye.height), theme)
        chosen = next((each for each in shown if each.id == self.marked.chosen_id), None)
        if chosen is not None and chosen.mark is not None:
            self._paint_grips(painter, chosen, eye, theme)
        self._paint_sketch(painter, eye, theme)

    def paint_marks(self, painter: QPainter, way: Way, screen: QRectF, theme: Theme) -> None:
        """Paint the lines of marks and what is written on them; what is blurred is so already."""
        shown, halo = self._shown, theme.colour("surf")
        for each in shown:
            if each.mark is not None:
                colour = colour_of(each.accent, theme)
                wide = px(LINE) * (1.5 if each.id == self.marked.chosen_id else 1)
                paint_mark(painter, each.mark, way, colour, halo, wide)
        self._paint_words(painter, shown, way, screen, theme)

    def _paint_words(
        self,
        painter: QPainter,
        shown: Sequence[Drawn],
        way: Way,
        screen: QRectF,
        theme: Theme,
    ) -> None:
        widest = min(px(_WIDEST), _WIDEST_PART * screen.width())
        # What is chosen chooses its place first.
        told = [
            (each, each.mark, set_words(each, widest))
            for each in reversed(shown)
            if each.text and each.mark is not None
        ]
        gap = px(_GAP)
        sizes = [
            QSizeF(words.width + 2 * gap, words.layout.boundingRect().height() + gap)
            for *_, words in told
        ]
        wishes = [
            Wish(_beside(mark, way, size), size)
            for (_, mark, _), size in zip(told, sizes, strict=True)
        ]
        for (each, _, words), box in zip(told, places(wishes, screen, gap), strict=True):
            self.labels[each.id] = box
            self._paint_label(painter, each, words, box, theme)

    def _paint_label(
        self, painter: QPainter, of: Drawn, words: Words, box: QRectF, theme: Theme
    ) -> None:
        is_chosen = of.id == self.marked.chosen_id
        colour = colour_of(of.accent, theme)
        painter.setPen(QPen(colour, px(2) if is_chosen else px(1)))
        painter.setBrush(theme.colour("surf"))
        corner = look.radius("control") / 2
        painter.drawRoundedRect(box, corner, corner)
        painter.setPen(theme.colour("tx"))
        words.layout.draw(painter, box.topLeft() + QPointF(px(_GAP), px(_GAP) / 2))

    def _paint_grips(self, painter: QPainter, of: Drawn, eye: Eye, theme: Theme) -> None:
        assert of.mark is not None
        if of.mark.form is Form.TEXT and of.id in self.labels:
            return
        count = max(corners(of.mark), 1)
        painter.setPen(QPen(theme.colour("surf"), px(2)))
        for n, spot in enumerate(grips(of.mark)):
            radius = px(_GRIP) if n < count else px(_MIDDLE)
            is_chosen = n == self.marked.corner
            painter.setBrush(theme.colour("tx" if is_chosen else "ac"))
            painter.drawEllipse(eye.from_fraction(*spot), radius, radius)

    def _paint_sketch(self, painter: QPainter, eye: Eye, theme: Theme) -> None:
        if not self._sketch:
            return
        line, closes = QPolygonF([eye.from_fraction(*each) for each in self._sketch]), False
        if self.tool in (Form.BOX, Form.BLUR) and len(self._sketch) == 2:
            (x1, y1), (x2, y2) = self._sketch
            corner = ((x1, y1), (x2, y1), (x2, y2), (x1, y2))
            line, closes = QPolygonF([eye.from_fraction(*each) for each in corner]), True
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for token, width in (("surf", px(2 * LINE)), ("ac", px(LINE))):
            painter.setPen(QPen(theme.colour(token), width))
            if closes:
                painter.drawPolygon(line)
            else:
                painter.drawPolyline(line)
        if self.tool is Form.POLYGON:
            painter.setPen(QPen(theme.colour("surf"), px(2)))
            painter.setBrush(theme.colour("ac"))
            for point in line.toList()[: len(self._sketch)]:
                painter.drawEllipse(point, px(_GRIP) - 1, px(_GRIP) - 1)


def _beside(mark: Mark, way: Way, size: QSizeF) -> QRectF:
    """The box on the screen that words are to stand beside; a text stands where it was set."""
    places_there = [way(*each) for each in around(mark)]
    box = QPolygonF(places_there).boundingRect()
    if mark.form is Form.TEXT:
        # Above this box, and so with its middle where it was set.
        gap = px(_GAP)
        spot = places_there[0]
        return QRectF(spot.x(), spot.y() + size.height() / 2 + gap, 0, 0)
    if mark.form is Form.ARROW:
        tail = places_there[0]
        return QRectF(tail.x(), tail.y(), 0, 0)
    grown = px(2 * LINE)
    return box.adjusted(-grown, -grown, grown, grown)
