"""Deleting: what goes with a record when it goes, so that nothing is left pointing at nothing.

Deleting a card never deletes its item. Deleting an item takes its cards, elements, attachments,
links (and the links to those) and judgements with it, in one undoable step. The bytes of artifacts
stay in the case: custody does not end because a card was thrown away.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from casedb.commands import folding
from casedb.errors import InvalidChange
from casedb.model.changes import ChangeSet, Edit, counted
from casedb.model.contents import Contents
from casedb.model.records import (
    RECORD_TYPES,
    Card,
    Element,
    Frame,
    Item,
    Link,
    Record,
    Source,
)
from casedb.model.references import without_references
from casedb.words import say

_RANK = {each: rank for rank, each in enumerate(RECORD_TYPES)}


def delete_cards(
    contents: Contents, card_ids: Iterable[str], frame_ids: Iterable[str] = ()
) -> ChangeSet:
    """Take cards and frames off their board; the items stay in the case.

    With a collapsed frame goes what is folded into it. Raises InvalidChange where one of them is
    locked.
    """
    there, framed = contents.cards, contents.frames
    card_ids, frame_ids = dict.fromkeys(card_ids), dict.fromkeys(frame_ids)
    label = _taking(len(card_ids), len(frame_ids))
    for each in folding.held_in(contents, frame_ids):
        (card_ids if each in there else frame_ids).setdefault(each)
    cards, frames = [there[each] for each in card_ids], [framed[each] for each in frame_ids]
    _refuse_locked([*cards, *frames])
    gone: dict[str, Record] = {each.id: each for each in (*cards, *frames)}
    edits = folding.without(contents, gone)
    gone |= {each.id: each for frame in frames for each in _resting_on(contents, frame)}
    # A bend of a string belongs to the board as long as both of its ends can be seen there.
    left = _shown_without(contents, {card.id for card in cards})
    bent = {
        (board_id, route.link): route
        for board_id in {card.board for card in cards}
        for route in contents.routes_on(board_id)
    }
    for card in cards if bent else ():
        for link in contents.links_at(card.item):
            route = bent.get((card.board, link.id))
            if route is not None and (card.board, card.item) not in left:
                gone[route.id] = route
    return ChangeSet(label, (*edits, *_leaving(gone.values())))


def ungroup(contents: Contents, frame_ids: Iterable[str]) -> ChangeSet:
    """Take frames off their board and leave what lies in them, and what is folded into them.

    What was folded into one that is folded into another frame itself stays folded into that. Raises
    InvalidChange where one of them is locked.
    """
    framed = contents.frames
    frames = {each: framed[each] for each in frame_ids}
    _refuse_locked(list(frames.values()))
    gone: dict[str, Record] = dict(frames)
    gone |= {each.id: each for frame in frames.values() for each in _resting_on(contents, frame)}
    left: dict[str, tuple[str, ...]] = {}
    for frame_id in frames:
        held, holder = contents.fold_of(frame_id), contents.frame_holding(frame_id)
        while holder in frames:
            holder = contents.frame_holding(holder)
        if holder is not None:
            left[holder] = (*left.get(holder, ()), *(held.members if held is not None else ()))
    edits: list[Edit] = []
    for holder, more in left.items():
        outer = contents.fold_of(holder)
        if outer is not None:
            members = {each for each in (*outer.members, *more) if each not in frames}
            edits.append(Edit(outer, replace(outer, members=tuple(sorted(members)))))
    return ChangeSet(counted("Remove", len(frames), "frame"), (*edits, *_leaving(gone.values())))


def _taking(cards: int, frames: int) -> str:
    if frames and not cards:
        return counted("Remove", frames, "frame")
    if frames:
        return counted("Remove", cards + frames, "thing")
    return counted("Take", cards, "card") + " off the board"


def _leaving(gone: Iterable[Record]) -> list[Edit]:
    """Those that rest on others go first; by type, so that each table is written in one go."""
    ranked = sorted(gone, key=lambda record: _RANK[type(record)], reverse=True)
    return [Edit(record, None) for record in ranked]


def leading_first(records: Iterable[Record]) -> list[Record]:
    """Records by type: those on which others can rest come before them."""
    return sorted(records, key=lambda record: _RANK[type(record)])


def _refuse_locked(placed: Sequence[Card | Frame]) -> None:
    locked = sum(each.locked for each in placed)
    if not locked:
        return
    if locked < len(placed):
        told = say(
            "{n} of the {all} is locked, so nothing was taken off the board. Unlock first.",
            "{n} of the {all} are locked, so nothing was taken off the board. Unlock first.",
            n=locked,
            all=len(placed),
        )
    elif locked > 1:
        told = say("They are locked, so nothing was taken off the board. Unlock first.")
    elif isinstance(placed[0], Card):
        told = say("The card is locked, so nothing was taken off the board. Unlock first.")
    else:
        told = say("The frame is locked, so nothing was taken off the board. Unlock first.")
    raise InvalidChange(told)


def _shown_without(contents: Contents, gone: set[str]) -> set[tuple[str, str]]:
    cards = contents.cards
    items = {cards[each].item for each in gone}
    return {
        (card.board, card.item)
        for item in items
        for card in contents.cards_of(item)
        if card.id not in gone
    }


def delete_items(contents: Contents, item_ids: Iterable[str]) -> ChangeSet:
    """Delete items from the case, with everything that rests on them."""
    there = contents.items
    items = [there[each] for each in dict.fromkeys(item_ids)]
    kinds = {item.kind for item in items}
    noun = kinds.pop().replace("_", " ") if len(kinds) == 1 and len(items) == 1 else "item"
    return _delete(contents, items, counted("Delete", len(items), noun))


def delete_records(
    contents: Contents, item_ids: Iterable[str], source_ids: Iterable[str]
) -> ChangeSet:
    """Delete items and sources together, with everything that rests on them."""
    item_ids, source_ids = list(item_ids), list(source_ids)
    if not source_ids:
        return delete_items(contents, item_ids)
    if not item_ids:
        return delete_sources(contents, source_ids)
    records: list[Record] = [contents.items[each] for each in dict.fromkeys(item_ids)]
    records += [contents.sources[each] for each in dict.fromkeys(source_ids)]
    return _delete(contents, records, counted("Delete", len(records), "record"))


def delete_links(contents: Contents, link_ids: Iterable[str]) -> ChangeSet:
    """Delete links, and the links that undercut them."""
    links = [contents.links[each] for each in dict.fromkeys(link_ids)]
    return _delete(contents, links, counted("Delete", len(links), "link"))


def delete_elements(contents: Contents, element_ids: Iterable[str]) -> ChangeSet:
    """Delete elements of a claim, and the links that speak to them."""
    elements = [contents.elements[each] for each in dict.fromkeys(element_ids)]
    return _delete(contents, elements, counted("Delete", len(elements), "element"))


def delete_sources(contents: Contents, source_ids: Iterable[str]) -> ChangeSet:
    """Delete sources, their grades, and every mention of them in items."""
    sources = [contents.sources[each] for each in dict.fromkeys(source_ids)]
    return _delete(contents, sources, counted("Delete", len(sources), "source"))


def delete_board(contents: Contents, board_id: str) -> ChangeSet:
    """Delete a board with its cards, frames, folds, scales, bends and saved views, and what a canvas
    said of it; the items stay.

    An item that stands for the board goes as well, with its cards, unless something else rests on it
    (a link, a file, a judgement): then it stays, and says that the board is gone. Raises
    InvalidChange for the last board: a case always has one.
    """
    if len(contents.boards) == 1:
        raise InvalidChange(say("A case needs at least one board, so the last one was kept."))
    on_board: list[Record] = [
        *contents.routes_on(board_id),
        *contents.folds_on(board_id),
        *contents.cards_on(board_id),
        *contents.scales_on(board_id),
        *contents.frames_on(board_id),
        *contents.views_of(board_id),
        *filter(None, (contents.canvas_rest_of(board_id),)),
        contents.board(board_id),
    ]
    standing = [
        item
        for item in contents.items_for_board(board_id)
        if all(isinstance(each, Card) for each in _resting_on(contents, item))
    ]
    return _delete(contents, [*on_board, *standing], "Delete board")


def delete_selection(
    contents: Contents,
    cards: Iterable[str] = (),
    frames: Iterable[str] = (),
    links: Iterable[str] = (),
) -> ChangeSet:
    """Take cards and frames off their board and delete links: what the Delete key does.

    A link that leads to one of the cards is not deleted: its string leaves the board with the card.
    """
    cards, frames, links = list(cards), list(frames), list(links)
    tied = _tied_to(contents, cards) if links else set[str]()
    links = [each for each in links if each not in tied]
    off_board = delete_cards(contents, cards, frames) if cards or frames else None
    links_gone = delete_links(contents, links) if links else None
    if off_board is None:
        return links_gone or ChangeSet("Delete nothing", ())
    if links_gone is None:
        return off_board
    edits = dict.fromkeys([*off_board.edits, *links_gone.edits])
    return ChangeSet(
        counted("Remove", len(cards) + len(frames) + len(links), "thing"), tuple(edits)
    )


def _tied_to(contents: Contents, cards: Iterable[str]) -> set[str]:
    """The ids of links that lead to what these cards show, or to such a link, and so on."""
    found: set[str] = set()
    waiting = [contents.cards[each].item for each in cards]
    waiting += [each.id for item in waiting for each in contents.elements_of(item)]
    while waiting:
        for link in contents.links_at(waiting.pop()):
            if link.id not in found:
                found.add(link.id)
                waiting.append(link.id)
    return found


def _delete(contents: Contents, roots: Iterable[Record], label: str) -> ChangeSet:
    gone = with_all_on(contents, roots)
    ids = frozenset(gone)
    referrers: dict[str, Item | Source] = {}
    for record_id in ids:
        for owner in contents.referrers(record_id):
            if owner.id not in ids:
                referrers[owner.id] = owner
    edits = [
        Edit(owner, replace(owner, values=without_references(owner, ids)))
        for owner in referrers.values()
    ]
    edits += folding.without(contents, gone)
    edits += _leaving(gone.values())
    return ChangeSet(label, tuple(edits))


def with_all_on(contents: Contents, roots: Iterable[Record]) -> dict[str, Record]:
    """Some records and everything that goes with them when they go, by id."""
    found: dict[str, Record] = {}
    waiting = list(roots)
    while waiting:
        record = waiting.pop()
        if record.id not in found:
            found[record.id] = record
            waiting += _resting_on(contents, record)
    return found


def _resting_on(contents: Contents, record: Record) -> list[Record]:
    match record:
        case Item():
            return [
                *contents.cards_of(record.id),
                *contents.elements_of(record.id),
                *contents.links_at(record.id),
                *contents.attachments_of(record.id),
                *contents.assessments_of(record.id),
                *contents.assessments_for(record.id),
            ]
        case Element():
            return [*contents.links_at(record.id), *contents.assessments_of(record.id)]
        case Link():
            return [
                *contents.links_at(record.id),
                *contents.routes_of(record.id),
                *contents.assessments_of(record.id),
            ]
        case Source():
            return [*contents.assessments_of(record.id)]
        case Frame():
            held = (contents.fold_of(record.id), contents.scale_of(record.id))
            return [each for each in held if each is not None]
        case _:
            return []
