"""The check of a satellite image: what agrees, what does not, and what has likely gone wrong."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from casedb.analysis.satellite_check import STANDING, SatelliteCheck, Verdict, check_image
from casedb.analysis.scene_findings import lengths_in
from casedb.analysis.solar import sun_at
from casedb.analysis.sun_slips import zone_in_words
from casedb.model.fuzzy_date import FuzzyDate
from casedb.model.json_value import JsonValue
from casedb.model.kinds.satellite_image import SATELLITE_IMAGE
from casedb.model.place import Place, Point
from casedb.model.values import Values

PLACE = "50.541771, 30.230175"
AT = "2022-03-19T09:08:31Z"
SUN = {"sun_azimuth": 161.5, "sun_elevation": 37.5}


def check(**given: JsonValue) -> SatelliteCheck:
    """The check of values as people write them; None leaves one of the usual values out."""
    values: dict[str, JsonValue] = {"acquired": AT, "where": PLACE, **SUN, **given}
    for name in ("acquired", "where", "footprint"):
        written = values.get(name)
        if isinstance(written, str):
            value = FuzzyDate.parse(written) if name == "acquired" else Place.parse(written)
            values[name] = value.to_json()
    return check_image(Values(values))


def doubts(found: SatelliteCheck) -> str:
    return " ".join(each.sentence for each in found.findings if each.is_doubt)


def told(found: SatelliteCheck) -> str:
    return " ".join(each.sentence for each in found.findings if not each.is_doubt)


# -- agreeing --------------------------------------------------------------------------------


def test_the_check_value_of_the_domain_agrees() -> None:
    found = check()
    assert found.verdict is Verdict.AGREES
    assert found.sun is not None
    assert (round(found.sun.azimuth, 1), round(found.sun.elevation, 1)) == (161.5, 37.5)
    assert not found.findings


@pytest.mark.parametrize(
    ("azimuth", "elevation", "basis", "verdict"),
    [
        (0.99, 0.0, "", Verdict.AGREES),
        (-0.99, 0.0, "instant", Verdict.AGREES),
        (0.0, 0.49, "", Verdict.AGREES),
        (1.01, 0.0, "", Verdict.DISAGREES),
        (0.0, 0.53, "", Verdict.DISAGREES),
        (1.01, 0.0, "pass", Verdict.AGREES_FOR_A_PASS),
        (7.99, 2.99, "datatake", Verdict.AGREES_FOR_A_PASS),
        (8.01, 0.0, "pass", Verdict.DISAGREES),
        (0.0, -3.05, "pass", Verdict.DISAGREES),
        (7.99, 2.99, "instant", Verdict.DISAGREES),
    ],
)
def test_the_bounds_are_those_of_the_domain(
    azimuth: float, elevation: float, basis: str, verdict: Verdict
) -> None:
    sun = check().sun
    assert sun is not None
    stated = {
        "sun_azimuth": sun.azimuth + azimuth,
        "sun_elevation": sun.elevation + elevation,
    }
    assert check(**stated, time_basis=basis).verdict is verdict


def test_an_elevation_may_be_stated_without_the_air() -> None:
    low = check(acquired="2022-03-19T04:12Z", sun_azimuth=None, sun_elevation=0.0)
    assert low.sun is not None
    assert low.sun.refraction > 0.3
    for stated in (low.sun.elevation, low.sun.elevation_without_air):
        assert check(
            acquired="2022-03-19T04:12Z", sun_azimuth=None, sun_elevation=stated
        ).stated_apart.elevation == pytest.approx(0, abs=0.01)


def test_azimuths_are_compared_across_north() -> None:
    found = check(where="-50, 30.23", acquired="2022-03-19T10:06Z", sun_azimuth=359.9)
    assert found.sun is not None
    assert found.stated_apart.azimuth == pytest.approx(0, abs=1.5)


def test_a_time_to_the_minute_agrees_with_any_second_of_it() -> None:
    assert check(acquired="2022-03-19T09:08Z").verdict is Verdict.AGREES
    found = check(acquired="2022-03-19T09:05Z/2022-03-19T09:12Z")
    assert found.verdict is Verdict.AGREES
    assert found.at is not None
    assert f"{found.at:%H:%M}" == "09:08"


def test_the_footprint_goes_before_the_place() -> None:
    found = check(footprint="50.5..50.6, 30.2..30.3", where="Bucha")
    assert found.over == Point(50.55, 30.25)
    assert found.verdict is Verdict.AGREES


# -- disagreeing, and why --------------------------------------------------------------------


@given(
    st.integers(-14, 14).filter(bool),
    st.builds(Point, st.floats(-60, 60), st.floats(-180, 180)),
    st.integers(0, 45 * 365 * 86400),
)
def test_a_slip_of_whole_hours_is_told(hours: int, point: Point, seconds: int) -> None:
    taken = datetime(1990, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
    sun = sun_at(taken, point)
    assume(10 < sun.elevation < 70)
    found = check(
        acquired=f"{taken + timedelta(hours=hours):%Y-%m-%dT%H:%M:%SZ}",
        where=Place(shape=point).to_json(),
        sun_azimuth=sun.azimuth,
        sun_elevation=sun.elevation,
    )
    assume(found.sun is not None and found.sun.elevation < 85)
    assert found.verdict is Verdict.DISAGREES
    # The sun stands as high twice a day: what else fits as well may be told instead.
    assert f"{taken:%H:%M:%S} UTC" in found.reason or "It agrees" in found.reason


@pytest.mark.parametrize(
    ("acquired", "sentence"),
    [
        (
            "2022-03-19T11:08:31Z",
            "2 h earlier: the time seems to be UTC+02:00, a clock of that place",
        ),
        (
            "2022-03-19T12:08:31Z",
            "3 h earlier: the time seems to be UTC+03:00, a clock of that place",
        ),
        ("2022-03-19T04:08:31Z", "5 h later: a time in UTC-05:00 seems to have been read as UTC"),
        ("2022-03-19T17:08:31Z", "8 h earlier: a time in UTC+08:00 seems to have been read as UTC"),
        ("2022-03-19T14:38:31Z", "5 h 30 min earlier: a time in UTC+05:30"),
        ("2022-03-19T12:08:31+02:00", "1 h earlier: the zone of the time seems wrong"),
        ("2022-03-19T09:08:31+02:00", "2 h later: the zone of the time seems wrong"),
        ("2022-03-19T09:38:31Z", "at about 09:08 UTC, 30 min earlier"),
    ],
)
def test_the_likely_slip_of_the_clock_is_said(acquired: str, sentence: str) -> None:
    found = check(acquired=acquired)
    assert found.verdict is Verdict.DISAGREES
    assert sentence in found.reason
    assert "09:08" in found.reason


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"where": "30.230175, 50.541771"}, "latitude and longitude are exchanged"),
        ({"where": "-50.541771, 30.230175"}, "the sign of the latitude seems wrong"),
        ({"where": "50.541771, -30.230175"}, "the sign of the longitude seems wrong"),
        ({"where": "-50.541771, -30.230175"}, "both signs turned"),
        ({"sun_azimuth": 341.5}, "the stated azimuth is that of the shadows"),
        ({"sun_elevation": 52.5}, "the angle from the zenith: the elevation would be 37.5°"),
        ({"sun_azimuth": 37.5, "sun_elevation": 61.5}, "the sun stands nowhere"),
    ],
)
def test_the_likely_slip_of_place_or_angles_is_said(
    given: dict[str, JsonValue], sentence: str
) -> None:
    found = check(**given)
    assert found.verdict is Verdict.DISAGREES
    assert sentence in found.reason


def test_exchanged_angles_are_noticed() -> None:
    sun = check(acquired="2022-03-19T05:30Z", sun_azimuth=None, sun_elevation=None).sun
    assert sun is not None
    assert sun.azimuth < 180
    found = check(where="0, 30", acquired="2022-06-21T08:30Z")
    assert found.sun is not None
    swapped = check(
        where="0, 30",
        acquired="2022-06-21T08:30Z",
        sun_azimuth=found.sun.elevation,
        sun_elevation=found.sun.azimuth,
    )
    assert "azimuth and elevation are exchanged" in swapped.reason


def test_what_a_pass_would_allow_is_said_where_the_basis_is_another() -> None:
    near = "2022-03-19T09:20:00Z"
    assert "the time basis is not stated" in check(acquired=near).reason
    assert "the time basis says otherwise" in check(acquired=near, time_basis="instant").reason
    found = check(acquired=near, time_basis="pass")
    assert found.verdict is Verdict.AGREES_FOR_A_PASS
    assert "no more than the time of a pass" in found.reason


def test_another_year_agrees_and_the_standing_sentence_says_so() -> None:
    for year in (2018, 2019, 2020, 2021, 2023, 2030):
        assert check(acquired=f"{year}-03-19T09:08:31Z").verdict is Verdict.AGREES
    assert "cannot date an image" in STANDING


# -- what cannot be checked ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"sensor": "sar"}, "Radar sees by night"),
        ({"acquired": None}, "not stated when"),
        ({"where": None}, "Neither the place nor the footprint"),
        ({"where": "Bucha"}, "a name and no coordinates"),
        ({"acquired": "2022-03"}, "not known to the day"),
        ({"acquired": "after 2022-03-19"}, "not known to the day"),
        ({"acquired": "2022-03-19T09Z"}, "too much room"),
        ({"acquired": "2022-03-19T09:08Z/2022-03-20T09:08Z"}, "too much room"),
        ({"acquired": "2022-03-19T09:08:31"}, "The time has no zone"),
        ({"sun_azimuth": None, "sun_elevation": None}, "Neither azimuth nor elevation"),
        ({"where": "0, 44.6", "acquired": "2022-03-20T09:10Z"}, "almost overhead"),
    ],
)
def test_what_cannot_be_checked_says_why(given: dict[str, JsonValue], sentence: str) -> None:
    found = check(**given)
    assert found.verdict is Verdict.CANNOT_BE_CHECKED
    assert sentence in found.reason


def test_the_sun_is_computed_where_none_is_stated() -> None:
    found = check(sun_azimuth=None, sun_elevation=None)
    assert found.sun is not None
    assert round(found.sun.azimuth, 1) == 161.5


@pytest.mark.parametrize("given", [{"acquired": "2022-03-19"}, {"time_basis": "day"}])
def test_a_day_tells_how_the_sun_runs_over_it(given: dict[str, JsonValue]) -> None:
    found = check(**given)
    assert found.verdict is Verdict.CANNOT_BE_CHECKED
    assert "A day without a time of day" in found.reason
    assert "runs from 90.4° at 04:06 UTC, over 180.0°" in told(found)
    assert "fits that day at about 09:06 UTC" in told(found)
    assert "fits no time of that day" in doubts(check(**given, sun_elevation=60))


def test_a_polar_day_and_a_polar_night_are_told() -> None:
    assert "does not set" in told(check(acquired="2022-06-21", where="80, 20"))
    assert "does not rise" in told(check(acquired="2022-12-21", where="80, 20"))


def test_a_time_without_a_zone_tells_the_zone_that_fits() -> None:
    assert "fits a clock in UTC+02:00." in told(check(acquired="2022-03-19T11:08:31"))
    assert "in no zone" in doubts(check(acquired="2022-03-19T11:08:31", sun_elevation=80))


def test_an_inferred_zone_is_named() -> None:
    acquired = FuzzyDate.parse("2022-03-19T11:08:31").infer_offset(timedelta(hours=2))
    found = check(acquired=acquired.to_json())
    assert found.verdict is Verdict.AGREES
    assert "inferred" in doubts(found)


# -- shadows ---------------------------------------------------------------------------------


def test_a_measured_shadow_alone_is_checked() -> None:
    fits = {"shadow_azimuth": 341, "shadow_length": 13, "object_height": 10}
    none = {"sun_azimuth": None, "sun_elevation": None}
    found = check(**fits, **none)
    assert found.verdict is Verdict.AGREES
    assert found.measured.azimuth == 161
    assert found.measured.elevation == pytest.approx(37.6, abs=0.1)
    turned = check(shadow_azimuth=300, **none)
    assert turned.verdict is Verdict.DISAGREES
    assert "falls 41.5° away" in turned.reason
    short = check(shadow_length=5, object_height=10, **none)
    assert "stands 25.9° away" in short.reason
    both = check(shadow_azimuth=300, shadow_length=5, object_height=10, **none)
    assert "41.5° of azimuth and 25.9° of elevation" in both.reason


def test_a_shadow_that_does_not_fit_outweighs_a_record_that_does() -> None:
    found = check(shadow_azimuth=300)
    assert found.verdict is Verdict.DISAGREES
    assert "fits that time and place, but the picture does not" in found.reason


def test_a_shadow_that_fits_speaks_against_a_record_that_does_not() -> None:
    found = check(shadow_azimuth=341, sun_azimuth=100)
    assert found.verdict is Verdict.DISAGREES
    assert "the stated angles are what is wrong" in found.reason
    assert "fits the computed sun" in told(check(shadow_azimuth=341))


# -- further findings ------------------------------------------------------------------------


def test_a_picture_by_night_is_doubted() -> None:
    assert "below the horizon" in doubts(check(acquired="2022-03-19T22:00Z"))
    assert "below the horizon" not in doubts(check(acquired="2022-03-19T22:00Z", sensor="thermal"))


@pytest.mark.parametrize(
    ("off_nadir", "incidence", "sentence"),
    [
        (25, 28, ""),
        (25, 25, ""),
        (0, 0, ""),
        (45, 52, ""),
        (25, 62, "90° less the incidence"),
        (8, 81.4, "but 8.6° does"),
        (25, 45, "from any orbit"),
        (25, 12, "from any orbit"),
        (70, 90, ""),
    ],
)
def test_incidence_is_held_against_off_nadir(
    off_nadir: float, incidence: float, sentence: str
) -> None:
    said = doubts(check(off_nadir=off_nadir, incidence=incidence))
    assert (sentence in said) if sentence else not said


@pytest.mark.parametrize(
    ("where", "sentence"),
    [
        ("50.54, 30.23", ""),
        ("50.401, 30.2", ""),
        ("50.399, 30.2", ""),
        ("51.5, 30.2", "outside the footprint, 111 km from its middle"),
        ("30.23, 50.54", "latitude and longitude exchanged it lies within"),
        ("-50.54, 30.23", "north and south are mixed up"),
        ("50.54, -30.23", "east and west are mixed up"),
        ("-50.54, -30.23", "the other sign of both"),
        ("50..51, 30..31", ""),
    ],
)
def test_the_place_is_held_against_the_footprint(where: str, sentence: str) -> None:
    said = doubts(check(where=where, footprint="50.4..50.6, 30.1..30.4"))
    assert (sentence in said) if sentence else not said


def test_a_place_that_lies_within_the_footprint_is_told() -> None:
    found = check(footprint="50.4..50.6, 30.1..30.4")
    assert "lies within the footprint" in told(found)


def test_a_place_across_the_antimeridian_lies_within() -> None:
    found = check(where="-17, -179.95", footprint="-17.2..-16.8, 179.9..-179.9")
    assert "lies within the footprint" in told(found)
    outside = check(where="-17, -179.5", footprint="-17.2..-16.8, 179.9..-179.9")
    assert "outside" in doubts(outside)


def test_a_wide_place_tells_how_much_the_sun_differs_across_it() -> None:
    assert "across it" in doubts(check(where="48..53, 28..33"))
    assert "across it" not in doubts(check(where="50.5..50.6, 30.2..30.3"))


def test_objects_are_told_in_pixels() -> None:
    features: list[JsonValue] = [
        {"label": "Truck", "size": "8 × 3 m"},
        {"label": "Crater", "size": "about 12,5 m across"},
        {"label": "Man", "size": "50 cm"},
        {"label": "Convoy", "size": "20 vehicles"},
        {"label": 7, "size": "3 m"},
        {"region": "north"},
    ]
    found = check(gsd=0.31, features=features)
    assert "Truck (8 × 3 m) covers 26 by 9.7 pixels at 0.31 m a pixel" in told(found)
    assert "Crater (about 12,5 m across) covers 40 pixels" in told(found)
    assert "A feature (3 m) covers 9.7 pixels" in told(found)
    assert "Man (50 cm) covers 1.6 pixels" in doubts(found)
    assert "Convoy" not in told(found)
    assert not told(check(features=features))


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        ("3m", [3]),
        ("3 m x 4 m", [3, 4]),
        ("3x4 m", [3, 4]),
        ("12.5 × 3 m", [12.5, 3]),
        ("1.2 km", [1200]),
        ("10 ft", [3.048]),
        ("10 м", [10]),
        ("3 T-72 tanks", []),
        ("0 m", []),
        ("m 3", []),
        ("", []),
        ("9" * 500, []),
    ],
)
def test_a_size_is_read_where_it_is_a_length(text: str, lengths: list[float]) -> None:
    assert lengths_in(text) == pytest.approx(lengths)


def test_zones_are_written_with_their_sign() -> None:
    assert [zone_in_words(each) for each in (0, 345, -210)] == ["UTC", "UTC+05:45", "UTC-03:30"]


# -- anything ---------------------------------------------------------------------------------


def test_what_is_not_understood_is_left_aside_and_named() -> None:
    found = check(incidence="steep", gsd=-3, off_nadir=91)
    said = doubts(found)
    for label in ("Incidence", "Ground sample distance", "Off-nadir"):
        assert f"“{label}” is not possible" in said
    assert found.verdict is Verdict.AGREES


def test_numbers_that_are_none_are_left_aside() -> None:
    values = Values(
        text='{"sun_azimuth": NaN, "sun_elevation": Infinity, "gsd": 1' + "0" * 400 + "}"
    )
    assert len(check_image(values).findings) == 3


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from([each.name for each in SATELLITE_IMAGE.fields]), anything))
def test_no_values_are_too_odd_for_a_check(values: dict[str, JsonValue]) -> None:
    found = check_image(values)
    assert found.verdict is Verdict.CANNOT_BE_CHECKED
    assert found.reason


texts = st.sampled_from(
    ["0001-01-01T00:00Z", "9999-12-31T23:59:59Z", "9999-12-31", "0001-01-01", "2022-03-19T09:08Z"]
)


@given(
    texts,
    st.builds(Point, st.floats(-90, 90), st.floats(-180, 180)),
    st.floats(0, 360),
    st.floats(-90, 90),
)
def test_a_check_answers_at_the_ends_of_time_and_of_the_earth(
    acquired: str, point: Point, azimuth: float, elevation: float
) -> None:
    found = check(
        acquired=acquired,
        where=Place(shape=point).to_json(),
        sun_azimuth=azimuth,
        sun_elevation=elevation,
    )
    assert found.reason
