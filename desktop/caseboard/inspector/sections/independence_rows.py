"""What is told of the independent lines to a claim, row by row: pure, from the case's contents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto

from caseboard.inspector.controls.exact_text import is_right_to_left
from caseboard.inspector.controls.rows import Mark, RowFace
from caseboard.inspector.wording import item_title, one_line
from caseboard.titles import listed
from casedb.analysis.origins import Bond, Choke, Tie, bonds_of, chokes_of, doubts_of
from casedb.model.contents import Contents
from casedb.model.kinds import is_known, kind_of
from casedb.model.standing import Lines
from casedb.words import say

SHORT = 32
"""Signs of the name of an item that has no exhibit number, in a sentence."""
MOST_NAMED = 12
"""Items that a sentence names; the others are counted."""
_FROM_THE_RIGHT = "\u200f"
"""The mark of Unicode that a text after it runs from right to left."""
MOST_BETWEEN = 2
"""Items between the ends of a line that its row names."""


@dataclass(frozen=True, slots=True)
class ItemsRow:
    """A row that stands for items, by id: pressed, it goes to the one or unfolds into all of them.

    `origin` are those that can be put in one origin group here, `grouped` those that are in one.
    """

    items: tuple[str, ...]
    face: RowFace
    said: str
    origin: tuple[str, ...] = ()
    grouped: tuple[str, ...] = ()


class Sort(Enum):
    """What the rows of a block are."""

    LINES = auto()
    ORIGINS = auto()
    CHOKES = auto()
    RINGS = auto()


@dataclass(frozen=True, slots=True)
class Block:
    """Rows of one sort under a heading, which may be empty."""

    sort: Sort
    rows: tuple[ItemsRow, ...]
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """All that is told of one polarity: 1 for the claim, -1 against it.

    `reasons` say why the number is a range; `origins` are all items that could be of one origin.
    """

    polarity: int
    sentence: str
    reasons: tuple[str, ...]
    blocks: tuple[Block, ...]
    origins: tuple[str, ...]


def side_of(contents: Contents, lines: Lines, polarity: int) -> Side:
    """What is told of the lines of one polarity."""
    bonds = bonds_of(contents, lines)
    blocks = (
        Block(Sort.LINES, _line_rows(contents, lines)),
        Block(Sort.ORIGINS, _origin_rows(contents, lines, bonds)),
        _choke_block(contents, lines),
        Block(Sort.RINGS, _ring_rows(contents, lines)),
    )
    starts = (each for root in lines.roots for each in root.items)
    found = sorted({*starts, *lines.unknown})
    return Side(
        polarity,
        _sentence(lines, polarity),
        tuple(_reasons(contents, lines)),
        tuple(each for each in blocks if each.rows),
        tuple(each for each in found if is_known(contents.items[each].kind)),
    )


def item_row(contents: Contents, item_id: str, *, is_origin: bool = False) -> ItemsRow:
    """The row of one item."""
    item, name = contents.items[item_id], long_name(contents, item_id)
    origin = (item_id,) if is_origin and is_known(item.kind) else ()
    face = RowFace(name, (_mark(contents, item_id),), detail=_group_in_words(contents, origin))
    said = ", ".join(filter(None, (name, face.detail)))
    return ItemsRow((item_id,), face, said, origin, _grouped(contents, origin))


def long_name(contents: Contents, item_id: str) -> str:
    """An item by its exhibit number and its title."""
    item = contents.items[item_id]
    number = one_line(item.values.text("exhibit"))
    return _in_its_direction(
        " ".join(filter(None, (number, item_title(item, contents)))), item.title
    )


def _in_its_direction(text: str, title: str) -> str:
    """A text that runs as the title in it does, whatever number or arrow stands before that."""
    return f"{_FROM_THE_RIGHT}{text}" if is_right_to_left(title) else text


def short_name(contents: Contents, item_id: str) -> str:
    """An item by its exhibit number; without one by the beginning of its title."""
    item = contents.items[item_id]
    name = one_line(item.values.text("exhibit")) or item_title(item, contents)
    return name if len(name) <= SHORT else f"{name[: SHORT - 1]}…"


def _named(contents: Contents, item_ids: Iterable[str]) -> str:
    """Items in a sentence, in the order in which they came in."""
    names = [short_name(contents, each) for each in sorted(item_ids)]
    more = len(names) - MOST_NAMED
    if more <= 1:
        return listed(names)
    counted = say("{n} more", "{n} more", n=more)
    return listed([*names[:MOST_NAMED], counted])


def _mark(contents: Contents, item_id: str) -> Mark:
    kind = kind_of(contents.items[item_id].kind)
    return Mark(kind.icon, kind.accent)


# -- the sentences -----------------------------------------------------------------------------


def _sentence(lines: Lines, polarity: int) -> str:
    mentions = say("{n} mention", "{n} mentions", n=len(lines.mentions))
    origins = say("of {n} origin", "of {n} origins", n=len(lines.roots))
    told = say("{mentions} {origins}", mentions=mentions, origins=origins)
    if lines.low != lines.high:
        low, high = lines.low, lines.high
        if polarity > 0:
            return say(
                "{low}–{high} independent lines speak for it: {told}.",
                low=low,
                high=high,
                told=told,
            )
        return say(
            "{low}–{high} independent lines speak against it: {told}.",
            low=low,
            high=high,
            told=told,
        )
    if polarity > 0:
        return say(
            "{n} independent line speaks for it: {told}.",
            "{n} independent lines speak for it: {told}.",
            n=lines.high,
            told=told,
        )
    return say(
        "{n} independent line speaks against it: {told}.",
        "{n} independent lines speak against it: {told}.",
        n=lines.high,
        told=told,
    )


def _reasons(contents: Contents, lines: Lines) -> Iterable[str]:
    """Why the lines are not counted for certain."""
    if lines.low == lines.high:
        return
    contested = [each for each in lines.unknown if _is_contested(contents, each)]
    unknown = [each for each in lines.unknown if each not in contested]
    if unknown:
        yield say("Of unknown origin: {items}", items=_named(contents, unknown))
    if contested:
        yield say("Of contested origin: {items}", items=_named(contents, contested))
    for bond in doubts_of(contents, lines)[:MOST_NAMED]:
        names = _named(contents, bond.items)
        if bond.tie is Tie.OBJECT:
            yield say("Perhaps the same object: {items}", items=names)
        else:
            yield say("Perhaps one and the same: {items}", items=names)


def _is_contested(contents: Contents, item_id: str) -> bool:
    return contents.items[item_id].values.text("origin_known") == "contested"


# -- the rows ----------------------------------------------------------------------------------


def _line_rows(contents: Contents, lines: Lines) -> tuple[ItemsRow, ...]:
    """The lines, those of known origin first."""
    root_of = {each: root.items for root in lines.roots for each in root.items}
    unknown = frozenset(lines.unknown)
    return tuple(
        _line_row(contents, number, route, root_of.get(route[0], route[:1]), unknown)
        for number, route in enumerate(lines.routes, start=1)
    )


def _line_row(
    contents: Contents,
    number: int,
    route: tuple[str, ...],
    origin: tuple[str, ...],
    unknown: frozenset[str],
) -> ItemsRow:
    first, *rest = route
    marks = [_mark(contents, each) for each in (first, *rest[-1:])]
    doubt = ""
    if first in unknown:
        is_contested = _is_contested(contents, first)
        doubt = say("origin contested") if is_contested else say("origin unknown")
    face = RowFace(
        long_name(contents, first),
        tuple(marks),
        detail=_way(contents, rest, doubt),
        number=str(number),
    )
    told = [say("Line {number}: {item}", number=number, item=face.title), doubt]
    told += [say("then {item}", item=long_name(contents, each)) for each in rest]
    origin = _known(contents, origin)
    said = ", ".join(filter(None, told))
    return ItemsRow(route, face, said, origin, _grouped(contents, origin))


def _way(contents: Contents, rest: list[str], doubt: str) -> str:
    """How a line goes on from its origin: over which items to which mention."""
    if not rest:
        return doubt
    *between, mention = rest
    named = [short_name(contents, each) for each in between[:MOST_BETWEEN]]
    if len(between) > MOST_BETWEEN:
        named.append("…")
    title = contents.items[mention].title
    arrow = "←" if is_right_to_left(title) else "→"
    steps = (f"{arrow} {each}" for each in (*named, long_name(contents, mention)))
    return _in_its_direction(" ".join(filter(None, (doubt, *steps))), title)


def _origin_rows(
    contents: Contents, lines: Lines, bonds: tuple[tuple[Bond, ...], ...]
) -> tuple[ItemsRow, ...]:
    """The origins that are several items in one; such as only rest on one another are told as that."""
    rows: list[ItemsRow] = []
    for root, ties in zip(lines.roots, bonds, strict=True):
        if len(root.items) < 2 or all(each.tie is Tie.RING for each in ties):
            continue
        title = say("One origin: {items}", items=_named(contents, root.items))
        reasons = [_reason(contents, each, root.items) for each in ties]
        face = RowFace(title, (Mark("source", "tx2"),), detail=" · ".join(reasons))
        origin = _known(contents, root.items)
        said = ", ".join((title, *reasons))
        items = tuple(sorted(root.items))
        rows.append(ItemsRow(items, face, said, origin, _grouped(contents, origin)))
    return tuple(rows)


def _reason(contents: Contents, bond: Bond, whole: tuple[str, ...]) -> str:
    """What makes items one origin, in words; which of them, where it is not all."""
    told = _tie_in_words(bond.tie, one_line(bond.name))
    if set(bond.items) >= set(whole):
        return told
    return say("{items}: {reason}", items=_named(contents, bond.items), reason=told)


def _tie_in_words(tie: Tie, name: str) -> str:
    match tie:
        case Tie.GROUP:
            return say("origin group “{name}”", name=name)
        case Tie.TEXT:
            return say("one joint text")
        case Tie.SOURCE:
            return say("one source: {name}", name=name) if name else say("one source")
        case Tie.OWNER:
            return say("one owner: {name}", name=name) if name else say("one owner")
        case Tie.SCENE:
            return say("one scene: {name}", name=name)
        case Tie.OBJECT:
            return say("the same object")
        case Tie.THING:
            return say("one and the same")
        case Tie.RING:
            return say("they rest on one another")


def _choke_block(contents: Contents, lines: Lines) -> Block:
    """What more than one mention rests on; origins of several items are told as such already."""
    roots = [set(root.items) for root in lines.roots if len(root.items) > 1]
    chokes = [
        each
        for each in chokes_of(contents, lines)
        if len(each.items) == 1 or not any(set(each.items) <= root for root in roots)
    ]
    rows = tuple(_choke_row(contents, each) for each in chokes)
    if len(chokes) < len(lines.cut):
        heading = say(
            "More than one mention rests on:", "More than one mention rests on each:", n=len(chokes)
        )
    elif len(chokes) == 1:
        heading = say("All lines pass through:")
    else:
        heading = say("Each line passes through one of these:")
    return Block(Sort.CHOKES, rows, heading)


def _choke_row(contents: Contents, choke: Choke) -> ItemsRow:
    first, *more = choke.items
    title = _named(contents, choke.items) if more else long_name(contents, first)
    aside = say("{n} mention", "{n} mentions", n=len(choke.mentions))
    detail = say("let one line through together") if more else ""
    face = RowFace(title, (_mark(contents, first),), detail=detail, aside=aside)
    said = ", ".join(filter(None, (title, detail, aside)))
    return ItemsRow(tuple(sorted(choke.items)), face, said)


def _ring_rows(contents: Contents, lines: Lines) -> tuple[ItemsRow, ...]:
    rows: list[ItemsRow] = []
    for ring in lines.rings:
        title = say("{items} rest on one another.", items=_named(contents, ring))
        face = RowFace(title, (Mark("warning", "warn"),), detail=say("circular reporting"))
        rows.append(ItemsRow(ring, face, f"{title} {face.detail}"))
    return tuple(rows)


def _known(contents: Contents, item_ids: Iterable[str]) -> tuple[str, ...]:
    """Those of a kind that this version may change."""
    return tuple(each for each in item_ids if is_known(contents.items[each].kind))


def _grouped(contents: Contents, item_ids: Iterable[str]) -> tuple[str, ...]:
    items = (contents.items[each] for each in item_ids)
    return tuple(each.id for each in items if each.values.text("origin_group").strip())


def _group_in_words(contents: Contents, item_ids: tuple[str, ...]) -> str:
    names = (one_line(contents.items[each].values.text("origin_group")) for each in item_ids)
    return ", ".join(say("origin group “{name}”", name=name) for name in names if name)
