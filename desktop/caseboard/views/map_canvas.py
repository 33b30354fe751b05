"""`MapCanvas`: the map as it is seen: the ground, the marks on it, and over both what is chosen and measured."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from caseboard.scale import scaled
from caseboard.theme import Theme
from caseboard.views.map_backdrop import Backdrop
from caseboard.views.map_camera import MapCamera
from caseboard.views.map_ground import (
    Layers,
    names_height,
    paint_ground,
    paint_line_names,
    paint_zone_names,
)
from caseboard.views.map_labels import Label, Words, set_labels
from caseboard.views.map_legend import legend_height, paint_legend
from caseboard.views.map_marks import Marks
from caseboard.views.map_measured import paint_measured
from caseboard.views.map_painter import (
    WASH_CHOSEN,
    Stamps,
    accent,
    paint_areas,
    paint_circle,
    paint_feet,
    paint_labels,
    paint_outlines,
    paint_rings,
    selected_signs,
)
from caseboard.views.map_ruler import Ruler
from caseboard.views.map_scene import MapScene, Sign
from casedb.analysis.maps.clusters import Ints

REST = 80
"""Milliseconds after the last step of a zoom before the map is painted sharp."""
MOST_CHOSEN_LABELS = 12
"""More chosen items than this have labels only where there is room."""
FIT_MARGIN, FIT_PART = 48.0, 0.12
"""Pixels, and the part of the smaller side, that are left free around what is brought into sight."""
NOBODY: Ints = np.empty(0, dtype=np.int64)


class MapCanvas(QWidget):
    """`looked()` follows where one looks from. `hand` is offered every event first."""

    looked = Signal()
    hand: Callable[[QEvent], bool] | None = None

    def __init__(self, theme: Theme, ruler: Ruler, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("mapCanvas")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(160, 100)
        self.theme = theme
        self.ruler = ruler
        self.camera = MapCamera()
        self.layers = Layers()
        self.scene = MapScene()
        self.chosen: Ints = NOBODY
        self.words_of: Callable[[Sign], Words] = _no_words
        self.nothing: Sequence[str] = ()
        """What is said where no place is to be shown."""
        self.current: int | None = None
        """The mark on which the keys stand."""
        self.under: int | None = None
        """The mark under the pointer."""
        self.band: QRectF | None = None
        """What is being drawn around marks to choose them."""
        self.aims = False
        """Whether the next point of a measure is set by keys, in the middle."""
        self.shows_labels = True
        self.is_fitted = False
        """Whether all is shown, and goes on so when the map is sized."""
        self._signs: list[Sign] | None = None
        self._labels: tuple[MapCamera, Sequence[Label]] = self.camera, ()
        """The labels that are painted, and where from."""
        self._stamps = Stamps()
        self._ground = Backdrop(self._paint_ground)
        self._marks = Backdrop(self._paint_marks)
        self._is_zooming = False
        self._rest = QTimer(self, interval=REST, singleShot=True)
        self._rest.timeout.connect(self.settle)
        self._ahead = QTimer(self, interval=0, singleShot=True)
        self._ahead.timeout.connect(self._paint_ahead)
        ruler.changed.connect(self.update)

    # -- looking --------------------------------------------------------------------------------

    @property
    def ratio(self) -> float:
        """Physical pixels of the screen for a device-independent one."""
        return self.devicePixelRatioF()

    def look(self, camera: MapCamera) -> None:
        """Look from elsewhere, at a whole pixel, so that what was painted fits."""
        grain = camera.scale * self.ratio
        camera = replace(
            camera, x=round(camera.x * grain) / grain, y=round(camera.y * grain) / grain
        )
        if camera == self.camera:
            return
        if camera.scale != self.camera.scale:
            self.spread(frozenset())
            self._is_zooming = True
            self._rest.start()
        self.camera = camera
        self.is_fitted = False
        self._signs = None
        self.looked.emit()
        self.update()

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Come nearer by a factor, or go away; what is at a point of the screen stays there."""
        at = at if at is not None else QPointF(self.width() / 2, self.height() / 2)
        self.look(self.camera.zoomed(factor, at.x(), at.y()))

    def fit(self, rows: Ints | None = None) -> None:
        """Bring some marks into sight, or all; the whole world where there are none."""
        marks = self.scene.marks
        if rows is None:
            rows = np.arange(len(marks))
        is_all = len(rows) == len(marks)
        if len(rows):
            margin = min(scaled(FIT_MARGIN), FIT_PART * min(self.width(), self.height()))
            foot = legend_height(self.camera, self.layers)
            self.look(self.camera.fitted(marks.boxes[rows], margin, foot=foot))
        else:
            self.look(self.camera.looking(0.5, 0.5, min(self.width(), self.height())))
        self.is_fitted = is_all

    def is_in_sight(self, rows: Ints) -> bool:
        """Whether the middle of one of some marks is in view."""
        marks, camera = self.scene.marks, self.camera
        x, y = camera.to_screen(camera.near(marks.x[rows]), marks.y[rows])
        inside = (x >= 0) & (x <= camera.width) & (y >= 0) & (y <= camera.height)
        return bool(inside.any())

    def bring(self, row: int) -> None:
        """Bring a mark into the middle, as near as one looks."""
        marks = self.scene.marks
        self.look(self.camera.looking(float(marks.x[row]), float(marks.y[row])))

    @property
    def signs(self) -> list[Sign]:
        """The signs on the screen."""
        if self._signs is None:
            self._signs = self.scene.signs(self.camera)
        return self._signs

    # -- what is shown ------------------------------------------------------------------------

    def show_marks(self, marks: Marks) -> None:
        """Show other marks; what one stands on and what is spread stays so where they are the same."""
        before = self.scene
        self.scene = MapScene(marks)
        if before.marks.is_as(marks):
            self.scene.spread = before.spread
        else:
            self.current = self.under = None
        self.repaint_marks()

    def spread(self, rows: frozenset[int]) -> None:
        """Spread the marks of the sign that these belong to; none for not any more."""
        if rows != self.scene.spread:
            self.scene.spread = rows
            self.repaint_marks()

    def repaint_marks(self) -> None:
        """Paint the marks anew."""
        self._marks.is_outdated = True
        self._signs = None
        self.update()

    def show_layers(self, layers: Layers) -> None:
        """Show other lines on the ground, or none."""
        if layers != self.layers:
            self.layers = layers
            self._ground.is_outdated = True
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme, or at another scale."""
        self.theme = theme
        self._ground.is_outdated = True
        self.repaint_marks()

    # -- painting -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._is_zooming:
            painter.fillRect(self.rect(), self.theme.colour("bg"))
        for layer in (self._ground, self._marks):
            layer.show(painter, self.camera, self.ratio, is_zooming=self._is_zooming)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_over(painter)
        painter.end()
        if not self._is_zooming and not all(
            each.reaches(self.camera) for each in (self._ground, self._marks)
        ):
            self._ahead.start()

    def _paint_ahead(self) -> None:
        """Paint one of what is kept around where one has come to, before its edge comes into view."""
        for layer in (self._ground, self._marks):
            if not self._is_zooming and not layer.reaches(self.camera):
                layer.renew(self.camera, self.ratio)
                self._ahead.start()
                return

    def settle(self) -> None:
        """Paint sharp what was scaled while the zoom changed."""
        self._rest.stop()
        self._is_zooming = False
        self.update()

    def _paint_ground(self, painter: QPainter, camera: MapCamera) -> None:
        paint_ground(painter, camera, self.theme, self.layers)

    def _paint_marks(self, painter: QPainter, camera: MapCamera) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        marks, theme = self.scene.marks, self.theme
        paint_areas(painter, marks, camera, theme)
        signs = self.scene.signs(camera)
        for sign in signs:
            if sign.count == 1:
                row = sign.row
                colour = accent(int(marks.kinds[row]), theme, is_faded=sign.is_faded)
                paint_circle(painter, marks.marks[row], camera, colour)
        paint_feet(painter, signs, theme)
        self._stamps.paint(painter, signs, marks, theme, self.ratio)
        if self.shows_labels:
            within = QRectF(0, 0, camera.width, camera.height)
            right, down = (camera.width - self.width()) / 2, (camera.height - self.height()) / 2
            view = within.adjusted(right, down, -right, -down)
            labels = set_labels(signs, self.words_of, set(), within, view)
            paint_labels(painter, labels, theme)
            self._labels = camera, labels
        else:
            self._labels = camera, ()

    @property
    def labels(self) -> list[Label]:
        """The labels beside signs, where they stand now."""
        camera, labels = self._labels
        if camera.scale != self.camera.scale:
            return []
        across = camera.x - self.camera.x
        right = (across - round(across)) * camera.scale - (camera.width - self.camera.width) / 2
        down = (camera.y - self.camera.y) * camera.scale
        down -= (camera.height - self.camera.height) / 2
        return [replace(each, box=each.box.translated(right, down)) for each in labels]

    def _paint_over(self, painter: QPainter) -> None:
        camera, theme = self.camera, self.theme
        labels = self.labels
        if not self._is_zooming:
            labels = [*labels, *self._paint_chosen(painter, labels)]
            self._paint_current(painter)
        paint_measured(painter, self.ruler, camera, theme)
        if self.aims and self.ruler.is_on:
            self._paint_aim(painter)
        paint_line_names(painter, camera, theme, self.layers, [each.box for each in labels])
        if self.layers.grid:
            below = names_height() if self.layers.graticule else 0.0
            paint_zone_names(painter, camera, theme, below)
        paint_legend(painter, camera, theme, self.layers, self.nothing)
        if self.band is not None:
            painter.setPen(QPen(theme.colour("ac"), scaled(1)))
            painter.setBrush(theme.tinted("ac", 0.12))
            painter.drawRect(self.band)
        if self.hasFocus():
            ring = theme.ring
            painter.setPen(QPen(theme.colour("focus"), ring))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            half = ring / 2
            painter.drawRect(QRectF(self.rect()).adjusted(half, half, -half, -half))

    def _paint_chosen(self, painter: QPainter, labels: Sequence[Label]) -> Sequence[Label]:
        """Paint what is chosen; the labels that it has besides those that stand there already."""
        if not len(self.chosen):
            return ()
        marks, theme, camera = self.scene.marks, self.theme, self.camera
        accent_of_all = theme.colour("ac")
        large = marks.half[self.chosen].max(axis=1) * 2 * camera.scale > scaled(6)
        rows: list[int] = self.chosen[large].tolist()
        areas = [marks.marks[row] for row in rows if marks.marks[row].outline is not None]
        if areas:
            paint_outlines(
                painter, areas, camera, accent_of_all, False, width=2.2, wash=WASH_CHOSEN
            )
        signs = selected_signs(self.signs, marks, self.chosen)
        for sign in signs:
            if sign.count == 1:
                mark = marks.marks[sign.row]
                paint_circle(painter, mark, camera, accent_of_all, width=2, wash=WASH_CHOSEN)
        # What is painted over the circle stands above it again.
        self._stamps.paint(painter, signs, marks, theme, self.ratio)
        paint_rings(painter, signs, accent_of_all, scaled(2.2))
        single = [each for each in signs if each.count == 1]
        named = {each.row for each in labels}
        if not self.shows_labels or len(single) > MOST_CHOSEN_LABELS:
            return ()
        within = QRectF(0, 0, camera.width, camera.height)
        found = set_labels(
            [each for each in single if each.row not in named],
            self.words_of,
            {each.row for each in single},
            within,
            around=[each.box for each in labels] + [each.box for each in self.signs],
            insists=True,
        )
        paint_labels(painter, found, theme)
        return found

    def _paint_current(self, painter: QPainter) -> None:
        for row, token, gap in ((self.under, "tx3", 1.0), (self.current, "focus", 5.0)):
            if row is None or (token == "focus" and not self.hasFocus()):
                continue
            sign = self.scene.sign_of(row, self.signs)
            if sign is not None:
                paint_rings(painter, [sign], self.theme.colour(token), scaled(1.6), gap)

    def _paint_aim(self, painter: QPainter) -> None:
        x, y, far = self.width() / 2, self.height() / 2, scaled(9)
        painter.setPen(QPen(self.theme.colour("guide"), scaled(1.4)))
        painter.drawLine(QPointF(x - far, y), QPointF(x + far, y))
        painter.drawLine(QPointF(x, y - far), QPointF(x, y + far))

    # -- events -----------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        was_fitted = self.is_fitted
        self.look(self.camera.resized(self.width(), self.height()))
        if was_fitted:
            self.fit()

    def event(self, event: QEvent) -> bool:
        if self.hand is not None and self.hand(event):
            return True
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)


def _no_words(sign: Sign) -> Words:
    return Words("")
