"""A number with its unit and bounds."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QSizePolicy

from caseboard.inspector.controls.labels import PlainLabel
from caseboard.inspector.desk import Desk
from caseboard.inspector.editors.reading import NotUnderstood, Reading, ReadingEditor
from caseboard.inspector.editors.text import EMPTY
from caseboard.measures import set_most_width
from casedb.model.fields import Number
from casedb.model.values import Values
from casedb.words import say

_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?", re.IGNORECASE)
_GROUPED = re.compile(r"[+-]?\d{1,3},\d{3}")


def read_number(text: str) -> float:
    """A number as people write it, with a point or a comma. Raises NotUnderstood."""
    said = text.strip().replace("\u2212", "-")
    if _GROUPED.fullmatch(said):
        raise NotUnderstood(
            say(
                "“{text}” may be {whole} or {broken}: write it without the comma. "
                "It is not stored yet.",
                text=said,
                whole=said.replace(",", ""),
                broken=said.replace(",", "."),
            )
        )
    if said.count(",") == 1 and "." not in said:
        said = said.replace(",", ".")
    if not _NUMBER.fullmatch(said):
        shown = text.strip()[:40]
        raise NotUnderstood(say("“{text}” is not a number. It is not stored yet.", text=shown))
    return float(said) if re.search(r"[.e]", said, re.IGNORECASE) else int(said)


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
        unit = self._number.unit
        value = read_number(text.strip().removesuffix(unit) if unit else text)
        low, high = self._number.low, self._number.high
        if (low is not None and value < low) or (high is not None and value > high):
            kept_out = say("{value} is not stored.", value=f"{value:g}")
            raise NotUnderstood(f"{self._bounds()} {kept_out}")
        try:
            return Reading(self._number.write(value))
        except ValueError as trouble:
            raise NotUnderstood(say("Not stored: {trouble}.", trouble=trouble)) from trouble

    def _bounds(self) -> str:
        field = self._number
        name, said = say(field.label), say(field.unit)
        unit = said if not said or said == "°" else f" {said}"
        low = "" if field.low is None else f"{field.low:g}"
        high = "" if field.high is None else f"{field.high:g}"
        if low and high:
            return say(
                "{field} lies between {low} and {high}.", field=name, low=low, high=high + unit
            )
        if low:
            return say("{field} is at least {low}.", field=name, low=low + unit)
        return say("{field} is at most {high}.", field=name, high=high + unit)
