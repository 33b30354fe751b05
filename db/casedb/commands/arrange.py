"""Arranging by hand: cards and frames in line, at equal distances, of one size, in rows.

A frame takes along what lies wholly in it, as it does when it is dragged; that is then not arranged by
itself. What is locked never moves: what is aligned lines up with it, and what is distributed fills
the room before and after it. Pinned cards are arranged like others. A collapsed card is aligned and
distributed as it is seen, and given the room in rows and grids that it has when it is open.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from operator import attrgetter
from typing import Literal, TypeAlias

from casedb.commands.cards import LARGEST, Placed, set_rects
from casedb.errors import InvalidChange
from casedb.model.changes import ChangeSet, counted
from casedb.model.contents import Contents
from casedb.model.geometry import Point, Rect, bounding_rect, snap
from casedb.model.layout.packing import in_reading_order, pack_grid
from casedb.model.layout.plan import Plan, Size
from casedb.model.layout.room import Room
from casedb.model.layout.settling import settle_together
from casedb.model.records import Card, Frame
from casedb.words import say

Side: TypeAlias = Literal["left", "centre", "right", "top", "middle", "bottom"]
Axis: TypeAlias = Literal["horizontal", "vertical"]
Extent: TypeAlias = Literal["width", "height", "both"]

_HAIR = 0.015
"""What is nearer than this to its place is there: places are kept in hundredths."""


@dataclass(frozen=True, slots=True)
class _Unit:
    """What is arranged as one: a card, or a frame with what lies in it. `rect` is where it counts."""

    placed: Placed
    rect: Rect
    carried: tuple[Placed, ...] = ()

    @property
    def stays(self) -> bool:
        """Whether it is locked."""
        return self.placed.locked

    def moved(self, x: float, y: float) -> dict[str, Rect]:
        """Where everything in it lies when it begins at (x, y); nothing where that is where it is."""
        dx, dy = x - self.rect.x, y - self.rect.y
        if self.stays or (abs(dx) < _HAIR and abs(dy) < _HAIR):
            return {}
        return {each.id: each.rect.moved(dx, dy) for each in (self.placed, *self.carried)}


def align(contents: Contents, ids: Iterable[str], side: Side) -> ChangeSet:
    """Put cards and frames in line with the outermost edge, or the middle, of all of them.

    Where some are locked, the others line up with those. Raises InvalidChange where they lie on
    several boards.
    """
    units = _units(contents, ids)
    moved: dict[str, Rect] = {}
    if len(units) > 1:
        fixed = [unit.rect for unit in units if unit.stays]
        line = _line_of(fixed or [unit.rect for unit in units], side)
        for unit in units:
            moved |= unit.moved(*line(unit.rect))
    return _change(contents, "Align", units, moved)


def _line_of(rects: Sequence[Rect], side: Side) -> Callable[[Rect], tuple[float, float]]:
    """Where a rectangle begins when it is in line with others."""
    box = bounding_rect(rects)
    assert box is not None
    # From the largest one, where that comes to lie in hundredths: all others have their middle there.
    across = snap(box.centre.x - max(rect.w for rect in rects) / 2)
    across += max(rect.w for rect in rects) / 2
    down = snap(box.centre.y - max(rect.h for rect in rects) / 2)
    down += max(rect.h for rect in rects) / 2
    lines: Mapping[Side, Callable[[Rect], tuple[float, float]]] = {
        "left": lambda rect: (box.x, rect.y),
        "centre": lambda rect: (across - rect.w / 2, rect.y),
        "right": lambda rect: (box.right - rect.w, rect.y),
        "top": lambda rect: (rect.x, box.y),
        "middle": lambda rect: (rect.x, down - rect.h / 2),
        "bottom": lambda rect: (rect.x, box.bottom - rect.h),
    }
    return lines[side]


def distribute(contents: Contents, ids: Iterable[str], axis: Axis) -> ChangeSet:
    """Leave equal gaps between neighbours; the first and the last stay, and so does what is locked.

    Where they do not fit beside each other, their middles come to lie at equal distances. Fewer than
    three stay as they are. Raises InvalidChange where they lie on several boards.
    """
    units = _units(contents, ids)
    is_across = axis == "horizontal"

    def stretch(unit: _Unit) -> tuple[float, float]:
        rect = unit.rect
        return (rect.x, rect.w) if is_across else (rect.y, rect.h)

    def order(unit: _Unit) -> tuple[float, float, str]:
        start, length = stretch(unit)
        return start + length / 2, start, unit.placed.id

    row = sorted(units, key=order)
    fixed = [n for n, unit in enumerate(row) if unit.stays or n in (0, len(row) - 1)]
    moved: dict[str, Rect] = {}
    for first, last in pairwise(fixed):
        between = row[first : last + 1]
        starts = _spread([stretch(unit) for unit in between])
        for unit, start in zip(between[1:-1], starts[1:-1], strict=True):
            moved |= unit.moved(*((start, unit.rect.y) if is_across else (unit.rect.x, start)))
    return _change(contents, "Distribute", units, moved)


def _spread(stretches: Sequence[tuple[float, float]]) -> list[float]:
    """Where stretches of (start, length) begin when they lie evenly between the first and the last."""
    (first, first_length), (last, last_length) = stretches[0], stretches[-1]
    steps = len(stretches) - 1
    gap = (last + last_length - first - sum(length for _, length in stretches)) / max(1, steps)
    if gap < 0:
        middle = first + first_length / 2
        step = (last + last_length / 2 - middle) / steps
        return [middle + n * step - length / 2 for n, (_, length) in enumerate(stretches)]
    starts = [first]
    for _, length in stretches[:-1]:
        starts.append(starts[-1] + length + gap)
    return starts


def match_size(contents: Contents, ids: Iterable[str], what: Extent) -> ChangeSet:
    """Make cards as wide or high as the largest of them, and frames as the largest frame.

    Nothing becomes smaller, so that no text is cut off that was not. What is locked counts and keeps
    its size; a collapsed card keeps the height that it has when it is open, which counts for nothing.
    Raises InvalidChange where they lie on several boards.
    """
    chosen = _chosen(contents, ids)
    sized: dict[str, Rect] = {}
    for sort in (Card, Frame):
        alike = [each for each in chosen if type(each) is sort]
        width = min(LARGEST, max((each.w for each in alike), default=0.0))
        height = max((each.h for each in alike if not _is_low(each)), default=0.0)
        height = min(LARGEST, height)
        for each in alike:
            w = each.w if what == "height" else max(width, each.w)
            h = each.h if what == "width" or _is_low(each) else max(height, each.h)
            if not each.locked and (w - each.w >= _HAIR or h - each.h >= _HAIR):
                sized[each.id] = Rect(each.x, each.y, w, h)
    label = counted("Resize", len(chosen), _noun(chosen))
    return replace(set_rects(contents, sized), label=label)


def _is_low(placed: Placed) -> bool:
    return isinstance(placed, Card) and placed.collapsed


def stack(contents: Contents, ids: Iterable[str], axis: Axis) -> ChangeSet:
    """Put cards and frames one after another in the order in which they lie, in one row or column.

    It begins where they begin. Raises InvalidChange where they lie on several boards.
    """
    is_across = axis == "horizontal"

    def order(rects: Sequence[Rect]) -> list[int]:
        lie = [(rect.x, rect.y) if is_across else (rect.y, rect.x) for rect in rects]
        return sorted(range(len(rects)), key=lie.__getitem__)

    def plan(sizes: Sequence[Size]) -> Plan:
        return pack_grid(sizes, len(sizes) if is_across else 1)

    return _pack(contents, ids, "Stack", order, plan)


def grid(contents: Contents, ids: Iterable[str], columns: int = 0) -> ChangeSet:
    """Pack cards and frames into a grid, in the order in which they are read.

    It begins where they begin; `columns` is how many stand in a row, 0 for as many as make the grid
    look like a screen. Raises InvalidChange where they lie on several boards.
    """
    return _pack(contents, ids, "Pack", in_reading_order, lambda sizes: pack_grid(sizes, columns))


def _pack(
    contents: Contents,
    ids: Iterable[str],
    verb: str,
    order: Callable[[Sequence[Rect]], list[int]],
    plan_of: Callable[[Sequence[Size]], Plan],
) -> ChangeSet:
    """Lay what is not locked by a plan of sizes in some order, beside what is."""
    units = _units(contents, ids)
    free = [unit for unit in units if not unit.stays]
    rects = [unit.placed.rect for unit in free]
    begin = bounding_rect(rects)
    moved: dict[str, Rect] = {}
    if begin is not None and len(units) > 1:
        ranks = order(rects)
        plan = plan_of([Size(rects[n].w, rects[n].h) for n in ranks])
        # Not beside locked frames: cards may well lie in one.
        fixed = [unit.placed for unit in units if unit.stays]
        beside = Room(each.rect for each in fixed if isinstance(each, Card))
        laid = settle_together(plan, Point(begin.x, begin.y), beside)
        if laid is None:
            raise InvalidChange(say("The board has no room for them, so nothing was moved."))
        for n, rect in zip(ranks, laid, strict=True):
            moved |= free[n].moved(rect.x, rect.y)
    return _change(contents, verb, units, moved)


# -- what is arranged --------------------------------------------------------------------------


def _chosen(contents: Contents, ids: Iterable[str]) -> list[Placed]:
    """The cards and frames of some ids, each once, in order of creation. Raises KeyError, and
    InvalidChange where they lie on several boards."""
    cards, frames = contents.cards, contents.frames
    chosen = [cards[each] if each in cards else frames[each] for each in sorted(set(ids))]
    if len({each.board for each in chosen}) > 1:
        raise InvalidChange(
            say("What lies on several boards cannot be arranged, so nothing was moved.")
        )
    return chosen


def _units(contents: Contents, ids: Iterable[str]) -> list[_Unit]:
    """What is arranged by itself, and what goes along with each."""
    chosen = _chosen(contents, ids)
    frames = [each for each in chosen if isinstance(each, Frame) and not each.locked]
    carried = _carried(contents, frames) if frames else {}
    held = {each.id for inside in carried.values() for each in inside}
    return [
        _Unit(
            each,
            each.shown if isinstance(each, Card) else each.rect,
            tuple(one for one in carried.get(each.id, ()) if not one.locked),
        )
        for each in chosen
        if each.id not in held
    ]


def _carried(contents: Contents, frames: Sequence[Frame]) -> dict[str, list[Placed]]:
    """What lies wholly in each of some frames of one board, each thing in the largest that holds it.

    What is folded into a frame goes with that one, and in a collapsed frame lies nothing else.
    """
    board_id = frames[0].board
    placed: list[Placed] = [*contents.each_card_on(board_id), *contents.frames_on(board_id)]
    there = [each for each in placed if contents.frame_holding(each.id) is None]
    there.sort(key=attrgetter("x"))
    lefts = [each.x for each in there]
    carried: dict[str, list[Placed]] = {}
    held: set[str] = set()
    for frame in sorted(frames, key=lambda each: (-each.w * each.h, each.z, each.id)):
        if frame.id in held:
            continue
        area = frame.rect
        held.add(frame.id)
        if contents.fold_of(frame.id) is not None:
            continue
        carried[frame.id] = [
            each
            for each in there[bisect_left(lefts, area.x) : bisect_right(lefts, area.right)]
            if each.id not in held and area.contains(each.rect)
        ]
        held.update(each.id for each in carried[frame.id])
    return carried


def _change(
    contents: Contents, verb: str, units: Sequence[_Unit], moved: Mapping[str, Rect]
) -> ChangeSet:
    label = counted(verb, len(units), _noun([unit.placed for unit in units]))
    return replace(set_rects(contents, moved, verb), label=label)


def _noun(placed: Sequence[Placed]) -> str:
    frames = sum(isinstance(each, Frame) for each in placed)
    return "card" if not frames else "frame" if frames == len(placed) else "thing"
