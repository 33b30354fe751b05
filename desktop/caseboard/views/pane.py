"""`ViewPane`: the views of a case beside its boards, one of them in front."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QIcon, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QStackedWidget,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from caseboard.flow_layout import FlowLayout
from caseboard.focus_order import focusable, order_focus
from caseboard.in_view import Scope
from caseboard.measures import set_margins, set_spacing
from caseboard.restyling import restyle
from caseboard.scale import px
from caseboard.segments import Segments
from caseboard.theme import Theme, icon
from caseboard.tips import stand_for
from caseboard.views.desk import ViewDesk
from caseboard.views.elements import ElementsView
from caseboard.views.map import MapView
from caseboard.views.matrix import MatrixView
from caseboard.views.table import TableView
from caseboard.views.timeline import TimelineView
from caseboard.views.view import View
from casedb import Change
from casedb.words import say, term

_ICON = 16
LEAST_VIEW = 120
"""Pixels at 100 % of a view that are worth to be looked at."""
_AROUND_NAME = 32
"""Pixels at 100 % that a tab has besides its name."""


@dataclass(frozen=True, slots=True)
class ViewSort:
    """A view that there is: its name in code and of its icon, what people read, and how it is made."""

    name: str
    title: str
    make: Callable[[ViewDesk, Theme, QWidget], View]


SORTS: tuple[ViewSort, ...] = (
    ViewSort("timeline", term("Timeline"), TimelineView),
    ViewSort("map", term("Map"), MapView),
    ViewSort("table", term("Table"), TableView),
    ViewSort("matrix", term("Matrix"), MatrixView),
    ViewSort("elements", term("Elements"), ElementsView),
)
"""All views, in the order of their tabs."""


def title_of_view(name: str) -> str:
    """What people call a view."""
    return next(say(each.title) for each in SORTS if each.name == name)


class ViewPane(QFrame):
    """Shows one view at a time; each is made when it is first looked at, and follows the case only then.

    `fill_wanted(bool)` asks for the place of the boards, or to give it back; `close_wanted()` and
    `export_wanted()` for what their buttons say.
    """

    fill_wanted = Signal(bool)
    close_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, desk: ViewDesk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("viewPane")
        # As narrow as a board may be: what has no room then is cut, and the window is no wider for it.
        self.setMinimumWidth(1)
        self._desk = desk
        self._theme = theme
        self._made: dict[str, View] = {}
        self._behind: set[str] = set()
        self._build()
        self._lay_out()
        self.set_theme(theme)
        self.bar.currentChanged.connect(self._turn)
        desk.bridge.changed.connect(self._follow)
        desk.bridge.veiled.connect(self._fall_behind)
        desk.in_view.changed.connect(self._show_items)
        desk.selection.changed.connect(self._show_selected)

    def _build(self) -> None:
        self.bar = QTabBar(self)
        self.bar.setObjectName("viewTabs")
        self.bar.setAccessibleName(say("Views of the case"))
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setElideMode(Qt.TextElideMode.ElideNone)
        self.bar.setProperty("iconic", False)
        self.bar.setUsesScrollButtons(False)
        for sort in SORTS:
            at = self.bar.addTab(say(sort.title))
            self.bar.setTabData(at, sort.name)
            self.bar.setTabToolTip(at, say(sort.title))
            self.bar.setAccessibleTabName(at, say(sort.title))
        self.scope = Segments(
            say("Show the items of"),
            ((Scope.BOARD.value, say("This board")), (Scope.CASE.value, say("Whole case"))),
            self,
        )
        self.scope.label.hide()
        self.scope.choose(self._desk.in_view.scope.value)
        self.scope.group.buttonToggled.connect(self._scope)
        self.export = self._button(say("Export this view…"))
        self.export.clicked.connect(self.export_wanted)
        self.fill = self._button(say("In the place of the boards"))
        self.fill.setCheckable(True)
        stand_for(self.fill, "fill_view", say("In the place of the boards"))
        self.fill.clicked.connect(self.fill_wanted)
        self.close_button = self._button(say("Close the views"))
        stand_for(self.close_button, "close_view", say("Close the views"))
        self.close_button.clicked.connect(self.close_wanted)
        self.views = QStackedWidget(self)

    def _button(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("iconButton")
        button.setAccessibleName(name)
        button.setToolTip(name)
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        set_margins(head, "s", "xs", "s", 0)
        set_spacing(head, "xs")
        head.addWidget(self.bar, 1)
        for button in (self.export, self.fill, self.close_button):
            head.addWidget(button)
        self._tools = QWidget(self)
        self._tools.setObjectName("viewTools")
        self._flow = FlowLayout(self._tools, "s")
        self._flow.addWidget(self.scope)
        tools = QHBoxLayout()
        set_margins(tools, "m", "xs", "m", "xs")
        tools.addWidget(self._tools)
        column = QVBoxLayout(self)
        set_margins(column, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(tools)
        column.addWidget(self.views, 1)

    # -- which view ---------------------------------------------------------------------------

    @property
    def view(self) -> View:
        """The view in front; made where there was none yet."""
        return self._view_named(self.bar.tabData(self.bar.currentIndex()))

    def show_view(self, name: str) -> None:
        """Bring a view to the front."""
        at = next(n for n in range(self.bar.count()) if self.bar.tabData(n) == name)
        self.bar.setCurrentIndex(at)

    def take_keys(self) -> None:
        """Give the keys to the view in front."""
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def height_wanted(self) -> int:
        """Pixels that it needs for its head and something of a view."""
        self.view.ensurePolished()
        tools = self._flow.heightForWidth(max(1, self.width() - 2 * px(12)))
        return self.bar.sizeHint().height() + tools + px(LEAST_VIEW)

    @property
    def in_tab_order(self) -> list[QWidget]:
        """What Tab goes through: the view, then what stands over it."""
        return [*focusable(self.views), *focusable(self)]

    def _view_named(self, name: str) -> View:
        made = self._made.get(name)
        if made is None:
            sort = next(each for each in SORTS if each.name == name)
            made = self._made[name] = sort.make(self._desk, self._theme, self.views)
            self.views.addWidget(made)
            for tool in made.tools:
                tool.setParent(self._tools)
                self._flow.addWidget(tool)
                tool.setVisible(False)
            order_focus([self.bar, *focusable(self._tools), *focusable(made)])
            self._behind.add(name)
        return made

    def _turn(self) -> None:
        self._fit_tabs()
        if self.isVisible():
            self._bring_up()

    def _bring_up(self) -> None:
        view = self.view
        self.views.setCurrentWidget(view)
        for made in self._made.values():
            for tool in made.tools:
                tool.setVisible(made is view)
        self._tools.updateGeometry()
        self._desk.in_view.finish()
        if view.name in self._behind:
            self._behind.discard(view.name)
            view.catch_up()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_tabs()

    def _fit_tabs(self) -> None:
        """Name every view, or where there is no room for that the one in front; icons tell the others."""
        bar = self.bar
        bar.ensurePolished()
        measure = bar.fontMetrics().horizontalAdvance
        needed = sum(measure(say(each.title)) + px(_AROUND_NAME) for each in SORTS)
        buttons = sum(each.sizeHint().width() for each in (self.export, self.fill))
        has_room = needed <= self.width() - 2 * buttons
        if bar.property("iconic") is has_room:
            bar.setProperty("iconic", not has_room)
            restyle(bar)
        for at, sort in enumerate(SORTS):
            is_named = has_room or at == bar.currentIndex()
            text = say(sort.title) if is_named else ""
            if bar.tabText(at) != text or bar.tabIcon(at).isNull() is not is_named:
                bar.setTabText(at, text)
                bar.setTabIcon(at, QIcon() if is_named else icon(sort.name, self._theme))

    # -- following ----------------------------------------------------------------------------

    def _fall_behind(self) -> None:
        self._behind |= self._made.keys()
        if self.isVisible():
            self._bring_up()

    def _in_front(self) -> View | None:
        """The view that is seen; the others have fallen behind with what is asked for now."""
        seen = self.view if self.isVisible() else None
        self._behind |= {name for name, made in self._made.items() if made is not seen}
        return seen

    def _follow(self, change: Change) -> None:
        seen = self._in_front()
        if seen is not None and change.edits:
            seen.follow(change)

    def _show_items(self) -> None:
        seen = self._in_front()
        if seen is not None:
            seen.show_items()

    def _show_selected(self) -> None:
        seen = self._in_front()
        if seen is not None:
            seen.show_selected()

    def _scope(self) -> None:
        self._desk.in_view.look_at(Scope(self.scope.value))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._desk.in_view.watch(is_watched=True)
        self._bring_up()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._desk.in_view.watch(is_watched=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self._desk.left.emit()
        else:
            super().keyPressEvent(event)

    # -- the look -----------------------------------------------------------------------------

    def show_filled(self, *, is_filled: bool) -> None:
        """Say whether the pane is in the place of the boards."""
        self.fill.setChecked(is_filled)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        self.bar.setIconSize(QSize(px(_ICON), px(_ICON)))
        for at in range(self.bar.count()):
            self.bar.setTabIcon(at, QIcon())
        self._fit_tabs()
        for button, name in (
            (self.export, "export"),
            (self.fill, "fill"),
            (self.close_button, "close"),
        ):
            button.setIcon(icon(name, theme))
        for made in self._made.values():
            made.set_theme(theme)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._tools.updateGeometry()

    def close_views(self) -> None:
        """End what is under way in any view, before the case is closed."""
        desk = self._desk
        desk.bridge.changed.disconnect(self._follow)
        desk.bridge.veiled.disconnect(self._fall_behind)
        desk.selection.changed.disconnect(self._show_selected)
        for made in self._made.values():
            made.close_view()
