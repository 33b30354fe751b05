"""A change that is written in another thread: the case is as it was until it has ended."""

from __future__ import annotations

import io
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from casedb import Case
from casedb.commands import items
from casedb.errors import CaseError, InvalidChange, Stopped
from casedb.intake.offer import offer_bytes
from casedb.model.changes import ChangeSet, join
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
