"""Straightening: where along its layer each node stands, so that joins run as straight as may be.

Every node wants to stand where what it is joined with stands on average. Layer by layer, back and
forth, the nodes come as near to that as their order and distances allow: the squares of what is missing
are least (isotonic regression, by pooling adjacent violators). No layer reaches far beyond the fullest.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from casedb.model.layout.crossings import Layers
from casedb.model.layout.plan import GAP

_LANE = 12.0
"""What is kept free between two bends, and between a bend and a box: room for a string."""
_ROUNDS = 6
_STIFF = 6.0
"""How much more it counts that a way is straight between two bends than where it meets a box."""
_LOOSE = 0.01
"""How much it counts for a node that nothing holds to stay where it is."""


def straight_places(layers: Layers, halves: Sequence[float]) -> list[float]:
    """The middle of each node along its layer. `halves` is how far boxes reach to either side; bends
    are as thin as a string."""
    reach = [*halves, *([0.0] * (len(layers.ahead) - layers.count))]
    offsets = [_offsets(layer, reach, layers.count) for layer in layers.order]
    places = [0.0] * len(reach)
    for layer, along in zip(layers.order, offsets, strict=True):
        for node, offset in zip(layer, along, strict=True):
            places[node] = offset - along[-1] / 2
    numbers = range(len(layers.order))
    for _ in range(_ROUNDS):
        for n in numbers:
            _settle(layers, layers.order[n], offsets[n], places, [layers.behind])
        for n in reversed(numbers):
            _settle(layers, layers.order[n], offsets[n], places, [layers.ahead])
    for n in (*numbers, *reversed(numbers)):
        _settle(layers, layers.order[n], offsets[n], places, [layers.behind, layers.ahead])
    return places


def _offsets(layer: Sequence[int], reach: Sequence[float], count: int) -> list[float]:
    """How far each node of a layer stands behind the first one at the least."""
    steps = (
        reach[one] + reach[other] + (GAP if one < count and other < count else _LANE)
        for one, other in pairwise(layer)
    )
    return list(accumulate(steps, initial=0.0))


def _settle(
    layers: Layers,
    layer: Sequence[int],
    offsets: Sequence[float],
    places: list[float],
    sides: Sequence[Sequence[Sequence[int]]],
) -> None:
    """Move the nodes of a layer as near as may be to what they are joined with on some sides."""
    count = layers.count
    # Stretches of nodes that touch: how many, their weight, and where their first one wants to stand.
    pools: list[tuple[int, float, float]] = []
    for node, offset in zip(layer, offsets, strict=True):
        weight, pull = _LOOSE, _LOOSE * places[node]
        for side in sides:
            for each in side[node]:
                stiff = _STIFF if node >= count and each >= count else 1.0
                weight += stiff
                pull += stiff * places[each]
        size, where = 1, pull / weight - offset
        while pools and pools[-1][2] >= where:
            before, heavy, there = pools.pop()
            where = (where * weight + there * heavy) / (weight + heavy)
            weight += heavy
            size += before
        pools.append((size, weight, where))
    n = 0
    for size, _, where in pools:
        for node in layer[n : n + size]:
            places[node] = where + offsets[n]
            n += 1
