"""`Window`: the welcome page or one open case, with the menus and the bars around it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Concatenate, ParamSpec

from PySide6.QtCore import QByteArray, QEvent, QPoint, Qt
from PySide6.QtGui import QCloseEvent, QImage, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from caseboard import asking, exports, language, motion
from caseboard.actions import Menu, Sub
from caseboard.appearance import THEMES, Appearance, Themed
from caseboard.arriving import BEING_READ, Arrival, starts_early
from caseboard.availability import missing_in_case, missing_in_selection, missing_without_case
from caseboard.bridge import CaseBridge
from caseboard.dialogs.message import Confirm, Message
from caseboard.dialogs.missing_case import FORGET, LOCATE, MissingCase
from caseboard.example import write_example
from caseboard.focus_order import focusable, order_focus
from caseboard.handlers import list_handlers
from caseboard.keymap import DECLARED, Keymap
from caseboard.keys import key_of
from caseboard.menus import CHOICES, Menus
from caseboard.offering import Offering
from caseboard.options import setting
from caseboard.panel_room import PanelRoom
from caseboard.questions import Questions
from caseboard.recent_card import RecentCase
from caseboard.settings import Recent, Settings
from caseboard.status_bar import StatusBar
from caseboard.theme import Theme
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
from casedb.history import Step
from casedb.ids import utc_now
from casedb.words import say

P = ParamSpec("P")


class Window(QMainWindow):
    """The one window: it opens, shows and closes cases."""

    def __init__(self, settings: Settings, *, greets: bool = False) -> None:
        """`greets` offers a tour to somebody who opens the example as their first case."""
        super().__init__()
        self._greets = greets
        self.tour: Tour | None = None
        self.setObjectName("window")
        self.settings = settings
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
        self._choices = {
            name: self.menus.add_choice(Menu.VIEW, title, texts, partial(self._choose, name))
            for name, (title, texts) in CHOICES.items()
        }
        for menu in (Menu.ARRANGE, Menu.VIEW):
            self.menus.menus[menu].aboutToShow.connect(self.show_ticks)
        self.menus.submenus[Sub.BOARDS].aboutToShow.connect(self._list_boards)
        self.questions = Questions(self)
        self.offering = Offering(self)
        self.handlers = list_handlers(self)
        self._keymap = DECLARED
        self._show_keys()
        self.appearance.renew()
        self._show_welcome()

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
        self.welcome.recent_wanted.connect(self.open_recent)
        self.welcome.forget_wanted.connect(self._forget)
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
        self.show_ticks()

    def _choose(self, name: str, value: str) -> None:
        self.settings.change(**{name: value})

    def toggle_setting(self, name: str) -> None:
        """Turn a setting that is on or off."""
        is_on = setting(name).value(self.settings.now) == "on"
        self.settings.change(**{name: "off" if is_on else "on"})
        self.show_ticks()

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
        if not self.may_leave():
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
        # Nobody had a use for the key: it may be that of an action that is greyed.
        name = self._keymap.holder(key_of(event))
        missing = self.menus.missing(name) if name in self.handlers else ""
        if missing and self.workspace is not None:
            self.workspace.canvas.explain(missing)
        super().keyPressEvent(event)

    def show_ticks(self) -> None:
        """Tick in the menus what is so."""
        for name in ("snap_others", "snap_grid"):
            is_on = setting(name).value(self.settings.now) == "on"
            self.menus.check(name, is_so=is_on)
        for name in ("system", *THEMES):
            self.menus.check(f"theme_{name}", is_so=self.settings.now.theme == name)
        for name, choices in self._choices.items():
            choices[setting(name).value(self.settings.now)].setChecked(True)
        if self.workspace is not None:
            for name, is_shown in self.workspace.parts.shown.items():
                self.menus.check(f"toggle_{name}", is_so=is_shown)

    def toggle_part(self, name: str, workspace: Workspace) -> None:
        """Show a part of the workspace that is hidden, or hide it; remembered for the next case."""
        workspace.parts.show_part(name, is_shown=not workspace.parts.shown[name])
        hidden = [each for each, is_shown in workspace.parts.shown.items() if not is_shown]
        self.settings.change(hidden=" ".join(hidden))
        self.show_ticks()

    def _wear(self) -> None:
        self.menus.set_theme(self.theme)
        self.top_bar.set_theme(self.theme)
        self.welcome.set_theme(self.theme)
        for shown in (self.workspace, self.arrival, self.tour):
            if shown is not None:
                shown.set_theme(self.theme)
        self.show_ticks()
        for dialog in QApplication.topLevelWidgets():
            if isinstance(dialog, Themed):
                dialog.set_theme(self.theme)

    # -- opening and closing --------------------------------------------------------------

    def new_case(self, path: Path, title: str) -> bool:
        """Make a case and open it; whether that was possible."""
        return self._open(
            lambda: Case.create(path, title, actor=self._actor, home=self.settings.home),
            "The case could not be made",
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
            "The case could not be opened",
        )

    def open_example(self, path: Path) -> bool:
        """Write the example case where there is none yet, and open it."""
        is_first = self._greets and is_due(self.settings)
        if not path.exists():
            try:
                write_example(path, home=self.settings.home)
            except CaseError as trouble:
                Message.ask(self, "The example could not be written", str(trouble), is_error=True)
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
        workspace = Workspace(bridge, self.settings, self.theme, self.pages, arrival)
        # What is made for one case goes with its workspace, and the case in memory with it.
        bridge.setParent(workspace)
        self.workspace = workspace
        for name in self.settings.now.hidden.split():
            if name in workspace.parts.shown:
                workspace.parts.show_part(name, is_shown=False)
        PanelRoom(workspace.parts)
        Whereabouts(workspace, self.settings)
        workspace.state_changed.connect(self._show_state)
        workspace.selection.changed.connect(self._show_selection)
        workspace.inspector.saving_changed.connect(self._show_saved)
        workspace.tool_taken.connect(self.top_bar.show_tool)
        workspace.hinted.connect(self.status.hint)
        workspace.tabs.add_wanted.connect(lambda: self.do("add_board"))
        workspace.menu_wanted.connect(self._offer_menu)
        ask = self.questions
        workspace.tabs.delete_wanted.connect(self.on_case(ask.delete_board))
        workspace.delete_wanted.connect(self.on_case(ask.delete))
        workspace.looking.name_wanted.connect(self.on_case(ask.name_view))
        workspace.looking.changed.connect(self._show_sight)
        workspace.findings_wanted.connect(self.on_case(ask.show_report))
        workspace.opening_wanted.connect(self.on_case(ask.show_opening))
        self.pages.addWidget(workspace)
        show_keys(workspace, self._keymap)
        self.pages.setCurrentWidget(workspace)
        self.settings.remember(
            Recent(str(case.path), shown_title(case.title), utc_now(), case.contents.info.id)
        )
        self.status.setVisible(True)
        self.top_bar.show_tool(workspace.canvas.hands.tool)
        self._show_state()
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
            Message.ask(self, "A fault in the program", sentence, is_error=True)

    def close_case(self) -> None:
        """Close the open case, or the one on its way, and show the welcome page."""
        if self.arrival is not None:
            arrival, self.arrival = self.arrival, None
            self._let_go(arrival)
            self.top_bar.show_case("", None)
            self._show_welcome()
        if self.workspace is None:
            return
        workspace, self.workspace = self.workspace, None
        self._keep_preview(workspace)
        self._take_off(workspace)
        workspace.close_case()
        self._show_welcome()

    def _take_off(self, workspace: Workspace) -> None:
        """Take a workspace out of the window, before it is deleted."""
        workspace.state_changed.disconnect(self._show_state)
        workspace.selection.changed.disconnect(self._show_selection)
        workspace.inspector.saving_changed.disconnect(self._show_saved)
        self.top_bar.show_case("", None)
        workspace.tabs.setParent(workspace)
        self.pages.removeWidget(workspace)
        workspace.deleteLater()

    def _keep_preview(self, workspace: Workspace) -> None:
        contents = workspace.bridge.contents
        # With the thumbnails that are here: nobody who closes a case waits for pictures.
        picture = exports.preview(
            contents, workspace.canvas.columns, self.theme, workspace.thumbnails.held
        )
        file = self.settings.preview_of(contents.info.id)
        try:
            self.settings.home.folder("previews")
        except OSError:
            return
        picture.save(str(file))

    def _show_welcome(self) -> None:
        self.welcome.show_cases([self._recent_case(each) for each in self.settings.now.recent])
        self.pages.setCurrentWidget(self.welcome)
        self.top_bar.show_case("", None)
        self.top_bar.setVisible(False)
        self.status.clear()
        self.status.setVisible(False)
        self._show_state()

    def _recent_case(self, recent: Recent) -> RecentCase:
        picture = QImage(str(self.settings.preview_of(recent.case_id)))
        path = Path(recent.path)
        return RecentCase(
            path=path,
            title=recent.title,
            opened_at=_shown_time(recent.opened_at),
            preview=None if picture.isNull() else picture,
            missing=not path.exists(),
        )

    def open_recent(self, path: Path) -> None:
        """Open a case that was open before; where it is gone, look for it or forget it."""
        if path.exists():
            self.open_case(path)
            return
        answer = MissingCase.ask(self, path)
        if answer == FORGET:
            self._forget(path)
        elif answer == LOCATE:
            self._locate(path)

    def _locate(self, path: Path) -> None:
        """Open the file that is shown in place of one that is gone."""
        lost = next((each for each in self.settings.now.recent if each.path == str(path)), None)
        there = asking.case_to_open(self, path.parent if path.parent.exists() else None)
        if there is None or not self.open_case(there) or lost is None:
            return
        if self._case_id == lost.case_id:
            self.settings.forget(lost.path)
        elif self.workspace is not None:
            title = shown_title(lost.title)
            self.workspace.toast.say(f"This is another case; “{title}” is still missing.")

    @property
    def _case_id(self) -> str:
        """The id of the case that is open, or on its way."""
        if self.workspace is not None:
            return self.workspace.bridge.contents.info.id
        return self.arrival.opening.info.id if self.arrival is not None else ""

    def _forget(self, path: object) -> None:
        self.settings.forget(str(path))
        if self.workspace is None and self.arrival is None:
            self._show_welcome()

    def may_leave(self) -> bool:
        """Whether the open case can be closed with nothing lost, or the user wants it all the same."""
        if self.workspace is None:
            return True
        self.workspace.canvas.stop_writing()
        inspector = self.workspace.inspector
        if not inspector.flush():
            sentence = f"{inspector.trouble} What was typed last is in the window alone."
        elif inspector.unread:
            first, *more = inspector.unread
            others = f" So it is with {len(more)} more." if more else ""
            sentence = f"“{shown_title(first)}” is not understood, so it is not stored.{others}"
        else:
            return True
        return Confirm.ask(
            self, "Not everything is saved", sentence, "Close and lose it", is_lossy=True
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
        self.close_case()
        super().closeEvent(event)

    # -- what can be done now -------------------------------------------------------------

    def _show_state(self) -> None:
        workspace = self.workspace
        if workspace is None:
            self.menus.enable(missing_without_case())
            self.setWindowTitle("Caseboard")
            return
        bridge = workspace.bridge
        undo, redo = bridge.case.undo_step, bridge.case.redo_step
        self.menus["undo"].setText(_with_label("&Undo", undo))
        self.menus["redo"].setText(_with_label("&Redo", redo))
        self.menus.enable(
            missing_in_case(_refusal(bridge), can_undo=undo is not None, can_redo=redo is not None)
        )
        title = shown_title(bridge.case.title)
        self.setWindowTitle(f"{title} – Caseboard")
        self.top_bar.setVisible(True)
        self.top_bar.show_case(title, workspace.tabs)
        self.status.show_case(bridge)
        self._show_saved()
        self._show_selection()

    def _show_saved(self) -> None:
        if self.workspace is not None:
            work = self.workspace
            self.status.show_saved(work.bridge, work.inspector.saving, is_sound=work.is_sound)

    def _show_selection(self) -> None:
        # Apart from `_show_state`: a marquee changes the selection with every move of the mouse,
        # and the steps to undo are looked up in the file.
        workspace = self.workspace
        if workspace is None:
            return
        now = workspace.selection.now
        self.menus.enable(missing_in_selection(_refusal(workspace.bridge), now))
        # A link lies on no board that it could be taken off: it goes from the case.
        is_links_alone = bool(now.links) and not (now.cards or now.frames)
        self.menus["remove"].setText(
            f"&Delete link{'' if len(now.links) == 1 else 's'}"
            if is_links_alone
            else "Take &off the board"
        )
        self.status.show_selection(workspace.selection)
        self._show_sight()

    def _show_sight(self) -> None:
        if self.workspace is not None:
            self.status.show_sight(self.workspace.looking.sentence)

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
                (shown_title(each.board.title) or "Untitled board", partial(go, each.cards))
                for each in found
            ],
            self.theme,
        )

    def _offer_menu(self, names: tuple[str, ...], on_desktop: QPoint) -> None:
        self.menus.context_menu(self, names).popup(on_desktop)


def _show_cards(workspace: Workspace, card_ids: Sequence[str]) -> None:
    workspace.going.show_cards(card_ids)


def _refusal(bridge: CaseBridge) -> str:
    return bridge.refusal if bridge.read_only else ""


def _with_label(verb: str, step: Step | None) -> str:
    return verb if step is None else f"{verb} {step.label.replace('&', '&&')}"


def _shown_time(stamp: str) -> str:
    """A stored moment in local time; as it is where it is not understood."""
    try:
        moment = datetime.fromisoformat(stamp).astimezone()
    except ValueError:
        return stamp
    # Not every system can leave out the zero of a day by itself.
    return f"{moment.day} {moment:%B %Y, %H:%M}"
