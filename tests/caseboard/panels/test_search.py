"""The search under real hands, over a case on the disk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeySequence, QShortcut
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QMenu, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from caseboard.bridge import CaseBridge
from caseboard.dropping import read
from caseboard.panels.search import PAUSE, SearchPanel
from caseboard.panels.search_results import (
    BEGINNING,
    IN_SIGHT,
    ResultFace,
    Role,
    SearchResults,
    result_face,
)
from caseboard.selection import Selected, Selection
from caseboard.theme import theme
from casedb import Case
from casedb.commands import annotations, items
from casedb.model.marks import Form, Mark
from casedb.model.records import Item, Link
from casedb.store.search import Hit

Show = Callable[[QWidget, int, int], None]
LEFT = Qt.MouseButton.LeftButton
NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def case(bridge: CaseBridge) -> Case:
    """The case on the disk."""
    return bridge.case


@pytest.fixture
def search(bridge: CaseBridge, show: Show) -> Iterator[SearchPanel]:
    """The search in the case, on the screen."""
    panel = SearchPanel(bridge, Selection(), theme("light"))
    watcher = QAbstractItemModelTester(
        panel.results, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    show(panel, 260, 600)
    panel.start()
    yield panel
    panel.close_search()
    watcher.deleteLater()


def type_in(qtbot: QtBot, search: SearchPanel, text: str) -> None:
    """Type with keys, and wait for the answer."""
    with answer(qtbot, search, search.field.text() + text):
        qtbot.keyClicks(search.field, text)


def answer(qtbot: QtBot, search: SearchPanel, text: str) -> AbstractContextManager[object]:
    """Waits for the answer to a text: while typing slowly, others may come before."""

    def is_it(answered: str) -> bool:
        return answered == text

    return qtbot.waitSignal(search.answered, timeout=5_000, check_params_cb=is_it)


def press(qtbot: QtBot, widget: QWidget, key: Qt.Key, keys: Qt.KeyboardModifier = NONE) -> None:
    qtbot.keyClick(widget, key, keys)


def face_at(search: SearchPanel, row: int) -> ResultFace:
    face = search.results.index(row, 0).data(Role.FACE)
    assert isinstance(face, ResultFace)
    return face


def titles(search: SearchPanel) -> list[str]:
    return [face_at(search, row).title for row in range(search.results.rowCount())]


def click(qtbot: QtBot, search: SearchPanel, row: int, keys: Qt.KeyboardModifier = NONE) -> None:
    box = search.view.visualRect(search.results.index(row, 0))
    qtbot.mouseClick(search.view.viewport(), LEFT, keys, box.center())


def chips(search: SearchPanel) -> dict[str, QToolButton]:
    found = search.chips.findChildren(QToolButton)
    return {chip.accessibleName(): chip for chip in found if chip.isVisible()}


def test_results_come_while_typing(case: Case, search: SearchPanel, qtbot: QtBot):
    case.add("claim", title="The ship was there")
    case.add("note", title="Shipment of grain")
    case.add("note", title="Something else")
    type_in(qtbot, search, "ship")
    assert sorted(titles(search)) == ["Shipment of grain", "The ship was there"]
    assert search.count.text() == "2 results"
    type_in(qtbot, search, "m")
    assert titles(search) == ["Shipment of grain"]
    assert search.count.text() == "1 result"


def test_a_search_waits_for_a_pause_in_typing(
    case: Case, search: SearchPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    asked: list[str] = []
    monkeypatch.setattr(search.searcher, "ask", asked.append)
    qtbot.keyClicks(search.field, "harbour")
    assert asked == []
    qtbot.waitUntil(lambda: asked == ["harbour"], timeout=5_000)
    assert PAUSE == 120


def test_what_was_met_is_marked(case: Case, search: SearchPanel, qtbot: QtBot):
    summary = "A long story that begins elsewhere and only then comes to the harbour of the town"
    case.add("document", title="Harbour report", summary=summary)
    type_in(qtbot, search, "harbour")
    face = face_at(search, 0)
    assert face.title_marks == ((0, 7),)
    assert [face.text[start:end] for start, end in face.text_marks] == ["harbour"]
    assert len(face.text) < len(summary)


def test_a_title_shows_its_beginning_and_where_it_was_met(
    case: Case, search: SearchPanel, qtbot: QtBot
):
    said = "said at some time in some place that " * 3
    for who in ("Somebody", "Another"):
        case.add("claim", title=f"{who} {said}missiles flew and more missiles came")
    type_in(qtbot, search, "missiles")
    assert set(titles(search)) == {
        f"{who} … missiles flew and more missiles came" for who in ("Somebody", "Another said")
    }
    face = face_at(search, 0)
    assert [face.title[start:end] for start, end in face.title_marks] == ["missiles"] * 2
    assert face.title_marks[0][1] <= IN_SIGHT


def test_a_long_word_before_what_was_met_is_cut(case: Case, search: SearchPanel, qtbot: QtBot):
    case.add("claim", title="x" * 60 + " missiles")
    type_in(qtbot, search, "missiles")
    face = face_at(search, 0)
    assert face.title == "x" * BEGINNING + " … missiles"
    assert [face.title[start:end] for start, end in face.title_marks] == ["missiles"]


@pytest.mark.parametrize(
    ("title", "typed"),
    [
        ("북한 미사일 발사", "미사일"),
        ("Удар ракетою по Харкову", "ракет"),
        ("صاروخ باليستي", "صاروخ"),
    ],
)
def test_any_script_is_found_and_marked(
    case: Case, search: SearchPanel, qtbot: QtBot, title: str, typed: str
):
    case.add("claim", title=title)
    with answer(qtbot, search, typed):
        search.field.setText(typed)
    face = face_at(search, 0)
    assert [face.title[start:end] for start, end in face.title_marks] == [typed]


def test_results_say_where_they_are(case: Case, search: SearchPanel, qtbot: QtBot):
    main, second = case.contents.boards[0], case.add_board("Harbour board")
    for n, boards in enumerate([(), (main,), (main, second)]):
        item = case.add("note", title=f"Grain {n}")
        for board in boards:
            case.place(item, board, x=0, y=0)
    type_in(qtbot, search, "grain")
    feet = {face_at(search, row).title: face_at(search, row).foot for row in range(3)}
    assert feet == {
        "Grain 0": "Note · not on a board",
        "Grain 1": "Note · on Main board",
        "Grain 2": "Note · on Main board and Harbour board",
    }


def test_sources_links_and_elements_are_found(case: Case, search: SearchPanel, qtbot: QtBot):
    claim, report = case.add("claim", title="It sank"), case.add("document", title="Report")
    case.add_source("Grain ministry")
    element = case.add_element(claim, "object", "a grain freighter")
    link = case.link(report, "supports", claim, rationale="It counts the grain.")
    type_in(qtbot, search, "grain")
    found = [search.results.found(search.results.index(row, 0)) for row in range(3)]
    assert {type(each).__name__ for each in found} == {"Source", "Element", "Link"}
    faces = {type(each).__name__: face_at(search, row) for row, each in enumerate(found)}
    assert faces["Element"].title == element.values.text("text")
    assert faces["Element"].text == "of “It sank”"
    assert faces["Link"].title == "Supports"
    assert faces["Link"].foot == "Link · supports"
    assert faces["Source"].foot == "Source · named by 0 entries"

    flown: list[str] = []
    search.go_to.connect(flown.append)
    search.go_to_link.connect(flown.append)
    for row in range(3):
        search.view.entered_row.emit(search.results.index(row, 0))
    assert sorted(flown) == sorted([claim.id, link.id])
    assert search.selection.sources


def test_what_is_written_on_a_mark_is_found_and_gone_to(
    case: Case, search: SearchPanel, qtbot: QtBot
):
    media = case.add("media", title="The quay")
    file = case.attach_bytes(media, b"%PDF-1.4", "quay.pdf")
    for form, text in ((Form.ARROW, "Serial\nplate"), (Form.BOX, "")):
        drawn = Mark(form, ((0.1, 0.1), (0.5, 0.5)), page=3)
        case.run(annotations.annotate(case.contents, case.new_id, file.id, drawn, text))
    mark = next(iter(case.contents.annotations))
    type_in(qtbot, search, "plate")
    face = face_at(search, 0)
    assert (face.title, face.icon, face.title_marks) == ("Serial plate", "mark_arrow", ((7, 12),))
    assert face.foot == "Mark on quay.pdf · Page 3 · “The quay”"
    assert list(chips(search)) == ["Marks, 1"]

    flown: list[str] = []
    search.go_to_mark.connect(flown.append)
    passed: list[tuple[str, str]] = []

    def take(item: str, artifact: str) -> None:
        passed.append((item, artifact))

    search.go_to_file.connect(take)
    search.view.move_in()
    assert search.selection.now == Selected(items=frozenset({media.id}))
    press(qtbot, search.view, Qt.Key.Key_Return)
    press(qtbot, search.view, Qt.Key.Key_Return, CTRL)
    assert flown == [mark, mark] and passed == []
    # Whoever steps through the results stays at the board.
    assert search.step(1)
    assert flown == [mark, mark] and passed == [(media.id, file.id)]


def test_a_mark_on_a_file_that_no_item_uses_says_so(case: Case, search: SearchPanel, qtbot: QtBot):
    media = case.add("media", title="The quay")
    file = case.attach_bytes(media, b"\xff\xd8", "quay.jpg")
    drawn = Mark(Form.POINT, ((0.1, 0.1),))
    case.run(annotations.annotate(case.contents, case.new_id, file.id, drawn, "Plate"))
    (attachment,) = case.contents.attachments_of(media.id)
    case.run(items.detach(case.contents, [attachment.id]))
    type_in(qtbot, search, "plate")
    assert face_at(search, 0).foot == "Mark on quay.jpg · no item uses it"


def test_nothing_found_says_so(case: Case, search: SearchPanel, qtbot: QtBot):
    case.add("note", title="Grain")
    type_in(qtbot, search, "harbour")
    assert not search.view.isVisible()
    assert not search.count.isVisible()
    shown = [each.text() for each in search.nothing.findChildren(type(search.count))]
    assert shown[0] == "Nothing found"


def test_the_cross_and_escape_empty_the_field(case: Case, search: SearchPanel, qtbot: QtBot):
    left: list[int] = []
    search.left.connect(lambda: left.append(1))
    case.add("note", title="Grain")
    type_in(qtbot, search, "grain")
    (cross,) = search.field.findChildren(QToolButton)
    assert cross.isVisible()
    cross.click()
    assert search.field.text() == ""
    assert search.results.rowCount() == 0
    assert not cross.isVisible()
    type_in(qtbot, search, "grain")
    press(qtbot, search.field, Qt.Key.Key_Escape)
    assert search.field.text() == ""
    assert left == []
    press(qtbot, search.field, Qt.Key.Key_Escape)
    assert left == [1]


def test_keys_go_into_the_results_and_fly(case: Case, search: SearchPanel, qtbot: QtBot):
    items = {case.add("note", title=f"Grain {n}").id for n in range(3)}
    flown: list[str] = []
    search.go_to.connect(flown.append)
    type_in(qtbot, search, "grain")
    press(qtbot, search.field, Qt.Key.Key_Down)
    assert search.view.hasFocus()
    assert search.view.currentIndex().row() == 0
    press(qtbot, search.view, Qt.Key.Key_Down)
    press(qtbot, search.view, Qt.Key.Key_Return)
    assert len(flown) == 1
    assert set(flown) <= items
    press(qtbot, search.view, Qt.Key.Key_Up)
    press(qtbot, search.view, Qt.Key.Key_Up)
    assert search.field.hasFocus()
    press(qtbot, search.field, Qt.Key.Key_Return)
    assert search.view.hasFocus()
    press(qtbot, search.view, Qt.Key.Key_Up)
    press(qtbot, search.view, Qt.Key.Key_Up)
    assert search.field.hasFocus()
    assert search.field.selectedText() == "grain"


def test_enter_does_not_wait_for_the_pause(case: Case, search: SearchPanel, qtbot: QtBot):
    case.add("note", title="Grain")
    qtbot.keyClicks(search.field, "grain")
    press(qtbot, search.field, Qt.Key.Key_Return)
    qtbot.waitUntil(search.view.hasFocus, timeout=5_000)
    assert search.view.currentIndex().row() == 0


def test_a_letter_typed_in_the_results_goes_into_the_field(
    case: Case, search: SearchPanel, qtbot: QtBot
):
    case.add("note", title="Grains")
    type_in(qtbot, search, "grain")
    press(qtbot, search.field, Qt.Key.Key_Down)
    qtbot.keyClicks(search.view, "s")
    assert search.field.hasFocus()
    assert search.field.text() == "grains"


def test_window_shortcuts_do_not_take_enter_from_the_field(
    case: Case, search: SearchPanel, qtbot: QtBot
):
    taken: list[int] = []
    QShortcut(QKeySequence("Return"), search.window()).activated.connect(lambda: taken.append(1))
    case.add("note", title="Grain")
    type_in(qtbot, search, "grain")
    press(qtbot, search.field, Qt.Key.Key_Return)
    press(qtbot, search.view, Qt.Key.Key_Return)
    assert taken == []


def test_a_click_selects_and_a_double_click_flies(case: Case, search: SearchPanel, qtbot: QtBot):
    loose, placed = case.add("note", title="Grain one"), case.add("note", title="Grain two")
    card = case.place(placed, x=0, y=0)
    flown: list[str] = []
    search.go_to.connect(flown.append)
    type_in(qtbot, search, "grain")
    rows = {face_at(search, row).title: row for row in range(2)}
    click(qtbot, search, rows["Grain one"])
    assert search.selection.now == Selected(items=frozenset({loose.id}))
    click(qtbot, search, rows["Grain two"], CTRL)
    assert search.selection.now == Selected(items=frozenset({loose.id}), cards=frozenset({card.id}))
    assert flown == []
    box = search.view.visualRect(search.results.index(rows["Grain two"], 0))
    qtbot.mouseDClick(search.view.viewport(), LEFT, NONE, box.center())
    assert flown == [placed.id]


def test_chips_narrow_by_kind(case: Case, search: SearchPanel, qtbot: QtBot):
    for kind in ("claim", "note", "note"):
        case.add(kind, title="Grain")
    case.add_source("Grain ministry")
    type_in(qtbot, search, "grain")
    assert list(chips(search)) == ["Claims, 1", "Notes, 2", "Sources, 1"]
    qtbot.mouseClick(chips(search)["Notes, 2"], LEFT)
    assert titles(search) == ["Grain", "Grain"]
    assert search.count.text() == "2 of 4 results"
    qtbot.mouseClick(chips(search)["Claims, 1"], LEFT)
    assert search.count.text() == "3 of 4 results"
    # The choice outlives the next search, also where nothing of it is found.
    with answer(qtbot, search, "ministry"):
        search.field.setText("ministry")
    assert titles(search) == []
    assert list(chips(search)) == ["Claims, 0", "Notes, 0", "Sources, 1"]
    for chip in list(chips(search).values())[:2]:
        chip.click()
    assert titles(search) == ["Grain ministry"]


def test_what_is_shown_is_told_for_the_board(case: Case, search: SearchPanel, qtbot: QtBot):
    claim, report = case.add("claim", title="Grain sank"), case.add("document", title="Report")
    case.add_element(claim, "object", "a freighter of grain")
    case.add_source("Grain ministry")
    link = case.link(report, "supports", claim, rationale="It counts the grain.")
    told: list[Selected] = []
    search.shown.connect(told.append)
    type_in(qtbot, search, "grain")
    everything = Selected(items=frozenset({claim.id}), links=frozenset({link.id}))
    assert told[-1] == everything
    for label, chip in chips(search).items():
        chip.setChecked(label.startswith("Links"))
    assert told[-1] == Selected(links=frozenset({link.id}))
    search.field.clear()
    assert told[-1] == Selected()


def test_results_follow_the_case(case: Case, search: SearchPanel, qtbot: QtBot):
    first, second = case.add("note", title="Grain one"), case.add("note", title="Grain two")
    type_in(qtbot, search, "grain")
    press(qtbot, search.field, Qt.Key.Key_Down)
    search.view.setCurrentIndex(search.results.index_of(second.id))
    search.selection.clear()
    with answer(qtbot, search, "grain"):
        case.set(first, title="Harbour")
    assert titles(search) == ["Grain two"]
    assert search.results.found(search.view.currentIndex()) == second
    assert not search.selection.now


def test_what_is_gone_by_the_time_of_the_answer_is_left_out(bridge: CaseBridge):
    results = SearchResults(bridge)
    item = bridge.case.add("note", title="Grain")
    hits = [Hit(Item, item.id, 0.0), Hit(Link, "gone", 0.0)]
    results.show("grain", hits, frozenset())
    assert results.rowCount() == 1
    assert results.index_of("gone") == QModelIndex()


def test_case_text_is_never_mark_up(bridge: CaseBridge):
    item = bridge.case.add("note", title="<b>grain</b>", summary="grain <img src=x>\u202e")
    face = result_face(bridge.contents, item, "grain")
    assert face.title == "<b>grain</b>"
    assert face.text.startswith("grain <img src=x>⟨RLO⟩")
    results = SearchResults(bridge)
    results.show("grain", [Hit(Item, item.id, 0.0)], frozenset())
    assert (
        results.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == "<p>&lt;b&gt;grain&lt;/b&gt;</p>"
    )
    assert results.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == face.spoken()


def test_dragged_results_carry_items(bridge: CaseBridge):
    item, source = bridge.case.add("note", title="Grain"), bridge.case.add_source("Grain")
    results = SearchResults(bridge)
    results.show("grain", [Hit(Item, item.id, 0.0), Hit(type(source), source.id, 0.0)], frozenset())
    rows = [results.index(0, 0), results.index(1, 0)]
    assert read(results.mimeData(rows)).items == (item.id,)
    dragged = [bool(results.flags(row) & Qt.ItemFlag.ItemIsDragEnabled) for row in rows]
    assert dragged == [True, False]


def test_closing_the_case_while_searching_is_safe(
    bridge: CaseBridge, search: SearchPanel, qtbot: QtBot
):
    bridge.case.add("note", title="Grain")
    qtbot.keyClicks(search.field, "grain")
    press(qtbot, search.field, Qt.Key.Key_Return)
    bridge.close()
    qtbot.wait(1)
    assert search.results.rowCount() == 0
    qtbot.keyClicks(search.field, "s")
    qtbot.wait(PAUSE + 20)


@pytest.mark.parametrize("name", ["light", "dark", "print"])
def test_marks_are_painted_in_every_theme(case: Case, search: SearchPanel, qtbot: QtBot, name: str):
    case.add("note", title="Grain")
    type_in(qtbot, search, "grain")
    search.set_theme(theme(name))
    picture = search.view.viewport().grab().toImage()
    box = search.view.visualRect(search.results.index(0, 0))
    colours = {
        picture.pixelColor(x, y).name() for x in range(box.width()) for y in range(box.height())
    }
    assert theme(name).hex("mark") in colours


# -- the menu --------------------------------------------------------------------------------------


def test_a_result_can_be_gone_to_placed_and_deleted_from_its_menu(
    case: Case, search: SearchPanel, qtbot: QtBot
):
    placed, free = case.add("note", title="Grain here"), case.add("note", title="Grain there")
    source = case.add_source("Grain board")
    case.place(placed)
    wanted: list[object] = []
    for signal in (search.go_to, search.place_wanted, search.delete_wanted):
        signal.connect(wanted.append)
    type_in(qtbot, search, "grain")
    search.view.setCurrentIndex(search.results.index_of(placed.id))
    entries = {each.text(): each for each in search.menu().actions() if each.text()}
    assert list(entries) == ["&Go to", "&Place on this board", "&Delete item…"]
    assert not entries["&Place on this board"].isEnabled()
    entries["&Go to"].trigger()
    search.view.selectAll()
    entries = {each.text(): each for each in search.menu().actions() if each.text()}
    assert not entries["&Go to"].isEnabled()
    entries["&Place on this board"].trigger()
    entries["&Delete 3 entries…"].trigger()
    items, sources = frozenset({placed.id, free.id}), frozenset({source.id})
    assert wanted == [placed.id, (free.id,), Selected(items=items, sources=sources)]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_key_opens_the_menu_of_a_result_at_its_row(
    case: Case, search: SearchPanel, qtbot: QtBot
):
    case.add("note", title="Grain")
    type_in(qtbot, search, "grain")
    search.view.move_in()
    row = search.view.visualRect(search.view.currentIndex()).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
    QApplication.sendEvent(search.view.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.pos() == search.view.viewport().mapToGlobal(row)
    menu.close()
