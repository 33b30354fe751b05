"""How records, sizes and times are called."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from caseboard import language
from caseboard.inspector.wording import (
    edit_label,
    element_title,
    item_title,
    link_title,
    lower_first,
    number_of_kind,
    one_line,
    size_in_words,
    time_in_words,
)
from caseboard.plain_tips import tip
from casedb.model.contents import Contents
from casedb.model.fields import Text
from casedb.model.kinds import KINDS, Kind, kind_of
from casedb.model.records import Element, Item, Link, Ref
from casedb.model.values import Values

KYIV = timezone(timedelta(hours=2))
NOW = datetime(2024, 1, 26, 16, 0, tzinfo=KYIV)


def test_a_time_is_told_by_the_clock_of_the_reader():
    assert time_in_words("2024-01-26T12:02:11Z", NOW) == "14:02"
    assert time_in_words("2024-01-25T21:59:00Z", NOW) == "yesterday 23:59"
    assert time_in_words("2024-01-25T22:00:00Z", NOW) == "00:00"
    assert time_in_words("2024-01-03T10:00:00Z", NOW) == "3 Jan"
    assert time_in_words("2023-11-03T10:00:00Z", NOW) == "3 Nov 2023"
    assert time_in_words("soon\u202e", NOW) == "soon⟨RLO⟩"


def test_sizes_have_units():
    told = [size_in_words(each) for each in (0, 1, 999, 1000, 99_900, 123_456, 5_000_000_000)]
    assert told == ["0 bytes", "1 byte", "999 bytes", "1.0 kB", "99.9 kB", "123 kB", "5.0 GB"]
    assert size_in_words(999_990) == "1.0 MB"


def test_labels_of_changes_name_the_field_and_nothing_else():
    assert edit_label(Text("record", "On record?")) == "Edit on record"
    assert edit_label(Text("stac_id", "STAC id")) == "Edit STAC id"
    for kind in KINDS.values():
        assert all(edit_label(field).startswith("Edit ") for field in kind.fields)


@pytest.mark.usefixtures("qapp")
def test_times_and_sizes_are_written_as_in_the_language_that_is_spoken():
    language.choose("uk")
    assert time_in_words("2023-11-03T10:00:00Z", NOW) == "3 лист. 2023"
    assert size_in_words(2_345_678) == "2,3\N{NO-BREAK SPACE}МБ"


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_items_are_counted_as_their_kind_is_called(kind: Kind):
    assert number_of_kind(1, kind) == f"1 {kind.label.lower()}"
    assert number_of_kind(12, kind) == f"12 {kind.plural.lower()}"


@pytest.mark.usefixtures("brackets")
def test_a_number_of_a_kind_is_said_as_a_whole():
    # In between the brackets alone, with the form that a language has for so many.
    for kind in KINDS.values():
        assert number_of_kind(5, kind) == f"⟦5 {kind.label.lower()}⟧"


def test_small_things():
    assert lower_first("") == "" and lower_first("A") == "a"
    assert number_of_kind(1, kind_of("debris_analysis")) == "1 debris analysis"
    assert number_of_kind(2000, kind_of("debris_analysis")) == "2,000 debris analyses"
    assert number_of_kind(3, kind_of("sound_recording")) == "3 sound recording"
    assert one_line("a\n b\t\u202ec" + "x" * 900).startswith("a b ⟨RLO⟩cxx")
    assert len(one_line("x" * 5000)) == 400
    assert tip("<b>&") == "<p>&lt;b&gt;&amp;</p>" and tip("") == ""


def test_records_are_named_even_without_a_title():
    claim = Item("c", "claim")
    note = Item("n", "note", Values({"title": "Doubt"}))
    element = Element("e", "c", 0, Values({"role": "place", "text": "Kharkiv"}))
    first = Link("l", "supports", Ref.item("n"), Ref.element("e"))
    second = Link("m", "undercuts", Ref.item("n"), Ref.link("l"))
    contents = Contents([claim, note, element, first, second])
    assert item_title(claim) == "Untitled claim"
    assert element_title(element) == "Place: Kharkiv"
    assert element_title(Element("f", "c", 1, Values({"role": "odd_thing"}))) == "Odd thing"
    assert link_title(contents, first) == "“Doubt” supports “Place: Kharkiv”"
    assert link_title(contents, second) == "“Doubt” undercuts “a link that supports”"
