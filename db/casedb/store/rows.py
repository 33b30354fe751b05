"""Records as rows: one codec a table, the only place that knows column names and order."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any, Generic, TypeAlias, TypeVar, cast

from casedb.canonical import canonical, row_hash
from casedb.model.contents import Contents
from casedb.model.geometry import LIMIT, Point
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

LARGEST_WHOLE = 2**53 - 1
"""Whole numbers beyond it are not the same in every JSON reader."""

DEEPEST = 40
"""Levels of nesting in a record's fields; more is no form of ours."""


class Type(Enum):
    """What a column holds."""

    TEXT = auto()
    OPTIONAL = auto()
    WHOLE = auto()
    FLAG = auto()
    PLACE = auto()
    EXTENT = auto()
    OBJECT = auto()
    POINTS = auto()

    @property
    def is_json(self) -> bool:
        """Whether the text is JSON; a row's hash is taken over the parsed value."""
        return self in (Type.OBJECT, Type.POINTS)

    def condition(self, name: str) -> str:
        """The same in SQL; empty where the gate has seen to it.

        SQLite drops the CHECKs of a file that it opens for reading, so they are said here again.
        A JSON text that SQLite calls valid may still be no plain object: see `looks_plain`.
        """
        match self:
            case Type.WHOLE:
                return f'"{name}" BETWEEN -{LARGEST_WHOLE} AND {LARGEST_WHOLE}'
            case Type.FLAG:
                return f'"{name}" IN (0, 1)'
            case Type.PLACE:
                return f'"{name}" BETWEEN -{LIMIT} AND {LIMIT}'
            case Type.EXTENT:
                return f'"{name}" > 0 AND "{name}" <= {LIMIT}'
            case Type.OBJECT:
                return f'json_valid("{name}") AND substr("{name}", 1, 1) = \'{{\''
            case _:
                return ""


def _is_whole(cell: object) -> bool:
    return isinstance(cell, int) and -LARGEST_WHOLE <= cell <= LARGEST_WHOLE


def _is_place(cell: object) -> bool:
    return isinstance(cell, (int, float)) and -LIMIT <= cell <= LIMIT


def _is_extent(cell: object) -> bool:
    return isinstance(cell, (int, float)) and 0 < cell <= LIMIT


def _is_object(cell: object) -> bool:
    return isinstance(cell, str) and is_plain_object(cell)


def _are_points(cell: object) -> bool:
    return isinstance(cell, str) and are_points(cell)


_HOLDS: Mapping[Type, Callable[[object], bool]] = {
    Type.TEXT: lambda cell: isinstance(cell, str),
    Type.OPTIONAL: lambda cell: cell is None or isinstance(cell, str),
    Type.WHOLE: _is_whole,
    Type.FLAG: lambda cell: cell in (0, 1),
    Type.PLACE: _is_place,
    Type.EXTENT: _is_extent,
    Type.OBJECT: _is_object,
    Type.POINTS: _are_points,
}
"""Whether a cell is what a column of a type may hold."""


class RowNotUnderstood(ValueError):
    """A row of the file does not make a record."""


@dataclass(frozen=True, slots=True)
class Codec(Generic[R]):
    """How records of one type lie in their table.

    `types` are the columns by name, in order, the id first. `from_cells` trusts its cells; `read`
    does not.
    """

    record: type[R]
    table: str
    types: Mapping[str, Type]
    to_cells: Callable[[R], tuple[Cell, ...]]
    from_cells: Callable[[Sequence[Any]], R]
    columns: tuple[str, ...] = field(init=False)
    json_columns: frozenset[str] = field(init=False)
    _holds: tuple[Callable[[object], bool], ...] = field(init=False)

    def __post_init__(self) -> None:
        json_columns = frozenset(name for name, kind in self.types.items() if kind.is_json)
        object.__setattr__(self, "columns", tuple(self.types))
        object.__setattr__(self, "json_columns", json_columns)
        object.__setattr__(self, "_holds", tuple(_HOLDS[kind] for kind in self.types.values()))

    def row(self, record: R) -> dict[str, JsonValue]:
        """The row as JSON: what is hashed and kept in the journal."""
        return self.as_json(self.to_cells(record))

    def as_json(self, cells: Sequence[Cell]) -> dict[str, JsonValue]:
        """A stored row as JSON, its JSON columns parsed and its numbers in canonical form.

        Raises ValueError or TypeError for cells that the columns cannot hold.
        """
        row: dict[str, JsonValue] = dict(zip(self.columns, cells, strict=True))
        for name, cell in row.items():
            if isinstance(cell, float):
                row[name] = number(cell)
        for name in self.json_columns:
            row[name] = cast("JsonValue", json.loads(cast("str", row[name])))
        return row

    def hash(self, record: R) -> str:
        """The hash of the row as it is stored."""
        return row_hash(self.table, self.row(record))

    def read(self, cells: Sequence[object]) -> R:
        """The record in a row that nobody vouches for. Raises RowNotUnderstood."""
        for name, holds, cell in zip(self.columns, self._holds, cells, strict=True):
            if not holds(cell):
                raise RowNotUnderstood(f"{name} of a row of {self.table} is not understood")
        return self.from_cells(cells)

    def cells(self, record: R) -> tuple[Cell, ...]:
        """The row to be written. Raises ValueError for what could not be read again."""
        cells = self.to_cells(record)
        for name, holds, cell in zip(self.columns, self._holds, cells, strict=True):
            sure = holds is _is_object and looks_plain(cast("str", cell))
            if not sure and not holds(cell):
                raise ValueError(f"“{name}” of a {self.table} is out of bounds")
        return cells

    def from_row(self, row: Mapping[str, JsonValue]) -> R:
        """The record of a row given as JSON. Raises RowNotUnderstood or KeyError."""
        return self.read(
            [
                canonical(row[name]).decode() if name in self.json_columns else row[name]
                for name in self.columns
            ]
        )


_LONG_NUMBER = re.compile(r"[:,\[]\s*-?\d[\d.]*(?:[eE]\+?\d{3}|\d{15})")


def looks_plain(text: str) -> bool:
    """Whether JSON that SQLite calls valid is surely a plain object, judged without parsing it."""
    return (
        "\\u" not in text
        and "null" not in text
        and (len(text) < 2 * DEEPEST or text.count("{") + text.count("[") <= DEEPEST)
        and _LONG_NUMBER.search(text) is None
    )


def is_plain_object(text: str) -> bool:
    """Whether a text is a JSON object that every reader understands alike.

    No field is null, no number beyond what a double holds exactly, no text with half a character,
    and no deeper nesting than any form of ours has.
    """
    try:
        loaded: object = json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError):
        return False
    if not isinstance(loaded, dict):
        return False
    cells = cast("dict[str, object]", loaded)
    return None not in cells.values() and _is_plain(cells, DEEPEST)


def _refuse(word: str) -> None:
    raise ValueError(f"JSON has no {word}")


def _is_plain(value: object, depth: int) -> bool:
    match value:
        case bool() | None:
            return True
        case int():
            return abs(value) <= LARGEST_WHOLE
        case float():
            return abs(value) < float("inf")
        case str():
            return value.isascii() or not any("\ud800" <= sign <= "\udfff" for sign in value)
        case dict():
            cells = cast("dict[str, object]", value)
            return depth > 0 and all(
                _is_plain(key, 0) and _is_plain(each, depth - 1) for key, each in cells.items()
            )
        case list():
            row = cast("list[object]", value)
            return depth > 0 and all(_is_plain(each, depth - 1) for each in row)
        case _:
            return False


def are_points(text: str) -> bool:
    """Whether a text is a JSON list of points on a board."""
    try:
        loaded: object = json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError):
        return False
    rows = cast("list[object]", loaded) if isinstance(loaded, list) else [None]
    return all(
        isinstance(row, list)
        and len(cast("list[object]", row)) == 2
        and all(_is_place(each) for each in cast("list[object]", row))
        for row in rows
    )


def _json(values: Values) -> str:
    return canonical(dict(values)).decode()


def _ref(item: str | None, element: str | None, link: str | None) -> Ref:
    if item is not None and element is None and link is None:
        return Ref(End.ITEM, item)
    if element is not None and item is None and link is None:
        return Ref(End.ELEMENT, element)
    if link is not None and item is None and element is None:
        return Ref(End.LINK, link)
    raise RowNotUnderstood("an end of a link points at one thing")


def _ends(ref: Ref) -> tuple[Cell, Cell, Cell]:
    return (
        ref.id if ref.end is End.ITEM else None,
        ref.id if ref.end is End.ELEMENT else None,
        ref.id if ref.end is End.LINK else None,
    )


def _points(text: str) -> tuple[Point, ...]:
    return tuple(Point(float(x), float(y)) for x, y in json.loads(text))


_RECT = {"x": Type.PLACE, "y": Type.PLACE, "w": Type.EXTENT, "h": Type.EXTENT, "z": Type.WHOLE}

_CODECS: tuple[Codec[Any], ...] = (
    Codec(
        CaseInfo,
        "case_info",
        {"id": Type.TEXT, "fields": Type.OBJECT},
        lambda r: (r.id, _json(r.values)),
        lambda c: CaseInfo(c[0], Values(text=c[1])),
    ),
    Codec(
        Scheme,
        "scheme",
        {"id": Type.TEXT, "name": Type.TEXT, "version": Type.TEXT, "fields": Type.OBJECT},
        lambda r: (r.id, r.name, r.version, _json(r.values)),
        lambda c: Scheme(c[0], c[1], c[2], Values(text=c[3])),
    ),
    Codec(
        Source,
        "source",
        {"id": Type.TEXT, "fields": Type.OBJECT},
        lambda r: (r.id, _json(r.values)),
        lambda c: Source(c[0], Values(text=c[1])),
    ),
    Codec(
        Item,
        "item",
        {"id": Type.TEXT, "kind": Type.TEXT, "fields": Type.OBJECT},
        lambda r: (r.id, r.kind, _json(r.values)),
        lambda c: Item(c[0], c[1], Values(text=c[2])),
    ),
    Codec(
        Element,
        "element",
        {"id": Type.TEXT, "claim": Type.TEXT, "position": Type.WHOLE, "fields": Type.OBJECT},
        lambda r: (r.id, r.claim, r.position, _json(r.values)),
        lambda c: Element(c[0], c[1], c[2], Values(text=c[3])),
    ),
    Codec(
        Link,
        "link",
        {
            "id": Type.TEXT,
            "type": Type.TEXT,
            "from_item": Type.OPTIONAL,
            "from_element": Type.OPTIONAL,
            "from_link": Type.OPTIONAL,
            "to_item": Type.OPTIONAL,
            "to_element": Type.OPTIONAL,
            "to_link": Type.OPTIONAL,
            "fields": Type.OBJECT,
        },
        lambda r: (r.id, r.type, *_ends(r.start), *_ends(r.end), _json(r.values)),
        lambda c: Link(
            c[0], c[1], _ref(c[2], c[3], c[4]), _ref(c[5], c[6], c[7]), Values(text=c[8])
        ),
    ),
    Codec(
        Board,
        "board",
        {"id": Type.TEXT, "title": Type.TEXT, "position": Type.WHOLE},
        lambda r: (r.id, r.title, r.position),
        lambda c: Board(c[0], c[1], c[2]),
    ),
    Codec(
        Frame,
        "frame",
        {
            "id": Type.TEXT,
            "board": Type.TEXT,
            "title": Type.TEXT,
            **_RECT,
            "collapsed": Type.FLAG,
            "locked": Type.FLAG,
            "accent": Type.TEXT,
        },
        lambda r: (
            *(r.id, r.board, r.title),
            *(float(r.x), float(r.y), float(r.w), float(r.h), r.z),
            *(int(r.collapsed), int(r.locked), r.accent),
        ),
        lambda c: Frame(
            *(c[0], c[1], c[2]),
            *(float(c[3]), float(c[4]), float(c[5]), float(c[6]), c[7]),
            *(c[8] == 1, c[9] == 1, c[10]),
        ),
    ),
    Codec(
        Card,
        "card",
        {
            "id": Type.TEXT,
            "board": Type.TEXT,
            "item": Type.TEXT,
            **_RECT,
            "collapsed": Type.FLAG,
            "pinned": Type.FLAG,
            "locked": Type.FLAG,
            "accent": Type.TEXT,
        },
        lambda r: (
            *(r.id, r.board, r.item),
            *(float(r.x), float(r.y), float(r.w), float(r.h), r.z),
            *(int(r.collapsed), int(r.pinned), int(r.locked), r.accent),
        ),
        lambda c: Card(
            *(c[0], c[1], c[2]),
            *(float(c[3]), float(c[4]), float(c[5]), float(c[6]), c[7]),
            *(c[8] == 1, c[9] == 1, c[10] == 1, c[11]),
        ),
    ),
    Codec(
        Route,
        "route",
        {"id": Type.TEXT, "board": Type.TEXT, "link": Type.TEXT, "points": Type.POINTS},
        lambda r: (
            *(r.id, r.board, r.link),
            canonical([[number(x), number(y)] for x, y in r.points]).decode(),
        ),
        lambda c: Route(c[0], c[1], c[2], _points(c[3])),
    ),
    Codec(
        Artifact,
        "artifact",
        {
            "id": Type.TEXT,
            "size": Type.WHOLE,
            "media_type": Type.TEXT,
            "name": Type.TEXT,
            "fields": Type.OBJECT,
        },
        lambda r: (r.id, r.size, r.media_type, r.name, _json(r.values)),
        lambda c: Artifact(c[0], c[1], c[2], c[3], Values(text=c[4])),
    ),
    Codec(
        Attachment,
        "attachment",
        {
            "id": Type.TEXT,
            "item": Type.TEXT,
            "artifact": Type.TEXT,
            "position": Type.WHOLE,
            "caption": Type.TEXT,
        },
        lambda r: (r.id, r.item, r.artifact, r.position, r.caption),
        lambda c: Attachment(c[0], c[1], c[2], c[3], c[4]),
    ),
    Codec(
        Assessment,
        "assessment",
        {
            "id": Type.TEXT,
            "type": Type.TEXT,
            "subject": Type.TEXT,
            "claim": Type.OPTIONAL,
            "scheme": Type.TEXT,
            "value": Type.TEXT,
            "by": Type.TEXT,
            "at": Type.TEXT,
            "blind": Type.FLAG,
            "fields": Type.OBJECT,
        },
        lambda r: (
            *(r.id, r.type, r.subject, r.claim, r.scheme, r.value, r.by, r.at),
            *(int(r.blind), _json(r.values)),
        ),
        lambda c: Assessment(
            *(c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7]),
            *(c[8] == 1, Values(text=c[9])),
        ),
    ),
)

CODECS: Mapping[type[Record], Codec[Any]] = {each.record: each for each in _CODECS}
"""The codec of every record type, in an order in which each refers only to earlier ones."""

CODEC_OF_TABLE: Mapping[str, Codec[Any]] = {each.table: each for each in _CODECS}
"""The codec of every table of records."""

assert tuple(CODECS) == RECORD_TYPES


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
