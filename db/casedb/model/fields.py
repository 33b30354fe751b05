"""Field types: what one value of a record means, how it is stored, shown and found.

A kind (see `casedb.model.kinds`) is a list of these. Form, card face, search text, SQL view,
export and tests all loop over the declaration, so a field is written down once.

Every field turns the JSON value in the file into a value of its own type (`read`) and back
(`write`), says it in words (`show`), in the language of the reader, and names the words by which it may be found
(`words`), which are the same in every language.
`read(write(v)) == v` holds for every field and value. Reading what is not understood raises
`Unreadable`: the form then shows the stored value as it is and does not let it be overwritten.

Types that name other records stand in `reference_fields`, those of times and places in `when_and_where`.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, Generic, TypeAlias, TypeVar, cast

from casedb.model.json_value import JsonValue
from casedb.model.options import Option
from casedb.model.values import Values, number
from casedb.words import is_english, say, written

T = TypeVar("T")


class Unreadable(ValueError):
    """A stored value is not what its field says; it is kept, and shown as it is."""


SECTION = "section"
"""What tells the titles of sections apart from others: “Find” is what was found here, and a command elsewhere."""


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
