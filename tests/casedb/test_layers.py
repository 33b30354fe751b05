"""Layers of a graph: every join leads on, few cross, and boxes stand near what they are joined with."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from casedb.model.layout.crossings import Layers, crossings, layers_of
from casedb.model.layout.layered import LEAST_HIGH, layered
from casedb.model.layout.plan import GAP, WIDE_GAP, Size
from casedb.model.layout.ranks import Join, connected, ranks_of, without_cycles
from casedb.model.layout.straight import straight_places

COUNT = 12
nodes = st.integers(0, COUNT - 1)
graphs = st.lists(st.tuples(nodes, nodes), max_size=24)


@given(graphs)
def test_what_hangs_together_is_found_by_walking(joins: list[Join]) -> None:
    groups = connected(COUNT, joins)
    assert sorted(node for group in groups for node in group) == list(range(COUNT))
    home = {node: n for n, group in enumerate(groups) for node in group}
    assert all(home[one] == home[other] for one, other in joins)
    for group in groups:
        found, waiting = set[int](), [group[0]]
        while waiting:
            node = waiting.pop()
            if node not in found:
                found.add(node)
                waiting += [b if a == node else a for a, b in joins if node in (a, b)]
        assert found == set(group)


@given(graphs)
def test_only_what_closes_a_circle_is_turned(joins: list[Join]) -> None:
    kept = without_cycles(COUNT, joins)
    given_ = {(a, b) for a, b in joins if a != b}
    assert {frozenset(join) for join in kept} == {frozenset(join) for join in given_}
    ranks = ranks_of(COUNT, kept, COUNT)
    assert all(ranks[start] < ranks[end] for start, end in kept)
    forward = [(min(join), max(join)) for join in given_]
    assert set(without_cycles(COUNT, forward)) == set(forward)


def test_few_joins_are_turned() -> None:
    ring = [(n, (n + 1) % COUNT) for n in range(COUNT)]
    assert len(set(ring) - set(without_cycles(COUNT, ring))) == 1


@given(graphs, st.integers(1, 5))
def test_joins_lead_to_later_layers_that_are_not_too_full(joins: list[Join], most: int) -> None:
    kept = without_cycles(COUNT, joins)
    ranks = ranks_of(COUNT, kept, most)
    assert all(ranks[start] < ranks[end] for start, end in kept)
    assert max(map(ranks.count, ranks)) <= most
    assert set(ranks) == set(range(max(ranks) + 1))


def test_what_nothing_follows_stands_last_unless_it_is_led_to_from_afar() -> None:
    chain = [(0, 1), (1, 2), (2, 3)]
    assert ranks_of(5, [*chain, (0, 4)], 9) == [0, 1, 2, 3, 1]
    assert ranks_of(5, [*chain, (4, 3)], 9) == [0, 1, 2, 3, 2]


def crossed(layers: Layers) -> int:
    """Crossings, counted pair by pair."""
    found = 0
    for layer in layers.order[:-1]:
        joins = [(layers.at[a], layers.at[b]) for a in layer for b in layers.ahead[a]]
        found += sum((a - c) * (b - d) < 0 for (a, b), (c, d) in combinations(joins, 2))
    return found


@given(graphs)
def test_crossings_are_counted_and_ways_are_whole(joins: list[Join]) -> None:
    kept = without_cycles(COUNT, joins)
    ranks = ranks_of(COUNT, kept, COUNT)
    layers = layers_of(ranks, kept)
    assert crossings(layers) == crossed(layers)
    assert sorted(node for layer in layers.order for node in layer) == list(range(len(layers.at)))
    rank = {node: n for n, layer in enumerate(layers.order) for node in layer}
    for node, ends in enumerate(layers.ahead):
        assert all(rank[end] == rank[node] + 1 for end in ends)
        assert all(node in layers.behind[end] for end in ends)
    for start, end in kept:
        way = start
        while way != end:
            # Bends lead to one node only.
            ends = [each for each in layers.ahead[way] if each == end or each >= COUNT]
            way = next(each for each in ends if leads_to(layers, each, end))


def leads_to(layers: Layers, node: int, end: int) -> bool:
    """Whether the way through a bend ends at a node."""
    while node != end and node >= layers.count:
        (node,) = layers.ahead[node]
    return node == end


def test_a_tree_does_not_cross() -> None:
    joins = [(n, 20 + n % 4) for n in range(20)] + [(20 + n, 24) for n in range(4)]
    assert crossings(layers_of(ranks_of(25, joins, 99), joins)) == 0


def test_neighbours_are_exchanged_where_sweeping_does_not_help() -> None:
    joins = [(0, 7), (0, 10), (1, 2), (1, 9), (1, 10), (3, 4), (4, 5), (5, 6), (5, 7), (8, 10)]
    assert crossings(layers_of(ranks_of(11, joins, 24), joins)) == 0


@given(graphs, st.lists(st.integers(20, 150), min_size=COUNT, max_size=COUNT))
def test_nodes_of_a_layer_keep_their_order_and_distance(
    joins: list[Join], halves: list[int]
) -> None:
    kept = without_cycles(COUNT, joins)
    layers = layers_of(ranks_of(COUNT, kept, COUNT), kept)
    places = straight_places(layers, halves)
    for layer in layers.order:
        for one, other in pairwise(layer):
            reach = sum(halves[node] if node < COUNT else 0 for node in (one, other))
            gap = GAP if max(one, other) < COUNT else 12
            assert places[other] - places[one] >= reach + gap - 1e-6


def test_a_way_past_a_layer_is_straight() -> None:
    joins = [(0, 1), (1, 2), (2, 3), (0, 3)]
    layers = layers_of(ranks_of(4, joins, 9), joins)
    places = straight_places(layers, [50] * 4)
    bends = [place for node, place in enumerate(places) if node >= 4]
    assert len(bends) == 2
    assert abs(bends[0] - bends[1]) < 1


sizes = st.lists(
    st.builds(Size, st.floats(40, 600), st.floats(40, 600)), min_size=COUNT, max_size=COUNT
)


@given(sizes, graphs, graphs)
def test_a_layered_plan_has_columns_that_keep_apart(
    there: list[Size], joins: list[Join], loose: list[Join]
) -> None:
    plan = layered(there, joins, loose)
    rects = plan.rects()
    assert (plan.block.x, plan.block.y) == (0, 0)
    assert sorted(n for column in plan.columns for n in column) == list(range(COUNT))
    for column in plan.columns:
        assert all(rects[b].y - rects[a].bottom >= GAP - 1e-9 for a, b in pairwise(column))
        assert len({rects[n].x for n in column}) == 1
    for one, other in pairwise(plan.columns):
        assert min(rects[n].x for n in other) >= max(rects[n].right for n in one) + WIDE_GAP
    assert layered(there, joins[::-1], loose) == plan


def test_loose_joins_draw_near_without_a_direction() -> None:
    pair = [Size(100, 100)] * 4
    firm = layered(pair, [(0, 1), (2, 3)], [(3, 1)])
    assert firm.columns == ((0, 2), (1, 3))
    # What has no other joins is laid out by them.
    alone = layered(pair, [(0, 1), (1, 2)], [(3, 2)])
    assert next(n for n, column in enumerate(alone.columns) if 3 in column) == 1


def test_a_layer_is_as_high_as_it_is_wide_where_there_is_much() -> None:
    count = 400
    plan = layered([Size(260, 120)] * count, [(n, 0) for n in range(1, count)])
    assert max(map(len, plan.columns)) == 34 > LEAST_HIGH
    assert plan.columns[-1] == (0,)
