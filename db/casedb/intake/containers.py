"""What is in a container, by the first bytes of it: nothing is unpacked but a few bytes of gzip."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

# The brand of an ISO base media file (ISO/IEC 14496-12), the first in the file that is known.
_BRANDS: dict[bytes, str] = {
    **dict.fromkeys((b"avif", b"avis"), "image/avif"),
    **dict.fromkeys((b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx"), "image/heic"),
    b"qt  ": "video/quicktime",
    **dict.fromkeys((b"M4A ", b"M4B ", b"F4A "), "audio/mp4"),
    **dict.fromkeys((b"3gp4", b"3gp5", b"3gp6", b"3gp7", b"3gs7"), "video/3gpp"),
    **dict.fromkeys((b"3g2a", b"3g2b"), "video/3gpp2"),
    b"crx ": "image/x-canon-cr3",
}
_PICTURES = frozenset({b"mif1", b"msf1", b"miaf"})
"""Brands that say that there are pictures, and not how they are coded."""
_LOCAL = struct.Struct("<4sHHHHHIIIHH")
_UNPACKED = 64
"""Bytes that are unpacked to see what is in a gzip file."""

_OFFICE = (
    ("word/", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("xl/", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("ppt/", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
)
_ZIP = "application/zip"


def brand_of(head: bytes) -> str:
    """The type of an ISO base media file, by its brand and those that it is compatible with."""
    end = min(int.from_bytes(head[:4], "big"), len(head), 256)
    brands = [head[8:12], *(head[at : at + 4] for at in range(16, end, 4))]
    if brands[0] in _BRANDS:
        return _BRANDS[brands[0]]
    if brands[0] in _PICTURES:
        coded = (_BRANDS[each] for each in brands if each in (b"avif", b"avis", b"heic", b"heix"))
        return next(coded, "image/heif")
    return "video/mp4"


def document_type(head: bytes) -> str:
    """The type of an EBML file (RFC 8794): Matroska, or the part of it that is WebM."""
    at = head.find(b"\x42\x82", 4, 128)
    return "video/webm" if at >= 0 and head[at + 3 : at + 7] == b"webm" else "video/x-matroska"


def codec_in_ogg(head: bytes) -> str:
    """The type of an Ogg file (RFC 5334), by the stream that begins first."""
    first = head[27 + head[26] :] if len(head) > 27 else b""
    if first.startswith((b"\x01vorbis", b"OpusHead", b"Speex   ", b"\x7fFLAC")):
        return "audio/ogg"
    if first.startswith((b"\x80theora", b"BBCD\x00", b"fishead\x00")):
        return "video/ogg"
    return "application/ogg"


def zip_type(head: bytes) -> str:
    """The type of a ZIP file, by the names of the first things in it."""
    for name, content in _members(head):
        if name == "mimetype" and content:
            told = content.decode("ascii", "replace").strip()
            is_told = told.startswith("application/") and told.isprintable() and len(told) < 100
            return told if is_told else _ZIP
        if name == "datapackage.json" or (name.startswith("archive/") and ".warc" in name):
            return "application/wacz"
        if name.lower().endswith(".kml"):
            return "application/vnd.google-earth.kmz"
        if name == "META-INF/MANIFEST.MF":
            return "application/java-archive"
        for folder, office in _OFFICE:
            if name.startswith(folder):
                return office
    return _ZIP


def _members(head: bytes) -> Iterator[tuple[str, bytes]]:
    """The names in the head of a ZIP file, each with its bytes where they are not packed."""
    at = 0
    while len(head) >= at + _LOCAL.size:
        mark, _, flags, packing, _, _, _, size, _, named, extra = _LOCAL.unpack_from(head, at)
        if mark != b"PK\x03\x04":
            return
        start = at + _LOCAL.size
        name = head[start : start + named].decode("utf-8", "replace")
        start += named + extra
        yield name, head[start : start + size] if not packing else b""
        if flags & 8 and not size:
            # Its length stands behind it.
            return
        at = start + size


def gzip_type(head: bytes) -> str:
    """The type of a gzip file: one of a web archive says so in its first bytes."""
    try:
        start = zlib.decompressobj(31).decompress(head, _UNPACKED)
    except zlib.error:
        start = b""
    return "application/warc+gzip" if start.startswith(b"WARC/") else "application/gzip"
