"""`VerdictForm`: what is written of a verdict, field by field, with what a reader will be told of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseboard.measures import add_gap, set_margins, set_spacing
from caseboard.theme import Theme
from caseboard.verdict.words_box import PickBox, Words, WordsBox
from casedb.model.contents import Contents
from casedb.model.records import Element
from casedb.model.schemes import Grade
from casedb.model.verdict_words import (
    confidence_sentence,
    element_in_words,
    likelihood_sentence,
    range_of,
)
from casedb.model.verdicts import (
    FINDINGS,
    LONGEST,
    Draft,
    grades_for,
    named_grade,
    own_verdicts,
    shown_finding,
)
from casedb.words import say


class FindingRow(QWidget):
    """One element, and what was found of it. `changed()` follows the user."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = Words("fieldLabel", self)
        self.box = PickBox("", theme, self, own=True)
        line = self.box.lineEdit()
        if line is not None:
            line.setPlaceholderText(say("Nothing found yet"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        set_spacing(column, 2)
        self.title.setBuddy(self.box)
        column.addWidget(self.title)
        column.addWidget(self.box)
        self.box.picked.connect(self.changed)

    def show_element(self, element: Element, finding: str) -> None:
        """Show an element with its finding."""
        told = element_in_words(element)
        self.title.setText(told)
        self.box.setAccessibleName(say("Finding for {element}", element=told))
        self.box.offer(
            [("", "", ""), *((each, _capital(shown_finding(each)), "") for each in FINDINGS)]
        )
        self.box.choose(finding)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


class VerdictForm(QWidget):
    """The fields of a verdict. `changed()` follows what the user writes or chooses."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("verdictForm")
        self._theme = theme
        self._shown = Draft()
        self._is_writable = True
        self.label = PickBox(say("Verdict"), theme, self)
        self.meaning = Words("verdictSentence", self)
        self.rationale = WordsBox(say("Reasons"), 6, self)
        self.rationale.setPlaceholderText(say("Why, in a few sentences for a reader"))
        self.likelihood = PickBox(say("Likelihood"), theme, self)
        self.likely = Words("verdictSentence", self)
        self.confidence = PickBox(say("Confidence"), theme, self)
        self.sure = Words("verdictSentence", self)
        self.limits = WordsBox(say("Limits"), 3, self)
        self.limits.setPlaceholderText(
            say("What this verdict does not say, and what would change it")
        )
        self.corrections = WordsBox(say("Corrections"), 3, self)
        self.corrections.setPlaceholderText(say("What is corrected of the version before, and why"))
        self.trouble = Words("verdictHint", self)
        self.rows: dict[str, FindingRow] = {}
        self._lay_out()
        for box in (self.label, self.likelihood, self.confidence):
            box.picked.connect(self._tell)
        for text in (self.rationale, self.limits, self.corrections):
            text.written.connect(self._tell)

    def _lay_out(self) -> None:
        column = self._column = QVBoxLayout(self)
        set_margins(column, "l", "m", "l", "l")
        set_spacing(column, "xs")
        self._add(say("Verdict"), self.label, self.meaning)
        self._elements = QWidget(self)
        self._list = QVBoxLayout(self._elements)
        self._list.setContentsMargins(0, 0, 0, 0)
        set_spacing(self._list, "s")
        self._elements_title = self._add(say("Found of each element"), self._elements)
        self._add(say("Reasons"), self.rationale)
        self._add(say("Likelihood"), self.likelihood, self.likely)
        self._add(say("Confidence"), self.confidence, self.sure)
        self._add(say("Limits"), self.limits)
        self._corrections_title = self._add(say("Corrections"), self.corrections)
        column.addWidget(self.trouble)
        column.addStretch(1)

    def _add(self, title: str, *parts: QWidget) -> Words:
        heading = Words("panelHeading", self, title)
        self._column.addWidget(heading)
        if parts[0].focusPolicy() is not Qt.FocusPolicy.NoFocus:
            heading.setBuddy(parts[0])
        for part in parts:
            self._column.addWidget(part)
        add_gap(self._column, "s")
        return heading

    # -- what is written ----------------------------------------------------------------------

    @property
    def draft(self) -> Draft:
        """What is written; what is not shown is as it was given."""
        findings: Mapping[str, str] = {
            **{key: each for key, each in self._shown.findings.items() if key not in self.rows},
            **{key: found for key, row in self.rows.items() if (found := row.box.key())},
        }
        return replace(
            self._shown,
            label=self.label.key(),
            rationale=self.rationale.toPlainText(),
            likelihood=self.likelihood.key(),
            confidence=self.confidence.key(),
            limits=self.limits.toPlainText(),
            corrections=self.corrections.toPlainText(),
            findings=findings,
        )

    def show_draft(self, contents: Contents, claim_id: str, draft: Draft) -> None:
        """Show what is written of a verdict on a claim, by the schemes that the case carries."""
        self._contents_grades = {
            sort: grades_for(contents, sort) for sort in ("verdict", "likelihood", "confidence")
        }
        self._show_elements(contents.elements_of(claim_id), draft)
        self._shown = draft
        grades = self._contents_grades
        self._offer(self.label, grades["verdict"], draft.label, say("Choose a label"))
        self._offer(self.likelihood, grades["likelihood"], draft.likelihood, say("Not said"))
        self._offer(self.confidence, grades["confidence"], draft.confidence, say("Not said"))
        for box, text in (
            (self.rationale, draft.rationale),
            (self.limits, draft.limits),
            (self.corrections, draft.corrections),
        ):
            box.show_text(text)
        is_revised = bool(own_verdicts(contents, claim_id)) or bool(draft.corrections)
        self.corrections.setVisible(is_revised)
        self._corrections_title.setVisible(is_revised)
        self._comment()

    @staticmethod
    def _offer(box: PickBox, grades: tuple[Grade, ...], chosen: str, nothing: str) -> None:
        words = [("", nothing, "")]
        for each in grades:
            told = range_of(each)
            shown = say("{word} ({range})", word=each.shown, range=told) if told else each.shown
            words.append((each.value, shown, "" if told else each.shown_meaning))
        if chosen and named_grade(grades, chosen) is None:
            words.append((chosen, chosen, say("This word is not in the scheme of the case.")))
        box.offer(words)
        box.choose(chosen)

    def _show_elements(self, elements: list[Element], draft: Draft) -> None:
        there = {each.id: each for each in elements}
        for key in [each for each in self.rows if each not in there]:
            row = self.rows.pop(key)
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        for at, each in enumerate(elements):
            if each.id not in self.rows:
                row = self.rows[each.id] = FindingRow(self._theme, self._elements)
                row.changed.connect(self._tell)
                row.box.setEnabled(self._is_writable)
                row.show()
            row = self.rows[each.id]
            if self._list.indexOf(row) != at:
                self._list.insertWidget(at, row)
            row.show_element(each, draft.findings.get(each.id, ""))
        self._elements.setVisible(bool(elements))
        self._elements_title.setVisible(bool(elements))

    def _tell(self) -> None:
        self._comment()
        self.changed.emit()

    def _comment(self) -> None:
        """Say what a reader will be told, and what is too long to be stored."""
        grades = self._contents_grades
        label = named_grade(grades["verdict"], self.label.key())
        self.meaning.say(label.shown_meaning if label is not None else "")
        self.likely.say(
            likelihood_sentence(named_grade(grades["likelihood"], self.likelihood.key()))
        )
        self.sure.say(confidence_sentence(named_grade(grades["confidence"], self.confidence.key())))
        texts = (self.rationale, self.limits, self.corrections)
        longest = max(each.document().characterCount() for each in texts)
        longest = max(longest, *(len(row.box.key()) for row in self.rows.values()), 0)
        if not grades["verdict"]:
            self.trouble.say(
                say("This case carries no words for verdicts, so none can be given."), "warn"
            )
        elif longest > LONGEST + 1:
            self.trouble.say(
                say("Each text takes up to {n} characters; one is longer.", n=LONGEST), "warn"
            )
        else:
            self.trouble.say("")

    # -- how it looks -------------------------------------------------------------------------

    def allow_writing(self, *, is_allowed: bool) -> None:
        """Let the fields be changed, or only read and copied."""
        self._is_writable = is_allowed
        for text in (self.rationale, self.limits, self.corrections):
            text.setReadOnly(not is_allowed)
        boxes = [self.label, self.likelihood, self.confidence]
        for box in (*boxes, *(row.box for row in self.rows.values())):
            box.setEnabled(is_allowed)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        boxes = [self.label, self.likelihood, self.confidence]
        for box in (*boxes, *(row.box for row in self.rows.values())):
            box.set_theme(theme)
