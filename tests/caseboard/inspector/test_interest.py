"""The interest of whoever has issued a statement, seen in its form wherever it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt

from caseboard.inspector.editors.interest import InterestEditor
from caseboard.inspector.editors.source import SourcesEditor

if TYPE_CHECKING:
    from conftest import Hand

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def editors(hand: Hand) -> tuple[SourcesEditor, InterestEditor]:
    """The editors of issuers and interest of a new statement."""
    _, issuers = hand.show("issuers", "official_statement", title="A statement")
    return cast("SourcesEditor", issuers), cast("InterestEditor", hand.editor("interest"))


def add(hand: Hand, editor: SourcesEditor, name: str) -> None:
    """Type the name of an issuer and take it."""
    hand.type(editor.entry, name)
    hand.press(editor.entry, Qt.Key.Key_Return)


def test_the_interest_of_the_issuer_is_seen_as_its_source_tells_it(hand: Hand):
    body = hand.case.add_source("Port authority", interest="party")
    issuers, interest = editors(hand)
    assert interest.picker.currentText() == "Not set"
    add(hand, issuers, "Port authority")
    assert [row.button.face.detail for row in issuers.rows] == ["party"]
    assert interest.picker.currentText() == "Party (from the source)"
    assert interest.stored is None
    hand.case.set(body, interest="ally")
    assert [row.button.face.detail for row in issuers.rows] == ["ally of a party"]
    assert interest.picker.currentText() == "Ally of a party (from the source)"


def test_joint_issuers_each_show_theirs_and_who_has_most_at_stake_counts(hand: Hand):
    hand.case.add_source("Ministry", interest="none")
    hand.case.add_source("Port authority", interest="party")
    hand.case.add_source("Agency")
    issuers, interest = editors(hand)
    for name in ("Ministry", "Port authority", "Agency"):
        add(hand, issuers, name)
    assert [row.button.face.detail for row in issuers.rows] == [
        *("no known interest", "party", "interest unknown"),
    ]
    assert interest.picker.currentText() == "Party (from the sources)"
    hand.click(issuers.rows[1].remove_button)
    assert interest.picker.currentText() == "Unknown (from the sources)"


def test_an_interest_of_its_own_stands_above_that_of_its_source(hand: Hand):
    hand.case.add_source("Port authority", interest="party")
    issuers, interest = editors(hand)
    add(hand, issuers, "Port authority")
    hand.enter(interest.picker)
    hand.qtbot.keyClicks(interest.picker, "None")
    assert interest.stored == "none"
    assert interest.hint == "Told otherwise: Party (from the source). The card shows both."
    hand.press(interest.picker, Qt.Key.Key_Home)
    assert interest.stored is None and interest.hint == ""
    assert interest.picker.currentText() == "Party (from the source)"
