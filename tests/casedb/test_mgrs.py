"""The grid: UTM, UPS and MGRS, checked against published values and against GEOTRANS (`mgrs`)."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator
from typing import cast

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from mgrs import MGRS

from casedb.model.places.mgrs import from_mgrs, to_mgrs
from casedb.model.places.shapes import Box, PlaceNotUnderstood, Point, wrap_longitude
from casedb.model.places.utm import Utm, from_utm, to_utm

# Enough to find trouble; how long an example takes is no matter of these tests.
checked = settings(max_examples=60)

latitudes = st.floats(-90, 90)
longitudes = st.floats(-180, 180)
points = st.builds(Point, latitudes, longitudes)


# --- the oracle ----------------------------------------------------------------------------------

ORACLE = MGRS()
# GEOTRANS adds 0.499 mm to easting and northing before it truncates, so it is one digit ahead for
# one point in a thousand. It also keeps UTM for a metre beyond 84 N and 80 S, see `scatter`.
ORACLE_NUDGE = 0.0005


def ask_oracle(point: Point) -> str:
    return cast("str", ORACLE.toMGRS(point.lat, point.lon))


def is_oracle_rounding(point: Point) -> bool:
    """Whether the oracle differs by its nudge alone: one metre ahead, just below a full metre."""
    grid, ours, theirs = to_utm(point), from_mgrs(to_mgrs(point)), from_mgrs(ask_oracle(point))
    east, north = (
        theirs.easting_from - ours.easting_from,
        theirs.northing_from - ours.northing_from,
    )
    return (
        ours.zone == theirs.zone
        and east == (grid.easting % 1 >= 1 - ORACLE_NUDGE)
        and north == (grid.northing % 1 >= 1 - ORACLE_NUDGE)
    )


def scatter(
    count: int, south: float, north: float, west: float = -180, east: float = 180
) -> Iterator[Point]:
    chance = random.Random(f"{south} {north} {west} {east}")
    for _ in range(count):
        yield Point(chance.uniform(south, north), chance.uniform(west, east))


def edges_of_zones() -> Iterator[Point]:
    chance = random.Random("zones")
    for edge in range(-180, 181, 3):
        for away in (-1e-4, -1e-7, 0.0, 1e-7, 1e-4):
            yield Point(chance.uniform(-79.9, 83.9), max(-180.0, min(180.0, edge + away)))


def edges_of_bands() -> Iterator[Point]:
    chance = random.Random("bands")
    for edge in (*range(-80, 80, 8), 84):
        for away in (-1e-4, -1e-7, 0.0, 1e-7, 1e-4):
            if edge not in (-80, 84) or away == 0 or (away > 0) == (edge == -80):
                yield Point(edge + away, chance.uniform(-180, 180))


@pytest.mark.parametrize(
    "sample",
    [
        pytest.param(list(scatter(4000, -90, 90)), id="the world"),
        pytest.param(list(scatter(1000, 55, 65, -1, 13)), id="Norway"),
        pytest.param(list(scatter(1000, 71, 83.9999, -1, 43)), id="Svalbard"),
        pytest.param(list(scatter(1000, 84.0001, 90)), id="north pole"),
        pytest.param(list(scatter(1000, -90, -80.0001)), id="south pole"),
        pytest.param(list(scatter(300, 89.999, 90)), id="within 100 m of the north pole"),
        pytest.param(list(scatter(300, -0.001, 0.001)), id="equator"),
        pytest.param(list(edges_of_zones()), id="edges of zones"),
        pytest.param(list(edges_of_bands()), id="edges of bands"),
    ],
)
def test_references_agree_with_the_oracle(sample: list[Point]) -> None:
    different = [each for each in sample if to_mgrs(each) != ask_oracle(each)]
    unexplained = [
        (each, to_mgrs(each), ask_oracle(each))
        for each in different
        if not is_oracle_rounding(each)
    ]
    assert unexplained == []
    assert len(different) <= 3 + len(sample) / 200


@pytest.mark.parametrize("digits", range(6))
def test_centres_agree_with_the_oracle(digits: int) -> None:
    for point in scatter(150, -90, 90):
        reference = to_mgrs(point, digits)
        lat, lon = cast("tuple[float, float]", ORACLE.toLatLon(reference))
        centre = from_mgrs(reference).centre
        assert centre.lat == pytest.approx(lat, abs=1e-10)
        assert math.remainder(centre.lon - lon, 360) == pytest.approx(0, abs=1e-8)


def test_the_oracle_names_a_square_that_does_not_exist_just_south_of_the_equator() -> None:
    point = Point(-1e-9, 0)
    assert ask_oracle(point) == "31MAA6602100000"
    with pytest.raises(PlaceNotUnderstood):
        from_mgrs(ask_oracle(point))
    assert to_mgrs(point) == "31MAV6602199999"


# --- UTM and UPS ---------------------------------------------------------------------------------


def test_utm_of_a_published_point() -> None:
    """The example in the manual of GeographicLib's GeoConvert."""
    point = from_utm(Utm(38, True, 444_500, 3_688_500))
    assert (round(point.lat, 5), round(point.lon, 5)) == (33.33424, 44.40363)
    assert from_mgrs("38SMB4488").centre == point


def test_utm_on_the_equator_and_the_central_meridian() -> None:
    assert to_utm(Point(0, 3)) == Utm(31, True, 500_000, 0)
    assert to_utm(Point(0, 0)).easting == pytest.approx(166_021.4431, abs=1e-4)


def test_southern_northings_count_down_from_ten_million() -> None:
    assert to_utm(Point(-1e-5, 3)).northing == pytest.approx(10_000_000 - 1.1053, abs=1e-3)


@pytest.mark.parametrize(("lat", "north"), [(90, True), (-90, False)])
@pytest.mark.parametrize("lon", [-180, -90, 0, 37.5, 90, 180])
def test_a_pole_is_one_point_of_the_grid(lat: float, lon: float, north: bool) -> None:
    assert to_utm(Point(lat, lon)) == Utm(0, north, 2_000_000, 2_000_000)
    assert from_utm(Utm(0, north, 2_000_000, 2_000_000)) == Point(lat, 0)


@checked
@given(points)
def test_the_grid_leads_back_to_the_point(point: Point) -> None:
    back = from_utm(to_utm(point))
    assert back.lat == pytest.approx(point.lat, abs=1e-12)
    shrink = math.cos(math.radians(point.lat))
    assert math.remainder(back.lon - point.lon, 360) * shrink == pytest.approx(0, abs=1e-12)


@pytest.mark.parametrize(
    "grid",
    [
        Utm(61, True, 500_000, 0),
        Utm(-1, True, 500_000, 0),
        Utm(31, True, -1, 0),
        Utm(31, True, 500_000, 10_000_001),
        Utm(31, True, math.nan, 0),
        Utm(0, True, 4_000_001, 0),
    ],
)
def test_positions_off_the_grid_are_refused(grid: Utm) -> None:
    with pytest.raises(PlaceNotUnderstood):
        from_utm(grid)


@pytest.mark.parametrize(
    ("lat", "lon", "zone"),
    [
        (55.9999, 4, 31),
        (56, 2.9999, 31),
        (56, 3, 32),
        (63.9999, 11.9999, 32),
        (63.9999, 12, 33),
        (64, 4, 31),
        (71.9999, 8, 32),
        (72, 8.9999, 31),
        (72, 9, 33),
        (78.2, 15.6, 33),
        (78, 20.9999, 33),
        (78, 21, 35),
        (84, 32.9999, 35),
        (84, 33, 37),
        (84, 41.9999, 37),
        (84, 42, 38),
        (84.0001, 33, 0),
        (-80, 33, 36),
        (-80.0001, 33, 0),
        (10, 180, 1),
        (10, -180, 1),
        (10, 179.9999, 60),
    ],
)
def test_zones_with_norway_svalbard_and_the_poles(lat: float, lon: float, zone: int) -> None:
    assert to_utm(Point(lat, lon)).zone == zone


# --- references ----------------------------------------------------------------------------------


def test_digits_truncate() -> None:
    point = from_utm(Utm(36, True, 303_999.99, 5_602_999.99))
    assert [to_mgrs(point, digits) for digits in range(6)] == [
        "36UUB",
        "36UUB00",
        "36UUB0302",
        "36UUB039029",
        "36UUB03990299",
        "36UUB0399902999",
    ]


def test_a_reference_in_groups() -> None:
    point = Point(50.541771, 30.230175)
    assert to_mgrs(point, spaced=True) == "36U UB 03749 02533"
    assert to_mgrs(point, 0, spaced=True) == "36U UB"
    assert to_mgrs(Point(0, -160), 2, spaced=True) == "04N CF 88 00"
    assert to_mgrs(Point(88, 10), 3, spaced=True).startswith("Z ")


@pytest.mark.parametrize("digits", [-1, 6])
def test_other_numbers_of_digits_are_a_mistake_of_the_caller(digits: int) -> None:
    with pytest.raises(ValueError, match="0 to 5 digits"):
        to_mgrs(Point(0, 0), digits)


def test_a_cell_says_all_it_knows() -> None:
    cell = from_mgrs("36U ub 03 02")
    assert (cell.zone, cell.band, cell.square, cell.size) == (36, "U", "UB", 1000)
    assert (cell.easting_from, cell.easting_to) == (303_000, 304_000)
    assert (cell.northing_from, cell.northing_to) == (5_602_000, 5_603_000)
    assert cell.south_west == from_utm(Utm(36, True, 303_000, 5_602_000))
    assert cell.centre == from_utm(Utm(36, True, 303_500, 5_602_500))
    assert cell.hull.south < cell.centre.lat < cell.hull.north
    assert cell.hull.west < cell.centre.lon < cell.hull.east


def test_the_hull_is_the_smallest_box_around_the_square() -> None:
    for reference in ("36UUB", "31XFH", "01KAB", "60GVV", "ZAH", "BGQ", "YZB", "ALK"):
        cell = from_mgrs(reference)
        north = cell.band >= "N"
        rim = [
            from_utm(Utm(cell.zone, north, cell.easting_from + e, cell.northing_from + n))
            for along in range(0, 100_001, 1000)
            for e, n in ((along, 0), (along, 100_000), (0, along), (100_000, along))
        ]
        rim = [each for each in rim if abs(each.lat) != 90]
        lats = [each.lat for each in rim]
        lons = [(each.lon - cell.hull.west + 1e-9) % 360 - 1e-9 for each in rim]
        # The meridian of 180 degrees may be written either way.
        lons = [each - 360 if each > 359.999 else each for each in lons]
        assert min(lats) == pytest.approx(cell.hull.south, abs=1e-9)
        assert max(max(lats), 90 if cell.square == "AH" else -90) == pytest.approx(cell.hull.north)
        assert min(lons) == pytest.approx(0, abs=1e-9)
        assert max(lons) == pytest.approx(cell.hull.width, abs=1e-9)


def test_a_cell_across_the_antimeridian() -> None:
    hull = from_mgrs(to_mgrs(Point(0.5, 179.999999), 2)).hull
    assert hull.west > 179.9
    assert hull.east < -179.9
    assert hull.width == pytest.approx(0.009, abs=1e-3)


def test_polar_squares_meet_at_the_pole() -> None:
    quarters = [("Z", 0, 90), ("Y", -90, 0), ("Z", 90, 180), ("Y", -180, -90)]
    for (band, west, east), square in zip(quarters, ("AG", "ZG", "AH", "ZH"), strict=True):
        hull = from_mgrs(band + square).hull
        assert (hull.north, hull.west, hull.east) == (90, west, east)


@checked
@given(points, st.integers(0, 5), st.booleans())
def test_a_reference_names_the_cell_around_its_point(
    point: Point, digits: int, spaced: bool
) -> None:
    cell = from_mgrs(to_mgrs(point, digits, spaced=spaced))
    grid = to_utm(point)
    assert cell.zone == grid.zone
    assert cell.size == cell.easting_to - cell.easting_from == 10 ** (5 - digits)
    assert cell.easting_from <= grid.easting < cell.easting_to
    # The last hair south of the equator is lost in the false northing.
    assert cell.northing_from <= grid.northing <= cell.northing_to
    assert (grid.northing < cell.northing_to) or (not grid.north and grid.northing == 10_000_000)
    assert cell.hull.south - 1e-9 <= point.lat <= cell.hull.north + 1e-9
    # Closer to a pole, a nanometre on the grid is a noticeable angle.
    if abs(point.lat) < 89.999:
        assert (point.lon - cell.hull.west + 1e-9) % 360 <= cell.hull.width + 2e-9


@checked
@given(points, st.integers(0, 5))
def test_the_centre_of_a_cell_has_its_reference(point: Point, digits: int) -> None:
    cell = from_mgrs(to_mgrs(point, digits))
    # Where a zone or band ends within the cell, the centre may lie beyond.
    centre_area = to_mgrs(cell.centre, 0)
    assume(centre_area == to_mgrs(point, 0))
    assert to_mgrs(cell.centre, digits) == to_mgrs(point, digits)


@checked
@given(points)
def test_fewer_digits_are_the_first_of_more(point: Point) -> None:
    area, *full = to_mgrs(point, 5, spaced=True).rsplit(" ", 2)
    for digits in range(1, 5):
        cut = " ".join([area, *(each[:digits] for each in full)])
        assert to_mgrs(point, digits, spaced=True) == cut


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "zone, three letters"),
        ("36U", "zone, three letters"),
        ("36UU", "zone, three letters"),
        ("136UUB0302", "zone, three letters"),
        ("36UUB03 O2", "zone, three letters"),
        ("٣٦UUB0302", "zone, three letters"),
        ("36UUB030", "this one has 3"),
        ("36UUB030201020304", "this one has 12"),
        ("00UUB0302", "zone 0 does not exist"),
        ("61UUB0302", "zone 61 does not exist"),
        ("36IUB0302", "no MGRS zone 36I"),
        ("36AUB0302", "no MGRS zone 36A"),
        ("32XMH0302", "no MGRS zone 32X"),
        ("36UAB0302", "no MGRS square AB in 36U"),
        ("36USB0302", "no MGRS square SB in 36U"),
        ("36UUW0302", "no MGRS square UW in 36U"),
        ("36UUK0302", "no MGRS square UK in 36U"),
        ("31VEL0302", "no MGRS square EL in 31V"),
        ("UUB0302", "begins with the number of its zone"),
        ("ZRH0302", "no MGRS square RH in Z"),
        ("ZAW0302", "no MGRS square AW in Z"),
        ("AJA0302", "no MGRS square JA in A"),
    ],
)
def test_what_is_wrong_with_a_reference_is_said(text: str, words: str) -> None:
    with pytest.raises(PlaceNotUnderstood, match=words) as caught:
        from_mgrs(text)
    assert str(caught.value).endswith(".")


@checked
@given(
    st.text()
    | st.from_regex(r"[0-9]{0,2}[A-Z]{2,4}[0-9]{0,11}", fullmatch=True)
    | st.from_regex(r"[1-5]?[0-9][C-X][A-Z]{2}([0-9]{2}){0,5}", fullmatch=True)
)
def test_any_text_is_a_cell_or_is_refused(text: str) -> None:
    try:
        cell = from_mgrs(text)
    except PlaceNotUnderstood:
        return
    assert cell.hull.south < cell.hull.north
    assert 0 < cell.hull.width < 180


# --- points and boxes ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lat", "lon", "words"),
    [
        (91, 200, "Latitude 91 is outside -90 to 90 degrees.$"),
        (130.5, 50.25, "may be swapped, then it would be 50.25, 130.5"),
        (-90.001, 0, "may be swapped"),
        (0, -180.5, "Longitude -180.5 is outside"),
        (math.nan, 0, "finite"),
        (0, math.inf, "finite"),
    ],
)
def test_points_off_the_globe_are_refused(lat: float, lon: float, words: str) -> None:
    with pytest.raises(PlaceNotUnderstood, match=words):
        Point(lat, lon)


def test_the_edges_of_the_globe_are_points() -> None:
    assert {Point(lat, lon).lat for lat in (-90, 90) for lon in (-180, 180)} == {-90, 90}


def test_a_box_may_cross_the_antimeridian() -> None:
    assert Box(10, 179, 20, -179).width == 2
    assert Box(10, -179, 20, 179).width == 358
    assert Box(-90, -180, 90, 180).width == 360
    assert Box(5, 5, 5, 5).width == 0


@pytest.mark.parametrize(
    ("edges", "words"),
    [
        ((20, 0, 10, 5), "southern edge 20 lies north of the northern edge 10"),
        ((0, 0, 95, 5), "Latitude 95"),
        ((0, 0, 5, 190), "Longitude 190"),
        ((math.nan, 0, 5, 5), "finite"),
    ],
)
def test_boxes_that_cannot_be_are_refused(edges: tuple[float, ...], words: str) -> None:
    south, west, north, east = edges
    with pytest.raises(PlaceNotUnderstood, match=words):
        Box(south, west, north, east)


@pytest.mark.parametrize(
    ("lon", "wrapped"), [(180, 180), (-180, -180), (181, -179), (-190, 170), (540, 180), (0, 0)]
)
def test_longitudes_are_brought_back(lon: float, wrapped: float) -> None:
    assert math.remainder(wrap_longitude(lon) - wrapped, 360) == 0
    assert -180 <= wrap_longitude(lon) <= 180
