"""A disk that is full, or fails: nothing is half done, the sentence says so, and trying again works."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from caseboard.example import write_example
from casedb import Case
from casedb.errors import CannotOpen, CaseError, NotSaved, ReadOnlyCase
from casedb.model.records import Item
from casedb.store import connections
from casedb.store.home import Home
from casedb.store.rows import tables_of
from casedb.verification import verify
from other_process import ROOT, run
from templates import Templates, create_small

LARGE = os.urandom(300_000)


@pytest.fixture
def case_path(tmp_path: Path, templates: Templates) -> Path:
    """A small closed case in a folder of its own."""
    (tmp_path / "shelf").mkdir()
    return templates.copy(create_small, tmp_path / "shelf" / "harbour.caseboard")


def writing(case: Case) -> sqlite3.Connection:
    link = case._file.writing  # pyright: ignore[reportPrivateUsage]
    assert link is not None
    return link


def first(case: Case) -> Item:
    return next(iter(case.contents.items.values()))


def test_a_full_disk_refuses_a_change_keeps_the_case_and_lets_it_be_tried_again(
    case_path: Path, tmp_path: Path
):
    with Case.open(case_path) as case:
        before, head = tables_of(case.contents), case.journal.head
        (pages,) = writing(case).execute("PRAGMA page_count").fetchone()
        writing(case).execute(f"PRAGMA max_page_count={pages}")
        for _ in range(2):
            with pytest.raises(NotSaved, match="the disk is full") as trouble:
                case.attach_bytes(first(case), LARGE, "large.bin")
            assert "as it was before" in str(trouble.value)
            assert (tables_of(case.contents), case.journal.head) == (before, head)
        case.save_copy(tmp_path / "elsewhere.caseboard")
        writing(case).execute(f"PRAGMA max_page_count={pages + 1000}")
        case.attach_bytes(first(case), LARGE, "large.bin")
        assert case.undo_step is not None and case.undo_step.first == 3
    assert verify(case_path).findings == ()
    assert [each.name for each in case_path.parent.iterdir()] == [case_path.name]


LIMITED = """
import json, os, resource, sys
from casedb import Case, CaseError
path, large = sys.argv[1], os.urandom(300_000)
told = []
with Case.open(path) as case:
    item = next(iter(case.contents.items.values()))
    length = case.journal.length
    free = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (os.path.getsize(path), free[1]))
    for attempt in (
        lambda: case.attach_bytes(item, large, "large.bin"),
        lambda: case.save_copy(path + ".copy"),
        lambda: Case.create(path + ".new"),
    ):
        try:
            attempt()
            told.append(["done", ""])
        except CaseError as trouble:
            told.append([type(trouble).__name__, str(trouble)])
    assert case.journal.length == length
    resource.setrlimit(resource.RLIMIT_FSIZE, free)
    case.attach_bytes(item, large, "large.bin")
print(json.dumps(told))
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no limit on the size of files")
def test_a_file_that_may_not_grow(case_path: Path):
    told = json.loads(run(LIMITED, case_path))
    assert [kind for kind, _ in told] == ["NotSaved", "done", "done"] or [
        kind for kind, _ in told
    ] == ["NotSaved", "NotSaved", "CannotOpen"]
    assert "as it was before this change" in told[0][1]
    for _, sentence in told:
        assert sentence == "" or sentence.endswith(".")
    with Case.open(case_path) as case:
        assert len(case.contents.artifacts) == 1
    assert verify(case_path).findings == ()


FULL = """
import json, os, sys
from casedb import Case, CaseError
folder = sys.argv[1]
told = {}
def attempt(name, do):
    try:
        do()
        told[name] = ""
    except CaseError as trouble:
        told[name] = f"{type(trouble).__name__}: {trouble}"
    told[name + " left"] = sorted(os.listdir(folder))
case = Case.create(folder + "/harbour.caseboard", "Harbour")
case.add("note", title="kept")
item = next(iter(case.contents.items.values()))
attempt("attach", lambda: case.attach_bytes(item, os.urandom(3_000_000), "large.bin"))
attempt("copy", lambda: [case.save_copy(f"{folder}/copy-{n}.caseboard") for n in range(9)])
with open(folder + "/filler", "wb", buffering=0) as filler:
    try:
        while True:
            filler.write(bytes(4096))
    except OSError:
        pass
attempt("change", lambda: case.add("note", title="lost"))
attempt("create", lambda: Case.create(folder + "/new.caseboard"))
case.close()
attempt("open", lambda: Case.open(folder + "/harbour.caseboard").close())
os.unlink(folder + "/filler")
case = Case.open(folder + "/harbour.caseboard")
attempt("again", lambda: case.add("note", title="saved after all"))
told["titles"] = [item.title for item in case.contents.items.values()]
case.close()
print(json.dumps(told))
"""


def run_on_disk_of(size: str, script: str, mount: Path, *words: str | Path) -> tuple[str, str]:
    """What a script says on both streams that has a small file system in memory as its first word.

    It is mounted in a name space of the process's own.
    """
    mount.mkdir()
    inside = 'mount -t tmpfs -o size="$SIZE" none "$1" && exec "$PYTHON" -c "$SCRIPT" "$@"'
    unshare = ["unshare", "--mount", "--map-root-user", "--user"]
    if os.name != "posix" or shutil.which("unshare") is None:
        pytest.skip("there is no unshare here, which makes a file system of one's own")
    if subprocess.run([*unshare, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this system does not let a test mount a file system of its own")
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(str(ROOT / each) for each in ("db", "desktop", "assets")),
        "PYTHON": sys.executable,
        "SCRIPT": script,
        "SIZE": size,
    }
    done = subprocess.run(
        [*unshare, "sh", "-c", inside, "sh", mount, *words],
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout, done.stderr


def test_a_real_disk_of_two_megabytes_that_fills_up(tmp_path: Path):
    told = json.loads(run_on_disk_of("2m", FULL, tmp_path / "mount")[0])
    assert told["attach"].startswith("NotSaved: Not saved: the disk is full.")
    assert told["copy"].startswith("NotSaved: The copy") and "disk is full" in told["copy"]
    assert not any(name.endswith((".part", "-journal")) for name in told["copy left"])
    assert told["change"].startswith("NotSaved: Not saved: the disk is full.")
    assert told["create"].startswith("CannotOpen: ")
    assert "new.caseboard" not in told["create left"]
    assert told["open"] == "", "a case on a full disk opens"
    assert told["again"] == ""
    assert told["titles"] == ["kept", "saved after all"]


EXPORT = """
import os, sys
from caseboard import cli
folder, case = sys.argv[1:]
for form in ("png", "jpeg", "pdf", "svg"):
    out = f"{folder}/board.{form}"
    open(out, "w").write("kept")
    print(cli.main(["export", case, f"--{form}", out]), open(out).read(), os.listdir(folder))
    os.unlink(out)
"""


def test_an_export_onto_a_full_disk_says_that_it_is_full_and_nothing_else(
    tmp_path: Path, home: Home, templates: Templates
):
    case_path = templates.copy(write_example, tmp_path / "example.caseboard")
    out, err = run_on_disk_of("16k", EXPORT, tmp_path / "mount", case_path)
    forms = ("png", "jpeg", "pdf", "svg")
    assert out.splitlines() == [f"1 kept ['board.{form}']" for form in forms]
    full = os.strerror(errno.ENOSPC)
    assert err.splitlines() == [
        f"caseboard: “board.{form}” could not be written ({full}), and what was there before is "
        "kept. Choose another folder or make room, and export again."
        for form in forms
    ]


PACKAGE = """
import errno, os, shutil, sys
from pathlib import Path
from caseboard import cli
folder, case = Path(sys.argv[1]), sys.argv[2]
filler = folder / "filler"
seen = set()
room = os.statvfs(folder).f_bavail * os.statvfs(folder).f_frsize
for form in ("package", "package.zip"):
    for free in range(0, room, room // 25):
        with filler.open("wb") as stream:
            stream.write(bytes(room - free))
        out = folder / form
        code = cli.main(["export", case, "--bag", str(out)])
        left = sorted(each.name for each in folder.iterdir())
        assert left == (["filler"] if code else ["filler", form]), (free, left)
        assert code or cli.main(["verify", str(out)]) == 0
        seen.add((form, code))
        filler.unlink()
        if not code:
            shutil.rmtree(out) if out.is_dir() else out.unlink()
assert len(seen) == 4, seen
"""


def test_a_case_package_on_a_disk_with_ever_more_room_is_there_as_a_whole_or_not_at_all(
    tmp_path: Path, home: Home, templates: Templates
):
    case_path = templates.copy(create_small, tmp_path / "small.caseboard")
    _, err = run_on_disk_of("6m", PACKAGE, tmp_path / "mount", case_path)
    full = os.strerror(errno.ENOSPC)
    sentences = err.splitlines()
    assert len(sentences) > 4
    assert all(full in each or "the disk is full" in each for each in sentences)


# -- disks that fail at a bad moment -----------------------------------------------------------


class Failing(connections.Plainspoken):
    """A connection whose next commit goes wrong, before or after the disk has taken it."""

    wrong = ""

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
        if sql == "COMMIT" and self.wrong:
            if self.wrong == "after":
                super().execute(sql)
            self.wrong = ""
            trouble = sqlite3.OperationalError("disk I/O error")
            trouble.sqlite_errorname = "SQLITE_IOERR_WRITE"
            raise trouble
        return super().execute(sql, parameters)


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> Callable[[Case, str], None]:
    """Make the next commit of a case go wrong."""
    monkeypatch.setattr(connections, "Plainspoken", Failing)

    def fail(case: Case, when: str) -> None:
        link = writing(case)
        assert isinstance(link, Failing)
        link.wrong = when

    return fail


def test_a_commit_that_fails_is_taken_back_and_the_next_one_works(
    case_path: Path, failing: Callable[[Case, str], None]
):
    with Case.open(case_path) as case:
        failing(case, "before")
        with pytest.raises(NotSaved, match="Not saved: the disk failed"):
            case.add("note", title="lost")
        assert not case.read_only and len(case.contents.items) == 1
        case.add("note", title="saved")
    with Case.open(case_path) as case:
        assert [item.title for item in case.contents.items.values()] == ["kept", "saved"]


def test_a_commit_that_failed_after_it_went_through_is_not_written_over(
    case_path: Path, failing: Callable[[Case, str], None]
):
    """Memory is then older than the file: nothing more is written, and nothing is lost."""
    with Case.open(case_path) as case:
        failing(case, "after")
        with pytest.raises(NotSaved, match="Not saved: the disk failed"):
            case.add("note", title="saved, as it turned out")
        assert case.read_only
        with pytest.raises(ReadOnlyCase):
            case.add("note", title="refused")
        with Case.open(case_path) as again:
            assert len(again.contents.items) == 2
    with Case.open(case_path) as case:
        assert not case.read_only and len(case.contents.items) == 2
    assert verify(case_path).findings == ()


@pytest.mark.parametrize("when", ["reading", "opening"])
def test_a_file_that_vanishes_while_it_is_taken_in_leaves_no_trace(case_path: Path, when: str):
    from casedb.intake.offer import offer_file

    picture = case_path.parent.parent / "picture.png"
    picture.write_bytes(LARGE)
    offered = offer_file(picture)
    if when == "opening":
        picture.unlink()
    else:
        picture.write_bytes(LARGE[:-1])
    with Case.open(case_path) as case:
        before = hashlib.sha256(case_path.read_bytes()).digest()
        with pytest.raises(NotSaved) as trouble:
            case.attach_offer(first(case), offered)
        assert "Nothing was added" in str(trouble.value)
        assert hashlib.sha256(case_path.read_bytes()).digest() == before
        assert not case.contents.artifacts


def test_a_home_that_cannot_be_written_costs_only_the_right_to_write(
    case_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "no folder").write_text("a file where the program's folder should be")
    monkeypatch.setenv("CASEBOARD_HOME", str(tmp_path / "no folder"))
    with Case.open(case_path) as case:
        assert case.read_only and "cannot be written now" in case.notices[0]
        assert len(case.contents.items) == 1
    with Case.create(tmp_path / "new.caseboard") as case, pytest.raises(CaseError):
        case.add("note")


def test_an_error_of_the_disk_while_opening_is_told(
    case_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def fail(*_: object) -> bytes:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "read", fail)
    with pytest.raises(CannotOpen, match="Input/output error"):
        Case.open(case_path)
