"""The independent lines to a claim in the inspector: told in words, walked by keys, grouped by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu

from caseboard.bridge import CaseBridge
from caseboard.inspector.controls.rows import RowButton, RowFace, TickRow
from caseboard.inspector.sections import independence
from caseboard.inspector.sections.independence import IndependenceSection
from caseboard.inspector.sections.independence_rows import Side, Sort, side_of
from caseboard.inspector.sections.items_line import FIRST, ItemsLine
from caseboard.inspector.sections.origin_form import OriginForm
from casedb.analysis.independence import lines_to
from casedb.commands import removal
from casedb.model.contents import Contents
from casedb.model.records import Item, Link, Ref, Source
from casedb.model.standing import Lines
from casedb.model.values import Values
from flow_cases import case_of, flow, item, supports

if TYPE_CHECKING:
    from conftest import Hand

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


# -- what is told ------------------------------------------------------------------------------


def told(contents: Contents, polarity: int = 1) -> Side:
    """What is told of the lines to claim C."""
    return side_of(contents, lines_to(contents, "C", polarity), polarity)


def rows(side: Side, sort: Sort) -> list[tuple[str, str, str]]:
    """The rows of one sort, as title, detail and what stands at the end."""
    blocks = [each for each in side.blocks if each.sort is sort]
    faces = [row.face for block in blocks for row in block.rows]
    return [(face.title, face.detail, face.aside) for face in faces]


def test_the_number_is_told_in_a_sentence_and_never_as_truth() -> None:
    one = case_of(supports("a"), supports("b", "c", sort="disputes"), names="a b c")
    assert told(one).sentence == "1 independent line speaks for it: 1 mention of 1 origin."
    against = told(one, -1)
    assert against.sentence == ("2 independent lines speak against it: 2 mentions of 2 origins.")
    assert against.reasons == ()


@pytest.mark.parametrize(
    ("polarity", "sort", "way"), [(1, "supports", "for"), (-1, "disputes", "against")]
)
def test_a_range_says_why_it_is_one(polarity: int, sort: str, way: str) -> None:
    thing = Link("d e", "same_as", Ref.item("d"), Ref.item("e"), Values({"certainty": "tentative"}))
    contents = case_of(
        item("a", origin_known="unknown", exhibit="CB-007"),
        item("b", origin_known="contested"),
        supports(*"abcde", sort=sort),
        flow("c~d"),
        [thing],
        names="c d e",
    )
    side = told(contents, polarity)
    assert side.sentence == f"1–5 independent lines speak {way} it: 5 mentions of 5 origins."
    assert side.reasons == (
        "Of unknown origin: CB-007",
        "Of contested origin: b",
        "Perhaps the same object: c and d",
        "Perhaps one and the same: d and e",
    )


def test_a_line_is_told_from_its_origin_to_its_mention_and_unknown_origins_come_last() -> None:
    contents = case_of(
        item("a", origin_known="unknown"),
        item("b", origin_known="contested"),
        supports("a", "end", "z", "b2"),
        flow("end<m4", "m4<m3", "m3<m2", "m2<y", "z<m1", "m1<x", "b2<b"),
        names="end m4 m3 m2 m1 x y z b2",
    )
    side = told(contents)
    assert rows(side, Sort.LINES) == [
        ("y", "→ m2 → m3 → … → end", ""),
        ("x", "→ m1 → z", ""),
        ("a", "origin unknown", ""),
        ("b", "origin contested → b2", ""),
    ]
    lines = side.blocks[0].rows
    assert [each.face.number for each in lines] == ["1", "2", "3", "4"]
    assert lines[0].items == ("y", "m2", "m3", "m4", "end")
    assert lines[3].said == "Line 4: b, origin contested, then b2"


def test_a_line_has_the_kinds_of_its_ends_and_runs_as_its_titles_do() -> None:
    wire = Item("wire", "official_statement", Values({"title": "وكالة", "exhibit": "CB-002"}))
    contents = case_of(wire, supports("paper"), flow("paper<wire"), names="paper")
    (row,) = told(contents).blocks[0].rows
    assert [each.icon for each in row.face.marks] == ["official_statement", "document"]
    assert row.face.title == "\u200fCB-002 وكالة" and row.face.detail == "→ paper"
    back = case_of(wire, supports("wire"), flow("wire<paper"), names="paper")
    (row,) = told(back).blocks[0].rows
    assert row.face.detail == "\u200f← \u200fCB-002 وكالة"


def test_an_origin_of_several_items_says_why_it_is_one_and_does_not_name_the_protected() -> None:
    def owned(**values: bool) -> Contents:
        return case_of(
            Source("state", Values({"name": "The state", **values})),
            item("a", source="state"),
            item("b", source="state"),
            item("c", origin_group="Field team"),
            item("d", origin_group="field team"),
            supports(*"abcd"),
        )

    assert sorted(rows(told(owned()), Sort.ORIGINS)) == [
        ("One origin: a and b", "one source: The state", ""),
        ("One origin: c and d", "origin group “Field team”", ""),
    ]
    assert rows(told(owned(protected=True)), Sort.ORIGINS)[0][1] in (
        *("one source", "origin group “Field team”"),
    )
    assert "The state" not in str(told(owned(protected=True)))


def test_reasons_that_hold_for_some_items_name_them() -> None:
    contents = case_of(
        [item(each, scene_id="S2A_1") for each in "ab"],
        flow("b=c"),
        supports(*"abc"),
        names="c",
    )
    assert rows(told(contents), Sort.ORIGINS) == [
        ("One origin: a, b and c", "a and b: one scene: S2A_1 · b and c: the same object", ""),
    ]


def test_what_rests_on_itself_is_told_once_as_that() -> None:
    side = told(case_of(supports("a", "b"), flow("a<b", "b<a"), names="a b"))
    assert rows(side, Sort.RINGS) == [("a and b rest on one another.", "circular reporting", "")]
    assert rows(side, Sort.ORIGINS) == []


def test_choke_points_are_told_where_several_mentions_pass_through_them() -> None:
    papers = flow("paper1<wire", "paper2<wire", "wire<ministry")
    names = "paper1 paper2 wire ministry"
    alone = told(case_of(supports("paper1", "paper2"), papers, names=names))
    assert rows(alone, Sort.CHOKES) == [("wire", "", "2 mentions")]
    assert [each.heading for each in alone.blocks] == ["", "All lines pass through:"]
    both = told(case_of(supports("paper1", "paper2", "other"), papers, names=f"{names} other"))
    assert both.blocks[-1].heading == "More than one mention rests on:"
    assert rows(both, Sort.CHOKES) == [("wire", "", "2 mentions")]
    wires = [*papers, *flow("paper3<post", "paper4<post")]
    names = f"{names} paper3 paper4 post"
    four = supports("paper1", "paper2", "paper3", "paper4")
    assert heading_of(told(case_of(four, wires, names=names))) == (
        "Each line passes through one of these:"
    )
    five = told(case_of(four, supports("other"), wires, names=f"{names} other"))
    assert heading_of(five) == "More than one mention rests on each:"
    # That an owner stands behind both is told as their origin.
    owned = case_of(Source("s"), item("a", source="s"), item("b", source="s"), supports("a", "b"))
    assert rows(told(owned), Sort.CHOKES) == []
    objects = case_of(supports("a", "b"), flow("a<x", "b<y", "a=b"), names="a b x y")
    assert rows(told(objects), Sort.CHOKES) == [
        ("a and b", "let one line through together", "2 mentions")
    ]


def heading_of(side: Side) -> str:
    """What stands over the choke points."""
    return next(each.heading for each in side.blocks if each.sort is Sort.CHOKES)


def test_many_items_are_counted_in_a_sentence() -> None:
    items = [item(f"n{n:02}", origin_group="x") for n in range(20)]
    side = told(case_of(items, supports(*(each.id for each in items))))
    ((title, _, _),) = rows(side, Sort.ORIGINS)
    assert title.endswith("n10, n11 and 8 more")


# -- the section -------------------------------------------------------------------------------


@pytest.fixture
def claim(hand: Hand) -> Item:
    """A claim, selected: two papers of one wire, a witness, and a denial."""
    case = hand.case
    made = case.add("claim", title="The ship left")
    wire, one, other, witness, denial = (
        case.add("document", title=each) for each in ("Wire", "Paper", "Echo", "Witness", "Denial")
    )
    for each in (one, other):
        case.link(each, "derived_from", wire)
    for each in (one, other, witness):
        case.link(each, "supports", made)
    case.link(denial, "disputes", made)
    hand.select(made)
    return made


def section(hand: Hand) -> IndependenceSection:
    """The section of the claim that is shown."""
    found = hand.page().independence
    assert found is not None
    return found


def sentences(hand: Hand) -> list[str]:
    """The sentences of both sides."""
    return [each.side.sentence for each in section(hand).sides]


def line(hand: Hand, title: str) -> ItemsLine:
    """The line with a title that ends so, also one that another has unfolded into."""
    found = [each for side in section(hand).sides for each in side.lines]
    every = [each for top in found for each in (top, *top.lines)]
    return next(each for each in every if each.row.face.title.endswith(title))


def choose(of: ItemsLine | IndependenceSection, text: str) -> None:
    """Choose from a menu."""
    menu = QMenu()
    of.fill_menu(menu)
    action(menu, text).trigger()


def action(menu: QMenu, text: str) -> QAction:
    return next(each for each in menu.actions() if each.text() == text)


def titles(hand: Hand, ids: tuple[str, ...]) -> list[str]:
    return [hand.case.contents.items[each].title for each in ids]


def groups(hand: Hand) -> dict[str, str]:
    """The origin groups of the case, by title."""
    held = (
        (each.title, each.values.text("origin_group")) for each in hand.case.contents.items.values()
    )
    return {title: group for title, group in held if group}


def test_the_section_tells_both_sides_and_a_row_goes_to_its_item(hand: Hand, claim: Item):
    assert section(hand).isVisible()
    assert sentences(hand) == [
        "2 independent lines speak for it: 3 mentions of 2 origins.",
        "1 independent line speaks against it: 1 mention of 1 origin.",
    ]
    gone: list[str] = []
    hand.panel.go_to.connect(gone.append)
    witness = line(hand, "Witness")
    assert witness.row.face.title == "CB-005 Witness" and not witness.button.isCheckable()
    hand.press(witness.button, Qt.Key.Key_Return)
    assert [hand.case.contents.items[each].title for each in gone] == ["Witness"]


def test_a_line_unfolds_by_key_into_all_its_items_and_tab_goes_into_them(hand: Hand, claim: Item):
    wire = line(hand, "CB-002 Wire")
    assert wire.row.face.detail.startswith("→ CB-00")
    hand.enter(wire.button)
    hand.press(wire.button, Qt.Key.Key_Space)
    assert wire.lines[0].row.face.title == "CB-002 Wire"
    assert len(wire.lines) == 2 and all(each.isVisible() for each in wire.lines)
    inner = wire.lines[0].button
    assert wire.button.nextInFocusChain() is wire.more_button
    assert wire.more_button.nextInFocusChain() is inner
    hand.press(wire.button, Qt.Key.Key_Down)
    assert inner.hasFocus()
    gone: list[str] = []
    hand.panel.go_to.connect(gone.append)
    hand.press(inner, Qt.Key.Key_Return)
    assert titles(hand, tuple(gone)) == ["Wire"]


def test_the_section_follows_what_its_lines_follow_from(hand: Hand, claim: Item):
    case = hand.case
    hand.click(line(hand, "CB-002 Wire").button)
    wire, one, other = (
        next(each for each in case.contents.items.values() if each.title == title)
        for title in ("Wire", "Paper", "Echo")
    )
    case.set(wire, title="Agency")
    assert line(hand, "CB-002 Agency").button.isChecked()
    assert line(hand, "CB-002 Agency").lines[0].row.face.title == "CB-002 Agency"
    source = case.add_source("A house")
    case.set(wire, source=source)
    case.set(
        next(each for each in case.contents.items.values() if each.title == "Witness"),
        source=source,
    )
    assert sentences(hand)[0] == "1 independent line speaks for it: 3 mentions of 1 origin."
    assert line(hand, "CB-002 and CB-005").row.face.detail == "one source: A house"
    case.set(source, protected=True)
    assert line(hand, "CB-002 and CB-005").row.face.detail == "one source"
    assert {one.title, other.title} == {"Paper", "Echo"}


def test_a_claim_without_mentions_has_no_such_section_until_it_has_one(hand: Hand):
    case = hand.case
    made = case.add("claim", title="The ship left")
    paper = case.add("document", title="Paper")
    hand.select(made)
    assert not section(hand).isVisible()
    case.link(paper, "supports", made)
    assert section(hand).isVisible()
    assert sentences(hand) == ["1 independent line speaks for it: 1 mention of 1 origin."]
    hand.bridge.undo()
    assert not section(hand).isVisible()
    hand.select(paper)
    assert hand.page().independence is None


def test_nothing_is_reckoned_for_what_is_not_shown(
    hand: Hand, claim: Item, monkeypatch: pytest.MonkeyPatch
):
    case = hand.case
    told_of: list[int] = []

    def tell(contents: Contents, lines: Lines, polarity: int) -> Side:
        told_of.append(polarity)
        return side_of(contents, lines, polarity)

    monkeypatch.setattr(independence, "side_of", tell)
    hand.panel.hide()
    case.link(case.add("document", title="Late"), "supports", claim)
    hand.select(case.add("claim", title="Other"))
    hand.select(claim)
    assert told_of == []
    hand.panel.show()
    assert told_of == [1, -1]
    assert sentences(hand)[0] == "3 independent lines speak for it: 4 mentions of 3 origins."
    case.set(case.add("document", title="Far"), title="Farther")
    assert told_of == [1, -1]


def test_the_lines_of_either_side_are_wanted_on_the_board(hand: Hand, claim: Item):
    wanted: list[tuple[str, int]] = []

    def want(claim_id: str, polarity: int) -> None:
        wanted.append((claim_id, polarity))

    hand.panel.desk.lines_wanted.connect(want)
    choose(section(hand), "What speaks against it")
    choose(section(hand), "What speaks for it")
    assert wanted == [(claim.id, -1), (claim.id, 1)]
    wanted.clear()
    hand.bridge.undo()
    hand.click(section(hand).board_button)
    assert wanted == [(claim.id, 1)]


def test_a_number_stands_before_a_row_and_a_tick_is_seen(hand: Hand):
    look = hand.panel.desk.look
    plain, first, last = (
        RowButton(look, RowFace("Paper", number=number), "Paper") for number in ("", "1", "12")
    )
    tick = TickRow(look, RowFace("Paper"), "Paper")
    for each in (plain, first, last, tick):
        hand.qtbot.addWidget(each)
        each.resize(200, 30)
    pictures = [each.grab().toImage() for each in (plain, first, last)]
    assert pictures[0] != pictures[1] != pictures[2] != pictures[0]
    unticked = tick.grab().toImage()
    tick.setChecked(True)
    assert tick.grab().toImage() != unticked


def test_many_lines_are_shown_when_one_asks_for_them(hand: Hand):
    case = hand.case
    made = case.add("claim", title="Much told")
    for n in range(FIRST + 5):
        case.link(case.add("document", title=f"Paper {n}"), "supports", made)
    hand.select(made)
    (shown,) = section(hand).sides[0].lists
    assert len(shown.lines) == FIRST and shown.all_button is not None
    assert shown.all_button.text() == "Show all 35"
    hand.press(shown.all_button, Qt.Key.Key_Return)
    assert len(shown.lines) == FIRST + 5 and shown.all_button is None
    assert shown.lines[FIRST].button.hasFocus()


def test_the_button_stands_below_a_title_that_it_would_cut(hand: Hand, claim: Item):
    head = section(hand)
    assert head.board_button.y() < head.title.geometry().bottom()
    whole = head.title.sizeHint().width()
    hand.panel.resize(whole + head.board_button.sizeHint().width() - 10, 900)
    hand.qtbot.waitUntil(lambda: head.board_button.y() >= head.title.geometry().bottom())
    assert head.title.width() >= whole
    hand.panel.resize(340, 900)
    hand.qtbot.waitUntil(lambda: head.board_button.y() < head.title.geometry().bottom())


# -- one origin --------------------------------------------------------------------------------


def open_form(hand: Hand, title: str, text: str = "Origin group…") -> OriginForm:
    """Ask for the form from the menu of a line."""
    choose(line(hand, title), text)
    form = section(hand).form
    assert form is not None and form.isVisible()
    hand.qtbot.waitUntil(form.name.hasFocus)
    return form


def test_origins_are_made_one_in_one_step(hand: Hand, claim: Item):
    form = open_form(hand, "Witness")
    assert titles(hand, tuple(form.rows)) == ["Witness", "Wire"]
    assert titles(hand, form.ticked) == ["Witness"]
    wire = next(row for each, row in form.rows.items() if titles(hand, (each,)) == ["Wire"])
    hand.press(wire, Qt.Key.Key_Space)
    before = hand.entries()
    hand.qtbot.keyClicks(form.name, "Field team")
    hand.press(form.name, Qt.Key.Key_Return)
    assert groups(hand) == {"Wire": "Field team", "Witness": "Field team"}
    assert hand.entries() == before + 1 and section(hand).form is None
    assert sentences(hand)[0] == "1 independent line speaks for it: 3 mentions of 1 origin."
    assert line(hand, "CB-002 and CB-005").row.face.detail == "origin group “Field team”"
    hand.bridge.undo()
    assert groups(hand) == {}


def test_a_group_is_taken_back_in_one_step(hand: Hand, claim: Item):
    case = hand.case
    for each in ("Wire", "Witness"):
        found = next(held for held in case.contents.items.values() if held.title == each)
        case.set(found, origin_group="Field team")
    before = hand.entries()
    choose(line(hand, "CB-002 and CB-005"), "Not one origin")
    assert groups(hand) == {} and hand.entries() == before + 1
    hand.bridge.undo()
    hand.click(line(hand, "CB-002 and CB-005").button)
    inner = line(hand, "CB-002 and CB-005").lines[0]
    assert inner.row.face.detail == "origin group “Field team”"
    choose(inner, "Take out of its origin group")
    assert groups(hand) == {"Witness": "Field team"}


def test_who_is_no_longer_ticked_leaves_the_group(hand: Hand, claim: Item):
    case = hand.case
    for each in ("Wire", "Witness"):
        found = next(held for held in case.contents.items.values() if held.title == each)
        case.set(found, origin_group="Field team")
    case.add("document", title="Elsewhere", origin_group="field team")
    form = open_form(hand, "CB-002 and CB-005", "These are one origin…")
    assert form.name.value() == "Field team" and len(form.ticked) == 2
    assert form.hint.text() == "1 other item of the case is in this group."
    witness = next(row for each, row in form.rows.items() if titles(hand, (each,)) == ["Witness"])
    hand.press(witness, Qt.Key.Key_Space)
    hand.press(form.store_button, Qt.Key.Key_Return)
    assert groups(hand) == {"Wire": "Field team", "Elsewhere": "field team"}


def test_nothing_is_stored_without_a_name_or_a_tick_and_escape_leaves(hand: Hand, claim: Item):
    form = open_form(hand, "Witness")
    before = hand.entries()
    hand.press(form.name, Qt.Key.Key_Return)
    assert form.hint.text() == "Give the group a name." and form.name.hasFocus()
    hand.qtbot.keyClicks(form.name, "Team")
    (witness, *_) = form.rows.values()
    hand.press(witness, Qt.Key.Key_Space)
    hand.press(form.store_button, Qt.Key.Key_Return)
    assert form.hint.text() == "Tick at least one item."
    hand.enter(form.name)
    hand.press(form.name, Qt.Key.Key_Escape)
    assert section(hand).form is None and hand.entries() == before
    assert line(hand, "Witness").more_button.hasFocus()


def test_what_is_typed_outlives_a_change_and_an_item_that_goes(hand: Hand, claim: Item):
    case = hand.case
    form = open_form(hand, "Witness")
    hand.qtbot.keyClicks(form.name, "Field")
    case.link(case.add("document", title="Late"), "supports", claim)
    assert sentences(hand)[0].startswith("3 independent lines")
    assert form.isVisible() and line(hand, "Witness").isAncestorOf(form)
    hand.qtbot.waitUntil(form.name.hasFocus)
    hand.qtbot.keyClicks(form.name, " team")
    assert form.name.value() == "Field team"
    for row in form.rows.values():
        row.setChecked(True)
    witness = next(each for each in case.contents.items.values() if each.title == "Witness")
    case.run(removal.delete_items(case.contents, [witness.id]))
    assert form.isVisible()
    form.store()
    assert groups(hand) == {"Wire": "Field team"}


def test_many_origins_are_offered_when_one_asks_for_them(hand: Hand):
    case = hand.case
    made = case.add("claim", title="Much told")
    for n in range(FIRST + 5):
        case.link(case.add("document", title=f"Paper {n}"), "supports", made)
    hand.select(made)
    form = open_form(hand, f"Paper {FIRST - 1}")
    assert len(form.rows) == FIRST and titles(hand, form.ticked) == [f"Paper {FIRST - 1}"]
    hand.press(form.all_button, Qt.Key.Key_Return)
    assert len(form.rows) == FIRST + 5 and not form.all_button.isVisible()
    late = form.rows[list(form.rows)[FIRST]]
    assert late.hasFocus() and late.nextInFocusChain() is form.rows[list(form.rows)[FIRST + 1]]


def test_another_claim_is_not_asked_for_the_origins_of_this_one(hand: Hand, claim: Item):
    open_form(hand, "Witness")
    other = hand.case.add("claim", title="Other")
    hand.case.link(hand.case.add("document", title="Paper"), "supports", other)
    hand.select(other)
    assert section(hand).form is None
    hand.select(claim)
    assert section(hand).form is None and QApplication.focusWidget() is not None


def test_lines_of_a_case_that_is_only_read_are_told_and_not_changed(
    hand: Hand, claim: Item, monkeypatch: pytest.MonkeyPatch
):
    assert line(hand, "Witness").more_button.isVisible()
    monkeypatch.setattr(CaseBridge, "read_only", property(lambda _: True))
    hand.case.link(hand.case.add("document", title="Late"), "supports", claim)
    wire = line(hand, "CB-002 Wire")
    wire.button.setChecked(True)
    assert wire.lines[0].isVisible()
    shown = [each for side in section(hand).sides for each in side.lines]
    assert len(shown) == 5
    assert not any(each.more_button.isVisible() for each in (*shown, *wire.lines))
