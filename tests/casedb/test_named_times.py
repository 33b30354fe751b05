"""The named times of items: which there are, where they lie in time, the gaps, rows and lanes of them."""

from __future__ import annotations

import math
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board_strategies import DATES, item
from casedb.model.contents import Contents
from casedb.model.fuzzy_date import FuzzyDate
from casedb.model.item_dates import telling_date
from casedb.model.json_value import JsonValue
from casedb.model.moments import read_moment
from casedb.model.named_times import (
    date_of,
    label_of_time,
    principal,
    span_of,
    span_of_stored,
    times_of,
)
from casedb.model.records import CaseInfo, Element, Item, Link, Record, Ref, Source
from casedb.model.time_gaps import gaps_between
from casedb.model.time_lanes import HIDDEN, NONE, LanesBy, keys_of, lanes_in_order
from casedb.model.time_rows import NO_ROOM, rows_for
from casedb.model.values import Values


def date(text: str) -> JsonValue:
    return FuzzyDate.parse(text).to_json()


def further(*named: tuple[str, str]) -> JsonValue:
    return [{"name": name, "date": date(text)} for name, text in named]


def second(text: str) -> float:
    moment = read_moment(text)
    assert moment is not None
    return (moment - moment.min).total_seconds()


# -- times ---------------------------------------------------------------------------------


def test_every_named_time_of_an_item_is_told_apart() -> None:
    found = item(
        "i",
        "satellite_image",
        acquired=date("2023-09-07T10:15Z"),
        shown=date("2023-10-13"),
        times=further(("obtained", "2024"), ("first_seen", "2023-10")),
    )
    told = [(each.name, label_of_time(found, each)) for each in times_of(found)]
    assert told == [
        ("recorded", "Acquired"),
        ("published", "Shown"),
        ("obtained", "Obtained"),
        ("first_seen", "First seen"),
    ]
    assert [date_of(found, each) for each in times_of(found)] == [
        FuzzyDate.parse(text) for text in ("2023-09-07T10:15Z", "2023-10-13", "2024", "2023-10")
    ]


def test_what_is_not_understood_is_no_time() -> None:
    found = item("i", "event", happened="soon", times=[{"name": "event", "date": 3}, "x"])
    assert times_of(found) == ()


def test_a_time_whose_row_is_gone_has_no_date() -> None:
    (time,) = times_of(item("i", "note", times=further(("event", "2024"))))
    assert date_of(item("i", "note"), time) is None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024-01-02", "2024-01-02", "2024-01-03"),
        ("2023-11", "2023-11-01", "2023-12-01"),
        ("2024-01-02T10:15+02:00", "2024-01-02T08:15Z", "2024-01-02T08:16Z"),
        ("2024-01-02T10:15", "2024-01-02T10:15Z", "2024-01-02T10:16Z"),
        ("2023-09-07/2023-10-01", "2023-09-07", "2023-10-02"),
    ],
)
def test_a_date_lies_from_its_first_second_to_its_last(text: str, first: str, last: str) -> None:
    span = span_of(FuzzyDate.parse(text))
    assert (span.first, span.last) == (second(first), second(last))
    assert (span.earliest, span.latest) == (span.first, span.last)
    assert not span.is_doubtful


def test_a_date_in_doubt_may_reach_further() -> None:
    span = span_of(FuzzyDate.parse("2024-01-10~"))
    assert (span.first, span.last) == (second("2024-01-10"), second("2024-01-11"))
    assert (span.earliest, span.latest) == (second("2024-01-09"), second("2024-01-12"))
    assert span.is_doubtful


def test_an_open_end_is_known_at_its_other_one() -> None:
    since = span_of(FuzzyDate.parse("2024-02/.."))
    assert since.last == math.inf
    assert (since.begin, since.end) == (second("2024-02-01"),) * 2
    until = span_of(FuzzyDate.parse("../2024-02"))
    assert until.first == -math.inf
    assert (until.begin, until.end) == (second("2024-03-01"),) * 2


@given(st.sampled_from(DATES))
def test_a_stored_date_lies_where_it_lay(text: str) -> None:
    stated = FuzzyDate.parse(text)
    span = span_of(stated)
    assert span_of_stored(stated.to_json()) == span
    assert span.earliest <= span.first <= span.last <= span.latest
    assert math.isfinite(span.begin)
    assert span.begin <= span.end


times = st.lists(
    st.tuples(
        st.sampled_from(("event", "recorded", "published", "first_seen", "obtained", "other")),
        st.sampled_from(DATES),
    ),
    max_size=4,
)


@given(
    st.sampled_from(("note", "media", "claim", "rumour", "debris_analysis")),
    times,
    st.dictionaries(
        st.sampled_from(("published", "first_made", "analysed_at")), st.sampled_from(DATES)
    ),
)
def test_the_principal_time_is_the_most_telling_one(
    kind: str, rows: list[tuple[str, str]], own: dict[str, str]
) -> None:
    found = item("i", kind, times=further(*rows), **{key: date(text) for key, text in own.items()})
    chief = principal(found, times_of(found))
    assert (date_of(found, chief) if chief is not None else None) == telling_date(found)


# -- gaps ----------------------------------------------------------------------------------

stretches = st.lists(
    st.tuples(st.integers(0, 60), st.integers(0, 9)).map(lambda pair: (pair[0], sum(pair))),
    max_size=12,
)


@given(stretches)
def test_gaps_are_what_no_stretch_covers(given_stretches: list[tuple[int, int]]) -> None:
    found = gaps_between(given_stretches)
    assert found == sorted(found)
    low = min((first for first, _ in given_stretches), default=0)
    high = max((last for _, last in given_stretches), default=0)
    for n in range(2 * low, 2 * high):
        moment = n / 2 + 0.25
        is_covered = any(first < moment < last for first, last in given_stretches)
        assert is_covered != any(gap.first < moment < gap.last for gap in found)


def test_only_gaps_longer_than_the_least_are_told() -> None:
    assert [gap.length for gap in gaps_between([(0, 1), (3, 4), (10, 11)], 2)] == [6]


# -- rows ----------------------------------------------------------------------------------


@given(stretches, st.integers(1, 4))
def test_nothing_lies_on_another_in_its_row(
    given_stretches: list[tuple[int, int]], most: int
) -> None:
    ordered = sorted(given_stretches)
    owners = [n % 3 for n in range(len(ordered))]
    rows = rows_for([a for a, _ in ordered], [b for _, b in ordered], owners, most)
    laid = list(zip(ordered, rows, strict=True))
    for ((a, b), row), ((c, _), other) in combinations(laid, 2):
        assert row != other or row == NO_ROOM or b <= c
        assert a <= c
    for n, ((a, _), row) in enumerate(laid):
        taken = {other for (_, end), other in laid[:n] if end > a and other != NO_ROOM}
        assert (row == NO_ROOM) == (len(taken) == most)


@given(stretches, st.integers(1, 4))
def test_rows_begin_anew_where_nothing_reaches_over(
    given_stretches: list[tuple[int, int]], most: int
) -> None:
    ordered = sorted(given_stretches)
    begins, ends = [a for a, _ in ordered], [b for _, b in ordered]
    owners = [n % 3 for n in range(len(ordered))]
    rows = rows_for(begins, ends, owners, most)
    for n in range(1, len(ordered)):
        if begins[n] >= max(ends[:n]):
            assert rows[n:] == rows_for(begins[n:], ends[n:], owners[n:], most)


# -- lanes ---------------------------------------------------------------------------------


def case_of(*records: Record) -> Contents:
    return Contents((CaseInfo("case"), *records))


def claim(name: str) -> Item:
    return Item(name, "claim", Values({"title": name.upper()}))


def test_an_item_lies_with_every_claim_it_speaks_to() -> None:
    contents = case_of(
        claim("a"),
        claim("b"),
        Element("e", "b", 0, Values({"role": "place"})),
        item("i", "media"),
        item("j", "media"),
        Link("l", "supports", Ref.item("i"), Ref.item("a")),
        Link("m", "bears_on", Ref.item("i"), Ref.element("e")),
        Link("n", "related", Ref.item("j"), Ref.item("a")),
        Link("o", "excludes", Ref.item("a"), Ref.item("b")),
    )
    lanes = {each: keys_of(contents, contents.items[each], LanesBy.CLAIM) for each in "aij"}
    assert lanes == {"a": ("a",), "i": ("a", "b"), "j": (NONE,)}
    counts = {NONE: 9, "a": 1, "b": 2}
    order = [each.title for each in lanes_in_order(contents, counts, LanesBy.CLAIM)]
    assert order == ["B", "A", "No claim"]


def test_a_source_that_must_not_be_named_names_no_lane() -> None:
    contents = case_of(
        Source("s", Values({"name": "Harbour office"})),
        Source("t", Values({"name": "The clerk", "protected": True})),
        item("i", "document", source="s"),
        item("j", "document", source="t"),
        item("k", "document", source="s", sensitivity=["protected_source"]),
        item("l", "document"),
    )
    lanes = {each: keys_of(contents, contents.items[each], LanesBy.SOURCE) for each in "ijkl"}
    assert lanes == {"i": ("s",), "j": (HIDDEN,), "k": (HIDDEN,), "l": (NONE,)}
    counts = {NONE: 1, HIDDEN: 2, "s": 1}
    order = [each.title for each in lanes_in_order(contents, counts, LanesBy.SOURCE)]
    assert order == ["Harbour office", "Protected source", "No source"]


def test_kinds_stand_in_the_order_in_which_they_are_offered() -> None:
    counts = {"rumour": 5, "event": 4, "claim": 1}
    lanes = lanes_in_order(case_of(), counts, LanesBy.KIND)
    assert [each.key for each in lanes] == ["claim", "event", "rumour"]


def test_items_lie_by_tag_or_all_together() -> None:
    tagged = item("i", "note", tags=["ship", "ship", "dock"])
    assert keys_of(case_of(), tagged, LanesBy.TAG) == ("ship", "dock")
    assert keys_of(case_of(), item("j"), LanesBy.TAG) == (NONE,)
    assert keys_of(case_of(), tagged, LanesBy.NOTHING) == (NONE,)
    assert [each.title for each in lanes_in_order(case_of(), {NONE: 1}, LanesBy.NOTHING)] == [
        "All items"
    ]
