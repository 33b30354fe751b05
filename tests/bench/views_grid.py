"""How long the window stands still while the matrix and the elements of a claim are shown and worked in.

    python tests/bench/views_grid.py [--n 10000] [--json OUT]

A case of so many items, each of which speaks to two of four competing claims and to one of eight elements
of the first of them; one in ten is derived from another. The JSON is a list of
`{"bench": "views_grid", "view", "n", "what", "longest", "busy", "unit": "ms"}`: `longest` is how long the
window worked without taking another event, `busy` all that it worked until it was at rest.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QPoint, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtTest import QTest

from caseboard import theme as look
from caseboard.app import make_application
from caseboard.bridge import CaseBridge
from caseboard.in_view import InView
from caseboard.selection import Selection
from caseboard.settings import Settings
from caseboard.sights import Sights
from caseboard.views.desk import ViewDesk
from caseboard.views.elements import ElementsView
from caseboard.views.grid.evidence import Order
from caseboard.views.matrix import MatrixView
from casedb import Case
from casedb.commands import items, links
from casedb.model.changes import ChangeSet, Edit
from casedb.model.kinds.claim import ELEMENT_ROLES
from casedb.model.records import Element, Item, Link, Record, Ref
from casedb.model.values import Values
from casedb.store.home import Home

WIDTH, HEIGHT = 1600, 500
CLAIMS = 4
KINDS = ("satellite_image", "debris_analysis", "official_statement", "document", "media")
STIRS, REST, MOST = 1.0, 0.3, 60.0
"""Milliseconds that are no rest, and seconds without them, and at the most."""


@dataclass(frozen=True, slots=True)
class Row:
    """One figure, in milliseconds."""

    view: str
    what: str
    n: int
    longest: float
    busy: float

    def line(self) -> str:
        """For people."""
        return (
            f"{self.view:<10}{self.what:<34}{self.n:>8,}{self.longest:>10.1f} ms"
            f"{self.busy:>10.0f} ms busy"
        )


def made_records(case: Case, number: int) -> Iterator[Record]:
    """Claims that exclude each other, their elements, and what speaks to them."""
    chance = random.Random(number)
    claims = [Item(case.new_id(), "claim", Values({"title": f"Claim {n}"})) for n in range(CLAIMS)]
    yield from claims
    for other in claims[1:]:
        yield Link(case.new_id(), "excludes", Ref.item(claims[0].id), Ref.item(other.id))
    parts = [
        Element(case.new_id(), claims[0].id, n, Values({"role": role.value, "text": f"Part {n}"}))
        for n, role in enumerate(list(ELEMENT_ROLES)[:8])
    ]
    yield from parts
    there: list[str] = []
    for n in range(number):
        day = f"{2000 + n % 24}-{1 + n % 12:02}-{1 + n % 28:02}"
        told = {"title": f"Evidence number {n} from the harbour", "published": day}
        item = Item(case.new_id(), chance.choice(KINDS), Values(told))
        yield item
        for claim in chance.sample(claims, 2):
            sort = chance.choice(("supports", "disputes"))
            yield Link(case.new_id(), sort, Ref.item(item.id), Ref.item(claim.id))
        part = chance.choice(parts)
        yield Link(case.new_id(), "supports", Ref.item(item.id), Ref.element(part.id))
        if there and chance.random() < 0.1:
            before = Ref.item(chance.choice(there))
            yield Link(case.new_id(), "derived_from", Ref.item(item.id), before)
        there.append(item.id)


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


def measure(
    bridge: CaseBridge, home: Home, of: type[MatrixView] | type[ElementsView], number: int
) -> Iterator[Row]:
    """Every figure of one view."""
    selection = Selection()
    in_view = InView(bridge, Sights(bridge))
    desk = ViewDesk(bridge, selection, in_view, Settings(home))
    view: MatrixView | ElementsView = of(desk, look.theme("light"))
    view.resize(WIDTH, HEIGHT)
    bridge.changed.connect(view.follow)
    selection.changed.connect(view.show_selected)
    in_view.changed.connect(view.show_items)
    in_view.watch(is_watched=True)
    in_view.finish()
    grid, contents = view.grid, bridge.contents

    def row(what: str, act: Callable[[], object]) -> Row:
        return Row(view.name, what, number, *stir(act))

    view.show()
    yield row("it is shown", view.catch_up)
    cells = grid.cells
    middle = cells.columns[len(cells.columns) // 2]
    bar = grid.horizontalScrollBar()
    yield row("it is scrolled by a screen", lambda: bar.setValue(bar.value() + WIDTH))
    yield row("it is scrolled to its end", lambda: bar.setValue(bar.maximum()))
    yield row("an item is selected elsewhere", lambda: selection.set(items=[middle]))
    yield row("all items are selected", lambda: selection.set(items=cells.columns))
    yield row("nothing is selected", selection.clear)
    grid.go_to(cells.rows[1], middle)
    at = grid.visualRect(grid.currentIndex()).center()
    yield row("a cell is pointed at", lambda: QTest.mouseMove(grid.viewport(), at + QPoint(1, 1)))
    yield row("the next cell", lambda: QTest.keyClick(grid, Qt.Key.Key_Right))
    for keys in ("+", "-", "n", "5"):
        yield row(f"“{keys}” is entered", lambda keys=keys: QTest.keyClicks(grid, keys))
    yield row("that is undone", bridge.undo)
    item = contents.items[middle]
    change = items.set_values(item, {"title": "Another"}, "Edit title")
    yield row("a title is edited elsewhere", lambda: bridge.run(change))
    first, last = Ref.item(cells.columns[0]), Ref.item(cells.columns[-1])
    yield row(
        "a derivation is linked",
        lambda: bridge.run(links.connect(contents, bridge.new_id, last, "derived_from", first)),
    )
    for order in (Order.DATE, Order.KIND, Order.CAME):
        yield row(f"ordered: {order.value}", lambda order=order: view.columns.order_by(order))
    yield row("laid out for an export", view.drawing)
    yield row("its rows as CSV", view.table)
    bridge.changed.disconnect(view.follow)
    view.close_view()
    in_view.close()
    view.close()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--n", type=int, nargs="+", default=[10_000], help="how many items")
    parser.add_argument("--json", type=Path, help="where to write the figures")
    chosen = parser.parse_args()

    def tell(kind: QtMsgType, where: object, words: str) -> None:
        if "propagateSizeHints" not in words:
            print(words, file=sys.stderr)

    qInstallMessageHandler(tell)
    rows: list[Row] = []
    application = make_application()
    with tempfile.TemporaryDirectory(prefix="caseboard-bench-") as folder:
        for number in chosen.n:
            home = Home(Path(folder) / "home")
            path = Path(folder) / f"grid-{number}.caseboard"
            with Case.create(path, "Bench", home=home) as case:
                edits = tuple(Edit(None, each) for each in made_records(case, number))
                case.run(ChangeSet("Import", edits))
            del case, edits
            # As somebody has it: what is opened is kept from the collector.
            bridge = CaseBridge(Case.open(path, home=home))
            for of in (MatrixView, ElementsView):
                for row in measure(bridge, home, of, number):
                    rows.append(row)
                    print(row.line(), flush=True)
            bridge.close()
    del application
    if chosen.json is not None:
        told = [
            {
                "bench": "views_grid",
                "view": row.view,
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
