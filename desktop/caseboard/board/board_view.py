"""`BoardView`: a board one can work on: the canvas, the hand on it, and what lies on top."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Set

from PySide6.QtCore import (
    QAbstractAnimation,
    QEasingCurve,
    QEvent,
    QMimeData,
    QPoint,
    Qt,
    QTimer,
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QHelpEvent, QPainter, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QToolTip, QWidget

from caseboard import motion
from caseboard.bindings import Bindings
from caseboard.board.camera import Camera
from caseboard.board.canvas import Canvas
from caseboard.board.card_layout import margin_of
from caseboard.board.card_painter import no_thumbnails
from caseboard.board.columns import Columns
from caseboard.board.found import Found
from caseboard.board.free_room import shift_clear
from caseboard.board.gliding import Gliding
from caseboard.board.hands import Hands
from caseboard.board.hits import Finder, Part, rect_of
from caseboard.board.inventory import NOTHING
from caseboard.board.listeners import Listeners
from caseboard.board.note_writing import NoteWriting, Sheet
from caseboard.board.overlay import Overlay, OverlayPainter
from caseboard.board.placements import TEXT_ACCENT
from caseboard.board.spoken_board import SpokenBoard
from caseboard.board.steps import Steps
from caseboard.board.tools.state import Snapping, Wishes
from caseboard.board.writing import Page, Writing, around_point, title_place
from caseboard.bridge import BoardCase, CaseBridge
from caseboard.plain_tips import tip
from caseboard.selection import Selection
from caseboard.spoken import marks_at_ends
from caseboard.theme import FADED, SHEET, Theme
from caseboard.thumbnails import CardPictures, Thumbnails
from casedb import Change
from casedb.analysis.traces import Traces
from casedb.model.contents import Contents
from casedb.model.geometry import Point, Rect
from casedb.model.kinds.note import NOTE
from casedb.model.notes import ShownAs
from casedb.model.records import Board, Card, Frame, Link, Route
from casedb.model.visible_text import visible
from casedb.words import say, term

INVITATION = term("Double-click to add a card. Drop pictures, files, text or a web address here.")
INVITATION_WITHOUT = term(
    "Add a card from the menu Add. Drop pictures, files, text or a web address here."
)
"""What an empty board says, also where a double-click on it does nothing."""
LONGEST_NAME = 200
"""Characters of the board's title that are read aloud."""
FLIGHT = 220
"""Milliseconds of a flight to somewhere else on the board."""
REVEAL_MARGIN = 48.0
"""How far from the edge of the view something is shown that one has walked to."""
ZOOM_STEP = 1.25
READABLE = 0.9
"""The zoom at which somebody who was sent to a card can read it."""


_PLACING = (Card, Frame, Link, Route, Board)
"""The records by which something lies on a board."""


class BoardView(Canvas):
    """One board of an open case, with its tools.

    `marked()` follows when something else is selected or found.
    """

    marked = Signal()

    def __init__(
        self,
        bridge: BoardCase,
        board_id: str,
        selection: Selection,
        wishes: Wishes,
        can_take: Callable[[QMimeData], bool],
        thumbnails: CardPictures | None,
        theme: Theme,
        parent: QWidget | None = None,
        columns: Columns | None = None,
    ) -> None:
        """`wishes` carries out what the hand wishes, `can_take` judges what is dragged over.

        Without `thumbnails` no picture is shown; `columns` are those of the board, where they have
        been made already.
        """
        super().__init__(bridge.contents, board_id, theme, no_thumbnails, parent, columns)
        self.board_id = board_id
        self.setAcceptDrops(True)
        self.selection = selection
        self.wishes = wishes
        self.overlay = Overlay()
        self.snapping = Snapping()
        self.finder = Finder(self.columns)
        self.steps = Steps(self)
        self._bridge: BoardCase = bridge
        self._name()
        self._marks = OverlayPainter(self.columns, theme, self.scene.label_boxes)
        self.overlays.append(_OnTop(self))
        self.hands = Hands(self, can_take, self._show_cursor)
        self.hands.entered.connect(self.select_near)
        self.tool = self.hands
        self._gliding = Gliding(self)
        self.listeners = Listeners(self)
        self._writing: Writing | NoteWriting | None = None
        self._was_tabbed_to = False
        self._fits_when_shown = False
        self._fitted = QTimer(self, interval=0, singleShot=True)
        self._fitted.timeout.connect(self._end_fitting)
        self._flight = QVariantAnimation(self)
        self._flight.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._flight.valueChanged.connect(self._fly)
        self._flight_path: tuple[Camera, Camera] = (self.camera, self.camera)
        bridge.changed.connect(self._follow)
        bridge.veiled.connect(self.veil)
        selection.changed.connect(self._follow_selection)
        if thumbnails is not None:
            self._show_pictures(thumbnails)

    def _show_pictures(self, thumbnails: CardPictures) -> None:
        self.scene.cards.set_thumbnails(thumbnails)
        thumbnails.ready.connect(self.thumbnail_ready)

    def take_over(
        self,
        bridge: CaseBridge,
        selection: Selection,
        wishes: Wishes,
        can_take: Callable[[QMimeData], bool],
        thumbnails: Thumbnails,
    ) -> None:
        """Go on with the open case of which this board was read before the rest."""
        self.hands.cancel()
        self.hands.drops.can_take = can_take
        self._bridge = bridge
        self.wishes = wishes
        self.selection.changed.disconnect(self._follow_selection)
        self.selection = selection
        selection.changed.connect(self._follow_selection)
        self.scene.adopt(bridge.contents)
        if bridge.contents.failed:
            self.judge(bridge.contents.failed)
        # What they rest on could not be told before all of the case was read.
        self.restate({each.id for each in bridge.contents.items.values() if each.kind == "claim"})
        bridge.changed.connect(self._follow)
        bridge.veiled.connect(self.veil)
        self._show_pictures(thumbnails)
        # Only what was not read yet, and pictures, look otherwise now: tiles stay until they are.
        self.repaint_soon()
        self._name()

    @property
    def refusal(self) -> str:
        """Why the case may not be changed."""
        return self._bridge.refusal

    @property
    def contents(self) -> Contents:
        """The case."""
        return self._bridge.contents

    @property
    def bindings(self) -> Bindings:
        """What the mouse does."""
        return self.hands.bindings

    @property
    def may_change(self) -> bool:
        """Whether the case may be changed."""
        return not self._bridge.read_only

    def mark_found(self, found: Found) -> None:
        """Mark what a search has found."""
        self.overlay.found = found
        self._show_marks()

    def draw_lines(self, traces: Traces | None) -> None:
        """Draw the independent lines to a claim over the board, or none."""
        self.overlay.traces = traces
        self.update()

    def refresh(self) -> None:
        """Draw what lies on top anew."""
        self.update()

    def _show_marks(self) -> None:
        self.update()
        self.marked.emit()

    def _follow_selection(self) -> None:
        self.hands.forget()
        self._show_marks()

    def call_off(self) -> bool:
        """Leave what the hand is doing or what is being written, everything as it was; whether there
        was anything."""
        if self._writing is not None:
            self._writing.leave()
            return True
        is_busy = self.hands.is_busy
        self.hands.cancel()
        return is_busy

    def explain(self, sentence: str) -> None:
        """Say quietly why nothing happens."""
        self.hands.explain(sentence)

    def mention(self, sentence: str) -> None:
        """Show a sentence in the same place, of which those who listen hear otherwise."""
        self.hands.explain(sentence, is_heard=True)

    def set_theme(self, theme: Theme) -> None:
        hangs_otherwise = theme.slack != self.columns.slack
        if hangs_otherwise:
            # What was lifted would be put back to how its strings ran before.
            self._empty_hand()
        super().set_theme(theme)
        self._marks = OverlayPainter(self.columns, theme, self.scene.label_boxes)
        if hangs_otherwise:
            self.hands.renew()

    def lift(self, cards: Iterable[str], frames: Iterable[str]) -> None:
        self._gliding.end()
        super().lift(cards, frames)

    def lift_string(self, link_id: str) -> None:
        self._gliding.end()
        super().lift_string(link_id)

    def conceal(self, cards: Set[str]) -> None:
        self._empty_hand()
        self.hands.forget()
        super().conceal(cards)
        self._marks = OverlayPainter(self.columns, self.scene.theme, self.scene.label_boxes)
        self.hands.renew()
        self.listeners.follow_look()

    def fade(self, cards: Set[str], links: Set[str] = NOTHING) -> None:
        self._empty_hand()
        self.hands.forget()
        super().fade(cards, links)
        self.hands.renew()
        self.listeners.follow_look()

    def _empty_hand(self) -> None:
        """What is in the hand may not be there any more: lay it back."""
        self._gliding.end()
        self.hands.disturb()

    def glide_from(self, before: Mapping[str, Rect]) -> None:
        """Let cards and frames glide from where they lay, by their ids, to where they lie now."""
        self._gliding.begin(before)

    def settle(self) -> None:
        """Let everything that glides lie where it belongs."""
        self._gliding.end()

    def _follow(self, change: Change) -> None:
        lies_otherwise = any(isinstance(edit.record, _PLACING) for edit in change.edits)
        if lies_otherwise:
            self._empty_hand()
        self.apply(change.edits)
        if change.restated:
            self.restate(change.restated)
        if change.judged:
            self.judge(change.judged)
        if lies_otherwise:
            self.hands.renew()
            if self._writing is not None:
                self._writing.follow()
        if any(isinstance(edit.after, Board) for edit in change.edits):
            self._name()
        self.listeners.follow(change)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            pos = event.pos()
            QToolTip.showText(event.globalPos(), self.tip_at(Point(pos.x(), pos.y())), self)
            return True
        return super().event(event)

    def tip_at(self, screen: Point) -> str:
        """What there is to know at a point of the view beyond what is shown there; or nothing.

        Of a card it is what limits it and that graders differ, of a string the marks on files that it starts or ends at.
        """
        hit = self.finder.at(screen, self.camera)
        link = self.contents.get(Link, hit.id) if hit.part is Part.STRING else None
        if link is not None:
            return "".join(map(tip, marks_at_ends(self.contents, link)))
        card = self.columns.card_at(self.camera.to_world(screen))
        shown = self.contents.get(Card, card) if card is not None else None
        face = self.scene.cards.faces.of(shown.item) if shown is not None else None
        if face is None:
            return ""
        alarm = ""
        if face.alarm:
            alarm = say(
                "{alarm} the last check: the bytes are not those that came in, or are missing. The "
                "inspector says which.",
                alarm=face.alarm,
            )
        supposed = ""
        if face.support is not None and face.support.supposed is not None:
            supposed = say("Supposed: so much would be left without what is set aside.")
        return "".join(map(tip, filter(None, (alarm, supposed, face.grade_apart, face.limits))))

    def make_interface(self) -> SpokenBoard:
        """What tells a screen reader of the board."""
        return SpokenBoard(self)

    def _name(self) -> None:
        board = self.contents.get(Board, self.board_id)
        title = visible(board.title[:LONGEST_NAME]) if board is not None else ""
        self.setAccessibleName(
            say("Board: {title}", title=title) if title.strip() else say("Untitled board")
        )

    def _show_cursor(self, shape: Qt.CursorShape) -> None:
        if self.cursor().shape() != shape:
            self.setCursor(shape)

    def write_label(self, link_id: str, text: str, page: Page) -> bool:
        """Write the label of a link where its string has it; whether the string is on this board."""

        def place() -> Rect | None:
            row = self.columns.strings.rows.get(link_id)
            if row is None:
                return None
            x, y = self.columns.middle(row)[0].tolist()
            return around_point(Point(x, y))

        return self._write(place, text, say("Label of the link"), page)

    def write_title(self, frame_id: str, text: str, page: Page) -> bool:
        """Write the title of a frame where it stands; whether the frame is on this board."""

        def place() -> Rect | None:
            frame = self.columns.frames.get(frame_id)
            return None if frame is None else title_place(frame.rect, self.camera.zoom)

        return self._write(place, text, say("Title of the frame"), page, is_centred=False)

    def write_note(self, sheet: Sheet, text: str, page: Page) -> bool:
        """Write the words of a note on a sheet; whether that is to be had on this board."""
        self.stop_writing()
        at = sheet.place()
        if at is None:
            return False
        look_back = self._look_at_place(at)
        self._hold_writing(
            NoteWriting(self, sheet, text, say("Words of the note"), page), look_back
        )
        return True

    def note_sheet(self, card_id: str) -> Sheet | None:
        """The sheet that the words of a card stand on, where it shows nothing but its words."""
        row = self.columns.cards.rows.get(card_id)
        how = self.columns.shown_as(row) if row is not None else ShownAs.CARD
        if row is None or how is ShownAs.CARD:
            return None

        def place() -> Rect | None:
            row = self.columns.cards.rows.get(card_id)
            return None if row is None else self.columns.card_rect(row)

        accent = self.columns.accents[int(self.columns.cards.accent[row])].removesuffix(FADED)
        return self._sheet(place, how, accent)

    def new_sheet(self, rect: Rect, how: ShownAs, card_of: Callable[[], str]) -> Sheet:
        """The sheet for a note that is not there yet; `card_of` tells its card once there is one."""
        accent = TEXT_ACCENT if how is ShownAs.TEXT else NOTE.accent

        def place() -> Rect | None:
            card = card_of()
            return rect_of(self.columns, card) if card else rect

        return self._sheet(place, how, accent)

    def _sheet(self, place: Callable[[], Rect | None], how: ShownAs, accent: str) -> Sheet:
        theme = self.scene.theme
        known = accent if theme.has(accent) else NOTE.accent
        is_text = how is ShownAs.TEXT
        paper, ink = ("bg", known) if is_text else (SHEET + known, "tx")
        edge = theme.colour("ac")
        return Sheet(place, theme.colour(paper), theme.colour(ink), edge, margin_of(how))

    def _write(
        self,
        place: Callable[[], Rect | None],
        text: str,
        name: str,
        page: Page,
        *,
        is_centred: bool = True,
    ) -> bool:
        self.stop_writing()
        at = place()
        if at is None:
            return False
        look_back = self._look_at_place(at)
        self._hold_writing(Writing(self, place, text, name, page, is_centred=is_centred), look_back)
        return True

    def _look_at_place(self, at: Rect) -> Callable[[], None]:
        """Look at where something is written, at once; what looks back, where one still looks there."""
        before = self.camera
        self.reveal(at)
        self._land()
        there = self.camera

        def look_back() -> None:
            if self.camera == there != before:
                self._fly_along(there, before)

        return look_back

    def _hold_writing(self, writing: Writing | NoteWriting, look_back: Callable[[], None]) -> None:
        self._writing = writing
        writing.ended.connect(self._forget_writing)
        # Escape leaves everything as it was.
        writing.left.connect(look_back)

    def stop_writing(self) -> None:
        """Take what is being written on the board, if anything is."""
        if self._writing is not None:
            self._writing.finish()

    def _forget_writing(self) -> None:
        self._writing = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing lies on the board that could be seen."""
        return not self.columns.card_count and not self.columns.frames

    @property
    def invitation(self) -> str:
        """What an empty board says that one can do with it."""
        if not self.may_change:
            return say("Nothing has been placed on it.")
        adds = self.bindings.empty_double_click == "card"
        return say(INVITATION if adds else INVITATION_WITHOUT)

    def paint_on_top(self, painter: QPainter, camera: Camera) -> None:
        """Paint selection, grips and whatever the hand is doing."""
        if self.is_empty:
            self._marks.paint_invitation(painter, camera, say("An empty board"), self.invitation)
        self._marks.paint(
            painter,
            camera,
            self.overlay,
            self.selection.now,
            may_change=self.may_change,
            is_moving=self.is_zooming,
            is_carrying=self.is_carrying,
        )
        if self._was_tabbed_to and self.hasFocus():
            self._marks.paint_focus(painter, camera)

    def focusInEvent(self, event: QFocusEvent) -> None:
        reason = Qt.FocusReason
        # A window that comes back to the front finds the board as it was left.
        if event.reason() != reason.ActiveWindowFocusReason:
            self._was_tabbed_to = event.reason() in (
                reason.TabFocusReason,
                reason.BacktabFocusReason,
            )
        super().focusInEvent(event)
        self.listeners.enter()

    # -- looking --------------------------------------------------------------------------

    def look_from(self, camera: Camera) -> None:
        # Whoever looks elsewhere ends a flight, which would carry the board back on its next beat.
        self._flight.stop()
        super().look_from(camera)

    def zoom_step(self, steps: int) -> None:
        """Zoom in or out by steps, holding the middle."""
        self._land()
        self.zoom_in_sight(ZOOM_STEP**steps)

    def zoom_to(self, zoom: float) -> None:
        """Zoom to a scale, holding the middle."""
        self._land()
        self.zoom_by(zoom / self.camera.zoom)

    def fit_all(self) -> None:
        """Show everything on the board."""
        self._land()
        self.fit()

    def fit_when_shown(self) -> None:
        """Show everything as soon as the widget has its size."""
        self._fits_when_shown = True

    def fly_to(self, rect: Rect) -> None:
        """Look at something: not moving where it can be read already, else flying there."""
        self._land()
        camera = self.camera
        if (
            camera.zoom >= READABLE * 0.7
            and camera.visible().contains(rect)
            and not any(each.overlaps(camera.rect_to_screen(rect)) for each in self.corners())
        ):
            return
        zoom = max(camera.zoom, READABLE)
        room = camera.fitted(rect, margin=64.0).zoom
        target = camera.at(rect.centre, min(zoom, room))
        self._fly_along(camera, target)

    def reveal(self, rect: Rect) -> None:
        """Push the board no further than it takes to see something, at the zoom there is."""
        self._land()
        camera = self.camera
        seen = camera.rect_to_screen(rect)
        x, y = _shift_into(seen, camera.width, camera.height)
        y += shift_clear(seen.moved(x, y), self.corners(), REVEAL_MARGIN / 2, camera.height)
        shift = x, y
        if shift != (0, 0):
            self._fly_along(camera, camera.panned(*shift))

    def fly_from_here(self, middle: Point, zoom: float) -> None:
        """Fly to where a point of the board is in the middle of the view, at a zoom."""
        self._land()
        self._fly_along(self.camera, self.camera.at(middle, zoom))

    def _fly_along(self, start: Camera, end: Camera) -> None:
        milliseconds = motion.duration(FLIGHT)
        if not milliseconds:
            self.look_from(end)
            return
        self._flight_path = (start, end)
        self._flight.setDuration(milliseconds)
        self._flight.setStartValue(0.0)
        self._flight.setEndValue(1.0)
        self._flight.start()

    def _fly(self, part: object) -> None:
        start, end = self._flight_path
        done = float(part) if isinstance(part, (int, float)) else 1.0
        # The zoom goes by ratio, so that it seems even all the way.
        zoom = start.zoom * (end.zoom / start.zoom) ** done
        at = Point(start.x + (end.x - start.x) * done, start.y + (end.y - start.y) * done)
        super().look_from(start.at(at, zoom))

    def _land(self) -> None:
        if self._flight.state() == QAbstractAnimation.State.Running:
            self._flight.stop()
            self.look_from(self._flight_path[1])

    def rect_of_link(self, link_id: str) -> Rect | None:
        """The rectangle around a link's string, or None where it is not on this board."""
        row = self.columns.strings.rows.get(link_id)
        if row is None:
            return None
        left, top, right, bottom = self.columns.strings.box[:, row].tolist()
        return Rect(left, top, right - left, bottom - top)

    def place_of_menu(self) -> QPoint:
        """Where on the desktop the menu belongs for whoever asks with a key: at what is selected and
        in sight, else in the middle."""
        at = self.camera.to_screen(self.steps.in_sight() or self.camera.visible().centre)
        return self.mapToGlobal(QPoint(round(at.x), round(at.y)))

    def select_near(self, rect: Rect | None = None) -> None:
        """Select the card that is nearest to the middle of a rectangle, or else of the view, and
        look at it."""
        near = rect if rect is not None else self.camera.visible()
        card = self.columns.card_near(near.centre)
        if card is not None:
            self.steps.select(card)
            row = self.columns.cards.rows.get(card)
            assert row is not None
            self.fly_to(self.columns.card_rect(row))

    def walk(self, dx: int, dy: int, *, adds: bool) -> None:
        """Select what lies next in a direction of what is selected, or add it."""
        self.steps.towards(dx, dy, adds=adds)

    def read_on(self, steps: int) -> bool:
        """Select what is read after what is selected, or before it; whether there is any."""
        return self.steps.read_on(steps)

    def follow_string(self, way: int, steps: int) -> None:
        """Go one step along a string of what is selected, or to another string at the same card.

        One of the two is 1 or -1, the other 0: `way` is in the direction of the string or against it,
        `steps` among the strings.
        """
        if way:
            self.steps.along(way)
        else:
            self.steps.beside(steps)

    def select_all(self) -> None:
        """Select every card, frame and string of the board."""
        rows = self.columns
        cards, stacks = rows.told_apart(rows.cards.rows.all())
        self.selection.set(
            cards=cards,
            frames=[*(frame.id for frame in rows.frames), *stacks],
            links=rows.strings.rows.ids_of(rows.strings.rows.all().tolist()),
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit_once()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_once()

    def _fit_once(self) -> None:
        if self._fits_when_shown and self.isVisible() and self.width() > 100:
            self.fit()
            # The first size is seldom the last: panels around find theirs in the same turn.
            self._fitted.start()

    def _end_fitting(self) -> None:
        self._fits_when_shown = False


def _shift_into(rect: Rect, width: float, height: float) -> tuple[float, float]:
    """How far a rectangle must be pushed to lie on a screen, or its beginning if it is larger."""

    def along(low: float, size: float, room: float) -> float:
        margin = min(REVEAL_MARGIN, max(0.0, (room - size) / 2))
        if size > room or low < margin:
            return margin - low
        return min(0.0, room - margin - (low + size))

    return along(rect.x, rect.w, width), along(rect.y, rect.h, height)


class _OnTop:
    """What lies on top of a board, as the canvas knows it."""

    def __init__(self, board: BoardView) -> None:
        self._board = board

    def paint(self, painter: QPainter, camera: Camera) -> None:
        """Paint it."""
        self._board.paint_on_top(painter, camera)
