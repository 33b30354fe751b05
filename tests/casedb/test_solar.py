"""The sun: our own arithmetic against the table that astral made (tests/sun)."""

from __future__ import annotations

import csv
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedb.analysis.solar import noon_of, sun_at
from casedb.model.place import Point

TABLE = Path(__file__).parent.parent / "sun" / "positions.csv"
EXACT = 0.01

moments = st.integers(0, 150 * 365 * 86400).map(
    lambda seconds: datetime(1950, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
)
points = st.builds(Point, st.floats(-89, 89), st.floats(-180, 180))


def between(azimuth: float, other: float) -> float:
    return abs((azimuth - other + 180) % 360 - 180)


def test_the_check_value_of_the_domain_holds() -> None:
    place = Point(50.541771, 30.230175)
    sun = sun_at(datetime(2022, 3, 19, 9, 8, 31, tzinfo=UTC), place)
    assert (round(sun.azimuth, 1), round(sun.elevation, 1)) == (161.5, 37.5)
    assert round(sun_at(datetime(2022, 3, 19, 7, tzinfo=UTC), place).azimuth, 1) == 126.3


def test_six_hundred_suns_stand_where_astral_has_them() -> None:
    with TABLE.open(encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) == 600
    for row in rows:
        place = Point(float(row["latitude"]), float(row["longitude"]))
        sun = sun_at(datetime.fromisoformat(row["moment"]), place)
        assert between(sun.azimuth, float(row["azimuth"])) < EXACT, row
        assert sun.elevation == pytest.approx(float(row["elevation"]), abs=EXACT), row
        without = float(row["elevation_without_air"])
        assert sun.elevation_without_air == pytest.approx(without, abs=EXACT), row


@given(moments, points)
def test_a_sun_stands_on_the_sky(moment: datetime, point: Point) -> None:
    sun = sun_at(moment, point)
    assert 0 <= sun.azimuth < 360
    assert -90 <= sun.elevation <= 91
    assert 0 <= sun.refraction < 1.2
    assert between(sun.shadow_azimuth, sun.azimuth) == pytest.approx(180)


@given(moments, points, st.integers(-14 * 60, 14 * 60))
def test_the_zone_in_which_a_moment_is_told_does_not_matter(
    moment: datetime, point: Point, minutes: int
) -> None:
    told = moment.astimezone(timezone(timedelta(minutes=minutes)))
    assert sun_at(told, point) == sun_at(moment, point)


@given(moments, points)
def test_at_noon_the_sun_is_higher_than_a_quarter_of_an_hour_before_and_after(
    day: datetime, point: Point
) -> None:
    noon = noon_of(day, point)
    highest = sun_at(noon, point).elevation_without_air
    for minutes in (-15, 15):
        beside = sun_at(noon + timedelta(minutes=minutes), point)
        assert beside.elevation_without_air < highest + 0.01


@given(moments, st.floats(-180, 180))
def test_a_pole_has_a_sun_too(moment: datetime, lon: float) -> None:
    north, south = sun_at(moment, Point(90, lon)), sun_at(moment, Point(-90, lon))
    assert north.elevation_without_air == pytest.approx(-south.elevation_without_air)
    assert abs(north.elevation_without_air) < 23.6


@pytest.mark.parametrize("year", [1, 9999])
def test_the_first_and_the_last_year_there_is_have_a_sun(year: int) -> None:
    sun = sun_at(datetime(year, 6, 21, 12, tzinfo=UTC), Point(50, 0))
    assert 0 <= sun.azimuth < 360
