"""From where one looks at the map, which signs stand on it, and which labels beside them."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from board_strategies import contents_of, item
from caseboard.theme import theme
from caseboard.views.map_camera import NEAREST, MapCamera
from caseboard.views.map_drawing import MapDrawing
from caseboard.views.map_ground import Layers, paint_ground, paint_line_names, sea_of
from caseboard.views.map_labels import Words, set_labels
from caseboard.views.map_legend import bar_metres, bar_words, grid_words, paint_legend
from caseboard.views.map_marks import Located, Marks, locate
from caseboard.views.map_ruler import Measure, Ruler
from caseboard.views.map_scene import MapScene, Sign, area_at, hit
from casedb.analysis.maps.mercator import spot_of
from casedb.model.item_places import places_of
from casedb.model.place import Box, Place, PlaceNotUnderstood, Point, Polygon
from casedb.model.places.geodesic import measure_geodesic
from casedb.model.places.mgrs import to_mgrs
from casedb.model.places.precision import Precision
from casedb.model.records import Item

pytestmark = pytest.mark.usefixtures("qapp")

LATS, LONS = st.floats(-84, 84), st.floats(-180, 180)
SCALES = st.floats(400, NEAREST)


def camera_at(lat: float, lon: float, scale: float) -> MapCamera:
    return MapCamera(width=800, height=400).looking(*spot_of(lat, lon), scale)


def marks_of(*items: Item) -> Marks:
    located, contents = Located(), contents_of(items)
    return Marks.of(contents, ((each, located.own(each)) for each in items), frozenset())


def at(name: str, text: str, kind: str = "event", field: str = "where") -> Item:
    return item(name, kind, **{field: Place.parse(text).to_json()})


# -- the camera --------------------------------------------------------------------------------


@given(LATS, LONS, SCALES, st.floats(0, 800), st.floats(0, 400), st.floats(0.2, 5))
def test_what_lies_under_the_pointer_stays_there_while_one_comes_nearer(
    lat: float, lon: float, scale: float, left: float, top: float, factor: float
) -> None:
    camera = camera_at(lat, lon, scale)
    x, y = camera.at(left, top)
    if abs(x - camera.x) > 0.5 or not 0.05 < y < 0.95:
        return
    nearer = camera.zoomed(max(factor, 410 / camera.scale), left, top)
    if nearer.y * nearer.scale < 201 or (1 - nearer.y) * nearer.scale < 201:
        return  # held by the edge of the world
    back_x, back_y = nearer.at(left, top)
    # To a tenth of a pixel: numbers of 64 bits have no more at the nearest.
    assert math.remainder(back_x - x, 1) * nearer.scale == pytest.approx(0, abs=0.1)
    assert (back_y - y) * nearer.scale == pytest.approx(0, abs=0.1)


@given(LATS, LONS, SCALES)
def test_a_place_lies_where_it_is_nearest_to_the_middle(
    lat: float, lon: float, scale: float
) -> None:
    camera = camera_at(0, 179, scale)
    x, _ = camera.spot(lat, lon)
    assert abs(x - 400) <= scale / 2 + 1e-3


def test_the_map_is_pushed_across_the_edge_of_the_world() -> None:
    camera = camera_at(10, 179, 10_000).panned(-500, 0)
    assert camera.place_at(400, 200) == pytest.approx((10, 179 + 18 - 360), abs=0.01)


def test_beside_the_world_there_is_no_place() -> None:
    camera = MapCamera(width=1000, height=400).looking(0.5, 0.5, 400)
    assert camera.place_at(100, 200) is None
    assert camera.place_at(500, 200) == pytest.approx((0, 0), abs=1e-9)


def test_nobody_comes_nearer_than_ten_metres_nor_goes_beyond_the_world() -> None:
    camera = MapCamera(width=1000, height=400)
    assert camera.zoomed(1e12, 500, 200).scale == NEAREST
    assert camera.zoomed(1e-12, 500, 200).scale == pytest.approx(0.7 * 400)
    metres = camera.looking(0.5, 0.5, NEAREST).metres
    assert 10 / metres == pytest.approx(400, rel=0.01)


@given(st.lists(st.tuples(st.floats(-70, 70), LONS), min_size=1, max_size=8))
def test_all_that_is_to_be_seen_is_in_view(places: list[tuple[float, float]]) -> None:
    spots = np.array([spot_of(*each) for each in places])
    boxes = np.concatenate([spots, spots], axis=1)
    camera = MapCamera(width=800, height=400).fitted(boxes, 20)
    for lat, lon in places:
        x, y = camera.spot(lat, lon)
        assert -0.01 <= x <= 800.01
        # A pole-to-pole span is wider than high: then the edges of the world hold the view.
        assert -0.01 <= y <= 400.01


def test_what_stands_at_the_foot_is_kept_clear_of_what_is_brought_into_sight() -> None:
    spots = np.array([spot_of(50, 30), spot_of(51, 30)])
    boxes = np.concatenate([spots, spots], axis=1)
    camera = MapCamera(width=800, height=400).fitted(boxes, 20, foot=60)
    (_, top), (_, bottom) = camera.spot(51, 30), camera.spot(50, 30)
    assert (top, bottom) == pytest.approx((20, 320), abs=0.1)


def test_places_on_both_sides_of_180_are_near_to_each_other() -> None:
    spots = np.array([spot_of(-17, 179.9), spot_of(-17, -179.9)])
    camera = MapCamera(width=800, height=400).fitted(np.concatenate([spots, spots], axis=1), 20)
    assert camera.width / camera.scale * 360 < 0.3


@pytest.mark.parametrize("lat", [0, 50, 70, 80])
def test_the_scale_is_that_of_the_latitude_in_the_middle(lat: float) -> None:
    camera = camera_at(lat, 30, 100_000)
    here, there = camera.place_at(350, 200), camera.place_at(450, 200)
    assert here is not None
    assert there is not None
    assert camera.metres * 100 == pytest.approx(
        measure_geodesic(Point(*here), Point(*there)), rel=1e-3
    )


@given(st.floats(0.001, 100_000), st.floats(30, 200))
def test_the_scale_has_a_round_length(metres: float, room: float) -> None:
    found = bar_metres(metres, room)
    assert room / 2.6 <= found / metres <= room * 1.001
    assert f"{found:e}"[0] in "125"


# -- signs ---------------------------------------------------------------------------------------


def test_what_lies_together_has_one_sign_with_the_number_of_items() -> None:
    marks = marks_of(at("a", "50, 30"), at("b", "50, 30.0001"), at("c", "52, 40"))
    scene = MapScene(marks)
    signs = scene.signs(camera_at(51, 35, 6_000))
    assert sorted(each.count for each in signs) == [1, 2]
    near = scene.signs(camera_at(50, 30, 1e9))
    assert [each.count for each in near] == [1, 1]


def test_two_places_of_one_item_have_the_sign_of_one() -> None:
    image = item(
        "a",
        "satellite_image",
        where=Place.parse("50.15, 30.15").to_json(),
        footprint=Place.parse("50.1..50.2, 30.1..30.2").to_json(),
    )
    (sign,) = MapScene(marks_of(image)).signs(camera_at(50.15, 30.15, 6_000))
    assert (sign.count, len(sign.rows)) == (1, 2)


def test_what_lies_in_one_place_is_spread_so_that_each_can_be_pressed() -> None:
    scene = MapScene(marks_of(*(at(f"{n:02}", "50, 30") for n in range(30))))
    camera = camera_at(50, 30, 1e6)
    (sign,) = scene.signs(camera)
    assert not scene.can_part(sign.rows)
    scene.spread = frozenset(sign.rows.tolist())
    signs = scene.signs(camera)
    assert len(signs) == 30
    assert {each.foot for each in signs} == {(sign.x, sign.y)}
    for each in signs:
        assert hit(signs, QPointF(each.x, each.y)) is each
    for n, one in enumerate(signs):
        for other in signs[n + 1 :]:
            assert math.hypot(one.x - other.x, one.y - other.y) > 1.8 * one.radius


def test_what_lies_apart_can_part() -> None:
    scene = MapScene(marks_of(at("a", "50, 30"), at("b", "50.00001, 30.00001")))
    assert scene.can_part(np.array([0, 1]))


def test_signs_do_not_change_when_the_map_is_moved() -> None:
    scene = MapScene(marks_of(*(at(f"{n}", f"{50 + n / 7}, {30 + n / 5}") for n in range(20))))
    camera = camera_at(51, 32, 9_000)
    before = {tuple(each.rows.tolist()) for each in scene.signs(camera)}
    after = {tuple(each.rows.tolist()) for each in scene.signs(camera.panned(13, -7))}
    assert before == after


def test_a_place_is_drawn_across_the_edge_of_the_world() -> None:
    scene = MapScene(marks_of(at("a", "10, 179.9"), at("b", "10, -179.9")))
    xs = sorted(each.x for each in scene.signs(camera_at(10, 180, 100_000)))
    assert xs == pytest.approx([400 - 27.8, 400 + 27.8], abs=0.1)


# -- areas ----------------------------------------------------------------------------------------


def test_an_area_is_found_within_its_outline_the_smallest_first() -> None:
    large = at("a", "50..51, 30..31")
    small = at("b", "POLYGON((30.4 50.4, 30.6 50.4, 30.5 50.6))")
    marks = marks_of(large, small)
    camera = camera_at(50.5, 30.5, 80_000)
    point = QPointF(*camera.spot(50.45, 30.5))
    assert area_at(marks, camera, point) == 1
    assert area_at(marks, camera, QPointF(*camera.spot(50.58, 30.42))) == 0
    assert area_at(marks, camera, QPointF(*camera.spot(51.2, 30.42))) is None


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", ["light", "dark"])
def test_what_lies_beside_the_world_is_neither_sea_nor_land(name: str) -> None:
    camera = MapCamera(width=900, height=300).looking(0.5, 0.5, 300)
    image = QImage(900, 300, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_ground(painter, camera, theme(name), Layers(graticule=False))
    painter.end()
    beside, ends = image.pixelColor(100, 150), image.pixelColor(300, 150)
    sea, land = theme(name).colour(sea_of(theme(name))), theme(name).colour("surf")
    assert len({each.name() for each in (beside, ends, sea, land)}) == 4


def test_the_circle_of_a_point_is_as_large_as_it_is_exact() -> None:
    exact = Place(shape=Point(60, 30), precision=Precision.ONE_KILOMETRE)
    (mark,) = marks_of(item("a", "event", where=exact.to_json())).marks
    camera = camera_at(60, 30, 1e6)
    assert mark.half[0] * camera.scale == pytest.approx(1_000 / camera.metres, rel=1e-3)
    assert (
        area_at(marks_of(item("a", "event", where=exact.to_json())), camera, QPointF(410, 200)) == 0
    )


def test_a_square_of_the_grid_is_drawn_askew_and_not_as_its_box() -> None:
    (place,) = places_of(at("a", "36U UB 0 0"))
    mark = locate(place)
    assert mark.outline is not None
    assert mark.metres == 0
    west = mark.outline[mark.outline[:, 0] == mark.outline[:, 0].min()]
    # A box would have a whole side in the west.
    assert len(west) == 1


def test_an_area_across_the_edge_of_the_world_is_in_one_piece() -> None:
    (place,) = places_of(at("a", "-18..-16, 179..-179"))
    mark = locate(place)
    assert mark.outline is not None
    assert np.ptp(mark.outline[:, 0]) == pytest.approx(2 / 360)
    assert abs(mark.x - 0.5) == pytest.approx(0.5)
    assert mark.outline[:, 0].mean() == pytest.approx(mark.x)
    (place,) = places_of(at("b", "POLYGON((-179 10, 178 10, 178 12, -179 12))"))
    mark = locate(place)
    assert mark.outline is not None
    assert mark.outline[:, 0].mean() == pytest.approx(mark.x, abs=0.01)


def test_what_lies_too_near_to_a_pole_is_counted_and_not_drawn() -> None:
    marks = marks_of(at("a", "88, 30"), at("b", "50, 30"), item("c", "event"))
    assert marks.polar == ("a",)
    assert marks.placeless == ("c",)
    assert list(marks.rows_of) == ["b"]


# -- painting -----------------------------------------------------------------------------------

POINTS = st.builds(Point, st.floats(-90, 90), LONS)


def _place_of(kind: str, corners: list[Point], digits: int) -> Place | None:
    try:
        if kind == "point":
            return Place(shape=corners[0], precision=list(Precision)[digits % 4])
        if kind == "box":
            lats = sorted(each.lat for each in corners[:2])
            return Place(shape=Box(lats[0], corners[0].lon, lats[1], corners[1].lon))
        if kind == "polygon":
            return Place(shape=Polygon(tuple(corners)))
        return Place.parse(f"MGRS {to_mgrs(corners[0], digits)}")
    except PlaceNotUnderstood:
        return None


@given(
    st.lists(
        st.tuples(
            st.sampled_from(("point", "box", "polygon", "square")),
            st.lists(POINTS, min_size=3, max_size=6),
            st.integers(0, 5),
        ),
        max_size=6,
    ),
    POINTS,
    st.floats(2, 9.2),
    st.tuples(st.booleans(), st.booleans(), st.sampled_from(("decimal", "dms", "mgrs"))),
    st.lists(POINTS, max_size=4),
    st.sampled_from(Measure),
)
def test_whatever_places_there_are_the_map_is_painted(
    told: list[tuple[str, list[Point], int]],
    middle: Point,
    power: float,
    layers: tuple[bool, bool, str],
    measured: list[Point],
    measure: Measure,
) -> None:
    places = [found for each in told if (found := _place_of(*each)) is not None]
    marks = marks_of(
        *(item(f"{n}", "event", where=each.to_json()) for n, each in enumerate(places))
    )
    camera = MapCamera(width=300, height=200).looking(*spot_of(middle.lat, middle.lon), 10**power)
    ruler = Ruler()
    ruler.take(measure)
    for each in measured:
        ruler.press(each)
    ruler.close()
    scene = MapScene(marks)
    drawing = MapDrawing(
        scene, camera, Layers(True, *layers), ruler, lambda sign: Words("Quay", "Where"), ""
    )
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    drawing.paint(painter, theme("light"))
    painter.end()
    area_at(marks, camera, QPointF(150, 100))
    ruler.inside(marks.x, marks.y)


# -- labels ---------------------------------------------------------------------------------------


@given(st.lists(st.tuples(st.floats(0, 800), st.floats(0, 400)), max_size=60))
def test_no_label_lies_over_another_or_over_a_sign(spots: list[tuple[float, float]]) -> None:
    kinds = np.zeros(12, dtype=np.int64)
    kinds[0] = 1
    signs = [Sign(x, y, np.array([n]), kinds, 1, False) for n, (x, y) in enumerate(spots)]
    within = QRectF(0, 0, 800, 400)
    labels = set_labels(signs, lambda sign: Words("Harbour", "Where shown"), {0}, within)
    for n, label in enumerate(labels):
        assert within.contains(label.box)
        assert not any(label.box.intersects(other.box) for other in labels[n + 1 :])
        for sign in signs:
            far = sign.radius
            assert not label.box.intersects(QRectF(sign.x - far, sign.y - far, 2 * far, 2 * far))


def test_a_label_alone_finds_room_and_a_number_of_items_has_none() -> None:
    kinds = np.ones(12, dtype=np.int64)
    one = Sign(400, 200, np.array([0]), kinds, 1, False)
    many = Sign(100, 200, np.array([1, 2]), kinds, 2, False)
    labels = set_labels([one, many], lambda sign: Words("Quay"), set(), QRectF(0, 0, 800, 400))
    assert [each.row for each in labels] == [0]


def test_who_insists_has_a_label_where_there_is_no_room() -> None:
    kinds = np.ones(12, dtype=np.int64)
    sign = Sign(400, 200, np.array([0]), kinds, 1, False)
    within = QRectF(0, 0, 800, 400)

    def labels(insists: bool) -> int:
        words = Words("Quay")
        return len(
            set_labels([sign], lambda _: words, {0}, within, None, [within], insists=insists)
        )

    assert (labels(False), labels(True)) == (0, 1)


# -- what is said in corners ------------------------------------------------------------------------


def ink_beyond(camera: MapCamera, paint: Callable[[QPainter], None]) -> bool:
    """Whether something is painted outside of what a camera sees."""
    image = QImage(int(camera.width) + 200, int(camera.height) + 200, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.magenta)
    painter = QPainter(image)
    painter.translate(100, 100)
    paint(painter)
    painter.end()
    seen = QRectF(100, 100, camera.width, camera.height)
    plain = QColor(Qt.GlobalColor.magenta).rgb()
    return any(
        image.pixel(x, y) != plain
        for x in range(0, image.width(), 3)
        for y in range(0, image.height(), 3)
        if not seen.contains(QPointF(x, y))
    )


@pytest.mark.parametrize("high", [60, 110, 200])
def test_what_is_said_on_an_empty_map_stays_within_it(high: int) -> None:
    camera = MapCamera(width=360, height=high)
    told = [
        "No item in view has coordinates.",
        "7 items name a place in words alone.",
        "Quay " * 40,
    ]
    assert not ink_beyond(
        camera, lambda painter: paint_legend(painter, camera, theme("light"), Layers(), told)
    )


def test_the_scale_says_where_it_holds_if_it_does_not_hold_everywhere() -> None:
    world = MapCamera(width=600, height=600).looking(0.5, 0.5, 600)
    assert bar_words(world, 5_000_000) == "5,000 km at 0°"
    assert bar_words(camera_at(60, 30, 4_000), 1_000_000) == "1,000 km at 60° N"
    assert bar_words(camera_at(-60, 30, 40_000), 100_000) == "100 km"


def test_names_of_lines_stand_beside_one_another_and_beside_labels() -> None:
    camera = MapCamera(width=300, height=200).looking(0.5, 0.5, 140)
    light, layers = theme("light"), Layers(form="dms")

    def painted(taken: Sequence[QRectF]) -> QImage:
        image = QImage(300, 200, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        paint_line_names(painter, camera, light, layers, taken)
        painter.end()
        return image

    blank = painted([QRectF(0, 0, 300, 200)])
    assert painted(()) != blank
    for wide in range(300, 200, -7):
        narrow = replace(camera, width=float(wide))
        assert not ink_beyond(
            narrow, lambda painter, at=narrow: paint_line_names(painter, at, light, layers)
        )
    spot = QRectF(80, 30, 40, 30)
    assert painted([spot]).copy(spot.toRect()) == blank.copy(spot.toRect())


def test_where_the_grid_ends_is_said_as_long_as_that_is_seen() -> None:
    grid, world = Layers(grid=True), MapCamera(width=600, height=600).looking(0.5, 0.5, 600)
    assert "84° N" in grid_words(world, grid)
    assert grid_words(world, Layers()) == ""
    assert grid_words(camera_at(50, 36, 1e6), grid) == ""
    assert "80° S" in grid_words(camera_at(-82, 36, 1e5), grid)


@given(st.sampled_from((84.9, 85.0)), LONS, st.integers(150, 900), st.integers(120, 600))
def test_what_lies_at_the_edge_of_the_world_has_room_for_its_sign(
    lat: float, lon: float, wide: int, high: int
) -> None:
    spots = np.array([spot_of(lat, lon), spot_of(-lat, lon)])
    camera = MapCamera(width=wide, height=high)
    camera = camera.fitted(np.concatenate([spots, spots], axis=1), 0.12 * min(wide, high))
    for each in (lat, -lat):
        x, y = camera.spot(each, lon)
        assert 10 <= x <= wide - 10
        assert 10 <= y <= high - 10 or camera.scale <= 120


# -- measuring ------------------------------------------------------------------------------------


def test_a_line_is_measured_leg_by_leg_and_in_all() -> None:
    ruler = Ruler()
    ruler.take(Measure.LINE)
    for lat, lon in ((0, 0), (0, 1), (1, 1)):
        ruler.press(Point(lat, lon))
    assert [each.words for each in ruler.stretches] == ["111.32 km · 90.0°", "110.57 km · 0.0°"]
    assert ruler.words == "In all 221.89 km"
    ruler.close()
    assert ruler.words.startswith("Around 378.79 km · area 6,154")
    told = ruler.told("decimal").split("\n")
    assert told[0] == "0, 0 to 0, 1: 111.32 km, initial bearing 90.0°"
    assert told[3] == "In all 378.79 km"
    assert len(told) == 6


def test_the_way_to_the_pointer_is_shown_until_the_line_is_done() -> None:
    ruler = Ruler()
    ruler.take(Measure.LINE)
    ruler.press(Point(0, 0))
    ruler.point_to(Point(0, 1))
    assert len(ruler.stretches) == 1
    ruler.press(Point(0, 1))
    ruler.finish()
    ruler.point_to(Point(5, 5))
    assert len(ruler.stretches) == 1
    ruler.press(Point(7, 7))
    assert ruler.points == [Point(7, 7)]


def test_a_step_back_takes_the_last_point_and_leaving_takes_all_and_then_the_ruler() -> None:
    ruler = Ruler()
    ruler.take(Measure.LINE)
    ended: list[bool] = []
    ruler.ended.connect(lambda: ended.append(True))
    for lon in (0, 1, 2):
        ruler.press(Point(0, lon))
    ruler.step_back()
    assert [each.lon for each in ruler.points] == [0, 1]
    ruler.leave()
    assert ruler.is_on
    assert ruler.points == []
    ruler.leave()
    assert not ruler.is_on
    assert ended == [True]


def test_an_area_across_the_edge_of_the_world_holds_what_is_in_it() -> None:
    ruler = Ruler()
    ruler.take(Measure.LINE)
    for lat, lon in ((-10, 178), (-10, -178), (10, -178), (10, 178)):
        ruler.press(Point(lat, lon))
    ruler.close()
    ring = ruler.ring()
    assert ring is not None
    assert np.ptp(ring[:, 0]) == pytest.approx(4 / 360, rel=1e-6)
    spots = np.array([spot_of(0, 179.5), spot_of(0, -179.5), spot_of(0, 0)])
    assert ruler.inside(spots[:, 0], spots[:, 1]).tolist() == [0, 1]


def test_a_circle_is_everywhere_as_far_away_as_it_was_drawn() -> None:
    ruler = Ruler()
    ruler.take(Measure.CIRCLE)
    ruler.press(Point(70, 179))
    ruler.press(Point(71, 179))
    assert ruler.is_done
    ring = ruler.circle()
    assert ring is not None
    assert np.abs(np.diff(ring[:, 0])).max() < 0.01
    assert ruler.words.startswith("Radius 111.57 km · area 39,0")
    assert ruler.told("decimal").startswith("Around 70, 179: Radius")
