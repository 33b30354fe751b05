"""Timeline: cards of a board laid out along a line of time that is true to scale."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from casedb.commands.cards import frame_around
from casedb.commands.pile import NO_ROOM, UNDATED, Pile, gather, place_among
from casedb.errors import InvalidChange
from casedb.model.changes import ChangeSet
from casedb.model.contents import Contents
from casedb.model.geometry import Point, Rect, bounding_rect
from casedb.model.layout.lane import lane_of
from casedb.model.layout.packing import pack_grid
from casedb.model.layout.plan import GAP, WIDE_GAP, Plan, Size, joined
from casedb.model.layout.settling import place_of, settle_together
from casedb.model.records import Card

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
    below. The lane moves as a whole to where it is free.
    """
    pile = gather(contents, board_id, ids)
    keys = {card.id: place_among(contents, card)[2:] for card in pile.free}
    cards = sorted(pile.free, key=lambda card: keys[card.id])
    whens = [keys[card.id][0] for card in cards]
    moments = [_moment(*when) for when in whens if when != UNDATED]
    if moments:
        return _along_line(pile, cards, moments)
    plan = pack_grid([Size(card.w, card.h) for card in cards])
    return Timeline(pile.change(pile.settled(cards, plan), "by time"), None)


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
        raise InvalidChange(NO_ROOM)
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
