"""STAC items: what becomes of real ones, of odd ones, and of those that are meant to do harm."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedb.analysis.satellite_check import Verdict, check_image
from casedb.errors import IntakeRefused
from casedb.exchange.stac import LARGEST, StacItem, read_stac
from casedb.model.json_value import JsonValue
from casedb.model.kinds.satellite_image import SATELLITE_IMAGE
from casedb.model.place import Box, Place, Point, Polygon
from casedb.model.values import Values

REAL = Path(__file__).parent.parent / "stac"
RING = [[30.1, 50.4], [30.4, 50.4], [30.4, 50.6], [30.1, 50.6], [30.1, 50.4]]
BBOX = [30.1, 50.4, 30.4, 50.6]


def item(properties: Mapping[str, object] | None = None, /, **members: object) -> dict[str, object]:
    """A plain item; a member that is None is left out."""
    usual: dict[str, object] = {
        "type": "Feature",
        "stac_version": "1.0.0",
        "id": "scene-1",
        "geometry": {"type": "Polygon", "coordinates": [RING]},
        "bbox": BBOX,
        "properties": {"datetime": "2022-03-19T09:08:31Z", **(properties or {})},
        "links": [],
        "assets": {},
        **members,
    }
    return {key: value for key, value in usual.items() if value is not None}


def read(given: object) -> StacItem:
    data = given if isinstance(given, bytes) else json.dumps(given).encode()
    found = read_stac(data)
    assert found is not None
    return found


def said(found: StacItem) -> str:
    return " ".join(found.report.sentences)


def shown(found: StacItem, name: str) -> object:
    return SATELLITE_IMAGE.field(name).read(Values(found.values))


# -- real items ------------------------------------------------------------------------------


def test_a_real_item_of_skysat_is_taken() -> None:
    found = read((REAL / "20170831_195425_SS02.json").read_bytes())
    assert not found.report.sentences
    assert found.values["title"] == found.values["stac_id"] == "20170831_195425_SS02"
    assert found.values["stac_collection"] == "planet-disaster-data"
    assert (found.values["platform"], found.values["sensor"]) == ("SS02", "optical")
    assert (found.values["gsd"], found.values["off_nadir"]) == (1.1, 27.3)
    assert (found.values["sun_azimuth"], found.values["sun_elevation"]) == (231.9, 58.4)
    assert cast("dict[str, str]", found.values["acquired"])["edtf"] == "2017-08-31T19:54:26Z"
    footprint = shown(found, "footprint")
    assert isinstance(footprint, Place)
    assert isinstance(footprint.shape, Polygon)
    assert "view:azimuth" in found.report.kept
    assert "Footprint" in found.report.taken


@pytest.mark.parametrize(
    ("name", "verdict"),
    [
        ("20170831_195425_SS02", Verdict.AGREES),
        ("digitalglobe-sample", Verdict.AGREES),
        ("example-sentinel2", Verdict.AGREES_FOR_A_PASS),
        ("CBERS_4_MUX_20181029_177_106_L4", Verdict.DISAGREES),
    ],
)
def test_a_real_item_can_be_checked(name: str, verdict: Verdict) -> None:
    found = read((REAL / f"{name}.json").read_bytes())
    assert check_image(found.values).verdict is verdict
    assert not found.report.doubts
    assert not found.report.left_out


def test_the_time_of_a_datatake_is_known_by_the_product() -> None:
    found = read((REAL / "example-sentinel2.json").read_bytes())
    assert found.values["time_basis"] == "datatake"
    assert "the time is that of the datatake" in said(found).lower().replace("its", "the")
    assert found.values["gsd"] == 10
    assert "finest band" in said(found)
    own_time = item({"s2:datatake_id": "GS2A_20220319T085001_035200_N04.00"})
    assert "time_basis" not in read(own_time).values


@pytest.mark.parametrize("version", ["0.6.2", "0.9.0", "1.0.0-rc.3", "1.1.0", 1, None])
def test_an_item_of_any_version_is_read(version: object) -> None:
    found = read(item({"eo:sun_azimuth": 161.5, "eo:gsd": 0.5}, stac_version=version))
    assert found.values["sun_azimuth"] == 161.5
    assert found.values["gsd"] == 0.5


def test_radar_is_known() -> None:
    assert read(item({"sar:instrument_mode": "IW"})).values["sensor"] == "sar"
    assert read(item({"instruments": ["c-sar"]})).values["sensor"] == "sar"
    assert "sensor" not in read(item({"instruments": ["msi"]})).values
    assert read(item({"instruments": ["msi"], "eo:cloud_cover": 3})).values["sensor"] == "optical"


def test_who_made_it_and_under_which_licence() -> None:
    providers = [
        {"name": "Maxar", "roles": ["producer", "licensor"]},
        {"name": "Host", "roles": ["host"]},
        "nobody",
        {"name": 7},
    ]
    found = read(item({"providers": providers, "license": "CC-BY-NC-4.0"}))
    assert found.values["provider"] == "Maxar"
    assert found.values["attribution"] == "Maxar, CC-BY-NC-4.0"
    assert "names nobody" in said(read(item({"providers": "Maxar"})))


def test_an_interval_is_taken_as_one() -> None:
    ends = {"start_datetime": "2022-03-19T09:00:00Z", "end_datetime": "2022-03-19T09:10:00Z"}
    found = read(item({"datetime": None, **ends}))
    told = cast("dict[str, str]", found.values["acquired"])
    assert told["edtf"] == "2022-03-19T09:00:00Z/2022-03-19T09:10:00Z"
    half = read(item({"datetime": None, "start_datetime": "2022-03-19T09:00:00Z"}))
    assert "The other end of the time" in said(half)


# -- what does not belong here ---------------------------------------------------------------


@pytest.mark.parametrize(
    "given",
    [
        {},
        [],
        "text",
        {"type": "Feature", "properties": {"name": "A pier"}},
        {"type": "Feature"},
        {"type": "FeatureCollection", "features": []},
        {"title": "A note"},
    ],
)
def test_other_json_is_none_of_ours(given: object) -> None:
    assert read_stac(json.dumps(given).encode()) is None


@pytest.mark.parametrize("data", [b"", b"{", b"\xff\xfe\x00", b"[" * 100_000, b"\x00" * 100])
def test_what_is_no_json_and_claims_nothing_is_none_of_ours(data: bytes) -> None:
    assert read_stac(data) is None


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b'{"stac_version": "1.0.0",\n\n "type"', "broken in line 3"),
        (b'{"stac_version": "1.0.0", "a": ' + b"[" * 100_000, "nested too deeply"),
        (b'{"stac_version": "1.0.0", "a": "\xff\xfe"}', "no text in UTF-8"),
        (b'{"stac_version": "1.0.0", "type": "Catalog"}', "no single image"),
        (b'{"stac_version": "1.0.0", "type": "Collection"}', "no single image"),
        (b'{"features": [{"stac_version": "1.0.0"}, 2]}', "collection of STAC items"),
        (b'{"stac_version": "1.0.0", "a": "' + b"a" * LARGEST + b'"}', "more than 8 MiB"),
    ],
)
def test_what_says_that_it_is_stac_and_is_no_item_is_refused_in_a_sentence(
    data: bytes, sentence: str
) -> None:
    with pytest.raises(IntakeRefused, match=sentence):
        read_stac(data)


def test_a_large_file_that_claims_nothing_is_none_of_ours() -> None:
    assert read_stac(b'{"a": "' + b"a" * LARGEST + b'"}') is None


def test_a_collection_of_one_item_is_that_item() -> None:
    alone = read({"type": "FeatureCollection", "features": [item()]})
    assert alone.values == read(item()).values


def test_a_byte_order_mark_and_other_encodings_are_read() -> None:
    text = json.dumps(item({"platform": "Супутник"}), ensure_ascii=False)
    for encoding in ("utf-8-sig", "utf-16", "utf-16-le", "utf-32"):
        assert read(text.encode(encoding)).values["platform"] == "Супутник"


# -- values that cannot be -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "value", "sentence"),
    [
        ("view:sun_azimuth", 400, "“view:sun_azimuth” was left out. 400 is not possible."),
        ("view:sun_azimuth", "161.5", "“view:sun_azimuth” was left out. It is no number."),
        ("view:sun_elevation", -91, "-91 is not possible"),
        ("view:off_nadir", -3, "-3 is not possible"),
        ("view:incidence_angle", 95.5, "95.5 is not possible"),
        ("eo:cloud_cover", 101, "101 is not possible"),
        ("eo:cloud_cover", True, "It is no number"),
        ("gsd", 0, "0 is not possible"),
        ("gsd", 10**400, "is not possible"),
        ("gsd", float("nan"), "nan is not possible"),
        ("gsd", float("inf"), "inf is not possible"),
        ("gsd", [0.5], "It is no number"),
        ("platform", 7, "“platform” was left out. It is no text."),
        ("datetime", 20220319, "It is no text"),
        ("datetime", "2022-13-45T99:00:00Z", "“datetime” was left out"),
        ("datetime", "yesterday", "“datetime” was left out"),
        ("datetime", None, "does not say when"),
        ("datetime", "2022-03-19T09:08:31", "no zone, and none was made up"),
    ],
)
def test_a_value_that_cannot_be_is_left_out_with_the_reason(
    key: str, value: object, sentence: str
) -> None:
    found = read(item({key: value}))
    assert sentence in said(found)
    if key != "datetime":
        assert "acquired" in found.values
        assert set(found.values) == {"title", "stac_id", "acquired", "footprint"} | (
            {"sensor"} if key.startswith(("eo:", "view:sun")) else set[str]()
        )


def test_a_time_without_a_zone_stays_without_one() -> None:
    acquired = read(item({"datetime": "2022-03-19T09:08:31"})).values["acquired"]
    assert cast("dict[str, str]", acquired)["zone"] == "unknown"


def test_a_key_that_stands_twice_with_two_values_is_not_taken() -> None:
    text = json.dumps(item({"gsd": 0.5})).replace('"gsd": 0.5', '"gsd": 0.5, "gsd": 5')
    found = read(text.encode())
    assert "gsd" not in found.values
    assert "“gsd” stands there twice" in said(found)
    same = read(text.replace('"gsd": 5', '"gsd": 0.5').encode())
    assert same.values["gsd"] == 0.5


def test_texts_that_steer_or_go_on_for_ever_are_tamed() -> None:
    found = read(item({"platform": "\u202eSatellite\x00\ud800 1"}, id="i" * 5000))
    assert found.values["platform"] == "Satellite ? 1"
    assert len(str(found.values["stac_id"])) == 400
    assert len(str(found.values["title"])) == 120
    assert said(found).count("shortened") == 2


# -- coordinates -----------------------------------------------------------------------------


def swapped(ring: list[list[float]]) -> list[list[float]]:
    return [[lat, lon] for lon, lat in ring]


def test_a_bbox_that_is_swapped_against_the_geometry_is_told() -> None:
    found = read(item(bbox=[50.4, 30.1, 50.6, 30.4]))
    assert "the other way round" in said(found)
    footprint = shown(found, "footprint")
    assert isinstance(footprint, Place)
    assert footprint.bounds == Box(50.4, 30.1, 50.6, 30.4)


def test_a_geometry_that_is_swapped_stays_as_it_is_stated_and_is_told() -> None:
    found = read(item(geometry={"type": "Polygon", "coordinates": [swapped(RING)]}))
    assert "the other way round" in said(found)
    footprint = shown(found, "footprint")
    assert isinstance(footprint, Place)
    assert footprint.bounds == Box(30.1, 50.4, 30.4, 50.6)


def test_a_swap_that_leaves_the_earth_is_left_out_and_told() -> None:
    far = [[150.1, 50.4], [150.4, 50.4], [150.4, 50.6], [150.1, 50.4]]
    found = read(item(geometry={"type": "Polygon", "coordinates": [swapped(far)]}, bbox=None))
    assert "footprint" not in found.values
    assert "may be swapped" in said(found)
    assert "No footprint could be read" in said(found)
    with_box = read(
        item(
            geometry={"type": "Polygon", "coordinates": [swapped(far)]},
            bbox=[150.1, 50.4, 150.4, 50.6],
        )
    )
    assert "may be swapped" in said(with_box)
    assert "The bbox was taken" in said(with_box)
    assert "footprint" in with_box.values


def test_a_swap_of_both_is_seen_by_the_grid_of_the_image() -> None:
    geometry = {"type": "Polygon", "coordinates": [swapped(RING)]}
    for told in ({"proj:epsg": 32636}, {"proj:code": "EPSG:32736"}):
        found = read(item(told, geometry=geometry, bbox=[50.4, 30.1, 50.6, 30.4]))
        assert "zone 36, and the footprint is not. Latitude and longitude" in said(found)
        assert not read(item(told)).report.doubts
    west = [[-lon, lat] for lon, lat in RING]
    mirrored = item(
        {"proj:epsg": 32636}, geometry={"type": "Polygon", "coordinates": [west]}, bbox=None
    )
    assert "East and west seem to be mixed up" in said(read(mirrored))


def test_missing_coordinates_are_told() -> None:
    assert "does not say where" in said(read(item(geometry=None, bbox=None)))
    assert not read(item(geometry=None)).report.doubts
    assert "“geometry” was left out" in said(read(item(geometry={"type": "Polygon"})))
    assert "“bbox” was left out" in said(read(item(bbox=[1, 2, 3])))
    assert "“bbox” was left out" in said(read(item(bbox="everywhere")))


def test_a_geometry_and_a_bbox_of_two_places_are_told() -> None:
    assert "do not agree" in said(read(item(bbox=[10, 10, 11, 11])))


def test_shapes_of_several_parts_are_made_one_where_they_can_be() -> None:
    one = read(item(geometry={"type": "MultiPolygon", "coordinates": [[RING]]}))
    assert not one.report.sentences
    two = read(item(geometry={"type": "MultiPolygon", "coordinates": [[RING], [RING]]}))
    assert "has 2 parts" in said(two)
    assert "The bbox was taken" in said(two)
    holes = read(item(geometry={"type": "Polygon", "coordinates": [RING, RING]}))
    assert "holes" in said(holes)
    many = [[30 + 0.0001 * each, 50.0] for each in range(2500)]
    ring = [*many, [30.1, 50.5], many[0]]
    wide = read(item(geometry={"type": "Polygon", "coordinates": [ring]}, bbox=None))
    assert "the box around it was taken" in said(wide)
    assert isinstance(cast("Place", shown(wide, "footprint")).shape, Box)


def test_a_point_is_a_place_and_no_footprint() -> None:
    found = read(item(geometry={"type": "Point", "coordinates": [30.2, 50.5]}, bbox=None))
    assert cast("Place", shown(found, "where")).shape == Point(50.5, 30.2)


# -- anything --------------------------------------------------------------------------------

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=12,
)
members = st.sampled_from(
    [
        "id",
        "geometry",
        "bbox",
        "properties",
        "collection",
        "assets",
        "links",
        "license",
        "providers",
    ]
)
properties = st.sampled_from(
    [
        *("datetime", "start_datetime", "end_datetime", "title", "description", "license", "gsd"),
        *("providers", "instruments", "platform", "proj:epsg", "proj:code", "s2:datatake_id"),
        *("eo:cloud_cover", "view:off_nadir", "view:sun_azimuth", "view:sun_elevation"),
    ]
)


@given(st.dictionaries(members, json_values), st.dictionaries(properties, json_values))
def test_whatever_an_item_holds_becomes_values_that_can_be_stored(
    odd: dict[str, object], told: dict[str, object]
) -> None:
    given = {**item(told), **odd}
    found = read(json.dumps(given).encode())
    for name, value in found.values.items():
        field = SATELLITE_IMAGE.field(name)
        assert field.write(field.read(Values(found.values))) == value
    json.dumps(found.values, ensure_ascii=False, allow_nan=False).encode("utf-8")
    for sentence in (*found.report.sentences, *found.report.kept):
        sentence.encode("utf-8")
    assert check_image(found.values).reason


SAMPLE = (REAL / "20170831_195425_SS02.json").read_bytes()


@given(st.lists(st.tuples(st.integers(0, len(SAMPLE) - 1), st.binary(max_size=4)), max_size=6))
def test_a_real_item_with_some_bytes_changed_ends_in_values_or_in_a_sentence(
    edits: list[tuple[int, bytes]],
) -> None:
    data = SAMPLE
    for at, piece in edits:
        data = data[:at] + piece + data[at + len(piece) :]
    try:
        found = read_stac(data)
    except IntakeRefused as trouble:
        assert str(trouble).endswith(".")
        return
    if found is not None:
        json.dumps(found.values, allow_nan=False)


@given(
    st.floats(0, 360),
    st.floats(-90, 90),
    st.floats(0.01, 100),
    st.text(min_size=1, max_size=40).filter(
        lambda each: each.isprintable() and each == each.strip()
    ),
)
def test_what_an_item_states_is_what_is_taken(
    azimuth: float, elevation: float, gsd: float, platform: str
) -> None:
    told: dict[str, JsonValue] = {
        "view:sun_azimuth": azimuth,
        "view:sun_elevation": elevation,
        "gsd": gsd,
        "platform": platform,
    }
    found = read(item(told))
    assert not found.report.sentences
    assert shown(found, "sun_azimuth") == azimuth
    assert shown(found, "sun_elevation") == elevation
    assert shown(found, "gsd") == gsd
    assert shown(found, "platform") == platform
