"""The child: reads a request, decodes, answers; it is started by `Cage` and ends with it."""

from __future__ import annotations

import codecs
import json
import os
import sys
from collections.abc import Callable
from functools import partial
from typing import TypeAlias

from casedb.intake.cage import (
    captures,
    documents,
    metadata,
    pictures,
    readable,
    reduction,
    tiff_pages,
)
from casedb.intake.cage.confinement import allow_time, confine
from casedb.intake.cage.wire import Head, WireBroken, receive, send
from casedb.model.captures import CAPTURES
from casedb.model.file_words import LONGEST_PAGE, MOST_OF_FILE, MOST_PAGES, PDF
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
    *(f"cp125{n}" for n in range(9)),
    *(f"iso8859-{n}" for n in range(1, 17) if n != 12),
    *("koi8-r", "koi8-u", "cp866", "mac-cyrillic", "cp949", "euc-kr", "johab", "iso2022-kr"),
    *("gbk", "gb18030", "gb2312", "big5", "big5hkscs", "hz"),
    *("shift-jis", "cp932", "euc-jp", "iso2022-jp", "tis-620", "utf-7", "utf-32-le", "utf-32-be"),
)
"""The encodings that decoders and texts ask for, which Python reads from files."""

PART = 4_000
"""Characters of a portion of a text that has no pages."""

READING = 6.0
"""Seconds for the text of one document; of a longer one the beginning is read."""

_WIDEST = 4
"""Bytes of a character at most."""

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
    readable.warm_up()
    captures.warm_up()
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
    draw = documents.thumbnail if documents.is_document(data) else reduction.thumbnail
    made = draw(data, width if isinstance(width, int) else 0)
    return {"width": made.width, "height": made.height, "is_cut": made.is_cut}, made.rgba


def _crop(head: Head, data: bytes) -> Answer:
    box, page = _box(head.get("box")), head.get("page")
    width, height, most = head.get("width"), head.get("height"), head.get("most")
    if not (isinstance(width, int) and isinstance(height, int) and isinstance(page, int) and box):
        return {"refused": "unknown"}, b""
    if documents.is_document(data):
        finest = float(most) if isinstance(most, (int, float)) else 1.0
        made, across, down = documents.crop(data, page, box, width, height, finest)
    else:
        turn_to = partial(tiff_pages.turn_to, page=page)
        made, across, down = pictures.crop(data, box, width, height, turn_to)
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
    sort = str(head.get("sort"))
    if sort in CAPTURES:
        return {"facts": captures.look(data, sort)}, b""
    look = documents.look if documents.is_document(data) else metadata.look
    return {"facts": look(data)}, b""


def _words(head: Head, data: bytes) -> Answer:
    if head.get("sort") == PDF:
        found, is_cut = documents.words(data, LONGEST_PAGE, MOST_OF_FILE, READING)
        pages: list[JsonValue] = [list(each) for each in found[:MOST_PAGES]]
        is_cut = is_cut or len(pages) < len(found)
    else:
        text = readable.words(data[: MOST_OF_FILE * _WIDEST], str(head.get("sort")))
        is_cut = len(data) > MOST_OF_FILE * _WIDEST or len(text) > MOST_OF_FILE
        parts = readable.parts_of(text[:MOST_OF_FILE], PART)
        pages = [[number, part] for number, part in enumerate(parts, 1)]
    return {"is_cut": is_cut}, json.dumps(pages, ensure_ascii=False).encode("utf-8", "replace")


_TASKS: dict[str, Callable[[Head, bytes], Answer]] = {
    "thumbnail": _thumbnail,
    "crop": _crop,
    "look": _look,
    "words": _words,
}
