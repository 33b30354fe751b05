"""`Values`: the open-ended part of a record, kept exactly as the file has it.

A record's fields live in one JSON object. Keys that this version does not know are kept and
written back untouched, so that a case made by a newer version loses nothing in our hands.
The JSON text is only parsed when somebody looks: a hundred thousand items load quickly.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from casedb.model.json_value import JsonValue
from casedb.words import say


class Values(Mapping[str, JsonValue]):
    """An immutable JSON object, parsed on first use. No value is None: absent means empty."""

    __slots__ = ("_parsed", "_text")

    def __init__(
        self, values: Mapping[str, JsonValue] | None = None, *, text: str | None = None
    ) -> None:
        self._text = text
        self._parsed: dict[str, JsonValue] | None = None
        if text is None:
            kept = (values or {}).items()
            self._parsed = {key: normalise(value) for key, value in kept if value is not None}

    @property
    def _values(self) -> dict[str, JsonValue]:
        if self._parsed is None:
            loaded: object = json.loads(self._text or "{}")
            if not isinstance(loaded, dict):
                raise ValueError("a record's fields must be a JSON object")
            self._parsed = cast("dict[str, JsonValue]", loaded)
        return self._parsed

    def __getitem__(self, key: str) -> JsonValue:
        return self._values[key]

    # What every mapping has raises and catches for a key that is absent: ten times as slow.
    def get(self, key: str, default: JsonValue = None) -> JsonValue:  # pyright: ignore[reportIncompatibleMethodOverride]
        """The value of a key, or the default where it is absent."""
        return self._values.get(key, default)

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Values) and self._values == other._values

    def __hash__(self) -> int:
        return hash(tuple(sorted(self._values)))

    def __repr__(self) -> str:
        return f"Values({self._values!r})"

    def changed(self, changes: Mapping[str, JsonValue]) -> Values:
        """A copy with some keys set; None takes a key away."""
        return Values({**self._values, **changes})

    def text(self, key: str) -> str:
        """The value of a plain text key; empty when absent or not a text."""
        value = self._values.get(key)
        return value if isinstance(value, str) else ""


def normalise(value: JsonValue) -> JsonValue:
    """The same value in the one form that JSON gives back: lists, dicts, 2.0 as 2.

    Raises ValueError for numbers that JSON cannot hold.
    """
    if isinstance(value, bool) or value is None or isinstance(value, str):
        return value
    if isinstance(value, (int, float)):
        return number(value)
    if isinstance(value, Mapping):
        return {str(key): normalise(inner) for key, inner in value.items()}
    return [normalise(inner) for inner in cast("Sequence[JsonValue]", value)]


def number(value: float) -> int | float:
    """A number as JSON has it: whole numbers carry no fraction; NaN and infinity are refused."""
    if not math.isfinite(value):
        raise ValueError(say("a number must be finite"))
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return int(value)
    if isinstance(value, int) and abs(value) >= 2**53:
        raise ValueError(say("a whole number must be below 2^53; store a longer one as text"))
    return value
