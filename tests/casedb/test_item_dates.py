"""The dates of an item: which one is shown, which one places it in time, and all that may match."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board_strategies import DATES, item
from casedb.model.fuzzy_date import FuzzyDate, Possibility
from casedb.model.item_dates import date_on_card, reaches_of, telling_date
from casedb.model.json_value import JsonValue


def date(text: str) -> JsonValue:
    return FuzzyDate.parse(text).to_json()


def further(**named: str) -> JsonValue:
    return [{"name": name, "date": date(text)} for name, text in named.items()]


def test_the_date_on_the_card_is_the_first_of_its_kind_that_is_understood() -> None:
    both = item("i", "media", recorded="?", published=date("2024-01-02"))
    assert date_on_card(both) == FuzzyDate.parse("2024-01-02")
    assert date_on_card(item("i", "note", times=further(event="2024"))) is None
    assert date_on_card(item("i", "rumour", published=date("2024"))) is None


def test_an_item_without_a_date_on_its_card_is_placed_by_its_further_times() -> None:
    times = further(obtained="2020", published="2021", first_seen="2019", event="2022")
    assert telling_date(item("i", "entity", times=times)) == FuzzyDate.parse("2022")
    on_card = item("i", "event", happened=date("2018"), times=times)
    assert telling_date(on_card) == FuzzyDate.parse("2018")
    assert telling_date(item("i", "entity", times=further(imported="2020"))) is None


def test_when_it_came_to_us_is_no_date_of_the_thing() -> None:
    times = further(captured="2020", obtained="2021", imported="2022", published="2019")
    assert list(reaches_of(item("i", "note", times=times))) == [FuzzyDate.parse("2019").reach]


@pytest.mark.parametrize(
    "stored",
    [
        *("2024", 7, None, [], {}, {"edtf": "2024"}, {"edtf": 1, "stated": "x", "zone": "unknown"}),
        {"edtf": "2024-13", "stated": "x", "zone": "unknown"},
        {"edtf": "2024", "stated": "x", "zone": "nowhere"},
        {"edtf": "2024", "stated": "x", "zone": "unknown", "limit": "never"},
        {"edtf": "2024", "stated": "x", "zone": "unknown", "more": "x"},
    ],
)
def test_a_date_that_is_not_understood_is_none(stored: JsonValue) -> None:
    for values in ({"happened": stored}, {"times": [{"name": "event", "date": stored}]}):
        odd = item("i", "event", **values)
        assert telling_date(odd) is None
        assert not list(reaches_of(odd))
    for times in (stored, [stored], [{"name": 1, "date": date("2024")}]):
        assert not list(reaches_of(item("i", "event", times=times)))


def test_a_reach_is_open_where_the_date_is_and_wider_where_it_is_in_doubt() -> None:
    assert FuzzyDate.parse("since 2024").reach[1] == math.inf
    assert FuzzyDate.parse("until 2024").reach[0] == -math.inf
    first, last = FuzzyDate.parse("2024-01-02").reach
    doubted = FuzzyDate.parse("about 2024-01-02").reach
    assert doubted == (first - 86_400, last + 86_400)
    assert last - first == 86_399


@given(st.sampled_from(DATES), st.sampled_from(DATES))
def test_what_may_overlap_reaches_into_each_other(one: str, other: str) -> None:
    dates = [FuzzyDate.parse(each) for each in (one, other)]
    if any(each.offset is not None for each in dates):
        return
    (first, last), (begin, end) = (each.reach for each in dates)
    apart = dates[0].overlaps(dates[1]) is Possibility.NO
    assert apart == (last < begin or end < first)
