"""Records made of many sound rows at once, for the tables that grow large.

What a codec makes of one row, this makes of a thousand in a fraction of the time. Ids are taken from
the records that they are of: one text for each, however many rows hold it, and what rests on nothing
is noticed on the way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from casedb.model.drafts import draft_of, finish
from casedb.model.link_types import End
from casedb.model.records import Artifact, Attachment, Card, Item, Link, Record, Ref, Tables
from casedb.model.values import Values
from casedb.store import ground
from casedb.store.rows import CODECS, RowNotUnderstood, ref_of

Row: TypeAlias = "tuple[Any, ...]"
"""The cells of a row in the order of its codec's columns."""


class Known:
    """What is there already while a case is read: its records, and what more of them will share."""

    def __init__(self, found: Tables) -> None:
        self.found = found
        self.items: dict[str, Ref] = {}
        self.word = dict[str, str]().setdefault
        """Gives the one text that equals another, which is said twice: nothing else is as fast."""

    def add(self, of: type[Record], ids: Sequence[str], records: Sequence[Record]) -> None:
        """Take note of records of one type, and of their ids."""
        self.found[of].update(zip(ids, records, strict=True))
        if of is Item:
            self.items.update((each, Ref(End.ITEM, each)) for each in ids)


def make(of: type[Record], rows: Iterable[Row], known: Known) -> Sequence[Record] | None:
    """The records of rows whose cells are sound.

    None where one is not understood, or perhaps rests on what is not there.
    """
    maker = _MAKERS.get(of)
    try:
        if maker is not None:
            return maker(rows, known)
        from_cells = CODECS[of].from_cells
        records: list[Record] = [from_cells(row) for row in rows]
    except (RowNotUnderstood, KeyError):
        return None
    return records if ground.stand(of, records, known.found) else None


_EMPTY = Values(text="{}")

_item = draft_of(Item)
_link = draft_of(Link)
_card = draft_of(Card)
_attachment = draft_of(Attachment)


def _values(text: str) -> Values:
    return Values(text=text) if text != "{}" else _EMPTY


def _items(rows: Iterable[Row], known: Known) -> list[Item]:
    word = known.word
    return finish(Item, [_item(i, word(kind, kind), _values(held)) for i, kind, held in rows])


def _links(rows: Iterable[Row], known: Known) -> list[Link] | None:
    word, items = known.word, known.items
    others: list[Ref] = []

    def other(item: str | None, element: str | None, link: str | None) -> Ref:
        others.append(ref_of(item, element, link))
        return others[-1]

    drafts = [
        _link(
            i,
            word(says, says),
            items[at] if on is over is None else other(at, on, over),
            items[to] if to_on is to_over is None else other(to, to_on, to_over),
            _values(held),
        )
        for i, says, at, on, over, to, to_on, to_over, held in rows
    ]
    links = finish(Link, drafts)
    return links if not others or ground.stand(Link, links, known.found) else None


def _cards(rows: Iterable[Row], known: Known) -> list[Card]:
    word, items = known.word, known.items
    drafts = [
        _card(i, word(on, on), items[of].id, x, y, w, h, z, small == 1, pin == 1, lock == 1, accent)
        for i, on, of, x, y, w, h, z, small, pin, lock, accent in rows
    ]
    return finish(Card, drafts)


def _attachments(rows: Iterable[Row], known: Known) -> list[Attachment]:
    items, artifacts = known.items, known.found[Artifact]
    drafts = [
        _attachment(i, items[item].id, artifacts[artifact].id, position, caption)
        for i, item, artifact, position, caption in rows
    ]
    return finish(Attachment, drafts)


_MAKERS: Mapping[type[Record], Callable[[Iterable[Row], Known], Sequence[Record] | None]] = {
    Item: _items,
    Link: _links,
    Card: _cards,
    Attachment: _attachments,
}
