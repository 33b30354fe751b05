"""Say a date or a range in words, in full or short enough for a card.

It is said in the language of the reader, or in English where it is to be found or compared by.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from casedb.model.dates.edtf import write_offset
from casedb.model.dates.moment import (
    MONTH_NAMES,
    OF_A_DAY,
    SEASON_NAMES,
    SHORT_MONTH_NAMES,
    Clock,
    Edge,
    End,
    Expression,
    Limit,
    Moment,
    Precision,
    Qualifier,
)
from casedb.words import Say, say

_COLLAPSIBLE = (Precision.DAY, Precision.MONTH, Precision.YEAR)


@dataclass(frozen=True, slots=True)
class Style:
    """How long the words are, whether a stated offset was inferred by the investigator, and how it is
    said: `casedb.words.english` where nobody reads it."""

    is_short: bool = False
    is_zone_inferred: bool = False
    say: Say = say


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
    say = style.say
    words = _collapse(start, end, style)
    if words is None or start.qualifier is not end.qualifier:
        return say("from {start} to {end}", start=_hedge(start, style), end=_hedge(end, style))
    return _qualify(words, start.qualifier, style)


def _collapse(start: Moment, end: Moment, style: Style) -> str | None:
    """Join two dates of one kind by a dash, saying once what they share; None for other pairs."""
    day = replace(start, clock=None)
    if start.clock is not None and end.clock is not None:
        if day != replace(end, clock=None) or start.offset != end.offset:
            return None
        clocks = f"{_name_digits(start.clock, style)}–{_name_clock(end.clock, style)}"
        return _name(day, style) + _before_clock(style) + clocks
    unit = start.precision
    if (
        unit is not end.precision
        or unit not in _COLLAPSIBLE
        or not (start.is_plain and end.is_plain)
    ):
        return None
    if start.year == end.year:
        return _collapse_within_year(start, end, style)
    first, last = _name(start, style), _name(end, style)
    is_tight = style.is_short or unit is Precision.YEAR
    return f"{first}–{last}" if is_tight else f"{first} – {last}"


def _collapse_within_year(start: Moment, end: Moment, style: Style) -> str:
    """Join two dates of one year, which is said once, and so is their month where it is one."""
    say = style.say
    first, last = _name_of_month(start, style), _name_of_month(end, style)
    if start.day is None or end.day is None:
        if start.month is None:
            return f"{start.year}–{end.year}"
        return say("{first}–{last} {year}", first=first, last=last, year=end.year)
    days = {"first": start.day.lstrip("0"), "last": end.day.lstrip("0"), "year": end.year}
    if start.month == end.month:
        return say("{first}–{last} {month} {year}", month=last, **days)
    months = {"month": first, "next": last}
    if style.is_short:
        return say("{first} {month}–{last} {next} {year}", **months, **days)
    return say("{first} {month} – {last} {next} {year}", **months, **days)


def _phrase_start(start: Moment, end: Edge, limit: Limit | None, style: Style) -> str:
    say = style.say
    if end is not End.OPEN:
        name = _hedge(start, style)
        return f"{name}–?" if style.is_short else say("from {date}, end not known", date=name)
    if limit is Limit.AFTER:
        return say("after {date}", date=_qualified(start.neighbour(-1), style))
    return say("since {date}", date=_qualified(start, style))


def _phrase_end(start: Edge, end: Moment, limit: Limit | None, style: Style) -> str:
    say = style.say
    if start is not End.OPEN:
        name = _hedge(end, style)
        return f"?–{name}" if style.is_short else say("until {date}, start not known", date=name)
    if limit is Limit.BEFORE:
        return say("before {date}", date=_qualified(end.neighbour(1), style))
    if limit is None:
        return say("until {date}", date=_qualified(end, style))
    return say("by {date}", date=_qualified(end, style))


def _qualified(moment: Moment, style: Style) -> str:
    return _qualify(_name(moment, style), moment.qualifier, style)


def _qualify(words: str, qualifier: Qualifier, style: Style) -> str:
    """Add the qualifier to words that stand alone."""
    say = style.say
    if qualifier.is_approximate:
        words = f"~{words}" if style.is_short else say("about {date}", date=words)
    if qualifier.is_uncertain:
        words = f"{words}?" if style.is_short else say("{date}, uncertain", date=words)
    return words


def _hedge(moment: Moment, style: Style) -> str:
    """Name one end of a range with a qualifier that cannot be taken for the other end's."""
    say = style.say
    name = _name(moment, style)
    if moment.qualifier.is_approximate:
        name = _qualify(name, Qualifier.APPROXIMATE, style)
    return say("possibly {date}", date=name) if moment.qualifier.is_uncertain else name


def _name(moment: Moment, style: Style) -> str:
    """Name a date without its qualifier."""
    if moment.clock is not None:
        day = _name(replace(moment, clock=None), style)
        return day + _before_clock(style) + _name_clock(moment.clock, style)
    if moment.day is not None:
        return _name_day(moment, moment.day, style)
    if moment.month is not None:
        return _name_month(moment, moment.month, style)
    return _name_year(moment.year, style)


def _name_year(year: str, style: Style) -> str:
    say = style.say
    if year.endswith("XX"):
        return say("{year}s (century)", year=f"{year[:2]}00")
    if year.endswith("0X"):
        return say("{year}s (decade)", year=f"{year[:3]}0")
    return say("{year}s", year=f"{year[:3]}0") if year.endswith("X") else year


def _name_day(moment: Moment, day: str, style: Style) -> str:
    say = style.say
    if not day.endswith("X"):
        month = _name_of_month(moment, style)
        return say("{day} {month} {year}", day=day.lstrip("0"), month=month, year=moment.year)
    if moment.month == "XX":
        return say("a day in {year}", year=moment.year)
    if moment.month is not None and "X" in moment.month:
        first, last = (_month(each.month, style) for each in (moment.first, moment.last))
        return say("a day from {first} to {last} {year}", first=first, last=last, year=moment.year)
    if day == "XX":
        return say("a day in {month}", month=_name(replace(moment, day=None), style))
    return say(
        "a day from {first} to {last} {month} {year}",
        first=f"{moment.first.day}",
        last=f"{moment.last.day}",
        month=_name_of_month(moment, style),
        year=moment.year,
    )


def _name_month(moment: Moment, month: str, style: Style) -> str:
    say = style.say
    if month in SEASON_NAMES:
        return say("{season} {year}", season=say(SEASON_NAMES[month]), year=moment.year)
    if month == "XX":
        return say("a month in {year}", year=moment.year)
    first, last = (_month(each.month, style) for each in (moment.first, moment.last))
    if month.endswith("X"):
        return say(
            "a month from {first} to {last} {year}", first=first, last=last, year=moment.year
        )
    return say("{month} {year}", month=first, year=moment.year)


def _name_of_month(moment: Moment, style: Style) -> str:
    """The month of a plain date, as it stands after its day if it has one."""
    return _month(moment.first.month, style, about=OF_A_DAY if moment.day is not None else "")


def _month(number: int, style: Style, about: str = "") -> str:
    names = SHORT_MONTH_NAMES if style.is_short else MONTH_NAMES
    return style.say(names[number - 1], about=about)


def _before_clock(style: Style) -> str:
    return " " if style.is_short else ", "


def _name_digits(clock: Clock, style: Style) -> str:
    say = style.say
    return say("{hour}h", hour=clock.digits) if clock.minute is None else clock.digits


def _name_clock(clock: Clock, style: Style) -> str:
    say = style.say
    time = _name_digits(clock, style)
    if clock.offset is None:
        if style.is_short:
            return say("{time} (no zone)", time=time)
        return say("{time} (zone not stated)", time=time)
    zone = "UTC" if clock.offset == 0 else f"UTC{write_offset(clock.offset)}"
    if not style.is_zone_inferred:
        return f"{time} {zone}"
    if style.is_short:
        return say("{time} {zone} (inferred)", time=time, zone=zone)
    return say("{time} {zone} (zone inferred)", time=time, zone=zone)
