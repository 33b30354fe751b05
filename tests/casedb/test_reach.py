"""How far items lie from each other, which links join them, and where an item is used."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board_strategies import boards, card, contents_of, item
from casedb.model.assessments import Citation, VerdictBody
from casedb.model.contents import Contents
from casedb.model.joins import items_at
from casedb.model.reach import links_between, within_steps
from casedb.model.records import Assessment, Board, Card, Element, Link, Ref, Source
from casedb.model.uses import where_used


def walked(there: Contents, starts: list[str], steps: int) -> dict[str, int]:
    """The distances, found by looking at every link again and again."""
    joined = [
        items_at(there, link.start) | items_at(there, link.end) for link in there.links.values()
    ]
    found = dict.fromkeys(starts, 0)
    for step in range(1, steps + 1):
        last = {each for each, distance in found.items() if distance == step - 1}
        for group in joined:
            if last & group:
                found |= {each: step for each in group if each not in found}
    return found


@given(boards(most=9), st.data())
def test_distances_are_those_of_a_walk_along_all_links(
    there: Contents, data: st.DataObject
) -> None:
    ids = sorted(there.items)
    starts = data.draw(st.lists(st.sampled_from(ids), unique=True)) if ids else []
    steps = data.draw(st.integers(0, 4))
    found = within_steps(there, [*starts, "no such item"], steps)
    assert found == walked(there, starts, steps)
    assert set(starts) == {each for each, distance in found.items() if not distance}


@given(boards(most=9), st.data())
def test_links_between_items_end_nowhere_else(there: Contents, data: st.DataObject) -> None:
    ids = sorted(there.items)
    chosen = data.draw(st.sets(st.sampled_from(ids))) if ids else set[str]()
    assert links_between(there, chosen) == {
        link.id
        for link in there.links.values()
        if (items_at(there, link.start) and items_at(there, link.start) <= chosen)
        and (items_at(there, link.end) and items_at(there, link.end) <= chosen)
    }


def chain() -> Contents:
    """a supports an element of z, which supports y; u undercuts the first of these."""
    return contents_of(
        [
            *(item("z", "claim"), item("y", "claim"), item("a"), item("u"), item("lone")),
            Element("e", "z", 0),
            Link("az", "supports", Ref.item("a"), Ref.element("e")),
            Link("zy", "supports", Ref.item("z"), Ref.item("y")),
            Link("u1", "undercuts", Ref.item("u"), Ref.link("az")),
        ]
    )


def test_elements_count_as_their_claim_and_links_on_links_join_both_ends() -> None:
    there = chain()
    assert within_steps(there, ["u"], 1) == {"u": 0, "a": 1, "z": 1}
    assert within_steps(there, ["y"], 9) == {"y": 0, "z": 1, "a": 2, "u": 2}
    assert within_steps(there, ["y", "lone"], 0) == {"y": 0, "lone": 0}
    assert within_steps(there, [], 3) == {}


def test_a_link_on_a_link_joins_only_those_who_have_all_three() -> None:
    there = chain()
    assert links_between(there, "uz") == set()
    assert links_between(there, "az") == {"az"}
    assert links_between(there, "uaz") == {"az", "u1"}


def test_few_of_many_items_are_looked_at_one_by_one() -> None:
    count = 60
    there = contents_of(
        [
            *(item(f"i{n:02d}") for n in range(count)),
            *(
                Link(f"l{n}", "related", Ref.item(f"i{n:02d}"), Ref.item(f"i{n + 1:02d}"))
                for n in range(count - 1)
            ),
        ]
    )
    assert links_between(there, ["i00", "i01", "i03"]) == {"l0"}
    assert links_between(there, there.items) == set(there.links)


def test_an_item_is_used_by_cards_links_names_and_judgements() -> None:
    cites = VerdictBody(cites=(Citation("a", "hash"),)).to_values()
    there = Contents(
        [
            *chain().records(),
            Board("second", "Second", 1),
            Board("empty", "Empty", -1),
            card("a"),
            Card("c2", "second", "a", 0, 0, 260, 120),
            Card("c1", "second", "a", 0, 0, 260, 120),
            item("image", "satellite_image", compared_with=["a"]),
            Source("s"),
            Assessment("v2", "verdict", "z", None, "x", "true", "me", "2024-02", values=cites),
            Assessment("v1", "verdict", "y", None, "x", "true", "me", "2024-01", values=cites),
            Assessment("c", "credibility", "a", "z", "x", "1", "me", "2024"),
        ]
    )
    uses = where_used(there, "a")
    boards_and_cards = [(name, [each.id for each in cards]) for name, cards in uses.cards.items()]
    assert boards_and_cards == [("board", ["ca"]), ("second", ["c1", "c2"])]
    assert [link.id for link in uses.links] == ["az"]
    assert [(owner.id, fields) for owner, fields in uses.named_by] == [
        ("image", ("compared_with",))
    ]
    assert [each.id for each in uses.cited_by] == ["v1", "v2"]
    claim = where_used(there, "z")
    assert [link.id for link in claim.links] == ["az", "zy"]
    assert [each.id for each in claim.judged_for] == ["c"]
    assert uses
    assert not where_used(there, "lone")
    with pytest.raises(KeyError):
        where_used(there, "nobody")
