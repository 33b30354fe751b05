"""Commands: what each changes, what it refuses, and that all of it can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations, count, groupby

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from casedb.commands import cards, items, links, removal
from casedb.errors import InvalidChange
from casedb.model.changes import ChangeSet, Edit
from casedb.model.contents import Contents
from casedb.model.geometry import Point, Rect
from casedb.model.records import (
    Artifact,
    Assessment,
    Board,
    Card,
    CaseInfo,
    Element,
    Frame,
    Item,
    Link,
    Ref,
    Source,
)
from casedb.model.schemes import SCHEMES
from casedb.model.values import Values


class Desk:
    """A case in memory that is changed by commands only."""

    def __init__(self) -> None:
        numbers = count(1)
        self.new_id: Callable[[], str] = lambda: f"{next(numbers):08d}"
        self.contents = Contents([CaseInfo("case"), Board("board", "Main board"), *SCHEMES])

    def run(self, change: ChangeSet) -> ChangeSet:
        """Carry out a change, and see that it can be taken back and brought again."""
        before = Contents(self.contents.records())
        self.contents.apply(change)
        after = Contents(self.contents.records())
        self.contents.apply(change.reversed())
        assert self.contents == before
        self.contents.apply(change)
        assert self.contents == after
        return change

    def item(self, kind: str, **values: str) -> Item:
        change = self.run(items.add_item(self.contents, self.new_id, kind, dict(values)))
        return next(edit.after for edit in change.edits if isinstance(edit.after, Item))

    def card(self, item: Item, x: float = 0, y: float = 0, w: float = 100, h: float = 100) -> Card:
        rect = Rect(x, y, w, h)
        change = self.run(cards.place(self.contents, self.new_id, "board", item.id, rect))
        return next(edit.after for edit in change.edits if isinstance(edit.after, Card))

    def link(self, start: Ref, type_name: str, end: Ref) -> Link:
        change = self.run(links.connect(self.contents, self.new_id, start, type_name, end))
        return next(edit.after for edit in change.edits if isinstance(edit.after, Link))


@pytest.fixture
def desk() -> Desk:
    return Desk()


# -- items -----------------------------------------------------------------------------------


def test_items_are_given_exhibit_numbers_that_are_never_reused(desk: Desk) -> None:
    first, second = desk.item("claim", title="A"), desk.item("note", title="B")
    assert first.values["exhibit"] == "CB-001"
    assert second.values["exhibit"] == "CB-002"
    desk.run(removal.delete_items(desk.contents, [second.id]))
    assert desk.item("note").values["exhibit"] == "CB-003"


def test_an_exhibit_number_that_is_brought_along_is_kept(desk: Desk) -> None:
    assert desk.item("note", exhibit="KH-7").values["exhibit"] == "KH-7"


def test_a_new_claim_is_a_draft(desk: Desk) -> None:
    assert desk.item("claim").values["status"] == "draft"


def test_an_unknown_kind_is_refused_with_the_kinds_there_are(desk: Desk) -> None:
    with pytest.raises(InvalidChange, match=r"no kind “rumour”.*satellite_image"):
        items.add_item(desk.contents, desk.new_id, "rumour", {})


def test_setting_a_value_to_what_it_is_changes_nothing(desk: Desk) -> None:
    item = desk.item("note", title="A")
    assert not items.set_values(item, {"title": "A"}, "Edit title")
    assert items.set_values(item, {"title": None}, "Edit title")


def test_elements_are_for_claims_and_keep_their_order(desk: Desk) -> None:
    claim, note = desk.item("claim"), desk.item("note")
    for role in ("actor", "place"):
        desk.run(items.add_element(desk.contents, desk.new_id, claim.id, {"role": role}))
    assert [each.role for each in desk.contents.elements_of(claim.id)] == ["actor", "place"]
    with pytest.raises(InvalidChange, match="Only a claim"):
        items.add_element(desk.contents, desk.new_id, note.id, {})


def test_the_same_bytes_are_one_artifact_and_attached_once(desk: Desk) -> None:
    item = desk.item("media")
    artifact = Artifact("a" * 64, 3, "image/png", "a.png")
    desk.run(items.add_artifact(desk.contents, artifact))
    assert not items.add_artifact(desk.contents, artifact)
    desk.run(items.attach(desk.contents, desk.new_id, item.id, [artifact.id, artifact.id]))
    assert not items.attach(desk.contents, desk.new_id, item.id, [artifact.id])
    (attachment,) = desk.contents.attachments_of(item.id)
    desk.run(items.detach(desk.contents, [attachment.id]))
    assert artifact.id in desk.contents.artifacts


def test_elements_can_be_reordered(desk: Desk) -> None:
    claim, other = desk.item("claim"), desk.item("claim")
    for each in (claim, claim, other):
        desk.run(items.add_element(desk.contents, desk.new_id, each.id, {"role": "place"}))
    first, second = (each.id for each in desk.contents.elements_of(claim.id))
    (foreign,) = desk.contents.elements_of(other.id)
    change = desk.run(items.order_elements(desk.contents, claim.id, [second, first, foreign.id]))
    assert change.label == "Reorder elements"
    assert [each.id for each in desk.contents.elements_of(claim.id)] == [second, first]
    assert desk.contents.elements[foreign.id] == foreign
    assert not items.order_elements(desk.contents, claim.id, [second, first])


def test_a_file_can_be_given_a_caption(desk: Desk) -> None:
    item = desk.item("media")
    desk.run(items.add_artifact(desk.contents, Artifact("a" * 64, 1, "image/png", "a")))
    desk.run(items.attach(desk.contents, desk.new_id, item.id, ["a" * 64]))
    (held,) = desk.contents.attachments_of(item.id)
    change = desk.run(items.set_caption(desk.contents, held.id, "The pier", "typing"))
    assert (change.label, change.gesture) == ("Edit caption", "typing")
    assert desk.contents.attachments[held.id].caption == "The pier"
    assert not items.set_caption(desk.contents, held.id, "The pier")


def test_files_can_be_reordered(desk: Desk) -> None:
    item = desk.item("media")
    for letter in "abc":
        artifact = Artifact(letter * 64, 1, "image/png", letter)
        desk.run(items.add_artifact(desk.contents, artifact))
        desk.run(items.attach(desk.contents, desk.new_id, item.id, [artifact.id]))
    order = [each.id for each in desk.contents.attachments_of(item.id)][::-1]
    desk.run(items.order_attachments(desk.contents, item.id, order))
    assert [each.id for each in desk.contents.attachments_of(item.id)] == order


# -- cards -----------------------------------------------------------------------------------


def test_a_card_lies_on_top_of_those_before_it(desk: Desk) -> None:
    a, b = desk.card(desk.item("note")), desk.card(desk.item("note"))
    assert a.z < b.z


def test_moving_leaves_locked_cards_where_they_are(desk: Desk) -> None:
    a, b = desk.card(desk.item("note")), desk.card(desk.item("note"), 200)
    desk.run(cards.set_flags(desk.contents, [b.id], "Lock", locked=True))
    change = desk.run(cards.move(desk.contents, [a.id, b.id], 10, 5))
    assert change.label == "Move card"
    assert desk.contents.cards[a.id].rect == Rect(10, 5, 100, 100)
    assert desk.contents.cards[b.id].x == 200


def test_a_place_that_is_no_number_is_refused(desk: Desk) -> None:
    card = desk.card(desk.item("note"))
    with pytest.raises(InvalidChange, match="finite"):
        cards.set_rects(desk.contents, {card.id: Rect(float("nan"), 0, 1, 1)})


def test_no_card_is_smaller_than_a_finger(desk: Desk) -> None:
    card = desk.card(desk.item("note"))
    desk.run(cards.set_rects(desk.contents, {card.id: Rect(0, 0, 1, -5)}))
    assert desk.contents.cards[card.id].rect == Rect(0, 0, cards.SMALLEST, cards.SMALLEST)


def stack(desk: Desk) -> str:
    """The titles of the cards from below."""
    return "".join(desk.contents.items[card.item].title for card in desk.contents.cards_on("board"))


@pytest.mark.parametrize(
    ("command", "chosen", "expected"),
    [
        (cards.bring_to_front, "A", "BCDA"),
        (cards.bring_to_front, "AC", "BDAC"),
        (cards.send_to_back, "D", "DABC"),
        (cards.send_to_back, "BD", "BDAC"),
        (cards.bring_forward, "A", "BACD"),
        (cards.bring_forward, "D", "ABCD"),
        (cards.bring_forward, "AB", "CABD"),
        (cards.send_backward, "D", "ABDC"),
        (cards.send_backward, "A", "ABCD"),
        (cards.send_backward, "CD", "ACDB"),
    ],
)
def test_stacking(
    desk: Desk, command: Callable[[Contents, list[str]], ChangeSet], chosen: str, expected: str
) -> None:
    placed = {title: desk.card(desk.item("note", title=title)) for title in "ABCD"}
    desk.run(command(desk.contents, [placed[title].id for title in chosen]))
    assert stack(desk) == expected


def test_bringing_forward_passes_over_cards_that_do_not_touch(desk: Desk) -> None:
    a = desk.card(desk.item("note", title="A"), 0)
    desk.card(desk.item("note", title="B"), 500)
    desk.card(desk.item("note", title="C"), 50)
    desk.run(cards.bring_forward(desk.contents, [a.id]))
    assert stack(desk) == "BCA"


stacks = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(-2, 8), st.booleans()), max_size=8
)


@given(wanted=stacks, is_forward=st.booleans())
# In a row, the first on top: what the third passes is in the way of the second.
@example([(0, 0, 3, False), (1, 0, 0, True), (2, 0, 1, True), (3, 0, 2, False)], True)
@example([(3, 0, -3, False), (2, 0, 0, True), (1, 0, -1, True), (0, 0, -2, False)], False)
def test_a_step_in_the_stack_is_that_of_a_stack_of_paper(
    wanted: list[tuple[int, int, int, bool]], is_forward: bool
) -> None:
    """Whatever heights there are: cards that touch lie as if each was drawn out and put back past
    the next one that it touches."""
    desk = Desk()
    placed = [desk.card(desk.item("note"), x * 60, y * 60) for x, y, _, _ in wanted]
    heights = [
        Edit(card, replace(card, z=z)) for card, (_, _, z, _) in zip(placed, wanted, strict=True)
    ]
    desk.contents.apply(
        ChangeSet("Stack", tuple(each for each in heights if each.before != each.after))
    )
    chosen = [
        card.id for card, (_, _, _, is_chosen) in zip(placed, wanted, strict=True) if is_chosen
    ]
    paper = desk.contents.cards_on("board")
    paper = paper if is_forward else paper[::-1]
    for at in range(len(paper) - 1, -1, -1):
        touched = [n for n in range(at + 1, len(paper)) if paper[n].rect.overlaps(paper[at].rect)]
        if paper[at].id in chosen and touched and paper[touched[0]].id not in chosen:
            paper.insert(touched[0], paper.pop(at))
    change = (cards.bring_forward if is_forward else cards.send_backward)(desk.contents, chosen)
    desk.run(change)
    stacked = [card.id for card in desk.contents.cards_on("board")]
    ordered = [card.id for card in (paper if is_forward else paper[::-1])]
    for one, other in combinations(placed, 2):
        if one.rect.overlaps(other.rect):
            lies_below = stacked.index(one.id) < stacked.index(other.id)
            assert lies_below == (ordered.index(one.id) < ordered.index(other.id))


def test_a_step_in_the_stack_of_many_changes_few(desk: Desk) -> None:
    placed = [desk.card(desk.item("note"), n * 60) for n in range(40)]
    chosen = [placed[n].id for n in (3, 17, 18, 30)]
    for command in (cards.bring_forward, cards.send_backward):
        change = command(desk.contents, chosen)
        desk.run(change)
        assert 3 <= len(change.edits) <= 8
    assert not cards.bring_forward(desk.contents, [card.id for card in placed]).edits


def test_cards_of_several_boards_are_stacked_each_on_its_own(desk: Desk) -> None:
    desk.run(cards.add_board(desk.contents, desk.new_id, "Other"))
    other = desk.contents.boards[1].id
    here = [desk.card(desk.item("note")) for _ in range(3)]
    beside = list[Card]()
    for n in range(3):
        rect = Rect(n, 0, 100, 100)
        change = cards.place(desk.contents, desk.new_id, other, desk.item("note").id, rect)
        desk.run(change)
        beside += [each.after for each in change.edits if isinstance(each.after, Card)]
    chosen = [here[0].id, beside[0].id]
    for command, at in ((cards.bring_forward, 1), (cards.bring_to_front, 2)):
        change = desk.run(command(desk.contents, chosen))
        assert "2 cards" in change.label
        for board, card in (("board", here[0]), (other, beside[0])):
            ordered = [each.id for each in desk.contents.cards_on(board)]
            assert ordered.index(card.id) == at


def test_a_card_that_comes_forward_past_many_it_does_not_touch_changes_alone(desk: Desk) -> None:
    bottom = desk.card(desk.item("note"))
    for n in range(30):
        desk.card(desk.item("note"), 500 + n)
    top = desk.card(desk.item("note"), 50)
    change = cards.bring_forward(desk.contents, [bottom.id])
    assert [edit.record.id for edit in change.edits] == [bottom.id]
    desk.run(change)
    change = cards.send_backward(desk.contents, [bottom.id])
    assert [edit.record.id for edit in change.edits] == [bottom.id]
    desk.run(change)
    ordered = [card.id for card in desk.contents.cards_on("board")]
    assert ordered.index(bottom.id) < ordered.index(top.id)


def test_a_duplicate_is_an_item_of_its_own_that_shares_files(desk: Desk) -> None:
    item = desk.item("media", title="A")
    desk.run(items.add_artifact(desk.contents, Artifact("a" * 64, 1, "image/png", "a")))
    desk.run(items.attach(desk.contents, desk.new_id, item.id, ["a" * 64]))
    card = desk.card(item)
    change = desk.run(cards.duplicate(desk.contents, desk.new_id, [card.id], 20, 20))
    copy = next(edit.after for edit in change.edits if isinstance(edit.after, Item))
    assert copy.title == "A"
    assert copy.values["exhibit"] == "CB-002"
    assert [each.artifact for each in desk.contents.attachments_of(copy.id)] == ["a" * 64]
    assert desk.contents.cards_of(copy.id)[0].rect == Rect(20, 20, 100, 100)


def test_a_duplicated_claim_has_elements_of_its_own(desk: Desk) -> None:
    claim = desk.item("claim", title="A")
    for role in ("actor", "place"):
        desk.run(items.add_element(desk.contents, desk.new_id, claim.id, {"role": role}))
    there = desk.contents.elements_of(claim.id)
    desk.run(items.order_elements(desk.contents, claim.id, [there[1].id, there[0].id]))
    card = desk.card(claim)
    desk.run(cards.duplicate(desk.contents, desk.new_id, [card.id], 20, 20))
    (copy,) = (each for each in desk.contents.items.values() if each.id != claim.id)
    copied = desk.contents.elements_of(copy.id)
    assert [(each.role, each.position) for each in copied] == [("place", 0), ("actor", 1)]
    assert {each.id for each in copied}.isdisjoint(each.id for each in there)
    assert [each.id for each in desk.contents.elements_of(claim.id)] == [
        there[1].id,
        there[0].id,
    ]


def test_links_to_elements_are_duplicated_where_both_ends_are(desk: Desk) -> None:
    claim, near, far = (desk.item(kind, title=kind) for kind in ("claim", "media", "note"))
    desk.run(items.add_element(desk.contents, desk.new_id, claim.id, {"role": "place"}))
    (element,) = desk.contents.elements_of(claim.id)
    for item in (near, far):
        start, end = Ref.item(item.id), Ref.element(element.id)
        change = links.connect(
            desk.contents, desk.new_id, start, "supports", end, {"strength": "strong"}
        )
        desk.run(change)
    desk.run(
        links.connect(desk.contents, desk.new_id, Ref.item(near.id), "supports", Ref.item(claim.id))
    )
    chosen = [desk.card(each).id for each in (claim, near)]
    before = set(desk.contents.links)
    desk.run(cards.duplicate(desk.contents, desk.new_id, chosen, 20, 20))
    (made,) = (link for each, link in desk.contents.links.items() if each not in before)
    copies = {each.title: each for each in list(desk.contents.items.values())[3:]}
    (twin,) = desk.contents.elements_of(copies["claim"].id)
    assert (made.start, made.end) == (Ref.item(copies["media"].id), Ref.element(twin.id))
    assert (made.type, made.values.text("strength")) == ("supports", "strong")


def test_frames_lie_below_cards_and_can_be_renamed(desk: Desk) -> None:
    change = cards.add_frame(desk.contents, desk.new_id, "board", Rect(0, 0, 300, 300), "Debris")
    desk.run(change)
    (frame,) = desk.contents.frames_on("board")
    desk.run(cards.rename_frame(desk.contents, frame.id, "Imagery"))
    assert desk.contents.frames[frame.id].title == "Imagery"
    assert not cards.rename_frame(desk.contents, frame.id, "Imagery")
    assert cards.rename_frame(desk.contents, frame.id, "Debris", "typing").gesture == "typing"


def test_a_new_frame_lies_below_the_frames_that_it_encloses(desk: Desk) -> None:
    def draw(title: str, x: float, y: float, w: float, h: float) -> str:
        rect = Rect(x, y, w, h)
        desk.run(cards.add_frame(desk.contents, desk.new_id, "board", rect, title))
        return next(each.id for each in desk.contents.frames.values() if each.title == title)

    draw("beside", 900, 0, 300, 300)
    draw("inner", 100, 100, 100, 100)
    draw("crossing", 150, 150, 300, 300)
    draw("outer", 0, 0, 600, 600)
    draw("middle", 50, 50, 200, 200)
    draw("in inner", 110, 110, 50, 50)
    order = [each.title for each in desk.contents.frames_on("board")]
    assert order.index("outer") < order.index("middle") < order.index("inner")
    assert order.index("outer") < order.index("crossing")
    assert order.index("inner") < order.index("in inner")
    assert order[-1] == "in inner"


# -- boards ----------------------------------------------------------------------------------


def test_boards_are_added_renamed_and_reordered(desk: Desk) -> None:
    desk.run(cards.add_board(desk.contents, desk.new_id, "Kharkiv"))
    first, second = desk.contents.boards
    desk.run(cards.rename_board(desk.contents, second.id, "Kharkiv strike"))
    desk.run(cards.order_boards(desk.contents, [second.id, first.id]))
    assert [board.title for board in desk.contents.boards] == ["Kharkiv strike", "Main board"]
    with pytest.raises(InvalidChange, match="needs a title"):
        cards.rename_board(desk.contents, first.id, "  ")


def test_the_last_board_stays(desk: Desk) -> None:
    with pytest.raises(InvalidChange, match="at least one board"):
        removal.delete_board(desk.contents, "board")


def test_deleting_a_board_keeps_its_items(desk: Desk) -> None:
    item = desk.item("note")
    desk.card(item)
    desk.run(cards.add_board(desk.contents, desk.new_id, "Other"))
    desk.run(removal.delete_board(desk.contents, "board"))
    assert item.id in desk.contents.items
    assert not desk.contents.cards


# -- links -----------------------------------------------------------------------------------


def test_a_link_that_makes_no_sense_is_refused_in_words(desk: Desk) -> None:
    claim, note = desk.item("claim"), desk.item("note")
    with pytest.raises(InvalidChange, match="“Supports” cannot lead from a claim to a note"):
        links.connect(desk.contents, desk.new_id, Ref.item(claim.id), "supports", Ref.item(note.id))
    with pytest.raises(InvalidChange, match="two different things"):
        links.connect(desk.contents, desk.new_id, Ref.item(note.id), "related", Ref.item(note.id))
    with pytest.raises(InvalidChange, match="no link type “proves”"):
        links.connect(desk.contents, desk.new_id, Ref.item(note.id), "proves", Ref.item(claim.id))
    with pytest.raises(InvalidChange, match="not in the case"):
        links.connect(desk.contents, desk.new_id, Ref.item("gone"), "related", Ref.item(claim.id))


def test_a_link_may_end_on_a_link(desk: Desk) -> None:
    claim, media, note = desk.item("claim"), desk.item("media"), desk.item("note")
    support = desk.link(Ref.item(media.id), "supports", Ref.item(claim.id))
    undercut = desk.link(Ref.item(note.id), "undercuts", Ref.link(support.id))
    assert desk.contents.links_at(support.id) == [undercut]
    with pytest.raises(InvalidChange, match="cannot end at itself"):
        links.reconnect(desk.contents, undercut.id, Ref.item(note.id), Ref.link(undercut.id))


def test_a_link_may_rest_on_a_claim_or_on_one_of_its_elements(desk: Desk) -> None:
    claim, media = desk.item("claim"), desk.item("media")
    element = Element("who", claim.id, 0, Values({"role": "actor"}))
    desk.run(ChangeSet("Add element", (Edit(None, element),)))
    link = desk.link(Ref.item(media.id), "supports", Ref.item(claim.id))
    assert links.parts_at(desk.contents, link.id, at_start=True) == (Ref.item(media.id),)
    parts = (Ref.item(claim.id), Ref.element("who"))
    assert links.parts_at(desk.contents, link.id, at_start=False) == parts
    desk.run(links.reconnect(desk.contents, link.id, link.start, Ref.element("who")))
    assert links.parts_at(desk.contents, link.id, at_start=False) == parts
    undercut = desk.link(Ref.item(media.id), "undercuts", Ref.link(link.id))
    assert links.parts_at(desk.contents, undercut.id, at_start=False) == ()
    excluding = desk.link(Ref.item(claim.id), "excludes", Ref.item(desk.item("claim").id))
    assert links.parts_at(desk.contents, excluding.id, at_start=True) == (Ref.item(claim.id),)


def test_retyping_and_reversing_obey_the_rules(desk: Desk) -> None:
    a, b = desk.item("claim"), desk.item("claim")
    link = desk.link(Ref.item(a.id), "supports", Ref.item(b.id))
    desk.run(
        links.set_route(desk.contents, desk.new_id, "board", link.id, [Point(1, 1), Point(2, 2)])
    )
    desk.run(links.set_type(desk.contents, [link.id], "disputes"))
    desk.run(links.reverse(desk.contents, [link.id]))
    held = desk.contents.links[link.id]
    assert (held.type, held.start.id, held.end.id) == ("disputes", b.id, a.id)
    route = desk.contents.route("board", link.id)
    assert route is not None
    assert route.points == (Point(2, 2), Point(1, 1))
    with pytest.raises(InvalidChange):
        links.set_type(desk.contents, [link.id], "denies")


def test_a_route_comes_changes_and_goes(desk: Desk) -> None:
    a, b = desk.item("note"), desk.item("note")
    link = desk.link(Ref.item(a.id), "related", Ref.item(b.id))

    def bend(*points: Point) -> ChangeSet:
        return links.set_route(desk.contents, desk.new_id, "board", link.id, points)

    assert not bend()
    desk.run(bend(Point(1, 2)))
    assert not bend(Point(1, 2))
    desk.run(bend(Point(3, 4)))
    desk.run(bend())
    assert desk.contents.route("board", link.id) is None


def test_bends_go_on_one_board_alone(desk: Desk) -> None:
    a, b = desk.item("note"), desk.item("note")
    bent, straight = (desk.link(Ref.item(a.id), "related", Ref.item(b.id)) for _ in range(2))
    desk.run(links.set_route(desk.contents, desk.new_id, "board", bent.id, [Point(1, 2)]))
    change = links.straighten(desk.contents, "board", [bent.id, straight.id, bent.id])
    assert change.label == "Straighten string"
    assert not links.straighten(desk.contents, "another", [bent.id])
    desk.run(change)
    assert not desk.contents.routes_of(bent.id)


def test_bends_between_moved_cards_move_along(desk: Desk) -> None:
    a, b, c = (desk.item("note") for _ in range(3))
    cards_there = [desk.card(each) for each in (a, b, c)]
    inner = desk.link(Ref.item(a.id), "related", Ref.item(b.id))
    outer = desk.link(Ref.item(b.id), "related", Ref.item(c.id))
    on_string = desk.link(Ref.item(a.id), "undercuts", Ref.link(inner.id))
    for link in (inner, outer, on_string):
        desk.run(links.set_route(desk.contents, desk.new_id, "board", link.id, [Point(1, 2)]))
    change = cards.move(desk.contents, [each.id for each in cards_there[:2]], 10, 20)
    assert change.label == "Move 2 cards"
    before = desk.contents.routes_on("board")
    desk.run(change)
    found = {each.link: each.points for each in desk.contents.routes_on("board")}
    assert found[inner.id] == (Point(11, 22),)
    assert found[outer.id] == found[on_string.id] == (Point(1, 2),)
    desk.run(change.reversed())
    assert desk.contents.routes_on("board") == before


def test_bends_stay_where_a_card_of_the_same_item_stays(desk: Desk) -> None:
    a, b = desk.item("note"), desk.item("note")
    first, second, _ = desk.card(a), desk.card(b), desk.card(b)
    link = desk.link(Ref.item(a.id), "related", Ref.item(b.id))
    desk.run(links.set_route(desk.contents, desk.new_id, "board", link.id, [Point(1, 2)]))
    desk.run(cards.move(desk.contents, [first.id, second.id], 10, 20))
    route = desk.contents.route("board", link.id)
    assert route is not None
    assert route.points == (Point(1, 2),)


# -- removal ---------------------------------------------------------------------------------


def test_taking_a_card_off_keeps_the_item(desk: Desk) -> None:
    item = desk.item("note")
    card = desk.card(item)
    desk.run(removal.delete_selection(desk.contents, cards=[card.id]))
    assert item.id in desk.contents.items
    assert not desk.contents.cards_of(item.id)


def test_deleting_an_item_takes_all_that_rests_on_it(desk: Desk) -> None:
    claim, media, note = desk.item("claim"), desk.item("media"), desk.item("note")
    desk.card(claim)
    desk.run(items.add_element(desk.contents, desk.new_id, claim.id, {"role": "actor"}))
    element = desk.contents.elements_of(claim.id)[0]
    support = desk.link(Ref.item(media.id), "supports", Ref.item(claim.id))
    desk.link(Ref.item(media.id), "supports", Ref.element(element.id))
    desk.link(Ref.item(note.id), "undercuts", Ref.link(support.id))
    desk.run(links.set_route(desk.contents, desk.new_id, "board", support.id, [Point(1, 1)]))
    judgement = Assessment("j", "verdict", claim.id, None, SCHEMES[4].id, "false", "me", "2024")
    desk.run(items.assess(judgement))
    change = desk.run(removal.delete_items(desk.contents, [claim.id]))
    assert change.label == "Delete claim"
    assert set(desk.contents.items) == {media.id, note.id}
    for table in (Link, Card, Element, Assessment):
        assert not desk.contents.all(table)


def test_deleting_a_source_takes_its_name_off_items(desk: Desk) -> None:
    for name in ("A", "B"):
        desk.run(items.add_source(desk.new_id, {"name": name}))
    first, second = sorted(desk.contents.sources)
    desk.run(items.set_values(desk.contents.sources[second], {"owner": first}, "Edit owner"))
    statement = desk.item("official_statement", title="S")
    issued = {"issuers": [first, second], "source": first}
    desk.run(items.set_values(desk.contents.items[statement.id], issued, "Edit"))
    desk.run(removal.delete_sources(desk.contents, [first]))
    values = desk.contents.items[statement.id].values
    assert values["issuers"] == [second]
    assert "source" not in values
    assert "owner" not in desk.contents.sources[second].values


def test_deleting_an_item_takes_it_off_those_that_name_it(desk: Desk) -> None:
    before, after = desk.item("satellite_image"), desk.item("satellite_image")
    held = desk.contents.items[after.id]
    desk.run(items.set_values(held, {"compared_with": [before.id]}, "Edit"))
    assert desk.contents.referrers(before.id) == [desk.contents.items[after.id]]
    desk.run(removal.delete_items(desk.contents, [before.id]))
    assert "compared_with" not in desk.contents.items[after.id].values


def test_bends_go_with_the_last_card_at_an_end(desk: Desk) -> None:
    a, b = desk.item("note"), desk.item("note")
    shown = [desk.card(a), desk.card(a, 300), desk.card(b, 600)]
    link = desk.link(Ref.item(a.id), "related", Ref.item(b.id))
    desk.run(links.set_route(desk.contents, desk.new_id, "board", link.id, [Point(1, 1)]))
    desk.run(removal.delete_selection(desk.contents, cards=[shown[0].id]))
    assert desk.contents.route("board", link.id) is not None
    desk.run(removal.delete_selection(desk.contents, cards=[shown[1].id]))
    assert desk.contents.route("board", link.id) is None


def test_frames_cards_and_links_go_in_one_step(desk: Desk) -> None:
    a, b, c = desk.item("media"), desk.item("claim"), desk.item("media")
    card = desk.card(a)
    tied = desk.link(Ref.item(a.id), "supports", Ref.item(b.id))
    on_tied = desk.link(Ref.item(c.id), "undercuts", Ref.link(tied.id))
    link = desk.link(Ref.item(b.id), "related", Ref.item(c.id))
    desk.run(cards.add_frame(desk.contents, desk.new_id, "board", Rect(0, 0, 99, 99), "F"))
    (frame,) = desk.contents.all(Frame)
    desk.run(links.set_route(desk.contents, desk.new_id, "board", link.id, [Point(1, 1)]))
    every = [tied.id, on_tied.id, link.id]
    change = removal.delete_selection(desk.contents, [card.id], [frame], every)
    desk.run(change)
    assert change.label == "Remove 3 things"
    # The string of a link leaves the board with the card; that does not take the link from the case.
    assert set(desk.contents.links) == {tied.id, on_tied.id}


def test_a_card_goes_to_the_front_and_to_the_back_of_thousands_by_itself(desk: Desk) -> None:
    cards_there = [desk.card(desk.item("note")) for _ in range(12)]
    # As an import leaves them: all of the same height.
    desk.run(ChangeSet("Flatten", tuple(Edit(each, replace(each, z=3)) for each in cards_there)))
    chosen = [cards_there[5].id, cards_there[2].id]
    for command, way in ((cards.bring_to_front, 1), (cards.send_to_back, -1)):
        change = command(desk.contents, chosen)
        desk.run(change)
        assert len(change.edits) == 2
        ordered = sorted(desk.contents.cards_on("board"), key=lambda card: (card.z, card.id))
        assert [card.id for card in ordered[-2:] if way > 0] == (chosen[::-1] if way > 0 else [])
        assert way > 0 or [card.id for card in ordered[:2]] == chosen[::-1]
        assert not command(desk.contents, chosen).edits, "they lie there already"


def test_labels_name_no_content_of_the_case(desk: Desk) -> None:
    secret = desk.item("claim", title="Protected name")
    change = removal.delete_items(desk.contents, [secret.id])
    assert "Protected" not in change.label


def test_values_survive_in_sources(desk: Desk) -> None:
    change = desk.run(items.add_source(desk.new_id, {"name": "Agency"}))
    (edit,) = change.edits
    assert isinstance(edit.after, Source)
    assert edit.after.values == Values({"name": "Agency"})


def test_an_exhibit_number_that_was_brought_along_is_not_given_again(desk: Desk) -> None:
    desk.item("note", exhibit="CB-003")
    assert desk.item("note").values["exhibit"] == "CB-004"
    desk.item("note", exhibit="CB-002")
    desk.item("note", exhibit="Annex 9")
    assert desk.item("note").values["exhibit"] == "CB-005"


def test_a_bend_at_no_place_is_refused(desk: Desk) -> None:
    link = desk.link(Ref.item(desk.item("media").id), "supports", Ref.item(desk.item("claim").id))
    with pytest.raises(InvalidChange, match="finite"):
        links.set_route(desk.contents, desk.new_id, "board", link.id, [Point(float("nan"), 0)])


def test_a_label_counts_what_is_deleted(desk: Desk) -> None:
    source = desk.run(items.add_source(desk.new_id, {"name": "Agency"})).edits[0].record.id
    note, other = desk.item("note").id, desk.item("media").id

    def label(item_ids: list[str], source_ids: list[str]) -> str:
        return removal.delete_records(desk.contents, item_ids, source_ids).label

    assert label([note], []) == "Delete note"
    assert label([], [source]) == "Delete source"
    assert label([note, other], [source]) == "Delete 3 records"


def test_a_link_is_shown_where_both_its_ends_are(desk: Desk) -> None:
    desk.run(cards.add_board(desk.contents, desk.new_id, "Second"))
    second = desk.contents.boards[1].id
    photo, claim, note = desk.item("media"), desk.item("claim"), desk.item("note")
    link = desk.link(Ref.item(photo.id), "supports", Ref.item(claim.id))
    undercut = desk.link(Ref.item(note.id), "undercuts", Ref.link(link.id))
    desk.card(photo)
    for item in (photo, claim, note):
        rect = Rect(0, 0, 100, 100)
        desk.run(cards.place(desk.contents, desk.new_id, second, item.id, rect))
    assert desk.contents.boards_showing(Ref.item(photo.id)) == {"board", second}
    assert desk.contents.boards_showing(Ref.link(link.id)) == {second}
    assert desk.contents.boards_showing(Ref.link(undercut.id)) == {second}


# -- limits ----------------------------------------------------------------------------------


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 1e300, -2e7])
def test_a_place_beyond_the_board_is_refused(desk: Desk, value: float) -> None:
    card = desk.card(desk.item("note"))
    for rect in (Rect(value, 0, 100, 100), Rect(0, value, 100, 100)):
        with pytest.raises(InvalidChange):
            cards.set_rects(desk.contents, {card.id: rect})
        with pytest.raises(InvalidChange):
            cards.place(desk.contents, desk.new_id, "board", card.item, rect)
        with pytest.raises(InvalidChange):
            cards.add_frame(desk.contents, desk.new_id, "board", rect, "Frame")
    with pytest.raises(InvalidChange):
        cards.move(desk.contents, [card.id], value, 0)
    with pytest.raises(InvalidChange):
        cards.duplicate(desk.contents, desk.new_id, [card.id], 0, value)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 1e300, 200_000.0])
def test_an_absurd_size_is_refused(desk: Desk, value: float) -> None:
    card = desk.card(desk.item("note"))
    for rect in (Rect(0, 0, value, 100), Rect(0, 0, 100, value)):
        with pytest.raises(InvalidChange):
            cards.set_rects(desk.contents, {card.id: rect})


def test_what_lies_beyond_the_board_already_can_be_brought_nearer(desk: Desk) -> None:
    item = desk.item("note")
    far = Card("far", "board", item.id, 1e300, 0, 1e300, 100)
    desk.run(ChangeSet("From elsewhere", (Edit(None, far),)))
    desk.run(cards.move(desk.contents, ["far"], -100, 0))
    assert desk.contents.cards["far"].rect == Rect(10_000_000, 0, 100_000, 100)
    desk.run(cards.set_rects(desk.contents, {"far": Rect(0, 0, 100, 100)}))


def test_items_placed_together_lie_one_above_the_other(desk: Desk) -> None:
    there = desk.card(desk.item("note"))
    notes = [desk.item("note") for _ in range(3)]
    placed = [(note.id, Rect(n * 300, 0, 100, 100)) for n, note in enumerate(notes)]
    change = desk.run(cards.place_all(desk.contents, desk.new_id, "board", placed))
    assert change.label == "Place 3 cards"
    made = [edit.after for edit in change.edits if isinstance(edit.after, Card)]
    assert [card.z for card in made] == [there.z + 1, there.z + 2, there.z + 3]


def test_a_locked_card_or_frame_stays_on_its_board(desk: Desk) -> None:
    card = desk.card(desk.item("note"))
    desk.run(cards.add_frame(desk.contents, desk.new_id, "board", Rect(0, 0, 50, 50), "F"))
    (frame,) = desk.contents.frames.values()
    desk.run(cards.set_flags(desk.contents, [card.id, frame.id], "Lock", locked=True))
    with pytest.raises(InvalidChange, match="The card is locked"):
        removal.delete_cards(desk.contents, [card.id])
    with pytest.raises(InvalidChange, match="The frame is locked"):
        removal.delete_selection(desk.contents, frames=[frame.id])
    with pytest.raises(InvalidChange, match="They are locked"):
        removal.delete_cards(desk.contents, [card.id], [frame.id])
    desk.run(removal.delete_items(desk.contents, [card.item]))
    assert not desk.contents.cards


def test_edits_of_many_are_sorted_by_table(desk: Desk) -> None:
    placed = [desk.card(desk.item("claim")) for _ in range(4)]
    change = desk.run(
        cards.duplicate(desk.contents, desk.new_id, [card.id for card in placed], 10, 10)
    )
    runs = [key for key, _ in groupby(type(edit.record) for edit in change.edits)]
    assert runs == [CaseInfo, Item, Card]
    change = desk.run(removal.delete_items(desk.contents, [card.item for card in placed]))
    runs = [key for key, _ in groupby(type(edit.record) for edit in change.edits)]
    assert runs == [Card, Item]


def test_copying_many_cards_looks_at_each_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    placed = [desk.card(desk.item("note")) for _ in range(20)]
    asked: list[str] = []
    look_up = Contents.each_card_on

    def counting(contents: Contents, board_id: str) -> list[Card]:
        asked.append(board_id)
        return look_up(contents, board_id)

    monkeypatch.setattr(Contents, "each_card_on", counting)
    cards.duplicate(desk.contents, desk.new_id, [card.id for card in placed], 10, 10)
    assert len(asked) == 1
