"""`LeftPanels`: outline, search, filter, sources, journal and weak points of a case, one in front."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QTabWidget, QWidget

from caseboard.arriving import Arrival
from caseboard.bridge import CaseBridge
from caseboard.panels.filter_panel import FilterPanel
from caseboard.panels.journal import JournalPanel
from caseboard.panels.outline import OutlinePanel
from caseboard.panels.search import SearchPanel
from caseboard.panels.sources import SourcesPanel
from caseboard.panels.weak_points import WeakPointsPanel
from caseboard.restyling import restyle
from caseboard.scale import px
from caseboard.selection import Selection
from caseboard.sights import Sights
from caseboard.theme import Theme, icon
from casedb.words import say

_ICON = 16
_ICONS = ("sort", "search", "filter", "source", "journal", "weak_points")


class LeftPanels(QTabWidget):
    """Shows one of six panels, and brings another to the front when it is asked for."""

    def __init__(
        self,
        bridge: CaseBridge,
        selection: Selection,
        sights: Sights,
        theme: Theme,
        order: str,
        arrival: Arrival | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`order` is that of the outline, of which `arrival` may have made what takes long."""
        super().__init__(parent)
        self.setObjectName("leftPanels")
        self.setAccessibleName(say("Outline, search, filter, sources, journal and weak points"))
        self.setDocumentMode(True)
        self.tabBar().setDrawBase(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setUsesScrollButtons(False)
        tree = arrival.outline if arrival is not None else None
        prepared = arrival.prepared if arrival is not None else None
        self.outline = OutlinePanel(bridge, selection, theme, self, tree, prepared, order)
        self.search = SearchPanel(bridge, selection, theme, self)
        self.filter = FilterPanel(bridge, sights, theme, self)
        self.sources = SourcesPanel(bridge, selection, theme, self)
        self.journal = JournalPanel(bridge, theme, self, selection)
        self.weak_points = WeakPointsPanel(bridge, selection, theme, self)
        self._names = (
            *(say("Outline"), say("Search"), say("Filter")),
            *(say("Sources"), say("Journal"), say("Weak points")),
        )
        self._panels = (
            *(self.outline, self.search, self.filter),
            *(self.sources, self.journal, self.weak_points),
        )
        for panel, name in zip(self._panels, self._names, strict=True):
            at = self.addTab(panel, name)
            self.setTabToolTip(at, name)
        self._theme = theme
        self._measured = (("", ""), 0)
        self._named_alone: dict[int, int] = {}
        self.refit()
        self.currentChanged.connect(self._fit_tabs)

    @property
    def named_width(self) -> int:
        """How wide it has to be for the names of all panels."""
        bar = self.tabBar()
        bar.ensurePolished()
        # Tabs must have all their names to be measured, so that is done once for a font and a theme.
        worn = bar.font().key(), self._theme.name
        if self._measured[0] != worn:
            self._name_tabs(range(self.count()))
            self._measured = (worn, bar.sizeHint().width())
            self._named_alone.clear()
        return self._measured[1]

    def refit(self) -> None:
        """Give the tabs icons as large as their words."""
        self.setIconSize(QSize(px(_ICON), px(_ICON)))
        self._fit_tabs()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_tabs()

    def _fit_tabs(self) -> None:
        """Name every panel, or where there is no room for that the one in front; icons tell the others.

        Where even that has no room, icons tell all of them.
        """
        front = self.currentIndex()
        if self.named_width <= self.width():
            self._name_tabs(range(self.count()))
        elif self._front_width(front) <= self.width():
            self._name_tabs((front,))
        else:
            self._name_tabs(())

    def _front_width(self, front: int) -> int:
        """How wide it has to be for the name of one panel, and the icons of the others."""
        if front not in self._named_alone:
            self._name_tabs((front,))
            self._named_alone[front] = self.tabBar().sizeHint().width()
        return self._named_alone[front]

    def _name_tabs(self, named: Collection[int]) -> None:
        # Qt keeps room for words behind an icon: without any it is to stand in the middle of its tab.
        bar = self.tabBar()
        if bar.property("iconic") is not (not named):
            bar.setProperty("iconic", not named)
            restyle(bar)
        for at, (name, sign) in enumerate(zip(self._names, _ICONS, strict=True)):
            text = name if at in named else ""
            if self.tabText(at) != text or self.tabIcon(at).isNull() == (not text):
                self.setTabText(at, text)
                self.setTabIcon(at, icon(sign, self._theme) if not text else QIcon())
                self.tabBar().setAccessibleTabName(at, name)

    def set_board(self, board_id: str) -> None:
        """Show what is on another board in front."""
        self.outline.set_board(board_id)
        self.search.set_board(board_id)
        self.filter.set_board(board_id)

    def show_search(self, text: str = "") -> None:
        """Bring the search to the front, ready to type, or with the results for a text."""
        self._show(self.search)
        if text:
            self.search.field.setText(text)
        self.search.start()

    def find_next(self, step: int) -> None:
        """Go to the next thing that the search has found, or the one before."""
        if not self.search.step(step):
            self.show_search()

    def show_filter(self) -> None:
        """Bring the filter to the front, ready to type."""
        self._show(self.filter)
        self.filter.start()

    def show_sources(self) -> None:
        """Bring the sources to the front, ready to type."""
        self._show(self.sources)
        self.sources.start()

    def show_journal(self) -> None:
        """Bring the journal to the front."""
        self._show(self.journal)

    def show_weak_points(self) -> None:
        """Bring the weak points to the front, ready to be walked through."""
        self._show(self.weak_points)
        self.weak_points.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_history(self) -> None:
        """Bring the journal to the front, with what it has about what is selected."""
        self.journal.show_selected()
        self.show_journal()

    def _show(self, panel: QWidget) -> None:
        self.setVisible(True)
        self.setCurrentWidget(panel)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        self._fit_tabs()
        for panel in self._panels:
            panel.set_theme(theme)
