"""An empty board says what there is to do first, with a button for each thing, and then no more."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from caseboard import asking
from caseboard.inspector.pages.case_page import CasePage
from caseboard.window import Window
from caseboard.workspace import Workspace
from casedb import Case

LEFT = Qt.MouseButton.LeftButton


def workspace_of(window: Window) -> Workspace:
    assert window.workspace is not None
    QApplication.processEvents()
    return window.workspace


def test_items_on_no_board_are_told_and_placed_by_one_press_and_one_undo(
    open_window: Callable[[], Window], tmp_path: Path
) -> None:
    path = tmp_path / "quay.caseboard"
    with Case.create(path, "Quay") as case:
        for n in range(3):
            case.add("note", title=f"Note {n}")
    window = open_window()
    assert window.open_case(path)
    work = workspace_of(window)
    steps = work.stage.first_steps
    assert steps.isVisible() and steps.loose.text() == "3 items are on no board yet."
    QTest.mouseClick(steps.place, LEFT)
    assert len(work.bridge.contents.cards) == 3
    assert not steps.isVisible()
    work.undo()
    assert not work.bridge.contents.cards
    assert steps.isVisible()


def test_without_a_name_it_says_so_until_there_is_one(
    open_window: Callable[[], Window], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    window.new_case(tmp_path / "a.caseboard", "A")
    work = workspace_of(window)
    steps, page = work.stage.first_steps, work.inspector.page
    assert isinstance(page, CasePage)
    assert steps.isVisible() and steps.unnamed.isVisible() and not steps.loose.isVisible()
    assert page.unnamed.isVisible()
    answers = ["", "Ada"]

    def answer(_parent: object, _now: str) -> str:
        return answers.pop(0)

    monkeypatch.setattr(asking, "author", answer)
    QTest.mouseClick(page.name_button, LEFT)
    assert page.unnamed.isVisible()
    steps.name.setFocus()
    QTest.keyClick(steps.name, Qt.Key.Key_Space)
    assert not page.unnamed.isVisible() and not steps.isVisible()
    assert work.bridge.case.actor == "Ada"


def test_with_a_card_on_the_board_only_the_inspector_says_it(
    open_window: Callable[[], Window], tmp_path: Path
) -> None:
    path = tmp_path / "quay.caseboard"
    with Case.create(path, "Quay") as case:
        case.place(case.add("note", title="Note"))
        case.add("note", title="Elsewhere")
    window = open_window()
    assert window.open_case(path)
    work = workspace_of(window)
    assert not work.stage.first_steps.isVisible()
    assert isinstance(work.inspector.page, CasePage)
    assert work.inspector.page.unnamed.isVisible()
