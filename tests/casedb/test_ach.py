"""Competing claims against the evidence, and what their order hangs on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import isclose, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedb.analysis.ach import Matrix, competing_sets, matrix_of
from casedb.model.assessments import SCHEME_OF
from casedb.model.contents import Contents
from casedb.model.json_value import JsonValue
from casedb.model.ratings import SCALE, Rating
from casedb.model.records import Assessment, CaseInfo, Element, Item, Link, Record, Ref
from casedb.model.schemes import SCHEMES
from casedb.model.values import Values

HEUER = {
    # Will Iraq retaliate for the bombing of its intelligence headquarters? It will not; minor acts;
    # a major attack. After Heuer 1999, figure 15; the US Army's TC 2-33.4 (2009), 2-55, reads from
    # it that the second is the most likely, then the third, then the first.
    "E1": ("C", "C", "C"),
    "E2": ("C", "C", "I"),
    "E3": ("C", "C", "I"),
    "E4": ("I", "C", "C"),
    "E5": ("I", "C", "C"),
    "E6": ("II", "C", "C"),
}


SAMPLE = {
    # The sample in the help of the Competing Hypotheses software (Burton and Knowles 2010), which
    # prints a score of 6 against the first hypothesis and of 0 against the second.
    "Evidence A": ("II", "not_applicable"),
    "Evidence B": ("II", "C"),
    "Evidence C": ("I", "C"),
    "Evidence D": ("I", "C"),
}


def case_of(*records: Record) -> Contents:
    return Contents([CaseInfo("case"), *SCHEMES, *records])


def rating(item: str, claim: str, value: str, at: str = "2024-01-01") -> Assessment:
    return Assessment(
        f"{item} {claim} {at}", "ach", item, claim, SCHEME_OF["ach"], value, "Ada", at
    )


def credibility(item: str, value: str, claim: str | None = None) -> Assessment:
    scheme = SCHEME_OF["credibility"]
    return Assessment(f"c {item}", "credibility", item, claim, scheme, value, "Ada", "2024")


def link(start: str, sort: str, end: str, **values: JsonValue) -> Link:
    target = Ref.element(end) if end.startswith("part") else Ref.item(end)
    return Link(f"{start} {sort} {end}", sort, Ref.item(start), target, Values(values))


def claims(*names: str) -> list[Item]:
    return [Item(each, "claim") for each in names]


def items(*names: str) -> list[Item]:
    return [Item(each, "document") for each in names]


def published(table: Mapping[str, Sequence[str]]) -> Matrix:
    rated = [
        rating(item, f"H{n}", value)
        for item, values in table.items()
        for n, value in enumerate(values, 1)
    ]
    names = sorted({each.claim or "" for each in rated})
    return matrix_of(case_of(*claims(*names), *items(*table), *rated), names)


def heuer() -> Matrix:
    return published(HEUER)


def test_a_published_matrix_comes_out_as_published() -> None:
    matrix = heuer()
    assert [matrix.inconsistency(each) for each in matrix.claims] == [4, 0, 2]
    assert [matrix.diagnosticity(each) for each in matrix.evidence] == [0, 2, 2, 2, 2, 3]
    assert matrix.leading() == {"H2"}
    assert matrix.hanging_on_items() == {}
    assert sorted(matrix.claims, key=matrix.inconsistency) == ["H2", "H3", "H1"]


def test_the_scores_printed_beside_a_published_matrix_come_out() -> None:
    matrix = published(SAMPLE)
    assert [matrix.inconsistency(each) for each in matrix.claims] == [6, 0]
    assert matrix.leading() == {"H2"}
    assert matrix.diagnosticity("Evidence A") is None
    assert matrix.hanging_on_items() == {}


def test_what_the_order_hangs_on_is_told_by_item_and_by_origin() -> None:
    rated = [rating("a", "X", "I"), rating("b", "Y", "II"), rating("c", "Y", "C")]
    base = [*claims("X", "Y"), *items("a", "b", "c", "wire"), *rated]
    matrix = matrix_of(case_of(*base), ["X", "Y"])
    assert matrix.leading() == {"X"}
    assert matrix.hanging_on_items() == {"b": frozenset({"Y"})}
    two = [rating("a", "X", "I"), rating("b", "Y", "I"), rating("c", "Y", "I")]
    ground = [*claims("X", "Y"), *items("a", "b", "c", "wire"), *two]
    assert matrix_of(case_of(*ground), "XY").hanging_on_items() == {
        "b": frozenset("XY"),
        "c": frozenset("XY"),
    }
    flow = [link("b", "derived_from", "wire"), link("c", "derived_from", "wire")]
    matrix = matrix_of(case_of(*ground, *flow), "XY")
    assert matrix.hanging_on_origins() == {frozenset({"b", "c"}): frozenset("Y")}


@pytest.mark.parametrize(
    ("sort", "values", "expected"),
    [
        ("supports", {}, "C"),
        ("supports", {"strength": "strong"}, "CC"),
        ("supports", {"strength": "weak"}, "C"),
        ("disputes", {}, "I"),
        ("disputes", {"strength": "strong"}, "II"),
        ("bears_on", {}, "N"),
        ("related", {}, "unrated"),
    ],
)
@pytest.mark.parametrize("end", ["X", "part"])
def test_a_cell_is_the_link(
    sort: str, values: dict[str, JsonValue], expected: str, end: str
) -> None:
    part = Element("part", "X", 0)
    contents = case_of(*claims("X"), part, *items("a"), link("a", sort, end, **values))
    assert matrix_of(contents, ["X"]).cell("X", "a").rating == expected


def test_a_rating_counts_where_no_link_says_otherwise() -> None:
    def cell(*records: Record) -> tuple[str, bool]:
        found = matrix_of(case_of(*claims("X"), *items("a"), *records), ["X"]).cell("X", "a")
        return found.rating.value, found.is_apart

    assert cell(rating("a", "X", "not_applicable")) == ("not_applicable", False)
    assert cell(rating("a", "X", "N")) == ("N", False)
    assert cell(rating("a", "X", "C", "2"), rating("a", "X", "II", "3")) == ("II", False)
    supports = link("a", "supports", "X")
    assert cell(supports, rating("a", "X", "CC")) == ("CC", False)
    assert cell(supports, rating("a", "X", "unrated")) == ("C", False)
    assert cell(supports, rating("a", "X", "I")) == ("C", True)
    assert cell(supports, rating("a", "X", "not_applicable")) == ("C", True)
    assert cell(supports, link("a", "disputes", "X", strength="strong")) == ("II", False)
    assert cell(rating("a", "X", "of a newer version")) == ("unrated", False)


def test_three_empty_states_are_kept_apart() -> None:
    rated = [rating("a", "X", "N"), rating("b", "X", "not_applicable"), rating("a", "Y", "I")]
    contents = case_of(*claims("X", "Y"), *items("a", "b", "c"), *rated)
    matrix = matrix_of(contents, "XY")
    assert matrix.evidence == ("a", "b")
    assert [matrix.cell("X", each).rating.value for each in "abc"] == [
        "N",
        "not_applicable",
        "unrated",
    ]
    assert matrix.diagnosticity("a") == 1 and matrix.diagnosticity("b") is None


def test_what_is_credible_and_direct_weighs_more() -> None:
    def weight(*records: Record, **values: JsonValue) -> float:
        held = link("a", "disputes", "X", **values)
        return matrix_of(case_of(*claims("X"), *items("a"), held, *records), "X").weighted("X")

    assert weight() == weight(credibility("a", "3")) == weight(credibility("a", "6")) == 1
    assert isclose(weight(credibility("a", "1"), directness="direct"), 2)
    assert isclose(weight(credibility("a", "5"), directness="background"), 0.5)
    assert isclose(weight(credibility("a", "2", "X"), strength="strong"), 2 * sqrt(2))
    assert weight(credibility("a", "1", "Y")) == 1


def test_claims_compete_by_links_and_by_the_name_of_their_set() -> None:
    named = [Item(each, "claim", Values({"competing_set": " Who "})) for each in "de"]
    excluding = [link("a", "excludes", "b"), link("c", "excludes", "b")]
    contents = case_of(*claims("a", "b", "c"), *named, *claims("f"), *excluding)
    assert competing_sets(contents) == (("a", "b", "c"), ("d", "e"))
    assert competing_sets(case_of(*claims("a"))) == ()


def test_other_claims_are_no_evidence() -> None:
    contents = case_of(*claims("X", "Y"), *items("a"), link("Y", "disputes", "X"))
    assert matrix_of(contents, "X").evidence == ()


@given(
    st.dictionaries(
        st.tuples(st.sampled_from("XYZ"), st.sampled_from("abcdef")),
        st.sampled_from([each.value for each in Rating]),
    )
)
def test_leaving_out_what_says_nothing_against_changes_nothing(
    drawn: dict[tuple[str, str], str],
) -> None:
    rated = [rating(item, claim, value) for (claim, item), value in drawn.items()]
    matrix = matrix_of(case_of(*claims(*"XYZ"), *items(*"abcdef"), *rated), "XYZ")
    for item in matrix.evidence:
        column = [matrix.cell(each, item).rating for each in matrix.claims]
        if all(SCALE.get(each, 0) >= 0 for each in column):
            assert item not in matrix.hanging_on_items()
    for claim in matrix.claims:
        assert matrix.weighted(claim) == matrix.inconsistency(claim)
        assert matrix.inconsistency(claim, set(matrix.evidence)) == 0
