"""Saying of several items that they are one origin, by the name of a group, and taking that back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from casedb.errors import InvalidChange
from casedb.model.changes import ChangeSet, Edit
from casedb.model.contents import Contents
from casedb.model.kinds import is_known
from casedb.words import say

GROUP = "origin_group"
"""The field of an item that names its group."""


def make_one_origin(
    contents: Contents, item_ids: Iterable[str], name: str, others: Iterable[str] = ()
) -> ChangeSet:
    """Put items in one named group, and take such `others` out of it as are in it.

    A group that is there in another spelling is the same one, and keeps its spelling. Raises
    InvalidChange without a name, and for an item of a kind that this version does not know.
    """
    wanted = " ".join(name.split())
    if not wanted:
        raise InvalidChange(say("A group needs a name. Nothing was changed."))
    members = dict.fromkeys(item_ids)
    spelt = next((each for each in _names(contents) if _is_one(each, wanted)), wanted)
    edits = list(_edits(contents, members, spelt))
    leaving = (each for each in others if each not in members and in_group(contents, each, wanted))
    edits += _edits(contents, leaving, "")
    return ChangeSet("Make one origin", tuple(edits))


def part_origin(contents: Contents, item_ids: Iterable[str]) -> ChangeSet:
    """Take items out of whatever named group they are in."""
    return ChangeSet("Take out of one origin", tuple(_edits(contents, item_ids, "")))


def in_group(contents: Contents, item_id: str, name: str) -> bool:
    """Whether an item is in the group of a name, in whatever spelling."""
    return _is_one(contents.items[item_id].values.text(GROUP), name)


def _is_one(name: str, other: str) -> bool:
    return name.strip().casefold() == other.strip().casefold()


def _names(contents: Contents) -> Iterator[str]:
    return (each.values.text(GROUP).strip() for each in contents.items.values())


def _edits(contents: Contents, item_ids: Iterable[str], name: str) -> Iterator[Edit]:
    for each in item_ids:
        item = contents.items[each]
        if not is_known(item.kind):
            raise InvalidChange(
                say("Items of a kind of a newer version stay as they are. Nothing was changed.")
            )
        after = replace(item, values=item.values.changed({GROUP: name or None}))
        if after != item:
            yield Edit(item, after)
