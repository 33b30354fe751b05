"""Words written where they stand on the board are in the file while they are still being written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from caseboard import jotting
from caseboard.board.card_layout import natural_height
from caseboard.board.note_writing import NoteWriting
from caseboard.board.tools.noting import STICKY_HEIGHT
from caseboard.board.writing import Writing
from caseboard.window import Window
from caseboard.workspace import Workspace
from casedb import Case
from casedb.commands import cards, items, removal
from casedb.errors import NotSaved
from casedb.model.card_face import face
from casedb.model.geometry import Point, Rect
from casedb.model.notes import words_of
from casedb.model.records import Card, Item

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
W = TypeVar("W", bound=QWidget)
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "quay.caseboard"


@pytest.fixture
def window(open_window: Callable[[], Window], path: Path) -> Window:
    """An empty case, looked at in its own size."""
    with Case.create(path, "Quay"):
        pass
    window = open_window()
    assert window.open_case(path)
    return window


@pytest.fixture
def work(window: Window) -> Workspace:
    assert window.workspace is not None
    canvas = window.workspace.canvas
    QApplication.processEvents()
    canvas.look_from(canvas.camera.at(Point(400, 300), 1.0))
    canvas.setFocus()
    return window.workspace


def begin_note(work: Workspace, key: Qt.Key = Qt.Key.Key_N) -> NoteWriting:
    QTest.keyClick(work.canvas, key)
    at = work.canvas.camera.to_screen(Point(300, 200))
    QTest.mouseClick(work.canvas, LEFT, NONE, QPoint(round(at.x), round(at.y)))
    return written_on(work, NoteWriting)


def written_on(work: Workspace, of: type[W]) -> W:
    (writing,) = [each for each in work.canvas.findChildren(of) if each.isVisible()]
    return writing


def saved_of(window: Window) -> str:
    label = window.status.findChild(QLabel, "saved")
    assert isinstance(label, QLabel)
    return label.text()


def notes_in(path: Path) -> list[str]:
    """What the file holds now, read beside the window, as after it was killed."""
    with Case.open(path, read_only=True) as case:
        return [words_of(item) for item in case.contents.items.values() if item.kind == "note"]


def only_note(work: Workspace) -> tuple[Item, Card]:
    (item,) = work.bridge.contents.items.values()
    (card,) = work.bridge.contents.cards.values()
    return item, card


def wait_until_saved(qtbot: QtBot, window: Window) -> None:
    assert saved_of(window) == "Saving…"
    qtbot.waitUntil(lambda: saved_of(window) == "Every change saved")


@pytest.mark.parametrize("key", [Qt.Key.Key_N, Qt.Key.Key_T])
def test_a_new_note_is_in_the_file_while_it_is_written(
    window: Window, work: Workspace, path: Path, qtbot: QtBot, key: Qt.Key
) -> None:
    writing = begin_note(work, key)
    assert saved_of(window) == "Every change saved"
    QTest.keyClicks(writing, "Ask the port")
    wait_until_saved(qtbot, window)
    assert notes_in(path) == ["Ask the port"]
    assert writing.isVisible() and writing.hasFocus(), "one writes on"
    QTest.keyClicks(writing, " and the crew")
    wait_until_saved(qtbot, window)
    assert notes_in(path) == ["Ask the port and the crew"]
    QTest.keyClicks(writing, " today")
    QTest.keyClick(writing, Qt.Key.Key_Return, CTRL)
    item, card = only_note(work)
    assert words_of(item) == "Ask the port and the crew today"
    assert work.selection.cards == {card.id}
    work.bridge.undo()
    assert not work.bridge.contents.items, "all of it is one step"
    work.bridge.redo()
    assert words_of(only_note(work)[0]) == "Ask the port and the crew today"


def test_what_is_written_without_a_pause_is_saved_while_it_goes_on(
    work: Workspace, path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jotting, "LONGEST", 100)
    monkeypatch.setattr(jotting, "PAUSE", 60_000)
    writing = begin_note(work)
    QTest.keyClicks(writing, "Ask")
    qtbot.waitUntil(lambda: notes_in(path) == ["Ask"])


def test_escape_takes_back_a_new_note_that_was_saved(
    window: Window, work: Workspace, path: Path, qtbot: QtBot
) -> None:
    before = work.bridge.case.journal.undoable()
    writing = begin_note(work)
    QTest.keyClicks(writing, "Ask")
    wait_until_saved(qtbot, window)
    QTest.keyClicks(writing, " the port")
    QTest.keyClick(writing, Qt.Key.Key_Escape)
    assert not work.bridge.contents.items
    assert notes_in(path) == []
    assert work.bridge.case.journal.undoable() == before
    assert saved_of(window) == "Every change saved"
    assert work.canvas.hasFocus()


def test_a_new_note_that_is_emptied_again_is_gone(
    window: Window, work: Workspace, path: Path, qtbot: QtBot
) -> None:
    before = work.bridge.case.journal.undoable()
    writing = begin_note(work)
    QTest.keyClicks(writing, "Ask")
    wait_until_saved(qtbot, window)
    QTest.keyClick(writing, Qt.Key.Key_A, CTRL)
    QTest.keyClick(writing, Qt.Key.Key_Delete)
    wait_until_saved(qtbot, window)
    assert notes_in(path) == ["Ask"], "an empty note is never stored"
    QTest.keyClick(writing, Qt.Key.Key_Tab)
    assert notes_in(path) == []
    assert work.bridge.case.journal.undoable() == before


def test_a_note_is_as_high_as_what_is_left_of_its_words(
    window: Window, work: Workspace, qtbot: QtBot
) -> None:
    writing = begin_note(work)
    QTest.keyClicks(writing, "word " * 60)
    wait_until_saved(qtbot, window)
    item, card = only_note(work)
    assert card.h == natural_height(face(work.bridge.contents, item), card.w) > STICKY_HEIGHT
    QTest.keyClick(writing, Qt.Key.Key_A, CTRL)
    QTest.keyClicks(writing, "word")
    QTest.keyClick(writing, Qt.Key.Key_Tab)
    assert only_note(work)[1].h == STICKY_HEIGHT


def test_escape_gives_a_note_back_its_words_and_its_height(
    window: Window, work: Workspace, qtbot: QtBot
) -> None:
    writing = begin_note(work)
    QTest.keyClicks(writing, "Ask the port")
    QTest.keyClick(writing, Qt.Key.Key_Tab)
    before = work.bridge.case.journal.undoable()
    QTest.keyClick(work.canvas, Qt.Key.Key_Return)
    writing = written_on(work, NoteWriting)
    QTest.keyClicks(writing, "word " * 60)
    wait_until_saved(qtbot, window)
    assert only_note(work)[1].h > STICKY_HEIGHT
    QTest.keyClick(writing, Qt.Key.Key_Escape)
    item, card = only_note(work)
    assert (words_of(item), card.h) == ("Ask the port", STICKY_HEIGHT)
    assert work.bridge.case.journal.undoable() == before


def test_escape_takes_back_only_what_was_written(
    window: Window, work: Workspace, qtbot: QtBot
) -> None:
    writing = begin_note(work)
    QTest.keyClicks(writing, "Ask the port")
    QTest.keyClick(writing, Qt.Key.Key_Tab)
    QTest.keyClick(work.canvas, Qt.Key.Key_Return)
    writing = written_on(work, NoteWriting)
    QTest.keyClicks(writing, "Another")
    wait_until_saved(qtbot, window)
    work.bridge.case.add("claim", title="From elsewhere")
    QTest.keyClick(writing, Qt.Key.Key_Escape)
    titles = {item.title for item in work.bridge.contents.items.values()}
    assert titles == {"Ask the port", "From elsewhere"}


def test_the_command_to_undo_takes_back_what_is_being_written(
    window: Window, work: Workspace, qtbot: QtBot
) -> None:
    claim = work.bridge.case.add("claim", title="It sailed")
    writing = begin_note(work)
    QTest.keyClicks(writing, "Ask the port")
    wait_until_saved(qtbot, window)
    window.do("undo")
    assert set(work.bridge.contents.items) == {claim.id}
    assert not writing.isVisible()


@pytest.mark.parametrize("what", ["label", "title"])
def test_a_label_and_a_title_are_in_the_file_while_they_are_written(
    window: Window, work: Workspace, path: Path, qtbot: QtBot, what: str
) -> None:
    case, board = work.bridge.case, work.board_id
    photo, claim = case.add("media"), case.add("claim")
    case.place(photo, x=0, y=100)
    case.place(claim, x=500, y=100)
    link = case.link(photo, "supports", claim)
    case.run(cards.add_frame(case.contents, case.new_id, board, Rect(0, 300, 400, 200), "Pier"))
    (frame,) = case.contents.frames.values()
    if what == "label":
        work.selection.set(links=[link.id])
    else:
        work.selection.set(frames=[frame.id])
    before = case.journal.undoable()

    def read(case: Case) -> str:
        if what == "label":
            return case.contents.links[link.id].values.text("label")
        return case.contents.frames[frame.id].title

    QTest.keyClick(work.canvas, Qt.Key.Key_Return)
    writing = written_on(work, Writing)
    QTest.keyClicks(writing, "From the quay")
    wait_until_saved(qtbot, window)
    with Case.open(path, read_only=True) as beside:
        assert read(beside) == "From the quay"
    assert writing.isVisible()
    QTest.keyClick(writing, Qt.Key.Key_Escape)
    assert read(case) == ("" if what == "label" else "Pier")
    assert case.journal.undoable() == before


def test_what_is_written_on_a_note_that_leaves_the_board_is_kept(
    work: Workspace, qtbot: QtBot
) -> None:
    writing = begin_note(work)
    QTest.keyClicks(writing, "Ask the port")
    QTest.keyClick(writing, Qt.Key.Key_Tab)
    item, card = only_note(work)
    QTest.keyClick(work.canvas, Qt.Key.Key_Return)
    writing = written_on(work, NoteWriting)
    QTest.keyClicks(writing, "Ask the crew")
    work.bridge.run(removal.delete_selection(work.bridge.contents, [card.id], [], []))
    assert not writing.isVisible()
    qtbot.waitUntil(lambda: words_of(work.bridge.contents.items[item.id]) == "Ask the crew")


def test_words_that_the_disk_refuses_are_stored_with_the_next(
    window: Window, work: Workspace, path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise NotSaved("The disk is full.")

    writing = begin_note(work)
    with monkeypatch.context() as full:
        full.setattr(work.bridge.case, "run", refuse)
        QTest.keyClicks(writing, "Ask")
        qtbot.waitUntil(lambda: saved_of(window) == "The last change is not saved")
    QTest.keyClicks(writing, " the port")
    qtbot.waitUntil(lambda: saved_of(window) == "Every change saved")
    assert notes_in(path) == ["Ask the port"]


def test_a_window_that_closes_takes_what_is_being_written(
    window: Window, work: Workspace, path: Path
) -> None:
    QTest.keyClicks(begin_note(work), "Ask the port")
    window.close()
    assert notes_in(path) == ["Ask the port"]


def test_an_edit_of_the_same_note_later_is_another_step(work: Workspace) -> None:
    writing = begin_note(work)
    QTest.keyClicks(writing, "Ask the port")
    QTest.keyClick(writing, Qt.Key.Key_Tab)
    item, _ = only_note(work)
    work.bridge.run(items.set_values(item, {"title": "Ask the crew"}, "Edit note"))
    work.bridge.undo()
    assert words_of(only_note(work)[0]) == "Ask the port"
