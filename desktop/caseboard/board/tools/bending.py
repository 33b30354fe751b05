"""Bending: a string is led through a point that follows the hand."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import Qt

from caseboard.board.string_grips import Hold, StringGrip
from caseboard.board.tools.aligning import Aligner
from caseboard.board.tools.state import Pointer, State, Surface, travelled
from casedb.model.geometry import Point, Rect
from casedb.words import term

STRAIGHT = 7.0
"""A bend that is let go as near as this to the straight line between its neighbours, in pixels on the
screen, is taken away."""


class Bending(State):
    """One bend of a string follows the hand; it is a new one where a piece was taken in its middle."""

    reaches = True
    cursor = Qt.CursorShape.SizeAllCursor
    hint = term("Let go in line with its neighbours to take the bend away; Esc puts back")

    def __init__(
        self, board: Surface, start: Pointer, rest: State, link_id: str, grip: StringGrip
    ) -> None:
        super().__init__(board)
        self._start, self._rest, self._link = start, rest, link_id
        self._before = board.columns.bends(link_id)
        self._number = grip.number
        self._is_new = grip.hold is Hold.PIECE
        self._now = self._before
        self._is_lifted = False
        self._aligner = Aligner(board)

    def move(self, pointer: Pointer) -> State:
        if not self._is_lifted:
            if not travelled(self._start, pointer):
                return self
            self._is_lifted = True
            self.board.lift_string(self._link)
        at = self._aligner.moved(Rect(*pointer.world, 0.0, 0.0), pointer)
        after = self._number if self._is_new else self._number + 1
        self._now = (*self._before[: self._number], Point(at.x, at.y), *self._before[after:])
        self.board.bend(self._now)
        return self

    def release(self, pointer: Pointer) -> State:
        ends = self._ends()
        self._put_down()
        if self._now == self._before:
            return self._rest
        if ends is not None and self._is_in_line([ends[0], *self._now, ends[1]]):
            self._now = (*self._now[: self._number], *self._now[self._number + 1 :])
        self.board.wishes.bends_wanted(self._link, self._now)
        return self._rest

    def _ends(self) -> tuple[Point, Point] | None:
        row = self.board.columns.strings.rows.get(self._link)
        if row is None:
            return None
        curves = self.board.columns.curves(row)
        return Point(*curves[0, 0].tolist()), Point(*curves[-1, 3].tolist())

    def _is_in_line(self, points: Sequence[Point]) -> bool:
        before, at, after = points[self._number : self._number + 3]
        return _away_from(at, before, after) * self.board.camera.zoom <= STRAIGHT

    def disturb(self) -> State:
        return self.cancel()

    def cancel(self) -> State:
        if self._is_lifted:
            self.board.bend(self._before)
        self._now = self._before
        self._put_down()
        return self._rest

    def _put_down(self) -> None:
        self._aligner.end()
        if self._is_lifted:
            self._is_lifted = False
            self.board.put_back()
        self.board.refresh()


def without_bend(bends: Sequence[Point], number: int) -> tuple[Point, ...]:
    """All bends but one."""
    return (*bends[:number], *bends[number + 1 :])


def _away_from(at: Point, start: Point, end: Point) -> float:
    """How far a point is from the straight piece between two others."""
    step = np.array([end.x - start.x, end.y - start.y])
    to = np.array([at.x - start.x, at.y - start.y])
    square = float(step @ step)
    share = min(1.0, max(0.0, float(to @ step) / square)) if square else 0.0
    return math.hypot(*(to - step * share).tolist())
