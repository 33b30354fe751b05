"""Grades: the diagonal of a case, second gradings, and how many origins stand behind a claim."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedb import Case
from casedb.analysis.confirming import (
    claims_spoken_to,
    doubt_of_confirmed,
)
from casedb.analysis.grading import (
    LEAST_FOR_DIAGONAL,
    LEAST_FOR_KAPPA,
    Agreement,
    agreement,
    agreement_of_case,
    diagonal,
    graders,
    second_gradings,
    weighted_kappa,
)
from casedb.analysis.independence import lines_to
from casedb.model.assessments import SCHEME_OF, admiralty_grade
from casedb.model.contents import Contents
from casedb.model.json_value import JsonValue
from casedb.model.records import Assessment, CaseInfo, Element, Item, Link, Record, Ref, Source
from casedb.model.schemes import CREDIBILITY, SCHEMES
from casedb.model.values import Values
from casedb.verification import verify


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    """An empty case that verifies when all is done."""
    with Case.create(tmp_path / "case.caseboard") as case:
        yield case
    assert verify(case.path).sound


_numbers = count(1)


def case_of(*records: Record) -> Contents:
    return Contents([CaseInfo("case"), *SCHEMES, *records])


def grade(
    subject: str,
    value: str,
    by: str = "Ada",
    at: str = "",
    *,
    claim: str | None = None,
    blind: bool = False,
) -> Assessment:
    sort = "reliability" if value.isalpha() else "credibility"
    n = next(_numbers)
    made = at or f"2024-01-01T00:00:{n:06d}Z"
    return Assessment(f"g{n:06d}", sort, subject, claim, SCHEME_OF[sort], value, by, made, blind)


def item(id: str, source: str = "s", **values: JsonValue) -> Item:
    return Item(id, "document", Values({"source": source, **values}))


def test_the_table_counts_the_newest_grade_of_every_item_for_every_claim() -> None:
    contents = case_of(
        Source("s"),
        *(item(each) for each in ("a", "b", "c")),
        *(Item(each, "claim") for each in ("x", "y")),
        grade("s", "A"),
        grade("s", "B"),
        grade("a", "2", claim="x"),
        grade("a", "5", claim="y"),
        grade("a", "4", claim="y"),
        grade("b", "6"),
        item("d", "nobody"),
        grade("d", "1"),
    )
    table = diagonal(contents)
    assert {cell: [each.claim for each in held] for cell, held in table.cells.items()} == {
        ("B", "2"): ["x"],
        ("B", "4"): ["y"],
        ("B", "6"): [None],
    }
    assert (table.judged, table.on_diagonal, table.without_basis) == (2, 1, 1)
    assert table.share == 0.5 and "too few" in table.sentence


def test_a_grader_is_told_by_their_own_grades_alone() -> None:
    contents = case_of(
        Source("s"),
        item("a"),
        grade("s", "B", "Ada"),
        grade("s", "C", "Ben"),
        grade("a", "2", "Ada"),
        grade("a", "3", "Ben"),
        grade("a", "1", "Cyd"),
    )
    assert graders(contents) == ("Ada", "Ben", "Cyd")
    assert list(diagonal(contents, "Ada").cells) == [("B", "2")]
    assert list(diagonal(contents, "Ben").cells) == [("C", "3")]
    assert not diagonal(contents, "Cyd").cells
    assert list(diagonal(contents).cells) == [("C", "1")]


@pytest.mark.parametrize(("digits", "words"), [("2" * 10, "twice"), ("1234512345", "apart, as")])
def test_a_high_share_is_told_to_be_one_question_asked_twice(digits: str, words: str) -> None:
    assert len(digits) == LEAST_FOR_DIAGONAL
    items = [item(f"i{n}") for n in range(len(digits))]
    given = [grade(each.id, digit) for each, digit in zip(items, digits, strict=True)]
    sentence = diagonal(case_of(Source("s"), grade("s", "B"), *items, *given)).sentence
    assert words in sentence and "of 10 pairs" in sentence


def test_a_case_without_grades_says_so() -> None:
    assert diagonal(case_of()).sentence == "No item is graded on both scales yet."
    assert agreement_of_case(case_of(), "credibility").sentence == ""


def test_grades_of_unknown_words_and_of_what_is_gone_are_left_out() -> None:
    contents = case_of(Source("s"), item("a"), grade("s", "Z"), grade("a", "9"), grade("gone", "2"))
    assert not diagonal(contents).cells


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("2", "2", Agreement.EQUAL),
        ("2", "3", Agreement.ONE_STEP),
        ("1", "5", Agreement.FURTHER),
        ("6", "6", Agreement.BOTH_WITHOUT_BASIS),
        ("5", "6", Agreement.ONE_WITHOUT_BASIS),
        ("6", "1", Agreement.ONE_WITHOUT_BASIS),
    ],
)
def test_no_basis_is_no_step_of_the_scale(one: str, other: str, found: Agreement) -> None:
    assert agreement(CREDIBILITY, one, other) is found
    assert agreement(CREDIBILITY, other, one) is found
    assert found.sentence.endswith(".")


def test_a_blind_grade_is_compared_with_what_another_person_had_given_before() -> None:
    contents = case_of(
        item("a"),
        grade("a", "1", "Ada"),
        grade("a", "2", "Ada"),
        grade("a", "5", "Ben", blind=True),
        grade("a", "3", "Ben", blind=True),
        grade("a", "6", "Ada"),
        grade("a", "4", "Ben", claim="x", blind=True),
    )
    (found,) = second_gradings(contents, contents.assessments.values())
    assert (found.first.value, found.second.value) == ("2", "3")
    assert found.agreement is Agreement.ONE_STEP


def test_of_two_blind_grades_the_later_is_the_second() -> None:
    given = [grade("a", "2", "Ada", blind=True), grade("a", "2", "Ben", blind=True)]
    (found,) = second_gradings(case_of(item("a"), *given), given)
    assert (found.first.by, found.second.by) == ("Ada", "Ben")


def test_nobody_is_compared_with_themselves() -> None:
    given = [grade("a", "2", "Ada"), grade("a", "4", "Ada", blind=True)]
    assert second_gradings(case_of(item("a"), *given), given) == []


def test_second_grades_that_nobody_calls_blind_are_told_and_not_counted() -> None:
    contents = case_of(
        *(item(each) for each in "abc"),
        *(grade(each, "2", "Ada") for each in "abc"),
        grade("a", "3", "Ben", blind=True),
        grade("b", "3", "Ben"),
        grade("c", "3", "Ada"),
    )
    told = agreement_of_case(contents, "credibility")
    assert (told.pairs, told.in_sight) == (1, 1)
    assert told.sentence.startswith("1 pair of gradings, the second blind: ")
    assert told.sentence.endswith("1 second grade was not given blind and is not counted.")


def twice_graded(pairs: list[tuple[str, str]]) -> Contents:
    items = [item(f"i{n}") for n in range(len(pairs))]
    given = [
        each
        for made, (one, other) in zip(items, pairs, strict=True)
        for each in (grade(made.id, one, "Ada"), grade(made.id, other, "Ben", blind=True))
    ]
    return case_of(*items, *given)


def test_a_kappa_is_told_from_enough_pairs_on_and_without_those_that_have_no_basis() -> None:
    pairs = [("1", "1"), ("2", "2"), ("3", "4"), ("5", "3"), ("2", "2")] * 2
    few = agreement_of_case(twice_graded([*pairs[:-1], ("6", "2")]), "credibility")
    assert len(pairs) == LEAST_FOR_KAPPA
    assert (few.pairs, few.without_basis, few.kappa) == (9, 1, None)
    assert "from 10 pairs on" in few.sentence
    told = agreement_of_case(twice_graded(pairs), "credibility")
    assert (told.pairs, told.equal, told.one_step) == (10, 6, 2)
    assert told.kappa is not None and f"{told.kappa:.2f}" in told.sentence
    assert agreement_of_case(twice_graded(pairs), "reliability").sentence == ""


def test_kappa_of_a_worked_example() -> None:
    # 2 x 2: a 20, b 5, c 10, d 15 agrees by 0.70, by chance by 0.50.
    pairs = [(1, 1)] * 20 + [(1, 2)] * 5 + [(2, 1)] * 10 + [(2, 2)] * 15
    assert weighted_kappa(pairs) == pytest.approx(0.4)
    assert weighted_kappa([(2, 2)] * 5) is None and weighted_kappa([]) is None


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), min_size=1))
def test_kappa_is_one_for_agreement_and_never_more_and_the_same_either_way(
    pairs: list[tuple[int, int]],
) -> None:
    kappa = weighted_kappa(pairs)
    assert kappa == pytest.approx(weighted_kappa([(b, a) for a, b in pairs]))
    if kappa is not None:
        assert kappa <= 1
        assert (kappa == 1) is all(one == other for one, other in pairs)


def derived(n: int, made: str, of: str) -> Link:
    return Link(f"d{n}", "derived_from", Ref.item(made), Ref.item(of))


def supports(n: int, item: str, claim: str) -> Link:
    return Link(f"s{n}", "supports", Ref.item(item), Ref.item(claim))


def test_reprints_of_one_wire_are_one_origin() -> None:
    contents = case_of(
        Source("ministry"),
        *(item(each, f"of {each}") for each in ("p", "q", "wire")),
        item("text", "ministry"),
        Item("c", "claim"),
        *(supports(1, "p", "c"), supports(2, "q", "c")),
        *(derived(1, "p", "wire"), derived(2, "q", "wire"), derived(3, "wire", "text")),
    )
    assert len(lines_to(contents, "c", 1).roots) == 1


def test_owners_groups_and_signatories_are_one_origin_each() -> None:
    joint = Values({"issuers": ["one", "two", "apart"], "joint": True})
    contents = case_of(
        *(Source(each, Values({"owner": "state"})) for each in ("one", "two")),
        *(Source("state"), Source("apart")),
        *(item("a", "one"), item("b", "two"), item("c", "apart")),
        item("d", "apart", origin_group=" Scene "),
        item("e", "x", origin_group="scene"),
        Item("j", "official_statement", joint),
        Item("claim", "claim"),
        Element("part", "claim", 0),
        *(supports(n, each, "claim") for n, each in enumerate("abcdj")),
        Link("p", "supports", Ref.item("e"), Ref.element("part")),
        Link("no", "disputes", Ref.item("claim"), Ref.item("a")),
    )
    roots = {each.items for each in lines_to(contents, "claim", 1).roots}
    assert {frozenset(each) for each in roots} == set(map(frozenset, ("ab", "c", "de", "j")))


def test_the_claims_of_an_item_are_those_that_it_speaks_to() -> None:
    contents = case_of(
        item("a"),
        *(Item(each, "claim") for each in "xyz"),
        Element("e", "y", 0),
        supports(1, "a", "x"),
        Link("l", "disputes", Ref.item("a"), Ref.element("e")),
        Link("m", "bears_on", Ref.item("a"), Ref.item("z")),
        Link("n", "supports", Ref.item("x"), Ref.item("a")),
    )
    assert claims_spoken_to(contents, contents.items["a"]) == ("x", "y")


def test_a_grade_for_one_claim_is_not_shown_for_another() -> None:
    contents = case_of(
        Source("s"),
        item("a"),
        grade("s", "B"),
        grade("a", "2", claim="x"),
        grade("a", "4", claim="y"),
    )
    made = contents.items["a"]
    assert admiralty_grade(contents, made, "x") == "B2"
    assert admiralty_grade(contents, made, "y") == admiralty_grade(contents, made) == "B4"
    assert admiralty_grade(contents, made, "z") == "B?"


def test_a_blind_grade_is_stored_as_such(case: Case) -> None:
    made = case.add("document", title="Report")
    told = case.assess(made, "credibility", "3", blind=True, body=Values({"basis": "By eye."}))
    assert case.contents.assessments[told.id].blind
    assert case.query("SELECT blind, basis FROM assessments") == [
        {"blind": "yes", "basis": "By eye."}
    ]


def test_confirmed_wants_two_origins() -> None:
    contents = case_of(
        *(Source(each) for each in "st"),
        *(item("a", "s"), item("b", "s"), item("c", "t"), item("lone")),
        *(Item(each, "claim") for each in "xyz"),
        *(
            supports(1, "a", "x"),
            supports(2, "b", "x"),
            supports(3, "a", "y"),
            supports(4, "c", "y"),
        ),
        Link("n", "disputes", Ref.item("lone"), Ref.item("z")),
    )
    a, lone = contents.items["a"], contents.items["lone"]
    assert "Only one origin" in doubt_of_confirmed(contents, a, "x")
    assert doubt_of_confirmed(contents, a, "y") == doubt_of_confirmed(contents, a, None) == ""
    assert doubt_of_confirmed(contents, lone, None).startswith("Confirmed by whom? No claim")
