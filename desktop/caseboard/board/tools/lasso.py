"""Lasso: a line drawn around things selects them."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import Qt

from caseboard.board.columns import Columns
from caseboard.board.strings import Flags, Floats, Ints
from caseboard.board.tools.state import Pointer, State, Surface
from caseboard.selection import Selected
from casedb.model.geometry import Point, Rect
from casedb.words import term

STEP = 4.0
"""Pixels the pointer must go before the line gets another corner."""
MOST_AT_ONCE = 2000
"""With more cards and strings than this beside the line, they are selected when it is closed."""


class LassoTool(State):
    """The lasso: what a line is drawn around is selected."""

    cursor = Qt.CursorShape.CrossCursor
    hint = term("Draw a line around what you want to select; Shift adds, Ctrl toggles")

    def press(self, pointer: Pointer) -> State:
        return Lassoing(self.board, pointer, self)


class Lassoing(State):
    """A line is being drawn; its ends are joined straight. Shift adds to the selection, Ctrl toggles."""

    reaches = True
    cursor = Qt.CursorShape.CrossCursor
    hint = term("Let go to select what lies inside; Esc leaves")

    def __init__(self, board: Surface, start: Pointer, rest: State) -> None:
        super().__init__(board)
        self._start, self._rest = start, rest
        self._before = board.selection.now
        self._line = [start.world]

    def move(self, pointer: Pointer) -> State:
        # Measured on the board: it may go by under a pointer that is held still.
        gone = math.dist(self._line[-1], pointer.world) * self.board.camera.zoom
        if gone < STEP:
            return self
        self._line.append(pointer.world)
        self.board.overlay.lasso = tuple(self._line)
        if self._is_cheap():
            self.board.selection.become(self._with(self._caught()))
        self.board.refresh()
        return self

    def _is_cheap(self) -> bool:
        around, columns = self._around(), self.board.columns
        return len(columns.cards_in(around)) + len(columns.strings_inside(around)) <= MOST_AT_ONCE

    def _around(self) -> Rect:
        line = np.array(self._line)
        (left, top), (right, bottom) = line.min(axis=0).tolist(), line.max(axis=0).tolist()
        return Rect(left, top, right - left, bottom - top)

    def _caught(self) -> Selected:
        """Cards whose middle lies inside; strings and frames only as a whole, so that what leads by
        or lies around is not taken along."""
        columns, line, around = self.board.columns, np.array(self._line), self._around()
        cards = columns.cards_in(around)
        boxes = columns.cards.boxes(cards)
        strings = columns.strings_inside(around)
        frames = [frame for frame in columns.frames_in(around) if _holds(line, frame.rect)]
        inside = cards[within(line, (boxes[:, :2] + boxes[:, 2:]) / 2)]
        placed, stacks = columns.told_apart(inside)
        crossed = strings[_hold_strings(line, columns, strings)]
        return Selected(
            cards=frozenset(placed),
            frames=frozenset([*(frame.id for frame in frames), *stacks]),
            links=frozenset(columns.strings.rows.ids_of(crossed.tolist())),
        )

    def _with(self, caught: Selected) -> Selected:
        if self._start.control:
            return self._before ^ caught
        return self._before | caught if self._start.shift else caught

    def release(self, pointer: Pointer) -> State:
        self.move(pointer)
        is_drawn = len(self._line) > 2
        caught = self._caught() if is_drawn else Selected()
        self._clear()
        if is_drawn or not (self._start.shift or self._start.control):
            self.board.selection.become(self._with(caught))
        return self._rest

    def disturb(self) -> State:
        return self

    def cancel(self) -> State:
        self._clear()
        self.board.selection.become(self._before)
        return self._rest

    def _clear(self) -> None:
        self.board.overlay.lasso = ()
        self.board.refresh()


def within(line: Floats, points: Floats) -> Flags:
    """Which points [N, 2] lie inside of a line [P, 2] whose ends are joined, by the even-odd rule.

    >>> square = np.array([[0, 0], [10, 0], [10, 10], [0, 10]])
    >>> within(square, np.array([[5, 5], [15, 5]])).tolist()
    [True, False]
    """
    inside = np.zeros(len(points), dtype=np.bool_)
    x, y = points[:, 0], points[:, 1]
    for (x1, y1), (x2, y2) in zip(line.tolist(), np.roll(line, -1, axis=0).tolist(), strict=True):
        if y1 != y2:
            crosses = (y1 > y) != (y2 > y)
            inside ^= crosses & (x < (x2 - x1) * (y - y1) / (y2 - y1) + x1)
    return inside


def _hold_strings(line: Floats, columns: Columns, rows: Ints) -> Flags:
    """Which strings run from inside over inside to inside."""
    curves = columns.strings.curves[rows]
    middles = columns.middles(rows)
    return within(line, curves[:, 0]) & within(line, middles) & within(line, curves[:, 3])


def _holds(line: Floats, rect: Rect) -> bool:
    corners = (
        Point(rect.x, rect.y),
        Point(rect.right, rect.y),
        Point(rect.right, rect.bottom),
        Point(rect.x, rect.bottom),
    )
    return bool(within(line, np.array(corners)).all())
