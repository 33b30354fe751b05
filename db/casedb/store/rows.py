"""Records as rows: one codec a table, the only place that knows column names and order."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeAlias, TypeVar, cast

from casedb.canonical import canonical, row_hash
from casedb.model.contents import Contents
from casedb.model.geometry import Point
from casedb.model.json_value import JsonValue
from casedb.model.link_types import End
from casedb.model.records import (
    RECORD_TYPES,
    Artifact,
    Assessment,
    Attachment,
    Board,
    Card,
    CaseInfo,
    Element,
    Frame,
    Item,
    Link,
    Record,
    Ref,
    Route,
    Scheme,
    Source,
)
from casedb.model.values import Values, number

R = TypeVar("R", bound=Record)
Cell: TypeAlias = "str | int | float | None"
JSON_COLUMNS = frozenset({"fields", "points"})
"""Columns whose text is JSON; a row's hash is taken over the parsed value."""


class RowNotUnderstood(ValueError):
    """A row of the file does not make a record."""


@dataclass(frozen=True, slots=True)
class Codec(Generic[R]):
    """How records of one type lie in their table."""

    record: type[R]
    table: str
    columns: tuple[str, ...]
    to_cells: Callable[[R], tuple[Cell, ...]]
    from_cells: Callable[[Sequence[Cell]], R]

    def row(self, record: R) -> dict[str, JsonValue]:
        """The row as JSON: what is hashed and kept in the journal."""
        return as_json(self.columns, self.to_cells(record))

    def hash(self, record: R) -> str:
        """The hash of the row as it is stored."""
        return row_hash(self.table, self.row(record))

    def read(self, cells: Sequence[Cell]) -> R:
        """The record in a row. Raises RowNotUnderstood."""
        try:
            return self.from_cells(cells)
        except (ValueError, TypeError, AttributeError, KeyError) as trouble:
            raise RowNotUnderstood(
                f"a row of {self.table} is not understood: {trouble}"
            ) from trouble

    def from_row(self, row: Mapping[str, JsonValue]) -> R:
        """The record of a row given as JSON. Raises RowNotUnderstood."""
        cells = [
            canonical(row[name]).decode() if name in JSON_COLUMNS else cast("Cell", row[name])
            for name in self.columns
        ]
        return self.read(cells)


def as_json(columns: Sequence[str], cells: Sequence[Cell]) -> dict[str, JsonValue]:
    """A row as JSON, its JSON columns parsed and its numbers in canonical form."""
    row: dict[str, JsonValue] = {}
    for name, cell in zip(columns, cells, strict=True):
        if name in JSON_COLUMNS:
            row[name] = cast("JsonValue", json.loads(cast("str", cell)))
        else:
            row[name] = number(cell) if isinstance(cell, float) else cell
    return row


def _json(values: Values) -> str:
    return canonical(dict(values)).decode()


def _text(cell: Cell) -> str:
    if not isinstance(cell, str):
        raise TypeError("a text was expected")
    return cell


def _whole(cell: Cell) -> int:
    if not isinstance(cell, int):
        raise TypeError("a whole number was expected")
    return cell


def _real(cell: Cell) -> float:
    if not isinstance(cell, (int, float)):
        raise TypeError("a number was expected")
    return float(cell)


def _values(cell: Cell) -> Values:
    return Values(text=_text(cell))


def _ref(item: Cell, element: Cell, link: Cell) -> Ref:
    if item is not None:
        return Ref(End.ITEM, _text(item))
    if element is not None:
        return Ref(End.ELEMENT, _text(element))
    return Ref(End.LINK, _text(link))


def _ends(ref: Ref) -> tuple[Cell, Cell, Cell]:
    return (
        ref.id if ref.end is End.ITEM else None,
        ref.id if ref.end is End.ELEMENT else None,
        ref.id if ref.end is End.LINK else None,
    )


def _points(cell: Cell) -> tuple[Point, ...]:
    rows = cast("list[list[float]]", json.loads(_text(cell)))
    return tuple(Point(float(x), float(y)) for x, y in rows)


_CODECS: tuple[Codec[Any], ...] = (
    Codec(
        CaseInfo,
        "case_info",
        ("id", "fields"),
        lambda r: (r.id, _json(r.values)),
        lambda c: CaseInfo(_text(c[0]), _values(c[1])),
    ),
    Codec(
        Scheme,
        "scheme",
        ("id", "name", "version", "fields"),
        lambda r: (r.id, r.name, r.version, _json(r.values)),
        lambda c: Scheme(_text(c[0]), _text(c[1]), _text(c[2]), _values(c[3])),
    ),
    Codec(
        Source,
        "source",
        ("id", "fields"),
        lambda r: (r.id, _json(r.values)),
        lambda c: Source(_text(c[0]), _values(c[1])),
    ),
    Codec(
        Item,
        "item",
        ("id", "kind", "fields"),
        lambda r: (r.id, r.kind, _json(r.values)),
        lambda c: Item(_text(c[0]), _text(c[1]), _values(c[2])),
    ),
    Codec(
        Element,
        "element",
        ("id", "claim", "position", "fields"),
        lambda r: (r.id, r.claim, r.position, _json(r.values)),
        lambda c: Element(_text(c[0]), _text(c[1]), _whole(c[2]), _values(c[3])),
    ),
    Codec(
        Link,
        "link",
        (
            "id",
            "type",
            "from_item",
            "from_element",
            "from_link",
            "to_item",
            "to_element",
            "to_link",
            "fields",
        ),
        lambda r: (r.id, r.type, *_ends(r.start), *_ends(r.end), _json(r.values)),
        lambda c: Link(
            _text(c[0]), _text(c[1]), _ref(c[2], c[3], c[4]), _ref(c[5], c[6], c[7]), _values(c[8])
        ),
    ),
    Codec(
        Board,
        "board",
        ("id", "title", "position"),
        lambda r: (r.id, r.title, r.position),
        lambda c: Board(_text(c[0]), _text(c[1]), _whole(c[2])),
    ),
    Codec(
        Frame,
        "frame",
        ("id", "board", "title", "x", "y", "w", "h", "z", "collapsed", "locked", "accent"),
        lambda r: (
            r.id,
            r.board,
            r.title,
            float(r.x),
            float(r.y),
            float(r.w),
            float(r.h),
            r.z,
            int(r.collapsed),
            int(r.locked),
            r.accent,
        ),
        lambda c: Frame(
            _text(c[0]),
            _text(c[1]),
            _text(c[2]),
            _real(c[3]),
            _real(c[4]),
            _real(c[5]),
            _real(c[6]),
            _whole(c[7]),
            bool(_whole(c[8])),
            bool(_whole(c[9])),
            _text(c[10]),
        ),
    ),
    Codec(
        Card,
        "card",
        ("id", "board", "item", "x", "y", "w", "h", "z", "collapsed", "pinned", "locked", "accent"),
        lambda r: (
            r.id,
            r.board,
            r.item,
            float(r.x),
            float(r.y),
            float(r.w),
            float(r.h),
            r.z,
            int(r.collapsed),
            int(r.pinned),
            int(r.locked),
            r.accent,
        ),
        lambda c: Card(
            _text(c[0]),
            _text(c[1]),
            _text(c[2]),
            _real(c[3]),
            _real(c[4]),
            _real(c[5]),
            _real(c[6]),
            _whole(c[7]),
            bool(_whole(c[8])),
            bool(_whole(c[9])),
            bool(_whole(c[10])),
            _text(c[11]),
        ),
    ),
    Codec(
        Route,
        "route",
        ("id", "board", "link", "points"),
        lambda r: (
            r.id,
            r.board,
            r.link,
            canonical([[number(x), number(y)] for x, y in r.points]).decode(),
        ),
        lambda c: Route(_text(c[0]), _text(c[1]), _text(c[2]), _points(c[3])),
    ),
    Codec(
        Artifact,
        "artifact",
        ("id", "size", "media_type", "name", "fields"),
        lambda r: (r.id, r.size, r.media_type, r.name, _json(r.values)),
        lambda c: Artifact(_text(c[0]), _whole(c[1]), _text(c[2]), _text(c[3]), _values(c[4])),
    ),
    Codec(
        Attachment,
        "attachment",
        ("id", "item", "artifact", "position", "caption"),
        lambda r: (r.id, r.item, r.artifact, r.position, r.caption),
        lambda c: Attachment(_text(c[0]), _text(c[1]), _text(c[2]), _whole(c[3]), _text(c[4])),
    ),
    Codec(
        Assessment,
        "assessment",
        (
            "id",
            "type",
            "subject",
            "claim",
            "scheme",
            "value",
            "by",
            "at",
            "blind",
            "fields",
        ),
        lambda r: (
            r.id,
            r.type,
            r.subject,
            r.claim,
            r.scheme,
            r.value,
            r.by,
            r.at,
            int(r.blind),
            _json(r.values),
        ),
        lambda c: Assessment(
            _text(c[0]),
            _text(c[1]),
            _text(c[2]),
            None if c[3] is None else _text(c[3]),
            _text(c[4]),
            _text(c[5]),
            _text(c[6]),
            _text(c[7]),
            bool(_whole(c[8])),
            _values(c[9]),
        ),
    ),
)

CODECS: Mapping[type[Record], Codec[Any]] = {each.record: each for each in _CODECS}
"""The codec of every record type."""

CODEC_OF_TABLE: Mapping[str, Codec[Any]] = {each.table: each for each in _CODECS}
"""The codec of every table of records."""

assert set(CODECS) == set(RECORD_TYPES)


def codec_of(record: R) -> Codec[R]:
    """The codec of a record."""
    return CODECS[type(record)]


def tables_of(contents: Contents) -> dict[str, list[dict[str, JsonValue]]]:
    """Every record of a case as JSON rows, by table, in order of creation."""
    return {
        codec.table: [
            codec.row(record)
            for record in sorted(contents.all(codec.record).values(), key=lambda each: each.id)
        ]
        for codec in CODECS.values()
    }
