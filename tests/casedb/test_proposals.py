"""What metadata would say of an item: read to the letter, believed by nobody, no zone invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedb.intake.proposals import Proposal, accepted, is_held, proposals_for
from casedb.model.fuzzy_date import FuzzyDate, ZoneBasis
from casedb.model.json_value import JsonValue
from casedb.model.kinds import KINDS
from casedb.model.place import Place, Point
from casedb.model.values import Values

MEDIA, EVENT = KINDS["media"], KINDS["event"]
CAMERA = ("Exif", "DateTimeOriginal", "2023:09:07 12:34:56")
POSITION = (
    ("GPS", "GPSLatitudeRef", "N"),
    ("GPS", "GPSLatitude", "50/1 27/1 3000/100"),
    ("GPS", "GPSLongitudeRef", "E"),
    ("GPS", "GPSLongitude", "30/1 31/1 0/1"),
)


def told(*tags: tuple[str, str, str], kind: str = "media") -> dict[str, Proposal]:
    """The proposals by field."""
    facts: dict[str, JsonValue] = {"tags": [list(each) for each in tags]}
    return {each.field: each for each in proposals_for(KINDS[kind], facts)}


def date_of(proposal: Proposal) -> FuzzyDate:
    date = MEDIA.field("recorded").read(Values({"recorded": proposal.value}))
    assert isinstance(date, FuzzyDate)
    return date


def place_of(proposal: Proposal) -> Place:
    place = MEDIA.field("created_where").read(Values({"created_where": proposal.value}))
    assert isinstance(place, Place)
    return place


def test_the_clock_of_a_camera_has_no_zone_unless_it_says_so() -> None:
    bare = told(CAMERA)["recorded"]
    assert date_of(bare).zone is ZoneBasis.UNKNOWN
    assert bare.basis == "Exif DateTimeOriginal: 2023:09:07 12:34:56"
    assert "no time zone" in bare.caution
    stated = told(CAMERA, ("Exif", "OffsetTimeOriginal", "+03:00"))["recorded"]
    assert date_of(stated).zone is ZoneBasis.STATED
    assert stated.shown == "7 September 2023, 12:34:56 UTC+03:00"
    assert stated.caution == ""


def all_of(*tags: tuple[str, str, str]) -> list[tuple[str, str]]:
    """Each field that is proposed, with the part of the file that it is from."""
    facts: dict[str, JsonValue] = {"tags": [list(each) for each in tags]}
    return [(each.field, each.basis.split()[0]) for each in proposals_for(MEDIA, facts)]


def test_where_exif_and_xmp_differ_both_are_proposed_and_else_one() -> None:
    same = ("XMP", "exif:DateTimeOriginal", "2023-09-07T12:34:56")
    zoned = ("XMP", "exif:DateTimeOriginal", "2023-09-07T12:34:56+03:00")
    other = ("XMP", "exif:DateTimeOriginal", "2023-09-07T11:34:56")
    both = [("recorded", "Exif"), ("recorded", "XMP")]
    assert all_of(CAMERA, same) == [("recorded", "Exif")]
    assert all_of(CAMERA, other) == both
    assert all_of(CAMERA, zoned) == both, "a zone that one of them states is not given to the other"
    assert all_of(other) == [("recorded", "XMP")]
    near = (("XMP", "exif:GPSLatitude", "50,27.5N"), ("XMP", "exif:GPSLongitude", "30,31.0E"))
    far = (("XMP", "exif:GPSLatitude", "48,27.5N"), ("XMP", "exif:GPSLongitude", "30,31.0E"))
    assert all_of(*POSITION, *near) == [("created_where", "GPS")]
    assert all_of(*POSITION, *far) == [("created_where", "GPS"), ("created_where", "XMP")]
    assert all_of(*far) == [("created_where", "XMP")]


def test_the_clock_of_the_satellites_stays_apart_and_is_utc() -> None:
    found = told(
        CAMERA, ("GPS", "GPSDateStamp", "2023:09:07"), ("GPS", "GPSTimeStamp", "9/1 34/1 5600/100")
    )
    assert found["recorded"].shown == "7 September 2023, 12:34:56 (zone not stated)"
    assert found["recorded_gps"].shown == "7 September 2023, 09:34:56 UTC"


@pytest.mark.parametrize(
    ("sides", "point"),
    [("NE", (50.4583, 30.5167)), ("SW", (-50.4583, -30.5167)), ("NW", (50.4583, -30.5167))],
)
def test_a_position_needs_its_hemispheres(sides: str, point: tuple[float, float]) -> None:
    tags = [
        (part, name, sides["Long" in name] if name.endswith("Ref") else text)
        for part, name, text in POSITION
    ]
    shape = place_of(told(*tags)["created_where"]).shape
    assert isinstance(shape, Point)
    assert (shape.lat, shape.lon) == pytest.approx(point, abs=1e-4)
    without = [each for each in tags if each[1] != "GPSLongitudeRef"]
    assert "created_where" not in told(*without)


def test_a_position_is_only_as_exact_as_the_device_says() -> None:
    assert place_of(told(*POSITION)["created_where"]).precision is None
    near = place_of(told(*POSITION, ("GPS", "GPSHPositioningError", "47/10"))["created_where"])
    assert near.precision is not None and near.precision.value == "10 m"


def test_where_it_was_taken_is_not_what_it_shows() -> None:
    found = told(
        *POSITION,
        ("XMP", "Iptc4xmpExt:LocationShown/Iptc4xmpExt:City", "Kharkiv"),
        ("XMP", "Iptc4xmpExt:LocationShown/Iptc4xmpExt:CountryName", "Ukraine"),
    )
    assert place_of(found["shown_where"]).name == "Kharkiv, Ukraine"
    assert place_of(found["created_where"]).name == ""


def test_what_a_device_writes_that_knows_nothing_is_told_as_such() -> None:
    nowhere = [(p, n, "0/1 0/1 0/1" if not n.endswith("Ref") else t) for p, n, t in POSITION]
    assert "0, 0" in told(*nowhere)["created_where"].caution
    unset = told(("Exif", "DateTimeOriginal", "2000:01:01 00:00:07"))["recorded"]
    assert "never set" in unset.caution


def test_a_date_that_a_program_wrote_is_told_as_such() -> None:
    found = told(("XMP", "xmp:CreateDate", "2010-04-13T09:37:22+02:00"))["recorded"]
    assert found.shown == "13 April 2010, 09:37:22 UTC+02:00"
    assert "program" in found.caution


def test_the_device_is_named_once() -> None:
    def device(make: str, model: str) -> str:
        return told(("Image", "Make", make), ("Image", "Model", model))["device"].shown

    assert device("NIKON", "COOLPIX P6000") == "NIKON COOLPIX P6000"
    assert device("Canon", "Canon EOS 40D") == "Canon EOS 40D"


def test_kinds_without_such_a_field_have_it_among_further_times_and_places() -> None:
    found = told(CAMERA, *POSITION, kind="event")
    assert set(found) == {"times", "places"}
    values = Values({"times": [{"name": "event", "date": "2023"}]})
    times = accepted(EVENT, values, found["times"])
    assert times == [
        {"name": "event", "date": "2023"},
        {"name": "recorded", "date": found["times"].value},
    ]
    assert not is_held(EVENT, values, found["times"])
    assert is_held(EVENT, Values({"times": times}), found["times"])


def test_what_was_accepted_is_held() -> None:
    for each in told(CAMERA, *POSITION, ("Image", "Model", "X")).values():
        values = Values({each.field: accepted(MEDIA, Values(), each)})
        assert is_held(MEDIA, values, each)
        assert MEDIA.field(each.field).read(values) is not None


PARTS = st.sampled_from(["Image", "Exif", "GPS", "XMP"])
NAMES = st.sampled_from(
    [
        *("DateTimeOriginal", "OffsetTimeOriginal", "GPSDateStamp", "GPSTimeStamp", "GPSLatitude"),
        *("GPSLatitudeRef", "GPSLongitude", "GPSLongitudeRef", "GPSHPositioningError", "Make"),
        *("Model", "xmp:CreateDate", "exif:GPSLatitude", "exif:GPSLongitude"),
    ]
)
WORDS = st.one_of(
    st.text(max_size=24),
    st.sampled_from(["N", "W", "1/0", "nan", "inf", "99/1 99/1 1e400", "9999:99:99 99:99:99"]),
    st.from_regex(r"\A[0-9]{1,3}/[0-9]{1,3}( [0-9]{1,4}/[0-9]{1,4}){0,3}\Z"),
    st.from_regex(r"\A[0-9]{4}:[0-9]{2}:[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}\Z"),
)


@given(st.lists(st.tuples(PARTS, NAMES, WORDS), max_size=12), st.sampled_from(sorted(KINDS)))
def test_whatever_stands_in_a_file_each_proposal_can_be_stored(
    tags: list[tuple[str, str, str]], kind: str
) -> None:
    facts: dict[str, JsonValue] = {"tags": [list(each) for each in tags]}
    for each in proposals_for(KINDS[kind], facts):
        values = Values({each.field: accepted(KINDS[kind], Values(), each)})
        field = KINDS[kind].field(each.field)
        assert field.write(field.read(values)) == values.get(each.field)
        assert each.basis


@pytest.mark.parametrize("facts", [{}, {"tags": None}, {"tags": [1, [2], ["a", "b", "c", "d"]]}])
def test_facts_that_make_no_sense_propose_nothing(facts: dict[str, JsonValue]) -> None:
    assert proposals_for(MEDIA, facts) == ()


def test_a_time_in_a_list_says_whose_clock_it_is() -> None:
    tags = (
        CAMERA,
        ("GPS", "GPSDateStamp", "2023:09:07"),
        ("GPS", "GPSTimeStamp", "9 34 56"),
    )
    facts: dict[str, JsonValue] = {"tags": [list(each) for each in tags]}
    found = proposals_for(KINDS["debris_analysis"], facts)
    assert [each.clock for each in found if each.field == "times"] == ["camera", "satellites"]
