"""Notes: how they are shown on a board, and their words as one text."""

from __future__ import annotations

from enum import StrEnum

from casedb.model.kinds.note import NOTE
from casedb.model.records import Item


class ShownAs(StrEnum):
    """How a note is shown on a board."""

    CARD = "card"
    STICKY = "sticky"
    TEXT = "text"


_KNOWN = frozenset(each.value for each in ShownAs)


def shown_as(item: Item) -> ShownAs:
    """How an item is shown; anything but a note as a card, and so is what a newer version alone has."""
    if item.kind != NOTE.name:
        return ShownAs.CARD
    told = item.values.text("shown_as")
    return ShownAs(told) if told in _KNOWN else ShownAs.CARD


def words_of(note: Item) -> str:
    """The words of a note as one text: its title, and in the lines below what it says."""
    title, summary = note.title, note.values.text("summary")
    return f"{title}\n{summary}" if summary else title


def split_words(words: str) -> dict[str, str | None]:
    """The title and summary of a note of some words: its first line, and the rest of them.

    >>> split_words("Ask the port\\nWho signed?")
    {'title': 'Ask the port', 'summary': 'Who signed?'}
    """
    title, _, summary = words.partition("\n")
    return {"title": title or None, "summary": summary or None}
