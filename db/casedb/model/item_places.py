"""The places of an item, each with what it is the place of: where it happened, what is shown, a footprint.

A place of another item to which a link leads (“is located at”, “depicts”) can stand in for one of its own;
it says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from casedb.model.json_value import JsonValue
from casedb.model.kinds import KINDS, kind_of
from casedb.model.link_types import End
from casedb.model.place import Place, PlaceNotUnderstood
from casedb.model.places.cells import cell_named
from casedb.model.places.mgrs import Cell
from casedb.model.records import Item
from casedb.model.when_and_where import PLACE_NAMES, Where
from casedb.words import say

if TYPE_CHECKING:
    from casedb.model.contents import Contents

FURTHER = "places"
"""The field in which further places stand."""
LEADING = frozenset({"located_at", "depicts"})
"""The types of link that lead to the place of what they start from."""

_FIELDS: Mapping[str, Mapping[str, str]] = {
    name: {field.name: field.label for field in kind.fields if isinstance(field, Where)}
    for name, kind in KINDS.items()
}
_NAMES = {each.value: each for each in PLACE_NAMES}

Stated: TypeAlias = tuple[str, str, JsonValue]


@dataclass(frozen=True, slots=True)
class ItemPlace:
    """A place of an item. `field` is the name of its field; `row` that of a further place, such as `shown`.

    `through` is the link by which it is known where the place is that of another item.
    """

    item: str
    field: str
    row: str
    place: Place
    through: str = ""

    @property
    def label(self) -> str:
        """What it is the place of, as people read it."""
        known = _NAMES.get(self.row)
        if known is not None:
            return known.shown
        if self.row:
            return self.row
        labels = (labels[self.field] for labels in _FIELDS.values() if self.field in labels)
        return say(next(labels, self.field))

    @property
    def cell(self) -> Cell | None:
        """The square of the military grid that was stated, where one was: it lies askew in its box."""
        shape = self.place.shape
        cell = cell_named(self.place.stated) if shape is not None else None
        return cell if cell is not None and cell.hull == shape else None


def places_of(item: Item) -> tuple[ItemPlace, ...]:
    """The places of an item that have coordinates, in the order of its fields, further ones last.

    What is not understood is left out: it is shown in the inspector, not guessed at.
    """
    found: list[ItemPlace] = []
    for field, row, stored in _stated(item):
        if not isinstance(stored, dict) or _is_name_alone(stored):
            continue
        try:
            place = Place.from_json(stored)
        except PlaceNotUnderstood:
            continue
        if place.shape is not None:
            found.append(ItemPlace(item.id, field, row, place))
    return tuple(found)


def names_a_place(item: Item) -> bool:
    """Whether an item says in words where something is, or more."""
    return any(isinstance(stored, dict) for _, _, stored in _stated(item))


def derived_places(contents: Contents, item: Item) -> tuple[ItemPlace, ...]:
    """The places of the items to which links lead from one that has no place of its own, each once."""
    found: dict[str, tuple[ItemPlace, ...]] = {}
    for link in contents.links_at(item.id):
        if link.type not in LEADING or link.start.id != item.id or link.end.end is not End.ITEM:
            continue
        other = contents.items.get(link.end.id)
        if other is not None and other.id not in found:
            found[other.id] = tuple(
                ItemPlace(item.id, each.field, each.row, each.place, link.id)
                for each in places_of(other)
            )
    return tuple(each for places in found.values() for each in places)


def _stated(item: Item) -> Iterator[Stated]:
    """What is stored as the places of an item: field, name of a further place, and value."""
    fields = _FIELDS.get(item.kind)
    if fields is None:
        fields = [each.name for each in kind_of(item.kind).fields if isinstance(each, Where)]
    for name in fields:
        stored = item.values.get(name)
        if stored is not None:
            yield name, "", stored
    rows = item.values.get(FURTHER)
    for row in rows if isinstance(rows, list) else ():
        if isinstance(row, dict) and row.get("place") is not None:
            named = row.get("name")
            yield FURTHER, named if isinstance(named, str) else "", row["place"]


def _is_name_alone(stored: Mapping[str, JsonValue]) -> bool:
    """Whether there are no coordinates: most places of a case are names, and reading one takes longer."""
    return stored.get("geometry") is None and stored.get("bbox") is None and "type" not in stored
