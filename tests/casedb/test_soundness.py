"""The door: what is refused leaves no trace, and what passes can be read again without a loss."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casedb import Case, CaseError
from casedb.commands import links
from casedb.errors import InvalidChange
from casedb.model.changes import ChangeSet, Edit
from casedb.model.records import (
    Assessment,
    Attachment,
    Board,
    Card,
    CaseInfo,
    Element,
    Fold,
    Frame,
    Item,
    Link,
    Record,
    Ref,
    Route,
    SavedView,
    Scale,
)
from casedb.model.values import Values
from casedb.store.rows import tables_of
from record_strategies import records
from templates import Templates, create_empty

Breaking = Callable[[Case, Item, Link], ChangeSet]


def added(*new: Record) -> ChangeSet:
    return ChangeSet("Add", tuple(Edit(None, record) for record in new))


def removed(*old: Record) -> ChangeSet:
    return ChangeSet("Remove", tuple(Edit(record, None) for record in old))


def judge(subject: str) -> Assessment:
    return Assessment("j", "reliability", subject, None, "admiralty-reliability", "A", "", "")


BREAKINGS: list[Breaking] = [
    lambda case, item, link: added(CaseInfo("second")),
    lambda case, item, link: removed(case.contents.info),
    lambda case, item, link: removed(*case.contents.boards),
    lambda case, item, link: added(replace(judge("nobody"), scheme=scheme(case))),
    lambda case, item, link: added(Card("c", "no board", item.id, 0, 0, 50, 50)),
    lambda case, item, link: added(Card("c", board(case), "no item", 0, 0, 50, 50)),
    lambda case, item, link: added(Card("c", board(case), item.id, 0, 0, 0, 50)),
    lambda case, item, link: added(Card("c", board(case), item.id, 1e300, 0, 50, 50)),
    lambda case, item, link: added(Board("b", "Far away", 2**70)),
    lambda case, item, link: added(Element("e", "no claim", 0)),
    lambda case, item, link: added(Link("l", "supports", Ref.item("x"), Ref.item(item.id))),
    lambda case, item, link: added(Route("r", board(case), "no link", ())),
    lambda case, item, link: added(Fold("d", "no frame", 9, 9, ())),
    lambda case, item, link: added(frame(case), Fold("d", "f", 9, 9, ())),
    lambda case, item, link: added(folded(case), Fold("d", "f", 9, 9, ("no card",))),
    lambda case, item, link: added(folded(case), Fold("d", "f", 9, 9, ("f",))),
    lambda case, item, link: added(
        folded(case), frame(case, "g"), Fold("d", "f", 9, 9, ("g", "g"))
    ),
    lambda case, item, link: added(folded(case), Fold("d", "f", 0, 9, ())),
    lambda case, item, link: added(folded(case), *(Fold(n, "f", 9, 9, ()) for n in "de")),
    lambda case, item, link: added(
        *(folded(case), folded(case, "g"), frame(case, "h")),
        *(Fold("d", "f", 9, 9, ("h",)), Fold("e", "g", 9, 9, ("h",))),
    ),
    lambda case, item, link: added(
        *(folded(case), folded(case, "g"), folded(case, "h"), Fold("d", "f", 9, 9, ("g",))),
        *(Fold("e", "g", 9, 9, ("h",)), Fold("i", "h", 9, 9, ("f",))),
    ),
    lambda case, item, link: added(
        *(Board("other", "Other"), folded(case), Frame("g", "other", "", 0, 0, 9, 9)),
        Fold("d", "f", 9, 9, ("g",)),
    ),
    lambda case, item, link: added(Scale("s", "no frame", "2023-01-01", "2024-01-01")),
    lambda case, item, link: added(frame(case), Scale("s", "f", "2024-01-02", "2024-01-01")),
    lambda case, item, link: added(frame(case), Scale("s", "f", "2024-01-01", "soon")),
    lambda case, item, link: added(
        frame(case), *(Scale(n, "f", "2024-01-01", "2024-02-01") for n in "st")
    ),
    lambda case, item, link: added(SavedView("v", "no board", "View")),
    lambda case, item, link: added(*(SavedView(n, board(case), "Twice") for n in "vw")),
    lambda case, item, link: added(Attachment("a", item.id, "no artifact")),
    lambda case, item, link: removed(item),
    lambda case, item, link: removed(link),
    lambda case, item, link: added(Item("i", "note", Values({"title": "half \ud800"}))),
]


@pytest.mark.parametrize("change", BREAKINGS)
def test_a_change_that_would_not_be_sound_is_refused_and_leaves_no_trace(
    tmp_path: Path, templates: Templates, change: Breaking
):
    with Case.open(templates.copy(create_empty, tmp_path / "a.caseboard")) as case:
        item, claim = case.add("note", title="seen"), case.add("claim", title="said")
        link = case.link(item, "supports", claim)
        undercut = case.link(case.add("note"), "undercuts", link)
        case.assess(undercut, "reliability", "A")
        before, head = tables_of(case.contents), case.journal.head
        content = case.path.read_bytes()
        with pytest.raises(InvalidChange) as refusal:
            case.run(change(case, item, link))
        assert str(refusal.value).endswith(".")
        assert (tables_of(case.contents), case.journal.head) == (before, head)
        assert case.path.read_bytes() == content


def board(case: Case) -> str:
    return case.contents.boards[0].id


def frame(case: Case, name: str = "f") -> Frame:
    return Frame(name, board(case), "", 0, 0, 220, 64)


def folded(case: Case, name: str = "f") -> Frame:
    return replace(frame(case, name), collapsed=True)


def scheme(case: Case) -> str:
    return next(iter(case.contents.schemes))


def test_links_cannot_rest_on_each_other_in_a_circle(tmp_path: Path):
    with Case.create(tmp_path / "a.caseboard") as case:
        note, claim = case.add("note"), case.add("claim")
        first = case.link(note, "supports", claim)
        second = case.link(note, "undercuts", first)
        third = case.link(note, "undercuts", second)
        back = replace(second, end=Ref.link(third.id))
        with pytest.raises(InvalidChange):
            case.run(ChangeSet("Turn", (Edit(second, back),)))
        with pytest.raises(InvalidChange):
            case.run(links.reconnect(case.contents, second.id, second.start, Ref.link(third.id)))


@given(wild=st.lists(records, min_size=1, max_size=4, unique_by=lambda each: each.id))
@settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_whatever_is_accepted_is_read_again_without_a_loss(
    tmp_path: Path, templates: Templates, wild: list[Record]
):
    path = tmp_path / "a.caseboard"
    path.unlink(missing_ok=True)
    accepted = 0
    with Case.open(templates.copy(create_empty, path)) as case:
        for record in wild:
            try:
                case.run(added(record))
            except CaseError:
                continue
            accepted += 1
        rows = tables_of(case.contents)
    with Case.open(path) as again:
        assert again.losses == ()
        assert tables_of(again.contents) == rows
        assert again.journal.length == accepted + 1
