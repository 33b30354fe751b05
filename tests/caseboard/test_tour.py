"""The tour: five steps on real parts of the window, offered once, left at any time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from caseboard import tour
from caseboard.coach_mark import CoachMark, Veil
from caseboard.settings import Recent, Settings, View
from caseboard.theme import theme
from caseboard.tour import SEEN, STEPS, Tour, is_due
from caseboard.window import Window
from casedb.store.home import Home

Opens = Callable[..., Window]
Key = Qt.Key


@pytest.fixture
def open_window(qtbot: QtBot, home: Home) -> Iterator[Opens]:
    opened: list[Window] = []

    def open_one(*, greets: bool = False) -> Window:
        window = Window(Settings(home), greets=greets)
        window.resize(1300, 800)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        opened.append(window)
        return window

    yield open_one
    for window in opened:
        window.close()
        window.deleteLater()
    QApplication.processEvents()


@pytest.fixture
def taken(open_window: Opens, monkeypatch: pytest.MonkeyPatch) -> Tour:
    """The tour, at its first step."""
    monkeypatch.setattr(tour, "GLIDE", 0)
    window = open_window()
    window.do("tour")
    return tour_of(window)


def tour_of(window: Window) -> Tour:
    assert window.tour is not None
    return window.tour


def place_of(widget: QWidget, window: Window) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def press(mark: CoachMark, *names: str) -> None:
    for name in names:
        focused = QApplication.focusWidget()
        assert focused is not None and mark.isAncestorOf(focused)
        QTest.keyClick(focused, Qt.Key[f"Key_{name}"])


# -- when ------------------------------------------------------------------------------------------


def test_it_is_offered_with_the_first_case_that_is_the_example(
    open_window: Opens, home: Home
) -> None:
    window = open_window(greets=True)
    window.do("example")
    found = tour_of(window)
    assert found.step == -1 and found.mark.isVisible()
    press(found.mark, "Return")
    assert found.step == 0
    press(found.mark, "Escape")
    assert window.tour is None
    window.close_case()
    window.do("example")
    assert window.tour is None
    window.close()
    again = open_window(greets=True)
    again.do("example")
    assert again.tour is None


def test_it_is_not_offered_to_somebody_who_has_opened_a_case(
    open_window: Opens, tmp_path: Path
) -> None:
    window = open_window(greets=True)
    window.new_case(tmp_path / "a.caseboard", "A")
    assert window.tour is None
    window.do("example")
    assert window.tour is None


def test_a_window_does_not_offer_it_by_itself(open_window: Opens) -> None:
    window = open_window()
    window.do("example")
    assert window.tour is None
    assert window.settings.now.tour == ""


def test_it_is_due_once_and_for_newcomers_alone(home: Home) -> None:
    settings = Settings(home)
    assert is_due(settings)
    settings.keep_views("case", {"board": View(0, 0, 1)})
    assert not is_due(settings)
    settings.change(views={}, tour=SEEN)
    assert not is_due(settings)
    settings.change(tour="")
    settings.remember(Recent("/a", "A", "", "id"))
    assert not is_due(settings)


def test_asked_for_with_no_case_it_opens_the_example(taken: Tour) -> None:
    window = taken.parent()
    assert isinstance(window, Window)
    assert window.windowTitle().startswith("Arms transfers")
    assert taken.step == 0
    window.do("tour")
    assert window.tour is not None and window.tour is not taken
    assert len([each for each in window.findChildren(Veil) if each.isVisible()]) == 1


# -- steps -----------------------------------------------------------------------------------------


def test_every_step_points_at_a_part_that_can_be_seen(taken: Tour) -> None:
    window = taken.parent()
    assert isinstance(window, Window) and window.workspace is not None
    for number, step in enumerate(STEPS):
        assert taken.step == number
        part = step.part(window, window.workspace)
        assert part.isVisible()
        place = place_of(part, window)
        assert taken.veil.hole.contains(place.intersected(window.rect()))
        box = taken.mark.geometry()
        assert window.rect().contains(box)
        assert not box.intersects(place) or place.contains(box)
        assert taken.mark.title.text() == step.title
        assert taken.mark.accessibleName() == step.title
        assert "{" not in taken.mark.text.text()
        if number < len(STEPS) - 1:
            press(taken.mark, "Return")
    assert taken.mark.on.text() == "Done"
    press(taken.mark, "Return")
    assert window.tour is None
    assert window.workspace.canvas.hasFocus()


def test_one_goes_back_and_stays_within_the_mark_with_tab(taken: Tour) -> None:
    mark = taken.mark
    assert not mark.back.isVisible()
    press(mark, "Space")
    assert taken.step == 1 and mark.back.isVisible()
    order: list[QWidget] = []
    for _ in range(3):
        press(mark, "Tab")
        focused = QApplication.focusWidget()
        assert focused is not None
        order.append(focused)
    assert order == [mark.skip, mark.back, mark.on]
    press(mark, "Backtab")
    assert mark.back.hasFocus()
    press(mark, "Return")
    assert taken.step == 0


@pytest.mark.parametrize("how", ["Escape", "button", "close"])
def test_it_can_be_left_at_any_step(taken: Tour, how: str) -> None:
    window = taken.parent()
    assert isinstance(window, Window)
    press(taken.mark, "Return", "Return")
    if how == "Escape":
        press(taken.mark, "Escape")
    elif how == "button":
        taken.mark.skip.click()
    else:
        window.close_case()
    assert window.tour is None
    assert not [each for each in window.findChildren(CoachMark) if each.isVisible()]
    assert window.settings.now.tour == SEEN


def test_it_moves_with_the_window_and_its_parts(taken: Tour) -> None:
    window = taken.parent()
    assert isinstance(window, Window) and window.workspace is not None
    press(taken.mark, "Return", "Return")
    inspector = window.workspace.inspector
    for change in (
        lambda: window.resize(1100, 700),
        lambda: window.workspace and window.workspace.parts.setSizes([200, 500, 400]),
    ):
        change()
        QApplication.processEvents()
        assert taken.veil.size() == window.size()
        assert taken.veil.hole.contains(place_of(inspector, window).intersected(window.rect()))
        assert window.rect().contains(taken.mark.geometry())
    window.do("toggle_right")
    assert taken.veil.hole.isEmpty()
    assert window.rect().contains(taken.mark.geometry())


def test_the_window_can_be_used_meanwhile(taken: Tour) -> None:
    window = taken.parent()
    assert isinstance(window, Window) and window.workspace is not None
    tabs = window.workspace.tabs.bar
    at = tabs.mapTo(window, tabs.tabRect(1).center())
    under = window.childAt(at)
    assert under is tabs or (under is not None and not isinstance(under, Veil))
    window.do("zoom_in")
    window.do("theme_dark")
    assert taken.mark.isVisible()


def test_keys_that_were_chosen_are_named(taken: Tour) -> None:
    window = taken.parent()
    assert isinstance(window, Window)
    window.settings.change(keys=window.keymap.with_keys("palette", ["F3"]).stored)
    press(taken.mark, "Return", "Return", "Return")
    assert "(F3)" in taken.mark.text.text()


# -- painting ----------------------------------------------------------------------------------------


@pytest.fixture
def room(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    return made


@pytest.mark.parametrize(
    ("place", "side"),
    [
        (QRect(300, 0, 200, 40), "below"),
        (QRect(300, 560, 200, 40), "above"),
        (QRect(0, 0, 200, 600), "right"),
        (QRect(600, 0, 200, 600), "left"),
        (QRect(0, 0, 800, 600), "inside"),
        (QRect(), "inside"),
    ],
)
@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_a_mark_stands_where_there_is_room(
    room: QWidget, place: QRect, side: str, direction: Qt.LayoutDirection
) -> None:
    room.setLayoutDirection(direction)
    mark = CoachMark(theme("light"), room)
    mark.say("1", "Титул", "הספינה בנמל " * 8, skip="Skip", on="Next", goes_back=True)
    mark.show()
    mark.point_at(place, room.rect())
    box = mark.geometry()
    assert room.rect().contains(box)
    stands = {
        "below": box.top() > place.bottom(),
        "above": box.bottom() < place.top(),
        "right": box.left() > place.right(),
        "left": box.right() < place.left(),
        "inside": (box.center() - room.rect().center()).manhattanLength() < 4,
    }
    assert stands[side]


def test_the_light_glides_only_where_it_may(room: QWidget, qtbot: QtBot) -> None:
    veil = Veil(theme("light"), room)
    veil.setGeometry(room.rect())
    first, second = QRect(50, 50, 100, 50), QRect(500, 400, 100, 50)
    veil.show_through(first)
    veil.show_through(second, 0)
    assert veil.hole.contains(second)
    veil.show_through(first, 40)
    assert not veil.hole.contains(first)
    qtbot.waitUntil(lambda: veil.hole.contains(first))


@pytest.mark.parametrize("name", ["light", "dark"])
def test_what_it_is_about_is_as_bright_as_ever_and_the_rest_is_not(
    room: QWidget, name: str
) -> None:
    room.setStyleSheet(f"background: {theme(name).hex('surf')}")
    veil = Veil(theme(name), room)
    veil.setGeometry(room.rect())
    veil.show_through(QRect(300, 200, 200, 100))
    veil.show()
    shown = room.grab().toImage()
    assert shown.pixelColor(400, 250) == theme(name).colour("surf")
    assert shown.pixelColor(50, 50).lightness() < theme(name).colour("surf").lightness()
