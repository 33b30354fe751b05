"""A recent case that is not where it was: looked for, forgotten, or left as it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from caseboard import asking
from caseboard.dialogs.missing_case import FORGET, LOCATE, MissingCase
from caseboard.settings import Settings
from caseboard.theme import theme
from caseboard.window import Window
from casedb import Case
from casedb.store.home import Home

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def window(qtbot: QtBot, home: Home) -> Iterator[Window]:
    made = Window(Settings(home))
    made.show()
    yield made
    made.close()
    made.deleteLater()
    QApplication.processEvents()


@pytest.fixture
def moved(window: Window, tmp_path: Path) -> tuple[Path, Path]:
    """A recent case, where it was and where it is now."""
    before, after = tmp_path / "harbour.caseboard", tmp_path / "elsewhere" / "harbour.caseboard"
    assert window.new_case(before, "Harbour")
    window.close_case()
    after.parent.mkdir()
    before.rename(after)
    return before, after


def recent(window: Window) -> list[str]:
    return [each.path for each in window.settings.now.recent]


def answer(monkeypatch: pytest.MonkeyPatch, said: str, path: Path | None = None) -> None:
    def ask(parent: QWidget, missing: Path) -> str:
        return said

    def case_to_open(parent: QWidget, folder: Path | None = None) -> Path | None:
        return path

    monkeypatch.setattr(MissingCase, "ask", ask)
    monkeypatch.setattr(asking, "case_to_open", case_to_open)


def test_the_file_that_is_found_takes_the_place_of_the_one_that_is_gone(
    window: Window, moved: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    before, after = moved
    answer(monkeypatch, LOCATE, after)
    window.recents.open(before)
    assert window.workspace is not None
    assert window.workspace.bridge.case.path == after
    assert recent(window) == [str(after)]


def test_another_case_is_opened_and_the_missing_one_stays_on_the_list(
    window: Window, moved: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    other = tmp_path / "other.caseboard"
    Case.create(other, "Other").close()
    answer(monkeypatch, LOCATE, other)
    window.recents.open(moved[0])
    assert recent(window) == [str(other), str(moved[0])]
    assert window.workspace is not None
    assert window.workspace.toast.sentence == ("This is another case; “Harbour” is still missing.")


def test_a_missing_case_is_forgotten_when_that_is_wished(
    window: Window, moved: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, FORGET)
    assert len(window.welcome.cards) == 1
    window.recents.open(moved[0])
    assert recent(window) == []
    assert window.welcome.cards == []


@pytest.mark.parametrize("said", ["", LOCATE])
def test_thinking_better_of_it_leaves_everything(
    window: Window, moved: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    answer(monkeypatch, said)
    window.recents.open(moved[0])
    assert recent(window) == [str(moved[0])]
    assert window.workspace is None


@pytest.mark.parametrize(
    ("how", "said"), [("Return", LOCATE), ("forget", FORGET), ("cancel", ""), ("Escape", "")]
)
def test_the_question_is_answered_by_key_and_button(qtbot: QtBot, how: str, said: str) -> None:
    dialog = MissingCase(Path("/cases/<b>harbour.caseboard"), theme("light"))
    qtbot.addWidget(dialog)
    dialog.show()
    assert "“<b>harbour.caseboard”" in dialog.text.toPlainText()
    buttons = {"forget": dialog.forget, "cancel": dialog.cancel}
    if how in buttons:
        buttons[how].click()
    else:
        QTest.keyClick(dialog.locate, Qt.Key[f"Key_{how}"])
    assert dialog.answer == said
    assert not dialog.isVisible()
