"""What a debris analysis concludes, and what it does not show, told wherever it is cited.

How finely something is named and how firmly that is borne out are two scales: they stand side by side
and are never made one.
"""

from __future__ import annotations

from collections.abc import Iterable

from casedb.model.contents import Contents
from casedb.model.fields import Choice, Table, Unreadable
from casedb.model.kinds.debris_analysis import DEBRIS_ANALYSIS, EXCLUDED, OPEN
from casedb.model.link_types import link_type
from casedb.model.records import Item, Link
from casedb.model.visible_text import visible
from casedb.words import say

LONGEST = 400
"""Characters of the limits of one item that are told where it is cited."""
MOST_ITEMS = 12
"""Items whose limits are told below one picture."""


def is_excluded(item: Item) -> bool:
    """Whether an analysis excludes what it looked for: then it speaks against it."""
    return item.kind == DEBRIS_ANALYSIS.name and item.values.text("strength") == EXCLUDED


def conclusion_in_words(item: Item) -> str:
    """The level of the identification and the strength of the conclusion, in a word each; empty where
    neither is told, and for items of other kinds."""
    if item.kind != DEBRIS_ANALYSIS.name:
        return ""
    return " · ".join(filter(None, (_word(item, name) for name in ("level", "strength")))).lower()


def _word(item: Item, name: str) -> str:
    field, word = DEBRIS_ANALYSIS.field(name), item.values.text(name)
    return field.show(word) if word and isinstance(field, Choice) else ""


def open_alternatives(item: Item) -> int:
    """How many of the alternatives that were considered are not set aside."""
    table = DEBRIS_ANALYSIS.field("candidates")
    if item.kind != DEBRIS_ANALYSIS.name or not isinstance(table, Table):
        return 0
    try:
        rows = table.read(item.values) or ()
    except Unreadable:
        return 0
    return sum(row.text("standing") == OPEN for row in rows)


def limits_of(item: Item, is_whole: bool = False) -> str:
    """What an item does not show, in one line; empty where nothing is told of that."""
    if item.kind != DEBRIS_ANALYSIS.name:
        return ""
    text = item.values.text("limits")
    if is_whole:
        return " ".join(visible(text).split())
    told = " ".join(visible(text[: 2 * LONGEST]).split())
    return told if len(told) <= LONGEST else f"{told[: LONGEST - 1].rstrip()}…"


def limits_in_words(item: Item, is_whole: bool = False) -> str:
    """The same as a sentence that says what it is."""
    limits = limits_of(item, is_whole)
    return say("Limits: {limits}", limits=limits) if limits else ""


def limits_cited(items: Iterable[Item]) -> str:
    """The limits of several items in one text, each told once, with the exhibits that it is about."""
    said: dict[str, list[str]] = {}
    for item in items:
        limits = limits_of(item)
        if limits:
            name = item.values.text("exhibit") or item.title
            said.setdefault(limits, []).append(" ".join(visible(name[:80]).split()))
    parts = [
        say("{exhibits}: {limits}", exhibits=", ".join(filter(None, names)), limits=limits)
        if any(names)
        else limits
        for limits, names in said.items()
    ]
    if not parts:
        return ""
    more = len(parts) - MOST_ITEMS
    told = " ".join(parts[:MOST_ITEMS])
    if more > 0:
        told = say("{limits} And {n} more.", "{limits} And {n} more.", limits=told, n=more)
    return say("Limits: {limits}", limits=told)


def doubt_of_link(contents: Contents, link: Link) -> str:
    """What is to be asked of a link by which an analysis that excludes something supports something."""
    item = contents.get(Item, link.start.id)
    if item is None or not is_excluded(item) or link_type(link.type).polarity <= 0:
        return ""
    return say(
        "This analysis concludes “excluded”, and yet supports what it is linked to: is that meant?"
    )
