"""The window in little room, and what it remembers of where one was."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMenu, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from caseboard import whereabouts
from caseboard.actions import Menu
from caseboard.board.hands import ONE_THING
from caseboard.board.tools.linking import Linking
from caseboard.dialogs.message import Confirm, Message
from caseboard.settings import Settings
from caseboard.top_bar import TOOLS
from caseboard.window import Window
from caseboard.workspace import Workspace
from casedb import Case
from casedb.model.geometry import Point, Rect
from casedb.store.home import Home

LONG = "A very long title of an investigation into the movements of vessels and trains in the east"


@pytest.fixture
def open_window(qtbot: QtBot, home: Home) -> Iterator[Callable[[int, int], Window]]:
    """Opens windows of a size."""
    opened: list[Window] = []

    def open_one(width: int = 1200, height: int = 800) -> Window:
        window = Window(Settings(home))
        window.resize(width, height)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        opened.append(window)
        return window

    yield open_one
    for window in opened:
        window.close()
        window.deleteLater()
    QApplication.processEvents()


Open = Callable[..., Window]


def workspace_of(window: Window) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def make_case(path: Path, boards: int = 1, title: str = "A") -> None:
    with Case.create(path, title) as case:
        case.place(case.add("claim", title="The ship was in the harbour"))
        for n in range(1, boards):
            case.add_board(f"Board about matter {n}")


# -- room ------------------------------------------------------------------------------------


def test_the_window_can_be_worked_in_at_900_by_600(open_window: Open, tmp_path: Path) -> None:
    path = tmp_path / "a.caseboard"
    make_case(path, boards=20, title=LONG)
    window = open_window(900, 600)
    assert window.open_case(path)
    window.resize(900, 600)
    QApplication.processEvents()
    workspace = workspace_of(window)
    assert (window.width(), window.height()) == (900, 600)
    for widget in (workspace.tabs, workspace.tabs.add_button, workspace.stage, workspace.inspector):
        left = widget.mapTo(window, widget.rect().topLeft()).x()
        assert left >= 0
        assert left + widget.width() <= 900
    assert workspace.canvas.width() >= 380
    assert workspace.left.width() < 260
    assert workspace.inspector.width() < 340
    title = window.top_bar.findChild(QLabel, "caseTitle")
    assert title is not None and title.width() <= 150
    (hint,) = window.status.findChildren(QLabel, "hint")
    (counts,) = window.status.findChildren(QLabel, "counts")
    workspace.canvas.explain(Linking.hint)
    QApplication.processEvents()
    assert hint.width() >= hint.fontMetrics().horizontalAdvance(Linking.hint)
    workspace.canvas.explain("")
    assert counts.isVisible()
    workspace.canvas.explain("A sentence that is far longer than the foot of the window. " * 4)
    QApplication.processEvents()
    assert window.minimumSizeHint().width() <= 900
    tools = window.top_bar.findChildren(QToolButton)
    styles = [each.toolButtonStyle() for each in tools if each.isCheckable()]
    assert styles == [Qt.ToolButtonStyle.ToolButtonIconOnly] * len(TOOLS)
    window.resize(1440, 900)
    QApplication.processEvents()
    assert (workspace.left.width(), workspace.inspector.width()) == (280, 340)
    window.resize(1640, 900)
    QApplication.processEvents()
    styles = [each.toolButtonStyle() for each in tools if each.isCheckable()]
    assert styles == [Qt.ToolButtonStyle.ToolButtonTextBesideIcon] * len(TOOLS)


def test_panels_keep_their_names_where_lines_become_thicker(
    open_window: Open, tmp_path: Path
) -> None:
    path = tmp_path / "a.caseboard"
    make_case(path)
    window = open_window(1600, 900)
    assert window.open_case(path)
    left = workspace_of(window).left
    for contrast in ("high", "normal", "high"):
        window.settings.change(contrast=contrast)
        QApplication.processEvents()
        bar = left.tabBar()
        # There is no room for all names: the one in front is named, icons tell the others.
        assert [bar.tabText(n) for n in range(5)] == ["Outline", "", "", "", ""]
        assert bar.sizeHint().width() <= left.width()


def test_where_no_name_has_room_icons_stand_alone_and_names_come_back(
    open_window: Open, tmp_path: Path
) -> None:
    path = tmp_path / "a.caseboard"
    make_case(path)
    window = open_window(1600, 900)
    assert window.open_case(path)
    left = workspace_of(window).left
    bar = left.tabBar()
    for _ in range(2):
        left.resize(200, 700)
        assert not any(bar.tabText(n) for n in range(bar.count()))
        wide = {bar.tabRect(n).width() for n in range(bar.count())}
        # As much room on one side of an icon as on the other: none is kept for words.
        assert len(wide) == 1 and wide.pop() < bar.iconSize().width() + 25
        left.resize(280, 700)
        assert [bar.tabText(n) for n in range(2)] == ["Outline", ""]
        assert bar.tabRect(0).width() > bar.tabRect(1).width()


def test_the_panels_can_be_dragged_shut_and_then_are_left_alone(
    open_window: Open, tmp_path: Path
) -> None:
    window = open_window(1200, 800)
    window.new_case(tmp_path / "a.caseboard", "A")
    splitter = workspace_of(window).parts
    handle = splitter.handle(1)
    assert handle is not None
    QTest.mousePress(handle, Qt.MouseButton.LeftButton)
    QTest.mouseMove(handle, handle.rect().center() - splitter.rect().center())
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=-splitter.rect().center())
    assert splitter.sizes()[0] == 0
    window.resize(1000, 800)
    QApplication.processEvents()
    assert splitter.sizes()[0] == 0


def test_the_invitation_keeps_to_a_narrow_board(open_window: Open, tmp_path: Path) -> None:
    window = open_window(900, 600)
    window.new_case(tmp_path / "a.caseboard", "A")
    canvas = workspace_of(window).canvas
    canvas.resize(330, 400)
    picture = canvas.grab().toImage()
    ground = picture.pixelColor(2, 2)
    words = window.theme.colour("tx3")
    seen = [
        x
        for x in range(picture.width())
        if any(picture.pixelColor(x, y) == words for y in range(150, 260))
    ]
    assert ground != words
    assert seen
    assert min(seen) >= 20
    assert max(seen) <= 310


# -- where one was ---------------------------------------------------------------------------


def test_the_board_in_front_and_its_view_are_there_again(
    open_window: Open, tmp_path: Path, home: Home
) -> None:
    path = tmp_path / "a.caseboard"
    make_case(path, boards=3)
    before = path.read_bytes()
    window = open_window()
    window.open_case(path)
    third = workspace_of(window).bridge.contents.boards[2].id
    workspace_of(window).show_board(third)
    canvas = workspace_of(window).canvas
    canvas.look_from(canvas.camera.at(Point(1234, 567), 1.5))
    window.close_case()
    assert path.read_bytes() == before
    again = open_window()
    again.open_case(path)
    assert workspace_of(again).board_id == third
    camera = workspace_of(again).canvas.camera
    assert (round(camera.x), round(camera.y), camera.zoom) == (1234, 567, 1.5)


KILLED = """
import os, signal, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from caseboard.app import make_application
from caseboard.settings import Settings
from caseboard.top_bar import TOOLS
from caseboard.window import Window
from casedb.model.geometry import Point
from casedb.store.home import Home

application = make_application()
window = Window(Settings(Home.of_user()))
window.show()
window.open_case(Path(sys.argv[1]))
workspace = window.workspace
workspace.show_board(workspace.bridge.contents.boards[1].id)
canvas = workspace.canvas

def look():
    canvas.look_from(canvas.camera.at(Point(1234, 567), 1.5))
    QTimer.singleShot(1500, lambda: os.kill(os.getpid(), signal.SIGKILL))

QTimer.singleShot(50, look)
application.exec()
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="nothing is killed so on this system")
def test_the_view_outlives_a_kill(tmp_path: Path, home: Home) -> None:
    path = tmp_path / "a.caseboard"
    make_case(path, boards=2)
    environment = {**os.environ, "CASEBOARD_HOME": str(home.path), "QT_QPA_PLATFORM": "offscreen"}
    ended = subprocess.run(
        [sys.executable, "-c", KILLED, str(path)],
        env=environment,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == -signal.SIGKILL, ended.stderr.decode()
    settings = Settings(home)
    with Case.open(path) as case:
        case_id, second = case.contents.info.id, case.contents.boards[1].id
    assert settings.front_of(case_id) == second
    view = settings.view_of(case_id, second)
    assert view is not None
    assert (round(view.x), round(view.y), view.zoom) == (1234, 567, 1.5)


def test_a_board_brought_back_by_undo_is_watched_again(
    open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(whereabouts, "LATEST", 1)
    path = tmp_path / "a.caseboard"
    make_case(path, boards=2)
    window = open_window()
    window.open_case(path)
    workspace = workspace_of(window)
    second = workspace.bridge.contents.boards[1].id
    workspace.show_board(second)
    workspace.delete_board(second)
    window.do("undo")
    workspace.show_board(second)
    workspace.canvas.look_from(workspace.canvas.camera.at(Point(77, 0), 2.0))

    def is_kept() -> bool:
        view = window.settings.view_of(workspace.bridge.contents.info.id, second)
        return view is not None and (round(view.x), view.zoom) == (77, 2.0)

    qtbot.waitUntil(is_kept)


# -- hands for the settings ------------------------------------------------------------------


def view_actions(window: Window) -> dict[str, QAction]:
    """What the View menu and those within it show when it is opened, by what people read."""
    menu = window.menus.menus[Menu.VIEW]
    menu.aboutToShow.emit()
    shown = (menu, *menu.findChildren(QMenu))
    return {each.text().replace("&", ""): each for of in shown for each in of.actions()}


def test_the_view_menu_ticks_what_is_so(open_window: Open, tmp_path: Path) -> None:
    window = open_window()
    window.new_case(tmp_path / "a.caseboard", "A")
    workspace = workspace_of(window)
    assert view_actions(window)["Inspector"].isChecked()
    window.menus["toggle_right"].trigger()
    assert workspace.inspector.isHidden()
    assert not view_actions(window)["Inspector"].isChecked()
    workspace.inspector.show()
    assert view_actions(window)["Inspector"].isChecked()
    window.menus["theme_dark"].trigger()
    ticks = view_actions(window)
    assert ticks["Dark"].isChecked()
    assert not ticks["Light"].isChecked()
    window.menus["theme_light"].trigger()
    assert not view_actions(window)["Dark"].isChecked()


def test_panels_stay_hidden_the_next_time(open_window: Open, tmp_path: Path) -> None:
    path = tmp_path / "a.caseboard"
    window = open_window()
    window.new_case(path, "A")
    window.do("toggle_left")
    window.do("toggle_map")
    assert not view_actions(window)["Map of the board"].isChecked()
    again = open_window()
    make_case(tmp_path / "b.caseboard")
    again.open_case(tmp_path / "b.caseboard")
    assert workspace_of(again).left.isHidden()
    assert not workspace_of(again).inspector.isHidden()
    assert workspace_of(again).stage.minimap.isHidden()
    again.do("toggle_map")
    assert workspace_of(again).stage.minimap.isVisible()


def test_the_wheel_has_a_hand_in_the_view_menu(open_window: Open, tmp_path: Path) -> None:
    path = tmp_path / "a.caseboard"
    make_case(path, boards=2)
    window = open_window()
    window.open_case(path)
    workspace = workspace_of(window)
    assert view_actions(window)["Mouse zooms, track pad pans"].isChecked()
    view_actions(window)["Pans"].trigger()
    assert workspace.canvas.hands.bindings.wheel == "pan"
    workspace.tabs.step(1)
    assert workspace.canvas.hands.bindings.wheel == "pan"
    assert window.settings.now.wheel == "pan"
    assert not view_actions(window)["Mouse zooms, track pad pans"].isChecked()


# -- questions and refusals ------------------------------------------------------------------


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """The headings and sentences of what was asked and told; every question is answered yes."""
    told: list[tuple[str, str]] = []

    def answer(parent: object, heading: str, sentence: str, *_: object, **__: object) -> bool:
        told.append((heading, sentence))
        return True

    monkeypatch.setattr(Confirm, "ask", answer)
    monkeypatch.setattr(Message, "ask", answer)
    return told


def test_deleting_names_what_goes(
    open_window: Open, tmp_path: Path, asked: list[tuple[str, str]]
) -> None:
    window = open_window()
    window.new_case(tmp_path / "a.caseboard", "A")
    workspace = workspace_of(window)
    case = workspace.bridge.case
    claim, photo = case.add("claim", title="The ship was there"), case.add("media", title="Pier")
    card = case.place(claim)
    case.link(photo, "supports", claim)
    workspace.selection.set(cards=[card.id])
    QTest.keyClick(workspace.canvas, Qt.Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier)
    ((heading, sentence),) = asked
    assert heading == "Delete from the case"
    assert sentence.startswith("“The ship was there” goes from the case")
    assert "with 1 link" in sentence
    assert claim.id not in case.contents.items


def test_deleting_from_the_inspector_is_asked_about_too(
    open_window: Open, tmp_path: Path, asked: list[tuple[str, str]]
) -> None:
    window = open_window()
    window.new_case(tmp_path / "a.caseboard", "A")
    workspace = workspace_of(window)
    case = workspace.bridge.case
    source = case.add_source("Wire")
    workspace.selection.set(sources=[source.id])
    workspace.selection.settle()
    (button,) = (
        each
        for each in workspace.inspector.findChildren(QPushButton)
        if each.isVisible() and each.text() == "Delete source…"
    )
    button.click()
    ((heading, sentence),) = asked
    assert (heading, sentence[:6]) == ("Delete from the case", "“Wire”")
    assert source.id not in case.contents.sources


def test_deleting_a_frame_needs_no_question(
    open_window: Open, tmp_path: Path, asked: list[tuple[str, str]]
) -> None:
    window = open_window()
    window.new_case(tmp_path / "a.caseboard", "A")
    workspace = workspace_of(window)
    case = workspace.bridge.case
    card = case.place(case.add("note", title="Inside"))
    workspace.selection.set(cards=[card.id])
    window.do("add_frame")
    (frame,) = case.contents.frames
    workspace.selection.set(frames=[frame])
    workspace.canvas.setFocus()
    QTest.keyClick(workspace.canvas, Qt.Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier)
    assert not case.contents.frames
    assert set(case.contents.cards) == {card.id}
    assert not asked


def test_f2_on_several_things_says_what_to_do(open_window: Open, tmp_path: Path) -> None:
    window = open_window()
    window.new_case(tmp_path / "a.caseboard", "A")
    workspace = workspace_of(window)
    case = workspace.bridge.case
    cards = [case.place(case.add("note", title=each), x=n * 300) for n, each in enumerate("AB")]
    said: list[str] = []
    workspace.hinted.connect(said.append)
    workspace.selection.set(cards=[card.id for card in cards])
    workspace.canvas.setFocus()
    QTest.keyClick(workspace.canvas, Qt.Key.Key_F2)
    assert said[-1] == ONE_THING
    assert workspace.canvas.hasFocus()


def test_del_on_a_locked_card_is_refused_with_a_sentence(open_window: Open, tmp_path: Path) -> None:
    window = open_window()
    window.new_case(tmp_path / "a.caseboard", "A")
    workspace = workspace_of(window)
    case = workspace.bridge.case
    card = case.place(case.add("note", title="Locked"))
    workspace.selection.set(cards=[card.id])
    window.do("lock")
    workspace.canvas.setFocus()
    QTest.keyClick(workspace.canvas, Qt.Key.Key_Delete)
    assert set(case.contents.cards) == {card.id}
    assert "locked" in workspace.toast.sentence


def test_a_new_case_never_takes_the_place_of_a_file(
    open_window: Open,
    tmp_path: Path,
    asked: list[tuple[str, str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = open_window()
    there = tmp_path / "there.caseboard"
    there.write_bytes(b"somebody's")
    options: list[object] = []

    def choose(*_: object, options: object = None, **__: object) -> tuple[str, str]:
        chosen.append(options)
        return str(there.with_suffix("")), ""

    chosen = options
    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    window.do("new")
    # The dialog must not promise that the file is replaced.
    assert chosen == [QFileDialog.Option.DontConfirmOverwrite]
    ((heading, sentence),) = asked
    assert heading == "The case could not be made"
    assert "there.caseboard" in sentence
    assert there.read_bytes() == b"somebody's"
    assert window.workspace is None


def test_a_paste_with_nothing_on_the_clipboard_is_told(
    open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    window.new_case(tmp_path / "a.caseboard", "A")
    workspace = workspace_of(window)

    # Some clipboards give nothing at all while another program holds them.
    def nothing(*_: object) -> None:
        return None

    monkeypatch.setattr(type(QApplication.clipboard()), "mimeData", nothing)
    workspace.clipboard.paste()
    assert "nothing in it" in workspace.toast.sentence


def test_a_frame_around_what_lies_nowhere_is_refused(open_window: Open, tmp_path: Path) -> None:
    window = open_window()
    window.new_case(tmp_path / "a.caseboard", "A")
    workspace = workspace_of(window)
    case = workspace.bridge.case
    card = case.place(case.add("note", title="Far"))
    workspace.canvas.wishes.rects_wanted({card.id: Rect(1e300, 0, 100, 100)}, "Move")
    assert "A board ends" in workspace.toast.sentence
    assert case.contents.cards[card.id].rect == card.rect
