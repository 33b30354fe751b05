"""Cases that are hard to write for other programs, and strategies for what stands in fields."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from hypothesis import strategies as st

from casedb.exchange.imprint import Imprint
from casedb.model.contents import Contents
from casedb.model.fields import (
    AnyField,
    Choice,
    Choices,
    Flag,
    Number,
    Table,
    Tags,
    Text,
)
from casedb.model.fuzzy_date import FuzzyDate
from casedb.model.json_value import JsonValue
from casedb.model.kinds import KINDS
from casedb.model.link_types import LINK_TYPES, allows
from casedb.model.place import Place, Point
from casedb.model.records import Board, Card, CaseInfo, Element, Item, Link, Ref, Source
from casedb.model.reference_fields import ItemRefs, NamedThing, SourceRef, SourceRefs
from casedb.model.values import Values
from casedb.model.when_and_where import NamedPlace, NamedTime, Places, Times, When, Where

IMPRINT = Imprint("Harbour", "2024-01-02T03:04:05.678Z", 12, "ab" * 32, "0.1.0")

HOSTILE = (
    *(
        '=HYPERLINK("http://x")',
        "'=1",
        "''+1",
        "-1",
        "@SUM(1)",
        "＝1",
        "  =1",
        "\n=1",
        "\t=1",
        "\r=1",
        "'tis",
        "'",
    ),
    *(
        "<script>alert(1)</script>",
        "]]>",
        "<![CDATA[ &amp; ]]>",
        'a"b,c;d; e',
        "line\nline\r\nline\rline",
    ),
    *(
        "nul\0 esc\x1b[2J \x0b\x1f",
        "bidi \u202egpj.exe\u2066",
        "\ufffe\uffff\x7f\x85\u2028",
        "x" * 100_000,
    ),
    *("\ufeffmark", " lead and trail ", "𝒳 ни́ 한"),
)
"""Texts that mean something to a spreadsheet, a parser, a terminal or a reader."""

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
    HOSTILE[:-4]
)
dates = st.one_of(
    st.dates(date(2, 1, 1)).map(lambda day: FuzzyDate.parse(day.isoformat())),
    st.sampled_from(
        (
            "autumn 2023",
            "2023-09-07/2023-10-01",
            "2023-1X",
            "../2024-01",
            "2023-11-05T10:00:00+02:00",
        )
    ).map(FuzzyDate.parse),
)
points = st.builds(Point, st.floats(-90, 90), st.floats(-180, 180))
places = st.builds(Place, texts, points) | st.just(Place.parse("Rajin"))


def value_of(field: AnyField, named: dict[type[object], list[str]]) -> st.SearchStrategy[JsonValue]:
    """Something that a field can store; `named` are the ids of records by their type."""
    sources, items = st.sampled_from(named[Source]), st.sampled_from(named[Item])
    match field:
        case Number():
            held: st.SearchStrategy[object] = st.floats(
                -1e6 if field.low is None else field.low, 1e6 if field.high is None else field.high
            )
        case Flag():
            held = st.just(True)
        case Choice():
            held = (
                st.sampled_from([each.value for each in field.options]) if field.options else texts
            )
        case Choices():
            held = st.lists(
                st.sampled_from([each.value for each in field.options]), min_size=1
            ).map(tuple)
        case Tags():
            held = st.lists(texts.filter(bool), min_size=1, max_size=3).map(tuple)
        case When():
            held = dates
        case Where():
            held = places
        case Times():
            names = st.sampled_from([each.value for each in field.options])
            held = st.lists(st.builds(NamedTime, names, dates), min_size=1, max_size=3).map(tuple)
        case Places():
            names = st.sampled_from([each.value for each in field.options])
            held = st.lists(st.builds(NamedPlace, names, places), min_size=1, max_size=2).map(tuple)
        case SourceRef():
            held = sources
        case SourceRefs():
            held = st.lists(sources, min_size=1, max_size=2, unique=True).map(tuple)
        case ItemRefs():
            held = st.lists(items, min_size=1, max_size=2, unique=True).map(tuple)
        case NamedThing():
            held = st.just("00000000-0000-7000-8000-00000000dead")
        case Table():
            row = st.fixed_dictionaries(
                {}, optional={each.name: texts for each in field.columns if type(each) is Text}
            )
            held = st.lists(row.map(Values), min_size=1, max_size=2).map(tuple)
        case Text():
            held = texts.filter(bool)
        case _:
            raise AssertionError(f"no value is known for {type(field).__name__}")
    write: Callable[[object], JsonValue] = field.write  # pyright: ignore[reportAssignmentType]
    return held.map(write)


@st.composite
def cases(draw: st.DrawFn) -> Contents:
    """Cases with items of every kind, elements, sources and links, also such as end on links."""
    kinds = draw(st.lists(st.sampled_from(list(KINDS)), min_size=1, max_size=5))
    item_ids = [f"i{n}" for n in range(len(kinds))]
    source_ids = [f"s{n}" for n in range(draw(st.integers(1, 2)))]
    named: dict[type[object], list[str]] = {Source: source_ids, Item: item_ids}
    sources = [Source(each, Values({"name": draw(texts)})) for each in source_ids]
    items = [
        Item(name, kind, Values(draw(_values_of(KINDS[kind].stored_fields(), named))))
        for name, kind in zip(item_ids, kinds, strict=True)
    ]
    elements = [
        Element(f"e{n}", each.id, 0, Values({"role": "place", "text": draw(texts)}))
        for n, each in enumerate(items)
        if each.kind == "claim"
    ]
    ends = [
        *((Ref.item(each.id), each.kind) for each in items),
        *((Ref.element(each.id), "") for each in elements),
    ]
    links: list[Link] = []
    for n in range(draw(st.integers(0, 4))):
        start, end = draw(st.sampled_from(ends)), draw(st.sampled_from(ends))
        kept = [
            each.name
            for each in LINK_TYPES.values()
            if allows(each, start[0].end, start[1], end[0].end, end[1])
        ]
        if start != end and kept:
            name = draw(st.sampled_from(kept))
            links.append(
                Link(f"l{n}", name, start[0], end[0], Values({"label": draw(texts) or None}))
            )
            ends.append((Ref.link(f"l{n}"), ""))
    board = Board("b0", "Main board")
    cards = [
        Card(f"c{n}", "b0", each.id, n * 300.0 + 0.5, -n * 40.0, 240, 120)
        for n, each in enumerate(items[:-1])
    ]
    info = CaseInfo("case", Values({"title": draw(texts)}))
    return Contents((info, *sources, *items, *elements, *links, board, *cards))


@st.composite
def _values_of(
    draw: st.DrawFn, fields: tuple[AnyField, ...], named: dict[type[object], list[str]]
) -> dict[str, JsonValue]:
    chosen = draw(st.lists(st.sampled_from(fields), max_size=5, unique_by=lambda each: each.name))
    return {each.name: draw(value_of(each, named)) for each in chosen}
