"""Making an item one of another kind: what it holds stays, and what would fit no more is named."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from casedb.errors import InvalidChange
from casedb.model.changes import ChangeSet, Edit
from casedb.model.contents import Contents
from casedb.model.fields import Choice
from casedb.model.kinds import is_known, kind_of
from casedb.model.link_types import LINK_TYPES, End, allows
from casedb.model.records import Item, Link, Ref
from casedb.words import say


def change_kind(contents: Contents, item_ids: Iterable[str], kind: str) -> ChangeSet:
    """Make items ones of another kind.

    Everything stays: what has no field in the new kind is kept among the values and shown below the
    others. Raises InvalidChange where something could not stay: a link whose type does not lead there,
    elements and judgements that only a claim can have, a card that stands for a board.
    """
    if not is_known(kind):
        raise InvalidChange(say("There is no kind “{kind}”.", kind=kind))
    items = [contents.items[each] for each in dict.fromkeys(item_ids)]
    turned = {item.id: _turned(item, kind) for item in items if item.kind != kind}
    for before in items:
        if before.id in turned:
            _refuse_unfitting(contents, before, kind)
    for link in dict.fromkeys(link for each in turned for link in _links_at(contents, each)):
        _refuse_link(contents, link, turned)
    edits = tuple(Edit(item, turned[item.id]) for item in items if item.id in turned)
    return ChangeSet("Convert to another kind", edits)


def _turned(item: Item, kind: str) -> Item:
    """An item of a new kind, with what a fresh one begins with where nothing is said."""
    fresh = {
        field.name: field.default
        for field in kind_of(kind).stored_fields()
        if isinstance(field, Choice) and field.default and item.values.get(field.name) is None
    }
    return replace(item, kind=kind, values=item.values.changed(fresh))


def _links_at(contents: Contents, item_id: str) -> list[Link]:
    elements = (each.id for each in contents.elements_of(item_id))
    return [link for end in (item_id, *elements) for link in contents.links_at(end)]


def _refuse_unfitting(contents: Contents, item: Item, kind: str) -> None:
    if "board_card" in (item.kind, kind):
        raise InvalidChange(
            say("A card that stands for a board is of no other kind, so nothing was changed.")
        )
    if item.kind == "claim" and contents.elements_of(item.id):
        raise InvalidChange(
            say(
                "“{title}” has elements, which only a claim can have, so nothing was changed.",
                title=item.title,
            )
        )
    is_judged = contents.assessments_of(item.id) or contents.assessments_for(item.id)
    if "claim" in (item.kind, kind) and is_judged:
        raise InvalidChange(
            say(
                "“{title}” has been assessed, and a claim is judged otherwise than evidence, so nothing was "
                "changed.",
                title=item.title,
            )
        )


def _refuse_link(contents: Contents, link: Link, turned: dict[str, Item]) -> None:
    """Raise InvalidChange where a link may not lead between what its ends will be."""
    known = LINK_TYPES.get(link.type)
    start, end = (_kind_at(contents, each, turned) for each in (link.start, link.end))
    if known is not None and not allows(known, link.start.end, start, link.end.end, end):
        raise InvalidChange(
            say(
                "“{type}” cannot lead from “{start}” to “{end}”, so nothing was changed. Give that link "
                "another type first.",
                type=say(known.label),
                start=say(kind_of(start).label) if start else "–",
                end=say(kind_of(end).label) if end else "–",
            )
        )


def _kind_at(contents: Contents, ref: Ref, turned: dict[str, Item]) -> str:
    if ref.end is End.ELEMENT:
        ref = Ref.item(contents.elements[ref.id].claim)
    if ref.end is not End.ITEM:
        return ""
    return (turned.get(ref.id) or contents.items[ref.id]).kind
