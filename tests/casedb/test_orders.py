"""Orders that dates contradict."""

from __future__ import annotations

import pytest

from casedb.analysis.orders import in_order, is_contradicted
from casedb.model.contents import Contents
from casedb.model.fuzzy_date import FuzzyDate
from casedb.model.records import CaseInfo, Item, Link, Ref
from casedb.model.values import Values


def event(name: str, when: str) -> Item:
    return Item(
        name, "event", Values({"happened": FuzzyDate.parse(when).to_json()} if when else {})
    )


def joined(type_name: str, start: str, end: str) -> tuple[Contents, Link]:
    """Two events of these dates, and a link from the first to the second."""
    link = Link("link", type_name, Ref.item("start"), Ref.item("end"))
    return Contents([CaseInfo("case"), event("start", start), event("end", end), link]), link


@pytest.mark.parametrize(
    ("start", "end", "is_against"),
    [
        ("2024-03-01", "2024-02-01", True),
        ("2024-02-01", "2024-03-01", False),
        # What may meet, and what a zone that nobody stated may turn, is no contradiction.
        ("2024-02-10", "2024-02", False),
        ("2024-02-01", "2024-02-01", False),
        ("2024-03-01T10:00Z", "2024-03-01T09:00", False),
        ("2024-03-01T10:00Z", "2024-03-01T11:00+02:00", True),
        ("2024-03~", "2024-02-20", False),
        ("2024-03/..", "2024-02-01", True),
        ("2024-03-01", "2024-02/..", False),
        ("2024-03-01", "", False),
    ],
)
def test_what_precedes_is_not_dated_after(start: str, end: str, is_against: bool) -> None:
    assert is_contradicted(*joined("precedes", start, end)) is is_against


@pytest.mark.parametrize("type_name", ["responds_to", "denies", "confirms", "corrects", "retracts"])
def test_what_answers_is_not_dated_before(type_name: str) -> None:
    assert is_contradicted(*joined(type_name, "2024-02-01", "2024-03-01"))
    assert not is_contradicted(*joined(type_name, "2024-03-01", "2024-02-01"))


def test_links_that_say_nothing_of_an_order_contradict_nothing() -> None:
    contents, link = joined("related", "2024-03-01", "2024-02-01")
    assert in_order(contents, link) is None
    assert not is_contradicted(contents, link)
