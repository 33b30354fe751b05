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
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence
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
from caseboard.views.desk import ViewDesk
from caseboard.views.table_cells import ROW, TableCells
from caseboard.views.table_drawing import MOST_ROWS, TableDrawing
from caseboard.views.table_head import TableHead
from caseboard.views.table_rows import TableRows
from caseboard.views.view import View
from casedb import Change
from casedb.commands.filling import fill
from casedb.exchange.csv_table import tame
from casedb.model.records import Assessment, Attachment, Card, Item, Link, Source
from casedb.words import say

PAUSE = 120
"""Milliseconds without a key before rows are looked for."""


class Grid(QTableView):
    """The rows. `went()` asks to go to the item of the current one, `copied()` to copy those selected."""

    went = Signal()
    copied = Signal()
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
        elif event.matches(QKeySequence.StandardKey.Copy):
            # Qt would copy one cell, however many rows are selected.
            self.copied.emit()
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
        self.head = TableHead(desk, self.rows, self.grid)
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
        self.head.remember()
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
        grid.setHorizontalHeader(self.head)
        self.head.arranged.connect(self.show_selected)
        self.head.empty_wanted.connect(self._empty)
        self.rows.modelAboutToBeReset.connect(self._begin_telling)
        self.rows.modelReset.connect(self._end_telling)
        grid.selectionModel().selectionChanged.connect(self._tell)
        grid.went.connect(self._go)
        grid.copied.connect(self._copy)
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

    def fill_menu(self) -> None:
        """List all columns that there are."""
        self.head.fill_menu(self.menu)

    def _empty(self, name: str) -> None:
        contents, chosen = self.desk.contents, self._chosen()
        self.desk.bridge.attempt(partial(fill, contents, chosen, name, None))

    # -- rows ---------------------------------------------------------------------------------

    def find_rows(self) -> None:
        """Look for the rows that have the words in the field, at once."""
        self._pause.stop()
        self._lay(self.field.text())

    def _lay(self, words: str | None = None) -> None:
        self.rows.lay(words)
        self._show_count()
        self.head.fit()
        self.show_selected()
        self._warm.start()

    def show_items(self) -> None:
        self._lay()

    def catch_up(self) -> None:
        self.rows.renew()
        self._show_count()
        self.head.fit()
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
            self.nothing.setText(
                say("Nothing here has what is looked for.")
                if self.desk.in_view.items
                else self.desk.why_nothing
            )
            self._pages.setCurrentWidget(self.nothing)

    def _begin_warming(self) -> None:
        if self.isVisible():
            self._working.begin(self.rows.warming(), _nothing)

    def _begin_telling(self) -> None:
        # The rows go and come again: nobody has chosen others by that.
        self._is_telling = True

    def _end_telling(self) -> None:
        self._is_telling = False

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
            self._take_chosen(chosen)
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
        self._take_chosen([self.rows.ids[row] for row in rows])
        if len(rows) == 1:
            there = self.rows.index(rows[0], max(0, model.currentIndex().column()))
            model.setCurrentIndex(there, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.grid.scrollTo(there)
        self._is_telling = False

    def _take_chosen(self, chosen: Sequence[str]) -> None:
        self.cells.chosen = chosen
        self.head.can_empty = len(chosen)

    def _go(self) -> None:
        index = self.grid.currentIndex()
        if index.isValid():
            self.desk.went_to.emit(self.rows.ids[index.row()])

    def _copy(self) -> None:
        """Copy the selected rows as text, for a spreadsheet: what has cards is copied with these instead."""
        chosen = self._chosen()
        if chosen:
            rows = self._table_of(chosen)[1:]
            lines = ("\t".join(str(tame(cell)) for cell in row) for row in rows)
            QGuiApplication.clipboard().setText("\n".join(lines))
            self.desk.told.emit(
                say("{n} row is copied as text.", "{n} rows are copied as text.", n=len(chosen))
            )

    def _press_twice(self, index: QModelIndex) -> None:
        if self.rows.field_at(index.row(), index.column()) is None or self.desk.bridge.read_only:
            self._go()

    # -- the rest -----------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.rows.set_theme(theme)
        self.cells.theme = theme
        self.field.set_theme(theme)
        self.head.fit()
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
        numbers = [each.is_number for each in self.head.shown_columns()]
        left_out = self.desk.in_view.left_out
        hidden = say("{n} not shown", "{n} not shown", n=left_out) if left_out else ""
        return TableDrawing(heads, rows, numbers, len(ids), hidden)

    @property
    def has_table(self) -> bool:
        return bool(self.rows.ids)

    def table(self) -> list[list[str]]:
        return self._table_of(self.rows.ids)

    def _table_of(self, ids: Sequence[str]) -> list[list[str]]:
        columns = self.head.shown_columns()
        rows = [[self.rows.said(each, column) for column in columns] for each in ids]
        return [[each.shown for each in columns], *rows]

    def preparing(self) -> Steps[None]:
        return self.rows.warming()

    def close_view(self) -> None:
        self._pause.stop()
        self.head.widths.close()
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
