"""Work that is heard and not seen: what was done is said aloud, and what is refused with its reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from caseboard.window import Window
from caseboard.workspace import Workspace
from heard import Event, listen

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def workspace(open_window: Callable[[], Window], tmp_path: Path) -> Iterator[Workspace]:
    """A case with a claim and a note on its board, and somebody who listens."""
    QAccessible.setActive(True)
    window = open_window()
    assert window.new_case(tmp_path / "harbour.caseboard", "Harbour")
    made = window.workspace
    assert made is not None
    case = made.bridge.case
    for n, kind in enumerate(("claim", "note")):
        case.place(case.add(kind, title=kind.title()), x=300 * n, y=0)
    made.canvas.setFocus()
    QApplication.processEvents()
    yield made
    QAccessible.setActive(False)


def said(told: list[Event]) -> list[str]:
    """What was announced."""
    return [each.sentence for each in told if each.type == QAccessible.Event.Announcement]


def press(workspace: Workspace, key: Qt.Key, keys: Qt.KeyboardModifier = CTRL) -> None:
    QTest.keyClick(workspace.canvas, key, keys)
    QApplication.processEvents()


def test_what_was_done_undone_and_done_again_is_said(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = listen(monkeypatch)
    press(workspace, Qt.Key.Key_A)
    press(workspace, Qt.Key.Key_D)
    press(workspace, Qt.Key.Key_Z)
    assert said(told)[:2] == ["2 selected", "Done: Duplicate 2 cards"]
    assert "Undone: Duplicate 2 cards" in said(told)
    told.clear()
    workspace.bridge.redo()
    assert "Redone: Duplicate 2 cards" in said(told)


def test_what_is_refused_is_said_with_its_reason(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = listen(monkeypatch)
    workspace.selection.clear()
    window = workspace.window()
    assert isinstance(window, Window)
    missing = window.menus.missing("duplicate")
    assert missing
    press(workspace, Qt.Key.Key_D)
    assert said(told) == [missing]
    told.clear()
    press(workspace, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    assert len(said(told)) == 1 and said(told)[0].startswith("Select one card")


def test_whoever_types_is_not_talked_over(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.selection.set(cards=[next(iter(workspace.bridge.contents.cards))])
    workspace.selection.settle()
    workspace.naming.edit_title()
    field = QApplication.focusWidget()
    assert field is not None and workspace.inspector.isAncestorOf(field)
    told = listen(monkeypatch)
    before = workspace.bridge.case.journal.length
    QTest.keyClicks(field, "Ship")
    workspace.inspector.flush()
    assert workspace.bridge.case.journal.length > before
    assert said(told) == []
