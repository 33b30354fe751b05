"""Saying in a grid how an item goes with a claim, or with a part of it: one entry is one change.

An entry is a link where it says something for or against: it is drawn, given another type or strength,
or deleted. Neutral and not applicable are ratings where there is no link. Ratings are appended and never
changed, so one that says otherwise than the entry is followed by one that says the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from casedb.commands.items import NewId, assess
from casedb.commands.links import connect, set_type
from casedb.commands.removal import delete_links
from casedb.errors import InvalidChange
from casedb.model.assessments import SCHEME_OF
from casedb.model.changes import ChangeSet, Edit, join
from casedb.model.contents import Contents
from casedb.model.json_value import JsonValue
from casedb.model.ratings import (
    Rating,
    linked_rating,
    links_between,
    rating_given,
    rating_in,
    rating_of,
    says_something,
)
from casedb.model.records import Assessment, Link, Ref
from casedb.words import say

_TYPES = {1: "supports", 0: "bears_on", -1: "disputes"}
_STRONG = (Rating.VERY_CONSISTENT, Rating.VERY_INCONSISTENT)


class Judge(NamedTuple):
    """Who rates, and when (UTC, ISO 8601)."""

    by: str
    at: str


def rate(
    contents: Contents,
    new_id: NewId,
    claim_id: str,
    item_id: str,
    rating: Rating,
    judge: Judge,
    gesture: str = "",
) -> ChangeSet:
    """Say how an item goes with a claim; `UNRATED` takes back what was said.

    The link to the claim itself is changed where there is one, else the one to an element of it. Raises
    InvalidChange where there are several links, which together would say something else.
    """
    links = links_between(contents, item_id, claim_id)
    told = rating_in(rating_given(contents, item_id, claim_id))
    if rating.is_rated:
        changes, left = _linked_as(contents, new_id, item_id, claim_id, links, rating)
        says = linked_rating(left) if left else None
        if says is not None and says.sign != rating.sign:
            raise _several(links)
        is_needed = rating is not (says if told in (None, Rating.UNRATED) else told)
    else:
        gone = _addressed(claim_id, links)
        left = [each for each in links if each not in gone]
        if left and (rating is Rating.NOT_APPLICABLE or not gone):
            raise _several(links)
        changes = [delete_links(contents, [each.id for each in gone])]
        is_needed = rating is not (told or Rating.UNRATED)
    if is_needed:
        changes.append(assess(_rated(new_id(), claim_id, item_id, rating, judge)))
    label = "Clear rating" if rating is Rating.UNRATED else "Rate evidence"
    return join(label, changes, gesture)


def speak(
    contents: Contents,
    new_id: NewId,
    item_id: str,
    target: Ref,
    rating: Rating,
    gesture: str = "",
) -> ChangeSet:
    """Say what an item says of one part of a claim, or of the claim as a whole; `UNRATED` for nothing.

    Raises InvalidChange where several links say it, or an item cannot be linked so.
    """
    links = [
        link
        for link in contents.links_at(target.id)
        if link.start.id == item_id and link.end == target and says_something(link)
    ]
    if not rating.is_rated:
        gone = delete_links(contents, [each.id for each in links])
        return join("Unlink evidence", [gone], gesture)
    if len(links) > 1:
        raise _several(links)
    changes = [_retyped(contents, links[0], rating)] if links else []
    if not links:
        changes = [_drawn(contents, new_id, item_id, target, rating)]
    return join("Link evidence", changes, gesture)


def _linked_as(
    contents: Contents,
    new_id: NewId,
    item_id: str,
    claim_id: str,
    links: Sequence[Link],
    rating: Rating,
) -> tuple[list[ChangeSet], list[Link]]:
    """The changes after which links say a rating, as far as they can, and the links there are then."""
    addressed = _addressed(claim_id, links)
    if len(addressed) == 1:
        (link,) = addressed
        change = _retyped(contents, link, rating)
        after = next((each.after for each in change.edits if isinstance(each.after, Link)), link)
        return [change], [after if each is link else each for each in links]
    if addressed:
        return [], list(links)
    if not links and rating is Rating.NEUTRAL:
        return [], []
    change = _drawn(contents, new_id, item_id, Ref.item(claim_id), rating)
    made = [each.after for each in change.edits if isinstance(each.after, Link)]
    return [change], [*links, *made]


def _addressed(claim_id: str, links: Sequence[Link]) -> list[Link]:
    """The links that an entry is about: those to the claim itself, else a single one to an element."""
    whole = [each for each in links if each.end.id == claim_id]
    return whole or (list(links) if len(links) == 1 else [])


def _drawn(
    contents: Contents, new_id: NewId, item_id: str, target: Ref, rating: Rating
) -> ChangeSet:
    values: dict[str, JsonValue] = {"strength": "strong"} if rating in _STRONG else {}
    return connect(contents, new_id, Ref.item(item_id), _TYPES[rating.sign], target, values)


def _retyped(contents: Contents, link: Link, rating: Rating) -> ChangeSet:
    """A link that says a rating; how strong it is stays as it was told where that says the same."""
    if rating_of(link) is rating:
        return ChangeSet("Rate evidence", ())
    change = set_type(contents, [link.id], _TYPES[rating.sign])
    after = next((each.after for each in change.edits if isinstance(each.after, Link)), link)
    if rating in _STRONG:
        after = replace(after, values=after.values.changed({"strength": "strong"}))
    elif after.values.text("strength") == "strong":
        after = replace(after, values=after.values.changed({"strength": None}))
    return ChangeSet("Rate evidence", (Edit(link, after),) if after != link else ())


def _rated(new_id: str, claim_id: str, item_id: str, rating: Rating, judge: Judge) -> Assessment:
    scheme = SCHEME_OF["ach"]
    return Assessment(new_id, "ach", item_id, claim_id, scheme, rating.value, judge.by, judge.at)


def _several(links: Sequence[Link]) -> InvalidChange:
    return InvalidChange(
        say(
            "{n} link says this, and it was kept. Change it in the inspector.",
            "{n} links say this together, and all were kept. Change them one by one in the inspector.",
            n=len(links),
        )
    )
