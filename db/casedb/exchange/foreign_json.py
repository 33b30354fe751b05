"""Foreign JSON, read with care: nothing in it stops the program or is taken for what it is not."""

from __future__ import annotations

import json

from casedb.errors import IntakeRefused
from casedb.words import say


class _Twice:
    """Stands for a value that a JSON object gives twice, and differently."""


TWICE = _Twice()
"""The value of a key that stands in an object twice with different values."""
_LONGEST_INTEGER = 400
"""Digits of a whole number; a longer one is larger than any float."""


def read_json(data: bytes) -> object:
    """The value of a JSON text in any of its encodings. Raises IntakeRefused with the reason.

    Numbers that no float can hold are infinite. A key that an object has twice is `TWICE` where its
    values differ.
    """
    try:
        return json.loads(
            data.decode(json.detect_encoding(data)),
            object_pairs_hook=_object,
            parse_int=_integer,
        )
    except RecursionError:
        raise IntakeRefused(say("Its JSON is nested too deeply to be read.")) from None
    except json.JSONDecodeError as trouble:
        raise IntakeRefused(
            say("Its JSON is broken in line {line}.", line=f"{trouble.lineno}")
        ) from None
    except ValueError:
        raise IntakeRefused(say("It is no text in UTF-8 or UTF-16.")) from None


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        found[key] = value if key not in found or _is_same(found[key], value) else TWICE
    return found


def _is_same(value: object, other: object) -> bool:
    try:
        return type(value) is type(other) and value == other
    except RecursionError:
        return False


def _integer(digits: str) -> int | float:
    return int(digits) if len(digits) < _LONGEST_INTEGER else float(digits)
