"""Captures: a page on the web, as somebody saved it, and how. Nothing is ever fetched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from casedb.commands import items
from casedb.commands.items import NewId
from casedb.model.changes import ChangeSet, Edit
from casedb.model.contents import Contents
from casedb.model.fuzzy_date import FuzzyDate
from casedb.model.json_value import JsonValue
from casedb.model.records import Attachment, Item
from casedb.model.values import Values
from casedb.taking import LONGEST_TITLE, Found, Stamp, Taking


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
            told["times"] = [{"name": "captured", "date": self.captured.to_json()}]
        return told


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
