"""Which sources, items and boards the fields of a record name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from casedb.model.fields import AnyField, BoardRef, ItemRefs, SourceRef, SourceRefs, Unreadable
from casedb.model.forms import SOURCE_FIELDS
from casedb.model.kinds import KINDS
from casedb.model.records import Item, Record, Source
from casedb.model.values import Values

Referring: TypeAlias = "SourceRef | SourceRefs | ItemRefs"


def _referring(fields: Iterable[AnyField]) -> tuple[Referring, ...]:
    return tuple(each for each in fields if isinstance(each, (SourceRef, SourceRefs, ItemRefs)))


_OF_KIND = {kind.name: _referring(kind.fields) for kind in KINDS.values()}
_OF_SOURCE = _referring(SOURCE_FIELDS)
_BOARD_OF_KIND = {
    kind.name: fields
    for kind in KINDS.values()
    if (fields := tuple(each for each in kind.fields if isinstance(each, BoardRef)))
}


KINDS_NAMING_BOARDS = frozenset(_BOARD_OF_KIND)
"""The kinds of item that can name a board."""


def references_of(record: Record) -> Iterator[tuple[str, str, str]]:
    """(field name, "source" or "item", id) for every record that the fields of this one name."""
    if isinstance(record, (Item, Source)):
        for field in _fields_of(record):
            target = "item" if isinstance(field, ItemRefs) else "source"
            for named in dict.fromkeys(_named(field, record.values)):
                yield field.name, target, named


def boards_named(record: Record) -> Iterator[str]:
    """The ids of the boards that the fields of a record name, whether they are there or not.

    A board may go and what names it stay, so these are no references that a file keeps whole.
    """
    if isinstance(record, Item):
        for field in _BOARD_OF_KIND.get(record.kind, ()):
            yield from _named(field, record.values)


def without_references(record: Item | Source, gone: frozenset[str]) -> Values:
    """The record's values with every mention of the ids in `gone` taken out."""
    values = record.values
    for field in _fields_of(record):
        named = _named(field, values)
        left = tuple(each for each in named if each not in gone)
        if left != named:
            stored = None if isinstance(field, SourceRef) else field.write(left)
            values = values.changed({field.name: stored})
    return values


def with_references(record: Item | Source, other: Mapping[str, str]) -> Values:
    """The record's values with ids for others in the place of those in `other`, each named once."""
    values = record.values
    for field in _fields_of(record):
        named = _named(field, values)
        left = tuple(dict.fromkeys(other.get(each, each) for each in named))
        if left != named:
            stored = left[0] if isinstance(field, SourceRef) else field.write(left)
            values = values.changed({field.name: stored})
    return values


def _fields_of(record: Item | Source) -> tuple[Referring, ...]:
    return _OF_KIND.get(record.kind, ()) if isinstance(record, Item) else _OF_SOURCE


def _named(field: Referring | BoardRef, values: Values) -> tuple[str, ...]:
    # A value that is not understood names nothing we could follow.
    try:
        value = field.read(values)
    except Unreadable:
        return ()
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else value
