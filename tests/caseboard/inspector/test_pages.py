"""The pages of the case, a link, a source, a frame, and several things."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from caseboard import piecemeal
from caseboard.inspector.editors.moment import MomentEditor
from caseboard.inspector.pages.case_page import CasePage
from caseboard.inspector.pages.frame_page import FramePage
from caseboard.inspector.pages.link_page import LinkPage
from caseboard.inspector.pages.several_page import SeveralPage
from caseboard.inspector.pages.source_page import SourcePage
from caseboard.selection import Selected
from casedb.commands import annotations, cards, removal, scales
from casedb.model.geometry import Rect
from casedb.model.marks import Form, Mark
from casedb.model.records import Frame, Link, Ref

if TYPE_CHECKING:
    from conftest import Hand

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def keys_of(page: LinkPage | SeveralPage) -> list[str]:
    """The link types that a page offers."""
    picker = page.type_picker
    return [str(picker.itemData(at)) for at in range(picker.count())]


# -- the case --------------------------------------------------------------------------------


def test_an_empty_case_says_how_to_begin(hand: Hand):
    page = cast("CasePage", hand.panel.page)
    assert page.hint.isVisible() and not page.holdings.isVisible()
    hand.case.add("claim", title="A claim")
    hand.case.add("claim", title="Another")
    hand.case.add("debris_analysis", title="Fragment")
    hand.case.add_source("Wire")
    assert not page.hint.isVisible()
    assert page.holdings.labels == ["2 claims", "1 debris analysis", "1 source", "1 board"]


def test_the_case_says_what_was_done_last_anywhere_in_it_and_leads_to_the_journal(hand: Hand):
    page = cast("CasePage", hand.panel.page)
    source = hand.case.add_source("Wire")
    hand.case.set(source, country="Ukraine")
    said = [label.text().split(" · ")[0] for label in page.latest.labels if label.isVisible()]
    assert said == ["#3 Edit fields", "#2 Add source", "#1 Create case"]
    assert page.latest.title.text() == "Latest changes"
    wanted: list[bool] = []
    hand.panel.journal_wanted.connect(lambda: wanted.append(True))
    hand.click(page.latest.journal_button)
    assert wanted == [True]


def test_the_title_and_question_of_the_case_are_edited_here(hand: Hand):
    question = hand.editor("question").anchor()
    hand.type(question, "Did the ship leave?")
    hand.leave()
    title = hand.editor("title").anchor()
    hand.clear(title)
    hand.type(title, "Pier 4")
    hand.press(title, Qt.Key.Key_Return)
    values = hand.case.contents.info.values
    assert (values.text("question"), values.text("title")) == ("Did the ship leave?", "Pier 4")


# -- a link ----------------------------------------------------------------------------------


@pytest.fixture
def link(hand: Hand) -> Link:
    """A statement that supports a claim, selected."""
    case = hand.case
    claim = case.add("claim", title="The ship left")
    statement = case.add("official_statement", title="Statement")
    made = case.link(statement, "supports", claim, strength="weak")
    hand.selection.set(links=[made.id])
    return made


def test_a_link_is_said_as_a_sentence_with_both_ends_to_press(hand: Hand, link: Link):
    page = cast("LinkPage", hand.panel.page)
    said = (page.start_row.face.title, page.type_picker.currentText(), page.end_row.face.title)
    assert said == ("Statement", "supports", "The ship left")
    gone: list[str] = []
    hand.panel.go_to.connect(gone.append)
    hand.click(page.end_row)
    assert gone == [link.end.id] and hand.selection.items == {link.end.id}
    hand.selection.set(links=[link.id])
    hand.click(page.start_row)
    assert gone == [link.end.id, link.start.id]


def test_only_types_that_fit_are_offered_and_fields_follow_the_type(hand: Hand, link: Link):
    page = cast("LinkPage", hand.panel.page)
    offered = keys_of(page)
    assert "supports" in offered and "confirms" in offered
    assert "excludes" not in offered and "undercuts" not in offered
    assert hand.panel.editor("strength") is not None
    page.type_picker.choose("derived_from")
    page.type_picker.activated.emit(page.type_picker.currentIndex())
    assert hand.case.contents.links[link.id].type == "derived_from"
    assert hand.panel.editor("strength") is None
    assert hand.panel.editor("derivation") is not None
    assert [label.text() for label in page.others.labels] == ["strength: weak"]
    hand.bridge.undo()
    assert page.type_picker.key() == "supports"
    assert hand.panel.editor("strength") is not None


def test_the_rationale_of_a_link_is_typed_and_kept_over_a_change_of_type(hand: Hand, link: Link):
    page = cast("LinkPage", hand.panel.page)
    rationale = hand.editor("rationale").anchor()
    hand.type(rationale, "The name is on the bow.")
    page.type_picker.choose("disputes")
    page.type_picker.activated.emit(page.type_picker.currentIndex())
    held = hand.case.contents.links[link.id]
    assert (held.type, held.values.text("rationale")) == ("disputes", "The name is on the bow.")


def test_a_link_speaks_to_a_part_of_the_claim_where_it_has_parts(hand: Hand, link: Link):
    page = cast("LinkPage", hand.panel.page)
    assert not page.end_part.isVisible() and not page.start_part.isVisible()
    claim = hand.case.contents.items[link.end.id]
    actor = hand.case.add_element(claim, "actor", "the ship")
    hand.case.add_element(claim, "place", "Pier 4")
    shown = [page.end_part.itemText(at) for at in range(page.end_part.count())]
    assert page.end_part.isVisible() and not page.start_part.isVisible()
    assert shown == ["The whole claim", "Actor: the ship", "Place: Pier 4"]
    assert page.end_part.currentIndex() == 0
    hand.press(page.end_part, Qt.Key.Key_Down)
    assert hand.case.contents.links[link.id].end == Ref.element(actor.id)
    assert (page.end_row.face.title, page.end_row.face.detail) == ("Actor: the ship", claim.title)
    assert hand.bridge.undo()
    assert hand.case.contents.links[link.id].end == Ref.item(claim.id)
    assert page.end_part.currentIndex() == 0


def test_a_link_points_at_what_is_marked_on_a_file(hand: Hand, link: Link):
    page = cast("LinkPage", hand.panel.page)
    assert not page.start_mark.isVisible() and not page.end_mark.isVisible()
    start = hand.case.contents.items[link.start.id]
    artifact = hand.case.attach_bytes(start, b"\x89PNG\r\n\x1a\n" + bytes(8), "pier.png").id
    box = Mark(Form.BOX, ((0.25, 0.25), (0.5, 0.5)))
    contents, new_id = hand.case.contents, hand.case.new_id
    hand.case.run(annotations.annotate(contents, new_id, artifact, box, "The crane"))
    (mark,) = contents.annotations.values()
    shown = [page.start_mark.itemText(at) for at in range(page.start_mark.count())]
    assert page.start_mark.isVisible() and not page.end_mark.isVisible()
    assert shown == ["All of it, and no mark in particular", "The crane"]
    hand.press(page.start_mark, Qt.Key.Key_Down)
    assert contents.links[link.id].values.text("start_anchor") == mark.id
    assert page.others.labels == []
    hand.case.run(annotations.delete_annotations(contents, [mark.id]))
    assert not page.start_mark.isVisible()


def test_a_link_is_reversed_only_where_its_type_allows_it(hand: Hand, link: Link):
    page = cast("LinkPage", hand.panel.page)
    assert not page.reverse_button.isVisible()
    one, other = hand.case.add("note", title="One"), hand.case.add("note", title="Other")
    turned = hand.case.link(one, "precedes", other)
    hand.selection.set(links=[turned.id])
    hand.selection.settle()
    assert page.reverse_button.isVisible()
    hand.click(page.reverse_button)
    assert hand.case.contents.links[turned.id].start.id == other.id
    assert page.start_row.face.title == "Other"


def test_what_rests_on_a_link_is_listed(hand: Hand, link: Link):
    page = cast("LinkPage", hand.panel.page)
    assert not page.undercuts.isVisible()
    doubt = hand.case.add("note", title="Doubt")
    undercut = hand.case.link(doubt, "undercuts", link)
    assert [line.row.face.title for line in page.undercuts.lines.lines] == ["Doubt"]
    hand.selection.set(links=[undercut.id])
    hand.selection.settle()
    assert page.end_row.face.title == "“Statement” supports “The ship left”"
    hand.click(page.end_row)
    assert hand.selection.links == {link.id}


def test_a_link_is_deleted(hand: Hand, link: Link):
    page = cast("LinkPage", hand.panel.page)
    hand.click(page.delete_button)
    assert not hand.case.contents.links
    assert isinstance(hand.panel.page, CasePage)


# -- a source --------------------------------------------------------------------------------


def test_a_source_is_named_and_says_where_it_is_used(hand: Hand):
    case = hand.case
    wire = case.add_source("Wire")
    report = case.add("document", title="Report", publisher=wire)
    case.add_source("Branch", owner=wire)
    hand.selection.set(sources=[wire.id])
    page = cast("SourcePage", hand.panel.page)
    told = [(row.face.title, row.face.aside) for row in page.uses.rows]
    assert told == [("Report", "publisher"), ("Branch", "owner or parent")]
    name = hand.editor("name").anchor()
    hand.clear(name)
    hand.type(name, "Harbour Wire")
    hand.press(name, Qt.Key.Key_Return)
    assert case.contents.sources[wire.id].name == "Harbour Wire"
    hand.click(page.uses.rows[0])
    assert hand.selection.items == {report.id}


def test_a_source_is_deleted_with_its_mentions_and_comes_back(hand: Hand):
    wire = hand.case.add_source("Wire")
    report = hand.case.add("document", title="Report", publisher=wire)
    hand.selection.set(sources=[wire.id])
    page = cast("SourcePage", hand.panel.page)
    told: list[object] = []
    hand.panel.delete_wanted.connect(told.append)
    hand.click(page.delete_button)
    assert told == [Selected(sources=frozenset({wire.id}))]
    hand.bridge.run(removal.delete_sources(hand.case.contents, [wire.id]))
    assert hand.case.contents.items[report.id].values.get("publisher") is None
    hand.bridge.undo()
    assert hand.panel.page is page and page.is_about(wire.id)


def test_return_in_the_label_of_a_link_stores_it_and_gives_the_focus_back(hand: Hand, link: Link):
    left: list[bool] = []
    hand.panel.left.connect(lambda: left.append(True))
    label = hand.editor("label").anchor()
    hand.type(label, "as seen from the quay")
    hand.press(label, Qt.Key.Key_Return)
    assert left == [True]
    assert hand.case.contents.links[link.id].values.text("label") == "as seen from the quay"


# -- a frame ---------------------------------------------------------------------------------


@pytest.fixture
def frame(hand: Hand) -> Frame:
    """A frame, selected."""
    case = hand.case
    board = case.contents.boards[0].id
    case.run(cards.add_frame(case.contents, case.new_id, board, Rect(0, 0, 300, 200), "Pier"))
    made = next(iter(case.contents.frames.values()))
    hand.selection.set(frames=[made.id])
    return made


def test_the_title_of_a_frame_is_typed_as_one_step(hand: Hand, frame: Frame):
    title = hand.editor("title").anchor()
    hand.enter(title)
    hand.press(title, Qt.Key.Key_End)
    for word in (" four", ", north"):
        hand.qtbot.keyClicks(title, word)
        hand.pause()
    assert hand.case.contents.frames[frame.id].title == "Pier four, north"
    hand.bridge.undo()
    assert hand.case.contents.frames[frame.id].title == "Pier"


def test_the_colour_of_a_frame_is_chosen_by_name(hand: Hand, frame: Frame):
    page = cast("FramePage", hand.panel.page)
    assert page.swatches[0].isChecked()
    swatch = next(each for each in page.swatches if each.token == "sat")
    assert swatch.accessibleName() == "The colour of satellite images"
    hand.enter(swatch)
    hand.press(swatch, Qt.Key.Key_Return)
    assert hand.case.contents.frames[frame.id].accent == "sat"
    assert [each.token for each in page.swatches if each.isChecked()] == ["sat"]
    hand.bridge.undo()
    assert page.swatches[0].isChecked()


def test_a_frame_is_removed(hand: Hand, frame: Frame):
    page = cast("FramePage", hand.panel.page)
    hand.click(page.delete_button)
    assert not hand.case.contents.frames


@pytest.fixture
def scaled(hand: Hand, frame: Frame) -> Frame:
    """A frame along which time runs, selected."""
    contents, new_id = hand.case.contents, hand.case.new_id
    hand.bridge.run(scales.set_scale(contents, new_id, frame.id, "2023-09-01", "2024-02-01"))
    return frame


def span_of(hand: Hand, frame: Frame) -> tuple[str, str] | None:
    """From when to when time runs along a frame."""
    held = hand.case.contents.scale_of(frame.id)
    return (held.first, held.last) if held is not None else None


def write(hand: Hand, name: str, text: str) -> MomentEditor:
    """Write a date into a field of the scale, and leave it."""
    editor = cast("MomentEditor", hand.editor(name))
    hand.clear(editor.entry)
    hand.type(editor.entry, text)
    hand.leave()
    return editor


def test_a_frame_without_a_scale_shows_none(hand: Hand, frame: Frame):
    page = cast("FramePage", hand.panel.page)
    assert not page.scale.isVisible()


def test_the_time_along_a_frame_is_shown_as_whole_days(hand: Hand, scaled: Frame):
    page = cast("FramePage", hand.panel.page)
    assert page.scale.isVisible()
    assert (page.scale.first.entry.value(), page.scale.last.entry.value()) == (
        "2023-09-01",
        "2024-01-31",
    )
    assert page.scale.last.hint == "31 January 2024"


def test_the_time_along_a_frame_is_changed_by_dates_in_words_one_step_each(
    hand: Hand, scaled: Frame
):
    before = hand.entries()
    assert write(hand, "first", "summer 2023").hint == "1 June 2023"
    assert write(hand, "last", "March 2024").entry.value() == "2024-03-31"
    assert span_of(hand, scaled) == ("2023-06-01", "2024-04-01")
    assert hand.entries() == before + 2
    hand.bridge.undo()
    assert span_of(hand, scaled) == ("2023-06-01", "2024-02-01")
    hand.bridge.undo()
    assert span_of(hand, scaled) == ("2023-09-01", "2024-02-01")
    assert write(hand, "first", "2023-09-01T10:30+02:00").entry.value() == "2023-09-01T08:30Z"


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("first", "hello", "not read in a date"),
        ("first", "before 2023", "This date has no beginning. It is not stored yet."),
        ("last", "since 2023", "This date has no end. It is not stored yet."),
        ("first", "2025", "The scale ends with 31 January 2024, so it cannot begin later."),
        ("last", "2022", "The scale begins with 1 September 2023, so it cannot end earlier."),
        ("last", "", "A scale needs both dates; the one before is kept."),
    ],
)
def test_a_date_that_no_scale_can_have_is_said_and_not_stored(
    hand: Hand, scaled: Frame, name: str, text: str, sentence: str
):
    before = hand.entries()
    assert sentence in write(hand, name, text).hint
    hand.panel.flush()
    assert span_of(hand, scaled) == ("2023-09-01", "2024-02-01") and hand.entries() == before


def test_a_beginning_after_the_end_is_stored_once_the_end_has_moved_too(hand: Hand, scaled: Frame):
    first = write(hand, "first", "2025")
    assert first.entry.value() == "2025"
    write(hand, "last", "2026")
    assert span_of(hand, scaled) == ("2025-01-01", "2027-01-01")
    assert first.entry.value() == "2025-01-01" and first.hint == "1 January 2025"


def test_the_time_along_a_frame_is_removed_and_comes_back(hand: Hand, scaled: Frame):
    page = cast("FramePage", hand.panel.page)
    hand.click(page.scale.remove_button)
    assert span_of(hand, scaled) is None and not page.scale.isVisible()
    assert scaled.id in hand.case.contents.frames
    hand.bridge.undo()
    assert span_of(hand, scaled) is not None and page.scale.isVisible()
    assert page.scale.first.entry.value() == "2023-09-01"


# -- several things --------------------------------------------------------------------------


def test_several_things_are_counted_by_sort_and_narrowed_by_a_press(hand: Hand, frame: Frame):
    case = hand.case
    claims = [case.add("claim", title=f"Claim {n}") for n in range(2)]
    note = case.add("note", title="Note")
    placed = [case.place(item, x=0, y=0) for item in (*claims, note)]
    link = case.link(note, "supports", claims[0])
    hand.selection.set(cards=[card.id for card in placed], links=[link.id], frames=[frame.id])
    page = cast("SeveralPage", hand.panel.page)
    assert page.title.text() == "5 selected"
    assert [row.face.title for row in page.rows] == ["2 claims", "1 note", "1 link", "1 frame"]
    hand.click(page.rows[0])
    hand.selection.settle()
    assert hand.selection.cards == {placed[0].id, placed[1].id}
    assert [row.face.title for row in page.rows] == ["2 claims"]


def test_cards_are_taken_off_and_items_deleted(hand: Hand):
    case = hand.case
    items = [case.add("claim", title=f"Claim {n}") for n in range(3)]
    placed = [case.place(item, x=0, y=0) for item in items]
    hand.selection.set(cards=[card.id for card in placed])
    page = cast("SeveralPage", hand.panel.page)
    assert page.off_button.text() == "Take 3 cards off the board"
    assert page.delete_items_button.text() == "Delete 3 items from the case…"
    assert not page.delete_links_button.isVisible()
    hand.click(page.off_button)
    assert not case.contents.cards and len(case.contents.items) == 3
    hand.bridge.undo()
    hand.selection.set(cards=[card.id for card in placed])
    told: list[object] = []
    hand.panel.delete_wanted.connect(told.append)
    hand.click(page.delete_items_button)
    assert told == [Selected(items=frozenset(item.id for item in items))]
    assert len(case.contents.items) == 3


def test_several_links_take_one_type(hand: Hand):
    case = hand.case
    claim = case.add("claim", title="Claim")
    statements = [case.add("official_statement", title=f"{n}") for n in range(2)]
    made = [case.link(statements[0], "supports", claim), case.link(statements[1], "denies", claim)]
    hand.selection.set(links=[link.id for link in made])
    page = cast("SeveralPage", hand.panel.page)
    assert page.type_picker.currentText() == "Several types"
    page.type_picker.choose("disputes")
    page.type_picker.activated.emit(page.type_picker.currentIndex())
    assert {case.contents.links[link.id].type for link in made} == {"disputes"}
    assert page.type_picker.key() == "disputes" and "" not in keys_of(page)
    hand.click(page.delete_links_button)
    assert not case.contents.links


def test_links_that_no_type_fits_say_so(hand: Hand):
    case = hand.case
    claim, note = case.add("claim", title="Claim"), case.add("note", title="Note")
    first = case.link(note, "supports", claim)
    second = case.link(note, "undercuts", first)
    hand.selection.set(links=[first.id, second.id])
    page = cast("SeveralPage", hand.panel.page)
    assert not page.type_picker.isVisible()
    assert page.type_note.text() == "No type fits between the ends of all of them."


def test_many_things_are_counted_a_little_at_a_time(
    hand: Hand, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
):
    monkeypatch.setattr(piecemeal, "SLICE", 0.0)
    case = hand.case
    claims = [case.add("claim", title=f"Claim {n}") for n in range(3)]
    placed = [case.place(item, x=0, y=0) for item in claims]
    link = case.link(claims[0], "excludes", claims[1])
    hand.selection.set(cards=[card.id for card in placed], links=[link.id])
    page = cast("SeveralPage", hand.panel.page)
    assert page.counting.is_busy
    assert page.title.text() == "4 selected"
    assert not page.rows
    # What goes meanwhile is not stumbled over.
    case.run(removal.delete_items(case.contents, [claims[2].id]))
    qtbot.waitUntil(lambda: not page.counting.is_busy)
    assert [row.face.title for row in page.rows] == ["2 claims", "1 link"]
