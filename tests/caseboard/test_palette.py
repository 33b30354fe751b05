"""The palette: typing, choosing, running and leaving, by keys alone; and in a real window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from caseboard import offering
from caseboard.actions import ACTIONS, Needs
from caseboard.offers import IN_CASE, LOOSE, Offer, Row
from caseboard.palette import HINT, NOTHING, SEARCHING, Palette
from caseboard.settings import Recent, Settings
from caseboard.theme import theme
from caseboard.window import Window
from casedb.store.home import Home

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

CASE = Offer("do:new", "New case…", "Case", keys=("Ctrl+N",), icon="new_case")
UNDO = Offer("do:undo", "Undo", "Edit", missing="There is nothing to undo.")
ZOOM = Offer("do:zoom_in", "Zoom in", "View", keys=("Ctrl++", "Ctrl+="))
FIT = Offer("do:fit", "Fit all", "View", is_ticked=True)
OFFERS = (CASE, UNDO, ZOOM, FIT)
ITEM = Row(Offer("item:1", "Zugzwang", IN_CASE, beside="Note"), IN_CASE)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window with a field in it that has the focus."""
    made = QWidget()
    QVBoxLayout(made).addWidget(QLineEdit())
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.findChildren(QLineEdit)[0].setFocus()
    return made


Opens = Callable[..., Palette]


@pytest.fixture
def open_palette(window: QWidget) -> Iterator[Opens]:
    opened: list[Palette] = []

    def open_one(*, searches: bool = False) -> Palette:
        palette = Palette(OFFERS, (), theme("light"), window, searches=searches)
        palette.pop_up(window)
        opened.append(palette)
        return palette

    yield open_one
    for palette in opened:
        palette.close()


@pytest.fixture
def palette(open_palette: Opens) -> Palette:
    return open_palette()


@pytest.fixture
def answers(palette: Palette) -> list[str]:
    """What came of it."""
    heard: list[str] = []
    palette.chosen.connect(heard.append)
    palette.dismissed.connect(lambda: heard.append("dismissed"))
    return heard


def current(palette: Palette) -> str:
    return palette.current.id if palette.current is not None else ""


def press(palette: Palette, *names: str) -> None:
    for name in names:
        QTest.keyClick(palette.field, Qt.Key[f"Key_{name}"])


def test_what_is_typed_narrows_and_enter_runs_the_best(
    palette: Palette, answers: list[str]
) -> None:
    assert palette.field.hasFocus()
    QTest.keyClicks(palette.field, "zoo")
    assert current(palette) == "do:zoom_in"
    press(palette, "Return")
    assert answers == ["do:zoom_in"]
    assert not palette.isVisible()


def test_arrows_go_over_headings_and_round(palette: Palette) -> None:
    seen = [current(palette)]
    for key in ("Down", "Down", "Down", "Down", "Up", "PageDown", "PageUp", "Tab", "Backtab"):
        press(palette, key)
        seen.append(current(palette))
    first, second, third, last = (each.id for each in OFFERS)
    assert seen == [first, second, third, last, first, last, last, first, second, first]


@pytest.mark.parametrize("how", ["Escape", "click"])
def test_leaving_gives_the_focus_back(
    window: QWidget, palette: Palette, answers: list[str], how: str
) -> None:
    QTest.keyClicks(palette.field, "zoo")
    if how == "Escape":
        press(palette, "Escape")
    else:
        QTest.mouseClick(palette, Qt.MouseButton.LeftButton, pos=QPoint(-50, -50))
        palette.close()
    assert answers == ["dismissed"]
    assert window.findChildren(QLineEdit)[0].hasFocus()


def test_what_is_greyed_says_why_and_does_nothing(palette: Palette, answers: list[str]) -> None:
    QTest.keyClicks(palette.field, "undo")
    press(palette, "Return")
    assert palette.foot.text() == UNDO.missing
    assert palette.isVisible() and answers == []
    QTest.keyClicks(palette.field, " ")
    assert palette.foot.text() == HINT


def test_a_click_runs_and_headings_do_nothing(palette: Palette, answers: list[str]) -> None:
    rows = [palette.rows.at(n) for n in range(palette.rows.rowCount())]
    for row in (0, rows.index(next(r for r in rows if isinstance(r, Row) and r.offer is ZOOM))):
        at = palette.list.visualRect(palette.rows.index(row, 0)).center()
        QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert answers == ["do:zoom_in"]


def test_nothing_that_fits_is_told(palette: Palette) -> None:
    QTest.keyClicks(palette.field, "qqq")
    assert palette.foot.text() == NOTHING
    assert palette.list.isHidden()
    small = palette.height()
    palette.field.clear()
    assert palette.height() > small
    assert not palette.list.isHidden()


def test_it_can_be_read_aloud(palette: Palette) -> None:
    list_role = QAccessible.queryAccessibleInterface(palette.list).role()
    assert list_role is QAccessible.Role.List
    assert palette.list.accessibleName() and palette.field.accessibleName()
    index = palette.rows.index(1, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == CASE.spoken()


# -- what the case holds ---------------------------------------------------------------------------


def test_what_is_found_comes_before_what_fits_loosely(open_palette: Opens) -> None:
    palette = open_palette(searches=True)
    asked: list[str] = []
    palette.typed.connect(asked.append)
    QTest.keyClicks(palette.field, "zn")
    assert asked == ["z", "zn"]
    assert palette.foot.text() == SEARCHING
    palette.show_found("zn", (ITEM,))
    assert palette.foot.text() == HINT
    listed = [palette.rows.at(n) for n in range(palette.rows.rowCount())]
    assert [each if isinstance(each, str) else each.offer.id for each in listed] == [
        IN_CASE,
        "item:1",
        LOOSE,
        "do:zoom_in",
    ]
    assert current(palette) == "item:1"


def test_enter_waits_for_the_case_where_nothing_fits_well(open_palette: Opens) -> None:
    palette = open_palette(searches=True)
    chosen: list[str] = []
    palette.chosen.connect(chosen.append)
    QTest.keyClicks(palette.field, "zn")
    press(palette, "Return")
    assert chosen == []
    palette.show_found("z", (ITEM,))
    assert chosen == []
    palette.show_found("zn", (ITEM,))
    assert chosen == ["item:1"]


def test_enter_does_not_wait_where_a_command_fits(open_palette: Opens) -> None:
    palette = open_palette(searches=True)
    chosen: list[str] = []
    palette.chosen.connect(chosen.append)
    QTest.keyClicks(palette.field, "zoom")
    press(palette, "Return")
    assert chosen == ["do:zoom_in"]
    palette.show_found("zoom", (ITEM,))
    assert chosen == ["do:zoom_in"]


def test_an_answer_leaves_the_row_that_somebody_has_gone_to(open_palette: Opens) -> None:
    palette = open_palette(searches=True)
    QTest.keyClicks(palette.field, "i")
    press(palette, "Down")
    before = current(palette)
    palette.show_found("i", (replace(ITEM, offer=replace(ITEM.offer, text="Ice")),))
    assert current(palette) == before


@pytest.mark.parametrize("name", ["light", "dark"])
def test_every_sort_of_row_can_be_painted(window: QWidget, name: str) -> None:
    long = replace(UNDO, text="Ржавчина " * 30, missing="항구 위성 사진 " * 20)
    hebrew = Offer("x", "הספינה בנמל", "Boards", beside="נמל " * 40, icon="board")
    palette = Palette((*OFFERS, long, hebrew), ["do:fit"], theme(name), window)
    palette.pop_up(window)
    assert palette.width() <= window.width()
    shown = palette.list.viewport().grab().toImage()
    colours = {shown.pixelColor(x, 20 * y).name() for x in range(shown.width()) for y in range(12)}
    assert theme(name).hex("acbg") in colours and theme(name).hex("chip") in colours
    palette.close()


# -- in the window -----------------------------------------------------------------------------------


@pytest.fixture
def real(qtbot: QtBot, home: Home) -> Iterator[Window]:
    made = Window(Settings(home))
    made.resize(1300, 800)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()
    made.deleteLater()
    QApplication.processEvents()


def opened(window: Window) -> Palette:
    palette = window.offering.palette
    assert palette is not None and palette.isVisible()
    return palette


def run(window: Window, text: str) -> None:
    """Open the palette by its key, type and run what comes first."""
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = opened(window)
    QTest.keyClicks(palette.field, text)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)


def test_every_action_is_offered_with_what_is_missing(real: Window) -> None:
    real.do("palette")
    palette = opened(real)
    rows = [palette.rows.at(n) for n in range(palette.rows.rowCount())]
    offers = {row.offer.id: row.offer for row in rows if isinstance(row, Row)}
    for each in ACTIONS:
        if each.name != "palette":
            offer = offers[f"do:{each.name}"]
            assert offer.group == each.menu
            assert bool(offer.missing) == (each.needs is not Needs.NOTHING)
            assert offer.keys == real.keymap.shown(each.name)
    palette.close()


def test_a_command_is_run_and_comes_first_next_time(real: Window) -> None:
    real.do("example")
    workspace = real.workspace
    assert workspace is not None
    run(real, "inspector")
    assert workspace.inspector.isHidden()
    assert real.settings.now.used == ("do:toggle_right",)
    real.do("palette")
    assert current(opened(real)) == "do:toggle_right"
    opened(real).close()


def test_tools_boards_and_settings_are_run_from_it(real: Window) -> None:
    real.do("example")
    workspace = real.workspace
    assert workspace is not None
    run(real, "link tool")
    assert workspace.canvas.hands.tool == "link"
    run(real, "embargo")
    assert workspace.board_id == workspace.bridge.contents.boards[2].id
    assert workspace.canvas.hasFocus()
    run(real, "ctrl and wheel pans")
    assert real.settings.now.ctrl_wheel == "pan"
    # What was gone to tells of a case; only what was run is remembered.
    assert real.settings.now.used == ("set:ctrl_wheel=pan", "tool:link")


def test_an_item_is_gone_to_wherever_it_is(real: Window, qtbot: QtBot) -> None:
    real.do("example")
    workspace = real.workspace
    assert workspace is not None
    workspace.inspector.setFocus()
    run(real, "seoul counts")
    qtbot.waitUntil(lambda: bool(workspace.selection.cards), timeout=5_000)
    (card,) = workspace.selection.cards
    item = workspace.bridge.contents.items[workspace.bridge.contents.cards[card].item]
    assert item.title.startswith("Seoul counts")
    assert workspace.canvas.hasFocus()
    assert real.offering.palette is None


def test_what_more_there_is_the_search_panel_shows(
    real: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(offering, "MOST_FOUND", 1)
    real.do("example")
    workspace = real.workspace
    assert workspace is not None
    real.do("palette")
    palette = opened(real)
    for text in ("there is no such thing", "missile"):
        palette.field.setText(text)
        assert palette.foot.text() == SEARCHING
        qtbot.waitUntil(lambda: palette.foot.text() != SEARCHING, timeout=5_000)
    found = [palette.rows.at(n) for n in range(palette.rows.rowCount())]
    items = [row.offer.id for row in found if isinstance(row, Row) and row.heading == IN_CASE]
    assert len(items) == 2 and items[1] == "search:missile"
    palette.chosen.emit("search:missile")
    assert workspace.search.field.text() == "missile"
    assert workspace.left.currentWidget() is workspace.search


def test_a_recent_case_is_opened_from_it(real: Window) -> None:
    real.do("example")
    assert real.workspace is not None
    path = real.workspace.bridge.case.path
    real.do("palette")
    assert not any(
        isinstance(row := opened(real).rows.at(n), Row) and row.offer.id == f"case:{path}"
        for n in range(opened(real).rows.rowCount())
    )
    opened(real).close()
    real.close_case()
    real.settings.remember(Recent("/nowhere/else.caseboard", "Elsewhere", "", "x"))
    run(real, "arms transfers")
    assert real.workspace is not None
    assert real.workspace.bridge.case.path == path


def test_the_field_in_the_bar_opens_it_and_names_its_key(real: Window) -> None:
    real.do("example")
    button = real.top_bar.find_button
    assert button.toolTip() == "Find or run a command (Ctrl+K)"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    opened(real).close()
    real.settings.change(keys=real.keymap.with_keys("palette", ["F3"]).stored)
    assert button.toolTip() == "Find or run a command (F3)"
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    opened(real).close()


def test_a_case_that_closes_under_it_lets_go_of_the_search(real: Window) -> None:
    real.do("example")
    real.do("palette")
    palette = opened(real)
    QTest.keyClicks(palette.field, "missile")
    real.close_case()
    palette.chosen.emit("tool:link")
    assert real.offering.palette is None
