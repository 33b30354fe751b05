"""`MarkList`: what is marked on a file, as rows beside its picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QStyleOptionViewItem,
    QWidget,
)

from caseboard import theme as look
from caseboard.mark_painter import PLAIN
from caseboard.mirror import mirrored
from caseboard.plain_tips import tip
from caseboard.row_list import NOWHERE, Index, RowList, ThemedDelegate
from caseboard.row_paint import paint_band, paint_line, quiet
from caseboard.scale import px
from caseboard.theme import Theme
from caseboard.viewer.marked import Drawn
from casedb.model.visible_text import visible
from casedb.words import say

_ROW = Qt.ItemDataRole.UserRole + 1
_WIDTH, _HEIGHT, _ICON = 120, 44, 18
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class MarkRow:
    """A mark as a row: what is written on it, and below that its form, its page and its links."""

    drawn: Drawn
    about: str
    links: tuple[str, ...] = ()

    @property
    def icon(self) -> str:
        """The icon of its form."""
        mark = self.drawn.mark
        return f"mark_{mark.form.value}" if mark is not None else "unknown_kind"

    @property
    def title(self) -> str:
        """What is written on it, else its form."""
        return visible(self.drawn.name[:_LONGEST])

    @property
    def spoken(self) -> str:
        """All of it for those who hear it."""
        return ". ".join((self.title, self.about, *self.links))


class MarkRows(QAbstractListModel):
    """The rows."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: tuple[MarkRow, ...] = ()

    def show(self, rows: Sequence[MarkRow]) -> None:
        """Show these rows in place of all others."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
            case Qt.ItemDataRole.ToolTipRole:
                return tip("\n".join((row.drawn.text or row.drawn.form, *row.links)))
            case _:
                return row if role == _ROW else None


class MarkList(RowList["_Delegate"]):
    """The list. `picked(str)` follows the choice of a row, `shown(str)` Return or a double click,
    `removed(str)` Delete, `opened(str)` F2; `escaped()` follows Escape."""

    picked = Signal(str)
    shown = Signal(str)
    removed = Signal(str)
    opened = Signal(str)
    escaped = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(_Delegate(theme, _WIDTH, _HEIGHT), say("Marks on this file"), parent)
        self.setObjectName("markList")
        self._rows = MarkRows(self)
        self.setModel(self._rows)
        self.setUniformItemSizes(True)
        self.selectionModel().currentChanged.connect(self._pick)

    def show_rows(self, rows: Sequence[MarkRow], chosen: str) -> None:
        """Show these marks, one of them chosen or none."""
        blocked = self.selectionModel().blockSignals(True)
        if tuple(rows) != self._rows.rows:
            self._rows.show(rows)
        at = next((n for n, each in enumerate(rows) if each.drawn.id == chosen), -1)
        if at < 0:
            self.clearSelection()
        index = self._rows.index(at, 0) if at >= 0 else QModelIndex()
        self.setCurrentIndex(index)
        if index.isValid():
            self.scrollTo(index)
        self.selectionModel().blockSignals(blocked)
        self.viewport().update()

    def id_at(self, index: Index) -> str:
        """The id of the mark in a row; empty for no row."""
        return self._rows.rows[index.row()].drawn.id if index.isValid() else ""

    def _pick(self, index: QModelIndex) -> None:
        if index.isValid():
            self.picked.emit(self.id_at(index))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys, mark_id = Qt.Key, self.id_at(self.currentIndex())
        match event.key():
            case keys.Key_Return | keys.Key_Enter if mark_id:
                self.shown.emit(mark_id)
            case keys.Key_F2 if mark_id:
                self.opened.emit(mark_id)
            case keys.Key_Delete | keys.Key_Backspace if mark_id:
                self.removed.emit(mark_id)
            case keys.Key_Escape:
                self.escaped.emit()
            case keys.Key_Up | keys.Key_Down | keys.Key_Home | keys.Key_End:
                super().keyPressEvent(event)
            case _:
                # Letters take up tools, as they do in the picture.
                event.ignore()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        mark_id = self.id_at(self.indexAt(event.position().toPoint()))
        if mark_id:
            self.shown.emit(mark_id)


class _Delegate(ThemedDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, theme = cast("MarkRow", index.data(_ROW)), self.theme
        box, way = QRectF(option.rect), option.direction
        paint_band(painter, theme, box, option.state)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, icon = look.space("m"), px(_ICON)
        accent = row.drawn.accent if theme.has(row.drawn.accent) else PLAIN
        square = QRectF(box.left() + side, box.center().y() - icon / 2, icon, icon)
        look.paint_icon(painter, row.icon, mirrored(square, box, way), theme.colour(accent))
        left = square.right() + look.space("s")
        words = QRectF(left, box.top(), box.right() - side - left, box.height() / 2)
        upper = words.adjusted(0, px(3), 0, 0)
        lower = words.translated(0, words.height()).adjusted(0, 0, 0, -px(3))
        for text, line, font, ink in (
            (row.title, upper, look.font("body"), "tx"),
            (row.about, lower, look.font("small"), quiet(option.state)),
        ):
            paint_line(painter, mirrored(line, box, way), text, font, theme.colour(ink), way=way)
        painter.restore()
