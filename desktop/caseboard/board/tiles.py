"""`Tiles`: a board painted once, in squares at the exact zoom, and shown again at whole pixels.

`Backdrop` keeps the last frame, to be shown scaled while the zoom changes and under tiles that are
still missing. Neither knows what is on a board: they are given something that paints a view.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterable
from typing import TypeAlias, cast

import numpy as np
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage, QPainter, QRegion

from caseboard.board.camera import View
from caseboard.board.painting import Painting, Pause, brush_on
from caseboard.board.touched import Touched
from caseboard.deadline import Deadline
from casedb.model.geometry import Rect

SIZE = 256
"""The side of a tile in physical pixels."""
BLEED = 4
"""How much more is painted around a tile and cut off: Qt rounds thin lines where it clips them."""
MOST_BYTES = 96 << 20
MOST_STALE = 128

SMOOTH_TIME = 0.004
"""Seconds that a frame may take to be scaled smoothly; a slower machine scales it coarsely."""
MOST_BEGUN = 4
"""Tiles that may be half painted at once, all of them waiting for something."""

Paint: TypeAlias = Callable[[QPainter, View], None]
"""Paints what a view shows; the painter counts the view's physical pixels."""
Begin: TypeAlias = Callable[[QPainter, View], Painting[None]]
"""The same in steps."""
Place: TypeAlias = tuple[int, int]
"""A tile's column and row; tile (0, 0) has the board's origin in its corner."""


class Tiles:
    """The tiles of one board at one scale."""

    def __init__(self, begin: Begin, most_bytes: int = MOST_BYTES) -> None:
        self._begin = begin
        self._most = max(1, most_bytes // (SIZE * SIZE * 4))
        self._tiles: dict[Place, QImage] = {}
        self._stale: dict[Place, QImage] = {}
        self._sketched: dict[Place, tuple[QImage, QRect]] = {}
        self._begun: dict[Place, _Begun] = {}
        self._is_all_begun = False
        self._scale = (0.0, 0.0)

    def __len__(self) -> int:
        """How many tiles there are."""
        return len(self._tiles)

    def clear(self) -> None:
        """Forget every tile."""
        self._tiles.clear()
        self._stale.clear()
        self._sketched.clear()
        self._give_up(self._begun)

    def outdate(self) -> None:
        """Paint every tile anew; until then they are shown as they are."""
        self._give_up(self._begun)
        self._stale |= self._tiles
        self._tiles.clear()
        self._sketched.clear()

    def _give_up(self, places: Iterable[Place]) -> None:
        for place in tuple(places):
            self._begun.pop(place).give_up()

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

    def holes(self, view: View) -> QRegion:
        """Where in a view there is nothing to show, not even out of date."""
        holes = QRegion()
        for x, y in self.missing(view):
            if (x, y) not in self._stale:
                holes += QRect(x * SIZE - view.left, y * SIZE - view.top, SIZE, SIZE)
        return holes & QRect(0, 0, view.width, view.height)

    def show_sketches(
        self, painter: QPainter, view: View, covered: QRect, sketch: Callable[[View], QImage]
    ) -> None:
        """Show where there is nothing to show what can be had at once; it is kept until there is.

        Nothing is asked for where all of a tile is `covered` by something better.
        """
        seen, blank = QRect(0, 0, view.width, view.height), QRegion()
        shown: list[tuple[Place, QRect]] = []
        for place in self.missing(view):
            box = QRect(place[0] * SIZE - view.left, place[1] * SIZE - view.top, SIZE, SIZE)
            if place not in self._stale and not covered.contains(box & seen):
                shown.append((place, box))
                if place not in self._sketched:
                    blank += box
        # A row or column of them that comes into view costs little more than one.
        for box in cast("Iterable[QRect]", blank):
            self._sketch(
                view.part(view.left + box.x(), view.top + box.y(), box.width(), box.height()),
                sketch,
            )
        for place, box in shown:
            painter.drawImage(box.topLeft(), *self._sketched[place])

    def _sketch(self, part: View, sketch: Callable[[View], QImage]) -> None:
        image = sketch(part)
        for y in range(0, part.height, SIZE):
            for x in range(0, part.width, SIZE):
                place = (part.left + x) // SIZE, (part.top + y) // SIZE
                self._sketched[place] = image, QRect(x, y, SIZE, SIZE)

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

        At least one step is made, so that a slow board gets there too.
        """
        deadline = Deadline(milliseconds)
        self._give_up(self._begun.keys() - set(places))
        for place in places:
            self._go_on(view, place, deadline)
            if deadline.is_over or len(self._begun) >= MOST_BEGUN:
                break
        self._shed(view)
        missing = [each for each in places if each not in self._tiles]
        self._is_all_begun = all(each in self._begun for each in missing)
        return not missing

    def fill(self, view: View, paint: Paint) -> None:
        """Paint all tiles that a view needs with something that waits for nobody."""

        def painting(painter: QPainter, part: View) -> Painting[None]:
            paint(painter, part)
            yield Pause.BREATH

        self._give_up(self._begun)
        begin, self._begin = self._begin, painting
        try:
            self.work(view, self.missing(view), math.inf)
        finally:
            self._begin = begin

    def waits(self) -> bool:
        """Whether nothing can be done now: whatever is begun waits, and no more can be begun."""
        no_more = self._is_all_begun or len(self._begun) >= MOST_BEGUN
        return (
            no_more and bool(self._begun) and all(each.is_waiting for each in self._begun.values())
        )

    def _go_on(self, view: View, place: Place, deadline: Deadline) -> None:
        """Paint a tile on until it is finished, waits or the time is over."""
        begun = self._begun.get(place)
        if begun is None:
            begun = self._begun[place] = _Begun(self._begin, self._view_of(view, place))
        is_finished = True
        try:
            is_finished = begun.go_on(deadline)
        finally:
            # One in which something of ours failed stays as far as it came: to paint it again and
            # again would fail each time.
            if is_finished:
                begun.give_up()
                del self._begun[place]
                self._tiles[place] = begun.image.copy(BLEED, BLEED, SIZE, SIZE)
                self._stale.pop(place, None)
                self._sketched.pop(place, None)

    @staticmethod
    def _view_of(view: View, place: Place) -> View:
        side = SIZE + 2 * BLEED
        return view.part(place[0] * SIZE - BLEED, place[1] * SIZE - BLEED, side, side)

    def drop(self, touched: Touched) -> None:
        """Let the tiles under what must be painted anew be painted again, as far as its marks reach.

        Until then they are shown as they are: a moment out of date looks better than a hole.
        """
        zoom, ratio = self._scale
        there = self._tiles.keys() | self._sketched.keys() | self._begun.keys()
        if not zoom or not there or not len(touched.boxes):
            return
        places = np.array(list(there), dtype=np.int64)
        low, high = (corners * zoom * ratio // SIZE for corners in touched.around(zoom))
        near = (low <= places.max(axis=0)).all(axis=1) & (high >= places.min(axis=0)).all(axis=1)
        low, high = low[near], high[near]
        for first in range(0, len(low), 512):
            part = slice(first, first + 512)
            after = (places[:, None] >= low[part]).all(axis=2)
            stale = (after & (places[:, None] <= high[part]).all(axis=2)).sum(axis=1) > 0
            for place in places[stale].tolist():
                self._outdate((place[0], place[1]))
            places = places[~stale]

    def _outdate(self, place: Place) -> None:
        self._sketched.pop(place, None)
        if place in self._begun:
            # It may show half of what there was.
            self._give_up([place])
        tile = self._tiles.pop(place, None)
        if tile is not None:
            self._stale[place] = tile

    def _keep_scale(self, view: View) -> None:
        if self._scale != (view.zoom, view.ratio):
            self._scale = (view.zoom, view.ratio)
            self.clear()

    def _shed(self, view: View) -> None:
        """Let the tiles furthest from a view go when there are too many."""
        needed = (view.width // SIZE + 4) * (view.height // SIZE + 4)
        for kept in (self._stale, self._sketched):
            if len(kept) > max(MOST_STALE, needed):
                kept.clear()
        most = max(self._most, needed)
        if len(self._tiles) <= most:
            return
        x, y = (view.left + view.width / 2) / SIZE, (view.top + view.height / 2) / SIZE
        far = sorted(self._tiles, key=lambda at: abs(at[0] - x) + abs(at[1] - y))
        for place in far[most * 3 // 4 :]:
            del self._tiles[place]


class _Begun:
    """A tile that is being painted."""

    def __init__(self, begin: Begin, view: View) -> None:
        self.image = QImage(view.width, view.height, QImage.Format.Format_RGB32)
        self.is_waiting = False
        self._painter = QPainter(self.image)
        self._painting = begin(self._painter, view)

    def __del__(self) -> None:
        # However a tile is lost: Qt crashes where a picture goes while it is painted on.
        self.give_up()

    def give_up(self) -> None:
        """Paint no more."""
        self._painting.close()
        if self._painter.isActive():
            self._painter.end()

    def go_on(self, deadline: Deadline) -> bool:
        """Paint on; whether it is finished."""
        for pause in self._painting:
            self.is_waiting = pause is Pause.WAIT
            if self.is_waiting or deadline.is_over:
                return False
        return True


class Backdrop:
    """One frame of the past, shown where nothing better is ready yet."""

    def __init__(self) -> None:
        self._image: QImage | None = None
        self._world = Rect(0, 0, 0, 0)
        self._has_time = True
        self.zoom = 0.0

    @property
    def is_empty(self) -> bool:
        """Whether there is no frame."""
        return self._image is None

    def clear(self) -> None:
        """Forget the frame."""
        self._image = None
        self._has_time = True

    def take(self, view: View, paint: Paint) -> None:
        """Keep what `paint` paints of a view."""
        image = QImage(view.width, view.height, QImage.Format.Format_RGB32)
        with brush_on(image) as painter:
            paint(painter, view)
        self._image, self._world, self.zoom = image, view.world, view.zoom

    def covers(self, view: View) -> QRect:
        """The pixels of a view that the frame covers for certain."""
        if self._image is None:
            return QRect()
        box = self._box(view)
        left, top = math.ceil(box.left()) + 1, math.ceil(box.top()) + 1
        right, bottom = math.floor(box.right()) - 1, math.floor(box.bottom()) - 1
        inside = QRect(left, top, max(0, right - left), max(0, bottom - top))
        return inside.intersected(QRect(0, 0, view.width, view.height))

    def show(self, painter: QPainter, view: View) -> None:
        """Show the frame where it belongs in a view, scaled: smoothly if there is time for that."""
        if self._image is None:
            return
        begin = time.perf_counter()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._has_time)
        painter.drawImage(self._box(view), self._image)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        if self._has_time:
            self._has_time = time.perf_counter() - begin < SMOOTH_TIME

    def _box(self, view: View) -> QRectF:
        scale, world = view.scale, self._world
        return QRectF(
            world.x * scale - view.left,
            world.y * scale - view.top,
            world.w * scale,
            world.h * scale,
        )


def begin_at_a_pixel(painter: QPainter) -> None:
    """Let a painter that counts physical pixels count from a whole one.

    A widget may begin at half a pixel. Qt rounds that for every picture by itself, and away from
    zero: tiles before the window's edge would lie a pixel beside the others.
    """
    origin = painter.deviceTransform()
    x, y = origin.dx(), origin.dy()
    painter.translate(math.floor(x + 0.5) - x, math.floor(y + 0.5) - y)
