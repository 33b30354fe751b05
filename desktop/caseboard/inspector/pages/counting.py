"""What is selected, counted by sort: a hundred thousand things too, a few at a time."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from caseboard.piecemeal import Steps, portions
from caseboard.selection import Selected
from casedb.commands import links
from casedb.model.contents import Contents


@dataclass
class Counted:
    """What a selection holds: items, how many of each kind; links, how many, of which types, and the
    types that every one of them may have, in the usual order."""

    items: set[str] = field(default_factory=set[str])
    kinds: Counter[str] = field(default_factory=Counter[str])
    links: int = 0
    held: set[str] = field(default_factory=set[str])
    allowed: tuple[str, ...] = ()


def counting(contents: Contents, selected: Selected) -> Steps[Counted]:
    """Count what is selected and is in the case."""
    counted = Counted()
    cards, items = contents.cards, contents.items
    for portion in portions(selected.cards):
        counted.items.update(cards[each].item for each in portion if each in cards)
        yield
    for portion in portions(selected.items):
        counted.items.update(each for each in portion if each in items)
        yield
    for portion in portions(counted.items):
        # One may have gone since; then all of it is counted again.
        counted.kinds.update(items[each].kind for each in portion if each in items)
        yield
    seen = set[links.Join]()
    for portion in portions(selected.links):
        found = [contents.links[each] for each in portion if each in contents.links]
        counted.links += len(found)
        counted.held.update(each.type for each in found)
        seen.update(links.join_of(contents, each) for each in found)
        yield
    counted.allowed = tuple(each.name for each in links.types_joining(seen))
    return counted
