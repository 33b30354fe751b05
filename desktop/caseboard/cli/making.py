"""Commands that make a case, and those that let something in or out of one."""

from __future__ import annotations

import argparse
import os
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

from caseboard.cli.bags import make_case, makes_case
from caseboard.cli.saying import (
    ACTOR,
    clear_progress,
    complain,
    is_watched,
    open_to_note,
    open_to_read,
    show_line,
    tell,
)
from caseboard.dragged import forget_dragged
from casedb import Case, CaseError, delivery_report
from casedb.bag_delivery import deliver_with_bags, preview_with_bags
from casedb.canvas_arrival import Arrival, bring_canvas, plan_canvas
from casedb.delivery import Standing
from casedb.delivery_report import Row
from casedb.errors import IntakeRefused
from casedb.file_texts import read_files
from casedb.intake.cage.cage import Cage
from casedb.model.visible_text import visible_line

CANVAS = ".canvas"
"""The ending of files that become boards."""
MOST_REMARKS = 20
"""Remarks on one of them that are told."""


def make_new(chosen: argparse.Namespace) -> int:
    """Make an empty case."""
    path: Path = chosen.path
    Case.create(path, title=chosen.title or path.stem, actor=ACTOR).close()
    tell(f"Made {path}")
    return 0


def make_example(chosen: argparse.Namespace) -> int:
    """Write the example case."""
    from caseboard.example import write_example

    write_example(chosen.path)
    tell(f"Wrote the example case to {chosen.path}")
    return 0


def import_files(chosen: argparse.Namespace) -> int:
    """Take files, folders and bags into a case; says of each file what became of it."""
    is_preview: bool = chosen.preview
    if not is_preview and makes_case(chosen.path, chosen.files):
        return make_case(chosen.path, chosen.files[0], for_machines=chosen.json)
    opened = open_to_read(chosen.path) if is_preview else open_to_note(chosen.path)
    with opened as case, closing(Cage()) as cage:
        canvases = [each for each in chosen.files if each.suffix.lower() == CANVAS]
        files = [each for each in chosen.files if each not in canvases]
        try:
            take = preview_with_bags if is_preview else deliver_with_bags
            rows = take(case, files, cage, _show_standing if is_watched() else None)
            bring = plan_canvas if is_preview else bring_canvas
            rows += [_brought(each, partial(bring, case, each, cage)) for each in canvases]
        except KeyboardInterrupt:
            complain("Stopped; nothing has been taken in.")
            return 1
        finally:
            clear_progress()
        if not is_preview:
            _read_words(case, cage)
    if chosen.json:
        print(delivery_report.as_json(rows))
    else:
        for row in rows:
            # A name may hold line ends: no file writes a row of its own.
            told = f" – {row.reason}" if row.reason else ""
            tell(visible_line(f"{row.outcome}: {row.file}{told}"))
            for part in row.parts:
                told = f" – {part.reason}" if part.reason else ""
                tell(visible_line(f"  {part.outcome}: {part.name}{told}"))
        tally = Counter(each.outcome for each in rows)
        tell(", ".join(f"{n} {outcome}" for outcome, n in tally.items()) or "There was no file.")
        if is_preview:
            tell("Nothing was taken in: this is what would be.")
    return 1 if any(each.outcome == "rejected" for each in rows) else 0


def _brought(path: Path, bring: Callable[[], Arrival]) -> Row:
    """Take a canvas in as a board, or say what would come of that; its line of the report."""
    try:
        found = bring()
    except IntakeRefused as trouble:
        return Row(os.fspath(path), "rejected", str(trouble))
    counts = (
        f"A board with {found.cards:,} cards, {found.links:,} links and {found.frames:,} frames."
    )
    more = len(found.remarks) - MOST_REMARKS
    rest = (f"And {more:,} remarks more.",) if more > 0 else ()
    told = (counts, *found.remarks[:MOST_REMARKS], *rest)
    return Row(os.fspath(path), "taken", " ".join(told))


def _read_words(case: Case, cage: Cage) -> None:
    """Read the words of files, so that they are found; what is left is read another time."""
    try:
        read_files(case, cage, _show_read if is_watched() else None)
    except KeyboardInterrupt:
        complain("Stopped; the files are in the case, and the words of some are still to be read.")
    except CaseError as trouble:
        complain(str(trouble))
    finally:
        clear_progress()


def _show_read(done: int, whole: int) -> None:
    show_line(f"Reading words: {done:,} of {whole:,} files")


def _show_standing(standing: Standing) -> None:
    """Say on one line how far it has come."""
    far = f"{standing.done:,} of {standing.whole:,} files" if standing.whole else "Counting files"
    line = f"{far}, {standing.size / (1 << 20):,.1f} MiB {visible_line(standing.name)}"
    show_line(line)


def expunge_file(chosen: argparse.Namespace) -> int:
    """Let the bytes of a file go, and say what came of it."""
    with Case.open(chosen.path, actor=ACTOR) as case:
        for notice in (*case.notices, *case.losses):
            complain(notice)
        outcome = case.expunge(chosen.sha256, chosen.reason)
    name = outcome.artifact.name or "unnamed"
    tell(f"Expunged “{name}”, SHA-256 {outcome.artifact.id}")
    print(f"Entry {outcome.entry.seq}, head {outcome.entry.hash}")
    for backup in outcome.backups:
        tell(f"Its bytes went from the backup {backup} as well.")
    for folder in forget_dragged(outcome.artifact.id):
        tell(f"- What was dragged out to {folder} could not be removed.")
    for sentence in outcome.unreached:
        tell(f"- {sentence}")
    return 0
