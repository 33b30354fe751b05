"""How long the table of a large case takes to show, sort, find rows, select and follow.

    python tests/bench/views_table.py [--items N]

A made-up case of N items (10,000), its table in a window of 1,400 by 500 pixels. Medians, in milliseconds:
what a hand does is to take no longer than 100.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication
from reasoning import made_up, median

from caseboard.bridge import CaseBridge
from caseboard.in_view import InView
from caseboard.piecemeal import finished
from caseboard.selection import Selection
from caseboard.settings import Settings
from caseboard.sights import Sights
from caseboard.theme import theme
from caseboard.views.desk import ViewDesk
from caseboard.views.table import TableView
from casedb import Case
from casedb.commands.filling import fill
from casedb.model.changes import ChangeSet, Edit
from casedb.model.records import CaseInfo, Scheme
from casedb.store.home import Home


def case_of(size: int, folder: Path) -> Case:
    """A case in a file with so many items in it."""
    case = Case.create(folder / "large.caseboard", "Large", actor="bench", home=Home(folder))
    records = [r for r in made_up(size).records() if not isinstance(r, (CaseInfo, Scheme))]
    case.run(ChangeSet("Edit fields", tuple(Edit(None, each) for each in records)))
    return case


def main() -> None:
    """Print a line for each thing that a hand does."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--items", type=int, default=10_000)
    size = parser.parse_args().items
    application = QApplication([])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        case = case_of(size, folder)
        bridge = CaseBridge(case)
        in_view = InView(bridge, Sights(bridge))
        in_view.set_board(case.contents.boards[0].id)
        selection = Selection()
        desk = ViewDesk(bridge, selection, in_view, Settings(Home(folder)))
        table = TableView(desk, theme("light"))
        table.resize(1400, 500)
        table.show()
        in_view.watch(is_watched=True)

        def told(what: str, act: Callable[[], object], times: int = 5) -> None:
            def whole() -> None:
                act()
                application.processEvents()

            print(f"{what:32} {median(times, whole):7.1f} ms")

        def look() -> None:
            in_view.renew()
            in_view.finish()

        told("what is in view", look)
        told("shown anew", table.catch_up)
        # What the window does between its events, once the table is shown.
        told("all cells read", lambda: finished(table.rows.warming()), 1)
        for at, column in enumerate(table.rows.columns):
            told(f"sorted by {column.name}", partial(table.head.sort, at))

        def find() -> None:
            table.field.setText(
                "crates pier 12" if table.field.text() != "crates pier 12" else "pier"
            )
            table.find_rows()

        told("rows found by words", find)
        table.field.clear()
        table.find_rows()
        told("all selected", table.grid.selectAll, 3)
        told("nothing selected", selection.clear, 3)
        items = table.rows.ids
        rows = iter(range(0, 9_000, 997))
        told("one selected elsewhere", lambda: desk.pick([items[next(rows)]]))
        bridge.changed.connect(table.follow)
        told("one changed, followed", lambda: _touch(bridge, items[77]), 3)
        claims = [each for each in items if case.contents.items[each].kind == "claim"]
        told("every twentieth filled at once", lambda: _fill(bridge, claims), 3)
        # An export reads, between the window's events, what has not been read yet.
        finished(table.preparing())
        told("as rows for CSV", table.table, 2)
        told("as a drawing", table.drawing, 2)
        table.close_view()
        in_view.close()
        bridge.close()


def _fill(bridge: CaseBridge, claims: list[str]) -> None:
    is_open = bridge.contents.items[claims[0]].values.text("status") == "open"
    status = "settled" if is_open else "open"
    bridge.attempt(partial(fill, bridge.contents, claims, "status", status))


def _touch(bridge: CaseBridge, item_id: str) -> None:
    item = bridge.contents.items[item_id]
    turned = "x" if item.values.text("notes") != "x" else "y"
    bridge.attempt(partial(fill, bridge.contents, [item_id], "notes", turned))


if __name__ == "__main__":
    main()
