"""Flat cells read back into fields: what `casedb.exchange.flat` has written, or another program in its way."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import cast

from casedb.exchange.flat import OTHER, parted
from casedb.model.fields import (
    AnyField,
    Choice,
    Choices,
    Flag,
    Number,
    Table,
    Tags,
    Text,
    Unreadable,
)
from casedb.model.fuzzy_date import DateNotUnderstood, FuzzyDate
from casedb.model.json_value import JsonValue
from casedb.model.options import Option
from casedb.model.place import Place, PlaceNotUnderstood, Point
from casedb.model.places.precision import Precision
from casedb.model.values import Values
from casedb.model.when_and_where import NamedPlace, NamedTime, Places, Times, When, Where

MOST_NAMED = 100
"""Times, or places, of one item that are read."""


def values_of(
    fields: Sequence[AnyField], cells: Mapping[str, str]
) -> tuple[dict[str, JsonValue], set[str]]:
    """The values that cells say, in their stored form, and the names of the cells that are in one."""
    found: dict[str, JsonValue] = {}
    used: set[str] = set()
    for field in fields:
        if not field.stored:
            continue
        before = len(found)
        try:
            value = _value(field, cells)
            if value is not None:
                field.read({field.name: value})
                found[field.name] = value
        except (Unreadable, ValueError, RecursionError):
            continue
        if len(found) > before:
            used |= {
                name for name in cells if name == field.name or name.startswith(f"{field.name}_")
            }
    used -= {field.name for field in fields if field.stored and field.name not in found}
    found |= _of_newer_versions(fields, cells.get(OTHER, ""))
    return found, used


def _of_newer_versions(fields: Sequence[AnyField], text: str) -> dict[str, JsonValue]:
    """What a newer version has written, kept as it is."""
    known = {field.name for field in fields}
    try:
        held: object = json.loads(text) if text else None
        if not isinstance(held, dict):
            return {}
        told = cast("dict[str, JsonValue]", held)
        return dict(Values({name: value for name, value in told.items() if name not in known}))
    except (ValueError, RecursionError):
        return {}


def _value(field: AnyField, cells: Mapping[str, str]) -> JsonValue:
    name = field.name
    text = cells.get(name, "")
    match field:
        case Number():
            return _number(field, text)
        case When():
            date = _date(name, cells)
            return dict[str, JsonValue](date.to_json()) if date is not None else None
        case Where():
            place = _place(name, cells)
            return place.to_json() if place is not None else None
        case Times():
            times = [
                NamedTime(option, date)
                for option, whole in _named(name, field.options, cells)
                if (date := _date(whole, cells)) is not None
            ]
            return field.write(tuple(times))
        case Places():
            places = [
                NamedPlace(option, place)
                for option, whole in _named(name, field.options, cells)
                if (place := _place(whole, cells)) is not None
            ]
            return field.write(tuple(places))
        case Table():
            told = cells.get(f"{name}_json", "")
            return json.loads(told) if told else None
        case _ if not text:
            return None
        case Flag():
            return text.lower() in ("yes", "true", "1") or None
        case Choices():
            return [_word(field.options, each) for each in parted(text)]
        case Choice():
            return _word(field.options, text)
        case Tags():
            return list[JsonValue](parted(text))
        case Text():
            return text
        case _:
            return None


def _word(options: Sequence[Option], text: str) -> str:
    """The stored word of what people read; what is none stands for itself."""
    by_label = {each.shown: each.value for each in options} | {
        each.label: each.value for each in options
    }
    return by_label.get(text, text)


def _number(field: Number, text: str) -> JsonValue:
    if not text.strip():
        return None
    number = float(text)
    low, high = field.low, field.high
    if (low is not None and number < low) or (high is not None and number > high):
        return None
    return field.write(number)


def _named(
    field: str, options: Sequence[Option], cells: Mapping[str, str]
) -> list[tuple[str, str]]:
    """The times or places that cells tell of, in their order: the name of each, and that of its cell."""
    words = "|".join(re.escape(each.value) for each in options)
    form = re.compile(rf"{re.escape(field)}_({words})(_[0-9]{{1,4}})?")
    matches = (form.fullmatch(name) for name in cells)
    return [(match[1], match[0]) for match in matches if match is not None][:MOST_NAMED]


def _date(name: str, cells: Mapping[str, str]) -> FuzzyDate | None:
    stated, edtf = cells.get(name, ""), cells.get(f"{name}_edtf", "")
    if not stated:
        return None
    zone = cells.get(f"{name}_zone", "unknown")
    try:
        date = FuzzyDate.parse(stated)
        if not edtf or (date.edtf == edtf and date.zone.value == zone and date.stated == stated):
            return date
    except DateNotUnderstood:
        if not edtf:
            raise
    return FuzzyDate.from_json({"edtf": edtf, "stated": stated, "zone": zone})


def _place(name: str, cells: Mapping[str, str]) -> Place | None:
    called, stated = cells.get(name, ""), cells.get(f"{name}_stated", "")
    wkt, lat, lon = (cells.get(f"{name}{each}", "") for each in ("_wkt", "_lat", "_lon"))
    if wkt:
        shape = Place.parse(wkt).shape
    else:
        shape = Point(float(lat), float(lon)) if lat and lon else None
    if called and not stated and shape is not None and _is_coordinates(called):
        called, stated = "", called
    if not called and not stated and shape is None:
        return None
    precision = cells.get(f"{name}_precision", "")
    return Place(
        called,
        shape,
        Precision(precision) if precision else None,
        cells.get(f"{name}_method", ""),
        stated,
    )


def _is_coordinates(text: str) -> bool:
    try:
        return Place.parse(text).shape is not None
    except PlaceNotUnderstood:
        return False
