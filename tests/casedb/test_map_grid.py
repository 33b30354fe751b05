"""The military grid as it is drawn agrees with the references as they are written."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from casedb.analysis.maps.clipping import Frame
from casedb.analysis.maps.mercator import place_of, spot_of, to_world
from casedb.analysis.maps.military import SIZES, grid_in, unproject_all, zones_of
from casedb.model.places.mgrs import from_mgrs, to_mgrs
from casedb.model.places.projection import unproject
from casedb.model.places.shapes import Point
from casedb.model.places.utm import BANDS, from_utm, to_utm

LATS, LONS = st.floats(-79.9, 83.9), st.floats(-179.999, 179.999)
DIGITS = {100_000: 0, 10_000: 1, 1_000: 2}


def around(point: Point, metres: float) -> Frame:
    """A part of the map so many metres wide at least."""
    x, y = spot_of(point.lat, point.lon)
    far = metres / 40_000_000 / np.cos(np.radians(point.lat))
    return Frame(x - far, y - far, x + far, y + far)


def held(outline: list[Point], x: float, y: float) -> bool:
    """Whether a spot of the map lies in the square with these corners."""
    xs, ys = to_world(np.array([p.lat for p in outline]), np.array([p.lon for p in outline]))
    corners: list[tuple[float, float]] = list(zip(xs.tolist(), ys.tolist(), strict=True))
    turns: list[float] = []
    for n in range(4):
        ax, ay, bx, by = *corners[n], *corners[(n + 1) % 4]
        turns.append((bx - ax) * (y - ay) - (by - ay) * (x - ax))
    return all(turn >= -1e-15 for turn in turns) or all(turn <= 1e-15 for turn in turns)


def test_the_grid_has_an_edge_in_the_north_and_one_in_the_south() -> None:
    edges = grid_in(Frame(0.0, 0.0, 1.0, 1.0)).edges
    level = edges[np.isclose(edges[:, 0, 1], edges[:, 1, 1])]
    for lat in (84.0, -80.0):
        (y,) = to_world(np.array([lat]), np.array([0.0]))[1].tolist()
        here = level[np.isclose(level[:, 0, 1], y)]
        assert float(np.abs(here[:, 1, 0] - here[:, 0, 0]).sum()) == pytest.approx(1.0)


@given(LATS, LONS, st.sampled_from(SIZES))
def test_the_square_around_a_place_is_drawn_and_called_as_its_reference(
    lat: float, lon: float, size: int
) -> None:
    point = Point(lat, lon)
    wanted = to_mgrs(point, DIGITS[size], spaced=True).split(" ", 1)
    grid = grid_in(around(point, 2.5 * size), size)
    assert wanted[0].lstrip("0") in {each.name for each in grid.zones}
    assert wanted[1] in {each.name for each in grid.squares}


@given(LATS, LONS, st.sampled_from(SIZES))
def test_every_square_lies_where_its_reference_says(lat: float, lon: float, size: int) -> None:
    assume(abs(lon) < 175)
    point = Point(lat, lon)
    grid = grid_in(around(point, 2 * size), size)
    assert grid.squares
    zone = to_mgrs(point, 0, spaced=True).split(" ")[0]
    for each in grid.squares:
        try:
            cell = from_mgrs(zone + each.name)
        except ValueError:
            continue  # of another zone
        ends = (cell.easting_from, cell.easting_to), (cell.northing_from, cell.northing_to)
        corners = [(ends[0][i], ends[1][j]) for i, j in ((0, 0), (1, 0), (1, 1), (0, 1))]
        grid_at = to_utm(point)
        outline = [from_utm(type(grid_at)(cell.zone, grid_at.north, e, n)) for e, n in corners]
        if held(outline, each.x, each.y):
            break
    else:
        raise AssertionError("none of the squares lies where its reference says")


@given(LATS, LONS)
def test_lines_of_the_grid_run_along_whole_kilometres(lat: float, lon: float) -> None:
    point = Point(lat, lon)
    grid = grid_in(around(point, 1_500), 1_000)
    assert len(grid.lines)
    for piece in grid.lines[:10]:
        (ax, ay), (bx, by) = piece.tolist()
        positions = [to_utm(Point(*place_of(x, y))) for x, y in ((ax, ay), (bx, by))]
        if len({each.zone for each in positions}) == 2 or (ax, ay) == (bx, by):
            continue  # at the edge of a zone

        def off(value: float) -> float:
            return abs(value - round(value / 1_000) * 1_000)

        along_east = max(off(each.easting) for each in positions)
        along_north = max(off(each.northing) for each in positions)
        assert min(along_east, along_north) < 0.5


@pytest.mark.parametrize(
    ("lat", "lon", "there", "not_there"),
    [
        (60, 4.5, {"31V", "32V"}, set[str]()),
        (75, 9, {"31X", "33X"}, {"32X"}),
        (75, 21, {"33X", "35X"}, {"34X"}),
        (75, 33, {"35X", "37X"}, {"36X"}),
        (50, 6, {"31U", "32U"}, set[str]()),
        (0, 179.99, {"60N", "60M", "1N", "1M"}, set[str]()),
    ],
)
def test_zones_are_those_there_are_also_at_norway_and_svalbard(
    lat: float, lon: float, there: set[str], not_there: set[str]
) -> None:
    grid = grid_in(around(Point(lat, lon), 200_000))
    found = {each.name for each in grid.zones}
    assert there <= found
    assert not not_there & found


def test_the_edge_between_the_zones_of_norway_lies_at_3_degrees() -> None:
    grid = grid_in(around(Point(60, 3), 100_000))
    upright = {round(float((a[0] - 0.5) * 360), 6) for a, b in grid.edges if a[0] == b[0]}
    assert upright == {3.0}


@given(st.integers(1, 60), st.booleans(), st.floats(100_000, 900_000), st.floats(0, 9_300_000))
def test_many_positions_are_unprojected_as_one_is(
    zone: int, north: bool, east: float, up: float
) -> None:
    assume(north or up > 1_000_000)
    lats, lons = unproject_all(zone, north, np.array([east]), np.array([up]))
    assert (lats[0], lons[0]) == pytest.approx(unproject(zone, north, east, up), abs=1e-11)


def test_there_are_1197_zones_with_their_bands_and_all_are_in_the_world() -> None:
    assert sum(len(list(zones_of(band))) for band in BANDS) == 1197
    assert len(grid_in(Frame(0.0, 0.0, 1.0, 1.0)).zones) == 1197
