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

    Where the place `is_exact` the first lies under the point, if there is room, and the others beside
    it. Raises InvalidChange where one of them stands for that board.
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
    laid = _in_free_room(slots, _near(contents, board_id, slots))
    placed = [(item.id, rect) for item, rect in zip(items, laid, strict=True)]
    return cards.place_all(contents, new_id, board_id, placed)


def landing(
    at: Point, heights: Sequence[float], boxes_in: Callable[[Rect], NDArray[np.float64]]
) -> list[Rect]:
    """Where cards of these heights come to lie that are let go at a point; `boxes_in` tells the
    left, top, right and bottom [N, 4] of the cards in an area of the board."""
    slots = slots_from(at, heights)
    reach = _reach(slots)
    return _in_free_room(slots, boxes_in(reach)) if reach is not None else []


def room_near(
    contents: Contents, board_id: str, at: Point, height: float = cards.CARD_HEIGHT
) -> Point:
    """The middle of a place for one more card of a height, as near to a point as there is room."""
    slots = slots_around(at, [height])
    (slot,) = _in_free_room(slots, _near(contents, board_id, slots))
    return slot.centre


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


def _in_free_room(slots: Sequence[Rect], taken: NDArray[np.float64]) -> list[Rect]:
    """The slots, moved together to where they lie on no card that is near."""
    dx, dy = _way_to_room(slots, taken)
    return [each.moved(dx, dy) for each in slots]


def _way_to_room(slots: Sequence[Rect], taken: NDArray[np.float64]) -> tuple[float, float]:
    """How far the slots must be moved to lie on no card: the shortest way of those looked at."""
    block = bounding_rect(slots)
    if block is None or not len(taken):
        return 0.0, 0.0
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


def _reach(slots: Sequence[Rect]) -> Rect | None:
    """How far away slots may be moved to."""
    block = bounding_rect(slots)
    return block.grown(RINGS * STEP + GAP) if block is not None else None


def _near(contents: Contents, board_id: str, slots: Sequence[Rect]) -> NDArray[np.float64]:
    """Left, top, right and bottom [N, 4] of the cards that may be in the way of slots."""
    reach = _reach(slots)
    near = contents.cards_in(board_id, reach) if reach is not None else []
    corners = [(card.x, card.y, card.x + card.w, card.y + card.h) for card in near]
    return np.array(corners, dtype=np.float64).reshape(-1, 4)


def _steps_by_distance() -> NDArray[np.float64]:
    """Ways [N, 2] from a point to those around it, the shortest first."""
    across = np.arange(-RINGS, RINGS + 1).astype(np.float64) * STEP
    steps: NDArray[np.float64] = np.stack(np.meshgrid(across, across), axis=-1).reshape(-1, 2)
    return steps[np.argsort(np.hypot(steps[:, 0], steps[:, 1]), kind="stable")]
