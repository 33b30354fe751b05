"""Records as flat cells, for tables and graphs: every field that is filled, under names that never change.

A field is a cell of its own name, or several where one would lose something:

    a date      NAME as stated, NAME_edtf, NAME_earliest and NAME_latest in ISO 8601, NAME_zone
    a place     NAME, NAME_stated, NAME_lat and NAME_lon in degrees, NAME_wkt, NAME_precision, NAME_method
    a record    NAME as it is called, NAME_id
    a list      NAME, its parts joined (see `joined`)
    a table     NAME in words, NAME_json to the letter
    times, places that are named     the same as above, below NAME_event, NAME_event_2, NAME_found, ...

What this version does not understand stands in `other`, as JSON. Sources that must not be named are not.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta, timezone
from typing import TypeAlias, cast

from casedb.model.card_face import title_of
from casedb.model.contents import Contents
from casedb.model.discretion import no_name, public_name
from casedb.model.fields import AnyField, Choices, Number, Row, Table, Tags, Text, Unreadable
from casedb.model.fuzzy_date import FuzzyDate, ZoneBasis
from casedb.model.json_value import JsonValue
from casedb.model.options import Option
from casedb.model.place import Place, Point
from casedb.model.records import Board, Item, Source
from casedb.model.reference_fields import BoardRef, ItemRefs, NamedThing, SourceRef, SourceRefs
from casedb.model.when_and_where import NamedPlace, NamedTime, Places, Times, When, Where

Cell: TypeAlias = str | int | float
Cells: TypeAlias = dict[str, Cell]

OTHER = "other"
"""The cell of what this version does not understand."""
_SUFFIXES = (
    *("", "_id", "_edtf", "_earliest", "_latest", "_zone"),
    *("_stated", "_lat", "_lon", "_wkt", "_precision", "_method", "_json"),
)
"""What a field's name may have behind it, in the order of the columns."""
_BY_LENGTH = sorted(enumerate(_SUFFIXES), key=lambda each: -len(each[1]))


def joined(parts: Iterable[str]) -> str:
    """The parts of a list in one cell, a semicolon and a gap between them; one in a part is doubled."""
    return "; ".join(part.replace(";", ";;") for part in parts)


def parted(text: str) -> list[str]:
    """What `joined` has joined; nothing and one empty part are the same.

    >>> parted(joined(["a; b", "c;", ""]))
    ['a; b', 'c;', '']
    """
    if not text:
        return []
    parts, at = [""], 0
    while at < len(text):
        if text.startswith(";;", at):
            parts[-1] += ";"
            at += 2
        elif text.startswith("; ", at):
            parts.append("")
            at += 2
        else:
            parts[-1] += text[at]
            at += 1
    return parts


def cells_of(
    contents: Contents,
    fields: Sequence[AnyField],
    values: Mapping[str, JsonValue],
    *,
    secret: frozenset[str] = frozenset(),
    left_out: frozenset[str] = frozenset(),
) -> Cells:
    """The filled fields of a record. Of the `secret` ones is told only that there is a protected source;
    what is `left_out` is not told at all."""
    found: Cells = {}
    kept: dict[str, JsonValue] = {}
    known = {field.name: field for field in fields if field.stored}
    for name in values:
        if name in left_out:
            continue
        field = known.get(name)
        try:
            value: object = field.read(values) if field is not None else None
        except Unreadable:
            value = None
        if field is None or value is None:
            kept[name] = values[name]
        elif name in secret:
            found[name] = no_name()
        else:
            found.update(_cells(contents, field, value))
    if kept:
        found[OTHER] = json_text(kept)
    return found


def json_text(value: JsonValue) -> str:
    """A value as JSON on one line, its keys in order."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _cells(contents: Contents, field: AnyField, value: object) -> Cells:
    name = field.name
    match field:
        case Number():
            return {name: cast("float", value)}
        case Text():
            return _said(name, cast("str", value))
        case When():
            return date_cells(name, cast("FuzzyDate", value))
        case Where():
            return place_cells(name, cast("Place", value))
        case Times():
            times = cast("tuple[NamedTime, ...]", value)
            return _named(name, field.options, ((each.name, each.date) for each in times))
        case Places():
            places = cast("tuple[NamedPlace, ...]", value)
            return _named(name, field.options, ((each.name, each.place) for each in places))
        case Tags():
            return _said(name, joined(cast("tuple[str, ...]", value)))
        case Choices():
            words = cast("tuple[str, ...]", value)
            labels = {each.value: each.shown for each in field.options}
            return _said(name, joined(labels.get(word, word) for word in words))
        case Table():
            table = cast("tuple[Row, ...]", value)
            return {name: field.show(table), f"{name}_json": json_text(field.write(table))}
        case SourceRef() | SourceRefs() | ItemRefs() | NamedThing():
            ids = (value,) if isinstance(value, str) else cast("tuple[str, ...]", value)
            called = [title for each in ids if (title := called_by(contents, field, each))]
            return {**_said(name, joined(called)), f"{name}_id": joined(ids)}
        case _:
            return _said(name, field.show(value))


def _said(name: str, text: str) -> Cells:
    return {name: text} if text else {}


def called_by(contents: Contents, field: AnyField, named: str) -> str:
    """How a record is called that a field names, where others may be looking; empty where it is gone."""
    if isinstance(field, ItemRefs):
        item = contents.get(Item, named)
        return title_of(contents, item) if item is not None else ""
    if isinstance(field, BoardRef):
        board = contents.get(Board, named)
        return board.title if board is not None else ""
    source = contents.get(Source, named)
    return public_name(source) if source is not None else ""


def date_cells(name: str, date: FuzzyDate) -> Cells:
    """A date as stated and with its bounds, by the stated clock; an open end has no bound."""
    found: Cells = {name: date.stated, f"{name}_edtf": date.edtf}
    has_clock = "T" in date.edtf
    for bound, moment in (("earliest", date.earliest), ("latest", date.latest)):
        if moment is None:
            continue
        if not has_clock:
            found[f"{name}_{bound}"] = moment.date().isoformat()
            continue
        edge = date.start if bound == "earliest" else date.end
        minutes = getattr(edge, "offset", None)
        if isinstance(minutes, int):
            moment = moment.replace(tzinfo=timezone(timedelta(minutes=minutes)))
        found[f"{name}_{bound}"] = moment.isoformat().replace("+00:00", "Z")
    if date.zone is not ZoneBasis.UNKNOWN:
        found[f"{name}_zone"] = date.zone.value
    return found


def place_cells(name: str, place: Place) -> Cells:
    """A place by its name and as stated, its middle in degrees and its outline, where it has them."""
    found = _said(name, place.name or place.stated or place.show())
    if place.name:
        found |= _said(f"{name}_stated", place.stated)
    if place.centre is not None:
        found |= {f"{name}_lat": place.centre.lat, f"{name}_lon": place.centre.lon}
    if not isinstance(place.shape, Point):
        found |= _said(f"{name}_wkt", place.to_wkt() or "")
    if place.precision is not None:
        found[f"{name}_precision"] = place.precision.value
    return found | _said(f"{name}_method", place.method)


def _named(
    field: str, options: Sequence[Option], given: Iterable[tuple[str, FuzzyDate | Place]]
) -> Cells:
    found: Cells = {}
    told: dict[str, int] = {}
    known = [each.value for each in options]
    for name, value in given:
        key = name if name in known else "unknown"
        told[key] = told.get(key, 0) + 1
        whole = f"{field}_{key}" if told[key] == 1 else f"{field}_{key}_{told[key]}"
        cells = (
            date_cells(whole, value) if isinstance(value, FuzzyDate) else place_cells(whole, value)
        )
        if key != name and isinstance(cells.get(whole), str):
            cells[whole] = f"{name}: {cells[whole]}"
        found |= cells
    return found


# -- columns -------------------------------------------------------------------------------------


def columns_of(first: Sequence[str], fields: Sequence[str], rows: Iterable[Cells]) -> list[str]:
    """The columns of some rows: `first` always, then what there is of each field in their order, then
    what is of none, `other` last. It depends on which there are, and never on the order of the rows."""
    there = {name for row in rows for name in row}.difference(first)
    ranks = {name: _rank(name, fields) for name in there}
    return [*first, *sorted(there, key=lambda name: (name == OTHER, *ranks[name], name))]


def _rank(name: str, fields: Sequence[str]) -> tuple[int, str, int]:
    if name in fields:
        return fields.index(name), name, 0
    for n, suffix in _BY_LENGTH:
        stem = name.removesuffix(suffix)
        if name.endswith(suffix):
            for at, field in enumerate(fields):
                if _is_of(stem, field):
                    return at, stem, n
    return len(fields), name, 0


def _is_of(stem: str, field: str) -> bool:
    return stem == field or (field in ("times", "places") and stem.startswith(f"{field}_"))


def rows_of(columns: Sequence[str], rows: Iterable[Cells]) -> Iterator[list[Cell | None]]:
    """The rows as they stand below those columns, None where there is nothing."""
    for row in rows:
        yield [row.get(name) for name in columns]
