"""`Window`: the welcome page or one open case, with the menus and the bars around it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Concatenate, ParamSpec

from PySide6.QtCore import QByteArray, QEvent, QPoint, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from caseboard import language, motion
from caseboard.actions import Sub
from caseboard.appearance import Appearance, Themed
from caseboard.arriving import BEING_READ, Arrival, starts_early
from caseboard.availability import missing_without_case
from caseboard.bars import Bars
from caseboard.bridge import CaseBridge
from caseboard.dialogs.dropped_case import OPEN, TAKE_IN, DroppedCase
from caseboard.dialogs.message import Confirm, Message
from caseboard.example import write_example
from caseboard.focus_order import focusable, order_focus
from caseboard.handlers import list_handlers
from caseboard.keymap import DECLARED, Keymap
from caseboard.keys import key_of
from caseboard.menu_key import MENU_KEY, open_menu_by_key
from caseboard.menus import Menus
from caseboard.offering import Offering
from caseboard.panel_room import PanelRoom
from caseboard.questions import Questions
from caseboard.recent_cases import RecentCases
from caseboard.settings import Settings
from caseboard.status_bar import StatusBar
from caseboard.theme import Theme
from caseboard.ticks import Ticks
from caseboard.tips import show_keys
from caseboard.titles import shown_title
from caseboard.top_bar import TopBar
from caseboard.tour import SEEN, Tour, is_due
from caseboard.voices import give_voices
from caseboard.welcome import WelcomePage
from caseboard.whereabouts import Whereabouts
from caseboard.workspace import Workspace
from casedb import Case, CaseError
from casedb.disk import is_same_file
from casedb.early import Opening
from casedb.intake.cage.cage import Cage
from casedb.model.geometry import Point
from casedb.words import say

P = ParamSpec("P")


class Window(QMainWindow):
    """The one window: it opens, shows and closes cases."""

    def __init__(
        self, settings: Settings, *, greets: bool = False, cage: Cage | None = None
    ) -> None:
        """`greets` offers a tour to somebody who opens the example as their first case; pictures are
        decoded in `cage`, or in one of the window's own."""
        super().__init__()
        self._owns_cage, self._cage = cage is None, cage or Cage()
        self._greets = greets
        self.tour: Tour | None = None
        self.setObjectName("window")
        self.settings = settings
        self.recents = RecentCases(self)
        self.appearance = Appearance(settings, self)
        self.appearance.changed.connect(self._wear)
        self.workspace: Workspace | None = None
        self.arrival: Arrival | None = None
        give_voices()
        language.choose(settings.now.language)
        motion.choose(settings.now.motion)
        self._furnish()
        self.resize(1400, 880)
        if settings.now.window:
            self.restoreGeometry(QByteArray.fromBase64(settings.now.window.encode()))
        settings.changed.connect(self._follow_setting)

    def _furnish(self) -> None:
        """Make all that has words: the bars, the menus and the page that welcomes."""
        self._build()
        self.menus = Menus(self, self.do)
        self.ticks = Ticks(self.menus, self.settings, self._shown_parts)
        self.bars = Bars(self, self.menus, self.top_bar, self.status)
        self.menus.submenus[Sub.BOARDS].aboutToShow.connect(self._list_boards)
        self.questions = Questions(self)
        self.offering = Offering(self)
        self.handlers = list_handlers(self)
        self._keymap = DECLARED
        self._show_keys()
        self.appearance.renew()
        self.show_welcome()

    def _build(self) -> None:
        middle = QWidget(self)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.top_bar = TopBar(self.theme, middle)
        self.top_bar.find_wanted.connect(lambda: self.do("palette"))
        self.top_bar.export_wanted.connect(lambda: self.do("export"))
        self.top_bar.tool_chosen.connect(self._choose_tool)
        self.pages = QStackedWidget(middle)
        self.status = StatusBar(middle)
        self.status.all_wanted.connect(lambda: self.do("show_all"))
        for widget, stretch in ((self.top_bar, 0), (self.pages, 1), (self.status, 0)):
            column.addWidget(widget, stretch)
        self.welcome = WelcomePage(self.theme, self.pages)
        self.welcome.new_wanted.connect(lambda: self.do("new"))
        self.welcome.open_wanted.connect(lambda: self.do("open"))
        self.welcome.example_wanted.connect(lambda: self.do("example"))
        self.welcome.recent_wanted.connect(self.recents.open)
        self.welcome.forget_wanted.connect(self.recents.forget)
        self.welcome.dropped.connect(self.open_case)
        self.pages.addWidget(self.welcome)
        self.setCentralWidget(middle)

    # -- themes ---------------------------------------------------------------------------

    @property
    def theme(self) -> Theme:
        """The theme that it wears now."""
        return self.appearance.theme

    def choose_theme(self, name: str) -> None:
        """Use the theme `light`, `dark`, `cork`, `print` or that of the `system` from now on."""
        self.settings.change(theme=name)
        self.ticks.show()

    def _shown_parts(self) -> dict[str, bool]:
        work = self.workspace
        return {**work.parts.shown, "lines": work.tracing.is_shown} if work is not None else {}

    def _follow_setting(self, name: str) -> None:
        if name in ("theme", "contrast", "scale"):
            self.appearance.renew()
        elif name == "language":
            self._change_language()
        elif name == "motion":
            motion.choose(self.settings.now.motion)
        elif name == "keys":
            self._show_keys()
        elif name == "author" and self.workspace is not None:
            self.workspace.bridge.case.actor = self._actor

    def _change_language(self) -> None:
        """Make the window anew in the language that is wished now, and go on where one was."""
        wished, spoken = self.settings.now.language, language.spoken()
        if language.wanted_language(wished) is spoken:
            return
        if not self.may_leave(stays_open=True):
            self.settings.change(language=spoken.code)
            return
        if self.tour is not None:
            self.tour.end()
        on_its_way = self.arrival.opening.path if self.arrival is not None else None
        if on_its_way is not None:
            self.close_case()
        before, case = self.workspace, None
        if before is not None:
            self.workspace = None
            self._take_off(before)
            case = before.let_go()
        self.menus.drop()
        self.offering.deleteLater()
        language.choose(wished)
        self._furnish()
        if case is not None and before is not None:
            self._show_case(case).go_on_from(before)
        elif on_its_way is not None:
            self.open_case(on_its_way)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # The system's text is larger or smaller now, or reading begins at the other side.
        types = QEvent.Type
        if event.type() in (types.ApplicationFontChange, types.LayoutDirectionChange):
            self.appearance.renew()

    @property
    def keymap(self) -> Keymap:
        """The keys of every action, as the user has chosen them."""
        return self._keymap

    def _show_keys(self) -> None:
        self._keymap = Keymap.of(self.settings.now)
        self.menus.set_keys(self._keymap)
        self.top_bar.show_keys(self._keymap)
        show_keys(self, self._keymap)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Nobody had a use for the key.
        work = self.workspace
        if key_of(event) == MENU_KEY and open_menu_by_key():
            return
        if event.key() == Qt.Key.Key_Escape and not event.modifiers() and work is not None:
            work.canvas.setFocus()
            return
        # It may be that of an action that is greyed.
        name = self._keymap.holder(key_of(event))
        missing = self.menus.missing(name) if name in self.handlers else ""
        if missing and work is not None:
            # Even where no step can be undone there is what the hand is doing.
            is_left = name in ("undo", "redo") and work.canvas.call_off()
            if not is_left:
                work.canvas.explain(missing)
        super().keyPressEvent(event)

    def _wear(self) -> None:
        self.menus.set_theme(self.theme)
        self.top_bar.set_theme(self.theme)
        self.welcome.set_theme(self.theme)
        for shown in (self.workspace, self.arrival, self.tour):
            if shown is not None:
                shown.set_theme(self.theme)
        self.ticks.show()
        for dialog in QApplication.topLevelWidgets():
            if isinstance(dialog, Themed):
                dialog.set_theme(self.theme)

    # -- opening and closing --------------------------------------------------------------

    def new_case(self, path: Path, title: str) -> bool:
        """Make a case and open it; whether that was possible."""
        return self._open(
            lambda: Case.create(path, title, actor=self._actor, home=self.settings.home),
            say("The case could not be made"),
        )

    def open_case(self, path: Path) -> bool:
        """Open a case in place of the one that is open; whether that was possible."""
        if self.arrival is not None and is_same_file(path, self.arrival.opening.path):
            # It is on its way already.
            return True
        there = self.workspace.bridge.case if self.workspace is not None else None
        if there is not None and not there.read_only and is_same_file(path, there.path):
            # Opened beside itself it would be a case in use, and so a copy to read.
            return True
        return self._open(
            lambda: Opening.start(path, actor=self._actor, home=self.settings.home),
            say("The case could not be opened"),
        )

    def open_example(self, path: Path) -> bool:
        """Write the example case where there is none yet, and open it."""
        is_first = self._greets and is_due(self.settings)
        if not path.exists():
            try:
                write_example(path, home=self.settings.home)
            except CaseError as trouble:
                Message.ask(
                    self, say("The example could not be written"), str(trouble), is_error=True
                )
                return False
        is_open = self.open_case(path)
        if is_open and is_first:
            self._start_tour(Tour.invite)
        return is_open

    def take_tour(self) -> None:
        """Go through the steps of the tour, from the first one."""
        self._start_tour(Tour.begin)

    def _start_tour(self, start: Callable[[Tour], None]) -> None:
        if self.workspace is None:
            return
        if self.tour is not None:
            self.tour.end()
        self.settings.change(tour=SEEN)
        tour = self.tour = Tour(self, self.workspace)
        tour.ended.connect(self._forget_tour)
        start(tour)

    def _forget_tour(self) -> None:
        tour, self.tour = self.tour, None
        if tour is not None:
            tour.deleteLater()

    def _take_dropped_case(self, workspace: Workspace, path: Path, at: Point) -> None:
        """Open a case that was dropped on the board, or take it in as a document, whichever is wished."""
        answer = DroppedCase.ask(self, path)
        if answer == OPEN:
            self.open_case(path)
        elif answer == TAKE_IN:
            workspace.take_files([path], at)

    @property
    def _actor(self) -> str:
        return self.settings.now.author or "unnamed user"

    def _open(self, opener: Callable[[], Case | Opening], heading: str) -> bool:
        if not self.may_leave():
            return False

        def open_it() -> Case | Opening:
            opened = opener()
            if isinstance(opened, Opening) and not (opened.is_plain and starts_early(opened.path)):
                return opened.finish()
            return opened

        found = self._opened(open_it)
        if isinstance(found, CaseError):
            Message.ask(self, heading, str(found))
            return False
        self.close_case()
        if isinstance(found, Opening):
            self._await(found, heading)
        else:
            self._show_case(found)
        return True

    @staticmethod
    def _opened(opener: Callable[[], Case | Opening]) -> Case | Opening | CaseError:
        # The pointer is itself again before anything is said about it.
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            return opener()
        except CaseError as trouble:
            return trouble
        finally:
            QApplication.restoreOverrideCursor()

    def _await(self, opening: Opening, heading: str) -> None:
        """Show the board of a large case while the rest of it is read."""
        arrival = self.arrival = Arrival(opening, self.settings, self.theme, self.pages)
        arrival.arrived.connect(self._arrive)
        arrival.failed.connect(partial(self._tell_failed_arrival, heading))
        arrival.given_up.connect(self.close_case)
        self.pages.addWidget(arrival)
        show_keys(arrival, self._keymap)
        self.pages.setCurrentWidget(arrival)
        self.top_bar.setVisible(True)
        self.top_bar.show_case(shown_title(opening.info.title), arrival.tabs, is_open=False)
        self.menus.enable(missing_without_case(say(BEING_READ)))
        self.status.show_reading()
        self.status.setVisible(True)
        arrival.begin()

    def _arrive(self, case: Case) -> None:
        arrival, self.arrival = self.arrival, None
        self._show_case(case, arrival)
        if arrival is not None:
            self._let_go(arrival)

    def _tell_failed_arrival(self, heading: str, sentence: str) -> None:
        self.close_case()
        Message.ask(self, heading, sentence)

    def _let_go(self, arrival: Arrival) -> None:
        arrival.end()
        arrival.tabs.setParent(arrival)
        self.pages.removeWidget(arrival)
        arrival.deleteLater()

    def _show_case(self, case: Case, arrival: Arrival | None = None) -> Workspace:
        bridge = CaseBridge(case)
        workspace = Workspace(bridge, self.settings, self.theme, self._cage, self.pages, arrival)
        # What is made for one case goes with its workspace, and the case in memory with it.
        bridge.setParent(workspace)
        self.workspace = workspace
        for name in self.settings.now.hidden.split():
            if name in workspace.parts.shown:
                workspace.parts.show_part(name, is_shown=False)
        PanelRoom(workspace.parts)
        Whereabouts(workspace, self.settings)
        self.bars.follow(workspace)
        workspace.tabs.add_wanted.connect(lambda: self.do("add_board"))
        workspace.name_wanted.connect(lambda: self.do("author"))
        workspace.menu_wanted.connect(self._offer_menu)
        # A drop is over for whoever let go before a question is asked.
        workspace.case_dropped.connect(
            self.on_case(self._take_dropped_case), Qt.ConnectionType.QueuedConnection
        )
        ask = self.questions
        workspace.tabs.delete_wanted.connect(self.on_case(ask.delete_board))
        workspace.delete_wanted.connect(self.on_case(ask.delete))
        workspace.expunge_wanted.connect(self.on_case(ask.expunge))
        workspace.capture_wanted.connect(self.on_case(ask.capture))
        workspace.tracing.changed.connect(self.ticks.show)
        workspace.beside.export_wanted.connect(self.on_case(ask.view_file))
        workspace.looking.name_wanted.connect(self.on_case(ask.name_view))
        workspace.looking.views_wanted.connect(self.on_case(ask.views))
        workspace.findings_wanted.connect(self.on_case(ask.show_report))
        workspace.opening_wanted.connect(self.on_case(ask.show_opening))
        self.pages.addWidget(workspace)
        show_keys(workspace, self._keymap)
        self.pages.setCurrentWidget(workspace)
        self.recents.remember(case)
        self.status.setVisible(True)
        self.top_bar.show_tool(workspace.canvas.hands.tool)
        self.bars.show_state()
        order_focus(
            [*focusable(self.top_bar), *workspace.parts.in_tab_order, *focusable(self.status)]
        )
        workspace.canvas.setFocus()
        return workspace

    def tell_fault(self, sentence: str) -> None:
        """Say that something went wrong which nobody expected."""
        if self.workspace is not None:
            self.workspace.toast.say_failure(sentence)
        else:
            Message.ask(self, say("A fault in the program"), sentence, is_error=True)

    def close_case(self) -> None:
        """Close the open case, or the one on its way, and show the welcome page."""
        if self._end_case():
            self.show_welcome()

    def _end_case(self) -> bool:
        """Close the open case and the one on its way; whether there was any."""
        arrival, self.arrival = self.arrival, None
        workspace, self.workspace = self.workspace, None
        if arrival is not None:
            self._let_go(arrival)
            self.top_bar.show_case("", None)
        if workspace is not None:
            self.recents.keep_preview(workspace)
            self._take_off(workspace)
            workspace.close_case()
        return arrival is not None or workspace is not None

    def _take_off(self, workspace: Workspace) -> None:
        """Take a workspace out of the window, before it is deleted."""
        self.bars.let_go()
        self.top_bar.show_case("", None)
        workspace.tabs.setParent(workspace)
        self.pages.removeWidget(workspace)
        workspace.deleteLater()

    def show_welcome(self) -> None:
        """Show the welcome page, with the cases that were open before."""
        self.welcome.show_cases(self.recents.listed)
        self.pages.setCurrentWidget(self.welcome)
        self.top_bar.show_case("", None)
        self.top_bar.setVisible(False)
        self.status.clear()
        self.status.setVisible(False)
        self.bars.show_state()

    @property
    def case_id(self) -> str:
        """The id of the case that is open, or on its way; empty for none."""
        if self.workspace is not None:
            return self.workspace.bridge.contents.info.id
        return self.arrival.opening.info.id if self.arrival is not None else ""

    def may_leave(self, *, stays_open: bool = False) -> bool:
        """Whether the open case can be closed with nothing lost, or the user wants it all the same.

        While it stays open, what is written of verdicts is kept.
        """
        if self.workspace is None:
            return True
        self.workspace.canvas.stop_writing()
        inspector = self.workspace.inspector
        if not inspector.flush():
            told = say("What was typed last is in the window alone.")
            sentence = f"{inspector.trouble} {told}"
        elif inspector.unread:
            first, *more = inspector.unread
            title = shown_title(first)
            sentence = say("“{title}” is not understood, so it is not stored.", title=title)
            if more:
                others = say("So it is with {n} more.", "So it is with {n} more.", n=len(more))
                sentence = f"{sentence} {others}"
        elif not stays_open and (unsaved := self.workspace.verdicts.unsaved):
            first, *more = unsaved
            sentence = say("The verdict on “{claim}” has words that are not stored.", claim=first)
            if more:
                others = say("So it is with {n} more.", "So it is with {n} more.", n=len(more))
                sentence = f"{sentence} {others}"
        else:
            return True
        return Confirm.ask(
            self, say("Not everything is saved"), sentence, say("Close and lose it"), is_lossy=True
        )

    def leave_case(self) -> None:
        """Close the open case, unless something would be lost by it."""
        if self.may_leave():
            self.close_case()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_leave():
            event.ignore()
            return
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        self.settings.change(window=geometry)
        # Nobody sees the welcome page any more.
        self._end_case()
        if self._owns_cage:
            self._cage.close()
        super().closeEvent(event)

    # -- actions -------------------------------------------------------------

    def do(self, name: str) -> None:
        """Carry out an action by its declared name."""
        if self.workspace is not None and name not in ("edit_title", "find", "palette"):
            self.workspace.inspector.flush()
            self.workspace.canvas.stop_writing()
        self.handlers[name]()

    def on_case(self, do: Callable[Concatenate[Workspace, P], object]) -> Callable[P, None]:
        """What does something to the open case, if there is one when it is called."""

        # Which case that is turns out when it is done: a case that is closed is held by nobody.
        def on_the_open_one(*told: P.args, **more: P.kwargs) -> None:
            if self.workspace is not None:
                do(self.workspace, *told, **more)

        return on_the_open_one

    def _choose_tool(self, name: str) -> None:
        if self.workspace is not None:
            self.workspace.canvas.hands.take(name)
            self.workspace.canvas.setFocus()

    def _list_boards(self) -> None:
        work = self.workspace
        found = work.going.other_boards() if work is not None else []
        go = self.on_case(_show_cards)
        self.menus.list_boards(
            [
                (shown_title(each.board.title) or say("Untitled board"), partial(go, each.cards))
                for each in found
            ],
            self.theme,
        )

    def _offer_menu(self, names: tuple[str, ...], on_desktop: QPoint) -> None:
        self.menus.context_menu(self, names).popup(on_desktop)


def _show_cards(workspace: Workspace, card_ids: Sequence[str]) -> None:
    workspace.going.show_cards(card_ids)
