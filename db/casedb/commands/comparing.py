"""Keeping what was found by comparing two files."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence

from casedb.commands.items import set_values
from casedb.errors import InvalidChange
from casedb.model.changes import ChangeSet
from casedb.model.contents import Contents
from casedb.model.fields import Table, Unreadable
from casedb.model.json_value import JsonValue
from casedb.model.kinds import kind_of
from casedb.model.matches import FIELD, Match, find_match
from casedb.model.records import Item
from casedb.model.reference_fields import ItemRefs
from casedb.model.values import Values
from casedb.words import say

COMPARED_WITH = "compared_with"
"""The name of the field that says with which items one is compared."""


def keeps_matches(item: Item) -> bool:
    """Whether an item is of a kind that keeps matched points."""
    return kind_of(item.kind).has(FIELD)


def matches_of(item: Item) -> tuple[Values, ...]:
    """The rows of matched points that an item keeps. Raises Unreadable."""
    kind = kind_of(item.kind)
    field = kind.field(FIELD) if kind.has(FIELD) else None
    return (field.read(item.values) or ()) if isinstance(field, Table) else ()


def compared_with(item: Item) -> tuple[str, ...]:
    """The items that one says it is compared with; none where that cannot be read."""
    field = _field_of_others(item)
    with contextlib.suppress(Unreadable):
        return (field.read(item.values) or ()) if field is not None else ()
    return ()


def save_match(
    contents: Contents, item_id: str, match: Match, note: str = "", other: str = ""
) -> ChangeSet:
    """Keep matched points with an item, in place of those of the same two files.

    `other` is the item whose file it was compared with: where the item has yet to say what it is compared
    with, it says so too. Raises InvalidChange where its kind has no place for them, or what is there cannot be read.
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
    values: dict[str, JsonValue] = {FIELD: [*kept, match.to_row(note)]}
    if _may_name(contents, item, other):
        values[COMPARED_WITH] = [other]
    return set_values(item, values, "Save matched points")


def _may_name(contents: Contents, item: Item, other: str) -> bool:
    """Whether an item says of none yet that it is compared with it, and may say so of another."""
    field, named = _field_of_others(item), contents.items.get(other)
    if field is None or named is None or named.id == item.id:
        return False
    # What cannot be read is something, too.
    is_empty = item.values.get(COMPARED_WITH) in (None, [])
    return is_empty and (not field.kinds or named.kind in field.kinds)


def _field_of_others(item: Item) -> ItemRefs | None:
    kind = kind_of(item.kind)
    field = kind.field(COMPARED_WITH) if kind.has(COMPARED_WITH) else None
    return field if isinstance(field, ItemRefs) else None
