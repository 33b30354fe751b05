"""`GridView`: what the matrix and the elements share: a grid, words below it, entries, the selection."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from caseboard.measures import set_margins
from caseboard.piecemeal import Piecemeal, Steps
from caseboard.scale import px
from caseboard.theme import Theme
from caseboard.views.desk import ViewDesk
from caseboard.views.grid.columns import EvidenceColumns
from caseboard.views.grid.entry import entry_menu, keys_in_words
from caseboard.views.grid.evidence import Order, is_evidence
from caseboard.views.grid.faces import Sheet
from caseboard.views.grid.foot import Words
from caseboard.views.grid.table import GridTable
from caseboard.views.view import View
from caseboard.voices import announce
from casedb.model.changes import ChangeSet
from casedb.model.ratings import Rating
from casedb.model.records import Link
from casedb.words import say

LOW, LOWEST = 380, 170
"""Lower than so many pixels at 100 %, there is one strip of words below the grid and not two, or none."""
_HELD = Qt.KeyboardModifier
_NOBODY: frozenset[str] = frozenset()


class GridView(View):
    """A grid whose columns are items. Whoever inherits says what its rows are, and what an entry does."""

    orders: ClassVar[tuple[Order, ...]] = ()
    """What the evidence can be ordered by."""

    def __init__(self, desk: ViewDesk, theme: Theme, parent: QWidget | None, sheet: Sheet) -> None:
        super().__init__(desk, theme, parent)
        self._sheet = sheet
        self.working = Piecemeal(self)
        self.columns = EvidenceColumns(
            desk, self.name, self.orders, partial(_is_evidence, desk), theme, self
        )
        self.columns.rearranged.connect(self.arrange)
        self.columns.added.connect(self.merge)
        self.grid = GridTable(sheet, theme, self)
        self.words = Words(theme, "tx", 2, self, is_steady=True)
        self.summary = Words(theme, "tx2", 3, self, is_steady=False)
        self.nothing = QLabel(self)
        self.nothing.setObjectName("viewNothing")
        self.nothing.setTextFormat(Qt.TextFormat.PlainText)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setWordWrap(True)
        self.nothing.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.nothing)
        self._stack.addWidget(self.grid)
        column = QVBoxLayout(self)
        set_margins(column, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(self.summary)
        column.addWidget(self.words)
        self.setFocusProxy(self.grid)
        self._picks = False
        self.grid.cells.keys = keys_in_words(self.offered)
        self.grid.setAccessibleDescription(self.grid.cells.keys)
        self._connect()

    def _connect(self) -> None:
        table, desk = self.grid, self.desk
        table.moved.connect(self._pick_cell)
        table.rated.connect(self.enter)
        table.choice_wanted.connect(self._offer)
        table.menu_wanted.connect(self._ask_menu)
        table.set_aside.connect(self._set_aside)
        table.opened.connect(self._open)
        table.left.connect(desk.left)
        table.row_wanted.connect(self._pick_row_of_cell)
        table.column_wanted.connect(self._pick_column_of_cell)
        table.pointed_at.connect(self._point)
        across, down = table.column_head, table.row_head
        across.pressed.connect(self._pick_column)
        down.pressed.connect(self._pick_row)
        across.opened.connect(self._go_to_column)
        down.opened.connect(self._go_to_row)
        across.asked.connect(self._ask_column)
        down.asked.connect(self._ask_row)
        across.pointed_at.connect(self._point_at_column)
        down.pointed_at.connect(self._point_at_row)
        if desk.aside is not None:
            desk.aside.changed.connect(self.follow_aside)

    # -- what whoever inherits says -------------------------------------------------------

    @property
    def offered(self) -> Sequence[tuple[Rating, str]]:
        """What can be entered, with what it means."""
        raise NotImplementedError

    def entry(self, row: str, column: str, rating: Rating, gesture: str) -> ChangeSet:
        """The change that an entry makes."""
        raise NotImplementedError

    def item_of_row(self, row: str) -> str:
        """The item that a row stands for."""
        raise NotImplementedError

    def follow_aside(self) -> None:
        """Other items are set aside."""
        raise NotImplementedError

    @property
    def subject(self) -> object:
        """What the rows are of; false for nothing."""
        raise NotImplementedError

    def begin(self) -> None:
        """Reckon all of it anew."""
        raise NotImplementedError

    def take_columns(self, columns: tuple[str, ...]) -> None:
        """Show these items side by side."""
        raise NotImplementedError

    # -- which evidence -------------------------------------------------------------------

    def show_items(self) -> None:
        if not self.subject:
            self.begin()
        elif self._sheet.columns:
            self._sheet.forget()
            self.merge()
        else:
            self.arrange()

    def arrange(self) -> None:
        """Let the evidence stand in its order."""
        self.working.begin(self.arranging(), self.take_columns)

    def arranging(self) -> Steps[tuple[str, ...]]:
        """Find out, a little at a time, which evidence stands side by side, and in which order."""
        yield
        wanted = self.columns.wanted(self._sheet.speaking) if self.subject else []
        yield
        return (yield from self.columns.ordered(wanted, self._sheet.spread))

    def merge(self) -> None:
        """Let what is new come behind what is there."""
        wanted = self.columns.wanted(self._sheet.speaking)
        self.take_columns(self.columns.merged(self._sheet.columns, wanted))

    @property
    def left_out(self) -> int:
        """How much that speaks to it is not shown."""
        columns = frozenset(self._sheet.columns)
        return sum(each not in columns for each in self._sheet.speaking)

    @property
    def hidden(self) -> str:
        """What of the case an export does not show, in words."""
        n = self.desk.in_view.left_out
        return say("{n} item not in view", "{n} items not in view", n=n) if n else ""

    def close_view(self) -> None:
        self.working.drop()

    # -- what is set aside ----------------------------------------------------------------

    @property
    def aside_now(self) -> frozenset[str]:
        """The ids of what is set aside."""
        aside = self.desk.aside
        return aside.now if aside is not None else _NOBODY

    def _set_aside(self, column: str) -> None:
        if self.desk.aside is not None:
            self.desk.aside.toggle(column)

    # -- entries --------------------------------------------------------------------------

    def enter(self, rating: Rating) -> None:
        """Enter something in the cell that has the keys."""
        row, column = self.grid.current
        if not row or not column or rating not in dict(self.offered):
            return
        bridge = self.desk.bridge
        before = self.grid.cells.sheet.links(row, column)

        def make() -> ChangeSet:
            return self.entry(row, column, rating, bridge.typing(f"{self.name} {row} {column}"))

        if bridge.attempt(make):
            self.grid.go_to(row, column)
            if self.grid.cells.sheet.links(row, column) != before:
                self._pick_cell(_HELD.NoModifier)
            self.show_cell_words()
            announce(self.grid, self.words.text)

    def _offer(self) -> None:
        row, column = self.grid.current
        if not row or not column or self.desk.bridge.read_only:
            return
        now = self.grid.cells.sheet.rating(row, column)
        menu = entry_menu(self, self.offered, now, self.enter)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.grid.place_of_current())

    # -- the selection --------------------------------------------------------------------

    def _pick_cell(self, modifiers: object) -> None:
        row, column = self.grid.current
        if not row:
            return
        links = [
            each
            for each in self.grid.cells.sheet.links(row, column)
            if self.desk.contents.get(Link, each) is not None
        ]
        self.show_cell_words()
        if links:
            self._picking(lambda: self.desk.pick_links(links))
        else:
            self._pick([column], modifiers)

    def _pick_column(self, column: str, modifiers: object) -> None:
        self.grid.setFocus(Qt.FocusReason.MouseFocusReason)
        self.grid.go_to("", column, brings_into_sight=False)
        self._pick([column], modifiers)

    def _pick_row(self, row: str, modifiers: object) -> None:
        self.grid.setFocus(Qt.FocusReason.MouseFocusReason)
        self.grid.go_to(row, "", brings_into_sight=False)
        self._pick([self.item_of_row(row)], modifiers)

    def _pick_row_of_cell(self) -> None:
        row, _ = self.grid.current
        if row:
            self._pick([self.item_of_row(row)], _HELD.NoModifier)

    def _pick_column_of_cell(self) -> None:
        _, column = self.grid.current
        if column:
            self._pick([column], _HELD.NoModifier)

    def _pick(self, items: Sequence[str], modifiers: object) -> None:
        held = modifiers if isinstance(modifiers, Qt.KeyboardModifier) else _HELD.NoModifier
        adds, toggles = bool(held & _HELD.ShiftModifier), bool(held & _HELD.ControlModifier)
        self._picking(lambda: self.desk.pick(items, adds=adds, toggles=toggles))

    def _picking(self, pick: Callable[[], object]) -> None:
        self._picks = True
        try:
            pick()
        finally:
            self._picks = False
        self.mark_selected()

    @property
    def is_picking(self) -> bool:
        """Whether what is selected now was selected here."""
        return self._picks

    def show_selected(self) -> None:
        self.mark_selected()
        if self._picks:
            return
        chosen, links = self.desk.selected_items, self.desk.selection.links
        if len(chosen) + len(links) != 1:
            return
        if links:
            self._show_link(next(iter(links)))
        else:
            self._show_item(next(iter(chosen)))

    def mark_selected(self) -> None:
        """Mark the heads and cells of what is selected."""
        self.grid.select(self.desk.selected_items | self.desk.selection.links)

    def _show_link(self, link_id: str) -> None:
        link = self.desk.contents.get(Link, link_id)
        grid = self.grid.cells
        if link is None or grid.column_of(link.start.id) < 0:
            return
        for row in grid.rows:
            if link_id in grid.sheet.links(row, link.start.id):
                self.grid.go_to(row, link.start.id)
                self.show_cell_words()

    def _show_item(self, item_id: str) -> None:
        grid = self.grid.cells
        if grid.column_of(item_id) >= 0:
            self.grid.go_to("", item_id)
        elif grid.row_of(item_id) >= 0:
            self.grid.go_to(item_id, "")

    # -- ways out -------------------------------------------------------------------------

    def _open(self) -> None:
        row, column = self.grid.current
        links = self.grid.cells.sheet.links(row, column)
        self.desk.went_to.emit(links[0] if links else column)

    def _go_to_column(self, column: str) -> None:
        self.desk.went_to.emit(column)

    def _go_to_row(self, row: str) -> None:
        self.desk.went_to.emit(self.item_of_row(row))

    def _ask_menu(self, at: QPoint) -> None:
        self._pick_cell(_HELD.NoModifier)
        self.desk.menu_wanted.emit(at)

    def _ask_column(self, column: str, at: QPoint) -> None:
        if column not in self.grid.selected:
            self._pick_column(column, _HELD.NoModifier)
        self.desk.menu_wanted.emit(at)

    def _ask_row(self, row: str, at: QPoint) -> None:
        if self.item_of_row(row) not in self.grid.selected:
            self._pick_row(row, _HELD.NoModifier)
        self.desk.menu_wanted.emit(at)

    # -- words ----------------------------------------------------------------------------

    def _point(self, row: str, column: str) -> None:
        if row and column:
            self.words.show_text(self.grid.cells.sheet.cell_words(row, column))
        else:
            self.show_cell_words()

    def _point_at_column(self, column: str) -> None:
        words = self.grid.cells.sheet.column_words(column) if column else ""
        self.words.show_text(words) if words else self.show_cell_words()

    def _point_at_row(self, row: str) -> None:
        words = self.grid.cells.sheet.row_words(row) if row else ""
        self.words.show_text(words) if words else self.show_cell_words()

    def show_cell_words(self) -> None:
        """Say in words what the cell says that has the keys; where there is no room for both, what
        follows from all of it while it has not."""
        row, column = self.grid.current
        if self._is_low and not (row and self.grid.hasFocus()):
            self.words.show_text(self.summary.text)
        else:
            self.words.show_text(self.grid.cells.sheet.cell_words(row, column) if row else "")

    def show_summary(self, text: str) -> None:
        """Say what follows from all of it."""
        self.summary.show_text(text)
        self._fit_strips()
        self.show_cell_words()

    @property
    def _is_low(self) -> bool:
        return self.height() < px(LOW)

    def _fit_strips(self) -> None:
        self.words.setVisible(not self.is_empty and self.height() >= px(LOWEST))
        is_told = bool(self.summary.text) and not self.is_empty
        self.summary.setVisible(is_told and not self._is_low)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_strips()
        self.show_cell_words()

    def show_nothing(self, sentence: str) -> None:
        """Say why there is no grid; an empty sentence shows the grid."""
        self.nothing.setText(sentence)
        self._stack.setCurrentIndex(0 if sentence else 1)
        self._fit_strips()
        self.setFocusProxy(self.nothing if sentence else self.grid)

    @property
    def is_empty(self) -> bool:
        """Whether there is no grid."""
        return self._stack.currentIndex() == 0

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.grid.set_theme(theme)
        self.words.set_theme(theme)
        self.summary.set_theme(theme)
        self.columns.theme = theme


def _is_evidence(desk: ViewDesk, item_id: str) -> bool:
    return is_evidence(desk.contents, item_id)
