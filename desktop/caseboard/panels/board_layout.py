"""`Layout`: what lies in what on one board, in reading order. It knows no window and asks no case, so
that for a large board it can be made in a worker."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

import numpy as np

from caseboard.panels.outline_nodes import Sort
from caseboard.reading_order import NOWHERE, Floats, innermost, reading_order
from casedb.model.contents import Contents
from casedb.model.records import COLLAPSED_HEIGHT, Card, Fold, Frame, Item

P = TypeVar("P", Card, Frame)

BOARD = ""
"""Stands for the board itself, where a frame is named by its id."""


class Name(NamedTuple):
    """What a row of an outline of boards is: its sort, the id of its record, and for a link the id that
    it is met at."""

    sort: Sort
    id: str = ""
    near: str = ""


@dataclass(frozen=True, slots=True)
class Laid:
    """What lies on a board: records, which may be handed to a worker."""

    cards: Sequence[Card]
    frames: Sequence[Frame]
    folds: Sequence[Fold]

    @classmethod
    def on(cls, contents: Contents, board_id: str) -> Laid:
        """What lies on a board of a case, frames lowest first."""
        return cls(
            contents.each_card_on(board_id),
            contents.frames_on(board_id),
            contents.folds_on(board_id),
        )


class Layout:
    """The frames and cards of one board as a tree.

    What lies wholly in a frame is below the innermost one, and what is folded into a collapsed frame
    below that in the same way. `cards` and `frames` say how many there are.
    """

    def __init__(self, laid: Laid) -> None:
        self.cards = len(laid.cards)
        self.frames = len(laid.frames)
        self._above: dict[str, str] = {}
        self._below: dict[str, list[Name]] = {}
        self._counts: dict[str, int] = {}
        self._frame_ids = {frame.id for frame in laid.frames}
        folded = {each: fold.frame for fold in laid.folds for each in fold.members}
        stacks = {fold.frame for fold in laid.folds}
        cards = _sorted_by(folded, laid.cards)
        closed = _sorted_by(folded, (each for each in laid.frames if each.id in stacks))
        opened = _sorted_by(folded, (each for each in laid.frames if each.id not in stacks))
        # What is folded into a frame lies in the frames that are folded into it as well.
        for around in (BOARD, *stacks):
            self._lay(cards.get(around, []), closed.get(around, []), opened.get(around, []), around)

    def below(self, frame_id: str = BOARD) -> Sequence[Name]:
        """The frames and cards that lie directly in a frame, or on the board, as one reads."""
        return self._below.get(frame_id, ())

    def path_to(self, placed_id: str) -> list[Name]:
        """The frames around a card or frame from the outermost on, and itself; none where it is not on
        the board."""
        path: list[Name] = []
        at = placed_id
        while at != BOARD:
            above = self._above.get(at)
            if above is None:
                return []
            path.append(Name(Sort.FRAME if at in self._frame_ids else Sort.CARD, at))
            at = above
        return path[::-1]

    def card_count(self, frame_id: str) -> int:
        """How many cards lie in a frame, those in frames within it not counted."""
        return self._counts.get(frame_id, 0)

    def _lay(
        self, cards: list[Card], closed: list[Frame], opened: list[Frame], around: str
    ) -> None:
        """Lay out what lies on the board, or what is folded `around` it into a frame."""
        ids = [each.id for each in (*cards, *closed, *opened)]
        boxes = _boxes(cards, (*closed, *opened))
        homes = innermost(boxes, len(ids) - len(opened))
        for place in _reading(boxes):
            home = int(homes[place])
            self._put(ids[place], opened[home].id if home != NOWHERE else around)

    def _put(self, placed_id: str, above: str) -> None:
        self._above[placed_id] = above
        sort = Sort.FRAME if placed_id in self._frame_ids else Sort.CARD
        self._below.setdefault(above, []).append(Name(sort, placed_id))
        if sort is Sort.CARD:
            self._counts[above] = self._counts.get(above, 0) + 1


def _sorted_by(folded: Mapping[str, str], placed: Iterable[P]) -> dict[str, list[P]]:
    """Cards or frames by the frame that they are folded into; by BOARD where there is none."""
    found: dict[str, list[P]] = {}
    for each in placed:
        found.setdefault(folded.get(each.id, BOARD), []).append(each)
    return found


def _reading(boxes: Floats) -> list[int]:
    return reading_order(boxes).tolist()


def _boxes(cards: Iterable[Card], frames: Iterable[Frame]) -> Floats:
    rects = [
        (
            each.x,
            each.y,
            each.w,
            min(each.h, COLLAPSED_HEIGHT) if each.collapsed else each.h,
        )
        for each in cards
    ]
    rects += [(each.x, each.y, each.w, each.h) for each in frames]
    boxes = np.nan_to_num(np.array(rects, dtype=np.float64).reshape(-1, 4))
    boxes[:, 2:] += boxes[:, :2]
    return boxes


def loose_items(contents: Contents) -> list[str]:
    """The items that lie on no board, claims first."""
    placed = {card.item for card in contents.cards.values()}
    loose = [each for each in contents.items.values() if each.id not in placed]
    return [each.id for each in sorted(loose, key=loose_turn)]


def loose_turn(item: Item) -> tuple[bool, str, str]:
    """When an item has its turn among those that lie on no board."""
    return item.kind != "claim", item.kind, item.id


@dataclass(frozen=True, slots=True)
class Prepared:
    """What takes long of an outline of boards, made before there is one: what lies where on some
    boards, by their ids, and what lies nowhere."""

    layouts: Mapping[str, Layout]
    loose: Sequence[str]

    @classmethod
    def of(cls, contents: Contents, board_id: str) -> Prepared:
        """Of one board of a case that nobody else has yet."""
        return cls({board_id: Layout(Laid.on(contents, board_id))}, loose_items(contents))
