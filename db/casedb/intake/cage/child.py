"""The child: reads a request, decodes, answers; it is started by `Cage` and ends with it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import TypeAlias

from casedb.intake.cage import metadata, pictures
from casedb.intake.cage.confinement import allow_time, confine
from casedb.intake.cage.wire import Head, WireBroken, receive, send
from casedb.model.json_value import JsonValue

MEMORY = 1 << 30
"""Bytes of address space, with Python's own and the bytes of the file in it."""

MOST_BYTES = 512 << 20
"""Bytes of a file that are looked at."""

Answer: TypeAlias = tuple[dict[str, JsonValue], bytes]


def main() -> None:
    """Serve until the other side closes the pipe."""
    asked, told = os.fdopen(0, "rb"), os.fdopen(1, "wb")
    # Nothing that a decoder prints gets between the messages.
    sys.stdin = sys.stdout = sys.stderr = None
    pictures.warm_up()
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


def _thumbnail(head: Head, data: bytes) -> Answer:
    width = head.get("width")
    made = pictures.thumbnail(data, width if isinstance(width, int) else 0)
    return {"width": made.width, "height": made.height}, made.rgba


def _look(head: Head, data: bytes) -> Answer:
    return {"facts": metadata.look(data)}, b""


_TASKS: dict[str, Callable[[Head, bytes], Answer]] = {"thumbnail": _thumbnail, "look": _look}
