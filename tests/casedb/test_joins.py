"""Which items a link joins, through elements and links."""

from __future__ import annotations

from board_strategies import contents_of, item
from casedb.model.contents import Contents
from casedb.model.joins import item_at, items_at, joined_among, links_around
from casedb.model.records import Element, Link, Ref


def case() -> Contents:
    return contents_of(
        [
            item("z", "claim"),
            Element("e", "z", 0),
            *(item(name) for name in "abu"),
            Link("1", "supports", Ref.item("a"), Ref.element("e")),
            Link("2", "undercuts", Ref.item("u"), Ref.link("1")),
            Link("3", "undercuts", Ref.item("b"), Ref.link("2")),
            Link("4", "related", Ref.item("a"), Ref.item("a")),
            # Two that rest on each other are no item's.
            Link("5", "undercuts", Ref.link("6"), Ref.item("a")),
            Link("6", "undercuts", Ref.link("5"), Ref.item("b")),
            Link("7", "undercuts", Ref.link("gone"), Ref.item("b")),
        ]
    )


def test_an_element_stands_for_its_claim_and_a_link_for_its_ends() -> None:
    there = case()
    assert item_at(there, Ref.element("e")) == "z"
    assert item_at(there, Ref.link("1")) == "a"
    assert item_at(there, Ref.link("3")) == "b"
    assert items_at(there, Ref.link("1")) == {"a", "z"}
    assert items_at(there, Ref.link("3")) == {"b", "u", "a", "z"}


def test_links_that_rest_on_each_other_end_nowhere() -> None:
    there = case()
    assert item_at(there, Ref.link("5")) is None
    assert items_at(there, Ref.link("5")) == {"a", "b"}
    assert item_at(there, Ref.link("7")) is None
    assert items_at(there, Ref.link("gone")) == set()


def test_what_rests_on_a_link_of_an_item_is_around_it() -> None:
    there = case()
    assert {each.id for each in links_around(there, "z")} == {"1", "2", "3"}
    assert {each.id for each in links_around(there, "u")} == {"2", "3"}


def test_links_among_items_join_two_of_them() -> None:
    there = case()
    joined = {each.link.id: each[1:] for each in joined_among(there, "zabu")}
    assert joined == {"1": ("a", "z"), "2": ("u", "a"), "3": ("b", "u")}
    assert {each.link.id for each in joined_among(there, "az")} == {"1"}
