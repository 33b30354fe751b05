"""`Overview`: a small picture of the whole board, shown from afar until better is there."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, QTimer, Signal
from PySide6.QtGui import QImage, QPainter

from caseboard.board.camera import View
from caseboard.board.levels import TITLE_FROM
from caseboard.board.rasters import Rasters
from caseboard.board.scene import Scene
from casedb.model.geometry import Rect

WIDTH, HEIGHT = 1600, 1200
"""The most pixels that the picture has."""
MARGIN = 60.0
PATIENCE = 250
"""Milliseconds without a change after which the picture is made anew."""


class Overview(QObject):
    """The picture of one scene's board. `renewed()` follows each time it is made anew."""

    renewed = Signal()

    def __init__(self, scene: Scene, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scene = scene
        self._rasters = Rasters(self)
        self._rasters.arrived.connect(self._take)
        self._wanted: View | None = None
        self._view: View | None = None
        self.image = QImage()
        self._clock = QTimer(self, interval=PATIENCE, singleShot=True)
        self._clock.timeout.connect(self._ask)

    @property
    def world(self) -> Rect | None:
        """What of the board the picture shows; None while there is none."""
        return self._view.world if self._view is not None else None

    def outdate(self) -> None:
        """The board changes: make the picture anew when it rests, and none of what it was."""
        self._rasters.clear()
        self._clock.start()

    def begin(self) -> None:
        """Make the picture now."""
        self._clock.stop()
        self._ask()

    def close(self) -> None:
        """Make no more pictures."""
        self._clock.stop()
        self._rasters.close()

    def show(self, painter: QPainter, view: View) -> None:
        """Show the picture where it belongs in a view, scaled."""
        if self._view is None:
            return
        world, scale = self._view.world, view.scale
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawImage(
            QRectF(
                world.x * scale - view.left,
                world.y * scale - view.top,
                world.w * scale,
                world.h * scale,
            ),
            self.image,
        )

    def _ask(self) -> None:
        self._rasters.clear()
        extent = self._scene.columns.extent()
        if extent is None:
            self._view, self.image = None, QImage()
            self.renewed.emit()
            return
        extent = extent.grown(MARGIN)
        zoom = min(WIDTH / extent.w, HEIGHT / extent.h, TITLE_FROM)
        self._wanted = View(
            int(extent.x * zoom) - 1,
            int(extent.y * zoom) - 1,
            int(extent.w * zoom) + 2,
            int(extent.h * zoom) + 2,
            zoom,
        )
        self._rasters.ask(self._wanted, self._scene.far_board())

    def _take(self) -> None:
        picture = self._rasters.take(self._wanted) if self._wanted is not None else None
        if picture is not None:
            self._view, self.image = self._wanted, picture
            self.renewed.emit()
