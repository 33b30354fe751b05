"""How long it takes to say what claims rest on, against networkx and against a frame.

    python tests/bench/reasoning.py [--items N] [--quick]

A made-up case of N items: a claim to every twenty, with elements; evidence that is derived from other
evidence, and speaks to claims. Measured are one network of 2,000 nodes beside networkx on the same; the
standing of one claim; a change far behind a claim, with what it makes stale reckoned anew; every claim;
all weak points; and what items have in common. A frame is 16.7 ms.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from collections.abc import Callable

import networkx as nx

from casedb.analysis.echoes import Echoes
from casedb.analysis.routes import disjoint_routes
from casedb.analysis.standings import Standings
from casedb.analysis.weak_points import weak_points
from casedb.model.changes import ChangeSet, Edit
from casedb.model.contents import Contents
from casedb.model.records import CaseInfo, Element, Item, Link, Record, Ref, Source
from casedb.model.schemes import SCHEMES
from casedb.model.values import Values

KINDS = ("document", "official_statement", "media", "satellite_image", "debris_analysis")


def median(times: int, act: Callable[[], object]) -> float:
    """Milliseconds, the median of so many times."""
    found: list[float] = []
    for _ in range(times):
        begun = time.perf_counter()
        act()
        found.append(1000 * (time.perf_counter() - begun))
    return statistics.median(found)


def made_up(size: int) -> Contents:
    """A case of so many items."""
    chance = random.Random(20240102)
    records: list[Record] = [CaseInfo("case"), *SCHEMES]
    sources = [Source(f"s{n:04d}", Values({"name": f"Source {n}"})) for n in range(size // 25)]
    records += sources
    claims = [f"c{n:06d}" for n in range(size // 20)]
    for each in claims:
        records.append(Item(each, "claim", Values({"title": f"Claim {each}"})))
        values = Values({"role": "place", "text": "There", "required": True})
        records.append(Element(f"e{each}", each, 0, values))
    evidence = [f"i{n:06d}" for n in range(size - len(claims))]
    for n, each in enumerate(evidence):
        told = {
            "title": f"Item {n}",
            "summary": f"They counted {chance.randrange(10**5)} crates at pier {n % 97}.",
            "source": chance.choice(sources).id,
            "origin_known": chance.choice(("", "", "", "unknown")),
        }
        records.append(Item(each, chance.choice(KINDS), Values(told)))
        # Nearer items have more to do with one another, as in a real case.
        for _ in range(chance.choice((0, 0, 1, 1, 2))):
            other = evidence[max(0, n - chance.randrange(1, 40))]
            if other != each:
                name = f"d{each} {other}"
                records.append(Link(name, "derived_from", Ref.item(each), Ref.item(other)))
        if chance.random() < 0.6:
            claim = claims[min(len(claims) - 1, n // 19)]
            sort = chance.choice(("supports", "supports", "disputes"))
            end = Ref.item(claim) if chance.random() < 0.7 else Ref.element(f"e{claim}")
            records.append(Link(f"l{each}", sort, Ref.item(each), end))
    return Contents({each.id: each for each in records}.values())


def network(size: int) -> tuple[list[list[int]], list[int], list[int]]:
    """A network without rings: what follows whom, where routes begin and where they end."""
    chance = random.Random(1)
    ahead: list[list[int]] = [
        sorted({chance.randrange(n + 1, size) for _ in range(3)}) if n + 1 < size else []
        for n in range(size)
    ]
    return ahead, list(range(size // 7)), list(range(size - size // 4, size))


def by_networkx(ahead: list[list[int]], entries: list[int], exits: list[int]) -> int:
    """The same number as networkx finds it."""
    whole: nx.DiGraph[object] = nx.DiGraph()
    for n, others in enumerate(ahead):
        whole.add_edge(("in", n), ("out", n), capacity=1)
        whole.add_edges_from((("out", n), ("in", other)) for other in others)
    whole.add_edges_from(("from", ("in", each)) for each in entries)
    whole.add_edges_from((("out", each), "to") for each in exits)
    return int(nx.maximum_flow_value(whole, "from", "to"))  # pyright: ignore[reportUnknownArgumentType]


def main() -> None:
    """Print a line for each figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--items", type=int, default=10_000)
    parser.add_argument("--quick", action="store_true")
    chosen = parser.parse_args()
    times = 3 if chosen.quick else 15

    ahead, entries, exits = network(2_000)
    ours = median(times, lambda: disjoint_routes(ahead, entries, exits))
    theirs = median(3, lambda: by_networkx(ahead, entries, exits))
    assert len(disjoint_routes(ahead, entries, exits).routes) == by_networkx(ahead, entries, exits)
    print(f"2,000 nodes: {ours:.1f} ms, networkx {theirs:.1f} ms ({theirs / ours:.1f} times)")

    contents = made_up(chosen.items)
    standings = Standings(contents)
    claims = [each.id for each in contents.items.values() if each.kind == "claim"]
    first = median(1, lambda: [standings.of(each) for each in claims])
    print(f"{len(claims):,} claims, each for the first time: {first:.0f} ms")

    chance = random.Random(2)
    links = [each for each in contents.links.values() if each.type == "derived_from"]
    stale: list[int] = []

    def change() -> None:
        link = chance.choice(links)
        for edit in (Edit(link, None), Edit(None, link)):
            contents.apply(ChangeSet("", (edit,)))
            touched = standings.take_stale()
            stale.append(len(touched))
            for each in touched:
                standings.of(each)

    both = median(20 * times, change)
    print(
        f"a derivation goes, and what it touches is reckoned anew: {both / 2:.2f} ms "
        f"({statistics.mean(stale):.1f} claims on average, {max(stale)} at the most)"
    )
    found = list(weak_points(contents))
    points = median(3, lambda: list(weak_points(contents)))
    print(f"all {len(found):,} weak points: {points:.0f} ms")
    common = median(3, lambda: Echoes(contents))
    echoes = Echoes(contents)
    items = [chance.choice(claims).replace("c", "i") for _ in range(200)]
    asked = median(3, lambda: [echoes.of(each) for each in items if each in contents.items])
    print(f"what items have in common: {common:.0f} ms once, {asked / len(items):.2f} ms an item")


if __name__ == "__main__":
    main()
