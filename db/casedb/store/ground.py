"""What rests on what: records whose ground is missing are found, and left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter
from typing import Any, TypeVar, cast

from casedb.model.folds import standing
from casedb.model.link_types import End
from casedb.model.pieces import pieces
from casedb.model.records import (
    Annotation,
    Artifact,
    Assessment,
    Attachment,
    CanvasRest,
    Card,
    Element,
    Fold,
    Frame,
    Item,
    Link,
    Record,
    Redaction,
    Route,
    SavedView,
    Scale,
    Scheme,
    Snapshot,
    Source,
    Tables,
)

R = TypeVar("R", bound=Record)


def stand(of: type[Record], records: Sequence[Any], found: Tables) -> bool:
    """Whether records of one type surely rest on what is there.

    `found` are the tables that were read before theirs, and of their own the rows before them.
    """
    items = found[Item].keys()
    if of is Element:
        return items >= {each.claim for each in records}
    if of is Link:
        return _links_stand(records, found)
    if of is Snapshot or of is Redaction:
        return _are_single(attrgetter("name"), (*found[of].values(), *records))
    if of is CanvasRest:
        return _are_single(attrgetter("board"), (*found[CanvasRest].values(), *records))
    if of is SavedView:
        return _are_single(_named, (*found[SavedView].values(), *records))
    if of is Scale:
        scales = (*found[Scale].values(), *records)
        return found[Frame].keys() >= {each.frame for each in records} and _are_single(
            attrgetter("frame"), scales
        )
    if of is Card:
        return items >= {each.item for each in records}
    if of is Fold:
        folds = [*cast("dict[str, Fold]", found[Fold]).values(), *records]
        return len(list(_standing(folds, found))) == len(folds)
    if of is Route:
        return found[Link].keys() >= {each.link for each in records}
    if of is Attachment:
        artifacts = found[Artifact].keys()
        return items >= {each.item for each in records} and artifacts >= {
            each.artifact for each in records
        }
    if of is Annotation:
        return found[Artifact].keys() >= {each.artifact for each in records}
    if of is Assessment:
        return all(map(_assessment_stays(found), records))
    return True


def _links_stand(links: Sequence[Link], found: Tables) -> bool:
    # A link may rest on one before it, and on no other: else two could rest on each other.
    before: set[str] = set()
    there = {
        End.ITEM: (found[Item],),
        End.ELEMENT: (found[Element],),
        End.LINK: (found[Link], before),
    }
    for link in links:
        for end in (link.start, link.end):
            if not any(end.id in those for those in there[end.end]):
                return False
        before.add(link.id)
    return True


_named = attrgetter("board", "name")


def _are_single(key: Callable[[Any], object], records: Sequence[Record]) -> bool:
    return len({key(each) for each in records}) == len(records)


def _first_of_each(key: Callable[[Any], object]) -> Callable[[Record], bool]:
    """Tells of one record after the other whether it is the first of its sort."""
    seen: set[object] = set()

    def is_first(record: Record) -> bool:
        before = len(seen)
        seen.add(key(record))
        return len(seen) > before

    return is_first


def _standing(folds: Iterable[Fold], found: Tables) -> Iterator[Fold]:
    cards = cast("dict[str, Card]", found[Card])

    def board_of_card(card_id: str) -> str | None:
        card = cards.get(card_id)
        return card.board if card is not None else None

    return standing(folds, cast("dict[str, Frame]", found[Frame]), board_of_card)


def leave_out_dangling(found: Tables, heard: Callable[[], object]) -> dict[type[Record], int]:
    """Take out what rests on records that are not there; of which types how many went.

    Boards alone are stood in for. `heard` is told again and again that the work goes on.
    """

    def keep(of: type[R], stays: Callable[[R], bool]) -> None:
        table = cast("dict[str, R]", found[of])
        for piece in pieces(list(table.values())):
            for record in piece:
                if not stays(record):
                    del table[record.id]
            heard()

    before = {each: len(table) for each, table in found.items()}
    items, artifacts = found[Item], found[Artifact]
    keep(Element, lambda r: r.claim in items)
    _keep_grounded_links(found, heard)
    links = found[Link]
    keep(SavedView, _first_of_each(_named))
    frames, is_first = found[Frame], _first_of_each(attrgetter("frame"))
    keep(Scale, lambda r: r.frame in frames and is_first(r))
    keep(Card, lambda r: r.item in items)
    folds = cast("dict[str, Fold]", found[Fold])
    standing_folds = {each.id for each in _standing(folds.values(), found)} if folds else set[str]()
    keep(Fold, lambda r: r.id in standing_folds)
    keep(Route, lambda r: r.link in links)
    keep(Attachment, lambda r: r.item in items and r.artifact in artifacts)
    keep(Annotation, lambda r: r.artifact in artifacts)
    keep(Assessment, _assessment_stays(found))
    keep(Snapshot, _first_of_each(attrgetter("name")))
    keep(Redaction, _first_of_each(attrgetter("name")))
    keep(CanvasRest, _first_of_each(attrgetter("board")))
    gone = {each: before[each] - len(table) for each, table in found.items()}
    return {each: number for each, number in gone.items() if number}


def _assessment_stays(found: Tables) -> Callable[[Assessment], bool]:
    schemes, items = found[Scheme], found[Item]
    subjects = (items, found[Source], found[Element], found[Link])
    return lambda r: (
        r.scheme in schemes
        and (r.claim is None or r.claim in items)
        and any(r.subject in table for table in subjects)
    )


def _keep_grounded_links(found: Tables, heard: Callable[[], object]) -> None:
    """Keep the links whose ends lead, over other links or not, to items and elements.

    Links that rest on each other in a circle rest on nothing.
    """
    links = cast("dict[str, Link]", found[Link])
    ground = {End.ITEM: found[Item], End.ELEMENT: found[Element], End.LINK: dict[str, Record]()}
    waiting = list(links.values())
    while True:
        left: list[Link] = []
        for piece in pieces(waiting):
            for link in piece:
                if link.start.id in ground[link.start.end] and link.end.id in ground[link.end.end]:
                    ground[End.LINK][link.id] = link
                else:
                    left.append(link)
            heard()
        if len(left) == len(waiting):
            break
        waiting = left
    for link in waiting:
        del links[link.id]
