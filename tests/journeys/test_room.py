"""Every screen can be read: at every size of the interface, in both directions, in every theme.

What is found is named with the screen on which it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from caseboard.actions import plain
from caseboard.dialogs.about import AboutDialog, present_components
from caseboard.dialogs.ask_kind import AskKind
from caseboard.dialogs.ask_link_type import AskLinkType
from caseboard.dialogs.export_dialog import ExportDialog, ExportQuestion
from caseboard.dialogs.message import Confirm, Message
from caseboard.dialogs.missing_case import MissingCase
from caseboard.dialogs.progress import Progress
from caseboard.dialogs.settings_dialog import SettingsDialog
from caseboard.dialogs.shortcuts import ShortcutSheet, columns_for
from caseboard.example import write_example
from caseboard.inspector.outside import OpenAddress
from caseboard.options import Page
from caseboard.sheet import lines
from caseboard.window import Window
from caseboard.workspace import Workspace
from casedb.model.kinds import KINDS
from casedb.model.link_types import LINK_TYPES
from clipping import faults, lengthen, longer
from templates import Templates

LONG = (
    "A vessel with a very long name that nobody who has ever written a card had any room for " * 2
)
OpenWindow = Callable[[], Window]
SMALL, USUAL = (1280, 800), (1400, 880)

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def direction() -> Iterator[Callable[[Qt.LayoutDirection], None]]:
    """Turns the direction of reading round; it is put back."""
    yield QApplication.setLayoutDirection
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def build_example(path: Path) -> None:
    """The example case, with something of every kind, and with text that is long."""
    write_example(path)


@pytest.fixture
def example(tmp_path: Path, templates: Templates) -> Path:
    """The example case."""
    return templates.copy(build_example, tmp_path / "example.caseboard")


# -- the screens -----------------------------------------------------------------------------


def screens_of(window: Window) -> Iterator[tuple[str, QWidget]]:
    """Every screen of a window with an open case, one after the other."""
    work = window.workspace
    assert work is not None
    contents = work.bridge.contents
    for kind in KINDS:
        item = next((each for each in contents.items.values() if each.kind == kind), None)
        if item is not None:
            yield f"{kind} page", select(window, items=[item.id])
    yield "link page", select(window, links=[next(iter(contents.links))])
    yield "source page", select(window, sources=[next(iter(contents.sources))])
    yield "frame page", select(window, frames=[next(iter(contents.frames))])
    cards, links = list(contents.cards), list(contents.links)
    yield "page of several", select(window, cards=cards[:3], links=links[:2])
    yield "page of the case", select(window)
    for n, name in enumerate(("outline", "search", "journal")):
        work.left.setCurrentIndex(n)
        yield name, settled(window)
    work.left.setCurrentIndex(1)
    for words in ("missile", "qqqq"):
        work.search.field.setText(words)
        wait_for_search(work)
        yield f"search for {words}", settled(window)
    work.search.field.clear()
    work.toast.say_failure(f"{LONG} was refused.", "Show all", lambda: None)
    yield "failure", settled(window)
    work.toast.dismiss()


def select(window: Window, **chosen: list[str]) -> Window:
    """Select something, and wait until it is shown."""
    work = window.workspace
    assert work is not None
    work.selection.set(**chosen)
    work.selection.settle()
    return settled(window)


def settled(window: Window) -> Window:
    """The window when all its parts have found their places."""
    QTest.qWait(1)
    for _ in range(6):
        QApplication.processEvents()
    return window


def wait_for_search(work: Workspace) -> None:
    for _ in range(200):
        QApplication.processEvents()
        if work.search.results.rowCount() or work.search.nothing.isVisible():
            return
        QTest.qWait(5)


def dialogs_of(window: Window) -> Iterator[tuple[str, QWidget]]:
    """Every dialog there is, shown over a window."""
    worn = window.theme
    made: tuple[QWidget, ...] = (
        AboutDialog(present_components("3.45"), window),
        Message("Something was found", f"{LONG}\n\n{LONG}", worn, window, is_error=True),
        Confirm("Delete from the case", LONG, "Delete", worn, window),
        ShortcutSheet(lines(), window, columns_for(window)),
        ExportDialog(ExportQuestion((2600.0, 1840.0), (800.0, 600.0)), window),
        Progress(window, "Storing 3 files in the case", 1 << 30),
        OpenAddress(f"https://example.org/{'a-long-path/' * 12}", window),
        MissingCase(Path("/home/somebody/cases") / f"{LONG}.caseboard", worn, window),
        *(SettingsDialog(window.settings, window, page) for page in Page),
        AskKind(worn, window),
        AskLinkType(list(LINK_TYPES.values()), worn, window),
    )
    for dialog in made:
        dialog.setWindowFlag(Qt.WindowType.Window)
        dialog.show()
        settled(window)
        name = f"{type(dialog).__name__} {getattr(dialog, 'page', '')}".rstrip()
        yield name, dialog
        dialog.hide()
        dialog.deleteLater()


def overlays_of(window: Window) -> Iterator[tuple[str, QWidget]]:
    """What is shown over a window with an open case: the palette, and every step of the tour."""
    window.do("palette")
    palette = window.offering.palette
    assert palette is not None
    for words in ("", "missile", "xyzzy"):
        palette.field.setText(words)
        settled(window)
        yield f"palette for “{words}”", palette
    palette.close()
    window.do("tour")
    tour = window.tour
    assert tour is not None
    while window.tour is not None:
        settled(window)
        yield f"tour, step {tour.step}", window
        tour.mark.wanted.emit(1)


@pytest.mark.parametrize("way", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize(("percent", "size"), [("100", SMALL), ("200", SMALL), ("200", USUAL)])
def test_no_text_is_cut_on_any_screen(
    open_window: OpenWindow,
    example: Path,
    direction: Callable[[Qt.LayoutDirection], None],
    percent: str,
    size: tuple[int, int],
    way: Qt.LayoutDirection,
) -> None:
    direction(way)
    window = open_window()
    window.resize(*size)
    window.settings.change(scale=percent)
    found = [f"welcome: {each}" for each in faults(settled(window))]
    window.open_case(example)
    for screens in (screens_of, dialogs_of, overlays_of):
        for screen, shown in screens(window):
            found += [f"{screen}: {each}" for each in faults(shown)]
    # The other themes have lines as thick as those of the light one.
    window.settings.change(contrast="high")
    for screen, shown in dialogs_of(window):
        found += [f"high contrast, {screen}: {each}" for each in faults(shown)]
    assert (window.width(), window.height()) == size
    window.close_case()
    found += [f"welcome with cases: {each}" for each in faults(settled(window))]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("percent", ["100", "200"])
def test_words_as_long_as_those_of_german_have_room(
    open_window: OpenWindow, example: Path, percent: str
) -> None:
    window = open_window()
    window.resize(*USUAL)
    window.settings.change(scale=percent)
    found: list[str] = []

    def look_at(screen: str, shown: QWidget) -> None:
        lengthen(shown)
        settled(window)
        found.extend(f"{screen}: {each}" for each in faults(shown))

    look_at("welcome", settled(window))
    for screen, dialog in dialogs_of(window):
        look_at(screen, dialog)
    window.open_case(example)
    work = window.workspace
    assert work is not None
    item = next(each for each in work.bridge.contents.items.values() if each.kind == "claim")
    look_at("claim page", select(window, items=[item.id]))
    assert not found, "\n".join(found)


# -- the check can fail ----------------------------------------------------------------------


def test_what_is_cut_sticks_out_or_lies_on_something_is_noticed(qtbot: QtBot) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    column = QVBoxLayout(room)
    label, button, wrapped = QLabel("A few words"), QPushButton("Do it"), QLabel("One word " * 9)
    wrapped.setWordWrap(True)
    for part in (label, button, wrapped):
        column.addWidget(part)
    room.resize(300, 200)
    room.show()
    QApplication.processEvents()
    assert faults(room) == []
    label.setMaximumWidth(20)
    button.setMaximumHeight(6)
    wrapped.setFixedHeight(5)
    QApplication.processEvents()
    assert len(faults(room)) == 3
    outside = QLabel("Outside", room)
    outside.move(280, 0)
    outside.show()
    assert "is not within" in faults(room)[-1]
    outside.hide()
    button.setGeometry(wrapped.geometry())
    assert "it lies on" in faults(room)[-1]


def test_longer_words_are_longer() -> None:
    assert len(longer("Open the example case")) >= 1.4 * len("Open the example case") - 1
    assert plain(longer("&New case…")).startswith("New case")
