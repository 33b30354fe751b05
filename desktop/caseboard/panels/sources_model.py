"""`SourcesModel`: the rows of the source manager for Qt."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from caseboard.bridge import CaseBridge
from caseboard.panels.retitling import retitle
from caseboard.panels.source_rows import SourceRow, source_rows
from caseboard.plain_tips import tip
from casedb.model.records import Source

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Role(IntEnum):
    """What the delegate asks for besides Qt's own roles."""

    ROW = Qt.ItemDataRole.UserRole + 1


class SourcesModel(QAbstractListModel):
    """The sources that have some words, below their owners; a name can be edited where it stands."""

    def __init__(self, bridge: CaseBridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._rows: list[SourceRow] = []
        self._at: dict[str, int] = {}
        self.words = ""
        self.names_all = False

    def renew(self) -> bool:
        """Look at the case anew; whether other rows are there now, or in another order."""
        rows = source_rows(self._bridge.contents, self.words, names_all=self.names_all)
        if rows == self._rows:
            return False
        if [each.id for each in rows] == [each.id for each in self._rows]:
            self._rows = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, 0))
            return False
        self.beginResetModel()
        self._rows = rows
        self._at = {each.id: n for n, each in enumerate(rows)}
        self.endResetModel()
        return True

    def row_of(self, source_id: str) -> QModelIndex:
        """Where a source stands; invalid where it is not shown."""
        at = self._at.get(source_id)
        return self.index(at, 0) if at is not None else QModelIndex()

    def source_at(self, index: Index) -> str:
        """The id of the source of a row; empty for none."""
        return self._rows[index.row()].id if index.isValid() else ""

    @property
    def met(self) -> int:
        """How many sources have the words."""
        return sum(each.is_met for each in self._rows)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.name
            case Qt.ItemDataRole.EditRole:
                source = self._bridge.contents.get(Source, row.id)
                return source.name if source is not None else ""
            case Role.ROW:
                return row
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
            case Qt.ItemDataRole.ToolTipRole:
                return "".join(map(tip, filter(None, (row.name, row.details, row.apart))))
            case _:
                return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        source = self._bridge.contents.get(Source, self.source_at(index))
        if role != Qt.ItemDataRole.EditRole or source is None:
            return False
        return retitle(self._bridge, source, str(value))

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags if self._bridge.read_only else flags | Qt.ItemFlag.ItemIsEditable
