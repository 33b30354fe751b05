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


def test_what_is_dropped_on_a_card_lies_beside_it_where_that_was_shown(
    work: Workspace, qtbot: QtBot
) -> None:
    before = work.canvas.camera
    (there,) = work.bridge.contents.cards.values()
    enter(work, text("Seen from the quay"), 420, 320)
    (landing,) = work.canvas.overlay.landing
    assert not landing.overlaps(there.rect)
    drop(work, text("Seen from the quay"), 420, 320)
    qtbot.waitUntil(lambda: bool(new_cards(work, 1)))
    (card,) = new_cards(work, 1)
    assert not card.rect.overlaps(there.rect)
    assert card.rect.grown(48).overlaps(there.rect)
    assert card.rect.overlaps(landing)
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


@pytest.mark.parametrize("is_low", [True, False])
def test_the_notice_keeps_clear_of_the_card_that_was_just_dropped(
    work: Workspace, qtbot: QtBot, is_low: bool
) -> None:
    camera = work.canvas.camera
    at = camera.to_world(Point(camera.width / 2, camera.height - 170 if is_low else 200))
    drop(work, text("https://example.org/page"), at.x, at.y)
    qtbot.waitUntil(lambda: bool(new_cards(work, 1)) and work.toast.isVisible())
    (card,) = work.laying.selected_boxes()
    assert not work.toast.geometry().intersects(card)
    # Where nothing is in its way it lies at the foot, as ever.
    assert (work.toast.y() > work.stage.height() / 2) != is_low


def test_what_is_dragged_over_the_board_shows_where_it_would_lie(
    work: Workspace, qtbot: QtBot
) -> None:
    hints: list[str] = []
    work.hinted.connect(hints.append)
    mime = text("Seen from the quay")
    assert enter(work, mime, 420, 320).isAccepted()
    assert hints[-1] == "Let go to make a card of it here"
    assert len(work.canvas.overlay.landing) == 1
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
    at = work.canvas.mapToGlobal(pixel(work, 700, 500).toPoint())
    monkeypatch.setattr(QCursor, "pos", lambda: at if is_over else QPoint(-50, -50))
    monkeypatch.setattr(work.canvas, "underMouse", lambda: is_over)
    QGuiApplication.clipboard().setMimeData(text("Seen from the quay"))
    QTest.keyClick(work.canvas, Qt.Key.Key_V, CTRL)
    qtbot.waitUntil(lambda: bool(new_cards(work, 1)))
    (card,) = new_cards(work, 1)
    assert (abs(card.rect.centre.x - 700) <= 1) == is_over


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


def test_a_network_lies_there_as_cards_with_links_and_goes_in_one_step(
    work: Workspace, qtbot: QtBot
) -> None:
    mime = QMimeData()
    network = Path(__file__).parent.parent / "diagrams" / "harbour.vis"
    mime.setUrls([QUrl.fromLocalFile(str(network))])
    drop(work, mime, 420, 320)
    qtbot.waitUntil(lambda: bool(new_cards(work, 4)))
    contents = work.bridge.contents
    titles = {contents.items[card.item].title for card in new_cards(work, 4)}
    assert titles == {"harbour", "Anna Example", "Harbour Shipping Ltd", "MV Example"}
    assert len(contents.links) == 2
    qtbot.waitUntil(lambda: "It describes 3 things. 2 links came with it." in work.toast.sentence)
    work.bridge.undo()
    assert not new_cards(work, 4) and len(contents.items) == 1 and not contents.links


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


SHIFT = Qt.KeyboardModifier.ShiftModifier


def files(folder: Path, *names: str) -> QMimeData:
    """Small files of different words, dragged together."""
    mime = QMimeData()
    for name in names:
        (folder / name).write_text(name, encoding="utf-8")
    mime.setUrls([QUrl.fromLocalFile(str(folder / name)) for name in names])
    return mime


def attached(work: Workspace) -> list[str]:
    """The names of the files of the claim, in order."""
    contents = work.bridge.contents
    claim = next(each for each in contents.items.values() if each.kind == "claim")
    return [contents.artifacts[each.artifact].name for each in contents.attachments_of(claim.id)]


def test_files_that_are_dropped_on_a_card_are_attached_to_its_item(
    work: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    hints: list[str] = []
    work.hinted.connect(hints.append)
    mime = files(tmp_path, "a.txt", "b.txt")
    (card,) = work.bridge.contents.cards.values()
    before = work.bridge.case.journal.length
    enter(work, mime, 700, 500)
    assert work.canvas.overlay.receiving == "" and len(work.canvas.overlay.landing) == 2
    move(work, mime, 400, 300)
    assert work.canvas.overlay.receiving == card.id and work.canvas.overlay.landing == ()
    assert hints[-1] == "Let go to attach 2 files to “It sailed”; with Shift they become cards"
    drop(work, mime, 400, 300)
    assert work.canvas.overlay.receiving == ""
    qtbot.waitUntil(lambda: not work.intake.is_busy and len(attached(work)) == 2)
    assert attached(work) == ["a.txt", "b.txt"]
    assert len(work.bridge.contents.cards) == len(work.bridge.contents.items) == 1
    assert "2 files are attached to “It sailed”." in work.toast.sentence
    assert work.bridge.case.journal.length == before + 1
    work.bridge.undo()
    assert attached(work) == []


def test_with_shift_files_become_cards_also_over_a_card(
    work: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    mime = files(tmp_path, "a.txt")
    enter(work, mime, 400, 300)
    event = QDropEvent(pixel(work, 400, 300), COPY, mime, LEFT, SHIFT)
    QApplication.sendEvent(work.canvas, event)
    qtbot.waitUntil(lambda: bool(new_cards(work, 1)))
    assert attached(work) == []


def test_a_satellite_image_that_is_dropped_on_a_card_lies_beside_it(
    work: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    scene = Path(__file__).parents[1] / "stac" / "example-sentinel2.json"
    mime = files(tmp_path, "a.txt")
    mime.setUrls([*mime.urls(), QUrl.fromLocalFile(str(scene))])
    (card,) = work.bridge.contents.cards.values()
    drop(work, mime, 400, 300)
    qtbot.waitUntil(lambda: bool(new_cards(work, 1)) and not work.intake.is_busy)
    (made,) = new_cards(work, 1)
    assert work.bridge.contents.items[made.item].kind == "satellite_image"
    assert attached(work) == ["a.txt"]
    assert not made.rect.overlaps(card.rect)


def test_a_folder_that_is_dropped_on_a_card_becomes_cards_beside_it(
    work: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "photos"
    folder.mkdir()
    files(folder, "a.txt", "b.txt")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(folder))])
    (card,) = work.bridge.contents.cards.values()
    drop(work, mime, 400, 300)
    qtbot.waitUntil(lambda: bool(new_cards(work, 2)))
    assert attached(work) == []
    assert not any(each.rect.overlaps(card.rect) for each in new_cards(work, 2))


def test_what_takes_no_files_has_the_new_card_beside_it(
    work: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    case = work.bridge.case
    words = case.add("note", title="Words on the board", shown_as="text")
    note = case.place(words, x=700, y=240, w=200, h=60)
    mime = files(tmp_path, "a.txt")
    enter(work, mime, 780, 270)
    assert work.canvas.overlay.receiving == ""
    drop(work, mime, 780, 270)
    qtbot.waitUntil(lambda: bool(new_cards(work, 2)))
    made = new_cards(work, 2)[1]
    assert case.contents.items[made.item].kind == "document"
    assert not made.rect.overlaps(note.rect)


def test_files_that_are_dropped_on_the_files_of_the_inspector_are_attached(
    work: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    work.selection.set(cards=list(work.bridge.contents.cards))
    work.selection.settle()
    page = work.inspector.page
    assert isinstance(page, ItemPage)
    mime = files(tmp_path, "a.txt", "b.txt")
    at = page.files.rect().center()
    event = QDragEnterEvent(at, COPY, mime, LEFT, NONE)
    QApplication.sendEvent(page.files, event)
    assert event.isAccepted()
    QApplication.sendEvent(page.files, QDropEvent(QPointF(at), COPY, mime, LEFT, NONE))
    qtbot.waitUntil(lambda: len(attached(work)) == 2)
    words = text("words")
    refused = QDragEnterEvent(at, COPY, words, LEFT, NONE)
    refused.ignore()
    QApplication.sendEvent(page.files, refused)
    assert not refused.isAccepted()
