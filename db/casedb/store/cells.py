"""Cells: what a column of a case file may hold, told before anything is made of it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from enum import Enum, auto
from typing import TypeAlias, cast

from casedb.model.geometry import LIMIT

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
    IDS = auto()

    @property
    def holds(self) -> Callable[[object], bool]:
        """Tells whether a cell is what a column of this type may hold."""
        return _HOLDS[self]

    @property
    def is_json(self) -> bool:
        """Whether the text is JSON; a row's hash is taken over the parsed value."""
        return self in (Type.OBJECT, Type.POINTS, Type.IDS)

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


def is_object(cell: object) -> bool:
    """Whether a cell holds a plain JSON object."""
    return isinstance(cell, str) and is_plain_object(cell)


def _are_points(cell: object) -> bool:
    return isinstance(cell, str) and are_points(cell)


_LONG_NUMBER = re.compile(r"[:,\[]\s*-?\d[\d.]*(?:[eE]\+?\d{3}|\d{15})")


def looks_plain(text: str) -> bool:
    """Whether JSON that SQLite calls valid is surely a plain object, judged without parsing it."""
    return (
        "\\u" not in text
        and "null" not in text
        and (len(text) < 2 * DEEPEST or text.count("{") + text.count("[") <= DEEPEST)
        and _LONG_NUMBER.search(text) is None
    )


def look_plain(texts: Sequence[str]) -> bool:
    """Whether many such texts are all surely plain objects.

    What `looks_plain` doubts is doubted here. All are looked at as one text, and as bytes in which
    all digits are alike: that takes half the time.
    """
    joined = "\n".join(texts)
    shape = joined.encode().translate(_SHAPE, b"+")
    if any(sign in shape for sign in _DOUBTFUL_SHAPES) and _DOUBTFUL.search(joined):
        return False
    if shape.count(b"{") - len(texts) >= DEEPEST and any(
        text.count("{") + text.count("[") > DEEPEST for text in texts
    ):
        return False
    return b"\\u" not in shape


_DOUBTFUL = re.compile(r"[:,\[]\s*(?:null|-?\d[\d.]*(?:[eE]\+?\d{3}|\d{15}))")
_SHAPE = bytes.maketrans(b"123456789.E[", b"0000000000e{")
_DOUBTFUL_SHAPES = (b"null", b"0" * 15, b"0e000")


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


def _are_ids(cell: object) -> bool:
    return isinstance(cell, str) and are_ids(cell)


def are_ids(text: str) -> bool:
    """Whether a text is a JSON list of whole texts."""
    try:
        loaded: object = json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError):
        return False
    return isinstance(loaded, list) and all(
        isinstance(each, str) and _is_plain(each, 0) for each in cast("list[object]", loaded)
    )


_HOLDS: Mapping[Type, Callable[[object], bool]] = {
    Type.TEXT: lambda cell: isinstance(cell, str),
    Type.OPTIONAL: lambda cell: cell is None or isinstance(cell, str),
    Type.WHOLE: _is_whole,
    Type.FLAG: lambda cell: cell in (0, 1),
    Type.PLACE: _is_place,
    Type.EXTENT: _is_extent,
    Type.OBJECT: is_object,
    Type.POINTS: _are_points,
    Type.IDS: _are_ids,
}
"""Whether a cell is what a column of a type may hold."""
