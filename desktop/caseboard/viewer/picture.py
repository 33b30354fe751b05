"""`Picture`: a file of the case at full size, decoded beside the window, painted tile by tile."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QPointF, QRectF, Signal
from PySide6.QtGui import QImage

from caseboard.tasks import Tasks
from caseboard.viewer.tones import Tones, shown, stretched
from casedb import Case
from casedb.intake.cage.cage import PIXELS_A_POINT
from casedb.intake.cage.enlargement import Enlargement, FullPicture
from casedb.intake.cage.levels import SIDE, Samples
from casedb.words import say

BUDGET = 192 << 20
"""Bytes of tiles that are kept ready to be painted."""


class Tile(NamedTuple):
    """The scale of a tile, and its place at that scale."""

    level: int
    column: int
    row: int


class Picture(QObject):
    """One picture, or one page of a document.

    `grew()` follows whenever more of it is decoded; `failed(str)` carries why no more will be.
    """

    grew = Signal()
    failed = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        """`folder` is the program's own, for what is decoded."""
        super().__init__(parent)
        self._enlargement = Enlargement(folder)
        self._tasks = Tasks(self)
        # Without a parent: a worker that is late still holds it.
        self._news = _News()
        self._news.came.connect(self._tell)
        self._kept: OrderedDict[Tile, QImage] = OrderedDict()
        self._size = 0
        self._is_stretched = False
        self.tones = Tones()
        self.trouble = ""
        """Why it is not shown, or not to its end; empty while all is well."""

    # -- decoding --------------------------------------------------------------------------------

    def open(self, case: Case, artifact: str, page: int = 0, scale: float = PIXELS_A_POINT) -> None:
        """Begin to decode a file of a case: of a document or a TIFF one page, counted from 0."""
        # Here: a case hands out its connections on the thread it was opened on.
        reader, enlargement, news = case.reader(), self._enlargement, self._news

        def decode() -> None:
            try:
                pieces = reader.artifact_pieces(artifact)
                enlargement.decode(pieces, news.came.emit, page=page, scale=scale)
            finally:
                reader.close()

        self._tasks.run(decode, lambda _: self._tell(), self._fail)

    def close(self) -> None:
        """Stop decoding and let everything go. Harmless twice."""
        self._news.came.disconnect()
        self._news = _News()
        self._news.came.connect(self._tell)
        self._enlargement.close()
        self._tasks.close()
        self._kept.clear()
        self._size = 0

    def _tell(self) -> None:
        self._stretch()
        self.grew.emit()

    def _fail(self, sentence: str) -> None:
        self.trouble = sentence
        self.failed.emit(sentence)

    def _stretch(self) -> None:
        """Show what has more than 8 bits from its darkest to its brightest, once that is known."""
        known = self.known
        if known is None or known.samples == "u1" or self._is_stretched:
            return
        low, high = self._enlargement.range
        whole = self._enlargement.tile(known.grid.levels - 1, 0, 0)
        if whole is not None and self.is_whole:
            self._is_stretched = True
            low, high = stretched(whole)
        self.set_tones(self.natural(low, high))

    def natural(self, low: float, high: float) -> Tones:
        """The tones as they are, with another black and white."""
        now = self.tones
        return Tones(now.brightness, now.contrast, now.gamma, now.channel, low, high)

    # -- what is known ---------------------------------------------------------------------------

    @property
    def known(self) -> FullPicture | None:
        """What is known of it; None until the first rows are decoded."""
        return self._enlargement.picture

    @property
    def part(self) -> float:
        """How much of it is decoded, from 0 to 1."""
        return self._enlargement.part

    @property
    def is_whole(self) -> bool:
        """Whether all of it is decoded."""
        return self._enlargement.part >= 1.0

    @property
    def child_memory(self) -> int:
        """Bytes that decoding took at most; 0 until that is known."""
        return self._enlargement.peak

    def sample(self, x: int, y: int) -> tuple[float, ...]:
        """The samples of one pixel as they are in the file; none beyond the edge or not yet decoded."""
        known = self.known
        if known is None or not (0 <= x < known.grid.width and 0 <= y < known.grid.height):
            return ()
        tile = self._enlargement.tile(0, x // SIDE, y // SIDE)
        if tile is None:
            return ()
        return tuple(each.item() for each in tile[y % SIDE, x % SIDE])

    def area(self, level: int) -> Samples | None:
        """All of the picture at a scale at which it is one tile; None where that is not there yet."""
        known = self.known
        if known is None or known.grid.counts(level) != (1, 1):
            return None
        return self._enlargement.tile(level, 0, 0)

    # -- painting ----------------------------------------------------------------------------------

    def set_tones(self, tones: Tones) -> None:
        """Show it with other tones from now on."""
        if tones != self.tones:
            self.tones = tones
            self._kept.clear()
            self._size = 0

    def tiles_in(self, seen: QRectF, level: int) -> list[Tile]:
        """The tiles of a scale that touch a rectangle of the picture, those in its middle first."""
        known = self.known
        if known is None or seen.isEmpty():
            return []
        side = SIDE << level
        across, down = known.grid.counts(level)
        columns = range(
            max(0, int(seen.left() // side)), min(across, int(seen.right() // side) + 1)
        )
        rows = range(max(0, int(seen.top() // side)), min(down, int(seen.bottom() // side) + 1))
        middle = QPointF(seen.center().x() / side - 0.5, seen.center().y() / side - 0.5)
        found = [Tile(level, column, row) for row in rows for column in columns]
        found.sort(key=lambda t: (t.column - middle.x()) ** 2 + (t.row - middle.y()) ** 2)
        return found

    def box_of(self, tile: Tile) -> QRectF:
        """Where a tile lies in the picture; its edges are those of the samples it was made of."""
        assert self.known is not None
        wide, high = self.known.grid.tile_size(*tile)
        scale = 1 << tile.level
        side = SIDE * scale
        return QRectF(tile.column * side, tile.row * side, wide * scale, high * scale)

    def held(self, tile: Tile) -> QImage | None:
        """A tile that can be painted at once."""
        image = self._kept.get(tile)
        if image is not None:
            self._kept.move_to_end(tile)
        return image

    def can_load(self, tile: Tile) -> bool:
        """Whether a tile is decoded, and only needs to be made ready."""
        return self._enlargement.has(*tile)

    def load(self, tile: Tile) -> QImage | None:
        """Make a tile ready to be painted; None where it is not decoded yet."""
        samples = self._enlargement.tile(*tile)
        if samples is None:
            return None
        image = shown(samples, self.tones)
        self._kept[tile] = image
        self._size += image.sizeInBytes()
        while self._size > BUDGET and len(self._kept) > 1:
            _, gone = self._kept.popitem(last=False)
            self._size -= gone.sizeInBytes()
        return image

    @property
    def kept_bytes(self) -> int:
        """Bytes of the tiles that are kept ready."""
        return self._size

    def above(self, tile: Tile) -> Tile | None:
        """The tile of the next coarser scale that shows the same and more; None for the last."""
        if self.known is None or tile.level + 1 >= self.known.grid.levels:
            return None
        return Tile(tile.level + 1, tile.column >> 1, tile.row >> 1)

    @property
    def spoken(self) -> str:
        """Its size in words, for whoever cannot see it."""
        known = self.known
        if known is None:
            return say("Not decoded yet")
        size = say(
            "{width} × {height} pixels",
            width=f"{known.grid.width:,}",
            height=f"{known.grid.height:,}",
        )
        return " · ".join(filter(None, (size, self.among)))

    @property
    def among(self) -> str:
        """Of how many pictures of an animation it is the first, in words; empty for all else."""
        count = self.known.pictures if self.known is not None else 1
        return say("first of {n} pictures", n=count) if count > 1 else ""


class _News(QObject):
    """Carries news from the worker to the window's thread."""

    came = Signal()
