"""How an item goes with a claim: what the links between them say, and what somebody has rated.

What supports is consistent, what disputes inconsistent, very much so where the link is strong, and what
only bears on it neutral. Where there is no link a rating counts that was given to the item for the claim;
where there is one the rating counts as far as it is of the same sign. Not rated, neutral and not
applicable are three things.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt
from types import MappingProxyType

from casedb.model.assessments import newest
from casedb.model.contents import Contents
from casedb.model.link_types import End, link_type
from casedb.model.records import Assessment, Element, Item, Link


class Rating(StrEnum):
    """How an item goes with a claim, by the words of the scheme."""

    VERY_CONSISTENT = "CC"
    CONSISTENT = "C"
    NEUTRAL = "N"
    INCONSISTENT = "I"
    VERY_INCONSISTENT = "II"
    NOT_APPLICABLE = "not_applicable"
    UNRATED = "unrated"

    @property
    def is_rated(self) -> bool:
        """Whether somebody has said how the item goes with the claim, and it does in some way."""
        return self in SCALE

    @property
    def sign(self) -> int:
        """1 where it is for the claim, -1 where it is against it, else 0."""
        value = SCALE.get(self, 0)
        return (value > 0) - (value < 0)


SCALE: Mapping[Rating, int] = MappingProxyType(
    {
        Rating.VERY_CONSISTENT: 2,
        Rating.CONSISTENT: 1,
        Rating.NEUTRAL: 0,
        Rating.INCONSISTENT: -1,
        Rating.VERY_INCONSISTENT: -2,
    }
)
"""Ratings that can be compared, in order. Their distances mean nothing beyond that."""

HIGH, MIDDLE, LOW = sqrt(2), 1.0, sqrt(0.5)
"""Weights, of credibility and of relevance each, so that both together double or halve."""

_CREDIBILITY = {"1": HIGH, "2": HIGH, "3": MIDDLE, "4": LOW, "5": LOW}
_RELEVANCE = {"direct": HIGH, "circumstantial": MIDDLE, "background": LOW}


@dataclass(frozen=True, slots=True)
class Cell:
    """How an item goes with a claim.

    `links` are the ids of the links that say so; `weight` is that of its credibility for the claim
    times that of its relevance, where nobody has told them 1. `is_apart` says that a rating was given
    that a link contradicts.
    """

    rating: Rating = Rating.UNRATED
    links: tuple[str, ...] = ()
    weight: float = 1.0
    is_apart: bool = False

    @property
    def against(self) -> float:
        """How much it says against the claim: 1 or 2 times its weight, else nothing."""
        return max(0, -SCALE.get(self.rating, 0)) * self.weight


NOT_RATED = Cell()


def rating_of(link: Link) -> Rating:
    """How the start of a link goes with its end."""
    is_strong = link.values.text("strength") == "strong"
    polarity = link_type(link.type).polarity
    if polarity > 0:
        return Rating.VERY_CONSISTENT if is_strong else Rating.CONSISTENT
    if polarity < 0:
        return Rating.VERY_INCONSISTENT if is_strong else Rating.INCONSISTENT
    return Rating.NEUTRAL


def says_something(link: Link) -> bool:
    """Whether a link is of an item that speaks for or against its end, or bears on it."""
    says = bool(link_type(link.type).polarity) or link.type == "bears_on"
    return says and link.start.end is End.ITEM and link.start.id != link.end.id


def links_between(contents: Contents, item_id: str, claim_id: str) -> list[Link]:
    """The links in which an item speaks to a claim, or to an element of it."""
    return [
        link
        for link in contents.links_at(item_id)
        if link.start.id == item_id
        and says_something(link)
        and claim_at(contents, link) == claim_id
    ]


def claim_at(contents: Contents, link: Link) -> str:
    """The claim at which a link ends, as a whole or at an element of it; empty where it is a link."""
    if link.end.end is not End.ELEMENT:
        return link.end.id if link.end.end is End.ITEM else ""
    element = contents.get(Element, link.end.id)
    return element.claim if element is not None else ""


def rating_given(contents: Contents, item_id: str, claim_id: str) -> Assessment | None:
    """The newest rating of an item for a claim."""
    given = (each for each in contents.assessments_of(item_id) if each.claim == claim_id)
    return newest([each for each in given if each.type == "ach"], "ach")


def cell_between(contents: Contents, claim_id: str, item: Item) -> Cell:
    """How an item goes with a claim."""
    links = links_between(contents, item.id, claim_id)
    return cell_of(contents, claim_id, item, links, rating_given(contents, item.id, claim_id))


def cell_of(
    contents: Contents,
    claim_id: str,
    item: Item,
    links: Sequence[Link],
    given: Assessment | None,
) -> Cell:
    """The same, by the links between them and the newest rating."""
    told = rating_in(given)
    ids, weight = tuple(each.id for each in links), _weight(contents, claim_id, item, links)
    if not links:
        return Cell(told or Rating.UNRATED, ids, weight)
    linked = linked_rating(links)
    if told is None or told is Rating.UNRATED:
        return Cell(linked, ids, weight)
    if told.is_rated and told.sign == linked.sign:
        return Cell(told, ids, weight)
    return Cell(linked, ids, weight, is_apart=True)


def rating_in(given: Assessment | None) -> Rating | None:
    """What a rating says; None where there is none, or it is a word of a newer version."""
    return Rating(given.value) if given is not None and given.value in _WORDS else None


_WORDS = frozenset(each.value for each in Rating)


def linked_rating(links: Sequence[Link]) -> Rating:
    """What links say together: of several the one counts that says most against the claim, else most
    for it."""
    told = (rating_of(each) for each in links)
    return min(told, key=lambda each: (SCALE[each] >= 0, -abs(SCALE[each])))


def _weight(contents: Contents, claim_id: str, item: Item, links: Sequence[Link]) -> float:
    given = [each for each in contents.assessments_of(item.id) if each.claim in (claim_id, None)]
    grade = newest(given, "credibility") if given else None
    credibility = _CREDIBILITY.get(grade.value, MIDDLE) if grade is not None else MIDDLE
    told = [_RELEVANCE.get(each.values.text("directness"), MIDDLE) for each in links]
    return credibility * max(told, default=MIDDLE)
