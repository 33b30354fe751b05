"""Any work at random: the same in memory and on the disk, at every step, forth and back."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casedb import Case
from casedb.errors import InvalidChange
from casedb.history import Step
from casedb.model.contents import Contents
from casedb.model.json_value import JsonValue
from casedb.model.records import RECORD_TYPES
from casedb.progress import Progress
from casedb.store.connections import connect_for_reading
from casedb.store.records import load
from casedb.store.rows import tables_of
from casedb.verification import verify
from fold_rules import assert_folds_are_whole
from random_work import Worker
from templates import Templates, create_empty

numbers = st.lists(st.integers(0, 2**32 - 1), min_size=1, max_size=25)
thorough = settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

State: TypeAlias = "tuple[dict[str, list[dict[str, JsonValue]]], dict[str, list[str]]]"


def state(contents: Contents) -> State:
    """Everything a case says, and everything that can be looked up in it."""
    ids = [record.id for of in RECORD_TYPES for record in contents.all(of).values()]
    pointing = {
        each: sorted(
            [
                *(record.id for record in contents.referrers(each)),
                *(record.id for record in contents.links_at(each)),
                *(record.id for record in contents.cards_of(each)),
                *(record.id for record in contents.attachments_of(each)),
                *(record.id for record in contents.routes_of(each)),
                *(record.id for record in contents.views_of(each)),
                *(record.id for record in contents.scales_on(each)),
                *(record.id for record in contents.assessments_of(each)),
            ]
        )
        for each in sorted(ids)
    }
    for each in contents.boards:
        standing = sorted(item.id for item in contents.items_for_board(each.id))
        pointing[f"for {each.id}"] = [*standing, str(contents.card_count(each.id))]
    for each in (*contents.cards, *contents.frames):
        pointing[f"around {each}"] = [str(contents.folded_into(each))]
    return tables_of(contents), pointing


def state_on_disk(case: Case) -> State:
    """The same, read afresh from the file by a connection of its own."""
    link = connect_for_reading(case.path, alone=False)
    try:
        loaded = load(link, lambda: (), checked=True, damaged=False, progress=Progress())
        assert loaded.losses == []
        return state(Contents.of_tables(loaded.tables, loaded.references))
    finally:
        link.close()


@pytest.fixture
def paths(tmp_path: Path, templates: Templates) -> Iterator[Path]:
    """A new case, empty and closed, at every call of `next`."""
    return (
        templates.copy(create_empty, tmp_path / f"{number}.caseboard") for number in range(10**9)
    )


@given(work=numbers)
@thorough
def test_memory_and_disk_agree_at_every_step_of_undo_all_and_redo_all(
    paths: Iterator[Path], work: list[int]
):
    with Case.open(next(paths)) as case:
        worker = Worker(case)
        for number in work:
            worker.do(number)
            assert_folds_are_whole(case.contents)
            assert state(case.contents) == state_on_disk(case)
        # What can be redone now is redone first: after it, all of the past can be undone.
        while case.redo():
            pass
        states = [state(case.contents)]
        while case.undo():
            states.append(state(case.contents))
            assert states[-1] == state_on_disk(case)
        for expected in reversed(states[:-1]):
            assert case.redo() is not None
            assert state(case.contents) == expected == state_on_disk(case)
        assert case.redo() is None
    assert verify(case.path).findings == ()


@given(work=numbers)
@thorough
def test_undo_and_redo_go_on_after_a_restart_as_if_there_had_been_none(
    paths: Iterator[Path], work: list[int]
):
    """What can be undone and redone is a matter of the file alone, whoever opens it."""
    with Case.open(next(paths)) as case:
        worker = Worker(case)
        for number in work:
            worker.do(number)
            with Case.open(case.path) as again:
                # A second opening in one process is a copy for reading.
                assert again.journal.undoable() == case.undo_step
                assert again.journal.redoable() == case.redo_step
                assert again.journal.head == case.journal.head


@given(work=numbers)
@thorough
def test_what_can_be_undone_is_what_two_plain_stacks_say(paths: Iterator[Path], work: list[int]):
    with Case.open(next(paths)) as case:
        worker = Worker(case)
        for number in work:
            worker.do(number)
            undo, redo = plain_stacks(case)
            assert case.undo_step == (undo[-1] if undo else None)
            assert case.redo_step == (redo[-1] if redo else None)


def plain_stacks(case: Case) -> tuple[list[Step], list[Step]]:
    """The undo and redo stacks, by playing the whole journal from its start."""
    undo: list[Step] = []
    redo: list[Step] = []
    gesture = ""
    for entry in case.journal.entries():
        if entry.seq == 1:
            continue
        if entry.action == "undo":
            redo.append(undo.pop())
        elif entry.action == "redo":
            undo.append(redo.pop())
        else:
            goes_on = entry.gesture and entry.gesture == gesture
            first = undo.pop().first if goes_on else entry.seq
            undo.append(Step(first, entry.seq, entry.label))
            redo.clear()
        gesture = entry.gesture if entry.action == "do" else ""
    return undo, redo


@given(work=numbers)
@thorough
def test_the_search_index_is_the_one_that_would_be_made_anew(
    paths: Iterator[Path], work: list[int]
):
    with Case.open(next(paths)) as case:
        worker = Worker(case, with_files=False)
        for number in work:
            worker.do(number)
        words = ("harbour", "ракет", "летіл", "한", "미사", "報道", "روخ", "naive", "izmir", "drop")
        found = {word: sorted(hit.id for hit in case.find(word, 10_000)) for word in words}
        link = sqlite3.connect(case.path)
        link.execute("INSERT INTO search_index (search_index) VALUES ('integrity-check')")
        link.close()
        case_again = case.path.with_suffix(".again")
        case.save_copy(case_again)
    link = sqlite3.connect(case_again)
    link.execute("DELETE FROM meta")
    link.commit()
    link.close()
    with Case.open(case_again) as again:
        assert {word: sorted(hit.id for hit in again.find(word, 10_000)) for word in words} == found


def test_a_refused_change_leaves_no_trace(tmp_path: Path):
    with Case.create(tmp_path / "a.caseboard") as case:
        case.add("claim", title="It sailed")
        before = state(case.contents), case.journal.head
        digest = hashlib.sha256(case.path.read_bytes()).hexdigest()
        with pytest.raises(InvalidChange), case.together("Two things"):
            case.add("note", title="kept back")
            case.add("no such kind")
        assert (state(case.contents), case.journal.head) == before
        assert hashlib.sha256(case.path.read_bytes()).hexdigest() == digest
