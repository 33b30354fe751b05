"""`GridModel`: a sheet as Qt's tables want it, with words for those who listen."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from caseboard.plain_tips import tip
from caseboard.row_list import NOWHERE, Index
from caseboard.views.grid.faces import Sheet


class GridModel(QAbstractTableModel):
    """The rows and columns of a sheet. What is in them is asked for when it is painted or read aloud."""

    def __init__(self, sheet: Sheet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sheet = sheet
        self.keys = ""
        """What keys enter in a cell, in words."""
        self.rows: tuple[str, ...] = ()
        self.columns: tuple[str, ...] = ()
        self._row_at: dict[str, int] = {}
        self._column_at: dict[str, int] = {}

    def renew(self) -> bool:
        """Take in which rows and columns there are; whether they are others than before."""
        rows, columns = tuple(self.sheet.rows), tuple(self.sheet.columns)
        if (rows, columns) == (self.rows, self.columns):
            return False
        self.beginResetModel()
        self.rows, self.columns = rows, columns
        self._row_at = {each: n for n, each in enumerate(rows)}
        self._column_at = {each: n for n, each in enumerate(columns)}
        self.endResetModel()
        return True

    def row_of(self, row: str) -> int:
        """Where a row is; -1 where it is not."""
        return self._row_at.get(row, -1)

    def column_of(self, column: str) -> int:
        """Where a column is; -1 where it is not."""
        return self._column_at.get(column, -1)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.sheet.cell_face(row, column).sign
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.sheet.cell_words(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            words = self.sheet.cell_words(row, column)
            return tip(words) + tip(self.keys)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        is_column = orientation is Qt.Orientation.Horizontal
        keys = self.columns if is_column else self.rows
        if not 0 <= section < len(keys):
            return None
        key, sheet = keys[section], self.sheet
        if role == Qt.ItemDataRole.DisplayRole:
            return sheet.column_face(key).title if is_column else sheet.row_face(key).title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            words = sheet.column_words(key) if is_column else sheet.row_words(key)
            return tip(words) if role == Qt.ItemDataRole.ToolTipRole else words
        return None
