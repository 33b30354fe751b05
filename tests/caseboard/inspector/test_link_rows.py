"""What the links at an item say, without a window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from caseboard.inspector.controls.rows import Mark
from caseboard.inspector.sections.elements import coverage, speakers
from caseboard.inspector.sections.link_rows import link_rows, links_on_link
from caseboard.inspector.sections.uses import roles_of
from casedb import Case
from casedb.model.changes import ChangeSet, Edit
from casedb.model.records import Link, Ref


@pytest.fixture
def case(fresh_path: Path) -> Iterator[Case]:
    """An empty case."""
    with Case.open(fresh_path) as case:
        yield case


def test_evidence_comes_first_then_what_else_is_said(case: Case):
    claim = case.add("claim", title="The ship left")
    element = case.add_element(claim, "place", "Pier 4")
    photo = case.add("media", title="Photograph")
    denial = case.add("official_statement", title="Denial")
    other = case.add("claim", title="The ship stayed")
    case.link(claim, "excludes", other)
    case.link(denial, "disputes", claim, strength="weak")
    case.link(denial, "denies", claim)
    support = case.link(photo, "supports", element, certainty="tentative")
    case.link(other, "undercuts", support)
    case.assess(denial, "credibility", "5")
    rows = link_rows(case.contents, case.contents.items[claim.id])
    assert [(row.polarity, row.heading, row.face.title) for row in rows] == [
        (1, "Is supported by", "Photograph"),
        (-1, "Is disputed by", "Denial"),
        (0, "Excludes", "The ship stayed"),
        (0, "Is denied by", "Denial"),
    ]
    first, second, third, _ = rows
    assert first.face.marks == (Mark("for", "sup"), Mark("media", "med"))
    assert first.face.detail == "Place: Pier 4 · tentative · undercut by 1 item"
    case.link(other, "undercuts", support)
    again = link_rows(case.contents, case.contents.items[claim.id])[0]
    assert again.face.detail == first.face.detail
    assert first.said == "For: Photograph, Place: Pier 4"
    assert (second.face.grade, second.face.detail) == ("?5", "weak")
    assert second.said == "Against: Denial, grade ?5"
    assert third.face.marks[0] == Mark("link_excludes", "dis")
    assert first.other == Ref.item(photo.id)


def test_the_other_end_says_it_the_other_way_round(case: Case):
    claim = case.add("claim", title="The ship left")
    element = case.add_element(claim, "place", "Pier 4")
    photo = case.add("media", title="Photograph")
    support = case.link(photo, "supports", element)
    note = case.add("note", title="Doubt")
    case.link(note, "undercuts", support)
    (row,) = link_rows(case.contents, case.contents.items[photo.id])
    assert (row.polarity, row.heading, row.face.title) == (0, "Supports", "Place: Pier 4")
    assert row.face.detail.startswith("The ship left")
    (row,) = link_rows(case.contents, case.contents.items[note.id])
    assert row.face.title == "“Photograph” supports “Place: Pier 4”"
    (row,) = links_on_link(case.contents, support)
    assert (row.heading, row.face.title) == ("Is undercut by", "Doubt")


def test_a_link_of_a_newer_version_is_told_in_its_own_words(case: Case):
    one, other = case.add("note", title="One"), case.add("note", title="Other")
    link = Link(case.new_id(), "echoes_of", Ref.item(one.id), Ref.item(other.id))
    case.run(ChangeSet("Add", (Edit(None, link),)))
    (row,) = link_rows(case.contents, case.contents.items[one.id])
    assert (row.heading, row.face.marks[0]) == ("Echoes of", Mark("link", "der"))


def test_coverage_counts_items_and_not_links(case: Case):
    claim = case.add("claim", title="The ship left")
    element = case.add_element(claim, "place", "Pier 4")
    assert coverage(*speakers(case.contents, element.id)) == "nothing yet"
    photo = case.add("media", title="Photograph")
    case.link(photo, "bears_on", element)
    assert coverage(*speakers(case.contents, element.id)) == "1 item"
    case.link(photo, "supports", element)
    case.link(photo, "supports", element, label="again")
    assert coverage(*speakers(case.contents, element.id)) == "1 for"
    case.link(case.add("note", title="No"), "disputes", element)
    assert coverage(*speakers(case.contents, element.id)) == "1 for · 1 against"


def test_the_fields_that_name_a_source_are_told(case: Case):
    wire = case.add_source("Wire")
    branch = case.add_source("Branch", owner=wire)
    statement = case.add("official_statement", issuers=[wire], source=wire)
    assert roles_of(case.contents.items[statement.id], wire.id) == "issuers, source"
    assert roles_of(case.contents.sources[branch.id], wire.id) == "owner or parent"
