"""The child: reads a request, decodes, answers; it is started by `Cage` and ends with it."""

from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Callable
from typing import TypeAlias

from casedb.intake.cage import documents, metadata, pictures
from casedb.intake.cage.confinement import allow_time, confine
from casedb.intake.cage.wire import Head, WireBroken, receive, send
from casedb.model.json_value import JsonValue

MEMORY = 1 << 30
"""Bytes of address space, with Python's own and the bytes of the file in it."""

MOST_BYTES = 512 << 20
"""Bytes of a file that are looked at."""

_CODECS = (
    "ascii",
    "latin-1",
    "utf-8",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "utf-32",
    "cp1252",
    "hex",
)
"""The encodings that decoders ask for now and then, which Python reads from files."""

Answer: TypeAlias = tuple[dict[str, JsonValue], bytes]


def main() -> None:
    """Serve until the other side closes the pipe."""
    asked, told = os.fdopen(0, "rb"), os.fdopen(1, "wb")
    # Nothing that a decoder prints gets between the messages.
    sys.stdin = sys.stdout = sys.stderr = None
    for name in _CODECS:
        codecs.lookup(name)
    pictures.warm_up()
    documents.warm_up()
    confine(MEMORY)
    send(told, {"ready": True})
    while True:
        try:
            head, data = receive(asked, MOST_BYTES)
        except (WireBroken, OSError):
            return
        allow_time()
        answer, body = _answer(head, data)
        del data
        send(told, answer, body)


def _answer(head: Head, data: bytes) -> Answer:
    task = _TASKS.get(str(head.get("task")))
    if task is None:
        return {"refused": "unknown"}, b""
    try:
        return task(head, data)
    except pictures.Refused as trouble:
        return {"refused": trouble.why, "megapixels": trouble.megapixels}, b""
    except MemoryError:
        return {"refused": "huge"}, b""
    except Exception:
        # What no decoder has been seen to raise yet.
        return {"refused": "damaged"}, b""


def _thumbnail(head: Head, data: bytes) -> Answer:
    width = head.get("width")
    draw = documents.thumbnail if documents.is_document(data) else pictures.thumbnail
    made = draw(data, width if isinstance(width, int) else 0)
    return {"width": made.width, "height": made.height}, made.rgba


def _crop(head: Head, data: bytes) -> Answer:
    box, page = _box(head.get("box")), head.get("page")
    width, height, most = head.get("width"), head.get("height"), head.get("most")
    if not (isinstance(width, int) and isinstance(height, int) and isinstance(page, int) and box):
        return {"refused": "unknown"}, b""
    if documents.is_document(data):
        finest = float(most) if isinstance(most, (int, float)) else 1.0
        made, across, down = documents.crop(data, page, box, width, height, finest)
    else:
        made, across, down = pictures.crop(data, box, width, height)
    told: dict[str, JsonValue] = {"width": made.width, "height": made.height}
    return {**told, "across": across, "down": down}, made.rgba


def _box(told: JsonValue) -> pictures.Box | None:
    """Left, top, right, bottom of a part that has an inside."""
    if not isinstance(told, list) or len(told) != 4:
        return None
    left, top, right, bottom = (float(each) for each in told if isinstance(each, (int, float)))
    is_part = 0 <= left < right <= 1 and 0 <= top < bottom <= 1
    return (left, top, right, bottom) if is_part else None


def _look(head: Head, data: bytes) -> Answer:
    look = documents.look if documents.is_document(data) else metadata.look
    return {"facts": look(data)}, b""


def _words(head: Head, data: bytes) -> Answer:
    most = head.get("most")
    if not documents.is_document(data):
        return {}, b""
    return {}, documents.words(data, most if isinstance(most, int) else 0).encode()


_TASKS: dict[str, Callable[[Head, bytes], Answer]] = {
    "thumbnail": _thumbnail,
    "crop": _crop,
    "look": _look,
    "words": _words,
}
