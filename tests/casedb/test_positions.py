"""Positions in files that are nowhere on Earth: told once, offered never, kept to the letter."""

from __future__ import annotations

import pytest

from casedb.intake.positions import trouble
from casedb.intake.proposals import proposals_for
from casedb.model.json_value import JsonValue
from casedb.model.kinds import KINDS


def exif(lat: str, lon: str) -> dict[tuple[str, str], str]:
    return {
        ("GPS", "GPSLatitudeRef"): "N",
        ("GPS", "GPSLatitude"): lat,
        ("GPS", "GPSLongitudeRef"): "E",
        ("GPS", "GPSLongitude"): lon,
    }


def xmp(lat: str, lon: str) -> dict[tuple[str, str], str]:
    return {("XMP", "exif:GPSLatitude"): lat, ("XMP", "exif:GPSLongitude"): lon}


def is_proposed(tags: dict[tuple[str, str], str]) -> bool:
    facts: dict[str, JsonValue] = {"tags": [[*key, text] for key, text in tags.items()]}
    return any(each.field == "created_where" for each in proposals_for(KINDS["media"], facts))


@pytest.mark.parametrize(
    "tags",
    [
        exif("95/1 0/1 0/1", "30/1 31/1 0/1"),
        exif("50/1 27/1 0/1", "400/1 0/1 0/1"),
        exif("nan", "30.5"),
        exif("0/0 0/0 0/0", "0/0 0/0 0/0"),
        exif("50/1 27/0 0/1", "30/1 31/1 0/1"),
        exif("50.45", "inf"),
        exif("1e300", "30.5"),
        xmp("95,0.0N", "30,31.0E"),
        xmp("50,27.5N", "190,31.0W"),
        xmp("NaN", "30.5"),
        xmp("50.45", "400"),
    ],
)
def test_a_position_nowhere_on_earth_is_told_and_not_proposed(
    tags: dict[tuple[str, str], str],
) -> None:
    told = trouble(tags)
    assert told.startswith("The position in the file is impossible (") and told.endswith("kept.")
    assert all(text in told for (_, name), text in tags.items() if not name.endswith("Ref"))
    assert not is_proposed(tags)


@pytest.mark.parametrize(
    "tags",
    [
        {},
        exif("50/1 27/1 3000/100", "30/1 31/1 0/1"),
        exif("90/1", "180/1"),
        exif("0/1 0/1 0/1", "0/1 0/1 0/1"),
        exif("50 deg 27", "about 30"),
        xmp("50,27.5N", "30,31.0E"),
        xmp("50.45", "30.5"),
        {("GPS", "GPSLatitude"): "50/1 27/1 0/1"},
    ],
)
def test_of_a_position_that_may_be_there_is_nothing_to_say(
    tags: dict[tuple[str, str], str],
) -> None:
    assert trouble(tags) == ""


def test_where_both_parts_are_wrong_it_is_said_once_and_hidden_signs_are_seen() -> None:
    both = trouble({**exif("95", "400"), **xmp("95,0.0N", "400,0.0E")})
    assert both.count("impossible") == 1
    assert "\u202e" not in trouble(xmp("\u202e" * 500, "NaN")) and "⟨RLO⟩" in trouble(
        xmp("\u202e" * 500, "NaN")
    )
    assert len(trouble(xmp("\u202e" * 500, "NaN"))) < 700
