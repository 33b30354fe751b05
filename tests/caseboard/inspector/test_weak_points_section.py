"""The weak points of an item on its page: set aside for a reason, and asked again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caseboard.inspector.sections.weak_points import PointLine, WeakPointsSection
from casedb.analysis.weak_points import weak_points_of
from casedb.analysis.weak_points.dismissals import dismissal_of, reason_of

if TYPE_CHECKING:
    from conftest import Hand, ReadOnly


def section_of(hand: Hand) -> WeakPointsSection:
    return hand.page().weak_points


def shown(hand: Hand) -> list[tuple[str, str]]:
    lines = section_of(hand).lines
    return [(each.title.text(), each.sentence.text()) for each in lines if each.isVisible()]


def line_of(hand: Hand, title: str) -> PointLine:
    return next(each for each in section_of(hand).lines if each.title.text() == title)


def test_an_item_tells_its_own_weak_points_alone(hand: Hand) -> None:
    photo = hand.item("media", title="Photograph")
    hand.item("claim", title="She sailed")
    hand.select(photo)
    assert [title for title, _ in shown(hand)] == ["Undated imagery", "Unplaced imagery"]
    note = hand.item("note", title="A thought")
    hand.select(note)
    assert not section_of(hand).isVisible()


def test_a_weak_point_goes_with_its_cause_and_comes_back_with_undo(hand: Hand) -> None:
    claim = hand.item(title="She sailed")
    hand.select(claim)
    assert shown(hand) == [("Claim without evidence", "Nothing speaks for it or against it.")]
    photo = hand.item("media", title="Photograph")
    hand.case.link(photo, "supports", claim)
    assert [title for title, _ in shown(hand)] == ["One item alone"]
    hand.bridge.undo()
    assert [title for title, _ in shown(hand)] == ["Claim without evidence"]


def test_one_is_set_aside_for_a_reason_and_asked_again(hand: Hand) -> None:
    claim = hand.item(title="She sailed")
    hand.select(claim)
    section = section_of(hand)
    hand.click(section.lines[0].button)
    reason = section.lines[0].reason
    assert reason.hasFocus()
    QTest.keyClick(reason, Qt.Key.Key_Return)
    assert not section.aside_button.isVisible()
    QTest.keyClicks(reason, "It is asked of others.")
    QTest.keyClick(reason, Qt.Key.Key_Return)
    (point,) = weak_points_of(hand.case.contents, claim.id)
    dismissal = dismissal_of(hand.case.contents, point)
    assert dismissal is not None and reason_of(dismissal) == "It is asked of others."
    assert shown(hand) == [] and section.aside_button.text() == "Set aside (1)"
    hand.click(section.aside_button)
    assert "It is asked of others." in section.lines[0].told.text()
    hand.click(section.lines[0].button)
    assert dismissal_of(hand.case.contents, point) is None
    assert [title for title, _ in shown(hand)] == ["Claim without evidence"]


def test_a_reason_that_is_being_written_outlives_a_change(hand: Hand) -> None:
    photo = hand.item("media", title="Photograph")
    hand.select(photo)
    line_of(hand, "Unplaced imagery").ask()
    QTest.keyClicks(line_of(hand, "Unplaced imagery").reason, "Because")
    hand.case.set(photo, recorded="2024-01-02")
    assert [title for title, _ in shown(hand)] == ["Unplaced imagery"]
    reason = line_of(hand, "Unplaced imagery").reason
    assert reason.value() == "Because" and reason.hasFocus()
    QTest.keyClick(reason, Qt.Key.Key_Escape)
    assert not reason.isVisible() and line_of(hand, "Unplaced imagery").button.hasFocus()


def test_what_a_weak_point_names_is_a_press_away(hand: Hand, qtbot: QtBot) -> None:
    claim, photo = hand.item(title="She sailed"), hand.item("media", title="Photograph")
    hand.case.link(photo, "supports", claim)
    hand.select(claim)
    line = line_of(hand, "One item alone")
    assert [each.accessibleName() for each in line.named] == ["Go to Photograph"]
    with qtbot.waitSignal(hand.panel.go_to) as went:
        hand.click(line.named[0])
    assert went.args == [photo.id]


@pytest.mark.parametrize("kind", ["claim", "media"])
def test_where_nothing_changes_nothing_is_set_aside(read_only: ReadOnly, kind: str) -> None:
    hand, _ = read_only(kind, {"title": "She sailed"})
    assert shown(hand) and not any(each.button.isVisible() for each in section_of(hand).lines)


def test_nothing_is_told_of_a_grade_that_is_hidden(hand: Hand) -> None:
    photo = hand.item("media", title="Photograph")
    hand.case.assess(photo, "credibility", "1")
    hand.select(photo)
    assert "Confirmed by whom?" in [title for title, _ in shown(hand)]
    hand.bridge.veil(photo.id)
    assert "Confirmed by whom?" not in [title for title, _ in shown(hand)]
    hand.bridge.veil()
    assert "Confirmed by whom?" in [title for title, _ in shown(hand)]
