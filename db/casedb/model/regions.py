"""Regions of files: what a row of an item points at, and what it can point at.

A region is named by a mark's id or, for all of a file, by its SHA-256 (see `casedb.model.reference_fields.Region`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from casedb.model.contents import Contents
from casedb.model.custody import is_expunged
from casedb.model.drawable import may_be_drawn
from casedb.model.mark_words import name_of_mark
from casedb.model.marks import Form, Mark, mark_of
from casedb.model.records import Annotation, Artifact
from casedb.words import say

Bounds: TypeAlias = tuple[float, float, float, float]
"""Left, top, right, bottom in fractions of the upright picture."""

ALL: Bounds = (0.0, 0.0, 1.0, 1.0)
AROUND = 0.12
"""How much of a mark's size is seen around it, on each side."""
LEAST = 0.08
"""The least part of a picture's width and height that is seen of it."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A region that is there: its id as it is stored, its file, the page (from 1), what it is called.

    `mark` is None for all of a file.
    """

    id: str
    artifact: str
    name: str
    page: int = 1
    mark: Mark | None = None

    @property
    def bounds(self) -> Bounds:
        """The part of the picture that shows it with a little of what is around it."""
        if self.mark is None:
            return ALL
        left, top, right, bottom = self.mark.bounds
        (left, right), (top, bottom) = _widened(left, right), _widened(top, bottom)
        return left, top, right, bottom


def _widened(low: float, high: float) -> tuple[float, float]:
    more = max((high - low) * AROUND, (LEAST - (high - low)) / 2)
    return max(0.0, low - more), min(1.0, high + more)


def find_region(contents: Contents, region_id: str) -> Seen | None:
    """A region by its id; None where the mark or the file is gone, or cannot be understood."""
    file = contents.get(Artifact, region_id)
    if file is not None:
        return Seen(file.id, file.id, _name(file))
    annotation = contents.get(Annotation, region_id)
    return _marked(contents, annotation) if annotation is not None else None


def why_gone(contents: Contents, item_id: str, region_id: str) -> str:
    """Why a region cannot be seen any more, in a sentence; empty where it can."""
    region = find_region(contents, region_id)
    if region is None:
        is_there = contents.get(Annotation, region_id) is not None
        if is_there:
            return say("This mark belongs to a newer version, so it is not shown.")
        return say("This mark was deleted.")
    file = contents.artifacts[region.artifact]
    if is_expunged(file):
        return say("The bytes of this file were expunged.")
    if region.artifact not in {each.artifact for each in contents.attachments_of(item_id)}:
        return say("This file was detached from the item.")
    return ""


def regions_of(contents: Contents, item_id: str) -> Iterator[Seen]:
    """Everything on the files of an item that can be pointed at: each file, then what is marked on it."""
    for artifact in dict.fromkeys(each.artifact for each in contents.attachments_of(item_id)):
        file = contents.get(Artifact, artifact)
        if file is None or is_expunged(file) or not may_be_drawn(file.media_type):
            continue
        yield Seen(file.id, file.id, _name(file))
        for annotation in contents.annotations_of(artifact):
            region = _marked(contents, annotation)
            # What was made unreadable on purpose is nothing to be read from.
            if region is not None and region.mark is not None and region.mark.form is not Form.BLUR:
                yield region


def _marked(contents: Contents, annotation: Annotation) -> Seen | None:
    mark = mark_of(annotation.values.get("form"), annotation.values.get("selector"))
    if mark is None or contents.get(Artifact, annotation.artifact) is None:
        return None
    name = " ".join(name_of_mark(contents, annotation).split())
    return Seen(annotation.id, annotation.artifact, name, mark.page, mark)


def _name(file: Artifact) -> str:
    return " ".join(file.name.split()) or say("unnamed")
