"""When what is typed reaches the disk, and what happens where it cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from caseboard.inspector import keeper
from caseboard.inspector.backlog import Saving
from caseboard.inspector.editors.choice import ChoiceEditor
from caseboard.inspector.editors.named import NamedListEditor, TimesEditor
from caseboard.inspector.editors.text import HeadingEditor
from caseboard.inspector.sections.elements import ElementsSection
from caseboard.status_bar import StatusBar
from casedb.commands import removal
from casedb.errors import NotSaved
from casedb.model.fuzzy_date import FuzzyDate
from casedb.model.json_value import JsonValue

if TYPE_CHECKING:
    from conftest import Hand

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

FULL = "The disk is full, so nothing was changed. Make room and try again."


class Disk:
    """A disk that is full until there is room again."""

    def __init__(self, hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
        self._hand = hand
        self._patch = monkeypatch

    def fill(self) -> None:
        """From now on nothing can be stored."""

        def refuse(*_: object) -> None:
            raise NotSaved(FULL)

        self._patch.setattr(self._hand.case, "run", refuse)

    def make_room(self) -> None:
        """From now on everything can be stored."""
        self._patch.delattr(self._hand.case, "run")


@pytest.fixture
def disk(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> Disk:
    """The disk on which the case lies."""
    return Disk(hand, monkeypatch)


# -- in time ---------------------------------------------------------------------------------


def test_typing_without_a_pause_is_stored_all_the_same(hand: Hand, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(keeper, "PAUSE", 3_600_000)
    monkeypatch.setattr(keeper, "LONGEST", 1)
    item, editor = hand.show("device", "media", title="A title")
    hand.type(editor.anchor(), "Phone")
    hand.qtbot.waitUntil(lambda: hand.stored(item, "device") == "Phone")
    hand.qtbot.keyClicks(editor.anchor(), " of a witness")
    hand.qtbot.waitUntil(lambda: hand.stored(item, "device") == "Phone of a witness")
    hand.bridge.undo()
    assert hand.stored(item, "device") is None


def test_the_longest_wait_is_a_second_and_a_half():
    assert keeper.LONGEST == 1_500


def test_what_is_not_understood_is_not_complained_of_in_the_midst_of_typing(
    hand: Hand, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(keeper, "PAUSE", 3_600_000)
    monkeypatch.setattr(keeper, "LONGEST", 1)
    _, editor = hand.show("first_made", "claim", title="A title")
    hand.type(editor.anchor(), "the day bef")
    hand.pause()
    assert editor.hint == ""


def test_the_panel_says_how_things_stand(hand: Hand):
    told: list[object] = []
    hand.panel.saving_changed.connect(told.append)
    _, editor = hand.show("device", "media", title="A title")
    assert hand.panel.saving is Saving.DONE
    hand.type(editor.anchor(), "P")
    assert hand.panel.saving is Saving.WAITING
    hand.pause()
    assert told == [Saving.WAITING, Saving.DONE]


@pytest.mark.parametrize("name", ["first_made", "issuers", "times"])
def test_what_is_not_understood_is_not_called_saved(hand: Hand, name: str):
    kinds = {"first_made": "claim", "issuers": "official_statement", "times": "event"}
    _, editor = hand.show(name, kinds[name], title="A title")
    told: list[object] = []
    hand.panel.saving_changed.connect(told.append)
    entry = editor.anchor()
    if isinstance(editor, TimesEditor):
        editor.add_row("start")
        entry = editor.rows[0].inner.anchor()
    hand.type(entry, "the day bef")
    hand.pause()
    assert hand.panel.saving is Saving.UNREAD and told[-1] is Saving.UNREAD
    assert hand.panel.unread == ("the day bef",)
    assert editor.hint or isinstance(editor, TimesEditor)
    hand.press(entry, Qt.Key.Key_Escape)
    assert hand.panel.saving is Saving.DONE and hand.panel.unread == ()
    assert told[-1] is Saving.DONE


def test_nothing_is_left_unread_of_a_record_that_is_gone(hand: Hand):
    item, editor = hand.show("first_made", "claim", title="A title")
    hand.type(editor.anchor(), "the day bef")
    hand.pause()
    assert hand.panel.saving is Saving.UNREAD
    hand.bridge.run(removal.delete_items(hand.case.contents, [item.id]))
    assert hand.panel.saving is Saving.DONE


def test_nothing_is_left_unread_of_a_record_that_is_deleted_while_another_is_shown(hand: Hand):
    item, editor = hand.show("first_made", "claim", title="A title")
    hand.type(editor.anchor(), "the day bef")
    hand.select(hand.item("media", title="Another"))
    assert hand.panel.unread == ("the day bef",)
    hand.bridge.run(removal.delete_items(hand.case.contents, [item.id]))
    assert hand.panel.unread == () and hand.panel.saving is Saving.DONE
    hand.bridge.undo()
    assert hand.panel.unread == ("the day bef",) and hand.panel.saving is Saving.UNREAD
    hand.select(hand.case.contents.items[item.id])
    assert hand.editor("first_made").draft() == "the day bef"


@pytest.mark.parametrize(("name", "said"), [("times", "the day bef"), ("places", "95.0, 200.0")])
def test_a_row_that_is_not_understood_comes_back_with_its_record(hand: Hand, name: str, said: str):
    item, editor = hand.show(name, "event", title="A title")
    assert isinstance(editor, NamedListEditor)
    editor.add_row("published" if name == "times" else "shown")
    hand.type(editor.rows[-1].inner.anchor(), said)
    kept, name_kept = len(editor.rows), editor.rows[-1].picker.key()
    hand.select(hand.item("event", title="Another"))
    assert hand.panel.unread == (said,)
    assert not editor.unread()
    hand.select(item)
    assert len(editor.rows) == kept and editor.rows[-1].picker.key() == name_kept
    assert editor.unread() == said
    entry = editor.rows[-1].inner.anchor()
    hand.press(entry, Qt.Key.Key_Escape)
    hand.pause()
    assert hand.panel.unread == ()


def test_a_stored_row_that_is_not_understood_any_more_is_not_doubled(hand: Hand):
    rows: list[JsonValue] = [{"name": "event", "date": FuzzyDate.parse("2024").to_json()}]
    item, editor = hand.show("times", "event", title="A title", times=rows)
    assert isinstance(editor, NamedListEditor)
    hand.type(editor.rows[0].inner.anchor(), " or so")
    said = editor.unread()
    assert said
    hand.select(hand.item("event", title="Another"))
    hand.select(item)
    assert len(editor.rows) == 1 and editor.unread() == said
    assert hand.stored(item, "times") == rows


def test_the_status_says_that_something_is_not_understood(hand: Hand):
    status = StatusBar()
    hand.qtbot.addWidget(status)
    status.show_saved(hand.bridge, Saving.UNREAD)
    (label,) = status.findChildren(QLabel, "saved")
    assert label.text() == "Something typed is not understood"
    assert label.property("state") == "unread"
    status.show_saved(hand.bridge, Saving.UNREAD, is_sound=False)
    assert "Not sound" in label.text()


# -- a disk that is full ---------------------------------------------------------------------


def test_flushing_says_whether_all_is_stored_and_why_not(hand: Hand, disk: Disk):
    item, editor = hand.show("device", "media", title="A title")
    hand.type(editor.anchor(), "Phone")
    disk.fill()
    assert not hand.panel.flush()
    assert hand.panel.trouble == FULL
    assert hand.panel.saving is Saving.REFUSED
    disk.make_room()
    assert hand.panel.flush()
    assert hand.stored(item, "device") == "Phone"
    assert hand.panel.saving is Saving.DONE


def test_refused_text_is_stored_although_something_else_is_selected(hand: Hand, disk: Disk):
    item, editor = hand.show("summary", "media", title="A title")
    other = hand.case.add("claim", title="Another")
    hand.type(editor.anchor(), "Seen at night")
    disk.fill()
    hand.select(other)
    assert not hand.panel.flush()
    disk.make_room()
    assert hand.panel.flush()
    assert hand.stored(item, "summary") == "Seen at night"


def test_refused_text_is_there_when_its_record_is_shown_again(hand: Hand, disk: Disk):
    item, editor = hand.show("title", "claim", title="Old")
    other = hand.case.add("claim", title="Another")
    disk.fill()
    hand.type(editor.anchor(), "New")
    hand.select(other)
    box = cast("HeadingEditor", editor).entry
    assert box.toPlainText() == "Another"
    hand.select(item)
    assert box.toPlainText() == "New"
    disk.make_room()
    hand.panel.flush()
    assert hand.stored(item, "title") == "New"
    assert hand.stored(other, "title") == "Another"


def test_what_was_changed_since_is_not_written_over(hand: Hand, disk: Disk):
    item, editor = hand.show("device", "media", title="A title")
    other = hand.case.add("claim", title="Another")
    disk.fill()
    hand.type(editor.anchor(), "Phone")
    hand.select(other)
    disk.make_room()
    hand.case.set(item, device="Camera")
    assert hand.panel.flush()
    assert hand.stored(item, "device") == "Camera"


def test_what_was_refused_of_a_record_that_is_gone_is_forgotten(hand: Hand, disk: Disk):
    item, editor = hand.show("device", "media", title="A title")
    disk.fill()
    hand.type(editor.anchor(), "Phone")
    hand.leave()
    disk.make_room()
    assert hand.bridge.run(removal.delete_items(hand.case.contents, [item.id]))
    assert hand.panel.flush()
    assert hand.panel.saving is Saving.DONE


def test_text_of_an_element_survives_a_refusal(hand: Hand, disk: Disk):
    claim = hand.case.add("claim", title="A title")
    element = hand.case.add_element(claim, "place", "Pier")
    other = hand.case.add("claim", title="Another")
    hand.select(claim)
    section = cast("ElementsSection", hand.page().elements)
    section.lines[0].open()
    focus = QApplication.focusWidget()
    assert focus is not None
    hand.qtbot.keyClick(focus, Qt.Key.Key_End)
    hand.qtbot.keyClicks(focus, " 4")
    disk.fill()
    hand.select(other)
    assert not hand.panel.flush()
    disk.make_room()
    assert hand.panel.flush()
    assert hand.case.contents.elements[element.id].values.text("text") == "Pier 4"


def test_a_choice_that_was_refused_is_not_made_later_behind_ones_back(hand: Hand, disk: Disk):
    item, editor = hand.show("status", "claim", title="A title", status="draft")
    other = hand.case.add("claim", title="Another", status="draft")
    picker = cast("ChoiceEditor", editor).picker
    hand.enter(picker)
    disk.fill()
    hand.press(picker, Qt.Key.Key_Down)
    assert hand.panel.saving is Saving.REFUSED
    hand.select(other)
    disk.make_room()
    assert hand.panel.flush()
    assert hand.stored(item, "status") == "draft"


# -- titles ----------------------------------------------------------------------------------


def test_return_in_a_title_stores_it_and_gives_the_focus_back(hand: Hand):
    item, editor = hand.show("title", "claim", title="Old")
    left: list[bool] = []
    hand.panel.left.connect(lambda: left.append(True))
    hand.type(editor.anchor(), "New")
    hand.press(editor.anchor(), Qt.Key.Key_Return)
    hand.press(editor.anchor(), Qt.Key.Key_Escape)
    assert left == [True]
    assert hand.stored(item, "title") == "New"


def test_a_title_that_was_refused_keeps_the_focus(hand: Hand, disk: Disk):
    _, editor = hand.show("title", "claim", title="Old")
    left: list[bool] = []
    hand.panel.left.connect(lambda: left.append(True))
    hand.type(editor.anchor(), "New")
    disk.fill()
    hand.press(editor.anchor(), Qt.Key.Key_Return)
    assert left == []
    assert cast("HeadingEditor", editor).entry.toPlainText() == "New"


@pytest.mark.parametrize("by_key", [True, False])
def test_who_comes_by_the_keyboard_has_the_whole_title_selected(hand: Hand, by_key: bool):
    item, editor = hand.show("title", "claim", title="Старий title")
    if by_key:
        hand.panel.edit_title()
    else:
        hand.enter(editor.anchor())
    hand.qtbot.keyClicks(editor.anchor(), "New")
    hand.pause()
    assert hand.stored(item, "title") == "New"


def test_asking_for_the_title_once_more_selects_all_of_it(hand: Hand):
    item, editor = hand.show("title", "claim", title="Old")
    hand.panel.edit_title()
    hand.press(editor.anchor(), Qt.Key.Key_End)
    hand.panel.edit_title()
    hand.qtbot.keyClicks(editor.anchor(), "New")
    hand.pause()
    assert hand.stored(item, "title") == "New"


def test_what_escape_has_taken_back_comes_back_by_undo(hand: Hand):
    item, editor = hand.show("summary", "note", title="A title")
    hand.type(editor.anchor(), "Seen by two people")
    hand.pause()
    assert hand.stored(item, "summary") == "Seen by two people"
    hand.type(editor.anchor(), " at night")
    hand.pause()
    hand.press(editor.anchor(), Qt.Key.Key_Escape)
    assert not hand.stored(item, "summary")
    hand.bridge.undo()
    assert hand.stored(item, "summary") == "Seen by two people at night"
    hand.bridge.undo()
    assert not hand.stored(item, "summary")
