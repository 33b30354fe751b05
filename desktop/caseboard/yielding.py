"""What makes room for a card that grows: what it would come to cover moves down, and no more than that."""

from __future__ import annotations

from collections import deque
from collections.abc import Container, Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from caseboard.placing import GAP
from casedb.model.contents import Contents
from casedb.model.geometry import Rect
from casedb.model.records import Card

MOST = 500
"""Cards that make room for one change; where it would take more, all of them stay where they are."""


def yielded(
    contents: Contents, grown: Mapping[str, Rect], staying: Container[str]
) -> dict[str, Rect]:
    """Where the cards lie then that make room for others, by their id.

    `grown` is where cards lie that become higher. What one of them covers now and did not before
    moves down below it, and so does what that would cover in turn; what lies on it or under it goes
    along. Pinned and locked cards stay, so do those `staying`, and what is folded away.
    """
    made: dict[str, Rect] = {}
    for board_id in dict.fromkeys(contents.cards[each].board for each in grown):
        made |= _yielded_on(contents, board_id, grown, staying)
    return made


def _yielded_on(
    contents: Contents, board_id: str, grown: Mapping[str, Rect], staying: Container[str]
) -> dict[str, Rect]:
    there = [
        each for each in contents.each_card_on(board_id) if contents.frame_holding(each.id) is None
    ]
    before = _boxes([each.shown for each in there])
    now = before.copy()
    rows = {each.id: row for row, each in enumerate(there) if each.id in grown}
    for card_id, row in rows.items():
        # A collapsed card is seen no higher than it was.
        now[row, 3] = _as_seen(there[row], grown[card_id]).bottom
    moving: set[int] = set()
    waiting = deque(sorted(row for row in rows.values() if now[row, 3] > before[row, 3]))
    while waiting:
        row = waiting.popleft()
        for other, down, goes_along in _pushed_by(before, now, row, row in moving):
            card = there[other]
            if card.id in grown or card.id in staying or card.pinned or card.locked:
                continue
            # What only lies on another one, or under it, does not go along onto one that makes no room.
            if goes_along and _comes_over(before, now, other, down, [*rows.values()]):
                continue
            now[other, 1::2] = before[other, 1::2] + down
            moving.add(other)
            waiting.append(other)
            # It may lie now where something from above has come to lie: that pushes it once more.
            waiting.extend(_covering(before, now, other))
        if len(moving) > MOST:
            return {}
    return {
        there[row].id: there[row].rect.moved(0.0, float(now[row, 1] - before[row, 1]))
        for row in moving
    }


def _pushed_by(
    before: NDArray[np.float64], now: NDArray[np.float64], row: int, is_moving: bool
) -> list[tuple[int, float, bool]]:
    """The rows that must make room for one, each with how far down they lie then in all, and whether they
    only go along with it."""
    met = _meeting(before, before[row])
    fresh = _meeting(now, now[row]) & ~met & (before[:, 1] >= before[row, 3])
    fresh[row] = met[row] = False
    pushed: list[tuple[int, float, bool]] = []
    for other in np.flatnonzero(fresh).tolist():
        gap = min(GAP, float(before[other, 1] - before[row, 3]))
        pushed.append((other, float(now[row, 3] + gap - before[other, 1]), False))
    if is_moving:
        down = float(now[row, 1] - before[row, 1])
        behind = met & (now[:, 1] - before[:, 1] < down)
        pushed += [(other, down, True) for other in np.flatnonzero(behind).tolist()]
    return pushed


def _comes_over(
    before: NDArray[np.float64], now: NDArray[np.float64], row: int, down: float, staying: list[int]
) -> bool:
    """Whether a row that is so far down covers some of those staying that it did not cover before."""
    lying = before[row] + np.array([0.0, down, 0.0, down])
    met = _meeting(before[staying], before[row])
    return bool((_meeting(now[staying], lying) & ~met).any())


def _covering(before: NDArray[np.float64], now: NDArray[np.float64], row: int) -> list[int]:
    """The rows that lay above one and cover some of it now."""
    covering = _meeting(now, now[row]) & (before[:, 3] <= before[row, 1])
    return np.flatnonzero(covering).tolist()


def _meeting(boxes: NDArray[np.float64], box: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which boxes share more than an edge with one."""
    left, top, right, bottom = box
    meets: NDArray[np.bool_] = (boxes[:, 0] < right) & (boxes[:, 2] > left)
    meets &= (boxes[:, 1] < bottom) & (boxes[:, 3] > top)
    return meets


def _boxes(rects: list[Rect]) -> NDArray[np.float64]:
    corners = [(each.x, each.y, each.right, each.bottom) for each in rects]
    return np.array(corners, dtype=np.float64).reshape(-1, 4)


def _as_seen(card: Card, rect: Rect) -> Rect:
    return replace(card, h=rect.h).shown
