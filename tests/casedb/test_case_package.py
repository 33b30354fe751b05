"""A case package: the case, its originals and their custody in a bag that other programs check."""

from __future__ import annotations

import csv
import errno
import hashlib
import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from casedb import Case
from casedb.bags import verify_bag
from casedb.case_package import write_package
from casedb.commands.items import detach
from casedb.errors import ExportRefused
from casedb.exchange.bagit.checking import check_bag
from casedb.exchange.bagit.shelves import open_shelf
from casedb.model.changes import ChangeSet, Edit
from casedb.model.visible_text import has_hidden
from casedb.store import artifacts
from casedb.verification import verify

SOFTWARE = "Caseboard 9"
HOSTILE = "=cmd|' /C calc'!A0\u202egpj.exe ]]> <script>alert(1)</script> %0A\x01 \u00e9e\u0301"


@pytest.fixture
def case(tmp_path: Path, home: object) -> Any:
    (tmp_path / "in").mkdir()
    with Case.create(tmp_path / "in" / "harbour.caseboard", "Harbour: 2/1", actor="tester") as case:
        yield case


def attach(case: Case, title: str, data: bytes, name: str, **fields: object) -> str:
    """An item with a file; the file's SHA-256."""
    item = case.add("media", title=title, **fields)
    case.attach_bytes(item, data, name)
    return hashlib.sha256(data).hexdigest()


def tell_of_case(case: Case, **values: str) -> None:
    info = case.contents.info
    case.run(
        ChangeSet("Edit case", (Edit(info, replace(info, values=info.values.changed(values))),))
    )


def payload(bag: Path) -> dict[str, bytes]:
    with open_shelf(bag) as shelf:
        report = check_bag(shelf)
        assert report.is_valid and not report.findings
        found: dict[str, bytes] = {}
        for each in report.payload:
            with shelf.open(each.path) as stream:
                found[each.path.removeprefix("data/")] = stream.read()
        return found


def exhibits(bag: Path) -> list[dict[str, Any]]:
    return json.loads(payload(bag)["exhibits.json"])["exhibits"]


def read_by_bagit_python(bag: Path) -> subprocess.CompletedProcess[str]:
    """What the program of the Library of Congress says of a bag."""
    command = [sys.executable, "-m", "bagit", "--validate", bag]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_another_program_finds_the_package_valid_and_its_change_invalid(
    case: Case, tmp_path: Path
) -> None:
    attach(case, "Pier", b"pier", "pier.jpg")
    attach(case, HOSTILE, b"other", "100% sure\n.txt")
    write_package(case, tmp_path / "out", SOFTWARE)
    done = read_by_bagit_python(tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert "is valid" in done.stderr
    write_package(case, tmp_path / "out.zip", SOFTWARE)
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        archive.extractall(tmp_path / "unpacked")
    (inside,) = (tmp_path / "unpacked").iterdir()
    assert inside.name == "Harbour_2_1"
    assert read_by_bagit_python(inside).returncode == 0
    (inside / "data" / "exhibits.csv").write_bytes(b"other")
    assert read_by_bagit_python(inside).returncode == 1


def test_the_package_holds_the_case_and_every_original_to_the_letter(
    case: Case, tmp_path: Path
) -> None:
    pier = attach(case, "Pier", bytes(range(256)) * 5000, "Пірс 1.jpg")
    empty = attach(case, "Nothing", b"", "con")
    write_package(case, tmp_path / "out", SOFTWARE)
    found = payload(tmp_path / "out")
    originals = {name: data for name, data in found.items() if name.startswith("originals/")}
    assert originals == {
        f"originals/CB-001_{pier[:12]}_Пірс_1.jpg": bytes(range(256)) * 5000,
        f"originals/CB-002_{empty[:12]}__con": b"",
    }
    assert set(found) - set(originals) == {
        *("case.caseboard", "exhibits.csv", "exhibits.json", "custody.jsonl"),
        "ro-crate-metadata.json",
    }
    copy = tmp_path / "copy.caseboard"
    copy.write_bytes(found["case.caseboard"])
    report = verify(copy)
    assert report.sound and report.head == case.journal.head


def test_the_lists_say_what_every_exhibit_is(case: Case, tmp_path: Path) -> None:
    agency = case.add_source("Port authority", source_type="body")
    pier = attach(case, "Pier", b"pier", "pier.jpg", source=agency)
    second = case.add("document", title="The same again")
    case.attach_bytes(second, b"pier", "pier.jpg")
    write_package(case, tmp_path / "out", SOFTWARE)
    rows = exhibits(tmp_path / "out")
    assert [(row["exhibit"], row["title"], row["source"]) for row in rows] == [
        ("CB-001", "Pier", "Port authority"),
        ("CB-002", "The same again", ""),
    ]
    acquired = next(each.at for each in case.custody.events_of(pier))
    for row in rows:
        assert row["sha256"] == pier and row["sha512"] == hashlib.sha512(b"pier").hexdigest()
        assert (row["size"], row["media_type"], row["name"]) == (4, "text/plain", "pier.jpg")
        assert row["state"] == "ok" and row["acquired"] == acquired
        assert (tmp_path / "out" / row["path"]).read_bytes() == b"pier"
    document = json.loads(payload(tmp_path / "out")["exhibits.json"])
    assert document["journal"]["head"] == case.journal.head
    text = payload(tmp_path / "out")["exhibits.csv"].decode("utf-8-sig")
    table = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [{**row, "size": int(row["size"])} for row in table] == rows


def test_exhibits_stand_in_order_and_files_of_no_item_last(case: Case, tmp_path: Path) -> None:
    loose = case.add("document", title="Loose")
    case.attach_bytes(loose, b"loose", "loose.txt")
    case.run(detach(case.contents, [each.id for each in case.contents.attachments_of(loose.id)]))
    for n in range(10, 1, -1):
        item = case.add("document", title=f"{n}", exhibit=f"CB-{n}")
        case.attach_bytes(item, f"{n}".encode(), "same.txt")
    write_package(case, tmp_path / "out", SOFTWARE)
    rows = exhibits(tmp_path / "out")
    assert [row["exhibit"] for row in rows] == [*(f"CB-{n}" for n in range(2, 11)), ""]
    assert rows[-1]["name"] == "loose.txt"
    assert (tmp_path / "out" / rows[-1]["path"]).read_bytes() == b"loose"


def test_the_bag_says_what_it_is(case: Case, tmp_path: Path) -> None:
    info = case.contents.info
    tell_of_case(case, question="What\nsailed\u202e?")
    write_package(case, tmp_path / "out", SOFTWARE)
    with open_shelf(tmp_path / "out") as shelf:
        report = check_bag(shelf)
    newest = next(case.journal.entries(newest_first=True, limit=1))
    assert dict(report.info) == {
        "Bag-Software-Agent": SOFTWARE,
        "Bagging-Date": newest.at[:10],
        "External-Identifier": info.id,
        "External-Description": "What sailed⟨RLO⟩?",
        "Caseboard-Title": "Harbour: 2/1",
        "Caseboard-Journal-Entries": f"{case.journal.length}",
        "Caseboard-Journal-Head": case.journal.head,
        "Caseboard-Journal-Date": newest.at,
        "Payload-Oxum": report.told("Payload-Oxum"),
    }
    crate = json.loads(payload(tmp_path / "out")["ro-crate-metadata.json"])
    (root,) = [each for each in crate["@graph"] if each["@id"] == "./"]
    assert root["description"] == "What\nsailed\u202e?"


def test_the_crate_describes_every_file_of_the_payload(case: Case, tmp_path: Path) -> None:
    attach(case, "Pier", b"pier", "pier 1.jpg")
    write_package(case, tmp_path / "out", SOFTWARE)
    found = payload(tmp_path / "out")
    crate = json.loads(found["ro-crate-metadata.json"])
    assert crate["@context"] == "https://w3id.org/ro/crate/1.2/context"
    by_id = {each["@id"]: each for each in crate["@graph"]}
    descriptor, root = by_id["ro-crate-metadata.json"], by_id["./"]
    assert descriptor["conformsTo"] == {"@id": "https://w3id.org/ro/crate/1.2"}
    assert descriptor["about"] == {"@id": "./"} and root["@type"] == "Dataset"
    for name in ("name", "description", "datePublished", "license"):
        assert root[name]
    assert "author" not in root
    parts = [each["@id"] for each in root["hasPart"]]
    assert set(parts) == set(found) - {"ro-crate-metadata.json"}
    for part in parts:
        told = by_id[part]
        assert told["@type"] == "File" and told["encodingFormat"]
        assert told["sha256"] == hashlib.sha256(found[part]).hexdigest()
        assert told["contentSize"] == f"{len(found[part])}"


def test_custody_is_told_line_by_line_and_bound_to_the_journal(case: Case, tmp_path: Path) -> None:
    pier = attach(case, "Pier", b"pier", "pier.jpg")
    gone = attach(case, "Gone", b"secret", "gone.jpg")
    case.expunge(gone, "consent withdrawn")
    write_package(case, tmp_path / "out", SOFTWARE)
    lines = payload(tmp_path / "out")["custody.jsonl"].decode().splitlines()
    events = [json.loads(line) for line in lines]
    assert [(each["event"], each["artifact"]) for each in events] == [
        *(("acquired", pier), ("hashed", pier), ("acquired", gone), ("hashed", gone)),
        ("expunged", gone),
    ]
    assert events[-1]["reason"] == "consent withdrawn" and events[-1]["actor"] == "tester"
    assert all(each["entry"] == case.journal.entry(each["number"]).hash for each in events)


def test_what_was_expunged_is_listed_and_not_in_the_package(case: Case, tmp_path: Path) -> None:
    gone = attach(case, "Gone", b"SECRET-BYTES", "gone.jpg")
    case.expunge(gone, "consent withdrawn")
    told = write_package(case, tmp_path / "out", SOFTWARE)
    assert told == ["1 file was expunged: it is listed, and its bytes are not in the package."]
    (row,) = exhibits(tmp_path / "out")
    assert row["state"] == "expunged" and row["reason"] == "consent withdrawn"
    assert not row["path"] and not row["sha512"]
    assert not any(b"SECRET-BYTES" in data for data in payload(tmp_path / "out").values())


def test_bytes_that_failed_are_listed_and_not_handed_on(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed = attach(case, "Changed", b"changed", "a.jpg")
    attach(case, "Fine", b"fine", "b.jpg")
    read = artifacts.read_pieces

    def read_changed(link: Any, artifact: str) -> Any:
        return iter([b"CHANGED"]) if artifact == changed else read(link, artifact)

    monkeypatch.setattr(artifacts, "read_pieces", read_changed)
    told = write_package(case, tmp_path / "out", SOFTWARE)
    assert told == [
        "1 file is listed and not in the package: its bytes are missing, or not those that came in."
    ]
    assert [row["state"] for row in exhibits(tmp_path / "out")] == ["changed", "ok"]
    assert not any(b"CHANGED" in data for data in payload(tmp_path / "out").values())


def test_a_source_that_must_not_be_named_is_not(case: Case, tmp_path: Path) -> None:
    hidden = case.add_source("Zoryana Protected", source_type="person", protected=True)
    plain = case.add_source("Harbour master", source_type="person")
    attach(case, "One", b"1", "1.jpg", source=hidden)
    attach(case, "Two", b"2", "2.jpg", source=plain, sensitivity=["protected_source"])
    attach(case, "Three", b"3", "3.jpg", source=plain)
    told = write_package(case, tmp_path / "out", SOFTWARE)
    assert [row["source"] for row in exhibits(tmp_path / "out")] == [
        *("Protected source", "Protected source", "Harbour master"),
    ]
    for name, data in payload(tmp_path / "out").items():
        assert b"Zoryana" not in data or name == "case.caseboard"
    assert len(told) == 1 and "names 1 protected source" in told[0]


def test_nothing_of_the_computer_is_in_the_package(case: Case, tmp_path: Path) -> None:
    attach(case, "Pier", b"pier", "pier.jpg")
    write_package(case, tmp_path / "out", SOFTWARE)
    write_package(case, tmp_path / "out.zip", SOFTWARE)
    words = [str(tmp_path).encode(), b"harbour.caseboard", tmp_path.name.encode()]
    for path in [tmp_path / "out.zip", *(tmp_path / "out").rglob("*")]:
        if path.is_file():
            assert not any(word in path.read_bytes() for word in words), path.name


def test_the_same_case_gives_the_same_bytes(case: Case, tmp_path: Path) -> None:
    attach(case, "Pier", b"pier", "pier.jpg")
    attach(case, HOSTILE, b"other", HOSTILE)
    for n in (1, 2):
        write_package(case, tmp_path / f"{n}.zip", SOFTWARE)
        write_package(case, tmp_path / f"{n}", SOFTWARE)
    path = case.path
    case.close()
    moved = tmp_path / "elsewhere"
    moved.mkdir()
    (moved / "other.caseboard").write_bytes(path.read_bytes())
    with Case.open(moved / "other.caseboard", read_only=True) as again:
        write_package(again, tmp_path / "3.zip", SOFTWARE)
    assert len({(tmp_path / f"{n}.zip").read_bytes() for n in (1, 2, 3)}) == 1
    assert payload(tmp_path / "1") == payload(tmp_path / "2") == payload(tmp_path / "3.zip")


def test_the_package_is_the_same_in_every_language(
    case: Case, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    hidden = case.add_source("Zoryana", source_type="person", protected=True)
    attach(case, "Pier", b"pier", "pier.jpg", source=hidden)
    gone = attach(case, "Gone", b"gone", "gone.jpg")
    case.expunge(gone, "consent withdrawn")
    write_package(case, tmp_path / "1.zip", SOFTWARE)
    request.getfixturevalue("brackets")
    write_package(case, tmp_path / "2.zip", SOFTWARE)
    assert (tmp_path / "1.zip").read_bytes() == (tmp_path / "2.zip").read_bytes()


def test_hostile_words_come_out_safe_and_are_read_back(case: Case, tmp_path: Path) -> None:
    long = "x" * 100_000
    tell_of_case(case, title=HOSTILE, question=long)
    attach(case, HOSTILE, b"1", HOSTILE)
    attach(case, long, b"2", "x" * 5000 + ".jpg")
    write_package(case, tmp_path / "out", SOFTWARE)
    write_package(case, tmp_path / "out.zip", SOFTWARE)
    rows = exhibits(tmp_path / "out")
    assert [row["title"] for row in rows] == [HOSTILE, long]
    for row in rows:
        assert not has_hidden(row["path"]) and len(row["path"].encode()) < 140
        assert (tmp_path / "out" / row["path"]).is_file()
    table = payload(tmp_path / "out")["exhibits.csv"].decode("utf-8-sig")
    cells = list(csv.DictReader(io.StringIO(table, newline="")))
    assert cells[0]["title"] == f"'{HOSTILE}"
    with open_shelf(tmp_path / "out.zip") as shelf:
        assert check_bag(shelf).told("External-Description") == long


@pytest.mark.parametrize("name", ["out", "out.zip"])
def test_whoever_watches_hears_how_far_it_has_come_and_can_end_it(
    case: Case, tmp_path: Path, name: str
) -> None:
    attach(case, "Pier", bytes(3 << 20), "pier.jpg")
    told: list[float] = []
    write_package(case, tmp_path / name, SOFTWARE, told.append)
    assert told == sorted(told) and told[-1] == 1.0 and len(set(told)) > 8
    for moment in sorted(set(told))[1:]:

        def stop(part: float, moment: float = moment) -> None:
            if part >= moment:
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            write_package(case, tmp_path / f"stopped-{name}", SOFTWARE, stop)
    left = {each.name for each in tmp_path.iterdir()}
    assert left == {"in", "home", name}


def test_nothing_takes_the_place_of_a_case_or_a_folder(case: Case, tmp_path: Path) -> None:
    other = tmp_path / "other.zip"
    case.save_copy(other)
    before = other.read_bytes()
    with pytest.raises(ExportRefused, match="is a case"):
        write_package(case, other, SOFTWARE)
    with pytest.raises(ExportRefused, match="already"):
        write_package(case, case.path, SOFTWARE)
    with pytest.raises(ExportRefused, match="already"):
        write_package(case, tmp_path / "in", SOFTWARE)
    with pytest.raises(ExportRefused, match=r"could not be written \(No such file"):
        write_package(case, tmp_path / "nowhere" / "out.zip", SOFTWARE)
    assert other.read_bytes() == before
    assert sorted(each.name for each in tmp_path.iterdir() if each.name != "home") == [
        *("in", "other.zip"),
    ]
    old = tmp_path / "old.zip"
    old.write_bytes(b"an older package")
    write_package(case, old, SOFTWARE)
    assert verify_bag(old).is_sound


@pytest.mark.parametrize("name", ["out", "out.zip"])
def test_a_disk_that_fills_up_at_any_moment_leaves_nothing(
    case: Case, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every time something is written, synced, made or renamed below the folder, it may be the last."""
    attach(case, "Pier", b"pier", "pier.jpg")
    out = tmp_path / "out-folder"
    out.mkdir()
    calls = 0
    last = 1 << 30

    def failing(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **options: Any) -> Any:
            nonlocal calls
            calls += 1
            if calls >= last:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return real(*args, **options)

        return call

    for what, verb in (
        *((os, "fsync"), (Path, "mkdir"), (Path, "rename"), (Path, "replace")),
        *((zipfile.ZipFile, "open"), (os, "mkdir")),
    ):
        monkeypatch.setattr(what, verb, failing(getattr(what, verb)))
    write_package(case, out / name, SOFTWARE)
    moments = calls
    assert moments > 10
    for moment in range(1, moments + 1):
        target = out / f"{moment}-{name}"
        calls, last = 0, moment
        with pytest.raises(ExportRefused) as trouble:
            write_package(case, target, SOFTWARE)
        last = 1 << 30
        assert str(trouble.value).count("“") <= 1
        left = {each.name for each in out.iterdir()} - {name}
        # The name that is the last to be made durable may be there: then all of it is.
        if left:
            assert left == {target.name} and verify_bag(target).is_sound
            assert moment == moments
            break
    write_package(case, out / "after", SOFTWARE)
    assert verify_bag(out / "after").is_sound
