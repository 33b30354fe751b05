"""Cards that nobody has sized grow and shrink with what they show, in the change that causes it."""

from __future__ import annotations

from collections.abc import Iterator

from caseboard.placing import HeightOf
from caseboard.yielding import yielded
from casedb import Case
from casedb.commands import cards
from casedb.model.card_face import face
from casedb.model.changes import ChangeSet, join
from casedb.model.contents import Contents
from casedb.model.geometry import Rect
from casedb.model.records import Attachment, Card, Item, Link

MOST = 200
"""Edits of one change that cards follow; whoever changes more has a board to lay out anyway."""
_SAME = 1.5
"""Heights nearer than this are one: a stored one may come from other fonts."""


def with_grown_cards(case: Case, change: ChangeSet, height_of: HeightOf) -> ChangeSet:
    """A change, and with it the heights of the cards that showed all of their content and will.

    A card that was made higher or lower by hand keeps its height, and so does a locked one. What
    a higher one would come to cover makes room in the same change.
    """
    if not change.edits or len(change.edits) > MOST:
        return change
    contents = case.contents
    changed = {edit.record.id for edit in change.edits}
    following = {
        card.id: card
        for item_id in set(_items_touched(change))
        if item_id in contents.items
        for card in contents.cards_of(item_id)
        if card.id not in changed and not card.locked and _is_fitted(contents, card, height_of)
    }
    if not following:
        return change
    with case.as_if(change) as then:
        rects = {
            card.id: rect
            for card in following.values()
            if card.item in then.items
            and abs((rect := _fitted(then, card, height_of)).h - card.h) > _SAME
        }
        higher = {each: rect for each, rect in rects.items() if rect.h > following[each].h}
        rects |= yielded(then, higher, changed) if higher else {}
    if not rects:
        return change
    grown = cards.set_rects(contents, rects, change.label)
    return join(change.label, [change, grown], change.gesture)


def _items_touched(change: ChangeSet) -> Iterator[str]:
    """The items whose cards may show something else after a change."""
    for edit in change.edits:
        for record in (edit.before, edit.after):
            match record:
                case Item():
                    yield record.id
                case Link():
                    yield record.start.id
                    yield record.end.id
                case Attachment():
                    yield record.item
                case _:
                    pass


def _is_fitted(contents: Contents, card: Card, height_of: HeightOf) -> bool:
    return abs(_fitted(contents, card, height_of).h - card.h) <= _SAME


def _fitted(contents: Contents, card: Card, height_of: HeightOf) -> Rect:
    shown = face(contents, contents.items[card.item])
    return card.rect._replace(h=height_of(shown, card.w))
