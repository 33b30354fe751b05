"""Timeline: cards of a board laid out along a line of time that is true to scale."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import NamedTuple, cast

from casedb.commands.cards import add_frame, frame_around, set_rects
from casedb.commands.items import NewId
from casedb.commands.pile import NO_ROOM, UNDATED, Pile, gather, place_among
from casedb.errors import InvalidChange
from casedb.model.changes import ChangeSet, Edit
from casedb.model.contents import Contents
from casedb.model.geometry import Point, Rect, bounding_rect
from casedb.model.layout.lane import lane_of
from casedb.model.layout.packing import pack_grid
from casedb.model.layout.plan import GAP, WIDE_GAP, Plan, Size, joined
from casedb.model.layout.settling import place_of, settle_together
from casedb.model.records import Card, Frame, Scale
from casedb.words import say

AXIS = 48.0
"""What a lane keeps free above its cards for the marks of a scale of time, in board units."""
_EPOCH = datetime.min  # noqa: DTZ901 - moments of a lane are seconds of UTC
_SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class TimeLane:
    """A stretch of a board that stands for a stretch of time.

    `line` is where the cards lie: its left edge stands for `first`, its right edge for `last`, and
    what is between for the time between, evenly; the left edge of a card stands at its moment. `frame`
    is the frame to put around it, with a margin of `cards.FRAME_MARGIN`, its title and `AXIS` units for
    the marks of a scale above the cards. Moments are in UTC, or by the stated clock where no zone is.
    """

    line: Rect
    frame: Rect
    first: datetime
    last: datetime

    def moment_at(self, x: float) -> datetime:
        """The moment for which a place across stands, to the second and within the lane."""
        part = max(0.0, min(1.0, (x - self.line.x) / self.line.w))
        return self.first + timedelta(seconds=round((self.last - self.first) / _SECOND * part))

    def place_of(self, moment: datetime) -> float:
        """Where a moment lies across."""
        return self.line.x + self.line.w * ((moment - self.first) / (self.last - self.first))


class Timeline(NamedTuple):
    """Cards tidied in time: the change, and the lane, or None where none of them has a date."""

    change: ChangeSet
    lane: TimeLane | None


def by_time(contents: Contents, board_id: str, ids: Iterable[str] = ()) -> Timeline:
    """Lay cards out along a line of time, true to scale, in rows below it.

    A card's left edge stands at the beginning of its date, the date on the card or the most telling
    other one; of a date that is open to the past, at its end. The line is widened as far as `MOST_WIDE`
    of `casedb.model.layout.lane` for the cards to lie in few rows. Cards without a date lie in a grid
    below. The lane moves as a whole to where it is free. Cards leave the frames in which they lie: of
    each its moment is to be seen.
    """
    pile = gather(contents, board_id, ids, keeps_frames=False)
    keys = {card.id: place_among(contents, card)[2:] for card in pile.free}
    cards = sorted(pile.free, key=lambda card: keys[card.id])
    whens = [keys[card.id][0] for card in cards]
    moments = [_moment(*when) for when in whens if when != UNDATED]
    if moments:
        return _along_line(pile, cards, moments)
    plan = pack_grid([Size(card.w, card.h) for card in cards])
    return Timeline(pile.change(pile.settled(cards, plan), "by time"), None)


def with_scale(
    contents: Contents, new_id: NewId, board_id: str, ids: Iterable[str] = (), title: str = ""
) -> ChangeSet:
    """Lay cards out as `by_time` does, in a frame along which that time runs.

    The frame is the one that holds them already, or that had time run along some of them and nothing
    else, or else a new one with a title. Raises InvalidChange where no card has a date.
    """
    change, lane = by_time(contents, board_id, ids)
    if lane is None:
        raise InvalidChange(say("None of these cards has a date, so nothing was moved."))
    now = {frame.id: frame for frame in contents.frames_on(board_id)}
    now |= {each.id: each for edit in change.edits if isinstance(each := edit.after, Frame)}
    held = next((each for each in now.values() if each.rect == lane.frame), None)
    edits = list(change.edits)
    edited = {edit.record.id for edit in change.edits}
    earlier = (
        _earlier_frame(gather(contents, board_id, ids, keeps_frames=False))
        if held is None
        else None
    )
    if earlier is not None and earlier.id not in edited:
        edits += set_rects(contents, {earlier.id: lane.frame}).edits
        held = earlier
    if held is None:
        (made,) = add_frame(contents, new_id, board_id, lane.frame, title).edits
        edits.append(made)
        held = cast("Frame", made.after)
    before = contents.scale_of(held.id)
    # The margin of a frame around cards is as wide as the inset of a scale.
    first, last = (f"{moment.isoformat(timespec='seconds')}Z" for moment in (lane.first, lane.last))
    scale = Scale(before.id if before is not None else new_id(), held.id, first, last)
    if scale != before:
        edits.append(Edit(before, scale))
    return replace(change, edits=tuple(edits))


def _earlier_frame(pile: Pile) -> Frame | None:
    """The frame along which time runs already for some of the cards of a pile and for no others."""
    contents = pile.contents
    tidied = {card.id for card in pile.cards}
    there = (*pile.cards, *pile.others)
    for frame in contents.frames_on(pile.board_id):
        if contents.scale_of(frame.id) is None or frame.locked or frame.collapsed:
            continue
        inside = {card.id for card in there if frame.rect.contains(card.rect)}
        if inside and inside <= tidied and contents.folded_into(frame.id) is None:
            return frame
    return None


def _moment(first: float, last: float) -> float:
    return first if math.isfinite(first) else last


def _along_line(pile: Pile, cards: Sequence[Card], moments: Sequence[float]) -> Timeline:
    """Cards of which those that have moments come first."""
    count = len(moments)
    sizes = [Size(card.w, card.h) for card in cards]
    lane = lane_of(sizes[:count], moments)
    frame = frame_around(Rect(0, -AXIS, lane.width, AXIS + lane.height))
    undated = _as_wide(sizes[count:], lane.width)
    below = Point(0, math.ceil(frame.bottom) + WIDE_GAP)
    parts = [
        (lane.plan, range(count), Point(0, 0)),
        (undated, range(count, len(cards)), below),
    ]
    plan = joined(sizes, parts)
    now = [card.rect for card in cards]
    block = bounding_rect([plan.block, frame])
    laid = settle_together(plan, place_of(plan, now), pile.solid, block)
    if laid is None:
        raise InvalidChange(say(NO_ROOM))
    at = Point(round(laid[0].x - plan.places[0].x, 2), round(laid[0].y - plan.places[0].y, 2))
    found = TimeLane(
        Rect(at.x, at.y, lane.width, lane.height),
        frame.moved(at.x, at.y),
        _EPOCH + timedelta(seconds=lane.first),
        _EPOCH + timedelta(seconds=lane.last),
    )
    rects = {card.id: rect for card, rect in zip(cards, laid, strict=True)}
    return Timeline(pile.change(rects, "by time", found.frame, cards[:count]), found)


def _as_wide(sizes: Sequence[Size], width: float) -> Plan:
    """Boxes in a grid that is about as wide as a lane."""
    widest = max((size.w for size in sizes), default=0.0)
    return pack_grid(sizes, max(1, math.floor((width + GAP) / (widest + GAP))))
