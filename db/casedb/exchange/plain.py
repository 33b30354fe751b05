"""Plain values in and out: what scripts, source files and spreadsheets say, and what a field stores.

A date may be a text ("autumn 2023"), a place a text or coordinates, a source its id or record.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import cast

from casedb.errors import InvalidChange
from casedb.model.fields import AnyField, Choice, Choices, Flag, Number, Table, Tags, Text
from casedb.model.fuzzy_date import DateNotUnderstood, FuzzyDate
from casedb.model.json_value import JsonValue
from casedb.model.options import Option
from casedb.model.place import Place, PlaceNotUnderstood
from casedb.model.reference_fields import (
    AnnotationRef,
    BoardRef,
    ItemRefs,
    Region,
    SourceRef,
    SourceRefs,
)
from casedb.model.values import Values
from casedb.model.when_and_where import NamedPlace, NamedTime, Places, Times, When, Where
from casedb.words import say


def stored_values(
    what: str, fields: Iterable[AnyField], given: Mapping[str, object]
) -> dict[str, JsonValue]:
    """The values to store for what was given by field name.

    `what` names the sort of record in errors. Raises InvalidChange for a name that is no field
    of it and for a value that its field cannot hold.
    """
    by_name = {field.name: field for field in fields if field.stored}
    stored: dict[str, JsonValue] = {}
    for name, value in given.items():
        field = by_name.get(name)
        if field is None:
            raise InvalidChange(
                say(
                    "{what} has no field “{name}”. Its fields are: {known}.",
                    what=what,
                    name=name,
                    known=", ".join(sorted(by_name)),
                )
            )
        if value is not None:
            stored[name] = _stored_value(what, field, value)
    return stored


def _stored_value(what: str, field: AnyField, value: object) -> JsonValue:
    # By its name: the label of a claim's title is "Claim", and it is not the claim that is refused.
    named = f"{what}: “{field.name}”"
    try:
        return field.write(_value(field, value))
    except (DateNotUnderstood, PlaceNotUnderstood) as trouble:
        raise InvalidChange(
            say("{named} is not understood. {trouble}", named=named, trouble=trouble)
        ) from trouble
    except (TypeError, ValueError) as trouble:
        raise InvalidChange(
            say(
                "{named} cannot be {value}: {trouble}.",
                named=named,
                value=_shown(value),
                trouble=trouble,
            )
        ) from trouble


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."


def _value(field: AnyField, value: object) -> object:
    match field:
        case When():
            return _date(value)
        case Where():
            return _place(value)
        case Times():
            return tuple(
                NamedTime(_known(name, field.options), _date(date)) for name, date in _pairs(value)
            )
        case Places():
            return tuple(
                NamedPlace(_known(name, field.options), _place(place))
                for name, place in _pairs(value)
            )
        case Choice():
            return _known(_text(value), field.options)
        case Choices():
            return tuple(_known(each, field.options) for each in _texts(value))
        case Number():
            if isinstance(value, bool) or not isinstance(value, (int, float)):
                raise TypeError(say("a number was expected"))
            return _within(field, value)
        case Flag():
            if not isinstance(value, bool):
                raise TypeError(say("yes or no was expected"))
            return value
        case SourceRef() | BoardRef() | AnnotationRef() | Region():
            return _id(value)
        case SourceRefs() | ItemRefs():
            return tuple(_id(each) for each in _listed(value))
        case Tags():
            return _texts(value)
        case Table():
            return tuple(
                Values(
                    stored_values(
                        say("A {row}", row=say(field.row_label)), field.columns, _row(row)
                    )
                )
                for row in _listed(value)
            )
        case Text():
            return _text(value)
        case _:
            raise TypeError(say("this field holds no value of its own"))


def _within(field: Number, value: float) -> float:
    low, high = field.low, field.high
    if (low is not None and value < low) or (high is not None and value > high):
        raise ValueError(_bounds(field))
    return value


def _bounds(field: Number) -> str:
    low, high = (f"{each:g}" if each is not None else "" for each in (field.low, field.high))
    if not high:
        return say("it is at least {low}", low=low)
    if not low:
        return say("it is at most {high}", high=high)
    return say("it is at least {low} and at most {high}", low=low, high=high)


def _known(value: str, options: Sequence[Option]) -> str:
    words = [option.value for option in options]
    if value not in words:
        raise ValueError(say("the words are {words}", words=", ".join(words)))
    return value


def _date(value: object) -> FuzzyDate:
    return value if isinstance(value, FuzzyDate) else FuzzyDate.parse(_text(value))


def _place(value: object) -> Place:
    return value if isinstance(value, Place) else Place.parse(_text(value))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(say("a text was expected"))
    return value


def _listed(value: object) -> Sequence[object]:
    if isinstance(value, str) or not isinstance(value, Sequence):
        raise TypeError(say("a list was expected"))
    return cast("Sequence[object]", value)


def _texts(value: object) -> tuple[str, ...]:
    return tuple(_text(each) for each in _listed(value))


def _pairs(value: object) -> list[tuple[str, object]]:
    if isinstance(value, Mapping):
        told = cast("Mapping[str, object]", value)
        return list(told.items())
    pairs = [_listed(pair) for pair in _listed(value)]
    if any(len(pair) != 2 for pair in pairs):
        raise ValueError(say("pairs of a name and a value were expected"))
    return [(_text(name), held) for name, held in pairs]


def _row(value: object) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        raise TypeError(say("the cells of a row by name were expected"))
    return cast("Mapping[str, object]", value)


def _id(value: object) -> str:
    return _text(value if isinstance(value, str) else getattr(value, "id", None))
