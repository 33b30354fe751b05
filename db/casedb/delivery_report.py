"""The report of a delivery: a line for each file, to be read, copied and handed on."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from casedb.model.json_value import JsonValue
from casedb.model.visible_text import visible_line
from casedb.words import say, term, written

Outcome: TypeAlias = Literal["taken", "same as", "rejected"]
"""What became of a file: it is in the case now, it was there already, or it did not come."""

TOLD = "told"
"""Stands for the files that were taken and of which there is something to know."""

NAMES: dict[str, str] = {
    "taken": term("Taken in"),
    "same as": term("There already"),
    "rejected": term("Rejected"),
    TOLD: term("With remarks"),
}
"""What people read for an outcome, and for what is told of files that were taken."""

_STEERING = tuple("=+-@\t\r\n|%＝＋－＠")
"""With what a cell of a table begins that a program would calculate."""


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that a file tells of: what became of it (`taken`, `changed` or `rejected`), why, and the id
    of the record that it is now."""

    name: str
    outcome: str
    reason: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the report: a file as it was named, and what became of it.

    `reason` says in a sentence why it was rejected, or what there is to know of one that was taken;
    `artifact` is its SHA-256 and `item` the id of the item that has it, where there are such. `parts` are the things that it tells of, where it is a diagram.
    """

    file: str
    outcome: Outcome
    reason: str = ""
    artifact: str = ""
    item: str = ""
    parts: tuple[Part, ...] = ()

    def is_of(self, sort: str) -> bool:
        """Whether it belongs to an outcome, or to what is told; every row to none."""
        if sort == TOLD:
            return self.outcome == "taken" and bool(self.reason)
        return sort in ("", self.outcome)


def counts(rows: Iterable[Row]) -> dict[str, int]:
    """How many files there are of each outcome, and of how many taken there is something to know."""
    held = list(rows)
    return {sort: sum(row.is_of(sort) for row in held) for sort in NAMES}


def summary(rows: Iterable[Row]) -> str:
    """The counts in a line for people."""
    told = [_counted(sort, n) for sort, n in counts(rows).items() if n]
    return ", ".join(told) or say("There was no file.")


def _counted(sort: str, n: int) -> str:
    if sort == TOLD:
        return say("{n} with remarks", "{n} with remarks", n=n)
    return f"{written(n)} {say(NAMES[sort]).lower()}"


def short_names(rows: Sequence[Row]) -> list[str]:
    """The names of the files, without the folders that all of them lie in."""
    folders = {row.file.rpartition(os.sep)[0] for row in rows}
    try:
        above = os.path.commonpath(folders) if "" not in folders else ""
    except ValueError:
        above = ""
    start = len(above.rstrip("/\\")) + 1 if above else 0
    return [visible_line(row.file[start:]) for row in rows]


def as_text(rows: Sequence[Row]) -> str:
    """The report as lines of text, the counts first; below a file what there is to know of its parts."""
    lines: list[str] = []
    for row, name in zip(rows, short_names(rows), strict=True):
        lines.append(f"{say(NAMES[row.outcome])}: {name}{f' – {row.reason}' if row.reason else ''}")
        told = (each for each in row.parts if each.reason)
        lines += [f"    {visible_line(each.name)} – {each.reason}" for each in told]
    return "\n".join([summary(rows), "", *lines, ""])


def as_csv(rows: Sequence[Row]) -> str:
    """The report as a table (RFC 4180); no cell of it is calculated by whoever opens it."""
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(["file", "outcome", "reason", "sha256", "item"])
    for row, name in zip(rows, short_names(rows), strict=True):
        cells = (name, row.outcome, row.reason, row.artifact, row.item)
        table.writerow([f"'{each}" if each.startswith(_STEERING) else each for each in cells])
    return out.getvalue()


def as_json(rows: Sequence[Row]) -> str:
    """The report for machines, with the files as they were named."""
    return json.dumps([for_machines(row) for row in rows], ensure_ascii=False, indent=2)


def for_machines(row: Row) -> dict[str, JsonValue]:
    """A line of the report as JSON holds it."""
    parts: list[JsonValue] = [
        {
            "name": each.name,
            "outcome": each.outcome,
            "reason": each.reason or None,
            "id": each.id or None,
        }
        for each in row.parts
    ]
    told: dict[str, JsonValue] = {
        "file": row.file.encode("utf-8", "replace").decode("utf-8"),
        "outcome": row.outcome,
        "reason": row.reason or None,
        "sha256": row.artifact or None,
        "item": row.item or None,
    }
    return {**told, "parts": parts} if parts else told
