"""A date as exact or as vague as it is known."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from PySide6.QtWidgets import QMenu

from caseboard.inspector.controls.buttons import TextButton
from caseboard.inspector.desk import Desk
from caseboard.inspector.editors.reading import Reading, ReadingEditor
from casedb.model.fuzzy_date import DateNotUnderstood, FuzzyDate, ZoneBasis
from casedb.model.typed import NOT_STORED, NotUnderstood
from casedb.model.values import Values
from casedb.model.when_and_where import When
from casedb.words import say

OFFSETS = (
    *range(-12 * 60, -9 * 60, 60),
    -570,
    *range(-9 * 60, -3 * 60, 60),
    -210,
    *range(-3 * 60, 4 * 60, 60),
    210,
    240,
    270,
    300,
    330,
    345,
    360,
    390,
    420,
    480,
    525,
    540,
    570,
    600,
    630,
    660,
    720,
    765,
    780,
    840,
)
"""The offsets from UTC in use, in minutes."""


def offset_in_words(minutes: int) -> str:
    """An offset from UTC.

    >>> offset_in_words(0), offset_in_words(120), offset_in_words(-210)
    ('UTC', 'UTC+02:00', 'UTC-03:30')
    """
    if minutes == 0:
        return "UTC"
    sign = "-" if minutes < 0 else "+"
    return f"UTC{sign}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


class WhenEditor(ReadingEditor):
    """A date in words or EDTF, read aloud below; a zone that was not stated can be inferred."""

    def __init__(self, field: When, desk: Desk) -> None:
        super().__init__(field, desk)
        self._when = field
        self._offset: int | None = None
        self.entry.setPlaceholderText(say(field.help) or say("such as 2 Jan 2024"))
        self.zone_button = TextButton(say("Zone…"), "inspectorAction")
        self.zone_button.setToolTip(say("The source states no zone: say which one is inferred"))
        self.zone_button.setAccessibleName(say("Zone of {field}", field=say(field.label)))
        self.zone_button.clicked.connect(self._ask_zone)
        self.zone_button.hide()
        self.line.addWidget(self.zone_button)

    def text_of(self, values: Values) -> str:
        date = self._when.read(values)
        inferred = date is not None and date.zone is ZoneBasis.INFERRED
        offset = date.offset if date is not None else None
        self._offset = int(offset.total_seconds() // 60) if inferred and offset else None
        if inferred and offset == timedelta(0):
            self._offset = 0
        return date.stated if date is not None else ""

    def interpret(self, text: str) -> Reading:
        date = self._read(text)
        return Reading(self._when.write(date), say("Reads as {reading}", reading=date.show()))

    def _read(self, text: str) -> FuzzyDate:
        try:
            date = FuzzyDate.parse(text)
            if self._offset is not None and date.zone is ZoneBasis.UNKNOWN and _has_clock(date):
                return date.infer_offset(timedelta(minutes=self._offset))
        except DateNotUnderstood as trouble:
            raise NotUnderstood(f"{trouble} {say(NOT_STORED)}") from trouble
        return date

    def words_at_rest(self) -> str:
        date = self._when.read(self.values)
        if date is None:
            return ""
        words = date.show()
        return "" if words.lower() == date.stated.lower() else words

    def comment(self, paused: bool) -> None:
        super().comment(paused)
        self.zone_button.setVisible(self.is_readable and not self.read_only and self._wants_zone())

    def _wants_zone(self) -> bool:
        try:
            date = FuzzyDate.parse(self.entry.value())
        except DateNotUnderstood:
            return False
        return date.zone is ZoneBasis.UNKNOWN and _has_clock(date)

    def _ask_zone(self) -> None:
        menu = QMenu(self)
        self.fill_zone_menu(menu)
        menu.exec(self.zone_button.mapToGlobal(self.zone_button.rect().bottomLeft()))
        menu.deleteLater()

    def fill_zone_menu(self, menu: QMenu) -> None:
        """Offer the zones that can be inferred."""
        choices: list[tuple[str, int | None]] = [(say("Not stated"), None)]
        choices += [(say("{zone}, inferred", zone=offset_in_words(each)), each) for each in OFFSETS]
        for label, minutes in choices:
            action = menu.addAction(label)
            action.setCheckable(True)
            action.setChecked(minutes == self._offset)
            action.triggered.connect(partial(self._infer, minutes))

    def _infer(self, minutes: int | None) -> None:
        self._offset = minutes
        # The text stays as stated; only what is made of it changes.
        self._shown = ""
        self.put()


def _has_clock(date: FuzzyDate) -> bool:
    try:
        date.infer_offset(timedelta(0))
    except DateNotUnderstood:
        return False
    return True
