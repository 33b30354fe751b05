"""Sources: whom they belong to, making one of several, and those that must not be named."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedb import Case
from casedb.commands import sources
from casedb.errors import InvalidChange
from casedb.model.card_face import face
from casedb.model.changes import ChangeSet
from casedb.model.contents import Contents
from casedb.model.json_value import JsonValue
from casedb.model.owners import closes_ring, owners_of, topmost
from casedb.model.records import Assessment, CaseInfo, Item, Record, Source
from casedb.model.references import references_of
from casedb.model.schemes import RELIABILITY, SCHEMES, VERDICT
from casedb.model.sources import names_of
from casedb.model.values import Values
from casedb.verification import verify


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    """An empty case that verifies when all is done."""
    with Case.create(tmp_path / "case.caseboard") as case:
        yield case
    assert verify(case.path).sound


def source(name: str, **values: JsonValue) -> Source:
    return Source(name, Values({"name": name.upper(), **values}))


def case_of(*records: Record) -> Contents:
    return Contents([CaseInfo("case"), *SCHEMES, *records])


def graded(id: str, subject: str, **values: JsonValue) -> Assessment:
    at = "2024-01-02T03:04:05Z"
    return Assessment(
        id, "reliability", subject, None, RELIABILITY.id, "B", "Ada", at, True, Values(values)
    )


def merge(contents: Contents, kept: str, *others: str) -> ChangeSet:
    numbers = count(1)
    change = sources.merge_sources(contents, lambda: f"new {next(numbers)}", kept, others)
    before = Contents(contents.records())
    contents.apply(change)
    contents.apply(change.reversed())
    assert contents == before
    contents.apply(change)
    return change


def test_a_source_belongs_to_its_owners_up_to_the_topmost() -> None:
    contents = case_of(source("a"), source("b", owner="a"), source("c", owner="b"))
    c = contents.sources["c"]
    assert [each.id for each in owners_of(contents, c)] == ["b", "a"]
    assert topmost(contents, c).id == "a"
    assert closes_ring(contents, "a", "c") and closes_ring(contents, "a", "a")
    assert not closes_ring(contents, "c", "a") and not closes_ring(contents, "a", "nobody")


def test_a_ring_from_another_program_ends_every_walk() -> None:
    contents = case_of(
        source("a", owner="b"), source("b", owner="c"), source("c", owner="b"), source("d", owner=7)
    )
    a = contents.sources["a"]
    assert [each.id for each in owners_of(contents, a)] == ["b", "c"]
    assert topmost(contents, a).id == topmost(contents, contents.sources["c"]).id == "b"
    assert list(owners_of(contents, contents.sources["d"])) == []


def test_a_source_cannot_come_to_own_itself(case: Case) -> None:
    state = case.add_source("State")
    ministry = case.add_source("Ministry", owner=state)
    with pytest.raises(InvalidChange, match="cannot belong to itself"):
        case.set(state, owner=ministry)
    with pytest.raises(InvalidChange, match="cannot belong to itself"):
        sources.set_owner(case.contents, state.id, ministry.id)
    assert "owner" not in case.contents.sources[state.id].values
    case.run(sources.set_owner(case.contents, ministry.id, None))
    assert "owner" not in case.contents.sources[ministry.id].values


def test_merged_sources_are_one_and_everything_names_it() -> None:
    contents = case_of(
        source("kept", country="Norway", notes="First."),
        source("gone", aliases=["Old name"], country="Sweden", notes="Second.", protected=True),
        source("child", owner="gone"),
        Item("many", "official_statement", Values({"issuers": ["gone", "kept", "child"]})),
        Item("one", "document", Values({"source": "gone", "publisher": "kept"})),
        graded("g", "gone", basis="Years of it."),
        Assessment(
            *("v", "verdict", "one", None, VERDICT.id, "false", "Ada", "2024"),
            values=Values({"cited_opinion": "gone", "rationale": "So they say."}),
        ),
    )
    assert [each.name for each in sources.differences(contents, "kept", ["gone"])] == ["country"]
    assert merge(contents, "kept", "gone", "kept").label == "Merge 2 sources"
    kept = contents.sources["kept"]
    assert names_of(kept) == ("KEPT", "GONE", "Old name")
    assert kept.values["country"] == "Norway" and kept.values["protected"] is True
    assert kept.values["notes"] == "First.\n\nSecond."
    assert set(contents.sources) == {"kept", "child"}
    assert contents.sources["child"].values["owner"] == "kept"
    assert contents.items["many"].values["issuers"] == ["kept", "child"]
    assert contents.items["one"].values["source"] == "kept"
    (grade,) = contents.assessments_of("kept")
    assert (grade.value, grade.by, grade.at, grade.blind) == (
        *("B", "Ada", "2024-01-02T03:04:05Z"),
        True,
    )
    assert grade.values["basis"] == "Years of it."
    (verdict,) = contents.assessments_of("one")
    assert verdict.values["cited_opinion"] == "kept"


def test_a_source_may_be_merged_with_its_owner() -> None:
    contents = case_of(source("top"), source("owner", owner="top"), source("kept", owner="owner"))
    merge(contents, "kept", "owner")
    assert contents.sources["kept"].values["owner"] == "top"
    merge(contents, "kept", "top")
    assert "owner" not in contents.sources["kept"].values


def test_a_source_is_not_merged_around_one_between_them() -> None:
    contents = case_of(
        source("top"), source("between", owner="top"), source("kept", owner="between")
    )
    with pytest.raises(InvalidChange, match="by way of a third"):
        merge(contents, "kept", "top")
    merge(contents, "kept", "top", "between")
    assert set(contents.sources) == {"kept"}


def test_what_is_not_understood_of_the_kept_one_stays() -> None:
    contents = case_of(
        source("kept", aliases="strange", owner=["strange"], future=1),
        source("gone", aliases=["A"], owner="kept", future=2, other=3),
    )
    merge(contents, "kept", "gone")
    values = contents.sources["kept"].values
    assert values["aliases"] == "strange" and values["owner"] == ["strange"]
    assert (values["future"], values["other"]) == (1, 3)


@given(
    owners=st.lists(st.integers(0, 5), min_size=6, max_size=6),
    issuers=st.lists(st.lists(st.integers(0, 5), max_size=4), max_size=4),
    chosen=st.lists(st.integers(0, 5), min_size=2, max_size=4),
)
def test_after_any_merge_nothing_names_what_is_gone(
    owners: list[int], issuers: list[list[int]], chosen: list[int]
) -> None:
    made = [
        # Owners come before what they own, so there is no ring to begin with.
        source(str(n), **({"owner": str(owner)} if owner < n else {}))
        for n, owner in enumerate(owners)
    ]
    items = [
        Item(f"i{n}", "official_statement", Values({"issuers": [str(each) for each in named]}))
        for n, named in enumerate(issuers)
    ]
    contents = case_of(*made, *items, *(graded(f"g{each.id}", each.id) for each in made))
    kept, *others = (str(each) for each in chosen)
    try:
        merge(contents, kept, *others)
    except InvalidChange:
        assert len(contents.sources) == 6
        return
    assert set(contents.sources) == {each.id for each in made} - (set(others) - {kept})
    for record in contents.records():
        assert all(named in contents.sources for _, _, named in references_of(record))
    for each in contents.sources.values():
        assert not closes_ring(contents, each.id, each.values.text("owner"))
    assert len(contents.assessments) == 6
    assert all(each.subject in contents.sources for each in contents.assessments.values())


def test_a_merge_reaches_the_file_and_is_one_step_to_undo(case: Case) -> None:
    kept, gone = case.add_source("Ministry"), case.add_source("The ministry")
    said = case.add("official_statement", title="Denial", issuers=[gone])
    case.assess(gone, "reliability", "C")
    case.run(sources.merge_sources(case.contents, case.new_id, kept.id, [gone.id]))
    assert case.query("SELECT aliases, reliability FROM sources") == [
        {"aliases": "The ministry", "reliability": "C"}
    ]
    assert [hit.id for hit in case.find("the ministry")][:1] == [kept.id]
    case.undo()
    assert case.contents.items[said.id].values["issuers"] == [gone.id]
    assert len(case.contents.assessments_of(gone.id)) == 1


def test_a_protected_source_is_not_named_on_a_card() -> None:
    told = source("s", protected=True)
    by_name = Item("a", "document", Values({"publisher": "s"}))
    by_person = Item(
        "b", "official_statement", Values({"issuers": ["s"], "spokesperson": "Somebody"})
    )
    by_flag = Item(
        "c", "media", Values({"source": "open", "sensitivity": ["graphic", "protected_source"]})
    )
    openly = Item("d", "media", Values({"source": "open", "sensitivity": "protected_source"}))
    nobody = Item("e", "media", Values({"sensitivity": ["protected_source"]}))
    contents = case_of(told, source("open"), by_name, by_person, by_flag, openly, nobody)
    for item in (by_name, by_person, by_flag):
        assert face(contents, item).footer[-1:] == ("Protected source",)
        assert not {"S", "Somebody", "OPEN"} & set(face(contents, item).footer)
    assert face(contents, openly).footer == ("OPEN",)
    assert face(contents, nobody).footer == ()
