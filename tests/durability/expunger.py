"""Kills a process that expunges files, again and again, and says what was there afterwards.

    python expunger.py CASE ROUNDS LONGEST SEED

Each round forks a worker that expunges one file after another, until it is killed: after LONGEST times
as long as three files take, at the latest. Then the case is
opened, and looked through byte by byte. Printed is what was found after each round, as JSON.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path

from casedb import Case
from casedb.errors import ArtifactMissing
from casedb.model.custody import is_expunged
from casedb.verification import verify

FILES, SIZE = 40, 60_000


def bytes_of(number: int) -> bytes:
    """The bytes of a file by its number."""
    return random.Random(number).randbytes(SIZE if number % 2 else SIZE // 30)


def work(path: Path, files: int = FILES) -> None:
    """Expunge whatever is there yet, or so many files of it."""
    with Case.open(path) as case:
        there = [each for each in case.contents.artifacts.values() if not is_expunged(each)]
        for artifact in there[:files]:
            case.expunge(artifact.id, "by law")


def pace(path: Path) -> float:
    """Seconds that it takes to open the case and to let three files go, on this machine, now."""
    with tempfile.TemporaryDirectory(dir=path.parent.parent) as folder:
        copy = Path(shutil.copy(path, folder))
        began = time.perf_counter()
        work(copy, 3)
        return time.perf_counter() - began


def look(path: Path) -> dict[str, object]:
    """What is there: how many went, whether any went by halves, and what verifying found."""
    with Case.open(path) as case:
        gone = [each for each in case.contents.artifacts.values() if is_expunged(each)]
        halves: list[str] = []
        for artifact in case.contents.artifacts.values():
            try:
                data = case.artifact_bytes(artifact.id)
            except ArtifactMissing:
                data = None
            whole = bytes_of(int(artifact.name))
            if data != (None if is_expunged(artifact) else whole):
                halves.append(artifact.name)
        writable, losses = not case.read_only, list(case.losses)
    raw = path.read_bytes()
    left = [
        each.name
        for each in gone
        if any(bytes_of(int(each.name))[at : at + 24] in raw for at in (0, 500, 1_500))
    ]
    findings = [each.sentence for each in verify(path).findings]
    return {
        "gone": len(gone),
        "halves": halves,
        "left": left,
        "findings": findings,
        "sound": writable and not losses,
    }


def main() -> None:
    """Carry out all rounds."""
    path, rounds, longest = Path(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])
    chance = random.Random(int(sys.argv[4]))
    with Case.create(path, "Harbour") as case:
        note = case.add("note", title="n")
        with case.together("Attach files"):
            for number in range(FILES):
                case.attach_bytes(note, bytes_of(number), str(number))
    longest *= pace(path)
    for _ in range(rounds):
        worker = os.fork()
        if worker == 0:
            try:
                work(path)
            finally:
                os._exit(0)
        time.sleep(chance.uniform(0.0, longest))
        os.kill(worker, signal.SIGKILL)
        os.waitpid(worker, 0)
        print(json.dumps(look(path)), flush=True)


if __name__ == "__main__":
    main()
