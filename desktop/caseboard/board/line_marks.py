"""The independent lines to a claim as they lie over a board: strings in colours, rings, numbers, signs."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen, QRegion

from caseboard.board.camera import Camera, View
from caseboard.board.columns import Columns
from caseboard.board.painting import brush_on
from caseboard.board.rings import AROUND, ring_sides
from caseboard.board.sketch import Sketch
from caseboard.board.string_painter import PLAIN, curve_path, flattened, joined_path
from caseboard.board.strings import Flags, Floats, Ints
from caseboard.scale import percent, scaled
from caseboard.theme import Theme, board_radius, font, icon_pixmap
from casedb.analysis.traces import Traces
from casedb.model.geometry import Point, Rect

COLOURS = 6
"""How many lines have a colour of their own; then they are told apart by their numbers."""
WIDE = 3.5
"""How thick a string of a line is, in pixels."""
GAP, BAND, APART = 4.0, 3.0, 3.0
"""Pixels between a card and its ring, of the ring, and between the two of a choke point, around cards that
are at least so `HIGH` on the screen."""
HIGH, LEAST = 110.0, 0.6
"""Around lower ones all of it is as much smaller, but no more than so."""
BADGE, SIGN = 20.0, 20.0
"""How high a number is and how wide the sign of a circle, in pixels at 100 %."""
SMALLEST = 30.0
"""A card that is smaller than this on the screen, at 100 %, has its number in its place, and the rings around that."""
MOST_WIDE, MOST_ROUND = 200, 200
"""More strings than this at once are painted as thin lines, and more cards with plain rings alone."""
MOST_SIGNS = 60
DASHES = [3.0, 2.0]
"""Of the ring around what is of unknown origin, in its thickness."""
NO_LINE = "tx"
"""The colour token of what has a mark and is on no line."""


Labels: TypeAlias = Callable[[Ints, View], list[Rect]]
"""Where some strings show their labels at the scale of a view, in board units."""


def no_labels(rows: Ints, view: View) -> list[Rect]:
    """No string shows a label."""
    return []


def colour_of_line(number: int) -> str:
    """The colour token of a line, by its number; what has none is told by 0."""
    return f"line{(number - 1) % COLOURS + 1}" if number else NO_LINE


@dataclass(frozen=True, slots=True, eq=False)
class LineRows:
    """What of some lines lies on a board: rows of strings and cards, and of each the number of its line.

    `circular` are the strings, and `chokes` and `unknown` the cards, that have a mark of their own.
    """

    strings: Ints
    string_numbers: Ints
    circular: Flags
    cards: Ints
    card_numbers: Ints
    chokes: Flags
    unknown: Flags

    @classmethod
    def of(cls, columns: Columns, traces: Traces) -> LineRows:
        """Look up what lies where."""
        rows = columns.strings.rows
        links = [each for each in sorted(traces.links) if rows.get(each) is not None]
        # Of a collapsed frame that holds several of them the first one is told.
        found: dict[int, str] = {}
        for item in _by_line(traces):
            for row in columns.rows_of(item):
                found.setdefault(row, item)
        items = list(found.values())
        numbers = traces.numbers
        return cls(
            rows.rows_of(links),
            np.array([numbers.get(each, 0) for each in links], dtype=np.int64),
            np.array([each in traces.circular for each in links], dtype=np.bool_),
            np.array(list(found), dtype=np.int64),
            np.array([numbers.get(each, 0) for each in items], dtype=np.int64),
            np.array([each in traces.choke_points for each in items], dtype=np.bool_),
            np.array([each in traces.unknown for each in items], dtype=np.bool_),
        )


def _by_line(traces: Traces) -> list[str]:
    return sorted(
        traces.items, key=lambda each: (traces.numbers.get(each, len(traces.numbers)), each)
    )


class LinesPainter:
    """Paints the lines over one board: into a picture that shows more than the view, and is good until
    something is otherwise, or one looks elsewhere or from another distance."""

    def __init__(self, columns: Columns, theme: Theme, labels: Labels = no_labels) -> None:
        self._columns = columns
        self._theme = theme
        self._labels = labels
        self._named: tuple[Rect, ...] = ()
        self._looked_up: tuple[Traces | None, int] = (None, -1)
        self._rows = LineRows.of(columns, Traces("", 1))
        self._made_for: tuple[object, ...] = ()
        self._camera = Camera()
        self._picture = QImage()

    def paint(
        self,
        painter: QPainter,
        camera: Camera,
        traces: Traces,
        *,
        is_moving: bool = False,
        is_carrying: bool = False,
    ) -> None:
        """Draw them with a painter in device-independent screen pixels.

        While the zoom is on the move the last picture is shown, scaled; while something is in the hand,
        to which strings may be tied, there is none.
        """
        rows = self.rows(traces)
        ratio = painter.device().devicePixelRatioF()
        if not is_moving:
            self._named = self._find_labels(camera, rows, ratio)
        if is_carrying:
            self._paint(painter, camera, rows)
            return
        table = self._columns.cards, self._columns.strings
        made_for = rows, *(each.moves for each in table), ratio, percent(), self._named
        is_near = camera.zoom == self._camera.zoom and self._camera.visible().contains(
            camera.visible()
        )
        if made_for != self._made_for or not (is_moving or is_near):
            self._made_for = made_for
            self._make(camera, rows, ratio)
        at = camera.rect_to_screen(self._camera.visible())
        if camera.zoom == self._camera.zoom:
            painter.drawImage(
                QPointF(round(at.x * ratio) / ratio, round(at.y * ratio) / ratio), self._picture
            )
        else:
            painter.drawImage(QRectF(*at), self._picture)

    def _make(self, camera: Camera, rows: LineRows, ratio: float) -> None:
        # As much on either side, in whole pixels, so that it agrees with the board.
        width, height = (
            round(each) + 2 * round(each * AROUND) for each in (camera.width, camera.height)
        )
        self._camera = camera.resized(width, height)
        form = QImage.Format.Format_ARGB32_Premultiplied
        self._picture = QImage(round(width * ratio), round(height * ratio), form)
        self._picture.setDevicePixelRatio(ratio)
        self._picture.fill(Qt.GlobalColor.transparent)
        with brush_on(self._picture) as brush:
            self._paint(brush, self._camera, rows)

    def _paint(self, painter: QPainter, camera: Camera, rows: LineRows) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        boxes = self._boxes(camera, rows)
        painter.save()
        painter.setClipRegion(_beside(camera, boxes, self._named))
        self._paint_strings(painter, camera, rows)
        painter.restore()
        self._paint_cards(painter, camera, rows, boxes)
        self._paint_signs(painter, camera, rows)
        painter.restore()

    def _find_labels(self, camera: Camera, rows: LineRows, ratio: float) -> tuple[Rect, ...]:
        """What the strings say whose lines are drawn: a line leaves room for it, as a string does."""
        if len(rows.strings) > MOST_WIDE:
            return ()
        return tuple(self._labels(rows.strings, camera.view(ratio)))

    def rows(self, traces: Traces) -> LineRows:
        """Where they lie, looked up after a change and not in every frame."""
        now = traces, self._columns.version
        if self._looked_up[0] is not traces or self._looked_up[1] != now[1]:
            self._looked_up = now
            self._rows = LineRows.of(self._columns, traces)
        return self._rows

    def _boxes(self, camera: Camera, rows: LineRows) -> Floats:
        """Where the cards lie on the screen [N, 4]."""
        corner = np.array(camera.to_screen(Point(0, 0)))
        return self._columns.cards.boxes(rows.cards) * camera.zoom + np.tile(corner, 2)

    # -- strings ------------------------------------------------------------------------------

    def _paint_strings(self, painter: QPainter, camera: Camera, rows: LineRows) -> None:
        strings = self._columns.strings
        seen = np.isin(rows.strings, strings.crossing(rows.strings, *_edges(camera)))
        shown, numbers = rows.strings[seen], rows.string_numbers[seen]
        if len(shown) > MOST_WIDE:
            self._paint_thin(painter, camera, shown, numbers)
            return
        corner = np.array(camera.to_screen(Point(0, 0)))
        paths = [
            curve_path(self._columns.curves(row) * camera.zoom + corner) for row in shown.tolist()
        ]
        for path, number in zip(paths, numbers.tolist(), strict=True):
            painter.strokePath(path, _pen(self._theme.colour(colour_of_line(number)), WIDE))

    def _paint_thin(self, painter: QPainter, camera: Camera, shown: Ints, numbers: Ints) -> None:
        # A wide line is filled outline by outline, which would take seconds for thousands.
        corner = np.array(camera.to_screen(Point(0, 0)))
        shades = np.where(numbers > 0, (numbers - 1) % COLOURS + 1, 0)
        for shade in np.unique(shades).tolist():
            curves = [self._columns.curves(row) for row in shown[shades == shade].tolist()]
            lines = flattened(np.concatenate(curves) * camera.zoom + corner, PLAIN)
            painter.setPen(QPen(self._theme.colour(colour_of_line(shade)), 1.0))
            painter.drawPath(joined_path(lines))

    def _paint_signs(self, painter: QPainter, camera: Camera, rows: LineRows) -> None:
        circular = rows.strings[rows.circular]
        seen = self._columns.strings.crossing(circular, *_edges(camera))[:MOST_SIGNS]
        if not len(seen):
            return
        numbers = dict(zip(rows.strings.tolist(), rows.string_numbers.tolist(), strict=True))
        ratio = painter.device().devicePixelRatioF()
        corner = np.array(camera.to_screen(Point(0, 0)))
        middles = self._columns.middles(seen) * camera.zoom + corner
        painted: list[tuple[float, float]] = []
        wide = scaled(SIGN)
        for row, (x, y) in zip(seen.tolist(), middles.tolist(), strict=True):
            # Two that rest on one another are joined by strings side by side.
            if any(math.hypot(x - left, y - top) < wide for left, top in painted):
                continue
            painted.append((x, y))
            colour = self._theme.colour(colour_of_line(numbers[row]))
            box = QRectF(x - wide / 2, y - wide / 2, wide, wide)
            painter.setPen(QPen(colour, 1.5))
            painter.setBrush(self._theme.colour("surf"))
            painter.drawEllipse(box)
            side = round(wide * 0.7)
            picture = icon_pixmap("circular", colour.name(), side, ratio)
            painter.drawPixmap(QPointF(x - side / 2, y - side / 2), picture)

    # -- cards --------------------------------------------------------------------------------

    def _paint_cards(
        self, painter: QPainter, camera: Camera, rows: LineRows, boxes: Floats
    ) -> None:
        reach = GAP + 2 * BAND + APART + scaled(SMALLEST)
        seen = (boxes[:, 2:] > -reach).all(axis=1)
        seen &= (boxes[:, :2] < np.array([camera.width, camera.height]) + reach).all(axis=1)
        if int(seen.sum()) > MOST_ROUND:
            self._paint_plain(painter, camera, boxes[seen], rows.card_numbers[seen])
            return
        for box, number, is_choke, is_unknown in zip(
            boxes[seen].tolist(),
            rows.card_numbers[seen].tolist(),
            rows.chokes[seen].tolist(),
            rows.unknown[seen].tolist(),
            strict=True,
        ):
            self._paint_card(
                painter,
                QRectF(QPointF(*box[:2]), QPointF(*box[2:])),
                number,
                is_choke=is_choke,
                is_unknown=is_unknown,
            )

    def _paint_card(
        self, painter: QPainter, box: QRectF, number: int, *, is_choke: bool, is_unknown: bool
    ) -> None:
        colour = self._theme.colour(colour_of_line(number))
        is_small = min(box.width(), box.height()) < scaled(SMALLEST)
        if is_small:
            box = badge_box(number, box.center())
        low = min(box.width(), box.height())
        radius = low / 2 if is_small else board_radius("card")
        scale = max(LEAST, min(1.0, low / HIGH))
        paint_rings(
            painter, box, radius, colour, is_choke=is_choke, is_unknown=is_unknown, scale=scale
        )
        if number:
            at = box.center() if is_small else box.topLeft() - QPointF(GAP, GAP)
            paint_badge(painter, at, number, self._theme)
        elif is_small:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawEllipse(box.center(), BADGE / 4, BADGE / 4)

    def _paint_plain(self, painter: QPainter, camera: Camera, boxes: Floats, numbers: Ints) -> None:
        """Rings around very many cards, which are small."""
        sketch = Sketch(int(np.ceil(camera.width)), int(np.ceil(camera.height)))
        shades = [self._theme.colour(colour_of_line(n)).rgb() for n in range(COLOURS + 1)]
        which = np.where(numbers > 0, (numbers - 1) % COLOURS + 1, 0)
        colours = np.array(shades, dtype=np.int64)[which]
        sketch.strew(ring_sides(boxes, BAND), np.tile(colours, 4))
        sketch.show(painter)


def badge_box(number: int, middle: QPointF) -> QRectF:
    """Where the number of a line stands around a point."""
    high = scaled(BADGE)
    width = max(high, QFontMetricsF(_digits()).horizontalAdvance(str(number)) + high / 2)
    return QRectF(middle.x() - width / 2, middle.y() - high / 2, width, high)


def paint_badge(painter: QPainter, middle: QPointF, number: int, theme: Theme) -> None:
    """Draw the number of a line around a point, on its colour."""
    box = badge_box(number, middle)
    painter.setPen(QPen(theme.colour("surf"), 1.5))
    painter.setBrush(theme.colour(colour_of_line(number)))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setFont(_digits())
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))


def paint_rings(
    painter: QPainter,
    box: QRectF,
    radius: float,
    colour: QColor,
    *,
    is_choke: bool,
    is_unknown: bool,
    scale: float = 1.0,
) -> None:
    """Draw a ring around a box, dashed for an unknown origin, and a second one for a choke point."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    gap, band, apart = GAP * scale, BAND * scale, APART * scale
    out = gap + band / 2
    pen = QPen(colour, band)
    if is_unknown:
        pen.setDashPattern(DASHES)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawRoundedRect(box.adjusted(-out, -out, out, out), radius + out, radius + out)
    if is_choke:
        out += band + apart
        painter.setPen(QPen(colour, band))
        painter.drawRoundedRect(box.adjusted(-out, -out, out, out), radius + out, radius + out)


def _digits() -> QFont:
    return font("small", bold=True)


def _pen(colour: QColor, width: float) -> QPen:
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen


def _beside(camera: Camera, boxes: Floats, labels: Iterable[Rect]) -> QRegion:
    """The view without what lies in some boxes: strings go under the cards that they join, and leave room
    for their labels."""
    view = QRect(0, 0, math.ceil(camera.width), math.ceil(camera.height))
    region = QRegion(view)
    seen = (boxes[:, 2:] > 0).all(axis=1) & (boxes[:, :2] < [view.width(), view.height()]).all(
        axis=1
    )
    if int(seen.sum()) <= MOST_ROUND:
        for left, top, right, bottom in np.rint(boxes[seen]).astype(np.int64).tolist():
            region -= QRect(left, top, right - left, bottom - top)
    for label in labels:
        left, top, width, height = camera.rect_to_screen(label)
        region -= QRectF(left, top, width, height).toAlignedRect()
    return region


def _edges(camera: Camera) -> tuple[float, float, float, float]:
    seen = camera.visible()
    return seen.x, seen.y, seen.right, seen.bottom
