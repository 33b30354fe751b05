"""Damaged cases: read as far as they can be, told of, restored from the journal, copied whole."""

from __future__ import annotations

import os
import sqlite3
import threading
import time
from pathlib import Path

import pytest

from casedb import Case
from casedb.errors import ArtifactMissing, CaseDamaged, NotSaved, ReadOnlyCase
from casedb.model.records import Item
from casedb.report import About
from casedb.store import gate
from casedb.store.header import read_header
from casedb.store.rows import tables_of
from casedb.verification import verify
from templates import Templates

PAGE = 16384
PICTURE = b"\x89PNG\r\n\x1a\n" + os.urandom(70_000)


@pytest.fixture
def case_path(tmp_path: Path, templates: Templates) -> Path:
    """A closed case whose table of items spreads over a dozen pages."""
    return templates.copy(fill, tmp_path / "harbour.caseboard")


def fill(path: Path) -> None:
    with Case.create(path, "Harbour") as case:
        photo = case.add("media", title="Photo")
        case.attach_bytes(photo, PICTURE, "pier.png")
        with case.together("Add notes"):
            for number in range(120):
                case.add("note", title=f"Note {number}", notes=f"{number} " * 300)
        case.place(photo)


def forget_journal(path: Path) -> None:
    """Take all values out of the journal, so that nothing can be restored from it."""
    link = sqlite3.connect(path, isolation_level=None)
    link.execute("UPDATE journal_edit SET before = NULL, after = NULL")
    link.close()


def leaves_of(path: Path, table: str) -> dict[int, int]:
    """The leaf pages of a table, in order: how many rows are on each, by its number."""
    link = sqlite3.connect(path)
    rows = link.execute(
        "SELECT pageno, ncell FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY path",
        (table,),
    ).fetchall()
    link.close()
    return dict(rows)


def overwrite(path: Path, page: int, content: bytes = b"\xff" * PAGE) -> None:
    with path.open("r+b") as stream:
        stream.seek((page - 1) * PAGE)
        stream.write(content)


def titles(case: Case) -> set[str]:
    return {item.title for item in case.contents.items.values()}


@pytest.mark.parametrize("which", ["first", "middle", "last", "two apart", "two together"])
def test_reading_goes_on_behind_what_cannot_be_read(case_path: Path, which: str):
    with Case.open(case_path) as case:
        whole = titles(case)
    forget_journal(case_path)
    rows_of = leaves_of(case_path, "item")
    leaves = list(rows_of)
    assert len(leaves) > 6
    gone = {
        "first": leaves[:1],
        "middle": leaves[3:4],
        "last": leaves[-1:],
        "two apart": [leaves[1], leaves[4]],
        "two together": leaves[2:4],
    }[which]
    for page in gone:
        overwrite(case_path, page)
    with Case.open(case_path) as case:
        assert case.read_only
        assert any("item" in each and "cannot be read" in each for each in case.losses)
        lost = whole - titles(case)
        assert titles(case) < whole
        assert len(lost) == sum(rows_of[page] for page in gone), "no more than was on those pages"
        with pytest.raises(ReadOnlyCase):
            case.add("note")


def test_what_cannot_be_read_comes_back_from_the_journal(case_path: Path, tmp_path: Path):
    with Case.open(case_path) as case:
        whole, head = tables_of(case.contents), case.journal.head
    for page in leaves_of(case_path, "item"):
        overwrite(case_path, page)
    with Case.open(case_path) as case:
        assert any("could be restored from the journal" in each for each in case.losses)
        assert tables_of(case.contents) == whole
        assert case.find("note 77"), "an index of its own finds what was restored"
        case.save_copy(tmp_path / "rescued.caseboard")
    report = verify(tmp_path / "rescued.caseboard")
    assert report.findings == ()
    assert report.head == head, "the chain goes on as it was"
    with Case.open(tmp_path / "rescued.caseboard") as copy:
        assert not copy.read_only and tables_of(copy.contents) == whole
        assert copy.artifact_bytes(next(iter(copy.contents.artifacts))) == PICTURE
        while copy.undo():
            pass
        assert not copy.contents.items


def test_what_is_lost_for_good_is_told_in_the_journal_of_the_copy(case_path: Path, tmp_path: Path):
    forget_journal(case_path)
    overwrite(case_path, list(leaves_of(case_path, "item"))[2])
    with Case.open(case_path) as case:
        left, length = tables_of(case.contents), case.journal.length
        case.save_copy(tmp_path / "rescued.caseboard")
    assert verify(tmp_path / "rescued.caseboard").findings == ()
    with Case.open(tmp_path / "rescued.caseboard") as copy:
        assert tables_of(copy.contents) == left
        newest = next(copy.journal.entries(newest_first=True))
        assert newest.label == "Recover what could be read"
        assert newest.seq == length + 1
        gone = [edit for edit in copy.journal.edits_of(newest.seq, newest.seq) if edit.expunged]
        assert len(gone) == 121 - len(copy.contents.items)


def test_a_journal_that_cannot_be_read_begins_anew_in_the_copy(case_path: Path, tmp_path: Path):
    with Case.open(case_path) as case:
        rows = tables_of(case.contents)
    for table in ("journal", "journal_edit"):
        for page in leaves_of(case_path, table):
            overwrite(case_path, page)
    with Case.open(case_path) as case:
        assert tables_of(case.contents) == rows
        assert any("journal" in each for each in case.losses)
        assert case.undo_step is None and case.redo_step is None
        case.save_copy(tmp_path / "rescued.caseboard")
    assert verify(tmp_path / "rescued.caseboard").findings == ()
    with Case.open(tmp_path / "rescued.caseboard") as copy:
        assert copy.journal.length == 1 and tables_of(copy.contents) == rows
        copy.add("note")
        assert copy.undo() is not None


@pytest.mark.parametrize("part", [0.99, 0.9, 0.8])
def test_a_case_that_is_cut_short_is_read_as_far_as_it_goes(
    case_path: Path, tmp_path: Path, part: float
):
    with Case.open(case_path) as case:
        for _ in range(10):
            case.attach_bytes(case.add("note"), os.urandom(400_000), "more.bin")
    size = case_path.stat().st_size
    os.truncate(case_path, int(size * part))
    before = case_path.read_bytes()
    with Case.open(case_path) as case:
        assert case.read_only
        assert case.losses[0].startswith("The file is cut short: ")
        assert f"of {size:,} bytes are missing" in case.losses[0]
        assert case.contents.boards
        read = tables_of(case.contents)
        case.save_copy(tmp_path / "rescued.caseboard")
    assert case_path.read_bytes() == before
    assert verify(tmp_path / "rescued.caseboard").findings == ()
    with Case.open(tmp_path / "rescued.caseboard") as copy:
        assert not copy.read_only
        kept = tables_of(copy.contents)
        files = {"artifact", "attachment"}
        assert {name: kept[name] for name in kept.keys() - files} == {
            name: read[name] for name in read.keys() - files
        }
        for artifact in copy.contents.artifacts:
            copy.artifact_bytes(artifact)


@pytest.mark.parametrize("part", [0.8, 0.5, 0.2])
def test_a_case_whose_list_of_tables_is_cut_off_is_read_or_refused_in_a_sentence(
    case_path: Path, part: float
):
    os.truncate(case_path, int(case_path.stat().st_size * part))
    before = case_path.read_bytes()
    try:
        with Case.open(case_path) as case:
            assert case.read_only and case.losses
    except CaseDamaged as trouble:
        assert "open a backup or another copy" in str(trouble)
    assert case_path.read_bytes() == before


@pytest.mark.parametrize("part", [0.5, 0.37])
def test_a_case_that_lost_its_list_of_tables_is_not_said_to_have_none(case_path: Path, part: float):
    size = case_path.stat().st_size
    left = int(size * part)
    os.truncate(case_path, left)
    told = (
        f"“{case_path.name}” is damaged and cannot be read: it is cut short, {size - left:,} of "
        f"{size:,} bytes are missing, and what is left does not say which tables there are."
    )
    for read in (Case.open, verify):
        with pytest.raises(CaseDamaged) as refusal:
            read(case_path)
        assert str(refusal.value).startswith(told)


def test_that_a_case_is_damaged_is_told_before_all_else(case_path: Path):
    link = sqlite3.connect(case_path, isolation_level=None)
    link.execute("PRAGMA user_version=99")
    link.close()
    overwrite(case_path, list(leaves_of(case_path, "item"))[2])
    with Case.open(case_path) as case:
        assert case.losses
        first, second = case.notices
        assert "is damaged" in first and "newer Caseboard" in second


def damage_picture(path: Path, how: str) -> None:
    content = path.read_bytes()
    at = content.index(PICTURE[20_000:20_100])
    if how == "changed":
        with path.open("r+b") as stream:
            stream.seek(at)
            stream.write(b"#")
        return
    link = sqlite3.connect(path, isolation_level=None)
    if how == "gone":
        link.execute("DELETE FROM artifact_chunk")
    elif how == "a part gone":
        link.execute("UPDATE artifact_chunk SET n = 1")
    else:
        link.execute("UPDATE artifact_chunk SET bytes = x''")
    link.close()


@pytest.mark.parametrize(
    ("how", "told"),
    [
        ("changed", "were changed"),
        ("gone", "are missing"),
        ("a part gone", "are not complete"),
        ("empty", "were changed"),
    ],
)
def test_bytes_of_an_artifact_that_are_damaged_leave_the_case_as_it_is(
    case_path: Path, how: str, told: str
):
    damage_picture(case_path, how)
    [finding] = [each for each in verify(case_path).findings if each.about is About.ARTIFACTS]
    assert told in finding.sentence
    with Case.open(case_path) as case:
        assert not case.read_only, "what is not looked at costs nothing"
        name = next(iter(case.contents.artifacts))
        if "gone" in how:
            with pytest.raises(ArtifactMissing, match="case"):
                case.artifact_bytes(name)
        # The same file once more mends it.
        photo = next(iter(case.contents.items.values()))
        note = case.add("note")
        case.attach_bytes(note, PICTURE, "again.png")
        if how != "changed":
            assert case.contents.artifacts.keys() == {name}
        assert case.contents.attachments_of(photo.id)


def test_a_page_of_bytes_that_cannot_be_read_is_told(case_path: Path):
    link = sqlite3.connect(case_path)
    pages = link.execute(
        "SELECT pageno FROM dbstat WHERE name = 'artifact_chunk' AND pagetype = 'leaf'"
    ).fetchall()
    link.close()
    for (page,) in pages:
        overwrite(case_path, page)
    with Case.open(case_path) as case:
        with pytest.raises(ArtifactMissing, match="cannot be read"):
            case.artifact_bytes(next(iter(case.contents.artifacts)))
        copy = case_path.with_name("copy.caseboard")
        with pytest.raises(NotSaved, match="once more keeps what can be read"):
            case.save_copy(copy)
        assert not copy.exists() and case.read_only and case.losses
        case.save_copy(copy)
    assert not verify(case_path).sound
    assert verify(copy).findings == (), "what could not be read is left out, and named"
    with Case.open(copy) as rescued:
        assert not rescued.contents.artifacts
        [newest] = rescued.journal.entries(newest_first=True, limit=1)
        assert newest.label == "Recover what could be read; 1 file is lost (“pier.png”)"


@pytest.mark.parametrize(
    "spoil",
    [
        "UPDATE search_index_data SET block = x'ff00ff00ff'",
        "DELETE FROM search_index_data",
        "DELETE FROM search_index_docsize",
        "DELETE FROM search_entry",
        "UPDATE search_index_config SET v = 99",
        "DELETE FROM meta",
    ],
)
def test_a_search_index_that_is_spoilt_costs_nothing(case_path: Path, spoil: str):
    """It is derived: another one is asked, and at a change that stumbles it is made anew."""
    link = sqlite3.connect(case_path, isolation_level=None)
    link.execute(spoil)
    link.close()
    with Case.open(case_path) as case:
        assert not case.read_only
        case.find("note 77")
        item = next(item for item in case.contents.items.values() if item.title == "Note 5")
        case.set(item, title="Renamed")
        case.add("note", title="Fresh")
        assert case.find("fresh")
    with Case.open(case_path) as case:
        assert {"Renamed", "Fresh"} <= titles(case)


def test_a_listener_is_told_of_changes_and_never_of_what_was_refused(case_path: Path):
    heard: list[str] = []
    with Case.open(case_path) as case:
        stop = case.listen(lambda change: heard.append(change.entry.label))
        case.add("note")
        case.undo()
        stop()
        case.redo()
    assert heard == ["Add note", "Add note"]


def test_a_second_reader_that_cannot_be_had_says_nothing_about_the_file(
    case_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(gate, "LARGE", 0)
    made: list[Path] = []
    connect = gate.connect_for_reading

    def connect_once(path: Path, *, alone: bool, tolerant: bool = False) -> sqlite3.Connection:
        made.append(path)
        if len(made) > 1:
            raise sqlite3.OperationalError("unable to open database file")
        return connect(path, alone=alone, tolerant=tolerant)

    monkeypatch.setattr(gate, "connect_for_reading", connect_once)
    assert gate.check(case_path, read_header(case_path), in_haste=True) == []
    assert len(made) == 2


def test_where_one_reader_is_stopped_the_other_stops_too(
    case_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(gate, "LARGE", 0)
    asked: list[str] = []

    def look(link: sqlite3.Connection, table: str) -> list[str]:
        asked.append(table)
        if threading.current_thread() is threading.main_thread():
            raise KeyboardInterrupt
        time.sleep(0.05)
        return []

    monkeypatch.setattr(gate, "_damages_of", look)
    with pytest.raises(KeyboardInterrupt):
        gate.check(case_path, read_header(case_path), in_haste=True)
    assert len(asked) <= 3


@pytest.mark.parametrize("large", [0, gate.LARGE])
def test_two_damages_at_once_are_both_told(
    case_path: Path, monkeypatch: pytest.MonkeyPatch, large: int
):
    """Also where the file is large, and two tables are looked through at a time."""
    monkeypatch.setattr(gate, "LARGE", large)
    overwrite(case_path, list(leaves_of(case_path, "item"))[2])
    overwrite(case_path, next(iter(leaves_of(case_path, "card"))))
    with Case.open(case_path) as case:
        told = " ".join(case.losses)
        assert "“item”" in told and "“card”" in told
        assert isinstance(next(iter(case.contents.items.values())), Item)
