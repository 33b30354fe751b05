"""What may be weak about one item of evidence, whatever claim it speaks to."""

from __future__ import annotations

from collections.abc import Iterator

from casedb.analysis.confirming import CONFIRMED, claims_spoken_to, doubt_of_confirmed
from casedb.analysis.weak_points.check import Finding
from casedb.model.assessments import newest
from casedb.model.contents import Contents
from casedb.model.fields import Unreadable
from casedb.model.item_dates import reaches_of
from casedb.model.kinds import kind_of
from casedb.model.records import Item
from casedb.model.when_and_where import When
from casedb.words import say

_PICTURED = frozenset({"photo", "video_still", "video", ""})
_WHERE = {"satellite_image": ("where", "footprint"), "media": ("created_where", "shown_where")}
_WHEN = {"satellite_image": ("acquired",), "media": ("recorded", "recorded_gps")}
_SILENT = frozenset({"non_denial", "declines_to_comment"})


def undated(contents: Contents, item_id: str) -> Iterator[Finding]:
    """Imagery that nobody has dated."""
    item = contents.items[item_id]
    if _is_imagery(item) and not _holds(item, *_WHEN[item.kind]):
        yield Finding(say("Nothing says when it was taken."))


def unplaced(contents: Contents, item_id: str) -> Iterator[Finding]:
    """Imagery that nobody has placed."""
    item = contents.items[item_id]
    if _is_imagery(item) and not _holds(item, *_WHERE[item.kind]):
        yield Finding(say("Nothing says where it was taken or what place it shows."))


def without_wording(contents: Contents, item_id: str) -> Iterator[Finding]:
    """A statement of which the case does not hold the words."""
    item = contents.items[item_id]
    if item.kind == "official_statement" and not item.values.text("verbatim").strip():
        yield Finding(say("Its words are not set down, only what somebody made of them."))


def anonymous(contents: Contents, item_id: str) -> Iterator[Finding]:
    """A statement of nobody who is named, used as evidence."""
    item = contents.items[item_id]
    if item.values.text("record") == "anonymous" and (claims := claims_spoken_to(contents, item)):
        yield Finding(say("Whoever says this is not named, and it is used as evidence."), claims)


def silent(contents: Contents, item_id: str) -> Iterator[Finding]:
    """A statement that says neither yes nor no, used as if it did."""
    item = contents.items[item_id]
    if item.values.text("stance") in _SILENT and (claims := claims_spoken_to(contents, item)):
        yield Finding(
            say("It neither confirms nor denies, and is used as if it did."),
            claims,
            (item.values.text("stance"),),
        )


def before_the_event(contents: Contents, item_id: str) -> Iterator[Finding]:
    """Evidence that was made public, or recorded, before the event that it is to show."""
    item = contents.items[item_id]
    own = _by_when(item)
    if own is None:
        return
    for link in contents.links_at(item_id):
        if link.start.id != item_id or link.type not in ("depicts", "occurred_during"):
            continue
        event = contents.get(Item, link.end.id)
        if event is None or event.kind != "event":
            continue
        begins = [start for start, _ in reaches_of(event)]
        if begins and own < min(begins):
            yield Finding(say("It is older than the event that it is said to show."), (event.id,))


def retracted(contents: Contents, item_id: str) -> Iterator[Finding]:
    """An item that was retracted, and is relied on all the same."""
    links = contents.links_at(item_id)
    taken_back = [
        each.start.id for each in links if each.type == "retracts" and each.end.id == item_id
    ]
    if not taken_back:
        return
    item = contents.items[item_id]
    resting = [
        each.start.id for each in links if each.type == "derived_from" and each.end.id == item_id
    ]
    relied = (*claims_spoken_to(contents, item), *resting)
    if relied:
        yield Finding(
            say("It was retracted, and is still relied on."),
            tuple(dict.fromkeys((*taken_back, *relied))),
        )


def failed_file(contents: Contents, item_id: str) -> Iterator[Finding]:
    """A file whose bytes are not those that came in, with evidence that is used."""
    files = {each.artifact for each in contents.attachments_of(item_id)} & contents.failed
    if files:
        yield Finding(
            say(
                "A file of it failed its last check: the bytes are not those that came in.",
                "{n} files of it failed their last check: the bytes are not those that came in.",
                n=len(files),
            ),
            facts=tuple(sorted(files)),
        )


def confirmed_by_whom(contents: Contents, item_id: str) -> Iterator[Finding]:
    """A grade of “confirmed by others” where there are no two origins."""
    item = contents.items[item_id]
    given = contents.assessments_of(item_id)
    for claim in dict.fromkeys(each.claim for each in given if each.type == "credibility"):
        last = newest([each for each in given if each.claim == claim], "credibility")
        doubt = doubt_of_confirmed(contents, item, claim)
        if last is not None and last.value == CONFIRMED and doubt:
            yield Finding(doubt, (claim,) if claim is not None else ())


def _is_imagery(item: Item) -> bool:
    is_heard = item.kind == "media" and item.values.text("medium") not in _PICTURED
    return item.kind in _WHEN and not is_heard


def _holds(item: Item, *names: str) -> bool:
    return any(item.values.get(each) is not None for each in names)


def _by_when(item: Item) -> float | None:
    """The last second at which an item may first have been recorded or made public: an old picture that is
    published anew is as old as it was."""
    found: list[float] = []
    for field in kind_of(item.kind).fields:
        if not isinstance(field, When) or field.time_name not in ("recorded", "published"):
            continue
        try:
            date = field.read(item.values)
        except Unreadable:
            continue
        if date is not None:
            found.append(date.reach[1])
    return min(found, default=None)
