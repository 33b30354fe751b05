"""An earlier state of an item, source or link comes back as a change like any other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casedb import Case
from casedb.commands import links, removal
from casedb.commands.annotations import annotate
from casedb.commands.restoring import restore
from casedb.errors import InvalidChange
from casedb.model.link_types import End
from casedb.model.marks import Form, Mark
from casedb.model.records import Item, Link, Ref, Source
from casedb.past import Past
from random_work import Worker
from templates import Templates, create_empty


@pytest.fixture
def case(tmp_path: Path, templates: Templates) -> Iterator[Case]:
    with Case.open(templates.copy(create_empty, tmp_path / "harbour.caseboard")) as opened:
        yield opened


def test_an_item_becomes_what_it_was_and_keeps_its_exhibit_number(case: Case):
    claim = case.add("claim", title="It sailed on the fourth", summary="seen")
    early = case.contents.items[claim.id]
    case.set(claim, title="It sailed", summary=None, exhibit="CB-009")
    change = restore(case.contents, early)
    assert change.label == "Restore an earlier state"
    case.run(change)
    back = case.contents.items[claim.id]
    assert (back.title, back.values.text("summary")) == ("It sailed on the fourth", "seen")
    assert back.values.text("exhibit") == "CB-009"
    case.undo()
    assert case.contents.items[claim.id].title == "It sailed"


def test_what_is_as_it_was_needs_no_change(case: Case):
    claim = case.add("claim", title="a")
    assert not restore(case.contents, case.contents.items[claim.id])


def test_an_item_that_is_gone_comes_again_without_what_is_gone_too(case: Case):
    source = case.add_source("Ministry")
    claim = case.add("claim", title="a", source=source)
    early = case.contents.items[claim.id]
    case.run(removal.delete_items(case.contents, [claim.id]))
    case.run(removal.delete_sources(case.contents, [source.id]))
    case.run(restore(case.contents, early))
    assert case.contents.items[claim.id].title == "a"
    assert "source" not in case.contents.items[claim.id].values


def test_with_an_item_that_is_gone_comes_what_went_with_it(case: Case):
    claim, photo = case.add("claim", title="It sailed"), case.add("media", title="Photo")
    other = case.add("claim", title="It stayed")
    artifact = case.attach_bytes(photo, b"bytes", "pier.txt")
    drawn = Mark(Form.BOX, ((0.1, 0.1), (0.5, 0.5)))
    case.run(annotate(case.contents, case.new_id, artifact.id, drawn))
    case.assess(photo, "credibility", "2")
    kept, lost = case.link(photo, "supports", claim), case.link(photo, "supports", other)
    card = case.place(photo, x=40, y=80)
    then, before = case.contents.copy(), set(case.contents.records())
    case.run(removal.delete_items(case.contents, [photo.id, other.id]))
    case.run(restore(case.contents, then.items[photo.id], then))
    back = case.contents
    assert back.cards[card.id] == card and back.links[kept.id] == kept
    assert [each.artifact for each in back.attachments_of(photo.id)] == [artifact.id]
    assert len(back.annotations_of(artifact.id)) == 1
    assert [each.value for each in back.assessments_of(photo.id)] == ["2"]
    assert lost.id not in back.links, "what it led to is gone"
    gone = before - set(back.records())
    assert {each.id for each in gone} == {other.id, lost.id}
    case.undo()
    assert photo.id not in case.contents.items and card.id not in case.contents.cards


def test_what_comes_back_with_an_item_is_there_once(case: Case):
    photo = case.add("media", title="Photo")
    case.place(photo)
    early = case.contents.items[photo.id]
    then = case.contents.copy()
    case.set(photo, title="Other")
    change = restore(case.contents, early, then)
    assert len(change.edits) == 1


def test_a_link_goes_back_to_its_type_and_keeps_its_ends_where_one_is_gone(case: Case):
    a, b, c = (case.add("claim", title=title) for title in "abc")
    link = case.link(a, "supports", b, rationale="seen")
    early = case.contents.links[link.id]
    elsewhere = Ref(End.ITEM, c.id)
    case.run(links.reconnect(case.contents, link.id, early.start, elsewhere))
    case.run(restore(case.contents, early))
    assert case.contents.links[link.id] == early
    case.run(links.reconnect(case.contents, link.id, early.start, elsewhere))
    case.run(removal.delete_items(case.contents, [b.id]))
    case.run(restore(case.contents, early))
    assert case.contents.links[link.id].end.id == c.id
    case.run(removal.delete_items(case.contents, [c.id]))
    with pytest.raises(InvalidChange, match="not in the case any more"):
        restore(case.contents, early)


@given(work=st.lists(st.integers(0, 2**32 - 1), min_size=4, max_size=25), back=st.integers(0, 40))
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_was_there_can_be_brought_back_and_the_case_stays_sound(
    tmp_path_factory: pytest.TempPathFactory, templates: Templates, work: list[int], back: int
):
    path = templates.copy(create_empty, tmp_path_factory.mktemp("case") / "harbour.caseboard")
    with Case.open(path) as case:
        worker = Worker(case)
        for number in work:
            worker.do(number)
        past = Past(case.journal, case.contents)
        past.go(1 + back % case.journal.length)
        found = (
            *past.contents.all(Source).values(),
            *past.contents.all(Item).values(),
            *past.contents.all(Link).values(),
        )
        for earlier in found:
            try:
                change = restore(case.contents, earlier, past.contents)
            except InvalidChange:
                assert isinstance(earlier, Link)
                continue
            case.run(change)
            there = case.contents.get(type(earlier), earlier.id)
            assert there is not None
            if isinstance(there, Item) and isinstance(earlier, Item):
                assert there.title == earlier.title
