"""Journeys: a real window and a real file, from nothing to a board that somebody can check."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseboard.dialogs.ask_kind import AskKind
from caseboard.dialogs.ask_link_type import AskLinkType
from caseboard.dialogs.message import Confirm, Message
from caseboard.window import Window
from caseboard.workspace import Workspace
from casedb import Case
from casedb.model.geometry import Point
from casedb.model.records import Card
from casedb.store.home import Home
from casedb.verification import verify

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def answering(answer: object) -> Callable[..., object]:
    """Stands in for a question; gives the answer whatever is asked."""

    def answer_it(*_: object, **__: object) -> object:
        return answer

    return answer_it


def workspace_of(window: Window) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def at(workspace: Workspace, x: float, y: float) -> QPoint:
    point = workspace.canvas.camera.to_screen(Point(x, y))
    return QPoint(round(point.x), round(point.y))


def drag(workspace: Workspace, start: tuple[float, float], end: tuple[float, float]) -> None:
    canvas = workspace.canvas

    def move(to: QPoint, button: Qt.MouseButton) -> None:
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(to),
            QPointF(canvas.mapToGlobal(to)),
            Qt.MouseButton.NoButton,
            button,
            NONE,
        )
        QApplication.sendEvent(canvas, event)

    first, last = at(workspace, *start), at(workspace, *end)
    move(first, Qt.MouseButton.NoButton)
    QTest.mousePress(canvas, LEFT, NONE, first)
    for part in (0.2, 0.6, 1.0):
        move(first + (last - first) * part, LEFT)
    QTest.mouseRelease(canvas, LEFT, NONE, last)


def card_titled(workspace: Workspace, title: str) -> Card:
    contents = workspace.bridge.contents
    (item,) = [each for each in contents.items.values() if each.title == title]
    (card,) = contents.cards_of(item.id)
    return card


def type_title(window: Window, text: str) -> None:
    """Type into whatever has the focus, as somebody does who has just made a card."""
    QApplication.processEvents()
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, text)
    workspace_of(window).inspector.flush()


def test_from_nothing_to_a_checked_case(
    open_window: Callable[[], Window],
    tmp_path: Path,
    home: Home,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    path = tmp_path / "harbour.caseboard"
    window = open_window()
    assert window.new_case(path, "Harbour")
    workspace = workspace_of(window)

    # A double-click on nothing asks for a kind and makes a card whose title can be typed at once.
    monkeypatch.setattr(AskKind, "ask", answering("claim"))
    middle = workspace.canvas.camera.visible().centre
    QTest.mouseDClick(workspace.canvas, LEFT, NONE, at(workspace, *middle))
    type_title(window, "The ship was in the harbour")
    claim = card_titled(workspace, "The ship was in the harbour")

    # A picture is dropped; it becomes a card with its thumbnail.
    picture = tmp_path / "pier.png"
    image = QImage(640, 480, QImage.Format.Format_RGB32)
    image.fill(QColor("steelblue"))
    assert image.save(str(picture))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(picture))])
    workspace.take_in(mime, Point(middle.x + 450, middle.y))
    qtbot.waitUntil(lambda: len(workspace.bridge.contents.cards) == 2)
    photo = card_titled(workspace, "pier")

    # A string is drawn from the dot beside the photo's card to the claim.
    monkeypatch.setattr(AskLinkType, "ask", answering("supports"))
    workspace.canvas.fit_all()
    rect = workspace.bridge.contents.cards[photo.id].rect
    dot = (rect.x - 11 / workspace.canvas.camera.zoom, rect.centre.y)
    hover = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(at(workspace, *rect.centre)),
        QPointF(),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        NONE,
    )
    QApplication.sendEvent(workspace.canvas, hover)
    drag(workspace, dot, claim.rect.centre)
    (link,) = workspace.bridge.contents.links.values()
    assert (link.type, link.start.id, link.end.id) == ("supports", photo.item, claim.item)

    # The claim is moved, and all of it is undone and done again.
    before = workspace.bridge.contents.cards[claim.id].rect
    drag(workspace, before.centre, (before.centre.x, before.centre.y + 200))
    assert workspace.bridge.contents.cards[claim.id].y > before.y + 150
    window.do("undo")
    assert workspace.bridge.contents.cards[claim.id].rect == before
    steps = workspace.bridge.case.journal.length
    window.do("redo")
    assert workspace.bridge.case.journal.length == steps + 1
    window.close_case()

    # Another window finds everything, and the file is sound.
    again = open_window()
    assert again.open_case(path)
    reopened = workspace_of(again)
    assert reopened.bridge.contents.cards[claim.id].y > before.y + 150
    assert again.menus["undo"].text() == "&Undo Move card"
    again.close_case()
    assert verify(path, home).sound


def test_the_example_opens_and_every_action_has_a_hand(
    open_window: Callable[[], Window], home: Home
) -> None:
    window = open_window()
    window.do("example")
    workspace = workspace_of(window)
    assert len(workspace.bridge.contents.items) == 38
    assert window.windowTitle().startswith("Arms transfers")
    from caseboard.actions import ACTIONS

    assert {each.name for each in ACTIONS} == set(window.handlers)


def test_going_to_an_item_on_another_board(open_window: Callable[[], Window]) -> None:
    window = open_window()
    window.do("example")
    workspace = workspace_of(window)
    contents = workspace.bridge.contents
    other = contents.boards[1]
    only_there = next(
        card for card in contents.cards_on(other.id) if len(contents.cards_of(card.item)) >= 1
    )
    workspace.show_board(other.id)
    workspace.going.go_to(only_there.item)
    assert workspace.board_id == other.id
    assert workspace.selection.cards == {only_there.id}


def test_a_case_that_is_none_gets_a_sentence_and_the_open_one_stays(
    open_window: Callable[[], Window], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    def tell(parent: object, heading: str, sentence: str, **_: object) -> None:
        told.append(sentence)

    monkeypatch.setattr(Message, "ask", tell)
    window = open_window()
    window.new_case(tmp_path / "a.caseboard", "A")
    broken = tmp_path / "broken.caseboard"
    broken.write_text("nothing", encoding="utf-8")
    assert not window.open_case(broken)
    assert "not a Caseboard case" in told[0]
    assert workspace_of(window).bridge.case.title == "A"


def test_a_case_in_use_opens_as_a_copy_to_read(
    open_window: Callable[[], Window], tmp_path: Path, home: Home
) -> None:
    path = tmp_path / "a.caseboard"
    with Case.create(path, "A", home=home) as case:
        case.place(case.add("note", title="Shared"))
        window = open_window()
        assert window.open_case(path)
        workspace = workspace_of(window)
        assert workspace.bridge.read_only
        assert "open" in workspace.toast.sentence
        assert not window.menus["add_claim"].isEnabled()
        assert len(workspace.bridge.contents.items) == 1
        window.close_case()


def test_deleting_asks_and_can_be_undone(
    open_window: Callable[[], Window], monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    window.do("example")
    workspace = workspace_of(window)
    contents = workspace.bridge.contents
    claim = next(item for item in contents.items.values() if item.kind == "claim")
    workspace.going.go_to(claim.id)
    before = len(contents.links)
    monkeypatch.setattr(Confirm, "ask", answering(False))
    window.do("delete_items")
    assert claim.id in contents.items
    monkeypatch.setattr(Confirm, "ask", answering(True))
    window.do("delete_items")
    assert claim.id not in contents.items
    assert len(contents.links) < before
    window.do("undo")
    assert claim.id in contents.items
    assert len(contents.links) == before


def test_the_theme_changes_while_a_case_is_open(open_window: Callable[[], Window]) -> None:
    window = open_window()
    window.do("example")
    window.do("theme_dark")
    assert window.theme.is_dark
    dark = workspace_of(window).canvas.grab().toImage().pixelColor(5, 5)
    window.do("theme_light")
    light = workspace_of(window).canvas.grab().toImage().pixelColor(5, 5)
    assert dark.lightness() < 80 < light.lightness()


def test_the_view_of_a_board_is_where_it_was_left(
    open_window: Callable[[], Window], tmp_path: Path
) -> None:
    path = tmp_path / "a.caseboard"
    window = open_window()
    window.new_case(path, "A")
    canvas = workspace_of(window).canvas
    canvas.look_from(canvas.camera.at(Point(1234, 567), 1.5))
    window.close_case()
    window.open_case(path)
    camera = workspace_of(window).canvas.camera
    assert (round(camera.x), round(camera.y), camera.zoom) == (1234, 567, 1.5)


def test_boards_are_added_renamed_and_deleted_from_their_tabs(
    open_window: Callable[[], Window], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    window.new_case(tmp_path / "a.caseboard", "A")
    workspace = workspace_of(window)
    workspace.add_board("Kharkiv")
    assert [board.title for board in workspace.bridge.contents.boards] == ["Main board", "Kharkiv"]
    kharkiv = workspace.board_id
    workspace.tabs.renamed.emit(kharkiv, "Kharkiv strike")
    assert workspace.tabs.bar.tabText(1) == "Kharkiv strike"
    monkeypatch.setattr(Confirm, "ask", answering(True))
    workspace.tabs.delete_wanted.emit(kharkiv)
    assert workspace.board_id != kharkiv
    window.do("undo")
    assert workspace.tabs.bar.count() == 2


def test_what_is_found_is_marked_on_every_board(
    open_window: Callable[[], Window], tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window()
    assert window.new_case(tmp_path / "case.caseboard", "Case")
    workspace = workspace_of(window)
    case = workspace.bridge.case
    found = case.add("note", title="Grain")
    case.place(found, x=0, y=0)
    workspace.canvas.fit_all()
    without = workspace.canvas.grab().toImage()
    window.do("find")
    with qtbot.waitSignal(workspace.search.answered, timeout=5_000):
        qtbot.keyClicks(workspace.search.field, "grain")
    assert workspace.canvas.overlay.found.items == {found.id}
    assert workspace.canvas.grab().toImage() != without
    workspace.add_board("Another")
    assert workspace.canvas.overlay.found.items == {found.id}
    qtbot.keyClick(workspace.search.field, Qt.Key.Key_Escape)
    assert not workspace.canvas.overlay.found
