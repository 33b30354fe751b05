"""What is dropped or pasted lies where the pointer is, and the board stays where it was."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QCursor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from caseboard import dropping
from caseboard.dialogs.add_address import AddAddress
from caseboard.inspector.pages.item_page import ItemPage
from caseboard.window import Window
from caseboard.workspace import Workspace
from casedb import Case
from casedb.capture import capture_of
from casedb.model.fuzzy_date import FuzzyDate
from casedb.model.geometry import Point
from casedb.model.records import Card

COPY, LEFT = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def work(open_window: Callable[[], Window], tmp_path: Path) -> Iterator[Workspace]:
    """A case with one claim in the middle of the board."""
    path = tmp_path / "quay.caseboard"
    with Case.create(path, "Quay") as case:
        case.place(case.add("claim", title="It sailed"), x=270, y=240, w=260, h=120)
    window = open_window()
    assert window.open_case(path)
    work = window.workspace
    assert work is not None
    QApplication.processEvents()
    work.canvas.look_from(work.canvas.camera.at(Point(400, 300), 1.0))
    work.canvas.setFocus()
    yield work
    QGuiApplication.clipboard().clear()


def pixel(work: Workspace, x: float, y: float) -> QPointF:
    at = work.canvas.camera.to_screen(Point(x, y))
    return QPointF(round(at.x), round(at.y))


def text(words: str) -> QMimeData:
    mime = QMimeData()
    mime.setText(words)
    return mime


def enter(work: Workspace, mime: QMimeData, x: float, y: float) -> QDragEnterEvent:
    at = pixel(work, x, y).toPoint()
    event = QDragEnterEvent(at, COPY, mime, LEFT, NONE)
    QApplication.sendEvent(work.canvas, event)
    return event


def move(work: Workspace, mime: QMimeData, x: float, y: float) -> None:
    at = pixel(work, x, y).toPoint()
    QApplication.sendEvent(work.canvas, QDragMoveEvent(at, COPY, mime, LEFT, NONE))


def drop(work: Workspace, mime: QMimeData, x: float, y: float) -> None:
    enter(work, mime, x, y)
    QApplication.sendEvent(work.canvas, QDropEvent(pixel(work, x, y), COPY, mime, LEFT, NONE))


def new_cards(work: Workspace, number: int) -> list[Card]:
    """The cards that have come, in the order of their making, once there are so many."""
    cards = sorted(work.bridge.contents.cards.values(), key=lambda card: card.z)[1:]
    return cards if len(cards) == number else []


def test_what_is_dropped_on_a_card_lies_under_the_pointer_on_top(
    work: Workspace, qtbot: QtBot
) -> None:
    before = work.canvas.camera
    drop(work, text("Seen from the quay"), 420, 320)
    qtbot.waitUntil(lambda: bool(new_cards(work, 1)))
    (card,) = new_cards(work, 1)
    assert card.rect.centre.x == pytest.approx(420, abs=1)
    assert card.rect.centre.y == pytest.approx(320, abs=1)
    assert work.selection.cards == {card.id}
    qtbot.wait(50)
    assert work.canvas.camera == before


def test_the_first_of_several_lies_under_the_pointer(
    work: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    files = [tmp_path / f"{n}.txt" for n in range(3)]
    for file in files:
        file.write_text(file.name, encoding="utf-8")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    before = work.canvas.camera
    drop(work, mime, 700, 500)
    qtbot.waitUntil(lambda: bool(new_cards(work, 3)))
    first, second, third = (card.rect for card in new_cards(work, 3))
    assert first.centre.x == pytest.approx(700, abs=1)
    assert first.centre.y == pytest.approx(500, abs=1)
    assert first.right < second.x
    assert second.right < third.x
    assert first.y == second.y == third.y
    assert work.canvas.camera == before


def test_what_is_dragged_over_the_board_shows_where_it_would_lie(
    work: Workspace, qtbot: QtBot
) -> None:
    hints: list[str] = []
    work.hinted.connect(hints.append)
    mime = text("Seen from the quay")
    assert enter(work, mime, 420, 320).isAccepted()
    assert hints[-1] == "Let go to make a card of it here"
    (landing,) = work.canvas.overlay.landing
    assert landing.centre.x == pytest.approx(420, abs=1)
    move(work, mime, 500, 100)
    (landing,) = work.canvas.overlay.landing
    assert (landing.centre.x, landing.centre.y) == (
        pytest.approx(500, abs=1),
        pytest.approx(100, abs=1),
    )
    QApplication.sendEvent(work.canvas, QDragLeaveEvent())
    assert work.canvas.overlay.landing == ()
    assert hints[-1] == ""
    drop(work, mime, 500, 100)
    assert work.canvas.overlay.landing == ()
    qtbot.waitUntil(lambda: bool(new_cards(work, 1)))


def test_it_says_how_many_cards_would_come(work: Workspace) -> None:
    hints: list[str] = []
    work.hinted.connect(hints.append)
    enter(work, text("https://example.org/a\nhttps://example.org/b"), 420, 320)
    assert hints[-1] == "Let go to make 2 cards here"
    assert len(work.canvas.overlay.landing) == 2
    mime = QMimeData()
    mime.setData(dropping.ITEMS_MIME, json.dumps([str(n) for n in range(40)]).encode())
    enter(work, mime, 420, 320)
    assert hints[-1] == "Let go to make 40 cards here"
    assert len(work.canvas.overlay.landing) == 12
    QApplication.sendEvent(work.canvas, QDragLeaveEvent())


def test_what_cannot_become_a_card_shows_nothing(work: Workspace) -> None:
    mime = QMimeData()
    mime.setData("application/x-other", b"x")
    assert not enter(work, mime, 420, 320).isAccepted()
    assert work.canvas.overlay.landing == ()


@pytest.mark.parametrize("is_over", [True, False])
def test_what_is_pasted_lies_under_the_pointer_where_that_is_on_the_board(
    work: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, is_over: bool
) -> None:
    at = work.canvas.mapToGlobal(pixel(work, 420, 320).toPoint())
    monkeypatch.setattr(QCursor, "pos", lambda: at if is_over else QPoint(-50, -50))
    monkeypatch.setattr(work.canvas, "underMouse", lambda: is_over)
    QGuiApplication.clipboard().setMimeData(text("Seen from the quay"))
    QTest.keyClick(work.canvas, Qt.Key.Key_V, CTRL)
    qtbot.waitUntil(lambda: bool(new_cards(work, 1)))
    (card,) = new_cards(work, 1)
    (claim,) = (each for each in work.bridge.contents.cards.values() if each.id != card.id)
    assert card.rect.overlaps(claim.rect) == is_over
    if is_over:
        assert card.rect.centre.x == pytest.approx(420, abs=1)


def test_a_record_of_a_scene_lies_there_as_a_satellite_image_and_says_what_it_left_out(
    work: Workspace, qtbot: QtBot
) -> None:
    mime = QMimeData()
    scene = Path(__file__).parent.parent / "stac" / "20170831_195425_SS02.json"
    mime.setUrls([QUrl.fromLocalFile(str(scene))])
    drop(work, mime, 420, 320)
    qtbot.waitUntil(lambda: bool(new_cards(work, 1)))
    (card,) = new_cards(work, 1)
    item = work.bridge.contents.items[card.item]
    assert (item.kind, item.values["platform"]) == ("satellite_image", "SS02")
    qtbot.waitUntil(lambda: "was read as a satellite image" in work.toast.sentence)
    assert "Left in the file alone: links, assets, updated, created and 7 more." in (
        work.toast.sentence
    )
    work.bridge.undo()
    assert not new_cards(work, 1)
    assert item.id not in work.bridge.contents.items


def test_after_an_address_is_pasted_one_key_says_how_it_was_captured(
    work: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work.canvas, "underMouse", lambda: False)
    QGuiApplication.clipboard().setMimeData(text("https://example.org/news"))
    QTest.keyClick(work.canvas, Qt.Key.Key_V, CTRL)
    qtbot.waitUntil(lambda: bool(new_cards(work, 1)))
    (card,) = new_cards(work, 1)

    def fill(dialog: QDialog) -> int:
        assert isinstance(dialog, AddAddress)
        assert dialog.url.text() == "https://example.org/news"
        dialog.tool.setText("Browser 1.0")
        dialog.captured.setText("2024-01-02")
        dialog.add.click()
        return dialog.result()

    monkeypatch.setattr(AddAddress, "exec", fill)
    QTest.keyClick(work.canvas, Qt.Key.Key_U, CTRL)
    qtbot.waitUntil(lambda: not work.intake.is_busy)
    item = work.bridge.contents.items[card.item]
    told = capture_of(item)
    assert (told.tool, told.captured) == ("Browser 1.0", FuzzyDate.parse("2024-01-02"))
    page = work.inspector.page
    assert isinstance(page, ItemPage)
    page.files.capture_button.click()
    assert capture_of(work.bridge.contents.items[card.item]) == told
    work.selection.clear()
    QTest.keyClick(work.canvas, Qt.Key.Key_U, CTRL)
    assert capture_of(work.bridge.contents.items[card.item]) == told
