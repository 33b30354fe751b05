"""Ranks: which layer a node of a graph stands in, so that every join leads to a later layer.

Nodes are numbers from 0, joins are pairs of them. Layers are counted from the first one, 0.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush
from typing import TypeAlias

Join: TypeAlias = tuple[int, int]


def connected(count: int, joins: Iterable[Join]) -> list[list[int]]:
    """The nodes that hang together, in ascending order, by the lowest of each."""
    parents = list(range(count))

    def root(node: int) -> int:
        while parents[node] != node:
            parents[node] = parents[parents[node]]
            node = parents[node]
        return node

    for start, end in joins:
        one, other = root(start), root(end)
        parents[max(one, other)] = min(one, other)
    groups: dict[int, list[int]] = {}
    for node in range(count):
        groups.setdefault(root(node), []).append(node)
    return list(groups.values())


def without_cycles(count: int, joins: Iterable[Join]) -> list[Join]:
    """The joins with those turned round that close a cycle, each pair once and none to itself.

    Nodes are put in a row from both ends (Eades, Lin and Smyth 1993): what nothing follows goes to the
    end, what follows nothing to the beginning, else what leads to most and follows least.
    """
    ahead = _ahead(count, joins)
    behind = _turned(ahead)
    place = _row(ahead, behind)
    kept = {
        (start, end) if place[start] < place[end] else (end, start): None
        for start, ends in enumerate(ahead)
        for end in ends
    }
    return list(kept)


def _row(ahead: list[list[int]], behind: list[list[int]]) -> list[int]:
    """The place of each node in a row in which few joins lead backwards; none where there are no
    cycles."""
    count = len(ahead)
    outward, inward = [len(ends) for ends in ahead], [len(starts) for starts in behind]
    place: list[int | None] = [None] * count
    first, last = 0, count - 1
    sinks = [node for node in range(count) if not outward[node]]
    sources = [node for node in range(count) if outward[node] and not inward[node]]
    heap = [(inward[node] - outward[node], node) for node in range(count)]
    heapify(heap)

    def take(node: int, where: int) -> None:
        place[node] = where
        for each in ahead[node]:
            inward[each] -= 1
            if place[each] is None:
                heappush(heap, (inward[each] - outward[each], each))
                if not inward[each]:
                    sources.append(each)
        for each in behind[node]:
            outward[each] -= 1
            if place[each] is None:
                heappush(heap, (inward[each] - outward[each], each))
                if not outward[each]:
                    sinks.append(each)

    while first <= last:
        if sinks:
            node = sinks.pop()
            if place[node] is None:
                take(node, last)
                last -= 1
        elif sources:
            node = sources.pop()
            if place[node] is None:
                take(node, first)
                first += 1
        else:
            # Whatever was noted before a node changed is passed over: it was noted again since.
            lead, node = heappop(heap)
            if place[node] is None and lead == inward[node] - outward[node]:
                take(node, first)
                first += 1
    return [0 if each is None else each for each in place]


def _ahead(count: int, joins: Iterable[Join]) -> list[list[int]]:
    """The nodes to which each node leads, in ascending order."""
    ahead: list[set[int]] = [set() for _ in range(count)]
    for start, end in joins:
        if start != end:
            ahead[start].add(end)
    return [sorted(ends) for ends in ahead]


def _turned(ahead: list[list[int]]) -> list[list[int]]:
    """The nodes that lead to each node, in ascending order."""
    behind: list[list[int]] = [[] for _ in ahead]
    for start, ends in enumerate(ahead):
        for end in ends:
            behind[end].append(start)
    return behind


def ranks_of(count: int, joins: Sequence[Join], most: int) -> list[int]:
    """The layer of each node, with at most so many nodes in a layer, for joins without cycles.

    What nothing follows stands in the last layer, all else as near before what it leads to as there is
    room. A node to which more leads than from it stands near what leads to it instead.
    """
    ahead = _ahead(count, joins)
    behind = _turned(ahead)
    levels = _levels_from_end(ahead, behind, most)
    last = max(levels, default=0)
    ranks = [last - level for level in levels]
    load = [0] * (last + 1)
    for rank in ranks:
        load[rank] += 1
    for node in sorted(range(count), key=lambda node: (ranks[node], node)):
        if len(behind[node]) > len(ahead[node]):
            least = max(ranks[each] for each in behind[node]) + 1
            free = (rank for rank in range(least, ranks[node]) if load[rank] < most)
            load[ranks[node]] -= 1
            ranks[node] = next(free, ranks[node])
            load[ranks[node]] += 1
    used = {rank: n for n, rank in enumerate(sorted(set(ranks)))}
    return [used[rank] for rank in ranks]


def _levels_from_end(ahead: list[list[int]], behind: list[list[int]], most: int) -> list[int]:
    """The layer of each node, counted from the last one: as early as what it leads to allows.

    Where a layer is full, those go first that most of the graph waits for (Hu 1961), and then those
    that lead to the same nodes together.
    """
    depths = _depths(ahead, behind)
    waiting = [len(ends) for ends in ahead]
    levels = [0] * len(ahead)
    ready = [(-depths[node], 0, node) for node, number in enumerate(waiting) if not number]
    heapify(ready)
    level = placed = 0
    while ready:
        taken = [heappop(ready)[2] for _ in range(min(most, len(ready)))]
        for node in taken:
            levels[node] = level
            placed += 1
            for each in behind[node]:
                waiting[each] -= 1
                if not waiting[each]:
                    heappush(ready, (-depths[each], placed, each))
            # What is pushed in this round is taken in the next one, as `taken` is known already.
        level += 1
    return levels


def _depths(ahead: list[list[int]], behind: list[list[int]]) -> list[int]:
    """How many nodes follow each other at the most before each one."""
    waiting = [len(starts) for starts in behind]
    depths = [0] * len(ahead)
    ready = [node for node, number in enumerate(waiting) if not number]
    for node in ready:
        for end in ahead[node]:
            depths[end] = max(depths[end], depths[node] + 1)
            waiting[end] -= 1
            if not waiting[end]:
                ready.append(end)
    return depths
