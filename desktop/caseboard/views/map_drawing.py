"""`MapDrawing`: the map as it is seen, as it stands on paper: nothing chosen, all of it vectors."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from caseboard.theme import Theme
from caseboard.views.map_camera import MapCamera
from caseboard.views.map_ground import (
    Layers,
    names_height,
    paint_ground,
    paint_line_names,
    paint_zone_names,
)
from caseboard.views.map_labels import Label, Words, set_labels
from caseboard.views.map_legend import credit_of, grid_words, paint_legend, projection_words
from caseboard.views.map_measured import paint_measured
from caseboard.views.map_painter import (
    accent,
    paint_areas,
    paint_circle,
    paint_feet,
    paint_labels,
    paint_sign,
)
from caseboard.views.map_ruler import Ruler
from caseboard.views.map_scene import MapScene, Sign
from casedb.words import say


class MapDrawing:
    """What a camera sees of a scene."""

    def __init__(
        self,
        scene: MapScene,
        camera: MapCamera,
        layers: Layers,
        ruler: Ruler,
        words_of: Callable[[Sign], Words] | None,
        hidden: str,
    ) -> None:
        """No `words_of` is no labels."""
        self._scene, self._camera, self._layers = scene, camera, layers
        self._ruler, self._words_of = ruler, words_of
        self.width, self.height = camera.width, camera.height
        # What lies in the margin would stand beside the drawing.
        self._signs = [
            each
            for each in scene.signs(camera)
            if each.radius <= each.x <= self.width - each.radius
            and each.radius <= each.y <= self.height - each.radius
        ]
        rows = np.concatenate([np.empty(0, dtype=np.int64), *(each.rows for each in self._signs)])
        self.items = len(scene.marks.items(rows.tolist()))
        beyond = len(scene.marks.rows_of) - self.items
        out = ""
        if beyond:
            out = say("{n} item beyond the edge", "{n} items beyond the edge", n=beyond)
        self.hidden = " · ".join(filter(None, (hidden, out)))
        told = credit_of(camera, layers), projection_words(), grid_words(camera, layers)
        self.credit = " · ".join(filter(None, told))

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Paint it, from (0, 0)."""
        camera, marks = self._camera, self._scene.marks
        painter.save()
        painter.setClipRect(QRectF(0, 0, self.width, self.height))
        paint_ground(painter, camera, theme, self._layers)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_areas(painter, marks, camera, theme)
        for sign in self._signs:
            if sign.count == 1:
                row = sign.row
                colour = accent(int(marks.kinds[row]), theme, is_faded=sign.is_faded)
                paint_circle(painter, marks.marks[row], camera, colour, is_cut=True)
        paint_feet(painter, self._signs, theme)
        for sign in self._signs:
            painter.save()
            painter.translate(QPointF(sign.x, sign.y))
            paint_sign(painter, sign, marks, theme)
            painter.restore()
        labels: list[Label] = []
        if self._words_of is not None:
            within = QRectF(0, 0, self.width, self.height)
            labels = set_labels(self._signs, self._words_of, set(), within)
            paint_labels(painter, labels, theme)
        paint_measured(painter, self._ruler, camera, theme)
        paint_line_names(painter, camera, theme, self._layers, [each.box for each in labels])
        if self._layers.grid:
            below = names_height() if self._layers.graticule else 0.0
            paint_zone_names(painter, camera, theme, below)
        paint_legend(painter, camera, theme, self._layers)
        painter.setPen(QPen(theme.colour("bd2"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(0.5, 0.5, self.width - 1, self.height - 1))
        painter.restore()
