"""A board written as a JSON Canvas file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from casedb import Case
from casedb.errors import ExportRefused, IntakeRefused
from casedb.exchange.canvas import read_canvas
from casedb.exchange.canvas_board import board_as_canvas
from casedb.exchange.output import finished
from casedb.words import say


def write_canvas(case: Case, board_id: str, path: Path) -> Iterator[str]:
    """Write a board as a canvas; in sentences what is not in it. Raises ExportRefused."""
    made = board_as_canvas(case.contents, board_id)
    with finished(path, _check) as temporary:
        temporary.write_text(made.text, encoding="utf-8", newline="\n")
    yield from made.remarks


def _check(path: Path) -> None:
    try:
        read_canvas(path.read_bytes())
    except IntakeRefused as trouble:
        raise ExportRefused(
            say(
                "What was written is no sound canvas ({reason}), so it was taken back.",
                reason=f"{trouble}",
            )
        ) from trouble
