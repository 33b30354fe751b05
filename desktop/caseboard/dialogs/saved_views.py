"""`SavedViews`: the saved views of a board in their order, to be named, moved and deleted."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from caseboard.bridge import CaseBridge
from caseboard.focus_order import chain_focus
from caseboard.keys import shown
from caseboard.measures import fit_on_screen, set_least_height, set_margins, set_spacing
from caseboard.plain_tips import tip
from caseboard.voices import announce
from casedb.commands import views
from casedb.model.records import SavedView
from casedb.words import say, term

TITLE = term("Saved views")
NO_VIEWS = term("This board has no saved views yet")
_WIDTH, _HEIGHT, _LEAST = 520, 400, 120
_ID = Qt.ItemDataRole.UserRole
_MOVED = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class SavedViews(QDialog):
    """The views of one board; whatever is done to them is done at once, and undone like all else.

    `wanted(str)` carries the view that is to be shown, and follows the end of the dialog.
    """

    wanted = Signal(str)

    def __init__(self, bridge: CaseBridge, board_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("savedViews")
        self.setWindowTitle(say(TITLE))
        self._bridge = bridge
        self._board = board_id
        self.list = self._build_list()
        self.nothing = _words(say(NO_VIEWS), "dialogHint", self)
        self.trouble = _words("", "filterTrouble", self)
        self.show_button = self._button(say("Show"), self._want)
        self.rename_button = self._button(say("Rename"), self._rename, "F2")
        self.up_button = self._button(say("Move up"), partial(self.move_current, -1), "Alt+Up")
        self.down_button = self._button(say("Move down"), partial(self.move_current, 1), "Alt+Down")
        self.delete_button = self._button(say("Delete"), self._delete, "Del")
        self.shut = self._button(say("Close"), self.accept)
        self.shut.setObjectName("primary")
        self._lay_out()
        self.list.currentRowChanged.connect(self._enable)
        self.list.itemChanged.connect(self._take_name)
        self.list.itemActivated.connect(self._want)
        self.list.model().rowsMoved.connect(self._take_order)
        bridge.changed.connect(self._show)
        bridge.failed.connect(self._tell)
        self._show()
        self.list.setCurrentRow(0)
        fit_on_screen(self, _WIDTH, _HEIGHT)
        (self.list if self.list.count() else self.shut).setFocus()

    @classmethod
    def ask(cls, parent: QWidget, bridge: CaseBridge, board_id: str) -> str:
        """Show it until it is closed; the view that is to be shown then, or nothing."""
        dialog = cls(bridge, board_id, parent)
        found: list[str] = []
        dialog.wanted.connect(found.append)
        dialog.exec()
        dialog.deleteLater()
        return found[0] if found else ""

    # -- the parts ------------------------------------------------------------------------

    def _build_list(self) -> QListWidget:
        made = QListWidget(self)
        made.setObjectName("viewList")
        made.setAccessibleName(say(TITLE))
        made.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        made.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        made.setTextElideMode(Qt.TextElideMode.ElideRight)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_least_height(made, _LEAST)
        made.installEventFilter(self)
        return made

    def _button(self, text: str, do: Callable[[], object], key: str = "") -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: do())
        if key:
            button.setToolTip(f"{text} ({shown(key)})")
        return button

    def _lay_out(self) -> None:
        title = _words(say(TITLE), "dialogTitle", self)
        beside = QVBoxLayout()
        set_spacing(beside, "s")
        for button in (
            self.show_button,
            self.rename_button,
            self.up_button,
            self.down_button,
            self.delete_button,
        ):
            beside.addWidget(button)
        beside.addStretch(1)
        middle = QHBoxLayout()
        set_spacing(middle, "m")
        middle.addWidget(self.list, 1)
        middle.addLayout(beside)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.shut)
        layout = QVBoxLayout(self)
        set_margins(layout, "xl")
        set_spacing(layout, "m")
        for widget in (title, self.nothing):
            layout.addWidget(widget)
        layout.addLayout(middle, 1)
        layout.addWidget(self.trouble)
        layout.addLayout(foot)
        chain_focus(self)

    # -- showing --------------------------------------------------------------------------

    @property
    def _there(self) -> list[SavedView]:
        return self._bridge.contents.views_of(self._board)

    @property
    def _listed(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    @property
    def current(self) -> str:
        """The view of the current row; empty for none."""
        row = self.list.currentRow()
        return str(self.list.item(row).data(_ID)) if row >= 0 else ""

    def _show(self) -> None:
        self._tell("")
        there = [(view.id, view.name) for view in self._there]
        if there != [(item.data(_ID), item.text()) for item in self._listed]:
            self._fill(there)
        self.nothing.setVisible(not there)
        self._enable()

    def _fill(self, there: list[tuple[str, str]]) -> None:
        row, current = self.list.currentRow(), self.current
        self.list.blockSignals(True)
        self.list.clear()
        for view_id, name in there:
            item = QListWidgetItem(name, self.list)
            item.setData(_ID, view_id)
            item.setToolTip(tip(name))
            flags = item.flags() | Qt.ItemFlag.ItemIsEditable
            item.setFlags(flags & ~Qt.ItemFlag.ItemIsDropEnabled)
        ids = [view_id for view_id, _ in there]
        # Where the current one is gone, the next one follows.
        self.list.setCurrentRow(
            ids.index(current) if current in ids else max(0, min(row, len(ids) - 1))
        )
        self.list.blockSignals(False)

    def _enable(self) -> None:
        row, last = self.list.currentRow(), self.list.count() - 1
        focused = QApplication.focusWidget()
        for button in (self.show_button, self.rename_button, self.delete_button):
            button.setEnabled(row >= 0)
        self.up_button.setEnabled(row > 0)
        self.down_button.setEnabled(0 <= row < last)
        if focused is not None and self.isAncestorOf(focused) and not focused.isEnabled():
            (self.list if last >= 0 else self.shut).setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)

    # -- doing ----------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if plain == Qt.KeyboardModifier.AltModifier and event.key() in _MOVED:
                self.move_current(_MOVED[Qt.Key(event.key())])
                return True
            if not plain and event.key() == Qt.Key.Key_Delete:
                self._delete()
                return True
            if not plain and event.key() == Qt.Key.Key_F2:
                self._rename()
                return True
        return super().eventFilter(watched, event)

    def move_current(self, by: int) -> None:
        """Move the current view up (-1) or down (1) by one."""
        order = [view.id for view in self._there]
        at = self.list.currentRow()
        if self.current and 0 <= at + by < len(order):
            order[at], order[at + by] = order[at + by], order[at]
            self._reorder(order)

    def _reorder(self, order: list[str]) -> None:
        self._bridge.attempt(partial(views.order_views, self._bridge.contents, order))

    def _take_order(self) -> None:
        self._reorder([str(item.data(_ID)) for item in self._listed])
        self._show_soon()

    def _rename(self) -> None:
        if self.current:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            self.list.editItem(self.list.currentItem())

    def _take_name(self, item: QListWidgetItem) -> None:
        view_id, name = str(item.data(_ID)), item.text()
        if not self._bridge.attempt(
            partial(views.rename_view, self._bridge.contents, view_id, name)
        ):
            why = self.trouble.text()
            self._show_soon(why)
        else:
            self._show_soon()

    def _show_soon(self, why: str = "") -> None:
        """Show what there is now, and why it is not what was wished."""

        def show() -> None:
            self._show()
            self._tell(why)

        # The list is still at work with what was dropped or typed.
        QTimer.singleShot(0, self, show)

    def _delete(self) -> None:
        if self.current:
            self._bridge.attempt(partial(views.delete_view, self._bridge.contents, self.current))

    def _want(self) -> None:
        wanted = self.current
        if wanted:
            self.accept()
            self.wanted.emit(wanted)


def _words(text: str, name: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
