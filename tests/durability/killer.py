"""Kills a process that works on a case, again and again, and says what was there afterwards.

    python killer.py CASE ROUNDS LONGEST SEED

Each round forks a worker, which is quick. It opens the case, tells what it found there, and works;
at most LONGEST seconds later it is killed with SIGKILL, and the next one finds what it left. In
every tenth round the time runs from the start, so that opening and recovering are hit as well. A
worker acknowledges every change through a pipe as soon as the call that made it has returned.
Printed is what was found after each round, as one line of JSON.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from pathlib import Path

from casedb import Case
from casedb.model.changes import ChangeSet, Edit
from casedb.model.records import Frame
from random_work import Worker

LARGEST = 8_000_000
"""Bytes of a case after which another one is begun: opening and hashing shall cost little."""


def work(path: Path, seed: int, acknowledged: str, pipe: int) -> None:
    """Tell what is there, then change it without end: anything at random, or much at once."""
    case, found = look(path, acknowledged)
    os.write(pipe, f"{json.dumps(found)}\n".encode())
    worker = Worker(case)
    writing = case._file.writing  # pyright: ignore[reportPrivateUsage]
    assert writing is not None
    if seed % 2:
        # With so few pages in memory SQLite writes in the file long before the commit.
        writing.execute("PRAGMA cache_size=8")
    for number in range(seed, sys.maxsize):
        if seed % 2:
            change_much(case, number)
        else:
            worker.do(number)
        os.write(pipe, f"{case.journal.length} {case.journal.head}\n".encode())


def change_much(case: Case, number: int) -> None:
    """A change of a megabyte, or its undoing: long enough to be hit in the middle."""
    if number % 2 == 0:
        case.undo()
        return
    # The titles of frames are not searched, so nearly all of the time goes into the file.
    board = case.contents.boards[0].id
    frames = (Frame(case.new_id(), board, f"{n % 10}" * 30_000, 0, 0, 9, 9) for n in range(30))
    case.run(ChangeSet("Add 30 frames", tuple(Edit(None, frame) for frame in frames)))


def look(path: Path, acknowledged: str) -> tuple[Case, dict[str, object]]:
    """Open the case; what is there, given the last change that was acknowledged."""
    journal_left = path.with_name(path.name + "-journal").exists()
    before = path.read_bytes() if journal_left else b""
    case = Case.open(path)
    number, _, head = acknowledged.partition(" ")
    hashes = {entry.seq: entry.hash for entry in case.journal.entries(newest_first=True, limit=3)}
    return case, {
        "acknowledged": acknowledged,
        "kept": not acknowledged or hashes.get(int(number)) == head,
        "more": case.journal.length - int(number or 0),
        "now": f"{case.journal.length} {case.journal.head}",
        "writable": not case.read_only,
        "losses": case.losses,
        "journal_left": journal_left,
        # Reading the file drops SQLite's locks on it, of which there are none between changes.
        "half_written": journal_left and before != path.read_bytes(),
        "recovered": any("not closed properly" in each for each in case.notices),
    }


def kill_once(
    path: Path, seed: int, acknowledged: str, seconds: float, *, early: bool
) -> tuple[str, str]:
    """One round: what the worker found, as JSON, and the last change that it acknowledged.

    Where it was killed `early`, it may have told neither.
    """
    ours, theirs = os.pipe()
    worker = os.fork()
    if worker == 0:
        try:
            work(path, seed, acknowledged, theirs)
        finally:
            os._exit(1)
    os.close(theirs)
    with os.fdopen(ours, "r", encoding="utf-8") as told:
        found = "" if early else told.readline()
        time.sleep(seconds)
        os.kill(worker, signal.SIGKILL)
        os.waitpid(worker, 0)
        # A line cut in half was not acknowledged.
        lines = [line.strip() for line in told if line.endswith("\n")]
    if early and lines:
        found = lines.pop(0)
    return found.strip(), lines[-1] if lines else ""


def tell(found: dict[str, object], workers: int) -> None:
    """Print what was found after so many workers, each of which may have finished one change more.

    Killed between the commit and telling of it, they could not acknowledge it.
    """
    print(json.dumps({**found, "workers": workers}), flush=True)


def main() -> None:
    """Carry out all rounds."""
    path, rounds, longest = Path(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])
    chance = random.Random(int(sys.argv[4]))
    acknowledged, workers = "", 0
    for number in range(1, rounds + 1):
        if not path.exists():
            Case.create(path, "Harbour").close()
        early = number % 10 == 9
        # Much at once takes longer, and is to be hit in the middle.
        seconds = chance.uniform(0.0, longest if number % 2 else longest / 4)
        # Odd rounds make large changes.
        work_seed = 2 * chance.randrange(2**40) + number % 2
        found, newest = kill_once(path, work_seed, acknowledged, seconds, early=early)
        if found:
            tell(json.loads(found), workers)
            acknowledged, workers = json.loads(found)["now"], 0
        elif not early:
            raise SystemExit(f"the worker of round {number} told nothing")
        acknowledged, workers = newest or acknowledged, workers + 1
        if path.stat().st_size > LARGEST or number == rounds:
            case, last = look(path, acknowledged)
            case.close()
            tell(last, workers)
            acknowledged, workers = "", 0
            if number < rounds:
                path.unlink()


if __name__ == "__main__":
    main()
