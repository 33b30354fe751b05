"""`Workspace`: one open case in the window: its boards in the middle, panels around them.

It joins the rooms, which do not know each other: the one selection is shared, what the hand on the
board wishes is granted, and every commit is passed on to whoever shows it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Signal
from PySide6.QtGui import QAccessible, QCursor
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from caseboard.arriving import Arrival
from caseboard.beginning import Beginning
from caseboard.beside import Beside
from caseboard.bindings import Bindings
from caseboard.board.board_view import BoardView
from caseboard.board.card_layout import natural_height
from caseboard.board.found import Found
from caseboard.board.tools.state import Snapping
from caseboard.board_tabs import BoardTabs
from caseboard.bridge import CaseBridge
from caseboard.clipboard import Clipboard
from caseboard.context_menus import menu_on
from caseboard.deeds import Deeds
from caseboard.dropping import Dropped, can_read, other_case, read
from caseboard.exporting import Exporting
from caseboard.file_reading import FileReading
from caseboard.going import Going
from caseboard.granting import Granted
from caseboard.growing import with_grown_cards
from caseboard.holders import Holders
from caseboard.inspector.panel import InspectorPanel
from caseboard.intake import Intake
from caseboard.judging import Judging
from caseboard.keymap import Keymap
from caseboard.laying import Laying
from caseboard.left_panels import LeftPanels
from caseboard.linking import Linking
from caseboard.looking import Looking
from caseboard.looking_back import LookingBack
from caseboard.naming import Naming
from caseboard.panels.search import can_be_seen
from caseboard.panels.search_results import users_of
from caseboard.parts import Parts
from caseboard.past_page import PastPage
from caseboard.quiet import Quiet
from caseboard.reach import Reach
from caseboard.recasting import Recasting
from caseboard.retracing import Retracing
from caseboard.selection import Selected, Selection
from caseboard.settings import Settings, View
from caseboard.showing import Showing
from caseboard.sourcing import Sourcing
from caseboard.spoken import change_done
from caseboard.stage import Stage
from caseboard.tasks import Tasks
from caseboard.theme import Theme
from caseboard.thumbnails import Thumbnails
from caseboard.toast import Toast
from caseboard.tracing import Tracing
from caseboard.trail import Trail
from caseboard.verdicts import Verdicts
from caseboard.verifier import Verifier
from caseboard.voices import announce
from caseboard.what_if import WhatIf
from casedb import Case, CaseError, Change
from casedb.capture import Capture
from casedb.commands import cards, removal
from casedb.custody_log import note_report
from casedb.intake.cage.cage import Cage
from casedb.model.changes import ChangeSet
from casedb.model.contents import Contents
from casedb.model.geometry import Point
from casedb.model.records import Annotation, Artifact, Board, Fold, Item
from casedb.report import Report
from casedb.words import say


class Workspace(QWidget):
    """One open case.

    `state_changed()` follows every change of the case and of the board in front; `hinted(str)` carries
    a sentence about the tool in hand, `tool_taken(str)` its name; `menu_wanted(names, QPoint)` asks
    for a menu of actions, `delete_wanted(Selected)` for deleting from the case, `expunge_wanted(str)`
    for expunging a file (SHA-256), `capture_wanted(str)` for saying how an item was saved from the web,
    `findings_wanted(Report)` for what verifying found, `opening_wanted(sentences)` for all that is to
    be known of the opening; `case_dropped(Path, Point)` follows the drop of another case alone;
    `name_wanted()` asks for the name that stands in the journal.
    """

    state_changed = Signal()
    hinted = Signal(str)
    tool_taken = Signal(str)
    menu_wanted = Signal(tuple, QPoint)
    delete_wanted = Signal(object)
    expunge_wanted = Signal(str)
    capture_wanted = Signal(str)
    findings_wanted = Signal(object)
    opening_wanted = Signal(tuple)
    case_dropped = Signal(object, object)
    name_wanted = Signal()

    def __init__(
        self,
        bridge: CaseBridge,
        settings: Settings,
        theme: Theme,
        cage: Cage,
        parent: QWidget | None = None,
        arrival: Arrival | None = None,
    ) -> None:
        """`arrival` is where the case has come from: its board and what is selected there stay."""
        super().__init__(parent)
        self.setObjectName("workspace")
        self.bridge = bridge
        self.holders = Holders(bridge)
        self.settings = settings
        self.selection = Selection(self)
        if arrival is not None:
            self.selection.become(arrival.selection.now)
        self.thumbnails = Thumbnails(bridge.case, cage, self)
        self.tasks = Tasks(self)
        self.quiet = Quiet(self)
        self.verifier = Verifier(bridge, self.tasks, settings.home, self.quiet, self)
        self.is_sound = True
        self._selected_now = Selected()
        self.deeds = Deeds(bridge, self.selection, natural_height)
        self.linking = Linking(bridge, self.selection)
        self.judging = Judging(bridge, self.selection)
        self.recasting = Recasting(bridge, self.selection)
        self.wishes = Granted(self, self)
        self.trail = Trail()
        bridge.complete = self._complete
        self._theme = theme
        early = arrival.handed_over() if arrival is not None else None
        self.looking = Looking(self)
        self._build_boards(theme)
        self._build_panels(theme, arrival)
        self._build_helpers()
        self._listen()
        bridge.changed.connect(self._follow)
        bridge.failed.connect(self._tell_failure)
        settings.changed.connect(self._bind_all)
        self.verifier.found.connect(self._tell_findings)
        if early is not None:
            self._take_canvas(early)
        self.show_board(early.board_id if early is not None else bridge.contents.boards[0].id)
        self.beginning.renew()
        self._tell_opening((*bridge.case.notices, *bridge.case.losses))

    # -- the parts ------------------------------------------------------------------------

    def _build_boards(self, theme: Theme) -> None:
        self.tabs = BoardTabs(theme, self)
        self.tabs.can_write = not self.bridge.read_only
        self.tabs.chosen.connect(self._choose_board)
        self.tabs.renamed.connect(self._rename_board)
        self.tabs.reordered.connect(self._reorder_boards)
        self.stage = Stage(theme, self)
        self.toast = Toast(theme, self.stage)
        self.reach = Reach(self.bridge, self.selection, self.stage)

    def _build_panels(self, theme: Theme, arrival: Arrival | None) -> None:
        self.left = LeftPanels(
            self.bridge,
            self.selection,
            self.looking.sights,
            theme,
            self.settings.now.outline,
            arrival,
            self,
        )
        self.outline, self.search = self.left.outline, self.left.search
        self.filter, self.journal = self.left.filter, self.left.journal
        self.looking.changed.connect(self.reach.keep_selected_here)
        self.selection.changed.connect(self.reach.let_go_of_hidden)
        self.inspector = InspectorPanel(
            self.bridge, self.selection, self.thumbnails, theme, self, self.quiet
        )
        beside = self.beside = Beside(
            *(self.bridge, self.selection, self.stage, self.looking),
            *(self.settings, theme, self),
        )
        self.parts = Parts(
            *(self.left, self.stage, beside.pane, beside.middle, self.inspector, self.toast), self
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.parts)

    def _build_helpers(self) -> None:
        bridge, selection, stage, toast = self.bridge, self.selection, self.stage, self.toast
        self.going = Going(bridge, selection, stage, self.looking, toast, self.show_board)
        self.beside.join(self.going, toast)
        self.back_then = LookingBack(bridge, stage, self.thumbnails, self._theme, self._bind, self)
        self.back_then.began.connect(self._look_back)
        self.back_then.ended.connect(self._look_at_now)
        self.back_then.moved.connect(self._show_then)
        self.back_then.restored.connect(self._tell_restored)
        self.journal.look_back_wanted.connect(self.look_back)
        self.journal.restore_wanted.connect(self.back_then.restore)
        self.tracing = Tracing(
            bridge, selection, stage, self.looking, self.going, self._theme, self
        )
        self.inspector.desk.lines_wanted.connect(self.tracing.show)
        self.what_if = WhatIf(
            *(bridge, selection, stage, self.looking, self.going, self.deeds, self._theme, self)
        )
        # Two strips at once would lie one over the other.
        self.what_if.changed.connect(self._end_tracing)
        self.tracing.changed.connect(self._end_what_if)
        self.beside.desk.aside = self.what_if.aside
        thumbnails = self.thumbnails
        self.showing = Showing(
            bridge, selection, self.settings, toast, self._theme, thumbnails, self
        )
        self.verdicts = Verdicts(bridge, selection, self.settings, self._theme, self)
        self.verdicts.went.connect(self.going.go_to)
        self.verdicts.refused.connect(toast.say)
        self.inspector.verdict_wanted.connect(self.verdicts.open)
        self.inspector.file_wanted.connect(self.showing.open)
        self.inspector.mark_wanted.connect(self.showing.open_mark)
        self.showing.link_shown.connect(self._show_link)
        self.inspector.marking_wanted.connect(self.showing.mark_region)
        self.inspector.region_wanted.connect(self.showing.open_region)
        self.inspector.regions_compared.connect(self.showing.compare_regions)
        self.inspector.comparison_wanted.connect(self.showing.compare_selected)
        self.search.page_wanted.connect(self.showing.open_page)
        self.search.go_to_file.connect(self.go_to_file)
        self.search.go_to_mark.connect(self.go_to_mark)
        self.reading = FileReading(bridge, self)
        self.reading.failed.connect(toast.say_failure)
        self.search.follow_reading(self.reading)
        self.reading.read.connect(self.inspector.show_reading)
        self.reading.ended.connect(self.inspector.desk.echoes.look_again)
        self.naming = Naming(bridge, selection, stage, self.deeds, self.inspector)
        self.laying = Laying(bridge, selection, stage, self.deeds, self.going, toast)
        toast.spared = self.laying.selected_boxes
        self.beginning = Beginning(bridge, self.settings, stage, self.inspector, self.laying, self)
        self.clipboard = Clipboard(
            bridge, selection, stage, self.deeds, toast, self.take_in, self.going.come_to_selected
        )
        self.exporting = Exporting(
            bridge,
            selection,
            stage,
            self.looking,
            toast,
            self.thumbnails.cage,
            self.settings,
            self,
            self._tell_failure,
        )
        self.sourcing = Sourcing(bridge, selection, self.left.sources, toast, self)
        self.left.sources.opened.connect(self.inspector.edit_title)
        self.intake = Intake(
            bridge,
            self.tasks,
            toast,
            self.thumbnails,
            self,
            front=lambda: self.board_id,
            save_typing=self.inspector.flush,
            made=self.laying.select_made,
            go_to=self.going.go_to,
        )
        self.retracing = Retracing(bridge, self.tasks, self, self.inspector.flush)
        bridge.retrace = self.retracing.take

    def _listen(self) -> None:
        self.outline.ordered.connect(self._keep_order)
        self.outline.boards.went.connect(self.going.go)
        self.outline.boards.menu_wanted.connect(self._offer_outline_menu)
        self.outline.boards.board_menu_wanted.connect(self._offer_board_menu)
        self.filter.views_wanted.connect(self.looking.fill_views)
        for panel in (self.outline, self.search, self.left.sources, self.inspector):
            panel.go_to.connect(self.going.go_to)
            panel.delete_wanted.connect(self.delete_wanted)
        self.search.go_to_link.connect(self.going.go_to)
        self.search.shown.connect(self._mark_found)
        self.left.weak_points.go_to.connect(self.going.go_to)
        panels = self.search, self.filter, self.left.sources, self.journal, self.left.weak_points
        for panel in (*panels, self.inspector):
            panel.left.connect(lambda: self.canvas.setFocus())
        self.beside.left.connect(lambda: self.canvas.setFocus())
        self.inspector.desk.grid_wanted.connect(self.beside.show_elements)
        self.beside.menu_wanted.connect(self._offer_menu)
        self.inspector.go_to_card.connect(self.going.show_card)
        self.inspector.expunge_wanted.connect(self.expunge_wanted)
        self.inspector.attach_wanted.connect(self._attach)
        self.inspector.capture_wanted.connect(self.capture_wanted)
        self.inspector.kind_wanted.connect(lambda: self.wishes.kind_wanted(QCursor.pos()))
        self.inspector.told.connect(self.toast.say)
        self.intake.capture_wanted.connect(self.capture_wanted)
        self.inspector.journal_wanted.connect(self.left.show_journal)
        for asking in (self.inspector, self.stage.first_steps):
            asking.name_wanted.connect(self.name_wanted)
        self.inspector.history_wanted.connect(self.left.show_history)
        for panel in (self.outline, self.search):
            panel.place_wanted.connect(self.laying.place)
        self.tabs.place_wanted.connect(self.laying.place_board)

    @property
    def _contents(self) -> Contents:
        return self.bridge.contents

    # -- boards ---------------------------------------------------------------------------

    @property
    def canvas(self) -> BoardView:
        """The board in front."""
        return self.stage.front

    @property
    def board_id(self) -> str:
        """The id of the board in front; empty before there is one."""
        return self.stage.board_id

    def show_board(self, board_id: str) -> None:
        """Bring a board to the front, where it was left."""
        if self.board_id not in ("", board_id):
            self.trail.leave(self.board_id, self.selection.now)
        self._bring_to_front(board_id)

    def _choose_board(self, board_id: str) -> None:
        """Bring a board to the front; while boards are shown as they were, as it was then."""
        if self.back_then.board is None:
            self.show_board(board_id)
            return
        self.trail.leave(self.board_id, self._selected_now)
        self._selected_now = Selected()
        if board_id not in self.stage.boards:
            self._hold(self._make_canvas(board_id))
        self.stage.board_id = board_id
        self.back_then.turn_to(self.stage.boards[board_id])
        self.tabs.show_boards(self._contents.boards, board_id)
        self.left.set_board(board_id)

    def go_back(self) -> None:
        """Bring the board to the front that was there before, with what was selected on it."""
        others = {board.id for board in self._contents.boards} - {self.board_id}
        step = self.trail.back(others)
        if step is None:
            self.canvas.explain(say("There is no board to go back to."))
            return
        self._bring_to_front(step.board)
        self.selection.become(step.selected)
        self.selection.prune(self._contents)
        self.reach.keep_selected_here()
        self.canvas.setFocus()

    def _open_selected(self) -> None:
        """Open what is selected: the board of a card that stands for one, else the title."""
        if not self.going.open_card(self.selection.now.placed_alone):
            self.naming.edit_title()

    def look_back(self, seq: int) -> None:
        """Show the board in front as it was after an entry of the journal."""
        self.canvas.stop_writing()
        self.inspector.flush()
        self.tracing.end()
        self.what_if.end()
        self.back_then.show(seq)

    def _leave_strips(self) -> bool:
        """End what is drawn or set aside for the moment; whether there was anything to end."""
        return self.tracing.leave() or self.what_if.leave()

    def _end_tracing(self) -> None:
        if self.what_if.is_shown:
            self.tracing.end()

    def _end_what_if(self) -> None:
        if self.tracing.is_shown:
            self.what_if.end()

    def _look_back(self) -> None:
        self._selected_now = self.selection.now
        self.selection.clear()
        self.inspector.step_back(PastPage(self.inspector))
        self._show_then()

    def _show_then(self) -> None:
        """Say in the inspector, the journal and at the foot what was so then."""
        contents, page = self.back_then.contents, self.inspector.past
        if contents is not None and page is not None:
            page.show_record(contents, self.back_then.selected)
            self.journal.mark_entry(self.back_then.seq)
            self.state_changed.emit()

    def _look_at_now(self) -> None:
        self.inspector.step_forward()
        self.selection.become(self._selected_now)
        self.selection.prune(self._contents)
        self.state_changed.emit()

    def _show_link(self, link_id: str) -> None:
        """Show on its board what was asked for in another window."""
        self.window().activateWindow()
        self.going.go_to(link_id)

    def _tell_restored(self, record_id: str) -> None:
        self.going.go_to(record_id)
        item = self._contents.get(Item, record_id)
        is_shown = item is None or bool(self._contents.cards_of(record_id))
        if is_shown:
            self.toast.say(say("It is as it was then. Undo takes that back."))
        else:
            self.toast.say(say("It is in the case again, and on no board: the outline has it."))

    def _bring_to_front(self, board_id: str) -> None:
        self.back_then.end()
        if board_id not in self.stage.boards:
            self._hold(self._make_canvas(board_id))
        self.stage.board_id = board_id
        self.reach.keep_selected_here()
        self.stage.bring_to_front(board_id)
        self.tracing.come_to_front()
        self.what_if.come_to_front()
        self.toast.raise_()
        self.tabs.show_boards(self._contents.boards, board_id)
        self.left.set_board(board_id)
        self.beside.set_board(board_id)
        self.tool_taken.emit(self.canvas.hands.tool)
        self.state_changed.emit()

    def _make_canvas(self, board_id: str) -> BoardView:
        canvas = BoardView(
            self.bridge,
            board_id,
            self.selection,
            self.wishes,
            can_read,
            self.thumbnails,
            self._theme,
            self.stage,
        )
        view = self.settings.view_of(self._contents.info.id, board_id)
        if view is not None:
            canvas.look_from(canvas.camera.at(Point(view.x, view.y), view.zoom))
        else:
            canvas.fit_when_shown()
        return canvas

    def _take_canvas(self, canvas: BoardView) -> None:
        """Go on with a board that was looked at while the case was read."""
        canvas.take_over(self.bridge, self.selection, self.wishes, can_read, self.thumbnails)
        self._hold(canvas)

    def _hold(self, canvas: BoardView) -> None:
        self.quiet.watch(canvas)
        hands = canvas.hands
        self._bind(canvas)
        hands.hinted.connect(self.hinted)
        hands.tool_taken.connect(self.tool_taken)
        hands.menu_wanted.connect(self._offer_menu)
        hands.drops.dropped.connect(self._take_drop)
        hands.drops.given.connect(self._give)
        hands.drops.receiver = self.holders
        hands.nudged.connect(self.laying.nudge)
        hands.opened.connect(self._open_selected)
        hands.went_back.connect(self.go_back)
        hands.looked_around.connect(self.looking.look_around)
        hands.leave_first = self._leave_strips
        hands.left_all.connect(self.looking.look_at_all)
        self.stage.hold(canvas)
        self.looking.sights.hold(canvas)

    def _bind(self, canvas: BoardView) -> None:
        """Let mouse and keys do on a board what the user prefers."""
        now = self.settings.now
        canvas.hands.bindings = Bindings.of(now)
        canvas.hands.tool_keys = Keymap.of(now).tools
        canvas.snapping = Snapping(to_others=now.snap_others == "on", to_grid=now.snap_grid == "on")

    def _bind_all(self) -> None:
        for canvas in self.stage.boards.values():
            self._bind(canvas)

    def go_to_file(self, item_id: str, artifact: str) -> None:
        """Go to an item that uses a file, and to its line in the inspector; to the viewer for none."""
        if item_id:
            self.going.go_to(item_id)
            self.inspector.setVisible(True)
            self.inspector.show_file(artifact)
        else:
            self.toast.say(say("No item uses this file; it stays in the case."))

    def go_to_mark(self, mark_id: str) -> None:
        """Show a mark in the viewer; go to its file where that cannot be seen."""
        found = self._contents.get(Annotation, mark_id)
        file = self._contents.get(Artifact, found.artifact) if found is not None else None
        if file is not None and not can_be_seen(file):
            users = users_of(self._contents, file.id)
            self.go_to_file(users[0] if users else "", file.id)
        else:
            self.showing.open_mark(mark_id)

    def add_board(self, title: str) -> None:
        """Add a board and bring it to the front."""
        change = cards.add_board(self._contents, self.bridge.new_id, title)
        if self.bridge.run(change):
            self.show_board(change.edits[0].record.id)

    def _rename_board(self, board_id: str, title: str) -> None:
        self.bridge.attempt(partial(cards.rename_board, self._contents, board_id, title))

    def _reorder_boards(self, order: list[str]) -> None:
        if not self.bridge.run(cards.order_boards(self._contents, order)):
            self.tabs.show_boards(self._contents.boards, self.board_id)

    def delete_board(self, board_id: str) -> None:
        """Delete a board; its items stay in the case."""
        self.bridge.attempt(partial(removal.delete_board, self._contents, board_id))

    # -- following the case ---------------------------------------------------------------

    def undo(self) -> None:
        """Take the last step back; while the hand is doing something, that."""
        if not self.canvas.call_off():
            self.bridge.undo()

    def redo(self) -> None:
        """Bring the last undone step back, if the hand is doing nothing that it could get in the way of."""
        if not self.canvas.call_off():
            self.bridge.redo()

    def _follow(self, change: Change) -> None:
        self.canvas.hands.forget()
        if any(edit.after is None for edit in change.edits):
            self.selection.prune(self._contents)
        if any(isinstance(edit.record, Board) for edit in change.edits):
            self._follow_boards()
        if change.entry.action != "do":
            self.reach.select_returned(change.edits, is_more=change.is_more)
        if any(isinstance(edit.record, Fold) for edit in change.edits):
            self.reach.keep_selected_here()
        self.toast.clear_failure()
        if change.is_more:
            return
        self.state_changed.emit()
        self._say_done(change)

    def _say_done(self, change: Change) -> None:
        """Say what was taken back or brought back, which may lie out of sight, and to those who listen
        what was done as well; whoever types hears that already."""
        told = change_done(change.entry.action, change.entry.label)
        if change.entry.action != "do":
            self.canvas.mention(told)
        if not QAccessible.isActive():
            return
        focused = QApplication.focusWidget()
        is_typed = focused is not None and self.inspector.isAncestorOf(focused)
        if change.entry.action != "do" or not is_typed:
            announce(self, told)

    def _follow_boards(self) -> None:
        there = [board.id for board in self._contents.boards]
        gone = [each for each in self.stage.boards if each not in there]
        if self.board_id in gone:
            self.show_board(there[0])
        for board_id in gone:
            self.looking.sights.drop(board_id)
            self.stage.drop(board_id)
        self.tabs.show_boards(self._contents.boards, self.board_id)

    def _complete(self, change: ChangeSet) -> ChangeSet:
        return with_grown_cards(self.bridge.case, change, natural_height)

    def _tell_failure(self, sentence: str) -> None:
        self.toast.say_failure(sentence)
        self.state_changed.emit()

    def _tell_opening(self, sentences: tuple[str, ...]) -> None:
        first, *more = sentences or ("",)
        if more:
            self.toast.say_failure(first, say("Show"), lambda: self.opening_wanted.emit(sentences))
        elif first:
            self.toast.say(first)

    def take_report(self, report: Report) -> None:
        """Take note of what verifying has found."""
        self.is_sound = report.sound
        self.state_changed.emit()

    def note_report(self, report: Report) -> str:
        """Note in the journal that somebody had the case verified; what became of that, in words."""
        if self.bridge.read_only:
            return say("This was not noted in the journal, as nothing changes here.")
        try:
            entry = note_report(self.bridge.case.custody, report)
        except CaseError as trouble:
            return say("This was not noted in the journal: {why}", why=trouble)
        return say("Noted in the journal as entry {seq}.", seq=entry.seq)

    def _tell_findings(self, report: Report) -> None:
        self.take_report(report)
        self.toast.say_failure(
            say("This case is not what its journal says. Nothing was changed by opening it."),
            say("Show"),
            lambda: self.findings_wanted.emit(report),
        )

    def show_case_details(self) -> None:
        """Show what the case says of itself, in the inspector."""
        self.inspector.setVisible(True)
        self.selection.clear()

    def _offer_menu(self, on_desktop: QPoint, before: tuple[str, ...] = ()) -> None:
        names = menu_on(self._contents, self.selection.now)
        self.menu_wanted.emit((*before, *names), on_desktop)

    def _offer_outline_menu(self, on_desktop: QPoint) -> None:
        """The menu that the board would offer, and how to come there; or that of items elsewhere."""
        now = self.selection.now
        if now.cards or now.frames or now.links:
            self._offer_menu(on_desktop, ("fit_selection", ""))
        else:
            self.outline.open_menu(on_desktop)

    def _keep_order(self, order: str) -> None:
        self.settings.change(outline=order)

    def _offer_board_menu(self, board_id: str, on_desktop: QPoint) -> None:
        self.tabs.menu(self.tabs.board_ids().index(board_id)).popup(on_desktop)

    def _mark_found(self, shown: Selected) -> None:
        self.stage.mark_found(Found(shown.items, shown.links))

    # -- drop and paste -------------------------------------------------------------------

    def _take_drop(self, mime: QMimeData, at: Point) -> None:
        case = other_case(mime, self.bridge.case.path)
        if case is None:
            self.take_in(mime, at)
        else:
            self.case_dropped.emit(case, at)

    def _give(self, mime: QMimeData, at: Point, card_id: str) -> None:
        """Attach files that were dropped on a card; where it takes none, lay new ones beside it."""
        item = self.holders.item(card_id)
        holder = item.id if item is not None else ""
        self.intake.give(read(mime), at, holder)

    def take_in(self, mime: QMimeData, at: Point | None = None) -> None:
        """Make cards of what was dropped or pasted, at a point of the board or in the middle of the
        view."""
        self.intake.take_mime(mime, at or self.stage.middle, is_exact=at is not None)

    def take_files(self, paths: Sequence[Path], at: Point | None = None) -> None:
        """Make cards of files, at a point of the board or in the middle of the view."""
        dropped = Dropped(files=tuple(paths))
        self.intake.take(dropped, at or self.stage.middle, is_exact=at is not None)

    def _attach(self, item_id: str, paths: list[Path], leads: bool) -> None:
        self.intake.attach(paths, item_id, leads=leads)

    def take_capture(self, capture: Capture, files: Sequence[Path]) -> None:
        """Make a document of a capture, with the files that were saved of it."""
        self.intake.take(Dropped(files=tuple(files)), self.stage.middle, capture=capture)

    def note_capture(self, capture: Capture, files: Sequence[Path], item_id: str) -> None:
        """Note with an item how it was saved, with the files that were."""
        self.intake.attach(files, item_id, capture=capture)

    # -- the window -----------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Paint everything in another theme."""
        self._theme = theme
        for part in (self.tabs, self.stage, self.toast, self.left, self.inspector):
            part.set_theme(theme)
        self.back_then.set_theme(theme)
        self.tracing.set_theme(theme)
        self.what_if.set_theme(theme)
        self.beside.set_theme(theme)
        self.showing.set_theme(theme)
        self.verdicts.set_theme(theme)

    def close_case(self) -> None:
        """Keep where the user was, stop all workers and close the case."""
        self._leave()
        self.bridge.close()

    def let_go(self) -> Case:
        """As `close_case`, but the case stays open, for a workspace that takes the place of this one."""
        self._leave()
        return self.bridge.let_go()

    def go_on_from(self, before: Workspace) -> None:
        """Show the case as another workspace did, in whose place this one comes."""
        for board_id, sight in before.looking.sights.all.items():
            self.looking.sights.look(board_id, sight)
        self.selection.become(before.selection.now)
        self.selection.prune(self._contents)
        self.is_sound = before.is_sound
        self.verdicts.take_over(before.verdicts.held)
        self.left.setCurrentIndex(before.left.currentIndex())
        self.search.field.setText(before.search.field.text())

    def _leave(self) -> None:
        self.showing.close()
        self.verdicts.close()
        self.back_then.end()
        self.canvas.stop_writing()
        self.inspector.flush()
        self.inspector.desk.echoes.close()
        # What was refused is tried once more while the case closes, when its boards are gone.
        self.bridge.changed.disconnect(self._follow)
        self.bridge.failed.disconnect(self._tell_failure)
        case_id = self._contents.info.id
        cameras = {board_id: canvas.camera for board_id, canvas in self.stage.boards.items()}
        self.settings.keep_views(
            case_id,
            {board_id: View(each.x, each.y, each.zoom) for board_id, each in cameras.items()},
        )
        self.tracing.close()
        self.what_if.close()
        self.beside.close()
        self.looking.sights.close()
        self.verifier.close()
        self.intake.close()
        self.exporting.close()
        self.retracing.close()
        self.tasks.close()
        self.search.close_search()
        self.reading.close()
        self.thumbnails.close()
        for board_id in self.stage.boards:
            self.stage.drop(board_id)
