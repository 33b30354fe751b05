"""`FilterPanel`: which items of a board are looked at, and what becomes of the others."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from caseboard.bridge import CaseBridge
from caseboard.flow_layout import FlowLayout
from caseboard.lens_field import LensField
from caseboard.measures import set_margins, set_spacing
from caseboard.panels.filter_counts import FilterCounts
from caseboard.panels.filter_tree import FilterTree
from caseboard.piecemeal import Piecemeal
from caseboard.restyling import restyle
from caseboard.scale import px
from caseboard.segments import Segments
from caseboard.sight import Mode, Sight
from caseboard.sights import Sights
from caseboard.theme import Theme, icon, space
from casedb import Change
from casedb.model.facets import Choices
from casedb.model.filtering import Filter
from casedb.model.fuzzy_date import DateNotUnderstood, FuzzyDate
from casedb.words import say, term

PAUSE = 150
"""Milliseconds without a key before a board follows what is typed, and before counts follow a change."""
_ICON, _PADDING = 12, 6
"""The arrow of a button with a menu, and what the style keeps free around its words, at 100 %."""
_MODES = ((Mode.HIDE.value, term("Hide")), (Mode.FADE.value, term("Fade")))
_NOT_A_DATE = term("Write a date such as 2024, 2024-03 or 2024-03-19.")


class FilterPanel(QWidget):
    """The filter of the board in front. `views_wanted(QMenu)` asks for its saved views, to be put into
    a menu that is about to open; `left()` follows Escape."""

    views_wanted = Signal(QMenu)
    left = Signal()

    def __init__(
        self, bridge: CaseBridge, sights: Sights, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("filterPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._bridge = bridge
        self._sights = sights
        self._board = bridge.contents.boards[0].id
        self._is_showing = False
        self._counts = FilterCounts(bridge.contents, self._board)
        self._told: Choices | None = None
        self._working = Piecemeal(self)
        self._typing = QTimer(self, interval=PAUSE, singleShot=True)
        self._typing.timeout.connect(self._look)
        self._counting = QTimer(self, interval=PAUSE, singleShot=True)
        self._counting.timeout.connect(self._count)
        self._build(theme)
        self.set_theme(theme)
        sights.changed.connect(self._follow)
        bridge.changed.connect(self._note)
        bridge.veiled.connect(self._count_anew)

    def _build(self, theme: Theme) -> None:
        self.words = LensField(self)
        self.words.setPlaceholderText(say("Words on the card"))
        self.words.setAccessibleName(say("Words on the card"))
        self.words.offer_to_clear(say("Clear the words"))
        self.first = _date_field(say("From", about="date"), say("Dates, from"), self)
        self.last = _date_field(say("To", about="date"), say("Dates, to"), self)
        self.trouble = _label("filterTrouble", self)
        self.trouble.hide()
        self.modes = Segments(say("The rest"), [(mode, say(text)) for mode, text in _MODES], self)
        self.modes.choose(Mode.HIDE.value)
        self.tree = FilterTree(theme, self)
        self.count = _label("filterCount", self)
        self.clear_button = QPushButton(say("Show all"), self)
        self.clear_button.setAccessibleName(say("Show all cards of the board"))
        self.views = QToolButton(self)
        self.views.setObjectName("filterViews")
        self.views.setText(say("Saved views"))
        self.views.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        # The arrow stands after the words.
        is_mirrored = self.views.isRightToLeft()
        ways = Qt.LayoutDirection
        self.views.setLayoutDirection(ways.LeftToRight if is_mirrored else ways.RightToLeft)
        self.views.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.views)
        menu.setLayoutDirection(self.layoutDirection())
        menu.aboutToShow.connect(lambda: self.views_wanted.emit(menu))
        self.views.setMenu(menu)

        answers = QWidget(self)
        policy = answers.sizePolicy()
        policy.setHeightForWidth(True)
        policy.setVerticalPolicy(QSizePolicy.Policy.Fixed)
        answers.setSizePolicy(policy)
        dates, rest, foot = QHBoxLayout(), FlowLayout(answers, "s"), QHBoxLayout()
        for row in (dates, foot):
            set_spacing(row, "s")
        dates.addWidget(self.first)
        dates.addWidget(self.last)
        rest.addWidget(self.modes.label)
        rest.addWidget(self.modes)
        foot.addWidget(self.views)
        foot.addStretch(1)
        foot.addWidget(self.clear_button)
        head = QVBoxLayout()
        set_margins(head, "m", "m", "m", 0)
        set_spacing(head, "s")
        head.addWidget(self.words)
        head.addLayout(dates)
        head.addWidget(self.trouble)
        head.addWidget(answers)
        tail = QVBoxLayout()
        set_margins(tail, "m", "s", "m", "m")
        set_spacing(tail, "s")
        tail.addWidget(self.count)
        tail.addLayout(foot)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        set_spacing(layout, "xs")
        layout.addLayout(head)
        layout.addWidget(self.tree, 1)
        layout.addLayout(tail)
        self.setFocusProxy(self.words)

        for field in (self.words, self.first, self.last):
            field.textChanged.connect(self._type)
        self.modes.group.buttonToggled.connect(self._choose)
        self.tree.chosen.connect(self._look)
        self.clear_button.clicked.connect(self.clear)

    # -- from outside -------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self.words.set_theme(theme)
        self.tree.set_theme(theme)
        self._arrow = icon("chevron_down", theme, "tx2", _ICON)
        self._fit_arrow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_arrow()

    def _fit_arrow(self) -> None:
        """Show that a menu opens, unless words would be cut for it."""
        words = self.views.fontMetrics().horizontalAdvance(self.views.text())
        around = 2 * space("m") + 3 * space("s") + px(_ICON) + 2 * px(_PADDING)
        has_room = words + self.clear_button.sizeHint().width() + around <= self.width()
        self.views.setIcon(self._arrow if has_room else QIcon())

    def set_board(self, board_id: str) -> None:
        """Say which board is in front."""
        self._board = board_id
        self._typing.stop()
        self._show()
        self._start_counts()
        if self.isVisible():
            self._counting.start()

    def start(self) -> None:
        """Put the cursor into the field for words."""
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()

    def clear(self) -> None:
        """Show all of the board as it lies there."""
        self._typing.stop()
        self._sights.look(self._board, Sight())
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # -- showing ------------------------------------------------------------------------------

    def _follow(self, board_id: str) -> None:
        if board_id == self._board and not self._typing.isActive():
            self._show()

    def _show(self) -> None:
        sight = self._sights.of(self._board)
        self._is_showing = True
        asked = sight.filter
        if self.filter != asked:
            self.words.setText(asked.words)
            self.first.setText(asked.first.isoformat() if asked.first is not None else "")
            self.last.setText(asked.last.isoformat() if asked.last is not None else "")
            self.tree.show_filter(asked)
            self._mark_dates()
        if asked:
            self.modes.choose(sight.mode.value)
        self._is_showing = False
        self._tell_count()

    def _tell_count(self) -> None:
        sentence = self._sights.sentence(self._board)
        self.count.setText(sentence or say("All cards are shown"))
        self.clear_button.setEnabled(bool(self._sights.of(self._board)))

    def _start_counts(self) -> None:
        self._working.drop()
        self._counts = FilterCounts(self._bridge.contents, self._board)
        self._told = None

    def _count_anew(self) -> None:
        self._start_counts()
        if self.isVisible():
            self._count()

    def _note(self, change: Change) -> None:
        if self.isVisible():
            self._counts.note(change.edits)
            self._counting.start()
        else:
            # Whoever looks next counts all: nobody may ever look.
            self._start_counts()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._count()

    def _count(self) -> None:
        self._counting.stop()
        is_there = any(board.id == self._board for board in self._bridge.contents.boards)
        if is_there and self._counts.is_behind and not self._working.is_busy:
            self._working.begin(self._counts.catch_up(), self._offer)

    def _offer(self, there: Choices) -> None:
        if there is not self._told:
            self._told = there
            self.tree.show_choices(there, self._bridge.contents)
        self._tell_count()

    # -- choosing -----------------------------------------------------------------------------

    @property
    def filter(self) -> Filter:
        """What is asked for now; a date that is not understood asks for nothing."""
        return replace(
            self.tree.filter,
            words=self.words.text().strip(),
            first=_day(self.first.text(), is_end=False),
            last=_day(self.last.text(), is_end=True),
        )

    def _type(self) -> None:
        if not self._is_showing:
            self._mark_dates()
            self._typing.start()

    def _mark_dates(self) -> None:
        is_odd = False
        for field in (self.first, self.last):
            is_wrong = bool(field.text().strip()) and _day(field.text(), is_end=False) is None
            is_odd = is_odd or is_wrong
            if field.property("wrong") != is_wrong:
                field.setProperty("wrong", is_wrong)
                restyle(field)
        self.trouble.setText(say(_NOT_A_DATE) if is_odd else "")
        self.trouble.setVisible(is_odd)

    def _choose(self, _: object, is_chosen: bool) -> None:
        if is_chosen and not self._is_showing:
            self._look()

    def _look(self) -> None:
        self._typing.stop()
        sight = self._sights.of(self._board)
        mode = Mode(self.modes.value)
        self._sights.look(self._board, replace(sight, filter=self.filter, mode=mode))


def _label(name: str, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _date_field(text: str, name: str, parent: QWidget) -> QLineEdit:
    field = QLineEdit(parent)
    field.setPlaceholderText(text)
    field.setAccessibleName(name)
    return field


def _day(text: str, *, is_end: bool) -> date | None:
    """The first or the last day of a date that is written; None for none, or what is no date."""
    if not text.strip():
        return None
    try:
        told = FuzzyDate.parse(text.strip())
    except DateNotUnderstood:
        return None
    moment = told.latest if is_end else told.earliest
    return moment.date() if moment is not None else None
