"""What a verdict rests on is frozen when it is given; what has become of it since is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from casedb import Case
from casedb.analysis import verdict_ground
from casedb.analysis.verdict_ground import changes_since, ground_of, in_words
from casedb.case import Change
from casedb.commands import removal
from casedb.model.assessments import VerdictBody, newest
from casedb.model.card_face import face
from casedb.model.records import Assessment, Item, Link, Record, Source
from casedb.model.values import Values
from casedb.verification import verify


class Judged:
    """A case with a claim, its element, a statement of a source with an owner, and a verdict."""

    def __init__(self, path: Path) -> None:
        self.case = case = Case.create(path)
        self.owner = case.add_source("State")
        self.source = case.add_source("Ministry", owner=self.owner.id)
        self.claim = case.add("claim", title="The ship was in the harbour")
        self.element = case.add_element(self.claim, "place", "In the harbour")
        self.wire = case.add("document", title="Wire", source=self.source.id)
        self.paper = case.add("document", title="Paper")
        self.link = case.link(self.paper, "supports", self.claim)
        self.flow = case.link(self.paper, "derived_from", self.wire)
        self.part = case.link(self.wire, "bears_on", self.element)
        self.other = case.add("document", title="Other")
        self.verdict = case.assess(self.claim, "verdict", "mostly_true")

    @property
    def told(self) -> str:
        changes = changes_since(self.case.contents, self.verdict)
        assert changes is not None
        return in_words(changes)


@pytest.fixture
def judged(tmp_path: Path) -> Iterator[Judged]:
    made = Judged(tmp_path / "case.caseboard")
    yield made
    made.case.close()
    assert verify(made.case.path).sound


def test_all_that_stands_behind_a_claim_is_frozen_with_its_verdict(judged: Judged) -> None:
    ground = VerdictBody.from_values(judged.verdict.values).ground
    assert {each.id: each.part for each in ground} == {
        judged.claim.id: "claim",
        judged.element.id: "claim",
        judged.paper.id: "evidence",
        judged.wire.id: "evidence",
        judged.link.id: "link",
        judged.flow.id: "link",
        judged.part.id: "link",
        judged.source.id: "source",
        judged.owner.id: "source",
    }
    assert all(len(each.hash) == 64 for each in ground)
    assert ground == ground_of(judged.case.contents, judged.claim.id)
    assert judged.told == ""


def dispute(judged: Judged) -> None:
    judged.case.link(judged.other, "disputes", judged.claim)


def attack(judged: Judged) -> None:
    judged.case.link(judged.other, "undercuts", judged.link)


def unlink(judged: Judged) -> None:
    judged.case.run(removal.delete_links(judged.case.contents, [judged.flow.id]))


def silence(judged: Judged) -> None:
    gone = [judged.part.id, judged.flow.id]
    judged.case.run(removal.delete_links(judged.case.contents, gone))


def grade(judged: Judged) -> None:
    judged.case.assess(judged.paper, "credibility", "3", claim=judged.claim)
    judged.case.assess(judged.source, "reliability", "C")


def reword(judged: Judged) -> None:
    judged.case.set(judged.claim, title="The ship lay in the harbour")


def reread(judged: Judged) -> None:
    judged.case.set(judged.wire, summary="It says more than was thought.")


def sell(judged: Judged) -> None:
    judged.case.set(judged.source, owner="")


@pytest.mark.parametrize(
    ("act", "told"),
    [
        (dispute, "1 item of evidence new, 1 link new"),
        (attack, "1 link new"),
        (unlink, "1 link gone"),
        (silence, "1 item of evidence gone, 2 links gone, 2 sources gone"),
        (grade, "2 grades new"),
        (reword, "1 part of the claim changed"),
        (reread, "1 item of evidence changed"),
        (sell, "1 source changed, 1 source gone"),
    ],
)
def test_what_has_changed_since_a_verdict_is_told(
    judged: Judged, act: Callable[[Judged], None], told: str
) -> None:
    heard: list[Change] = []
    case = judged.case
    case.listen(heard.append)
    assert face(case.contents, judged.claim).warning == ""
    act(judged)
    assert judged.told == told
    assert any(judged.claim.id in each.restated for each in heard)
    claim = case.contents.items[judged.claim.id]
    assert face(case.contents, claim).warning == "verdict out of date"
    again = case.assess(claim, "verdict", "mixed")
    assert changes_since(case.contents, again) == ()
    assert face(case.contents, claim).warning == ""


def test_what_is_no_matter_of_the_verdict_changes_nothing(judged: Judged) -> None:
    case = judged.case
    case.place(case.contents.items[judged.claim.id], x=10, y=10)
    case.set(judged.paper, tags=["seen"], notes="Ask again", exhibit="X-1")
    case.set(judged.claim, status="settled")
    case.link(judged.other, "related", judged.claim)
    case.assess(judged.other, "credibility", "3")
    case.assess(judged.paper, "credibility", "3", claim=case.add("claim", title="Another"))
    assert judged.told == ""


def test_an_opinion_that_is_cited_is_no_verdict_of_the_case(judged: Judged) -> None:
    case = judged.case
    body = VerdictBody(cited_opinion=judged.source.id).to_values()
    cited = case.assess(judged.claim, "verdict", "false", body=body)
    assert changes_since(case.contents, cited) is None
    dispute(judged)
    standing = case.standings.of(judged.claim.id)
    assert standing.is_ground_changed is True
    assert newest(case.contents.assessments_of(judged.claim.id), "verdict") == cited


def test_a_verdict_of_which_nothing_was_frozen_says_nothing_of_its_ground(judged: Judged) -> None:
    bare = Assessment("v", "verdict", judged.claim.id, None, "verdict", "true", "", "2024")
    assert changes_since(judged.case.contents, bare) is None
    assert Values(VerdictBody().to_values()) == Values()


def test_what_is_gone_from_the_case_is_told_as_gone(judged: Judged) -> None:
    case = judged.case
    case.run(removal.delete_items(case.contents, [judged.paper.id]))
    changes = {
        each.id: (each.part.value, each.fate.value)
        for each in changes_since(case.contents, judged.verdict) or ()
    }
    assert changes[judged.paper.id] == ("evidence", "gone")
    assert changes[judged.link.id] == ("link", "gone")
    assert case.contents.get(Item, judged.paper.id) is None
    assert case.contents.get(Link, judged.link.id) is case.contents.get(Source, "nobody") is None


def test_what_has_changed_is_reckoned_once_however_many_ask(
    judged: Judged, monkeypatch: pytest.MonkeyPatch
) -> None:
    case, said = judged.case, list[str]()
    hash_of = verdict_ground.said_by

    def counted(record: Record) -> str:
        said.append(record.id)
        return hash_of(record)

    monkeypatch.setattr(verdict_ground, "said_by", counted)
    case.set(judged.paper, summary="Another day")
    for _ in range(3):
        assert judged.told == "1 item of evidence changed"
        assert case.standings.of(judged.claim.id).is_ground_changed
    assert len(said) == len(set(said)) == len(ground_of(case.contents, judged.claim.id))


def test_of_an_older_version_is_told_what_changed_since_it(judged: Judged) -> None:
    judged.case.set(judged.paper, summary="Another day")
    newer = judged.case.assess(judged.claim, "verdict", "false")
    assert changes_since(judged.case.contents, newer) == ()
    assert judged.told == "1 item of evidence changed"
