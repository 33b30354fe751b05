"""`ItemsLine`: a row that stands for items, and what is done with their origin."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from caseboard.focus_order import focusable, order_focus
from caseboard.inspector.controls.buttons import IconButton, TextButton
from caseboard.inspector.controls.rows import RowButton
from caseboard.inspector.desk import Desk
from caseboard.inspector.sections.independence_rows import ItemsRow, item_row
from caseboard.measures import set_margins
from casedb.words import say

FIRST = 30
"""Rows that are shown before one asks for more."""


class ItemsLine(QWidget):
    """Pressed, it goes to the one item it stands for, or unfolds into several, each of which goes there.

    `unfolded(ItemsRow, bool)` says that it was opened or shut, `group_wanted(ItemsLine)` that its items
    are to be put in an origin group, `part_wanted(ItemsRow)` that they are to be taken out of theirs.
    """

    unfolded = Signal(object, bool)
    group_wanted = Signal(object)
    part_wanted = Signal(object)

    def __init__(
        self, desk: Desk, row: ItemsRow, group: QButtonGroup, origins: frozenset[str]
    ) -> None:
        """`group` is what the arrow keys walk; `origins` are items that may be put in a group."""
        super().__init__()
        self.row = row
        self._desk = desk
        self._group = group
        self._origins = origins
        self.button = RowButton(desk.look, row.face, row.said, ruled=True, lines=3)
        group.addButton(self.button)
        self.more_button = IconButton(
            desk.look, "more", say("Origin group: {items}", items=row.face.title)
        )
        self.more_button.clicked.connect(self._ask)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.button, 1)
        line.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignTop)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addLayout(line)
        self.more_button.setHidden(desk.bridge.read_only or not row.origin)
        self._inside: ItemsList | None = None
        if len(row.items) > 1:
            self.button.setCheckable(True)
            self.button.toggled.connect(self._disclose)
        else:
            self.button.clicked.connect(self._go)

    @property
    def lines(self) -> list[ItemsLine]:
        """The lines it has unfolded into."""
        return self._inside.lines if self._inside is not None else []

    def _go(self) -> None:
        self._desk.show_item(self.row.items[0])

    def _disclose(self, is_open: bool) -> None:
        if is_open and self._inside is None:
            rows = tuple(
                item_row(self._desk.contents, each, is_origin=each in self._origins)
                for each in self.row.items
            )
            self._inside = ItemsList(self._desk, rows, self._group, self._origins)
            self._inside.group_wanted.connect(self.group_wanted)
            self._inside.part_wanted.connect(self.part_wanted)
            inset = QHBoxLayout()
            set_margins(inset, "l", 0, 0, "xs")
            inset.addWidget(self._inside)
            self.column.insertLayout(1, inset)
            order_focus(focusable(self))
        if self._inside is not None:
            self._inside.setVisible(is_open)
        self.unfolded.emit(self.row, is_open)

    def fill_menu(self, menu: QMenu) -> None:
        """Offer to put its items in an origin group, or to take them out of theirs."""
        is_one = len(self.row.origin) == 1
        put = say("Origin group…") if is_one else say("These are one origin…")
        menu.addAction(put).triggered.connect(self._want_group)
        if self.row.grouped:
            take = say("Take out of its origin group") if is_one else say("Not one origin")
            menu.addAction(take).triggered.connect(partial(self.part_wanted.emit, self.row))

    def _want_group(self) -> None:
        self.group_wanted.emit(self)

    def _ask(self) -> None:
        menu = QMenu(self)
        self.fill_menu(menu)
        menu.exec(self.more_button.mapToGlobal(self.more_button.rect().bottomLeft()))
        menu.deleteLater()


class ItemsList(QWidget):
    """Some lines below each other, the first of them until one asks for all."""

    unfolded = Signal(object, bool)
    group_wanted = Signal(object)
    part_wanted = Signal(object)

    def __init__(
        self,
        desk: Desk,
        rows: tuple[ItemsRow, ...],
        group: QButtonGroup,
        origins: frozenset[str],
    ) -> None:
        super().__init__()
        self._desk, self._rows, self._group, self._origins = desk, rows, group, origins
        self.lines: list[ItemsLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.all_button: TextButton | None = None
        self._add(rows[:FIRST])
        if len(rows) > FIRST:
            told = say("Show all {n}", "Show all {n}", n=len(rows))
            self.all_button = TextButton(told, "inspectorAdd")
            self.all_button.clicked.connect(self.show_all)
            self._column.addWidget(self.all_button)

    def show_all(self) -> None:
        """Show the lines that are not shown yet."""
        button, self.all_button = self.all_button, None
        if button is not None:
            self._column.removeWidget(button)
            self._add(self._rows[FIRST:])
            for line in self.lines[FIRST:]:
                line.show()
            order_focus([*focusable(self), button])
            self.lines[FIRST].button.setFocus()
            button.hide()
            button.deleteLater()

    def _add(self, rows: tuple[ItemsRow, ...]) -> None:
        for row in rows:
            line = ItemsLine(self._desk, row, self._group, self._origins)
            line.unfolded.connect(self.unfolded)
            line.group_wanted.connect(self.group_wanted)
            line.part_wanted.connect(self.part_wanted)
            self.lines.append(line)
            self._column.addWidget(line)
