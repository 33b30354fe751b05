"""`LeftPanels`: the outline, the search, the filter and the journal of a case, one of them in front."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabWidget, QWidget

from caseboard.arriving import Arrival
from caseboard.bridge import CaseBridge
from caseboard.panels.filter_panel import FilterPanel
from caseboard.panels.journal import JournalPanel
from caseboard.panels.outline import OutlinePanel
from caseboard.panels.search import SearchPanel
from caseboard.selection import Selection
from caseboard.sights import Sights
from caseboard.theme import Theme


class LeftPanels(QTabWidget):
    """Shows one of four panels, and brings another to the front when it is asked for."""

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
        self.setAccessibleName("Outline, search, filter and journal")
        self.setDocumentMode(True)
        self.tabBar().setDrawBase(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setUsesScrollButtons(False)
        tree = arrival.outline if arrival is not None else None
        prepared = arrival.prepared if arrival is not None else None
        self.outline = OutlinePanel(bridge, selection, theme, self, tree, prepared, order)
        self.search = SearchPanel(bridge, selection, theme, self)
        self.filter = FilterPanel(bridge, sights, self)
        self.journal = JournalPanel(bridge, theme, self)
        for panel, name in (
            (self.outline, "Outline"),
            (self.search, "Search"),
            (self.filter, "Filter"),
            (self.journal, "Journal"),
        ):
            at = self.addTab(panel, name)
            self.setTabToolTip(at, name)

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

    def show_journal(self) -> None:
        """Bring the journal to the front."""
        self._show(self.journal)

    def _show(self, panel: QWidget) -> None:
        self.setVisible(True)
        self.setCurrentWidget(panel)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self.outline.set_theme(theme)
        self.search.set_theme(theme)
        self.journal.set_theme(theme)
