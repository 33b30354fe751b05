"""`Aligner`: lets what the hand moves or sizes snap to what stays, and shows to what."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass

import numpy as np

from caseboard.board.levels import GRID
from caseboard.board.snapping import NEAR, Axis, Snapped, Snapper
from caseboard.board.strings import Floats, Ints
from caseboard.board.tools.state import Pointer, Surface
from casedb.model.geometry import Rect

NO_ROWS: Ints = np.empty(0, dtype=np.int64)
NO_IDS: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Sight:
    """What was in view when its boxes were looked up."""

    visible: Rect
    version: int
    grid: bool


class Aligner:
    """Snaps on one board, to the cards and frames in view that are not moved themselves.

    Ctrl suspends it for as long as it is held.
    """

    def __init__(self, board: Surface, cards: Ints = NO_ROWS, frames: Set[str] = NO_IDS) -> None:
        """`cards` are the rows of the cards that are moved, `frames` the ids of the frames."""
        self._board = board
        self._cards = cards
        self._frames = frames
        self._sight: _Sight | None = None
        self._snapper = Snapper(np.empty((0, 4)))

    def moved(self, rect: Rect, pointer: Pointer, axes: Iterable[Axis] = tuple(Axis)) -> Rect:
        """Where a rectangle that is moved along some axes snaps to."""
        if not self._is_wanted(pointer):
            return rect
        return self._show(self._look().moved(rect, NEAR / self._board.camera.zoom, tuple(axes)))

    def sized(self, rect: Rect, pointer: Pointer, sides: Iterable[int]) -> Rect:
        """Where a rectangle of which some sides are moved snaps to: 0 left, 1 top, 2 right, 3 bottom."""
        if not self._is_wanted(pointer):
            return rect
        return self._show(self._look().sized(rect, NEAR / self._board.camera.zoom, tuple(sides)))

    def end(self) -> None:
        """Show nothing any more."""
        self._board.overlay.snaps = ()

    def _is_wanted(self, pointer: Pointer) -> bool:
        self.end()
        snapping = self._board.snapping
        return not pointer.control and (snapping.to_others or snapping.to_grid)

    def _show(self, snapped: Snapped) -> Rect:
        self._board.overlay.snaps = snapped.marks
        return snapped.rect

    def _look(self) -> Snapper:
        board = self._board
        wants = board.snapping
        sight = _Sight(board.camera.visible(), board.columns.version, wants.to_grid)
        if sight != self._sight:
            self._sight = sight
            boxes = self._boxes(sight.visible) if wants.to_others else np.empty((0, 4))
            self._snapper = Snapper(boxes, GRID if wants.to_grid else 0.0)
        return self._snapper

    def _boxes(self, visible: Rect) -> Floats:
        columns = self._board.columns
        rows = columns.cards_in(visible)
        boxes = [columns.cards.boxes(rows[~np.isin(rows, self._cards)])]
        for frame in columns.frames_in(visible):
            if frame.id not in self._frames:
                rect = frame.rect
                boxes.append(np.array([[rect.x, rect.y, rect.right, rect.bottom]]))
        return np.concatenate(boxes)
