"""Choices, tags, named times and places, and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from caseboard.inspector.editors.choice import ChoiceEditor, ChoicesEditor
from caseboard.inspector.editors.file import FileEditor
from caseboard.inspector.editors.flag import FlagEditor
from caseboard.inspector.editors.named import NamedListEditor
from caseboard.inspector.editors.table import TableEditor, TableRow
from caseboard.inspector.editors.tags import TagsEditor
from casedb.commands.comparing import save_match
from casedb.model.fuzzy_date import FuzzyDate
from casedb.model.json_value import JsonValue
from casedb.model.matches import Match

if TYPE_CHECKING:
    from conftest import Hand

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def date(text: str) -> dict[str, JsonValue]:
    """A date as the file has it."""
    return dict(FuzzyDate.parse(text).to_json())


# -- choice ----------------------------------------------------------------------------------


def test_a_word_of_a_newer_list_is_kept_and_offered(hand: Hand):
    item, editor = hand.show("status", "claim", title="A title", status="frozen")
    picker = cast("ChoiceEditor", editor).picker
    assert picker.currentText() == "frozen"
    hand.enter(picker)
    hand.leave()
    assert hand.stored(item, "status") == "frozen"
    picker.choose("open")
    picker.activated.emit(picker.currentIndex())
    assert hand.stored(item, "status") == "open"


@pytest.mark.parametrize("back", [False, True])
def test_tab_takes_the_marked_row_of_an_open_list_and_goes_on(hand: Hand, back: bool):
    item, editor = hand.show("stance", "official_statement", title="A title")
    picker = cast("ChoiceEditor", editor).picker
    hand.click(picker)
    popup = QApplication.activePopupWidget()
    assert popup is not None and picker.view().isVisible()
    hand.qtbot.keyClicks(picker.view(), "Thr")
    assert hand.stored(item, "stance") is None
    hand.press(picker.view(), Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab)
    assert QApplication.activePopupWidget() is None
    assert hand.stored(item, "stance") == "threatens"
    focus = QApplication.focusWidget()
    assert focus is not None and focus is not picker
    there = hand.editor("said" if back else "interest")
    assert there.isAncestorOf(focus)


def test_meanings_are_tool_tips(hand: Hand):
    _, editor = hand.show("access", "debris_analysis", title="A title", access="physical")
    picker = cast("ChoiceEditor", editor).picker
    at = picker.findData("report_only")
    tip = picker.itemData(at, Qt.ItemDataRole.ToolTipRole)
    assert tip == "<p>somebody else&#x27;s description</p>"
    assert picker.toolTip() == "<p>the analyst held the object</p>"


def test_a_choice_can_be_emptied(hand: Hand):
    item, editor = hand.show("status", "claim", title="A title", status="draft")
    hand.enter(editor.anchor())
    hand.press(editor.anchor(), Qt.Key.Key_Home)
    assert hand.stored(item, "status") is None


def test_the_wheel_scrolls_past_a_choice(hand: Hand):
    item, editor = hand.show("status", "claim", title="A title", status="draft")
    hand.enter(editor.anchor())
    middle = QPointF(10, 10)
    wheel = QWheelEvent(
        middle,
        editor.anchor().mapToGlobal(middle),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(editor.anchor(), wheel)
    assert hand.stored(item, "status") == "draft"


def test_a_flag_that_is_off_is_not_stored(hand: Hand):
    item, editor = hand.show("joint", "official_statement", title="A title", joint=True)
    box = cast("FlagEditor", editor).box
    hand.enter(box)
    hand.press(box, Qt.Key.Key_Space)
    assert "joint" not in hand.case.contents.items[item.id].values


def test_chips_keep_the_stored_order_and_unknown_words(hand: Hand):
    held = ["protected_source", "classified", "graphic"]
    item, editor = hand.show("sensitivity", "claim", title="A title", sensitivity=held)
    chips = cast("ChoicesEditor", editor).chips
    assert chips["classified"].isChecked()
    hand.click(chips["personal_data"])
    assert hand.stored(item, "sensitivity") == [*held, "personal_data"]
    hand.click(chips["classified"])
    assert hand.stored(item, "sensitivity") == ["protected_source", "graphic", "personal_data"]


# -- tags ------------------------------------------------------------------------------------


def test_a_tag_is_added_with_return_and_taken_off_with_its_cross(hand: Hand):
    item, editor = hand.show("tags", "claim", title="A title", tags=["ship"])
    tags = cast("TagsEditor", editor)
    hand.type(tags.entry, "pier, north")
    hand.press(tags.entry, Qt.Key.Key_Return)
    assert hand.stored(item, "tags") == ["ship", "pier, north"]
    assert tags.entry.text() == ""
    hand.click(tags.chips[0])
    assert hand.stored(item, "tags") == ["pier, north"]
    assert [chip.word for chip in tags.chips] == ["pier, north"]


def test_a_half_typed_tag_is_not_stored_by_a_pause_but_by_leaving(hand: Hand):
    item, editor = hand.show("tags", "claim", title="A title")
    tags = cast("TagsEditor", editor)
    hand.type(tags.entry, "pier")
    hand.pause()
    assert hand.stored(item, "tags") is None
    hand.leave()
    assert hand.stored(item, "tags") == ["pier"]


def test_escape_takes_back_a_half_typed_tag_only(hand: Hand):
    item, editor = hand.show("tags", "claim", title="A title", tags=["ship"])
    tags = cast("TagsEditor", editor)
    hand.type(tags.entry, "pier")
    hand.press(tags.entry, Qt.Key.Key_Escape)
    assert tags.entry.text() == ""
    hand.leave()
    assert hand.stored(item, "tags") == ["ship"]


def test_a_tag_that_is_there_is_not_added_again(hand: Hand):
    item, editor = hand.show("tags", "claim", title="A title", tags=["ship"])
    tags = cast("TagsEditor", editor)
    before = hand.entries()
    hand.type(tags.entry, " ship ")
    hand.press(tags.entry, Qt.Key.Key_Return)
    assert hand.entries() == before
    assert hand.stored(item, "tags") == ["ship"]


def test_backspace_walks_to_the_last_tag_and_takes_it_off(hand: Hand):
    item, editor = hand.show("tags", "claim", title="A title", tags=["ship", "pier"])
    tags = cast("TagsEditor", editor)
    hand.enter(tags.entry)
    hand.press(tags.entry, Qt.Key.Key_Backspace)
    assert tags.chips[-1].hasFocus()
    assert hand.stored(item, "tags") == ["ship", "pier"]
    hand.press(tags.chips[-1], Qt.Key.Key_Backspace)
    assert hand.stored(item, "tags") == ["ship"]


def test_tags_in_another_order_are_shown_in_that_order(hand: Hand):
    item, editor = hand.show("tags", "claim", title="A title", tags=["a", "b", "c"])
    hand.case.set(hand.case.contents.items[item.id], tags=["c", "a"])
    assert [chip.word for chip in cast("TagsEditor", editor).chips] == ["c", "a"]


# -- named times and places ------------------------------------------------------------------


def test_a_time_is_added_under_a_name(hand: Hand):
    item, editor = hand.show("times", "claim", title="A title")
    times = cast("NamedListEditor", editor)
    before = hand.entries()
    times.add_row("obtained")
    assert hand.entries() == before
    inner = times.rows[0].inner
    assert inner.anchor().hasFocus()
    hand.qtbot.keyClicks(inner.anchor(), "May 2024")
    hand.leave()
    assert hand.stored(item, "times") == [{"name": "obtained", "date": date("May 2024")}]
    assert len(times.rows) == 1


def test_a_time_without_a_date_is_not_stored_and_stays_on_the_screen(hand: Hand):
    item, editor = hand.show("times", "claim", title="A title")
    times = cast("NamedListEditor", editor)
    times.add_row("obtained")
    hand.qtbot.keyClicks(times.rows[0].inner.anchor(), "when")
    hand.leave()
    assert hand.stored(item, "times") is None
    assert "not read in a date" in times.rows[0].inner.hint


def test_the_name_of_a_time_can_be_changed_and_a_time_removed(hand: Hand):
    held: list[JsonValue] = [
        {"name": "recorded", "date": date("2023")},
        {"name": "unheard_of", "date": date("2024")},
    ]
    item, editor = hand.show("times", "claim", title="A title", times=held)
    times = cast("NamedListEditor", editor)
    assert times.rows[1].picker.currentText() == "unheard_of"
    hand.enter(times.rows[0].picker)
    hand.press(times.rows[0].picker, Qt.Key.Key_Down)
    assert hand.stored(item, "times") == [{"name": "published", "date": date("2023")}, held[1]]
    hand.click(times.rows[0].remove_button)
    assert hand.stored(item, "times") == [held[1]]


def test_undo_in_one_row_leaves_the_cursor_in_another(hand: Hand):
    held: list[JsonValue] = [
        {"name": "recorded", "date": date("2023")},
        {"name": "published", "date": date("2024")},
    ]
    _, editor = hand.show("times", "claim", title="A title", times=held)
    times = cast("NamedListEditor", editor)
    first, second = (row.inner.anchor() for row in times.rows)
    hand.clear(first)
    hand.type(first, "2022")
    hand.enter(second)
    hand.bridge.undo()
    assert second.hasFocus()
    assert times.rows[0].inner.stored == date("2023")


# -- table -----------------------------------------------------------------------------------


def line(table: TableEditor, at: int) -> TableRow:
    """One row of a table in the inspector."""
    row = table.rows[at]
    assert isinstance(row, TableRow)
    return row


def test_a_row_is_added_filled_and_removed(hand: Hand):
    item, editor = hand.show("quantities", "event", title="A title")
    table = cast("TableEditor", editor)
    before = hand.entries()
    hand.click(table.add_button)
    assert hand.entries() == before
    row = line(table, 0)
    assert row.button.face.title == "Empty figure"
    hand.qtbot.keyClicks(row.cells["what"].anchor(), "injured")
    hand.type(row.cells["figure"].anchor(), "more than 60")
    hand.leave()
    assert hand.stored(item, "quantities") == [{"what": "injured", "figure": "more than 60"}]
    assert row.button.face.title == "injured, more than 60"
    hand.click(row.remove_button)
    assert hand.stored(item, "quantities") is None
    assert hand.bridge.undo()
    assert [line(table, n).button.face.title for n in range(len(table.rows))] == [
        "injured, more than 60"
    ]


def test_a_cell_that_is_not_understood_is_kept(hand: Hand):
    held: list[JsonValue] = [{"what": ["odd"], "figure": "two"}]
    item, editor = hand.show("quantities", "event", title="A title", quantities=held)
    table = cast("TableEditor", editor)
    hand.click(line(table, 0).button)
    assert not table.rows[0].cells["what"].is_readable
    hand.type(table.rows[0].cells["figure"].anchor(), "!")
    hand.leave()
    assert hand.stored(item, "quantities") == [{"what": ["odd"], "figure": "!"}]


def test_an_open_row_stays_open_over_an_undo(hand: Hand):
    held: list[JsonValue] = [{"what": "injured"}, {"what": "killed"}]
    item, editor = hand.show("quantities", "event", title="A title", quantities=held)
    table = cast("TableEditor", editor)
    hand.click(line(table, 1).button)
    hand.type(table.rows[1].cells["figure"].anchor(), "two")
    hand.leave()
    hand.bridge.undo()
    assert hand.stored(item, "quantities") == held
    assert line(table, 1).button.isChecked()
    assert table.rows[1].cells["figure"].stored is None


def test_matched_points_name_their_files_and_lead_to_the_other_item(hand: Hand) -> None:
    case = hand.case
    items = [case.add("satellite_image", title=title) for title in ("The quay", "A year later")]
    files = [
        case.attach_bytes(item, name.encode(), name).id
        for item, name in zip(items, ("before.png", "after.png"), strict=True)
    ]
    match = Match(files[0], files[1], (((0.1, 0.1), (0.2, 0.2)), ((0.5, 0.5), (0.6, 0.6))))
    case.run(save_match(case.contents, items[0].id, match))
    hand.select(case.contents.items[items[0].id])
    table = cast("TableEditor", hand.editor("matches"))
    row = line(table, 0)
    assert row.button.face.title.startswith("before.png, after.png, ")
    assert files[0][:8] not in row.button.face.title
    hand.click(row.button)
    first, second = (cast("FileEditor", row.cells[name]) for name in ("first", "second"))
    assert (first.way.face.title, first.way.face.detail) == ("before.png", "The quay")
    assert (second.way.face.title, second.way.face.detail) == ("after.png", "A year later")
    hand.qtbot.waitUntil(lambda: second.way.height() >= second.way.minimumSizeHint().height())
    hand.click(second.way)
    assert hand.selection.items == {items[1].id}
