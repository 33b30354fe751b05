"""The verdict on a claim: its word, its sentences, who gave it and when, and whether its ground has changed."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseboard.flow_layout import FlowLayout
from caseboard.inspector.controls.buttons import TextButton
from caseboard.inspector.controls.labels import HintLine, Pill, PlainLabel
from caseboard.inspector.desk import Desk
from caseboard.inspector.sections.section import Section
from caseboard.inspector.wording import one_line
from caseboard.measures import set_margins, set_spacing
from caseboard.plain_tips import give_tip
from casedb.analysis.verdict_ground import GroundChange, changes_since, in_words
from casedb.model.assessments import newest, own_verdict, word
from casedb.model.card_face import verdict_accent
from casedb.model.contents import Contents
from casedb.model.discretion import public_name
from casedb.model.records import Assessment, Source
from casedb.model.schemes import Grade
from casedb.model.verdict_words import (
    confidence_sentence,
    given_in_words,
    likelihood_sentence,
)
from casedb.model.verdicts import cited_verdicts, grade_of, own_verdicts
from casedb.model.visible_text import visible
from casedb.words import say

LONGEST = 600
"""Characters of the reasons that are shown; the window has all of them."""


class VerdictSection(Section):
    """The newest verdict on a claim, and the ways to write one, to see the versions and what has changed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(say("Verdict"), desk)
        self._claim = ""
        self.write_button = self.add_action(say("Write…"))
        self.pill = Pill(desk.look)
        self.nothing = PlainLabel("", "inspectorNothing", wrap=True)
        self.reasons = PlainLabel("", "inspectorPlain", wrap=True)
        self.sentences = PlainLabel("", "inspectorPlain", wrap=True)
        self.given = PlainLabel("", "inspectorQuiet", wrap=True)
        self.since = HintLine()
        self.others = PlainLabel("", "inspectorQuiet", wrap=True)
        self.changes_button = TextButton(say("See what changed"), "inspectorAction")
        self.versions_button = TextButton("", "inspectorAction")
        self._lay_out()
        for button, page in (
            (self.write_button, "evidence"),
            (self.changes_button, "changes"),
            (self.versions_button, "versions"),
        ):
            button.clicked.connect(partial(self._open, page))

    def _lay_out(self) -> None:
        inside = QVBoxLayout()
        set_margins(inside, "xs", 0, "xs", 0)
        set_spacing(inside, 5)
        chips = QHBoxLayout()
        chips.addWidget(self.pill)
        chips.addStretch(1)
        inside.addLayout(chips)
        for part in (self.reasons, self.sentences, self.given, self.others):
            inside.addWidget(part)
        self.column.addWidget(self.nothing)
        self.column.addLayout(inside)
        self.column.addWidget(self.since)
        self.ways = QWidget()
        ways = FlowLayout(self.ways, "xs")
        ways.addWidget(self.changes_button)
        ways.addWidget(self.versions_button)
        self.column.addWidget(self.ways)

    def _open(self, page: str) -> None:
        self.desk.verdict_wanted.emit(self._claim, page)

    def show_claim(self, claim_id: str) -> None:
        """Show the verdict on a claim; not while somebody grades it blind."""
        self._claim = claim_id
        contents = self.desk.contents
        self.setVisible(claim_id not in contents.veiled)
        verdict = own_verdict(contents, claim_id)
        is_writable = not self.desk.bridge.read_only
        self._name_buttons(contents, verdict, is_writable=is_writable)
        if verdict is None:
            self.nothing.setText(_none_yet(is_writable=is_writable))
        self.nothing.setVisible(verdict is None)
        self.pill.say(*_chip(contents, verdict))
        for label, told in (
            (self.reasons, _reasons(verdict)),
            (self.sentences, _sentences(contents, claim_id) if verdict is not None else ""),
        ):
            label.setText(told)
            label.setVisible(bool(told))
        given = given_in_words(contents, verdict) if verdict is not None else ""
        given = one_line(given[:1].upper() + given[1:])
        self.given.setText(given)
        self.given.setVisible(bool(given))
        changes = changes_since(contents, verdict) if verdict is not None else ()
        self.since.say(_since(changes), "warn")
        self.changes_button.setVisible(bool(changes))
        others = _others(contents, claim_id)
        self.others.setText(others)
        self.others.setVisible(bool(others))

    def _name_buttons(
        self, contents: Contents, verdict: Assessment | None, *, is_writable: bool
    ) -> None:
        words = say("Write…") if verdict is None else say("Revise…")
        name = say("Write a verdict") if verdict is None else say("Revise the verdict")
        if not is_writable:
            words, name = say("Open…"), say("Open the verdict")
        self.write_button.setText(words)
        self.write_button.setAccessibleName(name)
        give_tip(self.write_button, say("In a window of its own, beside the board"))
        n = len(own_verdicts(contents, self._claim)) + len(cited_verdicts(contents, self._claim))
        self.versions_button.setText(say("Versions ({n})", n=n))
        self.versions_button.setVisible(n > 0)
        self.ways.setVisible(n > 0)


def _none_yet(*, is_writable: bool) -> str:
    if not is_writable:
        return say("None was given.")
    return say("None yet. What is cited is frozen as it is on that day.")


def _chip(contents: Contents, verdict: Assessment | None) -> tuple[str, str]:
    if verdict is None:
        return "", "tx2"
    return one_line(word(contents, verdict)).lower(), verdict_accent(verdict.value)


def _grade(contents: Contents, claim_id: str, sort: str) -> Grade | None:
    return grade_of(contents, newest(contents.assessments_of(claim_id), sort))


def _reasons(verdict: Assessment | None) -> str:
    """The reasons of a verdict, or as much of them as there is room for."""
    told = verdict.values.text("rationale").strip() if verdict is not None else ""
    return visible(told if len(told) <= LONGEST else f"{told[: LONGEST - 1].rstrip()}…")


def _sentences(contents: Contents, claim_id: str) -> str:
    """How likely a claim is judged and how sure that is, a line each."""
    parts = (
        likelihood_sentence(_grade(contents, claim_id, "likelihood")),
        confidence_sentence(_grade(contents, claim_id, "confidence")),
    )
    return "\n".join(filter(None, parts))


def _since(changes: tuple[GroundChange, ...] | None) -> str:
    if changes is None:
        return say("What it rests on was not frozen when it was given.")
    if not changes:
        return ""
    return say(
        "Written before {n} change: {changes}.",
        "Written before {n} changes: {changes}.",
        n=len(changes),
        changes=in_words(changes),
    )


def _others(contents: Contents, claim_id: str) -> str:
    """The verdicts of others that are cited, each with whose it is."""
    told: list[str] = []
    for each in cited_verdicts(contents, claim_id):
        source = contents.get(Source, each.values.text("cited_opinion"))
        whose = one_line(public_name(source)) if source is not None else say("somebody else")
        told.append(
            say(
                "Cited from {source}: {word}.",
                source=whose,
                word=one_line(word(contents, each)).lower(),
            )
        )
    return "\n".join(told[:5])
