"""What of a board stands back while lines are drawn on it, and what of them is counted as not shown."""

from __future__ import annotations

from board_strategies import contents_of, item
from caseboard.lines_on_board import LinesOnBoard, cards_of_line
from casedb.analysis.independence import lines_to
from casedb.analysis.traces import Traces, traces_of
from casedb.model.contents import Contents
from casedb.model.records import Board, Card, Element, Fold, Frame, Link, Ref


def case() -> tuple[Contents, Traces]:
    """Claim c with element e; a speaks to e and comes from o, which is folded away; n lies beside, and m
    lies nowhere; d says the contrary."""
    contents = contents_of(
        [
            item("c", "claim"),
            Element("e", "c", 0),
            *(item(each) for each in "aondm"),
            Board("b", "Board"),
            Board("other", "Other"),
            *(Card(f"{each}1", "b", each, 0, 0, 100, 50, 0) for each in "caond"),
            Card("a2", "b", "a", 500, 0, 100, 50, 0),
            Card("c3", "other", "c", 0, 0, 100, 50, 0),
            Frame("near", "b", "Near", 0, 0, 500, 500),
            Frame("far", "b", "Far", 0, 0, 500, 500),
            Frame("open", "b", "Open", 0, 0, 500, 500),
            Fold("f1", "near", 500, 500, ("o1",)),
            Fold("f2", "far", 500, 500, ("n1",)),
            Link("a+e", "supports", Ref.item("a"), Ref.element("e")),
            Link("m+c", "supports", Ref.item("m"), Ref.item("c")),
            Link("d-c", "disputes", Ref.item("d"), Ref.item("c")),
            Link("d-e", "disputes", Ref.item("d"), Ref.element("e")),
            Link("a<o", "derived_from", Ref.item("a"), Ref.item("o")),
            Link("a~o", "related", Ref.item("o"), Ref.item("a")),
            Link("n~d", "related", Ref.item("n"), Ref.item("d")),
        ]
    )
    return contents, traces_of(contents, "c", 1, lines_to(contents, "c", 1))


def test_all_stands_back_but_what_is_on_a_line_or_holds_it() -> None:
    contents, traces = case()
    here = LinesOnBoard.of(contents, "b", traces, frozenset())
    assert here.faded == {"n1", "d1", "far"}
    assert here.faded_links == {"d-c", "d-e", "a~o"}
    assert (here.absent, here.hidden) == (1, 0)


def test_an_item_is_hidden_where_none_of_its_cards_is_shown() -> None:
    contents, traces = case()
    assert LinesOnBoard.of(contents, "b", traces, {"a1"}).hidden == 0
    hidden = LinesOnBoard.of(contents, "b", traces, {"a1", "a2", "o1"})
    assert (hidden.absent, hidden.hidden) == (1, 2)
    assert hidden.faded == {"n1", "d1", "far", "near"}


def test_another_board_lacks_the_rest() -> None:
    contents, traces = case()
    here = LinesOnBoard.of(contents, "other", traces, frozenset())
    assert (here.faded, here.absent) == (frozenset(), 3)


def test_the_cards_of_a_line_are_all_of_it_on_one_board_with_the_claim() -> None:
    contents, traces = case()
    numbers = {line.items[-1]: line.number for line in traces.lines}
    assert set(cards_of_line(contents, "b", traces, numbers["a"])) == {"c1", "a1", "a2", "o1"}
    assert cards_of_line(contents, "other", traces, numbers["a"]) == ["c3"]
    assert cards_of_line(contents, "b", traces, numbers["m"]) == ["c1"]
