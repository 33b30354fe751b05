"""Bags and the cases in them: verified, taken in, and made a case of; nothing in them is believed."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from casedb import Case
from casedb.bag_delivery import BAG, deliver_with_bags, look_at_bag, preview_with_bags
from casedb.bags import copy_case, verify_bag
from casedb.case_package import write_package
from casedb.delivery import Standing
from casedb.errors import IntakeRefused, NotSaved
from casedb.exchange.bagit.findings import Sort
from casedb.exchange.bagit.shelves import FolderShelf, is_bag, may_be_bag, open_shelf
from casedb.exchange.bagit.writing import part_of_bytes, write_bag
from casedb.intake.cage.cage import Cage
from casedb.model.file_names import name_as_given
from casedb.store.home import Home
from casedb.verification import verify
from templates import Templates, create_small

SUITE = Path(__file__).parent.parent / "data" / "bagit"
PIER = bytes(range(256)) * 8000


@pytest.fixture(scope="module")
def cage() -> Iterator[Cage]:
    with closing(Cage()) as cage:
        yield cage


@pytest.fixture
def case(tmp_path: Path, home: Home) -> Iterator[Case]:
    with Case.create(tmp_path / "harbour.caseboard", "Harbour", actor="tester") as case:
        yield case


def create_with_files(path: Path) -> None:
    with Case.create(path, "Package", actor="tester") as case:
        case.attach_bytes(case.add("media", title="Pier"), PIER, "pier.bin")
        case.attach_bytes(case.add("document", title="Log"), b"log", "log.txt")


@pytest.fixture
def package(tmp_path: Path, home: Home, templates: Templates) -> Path:
    """A case package as a folder."""
    path = templates.copy(create_with_files, tmp_path / "packed.caseboard")
    with Case.open(path, read_only=True) as packed:
        write_package(packed, tmp_path / "package", "Caseboard 9")
    path.unlink()
    return tmp_path / "package"


def bag_of(path: Path, **files: bytes) -> Path:
    parts = [part_of_bytes(name.replace("__", "."), data) for name, data in files.items()]
    write_bag(path, "base", parts, [("Source-Organization", "Port authority")])
    return path


# -- verifying ----------------------------------------------------------------------------------


def test_a_package_and_the_case_in_it_are_verified(package: Path, home: Home) -> None:
    told: list[float] = []
    verified = verify_bag(package, home, told.append)
    assert verified.is_sound
    (inside,) = verified.cases
    assert inside.path == "data/case.caseboard"
    assert inside.report is not None and inside.report.artifacts == 2
    assert told == sorted(told) and told[-1] == 1.0
    assert not any((home.path / "copies").iterdir())


def test_a_case_that_was_changed_before_it_was_packed_is_found(
    package: Path, tmp_path: Path, home: Home
) -> None:
    case = (package / "data" / "case.caseboard").read_bytes()
    changed = case.replace(b'"title":"Pier"', b'"title":"Quay"')
    assert changed != case
    verified = verify_bag(bag_of(tmp_path / "bag.zip", other__bin=changed), home)
    assert verified.bag.is_valid and not verified.is_sound
    (inside,) = verified.cases
    assert inside.report is not None and not inside.report.sound
    broken = verify_bag(bag_of(tmp_path / "b.zip", x__caseboard=b"no case"), home)
    assert broken.bag.is_valid and not broken.is_sound
    assert broken.cases[0].report is None and "not a Caseboard case" in broken.cases[0].trouble


def test_what_lies_beside_a_case_in_a_bag_is_never_read_by_sqlite(
    package: Path, tmp_path: Path, home: Home
) -> None:
    """A journal planted there would make SQLite change the case, or delete a file of the reader's."""
    case = (package / "data" / "case.caseboard").read_bytes()
    planted = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(504)
    bag = tmp_path / "bag"
    files = {"a.caseboard": case, "a.caseboard-journal": planted, "a.caseboard-wal": b"x" * 100}
    write_bag(bag, "base", [part_of_bytes(name, data) for name, data in files.items()], [])
    verified = verify_bag(bag, home)
    assert verified.is_sound
    assert {each.name: each.read_bytes() for each in (bag / "data").iterdir()} == files


def test_verifying_changes_nothing_in_a_bag(package: Path, home: Home) -> None:
    before = {each: each.stat().st_mtime_ns for each in sorted(package.rglob("*"))}
    verify_bag(package, home)
    assert {each: each.stat().st_mtime_ns for each in sorted(package.rglob("*"))} == before


def test_what_may_be_a_bag(package: Path, tmp_path: Path) -> None:
    assert is_bag(package) and may_be_bag(package)
    undeclared = SUITE / "v0.97/invalid/missing-bagit.txt"
    assert may_be_bag(undeclared) and not is_bag(undeclared)
    broken = tmp_path / "broken.zip"
    broken.write_bytes(b"PK\x03\x04broken")
    assert may_be_bag(broken) and not is_bag(broken)
    assert not may_be_bag(tmp_path) and not may_be_bag(tmp_path / "nowhere")
    assert not may_be_bag(package / "bagit.txt")
    with zipfile.ZipFile(tmp_path / "plain.zip", "w") as archive:
        archive.writestr("data/a", b"x")
    assert not may_be_bag(tmp_path / "plain.zip")


# -- taking in ----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["bag", "bag.zip"])
def test_the_payload_comes_in_as_one_step_with_what_the_manifests_say(
    case: Case, cage: Cage, tmp_path: Path, name: str
) -> None:
    bag = bag_of(tmp_path / name, pier__bin=PIER, log__txt=b"log", empty=b"")
    length = case.journal.length
    told: list[Standing] = []
    rows = deliver_with_bags(case, [bag], cage, told.append)
    assert [(row.file, row.outcome) for row in rows] == [
        (f"{bag}/data/{each}", "taken") for each in ("empty", "log.txt", "pier.bin")
    ]
    assert case.journal.length == length + 1 and told
    artifact = case.contents.artifacts[hashlib.sha256(PIER).hexdigest()]
    assert case.artifact_bytes(artifact.id) == PIER and artifact.name == "pier.bin"
    assert artifact.values[BAG] == {
        "name": "bag",
        "path": "data/pier.bin",
        "checksums": {each: hashlib.new(each, PIER).hexdigest() for each in ("sha256", "sha512")},
    }
    method = artifact.values.text("method")
    assert "“data/pier.bin”" in method and hashlib.sha512(PIER).hexdigest() in method
    assert "Source-Organization: Port authority" in method and str(tmp_path) not in method
    assert [each.title for each in case.contents.items.values()] == ["empty", "log", "pier"]
    case.undo()
    assert not case.contents.items and not case.contents.artifacts
    assert verify(case.path).sound


def test_what_would_come_in_is_told_with_nothing_taken_in(
    case: Case, cage: Cage, package: Path, tmp_path: Path
) -> None:
    before = case.path.read_bytes()
    plain = tmp_path / "plain.bin"
    plain.write_bytes(PIER)
    told = preview_with_bags(case, [package, plain], cage)
    assert case.path.read_bytes() == before and not case.contents.items
    assert not any(row.item for row in told)
    rows = deliver_with_bags(case, [package, plain], cage)
    assert [(row.file, row.outcome, row.reason, row.artifact) for row in told] == [
        (row.file, row.outcome, row.reason, row.artifact) for row in rows
    ]


def test_old_bags_of_others_come_in_as_well(case: Case, cage: Cage) -> None:
    rows = deliver_with_bags(case, [SUITE / "v0.97/valid/bag-with-encoded-names"], cage)
    assert {row.outcome for row in rows} == {"taken"} and len(rows) == 5
    names = {each.name for each in case.contents.artifacts.values()}
    assert names == {"~test3.txt", "test5.txt", "test4.txt", "%7Etest1.txt", "%test2.txt"}
    told = [each.values[BAG] for each in case.contents.artifacts.values()]
    sums = [each["checksums"] for each in told if isinstance(each, Mapping)]
    assert all(isinstance(each, Mapping) and list(each) == ["md5"] for each in sums)
    assert len(sums) == 5


def test_a_bag_that_is_not_valid_is_refused_as_a_whole(
    case: Case, cage: Cage, tmp_path: Path
) -> None:
    length = case.journal.length
    plain = tmp_path / "plain.txt"
    plain.write_bytes(b"plain")
    for name in ("corrupt-data-file", "extra-file-in-bag", "missing-baginfo"):
        with pytest.raises(IntakeRefused, match=f"“{name}” is no valid bag, so nothing was taken"):
            deliver_with_bags(case, [plain, SUITE / "v0.97/invalid" / name], cage)
    assert case.journal.length == length and not case.contents.artifacts


def test_bags_and_files_come_in_together_and_each_file_once(
    case: Case, cage: Cage, tmp_path: Path
) -> None:
    bag = bag_of(tmp_path / "bag", pier__bin=PIER)
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "same.bin").write_bytes(PIER)
    (folder / "note.txt").write_bytes(b"note")
    length = case.journal.length
    rows = deliver_with_bags(case, [folder, bag], cage)
    assert [row.outcome for row in rows] == ["taken", "taken", "same as"]
    assert case.journal.length == length + 1
    again = deliver_with_bags(case, [bag], cage)
    assert [row.outcome for row in again] == ["same as"]
    assert case.journal.length == length + 1


def test_a_case_in_a_bag_does_not_come_into_another(case: Case, cage: Cage, package: Path) -> None:
    rows = {Path(row.file).name: row for row in deliver_with_bags(case, [package], cage)}
    refused = rows.pop("case.caseboard")
    assert refused.outcome == "rejected" and "make a copy of it" in refused.reason
    assert {row.outcome for row in rows.values()} == {"taken"}
    assert len(rows) == 6
    originals = {hashlib.sha256(each).hexdigest() for each in (PIER, b"log")}
    assert originals < case.contents.artifacts.keys()


def test_names_of_others_are_shown_plainly_and_kept(case: Case, cage: Cage, tmp_path: Path) -> None:
    name = "invoice\u202egpj\n=1+1.exe"
    write_bag(tmp_path / "bag.zip", "base", [part_of_bytes(name, b"x")], [])
    (row,) = deliver_with_bags(case, [tmp_path / "bag.zip"], cage)
    artifact = case.contents.artifacts[row.artifact]
    assert artifact.name == "invoicegpj=1+1.exe" and name_as_given(artifact) == name
    assert "⟨RLO⟩" in artifact.values.text("method")


def test_what_systems_leave_behind_does_not_come_in(case: Case, cage: Cage, tmp_path: Path) -> None:
    bag = bag_of(tmp_path / "bag", Thumbs__db=b"litter", a__txt=b"a")
    rows = deliver_with_bags(case, [bag], cage)
    assert [row.outcome for row in rows] == ["rejected", "taken"]


def test_bytes_that_change_after_they_were_verified_do_not_come_in(
    case: Case, cage: Cage, tmp_path: Path
) -> None:
    bag = bag_of(tmp_path / "bag", a=b"before", b=b"b")
    file = bag / "data" / "a"

    class Meddling(FolderShelf):
        opened = 0

        def open(self, path: str) -> Any:
            self.opened += path == "data/a"
            if self.opened == 2:
                file.write_bytes(b"after!")
            return super().open(path)

    with Meddling(bag) as shelf:
        first, second = look_at_bag(shelf, cage)
    assert first.row.outcome == "rejected" and "changed" in first.row.reason
    assert second.row.outcome == "taken"


def test_a_link_put_in_the_place_of_a_file_is_not_followed(
    case: Case, cage: Cage, tmp_path: Path
) -> None:
    secret = tmp_path / "secret"
    secret.write_bytes(b"a")
    bag = bag_of(tmp_path / "bag", a=b"a")
    with open_shelf(bag) as shelf:
        (bag / "data" / "a").unlink()
        (bag / "data" / "a").symlink_to(secret)
        with pytest.raises(IntakeRefused, match="cannot be read"):
            look_at_bag(shelf, cage)
    with pytest.raises(IntakeRefused, match="link or a device"):
        deliver_with_bags(case, [bag], cage)


def test_stopping_leaves_the_case_as_it_was(case: Case, cage: Cage, tmp_path: Path) -> None:
    bag = bag_of(tmp_path / "bag.zip", a=b"a", b=b"b")
    length = case.journal.length

    def stop(standing: Standing) -> None:
        if standing.done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        deliver_with_bags(case, [bag], cage, stop)
    assert case.journal.length == length and not case.contents.artifacts


def test_a_zip_file_that_is_no_bag_comes_in_as_a_file(
    case: Case, cage: Cage, tmp_path: Path
) -> None:
    path = tmp_path / "plain.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("../evil", b"x")
    (row,) = deliver_with_bags(case, [path], cage)
    assert row.outcome == "taken"
    assert case.artifact_bytes(row.artifact) == path.read_bytes()


# -- making a case ------------------------------------------------------------------------------


def test_a_case_is_made_of_the_one_in_a_bag(package: Path, tmp_path: Path, home: Home) -> None:
    target = tmp_path / "new.caseboard"
    made = copy_case(package, target, home)
    assert made.report is not None and made.report.sound
    assert target.read_bytes() == (package / "data" / "case.caseboard").read_bytes()
    with Case.open(target, home=home) as case:
        assert case.title == "Package" and not case.read_only
        assert case.artifact_bytes(hashlib.sha256(PIER).hexdigest()) == PIER
        write_package(case, tmp_path / "again", "Caseboard 9")
    names = [each.relative_to(package) for each in package.rglob("*.*") if each.is_file()]
    same = [
        each.name
        for each in names
        if (package / each).read_bytes() == (tmp_path / "again" / each).read_bytes()
    ]
    # SQLite counts the copies of copies.
    assert {"exhibits.csv", "exhibits.json", "custody.jsonl"} < set(same) and len(same) > 5


def test_no_case_is_made_where_there_is_something_or_the_bag_is_not_right(
    package: Path, tmp_path: Path, home: Home, templates: Templates
) -> None:
    there = tmp_path / "there.caseboard"
    there.write_bytes(b"mine")
    with pytest.raises(NotSaved, match="already"):
        copy_case(package, there, home)
    assert there.read_bytes() == b"mine"
    target = tmp_path / "new.caseboard"
    with pytest.raises(IntakeRefused, match="holds no case"):
        copy_case(bag_of(tmp_path / "none", a=b"a"), target, home)
    one = templates.copy(create_small, tmp_path / "small.caseboard").read_bytes()
    with pytest.raises(IntakeRefused, match=r"several cases: “data/a\.caseboard”, “data/b”"):
        copy_case(bag_of(tmp_path / "two", a__caseboard=one, b=one), target, home)
    with pytest.raises(IntakeRefused, match="not a Caseboard case"):
        copy_case(bag_of(tmp_path / "text", a__caseboard=b"text"), target, home)
    (package / "data" / "custody.jsonl").write_bytes(b"")
    with pytest.raises(IntakeRefused, match="no valid bag"):
        copy_case(package, target, home)
    with pytest.raises(NotSaved, match="could not be made"):
        copy_case(bag_of(tmp_path / "one", a=one), tmp_path / "nowhere" / "new", home)
    assert not target.exists()


def test_a_full_disk_leaves_no_half_of_a_new_case(
    package: Path, tmp_path: Path, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    sync = os.fsync
    left = 0

    def fill(handle: int) -> None:
        nonlocal left
        if left == 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        left -= 1
        sync(handle)

    monkeypatch.setattr(os, "fsync", fill)
    with pytest.raises(NotSaved, match="No space left"):
        copy_case(package, folder / "new.caseboard", home)
    assert not list(folder.iterdir())


def test_findings_of_a_hostile_bag_name_what_they_are_about(tmp_path: Path, home: Home) -> None:
    bag = bag_of(tmp_path / "bag", a=b"a")
    shutil.copytree(bag, tmp_path / "evil")
    (tmp_path / "evil" / "data" / "new\n\u202e").write_bytes(b"")
    verified = verify_bag(tmp_path / "evil", home)
    extra = [each for each in verified.bag.findings if each.sort is Sort.EXTRA]
    assert [each.line for each in extra] == ["data/new␊⟨RLO⟩: No manifest lists it."]
