"""What is noted of an artifact whose bytes were expunged: its tombstone.

The law, or somebody's consent withdrawn, can ask that bytes go. The record stays, with its SHA-256
and who let the bytes go, when and why, and nothing takes that back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from casedb.model.json_value import JsonValue
from casedb.model.records import Artifact, Record
from casedb.words import say

KEY = "expunged"
"""Under which the tombstone stands among an artifact's values."""

METADATA = "metadata"
"""Where an artifact keeps what its bytes say of themselves: it goes with them."""
CLEARED: Mapping[str, JsonValue] = {KEY: True}
"""What the journal has in its place where that was expunged."""


@dataclass(frozen=True, slots=True)
class Tombstone:
    """When (UTC, ISO 8601), by whom and why an artifact's bytes were expunged."""

    at: str
    by: str
    reason: str


def tombstone_of(artifact: Artifact) -> Tombstone | None:
    """The tombstone of an artifact; None while its bytes are in the case."""
    told = artifact.values.get(KEY)
    if told is None:
        return None
    held = told if isinstance(told, Mapping) else dict[str, object]()
    at, by, reason = (str(held.get(name) or "") for name in ("at", "by", "reason"))
    return Tombstone(at, by, reason)


def is_expunged(artifact: Artifact) -> bool:
    """Whether the bytes of an artifact were expunged."""
    return KEY in artifact.values


def laid_to_rest(artifact: Artifact, tombstone: Tombstone) -> Artifact:
    """An artifact with its tombstone, and without what its bytes said of themselves."""
    told = {"at": tombstone.at, "by": tombstone.by, "reason": tombstone.reason}
    return replace(artifact, values=artifact.values.changed({KEY: told, METADATA: None}))


def keeping_tombstone(there: Record | None, later: Record | None) -> Record | None:
    """What a record may become by undoing or redoing: an expunged artifact stays one."""
    if not (isinstance(there, Artifact) and is_expunged(there)):
        return later
    if not isinstance(later, Artifact):
        return there
    return replace(later, values=later.values.changed({KEY: there.values[KEY], METADATA: None}))


def breaks_tombstone(before: Record | None, after: Record | None) -> bool:
    """Whether a change would take a tombstone away, put another in its place, or set one up."""
    if not isinstance(before, Artifact):
        return False
    held = before.values.get(KEY)
    return held != (after.values.get(KEY) if isinstance(after, Artifact) else None)


def tombstone_in_words(tombstone: Tombstone) -> str:
    """What is said in place of bytes that were expunged."""
    day, by, reason = tombstone.at[:10], tombstone.by, tombstone.reason
    if by:
        return say("Expunged on {day} by {by}: {reason}", day=day, by=by, reason=reason)
    return say("Expunged on {day}: {reason}", day=day, reason=reason)
