"""Where new cards are laid: in rows around a point, at the nearest place where nothing lies yet."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from casedb.commands import boards, cards
from casedb.commands.items import NewId
from casedb.model.card_face import CardFace, face
from casedb.model.changes import ChangeSet
from casedb.model.contents import Contents
from casedb.model.geometry import Point, Rect, bounding_rect
from casedb.model.records import Item

HeightOf: TypeAlias = Callable[[CardFace, float], float]
"""How high a card must be for its content, at a width."""

GAP = 24.0
COLUMNS = 4
"""Cards in a row, unless there are so many that the rows together would be higher than wide."""
MOST_NARROW = 24
"""Up to so many cards stand in few columns, which are read downwards."""
SHAPE = 1.5
"""How much wider than high many cards are together, as screens are."""
STEP = 48.0
ASIDE = 24.0
"""What is laid on a card that lies at the very same place lies so much aside of it, so many times."""
MOST_ASIDE = 20
RINGS = 40
"""A free place is looked for on so many rings around the point, a step apart."""
_AT_ONCE = 256


def lay(
    contents: Contents,
    new_id: NewId,
    board_id: str,
    items: Sequence[Item],
    at: Point,
    height_of: HeightOf,
    *,
    is_exact: bool = False,
) -> ChangeSet:
    """Place items on a board as cards around a point, or as near to it as there is room.

    Where the place `is_exact` the first lies under the point, whatever lies there, and the others
    beside it. Raises InvalidChange where one of them stands for that board.
    """
    heights = [height_of(face(contents, item), cards.CARD_WIDTH) for item in items]
    return lay_sized(contents, new_id, board_id, items, heights, at, is_exact=is_exact)


def lay_sized(
    contents: Contents,
    new_id: NewId,
    board_id: str,
    items: Sequence[Item],
    heights: Sequence[float],
    at: Point,
    *,
    is_exact: bool = False,
) -> ChangeSet:
    """As `lay`, with heights that are known; the items need not be in the case yet."""
    boards.refuse_itself(board_id, items)
    slots = slots_from(at, heights) if is_exact else slots_around(at, heights)
    way = _way_into_sight if is_exact else _way_to_room
    dx, dy = way(contents, board_id, slots)
    placed = [(item.id, rect.moved(dx, dy)) for item, rect in zip(items, slots, strict=True)]
    return cards.place_all(contents, new_id, board_id, placed)


def room_near(
    contents: Contents, board_id: str, at: Point, height: float = cards.CARD_HEIGHT
) -> Point:
    """The middle of a place for one more card of a height, as near to a point as there is room."""
    (slot,) = slots_around(at, [height])
    dx, dy = _way_to_room(contents, board_id, [slot])
    return at.moved(dx, dy)


def slots_around(at: Point, heights: Sequence[float]) -> list[Rect]:
    """Where cards of these heights lie: rows of a few, around the point."""
    width = cards.CARD_WIDTH
    columns = _columns_for(heights)
    rows = [heights[start : start + columns] for start in range(0, len(heights), columns)]
    left = at.x - (columns * (width + GAP) - GAP) / 2
    top = at.y - (sum(max(row) + GAP for row in rows) - GAP) / 2
    slots: list[Rect] = []
    for row in rows:
        slots += [
            Rect(left + n * (width + GAP), top, width, height) for n, height in enumerate(row)
        ]
        top += max(row) + GAP
    return slots


def _columns_for(heights: Sequence[float]) -> int:
    """How many cards stand in a row, so that many together are about as high as wide."""
    if len(heights) <= MOST_NARROW:
        return max(1, min(len(heights), COLUMNS))
    area = sum(height + GAP for height in heights) * (cards.CARD_WIDTH + GAP)
    return max(COLUMNS, round(math.sqrt(area * SHAPE) / (cards.CARD_WIDTH + GAP)))


def slots_from(at: Point, heights: Sequence[float]) -> list[Rect]:
    """Where cards of these heights lie: the first with its middle at the point, rows from there on."""
    slots = slots_around(at, heights)
    if not slots:
        return []
    first = slots[0].centre
    return [each.moved(at.x - first.x, at.y - first.y) for each in slots]


def _way_into_sight(
    contents: Contents, board_id: str, slots: Sequence[Rect]
) -> tuple[float, float]:
    """How far the slots must be moved so that the first hides no card that lies just there."""
    if not slots:
        return 0.0, 0.0
    near = contents.cards_in(board_id, slots[0].grown(MOST_ASIDE * ASIDE))
    corners = [(card.x, card.y) for card in near]
    for n in range(MOST_ASIDE):
        x, y = slots[0].x + n * ASIDE, slots[0].y + n * ASIDE
        if not any(abs(x - left) < ASIDE and abs(y - top) < ASIDE for left, top in corners):
            return n * ASIDE, n * ASIDE
    return 0.0, 0.0


def _way_to_room(contents: Contents, board_id: str, slots: Sequence[Rect]) -> tuple[float, float]:
    """How far the slots must be moved to lie on no card: the shortest way of those looked at."""
    block = bounding_rect(slots)
    reach = RINGS * STEP
    there = [] if block is None else _cards_near(contents, board_id, block.grown(reach + GAP))
    if block is None or not there:
        return 0.0, 0.0
    taken = np.array(there, dtype=np.float64)
    box = block.grown(GAP / 2)
    steps = _steps_by_distance()
    for first in range(0, len(steps), _AT_ONCE):
        part = steps[first : first + _AT_ONCE]
        left, top = box.x + part[:, :1], box.y + part[:, 1:]
        meets = (left < taken[:, 2]) & (left + box.w > taken[:, 0])
        meets &= (top < taken[:, 3]) & (top + box.h > taken[:, 1])
        free = np.flatnonzero(~meets.any(axis=1))
        if len(free):
            dx, dy = part[int(free[0])].tolist()
            return float(dx), float(dy)
    # All is full around here: below everything there is room.
    return 0.0, float(taken[:, 3].max()) + GAP - block.y


def _cards_near(
    contents: Contents, board_id: str, area: Rect
) -> list[tuple[float, float, float, float]]:
    near = contents.cards_in(board_id, area)
    return [(card.x, card.y, card.x + card.w, card.y + card.h) for card in near]


def _steps_by_distance() -> NDArray[np.float64]:
    """Ways [N, 2] from a point to those around it, the shortest first."""
    across = np.arange(-RINGS, RINGS + 1).astype(np.float64) * STEP
    steps: NDArray[np.float64] = np.stack(np.meshgrid(across, across), axis=-1).reshape(-1, 2)
    return steps[np.argsort(np.hypot(steps[:, 0], steps[:, 1]), kind="stable")]
