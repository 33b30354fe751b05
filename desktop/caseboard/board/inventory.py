"""`Inventory`: what is shown of one board as tables: its cards, strings and frames.

Made little by little, as a hundred thousand cards take longer than a window may stand still.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Set

import numpy as np

from caseboard.board.courses import Courses
from caseboard.board.frames import FrameTable
from caseboard.board.placements import Placements
from caseboard.board.ties import Ties
from caseboard.piecemeal import Steps
from casedb.model.contents import Contents
from casedb.model.folds import FoldIndex
from casedb.model.geometry import LIMIT, Point
from casedb.model.records import Fold, Frame, Route
from casedb.sketch import Sketch

NOTHING: frozenset[str] = frozenset()


class Inventory:
    """Where the items of a board lie, what its strings are tied to and how they run.

    `concealed` are the ids of cards that are on the board and not shown on it; `folded` has the
    outermost collapsed frame of every card that is folded into one.
    """

    def __init__(
        self,
        contents: Contents,
        board_id: str,
        slack: float,
        concealed: Set[str] = NOTHING,
        faded: Set[str] = NOTHING,
        faded_links: Set[str] = NOTHING,
    ) -> None:
        """Of an empty board."""
        self.contents = contents
        self.board_id = board_id
        self.concealed = concealed
        self.folded: dict[str, str] = {}
        self.placements = Placements()
        self.placements.faded = faded
        self.ties = Ties(self.placements, contents)
        self.ties.faded = faded_links
        self.routes: dict[str, tuple[Point, ...]] = {}
        self.courses = Courses(self.placements.table, self.ties.table, self.routes, slack)
        self.frames = FrameTable()

    def filling(self, sketch: Sketch) -> Steps[None]:
        """Take in what is sketched of the board, which is without the concealed cards, a little at a
        time."""
        self.folded = folded_cards(sketch.folds)
        yield
        left = sketch.without(self.folded.keys())
        yield
        yield from self.placements.filling(left.cards)
        stacks, shown = parted(sketch.frames, sketch.folds)
        self.placements.stack(stacks)
        if stacks:
            items = dict(zip(sketch.cards.ids, sketch.cards.items, strict=True))
            yield
            self.placements.fold(self.gathered(items.get))
        self.frames = FrameTable(shown)
        self.routes.update((each.link, shown_bends(each)) for each in sketch.routes if each.points)
        yield
        yield from self.ties.filling(sketch.links, sketch.claims)
        yield from self.courses.running(self.ties.table.rows.all())

    def adopt(self, contents: Contents) -> None:
        """Go on with the whole case, of which only a part was there."""
        self.contents = self.ties.contents = contents

    def take_strings(self, other: Inventory) -> None:
        """Have the strings and frames of another one, which is not to be used any more."""
        self.ties.become(other.ties)
        self.frames = other.frames
        self.routes.update(other.routes)

    def gathered(self, item_of: Callable[[str], str | None]) -> dict[str, list[str]]:
        """The items of folded cards, a card at a time, by the frame that is seen of them."""
        found: dict[str, list[str]] = {}
        for card_id, frame_id in self.folded.items():
            item = item_of(card_id) if card_id not in self.concealed else None
            if item is not None:
                found.setdefault(frame_id, []).append(item)
        return found


def folded_cards(folds: Iterable[Fold]) -> dict[str, str]:
    """The outermost collapsed frame that each card is folded into, by the cards that are."""
    index, members = FoldIndex(), list[str]()
    for fold in folds:
        index.add(fold)
        members += fold.members
    found = ((each, index.outermost(each)) for each in members)
    return {each: frame for each, frame in found if frame is not None}


def parted(
    frames: Iterable[Frame], folds: Iterable[Fold]
) -> tuple[tuple[Frame, ...], tuple[Frame, ...]]:
    """Of the frames of a board those that are seen as stacks, and those that are seen open."""
    index, collapsed = FoldIndex(), set[str]()
    for fold in folds:
        index.add(fold)
        collapsed.add(fold.frame)
    seen = [frame for frame in frames if index.outermost(frame.id) is None]
    return (
        tuple(frame for frame in seen if frame.id in collapsed),
        tuple(frame for frame in seen if frame.id not in collapsed),
    )


def shown_bends(route: Route) -> tuple[Point, ...]:
    """The points that a route leads a string through, kept to what a screen can compute with."""
    places = np.clip(np.nan_to_num(np.array(route.points), nan=0.0), -LIMIT, LIMIT)
    return tuple(Point(x, y) for x, y in places.tolist())
