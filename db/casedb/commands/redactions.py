"""Redaction profiles: kept with the case under a name, so that what leaves it always leaves alike."""

from __future__ import annotations

from dataclasses import replace

from casedb.commands.items import NewId
from casedb.errors import InvalidChange
from casedb.model.changes import ChangeSet, Edit
from casedb.model.contents import Contents
from casedb.model.records import Redaction
from casedb.model.redaction import Profile
from casedb.words import say

LONGEST_NAME = 200


def add_profile(contents: Contents, new_id: NewId, name: str, profile: Profile) -> ChangeSet:
    """Keep a profile under a name. Raises InvalidChange for an empty one, and one that is taken."""
    made = Redaction(new_id(), _free(contents, name), profile.to_values())
    return ChangeSet("Add redaction profile", (Edit(None, made),))


def change_profile(contents: Contents, profile_id: str, name: str, profile: Profile) -> ChangeSet:
    """Let a profile leave out something else, or give it another name. Raises as `add_profile` does."""
    held = contents.redactions[profile_id]
    called = held.name if name.strip() == held.name else _free(contents, name, but=profile_id)
    after = replace(held, name=called, values=profile.to_values())
    return ChangeSet("Change redaction profile", (Edit(held, after),) if after != held else ())


def delete_profile(contents: Contents, profile_id: str) -> ChangeSet:
    """Let a profile go."""
    return ChangeSet("Delete redaction profile", (Edit(contents.redactions[profile_id], None),))


def _free(contents: Contents, name: str, but: str = "") -> str:
    name = name.strip()[:LONGEST_NAME]
    if not name:
        raise InvalidChange(say("A redaction profile needs a name, so none was kept."))
    key = name.casefold()
    if any(each.name.casefold() == key and each.id != but for each in contents.redactions.values()):
        raise InvalidChange(
            say("There is a redaction profile “{name}” already; choose another name.", name=name)
        )
    return name
