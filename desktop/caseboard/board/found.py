"""Marks on what a search has found: seen at every zoom, and not mistaken for what is selected."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen

from caseboard.board.camera import Camera
from caseboard.board.columns import Columns
from caseboard.board.levels import Level, level_at
from caseboard.board.string_painter import PLAIN, flattened, joined_path
from caseboard.board.strings import Floats
from caseboard.theme import Theme, board_radius
from casedb.model.geometry import Point, Rect

GAP, BAND, EDGE = 4.0, 4.0, 1.5
"""Pixels between a card and its mark, of the mark, and of the line around it."""
SMALLEST = 14.0
"""A card that is smaller than this on the screen is marked by a dot."""
DOT = 4.5
WIDE = 7.0
VEIL = 0.6
MOST_WIDE = 40
"""More strings than this at once are marked by thin lines."""


@dataclass(frozen=True, slots=True)
class Found:
    """Ids of items and links that a search has found."""

    items: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.items or self.links)


class FoundPainter:
    """Marks what was found on one board."""

    def __init__(self, columns: Columns, theme: Theme) -> None:
        self._columns = columns
        self._theme = theme

    def paint(self, painter: QPainter, camera: Camera, found: Found) -> None:
        """Draw the marks with a painter in device-independent screen pixels."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if level_at(camera.zoom) is Level.FAR:
            # Among thousands of coloured blocks a dot would be overlooked.
            veil = self._theme.tinted("bg", VEIL)
            painter.fillRect(QRectF(0, 0, camera.width, camera.height), veil)
        self._paint_strings(painter, camera, found)
        boxes = self._boxes(camera, found)
        is_large = (boxes[:, 2:] - boxes[:, :2]).min(axis=1) >= SMALLEST
        for box in boxes[is_large].tolist():
            self._band(painter, QRectF(QPointF(*box[:2]), QPointF(*box[2:])))
        painter.setPen(QPen(self._theme.colour("surf"), EDGE))
        painter.setBrush(QBrush(self._theme.colour("warn")))
        dots = (boxes[~is_large, :2] + boxes[~is_large, 2:]) / 2
        if level_at(camera.zoom) is Level.FAR:
            dots = np.concatenate([dots, self._middles(camera, found)])
        for middle in dots.tolist():
            painter.drawEllipse(QPointF(*middle), DOT, DOT)
        painter.restore()

    def _middles(self, camera: Camera, found: Found) -> Floats:
        """Where the middles of the strings that were found lie on the screen [N, 2]."""
        strings = self._columns.strings
        rows = strings.crossing(strings.rows.rows_of(found.links), *_edges(camera.visible()))
        middles = [self._columns.middle(row)[0] for row in rows.tolist()]
        corner = np.array(camera.to_screen(Point(0, 0)))
        return np.array(middles).reshape(-1, 2) * camera.zoom + corner

    def _boxes(self, camera: Camera, found: Found) -> Floats:
        """Where the cards of what was found lie on the screen [N, 4], of those that it shows."""
        columns = self._columns
        rows = [row for each in found.items for row in columns.rows_of(each)]
        stacked = columns.cards.stacked(np.array(rows, dtype=np.int64))
        boxes = columns.cards.boxes(stacked) * camera.zoom
        boxes += np.tile(camera.to_screen(Point(0, 0)), 2)
        low, high = boxes[:, :2], boxes[:, 2:]
        seen = (high > -GAP - BAND).all(axis=1)
        seen &= (low < np.array([camera.width, camera.height]) + GAP + BAND).all(axis=1)
        return boxes[seen]

    def _band(self, painter: QPainter, box: QRectF) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for token, width, gap in (("mark", BAND, GAP), ("warn", EDGE, GAP + BAND)):
            out = gap + width / 2
            corner = board_radius("card") + out
            painter.setPen(QPen(self._theme.colour(token), width))
            painter.drawRoundedRect(box.adjusted(-out, -out, out, out), corner, corner)

    def _paint_strings(self, painter: QPainter, camera: Camera, found: Found) -> None:
        columns = self._columns
        rows = columns.strings.rows.rows_of(found.links)
        rows = columns.strings.by_age(columns.strings.crossing(rows, *_edges(camera.visible())))
        if not len(rows):
            return
        curves = np.concatenate([columns.curves(row) for row in rows.tolist()])
        corner = np.array(camera.to_screen(Point(0, 0)))
        path = joined_path(flattened(curves * camera.zoom + corner, PLAIN))
        width = WIDE if len(rows) <= MOST_WIDE else 1.0
        modes = QPainter.CompositionMode
        # As a highlighter does it: the string can be seen through it.
        is_dark = self._theme.is_dark
        painter.setCompositionMode(
            modes.CompositionMode_Screen if is_dark else modes.CompositionMode_Multiply
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.colour("mark"), width))
        painter.drawPath(path)
        painter.setCompositionMode(modes.CompositionMode_SourceOver)


def _edges(rect: Rect) -> tuple[float, float, float, float]:
    return rect.x, rect.y, rect.right, rect.bottom
