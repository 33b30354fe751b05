"""`RowsModel`: what every outline of a case has in common for Qt: a tree of rows with one column."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from caseboard.bridge import CaseBridge
from caseboard.dropping import ITEMS_MIME
from caseboard.panels.item_mime import items_mime
from caseboard.panels.outline_nodes import Node
from caseboard.panels.outline_row import Row
from caseboard.panels.retitling import Titled, retitle, title_in

Index = QModelIndex | QPersistentModelIndex
N = TypeVar("N", bound=Node)

FARTHEST = 2_000
"""A row behind more than this many others of its folder is not brought into sight by itself."""

NOWHERE = QModelIndex()


class Role(IntEnum):
    """What the delegate asks for besides Qt's own roles."""

    ROW = Qt.ItemDataRole.UserRole + 1


class RowsModel(QAbstractItemModel, Generic[N]):
    """The rows of an outline, of which each knows those below it that are shown.

    Whoever inherits says which row an index stands for, what a row shows and where it stands, and
    finds out what lies below it when somebody asks.
    """

    def __init__(self, bridge: CaseBridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge

    # -- what whoever inherits knows ------------------------------------------------------

    @property
    def title(self) -> str:
        """What the outline is called: never seen, but read aloud."""
        raise NotImplementedError

    def row(self, node: N) -> Row:
        """What a row shows."""
        raise NotImplementedError

    def _called(self, node: N) -> str:
        """The title that a row shows."""
        return self.row(node).title

    def index_of(self, node: Node) -> QModelIndex:
        """Where a row stands; invalid where it is not shown."""
        raise NotImplementedError

    def _node(self, index: Index) -> N:
        """What an index stands for; the root, which is not shown, for the invalid one."""
        raise NotImplementedError

    def _fill(self, node: N) -> None:
        """Find out what lies below a row, where nobody has asked before."""
        raise NotImplementedError

    def _titled(self, node: N) -> Titled | None:
        """The record of which a row shows the title; None where it has none."""
        raise NotImplementedError

    def _dragged(self, node: N) -> str | None:
        """The id of the item that is dragged with a row; None where there is none."""
        raise NotImplementedError

    # -- Qt asks --------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        above = self._node(parent)
        shown = above.shown
        if column != 0 or row < 0:
            return QModelIndex()
        if row < shown:
            assert above.children is not None
            return self.createIndex(row, 0, above.children[row].serial)
        if row == shown and above.more is not None:
            return self.createIndex(row, 0, above.more.serial)
        return QModelIndex()

    def parent(self, index: Index) -> QModelIndex:  # pyright: ignore[reportIncompatibleMethodOverride]
        above = self._node(index).parent
        return self.index_of(above) if above is not None else QModelIndex()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        if parent.column() > 0:
            return 0
        above = self._node(parent)
        self._fill(above)
        return above.shown + (above.more is not None)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        node = self._node(index)
        match role:
            case Qt.ItemDataRole.EditRole:
                record = self._titled(node)
                return title_in(record) if record is not None else ""
            case Qt.ItemDataRole.DisplayRole:
                return self._called(node)
            case Role.ROW:
                return self.row(node)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.row(node).spoken()
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return self.row(node).details
            case Qt.ItemDataRole.ToolTipRole:
                return self.row(node).tip()
            case _:
                return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        record = self._titled(self._node(index)) if role == Qt.ItemDataRole.EditRole else None
        return record is not None and retitle(self._bridge, record, str(value))

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        is_title = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self.title if is_title else None

    def mimeTypes(self) -> list[str]:
        return [ITEMS_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        ids = (self._dragged(self._node(each)) for each in indexes)
        return items_mime(each for each in ids if each is not None)

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction

    # -- rows -----------------------------------------------------------------------------

    def node_at(self, index: Index) -> N | None:
        """What a row stands for."""
        return self._node(index) if index.isValid() else None

    def _tell(self, node: Node) -> None:
        """Let a row say what it says now."""
        index = self.index_of(node)
        if index.isValid():
            self.dataChanged.emit(index, index)
