"""Canonical JSON (RFC 8785) and the hashes made of it.

Rows and journal entries are hashed over one exact text each, so that anybody can check a case with
a JSON canonicaliser and a SHA-256 tool.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping

import rfc8785

from casedb.model.json_value import JsonValue

ROW_TAG = b"caseboard-row-v1\0"
ENTRY_TAG = b"caseboard-journal-v1\0"
NO_HASH = "0" * 64
"""What stands before the first entry of a journal."""

_ENCODER = json.JSONEncoder(
    sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False
)
# Where Python's JSON differs from RFC 8785: numbers with an exponent, a needless fraction or more
# digits than a double holds, and the order of keys beyond the basic plane. The marks are cheap to
# look for; texts that only look like it take the slow way too.
_MARKS = ("e-", "e+", ".0")
_ODD_NUMBER = re.compile(r"(?:^|[:,\[])-?\d[\d.]*?(?:\d?e[-+]|\.0(?:[,\]}]|$))")
_LONG_NUMBER = re.compile(r"(?:^|[:,\[])-?\d{16}")
_BEYOND = re.compile("[\U00010000-\U0010ffff]")


def canonical(value: JsonValue) -> bytes:
    """The RFC 8785 form of a JSON value.

    Raises ValueError for what that form cannot hold: NaN, numbers beyond 2^53, lone surrogates.
    """
    text = _ENCODER.encode(value)
    if _is_unsure(text):
        return rfc8785.dumps(value)  # pyright: ignore[reportArgumentType] - its alias is narrower
    return text.encode()


def _is_unsure(text: str) -> bool:
    return (
        (any(mark in text for mark in _MARKS) and _ODD_NUMBER.search(text) is not None)
        or _LONG_NUMBER.search(text) is not None
        or (not text.isascii() and _BEYOND.search(text) is not None)
    )


def row_hash(table: str, row: Mapping[str, JsonValue]) -> str:
    """The SHA-256 of one row of a table, in hexadecimal."""
    return hashlib.sha256(ROW_TAG + canonical({"row": dict(row), "table": table})).hexdigest()


def entry_hash(seq: int, previous: str, body: bytes) -> str:
    """The hash of a journal entry: it binds its number, its forerunner and its body.

    SHA-256(tag, number as 8 bytes big-endian, previous hash as 32 bytes, SHA-256 of the body).
    """
    digest = hashlib.sha256(ENTRY_TAG)
    digest.update(seq.to_bytes(8, "big"))
    digest.update(bytes.fromhex(previous))
    digest.update(hashlib.sha256(body).digest())
    return digest.hexdigest()
