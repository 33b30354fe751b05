"""Rows: every record comes back as it was, and nothing else is taken for one."""

from __future__ import annotations

import json
import math

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from casedb.model.geometry import LIMIT
from casedb.model.json_value import JsonValue
from casedb.model.records import RECORD_TYPES, Board, Card, Frame, Item, Record
from casedb.model.values import Values
from casedb.store.cells import DEEPEST, is_plain_object, looks_plain
from casedb.store.rows import CODECS, RowNotUnderstood, codec_of
from record_strategies import json_values, records

many = settings(max_examples=400)


@given(record=records)
@many
def test_a_record_comes_back_from_its_cells_and_from_its_row(record: Record):
    codec = codec_of(record)
    cells = codec.cells(record)
    assert codec.from_cells(cells) == codec.read(cells) == record
    row = codec.row(record)
    assert codec.from_row(row) == record
    assert codec.from_row(json.loads(json.dumps(row))) == record


@given(record=records)
@many
def test_a_row_has_one_hash_however_it_was_read(record: Record):
    codec = codec_of(record)
    again = codec.read(codec.cells(record))
    assert codec.hash(again) == codec.hash(record)


def test_there_is_a_codec_for_every_type_of_record():
    assert set(CODECS) == set(RECORD_TYPES)
    assert all(codec.columns[0] == "id" for codec in CODECS.values())


@pytest.mark.parametrize(
    "record",
    [
        Board("b", "Main", 2**53),
        Card("c", "b", "i", math.inf, 0, 1, 1),
        Card("c", "b", "i", math.nan, 0, 1, 1),
        Card("c", "b", "i", 0, 2 * LIMIT, 1, 1),
        Card("c", "b", "i", 0, 0, 0, 1),
        Card("c", "b", "i", 0, 0, 1, 1, z=-(2**63)),
        Frame("f", "b", "t", 0, 0, 1, -1),
        Item("i", "note", Values({"deep": json.loads("[" * 50 + "]" * 50)})),
        Item("i", "note", Values({"text": "half \ud800"})),
    ],
)
def test_what_could_not_be_read_again_is_not_written(record: Record):
    with pytest.raises(ValueError):
        codec_of(record).cells(record)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        "{}x",
        '{"a":NaN}',
        '{"a":Infinity}',
        '{"a":1e999}',
        '{"a":-1e999}',
        '{"a":9007199254740992}',
        '{"a":' + "9" * 5000 + "}",
        '{"a":null}',
        '{"a":"\\ud800"}',
        '{"\\udfff":1}',
        '{"a":["\\ud83d"]}',
        '{"a":' * (DEEPEST + 1) + "1" + "}" * (DEEPEST + 1),
        '{"a":' + "[" * 100_000 + "]" * 100_000 + "}",
    ],
)
def test_fields_that_readers_would_not_read_alike_are_not_plain(text: str):
    assert not is_plain_object(text)
    # The quick look may send a good text to be parsed, and must never pass a bad one that SQLite
    # calls valid JSON.
    if is_valid_json(text):
        assert not looks_plain(text)


def is_valid_json(text: str) -> bool:
    try:
        loaded = json.loads(text, parse_constant=lambda word: int(word))
    except (ValueError, RecursionError):
        return text.count("[") > 1000
    return isinstance(loaded, dict)


@given(value=st.dictionaries(st.text(max_size=5), json_values, max_size=5))
@example({"emoji": "\U0001f600"})
@example({"escaped": "\u0007"})
@many
def test_the_quick_look_never_passes_what_the_long_one_refuses(value: dict[str, JsonValue]):
    for text in (json.dumps(value), json.dumps(value, ensure_ascii=False, separators=(",", ":"))):
        assert is_plain_object(text) or not looks_plain(text)


@pytest.mark.parametrize("of", [of for of in RECORD_TYPES if of is not Board])
def test_cells_of_a_wrong_type_make_no_record(of: type[Record]):
    codec = CODECS[of]
    for wrong in (b"bytes", 3.5, -1, "text", None):
        with pytest.raises(RowNotUnderstood):
            codec.read([wrong] * len(codec.columns))
