"""The judgements of a record, newest first; they are appended and never changed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseboard.inspector.controls.buttons import TextButton
from caseboard.inspector.controls.labels import HintLine, Pill, PlainLabel
from caseboard.inspector.desk import Desk
from caseboard.inspector.sections.assessment_rows import (
    AssessmentRow,
    assessment_rows,
    judged_sentences,
)
from caseboard.inspector.sections.grade_form import GradeForm
from caseboard.inspector.sections.section import Section
from caseboard.measures import set_margins, set_spacing
from caseboard.plain_tips import give_tip
from casedb.model.assessments import own_verdict
from casedb.words import say

MOST = 20
"""Judgements that are shown before one asks for all."""


class AssessmentLine(QWidget):
    """One judgement: the scheme, the word, what it means, what it rests on, who judged and when."""

    def __init__(self, desk: Desk, row: AssessmentRow) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        set_margins(column, "xs", 2, "xs", "xs")
        set_spacing(column, 1)
        line = QHBoxLayout()
        set_spacing(line, "s")
        line.addWidget(PlainLabel(row.name, "inspectorPlain"), 1)
        pill = Pill(desk.look, filled=True)
        line.addWidget(pill)
        column.addLayout(line)
        pill.say(row.word)
        column.addWidget(PlainLabel(row.meaning, "inspectorQuiet", wrap=True))
        for told in filter(None, (row.basis, row.agreement)):
            column.addWidget(PlainLabel(told, "inspectorPlain", wrap=True))
        if row.doubt:
            doubt = HintLine()
            column.addWidget(doubt)
            doubt.say(row.doubt, "warn")
        when = PlainLabel(
            " · ".join(filter(None, (row.who, row.change))), "inspectorQuiet", wrap=True
        )
        give_tip(when, row.at)
        column.addWidget(when)


class AssessmentsSection(Section):
    """All judgements of a record, and a form for one more of the sorts that it can be judged by.

    Without any, and where there is nothing to judge by, it is not there. `hid(bool)` says that the
    grades are hidden while somebody grades blind, or shown again.
    """

    hid = Signal(bool)

    def __init__(self, desk: Desk, sorts: tuple[str, ...] = ()) -> None:
        super().__init__(say("Assessments"), desk)
        self._subject = ""
        self._shown: list[AssessmentRow] | None = None
        self._is_whole = False
        self.is_hidden = False
        self._can_grade = bool(sorts) and not desk.bridge.read_only
        self.grade_button = self.add_action(say("Grade…") if sorts else "")
        self.grade_button.setAccessibleName(say("Add a grade"))
        self.grade_button.clicked.connect(self.start)
        self.grade_button.setVisible(self._can_grade)
        self.form = GradeForm(desk, sorts) if sorts else None
        self.told = PlainLabel("", "inspectorPlain", wrap=True)
        set_in = QVBoxLayout()
        set_margins(set_in, "xs", 0, "xs", 0)
        set_in.addWidget(self.told)
        self.column.addLayout(set_in)
        if self.form is not None:
            self.form.hide()
            self.form.hid.connect(self._hide_grades)
            self.form.stored.connect(self._end_form)
            self.form.left.connect(self._end_form)
            self.column.addWidget(self.form)
        self.lines: list[AssessmentLine] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.holder = QWidget()
        self.holder.setLayout(self._list)
        self._list.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self.holder)
        self.all_button = TextButton("", "inspectorAdd")
        self.all_button.clicked.connect(self._show_all)
        self.column.addWidget(self.all_button)

    def show_subject(self, subject_id: str) -> None:
        """Show the judgements of a record."""
        if subject_id != self._subject:
            self._is_whole = False
            if self.form is not None and not self.form.isHidden():
                self.form.leave()
        self._subject = subject_id
        contents = self.desk.contents
        rows = assessment_rows(contents, subject_id)
        is_told = own_verdict(contents, subject_id) is not None
        # Else the verdict says it, in a section of its own.
        told = () if is_told else judged_sentences(contents, subject_id)
        self.told.setText(" ".join(told))
        self.told.setVisible(bool(told) and not self.is_hidden)
        self.setVisible(bool(rows) or self._can_grade)
        if rows != self._shown:
            self._shown = rows
            self._show_rows(rows)

    def start(self) -> None:
        """Open the form for one more."""
        if self.form is not None and self._can_grade:
            self.grade_button.hide()
            self.form.start(self._subject)

    def _show_rows(self, rows: list[AssessmentRow]) -> None:
        for line in self.lines:
            self._list.removeWidget(line)
            line.hide()
            line.deleteLater()
        shown = rows if self._is_whole else rows[:MOST]
        self.lines = [AssessmentLine(self.desk, each) for each in shown]
        for line in self.lines:
            self._list.addWidget(line)
        self.all_button.setText(say("Show all {n}", "Show all {n}", n=len(rows)))
        self.all_button.setVisible(len(shown) < len(rows) and not self.is_hidden)

    def _show_all(self) -> None:
        self._is_whole = True
        self._show_rows(self._shown or [])

    def _hide_grades(self, is_hidden: bool) -> None:
        self.is_hidden = is_hidden
        # Not only here: also on cards, in lists and in the journal.
        self.desk.bridge.veil(*((self._subject,) if is_hidden else ()))
        self.holder.setVisible(not is_hidden)
        self.told.setVisible(not is_hidden and bool(self.told.text()))
        self.all_button.setVisible(not is_hidden and len(self.lines) < len(self._shown or []))
        self.hid.emit(is_hidden)

    def _end_form(self) -> None:
        self.grade_button.setVisible(self._can_grade)
        self.grade_button.setFocus(Qt.FocusReason.OtherFocusReason)
