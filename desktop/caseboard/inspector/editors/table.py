"""Rows of a small table: each a line that opens to be edited."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseboard.inspector.answer import Answer
from caseboard.inspector.controls.buttons import IconButton, TextButton
from caseboard.inspector.controls.crop import CropView
from caseboard.inspector.controls.flow import FlowLayout
from caseboard.inspector.controls.rows import RowButton, RowFace
from caseboard.inspector.desk import Desk
from caseboard.inspector.editors.editor import Editor
from caseboard.inspector.editors.region import RegionEditor
from caseboard.inspector.editors.text import LineEditor
from caseboard.inspector.grid import FieldGrid
from caseboard.inspector.wording import row_in_words
from caseboard.measures import set_spacing
from casedb import Change
from casedb.model.fields import AnyField, Table
from casedb.model.json_value import JsonValue
from casedb.model.reference_fields import Region
from casedb.model.regions import find_region, why_gone
from casedb.model.values import Values
from casedb.words import say

MakeEditor = Callable[[AnyField, Desk], Editor]


class CellRow(QWidget):
    """The editors of one row; the subclasses say how they are laid out."""

    def __init__(self, table: TableEditor, held: Values) -> None:
        super().__init__()
        self.table = table
        self.row = held
        self.cells: dict[str, Editor] = {}
        self.remove_button = IconButton(
            table.desk.look, "close", say("Remove this {row}", row=table.row_label)
        )

    @property
    def is_open(self) -> bool:
        """Whether its cells are shown."""
        return True

    def open(self) -> None:
        """Show the cells and go to the first."""
        first = next(iter(self.cells.values()), None)
        if first is not None:
            first.anchor().setFocus()

    def unfold(self) -> None:
        """Show the cells."""

    def make_cells(self) -> None:
        """Make the editors of the row."""
        for field in self.table.columns:
            cell = self.table.make_cell(field)
            cell.set_read_only(self.table.read_only)
            cell.start(self.row, self.table.record_id)
            cell.edited.connect(partial(self.table.row_edited, self))
            cell.settled.connect(partial(self.table.row_settled, self, cell))
            self.cells[field.name] = cell
        region, size = self.region_cell, self.cells.get("size")
        if region is not None and isinstance(size, LineEditor):
            region.measured.connect(partial(_take_size, size))

    @property
    def region_cell(self) -> RegionEditor | None:
        """The cell that says where it is seen, where there is one."""
        return next((each for each in self.cells.values() if isinstance(each, RegionEditor)), None)

    def collect(self) -> Values:
        """The row as it would be stored."""
        answers = {name: cell.answer() for name, cell in self.cells.items()}
        changes = {name: each.stored for name, each in answers.items() if each is not None}
        return self.row.changed(changes) if changes else self.row

    def show_row(self, held: Values) -> None:
        """Show another content; what is being typed and not understood yet is left alone."""
        self.row = held
        for name, cell in self.cells.items():
            if cell.stored != held.get(name) or cell.answer() is not None:
                cell.show_values(held)
        self.say()

    def adopt(self) -> None:
        """Take note that what the cells say is what is stored now."""
        self.show_row(self.collect())

    def notice(self, change: Change) -> None:
        """Take note of a change of other records that a cell shows."""
        for cell in self.cells.values():
            cell.notice(change)
        self.say()

    def say(self) -> None:
        """Name what is done with the row after what it says."""
        title = self.title
        self.remove_button.rename(
            say("Remove {row}: {title}", row=self.table.row_label, title=title)
        )

    @property
    def title(self) -> str:
        """The row in one line."""
        said = self.table.in_words(self.collect())
        return said or say("Empty {row}", row=self.table.row_label)

    def fix(self, read_only: bool) -> None:
        """Allow changes or not."""
        self.remove_button.setVisible(not read_only)
        for cell in self.cells.values():
            cell.set_read_only(read_only)


def _take_size(size: LineEditor, text: str) -> None:
    size.entry.show_text(text)
    size.put(apart=True)


class TableRow(CellRow):
    """One row: a line that says it, with a picture where it was seen, and its cells once it is opened."""

    CROP = (40, 30)

    def __init__(self, table: TableEditor, held: Values) -> None:
        super().__init__(table, held)
        desk = table.desk
        self._grid: FieldGrid | None = None
        self.button = RowButton(desk.look, RowFace(""), "")
        self.button.setCheckable(True)
        self.button.toggled.connect(self._disclose)
        self.crop: CropView | None = None
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.button, 1)
        if table.region_column is not None:
            self.crop = CropView(desk.look, desk.thumbnails, self.CROP)
            self.crop.clicked.connect(self._go)
            line.addWidget(self.crop)
        line.addWidget(self.remove_button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        set_spacing(self._column, 2)
        self._column.addLayout(line)
        self.say()

    @property
    def is_open(self) -> bool:
        return self.button.isChecked()

    def open(self) -> None:
        self.unfold()
        super().open()

    def unfold(self) -> None:
        self.button.setChecked(True)

    def _disclose(self, is_open: bool) -> None:
        if is_open and self._grid is None:
            self._grid = FieldGrid((72, 104), inset=True)
            self.make_cells()
            for cell in self.cells.values():
                self._grid.add(cell)
            self._column.addWidget(self._grid)
        if self._grid is not None:
            self._grid.setVisible(is_open)
        self._show_crop()

    def say(self) -> None:
        super().say()
        title = self.title
        self.button.show_face(RowFace(title), f"{self.table.row_label}: {title}")
        self._show_crop()

    def _show_crop(self) -> None:
        """Show where it was seen, while that cell is not to be seen itself."""
        column = self.table.region_column
        if self.crop is None or column is None:
            return
        contents, region_id = self.table.desk.contents, self.collect().text(column.name)
        gone = why_gone(contents, self.table.record_id, region_id) if region_id else ""
        self.crop.show_region(find_region(contents, region_id) if region_id else None, gone)
        self.crop.setVisible(bool(region_id) and not self.is_open)

    def _go(self) -> None:
        column = self.table.region_column
        if column is not None:
            desk, region = self.table.desk, self.collect().text(column.name)
            desk.region_wanted.emit(self.table.record_id, region)


class TableEditor(Editor):
    """Rows that open and close, and a button for one more; a row without values is not stored."""

    stacked = True
    has_parts = True

    def __init__(self, field: Table, desk: Desk, make: MakeEditor) -> None:
        super().__init__(field, desk)
        self._table = field
        self._make = make
        self.columns = field.columns
        self.row_label = say(field.row_label)
        self.region_column = next((e for e in field.columns if isinstance(e, Region)), None)
        self.rows: list[CellRow] = []
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self.body.addLayout(self._list)
        if field.row_label[:1] in "aeiou":
            text = say("Add an {row}", row=self.row_label)
        else:
            text = say("Add a {row}", row=self.row_label)
        self.add_button = TextButton(text, "inspectorAdd")
        self.add_button.clicked.connect(self.add_row)
        self.table_button = TextButton(say("Open as a table…"), "inspectorAdd")
        self.name_control(
            self.table_button,
            say("{field}: {command}", field=say(field.label), command=say("Open as a table…")),
        )
        self.table_button.clicked.connect(self._open_table)
        foot = QWidget()
        # One below the other where there is no room for both.
        flow = FlowLayout(foot)
        flow.addWidget(self.add_button)
        flow.addWidget(self.table_button)
        self.body.addWidget(foot)
        self.table_button.setVisible(self.has_table)

    def anchor(self) -> QWidget:
        return self.add_button

    @property
    def has_table(self) -> bool:
        """Whether it can be opened as a table of its own: where its rows are of many parts."""
        return self.region_column is not None

    def _open_table(self) -> None:
        self.desk.table_wanted.emit(self.record_id, self.field.name)

    def make_cell(self, field: AnyField) -> Editor:
        """The editor of one column."""
        return self._make(field, self.desk)

    def in_words(self, row: Values) -> str:
        """A row in one line."""
        return row_in_words(self.desk.contents, self._table, row)

    def make_row(self, held: Values) -> CellRow:
        """A row that is not shown yet."""
        return TableRow(self, held)

    def notice(self, change: Change) -> None:
        for row in self.rows:
            row.notice(change)

    def fix(self, read_only: bool) -> None:
        self.add_button.setVisible(not read_only)
        for row in self.rows:
            row.fix(read_only)

    def present(self, values: Values) -> None:
        held = self._table.read(values) or ()
        if len(held) == len(self.rows):
            for row, each in zip(self.rows, held, strict=True):
                row.show_row(each)
            return
        opened = [row.is_open for row in self.rows]
        while self.rows:
            self._drop(self.rows[0])
        for at, each in enumerate(held):
            row = self._append(each)
            if at < len(opened) and opened[at]:
                row.unfold()

    def start(self, values: Values, record_id: str = "") -> None:
        while self.rows:
            self._drop(self.rows[0])
        super().start(values, record_id)

    def reply(self) -> Answer | None:
        collected = (row.collect() for row in self.rows)
        rows: list[JsonValue] = [dict(each) for each in collected if each]
        return Answer(rows or None)

    def unread(self) -> str:
        cells = (cell for row in self.rows for cell in row.cells.values())
        return next((said for cell in cells if (said := cell.unread())), "")

    def adopt(self) -> None:
        for row in self.rows:
            row.adopt()

    def tidy(self) -> None:
        # An empty row stays until another record is shown.
        for row in self.rows:
            for cell in row.cells.values():
                cell.tidy()

    def row_edited(self, row: CellRow) -> None:
        """Take note of typing in a cell."""
        row.say()
        self.touch()

    def row_settled(self, row: CellRow, cell: Editor) -> None:
        """Take note of a cell that is to be stored now."""
        if row in self.rows:
            row.say()
            self._apart = cell.take_apart()
            self._touched = True
            self.settled.emit()

    def add_row(self) -> None:
        """Add an empty row and open it."""
        self._append(Values()).open()

    def _append(self, held: Values) -> CellRow:
        row = self.make_row(held)
        row.fix(self.read_only)
        row.remove_button.clicked.connect(partial(self._remove, row))
        self.rows.append(row)
        self._list.addWidget(row)
        return row

    def _drop(self, row: CellRow) -> None:
        self.rows.remove(row)
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _remove(self, row: CellRow) -> None:
        self.add_button.setFocus()
        self._drop(row)
        self.put(apart=True)
