"""Commands that say what is in a case."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from caseboard.claim_standings import claims_of, describe_claim, lines_of_claims
from caseboard.cli.saying import complain, open_to_read, tell
from caseboard.image_checks import describe_check, lines_of_checks
from caseboard.matrix_lines import lines_of_matrices, rows_of_matrices
from caseboard.weak_point_lines import describe_weak_point, lines_of_weak_points
from casedb import Case
from casedb.analysis.satellite_check import check_image
from casedb.analysis.weak_points import weak_points
from casedb.exchange.csv_table import write_csv
from casedb.model.json_value import JsonValue


def tell_info(chosen: argparse.Namespace) -> int:
    """Say what a case holds."""
    with open_to_read(chosen.path) as case:
        told = describe(case)
    if chosen.json:
        print(json.dumps(told, ensure_ascii=False, indent=2))
        return 0
    for name, value in told.items():
        if isinstance(value, list):
            value = ", ".join(map(str, value))
        elif isinstance(value, dict):
            value = ", ".join(f"{key} {number}" for key, number in value.items())
        tell(f"{name.capitalize():<12}{value}")
    return 0


def describe(case: Case) -> dict[str, JsonValue]:
    """What a case holds, in the form that `info --json` prints."""
    contents = case.contents
    return {
        "title": case.title,
        "kinds": _count(item.kind for item in contents.items.values()),
        "links": _count(link.type for link in contents.links.values()),
        "sources": len(contents.sources),
        "boards": [board.title for board in contents.boards],
        "artifacts": len(contents.artifacts),
        "journal": {"length": case.journal.length, "head": case.journal.head},
    }


def _count(names: Iterable[str]) -> dict[str, JsonValue]:
    return dict(sorted(Counter(names).items()))


def tell_claims(chosen: argparse.Namespace) -> int:
    """Say of every claim what speaks for and against it, and how its verdict stands."""
    with open_to_read(chosen.path) as case:
        if chosen.json:
            rows = [describe_claim(case, each) for each in claims_of(case)]
            print(json.dumps(rows, ensure_ascii=False, indent=2))
            return 0
        for line in lines_of_claims(case):
            tell(line)
    return 0


def tell_weak_points(chosen: argparse.Namespace) -> int:
    """Say what a careful editor would ask of a case."""
    with open_to_read(chosen.path) as case:
        contents = case.contents
        if chosen.json:
            rows = [describe_weak_point(contents, each) for each in weak_points(contents)]
            print(json.dumps(rows, ensure_ascii=False, indent=2))
            return 0
        for line in lines_of_weak_points(contents):
            tell(line)
    return 0


def tell_matrix(chosen: argparse.Namespace) -> int:
    """Say how competing claims stand against the evidence, or write that as a table."""
    out: Path | None = chosen.csv
    with open_to_read(chosen.path) as case:
        contents = case.contents
        if out is None:
            for line in lines_of_matrices(contents):
                tell(line)
            return 0
        rows = list(rows_of_matrices(contents))
        if not rows:
            complain("No claims exclude each other, so there is no matrix to be written.")
            return 1
        write_csv(out, rows)
    tell(f"Wrote {out}")
    return 0


def check_images(chosen: argparse.Namespace) -> int:
    """Hold the sun of every satellite image against its time and place."""
    with open_to_read(chosen.path) as case:
        images = [each for each in case.contents.items.values() if each.kind == "satellite_image"]
        checked = [(item, check_image(item.values)) for item in images]
    if chosen.json:
        rows = [describe_check(item, check) for item, check in checked]
        print(json.dumps(rows, ensure_ascii=False, indent=2))
        return 0
    for line in lines_of_checks(checked):
        tell(line)
    return 0
