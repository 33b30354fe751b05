"""What is drawn over the board and never exported: selection, hover, grips, marquee, new strings."""

from __future__ import annotations

import math
from collections.abc import Set
from dataclasses import dataclass, field

import numpy as np
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QImage, QPainter, QPainterPath, QPen

from caseboard.board.camera import Camera
from caseboard.board.columns import Columns
from caseboard.board.far import block_pixels
from caseboard.board.hits import NOTHING, Hit, Part, corners_of, dots_of, has_grips, rect_of
from caseboard.board.string_painter import PLAIN, flattened, joined_path
from caseboard.board.strings import Floats, Ints
from caseboard.board.tables import Rows
from caseboard.selection import Selected
from caseboard.theme import Theme, font, radius
from casedb.model.geometry import Point, Rect

RING = 2.0
MOST_STRINGS = 1500
AROUND = 0.25
MOST_ROUND = 60
"""More rings than this at once are painted as plain rectangles."""
MOST_RINGS = 2500
"""More cards than this at once are tinted instead of ringed."""
TINT = 0.5
SMALLEST_RING = 4
"""How large the inside of a ring is at least, in pixels, however small the card."""
MOST_WIDE = 200
"""More strings than this at once are painted as thin lines."""
CORNER = 7.0
INVITATION_MARGIN, INVITATION_GAP = 24.0, 8.0
DOT = 4.0


@dataclass(frozen=True, slots=True)
class LinkPreview:
    """A string that is being drawn, in board units; `fits` whether it may end where it is."""

    start: Point
    end: Point
    target: Hit
    fits: bool


@dataclass(frozen=True, slots=True)
class Caught:
    """Rows of many cards and strings that a marquee will select when it is let go."""

    cards: Ints
    strings: Ints


@dataclass
class Overlay:
    """The marks of the moment: `dotted` is the card whose link dots are shown, `caught` is shown as
    if it were selected already."""

    hovered: Hit = NOTHING
    dotted: str = ""
    marquee: Rect | None = None
    linking: LinkPreview | None = None
    ghosts: list[Rect] = field(default_factory=list[Rect])
    caught: Caught | None = None


class OverlayPainter:
    """Draws the overlay of one board."""

    def __init__(self, columns: Columns, theme: Theme) -> None:
        self._columns = columns
        self._theme = theme
        self._rings: _Rings | None = None
        self._cards, self._strings = _Chosen(), _Chosen()

    def paint(
        self,
        painter: QPainter,
        camera: Camera,
        overlay: Overlay,
        selected: Selected,
        *,
        may_change: bool,
    ) -> None:
        """Draw it with a painter in device-independent screen pixels."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_strings(painter, camera, overlay, selected)
        self._paint_rings(painter, camera, overlay, selected)
        if may_change:
            self._paint_grips(painter, camera, overlay, selected)
        for ghost in overlay.ghosts:
            painter.fillRect(_box(camera, ghost), self._theme.tinted("ac", 0.12))
            self._ring(painter, _box(camera, ghost), "ac", 1.0)
        if overlay.marquee is not None:
            painter.fillRect(_box(camera, overlay.marquee), self._theme.tinted("ac", 0.10))
            painter.setPen(QPen(self._theme.colour("ac"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(_box(camera, overlay.marquee))
        if overlay.linking is not None:
            self._paint_linking(painter, camera, overlay.linking)
        painter.restore()

    def paint_invitation(
        self, painter: QPainter, camera: Camera, heading: str, sentence: str
    ) -> None:
        """Say on an empty board what can be done with it."""
        painter.save()
        room = QRectF(0, 0, camera.width, camera.height).adjusted(
            INVITATION_MARGIN, 0, -INVITATION_MARGIN, 0
        )
        wrapped = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
        lines = (
            (heading, font("heading", semibold=True), "tx2"),
            (sentence, font("body"), "tx3"),
        )
        heights = [
            QFontMetricsF(of).boundingRect(room, int(wrapped), text).height()
            for text, of, _ in lines
        ]
        top = (room.height() - sum(heights) - INVITATION_GAP) / 2
        for (text, of, token), height in zip(lines, heights, strict=True):
            painter.setFont(of)
            painter.setPen(self._theme.colour(token))
            painter.drawText(QRectF(room.x(), top, room.width(), height), int(wrapped), text)
            top += height + INVITATION_GAP
        painter.restore()

    def paint_focus(self, painter: QPainter, camera: Camera) -> None:
        """Draw a ring just inside the edge: the keys go to the board."""
        painter.save()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.colour("ac"), RING))
        inset = RING / 2
        painter.drawRect(
            QRectF(0, 0, camera.width, camera.height).adjusted(inset, inset, -inset, -inset)
        )
        painter.restore()

    def _paint_rings(
        self, painter: QPainter, camera: Camera, overlay: Overlay, selected: Selected
    ) -> None:
        visible = camera.visible()
        columns = self._columns
        self._cards.become(columns.cards.rows, selected.cards, columns.version)
        caught = overlay.caught.cards if overlay.caught is not None else None
        chosen = self._cards.among(columns.cards_in(visible), caught)
        if len(chosen) > MOST_ROUND:
            # With those beside the view, so that the picture stays good when it is moved a little.
            around = visible.grown(AROUND * max(visible.w, visible.h))
            chosen = self._cards.among(columns.cards_in(around), caught)
            self._paint_many_rings(painter, camera, chosen)
        else:
            for row in chosen.tolist():
                self._ring(painter, _box(camera, columns.card_rect(row)), "ac", RING)
        for frame in columns.frames_in(visible):
            if frame.id in selected.frames:
                self._ring(painter, _box(camera, frame.rect), "ac", RING)
            elif overlay.hovered.id == frame.id:
                self._ring(painter, _box(camera, frame.rect), "bd2", 1.0)

    def _paint_many_rings(self, painter: QPainter, camera: Camera, rows: Ints) -> None:
        # So many cards are small: round corners and half pixels would cost a lot and not be seen.
        corner = camera.to_screen(Point(0, 0))
        boxes = self._columns.cards.boxes(rows) * camera.zoom + np.tile(corner, 2)
        rings = self._rings
        if rings is None or not rings.fit(rows, boxes):
            view = QRect(0, 0, math.ceil(camera.width), math.ceil(camera.height))
            rings = self._rings = _Rings.of(rows, boxes, view, self._theme.colour("ac"))
        shift = boxes[0] - rings.boxes[0]
        painter.drawImage(rings.at + QPoint(round(shift[0]), round(shift[1])), rings.picture)

    def _ring(self, painter: QPainter, box: QRectF, token: str, width: float) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.colour(token), width))
        gap = 1.0 + width / 2
        corner = min(radius("card") + gap, box.width() / 2, box.height() / 2)
        painter.drawRoundedRect(box.adjusted(-gap, -gap, gap, gap), corner, corner)

    def _paint_strings(
        self, painter: QPainter, camera: Camera, overlay: Overlay, selected: Selected
    ) -> None:
        strings = self._columns.strings
        self._strings.become(strings.rows, selected.links, self._columns.version)
        touched = {overlay.hovered.id} if overlay.hovered.part is Part.STRING else set[str]()
        if overlay.linking is not None and overlay.linking.target.part is Part.STRING:
            touched.add(overlay.linking.target.id)
        found = (strings.rows.get(each) for each in touched)
        more = np.array([row for row in found if row is not None], dtype=np.int64)
        if overlay.caught is not None:
            more = np.concatenate([more, overlay.caught.strings])
        if not len(self._strings) and not len(more):
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        rows = self._strings.among(self._columns.strings_in(camera.visible()), more).tolist()
        if len(rows) > MOST_WIDE:
            # Of a haze of strings a part is enough to see that they are selected.
            self._paint_many_strings(painter, camera, rows[:: len(rows) // MOST_STRINGS + 1])
            return
        for row in rows:
            strong = strings.rows.id_of(row) in selected.links
            pen = QPen(self._theme.tinted("ac", 0.55 if strong else 0.28), 6.0 if strong else 5.0)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawPath(self._path(row, camera))

    def _paint_many_strings(self, painter: QPainter, camera: Camera, rows: list[int]) -> None:
        # A wide line is filled outline by outline, which would take seconds for thousands.
        curves = np.concatenate([self._columns.curves(row) for row in rows])
        corner = camera.to_screen(Point(0, 0))
        path = joined_path(flattened(curves * camera.zoom + np.array(corner), PLAIN))
        painter.setPen(QPen(self._theme.colour("ac"), 1.0))
        for shift in (0.0, 0.5):
            painter.drawPath(path.translated(shift, shift))

    def _path(self, row: int, camera: Camera) -> QPainterPath:
        path = QPainterPath()
        for n, curve in enumerate(self._columns.curves(row).tolist()):
            points = [QPointF(*camera.to_screen(Point(x, y))) for x, y in curve]
            if n == 0:
                path.moveTo(points[0])
            path.cubicTo(points[1], points[2], points[3])
        return path

    def _paint_grips(
        self, painter: QPainter, camera: Camera, overlay: Overlay, selected: Selected
    ) -> None:
        painter.setPen(QPen(self._theme.colour("ac"), 1.5))
        painter.setBrush(QBrush(self._theme.colour("surf")))
        if selected.placed_alone and not self._columns.is_locked(selected.placed_alone):
            rect = rect_of(self._columns, selected.placed_alone)
            on_screen = camera.rect_to_screen(rect) if rect is not None else None
            if on_screen is not None and has_grips(on_screen):
                for point in corners_of(on_screen.grown(RING)).values():
                    half = CORNER / 2
                    painter.drawRect(QRectF(point.x - half, point.y - half, CORNER, CORNER))
        if overlay.dotted:
            rect = rect_of(self._columns, overlay.dotted)
            on_screen = camera.rect_to_screen(rect) if rect is not None else None
            if on_screen is not None and has_grips(on_screen):
                for dot in dots_of(on_screen):
                    painter.drawEllipse(QPointF(dot.x, dot.y), DOT, DOT)

    def _paint_linking(self, painter: QPainter, camera: Camera, linking: LinkPreview) -> None:
        token = "ac" if linking.fits else "err"
        painter.setPen(QPen(self._theme.colour(token), 2.0, Qt.PenStyle.DashLine))
        start, end = camera.to_screen(linking.start), camera.to_screen(linking.end)
        painter.drawLine(QPointF(*start), QPointF(*end))
        painter.setBrush(QBrush(self._theme.colour(token)))
        painter.drawEllipse(QPointF(*end), DOT, DOT)
        if linking.target.part is Part.CARD:
            rect = rect_of(self._columns, linking.target.id)
            if rect is not None:
                self._ring(painter, _box(camera, rect), token, RING)


class _Chosen:
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
        found = map(rows.get, ids)
        self._rows = np.array([row for row in found if row is not None], dtype=np.int64)

    def among(self, shown: Ints, more: Ints | None = None) -> Ints:
        """Which of these rows are chosen, or among the other ones given."""
        is_chosen = np.zeros(self._size, dtype=np.bool_)
        is_chosen[self._rows] = True
        if more is not None:
            is_chosen[more] = True
        return shown[is_chosen[shown]]


@dataclass(frozen=True, slots=True)
class _Rings:
    """A picture of rings around cards: good as long as these are moved together or looked at from
    beside. `boxes` [N, 4] are where the cards of `rows` [N] lay on the screen, `at` the picture."""

    rows: Ints
    boxes: Floats
    at: QPoint
    picture: QImage
    is_cut: bool

    @classmethod
    def of(cls, rows: Ints, boxes: Floats, view: QRect, colour: QColor) -> _Rings:
        """Rings around boxes, as much of them as lies in or near a view."""
        if len(boxes) > MOST_RINGS:
            return cls(rows, boxes, view.topLeft(), _tinted(boxes, view, colour), True)
        strips = ring_strips(boxes, RING)
        left, top = strips[:, :2].min(axis=0).tolist()
        right, bottom = (strips[:, :2] + strips[:, 2:]).max(axis=0).tolist()
        whole = QRect(left, top, right - left, bottom - top)
        shown = whole & view.adjusted(-view.width(), -view.height(), view.width(), view.height())
        strips[:, 0] -= shown.x()
        strips[:, 1] -= shown.y()
        picture = _filled(strips, shown.width(), shown.height(), colour)
        return cls(rows, boxes, shown.topLeft(), picture, shown != whole)

    def fit(self, rows: Ints, boxes: Floats) -> bool:
        """Whether the picture shows these rows as they are now, shifted at most."""
        if not np.array_equal(rows, self.rows):
            return False
        away = boxes - self.boxes
        shift = np.tile(away[0, :2], 2)
        return not (self.is_cut and shift.any()) and bool((np.abs(away - shift) < 0.01).all())


def ring_strips(boxes: Floats, width: float) -> Ints:
    """The sides of rings around boxes [N, 4] (left, top, right, bottom) as rectangles [4 N, 4] of
    left, top, width and height in whole pixels. A ring is never so small that it is overlooked."""
    inner = np.rint(boxes).astype(np.int64)
    lacking = np.maximum(SMALLEST_RING - (inner[:, 2:] - inner[:, :2]), 0)
    inner[:, :2] -= lacking // 2
    inner[:, 2:] += lacking - lacking // 2
    gap, thick = 1, round(width)
    left, top = inner[:, 0] - gap - thick, inner[:, 1] - gap - thick
    wide, high = inner[:, 2] + gap + thick - left, inner[:, 3] + gap + thick - top
    line, between = np.full_like(left, thick), high - 2 * thick
    sides = [
        (left, top, wide, line),
        (left, top + high - thick, wide, line),
        (left, top + thick, line, between),
        (left + wide - thick, top + thick, line, between),
    ]
    return np.concatenate([np.stack(side, axis=1) for side in sides])


def _tinted(boxes: Floats, view: QRect, colour: QColor) -> QImage:
    """A see-through picture as large as a view with boxes [N, 4] and a pixel around them tinted.

    Corners are counted and summed up, so that it takes as long for large boxes as for small ones.
    """
    width, height = view.width(), view.height()
    limits = np.array([width, height, width, height])
    edges = np.rint(boxes).astype(np.int64) + np.array([-1, -1, 1, 1])
    left, top, right, bottom = np.clip(edges, 0, limits).T
    places, signs = list[Ints](), list[Floats]()
    for x, y, sign in ((left, top, 1), (right, top, -1), (left, bottom, -1), (right, bottom, 1)):
        places.append(y * (width + 1) + x)
        signs.append(np.full(len(x), sign, dtype=np.float64))
    size = (height + 1) * (width + 1)
    counted = np.bincount(np.concatenate(places), np.concatenate(signs), size)
    depth = counted.astype(np.int32).reshape(height + 1, width + 1)
    np.cumsum(depth, axis=0, out=depth)
    np.cumsum(depth, axis=1, out=depth)
    alpha = round(255 * TINT)
    red, green, blue = (
        each * alpha // 255 for each in (colour.red(), colour.green(), colour.blue())
    )
    shade = np.uint32(alpha << 24 | red << 16 | green << 8 | blue)
    pixels = np.where(depth[:height, :width] > 0, shade, np.uint32(0))
    pixels = np.ascontiguousarray(pixels)
    form = QImage.Format.Format_ARGB32_Premultiplied
    return QImage(pixels.data, width, height, 4 * width, form).copy()


def _filled(rects: Ints, width: int, height: int, colour: QColor) -> QImage:
    """A see-through picture with rectangles [N, 4] of left, top, width and height filled."""
    pixels = np.zeros(width * height, dtype=np.uint32)
    edges = np.concatenate([rects[:, :2], rects[:, :2] + rects[:, 2:]], axis=1)
    for place, _ in block_pixels(edges, width, height):
        pixels[place] = colour.rgba()
    form = QImage.Format.Format_ARGB32_Premultiplied
    # A copy, as Qt would only point at the numbers.
    return QImage(pixels.data, width, height, 4 * width, form).copy()


def _box(camera: Camera, rect: Rect) -> QRectF:
    return QRectF(*camera.rect_to_screen(rect))
