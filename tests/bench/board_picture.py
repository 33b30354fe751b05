"""How long a picture of a large board takes, and the most memory while it is made.

    python tests/bench/board_picture.py [--cards N] [--forms png,jpeg,svg,pdf,poster] [--scale 1]

The board of `workload.py` with N cards (20,000), twice as many links and 256 pictures. Each form is written
in a process of its own; what that takes for the case alone, opened and with its board made ready, is told
first, so that the rest is what the picture costs.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QGuiApplication
from workload import case_file

from caseboard.exports import Pictures, leaf_of, writing_board
from caseboard.picture import Picture
from casedb import Case
from casedb.errors import ExportRefused
from casedb.intake.cage.cage import Cage

FORMS = ("nothing", "small png", "jpeg", "png")
"""Drawings are measured where they are asked for: each of 4,000 pictures in them takes megabytes."""
SMALL = 4_000


def picture_of(form: str, scale: float) -> Picture:
    """What is asked for, by a word."""
    match form:
        case "small png":
            return Picture("png", width=SMALL)
        case "poster":
            return Picture("pdf", poster="A0", across=4, sources=True, legend=True)
        case "jpeg":
            return Picture("jpeg", width=12_000)
        case _:
            return Picture(form, scale=scale, sources=True, legend=True)


def draw(cards: int, form: str, scale: float) -> None:
    """Write one form, and tell time and memory in a line."""
    application = QGuiApplication(sys.argv[:1])
    application.setApplicationName("caseboard")
    with (
        Case.open(case_file(cards), read_only=True) as case,
        closing(Cage()) as cage,
        tempfile.TemporaryDirectory() as folder,
    ):
        board = case.contents.boards[0].id
        path = Path(folder) / "board"
        begin = time.perf_counter()
        longest, last = 0.0, begin
        asked = picture_of("png" if form == "nothing" else form, scale).check()
        leaf = leaf_of(case, board, asked, pictures=Pictures(case, cage))
        told = ""
        if form != "nothing":
            try:
                last = time.perf_counter()
                for _ in writing_board(leaf, path):
                    now = time.perf_counter()
                    longest, last = max(longest, now - last), now
            except ExportRefused as trouble:
                told = str(trouble)
        seconds = time.perf_counter() - begin
        size = path.stat().st_size / 1e6 if path.exists() else 0.0
        wide, high = leaf.size(asked.scale) if not asked.width else (asked.width, 0)
        print(
            f"{form:10} {seconds:7.1f} s  {most_memory():6.0f} MB at most  {size:7.1f} MB written"
            f"  {1000 * longest:6.0f} ms longest step  {wide:,} × {high:,} {told}"
        )


def most_memory() -> float:
    """The most memory that this process has had, in MB."""
    with Path("/proc/self/status").open(encoding="ascii") as file:
        for line in file:
            if line.startswith("VmHWM"):
                return int(line.split()[1]) / 1024
    return 0.0


def main() -> None:
    """Print a line for each form."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--cards", type=int, default=20_000)
    parser.add_argument("--forms", default=",".join(FORMS))
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--only", default="", help="one form, in this process")
    chosen = parser.parse_args()
    if chosen.only:
        draw(chosen.cards, chosen.only, chosen.scale)
        return
    case_file(chosen.cards)
    for form in chosen.forms.split(","):
        words = ["--cards", f"{chosen.cards}", "--scale", f"{chosen.scale}", "--only", form]
        subprocess.run([sys.executable, __file__, *words], check=True)


if __name__ == "__main__":
    main()
