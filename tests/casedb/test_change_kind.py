"""An item becomes one of another kind: nothing of it is lost, and what would not fit is refused."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from casedb import Case
from casedb.commands.kinds import change_kind
from casedb.errors import InvalidChange
from casedb.verification import verify
from templates import Templates, create_empty


@pytest.fixture
def case(tmp_path: Path, templates: Templates) -> Iterator[Case]:
    with Case.open(templates.copy(create_empty, tmp_path / "harbour.caseboard")) as opened:
        yield opened


def test_all_that_an_item_has_stays_with_it(case: Case):
    claim, photo = (
        case.add("claim", title="It sailed"),
        case.add("media", title="Scene", url="https://a.example/"),
    )
    case.attach_bytes(photo, b"bytes", "scene.tif")
    case.assess(photo, "credibility", "2")
    card, link = case.place(photo), case.link(photo, "supports", claim)
    before = case.contents.items[photo.id]
    case.run(change_kind(case.contents, [photo.id], "satellite_image"))
    after = case.contents.items[photo.id]
    assert (
        after.kind == "satellite_image"
        and dict(before.values).items() <= dict(after.values).items()
    )
    assert case.contents.cards[card.id].item == photo.id and link.id in case.contents.links
    assert case.contents.attachments_of(photo.id) and case.contents.assessments_of(photo.id)
    case.set(photo, gsd=0.5)
    assert [each["title"] for each in case.query("SELECT title FROM satellite_images")] == ["Scene"]
    case.undo()
    case.undo()
    assert case.contents.items[photo.id] == before
    assert verify(case.path).sound


def test_an_item_that_is_of_the_kind_already_needs_no_change(case: Case):
    photo = case.add("media", title="Pier")
    assert not change_kind(case.contents, [photo.id], "media")


def test_many_become_one_kind_in_one_step(case: Case):
    ids = [case.add(kind, title=kind).id for kind in ("media", "document", "note")]
    change = change_kind(case.contents, ids, "document")
    assert change.label == "Convert to another kind" and len(change.edits) == 2
    case.run(change)
    assert {case.contents.items[each].kind for each in ids} == {"document"}


def test_what_would_not_fit_is_refused_in_words(case: Case):
    claim, photo = case.add("claim", title="It sailed"), case.add("media", title="Pier")
    case.link(photo, "supports", claim)

    def refused(ids: list[str], kind: str, words: str) -> None:
        with pytest.raises(InvalidChange, match=words):
            change_kind(case.contents, ids, kind)

    refused([claim.id], "note", "cannot lead from “Media” to “Note”")
    refused([photo.id], "rumour", "no kind “rumour”")
    refused([photo.id], "board_card", "stands for a board")
    other = case.add("claim", title="Judged")
    case.assess(other, "likelihood", "likely")
    refused([other.id], "note", "has been assessed")
    case.assess(photo, "credibility", "2")
    refused([photo.id], "claim", "has been assessed")
    third = case.add("claim", title="In parts")
    case.add_element(third, role="action", text="sailed")
    refused([third.id], "event", "has elements")
    assert case.contents.items[third.id].kind == "claim"


def test_ends_that_change_together_are_looked_at_together(case: Case):
    one, other = (
        case.add("official_statement", title="a"),
        case.add("official_statement", title="b"),
    )
    case.link(one, "responds_to", other)
    with pytest.raises(InvalidChange):
        change_kind(case.contents, [one.id, other.id], "note")
    assert change_kind(case.contents, [other.id], "claim")
