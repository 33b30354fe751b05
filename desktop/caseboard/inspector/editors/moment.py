"""The first or the last moment of a scale of time, typed as any other date."""

from __future__ import annotations

from caseboard.inspector.answer import Answer
from caseboard.inspector.desk import Desk
from caseboard.inspector.editors.reading import Reading, ReadingEditor
from casedb.model.fields import Text
from casedb.model.fuzzy_date import DateNotUnderstood, FuzzyDate
from casedb.model.moments import as_first, as_last, first_moment, is_span, last_moment
from casedb.model.typed import NOT_STORED, NotUnderstood
from casedb.model.values import Values
from casedb.words import say

FIRST, LAST = "first", "last"
"""The names of the two fields of a scale."""


class MomentEditor(ReadingEditor):
    """Where a scale begins or ends: the beginning or the end of the date that is written."""

    def __init__(self, field: Text, desk: Desk) -> None:
        super().__init__(field, desk)
        self._text = field

    def text_of(self, values: Values) -> str:
        stored = self._text.read(values) or ""
        return as_last(stored) if self._is_last else as_first(stored)

    def reply(self) -> Answer | None:
        # Without one of its ends there is no scale: a field that was emptied waits for another date.
        return super().reply() if self.entry.value().strip() else None

    def comment(self, paused: bool) -> None:
        super().comment(paused)
        if paused and self._touched and not self.entry.value().strip():
            self.say(say("A scale needs both dates; the one before is kept."), "warn")

    def interpret(self, text: str) -> Reading:
        try:
            date = FuzzyDate.parse(text)
        except DateNotUnderstood as trouble:
            raise NotUnderstood(f"{trouble} {say(NOT_STORED)}") from trouble
        moment = last_moment(date) if self._is_last else first_moment(date)
        if moment is None:
            sentence = (
                say("This date has no end. It is not stored yet.")
                if self._is_last
                else say("This date has no beginning. It is not stored yet.")
            )
            raise NotUnderstood(sentence)
        self._check(moment)
        return Reading(moment, say("Reads as {reading}", reading=date.show()))

    def words_at_rest(self) -> str:
        return _in_words(self.entry.value())

    @property
    def _is_last(self) -> bool:
        return self.field.name == LAST

    def _check(self, moment: str) -> None:
        """Raise NotUnderstood where no time would run with the other end as it is now."""
        held = self.desk.contents.scale_of(self.record_id)
        if held is None:
            return
        first, last = (held.first, moment) if self._is_last else (moment, held.last)
        if is_span(first, last):
            return
        if self._is_last:
            raise NotUnderstood(
                say(
                    "The scale begins with {date}, so it cannot end earlier. It is not stored yet.",
                    date=_in_words(as_first(held.first)),
                )
            )
        raise NotUnderstood(
            say(
                "The scale ends with {date}, so it cannot begin later. It is not stored yet.",
                date=_in_words(as_last(held.last)),
            )
        )


def _in_words(text: str) -> str:
    try:
        return FuzzyDate.parse(text).show()
    except DateNotUnderstood:
        return text
