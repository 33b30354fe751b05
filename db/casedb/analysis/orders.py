"""Orders that dates contradict: links that say what came first, where the dates surely say otherwise."""

from __future__ import annotations

from casedb.model.contents import Contents
from casedb.model.fuzzy_date import Possibility
from casedb.model.item_dates import telling_date
from casedb.model.joins import item_at
from casedb.model.kinds.official_statement import RESPONSES
from casedb.model.records import Item, Link

FORWARD = frozenset({"precedes"})
"""The types of link whose start came first."""
BACKWARD = frozenset((*RESPONSES, "supersedes", "corrects", "retracts"))
"""The types of link whose end came first: what is answered, corrected or replaced was there before."""


def in_order(contents: Contents, link: Link) -> tuple[str, str] | None:
    """The item that came first as a link has it, and the one that came later; None where it says nothing
    of that."""
    if link.type not in FORWARD and link.type not in BACKWARD:
        return None
    start, end = item_at(contents, link.start), item_at(contents, link.end)
    if start is None or end is None or start == end:
        return None
    return (start, end) if link.type in FORWARD else (end, start)


def is_contradicted(contents: Contents, link: Link) -> bool:
    """Whether the dates of what a link joins surely lie the other way round.

    Where they may meet, or a zone that is not known could turn them, nothing is contradicted.
    """
    order = in_order(contents, link)
    if order is None:
        return False
    first, later = (contents.get(Item, each) for each in order)
    if first is None or later is None:
        return False
    one, other = telling_date(first), telling_date(later)
    return one is not None and other is not None and other.is_before(one) is Possibility.YES
