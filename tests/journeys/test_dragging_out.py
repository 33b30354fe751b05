"""Dragging files out of a case: to the letter as they came in, and gone with the case."""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from caseboard import originals
from caseboard.inspector.controls.thumbnail import Thumbnail
from caseboard.inspector.sections import file_line
from caseboard.originals import LONGEST_NAME, file_name
from caseboard.window import Window
from caseboard.workspace import Workspace
from casedb import Case
from casedb.errors import CaseError
from casedb.model.geometry import Point

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
ALT = Qt.KeyboardModifier.AltModifier
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9
NAME = "Причал 부두 (2).png"


@pytest.fixture
def window(open_window: Callable[[], Window], tmp_path: Path) -> Window:
    """A photo with two files on the left, and a note without any on the right."""
    path = tmp_path / "quay.caseboard"
    with Case.create(path, "Quay") as case:
        photo, note = case.add("media", title="Photograph"), case.add("note", title="Note")
        case.attach_bytes(photo, PICTURE, NAME)
        case.attach_bytes(photo, b"plain words", NAME)
        case.place(photo, x=0, y=0, w=260, h=200)
        case.place(note, x=400, y=0, w=260, h=120)
    window = open_window()
    assert window.open_case(path)
    canvas = work_of(window).canvas
    QApplication.processEvents()
    canvas.look_from(canvas.camera.at(Point(300, 100), 1.0))
    return window


def work_of(window: Window) -> Workspace:
    assert window.workspace is not None
    return window.workspace


@pytest.fixture
def dragged(monkeypatch: pytest.MonkeyPatch) -> list[QMimeData]:
    """What was dragged out; nobody lets it go anywhere."""
    found: list[QMimeData] = []

    def take(source: QWidget, mime: QMimeData) -> None:
        found.append(mime)

    monkeypatch.setattr("caseboard.clipboard.drag_out", take)
    monkeypatch.setattr(file_line, "drag_out", take)
    return found


def paths_in(mime: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in mime.urls()]


def pixel(work: Workspace, x: float, y: float) -> QPoint:
    at = work.canvas.camera.to_screen(Point(x, y))
    return QPoint(round(at.x), round(at.y))


def move(widget: QWidget, at: QPoint, keys: Qt.KeyboardModifier = NONE) -> None:
    QApplication.sendEvent(
        widget,
        QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(at),
            QPointF(widget.mapToGlobal(at)),
            Qt.MouseButton.NoButton,
            LEFT,
            keys,
        ),
    )


def drag_off(work: Workspace, x: float, y: float) -> None:
    """Alt-drag what lies at a point to beside the board."""
    start = pixel(work, x, y)
    QTest.mousePress(work.canvas, LEFT, ALT, start)
    for at in (start + QPoint(30, 0), start + QPoint(60, 0), QPoint(-20, start.y())):
        move(work.canvas, at, ALT)


def test_a_file_is_dragged_from_the_inspector_as_it_came_in(
    window: Window, dragged: list[QMimeData]
) -> None:
    work = work_of(window)
    work.selection.set(
        cards=[each.id for each in work.bridge.contents.cards.values() if not each.x]
    )
    work.selection.settle()
    QApplication.processEvents()
    shown = [each for each in work.inspector.findChildren(Thumbnail) if each.isVisible()]
    QTest.mousePress(shown[0], LEFT, NONE, QPoint(10, 10))
    move(shown[0], QPoint(11, 10))
    assert not dragged, "a hand that trembles drags nothing"
    move(shown[0], QPoint(60, 40))
    move(shown[0], QPoint(70, 45))
    (mime,) = dragged
    (path,) = paths_in(mime)
    assert path.name == NAME and path.read_bytes() == PICTURE
    assert stat.S_IMODE(path.parents[1].stat().st_mode) & 0o077 == 0


def test_the_files_of_a_card_are_dragged_off_the_board(
    window: Window, dragged: list[QMimeData]
) -> None:
    work = work_of(window)
    before = work.bridge.case.journal.length
    drag_off(work, 100, 100)
    (mime,) = dragged
    assert [each.name for each in paths_in(mime)] == [NAME, NAME]
    assert [each.read_bytes() for each in paths_in(mime)] == [PICTURE, b"plain words"]
    QTest.mouseRelease(work.canvas, LEFT, ALT, QPoint(-20, 50))
    assert work.bridge.case.journal.length == before, "no copy is made of the card"
    assert work.canvas.overlay.ghosts is None


def test_what_has_no_file_stays_a_drag_of_copies(window: Window, dragged: list[QMimeData]) -> None:
    work = work_of(window)
    drag_off(work, 500, 50)
    assert not dragged and work.canvas.overlay.ghosts is not None
    QTest.keyClick(work.canvas, Qt.Key.Key_Escape)
    assert len(work.bridge.contents.cards) == 2


def test_a_file_that_somebody_changed_is_written_anew(window: Window) -> None:
    held = work_of(window).bridge.originals
    (first, *_) = work_of(window).bridge.contents.artifacts
    (path,) = paths_in(held.mime_of([first]))
    whole = path.read_bytes()
    path.write_bytes(b"something else")
    assert paths_in(held.mime_of([first, first])) == [path]
    assert path.read_bytes() == whole


def test_the_folder_goes_with_the_case(window: Window) -> None:
    held = work_of(window).bridge.originals
    assert held.folder is None
    (path, *_) = paths_in(held.mime_of(work_of(window).bridge.contents.artifacts))
    folder = held.folder
    assert folder is not None and folder in path.parents
    window.close_case()
    assert not folder.exists()


def test_too_large_files_are_not_dragged_and_that_is_said(
    window: Window, dragged: list[QMimeData], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(originals, "LARGEST", 10)
    work = work_of(window)
    drag_off(work, 100, 100)
    assert not dragged
    assert "Save original" in work.toast.failures[-1]


def test_bytes_that_are_not_those_that_came_in_go_nowhere(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    bridge = work_of(window).bridge

    def others(case: Case, artifact: str) -> Iterator[bytes]:
        yield b"other"

    monkeypatch.setattr(type(bridge.case), "artifact_pieces", others)
    with pytest.raises(CaseError, match="not those that came in"):
        bridge.originals.mime_of([next(iter(bridge.contents.artifacts))])
    assert bridge.originals.folder is not None
    assert not [each for each in bridge.originals.folder.rglob("*") if each.is_file()]


@pytest.mark.parametrize("name", ["x" * 500 + ".png", "й" * 180 + ".jpeg", ".hidden", "a.b.c", "…"])
def test_every_name_can_be_that_of_a_file(name: str, tmp_path: Path) -> None:
    made = file_name(name)
    assert len(made.encode()) <= LONGEST_NAME
    assert Path(made).suffix == Path(name).suffix
    (tmp_path / made).write_bytes(b"")
