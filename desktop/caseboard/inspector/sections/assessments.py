"""The judgements of a record, newest first; they are appended elsewhere and never changed."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseboard.inspector.controls.labels import Pill, PlainLabel
from caseboard.inspector.desk import Desk
from caseboard.inspector.sections.section import Section
from caseboard.inspector.wording import item_title, one_line
from caseboard.measures import set_margins, set_spacing
from caseboard.plain_tips import give_tip
from casedb.model.assessments import VerdictBody, word
from casedb.model.contents import Contents
from casedb.model.records import Assessment, Item
from casedb.model.schemes import grades_of
from casedb.words import say

MOST = 20


def name_of(contents: Contents, assessment: Assessment) -> str:
    """What was judged, in the words of the scheme."""
    scheme = contents.schemes.get(assessment.scheme)
    return say(scheme.name if scheme is not None else assessment.type.capitalize())


def meaning_of(contents: Contents, assessment: Assessment) -> str:
    """What the word means that was chosen."""
    scheme = contents.schemes.get(assessment.scheme)
    grades = grades_of(scheme) if scheme is not None else ()
    return next((each.shown_meaning for each in grades if each.value == assessment.value), "")


class AssessmentLine(QWidget):
    """One judgement: the scheme, the word, what it means, who judged and when."""

    def __init__(self, desk: Desk, assessment: Assessment) -> None:
        super().__init__()
        contents = desk.contents
        column = QVBoxLayout(self)
        set_margins(column, "xs", 2, "xs", "xs")
        set_spacing(column, 1)
        line = QHBoxLayout()
        set_spacing(line, "s")
        line.addWidget(PlainLabel(name_of(contents, assessment), "inspectorPlain"), 1)
        pill = Pill(desk.look, filled=True)
        line.addWidget(pill)
        column.addLayout(line)
        pill.say(one_line(word(contents, assessment)))
        claim = contents.get(Item, assessment.claim) if assessment.claim else None
        told = [meaning_of(contents, assessment)]
        if claim is not None and claim.id != assessment.subject:
            told.append(say("for “{claim}”", claim=item_title(claim)))
        column.addWidget(PlainLabel(" · ".join(filter(None, told)), "inspectorQuiet", wrap=True))
        rationale = one_line(VerdictBody.from_values(assessment.values).rationale)
        if rationale:
            column.addWidget(PlainLabel(rationale, "inspectorPlain", wrap=True))
        who = one_line(assessment.by) or say("no name given")
        told = [who, assessment.at[:10], say("blind") if assessment.blind else ""]
        when = PlainLabel(" · ".join(filter(None, told)), "inspectorQuiet", wrap=True)
        give_tip(when, assessment.at)
        column.addWidget(when)


class AssessmentsSection(Section):
    """All judgements of a record; without any it is not there."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(say("Assessments"), desk)
        self._shown: list[Assessment] = []
        self.lines: list[AssessmentLine] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.column.addLayout(self._list)

    def show_subject(self, subject_id: str) -> None:
        """Show the judgements of a record."""
        found = self.desk.contents.assessments_of(subject_id)[::-1]
        self.setVisible(bool(found))
        if found == self._shown:
            return
        self._shown = found
        for line in self.lines:
            self._list.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [AssessmentLine(self.desk, each) for each in found[:MOST]]
        for line in self.lines:
            self._list.addWidget(line)
        newest = say("newest {number} of {all}", number=MOST, all=len(found))
        self.say_aside(newest if len(found) > MOST else "")
