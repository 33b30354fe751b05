"""What if some items were not there: the claims that would stand otherwise, and no others."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from casedb.analysis.independence import standing_of
from casedb.analysis.what_if import Toll, shifts, with_origins
from casedb.model.contents import Contents
from casedb.model.records import Element, Item, Link, Record, Ref, Source
from casedb.model.values import Values
from flow_cases import case_of, flow, item, supports


def told(contents: Contents, *aside: str) -> list[tuple[str, Toll, int, int]]:
    return [
        (each.claim, each.toll, each.before.pro.high, each.after.pro.high)
        for each in shifts(contents, aside)
    ]


def test_a_claim_that_loses_its_only_line_stands_first() -> None:
    contents = case_of(
        Item("D", "claim"),
        supports("paper", "photo"),
        [Link("paper D", "supports", Ref.item("paper"), Ref.item("D"))],
        names="paper photo",
    )
    assert told(contents, "paper") == [("D", Toll.SUPPORT, 1, 0), ("C", Toll.LINES, 2, 1)]
    assert told(contents, "photo") == [("C", Toll.LINES, 2, 1)]
    assert told(contents) == []


def test_a_source_far_behind_takes_its_line_along_and_the_mention_stays() -> None:
    contents = case_of(
        supports("paper", "photo"),
        flow("paper<wire", "wire<ministry"),
        names="paper photo wire ministry",
    )
    found = shifts(contents, {"ministry"})
    assert [(each.claim, each.toll) for each in found] == [("C", Toll.LINES)]
    assert found[0].after.pro.mentions == found[0].before.pro.mentions


def test_one_of_two_that_are_one_origin_leaves_as_many_lines() -> None:
    contents = case_of(supports("a", "b"), flow("a=b"), names="a b")
    assert told(contents, "a") == [("C", Toll.MENTIONS, 1, 1)]


def test_what_only_speaks_against_is_told_as_that() -> None:
    contents = case_of(supports("a"), supports("b", sort="disputes"), names="a b")
    assert told(contents, "b") == [("C", Toll.AGAINST, 1, 1)]


def test_what_speaks_to_an_element_speaks_to_its_claim() -> None:
    contents = case_of(
        Element("E", "C", 0),
        [Link("a E", "supports", Ref.item("a"), Ref.element("E"))],
        names="a",
    )
    assert told(contents, "a") == [("C", Toll.SUPPORT, 1, 0)]


def test_a_claim_that_is_set_aside_itself_is_not_told_of() -> None:
    contents = case_of(supports("a"), names="a")
    assert told(contents, "a", "C") == []


def test_all_of_one_origin_goes_with_one_of_it() -> None:
    contents = case_of(
        Source("state"),
        Source("ministry", Values({"owner": "state"})),
        item("a", source="ministry"),
        item("b", source="state"),
        item("c"),
        flow("paper<a"),
        names="paper",
    )
    assert with_origins(contents, ["paper"]) == {"paper", "a", "b"}
    assert with_origins(contents, ["c"]) == {"c"}
    assert with_origins(contents, ["nobody"]) == frozenset()


@given(
    st.sets(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=14),
    st.sets(
        st.tuples(
            st.integers(0, 7),
            st.sampled_from(["C", "D", "E"]),
            st.sampled_from(["supports", "disputes"]),
        ),
        max_size=10,
    ),
    st.sets(st.integers(0, 7), max_size=4),
)
def test_the_claims_are_those_that_stand_otherwise(
    derived: set[tuple[int, int]], said: set[tuple[int, str, str]], aside: set[int]
) -> None:
    records: list[Record] = [Item("D", "claim"), Element("E", "D", 0)]
    for one, other in derived:
        if one != other:
            records.append(
                Link(f"{one}<{other}", "derived_from", Ref.item(str(one)), Ref.item(str(other)))
            )
    for n, end, sort in said:
        ref = Ref.element("E") if end == "E" else Ref.item(end)
        records.append(Link(f"{n} {sort} {end}", sort, Ref.item(str(n)), ref))
    contents = case_of(records, names=" ".join(map(str, range(8))))
    gone = {str(each) for each in aside}
    found = {each.claim for each in shifts(contents, gone)}
    for claim in ("C", "D"):
        before, after = standing_of(contents, claim), standing_of(contents, claim, gone)
        numbers = [
            (lines.mentions, len(lines.roots), lines.low, lines.high)
            for lines in (before.pro, before.con, after.pro, after.con)
        ]
        assert (claim in found) is (numbers[:2] != numbers[2:])
