"""Read and write the Extended Date/Time Format, level 1 (EDTF, part of ISO 8601-2:2019).

Three things beyond level 1 are read and written because sources need them: a clock time without
seconds or minutes (`2022-03-19T09:08Z`), one masked digit in a month or day (`2023-1X`), and a
qualifier, season or mask on a clock time or at an end of an interval. Years run from 0001 to 9999.
A fraction of a second is read and left out: a bound is never finer than the second.
"""

from __future__ import annotations

import re

from casedb.model.dates.moment import (
    OUTSIDE_YEARS,
    Clock,
    DateNotUnderstood,
    Edge,
    End,
    Expression,
    Interval,
    Moment,
    Qualifier,
)
from casedb.words import say

_MOMENT = re.compile(
    r"""(?P<year>[0-9X]{4})
        (?:-(?P<month>[0-9X]{2}) (?:-(?P<day>[0-9X]{2}))?)?
        (?:T(?P<hour>[0-9]{2})
           (?::(?P<minute>[0-9]{2}) (?::(?P<second>[0-9]{2}) (?:[.,][0-9]{1,9})?)?)?
           (?P<zone>Z|[+-][0-9]{2}(?::?[0-9]{2})?)?)?
        (?P<mark>[?~%]?)""",
    re.VERBOSE,
)


def read_edtf(text: str) -> Expression | None:
    """Return what an EDTF text says, or None where the text does not have the shape of EDTF.

    Raises DateNotUnderstood where it has the shape but names no date, like `2023-02-30`.
    """
    if OUTSIDE_YEARS.fullmatch(text):
        raise DateNotUnderstood(say("Only the years 0001 to 9999 are read."))
    if text.count("/") != 1:
        return _read_moment(text)
    start, end = (_read_end(part) for part in text.split("/"))
    return None if start is None or end is None else Interval(start, end)


def write_edtf(expression: Expression) -> str:
    """Return the EDTF text of a date or a range; `read_edtf` gives back an equal value."""
    if isinstance(expression, Interval):
        return f"{_write_end(expression.start)}/{_write_end(expression.end)}"
    return _write_end(expression)


def read_offset(text: str) -> int:
    """Return the minutes east of UTC that `Z`, `+2`, `+02`, `+0200` or `+02:00` stands for."""
    if text == "Z":
        return 0
    digits = text[1:].replace(":", "")
    hours, minutes = (digits, "0") if len(digits) <= 2 else (digits[:-2], digits[-2:])
    if int(minutes) > 59:
        raise DateNotUnderstood(
            say("{given} is not an offset from UTC: write it like +02:00.", given=text)
        )
    return (int(hours) * 60 + int(minutes)) * (-1 if text[0] == "-" else 1)


def write_offset(minutes: int) -> str:
    """Return an offset from UTC as `Z` or `+02:00`."""
    if minutes == 0:
        return "Z"
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def _read_end(text: str) -> Edge | None:
    return End(text) if text in ("", "..") else _read_moment(text)


def _read_moment(text: str) -> Moment | None:
    match = _MOMENT.fullmatch(text)
    if match is None:
        return None
    year, month, day, hour, minute, second, zone, mark = match.groups()
    clock = None
    if hour is not None:
        minute, second = (None if digits is None else int(digits) for digits in (minute, second))
        clock = Clock(int(hour), minute, second, None if zone is None else read_offset(zone))
    return Moment(year, month, day, clock, Qualifier(mark))


def _write_end(end: Edge) -> str:
    if isinstance(end, End):
        return end.value
    text = "-".join(part for part in (end.year, end.month, end.day) if part)
    if end.clock is not None:
        text += f"T{end.clock.digits}"
        text += "" if end.offset is None else write_offset(end.offset)
    return text + end.qualifier.value
