"""An excerpt of a board: what is selected on it and nothing else, for an export of that alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

from caseboard.selection import Selected
from casedb.model.contents import Contents
from casedb.model.link_types import End
from casedb.model.records import Card, Fold, Frame, Link, Record, Ref, Scale


def excerpt(contents: Contents, board_id: str, selected: Selected) -> Contents | None:
    """The case with nothing on a board but what is selected there; None where nothing is.

    Strings go with the cards at both their ends; a selected string brings its ends along. A collapsed
    frame goes with what is folded into it, and what is folded with the frame in which it is seen.
    """
    ends = {
        item
        for link_id in selected.links
        for item in _items_at(contents, Ref.link(link_id), frozenset())
    }
    cards = {
        card.id
        for card in contents.each_card_on(board_id)
        if card.id in selected.cards or card.item in ends
    }
    frames = {frame.id for frame in contents.frames_on(board_id) if frame.id in selected.frames}
    if not cards and not frames:
        return None
    frames.update(stack for each in cards if (stack := contents.folded_into(each)) is not None)
    folded = _folded_into(contents, frames)
    cards, frames = cards | folded, frames | folded
    made = Contents(
        record
        for record in contents.records()
        if _is_part(contents, record, board_id, cards, frames)
    )
    return as_known(made, contents)


def as_known(made: Contents, contents: Contents) -> Contents:
    """What was made of a case, with what is known of that beside its records: which files failed, which
    grades nobody may see now, and what claims rest on."""
    made.failed, made.veiled = contents.failed, contents.veiled
    made.standing = contents.standing
    return made


def in_frame(contents: Contents, frame_id: str) -> Selected:
    """A frame with the cards and frames that lie wholly in it."""
    frame = contents.frames[frame_id]
    cards = contents.cards_in(frame.board, frame.rect.grown(1))
    frames = (each for each in contents.frames_on(frame.board) if frame.rect.contains(each.rect))
    return Selected(
        cards=frozenset(each.id for each in cards if frame.rect.contains(each.rect)),
        frames=frozenset((frame_id, *(each.id for each in frames))),
    )


def _folded_into(contents: Contents, frames: Iterable[str]) -> set[str]:
    """The cards and frames that lie in some collapsed frames, and in those within these."""
    found: set[str] = set()
    left = list(frames)
    while left:
        fold = contents.fold_of(left.pop())
        members = [each for each in fold.members if each not in found] if fold is not None else []
        found.update(members)
        left += members
    return found


def _is_part(
    contents: Contents, record: Record, board_id: str, cards: Set[str], frames: Set[str]
) -> bool:
    if isinstance(record, Fold | Scale):
        return contents.frames[record.frame].board != board_id or record.frame in frames
    if isinstance(record, Card | Frame) and record.board == board_id:
        return record.id in cards or record.id in frames
    return True


def _items_at(contents: Contents, ref: Ref, passed: frozenset[str]) -> Iterator[str]:
    """The items that a reference rests on in the end."""
    if ref.end is End.ITEM:
        yield ref.id
    elif ref.end is End.ELEMENT:
        element = contents.elements.get(ref.id)
        if element is not None:
            yield element.claim
    elif ref.id not in passed:
        link = contents.get(Link, ref.id)
        if link is not None:
            yield from _items_at(contents, link.start, passed | {ref.id})
            yield from _items_at(contents, link.end, passed | {ref.id})
