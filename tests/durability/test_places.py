"""A place that goes away or is closed while a case in it is open; and what a dead process leaves."""

from __future__ import annotations

import json
import os
import shutil
import signal
from pathlib import Path

import pytest

from casedb import Case
from casedb.errors import CannotOpen, CaseReplaced, NotSaved
from casedb.store.home import Home
from casedb.store.lock import lock_file_of
from casedb.verification import verify
from nobody import BECOME_NOBODY, NOBODY, needs_root
from other_process import run, start
from templates import Templates


@pytest.fixture
def case_path(tmp_path: Path, templates: Templates) -> Path:
    """A small closed case in a folder of its own."""
    (tmp_path / "shelf").mkdir()
    return templates.copy(create_with_file, tmp_path / "shelf" / "harbour.caseboard")


def create_with_file(path: Path) -> None:
    with Case.create(path, "Harbour") as case:
        case.attach_bytes(case.add("note", title="kept"), b"bytes", "bytes.txt")


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps an open file from going away")
@pytest.mark.parametrize("gone", ["folder", "file"])
def test_what_vanished_while_it_was_open_ends_in_sentences_and_a_copy_that_is_whole(
    case_path: Path, tmp_path: Path, gone: str
):
    with Case.open(case_path) as case:
        case.add("note", title="finished")
        if gone == "folder":
            shutil.rmtree(case_path.parent)
        else:
            case_path.unlink()
        with pytest.raises(CaseReplaced, match="Save a Copy keeps everything"):
            case.add("note", title="lost")
        assert len(case.contents.items) == 2
        for ask in (case.reader, lambda: case.query("SELECT 1")):
            with pytest.raises(CannotOpen, match="cannot be read now: the file cannot be reached"):
                ask()
        with pytest.raises(CannotOpen):
            verify(case_path)
        assert case.find("finished"), "what is open goes on being read"
        if gone == "folder":
            with pytest.raises(NotSaved, match="No such file or directory"):
                case.save_copy(case_path.with_name("copy.caseboard"))
        case.save_copy(tmp_path / "copy.caseboard")
    assert verify(tmp_path / "copy.caseboard").sound
    with Case.open(tmp_path / "copy.caseboard") as copy:
        assert [item.title for item in copy.contents.items.values()] == ["kept", "finished"]
    assert not case_path.exists()


AS_NOBODY = (
    BECOME_NOBODY
    + """
import json
from casedb import CaseError
shelf = os.path.dirname(sys.argv[1])
told = []
def attempt(do):
    try:
        do()
        told.append("")
    except CaseError as trouble:
        told.append(f"{type(trouble).__name__}: {trouble}")
with Case.open(sys.argv[1]) as case:
    os.chmod(shelf, 0o555)
    attempt(lambda: case.add("note", title="lost"))
    attempt(lambda: case.save_copy(shelf + "/copy.caseboard"))
    attempt(lambda: verify(case.path))
    os.chmod(shelf, 0o755)
    attempt(lambda: case.add("note", title="saved after all"))
    told.append([item.title for item in case.contents.items.values()])
told.append(sorted(os.listdir(shelf)))
print(json.dumps(told))
"""
)


@needs_root
def test_a_folder_that_is_closed_to_writing_meanwhile(case_path: Path, open_path: Path):
    shelf, home = open_path / "shelf", open_path / "home"
    for folder in (shelf, home):
        folder.mkdir()
        os.chown(folder, NOBODY, NOBODY)
    path = shelf / "harbour.caseboard"
    shutil.copy(case_path, path)
    os.chown(path, NOBODY, NOBODY)
    change, copy, verified, again, titles, left = json.loads(run(AS_NOBODY, path, home))
    assert change.startswith("NotSaved: Not saved: ") and "as it was before" in change
    assert copy.startswith("NotSaved: The copy") and "Permission denied" in copy
    assert verified == "" and again == ""
    assert titles == ["kept", "saved after all"]
    assert left == ["harbour.caseboard"]


DIE = """
import os, signal, sys
from casedb import Case
case = Case.open(sys.argv[1])
case.add("note", title="finished")
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no SIGKILL")
def test_the_lock_of_a_dead_process_holds_nobody_up(case_path: Path):
    with start(DIE, case_path) as process:
        assert process.wait(60) == -signal.SIGKILL
    assert lock_file_of(case_path).exists()
    assert any(Home.of_user().open_cases.iterdir())
    assert verify(case_path).sound
    with Case.open(case_path, read_only=True) as case:
        assert case.notices == () and len(case.contents.items) == 2
    with Case.open(case_path) as case:
        assert not case.read_only and case.notices == ()
        case.add("note", title="and on")
    assert [each.name for each in case_path.parent.iterdir()] == [case_path.name]
    assert not any(Home.of_user().open_cases.iterdir())


COPY_AND_DIE = """
import os, signal, sys
from casedb import Case
copy = Case.open(sys.argv[1])
os.kill(os.getpid(), signal.SIGKILL)
"""

SHOW_THE_WINDOW = """
import os, sys
from caseboard import app
app.Application.exec = lambda self: self.processEvents() or 0
sys.exit(app.run([]))
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no SIGKILL")
def test_the_window_sweeps_the_copies_of_the_dead_and_no_others(case_path: Path):
    copies = Home.of_user().copies
    with Case.open(case_path), Case.open(case_path):
        (ours,) = copies.iterdir()
        with start(COPY_AND_DIE, case_path) as process:
            process.wait(60)
        (theirs,) = set(copies.iterdir()) - {ours}
        assert (theirs / "case.caseboard").exists()
        run(SHOW_THE_WINDOW)
        assert [*copies.iterdir()] == [ours]


def test_a_home_that_went_away_costs_no_change(case_path: Path):
    with Case.open(case_path) as case:
        shutil.rmtree(Home.of_user().path)
        case.add("note", title="saved")
        assert verify(case_path).sound
    with Case.open(case_path) as case:
        assert len(case.contents.items) == 2
