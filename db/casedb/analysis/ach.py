"""Competing claims against the evidence: what is inconsistent with which, and what tells them apart.

Analysis of competing hypotheses after Heuer (Psychology of Intelligence Analysis, 1999, chapter 8): the
claim stands best that has least against it, not the one with most for it. Claims are rows. It is
bookkeeping and shows what the order hangs on; it is no score of truth.

A cell is the link between an item and a claim, or to an element of it: what supports is consistent,
what disputes inconsistent, very much so where the link is strong, and what only bears on it neutral.
Where there is no link a rating counts that was given to the item for the claim; where there is one the
rating counts as far as it is of the same sign. Not rated, neutral and not applicable are three things.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt
from types import MappingProxyType

from casedb.analysis.flow import Flow, origin_of
from casedb.model.assessments import newest
from casedb.model.contents import Contents
from casedb.model.kinds import kind_of
from casedb.model.link_types import End, link_type
from casedb.model.records import Assessment, Item, Link


class Rating(StrEnum):
    """How an item goes with a claim, by the words of the scheme."""

    VERY_CONSISTENT = "CC"
    CONSISTENT = "C"
    NEUTRAL = "N"
    INCONSISTENT = "I"
    VERY_INCONSISTENT = "II"
    NOT_APPLICABLE = "not_applicable"
    UNRATED = "unrated"

    @property
    def is_rated(self) -> bool:
        """Whether somebody has said how the item goes with the claim, and it does in some way."""
        return self in SCALE


SCALE: Mapping[Rating, int] = MappingProxyType(
    {
        Rating.VERY_CONSISTENT: 2,
        Rating.CONSISTENT: 1,
        Rating.NEUTRAL: 0,
        Rating.INCONSISTENT: -1,
        Rating.VERY_INCONSISTENT: -2,
    }
)
"""Ratings that can be compared, in order. Their distances mean nothing beyond that."""

HIGH, MIDDLE, LOW = sqrt(2), 1.0, sqrt(0.5)
"""Weights, of credibility and of relevance each, so that both together double or halve."""

_CREDIBILITY = {"1": HIGH, "2": HIGH, "3": MIDDLE, "4": LOW, "5": LOW}
_RELEVANCE = {"direct": HIGH, "circumstantial": MIDDLE, "background": LOW}


@dataclass(frozen=True, slots=True)
class Cell:
    """How an item goes with a claim.

    `links` are the ids of the links that say so; `weight` is that of its credibility for the claim
    times that of its relevance, where nobody has told them 1. `is_apart` says that a rating was given
    that a link contradicts.
    """

    rating: Rating = Rating.UNRATED
    links: tuple[str, ...] = ()
    weight: float = 1.0
    is_apart: bool = False

    @property
    def against(self) -> float:
        """How much it says against the claim: 1 or 2 times its weight, else nothing."""
        return max(0, -SCALE.get(self.rating, 0)) * self.weight


_NOT_RATED = Cell()


@dataclass(frozen=True, slots=True)
class Matrix:
    """Claims by evidence; ids in rows and columns, and the cells that say something, by (claim, item)."""

    claims: tuple[str, ...]
    evidence: tuple[str, ...]
    cells: Mapping[tuple[str, str], Cell]
    origins: Mapping[str, frozenset[Hashable]]

    def cell(self, claim: str, item: str) -> Cell:
        """How an item goes with a claim."""
        return self.cells.get((claim, item), _NOT_RATED)

    def inconsistency(self, claim: str, aside: Container[str] = frozenset()) -> int:
        """What is inconsistent with a claim: 1 for each item, 2 where it is very much so."""
        cells = (self.cell(claim, each) for each in self.evidence if each not in aside)
        return sum(max(0, -SCALE.get(each.rating, 0)) for each in cells)

    def weighted(self, claim: str, aside: Container[str] = frozenset()) -> float:
        """The same, each item by its credibility and relevance."""
        return sum(self.cell(claim, each).against for each in self.evidence if each not in aside)

    def diagnosticity(self, item: str) -> int | None:
        """How far apart an item's ratings are, 0 where it says the same of every claim: then it tells
        none from another. None where fewer than two of its cells are rated."""
        held = [SCALE[rating] for rating in self._ratings(item) if rating.is_rated]
        return max(held) - min(held) if len(held) > 1 else None

    def _ratings(self, item: str) -> Iterator[Rating]:
        return (self.cell(each, item).rating for each in self.claims)

    def leading(self, aside: Container[str] = frozenset()) -> frozenset[str]:
        """The claims with least against them, weighted; all of those that have as little."""
        against = {each: round(self.weighted(each, aside), 9) for each in self.claims}
        least = min(against.values(), default=0.0)
        return frozenset(each for each, weight in against.items() if weight == least)

    def hanging_on_items(self) -> Mapping[str, frozenset[str]]:
        """The items without which other claims lead, with those claims (leave one item out)."""
        now = self.leading()
        left = {each: self.leading({each}) for each in self.evidence}
        return {each: claims for each, claims in left.items() if claims != now}

    def hanging_on_origins(self) -> Mapping[frozenset[str], frozenset[str]]:
        """The same for all items that come from one origin alone, by these items (leave one origin out)."""
        of_one: defaultdict[Hashable, set[str]] = defaultdict(set)
        for item, origins in self.origins.items():
            if len(origins) == 1:
                of_one[next(iter(origins))].add(item)
        now = self.leading()
        left = {frozenset(each): self.leading(each) for each in of_one.values()}
        return {items: claims for items, claims in left.items() if claims != now}


def competing_sets(contents: Contents) -> tuple[tuple[str, ...], ...]:
    """The claims that exclude each other, set by set: by links or as they name one competing set."""
    claims = [each.id for each in contents.items.values() if each.kind == "claim"]
    beside: defaultdict[str, set[str]] = defaultdict(set)
    named: defaultdict[str, list[str]] = defaultdict(list)
    for claim in claims:
        name = contents.items[claim].values.text("competing_set").strip().casefold()
        if name:
            named[name].append(claim)
        for link in contents.links_at(claim):
            if link.type == "excludes":
                beside[link.start.id].add(link.end.id)
                beside[link.end.id].add(link.start.id)
    for held in named.values():
        for one in held:
            beside[one] |= set(held)
    found: list[tuple[str, ...]] = []
    passed: set[str] = set()
    for claim in claims:
        if claim in passed:
            continue
        ring, reached = [claim], {claim}
        while ring:
            for other in beside[ring.pop()] - reached:
                reached.add(other)
                ring.append(other)
        passed |= reached
        if len(reached) > 1:
            found.append(tuple(each for each in claims if each in reached))
    return tuple(found)


def matrix_of(contents: Contents, claims: Iterable[str]) -> Matrix:
    """The matrix of some claims, with every item that is linked to one of them or rated for it."""
    rows = tuple(dict.fromkeys(each for each in claims if each in contents.items))
    cells: dict[tuple[str, str], Cell] = {}
    columns: dict[str, None] = {}
    for claim in rows:
        links = _links_by_item(contents, claim)
        ratings = _ratings_by_item(contents, claim)
        for item_id in dict.fromkeys((*links, *ratings)):
            item = contents.items.get(item_id)
            if item is None or not kind_of(item.kind).is_evidence:
                continue
            cells[claim, item_id] = _cell(
                contents, claim, item, links.get(item_id, []), ratings.get(item_id)
            )
            columns[item_id] = None
    evidence = tuple(sorted(columns))
    return Matrix(rows, evidence, MappingProxyType(cells), _origins(contents, evidence))


def rating_of(link: Link) -> Rating:
    """How the start of a link goes with its end."""
    is_strong = link.values.text("strength") == "strong"
    polarity = link_type(link.type).polarity
    if polarity > 0:
        return Rating.VERY_CONSISTENT if is_strong else Rating.CONSISTENT
    if polarity < 0:
        return Rating.VERY_INCONSISTENT if is_strong else Rating.INCONSISTENT
    return Rating.NEUTRAL


def _links_by_item(contents: Contents, claim: str) -> dict[str, list[Link]]:
    found: dict[str, list[Link]] = {}
    for target in (claim, *(each.id for each in contents.elements_of(claim))):
        for link in contents.links_at(target):
            says = link_type(link.type).polarity or link.type == "bears_on"
            if says and link.end.id == target and link.start.end is End.ITEM:
                found.setdefault(link.start.id, []).append(link)
    return found


def _ratings_by_item(contents: Contents, claim: str) -> dict[str, Assessment]:
    given: dict[str, list[Assessment]] = {}
    for each in contents.assessments_for(claim):
        if each.type == "ach":
            given.setdefault(each.subject, []).append(each)
    return {item: last for item, held in given.items() if (last := newest(held, "ach"))}


def _cell(
    contents: Contents, claim: str, item: Item, links: list[Link], given: Assessment | None
) -> Cell:
    told = Rating(given.value) if given is not None and given.value in set(Rating) else None
    ids, weight = tuple(each.id for each in links), _weight(contents, claim, item, links)
    if not links:
        return Cell(told or Rating.UNRATED, ids, weight)
    # Of several links the one counts that says most against the claim, else most for it.
    linked = min(
        (rating_of(each) for each in links), key=lambda each: (SCALE[each] >= 0, -abs(SCALE[each]))
    )
    if told is None or told is Rating.UNRATED:
        return Cell(linked, ids, weight)
    if told.is_rated and _sign(told) == _sign(linked):
        return Cell(told, ids, weight)
    return Cell(linked, ids, weight, is_apart=True)


def _sign(rating: Rating) -> int:
    value = SCALE[rating]
    return (value > 0) - (value < 0)


def _weight(contents: Contents, claim: str, item: Item, links: list[Link]) -> float:
    given = [each for each in contents.assessments_of(item.id) if each.claim in (claim, None)]
    grade = newest(given, "credibility")
    credibility = _CREDIBILITY.get(grade.value, MIDDLE) if grade is not None else MIDDLE
    told = [_RELEVANCE.get(each.values.text("directness"), MIDDLE) for each in links]
    return credibility * max(told, default=MIDDLE)


def _origins(contents: Contents, evidence: Iterable[str]) -> Mapping[str, frozenset[Hashable]]:
    """Where each item comes from in the end."""
    return {
        each: frozenset(
            origin_of(contents, contents.items[start]) for start in Flow.to(contents, [each]).starts
        )
        for each in evidence
    }
