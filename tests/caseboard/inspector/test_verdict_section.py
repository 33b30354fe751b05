"""The verdict on the page of its claim: its sentences, who gave it, and what has changed since."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from caseboard.inspector.sections.verdict import VerdictSection
from casedb.commands import items, removal
from casedb.model.assessments import VerdictBody
from casedb.model.records import Item
from casedb.model.values import Values
from casedb.model.verdicts import Draft
from casedb.verdict_giving import give_verdict, sign_off

if TYPE_CHECKING:
    from conftest import Hand


@dataclass
class Page:
    """The section of a claim that one photo speaks for."""

    hand: Hand
    claim: Item
    photo: Item

    @property
    def section(self) -> VerdictSection:
        found = self.hand.page().verdict
        assert found is not None
        return found

    @property
    def words(self) -> list[str]:
        labels = self.section.findChildren(QLabel)
        return [each.text() for each in labels if each.isVisible() and each.text()]


@pytest.fixture
def shown(hand: Hand) -> Page:
    claim, photo = hand.item(title="She was there"), hand.item("media", title="Photograph")
    hand.case.link(photo, "supports", claim)
    hand.select(claim)
    return Page(hand, claim, photo)


DRAFT = Draft("mostly_true", "The photograph shows her.", "likely", "low")


def test_a_claim_without_a_verdict_says_so_in_one_sentence(shown: Page, qtbot: QtBot) -> None:
    assert shown.words == ["Verdict", "None yet. What is cited is frozen as it is on that day."]
    assert not shown.section.versions_button.isVisible()
    with qtbot.waitSignal(shown.hand.panel.verdict_wanted) as wanted:
        shown.hand.click(shown.section.write_button)
    assert wanted.args == [shown.claim.id, "evidence"]


def test_a_verdict_is_told_in_its_sentences(shown: Page) -> None:
    verdict = give_verdict(shown.hand.case, shown.claim.id, DRAFT)
    section = shown.section
    assert section.pill.text() == "mostly true"
    assert section.reasons.text() == "The photograph shows her."
    assert section.sentences.text().split("\n") == [
        "It is likely (55–80 %) that the claim is true.",
        "Our confidence in this is low: the basis is scant, questionable or fragmented.",
    ]
    assert section.given.text() == f"By tester, {verdict.at[:10]}"
    assert section.write_button.text() == "Revise…" and not section.changes_button.isVisible()
    sign_off(shown.hand.case, shown.claim.id, "Bob")
    assert "Signed off by Bob" in section.given.text()
    assert section.versions_button.text() == "Versions (2)"


def test_what_has_changed_since_is_counted_and_can_be_seen(shown: Page, qtbot: QtBot) -> None:
    give_verdict(shown.hand.case, shown.claim.id, DRAFT)
    shown.hand.case.set(shown.photo, title="A drawing")
    section = shown.section
    assert section.since.text() == "Written before 1 change: 1 item of evidence changed."
    with qtbot.waitSignal(shown.hand.panel.verdict_wanted) as wanted:
        shown.hand.click(section.changes_button)
    assert wanted.args == [shown.claim.id, "changes"]
    shown.hand.bridge.undo()
    assert not section.since.isVisible() and not section.changes_button.isVisible()


def test_a_verdict_is_not_told_twice_on_one_page(shown: Page) -> None:
    give_verdict(shown.hand.case, shown.claim.id, DRAFT)
    page = shown.hand.page()
    names = [line.findChildren(QLabel)[0].text() for line in page.assessments.lines]
    assert names == ["Confidence", "Likelihood"]
    assert not page.assessments.told.isVisible()


def test_a_verdict_of_others_is_told_as_theirs(shown: Page) -> None:
    paper = shown.hand.case.add_source("Paper")
    body = VerdictBody(cited_opinion=paper.id).to_values()
    shown.hand.case.assess(shown.claim, "verdict", "false", body=body)
    assert shown.words[1] == "None yet. What is cited is frozen as it is on that day."
    assert shown.section.others.text() == "Cited from Paper: false."
    assert shown.section.versions_button.text() == "Versions (1)"


def test_an_old_verdict_says_that_its_ground_is_not_known(shown: Page) -> None:
    case = shown.hand.case
    verdict = give_verdict(case, shown.claim.id, DRAFT)
    old = replace(verdict, id=case.new_id(), values=Values(), at="2999-01-01T00:00:00Z")
    case.run(items.assess(old))
    assert shown.section.since.text() == "What it rests on was not frozen when it was given."


def test_only_claims_have_a_verdict(shown: Page) -> None:
    shown.hand.select(shown.photo)
    assert shown.hand.page().verdict is None


def test_nothing_is_told_while_somebody_grades_blind(shown: Page) -> None:
    give_verdict(shown.hand.case, shown.claim.id, DRAFT)
    page = shown.hand.page()
    shown.hand.case.actor = "Somebody else"
    page.assessments.start()
    assert page.assessments.is_hidden and not shown.section.isVisible()
    assert page.assessments.form is not None
    page.assessments.form.leave()
    assert shown.section.isVisible()


def test_the_page_of_a_deleted_claim_goes(shown: Page) -> None:
    give_verdict(shown.hand.case, shown.claim.id, DRAFT)
    case = shown.hand.case
    case.run(removal.delete_items(case.contents, [shown.claim.id]))
    shown.hand.bridge.undo()
    shown.hand.select(shown.claim)
    assert shown.section.pill.text() == "mostly true"
