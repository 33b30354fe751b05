"""Bytes that come in: kept to the letter, and never more of them than were announced."""

from __future__ import annotations

import hashlib
import io
import os
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from casedb import Case
from casedb.errors import ArtifactMissing, IntakeRefused, NotSaved
from casedb.intake.offer import offer_file
from casedb.model.records import Artifact, Item
from casedb.store.artifacts import PIECE, look_at, store_bytes
from casedb.verification import verify
from templates import Templates, create_small

needs_pipes = pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes with a name")


@pytest.fixture
def link() -> Iterator[sqlite3.Connection]:
    """A file in memory with the one table that holds bytes."""
    memory = sqlite3.connect(":memory:", isolation_level=None)
    memory.execute(
        "CREATE TABLE artifact_chunk (artifact TEXT, n INTEGER, bytes BLOB, "
        "PRIMARY KEY (artifact, n)) WITHOUT ROWID"
    )
    yield memory
    memory.close()


@pytest.fixture
def case_path(tmp_path: Path, templates: Templates) -> Path:
    """A small closed case in a folder of its own."""
    (tmp_path / "shelf").mkdir()
    return templates.copy(create_small, tmp_path / "shelf" / "harbour.caseboard")


def note(case: Case) -> Item:
    return next(iter(case.contents.items.values()))


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE])
def test_bytes_of_any_size_come_back_as_they_were(link: sqlite3.Connection, size: int):
    data = os.urandom(size)
    name = hashlib.sha256(data).hexdigest()
    store_bytes(link, Artifact(name, size, "application/octet-stream", "a"), io.BytesIO(data))
    stored = look_at(link, name)
    assert stored is not None
    assert (stored.size, stored.sha256, stored.trouble) == (size, name, "")
    assert stored.pieces == max(1, -(-size // PIECE))


class Endless(io.RawIOBase):
    """A stream that goes on and on, and counts what was taken from it."""

    read_so_far = 0

    def read(self, size: int = -1) -> bytes:
        self.read_so_far += size
        return b"x" * size


def test_no_more_is_read_than_was_announced(link: sqlite3.Connection):
    stream = Endless()
    artifact = Artifact("0" * 64, 5000, "text/plain", "log.txt")
    with pytest.raises(NotSaved, match="grew while it was read"):
        store_bytes(link, artifact, stream)  # pyright: ignore[reportArgumentType] - it reads
    assert stream.read_so_far == 5001


def test_a_file_that_grows_between_offer_and_intake_is_not_taken_in(
    case_path: Path, tmp_path: Path
):
    growing = tmp_path / "log.txt"
    growing.write_text("one line\n")
    offered = offer_file(growing)
    with growing.open("a") as stream:
        stream.write("another\n")
    before = case_path.read_bytes()
    with Case.open(case_path) as case:
        with pytest.raises(NotSaved, match="Nothing was added"):
            case.attach_offer(note(case), offered)
        assert not case.contents.artifacts
    assert case_path.read_bytes() == before


def test_a_file_that_grows_while_it_is_offered_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    growing = tmp_path / "log.txt"
    growing.write_text("one line\n")
    plain = hashlib.sha256

    def write_on() -> object:
        with growing.open("a") as stream:
            stream.write("another\n")
        return plain()

    monkeypatch.setattr(hashlib, "sha256", write_on)
    with pytest.raises(IntakeRefused, match="is being written and grew while it was read"):
        offer_file(growing)


def become_pipe(path: Path) -> None:
    os.mkfifo(path)


def become_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


@needs_pipes
@pytest.mark.parametrize("become", [become_pipe, become_device])
def test_a_file_that_became_something_without_an_end_is_not_waited_for(
    case_path: Path, tmp_path: Path, become: Callable[[Path], None]
):
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"\x89PNG")
    offered = offer_file(picture)
    picture.unlink()
    become(picture)
    with pytest.raises(IntakeRefused, match="is not a regular file"):
        offer_file(picture)
    before = case_path.read_bytes()
    with Case.open(case_path) as case:
        with pytest.raises(IntakeRefused, match="is not a regular file"):
            case.attach_offer(note(case), offered)
        assert not case.contents.artifacts
        case.add("note", title="and on")
    assert len(case_path.read_bytes()) >= len(before)
    assert verify(case_path).sound


def test_missing_bytes_are_told_in_a_sentence(case_path: Path):
    with Case.open(case_path) as case, pytest.raises(ArtifactMissing, match="are not in the case"):
        case.artifact_bytes("0" * 64)
