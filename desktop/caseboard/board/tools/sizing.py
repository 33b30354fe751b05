"""Sizing: a corner of a card or frame follows the hand."""

from __future__ import annotations

from PySide6.QtCore import Qt

from caseboard.board.hits import Corner, rect_of
from caseboard.board.tools.aligning import Aligner
from caseboard.board.tools.state import Pointer, State, Surface
from casedb.commands.cards import SMALLEST
from casedb.model.geometry import Rect
from casedb.model.records import Card, Frame
from casedb.words import term

NARROWEST_CARD = 120.0
"""A card narrower than this shows no text."""


class Sizing(State):
    """A card or frame is being sized by a corner; the opposite corner stays."""

    reaches = True
    cursor = Qt.CursorShape.SizeFDiagCursor
    hint = term("Ctrl suspends snapping, Esc puts back")

    def __init__(
        self, board: Surface, start: Pointer, rest: State, placed_id: str, corner: Corner
    ) -> None:
        super().__init__(board)
        self._start, self._rest, self._corner = start, rest, corner
        contents = board.contents
        card = contents.get(Card, placed_id)
        self._before: Card | Frame = card if card is not None else contents.frames[placed_id]
        self._is_lifted = False
        shown = rect_of(board.columns, placed_id)
        self._shown = self._rect = shown if shown is not None else self._before.rect
        # What is collapsed keeps the height it has when it is not.
        self._is_flat = self._shown.h != self._before.rect.h
        is_frame = isinstance(self._before, Frame)
        self._aligner = Aligner(
            board,
            board.columns.cards.rows.rows_of(() if is_frame else (placed_id,)),
            frozenset((placed_id,) if is_frame else ()),
        )
        if corner in (Corner.TOP_RIGHT, Corner.BOTTOM_LEFT):
            self.cursor = Qt.CursorShape.SizeBDiagCursor

    def move(self, pointer: Pointer) -> State:
        if not self._is_lifted:
            self._is_lifted = True
            is_card = isinstance(self._before, Card)
            ids = [self._before.id]
            self.board.lift(ids if is_card else [], [] if is_card else ids)
        wanted = self._sized(
            pointer.world.x - self._start.world.x, pointer.world.y - self._start.world.y
        )
        snapped = self._aligner.sized(wanted, pointer, self._sides())
        # Once more, as what it snaps to may lie where it would be too small.
        self._rect = self._sized(*self._moved_by(snapped))
        self.board.stretch(self._rect)
        return self

    def _sides(self) -> tuple[int, ...]:
        """The sides that follow the hand: 0 left, 1 top, 2 right, 3 bottom."""
        across = 0 if self._corner in (Corner.TOP_LEFT, Corner.BOTTOM_LEFT) else 2
        down = 1 if self._corner in (Corner.TOP_LEFT, Corner.TOP_RIGHT) else 3
        return (across,) if self._is_flat else (across, down)

    def _moved_by(self, rect: Rect) -> tuple[float, float]:
        """How far the corner has to be moved for the shown rectangle to become another."""
        across, down = self._sides()[0], self._sides()[-1]
        before = self._shown
        return (
            rect.x - before.x if across == 0 else rect.right - before.right,
            rect.y - before.y if down == 1 else rect.bottom - before.bottom,
        )

    def _sized(self, dx: float, dy: float) -> Rect:
        narrowest = NARROWEST_CARD if isinstance(self._before, Card) else SMALLEST
        rect = self._shown
        if self._corner in (Corner.TOP_LEFT, Corner.BOTTOM_LEFT):
            dx = min(dx, rect.w - narrowest)
            rect = Rect(rect.x + dx, rect.y, rect.w - dx, rect.h)
        else:
            rect = rect._replace(w=max(narrowest, rect.w + dx))
        if self._is_flat:
            return rect
        if self._corner in (Corner.TOP_LEFT, Corner.TOP_RIGHT):
            dy = min(dy, rect.h - SMALLEST)
            return Rect(rect.x, rect.y + dy, rect.w, rect.h - dy)
        return rect._replace(h=max(SMALLEST, rect.h + dy))

    def release(self, pointer: Pointer) -> State:
        self._put_down()
        if self._rect != self._shown:
            rect = self._rect._replace(h=self._before.rect.h) if self._is_flat else self._rect
            self.board.wishes.rects_wanted({self._before.id: rect}, "Resize")
        return self._rest

    def cancel(self) -> State:
        if self._is_lifted:
            self.board.stretch(self._shown)
        self._put_down()
        return self._rest

    def _put_down(self) -> None:
        self._aligner.end()
        if self._is_lifted:
            self._is_lifted = False
            self.board.put_back()
