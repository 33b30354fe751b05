"""Grading in the inspector: the form, blind second grades, and what their lines say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from caseboard.inspector.pages.source_page import SourcePage
from caseboard.inspector.sections.assessments import MOST, AssessmentsSection
from caseboard.inspector.sections.grade_form import GradeForm
from casedb.model.records import Item, Source

if TYPE_CHECKING:
    from conftest import Hand

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def texts(section: AssessmentsSection) -> list[list[str]]:
    """What every line of a section says."""
    return [
        [label.text() for label in line.findChildren(QLabel) if label.text()]
        for line in section.lines
    ]


def form_of(section: AssessmentsSection) -> GradeForm:
    assert section.form is not None
    return section.form


def choose(form: GradeForm, value: str) -> None:
    """Choose a grade as a hand does."""
    assert form.word.choose(value)
    form.word.activated.emit(form.word.currentIndex())


@pytest.fixture
def source(hand: Hand) -> Source:
    """A source, selected."""
    made = hand.case.add_source(name="Harbour office")
    hand.panel.desk.show_source(made.id)
    hand.panel.desk.selection.settle()
    return made


def section_of(hand: Hand) -> AssessmentsSection:
    page = hand.panel.page
    if isinstance(page, SourcePage):
        return page.assessments
    return hand.page().assessments


def test_a_source_is_graded_with_what_the_grade_rests_on(hand: Hand, source: Source):
    section = section_of(hand)
    hand.click(section.grade_button)
    form = form_of(section)
    assert form.isVisible() and not form.blind.isVisible() and not form.sort.isVisible()
    assert form.word.hasFocus() and section.grade_button.isHidden()
    hand.click(form.store_button)
    assert form.doubt.text() == "Choose a grade first." and not hand.case.contents.assessments
    choose(form, "B")
    hand.type(form.basis, "Two years of it")
    hand.click(form.store_button)
    (grade,) = hand.case.contents.assessments_of(source.id)
    assert (grade.type, grade.value, grade.blind, grade.values["basis"]) == (
        *("reliability", "B"),
        *(False, "Two years of it"),
    )
    assert not form.isVisible() and section.grade_button.hasFocus()
    assert texts(section)[0][:4] == [
        *("Source reliability", "B"),
        *("Usually reliable", "Two years of it"),
    ]
    hand.bridge.undo()
    assert section.lines == []


def begin_second(hand: Hand, source: Source) -> GradeForm:
    """The form for a second person's grade of a source."""
    hand.case.assess(source, "reliability", "B")
    hand.case.actor = "Ben"
    section = section_of(hand)
    assert section.holder.isVisible()
    hand.click(section.grade_button)
    return form_of(section)


def test_a_second_person_grades_with_the_first_hidden_and_says_whether_it_was_seen(
    hand: Hand, source: Source
):
    form = begin_second(hand, source)
    section = section_of(hand)
    # It was in sight until now, so nothing is said in the name of this person.
    assert form.blind.isVisible() and not form.blind.isChecked()
    assert not section.holder.isVisible() and "may have been on the screen" in form.seen.text()
    choose(form, "C")
    hand.click(form.store_button)
    grade = hand.case.contents.assessments_of(source.id)[-1]
    assert not grade.blind and grade.by == "Ben"
    shown = texts(section)[0]
    assert section.holder.isVisible() and shown[-1].endswith("Before: B, by tester.")
    assert "blind" not in shown[-1]


def test_who_says_that_they_have_not_seen_the_first_grade_is_recorded_as_blind(
    hand: Hand, source: Source
):
    form = begin_second(hand, source)
    hand.click(form.blind)
    assert not section_of(hand).holder.isVisible()
    choose(form, "C")
    hand.click(form.store_button)
    assert hand.case.contents.assessments_of(source.id)[-1].blind
    shown = texts(section_of(hand))[0]
    assert "The graders are one step apart." in shown
    assert shown[-1].endswith("blind · Before: B, by tester.")


def test_who_has_looked_does_not_grade_blind_any_more(hand: Hand, source: Source):
    form = begin_second(hand, source)
    hand.click(form.blind)
    hand.click(form.show_button)
    assert section_of(hand).holder.isVisible()
    assert not form.blind.isEnabled() and not form.blind.isChecked()
    assert "not blind" in form.seen.text() and not form.show_button.isVisible()
    choose(form, "B")
    hand.click(form.store_button)
    assert not hand.case.contents.assessments_of(source.id)[-1].blind


def test_who_has_graded_before_sees_the_others_and_is_not_asked(hand: Hand, source: Source):
    hand.case.assess(source, "reliability", "C")
    form = begin_second(hand, source)
    form.leave()
    hand.case.assess(source, "reliability", "C")
    hand.click(section_of(hand).grade_button)
    assert not form.blind.isVisible() and section_of(hand).holder.isVisible()


def test_while_grading_blind_the_head_of_the_page_tells_no_grade(hand: Hand):
    photo = hand.case.add("media", title="Photograph")
    hand.case.assess(photo, "credibility", "2")
    hand.case.actor = "Ben"
    hand.select(photo)
    page = hand.page()
    assert page.grade.text() == "?2"
    hand.click(page.assessments.grade_button)
    assert page.grade.text() == ""
    hand.press(form_of(page.assessments), Qt.Key.Key_Escape)
    assert page.grade.text() == "?2" and not form_of(page.assessments).isVisible()


def test_leaving_for_another_record_ends_a_blind_grade(hand: Hand):
    photo, bill = hand.case.add("media", title="P"), hand.case.add("media", title="B")
    for each in (photo, bill):
        hand.case.assess(each, "credibility", "2")
    hand.case.actor = "Ben"
    hand.select(photo)
    hand.click(hand.page().assessments.grade_button)
    hand.select(bill)
    assert hand.page().grade.text() == "?2" and hand.page().assessments.holder.isVisible()
    assert not form_of(hand.page().assessments).isVisible()


def test_an_item_is_graded_for_the_one_claim_that_it_speaks_to(hand: Hand):
    case = hand.case
    claim, bill = case.add("claim", title="The ship left"), case.add("document", title="Bill")
    case.link(bill, "supports", claim)
    hand.select(bill)
    section = section_of(hand)
    hand.click(section.grade_button)
    form = form_of(section)
    assert form.claim.isVisible() and form.claim.key() == claim.id
    choose(form, "1")
    assert form.doubt.text() == (
        "Confirmed by whom? Only one origin speaks for the claim; grade 1 wants two."
    )
    hand.click(form.store_button)
    (grade,) = case.contents.assessments_of(bill.id)
    assert grade.claim == claim.id
    assert "for “The ship left”" in texts(section)[0][2]
    assert any(each.startswith("Confirmed by whom?") for each in texts(section)[0])


def claim_of(hand: Hand) -> Item:
    claim = hand.case.add("claim", title="The ship left")
    hand.select(claim)
    return claim


def test_a_claim_is_judged_likely_and_with_confidence_in_two_sentences(hand: Hand):
    claim = claim_of(hand)
    section = section_of(hand)
    hand.click(section.grade_button)
    form = form_of(section)
    offered = [form.word.itemText(each) for each in range(form.word.count())]
    assert "Likely · 55 to 80 %" in offered
    choose(form, "likely")
    hand.click(form.store_button)
    hand.click(section.grade_button)
    form.sort.choose("confidence")
    form.sort.activated.emit(1)
    assert form.word.key() == ""
    choose(form, "low")
    hand.click(form.store_button)
    assert [each.type for each in hand.case.contents.assessments_of(claim.id)] == [
        *("likelihood", "confidence"),
    ]
    assert section.told.text() == (
        "Judged: likely (55 to 80 %). "
        "Confidence: low. The basis is scant, questionable or fragmented."
    )


def test_every_judgement_can_be_seen(hand: Hand):
    claim = claim_of(hand)
    for n in range(MOST + 2):
        hand.case.assess(claim, "confidence", "low" if n % 2 else "high")
    section = section_of(hand)
    assert len(section.lines) == MOST and section.all_button.text() == f"Show all {MOST + 2}"
    assert texts(section)[0][-1].endswith("Before: High.")
    hand.click(section.all_button)
    assert len(section.lines) == MOST + 2 and not section.all_button.isVisible()
    assert "Before" not in texts(section)[-1][-1]


def test_a_note_is_not_graded(hand: Hand):
    hand.select(hand.case.add("note", title="A thought"))
    assert not section_of(hand).isVisible()
