"""Names of files: as a case may show them and write them out, and as they were."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from casedb.model.json_value import JsonValue
from casedb.model.records import Artifact

GIVEN_NAME = "given_name"
"""Where an artifact keeps the name that its file had, where it is called otherwise in the case."""

_MOST = 200


def clean_name(name: str) -> str:
    """A file's name as it may stand in the case: no path, no controls, at most 200 characters."""
    base = name.replace("\\", "/").rsplit("/", 1)[-1]
    kept = "".join(
        sign for sign in base if unicodedata.category(sign)[0] != "C" or sign in "\u200c\u200d"
    )
    kept = kept.encode("utf-8", "replace").decode("utf-8")
    return (kept[:180] + kept[-20:] if len(kept) > _MOST else kept).strip() or "unnamed"


def given_name(name: str) -> str:
    r"""A file's name to the letter; a byte of it that is no UTF-8 is written as `\xff`.

    >>> given_name("new\nline\udcff.jpg")
    'new\nline\\xff.jpg'
    """
    return "".join(_torn(sign) if "\ud800" <= sign <= "\udfff" else sign for sign in name)


def _torn(sign: str) -> str:
    """Half of a sign: Python's stand-in for a byte that is no UTF-8, or what Windows lets in."""
    code = ord(sign)
    return f"\\x{code - 0xDC00:02x}" if 0xDC80 <= code <= 0xDCFF else f"\\u{code:04x}"


def names_of(name: str) -> tuple[str, dict[str, JsonValue]]:
    """The name that a case shows for a file, and the values that keep the one it had."""
    kept = clean_name(name)
    return kept, {GIVEN_NAME: given_name(name)} if kept != name else {}


def name_as_given(artifact: Artifact) -> str:
    """The name that a file had; empty where it is called the same in the case."""
    return artifact.values.text(GIVEN_NAME)


def given_in(values: Mapping[str, JsonValue]) -> str:
    """The same, of the values of an artifact."""
    held = values.get(GIVEN_NAME)
    return held if isinstance(held, str) else ""
