"""Lists of named times and places."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import partial
from typing import ClassVar, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QMenu, QVBoxLayout, QWidget

from caseboard.inspector.answer import Answer
from caseboard.inspector.controls.buttons import IconButton, TextButton
from caseboard.inspector.controls.picker import Picker
from caseboard.inspector.desk import Desk
from caseboard.inspector.editors.editor import Editor
from caseboard.inspector.editors.when import WhenEditor
from caseboard.inspector.editors.where import WhereEditor
from caseboard.inspector.wording import lower_first, one_line
from caseboard.measures import fix_width, set_spacing
from caseboard.scale import px
from casedb.model.json_value import JsonValue
from casedb.model.options import Option
from casedb.model.values import Values
from casedb.model.when_and_where import Places, Times, When, Where
from casedb.words import say, term

NAME, WIDE_NAME = 92, 160
"""How wide the name of a time or place is, in pixels at 100 %: beside it, and above it."""

NARROW = 260
"""Below this width of a row, in pixels at 100 %, the name stands above."""


class NamedRow(QWidget):
    """One time or place of a list: which it is, and its own editor beside it."""

    def __init__(self, name: str, inner: Editor, options: tuple[Option, ...], desk: Desk) -> None:
        super().__init__()
        self.row = Values()
        self.inner = inner
        said = say(inner.field.label).lower()
        self.picker = Picker(desk.look, say("What {thing} is", thing=said), quiet=True)
        for option in options:
            self.picker.offer(option.value, option.shown, option.shown_meaning)
        if not self.picker.choose(name):
            self.picker.offer(name, one_line(name), say("A word that this version does not know"))
            self.picker.choose(name)
        self.remove_button = IconButton(desk.look, "close", say("Remove {title}", title=said))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        set_spacing(self._grid, 2)
        self._grid.setColumnStretch(1, 1)
        self._is_narrow: bool | None = None
        self._arrange(is_narrow=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(is_narrow=event.size().width() < px(NARROW))

    def _arrange(self, is_narrow: bool) -> None:
        """Set the name beside its time or place, or above where there is little room."""
        if is_narrow == self._is_narrow:
            return
        self._is_narrow = is_narrow
        for widget in (self.picker, self.inner, self.remove_button):
            self._grid.removeWidget(widget)
        top = Qt.AlignmentFlag.AlignTop
        # In the order in which Tab goes through them.
        self._grid.addWidget(self.picker, 0, 0, top)
        if not is_narrow:
            self._grid.addWidget(self.inner, 0, 1, top)
        self._grid.addWidget(self.remove_button, 0, 2, top)
        if is_narrow:
            self._grid.addWidget(self.inner, 1, 0, 1, 3, top)
        fix_width(self.picker, WIDE_NAME if is_narrow else NAME)

    def fix(self, read_only: bool) -> None:
        """Allow changes or not."""
        self.picker.setEnabled(not read_only)
        self.remove_button.setVisible(not read_only)
        self.inner.set_read_only(read_only)

    def show_row(self, held: Values, key: str) -> None:
        """Show another content; what is being typed and not understood yet is left alone."""
        self.row = held
        if self.inner.stored != held.get(key) or self.inner.answer() is not None:
            self.inner.show_values(held)

    def collect(self, key: str) -> Values | None:
        """The row as it would be stored, or None while it has no time or place."""
        answer = self.inner.answer()
        held = answer.stored if answer is not None else self.row.get(key)
        if held is None:
            return None
        return self.row.changed({"name": self.picker.key(), key: held})


class NamedListEditor(Editor):
    """Rows of named things, with a menu to add one more under a name."""

    merges = False
    stacked = True
    has_parts = True
    key: ClassVar[str] = ""
    invitation: ClassVar[str] = ""
    numbered: ClassVar[str] = ""

    def __init__(self, field: Times | Places, desk: Desk) -> None:
        super().__init__(field, desk)
        self._named = field
        self.rows: list[NamedRow] = []
        self._made = 0
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, 0)
        set_spacing(self._list, 2)
        self.body.addLayout(self._list)
        self.add_button = TextButton(say(self.invitation), "inspectorAdd")
        self.add_button.setAccessibleName(
            say("Add to {field}", field=lower_first(say(field.label)))
        )
        self.add_button.clicked.connect(self._ask_name)
        self.body.addWidget(self.add_button)

    def make_inner(self, label: str) -> Editor:
        """The editor of one row, which is called so."""
        raise NotImplementedError

    def anchor(self) -> QWidget:
        return self.add_button

    def fix(self, read_only: bool) -> None:
        self.add_button.setVisible(not read_only)
        for row in self.rows:
            row.fix(read_only)

    def present(self, values: Values) -> None:
        self._named.read(values)
        held = values.get(self._named.name)
        rows = [
            Values(each if isinstance(each, Mapping) else {})
            for each in (held if isinstance(held, list) else [])
        ]
        names = [row.picker.key() for row in self.rows]
        if names == [row.text("name") for row in rows]:
            for row, each in zip(self.rows, rows, strict=True):
                row.show_row(each, self.key)
            return
        self._clear()
        for each in rows:
            self._append(each)

    def start(self, values: Values, record_id: str = "") -> None:
        self._clear()
        super().start(values, record_id)

    def _clear(self) -> None:
        while self.rows:
            self._drop(self.rows[0])

    def reply(self) -> Answer | None:
        rows: list[JsonValue] = []
        for row in self.rows:
            held = row.collect(self.key)
            if held is not None:
                rows.append(dict(held))
        return Answer(rows or None)

    def unread(self) -> str:
        return next((said for row in self.rows if (said := row.inner.unread())), "")

    def draft(self) -> str:
        typed = [
            (at, dict(row.row), row.picker.key(), row.inner.draft())
            for at, row in enumerate(self.rows)
            if row.inner.unread()
        ]
        return json.dumps(typed) if typed else ""

    def resume(self, draft: str) -> None:
        stored = [dict(row.row) for row in self.rows]
        typed = cast("list[tuple[int, dict[str, JsonValue], str, str]]", json.loads(draft))
        for at, held, name, text in typed:
            # A row that was never stored, or is another by now, stands at the end.
            is_there = stored[at : at + 1] == [held]
            row = self.rows[at] if is_there else self._append(Values({"name": name}))
            row.inner.resume(text)

    def adopt(self) -> None:
        for row in self.rows:
            row.show_row(row.collect(self.key) or Values(), self.key)

    def tidy(self) -> None:
        # A row that waits for its time or place stays until another record is shown.
        for row in self.rows:
            row.inner.tidy()

    def _append(self, held: Values) -> NamedRow:
        # Each has a number of its own, so that those who listen can tell them apart.
        self._made = self._made + 1 if self.rows else 1
        inner = self.make_inner(say(self.numbered, number=self._made))
        row = NamedRow(held.text("name"), inner, self._named.options, self.desk)
        row.row = held
        row.inner.set_read_only(self.read_only)
        row.inner.start(held)
        row.fix(self.read_only)
        row.inner.edited.connect(self.touch)
        row.inner.settled.connect(partial(self._settle_row, row))
        row.picker.activated.connect(partial(self._settle_row, row))
        row.remove_button.clicked.connect(partial(self._remove, row))
        self.rows.append(row)
        self._list.addWidget(row)
        return row

    def _settle_row(self, row: NamedRow, *_: object) -> None:
        if row in self.rows:
            self._touched = True
            self.settled.emit()

    def _drop(self, row: NamedRow) -> None:
        self.rows.remove(row)
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _remove(self, row: NamedRow) -> None:
        self.add_button.setFocus()
        self._drop(row)
        self.put()

    def _ask_name(self) -> None:
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        for option in self._named.options:
            action = menu.addAction(option.shown)
            action.setToolTip(option.shown_meaning)
            action.triggered.connect(partial(self.add_row, option.value))
        menu.exec(self.add_button.mapToGlobal(self.add_button.rect().bottomLeft()))
        menu.deleteLater()

    def add_row(self, name: str) -> None:
        """Add a row that waits for its time or place, and go there."""
        row = self._append(Values({"name": name}))
        row.inner.anchor().setFocus()


class TimesEditor(NamedListEditor):
    """Further times, each with which time it is."""

    key = "date"
    invitation = term("Add a time")
    numbered = term("Time {number}")

    def make_inner(self, label: str) -> Editor:
        return WhenEditor(When("date", label), self.desk)


class PlacesEditor(NamedListEditor):
    """Further places, each with what it is the place of."""

    key = "place"
    invitation = term("Add a place")
    numbered = term("Place {number}")

    def make_inner(self, label: str) -> Editor:
        return WhereEditor(Where("place", label), self.desk)
