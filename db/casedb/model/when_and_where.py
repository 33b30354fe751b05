"""Fields that say when and where: one time or place, or several, each with which one it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from casedb.model.fields import Field, read_text, rows
from casedb.model.fuzzy_date import DateNotUnderstood, FuzzyDate
from casedb.model.json_value import JsonValue
from casedb.model.options import Option, english_label, options
from casedb.model.place import Place, PlaceNotUnderstood

T = TypeVar("T")


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


def read_date(of: Field[T], value: JsonValue) -> FuzzyDate:
    """A fuzzy date from its JSON form. Raises Unreadable."""
    if not isinstance(value, Mapping):
        raise of.refuse(value)
    try:
        return FuzzyDate.from_json(value)
    except DateNotUnderstood as trouble:
        raise of.refuse(value) from trouble


def read_place(of: Field[T], value: JsonValue) -> Place:
    """A place from its JSON form. Raises Unreadable."""
    if not isinstance(value, Mapping):
        raise of.refuse(value)
    try:
        return Place.from_json(value)
    except PlaceNotUnderstood as trouble:
        raise of.refuse(value) from trouble


def words_of_date(date: FuzzyDate) -> str:
    """The text by which a date can be found: as it was stated, as it is shown, and as EDTF."""
    return f"{date.stated} {date.in_english()} {date.edtf}"


def words_of_place(place: Place) -> str:
    """The text by which a place can be found: as it is shown, and as it was stated."""
    return f"{place.show()} {place.stated}"
