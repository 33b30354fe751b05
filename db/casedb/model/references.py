"""Which sources, items and boards the fields of a record name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import TypeAlias

from casedb.model.fields import AnyField, Table, Unreadable
from casedb.model.forms import SOURCE_FIELDS
from casedb.model.kinds import KINDS
from casedb.model.records import Item, Record, Source
from casedb.model.reference_fields import BoardRef, ItemRefs, SourceRef, SourceRefs
from casedb.model.values import Values

Referring: TypeAlias = "SourceRef | SourceRefs | ItemRefs | Table"
"""A field that can name sources or items: of a table, those of its columns that can."""

Ids: TypeAlias = tuple[str, ...]


def _referring(fields: Iterable[AnyField]) -> tuple[Referring, ...]:
    return tuple(
        each
        for each in fields
        if isinstance(each, (SourceRef, SourceRefs, ItemRefs))
        or (isinstance(each, Table) and _referring(each.columns))
    )


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
    return _renamed(
        _fields_of(record),
        record.values,
        lambda named: tuple(each for each in named if each not in gone),
    )


def with_references(record: Item | Source, other: Mapping[str, str]) -> Values:
    """The record's values with ids for others in the place of those in `other`, each named once."""
    return _renamed(
        _fields_of(record),
        record.values,
        lambda named: tuple(dict.fromkeys(other.get(each, each) for each in named)),
    )


def _renamed(fields: Iterable[Referring], values: Values, become: Callable[[Ids], Ids]) -> Values:
    """Values in which every field that names something names what that is to become."""
    for field in fields:
        if isinstance(field, Table):
            rows, within = _rows(field, values), _referring(field.columns)
            left = tuple(_renamed(within, row, become) for row in rows)
            if left != rows:
                values = values.changed({field.name: field.write(left)})
            continue
        named = _named(field, values)
        kept = become(named)
        if kept != named:
            stored = next(iter(kept), None) if isinstance(field, SourceRef) else field.write(kept)
            values = values.changed({field.name: stored})
    return values


def _fields_of(record: Item | Source) -> tuple[Referring, ...]:
    return _OF_KIND.get(record.kind, ()) if isinstance(record, Item) else _OF_SOURCE


def _rows(field: Table, values: Values) -> tuple[Values, ...]:
    try:
        return field.read(values) or ()
    except Unreadable:
        return ()


def _named(field: Referring | BoardRef, values: Values) -> Ids:
    # A value that is not understood names nothing we could follow.
    if isinstance(field, Table):
        within = _referring(field.columns)
        rows = _rows(field, values)
        return tuple(chain.from_iterable(_named(each, row) for row in rows for each in within))
    try:
        value = field.read(values)
    except Unreadable:
        return ()
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else value
