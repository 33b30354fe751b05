"""`Tiles`: a board painted once, in squares at the exact zoom, and shown again at whole pixels.

`Backdrop` keeps the last frame, to be shown scaled while the zoom changes and under tiles that are
still missing. Neither knows what is on a board: they are given something that paints a view.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeAlias

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from caseboard.board.camera import View
from caseboard.board.touched import Touched
from casedb.model.geometry import Rect

SIZE = 256
"""The side of a tile in physical pixels."""
BLEED = 4
"""How much more is painted around a tile and cut off: Qt rounds thin lines where it clips them."""
MOST_BYTES = 96 << 20
MOST_STALE = 128

Paint: TypeAlias = Callable[[QPainter, View], None]
"""Paints what a view shows; the painter counts the view's physical pixels."""
Place: TypeAlias = tuple[int, int]
"""A tile's column and row; tile (0, 0) has the board's origin in its corner."""


class Tiles:
    """The tiles of one board at one scale."""

    def __init__(self, paint: Paint, most_bytes: int = MOST_BYTES) -> None:
        self._paint = paint
        self._most = max(1, most_bytes // (SIZE * SIZE * 4))
        self._tiles: dict[Place, QImage] = {}
        self._stale: dict[Place, QImage] = {}
        self._scale = (0.0, 0.0)

    def __len__(self) -> int:
        """How many tiles there are."""
        return len(self._tiles)

    def clear(self) -> None:
        """Forget every tile."""
        self._tiles.clear()
        self._stale.clear()

    def places(self) -> set[Place]:
        """Which tiles there are."""
        return set(self._tiles)

    def missing(self, view: View, ring: int = 0) -> list[Place]:
        """The tiles that a view needs and that are not painted, `ring` more of them all around.

        Those nearest to the middle come first.
        """
        self._keep_scale(view)
        left, top = view.left // SIZE - ring, view.top // SIZE - ring
        right = (view.left + view.width - 1) // SIZE + ring
        bottom = (view.top + view.height - 1) // SIZE + ring
        middle_x, middle_y = (left + right) / 2, (top + bottom) / 2
        found = [
            (x, y)
            for y in range(top, bottom + 1)
            for x in range(left, right + 1)
            if (x, y) not in self._tiles
        ]
        return sorted(found, key=lambda at: abs(at[0] - middle_x) + abs(at[1] - middle_y))

    def covers(self, view: View) -> bool:
        """Whether there is something to show everywhere in a view, be it out of date."""
        return all(place in self._stale for place in self.missing(view))

    def show(self, painter: QPainter, view: View) -> None:
        """Show the tiles of a view that there are; one out of date where no better is painted."""
        self._keep_scale(view)
        for y in range(view.top // SIZE, (view.top + view.height - 1) // SIZE + 1):
            for x in range(view.left // SIZE, (view.left + view.width - 1) // SIZE + 1):
                image = self._tiles.get((x, y)) or self._stale.get((x, y))
                if image is not None:
                    painter.drawImage(x * SIZE - view.left, y * SIZE - view.top, image)

    def work(self, view: View, places: list[Place], milliseconds: float) -> bool:
        """Paint tiles in their order until the time is over; whether all are painted.

        At least one is painted, so that a slow board gets there too.
        """
        end = time.perf_counter() + milliseconds / 1000
        for done, place in enumerate(places):
            if done and time.perf_counter() >= end:
                return False
            self._tiles[place] = self._painted(view, place)
            self._stale.pop(place, None)
        self._shed(view)
        return True

    def drop(self, touched: Touched) -> None:
        """Let the tiles under what must be painted anew be painted again, as far as its marks reach.

        Until then they are shown as they are: a moment out of date looks better than a hole.
        """
        zoom, ratio = self._scale
        if not zoom or not self._tiles or not len(touched.boxes):
            return
        places = np.array(list(self._tiles), dtype=np.int64)
        low, high = (corners * zoom * ratio // SIZE for corners in touched.around(zoom))
        near = (low <= places.max(axis=0)).all(axis=1) & (high >= places.min(axis=0)).all(axis=1)
        low, high = low[near], high[near]
        for first in range(0, len(low), 512):
            part = slice(first, first + 512)
            after = (places[:, None] >= low[part]).all(axis=2)
            stale = (after & (places[:, None] <= high[part]).all(axis=2)).sum(axis=1) > 0
            for place in places[stale].tolist():
                at = (place[0], place[1])
                self._stale[at] = self._tiles.pop(at)
            places = places[~stale]

    def _painted(self, view: View, place: Place) -> QImage:
        side = SIZE + 2 * BLEED
        image = QImage(side, side, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        left, top = place[0] * SIZE - BLEED, place[1] * SIZE - BLEED
        self._paint(painter, view.part(left, top, side, side))
        painter.end()
        return image.copy(BLEED, BLEED, SIZE, SIZE)

    def _keep_scale(self, view: View) -> None:
        if self._scale != (view.zoom, view.ratio):
            self._scale = (view.zoom, view.ratio)
            self.clear()

    def _shed(self, view: View) -> None:
        """Let the tiles furthest from a view go when there are too many."""
        if len(self._stale) > MOST_STALE:
            self._stale.clear()
        needed = (view.width // SIZE + 4) * (view.height // SIZE + 4)
        most = max(self._most, needed)
        if len(self._tiles) <= most:
            return
        x, y = (view.left + view.width / 2) / SIZE, (view.top + view.height / 2) / SIZE
        far = sorted(self._tiles, key=lambda at: abs(at[0] - x) + abs(at[1] - y))
        for place in far[most * 3 // 4 :]:
            del self._tiles[place]


class Backdrop:
    """One frame of the past, shown where nothing better is ready yet."""

    def __init__(self) -> None:
        self._image: QImage | None = None
        self._world = Rect(0, 0, 0, 0)
        self.zoom = 0.0

    @property
    def is_empty(self) -> bool:
        """Whether there is no frame."""
        return self._image is None

    def clear(self) -> None:
        """Forget the frame."""
        self._image = None

    def take(self, view: View, paint: Paint) -> None:
        """Keep what `paint` paints of a view."""
        image = QImage(view.width, view.height, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        paint(painter, view)
        painter.end()
        self._image, self._world, self.zoom = image, view.world, view.zoom

    def show(self, painter: QPainter, view: View) -> None:
        """Show the frame where it belongs in a view, scaled."""
        if self._image is None:
            return
        scale, world = view.scale, self._world
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(
            QRectF(
                world.x * scale - view.left,
                world.y * scale - view.top,
                world.w * scale,
                world.h * scale,
            ),
            self._image,
        )
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
