"""The entry in which a source or an item is found by typing."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter

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
    """Something that can be picked: its id, its name, an icon with its token, a quiet remark."""

    id: str
    name: str
    icon: str
    token: str
    remark: str = ""


class PickEntry(LineEntry):
    """A line with a list of what fits below it while one types; `picked(str)` carries an id.

    `confirmed()` is Return where nothing in the list is lit: what was typed is meant.
    """

    picked = Signal(str)
    confirmed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._completer: QCompleter | None = None
        self._model = QStandardItemModel(self)
        self.returnPressed.connect(self._confirm)

    def offer(self, found: list[Offered]) -> None:
        """Show what fits, at most a dozen; nothing closes the list."""
        if self._completer is None and not found:
            return
        self._model.clear()
        for each in found[:MOST]:
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
            # As wide as what it offers, however narrow the panel is.
            wide = min(px(MOST_WIDE), popup.sizeHintForColumn(0) + 2 * space("m"))
            completer.complete(QRect(0, 0, max(self.width(), wide), self.height()))
            # Qt makes a row the current one without lighting it, which Return would then take.
            popup.setCurrentIndex(QModelIndex())
        else:
            popup.hide()

    @property
    def offered(self) -> list[str]:
        """What the list shows, in words."""
        return [self._model.item(row).text() for row in range(self._model.rowCount())]

    def _popup(self) -> QCompleter:
        # Made when first needed: a form has many of these and few are ever typed in.
        if self._completer is None:
            self._completer = QCompleter(self._model, self)
            self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
            self._completer.setMaxVisibleItems(MOST)
            self._completer.setWidget(self)
            # The overload with the row, not the one with its words.
            self._completer.activated[QModelIndex].connect(self._take)  # pyright: ignore[reportIndexIssue]
        return self._completer

    def _confirm(self) -> None:
        popup = self._completer.popup() if self._completer is not None else None
        # The line hears of Return before the list, whose row it may be for.
        if popup is None or popup.isHidden() or not popup.currentIndex().isValid():
            self.confirmed.emit()

    def _take(self, index: QModelIndex) -> None:
        found = index.data(ID)
        if isinstance(found, str):
            self.picked.emit(found)
