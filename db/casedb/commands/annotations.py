"""What is marked on pictures and pages: added, changed, deleted, and pointed at by links."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from casedb.commands.items import NewId
from casedb.errors import InvalidChange
from casedb.model.changes import ChangeSet, Edit, counted
from casedb.model.contents import Contents
from casedb.model.json_value import JsonValue
from casedb.model.link_types import ANCHORS
from casedb.model.marks import Form, Mark, clamped, mark_of, selector_of
from casedb.model.records import Annotation, Link
from casedb.model.values import Values
from casedb.words import say

LONGEST_TEXT = 10_000
"""Characters of what is written on a mark."""


def mark(annotation: Annotation) -> Mark | None:
    """What an annotation draws; None for what this version does not understand."""
    return mark_of(annotation.values.get("form"), annotation.values.get("selector"))


def annotate(
    contents: Contents,
    new_id: NewId,
    artifact_id: str,
    drawn: Mark,
    text: str = "",
    accent: str = "",
) -> ChangeSet:
    """Mark something on an artifact. Raises KeyError where there is none, InvalidChange for a long text
    and for a text on the picture without words."""
    values = {
        **_values(drawn),
        "text": _checked(drawn.form, text) or None,
        "accent": accent or None,
    }
    made = Annotation(
        new_id(), contents.artifacts[artifact_id].id, Values({k: v for k, v in values.items() if v})
    )
    return ChangeSet("Mark on a picture", (Edit(None, made),))


def reshape(contents: Contents, annotation_id: str, drawn: Mark) -> ChangeSet:
    """Move or reshape what is marked."""
    before = contents.annotations[annotation_id]
    after = replace(before, values=before.values.changed(_values(drawn)))
    return ChangeSet("Move a mark", (Edit(before, after),) if after != before else ())


def describe(
    contents: Contents, annotation_id: str, text: str | None = None, accent: str | None = None
) -> ChangeSet:
    """Change what is written on a mark, or its colour; None leaves it. Raises InvalidChange."""
    before = contents.annotations[annotation_id]
    changed: dict[str, JsonValue] = {}
    if text is not None:
        drawn = mark(before)
        changed["text"] = _checked(drawn.form if drawn is not None else None, text) or None
    if accent is not None:
        changed["accent"] = accent or None
    after = replace(before, values=before.values.changed(changed))
    return ChangeSet("Edit a mark", (Edit(before, after),) if after != before else ())


def delete_annotations(contents: Contents, annotation_ids: Iterable[str]) -> ChangeSet:
    """Delete marks; links that pointed at them point at the whole item again."""
    gone = [contents.annotations[each] for each in dict.fromkeys(annotation_ids)]
    return ChangeSet(
        counted("Delete", len(gone), "mark"),
        (
            *without_anchors(contents, {each.id for each in gone}),
            *(Edit(each, None) for each in gone),
        ),
    )


def anchor_link(
    contents: Contents, link_id: str, *, at_start: bool, annotation_id: str
) -> ChangeSet:
    """Let an end of a link point at a mark on a file of the item there; "" for the whole item.

    Raises InvalidChange where the mark is on no file of that item.
    """
    before = contents.links[link_id]
    end = before.start if at_start else before.end
    if annotation_id and annotation_id not in {each.id for each in anchors_at(contents, end.id)}:
        raise InvalidChange(
            say("That is marked on no file of this item, so the link was left as it is.")
        )
    name = ANCHORS[0] if at_start else ANCHORS[1]
    after = replace(before, values=before.values.changed({name: annotation_id or None}))
    return ChangeSet("Point a link at a mark", (Edit(before, after),) if after != before else ())


def anchors_at(contents: Contents, item_id: str) -> list[Annotation]:
    """What is marked on the files of an item, in the order of its files: what links can point at."""
    files = dict.fromkeys(each.artifact for each in contents.attachments_of(item_id))
    return [each for file in files for each in contents.annotations_of(file)]


def links_to(contents: Contents, annotation_id: str) -> list[Link]:
    """The links that point at a mark."""
    annotation = contents.get(Annotation, annotation_id)
    if annotation is None:
        return []
    items = dict.fromkeys(each.item for each in contents.attachments_to(annotation.artifact))
    links = {each.id: each for item in items for each in contents.links_at(item)}
    return [
        each
        for each in links.values()
        if annotation_id in (each.values.get(name) for name in ANCHORS)
    ]


def without_anchors(contents: Contents, gone: set[str]) -> list[Edit]:
    """The edits by which links let go of marks that are about to go."""
    found = {each.id: each for one in gone for each in links_to(contents, one)}
    return [
        Edit(
            each,
            replace(
                each,
                values=each.values.changed(
                    {name: None for name in ANCHORS if each.values.get(name) in gone}
                ),
            ),
        )
        for each in found.values()
    ]


def _values(drawn: Mark) -> dict[str, JsonValue]:
    tidy = replace(drawn, spots=clamped(drawn.spots))
    return {"form": tidy.form.value, "selector": selector_of(tidy)}


def _checked(form: Form | None, text: str) -> str:
    text = text.strip()
    if len(text) > LONGEST_TEXT:
        raise InvalidChange(
            say("A mark takes up to {n} characters, so nothing was changed.", n=LONGEST_TEXT)
        )
    if form is Form.TEXT and not text:
        raise InvalidChange(say("A text on a picture needs words, so nothing was changed."))
    return text
