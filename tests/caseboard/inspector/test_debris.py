"""A debris analysis in the inspector: two scales, references beside what was found, limits, old texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QMenu

from caseboard.inspector.editors.ladder import LadderEditor
from caseboard.inspector.editors.region import RegionEditor
from caseboard.inspector.editors.table import TableEditor
from caseboard.inspector.editors.text import ProseEditor
from caseboard.inspector.pages.link_page import LinkPage
from caseboard.inspector.sections.link_rows import link_rows
from caseboard.theme import font
from casedb.commands import annotations
from casedb.model.kinds.debris_analysis import LEVEL, LIMITS, STRENGTH
from casedb.model.marks import Form, Mark
from casedb.model.records import Item

if TYPE_CHECKING:
    from conftest import Hand

# Lists that drop down are raised, which the offscreen platform cannot.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def ladder(hand: Hand, name: str, **values: str) -> tuple[Item, LadderEditor]:
    item, editor = hand.show(name, "debris_analysis", title="A fragment", **values)
    return item, cast("LadderEditor", editor)


# -- two scales --------------------------------------------------------------------------------


def test_the_steps_stand_in_their_order_and_say_what_they_mean(hand: Hand) -> None:
    for name, options in (("level", LEVEL), ("strength", STRENGTH)):
        _, editor = ladder(hand, name)
        assert list(editor.steps) == [each.value for each in options]
        for option in options:
            assert option.meaning in editor.steps[option.value].toolTip()


def test_a_click_chooses_a_step_and_shows_how_far_it_reaches(hand: Hand) -> None:
    item, editor = ladder(hand, "level")
    hand.click(editor.steps["model"])
    assert hand.stored(item, "level") == "model"
    reached = [word for word, step in editor.steps.items() if step.is_reached]
    assert reached == ["class", "type", "model"]
    assert editor.hint == "Model: one design of that family."
    assert hand.stored(item, "strength") is None


def test_what_is_excluded_reaches_nothing(hand: Hand) -> None:
    item, editor = ladder(hand, "strength", strength="characteristic_of")
    hand.click(editor.steps["excluded"])
    assert hand.stored(item, "strength") == "excluded"
    assert not any(step.is_reached for step in editor.steps.values())
    assert "speaks against" in editor.hint
    assert [word for word, step in editor.steps.items() if step.stands_apart] == [
        "excluded",
        "inconclusive",
    ]


def test_keys_go_up_and_down_and_delete_chooses_none(hand: Hand) -> None:
    item, editor = ladder(hand, "level", level="type")
    hand.enter(editor.anchor())
    hand.press(editor.anchor(), Qt.Key.Key_Up)
    assert hand.stored(item, "level") == "class"
    hand.press(editor.anchor(), Qt.Key.Key_Down)
    hand.press(editor.anchor(), Qt.Key.Key_Down)
    assert hand.stored(item, "level") == "model"
    hand.press(editor.anchor(), Qt.Key.Key_Delete)
    assert hand.stored(item, "level") is None
    assert editor.clear_button.isHidden()


def test_a_step_of_a_newer_version_is_kept_and_shown(hand: Hand) -> None:
    item, editor = ladder(hand, "level", level="subvariant")
    assert editor.chosen == "subvariant"
    hand.click(editor.steps["lot"])
    hand.bridge.undo()
    assert hand.stored(item, "level") == "subvariant"
    assert editor.chosen == "subvariant"


# -- references --------------------------------------------------------------------------------


def test_a_reference_is_compared_with_a_region_of_what_was_found(hand: Hand) -> None:
    item = hand.item("debris_analysis", title="A fragment")
    for name in ("found.png", "reference.png"):
        hand.case.attach_bytes(item, b"\x89PNG\r\n\x1a\n" + name.encode(), name)
    files = [each.artifact for each in hand.case.contents.attachments_of(item.id)]
    drawn = Mark(Form.BOX, ((0.1, 0.1), (0.5, 0.5)))
    for file in files:
        contents, new_id = hand.case.contents, hand.case.new_id
        hand.bridge.run(annotations.annotate(contents, new_id, file, drawn, "Ring"))
    found, reference = (hand.case.contents.annotations_of(each)[0].id for each in files)
    hand.case.set(
        item,
        components=[{"part": "Ring", "mark": found}, {"part": "Fin", "mark": "gone"}],
        reference_material=[{"what": "Parade photo", "mark": reference}],
    )
    hand.select(item)
    row = cast("TableEditor", hand.editor("reference_material")).rows[0]
    row.open()
    cell = row.region_cell
    assert isinstance(cell, RegionEditor)
    assert cell.found == [(found, "Ring")]
    with hand.qtbot.waitSignal(hand.panel.regions_compared) as wanted:
        cell.compare_button.click()
    assert wanted.args == [item.id, found, reference]
    menu = QMenu()
    hand.qtbot.addWidget(menu)
    hand.case.set(item, components=None)
    cell.fill_compare_menu(menu)
    assert [each.isEnabled() for each in menu.actions()] == [False]


def test_a_component_has_nothing_to_be_compared_with(hand: Hand) -> None:
    _, editor = hand.show("components", "debris_analysis", components=[{"part": "Fin"}])
    row = cast("TableEditor", editor).rows[0]
    row.open()
    cell = row.region_cell
    assert cell is not None and cell.compare_button.isHidden()


# -- limits ------------------------------------------------------------------------------------


def test_limits_that_are_often_put_are_added_by_a_click_and_then_changed(hand: Hand) -> None:
    item, editor = hand.show("limits", "debris_analysis", title="A fragment")
    prose = cast("ProseEditor", editor)
    assert list(prose.offers) == list(LIMITS)
    first, second = prose.offers[LIMITS[0]], prose.offers[LIMITS[1]]
    hand.click(first)
    assert hand.stored(item, "limits") == LIMITS[0]
    assert first.isHidden() and not second.isHidden()
    hand.click(second)
    assert hand.stored(item, "limits") == f"{LIMITS[0]}\n{LIMITS[1]}"
    hand.qtbot.keyClicks(prose.entry, " Indeed.")
    hand.leave()
    assert hand.stored(item, "limits") == f"{LIMITS[0]}\n{LIMITS[1]} Indeed."
    hand.bridge.undo()
    hand.bridge.undo()
    assert hand.stored(item, "limits") == LIMITS[0]
    assert not second.isHidden()


# -- texts that tables have taken the place of -------------------------------------------------


def test_an_old_text_is_shown_where_there_is_one_and_not_offered(hand: Hand) -> None:
    item, editor = hand.show("alternatives", "debris_analysis", alternatives="KN-24, set aside")
    assert editor.isVisible()
    hand.select(hand.item("debris_analysis", title="Another"))
    hand.editor("alternatives")
    assert not editor.isVisible()
    hand.select(item)
    assert editor.isVisible()
    hand.case.set(item, alternatives=None)
    assert not editor.isVisible()
    hand.bridge.undo()
    assert editor.isVisible()


# -- what is excluded does not support ---------------------------------------------------------


def test_the_page_of_a_link_asks_whether_what_is_excluded_is_to_support(hand: Hand) -> None:
    item, claim = hand.item("debris_analysis", strength="excluded"), hand.item("claim", title="C")
    link = hand.case.link(item, "supports", claim)
    hand.selection.set(links=[link.id])
    hand.selection.settle()
    page = hand.panel.page
    assert isinstance(page, LinkPage)
    assert page.doubt.isVisible() and "excluded" in page.doubt.text()
    hand.case.set(item, strength="unique_to")
    assert page.doubt.isHidden()


def test_the_row_of_a_link_says_what_is_concluded_and_what_is_not_shown(hand: Hand) -> None:
    told = {"level": "model", "strength": "excluded", "limits": "Manufacture is not transfer."}
    item, claim = hand.item("debris_analysis", title="Fin", **told), hand.item("claim", title="C")
    hand.case.link(item, "supports", claim)
    (row,) = link_rows(hand.case.contents, claim)
    assert row.face.detail == "model · excluded · Limits: Manufacture is not transfer."
    assert row.face.aside == "excluded?"
    assert "excluded" in row.said
    hand.case.set(item, strength="unique_to")
    (row,) = link_rows(hand.case.contents, claim)
    assert row.face.detail.startswith("model · unique to") and row.face.aside == ""


def test_limits_that_are_cut_where_they_are_cited_unfold_whole(hand: Hand) -> None:
    limits = "Manufacture is not transfer. " * 20 + "The photos show one side only."
    item, claim = hand.item("debris_analysis", title="Fin", limits=limits), hand.item(title="C")
    hand.case.link(item, "supports", claim)
    hand.select(claim)
    evidence = hand.page().evidence
    assert evidence is not None
    (line,) = evidence.lines.lines
    more, row = line.more_button, line.button
    hand.qtbot.waitUntil(more.isVisible)
    assert row.face.detail.endswith("The photos show one side only.")
    assert "The photos show one side only." in row.toolTip()
    folded = row.heightForWidth(row.width())
    hand.enter(row)
    for button in (*line.actions_shown, more):
        hand.press(hand.panel.focusWidget() or row, Qt.Key.Key_Tab)
        assert button.hasFocus()
    assert line.actions_shown
    assert more.accessibleName() == "Fin: Show all of it"
    hand.press(more, Qt.Key.Key_Return)
    small = QFontMetrics(font("small"))
    lines = small.horizontalAdvance(row.face.detail) // row.width()
    hand.qtbot.waitUntil(lambda: row.height() > folded + (lines - 2) * small.lineSpacing())
    assert more.hasFocus() and more.text() == "Show less"
    hand.case.set(item, title="Tail fin")
    assert row.is_unfolded and more.accessibleName() == "Tail fin: Show less"
    hand.press(more, Qt.Key.Key_Space)
    hand.qtbot.waitUntil(lambda: row.height() == folded)
    hand.leave()
    assert line.actions_shown == ()


def test_limits_that_fit_where_they_are_cited_have_nothing_to_unfold(hand: Hand) -> None:
    item, claim = hand.item("debris_analysis", title="Fin", limits="None."), hand.item(title="C")
    hand.case.link(item, "supports", claim)
    hand.select(claim)
    evidence = hand.page().evidence
    assert evidence is not None
    (line,) = evidence.lines.lines
    hand.qtbot.waitUntil(lambda: line.button.width() > 200)
    assert line.more_button.isHidden()
    hand.case.set(item, limits="Manufacture is not transfer. " * 9)
    assert line.more_button.isVisible()
