"""How long the map of a large case takes to show, to move, to choose on and to follow.

    python tests/bench/views_map.py [--items N]

A made-up case of N items (10,000), each with a place in one of 60 regions, on a map of 1,400 by 500 pixels.
Medians, in milliseconds: what a hand does is to take no longer than 100.
"""

from __future__ import annotations

import argparse
import os
import random
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication
from reasoning import median

from caseboard.bridge import CaseBridge
from caseboard.in_view import InView
from caseboard.selection import Selection
from caseboard.settings import Settings
from caseboard.sights import Sights
from caseboard.theme import theme
from caseboard.views.desk import ViewDesk
from caseboard.views.map import MapView
from casedb import Case
from casedb.commands.items import set_values
from casedb.model.changes import ChangeSet, Edit
from casedb.model.json_value import JsonValue
from casedb.model.place import Box, Place, Point, Precision
from casedb.model.records import Item
from casedb.model.values import Values
from casedb.store.home import Home

KINDS = ("satellite_image", "event", "debris_analysis", "media", "entity")
FIELDS = ("where", "where", "found_where", "shown_where", "where")
SCALES = (1_500.0, 6_000.0, 60_000.0, 1_000_000.0)


def case_of(size: int, folder: Path) -> Case:
    """A case in a file with so many items in it."""
    case = Case.create(folder / "large.caseboard", "Large", actor="bench", home=Home(folder))
    chance = random.Random(20240102)
    middles = [(chance.uniform(-50, 65), chance.uniform(-180, 180)) for _ in range(60)]
    edits: list[Edit] = []
    for n in range(size):
        lat, lon = chance.choice(middles)
        far = 10 ** chance.uniform(-4, 1)
        lat = max(-80.0, min(80.0, lat + chance.gauss(0, far / 3)))
        lon = (lon + chance.gauss(0, far) + 180) % 360 - 180
        exact = chance.choice([None, *Precision])
        told: dict[str, JsonValue] = {"title": f"Item {n} at the quay"}
        told[FIELDS[n % 5]] = Place(shape=Point(lat, lon), precision=exact).to_json()
        if n % 5 == 0:
            west, east = max(-180.0, lon - 0.1), min(180.0, lon + 0.1)
            told["footprint"] = Place(shape=Box(lat - 0.1, west, lat + 0.1, east)).to_json()
        edits.append(Edit(None, Item(f"{n:08d}", KINDS[n % 5], Values(told))))
    case.run(ChangeSet("Edit fields", tuple(edits)))
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
        view = MapView(desk, theme("light"))
        view.resize(1400, 500)
        view.show()
        in_view.watch(is_watched=True)
        in_view.finish()
        application.processEvents()
        selection.changed.connect(view.show_selected)
        canvas = view.canvas

        def told(what: str, act: Callable[[], object], times: int = 5) -> None:
            def whole() -> None:
                act()
                canvas.repaint()

            print(f"{what:44} {median(times, whole):7.1f} ms")

        def show() -> None:
            view.show_items()
            view.finish()

        told("all places read, in slices of 6 ms", show, 1)
        told("shown anew", show)
        x, y = float(view.marks.x[0]), float(view.marks.y[0])
        for scale in SCALES:
            canvas.look(canvas.camera.looking(x, y, scale))
            canvas.settle()
            told(f"{scale:,.0f} px wide: painted first", _nothing, 1)

            def push() -> None:
                canvas.look(canvas.camera.panned(3, 1))

            told("  pushed", push, 15)
            told("  a step nearer", partial(canvas.zoom_by, 1.02), 15)
            told("  painted sharp after that", canvas.settle, 1)
            told("  pointed at something", partial(view.hands.point_at, QPointF(700, 250)))
        items = list(view.marks.rows_of)
        told("one selected elsewhere", lambda: desk.pick([items[77]]), 1)
        told("all selected", lambda: desk.pick(items), 1)
        told("nothing selected", selection.clear, 1)
        bridge.changed.connect(view.follow)
        turns = iter(range(1_000))

        def touch() -> None:
            item = bridge.contents.items[items[77]]
            bridge.run(set_values(item, {"title": f"Turn {next(turns)}"}, "Edit title"))
            view.finish()

        told("one changed, stored and followed", touch)
        told("as a drawing", view.drawing, 2)
        told("as rows for CSV", view.table, 2)
        view.close_view()
        in_view.close()
        bridge.close()
        application.processEvents()


def _nothing() -> None:
    """Only paint."""


if __name__ == "__main__":
    main()
