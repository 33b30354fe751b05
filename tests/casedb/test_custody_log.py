"""Custody: what happened to the bytes of files is told from the journal, and survives everything."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedb import Case, Change
from casedb.commands import items
from casedb.commands.annotations import annotate
from casedb.custody_log import MOST_FAILED, deed_in_words, note_report
from casedb.errors import InvalidChange, NotSaved, ReadOnlyCase
from casedb.model.handling import Deed, Fault, Handling, Way, as_json, read_handling
from casedb.model.marks import Form, Mark
from casedb.model.records import Artifact
from casedb.past import Past
from casedb.report import Report
from casedb.verification import verify
from templates import Templates


def fill(path: Path) -> None:
    with Case.create(path, "Harbour", actor="registrar") as case:
        photo = case.add("media", title="Photo")
        case.attach_bytes(photo, b"a picture of the pier", "pier.png")
        case.attach_bytes(photo, b"a log of the harbour", "log.txt")
        case.place(photo)


@pytest.fixture
def case_path(tmp_path: Path, templates: Templates) -> Path:
    """A closed case with a photograph that has two files."""
    return templates.copy(fill, tmp_path / "harbour.caseboard")


@pytest.fixture
def case(case_path: Path) -> Iterator[Case]:
    with Case.open(case_path, actor="auditor") as opened:
        yield opened


def named(case: Case, name: str) -> Artifact:
    return next(each for each in case.contents.artifacts.values() if each.name == name)


def deeds(case: Case, artifact: str) -> list[Deed]:
    return [each.deed for each in case.custody.events_of(artifact)]


def flipped(case: Case, artifact: str, data: bytes = b"others") -> Case:
    """The case, opened again after the bytes of a file were changed on the disk."""
    case.close()
    link = sqlite3.connect(case.path, isolation_level=None)
    link.execute("UPDATE artifact_chunk SET bytes = ? WHERE artifact = ?", (data, artifact))
    link.close()
    return Case.open(case.path, actor="auditor")


def check(case: Case) -> Report:
    report = verify(case.path)
    note_report(case.custody, report)
    return report


def test_a_file_is_acquired_and_hashed_by_whoever_brought_it(case: Case):
    picture = named(case, "pier.png")
    acquired, hashed = case.custody.events_of(picture.id)
    assert (acquired.deed, hashed.deed) == (Deed.ACQUIRED, Deed.HASHED)
    assert acquired.actor == "registrar" and acquired.at.endswith("Z")
    assert "pier.png" in acquired.note and "21 bytes" in acquired.note
    assert picture.id in hashed.note


def test_where_a_file_came_from_is_told_as_it_is_known_now(case: Case):
    picture = named(case, "pier.png")
    told = {"url": "https://example.org/pier", "tool": "browser", "captured": {"bad": 1}}
    case.run(items.set_values(picture, told, "Edit fields"))
    note = case.custody.events_of(picture.id)[0].note
    assert "Obtained from: https://example.org/pier" in note and "Captured with: browser" in note


def test_a_check_is_noted_for_every_file_and_what_failed_stays_so_until_a_later_one_is_well(
    case: Case, case_path: Path
):
    picture, log = named(case, "pier.png").id, named(case, "log.txt").id
    assert check(case).sound and not case.custody.failed
    case = flipped(case, picture)
    check(case)
    assert {name: each.fault for name, each in case.custody.failed.items()} == {
        picture: Fault.CHANGED
    }
    last = case.custody.events_of(picture)[-1]
    assert (last.deed, last.actor, last.fault) == (Deed.CHECKED, "auditor", Fault.CHANGED)
    assert deed_in_words(last) == "Checked: failed"
    assert [each.fault for each in case.custody.events_of(log)][-2:] == [None, None]
    case.close()
    with Case.open(case_path) as again:
        assert list(again.custody.failed) == [picture], "it comes from the journal"
        again.add("note", title="Work goes on")
        assert list(again.custody.failed) == [picture], "nobody has checked it since"
    again = flipped(again, picture, b"a picture of the pier")
    assert list(again.custody.failed) == [picture]
    check(again)
    assert not again.custody.failed
    again.close()
    assert verify(case_path).sound


def test_a_file_that_came_after_what_was_checked_is_not_told_to_be_checked(
    case: Case, case_path: Path
):
    report = verify(case_path)
    photo = next(iter(case.contents.items.values()))
    late = case.attach_bytes(photo, b"late", "late.txt").id
    note_report(case.custody, report)
    assert deeds(case, late) == [Deed.ACQUIRED, Deed.HASHED]
    check(case)
    assert deeds(case, late)[-1] is Deed.CHECKED


def test_a_check_of_another_state_of_the_file_is_not_noted(case: Case, case_path: Path):
    report = verify(case_path)
    with pytest.raises(InvalidChange, match="not this case as it is here"):
        case.custody.note_check(report.entries, "0" * 64, {})
    with pytest.raises(InvalidChange):
        case.custody.note_check(report.entries + 1, report.head, {})
    assert case.journal.head == report.head


def test_a_case_that_is_only_read_notes_nothing(case_path: Path):
    report = verify(case_path)
    before = case_path.read_bytes()
    with Case.open(case_path, read_only=True) as case, pytest.raises(ReadOnlyCase):
        note_report(case.custody, report)
    assert case_path.read_bytes() == before


def test_what_goes_out_is_told_with_its_way(case: Case, tmp_path: Path):
    picture, log = named(case, "pier.png").id, named(case, "log.txt").id
    board = case.contents.boards[0]
    case.custody.note_export(Way.ORIGINAL, (picture,))
    case.custody.note_export(Way.BOARD, (picture, log), board=board.id, form="png")
    case.save_copy(tmp_path / "copy.caseboard")
    case.custody.note_export(Way.COPY)
    notes = [each.note for each in case.custody.events_of(picture) if each.deed is Deed.EXPORTED]
    assert notes == [
        "As the original file",
        f"In a picture (PNG) of the board “{board.title}”",
        "In a copy of the whole case",
    ]
    assert deeds(case, log).count(Deed.EXPORTED) == 2
    told = [(each.artifact, each.note) for each in case.custody.events()][-3:]
    assert told == [
        (picture, notes[0]),
        ("", f"{notes[1]}: 2 files"),
        ("", f"{notes[2]}: all files"),
    ]
    assert case.custody.note_export(Way.BOARD) is None, "where no file is, none goes out"


def test_a_redaction_names_the_copy_that_was_made(case: Case):
    picture = named(case, "pier.png").id
    case.custody.note_redaction(picture, "f" * 64)
    last = case.custody.events_of(picture)[-1]
    assert last.deed is Deed.REDACTED and "f" * 64 in last.note


def test_bytes_that_failed_are_put_back_from_an_original(case: Case):
    photo, log = named(case, "pier.png"), named(case, "log.txt")
    with flipped(case, photo.id) as damaged:
        original = {each.id: lambda: BytesIO(b"a picture of the pier") for each in (photo, log)}
        assert damaged.restore_bytes(original) is None, "nobody knows yet that they are damaged"
        note_report(damaged.custody, verify(damaged.path))
        assert damaged.contents.failed == {photo.id}
        step, told = damaged.undo_step, list[Change]()
        damaged.listen(told.append)
        with pytest.raises(NotSaved):
            damaged.restore_bytes({photo.id: lambda: BytesIO(b"something else")})
        assert damaged.contents.failed == {photo.id}
        entry = damaged.restore_bytes(original)
        assert entry is not None and entry.label == "Restore file" and damaged.undo_step == step
        assert not damaged.contents.failed
        assert [each.judged for each in told] == [{photo.id}]
        assert damaged.artifact_bytes(photo.id) == b"a picture of the pier"
        assert deeds(damaged, photo.id)[-1] is Deed.RESTORED
        assert Deed.RESTORED not in deeds(damaged, log.id), "it was sound"
        assert damaged.restore_bytes(original) is None
    assert not verify(case.path).findings
    with Case.open(case.path) as again:
        assert not again.contents.failed


def test_bytes_that_were_expunged_are_not_put_back(case: Case):
    photo = named(case, "pier.png")
    with flipped(case, photo.id) as damaged:
        note_report(damaged.custody, verify(damaged.path))
        damaged.expunge(photo.id, "A court wants it")
        assert damaged.restore_bytes({photo.id: lambda: BytesIO(b"a picture of the pier")}) is None


def test_expunging_is_the_end_of_it(case: Case):
    picture = named(case, "pier.png").id
    case = flipped(case, picture)
    check(case)
    assert case.custody.failed
    case.expunge(picture, "court order 17")
    assert not case.custody.failed, "of bytes that are gone nobody asks what they were"
    check(case)
    case.run(items.set_values(case.contents.artifacts[picture], {"tool": "x"}, "Edit fields"))
    check(case)
    last = case.custody.events_of(picture)[-1]
    assert (last.deed, last.note) == (Deed.EXPUNGED, "court order 17"), "no check after that"
    case.close()


def test_undoing_the_intake_is_told_and_redoing_it_as_well(case: Case):
    log = named(case, "log.txt").id
    case.undo()
    case.undo()
    assert log not in case.contents.artifacts
    assert deeds(case, log) == [Deed.ACQUIRED, Deed.HASHED, Deed.REMOVED]
    case.redo()
    assert deeds(case, log)[-2:] == [Deed.ACQUIRED, Deed.HASHED]
    assert "brought back" in case.custody.events_of(log)[-2].note


def test_noting_is_no_step_and_leaves_undo_and_redo_as_they_were(case: Case):
    photo = next(iter(case.contents.items.values()))
    case.set(photo, summary="one")
    case.set(case.contents.items[photo.id], summary="two")
    case.undo()
    undo, redo = case.undo_step, case.redo_step
    case.custody.note_export(Way.COPY)
    assert (case.undo_step, case.redo_step) == (undo, redo)
    case.close()
    with Case.open(case.path) as again:
        assert (again.undo_step, again.redo_step) == (undo, redo)
        again.custody.note_export(Way.COPY)
        again.redo()
        assert again.contents.items[photo.id].values.text("summary") == "two"
        again.undo()
        again.custody.note_export(Way.COPY)
        again.undo()
        assert again.contents.items[photo.id].values.text("summary") == ""
    assert verify(case.path).findings == ()


def test_listeners_and_the_past_take_an_entry_that_changes_nothing(case: Case):
    heard: list[Change] = []
    case.listen(heard.append)
    case.custody.note_export(Way.COPY)
    assert [each.edits for each in heard] == [()] and heard[0].entry.told is not None
    past = Past(case.journal, case.contents)
    assert past.go(case.journal.length - 1) == ()


def test_more_failed_files_than_an_entry_names_are_told_by_another(case: Case):
    failed = {f"{n:064x}": Fault.MISSING for n in range(MOST_FAILED + 3)}
    case.custody.note_check(case.journal.length, case.journal.head, failed, len(failed))
    assert len(case.custody.failed) == len(failed)
    case.close()
    with Case.open(case.path) as again:
        assert len(again.custody.failed) == len(failed)


def test_a_copy_carries_the_custody_with_it(case: Case, tmp_path: Path):
    case.custody.note_export(Way.ORIGINAL, (named(case, "pier.png").id,))
    case.save_copy(tmp_path / "copy.caseboard")
    with Case.open(tmp_path / "copy.caseboard") as copy:
        assert copy.custody.events() == case.custody.events()


HASHES = st.text("0123456789abcdef", min_size=64, max_size=64)


@given(
    st.builds(
        Handling,
        st.sampled_from(Deed),
        st.lists(HASHES).map(tuple),
        failed=st.dictionaries(HASHES, st.sampled_from(Fault)).map(
            lambda each: tuple(each.items())
        ),
        as_of=st.integers(0, 1 << 40),
        head=HASHES,
        findings=st.integers(0, 9),
        way=st.none() | st.sampled_from(Way),
        board=st.text(),
        form=st.sampled_from(["", "png"]),
        made=st.just("") | HASHES,
    )
)
def test_a_handling_is_read_as_it_was_written(handling: Handling):
    assert read_handling(as_json(handling)) == handling


@given(
    st.recursive(
        st.none() | st.integers() | st.text(),
        lambda each: (
            st.lists(each)
            | st.dictionaries(st.sampled_from(["deed", "files", "failed", "way", "as_of"]), each)
        ),
    )
)
def test_what_a_newer_version_or_a_forger_tells_is_no_trouble(value: object):
    assert read_handling(value).deed in Deed


def test_the_name_that_a_file_had_is_told_where_the_case_calls_it_otherwise(
    tmp_path: Path, templates: Templates
) -> None:
    with Case.open(templates.copy(fill, tmp_path / "harbour.caseboard")) as case:
        photo = next(iter(case.contents.items.values()))
        case.attach_bytes(photo, b"another", " pier\n2.png")
        made = next(each for each in case.contents.artifacts.values() if each.size == 7)
        assert made.name == "pier2.png" and made.values["given_name"] == " pier\n2.png"
        taken = case.custody.events_of(made.id)[0]
        assert "called “ pier␊2.png” where it was" in taken.note


def test_what_is_blurred_is_told_as_redacted_and_taking_it_off_as_well(case_path: Path) -> None:
    with Case.open(case_path, actor="Mina") as case:
        picture = next(each for each in case.contents.artifacts.values() if "pier" in each.name)
        box = ((0.1, 0.1), (0.5, 0.5))
        for form in (Form.BLUR, Form.BOX):
            case.run(annotate(case.contents, case.new_id, picture.id, Mark(form, box)))
        case.undo()
        case.undo()
        told = case.custody.events_of(picture.id)[-2:]
        assert [(each.deed, each.actor) for each in told] == [
            (Deed.REDACTED, "Mina"),
            (Deed.UNREDACTED, "Mina"),
        ]
        assert "blurred wherever it is shown" in told[0].note
        assert case.custody.events()[-2:] == told
