"""The reasons behind independent lines: why items are one origin, and what several mentions rest on."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casedb.analysis.independence import lines_to
from casedb.analysis.origins import Bond, Choke, Tie, bonds_of, chokes_of, doubts_of
from casedb.analysis.unions import Unions
from casedb.commands.origins import make_one_origin, part_origin
from casedb.errors import InvalidChange
from casedb.model.changes import ChangeSet
from casedb.model.contents import Contents
from casedb.model.records import Item, Link, Ref, Source
from casedb.model.values import Values
from flow_cases import case_of, flow, item, supports

OWNED = (
    Source("state", Values({"name": "The state"})),
    Source("one", Values({"name": "Ministry", "owner": "state"})),
    Source("other", Values({"name": "Agency", "owner": "state"})),
)


def bonds(contents: Contents) -> list[tuple[str, tuple[str, ...], str]]:
    """What ties the items of the roots of claim C, as plain values; in any order of the items."""
    found = bonds_of(contents, lines_to(contents, "C", 1))
    return [
        (each.tie.value, tuple(sorted(each.items)), each.name) for root in found for each in root
    ]


def test_origins_of_one_item_need_no_reason() -> None:
    contents = case_of(supports("a", "b"), names="a b")
    assert bonds_of(contents, lines_to(contents, "C", 1)) == ((), ())


def test_items_of_one_owner_and_of_one_source_are_told_apart() -> None:
    owned = case_of(
        [*OWNED], item("a", source="one"), item("b", source="other"), supports("a", "b")
    )
    assert bonds(owned) == [("owner", ("a", "b"), "The state")]
    same = case_of([*OWNED], item("a", source="one"), item("b", source="one"), supports("a", "b"))
    assert bonds(same) == [("source", ("a", "b"), "Ministry")]


@pytest.mark.parametrize(
    "secret",
    [
        Source("state", Values({"name": "The state", "protected": True})),
        Source("one", Values({"name": "Ministry", "owner": "state", "protected": True})),
    ],
)
def test_whoever_is_protected_is_not_named_nor_told_by_the_owner(secret: Source) -> None:
    held = [each for each in OWNED if each.id != secret.id]
    contents = case_of(
        [*held, secret], item("a", source="one"), item("b", source="other"), supports("a", "b")
    )
    assert bonds(contents) == [("owner", ("a", "b"), "")]


def test_an_item_that_would_give_its_source_away_keeps_the_owner_unnamed() -> None:
    contents = case_of(
        [*OWNED],
        item("a", source="one", sensitivity=["protected_source"]),
        item("b", source="other"),
        supports("a", "b"),
    )
    assert bonds(contents) == [("owner", ("a", "b"), "")]


def test_groups_and_scenes_are_named_and_joint_texts_and_rings_are_not() -> None:
    scenes = [Item(each, "satellite_image", Values({"scene_id": "S2A_1 "})) for each in "cd"]
    joint = {"joint": True, "verbatim": "We condemn."}
    texts = [Item(each, "official_statement", Values({**joint})) for each in "ef"]
    contents = case_of(
        item("a", origin_group=" Field team"),
        item("b", origin_group="field TEAM"),
        scenes,
        texts,
        supports(*"abcdefgh"),
        flow("g<h", "h<g"),
        names="g h",
    )
    assert sorted(bonds(contents)) == [
        ("group", ("a", "b"), "Field team"),
        ("ring", ("g", "h"), ""),
        ("scene", ("c", "d"), "S2A_1"),
        ("text", ("e", "f"), ""),
    ]


def test_the_same_object_and_the_same_thing_are_two_reasons() -> None:
    thing = Link("c d", "same_as", Ref.item("c"), Ref.item("d"))
    contents = case_of(supports(*"abcd"), flow("a=b", "b=c"), [thing], names="a b c d")
    assert bonds(contents) == [
        ("same_object", ("a", "b", "c"), ""),
        ("same_as", ("c", "d"), ""),
    ]


def test_what_ties_a_root_by_way_of_others_is_told_with_them() -> None:
    # x rests on more and is no origin itself; one origin shows its scene, and one its object.
    scenes = [Item(each, "satellite_image", Values({"scene_id": "S2A_1"})) for each in "ax"]
    contents = case_of(scenes, supports("a", "b", "x"), flow("x<y", "x=b"), names="b y")
    assert bonds(contents) == [("scene", ("a", "x"), "S2A_1"), ("same_object", ("b", "x"), "")]
    objects = case_of(supports("a", "b", "x"), flow("x<y", "a=x", "x=b"), names="a b x y")
    assert bonds(objects) == [("same_object", ("a", "b"), "")]


def test_what_is_perhaps_the_same_is_told_unless_it_is_certain_by_other_ways() -> None:
    contents = case_of(supports(*"abc"), flow("a~b", "b~c", "c=a", "x~a"), names="a b c x")
    assert doubts_of(contents, lines_to(contents, "C", 1)) == (
        Bond(Tie.OBJECT, ("a", "b")),
        Bond(Tie.OBJECT, ("b", "c")),
    )
    certain = case_of(supports(*"abc"), flow("a~b", "b=c", "c=a"), names="a b c")
    assert doubts_of(certain, lines_to(certain, "C", 1)) == ()


def test_a_choke_point_is_told_where_several_mentions_rest_on_it() -> None:
    contents = case_of(
        supports("paper1", "paper2", "alone", "wire"),
        flow("paper1<wire", "paper2<wire", "wire<ministry", "alone<far"),
        names="paper1 paper2 alone wire ministry far",
    )
    found = lines_to(contents, "C", 1)
    assert chokes_of(contents, found) == (Choke(("wire",), ("paper1", "paper2", "wire")),)
    apart = case_of(supports("a", "b"), flow("a<x", "b<y"), names="a b x y")
    assert chokes_of(apart, lines_to(apart, "C", 1)) == ()


def test_items_that_let_one_line_through_together_are_one_choke_point() -> None:
    contents = case_of(supports("a", "b", "c"), flow("a<x", "b<y", "a=b", "c<b"), names="a b c x y")
    (choke,) = chokes_of(contents, lines_to(contents, "C", 1))
    assert set(choke.items) == {"a", "b"} and set(choke.mentions) == {"a", "b", "c"}


@given(
    st.lists(
        st.tuples(st.sampled_from(["", "", "x", "y"]), st.sampled_from(["", "", "s", "t"])),
        min_size=2,
        max_size=8,
    ).flatmap(
        lambda told: st.tuples(
            st.just(told),
            st.sets(
                st.tuples(
                    *[st.integers(0, len(told) - 1)] * 2, st.sampled_from(["<", "<", "=", "~"])
                ),
                max_size=12,
            ),
            st.sets(st.integers(0, len(told) - 1), min_size=1),
        )
    )
)
@settings(max_examples=300)
def test_the_reasons_given_are_enough_to_make_each_origin_one(
    drawn: tuple[list[tuple[str, str]], set[tuple[int, int, str]], set[int]],
) -> None:
    told, joined, mentioned = drawn
    contents = case_of(
        [
            Item(f"n{n}", "satellite_image", Values({"origin_group": group, "scene_id": scene}))
            for n, (group, scene) in enumerate(told)
        ],
        flow(*(f"n{a}{how}n{b}" for a, b, how in sorted(joined) if a != b)),
        supports(*(f"n{n}" for n in sorted(mentioned))),
    )
    found = lines_to(contents, "C", 1)
    for root, given_for in zip(found.roots, bonds_of(contents, found), strict=True):
        ties = Unions()
        for bond in given_for:
            assert len(bond.items) > 1
            for one, other in pairwise(bond.items):
                ties.join(one, other)
        assert len({ties.first(each) for each in root.items}) == 1
    for choke in chokes_of(contents, found):
        assert choke.items in found.cut and set(choke.mentions) <= set(found.mentions)


# -- saying so ---------------------------------------------------------------------------------


def groups(contents: Contents) -> dict[str, str]:
    """The named groups, by item."""
    held = ((each.id, each.values.text("origin_group")) for each in contents.items.values())
    return {item_id: name for item_id, name in held if name}


def run(contents: Contents, change: ChangeSet) -> None:
    """Carry out a change, and see that it can be taken back in one step."""
    before = groups(contents)
    contents.apply(change)
    contents.apply(change.reversed())
    assert groups(contents) == before
    contents.apply(change)


def test_items_are_made_one_origin_and_taken_out_of_it_in_one_step_each() -> None:
    contents = case_of(supports(*"abc"), names="a b c")
    run(contents, make_one_origin(contents, ["a", "b", "a"], "  Field   team "))
    assert groups(contents) == {"a": "Field team", "b": "Field team"}
    found = lines_to(contents, "C", 1)
    assert len(found.roots) == 2 and found.high == 2
    run(contents, part_origin(contents, ["a", "b", "c"]))
    assert groups(contents) == {} and lines_to(contents, "C", 1).high == 3


def test_a_group_in_another_spelling_is_the_same_and_others_leave_it_and_no_other() -> None:
    contents = case_of(
        *(item("a"), item("b", origin_group="Field team")),
        *(item("c", origin_group="Field Team"), item("d", origin_group="Wire")),
    )
    run(contents, make_one_origin(contents, ["a", "b"], "FIELD TEAM", others=["b", "c", "d"]))
    assert groups(contents) == {"a": "Field team", "b": "Field team", "d": "Wire"}
    assert make_one_origin(contents, ["a", "b"], "Field team").edits == ()


def test_a_group_without_a_name_and_kinds_of_a_newer_version_are_refused() -> None:
    contents = case_of([Item("new", "hologram", Values({"title": "New"}))], names="a")
    with pytest.raises(InvalidChange, match="needs a name"):
        make_one_origin(contents, ["a"], "  ")
    with pytest.raises(InvalidChange, match="newer version"):
        make_one_origin(contents, ["a", "new"], "Field team")
    with pytest.raises(InvalidChange, match="newer version"):
        part_origin(contents, ["new"])
