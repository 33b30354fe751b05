"""What rows of an item point at on its files, and how large that is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedb import Case
from casedb.analysis.resolving import Extent, extent_of, pixels_in_words, size_in_words, what_shows
from casedb.commands import annotations, items, sources
from casedb.commands.removal import delete_sources
from casedb.model.marks import Form, Mark
from casedb.model.records import Item
from casedb.model.references import references_of
from casedb.model.regions import Seen, find_region, regions_of, why_gone
from casedb.story import changes_of

PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(64)
BOX = Mark(Form.BOX, ((0.25, 0.5), (0.75, 0.875)))


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    """An empty case."""
    with Case.create(tmp_path / "case.caseboard", "Case", actor="Tester") as case:
        yield case


@pytest.fixture
def debris(case: Case) -> Item:
    """A debris analysis with two files, one of them no picture."""
    item = case.add("debris_analysis", title="Fragment")
    case.attach_bytes(item, PICTURE, "fragment.png")
    case.attach_bytes(item, b"words", "notes.txt")
    return item


def photo(case: Case, item: Item) -> str:
    return case.contents.attachments_of(item.id)[0].artifact


def mark(case: Case, item: Item, drawn: Mark = BOX, text: str = "Plate") -> str:
    case.run(annotations.annotate(case.contents, case.new_id, photo(case, item), drawn, text))
    return case.contents.annotations_of(photo(case, item))[-1].id


def test_every_picture_and_what_is_marked_on_it_can_be_pointed_at(case: Case, debris: Item) -> None:
    plate = mark(case, debris)
    mark(case, debris, Mark(Form.BLUR, ((0, 0), (0.1, 0.1))), "A face")
    found = list(regions_of(case.contents, debris.id))
    assert [(each.id, each.name) for each in found] == [
        (photo(case, debris), "fragment.png"),
        (plate, "Plate"),
    ]
    assert found[0].bounds == (0, 0, 1, 1)


def test_a_region_follows_its_mark(case: Case, debris: Item) -> None:
    plate = mark(case, debris)
    moved = Mark(Form.BOX, ((0, 0), (0.5, 0.25)))
    case.run(annotations.reshape(case.contents, plate, moved))
    region = find_region(case.contents, plate)
    assert region is not None and region.mark == moved
    assert why_gone(case.contents, debris.id, plate) == ""


def test_a_region_that_is_gone_says_why(case: Case, debris: Item) -> None:
    plate = mark(case, debris)
    case.set(debris, components=[{"part": "Body", "mark": plate}])
    attached = case.contents.attachments_of(debris.id)[0]
    case.run(items.detach(case.contents, [attached.id]))
    assert why_gone(case.contents, debris.id, plate) == "This file was detached from the item."
    case.run(annotations.delete_annotations(case.contents, [plate]))
    assert why_gone(case.contents, debris.id, plate) == "This mark was deleted."
    # What was stored stays, so that undo brings it back.
    assert case.contents.items[debris.id].values["components"] == [{"part": "Body", "mark": plate}]
    assert find_region(case.contents, plate) is None


shares = st.floats(0, 1).map(lambda each: round(each, 6))
spots = st.tuples(shares, shares)


@given(
    st.tuples(spots, spots).filter(lambda two: two[0][0] != two[1][0] and two[0][1] != two[1][1])
)
def test_all_of_a_mark_is_seen_with_something_around_it(
    drawn: tuple[tuple[float, float], ...],
) -> None:
    marked = Mark(Form.BOX, drawn)
    left, top, right, bottom = Seen("r", "a", "n", mark=marked).bounds
    x0, y0, x1, y1 = marked.bounds
    assert 0 <= left <= x0 < x1 <= right <= 1
    assert 0 <= top <= y0 < y1 <= bottom <= 1
    assert left < x0 or left == 0
    assert right - left >= 0.04 and bottom - top >= 0.04


def test_a_point_is_seen_with_what_is_around_it() -> None:
    left, top, right, bottom = Seen("r", "a", "n", mark=Mark(Form.POINT, ((0.5, 1.0),))).bounds
    assert left < 0.5 < right and top < 1.0 == bottom


# -- sizes -------------------------------------------------------------------------------------


def test_the_size_of_what_is_marked_follows_from_pixels_and_gsd() -> None:
    ship = Mark(Form.BOX, ((0.3, 0.3), (0.4, 0.32)))
    extent = extent_of(ship, (1000, 2000), 0.5)
    assert extent is not None
    assert (round(extent.long), round(extent.short)) == (100, 40)
    assert pixels_in_words(extent) == "100 × 40 pixels"
    assert size_in_words(extent) == "50.0 × 20.0 m"
    road = extent_of(Mark(Form.ARROW, ((0.0, 0.0), (0.3, 0.4))), (100, 100), 10.0)
    assert road is not None and size_in_words(road) == "500 m"
    assert pixels_in_words(road) == "50 pixels long"
    assert extent_of(Mark(Form.POINT, ((0.5, 0.5),)), (100, 100), 1.0) is None
    nowhere = extent_of(ship, (1000, 2000), None)
    assert nowhere is not None and nowhere.metres is None and size_in_words(nowhere) == ""


@given(st.floats(0.01, 1e5), st.floats(0.01, 1e5))
def test_more_pixels_never_show_less(one: float, other: float) -> None:
    told = [what_shows(Extent(each, each)) for each in (0.01, 2, 8, 13)]
    assert len(set(told)) == 4
    # A long and narrow thing is no clearer for its length.
    assert what_shows(Extent(100, 4)) == what_shows(Extent(4, 4))
    few, many = sorted((one, other))
    assert told.index(what_shows(Extent(few, few))) <= told.index(what_shows(Extent(many, many)))


# -- what a row names --------------------------------------------------------------------------


def test_a_source_in_a_row_is_a_source_that_the_item_names(case: Case, debris: Item) -> None:
    maker, double = case.add_source("Maker"), case.add_source("The maker")
    rows = [{"what": "Parade photo", "source": double}, {"what": "Catalogue"}]
    case.set(debris, reference_material=rows)
    held = case.contents.items[debris.id]
    assert ("reference_material", "source", double.id) in set(references_of(held))
    case.run(sources.merge_sources(case.contents, case.new_id, maker.id, [double.id]))
    held = case.contents.items[debris.id]
    assert held.values["reference_material"] == [
        {"what": "Parade photo", "source": maker.id},
        {"what": "Catalogue"},
    ]
    case.run(delete_sources(case.contents, [maker.id]))
    held = case.contents.items[debris.id]
    assert held.values["reference_material"] == [{"what": "Parade photo"}, {"what": "Catalogue"}]
    case.undo()
    assert list(references_of(case.contents.items[debris.id]))


def test_the_journal_tells_a_row_in_names(case: Case, debris: Item) -> None:
    maker, plate = case.add_source("Maker"), mark(case, debris)
    case.set(debris, reference_material=[{"what": "Photo", "source": maker, "mark": plate}])
    entry = next(case.journal.entries(newest_first=True))
    told = [each.after for each in changes_of(case.journal, case.contents, entry)[0].fields]
    assert told == ["Photo, Maker, Plate"]
