"""Which faces an edit makes stale: no fewer than those that changed, and few more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from caseboard.board.faces import Faces, stale_items
from casedb.model.card_face import face
from casedb.model.changes import Edit
from casedb.model.records import (
    Artifact,
    Assessment,
    Attachment,
    Board,
    Card,
    Element,
    Frame,
    Link,
    Ref,
    Scheme,
)
from casedb.model.standing import Lines, Standing

if TYPE_CHECKING:
    from conftest import Maker

Act = Callable[["Maker", dict[str, str]], tuple[Edit, ...]]


def judge(maker: Maker, sort: str, subject: str, value: str, claim: str | None = None):
    """An assessment."""
    return maker.add(
        Assessment(maker.new_id(), sort, subject, claim, sort, value, "me", "2024-01-01T00:00:00Z")
    )


def retitle(maker: Maker, ids: dict[str, str]) -> tuple[Edit, ...]:
    item = maker.contents.items[ids["claim"]]
    return maker.run(Edit(item, replace(item, values=item.values.changed({"title": "New"}))))


def rename_source(maker: Maker, ids: dict[str, str]) -> tuple[Edit, ...]:
    source = maker.contents.sources[ids["source"]]
    return maker.run(Edit(source, replace(source, values=source.values.changed({"name": "N"}))))


def support(maker: Maker, ids: dict[str, str]) -> tuple[Edit, ...]:
    ends = Ref.item(ids["proof"]), Ref.item(ids["claim"])
    return maker.add(Link(maker.new_id(), "supports", *ends))


def support_element(maker: Maker, ids: dict[str, str]) -> tuple[Edit, ...]:
    ends = Ref.item(ids["proof"]), Ref.element(ids["element"])
    return maker.add(Link(maker.new_id(), "disputes", *ends))


def drop_element(maker: Maker, ids: dict[str, str]) -> tuple[Edit, ...]:
    (added,) = support_element(maker, ids)
    element = maker.contents.elements[ids["element"]]
    assert added.after is not None
    return maker.remove(added.after, element)


def attach(maker: Maker, ids: dict[str, str]) -> tuple[Edit, ...]:
    artifact = Artifact("cd" * 32, 5, "image/png", "a.png")
    return maker.add(artifact, Attachment(maker.new_id(), ids["proof"], artifact.id))


def retype_artifact(maker: Maker, ids: dict[str, str]) -> tuple[Edit, ...]:
    attach(maker, ids)
    artifact = maker.contents.artifacts["cd" * 32]
    return maker.run(Edit(artifact, replace(artifact, media_type="video/mp4")))


def grade_source(maker: Maker, ids: dict[str, str]) -> tuple[Edit, ...]:
    return judge(maker, "reliability", ids["source"], "B")


def grade_item(maker: Maker, ids: dict[str, str]) -> tuple[Edit, ...]:
    return judge(maker, "credibility", ids["proof"], "2", ids["claim"])


def pass_verdict(maker: Maker, ids: dict[str, str]) -> tuple[Edit, ...]:
    return judge(maker, "verdict", ids["claim"], "false")


def place_elsewhere(maker: Maker, ids: dict[str, str]) -> tuple[Edit, ...]:
    return maker.add(Card(maker.new_id(), ids["board"], ids["proof"], 0, 0, 100, 100))


def take_away(maker: Maker, ids: dict[str, str]) -> tuple[Edit, ...]:
    (placed,) = place_elsewhere(maker, ids)
    assert placed.after is not None
    return maker.remove(placed.after)


def move_there(maker: Maker, ids: dict[str, str]) -> tuple[Edit, ...]:
    (card,) = maker.contents.cards_on(ids["board"])
    return maker.move(card, 40, 0)


def frame_there(maker: Maker, ids: dict[str, str]) -> tuple[Edit, ...]:
    return maker.add(Frame(maker.new_id(), ids["board"], "Quay", -50, -50, 900, 900))


def rename_board(maker: Maker, ids: dict[str, str]) -> tuple[Edit, ...]:
    board = maker.contents.board(ids["board"])
    return maker.run(Edit(board, replace(board, title="The pier")))


def delete_board(maker: Maker, ids: dict[str, str]) -> tuple[Edit, ...]:
    return maker.remove(maker.contents.board(ids["board"]))


@pytest.mark.parametrize(
    "act",
    [
        *(retitle, rename_source, support, support_element, drop_element),
        *(attach, retype_artifact, grade_source, grade_item, pass_verdict),
        *(place_elsewhere, take_away, move_there, frame_there, rename_board, delete_board),
    ],
)
def test_every_face_that_changed_is_forgotten(maker: Maker, act: Act):
    source = maker.source("Harbour master")
    claim = maker.card(kind="claim", values={"claimant": source.id})
    proof = maker.card(kind="document", values={"source": source.id})
    other = maker.card(kind="document")
    board = Board(maker.new_id(), "Harbour", 1)
    maker.add(board)
    maker.card(kind="board_card", values={"title": "", "board": board.id})
    maker.add(Card(maker.new_id(), board.id, other.item, 0, 0, 100, 100))
    ids = {
        "board": board.id,
        "claim": claim.item,
        "proof": proof.item,
        "source": source.id,
        "element": maker.element(claim).id,
    }
    faces = Faces(maker.contents)
    before = {each: faces.of(each) for each in maker.contents.items}
    edits = act(maker, ids)
    stale = faces.forget(edits)
    for item in maker.contents.items.values():
        assert faces.of(item.id) == face(maker.contents, item)
    changed = {each for each in before if before[each] != faces.of(each)}
    assert changed <= stale
    assert other.item not in stale


def test_a_face_is_computed_once(maker: Maker):
    item = maker.item()
    faces = Faces(maker.contents)
    assert faces.of(item.id) is faces.of(item.id)


def test_moving_a_card_changes_no_face(maker: Maker):
    card = maker.card()
    assert stale_items(maker.contents, maker.move(card, 5, 5)) == set()


def test_another_scheme_changes_them_all(maker: Maker):
    items = {maker.item().id, maker.item().id}
    scheme = next(iter(maker.contents.all(Scheme).values()))
    edits = maker.run(Edit(scheme, replace(scheme, name="Other")))
    assert stale_items(maker.contents, edits) == items


def test_an_edit_of_the_text_of_an_element_is_about_its_claim(maker: Maker):
    claim = maker.card()
    element = maker.element(claim)
    after = Element(element.id, element.claim, 3)
    assert stale_items(maker.contents, maker.run(Edit(element, after))) == {claim.item}


def test_what_is_supposed_of_a_claim_shows_until_nothing_is(maker: Maker):
    claim, other = maker.item("claim"), maker.item("claim")
    faces = Faces(maker.contents)
    as_it_is, beside = faces.of(claim.id), faces.of(other.id)
    assert as_it_is is not None
    would = Standing(Lines(("a",), low=1, high=1))
    assert faces.suppose({claim.id: would}) == {claim.id}
    shown = faces.of(claim.id)
    assert shown is not None and shown.support is not None and shown.support.supposed is would
    assert faces.of(other.id) is beside
    assert faces.suppose({claim.id: would}) == set()
    assert faces.suppose({}) == {claim.id}
    assert faces.of(claim.id) == as_it_is
