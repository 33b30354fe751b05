"""`TableWindow`: a table of an item in a window of its own, where every row is one line of cells."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TypeAlias

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from caseboard.focus_order import focusable, order_focus
from caseboard.inspector.controls.labels import ElidedLabel, HintLine, PlainLabel
from caseboard.inspector.desk import Desk
from caseboard.inspector.editors import editor_for
from caseboard.inspector.editors.table import CellRow, TableEditor
from caseboard.inspector.keeper import Keeper
from caseboard.inspector.subjects import RecordSubject
from caseboard.inspector.wording import item_title, meaning
from caseboard.measures import fit_on_screen, fix_width, set_margins, set_spacing
from caseboard.plain_tips import give_tip
from caseboard.scale import px
from casedb import Change
from casedb.model.fields import AnyField, Choice, Table, Text
from casedb.model.kinds import is_known, kind_of
from casedb.model.records import Item
from casedb.model.reference_fields import Region, SourceRef
from casedb.model.values import Values
from casedb.words import say

NUMBER, REMOVE, GAP, NARROWEST = 22, 24, 8, 60
"""Pixels at 100 % of what stands before and after the cells of a row, between two of them, and of the
narrowest cell."""


def least_width(field: AnyField) -> int:
    """Pixels at 100 % that a column has at least, by what stands in it."""
    match field:
        case Text(verbatim=True) | Text(multiline=True):
            return 220
        case Region():
            return 190
        case SourceRef():
            return 150
        case Choice():
            return 116
        case _:
            return 120


def in_sight(columns: Sequence[AnyField]) -> list[AnyField]:
    """The columns in the order in which they stand: first what is seen, then what is told of it."""
    return sorted(columns, key=lambda each: not isinstance(each, Region))


Line: TypeAlias = "dict[str, int]"
"""Columns that stand side by side, each with how wide it is, in pixels."""


def lines_of(columns: Sequence[AnyField], room: int) -> list[Line]:
    """The columns in a room of so many pixels: all in one line, or in as many as they need; what is left
    over goes to them by what they have."""
    lines: list[Line] = []
    left = 0
    for column in in_sight(columns):
        least = px(least_width(column))
        if not lines or least + px(GAP) > left:
            lines.append({})
            left = room
        lines[-1][column.name] = least
        left -= least + px(GAP)
    return [_shared(line, room) for line in lines]


def _shared(line: Line, room: int) -> Line:
    whole, gaps = sum(line.values()), len(line) * px(GAP)
    wide = max(px(NARROWEST) * len(line), room - gaps)
    return {name: wide * least // whole for name, least in line.items()}


class SheetRow(CellRow):
    """One row: its number, its cells side by side, and the way to be rid of it.

    Where there is no room for all side by side they stand in several lines, each below its name.
    """

    def __init__(self, table: SheetEditor, held: Values) -> None:
        super().__init__(table, held)
        self._sheet = table
        self.number = PlainLabel("", "inspectorBeside")
        self.number.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        fix_width(self.number, NUMBER)
        row = QHBoxLayout(self)
        set_margins(row, 0, "xs", 0, "xs")
        set_spacing(row, GAP)
        self._middle = QVBoxLayout()
        set_spacing(self._middle, "xs")
        row.addWidget(self.number, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._middle)
        row.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        self.make_cells()
        self._boxes: dict[str, QWidget] = {}
        self._names: list[PlainLabel] = []
        for name, cell in self.cells.items():
            box, label = QWidget(), PlainLabel(say(cell.field.label), "inspectorAbove", wrap=True)
            column = QVBoxLayout(box)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            column.addWidget(label)
            column.addWidget(cell)
            self._boxes[name] = box
            self._names.append(label)
        self._shape: list[list[str]] = []
        self.fit()

    def fit(self) -> None:
        """Take the places and the widths of the columns."""
        lines = self._sheet.lines
        shape = [list(line) for line in lines]
        if shape != self._shape:
            self._shape = shape
            self._lay_out(shape)
        for line in lines:
            for name, wide in line.items():
                self._boxes[name].setFixedWidth(wide)
        for label in self._names:
            label.setVisible(len(lines) > 1)

    def _lay_out(self, shape: list[list[str]]) -> None:
        while (held := self._middle.takeAt(0)) is not None:
            line = held.layout()
            while line is not None and line.takeAt(0) is not None:
                pass
        for names in shape:
            line = QHBoxLayout()
            set_spacing(line, GAP)
            for name in names:
                line.addWidget(self._boxes[name], 0, Qt.AlignmentFlag.AlignTop)
            line.addStretch(1)
            self._middle.addLayout(line)

    def count(self, number: int) -> None:
        """Be the row of a number, also for whoever cannot see which it is."""
        self.number.setText(f"{number}")
        for cell in self.cells.values():
            label = say(cell.field.label)
            cell.anchor().setAccessibleName(say("{field}, row {n}", field=label, n=number))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.table.desk.look.theme
        painter = QPainter(self)
        painter.setPen(QPen(theme.colour("bd"), theme.line))
        low = self.height() - 1
        painter.drawLine(0, low, self.width(), low)
        painter.end()


class SheetEditor(TableEditor):
    """The rows of a table below the names of its columns."""

    def __init__(self, field: Table, desk: Desk) -> None:
        self.lines = [{each.name: px(least_width(each)) for each in in_sight(field.columns)}]
        super().__init__(field, desk, editor_for)
        self.head = QWidget()
        line = QHBoxLayout(self.head)
        set_margins(line, 0, 0, 0, "xs")
        set_spacing(line, GAP)
        corner = PlainLabel("")
        fix_width(corner, NUMBER)
        line.addWidget(corner)
        self.headings = {
            each.name: PlainLabel(say(each.label), "inspectorAbove", wrap=True)
            for each in in_sight(field.columns)
        }
        for heading, column in zip(self.headings.values(), in_sight(field.columns), strict=True):
            give_tip(heading, meaning(column))
            heading.setAlignment(heading.alignment() | Qt.AlignmentFlag.AlignBottom)
            line.addWidget(heading)
        line.addStretch(1)
        self.body.insertWidget(0, self.head)

    @property
    def has_table(self) -> bool:
        return False

    def make_row(self, held: Values) -> CellRow:
        return SheetRow(self, held)

    def _append(self, held: Values) -> CellRow:
        row = super()._append(held)
        self._count()
        return row

    def _drop(self, row: CellRow) -> None:
        super()._drop(row)
        self._count()

    def _count(self) -> None:
        for number, row in enumerate(self.rows, start=1):
            if isinstance(row, SheetRow):
                row.count(number)

    def fit(self, room: int) -> None:
        """Share a width among the columns."""
        taken = px(NUMBER) + px(REMOVE) + 2 * px(GAP)
        self.lines = lines_of(self.columns, room - taken)
        is_one = len(self.lines) == 1
        self.head.setVisible(is_one)
        for name, wide in self.lines[0].items() if is_one else ():
            self.headings[name].setFixedWidth(wide)
        for row in self.rows:
            if isinstance(row, SheetRow):
                row.fit()


class TableWindow(QWidget):
    """One table of one item. `left()` follows its end. What is done in it is done at once, and in the
    inspector as well."""

    left = Signal()

    def __init__(self, desk: Desk, item_id: str, field: Table, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("inspectorTable")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self.item, self.field = desk, item_id, field
        self.keeper = Keeper(desk, self)
        self.title = ElidedLabel("", "inspectorTableTitle")
        self.about = HintLine()
        self.sheet = SheetEditor(field, desk)
        self.keeper.add(self.sheet)
        self.shut = QPushButton(say("Close"), self)
        self.shut.clicked.connect(self.close)
        page = QWidget()
        page.setObjectName("inspectorTablePage")
        held = QVBoxLayout(page)
        set_margins(held, "l", "s", "l", "l")
        held.addWidget(self.sheet)
        held.addStretch(1)
        self.scroller = QScrollArea()
        self.scroller.setObjectName("inspectorTableScroll")
        self.scroller.setFrameShape(QFrame.Shape.NoFrame)
        self.scroller.setWidgetResizable(True)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroller.setWidget(page)
        head, foot = QVBoxLayout(), QHBoxLayout()
        set_margins(head, "l", "m", "l", 0)
        set_spacing(head, 2)
        head.addWidget(self.title)
        head.addWidget(self.about)
        set_margins(foot, "l", "s", "l", "m")
        foot.addStretch(1)
        foot.addWidget(self.shut)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.scroller, 1)
        column.addLayout(foot)
        item = desk.contents.items[item_id]
        self.keeper.bind(RecordSubject(Item, item_id), read_only=not is_known(item.kind))
        self.about.say(meaning(field))
        self._show_title()
        fit_on_screen(self, 1120, 640)
        # In an entry the keys are the entry's, which passes them on.
        for keys, step in (("Ctrl+Z", "undo"), ("Ctrl+Shift+Z", "redo"), ("Ctrl+Y", "redo")):
            QShortcut(keys, self).activated.connect(partial(desk.stepped.emit, step))

    def stand_over(self, window: QWidget, place: QRect | None = None) -> None:
        """Stand where it stood before, or over the middle of another window, all on the screen."""
        room = window.screen().availableGeometry()
        if place is None:
            place = QRect(self.rect())
            place.moveCenter(window.frameGeometry().center())
        place = QRect(place.topLeft(), place.size().boundedTo(room.size()))
        place.moveLeft(max(room.left(), min(place.left(), room.right() + 1 - place.width())))
        place.moveTop(max(room.top(), min(place.top(), room.bottom() + 1 - place.height())))
        self.setGeometry(place)

    def refresh(self, change: Change) -> None:
        """Take in a change of the case; without the item there is no table."""
        if self._desk.contents.get(Item, self.item) is None:
            self.close()
            return
        self.keeper.refresh()
        self.keeper.notice(change)
        self._show_title()
        order_focus(focusable(self))

    def _show_title(self) -> None:
        item = self._desk.contents.items[self.item]
        kind = kind_of(item.kind)
        title = item_title(item, self._desk.contents)
        self.title.setText(say("{table} of “{item}”", table=say(self.field.label), item=title))
        self.setWindowTitle(self.title.text())
        give_tip(self.title, f"{say(kind.label)}: {title}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        page = self.scroller.widget()
        held = page.layout() if page is not None else None
        margins = held.contentsMargins() if held is not None else None
        aside = margins.left() + margins.right() if margins is not None else 0
        bar = self.scroller.verticalScrollBar().sizeHint().width()
        self.sheet.fit(self.width() - aside - bar)

    def flush(self) -> None:
        """Store what was typed."""
        self.keeper.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.keeper.bind(None)
        super().closeEvent(event)
        self.left.emit()
