"""What is followed change by change is what asking all again would give: of a sight, and of counts."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from board_strategies import card, contents_of, item
from caseboard import piecemeal
from caseboard.outlook import Outlook
from caseboard.panels.filter_counts import FilterCounts
from caseboard.sight import Mode, Shown, Sight
from casedb.model import reach
from casedb.model.changes import ChangeSet, Edit
from casedb.model.contents import Contents
from casedb.model.facets import choices
from casedb.model.filtering import LISTS, NONE, Condition, Filter, passing
from casedb.model.fuzzy_date import FuzzyDate
from casedb.model.reach import within_steps
from casedb.model.records import (
    Assessment,
    Attachment,
    Board,
    Card,
    Element,
    Link,
    Record,
    Ref,
    Source,
)
from casedb.model.values import Values
from portioned import finished

Stage: TypeAlias = dict[tuple[type[Record], str], Record]
"""What is in a case at one time."""

ITEMS = [f"i{n}" for n in range(4)]
JUDGED = [
    *(("reliability", "s0", "A"), ("reliability", "s1", "B"), ("likelihood", "i0", "1")),
    *(("credibility", "i0", "1"), ("credibility", "i1", "2"), ("verdict", "i1", "true")),
]
DAY = FuzzyDate.parse("2024-01-02").to_json()


def stage(chance: random.Random) -> Stage:
    """Some items with cards and links, judged and attached to in one way or another."""

    def some(number: int) -> list[int]:
        return [n for n in range(number) if chance.random() < 0.8]

    pick = chance.choice
    there: list[Record] = [
        item(
            name,
            pick(["claim", "claim", "note", "media"]),
            title=pick(["Pier", "Quay"]),
            status=pick([None, "open"]),
            tags=pick([[], ["a"], ["a", "b"]]),
            source=pick([None, "s0", "s1"]),
            times=pick([None, [{"name": "event", "date": DAY}]]),
        )
        for name in ITEMS
    ]
    there += [Source(f"s{n}", Values({"name": pick(["Ministry", "Quay"])})) for n in some(2)]
    there += [
        Card(f"c{n}", pick(["board", "board", "second"]), pick(ITEMS), pick([0, 9]), 0, 260, 120)
        for n in some(6)
    ]
    there += [Attachment("at", pick(ITEMS), "f" * 64) for _ in some(1)]
    there += [Element("e", pick(ITEMS), 0)]
    ends = [*map(Ref.item, ITEMS), Ref.element("e")]
    for n in some(4):
        there.append(Link(f"l{n}", "related", pick(ends), pick(ends)))
        ends.append(Ref.link(f"l{n}"))
    for n in some(3):
        sort, subject, word = pick(JUDGED)
        there.append(Assessment(f"a{n}", sort, subject, None, "x", word, "me", f"2024-{n}"))
    return {(type(each), each.id): each for each in there}


def stages(chance: random.Random, number: int) -> list[Stage]:
    """Stages of which each differs from the one before in a record, seldom in many."""
    found = [stage(chance)]
    while len(found) < number:
        last, other = found[-1], stage(chance)
        keys = [key for key in {**last, **other} if last.get(key) != other.get(key)]
        chosen = set(keys if chance.random() < 0.1 else chance.sample(keys, chance.choice([1, 2])))
        source = {key: other if key in chosen else last for key in {**last, **other}}
        found.append({key: held[key] for key, held in source.items() if key in held})
    return found


FILTERS = (
    Filter(),
    Filter(kinds=frozenset({"claim"})),
    Filter(statuses=frozenset({NONE})),
    Filter(tags=frozenset({"b", NONE})),
    Filter(sources=frozenset({"s0"})),
    Filter(sources=frozenset({NONE}), inverted=frozenset({Condition.SOURCES})),
    Filter(reliability=frozenset({"A", NONE})),
    Filter(credibility=frozenset({"1", "2"})),
    Filter(verdicts=frozenset({"true"})),
    Filter(first=date(2024, 1, 1)),
    Filter(files=True),
    Filter(words="quay"),
    Filter(words="s2"),
    Filter(kinds=frozenset({"claim"}), words="quay"),
)
sights = st.builds(
    Sight,
    filter=st.sampled_from(FILTERS),
    mode=st.sampled_from(list(Mode)),
    focus=st.frozensets(st.sampled_from(["c0", "c1"])),
    steps=st.integers(0, 3),
)


def between(before: Stage, after: Stage) -> ChangeSet:
    """The change that leads from one stage to another."""
    keys = [key for key in {**before, **after} if before.get(key) != after.get(key)]
    return ChangeSet("Change", tuple(Edit(before.get(each), after.get(each)) for each in keys))


def all_asked(there: Contents, sight: Sight) -> Shown:
    """What is shown otherwise, by the rules as they are told."""
    cards = {each.id: each.item for each in there.each_card_on("board")}
    passed = passing(there, sight.filter, cards.values())
    left_out = frozenset(each for each, item in cards.items() if item not in passed)
    concealed = left_out if sight.mode is Mode.HIDE else frozenset[str]()
    starts = [cards[each] for each in sight.focus if each in cards]
    far = set[str]()
    if starts:
        seen = {item for each, item in cards.items() if each not in concealed}
        near = within_steps(there, starts, sight.steps, seen)
        far = {each for each, item in cards.items() if item not in near}
    faded = far | left_out if sight.mode is Mode.FADE else far - concealed
    return Shown(concealed, frozenset(faded))


@given(st.integers(0, 2**32), sights, st.lists(st.sampled_from([0, 0, 3, 9, 25]), max_size=8))
@settings(max_examples=100)
def test_what_is_followed_is_what_asking_all_again_gives(
    number: int, sight: Sight, pauses: Sequence[int]
) -> None:
    told = stages(random.Random(number), len(pauses) + 1)
    there = contents_of([Board("second", "Second", 1), *told[0].values()])
    outlook, counts = Outlook(there, "board", sight), FilterCounts(there, "board")
    with pytest.MonkeyPatch.context() as patch:
        # Whatever can pause does, so that changes come in the midst of it.
        patch.setattr(piecemeal, "PORTION", 1)
        patch.setattr(reach, "PAUSE", 1)
        for (before, after), pause in zip(pairwise(told), pauses, strict=True):
            works = outlook.catch_up(), counts.catch_up()
            going = [all(next(each, "over") is None for _ in range(pause)) for each in works]
            change = between(before, after)
            there.apply(change)
            outlook.note(change.edits)
            counts.note(change.edits)
            for each, is_going in zip(works, going, strict=True):
                if is_going:
                    # What goes on by itself takes the change in its stride.
                    finished(each)
            assert finished(outlook.catch_up()) == all_asked(there, sight)
            assert_counted(counts, there)


def assert_counted(counts: FilterCounts, there: Contents) -> None:
    """What is offered is what is on the board now, in the order in which it is offered."""
    found = finished(counts.catch_up())
    anew = choices(there, [each.item for each in there.each_card_on("board")])
    assert found == anew
    for condition in LISTS:
        assert list(getattr(found, condition)) == list(getattr(anew, condition))
    assert not counts.is_behind


def few() -> list[Record]:
    """A claim with an element, a note tied to that, one tied to the string between, one alone."""
    return [
        *(Source("s0", Values({"name": "Ministry"})), Source("s1", Values({"name": "Quay"}))),
        item("i0", "claim", title="Pier", source="s0"),
        item("i1", "note", title="Pier", tags=["a"], source="s1"),
        *(item("i2", "note", source="s2"), item("i3", "claim")),
        Element("e", "i0", 0),
        Link("l0", "related", Ref.item("i1"), Ref.element("e")),
        Link("l1", "related", Ref.item("i2"), Ref.link("l0")),
        *(Card(f"c{n}", "board", f"i{n}", 300 * n, 0, 260, 120) for n in range(4)),
        Attachment("at", "i1", "f" * 64),
        Assessment("a0", "reliability", "s0", None, "x", "A", "me", "2024-1"),
        Assessment("a1", "credibility", "i1", None, "x", "1", "me", "2024-1"),
        Assessment("a2", "verdict", "i0", None, "x", "true", "me", "2024-1"),
    ]


ALONE: Sequence[Record] = (
    *(item("i1", "media"), item("i0", "note", title="Pier", source="s0")),
    *(item("i1", "note", title="Quay"), item("i1", "note", tags=["b"]), item("i1", source="s0")),
    *(item("i0", "claim", status="open"), item("i4")),
    item("i3", "event", happened=DAY),
    *(Source("s0", Values({"name": "Quay"})), Source("s1", Values({"name": "Ministry"}))),
    *(Source("s1", Values({"name": "Quay", "notes": "of no filter"})), Source("s2")),
    *(Element("e", "i3", 0), Element("e", "i0", 1)),
    Link("l0", "related", Ref.item("i3"), Ref.element("e")),
    Link("l0", "supports", Ref.item("i1"), Ref.element("e")),
    Link("l2", "related", Ref.item("i0"), Ref.item("i3")),
    *(Card("c1", "board", "i1", 7, 7, 260, 120), Card("c1", "second", "i1", 0, 0, 260, 120)),
    *(Card("c1", "board", "i3", 0, 0, 260, 120), Card("c4", "board", "i1", 0, 0, 260, 120)),
    *(Card("c4", "second", "i3", 0, 0, 260, 120), Card("c0", "second", "i0", 0, 0, 260, 120)),
    *(Attachment("at", "i2", "f" * 64), Attachment("at2", "i0", "f" * 64)),
    Assessment("a3", "reliability", "s1", None, "x", "B", "me", "2024-2"),
    Assessment("a3", "credibility", "i3", None, "x", "1", "me", "2024-2"),
    Assessment("a3", "verdict", "i0", None, "x", "false", "me", "2024-2"),
    Assessment("a3", "likelihood", "i0", None, "x", "1", "me", "2024-2"),
)
"""Records of which each alone is new, or another one than among the few."""
MAY_GO = ("s0", "e", "l0", "l1", "c0", "c1", "at", "a0", "a1", "a2")


def changes_alone() -> Iterator[Edit]:
    """Everything that can change by itself."""
    before = {(type(each), each.id): each for each in few()}
    yield from (Edit(before.get((type(each), each.id)), each) for each in ALONE)
    yield from (Edit(each, None) for each in few() if each.id in MAY_GO)


@pytest.mark.parametrize("chosen", FILTERS)
@pytest.mark.parametrize("mode", Mode)
def test_each_change_alone_is_followed_there_and_back(chosen: Filter, mode: Mode) -> None:
    there = contents_of([Board("second", "Second", 1), *few()])
    plain = Sight(chosen, mode)
    looks = [plain, *(plain.focused(["c0"], steps) for steps in (1, 2)), plain.focused(["c1"], 2)]
    outlooks = [Outlook(there, "board", each) for each in looks]
    counts = FilterCounts(there, "board")
    assert_counted(counts, there)
    for each in outlooks:
        finished(each.catch_up())
    for edit in changes_alone():
        for each in (edit, edit.reversed()):
            there.apply(ChangeSet("Change", (each,)))
            counts.note([each])
            assert_counted(counts, there)
            for look, outlook in zip(looks, outlooks, strict=True):
                outlook.note([each])
                assert finished(outlook.catch_up()) == all_asked(there, look), each


def test_what_says_nothing_otherwise_is_the_same_as_before() -> None:
    there = contents_of([item("a", "claim"), item("b"), card("a"), card("b", 300)])
    chosen = Sight(Filter(kinds=frozenset({"claim"}))).focused(["ca"], 2)
    outlook, counts = Outlook(there, "board", chosen), FilterCounts(there, "board")
    seen, counted = finished(outlook.catch_up()), finished(counts.catch_up())
    for before, after in (
        (there.cards["ca"], card("a", 50)),
        (there.items["a"], item("a", "claim", notes="of no filter")),
    ):
        change = ChangeSet("Change", (Edit(before, after),))
        there.apply(change)
        outlook.note(change.edits)
        counts.note(change.edits)
        assert outlook.is_behind and counts.is_behind
        assert finished(outlook.catch_up()) is seen
        assert finished(counts.catch_up()) is counted
