"""The XMP packet of a PDF, found in its bytes: only ever in the cage.

PDFium does not hand it out. A document may hold several packets, those of its pictures among them; the one
that is taken is that which its catalog names (ISO 32000-1, 14.3.2), the last one where it was saved anew.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

LONGEST = 1 << 20
"""Bytes of a packet that is read, packed and unpacked."""

MOST_PLACES = 2_000
"""Places of a document that are looked at, the last ones first."""

_LONGEST_HEAD = 4_096
"""Bytes of the dictionary of an object."""

_NAME = b"/Metadata"
_REFERENCE = re.compile(rb"/Metadata\s+(\d{1,10})\s+\d{1,5}\s+R\b")
_BEGINNING = re.compile(rb"(?<!\d)(\d{1,10})\s+\d{1,5}\s+obj\b")
_IS_PACKET = re.compile(rb"/Type\s*/Metadata\b")
_IS_CATALOG = re.compile(rb"/Type\s*/Catalog\b")
_STREAM = re.compile(rb"stream\r?\n")
_FILTER = re.compile(rb"/Filter\s*(?:/(\w+)|\[\s*/(\w+)\s*\]|\S)")


def packet_of(data: bytes) -> str:
    """The packet of the document, or nothing where there is none that is surely its own."""
    packets: dict[bytes, bytes] = {}
    others: set[bytes] = set()
    catalog = b""
    for number, head, start in _objects(data):
        named = _REFERENCE.search(head)
        if _IS_PACKET.search(head):
            packets.setdefault(number, _body(data, head, start))
        elif named and _IS_CATALOG.search(head):
            catalog = catalog or named[1]
        elif named:
            others.add(named[1])
    if not catalog:
        # A catalog that is packed cannot be seen, and pictures, which name a packet too, never are.
        own = [number for number in packets if number not in others]
        catalog = own[0] if len(own) == 1 else b""
    return _text(packets.get(catalog, b""))


def _objects(data: bytes) -> Iterator[tuple[bytes, bytes, int]]:
    """Number, dictionary and what lies behind it, of each object that speaks of metadata; the last first."""
    at = len(data)
    for _ in range(MOST_PLACES):
        at = data.rfind(_NAME, 0, at)
        if at < 0:
            return
        first = max(0, at - _LONGEST_HEAD)
        beginnings = list(_BEGINNING.finditer(data, first, at))
        if not beginnings:
            continue
        beginning = beginnings[-1]
        ends = [data.find(mark, at, at + _LONGEST_HEAD) for mark in (b"stream", b"endobj")]
        end = min((each for each in ends if each >= 0), default=at + _LONGEST_HEAD)
        yield beginning[1], data[beginning.end() : end], end


def _body(data: bytes, head: bytes, start: int) -> bytes:
    """The bytes of a stream, unpacked where they are packed as is usual."""
    begun = _STREAM.match(data, start)
    end = data.find(b"endstream", start + 6, start + LONGEST + 16) if begun else -1
    if begun is None or end < 0:
        return b""
    body = data[begun.end() : end]
    packed = _FILTER.search(head)
    if packed is None:
        return body
    if b"FlateDecode" not in packed.groups():
        return b""
    try:
        return zlib.decompressobj().decompress(body, LONGEST)
    except zlib.error:
        return b""


def _text(packet: bytes) -> str:
    """The letters of a packet, in whichever of the encodings that XMP allows."""
    start = packet[:4].lstrip(b"\n\r ")
    if start.startswith((b"\xfe\xff", b"\xff\xfe")):
        return packet.decode("utf-16", "replace")
    if start.startswith(b"\0<"):
        return packet.decode("utf-16-be", "replace")
    if start.startswith(b"<\0"):
        return packet.decode("utf-16-le", "replace")
    return packet.decode("utf-8", "replace")
