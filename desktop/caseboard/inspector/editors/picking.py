"""The entry in which a source or an item is found by typing."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCompleter,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from caseboard.inspector.controls.entries import LineEntry
from caseboard.inspector.controls.look import Look
from caseboard.scale import px
from caseboard.theme import icon, space

ID = int(Qt.ItemDataRole.UserRole) + 1
MOST = 12
MOST_WIDE = 420
"""Pixels that the list may be wide at 100 %."""


@dataclass(frozen=True, slots=True)
class Offered:
    """Something that can be picked: its id, its name, an icon with its token, a quiet remark.

    One without an id stands for something new of what was typed.
    """

    id: str
    name: str
    icon: str
    token: str
    remark: str = ""


class PickEntry(LineEntry):
    """A line with a list of what fits below it while one types; `picked(str)` carries an id.

    `making_wanted()` follows the row of something new, and Ctrl+Return at any time. `confirmed()` is
    Return where nothing in the list is lit: what was typed is meant. `list_closed()` follows the list
    as it goes away.
    """

    picked = Signal(str)
    making_wanted = Signal()
    confirmed = Signal()
    list_closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._completer: QCompleter | None = None
        self._model = QStandardItemModel(self)
        self._field: QWidget = self
        self.returnPressed.connect(self.confirmed)

    def list_below(self, field: QWidget) -> None:
        """Put the list below all of a field, so that it covers nothing that the field says."""
        self._field = field
        field.installEventFilter(self)

    def offer(self, found: list[Offered], lit: int = -1) -> None:
        """Show what fits, at most a dozen and something new; nothing closes the list.

        `lit` is the row that Return takes unless another is chosen; none below 0.
        """
        if self._completer is None and not found:
            return
        self._model.clear()
        for each in _cut(found):
            row = QStandardItem(f"{each.name} · {each.remark}" if each.remark else each.name)
            if each.icon:
                row.setIcon(icon(each.icon, self._look.theme, each.token, 16))
            row.setData(each.id, ID)
            row.setEditable(False)
            self._model.appendRow(row)
        completer = self._popup()
        popup = completer.popup()
        if popup is None:
            return
        if found and self.hasFocus():
            self._show_list(popup)
            # Qt makes a row the current one without lighting it, which Return would then take.
            popup.setCurrentIndex(popup.model().index(lit, 0) if lit >= 0 else QModelIndex())
        else:
            popup.hide()

    @property
    def offered(self) -> list[str]:
        """What the list shows, in words."""
        return [self._model.item(row).text() for row in range(self._model.rowCount())]

    @property
    def is_listing(self) -> bool:
        """Whether the list is there."""
        popup = self._completer.popup() if self._completer is not None else None
        return popup is not None and popup.isVisible()

    def close_list(self) -> None:
        """Take the list away."""
        popup = self._completer.popup() if self._completer is not None else None
        if popup is not None:
            popup.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        # The line hears of Return before the list, whose row it may be for; both must not take it.
        lit = self._lit()
        self.close_list()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.making_wanted.emit()
        elif lit.isValid():
            self._take(lit)
        else:
            super().keyPressEvent(event)

    def _lit(self) -> QModelIndex:
        popup = self._completer.popup() if self._completer is not None else None
        is_there = popup is not None and popup.isVisible()
        return popup.currentIndex() if popup is not None and is_there else QModelIndex()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Hide and self._is_list(watched):
            self.list_closed.emit()
        elif event.type() is QEvent.Type.Resize and watched is self._field and self.is_listing:
            popup = self._popup().popup()
            if popup is not None:
                self._show_list(popup)
        return super().eventFilter(watched, event)

    def _is_list(self, watched: QObject) -> bool:
        return self._completer is not None and watched is self._completer.popup()

    def _show_list(self, popup: QAbstractItemView) -> None:
        """Show the list, or put it where it belongs by now; what is lit stays so."""
        lit = popup.currentIndex()
        # As wide as what it offers, however narrow the panel is.
        wide = min(px(MOST_WIDE), popup.sizeHintForColumn(0) + 2 * space("m"))
        below = self._field.mapToGlobal(QPoint(0, self._field.height())).y()
        high = max(self.height(), below - self.mapToGlobal(QPoint(0, 0)).y())
        self._popup().complete(QRect(0, 0, max(self.width(), wide), high + px(1)))
        popup.setCurrentIndex(lit)

    def _popup(self) -> QCompleter:
        # Made when first needed: a form has many of these and few are ever typed in.
        if self._completer is None:
            self._completer = QCompleter(self._model, self)
            self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
            self._completer.setMaxVisibleItems(MOST + 1)
            self._completer.setWidget(self)
            # The overload with the row, not the one with its words.
            self._completer.activated[QModelIndex].connect(self._take)  # pyright: ignore[reportIndexIssue]
            popup = self._completer.popup()
            if popup is not None:
                popup.setObjectName("pickList")
                popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
                popup.setItemDelegate(_CutRows(popup))
                popup.installEventFilter(self)
        return self._completer

    def _take(self, index: QModelIndex) -> None:
        found = index.data(ID)
        if found:
            self.picked.emit(str(found))
        elif found is not None:
            self.making_wanted.emit()


def _cut(found: list[Offered]) -> list[Offered]:
    """The first dozen, and something new in any case."""
    return [*(each for each in found if each.id)][:MOST] + [each for each in found if not each.id]


class _CutRows(QStyledItemDelegate):
    """Rows no wider than the list: one that is longer is cut at its end, not moved out at its beginning."""

    def __init__(self, of: QAbstractItemView) -> None:
        super().__init__(of)
        self._list = of

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        hint = super().sizeHint(option, index)
        if self._list.isVisible():
            hint.setWidth(min(hint.width(), self._list.viewport().width()))
        return hint
