"""Records as rows: one codec a table, the only place that knows column names and order."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar, cast

from casedb.canonical import canonical, row_hash
from casedb.model.contents import Contents
from casedb.model.geometry import Point
from casedb.model.json_value import JsonValue
from casedb.model.link_types import End
from casedb.model.moments import is_span
from casedb.model.records import (
    RECORD_TYPES,
    Annotation,
    Artifact,
    Assessment,
    Attachment,
    Board,
    CanvasRest,
    Card,
    CaseInfo,
    Element,
    Fold,
    Frame,
    Item,
    Link,
    Record,
    Redaction,
    Ref,
    Route,
    SavedView,
    Scale,
    Scheme,
    Snapshot,
    Source,
)
from casedb.model.values import Values, number
from casedb.store.cells import Cell, Type, is_object, looks_plain

R = TypeVar("R", bound=Record)


class RowNotUnderstood(ValueError):
    """A row of the file does not make a record."""


@dataclass(frozen=True, slots=True)
class Codec(Generic[R]):
    """How records of one type lie in their table.

    `types` are the columns by name, in order, the id first. `from_cells` trusts its cells; `read`
    does not. Files of a format before `since` have no such table.
    """

    record: type[R]
    table: str
    types: Mapping[str, Type]
    to_cells: Callable[[R], tuple[Cell, ...]]
    from_cells: Callable[[Sequence[Any]], R]
    since: int = 1
    columns: tuple[str, ...] = field(init=False)
    json_columns: frozenset[str] = field(init=False)
    _holds: tuple[Callable[[object], bool], ...] = field(init=False)

    def __post_init__(self) -> None:
        json_columns = frozenset(name for name, kind in self.types.items() if kind.is_json)
        object.__setattr__(self, "columns", tuple(self.types))
        object.__setattr__(self, "json_columns", json_columns)
        object.__setattr__(self, "_holds", tuple(kind.holds for kind in self.types.values()))

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
            sure = holds is is_object and looks_plain(cast("str", cell))
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


def _json(values: Values) -> str:
    return canonical(dict(values)).decode()


def ref_of(item: str | None, element: str | None, link: str | None) -> Ref:
    """What an end of a link points at, of which one is given. Raises RowNotUnderstood."""
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


def _scale(cells: Sequence[Any]) -> Scale:
    if not is_span(cells[2], cells[3]):
        raise RowNotUnderstood("a scale runs from one moment to a later one")
    return Scale(*cells)


def _snapshot(cells: Sequence[Any]) -> Snapshot:
    if cells[2] < 1 or not _HASH.fullmatch(cells[3]):
        raise RowNotUnderstood("a snapshot names an entry of the journal by number and hash")
    return Snapshot(cells[0], cells[1], cells[2], cells[3], Values(text=cells[4]))


_HASH = re.compile(r"[0-9a-f]{64}")
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
            *(c[0], c[1], ref_of(c[2], c[3], c[4]), ref_of(c[5], c[6], c[7])),
            Values(text=c[8]),
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
        SavedView,
        "saved_view",
        {
            "id": Type.TEXT,
            "board": Type.TEXT,
            "name": Type.TEXT,
            "position": Type.WHOLE,
            "fields": Type.OBJECT,
        },
        lambda r: (r.id, r.board, r.name, r.position, _json(r.values)),
        lambda c: SavedView(c[0], c[1], c[2], c[3], Values(text=c[4])),
        since=2,
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
        Scale,
        "scale",
        {"id": Type.TEXT, "frame": Type.TEXT, "first": Type.TEXT, "last": Type.TEXT},
        lambda r: (r.id, r.frame, r.first, r.last),
        _scale,
        since=2,
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
        Fold,
        "fold",
        {
            "id": Type.TEXT,
            "frame": Type.TEXT,
            "w": Type.EXTENT,
            "h": Type.EXTENT,
            "members": Type.IDS,
        },
        lambda r: (r.id, r.frame, float(r.w), float(r.h), canonical(list(r.members)).decode()),
        lambda c: Fold(c[0], c[1], float(c[2]), float(c[3]), tuple(json.loads(c[4]))),
        since=2,
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
        Annotation,
        "annotation",
        {"id": Type.TEXT, "artifact": Type.TEXT, "fields": Type.OBJECT},
        lambda r: (r.id, r.artifact, _json(r.values)),
        lambda c: Annotation(c[0], c[1], Values(text=c[2])),
        since=3,
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
    Codec(
        Snapshot,
        "snapshot",
        {
            "id": Type.TEXT,
            "name": Type.TEXT,
            "seq": Type.WHOLE,
            "head": Type.TEXT,
            "fields": Type.OBJECT,
        },
        lambda r: (r.id, r.name, r.seq, r.head, _json(r.values)),
        _snapshot,
        since=5,
    ),
    Codec(
        Redaction,
        "redaction",
        {"id": Type.TEXT, "name": Type.TEXT, "fields": Type.OBJECT},
        lambda r: (r.id, r.name, _json(r.values)),
        lambda c: Redaction(c[0], c[1], Values(text=c[2])),
        since=5,
    ),
    Codec(
        CanvasRest,
        "canvas_rest",
        {"id": Type.TEXT, "board": Type.TEXT, "fields": Type.OBJECT},
        lambda r: (r.id, r.board, _json(r.values)),
        lambda c: CanvasRest(c[0], c[1], Values(text=c[2])),
        since=5,
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


def tables_of(
    contents: Contents, told: Callable[[Record], Record] = lambda record: record
) -> dict[str, list[dict[str, JsonValue]]]:
    """Every record of a case as JSON rows, by table, in order of creation; each as it is `told`."""
    return {
        codec.table: [
            codec.row(told(record))
            for record in sorted(contents.all(codec.record).values(), key=lambda each: each.id)
        ]
        for codec in CODECS.values()
    }
