"""Everything bad that can come in: a line for each, with a sentence; nothing lost, nothing hangs."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from bad_files import BAD
from casedb import Case
from casedb.delivery import deliver
from casedb.delivery_report import Row, as_csv, as_json, as_text
from casedb.intake.cage.cage import Cage
from casedb.intake.examination import metadata_of
from casedb.intake.proposals import proposals_for
from casedb.model.file_names import name_as_given
from casedb.model.kinds import KINDS
from casedb.store.home import Home
from casedb.verification import verify


@pytest.fixture
def case(tmp_path: Path, home: Home) -> Iterator[Case]:
    with Case.create(tmp_path / "harbour.caseboard", "Harbour", home=home) as made:
        yield made


@pytest.mark.parametrize("what", BAD)
def test_what_is_meant_to_hurt_comes_in_to_the_byte(
    case: Case, tmp_path: Path, cage: Cage, what: str
) -> None:
    name, make, words = BAD[what]
    data = make()
    (tmp_path / name).write_bytes(data)
    (row,) = deliver(case, [tmp_path / name], cage)
    assert (row.outcome, row.artifact) == ("taken", hashlib.sha256(data).hexdigest())
    assert case.artifact_bytes(row.artifact) == data
    assert words in row.reason and (not row.reason or row.reason.endswith("."))
    facts = metadata_of(case.contents.artifacts[row.artifact]) or {}
    assert len(json.dumps(facts)) < 200_000
    for kind in KINDS.values():
        proposals_for(kind, facts)


def test_all_of_it_at_once_leaves_a_sound_case(case: Case, tmp_path: Path, cage: Cage) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name, make, _ in BAD.values():
        (folder / name).write_bytes(make())
    rows = deliver(case, [folder], cage)
    assert {row.outcome for row in rows} == {"taken"} and len(rows) == len(BAD)
    path = case.path
    case.close()
    assert verify(path).sound


def written(folder: Path, name: bytes, data: bytes) -> None:
    """A file of any name that the system takes."""
    number = os.open(os.fsencode(folder) + b"/" + name, os.O_CREAT | os.O_WRONLY)
    os.write(number, data)
    os.close(number)


@pytest.mark.skipif(os.name == "nt", reason="Windows has other names")
def test_names_that_are_meant_to_hurt(case: Case, tmp_path: Path, cage: Cage) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    names = (
        *(b"two\nlines.txt", b"\xff\xfe not a text.txt", b"=cmd|calc.csv", b"-rf.txt", b"..."),
        *(
            "\u202egnp.exe".encode(),
            "ракета".encode() * 10,
            b"x" * 255,
            b"<img src=x>.txt",
            b"\x1b[2J",
        ),
    )
    for n, name in enumerate(names):
        written(folder, name, b"%d" % n)
    rows = deliver(
        case, [folder, Path("no\0body"), Path("x" * 300), folder / ".." / "in" / "..."], cage
    )
    told = [row.outcome for row in rows]
    assert told == ["taken"] * len(names) + ["rejected", "rejected", "same as"]
    assert _no_line_steers(rows)
    for artifact in case.contents.artifacts.values():
        assert (
            artifact.name.isprintable() and len(artifact.name) <= 200 and "/" not in artifact.name
        )
    # Each is called as it was, to the letter, as well.
    kept = sorted(name_as_given(each) or each.name for each in case.contents.artifacts.values())
    assert kept == sorted(name.decode("utf-8", "backslashreplace") for name in names)
    changed = {row.artifact for row in rows if "to the letter" in row.reason}
    assert changed == {each.id for each in case.contents.artifacts.values() if name_as_given(each)}


def _no_line_steers(rows: list[Row]) -> bool:
    text = as_text(rows)
    assert len(text.splitlines()) == len(rows) + 2 and "\x1b" not in text and "\u202e" not in text
    assert len(json.loads(as_json(rows))) == len(rows)
    return "\n=" not in as_csv(rows)


def test_a_file_that_grows_while_it_is_read_stays_away(
    case: Case, tmp_path: Path, cage: Cage
) -> None:
    path = tmp_path / "log.txt"
    path.write_bytes(bytes(3 << 20))

    def grow(_: object) -> None:
        with path.open("ab") as stream:
            stream.write(b"more")

    rows = deliver(case, [path], cage, grow)
    assert [row.outcome for row in rows] == ["rejected"]
    assert not case.contents.items
