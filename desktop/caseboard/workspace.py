"""`Workspace`: one open case in the window: its boards in the middle, panels around them.

It joins the rooms, which do not know each other: the one selection is shared, what the hand on the
board wishes is granted, and every commit is passed on to whoever shows it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QCursor, QGuiApplication
from PySide6.QtWidgets import QApplication, QSplitter, QTabWidget, QVBoxLayout, QWidget

from caseboard import copying, exports, placing
from caseboard.actions import Sub
from caseboard.arriving import Arrival
from caseboard.bindings import Bindings
from caseboard.board.board_view import BoardView
from caseboard.board.card_layout import natural_height
from caseboard.board.found import Found
from caseboard.board.note_writing import MOST_WRITTEN
from caseboard.board.tools.moving import movable
from caseboard.board.tools.state import Snapping
from caseboard.board_tabs import BoardTabs
from caseboard.bridge import CaseBridge
from caseboard.copying import with_contained
from caseboard.deeds import Deeds
from caseboard.dialogs.export_dialog import ExportChoice, ExportQuestion
from caseboard.dropping import Dropped, can_read
from caseboard.elsewhere import Elsewhere, other_boards
from caseboard.excerpt import excerpt
from caseboard.focus_order import focusable
from caseboard.going import Goal, goal_of
from caseboard.granting import Granted
from caseboard.growing import with_grown_cards
from caseboard.inspector.panel import InspectorPanel
from caseboard.intake import Intake
from caseboard.keymap import Keymap
from caseboard.looking import Looking
from caseboard.measures import set_handle_width
from caseboard.originals import drag_out
from caseboard.panels.filter_panel import FilterPanel
from caseboard.panels.journal import JournalPanel
from caseboard.panels.outline import OutlinePanel
from caseboard.panels.search import SearchPanel
from caseboard.panels.wording import one_line
from caseboard.quiet import Quiet
from caseboard.selection import Selected, Selection
from caseboard.settings import Settings, View
from caseboard.spoken import change_done
from caseboard.stage import Stage
from caseboard.tasks import Tasks
from caseboard.theme import Theme
from caseboard.thumbnails import Thumbnails
from caseboard.toast import Toast
from caseboard.trail import Trail
from caseboard.verifier import Verifier
from caseboard.voices import announce
from casedb import CaseError, Change
from casedb.commands import cards, removal
from casedb.model.card_face import board_of
from casedb.model.changes import ChangeSet, Edit
from casedb.model.contents import Contents
from casedb.model.geometry import Point, Rect, bounding_rect
from casedb.model.notes import ShownAs, words_of
from casedb.model.records import Board, Card, Fold, Frame, Link
from casedb.parcel import unpack
from casedb.verification import Report

CARD_MENU = (
    "edit_title",
    "link_selected",
    "",
    "cut",
    "copy",
    Sub.JUDGE,
    "duplicate",
    "",
    "bring_forward",
    "send_backward",
    "bring_to_front",
    "send_to_back",
    "",
    Sub.ALIGN,
    Sub.DISTRIBUTE,
    Sub.SIZE,
    Sub.TIDY,
    Sub.COLOUR,
    "",
    "fit_height",
    "pin",
    "lock",
    "add_frame",
    "",
    Sub.BOARDS,
    "",
    "remove",
    "delete_items",
)
FRAME_MENU = (
    "edit_title",
    "cut",
    "copy",
    "fold_frame",
    Sub.TIDY,
    Sub.COLOUR,
    "lock",
    "",
    "ungroup",
    "remove",
)
STRING_MENU = (
    "edit_title",
    "retype_links",
    "reverse_link",
    "straighten",
    "",
    "go_to_start",
    "go_to_end",
    "",
    "remove",
)
GROUND_MENU = (
    *("add_claim", "add_note", "add_files", ""),
    *("paste", ""),
    *(Sub.TIDY, ""),
    *("select_all", "fit_all"),
)
BOARD_CARD_MENU = ("open_board", "", *CARD_MENU)


class Workspace(QWidget):
    """One open case.

    `state_changed()` follows every change of the case and of the board in front; `hinted(str)` carries
    a sentence about the tool in hand, `tool_taken(str)` its name; `menu_wanted(names, QPoint)` asks
    for a menu of actions, `delete_wanted(Selected)` for deleting from the case,
    `findings_wanted(Report)` for what verifying found, `opening_wanted(sentences)` for all that is to
    be known of the opening.
    """

    state_changed = Signal()
    hinted = Signal(str)
    tool_taken = Signal(str)
    menu_wanted = Signal(tuple, QPoint)
    delete_wanted = Signal(object)
    findings_wanted = Signal(object)
    opening_wanted = Signal(tuple)

    def __init__(
        self,
        bridge: CaseBridge,
        settings: Settings,
        theme: Theme,
        parent: QWidget | None = None,
        arrival: Arrival | None = None,
    ) -> None:
        """`arrival` is where the case has come from: its board and what is selected there stay."""
        super().__init__(parent)
        self.setObjectName("workspace")
        self.bridge = bridge
        self.settings = settings
        self.selection = Selection(self)
        if arrival is not None:
            self.selection.become(arrival.selection.now)
        self.thumbnails = Thumbnails(bridge.case, self)
        self.tasks = Tasks(self)
        self.quiet = Quiet(self)
        self.verifier = Verifier(bridge, self.tasks, settings.home, self.quiet, self)
        self.is_sound = True
        self.deeds = Deeds(bridge, self.selection, natural_height)
        self.wishes = Granted(self, self)
        self.trail = Trail()
        self.board_id = ""
        bridge.complete = self._complete
        self._theme = theme
        early = arrival.handed_over() if arrival is not None else None
        self.looking = Looking(self)
        self._build_boards(theme)
        self._build_panels(theme, arrival)
        self.intake = Intake(
            bridge,
            self.tasks,
            self.toast,
            self,
            front=lambda: self.board_id,
            save_typing=self.inspector.flush,
            made=self._show_made,
        )
        bridge.changed.connect(self._follow)
        bridge.failed.connect(self._tell_failure)
        settings.changed.connect(self._bind_all)
        self.verifier.found.connect(self._tell_findings)
        if early is not None:
            self._take_canvas(early)
        self.show_board(early.board_id if early is not None else bridge.contents.boards[0].id)
        self._tell_opening((*bridge.case.notices, *bridge.case.losses))

    # -- the parts ------------------------------------------------------------------------

    def _build_boards(self, theme: Theme) -> None:
        self.tabs = BoardTabs(theme, self)
        self.tabs.can_write = not self.bridge.read_only
        self.tabs.chosen.connect(self.show_board)
        self.tabs.renamed.connect(self._rename_board)
        self.tabs.reordered.connect(self._reorder_boards)
        self.tabs.place_wanted.connect(self.place_board)
        self.stage = Stage(theme, self)
        self.toast = Toast(theme, self.stage)

    def _build_panels(self, theme: Theme, arrival: Arrival | None) -> None:
        self.outline = OutlinePanel(
            self.bridge,
            self.selection,
            theme,
            self,
            arrival.outline if arrival is not None else None,
            arrival.prepared if arrival is not None else None,
            self.settings.now.outline,
        )
        self.outline.ordered.connect(self._keep_order)
        self.outline.boards.went.connect(self.go)
        self.outline.boards.menu_wanted.connect(self._offer_outline_menu)
        self.outline.boards.board_menu_wanted.connect(self._offer_board_menu)
        self.search = SearchPanel(self.bridge, self.selection, theme, self)
        self.filter = FilterPanel(self.bridge, self.looking.sights, self)
        self.filter.views_wanted.connect(self.looking.fill_views)
        self.filter.left.connect(lambda: self.canvas.setFocus())
        self.looking.changed.connect(self._keep_selected_here)
        self.selection.changed.connect(self._let_go_of_hidden)
        self.journal = JournalPanel(self.bridge, theme, self)
        self.inspector = InspectorPanel(
            self.bridge, self.selection, self.thumbnails, theme, self, self.quiet
        )
        self.left = QTabWidget(self)
        self.left.setObjectName("leftPanels")
        self.left.setAccessibleName("Outline, search, filter and journal")
        self.left.setDocumentMode(True)
        self.left.tabBar().setDrawBase(False)
        self.left.setElideMode(Qt.TextElideMode.ElideRight)
        self.left.setUsesScrollButtons(False)
        for panel, name in (
            (self.outline, "Outline"),
            (self.search, "Search"),
            (self.filter, "Filter"),
            (self.journal, "Journal"),
        ):
            at = self.left.addTab(panel, name)
            self.left.setTabToolTip(at, name)
        for panel in (self.outline, self.search, self.inspector):
            panel.go_to.connect(self.go_to)
        self.search.go_to_link.connect(self.go_to)
        self.search.shown.connect(self._mark_found)
        for panel in (self.search, self.inspector):
            panel.left.connect(lambda: self.canvas.setFocus())
        self.inspector.go_to_card.connect(self._show_card)
        self.inspector.journal_wanted.connect(self.show_journal)
        for panel in (self.outline, self.search):
            panel.place_wanted.connect(self.place)
        for panel in (self.outline, self.search, self.inspector):
            panel.delete_wanted.connect(self.delete_wanted)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        set_handle_width(self.splitter, 1)
        self.splitter.setChildrenCollapsible(False)
        for widget in (self.left, self.stage, self.inspector):
            self.splitter.addWidget(widget)
        # A splitter puts each below those before it, and a screen reader begins with the lowest.
        for widget in (self.inspector, self.stage, self.left):
            widget.lower()
        self.splitter.setStretchFactor(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)

    @property
    def _contents(self) -> Contents:
        return self.bridge.contents

    # -- boards ---------------------------------------------------------------------------

    @property
    def canvas(self) -> BoardView:
        """The board in front."""
        return self.stage.front

    def show_board(self, board_id: str) -> None:
        """Bring a board to the front, where it was left."""
        if self.board_id not in ("", board_id):
            self.trail.leave(self.board_id, self.selection.now)
        self._bring_to_front(board_id)

    def go_back(self) -> None:
        """Bring the board to the front that was there before, with what was selected on it."""
        others = {board.id for board in self._contents.boards} - {self.board_id}
        step = self.trail.back(others)
        if step is None:
            self.canvas.explain("There is no board to go back to.")
            return
        self._bring_to_front(step.board)
        self.selection.become(step.selected)
        self.selection.prune(self._contents)
        self._keep_selected_here()
        self.canvas.setFocus()

    def open_card(self, card_id: str) -> bool:
        """Bring the board to the front that a card stands for; whether it stands for one."""
        card = self._contents.get(Card, card_id)
        board = board_of(self._contents, self._contents.items[card.item]) if card else None
        if board is None:
            return False
        if board.id == self.board_id:
            self.canvas.explain("The card stands for the board on which it lies.")
        else:
            self.show_board(board.id)
            self.canvas.setFocus()
        return True

    def open_board(self) -> None:
        """Bring the board to the front that the one selected card stands for."""
        if not self.open_card(self.selection.now.placed_alone):
            self.canvas.explain("Select one card that stands for a board to open that.")

    def open_selected(self) -> None:
        """Open what is selected: the board of a card that stands for one, else the title."""
        if not self.open_card(self.selection.now.placed_alone):
            self.edit_title()

    def place_board(self, shown_id: str) -> None:
        """Place a board on the one in front, as a card that leads there."""
        if self.deeds.place_board(self.board_id, shown_id, self.middle()):
            self._come_to_selected()

    def _bring_to_front(self, board_id: str) -> None:
        if board_id not in self.stage.boards:
            self._hold(self._make_canvas(board_id))
        self.board_id = board_id
        self._keep_selected_here()
        self.stage.bring_to_front(board_id)
        self.toast.raise_()
        self.tabs.show_boards(self._contents.boards, board_id)
        self.outline.set_board(board_id)
        self.search.set_board(board_id)
        self.filter.set_board(board_id)
        self.tool_taken.emit(self.canvas.hands.tool)
        self.state_changed.emit()

    def _keep_selected_here(self) -> None:
        # What lies on a board that cannot be seen must not be moved or deleted by accident.
        now, contents = self.selection.now, self._contents
        cards_there = (contents.get(Card, each) for each in now.cards)
        frames = (contents.get(Frame, each) for each in now.frames)
        self.selection.become(
            replace(
                now,
                cards=frozenset(each.id for each in cards_there if each and self._is_seen(each)),
                frames=frozenset(each.id for each in frames if each and self._is_seen(each)),
            )
        )

    def _let_go_of_hidden(self) -> None:
        # Lists of the case have rows of what the board does not show.
        concealed = self.stage.front.columns.concealed if self.board_id else frozenset[str]()
        if concealed and not concealed.isdisjoint(self.selection.cards):
            self._keep_selected_here()

    def _is_seen(self, placed: Card | Frame) -> bool:
        is_here = placed.board == self.board_id
        is_folded = self._contents.folded_into(placed.id) is not None
        return is_here and not is_folded and placed.id not in self.canvas.columns.concealed

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
        hands.dropped.connect(self.take_in)
        hands.nudged.connect(self._nudge)
        hands.opened.connect(self.open_selected)
        hands.went_back.connect(self.go_back)
        hands.looked_around.connect(self.looking.look_around)
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

    def add_board(self, title: str) -> None:
        """Add a board and bring it to the front."""
        change = cards.add_board(self._contents, self.bridge.new_id, title)
        if self.bridge.run(change):
            self.show_board(change.edits[0].record.id)

    def place(self, item_ids: Sequence[str]) -> None:
        """Show items of the case on the board in front."""
        self.deeds.place(self.board_id, item_ids, self.middle())
        self._come_to_selected()

    def _rename_board(self, board_id: str, title: str) -> None:
        self.bridge.attempt(partial(cards.rename_board, self._contents, board_id, title))

    def _reorder_boards(self, order: list[str]) -> None:
        if not self.bridge.run(cards.order_boards(self._contents, order)):
            self.tabs.show_boards(self._contents.boards, self.board_id)

    def _nudge(self, dx: float, dy: float) -> None:
        self.deeds.nudge([each.id for each in movable(self.canvas)], dx, dy)

    def delete_board(self, board_id: str) -> None:
        """Delete a board; its items stay in the case."""
        self.bridge.attempt(partial(removal.delete_board, self._contents, board_id))

    # -- following the case ---------------------------------------------------------------

    def _follow(self, change: Change) -> None:
        if any(edit.after is None for edit in change.edits):
            self.selection.prune(self._contents)
        if any(isinstance(edit.record, Board) for edit in change.edits):
            self._follow_boards()
        if change.entry.action != "do":
            self._select_returned(change.edits)
        if any(isinstance(edit.record, Fold) for edit in change.edits):
            self._keep_selected_here()
        self.toast.clear_failure()
        self.state_changed.emit()
        self._say_done(change)

    def _say_done(self, change: Change) -> None:
        """Tell those who listen what was done; whoever types hears that already."""
        if not QAccessible.isActive():
            return
        focused = QApplication.focusWidget()
        is_typed = focused is not None and self.inspector.isAncestorOf(focused)
        if change.entry.action != "do" or not is_typed:
            announce(self, change_done(change.entry.action, change.entry.label))

    def _select_returned(self, edits: Sequence[Edit]) -> None:
        """Select what undo or redo has brought back to the board in front."""
        back = [edit.after for edit in edits if edit.before is None]
        cards_back = [each.id for each in back if isinstance(each, Card) and self._is_here(each)]
        frames = [each.id for each in back if isinstance(each, Frame) and self._is_here(each)]
        # Strings that come back with their cards are not what was taken away.
        placed = bool(cards_back or frames)
        links = [each.id for each in back if isinstance(each, Link) and not placed]
        if placed or links:
            self.selection.set(cards=cards_back, frames=frames, links=links)

    def _is_here(self, placed: Card | Frame) -> bool:
        return placed.board == self.board_id

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
            self.toast.say_failure(first, "Show", lambda: self.opening_wanted.emit(sentences))
        elif first:
            self.toast.say(first)

    def take_report(self, report: Report) -> None:
        """Take note of what verifying has found."""
        self.is_sound = report.sound
        self.state_changed.emit()

    def _tell_findings(self, report: Report) -> None:
        self.take_report(report)
        self.toast.say_failure(
            "This case is not what its journal says. Nothing was changed by opening it.",
            "Show",
            lambda: self.findings_wanted.emit(report),
        )

    # -- what the hand on the board wishes --------------------------------------------------

    def add_card(self, kind: str, world: Point | None = None) -> None:
        """Make a card of a kind, in the middle of the view unless a place is given."""
        at = world or placing.room_near(self._contents, self.board_id, self.middle())
        made = self.deeds.add_card(self.board_id, kind, at)
        if made is not None:
            # Also from far away, where what is typed could not be read.
            self.canvas.fly_to(self._contents.cards[made].rect)
            self.edit_title()

    def edit_title(self) -> None:
        """Ask for the title of what is selected: of a frame or string where it stands on the board, of
        anything else in the inspector."""
        now = self.selection.now
        if now.link_alone and self._write_label(now.link_alone):
            return
        if len(now) == 1 and now.cards and self._write_note(now.placed_alone):
            return
        if len(now) == 1 and now.frames and self._write_frame_title(now.placed_alone):
            return
        self.inspector.setVisible(True)
        self.inspector.edit_title()

    def write_new_note(self, rect: Rect, how: ShownAs) -> None:
        """Ask for the words of a new note where it is to be, and make it of them.

        Where none are written, none is made.
        """
        make = partial(self.deeds.add_note, self.board_id, rect, how)
        self.canvas.write_note(self.canvas.new_sheet(rect, how), "", make)

    def _write_note(self, card_id: str) -> bool:
        """Write the words of a note in place; whether the card shows nothing but these."""
        sheet = self.canvas.note_sheet(card_id)
        card = self._contents.get(Card, card_id)
        if sheet is None or card is None or self.bridge.read_only:
            return False
        words = words_of(self._contents.items[card.item])
        if len(words) > MOST_WRITTEN:
            return False
        return self.canvas.write_note(sheet, words, partial(self.deeds.write_note, card.item))

    def _write_label(self, link_id: str) -> bool:
        link = self._contents.links.get(link_id)
        if link is None or self.bridge.read_only:
            return False
        text = link.values.text("label")
        return self.canvas.write_label(link_id, text, partial(self.deeds.set_label, link_id))

    def _write_frame_title(self, frame_id: str) -> bool:
        frame = self._contents.frames.get(frame_id)
        if frame is None or self.bridge.read_only:
            return False
        rename = partial(self.deeds.rename_frame, frame_id)
        return self.canvas.write_title(frame_id, frame.title, rename)

    def show_case_details(self) -> None:
        """Show what the case says of itself, in the inspector."""
        self.inspector.setVisible(True)
        self.selection.clear()

    def middle(self) -> Point:
        """The point of the board that is in the middle of the view."""
        return self.canvas.camera.visible().centre

    def _offer_menu(self, on_desktop: QPoint, before: tuple[str, ...] = ()) -> None:
        now = self.selection.now
        on_ground = STRING_MENU if now.links else GROUND_MENU
        on_frame = FRAME_MENU if now.frames else on_ground
        names = self._card_menu(now.placed_alone) if now.cards else on_frame
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

    def _card_menu(self, card_id: str) -> tuple[str, ...]:
        card = self._contents.get(Card, card_id)
        leads = card and board_of(self._contents, self._contents.items[card.item])
        return BOARD_CARD_MENU if leads else CARD_MENU

    def paste(self) -> None:
        """Put down what was copied on a board, or make cards of whatever else the clipboard holds."""
        mime = QGuiApplication.clipboard().mimeData()
        parcel = copying.parcel_in(mime)
        if parcel is None or self.bridge.read_only:
            self.take_in(mime)
        else:
            self._put_down(parcel)

    def copy(self) -> bool:
        """Copy the selected cards and frames with all that they are made of; whether that was done."""
        now = self.selection.now
        try:
            mime = copying.to_mime(self.bridge.case, now.cards, now.frames)
        except CaseError as trouble:
            self.toast.say_failure(str(trouble))
            return False
        QGuiApplication.clipboard().setMimeData(mime)
        return True

    def drag_out(self) -> bool:
        """Drag the files of the selected cards to another program; whether there were any."""
        contents = self._contents
        files = [
            each.artifact
            for item_id in self.selection.item_ids(contents)
            for each in contents.attachments_of(item_id)
        ]
        if not files:
            return False
        try:
            mime = self.bridge.originals.mime_of(files)
        except CaseError as trouble:
            self.toast.say_failure(str(trouble))
        else:
            drag_out(self.canvas, mime)
        return True

    def cut(self) -> None:
        """Copy the selected cards and frames, and take them off the board."""
        if self.copy():
            self.deeds.remove()

    def _put_down(self, data: bytes) -> None:
        contents = self._contents
        try:
            parcel = unpack(data)
        except CaseError as trouble:
            self.toast.say_failure(str(trouble))
            return
        pasted = self.deeds.put_down(self.board_id, parcel, self._where_to_paste())
        if pasted is None:
            return
        self._come_to_selected()
        told = copying.tell(pasted, is_same_case=parcel.clip.case == contents.info.id)
        if told:
            self.toast.say(told)
        missing = copying.tell_missing(pasted)
        if missing:
            self.toast.say_failure(missing)

    def _where_to_paste(self) -> Point:
        """Where the pointer is, where it is on the board; else the middle of the view."""
        at = self.canvas.mapFromGlobal(QCursor.pos())
        if not self.canvas.rect().contains(at) or not self.canvas.underMouse():
            return self.middle()
        return self.canvas.camera.to_world(Point(at.x(), at.y()))

    def add_frame(self) -> None:
        """Put a frame around the selected cards, and ask for its title where it stands."""
        if self.deeds.add_frame(self.board_id, "Frame") is not None:
            self.edit_title()

    def export_question(self) -> ExportQuestion:
        """What there is to export: how large the board and the selection are."""
        case, only = self.bridge.case, self._excerpt()
        shown = self.looking.shown
        return ExportQuestion(
            board=exports.size_of(case, self.board_id),
            selection=exports.size_of(case, self.board_id, only) if only is not None else None,
            shown=exports.size_of(case, self.board_id, shown=shown) if any(shown) else None,
            hidden=self.looking.sentence,
        )

    def _excerpt(self) -> Contents | None:
        return excerpt(self._contents, self.board_id, self.selection.now)

    def save_copy(self, path: Path) -> None:
        """Write a copy of the case into another file."""
        try:
            self.bridge.case.save_copy(path)
        except CaseError as trouble:
            # The case may have turned out to be damaged.
            self._tell_failure(str(trouble))
        else:
            self.toast.say(f"A copy was written to “{path.name}” and checked.")

    def export(self, path: Path, choice: ExportChoice) -> None:
        """Write the board in front, or only what is selected on it, into a file."""
        only = self._excerpt() if choice.part == "selection" else None
        is_as_shown = choice.part == "shown"
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            exports.export_board(
                self.bridge.case,
                self.board_id,
                path,
                choice.format,
                scale=choice.scale,
                look=choice.theme,
                only=only,
                shown=self.looking.shown if is_as_shown else None,
                hidden=self.looking.caption if is_as_shown else "",
            )
        except CaseError as trouble:
            self.toast.say_failure(str(trouble))
        else:
            self.toast.say(f"“{path.name}” was written and checked.")
        finally:
            QGuiApplication.restoreOverrideCursor()

    def _mark_found(self, shown: Selected) -> None:
        self.stage.mark_found(Found(shown.items, shown.links))

    def show_search(self, text: str = "") -> None:
        """Bring the search to the front, ready to type, or with the results for a text."""
        self.left.setVisible(True)
        self.left.setCurrentWidget(self.search)
        if text:
            self.search.field.setText(text)
        self.search.start()

    def show_filter(self) -> None:
        """Bring the filter to the front, ready to type."""
        self.left.setVisible(True)
        self.left.setCurrentWidget(self.filter)
        self.filter.start()

    def find_next(self, step: int) -> None:
        """Go to the next thing that the search has found, or the one before."""
        if not self.search.step(step):
            self.show_search()

    def show_journal(self) -> None:
        """Bring the journal to the front."""
        self.left.setVisible(True)
        self.left.setCurrentWidget(self.journal)

    def link_selected(self, on_desktop: QPoint) -> None:
        """Draw a link between the two things that are selected."""
        ends = self.deeds.ends_of_selection()
        if ends is None:
            self.toast.say("Select two cards, or a card and a string, to link them.")
        else:
            self.wishes.link_wanted(*ends, on_desktop)

    # -- drop and paste -------------------------------------------------------------------

    def take_in(self, mime: QMimeData, at: Point | None = None) -> None:
        """Make cards of what was dropped or pasted."""
        self.intake.take_mime(mime, at or self.middle())

    def take_files(self, paths: Sequence[Path]) -> None:
        """Make cards of files, in the middle of the view."""
        self.intake.take(Dropped(files=tuple(paths)), self.middle())

    # -- going there ----------------------------------------------------------------------

    def go_to(self, record_id: str) -> None:
        """Select an item, the claim of an element, a link or a source, and fly to where it is shown."""
        goal = goal_of(self._contents, record_id, self.board_id)
        if goal is not None:
            self.go(goal)

    def go(self, goal: Goal) -> None:
        """Bring a board to the front and fly to what is to be selected there."""
        if goal.board not in ("", self.board_id):
            self.show_board(goal.board)
        if goal.selected.cards and goal.selected.cards <= self.canvas.columns.concealed:
            self.selection.clear()
            self._offer_hidden(partial(self.go, goal))
            return
        self.selection.become(goal.selected)
        around = self._around_selection()
        if around is not None:
            self.canvas.fly_to(around)

    def _offer_hidden(self, go: Callable[[], None]) -> None:
        def show_and_go() -> None:
            self.looking.show_all()
            go()

        self.toast.say("It is hidden on this board for now.", "Show all", show_and_go)

    def show_cards(self, card_ids: Sequence[str]) -> None:
        """Bring the board of some cards to the front, and select and look at these.

        What is folded into a collapsed frame is seen as that.
        """
        contents = self._contents
        found = [card for each in card_ids if (card := contents.get(Card, each)) is not None]
        if not found:
            return
        if found[0].board != self.board_id:
            self.show_board(found[0].board)
        concealed = self.canvas.columns.concealed
        here = [card.id for card in found if card.board == self.board_id]
        if here and all(each in concealed for each in here):
            self.selection.clear()
            self._offer_hidden(partial(self.show_cards, here))
            return
        here = [each for each in here if each not in concealed]
        stacks = {each: contents.folded_into(each) for each in here}
        self.selection.set(
            cards=[each for each, stack in stacks.items() if stack is None],
            frames=[stack for stack in stacks.values() if stack is not None],
        )
        around = self._around_selection()
        if around is not None:
            self.canvas.fly_to(around)

    def _show_card(self, card_id: str) -> None:
        self.show_cards([card_id])

    def other_boards(self) -> list[Elsewhere]:
        """The other boards on which what is selected lies."""
        item_ids = self.selection.item_ids(self._contents)
        return other_boards(self._contents, item_ids, self.board_id)

    def place_elsewhere(self, board_id: str) -> None:
        """Lay the selected cards and frames on another board as well, and offer to go there."""
        now = self.selection.now
        made = self.deeds.lay_on(board_id, with_contained(self._contents, now.cards, now.frames))
        if made:
            title = one_line(self._contents.board(board_id).title) or "Untitled board"
            self.toast.say(f"Placed on “{title}”.", "Go there", lambda: self.show_cards(made))

    def go_to_end(self, *, at_start: bool) -> None:
        """Go to where the one selected link begins or ends."""
        link = self._contents.links.get(self.selection.now.link_alone)
        if link is None:
            self.canvas.explain("Select one link to go to an end of it.")
        else:
            self.go_to((link.start if at_start else link.end).id)

    def straighten(self) -> None:
        """Let the strings of the selected links run by themselves on the board in front."""
        self.deeds.straighten(self.board_id)

    def arrange(self, name: str) -> None:
        """Arrange what is selected in one of the ways of `Deeds.arrange`, for the eye to follow."""
        self.canvas.settle()
        self.canvas.glide_from(self.deeds.arrange(name))

    def tidy(self, name: str) -> None:
        """Tidy what is selected in one of the ways of `TIDIES`, or what the board shows, for the eye to
        follow."""
        canvas = self.canvas
        canvas.settle()
        concealed = canvas.columns.concealed
        there = self._contents.each_card_on(self.board_id) if concealed else ()
        seen = [card.id for card in there if card.id not in concealed]
        canvas.glide_from(self.deeds.tidy(name, self.board_id, seen))

    def fold_frames(self) -> None:
        """Collapse or expand the selected frames."""
        self.deeds.fold_frames()

    def _show_made(self, cards_made: list[str]) -> None:
        self.selection.set(cards=cards_made)
        self._come_to_selected()

    def _come_to_selected(self) -> None:
        """Look at what is selected, where not all of it can be seen: room may have been far away."""
        around = self._around_selection()
        if around is not None and not self.canvas.camera.visible().contains(around):
            self.canvas.fly_to(around)

    def fit_selection(self) -> None:
        """Show all of what is selected on the board in front."""
        around = self._around_selection()
        if around is not None:
            self.canvas.fit(around)

    def _around_selection(self) -> Rect | None:
        contents = self._contents
        cards_there = (contents.get(Card, each) for each in self.selection.cards)
        frames = (contents.get(Frame, each) for each in self.selection.frames)
        placed = [each for each in (*cards_there, *frames) if each is not None]
        links = (self.canvas.rect_of_link(each) for each in self.selection.links)
        return bounding_rect(
            [
                *(each.rect for each in placed if each.board == self.board_id),
                *(rect for rect in links if rect is not None),
            ]
        )

    # -- the window -----------------------------------------------------------------------

    @property
    def in_tab_order(self) -> list[QWidget]:
        """What Tab goes through: the panels on the left, the boards, the inspector."""
        stage = self.stage.in_tab_order(self.toast)
        return [*focusable(self.left), *stage, *self.inspector.in_tab_order]

    def step_part(self, by: int) -> None:
        """Give the keys to the next part of the window that is shown, or to the one before: the panel
        on the left, the board, the inspector."""
        parts = [each for each in (self.left, self.canvas, self.inspector) if each.isVisible()]
        focused = QApplication.focusWidget()
        there = [n for n, each in enumerate(parts) if focused and each.isAncestorOf(focused)]
        at = there[0] if there else parts.index(self.canvas)
        part = parts[(at + by) % len(parts)]
        reached = (each for each in focusable(part) if each.isVisible() and each.isEnabled())
        first = part if part is self.canvas else next(reached, self.canvas)
        if part is self.left:
            first = self.left.currentWidget() or first
        first.setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def parts(self) -> dict[str, bool]:
        """What can be hidden, `left`, `right` and `map`, and whether it is shown."""
        return {
            "left": not self.left.isHidden(),
            "right": not self.inspector.isHidden(),
            "map": self.stage.has_map,
        }

    def show_part(self, name: str, *, is_shown: bool) -> None:
        """Show or hide one of the `parts`."""
        if name == "map":
            self.stage.want_map(is_wanted=is_shown)
        else:
            (self.left if name == "left" else self.inspector).setVisible(is_shown)

    def set_theme(self, theme: Theme) -> None:
        """Paint everything in another theme."""
        self._theme = theme
        for part in (
            self.tabs,
            self.stage,
            self.toast,
            self.outline,
            self.search,
            self.journal,
            self.inspector,
        ):
            part.set_theme(theme)

    def close_case(self) -> None:
        """Keep where the user was, stop all workers and close the case."""
        self.canvas.stop_writing()
        self.inspector.flush()
        # What was refused is tried once more while the case closes, when its boards are gone.
        self.bridge.changed.disconnect(self._follow)
        self.bridge.failed.disconnect(self._tell_failure)
        case_id = self._contents.info.id
        cameras = {board_id: canvas.camera for board_id, canvas in self.stage.boards.items()}
        self.settings.keep_views(
            case_id,
            {board_id: View(each.x, each.y, each.zoom) for board_id, each in cameras.items()},
        )
        self.looking.sights.close()
        self.verifier.close()
        self.tasks.close()
        self.search.close_search()
        self.thumbnails.close()
        for board_id in self.stage.boards:
            self.stage.drop(board_id)
        self.bridge.close()
