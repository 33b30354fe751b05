"""Folding: collapsing a frame to a stack with all that lies in it, and opening it again.

What lies in a collapsed frame goes where the frame goes, whoever moves it, and off the board with it.
Cards and frames that are added to the board later lie in no collapsed frame, wherever they lie.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import TypeAlias

from casedb.commands.items import NewId
from casedb.model.changes import ChangeSet, Edit, counted
from casedb.model.contents import Contents
from casedb.model.geometry import bounding_rect
from casedb.model.records import Card, Fold, Frame

Placed: TypeAlias = "Card | Frame"
Shift: TypeAlias = "tuple[float, float]"

STACK_WIDTH = 220.0
STACK_HEIGHT = 64.0
"""How large a collapsed frame is, in board units, at the top left of where it lies when open."""


def fold(contents: Contents, new_id: NewId, frame_ids: Iterable[str]) -> ChangeSet:
    """Collapse frames; each takes in the cards and frames that lie wholly inside it.

    What is folded into another frame stays there. Of frames that lie in each other the inner ones
    are collapsed first. Frames that are collapsed already are left as they are.
    """
    frames = [each for each in _frames(contents, frame_ids) if contents.fold_of(each.id) is None]
    inside = _lying_inside(contents, frames)
    taken: dict[str, str] = {}
    edits: list[Edit] = []
    folds: list[Edit] = []
    # What lies in another is smaller, or above it.
    frames.sort(key=lambda each: (each.z, each.id), reverse=True)
    frames.sort(key=lambda each: each.w * each.h)
    for frame in frames:
        above = {frame.id, *_holding(contents, frame.id, taken)}
        members = [
            each
            for each in inside[frame.id]
            if each not in above and each not in taken and contents.frame_holding(each) is None
        ]
        taken.update(dict.fromkeys(members, frame.id))
        stack = replace(frame, w=STACK_WIDTH, h=STACK_HEIGHT, collapsed=True)
        edits.append(Edit(frame, stack))
        folds.append(Edit(None, Fold(new_id(), frame.id, frame.w, frame.h, tuple(sorted(members)))))
    return ChangeSet(counted("Collapse", len(frames), "frame"), (*edits, *folds))


def unfold(contents: Contents, frame_ids: Iterable[str]) -> ChangeSet:
    """Open frames again, as large as they were; what lay in them is seen where it lies by now."""
    edits: list[Edit] = []
    folds: list[Edit] = []
    for frame in _frames(contents, frame_ids):
        held = contents.fold_of(frame.id)
        if held is not None:
            opened = replace(frame, w=held.w, h=held.h, collapsed=False)
            edits.append(Edit(frame, opened))
            folds.append(Edit(held, None))
    return ChangeSet(counted("Expand", len(edits), "frame"), (*edits, *folds))


def toggle(contents: Contents, new_id: NewId, frame_ids: Iterable[str]) -> ChangeSet:
    """Collapse those of some frames that are open; where none is, open all of them."""
    frames = _frames(contents, frame_ids)
    is_open = [each.id for each in frames if contents.fold_of(each.id) is None]
    if is_open:
        return fold(contents, new_id, is_open)
    return unfold(contents, [each.id for each in frames])


def carried_by(contents: Contents, frame_ids: Iterable[str]) -> list[str]:
    """The ids of the cards and frames that go along when these frames are moved, but these.

    With an open frame goes what lies wholly inside it now and is folded into no other; with a
    collapsed one its members; and with each of these what is folded into it. A locked frame does
    not move, and what is locked stays where it is unless it is folded into what moves.
    """
    given = _frames(contents, frame_ids)
    frames = [each for each in given if not each.locked]
    is_open = [each for each in frames if contents.fold_of(each.id) is None]
    inside = _lying_inside(contents, is_open)
    found = {
        each: None
        for frame in is_open
        for each in inside[frame.id]
        if contents.frame_holding(each) is None and not _placed(contents, each).locked
    }
    carried = held_in(contents, [*(each.id for each in frames), *found])
    moved = {each.id for each in given}
    return [each for each in dict.fromkeys((*found, *carried)) if each not in moved]


def held_in(contents: Contents, placed_ids: Iterable[str]) -> list[str]:
    """The ids of all that is folded into some frames, and into frames among that, and so on."""
    found: dict[str, None] = {}
    waiting = list(placed_ids)
    while waiting:
        held = contents.fold_of(waiting.pop())
        if held is not None:
            new = [each for each in held.members if each not in found]
            found.update(dict.fromkeys(new))
            waiting += new
    return list(found)


def shifts_of_members(contents: Contents, shifts: Mapping[str, Shift]) -> dict[str, Shift]:
    """By how much the members of collapsed frames are moved when the frames are, by their ids.

    `shifts` says by how much each of some cards and frames is moved; what it speaks of itself goes
    where it says.
    """
    found: dict[str, Shift] = {}
    waiting = list(shifts.items())
    while waiting:
        placed_id, shift = waiting.pop()
        held = contents.fold_of(placed_id)
        if held is not None and shift != (0.0, 0.0):
            new = [(each, shift) for each in held.members if each not in shifts]
            found.update(new)
            waiting += new
    return found


def goes_with(contents: Contents, placed_id: str, others: Container[str]) -> bool:
    """Whether a card or frame is folded into one of others, directly or over frames between."""
    return any(each in others for each in _holding(contents, placed_id, {}))


def without(contents: Contents, gone: Iterable[str]) -> list[Edit]:
    """The edits by which folds lose the cards and frames that are to go, but whole folds that go."""
    leaving: dict[str, set[str]] = {}
    gone = list(gone)
    for placed_id in gone:
        frame_id = contents.frame_holding(placed_id)
        if frame_id is not None:
            leaving.setdefault(frame_id, set()).add(placed_id)
    for placed_id in gone:
        leaving.pop(placed_id, None)
    edits: list[Edit] = []
    for frame_id, members in leaving.items():
        held = contents.fold_of(frame_id)
        if held is not None:
            left = tuple(each for each in held.members if each not in members)
            edits.append(Edit(held, replace(held, members=left)))
    return edits


def _frames(contents: Contents, frame_ids: Iterable[str]) -> list[Frame]:
    frames = contents.frames
    return [frames[each] for each in dict.fromkeys(frame_ids)]


def _placed(contents: Contents, placed_id: str) -> Placed:
    return contents.cards.get(placed_id) or contents.frames[placed_id]


def _holding(contents: Contents, placed_id: str, also: Mapping[str, str]) -> Iterator[str]:
    """The frames into which a card or frame is folded, or will be, from the innermost outwards."""
    at = also.get(placed_id) or contents.frame_holding(placed_id)
    while at is not None:
        yield at
        at = also.get(at) or contents.frame_holding(at)


def _lying_inside(contents: Contents, frames: Iterable[Frame]) -> dict[str, list[str]]:
    """The ids of the cards and frames that lie wholly inside each of some frames, by its id.

    Of two frames that lie just alike the upper one lies inside the lower one.
    """
    by_board: dict[str, list[Frame]] = {}
    for frame in frames:
        by_board.setdefault(frame.board, []).append(frame)
    found: dict[str, list[str]] = {}
    for board_id, there in by_board.items():
        around = bounding_rect(frame.rect for frame in there)
        assert around is not None
        # A board has many cards, and few of them lie near these frames.
        near = [*contents.frames_on(board_id), *contents.cards_in(board_id, around.grown(1))]
        across, down = _Row(near, "x"), _Row(near, "y")
        for frame in there:
            beside, below = across.within(frame.x, frame.w), down.within(frame.y, frame.h)
            left, top, right, bottom = frame.x, frame.y, frame.rect.right, frame.rect.bottom
            inside = [
                each
                for each in (beside if len(beside) < len(below) else below)
                if each.x >= left
                and each.y >= top
                and each.x + each.w <= right
                and each.y + each.h <= bottom
            ]
            found[frame.id] = [each.id for each in inside if _is_within(each, frame)]
    return found


class _Row:
    """Cards and frames in the order in which they begin along one axis."""

    def __init__(self, placed: Iterable[Placed], axis: str) -> None:
        begin = attrgetter(axis)
        self._placed = sorted(placed, key=begin)
        self._begins = [begin(each) for each in self._placed]

    def within(self, start: float, extent: float) -> Sequence[Placed]:
        """Those that begin between two places."""
        first = bisect_left(self._begins, start)
        return self._placed[first : bisect_right(self._begins, start + extent)]


def _is_within(placed: Placed, frame: Frame) -> bool:
    """Whether what lies inside a frame is not the frame itself, nor one just alike below it."""
    return (
        isinstance(placed, Card)
        or placed.rect != frame.rect
        or (placed.z, placed.id) > (frame.z, frame.id)
    )
