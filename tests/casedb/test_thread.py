"""Statements that answer one another, and what whoever issued them has at stake."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedb.analysis.thread import MOST, Side, responses_of, thread_of
from casedb.model.card_face import face
from casedb.model.contents import Contents
from casedb.model.fuzzy_date import FuzzyDate
from casedb.model.interests import interest_in_words, interest_of
from casedb.model.json_value import JsonValue
from casedb.model.kinds.official_statement import RESPONSES
from casedb.model.link_types import LINK_TYPES, Group
from casedb.model.records import CaseInfo, Item, Link, Record, Ref, Source
from casedb.model.values import Values


def statement(id: str, said: str = "", **values: JsonValue) -> Item:
    held = {"said": FuzzyDate.parse(said).to_json()} if said else {}
    return Item(id, "official_statement", Values({**held, **values}))


def answers(start: str, end: str, how: str = "responds_to") -> Link:
    return Link(f"{start} {end} {how}", how, Ref.item(start), Ref.item(end))


def case_of(*records: Record) -> Contents:
    return Contents([CaseInfo("case"), *records])


def told(contents: Contents, item_id: str) -> list[tuple[str, Side]]:
    return [(step.item, step.side) for step in thread_of(contents, item_id)]


def test_a_thread_is_told_in_time_and_those_without_a_date_come_last() -> None:
    contents = case_of(
        statement("denial", "2024-01-26"),
        statement("charge", "2024-01-04"),
        statement("reply"),
        statement("aside", "2024-01-10"),
        answers("denial", "charge", "denies"),
        answers("reply", "denial"),
        answers("aside", "charge", "confirms"),
    )
    assert told(contents, "denial") == [
        ("charge", Side.ANSWERED),
        ("aside", Side.BESIDE),
        ("denial", Side.HERE),
        ("reply", Side.ANSWER),
    ]
    assert told(contents, "reply")[0] == ("charge", Side.ANSWERED)


def test_what_is_answered_comes_first_where_its_date_leaves_that_open() -> None:
    contents = case_of(
        statement("answer", "2024-01"),
        statement("charge", "2024-01-04"),
        statement("earlier", "2023-12-30"),
        statement("undated"),
        answers("answer", "charge"),
        answers("answer", "undated"),
        # Whoever said it before cannot have answered it, whatever the link says.
        answers("earlier", "charge"),
    )
    order = [each for each, _ in told(contents, "answer")]
    assert order == ["earlier", "charge", "undated", "answer"]


def test_a_statement_that_answers_nothing_and_nobody_has_no_thread() -> None:
    contents = case_of(
        statement("a"),
        Item("c", "claim"),
        statement("b"),
        answers("a", "c"),
        Link("l", "supports", Ref.item("b"), Ref.item("a")),
        answers("a", "gone"),
    )
    assert thread_of(contents, "a") == ()


def test_every_type_of_answer_between_statements_counts_as_one() -> None:
    of_group = [each.name for each in LINK_TYPES.values() if each.group is Group.RESPONSE]
    assert list(RESPONSES) == of_group
    for how in RESPONSES:
        contents = case_of(statement("a"), statement("b"), answers("b", "a", how))
        assert [each.end.id for each in responses_of(contents, "b")] == ["a"]
        assert told(contents, "a")[1] == ("b", Side.ANSWER)


def test_statements_that_answer_each_other_stand_beside() -> None:
    contents = case_of(
        *(statement(each) for each in "abc"),
        *(answers("a", "b"), answers("b", "c"), answers("c", "a"), answers("a", "a")),
    )
    assert told(contents, "a") == [("a", Side.HERE), ("c", Side.BESIDE), ("b", Side.BESIDE)]


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=16), st.integers(0, 7))
def test_everyone_in_a_thread_has_the_same_thread(pairs: list[tuple[int, int]], at: int) -> None:
    links = {(a, b): answers(str(a), str(b)) for a, b in pairs}
    contents = case_of(*(statement(str(n)) for n in range(8)), *links.values())
    thread = thread_of(contents, str(at))
    ids = [step.item for step in thread]
    assert len(set(ids)) == len(ids)
    for step in thread:
        assert [each.item for each in thread_of(contents, step.item)] == ids
        opposite = {Side.ANSWERED: Side.ANSWER, Side.ANSWER: Side.ANSWERED, Side.HERE: Side.HERE}
        from_there = {each.item: each.side for each in thread_of(contents, step.item)}
        assert from_there[str(at)] is opposite.get(step.side, Side.BESIDE)


def test_a_thread_without_end_is_followed_so_far() -> None:
    many = [statement(f"{n:05d}") for n in range(MOST + 50)]
    links = [answers(b.id, a.id) for a, b in pairwise(many)]
    assert len(thread_of(case_of(*many, *links), "00000")) == MOST


@pytest.mark.parametrize(
    ("own", "of_sources", "words"),
    [
        ("ally", [""], "ally of a party"),
        ("", ["none", "party"], "party"),
        ("", ["none", ""], "interest unknown"),
        ("", ["none"], "no known interest"),
        ("", [], ""),
        ("of a newer version", [], "of a newer version"),
    ],
)
def test_the_interest_is_its_own_or_that_of_whoever_has_most_at_stake(
    own: str, of_sources: list[str], words: str
) -> None:
    sources = [Source(f"s{n}", Values({"interest": each})) for n, each in enumerate(of_sources)]
    made = statement("a", interest=own, issuers=[*(each.id for each in sources), "gone"])
    contents = case_of(made, *sources)
    assert interest_in_words(contents, made) == words
    assert face(contents, made).footer == ((words,) if words else ())


def test_whom_a_statement_comes_from_counts_only_where_no_issuer_is_named() -> None:
    sources = (
        Source("issuer", Values({"interest": "none"})),
        Source("keeper", Values({"interest": "party"})),
    )
    made = statement("a", issuers=["issuer"], source="keeper")
    assert interest_of(case_of(made, *sources), made) == "none"
    alone = statement("a", source="keeper")
    assert interest_of(case_of(alone, *sources), alone) == "party"


def test_other_kinds_tell_no_interest() -> None:
    made = Item("a", "document", Values({"interest": "party"}))
    assert interest_of(case_of(made), made) == ""
