"""Cases of other formats: older ones are backed up and brought up to date, newer ones only read."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from sqlite_utils import Database, Migrations

from casedb import Case
from casedb.errors import CannotOpen, CaseDamaged, ReadOnlyCase
from casedb.model.kinds import KINDS
from casedb.model.link_types import LINK_TYPES
from casedb.store import gate, migrations, opening, upgrade
from casedb.store.formats import CURRENT_FORMAT
from casedb.store.home import Home
from casedb.store.rows import CODECS
from casedb.store.schema import floor_plan
from casedb.verification import verify
from old_cases import make_case

OLD = Path(make_case.__file__).parent
NOW = "2026-01-02T03:04:05.678Z"

STEP = (
    "ALTER TABLE board ADD COLUMN colour TEXT NOT NULL DEFAULT ''",
    "CREATE TABLE nickname (id TEXT PRIMARY KEY NOT NULL, item TEXT REFERENCES item (id)) STRICT",
    "INSERT INTO nickname SELECT 'n-' || id, id FROM item",
    "CREATE INDEX nickname_by_item ON nickname (item)",
)
"""What the next format might add; in the tests only."""

NEXT = CURRENT_FORMAT + 1


def unpack(written: int, path: Path) -> Path:
    """The committed case of a format."""
    path.write_bytes(gzip.decompress((OLD / f"format_{written}.caseboard.gz").read_bytes()))
    return path


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A case of format 1, alone in its folder."""
    (tmp_path / "shelf").mkdir()
    return unpack(1, tmp_path / "shelf" / "old.caseboard")


@pytest.fixture
def present(tmp_path: Path) -> Path:
    """A case of the present format, alone in its folder."""
    (tmp_path / "shelf").mkdir()
    return unpack(CURRENT_FORMAT, tmp_path / "shelf" / "present.caseboard")


@pytest.fixture
def steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """A version of the next format; what comes back are the statements of its last step."""
    statements: list[str] = list(STEP)
    later = Migrations("caseboard")

    def last(db: Database) -> None:
        for statement in statements:
            db.execute(statement)

    for name in migrations.STEPS:
        later(name=name)(getattr(migrations, name))
    later(name=f"m{NEXT:03}_next_format")(last)
    monkeypatch.setattr(migrations, "MIGRATIONS", later)
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, f"m{NEXT:03}_next_format"))
    monkeypatch.setattr(migrations, "FORMAT", NEXT)
    for name, module in list(sys.modules.items()):
        if name.startswith("casedb.") and hasattr(module, "CURRENT_FORMAT"):
            monkeypatch.setattr(module, "CURRENT_FORMAT", NEXT)
    (tmp_path / "package").mkdir()
    (tmp_path / "package" / "schema.sql").write_text(floor_plan(), encoding="utf-8")

    def files(_: str) -> Path:
        return tmp_path / "package"

    monkeypatch.setattr(gate, "files", files)
    gate.schema_of.cache_clear()
    yield statements
    gate.schema_of.cache_clear()


def state(path: Path) -> tuple[str, int, list[str]]:
    """The bytes of a file, its time of change, and what lies beside it."""
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return digest, path.stat().st_mtime_ns, sorted(each.name for each in path.parent.iterdir())


def written_format(path: Path) -> int:
    return int.from_bytes(path.read_bytes()[60:64], "big")


def set_format(path: Path, written: int) -> None:
    with path.open("r+b") as stream:
        stream.seek(60)
        stream.write(written.to_bytes(4, "big"))


def told_by(written: int) -> dict[str, object]:
    """What the committed case of a format says, as today's format says it."""
    told = json.loads((OLD / f"format_{written}.json").read_text(encoding="utf-8"))
    later = [codec.table for codec in CODECS.values() if codec.since > written]
    return {**told, **{table: list[object]() for table in later}}


def says(sentence: str, *parts: str) -> None:
    assert sentence.endswith(".") and 20 < len(sentence) < 500
    for part in parts:
        assert part in sentence


# -- the committed cases -----------------------------------------------------------------------


@pytest.mark.parametrize("written", range(1, CURRENT_FORMAT + 1))
def test_a_case_of_every_format_opens_and_says_what_it_said(tmp_path: Path, written: int) -> None:
    path = unpack(written, tmp_path / "old.caseboard")
    with Case.open(path) as case:
        assert (case.read_only, case.losses) == (False, ())
        case.write_json(tmp_path / "case.json")
        assert {item.kind for item in case.contents.items.values()} <= set(KINDS)
        assert {link.type for link in case.contents.links.values()} >= set(LINK_TYPES)
        assert {entry.action for entry in case.journal.entries()} == {"do", "undo", "redo"}
        for artifact in case.contents.artifacts:
            assert hashlib.sha256(case.artifact_bytes(artifact)).hexdigest() == artifact
        assert [hit.id for hit in case.find("ministry")]
    assert verify(path).findings == ()
    told = json.loads((tmp_path / "case.json").read_text(encoding="utf-8"))
    assert told == told_by(written)


def test_the_present_format_has_a_committed_case() -> None:
    assert (OLD / f"format_{CURRENT_FORMAT}.caseboard.gz").exists()


def test_the_script_beside_it_makes_the_same_case(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    make_case.make_case(tmp_path / "case.caseboard", home, without=make_case.LATER)
    with Case.open(tmp_path / "case.caseboard") as case:
        case.write_json(tmp_path / "case.json")
        head = case.journal.head
    expected = OLD / f"format_{CURRENT_FORMAT}.json"
    assert (tmp_path / "case.json").read_text("utf-8") == expected.read_text("utf-8")
    with Case.open(unpack(CURRENT_FORMAT, tmp_path / "old.caseboard")) as case:
        assert case.journal.head == head


def test_opening_searching_asking_and_closing_changes_no_byte(present: Path) -> None:
    before = state(present)
    with Case.open(present) as case:
        case.find("Ракета")
        case.query("SELECT * FROM items")
    with Case.open(present, read_only=True):
        pass
    verify(present)
    assert state(present) == before


def test_what_was_undone_in_it_can_be_redone(old: Path) -> None:
    with Case.open(old) as case:
        assert case.redo() is not None
        while case.undo():
            continue
        while case.redo():
            continue
        assert case.contents.info.title == "One of everything"
    assert verify(old).findings == ()


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE card SET pinned = 7 WHERE rowid = 1",
        "UPDATE card SET item = 'no such item' WHERE rowid = 1",
    ],
)
def test_a_damaged_case_of_the_first_format_lacks_nothing_that_it_never_had(
    old: Path, tmp_path: Path, damage: str
) -> None:
    """What is not sound is not brought up to date, and read as it is."""
    with closing(sqlite3.connect(old)) as link:
        link.execute("PRAGMA ignore_check_constraints=ON")
        link.execute(damage)
        link.commit()
    before = state(old)
    with Case.open(old) as case:
        assert case.read_only
        says(case.notices[0], "is damaged", "open for reading only")
        assert case.losses and not any("saved_view" in each for each in case.losses)
        assert len(case.contents.cards) > 10
        case.save_copy(tmp_path / "rescued.caseboard")
    findings = [finding.sentence for finding in verify(old).findings]
    assert findings and not any("saved_view" in each for each in findings)
    assert state(old) == before
    assert written_format(tmp_path / "rescued.caseboard") == CURRENT_FORMAT
    assert verify(tmp_path / "rescued.caseboard").findings == ()


# -- an older one ------------------------------------------------------------------------------


def test_an_older_case_is_backed_up_and_brought_up_to_date(
    old: Path, steps: list[str], tmp_path: Path
) -> None:
    home, before = Home(tmp_path / "home"), old.read_bytes()
    with Case.open(old, home=home) as case:
        assert not case.read_only
        (notice,) = case.notices
        says(notice, f"from format 1 to {NEXT}", "A backup lies in")
        backup = Path(notice.split("A backup lies in ")[1].removesuffix("."))
        assert case.query("SELECT count(*) AS n FROM nickname")[0]["n"] == len(case.contents.items)
        case.write_json(tmp_path / "case.json")
        case.add("note", title="Written in the new format")
        case.undo()
    assert written_format(old) == NEXT
    assert sorted(each.name for each in old.parent.iterdir()) == [old.name]
    assert verify(old, home).findings == ()
    told = json.loads((tmp_path / "case.json").read_text(encoding="utf-8"))
    assert told == told_by(1)
    assert backup.is_relative_to(home.backups)
    assert written_format(backup) == 1
    shutil.copyfile(backup, tmp_path / "backup.caseboard")
    assert verify(tmp_path / "backup.caseboard", home).findings == ()
    assert len(backup.read_bytes()) == len(before)
    with Case.open(old, home=home) as case:
        assert case.notices == ()


def test_the_backup_comes_before_the_first_change(
    old: Path, steps: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = state(old)

    def no_backup(*_: object) -> Path:
        assert state(old)[:2] == before[:2]
        raise CannotOpen("No backup could be made.")

    monkeypatch.setattr(upgrade, "back_up", no_backup)
    with pytest.raises(CannotOpen):
        Case.open(old)
    assert state(old) == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
def test_a_full_disk_at_the_backup_refuses_with_a_sentence(
    old: Path, steps: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = state(old)
    connect = sqlite3.connect

    def connect_to_full_disk(database: Any, **options: Any) -> sqlite3.Connection:
        link = connect(database, **options)
        if "backups" in str(database) and "mode=ro" not in str(database):
            link.execute("PRAGMA max_page_count=3")
        return link

    monkeypatch.setattr("casedb.store.copies.sqlite3.connect", connect_to_full_disk)
    with pytest.raises(CannotOpen) as trouble:
        Case.open(old, home=Home(tmp_path / "home"))
    says(str(trouble.value), "no backup could be made", "left as it is")
    assert state(old) == before


@pytest.mark.parametrize("taken", range(len(STEP)))
def test_a_step_that_fails_halfway_leaves_the_file_as_it_is(
    old: Path, steps: list[str], tmp_path: Path, taken: int
) -> None:
    digest, _, beside = state(old)
    steps[taken + 1 :] = ["INSERT INTO nowhere VALUES (1)"]
    with pytest.raises(CaseDamaged) as trouble:
        Case.open(old, home=Home(tmp_path / "home"))
    says(
        str(trouble.value), f"could not be brought to format {NEXT}", "nowhere", "A backup lies in"
    )
    assert (state(old)[0], state(old)[2]) == (digest, beside)


class Failing(sqlite3.Connection):
    """A connection on which one statement fails."""

    left = 0

    def execute(self, *arguments: Any) -> sqlite3.Cursor:
        Failing.left -= 1
        if Failing.left == 0:
            raise sqlite3.OperationalError("disk I/O error")
        return super().execute(*arguments)


def test_whichever_statement_fails_the_file_is_as_it_was(
    old: Path, steps: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def connect(path: Path, **options: Any) -> sqlite3.Connection:
        options["factory"] = Failing
        return sqlite3.connect(path, **options)

    failing = SimpleNamespace(connect=connect, Error=sqlite3.Error, Connection=sqlite3.Connection)
    monkeypatch.setattr(upgrade, "sqlite3", failing)
    digest, _, beside = state(old)
    number = 0
    for number in range(1, 500):
        Failing.left = number
        try:
            upgrade.upgrade(old, Home(tmp_path / "home"), 1, NOW, backup=False)
        except CaseDamaged as trouble:
            says(str(trouble), "left as it is")
            assert (state(old)[0], state(old)[2]) == (digest, beside)
        else:
            break
    assert number > 50
    assert written_format(old) == NEXT
    assert verify(old).findings == ()


@pytest.mark.parametrize(
    ("statement", "why"),
    [
        ("INSERT INTO nickname VALUES ('x', 'no such item')", "would point at nothing"),
        ("CREATE TABLE forgotten (n INTEGER) STRICT", ""),
        ("DROP INDEX card_by_item", ""),
    ],
)
def test_a_result_that_is_not_sound_does_not_count(
    old: Path, steps: list[str], tmp_path: Path, statement: str, why: str
) -> None:
    digest, _, beside = state(old)
    steps.append(statement)
    with pytest.raises(CaseDamaged) as trouble:
        Case.open(old, home=Home(tmp_path / "home"))
    says(str(trouble.value), why, "left as it is")
    assert (state(old)[0], state(old)[2]) == (digest, beside)


def test_a_file_that_says_it_took_other_steps_is_refused(old: Path, steps: list[str]) -> None:
    with closing(sqlite3.connect(old)) as link:
        link.execute("UPDATE _sqlite_migrations SET name = 'm001_another'")
        link.commit()
    digest = state(old)[0]
    with pytest.raises(CaseDamaged) as trouble:
        Case.open(old)
    says(str(trouble.value), "m001_another")
    assert state(old)[0] == digest


def test_a_disk_that_is_full_during_the_step_is_no_damage(
    old: Path, steps: list[str], tmp_path: Path
) -> None:
    with closing(sqlite3.connect(old)) as link:
        (pages,) = link.execute("PRAGMA page_count").fetchone()
    steps.insert(0, f"PRAGMA max_page_count={pages}")
    digest = state(old)[0]
    with pytest.raises(CannotOpen) as trouble:
        Case.open(old, home=Home(tmp_path / "home"))
    assert not isinstance(trouble.value, CaseDamaged)
    says(str(trouble.value), "full", "left as it is", "A backup lies in")
    assert state(old)[0] == digest


def _read_only_medium(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def access(asked: object, mode: int) -> bool:
        return not (mode & os.W_OK and Path(str(asked)) == path)

    monkeypatch.setattr(opening.os, "access", access)


def test_an_older_case_on_a_medium_that_cannot_be_written_is_read_from_a_copy(
    old: Path, steps: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _read_only_medium(old, monkeypatch)
    before, home = state(old), Home(tmp_path / "home")
    with Case.open(old, home=home) as case:
        assert case.read_only
        says(case.notices[0], "may not be written")
        assert case.contents.items
        assert case.find("ministry")
        assert case.query("SELECT count(*) AS n FROM nickname")
        with pytest.raises(ReadOnlyCase):
            case.add("note")
        case.save_copy(tmp_path / "copy.caseboard")
    assert state(old) == before
    assert list(home.copies.iterdir()) == []
    assert written_format(tmp_path / "copy.caseboard") == NEXT
    assert verify(tmp_path / "copy.caseboard").findings == ()


def test_an_older_case_there_that_cannot_be_brought_up_to_date_is_refused(
    old: Path, steps: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _read_only_medium(old, monkeypatch)
    steps.append("INSERT INTO nowhere VALUES (1)")
    before, home = state(old), Home(tmp_path / "home")
    with pytest.raises(CaseDamaged) as trouble:
        Case.open(old, home=home)
    says(str(trouble.value), f"could not be brought to format {NEXT}")
    assert state(old) == before
    assert list(home.copies.iterdir()) == []


def test_verifying_an_older_case_changes_nothing(old: Path, steps: list[str]) -> None:
    before = state(old)
    assert verify(old).findings == ()
    assert state(old) == before


# -- a newer one -------------------------------------------------------------------------------


def test_a_newer_case_is_read_and_never_written(present: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(present)) as link:
        link.execute("ALTER TABLE item ADD COLUMN colour TEXT")
        link.execute("CREATE TABLE nickname (id TEXT)")
        link.commit()
    set_format(present, CURRENT_FORMAT + 2)
    before = state(present)
    with Case.open(present) as case:
        assert case.read_only
        says(case.notices[0], f"newer Caseboard (format {CURRENT_FORMAT + 2}", "open for reading")
        case.write_json(tmp_path / "case.json")
        assert case.find("ministry")
        with pytest.raises(ReadOnlyCase):
            case.add("note")
    assert state(present) == before
    told = json.loads((tmp_path / "case.json").read_text(encoding="utf-8"))
    assert told == told_by(CURRENT_FORMAT)
