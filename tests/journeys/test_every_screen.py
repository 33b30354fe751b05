"""Every screen of the program for those who use keys and ears: all is named, and Tab goes as one reads."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from caseboard import arriving
from caseboard.context_menus import CARD_MENU, CLAIM_MENU, STRING_MENU
from caseboard.dialogs.about import AboutDialog, present_components
from caseboard.dialogs.add_address import AddAddress
from caseboard.dialogs.ask_claim import AskClaim
from caseboard.dialogs.ask_grade import AskGrade
from caseboard.dialogs.ask_kind import AskKind
from caseboard.dialogs.ask_link_type import AskLinkType
from caseboard.dialogs.dropped_case import DroppedCase
from caseboard.dialogs.export_dialog import ExportDialog, ExportQuestion
from caseboard.dialogs.intake_report import IntakeReport
from caseboard.dialogs.message import Confirm, Message
from caseboard.dialogs.missing_case import MissingCase
from caseboard.dialogs.picture_dialog import PictureDialog, PictureQuestion
from caseboard.dialogs.progress import Progress
from caseboard.dialogs.saved_views import SavedViews
from caseboard.dialogs.settings_dialog import SettingsDialog
from caseboard.dialogs.shortcuts import ShortcutSheet
from caseboard.example import write_example
from caseboard.inspector.form import FormSection
from caseboard.inspector.outside import OpenAddress
from caseboard.keymap import DECLARED
from caseboard.offers import Offer
from caseboard.options import Page
from caseboard.palette import Palette
from caseboard.picture import PARTS, Picture
from caseboard.settings import Settings
from caseboard.sheet import lines
from caseboard.theme import theme
from caseboard.window import Window
from caseboard.workspace import Workspace
from casedb import Case
from casedb.capture import Capture
from casedb.delivery_report import Row
from casedb.model.kinds import KINDS
from casedb.model.link_types import LINK_TYPES
from casedb.model.records import Item
from casedb.model.schemes import CREDIBILITY, grades_of
from casedb.store.home import Home
from heard import interface_of, name, walk
from manners import faults_of, tab_order
from screens import filter_rows_of
from templates import Templates

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LIGHT = theme("light")


@pytest.fixture
def path(tmp_path: Path, templates: Templates) -> Path:
    """The example case."""
    return templates.copy(write_example, tmp_path / "example.caseboard")


@pytest.fixture
def workspace(open_window: Callable[[], Window], path: Path) -> Workspace:
    """The example case, open in a window."""
    window = open_window()
    assert window.open_case(path)
    assert window.workspace is not None
    QApplication.processEvents()
    return window.workspace


def settle() -> None:
    """Let layouts and the order of Tab come to rest."""
    for _ in range(4):
        QApplication.processEvents()


def check(root: QWidget) -> None:
    settle()
    assert faults_of(root) == []


# -- the window --------------------------------------------------------------------------------


def test_welcome_without_and_with_cases(open_window: Callable[[], Window], path: Path) -> None:
    window = open_window()
    check(window.welcome)
    assert window.open_case(path)
    window.close_case()
    check(window.welcome)
    order = [name(interface_of(each)) for each in tab_order(window.welcome)]
    assert order[:4] == ["Welcome", "New case", "Open…", "Open the example case"]


def test_the_bars_and_panels_of_a_window(workspace: Workspace) -> None:
    window = workspace.window()
    assert isinstance(window, Window)
    settle()
    panels = (window.top_bar, workspace.left, workspace.stage, workspace.inspector, window.status)
    for panel in panels:
        check(panel)
    order = [
        next(panel for panel in panels if panel is each or panel.isAncestorOf(each))
        for each in tab_order(window)
    ]
    # Nothing in the line at the foot takes the keys.
    assert [panel for panel, _ in groupby(order)] == list(panels[:-1])


def test_a_board_that_is_shown_later_comes_where_the_others_are(workspace: Workspace) -> None:
    window = workspace.window()
    for board in workspace.bridge.contents.boards[1:]:
        workspace.show_board(board.id)
        settle()
        order = tab_order(window)
        # After the outline, and before what lies over the board.
        at = order.index(workspace.canvas)
        assert order[at - 1] is workspace.outline.boards.view
        assert workspace.stage.isAncestorOf(order[at + 1])


def test_a_screen_reader_finds_panels_and_what_lies_over_the_board(workspace: Workspace) -> None:
    workspace.toast.say("Saved")
    settle()
    names = [name(each) for each in walk(interface_of(workspace))]
    places = [
        names.index(each)
        for each in (
            "Outline, search, filter, sources, journal and weak points",
            "Board: Main board",
            "Zoom",
            "Map of the board",
            "Saved",
            "Inspector",
        )
    ]
    assert places == sorted(places)


@pytest.mark.parametrize("kind", KINDS)
def test_the_page_of_every_kind_with_all_its_sections(workspace: Workspace, kind: str) -> None:
    contents, selection = workspace.bridge.contents, workspace.selection
    if not any(each.kind == kind for each in contents.items.values()):
        workspace.bridge.case.add(kind, title="One of these")
    items = [each.id for each in contents.items.values() if each.kind == kind]
    selection.set(items=items[-1:])
    selection.settle()
    settle()
    for section in workspace.inspector.findChildren(FormSection):
        if section.isVisible():
            section.open()
    check(workspace.inspector)


@pytest.mark.parametrize("sort", ["links", "frames", "sources", "several"])
def test_the_other_pages(workspace: Workspace, sort: str) -> None:
    contents, selection = workspace.bridge.contents, workspace.selection
    first = {each: list(getattr(contents, each))[:1] for each in ("links", "frames", "sources")}
    if sort == "several":
        selection.set(cards=list(contents.cards)[:4], **first)
    else:
        selection.set(**{sort: first[sort]})
    selection.settle()
    check(workspace.inspector)


def test_the_outline_in_both_orders(workspace: Workspace) -> None:
    check(workspace.left)
    workspace.outline.order_by("kinds")
    check(workspace.left)
    assert workspace.outline.view.isVisible()


def test_a_key_leads_from_part_to_part_of_the_window(workspace: Workspace) -> None:
    workspace.canvas.setFocus()
    parts = (workspace.left, workspace.canvas, workspace.inspector)

    def there() -> QWidget:
        focused = QApplication.focusWidget()
        assert focused is not None
        return next(each for each in parts if each is focused or each.isAncestorOf(focused))

    met: list[QWidget] = []
    for by in (1, 1, 1, -1, -1, -1):
        workspace.parts.step(by)
        met.append(there())
    left, board, inspector = parts
    assert met == [inspector, left, board, left, inspector, board]
    workspace.left.hide()
    workspace.parts.step(-1)
    assert there() is inspector


def test_the_outline_offers_what_the_board_offers(workspace: Workspace) -> None:
    asked: list[tuple[str, ...]] = []

    def note(names: tuple[str, ...], _: QPoint) -> None:
        asked.append(names)

    workspace.menu_wanted.connect(note)
    contents = workspace.bridge.contents
    card = next(each for each in contents.cards.values() if each.board == workspace.board_id)
    outline = workspace.outline.boards
    is_claim = contents.items[card.item].kind == "claim"
    for chosen, menu in (
        ({"cards": [card.id]}, CLAIM_MENU if is_claim else CARD_MENU),
        ({"links": list(contents.links)[:1]}, STRING_MENU),
    ):
        workspace.selection.set(**chosen)
        outline.view.menu_wanted.emit(QPoint(10, 10))
        assert asked.pop() == ("fit_selection", "", *menu)


def test_search_and_journal(workspace: Workspace, qtbot: QtBot) -> None:
    workspace.left.show_search()
    check(workspace.search)
    with qtbot.waitSignal(workspace.search.answered):
        workspace.search.field.setText("missile")
    assert workspace.search.results.rowCount()
    check(workspace.search)
    workspace.left.show_journal()
    check(workspace.journal)


def test_the_filter_with_all_its_rows_and_its_views(workspace: Workspace) -> None:
    window = workspace.window()
    assert isinstance(window, Window)
    workspace.left.show_filter()
    check(workspace.filter)
    for _, shown in filter_rows_of(window):
        check(shown if isinstance(shown, QMenu) else workspace.filter)
        if isinstance(shown, QMenu):
            heard = [name(each) for each in walk(interface_of(shown))]
            assert {"Claims", "Save this view…", "Manage saved views…"} <= set(heard)
    told = [name(each) for each in walk(interface_of(workspace.filter.tree))]
    assert {"Kind", "Claims, 7"} <= set(told)


def test_what_is_said_and_written_over_a_board(workspace: Workspace) -> None:
    workspace.toast.say_failure("The disk is full.", "Show", settle)
    check(workspace.stage)
    workspace.toast.dismiss()
    (frame, *_) = workspace.bridge.contents.frames
    workspace.selection.set(frames=[frame])
    workspace.naming.edit_title()
    check(workspace.stage)
    workspace.canvas.stop_writing()
    contents = workspace.bridge.contents
    claim = next(
        each for each in contents.items.values() if each.values.text("exhibit") == "CB-005"
    )
    workspace.tracing.show(claim.id)
    check(workspace.stage)
    workspace.tracing.end()
    workspace.tabs.rename(0)
    check(workspace.tabs)


def test_a_case_on_its_way(
    open_window: Callable[[], Window], path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(arriving, "LARGE", 0)
    read: list[Case] = []

    def wait(_: arriving.Arrival, case: Case) -> None:
        read.append(case)

    # It stays as it is until it has been looked at.
    monkeypatch.setattr(arriving.Arrival, "_arrive", wait)
    window = open_window()
    assert window.open_case(path)
    arrival = window.arrival
    assert arrival is not None
    check(arrival)
    qtbot.waitUntil(lambda: bool(read))
    assert arrival.board is not None
    check(arrival)
    monkeypatch.undo()
    arrival._arrive(read.pop())  # pyright: ignore[reportPrivateUsage]
    assert window.workspace is not None


# -- the dialogs -------------------------------------------------------------------------------


def ask_for_text(parent: QWidget) -> QInputDialog:
    dialog = QInputDialog(parent)
    dialog.setLabelText("Title of the board:")
    return dialog


DIALOGS: dict[str, Callable[[QWidget], QWidget]] = {
    "message": lambda over: Message("Heading", "A sentence.", LIGHT, over, is_error=True),
    "question": lambda over: Confirm("Delete", "Three items go.", "Delete", LIGHT, over),
    "about": lambda over: AboutDialog(present_components("3.46"), over),
    "shortcuts": lambda over: ShortcutSheet(lines(DECLARED), over),
    "missing case": lambda over: MissingCase(Path("/cases/harbour.caseboard"), LIGHT, over),
    "dropped case": lambda over: DroppedCase(Path("/cases/harbour.caseboard"), LIGHT, over),
    "palette": lambda over: Palette((Offer("do:undo", "Undo", "Edit"),), (), LIGHT, over),
    "export": lambda over: ExportDialog(ExportQuestion("Timeline", (2600.0, 1840.0)), over),
    "picture": lambda over: PictureDialog(
        PictureQuestion(Picture(), frozenset(PARTS), lambda _: "5,200 × 3,680 pixels"), over
    ),
    "progress": lambda over: Progress(over, "Storing files"),
    "report": lambda over: IntakeReport((Row("/in/a.jpg", "taken", "", "", "item"),), over),
    "web address": AddAddress,
    "capture": lambda over: AddAddress(over, Capture("https://example.org/a")),
    "kind": lambda over: AskKind(LIGHT, over),
    "grade": lambda over: AskGrade("credibility", grades_of(CREDIBILITY), LIGHT, over),
    "claim": lambda over: AskClaim((Item("c", "claim"),), LIGHT, over),
    "type of link": lambda over: AskLinkType(tuple(LINK_TYPES.values()), LIGHT, over),
    "address": lambda over: OpenAddress("https://example.org/a", over),
    "text": ask_for_text,
}


@pytest.mark.parametrize("which", DIALOGS)
def test_the_dialog(qtbot: QtBot, which: str) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    over.resize(800, 800)
    over.show()
    dialog = DIALOGS[which](over)
    dialog.show()
    check(dialog)
    dialog.hide()


def test_the_saved_views_of_a_board(workspace: Workspace) -> None:
    for named in ((), ("Claims",), ("From the sea", "At night")):
        for each in named:
            workspace.looking.save_view(each)
        dialog = SavedViews(workspace.bridge, workspace.board_id, workspace.window())
        dialog.show()
        check(dialog)
        dialog.hide()


@pytest.mark.parametrize("page", Page)
def test_the_settings(qtbot: QtBot, home: Home, page: Page) -> None:
    dialog = SettingsDialog(Settings(home), page=page)
    qtbot.addWidget(dialog)
    dialog.show()
    check(dialog)


# -- the checks can fail -----------------------------------------------------------------------


def badly_made() -> Iterator[tuple[str, QWidget]]:
    """Screens with one fault each, and what is to be said of them."""
    root = QWidget()
    QVBoxLayout(root).addWidget(QLineEdit())
    yield "has no name", root

    root = QWidget()
    icon = QToolButton()
    icon.setAccessibleName("Undo")
    icon.setIcon(icon.style().standardIcon(icon.style().StandardPixmap.SP_ArrowBack))
    QVBoxLayout(root).addWidget(icon)
    yield "a picture and no tool tip", root

    root = QWidget()
    column = QVBoxLayout(root)
    for _ in range(2):
        row = QWidget()
        QHBoxLayout(row).addWidget(QPushButton("Remove"))
        column.addWidget(row)
    yield "2 of Button “Remove”", root

    root = QWidget()
    label = QLabel("A title")
    label.setToolTip("<p>A title</p>")
    QVBoxLayout(root).addWidget(label)
    yield "is read with mark-up", root

    for layout in (QVBoxLayout, QHBoxLayout):
        root = QWidget()
        first, second, third = QPushButton("A"), QPushButton("B"), QPushButton("C")
        for button in (first, second, third):
            button.setParent(root)
        line = layout(root)
        for button in (second, first, third):
            line.addWidget(button)
        yield "Tab jumps from", root


def test_every_check_finds_what_is_badly_made(qtbot: QtBot) -> None:
    for said, root in badly_made():
        qtbot.addWidget(root)
        root.resize(300, 200)
        root.show()
        settle()
        found = faults_of(root)
        assert len(found) == 1 and said in found[0], (said, found)
