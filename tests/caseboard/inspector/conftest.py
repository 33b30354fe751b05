"""An inspector in a window over a case of the test's own, and a hand that uses it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from caseboard.bridge import CaseBridge
from caseboard.inspector import keeper
from caseboard.inspector.editors.editor import Editor
from caseboard.inspector.pages.item_page import ItemPage
from caseboard.inspector.panel import InspectorPanel
from caseboard.selection import Selection
from caseboard.theme import theme
from caseboard.thumbnails import Thumbnails
from casedb import Case
from casedb.intake.cage.cage import Cage
from casedb.model.changes import ChangeSet, Edit
from casedb.model.json_value import JsonValue
from casedb.model.records import Item
from casedb.model.values import Values
from casedb.store.home import Home


class Hand:
    """The inspector of one case, in a window that has the focus."""

    def __init__(self, qtbot: QtBot, bridge: CaseBridge, cage: Cage) -> None:
        self.qtbot = qtbot
        self.bridge = bridge
        self.selection = Selection()
        self.thumbnails = Thumbnails(bridge.case, cage)
        self.panel = InspectorPanel(bridge, self.selection, self.thumbnails, theme("light"))
        qtbot.addWidget(self.panel)
        self.panel.resize(340, 900)
        self.panel.show()
        self.panel.activateWindow()
        qtbot.waitUntil(self.panel.isActiveWindow)

    @property
    def case(self) -> Case:
        """The case."""
        return self.bridge.case

    def item(self, kind: str = "claim", **values: JsonValue) -> Item:
        """An item with stored values just as given, also such as no field understands."""
        item = Item(self.bridge.new_id(), kind, Values(values))
        self.case.run(ChangeSet("Add", (Edit(None, item),)))
        return item

    def select(self, *items: Item) -> None:
        """Select items."""
        self.selection.set(items=[item.id for item in items])
        self.selection.settle()

    def page(self) -> ItemPage:
        """The page of the selected item."""
        assert isinstance(self.panel.page, ItemPage)
        return self.panel.page

    def editor(self, name: str) -> Editor:
        """The editor of a field of what is shown; its section is opened."""
        if isinstance(self.panel.page, ItemPage):
            self.panel.page.form.reveal(name)
        found = self.panel.editor(name)
        assert found is not None, f"there is no editor for {name}"
        return found

    def show(self, name: str, kind: str, **values: JsonValue) -> tuple[Item, Editor]:
        """Select a new item; it and the editor of one of its fields."""
        item = self.item(kind, **values)
        self.select(item)
        return item, self.editor(name)

    def stored(self, item: Item, name: str) -> JsonValue:
        """What the case holds in a field now."""
        return self.case.contents.items[item.id].values.get(name)

    def enter(self, widget: QWidget) -> None:
        """Give a control the focus, as Tab does."""
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        self.qtbot.waitUntil(widget.hasFocus)

    def type(self, widget: QWidget, text: str) -> None:
        """Type into a control."""
        self.enter(widget)
        self.qtbot.keyClicks(widget, text)

    def clear(self, widget: QWidget) -> None:
        """Take all text out of a control."""
        self.enter(widget)
        self.qtbot.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.qtbot.keyClick(widget, Qt.Key.Key_Delete)

    def press(self, widget: QWidget, key: Qt.Key) -> None:
        """Press a key in a control."""
        self.qtbot.keyClick(widget, key)

    def click(self, widget: QWidget) -> None:
        """Click on the middle of a control."""
        middle = QPoint(widget.width() // 2, widget.height() // 2)
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=middle)

    def leave(self) -> None:
        """Take the focus away from every editor."""
        holder = self.panel.scroller.widget()
        assert holder is not None
        # A list that dropped down has left the window without activation.
        self.panel.activateWindow()
        holder.setFocus(Qt.FocusReason.MouseFocusReason)
        self.qtbot.waitUntil(holder.hasFocus)

    def pause(self) -> None:
        """Wait until what was typed has been looked at."""
        page = self.panel.page
        assert page is not None
        self.qtbot.waitUntil(lambda: not page.keeper.is_waiting)

    def entries(self) -> int:
        """How long the journal is."""
        return self.case.journal.length

    def close(self) -> None:
        """Give the worker of the thumbnails back."""
        self.thumbnails.close()


@pytest.fixture(autouse=True)
def short_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    """Typing is stored after a moment that no test has to wait for."""
    monkeypatch.setattr(keeper, "PAUSE", 1)


@pytest.fixture
def hand(qtbot: QtBot, bridge: CaseBridge, cage: Cage) -> Iterator[Hand]:
    """The inspector of an empty case."""
    made = Hand(qtbot, bridge, cage)
    yield made
    made.close()


ReadOnly = Callable[[str, dict[str, JsonValue]], tuple[Hand, Item]]


@pytest.fixture
def read_only(qtbot: QtBot, fresh_path: Path, home: Home, cage: Cage) -> Iterator[ReadOnly]:
    """Makes an item of a kind in a case that is then open for reading only, and selects it."""
    made: list[Hand] = []

    def make(kind: str, values: dict[str, JsonValue]) -> tuple[Hand, Item]:
        with Case.open(fresh_path, home=home) as case:
            item = Item(case.new_id(), kind, Values(values))
            case.run(ChangeSet("Add", (Edit(None, item),)))
        hand = Hand(qtbot, CaseBridge(Case.open(fresh_path, home=home, read_only=True)), cage)
        made.append(hand)
        hand.select(item)
        return hand, item

    yield make
    for hand in made:
        hand.close()
        hand.bridge.close()
