"""`GradeForm`: a grade with what it rests on; the grades of others are hidden while a second one is made."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from caseboard.inspector.controls.buttons import TextButton
from caseboard.inspector.controls.entries import GrowingText
from caseboard.inspector.controls.labels import HintLine
from caseboard.inspector.controls.picker import Picker, TickBox
from caseboard.inspector.desk import Desk
from caseboard.inspector.wording import item_title
from caseboard.measures import set_margins, set_spacing
from caseboard.plain_tips import give_tip
from casedb.analysis.confirming import CONFIRMED, claims_spoken_to, doubt_of_confirmed
from casedb.model.assessments import BASIS, SCHEME_OF
from casedb.model.records import Assessment, Item, Source
from casedb.model.schemes import grades_of
from casedb.model.values import Values
from casedb.words import say, term

_ABOUT = {
    "reliability": term("Of the source, whatever it says: what its record shows."),
    "credibility": term("Of what is said, whoever says it: what else confirms it."),
    "likelihood": term("How likely the claim is. How good the basis is, is said as confidence."),
    "confidence": term("How good the basis is, not how likely the claim."),
}
"""What each sort of grade is about, so that two questions are not answered as one."""


class GradeForm(QFrame):
    """The form for one grade of one record: the word, the claim it is for, and what it rests on.

    A second person's grade is made with the others hidden. Whether it is blind only that person knows,
    as the others may have been in sight before: they say so, and it is never said for them.

    `hid(bool)` says that the grades of others are to be hidden, or shown again; `stored()` and `left()`
    that it is done. Who asks to see the others in between does not grade blind any more.
    """

    hid = Signal(bool)
    stored = Signal()
    left = Signal()

    def __init__(self, desk: Desk, sorts: tuple[str, ...]) -> None:
        super().__init__()
        self.setObjectName("inspectorInset")
        self._desk = desk
        self._sorts = sorts
        self._subject = ""
        self.sort = Picker(desk.look, say("What is judged"), framed=True)
        self.claim = Picker(desk.look, say("For which claim"), framed=True)
        self.word = Picker(desk.look, say("Grade"), framed=True)
        self.about = HintLine()
        self.basis = GrowingText(most_lines=8)
        self.basis.setPlaceholderText(say("What it rests on"))
        self.basis.setAccessibleName(say("What the grade rests on"))
        self.doubt = HintLine()
        self.blind = TickBox(
            desk.look,
            say("Blind: I have not seen the other grades"),
            say("I have not seen the other grades"),
        )
        give_tip(
            self.blind, say("Then the record says of this grade, in your name, that it is blind")
        )
        self.show_button = TextButton(say("Show them"), "inspectorAction")
        give_tip(self.show_button, say("Show the grades of others; this one is not blind then"))
        self.seen = HintLine()
        self.store_button = TextButton(say("Store grade"), "inspectorButton")
        self.leave_button = TextButton(say("Cancel"), "inspectorButton")
        self._lay_out()
        for sort in sorts:
            self.sort.offer(sort, say(_scheme_name(desk, sort)))
        self.sort.setVisible(len(sorts) > 1)
        self.sort.activated.connect(self._show_sort)
        for picker in (self.claim, self.word):
            picker.activated.connect(self._comment)
        self.basis.stepped.connect(desk.stepped)
        self.show_button.clicked.connect(self._look)
        self.store_button.clicked.connect(self.store)
        self.leave_button.clicked.connect(self.leave)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        set_margins(column, "s", "s", "s", "s")
        set_spacing(column, "xs")
        for part in (self.sort, self.claim, self.word, self.about, self.basis, self.doubt):
            column.addWidget(part)
        column.addWidget(self.seen)
        column.addWidget(self.show_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.blind)
        foot = QHBoxLayout()
        set_spacing(foot, "s")
        foot.addWidget(self.store_button)
        foot.addWidget(self.leave_button)
        foot.addStretch(1)
        column.addLayout(foot)

    # -- from outside -------------------------------------------------------------------------

    def start(self, subject_id: str) -> None:
        """Begin a grade of a record: with the others hidden where this person has given none yet."""
        self._subject = subject_id
        self.basis.show_text("")
        self.sort.choose(self._sorts[0])
        given = self._given()
        me = self._desk.bridge.case.actor
        is_second = bool(given) and all(each.by != me for each in given)
        self.blind.setEnabled(True)
        self.blind.setChecked(False)
        self.blind.setVisible(is_second)
        self._show_hiding(is_hiding=is_second)
        self._offer_claims()
        self._show_sort()
        self.show()
        self.hid.emit(self.is_hiding)
        self.word.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def is_hiding(self) -> bool:
        """Whether the grades of others are hidden while this one is made."""
        return not self.show_button.isHidden()

    @property
    def is_blind(self) -> bool:
        """Whether the person says that they have not seen the grades of others."""
        return self.blind.isChecked() and self.is_hiding

    def store(self) -> None:
        """Append the grade."""
        subject = self._record()
        if subject is None or not self.word.key():
            self.doubt.say(say("Choose a grade first."), "warn")
            self.word.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        case, contents = self._desk.bridge.case, self._desk.contents
        claim = contents.get(Item, self._claim) if self._claim else None
        basis = self.basis.value().strip()
        body = Values({BASIS: basis} if basis else {})
        sort, value, is_blind = self.sort.key(), self.word.key(), self.is_blind
        is_done = self._desk.bridge.carry_out(
            lambda: case.assess(subject, sort, value, claim=claim, body=body, blind=is_blind)
        )
        if is_done:
            self._end()
            self.stored.emit()

    def leave(self) -> None:
        """Grade nothing."""
        self._end()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    # -- inside -------------------------------------------------------------------------------

    def _end(self) -> None:
        self.hide()
        self.hid.emit(False)

    def _record(self) -> Item | Source | None:
        contents = self._desk.contents
        return contents.get(Item, self._subject) or contents.get(Source, self._subject)

    def _given(self) -> list[Assessment]:
        given = self._desk.contents.assessments_of(self._subject)
        return [each for each in given if each.type in self._sorts]

    @property
    def _claim(self) -> str:
        return self.claim.key() if self.sort.key() == "credibility" else ""

    def _offer_claims(self) -> None:
        self.claim.clear_offers()
        self.claim.offer("", say("Whatever it is cited for"))
        contents = self._desk.contents
        item = contents.get(Item, self._subject)
        claims = claims_spoken_to(contents, item) if item is not None else ()
        for each in claims:
            self.claim.offer(each, say("for “{claim}”", claim=item_title(contents.items[each])))
        self.claim.choose(claims[0] if len(claims) == 1 else "")

    def _show_sort(self) -> None:
        sort = self.sort.key()
        contents = self._desk.contents
        self.claim.setVisible(sort == "credibility" and self.claim.count() > 1)
        self.word.clear_offers()
        self.word.offer("", say("Choose a grade"))
        for each in grades_of(contents.schemes[SCHEME_OF[sort]]):
            self.word.offer(each.value, f"{each.shown} · {each.shown_meaning}")
        self.word.choose("")
        self.about.say(say(_ABOUT[sort]))
        self._comment()

    def _comment(self) -> None:
        item = self._desk.contents.get(Item, self._subject)
        give_tip(self.word, self.word.currentText() if self.word.key() else "")
        is_confirmed = self.sort.key() == "credibility" and self.word.key() == CONFIRMED
        doubt = ""
        if item is not None and is_confirmed:
            doubt = doubt_of_confirmed(self._desk.contents, item, self._claim or None)
        self.doubt.say(doubt, "warn")

    def _look(self) -> None:
        # What was seen cannot be unseen.
        self.blind.setChecked(False)
        self.blind.setEnabled(False)
        self._show_hiding(is_hiding=False)
        self.seen.say(say("The other grades are shown, so this one is not blind."))
        self.hid.emit(self.is_hiding)
        self.basis.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_hiding(self, *, is_hiding: bool) -> None:
        self.show_button.setVisible(is_hiding)
        self.seen.say(
            say(
                "Others have graded this; what they gave is hidden until yours is stored. It may have "
                "been on the screen before: tick the box only if you have not seen it."
            )
            if is_hiding
            else ""
        )


def _scheme_name(desk: Desk, sort: str) -> str:
    return desk.contents.schemes[SCHEME_OF[sort]].name
