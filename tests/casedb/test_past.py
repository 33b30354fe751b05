"""The case as of every entry of its journal is what it was then."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casedb import Case
from casedb.entries import RowEdit
from casedb.errors import InvalidChange
from casedb.model.contents import Contents
from casedb.model.json_value import JsonValue
from casedb.model.records import RECORD_TYPES
from casedb.past import Past, as_of
from casedb.store.rows import tables_of
from random_work import Worker
from templates import Templates, create_empty

numbers = st.lists(st.integers(0, 2**32 - 1), min_size=1, max_size=25)
thorough = settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture
def paths(tmp_path: Path, templates: Templates) -> Iterator[Path]:
    """A new case, empty and closed, at every call of `next`."""
    return (
        templates.copy(create_empty, tmp_path / f"{number}.caseboard") for number in range(10**9)
    )


def told(contents: Contents) -> dict[str, list[dict[str, JsonValue]]]:
    return tables_of(contents)


def looked_up(contents: Contents) -> list[object]:
    """What can be asked of contents beside their records."""
    ids = sorted(each for of in RECORD_TYPES for each in contents.all(of))
    return [
        (
            each,
            sorted(found.id for found in contents.links_at(each)),
            sorted(found.id for found in contents.cards_of(each)),
            sorted(found.id for found in contents.referrers(each)),
            contents.folded_into(each),
            contents.card_count(each),
        )
        for each in ids
    ]


@given(work=numbers)
@thorough
def test_the_contents_as_of_every_entry_are_what_they_were_then(
    paths: Iterator[Path], work: list[int]
):
    with Case.open(next(paths)) as case:
        worker = Worker(case)
        were = {case.journal.length: (told(case.contents), looked_up(case.contents))}
        for number in work:
            worker.do(number)
            were[case.journal.length] = (told(case.contents), looked_up(case.contents))
        now = told(case.contents)
        for seq, (records, found) in were.items():
            since = case.journal.edits_of(seq + 1, case.journal.length)
            past = as_of(case.contents, since)
            assert told(past) == records and looked_up(past) == found
        assert told(case.contents) == now, "the present stays as it is"


@given(work=numbers, steps=st.lists(st.integers(0, 40), max_size=12))
@thorough
def test_one_can_go_from_entry_to_entry_in_any_order(
    paths: Iterator[Path], work: list[int], steps: list[int]
):
    with Case.open(next(paths)) as case:
        worker = Worker(case)
        were = {case.journal.length: told(case.contents)}
        for number in work:
            worker.do(number)
            were[case.journal.length] = told(case.contents)
        past = Past(case.journal, case.contents)
        known = sorted(were)
        for step in steps:
            seq = known[step % len(known)]
            before = past.contents.copy()
            edits = past.go(seq)
            assert told(past.contents) == were[seq] and past.seq == seq
            assert all(before.get(type(e.record), e.record.id) == e.before for e in edits)


def test_before_the_first_entry_and_after_the_last_there_is_nothing_to_go_to(
    paths: Iterator[Path],
):
    with Case.open(next(paths)) as case:
        case.add("note", title="a")
        past = Past(case.journal, case.contents)
        past.go(-5)
        assert past.seq == 1 and not past.contents.items
        past.go(10_000)
        assert past.seq == case.journal.length and len(past.contents.items) == 1


def test_the_past_follows_the_journal_that_goes_on(paths: Iterator[Path]):
    with Case.open(next(paths)) as case:
        past = Past(case.journal, case.contents)
        case.add("note", title="a")
        assert not past.contents.items, "it is a copy"
        past.go(case.journal.length)
        assert told(past.contents) == told(case.contents)


def test_what_was_removed_from_the_journal_cannot_be_told(paths: Iterator[Path]):
    with Case.open(next(paths)) as case:
        case.add("note", title="a")
        board = case.contents.boards[0].id
        with pytest.raises(InvalidChange, match="removed from the journal"):
            as_of(case.contents, [RowEdit("board", board, None, None, "0" * 64)])
        with pytest.raises(InvalidChange, match="not understood"):
            as_of(case.contents, [RowEdit("strange", board, None, {"id": board}, "0" * 64)])


def test_the_past_of_an_expunged_file_has_its_record_without_a_tombstone(paths: Iterator[Path]):
    with Case.open(next(paths)) as case:
        artifact = case.attach_bytes(case.add("note", title="a"), b"bytes", "a.txt")
        seq = case.journal.length
        case.expunge(artifact.id, "law")
        past = Past(case.journal, case.contents)
        past.go(seq)
        assert past.contents.artifacts[artifact.id] == artifact
