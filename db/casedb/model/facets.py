"""`Choices`: what a filter can ask for among some items, and how many of them have it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from casedb.model.contents import Contents
from casedb.model.filtering import NONE, FactsOfAll, reliability_of, sources_of, tags_of
from casedb.model.kinds import KINDS
from casedb.model.kinds.claim import STATUS
from casedb.model.schemes import grades_of
from casedb.model.search_text import fold


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


def choices(contents: Contents, item_ids: Iterable[str]) -> Choices:
    """What a filter can ask for among some items; ids of no item are left out."""
    there = contents.items
    items = [there[each] for each in dict.fromkeys(item_ids) if each in there]
    claims = [item for item in items if item.kind == "claim"]
    facts = FactsOfAll(contents)
    tags = Counter(chain.from_iterable(tags_of(item) or (NONE,) for item in items))
    sources = Counter(chain.from_iterable(sources_of(contents, item) or (NONE,) for item in items))
    names = {each: fold(contents.sources[each].name) for each in sources if each}
    return Choices(
        total=len(items),
        kinds=_in_order(Counter(item.kind for item in items), KINDS),
        statuses=_in_order(
            Counter(item.values.text("status") for item in claims),
            [option.value for option in STATUS],
        ),
        tags=_in_order(tags, sorted(tags, key=lambda tag: (-tags[tag], fold(tag), tag))),
        sources=_in_order(sources, sorted(names, key=lambda each: (names[each], each))),
        reliability=_in_order(
            Counter(reliability_of(facts, item) for item in items),
            words_of(contents, "reliability"),
        ),
        credibility=_in_order(
            Counter(facts.word("credibility", item.id) for item in items),
            words_of(contents, "credibility"),
        ),
        verdicts=_in_order(
            Counter(facts.word("verdict", item.id) for item in claims),
            words_of(contents, "verdict"),
        ),
        with_files=sum(facts.has_files(item.id) for item in items),
    )


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
