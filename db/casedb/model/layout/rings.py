"""Rings: groups of boxes on four sides of one box that stays, the later groups further out."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from casedb.model.geometry import Point, Rect, bounding_rect
from casedb.model.layout.packing import pack_columns
from casedb.model.layout.plan import GAP, WIDE_GAP, Plan, Size
from casedb.model.layout.room import Room, lies_on_board, turned
from casedb.model.layout.settling import push_down, push_up, put

TALLEST = 1_800.0
"""A group is higher than this on a side, or wider above and below, only where it is large."""


class Way(Enum):
    """On which side of the middle a group stands."""

    LEFT = "left"
    RIGHT = "right"
    ABOVE = "above"
    BELOW = "below"


@dataclass(frozen=True, slots=True)
class Group:
    """Boxes that stand together, by their numbers."""

    way: Way
    boxes: Sequence[int]


def surround(
    middle: Rect, sizes: Sequence[Size], groups: Sequence[Group], room: Room
) -> dict[int, Rect] | None:
    """Where the boxes of groups come to lie around a rectangle, each group further out than those
    before it on its side, and so far that it lies free. None where the board is full."""
    room = room.with_taken([middle])
    laid: dict[int, Rect] = {}
    edges = dict.fromkeys(Way, middle)
    for group in groups:
        plan = _block(group.way, [sizes[n] for n in group.boxes])
        block = _pushed(group.way, _beside(group.way, edges[group.way], middle, plan.block), room)
        if block is None:
            return None
        # Whatever comes later keeps the distance that strings need.
        room = room.with_taken([block.grown(WIDE_GAP - GAP)])
        edges[group.way] = block
        laid |= zip(group.boxes, put(plan, Point(block.x, block.y)), strict=True)
    return laid


def below_all(rects: Sequence[Rect], block: Rect, room: Room) -> Rect | None:
    """Where a block comes to lie below rectangles, so far down that it lies free."""
    around = bounding_rect(rects)
    return (
        None
        if around is None
        else _pushed(Way.BELOW, _beside(Way.BELOW, around, around, block), room)
    )


def _block(way: Way, sizes: Sequence[Size]) -> Plan:
    """Boxes in columns, or in rows above and below, the first ones nearest to the middle."""
    is_beside = way in (Way.LEFT, Way.RIGHT)
    upright = sizes if is_beside else [Size(size.h, size.w) for size in sizes]
    area = sum((size.w + GAP) * (size.h + GAP) for size in sizes)
    plan = pack_columns(upright, max(TALLEST, math.sqrt(area)))
    block = plan.block
    places: list[Point] = []
    for rect in plan.rects():
        x = block.w - rect.right if way in (Way.LEFT, Way.ABOVE) else rect.x
        places.append(Point(x, rect.y) if is_beside else Point(rect.y, x))
    return Plan(tuple(sizes), tuple(places))


def _beside(way: Way, edge: Rect, middle: Rect, block: Rect) -> Rect:
    """A block beside an edge, in line with the middle."""
    x, y = middle.centre.x - block.w / 2, middle.centre.y - block.h / 2
    match way:
        case Way.LEFT:
            x = edge.x - WIDE_GAP - block.w
        case Way.RIGHT:
            x = edge.right + WIDE_GAP
        case Way.ABOVE:
            y = edge.y - WIDE_GAP - block.h
        case Way.BELOW:
            y = edge.bottom + WIDE_GAP
    return Rect(round(x, 2), round(y, 2), block.w, block.h)


def _pushed(way: Way, block: Rect, room: Room) -> Rect | None:
    """A block moved outwards until it lies free; to the nearest free place where the board ends."""
    is_beside = way in (Way.LEFT, Way.RIGHT)
    push = push_up if way in (Way.LEFT, Way.ABOVE) else push_down
    if is_beside:
        found = push(turned(block), room.turned())
        found = None if found is None else turned(found)
    else:
        found = push(block, room)
    if found is not None and lies_on_board(found):
        return found
    return room.nearest(block)
