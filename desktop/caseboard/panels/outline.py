"""`OutlinePanel`: the case as a tree: by boards, as their readable twin, or every item by its kind."""

from __future__ import annotations

from itertools import chain

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedLayout, QVBoxLayout, QWidget

from caseboard.bridge import CaseBridge
from caseboard.measures import set_margins
from caseboard.panels.board_layout import Prepared
from caseboard.panels.boards_outline import BoardsOutline
from caseboard.panels.empty_state import EmptyState
from caseboard.panels.following import Following
from caseboard.panels.item_menu import item_menu
from caseboard.panels.outline_model import OutlineModel
from caseboard.panels.outline_nodes import Node, Sort
from caseboard.panels.outline_switch import BOARDS, KINDS, OutlineSwitch
from caseboard.panels.outline_tree import Tree
from caseboard.panels.outline_view import OutlineView
from caseboard.panels.pick import select_item
from caseboard.panels.ranges import in_ranges
from caseboard.selection import Selection
from caseboard.theme import Theme
from casedb import Change
from casedb.words import say, term

_EMPTY = term("Nothing in this case yet")
_EMPTY_HINT = term(
    "Double-click the board to add a claim, or drop a picture or a page on it. "
    "Everything that is added is listed here."
)
_UNREAD = term("Nothing could be read")
_UNREAD_HINT = term("The case is damaged. What it held is not listed here; a backup may have it.")
MOST_SHOWN = 2000
"""More selected items than this are not marked in the outline."""
_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect


class OutlinePanel(QWidget):
    """The outline of one case, in one of two orders: `ordered(str)` follows the choice between them.

    What follows is of the order by kind; of that by boards see `BoardsOutline`, which is `boards`.
    A click selects: the item's card on the board in front where it has one, else the item itself.
    Enter or a double-click flies to it: `go_to(str)` with the item's id. `place_wanted(object)`
    carries a tuple of item ids to be placed on that board, `delete_wanted(object)` a `Selected`
    whose items and sources are to be deleted from the case.
    """

    go_to = Signal(str)
    place_wanted = Signal(object)
    delete_wanted = Signal(object)
    ordered = Signal(str)

    def __init__(
        self,
        bridge: CaseBridge,
        selection: Selection,
        theme: Theme,
        parent: QWidget | None = None,
        tree: Tree | None = None,
        prepared: Prepared | None = None,
        order: str = KINDS,
    ) -> None:
        """`tree` and `prepared` are what takes long of both orders, where it has been made already."""
        super().__init__(parent)
        self.setObjectName("outlinePanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._bridge = bridge
        self._selection = selection
        self._theme = theme
        self._board = bridge.contents.boards[0].id
        self._following = Following()
        self.model = OutlineModel(bridge, self, tree)
        self.view = OutlineView(self.model, theme, self)
        self.boards = BoardsOutline(bridge, selection, theme, self, prepared)
        self.switch = OutlineSwitch(order if order in (BOARDS, KINDS) else BOARDS, self)
        self.switch.chosen.connect(self.order_by)
        # Nobody shall take what is lost for what never was.
        empty, hint = (_UNREAD, _UNREAD_HINT) if bridge.case.losses else (_EMPTY, _EMPTY_HINT)
        self._empty = EmptyState(say(empty), say(hint), self)
        self._lay_out()
        self.view.selectionModel().selectionChanged.connect(self._take_selection)
        self.view.entered_row.connect(self._enter)
        self.view.menu_wanted.connect(self.open_menu)
        self._showing = QTimer(self, interval=0, singleShot=True)
        self._showing.timeout.connect(self._show_selection)
        selection.rested.connect(self._show_selection)
        bridge.changed.connect(self._follow)
        self._show_page()
        self._show_selection()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        set_margins(head, "m", "s", "m", "xs")
        head.addWidget(self.switch)
        self._pages = QStackedLayout()
        for page in (self.boards, self.view, self._empty):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(self._pages)

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self._theme = theme
        self.view.set_theme(theme)
        self.boards.set_theme(theme)

    def set_board(self, board_id: str) -> None:
        """Say which board is in front: a click selects cards of that one."""
        self._board = board_id
        self.boards.set_board(board_id)

    def order_by(self, order: str) -> None:
        """Show the boards, or every item by its kind."""
        self.switch.choose(order)
        self._show_page()
        self._show_selection()
        self.ordered.emit(order)

    def menu(self) -> QMenu:
        """The menu for the selected rows."""
        if self.switch.order == BOARDS:
            now = self._selection.now
            items, sources = sorted(now.items), sorted(now.sources)
        else:
            items, sources = self._picked()
        return item_menu(
            self,
            self._theme,
            self._bridge,
            self._board,
            items,
            sources,
            go=(lambda: self.go_to.emit(items[0])) if len(items) == 1 else None,
            place=self.place_wanted.emit,
            delete=self.delete_wanted.emit,
        )

    def open_menu(self, at: QPoint) -> None:
        """Open the menu for the selected items at a point of the desktop."""
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def _enter(self, index: QModelIndex) -> None:
        node = self.model.node_at(index)
        if node is None:
            return
        if node.sort in (Sort.ITEM, Sort.EVIDENCE):
            self.go_to.emit(node.id)
        elif node.sort is Sort.MORE and node.parent is not None:
            self.model.show_page(node.parent)

    # -- the case changes -----------------------------------------------------------------

    def _follow(self, change: Change) -> None:
        with self._following():
            has_moved = self.model.take(change)
        self._show_page()
        if has_moved:
            self._showing.start()

    def _show_page(self) -> None:
        by_boards = self.switch.order == BOARDS
        is_empty = self.model.rowCount() == 0 and not (by_boards and self._bridge.contents.frames)
        page = self.boards if by_boards else self.view
        self._pages.setCurrentWidget(self._empty if is_empty else page)
        view = self.boards.view if by_boards else self.view
        if self.focusProxy() is not view:
            self.setFocusProxy(view)

    # -- selecting ------------------------------------------------------------------------

    def _picked(self) -> tuple[list[str], list[str]]:
        """The ids of the items and sources whose rows are selected."""
        items: dict[str, None] = {}
        sources: dict[str, None] = {}
        for index in self.view.selectionModel().selectedIndexes():
            node = self.model.node_at(index)
            if node is not None:
                (sources if node.sort is Sort.SOURCE else items)[node.id] = None
        return list(items), list(sources)

    def _take_selection(self) -> None:
        if self._following:
            return
        items, sources = self._picked()
        contents = self._bridge.contents
        # Thousands may be picked at once, so sets are joined once and not one by one.
        each = [select_item(contents, item_id, self._board) for item_id in items]
        with self._following():
            self._selection.set(
                cards=chain.from_iterable(one.cards for one in each),
                items=chain.from_iterable(one.items for one in each),
                sources=sources,
            )

    def _show_selection(self) -> None:
        self._showing.stop()
        now = self._selection.now
        if len(now.cards) + len(now.items) + len(now.sources) > MOST_SHOWN:
            # Nobody reads so many marked rows, and Qt would be long at it.
            with self._following():
                self.view.clearSelection()
            return
        items, sources = self._selection.item_ids(self._bridge.contents), self._selection.sources
        wanted = [*items, *sources]
        picked_items, picked_sources = self._picked()
        if set(wanted) == {*picked_items, *picked_sources}:
            return
        nodes = [node for each in wanted if (node := self.model.node_of(each)) is not None]
        with self._following():
            if len(nodes) == 1:
                self._show_one(nodes[0])
            else:
                index_of = self.model.index_of
                rows = ((each.parent.serial, index_of(each)) for each in nodes if each.parent)
                self.view.selectionModel().select(in_ranges(rows), _SELECT)

    def _show_one(self, node: Node) -> None:
        # Below an open claim the item is in sight already; only else is its own folder opened.
        if not self.view.is_in_sight(node):
            mentions = self.model.mentions(node.id)
            node = next((each for each in mentions if self.view.is_in_sight(each)), node)
        index = self.model.reveal(node)
        if index.isValid():
            self.view.selectionModel().setCurrentIndex(index, _SELECT)
            self.view.scrollTo(index)
        else:
            self.view.clearSelection()
