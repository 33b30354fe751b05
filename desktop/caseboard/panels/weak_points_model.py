"""`WeakPointsModel`: the rows of the list of weak points for Qt."""

from __future__ import annotations

from enum import IntEnum
from typing import TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from caseboard.panels.weak_point_rows import Head, Line, PointRow
from caseboard.plain_tips import tip

Index: TypeAlias = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Role(IntEnum):
    """What the delegate asks for besides Qt's own roles."""

    LINE = Qt.ItemDataRole.UserRole + 1


class WeakPointsModel(QAbstractListModel):
    """Heads of checks and what they found, as they are handed over."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()

    def take(self, lines: tuple[Line, ...]) -> bool:
        """Show other rows; whether they are others."""
        if lines == self._lines:
            return False
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()
        return True

    def line(self, index: Index) -> Line | None:
        """The row at an index."""
        return self._lines[index.row()] if index.isValid() else None

    def row_of(self, key: object) -> QModelIndex:
        """Where the head of a group stands, or a weak point by its key; invalid where it does not."""
        for row, each in enumerate(self._lines):
            if key_of(each) == key:
                return self.index(row)
        return QModelIndex()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.line(index)
        if line is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line.title if isinstance(line, (Head, PointRow)) else line.spoken
            case Role.LINE:
                return line
            case Qt.ItemDataRole.AccessibleTextRole:
                return line.spoken
            case Qt.ItemDataRole.ToolTipRole if isinstance(line, PointRow):
                return "".join(map(tip, (line.title, line.sentence, line.named)))
            case Qt.ItemDataRole.ToolTipRole:
                return tip(line.spoken)
            case _:
                return None


def key_of(line: Line | None) -> object:
    """What tells a row from all others, also when others have come and gone; None for none."""
    match line:
        case PointRow():
            return line.key
        case None:
            return None
        case _:
            return (type(line).__name__, line.check)
