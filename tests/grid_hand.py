"""A hand at a grid of a case: it goes to cells, types, and presses."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caseboard.bridge import CaseBridge
from caseboard.in_view import InView
from caseboard.selection import Selection
from caseboard.set_aside import SetAside
from caseboard.settings import Settings
from caseboard.sights import Sights
from caseboard.theme import theme
from caseboard.views.desk import ViewDesk
from caseboard.views.elements import ElementsView
from caseboard.views.matrix import MatrixView
from casedb import Case
from casedb.model.records import Item
from casedb.store.home import Home


class GridHand:
    """A view of a case in a window of its own, joined as the window joins it."""

    view: MatrixView | ElementsView

    def __init__(
        self,
        qtbot: QtBot,
        bridge: CaseBridge,
        home: Home,
        of: type[MatrixView] | type[ElementsView],
        aside: SetAside | None = None,
    ) -> None:
        self.bridge = bridge
        self.selection = Selection()
        self.sights = Sights(bridge)
        self.in_view = InView(bridge, self.sights)
        self.desk = ViewDesk(bridge, self.selection, self.in_view, Settings(home))
        self.desk.aside = aside
        self.view = of(self.desk, theme("light"))
        qtbot.addWidget(self.view)
        bridge.changed.connect(self.view.follow)
        self.selection.changed.connect(self.view.show_selected)
        self.in_view.changed.connect(self.view.show_items)
        self.in_view.watch(is_watched=True)
        self.in_view.finish()
        self.view.resize(1100, 420)
        self.view.show()
        self.view.activateWindow()
        qtbot.waitUntil(self.view.isActiveWindow)
        self.show()

    @property
    def case(self) -> Case:
        """The case."""
        return self.bridge.case

    def show(self) -> None:
        """Let the view catch up with everything."""
        self.in_view.finish()
        self.view.catch_up()
        self.view.finish()

    def go_to(self, row: str, column: Item | str) -> None:
        """Give the keys to a cell."""
        self.view.grid.setFocus()
        self.view.grid.go_to(row, column.id if isinstance(column, Item) else column)

    def type(self, keys: str) -> None:
        """Type signs, one after the other."""
        QTest.keyClicks(self.view.grid, keys)

    def press_key(
        self,
        key: Qt.Key,
        held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Press a key."""
        QTest.keyClick(self.view.grid, key, held)

    def sign(self, row: str, column: Item) -> str:
        """What stands in a cell."""
        return self.view.grid.cells.sheet.cell_face(row, column.id).sign

    def press_column(
        self, column: Item, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press the head of a column."""
        head = self.view.grid.column_head
        at = head.sectionViewportPosition(self.view.grid.cells.column_of(column.id)) + 20
        QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, held, QPoint(at, 20))

    def press_row(self, row: str) -> None:
        """Press the head of a row."""
        head = self.view.grid.row_head
        at = head.sectionViewportPosition(self.view.grid.cells.row_of(row)) + 10
        QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, at))

    def press_cell(self, row: str, column: Item) -> None:
        """Press in the middle of a cell."""
        grid = self.view.grid
        at = grid.cells.index(grid.cells.row_of(row), grid.cells.column_of(column.id))
        QTest.mouseClick(
            grid.viewport(), Qt.MouseButton.LeftButton, pos=grid.visualRect(at).center()
        )

    def close(self) -> None:
        """End it before its case is closed."""
        self.bridge.changed.disconnect(self.view.follow)
        self.view.close_view()
        self.in_view.close()
