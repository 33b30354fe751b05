"""Files that somebody has broken, each known by a seed and a number: made of sound ones by mutation."""

from __future__ import annotations

import io
import json
import random
import struct
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from PIL import Image, PngImagePlugin, TiffImagePlugin

XMP = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:CreateDate="2024-01-02T03:04:05Z"/>'
    "</rdf:RDF></x:xmpmeta>"
)
PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>"
    b"endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R/Resources<</Font"
    b"<</F 5 0 R>>>>>>endobj\n4 0 obj<</Length 40>>stream\nBT /F 12 Tf 10 50 Td (The ship) Tj ET    \n"
    b"endstream endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
    b"trailer<</Root 1 0 R>>\n%%EOF"
)
STAC = {
    "type": "Feature",
    "stac_version": "1.0.0",
    "id": "scene-1",
    "geometry": {"type": "Polygon", "coordinates": [[[30, 50], [31, 50], [31, 51], [30, 50]]]},
    "bbox": [30, 50, 31, 51],
    "properties": {"datetime": "2022-03-19T09:08:31Z", "gsd": 0.5, "view:sun_azimuth": 161.5},
    "assets": {},
    "links": [],
}
INTERESTING = (0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF)


@cache
def sound_files() -> tuple[tuple[str, bytes], ...]:
    """The files that are mutated, by the names they come under."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0112] = "Maker", 6
    exif.get_ifd(0x8769)[0x9003] = "2024:01:02 03:04:05"
    exif.get_ifd(0x8825)[1], exif.get_ifd(0x8825)[2] = "N", (50.0, 27.0, 30.0)
    geo = TiffImagePlugin.ImageFileDirectory_v2()
    geo[33550], geo[33922] = (0.5, 0.5, 0.0), (0.0, 0.0, 0.0, 30.0, 50.0, 0.0)
    geo.tagtype[33550] = geo.tagtype[33922] = 12
    geo[34735] = (1, 1, 0, 2, 1024, 0, 1, 2, 2048, 0, 1, 4326)
    geo.tagtype[34735] = 3
    note = PngImagePlugin.PngInfo()
    note.add_itxt("XML:com.adobe.xmp", XMP)
    plain = Image.effect_noise((40, 30), 60).convert("RGB")
    animated = [plain.rotate(90 * n).resize((40, 30)) for n in range(3)]
    return (
        ("photo.jpg", _saved(plain, "JPEG", exif=exif, xmp=XMP.encode())),
        ("progressive.jpg", _saved(plain, "JPEG", progressive=True)),
        ("photo.png", _saved(plain, "PNG", pnginfo=note, exif=exif)),
        ("palette.png", _saved(plain.quantize(16), "PNG")),
        ("moving.gif", _saved(animated[0], "GIF", save_all=True, append_images=animated[1:])),
        ("photo.webp", _saved(plain, "WEBP", exif=exif, xmp=XMP.encode())),
        ("scene.tif", _saved(plain, "TIFF", tiffinfo=geo)),
        ("packed.tif", _saved(plain, "TIFF", compression="tiff_lzw")),
        ("photo.bmp", _saved(plain, "BMP")),
        ("report.pdf", PDF),
        ("scene.json", json.dumps(STAC).encode()),
    )


def _saved(image: Image.Image, form: str, **how: object) -> bytes:
    out = io.BytesIO()
    image.save(out, form, **how)  # pyright: ignore[reportArgumentType]
    return out.getvalue()


def broken_file(seed: int, number: int) -> tuple[str, bytes]:
    """One broken file: always the same for a seed and a number."""
    chance = random.Random(f"{seed}/{number}")
    name, data = chance.choice(sound_files())
    made = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        if made:
            made = bytearray(chance.choice(_MUTATIONS)(chance, made))
    return f"{number}-{name}", bytes(made[: 1 << 20])


def broken_files(seed: int, numbers: range) -> Iterator[tuple[int, str, bytes]]:
    """Broken files of a seed, each with its number."""
    for number in numbers:
        yield number, *broken_file(seed, number)


def write_broken_file(folder: Path, seed: int, number: int) -> Path:
    """A broken file on the disk, to be looked at alone."""
    name, data = broken_file(seed, number)
    path = folder / name
    path.write_bytes(data)
    return path


# -- mutations -------------------------------------------------------------------------------


def _flip(chance: random.Random, data: bytearray) -> bytearray:
    at = chance.randrange(len(data))
    data[at] ^= 1 << chance.randrange(8)
    return data


def _flip_early(chance: random.Random, data: bytearray) -> bytearray:
    at = chance.randrange(min(len(data), 200))
    data[at] = chance.randrange(256)
    return data


def _cut(chance: random.Random, data: bytearray) -> bytearray:
    return data[: chance.randrange(len(data))]


def _take_out(chance: random.Random, data: bytearray) -> bytearray:
    start = chance.randrange(len(data))
    del data[start : start + chance.randrange(1, 200)]
    return data


def _repeat(chance: random.Random, data: bytearray) -> bytearray:
    start = chance.randrange(len(data))
    piece = data[start : start + chance.randrange(1, 200)]
    at = chance.randrange(len(data))
    return data[:at] + piece * chance.choice((1, 2, 50)) + data[at:]


def _splice(chance: random.Random, data: bytearray) -> bytearray:
    _, other = chance.choice(sound_files())
    return data[: chance.randrange(len(data))] + other[chance.randrange(len(other)) :]


def _set_length(chance: random.Random, data: bytearray) -> bytearray:
    """Write a number that is odd for a length where four or two bytes may be one."""
    form = chance.choice((">I", "<I", ">H", "<H"))
    size = struct.calcsize(form)
    if len(data) < size:
        return data
    at = chance.randrange(min(len(data) - size + 1, 400 if chance.random() < 0.5 else 1 << 30))
    value = chance.choice(INTERESTING) & ((1 << 8 * size) - 1)
    data[at : at + size] = struct.pack(form, value)
    return data


def _noise(chance: random.Random, data: bytearray) -> bytearray:
    at = chance.randrange(len(data))
    return data[:at] + chance.randbytes(chance.randrange(1, 60)) + data[at:]


_MUTATIONS: tuple[Callable[[random.Random, bytearray], bytearray], ...] = (
    *(_flip, _flip_early, _cut, _take_out, _repeat, _splice, _set_length, _set_length, _noise),
)
