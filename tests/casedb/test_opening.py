"""Opening: what opens and how, and one clear sentence for everything that does not."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from casedb import Case
from casedb.errors import (
    CannotOpen,
    CaseDamaged,
    CaseError,
    NotACase,
    ReadOnlyCase,
)
from casedb.store import creation
from casedb.store.connections import settle
from casedb.store.header import APPLICATION_ID
from nobody import BECOME_NOBODY, NOBODY, needs_root
from other_process import run, start
from templates import Templates


def build(path: Path) -> Path:
    """A small case with a link, a card and a file in it, closed."""
    with Case.create(path, "Harbour") as case:
        claim = case.add("claim", title="The ship left on 4 January")
        photo = case.add("media", title="Photograph from the pier")
        case.link(photo, "supports", claim, rationale="The berth is empty.")
        case.place(claim)
        case.attach_bytes(photo, b"\x89PNG\r\n\x1a\n" + bytes(50_000), "pier.png")
    return path


Make = Callable[[Path], Path]


@pytest.fixture
def make(templates: Templates) -> Make:
    """Puts a copy of such a case under a path, and gives the path."""
    return partial(templates.copy, build)


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def listed(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def says(trouble: BaseException) -> str:
    """The sentence of a trouble, which must be one that a person can read."""
    sentence = str(trouble)
    assert 20 < len(sentence) < 500
    assert sentence.endswith(".")
    assert "Traceback" not in sentence and "sqlite3." not in sentence
    return sentence


# -- what opens --------------------------------------------------------------------------------


def test_opening_reading_searching_and_closing_change_no_byte(tmp_path: Path, make: Make):
    path = make(tmp_path / "harbour.caseboard")
    before, stamp = digest(path), path.stat().st_mtime_ns
    with Case.open(path) as case:
        assert not case.read_only
        assert case.notices == () and case.losses == ()
        assert case.find("ship")
        assert case.query("SELECT count(*) AS n FROM claims") == [{"n": 1}]
        assert case.undo_step is not None
        artifact = next(iter(case.contents.artifacts))
        assert len(case.artifact_bytes(artifact)) == 50_008
    assert (digest(path), path.stat().st_mtime_ns) == (before, stamp)
    assert listed(tmp_path) == ["harbour.caseboard"]


def test_a_case_made_open_and_idle_has_no_companion_but_its_lock(tmp_path: Path):
    path = build(tmp_path / "harbour.caseboard")
    with Case.open(path) as case:
        case.add("note")
        assert listed(tmp_path) == [".harbour.caseboard.lock", "harbour.caseboard"]
    assert listed(tmp_path) == ["harbour.caseboard"]
    assert path.stat().st_mode & 0o777 == 0o600


def test_the_settings_that_every_commit_relies_on(tmp_path: Path, make: Make):
    with Case.open(make(tmp_path / "harbour.caseboard")) as case:
        link = case._file.writing  # pyright: ignore[reportPrivateUsage]
        assert link is not None
        settings = {
            name: link.execute(f"PRAGMA {name}").fetchone()[0]
            for name in (
                *("journal_mode", "synchronous", "foreign_keys", "secure_delete", "temp_store"),
                *("mmap_size", "cell_size_check", "trusted_schema", "page_size"),
            )
        }
    assert settings == {
        "journal_mode": "delete",
        "synchronous": 3,
        "foreign_keys": 1,
        "secure_delete": 1,
        "temp_store": 2,
        "mmap_size": 0,
        "cell_size_check": 1,
        "trusted_schema": 0,
        "page_size": 16384,
    }


@pytest.mark.parametrize(
    "name",
    [
        "a?mode=memory.caseboard",
        "a#b%20c&d.caseboard",
        "'; DROP TABLE item; --.caseboard",
        "Расследование 북한 조사.caseboard",
        " leading and trailing .caseboard",
        "new\nline.caseboard",
        "x" * 200,
    ],
)
def test_any_name_of_a_file_will_do(tmp_path: Path, name: str):
    path = build(tmp_path / name)
    with Case.open(path) as case:
        case.add("note", title="one more")
    with Case.open(path, read_only=True) as case:
        assert len(case.contents.items) == 3
    assert listed(tmp_path) == [name]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux takes names that are no text")
def test_a_name_that_is_no_text_will_do_as_well(tmp_path: Path):
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.caseboard"))
    build(path)
    with Case.open(path) as case:
        case.add("note")
    path.write_bytes(b"")
    with pytest.raises(NotACase) as trouble:
        Case.open(path)
    says(trouble.value).encode()


def test_a_link_to_a_case_opens_the_case_itself(tmp_path: Path, make: Make):
    (tmp_path / "real").mkdir()
    path = make(tmp_path / "real" / "harbour.caseboard")
    (tmp_path / "shortcut.caseboard").symlink_to(path)
    with Case.open(tmp_path / "shortcut.caseboard") as case:
        assert case.path == path
        case.add("note")
        assert ".harbour.caseboard.lock" in listed(tmp_path / "real")
    assert listed(tmp_path) == ["real", "shortcut.caseboard"]


def test_a_newer_format_is_read_and_never_written(tmp_path: Path, make: Make):
    path = make(tmp_path / "harbour.caseboard")
    link = sqlite3.connect(path)
    link.execute("PRAGMA user_version=99")
    link.execute("ALTER TABLE item ADD COLUMN mood TEXT NOT NULL DEFAULT 'fair'")
    link.execute("CREATE TABLE weather (id TEXT)")
    link.execute("CREATE VIEW moods AS SELECT mood FROM item")
    link.execute("DELETE FROM meta")
    link.commit()
    link.close()
    before = digest(path)
    with Case.open(path) as case:
        assert case.read_only and case.losses == ()
        assert "newer Caseboard (format 99" in says(ValueError(case.notices[0]))
        assert len(case.contents.items) == 2
        assert [hit.id for hit in case.find("photograph")], "an index of its own finds it"
        with pytest.raises(ReadOnlyCase):
            case.add("note")
        case.save_copy(tmp_path / "copy.caseboard")
    assert digest(path) == before
    assert listed(tmp_path) == ["copy.caseboard", "harbour.caseboard"]


def test_a_case_in_wal_mode_is_read_and_save_a_copy_makes_it_whole(tmp_path: Path, make: Make):
    path = make(tmp_path / "harbour.caseboard")
    link = sqlite3.connect(path)
    link.execute("PRAGMA journal_mode=WAL")
    link.execute("UPDATE board SET title = 'elsewhere'")
    link.commit()
    link.close()
    before = digest(path)
    with Case.open(path) as case:
        assert case.read_only
        assert "Save a Copy" in says(ValueError(case.notices[0]))
        assert case.contents.boards[0].title == "elsewhere"
        case.save_copy(tmp_path / "whole.caseboard")
    assert digest(path) == before
    with Case.open(tmp_path / "whole.caseboard") as copy:
        assert not copy.read_only and copy.notices == ()
        copy.add("note")
    assert listed(tmp_path) == ["harbour.caseboard", "whole.caseboard"]


HOLD = """
import sys
from casedb import Case
case = Case.open(sys.argv[1])
print(case.read_only, flush=True)
for line in sys.stdin:
    case.add("note", title=line.strip())
    print("added", flush=True)
case.close()
"""


def test_a_case_in_use_opens_as_a_copy_that_says_who_has_it(tmp_path: Path, make: Make):
    path = make(tmp_path / "harbour.caseboard")
    with start(HOLD, path) as other:
        assert other.stdout is not None and other.stdin is not None
        assert other.stdout.readline() == "False\n"
        with Case.open(path) as case:
            assert case.read_only
            sentence = says(ValueError(case.notices[0]))
            assert f"process {other.pid}" in sentence and "copy for reading" in sentence
            other.stdin.write("while you read\n")
            other.stdin.flush()
            assert other.stdout.readline() == "added\n"
            assert len(case.contents.items) == 2, "the copy is of one moment"
        with Case.open(path, read_only=True) as case:
            assert len(case.contents.items) == 3
        other.communicate("", timeout=30)
    with Case.open(path) as case:
        assert not case.read_only and len(case.contents.items) == 3
    assert listed(tmp_path) == ["harbour.caseboard"]


def test_the_same_program_opening_it_twice_gets_a_copy_the_second_time(tmp_path: Path, make: Make):
    path = make(tmp_path / "harbour.caseboard")
    with (
        Case.open(path) as case,
        Case.open(path) as second,
        Case.open(path, read_only=True) as third,
    ):
        assert (case.read_only, second.read_only, third.read_only) == (False, True, True)
        assert "open in this program already" in says(ValueError(second.notices[0]))
        case.add("note")
        assert len(second.contents.items) == len(third.contents.items) == 2
    assert not any((Path(os.environ["CASEBOARD_HOME"]) / "copies").iterdir())


# -- what does not -----------------------------------------------------------------------------


def foreign_sqlite(path: Path) -> None:
    link = sqlite3.connect(path)
    link.execute("CREATE TABLE item (id)")
    link.commit()
    link.close()


def case_of_nothing(path: Path) -> None:
    """An SQLite file that says it is a case, and holds not one table."""
    link = sqlite3.connect(path)
    link.execute(f"PRAGMA application_id={APPLICATION_ID}")
    link.execute("PRAGMA user_version=1")
    link.execute("CREATE TABLE item (id)")
    link.execute("DROP TABLE item")
    link.commit()
    link.close()


def cut_to(size: int) -> Callable[[Path], None]:
    def cut(path: Path) -> None:
        build(path)
        os.truncate(path, size)

    return cut


def with_header(at: int, *values: int) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        content = bytearray(build(path).read_bytes())
        content[at : at + len(values)] = bytes(values)
        path.write_bytes(content)

    return change


NO_CASES: list[tuple[Callable[[Path], object], type[CaseError], str]] = [
    (lambda path: None, CannotOpen, "no file"),
    (lambda path: path.write_bytes(b""), NotACase, "empty"),
    (lambda path: path.write_bytes(b"\0" * 20_000), NotACase, "not a Caseboard case"),
    (lambda path: path.write_text("Dear diary,\n" * 999), NotACase, "not a Caseboard case"),
    (lambda path: path.write_bytes(b"SQLite format 3\0"), CaseDamaged, "ends after 16 bytes"),
    (lambda path: path.mkdir(), CannotOpen, "is a folder"),
    (lambda path: path.symlink_to("nowhere"), CannotOpen, "no file"),
    (lambda path: path.symlink_to(path.name), CannotOpen, "leads nowhere"),
    (lambda path: os.mkfifo(path), CannotOpen, "not a regular file"),
    (lambda path: path.symlink_to("/dev/zero"), CannotOpen, "not a regular file"),
    (foreign_sqlite, NotACase, "another program"),
    (cut_to(50), CaseDamaged, "ends after 50 bytes"),
    (cut_to(9_000), CaseDamaged, "no case can be read"),
    (with_header(16, 3, 3), CaseDamaged, "page size"),
    (with_header(18, 9), CaseDamaged, "file version"),
    (with_header(56, 0, 0, 0, 2), CaseDamaged, "text encoding"),
    (with_header(60, 0, 0, 0, 0), CaseDamaged, "a format that no case has"),
    (with_header(60, 255, 255, 255, 255), CaseDamaged, "a format that no case has"),
    (with_header(68, 0), NotACase, "another program"),
    (with_header(100, 0xFF, 0xFF), CaseDamaged, "its list of tables cannot be read"),
    (case_of_nothing, CaseDamaged, "none of the tables of a case"),
]


@pytest.mark.parametrize(("prepare", "kind", "words"), NO_CASES)
def test_what_is_no_case_gets_one_clear_sentence_and_is_left_alone(
    tmp_path: Path, prepare: Callable[[Path], object], kind: type[CaseError], words: str
):
    path = tmp_path / "thing.caseboard"
    prepare(path)
    before = digest(path) if path.is_file() else ""
    for read_only in (False, True):
        with pytest.raises(kind) as trouble:
            Case.open(path, read_only=read_only)
        assert words in says(trouble.value)
    assert before == (digest(path) if path.is_file() else "")
    assert listed(tmp_path) in ([], ["thing.caseboard"])


def test_a_name_that_would_mislead_is_shown_with_its_marks(tmp_path: Path):
    path = tmp_path / "report\u202exslx.caseboard"
    path.write_bytes(b"")
    with pytest.raises(NotACase) as trouble:
        Case.open(path)
    assert "report⟨RLO⟩xslx" in says(trouble.value) and "\u202e" not in str(trouble.value)


AS_NOBODY = (
    BECOME_NOBODY
    + """
import json
from casedb import CaseError
try:
    with Case.open(sys.argv[1]) as case:
        print(json.dumps([case.read_only, *case.notices]))
except CaseError as trouble:
    print(json.dumps([type(trouble).__name__, str(trouble)]))
"""
)


@needs_root
@pytest.mark.parametrize(
    ("file_mode", "folder_mode", "outcome"),
    [
        (0o666, 0o777, False),
        (0o444, 0o777, True),
        (0o666, 0o555, True),
        (0o000, 0o777, "CannotOpen"),
        (0o666, 0o000, "CannotOpen"),
    ],
)
def test_somebody_without_rights(
    open_path: Path, make: Make, file_mode: int, folder_mode: int, outcome: bool | str
):
    shelf, home = open_path / "shelf", open_path / "home"
    shelf.mkdir()
    home.mkdir()
    os.chown(home, NOBODY, NOBODY)
    path = make(shelf / "harbour.caseboard")
    path.chmod(file_mode)
    shelf.chmod(folder_mode)
    before = digest(path)
    found, *sentences = json.loads(run(AS_NOBODY, path, home))
    assert found == outcome
    assert len(sentences) == (outcome is not False)
    for sentence in sentences:
        says(ValueError(sentence))
    assert digest(path) == before
    assert listed(shelf) == ["harbour.caseboard"]


@pytest.mark.parametrize("name", ["taken.caseboard", "missing/new.caseboard", "file.txt/x"])
def test_a_case_cannot_be_made_where_there_is_no_place_for_it(
    tmp_path: Path, make: Make, name: str
):
    make(tmp_path / "taken.caseboard")
    (tmp_path / "file.txt").write_text("plain")
    before = listed(tmp_path), digest(tmp_path / "taken.caseboard")
    with pytest.raises(CannotOpen) as trouble:
        Case.create(tmp_path / name)
    says(trouble.value)
    assert (listed(tmp_path), digest(tmp_path / "taken.caseboard")) == before


def test_a_case_cannot_be_made_under_the_name_of_a_folder(tmp_path: Path):
    (tmp_path / "harbour.caseboard").mkdir()
    with pytest.raises(CannotOpen, match=r"There is a folder “harbour\.caseboard” already"):
        Case.create(tmp_path / "harbour.caseboard")


def test_a_disk_that_is_full_when_a_case_is_made_is_told_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def settle_small(link: sqlite3.Connection) -> None:
        settle(link)
        link.execute("PRAGMA max_page_count=3")

    monkeypatch.setattr(creation, "settle", settle_small)
    with pytest.raises(CannotOpen) as trouble:
        Case.create(tmp_path / "harbour.caseboard")
    assert says(trouble.value) == "“harbour.caseboard” could not be made: the disk is full."
    assert listed(tmp_path) == []


def test_a_file_in_the_place_of_the_programs_own_folder_is_named(
    tmp_path: Path, make: Make, monkeypatch: pytest.MonkeyPatch
):
    path = make(tmp_path / "harbour.caseboard")
    (tmp_path / "own").write_text("no folder")
    for told in (tmp_path / "own", tmp_path / "own" / "deeper"):
        monkeypatch.setenv("CASEBOARD_HOME", str(told))
        with Case.open(path) as case:
            (notice,) = case.notices
            assert f"own folder “{told}”: there is a file in its place" in notice
            assert case.read_only and says(ValueError(notice))


def test_a_second_sqlite_library_is_refused(
    tmp_path: Path, make: Make, monkeypatch: pytest.MonkeyPatch
):
    path = make(tmp_path / "harbour.caseboard")
    (tmp_path / "pysqlite3.py").write_text("")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(CaseError) as trouble:
        Case.open(path)
    assert "pysqlite3" in says(trouble.value)
