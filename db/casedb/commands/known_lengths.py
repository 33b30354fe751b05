"""A line on a picture that is known to be so long: an arrow that keeps its length, and so the scale."""

from __future__ import annotations

import math
from dataclasses import replace

from casedb.commands.annotations import annotate, mark, reshape
from casedb.commands.items import NewId
from casedb.errors import InvalidChange
from casedb.model.changes import ChangeSet, Edit
from casedb.model.contents import Contents
from casedb.model.marks import Form, Mark
from casedb.model.records import Annotation
from casedb.words import say

KNOWN_LENGTH = "known_length"
"""The name of the value: metres on the ground from one end of the arrow to the other."""


def known_length(annotation: Annotation) -> float | None:
    """How many metres long a mark is known to be; None where it does not say so."""
    drawn, told = mark(annotation), annotation.values.get(KNOWN_LENGTH)
    if drawn is None or drawn.form is not Form.ARROW:
        return None
    if isinstance(told, bool) or not isinstance(told, (int, float)):
        return None
    return float(told) if math.isfinite(told) and told > 0 else None


def scale_line(contents: Contents, artifact_id: str, page: int = 1) -> Annotation | None:
    """The line that gives a page (from 1) of a file its scale, the newest where there are several."""
    for each in reversed(contents.annotations_of(artifact_id)):
        drawn = mark(each)
        if drawn is not None and drawn.page == page and known_length(each) is not None:
            return each
    return None


def set_scale(
    contents: Contents, new_id: NewId, artifact_id: str, drawn: Mark, metres: float, text: str = ""
) -> ChangeSet:
    """Say how long a line on a page is; a line that said so before is moved there and says it now.

    Raises KeyError where there is no such file, InvalidChange for what is no line and no length.
    """
    if drawn.form is not Form.ARROW or not (math.isfinite(metres) and metres > 0):
        raise InvalidChange(
            say("A scale needs a line and a length above nought, so nothing was changed.")
        )
    before = scale_line(contents, artifact_id, drawn.page)
    if before is None:
        change = annotate(contents, new_id, artifact_id, drawn, text)
    else:
        change = reshape(contents, before.id, drawn)
    moved = next((edit.after for edit in change.edits), before)
    assert isinstance(moved, Annotation)
    told = {KNOWN_LENGTH: metres} | ({"text": text} if text else {})
    after = replace(moved, values=moved.values.changed(told))
    return ChangeSet(
        "Set the scale of a picture", (Edit(before, after),) if after != before else ()
    )
