"""Commands that set one field of several items at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from casedb.model.changes import ChangeSet, Edit
from casedb.model.contents import Contents
from casedb.model.fields import Unreadable
from casedb.model.json_value import JsonValue
from casedb.model.kinds import kind_of
from casedb.model.records import Item


def fill(
    contents: Contents, item_ids: Iterable[str], field_name: str, stored: JsonValue
) -> ChangeSet:
    """Store one value in a field of several items; None empties it. Items whose kind has no such field,
    or that hold something there which is not understood, stay as they are.
    """
    return fill_each(contents, dict.fromkeys(item_ids, field_name), stored)


def fill_each(contents: Contents, fields: Mapping[str, str], stored: JsonValue) -> ChangeSet:
    """Store one value in several items, in a field of each: its name stands by the id of the item."""
    edits: list[Edit] = []
    for item_id, field_name in fields.items():
        for item in _holders(contents, (item_id,), field_name):
            after = replace(item, values=item.values.changed({field_name: stored}))
            if after != item:
                edits.append(Edit(item, after))
    return ChangeSet("Edit fields", tuple(edits))


def change_tags(
    contents: Contents, item_ids: Iterable[str], add: Iterable[str], take: Iterable[str]
) -> ChangeSet:
    """Give several items some tags, and take others away; the tags that they have besides stay."""
    added, taken = tuple(add), {each.casefold() for each in take}
    edits: list[Edit] = []
    for item in _holders(contents, item_ids, "tags"):
        held = item.values.get("tags")
        there = [each for each in held if isinstance(each, str)] if isinstance(held, list) else []
        kept = [each for each in there if each.casefold() not in taken]
        now = list(dict.fromkeys([*kept, *added]))
        if now != there:
            value: JsonValue = list[JsonValue](now) or None
            edits.append(Edit(item, replace(item, values=item.values.changed({"tags": value}))))
    return ChangeSet("Edit fields", tuple(edits))


def _holders(contents: Contents, item_ids: Iterable[str], field_name: str) -> Iterable[Item]:
    for item_id in dict.fromkeys(item_ids):
        item = contents.items.get(item_id)
        if item is None or not kind_of(item.kind).has(field_name):
            continue
        try:
            kind_of(item.kind).field(field_name).read(item.values)
        except Unreadable:
            continue
        yield item
