"""kill -9 at any moment: every change that was acknowledged is there, and none by halves."""

from __future__ import annotations

import json
import os
import random
from pathlib import Path
from typing import cast

import pytest

from casedb.store.home import Home
from casedb.verification import verify
from other_process import run

KILLER = Path(__file__).with_name("killer.py")
RUN = f"import runpy; runpy.run_path({str(KILLER)!r}, run_name='__main__')"

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows knows neither fork nor SIGKILL")


def check(path: Path, rounds: int, longest: float, seed: int) -> list[dict[str, object]]:
    """Kill so many times, and see that each time everything acknowledged was kept."""
    printed = run(RUN, path, rounds, longest, seed, seconds=rounds * 10.0 + 60.0)
    outcomes = [cast("dict[str, object]", json.loads(line)) for line in printed.splitlines()]
    assert len(outcomes) > 0.9 * rounds, "only who is killed early tells nothing"
    for outcome in outcomes:
        assert outcome["kept"], outcome
        assert outcome["writable"] and outcome["losses"] == [], outcome
        # A worker whose commit went through may have been killed before it could tell.
        more, workers = cast("int", outcome["more"]), cast("int", outcome["workers"])
        assert not outcome["acknowledged"] or 0 <= more <= workers, outcome
        assert outcome["recovered"] == outcome["journal_left"], outcome
    assert verify(path).findings == ()
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    assert not any(Home.of_user().open_cases.iterdir()), "no note is left of a closed case"
    assert not any(Home.of_user().copies.iterdir()), "no private copy is left"
    return outcomes


@pytest.mark.parametrize(
    "seed",
    [20240104, *(pytest.param(20240105 + more, marks=pytest.mark.soak) for more in range(3))],
)
def test_killed_at_50_random_moments_no_finished_change_is_lost(tmp_path: Path, seed: int):
    (tmp_path / "shelf").mkdir()
    outcomes = check(tmp_path / "shelf" / "harbour.caseboard", 50, 0.08, seed)
    assert sum(bool(outcome["acknowledged"]) for outcome in outcomes) > 25
    hit = sum(bool(outcome["half_written"]) for outcome in outcomes)
    assert hit > 5, "too few kills hit a half-written file for the test to say anything"


@pytest.mark.soak
def test_killed_at_5000_random_moments_no_finished_change_is_lost(tmp_path: Path):
    (tmp_path / "shelf").mkdir()
    seed = random.SystemRandom().randrange(2**32)
    print(f"seed {seed}")
    check(tmp_path / "shelf" / "harbour.caseboard", 5000, 0.4, seed)
