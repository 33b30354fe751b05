"""Marquee: a rectangle drawn over the board selects what lies in it."""

from __future__ import annotations

from caseboard.board.tools.state import Pointer, State, Surface, rect_between, travelled
from caseboard.selection import Selected
from casedb.model.geometry import Rect


class Marquee(State):
    """A rectangle is being drawn. Shift adds to the selection, Ctrl toggles."""

    hint = "Shift adds, Ctrl toggles"

    def __init__(self, board: Surface, start: Pointer, rest: State) -> None:
        super().__init__(board)
        self._start, self._rest = start, rest
        self._before = board.selection.now
        self._drawn = False

    def move(self, pointer: Pointer) -> State:
        if not self._drawn and not travelled(self._start, pointer):
            return self
        self._drawn = True
        rect = rect_between(self._start.world, pointer.world)
        self.board.overlay.marquee = rect
        self.board.selection.become(self._with(self._inside(rect)))
        self.board.refresh()
        return self

    def _inside(self, rect: Rect) -> Selected:
        columns = self.board.columns
        cards = columns.cards.rows.ids_of(columns.cards_in(rect).tolist())
        frames = [frame.id for frame in columns.frames_in(rect) if rect.contains(frame.rect)]
        # A string is caught when all of it lies inside, so that sweeping over cards takes the
        # strings between them and not those that pass by.
        rows = columns.strings_in(rect)
        boxes = columns.strings.boxes(rows)
        inside = (
            (boxes[:, 0] >= rect.x)
            & (boxes[:, 1] >= rect.y)
            & (boxes[:, 2] <= rect.right)
            & (boxes[:, 3] <= rect.bottom)
        )
        links = columns.strings.rows.ids_of(rows[inside].tolist())
        return Selected(cards=frozenset(cards), frames=frozenset(frames), links=frozenset(links))

    def _with(self, caught: Selected) -> Selected:
        if self._start.control:
            return self._before ^ caught
        return self._before | caught if self._start.shift else caught

    def release(self, pointer: Pointer) -> State:
        self.board.overlay.marquee = None
        if not self._drawn and not self._start.shift and not self._start.control:
            self.board.selection.clear()
        self.board.refresh()
        return self._rest

    def cancel(self) -> State:
        self.board.overlay.marquee = None
        self.board.selection.become(self._before)
        self.board.refresh()
        return self._rest
