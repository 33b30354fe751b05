"""Keeping what was found by comparing two files."""

from __future__ import annotations

from collections.abc import Sequence

from casedb.commands.items import set_values
from casedb.errors import InvalidChange
from casedb.model.changes import ChangeSet
from casedb.model.contents import Contents
from casedb.model.fields import Table, Unreadable
from casedb.model.kinds import kind_of
from casedb.model.matches import FIELD, Match, find_match
from casedb.model.records import Item
from casedb.model.values import Values
from casedb.words import say


def keeps_matches(item: Item) -> bool:
    """Whether an item is of a kind that keeps matched points."""
    return kind_of(item.kind).has(FIELD)


def matches_of(item: Item) -> tuple[Values, ...]:
    """The rows of matched points that an item keeps. Raises Unreadable."""
    kind = kind_of(item.kind)
    field = kind.field(FIELD) if kind.has(FIELD) else None
    return (field.read(item.values) or ()) if isinstance(field, Table) else ()


def save_match(contents: Contents, item_id: str, match: Match, note: str = "") -> ChangeSet:
    """Keep matched points with an item, in place of those of the same two files.

    Raises InvalidChange where its kind has no place for them, or what is there cannot be read.
    """
    item = contents.items[item_id]
    if not keeps_matches(item):
        raise InvalidChange(say("Items of this kind keep no matched points. Nothing was changed."))
    try:
        rows: Sequence[Values] = matches_of(item)
    except Unreadable as trouble:
        raise InvalidChange(
            say("The matched points that are there cannot be read. Nothing was changed.")
        ) from trouble
    kept = [dict(row) for row in rows if find_match([row], match.first, match.second) is None]
    return set_values(item, {FIELD: [*kept, match.to_row(note)]}, "Save matched points")
