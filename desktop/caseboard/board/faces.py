"""`Faces`: what the cards show, computed when first painted and kept until an edit changes it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from casedb.model import card_face
from casedb.model.card_face import CardFace
from casedb.model.changes import Edit
from casedb.model.contents import Contents
from casedb.model.link_types import End
from casedb.model.records import (
    Artifact,
    Assessment,
    Attachment,
    Board,
    Card,
    Element,
    Frame,
    Item,
    Link,
    Record,
    Ref,
    Scheme,
    Source,
)
from casedb.model.standing import Standing

MOST_FACES = 20_000


class Faces:
    """The faces of items by id."""

    def __init__(self, contents: Contents) -> None:
        self._contents = contents
        self._known: dict[str, CardFace] = {}
        self._supposed: Mapping[str, Standing] = {}

    def suppose(self, standings: Mapping[str, Standing]) -> set[str]:
        """Show how claims would stand, by their ids, and all others as they do; returns the ids of those
        whose faces differ by that."""
        before, self._supposed = self._supposed, dict(standings)
        claims = before.keys() | self._supposed.keys()
        stale = {each for each in claims if before.get(each) != self._supposed.get(each)}
        self.drop(stale)
        return stale

    def of(self, item_id: str) -> CardFace | None:
        """The face of an item's cards; None while the item has not been read."""
        known = self._known.get(item_id)
        if known is None:
            item = self._contents.items.get(item_id)
            if item is None:
                return None
            if len(self._known) >= MOST_FACES:
                self._known.clear()
            known = self._known[item_id] = self._face(item)
        return known

    def _face(self, item: Item) -> CardFace:
        face = card_face.face(self._contents, item)
        supposed = self._supposed.get(item.id)
        if supposed is None or face.support is None:
            return face
        return replace(face, support=replace(face.support, supposed=supposed))

    def adopt(self, contents: Contents) -> None:
        """Go on with another case in memory, in which the items known so far are the same."""
        self._contents = contents
        # But not all cards of the boards were there that their cards stand for, nor what custody says,
        # nor all that claims rest on.
        self._known = {
            key: each
            for key, each in self._known.items()
            if each.map is None and each.support is None and not (each.files and contents.failed)
        }

    def drop(self, item_ids: Iterable[str]) -> None:
        """Forget the faces of some items."""
        for item_id in item_ids:
            self._known.pop(item_id, None)

    def forget(self, edits: Iterable[Edit]) -> set[str]:
        """Forget the faces that edits may have changed, and return the ids of their items."""
        stale = stale_items(self._contents, edits)
        self.drop(stale)
        return stale


def stale_items(contents: Contents, edits: Iterable[Edit]) -> set[str]:
    """The ids of the items whose faces may differ after edits that the case has taken already.

    A face shows the item itself, its files, its claimant or source by name, that source's and its
    own grade, its verdict, how many links speak for and against it or its elements, and of the board
    that it stands for what it is called, how many cards that has, and where they lie.
    """
    stale: set[str] = set()
    mapped: set[str] = set()
    for edit in edits:
        if isinstance(edit.record, Card | Frame):
            mapped.add(edit.record.board)
            continue
        for record in (edit.before, edit.after):
            if record is not None:
                stale.update(_shown_on(contents, record))
    for board_id in mapped:
        stale.update(item.id for item in contents.items_for_board(board_id))
    return stale


def _shown_on(contents: Contents, record: Record) -> Iterable[str]:
    match record:
        case Item():
            return (record.id,)
        case Element():
            return (record.claim,)
        case Link():
            return (*_item_at(contents, record.start), *_item_at(contents, record.end))
        case Attachment():
            return (record.item,)
        case Artifact():
            return (each.item for each in contents.attachments_to(record.id))
        case Assessment():
            about = (record.subject,) if record.claim is None else (record.subject, record.claim)
            return (*about, *_items_from(contents, record.subject))
        case Source():
            return _items_from(contents, record.id)
        case Scheme():
            return contents.items.keys()
        case Board():
            return (item.id for item in contents.items_for_board(record.id))
        case _:
            return ()


def items_showing(contents: Contents, record_id: str) -> tuple[str, ...]:
    """The ids of the items on whose cards a grade of an item or source is shown."""
    item = (record_id,) if record_id in contents.items else ()
    return (*item, *_items_from(contents, record_id))


def _item_at(contents: Contents, ref: Ref) -> tuple[str, ...]:
    if ref.end is End.ITEM:
        return (ref.id,)
    # An element that went in the same edits brings its claim along by itself.
    element = contents.elements.get(ref.id) if ref.end is End.ELEMENT else None
    return (element.claim,) if element is not None else ()


def _items_from(contents: Contents, source_id: str) -> tuple[str, ...]:
    return tuple(each.id for each in contents.referrers(source_id) if isinstance(each, Item))
