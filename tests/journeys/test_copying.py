"""Ctrl+C, Ctrl+X and Ctrl+V on the board: between boards, between cases, and to other programs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from caseboard import copying
from caseboard.copying import PARCEL_MIME, tell, tell_missing
from caseboard.window import Window
from caseboard.workspace import Workspace
from casedb import Case
from casedb.commands.pasting import Pasted
from casedb.model.changes import ChangeSet

CTRL = Qt.KeyboardModifier.ControlModifier
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256))


@pytest.fixture(autouse=True)
def empty_clipboard(qapp: QApplication) -> Iterator[None]:
    QGuiApplication.clipboard().clear()
    yield
    QGuiApplication.clipboard().clear()


@pytest.fixture
def window(open_window: Callable[[], Window], tmp_path: Path) -> Window:
    """A case with a claim and a document, linked, on a board; and a second board."""
    path = tmp_path / "quay.caseboard"
    with Case.create(path, "Quay", board="Main") as case:
        claim = case.add("claim", title="The ship was in the harbour")
        source = case.add_source("Harbour master")
        paper = case.add("document", title="The log", url="https://example.org/log", source=source)
        case.attach_bytes(paper, PICTURE, "log.png")
        case.place(claim, x=0, y=0, w=260, h=120)
        case.place(paper, x=700, y=0, w=260, h=120)
        case.link(paper, "supports", claim)
        case.add_board("Second")
    window = open_window()
    assert window.open_case(path)
    work = work_of(window)
    work.canvas.fit_all()
    work.canvas.setFocus()
    QApplication.processEvents()
    return window


def work_of(window: Window) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def press(window: Window, key: Qt.Key) -> None:
    QTest.keyClick(work_of(window).canvas, key, CTRL)


def copy_all(window: Window) -> None:
    press(window, Qt.Key.Key_A)
    press(window, Qt.Key.Key_C)


def items_on(work: Workspace) -> list[str]:
    contents = work.bridge.contents
    return sorted(contents.items[card.item].title for card in contents.cards_on(work.board_id))


def test_what_is_copied_lies_on_another_board_as_well(window: Window) -> None:
    work = work_of(window)
    copy_all(window)
    second = work.bridge.contents.boards[1].id
    work.show_board(second)
    work.canvas.setFocus()
    before = work.bridge.case.journal.length
    press(window, Qt.Key.Key_V)
    assert items_on(work) == ["The log", "The ship was in the harbour"]
    assert len(work.bridge.contents.items) == 2
    assert work.selection.cards == {card.id for card in work.bridge.contents.cards_on(second)}
    assert work.bridge.case.journal.length == before + 1
    assert not work.toast.sentence
    press(window, Qt.Key.Key_Z)
    assert items_on(work) == []


def test_what_is_cut_goes_and_comes_back(window: Window) -> None:
    work = work_of(window)
    press(window, Qt.Key.Key_A)
    press(window, Qt.Key.Key_X)
    assert items_on(work) == [] and len(work.bridge.contents.items) == 2
    press(window, Qt.Key.Key_V)
    assert items_on(work) == ["The log", "The ship was in the harbour"]
    assert work.canvas.columns.string_count == 1


def test_it_is_pasted_into_another_case_while_its_own_is_closed(
    window: Window, tmp_path: Path
) -> None:
    copy_all(window)
    items = set(work_of(window).bridge.contents.items)
    assert window.new_case(tmp_path / "other.caseboard", "Other")
    work = work_of(window)
    work.canvas.setFocus()
    press(window, Qt.Key.Key_V)
    contents = work.bridge.contents
    assert set(contents.items) == items and len(contents.sources) == 1
    (artifact,) = contents.artifacts
    assert work.bridge.case.artifact_bytes(artifact) == PICTURE
    assert work.toast.sentence == "2 items, 1 source and 1 file came along."
    press(window, Qt.Key.Key_V)
    assert len(contents.items) == 2 and len(contents.cards) == 4
    assert "3 records are in this case already" in work.toast.sentence
    press(window, Qt.Key.Key_Z)
    press(window, Qt.Key.Key_Z)
    assert not contents.items


def test_other_programs_get_titles_and_addresses(window: Window) -> None:
    copy_all(window)
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.text() == "The ship was in the harbour\nThe log\nhttps://example.org/log"
    assert mime.hasFormat(PARCEL_MIME)


def test_other_programs_get_what_an_analysis_concludes_and_does_not_show(window: Window) -> None:
    case = work_of(window).bridge.case
    told = {"level": "type", "strength": "unique_to", "limits": "Manufacture is not transfer."}
    debris = case.add("debris_analysis", title="A fin", **told)
    case.place(debris, x=0, y=2_000)
    copy_all(window)
    assert (
        QGuiApplication.clipboard()
        .mimeData()
        .text()
        .endswith("A fin\ntype · unique to\nLimits: Manufacture is not transfer.")
    )


def test_an_open_frame_is_copied_with_what_lies_in_it(window: Window) -> None:
    work = work_of(window)
    press(window, Qt.Key.Key_A)
    work.deeds.add_frame(work.board_id, "Harbour")
    assert work.selection.frames and not work.selection.cards
    press(window, Qt.Key.Key_C)
    work.show_board(work.bridge.contents.boards[1].id)
    work.canvas.setFocus()
    press(window, Qt.Key.Key_V)
    assert len(items_on(work)) == 2
    (frame,) = work.bridge.contents.frames_on(work.board_id)
    assert all(
        frame.rect.contains(card.rect) for card in work.bridge.contents.cards_on(work.board_id)
    )


def test_a_damaged_clipboard_changes_nothing_and_says_so(window: Window) -> None:
    work = work_of(window)
    before = work.bridge.case.journal.length
    mime = QMimeData()
    mime.setData(PARCEL_MIME, b"caseboard-parcel-1\nrubbish")
    QGuiApplication.clipboard().setMimeData(mime)
    press(window, Qt.Key.Key_V)
    assert work.bridge.case.journal.length == before
    assert "nothing was pasted" in work.toast.failures[-1]


def test_too_much_is_not_copied_and_not_cut(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("casedb.parcel.MOST_CARDS", 1)
    work = work_of(window)
    press(window, Qt.Key.Key_A)
    press(window, Qt.Key.Key_X)
    assert len(items_on(work)) == 2
    assert "too many" in work.toast.failures[-1]


def test_nothing_is_pasted_into_a_case_that_is_only_read(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy_all(window)
    work = work_of(window)
    monkeypatch.setattr(type(work.bridge), "read_only", True)
    work.clipboard.paste()
    assert len(work.bridge.contents.cards) == 2
    assert work.toast.failures


def test_what_is_told_counts_and_says_what_stayed_behind() -> None:
    told = Pasted(ChangeSet("Paste", ()), 1, 0, 0, 1, 1, ("x" * 99, "b"), 1, 2)
    assert tell(told, is_same_case=False) == (
        "1 item came along. 1 record is in this case already and is used as it is here. "
        "1 of what is here differs from what was copied. 2 exhibit numbers had been given here "
        "already, so others were given. 1 mention of what was not copied was left out."
    )
    assert not tell(Pasted(ChangeSet("Paste", ()), 0, 0, 0, 3, 1, (), 0, 0), is_same_case=True)
    assert tell_missing(told).startswith("“" + "x" * 80 + "” and 1 more file did not come along")
    assert copying.parcel_in(None) is None
