"""The independent lines to a claim, drawn on the board: asked for, followed, and as if they had never been."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseboard.board.line_marks import colour_of_line
from caseboard.context_menus import CLAIM_MENU, menu_on
from caseboard.sight import Mode, Sight
from caseboard.window import Window
from caseboard.workspace import Workspace
from casedb import Case
from casedb.commands import cards, removal
from casedb.commands.items import set_values
from casedb.model.filtering import Filter
from casedb.model.records import Item
from heard import Event, listen


@pytest.fixture
def window(open_window: Callable[[], Window], tmp_path: Path) -> Window:
    """Two papers of one wire and an analyst say that a ship was there, an agency denies it; a note lies
    beside it, and a second board has the claim and the analyst alone."""
    path = tmp_path / "quay.caseboard"
    with Case.create(path, "Quay") as case:
        claim = case.add("claim", title="The ship was in the harbour")
        first, second = (
            case.add("document", title="First paper"),
            case.add("document", title="Second"),
        )
        wire, analyst = case.add("document", title="Wire"), case.add("document", title="Analyst")
        denial = case.add("official_statement", title="Denial")
        note, other = case.add("note", title="Note"), case.add("claim", title="Another claim")
        for n, each in enumerate((claim, first, second, wire, analyst, denial, note, other)):
            case.place(each, x=400 * (n % 4), y=300 * (n // 4))
        for each in (first, second, analyst):
            case.link(each, "supports", claim)
        case.link(denial, "disputes", claim)
        case.link(first, "derived_from", wire)
        case.link(second, "derived_from", wire)
        case.link(wire, "related", analyst)
        board = case.add_board("Second board")
        for each in (claim, analyst, note):
            case.place(each, board=board)
    window = open_window()
    assert window.open_case(path)
    assert window.workspace is not None
    window.workspace.canvas.fit_all()
    QApplication.processEvents()
    return window


@pytest.fixture
def work(window: Window) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def item(work: Workspace, title: str) -> Item:
    (found,) = (each for each in work.bridge.contents.items.values() if each.title == title)
    return found


def card(work: Workspace, title: str) -> str:
    """The card of an item on the board in front."""
    there = work.bridge.contents.cards_of(item(work, title).id)
    (found,) = (each.id for each in there if each.board == work.board_id)
    return found


def titles(work: Workspace, chosen: frozenset[str]) -> set[str]:
    contents = work.bridge.contents
    return {contents.items[contents.cards[each].item].title for each in chosen}


def faded(work: Workspace) -> set[str]:
    """What stands back, by its titles."""
    return titles(work, frozenset(work.canvas.columns.faded))


def ask(window: Window, title: str = "The ship was in the harbour") -> None:
    """Ask for the lines to a claim as somebody does who has selected it."""
    assert window.workspace is not None
    window.workspace.selection.set(cards=[card(window.workspace, title)])
    window.do("toggle_lines")


def drawn(work: Workspace) -> list[list[str]]:
    """The titles along every line that is drawn on the board in front."""
    contents, traces = work.bridge.contents, work.canvas.overlay.traces
    lines = traces.lines if traces is not None else ()
    return [[contents.items[each].title for each in line.items] for line in lines]


REST = {"Denial", "Note", "Another claim", "Second"}


def test_lines_are_drawn_while_all_else_stands_back_and_escape_ends_it(
    window: Window, work: Workspace, qtbot: QtBot
) -> None:
    strip, columns = work.tracing.strip, work.canvas.columns
    ask(window)
    assert strip.isVisible() and strip.words.text() == (
        "Independent lines for “The ship was in the harbour”: 2 · 3 mentions · 2 origins"
    )
    assert drawn(work) == [["Wire", "First paper"], ["Analyst"]]
    assert faded(work) == REST
    contents = work.bridge.contents
    assert {contents.links[each].type for each in columns.faded_links} >= {"related", "disputes"}
    assert work.tracing.traces is not None
    assert not work.tracing.traces.links & columns.faded_links
    assert [each.text() for each in strip.buttons.values()] == ["Wire", "Analyst"]
    work.canvas.setFocus()
    qtbot.keyClick(work.canvas, Qt.Key.Key_Escape)
    assert not strip.isVisible() and drawn(work) == []
    assert faded(work) == set() and not columns.faded_links
    assert work.selection.cards == {card(work, "The ship was in the harbour")}, "only they ended"


def test_asked_for_again_they_end_and_for_another_claim_they_change(
    window: Window, work: Workspace
) -> None:
    ask(window)
    assert window.menus["toggle_lines"].isChecked()
    ask(window)
    assert not work.tracing.is_shown and not window.menus["toggle_lines"].isChecked()
    work.bridge.case.link(item(work, "Note"), "supports", item(work, "Another claim"))
    ask(window)
    ask(window, "Another claim")
    assert drawn(work) == [["Note"]] and "Another claim" not in faded(work)
    work.selection.clear()
    window.do("toggle_lines")
    assert not work.tracing.is_shown
    window.do("toggle_lines")
    assert not work.tracing.is_shown and not window.menus["toggle_lines"].isChecked()


def test_where_nothing_speaks_to_a_claim_that_is_said(
    window: Window, work: Workspace, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(work.hinted) as said:
        ask(window, "Another claim")
    assert said.args == ["Nothing speaks for or against this claim yet."]
    work.selection.set(cards=[card(work, "Note")])
    with qtbot.waitSignal(work.hinted) as said:
        window.do("toggle_lines")
    assert said.args == ["Select one claim to see its independent lines."]
    assert not work.tracing.is_shown and not work.tracing.strip.isVisible()


def test_it_opens_on_the_side_that_has_mentions_and_turns_to_the_other(
    window: Window, work: Workspace
) -> None:
    strip = work.tracing.strip
    ask(window)
    assert strip.sides.isVisible() and strip.sides.value == "1"
    strip.sides.buttons["-1"].click()
    assert drawn(work) == [["Denial"]] and strip.words.text().startswith(
        "Independent lines against"
    )
    assert "Wire" in faded(work) and "Denial" not in faded(work)
    work.tracing.end()
    work.bridge.case.link(item(work, "Note"), "disputes", item(work, "Another claim"))
    ask(window, "Another claim")
    assert drawn(work) == [["Note"]] and not strip.sides.isVisible()


def test_a_number_selects_its_line_and_looks_at_it(window: Window, work: Workspace) -> None:
    ask(window)
    work.tracing.strip.buttons[1].click()
    assert titles(work, work.selection.cards) == {
        "The ship was in the harbour",
        "First paper",
        "Wire",
    }
    assert work.tracing.is_shown


def test_the_signs_that_there_are_are_explained(window: Window, work: Workspace) -> None:
    case, strip = work.bridge.case, work.tracing.strip
    choke = "Choke point: more than one mention stands on it"
    ask(window)
    assert strip.signs == choke
    case.link(item(work, "Wire"), "derived_from", item(work, "First paper"))
    assert strip.signs == f"{choke}. Circular: these rest on one another"
    case.set(item(work, "Analyst"), origin_known="unknown")
    assert "unknown or contested" in strip.signs
    work.undo()
    work.undo()
    assert strip.signs == choke
    work.tracing.turn(-1)
    assert strip.signs == ""


def test_lines_follow_the_case(window: Window, work: Workspace) -> None:
    ask(window)
    case, strip = work.bridge.case, work.tracing.strip
    case.link(item(work, "Analyst"), "derived_from", item(work, "Wire"))
    assert len(drawn(work)) == 1 and ": 1 · 3 mentions · 1 origin" in strip.words.text()
    assert list(strip.buttons) == [1]
    work.undo()
    assert len(drawn(work)) == 2 and list(strip.buttons) == [1, 2]
    case.set(item(work, "The ship was in the harbour"), title="A ship was there")
    assert "“A ship was there”" in strip.words.text()
    case.place(case.add("note", title="Late"), x=0, y=900)
    assert "Late" in faded(work), "what comes stands back as well"
    before = work.canvas.overlay.traces
    case.run(cards.move(case.contents, [card(work, "Late")], 10, 10))
    assert work.canvas.overlay.traces is before
    beside = case.link(item(work, "Wire"), "related", item(work, "First paper"))
    assert beside.id in work.canvas.columns.faded_links
    work.bridge.run(removal.delete_items(work.bridge.contents, [item(work, "A ship was there").id]))
    assert not work.tracing.is_shown and not strip.isVisible() and faded(work) == set()


def test_what_the_board_does_not_show_of_them_is_counted(window: Window, work: Workspace) -> None:
    ask(window)
    strip = work.tracing.strip
    assert "not on this board" not in strip.signs
    case = work.bridge.case
    case.run(removal.delete_cards(case.contents, [card(work, "Wire")]))
    assert strip.signs.endswith("1 item is not on this board")
    work.undo()
    work.looking.look(Sight(Filter(kinds=frozenset({"claim", "document"}))))
    work.looking.sights.finish()
    assert strip.isVisible() and "hidden" not in strip.signs
    work.tracing.turn(-1)
    assert strip.signs == "1 item is hidden here"
    work.show_board(work.bridge.contents.boards[1].id)
    assert strip.isVisible() and strip.signs == "1 item is not on this board"
    assert work.canvas.overlay.traces is work.tracing.traces
    work.tracing.turn(1)
    assert strip.signs.endswith("2 items are not on this board") and faded(work) == {"Note"}
    first = work.stage.boards[work.bridge.contents.boards[0].id]
    assert not first.columns.faded and first.overlay.traces is None


def test_how_a_board_was_looked_at_is_there_again(window: Window, work: Workspace) -> None:
    kinds = Filter(kinds=frozenset({"claim", "note"}))
    work.looking.look(Sight(kinds, Mode.FADE))
    work.looking.sights.finish()
    before, shown = faded(work), work.looking.shown
    assert before == {"First paper", "Second", "Wire", "Analyst", "Denial"}
    ask(window)
    assert faded(work) == REST
    assert work.looking.shown == shown, "no export knows of it"
    assert work.exporting.question.hidden == work.looking.sentence
    work.tracing.strip.close_button.click()
    assert faded(work) == before and not work.canvas.columns.faded_links


def test_looking_around_something_ends_them(window: Window, work: Workspace) -> None:
    ask(window)
    work.looking.look_around("1")
    work.looking.sights.finish()
    assert not work.tracing.is_shown
    assert faded(work) == {"Wire", "Note", "Another claim"}


def test_looking_back_ends_them(window: Window, work: Workspace) -> None:
    ask(window)
    work.look_back(work.bridge.case.journal.length)
    assert not work.tracing.is_shown and work.back_then.strip.isVisible()
    assert work.stage.contentsMargins().top() == work.back_then.strip.height()
    window.do("toggle_lines")
    assert not work.tracing.is_shown
    work.back_then.end()
    assert work.stage.contentsMargins().top() == 0


def test_the_inspector_can_ask_for_them_wherever_the_claim_lies(
    window: Window, work: Workspace
) -> None:
    board = work.bridge.case.add_board("Third")
    work.show_board(board.id)
    work.inspector.desk.lines_wanted.emit(item(work, "The ship was in the harbour").id, -1)
    assert work.board_id == work.bridge.contents.boards[0].id
    assert drawn(work) == [["Denial"]] and work.tracing.strip.isVisible()


def test_the_menu_of_a_claim_offers_them_and_no_other_does(window: Window, work: Workspace) -> None:
    contents = work.bridge.contents
    work.selection.set(cards=[card(work, "Another claim")])
    assert menu_on(contents, work.selection.now) == CLAIM_MENU and "toggle_lines" in CLAIM_MENU
    work.selection.set(cards=[card(work, "Note")])
    assert "toggle_lines" not in menu_on(contents, work.selection.now)


def test_keys_alone_come_to_every_line_and_back(
    window: Window, work: Workspace, qtbot: QtBot
) -> None:
    ask(window)
    strip = work.tracing.strip
    strip.close_button.setFocus()
    came_to: list[object] = []
    for _ in range(4):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        came_to.append(QApplication.focusWidget())
    assert came_to == [
        strip.sides.buttons["1"],
        strip.buttons[1],
        strip.buttons[2],
        *([work.canvas]),
    ]
    assert strip.buttons[1].accessibleName() == "Line 1: Wire → First paper"
    strip.buttons[1].setFocus()
    qtbot.keyClick(strip.buttons[1], Qt.Key.Key_Escape)
    assert not work.tracing.is_shown and work.canvas.hasFocus()


def test_those_who_listen_hear_how_many_there_are(
    window: Window, work: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    told: list[Event] = listen(monkeypatch)
    ask(window)
    sentences = [each.sentence for each in told if each.sentence]
    assert any(each.startswith("Independent lines for “The ship") for each in sentences)
    told.clear()
    work.bridge.case.link(item(work, "Analyst"), "derived_from", item(work, "Wire"))
    assert any(": 1 · 3 mentions" in each.sentence for each in told)


def test_many_lines_stand_in_a_menu_after_the_first_ones(window: Window, work: Workspace) -> None:
    case, claim = work.bridge.case, item(work, "Another claim")
    for n in range(15):
        paper = case.add("document", title=f"Paper & {n}")
        case.place(paper, x=400 * n, y=900)
        case.link(paper, "supports", claim)
    ask(window, "Another claim")
    strip = work.tracing.strip
    listed = [each for each in strip.buttons.values() if each.isVisible()]
    assert 1 < len(listed) < 15 and strip.more.text() == f"{15 - len(listed)} more lines"
    middles = {each.geometry().center().y() for each in (*listed, strip.more)}
    assert max(middles) - min(middles) < 2 * strip.more.height(), "in two rows"
    assert strip.buttons[1].text() == "Paper && 0"
    strip.more.menu().aboutToShow.emit()
    strip.more.menu().actions()[-1].trigger()
    assert titles(work, work.selection.cards) == {"Another claim", "Paper & 14"}


def test_two_sources_that_get_one_owner_make_one_line(window: Window, work: Workspace) -> None:
    case = work.bridge.case
    sources = [case.add_source(each) for each in ("One", "Other", "State")]
    case.set(item(work, "Wire"), source=sources[0].id)
    case.set(item(work, "Analyst"), source=sources[1].id)
    ask(window)
    assert len(drawn(work)) == 2
    for each in sources[:2]:
        case.set(each, owner=sources[2].id)
    assert len(drawn(work)) == 1
    work.undo()
    assert len(drawn(work)) == 2


def test_the_strip_is_as_high_as_its_heading_needs_in_large_text(window: Window) -> None:
    window.resize(1280, 800)
    window.settings.change(scale="200", language="uk")
    work = window.workspace
    assert work is not None
    for title in ("The ship was in the harbour", "Another claim", "The ship was in the harbour"):
        if title == "Another claim":
            work.bridge.case.link(item(work, "Note"), "supports", item(work, title))
        work.tracing.show(item(work, title).id)
        QApplication.processEvents()
        words = work.tracing.strip.words
        assert words.heightForWidth(words.width()) <= words.height()
    window.settings.change(scale="100", language="en")


def test_what_a_drawn_string_says_is_not_crossed_by_its_line(
    window: Window, work: Workspace
) -> None:
    claim, analyst = item(work, "The ship was in the harbour"), item(work, "Analyst")
    case, canvas = work.bridge.case, work.canvas
    said = next(
        each
        for each in work.bridge.contents.links_at(analyst.id)
        if each.end.id == claim.id and each.type == "supports"
    )
    case.run(set_values(said, {"label": "make only"}, "Edit fields"))
    ask(window)
    canvas.look_from(replace(canvas.camera, x=130, y=230, zoom=1.0))
    canvas.sharpen()
    row = canvas.columns.strings.rows.get(said.id)
    assert row is not None
    view = canvas.camera.view(canvas.devicePixelRatioF())
    (box,) = canvas.scene.label_boxes(np.array([row]), view)
    shown = canvas.grab().toImage()
    inks = {canvas.scene.theme.colour(colour_of_line(n)).rgb() for n in range(1, 4)}
    left, top, wide, high = (round(each) for each in canvas.camera.rect_to_screen(box))
    seen = {shown.pixel(x, y) for x in range(left, left + wide) for y in range(top, top + high)}
    assert seen.isdisjoint(inks)
