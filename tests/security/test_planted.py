"""What somebody puts beside a case, or in its place: never believed, never followed, never hung on.

Each test plants something and then opens, changes or copies the case, in a process of its own where
the attempt could take the whole process with it.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
import struct
from collections.abc import Callable
from pathlib import Path

import pytest

from casedb import Case
from casedb.errors import CaseError, CaseReplaced, NotSaved
from casedb.store.home import Home
from casedb.store.lock import OpenNote
from other_process import start
from templates import Templates, create_small

JOURNAL_MAGIC = bytes.fromhex("d9d505f920a163d7")

OPEN = """
import json, sys
from casedb import Case, CaseError
try:
    with Case.open(sys.argv[1]) as case:
        if not case.read_only:
            case.add("note", title="written")
        titles = [item.title for item in case.contents.items.values()]
        print(json.dumps([case.read_only, titles, *case.notices]))
except CaseError as trouble:
    print(json.dumps([type(trouble).__name__, [], str(trouble)]))
"""


def open_elsewhere(path: Path) -> tuple[bool | str, list[str], list[str]]:
    """Open a case in a process of its own; (read only, titles, sentences). Must end by itself."""
    with start(OPEN, path) as process:
        try:
            out, err = process.communicate(timeout=30)
        except BaseException:
            process.kill()
            raise
    assert process.returncode == 0, err
    read_only, titles, *sentences = json.loads(out)
    return read_only, titles, sentences


@pytest.fixture
def case_path(tmp_path: Path, templates: Templates) -> Path:
    """A small closed case in a folder of its own."""
    (tmp_path / "shelf").mkdir()
    return templates.copy(create_small, tmp_path / "shelf" / "harbour.caseboard")


@pytest.fixture
def victim(tmp_path: Path) -> Path:
    """A file of the user's that no case has any business with."""
    path = tmp_path / "victim.txt"
    path.write_text("precious")
    return path


def page(path: Path, number: int) -> bytes:
    content = path.read_bytes()
    return content[(number - 1) * 16384 : number * 16384]


def journal(path: Path, *, super_journal: Path | None = None) -> bytes:
    """A rollback journal that would turn the case's second page into nonsense."""
    pages = path.stat().st_size // 16384
    nonce = 7
    original = b"\xee" * 16384
    header = JOURNAL_MAGIC + struct.pack(">IIIII", 1, nonce, pages, 512, 16384)
    checksum = nonce + sum(original[at] for at in range(16384 - 200, 0, -200))
    record = struct.pack(">I", 2) + original + struct.pack(">I", checksum & 0xFFFFFFFF)
    tail = b""
    if super_journal is not None:
        name = os.fsencode(super_journal)
        tail = struct.pack(">I", 0x40000000 // 16384 + 1) + name
        tail += struct.pack(">II", len(name), sum(name)) + JOURNAL_MAGIC
    return header.ljust(512, b"\0") + record + tail


def wal(path: Path) -> bytes:
    """A write-ahead log whose frames are enough to be looked at."""
    return bytes.fromhex("377f0682") + struct.pack(">IIIIIII", 3007000, 16384, 0, 1, 1, 0, 0)


Plant = Callable[[Path, Path], None]


def beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)


def plant_journal(path: Path, victim: Path) -> None:
    beside(path, "-journal").write_bytes(journal(path))


def plant_super_journal(path: Path, victim: Path) -> None:
    beside(path, "-journal").write_bytes(journal(path, super_journal=victim))


def plant_wal(path: Path, victim: Path) -> None:
    beside(path, "-wal").write_bytes(wal(path))


def plant_shm(path: Path, victim: Path) -> None:
    beside(path, "-shm").write_bytes(bytes(32768))


def plant_link_to_victim(path: Path, victim: Path) -> None:
    beside(path, "-journal").symlink_to(victim)


def plant_pipe(path: Path, victim: Path) -> None:
    os.mkfifo(beside(path, "-journal"))


def plant_folder(path: Path, victim: Path) -> None:
    beside(path, "-wal").mkdir()


PLANTS = [
    plant_journal,
    plant_super_journal,
    plant_wal,
    plant_shm,
    plant_link_to_victim,
    plant_pipe,
    plant_folder,
]


@pytest.mark.parametrize("plant", PLANTS)
def test_what_lies_beside_a_case_is_not_believed(case_path: Path, victim: Path, plant: Plant):
    plant(case_path, victim)
    before = hashlib.sha256(case_path.read_bytes()).digest()
    names = sorted(each.name for each in case_path.parent.iterdir())
    read_only, titles, sentences = open_elsewhere(case_path)
    assert read_only is True and titles == ["kept"]
    assert "did not leave there" in sentences[0]
    assert victim.read_text() == "precious"
    assert hashlib.sha256(case_path.read_bytes()).digest() == before
    assert sorted(each.name for each in case_path.parent.iterdir()) == names


@pytest.mark.parametrize("plant", PLANTS)
def test_nor_is_it_after_a_crash_of_ours_unless_it_is_a_journal_of_this_file(
    case_path: Path, victim: Path, plant: Plant
):
    """The note that we did not close the case opens the door for one thing only."""
    OpenNote.of(case_path, Home.of_user()).write()
    plant(case_path, victim)
    before = hashlib.sha256(case_path.read_bytes()).digest()
    read_only, titles, sentences = open_elsewhere(case_path)
    assert read_only is True and titles == ["kept"]
    assert sentences
    assert victim.read_text() == "precious"
    assert hashlib.sha256(case_path.read_bytes()).digest() == before


def test_a_note_about_another_file_under_the_same_name_does_not_count(
    case_path: Path, tmp_path: Path, victim: Path
):
    OpenNote.of(case_path, Home.of_user()).write()
    shutil.copy(case_path, tmp_path / "other")
    (tmp_path / "other").replace(case_path)
    plant_journal(case_path, victim)
    read_only, titles, _ = open_elsewhere(case_path)
    assert read_only is True and titles == ["kept"]


@pytest.mark.parametrize("plant", [plant_journal, plant_super_journal, plant_link_to_victim])
def test_what_appears_while_the_case_is_open_is_not_believed_either(
    case_path: Path, victim: Path, tmp_path: Path, plant: Plant
):
    with Case.open(case_path) as case:
        case.add("note", title="before")
        before = hashlib.sha256(case_path.read_bytes()).digest()
        plant(case_path, victim)
        with pytest.raises(NotSaved, match="another program"):
            case.add("note", title="lost")
        assert victim.read_text() == "precious"
        assert hashlib.sha256(case_path.read_bytes()).digest() == before
        beside(case_path, "-journal").unlink()
        case.add("note", title="after")
        assert len(case.contents.items) == 3


# -- the lock file -----------------------------------------------------------------------------


def lock_is_link(lock: Path, victim: Path) -> None:
    lock.symlink_to(victim)


def lock_is_same_file(lock: Path, victim: Path) -> None:
    os.link(victim, lock)


def lock_is_pipe(lock: Path, victim: Path) -> None:
    os.mkfifo(lock)


def lock_is_folder(lock: Path, victim: Path) -> None:
    lock.mkdir()


def lock_is_large(lock: Path, victim: Path) -> None:
    lock.write_bytes(bytes(1 << 20))


@pytest.mark.parametrize(
    "plant", [lock_is_link, lock_is_same_file, lock_is_pipe, lock_is_folder, lock_is_large]
)
def test_a_planted_lock_file_costs_nothing_but_the_right_to_write(
    case_path: Path, victim: Path, plant: Plant
):
    plant(case_path.with_name(f".{case_path.name}.lock"), victim)
    read_only, titles, sentences = open_elsewhere(case_path)
    assert read_only is True and titles == ["kept"]
    assert "not a lock file of ours" in sentences[0]
    assert victim.read_text() == "precious"


@pytest.mark.parametrize(
    "content", ["", "x", "\0{", "[" * 4000, "\0" + "[" * 4000, '\0{"pid": "x"}']
)
def test_a_lock_file_left_behind_is_taken_over_whatever_is_in_it(case_path: Path, content: str):
    case_path.with_name(f".{case_path.name}.lock").write_text(content)
    read_only, titles, sentences = open_elsewhere(case_path)
    assert (read_only, titles, sentences) == (False, ["kept", "written"], [])


# -- the file itself ---------------------------------------------------------------------------


@pytest.mark.parametrize("with_what", ["a copy", "another case", "nothing"])
def test_a_case_replaced_while_it_is_open_is_not_written(
    case_path: Path, tmp_path: Path, with_what: str
):
    other = tmp_path / "other"
    if with_what == "a copy":
        shutil.copy(case_path, other)
    else:
        Case.create(other).close()
    with Case.open(case_path) as case:
        if with_what == "nothing":
            case_path.unlink()
        else:
            other.replace(case_path)
        before = hashlib.sha256(case_path.read_bytes()).digest() if case_path.exists() else b""
        with pytest.raises(CaseReplaced) as trouble:
            case.add("note", title="lost")
        assert "Save a Copy" in str(trouble.value)
        assert [item.title for item in case.contents.items.values()] == ["kept"]
        case.save_copy(tmp_path / "kept.caseboard")
    assert before == (
        hashlib.sha256(case_path.read_bytes()).digest() if case_path.exists() else b""
    )
    with Case.open(tmp_path / "kept.caseboard") as copy:
        assert [item.title for item in copy.contents.items.values()] == ["kept"]


def test_a_case_changed_by_another_program_while_it_is_open_is_not_written_over(case_path: Path):
    with Case.open(case_path) as case:
        other = sqlite3.connect(case_path)
        other.execute("UPDATE board SET title = 'changed elsewhere'")
        other.commit()
        other.close()
        for _ in range(2):
            with pytest.raises(CaseReplaced, match="Another program changed"):
                case.add("note", title="lost")
    with Case.open(case_path) as case:
        assert case.contents.boards[0].title == "changed elsewhere"
        assert len(case.contents.items) == 1


def test_a_copy_is_never_written_over_a_case_that_is_open(case_path: Path, tmp_path: Path):
    with Case.create(tmp_path / "other.caseboard") as other, Case.open(case_path) as case:
        for target in (other.path, case.path, case_path.parent):
            with pytest.raises(NotSaved):
                case.save_copy(target)
        other.add("note")


def test_a_copy_over_a_link_replaces_the_link_and_not_what_it_leads_to(
    case_path: Path, victim: Path, tmp_path: Path
):
    (tmp_path / "copy.caseboard").symlink_to(victim)
    with Case.open(case_path) as case:
        case.save_copy(tmp_path / "copy.caseboard")
    assert victim.read_text() == "precious"
    with Case.open(tmp_path / "copy.caseboard") as copy:
        assert len(copy.contents.items) == 1


def test_the_programs_own_folders_are_closed_to_others(case_path: Path):
    home = Home.of_user()
    home.folder("backups", "one", "two")
    Case.open(case_path).close()
    folders = [home.path, *(each for each in home.path.rglob("*") if each.is_dir())]
    assert len(folders) > 3
    assert {folder.stat().st_mode & 0o777 for folder in folders} == {0o700}


# -- SQLite's own lock -------------------------------------------------------------------------

WATCH = """
import fcntl, sys
# SQLite's reserved byte on the case: whoever writes holds a lock on it.
with open(sys.argv[1], "r+b") as stream:
    for line in sys.stdin:
        try:
            fcntl.lockf(stream, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, 0x40000001)
            fcntl.lockf(stream, fcntl.LOCK_UN, 1, 0x40000001)
            print("free", flush=True)
        except OSError:
            print("held", flush=True)
"""


@pytest.mark.skipif(os.name == "nt", reason="only POSIX systems drop locks in this way")
def test_nothing_that_is_done_while_a_case_is_written_drops_its_lock(
    case_path: Path, tmp_path: Path
):
    """POSIX drops all locks of a process on a file when any of its descriptors is closed."""
    from casedb.verification import verify

    with Case.open(case_path) as case, start(WATCH, case_path) as watcher:
        assert watcher.stdin is not None and watcher.stdout is not None

        def lock() -> str:
            assert watcher.stdin is not None and watcher.stdout is not None
            watcher.stdin.write("?\n")
            watcher.stdin.flush()
            return watcher.stdout.readline().strip()

        assert lock() == "free"
        opened = case._file  # pyright: ignore[reportPrivateUsage]
        doings: list[Callable[[], object]] = [
            lambda: Case.open(case_path).close(),
            lambda: Case.open(case_path, read_only=True).close(),
            lambda: verify(case_path),
            lambda: case.reader().close(),
            lambda: case.query("SELECT 1"),
            lambda: Case.open(tmp_path / "shortcut").close(),
            lambda: Case.open(tmp_path / "same").close(),
        ]
        (tmp_path / "shortcut").symlink_to(case_path)
        os.link(case_path, tmp_path / "same")
        with opened.transaction():
            assert lock() == "held"
            for doing in doings:
                doing()
                assert lock() == "held"
            with pytest.raises(CaseError):
                case.attach(next(iter(case.contents.items.values())), case_path)
            assert lock() == "held"
        assert lock() == "free"
        watcher.communicate("", timeout=30)
