"""The dates of an item: the one on its card, the most telling one, and all that it may fall on.

When a copy was taken, when it came to us and when it was put into the case are dates of our work and
say nothing of the thing: they tell nothing here, and no item is found by them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TypeAlias

from casedb.model.fields import Unreadable
from casedb.model.fuzzy_date import DateNotUnderstood, FuzzyDate
from casedb.model.json_value import JsonValue
from casedb.model.kinds import KINDS, kind_of
from casedb.model.records import Item
from casedb.model.when_and_where import When

Reach: TypeAlias = tuple[float, float]
"""The first and the last second that a date may mean, by the stated clock, since the year 1."""

OF_OUR_WORK = frozenset({"captured", "obtained", "imported"})
"""The names of times at which nothing happened but that we got hold of the thing."""
TELLING = ("event", "recorded", "published", "first_seen")
"""The names of the other times, the most telling first."""

_FIELDS: Mapping[str, tuple[str, ...]] = {
    name: tuple(
        field.name
        for field in kind.fields
        if isinstance(field, When) and field.time_name not in OF_OUR_WORK
    )
    for name, kind in KINDS.items()
}


def date_on_card(item: Item) -> FuzzyDate | None:
    """The date at the foot of an item's card, or None where there is none that is understood."""
    return next((date for _, date in _on_card(item)), None)


def dated_by(item: Item) -> str:
    """The name of the field in which that date stands; empty where there is none."""
    return next((name for name, _ in _on_card(item)), "")


def _on_card(item: Item) -> Iterator[tuple[str, FuzzyDate]]:
    kind = kind_of(item.kind)
    for name in kind.face_date:
        field = kind.field(name)
        if not isinstance(field, When):
            continue
        try:
            date = field.read(item.values)
        except Unreadable:
            # What is not understood is shown in the inspector, not guessed at.
            continue
        if date is not None:
            yield name, date


def telling_date(item: Item) -> FuzzyDate | None:
    """The date under which an item belongs in time: the one on its card, else any other of its own,
    else the most telling of its further times; None where it has none that is understood."""
    on_card = date_on_card(item)
    if on_card is not None:
        return on_card
    for name in _FIELDS.get(item.kind, ()):
        date = _read(item.values.get(name))
        if date is not None:
            return date
    further: dict[str, FuzzyDate] = {}
    for name, stored in _further(item):
        date = _read(stored)
        if date is not None:
            further.setdefault(name, date)
    return next((further[name] for name in TELLING if name in further), None)


def reaches_of(item: Item) -> list[Reach]:
    """What each date of an item may mean at the most; those that are not understood are left out."""
    values = item.values
    stored = [values.get(name) for name in _FIELDS.get(item.kind, ())]
    if values.get("times") is not None:
        stored += [date for _, date in _further(item)]
    found = [_reach_of(each) for each in stored if each is not None]
    return [reach for reach in found if reach is not None]


def _further(item: Item) -> Iterator[tuple[str, JsonValue]]:
    """The names of further times that are not of our work, with what is stored of each."""
    rows = item.values.get("times")
    for row in rows if isinstance(rows, list) else ():
        if isinstance(row, dict):
            name = row.get("name")
            if isinstance(name, str) and name not in OF_OUR_WORK:
                yield name, row.get("date")


def _read(stored: JsonValue) -> FuzzyDate | None:
    if not isinstance(stored, Mapping):
        return None
    try:
        return FuzzyDate.from_json(stored)
    except DateNotUnderstood:
        return None


def _reach_of(stored: JsonValue) -> Reach | None:
    # A dict, as JSON gives it: whether something is any mapping takes longer to tell than the rest.
    if not isinstance(stored, dict) or len(stored) != 3 + ("limit" in stored):
        return None
    edtf, zone, limit = stored.get("edtf"), stored.get("zone"), stored.get("limit", "")
    if isinstance(edtf, str) and isinstance(zone, str) and isinstance(limit, str):
        return _known_reach(edtf, zone, limit) if isinstance(stored.get("stated"), str) else None
    return None


# A case names the same days again and again, and reading one takes twenty times as long.
@lru_cache(maxsize=1 << 16)
def _known_reach(edtf: str, zone: str, limit: str) -> Reach | None:
    date = _read(
        {"edtf": edtf, "stated": edtf, "zone": zone, **({"limit": limit} if limit else {})}
    )
    return date.reach if date is not None else None
