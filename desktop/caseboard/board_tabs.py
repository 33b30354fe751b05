"""The tabs of the boards: switch, add, rename, reorder, delete."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QTabBar,
    QToolButton,
    QWidget,
)

from caseboard.measures import set_spacing
from caseboard.plain_tips import short_tip
from caseboard.scale import px
from caseboard.theme import Theme, icon, paint_icon
from caseboard.tips import stand_for
from caseboard.titles import in_menu
from casedb.model.records import Board
from casedb.model.visible_text import one_line
from casedb.words import say

LONGEST = 200
"""Characters of a board's title that can be typed."""
WIDEST_TAB = 180
"""Pixels of a title at 100 % that a tab shows; its tool tip and the list of boards show more."""
LEAST_TAB, AROUND_TITLE, SCROLLER = 24, 40, 36
LEAST_EDITOR = 180
ARROW = 16


class BoardTabs(QWidget):
    """One tab a board, a list of all of them, and a button for one more.

    Tabs keep their width: where they do not fit, they are scrolled. With the focus on them, F2
    renames the board in front and Delete deletes it.

    `chosen(board_id)`, `add_wanted()`, `renamed(board_id, title)`, `reordered(list of ids)`,
    `delete_wanted(board_id)`, `place_wanted(board_id)` (as a card on the one in front) tell what the user wants; the case answers through `show_boards`.
    """

    chosen = Signal(str)
    add_wanted = Signal()
    renamed = Signal(str, str)
    reordered = Signal(list)
    delete_wanted = Signal(str)
    place_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("boardTabs")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        set_spacing(row, "xs")
        self.bar = QTabBar(self)
        self.bar.setObjectName("boardTabBar")
        self.bar.setAccessibleName(say("Boards"))
        self.bar.setMovable(True)
        self.bar.setExpanding(False)
        self.bar.setDrawBase(False)
        self.bar.setElideMode(Qt.TextElideMode.ElideNone)
        self.bar.setUsesScrollButtons(True)
        # Arrow keys go from tab to tab, and those come into view.
        for button in self.bar.findChildren(QToolButton):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.bar.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.bar.currentChanged.connect(self._choose)
        self.bar.tabMoved.connect(self._note_move)
        self.bar.installEventFilter(self)
        self._arrows = dict(
            zip(self.bar.findChildren(QToolButton), ("chevron_left", "chevron_right"), strict=True)
        )
        for arrow in self._arrows:
            arrow.installEventFilter(self)
        self.bar.tabBarDoubleClicked.connect(self.rename)
        self.bar.customContextMenuRequested.connect(self._offer)
        row.addWidget(self.bar)
        self.list_button = QToolButton(self)
        self.list_button.setObjectName("listBoards")
        self.list_button.setAutoRaise(True)
        self.list_button.setToolTip(say("List of boards"))
        self.list_button.setAccessibleName(say("List of boards"))
        self.list_button.clicked.connect(self._show_list)
        self.list = QMenu(self.list_button)
        row.addWidget(self.list_button)
        self.add_button = QToolButton(self)
        self.add_button.setObjectName("addBoard")
        self.add_button.setAutoRaise(True)
        stand_for(self.add_button, "add_board", say("Add a board"))
        self.add_button.setAccessibleName(say("Add a board"))
        self.add_button.clicked.connect(self.add_wanted)
        row.addWidget(self.add_button)
        row.addStretch(1)
        self._editor: _TitleEditor | None = None
        self._boards: tuple[Board, ...] = ()
        self._titles: dict[str, str] = {}
        self._in_front = ""
        self._shown_width = 0
        self._was_moved = False
        self.can_write = True
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        self.add_button.setIcon(icon("add", theme))
        self.list_button.setIcon(icon("chevron_down", theme))
        # At another scale more or less of the titles is shown.
        self.show_boards(self._boards, self._in_front)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._widest() != self._shown_width:
            self.show_boards(self._boards, self._in_front)

    def _widest(self) -> int:
        """How much of a title a tab shows: no more than there is room for one tab."""
        buttons = self.list_button.sizeHint().width() + self.add_button.sizeHint().width()
        # Where there are several they may have to be scrolled.
        scroller = px(SCROLLER) if len(self._boards) > 1 else 0
        room = self.width() - buttons - scroller - px(AROUND_TITLE)
        return max(px(LEAST_TAB), min(px(WIDEST_TAB), room))

    def show_boards(self, boards: tuple[Board, ...], current: str) -> None:
        """Show these boards, with one of them in front."""
        self.bar.blockSignals(True)
        while self.bar.count() > len(boards):
            self.bar.removeTab(self.bar.count() - 1)
        self._boards = boards
        widest = self._shown_width = self._widest()
        self._titles = {board.id: board.title for board in boards}
        self._in_front = current
        for n, board in enumerate(boards):
            whole = _in_one_line(board.title)
            elided = self.bar.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, widest)
            title = elided.replace("&", "&&")
            if n >= self.bar.count():
                self.bar.addTab(title)
            elif self.bar.tabText(n) != title:
                self.bar.setTabText(n, title)
            self.bar.setTabData(n, board.id)
            self.bar.setTabToolTip(n, short_tip(whole))
            self.bar.setAccessibleTabName(n, whole)
            if board.id == current:
                self.bar.setCurrentIndex(n)
        self.bar.blockSignals(False)
        self.list_button.setVisible(len(boards) > 1)
        self.bar.setMovable(self.can_write)
        self.add_button.setEnabled(self.can_write)

    def board_ids(self) -> list[str]:
        """The boards in the order of the tabs."""
        return [str(self.bar.tabData(n)) for n in range(self.bar.count())]

    def step(self, by: int) -> None:
        """Bring another board to the front."""
        if self.bar.count():
            self.bar.setCurrentIndex((self.bar.currentIndex() + by) % self.bar.count())

    def rename(self, index: int) -> None:
        """Edit the title of a tab in place."""
        if index < 0 or not self.can_write:
            return
        board_id = str(self.bar.tabData(index))
        editor = _TitleEditor(self._titles[board_id], self.bar)
        editor.setGeometry(self._place_of_editor(index))
        editor.finished.connect(partial(self._rename, board_id))
        self._editor = editor
        QWidget.setTabOrder(self.bar, editor)
        editor.show()
        editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place_of_editor(self, index: int) -> QRect:
        """Over the tab, with room to type in, and never out of sight."""
        place = self.bar.tabRect(index).adjusted(2, 2, -2, -2)
        place.setWidth(min(max(place.width(), px(LEAST_EDITOR)), self.bar.width()))
        place.moveLeft(max(0, min(place.left(), self.bar.width() - place.width())))
        return place

    def _show_list(self) -> None:
        self.list.clear()
        for n, board_id in enumerate(self.board_ids()):
            action = self.list.addAction(in_menu(self._titles[board_id]))
            action.setCheckable(True)
            action.setChecked(board_id == self._in_front)
            action.triggered.connect(lambda _=False, n=n: self.bar.setCurrentIndex(n))
        self.list.popup(self.list_button.mapToGlobal(self.list_button.rect().bottomLeft()))

    def _rename(self, board_id: str, title: str) -> None:
        self._editor = None
        if title:
            self.renamed.emit(board_id, title)

    def _choose(self, index: int) -> None:
        # A tab that is dragged keeps being the one in front, under another number.
        if index >= 0 and self.bar.tabData(index) != self._in_front:
            self.chosen.emit(str(self.bar.tabData(index)))

    def _note_move(self) -> None:
        self._was_moved = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A tab that is dragged past three others has moved three times and is one step to undo.
        if event.type() == QEvent.Type.MouseButtonRelease and self._was_moved:
            self._was_moved = False
            self.reordered.emit(self.board_ids())
        if isinstance(watched, QToolButton) and event.type() == QEvent.Type.Paint:
            self._paint_arrow(watched)
            return True
        if watched is self.bar and isinstance(event, QKeyEvent) and self._take_key(event):
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def _paint_arrow(self, button: QToolButton) -> None:
        """Paint an arrow to scroll with: Qt's own has one size, and none of the colours."""
        painter = QPainter(button)
        painter.fillRect(button.rect(), self._theme.colour("surf"))
        side = min(px(ARROW), button.width())
        box = QRectF(0, 0, side, side)
        box.moveCenter(QRectF(button.rect()).center())
        token = "tx2" if button.isEnabled() else "bd"
        paint_icon(painter, self._arrows[button], box, self._theme.colour(token))
        painter.end()

    def _take_key(self, event: QKeyEvent) -> bool:
        """Rename or delete the board in front; these keys do other things where a board has them."""
        keys = (Qt.Key.Key_F2, Qt.Key.Key_Delete)
        if event.key() not in keys or event.modifiers() or not self.bar.hasFocus():
            return False
        if event.type() == QEvent.Type.KeyPress:
            index = self.bar.currentIndex()
            if event.key() == Qt.Key.Key_F2:
                self.rename(index)
            elif self.can_write and self.bar.count() > 1:
                self.delete_wanted.emit(str(self.bar.tabData(index)))
        return True

    def menu(self, index: int) -> QMenu:
        """The context menu of one tab."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        rename = QAction(say("&Rename…"), menu)
        rename.triggered.connect(lambda: self.rename(index))
        delete = QAction(say("&Delete board…"), menu)
        delete.setEnabled(self.can_write and self.bar.count() > 1)
        delete.triggered.connect(lambda: self.delete_wanted.emit(str(self.bar.tabData(index))))
        rename.setEnabled(self.can_write)
        front = in_menu(self._titles.get(self._in_front, ""))
        place = QAction(say("&Place as a card on “{title}”", title=front), menu)
        place.triggered.connect(lambda: self.place_wanted.emit(str(self.bar.tabData(index))))
        is_front = self.bar.tabData(index) == self._in_front
        place.setEnabled(self.can_write and not is_front)
        place.setToolTip(say("A board cannot be put on itself.") if is_front else "")
        menu.setToolTipsVisible(True)
        menu.addActions([rename, place, delete])
        return menu

    def _offer(self, at: QPoint) -> None:
        index = self.bar.tabAt(at)
        if index < 0 and self.bar.hasFocus():
            # The menu key asks at the middle of the bar, where there may be no tab.
            index = self.bar.currentIndex()
        if index >= 0:
            self.menu(index).popup(self.bar.mapToGlobal(at))


def _in_one_line(title: str) -> str:
    """A title that may have come from elsewhere, with nothing hidden in it."""
    return one_line(title[:LONGEST])


class _TitleEditor(QLineEdit):
    """Edits a title where it stands; `finished` carries it, empty where it was left alone."""

    finished = Signal(str)

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(title, parent)
        self.setObjectName("boardTitleEditor")
        self.setAccessibleName(say("Title of the board"))
        # One that came longer from elsewhere is not cut by looking at it.
        self.setMaxLength(max(LONGEST, len(title)))
        self.selectAll()
        self._before = title
        self._done = False
        self.editingFinished.connect(self._finish)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._end("")
        else:
            super().keyPressEvent(event)

    def _finish(self) -> None:
        title = self.text().strip()
        self._end(title if title != self._before else "")

    def _end(self, title: str) -> None:
        # Hiding takes the focus away, which would end the editing a second time.
        if not self._done:
            self._done = True
            self.hide()
            self.finished.emit(title)
            self.deleteLater()
