"""The links that answer a field which is answered on the board."""

from __future__ import annotations

from casedb.model.contents import Contents
from casedb.model.link_types import End
from casedb.model.records import Element, Item, Link, Ref
from casedb.model.reference_fields import Linked


def answering(contents: Contents, field: Linked, item_id: str) -> list[Link]:
    """The links of an item that answer a field, in the order in which they were drawn."""
    here = Ref.item(item_id)
    return [
        link
        for link in contents.links_at(item_id)
        if (link.start if field.outward else link.end) == here and answers(contents, field, link)
    ]


def answers(contents: Contents, field: Linked, link: Link) -> bool:
    """Whether a link is of a type that answers a field, and leads to a kind of thing that it asks for."""
    if link.type not in field.types:
        return False
    return not field.kinds or _kind_at(contents, other_end(field, link)) in field.kinds


def other_end(field: Linked, link: Link) -> Ref:
    """The end of a link that a field asks for."""
    return link.end if field.outward else link.start


def _kind_at(contents: Contents, end: Ref) -> str:
    """The kind of an item, or that of the claim of an element; empty where neither is there."""
    element = contents.get(Element, end.id) if end.end is End.ELEMENT else None
    item = contents.get(Item, element.claim if element is not None else end.id)
    return item.kind if item is not None else ""
