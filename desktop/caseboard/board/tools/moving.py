"""Moving: what is selected follows the hand, and stays where it is let go."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt

from caseboard.board.hits import rect_of
from caseboard.board.overlay import Ghosts
from caseboard.board.snapping import Axis
from caseboard.board.tools.aligning import Aligner
from caseboard.board.tools.state import Pointer, State, Surface
from caseboard.selection import Selected
from casedb.model.geometry import Rect, bounding_rect
from casedb.model.records import Card, Frame
from casedb.words import term


class Moving(State):
    """Cards and frames are being dragged. Shift keeps to one axis, Alt leaves the originals."""

    reaches = True
    cursor = Qt.CursorShape.SizeAllCursor
    hint = term(
        "Shift keeps to one axis, Ctrl suspends snapping, Alt drags a copy, or files out of the board; "
        "Esc puts back"
    )

    def __init__(
        self,
        board: Surface,
        start: Pointer,
        rest: State,
        before: Selected,
        held: str,
        *,
        copies: bool,
    ) -> None:
        """`before` is what was selected before the drag, and is again when it is given up; `held` the
        card or frame that is under the pointer."""
        super().__init__(board)
        self._start, self._rest, self._before = start, rest, before
        self._chosen: Sequence[Card | Frame] = movable(board) if not copies else ()
        # Of a copy also those that are locked.
        rows = board.columns.cards.rows
        self._copied = rows.rows_of(board.selection.cards) if copies else None
        self._held = rect_of(board.columns, held)
        self._is_lifted = self._is_out = False
        self._shift = (0.0, 0.0)
        self._around = self._extent()
        self._aligner = self._make_aligner()

    def _extent(self) -> Rect | None:
        """The rectangle around all that follows the hand, as it is shown."""
        columns = self.board.columns
        if self._copied is None:
            shown = (rect_of(columns, each.id) for each in self._chosen)
            return bounding_rect(rect for rect in shown if rect is not None)
        return bounding_rect(map(columns.card_rect, self._copied.tolist()))

    def _make_aligner(self) -> Aligner:
        if self._copied is not None:
            # A copy may snap to what it is a copy of.
            return Aligner(self.board)
        frames = frozenset(each.id for each in self._chosen if isinstance(each, Frame))
        rows = self.board.columns.cards.rows.rows_of({each.id for each in self._chosen})
        return Aligner(self.board, rows, frames)

    @property
    def is_of_nothing(self) -> bool:
        """Whether nothing follows the hand, as all of it is locked."""
        return not self._chosen and (self._copied is None or not len(self._copied))

    def move(self, pointer: Pointer) -> State:
        if self._copied is not None and not self._is_out and pointer.is_beside:
            # Once: where there are no files to take out, it stays a drag of copies.
            self._is_out = True
            if self.board.wishes.drag_out_wanted():
                return self.cancel()
        dx = pointer.world.x - self._start.world.x
        dy = pointer.world.y - self._start.world.y
        axes = self._axes(pointer)
        dx, dy = dx if Axis.ACROSS in axes else 0.0, dy if Axis.DOWN in axes else 0.0
        if self._around is not None:
            snapped = self._aligner.moved(self._around.moved(dx, dy), pointer, axes)
            dx, dy = snapped.x - self._around.x, snapped.y - self._around.y
        self._shift = (dx, dy)
        if self._copied is not None:
            self.board.overlay.ghosts = Ghosts(self._copied, dx, dy)
            self.board.refresh()
        else:
            self._carry(dx, dy)
        return self

    def _axes(self, pointer: Pointer) -> tuple[Axis, ...]:
        """The axes along which it may be moved."""
        if not pointer.shift:
            return tuple(Axis)
        dx = pointer.world.x - self._start.world.x
        dy = pointer.world.y - self._start.world.y
        return (Axis.ACROSS,) if abs(dx) >= abs(dy) else (Axis.DOWN,)

    def _carry(self, dx: float, dy: float) -> None:
        if not self._is_lifted:
            self._is_lifted = True
            cards = [each.id for each in self._chosen if isinstance(each, Card)]
            frames = [each.id for each in self._chosen if isinstance(each, Frame)]
            self.board.lift(cards, frames)
        self.board.carry(dx, dy)

    def release(self, pointer: Pointer) -> State:
        dx, dy = self._into_sight(pointer) if pointer.is_beside else self._shift
        self._put_down()
        if not dx and not dy:
            return self._rest
        if self._copied is not None:
            self.board.wishes.copies_wanted(dx, dy)
        else:
            self.board.wishes.move_wanted([each.id for each in self._chosen], dx, dy)
        return self._rest

    def _into_sight(self, pointer: Pointer) -> tuple[float, float]:
        """How far it is to be moved so that what was let go beside the board can be seen."""
        dx, dy = self._shift
        if self._held is None:
            return dx, dy
        held, seen = self._held.moved(dx, dy), self.board.camera.visible()
        axes = self._axes(pointer)
        if Axis.ACROSS in axes:
            dx += max(seen.x, min(held.x, seen.right - held.w)) - held.x
        if Axis.DOWN in axes:
            dy += max(seen.y, min(held.y, seen.bottom - held.h)) - held.y
        return dx, dy

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
        self._aligner.end()
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
        if frame is None or frame.collapsed:
            # What is folded into it goes where it goes.
            continue
        cards, stacks = board.columns.told_apart(board.columns.cards_in(frame.rect))
        for card_id in cards:
            if frame.rect.contains(contents.cards[card_id].rect):
                ids[card_id] = None
        for stack_id in stacks:
            if frame.rect.contains(contents.frames[stack_id].rect):
                ids[stack_id] = None
        for other in board.columns.frames_in(frame.rect):
            if frame.rect.contains(other.rect):
                ids[other.id] = None
    placed = (contents.get(Card, each) or contents.get(Frame, each) for each in ids)
    return [each for each in placed if each is not None and not each.locked]
