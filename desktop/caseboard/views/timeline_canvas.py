"""`TimelineCanvas`: the widget that shows a line of time: axis, heads, lanes, and what lies over them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from caseboard import scale
from caseboard.theme import Theme
from caseboard.views.timeline_axis import AxisSizes
from caseboard.views.timeline_camera import TimeCamera
from caseboard.views.timeline_chart import Chart
from caseboard.views.timeline_gaps import Gaps
from caseboard.views.timeline_hands import TimelineHands
from caseboard.views.timeline_marks import Marks
from caseboard.views.timeline_painter import Sheet
from caseboard.views.timeline_sizes import Sizes, edge_of
from caseboard.views.timeline_spoken import SpokenTimeline
from caseboard.views.timeline_threads import Thread
from caseboard.views.timeline_walk import Walk
from caseboard.views.timeline_whole import Room, WholePainter
from caseboard.views.timeline_words import contradictions_in_words, item_in_words, tip_of
from casedb.model.time_gaps import Gap
from casedb.words import say

_BY_KEYS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class TimelineCanvas(QWidget):
    """Shows marks; says what a hand on it wishes.

    `picked(list, adds, toggles)` carries ids of items, `opened(str)` one to go to, `menu_wanted(QPoint)`
    a point of the screen, `looked()` follows when something else is seen, `left()` Escape.
    """

    picked = Signal(list, bool, bool)
    opened = Signal(str)
    menu_wanted = Signal(QPoint)
    looked = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.walk = Walk(self)
        self.hands = TimelineHands(self)
        self.setObjectName("timeline")
        self.setAccessibleName(say("Timeline"))
        self.setAccessibleDescription(
            say("Arrow keys walk from time to time, plus and minus zoom, Return goes to the board.")
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._theme = theme
        self.camera = TimeCamera()
        self.down = 0.0
        self.marks: Marks | None = None
        self.selected: frozenset[str] = frozenset()
        self.faded: frozenset[str] = frozenset()
        self.folded: set[str] = set()
        self.threads: Sequence[Thread] = ()
        self.own_threads: Sequence[Thread] = ()
        self.contradicted: Sequence[Thread] = ()
        self.gaps = Gaps()
        self.empty = ""
        self._chart: Chart | None = None
        self._ground, self._ground_of = QPixmap(), ()
        self._is_fitted = False
        self._is_tabbed_to = False
        self._renew_painters()

    def sizeHint(self) -> QSize:
        return QSize(900, 320)

    def make_interface(self) -> SpokenTimeline:
        """What tells a screen reader of the line of time."""
        return SpokenTimeline(self)

    # -- what is shown ------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme, or at another scale of the interface."""
        self._theme = theme
        self._renew_painters()
        self._follow_room()
        self.refresh()

    def _renew_painters(self) -> None:
        self.unit = scale.percent() / 100
        self.sizes = Sizes(self.unit)
        self.painter = WholePainter(self._theme, self.unit)

    def show_marks(self, marks: Marks) -> None:
        """Show others; where one looks stays as it is, once something was seen."""
        before = self.walk.mark_id
        self.marks, self._chart = marks, None
        self.gaps.find(marks)
        self.walk.find(before)
        self.hands.forget()
        if len(marks) and not self._is_fitted:
            self.fit_most()
        self.look(self.camera)

    def renew_chart(self) -> None:
        """Lay everything out anew: titles are others, or have other widths."""
        self._chart = None
        self.look(self.camera)

    def show_faded(self, faded: frozenset[str]) -> None:
        """Let items stand back."""
        self.faded = faded
        self.refresh()

    def show_selected(self, selected: frozenset[str], own_threads: Sequence[Thread]) -> None:
        """Mark what is selected, with its threads; what is selected alone is brought into sight."""
        is_other = selected != self.selected
        self.selected, self.own_threads = selected, own_threads
        if is_other and len(selected) == 1:
            self.reveal(next(iter(selected)))
        self.update()

    def show_threads(self, threads: Sequence[Thread]) -> None:
        """Draw threads of all that is shown."""
        self.threads = threads
        self.refresh()

    def show_contradicted(self, threads: Sequence[Thread]) -> None:
        """Draw the links that dates contradict."""
        self.contradicted = threads
        self.refresh()

    def fold(self, lane: int) -> None:
        """Fold a lane, or unfold it."""
        if self.marks is not None:
            self.folded ^= {self.marks.lanes[lane].key}
            self.renew_chart()

    def fold_all(self, *, is_folded: bool) -> None:
        """Fold all lanes, or unfold them."""
        if self.marks is not None:
            self.folded = {each.key for each in self.marks.lanes} if is_folded else set()
            self.renew_chart()

    def refresh(self) -> None:
        """Paint everything anew."""
        self._ground_of = ()
        self.update()

    # -- where things are ---------------------------------------------------------------------

    @property
    def room(self) -> Room:
        """How the widget is divided; heads are narrower where there is little room at all."""
        head = round(min(self.painter.heads.width, 0.3 * self.width()))
        axis = round(AxisSizes(self.unit).height)
        return Room(QRectF(self.rect()), head, axis, self.layoutDirection())

    @property
    def lanes_area(self) -> QRectF:
        """Where the lanes are."""
        return self.room.lanes_area

    @property
    def chart(self) -> Chart | None:
        """Where all marks lie at the scale there is now."""
        if self.marks is None:
            return None
        made = self._chart
        if made is None or made.scale != self.camera.scale:
            room = self.lanes_area.height()
            wide = self.camera.width
            made = Chart(self.marks, self.camera.scale, self.sizes, room, self.folded, wide)
            self._chart = made
        return made

    @property
    def sheet(self) -> Sheet | None:
        """The chart where it is painted."""
        chart = self.chart
        area = self.lanes_area
        return Sheet(chart, self.camera, area, self.down) if chart is not None else None

    @property
    def furthest(self) -> float:
        """How far one can scroll down."""
        chart = self.chart
        high = chart.height if chart is not None else 0.0
        return max(0.0, high - self.lanes_area.height())

    # -- looking ------------------------------------------------------------------------------

    def look(self, camera: TimeCamera, scroll: float | None = None) -> None:
        """See another stretch of time, or other lanes."""
        self.camera = camera
        wanted = self.down if scroll is None else scroll
        self.down = float(round(max(0.0, min(self.furthest, wanted))))
        self.update()
        self.looked.emit()

    def zoom(self, factor: float, x: float | None = None, y: float | None = None) -> None:
        """Look nearer at a place, by default the middle; the lane there stays where it is."""
        area = self.lanes_area
        x = area.width() / 2 if x is None else x - area.left()
        y = area.center().y() if y is None else max(area.top(), y)
        chart, height = self.chart, y - area.top() + self.down
        lane = chart.lane_at(height) if chart is not None else None
        within = height - float(chart.tops[lane]) if chart is not None and lane is not None else 0.0
        self.camera = self.camera.zoomed(factor, x)
        scroll = self.down
        chart = self.chart
        if chart is not None and lane is not None:
            high = float(chart.tops[lane + 1] - chart.tops[lane])
            scroll = float(chart.tops[lane]) + min(within, high) - (y - area.top())
        self.look(self.camera, scroll)

    def pan(self, dx: float, dy: float) -> None:
        """Move what is seen by so many pixels."""
        self.look(self.camera.panned(dx), self.down - dy)

    def fit_most(self) -> None:
        """See the time in which most lies, without a few that are far off."""
        if self.marks is not None and len(self.marks):
            self._is_fitted = True
            self._fit(*self.marks.thick)

    def fit_all(self) -> None:
        """See all of the time in which something lies; once more, that in which most does."""
        if self.marks is not None and len(self.marks):
            before = self.camera
            self._is_fitted = True
            self._fit(self.marks.first, self.marks.last)
            if self.camera == before:
                self.fit_most()

    def go_beyond(self, way: int) -> None:
        """Bring into sight what is nearest before (-1) or after (1) what is seen."""
        marks, camera = self.marks, self.camera
        at = marks.nearest_beyond(camera.left, camera.right, way) if marks is not None else None
        if at is not None:
            self.look(camera.showing(at, at))

    def fit_selection(self) -> None:
        """See all times of what is selected."""
        extent = self.marks.extent_of(self.selected) if self.marks is not None else None
        if extent is not None:
            self._fit(*extent)
            for each in list(self.selected)[:1]:
                self.reveal(each)

    def _fit(self, first: float, last: float) -> None:
        camera = self.camera.fitted(first, last)
        # Titles stand behind their marks: of the last ones something is to be read as well.
        room = edge_of(camera.width, self.unit)
        self.look(camera.zoomed(1 - room / camera.width, 0.0))

    def see(self, first: float, last: float) -> None:
        """See a stretch of time."""
        self.look(self.camera.fitted(first, last))

    def jump(self, gap: Gap, way: int) -> None:
        """Go over a gap: its later end comes to the left of what is seen, or its earlier one to the right."""
        x = self.camera.x_of(gap.last if way > 0 else gap.first)
        self.pan((0.1 if way > 0 else 0.9) * self.camera.width - x, 0)

    def reveal(self, item_id: str) -> None:
        """Bring an item into sight."""
        marks, chart = self.marks, self.chart
        row = marks.row_of.get(item_id) if marks is not None else None
        if marks is None or chart is None or row is None:
            return
        mark = int(marks.chief[row])
        self.reveal_entry(int(marks.entry_of[mark]))

    def reveal_entry(self, entry: int) -> None:
        """Bring a mark in one of its lanes into sight."""
        marks, chart = self.marks, self.chart
        if marks is None or chart is None:
            return
        mark = int(marks.entry_mark[entry])
        camera = self.camera.showing(float(marks.begin[mark]), float(marks.end[mark]))
        _, middle = chart.place_of(mark, entry)
        high, room = chart.sizes.row, self.lanes_area.height()
        scroll = min(max(self.down, middle + 1.5 * high - room), max(0.0, middle - 1.5 * high))
        if camera is not self.camera or scroll != self.down:
            self.look(camera, scroll)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._follow_room()
        super().resizeEvent(event)

    def _follow_room(self) -> None:
        """See the same time in as much room as there is now."""
        width = max(1.0, self.lanes_area.width())
        if width != self.camera.width:
            self.camera = self.camera.resized(width)
        self._chart = None
        if not self._is_fitted:
            self.fit_most()
        self.look(self.camera)

    # -- painting -----------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        sheet = self.sheet
        if sheet is None or not len(sheet.chart.marks):
            self._paint_empty(painter)
            painter.end()
            return
        self._renew_ground(sheet)
        painter.drawPixmap(0, 0, self._ground)
        selected = self._rows(self.selected)
        self.painter.overlay.paint(
            painter,
            sheet,
            selected,
            self.hands.hovered,
            self.walk.entry if self.hasFocus() else None,
        )
        if self.hasFocus() and self._is_tabbed_to and self.walk.entry is None:
            self.painter.overlay.paint_focus(painter, sheet.area)
        painter.end()

    def _rows(self, item_ids: Collection[str]) -> list[int]:
        marks = self.marks
        if marks is None:
            return []
        return [row for each in item_ids if (row := marks.row_of.get(each)) is not None]

    def _renew_ground(self, sheet: Sheet) -> None:
        """Paint what lies below selection and pointer, unless it is there already."""
        ratio = self.devicePixelRatioF()
        lane = self.walk.lane if self.hasFocus() else None
        key = (sheet.chart, self.camera, self.down, self.size(), ratio, lane, self.own_threads)
        if key == self._ground_of:
            return
        self._ground_of = key
        size = self.size() * ratio
        if self._ground.size() != size:
            self._ground = QPixmap(size)
            self._ground.setDevicePixelRatio(ratio)
        painter = QPainter(self._ground)
        threads = self.threads, self.contradicted
        self.painter.paint(painter, sheet, self.room, self.gaps, *threads, self.faded, lane, ratio)
        self.painter.threads.paint(painter, sheet, self.own_threads, is_strong=True)
        painter.end()

    def _paint_empty(self, painter: QPainter) -> None:
        painter.fillRect(self.rect(), self._theme.colour("surf"))
        self.painter.overlay.paint_sentence(painter, QRectF(self.rect()), self.empty)
        if self.hasFocus():
            self.painter.overlay.paint_focus(painter, QRectF(self.rect()))

    # -- events -------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Let the hands take what is theirs."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.hands.tip_at(QPointF(event.pos())), self)
            return True
        if isinstance(event, QFocusEvent):
            self._is_tabbed_to = event.reason() in _BY_KEYS
            self.update()
        if self.hands.handle(event):
            event.accept()
            return True
        return super().event(event)

    def tip(self, mark: int) -> str:
        """All there is to know of the item of a mark."""
        if self.marks is None:
            return ""
        dated = self.marks.dated[int(self.marks.item[mark])]
        return tip_of(dated, self.marks.times[mark], self._contradictions_of(mark))

    def _contradictions_of(self, mark: int) -> list[str]:
        """In words, where dates contradict what links say of the item of a mark."""
        marks = self.marks
        if marks is None:
            return []
        item = marks.items[int(marks.item[mark])]
        return contradictions_in_words(marks, item, self.contradicted)

    @property
    def spoken(self) -> str:
        """The mark that the keys are at, in words."""
        marks, entry = self.marks, self.walk.entry
        if marks is None or not len(marks):
            return self.empty
        if entry is None:
            n = len(marks.items)
            return say("{n} item with a date", "{n} items with a date", n=n)
        mark = int(marks.entry_mark[entry])
        dated = marks.dated[int(marks.item[mark])]
        lines = [item_in_words(dated, marks.times[mark]), *self._contradictions_of(mark)]
        told = ". ".join(lines)
        lane = marks.lanes[int(marks.entry_lane[entry])]
        return say("{mark}, in the lane {lane}", mark=told, lane=lane.title)
