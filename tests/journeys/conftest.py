"""A real window for the journeys."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseboard.settings import Settings
from caseboard.window import Window
from casedb.intake.cage.cage import Cage
from casedb.store.home import Home


@pytest.fixture
def open_window(qtbot: QtBot, home: Home, cage: Cage) -> Iterator[Callable[[], Window]]:
    """Opens windows, as starting the program does; the last one is closed by itself."""
    opened: list[Window] = []

    def open_one() -> Window:
        window = Window(Settings(home), cage=cage)
        window.resize(1400, 900)
        window.show()
        qtbot.waitExposed(window)
        opened.append(window)
        return window

    yield open_one
    for window in opened:
        window.close()
        window.deleteLater()
    QApplication.processEvents()
