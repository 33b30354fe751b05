"""What can be read of a case before all of it is: a board as columns, and what a few items need.

It is for a file that the gate has found sound. Where a row makes no sense all the same, reading all of
it will tell how much is lost, and nothing is shown before.
"""

from __future__ import annotations

import sqlite3
import threading
from array import array
from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from casedb.model.card_face import sources_on
from casedb.model.folds import standing
from casedb.model.geometry import LIMIT
from casedb.model.kinds.note import NOTE
from casedb.model.link_types import End
from casedb.model.notes import ShownAs
from casedb.model.pieces import PIECE, pieces
from casedb.model.records import (
    Artifact,
    Assessment,
    Attachment,
    Board,
    Card,
    CaseInfo,
    Element,
    Fold,
    Frame,
    Item,
    Link,
    Record,
    Route,
    Scale,
    Scheme,
    Source,
)
from casedb.model.references import boards_named
from casedb.sketch import LOOKS, Sketch, SketchedCards, SketchedLinks
from casedb.store.cells import LARGEST_WHOLE
from casedb.store.rows import CODECS, RowNotUnderstood, ref_of
from casedb.store.spans import WITHIN, spans, texts

R = TypeVar("R", bound=Record)

STEPS_BETWEEN_LOOKS = 20_000
"""How many of its own steps SQLite takes between two looks at whether anybody still waits."""


class NotPlain(Exception):
    """Something in the file is not as it should be."""


@dataclass(frozen=True, slots=True)
class Near:
    """Some records, and how many cards there are on the boards that they name."""

    records: list[Record]
    card_counts: Mapping[str, int]


class EarlyRows:
    """A reading connection of its own, which any thread may ask; one is answered at a time.

    Whatever is asked raises NotPlain where the file, or what is asked for, is not plain, and once it
    is closed.
    """

    def __init__(self, link: sqlite3.Connection) -> None:
        self._link = link
        self._one_at_a_time = threading.Lock()
        self._is_over = threading.Event()
        # It ends also what begins between two statements, as an interrupt would not.
        link.set_progress_handler(self._is_over.is_set, STEPS_BETWEEN_LOOKS)

    @contextmanager
    def _asking(self) -> Generator[sqlite3.Connection]:
        with self._one_at_a_time:
            if self._is_over.is_set():
                raise NotPlain
            try:
                yield self._link
            except (sqlite3.DatabaseError, RowNotUnderstood) as trouble:
                raise NotPlain from trouble

    def ground(self) -> list[Record]:
        """The case record, the boards and the schemes."""
        with self._asking() as link:
            infos, boards = _read(link, CaseInfo), _read(link, Board)
            if len(infos) != 1 or not boards:
                raise NotPlain
            return [*infos, *boards, *_read(link, Scheme)]

    def sketch(self, board_id: str, *, with_links: bool) -> Sketch:
        """A board from afar.

        The fields of items and links are not looked at, nor whether what a link rests on is there.
        """
        with self._asking() as link:
            frames = _read(link, Frame, "WHERE board = ?", (board_id,))
            cards = _read_cards(link, board_id)
            return Sketch(
                board_id,
                cards,
                _read_links(link) if with_links else SketchedLinks([], [], [], [], [], []),
                tuple(sorted(frames, key=lambda frame: (frame.z, frame.id))),
                tuple(_read(link, Route, "WHERE board = ?", (board_id,))),
                dict(link.execute("SELECT id, claim FROM element")),
                _read_folds(link, board_id, frames, cards.ids),
                tuple(_read(link, Scale, _OF_FRAMES, (board_id,))),
            )

    def near(self, item_ids: Iterable[str], link_ids: Iterable[str]) -> Near:
        """All that the faces of some items and the strings of some links are made of."""
        with self._asking() as link:
            near = _Near(link)
            near.add_items(item_ids)
            near.add_links(link_ids)
            return Near(near.records(), near.card_counts)

    def close(self) -> None:
        """Close the connection; whoever is being answered is told NotPlain. Harmless twice."""
        self._is_over.set()
        with self._one_at_a_time:
            self._link.close()


def _read(
    link: sqlite3.Connection, of: type[R], condition: str = "", values: Sequence[str] = ()
) -> list[R]:
    """Records of one type, in the order of their ids."""
    codec = CODECS[of]
    named = ", ".join(f'"{name}"' for name in codec.columns)
    rows = link.execute(f"SELECT {named} FROM {codec.table} {condition}", values).fetchall()
    return sorted((codec.read(row) for row in rows), key=lambda each: each.id)


# -- a board as columns ----------------------------------------------------------------------------


def _read_cards(link: sqlite3.Connection, board_id: str) -> SketchedCards:
    ids, items, accents = list[str](), list[str](), list[str]()
    x, y, w, h = array("d"), array("d"), array("d"), array("d")
    z, flags = array("q"), array("q")
    columns: tuple[Any, ...] = (ids, items, accents, x, y, w, h, z, flags)
    rows = link.execute(
        "SELECT id, item, accent, x, y, w, h, z, collapsed + 2 * pinned + 4 * locked "
        "FROM card WHERE board = ? ORDER BY z, id",
        (board_id,),
    )
    while piece := rows.fetchmany(PIECE):
        for column, cells in zip(columns, zip(*piece, strict=True), strict=True):
            column.extend(cells)
    # The gate has seen to it that sizes are more than nothing.
    if not (_are_within(LIMIT, x, y, w, h) and _are_within(LARGEST_WHOLE, z)):
        raise NotPlain
    kind_of = _read_kinds(link)
    looks = _read_looks(link)
    if looks:
        flags = array(
            "q", [each + looks.get(item, 0) for each, item in zip(flags, items, strict=True)]
        )
    try:
        kinds = [kind_of[item] for item in items]
    except KeyError as trouble:
        raise NotPlain from trouble
    return SketchedCards(ids, items, kinds, x, y, w, h, z, flags, accents)


_OF_FRAMES = "WHERE frame IN (SELECT id FROM frame WHERE board = ?)"


def _read_folds(
    link: sqlite3.Connection, board_id: str, frames: Sequence[Frame], card_ids: Sequence[str]
) -> tuple[Fold, ...]:
    folds = tuple(_read(link, Fold, _OF_FRAMES, (board_id,)))
    if folds:
        there = dict.fromkeys(card_ids, board_id)
        if len(folds) != len(list(standing(folds, {each.id: each for each in frames}, there.get))):
            raise NotPlain
    return folds


def _are_within(most: float, *columns: array[float] | array[int]) -> bool:
    return all(-most <= min(each) and max(each) <= most for each in columns if each)


def _read_kinds(link: sqlite3.Connection) -> dict[str, str]:
    kinds: dict[str, str] = {}
    for span in spans(link, "item"):
        columns = texts(link, "item", ("id", "kind"), span)
        if columns is not None and columns[0] is not None and columns[1] is not None:
            kinds.update(zip(columns[0], columns[1], strict=True))
        else:
            kinds.update(link.execute(f"SELECT id, kind FROM item WHERE {WITHIN}", span).fetchall())
    return kinds


def _read_looks(link: sqlite3.Connection) -> dict[str, int]:
    """The flags of the notes that are not shown as cards."""
    told = "json_extract(fields, '$.shown_as')"
    found = link.execute(
        # Nearly no note says it, and to look for the word is far quicker than to read all fields.
        "SELECT id, shown FROM (SELECT id, "
        f"CASE WHEN instr(fields, '\"shown_as\"') THEN {told} END AS shown "
        "FROM item WHERE kind = ?) WHERE shown IN (?, ?)",
        (NOTE.name, ShownAs.STICKY.value, ShownAs.TEXT.value),
    )
    return {item: LOOKS[ShownAs(how)] for item, how in found}


_LINK = ("id", "type", *(f"{at}_{end.value}" for at in ("from", "to") for end in End))


def _read_links(link: sqlite3.Connection) -> SketchedLinks:
    ids, types, starts, ends = list[str](), list[str](), list[str](), list[str]()
    start_ends, end_ends = list[End](), list[End]()
    for span in spans(link, "link"):
        match texts(link, "link", _LINK, span):
            case [[*new], [*says], [*at], None, None, [*to], None, None]:
                # Nearly all links join items.
                start_ends += [End.ITEM] * len(new)
                end_ends += [End.ITEM] * len(new)
            case _:
                asked = f"SELECT {', '.join(_LINK)} FROM link WHERE {WITHIN} ORDER BY rowid"
                rows = link.execute(asked, span).fetchall()
                new, says = [row[0] for row in rows], [row[1] for row in rows]
                first = [ref_of(*row[2:5]) for row in rows]
                second = [ref_of(*row[5:8]) for row in rows]
                at, to = [ref.id for ref in first], [ref.id for ref in second]
                start_ends += [ref.end for ref in first]
                end_ends += [ref.end for ref in second]
        ids += new
        types += says
        starts += at
        ends += to
    if ids != sorted(ids):
        order = sorted(range(len(ids)), key=ids.__getitem__)
        ids, types, starts, ends = ([each[n] for n in order] for each in (ids, types, starts, ends))
        start_ends, end_ends = ([each[n] for n in order] for each in (start_ends, end_ends))
    return SketchedLinks(ids, types, start_ends, starts, end_ends, ends)


# -- what a few items and links need ---------------------------------------------------------------


class _Near:
    """Gathers records, each once, by the indexes of the file."""

    def __init__(self, link: sqlite3.Connection) -> None:
        self._link = link
        self._found: dict[tuple[type[Record], str], Record] = {}
        self.card_counts: dict[str, int] = {}

    def records(self) -> list[Record]:
        """What was gathered, in the order of ids."""
        return sorted(self._found.values(), key=lambda each: each.id)

    def add_items(self, item_ids: Iterable[str]) -> None:
        """Items, what is part of them, what is judged of them, and the links at them."""
        items = self._add(Item, "id", item_ids)
        there = [item.id for item in items]
        elements = [each.id for each in self._add(Element, "claim", there)]
        self._add(Card, "item", there)
        attached = self._add(Attachment, "item", there)
        self._add(Artifact, "id", (each.artifact for each in attached))
        self._count_cards(board for item in items for board in boards_named(item))
        named = [named for item in items for named in sources_on(item)]
        sources = [source.id for source in self._add(Source, "id", named)]
        links: list[Link] = []
        for at in ("from", "to"):
            links += self._add(Link, f"{at}_item", there)
            links += self._add(Link, f"{at}_element", elements)
        judged = (*there, *elements, *sources, *(each.id for each in links))
        self._add(Assessment, "subject", judged)

    def add_links(self, link_ids: Iterable[str]) -> None:
        """Links, their routes, and what they rest on but items."""
        waiting = list(link_ids)
        while waiting:
            links = self._add(Link, "id", waiting)
            self._add(Route, "link", (each.id for each in links))
            ends = [end for each in links for end in (each.start, each.end)]
            self._add(Element, "id", (each.id for each in ends if each.end is End.ELEMENT))
            waiting = [each.id for each in ends if each.end is End.LINK]
            waiting = [each for each in waiting if (Link, each) not in self._found]

    def _count_cards(self, board_ids: Iterable[str]) -> None:
        for board_id in dict.fromkeys(board_ids):
            asked = "SELECT count(*) FROM card WHERE board = ?"
            (self.card_counts[board_id],) = self._link.execute(asked, (board_id,)).fetchone()

    def _add(self, of: type[R], column: str, values: Iterable[str]) -> list[R]:
        found: list[R] = []
        for piece in pieces(dict.fromkeys(values)):
            holes = ", ".join("?" * len(piece))
            found += _read(self._link, of, f"WHERE {column} IN ({holes})", piece)
        self._found.update(((of, each.id), each) for each in found)
        return found
