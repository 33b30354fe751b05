"""`VerdictWindow`: a window of its own in which the verdict on a claim is written, compared and signed off."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from caseboard.bridge import CaseBridge
from caseboard.focus_order import focusable, order_focus
from caseboard.measures import fit_on_screen, set_margins, set_spacing
from caseboard.plain_tips import give_tip
from caseboard.scale import px
from caseboard.theme import Theme
from caseboard.titles import shown_title
from caseboard.verdict.changes import ChangesPage
from caseboard.verdict.evidence import EvidenceTree
from caseboard.verdict.form import VerdictForm
from caseboard.verdict.head import VerdictHead
from caseboard.verdict.held import Held
from caseboard.verdict.preview import Preview
from caseboard.verdict.sign_off import SignOff
from caseboard.verdict.since import Since
from caseboard.verdict.versions import VersionsPage
from caseboard.verdict.words_box import Words
from casedb import Change
from casedb.model.assessments import own_verdict
from casedb.model.contents import Contents
from casedb.model.records import Item, Scheme
from casedb.model.verdict_words import as_text, passages_of_draft
from casedb.model.verdicts import Draft, draft_of, grades_for, own_verdicts
from casedb.verdict_giving import give_verdict, sign_off
from casedb.words import say

EVIDENCE, CHANGES, VERSIONS = "evidence", "changes", "versions"
"""The pages beside the form."""
NARROW = 640
"""Pixels at 100 % from which on the form has room beside the pages; below, it is one of them."""


class VerdictWindow(QWidget):
    """The verdict on one claim at a time.

    `left()` follows its end, `went(str)` a wish to see a record on the board, `stepped(str)` asks to
    `undo` or `redo`.
    """

    left = Signal()
    went = Signal(str)
    stepped = Signal(str)

    def __init__(self, bridge: CaseBridge, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("verdictWindow")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._bridge = bridge
        self.claim = ""
        self._held = Held(Draft(), Draft())
        self._since = Since(None, ())
        self._is_behind = False
        self.head = VerdictHead(self)
        self.form = VerdictForm(theme, self)
        self.signing = SignOff(self)
        self.evidence = EvidenceTree(theme, self)
        self.changes = ChangesPage(bridge.case, theme, self)
        self.versions = VersionsPage(theme, self)
        self.reading = Preview(self)
        self.told = Words("verdictHint", self)
        self.revert_button = QPushButton(say("Discard my words"), self)
        self.store_button = QPushButton(self)
        self._build()
        self._listen()
        fit_on_screen(self, 1040, 720)

    @property
    def _contents(self) -> Contents:
        return self._bridge.contents

    # -- the parts ------------------------------------------------------------------------------

    def _build(self) -> None:
        left = QWidget(self)
        left.setObjectName("verdictForm")
        inside = QVBoxLayout(left)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.form, 1)
        inside.addWidget(self.signing)
        self.scroller = QScrollArea(self)
        self.scroller.setObjectName("verdictScroll")
        self.scroller.setFrameShape(QFrame.Shape.NoFrame)
        self.scroller.setWidgetResizable(True)
        self.scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroller.setWidget(left)
        self.across = QSplitter(Qt.Orientation.Horizontal, self)
        self.across.setChildrenCollapsible(False)
        self.across.addWidget(self.scroller)
        self.across.addWidget(self._build_right())
        self.across.setStretchFactor(0, 1)
        self.across.setStretchFactor(1, 1)
        self.across.setSizes([500, 540])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.across, 1)
        column.addWidget(self._build_foot())

    def _build_right(self) -> QWidget:
        self.pages = QTabWidget(self)
        self.pages.setObjectName("verdictPages")
        self.pages.setDocumentMode(True)
        holder = QWidget(self)
        held = QVBoxLayout(holder)
        set_margins(held, "m", "s", "m", "s")
        held.addWidget(self.evidence)
        self.cited = holder
        self.pages.addTab(holder, say("Evidence"))
        self.pages.addTab(self.changes, say("Changes"))
        self.pages.addTab(self.versions, say("Versions"))
        bar = self.pages.tabBar()
        bar.setUsesScrollButtons(True)
        bar.setElideMode(Qt.TextElideMode.ElideNone)
        self.down = QSplitter(Qt.Orientation.Vertical, self)
        self.down.setChildrenCollapsible(False)
        self.down.addWidget(self.pages)
        self.down.addWidget(self.reading)
        self.down.setStretchFactor(0, 3)
        self.down.setStretchFactor(1, 2)
        return self.down

    def _build_foot(self) -> QWidget:
        foot = self.foot = QWidget(self)
        foot.setObjectName("verdictFoot")
        row = QHBoxLayout(foot)
        set_margins(row, "l", "s", "l", "s")
        set_spacing(row, "s")
        row.addWidget(self.told, 1)
        row.addStretch(0)
        shut = QPushButton(say("Close"), foot)
        give_tip(shut, say("Words that are not stored stay here as long as the case is open"))
        shut.clicked.connect(self.close)
        self.store_button.setObjectName("primary")
        for button in (self.revert_button, shut, self.store_button):
            row.addWidget(button)
        return foot

    def _listen(self) -> None:
        self.form.changed.connect(self._take_words)
        self.evidence.changed.connect(self._take_words)
        self.evidence.went.connect(self.went)
        self.changes.tree.went.connect(self.went)
        self.signing.wanted.connect(self.sign)
        self.store_button.clicked.connect(self.store)
        self.revert_button.clicked.connect(self.discard)
        self.reading.copied.connect(self._tell_copied)
        self.pages.currentChanged.connect(self._turn_page)
        self._bridge.changed.connect(self._follow)
        self._bridge.failed.connect(self._tell_failure)
        for keys in ("Ctrl+S", "Ctrl+Return"):
            QShortcut(keys, self).activated.connect(self.store)
        for keys, what in (("Ctrl+Z", "undo"), ("Ctrl+Shift+Z", "redo"), ("Ctrl+Y", "redo")):
            QShortcut(keys, self).activated.connect(partial(self.stepped.emit, what))

    # -- what is shown ----------------------------------------------------------------------------

    def show_claim(self, claim_id: str, held: Held | None = None) -> None:
        """Show the verdict on a claim, with what was written of it before."""
        self.claim = claim_id
        before = self._stored
        self._held = Held(before, before)
        if held is not None:
            self._held = held.on(before)
        self.told.say("")
        self.signing.name.setText("")
        self._show()
        self.scroller.verticalScrollBar().setValue(0)
        self._tell_unsaved()

    def turn_to(self, page: str) -> None:
        """Bring a page to the front; where the form is one of them, it comes in place of what it cites."""
        widget = {CHANGES: self.changes, VERSIONS: self.versions}.get(page, self.cited)
        is_form = widget is self.cited and self.is_narrow
        self.pages.setCurrentWidget(self.scroller if is_form else widget)

    # -- its room ---------------------------------------------------------------------------------

    @property
    def is_narrow(self) -> bool:
        """Whether the form is one of the pages."""
        return self.pages.indexOf(self.scroller) >= 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refit()

    def refit(self) -> None:
        """Put the form beside the pages, or among them where there is no room."""
        is_narrow = self.width() < px(NARROW)
        if is_narrow == self.is_narrow:
            return
        focus = QApplication.focusWidget()
        if is_narrow:
            self.pages.insertTab(0, self.scroller, say("Verdict"))
            self.pages.addTab(self.reading, say("Preview"))
            self.pages.setCurrentIndex(0)
        else:
            self.pages.removeTab(self.pages.indexOf(self.reading))
            self.pages.removeTab(self.pages.indexOf(self.scroller))
            self.across.insertWidget(0, self.scroller)
            self.down.addWidget(self.reading)
            self.scroller.show()
            self.across.setSizes([self.width() // 2, self.width() // 2])
            self._turn_page()
        order_focus(focusable(self))
        if focus is not None and self.isAncestorOf(focus) and focus.isVisible():
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def held(self) -> Held:
        """What is written now, and what is stored."""
        return self._held

    @property
    def is_there(self) -> bool:
        """Whether the claim is in the case."""
        return self._contents.get(Item, self.claim) is not None

    @property
    def _stored(self) -> Draft:
        return draft_of(self._contents, own_verdict(self._contents, self.claim), self.claim)

    def _show(self) -> None:
        contents, claim = self._contents, self.claim
        mine = self._held.mine
        since = self._since = Since.of(contents, claim)
        self.head.show_claim(contents, claim, since)
        name = self.head.title.text()
        self.setWindowTitle(say("Verdict on “{claim}”", claim=shown_title(name)))
        self.form.show_draft(contents, claim, mine)
        self.evidence.show_evidence(contents, claim, mine.cites)
        count = self.changes.show_changes(contents, since)
        self.pages.setTabText(
            self.pages.indexOf(self.changes),
            say("Changes ({n})", n=count) if count else say("Changes"),
        )
        self.versions.show_claim(contents, claim)
        self.signing.show_version(contents, since)
        self._show_words()
        order_focus(focusable(self))

    def _show_words(self) -> None:
        """Show what follows from the words that are written."""
        contents, mine = self._contents, self._held.mine
        text = as_text(passages_of_draft(contents, self.claim, mine)) if self.is_there else ""
        self.reading.show_text(text)
        writable = self.is_there and not self._bridge.read_only
        writable = writable and bool(grades_for(contents, "verdict"))
        self.form.allow_writing(is_allowed=writable)
        self.evidence.allow_writing(is_allowed=writable)
        is_unsaved, is_first = self._held.is_unsaved, self._since.verdict is None
        self.store_button.setText(say("Store verdict") if is_first else say("Store new version"))
        missing = self._missing(writable=writable, has_news=is_unsaved or self._since.has_news)
        self.store_button.setEnabled(not missing)
        give_tip(self.store_button, missing)
        self.revert_button.setVisible(is_unsaved)
        refusal = self._bridge.refusal if self._bridge.read_only else ""
        if is_unsaved and not refusal:
            refusal = say("Store your words first.")
        self.signing.refuse(refusal)

    def _missing(self, *, writable: bool, has_news: bool) -> str:
        if self._bridge.read_only:
            return self._bridge.refusal
        if not writable:
            return self.head.state.text() or self.form.trouble.text()
        if not self._held.mine.label:
            return say("Choose a label for the verdict first.")
        return "" if has_news else say("Nothing is written that is not stored.")

    def _turn_page(self) -> None:
        if not self.is_narrow:
            # What two versions say side by side needs the room.
            self.reading.setVisible(self.pages.currentWidget() is not self.versions)

    # -- what is written --------------------------------------------------------------------------

    def _take_words(self) -> None:
        mine = replace(self.form.draft, cites=self.evidence.cites)
        self._held = replace(self._held, mine=mine)
        self._show_words()
        self._tell_unsaved()

    def _tell_unsaved(self) -> None:
        self.told.say(say("Not stored yet.") if self._held.is_unsaved else "")

    def store(self) -> bool:
        """Store what is written as a new version; whether that was done. What is refused stays written."""
        if not self.store_button.isEnabled():
            return False
        claim, mine, case = self.claim, self._held.mine, self._bridge.case
        if not self._bridge.carry_out(lambda: give_verdict(case, claim, mine)):
            return False
        stored = self._stored
        self._held = Held(stored, stored)
        self._show()
        n = len(own_verdicts(self._contents, claim))
        self.told.say(say("Stored as version {n}.", n=n))
        return True

    def sign(self, reviewer: str) -> None:
        """Have the newest version signed off."""
        claim, case = self.claim, self._bridge.case
        if self._bridge.carry_out(lambda: sign_off(case, claim, reviewer)):
            self.signing.name.setText("")
            self.told.say(say("Signed off, as a version of its own."))

    def discard(self) -> None:
        """Show what is stored in place of what was written."""
        stored = self._stored
        self._held = Held(stored, stored)
        self._show()
        self._tell_unsaved()

    def _tell_copied(self) -> None:
        self.told.say(say("Copied."))

    # -- following the case -----------------------------------------------------------------------

    def _follow(self, change: Change) -> None:
        self._is_behind |= self._is_concerned(change)
        if change.is_more or not self._is_behind:
            return
        self._is_behind = False
        before, held = self._stored, self._held
        if before != held.before:
            self._held = held.on(before)
            if held.is_unsaved and self._held.is_unsaved:
                self.told.say(
                    say("The verdict was changed meanwhile; what you have written was kept."),
                    "warn",
                )
        self._show()

    def _is_concerned(self, change: Change) -> bool:
        """Whether a change touches anything that is shown here: where cards lie, or what is noted of other
        things, is nothing of it."""
        shown = {self.claim, *self._held.mine.cites, *self._held.before.cites}
        return self.claim in change.restated or any(
            isinstance(edit.record, Scheme) or edit.record.id in shown for edit in change.edits
        )

    def _tell_failure(self, sentence: str) -> None:
        self.told.say(sentence, "err")

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        for part in (self.form, self.evidence, self.changes.tree, self.versions):
            part.set_theme(theme)

    # -- its end ----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.left.emit()
