"""What the sheet of keys tells of the views is what the views take, in the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from caseboard.views.grid.grid_view import GridView
from caseboard.views.map import MapView
from caseboard.views.matrix import MatrixView
from caseboard.views.table import TableView
from caseboard.views.ways import GRIDS, MAP, TABLE, TIMELINE, view_ways
from caseboard.window import Window
from caseboard.workspace import Workspace
from casedb import Case
from casedb.model.place import Point

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
OpenWindow = Callable[[], Window]
_HELD = {
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
}
_NAMED = {
    "+": Qt.Key.Key_Plus,
    "-": Qt.Key.Key_Minus,
    "Del": Qt.Key.Key_Delete,
    "PgUp": Qt.Key.Key_PageUp,
    "PgDown": Qt.Key.Key_PageDown,
}


@pytest.fixture
def work(open_window: OpenWindow, tmp_path: Path) -> Workspace:
    """Two claims that exclude each other, two dated photos with a place."""
    path = tmp_path / "quay.caseboard"
    with Case.create(path, "Quay", actor="Ada") as case:
        first, second = case.add("claim", title="It sailed"), case.add("claim", title="It stayed")
        case.link(first, "excludes", second)
        for n in (1, 2):
            values = {"recorded": f"{n} Jan 2024", "shown_where": f"50.{n} 30.5"}
            photo = case.add("media", title=f"Photo {n}", **values)
            case.link(photo, "supports", first)
    window = open_window()
    assert window.open_case(path)
    assert window.workspace is not None
    QApplication.processEvents()
    return window.workspace


def takes(widget: QWidget, keys: str) -> bool:
    """Whether a widget wants a key for itself, or does something with it."""
    *held, name = keys.split("+") if keys != "+" else [keys]
    key = Qt.Key(_NAMED.get(name) or getattr(Qt.Key, f"Key_{name}"))
    modifiers = Qt.KeyboardModifier.NoModifier
    for each in held:
        modifiers |= _HELD[each]
    text = keys.lower() if len(keys) == 1 else ""
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
        event = QKeyEvent(kind, key, modifiers, text)
        event.setAccepted(kind is QEvent.Type.KeyPress)
        QApplication.sendEvent(widget, event)
        if event.isAccepted():
            return True
    return False


def shown(work: Workspace, name: str) -> QWidget:
    """The part of a view that has the keys, with something under them."""
    work.beside.show(name)
    QApplication.processEvents()
    view = work.beside.pane.view
    if isinstance(view, MapView):
        view.finish()
        view.bar.line.click()
        view.ruler.press(Point(50, 30))
        view.ruler.press(Point(51, 31))
        return view.canvas
    if isinstance(view, MatrixView):
        view.finish()
    if isinstance(view, GridView):
        view.grid.go_to(view.grid.cells.rows[0], view.grid.cells.columns[0])
        return view.grid
    if isinstance(view, TableView):
        view.grid.setCurrentIndex(view.rows.index(0, 2))
        return view.grid
    return view.focusProxy() or view


@pytest.mark.parametrize(
    ("name", "group"),
    [
        ("timeline", TIMELINE),
        ("map", MAP),
        ("matrix", GRIDS),
        ("table", TABLE),
    ],
)
def test_a_view_takes_what_the_sheet_tells_of_it(work: Workspace, name: str, group: str) -> None:
    widget = shown(work, name)
    told = [(what, key) for of, what, keys in view_ways() if of == group for key in keys]
    assert told
    assert [(what, key) for what, key in told if not takes(widget, key)] == []
    assert not takes(widget, "F13")
    for _ in range(3):
        QTest.keyClick(QApplication.focusWidget() or widget, Qt.Key.Key_Escape)
