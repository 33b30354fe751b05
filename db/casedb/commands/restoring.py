"""Bringing an earlier state of an item, source or link back, as a change like any other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeAlias

from casedb.commands.removal import leading_first, with_all_on
from casedb.errors import InvalidChange
from casedb.model.changes import ChangeSet, Edit
from casedb.model.contents import Contents, targets_of
from casedb.model.link_types import End
from casedb.model.records import RECORD_TYPES, Element, Item, Link, Record, Ref, Source
from casedb.model.references import references_of, without_references
from casedb.words import say

Restorable: TypeAlias = "Item | Source | Link"

_OF_END: dict[End, type[Record]] = {End.ITEM: Item, End.ELEMENT: Element, End.LINK: Link}


def restore(contents: Contents, earlier: Restorable, then: Contents | None = None) -> ChangeSet:
    """Bring back what an item, source or link was earlier; one that is gone comes again.

    With one that is gone comes what rested on it in the case as it was `then`, and went with it: files,
    cards, elements, grades, links, as far as what these lead to is there. What it names that is not in the case any more is left out, and a link keeps its ends and
    its type where an earlier end is gone. The exhibit number of an item stays. Raises InvalidChange where a link
    that is gone would lead to nothing.
    """
    there = contents.get(type(earlier), earlier.id)
    after = _link(contents, earlier) if isinstance(earlier, Link) else _named(contents, earlier)
    if isinstance(after, Item) and isinstance(there, Item):
        exhibit = there.values.get("exhibit")
        after = replace(after, values=after.values.changed({"exhibit": exhibit}))
    edits = (Edit(there, after),) if there != after else ()
    if there is None and then is not None:
        edits += tuple(_with(contents, earlier, then))
    return ChangeSet("Restore an earlier state", edits)


def _with(contents: Contents, earlier: Restorable, then: Contents) -> Iterator[Edit]:
    """What rested on a record that is gone, those first on which others rest."""
    back = {earlier.id}
    for each in leading_first(with_all_on(then, [earlier]).values()):
        of = type(each)
        is_gone = each.id not in back and contents.get(of, each.id) is None
        if is_gone and all(on in back or _is_there(contents, on) for on in targets_of(each)):
            back.add(each.id)
            yield Edit(None, each)


def _is_there(contents: Contents, record_id: str) -> bool:
    return any(contents.get(each, record_id) is not None for each in RECORD_TYPES)


def _named(contents: Contents, earlier: Item | Source) -> Item | Source:
    gone = frozenset(
        named
        for _, what, named in references_of(earlier)
        if contents.get(Source if what == "source" else Item, named) is None and named != earlier.id
    )
    return replace(earlier, values=without_references(earlier, gone)) if gone else earlier


def _link(contents: Contents, earlier: Link) -> Link:
    there = contents.get(Link, earlier.id)
    if all(_stands(contents, end) for end in (earlier.start, earlier.end)):
        return earlier
    if there is None:
        raise InvalidChange(
            say("The link led to what is not in the case any more, so it was not brought back.")
        )
    # What it may say depends on what it lies between.
    return replace(there, values=earlier.values)


def _stands(contents: Contents, end: Ref) -> bool:
    return contents.get(_OF_END[end.end], end.id) is not None
