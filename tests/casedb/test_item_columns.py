"""The columns of a table of items: what they say, how they sort, and what is typed into them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedb import Case
from casedb.commands.filling import change_tags, fill
from casedb.model.changes import ChangeSet, Edit
from casedb.model.fields import Choice, Flag, Number, Tags, Text
from casedb.model.fuzzy_date import FuzzyDate
from casedb.model.item_columns import (
    COMPUTED,
    NOTHING,
    USUAL,
    column_named,
    columns_named,
    field_columns,
    natural,
)
from casedb.model.json_value import JsonValue
from casedb.model.kinds import KINDS, kind_of
from casedb.model.options import options
from casedb.model.records import Item
from casedb.model.typed import NotUnderstood, read_tags, read_typed
from casedb.model.when_and_where import When, Where


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return Case.create(tmp_path / "quay.caseboard", "Quay", actor="Ada")


def said(case: Case, item: Item, name: str) -> str:
    column = column_named(name)
    assert column is not None
    return column.text(case.contents, case.contents.items[item.id])


def order(case: Case, name: str, *items: Item) -> list[str]:
    column = column_named(name)
    assert column is not None
    there = [case.contents.items[each.id] for each in items]
    return [each.title for each in sorted(there, key=lambda each: column.key(case.contents, each))]


def test_every_usual_column_is_there_and_names_of_none_are_left_out():
    assert [each.name for each in columns_named(USUAL)] == list(USUAL)
    assert [each.name for each in columns_named(("title", "moon", "title"))] == ["title"]
    assert not {each.name for each in COMPUTED} & set(field_columns())


def test_every_column_says_something_of_an_item_of_every_kind(case: Case):
    for kind in KINDS:
        item = case.add(kind, title=f"A {kind}")
        for column in (*COMPUTED, *field_columns().values()):
            assert isinstance(column.text(case.contents, item), str), column.name
            is_empty = column.text(case.contents, item) == ""
            assert (column.key(case.contents, item) == NOTHING) == is_empty, (column.name, kind)


def test_dates_sort_by_when_they_are_and_empty_ones_last(case: Case):
    late = case.add("event", title="late", happened="9 Jan 2024")
    early = case.add("event", title="early", happened="September 2023")
    never = case.add("event", title="never")
    assert order(case, "date", never, late, early) == ["early", "late", "never"]


def test_a_protected_source_is_named_in_no_column(case: Case):
    source = case.add_source("Our man at the quay", protected=True)
    item = case.add("document", title="Letter", source=source.id)
    for name in ("source", "whose"):
        assert "quay" not in said(case, item, name)
        assert said(case, item, name)


def test_who_speaks_for_a_claim_is_counted_and_other_items_have_nothing_there(case: Case):
    claim, photo = case.add("claim", title="It sailed"), case.add("media", title="Photo")
    case.link(photo, "supports", claim)
    assert (said(case, claim, "for"), said(case, claim, "against")) == ("1", "0")
    assert said(case, claim, "independent") == "1"
    assert said(case, photo, "for") == said(case, photo, "independent") == ""


def test_what_is_hidden_in_a_title_is_seen(case: Case):
    item = case.add("note", title="two\nlines \u202egnp.exe")
    assert said(case, item, "title").startswith("two lines ")
    assert "\u202e" not in said(case, item, "title")


@given(st.lists(st.integers(0, 10**9), min_size=2, max_size=6))
def test_numbers_in_words_sort_by_how_much_they_are(numbers: list[int]):
    told = [f"CB-{each}" for each in numbers]
    assert sorted(told, key=natural) == [f"CB-{each}" for each in sorted(numbers)]


# -- several at once -----------------------------------------------------------------------------


def test_one_value_goes_to_all_that_have_the_field_and_back_in_one_step(case: Case):
    claims = [case.add("claim", title=f"Claim {n}") for n in range(3)]
    note = case.add("note", title="Note")
    before = dict(case.contents.items)
    case.run(fill(case.contents, [*(each.id for each in claims), note.id], "status", "settled"))
    assert {case.contents.items[each.id].values.text("status") for each in claims} == {"settled"}
    assert case.contents.items[note.id] == note
    case.undo()
    assert dict(case.contents.items) == before


def test_what_is_not_understood_is_not_written_over(case: Case):
    odd = case.add("claim", title="Odd")
    values = odd.values.changed({"status": ["of a newer version"]})
    case.run(ChangeSet("Edit fields", (Edit(odd, replace(odd, values=values)),)))
    change = fill(case.contents, [odd.id], "status", "settled")
    assert change.edits == ()


def test_tags_are_added_and_taken_away_and_others_stay(case: Case):
    first = case.add("note", title="First", tags=["quay", "night"])
    second = case.add("note", title="Second")
    case.run(change_tags(case.contents, [first.id, second.id], ["crates"], ["Night"]))
    tags = [case.contents.items[each.id].values.get("tags") for each in (first, second)]
    assert tags == [["quay", "crates"], ["crates"]]
    case.run(change_tags(case.contents, [second.id], [], ["crates"]))
    assert case.contents.items[second.id].values.get("tags") is None


# -- what is typed ---------------------------------------------------------------------------------

STATUS = Choice("status", "Status", options=options(("open", "Open"), ("settled", "Settled")))


@pytest.mark.parametrize(
    ("field", "text", "stored"),
    [
        (Text("a", "A"), " kept to the letter ", " kept to the letter "),
        (Text("a", "A"), "   ", None),
        (Number("n", "N", unit="m"), "0,5 m", 0.5),
        (Flag("f", "F"), "Yes", True),
        (Flag("f", "F"), "no", None),
        (STATUS, "settled", "settled"),
        (STATUS, "OPEN", "open"),
        (Tags("t", "T"), "quay, night,, quay", ["quay", "night"]),
    ],
)
def test_what_is_typed_is_read(field: Text, text: str, stored: JsonValue):
    assert read_typed(field, text) == stored


@pytest.mark.parametrize(
    ("field", "text", "told"),
    [
        (Number("n", "N", low=0, high=10, unit="m"), "11", "N lies between 0 and 10 m."),
        (Number("n", "N"), "many", "“many” is not a number."),
        (Flag("f", "F"), "perhaps", "“perhaps” is neither yes nor no."),
        (STATUS, "done", "“done” is none of: Open, Settled."),
        (When("w", "W"), "the day after", "It is not stored yet."),
        (Where("w", "W"), "95 N 12 E", "It is not stored yet."),
    ],
)
def test_what_is_not_understood_is_refused_in_a_sentence(field: Text, text: str, told: str):
    with pytest.raises(NotUnderstood) as refused:
        read_typed(field, text)
    assert told in str(refused.value)


def test_a_date_is_read_as_it_is_typed():
    field = When("w", "W")
    stored = read_typed(field, "autumn 2023")
    assert field.decode(stored) == FuzzyDate.parse("autumn 2023")


@given(st.lists(st.text(st.characters(categories=["L", "N"]), min_size=1), max_size=5, unique=True))
def test_tags_that_are_typed_are_the_tags(tags: list[str]):
    assert list(read_tags(", ".join(tags))) == tags


def test_every_choice_can_be_typed_as_it_is_shown():
    for kind in KINDS.values():
        for field in kind_of(kind.name).stored_fields():
            if isinstance(field, Choice):
                for option in field.options:
                    assert read_typed(field, option.shown) == option.value
