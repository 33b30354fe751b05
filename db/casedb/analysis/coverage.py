"""Which parts of a claim have evidence: element by element, with what each kind of evidence cannot show."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from casedb.analysis.flow import voices
from casedb.model.contents import Contents
from casedb.model.interests import is_interested
from casedb.model.kinds import kind_of
from casedb.model.link_types import End, link_type
from casedb.model.mentions import mentions_of
from casedb.model.records import Element, Item, Link
from casedb.words import say


class Cover(StrEnum):
    """How far one part of a claim is covered, from what is wrong with it to what is not."""

    NOTHING = "nothing"
    """Nothing speaks for it or against it."""
    BEYOND = "beyond"
    """What speaks for it is of kinds that cannot show this by themselves."""
    INTERESTED = "interested"
    """What speaks for it comes from those who have something at stake, whoever passes it on."""
    AGAINST = "against"
    """There is only what speaks against it."""
    COVERED = "covered"


@dataclass(frozen=True, slots=True)
class Cell:
    """What one item says of one part of a claim: the links that say so.

    `limit` is a sentence on what its kind cannot show of such a part; empty where it can.
    """

    item: str
    links: tuple[str, ...]
    polarities: frozenset[int]
    limit: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One part of a claim, or the claim as a whole where `element` is None, and what speaks to it."""

    element: Element | None
    cells: tuple[Cell, ...]
    cover: Cover

    @property
    def is_required(self) -> bool:
        """Whether the claim cannot hold without it."""
        return self.element is not None and self.element.values.get("required") is True

    @property
    def is_uncovered(self) -> bool:
        """Whether nothing speaks to it that could show it."""
        return self.cover in (Cover.NOTHING, Cover.BEYOND)


@dataclass(frozen=True, slots=True)
class Coverage:
    """The grid of a claim: `rows` for its elements in order, `whole` for the claim as such.

    `evidence` are the items that speak to any of it, as columns: in the order in which they came in.
    """

    whole: Row
    rows: tuple[Row, ...]
    evidence: tuple[str, ...]

    @property
    def uncovered(self) -> tuple[Row, ...]:
        """The elements to which nothing speaks that could show them."""
        return tuple(each for each in self.rows if each.is_uncovered)


def coverage_of(contents: Contents, claim_id: str) -> Coverage:
    """What speaks to each element of a claim."""
    rows = tuple(row_of(contents, claim_id, each) for each in contents.elements_of(claim_id))
    whole = row_of(contents, claim_id)
    found = {cell.item for row in (whole, *rows) for cell in row.cells}
    return Coverage(whole, rows, tuple(sorted(found)))


def cover_in_words(cover: Cover) -> str:
    """How far a part is covered, in few words."""
    return {
        Cover.NOTHING: say("nothing yet"),
        Cover.BEYOND: say("beyond its kind"),
        Cover.INTERESTED: say("interested only"),
        Cover.AGAINST: say("only against"),
        Cover.COVERED: say("covered"),
    }[cover]


def cover_meaning(cover: Cover) -> str:
    """The same in a sentence."""
    return {
        Cover.NOTHING: say("Nothing speaks for it or against it."),
        Cover.BEYOND: say("What speaks for it is of kinds that cannot show this by themselves."),
        Cover.INTERESTED: say("What speaks for it comes from those who have something at stake."),
        Cover.AGAINST: say("There is only what speaks against it."),
        Cover.COVERED: say("It is covered."),
    }[cover]


def limit_of(item: Item, role: str) -> str:
    """What evidence of a kind cannot show of a part of a claim, in a sentence; empty where it can."""
    kind = kind_of(item.kind)
    return say(kind.limit) if role in kind.shows_not else ""


def row_of(
    contents: Contents,
    claim_id: str,
    element: Element | None = None,
    aside: Container[str] = frozenset(),
) -> Row:
    """What speaks to one element of a claim, or to the claim as a whole; items that are set `aside` are
    among it and cover nothing."""
    target = element.id if element is not None else claim_id
    held: dict[str, list[Link]] = {}
    for link in _speaking(contents, target):
        held.setdefault(link.start.id, []).append(link)
    role = element.role if element is not None else ""
    cells = tuple(
        Cell(
            item_id,
            tuple(each.id for each in links),
            frozenset(link_type(each.type).polarity for each in links),
            limit_of(contents.items[item_id], role),
        )
        for item_id, links in held.items()
    )
    counting = tuple(each for each in cells if each.item not in aside)
    return Row(element, cells, _cover(contents, claim_id, counting))


def _speaking(contents: Contents, target: str) -> Iterator[Link]:
    """The links from items that speak for or against something, or bear on it."""
    for link in contents.links_at(target):
        if link.end.id != target or link.start.end is not End.ITEM or link.start.id == target:
            continue
        if link_type(link.type).polarity or link.type == "bears_on":
            yield link


def _cover(contents: Contents, claim_id: str, cells: tuple[Cell, ...]) -> Cover:
    pro = [each for each in cells if 1 in each.polarities]
    if not pro:
        return Cover.AGAINST if any(-1 in each.polarities for each in cells) else Cover.NOTHING
    able = [each for each in pro if not each.limit]
    if not able:
        return Cover.BEYOND
    mentions = frozenset(mentions_of(contents, claim_id, 1))
    items = [each.item for each in able]
    if voices(contents, items, mentions, partial(is_interested, contents)):
        return Cover.INTERESTED
    return Cover.COVERED
