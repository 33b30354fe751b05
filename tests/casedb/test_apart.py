"""A change that is written in another thread: the case is as it was until it has ended."""

from __future__ import annotations

import io
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from casedb import Case, Change
from casedb.commands import items
from casedb.errors import CaseError, InvalidChange, Stopped
from casedb.intake.offer import offer_bytes
from casedb.model.changes import ChangeSet, join
from casedb.portions import PORTION
from casedb.store.home import Home
from casedb.verification import verify


@pytest.fixture
def case(tmp_path: Path, home: Home) -> Iterator[Case]:
    with Case.create(tmp_path / "harbour.caseboard", "Harbour", home=home) as made:
        yield made


def change_of(case: Case) -> ChangeSet:
    artifact = offer_bytes(b"bytes", "pier.txt").artifact
    added = items.add_items(case.contents, case.new_id, [("document", {"title": "Pier"})])
    return join("Add file", [items.add_artifact(case.contents, artifact), added])


def test_it_is_in_the_case_once_it_is_finished_and_on_the_disk_once_it_is_written(
    case: Case,
) -> None:
    change, told = change_of(case), list[object]()
    case.listen(told.append)
    before = case.journal.length
    apart = case.apart()
    (artifact,) = (
        edit.record.id
        for edit in change.edits
        if edit.record.id != "" and len(edit.record.id) == 64
    )
    worker = threading.Thread(
        target=lambda: apart.write(change, {artifact: lambda: io.BytesIO(b"bytes")})
    )
    worker.start()
    worker.join()
    assert not case.contents.items and case.journal.length == before and told == []
    entry = apart.finish()
    assert entry is not None and case.journal.length == before + 1
    assert len(told) == 1 and len(case.contents.items) == 1
    assert case.artifact_bytes(artifact) == b"bytes"
    assert apart.finish() is None
    case.undo()
    assert not case.contents.items
    path = case.path
    case.close()
    assert verify(path).sound


def test_a_large_change_is_followed_a_portion_at_a_time(case: Case) -> None:
    changes: list[Change] = []
    case.listen(changes.append)
    wanted = [("note", {"title": f"Note {n}"}) for n in range(PORTION)]
    change = items.add_items(case.contents, case.new_id, wanted)
    apart = case.apart()
    apart.write(change, {})
    steps = apart.follow()
    next(steps)
    assert [len(each.edits) for each in changes] == [PORTION] and len(
        case.contents.items
    ) == PORTION - 1
    with pytest.raises(InvalidChange, match="being stored"):
        case.add("note", title="Between")
    # Whoever gives up half-way follows to the end all the same: it is on the disk.
    assert apart.finish() is not None
    assert [len(each.edits) for each in changes] == [PORTION, 1]
    assert [each.is_more for each in changes] == [True, False] and len(
        case.contents.items
    ) == PORTION
    case.add("note", title="After")
    assert case.journal.length == 3


def test_a_step_is_taken_back_and_brought_back_in_another_thread(case: Case) -> None:
    bytes_of = {offer_bytes(b"bytes", "").artifact.id: lambda: io.BytesIO(b"bytes")}
    case.run(change_of(case), bytes_of)
    (item,) = case.contents.items
    for way, is_there in (("undo", False), ("redo", True)):
        apart = case.apart()
        worker = threading.Thread(target=getattr(apart, way))
        worker.start()
        worker.join()
        assert (item in case.contents.items) is not is_there, "nothing follows it yet"
        entry = apart.finish()
        assert entry is not None and entry.action == way
        assert (item in case.contents.items) is is_there
    assert case.undo_step is not None and case.size_of(case.undo_step) == 3
    path = case.path
    case.close()
    assert verify(path).sound


def test_taking_back_that_is_stopped_leaves_the_step_to_be_undone(case: Case) -> None:
    case.run(change_of(case), {})
    head, step = case.journal.head, case.undo_step
    apart = case.apart()

    def stop() -> None:
        raise Stopped

    with pytest.raises(Stopped):
        apart.undo(stop)
    assert apart.finish() is None
    assert (case.journal.head, case.undo_step) == (head, step) and case.contents.items
    case.undo()
    apart = case.apart()
    apart.undo()
    assert apart.finish() is None, "there is nothing left to be undone"


def test_no_other_change_comes_between(case: Case) -> None:
    apart = case.apart()
    for other in (lambda: case.add("note", title="A"), case.apart):
        with pytest.raises(InvalidChange, match="being stored"):
            other()
    with pytest.raises(InvalidChange, match="being stored"), case.together("Two"):
        case.add("note", title="B")
    assert not case.contents.items
    apart.end()
    case.add("note", title="C")
    assert len(case.contents.items) == 1


def test_what_is_stopped_before_the_last_step_has_never_been(case: Case) -> None:
    def stop() -> None:
        raise Stopped

    size, head = case.path.stat().st_size, case.journal.head
    apart = case.apart()
    with pytest.raises(Stopped):
        apart.write(change_of(case), {}, stop)
    assert apart.finish() is None
    assert (case.path.stat().st_size, case.journal.head) == (size, head)
    case.add("note", title="C")


def test_a_case_for_reading_begins_none(case: Case, home: Home) -> None:
    path = case.path
    case.close()
    with Case.open(path, read_only=True, home=home) as read, pytest.raises(CaseError):
        read.apart()


def test_who_waits_hears_how_far_records_and_journal_are_and_may_stop_it(case: Case) -> None:
    wanted = [("note", {"title": f"Note {n}"}) for n in range(1200)]
    change = items.add_items(case.contents, case.new_id, wanted)
    head, told = case.journal.head, list[tuple[int, int]]()

    def stop(done: int, whole: int) -> None:
        told.append((done, whole))
        if done > 1500:
            raise Stopped

    apart = case.apart()
    with pytest.raises(Stopped):
        apart.write(change, {}, noting=stop)
    assert apart.finish() is None and case.journal.head == head and not case.contents.items
    apart = case.apart()
    told.clear()
    apart.write(change, {}, noting=lambda done, whole: told.append((done, whole)))
    whole = 2 * len(change.edits)
    assert told == sorted(told) and (told[0], told[-1]) == ((0, whole), (whole, whole))
    assert len(told) > 4
    assert apart.finish() is not None and len(case.contents.items) == 1200
    path = case.path
    case.close()
    assert verify(path).sound
