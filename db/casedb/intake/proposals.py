"""What a file's metadata would say of an item, for somebody to accept or not.

Metadata is a claim of the device or of whoever wrote the file last. So nothing here changes an item:
each `Proposal` names a field, the value it could have, and the raw words it was read from. No time
zone is invented, and the clock of a camera stays apart from that of the satellites.

Sources: EXIF 2.32 (CIPA DC-008), XMP (ISO 16684-1), the IPTC photo metadata standard, GeoTIFF 1.1, PDF
(ISO 32000-1, 7.9.4 and 14.3.3).
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

from casedb.intake.positions import Read, exif_position, number, xmp_position
from casedb.model import geotiff
from casedb.model.captures import CAPTURED
from casedb.model.fields import Text
from casedb.model.fuzzy_date import DateNotUnderstood, FuzzyDate
from casedb.model.json_value import JsonValue
from casedb.model.kinds.kind import Kind
from casedb.model.place import Place, PlaceNotUnderstood, Point, Precision
from casedb.model.values import Values
from casedb.model.when_and_where import Places, Times, When, Where
from casedb.words import say

_EXIF_DATE = re.compile(r"(\d{4})[:\-/](\d\d)[:\-/](\d\d)[ T](\d\d):(\d\d)(?::(\d\d))?")
_PDF_DATE = re.compile(
    r"(?:D:)?(\d{4})(?:(\d\d)(?:(\d\d)(?:(\d\d)(\d\d)(\d\d)?(?:(Z)|([+-]\d\d)'?(\d\d)?)?)?)?)?"
)
_OFFSET = re.compile(r"(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)")
_UNSET = frozenset({"0000-00-00", "1970-01-01", "1980-01-01", "2000-01-01", "2001-01-01"})
"""The days from which clocks begin that nobody has set."""

_WRITTEN = frozenset({"photoshop:DateCreated", "xmp:CreateDate"})
"""Times that are those of a file as often as those of a picture."""

_CLOSE, _NEAR, _FAR = 10.0, 100.0, 1_000.0
"""Metres of error up to which a position is as exact as the classes of `Precision` say."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A value that a file's metadata gives for a field of the item.

    `field` is the name of the field, `name` which of several times or places it is where the field
    is a list of them; `value` as it would be stored, `shown` as people read it; `basis` the raw words
    and where they stood; `caution` a sentence to know before it is accepted, or nothing. `clock` says
    whose time it is: that of the camera or of the satellites, or nothing.
    """

    field: str
    name: str
    value: JsonValue
    shown: str
    basis: str
    caution: str = ""
    clock: str = ""


CAMERA, SATELLITES = "camera", "satellites"

Tags = Mapping[tuple[str, str], str]


def proposals_for(kind: Kind, facts: Mapping[str, JsonValue]) -> tuple[Proposal, ...]:
    """What the metadata of a file would say of an item of a kind, in the order of a form.

    `facts` is what `casedb.intake.cage.metadata.look` told of the file.
    """
    tags = tags_of(facts)
    found = (
        *_times(kind, tags),
        *_places(kind, tags),
        *_outline(kind, tags, facts),
        *_device(kind, tags),
        *_author(kind, facts),
        *_capture(kind, tags),
    )
    return tuple(found)


def tags_of(facts: Mapping[str, JsonValue]) -> Tags:
    """The raw texts by part (Image, Exif, GPS, GeoTIFF, XMP, PDF) and name; the first of each counts."""
    tags: dict[tuple[str, str], str] = {}
    rows = facts.get("tags")
    for row in rows if isinstance(rows, list) else ():
        if isinstance(row, list) and len(row) == 3:
            part, name, text = (str(each) for each in row)
            if text.strip():
                tags.setdefault((part, name), text.strip())
    return tags


def accepted(kind: Kind, values: Values, proposal: Proposal) -> JsonValue:
    """What the proposal's field would hold if it were accepted: lists gain an entry."""
    field = kind.field(proposal.field)
    if not isinstance(field, Times | Places):
        return proposal.value
    key = "date" if isinstance(field, Times) else "place"
    held = values.get(proposal.field)
    before = held if isinstance(held, list) else []
    return [*before, {"name": proposal.name, key: proposal.value}]


def is_held(kind: Kind, values: Values, proposal: Proposal) -> bool:
    """Whether the item says just that already."""
    held, wanted = values.get(proposal.field), accepted(kind, Values(), proposal)
    if not isinstance(kind.field(proposal.field), Times | Places):
        return held == wanted
    return isinstance(held, list) and any([row] == wanted for row in held)


# -- times -----------------------------------------------------------------------------------


def _times(kind: Kind, tags: Tags) -> Iterator[Proposal]:
    said: set[str] = set()
    for told, own, clock in (
        (_document_clock(tags), "recorded", ""),
        (_camera_clock(tags, _EXIF_CLOCKS), "recorded", CAMERA),
        (_camera_clock(tags, _XMP_CLOCKS), "recorded", ""),
        (_satellite_clock(tags), "recorded_gps", SATELLITES),
    ):
        if told is None:
            continue
        stated, basis, caution = told
        try:
            date = FuzzyDate.parse(stated)
        except DateNotUnderstood:
            continue
        # What two parts of a file say alike is said once; where they differ both are, to be chosen of.
        if own == "recorded" and date.edtf in said:
            continue
        said.add(date.edtf if own == "recorded" else "")
        field = own if kind.has(own) and isinstance(kind.field(own), When) else "times"
        if kind.has(field):
            shown = date.show()
            yield Proposal(field, "recorded", date.to_json(), shown, basis, caution, clock)


_EXIF_CLOCKS = (
    ("Exif", "DateTimeOriginal", "OffsetTimeOriginal"),
    ("Exif", "DateTimeDigitized", "OffsetTimeDigitized"),
)
_XMP_CLOCKS = (
    ("XMP", "exif:DateTimeOriginal", ""),
    ("XMP", "photoshop:DateCreated", ""),
    ("XMP", "xmp:CreateDate", ""),
)
"""The times of a part, with what gives their offset; the first that is there counts."""


def _camera_clock(
    tags: Tags, clocks: tuple[tuple[str, str, str], ...]
) -> tuple[str, str, str] | None:
    """The time by the camera: as EDTF, the raw words, and what there is to know."""
    for part, name, offset in clocks:
        raw = tags.get((part, name), "")
        match = _EXIF_DATE.match(raw)
        if match is None:
            continue
        year, month, day, hour, minute, second = match.groups()
        # Seconds that nobody wrote are none.
        stated = f"{year}-{month}-{day}T{hour}:{minute}" + (f":{second}" if second else "")
        zone = tags.get((part, offset), "") if offset else raw[match.end() :].lstrip(".0123456789")
        basis = f"{part} {name}: {raw}"
        if name in _WRITTEN:
            caution = say("A program wrote this; it need not be when the picture was taken.")
            return stated + (zone if _OFFSET.fullmatch(zone) else ""), basis, caution
        if _OFFSET.fullmatch(zone):
            stated += zone
            basis += f"; {offset}: {zone}" if offset else ""
        return stated, basis, _caution_of(stated, has_zone=bool(_OFFSET.fullmatch(zone)))
    return None


def _document_clock(tags: Tags) -> tuple[str, str, str] | None:
    """The time by the program that made a document."""
    raw = tags.get(("PDF", "CreationDate"), "")
    match = _PDF_DATE.match(raw)
    if match is None:
        return None
    year, month, day, hour, minute, second, utc, zone, rest = match.groups()
    stated = "-".join(each for each in (year, month, day) if each)
    # What nobody wrote is not made up.
    stated += f"T{hour}:{minute}" + (f":{second}" if second else "") if hour else ""
    offset = utc or (f"{zone}:{rest or '00'}" if zone else "")
    has_zone = bool(_OFFSET.fullmatch(offset))
    caution = say("Somebody has written this into the file.")
    if hour and not has_zone:
        caution = _caution_of(stated, has_zone=False)
    return stated + (offset if has_zone else ""), f"PDF CreationDate: {raw}", caution


def _caution_of(stated: str, *, has_zone: bool) -> str:
    if stated[:10] in _UNSET:
        return say("Clocks that were never set begin on this day.")
    if not has_zone:
        return say("The file states no time zone, and none is assumed.")
    return ""


def _satellite_clock(tags: Tags) -> tuple[str, str, str] | None:
    day, time = tags.get(("GPS", "GPSDateStamp"), ""), tags.get(("GPS", "GPSTimeStamp"), "")
    numbers = [number(each) for each in time.split()]
    match = re.fullmatch(r"(\d{4})[:\-](\d\d)[:\-](\d\d)", day)
    if match is None or len(numbers) != 3 or None in numbers:
        return None
    hour, minute, second = (int(each or 0) for each in numbers)
    stated = f"{'-'.join(match.groups())}T{hour:02d}:{minute:02d}:{second:02d}Z"
    return stated, f"GPS GPSDateStamp: {day}; GPSTimeStamp: {time}", ""


# -- places ----------------------------------------------------------------------------------


def _places(kind: Kind, tags: Tags) -> Iterator[Proposal]:
    for read, own, name in (
        (_position(exif_position), "created_where", "created"),
        (_other_position, "created_where", "created"),
        (_named("LocationCreated"), "created_where", "created"),
        (_named("LocationShown"), "shown_where", "shown"),
    ):
        told = read(tags)
        if told is None:
            continue
        place, basis, caution = told
        field = own if kind.has(own) and isinstance(kind.field(own), Where) else "places"
        if kind.has(field):
            yield Proposal(field, name, place.to_json(), place.show(), basis, caution)


def _outline(kind: Kind, tags: Tags, facts: Mapping[str, JsonValue]) -> Iterator[Proposal]:
    """Where a georeferenced picture lies on the ground."""
    width, height = facts.get("width"), facts.get("height")
    is_upright = tags.get(("Image", "Orientation"), "1") == "1"
    if not isinstance(width, int) or not isinstance(height, int) or not is_upright:
        return
    found = geotiff.footprint(tags, width, height)
    if found is None:
        return
    place = Place(shape=found.outline, method=geotiff.PART)
    own = next((each for each in ("footprint", "shown_where", "places") if kind.has(each)), "")
    if own:
        name = "shown" if isinstance(kind.field(own), Places) else ""
        yield Proposal(own, name, place.to_json(), place.show(), found.basis)


_SAME_SPOT = 1e-4
"""Degrees within which two positions are one."""


def _position(read: Read) -> Callable[[Tags], tuple[Place, str, str] | None]:
    """Reads where the device was, as the satellites told it."""
    return lambda tags: _place_of(tags, read(tags))


def _other_position(tags: Tags) -> tuple[Place, str, str] | None:
    """The position in the XMP, where it is another than that in the EXIF."""
    one, other = exif_position(tags), xmp_position(tags)
    if one is not None and other is not None:
        away = max(abs(one[0] - other[0]), abs(one[1] - other[1]))
        if away < _SAME_SPOT:
            return None
    return _place_of(tags, other)


def _place_of(
    tags: Tags, told: tuple[float, float, str, str] | None
) -> tuple[Place, str, str] | None:
    if told is None:
        return None
    lat, lon, stated, basis = told
    error = number(tags.get(("GPS", "GPSHPositioningError"), ""))
    try:
        place = Place(
            shape=Point(lat, lon),
            precision=None if error is None else _precision(error),
            method="GPS",
            stated=stated,
        )
    except PlaceNotUnderstood:
        return None
    is_nowhere = abs(lat) < 1e-6 and abs(lon) < 1e-6
    caution = say("Devices that know no position write 0, 0.") if is_nowhere else ""
    return place, basis, caution


def _precision(metres: float) -> Precision:
    if metres <= _CLOSE:
        return Precision.TEN_METRES
    if metres <= _NEAR:
        return Precision.HUNDRED_METRES
    return Precision.ONE_KILOMETRE if metres <= _FAR else Precision.REGION


def _named(kind_of_place: str) -> Callable[[Tags], tuple[Place, str, str] | None]:
    """Reads the name of a place that somebody has written into the file."""

    def read(tags: Tags) -> tuple[Place, str, str] | None:
        parts = {
            name.rpartition(":")[2]: text
            for (part, name), text in tags.items()
            if part == "XMP" and name.startswith(f"Iptc4xmpExt:{kind_of_place}/")
        }
        names = ("Sublocation", "City", "ProvinceState", "CountryName")
        told = [parts[each] for each in names if each in parts]
        if not told:
            return None
        words = ", ".join(told)
        basis = f"XMP Iptc4xmpExt:{kind_of_place}: {words}"
        return Place(name=words), basis, say("Somebody has written this into the file.")

    return read


def _device(kind: Kind, tags: Tags) -> Iterator[Proposal]:
    make, model = tags.get(("Image", "Make"), ""), tags.get(("Image", "Model"), "")
    if not kind.has("device") or not isinstance(kind.field("device"), Text) or not model:
        return
    # Many makers write their name into both.
    name = model if model.lower().startswith(make.lower()) else f"{make} {model}"
    yield Proposal("device", "", name, name, f"Image Make: {make}; Model: {model}")


def _author(kind: Kind, facts: Mapping[str, JsonValue]) -> Iterator[Proposal]:
    """Who a file says has written it, in its own words."""
    if not kind.has("author") or not isinstance(kind.field("author"), Text):
        return
    told: list[str] = []
    for part, name in (("PDF", "Author"), ("XMP", "dc:creator")):
        author = "; ".join(_all_of(facts, part, name))
        if author and author not in told:
            told.append(author)
            caution = say("Somebody has written this into the file.")
            yield Proposal("author", "", author, author, f"{part} {name}: {author}", caution)


_ADDRESSES = (
    ("MHTML", "Snapshot-Content-Location"),
    ("WACZ", "mainPageUrl"),
    ("WACZ", "mainPageURL"),
    ("WARC", "WARC-Target-URI"),
)
_SAVED = (("MHTML", "Date"), ("WACZ", "mainPageDate"), ("WARC", "WARC-Date"))
_FRACTION = re.compile(r"(?<=:\d\d)\.\d+")


def _capture(kind: Kind, tags: Tags) -> Iterator[Proposal]:
    """Where a page was saved from and when, as the program says that saved it."""
    caution = say("Somebody has written this into the file.")
    for part, name in _ADDRESSES:
        address = tags.get((part, name), "")
        if kind.has("url") and address.lower().startswith(("http://", "https://")):
            yield Proposal("url", "", address, address, f"{part} {name}: {address}", caution)
    for part, name in _SAVED:
        raw = tags.get((part, name), "")
        date = _moment(raw)
        if date is not None and kind.has("times"):
            basis = f"{part} {name}: {raw}"
            yield Proposal("times", CAPTURED, date.to_json(), date.show(), basis, caution)


def _moment(raw: str) -> FuzzyDate | None:
    """A time as a mail or ISO 8601 has it; without a zone where none is stated."""
    stated = _FRACTION.sub("", raw)
    with contextlib.suppress(ValueError, TypeError, IndexError, OverflowError):
        told = parsedate_to_datetime(raw)
        stated = told.isoformat(timespec="seconds")
        # Mails say -0000 where the zone is not known, which is read as none.
        stated = stated.replace("+00:00", "Z")
    try:
        return FuzzyDate.parse(stated) if stated else None
    except DateNotUnderstood:
        return None


def _all_of(facts: Mapping[str, JsonValue], part: str, name: str) -> list[str]:
    """All texts of one name, in their order, where a list has several."""
    rows = facts.get("tags")
    found = [
        str(row[2]).strip()
        for row in (rows if isinstance(rows, list) else ())
        if isinstance(row, list) and len(row) == 3 and row[:2] == [part, name]
    ]
    return list(dict.fromkeys(filter(None, found)))
