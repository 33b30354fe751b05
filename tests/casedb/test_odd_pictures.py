"""Pictures that are odd and sound: each is drawn upright, and proposes what stands in it and no more."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, PngImagePlugin, TiffImagePlugin

from casedb.intake.cage.cage import Cage, Part
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
    "interlaced": lambda: interlaced(),
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


def interlaced() -> bytes:
    """A PNG in the seven passes of Adam7, which Pillow reads and does not write."""
    pixels, rows = plain("L").load(), b""
    assert pixels is not None
    for x, y, across, down in (
        *((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4)),
        *((0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)),
    ):
        for row in range(y, 20, down):
            line = [pixels[column, row] for column in range(x, 40, across)]
            rows += b"\0" + bytes(int(str(each)) for each in line)
    head = struct.pack(">IIBBBBB", 40, 20, 8, 0, 0, 0, 1)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in parts
    )


def wide_gamut() -> bytes:
    """A profile of Adobe RGB (1998): its primaries and its gamma, by the layout of ICC.1:2001."""
    spots = {
        b"wtpt": (0.95045, 1.0, 1.08905),
        b"rXYZ": (0.60974, 0.31111, 0.01947),
        b"gXYZ": (0.20528, 0.62567, 0.06087),
        b"bXYZ": (0.14919, 0.06322, 0.74457),
    }
    bodies = {
        name: b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(each * 65_536) for each in spot))
        for name, spot in spots.items()
    }
    curve = b"curv\0\0\0\0" + struct.pack(">IH", 1, 0x0233) + b"\0\0"
    bodies |= dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve)
    bodies[b"desc"] = b"desc\0\0\0\0" + struct.pack(">I", 17) + b"Adobe RGB (1998)\0" + bytes(79)
    at, table, beyond = 132 + 12 * len(bodies), b"", b""
    for name, body in bodies.items():
        table += name + struct.pack(">II", at + len(beyond), len(body))
        beyond += body.ljust(-(-len(body) // 4) * 4, b"\0")
    head = struct.pack(
        ">I4sI4s4s4s", at + len(beyond), b"ADBE", 0x02100000, b"mntr", b"RGB ", b"XYZ "
    )
    head = head.ljust(36, b"\0") + b"acsp" + bytes(28)
    head += struct.pack(">3i", 63_190, 65_536, 54_061)
    return head.ljust(128, b"\0") + struct.pack(">I", len(bodies)) + table + beyond


@pytest.mark.parametrize("form", ["JPEG", "PNG", "TIFF", "WEBP"])
def test_a_profile_of_colours_keeps_no_picture_from_being_drawn(cage: Cage, form: str) -> None:
    for profile in (wide_gamut(), wide_gamut()[:200], b"no profile"):
        made = cage.thumbnail(saved(plain(), form, icc_profile=profile), 10)
        assert (made.width, made.height) == (10, 5)
        assert made.rgba[4 * 21] < 80 and made.rgba[4 * 28] > 170


@pytest.mark.parametrize(
    ("order", "compression"),
    [("<", None), (">", None), ("<", "tiff_lzw"), ("<", "tiff_adobe_deflate")],
)
def test_a_tiff_of_sixteen_bits_is_as_bright_as_it_is(
    cage: Cage, order: str, compression: str | None
) -> None:
    samples = np.full((20, 40), 60_000, f"{order}u2")
    samples[:, :20] = 3_000
    data = saved(Image.fromarray(samples), "TIFF", compression=compression)
    assert data.startswith(b"II*" if order == "<" else b"MM")
    made, part = cage.thumbnail(data, 40), cage.crop(data, Part((0, 0, 1, 1)), 40, 40).pixels
    for each in (made, part):
        assert (each.width, each.height) == (40, 20)
        # 3,000 and 60,000 of 65,535 are these of 255.
        assert (each.rgba[4 * 5], each.rgba[4 * 35]) == (12, 233)


RAMP = np.linspace(0, 1, 40 * 20).reshape(20, 40)
HOLED = np.where(np.arange(RAMP.size).reshape(RAMP.shape) % 7 == 0, np.nan, RAMP)


@pytest.mark.parametrize(
    "samples",
    [
        (4_095 * RAMP).astype("<u2"),
        (2_047 * RAMP).astype(">u2"),
        (100_000 * RAMP).astype(np.int32),
        RAMP.astype(np.float32),
        (30_000 * RAMP - 20_000).astype(np.float32),
        HOLED.astype(np.float32),
    ],
)
def test_dark_and_light_are_seen_whatever_the_samples_are(
    cage: Cage, samples: NDArray[np.generic]
) -> None:
    data = saved(Image.fromarray(samples), "TIFF")
    made, part = cage.thumbnail(data, 40), cage.crop(data, Part((0, 0.5, 1, 1)), 40, 20).pixels
    lines = np.frombuffer(made.rgba, np.uint8).reshape(made.height, made.width, 4)[..., 0]
    assert lines[0, 1:7].max() < 20 and lines[-1, -7:-1].max() > 235
    # A part is as dark as it is in the whole.
    top = np.frombuffer(part.rgba, np.uint8).reshape(part.height, part.width, 4)[0, 1:7, 0]
    assert abs(int(top.max()) - int(lines[10, 1:7].max())) < 4


@pytest.mark.parametrize("sample", [0.25, 60_000])
def test_a_picture_that_is_alike_all_over_is_drawn(cage: Cage, sample: float) -> None:
    samples = np.full((20, 40), sample, np.float32 if sample < 1 else "<u2")
    made = cage.thumbnail(saved(Image.fromarray(samples), "TIFF"), 40)
    assert len(set(made.rgba[::4])) == 1


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


NOUGHT = TiffImagePlugin.IFDRational(0, 0)
POSITION = {1: "S", 2: (33.0, 51.0, 30.0), 3: "W", 4: (70.0, 40.0, 0.0)}


@pytest.mark.parametrize(
    ("parts", "fields"),
    [
        ({"gps": POSITION}, {"created_where": "33.8583"}),
        ({"gps": {2: POSITION[2], 4: POSITION[4]}}, {}),
        ({"gps": {**POSITION, 5: b"\x01", 6: 12.5}}, {"created_where": "33.8583"}),
        ({"gps": {**POSITION, 2: (NOUGHT, NOUGHT, NOUGHT)}}, {}),
        ({"gps": {**POSITION, 4: (70.0, NOUGHT, 0.0)}}, {}),
        ({"gps": {**POSITION, 31: NOUGHT}}, {"created_where": "33.8583"}),
        ({"gps": {7: (9.0, NOUGHT, 56.0), 29: "2023:09:07"}}, {}),
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
