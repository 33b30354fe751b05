"""Broken files come in to the byte, and hold nothing up; tests/bench/fuzz_intake.py goes on for longer."""

from __future__ import annotations

from pathlib import Path

from casedb import Case
from casedb.delivery import deliver
from casedb.delivery_report import as_text
from casedb.intake.cage.cage import Cage
from casedb.intake.examination import metadata_of
from casedb.intake.proposals import proposals_for
from casedb.model.kinds import KINDS
from casedb.store.home import Home
from casedb.verification import verify
from fuzzed import broken_file, broken_files, sound_files, write_broken_file

SEED, COUNT = 20_240_107, 240


def test_broken_files_come_in_to_the_byte(tmp_path: Path, home: Home, cage: Cage) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    wanted = {
        str(write_broken_file(folder, SEED, number)): data
        for number, _, data in broken_files(SEED, range(COUNT))
    }
    with Case.create(tmp_path / "a.caseboard", home=home) as case:
        rows = deliver(case, [folder], cage)
        assert {row.file for row in rows} == set(wanted)
        for row in rows:
            assert row.outcome in ("taken", "same as"), row
            assert "more time or memory" not in row.reason
            assert case.artifact_bytes(row.artifact) == wanted[row.file]
            facts = metadata_of(case.contents.artifacts[row.artifact])
            for kind in KINDS.values():
                proposals_for(kind, facts or {})
        assert len(as_text(rows).splitlines()) == COUNT + 2
        path = case.path
    assert verify(path).sound


def test_a_broken_file_is_the_same_for_a_seed_and_a_number() -> None:
    assert broken_file(1, 7) == broken_file(1, 7) != broken_file(1, 8)
    kinds = {broken_file(1, number)[0].split("-", 1)[1] for number in range(200)}
    assert kinds == {name for name, _ in sound_files()}


def test_sound_files_are_sound(tmp_path: Path, home: Home, cage: Cage) -> None:
    for name, data in sound_files():
        (tmp_path / name).write_bytes(data)
    with Case.create(tmp_path / "a.caseboard", home=home) as case:
        rows = deliver(case, [tmp_path / name for name, _ in sound_files()], cage)
        told = {Path(row.file).name: row.reason for row in rows if row.reason}
        assert set(told) <= {"scene.json"}
