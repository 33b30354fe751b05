"""The bar over the window while something is done beside it: it counts, it can be called off."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from caseboard.dialogs.progress import SHOWN_AFTER, Progress


@pytest.fixture
def progress(qtbot: QtBot) -> Iterator[Progress]:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    yield Progress(window, "Storing…")


def test_it_shows_how_much_is_done_and_what_is_in_hand(progress: Progress) -> None:
    progress.show_count(0, 0, "12 files found", "pier.jpg")
    assert progress.bar.maximum() == 0
    progress.show_count(250, 1000, "250 of 1,000 files", "\u202equay.jpg")
    assert progress.bar.value() * 4 == progress.bar.maximum()
    assert (progress.count.text(), progress.bar.accessibleName()) == (
        "250 of 1,000 files",
        "Storing…",
    )


@pytest.mark.parametrize("how", ["button", "escape"])
def test_calling_off_is_asked_once_and_the_bar_stays_until_the_work_has_ended(
    progress: Progress, how: str, qtbot: QtBot
) -> None:
    asked: list[bool] = []
    progress.cancelled.connect(lambda: asked.append(True))
    progress.open()
    for _ in range(2):
        if how == "button":
            progress.cancel.click()
        else:
            QTest.keyClick(progress, Qt.Key.Key_Escape)
    assert asked == [True] and progress.isVisible()
    assert not progress.cancel.isEnabled()
    progress.end()
    assert not progress.isVisible()


def test_what_takes_no_time_shows_no_bar(progress: Progress, qtbot: QtBot) -> None:
    progress.begin()
    progress.end()
    qtbot.wait(SHOWN_AFTER + 50)


def test_what_takes_longer_shows_one(progress: Progress, qtbot: QtBot) -> None:
    progress.begin()
    qtbot.waitUntil(progress.isVisible)
    progress.end()


@pytest.mark.parametrize("name", ["", "pier.jpg", "a very long name of a file " * 20])
def test_the_button_is_as_wide_as_its_word_and_stands_at_the_end(
    progress: Progress, name: str
) -> None:
    progress.show_count(0, 0, "12 files found", name)
    progress.open()
    assert progress.cancel.width() == progress.cancel.sizeHint().width()
    assert progress.cancel.geometry().right() == progress.bar.geometry().right()
    assert progress.width() == progress.minimumWidth()
