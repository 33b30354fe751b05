"""Marquee: a rectangle drawn over the board selects what lies in it."""

from __future__ import annotations

from caseboard.board.overlay import Caught
from caseboard.board.tools.state import Pointer, State, Surface, rect_between, travelled
from caseboard.selection import Selected
from casedb.model.geometry import Rect
from casedb.words import term

MOST_AT_ONCE = 2000
"""More cards and strings than this are not selected anew with every move."""


class Marquee(State):
    """A rectangle is being drawn. Shift adds to the selection, Ctrl toggles."""

    reaches = True
    hint = term("Shift adds, Ctrl toggles")

    def __init__(self, board: Surface, start: Pointer, rest: State) -> None:
        super().__init__(board)
        self._start, self._rest = start, rest
        self._before = board.selection.now
        self._drawn = False
        self._rect = Rect(0, 0, 0, 0)

    def move(self, pointer: Pointer) -> State:
        if not self._drawn and not travelled(self._start, pointer):
            return self
        self._drawn = True
        self._catch(rect_between(self._start.world, pointer.world))
        return self

    def disturb(self) -> State:
        # The rows of what was caught may be those of something else from now on.
        self.board.overlay.caught = None
        return self

    def renew(self) -> None:
        if self._drawn:
            self._catch(self._rect)

    def _catch(self, rect: Rect) -> None:
        self._rect = rect
        overlay = self.board.overlay
        overlay.marquee = rect
        caught = self._inside(rect)
        if len(caught.cards) + len(caught.strings) > MOST_AT_ONCE:
            # So many are selected once, at the end; until then they only look so.
            overlay.caught = caught
        else:
            overlay.caught = None
            self.board.selection.become(self._with(self._selected(rect, caught)))
        self.board.refresh()

    def _inside(self, rect: Rect) -> Caught:
        columns = self.board.columns
        # A string is caught when all of it lies inside, so that sweeping over cards takes the
        # strings between them and not those that pass by.
        return Caught(columns.cards_in(rect), columns.strings_inside(rect))

    def _selected(self, rect: Rect, caught: Caught) -> Selected:
        columns = self.board.columns
        frames = [frame.id for frame in columns.frames_in(rect) if rect.contains(frame.rect)]
        cards, stacks = columns.told_apart(caught.cards)
        return Selected(
            cards=frozenset(cards),
            frames=frozenset([*frames, *stacks]),
            links=frozenset(columns.strings.rows.ids_of(caught.strings.tolist())),
        )

    def _with(self, caught: Selected) -> Selected:
        if self._start.control:
            return self._before ^ caught
        return self._before | caught if self._start.shift else caught

    def release(self, pointer: Pointer) -> State:
        caught = self.board.overlay.caught
        self._clear()
        if caught is not None:
            self.board.selection.become(self._with(self._selected(self._rect, caught)))
        if not self._drawn and not self._start.shift and not self._start.control:
            self.board.selection.clear()
        self.board.refresh()
        return self._rest

    def cancel(self) -> State:
        self._clear()
        self.board.selection.become(self._before)
        self.board.refresh()
        return self._rest

    def _clear(self) -> None:
        self.board.overlay.marquee = None
        self.board.overlay.caught = None
