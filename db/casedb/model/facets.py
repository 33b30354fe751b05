"""`Choices`: what a filter can ask for among some items, and how many of them have it; `Tally` counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from casedb.model.contents import Contents
from casedb.model.filtering import (
    LISTS,
    NONE,
    Condition,
    Facts,
    FactsOfAll,
    reliability_of,
    sources_of,
    tags_of,
)
from casedb.model.kinds import KINDS
from casedb.model.kinds.claim import STATUS
from casedb.model.records import Item
from casedb.model.schemes import grades_of
from casedb.model.search_text import fold

COUNTED = (*LISTS, Condition.FILES)
"""The conditions whose values are counted."""
WITH_FILES = "with"
_NONE = (NONE,)
_Held: TypeAlias = tuple[tuple[str, ...], ...]
"""The values that an item has of each condition in `COUNTED`."""


@dataclass(frozen=True, slots=True)
class Choices:
    """How many of some items have which value, for each condition that is a list.

    Values stand in the order in which they are offered: kinds, statuses and grades in their own, tags
    by how many have them, sources by their names; `NONE`, for items that have none, comes last.
    """

    total: int
    kinds: Mapping[str, int]
    statuses: Mapping[str, int]
    tags: Mapping[str, int]
    sources: Mapping[str, int]
    reliability: Mapping[str, int]
    credibility: Mapping[str, int]
    verdicts: Mapping[str, int]
    with_files: int


class Tally:
    """Counts what some items have, and goes on counting as they come, go and change."""

    def __init__(self) -> None:
        self._held: dict[str, _Held] = {}
        self._counts: dict[Condition, Counter[str]] = {each: Counter() for each in COUNTED}

    def count(self, contents: Contents, item_ids: Iterable[str], facts: Facts) -> bool:
        """Count some items, anew where they have been counted; ids of no item are left out. Whether
        something is counted otherwise than before."""
        there, is_other = contents.items, False
        for each in item_ids:
            item = there.get(each)
            if item is None:
                is_other = self.forget(each) or is_other
                continue
            held = _held_by(contents, item, facts)
            before = self._held.get(each)
            if held != before:
                self._put(before, -1)
                self._put(held, 1)
                self._held[each] = held
                is_other = True
        return is_other

    def forget(self, item_id: str) -> bool:
        """Count an item no more; whether it was counted."""
        held = self._held.pop(item_id, None)
        self._put(held, -1)
        return held is not None

    def _put(self, held: _Held | None, by: int) -> None:
        for condition, values in zip(COUNTED, held or (), strict=False):
            counts = self._counts[condition]
            for value in values:
                counts[value] += by
                if not counts[value]:
                    del counts[value]

    def choices(self, contents: Contents) -> Choices:
        """What a filter can ask for among the items, as they were when they were counted."""
        counts = self._counts
        tags, sources = counts[Condition.TAGS], counts[Condition.SOURCES]
        there = contents.sources
        names = {each: fold(there[each].name) for each in sources if each in there}
        return Choices(
            total=len(self._held),
            kinds=_in_order(counts[Condition.KINDS], KINDS),
            statuses=_in_order(counts[Condition.STATUSES], [option.value for option in STATUS]),
            tags=_in_order(tags, sorted(tags, key=lambda tag: (-tags[tag], fold(tag), tag))),
            sources=_in_order(sources, sorted(names, key=lambda each: (names[each], each))),
            reliability=_in_order(counts[Condition.RELIABILITY], words_of(contents, "reliability")),
            credibility=_in_order(counts[Condition.CREDIBILITY], words_of(contents, "credibility")),
            verdicts=_in_order(counts[Condition.VERDICTS], words_of(contents, "verdict")),
            with_files=counts[Condition.FILES][WITH_FILES],
        )


def _held_by(contents: Contents, item: Item, facts: Facts) -> _Held:
    """What an item has of each condition in `COUNTED`."""
    is_claim = item.kind == "claim"
    return (
        (item.kind,),
        (item.values.text("status"),) if is_claim else (),
        tuple(tags_of(item)) or _NONE,
        tuple(sources_of(contents, item)) or _NONE,
        (reliability_of(facts, item),),
        (facts.word("credibility", item.id),),
        (facts.word("verdict", item.id),) if is_claim else (),
        (WITH_FILES,) if facts.has_files(item.id) else (),
    )


def choices(contents: Contents, item_ids: Iterable[str]) -> Choices:
    """What a filter can ask for among some items; ids of no item are left out."""
    tally = Tally()
    tally.count(contents, item_ids, FactsOfAll(contents))
    return tally.choices(contents)


def words_of(contents: Contents, sort: str) -> list[str]:
    """The stored words of all schemes by which a sort of judgement is made in a case, in their order."""
    schemes = [each for each in contents.schemes.values() if each.id.split("/")[0] == sort]
    return list(dict.fromkeys(grade.value for each in schemes for grade in grades_of(each)))


def _in_order(counts: Mapping[str, int], order: Iterable[str]) -> dict[str, int]:
    """The counts in an order, what is not in it after that, and `NONE` last."""
    named = [each for each in order if each in counts and each != NONE]
    rest = sorted(counts.keys() - set(named) - {NONE})
    last = [NONE] if NONE in counts else []
    return {each: counts[each] for each in (*named, *rest, *last)}
