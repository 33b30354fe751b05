"""`ColumnWidths`: how wide the columns of the table are: as a hand made them, else as they need to be."""

from __future__ import annotations

import math

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHeaderView

from caseboard import theme as look
from caseboard.scale import px, scaled
from caseboard.views.desk import ViewDesk
from caseboard.views.table_cells import ICON, SIDE
from caseboard.views.table_rows import TableRows
from casedb.model.item_columns import Column

WIDTHS = {
    "title": 320,
    "kind": 150,
    "date": 150,
    "whose": 180,
    "tags": 140,
    "boards": 160,
    "exhibit": 80,
}
USUAL_WIDTH, NUMBER_WIDTH = 110, 64
MOST_WIDTH, LOOKED_AT = 240, 60
"""How wide a column becomes at the most for what stands in it, in so many rows."""
FITTED = frozenset({"kind", "date", "whose", "status", "grade"})
"""Columns that are as wide as what stands in them, and not less than usual."""
PAUSE = 300
"""Milliseconds after which a width is kept that a hand drags."""
_NAME = "table.widths"


class ColumnWidths(QObject):
    """Sizes the columns of a head; widths are kept at 100 % by the names of columns, for other cases as well."""

    def __init__(self, head: QHeaderView, desk: ViewDesk, rows: TableRows) -> None:
        super().__init__(head)
        self._head, self._desk, self._rows = head, desk, rows
        self._kept = _read(desk.choice(_NAME, ""))
        self._needed_so_far: dict[str, float] = {}
        self._is_sizing = False
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(self.keep)
        head.sectionResized.connect(self._follow)

    def fit(self) -> None:
        """Give every column its width."""
        self._is_sizing = True
        for at, column in enumerate(self._rows.columns):
            kept = self._kept.get(column.name)
            self._head.resizeSection(at, px(kept) if kept is not None else self._needed(column))
        self._is_sizing = False

    def forget(self) -> None:
        """Forget what hands have made of them."""
        self._kept.clear()
        self.keep()

    def keep(self) -> None:
        """Remember them, as far as a hand has made them, at once."""
        self._pause.stop()
        told = " ".join(f"{name}:{width}" for name, width in self._kept.items())
        self._desk.keep_choice(_NAME, told)

    def close(self) -> None:
        """Lose nothing that is to be kept."""
        if self._pause.isActive():
            self.keep()

    def _follow(self, section: int, _: int, width: int) -> None:
        if not self._is_sizing:
            self._kept[self._rows.columns[section].name] = round(width / scaled(1))
            self._pause.start()

    def _needed(self, column: Column) -> int:
        usual = px(WIDTHS.get(column.name, NUMBER_WIDTH if column.is_number else USUAL_WIDTH))
        if column.name not in FITTED:
            return usual
        measure = QFontMetrics(look.font("small")).horizontalAdvance
        texts = [self._rows.said(each, column) for each in self._rows.ids[:LOOKED_AT]]
        beside = px(3 * SIDE + ICON if column.name == "kind" else 2 * SIDE) + 2
        needed = (max(map(measure, texts), default=0) + beside) / scaled(1)
        # While other rows are looked for columns stay where they are, or become wider.
        most = max(self._needed_so_far.get(column.name, 0.0), min(MOST_WIDTH, needed))
        self._needed_so_far[column.name] = most
        return max(usual, math.ceil(scaled(most)))


def _read(told: str) -> dict[str, int]:
    pairs = (each.rpartition(":") for each in told.split())
    return {name: int(width) for name, _, width in pairs if width.isdecimal()}
