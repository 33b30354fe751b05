"""Typing in a real window: it is saved while it goes on, and nothing typed is lost silently."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from caseboard.dialogs.ask_kind import AskKind
from caseboard.dialogs.message import Confirm
from caseboard.inspector.editors.when import WhenEditor
from caseboard.window import Window
from caseboard.workspace import Workspace
from casedb import Case
from casedb.commands import cards
from casedb.errors import NotSaved
from casedb.model.changes import ChangeSet
from casedb.model.geometry import Point


@pytest.fixture
def window(open_window: Callable[[], Window], tmp_path: Path) -> Window:
    """A window with one claim on the board, its title in the focus."""
    window = open_window()
    window.new_case(tmp_path / "a.caseboard", "A")
    workspace_of(window).naming.add_card("claim", Point(0, 0))
    return window


def workspace_of(window: Window) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def title_of(window: Window) -> str:
    (item,) = workspace_of(window).bridge.contents.items.values()
    return item.title


def type_in(text: str) -> None:
    entry = QApplication.focusWidget()
    assert entry is not None
    QTest.keyClicks(entry, text)


def saved_of(window: Window) -> str:
    label = window.status.findChild(QLabel, "saved")
    assert isinstance(label, QLabel)
    return label.text()


def test_return_stores_a_title_and_escape_then_takes_nothing_back(window: Window) -> None:
    canvas = workspace_of(window).canvas
    type_in("It sailed")
    assert saved_of(window) == "Saving…"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)  # pyright: ignore[reportArgumentType, reportCallIssue]
    assert title_of(window) == "It sailed"
    assert QApplication.focusWidget() is canvas
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert title_of(window) == "It sailed"
    assert saved_of(window) == "Every change saved"


def test_what_escape_takes_back_is_said_at_the_foot_and_undo_brings_it_back(
    window: Window, qtbot: QtBot
) -> None:
    type_in("It sailed at night")
    qtbot.waitUntil(lambda: title_of(window) == "It sailed at night")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)  # pyright: ignore[reportArgumentType, reportCallIssue]
    assert title_of(window) == ""
    toast = workspace_of(window).toast
    assert toast.isVisible()
    assert toast.sentence == "Claim: what was typed is taken back. Undo brings it back."
    workspace_of(window).undo()
    assert title_of(window) == "It sailed at night"


def test_what_is_typed_without_a_pause_is_saved_while_it_goes_on(
    window: Window, qtbot: QtBot
) -> None:
    typed = 0

    def stored() -> bool:
        nonlocal typed
        type_in("x")
        typed += 1
        return bool(title_of(window))

    qtbot.waitUntil(stored, timeout=4000)
    assert 0 < len(title_of(window)) <= typed


def test_what_the_disk_refuses_is_not_lost_by_closing(
    window: Window, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    workspace = workspace_of(window)
    case, run = workspace.bridge.case, workspace.bridge.case.run
    path = case.path

    def refuse(*_: object) -> None:
        raise NotSaved("The disk is full.")

    asked: list[str] = []
    answers = [False, False]

    def ask(_parent: object, heading: str, sentence: str, *_: object, **__: object) -> bool:
        asked.append(f"{heading}: {sentence}")
        return answers.pop()

    monkeypatch.setattr(Confirm, "ask", ask)
    monkeypatch.setattr(case, "run", refuse)
    type_in("It sailed")
    assert not window.close()
    window.do("close_case")
    assert window.isVisible() and window.workspace is workspace
    assert len(asked) == 2
    assert asked[0].startswith("Not everything is saved: The disk is full.")
    assert saved_of(window) == "The last change is not saved"
    monkeypatch.setattr(case, "run", run)
    assert window.close()
    with Case.open(path) as again:
        assert [item.title for item in again.contents.items.values()] == ["It sailed"]


@pytest.mark.parametrize("is_stored", [False, True])
def test_what_the_disk_refuses_to_the_end_does_not_stop_the_closing(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_stored: bool
) -> None:
    workspace = workspace_of(window)
    case, run = workspace.bridge.case, workspace.bridge.case.run
    boards_left: list[int] = []

    def refuse(change: ChangeSet, *_: object) -> None:
        boards_left.append(workspace.stage.count())
        if is_stored and boards_left[-1] == 0:
            run(change)
            return
        raise NotSaved("The disk is full.")

    def agree(*_: object, **__: object) -> bool:
        return True

    monkeypatch.setattr(Confirm, "ask", agree)
    monkeypatch.setattr(case, "run", refuse)
    type_in("It sailed")
    Case.create(tmp_path / "other.caseboard").close()
    assert window.open_case(tmp_path / "other.caseboard")
    assert boards_left[-1] == 0, "it is tried once more when the boards are gone"
    assert workspace_of(window) is not workspace
    assert saved_of(window) == "Every change saved"
    with Case.open(case.path) as again:
        titles = [item.title for item in again.contents.items.values()]
        assert titles == ["It sailed" if is_stored else ""]


def test_a_closed_case_that_is_asked_for_a_card_says_nothing_of_it(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = workspace_of(window)
    told: list[str] = []

    def close_and_choose(*_: object) -> str:
        window.close_case()
        return "note"

    workspace.bridge.failed.connect(told.append)
    monkeypatch.setattr(AskKind, "ask", close_and_choose)
    workspace.wishes.card_wanted(Point(0, 0), QPoint())
    assert told == ["The case is closed."]
    assert window.workspace is None and workspace.toast.sentence == ""


def test_a_date_that_is_not_understood_is_asked_about_before_it_is_lost(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def ask(_parent: object, heading: str, sentence: str, *_: object, **__: object) -> bool:
        asked.append(sentence)
        return False

    monkeypatch.setattr(Confirm, "ask", ask)
    workspace = workspace_of(window)
    editor = workspace.inspector.findChild(WhenEditor)
    assert isinstance(editor, WhenEditor)
    editor.anchor().setFocus()
    QTest.keyClicks(editor.anchor(), "the 99th of Foo")
    assert not window.close()
    assert asked == ["“the 99th of Foo” is not understood, so it is not stored."]
    # Also from another card, where it waits until its own is shown again.
    workspace.selection.clear()
    assert not window.close()
    workspace.selection.set(cards=list(workspace.bridge.contents.cards))
    QTest.keyClick(editor.anchor(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(editor.anchor(), "autumn 2023")
    assert window.close() and len(asked) == 2


def test_the_case_page_leads_to_the_journal(window: Window) -> None:
    workspace = workspace_of(window)
    workspace.inspector.journal_wanted.emit()
    assert workspace.left.currentWidget() is workspace.journal


def test_cards_added_from_the_menu_do_not_lie_on_each_other(window: Window) -> None:
    workspace = workspace_of(window)
    for kind in ("claim", "note", "media", "claim", "event"):
        window.do(f"add_{kind}")
    rects = [card.rect for card in workspace.bridge.contents.cards.values()]
    assert len(rects) == 6
    assert not any(a.overlaps(b) for n, a in enumerate(rects) for b in rects[:n])


def test_a_card_nobody_has_sized_grows_with_its_title_in_the_same_step(window: Window) -> None:
    contents = workspace_of(window).bridge.contents
    (card,) = contents.cards.values()
    type_in("A title that is rather long and needs more than one line of a card of this width")
    workspace_of(window).inspector.flush()
    grown = contents.cards[card.id]
    assert grown.h > card.h and (grown.x, grown.y, grown.w) == (card.x, card.y, card.w)
    window.do("undo")
    assert contents.cards[card.id].h == card.h and title_of(window) == ""


def test_a_card_sized_by_hand_keeps_its_height(window: Window) -> None:
    bridge = workspace_of(window).bridge
    (card,) = bridge.contents.cards.values()
    tall = card.rect._replace(h=card.h + 80)
    assert bridge.run(cards.set_rects(bridge.contents, {card.id: tall}, "Resize"))
    type_in("A title that is rather long and needs more than one line of a card of this width")
    workspace_of(window).inspector.flush()
    assert bridge.contents.cards[card.id].h == tall.h


def test_a_card_added_from_far_away_comes_near_enough_to_be_read(
    window: Window, qtbot: QtBot
) -> None:
    canvas = workspace_of(window).canvas
    canvas.zoom_to(0.06)
    workspace_of(window).naming.add_card("note")
    newest = list(workspace_of(window).bridge.contents.cards.values())[-1]
    qtbot.waitUntil(lambda: canvas.camera.zoom > 0.5)
    qtbot.waitUntil(lambda: canvas.camera.visible().contains(newest.rect))


def test_a_card_that_grows_by_what_is_typed_moves_the_card_below_it(
    window: Window, qtbot: QtBot
) -> None:
    work = workspace_of(window)
    type_in("It sailed")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)  # pyright: ignore[reportArgumentType, reportCallIssue]
    (first,) = work.bridge.contents.cards.values()
    below = work.bridge.case.place(
        work.bridge.case.add("claim", title="It came back"),
        x=first.x,
        y=first.rect.bottom + 12,
    )
    work.selection.set(cards=[first.id])
    QApplication.processEvents()
    summary = work.inspector.editor("summary")
    assert summary is not None
    summary.anchor().setFocus()
    type_in("It left the quay before the morning of the second of March, as two people say. " * 2)
    qtbot.waitUntil(lambda: work.bridge.contents.cards[first.id].h > first.h + 12)
    work.canvas.setFocus()
    now = work.bridge.contents.cards
    assert now[below.id].y == now[first.id].rect.bottom + 12
    work.undo()
    assert work.bridge.contents.cards[below.id].y == below.y
