"""The board as it was: seen entry by entry, with nothing changed, and something brought back from it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from caseboard.mark_painter import colour_of
from caseboard.theme import theme
from caseboard.window import Window
from caseboard.workspace import Workspace
from casedb import Case
from casedb.commands import removal
from casedb.commands.annotations import annotate
from casedb.errors import CaseDamaged
from casedb.history import Journal
from casedb.model.marks import Form, Mark
from casedb.model.records import Card, Item
from screens import settled

OpenWindow = Callable[[], Window]


@pytest.fixture
def case_path(tmp_path: Path) -> Path:
    """A case of nine entries: two notes placed, moved, renamed, and one of them deleted."""
    path = tmp_path / "harbour.caseboard"
    with Case.create(path, "Harbour", actor="Mina") as case:
        pier, quay = case.add("note", title="Pier"), case.add("note", title="Quay")
        case.place(pier, x=0, y=0)
        case.place(quay, x=400, y=0)
        case.link(pier, "related", quay)
        case.set(pier, title="Pier at dawn")
        case.add_board("Second")
        case.run(removal.delete_items(case.contents, [quay.id]))
    return path


@pytest.fixture
def work(open_window: OpenWindow, case_path: Path, qtbot: QtBot) -> Workspace:
    window = open_window()
    window.open_case(case_path)
    qtbot.waitUntil(lambda: window.workspace is not None)
    assert window.workspace is not None
    return window.workspace


def titles(work: Workspace) -> set[str]:
    """What stands on the cards of the board in front."""
    contents = work.canvas.contents
    return {contents.items[card.item].title for card in contents.cards_on(work.canvas.board_id)}


def test_the_board_is_shown_as_it_was_and_as_it_is_again(work: Workspace, qtbot: QtBot):
    strip, case = work.back_then.strip, work.bridge.case
    before, head = work.canvas, case.journal.head
    work.look_back(6)
    assert work.canvas is not before and work.canvas.hasFocus()
    assert titles(work) == {"Pier", "Quay"} and strip.isVisible()
    assert "after entry #6" in strip.words.text() and "by Mina: Add link" in strip.words.text()
    assert strip.slider.value() == 6 and strip.slider.maximum() == case.journal.length
    strip.after.click()
    qtbot.waitUntil(lambda: titles(work) == {"Pier at dawn", "Quay"})
    assert work.back_then.seq == 7
    strip.slider.setValue(2)
    qtbot.waitUntil(lambda: titles(work) == set())
    strip.before.click()
    qtbot.waitUntil(lambda: work.back_then.seq == 1)
    assert not strip.before.isEnabled() and strip.after.isEnabled()
    qtbot.keyClick(work.canvas, Qt.Key.Key_Escape)
    assert work.canvas is before and work.canvas.hasFocus() and not strip.isVisible()
    assert titles(work) == {"Pier at dawn"}
    assert case.journal.head == head, "nothing was changed"


def test_nothing_can_be_changed_while_the_board_is_shown_as_it_was(work: Workspace, qtbot: QtBot):
    head = work.bridge.case.journal.head
    work.look_back(5)
    assert work.bridge.read_only and not work.inspector.scroller.isVisible()
    assert "go back to now" in work.bridge.refusal
    work.undo()
    work.add_board("Third")
    qtbot.keyClick(work.canvas, Qt.Key.Key_Delete)
    assert work.bridge.case.journal.head == head
    work.back_then.end()
    assert not work.bridge.read_only and work.inspector.scroller.isVisible()
    work.undo()
    assert work.bridge.case.journal.head != head


def test_before_the_board_was_made_it_says_so(work: Workspace, qtbot: QtBot):
    second = work.bridge.contents.boards[1].id
    work.show_board(second)
    work.look_back(4)
    assert "no such board yet" in work.back_then.strip.words.text()
    work.back_then.go(8)
    assert "The board as it was" in work.back_then.strip.words.text()


def test_what_was_known_of_a_card_then_is_read_beside_the_board(work: Workspace, qtbot: QtBot):
    work.left.show_journal()
    work.look_back(6)
    settled(window_of(work))
    page = work.inspector.past
    assert page is not None and page.isVisible() and "2 items · 1 link" in page.text
    bars = window_of(work).status.findChildren(QLabel)
    assert {"2 items · 1 link", "as of journal #6"} <= {each.text() for each in bars}
    assert work.journal.view.currentIndex().row() == work.bridge.case.journal.length - 6
    contents = work.canvas.contents
    (quay,) = [
        card for card in contents.cards.values() if contents.items[card.item].title == "Quay"
    ]
    work.canvas.selection.set(cards=[quay.id])
    assert "Note as it was" in page.text and "Quay" in page.text and "Link: " in page.text
    work.back_then.go(7)
    (pier,) = [card for card in contents.cards.values() if card.id != quay.id]
    work.canvas.selection.set(cards=[pier.id])
    assert "Pier at dawn" in page.text
    work.back_then.go(6)
    assert "Pier at dawn" not in page.text and "Pier" in page.text
    work.back_then.end()
    assert work.inspector.past is None and work.inspector.scroller.isVisible()


def test_a_tab_shows_another_board_as_it_was_at_the_same_moment(work: Workspace, qtbot: QtBot):
    first, second = (each.id for each in work.bridge.contents.boards)
    work.look_back(8)
    work.tabs.chosen.emit(second)
    assert work.back_then.seq == 8 and work.canvas.board_id == second == work.board_id
    assert work.canvas.hasFocus() and work.stage.is_past and work.bridge.read_only
    assert work.tabs.bar.currentIndex() == 1
    work.tabs.chosen.emit(first)
    assert titles(work) == {"Pier at dawn", "Quay"}
    qtbot.keyClick(work.canvas, Qt.Key.Key_Escape)
    assert work.back_then.board is None and titles(work) == {"Pier at dawn"}


def window_of(work: Workspace) -> Window:
    window = work.window()
    assert isinstance(window, Window)
    return window


def test_another_board_or_a_way_to_something_leads_back_to_now(work: Workspace, qtbot: QtBot):
    first, second = (each.id for each in work.bridge.contents.boards)
    work.look_back(5)
    work.show_board(second)
    assert work.back_then.board is None and work.board_id == second
    work.show_board(first)
    work.look_back(5)
    pier = next(iter(work.bridge.contents.items.values()))
    work.going.go_to(pier.id)
    assert work.back_then.board is None and work.canvas.board_id == first
    assert work.selection.item_ids(work.bridge.contents) == [pier.id]


def test_what_was_selected_is_selected_again(work: Workspace, qtbot: QtBot):
    (card,) = work.bridge.contents.cards_on(work.board_id)
    work.selection.set(cards=[card.id])
    work.look_back(5)
    assert not work.selection.now
    work.back_then.end()
    assert work.selection.cards == {card.id}


def test_what_is_selected_on_the_board_as_it_was_is_brought_back(work: Workspace, qtbot: QtBot):
    strip = work.back_then.strip
    work.look_back(6)
    assert not strip.restore_button.isEnabled()
    past = work.canvas
    card = next(
        each
        for each in past.contents.all(Card).values()
        if past.contents.items[each.item].title == "Pier"
    )
    past.selection.set(cards=[card.id])
    assert strip.restore_button.isEnabled()
    strip.restore_button.click()
    assert work.back_then.board is None and titles(work) == {"Pier"}
    newest = next(work.bridge.case.journal.entries(newest_first=True))
    assert newest.label == "Restore an earlier state"
    assert "as it was then" in work.toast.sentence
    work.undo()
    assert titles(work) == {"Pier at dawn"}


def test_an_entry_brings_back_what_is_gone_and_says_where_it_is(work: Workspace, qtbot: QtBot):
    last = work.bridge.case.journal.length
    work.left.show_journal()
    (gone,) = [
        edit.id for edit in work.bridge.case.journal.edits_of(last, last) if edit.table == "item"
    ]
    work.journal.restore_wanted.emit("item", gone, last - 1)
    assert work.bridge.contents.items[gone].title == "Quay"
    assert "as it was then" in work.toast.sentence
    # With what went with it: its card lies there again, and the link is tied.
    assert work.bridge.contents.cards_of(gone) and work.bridge.contents.links_at(gone)
    work.journal.restore_wanted.emit("item", gone, last - 1)
    assert "nothing to change" in work.toast.sentence
    work.journal.restore_wanted.emit("item", gone, 1)
    assert "not in the case then" in work.toast.failures[-1]


def test_a_journal_that_cannot_be_read_there_leaves_the_board_where_it_was(
    work: Workspace, monkeypatch: pytest.MonkeyPatch
):
    def torn(_: Journal, first: int, last: int) -> list[object]:
        raise CaseDamaged("Entry 4 is torn.")

    work.look_back(6)
    monkeypatch.setattr(Journal, "edits_of", torn)
    work.back_then.go(3)
    assert work.back_then.seq == 6 and work.back_then.strip.words.text() == "Entry 4 is torn."
    assert work.back_then.strip.slider.value() == 6


def test_the_strip_is_reached_by_keys_and_has_names(work: Workspace, qtbot: QtBot):
    work.look_back(6)
    strip = work.back_then.strip
    for part in (strip.slider, strip.before, strip.after):
        assert part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.accessibleName()
    for part in (strip.restore_button, strip.back):
        assert part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.text()
    qtbot.keyClick(strip.slider, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: work.back_then.seq == 5)
    qtbot.keyClick(strip.slider, Qt.Key.Key_Escape)
    assert work.back_then.board is None
    QApplication.processEvents()


def test_the_case_can_be_closed_meanwhile(work: Workspace, qtbot: QtBot):
    work.look_back(6)
    work.window().close()


def test_the_record_of_a_restored_thing_is_what_it_was(work: Workspace):
    pier = next(each for each in work.bridge.contents.items.values())
    work.back_then.restore("item", pier.id, 2)
    assert work.bridge.contents.get(Item, pier.id) is not None
    assert work.bridge.contents.items[pier.id].title == "Pier"


def test_the_board_as_it_was_shows_no_mark_that_was_made_later(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
):
    path, picture = tmp_path / "marked.caseboard", tmp_path / "quay.png"
    Image.new("RGB", (600, 400), "white").save(picture)
    with Case.create(path, "Marked", actor="Mina") as case:
        media = case.add("media", title="The quay")
        case.attach(media, picture)
        case.place(media, x=0, y=0, w=300, h=300)
        placed = case.journal.length
        (artifact,) = case.contents.artifacts
        drawn = Mark(Form.BOX, ((0.2, 0.2), (0.8, 0.8)))
        case.run(annotate(case.contents, case.new_id, artifact, drawn))
    window = open_window()
    assert window.open_case(path) and window.workspace is not None
    work = window.workspace
    line = colour_of("", theme("light")).name()
    qtbot.waitUntil(lambda: line in colours(work))
    work.look_back(placed)
    settled(window)
    assert line not in colours(work)
    work.look_back(placed + 1)
    qtbot.waitUntil(lambda: line in colours(work))


def colours(work: Workspace) -> set[str]:
    """Every colour that is seen on the board."""
    shown = work.canvas.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    found = np.unique(np.frombuffer(shown.constBits(), np.uint32))
    return {QColor(int(each)).name() for each in found}


def test_the_strip_says_which_board_an_entry_was_about(work: Workspace):
    work.bridge.case.add_board("Timeline")
    work.look_back(work.bridge.case.journal.length)
    assert ": Add board: “Timeline”" in work.back_then.strip.words.text()
