"""What the map is reckoned with: the projection, cutting, clusters, lines, and outlines of land."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from casedb.analysis.maps.clipping import Frame, cut_ring, cut_segments, runs_along
from casedb.analysis.maps.clusters import find_clusters
from casedb.analysis.maps.graticule import (
    meridians,
    parallels,
    show_degrees,
    step_for,
    steps,
)
from casedb.analysis.maps.mercator import (
    LIMIT,
    Floats,
    metres_across,
    place_of,
    rings_around,
    spot_of,
    to_earth,
    to_world,
)
from casedb.analysis.maps.topology import read_rings, read_shared
from casedb.analysis.maps.within import within_circle, within_ring
from casedb.model.places.geodesic import go, measure_geodesic, measure_leg, trace_leg
from casedb.model.places.shapes import Point

LATS, LONS = st.floats(-85, 85), st.floats(-180, 180)
SHARES = st.floats(0, 1, width=32)


# -- the projection --------------------------------------------------------------------------


@given(LATS, LONS)
def test_a_place_comes_back_from_the_map(lat: float, lon: float) -> None:
    back = place_of(*spot_of(lat, lon))
    assert back[0] == pytest.approx(lat, abs=1e-9)
    assert math.remainder(back[1] - lon, 360) == pytest.approx(0, abs=1e-9)


def test_the_world_is_a_square() -> None:
    assert spot_of(LIMIT, -180) == pytest.approx((0, 0))
    assert spot_of(-LIMIT, 180) == pytest.approx((1, 1))
    assert spot_of(0, 0) == pytest.approx((0.5, 0.5))
    # As every map on the web has it: 30° E, 60° N of EPSG:3857, in metres.
    x, y = spot_of(60, 30)
    assert (x - 0.5) * 40_075_016.6856 == pytest.approx(3_339_584.724, abs=0.01)
    assert (0.5 - y) * 40_075_016.6856 == pytest.approx(8_399_737.890, abs=0.01)


def test_the_poles_lie_beyond_the_map_and_not_at_infinity() -> None:
    _, y = to_world(np.array([90.0, -90.0]), np.zeros(2))
    assert y[0] < 0 < 1 < y[1]
    assert np.isfinite(y).all()


@given(st.floats(-80, 80), LONS)
def test_lengths_on_the_map_are_those_of_the_ellipsoid(lat: float, lon: float) -> None:
    east, north = (float(each[0]) for each in metres_across(np.array([lat])))
    x, y = spot_of(lat, lon)
    here = Point(lat, lon)
    for dx, dy, metres in ((100 / east, 0.0, 100), (0.0, 100 / north, 100)):
        there = Point(*place_of(x + dx, y + dy))
        assert measure_geodesic(here, there) == pytest.approx(metres, rel=1e-3)


@pytest.mark.parametrize(
    ("lat", "metres", "within"),
    [(0, 10, 1e-6), (50, 1_000, 1e-4), (60, 50_000, 1), (-35, 50_000, 1), (80, 50_000, 5)],
)
def test_a_circle_is_everywhere_as_far_from_its_middle(
    lat: float, metres: float, within: float
) -> None:
    ring = rings_around(np.array([float(lat)]), np.array([179.9]), np.array([float(metres)]), 24)
    lats, lons = to_earth(ring[0, :, 0], ring[0, :, 1])
    for one, other in zip(lats.tolist(), lons.tolist(), strict=True):
        far = measure_geodesic(Point(lat, 179.9), Point(one, math.remainder(other, 360)))
        assert far == pytest.approx(metres, abs=within)


# -- cutting -----------------------------------------------------------------------------------

VIEW = Frame(0.25, 0.25, 0.75, 0.75)


def area_of(ring: Floats) -> float:
    x, y = ring[:, 0], ring[:, 1]
    return abs(float(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1)))) / 2


def test_a_ring_is_cut_to_what_lies_within_the_box() -> None:
    large = np.array([(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)])
    assert area_of(cut_ring(large, VIEW)) == pytest.approx(0.25)
    assert runs_along(cut_ring(large, VIEW), VIEW).all()
    corner = np.array([(0.0, 0.0), (0.5, 0.0), (0.5, 0.5), (0.0, 0.5)])
    cut = cut_ring(corner, VIEW)
    assert area_of(cut) == pytest.approx(0.0625)
    assert runs_along(cut, VIEW).sum() == 2
    assert len(cut_ring(corner / 10, VIEW)) == 0
    assert cut_ring(corner / 10 + 0.5, VIEW).shape == (4, 2)


@given(st.lists(st.tuples(SHARES, SHARES), min_size=3, max_size=3, unique=True))
def test_the_parts_of_a_ring_on_both_sides_are_all_of_it(
    corners: list[tuple[float, float]],
) -> None:
    ring = np.array(corners)
    left, right = Frame(0, 0, 0.5, 1), Frame(0.5, 0, 1, 1)
    parts = (area_of(cut) for each in (left, right) if len(cut := cut_ring(ring, each)))
    assert sum(parts) == pytest.approx(area_of(ring), abs=1e-9)


@given(st.tuples(SHARES, SHARES), st.tuples(SHARES, SHARES))
def test_a_piece_of_a_line_is_cut_to_what_lies_within_the_box(
    one: tuple[float, float], other: tuple[float, float]
) -> None:
    starts, ends, is_met = cut_segments(np.array([one]), np.array([other]), VIEW)
    shares = np.linspace(0, 1, 101)[:, None]
    along = np.array(one) + shares * (np.array(other) - np.array(one))
    inside = ((along > 0.25 + 1e-6) & (along < 0.75 - 1e-6)).all(axis=1)
    assert not inside.any() or is_met[0]
    for spot in (*starts, *ends):
        assert (spot >= 0.25 - 1e-9).all()
        assert (spot <= 0.75 + 1e-9).all()
    if is_met[0] and inside.sum() > 1:
        whole = np.hypot(*(np.array(other) - np.array(one)))
        assert np.hypot(*(ends[0] - starts[0])) >= whole * (inside.sum() - 1) / 100 - 1e-6


# -- clusters ----------------------------------------------------------------------------------


@given(st.lists(st.tuples(SHARES, SHARES), max_size=40), st.floats(0.001, 0.5))
def test_everything_is_in_one_cluster(spots: list[tuple[float, float]], reach: float) -> None:
    x, y = np.array(spots, dtype=float).reshape(-1, 2).T
    found = find_clusters(x, y, reach)
    assert len(found.of) == len(spots)
    assert found.counts.sum() == len(spots)
    for number in range(len(found.x)):
        members = found.members(number)
        assert len(members) == found.counts[number]
        across = x[members] - found.x[number]
        across = across - across.round()
        # A cell, and one that it took in beside it.
        assert np.abs(across).max() <= 3 * reach + 1e-9
        assert np.abs(y[members] - found.y[number]).max() <= 3 * reach + 1e-9


def test_things_in_one_place_are_together_and_things_apart_are_not() -> None:
    x, y = np.array([0.1, 0.1, 0.9]), np.array([0.5, 0.5, 0.5])
    found = find_clusters(x, y, 1e-9)
    assert found.of[0] == found.of[1] != found.of[2]
    assert sorted(found.counts.tolist()) == [1, 2]


def test_a_cluster_lies_across_the_edge_of_the_world_in_one_piece() -> None:
    found = find_clusters(np.array([0.999, 0.001]), np.array([0.5, 0.5]), 0.01)
    assert found.counts.tolist() == [2]
    assert min(found.x[0], 1 - found.x[0]) == pytest.approx(0, abs=1e-9)


def test_things_side_by_side_in_two_cells_are_together() -> None:
    # On both sides of the edge of a cell, of which 16 are as wide as the world.
    found = find_clusters(np.array([0.2499, 0.2501]), np.array([0.55, 0.55]), 0.1)
    assert found.counts.tolist() == [2]


@given(st.lists(st.tuples(SHARES, SHARES), min_size=2, max_size=40))
def test_clusters_do_not_lie_over_each_other(spots: list[tuple[float, float]]) -> None:
    x, y = np.array(spots, dtype=float).reshape(-1, 2).T
    found = find_clusters(x, y, 0.05)
    for n in range(len(found.x)):
        across = found.x - found.x[n]
        across = across - across.round()
        far = np.hypot(across, found.y - found.y[n])
        far[n] = 1.0
        # A few may be a little too close: nobody is taken in twice.
        assert far.min() > 0.05 * 0.25


# -- meridians and parallels -----------------------------------------------------------------


@given(st.floats(1e-6, 40), st.booleans())
def test_lines_are_as_far_apart_as_they_must_be_and_not_much_further(
    degrees: float, in_sixtieths: bool
) -> None:
    step = step_for(degrees, in_sixtieths=in_sixtieths)
    assert step in steps(in_sixtieths=in_sixtieths)
    if 1e-4 < degrees <= 30:
        assert degrees <= step <= 2.6 * degrees


def test_lines_run_on_across_the_edge_of_the_world() -> None:
    view = Frame(0.95, 0.4, 1.05, 0.6)
    assert [lon for _, lon in meridians(view, 10)] == [170, 180, -170]
    assert [lat for _, lat in parallels(view, 10)] == [-30, -20, -10, 0, 10, 20, 30]
    for y, lat in parallels(view, 10):
        assert place_of(0, y)[0] == pytest.approx(lat)


def test_no_parallel_is_drawn_beyond_the_map() -> None:
    assert max(lat for _, lat in parallels(Frame(0, -1, 1, 2), 10)) == 80


@pytest.mark.parametrize(
    ("value", "step", "in_sixtieths", "shown"),
    [
        (30.0, 10, False, "30° E"),
        (-0.5, 0.5, False, "0.5° W"),
        (0.0, 1, True, "0°"),
        (180.0, 30, False, "180°"),
        (30.25, 0.05, False, "30.25° E"),
        (30.5, 1 / 60, True, "30°30' E"),
        (30 + 1 / 3600, 1 / 3600, True, "30°00'01\" E"),
        (30 + 0.2 / 3600, 0.1 / 3600, True, "30°00'00.2\" E"),
    ],
)
def test_a_line_is_called_as_exactly_as_it_lies(
    value: float, step: float, in_sixtieths: bool, shown: str
) -> None:
    assert show_degrees(value, "EW", step, in_sixtieths=in_sixtieths) == shown


# -- lines on the ellipsoid ----------------------------------------------------------------------


@given(LATS, LONS, st.floats(0, 359.9), st.floats(1, 5_000_000))
def test_who_goes_so_far_in_a_direction_has_gone_so_far(
    lat: float, lon: float, bearing: float, metres: float
) -> None:
    here = Point(lat, lon)
    leg = measure_leg(here, go(here, bearing, metres))
    assert leg.metres == pytest.approx(metres, abs=1e-3)
    off = math.remainder(leg.bearing - bearing, 360)
    assert math.radians(off) * metres == pytest.approx(0, abs=0.01)


def test_a_bearing_is_known() -> None:
    # London to New York, as GeographicLib computes it: a little north of west.
    leg = measure_leg(Point(51.6, -0.5), Point(40.6, -73.8))
    assert leg.metres == pytest.approx(5_551_759.400, abs=0.01)
    assert leg.bearing == pytest.approx(287.8, abs=0.1)


@given(LATS, LONS, LATS, LONS)
def test_a_traced_line_begins_and_ends_where_it_should_and_never_jumps(
    lat: float, lon: float, other_lat: float, other_lon: float
) -> None:
    here, there = Point(lat, lon), Point(other_lat, other_lon)
    assume(measure_geodesic(here, there) < 19_000_000)
    spots = trace_leg(here, there, most=60)
    assert len(spots) <= 61
    for (x, y), end in ((spots[0], here), (spots[-1], there)):
        assert y == pytest.approx(end.lat, abs=1e-9)
        assert math.remainder(x - end.lon, 360) == pytest.approx(0, abs=1e-6)
    lons = [x for x, _ in spots]
    assert abs(lons[-1] - lons[0]) <= 180 + 1e-6


@given(st.floats(-80, 80), LONS, st.floats(10, 3_000_000), st.floats(0, 360), st.floats(0, 2))
def test_a_place_is_within_a_circle_if_it_is_no_farther(
    lat: float, lon: float, metres: float, bearing: float, share: float
) -> None:
    assume(abs(share - 1) > 1e-6)
    middle = Point(lat, lon)
    there = go(middle, bearing, share * metres)
    found = within_circle(middle, metres, np.array([there.lat]), np.array([there.lon]))
    assert found[0] == (share < 1)


@pytest.mark.parametrize("bearing", [0, 45, 90])
def test_near_its_edge_a_circle_is_that_on_the_ellipsoid(bearing: float) -> None:
    middle = Point(10, 20)
    inside, outside = (go(middle, bearing, 100_000 * share) for share in (0.9999, 1.0001))
    lats, lons = np.array([inside.lat, outside.lat]), np.array([inside.lon, outside.lon])
    assert within_circle(middle, 100_000, lats, lons).tolist() == [True, False]


def test_a_spot_is_within_an_outline_also_across_the_edge_of_the_world() -> None:
    ring = np.array([(0.95, 0.4), (1.05, 0.4), (1.05, 0.6), (0.95, 0.6)])
    x, y = np.array([0.96, 0.04, 0.5, 1.0, 0.04]), np.array([0.5, 0.5, 0.5, 0.5, 0.7])
    assert within_ring(ring, x, y).tolist() == [True, True, False, True, False]


# -- outlines -------------------------------------------------------------------------------------

SMALL = b"""{"type": "Topology", "transform": {"scale": [18, 9], "translate": [-180, -90]},
"objects": {"land": {"type": "GeometryCollection", "geometries": [
  {"type": "Polygon", "arcs": [[0, 1]]}, {"type": "MultiPolygon", "arcs": [[[-2, 2]]]}, {"type": null}]}},
"arcs": [[[10, 10], [-5, 0], [0, 5]], [[5, 15], [5, 0], [0, -5]], [[5, 15], [0, 3], [10, -3], [-5, -5]]]}"""


def test_rings_are_put_together_from_arcs_in_either_direction() -> None:
    found = read_rings(SMALL, "land")
    assert [len(each) for each in found.lines] == [4, 5]
    lats, lons = to_earth(found.lines[0][:, 0], found.lines[0][:, 1])
    assert lons.tolist() == pytest.approx([0, -90, -90, 0], abs=1e-9)
    assert lats.tolist() == pytest.approx([0, 0, 45, 45], abs=1e-9)
    assert found.boxes[0].tolist() == pytest.approx([0.25, spot_of(45, 0)[1], 0.5, 0.5])


def test_a_ring_goes_on_across_the_edge_of_the_world_and_round_a_pole() -> None:
    told = SMALL.replace(
        b"[[10, 10], [-5, 0], [0, 5]], [[5, 15], [5, 0], [0, -5]]",
        b"[[19, 10], [-18, 0], [0, 5]], [[1, 15], [18, 0], [0, -5]]",
    )
    ring = read_rings(told, "land").lines[0]
    assert ring[:, 0].tolist() == pytest.approx([0.95, 1.05, 1.05, 0.95])
    told = SMALL.replace(b"[[0, 1]]", b"[[0]]").replace(
        b"[[10, 10], [-5, 0], [0, 5]]", b"[[0, 2], [8, 1], [8, -1], [4, 0]]"
    )
    around = read_rings(told, "land").lines[0]
    assert around[:, 0].tolist() == pytest.approx([0, 0.4, 0.8, 1, 1, 0])
    assert around[-2:, 1].min() > around[:-2, 1].max()


def test_only_what_two_areas_share_is_a_border() -> None:
    found = read_shared(SMALL, "land")
    assert len(found.lines) == 1
    lats, lons = to_earth(found.lines[0][:, 0], found.lines[0][:, 1])
    assert list(zip(lons.round(6), lats.round(6), strict=True)) == [(-90, 45), (0, 45), (0, 0)]
