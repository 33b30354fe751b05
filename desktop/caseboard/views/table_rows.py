"""`TableRows`: the items in view as rows of a table, and what stands in its cells."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

from caseboard.piecemeal import Steps
from caseboard.theme import FADED, Theme, icon
from caseboard.views.desk import ViewDesk
from casedb.model.fields import AnyField, Choice, Flag, Number, Tags, Text
from casedb.model.filtering import Filter, Sieve
from casedb.model.item_columns import NOTHING, Column, Key
from casedb.model.kinds import kind_of
from casedb.model.records import Item
from casedb.model.reference_fields import SourceRef
from casedb.model.when_and_where import When

NOWHERE = QModelIndex()
_Role = Qt.ItemDataRole
_SHOWN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_TYPED = _SHOWN | Qt.ItemFlag.ItemIsEditable


class TableRows(QAbstractTableModel):
    """Rows are ordered by one column, and where they are alike there as they were before; empty cells come
    last either way. What a cell says is kept until its item, or what it tells of, changes.
    """

    def __init__(self, desk: ViewDesk, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._theme = theme
        self.columns: tuple[Column, ...] = ()
        self.ids: list[str] = []
        self._rows: dict[str, int] = {}
        self._said: dict[str, dict[str, str]] = {}
        self._keys: dict[str, dict[str, Key]] = {}
        self._order: dict[str, bool] = {}
        self._words = ""
        self._flags: dict[tuple[int, str], Qt.ItemFlag] = {}

    # -- what there is ------------------------------------------------------------------------

    def show(self, columns: Sequence[Column]) -> None:
        """Show these columns."""
        self.beginResetModel()
        self.columns = tuple(columns)
        self._flags.clear()
        self.endResetModel()

    def renew(self) -> None:
        """Show the rows that are in view now, and in them what is so now."""
        self._said.clear()
        self._keys.clear()
        self.lay()

    def lay(self, words: str | None = None) -> None:
        """Lay out the rows that are in view and have all of some words, in order."""
        if words is not None:
            self._words = words
        contents, found = self._desk.contents, list(self._desk.in_view.items)
        found = [each for each in found if each in contents.items]
        if self._words.strip():
            passed = Sieve(contents, Filter(words=self._words)).passing(found)
            found = [each for each in found if each in passed]
        self._take(self._in_order(found))

    def _take(self, ids: list[str]) -> None:
        self.beginResetModel()
        self.ids = ids
        self._rows = {each: n for n, each in enumerate(ids)}
        self.endResetModel()

    def forget(self, item_ids: Sequence[str]) -> None:
        """Say anew what the cells of some items say; their rows stay where they are."""
        for held in (*self._said.values(), *self._keys.values()):
            for each in item_ids:
                held.pop(each, None)
        last = self.columnCount() - 1
        for row in sorted(self._rows[each] for each in item_ids if each in self._rows):
            self.dataChanged.emit(self.index(row, 0), self.index(row, last))

    def order_by(self, order: dict[str, bool]) -> None:
        """Order rows by columns, the one that counts most last; whether each from its end."""
        self._order = order

    def _in_order(self, found: list[str]) -> list[str]:
        for name, is_backward in self._order.items():
            column = next((each for each in self.columns if each.name == name), None)
            if column is None:
                continue
            found = self._ordered(found, column, is_backward=is_backward)
        return found

    def _ordered(self, found: list[str], column: Column, *, is_backward: bool) -> list[str]:
        keys, contents = self._keys.setdefault(column.name, {}), self._desk.contents
        for each in found:
            if each not in keys:
                keys[each] = column.key(contents, contents.items[each])
        full = [each for each in found if keys[each] is not NOTHING]
        full.sort(key=keys.__getitem__, reverse=is_backward)
        return full + [each for each in found if keys[each] is NOTHING]

    def resort(self, name: str, *, is_backward: bool) -> None:
        """Order the rows that there are by one column more, which counts most."""
        self._order.pop(name, None)
        self._order[name] = is_backward
        column = next((each for each in self.columns if each.name == name), None)
        if column is not None:
            there = [each for each in self.ids if each in self._desk.contents.items]
            self._take(self._ordered(there, column, is_backward=is_backward))

    def warming(self) -> Steps[None]:
        """Find out, a little at a time, what all cells say and how they sort."""
        contents = self._desk.contents
        for column in self.columns:
            keys = self._keys.setdefault(column.name, {})
            said = self._said.setdefault(column.name, {})
            for item_id in list(self.ids):
                item = contents.items.get(item_id)
                if item is None or (item_id in keys and item_id in said):
                    continue
                if item_id not in keys:
                    keys[item_id] = column.key(contents, item)
                if item_id not in said:
                    said[item_id] = column.text(contents, item)
                yield

    def row_of(self, item_id: str) -> int | None:
        """The row of an item; None where it has none."""
        return self._rows.get(item_id)

    def said(self, item_id: str, column: Column) -> str:
        """What a cell says."""
        held = self._said.setdefault(column.name, {})
        if item_id not in held:
            item = self._desk.contents.items.get(item_id)
            held[item_id] = column.text(self._desk.contents, item) if item is not None else ""
        return held[item_id]

    def item_at(self, row: int) -> Item | None:
        """The item of a row."""
        return self._desk.contents.items.get(self.ids[row]) if row < len(self.ids) else None

    def field_at(self, row: int, column: int) -> AnyField | None:
        """The field that a cell shows, where it can be typed into; None for others."""
        item = self.item_at(row)
        field = self.columns[column].field_of(item) if item is not None else None
        return field if field is not None and is_typed(field) else None

    # -- as Qt asks for it --------------------------------------------------------------------

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.ids)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        if role in (_Role.DisplayRole, _Role.ToolTipRole):
            return self.columns[section].shown
        return None

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = _Role.DisplayRole
    ) -> object:
        if not index.isValid() or index.row() >= len(self.ids):
            return None
        item_id, column = self.ids[index.row()], self.columns[index.column()]
        match role:
            case _Role.DisplayRole | _Role.ToolTipRole:
                return self.said(item_id, column)
            case _Role.AccessibleTextRole:
                return f"{column.shown}: {self.said(item_id, column)}"
            case _Role.DecorationRole if column.name == "kind":
                return self._icon(item_id)
            case _Role.ForegroundRole:
                is_faded = item_id in self._desk.in_view.faded
                return self._theme.colour(f"tx{FADED}" if is_faded else "tx")
            case _Role.TextAlignmentRole if column.is_number:
                return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            case _:
                return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if not index.isValid() or self._desk.bridge.read_only:
            return _SHOWN
        item = self.item_at(index.row())
        if item is None:
            return _SHOWN
        # Asked for every row of a selection, several times over.
        cell = index.column(), item.kind
        if cell not in self._flags:
            is_typed = self.field_at(index.row(), index.column()) is not None
            self._flags[cell] = _TYPED if is_typed else _SHOWN
        return self._flags[cell]

    def _icon(self, item_id: str) -> QIcon:
        item = self._desk.contents.items.get(item_id)
        kind = kind_of(item.kind if item is not None else "")
        return icon(kind.icon, self._theme, kind.accent, 16)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme


def is_typed(field: AnyField) -> bool:
    """Whether a field is written down in a cell: as one line, or chosen from a list.

    Exhibit numbers are given once; places and longer texts have more to them than a cell shows.
    """
    if isinstance(field, Text):
        is_line = type(field) is Text and not field.multiline and not field.verbatim
        return is_line and field.name != "exhibit"
    return isinstance(field, (Number, Flag, Choice, Tags, When, SourceRef))
