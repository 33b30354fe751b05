"""Lengths and areas on the ellipsoid."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedb.model.place import Point
from casedb.model.places.geodesic import measure_area, measure_geodesic
from casedb.model.places.measures import measure_distance

LATITUDES, LONGITUDES = st.floats(-90, 90), st.floats(-180, 180)
POINTS = st.builds(Point, LATITUDES, LONGITUDES)


@pytest.mark.parametrize(
    ("here", "there", "metres"),
    [
        # As GeographicLib computes them.
        (Point(40.6, -73.8), Point(51.6, -0.5), 5_551_759.400),
        (Point(0, 0), Point(0, 1), 111_319.491),
        (Point(0, 0), Point(1, 0), 110_574.389),
        (Point(-90, 0), Point(90, 0), 20_003_931.459),
    ],
)
def test_a_geodesic_is_as_long_as_it_is_known_to_be(
    here: Point, there: Point, metres: float
) -> None:
    assert measure_geodesic(here, there) == pytest.approx(metres, abs=0.01)


@given(POINTS, POINTS)
def test_the_way_back_is_as_long(here: Point, there: Point) -> None:
    way = measure_geodesic(here, there)
    assert measure_geodesic(there, here) == pytest.approx(way, abs=1e-3)
    assert way == pytest.approx(measure_distance(here, there), rel=0.0065, abs=1e-6)


@given(st.floats(-180, 180), LATITUDES, LATITUDES, LATITUDES)
def test_along_a_meridian_lengths_add_up(lon: float, one: float, two: float, three: float) -> None:
    south, middle, north = (Point(each, lon) for each in sorted((one, two, three)))
    parts = measure_geodesic(south, middle) + measure_geodesic(middle, north)
    assert parts == pytest.approx(measure_geodesic(south, north), abs=1e-3)


@given(POINTS)
def test_from_a_point_to_itself_there_is_no_way(point: Point) -> None:
    assert measure_geodesic(point, point) == 0


def test_on_opposite_sides_of_the_earth_the_shortest_way_is_found() -> None:
    way = measure_geodesic(Point(-41.32, 174.81), Point(40.96, -5.50))
    assert way == pytest.approx(19_959_679.267, abs=0.01)


@pytest.mark.parametrize("west", [0, 100, 170])
def test_an_octant_is_an_eighth_of_the_earth(west: float) -> None:
    east = west + 90 if west < 90 else west - 270
    octant = [Point(0, west), Point(0, east), Point(90, 0)]
    assert measure_area(octant) == pytest.approx(510_065_621_724_088 / 8, rel=1e-9)
    assert measure_area(octant[::-1]) == pytest.approx(measure_area(octant), rel=1e-12)
    assert measure_area(octant[:2]) == 0


@given(st.floats(-80, 80), st.floats(-179, 179), st.floats(1e-6, 0.01), st.floats(1e-6, 0.01))
def test_the_area_of_what_is_small_is_that_of_a_plane(
    lat: float, lon: float, high: float, wide: float
) -> None:
    box = [Point(lat + dy, lon + dx) for dx, dy in ((0, 0), (wide, 0), (wide, high), (0, high))]
    across = measure_geodesic(Point(lat + high / 2, lon), Point(lat + high / 2, lon + wide))
    assert measure_area(box) == pytest.approx(
        across * measure_geodesic(box[0], box[3]), rel=1e-4, abs=1e-4
    )
