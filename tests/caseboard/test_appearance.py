"""The look of the whole program: chosen in the menu or by the system, and worn by all that is open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from caseboard import appearance
from caseboard.actions import Menu
from caseboard.appearance import THEMES
from caseboard.board.columns import Columns
from caseboard.dialogs.message import Message
from caseboard.dialogs.present_theme import present_theme
from caseboard.menus import CHOICES
from caseboard.settings import Settings
from caseboard.theme import theme
from caseboard.window import Window
from casedb.store.home import Home


class Polished(QWidget):
    """Counts how often it has been styled."""

    times = 0

    def changeEvent(self, event: QEvent) -> None:
        self.times += event.type() is QEvent.Type.StyleChange
        super().changeEvent(event)


@pytest.fixture
def window(qtbot: QtBot, home: Home) -> Iterator[Window]:
    """A window in the light theme."""
    settings = Settings(home)
    settings.change(theme="light", contrast="normal")
    made = Window(settings)
    made.resize(1100, 700)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()
    made.deleteLater()
    QApplication.processEvents()


def ground() -> str:
    """The colour on which all widgets stand."""
    return QGuiApplication.palette().color(QPalette.ColorRole.Window).name()


@pytest.mark.parametrize("name", THEMES)
def test_every_theme_can_be_chosen_for_the_window(window: Window, name: str):
    window.menus[f"theme_{name}"].trigger()
    assert window.theme is theme(name) is present_theme()
    assert ground() == theme(name).hex("surf")
    assert window.settings.now.theme == name
    assert window.menus[f"theme_{name}"].isChecked()


@pytest.mark.parametrize(
    ("chosen", "seen"),
    [
        ("light", "light-high"),
        ("dark", "dark-high"),
        ("cork", "light-high"),
        ("print", "light-high"),
    ],
)
def test_high_contrast_has_a_light_and_a_dark_form(window: Window, chosen: str, seen: str):
    window.choose_theme(chosen)
    window.settings.change(contrast="high")
    assert window.theme.name == seen
    window.settings.change(contrast="normal")
    assert window.theme.name == chosen


def test_the_colours_of_the_system_are_followed_while_it_runs(
    window: Window, monkeypatch: pytest.MonkeyPatch
):
    told = QGuiApplication.styleHints().colorSchemeChanged
    window.choose_theme("system")
    for scheme, name in ((Qt.ColorScheme.Dark, "dark"), (Qt.ColorScheme.Light, "light")):
        monkeypatch.setattr(appearance, "wants_dark", lambda name=name: name == "dark")
        told.emit(scheme)
        assert window.theme.name == name
        assert ground() == theme(name).hex("surf")
    window.choose_theme("cork")
    told.emit(Qt.ColorScheme.Dark)
    assert window.theme.name == "cork"


def test_the_contrast_of_the_system_is_followed_while_it_runs(
    window: Window, monkeypatch: pytest.MonkeyPatch
):
    window.settings.change(contrast="system")
    assert window.theme.name == "light"
    hints = QGuiApplication.styleHints()
    if not hasattr(hints, "accessibility"):
        # Older Qt cannot tell; then contrast is as it is chosen.
        return
    monkeypatch.setattr(appearance, "wants_contrast", lambda: True)
    told = hints.accessibility().contrastPreferenceChanged
    told.emit(Qt.ContrastPreference.HighContrast)
    assert window.theme.name == "light-high"
    window.settings.change(contrast="normal")
    told.emit(Qt.ContrastPreference.HighContrast)
    assert window.theme.name == "light"


def test_contrast_has_a_menu_of_its_own(window: Window):
    (menu,) = (
        each
        for each in window.menus.menus[Menu.VIEW].findChildren(QMenu)
        if each.title() == CHOICES["contrast"][0]
    )
    window.menus.menus[Menu.VIEW].aboutToShow.emit()
    normal, high = menu.actions()[1:]
    assert normal.isChecked()
    high.trigger()
    assert window.settings.now.contrast == "high"
    assert window.theme.name == "light-high"


def test_an_open_dialog_wears_the_new_theme_at_once(window: Window):
    dialog = Message("Heard", "Something is told.", window.theme, window)
    dialog.show()

    def mark() -> object:
        (label,) = (each for each in dialog.findChildren(QLabel) if not each.pixmap().isNull())
        return label.pixmap().toImage()

    before = mark()
    window.choose_theme("dark")
    assert mark() != before
    dialog.close()
    dialog.deleteLater()


def test_what_is_dragged_while_the_theme_changes_lands_with_its_strings(
    window: Window, tmp_path: Path, qtbot: QtBot
):
    window.new_case(tmp_path / "a.caseboard", "A")
    work = window.workspace
    assert work is not None
    case = work.bridge.case
    one, other = case.add("claim", title="One"), case.add("media", title="Other")
    card = case.place(one, x=0, y=0)
    case.place(other, x=500, y=40)
    case.link(other, "supports", one)
    work.canvas.fit_all()
    at = work.canvas.camera.to_screen(card.rect.centre)
    start = QPoint(round(at.x), round(at.y))
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(work.canvas, left, pos=start)
    for step in (10, 30, 60):
        QTest.mouseMove(work.canvas, start + QPoint(0, step))
    assert work.canvas.is_carrying
    window.choose_theme("cork")
    QTest.mouseRelease(work.canvas, left, pos=start + QPoint(0, 60))
    columns = work.canvas.columns
    fresh = Columns(case.contents, work.board_id, slack=theme("cork").slack)
    assert np.allclose(
        columns.strings.curves[columns.strings.rows.all()],
        fresh.strings.curves[fresh.strings.rows.all()],
    )


def test_nothing_is_styled_anew_where_the_look_stays(window: Window) -> None:
    part = Polished(window)
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Unknown)
    assert part.times == 0, "the theme is not that of the system"
    window.choose_theme("dark")
    assert part.times > 0
