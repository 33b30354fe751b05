"""Opening tells how far it has come, can be ended at every step, and may happen in a worker thread."""

from __future__ import annotations

import gc
import hashlib
import sqlite3
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeVar

import pytest

from casedb import Case
from casedb.commands import removal
from casedb.errors import Stopped
from casedb.model.pieces import PIECE
from casedb.store import opening
from casedb.store.connections import connect_for_reading, connect_for_writing
from casedb.store.home import HELD, Home
from casedb.store.lock import WriteLock
from casedb.store.private_copy import PrivateFolder
from templates import Templates

pytestmark = pytest.mark.usefixtures("collector")

T = TypeVar("T")


def fill(path: Path) -> None:
    """A case with something in every table that a case of use has something in."""
    with Case.create(path, "Harbour") as case:
        claim = case.add("claim", title="The ship left on 4 January", claimant=case.add_source("P"))
        photo = case.add("media", title="Photograph from the pier")
        link = case.link(photo, "supports", claim)
        case.link(photo, "undercuts", link)
        case.place(claim)
        case.attach_bytes(photo, b"\x89PNG\r\n\x1a\n" + bytes(5000), "pier.png")


def fill_much(path: Path) -> None:
    """A case with a few thousand rows, some of them out of the order of their ids."""
    with Case.create(path, "Harbour") as case:
        with case.together("Add notes"):
            for number in range(2 * PIECE + 500):
                case.add("note", title=f"Note {number}")
        case.run(removal.delete_items(case.contents, [next(iter(case.contents.items))]))
        case.undo()


@pytest.fixture
def case_path(tmp_path: Path, templates: Templates) -> Path:
    (tmp_path / "shelf").mkdir()
    return templates.copy(fill, tmp_path / "shelf" / "harbour.caseboard")


@pytest.fixture
def connections(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[sqlite3.Connection]]:
    """Every connection that opening makes."""
    made: list[sqlite3.Connection] = []

    def noting(connect: Callable[..., sqlite3.Connection]) -> Callable[..., sqlite3.Connection]:
        def call(*told: Any, **how: Any) -> sqlite3.Connection:
            made.append(connect(*told, **how))
            return made[-1]

        return call

    monkeypatch.setattr(opening, "connect_for_reading", noting(connect_for_reading))
    monkeypatch.setattr(opening, "connect_for_writing", noting(connect_for_writing))
    yield made
    for link in made:
        link.close()


def is_closed(link: sqlite3.Connection) -> bool:
    try:
        link.execute("SELECT 1")
    except sqlite3.ProgrammingError:
        return True
    return False


class Steps:
    """Hears the steps of an opening, and ends it at one of them."""

    def __init__(self, last: int = -1) -> None:
        self.heard: list[tuple[int, int]] = []
        self._last = last

    def __call__(self, done: int, whole: int) -> None:
        self.heard.append((done, whole))
        if len(self.heard) == self._last:
            raise Stopped("Opening was stopped.")


def in_a_thread(work: Callable[[], T]) -> T:
    """What some work gives in a thread of its own, which has ended."""
    given: list[T] = []
    failed: list[BaseException] = []

    def run() -> None:
        try:
            given.append(work())
        except BaseException as trouble:
            failed.append(trouble)

    worker = threading.Thread(target=run)
    worker.start()
    worker.join()
    for trouble in failed:
        raise trouble
    return given[0]


# -- telling ---------------------------------------------------------------------------------------


def test_what_is_told_begins_with_nothing_ends_with_all_and_never_goes_back(
    case_path: Path,
) -> None:
    steps = Steps()
    with Case.open(case_path, told=steps) as case:
        rows = sum(1 for _ in case.contents.records())
    done = [each for each, _ in steps.heard]
    assert {whole for _, whole in steps.heard} == {2 * rows}
    assert (done[0], done[-1]) == (0, 2 * rows)
    assert done == sorted(done)


def test_something_is_told_every_thousand_rows(tmp_path: Path, templates: Templates) -> None:
    path = templates.copy(fill_much, tmp_path / "harbour.caseboard")
    steps = Steps()
    with Case.open(path, told=steps) as case:
        assert list(case.contents.items) == sorted(case.contents.items)
        assert len(case.contents.items) == 2 * PIECE + 500
    done = [each for each, _ in steps.heard]
    assert all(later - earlier <= PIECE for earlier, later in pairwise(done))


def test_a_damaged_case_is_told_of_as_well(case_path: Path) -> None:
    link = sqlite3.connect(case_path, isolation_level=None)
    link.execute("PRAGMA ignore_check_constraints=ON")
    link.execute("UPDATE card SET w = -1")
    link.execute("PRAGMA foreign_keys=OFF")
    link.execute("DELETE FROM source")
    link.close()
    steps = Steps()
    with Case.open(case_path, told=steps) as case:
        assert case.losses
    done = [each for each, _ in steps.heard]
    assert done == sorted(done) and steps.heard[-1][0] == steps.heard[-1][1] > 0
    for last in range(1, len(done) + 1):
        with pytest.raises(Stopped):
            Case.open(case_path, told=Steps(last))
    assert [each.name for each in case_path.parent.iterdir()] == [case_path.name]


# -- ending it -------------------------------------------------------------------------------------


@pytest.mark.usefixtures("nothing_aside")
@pytest.mark.parametrize("how", ["writing", "reading", "a copy"])
def test_an_opening_ended_at_any_step_leaves_nothing_behind(
    case_path: Path, home: Home, connections: list[sqlite3.Connection], how: str
) -> None:
    before = hashlib.sha256(case_path.read_bytes()).hexdigest()
    first = Case.open(case_path) if how == "a copy" else None
    beside = sorted(case_path.parent.iterdir())
    noted = sorted(each for each in home.open_cases.parent.rglob("*") if each.is_file())
    steps = Steps()
    Case.open(case_path, read_only=how == "reading", told=steps).close()
    assert len(steps.heard) > 20
    for last in range(1, len(steps.heard) + 1):
        del connections[:]
        ended = Steps(last)
        with pytest.raises(Stopped):
            Case.open(case_path, read_only=how == "reading", told=ended)
        assert ended.heard == steps.heard[:last]
        assert connections and all(map(is_closed, connections))
        assert sorted(case_path.parent.iterdir()) == beside
        left = sorted(each for each in home.open_cases.parent.rglob("*") if each.is_file())
        assert left == noted
        assert gc.isenabled() and gc.get_freeze_count() == 0
    if first is not None:
        first.close()
    assert hashlib.sha256(case_path.read_bytes()).hexdigest() == before
    with Case.open(case_path) as case:
        assert not case.read_only and case.notices == () and case.losses == ()
        case.add("note")
    assert [each.name for each in case_path.parent.iterdir()] == [case_path.name]


def test_whatever_is_raised_goes_on_as_it_is(case_path: Path) -> None:
    class Mine(Exception):
        pass

    def told(done: int, whole: int) -> None:
        raise Mine

    with pytest.raises(Mine):
        Case.open(case_path, told=told)
    with Case.open(case_path) as case:
        assert not case.read_only


# -- in another thread -----------------------------------------------------------------------------


def test_a_case_opened_in_one_thread_is_used_in_another_and_closed_in_a_third(
    case_path: Path,
) -> None:
    case = in_a_thread(lambda: Case.open(case_path))
    assert not case.read_only
    note = case.add("note", title="Added in another thread")
    assert [hit.id for hit in case.find("another thread")] == [note.id]
    assert len(case.artifact_bytes(next(iter(case.contents.artifacts)))) == 5008
    assert case.query("SELECT count(*) AS n FROM notes") == [{"n": 1}]
    assert case.undo() is not None and case.redo() is not None
    case.save_copy(case_path.with_name("copy.caseboard"))
    assert len(list(case.journal.entries())) == case.journal.length
    in_a_thread(case.close)
    names = sorted(each.name for each in case_path.parent.iterdir())
    assert names == ["copy.caseboard", case_path.name], "the lock was given back"
    with Case.open(case_path) as again:
        assert not again.read_only and again.notices == ()


def test_a_copy_opened_in_one_thread_and_closed_in_another_is_taken_away(
    case_path: Path, home: Home
) -> None:
    with Case.open(case_path):
        second = in_a_thread(lambda: Case.open(case_path))
        assert second.read_only and list(home.copies.iterdir())
        second.close()
        assert not list(home.copies.iterdir())


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux which files are open")
def test_locks_taken_in_one_thread_and_given_back_in_another_are_open_no_more(
    case_path: Path, home: Home
) -> None:
    def open_files() -> list[str]:
        found: list[str] = []
        for each in list(Path("/proc/self/fd").iterdir()):
            # What the list itself was read from is gone by now.
            with suppress(OSError):
                found.append(str(each.readlink()))
        return [each for each in found if "harbour" in each or HELD in each]

    lock = in_a_thread(lambda: WriteLock(case_path, home, ""))
    folder = in_a_thread(lambda: PrivateFolder(home))
    assert len(open_files()) == 2
    lock.release()
    folder.remove()
    assert open_files() == []
