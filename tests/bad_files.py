"""Files that are meant to hurt whoever takes them in, each with a word of what is said of it."""

from __future__ import annotations

import hashlib
import io
import json
import struct
import zipfile
import zlib
from collections.abc import Callable

from PIL import Image

from fuzzed import PDF, STAC


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(wide: int, high: int, rows: bytes, *, before: bytes = b"") -> bytes:
    head = struct.pack(">IIBBBBB", wide, high, 8, 0, 0, 0, 0)
    body = chunk(b"IHDR", head) + before + chunk(b"IDAT", zlib.compress(rows, 9))
    return b"\x89PNG\r\n\x1a\n" + body + chunk(b"IEND", b"")


def saved(wide: int, high: int, form: str, **how: object) -> bytes:
    out = io.BytesIO()
    image = Image.new("L", (wide, high), 128)
    image.save(out, form, **how)  # pyright: ignore[reportArgumentType]
    return out.getvalue()


def tiff(*entries: tuple[int, int, int, int], after: bytes = b"") -> bytes:
    """A TIFF whose one directory has these entries: tag, type, count, value."""
    rows = b"".join(struct.pack("<HHII", *entry) for entry in entries)
    return b"II*\x00\x08\x00\x00\x00" + struct.pack("<H", len(entries)) + rows + bytes(4) + after


def exif_jpeg(tiff_part: bytes) -> bytes:
    told = b"Exif\x00\x00" + tiff_part
    plain = saved(16, 16, "JPEG")
    return plain[:2] + b"\xff\xe1" + struct.pack(">H", len(told) + 2) + told + plain[2:]


def locked_pdf() -> bytes:
    told = b"<</Filter/Standard/V 1/R 2/O<" + b"41" * 32 + b">/U<" + b"42" * 32 + b">/P -4>>"
    ids = b"/ID[<41><41>]/Encrypt 6 0 R"
    return PDF.replace(b"trailer<<", b"6 0 obj" + told + b"endobj\ntrailer<<" + ids)


def endless_pdf() -> bytes:
    """Pages that are each other's parents."""
    return PDF.replace(b"/Kids[3 0 R]", b"/Kids[2 0 R 2 0 R]").replace(
        b"/Count 1", b"/Count 999999999"
    )


def nested_zip() -> bytes:
    data = bytes(1 << 20)
    for n in range(4):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
            for each in range(4):
                file.writestr(f"../{n}-{each}.zip", data)
        data = out.getvalue()
    return data


def swapped_stac() -> bytes:
    ring = [[50, 130], [51, 130], [51, 131], [50, 130]]
    geometry = {"type": "Polygon", "coordinates": [ring]}
    return json.dumps({**STAC, "geometry": geometry, "bbox": [50, 130, 51, 131]}).encode()


def unplaced_stac() -> bytes:
    return json.dumps({**STAC, "geometry": None, "bbox": []}).encode()


def entities(count: int = 12) -> bytes:
    """XMP that would grow without end if its entities were put in."""
    grown = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, count))
    packet = (
        f'<!DOCTYPE x [<!ENTITY a0 "lol">{grown}]><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        f"&a{count - 1};</x:xmpmeta>"
    )
    text = b"XML:com.adobe.xmp\x00\x00\x00\x00\x00" + packet.encode()
    return png(2, 2, bytes(6), before=chunk(b"iTXt", text))


BAD: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "a bomb of PNG": ("bomb.png", lambda: png(30_000, 30_000, bytes(1 << 20)), "too many"),
    "a long line of PNG": ("line.png", lambda: png(1, 100_000_000, bytes(1 << 16)), ""),
    "a bomb in a text of PNG": (
        "text.png",
        lambda: png(
            2, 2, bytes(6), before=chunk(b"zTXt", b"a\x00\x00" + zlib.compress(bytes(64 << 20), 9))
        ),
        "unpacked",
    ),
    "a bomb of TIFF": (
        "bomb.tif",
        lambda: tiff(
            (256, 4, 1, 200_000),
            (257, 4, 1, 200_000),
            (258, 3, 1, 8),
            (259, 3, 1, 5),
            (262, 3, 1, 1),
            (273, 4, 1, 8),
            (278, 4, 1, 200_000),
            (279, 4, 1, 99),
        ),
        "too many",
    ),
    "a TIFF that leads in a circle": (
        "circle.tif",
        lambda: tiff((256, 4, 1, 1), (330, 4, 1, 8), (34665, 4, 1, 8), (34853, 4, 1, 8)),
        "damaged",
    ),
    "nested archives": ("nested.zip", nested_zip, ""),
    "a picture of one pixel": ("one.png", lambda: saved(1, 1, "PNG"), ""),
    "a picture of one line": ("wide.png", lambda: saved(100_000, 1, "PNG"), ""),
    "a picture of one column": ("high.png", lambda: saved(1, 100_000, "PNG"), ""),
    "a PDF called a picture": ("lies.jpg", lambda: PDF, ""),
    "a picture called a text": ("lies.txt", lambda: saved(8, 8, "JPEG"), ""),
    "a program called a picture": ("lies.png", lambda: b"MZ\x90\x00" + bytes(500), ""),
    "an SVG called a picture": ("svg.png", lambda: b"<svg onload='alert(1)'/>", ""),
    "EXIF of endless counts": (
        "counts.jpg",
        lambda: exif_jpeg(tiff((271, 2, 0xFFFFFFFF, 8), (34665, 4, 0x7FFFFFFF, 0xFFFFFFF0))),
        "",
    ),
    "EXIF that leads to itself": (
        "loop.jpg",
        lambda: exif_jpeg(tiff((34665, 4, 1, 8), (34853, 4, 1, 8))),
        "",
    ),
    "EXIF by nought": (
        "nought.jpg",
        lambda: exif_jpeg(tiff((282, 5, 1, 26), after=struct.pack("<II", 1, 0))),
        "",
    ),
    "XMP that grows": ("grows.png", entities, ""),
    "a locked PDF": ("locked.pdf", locked_pdf, "locked"),
    "a PDF cut off": ("cut.pdf", lambda: PDF[:60], "damaged"),
    "a PDF without an end": ("endless.pdf", endless_pdf, ""),
    "a STAC record with swapped coordinates": ("swapped.json", swapped_stac, "90"),
    "a STAC record without a place": ("unplaced.json", unplaced_stac, "No footprint"),
    "a STAC record that is broken": (
        "broken.json",
        lambda: b'{"stac_version": "1.0.0", ',
        "line 1",
    ),
    "nothing": ("empty.jpg", lambda: b"", "empty"),
    "noise": ("noise.webp", lambda: hashlib.shake_256(b"a").digest(5000), "named like a picture"),
}
"""What each is: the name that it comes under, how it is made, and a word of what is told of it."""
