"""Boards with whatever lies on them, for property tests of what arranges and tidies."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations

from hypothesis import strategies as st

from casedb.model.changes import ChangeSet
from casedb.model.contents import Contents
from casedb.model.fuzzy_date import FuzzyDate
from casedb.model.geometry import LIMIT, Point, Rect
from casedb.model.json_value import JsonValue
from casedb.model.kinds import KINDS, kind_of
from casedb.model.link_types import LINK_TYPES
from casedb.model.records import (
    Board,
    Card,
    CaseInfo,
    Element,
    Frame,
    Item,
    Link,
    Record,
    Ref,
    Route,
)
from casedb.model.schemes import SCHEMES
from casedb.model.values import Values

DATES = (
    *("2022-03-19T09:08:31Z", "2023-09", "2024-01-02", "2024-01-02", "2024-01-03", "2024-01-09"),
    *("2023-09-07/2023-10-01", "2023-11?", "2024-01~", "2023-1X", "../2024-02", "2024-02/.."),
    *("199X", "2024-01-02T10:15+02:00", "1914-07-28"),
)

places = st.one_of(
    st.integers(-1500, 1500).map(float),
    st.floats(-3000, 3000).map(lambda value: round(value, 2) + 0.0),
)
far_places = st.one_of(places, places, places, st.sampled_from([-LIMIT, LIMIT, 9_999_500.0]))
extents = st.one_of(
    st.sampled_from([260.0, 260.0, 120.0]),
    st.floats(40, 700).map(lambda value: round(value, 2)),
)


@st.composite
def cards_of(
    draw: st.DrawFn, items: Sequence[str], spots: st.SearchStrategy[float] = places
) -> list[Card]:
    """A card of each item on the board `board`, some of them locked, pinned or collapsed."""
    flags = st.sampled_from(["", "", "", "", "", "pinned", "locked", "collapsed"])
    found: list[Card] = []
    for n, item in enumerate(items):
        flag = draw(flags)
        x, y, w, h = draw(spots), draw(spots), draw(extents), draw(extents)
        is_low, is_pinned, is_locked = (flag == name for name in ("collapsed", "pinned", "locked"))
        card = Card(f"c{n:04d}", "board", item, x, y, w, h, n, is_low, is_pinned, is_locked)
        found.append(card)
    return found


@st.composite
def frames(draw: st.DrawFn, cards: Sequence[Card]) -> list[Frame]:
    """A few frames: anywhere, or round some of the cards."""
    found: list[Frame] = []
    for n in range(draw(st.integers(0, 3))):
        rect = Rect(draw(places), draw(places), 10 * draw(extents), 10 * draw(extents))
        if cards and draw(st.booleans()):
            inner = draw(st.sampled_from(cards)).rect
            rect = inner.grown(draw(st.sampled_from([10.0, 500.0, 5000.0])))
        is_locked = draw(st.sampled_from([False, False, False, True]))
        rect = Rect(*(round(each, 2) for each in rect))
        frame = Frame(f"f{n}", "board", "", *rect, z=n, locked=is_locked)
        found.append(frame)
    return found


@st.composite
def boards(draw: st.DrawFn, most: int = 14, spots: st.SearchStrategy[float] = places) -> Contents:
    """A case with one board: cards of items of any kind, with dates and links, and frames."""
    kinds = st.sampled_from(["claim", "claim", *KINDS, "rumour"])
    items = [
        Item(f"i{n:04d}", kind, Values(draw(_values(kind))))
        for n, kind in enumerate(draw(st.lists(kinds, max_size=most)))
    ]
    ids = [item.id for item in items]
    shown = draw(st.permutations(ids)) if ids else []
    again = [draw(st.sampled_from(ids))] if ids and draw(st.booleans()) else []
    cards = draw(cards_of([*shown, *again], spots))
    elements = [Element(f"e{item.id}", item.id, 0) for item in items if item.kind == "claim"]
    links = draw(_links([Ref.item(each) for each in ids] + [Ref.element(e.id) for e in elements]))
    routes = [
        Route(f"r{each.id}", "board", each.id, (Point(0, 0),))
        for each in links
        if draw(st.sampled_from([False, False, True]))
    ]
    return contents_of([*items, *elements, *links, *cards, *routes, *draw(frames(cards))])


@st.composite
def _values(draw: st.DrawFn, kind: str) -> dict[str, JsonValue]:
    values: dict[str, JsonValue] = {"title": draw(st.sampled_from(["", "A", "b", "Я"]))}
    for name in kind_of(kind).face_date:
        if draw(st.booleans()):
            values[name] = FuzzyDate.parse(draw(st.sampled_from(DATES))).to_json()
    return values


@st.composite
def _links(draw: st.DrawFn, refs: Sequence[Ref]) -> list[Link]:
    links: list[Link] = []
    there = list(refs)
    number = draw(st.integers(0, 2 * len(refs))) if len(refs) > 1 else 0
    for n in range(number):
        start, end = draw(st.sampled_from(there)), draw(st.sampled_from(there))
        if start == end:
            continue
        links.append(Link(f"l{n:04d}", draw(st.sampled_from(list(LINK_TYPES))), start, end))
        there.append(Ref.link(links[-1].id))
    return links


def contents_of(records: Iterable[Record]) -> Contents:
    """A case with a board and these records."""
    return Contents([CaseInfo("case"), Board("board", "Board"), *SCHEMES, *records])


def item(name: str, kind: str = "note", **values: JsonValue) -> Item:
    """An item of that id."""
    return Item(name, kind, Values(values))


def dated(name: str, text: str, kind: str = "event") -> Item:
    """An item with a date on its card."""
    return item(name, kind, **{kind_of(kind).face_date[0]: FuzzyDate.parse(text).to_json()})


def card(name: str, x: float = 0, y: float = 0, **flags: bool) -> Card:
    """A card of the item of that id, on the board `board`."""
    return replace(Card(f"c{name}", "board", name, x, y, 260, 120), **flags)


def carried_out(contents: Contents, change: ChangeSet) -> Contents:
    """The case after a change, having seen that it can be taken back."""
    after = Contents(contents.records())
    after.apply(change)
    after.apply(change.reversed())
    assert after == contents
    after.apply(change)
    return after


def overlapping(cards: Iterable[Card]) -> list[tuple[str, str]]:
    """The pairs of cards that share more than an edge, but for what rounding does."""
    return [
        (one.id, other.id)
        for one, other in combinations(cards, 2)
        if one.rect.grown(-0.02).overlaps(other.rect)
    ]
