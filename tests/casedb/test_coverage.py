"""Which parts of a claim have evidence, and what a kind of evidence cannot show."""

from __future__ import annotations

import pytest

from casedb.analysis.coverage import Cover, coverage_of, limit_of
from casedb.model.contents import Contents
from casedb.model.kinds import KINDS
from casedb.model.kinds.claim import ELEMENT_ROLES
from casedb.model.records import CaseInfo, Element, Item, Link, Record, Ref, Source
from casedb.model.schemes import SCHEMES
from casedb.model.values import Values

ROLES = [each.value for each in ELEMENT_ROLES]


def case_of(*records: Record) -> Contents:
    return Contents([CaseInfo("case"), *SCHEMES, Item("C", "claim"), *records])


def part(role: str, *, required: bool = False) -> Element:
    return Element(role, "C", ROLES.index(role), Values({"role": role, "required": required}))


def says(item: str, element: str, sort: str = "supports") -> Link:
    return Link(f"{item} {sort} {element}", sort, Ref.item(item), Ref.element(element))


def test_every_element_has_a_row_with_what_speaks_to_it() -> None:
    contents = case_of(
        part("actor", required=True),
        part("object"),
        Item("a", "document"),
        Item("b", "document"),
        Item("c", "document"),
        says("b", "object"),
        says("b", "object", "disputes"),
        says("a", "object", "bears_on"),
        Link("whole", "supports", Ref.item("c"), Ref.item("C")),
        Link("other", "derived_from", Ref.item("a"), Ref.item("b")),
        Link("away", "excludes", Ref.item("C"), Ref.item("D")),
        Item("D", "claim"),
    )
    grid = coverage_of(contents, "C")
    assert grid.evidence == ("a", "b", "c")
    actor, thing = grid.rows
    assert (actor.cover, actor.is_required, actor.cells) == (Cover.NOTHING, True, ())
    assert (thing.cover, thing.is_required) == (Cover.COVERED, False)
    assert {each.item: each.polarities for each in thing.cells} == {
        "a": frozenset({0}),
        "b": frozenset({1, -1}),
    }
    assert grid.whole.element is None and [each.item for each in grid.whole.cells] == ["c"]
    assert grid.uncovered == (actor,)


@pytest.mark.parametrize(
    ("kind", "role", "is_able"),
    [
        ("debris_analysis", "object", True),
        ("debris_analysis", "place", True),
        ("debris_analysis", "recipient", False),
        ("debris_analysis", "route", False),
        ("debris_analysis", "actor", False),
        ("satellite_image", "place", True),
        ("satellite_image", "quantity", True),
        ("satellite_image", "actor", False),
        ("satellite_image", "recipient", False),
        ("document", "recipient", True),
        ("of a newer version", "recipient", True),
    ],
)
def test_what_a_kind_cannot_show_covers_nothing_by_itself(
    kind: str, role: str, is_able: bool
) -> None:
    item = Item("a", kind)
    contents = case_of(part(role), item, says("a", role))
    (row,) = coverage_of(contents, "C").rows
    assert row.is_uncovered is not is_able
    assert row.cover is (Cover.COVERED if is_able else Cover.BEYOND)
    assert bool(limit_of(item, role)) is not is_able
    more = case_of(part(role), item, says("a", role), Item("b", "document"), says("b", role))
    assert coverage_of(more, "C").rows[0].cover is Cover.COVERED


def test_what_rests_on_interested_parties_alone_says_so() -> None:
    sources = [
        Source(each, Values({"interest": each})) for each in ("party", "ally", "none", "unknown")
    ]
    statement = Item("s", "official_statement", Values({"issuers": ["party"]}))
    of_ally = Item("p", "media", Values({"source": "ally"}))
    parts = (part("actor"), *sources, statement, of_ally, says("s", "actor"), says("p", "actor"))
    assert coverage_of(case_of(*parts), "C").rows[0].cover is Cover.INTERESTED
    for source in ("none", "unknown", ""):
        third = Item("t", "document", Values({"source": source}))
        rows = coverage_of(case_of(*parts, third, says("t", "actor")), "C").rows
        assert rows[0].cover is Cover.COVERED
    debris = Item("d", "debris_analysis", Values({"analyst": "none"}))
    rows = coverage_of(case_of(*parts, debris, says("d", "actor")), "C").rows
    assert rows[0].cover is Cover.INTERESTED


def test_who_passes_on_what_interested_parties_say_covers_nothing_more() -> None:
    sources = [Source(each, Values({"interest": each})) for each in ("party", "none")]
    statement = Item("s", "official_statement", Values({"issuers": ["party"]}))
    paper = Item("p", "document", Values({"source": "none"}))
    study = Item("d", "document", Values({"source": "none"}))
    parts = (part("actor"), *sources, statement, paper, study, says("p", "actor"))

    def cover(*more: Record) -> Cover:
        return coverage_of(case_of(*parts, *more), "C").rows[0].cover

    assert cover() is Cover.COVERED
    assert cover(derived("p", "s", "summarises")) is Cover.INTERESTED
    assert cover(derived("p", "s", "relies_on")) is Cover.COVERED
    of_both = derived("p", "s", "summarises"), derived("p", "d", "quotes")
    assert cover(*of_both) is Cover.COVERED
    # Of those that a report names, such as speak to the claim themselves count, to whichever part.
    assert cover(*of_both, says("s", "actor")) is Cover.INTERESTED
    other = Element("place", "C", 1, Values({"role": "place"}))
    to_place = Link("d place", "supports", Ref.item("d"), Ref.element("place"))
    assert cover(*of_both, says("s", "actor"), other, to_place) is Cover.COVERED


def derived(item: str, other: str, how: str) -> Link:
    values = Values({"derivation": how})
    return Link(f"{item}<{other}", "derived_from", Ref.item(item), Ref.item(other), values)


def test_what_a_party_passes_on_is_its_own_word_all_the_same() -> None:
    sources = [Source(each, Values({"interest": each})) for each in ("party", "none")]
    paper = Item("p", "document", Values({"source": "party"}))
    study = Item("d", "document", Values({"source": "none"}))
    parts = (part("actor"), *sources, paper, study, says("p", "actor"))
    held = case_of(*parts, derived("p", "d", "quotes"))
    assert coverage_of(held, "C").rows[0].cover is Cover.INTERESTED


def test_what_is_only_disputed_is_no_gap() -> None:
    contents = case_of(part("time"), Item("a", "document"), says("a", "time", "disputes"))
    (row,) = coverage_of(contents, "C").rows
    assert row.cover is Cover.AGAINST and not row.is_uncovered


def test_a_kind_says_what_it_cannot_show_of_parts_that_there_are() -> None:
    for kind in KINDS.values():
        assert kind.shows_not <= set(ROLES)
        assert bool(kind.shows_not) is bool(kind.limit)
