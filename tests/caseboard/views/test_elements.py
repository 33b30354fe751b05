"""The parts of a claim against the evidence: how far each is covered, and entries that link."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from pytestqt.qtbot import QtBot

from caseboard import language
from caseboard.bridge import CaseBridge
from caseboard.lettering import Fount, Lettering
from caseboard.set_aside import SetAside
from caseboard.theme import theme
from caseboard.views.elements import ElementsView
from caseboard.views.grid import painting
from caseboard.views.grid.faces import RowFace
from caseboard.views.grid.finder import Finder
from casedb.analysis.coverage import Cover, cover_in_words
from casedb.commands.items import add_element, set_values
from casedb.commands.removal import delete_elements, delete_items
from casedb.model.link_types import End
from casedb.model.records import Element, Item
from casedb.store.home import Home
from casedb.words import say
from grid_hand import GridHand

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@dataclass
class Desk:
    """A claim with an actor that is required and a place, and evidence."""

    hand: GridHand
    claim: Item
    actor: Element
    place: Element
    debris: Item
    denial: Item
    photo: Item

    @property
    def view(self) -> ElementsView:
        assert isinstance(self.hand.view, ElementsView)
        return self.hand.view

    @property
    def columns(self) -> list[str]:
        contents = self.hand.bridge.contents
        return [contents.items[each].title for each in self.view.grid.cells.columns]

    def covers(self) -> list[str]:
        """How far the claim and its parts are covered, in words."""
        return [self.view.sheet.row_face(each).figure for each in self.view.grid.cells.rows]


def element(bridge: CaseBridge, claim: Item, role: str, text: str, **values: bool) -> Element:
    told = {"role": role, "text": text, **values}
    change = add_element(bridge.contents, bridge.new_id, claim.id, told)
    bridge.run(change)
    made = change.edits[0].after
    assert isinstance(made, Element)
    return made


@pytest.fixture
def desk(qtbot: QtBot, bridge: CaseBridge, home: Home) -> Iterator[Desk]:
    case = bridge.case
    claim = case.add("claim", title="Rostok fired at the port")
    actor = element(bridge, claim, "actor", "Rostok", required=True)
    place = element(bridge, claim, "place", "The port")
    debris = case.add("debris_analysis", title="Fragments")
    denial = case.add("official_statement", title="Denial", interest="party")
    photo = case.add("media", title="Photograph")
    case.link(debris, "supports", claim)
    case.link(denial, "disputes", claim, rationale="It was elsewhere.")
    hand = GridHand(qtbot, bridge, home, ElementsView)
    yield Desk(hand, claim, actor, place, debris, denial, photo)
    hand.close()


def test_a_claim_is_shown_as_a_whole_and_by_its_parts(desk: Desk) -> None:
    assert desk.view.grid.cells.rows == (desk.claim.id, desk.actor.id, desk.place.id)
    assert desk.columns == ["Fragments", "Denial"]
    assert desk.hand.sign(desk.claim.id, desk.debris) == "+"
    assert desk.hand.sign(desk.claim.id, desk.denial) == "−"
    assert desk.covers() == ["covered", "nothing yet", "nothing yet"]
    faces = [desk.view.sheet.row_face(each) for each in desk.view.grid.cells.rows]
    assert [each.lead for each in faces] == ["The whole claim", "Actor · required", "Place"]
    assert [each.alarm for each in faces] == ["", "err", ""]
    assert faces[0].note == "1 for · 1 against"
    assert desk.view.sheet.column_face(desk.denial.id).note == "interested"
    assert desk.view.summary.text == (
        "Required and not covered: actor “Rostok”. Not covered: place “The port”."
    )


def test_an_entry_links_evidence_to_a_part(desk: Desk) -> None:
    bridge = desk.hand.bridge
    desk.hand.go_to(desk.actor.id, desk.denial)
    desk.hand.type("++")
    (link,) = desk.hand.selection.links
    linked = bridge.contents.links[link]
    assert (linked.type, linked.end.end, linked.end.id) == ("supports", End.ELEMENT, desk.actor.id)
    assert linked.values.text("strength") == "strong"
    assert desk.covers()[1] == "interested only"
    assert desk.view.sheet.row_face(desk.actor.id).alarm == ""
    desk.hand.type("-")
    assert desk.covers()[1] == "only against"
    desk.hand.type("n")
    assert desk.hand.sign(desk.actor.id, desk.denial) == "N"
    desk.hand.type("x")
    assert desk.hand.sign(desk.actor.id, desk.denial) == "N"
    desk.hand.press_key(Qt.Key.Key_Backspace)
    assert desk.hand.sign(desk.actor.id, desk.denial) == ""
    desk.hand.go_to(desk.claim.id, desk.denial)
    desk.hand.press_key(Qt.Key.Key_Delete)
    assert desk.columns == ["Fragments", "Denial"] and desk.covers()[0] == "covered"


def test_what_a_kind_cannot_show_is_hatched_and_told(desk: Desk) -> None:
    desk.hand.go_to(desk.actor.id, desk.debris)
    desk.hand.type("2")
    assert desk.view.sheet.cell_face(desk.actor.id, desk.debris.id).is_hatched
    assert "Debris shows what a thing is and who made it" in desk.view.words.text
    assert desk.covers()[1] == "beyond its kind"
    desk.hand.go_to(desk.place.id, desk.debris)
    desk.hand.type("2")
    assert not desk.view.sheet.cell_face(desk.place.id, desk.debris.id).is_hatched
    assert desk.covers()[2] == "covered"


def test_words_say_who_says_what_of_which_part(desk: Desk) -> None:
    sheet = desk.view.sheet
    assert sheet.cell_words(desk.claim.id, desk.denial.id) == (
        "“Denial” disputes “Rostok fired at the port”. Reason: It was elsewhere."
    )
    assert sheet.cell_words(desk.actor.id, desk.denial.id) == (
        "“Denial” says nothing of “Rostok” yet."
    )
    assert sheet.row_words(desk.actor.id) == (
        "Actor · required: Rostok. Nothing speaks for it or against it."
    )
    assert "has something at stake" in sheet.column_words(desk.denial.id)


def test_it_follows_the_claim_that_is_selected_elsewhere(desk: Desk) -> None:
    case = desk.hand.case
    other = case.add("claim", title="It sailed")
    part = element(desk.hand.bridge, other, "time", "At noon")
    link = case.link(desk.photo, "supports", part)
    desk.hand.in_view.finish()
    desk.hand.selection.set(items=[other.id])
    desk.view.finish()
    assert desk.view.claim == other.id and desk.columns == ["Photograph"]
    desk.hand.selection.set(items=[desk.photo.id])
    assert desk.view.claim == other.id
    desk.hand.selection.set(items=[desk.claim.id])
    desk.view.finish()
    desk.hand.selection.set(links=[link.id])
    desk.view.finish()
    assert desk.view.claim == other.id


def test_a_claim_among_the_evidence_is_selected_and_the_grid_stays(desk: Desk) -> None:
    other = desk.hand.case.add("claim", title="It sailed")
    desk.hand.case.link(other, "supports", desk.claim)
    desk.hand.show()
    desk.hand.press_column(other)
    assert desk.hand.selection.items == {other.id} and desk.view.claim == desk.claim.id


def test_a_claim_is_found_in_the_head(desk: Desk, qtbot: QtBot) -> None:
    other = desk.hand.case.add("claim", title="It sailed")
    desk.view.tools[0].click()
    (finder,) = desk.view.findChildren(Finder)
    qtbot.keyClicks(finder.field, "sailed")
    qtbot.keyClick(finder.field, Qt.Key.Key_Return)
    desk.view.finish()
    assert desk.view.claim == other.id
    assert desk.view.is_empty and "Nothing in view speaks to this claim" in desk.view.nothing.text()
    desk.view.columns.show_all(is_all=True)
    desk.view.finish()
    assert len(desk.columns) == 3
    assert desk.view.summary.text.startswith("The claim has no parts yet.")


def test_parts_that_come_and_go_are_followed(desk: Desk) -> None:
    bridge = desk.hand.bridge
    menu = desk.view.tools[2].menu()
    menu.aboutToShow.emit()
    {each.text(): each for each in menu.actions()}["Route"].trigger()
    desk.view.finish()
    assert len(desk.view.grid.cells.rows) == 4
    bridge.run(delete_elements(bridge.contents, [desk.actor.id]))
    desk.view.finish()
    assert desk.actor.id not in desk.view.grid.cells.rows
    bridge.undo()
    desk.view.finish()
    assert desk.actor.id in desk.view.grid.cells.rows
    denial = bridge.contents.items[desk.denial.id]
    bridge.run(set_values(denial, {"interest": "none"}, "Edit interest"))
    desk.view.finish()
    assert desk.view.sheet.column_face(desk.denial.id).note == ""
    bridge.run(delete_items(bridge.contents, [desk.denial.id]))
    desk.view.finish()
    desk.hand.in_view.finish()
    assert desk.columns == ["Fragments"]
    bridge.run(delete_items(bridge.contents, [desk.claim.id]))
    desk.view.finish()
    assert desk.view.is_empty and "no claim in the case" in desk.view.nothing.text()


def test_what_is_set_aside_covers_nothing(qtbot: QtBot, desk: Desk, home: Home) -> None:
    aside = SetAside()
    other = GridHand(qtbot, desk.hand.bridge, home, ElementsView, aside)
    other.go_to(desk.claim.id, desk.debris)
    other.type("0")
    other.view.finish()
    assert aside.now == {desk.debris.id}
    face = other.view.grid.cells.sheet.row_face(desk.claim.id)
    assert (face.figure, face.note) == ("only against", "0 for · 1 against")
    assert other.view.grid.cells.sheet.column_face(desk.debris.id).is_aside
    aside.clear()
    other.view.finish()
    assert other.view.grid.cells.sheet.row_face(desk.claim.id).figure == "covered"
    other.close()


def test_it_leaves_as_a_table_and_as_a_drawing(desk: Desk) -> None:
    desk.hand.case.link(desk.debris, "supports", desk.actor)
    desk.view.finish()
    table = desk.view.table()
    assert table is not None
    assert [len(row) for row in table] == [6] * 4
    assert [row[0] for row in table] == ["Part", "The claim as a whole", "Actor", "Place"]
    assert list(table[2])[2:] == ["yes", "+", "", "beyond its kind"]
    drawing = desk.view.drawing()
    assert drawing is not None and drawing.items == 2 and drawing.height > 122 + 3 * 60


@pytest.mark.parametrize("language_name", ["en", "uk"])
def test_heads_of_rows_say_whole_how_far_a_part_is_covered(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, language_name: str
) -> None:
    language.choose(language_name)
    cut: list[str] = []
    heights: list[float] = []
    set_in = painting.set_lines

    def noted(
        text: str, of: Fount, width: float, most: int = 1, *, keeps_words: bool = False
    ) -> Lettering:
        made = set_in(text, of, width, most, keeps_words=keeps_words)
        heights.append(made.height)
        if made.is_elided:
            cut.append(text)
        return made

    head = desk.view.grid.verticalHeader()
    desk.view.resize(658, 500)
    box = QRectF(0, 0, head.sizeHint().width(), painting.ROW)
    picture = QPixmap(400, 60)
    for cover in Cover:
        heights.clear()
        face = RowFace(
            "Russia",
            lead=say("{role} · required", role=say("Action")),
            figure=cover_in_words(cover),
            note=say("{pro} for · {con} against", pro=12, con=3),
            icon="check",
        )
        brush = QPainter(picture)
        with monkeypatch.context() as patched:
            patched.setattr(painting, "set_lines", noted)
            painting.paint_row(brush, box, face, theme("light"), Qt.LayoutDirection.LeftToRight)
        brush.end()
        assert heights[-1] + heights[-2] <= painting.ROW
    assert not cut
