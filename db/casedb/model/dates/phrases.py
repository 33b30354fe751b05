"""Say a date or a range in English words, in full or short enough for a card."""

from __future__ import annotations

from dataclasses import dataclass, replace

from casedb.model.dates.edtf import write_offset
from casedb.model.dates.moment import (
    MONTH_NAMES,
    SEASON_NAMES,
    Clock,
    Edge,
    End,
    Expression,
    Limit,
    Moment,
    Precision,
    Qualifier,
)

_COLLAPSIBLE = (Precision.DAY, Precision.MONTH, Precision.YEAR)


@dataclass(frozen=True, slots=True)
class Style:
    """How long the words are, and whether a stated offset was inferred by the investigator."""

    is_short: bool = False
    is_zone_inferred: bool = False


def phrase(expression: Expression, limit: Limit | None, style: Style) -> str:
    """Return the words for a date or a range, with its qualifier and the standing of its zone."""
    if isinstance(expression, Moment):
        return _qualify(_name(expression, style), expression.qualifier, style)
    start, end = expression.start, expression.end
    if isinstance(start, Moment) and isinstance(end, Moment):
        return _phrase_range(start, end, style)
    if isinstance(start, Moment):
        return _phrase_start(start, expression.end, limit, style)
    if isinstance(end, Moment):
        return _phrase_end(expression.start, end, limit, style)
    raise AssertionError("an interval has a date at one end")


def _phrase_range(start: Moment, end: Moment, style: Style) -> str:
    words = _collapse(start, end, style)
    if words is None or start.qualifier is not end.qualifier:
        return f"from {_hedge(start, style)} to {_hedge(end, style)}"
    return _qualify(words, start.qualifier, style)


def _collapse(start: Moment, end: Moment, style: Style) -> str | None:
    """Join two dates of one kind by a dash, saying once what they share; None for other pairs."""
    day = replace(start, clock=None)
    if start.clock is not None and end.clock is not None:
        if day != replace(end, clock=None) or start.offset != end.offset:
            return None
        clocks = f"{_name_digits(start.clock)}–{_name_clock(end.clock, style)}"
        return _name(day, style) + _before_clock(style) + clocks
    unit = start.precision
    if (
        unit is not end.precision
        or unit not in _COLLAPSIBLE
        or not (start.is_plain and end.is_plain)
    ):
        return None
    first, last = _name(start, style), _name(end, style)
    if start.year == end.year:
        first = _name_within_year(start, end, style)
    is_tight = style.is_short or " " not in first
    return f"{first}–{last}" if is_tight else f"{first} – {last}"


def _name_within_year(start: Moment, end: Moment, style: Style) -> str:
    """Name the start of a range that lies within one year, without what its end repeats."""
    if start.day is not None and start.month == end.month:
        return start.day.lstrip("0")
    return _name(start, style).removesuffix(f" {start.year}")


def _phrase_start(start: Moment, end: Edge, limit: Limit | None, style: Style) -> str:
    if end is not End.OPEN:
        name = _hedge(start, style)
        return f"{name}–?" if style.is_short else f"from {name}, end not known"
    if limit is Limit.AFTER:
        return _qualify_after("after", start.neighbour(-1), style)
    return _qualify_after("since", start, style)


def _phrase_end(start: Edge, end: Moment, limit: Limit | None, style: Style) -> str:
    if start is not End.OPEN:
        name = _hedge(end, style)
        return f"?–{name}" if style.is_short else f"until {name}, start not known"
    if limit is Limit.BEFORE:
        return _qualify_after("before", end.neighbour(1), style)
    return _qualify_after("until" if limit is None else limit.value, end, style)


def _qualify_after(word: str, moment: Moment, style: Style) -> str:
    return f"{word} {_qualify(_name(moment, style), moment.qualifier, style)}"


def _qualify(words: str, qualifier: Qualifier, style: Style) -> str:
    """Add the qualifier to words that stand alone."""
    if qualifier.is_approximate:
        words = f"~{words}" if style.is_short else f"about {words}"
    if qualifier.is_uncertain:
        words = f"{words}?" if style.is_short else f"{words}, uncertain"
    return words


def _hedge(moment: Moment, style: Style) -> str:
    """Name one end of a range with a qualifier that cannot be taken for the other end's."""
    name = _name(moment, style)
    if moment.qualifier.is_approximate:
        name = _qualify(name, Qualifier.APPROXIMATE, style)
    return f"possibly {name}" if moment.qualifier.is_uncertain else name


def _name(moment: Moment, style: Style) -> str:
    """Name a date without its qualifier."""
    if moment.clock is not None:
        day = _name(replace(moment, clock=None), style)
        return day + _before_clock(style) + _name_clock(moment.clock, style)
    if moment.day is not None:
        return _name_day(moment, moment.day, style)
    if moment.month is not None:
        return _name_month(moment, moment.month, style)
    return _name_year(moment.year)


def _name_year(year: str) -> str:
    if year.endswith("XX"):
        return f"{year[:2]}00s (century)"
    if year.endswith("0X"):
        return f"{year[:3]}0s (decade)"
    return f"{year[:3]}0s" if year.endswith("X") else year


def _name_day(moment: Moment, day: str, style: Style) -> str:
    month = _name(replace(moment, day=None), style)
    if not day.endswith("X"):
        return f"{day.lstrip('0')} {month}"
    if moment.month is not None and "X" in moment.month:
        return f"a day{month.removeprefix('a month')}"
    if day == "XX":
        return f"a day in {month}"
    return f"a day from {moment.first.day} to {moment.last.day} {month}"


def _name_month(moment: Moment, month: str, style: Style) -> str:
    if month in SEASON_NAMES:
        return f"{SEASON_NAMES[month]} {moment.year}"
    if month == "XX":
        return f"a month in {moment.year}"
    first, last = (
        MONTH_NAMES[bound.month - 1][: 3 if style.is_short else None]
        for bound in (moment.first, moment.last)
    )
    if month.endswith("X"):
        return f"a month from {first} to {last} {moment.year}"
    return f"{first} {moment.year}"


def _before_clock(style: Style) -> str:
    return " " if style.is_short else ", "


def _name_digits(clock: Clock) -> str:
    return f"{clock.digits}h" if clock.minute is None else clock.digits


def _name_clock(clock: Clock, style: Style) -> str:
    digits = _name_digits(clock)
    if clock.offset is None:
        return f"{digits} (no zone)" if style.is_short else f"{digits} (zone not stated)"
    zone = "UTC" if clock.offset == 0 else f"UTC{write_offset(clock.offset)}"
    if style.is_zone_inferred:
        zone += " (inferred)" if style.is_short else " (zone inferred)"
    return f"{digits} {zone}"
