"""The thread of statements, wording beside translation, and what is told wherever an item is cited."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt

from caseboard.inspector.editors.linked import LinkedEditor
from caseboard.inspector.grid import Sides
from casedb.model.records import Item

if TYPE_CHECKING:
    from conftest import Hand

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def denial(hand: Hand) -> Item:
    """A denial of a charge, selected; both have issuers, and the denial was answered."""
    case = hand.case
    accuser = case.add_source("Accuser", interest="adversary")
    accused = case.add_source("Accused", interest="party")
    charge = case.add(
        "official_statement", title="Charge", said="4 January 2024", issuers=[accuser]
    )
    made = case.add(
        *("official_statement",),
        title="Denial",
        issuers=[accused],
        stance="denies",
        said="2024-01-26",
    )
    reply = case.add("official_statement", title="Reply", issuers=[accuser])
    case.link(made, "denies", charge)
    case.link(reply, "responds_to", made)
    hand.select(made)
    return made


def test_a_thread_names_date_issuer_stance_and_interest(hand: Hand, denial: Item):
    section = hand.page().chain
    assert section is not None and section.isVisible()
    assert [(row.face.title, row.face.detail, row.face.aside) for row in section.rows] == [
        ("Charge", "4 Jan 2024 · adversary of a party · Accuser", "answered here"),
        ("Denial", "26 Jan 2024 · denies CB-001 · party · Accused", "this one"),
        ("Reply", "no date · responds to CB-002 · adversary of a party · Accuser", "an answer"),
    ]
    assert section.rows[0].accessibleName().startswith("Charge, 4 Jan 2024 · adversary")


def test_every_row_of_a_thread_tells_what_it_answers_and_who_speaks_jointly(
    hand: Hand, denial: Item
):
    case = hand.case
    charge, *_, reply = case.contents.items.values()
    joint = case.add("official_statement", title="Joint", joint=True, stance="condemns")
    case.set(charge, exhibit="")
    case.link(joint, "responds_to", charge)
    case.link(joint, "confirms", reply)
    section = hand.page().chain
    assert section is not None
    told = {row.face.title: row.face.detail for row in section.rows}
    assert told["Joint"] == "no date · condemns · responds to Charge, confirms CB-003 · joint"
    assert told["Denial"].startswith("26 Jan 2024 · denies Charge ·")


def test_what_the_form_lists_as_answered_is_what_the_thread_follows(hand: Hand, denial: Item):
    case = hand.case
    claim = case.add("claim", title="The ship left")
    part = case.add_element(claim, "place", "Quay 4")
    case.link(denial, "denies", claim)
    case.link(denial, "disputes", part)
    answered = cast("LinkedEditor", hand.editor("responds_to"))
    addressed = cast("LinkedEditor", hand.editor("addresses"))
    assert [(row.face.title, row.face.aside) for row in answered.rows] == [("Charge", "denies")]
    assert [(row.face.title, row.face.detail, row.face.aside) for row in addressed.rows] == [
        ("The ship left", "", "denies"),
        ("Place: Quay 4", "The ship left", "disputes"),
    ]
    assert addressed.rows[1].accessibleName() == "disputes Place: Quay 4, The ship left"


def test_a_thread_is_walked_by_keys_and_a_row_goes_there(hand: Hand, denial: Item):
    section = hand.page().chain
    assert section is not None
    gone: list[str] = []
    hand.panel.go_to.connect(gone.append)
    hand.enter(section.rows[0])
    hand.press(section.rows[0], Qt.Key.Key_Down)
    assert section.rows[1].hasFocus()
    hand.press(section.rows[1], Qt.Key.Key_Down)
    hand.press(section.rows[2], Qt.Key.Key_Return)
    (went,) = gone
    assert hand.case.contents.items[went].title == "Reply"


def test_a_thread_follows_its_links(hand: Hand, denial: Item):
    section = hand.page().chain
    assert section is not None
    hand.bridge.undo()
    assert [row.face.title for row in section.rows] == ["Charge", "Denial"]
    hand.bridge.undo()
    assert not section.isVisible()
    claim = hand.case.add("claim", title="A claim")
    hand.select(claim)
    assert hand.page().chain is None


def test_wording_and_translation_stand_side_by_side_where_there_is_room(hand: Hand):
    made = hand.item("official_statement", verbatim="لا", verbatim_language="ar", translation="No")
    hand.select(made)
    verbatim, translation = hand.editor("verbatim"), hand.editor("translation")
    sides = verbatim.parentWidget()
    assert isinstance(sides, Sides) and translation.parentWidget() is sides
    hand.panel.resize(340, 900)
    hand.qtbot.waitUntil(lambda: not sides.are_beside)
    assert translation.y() > verbatim.y()
    hand.panel.resize(760, 900)
    hand.qtbot.waitUntil(lambda: sides.are_beside)
    hand.qtbot.waitUntil(lambda: translation.y() == verbatim.y())
    assert translation.x() > verbatim.x()


def test_interest_and_limits_are_told_on_the_claim_that_cites_them(hand: Hand):
    case = hand.case
    claim = case.add("claim", title="The ship left")
    said = case.add("official_statement", title="Statement", interest="party")
    found = case.add("debris_analysis", title="Fragment", limits="Make, not transfer")
    case.link(said, "supports", claim)
    case.link(found, "supports", claim)
    hand.select(claim)
    page = hand.page()
    assert page.evidence is not None
    assert {line.row.face.detail for line in page.evidence.lines.lines} == {
        *("party", "Limits: Make, not transfer"),
    }
    assert any("Limits" in line.row.said for line in page.evidence.lines.lines)
