"""What entries of the journal did, told field by field, and which of them are about a thing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casedb import Case
from casedb.commands import items, removal
from casedb.commands.annotations import annotate
from casedb.entries import RowEdit
from casedb.model.assessments import Citation, VerdictBody
from casedb.model.marks import Form, Mark
from casedb.story import Deed, FieldChange, belonging_to, changes_of, entries_about, in_words
from random_work import Worker
from templates import Templates, create_empty


@pytest.fixture
def case(tmp_path: Path, templates: Templates) -> Iterator[Case]:
    with Case.open(templates.copy(create_empty, tmp_path / "harbour.caseboard")) as opened:
        yield opened


def newest(case: Case):
    entry = next(case.journal.entries(newest_first=True))
    return changes_of(case.journal, case.contents, entry)


def test_an_edit_says_each_field_before_and_after(case: Case):
    source = case.add_source("Ministry")
    claim = case.add("claim", title="It sailed", status="draft")
    case.set(claim, title="It sailed on the fourth", claimant=source, status="open")
    (told,) = newest(case)
    assert (told.sort, told.name, told.deed) == ("Claim", "It sailed on the fourth", Deed.CHANGED)
    changes = {each.label: (each.before, each.after) for each in told.fields}
    assert changes["Claim"] == ("It sailed", "It sailed on the fourth")
    assert changes["Claimant"] == ("", "Ministry")
    assert changes["Status"] == ("Draft", "Open")
    assert told.sentence() == "Claim “It sailed on the fourth”: changed"


def test_what_came_and_what_went_is_told_with_all_it_had(case: Case):
    note = case.add("note", title="Pier")
    (told,) = [each for each in newest(case) if each.table == "item"]
    assert told.deed is Deed.CAME and FieldChange("Title", "", "Pier") in told.fields
    case.run(removal.delete_items(case.contents, [note.id]))
    (told,) = newest(case)
    assert told.deed is Deed.WENT and told.name == "Pier"
    assert FieldChange("Title", "Pier", "") in told.fields
    assert told.sentence() == "Note “Pier”: deleted"


def test_what_is_gone_now_is_told_by_what_it_was_called_then(case: Case):
    claim = case.add("claim", title="It sailed", status="draft")
    case.set(claim, status="open")
    entry = next(case.journal.entries(newest_first=True))
    case.run(removal.delete_items(case.contents, [claim.id]))
    (told,) = changes_of(case.journal, case.contents, entry)
    assert (told.sort, told.name) == ("Claim", "It sailed")
    assert told.fields == (FieldChange("Status", "Draft", "Open"),)


def test_links_files_cards_and_judgements_are_told_by_their_names(case: Case):
    claim, photo = case.add("claim", title="It sailed"), case.add("media", title="Photo")
    case.link(photo, "supports", claim)
    (told,) = [each for each in newest(case) if each.table == "link"]
    assert told.name == "Photo supports It sailed"
    changes = {each.label: each.after for each in told.fields}
    assert (changes["From"], changes["To"], changes["Type"]) == ("Photo", "It sailed", "supports")
    case.place(photo, x=40, y=80)
    (told,) = [each for each in newest(case) if each.table == "card"]
    assert told.name == "Photo"
    assert FieldChange("Place", "", "x 40, y 80") in told.fields
    artifact = case.attach_bytes(photo, b"bytes", "pier.txt")
    assert {(each.sort, each.name) for each in newest(case)} == {
        ("File", "pier.txt"),
        ("Attachment", "pier.txt"),
    }
    case.expunge(artifact.id, "consent withdrawn")
    (told,) = newest(case)
    (change,) = told.fields
    assert change.label == "Expunged" and "reason: consent withdrawn" in change.after


def test_whose_verdict_it_is_and_what_it_cites_are_told_by_their_names(case: Case):
    paper, claim = case.add_source("Harbour Paper"), case.add("claim", title="It sailed")
    photo = case.add("media", title="Photo")
    body = VerdictBody(cited_opinion=paper.id, cites=(Citation(photo.id, "0f"),))
    case.assess(claim, "verdict", "false", body=body.to_values())
    (told,) = newest(case)
    changes = {each.label: each.after for each in told.fields}
    assert changes["Cited opinion"] == "Harbour Paper"
    assert changes["Cites"] == "Photo"


def test_values_that_were_removed_and_values_of_a_newer_version_are_told_as_they_are(case: Case):
    edits = [
        RowEdit("item", "x", None, None, "0" * 64),
        RowEdit("item", "y", None, {"id": "y", "kind": "rumour", "fields": {"how_loud": 3}}, ""),
        RowEdit("strange", "z", {"odd": True}, {"odd": False}, ""),
        RowEdit("item", "w", None, {"id": "w", "kind": "claim", "fields": {"status": [1]}}, ""),
    ]
    removed, newer, strange, odd = in_words(case.contents, edits)
    assert removed.deed is Deed.UNKNOWN and "removed from the journal" in removed.sentence()
    assert (newer.sort, newer.fields[-1]) == ("Rumour", FieldChange("How loud", "", "3"))
    assert (strange.sort, strange.fields) == ("strange", (FieldChange("odd", "yes", "no"),))
    assert odd.fields[-1].after == "[1]"


def test_the_story_of_an_item_is_of_all_that_belongs_to_it(case: Case):
    claim, photo = case.add("claim", title="It sailed"), case.add("media", title="Photo")
    other = case.add("note", title="other")
    made = case.journal.length
    card = case.place(photo)
    link = case.link(photo, "supports", claim)
    undercut = case.link(other, "undercuts", link)
    case.run(items.set_values(undercut, {"rationale": "why"}, "Edit fields"))
    artifact = case.attach_bytes(photo, b"bytes", "pier.txt")
    case.run(items.set_values(artifact, {"tool": "camera"}, "Edit fields"))
    drawn = Mark(Form.BOX, ((0.1, 0.1), (0.5, 0.5)))
    case.run(annotate(case.contents, case.new_id, artifact.id, drawn))
    case.set(other, title="else")
    case.set(photo, title="Photograph")
    case.expunge(artifact.id, "law")
    case.run(removal.delete_links(case.contents, [link.id]))
    labels = [entry.label for entry in entries_about(case.journal, photo.id)]
    assert labels[0] == "Delete link" and "Expunge file" in labels
    assert "Mark on a picture" in labels
    assert "Edit fields" in labels
    seqs = [entry.seq for entry in entries_about(case.journal, photo.id)]
    assert seqs == sorted(seqs, reverse=True)
    assert made + 1 not in seqs and card.item == photo.id, "where its card lies is no part of it"
    assert made + 3 in seqs, "what undercuts its link is"
    assert made + 8 not in seqs, "another note is not"
    assert entries_about(case.journal, "nobody") == []
    # What belongs to it now is found without reading the whole journal.
    now = belonging_to(case.contents, photo.id)
    known = {entry.seq for entry in case.journal.entries_about_any(now)}
    assert known <= set(seqs) and made + 4 in set(seqs)
    assert len(case.journal.entries_about_any(now, 2)) == 2


@given(work=st.lists(st.integers(0, 2**32 - 1), min_size=1, max_size=30))
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_everything_ever_done_can_be_told(
    tmp_path_factory: pytest.TempPathFactory, templates: Templates, work: list[int]
):
    path = templates.copy(create_empty, tmp_path_factory.mktemp("case") / "harbour.caseboard")
    with Case.open(path) as case:
        worker = Worker(case)
        for number in work:
            worker.do(number)
        for entry in case.journal.entries():
            told = changes_of(case.journal, case.contents, entry)
            assert len(told) == entry.edits
            for each in told:
                assert each.sort and each.sentence()
                assert all(change.label and change.before != change.after for change in each.fields)
        for item in case.contents.items:
            about = {entry.seq for entry in entries_about(case.journal, item)}
            assert {entry.seq for entry in case.journal.entries_about(item, -1)} <= about
