"""A complete session without a mouse: from no case at all to a picture of the board, key by key."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QListView
from pytestqt.qtbot import QtBot

from by_keys import holder, press, press_and_answer, settle, type_in
from caseboard.panels.filter_tree import FilterTree
from caseboard.panels.outline_view import OutlineView
from caseboard.window import Window
from caseboard.workspace import Workspace
from casedb import Case
from casedb.model.assessments import admiralty_grade
from casedb.model.geometry import Point
from casedb.model.kinds import kind_of
from casedb.store.home import Home
from casedb.verification import verify

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

CLAIMS = ("The ship was in the harbour", "It carried ammunition", "It left by night")
EVIDENCE = (
    ("Ctrl+2", "satellite_image", "The quay from above"),
    ("Ctrl+3", "debris_analysis", "Fragments from the hold"),
    ("Ctrl+4", "official_statement", "The ministry denies it"),
    ("Ctrl+5", "document", "Bill of lading"),
    ("Ctrl+6", "media", "Photograph from the pier"),
    ("Ctrl+6", "media", "Footage of the crane"),
)
LINKS = (
    ("Photograph from the pier", "Supports", "The ship was in the harbour"),
    ("The quay from above", "Supports", "The ship was in the harbour"),
    ("The ministry denies it", "Disputes", "The ship was in the harbour"),
    ("Bill of lading", "Supports", "It carried ammunition"),
    ("Fragments from the hold", "Supports", "It carried ammunition"),
    ("Footage of the crane", "Supports", "It left by night"),
)


KINDS_OF = {
    **dict.fromkeys(CLAIMS, "Claim"),
    **{title: kind_of(kind).label for _, kind, title in EVIDENCE},
}
"""How the card of each title is read aloud."""


class NoMouse(QObject):
    """Counts whatever a mouse does."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.DragEnter):
            self.count += 1
        return False


@pytest.fixture(autouse=True)
def mouse(qapp: QApplication) -> Iterator[NoMouse]:
    """A mouse that nobody touches."""
    watching = NoMouse()
    qapp.installEventFilter(watching)
    yield watching
    qapp.removeEventFilter(watching)
    assert watching.count == 0


def workspace_of(window: Window) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def answer_path(path: Path) -> Callable[[], None]:
    """Types a file into the question for one."""

    def answer() -> None:
        press("Ctrl+A")
        type_in(str(path))
        press("Return")

    return answer


def choose(label: str) -> Callable[[], None]:
    """Goes down a list that has popped up, to what is called so."""

    def answer() -> None:
        listed = holder()
        assert isinstance(listed, QListView)
        for _ in range(listed.model().rowCount()):
            if str(listed.currentIndex().data()) == label:
                break
            press("Down")
        assert str(listed.currentIndex().data()) == label
        press("Return")

    return answer


def add(keys: str, title: str) -> None:
    """Add a card, type its title, and come back to the board."""
    press(keys)
    type_in(title)
    press("Return")


def walk_to(title: str, *, step: str = "Down") -> None:
    """Go down the rows of the outline, listening, until one is called so."""
    rows = holder()
    assert isinstance(rows, OutlineView)
    heard = ""
    for _ in range(60):
        told = rows.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
        heard = f"{heard}\n{told}"
        if str(told).split(",")[0] == f"{KINDS_OF[title]}: {title}":
            return
        press(step)
    raise AssertionError(f"“{title}” was not heard, but {heard}")


def go_to_outline() -> None:
    """From the board to the outline, and to its first row."""
    press("Shift+F6", "Home")
    assert isinstance(holder(), OutlineView)


def select_two(start: str, end: str) -> None:
    """Select two rows of the outline, wherever they are."""
    press("Home")
    walk_to(start)
    # Moving on without letting go.
    press("Ctrl+Home")
    walk_to(end, step="Ctrl+Down")
    press("Ctrl+Space")


def test_a_complete_session_by_keys_alone(
    open_window: Callable[[], Window], tmp_path: Path, home: Home
) -> None:
    window = open_window()
    window.activateWindow()
    settle()
    path = tmp_path / "harbour.caseboard"
    press_and_answer("Ctrl+N", answer_path(path))
    workspace = workspace_of(window)
    contents = workspace.bridge.contents
    assert holder() is workspace.canvas

    for title in CLAIMS:
        add("Ctrl+1", title)
    for keys, _, title in EVIDENCE:
        add(keys, title)
    assert sorted(item.title for item in contents.items.values()) == sorted(
        [*CLAIMS, *(title for _, _, title in EVIDENCE)]
    )

    go_to_outline()
    press("Ctrl+A")
    assert len(workspace.selection.cards) == len(CLAIMS) + len(EVIDENCE)
    for start, says, end in LINKS:
        select_two(start, end)
        press_and_answer("Ctrl+Shift+L", choose(says))
        assert isinstance(holder(), OutlineView)
    drawn = {
        (contents.items[each.start.id].title, each.type, contents.items[each.end.id].title)
        for each in contents.links.values()
    }
    assert drawn == {(start, says.lower(), end) for start, says, end in LINKS}

    press("Home")
    walk_to("Footage of the crane")
    press("Del")
    assert len(contents.cards) == len(CLAIMS) + len(EVIDENCE) - 1
    press("Ctrl+Z", "Home")
    walk_to("Footage of the crane")
    press("F2")
    type_in("Footage of two cranes")
    press("Return", "Ctrl+Z")
    assert len(contents.cards) == len(CLAIMS) + len(EVIDENCE)

    press("Home")
    walk_to("Bill of lading")
    press("F6", "Return")
    name_publisher("Harbour master")
    press("Shift+F6")
    press_and_answer("Ctrl+J", choose("2"))
    press_and_answer("Ctrl+Shift+J", choose("B"))
    (bill,) = [each for each in contents.items.values() if each.kind == "document"]
    assert admiralty_grade(contents, bill) == "B2"

    before = {each.id: each.rect for each in contents.cards.values()}
    # With nothing selected all of the board is tidied.
    press("Escape", "Ctrl+Shift+T")
    assert {each.id: each.rect for each in contents.cards.values()} != before

    press("Ctrl+Shift+H")
    while not isinstance(holder(), FilterTree):
        press("Tab")
    press("Home", "Down", "Space")
    shown = workspace.canvas.columns
    assert {contents.items[contents.cards[each].item].kind for each in shown.concealed} == {
        each.kind for each in contents.items.values()
    } - {"claim"}
    press("Escape")
    assert holder() is workspace.canvas
    asked = workspace.exporting.question
    whole = int(asked.size(replace(asked.last, part="board")).split(" ")[0].replace(",", ""))

    picture = tmp_path / "board.png"
    press_and_answer("Ctrl+E", lambda: press("Return"), answer_path(picture))
    workspace.exporting.finish()
    image = QImage(str(picture))
    assert not image.isNull()
    assert image.width() < whole
    press("Ctrl+Shift+U")
    assert not shown.concealed

    press("Ctrl+W")
    assert window.workspace is None
    assert verify(path, home).sound
    with Case.open(path, home=home) as case:
        assert len(case.contents.items) == len(CLAIMS) + len(EVIDENCE)
        assert len(case.contents.links) == len(LINKS)


def test_tab_reads_a_board_from_its_first_card_to_its_last_and_leaves_it(
    open_window: Callable[[], Window], tmp_path: Path
) -> None:
    window = open_window()
    window.activateWindow()
    settle()
    assert window.new_case(tmp_path / "harbour.caseboard", "Harbour")
    workspace = workspace_of(window)
    canvas, zoom = workspace.canvas, workspace.stage.zoom_box.out_button
    press("Tab")
    # There is nothing to be read on an empty board but what there is to do.
    assert holder() is workspace.stage.first_steps.name
    press("Tab")
    assert holder() is zoom
    canvas.setFocus()
    case = workspace.bridge.case
    cards = [
        case.place(case.add("claim", title=title), x=400 * n, y=0) for n, title in enumerate(CLAIMS)
    ]
    for card in cards:
        press("Tab")
        assert workspace.selection.cards == {card.id}
        assert holder() is canvas
    press("Tab")
    assert holder() is zoom
    press("Shift+Tab")
    assert holder() is canvas
    workspace.selection.clear()
    press("Shift+Tab")
    assert workspace.selection.cards == {cards[-1].id}


@pytest.mark.parametrize("order", ["boards", "kinds"])
def test_a_title_that_is_edited_in_the_outline_leads_nowhere(
    open_window: Callable[[], Window], tmp_path: Path, qtbot: QtBot, order: str
) -> None:
    window = open_window()
    window.activateWindow()
    settle()
    assert window.new_case(tmp_path / "harbour.caseboard", "Harbour")
    workspace = workspace_of(window)
    for keys, title in zip(("Ctrl+1",) * 3, CLAIMS, strict=True):
        add(keys, title)
    workspace.outline.order_by(order)
    workspace.canvas.look_from(workspace.canvas.camera.at(Point(0, 0), 0.3))
    settle()
    go_to_outline()
    walk_to(CLAIMS[1])
    before = workspace.canvas.camera
    press("F2")
    type_in("It carried grain")
    press("Return")
    titles = {item.title for item in workspace.bridge.contents.items.values()}
    assert titles == {CLAIMS[0], "It carried grain", CLAIMS[2]}
    rows = holder()
    assert isinstance(rows, OutlineView)
    told = rows.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert str(told).startswith("Claim: It carried grain")
    qtbot.wait(20)
    assert workspace.canvas.camera == before
    # The next one is for the row.
    press("Return")
    qtbot.waitUntil(lambda: workspace.canvas.camera != before)


def name_publisher(name: str) -> None:
    """Tab through the inspector to who has published it, and name somebody new."""
    for _ in range(40):
        field = holder()
        if field.accessibleName() == "Publisher":
            break
        press("Tab")
    type_in(name)
    press("Return")
