"""What items have in common is offered as a question; only a press makes a link of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pytestqt.qtbot import QtBot

from caseboard import language
from caseboard.inspector.sections.echoes import EchoLine
from casedb.file_texts import FileWords
from casedb.model.file_words import Outcome, Reading
from casedb.model.records import Item

if TYPE_CHECKING:
    from conftest import Hand

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def report(hand: Hand) -> Item:
    """A report, selected, that gives a number of an earlier one, and a third that gives none."""
    case = hand.case
    case.add("document", title="Wire", summary="1,043 crates", published="2024-01-02")
    case.add("document", title="Column", summary="Some crates")
    made = case.add("document", title="Report", summary="1043 crates", published="2024-01-09")
    hand.select(made)
    hand.panel.desk.echoes.finish()
    return made


def test_what_is_rare_and_shared_is_asked_about_with_its_reason(hand: Hand, report: Item):
    section = hand.page().echoes
    assert section is not None and section.isVisible()
    (line,) = section.lines
    face = line.row.face
    assert (face.title, face.detail, face.aside) == ("CB-001 Wire", "Both give 1043.", "earlier")
    assert line.from_other.isVisible() and not line.to_other.isVisible()
    assert line.from_other.accessibleName() == "This item is derived from “Wire”"
    assert not hand.case.contents.links


def test_a_press_makes_the_link_with_its_reason_and_the_question_goes(hand: Hand, report: Item):
    section = hand.page().echoes
    assert section is not None
    section.lines[0].from_other.click()
    (link,) = hand.case.contents.links.values()
    titles = [hand.case.contents.items[each.id].title for each in (link.start, link.end)]
    assert (link.type, titles) == ("derived_from", ["Report", "Wire"])
    assert link.values.text("rationale") == "Both give 1043."
    assert not section.lines and not section.isVisible()
    hand.case.undo()
    assert len(section.lines) == 1


def test_from_the_earlier_item_the_link_runs_the_same_way(hand: Hand, report: Item):
    wire = next(iter(hand.case.contents.items.values()))
    hand.select(wire)
    section = hand.page().echoes
    assert section is not None
    (line,) = section.lines
    assert line.row.face.aside == "later" and not line.from_other.isVisible()
    line.to_other.click()
    (link,) = hand.case.contents.links.values()
    assert (link.start.id, link.end.id) == (report.id, wire.id)


def test_where_no_date_tells_both_ways_are_offered(hand: Hand, report: Item):
    other = hand.case.add("media", title="Photograph", summary="1,043")
    section = hand.page().echoes
    assert section is not None
    (line,) = (each for each in section.lines if each.other == other.id)
    assert not line.from_other.isHidden() and not line.to_other.isHidden()
    line.to_other.click()
    (link,) = hand.case.contents.links.values()
    assert (link.start.id, link.end.id) == (other.id, report.id)


@pytest.mark.parametrize("spoken", ["en", "uk"])
def test_answers_are_read_whole_beside_each_other(hand: Hand, report: Item, spoken: str):
    language.choose(spoken)
    other = hand.case.add("media", title="Photograph", summary="1,043")
    hand.select(other)
    section = hand.page().echoes
    assert section is not None
    echo = next(each.echo for each in section.lines if each.other == report.id)
    line = EchoLine(hand.panel.desk, echo, other.id)
    hand.qtbot.addWidget(line)
    line.resize(308, 200)
    line.show()
    answers = (line.from_other, line.to_other, line.refuse)
    assert len({each.text() for each in answers}) == 3
    for each in answers:
        assert each.width() >= each.sizeHint().width()


def test_who_says_no_is_not_asked_again_until_more_is_shared(hand: Hand, report: Item):
    section = hand.page().echoes
    assert section is not None
    section.lines[0].refuse.click()
    assert not section.lines and not hand.case.contents.links
    assert hand.case.undo_step is not None
    hand.case.set(report, summary="1043 crates, 17.25 t")
    assert not section.lines
    wire = next(iter(hand.case.contents.items.values()))
    hand.case.set(wire, summary="1,043 crates, 17.25 t")
    assert section.lines[0].row.face.detail == "Both give 1043, 17.25."


def test_a_row_goes_to_the_other_item(hand: Hand, report: Item):
    section = hand.page().echoes
    assert section is not None
    other = section.lines[0].other
    section.lines[0].row.click()
    assert hand.selection.items == {other}


def test_claims_are_not_asked(hand: Hand, report: Item):
    hand.select(hand.case.add("claim", title="1043 crates came"))
    assert hand.page().echoes is None


COPIED = (
    "The convoy left the harbour of Rajin before dawn with three hundred sealed containers aboard, and "
    "nobody was allowed to photograph the loading."
)


def attach(hand: Hand, item: Item, text: str) -> None:
    """Attach a file that says something, as if it had been read."""
    artifact = hand.case.attach_bytes(item, f"{item.id} {text}".encode(), "a.txt")
    hand.case.texts.keep(artifact.id, FileWords(Reading(Outcome.TEXT, 1), ((1, text),)))


def test_what_files_say_is_looked_through_after_a_while_and_again_when_they_change(
    hand: Hand, qtbot: QtBot
) -> None:
    wire = hand.case.add("document", title="Wire")
    column = hand.case.add("document", title="Column")
    attach(hand, wire, f"Foreword. {COPIED}")
    attach(hand, column, "Nothing of that kind")
    hand.select(wire)
    section, book = hand.page().echoes, hand.panel.desk.echoes
    assert section is not None
    book.finish()
    assert not section.lines
    attach(hand, column, f"They write: {COPIED}")
    book.look_again()
    qtbot.waitUntil(lambda: len(section.lines) == 1)
    reason = section.lines[0].row.face.detail
    assert reason.startswith("Both say “…") and reason.endswith("in a file.")
    section.lines[0].refuse.click()
    assert not section.lines
    hand.select(column)
    book.finish()
    other = hand.page().echoes
    assert other is not None and not other.lines


def test_nothing_is_looked_for_once_it_is_closed(hand: Hand) -> None:
    wire = hand.case.add("document", title="Wire")
    attach(hand, wire, COPIED)
    hand.select(wire)
    book = hand.panel.desk.echoes
    book.close()
    hand.case.close()
    book.finish()
    assert book.of(wire.id) == ()
