"""`Traces`: where the independent lines to a claim run: which items and links belong to which of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from casedb.analysis.flow import Flow, sameness, scene_of
from casedb.analysis.origins import chokes_of
from casedb.model.contents import Contents
from casedb.model.link_types import link_type
from casedb.model.records import Link
from casedb.model.standing import Lines


@dataclass(frozen=True, slots=True)
class Trace:
    """One line: `items` from its origin to the mention, `links` along it up to the claim.

    `beside` are items on its way that are the same as one of its items, and hand it on to that.
    """

    number: int
    items: tuple[str, ...]
    links: tuple[str, ...]
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Traces:
    """The lines for or against one claim, numbered from 1.

    `choke_points` are the items of the smallest cut that stand behind more than one mention, `unknown`
    those of unknown or contested origin, `rings` those that rest on one another, and `circular` the
    links by which they do.
    """

    claim: str
    polarity: int
    lines: tuple[Trace, ...] = ()
    choke_points: frozenset[str] = frozenset()
    unknown: frozenset[str] = frozenset()
    rings: frozenset[str] = frozenset()
    circular: frozenset[str] = frozenset()
    numbers: Mapping[str, int] = field(init=False)
    """The number of its line, by the id of every item and link that is on one."""

    def __post_init__(self) -> None:
        held: dict[str, int] = {}
        for line in self.lines:
            for each in (*line.items, *line.beside, *line.links):
                held.setdefault(each, line.number)
        object.__setattr__(self, "numbers", held)

    @property
    def items(self) -> frozenset[str]:
        """All items that are drawn: the claim, what is on a line, and what has a mark of its own."""
        on_lines = (each for line in self.lines for each in (*line.items, *line.beside))
        return frozenset(on_lines) | {self.claim} | self.choke_points | self.unknown | self.rings

    @property
    def links(self) -> frozenset[str]:
        """All links that are drawn."""
        return frozenset(each for line in self.lines for each in line.links) | self.circular


def traces_of(contents: Contents, claim_id: str, polarity: int, lines: Lines) -> Traces:
    """Trace the lines of one polarity to a claim, which rests on `lines` there, numbered in their order."""
    flow = Flow.to(contents, lines.mentions)
    targets = claim_id, *(each.id for each in contents.elements_of(claim_id))
    speaking: defaultdict[str, list[str]] = defaultdict(list)
    for target in targets:
        for link in contents.links_at(target):
            if link.end.id == target and link_type(link.type).polarity == polarity:
                speaking[link.start.id].append(link.id)
    ringed = {each: ring for ring in lines.rings for each in ring}
    return Traces(
        claim_id,
        polarity,
        tuple(
            _trace(contents, flow, number, route, speaking[route[-1]])
            for number, route in enumerate(lines.routes, 1)
        ),
        frozenset(item for choke in chokes_of(contents, lines) for item in choke.items),
        frozenset(lines.unknown),
        frozenset(ringed),
        frozenset(
            link.id
            for each, ring in ringed.items()
            for link in _derivations(contents, each)
            if link.end.id in ring
        ),
    )


def _trace(
    contents: Contents, flow: Flow, number: int, route: tuple[str, ...], speaking: Sequence[str]
) -> Trace:
    links: list[str] = []
    beside: list[str] = []
    for before, after in pairwise(route):
        direct = [each.id for each in _derivations(contents, after) if each.end.id == before]
        if not direct:
            twin, direct = _by_a_twin(contents, flow, before, after)
            beside += twin
        links += direct
    return Trace(number, route, (*links, *speaking), tuple(beside))


def _by_a_twin(
    contents: Contents, flow: Flow, before: str, after: str
) -> tuple[list[str], list[str]]:
    """What is derived from one item and the same as the next one, and the links on the way to that."""
    for link in contents.links_at(before):
        twin = link.start.id
        if link.type != "derived_from" or twin in (before, after) or twin not in flow.behind:
            continue
        same = [
            each.id for each in sameness(contents, twin) if after in (each.start.id, each.end.id)
        ]
        scene = scene_of(contents.items[twin])
        if same or (scene and scene == scene_of(contents.items[after])):
            from_twin = (each.id for each in _derivations(contents, after) if each.end.id == twin)
            return [twin], [link.id, *same, *from_twin]
    return [], []


def _derivations(contents: Contents, item_id: str) -> Iterator[Link]:
    """The links by which an item is derived from others."""
    for link in contents.links_at(item_id):
        if link.type == "derived_from" and link.start.id == item_id != link.end.id:
            yield link
