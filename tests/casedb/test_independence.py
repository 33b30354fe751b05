"""Independent lines: the worked examples of the method, and a second reader for what was not thought of."""

from __future__ import annotations

import dataclasses
import itertools
from typing import cast

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casedb.analysis.flow import derived_from
from casedb.analysis.independence import lines_to
from casedb.model.contents import Contents
from casedb.model.records import Element, Item, Link, Ref, Source
from casedb.model.standing import Lines
from casedb.model.values import Values
from flow_cases import case_of, flow, item, lines, supports


def counts(found: Lines) -> tuple[int, int, int, int]:
    """M, R, and I from low to high."""
    return len(found.mentions), len(found.roots), found.low, found.high


def test_two_papers_of_one_wire_and_two_analysts_of_one_scene() -> None:
    found = lines(
        supports("paper1", "paper2", "analyst1", "analyst2"),
        flow("paper1<wire", "paper2<wire", "wire<ministry", "analyst1<scene", "analyst2<scene"),
        flow("analyst2<debris"),
        names="paper1 paper2 wire ministry analyst1 analyst2 scene debris",
    )
    assert counts(found) == (4, 3, 3, 3)
    assert not found.is_circular and len(found.choke_points) == 3
    assert {"wire", "analyst2"} < set(found.choke_points)


def test_two_roots_through_one_analyst_are_one_line() -> None:
    found = lines(supports("analyst"), flow("analyst<a", "analyst<b"), names="analyst a b")
    assert counts(found) == (1, 2, 1, 1)
    assert found.choke_points == ("analyst",)


def test_two_that_cite_each_other_are_one_origin_in_a_ring() -> None:
    found = lines(supports("a", "b"), flow("a<b", "b<a"), names="a b")
    assert counts(found) == (2, 1, 1, 1)
    assert found.is_circular and found.rings == (("a", "b"),)
    assert [each.is_ring for each in found.roots] == [True]


def test_two_ministries_of_one_owner_are_one_origin() -> None:
    found = lines(
        Source("state"),
        Source("one", Values({"owner": "state"})),
        Source("other", Values({"owner": "state"})),
        item("a", source="one"),
        item("b", source="other"),
        supports("a", "b"),
    )
    assert counts(found) == (2, 1, 1, 1)
    assert set(found.choke_points) == {"a", "b"}


def test_a_joint_statement_is_one_origin_however_many_sign_it() -> None:
    sources = [Source(f"s{n}") for n in range(50)]
    values = {"issuers": [each.id for each in sources], "joint": True, "verbatim": "We condemn."}
    one = Item("a", "official_statement", Values({**values}))
    again = Item("b", "official_statement", Values({"joint": True, "verbatim": "we  condemn."}))
    assert counts(lines(sources, one, supports("a"))) == (1, 1, 1, 1)
    assert counts(lines(sources, one, again, supports("a", "b"))) == (2, 1, 1, 1)


@pytest.mark.parametrize("known", ["unknown", "contested"])
def test_what_is_of_unknown_origin_makes_a_range(known: str) -> None:
    found = lines(
        item("a"),
        item("b", origin_known=known),
        item("c", origin_known="known"),
        supports("a", "b", "c"),
    )
    assert counts(found) == (3, 3, 2, 3)
    assert found.unknown == ("b",)
    assert [each.is_known for each in found.roots] == [
        "b" not in each.items for each in found.roots
    ]


def test_what_shows_the_same_object_lets_one_line_through() -> None:
    certain = lines(supports("a", "b"), flow("a<footage", "a=b"), names="a b footage")
    assert counts(certain) == (2, 2, 1, 1)
    open_ = lines(supports("a", "b"), flow("a<footage", "a~b"), names="a b footage")
    assert counts(open_) == (2, 2, 1, 2)
    elsewhere = lines(supports("a", "b"), flow("x=y"), names="a b x y")
    assert counts(elsewhere) == (2, 2, 2, 2)


def test_pictures_of_one_scene_are_one_origin_in_whatever_spelling() -> None:
    scenes = [
        Item(each, "satellite_image", Values({"scene_id": scene}))
        for each, scene in (("a", "S2A_1 "), ("b", "s2a_1"), ("c", "S2A_2"), ("d", ""), ("e", ""))
    ]
    found = lines(scenes, supports("a", "b", "c", "d", "e"))
    assert counts(found) == (5, 4, 4, 4)


def test_a_named_group_goes_before_the_owner() -> None:
    source = Source("s")
    found = lines(
        source,
        item("a", source="s", origin_group="Field team"),
        item("b", source="s", origin_group=" field TEAM "),
        item("c", source="s"),
        item("d", source="s"),
        item("e", origin_group="Other"),
        supports("a", "b", "c", "d", "e"),
    )
    assert counts(found) == (5, 3, 3, 3)
    assert {frozenset(each.items) for each in found.roots} == {
        frozenset("ab"),
        frozenset("cd"),
        frozenset("e"),
    }


def test_what_speaks_to_an_element_speaks_to_its_claim_once() -> None:
    element = Element("E", "C", 0)
    also = Link("x", "supports", Ref.item("a"), Ref.element("E"))
    more = Link("y", "supports", Ref.item("b"), Ref.element("E"))
    context = Link("z", "bears_on", Ref.item("c"), Ref.element("E"))
    found = lines(element, also, more, context, supports("a"), names="a b c")
    assert counts(found) == (2, 2, 2, 2)


def test_each_polarity_is_counted_for_itself() -> None:
    records = (supports("a"), supports("b", "c", sort="disputes"), flow("b<a", "c<b"))
    assert counts(lines(*records, names="a b c")) == (1, 1, 1, 1)
    assert counts(lines(*records, names="a b c", polarity=-1)) == (2, 1, 1, 1)


def test_a_ring_with_something_behind_it_is_flagged_and_no_origin() -> None:
    found = lines(supports("a", "b"), flow("a<b", "b<a", "a<root"), names="a b root")
    assert counts(found) == (2, 1, 1, 1)
    assert found.is_circular and [each.items for each in found.roots] == [("root",)]


def test_what_is_set_aside_says_nothing_and_hands_nothing_on() -> None:
    contents = case_of(supports("a", "b"), flow("a<wire", "b<wire", "b<own"), names="a b wire own")
    assert counts(lines_to(contents, "C", 1)) == (2, 2, 2, 2)
    assert counts(lines_to(contents, "C", 1, {"wire"})) == (2, 1, 1, 1)
    assert counts(lines_to(contents, "C", 1, {"a"})) == (1, 2, 1, 1)
    assert counts(lines_to(contents, "C", 1, {"wire", "own"})) == (2, 0, 0, 0)


def report(*pairs: str, derivation: str = "summarises") -> list[Link]:
    values = Values({"derivation": derivation})
    return [dataclasses.replace(each, values=values) for each in flow(*pairs)]


def test_a_report_of_what_speaks_to_the_claim_carries_nothing_of_the_rest() -> None:
    names = "paper first second resolution"
    told = report("paper<first", "paper<second", "paper<resolution")
    found = lines(supports("first", "second", "paper"), told, names=names)
    assert counts(found) == (3, 2, 2, 2)
    relies = report("paper<first", "paper<second", "paper<resolution", derivation="relies_on")
    assert counts(lines(supports("first", "second", "paper"), relies, names=names)) == (3, 3, 3, 3)


def test_a_report_of_what_says_nothing_of_the_claim_itself_carries_all_of_it() -> None:
    found = lines(supports("paper"), report("paper<wire", "wire<office"), names="paper wire office")
    assert found.routes == (("office", "wire", "paper"),)


def test_what_a_report_says_for_a_claim_is_not_from_what_speaks_against_it() -> None:
    found = lines(
        supports("first", "paper"),
        supports("denial", sort="disputes"),
        report("paper<first", "paper<denial"),
        names="first denial paper",
    )
    assert counts(found) == (2, 1, 1, 1)


def test_a_chain_of_thousands_is_one_line() -> None:
    names = [f"n{n}" for n in range(3000)]
    chain = flow(*(f"{above}<{below}" for above, below in itertools.pairwise(names)))
    found = lines(supports("n0"), chain, names=" ".join(names))
    assert counts(found) == (1, 1, 1, 1) and found.routes == (tuple(reversed(names)),)


def second_reading(contents: Contents) -> tuple[int, int]:
    """I from low to high as networkx finds it in the network that the definition speaks of."""
    whole: nx.DiGraph[object] = nx.DiGraph()
    for link in contents.links.values():
        if link.type == "derived_from":
            whole.add_edge(link.end.id, link.start.id)
    mentions = [each.start.id for each in contents.links.values() if each.type == "supports"]
    whole.add_nodes_from(mentions)
    behind = set(mentions).union(*(nx.ancestors(whole, each) for each in mentions))
    flow = whole.subgraph(behind)
    whole_rings = nx.condensation(flow)
    starts = {
        each
        for ring, count in whole_rings.in_degree()
        if not count
        for each in whole_rings.nodes[ring]["members"]
    }
    groups: nx.Graph[object] = nx.Graph()
    for ring in whole_rings.nodes:
        members = [each for each in whole_rings.nodes[ring]["members"] if each in starts]
        groups.add_nodes_from(("of", origin(contents, each)) for each in members)
        for first, other in itertools.pairwise(members):
            groups.add_edge(("of", origin(contents, first)), ("of", origin(contents, other)))
    group_of = {each: n for n, held in enumerate(nx.connected_components(groups)) for each in held}
    found: list[int] = []
    for takes_unknown in (False, True):
        network: nx.DiGraph[object] = nx.DiGraph()
        network.add_nodes_from(("from", "to"))
        for each in behind:
            network.add_edge(("in", each), ("out", each), capacity=1)
        for start, end in flow.edges:
            network.add_edge(("out", start), ("in", end))
        for each in starts:
            if takes_unknown or not contents.items[str(each)].values.get("origin_known"):
                group = group_of["of", origin(contents, each)]
                network.add_edge("from", ("group in", group))
                network.add_edge(("group in", group), ("group out", group), capacity=1)
                network.add_edge(("group out", group), ("in", each))
        for each in mentions:
            network.add_edge(("out", each), "to")
        value = cast("float", nx.maximum_flow_value(network, "from", "to"))
        found.append(int(value))
    return found[0], found[1]


def origin(contents: Contents, item_id: object) -> str:
    return contents.items[str(item_id)].values.text("origin_group") or f"alone {item_id}"


@given(
    st.integers(1, 12).flatmap(
        lambda size: st.tuples(
            st.lists(
                st.tuples(
                    st.sampled_from(["", "", "x", "y"]), st.sampled_from(["", "", "unknown"])
                ),
                min_size=size,
                max_size=size,
            ),
            st.sets(
                st.tuples(st.integers(0, size - 1), st.integers(0, size - 1)), max_size=3 * size
            ),
            st.sets(st.integers(0, size - 1), min_size=1),
        )
    )
)
@settings(max_examples=300)
def test_a_second_reader_finds_as_many_lines(
    drawn: tuple[list[tuple[str, str]], set[tuple[int, int]], set[int]],
) -> None:
    told, derived, mentioned = drawn
    items = [
        item(f"n{n}", origin_group=group, **({"origin_known": known} if known else {}))
        for n, (group, known) in enumerate(told)
    ]
    # Whoever is of unknown origin may stand for itself whatever it rests on: that is asked elsewhere.
    derived = {(a, b) for a, b in derived if a != b and not told[a][1]}
    links = flow(*(f"n{a}<n{b}" for a, b in sorted(derived)))
    contents = case_of(items, links, supports(*(f"n{n}" for n in sorted(mentioned))))
    found = lines_to(contents, "C", 1)
    assert (found.low, found.high) == second_reading(contents)
    check(contents, found)


def check(contents: Contents, found: Lines) -> None:
    """What is said of any lines: they share nothing, and no route is left without the choke points."""
    held = [each for route in found.routes for each in route]
    assert len(held) == len(set(held)) and len(found.routes) == found.high
    assert found.low <= found.high <= min(len(found.mentions), len(found.roots))
    for route in found.routes:
        assert route[-1] in found.mentions
        for below, above in itertools.pairwise(route):
            assert below in derived_from(contents, above)
    assert lines_to(contents, "C", 1, set(found.choke_points)).high == 0
