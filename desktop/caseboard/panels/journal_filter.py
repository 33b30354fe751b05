"""`JournalFilter`: which entries of the journal are shown: of what is selected, of whom, of which day."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import QDate, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QVBoxLayout, QWidget

from caseboard.bridge import CaseBridge
from caseboard.flow_layout import FlowLayout
from caseboard.language import written_time
from caseboard.measures import set_margins
from caseboard.panels.journal_model import day_of
from caseboard.panels.wording import one_line
from caseboard.selection import Selection
from caseboard.theme import Theme, icon
from casedb import CaseError, Change
from casedb.history import Journal
from casedb.story import ids_about
from casedb.words import say

PAUSE = 150
"""Milliseconds after a change until entries that have come are looked at."""
MOST_SELECTED = 50
"""Things selected whose entries are looked for; of more only so many are."""
MOST_DAYS = 400
"""Days in the menu, the newest."""
_ICON = 12


@dataclass(frozen=True, slots=True)
class Asked:
    """Which entries are asked for; None for whoever and whenever, and `about` for whatever."""

    about: frozenset[str] | None = None
    actor: str | None = None
    day: QDate | None = None

    @property
    def is_everything(self) -> bool:
        """Whether no entry is left out."""
        return self == Asked()


def numbers_of(journal: Journal, asked: Asked) -> list[int]:
    """The numbers of the entries that are asked for, newest first. Raises CaseDamaged."""
    touched: set[int] | None = None
    if asked.about is not None:
        ids = {each for one in asked.about for each in ids_about(journal, one)}
        touched = {entry.seq for entry in journal.entries_about_any(ids)}
    return [
        seq
        for seq, at, actor in journal.marks()
        if (touched is None or seq in touched)
        and (asked.actor is None or actor == asked.actor)
        and (asked.day is None or day_of(at) == asked.day)
    ]


class JournalFilter(QWidget):
    """Three buttons in a row, or in as many as there is no room for less.

    `changed(list)` carries the numbers of the entries to show, newest first, and None for all;
    `failed(str)` says why they cannot be told.
    """

    changed = Signal(object)
    failed = Signal(str)

    def __init__(
        self,
        bridge: CaseBridge,
        selection: Selection | None,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("journalFilter")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._bridge = bridge
        self._selection = selection
        self._asked = Asked()
        self._told: list[int] | None = None
        self.selected = QToolButton(self)
        self.selected.setObjectName("filterChip")
        self.selected.setText(say("Of the selected"))
        self.selected.setToolTip(
            say("Show only what was done to what is selected and what belongs to it")
        )
        self.selected.setAccessibleName(say("Only entries about what is selected"))
        self.selected.setCheckable(True)
        self.selected.toggled.connect(self._follow_selection)
        self.selected.setVisible(selection is not None)
        self.actor = self._button(self._fill_actors)
        self.day = self._button(self._fill_days)
        inside = QWidget(self)
        policy = inside.sizePolicy()
        policy.setHeightForWidth(True)
        inside.setSizePolicy(policy)
        row = FlowLayout(inside, "xs")
        box = QVBoxLayout(self)
        set_margins(box, "m", "s", "m", "s")
        box.addWidget(inside)
        for button in (self.selected, self.actor, self.day):
            row.addWidget(button)
        self._clock = QTimer(self, interval=PAUSE, singleShot=True)
        self._clock.timeout.connect(self._tell)
        if selection is not None:
            selection.rested.connect(self._follow_selection)
        bridge.changed.connect(self._follow)
        bridge.closed.connect(self._clock.stop)
        self._name()
        self.set_theme(theme)

    def _button(self, fill: Callable[[], None]) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("filterViews")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        # The arrow stands after the words.
        ways = Qt.LayoutDirection
        button.setLayoutDirection(ways.LeftToRight if button.isRightToLeft() else ways.RightToLeft)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.setLayoutDirection(self.layoutDirection())
        menu.aboutToShow.connect(fill)
        button.setMenu(menu)
        return button

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        for button in (self.actor, self.day):
            button.setIcon(icon("chevron_down", theme, "tx2", _ICON))

    @property
    def asked(self) -> Asked:
        """Which entries are asked for."""
        return self._asked

    # -- what can be chosen -------------------------------------------------------------------

    def _fill_actors(self) -> None:
        names = sorted({actor for _, _, actor in self._marks()}, key=str.casefold)
        choices = [(None, say("Everybody")), *((name, _actor(name)) for name in names)]
        self._fill(self.actor, choices, self._asked.actor, "actor")

    def _fill_days(self) -> None:
        days = dict.fromkeys(day_of(at) for _, at, _ in self._marks())
        found = [each for each in days if each.isValid()][:MOST_DAYS]
        choices = [(None, say("Any day")), *((day, _day(day)) for day in found)]
        self._fill(self.day, choices, self._asked.day, "day")

    def _marks(self) -> list[tuple[int, str, str]]:
        try:
            return self._bridge.case.journal.marks()
        except CaseError as trouble:
            self.failed.emit(str(trouble))
            return []

    def _fill(
        self,
        button: QToolButton,
        choices: Iterable[tuple[object, str]],
        chosen: object,
        name: str,
    ) -> None:
        menu = button.menu()
        menu.clear()
        group = QActionGroup(menu)
        for value, text in choices:
            action = QAction(text.replace("&", "&&"), menu)
            action.setCheckable(True)
            action.setChecked(value == chosen)
            action.triggered.connect(lambda _=False, value=value: self._choose(name, value))
            group.addAction(action)
            menu.addAction(action)

    def _choose(self, name: str, value: object) -> None:
        now = self._asked
        if name == "actor":
            self._ask(Asked(now.about, value if isinstance(value, str) else None, now.day))
        else:
            self._ask(Asked(now.about, now.actor, value if isinstance(value, QDate) else None))

    # -- what follows -------------------------------------------------------------------------

    def _follow_selection(self) -> None:
        if self._bridge.looks_back:
            # On a board as it was other things are selected than in the case.
            return
        about: frozenset[str] | None = None
        if self.selected.isChecked() and self._selection is not None:
            about = frozenset(self._selected(self._selection))
        now = self._asked
        if about != now.about:
            self._ask(Asked(about, now.actor, now.day))

    def ask_selected(self) -> None:
        """Ask for all entries about what is selected."""
        self._asked = Asked(self._asked.about)
        self.selected.setChecked(True)
        self._follow_selection()
        self._ask(self._asked)

    def _selected(self, selection: Selection) -> list[str]:
        items = selection.item_ids(self._bridge.contents)
        others = (*selection.links, *selection.sources, *selection.frames)
        return [*items, *sorted(others)][:MOST_SELECTED]

    def _ask(self, asked: Asked) -> None:
        self._asked = asked
        self._name()
        self._tell()

    def _follow(self, _: Change) -> None:
        if not self._asked.is_everything:
            self._clock.start()

    def _tell(self) -> None:
        told: list[int] | None = None
        if not self._asked.is_everything:
            try:
                told = numbers_of(self._bridge.case.journal, self._asked)
            except CaseError as trouble:
                self.failed.emit(str(trouble))
                return
        if told != self._told:
            self._told = told
            self.changed.emit(told)

    def _name(self) -> None:
        actor, day = self._asked.actor, self._asked.day
        who = say("Everybody") if actor is None else _actor(actor)
        when = say("Any day") if day is None else _day(day)
        self.actor.setText(who.replace("&", "&&"))
        self.actor.setAccessibleName(say("By whom: {who}", who=who))
        self.day.setText(when)
        self.day.setAccessibleName(say("On which day: {day}", day=when))


def _day(day: QDate) -> str:
    return written_time(datetime(day.year(), day.month(), day.day(), tzinfo=UTC), "d MMM yyyy")


def _actor(name: str) -> str:
    shown = one_line(name)
    shown = f"{shown[:39]}…" if len(shown) > 40 else shown
    return shown or say("Nobody named")
