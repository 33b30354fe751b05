"""Threads: links that say how dated things answer, correct or replace one another."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from caseboard.views.timeline_marks import Marks
from casedb.analysis.orders import in_order, is_contradicted
from casedb.analysis.thread import members_of
from casedb.model.contents import Contents
from casedb.model.joins import item_at
from casedb.model.kinds.official_statement import RESPONSES
from casedb.model.records import Item, Link

ZONES = 2 * 14 * 60 * 60.0
"""Seconds by which two times can lie nearer than stated where no zone is."""
TYPES = frozenset((*RESPONSES, "supersedes", "corrects", "retracts", "same_as"))
"""The types of link that run through time."""


class Thread(NamedTuple):
    """A link between two dated items, and the marks that stand for these."""

    link: Link
    start: int
    end: int


def all_threads(contents: Contents, marks: Marks) -> list[Thread]:
    """Every thread between items that are shown."""
    return list(_threads(contents, marks, contents.links.values()))


def threads_around(contents: Contents, marks: Marks, item_ids: Iterable[str]) -> list[Thread]:
    """The threads at some items, and all of the exchange of statements that these are part of."""
    members: dict[str, None] = {}
    for item_id in item_ids:
        item = contents.get(Item, item_id)
        if item is None:
            continue
        members[item_id] = None
        members |= dict.fromkeys(members_of(contents, item_id))
    found = {link.id: link for each in members for link in contents.links_at(each)}
    return list(_threads(contents, marks, (found[each] for each in sorted(found))))


def contradicted_threads(contents: Contents, marks: Marks) -> list[Thread]:
    """The links between items that are shown which say what came first, against the dates of these."""
    found: list[Thread] = []
    for link in contents.links.values():
        order = in_order(contents, link)
        if order is None:
            continue
        one, other = (marks.row_of.get(each) for each in order)
        if one is None or other is None:
            continue
        first, later = int(marks.chief[one]), int(marks.chief[other])
        # An open end may reach as far as need be.
        apart = marks.times[first].span.earliest - marks.times[later].span.latest
        # To read dates takes long: they are asked where it depends on a zone.
        if apart >= ZONES or (apart >= 0 and is_contradicted(contents, link)):
            start, end = (
                (first, later) if item_at(contents, link.start) == order[0] else (later, first)
            )
            found.append(Thread(link, start, end))
    return found


def _threads(contents: Contents, marks: Marks, links: Iterable[Link]) -> Iterable[Thread]:
    for link in links:
        if link.type not in TYPES:
            continue
        start, end = item_at(contents, link.start), item_at(contents, link.end)
        one, other = marks.row_of.get(start or ""), marks.row_of.get(end or "")
        if one is not None and other is not None and one != other:
            yield Thread(link, int(marks.chief[one]), int(marks.chief[other]))
