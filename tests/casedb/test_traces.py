"""Which items and links belong to which line, and which choke points stand behind more than one mention."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casedb.analysis.flow import Flow
from casedb.analysis.independence import lines_to
from casedb.analysis.traces import Traces, traces_of
from casedb.model.contents import Contents
from casedb.model.json_value import JsonValue
from casedb.model.records import CaseInfo, Element, Item, Link, Record, Ref
from casedb.model.schemes import SCHEMES
from casedb.model.values import Values

SORTS = {"<": "derived_from", "=": "same_object", "+": "supports", "-": "disputes"}


def item(name: str, **values: JsonValue) -> Item:
    return Item(name, "document", Values({"title": name, **values}))


def case_of(told: str, *records: Record) -> Contents:
    """A case with claim C: "a<b" says that a is derived from b, "a=b" that they are the same object,
    "a+C" that a supports C, "a-C" that it disputes it."""
    links: list[Link] = []
    for pair in told.split():
        sign = next(each for each in SORTS if each in pair)
        start, end = pair.split(sign)
        target = Ref.element(end) if end == "E" else Ref.item(end)
        links.append(Link(pair, SORTS[sign], Ref.item(start), target))
    there = {each.id for each in records}
    names = {each.id for link in links for each in (link.start, link.end)} - there - {"C", "E"}
    parts: list[Record] = [CaseInfo("case"), *SCHEMES, Item("C", "claim"), Element("E", "C", 0)]
    return Contents([*parts, *records, *(item(each) for each in sorted(names)), *links])


def traced(told: str, *records: Record, polarity: int = 1) -> Traces:
    contents = case_of(told, *records)
    return traces_of(contents, "C", polarity, lines_to(contents, "C", polarity))


def test_a_line_has_its_items_from_the_origin_on_and_the_links_along_them() -> None:
    found = traced("paper+C paper<wire wire<ministry analyst+E other-C")
    assert [(each.number, each.items) for each in found.lines] == [
        (1, ("ministry", "wire", "paper")),
        (2, ("analyst",)),
    ]
    assert [each.links for each in found.lines] == [
        ("wire<ministry", "paper<wire", "paper+C"),
        ("analyst+E",),
    ]
    assert found.items == {"C", "ministry", "wire", "paper", "analyst"}
    assert found.numbers["wire"] == found.numbers["paper+C"] == 1 and found.numbers["analyst"] == 2
    against = traced("paper+C paper<wire other-C", polarity=-1)
    assert [each.links for each in against.lines] == [("other-C",)]


def test_a_choke_point_is_one_that_more_than_one_mention_stands_on() -> None:
    found = traced("p1+C p2+C p1<wire p2<wire wire<ministry analyst+C analyst<scene analyst<debris")
    contents = case_of("analyst+C analyst<scene analyst<debris")
    lines = lines_to(contents, "C", 1)
    assert lines.choke_points == ("analyst",), "but it stands for itself alone"
    assert not traces_of(contents, "C", 1, lines).choke_points
    assert found.choke_points == {"wire"}


def test_a_mention_that_another_one_rests_on_is_a_choke_point() -> None:
    assert traced("wire+C paper+C paper<wire").choke_points == {"wire"}


def test_items_that_rest_on_one_another_are_told_with_the_links_by_which_they_do() -> None:
    found = traced("a+C a<b b<a b<root")
    assert found.circular == {"a<b", "b<a"} and found.rings == {"a", "b"}
    assert "b<root" in found.links and found.items == {"C", "a", "b", "root"}


def test_what_is_of_unknown_origin_is_told_also_where_no_line_goes_through_it() -> None:
    found = traced("a+C b+C a<b", item("b", origin_known="unknown"))
    assert found.unknown == {"b"} and "b" in found.items


@pytest.mark.parametrize("is_scene", [False, True])
def test_a_line_through_the_same_thing_goes_over_what_hands_it_on(is_scene: bool) -> None:
    told = "photo+C photo<crop crop<raw" + ("" if is_scene else " crop=photo")
    scene = {"scene_id": "S1"} if is_scene else {}
    found = traced(told, item("crop", **scene), item("photo", **scene))
    (line,) = found.lines
    assert line.items == ("raw", "photo") and line.beside == ("crop",)
    same = () if is_scene else ("crop=photo",)
    assert line.links == ("crop<raw", *same, "photo<crop", "photo+C")
    assert found.items == {"C", "raw", "crop", "photo"} and found.numbers["crop"] == 1


NAMES = "abcdefg"
PAIRS = st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=14)


@settings(max_examples=150)
@given(PAIRS, st.sets(st.sampled_from(NAMES), min_size=1))
def test_no_two_lines_share_anything_and_every_step_has_its_link(
    pairs: list[tuple[str, str]], mentions: set[str]
) -> None:
    told = " ".join(
        [f"{a}<{b}" for a, b in dict.fromkeys(pairs) if a != b] + [f"{each}+C" for each in mentions]
    )
    contents = case_of(told)
    lines = lines_to(contents, "C", 1)
    found = traces_of(contents, "C", 1, lines)
    held = [each for line in found.lines for each in (*line.items, *line.links)]
    assert len(held) == len(set(held)) and len(found.lines) == lines.high
    for line in found.lines:
        steps = [f"{after}<{before}" for before, after in pairwise(line.items)]
        assert line.links == (*steps, f"{line.items[-1]}+C")
    behind = Flow.to(contents, lines.mentions).behind
    for each in lines.choke_points:
        above = [mention for mention in lines.mentions if each in _standing_on(behind, mention)]
        assert (each in found.choke_points) == (len(above) > 1)


def _standing_on(behind: Mapping[str, tuple[str, ...]], mention: str) -> set[str]:
    found, waiting = set[str](), [mention]
    while waiting:
        at = waiting.pop()
        if at not in found:
            found.add(at)
            waiting += behind[at]
    return found
