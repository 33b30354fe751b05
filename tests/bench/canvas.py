"""How smooth the board is, beside the plainest board there could be.

    python tests/bench/canvas.py --n 10000 [--json OUT]

Without --n, boards of 1,000, 10,000 and 100,000 cards are measured, and how cost grows between them
is printed. Each board and each of the two programs runs in a process of its own, in a window whose
board is 1920 x 1080, on the same case file with twice as many links as cards. The JSON is a list of
`{"bench": "canvas", "n", "view", "p50", "p95", "max", "unit": "ms", "plain_p95", "rss_mb"}`:

    close middle fit   frames of panning and zooming with about 30, 500 and all cards in view: how
                       long after it was due (at 60 Hz) a frame was on the screen
    drag1 drag500      frames of dragging with the mouse: the card with most links; 500 selected ones
    select             from the press of the button on a card to the frame that shows it selected
    open               from the end of the imports to the first frame with the board on it

`plain_p95` is the same of the plain board (0 where it was left out), `rss_mb` the most memory that
our process had held by then.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from itertools import pairwise
from pathlib import Path
from typing import TypeAlias

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

SIZES = (1_000, 10_000, 100_000)
VIEWS = ("close", "middle", "fit", "drag1", "drag500", "select", "open")
OPENINGS = 3

Measured: TypeAlias = dict[str, dict[str, float]]
"""p50, p95, max and perhaps rss_mb of every view."""


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--n", type=int, nargs="+", default=list(SIZES), help="how many cards")
    parser.add_argument("--json", type=Path, help="where to write the figures")
    parser.add_argument("--no-plain", action="store_true", help="measure our board alone")
    parser.add_argument("--part", choices=("ours", "plain", "opening"), help=argparse.SUPPRESS)
    parser.add_argument("--home", type=Path, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.part is not None:
        print(json.dumps(_part(chosen.part, chosen.n[0], chosen.home)))
        sys.stdout.flush()
        # Taking a hundred thousand graphics items apart would take longer than measuring them.
        os._exit(0)
    rows = [row for number in chosen.n for row in measure(number, plain=not chosen.no_plain)]
    if chosen.json is not None:
        chosen.json.write_text(json.dumps(rows, indent=1), encoding="utf-8")
    _print_growth(rows, chosen.n)
    return 0


def measure(number: int, *, plain: bool) -> list[dict[str, object]]:
    """The rows for one size, printed as they come."""
    _make_case(number)
    ours = _in_a_process("ours", number)
    theirs = _in_a_process("plain", number) if plain else {}
    openings = [ours["open"]["p50"]]
    openings += [_in_a_process("opening", number)["open"]["p50"] for _ in range(OPENINGS - 1)]
    openings.sort()
    ours["open"] |= {"p50": openings[len(openings) // 2], "p95": openings[-1], "max": openings[-1]}
    print(f"\n{number:,} cards, {2 * number:,} links")
    print(
        f"{'view':<9}{'p50':>9}{'p95':>9}{'max':>9}  ms{'plain p95':>13}{'ratio':>9}{'memory':>9}"
    )
    rows: list[dict[str, object]] = []
    for view in VIEWS:
        figures, other = ours[view], theirs.get(view, {}).get("p95", 0.0)
        rows.append(
            {
                "bench": "canvas",
                "n": number,
                "view": view,
                **{key: figures[key] for key in ("p50", "p95", "max")},
                "unit": "ms",
                "plain_p95": other,
                "rss_mb": figures["rss_mb"],
            }
        )
        ratio = f"{figures['p95'] / other:>9.3f}" if other else f"{'':>9}"
        print(
            f"{view:<9}{figures['p50']:>9.1f}{figures['p95']:>9.1f}{figures['max']:>9.1f}    "
            f"{other:>13.1f}{ratio}{figures['rss_mb']:>6.0f} MB"
        )
    return rows


def _part(name: str, number: int, home: Path) -> Measured:
    """One part of the measuring, in a process that does nothing else."""
    from PySide6.QtCore import QtMsgType, qInstallMessageHandler

    def tell(kind: QtMsgType, where: object, words: str) -> None:
        # Offscreen, Qt remarks with every window that nobody manages its size.
        if "propagateSizeHints" not in words:
            print(words, file=sys.stderr)

    qInstallMessageHandler(tell)
    if name == "plain":
        import run_plain

        return run_plain.measured(number)
    import run_ours

    return run_ours.measured(number, home, opening_only=name == "opening")


def _in_a_process(part: str, number: int) -> Measured:
    with tempfile.TemporaryDirectory(prefix="caseboard-bench-") as home:
        done = subprocess.run(
            [sys.executable, __file__, "--part", part, "--n", str(number), "--home", home],
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        )
    return json.loads(done.stdout.splitlines()[-1])


def _make_case(number: int) -> None:
    # In a process of its own: the memory of this one is inherited by what it starts.
    made = f"import workload; workload.case_file({number})"
    subprocess.run([sys.executable, "-c", made], check=True, cwd=Path(__file__).parent)


def _print_growth(rows: list[dict[str, object]], sizes: list[int]) -> None:
    if len(sizes) < 2:
        return
    p95 = {(row["n"], row["view"]): float(str(row["p95"])) for row in rows}
    steps = list(pairwise(sizes))
    print("\ngrowth of p95" + "".join(f"{f'{a:,} to {b:,}':>22}" for a, b in steps))
    for view in VIEWS:
        ratios = [p95[b, view] / max(p95[a, view], 0.01) for a, b in steps]
        print(f"{view:<13}" + "".join(f"{f'x {ratio:.2f}':>22}" for ratio in ratios))


if __name__ == "__main__":
    raise SystemExit(main())
