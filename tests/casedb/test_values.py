"""Values: the open-ended part of a record."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedb.model.values import Values, normalise

SCALARS = st.one_of(
    st.booleans(),
    st.integers(-(2**53) + 1, 2**53 - 1),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(st.characters(exclude_categories=("Cs",))),
)
JSON = st.recursive(
    SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=8
)


@given(st.dictionaries(st.text(), JSON))
def test_values_normalise_once(values: dict[str, object]) -> None:
    held = Values(values)  # pyright: ignore[reportArgumentType]
    assert Values(held) == held
    assert normalise(dict(held)) == dict(held)


def test_none_is_the_absence_of_a_value() -> None:
    assert Values({"a": None, "b": 1}) == Values({"b": 1})
    assert Values({"a": 1, "b": 2}).changed({"a": None}) == Values({"b": 2})


def test_values_from_text_are_parsed_when_looked_at() -> None:
    held = Values(text='{"title":"Ракета","n":2}')
    assert held.text("title") == "Ракета"
    assert held["n"] == 2
    assert held.text("n") == ""
    assert held == Values({"title": "Ракета", "n": 2})


def test_whole_floats_become_whole_numbers() -> None:
    assert normalise(2.0) == 2
    assert isinstance(normalise(2.0), int)


@pytest.mark.parametrize("number", [float("nan"), float("inf"), 2**53])
def test_numbers_that_json_cannot_hold_are_refused(number: float) -> None:
    with pytest.raises(ValueError, match="number"):
        Values({"n": number})
