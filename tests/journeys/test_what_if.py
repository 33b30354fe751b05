"""What if some items were not there: they stand back, claims tell what they would lose, nothing is stored."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseboard.board.card_layout import Sheet, lay_out
from caseboard.board.levels import Level
from caseboard.board.marks import Words
from caseboard.board.reading import Sort, Spot
from caseboard.board.scene import Scene
from caseboard.theme import theme
from caseboard.window import Window
from caseboard.workspace import Workspace
from casedb import Case
from casedb.model.records import Item

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
OpenWindow = Callable[[], Window]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Two papers of one ministry speak for a claim, and one photo for it and for another."""
    path = tmp_path / "quay.caseboard"
    with Case.create(path, "Quay", actor="Ada") as case:
        ministry = case.add_source("Ministry")
        claim, other = case.add("claim", title="It sailed"), case.add("claim", title="It was seen")
        papers = [case.add("document", title=f"Paper {n}", source=ministry.id) for n in (1, 2)]
        photo = case.add("media", title="Photo")
        for n, item in enumerate((claim, other, *papers, photo)):
            case.place(item, x=400 * n, y=0)
        for each in (*papers, photo):
            case.link(each, "supports", claim)
        case.link(photo, "supports", other)
    return path


@pytest.fixture
def work(open_window: OpenWindow, path: Path) -> Workspace:
    window = open_window()
    assert window.open_case(path)
    assert window.workspace is not None
    QApplication.processEvents()
    return window.workspace


def do(work: Workspace, name: str) -> None:
    window = work.window()
    assert isinstance(window, Window)
    window.menus[name].trigger()


def item_named(work: Workspace, title: str) -> Item:
    return next(each for each in work.bridge.contents.items.values() if each.title == title)


def choose(work: Workspace, *titles: str) -> None:
    contents = work.bridge.contents
    cards = [contents.cards_of(item_named(work, each).id)[0].id for each in titles]
    work.selection.set(cards=cards)


def told(work: Workspace) -> list[str]:
    return [each.accessibleName() for each in work.what_if.strip.buttons]


def test_what_claims_would_lose_is_told_and_what_is_aside_stands_back(work: Workspace) -> None:
    choose(work, "Photo")
    do(work, "set_aside")
    strip = work.what_if.strip
    assert strip.isVisible() and strip.words.text() == "What if “Photo” were not there?"
    assert told(work) == [
        "It was seen, without: for 1 → 0, independent lines 1 → 0",
        "It sailed, without: for 3 → 2, independent lines 2 → 1",
    ]
    card = work.bridge.contents.cards_of(item_named(work, "Photo").id)[0]
    assert work.canvas.columns.faded == {card.id}
    length = work.bridge.case.journal.length
    QTest.mouseClick(strip.buttons[0], Qt.MouseButton.LeftButton)
    assert work.selection.item_ids(work.bridge.contents) == [item_named(work, "It was seen").id]
    do(work, "count_all")
    assert not strip.isVisible() and not work.canvas.columns.faded
    assert work.bridge.case.journal.length == length


def test_a_whole_origin_is_set_aside_and_one_item_counted_again(work: Workspace) -> None:
    choose(work, "Paper 1")
    do(work, "set_origins_aside")
    papers = {item_named(work, each).id for each in ("Paper 1", "Paper 2")}
    assert work.what_if.aside.now == papers
    assert told(work) == ["It sailed, without: for 3 → 1, independent lines 2 → 1"]
    do(work, "set_aside")
    assert work.what_if.aside.now == {item_named(work, "Paper 2").id}
    assert told(work) == ["It sailed, without: for 3 → 2"]


def test_escape_on_the_board_counts_all_again(work: Workspace) -> None:
    choose(work, "Photo")
    do(work, "set_aside")
    work.canvas.setFocus()
    for _ in range(2):
        QTest.keyClick(work.canvas, Qt.Key.Key_Escape)
    assert not work.what_if.is_shown and not work.what_if.strip.isVisible()


def test_it_follows_the_case(work: Workspace, qtbot: QtBot) -> None:
    choose(work, "Photo")
    do(work, "set_aside")
    case = work.bridge.case
    case.link(case.add("document", title="Log book"), "supports", item_named(work, "It was seen"))
    qtbot.waitUntil(
        lambda: "It was seen, without: for 2 → 1, independent lines 2 → 1" in told(work)
    )
    work.selection.set(items=[item_named(work, "Photo").id])
    work.undo()
    work.undo()
    qtbot.waitUntil(
        lambda: "It was seen, without: for 1 → 0, independent lines 1 → 0" in told(work)
    )


def test_what_was_found_is_kept_as_a_note_when_that_is_asked_for(work: Workspace) -> None:
    choose(work, "Photo")
    do(work, "set_aside")
    QTest.mouseClick(work.what_if.strip.note_button, Qt.MouseButton.LeftButton)
    note = item_named(work, "What if “Photo” were not there?")
    assert "It was seen, without: for 1 → 0, independent lines 1 → 0" in note.values.text("summary")
    work.undo()
    assert note.id not in work.bridge.contents.items


def test_lines_and_what_if_take_turns_over_the_board(work: Workspace) -> None:
    choose(work, "Photo")
    do(work, "set_aside")
    choose(work, "It sailed")
    do(work, "toggle_lines")
    assert work.tracing.is_shown and not work.what_if.is_shown
    choose(work, "Photo")
    do(work, "set_aside")
    assert work.what_if.is_shown and not work.tracing.is_shown


def test_where_no_claim_would_lose_anything_that_is_said(work: Workspace) -> None:
    work.selection.set(items=[work.bridge.case.add("note", title="Thought").id])
    do(work, "set_aside")
    assert work.what_if.strip.summary.text() == "Every claim would stand as it does."
    assert told(work) == []


def test_claims_that_are_set_aside_themselves_are_not_said_to_stand(work: Workspace) -> None:
    choose(work, "It sailed")
    do(work, "set_aside")
    assert work.what_if.strip.summary.text() == "Every other claim would stand as it does."
    choose(work, "It was seen")
    do(work, "set_aside")
    nothing = "No claim is left of which that could be asked."
    assert work.what_if.strip.summary.text() == nothing and told(work) == []
    assert work.what_if.strip.sentence.endswith(nothing)


def test_the_question_goes_where_the_board_goes(work: Workspace) -> None:
    choose(work, "Photo")
    do(work, "set_aside")
    first = work.board_id
    work.add_board("Other")
    assert work.what_if.strip.isVisible()
    work.show_board(first)
    assert work.canvas.columns.faded
    work.look_back(1)
    assert not work.what_if.is_shown


def shown_on(work: Workspace, title: str) -> list[str]:
    """What the card of an item says of what is for it and against it, and of how many lines."""
    face = work.canvas.scene.cards.faces.of(item_named(work, title).id)
    assert face is not None
    marks = lay_out(face, Sheet(420, 220), Level.FULL)
    words = [each.text.layouts[0].text() for each in marks if isinstance(each, Words)]
    return [each for each in words if " for" in each or "indep" in each]


def test_cards_of_claims_show_what_would_be_left(work: Workspace, qtbot: QtBot) -> None:
    usual = shown_on(work, "It sailed")
    assert usual == ["3 for", "2 independent"]
    choose(work, "Photo")
    do(work, "set_aside")
    assert shown_on(work, "It sailed") == ["2 for (of 3)", "1 independent (of 2)"]
    assert shown_on(work, "It was seen")[0] == "0 for (of 1)"
    card = work.bridge.contents.cards_of(item_named(work, "It sailed").id)[0]
    heard = work.canvas.listeners.name(Spot(Sort.CARD, card.id))
    assert heard.endswith(
        "supposed: 2 for, 0 against, 1 independent; as it is: 3 for, 0 against, 2 independent"
    )
    at = work.canvas.camera.to_screen(card.rect.centre)
    assert "Supposed: so much would be left" in work.canvas.tip_at(at)
    exported = Scene(work.bridge.contents, work.board_id, theme("print"))
    face = exported.cards.faces.of(item_named(work, "It sailed").id)
    assert face is not None and face.support is not None and face.support.supposed is None
    case = work.bridge.case
    case.link(case.add("document", title="Log book"), "supports", item_named(work, "It sailed"))
    qtbot.waitUntil(lambda: shown_on(work, "It sailed")[0] == "3 for (of 4)")
    do(work, "count_all")
    assert shown_on(work, "It sailed") == ["4 for", "3 independent"]


def test_a_board_that_comes_later_shows_what_is_supposed_as_well(work: Workspace) -> None:
    claim = item_named(work, "It sailed")
    choose(work, "Photo")
    do(work, "set_aside")
    first = work.board_id
    work.add_board("Other")
    case = work.bridge.case
    case.place(claim, case.contents.board(work.board_id))
    assert shown_on(work, "It sailed")[0] == "2 for (of 3)"
    do(work, "count_all")
    for board in (work.board_id, first):
        work.show_board(board)
        assert shown_on(work, "It sailed")[0] == "3 for"


def test_the_strip_leaves_the_board_in_sight_however_narrow_that_is(work: Workspace) -> None:
    case = work.bridge.case
    photo = item_named(work, "Photo")
    for n in range(6):
        case.link(photo, "supports", case.add("claim", title=f"It was seen on day {n} " * 9))
    case.set(photo, title="A photograph with a title that goes on and on " * 4)
    work.selection.set(items=[photo.id, item_named(work, "Paper 1").id])
    do(work, "set_aside")
    strip, stage = work.what_if.strip, work.stage
    for wide, high in ((200, 420), (1000, 900)):
        stage.resize(wide, high)
        strip.place()
        assert strip.height() <= 0.75 * high
        words = strip.words
        room = words.fontMetrics().boundingRect(
            0, 0, words.width(), 10_000, Qt.TextFlag.TextWordWrap, words.text()
        )
        assert room.height() <= 4 * words.fontMetrics().lineSpacing()
        shown = [each for each in strip.buttons if not each.isHidden()]
        strip.more.menu().aboutToShow.emit()
        assert len(shown) + len(strip.more.menu().actions()) == len(work.what_if.found) == 8
        assert strip.close_button.geometry().right() <= strip.width()
        assert strip.note_button.geometry().right() <= strip.width()
    assert len(shown) == 6
    stage.resize(200, 420)
    strip.place()
    assert words.text() == "What if 2 items were not there?"


def test_a_title_from_right_to_left_leaves_figures_where_they_are(work: Workspace) -> None:
    hebrew = "תצלום של הספינה"
    work.bridge.case.set(item_named(work, "It was seen"), title=hebrew)
    work.bridge.case.set(item_named(work, "Photo"), title=hebrew)
    work.selection.set(items=[each.id for each in of_title(work, hebrew, "media")])
    do(work, "set_aside")
    told_of = f"\u2068{hebrew}\u2069"
    assert work.what_if.strip.words.text() == f"What if “{told_of}” were not there?"
    assert told(work)[0].startswith(f"{told_of}, without: ")
    QTest.mouseClick(work.what_if.strip.note_button, Qt.MouseButton.LeftButton)
    (note,) = (each for each in work.bridge.contents.items.values() if each.kind == "note")
    assert note.title == f"What if “{hebrew}” were not there?"
    assert "\u2068" not in note.values.text("summary")
    do(work, "count_all")
    work.selection.set(items=[each.id for each in of_title(work, hebrew, "claim")])
    do(work, "toggle_lines")
    assert f"“{told_of}”: 1" in work.tracing.strip.heading


def of_title(work: Workspace, title: str, kind: str) -> list[Item]:
    held = work.bridge.contents.items.values()
    return [each for each in held if each.title == title and each.kind == kind]
