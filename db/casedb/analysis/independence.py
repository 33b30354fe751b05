"""How many independent lines lead to a claim: mentions, roots, routes and choke points, by polarity.

As many lines are independent as there are routes from an origin to the claim of which no two share an
item or an origin. What is not known is not guessed: it makes the number a range.

- Items of one owner, of one joint text or of one named group are one origin.
- Items that show the same scene, or are linked as the same thing or the same object, let one line
  through together, however many they are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Hashable, Iterable, Iterator, Mapping
from typing import NamedTuple, TypeAlias

from casedb.analysis.flow import (
    Flow,
    is_certain,
    is_of_unknown_origin,
    origin_of,
    sameness,
    scene_of,
)
from casedb.analysis.routes import disjoint_routes
from casedb.analysis.unions import Unions
from casedb.model.contents import Contents
from casedb.model.mentions import mentions_of
from casedb.model.standing import Lines, Root, Standing

_NOBODY: frozenset[str] = frozenset()


def standing_of(contents: Contents, claim_id: str, aside: Container[str] = _NOBODY) -> Standing:
    """What speaks for and against a claim; items that are set `aside` say nothing and hand nothing on."""
    return Standing(lines_to(contents, claim_id, 1, aside), lines_to(contents, claim_id, -1, aside))


def lines_to(
    contents: Contents, claim_id: str, polarity: int, aside: Container[str] = _NOBODY
) -> Lines:
    """The lines of one polarity that lead to a claim: 1 for it, -1 against it."""
    mentions = [each for each in mentions_of(contents, claim_id, polarity) if each not in aside]
    if not mentions:
        return Lines()
    flow = Flow.to(contents, mentions, aside)
    most = _Network(contents, flow, takes_uncertain=False)
    found = most.solve(mentions)
    low = len(found.routes)
    if most.unknown or most.leaves_open:
        least = _Network(contents, flow, takes_uncertain=True)
        low = min(low, len(least.solve(mentions, known_only=True).routes))
    place, unknown = {each: n for n, each in enumerate(mentions)}, frozenset(most.unknown)
    return Lines(
        mentions=tuple(mentions),
        roots=most.roots(),
        low=low,
        high=len(found.routes),
        routes=tuple(
            sorted(found.routes, key=lambda route: (route[0] in unknown, place[route[-1]]))
        ),
        cut=found.cut,
        rings=flow.rings,
        unknown=tuple(most.unknown),
    )


_Node: TypeAlias = tuple[str, Hashable]


class _Network:
    """The items behind what is mentioned, their origins and what is the same, as one network.

    `leaves_open` says that a link calls two of them the same without being certain, and that this was
    not taken for true.
    """

    def __init__(self, contents: Contents, flow: Flow, *, takes_uncertain: bool) -> None:
        self._contents = contents
        self._flow = flow
        self._items = tuple(flow.behind)
        self.unknown = [each for each in self._items if is_of_unknown_origin(contents.items[each])]
        self.leaves_open = False
        self._alike = self._find_alike(takes_uncertain)
        self._ring_of = {each: ring for ring in flow.rings for each in ring}
        self._origins = self._find_origins()

    def _find_alike(self, takes_uncertain: bool) -> Mapping[str, str]:
        """For each item that is the same as another here, the one that stands for all of them."""
        sets = Unions()
        scenes: dict[str, str] = {}
        for item_id in self._items:
            scene = scene_of(self._contents.items[item_id])
            if scene:
                sets.join(item_id, scenes.setdefault(scene, item_id))
            for link in sameness(self._contents, item_id):
                other = link.end.id if link.start.id == item_id else link.start.id
                if other not in self._flow.behind or other == item_id:
                    continue
                if is_certain(link) or takes_uncertain:
                    sets.join(item_id, other)
                else:
                    self.leaves_open = True
        return {each: str(sets.first(each)) for each in self._items if sets.has_others(each)}

    def _find_origins(self) -> Mapping[str, Hashable]:
        """The origin of every start; those of one ring, and those that are the same, are one."""
        sets = Unions()
        # What is of unknown origin may stand for itself, whatever else it is derived from.
        own = {
            each: origin_of(self._contents, self._contents.items[each])
            for each in dict.fromkeys((*self._flow.starts, *self.unknown))
        }
        tied: dict[Hashable, Hashable] = {}
        for each, origin in own.items():
            for tie in (self._ring_of.get(each), self._alike.get(each)):
                if tie is not None:
                    sets.join(origin, tied.setdefault(tie, origin))
        return {each: sets.first(origin) for each, origin in own.items()}

    def roots(self) -> tuple[Root, ...]:
        """The distinct origins, each with the items that stand for it here."""
        held: defaultdict[Hashable, list[str]] = defaultdict(list)
        for each in self._flow.starts:
            held[self._origins[each]].append(each)
        return tuple(
            Root(
                tuple(items),
                is_ring=any(each in self._ring_of for each in items),
                is_known=not set(items) <= set(self.unknown),
            )
            for items in held.values()
        )

    def solve(self, mentions: Iterable[str], *, known_only: bool = False) -> _Solved:
        """As many routes from an origin to what is mentioned as share nothing."""
        doors = dict.fromkeys(self._alike.values())
        origins = dict.fromkeys(self._origins.values())
        nodes: list[_Node] = [
            *(("item", each) for each in self._items),
            *(("door", each) for each in doors),
            *(("origin", each) for each in origins),
        ]
        number = {node: n for n, node in enumerate(nodes)}
        ahead: list[set[int]] = [set() for _ in nodes]

        def way_in(item_id: str) -> int:
            door = self._alike.get(item_id)
            return number["item", item_id] if door is None else number["door", door]

        for item_id, door in self._alike.items():
            ahead[number["door", door]].add(number["item", item_id])
        for item_id, above in self._flow.behind.items():
            for each in above:
                if self._alike.get(each, each) != self._alike.get(item_id, item_id):
                    ahead[number["item", each]].add(way_in(item_id))
        for item_id, origin in self._origins.items():
            if not (known_only and item_id in self.unknown):
                ahead[number["origin", origin]].add(way_in(item_id))
        entries = [number["origin", each] for each in origins]
        found = disjoint_routes(ahead, entries, [number["item", each] for each in mentions])
        return _Solved(
            tuple(tuple(_items(nodes[each] for each in route)) for route in found.routes),
            tuple(tuple(self._at(nodes[each])) for each in sorted(found.cut)),
        )

    def _at(self, node: _Node) -> list[str]:
        """The items that a node stands for."""
        sort, held = node
        if sort == "item":
            return list(_items([node]))
        of = self._alike if sort == "door" else self._origins
        return [each for each in self._items if of.get(each) == held]


class _Solved(NamedTuple):
    """Lines that share nothing, each as its items, and a smallest cut, each place as its items."""

    routes: tuple[tuple[str, ...], ...]
    cut: tuple[tuple[str, ...], ...]


def _items(nodes: Iterable[_Node]) -> Iterator[str]:
    return (str(held) for sort, held in nodes if sort == "item")
