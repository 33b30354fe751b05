"""The kinds: every field of the domain is declared, and every field type keeps what it is given."""

from __future__ import annotations

import pytest

import caseboard_assets
from casedb.model.fields import (
    AnyField,
    Choice,
    Choices,
    Flag,
    Language,
    Number,
    Table,
    Tags,
    Text,
    Unreadable,
    Url,
)
from casedb.model.forms import ARTIFACT_FIELDS, CASE_FIELDS, ELEMENT_FIELDS, SOURCE_FIELDS
from casedb.model.fuzzy_date import FuzzyDate
from casedb.model.json_value import JsonValue
from casedb.model.kinds import KINDS, Kind, is_known, kind_of
from casedb.model.link_types import LINK_TYPES, link_fields
from casedb.model.place import Place
from casedb.model.reference_fields import (
    AnnotationRef,
    BoardRef,
    ItemRefs,
    Region,
    SourceRef,
    SourceRefs,
)
from casedb.model.values import Values
from casedb.model.when_and_where import NamedPlace, NamedTime, Places, Times, When, Where

EVERY_ITEM = (
    "title summary interpretation interpreted_by notes tags exhibit times places source language "
    "sensitivity origin_known origin_group"
)

# The fields of each kind as the domain names them, beside those every item has.
OWN_FIELDS = {
    "claim": "status claimant first_made first_appearance verbatim verbatim_language translation "
    "competing_set",
    "satellite_image": "provider platform sensor scene_id stac_id stac_collection acquired "
    "time_basis shown where gsd footprint cloud_cover off_nadir incidence sun_azimuth "
    "sun_elevation shadow_azimuth shadow_length object_height processing_level product attribution "
    "features compared_with matches",
    "debris_analysis": "object found_where found_at analysed_at found_by access scale_in_frame "
    "components method reference reference_provenance reference_material matches level strength "
    "candidates alternatives analyst qualifications limits",
    "official_statement": "issuers joint spokesperson office channel verbatim verbatim_language "
    "translation translator stance addresses responds_to record interest evidence_offered said "
    "url archive_url captured_with capture_method",
    "document": "author publisher published url archive_url captured_with capture_method document_type",
    "media": "medium recorded recorded_gps device generation created_where shown_where "
    "authenticity published url archive_url matches captured_with capture_method",
    "event": "happened where quantities",
    "entity": "entity_type aliases identifier where",
    "note": "shown_as",
    "board_card": "board",
}

ALL_FIELDS: list[AnyField] = [
    *(field for kind in KINDS.values() for field in kind.fields),
    *SOURCE_FIELDS,
    *ELEMENT_FIELDS,
    *ARTIFACT_FIELDS,
    *CASE_FIELDS,
    *(field for name in LINK_TYPES for field in link_fields(name)),
]


def test_the_ten_kinds_are_there() -> None:
    assert set(KINDS) == set(OWN_FIELDS)


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_a_kind_has_every_field_of_the_domain(kind: Kind) -> None:
    assert {field.name for field in kind.fields} == set(
        EVERY_ITEM.split() + OWN_FIELDS[kind.name].split()
    )


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_a_kind_names_each_field_once_and_has_an_icon(kind: Kind) -> None:
    names = [field.name for field in kind.fields]
    assert len(names) == len(set(names))
    assert kind.icon in caseboard_assets.icon_names()
    for name in (*kind.face_date, *kind.face_place):
        assert isinstance(kind.field(name), When | Where)


def test_authenticity_has_the_six_ratings_of_media_review() -> None:
    field = KINDS["media"].field("authenticity")
    assert isinstance(field, Choice)
    assert [option.value for option in field.options] == [
        "original",
        "decontextualized",
        "edited_or_cropped",
        "transformed",
        "staged",
        "satire",
    ]


def test_a_kind_of_a_newer_version_is_shown_and_not_known() -> None:
    kind = kind_of("radio_intercept")
    assert kind.label == "Radio intercept"
    assert not is_known("radio_intercept")
    assert kind.icon in caseboard_assets.icon_names()


def sample_of(field: AnyField) -> object:
    """A value that the field can hold."""
    match field:
        case When():
            return FuzzyDate.parse("7 September 2023")
        case Where():
            return Place.parse("Kharkiv, Ukraine")
        case Times():
            return (NamedTime("captured", FuzzyDate.parse("2024-01~")),)
        case Places():
            return (NamedPlace("shown", Place.parse("50.5, 30.2")),)
        case Number():
            return 12.5
        case Flag():
            return True
        case Choice():
            return field.options[-1].value
        case Choices():
            return tuple(option.value for option in field.options[:2])
        case Tags() | SourceRefs() | ItemRefs():
            return ("один", "둘")
        case Table():
            return (
                Values({column.name: column.write(sample_of(column)) for column in field.columns}),
            )
        case Text() | SourceRef() | BoardRef() | AnnotationRef() | Region():
            return "미사일 \u202e ракета"
        case _:
            raise AssertionError(f"no sample for {field}")


STORED = [field for field in ALL_FIELDS if field.stored]


@pytest.mark.parametrize("field", STORED, ids=lambda field: f"{type(field).__name__}-{field.name}")
def test_a_field_reads_back_what_it_wrote(field: AnyField) -> None:
    value = sample_of(field)
    stored = field.write(value)
    assert stored is not None
    assert field.read(Values({field.name: stored})) == value
    assert isinstance(field.show(value), str)
    assert isinstance(field.words(value), str)


ODD: tuple[JsonValue, ...] = ({"new": {"thing": 1}}, 7, "text", ["a"], [["a"]], [{}], False)
"""Values of which most are not what a field stores."""


@pytest.mark.parametrize("field", STORED, ids=lambda field: f"{type(field).__name__}-{field.name}")
def test_a_field_refuses_what_it_does_not_understand(field: AnyField) -> None:
    for stored in ODD:
        values = Values({field.name: stored})
        try:
            value = field.read(values)
        except Unreadable as trouble:
            assert field.label in str(trouble), stored
        else:
            # What was understood must survive being written again.
            again = field.write(value)
            assert again is None or Values({field.name: again}) == values, stored


@pytest.mark.parametrize("field", STORED, ids=lambda field: f"{type(field).__name__}-{field.name}")
def test_an_absent_value_is_none_and_none_is_not_stored(field: AnyField) -> None:
    assert field.read(Values()) is None
    assert field.write(None) is None


def test_empty_values_are_not_stored() -> None:
    assert Text("t", "T").write("") is None
    assert Flag("f", "F").write(False) is None
    assert Tags("g", "G").write(()) is None
    assert Number("n", "N").write(0) == 0


def test_words_of_a_newer_list_are_kept_and_shown_as_they_are() -> None:
    field = KINDS["media"].field("medium")
    assert field.show("hologram") == "hologram"


def test_a_number_carries_its_unit() -> None:
    assert Number("g", "GSD", unit="m").show(0.3) == "0.3 m"
    assert Number("c", "Cloud", unit="%").show(12) == "12%"


def test_web_addresses_and_languages_are_texts() -> None:
    assert Url("u", "U").read(Values({"u": "https://example.org"})) == "https://example.org"
    assert Language("l", "L").read(Values({"l": "ko"})) == "ko"
