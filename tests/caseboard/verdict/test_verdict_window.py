"""Writing, comparing and signing a verdict off in its window; whatever happens to the case meanwhile."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bench_of_verdicts import Bench, below, rows_of
from caseboard.bridge import CaseBridge
from caseboard.theme import theme, theme_names
from caseboard.verdict.evidence import EvidenceTree
from caseboard.verdict.versions import VersionsPage
from caseboard.verdict.window import CHANGES, NARROW, VERSIONS, VerdictWindow
from casedb import Case
from casedb.analysis.verdict_ground import said_by
from casedb.commands import removal
from casedb.commands.cards import move
from casedb.errors import NotSaved
from casedb.model.assessments import VerdictBody
from casedb.model.changes import ChangeSet, Edit
from casedb.model.contents import Contents
from casedb.model.schemes import VERDICT
from casedb.model.verdicts import LONGEST
from casedb.store.home import Home
from manners import faults_of, tab_order

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


# -- writing -----------------------------------------------------------------------------------------


def test_a_verdict_is_written_and_stored_as_one_step(bench: Bench) -> None:
    window, before = bench.window, len(bench.labels)
    assert not window.store_button.isEnabled() and not window.form.corrections.isVisible()
    bench.write()
    row = window.form.rows[bench.place.id]
    row.box.setEditText("Holds in part")
    window.form.likelihood.choose("likely")
    window.form.likelihood.activated.emit(5)
    bench.tick("CB-002")
    assert window.told.text() == "Not stored yet."
    bench.store()
    assert bench.labels[before:] == ["Record verdict"]
    assert bench.verdict.value == "mostly_true"
    assert [(each.element, each.finding) for each in bench.body.findings] == [
        (bench.place.id, "holds in part")
    ]
    assert {each.id: each.hash for each in bench.body.cites} == {
        each.id: said_by(each) for each in (bench.photo, bench.pro)
    }
    assert window.told.text() == "Stored as version 1." and not window.held.is_unsaved
    assert window.form.corrections.isVisible()
    bench.bridge.undo()
    assert bench.case.contents.assessments_of(bench.claim.id) == []
    assert window.head.state.text() == "No verdict yet."
    bench.bridge.redo()
    assert window.form.rationale.toPlainText() == "The photograph shows her."


def test_words_of_ones_own_are_found_of_an_element(bench: Bench) -> None:
    bench.write()
    bench.window.form.rows[bench.place.id].box.setEditText("Only its outer mole")
    bench.store()
    assert bench.body.findings[0].finding == "Only its outer mole"
    bench.window.show_claim(bench.claim.id)
    assert bench.window.form.rows[bench.place.id].box.currentText() == "Only its outer mole"


def test_likelihood_and_confidence_are_shown_as_the_sentences_of_a_reader(bench: Bench) -> None:
    form = bench.window.form
    for box, key in ((form.likelihood, "unlikely"), (form.confidence, "high")):
        box.choose(key)
        box.activated.emit(box.currentIndex())
    assert form.likely.text() == "It is unlikely (20–45 %) that the claim is true."
    assert form.sure.text().startswith(
        "Our confidence in this is high: the basis is of high quality"
    )
    told = bench.window.reading.text.toPlainText()
    assert form.likely.text() in told and form.sure.text() in told


def test_what_will_be_read_is_copied_as_text(bench: Bench) -> None:
    bench.write()
    QTest.mouseClick(bench.window.reading.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == (
        "Claim: CB-001 The ship was in the harbour\n\n"
        "Verdict: Mostly true. Accurate, needs clarification\n\n"
        "The photograph shows her."
    )


def test_who_cites_an_item_cites_its_links_until_they_say_otherwise(bench: Bench) -> None:
    window = bench.window
    bench.tick("CB-002")
    assert window.held.mine.cites == {bench.photo.id, bench.pro.id}
    bench.tick("supports", is_cited=False)
    assert window.held.mine.cites == {bench.photo.id}
    bench.tick("CB-002", is_cited=False)
    assert window.held.mine.cites == frozenset()


def test_a_double_click_on_what_speaks_to_the_claim_goes_there(bench: Bench, qtbot: QtBot) -> None:
    tree = bench.window.evidence
    with qtbot.waitSignal(bench.window.went) as went:
        tree.itemDoubleClicked.emit(bench.row(tree, "CB-003"), 0)
    assert went.args == [bench.log.id]


def test_the_window_follows_what_it_shows_and_nothing_else(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.tick("CB-002")
    letter = bench.case.add("document", title="Letter")
    shown: list[str] = []
    show = EvidenceTree.show_evidence

    def counted(tree: EvidenceTree, contents: Contents, claim: str, cites: frozenset[str]) -> None:
        shown.append(claim)
        show(tree, contents, claim, cites)

    monkeypatch.setattr(EvidenceTree, "show_evidence", counted)
    card = bench.case.place(bench.photo)
    bench.case.run(move(bench.case.contents, [card.id], 50, 50))
    bench.case.set(letter, title="Another letter")
    assert not shown
    bench.case.set(bench.photo, title="Picture")
    assert len(shown) == 1 and bench.row(bench.window.evidence, "CB-002 Picture")
    bench.case.link(letter, "supports", bench.claim)
    assert len(shown) == 2 and bench.row(bench.window.evidence, "CB-004 Another letter")


def test_nothing_is_stored_twice(bench: Bench) -> None:
    bench.write()
    bench.store()
    before = bench.labels
    assert not bench.window.store_button.isEnabled()
    QTest.keyClick(bench.window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert bench.labels == before


def test_the_same_words_are_stored_anew_once_their_ground_has_changed(bench: Bench) -> None:
    bench.write()
    bench.store()
    bench.case.set(bench.photo, title="Another")
    assert bench.window.store_button.isEnabled()
    QTest.keyClick(bench.window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert bench.window.told.text() == "Stored as version 2."


# -- what happens meanwhile --------------------------------------------------------------------------


def test_words_stay_when_the_verdict_is_changed_meanwhile(bench: Bench) -> None:
    bench.write()
    bench.store()
    bench.window.form.rationale.setPlainText("Mine.")
    body = VerdictBody(rationale="Theirs.", limits="Theirs as well.").to_values()
    bench.case.assess(bench.claim, "verdict", "false", body=body)
    form = bench.window.form
    assert (form.rationale.toPlainText(), form.limits.toPlainText(), form.label.key()) == (
        "Mine.",
        "Theirs as well.",
        "false",
    )
    assert "was changed meanwhile" in bench.window.told.text()


def test_an_element_that_goes_and_comes_back_keeps_what_was_written(bench: Bench) -> None:
    bench.write()
    bench.window.form.rows[bench.place.id].box.setEditText("Holds")
    bench.case.run(ChangeSet("Delete", (Edit(bench.place, None),)))
    assert bench.window.form.rows == {}
    bench.window.form.limits.setPlainText("Written while it was gone.")
    bench.bridge.undo()
    assert bench.window.form.rows[bench.place.id].box.key() == "holds"
    bench.store()
    assert bench.body.findings[0].finding == "holds"


def test_a_claim_that_is_deleted_takes_no_words_with_it(bench: Bench) -> None:
    bench.write()
    contents = bench.case.contents
    bench.case.run(removal.delete_items(contents, [bench.claim.id]))
    window = bench.window
    assert "was deleted" in window.head.state.text() and not window.store_button.isEnabled()
    assert window.form.rationale.toPlainText() == "The photograph shows her."
    bench.bridge.undo()
    assert window.store_button.isEnabled()
    bench.store()
    assert bench.body.rationale == "The photograph shows her."


def test_what_is_cited_stays_in_sight_when_its_link_goes(bench: Bench) -> None:
    bench.write()
    bench.tick("CB-003")
    bench.store()
    bench.case.run(removal.delete_links(bench.case.contents, [bench.con.id]))
    tree = bench.window.evidence
    over = bench.over(bench.row(tree, "CB-003"))
    assert over.text(0) == "Cited before, and not linked any more"
    bench.tick("CB-003", is_cited=False)
    bench.store()
    assert bench.body.cites == ()


def test_a_refused_change_keeps_the_words_and_says_why(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.write()

    def refuse(*_: object) -> None:
        raise NotSaved("The disk is full.")

    monkeypatch.setattr(bench.case, "_commit", refuse)
    bench.store()
    assert bench.window.told.text() == "The disk is full."
    assert bench.window.held.is_unsaved
    assert bench.window.form.rationale.toPlainText() == "The photograph shows her."
    monkeypatch.undo()
    bench.store()
    assert bench.body.rationale == "The photograph shows her."


def test_a_text_that_is_too_long_is_refused_and_kept(bench: Bench) -> None:
    bench.write(reasons="x" * (LONGEST + 1))
    assert "one is longer" in bench.window.form.trouble.text()
    before = bench.labels
    bench.store()
    assert bench.labels == before and bench.window.held.is_unsaved
    assert "up to 50,000 characters" in bench.window.told.text()


def test_ones_words_can_be_discarded(bench: Bench) -> None:
    bench.write()
    QTest.mouseClick(bench.window.revert_button, Qt.MouseButton.LeftButton)
    assert not bench.window.held.is_unsaved and bench.window.form.label.key() == ""


def test_words_of_a_former_hour_are_taken_up_again(bench: Bench) -> None:
    bench.write()
    held = bench.window.held
    bench.window.show_claim(bench.claim.id)
    assert not bench.window.held.is_unsaved
    bench.window.show_claim(bench.claim.id, held)
    assert bench.window.held == held and bench.window.told.text() == "Not stored yet."


def test_a_case_without_words_for_verdicts_says_so(bench: Bench) -> None:
    bench.case.run(ChangeSet("Drop", (Edit(bench.case.contents.schemes[VERDICT.id], None),)))
    assert "carries no words" in bench.window.form.trouble.text()
    assert not bench.window.store_button.isEnabled()


def test_a_label_of_another_scheme_is_shown_as_it_is(bench: Bench) -> None:
    bench.write()
    bench.store()
    odd = replace(bench.verdict, id=bench.case.new_id(), value="pants_on_fire", at="2999-01-01")
    bench.case.run(ChangeSet("Add", (Edit(None, odd),)))
    assert bench.window.form.label.key() == "pants_on_fire"


def test_a_case_that_is_only_read_shows_its_verdict_and_takes_none(
    qtbot: QtBot, bench: Bench, home: Home
) -> None:
    bench.write()
    bench.store()
    bench.bridge.close()
    bridge = CaseBridge(Case.open(bench.case.path, home=home, read_only=True))
    window = VerdictWindow(bridge, theme("light"))
    qtbot.addWidget(window)
    window.show_claim(bench.claim.id)
    form = window.form
    assert form.rationale.isReadOnly() and not form.label.isEnabled()
    assert form.rationale.toPlainText() == "The photograph shows her."
    assert not window.store_button.isEnabled() and not window.signing.button.isEnabled()
    assert bridge.refusal in window.signing.told.text()
    row = bench.row(window.evidence, "CB-002")
    assert not row.flags() & Qt.ItemFlag.ItemIsUserCheckable
    bridge.close()


# -- what has changed since --------------------------------------------------------------------------


def test_what_has_changed_is_named_with_what_it_said_then(bench: Bench, qtbot: QtBot) -> None:
    bench.write()
    bench.store()
    window = bench.window
    assert window.changes.told.text().startswith("Nothing has changed")
    bench.case.set(bench.photo, title="A drawing")
    bench.case.assess(bench.log, "credibility", "3", claim=bench.claim)
    bench.case.run(removal.delete_links(bench.case.contents, [bench.pro.id]))
    window.turn_to(CHANGES)
    assert window.pages.tabText(window.pages.currentIndex()) == "Changes (3)"
    assert "Written before 3 changes" in window.head.state.text()
    tree = window.changes.tree
    told = sorted(each.text(0) for each in rows_of(tree))
    assert told == [
        "Gone, link: CB-002 A drawing supports CB-001 The ship was in the harbour",
        "New, grade: 3 for “CB-003 Log book”",
        "No longer behind it: CB-002 A drawing",
    ]
    with qtbot.waitSignal(window.went) as went:
        tree.itemClicked.emit(bench.row(tree, "No longer"), 0)
    assert went.args == [bench.photo.id]
    row = bench.row(tree, "No longer")
    row.setExpanded(True)
    assert any("then: Photograph" in each for each in below(row))
    with qtbot.waitSignal(window.went) as went:
        tree.itemClicked.emit(bench.row(tree, "New, grade: 3"), 0)
    assert went.args == [bench.log.id]


def test_what_was_said_then_is_read_whole_in_a_narrow_window(bench: Bench) -> None:
    bench.write()
    bench.store()
    bench.case.set(bench.photo, summary="The crew is on deck, and nobody says why. " * 7)
    window, tree = bench.window, bench.window.changes.tree
    window.turn_to(CHANGES)
    row = bench.row(tree, "Changed: CB-002")
    row.setExpanded(True)
    for wide in (1000, 700):
        window.resize(wide, 700)
        QApplication.processEvents()
        inner = row.child(0)
        assert inner is not None
        box, text = tree.visualItemRect(inner), inner.text(0)
        room = QRect(0, 0, box.width() - 8, 10_000)
        needed = tree.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, text)
        assert box.height() >= needed.height() > 3 * tree.fontMetrics().height()


def test_moved_cards_are_no_changes(bench: Bench) -> None:
    bench.write()
    bench.store()
    bench.case.place(bench.photo, x=10, y=10)
    assert bench.window.changes.told.text().startswith("Nothing has changed")


# -- versions ----------------------------------------------------------------------------------------


def test_two_versions_are_compared_with_marks_for_what_differs(bench: Bench) -> None:
    bench.write(reasons="The photograph shows her at the quay.")
    bench.store()
    bench.case.set(bench.log, title="Another log")
    bench.write(reasons="The photograph shows her <b>clearly</b> at the quay.")
    bench.store()
    page = bench.window.versions
    bench.window.turn_to(VERSIONS)
    assert not bench.window.reading.isVisible()
    text = page.text.toPlainText()
    assert "Version 1," in text and "Version 2," in text
    assert "1 item of evidence changed" in text and "<b>clearly</b>" in text
    html = page.text.toHtml()
    assert "text-decoration: underline" in html and "line-through" not in html
    page.list.setCurrentItem(rows_of(page.list)[1])
    assert "Version 2," not in page.text.toPlainText()


def test_the_comparison_turns_round_with_the_window(bench: Bench) -> None:
    for reasons in ("The photograph shows her.", "She is seen."):
        bench.write(reasons=reasons)
        bench.store()
    page = bench.window.versions
    bench.window.turn_to(VERSIONS)
    for way in (Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight):
        bench.window.setLayoutDirection(way)
        assert is_first_at_the_right(page) is (way is Qt.LayoutDirection.RightToLeft)
    bench.window.turn_to(CHANGES)
    bench.window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    bench.window.turn_to(VERSIONS)
    assert is_first_at_the_right(page)
    found = page.text.document().find("She is seen.")
    assert found.block().textDirection() is Qt.LayoutDirection.LeftToRight


def is_first_at_the_right(page: VersionsPage) -> bool:
    """Whether the first version of two stands at the right of the second."""
    page.text.document().documentLayout().documentSize()
    one, other = (
        page.text.cursorRect(page.text.document().find(each)).x()
        for each in ("Version 1", "Version 2")
    )
    return one > other


def test_versions_cited_from_others_stand_apart(bench: Bench) -> None:
    paper = bench.case.add_source("Paper")
    body = VerdictBody(cited_opinion=paper.id, rationale="Not so.").to_values()
    bench.case.assess(bench.claim, "verdict", "false", body=body)
    bench.write()
    bench.store()
    page = bench.window.versions
    texts = [each.text(0)[:9] for each in rows_of(page.list)]
    assert texts[:2] == ["Version 1", "Cited fro"]
    page.list.setCurrentItem(rows_of(page.list)[2])
    assert "Not so." in page.text.toPlainText() and "by Paper" in page.text.toPlainText()
    assert not page.pair.isVisible()


# -- signing off -------------------------------------------------------------------------------------


def test_a_reviewer_signs_the_newest_version_off(bench: Bench) -> None:
    signing = bench.window.signing
    assert not signing.isVisible()
    bench.write()
    assert not signing.isVisible()
    bench.store()
    signing.name.setText("TESTER")
    assert "same person" in signing.told.text()
    signing.name.setText("Bob")
    assert not signing.told.isVisible() and signing.button.isEnabled()
    QTest.mouseClick(signing.button, Qt.MouseButton.LeftButton)
    assert bench.body.reviewer == "Bob" and bench.body.rationale == "The photograph shows her."
    assert not signing.button.isVisible() and "Signed off by Bob" in signing.told.text()
    bench.bridge.undo()
    assert signing.button.isVisible() and bench.body.reviewer == ""


def test_nothing_is_signed_while_words_are_unsaved_or_the_ground_has_changed(bench: Bench) -> None:
    bench.write()
    bench.store()
    signing = bench.window.signing
    signing.name.setText("Bob")
    bench.window.form.limits.setPlainText("More.")
    assert not signing.button.isEnabled() and signing.told.text() == "Store your words first."
    bench.window.discard()
    assert signing.button.isEnabled()
    bench.case.set(bench.photo, title="Another")
    assert not signing.button.isEnabled() and "has changed" in signing.told.text()


# -- how it looks ------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [1000, 600])
def test_it_has_good_manners_on_every_page(bench: Bench, width: int) -> None:
    bench.write()
    bench.store()
    bench.write(reasons="Better.")
    bench.store()
    bench.case.set(bench.photo, title="Another")
    bench.window.resize(width, 600)
    for page in range(bench.window.pages.count()):
        bench.window.pages.setCurrentIndex(page)
        QApplication.processEvents()
        parts = (bench.window.form, bench.window.signing, bench.window.pages, bench.window.foot)
        assert [each for part in parts for each in faults_of(part)] == []
    order = [each for each in tab_order(bench.window) if each.isVisible()]
    after = order[(order.index(bench.window.store_button) + 1) % len(order)]
    assert after in (bench.window.form.label, bench.window.pages.tabBar())


def test_the_form_is_one_of_the_pages_where_there_is_no_room_beside_them(bench: Bench) -> None:
    window = bench.window
    bench.write()
    assert not window.is_narrow
    window.resize(NARROW - 40, 600)
    assert window.is_narrow and window.pages.currentWidget() is window.scroller
    titles = [window.pages.tabText(n) for n in range(window.pages.count())]
    assert titles == ["Verdict", "Evidence", "Changes", "Versions", "Preview"]
    window.turn_to(VERSIONS)
    window.resize(1000, 600)
    assert not window.is_narrow and window.scroller.isVisible()
    assert window.pages.currentWidget() is window.versions
    assert window.form.rationale.toPlainText() == "The photograph shows her."


@pytest.mark.parametrize("name", theme_names())
def test_it_is_painted_in_every_theme_while_it_is_open(bench: Bench, name: str) -> None:
    bench.write()
    bench.store()
    bench.case.set(bench.photo, title="Another")
    bench.window.set_theme(theme(name))
    assert not bench.window.grab().isNull()


def test_titles_of_any_script_and_length_are_shown(bench: Bench) -> None:
    long = "한국어 제목 " + "عنوان طويل " * 200
    bench.case.set(bench.claim, title=long)
    bench.case.set(bench.photo, title=long)
    window = bench.window
    window.resize(900, 600)
    QApplication.processEvents()
    assert window.head.title.width() <= window.width()
    assert window.minimumSizeHint().width() <= 900 and window.width() == 900
    assert len(window.windowTitle()) < 200


def test_escape_closes_it(bench: Bench, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bench.window.left):
        QTest.keyClick(bench.window, Qt.Key.Key_Escape)
    assert not bench.window.isVisible()
