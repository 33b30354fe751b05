"""Field types: what one value of a record means, how it is stored, shown and found.

A kind (see `casedb.model.kinds`) is a list of these. Form, card face, search text, SQL view,
export and tests all loop over the declaration, so a field is written down once.

Every field turns the JSON value in the file into a value of its own type (`read`) and back
(`write`), says it in words (`show`), in the language of the reader, and names the words by which it may be found
(`words`), which are the same in every language.
`read(write(v)) == v` holds for every field and value. Reading what is not understood raises
`Unreadable`: the form then shows the stored value as it is and does not let it be overwritten.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, Generic, TypeAlias, TypeVar, cast

from casedb.model.fuzzy_date import DateNotUnderstood, FuzzyDate
from casedb.model.json_value import JsonValue
from casedb.model.place import Place, PlaceNotUnderstood
from casedb.model.values import Values, number
from casedb.words import is_english, say, written

T = TypeVar("T")


class Unreadable(ValueError):
    """A stored value is not what its field says; it is kept, and shown as it is."""


OPTION = "option"
"""What tells the words of a list apart from others: “Open” is a state here, and a command elsewhere."""
SECTION = "section"
"""What tells the titles of sections apart from others: “Find” is what was found here, and a command elsewhere."""


@dataclass(frozen=True, slots=True)
class Option:
    """One word of a list to choose from: the stored value, what people read, what it means."""

    value: str
    label: str
    meaning: str = ""

    @property
    def shown(self) -> str:
        """The label in the language of the reader."""
        return say(self.label, about=OPTION)

    @property
    def shown_meaning(self) -> str:
        """What it means, in the language of the reader."""
        return say(self.meaning, about=OPTION)


def options(*pairs: tuple[str, str] | tuple[str, str, str]) -> tuple[Option, ...]:
    """Options from (value, label) or (value, label, meaning)."""
    return tuple(Option(*pair) for pair in pairs)


@dataclass(frozen=True, slots=True)
class NamedTime:
    """A time that says which time it is: event, recorded, published, ..."""

    name: str
    date: FuzzyDate


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A place that says whose it is: where it happened, where it was created, what is shown."""

    name: str
    place: Place


TIME_NAMES = options(
    ("event", "Event (claimed)", "when the thing is said to have happened"),
    ("recorded", "Recorded", "when the picture, sound or measurement was made"),
    ("published", "Published", "when it was first made public, by its own account"),
    ("first_seen", "First seen", "the earliest that somebody is known to have seen it"),
    ("captured", "Captured", "when a copy was taken for the record"),
    ("obtained", "Obtained", "when it came to us"),
    ("imported", "Imported", "when it was put into this case"),
)

PLACE_NAMES = options(
    ("event", "Where it happened"),
    ("shown", "Place shown"),
    ("created", "Place created", "where the camera or the author was"),
    ("found", "Place found"),
    ("other", "Other place"),
)


@dataclass(frozen=True)
class Field(ABC, Generic[T]):
    """One named value of a record. The subclasses are the types; this is what they share.

    `name` is the key in the file and never changes; `label` is what people read; `searchable` puts
    the value into the search index.
    """

    name: str
    label: str
    help: str = ""
    section: str = ""
    searchable: bool = False
    retired: bool = False
    """Another field asks for it now: it is shown where a case holds it, and offered nowhere."""

    stored: ClassVar[bool] = True

    def read(self, values: Mapping[str, JsonValue]) -> T | None:
        """The value, or None where there is none.

        Raises Unreadable when something is stored that this field does not understand.
        """
        value = values.get(self.name)
        return None if value is None else self.decode(value)

    def write(self, value: T | None) -> JsonValue:
        """The JSON value to store; None means: nothing there."""
        return None if value is None or self.is_empty(value) else self.encode(value)

    @abstractmethod
    def decode(self, value: JsonValue) -> T:
        """The value from its JSON form. Raises Unreadable."""

    def encode(self, value: T) -> JsonValue:
        """The JSON form of a value that is not empty."""
        return cast("JsonValue", value)

    def is_empty(self, value: T) -> bool:
        """Whether the value says nothing and need not be stored."""
        return value in ("", (), False)

    def show(self, value: T) -> str:
        """The value in words, on one line where it can be."""
        return str(value)

    def words(self, value: T) -> str:
        """The text by which the value can be found: the same in every language."""
        return str(value)

    def refuse(self, value: JsonValue) -> Unreadable:
        """The error for a stored value of the wrong form."""
        return Unreadable(
            say(
                "The value of “{field}” is not understood and is kept as it is.",
                field=say(self.label),
            )
        )


@dataclass(frozen=True)
class Text(Field[str]):
    """Plain text, kept to the letter: never trimmed, normalised or re-encoded."""

    multiline: bool = False
    verbatim: bool = False
    markdown: bool = False
    placeholder: str = ""
    beside: str = ""
    """The name of the text that it is read together with, as a translation is with the wording."""
    monospace: bool = False
    """Whether every sign is as wide as every other, so that gaps and columns are seen as they are."""
    measured: bool = False
    """Whether a number in it wants a unit."""
    suggested: tuple[str, ...] = ()
    """Sentences that are said often, to be added by one click and then changed."""

    def decode(self, value: JsonValue) -> str:
        if not isinstance(value, str):
            raise self.refuse(value)
        return value


@dataclass(frozen=True)
class Url(Text):
    """A web address, kept as text; nothing is ever fetched."""


@dataclass(frozen=True)
class FileRef(Text):
    """A file of the case, as the SHA-256 it goes by."""


@dataclass(frozen=True)
class Language(Text):
    """A language as a BCP 47 tag, for instance `uk` or `ko`."""


@dataclass(frozen=True)
class Number(Field[float]):
    """A number with its unit; `low` and `high` are what is physically possible."""

    unit: str = ""
    low: float | None = None
    high: float | None = None

    def decode(self, value: JsonValue) -> float:
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise self.refuse(value)
        return value

    def encode(self, value: float) -> JsonValue:
        return number(value)

    def is_empty(self, value: float) -> bool:
        return False

    def show(self, value: float) -> str:
        space = "" if self.unit in ("%", "°") else " "
        digits = f"{value:.10g}" if is_english() else written(value)
        return f"{digits}{space if self.unit else ''}{say(self.unit)}"

    def words(self, value: float) -> str:
        return f"{value:.10g}"


@dataclass(frozen=True)
class Flag(Field[bool]):
    """Yes or no; no is not stored."""

    def decode(self, value: JsonValue) -> bool:
        if not isinstance(value, bool):
            raise self.refuse(value)
        return value

    def show(self, value: bool) -> str:
        return say("yes") if value else say("no")

    def words(self, value: bool) -> str:
        return self.label if value else ""


@dataclass(frozen=True)
class Choice(Field[str]):
    """One word from a list. A word of a newer list is kept and shown as it is."""

    options: tuple[Option, ...] = ()
    default: str = ""

    def decode(self, value: JsonValue) -> str:
        if not isinstance(value, str):
            raise self.refuse(value)
        return value

    def option(self, value: str) -> Option:
        """The option for a stored word; an unknown word stands for itself."""
        return next((each for each in self.options if each.value == value), Option(value, value))

    def show(self, value: str) -> str:
        option = self.option(value)
        return option.shown if option in self.options else option.label

    def words(self, value: str) -> str:
        return self.option(value).label


@dataclass(frozen=True)
class Ladder(Choice):
    """One step of a scale whose steps are shown in their order, each with what it means.

    `apart` are the words that are no step of it: they say that nothing on it holds; `against` is the one
    of them that says the contrary.
    """

    apart: tuple[str, ...] = ()
    against: str = ""


@dataclass(frozen=True)
class Interest(Choice):
    """What whoever has issued a statement has at stake; where no word is chosen, what their sources
    tell stands for it.
    """


@dataclass(frozen=True)
class Choices(Field[tuple[str, ...]]):
    """Several words from a list."""

    options: tuple[Option, ...] = ()

    def decode(self, value: JsonValue) -> tuple[str, ...]:
        return texts(self, value)

    def encode(self, value: tuple[str, ...]) -> JsonValue:
        return list(value)

    def show(self, value: tuple[str, ...]) -> str:
        labels = {each.value: each.shown for each in self.options}
        return ", ".join(labels.get(word, word) for word in value)

    def words(self, value: tuple[str, ...]) -> str:
        labels = {each.value: each.label for each in self.options}
        return ", ".join(labels.get(word, word) for word in value)


@dataclass(frozen=True)
class Tags(Field[tuple[str, ...]]):
    """Free words, in the order given."""

    def decode(self, value: JsonValue) -> tuple[str, ...]:
        return texts(self, value)

    def encode(self, value: tuple[str, ...]) -> JsonValue:
        return list(value)

    def show(self, value: tuple[str, ...]) -> str:
        return ", ".join(value)

    def words(self, value: tuple[str, ...]) -> str:
        return self.show(value)


@dataclass(frozen=True)
class When(Field[FuzzyDate]):
    """A date as exact or as vague as it is known; `time_name` says which time it is."""

    time_name: str = "event"

    def decode(self, value: JsonValue) -> FuzzyDate:
        return read_date(self, value)

    def encode(self, value: FuzzyDate) -> JsonValue:
        return value.to_json()

    def is_empty(self, value: FuzzyDate) -> bool:
        return False

    def show(self, value: FuzzyDate) -> str:
        return value.show()

    def words(self, value: FuzzyDate) -> str:
        return words_of_date(value)


@dataclass(frozen=True)
class Where(Field[Place]):
    """A place: name, coordinates, how exact, and how it was located."""

    def decode(self, value: JsonValue) -> Place:
        return read_place(self, value)

    def encode(self, value: Place) -> JsonValue:
        return value.to_json()

    def is_empty(self, value: Place) -> bool:
        return False

    def show(self, value: Place) -> str:
        return value.show()

    def words(self, value: Place) -> str:
        return words_of_place(value)


@dataclass(frozen=True)
class Times(Field[tuple[NamedTime, ...]]):
    """Further times, each with the name of the time it is."""

    options: tuple[Option, ...] = TIME_NAMES

    def decode(self, value: JsonValue) -> tuple[NamedTime, ...]:
        return tuple(
            NamedTime(read_text(self, row, "name"), read_date(self, row.get("date")))
            for row in rows(self, value)
        )

    def encode(self, value: tuple[NamedTime, ...]) -> JsonValue:
        return [{"name": each.name, "date": each.date.to_json()} for each in value]

    def show(self, value: tuple[NamedTime, ...]) -> str:
        return "; ".join(f"{self.label_of(each.name)}: {each.date.show()}" for each in value)

    def words(self, value: tuple[NamedTime, ...]) -> str:
        return "\n".join(
            f"{english_label(self.options, each.name)}: {words_of_date(each.date)}"
            for each in value
        )

    def label_of(self, name: str) -> str:
        """What people read for the name of a time."""
        return next((each.shown for each in self.options if each.value == name), name)


@dataclass(frozen=True)
class Places(Field[tuple[NamedPlace, ...]]):
    """Further places, each with what it is the place of."""

    options: tuple[Option, ...] = PLACE_NAMES

    def decode(self, value: JsonValue) -> tuple[NamedPlace, ...]:
        return tuple(
            NamedPlace(read_text(self, row, "name"), read_place(self, row.get("place")))
            for row in rows(self, value)
        )

    def encode(self, value: tuple[NamedPlace, ...]) -> JsonValue:
        return [{"name": each.name, "place": each.place.to_json()} for each in value]

    def show(self, value: tuple[NamedPlace, ...]) -> str:
        return "; ".join(f"{self.label_of(each.name)}: {each.place.show()}" for each in value)

    def words(self, value: tuple[NamedPlace, ...]) -> str:
        return "\n".join(
            f"{english_label(self.options, each.name)}: {words_of_place(each.place)}"
            for each in value
        )

    def label_of(self, name: str) -> str:
        """What people read for the name of a place."""
        return next((each.shown for each in self.options if each.value == name), name)


@dataclass(frozen=True)
class SourceRef(Field[str]):
    """One source of the case, by id."""

    def decode(self, value: JsonValue) -> str:
        if not isinstance(value, str):
            raise self.refuse(value)
        return value

    def words(self, value: str) -> str:
        return ""


@dataclass(frozen=True)
class SourceRefs(Field[tuple[str, ...]]):
    """Several sources of the case, by id, in the order given."""

    def decode(self, value: JsonValue) -> tuple[str, ...]:
        return texts(self, value)

    def encode(self, value: tuple[str, ...]) -> JsonValue:
        return list(value)

    def words(self, value: tuple[str, ...]) -> str:
        return ""


@dataclass(frozen=True)
class ItemRefs(Field[tuple[str, ...]]):
    """Other items of the case, by id; `kinds` says which may be named (empty: any)."""

    kinds: tuple[str, ...] = ()

    def decode(self, value: JsonValue) -> tuple[str, ...]:
        return texts(self, value)

    def encode(self, value: tuple[str, ...]) -> JsonValue:
        return list(value)

    def words(self, value: tuple[str, ...]) -> str:
        return ""


@dataclass(frozen=True)
class NamedThing(Field[str]):
    """One thing, by its id; it may be gone, and the id stays."""

    def decode(self, value: JsonValue) -> str:
        if not isinstance(value, str):
            raise self.refuse(value)
        return value

    def words(self, value: str) -> str:
        return ""


@dataclass(frozen=True)
class BoardRef(NamedThing):
    """One board of the case, by id; the board may be gone, and the id stays."""


@dataclass(frozen=True)
class AnnotationRef(NamedThing):
    """What is marked on a file of the item at an end of a link, by id; it may be gone.

    `at_start` is whether that is the end where the link starts.
    """

    at_start: bool = True


@dataclass(frozen=True)
class Region(NamedThing):
    """Where on a file of the item something is to be seen, or was read.

    It is what is marked there, by the annotation's id, so that it follows the mark when that is moved;
    or all of a file, by its SHA-256. Either may be gone by now, and what names it stays.
    `compared_with` names the table of the same item whose regions it is compared with.
    """

    compared_with: str = ""

    def show(self, value: str) -> str:
        return say("a region of a file")


@dataclass(frozen=True)
class Linked(Field[None]):
    """A field that is answered by links of the board, not by a stored value.

    `types` are the link types that answer it, `kinds` what their other end is (empty: anything); an
    element is of the kind of its claim. `outward` tells whether the item is their start.
    """

    types: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    outward: bool = True

    stored: ClassVar[bool] = False

    def decode(self, value: JsonValue) -> None:
        raise self.refuse(value)


Row = Values
"""One row of a table field: its columns' values."""


@dataclass(frozen=True)
class Table(Field[tuple[Row, ...]]):
    """Rows of a small table, for instance the components of a piece of debris."""

    columns: tuple[Field[Any], ...] = field(default=())
    row_label: str = "row"

    def decode(self, value: JsonValue) -> tuple[Row, ...]:
        return tuple(Values(row) for row in rows(self, value))

    def encode(self, value: tuple[Row, ...]) -> JsonValue:
        return [dict(row) for row in value]

    def show(self, value: tuple[Row, ...]) -> str:
        return "; ".join(filter(None, (self._line(row, "show") for row in value)))

    def words(self, value: tuple[Row, ...]) -> str:
        return "\n".join(filter(None, (self._line(row, "words") for row in value)))

    def _line(self, row: Row, how: str) -> str:
        parts: list[str] = []
        for column in self.columns:
            try:
                value = column.read(row)
            except Unreadable:
                continue
            if value is not None:
                tell: Callable[[object], str] = column.show if how == "show" else column.words
                parts.append(tell(value))
        return ", ".join(filter(None, parts))


AnyField: TypeAlias = Field[Any]
"""A field of whatever type, where only the shared verbs matter."""


def columns(*fields: Field[str] | Field[float] | Field[bool]) -> tuple[AnyField, ...]:
    """The columns of a table field."""
    return cast("tuple[AnyField, ...]", fields)


def texts(of: Field[tuple[str, ...]], value: JsonValue) -> tuple[str, ...]:
    """A list of texts. Raises Unreadable."""
    if isinstance(value, str) or not isinstance(value, Sequence):
        raise of.refuse(value)
    found: list[str] = []
    for each in value:
        if not isinstance(each, str):
            raise of.refuse(value)
        found.append(each)
    return tuple(found)


def rows(of: Field[T], value: JsonValue) -> list[Mapping[str, JsonValue]]:
    """A list of JSON objects. Raises Unreadable."""
    if isinstance(value, str) or not isinstance(value, Sequence):
        raise of.refuse(value)
    found: list[Mapping[str, JsonValue]] = []
    for each in value:
        if not isinstance(each, Mapping):
            raise of.refuse(value)
        found.append(each)
    return found


def read_text(of: Field[T], row: Mapping[str, JsonValue], key: str) -> str:
    """A text in a row. Raises Unreadable."""
    value = row.get(key)
    if not isinstance(value, str):
        raise of.refuse(value)
    return value


def read_date(of: Field[T], value: JsonValue) -> FuzzyDate:
    """A fuzzy date from its JSON form. Raises Unreadable."""
    if not isinstance(value, Mapping):
        raise of.refuse(value)
    try:
        return FuzzyDate.from_json(value)
    except DateNotUnderstood as trouble:
        raise of.refuse(value) from trouble


def english_label(options: Sequence[Option], name: str) -> str:
    """The label of a stored word as it is told in English; an unknown word stands for itself."""
    return next((each.label for each in options if each.value == name), name)


def words_of_date(date: FuzzyDate) -> str:
    """The text by which a date can be found: as it was stated, as it is shown, and as EDTF."""
    return f"{date.stated} {date.in_english()} {date.edtf}"


def words_of_place(place: Place) -> str:
    """The text by which a place can be found: as it is shown, and as it was stated."""
    return f"{place.show()} {place.stated}"


def read_place(of: Field[T], value: JsonValue) -> Place:
    """A place from its JSON form. Raises Unreadable."""
    if not isinstance(value, Mapping):
        raise of.refuse(value)
    try:
        return Place.from_json(value)
    except PlaceNotUnderstood as trouble:
        raise of.refuse(value) from trouble
