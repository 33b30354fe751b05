"""Marks of a file that was expunged: they are named, with the reason, and nothing pretends to lead there."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, cast

from PIL import Image

from caseboard.inspector.editors.region import RegionEditor
from caseboard.inspector.editors.table import TableEditor
from caseboard.inspector.pages.link_page import LinkPage
from caseboard.inspector.sections.file_line import MOST_MARKS
from casedb.commands import annotations
from casedb.model.marks import Form, Mark
from casedb.model.records import Item

if TYPE_CHECKING:
    from conftest import Hand

BOX = Mark(Form.BOX, ((0.25, 0.25), (0.75, 0.5)))
REASON = "Consent was withdrawn"


def with_marks(hand: Hand, *texts: str, expunges: bool = True) -> tuple[Item, list[str]]:
    """An item with a photo on which something is marked, and which is then expunged; the marks."""
    made = io.BytesIO()
    Image.new("RGB", (40, 20), "red").save(made, "PNG")
    item, case = hand.item("debris_analysis", title="A fragment"), hand.case
    file = case.attach_bytes(item, made.getvalue(), "photo.png").id
    for text in texts:
        case.run(annotations.annotate(case.contents, case.new_id, file, BOX, text))
    marks = [each.id for each in case.contents.annotations_of(file)]
    case.set(item, components=[{"part": "Fin", "mark": marks[0]}] if marks else [])
    if expunges:
        expunge(hand)
    return item, marks


def expunge(hand: Hand) -> None:
    (file,) = hand.case.contents.artifacts
    hand.case.expunge(file, REASON)


def test_the_line_of_the_file_names_its_marks_and_has_no_way_to_them(hand: Hand) -> None:
    item, _ = with_marks(hand, "Plate", "Ring", expunges=False)
    hand.select(item)
    (line,) = hand.page().files.lines
    assert line.marks_button.isVisible() and line.marks_gone.isHidden()
    expunge(hand)
    assert line.marks_button.isHidden() and line.marks_gone.isVisible()
    assert line.marks_gone.text() == "2 marks are left, whose file was expunged: “Plate”, “Ring”"
    assert REASON in line.marks_gone.toolTip()
    assert REASON in line.marks_gone.accessibleDescription()


def test_of_many_marks_the_first_are_named(hand: Hand) -> None:
    item, _ = with_marks(hand, *(f"No. {n}" for n in range(MOST_MARKS + 3)))
    hand.select(item)
    (line,) = hand.page().files.lines
    assert line.marks_gone.text().startswith("15 marks are left")
    assert line.marks_gone.text().endswith("“No. 11”…")


def test_an_expunged_file_without_marks_says_nothing_of_any(hand: Hand) -> None:
    item, _ = with_marks(hand)
    hand.select(item)
    (line,) = hand.page().files.lines
    assert line.marks_gone.isHidden() and line.marks_button.isHidden()


def test_the_page_of_a_link_says_it_in_place_of_the_way_to_the_mark(hand: Hand) -> None:
    item, (mark,) = with_marks(hand, "Plate", expunges=False)
    claim = hand.item("claim", title="C")
    link = hand.case.link(item, "supports", claim)
    change = annotations.anchor_link(hand.case.contents, link.id, at_start=True, annotation_id=mark)
    hand.case.run(change)
    hand.selection.set(links=[link.id])
    hand.selection.settle()
    page = hand.panel.page
    assert isinstance(page, LinkPage)
    assert page.see_start.isVisible() and page.start_gone.isHidden()
    expunge(hand)
    assert page.see_start.isHidden() and page.start_gone.isVisible()
    assert page.start_gone.text() == "The file of this mark was expunged."
    assert REASON in page.start_gone.toolTip()
    assert page.see_end.isHidden() and page.end_gone.isHidden()


def test_a_region_tells_the_reason_where_its_picture_was(hand: Hand) -> None:
    item, _ = with_marks(hand, "Plate")
    hand.select(item)
    row = cast("TableEditor", hand.editor("components")).rows[0]
    row.open()
    cell = row.region_cell
    assert isinstance(cell, RegionEditor)
    assert cell.hint == "The bytes of this file were expunged."
    assert REASON in cell.view.toolTip() and not cell.view.isEnabled()
