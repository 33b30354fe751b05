"""An excerpt of a board: what is selected on it and nothing else, for an export of that alone."""

from __future__ import annotations

from collections.abc import Iterator

from caseboard.selection import Selected
from casedb.model.contents import Contents
from casedb.model.link_types import End
from casedb.model.records import Card, Frame, Link, Ref


def excerpt(contents: Contents, board_id: str, selected: Selected) -> Contents | None:
    """The case with nothing on a board but what is selected there; None where nothing is.

    Strings go with the cards at both their ends; a selected string brings its ends along.
    """
    ends = {
        item
        for link_id in selected.links
        for item in _items_at(contents, Ref.link(link_id), frozenset())
    }
    cards = {
        card.id
        for card in contents.each_card_on(board_id)
        if card.id in selected.cards or card.item in ends
    }
    frames = {frame.id for frame in contents.frames_on(board_id) if frame.id in selected.frames}
    if not cards and not frames:
        return None
    return Contents(
        record
        for record in contents.records()
        if not (isinstance(record, Card | Frame) and record.board == board_id)
        or record.id in cards
        or record.id in frames
    )


def _items_at(contents: Contents, ref: Ref, passed: frozenset[str]) -> Iterator[str]:
    """The items that a reference rests on in the end."""
    if ref.end is End.ITEM:
        yield ref.id
    elif ref.end is End.ELEMENT:
        element = contents.elements.get(ref.id)
        if element is not None:
            yield element.claim
    elif ref.id not in passed:
        link = contents.get(Link, ref.id)
        if link is not None:
            yield from _items_at(contents, link.start, passed | {ref.id})
            yield from _items_at(contents, link.end, passed | {ref.id})
