"""Competing claims against the evidence: what is inconsistent with which, and what tells them apart.

Analysis of competing hypotheses after Heuer (Psychology of Intelligence Analysis, 1999, chapter 8): the
claim stands best that has least against it, not the one with most for it. Claims are rows. It is
bookkeeping and shows what the order hangs on; it is no score of truth.

What a cell is, `casedb.model.ratings` says.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Generator, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeVar

from casedb.analysis.flow import Flow, origin_of
from casedb.model.assessments import newest
from casedb.model.contents import Contents
from casedb.model.kinds import kind_of
from casedb.model.ratings import NOT_RATED, SCALE, Cell, Rating, cell_of, says_something
from casedb.model.records import Assessment, Link

K = TypeVar("K")

HUGE, SLIGHT = float("inf"), 1e-6


@dataclass(frozen=True, slots=True)
class Matrix:
    """Claims by evidence; ids in rows and columns, and the cells that say something, by (claim, item).

    `against` is what each item says against the claims, weighted and in their order, of those that say
    something against one of them. Items that are set `aside` count for nothing.
    """

    claims: tuple[str, ...]
    evidence: tuple[str, ...]
    cells: Mapping[tuple[str, str], Cell]
    origins: Mapping[str, frozenset[Hashable]]
    against: Mapping[str, tuple[float, ...]]

    def cell(self, claim: str, item: str) -> Cell:
        """How an item goes with a claim."""
        return self.cells.get((claim, item), NOT_RATED)

    def inconsistency(self, claim: str, aside: Container[str] = frozenset()) -> int:
        """What is inconsistent with a claim: 1 for each item, 2 where it is very much so."""
        cells = (self.cell(claim, each) for each in self.against if each not in aside)
        return sum(max(0, -SCALE.get(each.rating, 0)) for each in cells)

    def weighted(self, claim: str, aside: Container[str] = frozenset()) -> float:
        """The same, each item by its credibility and relevance."""
        at = self.claims.index(claim)
        return sum(told[at] for item, told in self.against.items() if item not in aside)

    def diagnosticity(self, item: str) -> int | None:
        """How far apart an item's ratings are, 0 where it says the same of every claim: then it tells
        none from another. None where fewer than two of its cells are rated."""
        held = [SCALE[rating] for rating in self._ratings(item) if rating.is_rated]
        return max(held) - min(held) if len(held) > 1 else None

    def _ratings(self, item: str) -> Iterator[Rating]:
        return (self.cell(each, item).rating for each in self.claims)

    def leading(self, aside: Container[str] = frozenset()) -> frozenset[str]:
        """The claims with least against them, weighted; all of those that have as little."""
        return self._least(self._sums(aside))

    def hanging_on_items(self, aside: Container[str] = frozenset()) -> Mapping[str, frozenset[str]]:
        """The items without which other claims lead, with those claims (leave one item out)."""
        return self._without(((each, (each,)) for each in self.against), aside)

    def hanging_on_origins(
        self, aside: Container[str] = frozenset()
    ) -> Mapping[frozenset[str], frozenset[str]]:
        """The same for all items that come from one origin alone, by these items (leave one origin out)."""
        of_one: defaultdict[Hashable, set[str]] = defaultdict(set)
        for item, origins in self.origins.items():
            if len(origins) == 1:
                of_one[next(iter(origins))].add(item)
        groups = (frozenset(each) for each in of_one.values())
        return self._without(((each, each) for each in groups), aside)

    def _sums(self, aside: Container[str]) -> list[float]:
        told = [each for item, each in self.against.items() if item not in aside]
        return [sum(each) for each in zip(*told, strict=True)] if told else [0.0] * len(self.claims)

    def _least(self, sums: list[float]) -> frozenset[str]:
        near = [round(each, 9) for each in sums]
        least = min(near, default=0.0)
        return frozenset(
            claim for claim, each in zip(self.claims, near, strict=True) if each == least
        )

    def _without(
        self, groups: Iterable[tuple[K, Iterable[str]]], aside: Container[str]
    ) -> Mapping[K, frozenset[str]]:
        """The claims that lead without each of some groups of items, where others do now."""
        sums = self._sums(aside)
        now, found = self._least(sums), dict[K, frozenset[str]]()
        ahead = [n for n, claim in enumerate(self.claims) if claim in now]
        behind = [each for n, each in enumerate(sums) if n not in ahead]
        lead = min(behind) - sums[ahead[0]] if behind else HUGE
        for key, items in groups:
            told = [
                self.against[each] for each in items if each in self.against and each not in aside
            ]
            if not told:
                continue
            taken = told[0] if len(told) == 1 else [sum(each) for each in zip(*told, strict=True)]
            least = min(taken[n] for n in ahead)
            # Of many thousands next to none takes more from a claim behind than what that is behind by.
            if max(taken) - least < lead - SLIGHT and max(taken[n] for n in ahead) - least < SLIGHT:
                continue
            leading = self._least([a - b for a, b in zip(sums, taken, strict=True)])
            if leading != now:
                found[key] = leading
        return found


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
    for claim in rows:
        for item_id, cell in cells_of(contents, claim):
            cells[claim, item_id] = cell
    evidence = tuple(sorted({item_id for _, item_id in cells}))
    origins = {each: origins_of(contents, each) for each in evidence}
    return Matrix(
        rows,
        evidence,
        MappingProxyType(cells),
        MappingProxyType(origins),
        MappingProxyType(against_of(rows, evidence, cells)),
    )


def cells_of(contents: Contents, claim: str) -> Generator[tuple[str, Cell], None, None]:
    """The evidence that is linked to a claim or rated for it, one after the other."""
    links = _links_by_item(contents, claim)
    ratings = _ratings_by_item(contents, claim)
    for item_id in dict.fromkeys((*links, *ratings)):
        item = contents.items.get(item_id)
        if item is not None and kind_of(item.kind).is_evidence:
            given = newest(ratings[item_id], "ach") if item_id in ratings else None
            yield item_id, cell_of(contents, claim, item, links.get(item_id, ()), given)


def against_of(
    claims: tuple[str, ...], evidence: Iterable[str], cells: Mapping[tuple[str, str], Cell]
) -> dict[str, tuple[float, ...]]:
    """What each item says against the claims, of those that say something against one of them."""
    found = set[str]()
    for (_, item), cell in cells.items():
        if SCALE.get(cell.rating, 0) < 0:
            found.add(item)
    return {
        each: tuple(cells.get((claim, each), NOT_RATED).against for claim in claims)
        for each in evidence
        if each in found
    }


def origins_of(contents: Contents, item_id: str) -> frozenset[Hashable]:
    """Where an item comes from in the end."""
    starts = Flow.to(contents, [item_id]).starts
    return frozenset(origin_of(contents, contents.items[start]) for start in starts)


def _links_by_item(contents: Contents, claim: str) -> dict[str, list[Link]]:
    found: dict[str, list[Link]] = {}
    for target in (claim, *(each.id for each in contents.elements_of(claim))):
        for link in contents.links_at(target):
            if link.end.id == target and says_something(link):
                found.setdefault(link.start.id, []).append(link)
    return found


def _ratings_by_item(contents: Contents, claim: str) -> dict[str, list[Assessment]]:
    given: dict[str, list[Assessment]] = {}
    for each in contents.assessments_for(claim):
        if each.type == "ach":
            given.setdefault(each.subject, []).append(each)
    return given
