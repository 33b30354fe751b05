"""The sources panel: every source below its owner, and how the grades of a case lie."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRect, Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from caseboard.panels.source_rows import DEEPEST, source_rows
from caseboard.panels.sources import GRADES, SourcesPanel
from caseboard.scale import px
from caseboard.selection import Selected
from caseboard.theme import theme
from casedb.model.assessments import SCHEME_OF
from casedb.model.json_value import JsonValue
from casedb.model.records import Assessment, Item, Source
from casedb.model.values import Values

if TYPE_CHECKING:
    from conftest import Stage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
Show = Callable[[QWidget, int, int], None]
_ALSO = QItemSelectionModel.SelectionFlag.Select


def source(stage: Stage, name: str, **values: JsonValue) -> Source:
    made = Source(stage.new_id(), Values({"name": name, **values}))
    stage.add(made)
    return made


def grade(stage: Stage, subject: Item | Source, value: str, by: str = "Ada") -> None:
    sort = "reliability" if isinstance(subject, Source) else "credibility"
    at = f"2024-01-01T00:00:{stage.count:02d}Z"
    stage.add(Assessment(stage.new_id(), sort, subject.id, None, SCHEME_OF[sort], value, by, at))


def told(stage: Stage, words: str = "", **how: bool) -> list[tuple[int, str]]:
    return [(row.depth, row.name) for row in source_rows(stage.contents, words, **how)]


# -- the rows ----------------------------------------------------------------------------------


def test_sources_stand_below_their_owners_by_name(stage: Stage) -> None:
    state = source(stage, "State")
    ministry = source(stage, "Ministry", owner=state.id)
    source(stage, "Speaker", owner=ministry.id)
    source(stage, "Agency", owner=state.id)
    source(stage, "ábc")
    assert told(stage) == [
        *((0, "ábc"), (0, "State")),
        *((1, "Agency"), (1, "Ministry"), (2, "Speaker")),
    ]


def test_a_row_tells_what_a_source_is_how_often_it_is_used_and_its_grade(stage: Stage) -> None:
    state = source(stage, "State", source_type="body", interest="party", country=7)
    source(stage, "Ministry", owner=state.id, interest=["strange"])
    stage.item("document", source=state.id)
    for value in "BC":
        grade(stage, state, value)
    first, second = source_rows(stage.contents)
    assert (first.details, first.grade) == ("Body · Party · 1 item", "C")
    assert second.details == "not used"
    assert first.spoken == "State, Body · Party · 1 item, reliability C"
    assert second.spoken == "Ministry, belongs to State, not used, not graded"


def test_sources_are_found_by_alias_country_and_interest_with_their_owners(stage: Stage) -> None:
    state = source(stage, "State")
    ministry = source(
        stage, "Ministry", owner=state.id, aliases=["Міністерство"], country="Ukraine"
    )
    source(stage, "Speaker", owner=ministry.id, interest="party")
    for words in ("міністер", "ukr", "UKRAINE minis"):
        assert told(stage, words) == [(0, "State"), (1, "Ministry")], words
    assert [row.is_met for row in source_rows(stage.contents, "party")] == [False, False, True]
    assert told(stage, "nobody") == []


def test_sources_that_own_one_another_are_listed_once(stage: Stage) -> None:
    a = source(stage, "A", owner="00000002")
    source(stage, "B", owner=a.id)
    source(stage, "C", owner="00000003")
    assert told(stage) == [(0, "A"), (1, "B"), (0, "C")]
    assert told(stage, "b") == [(0, "A"), (1, "B")]


def test_a_long_chain_of_owners_stays_in_sight(stage: Stage) -> None:
    above = ""
    for n in range(40):
        above = source(stage, f"{n}", owner=above).id
    assert max(depth for depth, _ in told(stage)) == DEEPEST


def test_a_protected_source_is_named_on_request_alone(stage: Stage) -> None:
    hidden = source(stage, "Somebody", protected=True)
    source(stage, "Child", owner=hidden.id)
    assert told(stage) == [(0, "Protected source"), (1, "Child")]
    assert told(stage, names_all=True)[0] == (0, "Somebody")
    first, second = source_rows(stage.contents)
    assert "protected" in first.spoken and "Somebody" not in first.spoken + second.spoken


# -- the panel ---------------------------------------------------------------------------------


@pytest.fixture
def panel(stage: Stage, show: Show) -> SourcesPanel:
    """The panel of a case with three sources."""
    for name in ("Agency", "Bureau", "Clerk"):
        source(stage, name)
    made = SourcesPanel(stage.bridge, stage.selection, theme("light"))
    show(made, 300, 700)
    return made


def names(panel: SourcesPanel) -> list[str]:
    return [str(panel.model.index(row, 0).data()) for row in range(panel.model.rowCount())]


def test_what_is_selected_in_the_list_is_selected(stage: Stage, panel: SourcesPanel) -> None:
    panel.view.setCurrentIndex(panel.model.index(1, 0))
    assert stage.selection.sources == {"00000002"}
    panel.view.selectionModel().select(panel.model.index(2, 0), _ALSO)
    assert panel.chosen == ("00000002", "00000003") and panel.merge_button.isEnabled()


def test_the_list_follows_what_is_selected_elsewhere(stage: Stage, panel: SourcesPanel) -> None:
    assert not panel.merge_button.isEnabled() and not panel.delete_button.isEnabled()
    stage.selection.set(sources=["00000001", "00000003", "gone"])
    stage.selection.settle()
    assert panel.chosen == ("00000001", "00000003")
    assert stage.selection.sources == {"00000001", "00000003", "gone"}
    stage.selection.clear()
    stage.selection.settle()
    assert panel.chosen == () and not panel.delete_button.isEnabled()


def test_the_list_follows_the_case_and_keeps_what_is_selected(
    stage: Stage, panel: SourcesPanel, qtbot: QtBot
) -> None:
    panel.view.setCurrentIndex(panel.model.index(1, 0))
    source(stage, "Aardvark")
    qtbot.waitUntil(lambda: names(panel) == ["Aardvark", "Agency", "Bureau", "Clerk"])
    assert panel.chosen == ("00000002",)
    stage.item("document", source="00000002")
    qtbot.waitUntil(lambda: "1 item" in panel.model.index(2, 0).data(Qt.ItemDataRole.ToolTipRole))


def test_an_edit_that_names_no_other_source_is_let_pass(stage: Stage, panel: SourcesPanel) -> None:
    item = stage.item("document", source="00000001")
    panel.renew()
    asked: list[int] = []
    panel.model.renew = lambda: bool(asked.append(1))
    stage.set(item, title="Another")
    panel._renew()  # pyright: ignore[reportPrivateUsage]
    assert asked == []


def test_words_leave_what_has_them(panel: SourcesPanel, qtbot: QtBot) -> None:
    qtbot.keyClicks(panel.field, "bur")
    qtbot.waitUntil(lambda: names(panel) == ["Bureau"])
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    assert panel.view.hasFocus()
    panel.field.setText("nobody")
    qtbot.waitUntil(panel.nothing.isVisible)


def test_a_new_source_takes_the_name_that_was_looked_for_in_vain(
    panel: SourcesPanel, qtbot: QtBot
) -> None:
    wanted: list[str] = []
    panel.new_wanted.connect(wanted.append)
    qtbot.mouseClick(panel.new_button, Qt.MouseButton.LeftButton)
    panel.field.setText(" Dockers ")
    qtbot.mouseClick(panel.new_button, Qt.MouseButton.LeftButton)
    panel.field.setText("clerk")
    qtbot.mouseClick(panel.new_button, Qt.MouseButton.LeftButton)
    assert wanted == ["", "Dockers", ""] and panel.field.text() == ""


def test_a_name_is_edited_where_it_stands(stage: Stage, panel: SourcesPanel, qtbot: QtBot) -> None:
    panel.edit_name("00000003")
    editor = panel.view.findChild(QLineEdit, "outlineEditor")
    assert editor is not None and editor.text() == "Clerk"
    # None of the name is seen above it.
    row = panel.view.visualRect(panel.view.currentIndex())
    name = QRect(row.left(), row.center().y() - px(18), row.width(), px(18))
    assert editor.y() <= name.top() + 1 and editor.geometry().bottom() >= name.bottom()
    editor.setText("Archive")
    opened: list[None] = []
    panel.view.opened.connect(lambda: opened.append(None))
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names(panel) == ["Agency", "Archive", "Bureau"])
    assert stage.contents.sources["00000003"].name == "Archive" and opened == []


def test_keys_of_the_list_open_and_leave(panel: SourcesPanel, qtbot: QtBot) -> None:
    told: list[str] = []
    panel.opened.connect(lambda: told.append("opened"))
    panel.left.connect(lambda: told.append("left"))
    panel.view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    qtbot.keyClick(panel.view, Qt.Key.Key_Escape)
    assert told == ["opened", "left"]


def test_the_buttons_ask_for_what_is_selected(panel: SourcesPanel, qtbot: QtBot) -> None:
    asked: list[object] = []
    panel.merge_wanted.connect(asked.append)
    panel.delete_wanted.connect(asked.append)
    panel.view.selectAll()
    qtbot.mouseClick(panel.merge_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(panel.delete_button, Qt.MouseButton.LeftButton)
    ids = ("00000001", "00000002", "00000003")
    assert asked == [ids, Selected(sources=frozenset(ids))]


def test_protected_names_are_shown_while_the_button_is_down(
    stage: Stage, panel: SourcesPanel, qtbot: QtBot
) -> None:
    assert not panel.names_button.isVisible()
    source(stage, "Zoe", protected=True)
    qtbot.waitUntil(panel.names_button.isVisible)
    assert names(panel)[-1] == "Protected source"
    qtbot.mouseClick(panel.names_button, Qt.MouseButton.LeftButton)
    assert names(panel)[-1] == "Zoe"


# -- the grades --------------------------------------------------------------------------------


def test_the_table_counts_grades_and_lists_those_of_a_cell(
    stage: Stage, panel: SourcesPanel, qtbot: QtBot
) -> None:
    office = source(stage, "Office")
    grade(stage, office, "B")
    bill, photo = (stage.item("document", name, source=office.id) for name in ("Bill", "Photo"))
    grade(stage, bill, "2")
    grade(stage, photo, "6", "Ben")
    panel.show_page(GRADES)
    page = panel.grades
    table = page.table
    texts = [[table.cells.index(row, column).data() for column in range(6)] for row in range(6)]
    assert (
        texts[1] == ["", "1", "", "", "", "1"]
        and sum(each != "" for row in texts for each in row) == 2
    )
    assert "1 of 1 pair" in page.sentence.text() and "1 without a basis" in page.sentence.text()
    table.setFocus()
    table.setCurrentIndex(table.cells.index(0, 1))
    assert page.items.rowCount() == 0 and page.heading.text() == "A2: 0 items"
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert page.heading.text() == "B2: 1 item"
    went: list[str] = []
    panel.go_to.connect(went.append)
    assert page.items.index(0, 0).data() == "Bill"
    page.list.setCurrentIndex(page.items.index(0, 0))
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert went == [bill.id]


def test_the_table_is_that_of_one_grader(stage: Stage, panel: SourcesPanel) -> None:
    office = source(stage, "Office")
    bill = stage.item("document", "Bill", source=office.id)
    for by, letter, digit in (("Ada", "A", "1"), ("Ben", "C", "4")):
        grade(stage, office, letter, by)
        grade(stage, bill, digit, by)
    panel.show_page(GRADES)
    page = panel.grades
    page.who.menu().aboutToShow.emit()
    assert [each.text() for each in page.who.menu().actions()] == ["Everybody", "Ada", "Ben"]
    page.who.menu().actions()[1].trigger()
    assert page.table.cells.index(0, 0).data() == "1" and page.who.text() == "Ada"
    assert page.table.cells.diagonal.judged == 1


def test_cells_and_headers_are_read_aloud(panel: SourcesPanel) -> None:
    panel.show_page(GRADES)
    cells, role = panel.grades.table.cells, Qt.ItemDataRole.AccessibleTextRole
    assert cells.index(1, 2).data(role) == "B3: 0 items"
    ways = Qt.Orientation
    assert str(cells.headerData(0, ways.Horizontal, role)).startswith("1: Confirmed")
    assert str(cells.headerData(0, ways.Vertical, role)).startswith("A: Completely")
    assert cells.index(0, 0, QModelIndex()).isValid()


def test_an_item_that_is_graded_for_two_claims_is_one_item(
    stage: Stage, panel: SourcesPanel
) -> None:
    office = source(stage, "Office")
    grade(stage, office, "F")
    bill = stage.item("document", "Bill", source=office.id)
    claims = [stage.item("claim", title) for title in ("It left", "It came")]
    at, sort = "2024-01-01T00:00:30Z", "credibility"
    for claim in claims:
        scheme = SCHEME_OF[sort]
        stage.add(Assessment(stage.new_id(), sort, bill.id, claim.id, scheme, "6", "Ada", at))
    panel.show_page(GRADES)
    page = panel.grades
    page.table.setCurrentIndex(page.table.cells.index(5, 5))
    assert page.items.rowCount() == 2
    assert page.heading.text() == "F6: 1 item, 2 gradings"
