"""Snapshots: moments of the case that have a name, kept with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from casedb.commands.items import NewId
from casedb.errors import InvalidChange
from casedb.model.changes import ChangeSet, Edit
from casedb.model.contents import Contents
from casedb.model.json_value import JsonValue
from casedb.model.records import Snapshot
from casedb.model.values import Values
from casedb.words import say


def take_snapshot(
    contents: Contents,
    new_id: NewId,
    name: str,
    at_entry: tuple[int, str],
    values: Mapping[str, JsonValue],
) -> ChangeSet:
    """Name the moment after a journal entry, given by its number and hash.

    Raises InvalidChange for an empty name, one that is taken, and a journal with no entry.
    """
    seq, head = at_entry
    if seq < 1:
        raise InvalidChange(say("Nothing has been done in this case yet, so there is no moment."))
    held = {key: value for key, value in values.items() if value not in ("", None)}
    made = Snapshot(new_id(), _free(contents, name), seq, head, Values(held))
    return ChangeSet("Take snapshot", (Edit(None, made),))


def rename_snapshot(contents: Contents, snapshot_id: str, name: str) -> ChangeSet:
    """Give a snapshot another name. Raises InvalidChange for an empty one and one that is taken."""
    held = contents.snapshots[snapshot_id]
    if name.strip() == held.name:
        return ChangeSet("Rename snapshot", ())
    after = replace(held, name=_free(contents, name, but=snapshot_id))
    return ChangeSet("Rename snapshot", (Edit(held, after),))


def note_on_snapshot(contents: Contents, snapshot_id: str, note: str) -> ChangeSet:
    """Write what a snapshot is for."""
    held = contents.snapshots[snapshot_id]
    after = replace(held, values=held.values.changed({"note": note.strip() or None}))
    return ChangeSet("Edit note of snapshot", (Edit(held, after),) if after != held else ())


def delete_snapshot(contents: Contents, snapshot_id: str) -> ChangeSet:
    """Let a name go; the moment stays in the journal."""
    return ChangeSet("Delete snapshot", (Edit(contents.snapshots[snapshot_id], None),))


def _free(contents: Contents, name: str, but: str = "") -> str:
    name = name.strip()
    if not name:
        raise InvalidChange(say("A snapshot needs a name, so none was taken."))
    key = name.casefold()
    if any(each.name.casefold() == key and each.id != but for each in contents.snapshots.values()):
        raise InvalidChange(
            say("There is a snapshot “{name}” already; choose another name.", name=name)
        )
    return name
