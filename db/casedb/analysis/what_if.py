"""What if some items were not there: which claims would stand otherwise, and how.

Nothing of it is stored. It is a question about the case as it is now, asked for as long as one looks.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from casedb.analysis.flow import SAMENESS, Flow, origin_of
from casedb.analysis.independence import standing_of
from casedb.model.contents import Contents
from casedb.model.link_types import End, link_type
from casedb.model.records import Element, Item
from casedb.model.standing import Lines, Standing


class Toll(StrEnum):
    """What a claim would lose, the gravest first."""

    SUPPORT = "support"
    """Nothing that was for it would be left, or no line of it."""
    LINES = "lines"
    """It would have fewer independent lines for it."""
    MENTIONS = "mentions"
    """Fewer items would say so, and as many lines would be left."""
    AGAINST = "against"
    """What speaks against it would be less, and nothing else."""


@dataclass(frozen=True, slots=True)
class Shift:
    """A claim that would stand otherwise: by its id, as it stands and as it would."""

    claim: str
    before: Standing
    after: Standing

    @property
    def toll(self) -> Toll:
        """What it would lose."""
        pro, left = self.before.pro, self.after.pro
        if (pro.mentions and not left.mentions) or (pro.high and not left.high):
            return Toll.SUPPORT
        if (pro.low, pro.high) != (left.low, left.high):
            return Toll.LINES
        return Toll.MENTIONS if pro.mentions != left.mentions else Toll.AGAINST


def shifts(contents: Contents, aside: Collection[str]) -> tuple[Shift, ...]:
    """The claims that would stand otherwise without some items, those that lose most first."""
    gone = frozenset(aside)
    found: list[Shift] = []
    for claim_id in sorted(_claims_after(contents, gone) - gone):
        before = contents.standing(claim_id) or standing_of(contents, claim_id)
        after = standing_of(contents, claim_id, gone)
        if _told(before.pro) != _told(after.pro) or _told(before.con) != _told(after.con):
            found.append(Shift(claim_id, before, after))
    return tuple(sorted(found, key=lambda each: (list(Toll).index(each.toll), each.claim)))


def with_origins(contents: Contents, item_ids: Iterable[str]) -> frozenset[str]:
    """Some items, and all that is of an origin on which they rest in the end: of one owner, of one joint
    text, of one group."""
    chosen = [each for each in item_ids if each in contents.items]
    starts = {start for each in chosen for start in Flow.to(contents, [each]).starts}
    origins = {origin_of(contents, contents.items[each]) for each in starts}
    same = (each.id for each in contents.items.values() if origin_of(contents, each) in origins)
    return frozenset((*chosen, *starts, *same))


def _told(lines: Lines) -> tuple[tuple[str, ...], int, int, int]:
    return lines.mentions, len(lines.roots), lines.low, lines.high


def _claims_after(contents: Contents, aside: frozenset[str]) -> set[str]:
    """The claims to which anything leads from some items; some of them may stand as before."""
    claims: set[str] = set()
    reached = {each for each in aside if each in contents.items}
    waiting = list(reached)
    while waiting:
        item_id = waiting.pop()
        for link in contents.links_at(item_id):
            if link.type in SAMENESS:
                further = link.start.id if link.end.id == item_id else link.end.id
            elif link.type == "derived_from" and link.end.id == item_id:
                further = link.start.id
            elif link.start.id == item_id and link_type(link.type).polarity:
                claims |= _claim_at(contents, link.end.end, link.end.id)
                continue
            else:
                continue
            if further in contents.items and further not in reached:
                reached.add(further)
                waiting.append(further)
    return claims


def _claim_at(contents: Contents, end: End, end_id: str) -> set[str]:
    if end is End.ELEMENT:
        element = contents.get(Element, end_id)
        return {element.claim} if element is not None else set()
    item = contents.get(Item, end_id)
    return {end_id} if item is not None and item.kind == "claim" else set()
