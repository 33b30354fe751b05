"""`TableHead`: the names of a table's columns: which there are, and what the rows are ordered by."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from caseboard.scale import px
from caseboard.titles import in_menu
from caseboard.views.desk import ViewDesk
from caseboard.views.table_rows import TableRows
from caseboard.views.table_widths import ColumnWidths
from casedb.model.item_columns import COMPUTED, USUAL, Column, columns_named, field_columns
from casedb.model.kinds import KINDS
from casedb.words import say

LEAST_WIDTH = 40
MOST_ORDERS = 3
"""Columns that rows are ordered by, one within the other."""
_COLUMNS, _ORDER = "table.columns", "table.order"


class TableHead(QHeaderView):
    """A press on a name orders by it, once more from its end; names are dragged to where they shall stand.

    `arranged()` follows when columns or rows stand otherwise; `empty_wanted(str)` asks to empty a column
    in the selected rows. What is chosen is remembered.
    """

    arranged = Signal()
    empty_wanted = Signal(str)

    def __init__(self, desk: ViewDesk, rows: TableRows, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._desk = desk
        self._rows = rows
        self.can_empty = 0
        """How many rows are selected, in which a column could be emptied."""
        self.widths = ColumnWidths(self, desk, rows)
        self.setObjectName("tableHead")
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSortIndicatorShown(True)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.sectionClicked.connect(self.sort)
        self.sectionMoved.connect(self._keep_columns)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._offer)

    def remember(self) -> None:
        """Show what was chosen last."""
        self._rows.order_by(self._kept_order())
        self.show_columns(columns_named(self._desk.choice(_COLUMNS, " ".join(USUAL)).split()))

    # -- columns ------------------------------------------------------------------------------

    def show_columns(self, columns: Sequence[Column]) -> None:
        """Show these columns, in this order."""
        self._rows.show(columns or columns_named(("title",)))
        self.widths.fit()
        self._show_order()
        self.arranged.emit()

    def shown_columns(self) -> list[Column]:
        """The columns in the order in which they stand on the screen."""
        columns = self._rows.columns
        return [columns[self.logicalIndex(n)] for n in range(len(columns))]

    def _keep_columns(self) -> None:
        names = " ".join(each.name for each in self.shown_columns())
        self._desk.keep_choice(_COLUMNS, names)

    def _toggle_column(self, name: str) -> None:
        """Show one column more, as the last one, or one less."""
        before = [each.name for each in self.shown_columns()]
        kept = [each for each in before if each != name]
        self.show_columns(columns_named(kept if name in before else [*before, name]))
        self._keep_columns()

    def _show_usual(self) -> None:
        self.widths.forget()
        self.show_columns(columns_named(USUAL))
        self._keep_columns()

    def fill_menu(self, menu: QMenu) -> None:
        """List all columns that there are, those that are shown ticked."""
        menu.clear()
        there = {each.name for each in self._rows.columns}
        offered = [*USUAL, *(each.name for each in COMPUTED if each.name not in USUAL)]
        for column in columns_named(offered):
            self._offer_column(menu, column, there)
        menu.addSeparator()
        listed = set(offered)
        for kind in KINDS.values():
            names = [each.name for each in kind.stored_fields() if each.name not in listed]
            own = [each for each in columns_named(names) if each.name in field_columns()]
            if own:
                inner = menu.addMenu(in_menu(say(kind.plural)))
                for column in own:
                    self._offer_column(inner, column, there)
        menu.addSeparator()
        menu.addAction(say("The usual columns")).triggered.connect(self._show_usual)

    def _offer_column(self, menu: QMenu, column: Column, there: set[str]) -> None:
        action = menu.addAction(in_menu(column.shown))
        action.setCheckable(True)
        action.setChecked(column.name in there)
        action.setEnabled(column.name != "title")
        action.triggered.connect(partial(self._toggle_column, column.name))

    def _offer(self, at: QPoint) -> None:
        section = self.logicalIndexAt(at)
        if section < 0:
            return
        menu, column = QMenu(self), self._rows.columns[section]
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
        is_own = column.field is not None and column.name not in ("title", "exhibit")
        if is_own and self.can_empty and not self._desk.bridge.read_only:
            text = say(
                "Empty it in {n} selected row", "Empty it in {n} selected rows", n=self.can_empty
            )
            menu.addAction(text).triggered.connect(partial(self.empty_wanted.emit, column.name))
        menu.popup(self.mapToGlobal(at))

    # -- order --------------------------------------------------------------------------------

    def _kept_order(self) -> dict[str, bool]:
        kept = self._desk.choice(_ORDER, "exhibit").split()
        return {each.removeprefix("-"): each.startswith("-") for each in kept}

    def sort(self, section: int) -> None:
        """Order rows by a column; once more from its end."""
        name = self._rows.columns[section].name
        order = self._kept_order()
        last = next(reversed(order), "")
        self._sort_by(name, name == last and not order[name])

    def _sort_by(self, name: str, is_backward: bool) -> None:
        order = {key: value for key, value in self._kept_order().items() if key != name}
        order[name] = is_backward
        held = dict([*order.items()][-MOST_ORDERS:])
        told = " ".join(f"-{key}" if value else key for key, value in held.items())
        self._desk.keep_choice(_ORDER, told)
        self._rows.resort(name, is_backward=is_backward)
        self._show_order()
        self.arranged.emit()

    def _show_order(self) -> None:
        order = self._kept_order()
        last = next(reversed(order), "")
        names = [each.name for each in self._rows.columns]
        at = names.index(last) if last in names else -1
        way = Qt.SortOrder.DescendingOrder if order.get(last) else Qt.SortOrder.AscendingOrder
        self.setSortIndicator(at, way)

    # -- the rest -----------------------------------------------------------------------------

    def fit(self) -> None:
        """Stand as the scale of the window and what is in the columns want it."""
        self.setMinimumSectionSize(px(LEAST_WIDTH))
        self.widths.fit()
