"""What claims rest on is kept and reckoned anew where a change touches it, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casedb import Case
from casedb.analysis.independence import standing_of
from casedb.analysis.standings import Standings
from casedb.case import Change
from casedb.model.card_face import face
from casedb.model.changes import ChangeSet, Edit
from casedb.model.contents import Contents
from casedb.model.records import CaseInfo, Element, Item, Link, Record, Ref, Source
from casedb.model.schemes import SCHEMES
from casedb.model.standing import Lines
from casedb.model.values import Values
from casedb.past import Past


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case.create(tmp_path / "case.caseboard") as case:
        yield case


def test_a_claim_is_restated_where_something_far_behind_it_changes(case: Case) -> None:
    claim, other = case.add("claim", title="A"), case.add("claim", title="B")
    papers = [case.add("document", title=each) for each in ("one", "two")]
    for each in papers:
        case.link(each, "supports", claim)
    case.link(papers[0], "supports", other)
    heard: list[Change] = []
    case.listen(heard.append)
    assert case.standings.of(claim.id).pro.high == 2
    assert case.standings.of(other.id).pro.high == 1
    wire = case.add("document", title="wire")
    assert not heard[-1].restated
    case.link(papers[1], "derived_from", wire)
    assert heard[-1].restated == {claim.id}
    case.standings.of(claim.id)
    case.link(papers[0], "derived_from", wire)
    assert heard[-1].restated == {claim.id, other.id}
    assert case.standings.of(claim.id).pro.high == 1
    case.undo()
    assert case.standings.of(claim.id).pro.high == 2


def test_a_new_owner_makes_one_origin_of_two_sources(case: Case) -> None:
    claim = case.add("claim", title="A")
    sources = [case.add_source(each) for each in ("One", "Other")]
    for each in sources:
        case.link(case.add("document", title=each.name, source=each.id), "supports", claim)
    assert case.standings.of(claim.id).pro.high == 2
    state = case.add_source("State")
    for each in sources:
        case.set(each, owner=state.id)
    assert case.standings.of(claim.id).pro.high == 1


def test_the_card_of_a_claim_tells_how_many_lines_are_independent(case: Case) -> None:
    claim = case.add("claim", title="A")
    shown = face(case.contents, claim)
    assert shown.support is not None and shown.support.lines is None
    case.link(case.add("document", title="one"), "disputes", claim)
    shown = face(case.contents, claim)
    assert shown.support is not None and shown.support.lines is not None
    assert (shown.support.lines.independent, shown.warning) == ("1 independent", "")
    one, two = (case.add("document", title=each) for each in "ab")
    for each in (one, two, case.add("document", title="c", origin_known="unknown")):
        case.link(each, "supports", claim)
    case.link(one, "derived_from", two)
    case.link(two, "derived_from", one)
    shown = face(case.contents, claim)
    assert shown.support is not None and shown.support.lines is not None
    assert (shown.support.lines.independent, shown.warning) == ("1–2 independent", "circular")


def test_whoever_looks_back_is_told_what_claims_rested_on_then(case: Case) -> None:
    claim = case.add("claim", title="A")
    case.link(case.add("document", title="a"), "supports", claim)
    then = case.journal.length
    case.link(case.add("document", title="b"), "supports", claim)
    past = Past(case.journal, case.contents)
    past.go(then)
    standing = past.contents.standing(claim.id)
    assert standing is not None and standing.pro.high == 1
    past.go(case.journal.length)
    standing = past.contents.standing(claim.id)
    assert standing is not None and standing.pro.high == 2


NAMES = "abcdefg"
_records: dict[str, list[Record]] = {
    "item": [
        Item(name, "document", Values({"origin_group": group, "source": source}))
        for name in NAMES
        for group, source in (("", ""), ("g", ""), ("", "s"), ("", "t"))
    ],
    "link": [
        Link(f"{sort} {start} {end}", sort, Ref.item(start), Ref.item(end))
        for sort, ends in (("derived_from", NAMES), ("supports", "CD"), ("same_object", NAMES))
        for start in NAMES
        for end in ends
        if start != end
    ],
    "part": [
        Link(f"part {start}", "supports", Ref.item(start), Ref.element("E")) for start in NAMES
    ],
    "owner": [Source(name, Values({"owner": owner})) for name in "st" for owner in ("", "u", "s")],
}


@given(
    st.lists(
        st.one_of(*(st.sampled_from(each) for each in _records.values())), min_size=1, max_size=40
    )
)
@settings(max_examples=60)
def test_what_is_kept_is_what_is_reckoned_anew(drawn: list[Record]) -> None:
    """Records come, go where they are drawn again, and change where another of the same id is."""
    ground: list[Record] = [
        *(Item(each, "claim") for each in "CD"),
        *(Item(each, "document") for each in NAMES),
        *(Source(each) for each in "stu"),
        Element("E", "C", 0),
    ]
    contents = Contents([CaseInfo("case"), *SCHEMES, *ground])
    standings = Standings(contents)
    for record in drawn:
        there = contents.get(type(record), record.id)
        after = None if there == record and isinstance(record, Link) else record
        contents.apply(ChangeSet("", (Edit(there, after),)))
        for claim in "CD":
            assert standings.of(claim) == standing_of(contents, claim)
            assert isinstance(standings.of(claim).con, Lines)
