"""What a table of items can have as columns: what is known of each in a few words, and how that sorts.

Some columns are computed from the case (kind, grade, who speaks for a claim); the others are the fields of
the kinds, each by its name, whatever kinds have it. Names of protected sources stand in none of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias, cast

from casedb.model.assessments import admiralty_grade, newest, word
from casedb.model.card_face import date_on_card_shown, place_on_card, support, title_of, whose
from casedb.model.contents import Contents
from casedb.model.discretion import hides_sources, no_name, public_name
from casedb.model.fields import (
    AnyField,
    Choice,
    Choices,
    FileRef,
    Flag,
    Number,
    Tags,
    Text,
    Unreadable,
)
from casedb.model.item_dates import date_on_card, dated_by
from casedb.model.kinds import KINDS, kind_of
from casedb.model.mentions import mentions_of
from casedb.model.records import Item, Source
from casedb.model.reference_fields import SourceRef, SourceRefs
from casedb.model.visible_text import one_line
from casedb.model.when_and_where import When, Where
from casedb.words import say, term

Key: TypeAlias = tuple[int, float, str]
"""What rows are ordered by: whether there is nothing, then a number, then folded words."""

NOTHING: Key = (1, 0.0, "")
"""The key of an empty cell: those come last in either direction."""
LONGEST = 300
"""Characters of a text that a cell shows."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name in settings, its English label, and the field that it shows, if it is one.

    `text` is what its cell says of an item, empty for nothing; `key` what rows are ordered by.
    """

    name: str
    label: str
    text: Callable[[Contents, Item], str]
    key: Callable[[Contents, Item], Key]
    field: AnyField | None = None
    is_number: bool = False
    own: Callable[[Item], AnyField | None] | None = None
    """Which field it shows of an item, where that is not the same for all."""

    @property
    def shown(self) -> str:
        """Its label, in the language of the reader."""
        return say(self.label)

    def field_of(self, item: Item) -> AnyField | None:
        """The field of an item that it shows, where the item's kind has it."""
        if self.own is not None:
            return self.own(item)
        if self.field is None:
            return None
        kind = kind_of(item.kind)
        return kind.field(self.field.name) if kind.has(self.field.name) else None


def _by_text(text: Callable[[Contents, Item], str]) -> Callable[[Contents, Item], Key]:
    def key(contents: Contents, item: Item) -> Key:
        return _text_key(text(contents, item))

    return key


def _text_key(text: str) -> Key:
    return (0, 0.0, natural(text)) if text else NOTHING


def natural(text: str) -> str:
    """Words as they are ordered: in any case, numbers in them by how much they are.

    >>> sorted(["CB-10", "cb-9", "CB-2"], key=natural)
    ['CB-2', 'cb-9', 'CB-10']
    """
    return _DIGITS.sub(lambda match: match[0].lstrip("0").rjust(12, "0"), text.casefold())


_DIGITS = re.compile(r"[0-9]+")


def _number_column(name: str, label: str, number: Callable[[Contents, Item], int | None]) -> Column:
    def text(contents: Contents, item: Item) -> str:
        found = number(contents, item)
        return str(found) if found is not None else ""

    def key(contents: Contents, item: Item) -> Key:
        found = number(contents, item)
        return (0, float(found), "") if found is not None else NOTHING

    return Column(name, label, text, key, is_number=True)


def _text_column(name: str, label: str, text: Callable[[Contents, Item], str]) -> Column:
    return Column(name, label, text, _by_text(text))


# -- computed ------------------------------------------------------------------------------------


def _kind(contents: Contents, item: Item) -> str:
    return say(kind_of(item.kind).label)


def _kind_key(contents: Contents, item: Item) -> Key:
    names = list(KINDS)
    return (0, float(names.index(item.kind) if item.kind in KINDS else len(names)), item.kind)


def _title(contents: Contents, item: Item) -> str:
    return one_line(title_of(contents, item))[:LONGEST]


def _date(contents: Contents, item: Item) -> str:
    return date_on_card_shown(item)


def _date_key(contents: Contents, item: Item) -> Key:
    date = date_on_card(item)
    return (0, *date.reach[:1], "") if date is not None else NOTHING


def _date_field(item: Item) -> AnyField | None:
    """The field of the date on the card. Where there is none yet, it is known only if the kind has no other:
    no time is stored without saying which it is."""
    kind = kind_of(item.kind)
    name = dated_by(item) or (kind.face_date[0] if len(kind.face_date) == 1 else "")
    return kind.field(name) if name else None


def _verdict(contents: Contents, item: Item) -> str:
    if item.id in contents.veiled:
        return ""
    found = newest(contents.assessments_of(item.id), "verdict")
    return word(contents, found) if found is not None else ""


def _mentions(side: int) -> Callable[[Contents, Item], int | None]:
    def number(contents: Contents, item: Item) -> int | None:
        return len(mentions_of(contents, item.id, side)) if item.kind == "claim" else None

    return number


def _independent(contents: Contents, item: Item) -> str:
    lines = support(contents, item).lines if item.kind == "claim" else None
    if lines is None:
        return ""
    return str(lines.low) if lines.low == lines.high else f"{lines.low}–{lines.high}"


def _boards(contents: Contents, item: Item) -> str:
    boards = dict.fromkeys(card.board for card in contents.cards_of(item.id))
    return ", ".join(one_line(contents.board(each).title) for each in boards)


COMPUTED: tuple[Column, ...] = (
    Column("kind", term("Kind"), _kind, _kind_key),
    Column("title", term("Title"), _title, _by_text(_title), Text("title", "Title")),
    Column("date", term("Date"), _date, _date_key, own=_date_field),
    _text_column("whose", term("From"), whose),
    _text_column("grade", term("Grade"), admiralty_grade),
    _text_column("place", term("Place"), lambda _, item: place_on_card(item)),
    _text_column("verdict", term("Verdict"), _verdict),
    _number_column("for", term("For"), _mentions(1)),
    _number_column("against", term("Against"), _mentions(-1)),
    _text_column("independent", term("Independent"), _independent),
    _number_column(
        "files", term("Files"), lambda contents, item: len(contents.attachments_of(item.id)) or None
    ),
    _number_column(
        "links", term("Links"), lambda contents, item: len(contents.links_at(item.id)) or None
    ),
    _text_column("boards", term("Boards"), _boards),
)
"""The columns that are no field, but for the title."""

USUAL: tuple[str, ...] = (
    *("exhibit", "kind", "title", "date", "whose", "grade", "status", "for", "against"),
    *("independent", "tags"),
)
"""The names of the columns that are shown at first."""


# -- fields --------------------------------------------------------------------------------------


_SHORT = {"exhibit": term("Exhibit")}
"""Labels that are shorter above a column than in a form."""
_SHOWN = (Text, Number, Flag, Choice, Choices, Tags, When, Where, SourceRef, SourceRefs)


@cache
def field_columns() -> Mapping[str, Column]:
    """The columns that are fields of kinds, by the field's name, in the order of the kinds."""
    found: dict[str, Column] = {}
    for kind in KINDS.values():
        for each in kind.stored_fields():
            is_shown = isinstance(each, _SHOWN) and not isinstance(each, FileRef)
            if is_shown and not each.retired and each.name != "title":
                found.setdefault(each.name, _column_of(each))
    return found


def column_named(name: str) -> Column | None:
    """The column of a name; None where there is none."""
    computed = next((each for each in COMPUTED if each.name == name), None)
    return computed or field_columns().get(name)


def columns_named(names: Sequence[str]) -> tuple[Column, ...]:
    """The columns of some names, each once; names of none are left out."""
    found = (column_named(each) for each in dict.fromkeys(names))
    return tuple(each for each in found if each is not None)


def _column_of(field: AnyField) -> Column:
    def text(contents: Contents, item: Item) -> str:
        return _shown(contents, item, field.name)

    def key(contents: Contents, item: Item) -> Key:
        value = _value(item, field.name)
        match value:
            case None:
                return NOTHING
            case bool():
                return 0, float(not value), ""
            case int() | float():
                return 0, float(value), ""
            case _:
                own = _field(item, field.name)
                if isinstance(own, When):
                    return 0, own.decode(item.values.get(field.name)).reach[0], ""
                return _text_key(_shown(contents, item, field.name))

    label = _SHORT.get(field.name, field.label)
    return Column(field.name, label, text, key, field, isinstance(field, Number))


def _field(item: Item, name: str) -> AnyField | None:
    kind = kind_of(item.kind)
    return kind.field(name) if kind.has(name) else None


def _value(item: Item, name: str) -> object:
    field = _field(item, name)
    if field is None or item.values.get(name) is None:
        return None
    try:
        return field.read(item.values)
    except Unreadable:
        # What is not understood is shown as it is in the inspector, and nowhere else.
        return None


def _shown(contents: Contents, item: Item, name: str) -> str:
    value, field = _value(item, name), _field(item, name)
    if value is None or field is None:
        return ""
    if isinstance(field, (SourceRef, SourceRefs)):
        if hides_sources(item):
            return no_name()
        ids = (value,) if isinstance(value, str) else cast("tuple[str, ...]", value)
        named = (contents.get(Source, each) for each in ids)
        return ", ".join(one_line(public_name(each)) for each in named if each is not None)
    return one_line(field.show(value))[:LONGEST]
