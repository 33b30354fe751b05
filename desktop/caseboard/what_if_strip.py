"""`WhatIfStrip`: over a board while items are set aside: which, and what claims would lose by it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from caseboard import theme as look
from caseboard.flow_layout import FlowLayout
from caseboard.focus_order import order_focus
from caseboard.measures import set_margins, set_spacing
from caseboard.plain_tips import give_tip
from caseboard.scale import px
from caseboard.strip import Strip
from caseboard.theme import Theme
from caseboard.titles import in_menu, isolated
from casedb.words import say

MOST_LISTED = 6
"""More claims than this stand in a menu."""
LONGEST = 420
"""Pixels at 100 % of what is said of one claim."""
LEAST_TITLE = 200
"""Pixels at 100 % of a title that are shown at least."""
MOST_LINES = 3
"""Lines of the question, as long as it can be asked in fewer words."""
PART = 0.6
"""How much of the boards it covers, as long as claims can stand in its menu instead."""
_ICON = 16
_TOKENS = {"support": "err", "lines": "warn"}
_SIGNS = {"support": "error", "lines": "warning"}


def _said(title: str, words: str) -> str:
    return say("{title}, without: {change}", title=isolated(title), change=words)


@dataclass(frozen=True, slots=True)
class WhatIfTold:
    """What the strip tells: the question, and of each claim its id, what it would lose, its title and how
    it would stand. `shorter` is the question in fewer words, and then in fewer still. `asks_of_all` is False where claims are set aside themselves, `is_empty` says that there is
    no other."""

    heading: str
    claims: tuple[tuple[str, str, str, str], ...]
    shorter: tuple[str, ...] = ()
    asks_of_all: bool = True
    is_empty: bool = False


class WhatIfStrip(Strip):
    """The question, a button for each claim that would stand otherwise, and the way back.

    `claim_wanted(str)` carries the id of a claim to go to; `note_wanted()` asks for all of it as a note.
    """

    claim_wanted = Signal(str)
    note_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("linesStrip")
        self.setAccessibleName(say("What if"))
        self._theme = theme
        self._told = WhatIfTold("", ())
        self.words = QLabel(self)
        self.words.setObjectName("linesWords")
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.words.setMinimumWidth(1)
        self.summary = QLabel(self)
        self.summary.setObjectName("linesSign")
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.note_button = QPushButton(say("Keep as a note"), self)
        self.note_button.setObjectName("lineSwatch")
        self.note_button.setToolTip(say("Write what was found as a note on this board"))
        self.note_button.clicked.connect(self.note_wanted)
        self.close_button = QToolButton(self)
        self.close_button.setObjectName("iconButton")
        self.close_button.setAccessibleName(say("Count all items again"))
        self.close_button.setToolTip(say("Count all items again (Esc)"))
        self.close_button.clicked.connect(self.left)
        self.more = QPushButton(self)
        self.more.setObjectName("lineSwatch")
        self._menu = QMenu(self.more)
        self._menu.aboutToShow.connect(self._list_rest)
        self.more.setMenu(self._menu)
        self.buttons: list[QPushButton] = []
        self._listed = 0
        self._summary = ""
        head = QHBoxLayout()
        set_spacing(head, "s")
        head.addWidget(self.words, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self._claims = QWidget(self)
        self._row = FlowLayout(self._claims, "s")
        self._row.addWidget(self.summary)
        self._row.addWidget(self.more)
        self._row.addWidget(self.note_button)
        column = self._column = QVBoxLayout(self)
        set_margins(column, "m", "s", "m", "s")
        set_spacing(column, "xs")
        column.addLayout(head)
        column.addWidget(self._claims)
        self.set_theme(theme)

    @property
    def nothing(self) -> str:
        """What is said where no claim would lose anything."""
        if self._told.is_empty:
            return say("No claim is left of which that could be asked.")
        if not self._told.asks_of_all:
            return say("Every other claim would stand as it does.")
        return say("Every claim would stand as it does.")

    @property
    def sentence(self) -> str:
        """All of it, as it is read aloud."""
        told = [_said(title, words) + "." for _, _, title, words in self._told.claims]
        return " ".join([self._told.heading, *(told or [self.nothing])])

    def tell(self, told: WhatIfTold) -> None:
        """Ask a question, and say what comes of it."""
        self._told = told
        self.words.setText(told.heading)
        n = len(told.claims)
        self._summary = (
            say("{n} claim would stand otherwise:", "{n} claims would stand otherwise:", n=n)
            if n
            else self.nothing
        )
        self.summary.setText(self._summary)
        give_tip(self.summary, self._summary)
        self._list()

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        self.close_button.setIcon(look.icon("close", theme, "tx2", _ICON))
        self._list()

    def _list(self) -> None:
        for gone in self.buttons:
            if gone.hasFocus():
                self.close_button.setFocus()
            self._row.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for last in (self.more, self.note_button):
            self._row.removeWidget(last)
        self.buttons = [self._button(each) for each in self._told.claims[:MOST_LISTED]]
        self._show_first(MOST_LISTED)
        for last in (self.more, self.note_button):
            self._row.addWidget(last)
        order_focus([self.close_button, *self.buttons, self.more, self.note_button])

    def _fit(self) -> None:
        """Say as much of each claim as there is room for."""
        margins = self.contentsMargins() + self._column.contentsMargins()
        room = self._parent.width() - margins.left() - margins.right()
        self._fit_heading(
            room - self.close_button.sizeHint().width() - self.words.fontMetrics().height()
        )
        short = self.summary.fontMetrics().elidedText(
            self._summary, Qt.TextElideMode.ElideRight, room
        )
        self.summary.setText(short)
        for button, (_, _, title, words) in zip(self.buttons, self._told.claims, strict=False):
            button.ensurePolished()
            measure = button.fontMetrics()
            button.setText("")
            left = room - button.sizeHint().width()
            said = say("{title}, without: {change}", title="", change=words)
            wide = max(px(LEAST_TITLE), px(LONGEST) - measure.horizontalAdvance(said))
            short = measure.elidedText(title, Qt.TextElideMode.ElideRight, wide)
            whole = _said(short, words)
            text = measure.elidedText(whole, Qt.TextElideMode.ElideRight, left)
            button.setText(text.replace("&", "&&"))

    def _show_first(self, most: int) -> None:
        """Show so many claims at the most; the others stand in the menu."""
        for n, button in enumerate(self.buttons):
            if n >= most and button.hasFocus():
                self.more.setFocus()
            button.setVisible(n < most)
        self._listed = min(most, len(self.buttons))
        rest = len(self._told.claims) - self._listed
        self.more.setText(say("{n} more claim", "{n} more claims", n=rest))
        self.more.setVisible(rest > 0)

    def _fit_heading(self, room: int) -> None:
        """Ask in as few words as make no more than some lines: what it covers is what is asked about."""
        metrics = self.words.fontMetrics()
        most, wraps = MOST_LINES * metrics.lineSpacing(), Qt.TextFlag.TextWordWrap
        choices = (self._told.heading, *self._told.shorter)
        for text in choices:
            self.words.setText(text)
            if metrics.boundingRect(0, 0, max(1, room), 10_000, wraps, text).height() <= most:
                break
        give_tip(self.words, self._told.heading)

    def _button(self, told: tuple[str, str, str, str]) -> QPushButton:
        claim, toll, title, words = told
        button = QPushButton(self._claims)
        button.setObjectName("lineSwatch")
        sign = look.icon(_SIGNS.get(toll, "info"), self._theme, _TOKENS.get(toll, "tx3"), _ICON)
        button.setIcon(sign)
        whole = _said(title, words)
        button.setAccessibleName(whole)
        give_tip(button, whole)
        button.clicked.connect(partial(self._want, claim))
        self._row.addWidget(button)
        button.show()
        return button

    def _want(self, claim: str, _: bool = False) -> None:
        self.claim_wanted.emit(claim)

    def _list_rest(self) -> None:
        self._menu.clear()
        for claim, _, title, words in self._told.claims[self._listed :]:
            action = self._menu.addAction(in_menu(_said(title, words)))
            action.triggered.connect(partial(self._want, claim))

    def place(self) -> None:
        """Lie over the upper edge of the boards."""
        self._fit()
        for most in (MOST_LISTED, 3, 1):
            self._show_first(most)
            for each in (self._row, self._column):
                each.invalidate()
                each.activate()
            if self.heightForWidth(self._parent.width()) <= PART * self._parent.height():
                break
        super().place()
