"""Where a pixel lies on the earth, as GeoTIFF tags or a footprint say it."""

from __future__ import annotations

import math
from typing import Any

import mgrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedb.model.geotiff import ground_of_tags, trouble
from casedb.model.ground import Ground, ground_of_place
from casedb.model.place import Place

Tags = dict[tuple[str, str], str]


def tags(keys: str, scale: str = "0.5 0.5 0", tie: str = "0 0 0 300000 5600000 0") -> Tags:
    return {
        ("GeoTIFF", "ModelPixelScale"): scale,
        ("GeoTIFF", "ModelTiepoint"): tie,
        ("GeoTIFF", "GeoKeyDirectory"): keys,
    }


UTM = "1 1 0 3 1024 0 1 1 1025 0 1 1 3072 0 1 32636"
DEGREES = "1 1 0 3 1024 0 1 2 1025 0 1 1 2048 0 1 4326"
WEB = "1 1 0 3 1024 0 1 1 1025 0 1 1 3072 0 1 3857"


def found(told: Ground | None) -> Ground:
    assert told is not None
    return told


def test_a_grid_of_utm_is_read() -> None:
    ground = found(ground_of_tags(tags(UTM)))
    point = ground.point(0, 0)
    assert point is not None
    known: Any = mgrs.MGRS()
    expected: Any = known.toLatLon(known.UTMToMGRS(36, "N", 300_000, 5_600_000, 5))
    assert (point.lat, point.lon) == pytest.approx(expected, abs=2e-5)
    assert ground.scale(1000, 1000) == pytest.approx((0.5, 0.5), rel=0.001)
    assert ground.place(10, 10) is not None


def test_northings_below_zero_of_a_northern_zone_lie_in_the_south() -> None:
    north = found(ground_of_tags(tags(UTM, tie="0 0 0 300000 -3000000 0")))
    south = found(ground_of_tags(tags(UTM.replace("32636", "32736"), tie="0 0 0 300000 7000000 0")))
    here, there = north.point(10, 10), south.point(10, 10)
    assert here is not None and there is not None
    assert (here.lat, here.lon) == pytest.approx((there.lat, there.lon), abs=1e-9)


def test_a_grid_of_degrees_is_read() -> None:
    ground = found(ground_of_tags(tags(DEGREES, "0.001 0.002 0", "10 20 0 30.5 50.5 0")))
    point = ground.point(10, 20)
    assert point is not None and (point.lat, point.lon) == pytest.approx((50.5, 30.5))
    point = ground.point(110, 120)
    assert point is not None and (point.lat, point.lon) == pytest.approx((50.3, 30.6))


def test_a_grid_whose_numbers_are_those_of_middles_is_moved_by_half_a_pixel() -> None:
    middles = DEGREES.replace("1025 0 1 1", "1025 0 1 2")
    ground = found(ground_of_tags(tags(middles, "0.1 0.1 0", "0 0 0 30 50 0")))
    point = ground.point(0.5, 0.5)
    assert point is not None and (point.lat, point.lon) == pytest.approx((50, 30))


def test_the_mercator_of_web_maps_is_read() -> None:
    ground = found(ground_of_tags(tags(WEB, "1 1 0", "0 0 0 3339584.7238 6446275.8410 0")))
    point = ground.point(0, 0)
    assert point is not None and (point.lat, point.lon) == pytest.approx((50, 30), abs=1e-5)
    assert ground.scale(0, 0) == pytest.approx((0.6441, 0.6415), rel=0.002)


def test_a_matrix_may_turn_the_picture() -> None:
    told = {
        ("GeoTIFF", "ModelTransformation"): "0 0.1 0 30 0.1 0 0 50 0 0 0 0 0 0 0 1",
        ("GeoTIFF", "GeoKeyDirectory"): DEGREES,
    }
    point = found(ground_of_tags(told)).point(1, 2)
    assert point is not None and (point.lat, point.lon) == pytest.approx((50.1, 30.2))


def test_what_is_not_read_is_told_and_not_guessed() -> None:
    unread = tags(UTM.replace("32636", "2154"))
    assert ground_of_tags(unread) is None and "EPSG:2154" in trouble(unread)
    assert ground_of_tags({}) is None
    assert ground_of_tags(tags(UTM, scale="x y z")) is None
    assert ground_of_tags(tags(UTM, scale="0 0 0")) is None


def test_off_the_earth_there_is_no_place() -> None:
    ground = found(ground_of_tags(tags(DEGREES, "1 1 0", "0 0 0 0 80 0")))
    assert ground.point(0, -20) is None and ground.place(0, -20) is None
    assert ground.scale(0, -20) is None
    assert ground.length([(0, 0), (0, -20)]) is None
    assert ground.area([(0, 0), (5, -20), (5, 0)]) is None


def test_what_is_measured_in_degrees_is_as_long_as_it_is_on_the_ground_either_way() -> None:
    ground = found(ground_of_tags(tags(DEGREES, "0.00001 0.00001 0", "0 0 0 30.23 50.54 0")))
    assert ground.length([(0, 0), (100, 0)]) == pytest.approx(70.9, abs=0.05)
    assert ground.length([(0, 0), (0, 100)]) == pytest.approx(111.2, abs=0.05)
    assert ground.scale(0, 0) == pytest.approx((0.709, 1.112), abs=0.0005)
    square = [(0, 0), (100, 0), (100, 100), (0, 100)]
    assert ground.area(square) == pytest.approx(70.89 * 111.24, rel=0.001)
    assert ground.length([(0, 0), (100, 0), (100, 100)]) == pytest.approx(182.1, abs=0.1)


@given(
    st.floats(200_000, 800_000),
    st.floats(0, 9_000_000),
    st.floats(-5000, 5000),
    st.floats(-5000, 5000),
)
def test_on_a_grid_of_utm_lengths_are_those_of_the_plane(
    x: float, y: float, right: float, down: float
) -> None:
    ground = found(ground_of_tags(tags(UTM, "1 1 0", f"0 0 0 {x:.3f} {y:.3f} 0")))
    assert ground.length([(0, 0), (right, down)]) == pytest.approx(
        math.hypot(right, down), rel=0.001, abs=1e-4
    )
    box = [(0, 0), (right, 0), (right, down), (0, down)]
    assert ground.area(box) == pytest.approx(abs(right * down), rel=0.002, abs=0.01)


@pytest.mark.parametrize(
    "text", ["50..51, 30..32", "51, 30; 51, 32; 50, 32; 50, 30", "50, 32; 50, 30; 51, 30; 51, 32"]
)
def test_corners_are_told_apart_by_where_they_lie(text: str) -> None:
    ground = ground_of_place(Place.parse(text), 200, 100)
    assert ground is not None
    for spot, expected in (((0, 0), (51, 30)), ((200, 100), (50, 32)), ((100, 50), (50.5, 31))):
        point = ground.point(*spot)
        assert point is not None and (point.lat, point.lon) == pytest.approx(expected)


def test_a_footprint_may_cross_the_antimeridian() -> None:
    ground = ground_of_place(Place.parse("10..12, 179..-179"), 100, 100)
    assert ground is not None
    point = ground.point(50, 50)
    assert point is not None and abs(point.lon) == pytest.approx(180)


@pytest.mark.parametrize("text", ["50, 30", "50, 30; 51, 31; 50, 32", "Kyiv"])
def test_a_footprint_without_four_corners_says_nothing(text: str) -> None:
    assert ground_of_place(Place.parse(text), 100, 100) is None
