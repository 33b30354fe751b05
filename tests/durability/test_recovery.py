"""After a crash in the middle of a change: what is there again, and what if that is disturbed too."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
from pathlib import Path

import pytest

from casedb import Case
from casedb.errors import CaseDamaged
from casedb.store.home import Home
from casedb.verification import verify
from other_process import start
from templates import Templates

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows knows no SIGKILL")

CRASH = """
import os, signal, sys
from casedb import Case
case = Case.open(sys.argv[1])
case.add("note", title="finished")
opened = case._file
opened.writing.execute("PRAGMA cache_size=5")
with opened.transaction() as link:
    link.execute("UPDATE item SET fields = '{}'")
    link.execute("UPDATE board SET title = 'half of a change'")
    link.executemany("INSERT INTO artifact_chunk VALUES ('half', ?, zeroblob(1000000))", [[n] for n in range(5)])
    if len(sys.argv) > 2:
        os.kill(os.getpid(), signal.SIGKILL)
"""


def journal_of(path: Path) -> Path:
    return path.with_name(path.name + "-journal")


@pytest.fixture
def crashed(tmp_path: Path, templates: Templates) -> Path:
    """A case whose program was killed while half of a change was in the file."""
    (tmp_path / "shelf").mkdir()
    path = templates.copy(create_notes, tmp_path / "shelf" / "harbour.caseboard")
    with start(CRASH, path, "kill") as process:
        assert process.wait(60) == -signal.SIGKILL
    assert journal_of(path).stat().st_size > 0
    return path


def create_notes(path: Path) -> None:
    with Case.create(path, "Harbour") as case:
        for number in range(300):
            case.new_id()
            if number % 100 == 0:
                case.add("note", title=f"note {number}", notes="x" * 40_000)


def titles(case: Case) -> list[str]:
    return [item.title for item in case.contents.items.values()]


TITLES = ["note 0", "note 100", "note 200", "finished"]


def test_the_half_change_is_in_the_file_so_that_these_tests_say_something(crashed: Path):
    journal_of(crashed).unlink()
    try:
        with Case.open(crashed) as case:
            assert (
                case.losses or titles(case) != TITLES or case.contents.boards[0].title[:4] == "half"
            )
    except CaseDamaged:
        pass


def test_every_finished_change_is_there_again_and_nothing_is_left_beside_it(crashed: Path):
    with Case.open(crashed) as case:
        assert not case.read_only
        assert "not closed properly" in case.notices[0] and "finished change" in case.notices[0]
        assert titles(case) == TITLES
        assert case.contents.boards[0].title == "Main board"
        case.add("note", title="and on")
    assert [each.name for each in crashed.parent.iterdir()] == ["harbour.caseboard"]
    assert crashed.stat().st_mode & 0o777 == 0o600
    assert not any(Home.of_user().open_cases.iterdir())
    assert not any(Home.of_user().copies.iterdir())
    assert verify(crashed).findings == ()
    with Case.open(crashed) as case:
        assert case.notices == () and titles(case) == [*TITLES, "and on"]


def test_reading_and_verifying_alone_change_nothing_and_see_every_finished_change(crashed: Path):
    before = {each: hashlib.sha256(each.read_bytes()).digest() for each in crashed.parent.iterdir()}
    assert verify(crashed).findings == ()
    with Case.open(crashed, read_only=True) as case:
        assert case.read_only and titles(case) == TITLES
        assert "not closed properly" in case.notices[0]
    after = {each: hashlib.sha256(each.read_bytes()).digest() for each in crashed.parent.iterdir()}
    assert {k: v for k, v in after.items() if not k.name.endswith(".lock")} == {
        k: v for k, v in before.items() if not k.name.endswith(".lock")
    }
    with Case.open(crashed) as case:
        assert not case.read_only and titles(case) == TITLES


CRASH_AGAIN = """
import os, signal, sys
from casedb import Case
from casedb.store import recovery
def die(*_): os.kill(os.getpid(), signal.SIGKILL)
step = sys.argv[2]
if step == "before":
    recovery.replace_durably = die
elif step == "after":
    done = recovery.replace_durably
    recovery.replace_durably = lambda *names: (done(*names), die())
else:
    recovery.shutil.copyfile = die
Case.open(sys.argv[1])
"""


@pytest.mark.parametrize("step", ["copying", "before", "after"])
def test_a_crash_during_the_recovery_is_recovered_as_well(crashed: Path, step: str):
    for _ in range(2 if step != "after" else 1):
        with start(CRASH_AGAIN, crashed, step) as process:
            assert process.wait(60) == -signal.SIGKILL
    with Case.open(crashed) as case:
        assert not case.read_only and titles(case) == TITLES
    assert [each.name for each in crashed.parent.iterdir()] == ["harbour.caseboard"]
    assert not any(Home.of_user().copies.iterdir()), "the private copies are swept"
    assert verify(crashed).findings == ()


def test_a_recovery_that_fails_can_be_tried_again(crashed: Path, monkeypatch: pytest.MonkeyPatch):
    before = hashlib.sha256(crashed.read_bytes()).digest()
    with monkeypatch.context() as broken:

        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        broken.setattr(shutil, "copyfile", full)
        with Case.open(crashed) as case:
            assert case.read_only
            assert "could not be recovered (No space left on device)" in case.notices[0]
    assert hashlib.sha256(crashed.read_bytes()).digest() == before
    assert journal_of(crashed).exists()
    with Case.open(crashed) as case:
        assert not case.read_only and titles(case) == TITLES


def test_a_journal_of_another_state_of_the_file_is_not_carried_out(crashed: Path, tmp_path: Path):
    """Somebody put a backup back, in place, and the journal of the crash still lies beside it."""
    shutil.copy(crashed, tmp_path / "crashed")
    with Case.create(tmp_path / "backup.caseboard", "Backup") as backup:
        for number in range(30):
            backup.add("note", title=f"from the backup {number}")
    content = (tmp_path / "backup.caseboard").read_bytes()
    with crashed.open("r+b") as stream:
        stream.truncate(0)
        stream.write(content)
    with Case.open(crashed) as case:
        assert case.read_only and len(titles(case)) == 30
        assert "another state of the file" in case.notices[0]
        case.save_copy(tmp_path / "copy.caseboard")
    assert crashed.read_bytes() == content
    assert verify(tmp_path / "copy.caseboard").findings == ()


def test_a_case_that_went_elsewhere_with_its_journal_is_read_as_it_lies_there(
    crashed: Path, tmp_path: Path
):
    """Nothing says whose journal that is; the sentence says that something is not believed."""
    elsewhere = tmp_path / "elsewhere"
    shutil.copytree(crashed.parent, elsewhere)
    try:
        with Case.open(elsewhere / crashed.name) as case:
            assert case.read_only and "did not leave there" in case.notices[0]
    except CaseDamaged as trouble:
        assert "backup" in str(trouble)
    assert journal_of(elsewhere / crashed.name).exists()
