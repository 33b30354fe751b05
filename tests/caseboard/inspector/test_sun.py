"""The section of a satellite image that says whether its sun fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from caseboard.inspector.sections.sun import SunSection, angle_in_words
from casedb.analysis.satellite_check import check_image
from casedb.model.fuzzy_date import FuzzyDate
from casedb.model.json_value import JsonValue
from casedb.model.place import Place
from casedb.model.records import Item

if TYPE_CHECKING:
    from conftest import Hand

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def image(hand: Hand, acquired: str = "2022-03-19T09:08:31Z", **more: JsonValue) -> Item:
    """A satellite image whose sun agrees where nothing else is said, selected."""
    values: dict[str, JsonValue] = {
        "acquired": FuzzyDate.parse(acquired).to_json(),
        "where": Place.parse("50.541771, 30.230175").to_json(),
        "sun_azimuth": 161.5,
        "sun_elevation": 37.5,
        **more,
    }
    made = hand.item("satellite_image", **values)
    hand.select(made)
    return made


def section(hand: Hand) -> SunSection:
    found = hand.page().sun
    assert found is not None
    return found


def lines(hand: Hand) -> list[str]:
    """The lines of the table that can be seen."""
    return [
        " ".join(cell.text() for cell in cells)
        for cells in section(hand).cells
        if cells[0].isVisible()
    ]


def test_a_sun_that_fits_is_said_to_agree_with_its_numbers(hand: Hand):
    image(hand)
    sun = section(hand)
    assert sun.isVisible()
    assert sun.verdict.text() == "Agrees"
    assert "differs by 0.0° of azimuth" in sun.reason.text()
    assert lines(hand) == ["Computed 161.5° 37.5°", "Stated 161.5° 37.5°", "Difference ±0.0° ±0.0°"]
    assert "19 Mar 2022, 09:08:31 UTC over 50.5418, 30.2302" in sun.at.text()
    assert "0.02°" in sun.at.toolTip()
    assert "cannot date an image" in sun.standing.text()


def test_of_a_time_to_the_minute_no_second_is_told(hand: Hand):
    made = image(hand, acquired="2022-03-19 09:00+02:00")
    sun = section(hand)
    assert "19 Mar 2022, 07:00 UTC, to the minute, over 50.5418, 30.2302" in sun.at.text()
    check = check_image(made.values)
    assert check.at is not None and check.at.second in (29, 30)


def test_it_follows_an_edit_of_a_field_at_once(hand: Hand):
    made = image(hand)
    hand.case.set(made, acquired="2022-03-19T11:08:31Z")
    sun = section(hand)
    assert sun.verdict.text() == "Disagrees"
    assert "UTC+02:00, a clock of that place, read as UTC" in sun.reason.text()
    assert lines(hand)[-1] == "Difference −38.0° +0.2°"
    hand.case.undo()
    assert sun.verdict.text() == "Agrees"
    assert len(lines(hand)) == 3


def test_a_shadow_adds_its_lines_and_findings_come_and_go(hand: Hand):
    made = image(hand, shadow_azimuth=341, incidence=62, off_nadir=25)
    sun = section(hand)
    assert lines(hand)[3:] == ["By the shadow 161.0° –", "Difference −0.5° –"]
    shown = [line.label.text() for line in sun.findings if line.isVisible()]
    assert len(shown) == 2
    assert "90° less the incidence" in shown[1]
    hand.case.set(made, incidence=28)
    assert [line.isVisible() for line in sun.findings] == [True, False]


def test_a_day_shows_no_computed_sun_and_how_it_runs(hand: Hand):
    image(hand, "2022-03-19")
    sun = section(hand)
    assert sun.verdict.text() == "Cannot be checked"
    assert lines(hand) == ["Stated 161.5° 37.5°"]
    assert not sun.at.isVisible()
    assert "the azimuth runs from" in sun.findings[0].label.text()


def test_it_is_not_there_where_nothing_can_be_checked(hand: Hand):
    blank = hand.item("satellite_image", title="Blank")
    hand.select(blank)
    assert not section(hand).isVisible()
    hand.case.set(blank, acquired="2022-03-19T09:08Z")
    assert section(hand).isVisible()
    assert "Neither the place nor the footprint" in section(hand).reason.text()


def test_other_kinds_have_no_sun(hand: Hand):
    hand.select(hand.item("media", title="Photograph"))
    assert hand.page().sun is None


def test_values_of_another_hand_are_shown_for_what_they_are(hand: Hand):
    image(hand, sun_azimuth="south", gsd=-1)
    shown = [line.label.text() for line in section(hand).findings if line.isVisible()]
    assert any("“Sun azimuth” is not possible" in each for each in shown)
    assert lines(hand)[1] == "Stated – 37.5°"


@pytest.mark.parametrize(
    ("angle", "is_difference", "words"),
    [
        (None, False, "–"),
        (359.96, False, "360.0°"),
        (-0.04, False, "0.0°"),
        (-0.04, True, "±0.0°"),
        (1.25, True, "+1.2°"),
        (-38.0, True, "−38.0°"),
        (-12.3, False, "-12.3°"),
    ],
)
def test_angles_are_told_to_a_tenth(angle: float | None, is_difference: bool, words: str):
    assert angle_in_words(angle, is_difference) == words
