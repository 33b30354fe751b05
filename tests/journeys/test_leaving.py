"""Escape leads back to the board from wherever the keys are, at once where nothing was typed."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QCompleter,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from by_keys import holder, press, settle, type_in
from caseboard.example import write_example
from caseboard.inspector import keeper
from caseboard.window import Window
from caseboard.workspace import Workspace
from manners import tab_order
from screens import screens_of
from templates import Templates

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def always(_: Window) -> bool:
    return True


@pytest.fixture
def window(
    open_window: Callable[[], Window],
    tmp_path: Path,
    templates: Templates,
    monkeypatch: pytest.MonkeyPatch,
) -> Window:
    """The example case, open in a window that has the keys, and asks nothing when it is closed."""
    monkeypatch.setattr(Window, "may_leave", always)
    window = open_window()
    assert window.open_case(templates.copy(write_example, tmp_path / "example.caseboard"))
    window.activateWindow()
    settle()
    return window


def workspace_of(window: Window) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def enter(widget: QWidget) -> bool:
    """Give a control the keys; whether it takes them."""
    widget.window().activateWindow()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    return QApplication.focusWidget() is widget


def leave_list(field: QWidget) -> None:
    """Leave a list that has dropped down from a field, which is left before the field itself."""
    completer = field.findChild(QCompleter)
    popup = completer.popup() if completer is not None else None
    if popup is not None and popup.isVisible():
        QTest.keyClick(popup, Qt.Key.Key_Escape)
    # Offscreen it keeps the activation.
    field.window().activateWindow()
    settle()


def test_one_escape_leads_to_the_board_where_nothing_was_typed(window: Window):
    workspace, known, stuck = workspace_of(window), set[QWidget](), list[str]()
    for screen, root in screens_of(window):
        for control in tab_order(window) if root is window else ():
            if control in known or not control.isVisible() or not enter(control):
                continue
            known.add(control)
            is_sought = control is workspace.search.field and workspace.search.field.text()
            press(*("Escape", "Escape") if is_sought else ("Escape",))
            if not workspace.canvas.hasFocus():
                stuck.append(f"{control.accessibleName()} ({control.objectName()}), {screen}")
    assert stuck == []
    assert len(known) > 100


def test_two_escapes_lead_to_the_board_where_something_was_typed(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    # Nobody types on meanwhile.
    monkeypatch.setattr(keeper, "PAUSE", 1)
    workspace, known, stuck = workspace_of(window), set[QWidget](), list[str]()
    contents = workspace.bridge.contents
    before = dict(contents.items)
    for screen, _ in islice(screens_of(window), 3):
        for control in tab_order(workspace.inspector):
            is_entry = isinstance(control, QLineEdit | QPlainTextEdit | QComboBox)
            if control in known or not is_entry or not enter(control):
                continue
            known.add(control)
            type_in("so")
            page = workspace.inspector.page
            qtbot.waitUntil(lambda page=page: page is None or not page.keeper.is_waiting)
            settle()
            leave_list(control)
            press("Escape")
            if not workspace.canvas.hasFocus():
                press("Escape")
            if not workspace.canvas.hasFocus():
                stuck.append(f"{control.accessibleName()}, {screen}")
    assert stuck == []
    assert len(known) > 20
    changed = {
        name
        for each, item in contents.items.items()
        for name in {*item.values, *before[each].values}
        if item.values.get(name) != before[each].values.get(name)
    }
    # What is typed is taken back; a letter in a list chooses, and what was chosen stays.
    assert changed == {"status"}


@pytest.mark.parametrize("keys", ["Return", "F2"])
def test_escape_leads_back_from_the_title_of_a_card(window: Window, keys: str):
    workspace = workspace_of(window)
    card = next(iter(workspace.bridge.contents.each_card_on(workspace.board_id)))
    workspace.selection.set(cards=[card.id])
    title = workspace.bridge.contents.items[card.item].title
    press(keys)
    assert workspace.inspector.isAncestorOf(holder())
    press("Escape")
    assert workspace.canvas.hasFocus()
    press(keys)
    type_in("Something else")
    press("Escape")
    assert workspace.inspector.isAncestorOf(holder())
    press("Escape")
    assert workspace.canvas.hasFocus()
    assert workspace.bridge.contents.items[card.item].title == title
    assert workspace.selection.now.placed_alone == card.id
