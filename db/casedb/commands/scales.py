"""Scales: frames along whose width time runs, from a first moment to a last one."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from casedb.commands.items import NewId
from casedb.errors import InvalidChange
from casedb.model.changes import ChangeSet, Edit
from casedb.model.contents import Contents
from casedb.model.moments import is_span, read_moment
from casedb.model.records import Frame, Scale
from casedb.words import say

INSET = 24.0
"""How far inside the left and right edges of its frame a scale begins and ends, in board units."""

_EARLIEST = datetime.fromisoformat("0001-01-01")
_LATEST = datetime.fromisoformat("9999-12-31T23:59:59.999999")


def set_scale(
    contents: Contents, new_id: NewId, frame_id: str, first: str, last: str, gesture: str = ""
) -> ChangeSet:
    """Let time run along a frame from one moment to another: ISO 8601 dates or UTC moments.

    A date is its beginning in UTC. Raises InvalidChange for what is no moment, and where the last
    does not come after the first.
    """
    frame = contents.frames[frame_id]
    first, last = first.strip(), last.strip()
    for text in (first, last):
        if read_moment(text) is None:
            raise InvalidChange(
                say(
                    "“{given}” is no date such as 2024-01-31 and no moment in UTC such as "
                    "2024-01-31T14:30Z, so the scale was not set.",
                    given=text[:40],
                )
            )
    if not is_span(first, last):
        raise InvalidChange(say("A scale ends after it begins, so it was not set."))
    held = contents.scale_of(frame.id)
    if held is None:
        made = Scale(new_id(), frame.id, first, last)
        return ChangeSet("Set scale", (Edit(None, made),), gesture)
    after = replace(held, first=first, last=last)
    return ChangeSet("Set scale", (Edit(held, after),) if after != held else (), gesture)


def remove_scale(contents: Contents, frame_id: str) -> ChangeSet:
    """Take the scale of a frame away; the frame stays, and where things lie in it."""
    held = contents.scale_of(frame_id)
    return ChangeSet("Remove scale", (Edit(held, None),) if held is not None else ())


def x_of(scale: Scale, frame: Frame, moment: datetime) -> float:
    """Where a moment lies along a frame, in board units; beyond its edges outside of the scale.

    A moment without a zone is taken to be in UTC.
    """
    left, width = _room(frame)
    first, length = _span(scale)
    passed = moment.replace(tzinfo=None) - first - (moment.utcoffset() or timedelta())
    return left + width * (passed / length)


def moment_at(scale: Scale, frame: Frame, x: float) -> datetime:
    """The moment at a place along a frame, in UTC and without a zone, of the years 1 to 9999."""
    left, width = _room(frame)
    first, length = _span(scale)
    try:
        return first + length * ((x - left) / width)
    except OverflowError:
        return _LATEST if x > left else _EARLIEST


def _room(frame: Frame) -> tuple[float, float]:
    """Where a scale begins, and how long it is; in a narrow frame its inset is a quarter."""
    inset = min(INSET, frame.w / 4)
    return frame.x + inset, frame.w - 2 * inset


def _span(scale: Scale) -> tuple[datetime, timedelta]:
    first, last = read_moment(scale.first), read_moment(scale.last)
    assert first is not None and last is not None and first < last, "a case holds no other"
    return first, last - first
