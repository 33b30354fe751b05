"""Snapshots and differences on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from caseboard import cli
from casedb import Case


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A case with one claim."""
    path = tmp_path / "quay@night.caseboard"
    with Case.create(path, "Quay", actor="Ada") as made:
        made.add("claim", title="It sailed")
    return path


def run(capsys: pytest.CaptureFixture[str], *words: str | Path, code: int = 0) -> str:
    assert cli.main([*map(str, words)]) == code
    told = capsys.readouterr()
    return told.out if code == 0 else told.err


def add(path: Path, title: str) -> None:
    with Case.open(path, actor="Ada") as case:
        case.add("note", title=title)


def test_a_moment_is_named_listed_and_compared_with(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(capsys, "snapshot", case) == "There is no snapshot yet.\n"
    said = run(capsys, "snapshot", case, "Before review", "--note", "For Ada")
    assert said.startswith("Took the snapshot “Before review” of entry 2, head ")
    add(case, "It is dark")
    assert run(capsys, "snapshot", case) == "#2  Before review – For Ada\n"
    (listed,) = json.loads(run(capsys, "snapshot", case, "--json"))
    assert (listed["name"], listed["entry"], listed["note"]) == ("Before review", 2, "For Ada")
    told = run(capsys, "diff", f"{case}@Before review", case)
    assert told.splitlines() == [
        "quay@night.caseboard@Before review (#2) → quay@night.caseboard (#4); in common up to #2",
        "",
        "Evidence and other items",
        "  Note “It is dark”: added",
        "",
        "The case itself",
        "  Snapshot “Before review”: added",
    ]
    back = json.loads(run(capsys, "diff", case, f"{case}@#2", "--json"))
    assert back["common_entry"] == 2 and back["b"]["entry"] == 2
    assert [each["deed"] for each in back["parts"]["evidence"]] == ["went"]
    assert "Nothing differs." in run(capsys, "diff", case, case)


def test_two_copies_that_went_apart_are_compared(
    case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / "copy.caseboard"
    with Case.open(case, actor="Ada") as made:
        made.save_copy(copy)
    add(case, "Mine")
    add(copy, "Theirs")
    told = json.loads(run(capsys, "diff", case, copy, "--json"))
    names = {each["name"]: each["deed"] for each in told["parts"]["evidence"]}
    assert names == {"Mine": "went", "Theirs": "came"} and told["common_entry"] == 2


@pytest.mark.parametrize(
    ("moment", "why"),
    [
        ("@Never", "There is no snapshot “Never”. The snapshots are: none."),
        ("@#9", "The journal has entries 1 to 2, not 9."),
        ("@#0", "The journal has entries 1 to 2, not 0."),
    ],
)
def test_a_moment_that_is_not_there_is_said(
    case: Path, capsys: pytest.CaptureFixture[str], moment: str, why: str
) -> None:
    assert why in run(capsys, "diff", f"{case}{moment}", case, code=1)


def test_two_cases_are_no_copies(
    case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.caseboard"
    Case.create(other, "Other", actor="Ada").close()
    assert "no copies of one" in run(capsys, "diff", case, other, code=1)


def test_a_snapshot_needs_a_name_of_its_own(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "snapshot", case, "One")
    assert "already" in run(capsys, "snapshot", case, "one", code=1)
    assert "needs a name" in run(capsys, "snapshot", case, "  ", code=1)
    assert "no board “Nowhere”" in run(
        capsys, "snapshot", case, "Two", "--board", "Nowhere", code=1
    )
    assert run(capsys, "snapshot", case, "Two", "--board", "Main board").startswith("Took")
    assert json.loads(run(capsys, "snapshot", case, "--json"))[1]["board"] == "Main board"
