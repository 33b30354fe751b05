"""Filters: what passes, what can be asked for, how it is said and kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from board_strategies import DATES, contents_of, item
from casedb.model.assessments import admiralty_grade
from casedb.model.contents import Contents
from casedb.model.facets import choices
from casedb.model.filter_chips import chips, describe, value_words
from casedb.model.filtering import LISTS, NONE, Condition, Filter, Sieve, passes, passing
from casedb.model.fuzzy_date import FuzzyDate, Possibility
from casedb.model.item_dates import telling_date
from casedb.model.json_value import JsonValue
from casedb.model.kinds import KINDS, kind_of
from casedb.model.records import Artifact, Assessment, Attachment, Item, Record, Source
from casedb.model.values import Values
from record_strategies import json_values

# -- cases and filters at random ---------------------------------------------------------------

some_tags = st.lists(st.sampled_from(["kharkiv", "Kharkiv", "debris", ""]), max_size=3)
some_sources = st.sampled_from(["s0", "s1", "s2", "nobody"])
titles = st.sampled_from(["", "Ракета прилетіла", "Café in Kharkiv", "KHARKIV", "북한 미사일"])


@st.composite
def items(draw: st.DrawFn, name: str) -> Item:
    kind = draw(st.sampled_from(["claim", "claim", *KINDS, "rumour"]))
    values: dict[str, JsonValue] = {
        "title": draw(titles),
        "summary": draw(titles),
        "tags": list(draw(some_tags)),
        "status": draw(st.sampled_from([None, "draft", "open", "a newer one"])),
        "source": draw(st.none() | some_sources),
        "publisher": draw(st.none() | some_sources),
        "issuers": draw(st.none() | st.lists(some_sources, max_size=2)),
    }
    for field in kind_of(kind).face_date:
        values[field] = draw(
            st.none() | st.sampled_from(DATES).map(lambda text: FuzzyDate.parse(text).to_json())
        )
    return item(name, kind, **values)


@st.composite
def cases(draw: st.DrawFn) -> Contents:
    there = [draw(items(f"i{n}")) for n in range(draw(st.integers(0, 5)))]
    sources = [Source(f"s{n}", Values({"name": name})) for n, name in enumerate(["Ö", "b", "É"])]
    judged: list[Record] = []
    for n in range(draw(st.integers(0, 5))):
        sort, subjects, words = draw(
            st.sampled_from(
                [
                    ("reliability", ["s0", "s1"], "AF"),
                    ("credibility", ["i0", "i1", "i2"], "16"),
                    ("verdict", ["i0", "i1", "i2"], ["true", "false"]),
                ]
            )
        )
        subject, word = draw(st.sampled_from(subjects)), draw(st.sampled_from(words))
        at = draw(st.sampled_from(["2024-01-01", "2024-01-02"]))
        judged.append(Assessment(f"a{n}", sort, subject, None, "x", word, "me", at))
    file = Artifact("f" * 64, 1, "image/png", "a.png")
    attached = [Attachment("at", there[0].id, file.id)] if there and draw(st.booleans()) else []
    return contents_of([*sources, *there, file, *attached, *judged])


lists: Mapping[Condition, list[str]] = {
    Condition.KINDS: ["claim", "event", "rumour"],
    Condition.STATUSES: ["draft", "open", NONE],
    Condition.TAGS: ["kharkiv", "debris", NONE],
    Condition.SOURCES: ["s0", "s1", NONE],
    Condition.RELIABILITY: ["A", "F", NONE],
    Condition.CREDIBILITY: ["1", "6", NONE],
    Condition.VERDICTS: ["true", "false", NONE],
}
days = st.none() | st.dates(date(2022, 1, 1), date(2024, 12, 31))


@st.composite
def filters(draw: st.DrawFn) -> Filter:
    """A filter of a few conditions."""
    asked = draw(st.sets(st.sampled_from(list(lists)), max_size=2))
    held: dict[str, Any] = {
        each.value: draw(st.frozensets(st.sampled_from(lists[each]))) for each in asked
    }
    return Filter(
        **held,
        first=draw(days),
        last=draw(days),
        files=draw(st.sampled_from([None, None, True, False])),
        words=draw(st.sampled_from(["", " ", "kharkiv cafe", "ракета", "미사일", "zzz"])),
        inverted=draw(st.frozensets(st.sampled_from(Condition))),
    )


# -- passing -----------------------------------------------------------------------------------


@given(cases(), filters())
def test_many_pass_as_each_of_them_does(case: Contents, chosen: Filter) -> None:
    there = list(case.items)
    found = passing(case, chosen, [*there, "no such item"])
    assert found == {name for name in there if passes(case, chosen, case.items[name])}
    assert passing(case, chosen, there[:2]) == found.intersection(there[:2])
    assert passing(case, Filter(), there) == set(there)


@given(cases(), filters())
def test_all_conditions_must_hold(case: Contents, chosen: Filter) -> None:
    found = set(case.items)
    for condition in chosen.conditions:
        alone = chosen
        for other in chosen.conditions:
            alone = alone.without(other) if other is not condition else alone
        assert alone.conditions == (condition,)
        some = passing(case, alone, case.items)
        turned = replace(alone, inverted=alone.inverted ^ {condition})
        assert passing(case, turned, case.items) == set(case.items) - some
        found &= some
    assert passing(case, chosen, case.items) == found
    assert bool(chosen) == bool(chosen.conditions)


def one(**values: JsonValue) -> Item:
    return item("i", "claim", **values)


def passed(chosen: Filter, each: Item, *others: Record) -> bool:
    return passes(contents_of([each, *others]), chosen, each)


def test_any_value_of_a_condition_will_do() -> None:
    tagged = one(tags=["a", "b"])
    assert passed(Filter(tags=frozenset("bx")), tagged)
    assert not passed(Filter(tags=frozenset("x")), tagged)
    assert not passed(Filter(tags=frozenset([NONE])), tagged)
    assert passed(Filter(tags=frozenset([NONE, "x"])), one())
    assert passed(Filter(kinds=frozenset(["claim", "note"])), one())


def test_only_claims_have_a_status_and_a_verdict() -> None:
    note = item("i", "note", status="open")
    for chosen in (Filter(statuses=frozenset(["open", NONE])), Filter(verdicts=frozenset([NONE]))):
        assert not passed(chosen, note)
        assert passed(chosen, one(status="open"))


def test_a_source_counts_in_whichever_role() -> None:
    source = Source("s")
    statement = item("i", "official_statement", issuers=["s"])
    for each in (one(claimant="s"), one(source="s"), statement):
        assert passed(Filter(sources=frozenset("s")), each, source)
    assert passed(Filter(sources=frozenset([NONE])), one(claimant="Somebody said"), source)


@given(cases())
def test_grades_are_those_on_the_card(case: Contents) -> None:
    for each in case.items.values():
        letter, digit = admiralty_grade(case, each) or "??"
        signs = {"?": NONE}
        wanted = Filter(
            reliability=frozenset([signs.get(letter, letter)]),
            credibility=frozenset([signs.get(digit, digit)]),
        )
        assert passes(case, wanted, each)
        assert case.items.keys() >= passing(case, wanted, case.items) >= {each.id}


@given(st.sampled_from(DATES), days, days)
@example("2024-01-02", date(2024, 1, 2), date(2024, 1, 2))
def test_what_may_fall_on_the_days_passes(text: str, first: date | None, last: date | None) -> None:
    when = FuzzyDate.parse(text)
    if when.offset is not None or (first is None and last is None):
        return
    dated = item("i", "event", happened=when.to_json())
    low, high = sorted(each for each in (first or last, last or first) if each is not None)
    begin, end = low if first else "..", high if last else ".."
    said = FuzzyDate.parse(f"{begin}/{end}" if begin != end else str(begin))
    is_apart = said.overlaps(when) is Possibility.NO
    assert passed(Filter(first=first, last=last), dated) != is_apart


def test_days_are_those_of_the_clock_that_is_shown() -> None:
    late = item("i", "event", happened=FuzzyDate.parse("2024-01-02T23:30-05:00").to_json())
    assert passed(Filter(last=date(2024, 1, 2)), late)
    assert not passed(Filter(first=date(2024, 1, 3)), late)
    assert not passed(Filter(last=date(2024, 1, 2)), one())


def test_every_word_must_be_said_by_the_card() -> None:
    source = Source("s", Values({"name": "Ministère"}))
    claim = one(title="Ракета", summary="It fell on KHÁRKIV", exhibit="CB-007", claimant="s")
    for words in ("ракета kharkiv", "fell  FELL", "cb-007 ministere", " РАКЕТ "):
        assert passed(Filter(words=words), claim, source), words
    assert not passed(Filter(words="ракета missing"), claim, source)
    assert not passed(Filter(words="noted"), one(notes="noted"))
    media = item("i", "satellite_image", provider="Maxar")
    assert passed(Filter(words="maxar"), media)


def test_a_sieve_is_made_once_for_many_portions() -> None:
    there = contents_of([item(f"i{n}", "note", tags=["a"] if n % 2 else []) for n in range(10)])
    sieve = Sieve(there, Filter(tags=frozenset("a")))
    portions = [list(there.items)[n : n + 3] for n in range(0, 10, 3)]
    found = set[str]().union(*map(sieve.passing, portions))
    assert found == {"i1", "i3", "i5", "i7", "i9"}


# -- as JSON -----------------------------------------------------------------------------------

texts = st.frozensets(st.text(max_size=8), max_size=3)
any_filters = st.builds(
    Filter,
    **{each.value: texts for each in LISTS},
    first=st.none() | st.dates(),
    last=st.none() | st.dates(),
    files=st.none() | st.booleans(),
    words=st.text(max_size=20),
    inverted=st.frozensets(st.sampled_from(Condition)),
)


@given(any_filters)
def test_a_filter_comes_back_from_json(chosen: Filter) -> None:
    assert Filter.from_values(Values(chosen.to_values())) == chosen
    assert Filter.from_values({**chosen.to_values(), "newer": 1}) == chosen


@given(
    st.dictionaries(
        st.sampled_from([*(each.value for each in Condition), "first", "last", "inverted"]),
        json_values | st.lists(json_values | st.just("words"), max_size=3),
    )
)
def test_what_is_not_understood_is_left_out(stored: dict[str, JsonValue]) -> None:
    read = Filter.from_values(stored)
    assert Filter.from_values(read.to_values()) == read


def test_what_is_understood_is_kept() -> None:
    stored: dict[str, JsonValue] = {
        "kinds": ["claim", 7, None],
        "tags": "kharkiv",
        "first": "2024-01-02",
        "last": "2024-02-30",
        "files": "yes",
        "words": 3,
        "inverted": ["kinds", "newer", 1],
    }
    assert Filter.from_values(stored) == Filter(
        kinds=frozenset(["claim"]),
        first=date(2024, 1, 2),
        inverted=frozenset([Condition.KINDS]),
    )


# -- what can be asked for ---------------------------------------------------------------------


@given(cases())
def test_as_many_pass_as_is_offered(case: Contents) -> None:
    offered = choices(case, [*case.items, *case.items, "no such item"])
    assert offered.total == len(case.items)
    assert offered.with_files == len(passing(case, Filter(files=True), case.items))
    for condition in LISTS:
        counts: Mapping[str, int] = getattr(offered, condition.value)
        for value, number in counts.items():
            asked: dict[str, Any] = {condition.value: frozenset([value])}
            assert len(passing(case, Filter(**asked), case.items)) == number > 0
        every: dict[str, Any] = {condition.value: frozenset(counts)}
        if counts and condition not in (Condition.STATUSES, Condition.VERDICTS):
            assert passing(case, Filter(**every), case.items) == set(case.items)


def test_choices_stand_in_the_order_in_which_they_are_offered() -> None:
    there = contents_of(
        [
            *(Source("s1", Values({"name": "Éa"})), Source("s2", Values({"name": "Da"}))),
            *(item("1", "note", tags=["b"], source="s1"), item("2", "claim", source="s2")),
            item("3", "claim", tags=["b", "a"], status="settled"),
            *(item("4", "rumour", tags=["A"]), item("5", "claim", status="open")),
            *(
                Assessment(f"a{n}", "credibility", f"{n}", None, "x", word, "me", "2024")
                for n, word in ((1, "6"), (2, "2"), (3, "odd"))
            ),
        ]
    )
    offered = choices(there, there.items)
    assert dict(offered.kinds) == {"claim": 3, "note": 1, "rumour": 1}
    assert list(offered.kinds) == ["claim", "note", "rumour"]
    assert list(offered.tags) == ["b", "A", "a", NONE]
    assert list(offered.sources) == ["s2", "s1", NONE]
    assert list(offered.statuses) == ["open", "settled", NONE]
    assert list(offered.credibility) == ["2", "6", "odd", NONE]


# -- phrases -----------------------------------------------------------------------------------


def test_a_filter_is_described_in_short_phrases() -> None:
    case = contents_of([Source("s1", Values({"name": "Agency"})), Source("s2")])
    chosen = Filter(
        kinds=frozenset(["note", "claim"]),
        statuses=frozenset(["in_review", "newer_one"]),
        tags=frozenset(["kharkiv", NONE]),
        sources=frozenset(["s1", "s2", "gone", NONE]),
        reliability=frozenset("BA"),
        credibility=frozenset([NONE]),
        verdicts=frozenset(["false", "mostly_true"]),
        first=date(2024, 1, 2),
        last=date(2024, 1, 9),
        files=False,
        words=" the  missile ",
        inverted=frozenset([Condition.VERDICTS]),
    )
    assert describe(chosen, case) == [
        *("Claims", "Notes", "Status: in review", "Status: newer one", "Tag: kharkiv", "No tags"),
        *("Source: unnamed", "Source: unnamed", "Source: Agency", "No source"),
        *("Reliability A", "Reliability B", "Credibility not judged"),
        *("Not: Verdict: mostly true", "Not: Verdict: false"),
        *("2–9 January 2024", "Without files", "“the missile”"),
    ]
    assert "4 sources" in describe(chosen)
    assert describe(Filter()) == []


@pytest.mark.parametrize(
    ("condition", "value", "said"),
    [
        (Condition.RELIABILITY, "B", "B – usually reliable"),
        (Condition.CREDIBILITY, "6", "6 – truth cannot be judged"),
        (Condition.CREDIBILITY, "odd_one", "odd one"),
        (Condition.VERDICTS, "mostly_true", "Mostly true"),
        (Condition.VERDICTS, "odd_one", "odd one"),
    ],
)
def test_a_grade_is_offered_with_what_it_means(condition: Condition, value: str, said: str) -> None:
    assert value_words(condition, value) == said


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2024, 1, 2), None, "Since 2 January 2024"),
        (None, date(2024, 1, 2), "Until 2 January 2024"),
        (date(2024, 1, 2), date(2024, 1, 2), "2 January 2024"),
        (date(2024, 1, 9), date(2024, 1, 2), "2–9 January 2024"),
    ],
)
def test_days_are_described_as_dates_are(first: date | None, last: date | None, said: str) -> None:
    assert describe(Filter(first=first, last=last)) == [said]


def test_phrases_show_what_cannot_be_seen_and_are_short() -> None:
    (said,) = describe(Filter(tags=frozenset(["a\u202eb" + "x" * 100])))
    assert said.startswith("Tag: a⟨RLO⟩bx")
    assert said.endswith("…")
    assert len(said) < 70


@given(any_filters)
def test_taking_out_what_each_phrase_stands_for_leaves_nothing(chosen: Filter) -> None:
    case = contents_of([])
    left = chosen
    for chip in chips(chosen, case):
        assert chip.text
        assert chip.text.startswith("Not: ") == (chip.condition in chosen.inverted)
        left = left.without(chip.condition, chip.value)
    assert not left
    assert not left.inverted.intersection(chosen.conditions)
    assert chips(left, case) == []
    assert describe(chosen) is not None


def test_a_day_reaches_to_its_last_second() -> None:
    noon = item("i", "event", happened=FuzzyDate.parse("2024-01-02T23:59:59").to_json())
    assert telling_date(noon) is not None
    day = date(2024, 1, 2)
    assert passed(Filter(first=day, last=day), noon)
    assert not passed(Filter(first=day + timedelta(1)), noon)
    assert not passed(Filter(last=day - timedelta(1)), noon)
    assert passed(Filter(last=date.max), noon)
