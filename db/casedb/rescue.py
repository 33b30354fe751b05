"""What a damaged case loses and what its journal still knows: reading on, and a copy that is whole.

The journal holds every value that a record ever had, each under a hash. A row that cannot be read,
or is not what it was, comes back from there as long as the journal itself can be read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from casedb.canonical import row_hash
from casedb.chain import Recorded, check_chain, play_back
from casedb.entries import RowEdit, difference
from casedb.errors import CaseDamaged
from casedb.history import Journal
from casedb.model.contents import Contents
from casedb.model.custody import is_expunged
from casedb.model.records import Annotation, Artifact, Attachment, Item, Record, Route, Source
from casedb.model.references import references_of, without_references
from casedb.store.artifacts import StoredBytes
from casedb.store.journal_rows import JournalRows
from casedb.store.rows import CODEC_OF_TABLE, CODECS, RowNotUnderstood
from casedb.words import english

LABEL = "Recover what could be read"

MOST_NAMES = 5
"""Names of lost files that the journal gives; of more, only how many there are."""


def recorded_records(rows: JournalRows) -> Iterator[Record]:
    """Every record that the journal can vouch for, as it should be, as far as it can be read."""
    try:
        for recorded in play_back(rows):
            codec = CODEC_OF_TABLE.get(recorded.table)
            if codec is None or recorded.row is None:
                continue
            try:
                yield codec.from_row(recorded.row)
            except (RowNotUnderstood, KeyError):
                continue
    except CaseDamaged:
        return


def journal_of_rescue(rows: JournalRows, contents: Contents, at: str, actor: str) -> Rescued:
    """What a rescued copy of a damaged case shall hold, and the journal that vouches for it."""
    return Rescued(rows, contents, at, actor)


class Rescued:
    """A damaged case as a copy of it will be: sound, with whatever could not be proven left out.

    Bytes that are not what their name says are evidence still: they are kept as an artifact of
    their own, under the SHA-256 that they have, and the captions say so.
    """

    def __init__(self, rows: JournalRows, contents: Contents, at: str, actor: str) -> None:
        self._rows = rows
        self._contents = contents
        self._at = at
        self._actor = actor
        self._left_out: Counter[str] = Counter()
        self._lost_files: list[str] = []

    def settle(self, held: Mapping[str, StoredBytes]) -> Contents:
        """The records of the copy, given the bytes that can be read of each artifact."""
        renamed = self._settle_artifacts(held)
        there = self._contents.sources.keys() | self._contents.items.keys()
        kept: dict[tuple[type[Record], str], Record] = {}
        routes: set[tuple[str, str]] = set()
        for record in self._contents.records():
            match record:
                case Artifact():
                    record = renamed.get(record.id)
                case Attachment():
                    record = self._reattached(record, renamed)
                case Annotation():
                    artifact = renamed.get(record.artifact)
                    record = replace(record, artifact=artifact.id) if artifact else None
                case Item() | Source():
                    record = self._without_strangers(record, there)
                case Route() if (record.board, record.link) in routes:
                    self._left_out["route"] += 1
                    continue
                case Route():
                    routes.add((record.board, record.link))
                case _:
                    pass
            if record is not None:
                kept[type(record), record.id] = record
        return Contents(kept.values())

    def _settle_artifacts(self, held: Mapping[str, StoredBytes]) -> dict[str, Artifact]:
        """The artifacts of the copy by the names they had; those without any bytes are left out.

        What was expunged needs none.
        """
        settled: dict[str, Artifact] = {}
        for artifact in self._contents.artifacts.values():
            stored = held.get(artifact.id)
            if is_expunged(artifact):
                settled[artifact.id] = artifact
            elif stored is None or not (stored.pieces and (stored.size or not stored.trouble)):
                self._left_out["file"] += 1
                self._lost_files.append(artifact.name)
            elif stored.sha256 == artifact.id and not stored.trouble:
                settled[artifact.id] = replace(artifact, size=stored.size)
            else:
                self._left_out["damaged file"] += 1
                # A sound one of the same bytes may be there already; then both are that.
                same_bytes = self._contents.artifacts.get(stored.sha256, artifact)
                settled[artifact.id] = replace(same_bytes, id=stored.sha256, size=stored.size)
        return settled

    def _reattached(
        self, attachment: Attachment, renamed: Mapping[str, Artifact]
    ) -> Attachment | None:
        artifact = renamed.get(attachment.artifact)
        if artifact is None or artifact.id == attachment.artifact:
            return attachment if artifact is not None else None
        # It is stored, and so it is in English.
        told = english(
            "Damaged: these are not the bytes that came in as SHA-256 {artifact}.",
            artifact=attachment.artifact,
        )
        caption = f"{told} {attachment.caption}".strip()
        return replace(attachment, artifact=artifact.id, caption=caption)

    def _without_strangers(self, record: Item | Source, there: Set[str]) -> Item | Source:
        gone = frozenset(named for _, _, named in references_of(record) if named not in there)
        if not gone:
            return record
        self._left_out["mention"] += len(gone)
        return replace(record, values=without_references(record, gone))

    def write(self, fresh: JournalRows, kept: Contents) -> None:
        """Write the journal of the copy.

        Where the chain of the damaged case is whole it goes on, with one entry more about whatever
        is not as it says. Else it begins anew, with one entry about everything.
        """
        label = LABEL
        if _is_whole(self._rows):
            edits = list(_differences(play_back(self._rows), kept))
            fresh.take_over(self._rows)
        else:
            edits = list(_differences((), kept))
            label += f"; the journal began anew{_after_entry(self._rows)}"
        if self._left_out:
            label += f"; {_told(self._left_out)}"
        if self._lost_files:
            label += f" ({_quoted(self._lost_files)})"
        if edits:
            Journal(fresh).write_edits(label, edits, self._at, self._actor)


def _after_entry(rows: JournalRows) -> str:
    try:
        newest = rows.newest()
    except CaseDamaged:
        return ""
    return f" after entry {newest.seq:,}, {newest.hash[:12]}…" if newest is not None else ""


def _told(left_out: Counter[str]) -> str:
    """What was left out or is not what it was, counted."""
    words = {
        "damaged file": (
            "file has other bytes than came in",
            "files have other bytes than came in",
        ),
        "mention": ("mention of a lost record is gone", "mentions of lost records are gone"),
        "route": ("second way of a string is gone", "second ways of strings are gone"),
        # Last, as their names follow.
        "file": ("file is lost", "files are lost"),
    }
    return ", ".join(
        f"{left_out[what]:,} {words[what][left_out[what] > 1]}" for what in words if left_out[what]
    )


def _quoted(names: Sequence[str]) -> str:
    shown = ", ".join(f"“{name[:60]}”" for name in names[:MOST_NAMES])
    return shown if len(names) <= MOST_NAMES else f"{shown} and {len(names) - MOST_NAMES:,} more"


def _is_whole(rows: JournalRows) -> bool:
    try:
        return next(check_chain(rows), None) is None and all(
            not recorded.faults and recorded.table in CODEC_OF_TABLE for recorded in play_back(rows)
        )
    except CaseDamaged:
        return False


def _differences(recorded: Iterator[Recorded] | tuple[()], contents: Contents) -> Iterator[RowEdit]:
    """The edits that lead from what a journal says to what is there."""
    spoken_of: set[tuple[str, str]] = set()
    for each in recorded:
        spoken_of.add((each.table, each.id))
        codec = CODEC_OF_TABLE.get(each.table)
        record = contents.get(codec.record, each.id) if codec is not None else None
        if codec is None or record is None:
            if each.hash is not None:
                yield RowEdit(each.table, each.id, each.row, None, None)
            continue
        row = codec.row(record)
        hashed = row_hash(codec.table, row)
        if hashed == each.hash:
            continue
        before, after = (None, row) if each.row is None else difference(each.row, row)
        yield RowEdit(each.table, each.id, before, after, hashed)
    for codec in CODECS.values():
        for record in contents.all(codec.record).values():
            if (codec.table, record.id) not in spoken_of:
                row = codec.row(record)
                yield RowEdit(codec.table, record.id, None, row, row_hash(codec.table, row))
