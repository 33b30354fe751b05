"""Windows for the tests of the dialogs."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from caseboard.dialogs.present_theme import put_on
from caseboard.theme import palette, theme


@pytest.fixture(autouse=True)
def plain_look(qapp: QApplication) -> None:
    """Tests begin in the light theme, as the window would set it."""
    qapp.setPalette(palette(theme("light")))


@pytest.fixture
def styled(qapp: QApplication) -> Callable[[str], None]:
    """Gives the application a theme, as the window does."""

    def use(name: str) -> None:
        put_on(theme(name))

    return use


@pytest.fixture
def show(qtbot: QtBot) -> Callable[[QWidget], None]:
    """Shows a dialog inside a window, where nothing waits for it."""
    windows: list[QWidget] = []

    def show(dialog: QWidget) -> None:
        window = QWidget()
        windows.append(window)
        qtbot.addWidget(window)
        window.resize(800, 800)
        dialog.setParent(window, Qt.WindowType.Widget)
        dialog.adjustSize()
        window.show()
        dialog.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        focused: QWidget | None = dialog.focusWidget()
        (focused or dialog).setFocus()

    return show


@pytest.fixture
def when_open(qtbot: QtBot) -> Callable[[type[QWidget], Callable[[QWidget], None]], None]:
    """Does something to a dialog of a type as soon as one is open: for those that wait."""

    def arrange(of: type[QWidget], do: Callable[[QWidget], None]) -> None:
        def look() -> None:
            top = (each for each in QApplication.topLevelWidgets() if each.isVisible())
            found = next((each for each in top if isinstance(each, of)), None)
            if found is None:
                QTimer.singleShot(5, look)
            else:
                do(found)

        QTimer.singleShot(0, look)

    return arrange
