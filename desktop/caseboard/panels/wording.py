"""How records are called in lists: one line of plain text, hidden controls made visible."""

from __future__ import annotations

from caseboard.titles import listed
from casedb.model.card_face import title_of
from casedb.model.contents import Contents
from casedb.model.discretion import public_name
from casedb.model.kinds import kind_of
from casedb.model.link_types import End, link_type
from casedb.model.records import Item, Link, Ref, Source
from casedb.model.visible_text import visible
from casedb.words import say

LONGEST = 400
"""A row never holds more of a text than this; the whole of it is in the inspector."""


def one_line(text: str) -> str:
    """The beginning of a text as one line, hidden controls as visible marks."""
    return " ".join(visible(text[: 2 * LONGEST]).split())[:LONGEST]


def item_title(item: Item, contents: Contents | None = None) -> str:
    """An item's title, or what it is where it has none; in its case, that of the board it is for."""
    title = title_of(contents, item) if contents is not None else item.title
    return one_line(title) or say("Untitled {kind}", kind=say(kind_of(item.kind).label).lower())


def source_name(source: Source) -> str:
    """A source's name, or that it has none; one that is protected is not named in a list."""
    return one_line(public_name(source)) or say("Unnamed source")


def end_title(contents: Contents, end: Ref) -> str:
    """What one end of a link is called."""
    if end.end is End.ITEM:
        item = contents.get(Item, end.id)
        return item_title(item, contents) if item is not None else say("an item")
    if end.end is End.ELEMENT:
        element = contents.elements.get(end.id)
        return one_line(element.values.text("text")) if element is not None else say("an element")
    link = contents.get(Link, end.id)
    if link is None:
        return say("a link")
    return say("a link that {says}", says=say(link_type(link.type).says))


def whereabouts(contents: Contents, item_id: str) -> str:
    """On which boards an item is shown, in words."""
    shown = {card.board for card in contents.cards_of(item_id)}
    titles = [one_line(board.title) for board in contents.boards if board.id in shown]
    if not titles:
        return say("not on a board")
    if len(titles) < 3:
        return say("on {boards}", boards=listed(titles))
    return say("on {n} board", "on {n} boards", n=len(titles))
