"""What a kind of record is: a name, a look, and its fields, declared once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from casedb.model.fields import AnyField, Choice, Choices, Language, Tags, Text
from casedb.model.options import options
from casedb.model.reference_fields import SourceRef
from casedb.model.when_and_where import Places, Times


@dataclass(frozen=True)
class Kind:
    """One kind of record, declared once; form, card face, search, views and export follow.

    `icon` and `accent` name an icon and a colour token; `fields` are the fields in reading order;
    `face_date`, `face_place` and `face_source` name the fields that stand at a card's foot, the
    first that has a value winning; `card_label` is a shorter label where the full one is long;
    `blank` is whether one is offered that has nothing in it yet. `shows_not` are the parts of a claim, by
    their role, that evidence of this kind cannot show by itself, and `limit` says so in a sentence.
    """

    name: str
    label: str
    plural: str
    icon: str
    accent: str
    fields: tuple[AnyField, ...]
    hint: str = ""
    face_date: tuple[str, ...] = ()
    face_place: tuple[str, ...] = ()
    face_source: tuple[str, ...] = ("source",)
    card_label: str = ""
    is_evidence: bool = True
    blank: bool = True
    shows_not: frozenset[str] = frozenset()
    limit: str = ""

    def field(self, name: str) -> AnyField:
        """The field of that name. Raises KeyError."""
        for each in self.fields:
            if each.name == name:
                return each
        raise KeyError(f"{self.label} has no field “{name}”.")

    def has(self, name: str) -> bool:
        """Whether there is a field of that name."""
        return any(each.name == name for each in self.fields)

    def stored_fields(self) -> tuple[AnyField, ...]:
        """The fields whose values lie in the record itself."""
        return tuple(each for each in self.fields if each.stored)


CONTENT, CUSTODY, OWN = "What it says", "Handling", ""

SENSITIVITY = options(
    ("graphic", "Graphic", "shows death, injury or violence"),
    ("personal_data", "Personal data", "names or shows private persons"),
    ("protected_source", "Protected source", "would identify a source who must not be named"),
)

ORIGIN_KNOWN = options(
    ("known", "Known"),
    ("unknown", "Unknown", "what it rests on is not stated; independence becomes a range"),
    ("contested", "Contested"),
)


def fields_of(*fields: object) -> tuple[AnyField, ...]:
    """A tuple of fields of whatever types."""
    return cast("tuple[AnyField, ...]", fields)


def leading_fields(title: str = "Title", placeholder: str = "") -> tuple[AnyField, ...]:
    """The fields that open every item: what it is, in one line and in a few."""
    return fields_of(
        Text("title", title, searchable=True, placeholder=placeholder),
        Text(
            "summary",
            "Summary",
            help="What is seen or said, and nothing more",
            searchable=True,
            multiline=True,
        ),
    )


def closing_fields(*, source: bool = True, language: bool = True) -> tuple[AnyField, ...]:
    """The fields that close every item: reading, whereabouts, custody."""
    kept: list[object] = [
        Text(
            "interpretation",
            "Interpretation",
            help="What it is taken to mean; kept apart from what is seen",
            section=CONTENT,
            searchable=True,
            multiline=True,
        ),
        Text(
            "interpreted_by",
            "Interpreted by",
            section=CONTENT,
            searchable=True,
        ),
        Text("notes", "Notes", section=CONTENT, searchable=True, multiline=True, markdown=True),
        Times("times", "Further times", section=CONTENT, searchable=True),
        Places("places", "Further places", section=CONTENT, searchable=True),
    ]
    if source:
        kept.append(SourceRef("source", "Source", help="Who it comes from", section=CUSTODY))
    if language:
        kept.append(Language("language", "Language", section=CUSTODY))
    kept += [
        Tags("tags", "Tags", section=CUSTODY, searchable=True),
        Text(
            "exhibit",
            "Exhibit number",
            help="Given once, in order, and never reused",
            section=CUSTODY,
            searchable=True,
        ),
        Choice("origin_known", "Origin", section=CUSTODY, options=ORIGIN_KNOWN),
        Text(
            "origin_group",
            "Origin group",
            help="Items of one owner, joint text, scene or object share a group: one origin",
            section=CUSTODY,
            searchable=True,
        ),
        Choices("sensitivity", "Sensitivity", section=CUSTODY, options=SENSITIVITY),
    ]
    return fields_of(*kept)


def capture_fields() -> tuple[AnyField, ...]:
    """The fields of what can be found on the web, about how it was saved there."""
    return fields_of(
        Text("captured_with", "Captured with", section=CUSTODY),
        Text(
            "capture_method",
            "Capture method",
            help="Such as: whole page, logged out",
            section=CUSTODY,
        ),
    )
