"""A table as CSV (RFC 4180): UTF-8 with a mark, as spreadsheets want it, whole or not at all."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TextIO

from casedb.exchange.output import finished

ENCODING = "utf-8-sig"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_NUMBER = re.compile(r"-[0-9]+(\.[0-9]+)?(e-?[0-9]+)?")
"""What a spreadsheet takes for a number, and never runs: a latitude in the south."""


def write_csv(path: Path, rows: Iterable[Sequence[str | int | float | None]]) -> None:
    """Write rows of cells. Raises ExportRefused.

    A text that a spreadsheet would run as a formula gets an apostrophe before it: what stands in a case
    may come from anybody.
    """
    with finished(path) as temporary, temporary.open("w", encoding=ENCODING, newline="") as file:
        write_rows(file, rows)


def write_rows(file: TextIO, rows: Iterable[Sequence[str | int | float | None]]) -> None:
    """Write rows of cells, as `write_csv` does, to a text that is open with its `ENCODING` and no newline."""
    writer = csv.writer(file)
    writer.writerows([tame(_kept_apart(cell)) for cell in row] for row in rows)


def original(cell: str) -> str:
    """The text that a cell was written from, without the apostrophe that it got.

    >>> original("'=1+1"), original("'tis"), original("''=1+1")
    ('=1+1', "'tis", "'=1+1")
    """
    return cell[1:] if _reads_as_marked(cell) else cell


def _kept_apart(cell: str | int | float | None) -> str | int | float | None:
    """A text that would be read as one that got an apostrophe gets one more, so that none is mistaken."""
    return f"'{cell}" if isinstance(cell, str) and _reads_as_marked(cell) else cell


def _reads_as_marked(cell: str) -> bool:
    bare = cell.lstrip("'")
    return cell.startswith("'") and tame(bare) != bare


def tame(cell: str | int | float | None) -> str | int | float:
    """A cell as no spreadsheet runs it, with an apostrophe before what would be a formula."""
    if cell is None:
        return ""
    if isinstance(cell, str) and _may_run(cell):
        return f"'{cell}"
    return cell


def _may_run(text: str) -> bool:
    """Whether a spreadsheet might take a text for a formula, spaces before it left out of account."""
    is_formula = text.startswith(_FORMULA) or text.lstrip(" \u00a0").startswith(_FORMULA)
    return is_formula and _NUMBER.fullmatch(text) is None
