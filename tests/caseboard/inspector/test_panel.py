"""The panel as a whole: which page is shown, when typing is stored, keys, themes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLabel, QListView, QMenu, QPushButton, QWidget
from translations import Told, told

from caseboard.focus_order import focusable
from caseboard.inspector.editors.text import HeadingEditor
from caseboard.inspector.pages.case_page import CasePage
from caseboard.inspector.pages.frame_page import FramePage
from caseboard.inspector.pages.item_page import ItemPage
from caseboard.inspector.pages.link_page import LinkPage
from caseboard.inspector.pages.several_page import SeveralPage
from caseboard.inspector.pages.source_page import SourcePage
from caseboard.inspector.panel import IDLE, InspectorPanel
from caseboard.quiet import Quiet
from caseboard.selection import Selected
from caseboard.theme import style_sheet, theme
from casedb.commands import cards, removal
from casedb.model.changes import ChangeSet, Edit
from casedb.model.fields import Text
from casedb.model.geometry import Rect
from casedb.model.kinds import KINDS
from casedb.model.records import Frame, Item, Link, Ref, Source
from casedb.words import speak

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from conftest import Hand, ReadOnly

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def frame_of(hand: Hand) -> Frame:
    """A new frame."""
    case = hand.case
    board = case.contents.boards[0].id
    case.run(cards.add_frame(case.contents, case.new_id, board, Rect(0, 0, 300, 200), "Pier"))
    return next(iter(case.contents.frames.values()))


# -- which page ------------------------------------------------------------------------------


def test_each_sort_of_selection_has_its_page(hand: Hand):
    case = hand.case
    assert isinstance(hand.panel.page, CasePage)
    claim, note = case.add("claim", title="Claim"), case.add("note", title="Note")
    link = case.link(note, "supports", claim)
    wire = case.add_source("Wire")
    frame = frame_of(hand)
    hand.select(claim)
    assert isinstance(hand.panel.page, ItemPage)
    hand.selection.set(links=[link.id])
    assert isinstance(hand.panel.page, LinkPage)
    hand.selection.set(sources=[wire.id])
    assert isinstance(hand.panel.page, SourcePage)
    hand.selection.set(frames=[frame.id])
    assert isinstance(hand.panel.page, FramePage)
    hand.select(claim, note)
    assert isinstance(hand.panel.page, SeveralPage)
    hand.selection.clear()
    assert isinstance(hand.panel.page, CasePage)


def test_two_cards_of_one_item_are_one_item(hand: Hand):
    claim = hand.case.add("claim", title="Claim")
    one = hand.case.place(claim, x=0, y=0)
    other = hand.case.place(claim, x=300, y=0)
    hand.selection.set(cards=[one.id, other.id])
    assert hand.page().is_about(claim.id)


def test_what_was_deleted_is_no_longer_shown(hand: Hand):
    claim = hand.case.add("claim", title="Claim")
    hand.select(claim)
    menu = QMenu()
    hand.page().fill_menu(menu)
    told: list[object] = []
    hand.panel.delete_wanted.connect(told.append)
    menu.actions()[-1].trigger()
    # The window asks first, as it does wherever items are deleted.
    assert told == [Selected(items=frozenset({claim.id}))]
    assert claim.id in hand.case.contents.items
    hand.bridge.run(removal.delete_items(hand.case.contents, [claim.id]))
    assert isinstance(hand.panel.page, CasePage)
    hand.bridge.undo()
    assert hand.page().is_about(claim.id)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_page_and_an_editor_for_every_field(hand: Hand, kind: str):
    hand.select(hand.case.add(kind, title="A title"))
    page = hand.page()
    for field in KINDS[kind].fields:
        assert hand.editor(field.name).is_readable
    assert page.headline.label.text() == KINDS[kind].label
    assert page.headline.number.text().removeprefix("· ") == "CB-001"


def test_pages_are_made_once_for_a_kind(hand: Hand):
    first, second = hand.case.add("claim", title="One"), hand.case.add("claim", title="Two")
    hand.select(first)
    page = hand.page()
    hand.select(second)
    assert hand.page() is page and page.is_about(second.id)
    box = cast("HeadingEditor", hand.editor("title")).entry
    assert box.toPlainText() == "Two"


def test_pages_and_their_sections_are_made_while_nothing_is_done(hand: Hand):
    item = hand.case.add("satellite_image", title="A title", provider="Provider")
    for timer in hand.panel.findChildren(QTimer):
        if timer.interval() == IDLE:
            timer.setInterval(1)
            timer.start()
            hand.qtbot.waitUntil(lambda at=timer: not at.isActive())
    hand.select(item)
    assert all(section.is_prepared for section in hand.page().form.sections)
    opened = [each.title for each in hand.page().form.sections if each.is_open]
    assert opened == ["", "Scene"]


def test_sections_open_where_they_hold_values(hand: Hand):
    case = hand.case
    empty = case.add("satellite_image", title="Empty")
    full = case.add("satellite_image", title="Full", provider="Provider", gsd=0.5)
    hand.select(empty)
    opened = {each.title: each.is_open for each in hand.page().form.sections}
    assert opened == {
        "": True,
        "Scene": False,
        "Geometry": False,
        "Observed": False,
        "What it says": False,
        "Handling": False,
    }
    hand.select(full)
    assert [each.title for each in hand.page().form.sections if each.is_open] == [
        "",
        "Scene",
        "Geometry",
    ]


class Abouts:
    """A language that says what tells a text apart from others."""

    def find(self, text: str, about: str, number: int | None) -> str:
        return f"{text} ({about})" if about else ""

    def write(self, value: float, decimals: int | None) -> str:
        return f"{value}"


@pytest.fixture
def abouts() -> Iterator[None]:
    speak(Abouts())
    yield
    speak(None)


@pytest.mark.usefixtures("abouts")
def test_the_title_of_a_section_is_told_apart_from_a_command(hand: Hand):
    hand.select(hand.case.add("debris_analysis", title="Shards"))
    titles = [
        each.disclosure.accessibleName() for each in hand.page().form.sections if each.disclosure
    ]
    assert titles[:2] == ["Find (section)", "Examination (section)"]
    assert Told("Find", "section") in told()


def test_a_section_that_was_closed_by_hand_stays_closed_and_says_what_it_holds(hand: Hand):
    one = hand.case.add("satellite_image", title="One", provider="Provider")
    other = hand.case.add("satellite_image", title="Other", provider="Provider", platform="P")
    hand.select(one)
    scene = next(each for each in hand.page().form.sections if each.title == "Scene")
    assert scene.disclosure is not None
    hand.click(scene.disclosure)
    assert not scene.is_open
    assert scene.disclosure.accessibleName() == "Scene, 1 entry"
    hand.select(other)
    assert not scene.is_open
    assert scene.disclosure.accessibleName() == "Scene, 2 entries"


def test_a_kind_of_a_newer_version_is_shown_read_only(hand: Hand):
    item = hand.item("hologram", title="Seen", depth=3)
    hand.select(item)
    page = hand.page()
    assert page.note.isVisible()
    assert page.headline.label.text() == "Hologram"
    assert [label.text() for label in page.others.labels] == ["depth: 3"]
    title = hand.editor("title")
    assert title.read_only
    hand.type(title.anchor(), "x")
    hand.leave()
    assert hand.stored(item, "title") == "Seen"


def test_the_headline_says_on_how_many_boards_and_goes_there(hand: Hand):
    claim = hand.case.add("claim", title="Claim")
    hand.select(claim)
    headline = hand.page().headline
    assert (headline.aside.text(), headline.aside.isVisible()) == ("not on a board", True)
    hand.case.place(claim, x=0, y=0)
    hand.case.place(claim, hand.case.add_board("Second"), x=0, y=0)
    assert headline.aside_button.text() == "on 2 boards"
    gone: list[str] = []
    hand.panel.go_to.connect(gone.append)
    hand.click(headline.aside_button)
    assert gone == [claim.id]


def test_the_chip_and_the_grade_follow_the_card(hand: Hand):
    claim = hand.case.add("claim", title="Claim")
    hand.select(claim)
    page = hand.page()
    assert (page.chip.text(), page.grade.text()) == ("draft", "")
    hand.case.assess(claim, "verdict", "false")
    hand.case.assess(claim, "credibility", "3")
    assert (page.chip.text(), page.grade.text()) == ("false", "?3")


# -- when typing is stored --------------------------------------------------------------------


def test_selecting_something_else_stores_what_was_typed(hand: Hand):
    item, editor = hand.show("device", "media", title="A title")
    other = hand.case.add("media", title="Another")
    hand.type(editor.anchor(), "Phone")
    hand.select(other)
    assert hand.stored(item, "device") == "Phone"
    assert hand.stored(other, "device") is None
    assert editor.stored is None


def test_what_was_typed_is_stored_before_a_page_of_another_kind_is_shown(hand: Hand):
    item, editor = hand.show("device", "media", title="A title")
    other = hand.case.add("claim", title="Another")
    # Without the focus there is no leaving that would store it.
    hand.qtbot.keyClicks(editor.anchor(), "Phone")
    hand.select(other)
    assert hand.stored(item, "device") == "Phone"


def test_flush_stores_what_was_typed(hand: Hand):
    item, editor = hand.show("device", "media", title="A title")
    hand.type(editor.anchor(), "Phone")
    hand.panel.flush()
    assert hand.stored(item, "device") == "Phone"


def test_closing_the_case_stores_what_was_typed(hand: Hand):
    item, editor = hand.show("device", "media", title="A title")
    hand.type(editor.anchor(), "Phone")
    hand.bridge.closed.emit()
    assert hand.stored(item, "device") == "Phone"
    hand.selection.clear()


def test_a_refused_change_is_told_and_what_was_typed_stays(
    hand: Hand, monkeypatch: pytest.MonkeyPatch
):
    item, editor = hand.show("device", "media", title="A title")
    told: list[str] = []
    hand.bridge.failed.connect(told.append)
    monkeypatch.setattr(type(hand.case), "read_only", property(lambda _: True))
    hand.type(editor.anchor(), "Phone")
    hand.pause()
    assert len(told) == 1 and hand.stored(item, "device") is None
    monkeypatch.undo()
    hand.leave()
    assert hand.stored(item, "device") == "Phone"


def test_moving_cards_does_not_disturb_what_is_being_typed(hand: Hand):
    item, editor = hand.show("device", "media", title="A title")
    card = hand.case.place(item, x=0, y=0)
    hand.type(editor.anchor(), "Pho")
    hand.bridge.run(cards.move(hand.case.contents, [card.id], 20, 0))
    hand.qtbot.keyClicks(editor.anchor(), "ne")
    hand.leave()
    assert hand.stored(item, "device") == "Phone"


# -- keys ------------------------------------------------------------------------------------


def test_tab_walks_in_reading_order(hand: Hand):
    hand.show("tags", "claim", title="A title", tags=["ship"])
    page = hand.page()
    hand.editor("summary")
    hand.qtbot.wait(1)
    order = [each for each in focusable(page) if each.isVisible()]
    places = [each.mapTo(page, each.rect().center()) for each in order]
    rows = [place.y() for place in places]
    # What stands in one row is walked from left to right; chips and buttons are of unequal height.
    assert all(below - above > -16 for above, below in pairwise(rows))
    order[0].setFocus(Qt.FocusReason.TabFocusReason)
    walked = [order[0]]
    for _ in order[1:]:
        focus = QApplication.focusWidget()
        assert focus is not None
        hand.press(focus, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        assert now is not None
        walked.append(now)
    assert walked == order


@pytest.mark.parametrize(
    ("key", "pressed"),
    [
        ("Return", Qt.Key.Key_Return),
        ("Del", Qt.Key.Key_Delete),
        ("?", Qt.Key.Key_Question),
        ("F", Qt.Key.Key_F),
    ],
)
def test_keys_in_an_editor_are_not_the_boards(hand: Hand, key: str, pressed: Qt.Key):
    _, editor = hand.show("status", "claim", title="A title")
    fired: list[str] = []
    QShortcut(QKeySequence(key), hand.panel, lambda: fired.append(key))
    hand.enter(editor.anchor())
    hand.press(editor.anchor(), pressed)
    assert fired == []
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()


def test_keys_with_control_are_the_windows(hand: Hand):
    _, editor = hand.show("device", "media", title="A title")
    fired: list[str] = []
    QShortcut(QKeySequence("Ctrl+Z"), hand.panel, lambda: fired.append("undo"))
    QShortcut(QKeySequence("F2"), hand.panel, lambda: fired.append("edit"))
    QShortcut(QKeySequence("Escape"), hand.panel, lambda: fired.append("leave"))
    hand.type(editor.anchor(), "x")
    hand.qtbot.keyClick(editor.anchor(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    hand.press(editor.anchor(), Qt.Key.Key_F2)
    assert fired == ["undo", "edit"]
    hand.press(editor.anchor(), Qt.Key.Key_Escape)
    assert fired == ["undo", "edit"]
    hand.press(editor.anchor(), Qt.Key.Key_Escape)
    assert fired == ["undo", "edit", "leave"]


def test_the_title_can_be_given_the_focus(hand: Hand):
    _, editor = hand.show("title", "claim", title="A title")
    hand.panel.edit_title()
    assert editor.anchor().hasFocus()


def test_the_label_of_a_link_can_be_given_the_focus(hand: Hand):
    start, end = hand.item("document"), hand.item("claim")
    link = Link(hand.bridge.new_id(), "supports", Ref.item(start.id), Ref.item(end.id))
    hand.case.run(ChangeSet("Link", (Edit(None, link),)))
    hand.selection.set(links=[link.id])
    hand.panel.edit_title()
    assert hand.editor("label").anchor().hasFocus()


def edge_in(page: QWidget, part: QWidget) -> int:
    """How far inside its page a part stands, in pixels."""
    return part.mapTo(page, part.rect().topLeft()).x()


def test_the_buttons_of_every_page_stand_where_its_text_does(hand: Hand):
    start, end = hand.item("document"), hand.item("claim")
    link = Link(hand.bridge.new_id(), "supports", Ref.item(start.id), Ref.item(end.id))
    source = Source(hand.bridge.new_id())
    hand.case.run(ChangeSet("Add", (Edit(None, link), Edit(None, source))))
    frame = frame_of(hand)
    edges: list[int] = []
    for chosen in (
        Selected(links=frozenset({link.id})),
        Selected(sources=frozenset({source.id})),
        Selected(frames=frozenset({frame.id})),
        Selected(frames=frozenset({frame.id}), links=frozenset({link.id})),
    ):
        hand.selection.become(chosen)
        QApplication.processEvents()
        page = hand.panel.page
        assert page is not None
        buttons = page.findChildren(QPushButton, "inspectorButton")
        edges.append(min(edge_in(page, each) for each in buttons if each.isVisible()))
    assert len(set(edges)) == 1, edges


# -- how it looks ----------------------------------------------------------------------------


def full_case(hand: Hand) -> dict[str, Item]:
    """An item of each kind with a long title in it and every plain field filled."""
    made: dict[str, Item] = {}
    for name, kind in KINDS.items():
        values = {
            field.name: f"{field.label} in a number of words that does not fit in one line"
            for field in kind.fields
            if type(field) is Text and field.name != "exhibit"
        }
        made[name] = hand.case.add(name, **values)
    return made


@pytest.mark.parametrize("width", [260, 340])
def test_no_page_is_wider_than_the_panel(hand: Hand, width: int):
    hand.panel.setStyleSheet(style_sheet(theme("light")))
    hand.panel.resize(width, 900)
    for item in full_case(hand).values():
        hand.select(item)
        for section in hand.page().form.sections:
            section.open()
        hand.qtbot.wait(1)
        viewport = hand.panel.scroller.viewport()
        assert hand.page().width() <= viewport.width()


def test_no_part_of_a_page_is_ever_a_window_of_its_own(hand: Hand, qapp: QApplication):
    windows: list[str] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            is_window = isinstance(watched, QWidget) and watched.isWindow()
            if is_window and event.type() is QEvent.Type.Show:
                windows.append(type(watched).__name__)
            return False

    watch = Watch()
    qapp.installEventFilter(watch)
    case = hand.case
    items = full_case(hand)
    case.add_element(items["claim"], "place", "Pier", required=True)
    link = case.link(items["media"], "supports", items["claim"])
    case.assess(items["claim"], "verdict", "false")
    case.attach_bytes(items["claim"], b"words", "words.txt")
    for item in items.values():
        hand.select(item)
    hand.selection.set(links=[link.id])
    hand.selection.set(sources=[case.add_source("Wire").id])
    hand.selection.set(frames=[frame_of(hand).id])
    hand.select(*items.values())
    hand.selection.clear()
    qapp.removeEventFilter(watch)
    assert windows == []


def test_labels_take_every_text_as_plain_text(hand: Hand):
    items = full_case(hand)
    hand.case.attach_bytes(items["media"], b"words", "<b>words.txt")
    link = hand.case.link(items["media"], "supports", items["claim"])
    for item in items.values():
        hand.select(item)
    hand.selection.set(links=[link.id])
    labels = hand.panel.findChildren(QLabel)
    assert labels
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)


def test_another_theme_is_worn_at_once(hand: Hand):
    hand.select(hand.case.add("claim", title="A title"))
    before = hand.panel.grab().toImage()
    hand.panel.set_theme(theme("dark"))
    assert hand.panel.grab().toImage() != before
    assert hand.panel.desk.look.theme is theme("dark")


def test_a_case_for_reading_offers_nothing_that_it_would_refuse(read_only: ReadOnly):
    hand, _ = read_only("claim", {"title": "A title", "tags": ["ship"]})
    page = hand.page()
    assert not page.files.isVisible()
    assert page.elements is not None and not page.elements.add_button.isVisible()
    menu = QMenu()
    page.fill_menu(menu)
    assert not any(action.isEnabled() for action in menu.actions())
    hand.selection.clear()
    assert hand.editor("question").read_only


def test_a_link_type_of_a_newer_version_is_shown_read_only(hand: Hand):
    case = hand.case
    one, other = case.add("note", title="One"), case.add("note", title="Other")
    link = Link(case.new_id(), "echoes_of", Ref.item(one.id), Ref.item(other.id))
    case.run(ChangeSet("Add", (Edit(None, link),)))
    hand.selection.set(links=[link.id])
    page = hand.panel.page
    assert isinstance(page, LinkPage)
    assert page.note.isVisible() and not page.type_picker.isEnabled()
    assert page.type_picker.currentText() == "echoes of"
    assert hand.editor("label").read_only
    assert page.delete_button.isVisible() and not page.reverse_button.isVisible()


def test_a_list_within_takes_another_theme_as_well(hand: Hand):
    QListView(hand.panel)
    hand.panel.set_theme(theme("dark"))
    assert hand.panel.desk.look.theme is theme("dark")


def test_nothing_is_made_ahead_while_the_board_is_being_painted(hand: Hand, qtbot: QtBot):
    for kind in ("claim", "event"):
        hand.item(kind)
    board, quiet = QWidget(), Quiet()
    qtbot.addWidget(board)
    quiet.watch(board)
    board.show()
    board.grab()
    assert not quiet.rests
    panel = InspectorPanel(
        hand.bridge, hand.selection, hand.thumbnails, theme("light"), quiet=quiet
    )
    qtbot.addWidget(panel)
    panel.show()
    before = len(panel.findChildren(QWidget))
    for _ in range(8):
        board.grab()
        qtbot.wait(IDLE // 4)
    assert len(panel.findChildren(QWidget)) == before
    qtbot.waitUntil(lambda: len(panel.findChildren(QWidget)) > before)
    assert quiet.rests
