"""STAC items, the records in which catalogues describe scenes, read as values of a satellite image.

An item of any version (0.6 to 1.1), or a GeoJSON feature with the same properties, becomes values of the
kind `satellite_image` and a report of what became of it. It is read as somebody's word: what cannot be is
left out with the reason, what does not go together is told and not mended, and nothing is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeGuard, cast

from casedb.errors import IntakeRefused
from casedb.exchange.foreign_json import TWICE, read_json
from casedb.exchange.stac_places import read_footprint
from casedb.model.fields import Number
from casedb.model.fuzzy_date import DateNotUnderstood, FuzzyDate, ZoneBasis
from casedb.model.json_value import JsonValue
from casedb.model.kinds.satellite_image import SATELLITE_IMAGE
from casedb.model.place import Place, Point
from casedb.words import say

LARGEST = 8 << 20
"""Bytes of a file that is read as an item; real ones have some ten thousand."""
_HEAD = 1 << 16
LONGEST_TEXT, LONGEST_NOTES, LONGEST_TITLE = 400, 10_000, 120
_COARSEST = 1_000_000
"""Metres a pixel beyond which no picture is of use."""

_TEXTS: Mapping[str, tuple[str, ...]] = {
    "platform": ("platform", "eo:platform", "constellation", "eo:constellation"),
    "scene_id": (
        *("landsat:scene_id", "landsat:product_id", "s2:product_uri", "sentinel2:product_uri"),
        *("sentinel:product_id", "dg:catalog_id", "catalog_id", "sat:scene_id"),
    ),
    "processing_level": (
        *("processing:level", "landsat:processing_level", "landsat:correction", "dg:product_level"),
        *("s2:product_type", "sentinel2:product_type", "cbers:data_type"),
    ),
}
_NUMBERS: Mapping[str, tuple[str, ...]] = {
    "gsd": ("gsd", "eo:gsd"),
    "cloud_cover": ("eo:cloud_cover",),
    "off_nadir": ("view:off_nadir", "eo:off_nadir"),
    "incidence": ("view:incidence_angle", "eo:incidence_angle"),
    "sun_azimuth": ("view:sun_azimuth", "eo:sun_azimuth"),
    "sun_elevation": ("view:sun_elevation", "eo:sun_elevation"),
}
"""The properties that fill a field, the first that is there winning: today's name, then older ones."""

_OF_A_SCENE = re.compile(r"(view|eo|sat|sar|landsat|sentinel2?|s2|dg|pl|cbers):.+")
_DATATAKES = (
    *("s2:datatake_id", "sentinel2:datatake_id", "s2:product_uri", "sentinel2:product_uri"),
    "sentinel:product_id",
)
_RADAR = re.compile(r"\b(c-|x-|l-|p-|s-)?sar\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class StacReport:
    """What became of an item. `taken` are labels of fields, `kept` keys that stay in the file alone;
    the others are sentences: what was taken otherwise than it stands there, what was left out and why,
    and what does not go together."""

    taken: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()

    @property
    def sentences(self) -> tuple[str, ...]:
        """Everything that somebody should know, the gravest first."""
        return (*self.doubts, *self.left_out, *self.changed)


@dataclass(frozen=True, slots=True)
class StacItem:
    """An item as values of a satellite image, in their stored form, and what became of it."""

    values: dict[str, JsonValue]
    report: StacReport


def read_stac(data: bytes) -> StacItem | None:
    """The satellite image that a STAC item describes; None for bytes that are none and claim nothing.

    Raises IntakeRefused for what says that it is STAC and cannot be read as one item.
    """
    claims = b'"stac_version"' in data[:_HEAD]
    if len(data) > LARGEST:
        if claims:
            raise IntakeRefused(
                say(
                    "It says that it is a STAC item, but has more than {largest} MiB, so it was not read as one.",
                    largest=LARGEST >> 20,
                )
            )
        return None
    try:
        found = read_json(data)
    except IntakeRefused:
        if claims:
            raise
        return None
    if not isinstance(found, dict):
        return None
    return _read_object(cast("dict[str, object]", found), claims)


def _read_object(found: dict[str, object], claims: bool) -> StacItem | None:
    sort, version = found.get("type"), found.get("stac_version")
    properties = found.get("properties")
    if sort == "Feature":
        known: dict[str, object] = {}
        if isinstance(properties, dict):
            known = cast("dict[str, object]", properties)
        return _Reading(found, known).read() if version is not None or _is_scene(known) else None
    features = found.get("features")
    if isinstance(features, list):
        items = cast("list[object]", features)
        if len(items) == 1 and isinstance(items[0], dict):
            return _read_object({**cast("dict[str, object]", items[0]), "features": None}, claims)
        if claims:
            raise IntakeRefused(
                say("It holds a collection of STAC items; a card is made of a file with one item.")
            )
    if version is None:
        return None
    raise IntakeRefused(
        say("It is a STAC catalogue or collection and no item, so it describes no single image.")
    )


def _is_scene(properties: Mapping[str, object]) -> bool:
    """Whether a feature without a version has properties that only scenes have."""
    return any(_OF_A_SCENE.fullmatch(key) for key in properties)


class _Reading:
    """One item on its way to values."""

    def __init__(self, item: Mapping[str, object], properties: Mapping[str, object]) -> None:
        self._item = item
        self._properties = properties
        self._used = {"type", "stac_version", "stac_extensions", "properties", "features"}
        self._values: dict[str, JsonValue] = {}
        self._changed: list[str] = []
        self._left_out: list[str] = []
        self._doubts: list[str] = []

    def read(self) -> StacItem:
        self._read_names()
        self._read_time()
        for field, keys in _TEXTS.items():
            self._take_text(field, self._first(keys), LONGEST_TEXT)
        for field, keys in _NUMBERS.items():
            self._take_number(field, keys)
        self._read_finest_band()
        self._read_sensor()
        self._read_providers()
        self._read_places()
        return StacItem(self._values, self._report())

    def _report(self) -> StacReport:
        labels = {field.name: field.label for field in SATELLITE_IMAGE.fields}
        keys = [*self._item, *self._properties]
        kept = [_clean(each, 60) for each in keys if each not in self._used]
        return StacReport(
            tuple(say(labels[name]) for name in self._values),
            tuple(self._changed),
            tuple(self._left_out),
            tuple(self._doubts),
            tuple(dict.fromkeys(kept)),
        )

    # -- looking things up --------------------------------------------------------------------

    def _property(self, key: str) -> object:
        """A property of the item; told and None where it stands there twice and says two things."""
        return self._looked_up(self._properties, key)

    def _member(self, key: str) -> object:
        return self._looked_up(self._item, key)

    def _looked_up(self, among: Mapping[str, object], key: str) -> object:
        value = among.get(key)
        if value is TWICE:
            if key not in self._used:
                self._left_out.append(
                    say(
                        "“{key}” stands there twice with different values, so neither was taken.",
                        key=key,
                    )
                )
            value = None
        if key in among:
            self._used.add(key)
        return value

    def _first(self, keys: Sequence[str]) -> tuple[str, object]:
        """The first of some properties that is there, by its name."""
        for key in keys:
            value = self._property(key)
            if value is not None:
                return key, value
        return "", None

    # -- texts and numbers --------------------------------------------------------------------

    def _take_text(self, field: str, found: tuple[str, object], longest: int) -> None:
        key, value = found
        if value is None:
            return
        if not isinstance(value, str):
            self._refuse(key, say("It is no text."))
            return
        text = _clean(value, longest, "\n" if field == "notes" else "")
        if text != value:
            self._changed.append(
                say("“{key}” was shortened, or held signs that cannot be read.", key=key)
            )
        if text:
            self._values[field] = text

    def _take_number(self, field: str, keys: Sequence[str]) -> None:
        key, value = self._first(keys)
        if value is None:
            return
        if not _is_number(value):
            self._refuse(key, say("It is no number."))
            return
        declared = SATELLITE_IMAGE.field(field)
        assert isinstance(declared, Number)
        low, high = declared.low, declared.high
        is_possible = (low is None or low <= value) and value <= (
            _COARSEST if high is None else high
        )
        if not is_possible or (field == "gsd" and not value):
            self._refuse(key, say("{value} is not possible.", value=_digits(value)))
            return
        self._values[field] = declared.write(value)

    def _read_finest_band(self) -> None:
        """Where the item states no ground sample distance, that of its finest file that does."""
        assets = self._item.get("assets")
        if "gsd" in self._values or "gsd" in self._used or not isinstance(assets, dict):
            return
        stated = (
            cast("dict[str, object]", each).get("gsd")
            for each in cast("dict[str, object]", assets).values()
            if isinstance(each, dict)
        )
        found = [each for each in stated if _is_number(each) and 0 < each <= _COARSEST]
        if found:
            self._values["gsd"] = SATELLITE_IMAGE.field("gsd").write(min(found))
            self._changed.append(say("Its ground sample distance is that of its finest band."))

    def _refuse(self, key: str, reason: str) -> None:
        self._left_out.append(f"{say('“{key}” was left out.', key=key)} {reason}")

    # -- what it is ---------------------------------------------------------------------------

    def _read_names(self) -> None:
        known = self._property("title")
        title = known if isinstance(known, str) and known.strip() else self._member("id")
        if isinstance(title, str):
            shown = _clean(title, LONGEST_TITLE)
            if shown:
                self._values["title"] = shown
        self._take_text("stac_id", ("id", self._member("id")), LONGEST_TEXT)
        collection = self._member("collection") or self._property("collection")
        self._take_text("stac_collection", ("collection", collection), LONGEST_TEXT)
        told = self._property("description")
        if isinstance(told, str):
            self._take_text("notes", ("description", told), LONGEST_NOTES)

    def _read_sensor(self) -> None:
        keys = self._properties.keys()
        instruments = self._property("instruments") or self._property("eo:instrument")
        named = (
            cast("list[object]", instruments) if isinstance(instruments, list) else [instruments]
        )
        is_radar = any(key.startswith("sar:") for key in keys) or any(
            isinstance(each, str) and _RADAR.search(each) for each in named
        )
        if is_radar:
            self._values["sensor"] = "sar"
        elif any(key.startswith(("eo:", "view:sun_")) for key in keys):
            self._values["sensor"] = "optical"

    def _read_providers(self) -> None:
        given = self._property("providers") or self._member("providers")
        found = cast("list[object]", given) if isinstance(given, list) else []
        named: list[tuple[str, tuple[str, ...]]] = []
        for each in found[:20]:
            if isinstance(each, dict):
                told = cast("dict[str, object]", each)
                name, roles = told.get("name"), told.get("roles")
                if isinstance(name, str) and (name := _clean(name, LONGEST_TEXT)):
                    listed = cast("list[object]", roles) if isinstance(roles, list) else []
                    named.append((name, tuple(str(role) for role in listed[:10])))
        if given is not None and not named:
            self._refuse("providers", say("It names nobody."))
        producers = [name for name, roles in named if "producer" in roles]
        if provider := ", ".join(dict.fromkeys(producers or [name for name, _ in named[:1]])):
            self._values["provider"] = provider
        licensors = [name for name, roles in named if "licensor" in roles]
        licence = self._property("license") or self._member("license")
        if isinstance(licence, str) and _clean(licence, LONGEST_TEXT):
            licensors.append(_clean(licence, LONGEST_TEXT))
        if licensors:
            self._values["attribution"] = ", ".join(dict.fromkeys(licensors))

    # -- when ---------------------------------------------------------------------------------

    def _read_time(self) -> None:
        given = self._property("datetime")
        ends = [self._first((key, f"dtr:{key}"))[1] for key in ("start_datetime", "end_datetime")]
        if given is not None:
            self._take_time("datetime", given)
        elif all(isinstance(each, str) for each in ends):
            both = [str(each).strip() for each in ends]
            self._take_time("start_datetime", both[0] if both[0] == both[1] else "/".join(both))
        elif any(each is not None for each in ends):
            self._refuse("start_datetime", say("The other end of the time is not stated."))
        else:
            self._doubts.append(say("It does not say when the image was acquired."))

    def _take_time(self, key: str, value: object) -> None:
        if not isinstance(value, str):
            self._refuse(key, say("It is no text."))
            return
        try:
            acquired = FuzzyDate.parse(_clean(value, LONGEST_TEXT))
        except DateNotUnderstood as trouble:
            self._refuse(key, str(trouble))
            return
        self._values["acquired"] = acquired.to_json()
        has_clock = "T" in acquired.edtf
        if has_clock and acquired.zone is ZoneBasis.UNKNOWN:
            self._doubts.append(say("The time has no zone, and none was made up."))
        digits = re.sub(r"\D", "", value)[:14]
        takes = (self._properties.get(each) for each in _DATATAKES)
        begun = [
            re.sub(r"\D", "", each)
            for take in takes
            if isinstance(take, str)
            for each in re.findall(r"[0-9]{8}T[0-9]{6}", take)[:1]
        ]
        if has_clock and len(digits) == 14 and digits in begun:
            self._values["time_basis"] = "datatake"
            self._changed.append(
                say(
                    "Its time is that of the datatake, minutes from the exposure, by the product’s id."
                )
            )

    # -- where --------------------------------------------------------------------------------

    def _read_places(self) -> None:
        for key in ("proj:epsg", "proj:code"):
            self._property(key)
        found = read_footprint(self._member("geometry"), self._member("bbox"), self._properties)
        self._changed += found.changed
        self._left_out += found.left_out
        self._doubts += found.doubts
        if found.shape is not None:
            field = "where" if isinstance(found.shape, Point) else "footprint"
            self._values[field] = Place(shape=found.shape).to_json()


def _is_number(value: object) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _digits(value: float) -> str:
    try:
        return f"{value:.6g}"
    except OverflowError:
        return "∞"


def _clean(text: str, longest: int, breaks: str = "") -> str:
    """A text that can be stored and shown: nothing in it that steers, and no halves of signs."""
    whole = text[: longest * 2].encode("utf-8", "replace").decode("utf-8")
    allowed = f"\u200c\u200d{breaks}"
    kept = "".join(sign if sign.isprintable() or sign in allowed else " " for sign in whole)
    return kept.strip()[:longest].strip()
