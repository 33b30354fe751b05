"""Expunging: the bytes of an artifact leave a case for good, and a tombstone takes their place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from casedb.entries import Entry, Row, patched, read_edit
from casedb.errors import InvalidChange
from casedb.model.changes import ChangeSet, Edit
from casedb.model.contents import Contents
from casedb.model.custody import Tombstone, is_expunged, laid_to_rest, tombstone_of
from casedb.model.records import Artifact
from casedb.store.journal_rows import JournalRows
from casedb.store.rows import CODECS
from casedb.words import say, term

LONGEST_REASON = 4_000
"""Characters of a reason."""

_SHA256 = re.compile(r"[0-9a-f]{64}")

_BEYOND = term(
    "Beyond reach are copies and exports that were saved elsewhere or handed on, backups by other "
    "programs, and what a disk keeps of files that were deleted."
)


@dataclass(frozen=True, slots=True)
class Expunged:
    """What expunging an artifact came to.

    `entry` is the journal's; `backups` are those of the program that held the bytes and hold them no
    more, without which their own records stay; `unreached` has a sentence for every copy that the
    program knows of and could not reach, and last one about those it cannot know of.
    """

    entry: Entry
    artifact: Artifact
    backups: tuple[Path, ...]
    unreached: tuple[str, ...]


def outcome(
    entry: Entry, artifact: Artifact, backups: tuple[Path, ...], unreached: tuple[str, ...]
) -> Expunged:
    """What came of it, with what no program can reach."""
    return Expunged(entry, artifact, backups, (*unreached, say(_BEYOND)))


def plain_sha256(sha256: str) -> str:
    """The id of an artifact from what somebody wrote. Raises InvalidChange."""
    name = sha256.strip().lower()
    if not _SHA256.fullmatch(name):
        raise InvalidChange(say("A SHA-256 has 64 digits and letters a to f; nothing was done."))
    return name


def expunge(
    contents: Contents, rows: JournalRows, artifact_id: str, holds_bytes: bool, tombstone: Tombstone
) -> ChangeSet:
    """The change that notes an artifact as expunged. Raises InvalidChange where there is nothing to expunge.

    Bytes whose record was taken back or is gone are expunged too: their record comes again, as a
    tombstone, so that no redo can rely on them.
    """
    if not tombstone.reason.strip():
        raise InvalidChange(say("Say why the file is expunged; without a reason nothing was done."))
    if len(tombstone.reason) > LONGEST_REASON:
        raise InvalidChange(
            say("A reason has {n} characters at most; nothing was done.", n=LONGEST_REASON)
        )
    there = contents.get(Artifact, artifact_id)
    if there is not None and is_expunged(there):
        raise InvalidChange(_expunged_already(there))
    if there is None and not holds_bytes:
        raise InvalidChange(
            say("No file of this case has the SHA-256 {name}….", name=artifact_id[:12])
        )
    record = there or _as_journaled(rows, artifact_id)
    return ChangeSet("Expunge file", (Edit(there, laid_to_rest(record, tombstone)),))


def _expunged_already(artifact: Artifact) -> str:
    tombstone = tombstone_of(artifact)
    assert tombstone is not None
    name, day, by = artifact.id[:12], tombstone.at[:10], tombstone.by
    if by:
        return say(
            "The file {name}… was expunged already, on {day} by {by}.", name=name, day=day, by=by
        )
    return say("The file {name}… was expunged already, on {day}.", name=name, day=day)


def _as_journaled(rows: JournalRows, artifact_id: str) -> Artifact:
    """An artifact that is no more in the case, as it was noted last."""
    codec = CODECS[Artifact]
    last: Row | None = None
    row: Row | None = None
    for each in rows.edits_of(artifact_id):
        if each.table == codec.table:
            edit = read_edit(each)
            row = patched(row, edit.before, edit.after)
            last = row or last
    if last is not None:
        return codec.from_row(last)
    return Artifact(artifact_id, 0, "application/octet-stream", "")
