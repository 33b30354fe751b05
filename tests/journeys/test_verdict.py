"""A verdict in a real window and a real file: written, overtaken, revised, compared, signed off, undone."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseboard.dialogs.message import Confirm
from caseboard.inspector.pages.item_page import ItemPage
from caseboard.verdict.window import CHANGES, VERSIONS, VerdictWindow
from caseboard.window import Window
from caseboard.workspace import Workspace
from casedb import Case
from casedb.model.card_face import face
from casedb.model.records import Item
from casedb.model.verdicts import own_verdicts
from casedb.verification import verify

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
OpenWindow = Callable[[], Window]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A claim that one photo speaks for."""
    path = tmp_path / "quay.caseboard"
    with Case.create(path, "Quay", actor="Ada") as case:
        photo, claim = case.add("media", title="The quay"), case.add("claim", title="It sailed")
        other = case.add("claim", title="It sank")
        case.place(photo, x=0, y=0)
        case.place(claim, x=400, y=0)
        case.place(other, x=800, y=0)
        case.add_element(claim, "time", "In May")
        case.link(photo, "supports", claim)
    return path


def opened(window: Window, path: Path) -> Workspace:
    window.settings.change(author="Ada")
    assert window.open_case(path)
    QApplication.processEvents()
    assert window.workspace is not None
    return window.workspace


def item(work: Workspace, title: str) -> Item:
    return next(each for each in work.bridge.contents.items.values() if each.title == title)


def select(work: Workspace, *titles: str) -> None:
    cards = [work.bridge.contents.cards_of(item(work, each).id)[0].id for each in titles]
    work.selection.set(cards=cards)
    work.selection.settle()
    QApplication.processEvents()


def writing(window: Window, work: Workspace, title: str = "It sailed") -> VerdictWindow:
    """The window of the verdict on a claim, opened by its keys."""
    select(work, title)
    window.menus["write_verdict"].trigger()
    shown = work.verdicts.window
    assert shown is not None and shown.isVisible()
    QApplication.processEvents()
    return shown


def write(shown: VerdictWindow, label: str, reasons: str) -> None:
    shown.form.label.choose(label)
    shown.form.label.activated.emit(shown.form.label.currentIndex())
    shown.form.rationale.setFocus()
    shown.form.rationale.selectAll()
    QTest.keyClicks(shown.form.rationale, reasons)


def test_from_the_first_word_to_the_sign_off_and_back(
    open_window: OpenWindow, path: Path, qtbot: QtBot
) -> None:
    window = open_window()
    work = opened(window, path)
    contents = work.bridge.contents
    shown = writing(window, work)
    write(shown, "true", "The photo shows it.")
    shown.form.likelihood.choose("likely")
    shown.form.likelihood.activated.emit(0)
    QTest.keyClick(shown, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    claim = item(work, "It sailed")
    assert face(contents, claim).chip == "true" and face(contents, claim).warning == ""
    # The board is there all the while, and what is done there is seen here.
    work.bridge.case.set(item(work, "The quay"), title="Another quay")
    qtbot.waitUntil(lambda: face(contents, claim).warning == "verdict out of date")
    shown.turn_to(CHANGES)
    assert shown.pages.tabText(shown.pages.indexOf(shown.changes)) == "Changes (1)"
    page = work.inspector.page
    assert isinstance(page, ItemPage) and page.verdict is not None
    assert "Written before 1 change" in page.verdict.since.text()
    write(shown, "mixed", "The photo shows another quay.")
    QTest.mouseClick(shown.store_button, Qt.MouseButton.LeftButton)
    assert face(contents, claim).warning == ""
    shown.turn_to(VERSIONS)
    told = shown.versions.text.toPlainText()
    assert "The photo shows it." in told and "The photo shows another quay." in told
    QTest.keyClicks(shown.signing.name, "Bo")
    QTest.keyClick(shown.signing.name, Qt.Key.Key_Return)
    assert "Signed off by Bo" in shown.head.state.text()
    window.close_case()
    assert verify(path).sound

    work = opened(window, path)
    versions = own_verdicts(work.bridge.contents, claim.id)
    assert [each.value for each in versions] == ["mixed", "mixed", "true"]
    assert [each.values.text("reviewer") for each in versions] == ["Bo", "", ""]
    for left in (2, 1):
        work.undo()
        assert len(own_verdicts(work.bridge.contents, claim.id)) == left
    shown = writing(window, work)
    assert shown.form.rationale.toPlainText() == "The photo shows it."
    assert "Written before 1 change" in shown.head.state.text()
    window.close_case()
    assert verify(path).sound


def test_words_that_are_not_stored_outlive_the_window_and_a_change_of_language(
    open_window: OpenWindow, path: Path
) -> None:
    window = open_window()
    work = opened(window, path)
    shown = writing(window, work)
    write(shown, "true", "Half a thought")
    assert writing(window, work, "It sank").form.rationale.toPlainText() == ""
    write(shown, "false", "The other half")
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert work.verdicts.window is None
    assert writing(window, work).form.rationale.toPlainText() == "Half a thought"
    window.settings.change(language="uk")
    QApplication.processEvents()
    assert window.workspace is not None and window.workspace is not work
    work = window.workspace
    shown = writing(window, work, "It sank")
    assert shown.form.rationale.toPlainText() == "The other half"
    assert shown.store_button.text() == "Зберегти вердикт"
    window.settings.change(language="en")
    for claim in list(window.workspace.verdicts.held):
        window.workspace.verdicts.open(claim)
        assert window.workspace.verdicts.window is not None
        window.workspace.verdicts.window.discard()
    assert window.may_leave()


def test_a_case_is_not_closed_over_words_that_are_not_stored_unasked(
    open_window: OpenWindow, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    work = opened(window, path)
    shown = writing(window, work)
    write(shown, "true", "Half a thought")
    asked: list[str] = []

    def refuse(*told: object, **_: object) -> bool:
        asked.append(str(told[2]))
        return False

    monkeypatch.setattr(Confirm, "ask", refuse)
    window.leave_case()
    assert window.workspace is work
    assert asked == ["The verdict on “CB-002 It sailed” has words that are not stored."]
    QTest.keyClick(shown, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    window.leave_case()
    assert window.workspace is None


def test_a_press_on_what_changed_shows_it_on_the_board(open_window: OpenWindow, path: Path) -> None:
    window = open_window()
    work = opened(window, path)
    shown = writing(window, work)
    write(shown, "true", "So it is.")
    QTest.keyClick(shown, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    photo = item(work, "The quay")
    work.bridge.case.set(photo, title="Another quay")
    tree = shown.changes.tree
    tree.itemClicked.emit(tree.topLevelItem(0), 0)
    assert work.selection.item_ids(work.bridge.contents) == [photo.id]


def test_only_one_claim_at_a_time_has_its_verdict_written(
    open_window: OpenWindow, path: Path
) -> None:
    window = open_window()
    work = opened(window, path)
    for titles in (("The quay",), ("It sailed", "It sank")):
        select(work, *titles)
        window.menus["write_verdict"].trigger()
        assert work.verdicts.window is None
        assert work.toast.label.text() == "Select one claim to write its verdict."


def test_undo_in_the_window_takes_the_last_step_back_and_words_stay(
    open_window: OpenWindow, path: Path
) -> None:
    window = open_window()
    work = opened(window, path)
    shown = writing(window, work)
    work.bridge.case.set(item(work, "The quay"), title="Another quay")
    write(shown, "true", "Half a thought")
    QTest.keyClick(shown.evidence, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert item(work, "The quay") and shown.form.rationale.toPlainText() == "Half a thought"
    shown.form.rationale.setFocus()
    QTest.keyClick(shown.form.rationale, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert shown.form.rationale.toPlainText() != "Half a thought" and item(work, "The quay")
    shown.discard()


def test_the_window_lies_where_it_was_left_and_nothing_is_left_of_it(
    open_window: OpenWindow, path: Path
) -> None:
    window = open_window()
    work = opened(window, path)
    shown = writing(window, work)
    shown.resize(777, 555)
    QApplication.processEvents()
    gone = weakref.ref(shown)
    shown.close()
    del shown
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert gone() is None
    assert writing(window, work).size().toTuple() == (777, 555)


def test_a_verdict_is_seen_and_not_written_where_nothing_changes(
    open_window: OpenWindow, path: Path
) -> None:
    window = open_window()
    work = opened(window, path)
    shown = writing(window, work)
    write(shown, "true", "So it is.")
    QTest.keyClick(shown, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    length = work.bridge.case.journal.length
    work.look_back(length - 1)
    shown.form.limits.setPlainText("More.")
    shown.store()
    assert work.bridge.case.journal.length == length
    assert shown.held.is_unsaved
    work.back_then.end()
    shown.discard()
