"""Dates that are known only in part, as sources give them, and what can be said of their order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from casedb.model.dates.edtf import read_edtf, write_edtf
from casedb.model.dates.moment import (
    DateNotUnderstood,
    Edge,
    End,
    Expression,
    Interval,
    Limit,
    Moment,
    Precision,
    Qualifier,
)
from casedb.model.dates.order import (
    Possibility,
    Reach,
    first_second,
    last_second,
    measure_reach,
    stated_reach,
)
from casedb.model.dates.phrases import Style, phrase
from casedb.model.dates.tokens import check_stated, flatten
from casedb.model.dates.words import read_words
from casedb.words import Say, english, say

__all__ = [
    "DateNotUnderstood",
    "FuzzyDate",
    "Limit",
    "Possibility",
    "Precision",
    "Qualifier",
    "ZoneBasis",
]


class ZoneBasis(StrEnum):
    """Where the offset from UTC comes from: the source, the investigator, or nowhere."""

    STATED = "stated"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class FuzzyDate:
    """A date or a range as a source states it, with what is known of its bounds.

    It follows the Extended Date/Time Format, level 1 (EDTF, part of ISO 8601-2:2019), which
    `dates.edtf` reads and `dates.moment` gives bounds to, and reads plain words (`dates.words`).

    `stated` is the text as the source or the user wrote it. Two values are equal when they say
    the same and were stated in the same text; compare `edtf` to leave the text aside. `limit` keeps
    the words after, before and by, which EDTF does not tell from since and until.

    A value answers `is_before`, `overlaps` and `contains` by its bounds. Beforehand, each end that
    is approximate or uncertain is widened outwards by one unit of its own precision, so that
    `about 2023` may reach into 2024. Two values without a zone are compared as if one clock had
    shown both. Where only one of them has a zone, the other may lie 14 hours to either side.
    """

    stated: str
    expression: Expression
    limit: Limit | None = None
    zone: ZoneBasis = ZoneBasis.UNKNOWN

    def __post_init__(self) -> None:
        """Raise DateNotUnderstood where the zone or the open end does not fit the date."""
        if (self.offset is None) != (self.zone is ZoneBasis.UNKNOWN):
            raise DateNotUnderstood(
                say(
                    "The basis of the zone does not fit the date: it is unknown exactly where the date "
                    "has no offset from UTC."
                )
            )
        if self.limit is not None and not _fits(self.limit, self.expression):
            raise DateNotUnderstood(
                say("The word {value} does not fit the range.", value=self.limit.value)
            )

    @staticmethod
    def parse(text: str) -> FuzzyDate:
        """Read EDTF or plain words, at most 200 characters.

        Raises DateNotUnderstood where the text is no date, no possible date, or may be two dates.
        """
        stated = check_stated(text)
        flat = flatten(stated)
        expression, limit = read_edtf(flat.replace(" / ", "/").upper()), None
        if expression is None:
            expression, limit = read_words(flat)
        return FuzzyDate(stated, expression, limit, _stated_basis(expression))

    @staticmethod
    def from_json(value: Mapping[str, object]) -> FuzzyDate:
        """Return the value that `to_json` wrote. Raises DateNotUnderstood for anything else."""
        texts = {key: text for key, text in value.items() if isinstance(text, str)}
        limit = texts.get("limit")
        if len(texts) != len(value) or set(texts) - {"limit"} != {"edtf", "stated", "zone"}:
            raise DateNotUnderstood(
                say("The stored date lacks a part or has one that is not known.")
            )
        if texts["zone"] not in set(ZoneBasis) or limit not in {None, *Limit}:
            raise DateNotUnderstood(
                say("The stored date holds a word that this version does not know.")
            )
        expression = read_edtf(texts["edtf"])
        if expression is None or write_edtf(expression) != texts["edtf"]:
            raise DateNotUnderstood(
                say("The stored date is not in the EDTF form that dates are kept in.")
            )
        if check_stated(texts["stated"]) != texts["stated"]:
            raise DateNotUnderstood(say("The stored text of the date has white space around it."))
        named_limit = None if limit is None else Limit(limit)
        return FuzzyDate(texts["stated"], expression, named_limit, ZoneBasis(texts["zone"]))

    def to_json(self) -> dict[str, str]:
        """Return the stored form: `edtf`, `stated`, `zone`, and `limit` where a word set one."""
        stored = {"edtf": self.edtf, "stated": self.stated, "zone": self.zone.value}
        if self.limit is not None:
            stored["limit"] = self.limit.value
        return stored

    @property
    def edtf(self) -> str:
        """The canonical EDTF text; reading it gives the same bounds, precision and qualifier."""
        return write_edtf(self.expression)

    @property
    def start(self) -> Edge:
        """The date at which the range starts, or the date itself where it is not a range."""
        return self.expression.start if isinstance(self.expression, Interval) else self.expression

    @property
    def end(self) -> Edge:
        """The date at which the range ends, or the date itself where it is not a range."""
        return self.expression.end if isinstance(self.expression, Interval) else self.expression

    @property
    def earliest(self) -> datetime | None:
        """The first second that the date may mean, included, by the stated clock; None if open."""
        return None if isinstance(self.start, End) else self.start.first

    @property
    def latest(self) -> datetime | None:
        """The last second that the date may mean, included, by the stated clock; None if open."""
        return None if isinstance(self.end, End) else self.end.last

    @property
    def reach(self) -> tuple[float, float]:
        """The first and the last second that it may mean, by the stated clock, since the year 1.

        An end that is approximate or uncertain lies one unit of its own precision further out; an
        open end is infinite.
        """
        return stated_reach(self.start, self.end)

    @property
    def precision(self) -> Precision:
        """The unit in which the date is stated; INTERVAL for every range."""
        if isinstance(self.expression, Interval):
            return Precision.INTERVAL
        return self.expression.precision

    @property
    def qualifier(self) -> Qualifier:
        """How firmly the date is stated; for a range, what its two ends say together."""
        return _qualifier_of(self.start).combine(_qualifier_of(self.end))

    @property
    def offset(self) -> timedelta | None:
        """The offset from UTC, stated or inferred; that of the start where the ends differ."""
        for end in (self.start, self.end):
            if isinstance(end, Moment) and end.offset is not None:
                return timedelta(minutes=end.offset)
        return None

    def infer_offset(self, offset: timedelta) -> FuzzyDate:
        """Return the date with an offset from UTC that the source did not state.

        Raises DateNotUnderstood where an offset is stated, no time of day is given, or the offset
        is not in whole minutes up to 14 hours.
        """
        minutes = offset // timedelta(minutes=1)
        if self.zone is ZoneBasis.STATED:
            raise DateNotUnderstood(say("The source states the zone: no other can be inferred."))
        if timedelta(minutes=minutes) != offset:
            raise DateNotUnderstood(say("An offset from UTC is given in whole minutes."))
        start, end = _with_offset(self.start, minutes), _with_offset(self.end, minutes)
        if (start, end) == (self.start, self.end) and self.offset is None:
            raise DateNotUnderstood(say("A zone can be inferred for a time of day only."))
        if isinstance(self.expression, Moment) and isinstance(start, Moment):
            return replace(self, expression=start, zone=ZoneBasis.INFERRED)
        return replace(self, expression=Interval(start, end), zone=ZoneBasis.INFERRED)

    def show(self) -> str:
        """Return the date in words, like `about January 2024`."""
        return phrase(self.expression, self.limit, self._style(is_short=False))

    def in_english(self) -> str:
        """The same in English, whatever language is spoken: for what is indexed or compared."""
        return phrase(self.expression, self.limit, self._style(is_short=False, say=english))

    def show_short(self) -> str:
        """Return the date in few characters for a card, like `~Jan 2024`."""
        return phrase(self.expression, self.limit, self._style(is_short=True))

    @property
    def sort_key(self) -> tuple[float, float]:
        """The earliest, then the latest bound, in seconds; an open start comes before all others.

        A bound with an offset counts in UTC, one without as it is stated. Where only one end of a
        range has an offset, the range still ends no earlier than it starts.
        """
        first = first_second(self.start)
        return first, max(first, last_second(self.end))

    def is_before(self, other: FuzzyDate) -> Possibility:
        """Say whether what happened at this date happened before what happened at the other.

        YES if the latest bound lies before the other's earliest; NO if the earliest bound does not
        lie before the other's latest; else MAYBE, as for two things of the same day.
        """
        mine, others = self._reaches(other)
        if mine.last < others.first:
            return Possibility.YES
        return Possibility.NO if mine.first >= others.last else Possibility.MAYBE

    def overlaps(self, other: FuzzyDate) -> Possibility:
        """Say whether the two periods share a moment, a plain date counting as its whole period.

        NO if their bounds lie apart. YES if they surely meet: 2023-09 and 2023-09-15 do, 2023-09-XX
        (some day of it) and 2023-09-15 MAYBE.
        """
        mine, others = self._reaches(other)
        if mine.last < others.first or others.last < mine.first:
            return Possibility.NO
        if mine.surely_holds(others) or others.surely_holds(mine) or mine.surely_meets(others):
            return Possibility.YES
        return Possibility.MAYBE

    def contains(self, other: FuzzyDate) -> Possibility:
        """Say whether what happened at the other date happened within the period of this one.

        YES if the other's bounds lie in this period. NO if the two lie apart, or if the other is a
        range that surely goes beyond this one's bounds. Else MAYBE: 2023-09-07/2023-10-01 may
        contain 2023-09.
        """
        mine, others = self._reaches(other)
        if mine.surely_holds(others):
            return Possibility.YES
        if mine.last < others.first or others.last < mine.first:
            return Possibility.NO
        if isinstance(other.expression, Interval) and others.core is not None:
            first, last = others.core
            if first < mine.first or mine.last < last:
                return Possibility.NO
        return Possibility.MAYBE

    def _reaches(self, other: FuzzyDate) -> tuple[Reach, Reach]:
        is_zoned = self.offset is not None or other.offset is not None
        return (
            measure_reach(self.start, self.end, self.limit, is_zoned=is_zoned),
            measure_reach(other.start, other.end, other.limit, is_zoned=is_zoned),
        )

    def _style(self, *, is_short: bool, say: Say = say) -> Style:
        return Style(is_short, self.zone is ZoneBasis.INFERRED, say)


def _qualifier_of(end: Edge) -> Qualifier:
    return end.qualifier if isinstance(end, Moment) else Qualifier.EXACT


def _stated_basis(expression: Expression) -> ZoneBasis:
    ends = (expression,) if isinstance(expression, Moment) else (expression.start, expression.end)
    is_stated = any(isinstance(end, Moment) and end.offset is not None for end in ends)
    return ZoneBasis.STATED if is_stated else ZoneBasis.UNKNOWN


def _with_offset(end: Edge, minutes: int) -> Edge:
    if isinstance(end, End) or end.clock is None:
        return end
    return replace(end, clock=replace(end.clock, offset=minutes))


def _fits(limit: Limit, expression: Expression) -> bool:
    """Whether a range is open on the side that its word leaves open, and can be named by it."""
    if not isinstance(expression, Interval):
        return False
    start, end = expression.start, expression.end
    open_end, dated = (end, start) if limit is Limit.AFTER else (start, end)
    if open_end is not End.OPEN or not isinstance(dated, Moment):
        return False
    return limit is Limit.BY or (dated.is_plain and _has_neighbour(dated, limit))


def _has_neighbour(moment: Moment, limit: Limit) -> bool:
    try:
        moment.neighbour(-1 if limit is Limit.AFTER else 1)
    except DateNotUnderstood:
        return False
    return True
