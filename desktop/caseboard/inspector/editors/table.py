"""Rows of a small table: each a line that opens to be edited."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseboard.inspector.answer import Answer
from caseboard.inspector.controls.buttons import IconButton, TextButton
from caseboard.inspector.controls.rows import RowButton, RowFace
from caseboard.inspector.desk import Desk
from caseboard.inspector.editors.editor import Editor
from caseboard.inspector.grid import FieldGrid
from caseboard.inspector.wording import one_line
from caseboard.measures import set_spacing
from casedb.model.fields import AnyField, Table
from casedb.model.json_value import JsonValue
from casedb.model.values import Values
from casedb.words import say

MakeEditor = Callable[[AnyField, Desk], Editor]


class TableRow(QWidget):
    """One row: a line that says it, and its cells once it is opened."""

    def __init__(self, table: TableEditor, held: Values) -> None:
        super().__init__()
        self._table = table
        self.row = held
        self.cells: dict[str, Editor] = {}
        self._grid: FieldGrid | None = None
        self.button = RowButton(table.desk.look, RowFace(""), "")
        self.button.setCheckable(True)
        self.button.toggled.connect(self._disclose)
        self.remove_button = IconButton(
            table.desk.look, "close", say("Remove this {row}", row=table.row_label)
        )
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.button, 1)
        line.addWidget(self.remove_button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        set_spacing(self._column, 2)
        self._column.addLayout(line)
        self.say()

    def open(self) -> None:
        """Show the cells and go to the first."""
        self.button.setChecked(True)
        first = next(iter(self.cells.values()), None)
        if first is not None:
            first.anchor().setFocus()

    def _disclose(self, is_open: bool) -> None:
        if is_open and self._grid is None:
            self._grid = FieldGrid((72, 104), inset=True)
            for field in self._table.columns:
                cell = self._table.make_cell(field)
                cell.set_read_only(self._table.read_only)
                cell.start(self.row)
                cell.edited.connect(partial(self._table.row_edited, self))
                cell.settled.connect(partial(self._table.row_settled, self))
                self.cells[field.name] = cell
                self._grid.add(cell)
            self._column.addWidget(self._grid)
        if self._grid is not None:
            self._grid.setVisible(is_open)

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

    def say(self) -> None:
        """Say the row in its line."""
        said = one_line(self._table.in_words(self.collect()))
        title = said or say("Empty {row}", row=self._table.row_label)
        self.button.show_face(RowFace(title), f"{self._table.row_label}: {title}")
        self.remove_button.rename(
            say("Remove {row}: {title}", row=self._table.row_label, title=title)
        )

    def fix(self, read_only: bool) -> None:
        """Allow changes or not."""
        self.remove_button.setVisible(not read_only)
        for cell in self.cells.values():
            cell.set_read_only(read_only)


class TableEditor(Editor):
    """Rows that open and close, and a button for one more; a row without values is not stored."""

    stacked = True

    def __init__(self, field: Table, desk: Desk, make: MakeEditor) -> None:
        super().__init__(field, desk)
        self._table = field
        self._make = make
        self.columns = field.columns
        self.row_label = say(field.row_label)
        self.rows: list[TableRow] = []
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
        self.body.addWidget(self.add_button)

    def anchor(self) -> QWidget:
        return self.add_button

    def make_cell(self, field: AnyField) -> Editor:
        """The editor of one column."""
        return self._make(field, self.desk)

    def in_words(self, row: Values) -> str:
        """A row in one line."""
        return self._table.show((row,))

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
        opened = [row.button.isChecked() for row in self.rows]
        while self.rows:
            self._drop(self.rows[0])
        for at, each in enumerate(held):
            row = self._append(each)
            row.button.setChecked(at < len(opened) and opened[at])

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

    def row_edited(self, row: TableRow) -> None:
        """Take note of typing in a cell."""
        row.say()
        self.touch()

    def row_settled(self, row: TableRow) -> None:
        """Take note of a cell that is to be stored now."""
        if row in self.rows:
            row.say()
            self._touched = True
            self.settled.emit()

    def add_row(self) -> None:
        """Add an empty row and open it."""
        self._append(Values()).open()

    def _append(self, held: Values) -> TableRow:
        row = TableRow(self, held)
        row.fix(self.read_only)
        row.remove_button.clicked.connect(partial(self._remove, row))
        self.rows.append(row)
        self._list.addWidget(row)
        return row

    def _drop(self, row: TableRow) -> None:
        self.rows.remove(row)
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _remove(self, row: TableRow) -> None:
        self.add_button.setFocus()
        self._drop(row)
        self.put(apart=True)
