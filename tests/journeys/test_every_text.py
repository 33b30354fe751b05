"""Every text of every screen is asked for in the language of the reader."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QMenu, QTreeWidget, QTreeWidgetItem, QWidget
from pytestqt.qtbot import QtBot

from bracketed import Bracketed
from caseboard.actions import Menu, Sub
from caseboard.components import ASSETS, present_components
from caseboard.example import write_example
from caseboard.window import Window
from casedb.words import say, speak
from screens import LONG, SOUGHT, dialogs_of, overlays_of, screens_of, settled
from templates import Templates
from untold import content_of, is_untold, untold

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
OpenWindow = Callable[[], Window]
LATER = ("OpenAddress", "palette for “missile”")


@pytest.fixture
def marked() -> Iterator[None]:
    """Every text is marked; English comes back."""
    speak(Bracketed(is_around_values=False))
    yield
    speak(None)


@pytest.fixture
def example(tmp_path: Path, templates: Templates) -> Path:
    """The example case, written in English."""
    return templates.copy(write_example, tmp_path / "example.caseboard")


@pytest.fixture
def known(example: Path) -> frozenset[str]:
    """What is read on screens and is not of the program."""
    made_of = [each for each in present_components("3.45") if each.name != ASSETS]
    return content_of(example) | {
        " ".join(LONG.split()),
        " ".join(f"{LONG}.caseboard".split()),
        *SOUGHT,
        *(each.name for each in made_of),
        *(f"{each.name} {each.version}" for each in made_of),
        *(part for each in made_of for part in each.licence.split(", ")),
    }


@pytest.mark.usefixtures("marked")
def test_the_first_page_says_nothing_untold(
    open_window: OpenWindow, example: Path, known: frozenset[str]
) -> None:
    window = open_window()
    assert untold(window.welcome, known) == []
    window.open_case(example)
    window.close_case()
    settled(window)
    assert untold(window.welcome, known) == []


@pytest.mark.usefixtures("marked")
def test_no_dialog_says_anything_untold(
    open_window: OpenWindow, example: Path, known: frozenset[str]
) -> None:
    window = open_window()
    window.open_case(example)
    found: list[str] = []
    for screen, dialog in dialogs_of(window):
        if screen not in LATER:
            found += [f"{screen}: {each}" for each in untold(dialog, known)]
    assert not found, "\n".join(found)


@pytest.mark.usefixtures("marked")
def test_no_menu_says_anything_untold(
    open_window: OpenWindow, example: Path, known: frozenset[str]
) -> None:
    window = open_window()
    found = [each for menu in menus_of(window) for each in untold(menu, known)]
    window.open_case(example)
    settled(window)
    found += [each for menu in menus_of(window) for each in untold(menu, known)]
    assert not found, "\n".join(found)


def menus_of(window: Window) -> list[QMenu]:
    """All menus of a window."""
    menus = window.menus
    return [*(menus.menus[each] for each in Menu), *(menus.submenus[each] for each in Sub)]


@pytest.mark.usefixtures("marked")
def test_the_palette_and_the_tour_say_nothing_untold(
    open_window: OpenWindow, example: Path, known: frozenset[str]
) -> None:
    window = open_window()
    window.open_case(example)
    found: list[str] = []
    for screen, shown in overlays_of(window):
        if screen in LATER:
            continue
        found += [f"{screen}: {each}" for each in untold(over(window, shown), known)]
    assert not found, "\n".join(found)


def over(window: Window, shown: QWidget) -> QWidget:
    """What lies over a window."""
    if shown is not window:
        return shown
    assert window.tour is not None
    return window.tour.mark


@pytest.mark.usefixtures("marked")
def test_no_part_of_the_window_says_anything_untold(
    open_window: OpenWindow, example: Path, known: frozenset[str]
) -> None:
    window = open_window()
    window.open_case(example)
    found: list[str] = []
    for screen, _ in screens_of(window):
        work = window.workspace
        assert work is not None
        for part in (window.top_bar, window.status, work.tabs, work.toast):
            found += [f"{screen}: {each}" for each in untold(part, known)]
    assert not found, "\n".join(dict.fromkeys(found))


# -- the check can fail ----------------------------------------------------------------------


@pytest.mark.usefixtures("marked")
def test_what_is_not_asked_for_is_noticed(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    label = QLabel(
        say("“{title}” holds {n} card", "“{title}” holds {n} cards", n=3, title="Pier"), page
    )
    assert len(untold(page, frozenset())) == 1
    assert untold(page, frozenset({"Pier"})) == []
    for told in (label.setToolTip, label.setAccessibleName, page.setWindowTitle):
        told("A few words")
    tree = QTreeWidget(page)
    tree.setHeaderLabels([say("Title"), "Of what"])
    QTreeWidgetItem(QTreeWidgetItem(tree, ["Above"]), ["Below"])
    found = [each.rpartition(": ")[2] for each in untold(page, frozenset({"Pier"}))]
    assert sorted(found) == sorted([*["'A few words'"] * 3, "'Above'", "'Below'", "'Of what'"])


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("⟦Show all⟧", False),
        ("Show all", True),
        ("⟦Zoom⟧ in", True),
        ("⟦Zoom in⟧ (Ctrl++)", False),
        ("1,200 × 800", False),
        ("⟦&Undo ⟧⟦Move⟧", False),
        ("⟦An end that is cut…", False),
        ("⟦opened ⟧3 March 2024, 12:00", False),
        ("The pier, seen from above", False),
        ("⟦seen⟧ 3 March", True),
        ("The pier, seen…", False),
    ],
)
def test_marked_known_and_unknown_are_told_apart(text: str, is_found: bool) -> None:
    assert is_untold(text, frozenset({"The pier, seen from above"})) is is_found
