"""`Canvas`: the widget that shows a board. It paints what the others give it and knows no colour.

Looking is done here: which part of the board, how the picture stays whole while the zoom changes,
when missing tiles are painted. The hand is not: mouse, wheel and keys go to a `Tool`, and whatever
lies on top for the moment (selection, hover, guides) is painted by overlays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from typing import Protocol, cast

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QWidget

from caseboard.board.camera import Camera, View
from caseboard.board.card_painter import Thumbnails, no_thumbnails
from caseboard.board.columns import Columns
from caseboard.board.free_room import fitted_clear
from caseboard.board.in_hand import InHand
from caseboard.board.inventory import NOTHING
from caseboard.board.levels import TITLE_FROM
from caseboard.board.lifting import Lifting
from caseboard.board.overview import Overview
from caseboard.board.painting import brush_on
from caseboard.board.rasters import Rasters
from caseboard.board.scene import Scene
from caseboard.board.tiles import Backdrop, Tiles, begin_at_a_pixel
from caseboard.board.touched import Touched
from caseboard.deadline import Deadline
from caseboard.theme import Theme
from casedb.model.changes import Edit
from casedb.model.contents import Contents
from casedb.model.geometry import Point, Rect
from casedb.model.standing import Standing

FRAME_BUDGET = 1.5
"""Milliseconds of a frame that may go into tiles that are missing in it."""
IDLE_SLICE = 1.5
SHOW_EVERY = 40.0
"""Milliseconds between frames that show nothing new but tiles."""
REST = 70
"""Milliseconds after the last step of a zoom before the board is painted sharp."""
ALWAYS_ALLOWED = 0.05
"""The zoom that a hand can go out to, however little lies on the board."""
LEAST_PART = 0.25
"""How much of the width or height of the view all that lies on the board takes up at the least, where
there is so much that it would be more at that zoom."""
LONG_ZOOM = 1.5
"""A long zoom is painted anew at every such factor on its way, between the frames."""
FEW_CARDS = 800
"""More cards than this in view are shown by the overview until they are painted."""

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
        columns: Columns | None = None,
    ) -> None:
        """`columns` are those of the board, where they have been made already."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.rasters = Rasters(self)
        self.scene = Scene(contents, board_id, theme, thumbnails, self.rasters, columns)
        self.overview = Overview(self.scene, self)
        self._in_hand: InHand | None = None
        self._let_go: InHand | None = None
        self.overlays: list[Overlay] = []
        self.corners: Callable[[], Sequence[Rect]] = tuple
        """What lies over the board in the corners of the view, on the screen."""
        self._camera = Camera(width=max(1, self.width()), height=max(1, self.height()))
        self._tiles = Tiles(self.scene.painting)
        self._backdrop = Backdrop()
        self.is_zooming = False
        self._was_sharp = False
        self._shown = Deadline(0.0)
        self._showing = QTimer(self, singleShot=True)
        self._showing.timeout.connect(self.update)
        self._painted: View | None = None
        self._aim: View | None = None
        self._rest = QTimer(self, interval=REST, singleShot=True)
        self._rest.timeout.connect(self._settle)
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._work)
        self.rasters.arrived.connect(self._idle.start)
        self.overview.renewed.connect(self.update)
        self.overview.outdate()

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

    def zoom_in_sight(self, factor: float, at: Point | None = None) -> None:
        """The same, but no further out than what lies on the board can be seen."""
        now = self._camera.zoom
        least = min(now, self._least_zoom()) if factor < 1 else now
        self.zoom_by(max(factor, least / now), at)

    def _least_zoom(self) -> float:
        """The zoom at which all that lies on the board takes up a quarter of the view, if that is less
        than is always allowed."""
        extent = self.columns.extent()
        if extent is None:
            return ALWAYS_ALLOWED
        return min(ALWAYS_ALLOWED, self._camera.fitted(extent, margin=0.0).zoom * LEAST_PART)

    def pan_by(self, dx: float, dy: float) -> None:
        """Push the content by device-independent pixels."""
        self.look_from(self._camera.panned(dx, dy))

    def fit(self, rect: Rect | None = None, margin: float = 48.0) -> None:
        """Show a whole rectangle of the board, or all that is on it."""
        wanted = rect if rect is not None else self.columns.extent()
        if wanted is None:
            return
        camera = fitted_clear(self._camera, wanted, margin, self.corners(), self._is_taken)
        heart = self.columns.heart() if rect is None else None
        if heart is not None and not len(self.columns.cards_in(camera.visible())):
            # Something lies so far out that no zoom shows it with the rest.
            camera = camera.at(heart)
        self.look_from(camera)

    def _is_taken(self, part: Rect) -> bool:
        """Whether a card or the edge of a frame lies in a part of the board."""
        if len(self.columns.cards_in(part)):
            return True
        return any(not each.rect.contains(part) for each in self.columns.frames_in(part))

    @property
    def is_sharp(self) -> bool:
        """Whether all in view is painted at the exact zoom."""
        return not self.is_zooming and not self._tiles.missing(self._view())

    @property
    def is_carrying(self) -> bool:
        """Whether anything is in the hand."""
        return self._in_hand is not None

    def sharpen(self) -> None:
        """Paint at once all that is in view, however long it takes."""
        self._settle()
        view = self._view()
        self._tiles.fill(view, self.scene.paint)
        self.update()

    # -- keeping in step ----------------------------------------------------------------------

    def apply(self, edits: Sequence[Edit]) -> None:
        """Follow edits that the case has taken; what is in the hand was put back before."""
        if self._let_go is not None and not self._let_go.lifting.is_all_of(edits):
            # It shows what is not so any more, or is gone.
            self._let_go = None
        # Before anything is changed: its worker reads the same numbers.
        self.overview.outdate()
        self._repaint(self.scene.apply(edits))
        self.update()

    def lift(self, cards: Iterable[str], frames: Iterable[str]) -> None:
        """Take cards and frames into the hand, above all else: they can follow it cheaply."""
        self._lift(Lifting(self.columns, cards, frames))

    def lift_string(self, link_id: str) -> None:
        """Take the string of a link into the hand."""
        self._lift(Lifting(self.columns, link_id=link_id))

    def _lift(self, lifting: Lifting) -> None:
        self._let_go = None
        self._in_hand = InHand(self.scene, lifting)
        self._repaint(self.scene.lift(lifting))

    def carry(self, dx: float, dy: float) -> None:
        """Move what is in the hand by so many board units from where it was lifted."""
        if self._in_hand is not None:
            self._in_hand.carry(dx, dy)
            self.update()

    def stretch(self, rect: Rect) -> None:
        """Give the one thing in the hand another rectangle."""
        if self._in_hand is not None:
            self._in_hand.stretch(rect)
            self.update()

    def place(self, rects: Mapping[str, Rect]) -> None:
        """Show each of what is in the hand in a rectangle of its own, by its id."""
        if self._in_hand is not None:
            self._in_hand.place(rects)
            self.update()

    def bend(self, bends: tuple[Point, ...]) -> None:
        """Lead the one string in the hand through other points."""
        if self._in_hand is not None:
            self._in_hand.bend(bends)
            self.update()

    def put_back(self) -> None:
        """Lay what is in the hand back to where the case has it.

        It is shown where it was last until the board is painted again: in most cases the change that
        moves it there follows at once.
        """
        self._let_go, self._in_hand = self._in_hand, None
        self._repaint(self.scene.put_back())
        # It may have been made meanwhile, without what was in the hand.
        self.overview.outdate()

    def thumbnail_ready(self, sha256: str) -> None:
        """Show a picture that was not ready before."""
        self._renew(self.scene.picture_ready(sha256))

    def restate(self, claims: Set[str]) -> None:
        """Show on cards what claims rest on now."""
        self._renew(self.scene.restate(claims))

    def suppose(self, standings: Mapping[str, Standing]) -> None:
        """Show on cards how claims would stand, by their ids, and of all others how they do."""
        self._renew(self.scene.suppose(standings))

    def judge(self, artifacts: Iterable[str]) -> None:
        """Show on cards what a check says of their files now."""
        self._renew(self.scene.judge(artifacts))

    def veil(self, subjects: Iterable[str]) -> None:
        """Show or hide on cards the grades of items and sources."""
        self._renew(self.scene.veil(subjects))

    def show_read(self, items: Iterable[str], links: Iterable[str]) -> None:
        """Show items and links of which only the places were known before."""
        self._renew(self.scene.read(items, links))

    def restring(self, columns: Columns) -> None:
        """Show a board that has all strings now, and is the same besides."""
        self.columns.take_strings(columns)
        self.repaint_soon()

    def conceal(self, cards: Set[str]) -> None:
        """Show all cards of the board but these, and the strings between those that are shown."""
        if cards == self.columns.concealed:
            return
        self._let_go = None
        self.overview.outdate()
        touched = self.scene.conceal(cards)
        if touched is None:
            self._backdrop.clear()
            self.repaint_soon()
        else:
            self._repaint(touched)
        self.update()

    def fade(self, cards: Set[str], links: Set[str] = NOTHING) -> None:
        """Let these cards stand back with their strings, and those of some links, and nothing else."""
        if cards == self.columns.faded and links == self.columns.faded_links:
            return
        self.overview.outdate()
        self.scene.fade(cards, links)
        self._backdrop.clear()
        self.repaint_soon()

    def repaint_soon(self) -> None:
        """Paint everything anew, while what there is stays in sight until then."""
        self.scene.forget_far()
        self._tiles.outdate()
        self._painted = None
        self.overview.begin()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        # Before strings hang otherwise: its worker reads the same numbers.
        self.overview.outdate()
        self.scene.set_theme(theme)
        self.overview.begin()
        for held in (self._let_go, self._in_hand):
            if held is not None:
                held.forget()
        self._tiles.clear()
        self._painted = None
        self._backdrop.clear()
        self.update()

    def _repaint(self, touched: Touched) -> None:
        """Paint anew what an edit or the hand has changed."""
        if len(touched.boxes):
            # An old frame would show what has just gone.
            self._backdrop.clear()
            self._renew(touched)

    def _renew(self, touched: Touched) -> None:
        """Paint anew what shows more than before, where it lay."""
        if len(touched.boxes):
            self._tiles.drop(touched)
            self._painted = None
            self.update()

    # -- painting -----------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        self._showing.stop()
        with brush_on(self) as painter:
            self._paint(painter, self._view())
        self._shown = Deadline(SHOW_EVERY)

    def _paint(self, painter: QPainter, view: View) -> None:
        painter.save()
        # From here on the painter counts physical pixels, so that tiles lie on whole ones.
        painter.scale(1 / view.ratio, 1 / view.ratio)
        begin_at_a_pixel(painter)
        if self.is_zooming:
            self._paint_meanwhile(painter, view, QRegion(0, 0, view.width, view.height))
            self._idle.start()
        else:
            self._paint_tiles(painter, view)
        for held in (self._let_go, self._in_hand):
            if held is not None:
                held.paint(painter, view, is_moving=self.is_zooming)
        painter.restore()
        camera = self._camera.aligned(view.ratio)
        for overlay in self.overlays:
            overlay.paint(painter, camera)

    def _view(self) -> View:
        return self._camera.view(self.devicePixelRatioF())

    def _paint_tiles(self, painter: QPainter, view: View) -> None:
        missing = self._tiles.missing(view)
        was_sharp, self._was_sharp = self._was_sharp, True
        if missing and not self._tiles.work(view, missing, FRAME_BUDGET):
            self._was_sharp = False
            self._paint_holes(painter, view)
        self._tiles.show(painter, view)
        if view != self._painted:
            self._painted = view
            self._idle.start()
        if self._was_sharp:
            self._let_go = None
            if not was_sharp:
                self._backdrop.clear()
                self.sharpened.emit()

    def _paint_holes(self, painter: QPainter, view: View) -> None:
        """Paint what is there at once where tiles are missing."""
        if not self._is_near(view):
            self._paint_meanwhile(painter, view, self._tiles.holes(view))
            return
        covered = self._backdrop.covers(view)
        self._tiles.show_sketches(
            painter, view, covered, lambda part: self.scene.sketch(part).image()
        )
        if not covered.isEmpty():
            painter.setClipRegion(self._tiles.holes(view) & covered)
            self._backdrop.show(painter, view)
            painter.setClipping(False)

    def _is_near(self, view: View) -> bool:
        """Whether so few cards are in view that all can be sketched in time for a frame."""
        is_near = view.zoom >= TITLE_FROM / 2
        return is_near and len(self.columns.cards_in(view.world)) <= FEW_CARDS

    def _paint_meanwhile(self, painter: QPainter, view: View, region: QRegion) -> None:
        """Paint in a region of a view what is there in time for every frame."""
        covered = region & self._backdrop.covers(view)
        if not covered.isEmpty():
            painter.setClipRegion(covered)
            self._backdrop.show(painter, view)
        for hole in cast("Iterable[QRect]", region - covered):
            part = view.part(view.left + hole.x(), view.top + hole.y(), hole.width(), hole.height())
            painter.save()
            painter.setClipRect(hole)
            painter.translate(hole.topLeft())
            self._paint_roughly(painter, part)
            painter.restore()
        painter.setClipping(False)

    def _paint_roughly(self, painter: QPainter, view: View) -> None:
        if self._is_near(view):
            self.scene.sketch(view).show(painter)
        else:
            self.scene.paint_ground(painter, view)
            self.overview.show(painter, view)

    def _start_zoom(self) -> None:
        if not self.is_zooming:
            view = self._view()
            if not self._tiles.missing(view):
                self._backdrop.take(view, self._tiles.show)
            self.is_zooming = True
            self._aim = None
        self._rest.start()

    def _settle(self) -> None:
        self._rest.stop()
        self.is_zooming = False
        self.update()

    def _work(self) -> None:
        """Paint what is missing, a little at a time: in view, then one ring around it; while the
        zoom changes, what was in view a moment ago."""
        is_done = self._renew_backdrop() if self.is_zooming else self._fill_view()
        if is_done or self._tiles.waits():
            self._idle.stop()

    def _fill_view(self) -> bool:
        """Paint a little of the view or around it; whether nothing is left to be painted."""
        view = self._view()
        missing = self._tiles.missing(view)
        if missing:
            self._tiles.work(view, missing, IDLE_SLICE)
            # A frame takes as long as a tile or two: several are shown at once, or with the next
            # frame that is painted anyway.
            if not self._showing.isActive():
                self._showing.start(round(self._shown.remaining))
            return False
        ahead = self._tiles.missing(view, ring=1)
        return not ahead or self._tiles.work(view, ahead, IDLE_SLICE)

    def _renew_backdrop(self) -> bool:
        """Paint a little of a fresher frame to show scaled; whether none is needed."""
        view = self._view()
        if self._aim is None:
            factor = view.zoom / self._backdrop.zoom if not self._backdrop.is_empty else 0.0
            if 1 / LONG_ZOOM < factor < LONG_ZOOM:
                return True
            self._aim = view
        missing = self._tiles.missing(self._aim)
        if not missing or self._tiles.work(self._aim, missing, IDLE_SLICE):
            self._backdrop.take(self._aim, self._tiles.show)
            self._aim = None
            self.update()
        return False

    # -- events -------------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        self._idle.stop()
        self._showing.stop()
        self.rasters.close()
        self.overview.close()
        super().closeEvent(event)

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
