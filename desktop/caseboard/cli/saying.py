"""What every command says, and how: lines for people, trouble, how far it has come."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from casedb import Case
from casedb.model.visible_text import visible

ACTOR = "command line"
"""Who the journal says worked here."""


def tell(line: str) -> None:
    """Print a line for people; what a case holds shall not steer the terminal."""
    print(visible(line))


def complain(sentence: str) -> None:
    """Say a sentence about trouble, on standard error."""
    print(f"caseboard: {visible(sentence)}", file=sys.stderr)


def open_to_note(path: Path) -> Case:
    """A case for noting what is done; what there is to know about the opening goes to standard error."""
    return _telling(Case.open(path, actor=ACTOR))


def open_to_read(path: Path) -> Case:
    """A case for reading; what there is to know about the opening goes to standard error."""
    return _telling(Case.open(path, read_only=True))


def _telling(case: Case) -> Case:
    for notice in (*case.notices, *case.losses):
        complain(notice)
    return case


def is_watched() -> bool:
    """Whether somebody is there to see how far it has come."""
    return sys.stderr.isatty()


def show_line(line: str) -> None:
    """Say one line in place of the one before."""
    room = max(20, shutil.get_terminal_size().columns - 1)
    print(f"\r\x1b[2K{line[:room]}", end="", file=sys.stderr, flush=True)


def show_part(part: float) -> None:
    """Say which part of the work is done, 0 to 1."""
    show_line(f"{round(100 * part)} %")


def clear_progress() -> None:
    """Take the line away that said how far it had come."""
    if is_watched():
        print("\r\x1b[2K", end="", file=sys.stderr, flush=True)
