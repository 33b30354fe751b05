"""A PDF is dropped, a word of it sought, its page opened; and when it is expunged nothing finds it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caseboard.expunging import expunge
from caseboard.inspector.pages.item_page import ItemPage
from caseboard.panels.search_results import Role
from caseboard.window import Window
from caseboard.workspace import Workspace
from casedb import Case
from casedb.commands import items
from casedb.verification import verify
from small_document import LOCKED, document, documents
from whole_pictures import viewer_of


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    folder = tmp_path / "shelf"
    folder.mkdir()
    (folder / "port log.pdf").write_bytes(documents(["Cover", "", "The tugboat left at noon"]))
    (folder / "scan.pdf").write_bytes(document(text=""))
    (folder / "locked.pdf").write_bytes(document(more=LOCKED))
    (folder / "chat.txt").write_bytes("Буксир пішов".encode("cp1251"))
    return folder


@pytest.fixture
def work(open_window: Callable[[], Window], tmp_path: Path) -> Workspace:
    Case.create(tmp_path / "harbour.caseboard", "Harbour").close()
    window = open_window()
    assert window.open_case(tmp_path / "harbour.caseboard")
    assert window.workspace is not None
    return window.workspace


def take_in(qtbot: QtBot, work: Workspace, *paths: Path) -> None:
    """Drop files, and wait until their words are read."""
    work.take_files(paths)
    qtbot.waitUntil(lambda: not work.intake.is_busy, timeout=30_000)
    qtbot.waitUntil(
        lambda: not work.reading.is_busy and not work.bridge.case.texts.unread(), timeout=30_000
    )


def seek(qtbot: QtBot, work: Workspace, text: str) -> list[str]:
    """Type a search; the titles and feet of what is found."""
    work.left.show_search()
    search = work.search
    with qtbot.waitSignal(search.answered, timeout=5_000, check_params_cb=text.__eq__):
        search.field.clear()
        search.field.insert(text)
    rows = range(search.results.rowCount())
    found = [search.results.index(row, 0).data(Role.FACE) for row in rows]
    return [f"{face.title}: {face.foot}" for face in found]


def test_a_word_of_a_dropped_pdf_leads_to_its_card_its_line_and_its_page(
    qtbot: QtBot, work: Workspace, shelf: Path
):
    take_in(qtbot, work, shelf)
    assert seek(qtbot, work, "tugb") == ["port log.pdf: Page 3 · “port log”"]
    assert seek(qtbot, work, "укси") == ["chat.txt: File · “chat”"]
    seek(qtbot, work, "tugboat")
    view = work.search.view
    QTest.keyClick(work.search.field, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Return)
    page = work.inspector.page
    assert isinstance(page, ItemPage) and page.title.entry.toPlainText() == "port log"
    line = page.files.lines[0]
    seen = work.inspector.scroller.viewport()
    qtbot.waitUntil(
        lambda: seen.rect().intersects(
            line.rect().translated(line.mapTo(seen, line.rect().topLeft()))
        )
    )
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    viewer = viewer_of(qtbot, work)
    assert viewer.shown is not None and viewer.shown.name == "port log.pdf"
    assert viewer.page.value() == 3
    viewer.close()


def test_the_inspector_says_what_the_search_cannot_find(qtbot: QtBot, work: Workspace, shelf: Path):
    take_in(qtbot, work, shelf)
    contents = work.bridge.contents
    told: dict[str, str] = {}
    for item in list(contents.items.values()):
        work.selection.set(items=[item.id])
        work.selection.settle()
        page = work.inspector.page
        assert isinstance(page, ItemPage)
        (line,) = page.files.lines
        if item.title == "locked":
            qtbot.waitUntil(lambda label=line.trouble: bool(label.text()))
        told[item.title] = line.lack.text() or line.trouble.text()
    assert told["port log"] == told["chat"] == ""
    assert told["scan"] == "No text in this PDF: it is pictures of pages."
    assert "locked with a password" in told["locked"]


def test_what_was_expunged_is_found_no_more(qtbot: QtBot, work: Workspace, shelf: Path):
    take_in(qtbot, work, shelf / "port log.pdf")
    assert seek(qtbot, work, "tugboat")
    (artifact,) = work.bridge.contents.artifacts
    assert expunge(work, work.bridge, artifact, "law") is not None
    assert seek(qtbot, work, "tugboat") == []
    path = work.bridge.case.path
    assert b"tugboat" not in path.read_bytes() and verify(path).findings == ()


def test_undo_takes_the_words_along_and_redo_brings_them_back(
    qtbot: QtBot, work: Workspace, shelf: Path
):
    take_in(qtbot, work, shelf / "port log.pdf")
    assert seek(qtbot, work, "tugboat")
    work.undo()
    assert seek(qtbot, work, "tugboat") == []
    work.redo()
    assert seek(qtbot, work, "tugboat")


def test_a_file_that_no_item_uses_says_so_and_is_seen_all_the_same(
    qtbot: QtBot, work: Workspace, shelf: Path
):
    take_in(qtbot, work, shelf / "port log.pdf")
    (item,) = work.bridge.contents.items
    (attachment,) = work.bridge.contents.attachments_of(item)
    work.bridge.run(items.detach(work.bridge.contents, [attachment.id]))
    assert seek(qtbot, work, "tugboat") == ["port log.pdf: Page 3 · no item uses it"]
    work.search.view.move_in()
    QTest.keyClick(work.search.view, Qt.Key.Key_Return)
    assert "No item uses this file" in work.toast.label.text()
    QTest.keyClick(work.search.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert work.showing.viewer is not None and work.showing.viewer.shown is not None
    work.showing.viewer.close()


def test_files_that_were_there_before_are_read_when_somebody_asks(
    qtbot: QtBot, open_window: Callable[[], Window], tmp_path: Path
):
    path = tmp_path / "old.caseboard"
    with Case.create(path, "Old") as case:
        item = case.add("document", title="Log")
        case.attach_bytes(item, document("A tugboat"), "log.pdf")
    before = path.read_bytes()
    window = open_window()
    assert window.open_case(path)
    work = window.workspace
    assert work is not None
    work.left.show_search()
    foot = work.search.foot
    assert foot.isVisible() and "1 file" in foot.told.text()
    assert seek(qtbot, work, "tugboat") == [] and path.read_bytes() == before
    QTest.mouseClick(foot.read, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: work.search.results.rowCount() == 1, timeout=30_000)
    assert foot.isHidden()


@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_the_palette_leads_to_the_item_of_a_file_too(qtbot: QtBot, work: Workspace, shelf: Path):
    take_in(qtbot, work, shelf / "port log.pdf")
    work.selection.clear()
    window = work.window()
    assert isinstance(window, Window)
    window.do("palette")
    palette = window.offering.palette
    assert palette is not None
    palette.field.setText("tugboat left")
    qtbot.waitUntil(lambda: palette.current is not None, timeout=5_000)
    assert palette.current is not None and palette.current.text == "port log.pdf"
    assert palette.current.beside == "Page 3 · “port log”"
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    page = work.inspector.page
    assert isinstance(page, ItemPage) and page.files.line_of(
        next(iter(work.bridge.contents.artifacts))
    )
