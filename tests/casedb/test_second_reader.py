"""What the cage reads of a photograph, beside a second reader that shares nothing with it.

The photographs are laid out byte by byte as cameras lay them out; the second reader is the few lines
below. Neither knows of the library that decodes pictures.
"""

from __future__ import annotations

import random
import struct
import unicodedata
from collections.abc import Iterator, Mapping
from fractions import Fraction
from pathlib import Path
from typing import TypeAlias

import pytest

from casedb import Case
from casedb.delivery import deliver
from casedb.intake.cage.cage import Cage
from casedb.intake.examination import metadata_of
from casedb.intake.proposals import Proposal, proposals_for
from casedb.model.fuzzy_date import FuzzyDate
from casedb.model.json_value import JsonValue
from casedb.model.kinds import KINDS
from casedb.model.place import Place, Point
from casedb.model.values import Values
from casedb.store.home import Home

MEDIA = KINDS["media"]
TEXT, SHORT, LONG, RATIONAL, RAW = 2, 3, 4, 5, 7
EXIF, GPS = 0x8769, 0x8825
Tags: TypeAlias = Mapping[int, tuple[int, bytes | str | list[int]]]

PIXEL = bytes.fromhex(
    "ffdb004300" + "01" * 64 + "ffc0000b080001000101011100"
    "ffc4001400010000000000000000000000000000000000ffc4001410010000000000000000000000000000000000"
    "ffda0008010100003f007fffd9"
)
"""One grey pixel of a JPEG, behind its first mark."""

# -- writing ---------------------------------------------------------------------------------------


def laid_out(order: str, main: Tags, exif: Tags, gps: Tags) -> bytes:
    """A TIFF structure with a directory, that of the camera and that of the satellites."""
    at = 8
    blocks: list[bytes] = []
    told = dict(main)
    size = len(directory(order, {**told, EXIF: (LONG, [0]), GPS: (LONG, [0])}, at))
    camera = directory(order, exif, at + size)
    told |= {EXIF: (LONG, [at + size]), GPS: (LONG, [at + size + len(camera)])}
    blocks += [directory(order, told, at), camera]
    blocks.append(directory(order, gps, at + size + len(camera)))
    mark = b"II" if order == "<" else b"MM"
    return mark + struct.pack(f"{order}HI", 42, at) + b"".join(blocks)


def directory(order: str, tags: Tags, at: int) -> bytes:
    head, beyond = struct.pack(f"{order}H", len(tags)), b""
    room = at + 2 + 12 * len(tags) + 4
    for tag, (kind, value) in sorted(tags.items()):
        body, count = packed(order, kind, value)
        if len(body) > 4:
            body, beyond = struct.pack(f"{order}I", room + len(beyond)), beyond + body
        head += struct.pack(f"{order}HHI", tag, kind, count) + body.ljust(4, b"\0")
    return head + bytes(4) + beyond


def packed(order: str, kind: int, value: bytes | str | list[int]) -> tuple[bytes, int]:
    if isinstance(value, str):
        return value.encode("ascii") + b"\0", len(value) + 1
    if isinstance(value, bytes):
        return value, len(value)
    letter = "H" if kind == SHORT else "I"
    body = struct.pack(f"{order}{len(value)}{letter}", *value)
    return body, len(value) // (2 if kind == RATIONAL else 1)


def photograph(tiff: bytes) -> bytes:
    body = b"Exif\0\0" + tiff
    return b"\xff\xd8\xff\xe1" + struct.pack(">H", len(body) + 2) + body + PIXEL


# -- the second reader -----------------------------------------------------------------------------


def read_again(data: bytes) -> dict[str, dict[int, bytes]]:
    """The raw bytes of each tag, by directory; and the byte order."""
    at = 2
    while data[at + 1] != 0xE1 or data[at + 4 : at + 10] != b"Exif\0\0":
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    tiff = data[at + 10 : at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")]
    order = "<" if tiff[:2] == b"II" else ">"
    main = dict(entries(tiff, order, struct.unpack(f"{order}I", tiff[4:8])[0]))
    parts = {"order": {0: order.encode()}, "main": main}
    for name, tag in (("exif", EXIF), ("gps", GPS)):
        (start,) = struct.unpack(f"{order}I", main[tag])
        parts[name] = dict(entries(tiff, order, start))
    return parts


def entries(tiff: bytes, order: str, at: int) -> Iterator[tuple[int, bytes]]:
    (count,) = struct.unpack_from(f"{order}H", tiff, at)
    for n in range(count):
        tag, kind, many = struct.unpack_from(f"{order}HHI", tiff, at + 2 + 12 * n)
        size = {TEXT: 1, SHORT: 2, LONG: 4, RATIONAL: 8, RAW: 1}[kind] * many
        place = at + 10 + 12 * n
        if size > 4:
            (place,) = struct.unpack_from(f"{order}I", tiff, place)
        yield tag, tiff[place : place + size]


def degrees_of(told: dict[str, dict[int, bytes]], tag: int) -> float | None:
    """Degrees as an exact fraction, made a number at the very end; None where one is by nought."""
    order, gps = told["order"][0].decode(), told["gps"]
    parts = struct.unpack(f"{order}6I", gps[tag])
    if not all(parts[1::2]):
        return None
    whole = sum(
        (Fraction(parts[2 * n], parts[2 * n + 1]) / 60**n for n in range(3)), start=Fraction()
    )
    return float(-whole if gps[tag - 1][:1] in b"SW" else whole)


# -- both ------------------------------------------------------------------------------------------


def proposed(cage: Cage, data: bytes) -> dict[str, Proposal]:
    return {each.field: each for each in proposals_for(MEDIA, cage.look(data))}


def place_of(proposal: Proposal) -> Point:
    place = MEDIA.field("created_where").read(Values({"created_where": proposal.value}))
    assert isinstance(place, Place) and isinstance(place.shape, Point)
    return place.shape


def date_of(proposal: Proposal) -> str:
    date = MEDIA.field(proposal.field).read(Values({proposal.field: proposal.value}))
    assert isinstance(date, FuzzyDate)
    return date.edtf


def whereabouts(sides: str, first: list[int], second: list[int]) -> Tags:
    return {
        1: (TEXT, sides[0]),
        2: (RATIONAL, first),
        3: (TEXT, sides[1]),
        4: (RATIONAL, second),
    }


CAMERA: Tags = {0x9003: (TEXT, "2008:10:22 16:28:39"), 0x9004: (TEXT, "2008:10:22 16:28:40")}
MAKER: Tags = {0x010F: (TEXT, "NIKON"), 0x0110: (TEXT, "COOLPIX P6000  "), 0x0112: (SHORT, [1])}
CLOCK: Tags = {7: (RATIONAL, [14, 1, 27, 1, 724, 100]), 29: (TEXT, "2008:10:23")}
TUSCANY = whereabouts(
    "NE",
    [43, 1, 28, 1, 281_400_000, 100_000_000],
    [11, 1, 53, 1, 645_599_999, 100_000_000],
)


@pytest.mark.parametrize("order", ["<", ">"])
def test_a_photograph_of_a_satellite_camera_is_read_to_the_digit(cage: Cage, order: str) -> None:
    data = photograph(laid_out(order, MAKER, CAMERA, {**TUSCANY, **CLOCK}))
    told = proposed(cage, data)
    assert set(told) == {"recorded", "recorded_gps", "created_where", "device"}
    assert date_of(told["recorded"]) == "2008-10-22T16:28:39"
    assert date_of(told["recorded_gps"]) == "2008-10-23T14:27:07Z"
    assert told["device"].value == "NIKON COOLPIX P6000"
    place = place_of(told["created_where"])
    assert (place.lat, place.lon) == pytest.approx((43.46744833333333, 11.88512666666389), abs=1e-9)


@pytest.mark.parametrize("seed", range(40))
def test_two_readers_find_the_same_place(cage: Cage, seed: int) -> None:
    chance = random.Random(seed)
    places = [
        [chance.randrange(most), 1, chance.randrange(60), 1, chance.randrange(60 * part), part]
        for most, part in ((90, 10 ** chance.randrange(7)), (180, 10 ** chance.randrange(7)))
    ]
    sides = chance.choice("NS") + chance.choice("EW")
    order = chance.choice("<>")
    data = photograph(laid_out(order, MAKER, CAMERA, whereabouts(sides, *places)))
    again = read_again(data)
    place = place_of(proposed(cage, data)["created_where"])
    assert place.lat == pytest.approx(degrees_of(again, 2), abs=1e-9)
    assert place.lon == pytest.approx(degrees_of(again, 4), abs=1e-9)


@pytest.mark.parametrize("lacking", [0, 1, 2])
def test_a_fraction_by_nought_gives_no_place_to_either(cage: Cage, lacking: int) -> None:
    numbers = [50, 1, 27, 1, 30, 1]
    numbers[2 * lacking : 2 * lacking + 2] = [0, 0]
    data = photograph(laid_out("<", MAKER, CAMERA, whereabouts("NE", numbers, [30, 1, 0, 1, 0, 1])))
    assert degrees_of(read_again(data), 2) is None
    assert set(proposed(cage, data)) == {"recorded", "device"}
    wrong = photograph(laid_out("<", MAKER, CAMERA, {**TUSCANY, **CLOCK, 7: (RATIONAL, [0] * 6)}))
    assert set(proposed(cage, wrong)) == {"recorded", "device", "created_where"}


def test_a_side_of_the_other_axis_is_no_place(cage: Cage) -> None:
    data = photograph(laid_out("<", MAKER, CAMERA, {**TUSCANY, 1: (TEXT, "E"), 3: (TEXT, "N")}))
    assert set(proposed(cage, data)) == {"recorded", "device"}


@pytest.mark.parametrize(
    "note", [b"Nikon\0\2\x10\0\0MM\0*\xff\xff\xff\xff", b"\xff" * 64, b"OLYMP\0"]
)
def test_a_broken_note_of_the_maker_disturbs_nothing(cage: Cage, note: bytes) -> None:
    camera: Tags = {**CAMERA, 0x927C: (RAW, note)}
    data = photograph(laid_out("<", MAKER, camera, TUSCANY))
    assert read_again(data)["exif"][0x927C] == note
    assert set(proposed(cage, data)) == {"recorded", "created_where", "device"}
    tags = cage.look(data)["tags"]
    assert isinstance(tags, list)
    assert "MakerNote" not in [each[1] for each in tags if isinstance(each, list)]


def test_a_note_of_the_maker_that_lies_beyond_the_file_disturbs_nothing(cage: Cage) -> None:
    tiff = laid_out("<", MAKER, {**CAMERA, 0x927C: (RAW, b"N" * 64)}, TUSCANY)
    entry = struct.pack("<HHI", 0x927C, RAW, 64)
    start = tiff.index(entry) + 8
    beyond = tiff[:start] + struct.pack("<I", 0x7FFF_FFF0) + tiff[start + 4 :]
    assert set(proposed(cage, photograph(beyond))) == {"recorded", "created_where", "device"}


# -- deliveries ------------------------------------------------------------------------------------

NAMES = (
    "%7Etest1.txt",
    "%test2.txt",
    "~test3.txt",
    "100% sure %20 %0A.txt",
    unicodedata.normalize("NFC", "Núñez.txt"),
    "narrow\u202f\u2019s.txt",
    "한글 자료.txt",
    "Їжак.txt",
    "עברית.txt",
)


def test_names_come_in_to_the_letter(tmp_path: Path, home: Home, cage: Cage) -> None:
    folder = tmp_path / "%7Edir2" / "Núñez"
    folder.mkdir(parents=True)
    for name in NAMES:
        (folder / name).write_text(f"of {name}", encoding="utf-8")
    with Case.create(tmp_path / "a.caseboard", "A", home=home) as case:
        rows = deliver(case, [tmp_path / "%7Edir2"], cage)
        there = sorted(each for each in folder.iterdir())
        assert sorted(row.file for row in rows) == [str(each) for each in there]
        for row in rows:
            artifact = case.contents.artifacts[row.artifact]
            assert artifact.name == Path(row.file).name
            assert case.artifact_bytes(row.artifact) == Path(row.file).read_bytes()
            assert case.contents.items[row.item].values.get("title") == Path(row.file).stem


def test_both_forms_of_a_letter_come_in_as_two_files(
    tmp_path: Path, home: Home, cage: Cage
) -> None:
    names = [unicodedata.normalize(form, "Núñez.txt") for form in ("NFC", "NFD")]
    for name in names:
        (tmp_path / ("one" if name == names[0] else "two")).mkdir()
    (tmp_path / "one" / names[0]).write_text("one", encoding="utf-8")
    (tmp_path / "two" / names[1]).write_text("two", encoding="utf-8")
    with Case.create(tmp_path / "a.caseboard", "A", home=home) as case:
        rows = deliver(case, [tmp_path / "one", tmp_path / "two"], cage)
        kept = [case.contents.artifacts[row.artifact].name for row in rows]
    assert kept == [Path(row.file).name for row in rows]
    assert len(rows) == 2


def test_what_is_delivered_keeps_what_the_second_reader_reads(
    tmp_path: Path, home: Home, cage: Cage
) -> None:
    data = photograph(laid_out(">", MAKER, CAMERA, {**TUSCANY, **CLOCK}))
    (tmp_path / "DSCN0010.jpg").write_bytes(data)
    with Case.create(tmp_path / "a.caseboard", "A", home=home) as case:
        (row,) = deliver(case, [tmp_path / "DSCN0010.jpg"], cage)
        facts = metadata_of(case.contents.artifacts[row.artifact])
    assert facts is not None
    tags: JsonValue = facts["tags"]
    assert isinstance(tags, list)
    again = read_again(data)
    assert ["Exif", "DateTimeOriginal", again["exif"][0x9003].rstrip(b"\0").decode()] in tags
    assert ["GPS", "GPSDateStamp", again["gps"][29].rstrip(b"\0").decode()] in tags
    assert degrees_of(again, 2) == pytest.approx(43.46744833333333)
