"""A case that is dropped on the board of another: opened, or taken in as a document."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from by_keys import press, settle
from caseboard.dialogs.dropped_case import DroppedCase
from caseboard.window import Window
from casedb import Case

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(open_window: Callable[[], Window], tmp_path: Path) -> Window:
    """A window with one case open, and two more beside it on the disk."""
    for name in ("quay", "pier", "mole"):
        Case.create(tmp_path / f"{name}.caseboard", name.title()).close()
    window = open_window()
    assert window.open_case(tmp_path / "quay.caseboard")
    window.activateWindow()
    settle()
    return window


def drop(window: Window, *paths: Path) -> None:
    """Drop files on the board."""
    assert window.workspace is not None
    canvas, mime = window.workspace.canvas, QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(each)) for each in paths])
    copy = Qt.DropAction.CopyAction
    QApplication.sendEvent(canvas, QDragEnterEvent(QPoint(200, 200), copy, mime, LEFT, NONE))
    QApplication.sendEvent(canvas, QDropEvent(QPointF(200, 200), copy, mime, LEFT, NONE))


def answer(qtbot: QtBot, *keys: str) -> list[str]:
    """Press keys in the question when it is there; what it asks, when it has been asked."""
    asked: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, DroppedCase) and not asked:
            asked.append(dialog.windowTitle())
            dialog.activateWindow()
            settle()
            press(*keys)

    clock = QTimer()
    clock.timeout.connect(look)
    clock.start(5)
    qtbot.waitUntil(lambda: bool(asked))
    clock.stop()
    return asked


def titles(window: Window) -> list[str]:
    assert window.workspace is not None
    contents = window.workspace.bridge.contents
    return [f"{each.kind}: {each.title}" for each in contents.items.values()]


def test_return_opens_the_case_that_was_dropped(
    window: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    drop(window, tmp_path / "pier.caseboard")
    assert answer(qtbot, "Return") == ["Open this case, or take it in as a document?"]
    assert window.workspace is not None
    assert window.workspace.bridge.contents.info.title == "Pier"


def test_escape_leaves_the_case_alone(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    drop(window, tmp_path / "pier.caseboard")
    answer(qtbot, "Escape")
    assert window.workspace is not None
    assert window.workspace.bridge.contents.info.title == "Quay"
    assert titles(window) == []


def test_a_case_becomes_a_document_where_that_is_wished(
    window: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    drop(window, tmp_path / "pier.caseboard")

    def take_in() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, DroppedCase)
        QTest.keyClick(dialog.take_in, Qt.Key.Key_Space)

    QTimer.singleShot(50, take_in)
    qtbot.waitUntil(lambda: titles(window) == ["document: pier"])
    assert window.workspace is not None
    assert window.workspace.bridge.contents.info.title == "Quay"


def test_several_files_are_documents_without_a_question(
    window: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    drop(window, tmp_path / "pier.caseboard", tmp_path / "mole.caseboard")
    qtbot.waitUntil(lambda: len(titles(window)) == 2)
    assert sorted(titles(window)) == ["document: mole", "document: pier"]
