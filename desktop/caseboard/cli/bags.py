"""What the command line says of bags, and a case made from one."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from caseboard.cli.saying import complain, tell
from casedb.bags import BagVerified, copy_case
from casedb.exchange.bagit.shelves import is_bag
from casedb.model.json_value import JsonValue
from casedb.report import as_json


def lines_of_bag(verified: BagVerified) -> Iterator[str]:
    """What verifying a bag came to, without the cases in it."""
    bag = verified.bag
    version = f"{bag.version[0]}.{bag.version[1]}" if bag.version is not None else "of no version"
    algorithms = ", ".join(bag.algorithms) or "no checksums"
    files = f"{len(bag.payload)} file{'s' if len(bag.payload) != 1 else ''}"
    yield f"BagIt {version}, {files} ({bag.size:,} bytes), {algorithms}"
    for each in bag.findings:
        yield f"- {each.line}" if each.is_fault else f"({each.line})"
    faults = sum(each.is_fault for each in bag.findings)
    if bag.is_valid:
        yield "The bag is valid. That somebody made all of it anew shows only against a copy kept elsewhere."
    else:
        yield f"The bag is not valid: {faults} finding{'s' if faults != 1 else ''}"


def makes_case(target: Path, sources: Sequence[Path]) -> bool:
    """Whether an import is meant to make a case: from one bag, under a name that nothing has."""
    return len(sources) == 1 and not os.path.lexists(target) and is_bag(sources[0])


def make_case(target: Path, source: Path, *, for_machines: bool) -> int:
    """Make a case of the one that a bag holds; the exit code comes back. Raises CaseError."""
    made = copy_case(source, target)
    assert made.report is not None
    if for_machines:
        told: dict[str, JsonValue] = {
            "made": str(target).encode("utf-8", "replace").decode("utf-8"),
            "from": made.path,
            "verified": as_json(made.report),
        }
        print(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        tell(
            f"Made {target}, a copy of {made.path}: entry {made.report.entries}, head {made.report.head}"
        )
    for finding in made.report.findings:
        complain(finding.sentence)
    return 1 if made.report.findings else 0
