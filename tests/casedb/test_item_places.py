"""The places of an item, and those it is led to."""

from __future__ import annotations

import pytest

from board_strategies import contents_of
from board_strategies import item as make
from casedb.model.item_places import derived_places, names_a_place, places_of
from casedb.model.json_value import JsonValue
from casedb.model.place import Box, Place, Point
from casedb.model.records import Item, Link, Ref
from casedb.model.values import Values


def item(kind: str, **values: Place | JsonValue) -> Item:
    return Item("i", kind, Values({key: as_json(each) for key, each in values.items()}))


def as_json(value: Place | JsonValue) -> JsonValue:
    return value.to_json() if isinstance(value, Place) else value


def test_every_place_of_an_item_is_told_with_what_it_is_the_place_of() -> None:
    found = places_of(
        item(
            "media",
            created_where=Place.parse("50.1, 30.1"),
            shown_where=Place.parse("50.2, 30.2"),
            places=[
                {"name": "found", "place": Place.parse("50.3, 30.3").to_json()},
                {"name": "of the owner", "place": Place.parse("50.4, 30.4").to_json()},
            ],
        )
    )
    assert [each.label for each in found] == [
        "Where created",
        "Where shown",
        "Place found",
        "of the owner",
    ]
    assert [each.place.centre for each in found] == [
        Point(50 + n / 10, 30 + n / 10) for n in (1, 2, 3, 4)
    ]


def test_a_footprint_is_a_place_beside_where_a_picture_was_taken() -> None:
    found = places_of(
        item(
            "satellite_image",
            where=Place.parse("50.15, 30.15"),
            footprint=Place.parse("50.1..50.2, 30.1..30.2"),
        )
    )
    assert [each.field for each in found] == ["where", "footprint"]
    assert found[1].place.shape == Box(50.1, 30.1, 50.2, 30.2)


def test_a_name_alone_is_no_place_on_a_map_and_is_told_apart_from_nothing() -> None:
    named = item("event", where=Place.parse("Kharkiv"))
    assert places_of(named) == ()
    assert names_a_place(named)
    assert not names_a_place(item("event"))


def test_what_is_not_understood_is_left_out() -> None:
    odd = item("event", where={"geometry": {"type": "Point", "coordinates": [500, 3]}}, places=[3])
    assert places_of(odd) == ()
    assert places_of(item("of tomorrow", where=Place.parse("50, 30"))) == ()


@pytest.mark.parametrize(
    ("stated", "size"), [("36U UB 03749 02533", 1), ("36UUB0302", 1000), ("36U UB", 100_000)]
)
def test_a_reference_to_the_grid_is_a_square_and_not_a_box(stated: str, size: int) -> None:
    (found,) = places_of(item("event", where=Place.parse(stated)))
    assert found.cell is not None
    assert (found.cell.size, found.cell.square) == (size, "UB")


def test_a_box_or_a_place_that_was_moved_since_is_no_square() -> None:
    (box,) = places_of(item("event", where=Place.parse("50.1..50.2, 30.1..30.2")))
    assert box.cell is None
    moved = Place("", Box(50.1, 30.1, 50.2, 30.2), stated="36U UB 03749 02533")
    (found,) = places_of(item("event", where=moved))
    assert found.cell is None


def test_links_lead_to_the_places_of_others() -> None:
    there = contents_of(
        [
            make("town", "entity", where=Place.parse("50.1, 30.1").to_json()),
            make("named", "entity", where=Place.parse("Kharkiv").to_json()),
            make("photo", "media"),
            make("claim", "claim"),
            Link("1", "depicts", Ref.item("photo"), Ref.item("town")),
            Link("2", "depicts", Ref.item("photo"), Ref.item("named")),
            Link("3", "located_at", Ref.item("photo"), Ref.item("town")),
            Link("4", "supports", Ref.item("photo"), Ref.item("claim")),
        ]
    )
    (found,) = derived_places(there, there.items["photo"])
    assert (found.item, found.place.centre) == ("photo", Point(50.1, 30.1))
    assert found.through in ("1", "3")
    # Not backwards, and not by what says nothing of a place.
    assert derived_places(there, there.items["town"]) == ()
    assert derived_places(there, there.items["claim"]) == ()
