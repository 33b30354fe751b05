"""`TimelineTools`: what stands in the head of the pane: lanes, times, threads, gaps, what has no date, zoom."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from caseboard.plain_tips import give_tip
from caseboard.scale import px
from caseboard.theme import Theme, icon, tick
from caseboard.titles import in_menu
from caseboard.views.timeline_gaps import AUTO, NEVER
from caseboard.views.timeline_marks import NAMES
from caseboard.views.timeline_signs import sign_icon
from casedb.model.named_times import name_of_time
from casedb.model.time_lanes import LanesBy
from casedb.words import say, term

MOST_LISTED = 20
"""Of undated items so many are listed; all can be selected."""

BY = {
    LanesBy.KIND: term("By kind"),
    LanesBy.SOURCE: term("By source"),
    LanesBy.CLAIM: term("By claim"),
    LanesBy.TAG: term("By tag"),
    LanesBy.NOTHING: term("In one lane"),
}
GAPS = {
    AUTO: term("As long as a fifth of what is seen"),
    "day": term("From a day on"),
    "week": term("From a week on"),
    "month": term("From a month on"),
    "half_year": term("From half a year on"),
    "year": term("From a year on"),
    NEVER: term("None"),
}


class NeededButton(QToolButton):
    """A button that is there only as long as it is needed."""

    _is_needed = _is_wanted = False

    def need(self, is_needed: bool) -> None:
        """Say whether it is needed."""
        self._is_needed = is_needed
        super().setVisible(is_needed and self._is_wanted)

    def setVisible(self, visible: bool) -> None:
        self._is_wanted = visible
        super().setVisible(visible and self._is_needed)


class TimelineTools(QObject):
    """The buttons. `lanes_chosen(str)`, `names_chosen(frozenset)`, `threads_switched(bool)` and
    `gaps_chosen(str)` carry a choice, `picked(list)` ids of items, `zoomed(str)` is `in`, `out` or `all`,
    `folded(bool)` folds or unfolds all lanes."""

    lanes_chosen = Signal(str)
    names_chosen = Signal(object)
    threads_switched = Signal(bool)
    gaps_chosen = Signal(str)
    picked = Signal(list)
    zoomed = Signal(str)
    folded = Signal(bool)
    contradicted_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.lanes = self._menu_button(parent, say("Lanes"), self._fill_lanes)
        self.names = self._menu_button(parent, say("Times"), self._fill_names)
        self.gaps = self._menu_button(parent, say("Gaps"), self._fill_gaps)
        self.threads = QToolButton(parent)
        self.threads.setText(say("Threads"))
        self.threads.setCheckable(True)
        give_tip(
            self.threads,
            say(
                "Draw how statements answer each other, and what corrects or replaces what. Those of "
                "what is selected are always drawn."
            ),
        )
        self.threads.toggled.connect(self.threads_switched)
        self.undated = self._menu_button(parent, "", self._fill_undated)
        self.contradicted = NeededButton(parent)
        self.contradicted.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        give_tip(
            self.contradicted,
            say(
                "Links that say what came first, while the dates say otherwise. Press to select them; "
                "either the link or a date is wrong."
            ),
        )
        self.contradicted.clicked.connect(self.contradicted_wanted)
        self.zoom_out = self._icon_button(parent, say("Zoom out"), "out")
        self.zoom_in = self._icon_button(parent, say("Zoom in"), "in")
        self.fit = self._icon_button(parent, say("Fit all"), "all")
        give_tip(self.fit, say("Fit all; once more leaves out a few that lie far off"))
        self._by = LanesBy.KIND
        self._names: frozenset[str] = frozenset()
        self._gaps = AUTO
        self._listed: Sequence[tuple[str, str]] = ()
        self._count = 0
        self.set_theme(theme)

    @property
    def all(self) -> tuple[QWidget, ...]:
        """All of them in their order."""
        return (
            *(self.lanes, self.names, self.threads, self.gaps, self.undated, self.contradicted),
            *(self.zoom_out, self.fit, self.zoom_in),
        )

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme, or at another scale."""
        self._theme = theme
        for button, name in (
            (self.zoom_out, "zoom_out"),
            (self.zoom_in, "zoom_in"),
            (self.fit, "fit"),
        ):
            button.setIcon(icon(name, theme, size=16))
            button.setIconSize(QSize(px(16), px(16)))
        self.contradicted.setIcon(icon("warning", theme, "err", 16))
        self.contradicted.setIconSize(QSize(px(16), px(16)))

    def show_contradicted(self, count: int) -> None:
        """Say how many links the dates contradict."""
        self.contradicted.setText(say("{n} against the dates", "{n} against the dates", n=count))
        self.contradicted.need(bool(count))

    def show_choices(
        self, by: LanesBy, names: frozenset[str], gaps: str, *, has_threads: bool
    ) -> None:
        """Show what is chosen."""
        self._by, self._names, self._gaps = by, names, gaps
        self.lanes.setText(say(BY[by]))
        self.threads.blockSignals(True)
        self.threads.setChecked(has_threads)
        self.threads.blockSignals(False)

    def show_undated(self, listed: Sequence[tuple[str, str]], count: int, turned_off: int) -> None:
        """Say how many items have no date; `listed` are the ids and titles of the first of them."""
        self._listed, self._count = listed, count
        self.undated.setEnabled(bool(count))
        self.undated.setText(say("{n} without a date", "{n} without a date", n=count))
        told = say("Items that have no date, and so no place here")
        if turned_off:
            more = say(
                "{n} more item has only times that are not shown",
                "{n} more items have only times that are not shown",
                n=turned_off,
            )
            told = f"{told}. {more}"
        give_tip(self.undated, told)

    # -- menus --------------------------------------------------------------------------------

    def _menu_button(
        self, parent: QWidget, text: str, fill: Callable[[QMenu], None]
    ) -> QToolButton:
        button = QToolButton(parent)
        button.setObjectName("viewTool")
        button.setText(text)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.aboutToShow.connect(partial(_refill, menu, fill))
        button.setMenu(menu)
        return button

    def _icon_button(self, parent: QWidget, name: str, what: str) -> QToolButton:
        button = QToolButton(parent)
        button.setObjectName("iconButton")
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(partial(_tell, self, what))
        return button

    def _fill_lanes(self, menu: QMenu) -> None:
        group = QActionGroup(menu)
        for by, text in BY.items():
            action = self._choice(menu, say(text), is_chosen=by is self._by)
            group.addAction(action)
            action.triggered.connect(partial(_emit_choice, self, "lanes", by.value))
        menu.addSeparator()
        for text, is_folded in ((say("Fold all lanes"), True), (say("Unfold all lanes"), False)):
            menu.addAction(text).triggered.connect(partial(_emit_folded, self, is_folded))

    def _fill_names(self, menu: QMenu) -> None:
        for name in NAMES:
            is_shown = name in self._names
            action = menu.addAction(sign_icon(name, self._theme), name_of_time(name))
            action.setCheckable(True)
            action.setChecked(is_shown)
            action.setIconVisibleInMenu(True)
            if is_shown:
                bold = action.font()
                bold.setBold(True)
                action.setFont(bold)
            action.triggered.connect(partial(_emit_name, self, name))

    def _fill_gaps(self, menu: QMenu) -> None:
        group = QActionGroup(menu)
        for choice, text in GAPS.items():
            action = self._choice(menu, say(text), is_chosen=choice == self._gaps)
            group.addAction(action)
            action.triggered.connect(partial(_emit_choice, self, "gaps", choice))

    def _fill_undated(self, menu: QMenu) -> None:
        every = menu.addAction(say("Select all {n}", n=self._count))
        every.triggered.connect(partial(_emit_picked, self, ""))
        menu.addSeparator()
        for item_id, title in self._listed[:MOST_LISTED]:
            menu.addAction(in_menu(title)).triggered.connect(partial(_emit_picked, self, item_id))
        if self._count > MOST_LISTED:
            more = menu.addAction(say("and {n} more", n=self._count - MOST_LISTED))
            more.setEnabled(False)

    def _choice(self, menu: QMenu, text: str, *, is_chosen: bool) -> QAction:
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(is_chosen)
        action.setIcon(tick(self._theme))
        return action

    def toggle_name(self, name: str) -> None:
        """Show a named time, or do not."""
        self.names_chosen.emit(self._names ^ {name})


def _refill(menu: QMenu, fill: Callable[[QMenu], None]) -> None:
    menu.clear()
    fill(menu)


def _tell(tools: TimelineTools, what: str, _: bool = False) -> None:
    tools.zoomed.emit(what)


def _emit_choice(tools: TimelineTools, sort: str, value: str, _: bool = False) -> None:
    (tools.lanes_chosen if sort == "lanes" else tools.gaps_chosen).emit(value)


def _emit_folded(tools: TimelineTools, is_folded: bool, _: bool = False) -> None:
    tools.folded.emit(is_folded)


def _emit_name(tools: TimelineTools, name: str, _: bool = False) -> None:
    tools.toggle_name(name)


def _emit_picked(tools: TimelineTools, item_id: str, _: bool = False) -> None:
    tools.picked.emit([item_id] if item_id else [])
