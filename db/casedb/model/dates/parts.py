"""Gather what one date names, in any order, and build the date from it."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from casedb.model.dates.moment import (
    Clock,
    DateNotUnderstood,
    Expression,
    Interval,
    Moment,
    Qualifier,
    day_of,
)
from casedb.model.dates.tokens import NOT_A_DATE, THIRDS, Token
from casedb.model.dates.vocabulary import Role
from casedb.words import say, term

_YEAR_THIRDS = (("01", "04"), ("05", "08"), ("09", "12"))
_DECADE_THIRDS = (("0", "3"), ("4", "6"), ("7", "9"))
_MONTH_THIRDS = ("01", "11", "21")
_WEEKDAY_NAMES = (
    term("Monday"),
    term("Tuesday"),
    term("Wednesday"),
    term("Thursday"),
    term("Friday"),
    term("Saturday"),
    term("Sunday"),
)


@dataclass(frozen=True, slots=True)
class Parts:
    """What one date names, as EDTF digits; a part that is not named is None."""

    year: str | None = None
    month: str | None = None
    day: str | None = None
    clock: Clock | None = None
    quarter: str | None = None
    third: Role | None = None
    weekday: str | None = None

    @property
    def has_date(self) -> bool:
        """Whether more is named than a time, a weekday or a third."""
        return any(part is not None for part in (self.year, self.month, self.day, self.quarter))


def gather_parts(tokens: list[Token]) -> Parts:
    """Return the parts that some tokens name, each at most once and in any order."""
    parts = Parts()
    for token in tokens:
        parts = _merge(parts, _name_parts(token))
    if parts.day == "XX" and parts.year is not None and parts.month is None:
        return replace(parts, month="XX")
    return parts


def _merge(parts: Parts, more: Parts) -> Parts:
    pairs = [(getattr(parts, part.name), getattr(more, part.name)) for part in fields(Parts)]
    if any(None not in pair for pair in pairs):
        raise DateNotUnderstood(
            say(
                "This names a part of the date twice: write years with four digits, and ranges with "
                "from and to."
            )
        )
    return Parts(*(first or second for first, second in pairs))


def _name_parts(token: Token) -> Parts:
    match token.role:
        case Role.DATE:
            year, month, day, *_ = [*token.digits.split("-"), None, None]
            return Parts(year, month, day)
        case Role.MONTH | Role.SEASON | Role.SOME_MONTH:
            return Parts(month=token.digits)
        case Role.NUMBER | Role.SOME_DAY:
            return Parts(day=token.digits)
        case Role.QUARTER:
            return Parts(quarter=token.digits)
        case Role.WEEKDAY:
            return Parts(weekday=token.digits)
        case Role.CLOCK:
            return Parts(clock=token.clock)
        case Role.EARLY | Role.MIDDLE | Role.LATE:
            return Parts(third=token.role)
        case Role.FILLER:
            return Parts()
        case _:
            raise DateNotUnderstood(say(NOT_A_DATE))


def complete_parts(parts: Parts, other: Parts) -> Parts:
    """Fill in what one end of a range leaves for the other end to say, as in `7-12 September`."""
    completed = parts
    if parts.clock is not None and not parts.has_date:
        completed = replace(completed, year=other.year, month=other.month, day=other.day)
    if completed.day is not None or completed == Parts(third=parts.third):
        completed = replace(completed, month=completed.month or other.month)
    completed = replace(completed, year=completed.year or other.year)
    is_shared = not (parts.has_date and other.has_date)
    if parts.clock is not None and parts.clock.offset is None and other.clock and is_shared:
        completed = replace(completed, clock=replace(parts.clock, offset=other.clock.offset))
    return completed


def build_date(parts: Parts) -> Expression:
    """Return the date that the parts name, or the range where they name a quarter or a third.

    Raises DateNotUnderstood where a part is missing, too much, or contradicts another.
    """
    year = parts.year
    if year is None and parts.clock is not None and not parts.has_date:
        raise DateNotUnderstood(
            say("The date is missing: write it before the time, like 2 January 2024 14:30.")
        )
    if year is None:
        raise DateNotUnderstood(
            say("The year is missing: write it with four digits, like 7 September 2023.")
        )
    if parts.day is not None and parts.month is None:
        raise DateNotUnderstood(
            say("The month is missing: write it like 7 September 2023, and years with four digits.")
        )
    if parts.quarter is not None:
        return _build_quarter(parts, year, int(parts.quarter))
    if parts.third is not None:
        return _build_third(parts, year, THIRDS.index(parts.third))
    moment = Moment(year, parts.month, parts.day, parts.clock)
    if parts.weekday is not None:
        _check_weekday(moment, int(parts.weekday))
    return moment


def _build_quarter(parts: Parts, year: str, month: int) -> Interval:
    if parts != Parts(year=year, quarter=parts.quarter):
        raise DateNotUnderstood(
            say("A quarter or winter is read before a year only, like Q3 2023.")
        )
    start = Moment(year, f"{month:02}")
    return Interval(start, start.neighbour(2))


def _build_third(parts: Parts, year: str, third: int) -> Interval:
    month = parts.month
    if parts != Parts(year=year, month=month, third=parts.third) or year.endswith("XX"):
        raise DateNotUnderstood(
            say("Early, mid and late are read before a month, a year or a decade: early 2024.")
        )
    if year.endswith("X"):
        first, last = (Moment(year[:3] + digit) for digit in _DECADE_THIRDS[third])
    elif month is None:
        first, last = (Moment(year, digits) for digits in _YEAR_THIRDS[third])
    elif Moment(year, month).is_plain:
        first = Moment(year, month, _MONTH_THIRDS[third])
        last = first.neighbour(9) if third < 2 else day_of(Moment(year, month).last)
    else:
        raise DateNotUnderstood(
            say("Early, mid and late are not read before a season: name months.")
        )
    return Interval(first.qualified(Qualifier.APPROXIMATE), last.qualified(Qualifier.APPROXIMATE))


def _check_weekday(moment: Moment, weekday: int) -> None:
    if moment.day is None or not moment.is_plain:
        raise DateNotUnderstood(say("A weekday is read beside a full date only: leave it out."))
    actual = moment.first.weekday()
    if actual != weekday:
        raise DateNotUnderstood(
            say(
                "{year}-{month}-{day} is a {weekday}, not a {given}: correct the date "
                "or leave out the weekday.",
                year=f"{moment.year}",
                month=f"{moment.month}",
                day=f"{moment.day}",
                weekday=say(_WEEKDAY_NAMES[actual]),
                given=say(_WEEKDAY_NAMES[weekday]),
            )
        )
