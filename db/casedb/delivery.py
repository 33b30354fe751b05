"""Deliveries: files and folders that come into a case together, each with a line of a report.

A delivery is one change: whoever stops it, or a disk that fills up, leaves the case as it was. Bytes
that are in the case already are not taken in once more; a file that cannot be taken in is told of and
keeps no other from coming.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import BinaryIO, TypeAlias, cast

from casedb.case import Case
from casedb.delivery_report import Row
from casedb.diagrams import diagram_in
from casedb.disk import is_same_file
from casedb.errors import IntakeRefused, NotSaved
from casedb.finding import find_files
from casedb.ids import utc_now
from casedb.intake import positions
from casedb.intake.cage.cage import Cage
from casedb.intake.examination import examine, metadata_of
from casedb.intake.offer import Offer, Opener, offer_file
from casedb.intake.proposals import Tags, tags_of
from casedb.model import geotiff
from casedb.model.file_names import name_as_given
from casedb.model.records import Artifact
from casedb.scenes import scene_in
from casedb.taking import Found, Stamp, take
from casedb.words import say

MOST_FILES = 200_000
"""Files of one delivery."""

MOST_TRIES = 3
"""How often storing begins anew without files that have changed meanwhile."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a delivery has come: files `done` of the `whole`, 0 while they are counted; the bytes
    read so far, and the name of the file in hand."""

    done: int
    whole: int
    size: int = 0
    name: str = ""


Watch: TypeAlias = Callable[[Standing], None]
"""Hears how far a delivery has come; what it raises ends it, with nothing taken in."""


def deliver(case: Case, paths: Sequence[Path], cage: Cage, watch: Watch | None = None) -> list[Row]:
    """Take in files, and all files in folders, as one change; a row for each in the order found.

    Links that lead out of a folder are not followed. Raises what `watch` raises, and CaseError where
    the case cannot be changed; then nothing has come in.
    """
    return store(case, look(paths, case.path, cage, watch), watch)


def store(case: Case, found: Sequence[Found], watch: Watch | None = None) -> list[Row]:
    """Take in what was looked at, as one change; a row for each. Raises as `deliver` does."""
    tries = 0
    while True:
        taking = take(case.contents, case.new_id, found, Stamp(utc_now(), case.actor))
        try:
            case.restore_bytes(taking.restored)
            case.run(taking.change, watched(taking.bytes_of, watch))
        except (NotSaved, OSError):
            found, has_changed = without_changed(found, watch)
            tries += 1
            if not has_changed or tries == MOST_TRIES:
                raise
        else:
            return list(taking.rows)


# -- looking ---------------------------------------------------------------------------------


def look(
    paths: Sequence[Path], case_path: Path, cage: Cage, watch: Watch | None = None
) -> list[Found]:
    """Look at files, and at all files in folders: what could come in, and why others cannot.

    It touches neither the case nor the window. The case at `case_path` itself is refused, as its
    bytes change while they are taken in. Raises IntakeRefused for far too many files.
    """
    tell = watch or _tell_nobody
    there = list(islice(_counted(find_files(paths), tell), MOST_FILES + 1))
    if len(there) > MOST_FILES:
        raise IntakeRefused(
            say(
                "There are more than {most} files. Take them in in several deliveries.",
                most=MOST_FILES,
            )
        )
    found: list[Found] = []
    size = 0
    for n, (path, refusal) in enumerate(there):
        tell(Standing(n, len(there), size, path.name))
        # A large file is told of while it is read, so that it can be stopped.
        at = Standing(n, len(there), size, path.name)
        each = _look_at(path, refusal, case_path, cage, lambda read, at=at: tell(_on(at, read)))
        size += each.offer.artifact.size if each.offer is not None else 0
        found.append(each)
    tell(Standing(len(there), len(there), size))
    return found


def look_at_bytes(offers: Iterable[Offer], cage: Cage) -> list[Found]:
    """Look at what came as bytes, such as a pasted picture."""
    return [_known(offer.artifact.name, offer, cage) for offer in offers]


def look_at_offer(name: str, offer: Offer, cage: Cage) -> Found:
    """Look at one file that is there as an offer; `name` is that of its line."""
    return _known(name, offer, cage)


def _counted(files: Iterable[tuple[Path, str]], tell: Watch) -> Iterable[tuple[Path, str]]:
    for n, each in enumerate(files):
        tell(Standing(n, 0, 0, each[0].name))
        yield each


def _tell_nobody(standing: Standing) -> None:
    pass


def _on(at: Standing, read: int) -> Standing:
    return replace(at, size=at.size + read)


def _look_at(
    path: Path, refusal: str, case_path: Path, cage: Cage, told: Callable[[int], None]
) -> Found:
    name = os.fspath(path)
    if refusal:
        return Found(Row(name, "rejected", refusal))
    try:
        if is_same_file(path, case_path):
            raise IntakeRefused(
                say("A case cannot take in itself; Save a Copy first, and add that.")
            )
        return _known(name, offer_file(path, told), cage)
    except IntakeRefused as trouble:
        return Found(Row(name, "rejected", str(trouble)))
    except ValueError:
        # A name that no system can have, with a zero byte in it.
        return Found(Row(name, "rejected", say("It cannot be read under this name.")))


def _known(name: str, offer: Offer, cage: Cage) -> Found:
    offer, fault, of_picture = examine(offer, cage)
    scene, diagram, misread = None, None, ""
    try:
        scene = scene_in(offer)
        diagram = diagram_in(offer) if scene is None else None
    except IntakeRefused as trouble:
        misread = str(trouble)
    except OSError:
        # Taking it in will say so.
        pass
    sentences = scene.report.sentences if scene is not None else ()
    facts = metadata_of(offer.artifact)
    tags: Tags = tags_of(facts) if facts is not None else {}
    drawn = diagram.sentences if diagram is not None else ()
    remarks = (of_picture, geotiff.trouble(tags), positions.trouble(tags), *drawn)
    remark = " ".join(filter(None, remarks))
    reason = " ".join(
        filter(None, (fault, misread, remark, *sentences, _told_of_name(offer.artifact)))
    )
    row = Row(name, "taken", reason, offer.artifact.id)
    return Found(row, offer, scene, fault, misread, remark, diagram)


def _told_of_name(artifact: Artifact) -> str:
    """That a file is called otherwise in the case, in a sentence; empty where it is not."""
    if not name_as_given(artifact):
        return ""
    return say(
        "The case shows its name as “{name}”, and keeps the one it had to the letter.",
        name=artifact.name,
    )


# -- storing ---------------------------------------------------------------------------------


def watched(bytes_of: Mapping[str, Opener], watch: Watch | None) -> Mapping[str, Opener]:
    """The same bytes, told of as they are read."""
    if watch is None:
        return bytes_of
    storing = _Storing(watch, len(bytes_of))
    return {artifact: storing.counting(opener) for artifact, opener in bytes_of.items()}


class _Storing:
    """How far the storing of bytes has come."""

    def __init__(self, watch: Watch, whole: int) -> None:
        self._watch = watch
        self._whole = whole
        self._done = self._size = 0

    def counting(self, opener: Opener) -> Opener:
        def open_it() -> BinaryIO:
            self._watch(Standing(self._done, self._whole, self._size))
            self._done = min(self._done + 1, self._whole)
            return cast("BinaryIO", _Counted(opener(), self._read))

        return open_it

    def _read(self, size: int) -> None:
        self._size += size
        self._watch(Standing(self._done, self._whole, self._size))


class _Counted:
    """A stream that says how many bytes were read from it."""

    def __init__(self, stream: BinaryIO, told: Callable[[int], None]) -> None:
        self._stream = stream
        self._told = told

    def read(self, size: int = -1) -> bytes:
        piece = self._stream.read(size)
        self._told(len(piece))
        return piece

    def __enter__(self) -> _Counted:
        return self

    def __exit__(self, *_: object) -> None:
        self._stream.close()


def without_changed(found: Sequence[Found], watch: Watch | None = None) -> tuple[list[Found], bool]:
    """What was found, without files that have changed or vanished since; whether any has."""
    tell = watch or _tell_nobody
    kept: list[Found] = []
    for n, each in enumerate(found):
        tell(Standing(n, len(found), 0, Path(each.row.file).name))
        kept.append(_rejected(each) if each.offer and _has_changed(each.offer) else each)
    return kept, any(now is not then for now, then in zip(kept, found, strict=True))


def _rejected(found: Found) -> Found:
    why = say("It changed or vanished while it was taken in. Try again when it is finished.")
    return Found(Row(found.row.file, "rejected", why))


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
