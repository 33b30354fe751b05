"""`Chip`: one short phrase for each thing that a filter asks for, and what to take out to drop it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from casedb.model.contents import Contents
from casedb.model.discretion import public_name
from casedb.model.filtering import NONE, Condition, Filter
from casedb.model.fuzzy_date import FuzzyDate
from casedb.model.kinds import KINDS, kind_of
from casedb.model.kinds.claim import STATUS
from casedb.model.schemes import CREDIBILITY, RELIABILITY, VERDICT, grades_of
from casedb.model.search_text import fold
from casedb.model.visible_text import visible
from casedb.words import say, term

LONGEST = 60
"""A phrase shows no more characters of a tag, a name or the words than this."""


class Chip(NamedTuple):
    """A phrase, and the condition and value for which it stands: what `Filter.without` takes.

    `value` is None where the phrase stands for the whole condition.
    """

    text: str
    condition: Condition
    value: str | None = None


def describe(chosen: Filter, contents: Contents | None = None) -> list[str]:
    """What a filter asks for, in short phrases: “Claims”, “Tag: kharkiv”, “2–9 January 2024”.

    `contents` tells the names of sources; without it they are only counted.
    """
    return [chip.text for chip in chips(chosen, contents)]


def chips(chosen: Filter, contents: Contents | None = None) -> list[Chip]:
    """The same phrases, with what each stands for."""
    return [
        chip._replace(text=say("Not: {what}", what=chip.text))
        if chip.condition in chosen.inverted
        else chip
        for condition in chosen.conditions
        for chip in _chips_of(chosen, condition, contents)
    ]


def _chips_of(chosen: Filter, condition: Condition, contents: Contents | None) -> Iterator[Chip]:
    match condition:
        case Condition.DATES:
            yield Chip(_days(chosen.first, chosen.last), condition)
        case Condition.FILES:
            yield Chip(say("With files") if chosen.files else say("Without files"), condition)
        case Condition.WORDS:
            yield Chip(f"“{_short(chosen.words)}”", condition)
        case Condition.SOURCES if contents is None:
            number = len(chosen.sources)
            yield Chip(say("One source", "{n} sources", n=number), condition)
        case _:
            values = _sorted(chosen.values_of(condition), condition, contents)
            yield from (
                Chip(_phrase(condition, each, contents), condition, each) for each in values
            )


_NO_VALUE = {
    Condition.KINDS: term("No kind"),
    Condition.STATUSES: term("No status"),
    Condition.TAGS: term("No tags"),
    Condition.SOURCES: term("No source"),
    Condition.RELIABILITY: term("Reliability not judged"),
    Condition.CREDIBILITY: term("Credibility not judged"),
    Condition.VERDICTS: term("No verdict"),
}
_SCHEMES = {
    Condition.RELIABILITY: RELIABILITY,
    Condition.CREDIBILITY: CREDIBILITY,
    Condition.VERDICTS: VERDICT,
}


def _phrase(condition: Condition, value: str, contents: Contents | None) -> str:
    if value == NONE:
        return say(_NO_VALUE[condition])
    match condition:
        case Condition.KINDS:
            return say(kind_of(value).plural)
        case Condition.STATUSES:
            status = _label(value, ((each.value, each.shown) for each in STATUS)).lower()
            return say("Status: {status}", status=status)
        case Condition.TAGS:
            return say("Tag: {tag}", tag=_short(value))
        case Condition.SOURCES:
            name = _short(_source_name(value, contents))
            return say("Source: {name}", name=name) if name else say("Source: unnamed")
        case Condition.RELIABILITY:
            return say("Reliability {grade}", grade=_short(value))
        case Condition.CREDIBILITY:
            return say("Credibility {grade}", grade=_short(value))
        case _:
            grades = ((each.value, each.shown) for each in grades_of(VERDICT))
            return say("Verdict: {verdict}", verdict=_label(value, grades).lower())


def value_words(condition: Condition, value: str, contents: Contents | None = None) -> str:
    """One value of a condition as it is offered below the condition's name: “kharkiv”, “No tags”,
    “B – usually reliable”."""
    if value == NONE:
        return say(_NO_VALUE[condition])
    match condition:
        case Condition.KINDS:
            return say(kind_of(value).plural)
        case Condition.STATUSES:
            return _label(value, ((each.value, each.shown) for each in STATUS))
        case Condition.SOURCES:
            return _short(_source_name(value, contents)) or say("Unnamed source")
        case Condition.VERDICTS | Condition.RELIABILITY | Condition.CREDIBILITY:
            grade = {each.value: each for each in grades_of(_SCHEMES[condition])}.get(value)
            if grade is None:
                return _short(value.replace("_", " "))
            if condition is Condition.VERDICTS:
                return grade.shown
            meaning = grade.shown_meaning
            return f"{grade.shown} – {meaning[:1].lower()}{meaning[1:]}"
        case _:
            return _short(value)


def _label(value: str, labels: Iterable[tuple[str, str]]) -> str:
    return dict(labels).get(value, _short(value.replace("_", " ")))


def _source_name(source_id: str, contents: Contents | None) -> str:
    source = contents.sources.get(source_id) if contents is not None else None
    return public_name(source) if source is not None else ""


def _sorted(values: Iterable[str], condition: Condition, contents: Contents | None) -> list[str]:
    """Values in the order in which they are offered, that there is none last."""
    ranks: dict[str, int] = {}
    if condition is Condition.KINDS:
        ranks = {name: n for n, name in enumerate(KINDS)}
    elif condition is Condition.STATUSES:
        ranks = {each.value: n for n, each in enumerate(STATUS)}
    elif condition in _SCHEMES:
        ranks = {each.value: n for n, each in enumerate(grades_of(_SCHEMES[condition]))}

    def place(value: str) -> tuple[bool, int, str, str]:
        is_source = condition is Condition.SOURCES
        said = _source_name(value, contents) if is_source else value
        return value == NONE, ranks.get(value, len(ranks)), fold(said), value

    return sorted(values, key=place)


def _days(first: date | None, last: date | None) -> str:
    """Days as they are written elsewhere: “2–9 January 2024”, “since 2 January 2024”."""
    if first is not None and last is not None:
        first, last = min(first, last), max(first, last)
    if first == last and first is not None:
        return FuzzyDate.parse(first.isoformat()).show()
    start, end = (day.isoformat() if day is not None else ".." for day in (first, last))
    said = FuzzyDate.parse(f"{start}/{end}").show()
    return said[:1].upper() + said[1:]


def _short(text: str) -> str:
    """The text on one line, with what cannot be seen made visible, and cut where it is long."""
    line = " ".join(visible(text[: 2 * LONGEST]).split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
