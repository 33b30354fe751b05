"""The journal: newest entries first, read page by page, and the head to keep elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QDate, QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from caseboard import language
from caseboard.bridge import CaseBridge
from caseboard.panels import journal_model
from caseboard.panels.journal import JournalPanel
from caseboard.panels.journal_entry import FieldLine
from caseboard.panels.journal_model import JournalLine, JournalModel, Role, line_of
from caseboard.selection import Selection
from caseboard.theme import theme
from casedb.commands import cards, removal
from casedb.entries import Entry
from casedb.errors import CaseDamaged
from casedb.history import Journal

Show = Callable[[QWidget, int, int], None]
CTRL = Qt.KeyboardModifier.ControlModifier
ROOT = QModelIndex()
ENTRY = Entry(
    7, "2024-01-02T03:04:05.678Z", "Ada", "Move 3 cards", "do", None, "", "9f3a41c7" * 8, 3
)
DAY = QDate(2024, 1, 2)


@pytest.fixture
def model(bridge: CaseBridge) -> JournalModel:
    """The journal of the case."""
    return JournalModel(bridge)


@pytest.fixture
def panel(bridge: CaseBridge, show: Show, qtbot: QtBot) -> JournalPanel:
    """The journal of the case, on the screen."""
    made = JournalPanel(bridge, theme("light"))
    show(made, 260, 400)
    qtbot.waitUntil(lambda: made.model.rowCount() > 0)
    return made


def line_at(model: JournalModel, row: int) -> JournalLine:
    line = model.index(row, 0).data(Role.LINE)
    assert isinstance(line, JournalLine)
    return line


def numbers(model: JournalModel) -> list[str]:
    return [line_at(model, row).number for row in range(model.rowCount())]


def test_nothing_is_read_before_somebody_looks(bridge: CaseBridge, model: JournalModel):
    bridge.case.add("note")
    assert model.rowCount() == 0
    assert model.canFetchMore(ROOT)
    model.fetchMore(ROOT)
    assert numbers(model) == ["#2", "#1"]
    assert not model.canFetchMore(ROOT)


def test_new_entries_come_on_top(bridge: CaseBridge, model: JournalModel):
    watched = QAbstractItemModelTester.FailureReportingMode.Fatal
    watcher = QAbstractItemModelTester(model, watched)
    model.fetchMore(ROOT)
    bridge.case.add("note")
    bridge.undo()
    bridge.redo()
    assert numbers(model) == ["#4", "#3", "#2", "#1"]
    lines = [line_at(model, row) for row in range(3)]
    assert [line.what for line in lines] == ["Redo: Add note", "Undo: Add note", "Add note"]
    assert [line.step for line in lines] == ["of #2", "of #2", ""]
    assert [line.icon for line in lines] == ["redo", "undo", ""]
    watcher.deleteLater()


def test_pages_follow_each_other_while_entries_come(
    bridge: CaseBridge, model: JournalModel, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(journal_model, "PAGE", 5)
    for _ in range(10):
        bridge.case.add("note")
    model.fetchMore(ROOT)
    assert numbers(model) == [f"#{n}" for n in range(11, 6, -1)]
    bridge.case.add("note")
    model.fetchMore(ROOT)
    assert numbers(model) == [f"#{n}" for n in range(12, 1, -1)]
    model.fetchMore(ROOT)
    assert numbers(model) == [f"#{n}" for n in range(12, 0, -1)]
    assert not model.canFetchMore(ROOT)


def test_a_page_costs_what_it_reads(
    bridge: CaseBridge, model: JournalModel, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(journal_model, "PAGE", 5)
    for _ in range(20):
        bridge.case.add("note")
    read = 0
    real = Journal.entries

    def counting(journal: Journal, **given: bool) -> Iterator[Entry]:
        nonlocal read
        for entry in real(journal, **given):
            read += 1
            yield entry

    monkeypatch.setattr(Journal, "entries", counting)
    for _ in range(4):
        model.fetchMore(ROOT)
    assert read == 20


def test_what_cannot_be_read_is_said_and_the_rest_kept(
    bridge: CaseBridge, panel: JournalPanel, monkeypatch: pytest.MonkeyPatch
):
    def torn(_journal: Journal, *, newest_first: bool) -> Iterator[Entry]:
        assert newest_first
        yield ENTRY
        raise CaseDamaged("The journal cannot be read: entry 6 is torn.")

    monkeypatch.setattr(Journal, "entries", torn)
    bridge.case.add("note")
    fresh = JournalPanel(bridge, theme("light"))
    fresh.model.fetchMore(ROOT)
    assert numbers(fresh.model) == ["#7"]
    assert fresh.promise.text() == "The journal cannot be read: entry 6 is torn."
    assert not fresh.model.canFetchMore(ROOT)


def test_nothing_is_read_after_the_case_was_closed(bridge: CaseBridge, model: JournalModel):
    bridge.case.add("note")
    bridge.close()
    assert not model.canFetchMore(ROOT)
    model.fetchMore(ROOT)
    assert model.rowCount() == 0


@pytest.mark.parametrize(
    ("today", "when"),
    [(DAY, "CLOCK"), (DAY.addDays(1), "yesterday CLOCK"), (DAY.addDays(2), "2 Jan 2024 CLOCK")],
)
def test_times_are_local_and_name_another_day(
    today: QDate, when: str, monkeypatch: pytest.MonkeyPatch
):
    line = line_of(replace(ENTRY, at="2024-01-02T12:00:00.000Z"), today)
    clock = line.when.split()[-1]
    assert line.when == when.replace("CLOCK", clock)
    assert len(clock) == 5


def test_a_time_that_is_not_understood_is_shown_as_it_is():
    assert line_of(replace(ENTRY, at="yesteryear"), DAY).when == "yesteryear"


def test_a_step_of_several_entries_names_both_ends():
    line = line_of(replace(ENTRY, action="undo", of=(1204, 1209)), DAY)
    assert line.step == "of #1,204–1,209"
    assert line.what == "Undo: Move 3 cards"
    assert line.hash == "9f3a 41c7"


def test_utc_and_the_whole_hash_are_in_the_tool_tip(
    bridge: CaseBridge, panel: JournalPanel, monkeypatch: pytest.MonkeyPatch
):
    tip = str(panel.model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole))
    assert " UTC" in tip
    assert bridge.case.journal.head in tip
    spoken = str(panel.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert spoken.startswith("Create case, entry #1")
    assert spoken.endswith("by tester")


def test_the_head_follows_and_is_copied_whole(
    bridge: CaseBridge, panel: JournalPanel, qtbot: QtBot
):
    bridge.case.add("note")
    head = bridge.case.journal.head
    assert panel.head.text() == f"#2  {head[:4]} {head[4:8]} … {head[-4:]}"
    qtbot.mouseClick(panel.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == f"#2 {head}"
    assert "Tamper-evident from here on" in panel.promise.text()


def test_selected_entries_are_copied(bridge: CaseBridge, panel: JournalPanel, qtbot: QtBot):
    bridge.case.add("note")
    panel.view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(panel.view, Qt.Key.Key_A, CTRL)
    qtbot.keyClick(panel.view, Qt.Key.Key_C, CTRL)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert [line.split("\t")[0] for line in lines] == ["#2", "#1"]
    assert lines[0].endswith(bridge.case.journal.head)


def test_entries_take_one_line_where_there_is_room(panel: JournalPanel, qtbot: QtBot):
    row = panel.model.index(0, 0)
    assert panel.view.visualRect(row).height() == 44
    panel.resize(900, 400)
    qtbot.waitUntil(lambda: panel.view.visualRect(row).height() == 28)
    panel.resize(300, 400)
    qtbot.waitUntil(lambda: panel.view.visualRect(row).height() == 44)


def test_a_name_is_never_mark_up(bridge: CaseBridge):
    line = line_of(replace(ENTRY, actor="<b>Ada</b>\u202e", label="<i>"), DAY)
    assert line.who == "<b>Ada</b>⟨RLO⟩"
    assert line.what == "<i>"


@pytest.mark.parametrize("name", ["light", "dark", "print"])
@pytest.mark.parametrize("width", [260, 900])
def test_entries_are_painted_in_every_theme(panel: JournalPanel, name: str, width: int):
    panel.resize(width, 400)
    panel.set_theme(theme(name))
    panel.view.selectAll()
    picture = panel.view.viewport().grab().toImage()
    box = panel.view.visualRect(panel.model.index(0, 0))
    assert picture.pixelColor(box.right() - 2, box.center().y()).name() == theme(name).hex("acbg")


@pytest.mark.usefixtures("qapp")
def test_an_entry_is_dated_and_numbered_as_in_the_language_that_is_spoken():
    language.choose("uk")
    line = line_of(replace(ENTRY, seq=1234567), DAY.addDays(40))
    assert line.when.startswith("2 січ. 2024 ")
    assert line.number == "#1\N{NO-BREAK SPACE}234\N{NO-BREAK SPACE}567"


# -- filtering -------------------------------------------------------------------------------------


def choose(panel: JournalPanel, button: QToolButton, text: str) -> None:
    """Choose something from the menu of a button."""
    menu = button.menu()
    menu.aboutToShow.emit()
    action = next(each for each in menu.actions() if each.text() == text)
    action.trigger()


@pytest.fixture
def filtered(bridge: CaseBridge, show: Show, qtbot: QtBot) -> JournalPanel:
    """The journal of a case in which two people worked, beside a selection."""
    bridge.case.add("note", title="first")
    bridge.case.actor = "Mina"
    bridge.case.add("note", title="second")
    made = JournalPanel(bridge, theme("light"), selection=Selection())
    show(made, 260, 500)
    qtbot.waitUntil(lambda: made.model.rowCount() > 0)
    return made


def test_only_the_entries_of_one_person_are_shown(filtered: JournalPanel, bridge: CaseBridge):
    assert numbers(filtered.model) == ["#3", "#2", "#1"]
    choose(filtered, filtered.filter.actor, "Mina")
    filtered.model.fetchMore(ROOT)
    assert numbers(filtered.model) == ["#3"]
    assert filtered.filter.actor.text() == "Mina"
    assert filtered.filter.actor.accessibleName() == "By whom: Mina"
    choose(filtered, filtered.filter.actor, "Everybody")
    filtered.model.fetchMore(ROOT)
    assert numbers(filtered.model) == ["#3", "#2", "#1"]


def test_entries_that_come_while_some_are_asked_for_are_shown_if_they_are_of_these(
    filtered: JournalPanel, bridge: CaseBridge, qtbot: QtBot
):
    choose(filtered, filtered.filter.actor, "Mina")
    filtered.model.fetchMore(ROOT)
    bridge.case.add("note", title="third")
    qtbot.waitUntil(lambda: numbers(filtered.model) == ["#4", "#3"])


def test_only_the_entries_of_one_day_are_shown(
    filtered: JournalPanel, monkeypatch: pytest.MonkeyPatch
):
    marks = [
        (3, "2024-01-03T12:00:00Z", "a"),
        (2, "2024-01-02T12:00:00Z", "a"),
        (1, "no time", ""),
    ]

    def told(_: Journal) -> list[tuple[int, str, str]]:
        return marks

    monkeypatch.setattr(Journal, "marks", told)
    choose(filtered, filtered.filter.day, "2 Jan 2024")
    filtered.model.fetchMore(ROOT)
    assert numbers(filtered.model) == ["#2"]
    assert filtered.filter.day.accessibleName() == "On which day: 2 Jan 2024"
    choose(filtered, filtered.filter.actor, "Nobody named")
    assert filtered.nothing.isVisible() and not filtered.view.isVisible()
    choose(filtered, filtered.filter.actor, "Everybody")
    choose(filtered, filtered.filter.day, "Any day")
    filtered.model.fetchMore(ROOT)
    assert filtered.filter.asked.is_everything and numbers(filtered.model) == ["#3", "#2", "#1"]


def test_only_what_was_done_to_the_selected_is_shown_and_follows_the_selection(
    bridge: CaseBridge, show: Show, qtbot: QtBot
):
    first, second = (bridge.case.add("note", title=title) for title in ("a", "b"))
    bridge.case.set(first, title="c")
    selection = Selection()
    panel = JournalPanel(bridge, theme("light"), selection=selection)
    show(panel, 260, 500)
    selection.set(items=[first.id])
    selection.settle()
    panel.filter.selected.click()
    panel.model.fetchMore(ROOT)
    assert numbers(panel.model) == ["#4", "#2"]
    selection.set(items=[second.id])
    selection.settle()
    panel.model.fetchMore(ROOT)
    assert numbers(panel.model) == ["#3"]
    bridge.looks_back = True
    selection.clear()
    selection.settle()
    assert numbers(panel.model) == ["#3"], "on a board as it was other things are selected"
    bridge.looks_back = False
    panel.filter.selected.click()
    panel.model.fetchMore(ROOT)
    assert len(numbers(panel.model)) == 4


def test_a_journal_that_cannot_be_read_says_so_when_some_entries_are_asked_for(
    filtered: JournalPanel, monkeypatch: pytest.MonkeyPatch
):
    def torn(_: Journal) -> list[tuple[int, str, str]]:
        raise CaseDamaged("The journal cannot be read.")

    monkeypatch.setattr(Journal, "marks", torn)
    filtered.filter.actor.menu().aboutToShow.emit()
    assert filtered.promise.text() == "The journal cannot be read."


# -- one entry -------------------------------------------------------------------------------------


def words_of(pane: QWidget) -> list[str]:
    return [label.text() for label in pane.findChildren(QLabel) if label.isVisibleTo(pane)]


def test_return_opens_an_entry_and_escape_closes_it(
    panel: JournalPanel, bridge: CaseBridge, qtbot: QtBot
):
    note = bridge.case.add("note", title="Pier")
    bridge.case.set(note, title="Pier at dawn", summary=None)
    panel.view.setFocus()
    panel.view.setCurrentIndex(panel.model.index(0, 0))
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert panel.entry.isVisible()
    told = words_of(panel.entry)
    assert "#3 Edit title" in told or "#3 Edit fields" in told
    assert "Before: Pier" in told and "After: Pier at dawn" in told
    qtbot.keyClick(panel.view, Qt.Key.Key_Escape)
    assert not panel.entry.isVisible() and panel.view.hasFocus()
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    qtbot.keyClick(panel.entry.cross, Qt.Key.Key_Escape)
    assert not panel.entry.isVisible()
    with qtbot.waitSignal(panel.left):
        qtbot.keyClick(panel.view, Qt.Key.Key_Escape)


def test_one_click_shows_what_an_entry_changed_and_keeps_it_in_sight(
    panel: JournalPanel, bridge: CaseBridge, qtbot: QtBot
):
    for n in range(40):
        bridge.case.add("note", title=f"Note {n}")
    view = panel.view
    last = panel.model.index(12, 0)
    view.scrollTo(last)
    place = view.visualRect(last).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert panel.entry.isVisible() and panel.entry.entry == panel.model.entry(last)
    assert view.viewport().rect().contains(view.visualRect(last).center())
    # Several are selected to be copied, not to be read.
    first = view.visualRect(panel.model.index(11, 0)).center()
    opened = panel.entry.entry
    with_control = Qt.KeyboardModifier.ControlModifier
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, with_control, first)
    assert panel.entry.entry == opened and len(view.selectedIndexes()) == 2


def test_a_long_text_is_cut_and_can_be_read_whole(panel: JournalPanel, bridge: CaseBridge):
    text = "word " * 200 + "END"
    bridge.case.add("note", title="Pier", summary=text)
    panel.open_entry(bridge.case.journal.entry(2))
    (line,) = [
        each for each in panel.entry.findChildren(FieldLine) if each.after.text().endswith("…")
    ]
    assert line.after.textFormat() is Qt.TextFormat.PlainText
    assert line.all_button.isVisible() and "END" not in line.after.text()
    line.all_button.click()
    assert line.after.text().endswith("END") and line.all_button.text() == "Show less"
    line.all_button.click()
    assert "END" not in line.after.text()


def test_an_entry_offers_the_board_as_of_it_and_the_state_of_what_it_changed(
    panel: JournalPanel, bridge: CaseBridge, qtbot: QtBot
):
    note = bridge.case.add("note", title="Pier")
    panel.open_entry(bridge.case.journal.entry(2))
    with qtbot.waitSignal(panel.look_back_wanted) as asked:
        panel.entry.board_button.click()
    assert asked.args == [2]
    (button,) = [
        each
        for each in panel.entry.area.findChildren(QPushButton)
        if each.text() == "Restore this state"
    ]
    assert button.accessibleName() == "Restore this state of Pier"
    with qtbot.waitSignal(panel.restore_wanted) as asked:
        button.click()
    assert asked.args == ["item", note.id, 2]
    bridge.case.run(removal.delete_items(bridge.contents, [note.id]))
    panel.open_entry(bridge.case.journal.entry(3))
    with qtbot.waitSignal(panel.restore_wanted) as asked:
        panel.entry.area.findChildren(QPushButton)[-1].click()
    assert asked.args == ["item", note.id, 2], "of what went, the state before"


def test_of_many_records_the_first_are_told_and_how_many_more(
    panel: JournalPanel, bridge: CaseBridge
):
    with bridge.case.together("Add notes"):
        for n in range(45):
            bridge.case.add("note", title=f"{n}")
    panel.open_entry(bridge.case.journal.entry(2))
    assert any(each.startswith("And ") and "more record" in each for each in words_of(panel.entry))


def test_an_entry_that_cannot_be_read_says_so(
    panel: JournalPanel, bridge: CaseBridge, monkeypatch: pytest.MonkeyPatch
):
    def torn(_: Journal, first: int, last: int) -> list[object]:
        raise CaseDamaged("Entry 1 is torn.")

    entry = bridge.case.journal.entry(1)
    monkeypatch.setattr(Journal, "edits_of", torn)
    panel.open_entry(entry)
    assert "Entry 1 is torn." in words_of(panel.entry)


def test_the_list_and_the_opened_entry_say_which_board_was_meant(
    panel: JournalPanel, bridge: CaseBridge
) -> None:
    board = bridge.case.add_board("Timeline")
    assert line_at(panel.model, 0).what == "Add board: “Timeline”"
    index = panel.model.index(0, 0)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert isinstance(spoken, str) and spoken.startswith("Add board: “Timeline”")
    entry = panel.model.entry(index)
    assert entry is not None
    panel.open_entry(entry)
    assert panel.entry.title.text().endswith("Add board: “Timeline”")
    with bridge.case.together("Lay out board"):
        bridge.case.place(bridge.case.add("note", title="Pier"), board)
    assert line_at(panel.model, 0).what == "Lay out board: “Timeline”"
    bridge.run(cards.rename_board(bridge.contents, board.id, "Dates"))
    assert line_at(panel.model, 1).what == "Lay out board: “Dates”"
    bridge.close()
    assert line_at(panel.model, 2).what == "Add board"
