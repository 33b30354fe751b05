"""Layered plans: boxes stand left of those that they lead to, and few strings cross.

After Sugiyama, Tagawa and Toda (1981): joins that close a cycle are taken the other way round (`ranks`),
nodes are given layers of limited height, ordered so that few joins cross (`crossings`), and moved so
that joins run straight (`straight`).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from casedb.model.geometry import Point
from casedb.model.layout.crossings import layers_of
from casedb.model.layout.plan import GAP, WIDE_GAP, Plan, Size
from casedb.model.layout.ranks import Join, ranks_of, without_cycles
from casedb.model.layout.straight import straight_places

LEAST_HIGH = 24
"""A layer may have so many boxes, however few there are in all."""


def layered(sizes: Sequence[Size], joins: Iterable[Join], loose: Iterable[Join] = ()) -> Plan:
    """Boxes in columns, so that every join leads from a box to one further right.

    `loose` joins have no direction: they only draw boxes near each other, but for a box that has no
    others. A column has at most as many boxes as make a large plan about as wide as high.
    """
    count = len(sizes)
    joins, loose = list(joins), list(loose)
    tied = {node for join in joins for node in join}
    firm = joins + [join for join in loose if not tied.issuperset(join)]
    most = max(LEAST_HIGH, math.isqrt(3 * count))
    ranks = ranks_of(count, without_cycles(count, firm), most)
    layers = layers_of(ranks, [*firm, *loose])
    middles = straight_places(layers, [size.h / 2 for size in sizes])
    tops = [middle - size.h / 2 for middle, size in zip(middles, sizes, strict=False)]
    highest = min(tops, default=0.0)
    places = [Point(0, 0)] * count
    columns = [tuple(node for node in layer if node < count) for layer in layers.order]
    left = 0.0
    for column in columns:
        least = 0.0
        for node in column:
            # In whole units, as hands would put them.
            top = max(least, float(round(tops[node] - highest)))
            places[node] = Point(left, top)
            least = math.ceil(top + sizes[node].h + GAP)
        left += math.ceil(max(sizes[node].w for node in column)) + WIDE_GAP
    return Plan(tuple(sizes), tuple(places), tuple(columns))
