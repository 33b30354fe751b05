"""What a saved page says of when and where it was saved, as texts: only ever in the cage.

Read are MHTML (RFC 2557, with the headers that browsers add), WARC 1.1 (ISO 28500) and WACZ 1.1. Only
the heads are read, never what was saved.
"""

from __future__ import annotations

import io
import json
import zipfile
import zlib
from collections.abc import Iterator
from email import message_from_bytes, policy
from typing import cast

from casedb.intake.cage.metadata import few
from casedb.model.captures import MHTML, WACZ, WARCS
from casedb.model.json_value import JsonValue

MOST_HEAD, MOST_RECORDS, MOST_UNPACKED = 1 << 16, 200, 4 << 20
"""Bytes of a head, records of an archive and bytes of it that are looked at, at most."""
_PACKAGE = "datapackage.json"
_MOST_PACKAGE = 1 << 20


def look(data: bytes, sort: str) -> dict[str, JsonValue]:
    """`tags` as of a picture: part (MHTML, WACZ, WARC), name and text; `sort` is the media type."""
    if sort in MHTML:
        told = _of_page(data)
    elif sort == WACZ:
        told = _of_package(data)
    else:
        told = _of_archive(_unpacked(data))
    tags = [(part, name, " ".join(text.split())[:1_000]) for part, name, text in told if text]
    return {"tags": list(few(tags))}


def _of_page(data: bytes) -> Iterator[tuple[str, str, str]]:
    """Of a mail that is no saved page nothing is told: its date is that of a letter."""
    message = message_from_bytes(data[:MOST_HEAD], policy=policy.compat32)
    if message.get("Snapshot-Content-Location"):
        for name in ("Snapshot-Content-Location", "Date"):
            yield "MHTML", name, str(message.get(name) or "")


def _of_package(data: bytes) -> Iterator[tuple[str, str, str]]:
    with zipfile.ZipFile(io.BytesIO(data)) as packed, packed.open(_PACKAGE) as stream:
        told: object = json.loads(stream.read(_MOST_PACKAGE))
    if isinstance(told, dict):
        package = cast("dict[str, object]", told)
        for name in ("mainPageUrl", "mainPageURL", "mainPageDate"):
            text = package.get(name)
            if isinstance(text, str):
                yield "WACZ", name, text


def _of_archive(data: bytes) -> Iterator[tuple[str, str, str]]:
    """The first response in it; without one nothing is told."""
    at = 0
    for _ in range(MOST_RECORDS):
        end = data.find(b"\r\n\r\n", at, at + MOST_HEAD)
        if end < 0 or not data.startswith(b"WARC/", at):
            return
        lines = data[at:end].decode("utf-8", "replace").split("\r\n")[1:]
        pairs = (line.partition(":") for line in lines)
        head = {name.strip().lower(): text.strip() for name, _, text in pairs}
        if head.get("warc-type") == "response":
            yield "WARC", "WARC-Target-URI", head.get("warc-target-uri", "").strip("<>")
            yield "WARC", "WARC-Date", head.get("warc-date", "")
            return
        length = head.get("content-length", "")
        if not (length.isascii() and length.isdigit() and len(length) < 16):
            return
        at = end + 4 + int(length) + 4


def _unpacked(data: bytes) -> bytes:
    """The beginning of an archive, of which each record may be packed by itself."""
    if not data.startswith(b"\x1f\x8b"):
        return data
    parts: list[bytes] = []
    room = MOST_UNPACKED
    while room > 0 and data.startswith(b"\x1f\x8b"):
        packed = zlib.decompressobj(31)
        parts.append(packed.decompress(data, room))
        room -= len(parts[-1])
        if not packed.eof:
            break
        data = packed.unused_data
    return b"".join(parts)


def warm_up() -> None:
    """Read one of each, so that nothing is imported or opened for the first."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("é.txt", "{}")
        packed.writestr(_PACKAGE, json.dumps({"mainPageUrl": "é"}))
    look(held.getvalue(), WACZ)
    look(b"Snapshot-Content-Location: a\r\nDate: b\r\n\r\n", MHTML[0])
    look(zlib.compress(b"WARC/1.1\r\nWARC-Type: response\r\n\r\n", wbits=31), WARCS[0])
