"""kill -9 while files are expunged: each went with its tombstone, or is there with all its bytes."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from other_process import run

EXPUNGER = Path(__file__).with_name("expunger.py")
RUN = f"import runpy; runpy.run_path({str(EXPUNGER)!r}, run_name='__main__')"

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows knows neither fork nor SIGKILL")


def check(path: Path, rounds: int, longest: float, seed: int) -> list[int]:
    """Kill so many times, and see that nothing went by halves; how many had gone each time."""
    printed = run(RUN, path, rounds, longest, seed, seconds=rounds * 10.0 + 60.0)
    outcomes = [json.loads(line) for line in printed.splitlines()]
    assert len(outcomes) == rounds
    for outcome in outcomes:
        assert outcome["halves"] == outcome["left"] == outcome["findings"] == [], outcome
        assert outcome["sound"], outcome
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    return [outcome["gone"] for outcome in outcomes]


def test_killed_at_12_random_moments_no_file_went_by_halves(tmp_path: Path):
    (tmp_path / "shelf").mkdir()
    gone = check(tmp_path / "shelf" / "harbour.caseboard", 12, 1.5, 20240106)
    assert len(set(gone)) > 1 and gone == sorted(gone), "some were hit while they went"


@pytest.mark.soak
def test_killed_at_400_random_moments_no_file_went_by_halves(tmp_path: Path):
    for number in range(20):
        (tmp_path / f"{number}").mkdir()
        check(tmp_path / f"{number}" / "harbour.caseboard", 20, 2.0, number)
