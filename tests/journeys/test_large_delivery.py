"""Some hundred files in one drop on a real window: called off, taken in, taken back and brought back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseboard.dialogs.intake_report import IntakeReport
from caseboard.errand import Watching
from caseboard.retracing import LARGE
from caseboard.window import Window
from caseboard.workspace import Workspace
from casedb import Case
from casedb.delivery import Standing
from casedb.verification import verify

MANY = LARGE // 4 + 1
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def work(open_window: Callable[[], Window], tmp_path: Path) -> Workspace:
    path = tmp_path / "case" / "quay.caseboard"
    path.parent.mkdir()
    Case.create(path, "Quay").close()
    window = open_window()
    assert window.open_case(path) and window.workspace is not None
    return window.workspace


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    folder = tmp_path / "shelf"
    folder.mkdir()
    for n in range(MANY):
        (folder / f"{n:03d}.txt").write_text(f"Report {n}", encoding="utf-8")
    return folder


def drop(work: Workspace, folder: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(folder))])
    at, copy = work.canvas.rect().center(), Qt.DropAction.CopyAction
    held = mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(work.canvas, QDragEnterEvent(at, copy, *held))
    QApplication.sendEvent(work.canvas, QDropEvent(QPointF(at), copy, *held))


def beside(work: Workspace) -> dict[str, int]:
    """The case and whatever lies beside it, with its size."""
    folder = work.bridge.case.path.parent
    return {each.name: each.stat().st_size for each in folder.iterdir()}


def test_called_off_repeated_undone_and_redone(
    work: Workspace, shelf: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    case, contents = work.bridge.case, work.bridge.contents
    before, head, tell = beside(work), case.journal.head, Watching.tell
    for phase in ("looking", "storing"):
        looked: list[Standing] = []

        def stop_half_way(
            watching: Watching,
            standing: Standing,
            looked: list[Standing] = looked,
            is_storing: bool = phase == "storing",
        ) -> None:
            if standing.done == standing.whole > 0:
                looked.append(standing)
            if standing.done == MANY // 2 and bool(looked) == is_storing:
                watching.stop()
            tell(watching, standing)

        monkeypatch.setattr(Watching, "tell", stop_half_way)
        drop(work, shelf)
        qtbot.waitUntil(lambda: not work.intake.is_busy, timeout=30_000)
        assert bool(looked) == (phase == "storing")
        assert "nothing was taken in" in work.toast.sentence
        assert not contents.items and not contents.artifacts
        assert (case.journal.head, beside(work)) == (head, before)
    monkeypatch.undo()

    drop(work, shelf)
    qtbot.waitUntil(lambda: not work.intake.is_busy, timeout=30_000)
    assert len(contents.items) == len(contents.artifacts) == MANY
    work.findChildren(IntakeReport)[-1].accept()
    cards = set(contents.cards)

    def press(key: Qt.Key) -> None:
        # The bar that told how far it was had the keys; offscreen nobody gives them back.
        work.window().activateWindow()
        work.canvas.setFocus()
        qtbot.waitUntil(lambda: work.canvas.hasFocus() and work.window().isActiveWindow())
        QTest.keyClick(work.canvas, key, CTRL)

    for _ in range(2):
        press(Qt.Key.Key_Z)
        assert work.retracing.is_busy
        assert work.retracing.is_busy
        qtbot.waitUntil(lambda: not work.retracing.is_busy, timeout=30_000)
        assert not contents.items and not contents.artifacts and not contents.cards
        press(Qt.Key.Key_Y)
        assert work.retracing.is_busy
        qtbot.waitUntil(lambda: not work.retracing.is_busy, timeout=30_000)
        assert set(contents.cards) == work.selection.cards == cards
    path = case.path
    work.window().close()
    assert verify(path).sound
