"""The command that recomputes every hash of a case, or of a bag and the cases in it."""

from __future__ import annotations

import argparse
import json
from contextlib import closing
from pathlib import Path

from caseboard.cli.bags import lines_of_bag
from caseboard.cli.saying import ACTOR, clear_progress, complain, is_watched, show_part, tell
from casedb import Case, CaseError
from casedb.bags import as_json as bag_as_json
from casedb.bags import verify_bag
from casedb.custody_log import note_report
from casedb.exchange.bagit.findings import shown_path
from casedb.exchange.bagit.shelves import may_be_bag
from casedb.file_texts import read_files
from casedb.intake.cage.cage import Cage
from casedb.report import DERIVED, Report, as_json, counts_in_words, state_in_words
from casedb.verification import verify


def verify_case(chosen: argparse.Namespace) -> int:
    """Recompute the journal chain, every row's hash and every artifact's; of a bag its checksums."""
    path: Path = chosen.path
    if may_be_bag(path):
        return _verify_bag(path, chosen)
    try:
        report = verify(path, progress=show_part if is_watched() else None)
    except CaseError as trouble:
        return _cannot_be_read(trouble, chosen)
    finally:
        clear_progress()
    if chosen.json:
        print(json.dumps(as_json(report), ensure_ascii=False, indent=2))
    else:
        _print_report(report)
    if chosen.note or chosen.rebuild_search:
        try:
            _follow_up(path, report, chosen)
        except CaseError as trouble:
            complain(str(trouble))
            return 1 if report.findings else 4
    return 1 if report.findings else 0


def _verify_bag(path: Path, chosen: argparse.Namespace) -> int:
    try:
        verified = verify_bag(path, progress=show_part if is_watched() else None)
    except CaseError as trouble:
        return _cannot_be_read(trouble, chosen)
    finally:
        clear_progress()
    if chosen.json:
        print(json.dumps(bag_as_json(verified), ensure_ascii=False, indent=2))
    else:
        for line in lines_of_bag(verified):
            tell(line)
        for each in verified.cases:
            tell(f"The case {shown_path(each.path)}:")
            if each.report is not None:
                _print_report(each.report)
            else:
                tell(f"- {each.trouble}")
    code = 0 if verified.is_sound else 1
    if chosen.note or chosen.rebuild_search:
        complain("A bag stays as it is, so nothing was noted in it and nothing made anew.")
        return code or 4
    return code


def _cannot_be_read(trouble: CaseError, chosen: argparse.Namespace) -> int:
    if chosen.json:
        print(json.dumps({"readable": False, "error": str(trouble)}, ensure_ascii=False))
    else:
        complain(str(trouble))
    return 2


def _follow_up(path: Path, report: Report, chosen: argparse.Namespace) -> None:
    """Write what was asked for into a case that was verified. Raises CaseError."""
    with Case.open(path, actor=ACTOR) as case:
        if chosen.note:
            note_report(case.custody, report)
        if chosen.rebuild_search:
            case.rebuild_search()
            case.texts.read_again()
            with closing(Cage()) as cage:
                read_files(case, cage)


def _print_report(report: Report) -> None:
    print(
        f"{report.entries} journal entries, {report.rows} rows, {report.artifacts} artifacts "
        f"({report.bytes:,} bytes)"
    )
    print(counts_in_words(report))
    if report.expunged:
        print(f"{report.expunged} expunged, with a tombstone in place of the bytes")
    print(f"Head {report.head}")
    for each in report.files:
        if each.fault is not None:
            tell(f"- {state_in_words(each.state)}: {each.sha256} {each.name}")
    for finding in report.findings:
        tell(f"- {finding.sentence}")
    for sentence in report.derived:
        tell(f"({sentence} {DERIVED} --rebuild-search does.)")
    if report.findings:
        print(f"{len(report.findings)} finding{'s' if len(report.findings) != 1 else ''}")
    else:
        print("Sound. Compare the head with one kept elsewhere to know that nothing was rewritten.")
