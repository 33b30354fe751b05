"""What a delivery makes of the files that were looked at: items, their files, and a report.

Nothing here reads a file or changes a case; it is one change, to be carried out by `Case`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from casedb.commands import items
from casedb.commands.items import NewId
from casedb.delivery_report import Row
from casedb.exchange.stac import StacItem
from casedb.intake.offer import Offer, Opener
from casedb.model.changes import ChangeSet, Edit, counted
from casedb.model.contents import Contents
from casedb.model.custody import tombstone_in_words, tombstone_of
from casedb.model.fuzzy_date import FuzzyDate
from casedb.model.json_value import JsonValue
from casedb.model.records import Artifact, Attachment, Item
from casedb.model.values import Values
from casedb.words import say

LONGEST_TITLE = 120


@dataclass(frozen=True, slots=True)
class Found:
    """A file that was looked at: its line of the report, and what could come in of it.

    `scene` is the satellite image that it describes, where it describes one; `fault` says why there
    is no picture of it, `misread` why the record that it says it is could not be read, and
    `remark` what else there is to know of it.
    """

    row: Row
    offer: Offer | None = None
    scene: StacItem | None = None
    fault: str = ""
    misread: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Seed:
    """An item about to be made: its kind, its values, and the file that comes with it."""

    kind: str
    values: dict[str, JsonValue]
    offer: Offer | None = None


@dataclass(frozen=True, slots=True)
class Stamp:
    """When files come in and by whom, as it is noted with each of them; `at` is ISO 8601 in UTC."""

    at: str
    actor: str

    def on(self, artifact: Artifact) -> Artifact:
        """An artifact that says when it came in, and by whom."""
        noted: dict[str, JsonValue] = {"imported": FuzzyDate.parse(self.at).to_json()}
        if self.actor:
            noted["imported_by"] = self.actor
        return replace(artifact, values=Values({**artifact.values, **noted}))


@dataclass(frozen=True, slots=True)
class Taking:
    """One change that takes in files: its edits, the bytes that come with it, and the report.

    `made` are the new items, and `shown` all items that the files belong to, each once, in order.
    `restored` are the bytes that take the place of such as failed their check.
    """

    edits: tuple[Edit, ...] = ()
    bytes_of: Mapping[str, Opener] = field(default_factory=dict[str, Opener])
    rows: tuple[Row, ...] = ()
    made: tuple[Item, ...] = ()
    shown: tuple[Item, ...] = ()
    restored: Mapping[str, Opener] = field(default_factory=dict[str, Opener])

    @property
    def label(self) -> str:
        """The name of the change."""
        count = sum(isinstance(edit.after, Artifact) for edit in self.edits)
        return counted("Add", count, "file") if count else counted("Add", len(self.made), "card")

    @property
    def change(self) -> ChangeSet:
        """The change, to be run with the bytes."""
        return ChangeSet(self.label, self.edits)


def seed_of(offer: Offer, scene: StacItem | None = None) -> Seed:
    """The item that a file becomes, by its content, or by the satellite image that it describes."""
    artifact = offer.artifact
    title = Path(artifact.name).stem[:LONGEST_TITLE]
    if scene is not None:
        return Seed("satellite_image", {"title": title, **scene.values}, offer)
    sort = artifact.media_type.split("/")[0]
    if sort == "image":
        return Seed("media", {"title": title, "medium": "photo"}, offer)
    if sort in ("video", "audio"):
        return Seed("media", {"title": title, "medium": sort}, offer)
    return Seed("document", {"title": title}, offer)


def take(
    contents: Contents,
    new_id: NewId,
    found: Sequence[Found],
    stamp: Stamp,
    others: Sequence[Seed] = (),
) -> Taking:
    """The change that takes in what was found, and makes the `others`, which have files or none.

    Bytes that an item of the case has already make no second one, nor do the same bytes twice.
    """
    rows, fresh = _sorted_out(contents, found)
    seeds = [*(seed_of(each.offer, each.scene) for each in fresh if each.offer), *others]
    edits = items.add_items(contents, new_id, [(seed.kind, seed.values) for seed in seeds]).edits
    made = tuple(edit.after for edit in edits if isinstance(edit.after, Item))
    offers = {
        item.id: seed.offer
        for item, seed in zip(made, seeds, strict=True)
        if seed.offer is not None
    }
    where = {offer.artifact.id: item for item, offer in offers.items()}
    rows = [
        row if row.item or row.outcome == "rejected" else replace(row, item=where[row.artifact])
        for row in rows
    ]
    by_id = {**contents.items, **{item.id: item for item in made}}
    named = dict.fromkeys([*(row.item for row in rows if row.item), *(item.id for item in made)])
    brought = {
        offer.artifact.id: offer
        for offer in offers.values()
        if offer.artifact.id not in contents.artifacts
    }
    attached = (
        Edit(None, Attachment(new_id(), item, offer.artifact.id, 0, ""))
        for item, offer in offers.items()
    )
    return Taking(
        (*(Edit(None, stamp.on(each.artifact)) for each in brought.values()), *edits, *attached),
        {artifact: offer.open for artifact, offer in brought.items()},
        tuple(rows),
        made,
        tuple(by_id[each] for each in named),
        {
            each.offer.artifact.id: each.offer.open
            for each in found
            if each.offer is not None and each.offer.artifact.id in contents.failed
        },
    )


def _sorted_out(contents: Contents, found: Sequence[Found]) -> tuple[list[Row], list[Found]]:
    """The line of each file, and the files whose bytes no item has yet, each once."""
    rows: list[Row] = []
    fresh: dict[str, Found] = {}
    for each in found:
        row = each.row
        if each.offer is not None:
            artifact = each.offer.artifact.id
            row = replace(row, artifact=artifact)
            gone, held = _expunged(contents, artifact), contents.attachments_to(artifact)
            if held:
                why = gone or _already(contents, artifact)
                row = replace(row, outcome="same as", reason=why, item=held[0].item)
            elif gone:
                row = replace(row, outcome="rejected", reason=gone)
            elif artifact in fresh:
                name = Path(fresh[artifact].row.file).name
                why = say("Its bytes are those of “{name}” in this delivery.", name=name)
                row = replace(row, outcome="same as", reason=why)
            else:
                fresh[artifact] = each
        rows.append(row)
    return rows, list(fresh.values())


def _already(contents: Contents, artifact: str) -> str:
    if artifact in contents.failed:
        return say(
            "Its bytes are in the case already, but were damaged there; these took their place."
        )
    return say("Its bytes are in the case already.")


def _expunged(contents: Contents, artifact: str) -> str:
    """That the bytes were in the case and were let go for good, in a sentence; empty if not."""
    record = contents.artifacts.get(artifact)
    tombstone = tombstone_of(record) if record is not None else None
    return tombstone_in_words(tombstone) if tombstone is not None else ""
