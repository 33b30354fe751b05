"""Files among what the search has found, under real hands."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QToolButton, QWidget
from pytestqt.qtbot import QtBot

from caseboard.bridge import CaseBridge
from caseboard.panels.search import SearchPanel, is_whole
from caseboard.panels.search_results import ResultFace, Role
from caseboard.panels.search_worker import LIMIT
from caseboard.selection import Selected, Selection
from caseboard.theme import theme
from casedb import Case
from casedb.commands import items
from casedb.intake.reading import FileWords
from casedb.model.file_words import Outcome, Reading
from casedb.model.records import Artifact, Item
from casedb.store.search import Hit

Show = Callable[[QWidget, int, int], None]
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def case(bridge: CaseBridge) -> Case:
    """The case on the disk."""
    return bridge.case


@pytest.fixture
def search(bridge: CaseBridge, show: Show) -> Iterator[SearchPanel]:
    """The search in the case, on the screen."""
    panel = SearchPanel(bridge, Selection(), theme("light"))
    show(panel, 260, 600)
    panel.start()
    yield panel
    panel.close_search()


def paper(case: Case, name: str, *pages: str, title: str = "Paper") -> tuple[Item, Artifact]:
    """A document with a PDF of which these pages were read."""
    item = case.add("document", title=title)
    artifact = case.attach_bytes(item, f"%PDF- {name}".encode(), name)
    words = FileWords(Reading(Outcome.TEXT, len(pages)), tuple(enumerate(pages, 1)))
    case.texts.keep(artifact.id, words)
    return item, artifact


def seek(qtbot: QtBot, search: SearchPanel, text: str) -> None:
    with qtbot.waitSignal(search.answered, timeout=5_000, check_params_cb=text.__eq__):
        search.field.setText(text)


def faces(search: SearchPanel) -> list[ResultFace]:
    return [search.results.index(n, 0).data(Role.FACE) for n in range(search.results.rowCount())]


def go_to_row(search: SearchPanel, row: int) -> None:
    search.view.setFocus()
    # Not by the view, which asks for the keys that are held.
    chosen = QItemSelectionModel.SelectionFlag.ClearAndSelect
    search.view.selectionModel().setCurrentIndex(search.results.index(row, 0), chosen)


def test_a_file_shows_its_name_its_page_the_words_and_who_uses_it(
    case: Case, search: SearchPanel, qtbot: QtBot
):
    paper(
        case, "port log.pdf", "nothing", "At noon the tugboat left the harbour", "a tugboats' day"
    )
    seek(qtbot, search, "tugboat left")
    (face,) = faces(search)
    assert face.title == "port log.pdf" and face.icon == "file"
    assert [face.text[start:end] for start, end in face.text_marks] == ["tugboat", "left"]
    assert face.foot == "Page 2 · “Paper”"
    assert face.spoken() == f"port log.pdf. {face.text}. Page 2 · “Paper”"
    seek(qtbot, search, "tugboat")
    assert faces(search)[0].foot in {f"Page {n} and 1 more · “Paper”" for n in (2, 3)}


def test_who_uses_a_file_is_said_for_none_two_and_many(
    case: Case, search: SearchPanel, qtbot: QtBot
):
    item, artifact = paper(case, "log.pdf", "tugboat")
    (attachment,) = case.contents.attachments_of(item.id)
    seek(qtbot, search, "tugboat")
    for n, told in (
        (1, "“Paper” and “Paper 1”"),
        (2, "used by 3 items"),
    ):
        another = case.add("document", title=f"Paper {n}")
        case.run(items.attach(case.contents, case.new_id, another.id, [artifact.id], ""))
        search.results.narrow(frozenset())
        assert faces(search)[0].foot == f"Page 1 · {told}"
    for each in (attachment, *case.contents.attachments_to(artifact.id)):
        if case.contents.get(type(each), each.id) is not None:
            case.run(items.detach(case.contents, [each.id]))
    search.results.narrow(frozenset())
    assert faces(search)[0].foot == "Page 1 · no item uses it"


def test_a_text_has_no_pages(case: Case, search: SearchPanel, qtbot: QtBot):
    item = case.add("document", title="Chat")
    artifact = case.attach_bytes(item, b"the tugboat", "chat.txt")
    case.texts.keep(artifact.id, FileWords(Reading(Outcome.TEXT, 1), ((1, "the tugboat"),)))
    seek(qtbot, search, "tugboat")
    assert faces(search)[0].foot == "File · “Chat”"
    go_to_row(search, 0)
    assert search.foot.page.isHidden(), "a text is not shown at full size"


def test_an_item_and_its_file_of_one_name_are_one_result(
    case: Case, search: SearchPanel, qtbot: QtBot
):
    item, artifact = paper(case, "port log.pdf", "tugboat", title="port log")
    seek(qtbot, search, "port")
    assert [each.id for each in search.results.shown()] == [item.id]
    case.set(item, title="Other")
    seek(qtbot, search, "port lo")
    assert [each.id for each in search.results.shown()] == [artifact.id]


def test_a_click_selects_and_enter_goes_to_the_item_and_its_file(
    case: Case, search: SearchPanel, qtbot: QtBot
):
    item, artifact = paper(case, "log.pdf", "tugboat")
    card = case.place(item)
    seek(qtbot, search, "tugboat")
    box = search.view.visualRect(search.results.index(0, 0))
    qtbot.mouseClick(search.view.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert search.selection.now == Selected(cards=frozenset({card.id}))
    with qtbot.waitSignal(search.go_to_file) as gone:
        qtbot.keyClick(search.view, Qt.Key.Key_Return)
    assert gone.args == [item.id, artifact.id]


def test_a_file_that_no_item_uses_is_gone_to_alone(case: Case, search: SearchPanel, qtbot: QtBot):
    item, artifact = paper(case, "log.pdf", "nothing", "tugboat")
    (attachment,) = case.contents.attachments_of(item.id)
    case.run(items.detach(case.contents, [attachment.id]))
    seek(qtbot, search, "tugboat")
    go_to_row(search, 0)
    assert not search.selection.now
    with qtbot.waitSignal(search.go_to_file) as gone:
        qtbot.keyClick(search.view, Qt.Key.Key_Return)
    assert gone.args == ["", artifact.id]
    with qtbot.waitSignal(search.page_wanted) as seen:
        qtbot.keyClick(search.view, Qt.Key.Key_Return, CTRL)
    assert seen.args == ["", artifact.id, 1]


def test_the_page_is_a_key_a_button_and_an_entry_of_the_menu_away(
    case: Case, search: SearchPanel, qtbot: QtBot
):
    item, artifact = paper(case, "log.pdf", "nothing", "nothing", "tugboat")
    case.add("note", title="tugboat")
    seek(qtbot, search, "tugboat")
    go_to_row(search, 0)
    assert search.foot.isHidden(), "a note has no pages"
    assert all("page" not in each.text() for each in search.menu().actions())
    go_to_row(search, 1)
    assert search.foot.page.text() == "See page 3 (Ctrl+Enter)"
    entry = next(each for each in search.menu().actions() if each.text() == "See page 3")
    for press in (
        lambda: qtbot.keyClick(search.view, Qt.Key.Key_Return, CTRL),
        lambda: qtbot.mouseClick(search.foot.page, Qt.MouseButton.LeftButton),
        entry.trigger,
    ):
        with qtbot.waitSignal(search.page_wanted) as seen:
            press()
        assert seen.args == [item.id, artifact.id, 2]
    search.field.clear()
    assert search.foot.isHidden()


def test_a_file_found_by_its_name_is_seen_from_its_beginning(
    case: Case, search: SearchPanel, qtbot: QtBot
):
    item, artifact = paper(case, "tugboat.pdf", "nothing")
    seek(qtbot, search, "tugboat")
    (face,) = faces(search)
    assert (face.text, face.foot) == ("used by “Paper”", "File")
    go_to_row(search, 0)
    assert search.foot.page.text() == "See it at full size (Ctrl+Enter)"
    with qtbot.waitSignal(search.page_wanted) as seen:
        search.see_page()
    assert seen.args == [item.id, artifact.id, 0]
    case.expunge(artifact.id, "law")
    seek(qtbot, search, "tugboat ")
    go_to_row(search, 0)
    assert search.foot.isHidden(), "there is nothing to see any more"


def test_files_have_a_chip_and_light_up_the_cards_that_use_them(
    case: Case, search: SearchPanel, qtbot: QtBot
):
    item, _ = paper(case, "log.pdf", "tugboat")
    note = case.add("note", title="tugboat")

    def has_items(told: Selected) -> bool:
        return bool(told.items)

    with qtbot.waitSignal(search.shown, check_params_cb=has_items) as shown:
        seek(qtbot, search, "tugboat")
    assert shown.args == [Selected(items=frozenset({item.id, note.id}))]
    found = search.chips.findChildren(QToolButton)
    chip = next(each for each in found if each.isVisible() and "Files" in each.accessibleName())
    chip.click()
    assert [face.title for face in faces(search)] == ["log.pdf"]


def test_the_count_knows_the_limit_for_files_and_that_for_the_rest():
    notes, files = [Hit(Item, "a", 0.0)], [Hit(Artifact, "a", 0.0)]
    assert is_whole(notes * (LIMIT - 1) + files * (LIMIT - 1))
    assert not is_whole(notes * LIMIT + files)
    assert not is_whole(notes + files * LIMIT)
