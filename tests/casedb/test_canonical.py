"""Canonical JSON: to the letter what RFC 8785 says, by a way that is quicker where it can be."""

from __future__ import annotations

import hashlib

import pytest
import rfc8785
from hypothesis import example, given, settings
from hypothesis import strategies as st

from casedb.canonical import canonical, entry_hash, row_hash
from casedb.model.json_value import JsonValue
from record_strategies import json_values


@given(value=json_values)
@example(1e-7)
@example([1e16, 1e22, 5e-324, 0.1, -0.0, 1.5e300])
@example([100.0, 12.0, 1.0, {"a": 2.0}])
@example([2**53 - 1, -(2**53) + 1, 10**15])
@example({"\U00010000": 1, "\ufffe": 2})
@example({"a": "1.0", "b": "e-5", "c": ":1e-7,"})
@example({"control": "\x00\x1f\x7f\u2028", "quote": '"\\/'})
@settings(max_examples=1000)
def test_canonical_is_what_the_reference_writes(value: JsonValue):
    assert canonical(value) == rfc8785.dumps(value)  # pyright: ignore[reportArgumentType]


@pytest.mark.parametrize("value", [2**53, -(2**53), 10**30, {"a": [2**60]}])
def test_numbers_that_readers_would_not_read_alike_are_refused(value: JsonValue):
    with pytest.raises(ValueError):
        canonical(value)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), [-float("inf")], "\ud800"])
def test_what_json_cannot_hold_is_refused(value: JsonValue):
    with pytest.raises(ValueError):
        canonical(value)


@given(one=st.text(), other=st.text())
def test_rows_of_two_tables_or_values_never_share_a_hash(one: str, other: str):
    assert (row_hash("item", {"id": one}) == row_hash("item", {"id": other})) == (one == other)
    assert row_hash("item", {"id": one}) != row_hash("source", {"id": one})


def test_an_entry_is_hashed_as_the_documents_say():
    body = b'{"seq":7}'
    by_hand = hashlib.sha256(
        b"caseboard-journal-v1\0"
        + (7).to_bytes(8, "big")
        + bytes(32)
        + hashlib.sha256(body).digest()
    ).hexdigest()
    assert entry_hash(7, "0" * 64, body) == by_hand
