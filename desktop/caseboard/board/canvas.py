"""`Canvas`: the widget that shows a board. It paints what the others give it and knows no colour.

Looking is done here: which part of the board, how the picture stays whole while the zoom changes,
when missing tiles are painted. The hand is not: mouse, wheel and keys go to a `Tool`, and whatever
lies on top for the moment (selection, hover, guides) is painted by overlays.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from caseboard.board.camera import Camera, View
from caseboard.board.card_painter import Thumbnails, no_thumbnails
from caseboard.board.columns import Columns
from caseboard.board.scene import Scene
from caseboard.board.tiles import Backdrop, Tiles
from caseboard.board.touched import Touched
from caseboard.theme import Theme
from casedb.model.changes import Edit
from casedb.model.contents import Contents
from casedb.model.geometry import Point, Rect

FRAME_BUDGET = 5.0
"""Milliseconds of a frame that may go into tiles that are missing in it."""
LIFTED_BUDGET = 1.5
IDLE_SLICE = 2.5
REST = 70
"""Milliseconds after the last step of a zoom before the board is painted sharp."""
FEW_CARDS = 45
"""With no more cards than this in view, a long zoom is painted anew now and then on its way."""
LONG_ZOOM = 1.5

HANDLED = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.NativeGesture,
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.Enter,
        QEvent.Type.Leave,
        QEvent.Type.FocusOut,
        QEvent.Type.ContextMenu,
        QEvent.Type.DragEnter,
        QEvent.Type.DragMove,
        QEvent.Type.DragLeave,
        QEvent.Type.Drop,
    }
)
"""The events that a tool is offered before the widget does anything with them."""


class Tool(Protocol):
    """What the hand does on a canvas."""

    def handle(self, event: QEvent) -> bool:
        """Take an event of the kinds in HANDLED; whether it needs no further handling."""
        ...


class Overlay(Protocol):
    """Something painted over the board for the moment; it is in no export."""

    def paint(self, painter: QPainter, camera: Camera) -> None:
        """Paint in device-independent pixels; the camera agrees with the board to the pixel."""
        ...


class Canvas(QWidget):
    """One board of a case, as large as the widget.

    `looked` carries the camera after every change of it, `sharpened` follows when everything in
    view is painted at the exact zoom.
    """

    looked = Signal(object)
    sharpened = Signal()
    # Qt sends events as soon as the widget exists, before anything of ours does.
    tool: Tool | None = None

    def __init__(
        self,
        contents: Contents,
        board_id: str,
        theme: Theme,
        thumbnails: Thumbnails = no_thumbnails,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.scene = Scene(contents, board_id, theme, thumbnails)
        self.overlays: list[Overlay] = []
        self._camera = Camera(width=max(1, self.width()), height=max(1, self.height()))
        self._tiles = Tiles(self.scene.paint)
        self._backdrop = Backdrop()
        self._is_zooming = False
        self._was_sharp = False
        self._painted: View | None = None
        self._rest = QTimer(self, interval=REST, singleShot=True)
        self._rest.timeout.connect(self._settle)
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._work)

    # -- looking ------------------------------------------------------------------------------

    @property
    def columns(self) -> Columns:
        """What lies where on the board."""
        return self.scene.columns

    @property
    def camera(self) -> Camera:
        """Where one looks from."""
        return self._camera

    def look_from(self, camera: Camera) -> None:
        """Look from elsewhere; the camera's screen becomes the widget's."""
        camera = camera.resized(self.width(), self.height())
        if camera == self._camera:
            return
        if camera.zoom != self._camera.zoom:
            self._start_zoom()
        self._camera = camera
        self.update()
        self.looked.emit(camera)

    def zoom_by(self, factor: float, at: Point | None = None) -> None:
        """Zoom by a factor, holding a screen point, or the middle of the screen."""
        middle = Point(self.width() / 2, self.height() / 2)
        self.look_from(self._camera.zoomed_at(at if at is not None else middle, factor))

    def pan_by(self, dx: float, dy: float) -> None:
        """Push the content by device-independent pixels."""
        self.look_from(self._camera.panned(dx, dy))

    def fit(self, rect: Rect | None = None, margin: float = 48.0) -> None:
        """Show a whole rectangle of the board, or all that is on it."""
        wanted = rect if rect is not None else self.columns.extent()
        if wanted is None:
            return
        camera = self._camera.fitted(wanted, margin)
        heart = self.columns.heart() if rect is None else None
        if heart is not None and not len(self.columns.cards_in(camera.visible())):
            # Something lies so far out that no zoom shows it with the rest.
            camera = camera.at(heart)
        self.look_from(camera)

    @property
    def is_sharp(self) -> bool:
        """Whether all in view is painted at the exact zoom."""
        return not self._is_zooming and not self._tiles.missing(self._view())

    def sharpen(self) -> None:
        """Paint at once all that is in view, however long it takes."""
        self._settle()
        view = self._view()
        self._tiles.work(view, self._tiles.missing(view), float("inf"))
        self.update()

    # -- keeping in step ----------------------------------------------------------------------

    def apply(self, edits: Sequence[Edit]) -> None:
        """Follow edits that the case has taken, or show some that it has not.

        What edits move that the case has not taken is lifted above the board: it can follow the
        hand cheaply. Edits that agree with the case again, or any that it takes, put it down.
        """
        self._repaint(self.scene.apply(edits))
        self.update()

    def thumbnail_ready(self, sha256: str) -> None:
        """Show a picture that was not ready before."""
        self._repaint(self.scene.picture_ready(sha256))

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self.scene.set_theme(theme)
        self._tiles.clear()
        self._painted = None
        self._backdrop.clear()
        self.update()

    def _repaint(self, touched: Touched) -> None:
        if len(touched.boxes):
            self._tiles.drop(touched)
            self._painted = None
            # An old frame would show what has just gone.
            self._backdrop.clear()
            self.update()

    # -- painting -----------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        view = self._view()
        painter = QPainter(self)
        painter.save()
        # From here on the painter counts physical pixels, so that tiles lie on whole ones.
        painter.scale(1 / view.ratio, 1 / view.ratio)
        if self._is_zooming:
            self._paint_zooming(painter, view)
        else:
            self._paint_tiles(painter, view)
        if self.scene.has_lifted:
            self.scene.paint_lifted(painter, view)
        painter.restore()
        camera = self._camera.aligned(view.ratio)
        for overlay in self.overlays:
            overlay.paint(painter, camera)
        painter.end()

    def _view(self) -> View:
        return self._camera.view(self.devicePixelRatioF())

    def _paint_tiles(self, painter: QPainter, view: View) -> None:
        missing = self._tiles.missing(view)
        was_sharp, self._was_sharp = self._was_sharp, True
        budget = LIFTED_BUDGET if self.scene.has_lifted else FRAME_BUDGET
        if missing and not self._tiles.work(view, missing, budget):
            self._was_sharp = False
            if not self._tiles.covers(view):
                self.scene.paint_rough(painter, view)
                self._backdrop.show(painter, view)
        self._tiles.show(painter, view)
        if view != self._painted:
            self._painted = view
            self._idle.start()
        if self._was_sharp and not was_sharp:
            self._backdrop.clear()
            self.sharpened.emit()

    def _paint_zooming(self, painter: QPainter, view: View) -> None:
        factor = view.zoom / self._backdrop.zoom if not self._backdrop.is_empty else 0.0
        is_long = not 1 / LONG_ZOOM < factor < LONG_ZOOM
        if is_long and len(self.columns.cards_in(view.world)) <= FEW_CARDS:
            self._backdrop.take(view, self.scene.paint)
        self.scene.paint_rough(painter, view)
        self._backdrop.show(painter, view)

    def _start_zoom(self) -> None:
        if not self._is_zooming:
            view = self._view()
            if not self._tiles.missing(view):
                self._backdrop.take(view, self._tiles.show)
            self._is_zooming = True
        self._rest.start()

    def _settle(self) -> None:
        self._rest.stop()
        self._is_zooming = False
        self.update()

    def _work(self) -> None:
        """Paint what is missing in view, then one ring around it, a little at a time."""
        view = self._view()
        missing = [] if self._is_zooming else self._tiles.missing(view)
        if missing:
            self._tiles.work(view, missing, IDLE_SLICE)
            self.update()
            return
        ahead = [] if self._is_zooming else self._tiles.missing(view, ring=1)
        if not ahead or self._tiles.work(view, ahead, IDLE_SLICE):
            self._idle.stop()

    # -- events -------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Offer the hand's events to the tool; follow the screen's pixel ratio."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._backdrop.clear()
            self.update()
        if self.tool is not None and event.type() in HANDLED and self.tool.handle(event):
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._camera = self._camera.resized(self.width(), self.height())
        self.looked.emit(self._camera)
