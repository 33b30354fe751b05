"""Adding items and sources, and editing the values of any record that has them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias, TypeVar

from casedb.errors import InvalidChange
from casedb.model.changes import ChangeSet, Edit, counted
from casedb.model.contents import Contents
from casedb.model.fields import Choice
from casedb.model.json_value import JsonValue
from casedb.model.kinds import KINDS, is_known, kind_of
from casedb.model.records import (
    Artifact,
    Assessment,
    Attachment,
    CaseInfo,
    Element,
    Item,
    Link,
    Source,
)
from casedb.model.values import Values
from casedb.words import say

NewId: TypeAlias = Callable[[], str]
"""Gives a new id at every call; commands draw no chance of their own."""

_EXHIBIT = re.compile(r"CB-(\d{1,9})")

V = TypeVar("V", CaseInfo, Item, Source, Element, Link, Artifact)


def add_item(
    contents: Contents, new_id: NewId, kind: str, values: Mapping[str, JsonValue]
) -> ChangeSet:
    """Add an item of a known kind; it is given the next exhibit number unless it brings one.

    A number that is brought is taken note of as well, so that it is never given a second time.
    Raises InvalidChange for a kind this version does not know.
    """
    if not is_known(kind):
        raise InvalidChange(
            say(
                "There is no kind “{kind}”. The kinds are: {known}.",
                kind=kind,
                known=", ".join(KINDS),
            )
        )
    held = dict(values)
    edits: list[Edit] = []
    if not held.get("exhibit"):
        taken, (held["exhibit"],) = give_exhibits(contents)
        edits.append(taken)
    else:
        brought = _EXHIBIT.fullmatch(str(held["exhibit"]))
        if brought is not None and int(brought[1]) > _last_exhibit(contents):
            edits.append(_exhibits_given(contents, int(brought[1])))
    edits.append(Edit(None, _item(new_id, kind, held)))
    return ChangeSet(f"Add {kind_of(kind).label.lower()}", tuple(edits))


def add_items(
    contents: Contents, new_id: NewId, wanted: Sequence[tuple[str, Mapping[str, JsonValue]]]
) -> ChangeSet:
    """Add many items of known kinds, in order, each with the next exhibit number."""
    taken, numbers = give_exhibits(contents, len(wanted))
    made = [
        Edit(None, _item(new_id, kind, {**values, "exhibit": number}))
        for (kind, values), number in zip(wanted, numbers, strict=True)
    ]
    return ChangeSet(counted("Add", len(made), "card"), (taken, *made) if made else ())


def _item(new_id: NewId, kind: str, held: dict[str, JsonValue]) -> Item:
    for field in kind_of(kind).stored_fields():
        if isinstance(field, Choice) and field.default and held.get(field.name) is None:
            held[field.name] = field.default
    return Item(new_id(), kind, Values(held))


def give_exhibits(contents: Contents, count: int = 1) -> tuple[Edit, list[str]]:
    """The next exhibit numbers, for instance `CB-042`, and the edit that takes note of them.

    The case remembers the last number given, so that a deleted item's is never given again.
    """
    last = _last_exhibit(contents)
    taken = _exhibits_given(contents, last + count)
    return taken, [f"CB-{last + n:03d}" for n in range(1, count + 1)]


def number_exhibits(
    contents: Contents, items: Iterable[Item]
) -> tuple[tuple[Edit | None, dict[str, Item]], int]:
    """Exhibit numbers for items from elsewhere: their own where nothing here has them.

    The edit that takes note of the last one (None where there is none to note), the items that get
    another number by their ids, and how many had one that something here has.
    """
    here = {item.values.text("exhibit") for item in contents.items.values()}
    known = _last_exhibit(contents)
    last, taken = known, 0
    waiting: list[Item] = []
    for item in items:
        number = item.values.text("exhibit")
        if not number or number in here:
            taken += bool(number)
            waiting.append(item)
            continue
        here.add(number)
        brought = _EXHIBIT.fullmatch(number)
        last = max(last, int(brought[1])) if brought is not None else last
    given: dict[str, Item] = {}
    for item in waiting:
        last += 1
        values = item.values.changed({"exhibit": f"CB-{last:03d}"})
        given[item.id] = replace(item, values=values)
    return (_exhibits_given(contents, last) if last > known else None, given), taken


def _last_exhibit(contents: Contents) -> int:
    last = contents.info.values.get("last_exhibit")
    return last if isinstance(last, int) else 0


def _exhibits_given(contents: Contents, last: int) -> Edit:
    info = contents.info
    return Edit(info, replace(info, values=info.values.changed({"last_exhibit": last})))


def add_source(new_id: NewId, values: Mapping[str, JsonValue]) -> ChangeSet:
    """Add a source."""
    return ChangeSet("Add source", (Edit(None, Source(new_id(), Values(values))),))


def set_values(
    record: V, changes: Mapping[str, JsonValue], label: str, gesture: str = ""
) -> ChangeSet:
    """Set some fields of a record; None empties one. Nothing happens where nothing differs."""
    after = replace(record, values=record.values.changed(changes))
    return ChangeSet(label, (Edit(record, after),) if after != record else (), gesture)


def add_element(
    contents: Contents, new_id: NewId, claim_id: str, values: Mapping[str, JsonValue]
) -> ChangeSet:
    """Add an element at the end of a claim's list. Raises InvalidChange where it is no claim."""
    if contents.items[claim_id].kind != "claim":
        raise InvalidChange(say("Only a claim has elements."))
    there = contents.elements_of(claim_id)
    position = there[-1].position + 1 if there else 0
    return ChangeSet(
        "Add element", (Edit(None, Element(new_id(), claim_id, position, Values(values))),)
    )


def order_elements(contents: Contents, claim_id: str, order: Iterable[str]) -> ChangeSet:
    """Put a claim's elements in a new order."""
    edits: list[Edit] = []
    for position, element_id in enumerate(order):
        element = contents.elements[element_id]
        if element.claim == claim_id and element.position != position:
            edits.append(Edit(element, replace(element, position=position)))
    return ChangeSet("Reorder elements", tuple(edits))


def add_artifact(contents: Contents, artifact: Artifact) -> ChangeSet:
    """Take an artifact into the case; the same bytes twice are one artifact."""
    if artifact.id in contents.artifacts:
        return ChangeSet("Add file", ())
    return ChangeSet("Add file", (Edit(None, artifact),))


def attach(
    contents: Contents, new_id: NewId, item_id: str, artifact_ids: Iterable[str], caption: str = ""
) -> ChangeSet:
    """Attach artifacts to an item, after those it has; one that is there already is left alone."""
    there = contents.attachments_of(item_id)
    held = {each.artifact for each in there}
    position = there[-1].position + 1 if there else 0
    edits: list[Edit] = []
    for artifact in dict.fromkeys(artifact_ids):
        if artifact not in held:
            attachment = Attachment(new_id(), item_id, artifact, position + len(edits), caption)
            edits.append(Edit(None, attachment))
    return ChangeSet(counted("Attach", len(edits), "file"), tuple(edits))


def detach(contents: Contents, attachment_ids: Iterable[str]) -> ChangeSet:
    """Take files off their items; their bytes stay in the case."""
    gone = [contents.attachments[each] for each in attachment_ids]
    return ChangeSet(counted("Detach", len(gone), "file"), tuple(Edit(each, None) for each in gone))


def set_caption(
    contents: Contents, attachment_id: str, caption: str, gesture: str = ""
) -> ChangeSet:
    """Give an attachment another caption; an empty one takes it away."""
    before = contents.attachments[attachment_id]
    after = replace(before, caption=caption)
    return ChangeSet("Edit caption", (Edit(before, after),) if after != before else (), gesture)


def order_attachments(contents: Contents, item_id: str, order: Iterable[str]) -> ChangeSet:
    """Put an item's attachments in a new order; the first picture is the card's."""
    edits: list[Edit] = []
    for position, attachment_id in enumerate(order):
        attachment = contents.attachments[attachment_id]
        if attachment.item == item_id and attachment.position != position:
            edits.append(Edit(attachment, replace(attachment, position=position)))
    return ChangeSet("Reorder files", tuple(edits))


def use_as_still(contents: Contents, attachment_id: str) -> ChangeSet:
    """Let a picture lead the card of its item: it comes before the other files."""
    item_id = contents.attachments[attachment_id].item
    others = [each.id for each in contents.attachments_of(item_id) if each.id != attachment_id]
    return ChangeSet(
        "Use as still", order_attachments(contents, item_id, [attachment_id, *others]).edits
    )


def assess(assessment: Assessment) -> ChangeSet:
    """Append a judgement; earlier ones stay."""
    return ChangeSet(f"Record {assessment.type}", (Edit(None, assessment),))
