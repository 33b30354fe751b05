"""The hand at rest: hovering, clicking, and where every drag begins."""

from __future__ import annotations

from PySide6.QtCore import Qt

from caseboard.board.hits import NOTHING, Corner, Hit, Part
from caseboard.board.string_grips import Hold, StringGrip, can_be_led, piece_at
from caseboard.board.tools.bending import Bending, without_bend
from caseboard.board.tools.linking import Linking
from caseboard.board.tools.marquee import Marquee
from caseboard.board.tools.moving import Moving
from caseboard.board.tools.panning import Gripping
from caseboard.board.tools.reconnecting import Reconnecting
from caseboard.board.tools.sizing import Sizing
from caseboard.board.tools.state import LOCKED, Pointer, State, Surface, travelled
from caseboard.selection import Selected
from casedb.model.records import Ref
from casedb.words import say

_CORNER_CURSORS = {
    Corner.TOP_LEFT: Qt.CursorShape.SizeFDiagCursor,
    Corner.BOTTOM_RIGHT: Qt.CursorShape.SizeFDiagCursor,
    Corner.TOP_RIGHT: Qt.CursorShape.SizeBDiagCursor,
    Corner.BOTTOM_LEFT: Qt.CursorShape.SizeBDiagCursor,
}

_GRIP_CURSORS = {
    Hold.START: Qt.CursorShape.CrossCursor,
    Hold.END: Qt.CursorShape.CrossCursor,
    Hold.BEND: Qt.CursorShape.SizeAllCursor,
    Hold.PIECE: Qt.CursorShape.SizeAllCursor,
}


class Select(State):
    """Nothing is being dragged: what is under the pointer is shown, a press decides what follows."""

    def __init__(self, board: Surface) -> None:
        super().__init__(board)
        self._hovered = ""

    def move(self, pointer: Pointer) -> State:
        hit = self._look(pointer)
        overlay = self.board.overlay
        before = overlay.hovered, overlay.dotted
        if hit.part is Part.CARD:
            self._hovered = hit.id
        elif self._hovered and not self.board.finder.is_near(
            pointer.screen, self.board.camera, self._hovered
        ):
            self._hovered = ""
        overlay.hovered = hit if hit.part in (Part.STRING, Part.FRAME) else NOTHING
        overlay.dotted = self._hovered if self.board.may_change else ""
        self.cursor = _cursor_over(hit)
        if (overlay.hovered, overlay.dotted) != before:
            self.board.refresh()
        return self

    def _look(self, pointer: Pointer) -> Hit:
        if not self.board.may_change:
            return self.board.finder.at(pointer.screen, self.board.camera)
        now = self.board.selection.now
        return self.board.finder.at(
            pointer.screen, self.board.camera, now.placed_alone, self._hovered, now.link_alone
        )

    def leave(self) -> None:
        self._hovered = ""
        self.board.overlay.hovered = NOTHING
        self.board.overlay.dotted = ""
        self.board.refresh()

    def press(self, pointer: Pointer) -> State:
        hit = self._look(pointer)
        self.leave()
        if hit.part is Part.CORNER and hit.corner is not None:
            return Sizing(self.board, pointer, self, hit.id, hit.corner)
        if hit.grip is not None:
            return self._take_string(pointer, hit.id, hit.grip)
        if hit.part is Part.LINK_DOT:
            item = self.board.contents.cards[hit.id].item
            return Linking(self.board, pointer, self, Ref.item(item), hit.id)
        if hit.part is Part.NOTHING:
            return self._press_ground(pointer)
        return Pressed(self.board, pointer, self, hit)

    def _take_string(self, pointer: Pointer, link_id: str, grip: StringGrip) -> State:
        if grip.hold in (Hold.START, Hold.END):
            return Reconnecting(self.board, pointer, self, link_id, grip.hold)
        return Bending(self.board, pointer, self, link_id, grip)

    def _press_ground(self, pointer: Pointer) -> State:
        is_plain = not pointer.shift and not pointer.control
        if is_plain and self.board.bindings.empty_drag == "pan":
            return GroundPressed(self.board, pointer, self)
        return Marquee(self.board, pointer, self)

    def double_click(self, pointer: Pointer) -> State:
        hit = self._look(pointer)
        if self.board.wishes.way_wanted(hit):
            return self
        if hit.grip is not None and hit.grip.hold is Hold.BEND:
            bends = without_bend(self.board.columns.bends(hit.id), hit.grip.number)
            self.board.wishes.bends_wanted(hit.id, bends)
        elif hit.part in (Part.CARD, Part.STRING, Part.FRAME, Part.STRING_GRIP):
            if hit.grip is None and not is_selected(self.board, hit):
                self.board.selection.become(as_selected(hit))
            self.board.wishes.edit_wanted(hit)
        elif hit.part is not Part.NOTHING or self.board.bindings.empty_double_click == "nothing":
            return self
        elif self.board.may_change:
            self.board.wishes.card_wanted(pointer.world, pointer.on_desktop)
        if not self.board.may_change:
            self.board.explain(self.board.refusal)
        return self


class GroundPressed(Gripping):
    """A button is down on an empty place: a click lets go of the selection, a drag moves the board."""

    def release(self, pointer: Pointer) -> State:
        self.board.selection.clear()
        return super().release(pointer)


class Pressed(State):
    """A button is down on something: a click selects it, a drag moves it."""

    def __init__(self, board: Surface, start: Pointer, rest: State, hit: Hit) -> None:
        super().__init__(board)
        self._start, self._rest, self._hit = start, rest, hit
        self._before = board.selection.now
        self._was_selected = is_selected(board, hit)
        self._is_explained = False
        # A press on something new selects it at once, so that it can be dragged in one go; a press
        # on one of several waits for the release: it may be the start of dragging all of them.
        if start.control:
            board.selection.toggle(as_selected(hit))
        elif start.shift:
            board.selection.add(as_selected(hit))
        elif not self._was_selected:
            board.selection.become(as_selected(hit))

    def move(self, pointer: Pointer) -> State:
        movable = self._hit.part in (Part.CARD, Part.FRAME) and is_selected(self.board, self._hit)
        if not travelled(self._start, pointer):
            return self
        if self._hit.part is Part.STRING and self.board.may_change:
            return self._bend(pointer)
        if not movable or self._is_explained:
            return self
        if not self.board.may_change:
            return self._explain(self.board.refusal)
        copies = self._start.alt and bool(self.board.selection.cards)
        held = self._hit.id
        moving = Moving(self.board, self._start, self._rest, self._before, held, copies=copies)
        return self._explain(say(LOCKED)) if moving.is_of_nothing else moving.move(pointer)

    def _bend(self, pointer: Pointer) -> State:
        """Lead the string through the pointer, from where it was taken."""
        link_id = self._hit.id
        if self.board.selection.now.link_alone != link_id or not can_be_led(
            self.board.columns, link_id
        ):
            return self
        number = piece_at(self.board.columns, self._hit.id, self._start.world)
        grip = StringGrip(Hold.PIECE, self._start.screen, number)
        bending = Bending(self.board, self._start, self._rest, self._hit.id, grip)
        return bending.move(pointer)

    def _explain(self, sentence: str) -> State:
        # Once for each drag that leads to nothing.
        self._is_explained = True
        self.board.explain(sentence)
        return self

    def release(self, pointer: Pointer) -> State:
        plain = not self._start.shift and not self._start.control
        if plain and self._was_selected:
            self.board.selection.become(as_selected(self._hit))
        return self._rest

    def disturb(self) -> State:
        return self

    def cancel(self) -> State:
        self.board.selection.become(self._before)
        return self._rest


def as_selected(hit: Hit) -> Selected:
    """What a click on something selects."""
    one = frozenset({hit.id})
    if hit.part is Part.CARD:
        return Selected(cards=one)
    if hit.part is Part.STRING:
        return Selected(links=one)
    return Selected(frames=one) if hit.part is Part.FRAME else Selected()


def is_selected(board: Surface, hit: Hit) -> bool:
    """Whether what was hit is selected."""
    now = board.selection.now
    return hit.id in now.cards or hit.id in now.links or hit.id in now.frames


def _cursor_over(hit: Hit) -> Qt.CursorShape:
    if hit.corner is not None:
        return _CORNER_CURSORS[hit.corner]
    if hit.grip is not None:
        return _GRIP_CURSORS[hit.grip.hold]
    if hit.part is Part.LINK_DOT:
        return Qt.CursorShape.CrossCursor
    if hit.part is Part.STRING:
        return Qt.CursorShape.PointingHandCursor
    return Qt.CursorShape.ArrowCursor
