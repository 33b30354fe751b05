"""What is drawn over the board and never exported: selection, hover, grips, marquee, new strings."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from functools import partial

import numpy as np
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QPainter, QPainterPath, QPainterPathStroker, QPen

from caseboard.board.camera import Camera
from caseboard.board.columns import Columns
from caseboard.board.found import Found, FoundPainter
from caseboard.board.hand_marks import HandMarks
from caseboard.board.hits import NOTHING, Hit, Part, corners_of, dots_of, has_grips, rect_of
from caseboard.board.line_marks import Labels, LinesPainter, no_labels
from caseboard.board.rings import AROUND, RING, Chosen, Rings, Tint, ring_sides
from caseboard.board.sketch import Sketch
from caseboard.board.snapping import Gap, Guide
from caseboard.board.string_grips import grips_of
from caseboard.board.string_painter import PLAIN, flattened, joined_path
from caseboard.board.strings import Ints
from caseboard.selection import Selected
from caseboard.theme import Theme, board_radius, font
from casedb.analysis.traces import Traces
from casedb.model.geometry import Point, Rect

MOST_STRINGS, MOST_THICK = 1000, 400
MOST_ROUND = 60
"""More rings than this at once are painted as plain rectangles."""
MOST_RINGS = 2500
"""More cards than this at once are tinted instead of ringed."""
AROUND_STRING = 9.0
"""How wide the ring around a selected string is, in pixels."""
MOST_WIDE = 200
"""More strings than this at once are painted as thin lines."""
CORNER = 7.0
INVITATION_MARGIN, INVITATION_GAP = 24.0, 8.0
DOT = 4.0

RECEIVING = 0.14
"""How much of the accent lies over a card that would take what is dropped."""


@dataclass(frozen=True, slots=True)
class LinkPreview:
    """A string that is being drawn, in board units; `fits` whether it may end where it is."""

    start: Point
    end: Point
    target: Hit
    fits: bool


@dataclass(frozen=True, slots=True, eq=False)
class Caught:
    """Rows of many cards and strings that a marquee will select when it is let go."""

    cards: Ints
    strings: Ints


@dataclass(frozen=True, slots=True, eq=False)
class Ghosts:
    """Where copies of cards, by their rows, will lie: so many board units from them."""

    rows: Ints
    dx: float
    dy: float


@dataclass
class Overlay:
    """The marks of the moment: `dotted` is the card whose link dots are shown, `caught` is shown as
    if it were selected already, `found` is what the search shows. `outline` is a frame that is being
    drawn, `traces` are independent lines to a claim, `landing` where cards would lie that are dropped now, `receiving` the
    card whose item would take it, `lasso` a line around things, `snaps` is what agrees with what is moved."""

    hovered: Hit = NOTHING
    dotted: str = ""
    marquee: Rect | None = None
    outline: Rect | None = None
    landing: tuple[Rect, ...] = ()
    receiving: str = ""
    lasso: tuple[Point, ...] = ()
    snaps: tuple[Guide | Gap, ...] = ()
    linking: LinkPreview | None = None
    ghosts: Ghosts | None = None
    caught: Caught | None = None
    found: Found = field(default_factory=Found)
    traces: Traces | None = None


class OverlayPainter:
    """Draws the overlay of one board."""

    def __init__(self, columns: Columns, theme: Theme, labels: Labels = no_labels) -> None:
        """`labels` says where strings show theirs."""
        self._columns = columns
        self._theme = theme
        self._found = FoundPainter(columns, theme)
        self._lines = LinesPainter(columns, theme, labels)
        self._hand = HandMarks(theme)
        self._rings: Rings | None = None
        colour = theme.colour("ac")
        self._chosen, self._every = Tint(columns.cards, colour), Tint(columns.cards, colour)
        self._cards, self._strings = Chosen(), Chosen()

    def paint(
        self,
        painter: QPainter,
        camera: Camera,
        overlay: Overlay,
        selected: Selected,
        *,
        may_change: bool,
        is_moving: bool = False,
        is_carrying: bool = False,
    ) -> None:
        """Draw it with a painter in device-independent screen pixels; roughly where the zoom is on
        the move, and rings roughly where they follow the hand."""
        if overlay.traces is not None:
            self._lines.paint(
                painter, camera, overlay.traces, is_moving=is_moving, is_carrying=is_carrying
            )
        if overlay.found:
            self._found.paint(painter, camera, overlay.found)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_strings(painter, camera, overlay, selected)
        self._paint_rings(
            painter, camera, overlay, selected, is_moving=is_moving, is_carrying=is_carrying
        )
        if may_change:
            self._paint_grips(painter, camera, overlay, selected)
        if overlay.ghosts is not None:
            self._paint_ghosts(painter, camera, overlay.ghosts)
        if overlay.marquee is not None:
            self._hand.paint_marquee(painter, camera, overlay.marquee)
        if overlay.outline is not None:
            self._hand.paint_outline(painter, camera, overlay.outline)
        for rect in overlay.landing:
            self._hand.paint_outline(painter, camera, rect)
        if overlay.receiving:
            self._paint_receiving(painter, camera, overlay.receiving)
        if overlay.lasso:
            self._hand.paint_lasso(painter, camera, overlay.lasso)
        if overlay.snaps:
            self._hand.paint_snaps(painter, camera, overlay.snaps)
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
        painter.setPen(QPen(self._theme.colour("focus"), RING))
        inset = RING / 2
        painter.drawRect(
            QRectF(0, 0, camera.width, camera.height).adjusted(inset, inset, -inset, -inset)
        )
        painter.restore()

    def _paint_rings(
        self,
        painter: QPainter,
        camera: Camera,
        overlay: Overlay,
        selected: Selected,
        *,
        is_moving: bool,
        is_carrying: bool,
    ) -> None:
        visible = camera.visible()
        columns = self._columns
        self._cards.become(columns.cards.rows, selected.cards, columns.version)
        shown = columns.cards_in(visible)
        caught = overlay.caught.cards if overlay.caught is not None else None
        if caught is not None and overlay.marquee is not None and len(caught) > MOST_RINGS:
            # Of one picture of all that might be caught, as much as lies in the marquee.
            painter.save()
            painter.setClipRect(_box(camera, overlay.marquee))
            self._every.paint(painter, camera, (), columns.cards.rows.all, is_moving=is_moving)
            painter.restore()
            caught = None
        chosen = self._cards.among(shown, caught)
        if len(chosen) > MOST_RINGS:
            rows = partial(self._cards.rows, caught)
            choice = (selected.cards, overlay.caught)
            self._chosen.paint(painter, camera, choice, rows, is_moving=is_moving)
        elif len(chosen) > MOST_ROUND:
            # With those beside the view, so that the picture stays good when it is moved a little.
            around = visible.grown(AROUND * max(visible.w, visible.h))
            chosen = self._cards.among(columns.cards_in(around), caught)
            self._paint_many_rings(painter, camera, chosen, is_exact=not is_carrying)
        else:
            for row in columns.cards.stacked(chosen).tolist():
                self._ring(painter, _box(camera, columns.card_rect(row)), "ac", RING)
        for row in columns.stacks.tolist() if selected.frames or overlay.hovered.id else ():
            frame_id = columns.cards.rows.id_of(row)
            if frame_id in selected.frames:
                self._ring(painter, _box(camera, columns.card_rect(row)), "ac", RING)
            elif overlay.hovered.id == frame_id:
                self._ring(painter, _box(camera, columns.card_rect(row)), "bd2", 1.0)
        for frame in columns.frames_in(visible):
            if frame.id in selected.frames:
                self._ring(painter, _box(camera, frame.rect), "ac", RING)
            elif overlay.hovered.id == frame.id:
                self._ring(painter, _box(camera, frame.rect), "bd2", 1.0)

    def _paint_many_rings(
        self, painter: QPainter, camera: Camera, rows: Ints, *, is_exact: bool
    ) -> None:
        # So many cards are small: round corners and half pixels would cost a lot and not be seen.
        corner = camera.to_screen(Point(0, 0))
        ratio = painter.device().devicePixelRatioF()
        boxes = (self._columns.cards.boxes(rows) * camera.zoom + np.tile(corner, 2)) * ratio
        rings = self._rings
        if rings is None or not rings.fit(rows, boxes, ratio, is_exact=is_exact):
            view = QRect(0, 0, math.ceil(camera.width * ratio), math.ceil(camera.height * ratio))
            rings = self._rings = Rings.of(rows, boxes, view, self._theme.colour("ac"), ratio)
        shift = boxes[0] - rings.boxes[0]
        at = rings.at + QPoint(round(shift[0]), round(shift[1]))
        painter.drawImage(QPointF(at) / ratio, rings.picture)

    def _paint_ghosts(self, painter: QPainter, camera: Camera, ghosts: Ghosts) -> None:
        seen = camera.visible().moved(-ghosts.dx, -ghosts.dy)
        near = self._columns.cards_in(seen)
        rows = near[np.isin(near, ghosts.rows)]
        boxes = self._columns.cards.boxes(rows) + np.tile([ghosts.dx, ghosts.dy], 2)
        if len(rows) <= MOST_ROUND:
            for left, top, right, bottom in boxes.tolist():
                box = _box(camera, Rect(left, top, right - left, bottom - top))
                painter.fillRect(box, self._theme.tinted("ac", 0.12))
                self._ring(painter, box, "ac", 1.0)
            return
        corner = camera.to_screen(Point(0, 0))
        on_screen = boxes * camera.zoom + np.tile(corner, 2)
        edges = ring_sides(on_screen, 1.0) if len(rows) <= MOST_RINGS else np.rint(on_screen)
        sketch = Sketch(math.ceil(camera.width), math.ceil(camera.height))
        colour = np.full(len(edges), self._theme.colour("ac").rgb(), dtype=np.int64)
        sketch.strew(edges.astype(np.int64), colour)
        sketch.show(painter)

    def _ring(self, painter: QPainter, box: QRectF, token: str, width: float) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.colour(token), width))
        gap = 1.0 + width / 2
        corner = min(board_radius("card") + gap, box.width() / 2, box.height() / 2)
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
        rows = self._shown_strings(camera.visible(), more)
        if len(rows) > MOST_WIDE:
            self._paint_many_strings(painter, camera, rows)
            return
        for row in rows.tolist():
            path = self._path(row, camera)
            if strings.rows.id_of(row) in selected.links:
                self._ring_string(painter, path)
            else:
                pen = QPen(self._theme.tinted("ac", 0.28), 5.0)
                pen.setCapStyle(Qt.PenCapStyle.RoundCap)
                painter.strokePath(path, pen)

    def _ring_string(self, painter: QPainter, path: QPainterPath) -> None:
        """A line all around a string, which keeps its own colour and its dashes."""
        stroker = QPainterPathStroker()
        stroker.setWidth(AROUND_STRING)
        stroker.setCapStyle(Qt.PenCapStyle.RoundCap)
        outline = stroker.createStroke(path)
        outline.setFillRule(Qt.FillRule.WindingFill)
        painter.fillPath(outline, self._theme.tinted("ac", 0.14))
        painter.strokePath(outline, QPen(self._theme.colour("ac"), 1.5))

    def _shown_strings(self, visible: Rect, more: Ints) -> Ints:
        """The chosen strings in view; of a haze of them a part, which is enough to see it."""
        table = self._columns.strings
        edges = visible.x, visible.y, visible.right, visible.bottom
        near = self._strings.among(table.around(*edges), more)
        # The same ones wherever one looks: each is shown or not, by its row.
        sparse = 1
        while len(near) > sparse * MOST_STRINGS:
            sparse *= 2
        return table.by_age(table.crossing(near[near % sparse == 0], *edges))

    def _paint_many_strings(self, painter: QPainter, camera: Camera, rows: Ints) -> None:
        # A wide line is filled outline by outline, which would take seconds for thousands.
        table = self._columns.strings
        is_bent = np.isin(rows, list(table.bends))
        bent = [table.bends[row] for row in rows[is_bent].tolist()]
        curves = np.concatenate([table.curves[rows[~is_bent]], *bent])
        corner = camera.to_screen(Point(0, 0))
        path = joined_path(flattened(curves * camera.zoom + np.array(corner), PLAIN))
        painter.setPen(QPen(self._theme.colour("ac"), 1.0))
        # Of very many each is seen as well when it is thin.
        for shift in (0.0, 0.5) if len(rows) <= MOST_THICK else (0.0,):
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
        if selected.placed_alone and not self._columns.keeps_size(selected.placed_alone):
            rect = rect_of(self._columns, selected.placed_alone)
            on_screen = camera.rect_to_screen(rect) if rect is not None else None
            if on_screen is not None and has_grips(on_screen):
                for point in corners_of(on_screen.grown(RING)).values():
                    half = CORNER / 2
                    painter.drawRect(QRectF(point.x - half, point.y - half, CORNER, CORNER))
        if selected.link_alone:
            grips = grips_of(self._columns, selected.link_alone, camera)
            self._hand.paint_grips(painter, grips)
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

    def _paint_receiving(self, painter: QPainter, camera: Camera, card: str) -> None:
        rect = rect_of(self._columns, card)
        if rect is not None:
            box, corner = _box(camera, rect), board_radius("card")
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.tinted("ac", RECEIVING))
            painter.drawRoundedRect(box, corner, corner)
            self._ring(painter, box, "ac", RING)


def _box(camera: Camera, rect: Rect) -> QRectF:
    return QRectF(*camera.rect_to_screen(rect))
