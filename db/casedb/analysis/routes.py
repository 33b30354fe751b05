"""Routes through a network that share no node: how many there can be, which, and where they are held up.

A node lets one route through. Routes begin at entries and end at exits; a node may be both. As many as
can be at once are found in phases of shortest ones (Dinic). By Menger's theorem they are as many as the
fewest nodes that cut all routes.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

_NONE = -1


@dataclass(frozen=True, slots=True)
class Routes:
    """As many routes as share no node, each as its nodes from entry to exit, and a smallest cut.

    `cut` are as many nodes as there are routes, without which there is none; of all such sets the one
    nearest to the exits.
    """

    routes: tuple[tuple[int, ...], ...]
    cut: frozenset[int]


def disjoint_routes(
    ahead: Sequence[Collection[int]], entries: Collection[int], exits: Collection[int]
) -> Routes:
    """As many routes from `entries` to `exits` as share no node.

    `ahead[n]` are the nodes that one comes to from node `n`, counted from 0.
    """
    network = _Network(ahead, entries, exits)
    while network.measure():
        network.fill()
    return Routes(network.routes(), network.cut())


class _Network:
    """Every node is walked in two halves: 2n is where one comes in, 2n + 1 where one goes out."""

    def __init__(
        self, ahead: Sequence[Collection[int]], entries: Collection[int], exits: Collection[int]
    ) -> None:
        size = len(ahead)
        self._ahead = ahead
        self._entries = tuple(dict.fromkeys(entries))
        self._is_exit = bytearray(size)
        for node in exits:
            self._is_exit[node] = 1
        # Whence the route through a node comes and whither it goes on: the node itself where it begins
        # or ends there.
        self._before = [_NONE] * size
        self._after = [_NONE] * size
        self._level: list[int] = []

    def measure(self) -> bool:
        """Measure how far each half is from the entries; whether one can still come out anywhere."""
        level = self._level = [_NONE] * (2 * len(self._ahead))
        ring = [2 * each for each in self._entries if self._before[each] != each]
        for half in ring:
            level[half] = 0
        step, is_open = 0, False
        while ring and not is_open:
            step += 1
            reached: list[int] = []
            for half in ring:
                for other in self._next_to(half):
                    if other == _NONE:
                        is_open = True
                    elif level[other] == _NONE:
                        level[other] = step
                        reached.append(other)
            ring = reached
        return is_open

    def _next_to(self, half: int) -> list[int]:
        """The halves one may go on to, also by taking back a step of a route; _NONE is out of it all."""
        node = half >> 1
        before = self._before[node]
        if not half & 1:
            if before == _NONE:
                return [half + 1]
            return [2 * before + 1] if before != node else []
        after = self._after[node]
        found = [2 * each for each in self._ahead[node] if each not in (after, node)]
        if before != _NONE:
            found.append(half - 1)
        if self._is_exit[node]:
            found.append(_NONE)
        return found

    def fill(self) -> None:
        """Add shortest routes until there is no further one of this length."""
        level = self._level
        left: dict[int, list[int]] = {}
        for entry in self._entries:
            if self._before[entry] == entry:
                continue
            walk = [2 * entry]
            while walk:
                half = walk[-1]
                ways = left.get(half)
                if ways is None:
                    ways = left[half] = self._next_to(half)
                if not ways:
                    walk.pop()
                    continue
                other = ways.pop()
                if other == _NONE:
                    self._lay(walk)
                    # Each half lets one through.
                    left.update((each, []) for each in walk)
                    break
                if level[other] == level[half] + 1 and left.get(other) != []:
                    walk.append(other)

    def _lay(self, walk: Sequence[int]) -> None:
        """Add a route along a walk, which may take back steps of others."""
        steps = list(pairwise(walk))
        crossing = [(a, b) for a, b in steps if a >> 1 != b >> 1]
        for a, b in crossing:
            if not a & 1:
                self._before[a >> 1] = self._after[b >> 1] = _NONE
        for a, b in crossing:
            if a & 1:
                self._after[a >> 1], self._before[b >> 1] = b >> 1, a >> 1
        first, last = walk[0] >> 1, walk[-1] >> 1
        self._before[first] = first
        self._after[last] = last

    def routes(self) -> tuple[tuple[int, ...], ...]:
        """The routes that were found."""
        found: list[tuple[int, ...]] = []
        for entry in self._entries:
            if self._before[entry] != entry:
                continue
            route = [entry]
            while (after := self._after[route[-1]]) != route[-1]:
                route.append(after)
            found.append(tuple(route))
        return tuple(found)

    def cut(self) -> frozenset[int]:
        """The nodes whose way out is still open and whose way in is not."""
        behind: list[list[int]] = [[] for _ in range(2 * len(self._ahead))]
        is_open = bytearray(2 * len(self._ahead))
        ring: list[int] = []
        for half in range(len(behind)):
            for other in self._next_to(half):
                if other != _NONE:
                    behind[other].append(half)
                elif not is_open[half]:
                    is_open[half] = 1
                    ring.append(half)
        while ring:
            for half in behind[ring.pop()]:
                if not is_open[half]:
                    is_open[half] = 1
                    ring.append(half)
        return frozenset(
            node
            for node in range(len(self._ahead))
            if is_open[2 * node + 1] and not is_open[2 * node]
        )
