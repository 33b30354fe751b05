"""Grading what is selected."""

from __future__ import annotations

from caseboard.bridge import CaseBridge
from caseboard.judging import Judging
from caseboard.selection import Selection
from casedb.model.assessments import admiralty_grade


def test_several_items_and_their_sources_are_graded_in_one_step(
    bridge: CaseBridge,
) -> None:
    case, contents, selection = bridge.case, bridge.contents, Selection()
    judging = Judging(bridge, selection)
    ministry = case.add_source(name="A ministry")
    bill = case.add("document", title="Bill of lading", publisher=ministry)
    photo = case.add("media", title="Photograph")
    length = case.journal.length
    selection.set(items=[bill.id, photo.id])
    assert [each.value for each in judging.grades("credibility")] == list("123456")
    judging.grade("credibility", "2")
    assert case.journal.length == length + 1
    assert admiralty_grade(contents, photo) == "?2"
    assert [each.id for each in judging.graded("reliability")] == [ministry.id]
    judging.grade("reliability", "B")
    assert admiralty_grade(contents, bill) == "B2"
    selection.set(sources=[ministry.id])
    assert [each.id for each in judging.graded("reliability")] == [ministry.id]
    bridge.undo()
    bridge.undo()
    assert not contents.assessments
