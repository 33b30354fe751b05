"""What passes through the wall: a head in JSON and bytes, in either direction.

A message is the length of its head (4 bytes, big-endian), the head (a JSON object in UTF-8), and
`size` bytes as the head says.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from typing import BinaryIO, cast

from casedb.model.json_value import JsonValue

_LENGTH = struct.Struct(">I")

LONGEST_HEAD = 4 << 20
"""Bytes of a head; what a file says of itself is cut to far less."""

Head = Mapping[str, JsonValue]


class WireBroken(Exception):
    """The other side has gone, or said what nobody says."""


def send(stream: BinaryIO, head: Head, body: bytes | memoryview = b"") -> None:
    """Send a message. Raises OSError."""
    told = json.dumps({**head, "size": len(body)}).encode()
    stream.write(_LENGTH.pack(len(told)))
    stream.write(told)
    if body:
        stream.write(body)
    stream.flush()


def receive(stream: BinaryIO, most: int) -> tuple[Head, bytes]:
    """Wait for a message whose bytes are not more than `most`. Raises WireBroken or OSError."""
    (length,) = _LENGTH.unpack(_read(stream, _LENGTH.size))
    if length > LONGEST_HEAD:
        raise WireBroken
    try:
        head = json.loads(_read(stream, length))
    except (ValueError, RecursionError) as trouble:
        raise WireBroken from trouble
    size = cast("Head", head).get("size") if isinstance(head, dict) else None
    if not isinstance(size, int) or not 0 <= size <= most:
        raise WireBroken
    return cast("Head", head), _read(stream, size)


def _read(stream: BinaryIO, size: int) -> bytes:
    told = stream.read(size) if size else b""
    if len(told) != size:
        raise WireBroken
    return told
