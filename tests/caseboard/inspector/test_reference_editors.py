"""Sources, items and links that a record names."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QWidget

from caseboard.inspector.editors.board import BoardEditor
from caseboard.inspector.editors.items import ItemsEditor
from caseboard.inspector.editors.linked import LinkedEditor
from caseboard.inspector.editors.source import SourceEditor, SourcesEditor
from casedb.model.json_value import JsonValue
from casedb.model.records import Item

if TYPE_CHECKING:
    from conftest import Hand

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


NAMING = pytest.mark.parametrize(
    ("name", "kind"), [("source", "claim"), ("issuers", "official_statement")]
)
"""Fields that name sources: one, and several."""


def source_editor(hand: Hand) -> SourceEditor:
    """The editor of the source of a new claim."""
    _, editor = hand.show("source", "claim", title="A title")
    return cast("SourceEditor", editor)


def typed(hand: Hand, name: str, kind: str, text: str) -> tuple[Item, SourceEditor | SourcesEditor]:
    """A new item, and the editor of a field of it that names sources, after something was typed there."""
    item, editor = hand.show(name, kind, title="A title")
    naming = cast("SourceEditor | SourcesEditor", editor)
    hand.type(naming.entry, text)
    return item, naming


def popped_up() -> QWidget:
    """The list that has dropped from an entry."""
    found = QApplication.activePopupWidget()
    assert found is not None
    return found


def test_a_source_is_found_by_a_part_of_its_name(hand: Hand):
    wire = hand.case.add_source("Harbour Wire", source_type="agency")
    hand.case.add_source("Other Wire")
    editor = source_editor(hand)
    hand.type(editor.entry, "wire")
    assert editor.entry.offered == [
        *("Harbour Wire · agency", "Other Wire", "New source “wire” · Ctrl+Return"),
    ]
    editor.entry.picked.emit(wire.id)
    item = hand.page().keeper.subject
    assert item is not None
    assert hand.case.contents.items[item.id].values["source"] == wire.id
    assert editor.entry.text() == "Harbour Wire"


def test_the_list_is_walked_with_the_keyboard(hand: Hand):
    wire = hand.case.add_source("Harbour Wire")
    editor = source_editor(hand)
    hand.type(editor.entry, "wire")
    popup = popped_up()
    # None begins so, and the new one is lit: below it there is nothing, then comes the first.
    hand.press(popup, Qt.Key.Key_Down)
    hand.press(popup, Qt.Key.Key_Down)
    hand.press(popup, Qt.Key.Key_Return)
    assert editor.stored == wire.id
    assert editor.entry.text() == "Harbour Wire"


@NAMING
def test_return_takes_the_source_that_begins_with_what_was_typed(hand: Hand, name: str, kind: str):
    desk = hand.case.add_source("Hárbour Watch imagery desk")
    hand.case.add_source("Sevastopol harbour")
    item, editor = typed(hand, name, kind, "HARB")
    popup = popped_up()
    assert isinstance(popup, QAbstractItemView)
    assert editor.entry.offered == [
        *("Hárbour Watch imagery desk", "Sevastopol harbour", "New source “HARB” · Ctrl+Return"),
    ]
    assert popup.currentIndex().row() == 0
    hand.press(popup, Qt.Key.Key_Return)
    assert hand.stored(item, name) in (desk.id, [desk.id])
    assert len(hand.case.contents.sources) == 2


@NAMING
def test_return_takes_the_same_where_the_list_was_closed(hand: Hand, name: str, kind: str):
    desk = hand.case.add_source("Harbour Watch", aliases=["HW imagery"])
    item, editor = typed(hand, name, kind, "hw im")
    popup = popped_up()
    hand.press(popup, Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert "Return takes “Harbour Watch”" in editor.hint
    assert editor.finder.create_button.isVisible()
    hand.press(editor.entry, Qt.Key.Key_Return)
    assert hand.stored(item, name) in (desk.id, [desk.id])
    assert len(hand.case.contents.sources) == 1


@NAMING
@pytest.mark.parametrize("by", ["Down", "Ctrl+Return"])
def test_a_new_source_is_a_row_of_its_own(hand: Hand, name: str, kind: str, by: str):
    hand.case.add_source("Harbour Watch")
    item, _ = typed(hand, name, kind, "Harb")
    popup = popped_up()
    if by == "Down":
        hand.press(popup, Qt.Key.Key_Down)
        hand.press(popup, Qt.Key.Key_Return)
    else:
        hand.qtbot.keyClick(popup, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (made,) = (each for each in hand.case.contents.sources.values() if each.name == "Harb")
    assert hand.stored(item, name) in (made.id, [made.id])
    assert QApplication.activePopupWidget() is None


@NAMING
def test_a_name_that_is_there_is_offered_as_no_new_one(hand: Hand, name: str, kind: str):
    wire = hand.case.add_source("Wire")
    hand.case.add_source("Wire of the harbour")
    item, editor = typed(hand, name, kind, "wire")
    assert editor.entry.offered == ["Wire", "Wire of the harbour"]
    hand.qtbot.keyClick(editor.entry, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert hand.stored(item, name) in (wire.id, [wire.id])
    assert len(hand.case.contents.sources) == 2


@NAMING
def test_the_list_covers_nothing_that_the_field_says(hand: Hand, name: str, kind: str):
    hand.case.add_source("Sevastopol harbour with a name that is longer than the panel is wide")
    _, editor = typed(hand, name, kind, "harb")
    hand.pause()
    assert "No source has this name" in editor.hint
    popup = popped_up()
    assert isinstance(popup, QListView)

    def below() -> bool:
        return popup.y() >= editor.mapToGlobal(QPoint(0, editor.height())).y()

    hand.qtbot.waitUntil(below)
    assert popup.horizontalScrollBar().maximum() == 0
    assert popup.visualRect(popup.model().index(0, 0)).left() >= 0


def test_a_name_typed_in_full_is_taken(hand: Hand):
    wire = hand.case.add_source("Harbour Wire")
    editor = source_editor(hand)
    hand.type(editor.entry, "harbour wire")
    hand.pause()
    assert editor.stored == wire.id
    hand.leave()
    assert editor.entry.text() == "Harbour Wire"


def test_a_name_of_two_sources_is_not_guessed(hand: Hand):
    hand.case.add_source("Wire")
    second = hand.case.add_source("Wire")
    editor = source_editor(hand)
    hand.type(editor.entry, "Wire")
    hand.pause()
    assert editor.stored is None
    assert "Several sources" in editor.hint
    editor.entry.picked.emit(second.id)
    assert editor.stored == second.id


def test_an_unknown_name_is_not_stored_and_offers_a_new_source(hand: Hand):
    editor = source_editor(hand)
    before = hand.entries()
    hand.type(editor.entry, "Pier & Sons")
    hand.pause()
    assert editor.stored is None and hand.entries() == before
    assert "No source has this name" in editor.hint
    popup = popped_up()
    hand.press(popup, Qt.Key.Key_Escape)
    assert editor.finder.create_button.accessibleName() == "Create source Pier & Sons"
    hand.click(editor.finder.create_button)
    assert hand.entries() == before + 1
    (source,) = hand.case.contents.sources.values()
    assert (source.name, editor.stored) == ("Pier & Sons", source.id)
    hand.bridge.undo()
    assert not hand.case.contents.sources
    assert editor.entry.text() == ""


def focused() -> QWidget:
    """What has the focus now."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


@NAMING
def test_tab_leads_past_the_offer_of_a_new_source(hand: Hand, name: str, kind: str):
    _, editor = typed(hand, name, kind, "Reuters")
    hand.pause()
    popup = popped_up()
    hand.press(popup, Qt.Key.Key_Tab)
    assert editor.finder.create_button.isVisible()
    assert not editor.isAncestorOf(focused())
    hand.press(focused(), Qt.Key.Key_Space)
    assert not hand.case.contents.sources
    assert (editor.entry.text(), editor.unread()) == ("Reuters", "Reuters")
    hand.press(focused(), Qt.Key.Key_Backtab)
    assert focused() is editor.entry


@NAMING
def test_return_creates_the_source_that_was_typed(hand: Hand, name: str, kind: str):
    item, editor = typed(hand, name, kind, "Reuters")
    popup = popped_up()
    hand.press(popup, Qt.Key.Key_Return)
    (source,) = hand.case.contents.sources.values()
    assert source.name == "Reuters"
    assert hand.stored(item, name) in (source.id, [source.id])
    assert focused() is editor.entry and not editor.finder.create_button.isVisible()


@NAMING
def test_a_click_on_the_offer_leaves_the_focus_in_the_entry(hand: Hand, name: str, kind: str):
    item, editor = typed(hand, name, kind, "Reuters")
    hand.pause()
    editor.entry.close_list()
    hand.click(editor.finder.create_button)
    (source,) = hand.case.contents.sources.values()
    assert hand.stored(item, name) in (source.id, [source.id])
    assert focused() is editor.entry


def test_tab_takes_nothing_that_was_not_chosen(hand: Hand):
    hand.case.add_source("Wire of the harbour")
    editor = source_editor(hand)
    hand.type(editor.entry, "wire")
    popup = popped_up()
    hand.press(popup, Qt.Key.Key_Tab)
    assert editor.stored is None and editor.entry.text() == "wire"
    assert "Return takes “Wire of the harbour”" in editor.hint


def test_return_makes_no_third_namesake(hand: Hand):
    hand.case.add_source("Wire")
    hand.case.add_source("Wire")
    for editor in (
        source_editor(hand),
        cast("SourcesEditor", hand.show("issuers", "official_statement", title="A title")[1]),
    ):
        hand.type(editor.entry, "Wire")
        hand.press(editor.entry, Qt.Key.Key_Return)
        assert "Several sources" in editor.hint
    assert len(hand.case.contents.sources) == 2


def test_a_source_that_is_listed_is_not_made_again(hand: Hand):
    wire = hand.case.add_source("Wire")
    item, found = hand.show("issuers", "official_statement", title="A title", issuers=[wire.id])
    editor = cast("SourcesEditor", found)
    hand.type(editor.entry, "Wire")
    hand.press(editor.entry, Qt.Key.Key_Return)
    assert editor.hint == "This source is in the list already."
    assert hand.stored(item, "issuers") == [wire.id]
    assert len(hand.case.contents.sources) == 1


@pytest.mark.parametrize(
    ("name", "kind"), [("issuers", "official_statement"), ("compared_with", "satellite_image")]
)
def test_what_was_typed_waits_for_its_own_item(hand: Hand, name: str, kind: str):
    other = hand.item(kind, title="Another")
    item, found = hand.show(name, kind, title="A title")
    editor = cast("SourcesEditor | ItemsEditor", found)
    hand.type(editor.entry, "Reuters")
    hand.select(other)
    assert editor.entry.text() == ""
    assert hand.panel.unread == ("Reuters",)
    hand.select(item)
    assert editor.entry.text() == "Reuters"
    hand.enter(editor.entry)
    hand.press(editor.entry, Qt.Key.Key_Escape)
    assert editor.entry.text() == "" and hand.panel.unread == ()


def test_a_source_can_be_taken_out(hand: Hand):
    wire = hand.case.add_source("Harbour Wire")
    item, editor = hand.show("source", "claim", title="A title", source=wire.id)
    hand.clear(editor.anchor())
    hand.leave()
    assert hand.stored(item, "source") is None


def test_a_renamed_source_shows_its_new_name(hand: Hand):
    wire = hand.case.add_source("Harbour Wire")
    _, editor = hand.show("source", "claim", title="A title", source=wire.id)
    hand.case.set(wire, name="Port Wire")
    assert cast("SourceEditor", editor).entry.text() == "Port Wire"


def test_the_source_itself_is_one_press_away(hand: Hand):
    wire = hand.case.add_source("Harbour Wire")
    _, editor = hand.show("source", "claim", title="A title", source=wire.id)
    hand.click(cast("SourceEditor", editor).go_button)
    assert hand.selection.sources == {wire.id}


def test_a_source_cannot_own_itself(hand: Hand):
    wire = hand.case.add_source("Harbour Wire")
    hand.selection.set(sources=[wire.id])
    editor = cast("SourceEditor", hand.editor("owner"))
    hand.type(editor.entry, "Harbour Wire")
    hand.pause()
    assert editor.stored is None
    assert editor.entry.offered == []


def test_why_an_owner_is_named_can_be_read_whole(hand: Hand):
    wire = hand.case.add_source("Harbour Wire")
    other = hand.case.add_source("Port Wire")
    hand.selection.set(sources=[other.id])
    editor = cast("SourceEditor", hand.editor("owner"))
    assert editor.hint == "Sources of one owner count as one origin"
    entry = editor.entry
    shown = entry.fontMetrics().horizontalAdvance(entry.placeholderText())
    assert shown < entry.width()
    hand.type(entry, "Harbour Wire")
    hand.pause()
    assert editor.stored == wire.id and editor.hint == ""


def test_several_sources_are_added_and_removed_in_order(hand: Hand):
    first, second = hand.case.add_source("First"), hand.case.add_source("Second")
    item, editor = hand.show("issuers", "official_statement", title="A title")
    sources = cast("SourcesEditor", editor)
    for name in ("Second", "First"):
        hand.type(sources.entry, name)
        hand.press(sources.entry, Qt.Key.Key_Return)
    assert hand.stored(item, "issuers") == [second.id, first.id]
    assert [row.button.face.title for row in sources.rows] == ["Second", "First"]
    hand.click(sources.rows[0].button)
    assert hand.selection.sources == {second.id}
    hand.select(item)
    hand.click(sources.rows[0].remove_button)
    assert hand.stored(item, "issuers") == [first.id]


def test_items_are_found_by_their_words_and_kind(hand: Hand):
    case = hand.case
    earlier = case.add("satellite_image", title="Rajin pier in August")
    case.add("claim", title="Rajin pier claim")
    item, editor = hand.show("compared_with", "satellite_image", title="Rajin pier in October")
    items = cast("ItemsEditor", editor)
    hand.type(items.entry, "raj pier")
    items.search()
    assert items.entry.offered == [f"Rajin pier in August · {earlier.values.text('exhibit')}"]
    items.entry.picked.emit(earlier.id)
    assert hand.stored(item, "compared_with") == [earlier.id]
    assert items.entry.text() == ""
    hand.click(items.rows[0].button)
    assert hand.selection.items == {earlier.id}


def test_a_search_without_a_find_says_so(hand: Hand):
    _, editor = hand.show("compared_with", "satellite_image", title="A title")
    items = cast("ItemsEditor", editor)
    hand.type(items.entry, "nothing like it")
    hand.press(items.entry, Qt.Key.Key_Return)
    assert items.hint == "Nothing found for “nothing like it”."


def test_links_answer_a_linked_field(hand: Hand):
    case = hand.case
    claim = case.add("claim", title="A claim")
    statement, editor = hand.show("addresses", "official_statement", title="A statement")
    linked = cast("LinkedEditor", editor)
    assert linked.rows == []
    link = case.link(case.contents.items[statement.id], "denies", claim)
    assert [row.face.title for row in linked.rows] == ["A claim"]
    assert linked.rows[0].accessibleName() == "denies A claim"
    case.set(claim, title="Another title")
    assert [row.face.title for row in linked.rows] == ["Another title"]
    gone: list[str] = []
    hand.panel.go_to.connect(gone.append)
    hand.click(linked.rows[0])
    assert gone == [claim.id] and hand.selection.items == {claim.id}
    assert link.id in case.contents.links


@pytest.mark.parametrize(
    ("stored", "sentence"),
    [
        ({"board": "of another case"}, "its board is not in this case. Choose another one."),
        ({}, "The card leads nowhere yet. Choose its board."),
    ],
)
def test_a_card_whose_board_is_not_there_says_that_it_leads_nowhere(
    hand: Hand, stored: dict[str, JsonValue], sentence: str
):
    item, shown = hand.show("board", "board_card", title="Harbour", **stored)
    editor = cast("BoardEditor", shown)
    assert sentence in editor.hint
    board = hand.case.contents.boards[0].id
    assert editor.picker.choose(board)
    editor.picker.activated.emit(editor.picker.currentIndex())
    assert hand.stored(item, "board") == board and editor.hint == ""
    hand.bridge.undo()
    assert sentence in editor.hint
