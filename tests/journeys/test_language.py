"""Another language is chosen while a case is open: the window speaks it at once, and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QComboBox

from caseboard import language
from caseboard.dialogs.settings_dialog import SettingsDialog, SettingsPage
from caseboard.example import write_example
from caseboard.options import Page
from caseboard.selection import Selected
from caseboard.sight import Sight
from caseboard.window import Window
from casedb import words
from casedb.commands import items
from templates import Templates

OpenWindow = Callable[[], Window]


class Loud:
    """Every text with exclamation marks, as nobody here would write one."""

    def find(self, text: str, about: str, number: int | None) -> str:
        return f"{text}!"

    def write(self, value: float, decimals: int | None) -> str:
        return f"{value}"


@pytest.fixture
def loud(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Ukrainian is a language of which no word is missing."""
    choose = language.choose

    def choose_loud(wanted: str) -> bool:
        is_other = choose(wanted)
        words.speak(Loud() if language.spoken().code == "uk" else None)
        return is_other

    monkeypatch.setattr(language, "choose", choose_loud)
    yield
    words.speak(None)


@pytest.fixture
def example(tmp_path: Path, templates: Templates) -> Path:
    """The example case."""
    return templates.copy(write_example, tmp_path / "example.caseboard")


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.usefixtures("loud")
def test_the_window_goes_on_where_it_was(open_window: OpenWindow, example: Path) -> None:
    window = open_window()
    window.open_case(example)
    before = window.workspace
    assert before is not None
    board = before.bridge.contents.boards[1].id
    before.show_board(board)
    card = next(iter(before.bridge.contents.each_card_on(board)))
    before.bridge.run(
        items.add_item(before.bridge.contents, before.bridge.new_id, "claim", {"title": "A claim"})
    )
    before.selection.become(Selected(items=frozenset({card.item}), cards=frozenset({card.id})))
    before.left.setCurrentWidget(before.left.journal)
    before.looking.sights.look(board, Sight().focused([card.id], 1))
    selected, camera = before.selection.now, before.canvas.camera
    faded = before.canvas.columns.faded
    before.inspector.flush()
    case = before.bridge.case
    window.settings.change(language="uk")
    settle()
    after = window.workspace
    assert after is not None and after is not before
    assert after.bridge.case is case
    assert (after.board_id, after.selection.now) == (board, selected)
    now = after.canvas.camera
    assert (now.x, now.y, now.zoom) == (camera.x, camera.y, camera.zoom)
    assert after.left.currentWidget() is after.left.journal
    assert after.left.tabText(after.left.currentIndex()) == "Journal!"
    assert window.menus["undo"].text().startswith("&Undo")
    assert after.looking.sights.of(board) == before.looking.sights.of(board)
    assert after.canvas.columns.faded == faded != frozenset()
    there = len(case.contents.items)
    window.do("undo")
    assert len(case.contents.items) == there - 1
    window.settings.change(language="en")
    settle()
    assert window.workspace is not None
    assert window.workspace.left.tabText(4) == "Journal"


@pytest.mark.usefixtures("loud")
def test_the_settings_speak_it_at_once_and_stay_open(open_window: OpenWindow) -> None:
    window = open_window()
    said: list[str] = []

    def dialog() -> SettingsDialog:
        (found,) = (
            each
            for each in QApplication.topLevelWidgets()
            if isinstance(each, SettingsDialog) and each.isVisible()
        )
        return found

    def choose() -> None:
        page = dialog().shown[Page.APPEARANCE]
        assert isinstance(page, SettingsPage)
        box = page.controls["language"]
        said.append(dialog().windowTitle())
        QTimer.singleShot(0, look)
        if isinstance(box, QComboBox):
            box.setCurrentIndex(box.findData("uk"))
            box.activated.emit(box.currentIndex())
        else:
            box.choose("uk")  # pyright: ignore[reportAttributeAccessIssue]

    def look() -> None:
        shown = dialog()
        focused, control = shown.focusWidget(), shown.control("language")
        is_focused = control is not None and control.focusProxy() is focused
        said.extend((shown.windowTitle(), shown.page.value, f"{is_focused}"))
        shown.accept()

    QTimer.singleShot(0, choose)
    SettingsDialog.ask(window, window.settings, Page.APPEARANCE)
    assert said == ["Settings", "Settings!", "Appearance", "True"]
    assert window.settings.now.language == "uk"
