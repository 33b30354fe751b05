"""Pictures that are odd and sound: each is drawn upright, and proposes what stands in it and no more."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from PIL import Image, PngImagePlugin

from casedb.intake.cage.cage import Cage
from casedb.intake.proposals import proposals_for
from casedb.model.kinds import KINDS

GPS, EXIF = 0x8825, 0x8769


def plain(mode: str = "RGB") -> Image.Image:
    """40 by 20, the left half dark and the right half bright."""
    made = Image.new("L", (40, 20), 30)
    made.paste(220, (20, 0, 40, 20))
    return made.convert(mode)


def saved(picture: Image.Image, form: str, **how: Any) -> bytes:
    out = io.BytesIO()
    picture.save(out, form, **how)
    return out.getvalue()


def with_exif(form: str, orientation: int, **parts: Any) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = orientation
    for name, tags in parts.items():
        exif.get_ifd(GPS if name == "gps" else EXIF).update(tags)
    return saved(plain(), form, exif=exif)


def moving() -> list[Image.Image]:
    return [plain().transpose(Image.Transpose.ROTATE_180) for _ in range(2)]


def deep() -> bytes:
    picture = Image.new("I;16", (40, 20), 65_535)
    picture.paste(3_000, (0, 0, 20, 20))
    return saved(picture, "PNG")


ODD: dict[str, Callable[[], bytes]] = {
    "progressive": lambda: saved(plain(), "JPEG", progressive=True),
    "CMYK": lambda: saved(plain("CMYK"), "JPEG"),
    "palette with holes": lambda: saved(plain("RGBA").quantize(8), "PNG", transparency=255),
    "grey with alpha": lambda: saved(plain("LA"), "PNG"),
    "several pages": lambda: saved(plain(), "TIFF", save_all=True, append_images=moving()),
    "BigTIFF": lambda: saved(plain(), "TIFF", big_tiff=True),
    "LZW": lambda: saved(plain(), "TIFF", compression="tiff_lzw"),
    "several pictures": lambda: saved(plain(), "MPO", save_all=True, append_images=moving()),
    "animated WebP": lambda: saved(plain(), "WEBP", save_all=True, append_images=moving()),
}


@pytest.mark.parametrize("what", ODD)
def test_it_is_drawn_as_it_looks(cage: Cage, what: str) -> None:
    made = cage.thumbnail(ODD[what](), 10)
    assert (made.width, made.height) == (10, 5)
    left, right = made.rgba[4 * 21], made.rgba[4 * 28]
    assert left < 80 and right > 170
    assert cage.look(ODD[what]())["width"] == 40


def test_sixteen_bits_are_drawn(cage: Cage) -> None:
    made = cage.thumbnail(deep(), 10)
    assert (made.width, made.height) == (10, 5)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_each_orientation_is_turned_upright(cage: Cage, form: str, orientation: int) -> None:
    data = with_exif(form, orientation)
    made, told = cage.thumbnail(data, 8), cage.look(data)
    is_turned = orientation > 4
    assert (told["width"], told["height"]) == ((20, 40) if is_turned else (40, 20))
    first = made.rgba[0]
    # Where the dark half, which is stored on the left, comes to lie.
    is_dark_first = orientation in (1, 4, 5, 6)
    assert (first < 100) == is_dark_first


POSITION = {1: "S", 2: (33.0, 51.0, 30.0), 3: "W", 4: (70.0, 40.0, 0.0)}


@pytest.mark.parametrize(
    ("parts", "fields"),
    [
        ({"gps": POSITION}, {"created_where": "33.8583"}),
        ({"gps": {2: POSITION[2], 4: POSITION[4]}}, {}),
        ({"gps": {**POSITION, 5: b"\x01", 6: 12.5}}, {"created_where": "33.8583"}),
        ({"gps": {7: (9.0, 34.0, 56.0)}}, {}),
        (
            {"gps": {7: (9.0, 34.0, 56.5), 29: "2023:09:07"}},
            {"recorded_gps": "7 September 2023, 09:34:56 UTC"},
        ),
        (
            {"exif": {0x9003: "2023:09:07 12:34:56", 0x9011: "+03:00", 0x9291: "078"}},
            {"recorded": "7 September 2023, 12:34:56 UTC+03:00"},
        ),
        (
            {"exif": {0x9003: "2023:09:07 12:34:56", 0x927C: b"Maker\x00\xff\xff\xff\xff"}},
            {"recorded": "7 September 2023, 12:34:56 (zone not stated)"},
        ),
        ({"exif": {0x9003: "    :  :     :  :  "}}, {}),
        ({"exif": {0x9003: "0000:00:00 00:00:00"}}, {}),
    ],
)
@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_what_is_proposed_of_odd_values(
    cage: Cage, form: str, parts: dict[str, dict[int, Any]], fields: dict[str, str]
) -> None:
    facts = cage.look(with_exif(form, 1, **parts))
    told = {each.field: each.shown for each in proposals_for(KINDS["media"], facts)}
    assert set(told) == set(fields)
    assert all(words in told[name] for name, words in fields.items())


def test_xmp_in_png_is_read_as_in_jpeg(cage: Cage) -> None:
    note = PngImagePlugin.PngInfo()
    packet = (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<r:Description xmlns:e="http://ns.adobe.com/exif/1.0/" e:DateTimeOriginal="2023-09-07T12:34"/>'
        "</r:RDF></x:xmpmeta>"
    )
    note.add_itxt("XML:com.adobe.xmp", packet)
    for data in (
        saved(plain(), "PNG", pnginfo=note),
        saved(plain(), "JPEG", xmp=packet.encode()),
        saved(plain(), "WEBP", xmp=packet.encode()),
    ):
        (told,) = proposals_for(KINDS["media"], cage.look(data))
        assert told.shown == "7 September 2023, 12:34 (zone not stated)"
