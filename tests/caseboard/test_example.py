"""The example case as the program offers it: built from what ships with it."""

from __future__ import annotations

from pathlib import Path

import pytest

import caseboard_assets
from caseboard import example
from casedb.case import Case


def test_the_example_is_built_from_the_shipped_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CASEBOARD_HOME", str(tmp_path / "home"))
    path = tmp_path / "example.caseboard"
    example.write_example(path, "Reader")
    with Case.open(path) as case:
        assert case.title == "Arms transfers DPRK – Russia"
        assert len(case.contents.items) == 38
        assert {entry.actor for entry in case.journal.entries()} == {"Reader"}


def test_every_shipped_file_of_the_example_is_named() -> None:
    folder = Path(caseboard_assets.__file__).parent / example.FOLDER
    named = {*example.TEXTS, *example.FILES}
    assert {path.name for path in folder.iterdir()} == named
