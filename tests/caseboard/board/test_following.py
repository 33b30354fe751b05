"""Following strings by keys, as pure arithmetic: from a card to a string, and to its other end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from caseboard.board.columns import Columns
from caseboard.board.following import FIRST, LAST, NO_STRINGS, Follower
from caseboard.board.reading import Reading, Sort, Spot
from caseboard.board.walking import ReadingOrder
from casedb.commands import folding
from casedb.model.records import Card, Link, Ref

if TYPE_CHECKING:
    from conftest import Maker


def follow(maker: Maker) -> Follower:
    columns = Columns(maker.contents, maker.board_id)
    return Follower(Reading(columns, ReadingOrder(columns)))


def card(of: Card) -> Spot:
    return Spot(Sort.CARD, of.id)


def string(of: Link, near: Card | Link) -> Spot:
    return Spot(Sort.STRING, of.id, near.id)


def test_a_string_is_followed_to_its_end_and_back_to_its_start(maker: Maker) -> None:
    one, other = maker.card(0, 0), maker.card(500, 0)
    link = maker.link(one, other)
    follower = follow(maker)
    assert follower.along(card(one), 1).to == string(link, one)
    assert follower.along(string(link, one), 1).to == card(other)
    assert follower.along(card(other), -1).to == string(link, other)
    assert follower.along(string(link, other), -1).to == card(one)


def test_the_way_back_is_the_way_that_was_come(maker: Maker) -> None:
    one, other, third = maker.card(0, 0), maker.card(500, 0), maker.card(0, 500)
    maker.link(third, other, "supports")
    come = maker.link(one, other, "related")
    follower = follow(maker)
    assert follower.along(card(other), -1).to != string(come, other)
    follower.note(string(come, one))
    assert follower.along(card(other), -1).to == string(come, other)


def test_the_strings_of_a_card_are_gone_through_in_order(maker: Maker) -> None:
    one, other = maker.card(0, 0), maker.card(500, 0)
    back = maker.link(other, one)
    first, second = maker.link(one, other), maker.link(one, other)
    follower = follow(maker)
    assert follower.beside(card(one), 1).to == string(first, one)
    assert follower.beside(string(first, one), 1).to == string(second, one)
    assert follower.beside(string(second, one), 1).to == string(back, one)
    assert follower.beside(string(back, one), 1) == (None, LAST)
    assert follower.beside(card(one), -1).to == string(back, one)
    assert follower.beside(string(first, one), -1) == (None, FIRST)


def test_a_string_that_ends_on_a_string_leads_onto_that(maker: Maker) -> None:
    one, other, third = maker.card(0, 0), maker.card(500, 0), maker.card(0, 500)
    link = maker.link(one, other, "supports")
    on_it = maker.link(third, Ref.link(link.id), "undercuts")
    follower = follow(maker)
    assert follower.along(string(on_it, third), 1).to == string(link, one)


def test_where_there_is_no_string_it_is_said_why(maker: Maker) -> None:
    one, other, alone = maker.card(0, 0), maker.card(500, 0), maker.card(0, 500)
    frame = maker.frame(-50, -50, 900, 900)
    maker.link(one, other)
    follower = follow(maker)
    told = follower.along(card(one), -1)
    assert told == (None, "No string ends at this card; 1 string starts here.")
    told = follower.along(card(other), 1)
    assert told == (None, "No string starts at this card; 1 string ends here.")
    none_here = (None, "No string is tied to this card.")
    assert follower.along(card(alone), 1) == follower.beside(card(alone), 1) == none_here
    there = Spot(Sort.FRAME, frame.id)
    assert follower.along(there, 1) == follower.beside(there, 1) == (None, NO_STRINGS)


def test_a_collapsed_frame_has_the_strings_of_what_is_in_it(maker: Maker) -> None:
    held, other = maker.card(10, 10, 100, 100), maker.card(500, 0)
    around, empty = maker.frame(0, 0, 200, 200), maker.frame(0, 500, 50, 50)
    link = maker.link(held, other)
    change = folding.fold(maker.contents, maker.new_id, [around.id, empty.id])
    maker.run(*change.edits)
    follower = follow(maker)
    stack, bare = Spot(Sort.FRAME, around.id), Spot(Sort.FRAME, empty.id)
    met = Spot(Sort.STRING, link.id, around.id)
    assert follower.along(stack, 1).to == met
    assert follower.along(met, 1).to == card(other)
    assert follower.along(string(link, other), -1).to == stack
    ends = "No string ends at this collapsed frame; 1 string starts here."
    assert follower.along(stack, -1) == (None, ends)
    assert follower.beside(bare, 1) == (None, "No string is tied to this collapsed frame.")


def test_a_string_stands_where_it_was_met_as_long_as_it_is_tied_there(maker: Maker) -> None:
    one, other = maker.card(0, 0), maker.card(500, 0)
    link, second = maker.link(one, other), maker.link(one, other)
    follower = follow(maker)
    assert follower.string(link.id) == string(link, one)
    follower.note(string(link, other))
    assert follower.string(link.id) == string(link, other)
    assert follower.string(second.id) == string(second, one)
    assert follower.string("gone") is None
