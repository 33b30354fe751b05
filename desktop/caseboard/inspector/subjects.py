"""What a form is about: how its values are read from the case and how a change of one is made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from casedb.commands import cards, items, scales
from casedb.commands.items import NewId
from casedb.model.changes import ChangeSet
from casedb.model.contents import Contents
from casedb.model.fields import Text
from casedb.model.json_value import JsonValue
from casedb.model.records import Artifact, Attachment, CaseInfo, Element, Frame, Item, Link, Source
from casedb.model.values import Values
from casedb.words import term


class Subject(Protocol):
    """One record, by id, as a form needs it."""

    @property
    def id(self) -> str:
        """The id of the record."""
        ...

    def values(self, contents: Contents) -> Values | None:
        """Its values, or None where it is gone."""
        ...

    def change(
        self, contents: Contents, name: str, stored: JsonValue, label: str, gesture: str
    ) -> ChangeSet:
        """The change that stores one value; None empties it."""
        ...


R = TypeVar("R", CaseInfo, Item, Source, Element, Link, Artifact)


@dataclass(frozen=True, slots=True)
class RecordSubject(Generic[R]):
    """A record whose fields lie in its values."""

    of: type[R]
    id: str

    def values(self, contents: Contents) -> Values | None:
        record = contents.get(self.of, self.id)
        return record.values if record is not None else None

    def change(
        self, contents: Contents, name: str, stored: JsonValue, label: str, gesture: str
    ) -> ChangeSet:
        record = contents.all(self.of)[self.id]
        return items.set_values(record, {name: stored}, label, gesture)


@dataclass(frozen=True, slots=True)
class FrameSubject:
    """A frame, whose title is a column of its own."""

    id: str

    def values(self, contents: Contents) -> Values | None:
        frame = contents.get(Frame, self.id)
        return Values({"title": frame.title or None}) if frame is not None else None

    def change(
        self, contents: Contents, name: str, stored: JsonValue, label: str, gesture: str
    ) -> ChangeSet:
        title = stored if isinstance(stored, str) else ""
        return cards.rename_frame(contents, self.id, title, gesture)


@dataclass(frozen=True, slots=True)
class ScaleSubject:
    """The scale of a frame, by the id of the frame: the moments `first` and `last`."""

    frame: str
    new_id: NewId

    @property
    def id(self) -> str:
        return self.frame

    def values(self, contents: Contents) -> Values | None:
        held = contents.scale_of(self.frame)
        return Values({"first": held.first, "last": held.last}) if held is not None else None

    def change(
        self, contents: Contents, name: str, stored: JsonValue, label: str, gesture: str
    ) -> ChangeSet:
        held = contents.scale_of(self.frame)
        assert held is not None and isinstance(stored, str), "a scale is changed, never emptied"
        first, last = (stored, held.last) if name == "first" else (held.first, stored)
        return scales.set_scale(contents, self.new_id, self.frame, first, last, gesture)


CAPTION = Text("caption", term("Caption"), placeholder=term("Add a caption"))


@dataclass(frozen=True, slots=True)
class CaptionSubject:
    """An attachment, whose caption is a column of its own."""

    id: str

    def values(self, contents: Contents) -> Values | None:
        held = contents.get(Attachment, self.id)
        return Values({"caption": held.caption or None}) if held is not None else None

    def change(
        self, contents: Contents, name: str, stored: JsonValue, label: str, gesture: str
    ) -> ChangeSet:
        caption = stored if isinstance(stored, str) else ""
        return items.set_caption(contents, self.id, caption, gesture)
