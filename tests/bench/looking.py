"""How long the window stands still while a board is looked at otherwise, and follows the case so.

    python tests/bench/looking.py [--n 10000] [--json OUT]

Without --n, boards of 10,000 and 100,000 cards are measured, in a window that shows all of the board
with the filter beside it. The JSON is a list of
`{"bench": "looking", "n", "what", "longest", "busy", "unit": "ms"}`:

    filter: ...   a filter with one condition, as it is ticked or typed
    around: ...   looking so many steps around the card in the middle
    then: ...     one change of the case while half the board is hidden, or stands back

`longest` is how long the window worked without taking another event; `busy` all that it worked until it
was at rest, painting among it. Both are the time that its thread had a processor for.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import script
import workload
from frames import settle
from PySide6.QtCore import QCoreApplication, QtMsgType, qInstallMessageHandler

from caseboard.app import make_application
from caseboard.settings import Settings
from caseboard.sight import Mode, Sight
from caseboard.window import Window
from caseboard.workspace import Workspace
from casedb.commands import cards, items, links
from casedb.model.filtering import NONE, Filter
from casedb.model.records import Ref
from casedb.store.home import Home

SIZES = (10_000, 100_000)
STIRS = 1.0
"""Milliseconds: who works longer than that is not at rest."""
REST = 0.4
"""Seconds without a stir after which the window is at rest; changes are followed before."""
MOST = 30.0

HALF = frozenset(workload.KINDS[:3])
FILTERS = {
    "kinds": Filter(kinds=HALF),
    "status": Filter(statuses=frozenset({NONE})),
    "tags": Filter(tags=frozenset({"none of it"})),
    "sources": Filter(sources=frozenset({NONE})),
    "reliability": Filter(reliability=frozenset({"A"})),
    "credibility": Filter(credibility=frozenset({"1"})),
    "verdicts": Filter(verdicts=frozenset({NONE})),
    "dates": Filter(first=date(2024, 1, 1)),
    "files": Filter(files=True),
    "words": Filter(words="forged harbour"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One figure: what was done to a board of how many cards, in milliseconds."""

    what: str
    n: int
    longest: float
    busy: float

    def line(self) -> str:
        """For people."""
        return f"{self.what:<34}{self.n:>8,}{self.longest:>10.1f} ms{self.busy:>10.0f} ms busy"


def stir(act: Callable[[], object]) -> tuple[float, float]:
    """Do something and let the window come to rest: the longest that it stood still, and all it worked."""
    begin = last = time.perf_counter()
    longest = busy = _worked(act)
    while (now := time.perf_counter()) - last < REST and now - begin < MOST:
        taken = _worked(QCoreApplication.processEvents)
        if taken * 1000 > STIRS:
            longest, busy, last = max(longest, taken), busy + taken, time.perf_counter()
        else:
            time.sleep(0.0005)
    return longest * 1000, busy * 1000


def _worked(act: Callable[[], object]) -> float:
    begin = time.thread_time()
    act()
    return time.thread_time() - begin


def measure(window: Window, number: int) -> Iterator[Row]:
    """Every figure for a board of so many cards."""
    window.open_case(workload.case_path(number))
    settle(lambda: window.workspace is not None, 4 * MOST)
    work = window.workspace
    assert work is not None
    settle(lambda: work.canvas.is_sharp, MOST)
    board, sights = work.board_id, work.looking.sights

    def row(what: str, act: Callable[[], object]) -> Row:
        return Row(what, number, *stir(act))

    yield row("the filter is opened", lambda: window.do("filter"))
    for name, chosen in FILTERS.items():
        for mode in (Mode.HIDE, Mode.FADE) if name == "kinds" else (Mode.HIDE,):
            seen = Sight(chosen, mode)
            yield row(f"filter: {name}, {mode.value}", lambda seen=seen: sights.look(board, seen))
            yield row("show all", work.looking.show_all)
    hub = work.bridge.contents.cards_on(board)[workload.hub_of(number)].id
    for steps in (1, 3, 9):
        around = Sight().focused([hub], steps)
        yield row(f"around: {steps} steps", lambda around=around: sights.look(board, around))
    yield from _followed(work, "around 9", number)
    for name in ("kinds", "words"):
        stir(lambda name=name: sights.look(board, Sight(FILTERS[name])))
        yield from _followed(work, name, number)
    stir(lambda: sights.look(board, Sight(FILTERS["kinds"], Mode.FADE)))
    yield from _followed(work, "kinds, fade", number)
    stir(work.looking.show_all)
    yield from _followed(work, "nothing hidden", number)


def _followed(work: Workspace, seen: str, number: int) -> Iterator[Row]:
    """What it takes to follow changes of the case; they are taken back."""
    bridge = work.bridge
    there = bridge.contents.cards_on(work.board_id)[number // 3 : number // 3 + 500]
    ids = [card.id for card in there]
    item = bridge.contents.items[there[0].item]
    ends = Ref.item(there[0].item), Ref.item(there[-1].item)
    changes = {
        "a card moves": lambda: cards.move(bridge.contents, ids[:1], 10, 10),
        "500 cards move": lambda: cards.move(bridge.contents, ids, 10, 10),
        "a text is edited": lambda: items.set_values(item, {"tags": ["forged"]}, "Edit tags"),
        "a link is made": lambda: links.connect(
            bridge.contents, bridge.new_id, ends[0], "related", ends[1]
        ),
    }
    for what, make in changes.items():
        figures = stir(lambda make=make: bridge.run(make()))
        yield Row(f"then: {seen}, {what}", number, *figures)
        stir(bridge.undo)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--n", type=int, nargs="+", default=list(SIZES), help="how many cards")
    parser.add_argument("--json", type=Path, help="where to write the figures")
    chosen = parser.parse_args()

    def tell(kind: QtMsgType, where: object, words: str) -> None:
        # Offscreen, Qt remarks with every window that nobody manages its size.
        if "propagateSizeHints" not in words:
            print(words, file=sys.stderr)

    qInstallMessageHandler(tell)
    rows: list[Row] = []
    application = make_application()
    with tempfile.TemporaryDirectory(prefix="caseboard-bench-") as home:
        for number in chosen.n:
            workload.case_file(number)
            window = Window(Settings(Home(Path(home))))
            window.resize(script.WIDTH, script.HEIGHT)
            window.show()
            for row in measure(window, number):
                rows.append(row)
                print(row.line(), flush=True)
            window.close()
    del application
    if chosen.json is not None:
        told = [
            {
                "bench": "looking",
                "n": row.n,
                "what": row.what,
                "longest": round(row.longest, 2),
                "busy": round(row.busy, 2),
                "unit": "ms",
            }
            for row in rows
        ]
        chosen.json.write_text(json.dumps(told, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
