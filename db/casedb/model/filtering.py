"""`Filter`: which items of a case are looked at.

A filter is a list of conditions that must all hold; within one condition any of its values will do, and
a condition may be turned round. A filter without conditions passes everything. Where a value is the
empty text `NONE`, it stands for items that have none: untagged ones, claims without a verdict.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import partial
from typing import Protocol, TypeAlias

from casedb.model.assessments import newest, source_ids
from casedb.model.card_face import sources_on
from casedb.model.contents import Contents
from casedb.model.item_dates import Reach, reaches_of
from casedb.model.json_value import JsonValue
from casedb.model.records import Assessment, Item
from casedb.model.search_text import fold

Test: TypeAlias = Callable[[Item], bool]

NONE = ""
"""In place of a tag, a source, a grade, a verdict or a status: that there is none."""
_EPOCH = datetime.min  # noqa: DTZ901 - bounds of dates carry no zone either


class Condition(StrEnum):
    """What a filter asks for; each value is the name of its field."""

    KINDS = "kinds"
    STATUSES = "statuses"
    TAGS = "tags"
    SOURCES = "sources"
    RELIABILITY = "reliability"
    CREDIBILITY = "credibility"
    VERDICTS = "verdicts"
    DATES = "dates"
    FILES = "files"
    WORDS = "words"


LISTS = (
    *(Condition.KINDS, Condition.STATUSES, Condition.TAGS, Condition.SOURCES),
    *(Condition.RELIABILITY, Condition.CREDIBILITY, Condition.VERDICTS),
)
"""The conditions that are lists of values."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Which items are looked at.

    `kinds` by name; `statuses` and `verdicts` of claims, by their stored words; `sources` by id, of
    whichever role; `reliability` and `credibility` are the two signs of the grade on the card, by the
    newest judgements. `first` and `last` are days, both included, either of them open: what may fall on
    one of them passes, by any date of the item but those of our own work with it. `files` is whether it
    has any. Of `words` each must occur in what the card says, in any case and with or without accents.
    `inverted` names the conditions that are turned round: those items pass that do not fulfil them.
    """

    kinds: frozenset[str] = frozenset()
    statuses: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    reliability: frozenset[str] = frozenset()
    credibility: frozenset[str] = frozenset()
    verdicts: frozenset[str] = frozenset()
    first: date | None = None
    last: date | None = None
    files: bool | None = None
    words: str = ""
    inverted: frozenset[Condition] = frozenset()

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """What it asks for, in the usual order."""
        return tuple(each for each in Condition if self._asks(each))

    def __bool__(self) -> bool:
        """Whether it asks for anything."""
        return any(map(self._asks, Condition))

    def _asks(self, condition: Condition) -> bool:
        match condition:
            case Condition.DATES:
                return self.first is not None or self.last is not None
            case Condition.FILES:
                return self.files is not None
            case Condition.WORDS:
                return bool(self.words.strip())
            case _:
                return bool(self.values_of(condition))

    def values_of(self, condition: Condition) -> frozenset[str]:
        """The values of a condition that is a list; none of another one."""
        return getattr(self, condition) if condition in LISTS else frozenset()

    def without(self, condition: Condition, value: str | None = None) -> Filter:
        """The filter without a condition, or without one value of it."""
        match condition:
            case Condition.DATES:
                left = replace(self, first=None, last=None)
            case Condition.FILES:
                left = replace(self, files=None)
            case Condition.WORDS:
                left = replace(self, words="")
            case _:
                values = self.values_of(condition)
                kept = values - {value} if value is not None else frozenset[str]()
                left = replace(self, **{condition.value: kept})
        if left._asks(condition):
            return left
        return replace(left, inverted=left.inverted - {condition})

    # -- as JSON --------------------------------------------------------------------------

    def to_values(self) -> dict[str, JsonValue]:
        """The form in which a file or a setting keeps it: what it does not ask for is left out."""
        held: dict[str, JsonValue] = {
            each.value: sorted(self.values_of(each)) for each in LISTS if self.values_of(each)
        }
        held |= {
            name: day.isoformat()
            for name, day in (("first", self.first), ("last", self.last))
            if day is not None
        }
        if self.files is not None:
            held["files"] = self.files
        if self.words:
            held["words"] = self.words
        if self.inverted:
            held["inverted"] = sorted(each.value for each in self.inverted)
        return held

    @classmethod
    def from_values(cls, values: Mapping[str, JsonValue]) -> Filter:
        """Read it back; what is not understood is left out."""
        files, words = values.get("files"), values.get("words")
        return cls(
            **{each.value: frozenset(_texts(values.get(each))) for each in LISTS},
            first=_day(values.get("first")),
            last=_day(values.get("last")),
            files=files if isinstance(files, bool) else None,
            words=words if isinstance(words, str) else "",
            inverted=frozenset(
                Condition(each) for each in _texts(values.get("inverted")) if each in _NAMES
            ),
        )


_NAMES = frozenset(each.value for each in Condition)


def _texts(stored: JsonValue) -> list[str]:
    return [each for each in stored if isinstance(each, str)] if isinstance(stored, list) else []


def _day(stored: JsonValue) -> date | None:
    if not isinstance(stored, str):
        return None
    try:
        return date.fromisoformat(stored)
    except ValueError:
        return None


# -- what is asked of the case -----------------------------------------------------------------


class Facts(Protocol):
    """What a filter asks of the case besides the item itself."""

    def word(self, sort: str, subject_id: str) -> str:
        """The newest judgement of a sort on an item or source, or `NONE`."""
        ...

    def has_files(self, item_id: str) -> bool:
        """Whether an item has files."""
        ...

    def name(self, source_id: str) -> str:
        """The name of a source, folded; what is no source's id stands for itself."""
        ...


class FactsOfOne:
    """Facts that are looked up one by one; of what is `veiled` no judgement is told."""

    def __init__(self, contents: Contents, veiled: Container[str] = ()) -> None:
        self._contents = contents
        self._veiled = veiled

    def word(self, sort: str, subject_id: str) -> str:
        """The newest judgement of a sort on an item or source, or `NONE`."""
        if subject_id in self._veiled:
            return NONE
        found = newest(self._contents.assessments_of(subject_id), sort)
        return found.value if found is not None else NONE

    def has_files(self, item_id: str) -> bool:
        """Whether an item has files."""
        return bool(self._contents.attachments_of(item_id))

    def name(self, source_id: str) -> str:
        """The name of a source, folded; what is no source's id stands for itself."""
        source = self._contents.sources.get(source_id)
        return fold(source.name if source is not None else source_id)


class FactsOfAll(FactsOfOne):
    """Facts of a whole case that does not change, each sort read in one go when it is first asked for."""

    def __init__(self, contents: Contents, veiled: Container[str] = ()) -> None:
        super().__init__(contents, veiled)
        self._names: dict[str, str] = {}
        self._words: dict[str, dict[str, str]] = {}
        self._with_files: set[str] | None = None

    def word(self, sort: str, subject_id: str) -> str:
        """The newest judgement of a sort on an item or source, or `NONE`."""
        if subject_id in self._veiled:
            return NONE
        words = self._words.get(sort)
        if words is None:
            latest: dict[str, Assessment] = {}
            for each in self._contents.assessments.values():
                if each.type == sort:
                    there = latest.get(each.subject)
                    if there is None or (there.at, there.id) < (each.at, each.id):
                        latest[each.subject] = each
            words = {subject: each.value for subject, each in latest.items()}
            self._words[sort] = words
        return words.get(subject_id, NONE)

    def has_files(self, item_id: str) -> bool:
        """Whether an item has files."""
        if self._with_files is None:
            self._with_files = {each.item for each in self._contents.attachments.values()}
        return item_id in self._with_files

    def name(self, source_id: str) -> str:
        """The name of a source, folded; what is no source's id stands for itself."""
        name = self._names.get(source_id)
        if name is None:
            name = self._names[source_id] = super().name(source_id)
        return name


def tags_of(item: Item) -> list[str]:
    """The tags of an item, each once."""
    stored = item.values.get("tags")
    return list(dict.fromkeys(filter(None, _texts(stored)))) if stored is not None else []


def sources_of(contents: Contents, item: Item) -> list[str]:
    """The ids of the sources that an item names, in whichever role."""
    return _named(contents.sources, item)


def _named(there: Container[str], item: Item) -> list[str]:
    return [each for each in source_ids(item) if each in there]


def reliability_of(facts: Facts, item: Item) -> str:
    """The letter of the grade on an item's card, or `NONE`."""
    letters = (facts.word("reliability", each) for each in source_ids(item))
    return next(filter(None, letters), NONE)


def says_all(facts: Facts, item: Item, words: Iterable[str]) -> bool:
    """Whether an item's card says all of some folded words: in its title, summary, exhibit number or
    the names of its sources."""
    values = item.values
    said = fold(f"{item.title}\n{values.text('summary')}\n{values.text('exhibit')}")
    missing = [word for word in words if word not in said]
    if not missing:
        return True
    names = "\n".join(map(facts.name, sources_on(item)))
    return all(word in names for word in missing)


# -- passing -----------------------------------------------------------------------------------


class Sieve:
    """A filter made ready for many items of a case, as long as nothing changes in it."""

    def __init__(self, contents: Contents, chosen: Filter) -> None:
        self._contents = contents
        self._tests = _tests(contents, chosen, FactsOfAll(contents))

    def passing(self, item_ids: Iterable[str]) -> set[str]:
        """The items, of some ids, that pass; ids of no item do not."""
        there = self._contents.items
        left = [there[each] for each in item_ids if each in there]
        for test in self._tests:
            left = list(filter(test, left))
        return {item.id for item in left}


def passing(contents: Contents, chosen: Filter, item_ids: Iterable[str]) -> set[str]:
    """The items, of some ids, that pass a filter; ids of no item do not."""
    return Sieve(contents, chosen).passing(item_ids)


def passes(contents: Contents, chosen: Filter, item: Item) -> bool:
    """Whether one item passes a filter."""
    return all(test(item) for test in _tests(contents, chosen, FactsOfOne(contents)))


def _tests(contents: Contents, chosen: Filter, facts: Facts) -> list[Test]:
    """What a filter asks of each item, the quickest first."""
    return [
        _inverted(test) if each in chosen.inverted else test
        for each in chosen.conditions
        for test in [_test(contents, chosen, facts, each)]
    ]


def _inverted(test: Test) -> Test:
    return lambda item: not test(item)


def _test(contents: Contents, chosen: Filter, facts: Facts, condition: Condition) -> Test:
    wanted = chosen.values_of(condition)
    match condition:
        case Condition.KINDS:
            return lambda item: item.kind in wanted
        case Condition.STATUSES:
            return lambda item: item.kind == "claim" and item.values.text("status") in wanted
        case Condition.TAGS:
            return lambda item: not wanted.isdisjoint(tags_of(item) or (NONE,))
        case Condition.SOURCES:
            there = contents.sources
            return lambda item: not wanted.isdisjoint(_named(there, item) or (NONE,))
        case Condition.RELIABILITY:
            return lambda item: reliability_of(facts, item) in wanted
        case Condition.CREDIBILITY:
            return lambda item: facts.word("credibility", item.id) in wanted
        case Condition.VERDICTS:
            return lambda item: item.kind == "claim" and facts.word("verdict", item.id) in wanted
        case Condition.FILES:
            return lambda item: facts.has_files(item.id) is chosen.files
        case Condition.DATES:
            return partial(_falls_on, _bounds(chosen))
        case Condition.WORDS:
            words = fold(chosen.words).split()
            return lambda item: says_all(facts, item, words)


def _falls_on(days: Reach, item: Item) -> bool:
    """Whether a date of an item may fall on some days."""
    first, last = days
    return any(begin <= last and first <= end for begin, end in reaches_of(item))


def _bounds(chosen: Filter) -> Reach:
    """The first and last second of the days of a filter, which may be given in either order."""
    first, last = chosen.first, chosen.last
    if first is not None and last is not None and last < first:
        first, last = last, first
    day = timedelta(days=1)
    begin = (first - _EPOCH.date()) / _SECOND if first is not None else -math.inf
    end = (last - _EPOCH.date() + day) / _SECOND - 1 if last is not None else math.inf
    return begin, end


_SECOND = timedelta(seconds=1)
