"""`Cage`: this side of the wall. It starts the child, asks it, and ends it where it takes too long."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Generator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from casedb.errors import CaseError
from casedb.intake.cage.wire import Head, WireBroken, receive, send
from casedb.model.file_words import LONGEST_PAGE, MOST_PAGES
from casedb.model.json_value import JsonValue
from casedb.words import say, term

LONGEST_WAIT = 10.0
"""Seconds after which a child that has not answered is ended."""

LONGEST_START = 30.0
"""Seconds that a child may take to begin, on a machine that is busy."""

MOST_BYTES = 512 << 20
"""Bytes of a file that are sent in; a larger one is not decoded."""

MOST_PIXELS_OUT = 64 << 20
"""Bytes of pixels that are taken as an answer."""

PIXELS_A_POINT = 300 / 72
"""How finely a page of a document is painted: 300 dots an inch."""

REASONS: Mapping[str, str] = {
    "damaged": term("The picture is damaged or of an unknown format; the file is kept as it is."),
    "locked": term(
        "The document is locked with a password, so no page of it is shown. It is kept as it is."
    ),
    "unreadable": term("The document is damaged, so no page of it is shown. It is kept as it is."),
    "empty": term("The file is empty (0 bytes), so there is no picture to show."),
    "huge": term(
        "The picture has too many pixels for a small picture of it. The file is kept as it is."
    ),
    "wordy": term(
        "The picture carries more words in it than are unpacked, so none is shown. The file is kept as it "
        "is."
    ),
    "large": term("The file is too large for a small picture of it. It is kept as it is."),
    "slow": term(
        "Decoding the picture took more time or memory than is allowed. The file is kept as it is."
    ),
    "closed": term("The case was closed before the picture was made."),
    "heic": term(
        "HEIC pictures are drawn where Caseboard was installed as caseboard[heic]. The file is kept as "
        "it is."
    ),
    "avif": term(
        "AVIF pictures are drawn with Pillow 11.3 or newer, and here is an older one. The file is kept as "
        "it is."
    ),
    "unknown": term("The picture cannot be drawn here. The file is kept as it is."),
}
"""Why there is no picture."""


class PictureRefused(CaseError):
    """A picture that cannot be drawn; its bytes are kept all the same. `why` is one of REASONS."""

    def __init__(self, sentence: str, why: str = "") -> None:
        super().__init__(sentence)
        self.why = why


@dataclass(frozen=True, slots=True)
class Pixels:
    """A decoded picture: four bytes a pixel, red, green, blue and how opaque, row by row.

    `is_cut` where the file is cut short, so that a part of it is grey.
    """

    width: int
    height: int
    rgba: bytes
    is_cut: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a picture: left, top, right, bottom in fractions of it upright; `page` counts from 0."""

    box: tuple[float, float, float, float]
    page: int = 0


@dataclass(frozen=True, slots=True)
class Crop:
    """A part of a picture, decoded, and how many pixels all of it is wide and high."""

    pixels: Pixels
    across: int
    down: int


class Cage:
    """Decodes pictures in a process of its own, one at a time; any thread may ask.

    The child is started with the first question and anew after one that it did not survive.
    """

    def __init__(self, longest_wait: float = LONGEST_WAIT) -> None:
        self._longest_wait = longest_wait
        self._child: subprocess.Popen[bytes] | None = None
        self._turn = threading.Lock()
        self._is_closed = False

    # -- what can be asked ------------------------------------------------------------------

    def thumbnail(self, data: bytes, width: int) -> Pixels:
        """A small picture, upright, at most `width` pixels wide and four times as high.

        Raises PictureRefused with a sentence that says why there is none.
        """
        head, rgba = self._ask({"task": "thumbnail", "width": width}, data)
        wide, high = head.get("width"), head.get("height")
        is_sound = (
            isinstance(wide, int)
            and isinstance(high, int)
            and 0 < wide <= width
            and 0 < high <= 4 * width
            and len(rgba) == 4 * wide * high
        )
        if not is_sound:
            raise PictureRefused(say(REASONS["damaged"]))
        is_cut = head.get("is_cut") is True
        return Pixels(cast("int", wide), cast("int", high), rgba, is_cut)

    def crop(self, data: bytes, part: Part, width: int, height: int) -> Crop:
        """A part of a picture or of a page, upright, within so many pixels and never enlarged.

        Raises PictureRefused with a sentence that says why there is none.
        """
        box: list[JsonValue] = [*part.box]
        asked: Head = {"task": "crop", "box": box, "page": part.page, "most": PIXELS_A_POINT}
        head, rgba = self._ask({**asked, "width": width, "height": height}, data)
        wide, high, across, down = (
            told if isinstance(told, int) else 0
            for told in (head.get(name) for name in ("width", "height", "across", "down"))
        )
        is_sound = 0 < wide <= width and 0 < high <= height and across > 0 and down > 0
        if not is_sound or len(rgba) != 4 * wide * high:
            raise PictureRefused(say(REASONS["damaged"]))
        return Crop(Pixels(wide, high, rgba), across, down)

    def look(self, data: bytes, media_type: str = "") -> dict[str, JsonValue]:
        """What a picture says of itself, as `casedb.intake.cage.metadata.look` tells it; of a saved page,
        by its media type, what `casedb.intake.cage.captures.look` does.

        Raises PictureRefused where it is no picture.
        """
        head, _ = self._ask({"task": "look", "sort": media_type}, data)
        facts = head.get("facts")
        if not isinstance(facts, dict):
            raise PictureRefused(say(REASONS["damaged"]))
        return facts

    def words(self, data: bytes, media_type: str) -> tuple[list[tuple[int, str]], bool]:
        """The text of every page that has any, with its number from 1, and whether some was left out.

        What has no pages comes in portions. Raises PictureRefused where it cannot be read.
        """
        head, told = self._ask({"task": "words", "sort": media_type}, data)
        try:
            return _pages(json.loads(told.decode("utf-8", "replace"))), head.get("is_cut") is True
        except (ValueError, TypeError, RecursionError) as trouble:
            raise PictureRefused(say(REASONS["unreadable"]), "unreadable") from trouble

    def interrupt(self) -> None:
        """Give up what is being decoded, if anything is: whoever waits for it is told."""
        child = self._child
        if child is not None and self._turn.locked():
            child.kill()

    def close(self) -> None:
        """End the child; whoever waits for an answer is told that there will be none."""
        self._is_closed = True
        child = self._child
        if child is not None:
            child.kill()
        with self._turn:
            self._end()

    # -- the child --------------------------------------------------------------------------

    def _ask(self, head: Head, data: bytes) -> tuple[Head, bytes]:
        if len(data) > MOST_BYTES:
            raise PictureRefused(say(REASONS["large"]), "large")
        with self._turn:
            if self._is_closed:
                raise PictureRefused(say(REASONS["closed"]), "closed")
            answer, body = self._exchange(head, data)
        why = answer.get("refused")
        if why is None:
            return answer, body
        megapixels = answer.get("megapixels")
        if why == "huge" and isinstance(megapixels, int) and megapixels:
            raise PictureRefused(
                say(
                    "The picture has {size} megapixels, too many for a small picture of it. The "
                    "file is kept as it is.",
                    size=megapixels,
                ),
                "huge",
            )
        raise PictureRefused(say(REASONS.get(str(why), REASONS["damaged"])), str(why))

    def _exchange(self, head: Head, data: bytes) -> tuple[Head, bytes]:
        """Ask the child; a child that does not answer is ended, and the answer is that."""
        try:
            child = self._started()
            with _ended_after(child, self._longest_wait):
                send(_pipe(child.stdin), head, data)
                return receive(_pipe(child.stdout), MOST_PIXELS_OUT)
        except (WireBroken, OSError):
            self._end()
            return {"refused": "closed" if self._is_closed else "slow"}, b""

    def _started(self) -> subprocess.Popen[bytes]:
        """The child, started if there is none. Raises OSError or WireBroken."""
        if self._child is not None and self._child.poll() is None:
            return self._child
        self._end()
        self._child = child = subprocess.Popen(
            [sys.executable, "-c", "from casedb.intake.cage.child import main; main()"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=Path(os.sep).resolve(),
            env=environment(),
            close_fds=True,
        )
        with _ended_after(child, LONGEST_START):
            receive(_pipe(child.stdout), 0)
        return child

    def _end(self) -> None:
        child, self._child = self._child, None
        if child is None:
            return
        child.kill()
        for stream in (child.stdin, child.stdout):
            with contextlib.suppress(OSError):
                _pipe(stream).close()
        child.wait()


def _pages(told: object) -> list[tuple[int, str]]:
    """The pages that a child has told of. Raises TypeError or ValueError where they are none."""
    pages: list[tuple[int, str]] = []
    for number, text in cast("list[tuple[object, object]]", told):
        if not isinstance(number, int) or not isinstance(text, str):
            raise TypeError("a page is a number and a text")
        if not (pages[-1][0] if pages else 0) < number <= MOST_PAGES or len(text) > LONGEST_PAGE:
            raise ValueError("pages follow each other, and are no longer than may be")
        pages.append((number, text))
    return pages


def environment() -> dict[str, str]:
    """What the child knows of the world: where Python finds what it imports, and what it has compiled."""
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "LANG") if name in os.environ}
    if sys.pycache_prefix is not None:
        kept["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix
    return {
        **kept,
        "PYTHONPATH": os.pathsep.join(each for each in sys.path if each),
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def _pipe(stream: object) -> BinaryIO:
    return cast("BinaryIO", stream)


@contextlib.contextmanager
def _ended_after(child: subprocess.Popen[bytes], seconds: float) -> Generator[None]:
    """End a child that works longer than this; reading from it then ends too."""
    clock = threading.Timer(seconds, child.kill)
    clock.daemon = True
    clock.start()
    try:
        yield
    finally:
        clock.cancel()
