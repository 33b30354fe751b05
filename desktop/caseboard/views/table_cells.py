"""`TableCells`: what cells of the table are painted and typed into with."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from caseboard import theme as look
from caseboard.row_paint import paint_ground, paint_line
from caseboard.scale import px
from caseboard.theme import FADED, Theme, paint_icon
from caseboard.views.desk import ViewDesk
from caseboard.views.table_rows import TableRows
from casedb.commands.filling import change_tags, fill_each
from casedb.model.discretion import public_name
from casedb.model.fields import AnyField, Choice, Flag, Number, Tags, Unreadable
from casedb.model.json_value import JsonValue
from casedb.model.kinds import kind_of
from casedb.model.records import Item
from casedb.model.reference_fields import SourceRef
from casedb.model.typed import NotUnderstood, read_tags, read_typed
from casedb.model.visible_text import one_line
from casedb.model.when_and_where import When
from casedb.words import say

ROW = 26
MOST_CHARACTERS = 1 << 24
ICON, SIDE = 16, 6


class CellLine(QLineEdit):
    """A line in which the value of a field is typed."""

    def __init__(self, field: AnyField, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = field
        # Qt would cut what is pasted after 32,767 characters and say nothing.
        self.setMaxLength(MOST_CHARACTERS)


class TableCells(QStyledItemDelegate):
    """A cell in which a value is typed or chosen. Where several rows are selected, and the cell is in one of
    them, what is entered goes to all of them, as one step. `entered()` follows.
    """

    entered = Signal()

    def __init__(
        self, desk: ViewDesk, rows: TableRows, theme: Theme, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows = rows
        self.theme = theme
        self.chosen: Sequence[str] = ()
        """The items of the selected rows."""

    # -- painting -----------------------------------------------------------------------------

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(px(80), px(ROW))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        rows, theme = self._rows, self.theme
        item = rows.item_at(index.row())
        if item is None:
            return
        column = rows.columns[index.column()]
        painter.save()
        box = option.rect
        state = option.state
        paint_ground(painter, theme, box, state, shows_focus=True)
        inside = QRectF(box).adjusted(px(SIDE), 0, -px(SIDE), 0)
        is_faded = item.id in self._desk.in_view.faded
        way = cast("QWidget", self.parent()).layoutDirection()
        if column.name == "kind":
            kind = kind_of(item.kind)
            accent = theme.colour(kind.accent + (FADED if is_faded else ""))
            side = px(ICON)
            sign = QRectF(inside.left(), inside.center().y() - side / 2, side, side)
            if way is Qt.LayoutDirection.RightToLeft:
                sign.moveRight(inside.right())
                inside.setRight(sign.left() - px(SIDE))
            else:
                inside.setLeft(sign.right() + px(SIDE))
            paint_icon(painter, kind.icon, sign, accent)
        colour = theme.colour(f"tx{FADED}" if is_faded else "tx")
        said = rows.said(item.id, column)
        if column.is_number:
            painter.setFont(look.even_font("small"))
            painter.setPen(colour)
            end = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(inside, end, said)
        else:
            is_title = column.name == "title"
            font = look.font("small", semibold=is_title)
            paint_line(painter, inside, said, font, colour, way=way)
        painter.restore()

    # -- typing -------------------------------------------------------------------------------

    def _targets(self, item: Item) -> tuple[str, ...]:
        """The items that what is entered in the row of one goes to."""
        return tuple(self.chosen) if item.id in self.chosen and len(self.chosen) > 1 else (item.id,)

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        field, item = self._rows.field_at(index.row(), index.column()), self._item(index)
        assert field is not None
        assert item is not None
        number = len(self._targets(item))
        if isinstance(field, (Choice, Flag, SourceRef)):
            editor = QComboBox(parent)
            for value, label in self._answers(field):
                editor.addItem(label, value)
            editor.activated.connect(partial(self._settle, editor))
        else:
            editor = CellLine(field, parent)
            if number > 1:
                editor.setPlaceholderText(
                    say("Tags to add; -tag takes one away")
                    if isinstance(field, Tags)
                    else say("For all selected rows")
                )
        editor.setObjectName("tableEditor")
        column = self._rows.columns[index.column()]
        name = column.shown if column.own is None else say(field.label)
        editor.setAccessibleName(
            say("{field} of {n} item", "{field} of {n} items", field=name, n=number)
        )
        if number > 1 or column.own is not None:
            editor.setToolTip(editor.accessibleName())
        if isinstance(editor, CellLine) and number == 1 and column.own is not None:
            # Which time it is must be seen, as the head of the column does not say it.
            editor.setPlaceholderText(name)
        return editor

    def _settle(self, editor: QComboBox, _: int) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)

    def _answers(self, field: AnyField) -> list[tuple[str, str]]:
        """What can be chosen: stored values as texts, and labels."""
        nothing = ("", say("Nothing", about="value of a field"))
        match field:
            case Choice():
                return [nothing, *((each.value, each.shown) for each in field.options)]
            case Flag():
                return [nothing, ("yes", say("yes"))]
            case _:
                there = self._desk.contents.sources.values()
                named = [(each.id, one_line(public_name(each))) for each in there]
                return [nothing, *sorted(named, key=lambda pair: pair[1].casefold())]

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        field, item = self._rows.field_at(index.row(), index.column()), self._item(index)
        if field is None or item is None:
            return
        if isinstance(editor, QComboBox):
            held = item.values.get(field.name)
            value = "yes" if held is True else held if isinstance(held, str) else ""
            editor.setCurrentIndex(max(0, editor.findData(value)))
        elif isinstance(editor, QLineEdit) and not editor.isModified():
            is_one = len(self._targets(item)) == 1
            editor.setText(_as_typed(field, item) if is_one else "")
            editor.selectAll()

    def setModelData(
        self,
        editor: QWidget,
        model: QAbstractItemModel,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        field, item = self._rows.field_at(index.row(), index.column()), self._item(index)
        if field is None or item is None:
            return
        if isinstance(editor, QComboBox):
            value = editor.currentData()
            stored: JsonValue = (value == "yes") if isinstance(field, Flag) else value
            self._store(index.column(), item, stored or None)
        elif isinstance(editor, QLineEdit):
            is_many = len(self._targets(item)) > 1
            text = editor.text()
            if (is_many and not text.strip()) or (not is_many and text == _as_typed(field, item)):
                return
            try:
                self._enter(index.column(), field, item, text)
            except NotUnderstood as trouble:
                self._desk.told.emit(str(trouble))

    def _enter(self, column: int, field: AnyField, item: Item, text: str) -> None:
        targets = self._targets(item)
        if isinstance(field, Tags) and len(targets) > 1:
            told = read_tags(text)
            add = [each for each in told if not each.startswith("-")]
            take = [each[1:].strip() for each in told if each.startswith("-")]
            contents = self._desk.contents
            if self._desk.bridge.attempt(partial(change_tags, contents, targets, add, take)):
                self.entered.emit()
            return
        self._store(column, item, read_typed(field, text))

    def _store(self, column: int, item: Item, stored: JsonValue) -> None:
        targets, contents = self._targets(item), self._desk.contents
        shown, fields = self._rows.columns[column], dict[str, str]()
        for each in targets:
            field = shown.field_of(contents.items[each]) if each in contents.items else None
            if field is not None:
                fields[each] = field.name
        if self._desk.bridge.attempt(partial(fill_each, contents, fields, stored)):
            self.entered.emit()
            without = len(targets) - len(fields)
            if without:
                self._desk.told.emit(
                    say(
                        "{n} selected row has no “{field}” and stays as it is.",
                        "{n} selected rows have no “{field}” and stay as they are.",
                        n=without,
                        field=shown.shown,
                    )
                )

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        # What is not understood is said while it can still be mended.
        ends = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        if (
            isinstance(editor, CellLine)
            and isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() in ends
        ):
            trouble = self._trouble(editor)
            if trouble:
                at = editor.mapToGlobal(editor.rect().bottomLeft())
                QToolTip.showText(at, trouble, editor)
                return True
        return super().eventFilter(editor, event)

    @staticmethod
    def _trouble(editor: CellLine) -> str:
        """Why what was typed cannot be stored; empty where it can."""
        try:
            read_typed(editor.field, editor.text())
        except NotUnderstood as trouble:
            return str(trouble)
        return ""

    def _item(self, index: QModelIndex | QPersistentModelIndex) -> Item | None:
        """The item of a row; None where it is gone while its row still stands there."""
        return self._rows.item_at(index.row())


def _as_typed(field: AnyField, item: Item) -> str:
    """What stands for the stored value while it is edited."""
    try:
        value = field.read(item.values)
    except Unreadable:
        return ""
    if value is None:
        return ""
    if isinstance(field, When):
        return field.decode(item.values.get(field.name)).stated
    if isinstance(field, Number):
        return f"{value!r}"
    return field.show(value)
