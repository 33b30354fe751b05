"""A number with its unit and bounds."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy

from caseboard.inspector.controls.labels import PlainLabel
from caseboard.inspector.desk import Desk
from caseboard.inspector.editors.reading import Reading, ReadingEditor
from caseboard.inspector.editors.text import EMPTY
from caseboard.measures import set_most_width
from casedb.model.fields import Number
from casedb.model.typed import read_measure
from casedb.model.values import Values
from casedb.words import say


class NumberEditor(ReadingEditor):
    """A number in a short entry, its unit behind it."""

    WIDTH = 72

    def __init__(self, field: Number, desk: Desk) -> None:
        super().__init__(field, desk)
        self._number = field
        set_most_width(self.entry, self.WIDTH)
        if field.unit:
            self.line.addWidget(PlainLabel(say(field.unit), "inspectorUnit"))
            self.entry.setAccessibleName(
                say("{field} in {unit}", field=say(field.label), unit=say(field.unit))
            )
        self.line.addStretch(1)
        self.entry.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.entry.setPlaceholderText(EMPTY)
        if field.help:
            self.entry.setToolTip(say(field.help))

    def text_of(self, values: Values) -> str:
        value = self._number.read(values)
        return "" if value is None else f"{value!r}"

    def interpret(self, text: str) -> Reading:
        return Reading(read_measure(self._number, text))
