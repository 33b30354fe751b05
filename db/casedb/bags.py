"""Bags and the cases in them: both are verified, and a copy of such a case can be made.

A case in a bag is never opened where it lies: it is copied out first, so that nothing beside it is read
and nothing in the bag can change.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from casedb.disk import shown_name, sync_file, sync_folder
from casedb.errors import CaseError, IntakeRefused, NotSaved
from casedb.exchange.bagit import findings
from casedb.exchange.bagit.checking import check_bag
from casedb.exchange.bagit.findings import BagReport, PayloadFile, shown_path
from casedb.exchange.bagit.shelves import PIECE, Shelf, open_shelf
from casedb.model.json_value import JsonValue
from casedb.report import Report
from casedb.report import as_json as report_as_json
from casedb.store.creation import aside, take_name
from casedb.store.header import APPLICATION_ID, MAGIC
from casedb.store.home import Home
from casedb.store.private_copy import PrivateFolder
from casedb.verification import verify
from casedb.words import say

ENDING = ".caseboard"


@dataclass(frozen=True, slots=True)
class CaseInBag:
    """A case in the payload of a bag: its path there, and its report, or why it has none."""

    path: str
    report: Report | None
    trouble: str = ""

    @property
    def is_sound(self) -> bool:
        """Whether it could be read, and everything in it is as it should be."""
        return self.report is not None and self.report.sound


@dataclass(frozen=True, slots=True)
class BagVerified:
    """What verifying a bag came to, with the cases that are in it."""

    bag: BagReport
    cases: tuple[CaseInBag, ...]

    @property
    def is_sound(self) -> bool:
        """Whether the bag is valid and every case in it is sound."""
        return self.bag.is_valid and all(each.is_sound for each in self.cases)


def verify_bag(
    path: Path, home: Home | None = None, progress: Callable[[float], None] | None = None
) -> BagVerified:
    """Verify a bag, in a folder or a ZIP file, and every case in it; nothing of it is changed.

    `progress` is told which part of the work is done, 0 to 1. Raises IntakeRefused where it cannot be read.
    """
    tell = progress or _tell_nobody
    with open_shelf(path) as shelf:
        report = check_bag(shelf, lambda part: tell(part / 2))
        found = cases_in(shelf, report)
        cases: list[CaseInBag] = []
        for n, file in enumerate(found):

            def tell_case(part: float, n: int = n) -> None:
                tell(0.5 + (n + part) / len(found) / 2)

            cases.append(_verify_case(shelf, file, home or Home.of_user(), tell_case))
    return BagVerified(report, tuple(cases))


def _tell_nobody(part: float) -> None:
    pass


def cases_in(shelf: Shelf, report: BagReport) -> tuple[PayloadFile, ...]:
    """The files of a payload that are cases, by what they are called or what they say they are."""
    return tuple(each for each in report.payload if _is_case(shelf, each))


def _is_case(shelf: Shelf, file: PayloadFile) -> bool:
    if file.path.lower().endswith(ENDING):
        return True
    try:
        with shelf.open(file.path) as stream:
            head = stream.read(100)
    except OSError:
        return False
    return head.startswith(MAGIC) and int.from_bytes(head[68:72], "big") == APPLICATION_ID


def _verify_case(
    shelf: Shelf, file: PayloadFile, home: Home, tell: Callable[[float], None]
) -> CaseInBag:
    try:
        with PrivateFolder(home) as folder:
            # Under a name of our own: what a bag calls it leads nowhere.
            copy = folder / f"bag{ENDING}"
            with contextlib.closing(os.fdopen(_new(copy), "wb")) as stream:
                _copy(shelf, file, stream.write)
            return CaseInBag(file.path, verify(copy, home, tell))
    except CaseError as trouble:
        return CaseInBag(file.path, None, str(trouble))
    except OSError as trouble:
        reason = trouble.strerror or str(trouble)
        return CaseInBag(file.path, None, say("It cannot be read: {reason}.", reason=reason))


def _new(path: Path) -> int:
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)


def _copy(shelf: Shelf, file: PayloadFile, write: Callable[[bytes], object]) -> None:
    """Copy a file out of a bag; no more of it than was checked. Raises OSError."""
    left = file.size
    with shelf.open(file.path) as stream:
        while left and (piece := stream.read(min(PIECE, left))):
            write(piece)
            left -= len(piece)


# -- taking out ----------------------------------------------------------------------------------


def refuse_invalid(path: Path, report: BagReport) -> None:
    """Raises IntakeRefused, with the first reason, for a bag that is not valid."""
    faults = [each for each in report.findings if each.is_fault]
    if faults:
        raise IntakeRefused(
            say(
                "“{name}” is no valid bag, so nothing was taken from it ({n} fault): {fault}",
                "“{name}” is no valid bag, so nothing was taken from it ({n} faults): {fault}",
                n=len(faults),
                name=shown_name(path),
                fault=faults[0].line,
            )
        )


def copy_case(path: Path, target: Path, home: Home | None = None) -> CaseInBag:
    """Make a new case file of the one case that a valid bag holds; what verifying it came to comes back.

    Raises IntakeRefused where the bag is not valid or has no such case, and NotSaved where the new file
    cannot be made; then there is none.
    """
    name = shown_name(path)
    with open_shelf(path) as shelf:
        report = check_bag(shelf)
        refuse_invalid(path, report)
        found = cases_in(shelf, report)
        first = next(iter(found), None)
        if first is None:
            raise IntakeRefused(
                say(
                    "“{name}” holds no case. Make one, and take the files of the bag into that.",
                    name=name,
                )
            )
        if len(found) > 1:
            told = ", ".join(f"“{shown_path(each.path)}”" for each in found[:10])
            raise IntakeRefused(
                say("“{name}” holds several cases: {told}. Unpack it first.", name=name, told=told)
            )
        return _made(shelf, first, target, home or Home.of_user())


def _made(shelf: Shelf, file: PayloadFile, target: Path, home: Home) -> CaseInBag:
    made = _verify_case(shelf, file, home, _tell_nobody)
    if made.report is None:
        raise IntakeRefused(made.trouble)
    try:
        with aside(target) as partial:
            with partial.open("wb") as stream:
                _copy(shelf, file, stream.write)
            sync_file(partial)
            take_name(partial, target)
            sync_folder(target.absolute().parent)
    except FileExistsError as trouble:
        raise NotSaved(
            say("There is a file “{name}” already; it was left as it is.", name=shown_name(target))
        ) from trouble
    except OSError as trouble:
        reason = trouble.strerror or str(trouble)
        raise NotSaved(
            say("“{name}” could not be made: {why}.", name=shown_name(target), why=reason)
        ) from trouble
    return made


# -- for machines --------------------------------------------------------------------------------


def as_json(verified: BagVerified) -> dict[str, JsonValue]:
    """A report for machines: the same in every language but for the sentences."""
    cases: list[JsonValue] = [
        {
            "path": each.path,
            **(
                report_as_json(each.report)
                if each.report is not None
                else {"readable": False, "error": each.trouble}
            ),
        }
        for each in verified.cases
    ]
    return {
        "readable": True,
        "sound": verified.is_sound,
        "bag": findings.as_json(verified.bag),
        "cases": cases,
    }
