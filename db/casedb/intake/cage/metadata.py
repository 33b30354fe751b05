"""What a picture says of itself: size, EXIF, GPS and XMP, read as texts and believed by nobody.

Only ever in the cage. Nothing is interpreted here: `casedb.intake.proposals` does that, outside, from
these texts.
"""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import BinaryIO, cast
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from PIL import ExifTags, Image
from PIL.TiffImagePlugin import IFDRational

from casedb.intake.cage import tiff_pages
from casedb.intake.cage.pictures import Refused, opened_from, stored_size, turn_of
from casedb.model.json_value import JsonValue

MOST_TAGS, LONGEST, MOST_KEPT = 400, 1_000, 20_000
"""Tags of one picture that are kept, and characters of one and of all."""

MOST_NUMBERS, MOST_KEYS = 32, 256
"""Numbers of one tag that are kept, and of one that says where a picture lies."""

LONGEST_XMP = 1 << 20
"""Characters of an XMP packet that is read."""

LARGEST_LIKENED = 40_000_000
"""Pixels of a picture that are decoded to see how it looks; of a JPEG they are an eighth a side."""
_WIDE, _HIGH = 9, 8
_STEP, _LEAST_STEPS = 4, 16
"""How many grey tones neighbours must differ by to count, and how many of 64 must: sky alone is alike."""

_PARTS = ((ExifTags.IFD.Exif, "Exif"), (ExifTags.IFD.GPSInfo, "GPS"))
_SKIPPED = frozenset({"MakerNote", "PrintImageMatching", "ExifOffset", "GPSInfo", "XMLPacket"})
_GEO = {
    33550: "ModelPixelScale",
    33922: "ModelTiepoint",
    34264: "ModelTransformation",
    34735: "GeoKeyDirectory",
    34736: "GeoDoubleParams",
    34737: "GeoAsciiParams",
}
"""The tags of GeoTIFF 1.1, which Pillow does not name."""


def look(data: bytes) -> dict[str, JsonValue]:
    """What can be read without decoding every pixel.

    `format` (Pillow's name), `width` and `height` upright, `frames`, of a TIFF `pages`, `mode`, and `tags`:
    lists of part (Image, Exif, GPS, GeoTIFF, XMP), name and text; `look`, see `likeness`, of a picture that
    is not too large to be decoded for it. Raises Refused where it is no picture.
    """
    if not data:
        raise Refused("empty")
    stream = io.BytesIO(data)
    with opened_from(stream) as picture:
        told = facts_of(picture, stream)
        # A picture of which only the head is sound has metadata all the same.
        with contextlib.suppress(Exception):
            seen = likeness(picture)
            if seen:
                told["look"] = seen
    return told


def likeness(picture: Image.Image) -> str:
    """How a picture looks, as 16 hexadecimal digits that a smaller or recompressed copy has as well.

    The difference hash: upright and in grey, shrunk to 9 by 8; a bit for each of 64 neighbours, whether it
    grows lighter to the right. Empty of a picture that is larger than LARGEST_LIKENED once it is
    decoded, or that has too little in it to be told from others.
    """
    # Of a TIFF, Pillow tells the size of the turned picture, and turns it by itself.
    turn = turn_of(picture) if picture.size == stored_size(picture) else None
    picture.draft("L", (8 * _WIDE, 8 * _HIGH))
    if picture.width * picture.height > LARGEST_LIKENED:
        return ""
    grey = picture.convert("L")
    if turn is not None:
        grey = grey.transpose(turn)
    tones = grey.resize((_WIDE, _HIGH), Image.Resampling.BOX).tobytes()
    rows = [tones[n : n + _WIDE] for n in range(0, len(tones), _WIDE)]
    steps = [right - left for row in rows for left, right in pairwise(row)]
    if sum(abs(each) >= _STEP for each in steps) < _LEAST_STEPS:
        return ""
    bits = sum((each > 0) << n for n, each in enumerate(reversed(steps)))
    return f"{bits:016x}"


def facts_of(picture: Image.Image, stream: BinaryIO) -> dict[str, JsonValue]:
    """The same of a picture that is open, and of the stream it was opened from."""
    turn = turn_of(picture)
    is_turned = turn in (
        *(Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_270),
        *(Image.Transpose.TRANSPOSE, Image.Transpose.TRANSVERSE),
    )
    is_turned = is_turned and picture.size == stored_size(picture)
    width, height = picture.size[::-1] if is_turned else picture.size
    told: dict[str, JsonValue] = {
        "format": picture.format or "",
        "width": width,
        "height": height,
        "mode": picture.mode,
    }
    if picture.format == "TIFF":
        told["frames"], told["pages"] = tiff_pages.count(stream)
    else:
        told["frames"] = _frames(picture)
    told["tags"] = list(few([*_tags(picture), *told_in(_xmp(picture))]))
    return told


def few(tags: list[tuple[str, str, str]]) -> Iterator[list[JsonValue]]:
    """As many as are kept, the first ones first: the file itself keeps all."""
    room = MOST_KEPT
    for part, name, text in tags[:MOST_TAGS]:
        room -= len(name) + len(text)
        if room >= 0:
            yield [part, name, text]


def _frames(picture: Image.Image) -> int:
    # A file may say that there are more than anybody counts.
    with contextlib.suppress(Exception):
        return min(int(getattr(picture, "n_frames", 1)), 1 << 31)
    return 1


def _tags(picture: Image.Image) -> Iterator[tuple[str, str, str]]:
    with contextlib.suppress(Exception):
        exif = picture.getexif()
        for tag, value in exif.items():
            name = _GEO.get(tag) or ExifTags.TAGS.get(tag, f"0x{tag:04x}")
            if tag in _GEO:
                yield "GeoTIFF", name, _text(value, MOST_KEYS)
            elif name not in _SKIPPED:
                yield "Image", name, _text(value)
        for part, called in _PARTS:
            names = ExifTags.GPSTAGS if part is ExifTags.IFD.GPSInfo else ExifTags.TAGS
            with contextlib.suppress(Exception):
                for tag, value in exif.get_ifd(part).items():
                    name = names.get(tag, f"0x{tag:04x}")
                    if name not in _SKIPPED:
                        yield called, name, _text(value)


def _text(value: object, most: int = MOST_NUMBERS) -> str:
    """A value as text: numbers one after the other, bytes as letters where they are letters."""
    match value:
        case bytes():
            shown = value.rstrip(b"\x00")
            with contextlib.suppress(UnicodeDecodeError):
                return shown[:LONGEST].decode("ascii")
            return shown[: LONGEST // 2].hex()
        case str():
            return value.rstrip("\x00")[:LONGEST].encode("utf-8", "replace").decode("utf-8")
        case tuple() | list():
            parts = cast("Sequence[object]", value)
            return " ".join(_text(each) for each in parts[:most])[: LONGEST * most // MOST_NUMBERS]
        case IFDRational():
            # As a fraction, so that nothing is rounded; by nought there may be divided here.
            return f"{value.numerator}/{value.denominator}"
        case _:
            return str(value)[:LONGEST]


def _xmp(picture: Image.Image) -> str:
    for key in ("xmp", "XML:com.adobe.xmp"):
        packet = picture.info.get(key)
        if isinstance(packet, bytes):
            packet = packet.decode("utf-8", "replace")
        if isinstance(packet, str) and 0 < len(packet) <= LONGEST_XMP:
            return packet.rstrip("\x00 ")
    return ""


# -- XMP -------------------------------------------------------------------------------------

_SPACES = {
    "http://ns.adobe.com/xap/1.0/": "xmp",
    "http://ns.adobe.com/exif/1.0/": "exif",
    "http://ns.adobe.com/tiff/1.0/": "tiff",
    "http://ns.adobe.com/photoshop/1.0/": "photoshop",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://iptc.org/std/Iptc4xmpExt/2008-02-29/": "Iptc4xmpExt",
    "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/": "Iptc4xmpCore",
}
"""The schemas that are read, by the prefixes they are known by."""
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_DEEPEST = 8


def told_in(packet: str) -> Iterator[tuple[str, str, str]]:
    """Part, name and text of all that is read of an XMP packet."""
    return (("XMP", name, text) for name, text in islice(read_packet(packet), MOST_TAGS))


def read_packet(packet: str) -> Iterator[tuple[str, str]]:
    """The names and texts in an XMP packet (ISO 16684-1); parts of a structure after a slash.

    Nothing comes of one that is not well-formed, or that declares entities, which XMP has no use for.
    """
    start = packet.find("<x:xmpmeta")
    body = packet[max(start, 0) :]
    end = body.rfind("</x:xmpmeta>")
    body = body[: end + len("</x:xmpmeta>")] if end >= 0 else body
    if "<!" in body:
        return
    try:
        root = ElementTree.fromstring(body)
    except (ElementTree.ParseError, ValueError, RecursionError):
        return
    for described in root.iter(f"{_RDF}Description"):
        yield from _told_by(described, "", _DEEPEST)


def _told_by(node: Element, above: str, deep: int) -> Iterator[tuple[str, str]]:
    for key, text in node.attrib.items():
        if name := _name(key):
            yield f"{above}{name}", text.strip()[:LONGEST]
    for part in node if deep else ():
        name = _name(part.tag)
        if not name and not part.tag.startswith(_RDF):
            continue
        path = f"{above}{name}" if name else above.removesuffix("/")
        text = (part.text or "").strip()
        if text and path:
            yield path, text[:LONGEST]
        # Lists and structures are only wrapping; what they hold goes by the name above.
        yield from _told_by(part, f"{path}/" if path else "", deep - 1)


def _name(key: str) -> str:
    space, _, local = key.removeprefix("{").partition("}")
    return f"{_SPACES[space]}:{local}" if space in _SPACES else ""
