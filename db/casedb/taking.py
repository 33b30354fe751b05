"""What a delivery makes of the files that were looked at: items, their files, and a report.

Nothing here reads a file or changes a case; it is one change, to be carried out by `Case`.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from casedb.commands import items
from casedb.commands.items import NewId
from casedb.delivery_report import Row
from casedb.diagrams import draw_all, told_of_parts, wanted_of
from casedb.exchange.diagram import Diagram
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

    `scene` is the satellite image and `diagram` the network that it describes, where it does; `fault` says why there
    is no picture of it, `misread` why the record that it says it is could not be read, and
    `remark` what else there is to know of it.
    """

    row: Row
    offer: Offer | None = None
    scene: StacItem | None = None
    fault: str = ""
    misread: str = ""
    remark: str = ""
    diagram: Diagram | None = None


@dataclass(frozen=True, slots=True)
class Seed:
    """An item about to be made: its kind, its values, the file that comes with it, and a picture that
    leads this one, where it has a still."""

    kind: str
    values: dict[str, JsonValue]
    offer: Offer | None = None
    still: Offer | None = None

    @property
    def offers(self) -> tuple[Offer, ...]:
        """The files that come with it, in the order of the item."""
        return tuple(each for each in (self.still, self.offer) if each is not None)


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

    `made` are the new items, and `shown` all items that the files belong to, each once, in order; or
    the files are attached to an item that is there, which needs no new card. `restored` are the bytes
    that take the place of such as failed their check. `name` is a name for the change that it has not
    by itself.
    """

    edits: tuple[Edit, ...] = ()
    bytes_of: Mapping[str, Opener] = field(default_factory=dict[str, Opener])
    rows: tuple[Row, ...] = ()
    made: tuple[Item, ...] = ()
    shown: tuple[Item, ...] = ()
    restored: Mapping[str, Opener] = field(default_factory=dict[str, Opener])
    is_attached: bool = False
    name: str = ""

    @property
    def label(self) -> str:
        """The name of the change."""
        if self.name:
            return self.name
        if self.is_attached:
            held = (isinstance(edit.after, Attachment) and not edit.before for edit in self.edits)
            return counted("Attach", sum(held), "file")
        count = sum(isinstance(edit.after, Artifact) for edit in self.edits)
        return counted("Add", count, "file") if count else counted("Add", len(self.made), "card")

    @property
    def change(self) -> ChangeSet:
        """The change, to be run with the bytes."""
        return ChangeSet(self.label, self.edits)


def seed_of(offer: Offer, scene: StacItem | None = None, *, is_diagram: bool = False) -> Seed:
    """The item that a file becomes, by its content, or by what it describes."""
    artifact = offer.artifact
    title = Path(artifact.name).stem[:LONGEST_TITLE]
    if scene is not None:
        return Seed("satellite_image", {"title": title, **scene.values}, offer)
    if is_diagram:
        return Seed("document", {"title": title, "document_type": "dataset"}, offer)
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
    stills = stills_of(fresh)
    leading = {still.offer.artifact.id for still in stills.values() if still.offer is not None}
    seeds = [
        *(
            replace(
                seed_of(each.offer, each.scene, is_diagram=each.diagram is not None),
                still=_offer(stills.get(_key(each))),
            )
            for each in fresh
            if each.offer is not None and each.offer.artifact.id not in leading
        ),
        *others,
    ]
    diagrams = {_key(each): each.diagram for each in fresh if each.diagram is not None}
    wanted = [each for diagram in diagrams.values() for each in wanted_of(diagram)]
    held = [*((seed.kind, seed.values) for seed in seeds), *wanted]
    first, *added = items.add_items(contents, new_id, held).edits or (None,)
    every = [edit.after for edit in added if isinstance(edit.after, Item)]
    made, drawn = (
        tuple(every[: len(seeds)]),
        draw_all(contents, new_id, diagrams, every[len(seeds) :]),
    )
    made_of = tuple(item for each in drawn.values() for item in each.items)
    edits = (
        *((first,) if first is not None else ()),
        *(edit for each in drawn.values() for edit in each.before),
        *(Edit(None, item) for item in (*made, *made_of)),
        *(edit for each in drawn.values() for edit in each.after),
    )
    offers = [
        (item.id, at, offer)
        for item, seed in zip(made, seeds, strict=True)
        for at, offer in enumerate(seed.offers)
    ]
    where = {offer.artifact.id: item for item, _, offer in offers}
    rows = _told_of_stills(rows, stills)
    rows = [
        row if row.item or row.outcome == "rejected" else replace(row, item=where[row.artifact])
        for row in rows
    ]
    rows = told_of_parts(rows, diagrams, drawn)
    made = (*made_of, *made)
    by_id = {**contents.items, **{item.id: item for item in made}}
    named = dict.fromkeys([*(row.item for row in rows if row.item), *(item.id for item in made)])
    brought = _brought(contents, (offer for _, _, offer in offers))
    attached = (
        Edit(None, Attachment(new_id(), item, offer.artifact.id, at, ""))
        for item, at, offer in offers
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


def take_into(
    contents: Contents,
    new_id: NewId,
    found: Sequence[Found],
    stamp: Stamp,
    item_id: str,
    *,
    leads: bool = False,
) -> Taking:
    """The change that attaches what was found to an item, after the files it has, or before them
    where it `leads`. Bytes that were let go for good do not come back."""
    held = contents.attachments_of(item_id)
    there = {each.artifact for each in held}
    rows: list[Row] = []
    fresh: dict[str, Offer] = {}
    for each in found:
        row = each.row
        if each.offer is not None:
            artifact = each.offer.artifact.id
            row = replace(row, artifact=artifact, item=item_id)
            if gone := _expunged(contents, artifact):
                row = replace(row, outcome="rejected", reason=gone, item="")
            elif artifact in there or artifact in fresh:
                why = say("It is among the files of this item already.")
                row = replace(row, outcome="same as", reason=why)
            else:
                fresh[artifact] = each.offer
        rows.append(row)
    first = held[-1].position + 1 if held and not leads else 0
    edits = [
        Edit(None, Attachment(new_id(), item_id, artifact, first + n, ""))
        for n, artifact in enumerate(fresh)
    ]
    if leads and fresh:
        behind = (replace(each, position=len(fresh) + n) for n, each in enumerate(held))
        edits += [Edit(was, now) for was, now in zip(held, behind, strict=True) if was != now]
    brought = _brought(contents, fresh.values())
    return Taking(
        (*(Edit(None, stamp.on(each.artifact)) for each in brought.values()), *edits),
        {artifact: offer.open for artifact, offer in brought.items()},
        tuple(rows),
        is_attached=True,
    )


def take_given(
    contents: Contents, new_id: NewId, found: Sequence[Found], stamp: Stamp, item_id: str
) -> Taking:
    """The change that attaches what was found to an item, and makes those that describe satellite
    images or networks items of their own."""
    is_scene = [each.scene is not None or each.diagram is not None for each in found]
    held = [replace(each, misread="") for each, of in zip(found, is_scene, strict=True) if not of]
    into = take_into(contents, new_id, held, stamp, item_id)
    if not any(is_scene):
        return into
    scenes = [each for each, of in zip(found, is_scene, strict=True) if of]
    beside = take(contents, new_id, scenes, stamp)
    rows = {False: iter(into.rows), True: iter(beside.rows)}
    return replace(
        beside,
        edits=(*into.edits, *beside.edits),
        bytes_of={**into.bytes_of, **beside.bytes_of},
        rows=tuple(next(rows[of]) for of in is_scene),
        restored={**into.restored, **beside.restored},
        is_attached=bool(into.edits),
    )


def _brought(contents: Contents, offers: Iterable[Offer]) -> dict[str, Offer]:
    """The offers whose bytes are not in the case yet, by their artifact."""
    return {each.artifact.id: each for each in offers if each.artifact.id not in contents.artifacts}


# -- stills ----------------------------------------------------------------------------------


def stills_of(fresh: Iterable[Found]) -> dict[str, Found]:
    """The pictures that came with a video of the same name, by the artifact of that video.

    The name is all that is gone by, and only where it leaves no choice: in one folder there are one
    picture and one video of it.
    """
    together: dict[tuple[str, str], dict[str, list[Found]]] = {}
    for each in fresh:
        sort = each.offer.artifact.media_type.split("/")[0] if each.offer is not None else ""
        if sort in ("image", "video") and each.scene is None:
            path = Path(each.row.file)
            name = unicodedata.normalize("NFC", path.stem).casefold()
            together.setdefault((os.fspath(path.parent), name), {}).setdefault(sort, []).append(
                each
            )
    return {
        _key(by_sort["video"][0]): by_sort["image"][0]
        for by_sort in together.values()
        if len(by_sort.get("video", ())) == len(by_sort.get("image", ())) == 1
    }


def _told_of_stills(rows: Sequence[Row], stills: Mapping[str, Found]) -> list[Row]:
    """The lines, with what is to be known of pictures that became stills and of their videos."""
    names = {row.artifact: Path(row.file).name for row in rows if row.outcome == "taken"}
    told: dict[str, str] = {}
    for video, still in stills.items():
        picture = _key(still)
        told[video] = say(
            "“{name}” is shown as its still, as both have the same name.", name=names[picture]
        )
        told[picture] = say(
            "It is with “{name}”, as its still: both have the same name.", name=names[video]
        )
    return [
        replace(row, reason=" ".join(filter(None, (row.reason, told[row.artifact]))))
        if row.outcome == "taken" and row.artifact in told
        else row
        for row in rows
    ]


def _key(found: Found) -> str:
    return found.offer.artifact.id if found.offer is not None else ""


def _offer(found: Found | None) -> Offer | None:
    return found.offer if found is not None else None


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
            if gone:
                item = held[0].item if held else ""
                row = replace(row, outcome="rejected", reason=gone, item=item)
            elif held:
                why = _already(contents, artifact)
                row = replace(row, outcome="same as", reason=why, item=held[0].item)
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
