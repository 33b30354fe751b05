"""Moving: what is selected follows the hand, and stays where it is let go."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt

from caseboard.board.overlay import Ghosts
from caseboard.board.tools.state import Pointer, State, Surface
from caseboard.selection import Selected
from casedb.model.geometry import Rect
from casedb.model.records import Card, Frame


class Moving(State):
    """Cards and frames are being dragged. Shift keeps to one axis, Alt leaves the originals."""

    cursor = Qt.CursorShape.SizeAllCursor
    hint = "Shift keeps to one axis, Alt drags a copy, Esc puts back"

    def __init__(
        self, board: Surface, start: Pointer, rest: State, before: Selected, *, copies: bool
    ) -> None:
        """`before` is what was selected before the drag, and is again when it is given up."""
        super().__init__(board)
        self._start, self._rest, self._before = start, rest, before
        self._chosen: Sequence[Card | Frame] = movable(board) if not copies else ()
        # Of a copy also those that are locked.
        rows = board.columns.cards.rows
        self._copied = rows.rows_of(board.selection.cards) if copies else None
        self._is_lifted = False
        self._shift = (0.0, 0.0)

    @property
    def is_of_nothing(self) -> bool:
        """Whether nothing follows the hand, as all of it is locked."""
        return not self._chosen and (self._copied is None or not len(self._copied))

    def move(self, pointer: Pointer) -> State:
        dx = pointer.world.x - self._start.world.x
        dy = pointer.world.y - self._start.world.y
        if pointer.shift:
            dx, dy = (dx, 0.0) if abs(dx) >= abs(dy) else (0.0, dy)
        self._shift = (dx, dy)
        if self._copied is not None:
            self.board.overlay.ghosts = Ghosts(self._copied, dx, dy)
            self.board.refresh()
        else:
            self._carry(dx, dy)
        return self

    def _carry(self, dx: float, dy: float) -> None:
        if not self._is_lifted:
            self._is_lifted = True
            cards = [each.id for each in self._chosen if isinstance(each, Card)]
            frames = [each.id for each in self._chosen if isinstance(each, Frame)]
            self.board.lift(cards, frames)
        self.board.carry(dx, dy)

    def release(self, pointer: Pointer) -> State:
        dx, dy = self._shift
        self._put_down()
        if not dx and not dy:
            return self._rest
        if self._copied is not None:
            self.board.wishes.copies_wanted(dx, dy)
        else:
            rects: dict[str, Rect] = {each.id: each.rect.moved(dx, dy) for each in self._chosen}
            self.board.wishes.rects_wanted(rects, "Move")
        return self._rest

    def disturb(self) -> State:
        if self._is_lifted:
            self.board.carry(0.0, 0.0)
        self._put_down()
        return self._rest

    def cancel(self) -> State:
        self.disturb()
        self.board.selection.become(self._before)
        return self._rest

    def _put_down(self) -> None:
        # The case has not moved yet; the board must agree with it before the change is made.
        self.board.overlay.ghosts = None
        if self._is_lifted:
            self._is_lifted = False
            self.board.put_back()
        self.board.refresh()


def movable(board: Surface) -> list[Card | Frame]:
    """What a drag of the selection takes along: frames take what lies in them; locked things stay."""
    contents = board.contents
    ids = dict.fromkeys([*board.selection.frames, *board.selection.cards])
    for frame_id in board.selection.frames:
        frame = contents.frames.get(frame_id)
        if frame is None:
            continue
        rows = board.columns.cards_in(frame.rect)
        for card_id in board.columns.cards.rows.ids_of(rows.tolist()):
            if frame.rect.contains(contents.cards[card_id].rect):
                ids[card_id] = None
        for other in board.columns.frames_in(frame.rect):
            if frame.rect.contains(other.rect):
                ids[other.id] = None
    placed = (contents.get(Card, each) or contents.get(Frame, each) for each in ids)
    return [each for each in placed if each is not None and not each.locked]
