"""`VerdictHead`: which claim a verdict is on, and how it stands with it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseboard.elided_label import ElidedLabel
from caseboard.measures import set_margins, set_spacing
from caseboard.verdict.since import Since
from caseboard.verdict.words_box import Words
from casedb.model.assessments import word
from casedb.model.contents import Contents
from casedb.model.records import Assessment, Item
from casedb.model.standing import GroundChange
from casedb.model.verdict_words import given_in_words, name_of_record
from casedb.model.verdicts import own_verdicts
from casedb.words import say


class VerdictHead(QWidget):
    """The title of the claim, and a line on the newest version."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = ElidedLabel(80, self)
        self.title.setObjectName("verdictTitle")
        self.state = Words("verdictHint", self)
        column = QVBoxLayout(self)
        set_margins(column, "l", "m", "l", "s")
        set_spacing(column, 2)
        column.addWidget(self.title)
        column.addWidget(self.state)

    def show_claim(self, contents: Contents, claim_id: str, since: Since) -> None:
        """Show a claim; one that is gone keeps its name."""
        if contents.get(Item, claim_id) is None:
            self.state.say(say("The claim was deleted. What you have written stays here."), "warn")
            return
        self.title.show_text(name_of_record(contents, claim_id))
        if since.verdict is None:
            self.state.say(say("No verdict yet."))
        else:
            self._show_standing(contents, since.verdict, since.changes or ())

    def _show_standing(
        self, contents: Contents, verdict: Assessment, changes: tuple[GroundChange, ...]
    ) -> None:
        told = say(
            "Version {n}: {word}, {given}",
            n=len(own_verdicts(contents, verdict.subject)),
            word=word(contents, verdict).lower(),
            given=given_in_words(contents, verdict),
        )
        told = told if told.endswith(".") else f"{told}."
        if changes:
            since = say(
                "Written before {n} change to what it rests on.",
                "Written before {n} changes to what it rests on.",
                n=len(changes),
            )
            told = f"{told} {since}"
        self.state.say(told, "warn" if changes else "quiet")
