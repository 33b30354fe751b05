"""Sticky notes and plain text: written where they stand, as one step, and never empty."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseboard.board.card_layout import natural_height
from caseboard.board.note_writing import NoteWriting
from caseboard.board.tools.noting import STICKY_HEIGHT, STICKY_WIDTH, TEXT_WIDTH
from caseboard.inspector.editors.choice import ChoiceEditor
from caseboard.window import Window
from caseboard.workspace import Workspace
from casedb import Case
from casedb.commands import cards, items
from casedb.model.card_face import face
from casedb.model.geometry import Point
from casedb.model.notes import ShownAs, shown_as, words_of
from casedb.model.records import Card, Item

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def work(open_window: Callable[[], Window], tmp_path: Path) -> Workspace:
    """An empty case, looked at in its own size."""
    path = tmp_path / "quay.caseboard"
    with Case.create(path, "Quay"):
        pass
    window = open_window()
    assert window.open_case(path)
    assert window.workspace is not None
    canvas = window.workspace.canvas
    QApplication.processEvents()
    canvas.look_from(canvas.camera.at(Point(400, 300), 1.0))
    canvas.setFocus()
    return window.workspace


def pixel(work: Workspace, x: float, y: float) -> QPoint:
    at = work.canvas.camera.to_screen(Point(x, y))
    return QPoint(round(at.x), round(at.y))


def click(work: Workspace, x: float, y: float) -> None:
    QTest.mouseClick(work.canvas, LEFT, NONE, pixel(work, x, y))


def writing_on(work: Workspace) -> NoteWriting:
    (writing,) = [each for each in work.canvas.findChildren(NoteWriting) if each.isVisible()]
    return writing


def is_writing(work: Workspace) -> bool:
    return any(each.isVisible() for each in work.canvas.findChildren(NoteWriting))


def only_note(work: Workspace) -> tuple[Item, Card]:
    (item,) = work.bridge.contents.items.values()
    (card,) = work.bridge.contents.cards.values()
    return item, card


def make_sticky(work: Workspace, words: str = "Ask the port") -> tuple[Item, Card]:
    QTest.keyClick(work.canvas, Qt.Key.Key_N)
    click(work, 300, 200)
    QTest.keyClicks(writing_on(work), words)
    QTest.keyClick(writing_on(work), Qt.Key.Key_Return, CTRL)
    return only_note(work)


@pytest.mark.parametrize(
    ("key", "how"), [(Qt.Key.Key_N, ShownAs.STICKY), (Qt.Key.Key_T, ShownAs.TEXT)]
)
def test_a_note_is_written_where_one_clicks_and_is_one_step(
    work: Workspace, key: Qt.Key, how: ShownAs
) -> None:
    before = work.bridge.case.journal.length
    QTest.keyClick(work.canvas, key)
    click(work, 300, 200)
    writing = writing_on(work)
    assert writing.hasFocus()
    assert work.bridge.case.journal.length == before, "nothing is made before there are words"
    QTest.keyClicks(writing, "Ask the port")
    QTest.keyClick(writing, Qt.Key.Key_Return)
    QTest.keyClicks(writing, "Who signed?")
    QTest.keyClick(writing, Qt.Key.Key_Tab)
    assert not is_writing(work) and work.canvas.hasFocus()
    item, card = only_note(work)
    assert (item.title, item.values.text("summary")) == ("Ask the port", "Who signed?")
    assert shown_as(item) is how
    assert card.x == 300
    assert card.w == (STICKY_WIDTH if how is ShownAs.STICKY else TEXT_WIDTH)
    assert work.selection.cards == {card.id}
    assert work.bridge.case.journal.length == before + 1
    work.bridge.undo()
    assert not work.bridge.contents.items


@pytest.mark.parametrize("words", ["", "Ask"])
def test_escape_looks_back_to_where_one_looked_before_a_note_at_the_edge(
    work: Workspace, qtbot: QtBot, words: str
) -> None:
    canvas = work.canvas
    before = canvas.camera
    for moves in (False, True):
        QTest.keyClick(canvas, Qt.Key.Key_T)
        QTest.mouseClick(canvas, LEFT, NONE, QPoint(canvas.width() - 60, 300))
        there = canvas.camera
        assert there != before
        QTest.keyClicks(writing_on(work), words)
        if moves:
            canvas.look_from(there.panned(0, 50))
        QTest.keyClick(writing_on(work), Qt.Key.Key_Escape)
        if moves:
            # Somebody has looked elsewhere since.
            qtbot.wait(20)
            assert canvas.camera == there.panned(0, 50)
        else:
            qtbot.waitUntil(lambda: canvas.camera == before)


@pytest.mark.parametrize("key", [Qt.Key.Key_N, Qt.Key.Key_T])
@pytest.mark.parametrize("way", ["escape", "escape after words", "blank", "click elsewhere"])
def test_no_empty_note_is_left_behind(work: Workspace, key: Qt.Key, way: str) -> None:
    before = work.bridge.case.journal.length
    QTest.keyClick(work.canvas, key)
    click(work, 300, 200)
    writing = writing_on(work)
    if way == "escape after words":
        QTest.keyClicks(writing, "Ask")
    if way == "blank":
        QTest.keyClicks(writing, "   ")
    if way == "click elsewhere":
        click(work, 700, 500)
    elif way == "blank":
        QTest.keyClick(writing, Qt.Key.Key_Tab)
    else:
        QTest.keyClick(writing, Qt.Key.Key_Escape)
    assert not is_writing(work)
    assert work.bridge.case.journal.length == before
    assert work.canvas.hands.tool == "select"


def test_a_note_is_as_high_as_what_is_written(work: Workspace) -> None:
    item, card = make_sticky(work, "word " * 120)
    assert card.h == natural_height(face(work.bridge.contents, item), card.w) > STICKY_HEIGHT


def test_a_double_click_writes_on_and_the_note_grows(work: Workspace) -> None:
    _, card = make_sticky(work)
    assert card.h == STICKY_HEIGHT
    work.bridge.run(cards.set_flags(work.bridge.contents, [card.id], "Colour", accent="sup"))
    QTest.mouseDClick(work.canvas, LEFT, NONE, pixel(work, 350, 250))
    writing = writing_on(work)
    assert writing.toPlainText() == "Ask the port"
    assert (writing.geometry().topLeft() - pixel(work, 300, 200)).manhattanLength() <= 2
    QTest.keyClick(writing, Qt.Key.Key_End, CTRL)
    QTest.keyClicks(writing, " and who signed " * 30)
    assert writing.height() > STICKY_HEIGHT
    click(work, 700, 100)
    item, card = only_note(work)
    assert item.title.startswith("Ask the port and who signed")
    assert card.h > STICKY_HEIGHT
    work.bridge.undo()
    item, card = only_note(work)
    assert (item.title, card.h) == ("Ask the port", STICKY_HEIGHT)


def test_escape_leaves_the_words_of_a_note_as_they_were(work: Workspace) -> None:
    make_sticky(work)
    before = work.bridge.case.journal.length
    QTest.keyClick(work.canvas, Qt.Key.Key_Return)
    QTest.keyClicks(writing_on(work), "Something else")
    QTest.keyClick(writing_on(work), Qt.Key.Key_Escape)
    assert work.bridge.case.journal.length == before
    assert words_of(only_note(work)[0]) == "Ask the port"


def test_writing_follows_where_one_looks(work: Workspace) -> None:
    make_sticky(work)
    work.naming.edit_title()
    writing = writing_on(work)
    before = writing.geometry()
    work.canvas.look_from(work.canvas.camera.panned(-60, -40))
    assert writing.geometry().topLeft() - before.topLeft() == QPoint(-60, -40) or (
        writing.geometry().topLeft() - before.topLeft() == QPoint(60, 40)
    )
    work.canvas.zoom_to(2.0)
    assert writing.width() == 2 * before.width()


def test_a_note_that_goes_while_one_writes_ends_the_writing(work: Workspace) -> None:
    item, _ = make_sticky(work)
    work.naming.edit_title()
    work.deeds.delete_from_case([item.id])
    assert not is_writing(work)
    assert not work.bridge.contents.items


def test_how_a_note_is_shown_is_chosen_in_the_inspector(work: Workspace) -> None:
    item, card = make_sticky(work)
    columns = work.canvas.columns
    row = columns.cards.rows.get(card.id)
    assert row is not None and columns.shown_as(row) is ShownAs.STICKY
    for how in (ShownAs.TEXT, ShownAs.CARD):
        now = work.bridge.contents.items[item.id]
        work.bridge.run(items.set_values(now, {"shown_as": how.value}, "Edit"))
        assert columns.shown_as(row) is how
    work.selection.settle()
    QApplication.processEvents()
    editors = [each for each in work.inspector.findChildren(ChoiceEditor) if each.isVisible()]
    assert [each.field.label for each in editors] == ["Shown as"]
    assert work.canvas.note_sheet(card.id) is None
    QTest.keyClick(work.canvas, Qt.Key.Key_Return)
    assert not is_writing(work), "a card is edited in the inspector"


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("zoom", [2.0, 1.0, 0.3, 0.15])
def test_notes_are_painted_from_near_and_from_further_away(
    work: Workspace, name: str, zoom: float
) -> None:
    make_sticky(work)
    window = work.window()
    assert isinstance(window, Window)
    window.choose_theme(name)
    work.canvas.look_from(work.canvas.camera.at(Point(400, 260), zoom))
    work.canvas.sharpen()
    work.selection.clear()
    shown = work.canvas.grab().toImage()
    at = pixel(work, 400, 310)
    ground = window.theme.colour("bg").name()
    assert shown.pixelColor(at).name() != ground
