"""`InHand`: the picture of what has been lifted off a board, above all else.

What is carried along as it is was painted once; only the strings that lead to the rest of the board
are painted anew on the way. When all is put down, the picture stays until the board below shows it.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from caseboard.board import levels
from caseboard.board.camera import View
from caseboard.board.levels import Level
from caseboard.board.lifting import Lifting
from caseboard.board.painting import brush_on, finish
from caseboard.board.scene import Scene
from casedb.model.geometry import Point, Rect

FEW_STRINGS, FEW_WIDE = 24, 12
"""More strings than this, or than this of wide ones, are painted as thin lines on the way."""
MOST_SMOOTH = 150
"""More strings than this are painted roughly."""
MARGIN = 28.0
AROUND = 0.25
"""How much more than the view the picture holds on every side, for what comes into view."""


class InHand:
    """What is lifted off one scene, as it is painted."""

    def __init__(self, scene: Scene, lifting: Lifting) -> None:
        self.lifting = lifting
        self._scene = scene
        self._picture = QImage()
        self._at: View | None = None
        self._shift = (0.0, 0.0)
        self._taken_at = (0.0, 0.0)

    def carry(self, dx: float, dy: float) -> None:
        """Show it so far from where it was lifted."""
        self._shift = (dx, dy)
        self.lifting.carry(dx, dy)
        self._forget_outer()

    def stretch(self, rect: Rect) -> None:
        """Show the one thing in the hand with another rectangle."""
        self.lifting.stretch(rect)
        self._at = None
        self._forget_outer()

    def place(self, rects: Mapping[str, Rect]) -> None:
        """Show each of what is in the hand in a rectangle of its own, by its id."""
        self.lifting.place(rects)
        self._at = None
        self._forget_outer()

    def bend(self, bends: tuple[Point, ...]) -> None:
        """Show the one string in the hand led through other points."""
        self.lifting.bend(bends)
        self._forget_outer()

    def _forget_outer(self) -> None:
        for row in self.lifting.outer.tolist() if len(self.lifting.outer) <= FEW_STRINGS else ():
            self._scene.strings.forget_row(row)

    def paint(self, painter: QPainter, view: View, *, is_moving: bool) -> None:
        """Paint it all; while the zoom is `is_moving` the picture is only scaled."""
        self._paint_outer(painter, view, is_moving=is_moving)
        self.paint_carried(painter, view, is_moving=is_moving)

    def paint_carried(self, painter: QPainter, view: View, *, is_moving: bool) -> None:
        """Paint what is carried along as it is."""
        if self._at is None or (not is_moving and not self._fits(self._at, view)):
            self._take(view)
        at = self._at
        if at is None:
            return
        factor = view.scale / at.scale
        dx, dy = (now - then for now, then in zip(self._shift, self._taken_at, strict=True))
        left, top = at.left * factor + dx * view.scale, at.top * factor + dy * view.scale
        if factor == 1.0:
            painter.drawImage(round(left) - view.left, round(top) - view.top, self._picture)
            return
        box = QRectF(left - view.left, top - view.top, at.width * factor, at.height * factor)
        painter.drawImage(box, self._picture)

    def _fits(self, at: View, view: View) -> bool:
        """Whether the picture can be shown in a view: its scale is right and nothing is missing."""
        if (at.zoom, at.ratio) != (view.zoom, view.ratio):
            return False
        extent = self.lifting.extent()
        if extent is None:
            return True
        needed = _cut(extent.grown(MARGIN / view.zoom), view.world)
        dx, dy = (now - then for now, then in zip(self._shift, self._taken_at, strict=True))
        return needed is None or at.world.moved(dx, dy).grown(2 / view.scale).contains(needed)

    def _take(self, view: View) -> None:
        """Paint the picture: of all that is carried, or as much as may come into view."""
        self._at, self._taken_at = None, self._shift
        extent = self.lifting.extent()
        if extent is None:
            return
        world = view.world
        around = Rect(
            world.x - AROUND * world.w,
            world.y - AROUND * world.h,
            world.w * (1 + 2 * AROUND),
            world.h * (1 + 2 * AROUND),
        )
        part = _cut(extent.grown(MARGIN / view.zoom), around)
        if part is None:
            return
        left, top = round(part.x * view.scale), round(part.y * view.scale)
        width, height = int(part.w * view.scale) + 2, int(part.h * view.scale) + 2
        self._at = view.part(left, top, width, height)
        self._picture = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
        self._picture.fill(Qt.GlobalColor.transparent)
        with brush_on(self._picture) as painter:
            self._paint_carried(painter, self._at)

    def _paint_carried(self, painter: QPainter, view: View) -> None:
        scene, lifting = self._scene, self.lifting
        for frame in lifting.frames:
            scene.frames.paint(painter, view, frame, scene.contents.scale_of(frame.id))
        level = levels.level_at(view.zoom)
        near = scene.columns.strings_in(view.world)
        finish(scene.strings.painting_plain(painter, view, near[np.isin(near, lifting.inner)]))
        rows = scene.columns.cards_in(view.world.grown(MARGIN))
        rows = scene.columns.cards.stacked(rows[np.isin(rows, lifting.cards)])
        if level is Level.FAR:
            scene.cards.paint_blocks(painter, view, rows)
        else:
            # Between pixels the edges of a card round differently, by one at most.
            finish(scene.cards.painting(painter, view, level, rows.tolist(), slack=1))

    def forget(self) -> None:
        """Paint it anew: it is to look otherwise."""
        self._at = None
        self._forget_outer()

    def _paint_outer(self, painter: QPainter, view: View, *, is_moving: bool) -> None:
        scene, level = self._scene, levels.level_at(view.zoom)
        near = scene.strings.near(view, level, np.empty(0, dtype=np.int64))
        rows = near[np.isin(near, self.lifting.outer)]
        is_thin = levels.string_width(view.zoom) * view.ratio <= 1.0
        is_few = len(rows) <= (FEW_STRINGS if is_thin else FEW_WIDE)
        # Strings are made ready for a scale at which one stays.
        if level is Level.FULL and is_few and not is_moving:
            scene.keep_scale(view)
            finish(scene.strings.painting(painter, view, level, rows))
        else:
            is_rough = len(rows) > MOST_SMOOTH
            finish(scene.strings.painting_plain(painter, view, rows, is_rough=is_rough))


def _cut(one: Rect, other: Rect) -> Rect | None:
    """What two rectangles share, or None."""
    left, top = max(one.x, other.x), max(one.y, other.y)
    right, bottom = min(one.right, other.right), min(one.bottom, other.bottom)
    return Rect(left, top, right - left, bottom - top) if left < right and top < bottom else None
