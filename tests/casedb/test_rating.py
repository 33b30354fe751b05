"""Entries of a grid: what one of them makes of links and ratings, and that it is taken back."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedb.analysis.ach import Matrix, matrix_of
from casedb.analysis.ach_book import MatrixBook
from casedb.analysis.coverage import coverage_of
from casedb.commands import items, links, removal
from casedb.commands.rating import Judge, rate, speak
from casedb.errors import InvalidChange
from casedb.model.assessments import SCHEME_OF
from casedb.model.changes import ChangeSet, Edit
from casedb.model.contents import Contents
from casedb.model.json_value import JsonValue
from casedb.model.ratings import Cell, Rating
from casedb.model.records import Assessment, CaseInfo, Element, Item, Ref, Source
from casedb.model.schemes import SCHEMES
from casedb.model.values import Values

RATED = [each for each in Rating if each.is_rated]


class Desk:
    """A claim with two elements, another claim, and evidence; changed by commands alone."""

    def __init__(self) -> None:
        numbers = count(1)
        self.new_id: Callable[[], str] = lambda: f"{next(numbers):08d}"
        self.contents = Contents(
            [
                CaseInfo("case"),
                *SCHEMES,
                *(Item(each, "claim") for each in "XY"),
                *(Item(each, "document") for each in "abc"),
                Element("who", "X", 0, Values({"role": "actor"})),
                Element("where", "X", 1, Values({"role": "place"})),
            ]
        )

    def run(self, change: ChangeSet) -> ChangeSet:
        """Carry out a change, and see that it can be taken back."""
        before = Contents(self.contents.records())
        self.contents.apply(change)
        after = Contents(self.contents.records())
        self.contents.apply(change.reversed())
        assert self.contents == before
        self.contents.apply(change)
        assert self.contents == after
        return change

    def rate(self, item: str, rating: Rating | str, claim: str = "X") -> ChangeSet:
        judge = Judge("Ada", f"2024-01-01T{self.new_id()}")
        return self.run(rate(self.contents, self.new_id, claim, item, Rating(rating), judge))

    def link(self, item: str, sort: str, target: str, **values: JsonValue) -> str:
        end = Ref.element(target) if target in ("who", "where") else Ref.item(target)
        change = links.connect(self.contents, self.new_id, Ref.item(item), sort, end, values)
        self.run(change)
        return change.edits[0].record.id

    def cell(self, item: str, claim: str = "X") -> Cell:
        return matrix_of(self.contents, [claim]).cell(claim, item)

    def linked(self) -> list[tuple[str, str, str]]:
        every = self.contents.links.values()
        return [(each.type, each.end.id, each.values.text("strength")) for each in every]


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.mark.parametrize(
    ("rating", "expected"),
    [
        ("CC", [("supports", "X", "strong")]),
        ("C", [("supports", "X", "")]),
        ("N", []),
        ("I", [("disputes", "X", "")]),
        ("II", [("disputes", "X", "strong")]),
        ("not_applicable", []),
    ],
)
def test_an_entry_where_nothing_was_is_a_link_or_a_rating(
    desk: Desk, rating: str, expected: list[tuple[str, str, str]]
) -> None:
    change = desk.rate("a", rating)
    assert change.label == "Rate evidence" and len(change.edits) == 1
    assert desk.linked() == expected
    assert desk.cell("a").rating == rating and not desk.cell("a").is_apart
    assert len(desk.contents.assessments_for("X")) == (not expected)


def test_an_entry_over_a_link_keeps_what_else_it_says(desk: Desk) -> None:
    link = desk.link("a", "supports", "X", rationale="It shows her.", strength="weak")
    assert not desk.rate("a", "C").edits
    desk.rate("a", "CC")
    assert desk.linked() == [("supports", "X", "strong")]
    desk.rate("a", "I")
    assert desk.linked() == [("disputes", "X", "")]
    desk.rate("a", "N")
    assert desk.linked() == [("bears_on", "X", "")]
    assert desk.contents.links[link].values.text("rationale") == "It shows her."
    assert desk.contents.assessments_for("X") == []


def test_a_rating_that_says_otherwise_is_followed_by_one_that_says_the_same(desk: Desk) -> None:
    desk.rate("a", "N")
    desk.rate("a", "II")
    assert desk.linked() == [("disputes", "X", "strong")]
    assert [each.value for each in desk.contents.assessments_for("X")] == ["N", "II"]
    assert desk.cell("a").rating is Rating.VERY_INCONSISTENT and not desk.cell("a").is_apart


def test_what_an_entry_said_is_taken_back(desk: Desk) -> None:
    assert not desk.rate("a", "unrated").edits
    desk.rate("a", "C")
    assert desk.rate("a", "unrated").label == "Clear rating"
    assert desk.linked() == [] and desk.contents.assessments_for("X") == []
    desk.rate("b", "not_applicable")
    desk.rate("b", "unrated")
    assert desk.cell("b").rating is Rating.UNRATED
    assert not desk.rate("b", "unrated").edits
    desk.rate("c", "I")
    desk.rate("c", "not_applicable")
    assert desk.linked() == [] and desk.cell("c").rating is Rating.NOT_APPLICABLE


def test_a_link_that_undercuts_another_goes_with_it(desk: Desk) -> None:
    link = desk.link("a", "supports", "X")
    desk.run(links.connect(desk.contents, desk.new_id, Ref.item("b"), "undercuts", Ref.link(link)))
    desk.rate("a", "unrated")
    assert desk.linked() == []


def test_one_link_to_an_element_is_what_the_cell_is(desk: Desk) -> None:
    desk.link("a", "supports", "who")
    desk.rate("a", "I")
    assert desk.linked() == [("disputes", "who", "")]
    desk.rate("a", "unrated")
    assert desk.linked() == []


def test_beside_links_to_several_elements_an_entry_is_about_the_claim_as_a_whole(
    desk: Desk,
) -> None:
    desk.link("a", "supports", "who")
    desk.link("a", "supports", "where")
    desk.rate("a", "II")
    assert desk.linked()[-1] == ("disputes", "X", "strong")
    assert desk.cell("a").rating is Rating.VERY_INCONSISTENT
    desk.rate("a", "unrated")
    assert len(desk.linked()) == 2 and desk.cell("a").rating is Rating.CONSISTENT
    for refused in ("unrated", "not_applicable"):
        with pytest.raises(InvalidChange, match="2 links"):
            desk.rate("a", refused)


def test_an_entry_that_several_links_would_belie_is_refused(desk: Desk) -> None:
    desk.link("a", "supports", "who")
    desk.link("a", "disputes", "where")
    with pytest.raises(InvalidChange, match="2 links say this together"):
        desk.rate("a", "C")
    desk.link("b", "supports", "X")
    desk.link("b", "supports", "X", label="again")
    desk.rate("b", "CC")
    assert desk.cell("b").rating is Rating.VERY_CONSISTENT and not desk.cell("b").is_apart
    with pytest.raises(InvalidChange):
        desk.rate("b", "I")


@given(st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from(list(Rating))), max_size=6))
def test_the_last_entry_holds(drawn: list[tuple[str, Rating]]) -> None:
    desk = Desk()
    last: dict[str, Rating] = {}
    for item, rating in drawn:
        desk.rate(item, rating)
        last[item] = rating
    for item, rating in last.items():
        assert desk.cell(item).rating is rating and not desk.cell(item).is_apart


@pytest.mark.parametrize("target", [Ref.element("who"), Ref.item("X")])
def test_what_an_item_says_of_a_part_is_a_link(desk: Desk, target: Ref) -> None:
    def enter(rating: Rating) -> ChangeSet:
        return desk.run(speak(desk.contents, desk.new_id, "a", target, rating))

    for rating, sort, strength in (
        (Rating.CONSISTENT, "supports", ""),
        (Rating.VERY_CONSISTENT, "supports", "strong"),
        (Rating.NEUTRAL, "bears_on", "strong"),
        (Rating.VERY_INCONSISTENT, "disputes", "strong"),
        (Rating.INCONSISTENT, "disputes", ""),
    ):
        assert enter(rating).label == "Link evidence"
        (linked,) = desk.linked()
        assert linked[:2] == (sort, target.id)
        assert rating is Rating.NEUTRAL or linked[2] == strength
    whole, rows = coverage_of(desk.contents, "X").whole, coverage_of(desk.contents, "X").rows
    assert [len(each.cells) for each in (whole, *rows)] == [
        int(target.id == "X"),
        int(target.id == "who"),
        0,
    ]
    assert enter(Rating.UNRATED).label == "Unlink evidence"
    assert desk.linked() == []
    desk.link("a", "supports", target.id)
    desk.link("a", "supports", target.id, label="again")
    with pytest.raises(InvalidChange, match="2 links"):
        enter(Rating.INCONSISTENT)


# -- the matrix that is kept ----------------------------------------------------------------


def kept(desk: Desk) -> MatrixBook:
    book = MatrixBook(desk.contents, "XY")
    renew(book)
    return book


def renew(book: MatrixBook) -> None:
    for _ in book.reckon():
        pass
    for _ in book.find_origins():
        pass


def followed(book: MatrixBook, change: ChangeSet) -> Matrix:
    if book.follow(change.edits) is None:
        renew(book)
    for _ in book.find_origins():
        pass
    return book.matrix


def assessment(desk: Desk, sort: str, item: str, value: str, claim: str | None) -> ChangeSet:
    number = desk.new_id()
    scheme = SCHEME_OF[sort]
    return items.assess(Assessment(number, sort, item, claim, scheme, value, "Ada", number))


STEPS: dict[str, Callable[[Desk], ChangeSet]] = {
    "for": lambda desk: desk.rate("a", "C"),
    "against": lambda desk: desk.rate("b", "II", "Y"),
    "cleared": lambda desk: desk.rate("b", "unrated", "Y"),
    "neutral": lambda desk: desk.rate("a", "N", "Y"),
    "not applicable": lambda desk: desk.rate("c", "not_applicable"),
    "an element": lambda desk: desk.run(
        speak(desk.contents, desk.new_id, "c", Ref.element("where"), Rating.INCONSISTENT)
    ),
    "derived": lambda desk: desk.run(
        links.connect(desk.contents, desk.new_id, Ref.item("b"), "derived_from", Ref.item("a"))
    ),
    "credible": lambda desk: desk.run(assessment(desk, "credibility", "b", "1", None)),
    "another kind": lambda desk: desk.run(
        ChangeSet("Edit", (Edit(desk.contents.items["c"], Item("c", "claim")),))
    ),
    "a source": lambda desk: desk.run(
        ChangeSet(
            "Edit",
            (
                Edit(desk.contents.items["a"], Item("a", "document", Values({"source": "s"}))),
                Edit(None, Source("s")),
            ),
        )
        if "s" not in desk.contents.sources
        else ChangeSet(
            "Edit",
            (Edit(desk.contents.sources["s"], Source("s", Values({"name": desk.new_id()}))),),
        )
    ),
    "an element goes": lambda desk: desk.run(
        removal.delete_elements(
            desk.contents, ["where"] if "where" in desk.contents.elements else []
        )
    ),
    "an item goes": lambda desk: desk.run(
        removal.delete_items(desk.contents, ["c"] if "c" in desk.contents.items else [])
    ),
}


@given(st.lists(st.sampled_from(sorted(STEPS)), max_size=8))
def test_a_matrix_that_is_kept_is_the_matrix(drawn: list[str]) -> None:
    desk = Desk()
    book = kept(desk)
    for name in drawn:
        if name in ("not applicable", "an element", "another kind") and (
            "c" not in desk.contents.items or "where" not in desk.contents.elements
        ):
            continue
        if name == "not applicable" and any(
            each.end.id == "where" for each in desk.contents.links.values()
        ):
            continue
        change = STEPS[name](desk)
        assert followed(book, change) == matrix_of(desk.contents, "XY")
        for undone in (change.reversed(), change):
            desk.contents.apply(undone)
            assert followed(book, undone) == matrix_of(desk.contents, "XY")


def test_only_what_a_change_touches_is_reckoned_anew(desk: Desk) -> None:
    book = kept(desk)
    assert book.follow(desk.rate("a", "C").edits) == {"a"}
    other = Item("n", "note")
    assert book.follow([Edit(None, other)]) == frozenset()
    assert book.follow(desk.run(removal.delete_items(desk.contents, ["Y"])).edits) is None


def test_what_is_set_aside_counts_for_nothing(desk: Desk) -> None:
    desk.rate("a", "I", "X")
    desk.rate("b", "I", "Y")
    desk.rate("c", "I", "Y")
    matrix = matrix_of(desk.contents, "XY")
    assert matrix.leading() == {"X"} and matrix.leading({"b", "c"}) == {"Y"}
    assert matrix.weighted("Y", {"b"}) == matrix.inconsistency("Y", {"b"}) == 1
    assert matrix.hanging_on_items({"b"}) == {"a": frozenset("X"), "c": frozenset("Y")}
    assert matrix.hanging_on_origins({"b"}) == {
        frozenset("a"): frozenset("X"),
        frozenset("c"): frozenset("Y"),
    }
    assert matrix.hanging_on_items({"a", "b", "c"}) == {}
