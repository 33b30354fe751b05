"""What is drawn over the board and never exported: selection, hover, grips, marquee, new strings."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, field

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QPainter, QPainterPath, QPen

from caseboard.board.camera import Camera
from caseboard.board.columns import Columns
from caseboard.board.hits import NOTHING, Hit, Part, corners_of, dots_of, has_grips, rect_of
from caseboard.board.string_painter import flattened, joined_path
from caseboard.board.strings import Ints
from caseboard.board.tables import Rows
from caseboard.selection import Selected
from caseboard.theme import Theme, font, radius
from casedb.model.geometry import Point, Rect

RING = 2.0
MOST_ROUND = 400
"""More rings than this at once are painted as plain rectangles."""
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


@dataclass
class Overlay:
    """The marks of the moment: `dotted` is the card whose link dots are shown."""

    hovered: Hit = NOTHING
    dotted: str = ""
    marquee: Rect | None = None
    linking: LinkPreview | None = None
    ghosts: list[Rect] = field(default_factory=list[Rect])


class OverlayPainter:
    """Draws the overlay of one board."""

    def __init__(self, columns: Columns, theme: Theme) -> None:
        self._columns = columns
        self._theme = theme

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
        chosen = _chosen_in(columns.cards.rows, selected.cards, columns.cards_in(visible))
        if len(chosen) > MOST_ROUND:
            self._paint_many_rings(painter, camera, np.array(chosen, dtype=np.int64))
        else:
            for row in chosen:
                self._ring(painter, _box(camera, columns.card_rect(row)), "ac", RING)
        for frame in columns.frames_in(visible):
            if frame.id in selected.frames:
                self._ring(painter, _box(camera, frame.rect), "ac", RING)
            elif overlay.hovered.id == frame.id:
                self._ring(painter, _box(camera, frame.rect), "bd2", 1.0)

    def _paint_many_rings(self, painter: QPainter, camera: Camera, rows: Ints) -> None:
        # So many cards are small: round corners and half pixels would cost a lot and not be seen.
        rects = self._columns.cards.rects(rows)
        corner = camera.to_screen(Point(0, 0))
        rects = rects * camera.zoom + np.array([corner.x, corner.y, 0, 0])
        boxes = (rects + np.array([-RING, -RING, 2 * RING, 2 * RING])).tolist()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.colour("ac"), RING))
        painter.drawRects([QRectF(*box) for box in boxes])
        painter.restore()

    def _ring(self, painter: QPainter, box: QRectF, token: str, width: float) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.colour(token), width))
        gap = 1.0 + width / 2
        corner = min(radius("card") + gap, box.width() / 2, box.height() / 2)
        painter.drawRoundedRect(box.adjusted(-gap, -gap, gap, gap), corner, corner)

    def _paint_strings(
        self, painter: QPainter, camera: Camera, overlay: Overlay, selected: Selected
    ) -> None:
        chosen = set(selected.links)
        if overlay.hovered.part is Part.STRING:
            chosen.add(overlay.hovered.id)
        if overlay.linking is not None and overlay.linking.target.part is Part.STRING:
            chosen.add(overlay.linking.target.id)
        if not chosen:
            return
        strings = self._columns.strings
        painter.setBrush(Qt.BrushStyle.NoBrush)
        rows = _chosen_in(strings.rows, chosen, self._columns.strings_in(camera.visible()))
        if len(rows) > MOST_WIDE:
            self._paint_many_strings(painter, camera, rows)
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
        path = joined_path(flattened(curves * camera.zoom + np.array(corner)))
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


def _chosen_in(rows: Rows, chosen: Set[str], shown: Ints) -> list[int]:
    """The rows of what is chosen among those that are shown, by way of the fewer of the two."""
    if not chosen:
        return []
    if len(chosen) < len(shown):
        there = set(shown.tolist())
        found = (rows.get(each) for each in chosen)
        return [row for row in found if row is not None and row in there]
    listed: list[int] = shown.tolist()
    ids = rows.ids_of(listed)
    return [row for row, each in zip(listed, ids, strict=True) if each in chosen]


def _box(camera: Camera, rect: Rect) -> QRectF:
    return QRectF(*camera.rect_to_screen(rect))
