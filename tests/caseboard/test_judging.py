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


def test_items_are_graded_for_a_claim_that_all_of_them_speak_to(bridge: CaseBridge) -> None:
    case, contents, selection = bridge.case, bridge.contents, Selection()
    judging = Judging(bridge, selection)
    assert judging.claims() == ()
    ship, crane = case.add("claim", title="Ship"), case.add("claim", title="Crane")
    bill, photo = case.add("document", title="Bill"), case.add("media", title="Photograph")
    case.link(bill, "supports", ship)
    case.link(bill, "disputes", crane)
    case.link(photo, "supports", crane)
    selection.set(items=[bill.id])
    assert {each.id for each in judging.claims()} == {ship.id, crane.id}
    selection.set(items=[bill.id, photo.id])
    assert [each.id for each in judging.claims()] == [crane.id]
    assert judging.grade("credibility", "2", crane.id) == ""
    assert [each.claim for each in contents.assessments.values()] == [crane.id] * 2


def test_confirmed_is_asked_about_where_one_origin_speaks_for_the_claim(
    bridge: CaseBridge,
) -> None:
    case, selection = bridge.case, Selection()
    judging = Judging(bridge, selection)
    ship, bill = case.add("claim", title="Ship"), case.add("document", title="Bill")
    case.link(bill, "supports", ship)
    selection.set(items=[bill.id])
    assert judging.grade("credibility", "1", ship.id).startswith("Confirmed by whom?")
    case.link(case.add("media", title="Photograph"), "supports", ship)
    assert judging.grade("credibility", "1") == ""
