"""The sources that items cite, numbered for a picture or a page in which the items are shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from casedb.model.contents import Contents
from casedb.model.discretion import hides_sources, is_protected
from casedb.model.fields import Choice
from casedb.model.forms import SOURCE_FIELDS
from casedb.model.records import Item, Source
from casedb.model.references import references_of
from casedb.model.visible_text import one_line
from casedb.words import say

LONGEST = 300
"""Characters of a name or an address."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A source with its number: its name, and in small what sort of source it is and where it is found.

    Of sources that must not be named all have one number and no more than that.
    """

    number: int
    name: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Citations:
    """The numbers that each item cites, by its id, and what they stand for."""

    numbers: Mapping[str, tuple[int, ...]]
    listed: tuple[Citation, ...]


def cite(contents: Contents, items: Iterable[str]) -> Citations:
    """Number the sources of items in the order in which they are named."""
    known: dict[str, int] = {}
    numbers: dict[str, tuple[int, ...]] = {}
    for item_id in dict.fromkeys(items):
        named = _named(contents, contents.items[item_id])
        if named:
            told = {known.setdefault(each, len(known) + 1) for each in named}
            numbers[item_id] = tuple(sorted(told))
    return Citations(
        numbers, tuple(_citation(contents, each, number) for each, number in known.items())
    )


_UNNAMED = ""


def _named(contents: Contents, item: Item) -> list[str]:
    """The ids of the sources that an item names; one that stands for none where none may be told."""
    found = [each for _, target, each in references_of(item) if target == "source"]
    there = [each for each in dict.fromkeys(found) if each in contents.sources]
    if not there:
        return []
    # Who else is named would give away whom it comes from.
    is_hidden = hides_sources(item) or any(is_protected(contents.sources[each]) for each in there)
    return [_UNNAMED] if is_hidden else there


def _citation(contents: Contents, source_id: str, number: int) -> Citation:
    if source_id == _UNNAMED:
        told = say("Protected sources, which are not named and need not be one")
        return Citation(number, told)
    source = contents.sources[source_id]
    name = one_line(source.name[: 2 * LONGEST])[:LONGEST] or say("Source without a name")
    return Citation(number, name, " · ".join(filter(None, (_sort(source), _address(source)))))


def _sort(source: Source) -> str:
    field = next(each for each in SOURCE_FIELDS if each.name == "source_type")
    value = source.values.text(field.name)
    return field.show(value) if value and isinstance(field, Choice) else ""


def _address(source: Source) -> str:
    return one_line(source.values.text("url")[: 2 * LONGEST])[:LONGEST]


def shown_numbers(numbers: tuple[int, ...]) -> str:
    """Numbers as they stand on a card, those that follow each other as a range.

    >>> shown_numbers((1, 2, 3, 7))
    '1–3, 7'
    """
    runs: list[list[int]] = []
    for each in numbers:
        if runs and each == runs[-1][1] + 1:
            runs[-1][1] = each
        else:
            runs.append([each, each])
    return ", ".join(
        f"{first}" if first == last else f"{first}{', ' if last == first + 1 else '–'}{last}"
        for first, last in runs
    )
