"""`GridDrawing`: a grid as it goes onto paper: in bands below each other, each with the heads of the rows."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QGuiApplication, QPainter

from caseboard.lettering import set_lines
from caseboard.mirror import mirrored
from caseboard.theme import Theme
from caseboard.views.grid.faces import Sheet
from caseboard.views.grid.painting import (
    COLUMN,
    gap,
    paint_cell,
    paint_column,
    paint_corner,
    paint_row,
    step,
)

HEAD, ROW, ROW_HEAD = 122.0, 60.0, 400.0
"""How high heads and rows are on paper, and how wide those of rows: nobody can point at what is cut there."""
BAND = 10
"""How many columns stand beside each other; the next ones follow below."""


class GridDrawing:
    """All rows and columns of a sheet, and some sentences below them."""

    def __init__(
        self, sheet: Sheet, told: Sequence[str], hidden: str = "", credit: str = ""
    ) -> None:
        self._sheet = sheet
        self._rows, self._columns = tuple(sheet.rows), tuple(sheet.columns)
        self._way = QGuiApplication.layoutDirection()
        across = min(BAND, max(1, len(self._columns)))
        self._inner = ROW_HEAD + across * COLUMN
        self._bands = max(1, math.ceil(len(self._columns) / BAND))
        self._band = HEAD + len(self._rows) * ROW + gap()
        self._told = [
            set_lines(each, step("small"), self._inner, 6) for each in told if each.strip()
        ]
        self.width = self._inner
        self.height = self._bands * self._band
        self.height += sum(each.height + 4 for each in self._told)
        self.items = len(self._columns)
        self.hidden, self.credit = hidden, credit

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Paint it, from (0, 0)."""
        painter.fillRect(QRectF(0, 0, self.width, self.height), theme.colour("surf"))
        for band in range(self._bands):
            columns = self._columns[band * BAND : (band + 1) * BAND]
            self._paint_band(painter, theme, band * self._band, columns)
        top = self._bands * self._band
        for each in self._told:
            each.paint(painter, 0, top, theme.colour("tx2"))
            top += each.height + 4

    def _paint_band(
        self, painter: QPainter, theme: Theme, top: float, columns: Sequence[str]
    ) -> None:
        sheet, way = self._sheet, self._way
        box = QRectF(0, top, ROW_HEAD, HEAD)
        paint_corner(painter, self._seen(box), sheet.corner, theme, way)
        faces = [sheet.column_face(each) for each in columns]
        for n, face in enumerate(faces):
            box = QRectF(ROW_HEAD + n * COLUMN, top, COLUMN, HEAD)
            paint_column(painter, self._seen(box), face, theme, way)
        for m, row in enumerate(self._rows):
            low = top + HEAD + m * ROW
            box = QRectF(0, low, ROW_HEAD, ROW)
            paint_row(painter, self._seen(box), sheet.row_face(row), theme, way)
            for n, (column, face) in enumerate(zip(columns, faces, strict=True)):
                box = QRectF(ROW_HEAD + n * COLUMN, low, COLUMN, ROW)
                told = sheet.cell_face(row, column)
                paint_cell(painter, self._seen(box), told, theme, column=face)
        edge = QRectF(0, top, ROW_HEAD + len(columns) * COLUMN, 1)
        painter.fillRect(self._seen(edge), theme.colour("bd"))
        side = QRectF(0, top, 1, HEAD + len(self._rows) * ROW)
        painter.fillRect(self._seen(side), theme.colour("bd"))

    def _seen(self, box: QRectF) -> QRectF:
        return mirrored(box, QRectF(0, 0, self.width, self.height), self._way)
