"""Opening and closing cases in one window: nothing is left behind, and nothing is done twice."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from caseboard.dialogs.ask_kind import AskKind
from caseboard.dialogs.ask_link_type import AskLinkType
from caseboard.dialogs.message import Confirm
from caseboard.dialogs.picture_dialog import PictureDialog
from caseboard.errand import Watching
from caseboard.exports import file_name
from caseboard.picture import Picture
from caseboard.settings import Recent, Settings
from caseboard.window import Window
from caseboard.workspace import Workspace
from casedb import Case
from casedb.model.geometry import Point
from casedb.model.records import Ref
from casedb.store.home import Home


def workspace_of(window: Window) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def finish_deleting() -> None:
    """Let Qt delete what is due, and Python what nobody holds any more."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
        gc.collect()


def test_opening_the_case_that_is_open_leaves_it_open_for_writing(
    open_window: Callable[[], Window], tmp_path: Path
) -> None:
    path = tmp_path / "a.caseboard"
    window = open_window()
    assert window.new_case(path, "A")
    before = workspace_of(window)
    assert window.open_case(path)
    assert workspace_of(window) is before
    assert not before.bridge.read_only


def test_nothing_of_a_case_is_left_when_it_is_closed(
    open_window: Callable[[], Window], tmp_path: Path
) -> None:
    window = open_window()
    window.new_case(tmp_path / "a.caseboard", "A")
    workspace = workspace_of(window)
    left = [
        weakref.ref(each)
        for each in (
            workspace,
            workspace.bridge,
            workspace.bridge.case,
            workspace.bridge.contents,
            workspace.tabs,
            workspace.canvas,
        )
    ]
    del workspace
    window.close_case()
    finish_deleting()
    assert [each() for each in left] == [None] * len(left)


def test_a_menu_is_gone_when_it_is_closed(
    open_window: Callable[[], Window], tmp_path: Path
) -> None:
    window = open_window()
    window.new_case(tmp_path / "a.caseboard", "A")
    before = len(window.findChildren(QMenu))
    menus = (
        window.menus.context_menu(window, ("paste", "", "fit_all")),
        workspace_of(window).tabs.menu(0),
    )
    for menu in menus:
        menu.close()
    finish_deleting()
    assert len(window.findChildren(QMenu)) == before


@pytest.mark.parametrize("opened_at", ["2024-03-05T06:07:08.000Z", "yesterday", ""])
def test_a_recent_case_is_listed_whatever_its_time_says(
    opened_at: str, home: Home, qtbot: QtBot
) -> None:
    settings = Settings(home)
    settings.remember(Recent("/gone.caseboard", "Gone", opened_at, "id"))
    window = Window(Settings(home))
    qtbot.addWidget(window)
    (card,) = window.welcome.cards
    assert card.case.missing
    assert not card.case.opened_at.startswith("0")


def test_a_title_of_a_hundred_thousand_signs_is_shown_short_and_honestly(
    open_window: Callable[[], Window], tmp_path: Path
) -> None:
    path = tmp_path / "a.caseboard"
    with Case.create(path, "a\u202eb\n" + "x" * 100_000, board="y" * 100_000) as case:
        case.place(case.add("note", title="N"))
    window = open_window()
    assert window.open_case(path)
    assert len(window.windowTitle()) < 200
    assert "⟨RLO⟩" in window.windowTitle()
    assert len(workspace_of(window).tabs.bar.tabText(0)) <= 200
    assert len(window.settings.now.recent[0].title) <= 120


def test_a_file_that_nobody_was_asked_about_is_not_replaced(
    open_window: Callable[[], Window], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = tmp_path / "board.png"
    there.write_bytes(b"mine")

    def name_it(*_: object, **__: object) -> tuple[str, str]:
        return str(tmp_path / "board"), ""

    def choose(*_: object) -> Picture:
        return Picture(scale=1)

    answers = [False, True]

    def answer(*_: object) -> bool:
        return answers.pop(0)

    monkeypatch.setattr(QFileDialog, "getSaveFileName", name_it)
    monkeypatch.setattr(PictureDialog, "ask", choose)
    monkeypatch.setattr(Confirm, "ask", answer)
    window = open_window()
    window.new_case(tmp_path / "a.caseboard", "A")
    workspace_of(window).naming.add_card("note", Point(0, 0))
    window.do("export")
    assert there.read_bytes() == b"mine"
    window.do("export")
    workspace_of(window).exporting.finish()
    assert there.read_bytes().startswith(b"\x89PNG")
    assert not answers


def test_a_title_becomes_a_name_that_every_system_takes() -> None:
    assert file_name("Kharkiv: 2/1") == "Kharkiv_ 2_1"
    assert file_name("..") == "board"
    assert len(file_name("x" * 100_000)) == 80


# -- boards ------------------------------------------------------------------------------------


def two_boards(window: Window, path: Path) -> tuple[Workspace, str, str]:
    window.new_case(path, "A")
    workspace = workspace_of(window)
    first = workspace.board_id
    workspace.add_board("Second")
    return workspace, first, workspace.board_id


def test_cards_of_a_board_that_is_not_seen_are_not_selected(
    open_window: Callable[[], Window], tmp_path: Path
) -> None:
    window = open_window()
    workspace, first, second = two_boards(window, tmp_path / "a.caseboard")
    workspace.naming.add_card("note", Point(0, 0))
    assert workspace.selection.cards
    workspace.show_board(first)
    assert not workspace.selection.cards
    window.do("remove")
    assert len(workspace.bridge.contents.cards_on(second)) == 1


def test_going_to_a_link_shows_the_board_it_is_on_and_no_other(
    open_window: Callable[[], Window], tmp_path: Path
) -> None:
    window = open_window()
    workspace, first, second = two_boards(window, tmp_path / "a.caseboard")
    case = workspace.bridge.case
    photo, claim, note = case.add("media"), case.add("claim"), case.add("note")
    nowhere = case.link(note, "related", claim)
    link = case.link(photo, "supports", claim)
    case.place(photo, case.contents.board(second), 0, 0)
    case.place(claim, case.contents.board(second), 600, 0)
    workspace.show_board(first)
    workspace.going.go_to(nowhere.id)
    assert workspace.board_id == first
    assert workspace.selection.links == {nowhere.id}
    workspace.going.go_to(link.id)
    assert workspace.board_id == second
    assert workspace.selection.links == {link.id}
    assert case.contents.boards_showing(Ref.link(nowhere.id)) == set()


def test_the_bar_shows_the_tool_of_the_board_in_front(
    open_window: Callable[[], Window], tmp_path: Path
) -> None:
    window = open_window()
    workspace, first, second = two_boards(window, tmp_path / "a.caseboard")
    told: list[str] = []
    workspace.tool_taken.connect(told.append)
    workspace.canvas.hands.take("link")
    workspace.show_board(first)
    workspace.show_board(second)
    assert told == ["link", "select", "link"]


def test_a_tab_that_is_dragged_is_one_step(
    open_window: Callable[[], Window], tmp_path: Path
) -> None:
    window = open_window()
    workspace, first, second = two_boards(window, tmp_path / "a.caseboard")
    workspace.add_board("Third")
    length = workspace.bridge.case.journal.length
    bar = workspace.tabs.bar
    bar.moveTab(2, 1)
    bar.moveTab(1, 0)
    assert workspace.bridge.case.journal.length == length
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton)
    assert workspace.bridge.case.journal.length == length + 1
    titles = [board.title for board in workspace.bridge.contents.boards]
    assert titles == ["Third", "Main board", "Second"]
    window.do("undo")
    assert workspace.tabs.board_ids()[:2] == [first, second]


def test_what_is_dropped_on_a_board_that_goes_meanwhile_lands_on_the_one_in_front(
    open_window: Callable[[], Window], tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "report.txt"
    file.write_text("A report", encoding="utf-8")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    window = open_window()
    workspace, first, second = two_boards(window, tmp_path / "a.caseboard")
    workspace.take_in(mime, Point(0, 0))
    workspace.delete_board(second)
    qtbot.waitUntil(lambda: bool(workspace.bridge.contents.cards))
    (card,) = workspace.bridge.contents.cards.values()
    assert card.board == first
    workspace.take_in(mime, Point(0, 0))
    qtbot.waitUntil(lambda: "in the case already" in workspace.toast.sentence)


def test_all_of_what_was_added_comes_into_view(
    open_window: Callable[[], Window], tmp_path: Path, qtbot: QtBot
) -> None:
    files = [tmp_path / f"report {n}.txt" for n in range(5)]
    for file in files:
        file.write_text(file.name, encoding="utf-8")
    window = open_window()
    window.new_case(tmp_path / "a.caseboard", "A")
    workspace = workspace_of(window)
    contents = workspace.bridge.contents
    workspace.canvas.zoom_to(1.0)
    workspace.take_files(files)
    qtbot.waitUntil(lambda: len(contents.cards) == len(files))

    def is_all_seen() -> bool:
        seen = workspace.canvas.camera.visible()
        return all(seen.contains(card.rect) for card in contents.cards.values())

    qtbot.waitUntil(is_all_seen)


def test_a_large_file_can_be_called_off_while_it_is_stored(
    open_window: Callable[[], Window], tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "film.bin"
    file.write_bytes(bytes(16 << 20))
    window = open_window()
    window.new_case(tmp_path / "a.caseboard", "A")
    workspace = workspace_of(window)
    case = workspace.bridge.case
    before = case.journal.length
    is_impatient = True
    last = Watching.last

    def stop(watching: Watching) -> None:
        if is_impatient:
            watching.stop()
        last(watching)

    monkeypatch.setattr(Watching, "last", stop)
    workspace.take_files([file])
    qtbot.waitUntil(lambda: "cancelled" in workspace.toast.sentence)
    assert not workspace.bridge.contents.items and case.journal.length == before
    is_impatient = False
    workspace.take_files([file])
    qtbot.waitUntil(lambda: bool(workspace.bridge.contents.artifacts))
    assert case.journal.length == before + 1


def test_arrow_keys_take_along_what_lies_in_a_frame(
    open_window: Callable[[], Window], tmp_path: Path
) -> None:
    window = open_window()
    window.new_case(tmp_path / "a.caseboard", "A")
    workspace = workspace_of(window)
    workspace.naming.add_card("note", Point(0, 0))
    (card,) = workspace.bridge.contents.cards.values()
    workspace.naming.add_frame()
    QTest.keyClick(workspace.canvas, Qt.Key.Key_Right)
    assert workspace.bridge.contents.cards[card.id].x == card.x + 1


@pytest.mark.parametrize("part", ["board", "selection"])
def test_the_dialog_tells_the_size_that_the_export_has(
    open_window: Callable[[], Window], tmp_path: Path, part: str
) -> None:
    window = open_window()
    window.new_case(tmp_path / "a.caseboard", "A")
    workspace = workspace_of(window)
    workspace.naming.add_card("claim", Point(10.3, 0))
    workspace.naming.add_card("note", Point(903.7, 400.5))
    dialog = PictureDialog(workspace.exporting.question, window)
    dialog.scales.choose("3")
    dialog.parts.choose(part)
    dialog.sources.setChecked(True)
    path = tmp_path / "board.png"
    workspace.exporting.write(path, dialog.choice)
    workspace.exporting.finish()
    image = QImage(str(path))
    assert dialog.size_label.text() == f"{image.width():,} × {image.height():,} pixels"
    dialog.deleteLater()


@pytest.mark.parametrize("kind", [None, "note"])
@pytest.mark.parametrize("link_type", [None, "related"])
def test_a_string_drawn_to_nothing_makes_a_linked_card_in_one_step_or_nothing(
    open_window: Callable[[], Window],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    kind: str | None,
    link_type: str | None,
) -> None:
    window = open_window()
    window.new_case(tmp_path / "a.caseboard", "A")
    workspace = workspace_of(window)
    workspace.naming.add_card("claim", Point(0, 0))
    contents, journal = workspace.bridge.contents, workspace.bridge.case.journal
    (claim,) = contents.items
    before = journal.length

    def choose_kind(*_: object) -> str | None:
        return kind

    def choose_type(*_: object) -> str | None:
        return link_type

    monkeypatch.setattr(AskKind, "ask", choose_kind)
    monkeypatch.setattr(AskLinkType, "ask", choose_type)
    workspace.wishes.linked_card_wanted(Ref.item(claim), Point(500, 0), QPoint())
    if kind is None or link_type is None:
        assert journal.length == before and len(contents.items) == 1
        return
    assert journal.length == before + 1
    (link,) = contents.links.values()
    assert link.start == Ref.item(claim) and link.type == link_type
    window.do("undo")
    assert len(contents.items) == len(contents.cards) == 1 and not contents.links


# -- what can be done now ------------------------------------------------------------------------


def test_actions_are_there_for_what_is_selected(
    open_window: Callable[[], Window], tmp_path: Path
) -> None:
    window = open_window()
    window.new_case(tmp_path / "a.caseboard", "A")
    workspace = workspace_of(window)
    case = workspace.bridge.case
    source = case.add_source("Agency")
    note = case.add("note", title="N")
    card = case.place(note)

    def enabled() -> set[str]:
        names = ("remove", "delete_items", "duplicate", "lock", "fit_selection")
        return {name for name in names if window.menus[name].isEnabled()}

    workspace.selection.set(sources=[source.id])
    assert enabled() == {"delete_items", "fit_selection"}
    workspace.selection.set(items=[note.id])
    assert enabled() == {"delete_items", "fit_selection"}
    workspace.selection.set(cards=[card.id])
    assert enabled() == {"remove", "delete_items", "duplicate", "lock", "fit_selection"}


def test_deleting_a_source_that_is_selected(
    open_window: Callable[[], Window], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def agree(*_: object) -> bool:
        return True

    monkeypatch.setattr(Confirm, "ask", agree)
    window = open_window()
    window.new_case(tmp_path / "a.caseboard", "A")
    workspace = workspace_of(window)
    workspace.selection.set(sources=[workspace.bridge.case.add_source("Agency").id])
    window.do("delete_items")
    assert not workspace.bridge.contents.sources


def test_a_changed_selection_does_not_read_the_journal(
    open_window: Callable[[], Window], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    window.new_case(tmp_path / "a.caseboard", "A")
    workspace = workspace_of(window)
    cards = [workspace.bridge.case.place(workspace.bridge.case.add("note")) for _ in range(2)]

    def read(*_: object) -> None:
        raise AssertionError("the journal was read")

    monkeypatch.setattr(type(workspace.bridge.case.journal), "undoable", read)
    workspace.selection.set(cards=[each.id for each in cards])
    assert window.menus["duplicate"].isEnabled()


def test_a_title_is_edited_also_where_the_inspector_was_hidden(
    open_window: Callable[[], Window], tmp_path: Path
) -> None:
    window = open_window()
    window.new_case(tmp_path / "a.caseboard", "A")
    window.do("toggle_right")
    assert not workspace_of(window).inspector.isVisible()
    window.do("add_note")
    assert workspace_of(window).inspector.isVisible()
