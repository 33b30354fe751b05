"""`Form`: a form generated from a declaration of fields, section by section."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseboard.focus_order import focusable, order_focus
from caseboard.inspector.controls.buttons import Disclosure
from caseboard.inspector.desk import Desk
from caseboard.inspector.editors import editor_for
from caseboard.inspector.grid import FieldGrid
from caseboard.inspector.keeper import Keeper
from caseboard.measures import set_spacing
from casedb.model.fields import SECTION, AnyField
from casedb.model.values import Values
from casedb.words import say


class FormSection(QWidget):
    """Some fields under a title that opens and closes them; without a title they are always open.

    Its editors are made when it is first opened, or prepared.
    """

    def __init__(
        self,
        title: str,
        fields: tuple[AnyField, ...],
        keeper: Keeper,
        desk: Desk,
        uncounted: frozenset[str] = frozenset(),
    ) -> None:
        """`uncounted` are fields that do not open the section: they are shown elsewhere too."""
        super().__init__()
        self._uncounted = uncounted
        self.title = title
        self.fields = fields
        self._keeper = keeper
        self._desk = desk
        self._grid: FieldGrid | None = None
        self._chosen: bool | None = None
        self._values = Values()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        set_spacing(self._column, 2)
        self.disclosure: Disclosure | None = None
        if title:
            self.disclosure = Disclosure(desk.look, say(title, about=SECTION))
            self.disclosure.toggled.connect(self._set_open)
            self.disclosure.clicked.connect(self._choose)
            self._column.addWidget(self.disclosure)
        else:
            self._set_open(True)

    @property
    def is_open(self) -> bool:
        """Whether its fields are shown."""
        return self.disclosure is None or self.disclosure.isChecked()

    def open(self) -> None:
        """Show its fields."""
        if self.disclosure is not None:
            self.disclosure.setChecked(True)

    def show_record(self, values: Values) -> None:
        """Open where a record holds values, unless the user has opened or closed it by hand."""
        self._values = values
        if self.disclosure is not None:
            held = self._held(values)
            is_open = bool(held) if self._chosen is None else self._chosen
            self.disclosure.setChecked(is_open)
        self.count(values)

    def count(self, values: Values) -> None:
        """Say how many fields are filled, for when they cannot be seen."""
        self._values = values
        if self._grid is not None:
            self._grid.show_retired(values)
        if self.disclosure is not None:
            held = self._held(values)
            is_hidden = held and not self.is_open
            self.disclosure.say(say("{n} entry", "{n} entries", n=held) if is_hidden else "")

    def _held(self, values: Values) -> int:
        return sum(
            values.get(field.name) is not None
            for field in self.fields
            if field.name not in self._uncounted
        )

    def _choose(self, is_open: bool) -> None:
        self._chosen = is_open
        subject = self._keeper.subject
        values = subject.values(self._desk.contents) if subject is not None else None
        self.count(values or Values())

    @property
    def is_prepared(self) -> bool:
        """Whether its editors are made."""
        return self._grid is not None

    def prepare(self) -> None:
        """Make its editors, so that it opens quickly."""
        if self._grid is not None:
            return
        self._grid = FieldGrid()
        for field in self.fields:
            editor = editor_for(field, self._desk)
            self._keeper.add(editor)
            self._grid.add(editor)
        self._grid.show_retired(self._values)
        self._grid.hide()
        self._column.addWidget(self._grid)
        order_focus(focusable(self))

    def _set_open(self, is_open: bool) -> None:
        if is_open:
            self.prepare()
        if self._grid is not None:
            self._grid.setVisible(is_open)


class Form:
    """The sections of a form, for a page to place: one widget a section, in order."""

    def __init__(
        self,
        fields: tuple[AnyField, ...],
        keeper: Keeper,
        desk: Desk,
        uncounted: frozenset[str] = frozenset(),
    ) -> None:
        grouped: dict[str, list[AnyField]] = {}
        for field in fields:
            grouped.setdefault(field.section, []).append(field)
        self.sections = tuple(
            FormSection(title, tuple(held), keeper, desk, uncounted)
            for title, held in grouped.items()
        )

    def show_record(self, values: Values) -> None:
        """Open and close the sections as a record needs it."""
        for section in self.sections:
            section.show_record(values)

    def count(self, values: Values) -> None:
        """Say anew how much the closed sections hold."""
        for section in self.sections:
            section.count(values)

    def reveal(self, name: str) -> None:
        """Open the section that holds a field."""
        for section in self.sections:
            if any(field.name == name for field in section.fields):
                section.open()
