"""What may be weak about sources and links."""

from __future__ import annotations

from collections.abc import Iterator

from casedb.analysis.confirming import claims_spoken_to
from casedb.analysis.orders import in_order, is_contradicted
from casedb.analysis.weak_points.check import Finding
from casedb.model.assessments import newest
from casedb.model.contents import Contents
from casedb.model.item_dates import telling_date
from casedb.model.link_types import Group, link_type
from casedb.model.records import Item
from casedb.words import say


def ungraded(contents: Contents, source_id: str) -> Iterator[Finding]:
    """A source whose reliability nobody has judged, though evidence comes from it."""
    if newest(contents.assessments_of(source_id), "reliability") is not None:
        return
    used = tuple(
        each.id
        for each in contents.referrers(source_id)
        if isinstance(each, Item) and claims_spoken_to(contents, each)
    )
    if used:
        yield Finding(
            say(
                "Evidence comes from it, and nobody has graded its reliability.",
                "{n} items of evidence come from it, and nobody has graded its reliability.",
                n=len(used),
            ),
            used,
        )


def against_dates(contents: Contents, link_id: str) -> Iterator[Finding]:
    """A link that says what came first, where the dates of both surely say the other."""
    link = contents.links[link_id]
    order = in_order(contents, link)
    if order is None or not is_contradicted(contents, link):
        return
    dates = (telling_date(contents.items[each]) for each in order)
    yield Finding(
        say("It says which of both came first, and their dates say the other."),
        order,
        tuple(each.to_json() for each in dates if each is not None),
    )


def untyped(contents: Contents, link_id: str) -> Iterator[Finding]:
    """A link that says no more than that two things have to do with one another."""
    link = contents.links[link_id]
    if link_type(link.type).group is Group.FALLBACK:
        ends = (each.id for each in (link.start, link.end) if each.id in contents.items)
        yield Finding(say("The link says that they are related, and not how."), tuple(ends))
