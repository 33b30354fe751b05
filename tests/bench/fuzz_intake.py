"""Break files by the thousand and let them in: nothing may crash, hang or get lost.

    python tests/bench/fuzz_intake.py [--minutes 15] [--seed N] [--number N]

With a number only that file is looked at. What is found is printed with seed and number, and with what
looks at it again; the exit code is 1 where anything was.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import tempfile
import time
import traceback
from contextlib import closing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from casedb import Case
from casedb.delivery import deliver
from casedb.delivery_report import Row, as_csv, as_json, as_text
from casedb.intake.cage.cage import Cage
from casedb.intake.examination import metadata_of
from casedb.intake.proposals import proposals_for
from casedb.model.kinds import KINDS
from casedb.store.home import Home
from fuzzed import broken_files, write_broken_file

PORTION = 100
"""Files of one delivery."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--minutes", type=float, default=15.0)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--number", type=int)
    told = parser.parse_args()
    minutes, seed = float(told.minutes), int(told.seed)
    end, number, found = time.monotonic() + 60 * minutes, 0, 0
    if told.number is not None:
        number = int(told.number)
        with closing(Cage()) as cage:
            found = look_at(seed, range(number, number + 1), cage)
            print(f"number {number} of seed {seed}: {found} findings")
            return bool(found)
    with closing(Cage()) as cage:
        while time.monotonic() < end:
            found += look_at(seed, range(number, number + PORTION), cage)
            number += PORTION
            if number % 5000 == 0:
                print(f"{number:,} files of seed {seed}: {found} findings", flush=True)
    print(f"{number:,} files of seed {seed} in {minutes:g} minutes: {found} findings")
    return bool(found)


def look_at(seed: int, numbers: range, cage: Cage) -> int:
    """Deliver some broken files to a fresh case; how many findings there are."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        (folder / "in").mkdir()
        wanted = {
            str(write_broken_file(folder / "in", seed, number)): (number, data)
            for number, _, data in broken_files(seed, numbers)
        }
        with Case.create(folder / "a.caseboard", home=Home(folder / "home")) as case:
            try:
                rows = deliver(case, [folder / "in"], cage)
            except Exception:
                print(f"The delivery failed. {_again(seed, numbers[0])}")
                traceback.print_exc()
                # One by one, to know which it was.
                alone = (range(each, each + 1) for each in numbers if len(numbers) > 1)
                return max(1, sum(look_at(seed, each, cage) for each in alone))
            found = sum(bool(_fault(case, row, seed, *wanted[row.file])) for row in rows)
            if len(rows) != len(wanted):
                print(f"{len(rows)} rows for {len(wanted)} files. {_again(seed, numbers[0])}")
                found += 1
            return found


def _fault(case: Case, row: Row, seed: int, number: int, data: bytes) -> str:
    """What is wrong with how one file came in; empty where nothing is."""
    why = ""
    if row.outcome == "rejected":
        why = f"was rejected: {row.reason}"
    elif (
        case.artifact_bytes(row.artifact) != data
        or hashlib.sha256(data).hexdigest() != row.artifact
    ):
        why = "came in with other bytes"
    elif "more time or memory" in row.reason:
        why = f"held the decoder up: {row.reason}"
    else:
        try:
            facts = metadata_of(case.contents.artifacts[row.artifact])
            for kind in ("media", "satellite_image", "document", "event"):
                proposals_for(KINDS[kind], facts or {})
            for write in (as_text, as_csv, as_json):
                write([row])
        except Exception:
            why = f"cannot be told of: {traceback.format_exc()}"
    if why:
        print(f"{Path(row.file).name} {why}. {_again(seed, number)}", flush=True)
    return why


def _again(seed: int, number: int) -> str:
    return f"Look at it again with: make fuzz SEED={seed} NUMBER={number}"


if __name__ == "__main__":
    sys.exit(main())
