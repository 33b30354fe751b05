"""What people type for a value: read as what a field stores, or refused in a sentence."""

from __future__ import annotations

import re

from casedb.model.fields import AnyField, Choice, Flag, Number, Tags, Text
from casedb.model.fuzzy_date import DateNotUnderstood, FuzzyDate
from casedb.model.json_value import JsonValue
from casedb.model.place import Place
from casedb.model.places.shapes import PlaceNotUnderstood
from casedb.model.when_and_where import When, Where
from casedb.words import say, term

NOT_STORED = term("It is not stored yet.")
"""Ends what is said of a text that is not understood."""

_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?", re.IGNORECASE)
_GROUPED = re.compile(r"[+-]?\d{1,3},\d{3}")


class NotUnderstood(ValueError):
    """What was typed cannot be stored in this field; says why, in a sentence."""


def read_typed(field: AnyField, text: str) -> JsonValue:
    """What a field stores for a text that somebody typed; None for an empty one.

    A choice is typed as its label or as its stored word, tags with commas between them. Raises
    NotUnderstood, and TypeError where a field is not written down as a line of text.
    """
    if not text.strip():
        return None
    match field:
        case Number():
            return read_measure(field, text)
        case Flag():
            return _read_flag(text)
        case Choice():
            return _read_choice(field, text)
        case Tags():
            return list(read_tags(text)) or None
        case When():
            try:
                return field.write(FuzzyDate.parse(text))
            except DateNotUnderstood as trouble:
                raise NotUnderstood(f"{trouble} {say(NOT_STORED)}") from trouble
        case Where():
            try:
                return field.write(Place.parse(text))
            except PlaceNotUnderstood as trouble:
                raise NotUnderstood(f"{trouble} {say(NOT_STORED)}") from trouble
        case Text():
            return text
        case _:
            raise TypeError(field)


def read_tags(text: str) -> tuple[str, ...]:
    """Tags that were typed with commas between them, each once.

    >>> read_tags("kn-23,  Kharkiv, kn-23,")
    ('kn-23', 'Kharkiv')
    """
    told = (" ".join(each.split()) for each in re.split(r"[,،、;\n]", text))
    return tuple(dict.fromkeys(each for each in told if each))


def read_number(text: str) -> float:
    """A number as people write it, with a point or a comma. Raises NotUnderstood."""
    said = text.strip().replace("\u2212", "-")
    if _GROUPED.fullmatch(said):
        raise NotUnderstood(
            say(
                "“{text}” may be {whole} or {broken}: write it without the comma. "
                "It is not stored yet.",
                text=said,
                whole=said.replace(",", ""),
                broken=said.replace(",", "."),
            )
        )
    if said.count(",") == 1 and "." not in said:
        said = said.replace(",", ".")
    if not _NUMBER.fullmatch(said):
        shown = text.strip()[:40]
        raise NotUnderstood(say("“{text}” is not a number. It is not stored yet.", text=shown))
    return float(said) if re.search(r"[.e]", said, re.IGNORECASE) else int(said)


def read_measure(field: Number, text: str) -> JsonValue:
    """A number of a field, with or without its unit, within its bounds. Raises NotUnderstood."""
    unit = field.unit
    value = read_number(text.strip().removesuffix(unit).strip().removesuffix(say(unit)))
    low, high = field.low, field.high
    if (low is not None and value < low) or (high is not None and value > high):
        kept_out = say("{value} is not stored.", value=f"{value:g}")
        raise NotUnderstood(f"{_bounds(field)} {kept_out}")
    try:
        return field.write(value)
    except ValueError as trouble:
        raise NotUnderstood(say("Not stored: {trouble}.", trouble=trouble)) from trouble


def _bounds(field: Number) -> str:
    name, said = say(field.label), say(field.unit)
    unit = said if not said or said == "°" else f" {said}"
    low = "" if field.low is None else f"{field.low:g}"
    high = "" if field.high is None else f"{field.high:g}"
    if low and high:
        return say("{field} lies between {low} and {high}.", field=name, low=low, high=high + unit)
    if low:
        return say("{field} is at least {low}.", field=name, low=low + unit)
    return say("{field} is at most {high}.", field=name, high=high + unit)


def _read_flag(text: str) -> JsonValue:
    said = text.strip().casefold()
    if said in {"yes", "true", "1", "x", say("yes").casefold()}:
        return True
    if said in {"no", "false", "0", say("no").casefold()}:
        return None
    raise NotUnderstood(
        say("“{text}” is neither yes nor no. It is not stored yet.", text=text.strip()[:40])
    )


def _read_choice(field: Choice, text: str) -> JsonValue:
    said = text.strip().casefold()
    for each in field.options:
        if said in {each.value.casefold(), each.label.casefold(), each.shown.casefold()}:
            return each.value
    raise NotUnderstood(
        say(
            "“{text}” is none of: {choices}. It is not stored yet.",
            text=text.strip()[:40],
            choices=", ".join(each.shown for each in field.options),
        )
    )
