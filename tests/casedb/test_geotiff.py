"""Where a GeoTIFF lies: its corners by its tags, and a sentence where they are not computed."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, TiffImagePlugin

from casedb.intake.cage.cage import Cage
from casedb.intake.proposals import proposals_for, tags_of
from casedb.model.geotiff import footprint, trouble
from casedb.model.kinds import KINDS
from casedb.model.place import Place, Point
from casedb.model.places.utm import Utm, from_utm
from casedb.model.values import Values

GEOGRAPHIC = "1 1 0 3 1024 0 1 2 1025 0 1 1 2048 0 1 4326"


def tags(keys: str = GEOGRAPHIC, **others: str) -> dict[tuple[str, str], str]:
    held = {
        "GeoKeyDirectory": keys,
        "ModelPixelScale": "0.5 0.25 0",
        "ModelTiepoint": "0 0 0 30 50 0",
        **others,
    }
    return {("GeoTIFF", name): text for name, text in held.items() if text}


def projected(code: int, raster: int = 1) -> str:
    return f"1 1 0 3 1024 0 1 1 1025 0 1 {raster} 3072 0 1 {code}"


def corners(held: dict[tuple[str, str], str], width: int, height: int) -> list[tuple[float, float]]:
    found = footprint(held, width, height)
    assert found is not None
    return [(point.lat, point.lon) for point in found.outline.points]


def test_degrees_are_counted_from_the_upper_left_corner() -> None:
    assert corners(tags(), 4, 8) == [(50, 30), (50, 32), (48, 32), (48, 30)]
    # A tie in the middle says the same.
    assert corners(tags(ModelTiepoint="2 4 0 31 49 0"), 4, 8) == corners(tags(), 4, 8)


def test_where_a_number_stands_for_the_middle_of_a_pixel_the_outline_goes_around_it() -> None:
    keys = GEOGRAPHIC.replace("1025 0 1 1", "1025 0 1 2")
    assert corners(tags(keys), 4, 8)[0] == (50.125, 29.75)


def test_a_matrix_may_turn_the_picture() -> None:
    held = tags(
        ModelPixelScale="",
        ModelTiepoint="",
        ModelTransformation="0 1 0 30 1 0 0 50 0 0 0 0 0 0 0 1",
    )
    assert corners(held, 2, 3) == [(50, 30), (52, 30), (52, 33), (50, 33)]


@pytest.mark.parametrize(
    ("code", "zone", "is_north", "northing"),
    [(32636, 36, True, 5_600_000), (32736, 36, False, 7_000_000), (25833, 33, True, 5_600_000)],
)
def test_utm_zones_are_computed(code: int, zone: int, is_north: bool, northing: float) -> None:
    held = tags(
        projected(code), ModelPixelScale="10 10 0", ModelTiepoint=f"0 0 0 400000 {northing} 0"
    )
    first, _, last, _ = corners(held, 100, 200)
    for found, east, north in ((first, 400_000, northing), (last, 401_000, northing - 2_000)):
        point = from_utm(Utm(zone, is_north, east, north))
        assert found == pytest.approx((point.lat, point.lon), abs=1e-9)


def test_web_mercator_is_computed() -> None:
    held = tags(
        projected(3857), ModelPixelScale="1 1 0", ModelTiepoint="0 0 0 -11169055.58 2800000.00 0"
    )
    # The example of IOGP guidance note 7-2.
    north = 24 + 22 / 60 + 54.433 / 3600
    assert corners(held, 10, 10)[0] == pytest.approx((north, -100 - 20 / 60), abs=1e-7)


@pytest.mark.parametrize(
    ("held", "sentence"),
    [
        (tags(projected(2154)), "EPSG:2154 is not computed here"),
        (tags(projected(32767)), "a projection of their own"),
        (tags(ModelTiepoint=""), "do not say where"),
        (tags(), ""),
        ({("Image", "Model"): "X"}, ""),
    ],
)
def test_what_is_not_computed_is_told(held: dict[tuple[str, str], str], sentence: str) -> None:
    assert sentence in trouble(held) and bool(trouble(held)) == bool(sentence)
    assert (footprint(held, 10, 10) is not None) == (held == tags())


def test_a_real_file_proposes_its_outline_and_keeps_its_tags(cage: Cage) -> None:
    info = TiffImagePlugin.ImageFileDirectory_v2()
    info[33550], info[33922] = (10.0, 10.0, 0.0), (0.0, 0.0, 0.0, 400000.0, 5600000.0, 0.0)
    info.tagtype[33550] = info.tagtype[33922] = 12
    keys = [1, 1, 0, 40]
    for n in range(37):
        keys += [5000 + n, 0, 1, n]
    keys += [1024, 0, 1, 1, 1025, 0, 1, 1, 3072, 0, 1, 32636]
    info[34735] = tuple(keys)
    info.tagtype[34735] = 3
    out = io.BytesIO()
    Image.new("L", (100, 200)).save(out, "TIFF", tiffinfo=info)
    facts = cage.look(out.getvalue())
    kind = KINDS["satellite_image"]
    (proposal,) = (each for each in proposals_for(kind, facts) if each.field == "footprint")
    place = kind.field("footprint").read(Values({"footprint": proposal.value}))
    assert isinstance(place, Place) and place.method == "GeoTIFF"
    assert proposal.basis == "GeoTIFF EPSG:32636, 100 × 200"
    assert not any(each.field == "footprint" for each in proposals_for(KINDS["media"], facts))
    assert any(each.field == "shown_where" for each in proposals_for(KINDS["media"], facts))
    assert trouble(tags_of(facts)) == ""


NUMBERS = st.lists(
    st.one_of(
        st.floats(allow_nan=True, allow_infinity=True).map(str),
        st.integers(-(10**20), 10**20).map(str),
        st.sampled_from(["1/0", "x", "1024", "3072", "32636", "0", "1", "2"]),
    ),
    max_size=24,
).map(" ".join)


@given(
    st.fixed_dictionaries(
        {},
        optional=dict.fromkeys(
            (*("GeoKeyDirectory", "ModelPixelScale", "ModelTiepoint", "ModelTransformation"),),
            NUMBERS,
        ),
    ),
    st.integers(-1, 1 << 40),
)
def test_no_tags_are_too_much_for_it(held: dict[str, str], side: int) -> None:
    told = {("GeoTIFF", name): text for name, text in held.items()}
    found = footprint(told, side, side)
    assert found is None or all(isinstance(each, Point) for each in found.outline.points)
    assert isinstance(trouble(told), str)
