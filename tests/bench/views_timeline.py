"""How long the timeline takes for what a hand does on it, and to follow the case, at 10,000 items.

    python tests/bench/views_timeline.py [--items N] [--quick] [--picture OUT.png]

A made-up case of N items over eight years, in bursts, with one to four named times each, half of them
vague; statements answer one another, and evidence speaks to claims. Measured in the window's thread, each
to the end of the frame that it makes: reading all times, the first frame, panning, zooming, hover, a
selection, one changed title and date, another way to make lanes, and all threads. `longest` is the
longest that it stood still, of many; both are the time that its thread had a processor for.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication

from caseboard.app import make_application
from caseboard.bridge import CaseBridge
from caseboard.in_view import InView
from caseboard.selection import Selection
from caseboard.settings import Settings
from caseboard.sights import Sights
from caseboard.theme import theme
from caseboard.views.desk import ViewDesk
from caseboard.views.timeline import TimelineView
from caseboard.views.timeline_marks import Marks
from casedb import Case
from casedb.commands.items import set_values
from casedb.model.changes import ChangeSet, Edit
from casedb.model.fuzzy_date import FuzzyDate
from casedb.model.json_value import JsonValue
from casedb.model.records import Item, Link, Record, Ref, Source
from casedb.model.time_lanes import LanesBy
from casedb.model.values import Values
from casedb.store.home import Home

OWN = {
    "official_statement": ("said",),
    "satellite_image": ("acquired", "shown"),
    "debris_analysis": ("found_at", "analysed_at"),
    "document": ("published",),
    "media": ("published",),
    "event": ("happened",),
    "claim": ("first_made",),
}
WORDS = [
    "quay",
    "crane",
    "ship",
    "convoy",
    "strike",
    "crates",
    "missile",
    "denial",
    "report",
    "footage",
    "depot",
    "barge",
]
FOREIGN = (
    "Знімок причалу після вивантаження",
    "항구 위성 사진에서 보이는 크레인",
    "صورة الرصيف بعد التفريغ",
)


def stated(chance: random.Random, day: date) -> str:
    """A date as a source might state it."""
    draw = chance.random()
    if draw < 0.5:
        return day.isoformat()
    if draw < 0.65:
        return f"{day.isoformat()}T{chance.randrange(24):02}:{chance.randrange(60):02}Z"
    if draw < 0.75:
        return f"{day.isoformat()[:7]}"
    if draw < 0.82:
        return f"{day.isoformat()}~"
    if draw < 0.9:
        return f"{day.isoformat()}/{(day + timedelta(days=chance.randrange(1, 60))).isoformat()}"
    return f"{day.isoformat()}/.." if draw < 0.95 else f"../{day.isoformat()}"


def made_up(case: Case, number: int) -> ChangeSet:
    """A case of so many items."""
    chance = random.Random(20240102)
    sources = [
        Source(case.new_id(), Values({"name": f"Source {n}"})) for n in range(max(1, number // 60))
    ]
    records: list[Record] = list(sources)
    bursts = [date(2016, 1, 1) + timedelta(days=chance.randrange(2900)) for _ in range(40)]
    items: list[Item] = []
    for n in range(number):
        kind = "claim" if n % 25 == 0 else chance.choice([*OWN, "official_statement", "note"])
        day = chance.choice(bursts) + timedelta(days=int(chance.expovariate(0.03)))
        title = f"{' '.join(chance.choices(WORDS, k=5)).capitalize()} {n}"
        if chance.random() < 0.1:
            title = f"{chance.choice(FOREIGN)} {n}"
        told: dict[str, JsonValue] = {"title": title, "source": chance.choice(sources).id}
        if chance.random() < 0.95:
            for field in OWN.get(kind, ()):
                told[field] = FuzzyDate.parse(stated(chance, day)).to_json()
                day += timedelta(days=chance.randrange(12))
        if chance.random() < 0.3:
            seen = FuzzyDate.parse((day + timedelta(days=chance.randrange(90))).isoformat())
            told["times"] = [
                {
                    "name": chance.choice(("first_seen", "published", "obtained")),
                    "date": seen.to_json(),
                }
            ]
        items.append(Item(case.new_id(), kind, Values(told)))
    records += items
    claims = [each for each in items if each.kind == "claim"]
    said = [each for each in items if each.kind == "official_statement"]
    for each in items:
        if each.kind != "claim" and chance.random() < 0.6:
            ends = Ref.item(each.id), Ref.item(chance.choice(claims).id)
            records.append(Link(case.new_id(), chance.choice(("supports", "disputes")), *ends))
    for one, other in zip(said, said[7:], strict=False):
        ends = Ref.item(other.id), Ref.item(one.id)
        records.append(Link(case.new_id(), chance.choice(("responds_to", "denies")), *ends))
    return ChangeSet("Import", tuple(Edit(None, each) for each in records))


def timed(act: Callable[[], object]) -> float:
    """Milliseconds until it is done and painted."""
    begun = time.thread_time()
    act()
    QApplication.processEvents()
    return 1000 * (time.thread_time() - begun)


def tell(what: str, found: list[float]) -> None:
    """A line of figures."""
    middle = statistics.median(found)
    print(f"{what:<44}{middle:>8.1f} ms, longest {max(found):>7.1f} ms of {len(found)}")


def main() -> None:
    """Print a line for each figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--items", type=int, default=10_000)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--picture", default="")
    chosen = parser.parse_args()
    times = 6 if chosen.quick else 40
    make_application()
    folder = Path(tempfile.mkdtemp())
    home = Home(folder / "home")
    with Case.create(folder / "bench.caseboard", "Bench", home=home) as case:
        case.run(made_up(case, chosen.items))
    bridge = CaseBridge(Case.open(folder / "bench.caseboard", home=home))
    sights = Sights(bridge)
    in_view = InView(bridge, sights)
    desk = ViewDesk(bridge, Selection(), in_view, Settings(home))
    in_view.watch(is_watched=True)
    in_view.finish()
    view = TimelineView(desk, theme("light"))
    desk.selection.changed.connect(view.show_selected)
    bridge.changed.connect(view.follow)
    view.resize(1500, 900)
    view.show()
    QApplication.processEvents()
    print(f"{chosen.items:,} items, {view.width()} × {view.height()} pixels")
    measure(view, times, bridge)
    if chosen.picture:
        view.grab().save(chosen.picture)
    view.close_view()
    bridge.close()


def measure(view: TimelineView, times: int, bridge: CaseBridge) -> None:
    """Every figure."""
    canvas, desk = view.canvas, view.desk

    def read() -> None:
        view.show_items()
        view.finish()

    tell("reading all times, as a whole", [timed(read)])
    turns = [timed(partial(view.choose_lanes, LanesBy.TAG))]
    while view.is_reading:
        turns.append(timed(lambda: None))
    view.choose_lanes(LanesBy.KIND)
    view.finish()
    tell("the same between events, each turn", turns)
    marks = canvas.marks
    assert marks is not None
    print(f"{len(marks):,} times, {len(marks.lanes)} lanes, {len(marks.undated)} without a date")
    tell("columns anew", [timed(lambda: view._show(None)) for _ in range(5)])  # pyright: ignore[reportPrivateUsage]
    chance = random.Random(3)
    for name, factor in (("all", 1.0), ("a year", 8.0), ("a month", 90.0), ("a day", 2000.0)):
        canvas.fit_all()
        canvas.zoom(factor)
        canvas.look(canvas.camera.around(float(marks.begin[len(marks) // 2])))
        QApplication.processEvents()
        tell(f"{name}: panning", [timed(lambda: canvas.pan(-37, 0)) for _ in range(times)])
        tell(
            f"{name}: zooming a notch",
            [timed(partial(canvas.zoom, (1.25, 1.25, 0.8, 0.8)[n % 4])) for n in range(times)],
        )
        points = [
            QPointF(chance.randrange(200, 1400), chance.randrange(80, 800)) for _ in range(times)
        ]
        hover = canvas.hands._hover  # pyright: ignore[reportPrivateUsage]
        tell(f"{name}: hover", [timed(partial(hover, p)) for p in points])
    picked = chance.choices(marks.items, k=times)
    tell(
        "one item selected, and brought into sight",
        [timed(lambda i=i: desk.pick([i])) for i in picked],
    )
    tell("all items selected", [timed(lambda: desk.pick(marks.items))])
    desk.selection.clear()
    canvas.fit_all()
    QApplication.processEvents()

    def change(n: int, field: str, value: JsonValue) -> None:
        item_id = marks.items[n]
        bridge.run(set_values(bridge.contents.items[item_id], {field: value}, "Edit fields"))

    tell("a title changed", [timed(lambda n=n: change(n, "title", f"New {n}")) for n in range(8)])
    fresh = [FuzzyDate.parse(f"2020-05-{n + 1:02}").to_json() for n in range(8)]
    further: list[JsonValue] = [[{"name": "event", "date": each}] for each in fresh]
    tell("a date changed", [timed(lambda n=n: change(n, "times", further[n])) for n in range(8)])
    tell("all threads drawn", [timed(lambda: view.switch_threads(True))])
    tell("panning with them", [timed(lambda: canvas.pan(-37, 0)) for _ in range(times)])
    view.switch_threads(False)
    for by in (LanesBy.SOURCE, LanesBy.CLAIM, LanesBy.KIND):

        def divide(by: LanesBy = by) -> None:
            view.choose_lanes(by)
            view.finish()

        tell(f"lanes by {by}", [timed(divide)])
        assert isinstance(canvas.marks, Marks)
        tell(f"lanes by {by}: zooming", [timed(lambda: canvas.zoom(1.1)) for _ in range(6)])


if __name__ == "__main__":
    main()
