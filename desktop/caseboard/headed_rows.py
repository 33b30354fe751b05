"""`HeadedRows`: rows to choose from below headings, as lists have them that pop up, and their painting."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar, cast

from PySide6.QtCore import QAbstractListModel, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from caseboard import theme as look
from caseboard.row_list import NOWHERE, Index, ThemedDelegate
from caseboard.row_paint import paint_current, paint_heading
from caseboard.scale import px

ROW = Qt.ItemDataRole.UserRole + 1
"""What a delegate asks for: a row, or the text of a heading."""

_HEADING = 28
_TOLD = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)

R = TypeVar("R")


class HeadedRows(QAbstractListModel, Generic[R]):
    """Rows, and headings, which are texts and cannot be chosen.

    Whoever inherits says below which heading a row stands, and what it tells.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[R | str] = []

    def heading_of(self, row: R) -> str:
        """The heading of a row; empty where it has none."""
        raise NotImplementedError

    def told_by(self, row: R, role: int) -> object:
        """What a row tells in a role of Qt."""
        raise NotImplementedError

    def show(self, rows: Iterable[R]) -> None:
        """Show these rows in place of all others."""
        self.beginResetModel()
        self._rows = []
        heading = ""
        for row in rows:
            if self.heading_of(row) != heading:
                heading = self.heading_of(row)
                if heading:
                    self._rows.append(heading)
            self._rows.append(row)
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.at(index.row())
        if role == ROW:
            return row
        if isinstance(row, str):
            return row if role in _TOLD else None
        return self.told_by(row, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) if self.row(index) is not None else Qt.ItemFlag.NoItemFlags

    def row(self, index: Index) -> R | None:
        """The row that is there; None for a heading, and for nothing."""
        row = self.at(index.row()) if index.isValid() else None
        return None if isinstance(row, str) else row

    def at(self, number: int) -> R | str:
        """What stands in the row of that number."""
        return self._rows[number]

    @property
    def offered(self) -> list[int]:
        """The numbers of the rows that are no headings."""
        return [n for n, row in enumerate(self._rows) if not isinstance(row, str)]


class HeadedDelegate(ThemedDelegate, Generic[R]):
    """Paints headings, and what lies under the current row. Whoever inherits paints rows.

    Places are told as from left to right, and mirrored where the layout is.
    """

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(size.width(), px(_HEADING)) if isinstance(index.data(ROW), str) else size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = cast("R | str", index.data(ROW))
        side = look.space("s")
        box = QRectF(option.rect).adjusted(side, 0, -side, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, str):
            paint_heading(painter, self.theme, box, row, option.direction)
        else:
            is_current = bool(option.state & QStyle.StateFlag.State_Selected)
            if is_current:
                paint_current(painter, self.theme, box)
            self._paint_row(painter, box, row, option.direction, is_current=is_current)
        painter.restore()

    def _paint_row(
        self, painter: QPainter, box: QRectF, row: R, way: Qt.LayoutDirection, *, is_current: bool
    ) -> None:
        """Paint a row into a box."""
        raise NotImplementedError
