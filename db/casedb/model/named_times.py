"""The named times of an item: which times it has, which time each is, and where it lies in time.

Every one of them is told apart: when a thing happened, when it was recorded, published, first seen, and
when we got hold of it. None is made up: what an item does not state, it does not have.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

from casedb.model.dates.moment import Edge, End, Qualifier
from casedb.model.fuzzy_date import DateNotUnderstood, FuzzyDate
from casedb.model.item_dates import OF_OUR_WORK, TELLING
from casedb.model.json_value import JsonValue
from casedb.model.kinds import kind_of
from casedb.model.records import Item
from casedb.model.when_and_where import TIME_NAMES, When
from casedb.words import say

FURTHER = "times"
"""The field of every item in which further times stand, each with its name."""
_EPOCH = datetime.min  # noqa: DTZ901 - seconds are counted from the year 1, in no zone
_SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Span:
    """Where a date lies, in seconds since the year 1: in UTC where an offset is known, else by its own clock.

    It is stated to lie from `first` to `last`, where it is over; one in doubt may reach out from
    `earliest` to `latest`. An open end is infinite.
    """

    first: float
    last: float
    earliest: float
    latest: float
    is_doubtful: bool = False

    @property
    def begin(self) -> float:
        """The first moment of it that is known: of one that is open to the past, its end."""
        return self.first if self.first > -float("inf") else self.last

    @property
    def end(self) -> float:
        """The last moment of it that is known: of one that is open to the future, its beginning."""
        return self.last if self.last < float("inf") else self.first


@dataclass(frozen=True, slots=True)
class TimeOf:
    """One time of an item: its name (`published`), the field it stands in, and where it lies.

    `row` is its place among the further times, and 0 for a field of its own.
    """

    name: str
    field: str
    row: int
    span: Span


def times_of(item: Item) -> tuple[TimeOf, ...]:
    """Every time of an item that is understood, those of its own fields first."""
    found: list[TimeOf] = []
    values = item.values
    for field, name in _fields(item.kind):
        span = span_of_stored(values.get(field))
        if span is not None:
            found.append(TimeOf(name, field, 0, span))
    for row, name, stored in _further(item):
        span = span_of_stored(stored)
        if span is not None:
            found.append(TimeOf(name, FURTHER, row, span))
    return tuple(found)


def principal(item: Item, times: tuple[TimeOf, ...]) -> TimeOf | None:
    """The time under which an item belongs, as `telling_date` has it: that on its card, else any other
    of its own, else the most telling of its further times; None where it has none but of our work."""
    own = [each for each in times if each.name not in OF_OUR_WORK]
    for field in kind_of(item.kind).face_date:
        for each in own:
            if each.field == field:
                return each
    for each in own:
        if each.field != FURTHER:
            return each
    for name in TELLING:
        for each in own:
            if each.name == name:
                return each
    return None


def date_of(item: Item, time: TimeOf) -> FuzzyDate | None:
    """The date of one of its times, as it was stated."""
    stored = item.values.get(time.field)
    if time.field == FURTHER:
        row = stored[time.row] if isinstance(stored, list) and time.row < len(stored) else None
        stored = row.get("date") if isinstance(row, dict) else None
    return _read(stored)


def label_of_time(item: Item, time: TimeOf) -> str:
    """What a time is called, as people read it: by its field where that has a name of its own."""
    if time.field == FURTHER:
        return name_of_time(time.name)
    return next(
        (say(each.label) for each in kind_of(item.kind).fields if each.name == time.field),
        time.name,
    )


def name_of_time(name: str) -> str:
    """What people read for the name of a time."""
    return next((each.shown for each in TIME_NAMES if each.value == name), name)


def span_of(date: FuzzyDate) -> Span:
    """Where a date lies."""
    first, last = date.sort_key
    earliest, latest = first, last
    lowest, highest = date.reach
    if date.earliest is not None:
        earliest -= (date.earliest - _EPOCH) // _SECOND - lowest
    if date.latest is not None:
        latest += highest - (date.latest - _EPOCH) // _SECOND
        # What is said of a second lasts to its end.
        last, latest = last + 1, latest + 1
    is_doubtful = any(_is_doubtful(each) for each in (date.start, date.end))
    return Span(first, last, earliest, latest, is_doubtful)


def span_of_stored(stored: JsonValue) -> Span | None:
    """Where a date lies that is stored; None for what is not understood."""
    if not isinstance(stored, dict):
        return None
    edtf, zone, limit = stored.get("edtf"), stored.get("zone"), stored.get("limit", "")
    if isinstance(edtf, str) and isinstance(zone, str) and isinstance(limit, str):
        return _known_span(edtf, zone, limit)
    return None


# A case names the same days again and again, and reading one takes twenty times as long.
@lru_cache(maxsize=1 << 16)
def _known_span(edtf: str, zone: str, limit: str) -> Span | None:
    stored: dict[str, JsonValue] = {"edtf": edtf, "stated": edtf, "zone": zone}
    date = _read({**stored, "limit": limit} if limit else stored)
    return span_of(date) if date is not None else None


@lru_cache(maxsize=256)
def _fields(kind: str) -> tuple[tuple[str, str], ...]:
    """The fields of a kind that hold a time, with the name of it."""
    return tuple(
        (each.name, each.time_name) for each in kind_of(kind).fields if isinstance(each, When)
    )


def _further(item: Item) -> Iterator[tuple[int, str, JsonValue]]:
    rows = item.values.get(FURTHER)
    for n, row in enumerate(rows if isinstance(rows, list) else ()):
        if isinstance(row, dict) and isinstance(name := row.get("name"), str):
            yield n, name, row.get("date")


def _read(stored: JsonValue) -> FuzzyDate | None:
    if not isinstance(stored, Mapping):
        return None
    try:
        return FuzzyDate.from_json(stored)
    except DateNotUnderstood:
        return None


def _is_doubtful(end: Edge) -> bool:
    return not isinstance(end, End) and end.qualifier is not Qualifier.EXACT
