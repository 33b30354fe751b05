"""Bags on the command line: its spellings are a contract, its exit codes too."""

from __future__ import annotations

import json
import os
import shutil
import sys
import zipfile
from pathlib import Path

import pytest

from caseboard import __version__, cli
from caseboard.example import write_example
from casedb import Case
from casedb.exchange.bagit.checking import check_bag
from casedb.exchange.bagit.shelves import open_shelf
from casedb.model.handling import Deed
from casedb.store.home import Home
from templates import Templates

SUITE = Path(__file__).parent.parent / "data" / "bagit"


@pytest.fixture
def example(tmp_path: Path, home: Home, templates: Templates) -> Path:
    return templates.copy(write_example, tmp_path / "example.caseboard")


@pytest.fixture
def bag(example: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    path = tmp_path / "package.zip"
    assert cli.main(["export", str(example), "--bag", str(path)]) == 0
    capsys.readouterr()
    return path


def test_export_writes_a_bag_as_a_folder_or_a_zip_file_and_changes_no_byte(
    example: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = example.read_bytes()
    for name in ("folder", "package.zip"):
        out = tmp_path / name
        assert cli.main(["export", str(example), "--bag", str(out)]) == 0
        assert capsys.readouterr().out == f"Wrote {out}\n"
        with open_shelf(out) as shelf:
            report = check_bag(shelf)
        assert report.is_valid
        assert report.told("Bag-Software-Agent") == f"Caseboard {__version__}"
    assert zipfile.is_zipfile(tmp_path / "package.zip")
    assert example.read_bytes() == before
    assert cli.main(["export", str(example), "--bag", str(tmp_path / "folder")]) == 1
    assert "already" in capsys.readouterr().err


def test_an_export_as_a_bag_is_noted_where_it_is_asked_for(example: Path, tmp_path: Path) -> None:
    assert cli.main(["export", str(example), "--bag", str(tmp_path / "a.zip")]) == 0
    with Case.open(example, read_only=True) as case:
        assert not [each for each in case.custody.events() if each.deed is Deed.EXPORTED]
    assert cli.main(["export", str(example), "--bag", str(tmp_path / "b.zip"), "--note"]) == 0
    with Case.open(example, read_only=True) as case:
        (told,) = [each for each in case.custody.events() if each.deed is Deed.EXPORTED]
        assert told.actor == "command line" and "copy of the whole case" in told.note
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_an_export_that_is_stopped_leaves_nothing(
    example: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setattr("caseboard.cli.exporting.show_part", stop)
    assert cli.main(["export", str(example), "--bag", str(tmp_path / "a.zip")]) == 1
    assert "Stopped" in capsys.readouterr().err
    assert {each.name for each in tmp_path.iterdir()} - {"home"} == {example.name}


def test_verify_tells_valid_from_invalid_from_unreadable(
    bag: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["verify", str(bag)]) == 0
    out = capsys.readouterr().out
    assert out.startswith("BagIt 1.0, 7 files (") and "The bag is valid." in out
    assert "The case data/case.caseboard:" in out and "Sound." in out
    invalid = SUITE / "v0.97" / "invalid" / "corrupt-data-file"
    assert cli.main(["verify", str(invalid)]) == 1
    out = capsys.readouterr().out
    assert "- data/bare-filename: It is not what “manifest-md5.txt” says" in out
    assert "(Its checksums (MD5, SHA-1) tell accidents" in out
    assert "The bag is not valid: 2 findings" in out
    assert cli.main(["verify", str(SUITE / "v0.97/invalid/missing-bagit.txt")]) == 1
    broken = tmp_path / "broken.zip"
    broken.write_bytes(b"PK\x03\x04broken")
    capsys.readouterr()
    assert cli.main(["verify", str(broken)]) == 2
    assert capsys.readouterr().err.startswith("caseboard: “broken.zip” cannot be read: ")
    assert cli.main(["verify", str(tmp_path)]) == 2
    assert "is a folder" in capsys.readouterr().err


def test_verify_tells_machines_as_well(bag: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["verify", str(bag), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["readable"] and told["sound"]
    assert told["bag"]["valid"] and told["bag"]["version"] == "1.0"
    assert told["bag"]["algorithms"] == ["sha256", "sha512"] and not told["bag"]["findings"]
    (case,) = told["cases"]
    assert case["path"] == "data/case.caseboard" and case["sound"]
    invalid = SUITE / "v0.97/invalid/out-of-scope-file-paths-using-dot-notation"
    assert cli.main(["verify", str(invalid), "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert not told["sound"] and not told["cases"]
    found = [each for each in told["bag"]["findings"] if each["fault"]]
    assert {(each["sort"], each["path"]) for each in found} == {
        ("unsafe", "../../../README.md"),
        ("unsafe", "\\.\\./\\.\\./\\.\\./README.md"),
    }


@pytest.mark.skipif(sys.platform != "linux", reason="names are text elsewhere")
def test_names_that_are_no_text_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    odd = tmp_path / "odd"
    shutil.copytree(SUITE / "v1.0" / "valid" / "basicBag", odd)
    (odd / "data" / os.fsdecode(b"\xff\n\x1b[31m.txt")).touch()
    assert cli.main(["verify", str(odd)]) == 1
    assert "- data/?␊␛[31m.txt: No manifest lists it." in capsys.readouterr().out
    assert cli.main(["verify", str(odd), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["bag"]["findings"][0]["sort"] == "extra"


def test_a_bag_stays_as_it_is_whatever_is_asked_of_verify(
    bag: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = bag.read_bytes()
    assert cli.main(["verify", str(bag), "--note"]) == 4
    assert "A bag stays as it is" in capsys.readouterr().err
    assert bag.read_bytes() == before


def test_import_takes_the_payload_in_and_reports_every_file(
    bag: Path, tmp_path: Path, home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    case = tmp_path / "new.caseboard"
    assert cli.main(["new", str(case)]) == 0
    capsys.readouterr()
    assert cli.main(["import", str(case), str(bag), "--json"]) == 1
    rows = json.loads(capsys.readouterr().out)
    assert [each["outcome"] for each in rows].count("taken") == 6
    (refused,) = [each for each in rows if each["outcome"] == "rejected"]
    assert refused["file"].endswith("data/case.caseboard") and "It is a case" in refused["reason"]
    basic = SUITE / "v1.0" / "valid" / "basicBag"
    assert cli.main(["import", str(case), str(basic)]) == 0
    out = capsys.readouterr().out
    assert out == f"taken: {basic}/data/hello.txt\n1 taken\n"


def test_import_refuses_a_bag_that_is_not_valid(
    tmp_path: Path, home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    case = tmp_path / "new.caseboard"
    assert cli.main(["new", str(case)]) == 0
    before = case.read_bytes()
    assert cli.main(["import", str(case), str(SUITE / "v0.97/invalid/extra-file-in-bag")]) == 1
    told = capsys.readouterr().err
    assert "is no valid bag, so nothing was taken from it (2 faults)" in told
    assert told.count("\n") == 1
    assert case.read_bytes() == before


def test_import_makes_a_case_that_is_not_there_of_the_one_in_a_bag(
    bag: Path, example: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = tmp_path / "made.caseboard"
    assert cli.main(["import", str(made), str(bag)]) == 0
    assert capsys.readouterr().out.startswith(f"Made {made}, a copy of data/case.caseboard: entry ")
    with Case.open(made, read_only=True) as one, Case.open(example, read_only=True) as other:
        assert one.journal.head == other.journal.head
    again = tmp_path / "again.caseboard"
    assert cli.main(["import", str(again), str(bag), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["from"] == "data/case.caseboard" and told["verified"]["sound"]
    none = SUITE / "v1.0" / "valid" / "basicBag"
    assert cli.main(["import", str(tmp_path / "none.caseboard"), str(none)]) == 1
    assert "holds no case" in capsys.readouterr().err
    assert not (tmp_path / "none.caseboard").exists()
    # Of what is no bag no case is made.
    assert cli.main(["import", str(tmp_path / "none.caseboard"), str(example)]) == 1
    assert not (tmp_path / "none.caseboard").exists()
