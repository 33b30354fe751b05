"""Verifying: a sound case has no finding, and whatever was changed in it is found and named."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sqlite3
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from casedb import Case
from casedb.canonical import canonical, entry_hash
from casedb.entries import digest_of, read_edit
from casedb.errors import CannotOpen, NotACase, Stopped
from casedb.model.handling import Fault
from casedb.report import About, FileState, Report, as_json, as_text, describe
from casedb.store.home import Home
from casedb.store.journal_rows import JournalRows
from casedb.verification import verify
from other_process import start
from templates import Templates

PICTURE = b"\x89PNG\r\n\x1a\n" + os.urandom(2_500_000)


@pytest.fixture
def case_path(tmp_path: Path, templates: Templates) -> Path:
    """A closed case with a long history: made, changed, undone, redone and deleted."""
    return templates.copy(fill, tmp_path / "harbour.caseboard")


def fill(path: Path) -> None:
    with Case.create(path, "Harbour", actor="tester") as case:
        source = case.add_source("Ministry")
        claim = case.add("claim", title="It sailed", source=source)
        photo = case.add("media", title="Photo")
        case.attach_bytes(photo, PICTURE, "pier.png")
        case.attach_bytes(photo, b"", "empty.txt")
        case.link(photo, "supports", claim)
        case.place(claim)
        case.set(claim, title="It sailed on the fourth", summary="seen")
        case.set(claim, summary=None)
        case.undo()
        case.undo()
        case.redo()
        case.add("note", title="gone again")
        case.undo()


def tamper(path: Path, *statements: str) -> None:
    """Change the file as somebody would who knows SQLite."""
    link = sqlite3.connect(path, isolation_level=None)
    triggers = link.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        link.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        link.execute(statement)
    for _, sql in triggers:
        link.execute(sql)
    link.close()


def test_a_sound_case_has_no_finding_and_everything_was_looked_at(case_path: Path):
    before = hashlib.sha256(case_path.read_bytes()).digest()
    with Case.open(case_path) as case:
        head, length = case.journal.head, case.journal.length
        rows = sum(1 for _ in case.contents.records())
    seen: list[float] = []
    report = verify(case_path, progress=seen.append)
    assert replace(report, files=()) == Report((), head, length, rows, 2, len(PICTURE))
    assert [each.state for each in report.files] == [FileState.OK, FileState.OK]
    assert report.sound and head in describe(report, case_path)
    assert seen == sorted(seen) and seen[-1] == 1.0 and len(set(seen)) >= 4
    assert hashlib.sha256(case_path.read_bytes()).digest() == before
    assert [each.name for each in case_path.parent.iterdir()] == [case_path.name]


@pytest.mark.parametrize(
    ("statement", "about", "words"),
    [
        ("UPDATE item SET fields = replace(fields, 'sailed', 'sank')", About.RECORDS, "not what"),
        ("UPDATE item SET kind = 'note' WHERE kind = 'claim'", About.RECORDS, "not what"),
        ("UPDATE card SET x = x + 0.01", About.RECORDS, "not what"),
        ("UPDATE link SET type = 'disputes'", About.RECORDS, "not what"),
        ("DELETE FROM card", About.RECORDS, "is missing"),
        ("DELETE FROM attachment", About.RECORDS, "is missing"),
        ("INSERT INTO board VALUES ('b', 'Planted', 7)", About.RECORDS, "in no entry"),
        ("INSERT INTO source VALUES ('s', '{\"name\":\"Planted\"}')", About.RECORDS, "in no entry"),
        ("DELETE FROM reference", About.RECORDS, "list of whom"),
        ("UPDATE reference SET field = 'owner'", About.RECORDS, "list of whom"),
        ("UPDATE artifact SET size = 7", About.RECORDS, "not what"),
        ("UPDATE artifact_chunk SET bytes = x'00' WHERE n = 1", About.ARTIFACTS, "were changed"),
        ("DELETE FROM artifact_chunk WHERE n = 1", About.ARTIFACTS, "not complete"),
        ("DELETE FROM artifact_chunk WHERE n = 2", About.ARTIFACTS, "were changed"),
        ("DELETE FROM artifact_chunk", About.ARTIFACTS, "are missing"),
        ("INSERT INTO artifact_chunk VALUES ('x', 0, x'01')", About.ARTIFACTS, "were changed"),
        (
            "UPDATE journal SET body = replace(body, 'tester', 'nobody')",
            About.JOURNAL,
            "was changed",
        ),
        (
            "UPDATE journal SET hash = lower(hex(randomblob(32))) WHERE seq = 3",
            About.JOURNAL,
            "hash",
        ),
        ("UPDATE journal SET body = '{}' WHERE seq = 2", About.JOURNAL, "not understood"),
        ("DELETE FROM journal WHERE seq = 4", About.JOURNAL, "lacks entry 4"),
        ("DELETE FROM journal WHERE seq IN (4, 5)", About.JOURNAL, "lacks entries 4 to 5"),
        ("UPDATE journal SET seq = 99 WHERE seq = 5", About.JOURNAL, "lacks"),
        ("DELETE FROM journal_edit WHERE seq = 6", About.JOURNAL, "not those it changed"),
        ("UPDATE journal_edit SET n = 9 WHERE seq = 6 AND n = 0", About.JOURNAL, "not those it"),
        ("UPDATE journal_edit SET id = 'x' WHERE seq = 6 AND n = 0", About.JOURNAL, "not those it"),
        ("UPDATE journal_edit SET after_hash = NULL WHERE seq = 6", About.JOURNAL, "not those it"),
        (
            "UPDATE journal_edit SET after = replace(after, 'sailed', 'sank')",
            About.JOURNAL,
            "not what its hash says",
        ),
        (
            "UPDATE journal_edit SET before = replace(before, 'sailed', 'sank')",
            About.JOURNAL,
            "does not follow",
        ),
        ("UPDATE journal_edit SET after = '[' WHERE seq = 6", About.JOURNAL, "not understood"),
        (
            "UPDATE journal_edit SET \"table\" = 'weather' WHERE seq = 6",
            About.JOURNAL,
            "unknown table",
        ),
    ],
)
def test_whatever_was_changed_is_found(case_path: Path, statement: str, about: About, words: str):
    tamper(case_path, statement)
    report = verify(case_path)
    assert not report.sound
    told = [finding.sentence for finding in report.findings if finding.about is about]
    assert any(words in sentence for sentence in told), report.findings
    assert all(sentence.endswith(".") for sentence in told)
    told = describe(report, case_path)
    assert "is not as it was written" in told
    assert all(f"\n– {each.sentence}" in told for each in report.findings)
    named = describe(report, case_path, lambda record: "It sailed" if record else "")
    assert ("It is “It sailed”." in named) == any(each.record for each in report.findings)


def test_values_expunged_from_the_journal_leave_the_chain_whole(case_path: Path):
    """Removing values for good reasons is allowed: the chain holds hashes, not values."""
    tamper(case_path, "UPDATE journal_edit SET before = NULL, after = NULL WHERE seq > 3")
    assert verify(case_path).findings == ()


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("DELETE FROM search_entry", "The search index lacks 6 records."),
        ("DELETE FROM search_entry WHERE n = 1", "The search index lacks 1 record."),
        ("DELETE FROM search_index_docsize WHERE id = 1", "The search index lacks 1 record."),
        (
            "INSERT INTO search_entry (\"table\", id) VALUES ('item', 'nobody')",
            "The search index has 1 entry of no record.",
        ),
        (
            "INSERT INTO search_index (rowid, body) VALUES (2, 'smuggled')",
            "The search index has other words for 1 record than that has.",
        ),
    ],
)
def test_a_search_index_of_other_records_is_told_and_is_no_damage(
    case_path: Path, statement: str, told: str
):
    tamper(case_path, statement)
    report = verify(case_path)
    assert report.sound and told in report.derived, report
    assert "it can be made anew" in as_text(report, case_path)
    with Case.open(case_path) as case:
        head = case.journal.head
        case.rebuild_search()
        assert [hit.id for hit in case.find("sailed")] and not case.find("smuggled")
        assert case.journal.head == head, "what is derived is no change of the case"
    assert verify(case_path).derived == ()


def test_an_index_by_other_rules_is_made_anew_in_any_case_and_not_told(case_path: Path):
    tamper(
        case_path,
        "DELETE FROM search_entry",
        "UPDATE meta SET value = 'older' WHERE key = 'search'",
    )
    assert verify(case_path).derived == ()


def test_the_words_of_the_index_are_compared_only_where_it_is_thorough(case_path: Path):
    tamper(case_path, "INSERT INTO search_index (rowid, body) VALUES (2, 'smuggled')")
    assert verify(case_path, thorough=False).derived == ()


def test_the_report_has_every_file_the_failed_first(case_path: Path):
    with Case.open(case_path) as case:
        note = case.add("note", title="Letter")
        gone = case.attach_bytes(note, b"a letter", "letter.txt").id
        missing = case.attach_bytes(note, b"another", "another.txt").id
        case.expunge(gone, "court order")
    picture = hashlib.sha256(PICTURE).hexdigest()
    tamper(
        case_path,
        f"UPDATE artifact_chunk SET bytes = x'00' WHERE artifact = '{picture}' AND n = 1",
        f"DELETE FROM artifact_chunk WHERE artifact = '{missing}'",
    )
    report = verify(case_path)
    states = {each.name: (each.state, each.fault) for each in report.files}
    assert states == {
        "pier.png": (FileState.FAILED, Fault.CHANGED),
        "another.txt": (FileState.MISSING, Fault.MISSING),
        "empty.txt": (FileState.OK, None),
        "letter.txt": (FileState.EXPUNGED, None),
    }
    assert [each.fault is None for each in report.files] == [False, False, True, True]
    assert report.failed == {picture: Fault.CHANGED, missing: Fault.MISSING}
    changed = next(each for each in report.files if each.name == "pier.png")
    assert changed.found not in ("", picture)
    text = as_text(report, case_path)
    assert "Files: 1 ok, 1 failed, 1 missing, 1 expunged" in text and changed.found in text
    told = as_json(report)
    assert told["counts"] == {"ok": 1, "failed": 1, "missing": 1, "expunged": 1}
    assert json.loads(json.dumps(told)) == told


def test_a_tail_cut_off_shows_only_against_a_head_kept_elsewhere(case_path: Path):
    """What the documents say is not promised, and why the head is printed on every export."""
    kept = verify(case_path).head
    with Case.open(case_path) as case:
        length = case.journal.length
        late = case.add_source("inconvenient")
    tamper(
        case_path,
        f"DELETE FROM journal_edit WHERE seq > {length}",
        f"DELETE FROM journal WHERE seq > {length}",
        f"DELETE FROM source WHERE id = '{late.id}'",
        f"DELETE FROM search_entry WHERE id = '{late.id}'",
        "DELETE FROM search_index_docsize WHERE id NOT IN (SELECT n FROM search_entry)",
    )
    report = verify(case_path)
    assert report.sound and report.head == kept


def test_entries_that_were_written_anew_with_right_hashes_are_found_by_the_rows(case_path: Path):
    """A forger who can compute hashes changes one value, and must change all after it."""
    link = sqlite3.connect(case_path, isolation_level=None)
    link.execute("DROP TRIGGER journal_is_not_updated")
    previous = "0" * 64
    rows = JournalRows(link)
    for entry in list(rows.forwards()):
        edits = [read_edit(row) for row in rows.edits(entry.seq, entry.seq)]
        body = entry.body.replace("tester", "forger")
        assert digest_of(edits) in body
        hashed = entry_hash(entry.seq, previous, body.encode())
        link.execute(
            "UPDATE journal SET body = ?, hash = ? WHERE seq = ?", (body, hashed, entry.seq)
        )
        previous = hashed
    link.execute(
        "CREATE TRIGGER journal_is_not_updated BEFORE UPDATE ON journal\n"
        "BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END"
    )
    link.execute("UPDATE item SET fields = replace(fields, 'sailed', 'sank')")
    link.close()
    report = verify(case_path)
    assert {finding.about for finding in report.findings} == {About.RECORDS}
    assert report.head == previous, "only a head kept elsewhere tells of the rest"


HOLD = """
import sys
from casedb import Case
with Case.open(sys.argv[1]) as case:
    case.add("note", title="in use")
    print("ready", flush=True)
    sys.stdin.read()
"""


def test_a_case_in_use_is_verified_as_of_now(case_path: Path):
    length = verify(case_path).entries
    with start(HOLD, case_path) as other:
        assert other.stdout is not None and other.stdout.readline() == "ready\n"
        report = verify(case_path)
        assert report.sound and report.entries == length + 1
        other.communicate("", timeout=30)
    with Case.open(case_path) as case:
        case.add("note", title="in use here")
        report = verify(case_path)
        assert report.sound and report.head == case.journal.head
        case.add("note", title="and on")
    assert [each.name for each in case_path.parent.iterdir()] == [case_path.name]
    assert not any((Path(os.environ["CASEBOARD_HOME"]) / "copies").iterdir())


def test_a_case_that_another_program_changes_meanwhile_is_verified_again(
    case_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """A program that knows nothing of our lock: what was read by halves does not count."""
    changed: list[bool] = []

    def change(part: float) -> None:
        if part > 0.6 and not changed:
            changed.append(True)
            link = sqlite3.connect(case_path, isolation_level=None)
            link.execute("UPDATE board SET title = 'changed'")
            link.close()

    report = verify(case_path, progress=change)
    assert changed and not report.sound
    assert any("board" in finding.sentence for finding in report.findings), report


def test_what_lies_beside_a_case_is_told_and_not_looked_at(case_path: Path):
    beside = case_path.with_name(case_path.name + "-wal")
    beside.write_bytes(b"anything")
    [finding] = verify(case_path).findings
    assert "what is in it was not looked at" in finding.sentence


def test_findings_without_end_are_counted(case_path: Path):
    link = sqlite3.connect(case_path)
    link.executemany("INSERT INTO board VALUES (?, '', 0)", ((f"b{n}",) for n in range(1000)))
    link.commit()
    link.close()
    report = verify(case_path)
    assert len(report.findings) == 201
    assert report.findings[-1].sentence == "There are 800 more findings of this sort."


def test_what_is_no_case_cannot_be_verified(tmp_path: Path):
    with pytest.raises(CannotOpen):
        verify(tmp_path / "nothing")
    (tmp_path / "empty").write_bytes(b"")
    with pytest.raises(NotACase):
        verify(tmp_path / "empty")


@pytest.mark.parametrize("opened", [False, True])
@pytest.mark.parametrize("late", [0.0, 0.1, 0.5, 0.9])
def test_stopping_ends_in_a_sentence_and_leaves_nothing_behind(
    case_path: Path, opened: bool, late: float
):
    reached: list[float] = [-1.0]
    with contextlib.ExitStack() as stack:
        if opened:
            stack.enter_context(Case.open(case_path))
        with pytest.raises(Stopped, match="nothing was changed"):
            verify(case_path, progress=reached.append, stopped=lambda: reached[-1] >= late)
    assert reached[-1] < 1.0
    assert not any(Home.of_user().copies.iterdir())


def test_an_open_case_is_verified_by_a_worker_while_it_goes_on(case_path: Path):
    """As a window does after opening: no change waits for long, and what was finished counts."""
    reports: list[Report] = []
    with Case.open(case_path) as case:
        length = case.journal.length
        begun, ended = threading.Event(), threading.Event()

        def work() -> None:
            reports.append(verify(case_path, progress=lambda _: begun.set()))
            ended.set()

        worker = threading.Thread(target=work)
        worker.start()
        assert begun.wait(30)
        count = 0
        while not ended.is_set() or not count:
            case.add("note", title="meanwhile")
            count += 1
        worker.join()
        assert len(case.contents.items) == count + 2
    [report] = reports
    assert report.sound and length <= report.entries <= length + count
    assert verify(case_path).sound


def test_what_a_newer_caseboard_wrote_is_checked_as_far_as_this_one_can(case_path: Path):
    tamper(case_path, "PRAGMA user_version=99", "ALTER TABLE item ADD COLUMN mood TEXT")
    [finding] = verify(case_path).findings
    assert finding.about is About.FILE and "Only it can compare the records" in finding.sentence
    tamper(
        case_path,
        "UPDATE artifact_chunk SET bytes = x'00' WHERE n = 1",
        "UPDATE journal SET body = replace(body, 'tester', 'nobody') WHERE seq = 2",
    )
    assert {finding.about for finding in verify(case_path).findings} == {
        About.FILE,
        About.JOURNAL,
        About.ARTIFACTS,
    }


def test_a_case_that_may_only_be_read_is_verified_where_it_lies(case_path: Path):
    case_path.chmod(0o444)
    case_path.parent.chmod(0o555)
    try:
        assert verify(case_path).sound
        assert [each.name for each in case_path.parent.iterdir()] == [case_path.name]
    finally:
        case_path.parent.chmod(0o755)


def test_a_case_in_use_without_room_for_a_copy_is_refused_in_a_sentence(
    case_path: Path, tmp_path: Path
):
    (tmp_path / "file").write_text("where the program's folder should be")
    with Case.open(case_path), pytest.raises(CannotOpen, match="could not be copied for reading"):
        verify(case_path, Home(tmp_path / "file"))


def test_a_row_whose_name_was_changed_behind_its_index_is_found(case_path: Path):
    """An index that is sound finds the row by the name it had."""
    content = case_path.read_bytes()
    with Case.open(case_path) as case:
        claim = next(item for item in case.contents.items.values() if item.kind == "claim")
    link = sqlite3.connect(case_path)
    (page,) = link.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'item'").fetchone()
    link.close()
    at = content.index(claim.id.encode(), (page - 1) * 16384)
    case_path.write_bytes(content[:at] + b"#" + content[at + 1 :])
    told = [finding.sentence for finding in verify(case_path).findings]
    assert "An index of table “item” is damaged; Save a Copy makes it anew." in told
    assert f"The row of item {claim.id} is missing." in told
    assert f"The row of item #{claim.id[1:]} is in no entry of the journal." in told


def test_the_documents_check_of_a_row_is_the_one_that_is_made(case_path: Path):
    """The hash of a row, by hand, as docs/file-format.md says it."""
    link = sqlite3.connect(case_path)
    link.row_factory = sqlite3.Row
    row = dict(link.execute("SELECT * FROM card").fetchone())
    for name, value in row.items():
        if isinstance(value, float) and value.is_integer():
            row[name] = int(value)
    by_hand = hashlib.sha256(
        b"caseboard-row-v1\0" + canonical({"row": row, "table": "card"})
    ).hexdigest()
    (noted,) = link.execute(
        "SELECT after_hash FROM journal_edit WHERE id = ? ORDER BY seq DESC", (row["id"],)
    ).fetchone()
    link.close()
    assert by_hand == noted
