"""Text of one line and of several, and titles."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from caseboard.inspector import keeper
from caseboard.inspector.controls.entries import WHOLE, GrowingText, LineEntry
from caseboard.inspector.editors.text import HeadingEditor, LineEditor, ProseEditor

if TYPE_CHECKING:
    from conftest import Hand

LONG = "Лист 12 from the harbour office " * 3_200


def line_of(hand: Hand, name: str) -> LineEntry:
    """The entry of a one-line text."""
    return cast("LineEditor", hand.editor(name)).entry


def box_of(hand: Hand, name: str) -> GrowingText:
    """The box of a longer text."""
    return cast("ProseEditor", hand.editor(name)).entry


def test_typing_is_stored_after_a_pause_without_leaving(hand: Hand):
    item, editor = hand.show("device", "media", title="A title")
    hand.type(editor.anchor(), "Phone")
    assert hand.stored(item, "device") is None
    hand.pause()
    assert hand.stored(item, "device") == "Phone"


def test_the_pause_is_four_tenths_of_a_second(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.undo()
    assert keeper.PAUSE == 400


def test_typing_in_one_field_is_one_step(hand: Hand):
    item, editor = hand.show("device", "media", title="A title")
    for word in ("Phone", " of", " a witness"):
        hand.type(editor.anchor(), word)
        hand.pause()
    assert hand.stored(item, "device") == "Phone of a witness"
    hand.bridge.undo()
    assert hand.stored(item, "device") is None
    assert line_of(hand, "device").text() == ""


def test_emptying_a_text_takes_it_out_of_the_record(hand: Hand):
    item, editor = hand.show("device", "media", title="A title", device="Phone")
    hand.clear(editor.anchor())
    hand.leave()
    assert "device" not in hand.case.contents.items[item.id].values


def test_a_change_from_elsewhere_keeps_the_cursor_where_the_text_is_the_same(hand: Hand):
    item, _ = hand.show("device", "media", title="A title", device="Phone of a witness")
    entry = line_of(hand, "device")
    hand.enter(entry)
    entry.setCursorPosition(5)
    hand.case.set(hand.case.contents.items[item.id], generation="copy")
    assert entry.cursorPosition() == 5
    hand.case.set(hand.case.contents.items[item.id], device="Phone, unknown")
    assert entry.text() == "Phone, unknown"
    assert entry.cursorPosition() == 5


def test_control_z_undoes_the_case_and_not_the_letters(hand: Hand):
    item, editor = hand.show("device", "media", title="A title", device="Phone")
    hand.type(editor.anchor(), "s")
    hand.qtbot.keyClick(editor.anchor(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert hand.stored(item, "device") == "Phone"
    assert hand.case.redo_step is not None
    hand.qtbot.keyClick(
        editor.anchor(),
        Qt.Key.Key_Z,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert hand.stored(item, "device") != "Phone"


def test_hidden_characters_are_shown_below(hand: Hand):
    _, editor = hand.show("device", "media", title="A title", device="a\u202eb")
    assert editor.hint == "Hidden characters: a⟨RLO⟩b"
    hand.clear(editor.anchor())
    assert editor.hint == ""


def test_text_is_kept_to_the_letter_around_an_edit(hand: Hand):
    text = "one\u00a0\r\ntwo\u2028\rthree "
    item, editor = hand.show("summary", "claim", title="A title", summary=text)
    hand.enter(editor.anchor())
    hand.leave()
    assert hand.stored(item, "summary") == text
    hand.enter(editor.anchor())
    hand.press(editor.anchor(), Qt.Key.Key_End)
    hand.qtbot.keyClicks(editor.anchor(), "!")
    hand.leave()
    assert hand.stored(item, "summary") == "one\u00a0!\r\ntwo\u2028\rthree "


def test_a_line_keeps_line_ends_that_were_stored(hand: Hand):
    item, editor = hand.show("device", "media", title="A title", device="a\nb")
    hand.enter(editor.anchor())
    hand.press(editor.anchor(), Qt.Key.Key_End)
    hand.qtbot.keyClicks(editor.anchor(), "c")
    hand.leave()
    assert hand.stored(item, "device") == "a\nbc"


def test_a_very_long_line_is_cut_at_rest_and_whole_while_it_is_edited(hand: Hand):
    item, _ = hand.show("device", "media", title="A title", device=LONG)
    entry = line_of(hand, "device")
    assert len(entry.text()) == WHOLE and entry.value() == LONG
    hand.leave()
    assert hand.stored(item, "device") == LONG
    hand.enter(entry)
    assert entry.text() == LONG
    hand.press(entry, Qt.Key.Key_End)
    hand.qtbot.keyClicks(entry, "!")
    hand.leave()
    assert hand.stored(item, "device") == f"{LONG}!"


def test_a_very_long_title_is_cut_at_rest_and_whole_while_it_is_edited(hand: Hand):
    item, editor = hand.show("title", "claim", title=LONG)
    assert len(LONG) > 100_000
    box = cast("HeadingEditor", editor).entry
    assert len(box.toPlainText()) == WHOLE + 1
    assert box.height() < 200
    more = cast("HeadingEditor", editor).more_button
    assert more.text() == f"Show all {len(LONG):,} characters"
    hand.enter(box)
    assert box.value() == box.toPlainText().replace("\n", "") == LONG
    assert box.height() < 200
    hand.leave()
    assert hand.stored(item, "title") == LONG


def test_a_long_text_is_shown_whole_without_being_edited(hand: Hand):
    text = "\n".join(f"Line {n}" for n in range(40))
    item, shown = hand.show("summary", "claim", title="A title", summary=text)
    editor = cast("ProseEditor", shown)
    box, button = editor.entry, editor.more_button
    hand.qtbot.waitUntil(lambda: box.height() == box.sizeHint().height())
    short = box.height()
    all_of_it = f"Show all {len(text)} characters"
    assert (button.text(), button.accessibleName()) == (all_of_it, f"Summary: {all_of_it}")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    hand.qtbot.waitUntil(lambda: box.height() > 2 * short)
    assert (editor.hint, button.text()) == ("", "Show less")
    assert box.verticalScrollBar().maximum() <= 1, "nothing is left to scroll to"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    hand.qtbot.waitUntil(lambda: box.height() == short)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    hand.show("summary", "claim", title="Another", summary=text)
    hand.qtbot.waitUntil(lambda: box.height() == short)
    assert button.text() == all_of_it
    assert hand.stored(item, "summary") == text


@pytest.mark.parametrize(("lines", "is_offered"), [(14, False), (15, True)])
def test_all_of_a_text_is_offered_where_more_lines_are_left(
    hand: Hand, lines: int, is_offered: bool
):
    _, shown = hand.show("summary", "claim", title="A title", summary="\n".join("x" * lines))
    assert cast("ProseEditor", shown).more_button.isVisible() is is_offered


def test_a_text_of_a_thousand_pages_is_not_laid_out_to_its_end(hand: Hand):
    text = "\n".join(f"Line {n}" for n in range(100_000))
    _, shown = hand.show("summary", "claim", title="A title", summary=text)
    editor = cast("ProseEditor", shown)
    QTest.mouseClick(editor.more_button, Qt.MouseButton.LeftButton)
    line = editor.entry.fontMetrics().lineSpacing()
    hand.qtbot.waitUntil(lambda: editor.entry.height() > 300 * line)
    assert editor.entry.height() < 500 * line
    assert editor.hint == "These are the first 400 lines; all are shown while you edit."
    assert editor.more_button.text() == "Show less"


@pytest.mark.parametrize("family", ["DejaVu Sans", "DejaVu Sans Mono", "WenQuanYi Micro Hei"])
def test_a_box_grows_with_its_text_up_to_a_number_of_lines(hand: Hand, family: str):
    hand.show("summary", "claim", title="A title")
    box = box_of(hand, "summary")
    font = box.font()
    font.setFamily(family)
    box.setFont(font)
    heights: list[int] = []
    for lines in (1, 2, 5, 14, 40):
        box.show_text("\n".join("text" for _ in range(lines)))
        heights.append(box.sizeHint().height())
    line = box.cursorRect().height()
    for height, n in zip(heights, (0, 1, 4, 13, 13), strict=True):
        assert abs(height - heights[0] - line * n) <= 1
    assert box.is_cut


def test_return_stores_a_title_and_makes_no_paragraph(hand: Hand):
    item, editor = hand.show("title", "claim", title="Old")
    hand.clear(editor.anchor())
    hand.type(editor.anchor(), "New")
    hand.press(editor.anchor(), Qt.Key.Key_Return)
    assert hand.stored(item, "title") == "New"


def test_return_makes_a_paragraph_in_longer_text(hand: Hand):
    item, editor = hand.show("notes", "claim", title="A title", notes="one")
    hand.enter(editor.anchor())
    hand.press(editor.anchor(), Qt.Key.Key_Return)
    hand.leave()
    assert hand.stored(item, "notes") == "\none"


def test_tab_leaves_a_box(hand: Hand):
    hand.show("summary", "claim", title="A title")
    box = box_of(hand, "summary")
    hand.enter(box)
    hand.press(box, Qt.Key.Key_Tab)
    assert not box.hasFocus() and box.toPlainText() == ""


def test_verbatim_text_runs_as_its_language_does(hand: Hand):
    item, _ = hand.show("verbatim", "claim", title="A title", verbatim="السفينة")
    box = box_of(hand, "verbatim")
    way = Qt.LayoutDirection
    assert box.document().defaultTextOption().textDirection() is way.RightToLeft
    case = hand.case
    case.set(case.contents.items[item.id], verbatim="2 ships", verbatim_language="ar")
    assert box.document().defaultTextOption().textDirection() is way.RightToLeft
    case.set(case.contents.items[item.id], verbatim_language="ko")
    assert box.document().defaultTextOption().textDirection() is way.LeftToRight
    assert box.toPlainText() == "2 ships"


@pytest.mark.parametrize("name", ["title", "summary", "verbatim"])
def test_a_text_begins_at_the_side_it_runs_from(hand: Hand, name: str):
    hand.show(name, "claim", **{"title": "A title", name: "الصواريخ أطلقت على خاركيف"})
    box = box_of(hand, name)
    assert box.cursorRect().left() > box.width() / 2
    hand.show(name, "claim", **{"title": "A title", name: "Missiles hit Kharkiv"})
    assert box.cursorRect().left() < box.width() / 2


def test_pasting_into_a_box_keeps_non_breaking_spaces(hand: Hand):
    item, editor = hand.show("summary", "claim", title="A title")
    QGuiApplication.clipboard().setText("12\u00a0km")
    hand.enter(editor.anchor())
    hand.qtbot.keyClick(editor.anchor(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    hand.leave()
    assert hand.stored(item, "summary") == "12\u00a0km"


def test_case_text_is_never_taken_for_markup(hand: Hand):
    hand.show("summary", "claim", title="<b>bold</b>", summary="<img src='file:///x'>")
    assert box_of(hand, "summary").toPlainText() == "<img src='file:///x'>"
    heading = cast("HeadingEditor", hand.editor("title")).entry
    assert heading.toPlainText() == "<b>bold</b>"
