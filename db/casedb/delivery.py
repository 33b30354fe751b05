"""Deliveries: files and folders that come into a case together, each with a line of a report.

A delivery is one change: whoever stops it, or a disk that fills up, leaves the case as it was. Bytes
that are in the case already are not taken in once more; a file that cannot be taken in is told of and
keeps no other from coming.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, Literal, TypeAlias

from casedb.case import Case
from casedb.commands import items
from casedb.disk import is_same_file
from casedb.errors import IntakeRefused, NotSaved
from casedb.exchange.stac import StacItem
from casedb.intake.cage.cage import Cage
from casedb.intake.examination import examine
from casedb.intake.offer import Offer, Opener, offer_file
from casedb.model.changes import counted
from casedb.model.json_value import JsonValue
from casedb.model.records import Item
from casedb.progress import Progress, Told
from casedb.scenes import scene_in
from casedb.words import say

Outcome: TypeAlias = Literal["taken", "same as", "rejected"]
"""What became of a file: it is in the case now, it was there already, or it did not come."""

LONGEST_TITLE = 120
LITTER = frozenset({".ds_store", "thumbs.db", "desktop.ini", "ehthumbs.db", ".localized"})
"""What systems leave in folders, by name in lower case: nobody means to hand it in."""

MOST_FILES = 200_000
"""Files of one delivery."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the report: a file as it was named, and what became of it.

    `reason` says in a sentence why it was rejected, or what there is to know of one that was taken;
    `artifact` is its SHA-256 and `item` the id of the item that has it, where there are such.
    """

    file: str
    outcome: Outcome
    reason: str = ""
    artifact: str = ""
    item: str = ""


@dataclass(frozen=True, slots=True)
class Seed:
    """An item about to be made: its kind, its values, and the file that comes with it."""

    kind: str
    values: dict[str, JsonValue]
    offer: Offer | None = None

    @property
    def size(self) -> int:
        """Bytes of the file that comes with it."""
        return self.offer.artifact.size if self.offer is not None else 0

    def read_through(self, wrap: Callable[[Opener], Opener]) -> Seed:
        """The same item, with its file opened in another way."""
        if self.offer is None:
            return self
        return replace(self, offer=replace(self.offer, open=wrap(self.offer.open)))


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


def make(case: Case, seed: Seed) -> Item:
    """Make an item and attach its file."""
    change = items.add_item(case.contents, case.new_id, seed.kind, seed.values)
    case.run(change)
    item = next(edit.after for edit in change.edits if isinstance(edit.after, Item))
    if seed.offer is not None:
        case.attach_offer(item, seed.offer)
    return item


def deliver(case: Case, paths: Sequence[Path], cage: Cage, told: Told | None = None) -> list[Row]:
    """Take in files, and all files in folders, as one change; a row for each in the order found.

    Links that lead out of a folder are not followed. `told` hears how many files are done. Raises what
    that raises, and CaseError where the case cannot be changed; then nothing has come in.
    """
    progress = Progress(told)
    rows: list[Row] = []
    offers: dict[int, Offer] = {}
    scenes: dict[int, StacItem] = {}
    found = list(find_files(paths))
    if len(found) > MOST_FILES:
        raise IntakeRefused(
            say(
                "There are more than {most} files. Take them in in several deliveries.",
                most=MOST_FILES,
            )
        )
    # Each is read twice: to know it, and to take it in.
    progress.begin(2 * len(found))
    for path, refusal in found:
        row, offer = _look_at(case, path, refusal, cage)
        if offer is not None:
            offers[len(rows)] = offer
            scene, what = _scene_in(offer)
            if scene is not None:
                scenes[len(rows)] = scene
            row = replace(row, reason=" ".join(filter(None, (row.reason, what))))
        rows.append(row)
        progress.go_on(1 if offer is not None else 2)
    while True:
        opening = _Opening(progress)
        try:
            return _take(case, rows, offers, scenes, opening)
        except (NotSaved, OSError):
            # Of a file that has changed or vanished meanwhile only that one stays away.
            at = opening.at
            if at is None or not _has_changed(offers[at]):
                raise
            offers.pop(at)
            why = say(
                "It changed or vanished while it was taken in. Try again when it is finished."
            )
            rows[at] = Row(rows[at].file, "rejected", why)


# -- finding ---------------------------------------------------------------------------------


def find_files(paths: Sequence[Path]) -> Iterator[tuple[Path, str]]:
    """Every file, folders gone through in order of names; with a sentence where it is left out.

    Links in folders are not followed.
    """
    for path in paths:
        if path.is_dir() and not path.is_symlink():
            yield from _find_in(path)
        else:
            yield path, ""


def _find_in(folder: Path) -> Iterator[tuple[Path, str]]:
    try:
        with os.scandir(folder) as entries:
            there = sorted(entries, key=lambda each: each.name)
    except OSError as trouble:
        reason = trouble.strerror or say("the system refuses it")
        yield folder, say("The folder cannot be read: {reason}.", reason=reason)
        return
    for entry in there:
        path = folder / entry.name
        if entry.is_symlink():
            yield path, say("It is a link to somewhere else, which is not followed.")
        elif entry.is_dir(follow_symlinks=False):
            yield from _find_in(path)
        elif entry.name.lower() in LITTER:
            yield path, say("A system has left it there; nobody means to hand it in.")
        else:
            yield path, ""


def _look_at(case: Case, path: Path, refusal: str, cage: Cage) -> tuple[Row, Offer | None]:
    name = os.fspath(path)
    if refusal:
        return Row(name, "rejected", refusal), None
    try:
        if is_same_file(path, case.path):
            raise IntakeRefused(
                say("A case cannot take in itself; Save a Copy first, and add that.")
            )
        offer, fault = examine(offer_file(path), cage)
    except IntakeRefused as trouble:
        return Row(name, "rejected", str(trouble)), None
    except ValueError:
        # A name that no system can have, with a zero byte in it.
        return Row(name, "rejected", say("It cannot be read under this name.")), None
    return Row(name, "taken", fault, offer.artifact.id), offer


def _scene_in(offer: Offer) -> tuple[StacItem | None, str]:
    """The satellite image that a file describes, and what there is to know of it in sentences."""
    try:
        scene = scene_in(offer)
    except IntakeRefused as trouble:
        return None, str(trouble)
    except OSError:
        # Taking it in will say so.
        return None, ""
    return scene, " ".join(scene.report.sentences) if scene is not None else ""


# -- taking ----------------------------------------------------------------------------------


class _Opening:
    """Which file of a delivery has been opened last."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self.at: int | None = None

    def noting(self, at: int, offer: Offer) -> Offer:
        """The same offer, whose opening is noted."""

        def open_it() -> BinaryIO:
            self.at = at
            self._progress.go_on(1)
            return offer.open()

        return replace(offer, open=open_it)


def _take(
    case: Case,
    rows: Sequence[Row],
    offers: dict[int, Offer],
    scenes: Mapping[int, StacItem],
    opening: _Opening,
) -> list[Row]:
    done = list(rows)
    made: dict[str, str] = {}
    fresh = [
        at for at, offer in offers.items() if not case.contents.attachments_to(offer.artifact.id)
    ]
    count = len({offers[at].artifact.id for at in fresh})
    with case.together(counted("Add", count, "file")):
        for at, offer in offers.items():
            artifact = offer.artifact.id
            held = case.contents.attachments_to(artifact)
            if held:
                where = made.get(artifact, "")
                done[at] = replace(
                    done[at], outcome="same as", item=held[0].item, reason=_same(offer, where)
                )
                continue
            item = make(case, seed_of(opening.noting(at, offer), scenes.get(at)))
            made[artifact] = done[at].file
            done[at] = replace(done[at], item=item.id)
    return done


def _same(offer: Offer, first: str) -> str:
    if first:
        return say("Its bytes are those of “{name}” in this delivery.", name=Path(first).name)
    return say("Its bytes are in the case already.")


def _has_changed(offer: Offer) -> bool:
    """Whether a file is not what it was when it was looked at."""
    digest = hashlib.sha256()
    try:
        with offer.open() as stream:
            while piece := stream.read(1 << 20):
                digest.update(piece)
    except (OSError, IntakeRefused):
        return True
    return digest.hexdigest() != offer.artifact.id
