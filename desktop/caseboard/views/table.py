"""`TableView`: the items in view as rows; sorted, found by words, and changed several at a time."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QMenu,
    QStackedWidget,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from caseboard.lens_field import LensField
from caseboard.measures import set_least_width, set_margins
from caseboard.piecemeal import Piecemeal, Steps
from caseboard.scale import px
from caseboard.theme import Theme
from caseboard.titles import in_menu
from caseboard.views.desk import ViewDesk
from caseboard.views.table_cells import ROW, TableCells
from caseboard.views.table_drawing import MOST_ROWS, TableDrawing
from caseboard.views.table_rows import TableRows
from caseboard.views.view import View
from casedb import Change
from casedb.commands.filling import fill
from casedb.model.item_columns import (
    COMPUTED,
    USUAL,
    Column,
    columns_named,
    field_columns,
)
from casedb.model.kinds import KINDS
from casedb.model.records import Assessment, Attachment, Card, Item, Link, Source
from casedb.words import say

PAUSE = 120
"""Milliseconds without a key before rows are looked for."""
WIDTHS = {"title": 320, "kind": 150, "whose": 180, "tags": 140, "boards": 160, "exhibit": 80}
USUAL_WIDTH, NUMBER_WIDTH, LEAST_WIDTH = 110, 64, 40
_NAME = "table.columns"
_ORDER = "table.order"


class Grid(QTableView):
    """The rows. `went()` asks to go to the item of the current one."""

    went = Signal()
    menu_wanted = Signal(QPoint)

    def event(self, event: QEvent) -> bool:
        # F2 edits the cell here, and the title of what is selected everywhere else.
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = (Qt.Key.Key_F2, Qt.Key.Key_Home, Qt.Key.Key_End)
            if event.key() in keys:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        # The line in which a cell is typed passes its Return on.
        is_editing = self.state() is QTableView.State.EditingState
        if is_return and not event.modifiers() and not is_editing:
            self.went.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())
        event.accept()


class TableView(View):
    """A table of the items in view. A press on a head sorts; F2 or a double press types into a cell, and
    Return goes to the board."""

    name = "table"

    def __init__(self, desk: ViewDesk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(desk, theme, parent)
        self.setObjectName("tableView")
        self.rows = TableRows(desk, theme, self)
        self.cells = TableCells(desk, self.rows, theme, self)
        self.grid = Grid(self)
        self.nothing = QLabel(self)
        self._pages = QStackedWidget(self)
        self._is_telling = False
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(self.find_rows)
        self._working = Piecemeal(self)
        # First what is looked at is shown.
        self._warm = QTimer(self, interval=PAUSE, singleShot=True)
        self._warm.timeout.connect(self._begin_warming)
        self._build()
        self._build_tools()
        self.rows.order_by(self._kept_order())
        self.show_columns(columns_named(self._kept_names()))
        self.setFocusProxy(self.grid)
        self.set_theme(theme)

    def _build(self) -> None:
        grid = self.grid
        grid.setObjectName("tableGrid")
        grid.setAccessibleName(say("Table of items"))
        grid.setModel(self.rows)
        grid.setItemDelegate(self.cells)
        grid.setFrameShape(QTableView.Shape.NoFrame)
        grid.setShowGrid(False)
        grid.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        grid.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        triggers = QAbstractItemView.EditTrigger
        grid.setEditTriggers(triggers.EditKeyPressed | triggers.DoubleClicked)
        grid.setTabKeyNavigation(False)
        grid.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        grid.setWordWrap(False)
        grid.verticalHeader().hide()
        head = grid.horizontalHeader()
        head.setObjectName("tableHead")
        head.setSectionsMovable(True)
        head.setSectionsClickable(True)
        head.setHighlightSections(False)
        head.setSortIndicatorShown(True)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        head.setTextElideMode(Qt.TextElideMode.ElideRight)
        head.sectionClicked.connect(self.sort)
        head.sectionMoved.connect(self._keep_columns)
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(self._offer_head)
        grid.selectionModel().selectionChanged.connect(self._tell)
        grid.went.connect(self._go)
        grid.doubleClicked.connect(self._press_twice)
        grid.menu_wanted.connect(self.desk.menu_wanted)
        self.nothing.setObjectName("viewNothing")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setWordWrap(True)
        self._pages.addWidget(grid)
        self._pages.addWidget(self.nothing)
        column = QVBoxLayout(self)
        set_margins(column, 0)
        column.addWidget(self._pages)

    def _build_tools(self) -> None:
        self.field = LensField(self)
        self.field.setObjectName("tableField")
        self.field.setPlaceholderText(say("Find rows"))
        self.field.setAccessibleName(say("Find rows"))
        self.field.offer_to_clear(say("Clear the words"))
        set_least_width(self.field, 150)
        self.field.textChanged.connect(self._pause.start)
        self.field.returnPressed.connect(self.grid.setFocus)
        self.chooser = QToolButton(self)
        self.chooser.setObjectName("viewTool")
        self.chooser.setText(say("Columns"))
        self.chooser.setToolTip(say("Choose what stands in the columns"))
        self.chooser.setAccessibleName(say("Columns"))
        self.chooser.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.chooser.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self.chooser)
        self.menu.aboutToShow.connect(self.fill_menu)
        self.chooser.setMenu(self.menu)
        self.count = QLabel(self)
        self.count.setObjectName("viewCount")

    @property
    def tools(self) -> Sequence[QWidget]:
        return (self.field, self.chooser, self.count)

    # -- columns ------------------------------------------------------------------------------

    def _kept_names(self) -> list[str]:
        return self.desk.choice(_NAME, " ".join(USUAL)).split()

    def show_columns(self, columns: Sequence[Column]) -> None:
        """Show these columns, in this order."""
        self.rows.show(columns or columns_named(("title",)))
        head = self.grid.horizontalHeader()
        for at, column in enumerate(self.rows.columns):
            usual = NUMBER_WIDTH if column.is_number else USUAL_WIDTH
            head.resizeSection(at, px(WIDTHS.get(column.name, usual)))
        self._show_order()
        self.show_selected()

    def shown_columns(self) -> list[Column]:
        """The columns in the order in which they stand on the screen."""
        head, columns = self.grid.horizontalHeader(), self.rows.columns
        return [columns[head.logicalIndex(n)] for n in range(len(columns))]

    def _keep_columns(self) -> None:
        self.desk.keep_choice(_NAME, " ".join(each.name for each in self.shown_columns()))

    def _toggle_column(self, name: str) -> None:
        """Show one column more, as the last one, or one less."""
        before = [each.name for each in self.shown_columns()]
        kept = [each for each in before if each != name]
        self.show_columns(columns_named(kept if name in before else [*before, name]))
        self._keep_columns()

    def fill_menu(self) -> None:
        """List all columns that there are, those that are shown ticked."""
        self.menu.clear()
        there = {each.name for each in self.rows.columns}
        offered = [*USUAL, *(each.name for each in COMPUTED if each.name not in USUAL)]
        for column in columns_named(offered):
            self._offer_column(self.menu, column, there)
        self.menu.addSeparator()
        listed = set(offered)
        for kind in KINDS.values():
            names = [each.name for each in kind.stored_fields() if each.name not in listed]
            own = [each for each in columns_named(names) if each.name in field_columns()]
            if own:
                inner = self.menu.addMenu(in_menu(say(kind.plural)))
                for column in own:
                    self._offer_column(inner, column, there)
        self.menu.addSeparator()
        usual = self.menu.addAction(say("The usual columns"))
        usual.triggered.connect(self._show_usual)

    def _offer_column(self, menu: QMenu, column: Column, there: set[str]) -> None:
        action = menu.addAction(in_menu(column.shown))
        action.setCheckable(True)
        action.setChecked(column.name in there)
        action.setEnabled(column.name != "title")
        action.triggered.connect(partial(self._toggle_column, column.name))

    def _show_usual(self) -> None:
        self.show_columns(columns_named(USUAL))
        self._keep_columns()

    def _offer_head(self, at: QPoint) -> None:
        head = self.grid.horizontalHeader()
        section = head.logicalIndexAt(at)
        if section < 0:
            return
        menu, column = QMenu(head), self.rows.columns[section]
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for label, is_backward in (
            (say("Sort from the beginning"), False),
            (say("Sort from the end"), True),
        ):
            menu.addAction(label).triggered.connect(
                partial(self._sort_by, column.name, is_backward)
            )
        menu.addSeparator()
        hide = menu.addAction(say("Take the column away"))
        hide.triggered.connect(partial(self._toggle_column, column.name))
        hide.setEnabled(column.name != "title")
        chosen = self._chosen()
        can_empty = column.field is not None and column.name not in ("title", "exhibit")
        if can_empty and chosen and not self.desk.bridge.read_only:
            text = say(
                "Empty it in {n} selected row", "Empty it in {n} selected rows", n=len(chosen)
            )
            menu.addAction(text).triggered.connect(partial(self._empty, column.name))
        menu.popup(head.mapToGlobal(at))

    def _empty(self, name: str) -> None:
        contents, chosen = self.desk.contents, self._chosen()
        self.desk.bridge.attempt(partial(fill, contents, chosen, name, None))

    # -- order --------------------------------------------------------------------------------

    def _kept_order(self) -> dict[str, bool]:
        kept = self.desk.choice(_ORDER, "exhibit").split()
        return {each.removeprefix("-"): each.startswith("-") for each in kept}

    def sort(self, section: int) -> None:
        """Order rows by a column; once more from its end."""
        name = self.rows.columns[section].name
        order = self._kept_order()
        last = next(reversed(order), "")
        self._sort_by(name, name == last and not order[name])

    def _sort_by(self, name: str, is_backward: bool) -> None:
        order = {key: value for key, value in self._kept_order().items() if key != name}
        order[name] = is_backward
        held = dict([*order.items()][-3:])
        told = " ".join(f"-{key}" if value else key for key, value in held.items())
        self.desk.keep_choice(_ORDER, told)
        self._is_telling = True
        self.rows.resort(name, is_backward=is_backward)
        self._is_telling = False
        self._show_order()
        self.show_selected()

    def _show_order(self) -> None:
        order = self._kept_order()
        last = next(reversed(order), "")
        names = [each.name for each in self.rows.columns]
        at = names.index(last) if last in names else -1
        way = Qt.SortOrder.DescendingOrder if order.get(last) else Qt.SortOrder.AscendingOrder
        self.grid.horizontalHeader().setSortIndicator(at, way)

    # -- rows ---------------------------------------------------------------------------------

    def find_rows(self) -> None:
        """Look for the rows that have the words in the field, at once."""
        self._pause.stop()
        self._lay(self.field.text())

    def _lay(self, words: str | None = None) -> None:
        self._is_telling = True
        self.rows.lay(words)
        self._is_telling = False
        self._show_count()
        self.show_selected()
        self._warm.start()

    def show_items(self) -> None:
        self._lay()

    def catch_up(self) -> None:
        self._is_telling = True
        self.rows.renew()
        self._is_telling = False
        self._show_count()
        self.show_selected()
        self._warm.start()

    def follow(self, change: Change) -> None:
        touched: dict[str, None] = dict.fromkeys(change.restated)
        for edit in change.edits:
            match edit.record:
                case Source():
                    self.catch_up()
                    return
                case Item() as item:
                    touched[item.id] = None
                case Link() as link:
                    touched.update(dict.fromkeys((link.start.id, link.end.id)))
                case Card() | Attachment() as held:
                    touched[held.item] = None
                case Assessment() as given:
                    touched[given.subject] = None
                    if given.subject in self.desk.contents.sources:
                        self.catch_up()
                        return
                case _:
                    continue
        self.rows.forget([*touched])

    def _show_count(self) -> None:
        shown, left_out = len(self.rows.ids), self.desk.in_view.left_out
        left_out += len(self.desk.in_view.items) - shown
        told = [say("{n} row", "{n} rows", n=shown)]
        if left_out:
            told.append(say("{n} not shown", "{n} not shown", n=left_out))
        self.count.setText(" · ".join(told))
        if shown:
            self._pages.setCurrentWidget(self.grid)
        else:
            is_left_out = bool(left_out)
            self.nothing.setText(
                say("Nothing here has what is looked for.")
                if is_left_out
                else say("There are no items yet. Double-click on the board to add one.")
            )
            self._pages.setCurrentWidget(self.nothing)

    def _begin_warming(self) -> None:
        if self.isVisible():
            self._working.begin(self.rows.warming(), _nothing)

    # -- the selection ------------------------------------------------------------------------

    def _chosen(self) -> list[str]:
        """The items of the selected rows, in their order."""
        parts = self.grid.selectionModel().selection().toList()
        rows = {row for part in parts for row in range(part.top(), part.bottom() + 1)}
        return [self.rows.ids[row] for row in sorted(rows) if row < len(self.rows.ids)]

    def _tell(self) -> None:
        if not self._is_telling:
            self._is_telling = True
            chosen = self._chosen()
            self.cells.chosen = chosen
            self.desk.pick(chosen)
            self._is_telling = False

    def show_selected(self) -> None:
        if self._is_telling:
            return
        self._is_telling = True
        found = (self.rows.row_of(each) for each in self.desk.selected_items)
        rows = sorted(row for row in found if row is not None)
        last, marked = self.rows.columnCount() - 1, QItemSelection()
        for first, end in _runs(rows):
            marked.merge(
                QItemSelection(self.rows.index(first, 0), self.rows.index(end, last)),
                QItemSelectionModel.SelectionFlag.Select,
            )
        model = self.grid.selectionModel()
        model.select(marked, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.cells.chosen = [self.rows.ids[row] for row in rows]
        if len(rows) == 1:
            there = self.rows.index(rows[0], max(0, model.currentIndex().column()))
            model.setCurrentIndex(there, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.grid.scrollTo(there)
        self._is_telling = False

    def _go(self) -> None:
        index = self.grid.currentIndex()
        if index.isValid():
            self.desk.went_to.emit(self.rows.ids[index.row()])

    def _press_twice(self, index: QModelIndex) -> None:
        if self.rows.field_at(index.row(), index.column()) is None or self.desk.bridge.read_only:
            self._go()

    # -- the rest -----------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.rows.set_theme(theme)
        self.cells.theme = theme
        self.field.set_theme(theme)
        head = self.grid.horizontalHeader()
        head.setMinimumSectionSize(px(LEAST_WIDTH))
        rows = self.grid.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(px(ROW))
        rows.setDefaultSectionSize(px(ROW))
        self.grid.viewport().update()

    def drawing(self) -> TableDrawing | None:
        ids = self.rows.ids
        if not ids:
            return None
        heads, *rows = self._table_of(ids[:MOST_ROWS])
        numbers = [each.is_number for each in self.shown_columns()]
        left_out = self.desk.in_view.left_out
        hidden = say("{n} not shown", "{n} not shown", n=left_out) if left_out else ""
        return TableDrawing(heads, rows, numbers, len(ids), hidden)

    @property
    def has_table(self) -> bool:
        return bool(self.rows.ids)

    def table(self) -> list[list[str]]:
        return self._table_of(self.rows.ids)

    def _table_of(self, ids: Sequence[str]) -> list[list[str]]:
        columns = self.shown_columns()
        rows = [[self.rows.said(each, column) for column in columns] for each in ids]
        return [[each.shown for each in columns], *rows]

    def preparing(self) -> Steps[None]:
        return self.rows.warming()

    def close_view(self) -> None:
        self._pause.stop()
        self._warm.stop()
        self._working.drop()


def _nothing(_: None) -> None:
    """All is warm."""


def _runs(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Rows in order as runs, each as its first and its last."""
    found: list[tuple[int, int]] = []
    for row in rows:
        if found and found[-1][1] == row - 1:
            found[-1] = found[-1][0], row
        else:
            found.append((row, row))
    return found
