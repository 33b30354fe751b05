"""Giving records other titles from a list: what they are called there, and the change that renames."""

from __future__ import annotations

from typing import TypeAlias

from caseboard.bridge import CaseBridge
from casedb.commands import cards, items
from casedb.model.records import Board, Frame, Item, Link, Source

Titled: TypeAlias = "Board | Frame | Item | Link | Source"


def title_in(record: Titled) -> str:
    """The title of a record as it is stored; of a link, its label."""
    match record:
        case Board() | Frame():
            return record.title
        case Item():
            return record.title
        case Source():
            return record.name
        case Link():
            return record.values.text("label")


def retitle(bridge: CaseBridge, record: Titled, text: str) -> bool:
    """Give a record another title, or a link another label; whether that was done.

    A board keeps its title where there would be none.
    """
    contents, wanted = bridge.contents, text.strip()
    if wanted == title_in(record).strip():
        return False
    match record:
        case Board():
            return bool(wanted) and bridge.run(cards.rename_board(contents, record.id, wanted))
        case Frame():
            return bridge.run(cards.rename_frame(contents, record.id, wanted))
        case Item():
            change = items.set_values(record, {"title": wanted or None}, "Edit title")
        case Source():
            change = items.set_values(record, {"name": wanted or None}, "Edit name")
        case Link():
            change = items.set_values(record, {"label": wanted or None}, "Edit label")
    return bridge.run(change)
