"""Rings around many cards at once, and which rows of a table are chosen: found once, shown often."""

from __future__ import annotations

from collections.abc import Callable, Set
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from caseboard.board.camera import Camera
from caseboard.board.far import block_pixels
from caseboard.board.strings import Flags, Floats, Ints
from caseboard.board.tables import CardTable, Rows
from casedb.model.geometry import Point

RING = 2.0
TINT = 0.5
WHOLE = 1e-6
"""What a number of whole pixels may be off by for the way it was computed."""
SMALLEST_RING = 4
"""How large the inside of a ring is at least, in pixels, however small the card."""
AROUND = 0.25
"""How much more than a view a picture shows, so that it stays good when one looks a little beside."""


class Chosen:
    """Which rows of a table are chosen, looked up once for every choice and not in every frame."""

    def __init__(self) -> None:
        self._ids: Set[str] = frozenset()
        self._version = -1
        self._rows: Ints = np.empty(0, dtype=np.int64)
        self._size = 0

    def __len__(self) -> int:
        """How many rows are chosen."""
        return len(self._rows)

    def become(self, rows: Rows, ids: Set[str], version: int) -> None:
        """Choose these ids, of a table in this version."""
        self._size = rows.size
        if ids is self._ids and version == self._version:
            return
        self._ids, self._version = ids, version
        self._rows = rows.rows_of(ids)

    def rows(self, more: Ints | None = None) -> Ints:
        """The chosen rows and the other ones given, each once."""
        return self._rows if more is None else np.flatnonzero(self._are_chosen(more))

    def among(self, shown: Ints, more: Ints | None = None) -> Ints:
        """Which of these rows are chosen, or among the other ones given."""
        return shown[self._are_chosen(more)[shown]]

    def _are_chosen(self, more: Ints | None) -> Flags:
        chosen = np.zeros(self._size, dtype=np.bool_)
        chosen[self._rows] = True
        if more is not None:
            chosen[more] = True
        return chosen


@dataclass(frozen=True, slots=True)
class Rings:
    """A picture of rings around cards: good as long as these are moved together or looked at from
    beside. `boxes` [N, 4] are where the cards of `rows` [N] lay on the screen, `at` the picture, in
    physical pixels."""

    rows: Ints
    boxes: Floats
    at: QPoint
    picture: QImage
    is_cut: bool

    @classmethod
    def of(cls, rows: Ints, boxes: Floats, view: QRect, colour: QColor, ratio: float) -> Rings:
        """Rings around boxes, as much of them as lies in or near a view."""
        sides = ring_sides(boxes, RING * ratio)
        left, top = sides[:, :2].min(axis=0).tolist()
        right, bottom = sides[:, 2:].max(axis=0).tolist()
        whole = QRect(left, top, right - left, bottom - top)
        shown = whole & view.adjusted(-view.width(), -view.height(), view.width(), view.height())
        sides -= np.tile([shown.x(), shown.y()], 2)
        picture = _filled(sides, shown.width(), shown.height(), colour.rgba())
        picture.setDevicePixelRatio(ratio)
        return cls(rows, boxes, shown.topLeft(), picture, shown != whole)

    def fit(self, rows: Ints, boxes: Floats, ratio: float, *, is_exact: bool) -> bool:
        """Whether the picture shows these rows as they are now, shifted at most; to be `is_exact` by
        whole pixels, as the edges of each ring are rounded by themselves."""
        if self.picture.devicePixelRatio() != ratio or not np.array_equal(rows, self.rows):
            return False
        away = boxes - self.boxes
        shift = np.tile(away[0, :2], 2)
        if is_exact and (np.abs(shift - np.rint(shift)) > WHOLE).any():
            return False
        return not (self.is_cut and shift.any()) and bool((np.abs(away - shift) < 0.01).all())


class Tint:
    """Cards tinted that are too many for rings: a picture of a part of the board, which is good
    until other ones are chosen, one is moved, or one looks elsewhere or from another distance."""

    def __init__(self, cards: CardTable, colour: QColor) -> None:
        self._cards, self._colour = cards, colour
        self._made_for: tuple[object, ...] = (None,)
        self._camera = Camera()
        self._picture = QImage()

    def paint(
        self,
        painter: QPainter,
        camera: Camera,
        choice: tuple[object, ...],
        rows_of: Callable[[], Ints],
        *,
        is_moving: bool,
    ) -> None:
        """Tint the cards of a choice, whose rows are asked for only where they must be.

        While the zoom is on the move the last picture is shown, scaled.
        """
        made_for = (choice, self._cards.moves)
        is_good = made_for == self._made_for and (
            is_moving
            or (
                camera.zoom == self._camera.zoom
                and self._camera.visible().contains(camera.visible())
            )
        )
        if not is_good:
            self._made_for = made_for
            self._make(camera, rows_of())
        at = camera.rect_to_screen(self._camera.visible())
        if camera.zoom == self._camera.zoom:
            painter.drawImage(QPoint(round(at.x), round(at.y)), self._picture)
        else:
            painter.drawImage(QRectF(*at), self._picture)

    def _make(self, camera: Camera, rows: Ints) -> None:
        width, height = (round(each * (1 + 2 * AROUND)) for each in (camera.width, camera.height))
        self._camera = camera.resized(width, height)
        corner = self._camera.to_screen(Point(0, 0))
        boxes = self._cards.boxes(rows) * camera.zoom + np.tile(corner, 2)
        self._picture = _tinted(boxes, width, height, self._colour)


def ring_sides(boxes: Floats, width: float) -> Ints:
    """The sides of rings around boxes [N, 4] of left, top, right and bottom, as boxes [4 N, 4] in
    whole pixels. A ring is never so small that it is overlooked."""
    # Not to the even number: moved by whole pixels they shall be rounded alike.
    inner = np.floor(boxes + 0.5).astype(np.int64)
    lacking = np.maximum(SMALLEST_RING - (inner[:, 2:] - inner[:, :2]), 0)
    inner[:, :2] -= lacking // 2
    inner[:, 2:] += lacking - lacking // 2
    gap, thick = 1, round(width)
    left, top, right, bottom = (inner + np.array([-1, -1, 1, 1]) * (gap + thick)).T
    sides = [
        (left, top, right, top + thick),
        (left, bottom - thick, right, bottom),
        (left, top + thick, left + thick, bottom - thick),
        (right - thick, top + thick, right, bottom - thick),
    ]
    return np.concatenate([np.stack(side, axis=1) for side in sides])


def _tinted(boxes: Floats, width: int, height: int, colour: QColor) -> QImage:
    """A see-through picture with boxes [N, 4] and a pixel around them tinted."""
    edges = np.rint(boxes).astype(np.int64) + np.array([-1, -1, 1, 1])
    alpha = round(255 * TINT)
    red, green, blue = (
        each * alpha // 255 for each in (colour.red(), colour.green(), colour.blue())
    )
    return _filled(edges, width, height, alpha << 24 | red << 16 | green << 8 | blue)


def _filled(edges: Ints, width: int, height: int, shade: int) -> QImage:
    """A see-through picture with boxes [N, 4] filled with a shade, its alpha multiplied in."""
    pixels = np.zeros(width * height, dtype=np.uint32)
    for place, _ in block_pixels(edges, width, height):
        pixels[place] = shade
    form = QImage.Format.Format_ARGB32_Premultiplied
    # A copy, as Qt would only point at the numbers.
    return QImage(pixels.data, width, height, 4 * width, form).copy()
