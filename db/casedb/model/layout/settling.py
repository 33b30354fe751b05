"""Settling: a plan comes to lie on a board, around what does not move.

What is planned a second time lies where it lay: the place of a plan is read off the boxes that lie as
planned, where that is most of them. For that to hold, most of them must lie so after the first time:
where more would have to go out of the way, all go together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from casedb.model.geometry import LIMIT, Point, Rect, bounding_rect
from casedb.model.layout.plan import GAP, Plan
from casedb.model.layout.room import Room, Stretches, is_on_board


def settle(plan: Plan, now: Sequence[Rect], room: Room, solid: Room) -> list[Rect] | None:
    """Where the boxes of a plan come to lie, its middle where the middle of the boxes is now.

    `now` is where the n-th box lies. Boxes of a column give way to what is taken, up or down; where
    most of the plan would have to, all of it moves to the nearest place that is free of what is
    `solid`, which must not depend on where the boxes lie now. None where the board is full.
    """
    if not plan.places:
        return []
    at = _within_board(plan.block, place_of(plan, now))
    settled = flow(plan, at, room)
    planned = put(plan, at)
    if settled is not None:
        stayed = sum(one == other for one, other in zip(settled, planned, strict=True))
        if 2 * stayed > len(planned):
            return settled
    return settle_together(plan, at, solid)


def settle_together(
    plan: Plan, at: Point, room: Room, block: Rect | None = None
) -> list[Rect] | None:
    """Where the boxes of a plan that begins at a point come to lie, all moved by the same way to where
    the whole block is free; None where the board is full.

    `block` is what has to be free, of a plan that begins at (0, 0), where that is more than its boxes.
    """
    block = block or plan.block
    free = room.nearest(Rect(at.x + block.x, at.y + block.y, block.w, block.h))
    return None if free is None else put(plan, Point(free.x - block.x, free.y - block.y))


def put(plan: Plan, at: Point) -> list[Rect]:
    """The boxes of a plan that begins at a point, in hundredths as a board keeps them."""
    return [
        Rect(round(at.x + place.x, 2), round(at.y + place.y, 2), size.w, size.h)
        for place, size in zip(plan.places, plan.sizes, strict=True)
    ]


def place_of(plan: Plan, now: Sequence[Rect]) -> Point:
    """Where a plan begins so that most boxes stay; else so that the middle of all stays."""
    begins = Counter(
        (round(rect.x - place.x, 2), round(rect.y - place.y, 2))
        for rect, place in zip(now, plan.places, strict=True)
    )
    (begin, number), *_ = begins.most_common(1)
    if 2 * number > len(now):
        return Point(*begin)
    block, there = plan.block, bounding_rect(now)
    assert there is not None
    # In whole units, so that the middle gives the same place when it is asked again.
    return Point(
        float(round(there.centre.x - block.centre.x)), float(round(there.centre.y - block.centre.y))
    )


def _within_board(block: Rect, at: Point) -> Point:
    """The nearest place for a plan with such a block that lies within the board."""
    return Point(
        max(-LIMIT - block.x, min(LIMIT - block.right, at.x)),
        max(-LIMIT - block.y, min(LIMIT - block.bottom, at.y)),
    )


def flow(plan: Plan, at: Point, room: Room) -> list[Rect] | None:
    """Where the boxes of a plan that begins at a point come to lie when those of a column give way to
    what is taken, up or down; None where that does not do.

    The boxes of a column keep their order.
    """
    at = _within_board(plan.block, at)
    wanted = put(plan, at)
    if sum(map(len, plan.columns)) < len(wanted) and not all(map(room.is_free, wanted)):
        return None
    if not len(room):
        return wanted
    settled, moved = Room(), Room()
    for column in plan.columns:
        boxes = [wanted[n] for n in column]
        if not all(room.is_free(box) and moved.is_free(box) for box in boxes):
            taken = [
                Stretches(room.stretches(box.x, box.right) + settled.stretches(box.x, box.right))
                for box in boxes
            ]
            tops = _flow_column(boxes, taken)
            if tops is None:
                return None
            boxes = [
                Rect(box.x, round(top, 2), box.w, box.h)
                for box, top in zip(boxes, tops, strict=True)
            ]
            for n, box in zip(column, boxes, strict=True):
                wanted[n] = box
            moved = moved.with_taken(boxes)
        settled = settled.with_taken(boxes)
    return wanted


def _flow_column(boxes: Sequence[Rect], taken: Sequence[Stretches]) -> list[float] | None:
    """The upper edges of boxes of one column, as near as may be to where they are wanted: from the
    middle one upwards and downwards. None where the board ends before."""
    tops = [box.y for box in boxes]
    middle = len(boxes) // 2
    tops[middle] = taken[middle].nearest(tops[middle], boxes[middle].h)
    for n in range(middle + 1, len(boxes)):
        least = tops[n - 1] + boxes[n - 1].h + GAP
        tops[n] = taken[n].after(max(least, tops[n]), boxes[n].h)
    for n in reversed(range(middle)):
        most = tops[n + 1] - GAP - boxes[n].h
        tops[n] = taken[n].before(min(most, tops[n]), boxes[n].h)
    fits = all(is_on_board(top, box.h) for top, box in zip(tops, boxes, strict=True))
    return tops if fits else None


def push_up(rect: Rect, room: Room) -> Rect | None:
    """The rectangle moved up as far as it must be to be free; None where the board ends before."""
    taken = Stretches(room.stretches(rect.x, rect.right))
    top = taken.before(rect.y, rect.h)
    return Rect(rect.x, top, rect.w, rect.h) if is_on_board(top, rect.h) else None


def push_down(rect: Rect, room: Room) -> Rect | None:
    """The rectangle moved down as far as it must be to be free; None where the board ends before."""
    taken = Stretches(room.stretches(rect.x, rect.right))
    top = taken.after(rect.y, rect.h)
    return Rect(rect.x, top, rect.w, rect.h) if is_on_board(top, rect.h) else None
