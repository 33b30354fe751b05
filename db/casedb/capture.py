"""Captures: a page on the web, as somebody saved it, and how. Nothing is ever fetched."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from casedb.commands import items
from casedb.commands.items import NewId
from casedb.model.captures import CAPTURED
from casedb.model.changes import ChangeSet, Edit
from casedb.model.contents import Contents
from casedb.model.fuzzy_date import DateNotUnderstood, FuzzyDate
from casedb.model.json_value import JsonValue
from casedb.model.kinds import is_known, kind_of
from casedb.model.records import Attachment, Item
from casedb.model.values import Values
from casedb.taking import LONGEST_TITLE, Found, Stamp, Taking, take_into


def can_be_captured(item: Item) -> bool:
    """Whether items of its kind say where they were found and how they were saved."""
    kind = kind_of(item.kind)
    return is_known(item.kind) and kind.has("url") and kind.has("captured_with")


@dataclass(frozen=True, slots=True)
class Capture:
    """Where something was found and how it was saved; texts are empty for what nobody knows."""

    url: str
    archive_url: str = ""
    captured: FuzzyDate | None = None
    tool: str = ""
    method: str = ""
    title: str = ""

    @property
    def of_file(self) -> dict[str, JsonValue]:
        """What is noted with the file that was saved."""
        told: dict[str, JsonValue] = {
            "url": self.url,
            "archive_url": self.archive_url,
            "tool": self.tool,
            "method": self.method,
        }
        if self.captured is not None:
            told["captured"] = self.captured.to_json()
        return {name: value for name, value in told.items() if value}

    @property
    def of_item(self) -> dict[str, JsonValue]:
        """What the document says that stands for the page."""
        title = self.title or urlsplit(self.url).hostname or self.url
        told: dict[str, JsonValue] = {"title": title[:LONGEST_TITLE], "url": self.url}
        if self.archive_url:
            told["archive_url"] = self.archive_url
        if self.captured is not None:
            told["times"] = [{"name": CAPTURED, "date": self.captured.to_json()}]
        told |= {name: text for name, text in self._how.items() if text}
        return told

    @property
    def _how(self) -> dict[str, str]:
        return {"captured_with": self.tool, "capture_method": self.method}

    def noted_in(self, item: Item) -> dict[str, JsonValue]:
        """What an item says of where it was found and how it was saved, once this is so."""
        held = item.values.get("times")
        rows = held if isinstance(held, list) else []
        at = next((n for n, row in enumerate(rows) if _is_capture(row)), len(rows))
        date = self.captured.to_json() if self.captured is not None else None
        noted: list[JsonValue] = [{"name": CAPTURED, "date": date}] if date is not None else []
        told = {"url": self.url, "archive_url": self.archive_url, **self._how}
        return {
            **{name: text or None for name, text in told.items()},
            "times": [*rows[:at], *noted, *rows[at + 1 :]] or None,
        }


def capture_of(item: Item) -> Capture:
    """What an item says of where it was found and how it was saved."""
    told = item.values
    held = told.get("times")
    row = next((row for row in held if _is_capture(row)), None) if isinstance(held, list) else None
    date = row.get("date") if isinstance(row, Mapping) else None
    captured = None
    if isinstance(date, Mapping):
        with contextlib.suppress(DateNotUnderstood):
            captured = FuzzyDate.from_json(date)
    return Capture(
        told.text("url"),
        told.text("archive_url"),
        captured,
        told.text("captured_with"),
        told.text("capture_method"),
    )


def _is_capture(row: JsonValue) -> bool:
    return isinstance(row, Mapping) and row.get("name") == CAPTURED


def note_capture(
    contents: Contents,
    new_id: NewId,
    found: Sequence[Found],
    stamp: Stamp,
    capture: Capture,
    item_id: str,
) -> Taking:
    """The change that notes with an item how it was saved, and attaches the files that were.

    What is noted with files that are in the case already stays.
    """
    noted = [_noting(each, capture) for each in found]
    taking = take_into(contents, new_id, noted, stamp, item_id)
    changes = items.set_values(
        contents.items[item_id], capture.noted_in(contents.items[item_id]), "Note a capture"
    )
    return replace(
        taking, edits=(*taking.edits, *changes.edits), is_attached=False, name=changes.label
    )


def _noting(found: Found, capture: Capture) -> Found:
    if found.offer is None:
        return found
    artifact = found.offer.artifact
    noted = replace(artifact, values=Values({**artifact.values, **capture.of_file}))
    return replace(found, offer=replace(found.offer, artifact=noted))


def take_capture(
    contents: Contents, new_id: NewId, found: Sequence[Found], stamp: Stamp, capture: Capture
) -> Taking:
    """The change that makes a document of a capture, with the files that were saved of it.

    Bytes that are in the case already are attached as they are there: what is noted with them stays.
    """
    edits = items.add_items(contents, new_id, [("document", capture.of_item)]).edits
    item = next(edit.after for edit in edits if isinstance(edit.after, Item))
    offers = {each.offer.artifact.id: each.offer for each in found if each.offer is not None}
    brought: list[Edit] = []
    attached: list[Edit] = []
    for at, offer in enumerate(offers.values()):
        artifact = offer.artifact
        if artifact.id not in contents.artifacts:
            noted = Values({**artifact.values, **capture.of_file})
            brought.append(Edit(None, stamp.on(replace(artifact, values=noted))))
        attached.append(Edit(None, Attachment(new_id(), item.id, artifact.id, at, "")))
    rows = tuple(
        replace(each.row, item=item.id) if each.offer is not None else each.row for each in found
    )
    fresh = {edit.record.id: offers[edit.record.id].open for edit in brought}
    change = ChangeSet("", (*brought, *edits, *attached))
    return Taking(change.edits, fresh, rows, (item,), (item,))
