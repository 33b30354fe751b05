"""A table as CSV (RFC 4180): UTF-8 with a mark, as spreadsheets want it, whole or not at all."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from casedb.exchange.output import finished

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_csv(path: Path, rows: Iterable[Sequence[str | int | float | None]]) -> None:
    """Write rows of cells. Raises ExportRefused.

    A text that a spreadsheet would run as a formula gets an apostrophe before it: what stands in a case
    may come from anybody.
    """
    with finished(path) as temporary, temporary.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerows([_plain(cell) for cell in row] for row in rows)


def _plain(cell: str | int | float | None) -> str | int | float:
    if cell is None:
        return ""
    if isinstance(cell, str) and cell.startswith(_FORMULA):
        return f"'{cell}"
    return cell
