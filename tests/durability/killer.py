"""Kills a process that works on a case, again and again, and says what was there afterwards.

    python killer.py CASE ROUNDS LONGEST SEED

Each round forks a worker, which is quick, lets it work for at most LONGEST seconds, kills it with
SIGKILL and opens the case again. A worker acknowledges every change through a pipe as soon as the
call that made it has returned. Printed is one line of JSON a round.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import signal
import sys
import time
from pathlib import Path

from casedb import Case
from casedb.model.changes import ChangeSet, Edit
from casedb.model.records import Item
from casedb.model.values import Values
from random_work import Worker

LARGEST = 30_000_000


def work(path: Path, seed: int, pipe: int) -> None:
    """Change the case without end: anything at random, or in odd rounds much at once."""
    case = Case.open(path)
    if case.read_only:
        os.write(pipe, f"0 read-only: {case.notices}\n".encode())
        return
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
    """A change of some megabytes, or its undoing: long enough to be hit in the middle."""
    if number % 2:
        case.undo()
        return
    items = (
        Item(case.new_id(), "note", Values({"notes": f"{number} {n} " * 500})) for n in range(150)
    )
    case.run(ChangeSet("Add 150 notes", tuple(Edit(None, item) for item in items)))


def kill_once(path: Path, seed: int, seconds: float) -> str:
    """One round; the last change that was acknowledged, as “number hash”, or nothing."""
    ours, theirs = os.pipe()
    worker = os.fork()
    if worker == 0:
        try:
            work(path, seed, theirs)
        finally:
            os._exit(1)
    os.close(theirs)
    time.sleep(seconds)
    os.kill(worker, signal.SIGKILL)
    os.waitpid(worker, 0)
    with os.fdopen(ours, "r", encoding="utf-8") as told:
        # A line cut in half was not acknowledged.
        lines = [line for line in told if line.endswith("\n")]
    return lines[-1].strip() if lines else ""


def look(path: Path, acknowledged: str) -> dict[str, object]:
    """What is there after a round."""
    journal_left = path.with_name(path.name + "-journal").exists()
    before = hashlib.sha256(path.read_bytes()).digest()
    with Case.open(path) as case:
        number, _, head = acknowledged.partition(" ")
        hashes = {
            entry.seq: entry.hash for entry in case.journal.entries(newest_first=True, limit=3)
        }
        return {
            "acknowledged": acknowledged,
            "kept": not acknowledged or hashes.get(int(number)) == head,
            "more": case.journal.length - int(number or 0),
            "writable": not case.read_only,
            "losses": case.losses,
            "journal_left": journal_left,
            "half_written": before != hashlib.sha256(path.read_bytes()).digest(),
            "recovered": any("not closed properly" in each for each in case.notices),
        }


def main() -> None:
    """Carry out all rounds."""
    path, rounds, longest = Path(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])
    chance = random.Random(int(sys.argv[4]))
    for number in range(rounds):
        if not path.exists() or path.stat().st_size > LARGEST:
            path.unlink(missing_ok=True)
            Case.create(path, "Harbour").close()
        seconds = chance.uniform(0.005, longest)
        acknowledged = kill_once(path, number * 1_000_003, seconds)
        print(json.dumps(look(path, acknowledged)), flush=True)


if __name__ == "__main__":
    main()
