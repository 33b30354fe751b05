"""Crossings: in which order the nodes of layers stand, so that few joins cross.

A join that passes a layer keeps a place free in it, a *bend*. Joins that lead to the same node share
their bends, as their strings run together in the end.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from casedb.model.layout.ranks import Join

_LEAST_ROUNDS, _MOST_ROUNDS = 4, 24
_PATIENCE = 4
"""After so many rounds that were no better, no more are made."""
_WORK = 500_000
"""About so many joins are looked at, however many there are."""
MOST_BENDS = 20_000
"""The longest joins get no bends where that would be more: they are left out of account."""
_FINE = 3_000
"""With no more joins than this, neighbours are also exchanged one by one."""


@dataclass(slots=True)
class Layers:
    """Nodes by layer, each in order, and what each is joined with in the layers beside its own.

    Nodes from `count` on are bends.
    """

    count: int
    order: list[list[int]]
    behind: list[list[int]]
    ahead: list[list[int]]
    at: list[int] = field(default_factory=list[int])

    def number(self) -> None:
        """Note where each node stands in its layer."""
        self.at = [0] * len(self.ahead)
        for layer in self.order:
            for n, node in enumerate(layer):
                self.at[node] = n

    def become(self, order: Iterable[Iterable[int]]) -> None:
        """Let the nodes stand in another order."""
        self.order = [list(layer) for layer in order]
        self.number()


def layers_of(ranks: Sequence[int], joins: Iterable[Join]) -> Layers:
    """The layers of nodes with these ranks, ordered so that few joins cross.

    Joins between nodes of one layer do not count.
    """
    layers = _with_bends(ranks, joins)
    _stand_as_found(layers)
    total = sum(map(len, layers.ahead))
    rounds = max(_LEAST_ROUNDS, min(_MOST_ROUNDS, _WORK // (total + 1)))
    best, least = [list(layer) for layer in layers.order], crossings(layers)
    waited = 0
    for turn in range(rounds):
        if not least or waited == _PATIENCE:
            break
        _sweep(layers, is_forward=turn % 2 == 0)
        found = crossings(layers)
        waited += 1
        if found < least:
            best, least, waited = [list(layer) for layer in layers.order], found, 0
    layers.become(best)
    if least and total <= _FINE:
        _exchange_neighbours(layers)
    return layers


def _with_bends(ranks: Sequence[int], joins: Iterable[Join]) -> Layers:
    count = len(ranks)
    order: list[list[int]] = [[] for _ in range(max(ranks, default=-1) + 1)]
    ahead: list[list[int]] = [[] for _ in ranks]
    behind: list[list[int]] = [[] for _ in ranks]
    bends: dict[Join, int] = {}
    for node, rank in enumerate(ranks):
        order[rank].append(node)
    pairs = {(one, other) if ranks[one] < ranks[other] else (other, one) for one, other in joins}
    for start, end in sorted(pairs, key=lambda pair: (ranks[pair[1]] - ranks[pair[0]], pair)):
        if len(bends) > MOST_BENDS and ranks[end] - ranks[start] > 1:
            break
        here = start
        for rank in range(ranks[start] + 1, ranks[end] + 1):
            bend = end if rank == ranks[end] else bends.get((end, rank))
            is_new = bend is None
            if bend is None:
                bend = bends[end, rank] = len(ahead)
                ahead.append([])
                behind.append([])
                order[rank].append(bend)
            ahead[here].append(bend)
            behind[bend].append(here)
            here = bend
            if not is_new:
                # From here on the way is there.
                break
    return Layers(count, order, behind, ahead)


def _stand_as_found(layers: Layers) -> None:
    """Let nodes stand in the order in which they are found from the last layer: a tree crosses nowhere."""
    order: list[list[int]] = [[] for _ in layers.order]
    rank = [0] * len(layers.ahead)
    for n, layer in enumerate(layers.order):
        for node in layer:
            rank[node] = n
    seen = bytearray(len(layers.ahead))
    for layer in reversed(layers.order):
        for first in layer:
            way = [first]
            while way:
                node = way.pop()
                if seen[node]:
                    continue
                seen[node] = 1
                order[rank[node]].append(node)
                way += reversed(layers.ahead[node])
                way += reversed(layers.behind[node])
    layers.become(order)


def _sweep(layers: Layers, *, is_forward: bool) -> None:
    """Let the nodes of each layer follow the mean place of what they are joined with in the one before
    it on the way."""
    at = layers.at
    beside = layers.behind if is_forward else layers.ahead
    on_the_way = layers.order if is_forward else layers.order[::-1]
    wanted = [0.0] * len(at)
    for layer in on_the_way[1:]:
        for node in layer:
            near = beside[node]
            wanted[node] = sum([at[each] for each in near]) / len(near) if near else at[node]
        layer.sort(key=wanted.__getitem__)
        for n, node in enumerate(layer):
            at[node] = n


def crossings(layers: Layers) -> int:
    """How many pairs of joins cross between neighbouring layers."""
    at, ahead = layers.at, layers.ahead
    found = 0
    for layer in layers.order[:-1]:
        passed: list[int] = []
        for node in layer:
            ends = [at[end] for end in ahead[node]]
            for end in ends:
                found += len(passed) - bisect_right(passed, end)
            for end in ends:
                insort(passed, end)
    return found


def _exchange_neighbours(layers: Layers) -> None:
    """Exchange nodes that stand beside each other as long as that takes crossings away."""
    at = layers.at
    for _ in range(_MOST_ROUNDS):
        has_changed = False
        for layer in layers.order:
            for n in range(len(layer) - 1):
                one, other = layer[n], layer[n + 1]
                gain = sum(
                    _crossed(at, beside[one], beside[other])
                    - _crossed(at, beside[other], beside[one])
                    for beside in (layers.behind, layers.ahead)
                )
                if gain > 0:
                    layer[n], layer[n + 1] = other, one
                    at[one], at[other] = n + 1, n
                    has_changed = True
        if not has_changed:
            return


def _crossed(at: Sequence[int], first: Sequence[int], second: Sequence[int]) -> int:
    """How many joins cross between two nodes of which the first stands before the second."""
    ends = sorted([at[each] for each in second])
    return sum(bisect_right(ends, at[each] - 1) for each in first)
