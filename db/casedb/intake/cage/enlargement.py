"""`Enlargement`: one picture at full size, as tiles at every scale, on this side of the wall.

The picture is decoded once, by a child of its own (`enlarger`). Its tiles lie uncompressed in a file of
the program's own folder that has no name, is open to nobody else, and ends with the enlargement.
"""

from __future__ import annotations

import contextlib
import math
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Generator, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, cast

import numpy as np

from casedb.intake.cage.cage import PIXELS_A_POINT, REASONS, PictureRefused, environment
from casedb.intake.cage.levels import SIDE, Grid, Samples
from casedb.intake.cage.wire import Head, WireBroken, receive
from casedb.model.json_value import JsonValue
from casedb.words import say

LONGEST_SILENCE = 60.0
"""Seconds without a word after which the child is ended."""

MOST_PIXELS = 600_000_000
"""Pixels of a picture that is shown at full size."""

_MOST_OF_TILE = SIDE * SIDE * 4
_SAMPLES = {"u1": (1, 3, 4), "u2": (1,), "f4": (1,)}


@dataclass(frozen=True, slots=True)
class FullPicture:
    """What is known of a picture when its first rows are decoded.

    `samples` is u1, u2 or f4: 8 bits, 16 bits, floating point; `channels` 1 for grey, 3 for colour, 4
    for colour and how opaque. `facts` is what the picture says of itself (`casedb.intake.cage.metadata`),
    with `pages` where it is a document or a TIFF, and `is_cut` where it is cut short.
    """

    grid: Grid
    samples: str
    channels: int
    facts: Mapping[str, JsonValue] = field(default_factory=dict[str, JsonValue])

    @property
    def pages(self) -> int:
        """The pages of a document or a TIFF; 1 of any other picture."""
        pages = self.facts.get("pages", 1)
        return pages if isinstance(pages, int) else 1

    @property
    def pictures(self) -> int:
        """The pictures of an animation, of which the first is shown; 1 of all else."""
        frames = self.facts.get("frames", 1)
        is_other = self.facts.get("format") in ("TIFF", "MPO")
        return frames if isinstance(frames, int) and not is_other else 1

    @property
    def is_cut(self) -> bool:
        """Whether the file is cut short, so that a part of the picture is grey."""
        return self.facts.get("is_cut") is True


class Enlargement:
    """Decodes a picture in a thread of the caller's; any thread may ask for its tiles meanwhile."""

    def __init__(self, folder: Path) -> None:
        """`folder` is where its file lies, which must be open to its user alone."""
        self._folder = folder
        self._guard = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._is_ended = False
        self._tiles: BinaryIO | None = None
        self._there = bytearray()
        self.picture: FullPicture | None = None
        """None until the first rows are decoded."""
        self.part = 0.0
        """How much of the picture is decoded, from 0 to 1."""
        self.range = (0.0, 255.0)
        """The darkest and the brightest sample so far; of 8 bits always all."""
        self.peak = 0
        """Bytes of memory that the child had at most; known when it is done."""

    # -- in the thread that decodes -----------------------------------------------------------

    def decode(
        self,
        pieces: Iterable[bytes],
        told: Callable[[], None],
        *,
        page: int = 0,
        scale: float = PIXELS_A_POINT,
    ) -> None:
        """Decode a file to its end; `told` is called whenever more is there.

        `page` (from 0) is for documents and TIFFs, `scale` (pixels a point) for documents. Raises PictureRefused with a
        sentence, also where `close` was called meanwhile. What is there until then stays.
        """
        try:
            with self._temporary() as source:
                for piece in pieces:
                    self._go_on()
                    _write(source, piece)
                source.seek(0)
                self._start(source, page, scale)
            self._listen(told)
        except WireBroken as trouble:
            raise PictureRefused(say(REASONS[self._why()])) from trouble
        except OSError as trouble:
            why = trouble.strerror or say("the system refuses it")
            raise PictureRefused(
                say(
                    "There is no room to show the picture at full size: {why}. The file is kept as it "
                    "is.",
                    why=why,
                )
            ) from trouble
        finally:
            self._end_child()

    def _temporary(self) -> BinaryIO:
        return cast("BinaryIO", tempfile.TemporaryFile(dir=self._folder, buffering=0))

    def _why(self) -> str:
        return "closed" if self._is_ended else "slow"

    def _go_on(self) -> None:
        if self._is_ended:
            raise PictureRefused(say(REASONS["closed"]))

    def _start(self, source: BinaryIO, page: int, scale: float) -> None:
        ask = f"from casedb.intake.cage.enlarger import main; main({page:d}, {scale!r})"
        with self._guard:
            self._go_on()
            self._child = subprocess.Popen(
                [sys.executable, "-c", ask],
                stdin=source,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=self._folder.anchor or None,
                env={**environment(), "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"},
                close_fds=True,
            )

    def _listen(self, told: Callable[[], None]) -> None:
        child = self._child
        assert child is not None
        heard = cast("BinaryIO", child.stdout)
        with _ended_when_silent(child) as alive:
            while True:
                head, body = receive(heard, _MOST_OF_TILE)
                alive()
                if self._is_ended:
                    raise WireBroken
                if "refused" in head:
                    raise PictureRefused(_sentence(head))
                if "done" in head:
                    peak = head.get("peak")
                    self.peak = peak if isinstance(peak, int) else 0
                    break
                if self._take(head, body):
                    told()
        if self.part < 1:
            raise WireBroken
        told()

    def _take(self, head: Head, body: bytes) -> bool:
        """Take a message; whether there is something to show. Raises WireBroken."""
        if "picture" in head:
            self._begin(head)
            return True
        if "tile" in head:
            self._keep(head["tile"], body)
            return False
        part, low, high = (_number(head, name) for name in ("part", "low", "high"))
        self.part = min(1.0, max(0.0, part))
        if self.picture is not None and self.picture.samples != "u1":
            self.range = low, high
        return True

    def _begin(self, head: Head) -> None:
        facts, samples, channels = head["picture"], head.get("samples"), head.get("channels")
        width, height = head.get("width"), head.get("height")
        is_sound = (
            isinstance(facts, dict)
            and isinstance(width, int)
            and isinstance(height, int)
            and 0 < width * height <= MOST_PIXELS
            and min(width, height) > 0
            and isinstance(samples, str)
            and channels in _SAMPLES.get(samples, ())
        )
        if not is_sound or self.picture is not None:
            raise WireBroken
        grid = Grid(cast("int", width), cast("int", height))
        self._there = bytearray(grid.tiles)
        self._tiles = self._temporary()
        made = cast("Mapping[str, JsonValue]", facts)
        self.picture = FullPicture(grid, cast("str", samples), cast("int", channels), made)

    def _keep(self, named: JsonValue, body: bytes) -> None:
        picture, tiles = self.picture, self._tiles
        if picture is None or tiles is None or not isinstance(named, list):
            raise WireBroken
        try:
            level, column, row = (int(cast("int", each)) for each in named)
            wide, high = picture.grid.tile_size(level, column, row)
        except (TypeError, ValueError) as trouble:
            raise WireBroken from trouble
        if len(body) != wide * high * self._pixel:
            raise WireBroken
        number = picture.grid.number(level, column, row)
        with self._guard:
            if tiles.closed:
                raise WireBroken
            tiles.seek(number * self._room)
            _write(tiles, body)
            self._there[number] = 1

    # -- in any thread ------------------------------------------------------------------------

    @property
    def _pixel(self) -> int:
        assert self.picture is not None
        return self.picture.channels * int(self.picture.samples[1])

    @property
    def _room(self) -> int:
        """Bytes of the file that every tile has for itself."""
        return SIDE * SIDE * self._pixel

    def has(self, level: int, column: int, row: int) -> bool:
        """Whether a tile is there."""
        if self.picture is None:
            return False
        return bool(self._there[self.picture.grid.number(level, column, row)])

    def tile(self, level: int, column: int, row: int) -> Samples | None:
        """The samples of a tile (rows, columns, channels); None while it is not there.

        Raises ValueError where there never is one.
        """
        picture, tiles = self.picture, self._tiles
        if picture is None or tiles is None:
            return None
        wide, high = picture.grid.tile_size(level, column, row)
        if not self.has(level, column, row):
            return None
        size = wide * high * self._pixel
        with self._guard:
            if tiles.closed:
                return None
            tiles.seek(picture.grid.number(level, column, row) * self._room)
            data = tiles.read(size)
        if len(data) != size:
            return None
        return np.frombuffer(data, picture.samples).reshape(high, wide, picture.channels)

    def close(self) -> None:
        """End the child if it is at work, and let the file go. Harmless twice."""
        self._is_ended = True
        with self._guard:
            child = self._child
            if child is not None:
                child.kill()
            if self._tiles is not None:
                self._tiles.close()

    def _end_child(self) -> None:
        child, self._child = self._child, None
        if child is None:
            return
        child.kill()
        with contextlib.suppress(OSError):
            cast("BinaryIO", child.stdout).close()
        child.wait()


def _number(head: Head, name: str) -> float:
    told = head.get(name)
    if not isinstance(told, (int, float)) or not math.isfinite(told):
        raise WireBroken
    return float(told)


def _write(stream: BinaryIO, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[stream.write(left) :]


def _sentence(head: Head) -> str:
    megapixels, bound = head.get("megapixels"), head.get("bound")
    why = head.get("refused")
    if why == "vast" and isinstance(megapixels, int) and isinstance(bound, int):
        return say(
            "The picture has {size} megapixels. One of its format is shown at full size up to {bound} "
            "megapixels. The file is kept as it is.",
            size=megapixels,
            bound=bound,
        )
    if why == "huge":
        return say(
            "The picture has more than {bound} megapixels, so it is not shown at full size. The file "
            "is kept as it is.",
            bound=MOST_PIXELS // 1_000_000,
        )
    if why == "wide":
        return say(
            "The picture is wider than {n} pixels, so it is not shown at full size. The file is kept "
            "as it is.",
            n=f"{(256 << 20) // (4 * SIDE):,}",
        )
    return say(REASONS.get(str(why), REASONS["damaged"]))


@contextlib.contextmanager
def _ended_when_silent(child: subprocess.Popen[bytes]) -> Generator[Callable[[], None]]:
    """End a child that says nothing for too long; what is given is called with every word."""
    spoken = threading.Event()
    is_over = threading.Event()

    def watch() -> None:
        while spoken.wait(LONGEST_SILENCE):
            spoken.clear()
            if is_over.is_set():
                return
        child.kill()

    watching = threading.Thread(target=watch, daemon=True)
    watching.start()
    try:
        yield spoken.set
    finally:
        is_over.set()
        spoken.set()
        watching.join()
