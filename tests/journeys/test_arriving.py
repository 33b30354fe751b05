"""A large case: its board is looked at while the rest is read, and goes on as if nothing had been."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from caseboard import arriving
from caseboard.arriving import BEING_READ, Arrival
from caseboard.board.board_view import BoardView
from caseboard.board.scene import Scene
from caseboard.board.tiles import BLEED
from caseboard.dialogs.message import Message
from caseboard.minimap import Minimap
from caseboard.panels import outline_model
from caseboard.window import Window
from caseboard.workspace import Workspace
from caseboard.zoom_box import ZoomBox
from casedb import Case
from casedb.early import Opening
from casedb.errors import CaseDamaged
from casedb.model.contents import Contents
from casedb.model.geometry import Point
from casedb.progress import Told
from templates import Templates

Opens = Callable[[], Window]
ROUNDING = 12
LEFT = Qt.MouseButton.LeftButton


def fill(path: Path) -> None:
    """A case with all that a board can show, and a second board."""
    with Case.create(path, "Harbour") as case:
        wire = case.add_source("Wire")
        claim = case.add("claim", title="The ship left", claimant=wire)
        photo = case.add("media", title="Знімок причалу")
        report = case.add("document", title="항구 위성 사진", publisher=wire)
        part = case.add_element(claim, "actor", "the ship")
        case.attach_bytes(photo, b"\x89PNG\r\n\x1a\n" + bytes(500), "pier.png")
        case.place(claim, x=0, y=0)
        case.place(photo, x=420, y=40)
        case.place(report, x=60, y=330)
        first = case.link(photo, "supports", claim, label="strong", certainty="tentative")
        case.link(report, "disputes", part)
        case.link(report, "undercuts", first)
        for n in range(40):
            note = case.add("note", title=f"Note {n}")
            case.place(note, x=900 + 300 * (n % 8), y=240 * (n // 8))
            case.link(note, "related", report)
        case.add_board("Later")


@pytest.fixture
def path(tmp_path: Path, templates: Templates, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The case, which counts as a large one."""
    monkeypatch.setattr(arriving, "LARGE", 0)
    return templates.copy(fill, tmp_path / "harbour.caseboard")


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Nothing but the board is read until this is set."""
    opened, finish = threading.Event(), Opening.finish

    def wait_and_finish(opening: Opening, told: Told | None = None) -> Case:
        while not opened.wait(0.01):
            if told is not None:
                told(30, 100)
        return finish(opening, told)

    monkeypatch.setattr(Opening, "finish", wait_and_finish)
    return opened


def arrival_of(window: Window) -> Arrival:
    assert window.arrival is not None
    return window.arrival


def board_of(window: Window, qtbot: QtBot) -> BoardView:
    """The board while the rest is read, with all that is in view read."""
    arrival = arrival_of(window)

    def is_there() -> bool:
        board = arrival.board
        return board is not None and board.columns.string_count > 0 and board.is_sharp

    qtbot.waitUntil(is_there)
    assert arrival.board is not None
    return arrival.board


def look_near(board: BoardView, qtbot: QtBot) -> None:
    """Look at the first cards from near by, and wait until they can be read."""
    board.look_from(board.camera.at(board.columns.card_rect(1).centre, 1.0))
    view = board.camera.view(board.devicePixelRatioF())
    qtbot.waitUntil(lambda: board.scene.unread(view) == ([], []) and board.is_sharp)


def workspace_of(window: Window, qtbot: QtBot) -> Workspace:
    qtbot.waitUntil(lambda: window.workspace is not None)
    assert window.workspace is not None
    return window.workspace


def fresh(contents: Contents, board: BoardView) -> QImage:
    """What the board should show, painted from the whole case."""
    view = board.camera.view(1.0)
    wide = view.part(
        view.left - BLEED, view.top - BLEED, view.width + 2 * BLEED, view.height + 2 * BLEED
    )
    image = QImage(wide.width, wide.height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    Scene(contents, board.board_id, board.scene.theme).paint(painter, wide)
    painter.end()
    return image.copy(BLEED, BLEED, view.width, view.height)


@pytest.fixture
def contents(path: Path) -> Contents:
    """The whole of that case, of which nobody reckons what its claims rest on: all must be read first."""
    with Case.open(path, read_only=True) as case:
        return case.contents.copy()


def painted(board: BoardView) -> QImage:
    """What the board shows by itself, without what lies on top."""
    view = board.camera.view(1.0)
    image = QImage(view.width, view.height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    board._tiles.show(painter, view)  # pyright: ignore[reportPrivateUsage]
    painter.end()
    return image


def are_alike(one: QImage, other: QImage) -> bool:
    """Whether two pictures are the same but for how Qt rounds lines where it clips them."""
    assert one.size() == other.size()
    values = [
        np.frombuffer(each.constBits(), dtype=np.uint8).astype(np.int64) for each in (one, other)
    ]
    away = np.abs(values[0] - values[1])
    return bool(away.max() <= ROUNDING and (away > 0).mean() < 0.001)


def test_a_board_is_looked_at_before_the_rest_is_read_and_goes_on(
    open_window: Opens, path: Path, contents: Contents, gate: threading.Event, qtbot: QtBot
) -> None:
    window = open_window()
    assert window.open_case(path)
    assert window.workspace is None
    board = board_of(window, qtbot)
    extent = board.columns.extent()
    assert extent is not None and board.camera.visible().contains(extent)
    look_near(board, qtbot)
    assert are_alike(painted(board), fresh(contents, board))
    at = board.camera.to_screen(board.columns.card_rect(0).centre)
    QTest.mouseClick(board, Qt.MouseButton.LeftButton, pos=QPoint(round(at.x), round(at.y)))
    chosen = board.columns.cards.rows.id_of(0)
    assert board.selection.cards == {chosen}
    camera, places = board.camera, board.mapTo(window, QPoint(0, 0))
    gate.set()
    workspace = workspace_of(window, qtbot)
    assert window.arrival is None
    assert workspace.canvas is board
    qtbot.waitUntil(lambda: board.is_sharp)
    assert (board.camera.x, board.camera.y, board.camera.zoom) == (camera.x, camera.y, camera.zoom)
    assert board.mapTo(window, QPoint(0, 0)) == places
    assert workspace.selection.cards == {chosen}
    assert are_alike(painted(board), fresh(workspace.bridge.contents, board))
    before = workspace.bridge.contents.cards[chosen].x
    board.setFocus()
    QTest.keyClick(board, Qt.Key.Key_Right)
    assert workspace.bridge.contents.cards[chosen].x == before + 1
    board.sharpen()
    assert are_alike(painted(board), fresh(workspace.bridge.contents, board))
    assert board.accessibleName() == "Board: Main board"


def test_what_is_painted_from_afar_is_the_board_before_and_after(
    open_window: Opens, path: Path, contents: Contents, gate: threading.Event, qtbot: QtBot
) -> None:
    window = open_window()
    window.open_case(path)
    board = board_of(window, qtbot)
    board.look_from(board.camera.at(board.camera.visible().centre, 0.1))
    qtbot.waitUntil(lambda: board.is_sharp)
    assert are_alike(painted(board), fresh(contents, board))
    gate.set()
    workspace_of(window, qtbot)
    qtbot.waitUntil(lambda: board.is_sharp)
    assert are_alike(painted(board), fresh(contents, board))


def test_what_takes_long_of_the_panels_is_not_made_in_the_window(
    open_window: Opens,
    path: Path,
    gate: threading.Event,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("The outline is made a second time.")

    monkeypatch.setattr(outline_model, "Tree", refuse)
    window = open_window()
    window.open_case(path)
    board_of(window, qtbot)
    gate.set()
    workspace = workspace_of(window, qtbot)
    assert workspace.outline.model.rowCount() > 0
    assert workspace.outline.model.node_of(next(iter(workspace.bridge.contents.items)))


def test_the_board_can_be_zoomed_by_its_corner_while_the_rest_is_read(
    open_window: Opens, path: Path, gate: threading.Event, qtbot: QtBot
) -> None:
    window = open_window()
    window.open_case(path)
    board = board_of(window, qtbot)
    qtbot.waitUntil(lambda: board.isVisible() and board.width() > 100)
    before = board.camera.zoom
    box = window.findChildren(ZoomBox)[-1]
    assert box.isVisible()
    QTest.mouseClick(box.in_button, Qt.MouseButton.LeftButton)
    assert board.camera.zoom > before


def test_nothing_is_changed_before_it_is_there_and_it_says_why(
    open_window: Opens, path: Path, gate: threading.Event, qtbot: QtBot
) -> None:
    window = open_window()
    window.open_case(path)
    board = board_of(window, qtbot)
    look_near(board, qtbot)
    said: list[str] = []
    board.hands.hinted.connect(said.append)
    at = board.camera.to_screen(board.columns.card_rect(0).centre)
    middle = QPoint(round(at.x), round(at.y))
    QTest.mousePress(board, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(board, middle + QPoint(60, 40))
    QTest.mouseRelease(board, Qt.MouseButton.LeftButton, pos=middle + QPoint(60, 40))
    assert BEING_READ in said
    assert window.menus.missing("paste") == BEING_READ
    QTest.mouseDClick(board, Qt.MouseButton.LeftButton, pos=middle)
    QTest.keyClick(board, Qt.Key.Key_Delete)
    gate.set()
    workspace = workspace_of(window, qtbot)
    assert not window.menus.missing("paste")
    assert len(workspace.bridge.contents.cards) == 43
    assert not workspace.bridge.case.undo_step or workspace.bridge.case.journal.length


@pytest.mark.parametrize("on_card", [True, False], ids=["a card", "the ground"])
@pytest.mark.parametrize("button", [LEFT, Qt.MouseButton.MiddleButton], ids=["left", "middle"])
def test_a_hand_in_the_midst_of_something_may_finish_it_when_the_case_arrives(
    open_window: Opens,
    path: Path,
    gate: threading.Event,
    qtbot: QtBot,
    on_card: bool,
    button: Qt.MouseButton,
) -> None:
    window = open_window()
    window.open_case(path)
    board = board_of(window, qtbot)
    rect = board.columns.card_rect(1)
    board.look_from(board.camera.at(rect.centre, 1.0))
    at = board.camera.to_screen(rect.centre if on_card else Point(rect.x - 20, rect.y - 20))
    start = QPoint(round(at.x), round(at.y))
    QTest.mousePress(board, button, pos=start)
    QTest.mouseMove(board, start + QPoint(30, 20))
    gate.set()
    workspace = workspace_of(window, qtbot)
    assert workspace.canvas is board
    before = dict(workspace.bridge.contents.cards)
    QTest.mouseMove(board, start + QPoint(60, 50))
    QTest.mouseRelease(board, button, pos=start + QPoint(60, 50))
    qtbot.wait(20)
    # What was begun while nothing could be changed changes nothing now either.
    assert workspace.bridge.contents.cards == before
    assert not board.is_carrying
    QTest.mouseClick(board, LEFT, pos=QPoint(5, 5))
    QTest.mousePress(board, LEFT, pos=board_point(board, 1))
    for step in (10, 20, 30):
        QTest.mouseMove(board, board_point(board, 1) + QPoint(step, step))
    QTest.mouseRelease(board, LEFT, pos=board_point(board, 1) + QPoint(30, 30))
    assert workspace.bridge.contents.cards != before


def board_point(board: BoardView, row: int) -> QPoint:
    """Where the middle of a card lies on the screen."""
    at = board.camera.to_screen(board.columns.card_rect(row).centre)
    return QPoint(round(at.x), round(at.y))


def test_progress_is_told_and_cancel_leaves_the_file_to_others(
    open_window: Opens, path: Path, gate: threading.Event, qtbot: QtBot
) -> None:
    window = open_window()
    window.open_case(path)
    arrival = arrival_of(window)
    qtbot.waitUntil(lambda: arrival.progress > 0.25)
    (cancel,) = (each for each in arrival.findChildren(QPushButton) if each.text() == "Cancel")
    cancel.click()
    assert window.arrival is None
    assert window.workspace is None
    assert window.pages.currentWidget() is window.welcome
    with Case.open(path) as case:
        assert not case.read_only


@pytest.mark.parametrize("is_read", [False, True])
def test_the_window_can_be_closed_while_a_case_is_read(
    open_window: Opens, path: Path, gate: threading.Event, qtbot: QtBot, is_read: bool
) -> None:
    window = open_window()
    window.open_case(path)
    board_of(window, qtbot)
    if is_read:
        # Read already, but the window does not know of it yet.
        gate.set()
        arrival_of(window)._tasks.wait()  # pyright: ignore[reportPrivateUsage]
    window.close()
    assert window.arrival is None
    with Case.open(path) as case:
        assert not case.read_only


def test_another_case_can_be_opened_instead(
    open_window: Opens, path: Path, gate: threading.Event, qtbot: QtBot
) -> None:
    window = open_window()
    window.open_case(path)
    board_of(window, qtbot)
    window.new_case(path.with_name("other.caseboard"), "Other")
    assert workspace_of(window, qtbot).bridge.case.title == "Other"
    assert window.arrival is None
    with Case.open(path) as case:
        assert not case.read_only


def test_a_case_that_cannot_be_read_to_its_end_is_told(
    open_window: Opens, path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    def tell(parent: QWidget, heading: str, text: str) -> None:
        told.append(text)

    monkeypatch.setattr(Message, "ask", tell)

    def fail(opening: Opening, told: Told | None = None) -> Case:
        opening.close()
        raise CaseDamaged("It is damaged.")

    monkeypatch.setattr(Opening, "finish", fail)
    window = open_window()
    window.open_case(path)
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["It is damaged."]
    assert window.arrival is None
    assert window.pages.currentWidget() is window.welcome


def test_a_board_that_cannot_be_shown_early_comes_with_the_rest(
    open_window: Opens, path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def show_nothing(opening: Opening, board_id: str, *, with_links: bool) -> None:
        return None

    monkeypatch.setattr(Opening, "sketch", show_nothing)
    window = open_window()
    window.open_case(path)
    workspace = workspace_of(window, qtbot)
    assert workspace.canvas.columns.card_count == 43


def test_the_board_that_was_in_front_last_comes_first_where_it_was_left(
    open_window: Opens, path: Path, gate: threading.Event, qtbot: QtBot
) -> None:
    window = open_window()
    window.open_case(path)
    gate.set()
    workspace = workspace_of(window, qtbot)
    main, later = workspace.bridge.contents.boards
    workspace.show_board(later.id)
    workspace.show_board(main.id)
    workspace.canvas.look_from(
        workspace.canvas.camera.at(workspace.canvas.columns.card_rect(2).centre, 0.7)
    )
    camera = workspace.canvas.camera
    window.close_case()
    gate.clear()
    window.open_case(path)
    board = board_of(window, qtbot)
    assert board.board_id == main.id
    assert (board.camera.x, board.camera.y, board.camera.zoom) == (camera.x, camera.y, camera.zoom)
    gate.set()
    workspace_of(window, qtbot).show_board(later.id)


def test_a_small_case_opens_at_once(
    open_window: Opens, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arriving, "LARGE", path.stat().st_size + 1)
    window = open_window()
    assert window.open_case(path)
    assert window.workspace is not None


def test_the_same_file_asked_for_again_is_waited_for(
    open_window: Opens, path: Path, gate: threading.Event, qtbot: QtBot
) -> None:
    window = open_window()
    window.open_case(path)
    arrival = window.arrival
    assert arrival is not None
    window.open_case(path)
    assert window.arrival is arrival
    gate.set()
    qtbot.waitUntil(lambda: window.workspace is not None)
    assert window.workspace is not None
    assert not window.workspace.bridge.read_only


def test_what_tells_of_reading_lies_beside_the_corners_and_moves_on_from_the_start(
    open_window: Opens, path: Path, gate: threading.Event, qtbot: QtBot
) -> None:
    window = open_window()
    window.resize(1100, 700)
    window.open_case(path)
    arrival = window.arrival
    assert arrival is not None
    qtbot.waitUntil(lambda: arrival.board is not None)
    assert 0.1 < arrival.progress < 0.5
    strip = arrival.findChild(QFrame, "toast")
    assert strip is not None and strip.isVisible()

    def box(widget: QWidget) -> QRect:
        return QRect(widget.mapTo(arrival, QPoint(0, 0)), widget.size())

    corners = [*arrival.findChildren(ZoomBox), *arrival.findChildren(Minimap)]
    assert len(corners) == 2
    qtbot.waitUntil(
        lambda: not any(box(strip).intersects(box(each)) for each in corners if each.isVisible())
    )
    gate.set()
    qtbot.waitUntil(lambda: window.workspace is not None)
