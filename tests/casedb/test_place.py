"""Places: reading what people write, showing no more than is known, comparing honestly."""

from __future__ import annotations

import json
import math
from collections.abc import Callable

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from casedb.model.json_value import JsonValue
from casedb.model.place import (
    Box,
    CoordinateForm,
    Nearness,
    Place,
    PlaceNotUnderstood,
    Point,
    Polygon,
    Precision,
    Shape,
)
from casedb.model.places.mgrs import from_mgrs, to_mgrs

# Enough to find trouble; how long an example takes is no matter of these tests.
checked = settings(max_examples=60)

HOSTOMEL = Point(50.541771, 30.230175)


def place(shape: Shape, precision: Precision | None = None) -> Place:
    return Place(shape=shape, precision=precision)


def polygon(*corners: tuple[float, float]) -> Polygon:
    return Polygon(tuple(Point(lat, lon) for lat, lon in corners))


# --- strategies ----------------------------------------------------------------------------------

latitudes = st.floats(-90, 90)
longitudes = st.floats(-180, 180)
points = st.builds(Point, latitudes, longitudes)


@st.composite
def _boxes(draw: st.DrawFn) -> Box:
    south, north = sorted((draw(latitudes), draw(latitudes)))
    return Box(south, draw(longitudes), north, draw(longitudes))


@st.composite
def _polygons(draw: st.DrawFn) -> Polygon:
    lat, lon = draw(st.floats(-80, 70)), draw(st.floats(-180, 170))
    corners = st.builds(Point, st.floats(lat, lat + 10), st.floats(lon, lon + 10))
    return Polygon(tuple(draw(st.lists(corners, min_size=3, max_size=9, unique=True))))


boxes, polygons = _boxes(), _polygons()
shapes = points | boxes | polygons
precisions = st.none() | st.sampled_from(Precision)
placed = st.builds(Place, st.text(), shapes, precisions, st.text(), st.text())
places = placed | st.builds(Place, st.text(min_size=1).filter(str.strip))


# --- reading coordinates -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "50.541771, 30.230175",
        "  50.541771 , 30.230175 ",
        "50.541771,30.230175",
        "50.541771 30.230175",
        "50.541771\n30.230175",
        "50.541771; 30.230175",
        "50.541771 / 30.230175",
        "(50.541771, 30.230175)",
        "[50.541771, 30.230175]",
        "50.541771, 30.230175.",
        "+50.541771, +30.230175",
        "50.541771N 30.230175E",
        "50.541771 N, 30.230175 E",
        "50.541771 N 30.230175",
        "N50.541771 E30.230175",
        "N 50.541771, E 30.230175",
        "50.541771n 30.230175e",
        "50.541771° N, 30.230175° E",
        "50.541771°, 30.230175°",
        "50.541771 north 30.230175 east",
        "30.230175E 50.541771N",
        "GPS: 50.541771, 30.230175",
        "geo:50.541771,30.230175",
        "Coordinates 50.541771 N, 30.230175 E",
        "Координати: 50.541771, 30.230175 (WGS 84)",
        "50,541771; 30,230175",
        "50,541771 30,230175",
        "50,541771, 30,230175",
        "50,541771N 30,230175E",
        "lat 50.541771 lon 30.230175",
        "Lat: 50.541771, Long: 30.230175",
        "latitude=50.541771 longitude=30.230175",
        "lon 30.230175 lat 50.541771",
        "широта 50.541771 довгота 30.230175",
        "50.541771 Пн 30.230175 Сх",
        "50.541771 пн. ш. 30.230175 сх. д.",
        "50.541771 с.ш. 30.230175 в.д.",
        "50.541771 С 30.230175 В",
        "\u200e50.541771, 30.230175\u200e",
        "٥٠٫٥٤١٧٧١، ٣٠٫٢٣٠١٧٥",
        "５０.５４１７７１，３０.２３０１７５",
        "POINT(30.230175 50.541771)",
        "Point ( 30.230175  50.541771 )",
        "SRID=4326;POINT(30.230175 50.541771)",
    ],
)
def test_decimal_degrees_are_read(text: str) -> None:
    read = Place.parse(text)
    assert read == Place(shape=HOSTOMEL, stated=text.strip())


@pytest.mark.parametrize(
    "text",
    [
        "50°32'30.4\"N 30°13'48.6\"E",
        "50°32'30.4\"N, 30°13'48.6\"E",
        "50° 32' 30.4\" N 30° 13' 48.6\" E",
        "50°32′30.4″N 30°13′48.6″E",
        "50º32’30.4”N 30º13’48.6”E",
        "50°32'30.4''N 30°13'48.6''E",
        "50°32'30,4\"N 30°13'48,6\"E",
        "N50°32'30.4\" E30°13'48.6\"",
        "50°32'30.4\" 30°13'48.6\"",
        "+50°32'30.4\", +30°13'48.6\"",
        "30°13'48.6\"E 50°32'30.4\"N",
        "50 32 30.4 N 30 13 48.6 E",
        "N 50 32 30.4, E 30 13 48.6",
        "50 32 30.4, 30 13 48.6",
        "50 32 30.4 30 13 48.6",
        "50d32m30.4sN 30d13m48.6sE",
        "50d 32m 30.4s N 30d 13m 48.6s E",
        "50d 32m 30.4s 30d 13m 48.6s",
        "50 deg 32 min 30.4 sec N 30 deg 13 min 48.6 sec E",
        "50°32′30.4″ пн. ш. 30°13′48.6″ сх. д.",
        "lat 50°32'30.4\" lon 30°13'48.6\"",
    ],
)
def test_degrees_minutes_and_seconds_are_read(text: str) -> None:
    read = Place.parse(text)
    assert isinstance(read.shape, Point)
    assert read.shape.lat == pytest.approx(50 + 32 / 60 + 30.4 / 3600, abs=1e-12)
    assert read.shape.lon == pytest.approx(30 + 13 / 60 + 48.6 / 3600, abs=1e-12)
    assert read == Place(shape=read.shape, stated=text)


@pytest.mark.parametrize(
    "text",
    ["50°32.5'N 30°13.81'E", "50 32.5 N 30 13.81 E", "50°32,5′N 30°13,81′E", "50 32.5, 30 13.81"],
)
def test_degrees_and_minutes_are_read(text: str) -> None:
    read = Place.parse(text)
    assert isinstance(read.shape, Point)
    assert read.shape.lat == pytest.approx(50 + 32.5 / 60, abs=1e-12)
    assert read.shape.lon == pytest.approx(30 + 13.81 / 60, abs=1e-12)


@pytest.mark.parametrize(
    "text",
    [
        "-33.9, -70.6",
        "\u221233.9, \u221270.6",
        "33.9S 70.6W",
        "33.9s 70.6w",
        "S33.9 W70.6",
        "33°54'S 70°36'W",
        "-33°54' -70°36'",
        "33.9 Пд 70.6 Зх",
        "33.9 ю.ш. 70.6 з.д.",
        "70.6W 33.9S",
    ],
)
def test_south_and_west_are_negative(text: str) -> None:
    shape = Place.parse(text).shape
    assert isinstance(shape, Point)
    assert (shape.lat, shape.lon) == (pytest.approx(-33.9), pytest.approx(-70.6))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "Nothing was given"),
        (" \n\t", "Nothing was given"),
        ("91.0, 200.0", "Latitude 91 is outside"),
        ("130.5, 50.25", "may be swapped, then it would be 50.25, 130.5"),
        ("50.5, 200.5", "Longitude 200.5 is outside"),
        ("Kharkiv (91.0, 200.0)", "Latitude 91"),
        ("POINT(30 91)", "Latitude 91"),
        ("50,541771", "Longitude 541771"),
        ("50°61'N", "below 60, not 61"),
        ("50°61'N 30°E", "below 60, not 61"),
        ("50°30'60\"N 30°E", "below 60, not 60"),
        ("50 61 0 30 0 0", "cannot be read"),
        ("50°32'N", "Only one coordinate"),
        ("50°32", "Only one coordinate"),
        ("12.5", "Only one coordinate"),
        ("12.5 N", "Only one coordinate"),
        ("50N 60N", "same direction"),
        ("lat 50 lat 60", "same direction"),
        ("lat 50.5E 30.5N", "cannot be read"),
        ("-33.9 S 151.2 E", "cannot be read"),
        ("50.5.5, 30.2.2", "cannot be read"),
        ("50.5°32'N 30°E", "cannot be read"),
        ("West 24.5551, -81.7800", "cannot be read"),
        ("1.5, 2.5, 3.5", "cannot be read"),
        ("50.5 - 30.2", "cannot be read"),
        ("50.5–30.2", "cannot be read"),
        ("50.5 30.2 150 m", "cannot be read"),
        ("Sumska 5, 49.9935, 36.2304", "cannot be read"),
        ("at 36U UB 03749 02533 near Hostomel", "in between other words"),
        ("50 30 30 20", "more than one way"),
        ("50.1,30.1,50.2,30.2", "box in more than one order"),
        ("50,1,30,1", "box in more than one order"),
        ("S 50.1 N 50.2 W 30.1 E 30.2", "box in more than one order"),
        ("S50.1..N50.2 W30.1..E30.2", "half of the globe"),
        ("50.1..50.2", "south..north, west..east"),
        ("50.2..50.1, 30.1..30.2", "exchange the two"),
        ("50.1..50.2, 30.2..30.1", "western edge before"),
        ("30.1..30.2 E 50.1..50.2 N", "cannot be read"),
        ("30.1E..30.2E 50.1N..50.2N", "latitudes first"),
        ("south=50 north=51 west=30", "each of south, west, north and east"),
        ("s=50 n=51 w=30 w=31", "each of south, west, north and east"),
        ("36U UA 123", "this one has 3"),
        ("36U AB 12 34", "no MGRS square AB"),
        ("61U UA 12 34", "zone 61"),
        ("36U UB O3749 02533", "zone, three letters"),
        ("36U UA..35U LB", "western edge before"),
        ("50°61'N near Kyiv", "below 60, not 61"),
        ("50°32'N, Kyiv", "Only one coordinate"),
        ("50-32-30N 30-13-48E", "cannot be read"),
        ("36U UB..36U UA..36U UB", "south-western square"),
        ("36U UB..36U UA", "south-western square"),
        ("near 50.5412, 30.2301 in Hostomel", "in between other words"),
        ("from 50.541, 30.231 to 51.541, 31.231", "in between other words"),
        ("50.5412N 30.2301E (36U UB 03749 02533)", "coordinates twice"),
        ("POINT(30.2, 50.5)", "a space before the latitude"),
        ("POINT(1 2 3)", "a space before the latitude"),
        ("POINT Z (1 2 3)", "no Z or M"),
        ("POINT()", "a space before the latitude"),
        ("SRID=3857;POINT(1 2)", "not SRID 3857"),
        ("LINESTRING(30 10, 10 30)", "only POINT, BOX and a POLYGON"),
        ("POLYGON((0 0, 1 1))", "at least three"),
        ("POLYGON((0 0, 1 1, 2 0), (0 0, 1 1, 2 0))", "POLYGON with one ring"),
        ("BOX(1 2)", "only POINT, BOX"),
        ("1, 1; 2, 2; 1, 1", "at least three"),
    ],
)
def test_coordinates_that_cannot_be_read_are_refused(text: str, words: str) -> None:
    with pytest.raises(PlaceNotUnderstood, match=words) as caught:
        Place.parse(text)
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize(
    "text",
    [
        "Kharkiv, Ukraine",
        "Харків",
        "하르키우",
        "5 km north of Irpin",
        "Block 5, 12",
        "Sumska St 12, 14",
        "12/14",
        "7-11",
        "12 - 14 Main Street",
        "2022-03-19",
        "Hill 402",
        "Hill 112.5",
        "402",
        "E40",
        "E 95",
        "M4",
        "4 m",
        "Point Barrow",
        "Polygon Wood",
        "Box Hill",
        "Flight BAW 1234",
        "BAW1234",
        "YAK 40",
        "21 Gun 22",
        "36UAB",
        "5 km",
        "Kharkiv (Ukraine)",
        "Building (2)",
        "West Bank",
        "St. John's",
        "Latakia",
        "Site 3.5, 4.2 km north",
        "Flats 112.5, 30.2",
        "Flats 12.5, 230.2",
        "Block 5 42.2, 130.3",
        "Sumska St 12,5, 13,5",
        "\u202eKyiv\x07",
    ],
)
def test_text_without_coordinates_is_a_name(text: str) -> None:
    assert Place.parse(text) == Place(name=text)


@pytest.mark.parametrize(
    ("text", "name", "stated"),
    [
        ("Kharkiv (49.99, 36.23)", "Kharkiv", "49.99, 36.23"),
        ("Kharkiv [49.99, 36.23]", "Kharkiv", "49.99, 36.23"),
        ("Kharkiv (old town) (49.99, 36.23)", "Kharkiv (old town)", "49.99, 36.23"),
        ("Kharkiv (N49.99 E36.23)", "Kharkiv", "N49.99 E36.23"),
        ("Kharkiv 49.99, 36.23", "Kharkiv", "49.99, 36.23"),
        ("Kharkiv: 49.990 36.230", "Kharkiv", "49.990 36.230"),
        ("Kharkiv, N 49.99 E 36.23", "Kharkiv", "N 49.99 E 36.23"),
        ("Харків 49°59′24″ пн. ш. 36°13′48″ сх. д.", "Харків", "49°59′24″ пн. ш. 36°13′48″ сх. д."),
        ("49.99N 36.23E, Kharkiv", "Kharkiv", "49.99N 36.23E"),
        ("49.99, 36.23 – Kharkiv", "Kharkiv", "49.99, 36.23"),
        ("49.99, 36.23 (Kharkiv)", "Kharkiv", "49.99, 36.23"),
    ],
)
def test_a_name_may_stand_beside_coordinates(text: str, name: str, stated: str) -> None:
    read = Place.parse(text)
    assert (read.name, read.stated) == (name, stated)
    assert isinstance(read.shape, Point)
    assert (read.shape.lat, read.shape.lon) == (pytest.approx(49.99), pytest.approx(36.23))


@pytest.mark.parametrize(
    ("text", "name", "point"),
    [
        ("Rajin 42.2, 130.3", "Rajin", Point(42.2, 130.3)),
        ("Порт Раджин 42.25,130.3.", "Порт Раджин", Point(42.25, 130.3)),
        ("Punta Arenas, -53.2, -70.9", "Punta Arenas", Point(-53.2, -70.9)),
        ("Pier 7, Rajin: \u221242.2, 130.3", "Pier 7, Rajin", Point(-42.2, 130.3)),
    ],
)
def test_coarse_coordinates_may_end_a_name(text: str, name: str, point: Point) -> None:
    read = Place.parse(text)
    assert (read.name, read.shape) == (name, point)


def test_a_direction_in_a_name_is_not_taken_for_a_hemisphere() -> None:
    read = Place.parse("Key West 24.5551, -81.7800")
    assert (read.name, read.shape) == ("Key West", Point(24.5551, -81.78))


def test_what_the_source_wrote_is_kept_to_the_letter() -> None:
    text = "~\u221233.90000, 151.20000"
    assert Place.parse(text) == Place(shape=Point(-33.9, 151.2), stated=text)


def test_a_leading_point_is_no_full_stop() -> None:
    assert Place.parse(".5, -.25").shape == Point(0.5, -0.25)


def test_very_long_text_is_refused() -> None:
    with pytest.raises(PlaceNotUnderstood, match="100000 characters"):
        Place.parse("x" * 100_000)


def test_a_long_outline_is_read() -> None:
    corners = ", ".join(
        f"{math.cos(each / 500):.9f} {math.sin(each / 500):.9f}" for each in range(3000)
    )
    shape = Place.parse(f"POLYGON(({corners}))").shape
    assert isinstance(shape, Polygon)
    assert len(shape.points) == 3000


# --- reading MGRS --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("36U UA 12345 67890", Precision.TEN_METRES),
        ("36UUA1234567890", Precision.TEN_METRES),
        ("36uua1234567890", Precision.TEN_METRES),
        ("MGRS 36U UA 1234 6789", Precision.TEN_METRES),
        ("MGRS: 36UUA12346789", Precision.TEN_METRES),
        ("36U UA 123 678", Precision.HUNDRED_METRES),
        ("36U UA 12 67", Precision.ONE_KILOMETRE),
        ("36U UA 1 6", Precision.REGION),
        ("36U UA", Precision.REGION),
        ("36UUA", Precision.REGION),
        ("4Q FJ 12 34", Precision.ONE_KILOMETRE),
        ("Z AH 12345 67890", Precision.TEN_METRES),
        ("ZAH1234567890", Precision.TEN_METRES),
        ("mgrs zah", Precision.REGION),
    ],
)
def test_an_mgrs_reference_is_a_cell(text: str, precision: Precision) -> None:
    reference = text.upper().removeprefix("MGRS").strip(": ")
    hull = from_mgrs(reference).hull
    assert Place.parse(text) == Place(shape=hull, precision=precision, stated=text)


@pytest.mark.parametrize(
    "text",
    [
        "Hostomel 36U UB 03749 02533",
        "Hostomel (36UUB0374902533)",
        "Hostomel, MGRS 36UUB0374902533",
        "36UUB0374902533 Hostomel",
    ],
)
def test_an_mgrs_reference_may_stand_beside_a_name(text: str) -> None:
    read = Place.parse(text)
    assert read.name == "Hostomel"
    assert read.shape == from_mgrs("36UUB0374902533").hull
    assert read.show(CoordinateForm.MGRS) == "Hostomel (36U UB 0374 0253)"


def test_two_squares_span_an_area() -> None:
    read = Place.parse("36U UA..36U VB")
    first, last = from_mgrs("36UUA").hull, from_mgrs("36UVB").hull
    assert read.shape == Box(first.south, first.west, last.north, last.east)
    assert read.precision is Precision.REGION


# --- reading areas -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "50.1..50.2, 30.1..30.2",
        "50.1..50.2 30.1..30.2",
        "50.1…50.2, 30.1…30.2",
        "50.1..50.2 N 30.1..30.2 E",
        "50.1..50.2N, 30.1..30.2E",
        "N50.1..50.2 E30.1..30.2",
        "50.1N..50.2N 30.1E..30.2E",
        "50°06'N..50°12'N 30°06'E..30°12'E",
        "south=50.1 west=30.1 north=50.2 east=30.2",
        "N: 50.2, S: 50.1, W: 30.1, E: 30.2",
        "south 50.1, north 50.2, west 30.1, east 30.2",
        "BOX(30.1 50.1,30.2 50.2)",
    ],
)
def test_boxes_are_read(text: str) -> None:
    assert Place.parse(text) == Place(shape=Box(50.1, 30.1, 50.2, 30.2), stated=text)


@pytest.mark.parametrize(
    ("text", "box"),
    [
        ("10..20, 179..-179", Box(10, 179, 20, -179)),
        ("10S..20N 179E..179W", Box(-10, 179, 20, -179)),
        ("20..10 S, 40..30 W", Box(-20, -40, -10, -30)),
        ("-90..90, -180..180", Box(-90, -180, 90, 180)),
    ],
)
def test_boxes_in_other_quarters_are_read(text: str, box: Box) -> None:
    assert Place.parse(text).shape == box


@pytest.mark.parametrize(
    "text",
    [
        "POLYGON((30 50, 31 50, 31 51, 30 50))",
        "polygon ((30.0 50.0,31.0 50.0,31.0 51.0))",
        "50, 30; 50, 31; 51, 31",
        "50N 30E; 50N 31E; 51N 31E; 50N 30E",
    ],
)
def test_polygons_are_read(text: str) -> None:
    assert Place.parse(text) == Place(shape=polygon((50, 30), (50, 31), (51, 31)), stated=text)


# --- any text ------------------------------------------------------------------------------------

WORDS = "50.5|30.25|..|lat |lon |36U UA |POINT(|POLYGON((|BOX(|south=|MGRS|north |пн. ш."
FRAGMENTS = st.sampled_from([*"0123456789.,;:/°'\"-+()[] NSEWnsewdmс\u2212٣ſ", *WORDS.split("|")])


@checked
@given(st.text() | st.lists(FRAGMENTS, max_size=30).map("".join))
@example("\ud800")
@example("\x00")
@example("9" * 5000)
@example("9" * 3000 + ", 1")
@example("POINT(" + "9" * 5000 + " 1)")
@example("ſ=1 n=2 w=3 e=4")
@example("1.5ſ 2.5E")
@example("POINT" + " " * 100_000)
@example("(" * 100_000)
@example("1 " * 1999)
@example("50.123, 30.123 x " * 200)
def test_any_text_is_a_place_or_is_refused(text: str) -> None:
    try:
        read = Place.parse(text)
    except PlaceNotUnderstood as trouble:
        assert len(str(trouble)) < 250
        return
    assert read.name or read.stated
    assert all(read.show(form) for form in CoordinateForm)
    assert read.show_short()
    assert Place.from_json(read.to_json()) == read


# --- showing -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("precision", "decimal", "dms", "mgrs"),
    [
        (None, "50.541771, 30.230175", "50°32'30.376\"N 30°13'48.63\"E", "36U UB 03749 02533"),
        (
            Precision.TEN_METRES,
            "50.54177, 30.23018",
            "50°32'30.4\"N 30°13'48.6\"E",
            "36U UB 0374 0253",
        ),
        (Precision.HUNDRED_METRES, "50.5418, 30.2302", "50°32'30\"N 30°13'49\"E", "36U UB 037 025"),
        (Precision.ONE_KILOMETRE, "50.542, 30.230", "50°32.5'N 30°13.8'E", "36U UB 03 02"),
        (Precision.REGION, "50.5, 30.2", "50°33'N 30°14'E", "36U UB"),
    ],
)
def test_no_more_is_shown_than_is_known(
    precision: Precision | None, decimal: str, dms: str, mgrs: str
) -> None:
    shown = place(HOSTOMEL, precision)
    assert shown.show() == decimal
    assert shown.show(CoordinateForm.DMS) == dms
    assert shown.show(CoordinateForm.MGRS) == mgrs


@pytest.mark.parametrize(
    ("shape", "decimal", "dms"),
    [
        (Point(0.0, -0.0), "0, 0", "0°00'00\"N 0°00'00\"E"),
        (Point(-1e-9, 1e-300), "0, 0", "0°00'00\"N 0°00'00\"E"),
        (Point(-90, -180), "-90, -180", "90°00'00\"S 180°00'00\"W"),
        (Point(1.99999999, 9.99999999), "2, 10", "2°00'00\"N 10°00'00\"E"),
        (Point(-0.5, 100.25), "-0.5, 100.25", "0°30'00\"S 100°15'00\"E"),
        (
            Box(10, 179, 20, -179),
            "10..20, 179..-179",
            "10°00'00\"N..20°00'00\"N 179°00'00\"E..179°00'00\"W",
        ),
    ],
)
def test_signs_and_carries_are_shown_plainly(shape: Shape, decimal: str, dms: str) -> None:
    assert place(shape).show() == decimal
    assert place(shape).show(CoordinateForm.DMS) == dms


def test_a_name_is_shown_first() -> None:
    kharkiv = Place("Kharkiv", Point(49.99, 36.23))
    assert kharkiv.show() == "Kharkiv (49.99, 36.23)"
    assert kharkiv.show_short() == "Kharkiv"
    assert Place("Kharkiv").show(CoordinateForm.MGRS) == "Kharkiv"


def test_without_a_name_a_card_shows_a_short_centre() -> None:
    assert place(HOSTOMEL).show_short() == "50.542, 30.230"
    assert place(HOSTOMEL, Precision.REGION).show_short() == "50.5, 30.2"
    assert place(Box(50, 30, 51, 31)).show_short() == "50.500, 30.500"


def test_coordinates_nobody_could_read_are_shown_as_stated() -> None:
    illegible = Place(stated="50°3?'N 30°1?'E")
    assert illegible.show() == illegible.show_short() == "50°3?'N 30°1?'E"


def test_areas_are_shown_whole() -> None:
    box = place(Box(50.13, 30.11, 50.17, 30.19), Precision.REGION)
    assert box.show() == "50.1..50.2, 30.1..30.2"
    corners = place(polygon((50, 30), (50, 31), (51, 31)), Precision.ONE_KILOMETRE)
    assert corners.show() == "50.000, 30.000; 50.000, 31.000; 51.000, 31.000"
    assert corners.show(CoordinateForm.MGRS) == "36U UA"
    assert place(Box(44, 22, 53, 41)).show(CoordinateForm.MGRS) == "34T EP..37U FU"


@pytest.mark.parametrize("digits", range(6))
def test_a_cell_is_shown_by_its_reference(digits: int) -> None:
    """At 10 km the class is already a region, which is shown by its 100 km square."""
    reference = to_mgrs(HOSTOMEL, digits, spaced=True)
    shown = Place.parse(reference).show(CoordinateForm.MGRS)
    assert shown == to_mgrs(HOSTOMEL, {1: 0, 5: 4}.get(digits, digits), spaced=True)


DECIMAL_STEP = {
    None: 1e-6,
    Precision.TEN_METRES: 1e-5,
    Precision.HUNDRED_METRES: 1e-4,
    Precision.ONE_KILOMETRE: 1e-3,
    Precision.REGION: 0.1,
}
DMS_STEP = {
    None: 0.001 / 3600,
    Precision.TEN_METRES: 0.1 / 3600,
    Precision.HUNDRED_METRES: 1 / 3600,
    Precision.ONE_KILOMETRE: 0.1 / 60,
    Precision.REGION: 1 / 60,
}


@checked
@given(points, precisions)
def test_points_are_read_back_as_shown(point: Point, precision: Precision | None) -> None:
    shown = place(point, precision)
    for form, steps in ((CoordinateForm.DECIMAL, DECIMAL_STEP), (CoordinateForm.DMS, DMS_STEP)):
        back = Place.parse(shown.show(form)).shape
        assert isinstance(back, Point)
        assert back.lat == pytest.approx(point.lat, abs=0.5 * steps[precision] + 1e-9)
        assert back.lon == pytest.approx(point.lon, abs=0.5 * steps[precision] + 1e-9)


@checked
@given(points, precisions)
def test_a_point_lies_in_the_cell_that_is_shown_for_it(
    point: Point, precision: Precision | None
) -> None:
    # Within 100 m of a pole, a nanometre on the grid is a noticeable angle.
    assume(abs(point.lat) < 89.999 or abs(point.lat) == 90)
    shown = place(point, precision).show(CoordinateForm.MGRS)
    assert Place.parse(f"MGRS {shown}").contains(place(point))


@checked
@given(boxes, precisions, st.sampled_from([CoordinateForm.DECIMAL, CoordinateForm.DMS]))
def test_boxes_are_rounded_outwards(
    box: Box, precision: Precision | None, form: CoordinateForm
) -> None:
    assume(box.west <= box.east or box.width < 179)
    back = Place.parse(place(box, precision).show(form))
    assert back.contains(place(box))


@checked
@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzабвгґї ", min_size=1), points)
def test_names_are_read_back_with_their_coordinates(name: str, point: Point) -> None:
    name = name.strip()
    assume(name and name not in ("point", "box", "polygon"))
    assert Place.parse(Place(name, point).show()).name == name


# --- geometry ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("shape", "lat", "lon"),
    [
        (Point(1, 2), 1, 2),
        (Box(10, 20, 20, 40), 15, 30),
        (Box(10, 170, 20, -170), 15, 180),
        (Box(10, 179, 20, -175), 15, -178),
        (polygon((0, 0), (0, 3), (3, 0)), 1, 1),
        (polygon((0, 179), (0, -178), (3, 179)), 1, 180),
        (polygon((0, 0), (0, 4), (1, 4), (1, 1), (4, 1), (4, 0)), 19 / 14, 19 / 14),
        (polygon((0, 0), (1, 1), (0, 2), (1, 3)), 0.5, 1.5),
        (polygon((0, 0), (1, 1), (2, 2)), 1, 1),
        (polygon((-90, -180), (-90, 180), (90, 180), (90, -180)), 0, 0),
    ],
)
def test_the_centre(shape: Shape, lat: float, lon: float) -> None:
    centre = place(shape).centre
    assert centre is not None
    assert centre.lat == pytest.approx(lat)
    assert math.remainder(centre.lon - lon, 360) == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize(
    ("shape", "bounds"),
    [
        (Point(1, 2), Box(1, 2, 1, 2)),
        (Box(10, 170, 20, -170), Box(10, 170, 20, -170)),
        (polygon((0, 0), (0, 3), (3, 0)), Box(0, 0, 3, 3)),
        (polygon((0, 179), (0, -178), (3, 179)), Box(0, 179, 3, -178)),
        (polygon((0, -178), (3, 179), (0, 179)), Box(0, 179, 3, -178)),
        (polygon((0, 180), (1, -179), (2, -180)), Box(0, 180, 2, -179)),
        (polygon((-90, -180), (-90, 180), (90, 180), (90, -180)), Box(-90, -180, 90, 180)),
    ],
)
def test_the_bounds(shape: Shape, bounds: Box) -> None:
    assert place(shape).bounds == bounds


def test_a_name_alone_has_no_geometry() -> None:
    named = Place("Kharkiv")
    assert (named.centre, named.bounds, named.to_wkt()) == (None, None, None)
    assert named.contains(place(HOSTOMEL)) is None
    assert place(HOSTOMEL).contains(named) is None
    assert named.distance_to(place(HOSTOMEL)) is None


NOTCHED = polygon((0, 0), (0, 10), (10, 10), (10, 6), (5, 6), (5, 4), (10, 4), (10, 0))


@pytest.mark.parametrize(
    ("outer", "inner", "answer"),
    [
        (Box(0, 0, 10, 10), Point(5, 5), True),
        (Box(0, 0, 10, 10), Point(10, 10), True),
        (Box(0, 0, 10, 10), Point(10.001, 5), False),
        (Box(0, 0, 10, 10), Point(5, -0.001), False),
        (Box(0, 170, 10, -170), Point(5, 180), True),
        (Box(0, 170, 10, -170), Point(5, -180), True),
        (Box(0, 170, 10, -170), Point(5, 0), False),
        (Box(0, 170, 10, 180), Point(5, -180), True),
        (Box(0, 0, 10, 10), Box(1, 1, 9, 9), True),
        (Box(0, 0, 10, 10), Box(1, 1, 9, 11), False),
        (Box(0, 170, 10, -170), Box(1, 175, 9, -175), True),
        (Box(0, 170, 10, -170), Box(1, -175, 9, 175), False),
        (Box(-90, -180, 90, 180), Box(1, 175, 9, -175), True),
        (Box(80, 10, 90, 20), Point(90, 100), True),
        (Box(80, 10, 89, 20), Point(90, 15), False),
        (Box(-90, 10, -80, 20), Point(-90, 100), True),
        (Box(-89, 10, -80, 20), Point(-90, 15), False),
        (Point(5, 5), Point(5, 5), True),
        (Point(5, 180), Point(5, -180), True),
        (Point(5, 5), Point(5, 5.001), False),
        (Point(5, 5), Box(0, 0, 10, 10), False),
        (NOTCHED, Point(1, 5), True),
        (NOTCHED, Point(7, 5), False),
        (NOTCHED, Point(7, 4), True),
        (NOTCHED, Box(1, 1, 4, 9), True),
        (NOTCHED, Box(1, 1, 6, 9), False),
        (NOTCHED, NOTCHED, True),
        (NOTCHED, polygon((10, 0), (10, 10), (0, 5)), False),
        (NOTCHED, polygon((10, 1), (10, 3), (0, 5)), True),
        (NOTCHED, polygon((9, 1), (9, 6.5), (1, 5)), False),
        (polygon((0, 179), (0, -178), (3, 179)), Point(0.5, -179.5), True),
        (polygon((0, 179), (0, -178), (3, 179)), Point(2.5, -179), False),
        (polygon((0, 179), (0, -178), (3, 179)), Box(0.1, 179.5, 0.2, -179.5), True),
        (polygon((0, 0), (0, 3), (3, 0)), polygon((0, 0), (0, 1), (1, 0)), True),
    ],
)
def test_what_lies_within(outer: Shape, inner: Shape, answer: bool) -> None:
    assert place(outer).contains(place(inner)) is answer


@checked
@given(shapes)
def test_every_shape_lies_within_itself_and_its_bounds(shape: Shape) -> None:
    whole = place(shape)
    assert whole.contains(whole)
    assert whole.bounds is not None
    assert place(whole.bounds).contains(whole)
    assert whole.centre is not None
    assert place(whole.bounds).contains(place(whole.centre))


@pytest.mark.parametrize(
    ("here", "there", "metres"),
    [
        (Point(0, 0), Point(0, 0), 0),
        (Point(0, 0), Point(0, 180), math.pi * 6_371_008.8),
        (Point(90, 5), Point(-90, 70), math.pi * 6_371_008.8),
        (Point(0, 179.5), Point(0, -179.5), math.radians(1) * 6_371_008.8),
        (Point(50, 30), Point(51, 30), math.radians(1) * 6_371_008.8),
        (Point(50.45, 30.5233), Point(49.9935, 36.2304), 408_900),
    ],
)
def test_the_distance_is_that_of_a_great_circle(here: Point, there: Point, metres: float) -> None:
    assert place(here).distance_to(place(there)) == pytest.approx(metres, rel=2e-3)


def north_of(metres: float) -> Point:
    return Point(HOSTOMEL.lat + math.degrees(metres / 6_371_008.8), HOSTOMEL.lon)


@pytest.mark.parametrize(
    ("here", "metres", "there", "nearness"),
    [
        (Precision.TEN_METRES, 9, Precision.TEN_METRES, Nearness.SAME),
        (Precision.TEN_METRES, 11, Precision.TEN_METRES, Nearness.MAYBE),
        (Precision.TEN_METRES, 19, Precision.TEN_METRES, Nearness.MAYBE),
        (Precision.TEN_METRES, 21, Precision.TEN_METRES, Nearness.APART),
        (Precision.TEN_METRES, 9, Precision.HUNDRED_METRES, Nearness.SAME),
        (Precision.TEN_METRES, 109, Precision.HUNDRED_METRES, Nearness.MAYBE),
        (Precision.TEN_METRES, 111, Precision.HUNDRED_METRES, Nearness.APART),
        (Precision.TEN_METRES, 0, Precision.ONE_KILOMETRE, Nearness.MAYBE),
        (Precision.ONE_KILOMETRE, 900, Precision.ONE_KILOMETRE, Nearness.SAME),
        (Precision.ONE_KILOMETRE, 40_000, Precision.REGION, Nearness.MAYBE),
        (Precision.ONE_KILOMETRE, 51_001, Precision.REGION, Nearness.APART),
        (Precision.ONE_KILOMETRE, 0, Precision.REGION, Nearness.MAYBE),
        (Precision.REGION, 900, Precision.REGION, Nearness.SAME),
        (Precision.REGION, 1_100, Precision.REGION, Nearness.MAYBE),
        (Precision.REGION, 99_000, Precision.REGION, Nearness.MAYBE),
        (Precision.REGION, 100_001, Precision.REGION, Nearness.APART),
        (None, 0, None, Nearness.SAME),
        (None, 9, None, Nearness.SAME),
        (None, 11, None, Nearness.MAYBE),
        (None, 1_900, None, Nearness.MAYBE),
        (None, 2_001, None, Nearness.APART),
        (None, 0, Precision.ONE_KILOMETRE, Nearness.MAYBE),
    ],
)
def test_places_match_as_far_as_their_precision_allows(
    here: Precision | None, metres: float, there: Precision | None, nearness: Nearness
) -> None:
    one, other = place(HOSTOMEL, here), place(north_of(metres), there)
    assert one.matches(other) is nearness
    assert other.matches(one) is nearness


def test_areas_match_by_their_size() -> None:
    town = place(Box(50.5, 30.2, 50.6, 30.3), Precision.HUNDRED_METRES)
    assert town.matches(town) is Nearness.SAME
    assert town.matches(place(Point(50.599, 30.299), Precision.TEN_METRES)) is Nearness.MAYBE
    assert town.matches(place(Point(50.55, 30.25), Precision.HUNDRED_METRES)) is Nearness.MAYBE
    assert town.matches(place(Point(50.7, 30.25), Precision.TEN_METRES)) is Nearness.APART
    cell = Place.parse("36U UB 0374 0253")
    assert cell.matches(place(HOSTOMEL, Precision.TEN_METRES)) is Nearness.SAME


def test_names_alone_decide_nothing() -> None:
    assert Place("Kyiv").matches(Place("Kyiv")) is Nearness.MAYBE
    assert Place("Kyiv").matches(Place("Lima")) is Nearness.MAYBE
    assert Place("Kyiv").matches(place(HOSTOMEL)) is Nearness.MAYBE


@checked
@given(placed, placed)
def test_matching_has_no_direction(one: Place, other: Place) -> None:
    assert one.matches(other) is other.matches(one)
    assert one.matches(one) is Nearness.SAME


@pytest.mark.parametrize(
    ("corners", "words"),
    [
        ([(0, 0), (1, 1)], "three different"),
        ([(0, 0), (1, 1), (0, 0), (1, 1)], "three different"),
        ([(0, 0), (0, 1), (1, 1), (0, 0)], "leave it out"),
        ([(70, -120), (70, 0), (70, 120)], "around a pole"),
    ],
)
def test_polygons_that_cannot_be_are_refused(
    corners: list[tuple[float, float]], words: str
) -> None:
    with pytest.raises(PlaceNotUnderstood, match=words):
        polygon(*corners)


# --- JSON and well-known text --------------------------------------------------------------------


def test_the_json_of_a_place() -> None:
    known = Place("Hostomel", HOSTOMEL, Precision.TEN_METRES, "matched roofs", "50.541771 N")
    assert known.to_json() == {
        "name": "Hostomel",
        "geometry": {"type": "Point", "coordinates": [30.230175, 50.541771]},
        "precision": "10 m",
        "method": "matched roofs",
        "stated": "50.541771 N",
    }
    assert place(Box(10, 179, 20, -179)).to_json() == {
        "name": "",
        "geometry": None,
        "bbox": [179, 10, -179, 20],
        "precision": None,
        "method": "",
        "stated": "",
    }
    assert place(polygon((50, 30), (50, 31), (51, 31))).to_json()["geometry"] == {
        "type": "Polygon",
        "coordinates": [[[30, 50], [31, 50], [31, 51], [30, 50]]],
    }


@checked
@given(places)
def test_json_keeps_all_of_a_place(known: Place) -> None:
    assert Place.from_json(known.to_json()) == known
    assert Place.from_json(json.loads(json.dumps(known.to_json(), allow_nan=False))) == known


@checked
@given(shapes)
def test_well_known_text_keeps_all_of_a_shape(shape: Shape) -> None:
    text = place(shape).to_wkt()
    assert text is not None
    assert Place.parse(text) == Place(shape=shape, stated=text)


@pytest.mark.parametrize(
    ("value", "shape"),
    [
        ({"type": "Point", "coordinates": [30, 50]}, Point(50, 30)),
        ({"type": "Point", "coordinates": [30, 50, 120.5]}, Point(50, 30)),
        ({"geometry": {"type": "Point", "coordinates": (30, 50)}}, Point(50, 30)),
        ({"bbox": [30, 50, 31, 51]}, Box(50, 30, 51, 31)),
        ({"bbox": [30, 50, 0, 31, 51, 9], "name": "x"}, Box(50, 30, 51, 31)),
        ({"geometry": None, "bbox": [179, 50, -179, 51]}, Box(50, 179, 51, -179)),
        (
            {"bbox": [0, 0, 1, 1], "geometry": {"type": "Point", "coordinates": [30, 50]}},
            Point(50, 30),
        ),
    ],
)
def test_json_of_others_is_read(value: dict[str, object], shape: Shape) -> None:
    assert Place.from_json(value).shape == shape


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ({}, "needs a name or coordinates"),
        ({"name": " "}, "needs a name or coordinates"),
        ({"name": 5}, "name of a place must be text"),
        ({"name": None}, "name of a place must be text"),
        ({"name": "x", "stated": ["y"]}, "stated of a place must be text"),
        ({"name": "x", "precision": "5 m"}, "precision"),
        ({"name": "x", "precision": 10}, "precision"),
        ({"name": "x", "precision": ["10 m"]}, "precision"),
        ({"name": "x", "altitude": 5}, "may only have name"),
        ({"name": "x", 5: 5}, "may only have name"),
        ({"name": "x", "geometry": "POINT(1 2)"}, "must be an object"),
        ({"name": "x", "geometry": {}}, "must be lists"),
        (
            {"name": "x", "geometry": {"type": "Point", "coordinates": [1]}},
            "longitude and latitude",
        ),
        ({"type": "Point", "coordinates": [30, 91]}, "Latitude 91"),
        ({"type": "Point", "coordinates": [True, 5]}, "must be numbers"),
        ({"type": "Point", "coordinates": ["1", "2"]}, "must be numbers"),
        ({"type": "Point", "coordinates": [10**400, 5]}, "too large"),
        ({"type": "Point", "coordinates": [math.nan, 5]}, "finite"),
        ({"type": "Point", "coordinates": "12"}, "must be lists"),
        ({"type": "Point", "coordinates": [1, 2], "crs": "x"}, "may only have type"),
        ({"type": "LineString", "coordinates": [[1, 2], [3, 4]]}, "Point or a Polygon"),
        ({"type": "Polygon", "coordinates": []}, "Point or a Polygon"),
        ({"type": "Polygon", "coordinates": [[[0, 0], [1, 1], [0, 0]]]}, "four positions"),
        ({"type": "Polygon", "coordinates": [[[0, 0], [1, 1], [1, 0], [0, 1]]]}, "four positions"),
        ({"bbox": [1, 2, 3]}, "west, south, east"),
        ({"bbox": 7}, "must be lists"),
        ({"bbox": [0, 10, 1, 5]}, "exchange"),
    ],
)
def test_odd_json_is_refused(value: dict[str, object], words: str) -> None:
    with pytest.raises(PlaceNotUnderstood, match=words):
        Place.from_json(value)


@pytest.mark.parametrize("value", [None, 5, "x", ["name"], [("name", "x")]])
def test_json_that_is_no_object_is_refused(value: object) -> None:
    from_json: Callable[[object], Place] = Place.from_json  # pyright: ignore[reportAssignmentType]
    with pytest.raises(PlaceNotUnderstood, match="must be an object"):
        from_json(value)


numbers = st.integers(-200, 200) | st.floats() | st.integers()
json_values = st.recursive(
    st.none() | st.booleans() | numbers | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=5)
        | st.dictionaries(st.sampled_from(["type", "coordinates", "bbox", "x"]), inner, max_size=3)
    ),
    max_leaves=12,
)
geometries = st.fixed_dictionaries(
    {"type": st.sampled_from(["Point", "Polygon"])},
    optional={"coordinates": st.lists(st.lists(numbers | json_values, max_size=4) | numbers)},
)


@checked
@given(
    st.dictionaries(st.text(max_size=3), json_values, max_size=3)
    | st.fixed_dictionaries(
        {"name": st.just("x")},
        optional={
            "geometry": geometries | json_values,
            "bbox": st.lists(numbers, max_size=6) | json_values,
            "precision": st.sampled_from(["10 m", "region"]) | json_values,
            "stated": json_values,
        },
    )
)
def test_any_json_is_a_place_or_is_refused(value: dict[str, JsonValue]) -> None:
    try:
        read = Place.from_json(value)
    except PlaceNotUnderstood:
        return
    assert Place.from_json(read.to_json()) == read


def test_a_place_needs_something_known() -> None:
    with pytest.raises(PlaceNotUnderstood, match="name or coordinates"):
        Place()
