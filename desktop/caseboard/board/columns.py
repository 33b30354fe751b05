"""`Columns`: one board as columns of numbers, kept in step with the case edit by edit.

Answers what lies where, and where every string runs, fast enough for a hundred thousand cards.
Texts are not here: whoever paints a card or a string asks the case for them. Where items lie is
kept by `Placements`, what strings are tied to by `Ties`, how they run by `Courses`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Set

import numpy as np

from caseboard.board import strings
from caseboard.board.frames import FrameTable
from caseboard.board.inventory import NOTHING, Inventory
from caseboard.board.strings import Floats, Ints
from caseboard.board.tables import CardTable, StringTable
from caseboard.board.touched import Touched
from caseboard.board.upkeep import Upkeep
from caseboard.piecemeal import Steps, finished
from casedb.model.changes import Edit
from casedb.model.contents import Contents
from casedb.model.geometry import Point, Rect, bounding_rect
from casedb.model.notes import ShownAs
from casedb.model.records import Frame
from casedb.sketch import LOCKED, PLAIN, STICKY, Sketch, sketch_of, sketching

MOST_AT_ONCE = 2000
"""When more cards than this are hidden or shown, the whole board is made anew: that is quicker."""


class Columns:
    """The cards, strings and frames of one board of a case."""

    def __init__(
        self,
        contents: Contents,
        board_id: str,
        sketch: Sketch | None = None,
        heard: Callable[[], None] = lambda: None,
        slack: float = 0.0,
    ) -> None:
        """Of a case in memory; or of one of which only a board has been read as a `sketch`, until it
        is there and `adopt`ed. `heard` is told often while they are made, and may end the work.
        Strings sag by `slack`, a share of their length."""
        self.board_id = board_id
        self.version = 0
        """Counts the changes: what was found by id before may lie in another row after one."""
        self._ready: Inventory | None = None
        self._hold(Inventory(contents, board_id, slack))
        for _ in self._held.filling(sketch or sketch_of(contents, board_id)):
            heard()

    def _hold(self, inventory: Inventory) -> None:
        self._held = inventory
        self._placements, self._ties = inventory.placements, inventory.ties
        self._courses = inventory.courses

    def _change(self) -> None:
        """Something is otherwise from now on: also what is being made ready is made anew."""
        self.version += 1
        self._ready = None

    def adopt(self, contents: Contents) -> None:
        """Go on with the whole case, of which these were made from a sketch."""
        self._change()
        self._held.adopt(contents)

    def take_strings(self, other: Columns) -> None:
        """Have the strings of other columns of the same board, which these were made without."""
        self._change()
        self._held.take_strings(other._held)
        slack, self._courses.slack = self.slack, other.slack
        self.hang(slack)

    @property
    def slack(self) -> float:
        """How far strings sag, as a share of their length."""
        return self._courses.slack

    def hang(self, slack: float) -> bool:
        """Let all strings sag so far from now on; whether they run otherwise for it."""
        if slack == self.slack:
            return False
        self._change()
        self._courses.slack = slack
        self._courses.run(self.strings.rows.all())
        return True

    def apply(self, edits: Iterable[Edit]) -> Touched:
        """Follow edits that the case has taken already; returns what must be painted anew."""
        self._change()
        return Upkeep(self._held).follow(edits)

    # -- tables ---------------------------------------------------------------------------

    @property
    def cards(self) -> CardTable:
        """The numbers of the cards."""
        return self._placements.table

    @property
    def strings(self) -> StringTable:
        """The numbers of the strings."""
        return self._ties.table

    @property
    def frames(self) -> FrameTable:
        """The frames that are not collapsed."""
        return self._held.frames

    @property
    def accents(self) -> list[str]:
        """The colour tokens that the cards count by."""
        return self._placements.accents

    @property
    def types(self) -> list[str]:
        """The link types that the strings count by."""
        return self._ties.types

    # -- looking things up ----------------------------------------------------------------

    @property
    def card_count(self) -> int:
        """How many cards there are."""
        return len(self.cards.rows)

    @property
    def string_count(self) -> int:
        """How many strings there are."""
        return len(self.strings.rows)

    def cards_in(self, rect: Rect) -> Ints:
        """The rows of the cards that lie in part in a rectangle."""
        return self.cards.within(rect.x, rect.y, rect.right, rect.bottom)

    def strings_in(self, rect: Rect) -> Ints:
        """The rows of the strings that may run through a rectangle."""
        return self.strings.within(rect.x, rect.y, rect.right, rect.bottom)

    def strings_inside(self, rect: Rect) -> Ints:
        """The rows of the strings that lie in a rectangle as a whole."""
        return self.strings.inside(rect.x, rect.y, rect.right, rect.bottom)

    def frames_in(self, rect: Rect) -> list[Frame]:
        """The frames that lie in part in a rectangle, lowest first."""
        return self._held.frames.within(rect)

    def card_at(self, point: Point) -> str | None:
        """The id of the topmost card under a point, or None."""
        under = self.cards.within(point.x, point.y, point.x, point.y)
        return self.cards.rows.id_of(int(self.cards.stacked(under)[-1])) if len(under) else None

    def card_near(self, point: Point) -> str | None:
        """The id of the card whose middle is nearest to a point, or None where there is no card."""
        row = self._placements.near(point)
        return self.cards.rows.id_of(row) if row is not None else None

    def string_at(self, point: Point, tolerance: float) -> str | None:
        """The id of the link whose string is nearest to a point, within a tolerance, or None."""
        rows = self.strings_in(Rect(point.x, point.y, 0, 0).grown(tolerance))
        if not len(rows):
            return None
        away = strings.distances(self.strings.curves[rows], point.x, point.y)
        for n in np.flatnonzero(np.isin(rows, list(self.strings.bends))).tolist():
            pieces = self.curves(int(rows[n]))
            away[n] = strings.distances(pieces, point.x, point.y).min()
        best = int(np.argmin(away))
        return self.strings.rows.id_of(int(rows[best])) if away[best] <= tolerance else None

    def curves(self, row: int) -> Floats:
        """The curves [P, 4, 2] that one string runs along; one unless it has bends."""
        return self._courses.curves(row)

    def middle(self, row: int) -> tuple[Floats, Floats]:
        """The middle point [2] of a string, and the unit vector along it there."""
        return self._courses.middle(row)

    def middles(self, rows: Ints) -> Floats:
        """The middle points [M, 2] of strings."""
        return self._courses.middles(rows)

    def is_pierced(self, row: int) -> bool:
        """Whether another string ends on the middle of this one."""
        return self._ties.is_pierced(row)

    def bends(self, link_id: str) -> tuple[Point, ...]:
        """The points that the string of a link is led through, from its start."""
        return self._held.routes.get(link_id, ())

    def lead(self, link_id: str, bends: tuple[Point, ...]) -> None:
        """Lead the string of a link through other points when it runs anew."""
        if bends:
            self._held.routes[link_id] = bends
        else:
            self._held.routes.pop(link_id, None)

    def run_strings(self, rows: Ints, cards: Ints) -> None:
        """Let strings run anew, their places dealt out at these cards."""
        self._courses.run(rows, cards)

    def sketch_strings(self, rows: Ints) -> None:
        """Let strings run anew as if each were alone: quickly, and for the moment."""
        self._courses.sketch(rows)

    def strings_of(self, cards: Ints) -> Ints:
        """The rows of the strings tied to any of these cards, each once, in ascending order."""
        return self._ties.at(cards)

    def with_resting(self, rows: Ints) -> Ints:
        """These strings and all that rest on them, directly or not."""
        return self._ties.with_resting(rows)

    def item_of(self, row: int) -> str:
        """The id of the item that a card shows."""
        return self._placements.item_of(row)

    def rows_of(self, item_id: str) -> tuple[int, ...]:
        """The rows of the cards that show an item."""
        return self._placements.rows_of(item_id)

    def card_rect(self, row: int) -> Rect:
        """Where a card lies as it is shown: a collapsed one is only its title line high."""
        return self._placements.rect(row)

    def is_stack(self, placed_id: str) -> bool:
        """Whether something on the board is a collapsed frame."""
        row = self.cards.rows.get(placed_id)
        return row is not None and self._placements.is_stack(row)

    def shown_as(self, row: int) -> ShownAs:
        """How a card shows its item."""
        flags = int(self.cards.flags[row])
        return ShownAs.STICKY if flags & STICKY else ShownAs.TEXT if flags & PLAIN else ShownAs.CARD

    @property
    def stacks(self) -> Ints:
        """The rows of all collapsed frames."""
        return self._placements.stacks

    def folded_in(self, row: int) -> int:
        """How many cards are folded into the collapsed frame of a row."""
        return self._placements.folded_in(row)

    def is_folded(self, card_id: str) -> bool:
        """Whether a card is folded into a collapsed frame, and so not seen."""
        return card_id in self._held.folded

    def told_apart(self, rows: Ints) -> tuple[list[str], list[str]]:
        """The ids of the cards in some rows, and of the collapsed frames."""
        stacks = np.isin(rows, self._placements.stacks)
        ids = self.cards.rows.ids_of
        return ids(rows[~stacks].tolist()), ids(rows[stacks].tolist())

    def is_locked(self, placed_id: str) -> bool:
        """Whether a card or frame is locked: it keeps its place and size, and stays on the board."""
        row = self.cards.rows.get(placed_id)
        if row is not None:
            return bool(self.cards.flags[row] & LOCKED)
        frame = self._held.frames.get(placed_id)
        return frame is not None and frame.locked

    def keeps_size(self, placed_id: str) -> bool:
        """Whether a card or frame cannot be sized: it is locked, or a collapsed frame."""
        return self.is_locked(placed_id) or self.is_stack(placed_id)

    def extent(self) -> Rect | None:
        """The rectangle around all cards, frames and strings, or None where there are none."""
        cards, box = self.cards, self.strings.box
        lows = [(cards.left, box[0]), (cards.top, box[1])]
        highs = [(cards.left + cards.width, box[2]), (cards.top + cards.height, box[3])]
        # Column by column, and free rows are not numbers: that is fifty times as fast as by box.
        left, top = (min(_least(each) for each in side) for side in lows)
        right, bottom = (max(-_least(-each) for each in side) for side in highs)
        frames = self._held.frames.extent()
        if not math.isfinite(left):
            return frames
        around = Rect(left, top, right - left, bottom - top)
        return around if frames is None else bounding_rect([around, frames])

    def heart(self) -> Point | None:
        """The middle of the card nearest to the middle of most cards, or None for no cards."""
        return self._placements.heart()

    # -- looking at a part ----------------------------------------------------------------

    @property
    def faded(self) -> Set[str]:
        """The ids of the cards that stand back."""
        return self._placements.faded

    @property
    def faded_links(self) -> Set[str]:
        """The ids of the links whose strings stand back by themselves, whatever they are tied to."""
        return self._ties.faded

    def fade(self, ids: Set[str], links: Set[str] = NOTHING) -> Set[str]:
        """Let cards stand back with the strings tied to them, and the strings of some links, and nothing
        else; the cards that did."""
        self._change()
        before = self._placements.faded
        self._placements.fade(ids)
        self._ties.faded = links
        self._ties.shade(self.strings.rows.all())
        return before

    @property
    def concealed(self) -> Set[str]:
        """The ids of cards that are on the board and not shown on it."""
        return self._held.concealed

    def conceal(self, ids: Set[str]) -> Touched | None:
        """Show all cards of the board but these, with the strings between those that are shown.

        What must be painted anew; None for everything, as so much has changed that all was made anew.
        """
        ready = self._ready
        self._change()
        if self._is_much(ids):
            if ready is None or ready.concealed != ids:
                ready = finished(self._making(ids))
            self._hold(ready)
            return None
        changed = ids ^ self.concealed
        self._held.concealed = frozenset(ids)
        cards = map(self._held.contents.cards.get, changed)
        here = [card for card in cards if card is not None and card.board == self.board_id]
        return self.apply(Edit(card, None) if card.id in ids else Edit(None, card) for card in here)

    def preparing(self, ids: Set[str]) -> Steps[None]:
        """Make ready, a little at a time, what `conceal` shows with these ids, if that is asked for
        next. What changes meanwhile is heeded."""
        while self._is_much(ids):
            version, making = self.version, self._making(ids)
            while self.version == version:
                try:
                    next(making)
                except StopIteration as end:
                    self._ready = end.value
                    return
                yield

    def _is_much(self, concealed: Set[str]) -> bool:
        """Whether other cards are concealed than before by so many that all is made anew."""
        if abs(len(concealed) - len(self.concealed)) > MOST_AT_ONCE:
            return True
        changed = concealed ^ self.concealed
        return len(changed) > MOST_AT_ONCE or not self._held.folded.keys().isdisjoint(changed)

    def _making(self, concealed: Set[str]) -> Steps[Inventory]:
        held = self._held
        back = self.faded, self.faded_links
        made = Inventory(held.contents, self.board_id, self.slack, frozenset(concealed), *back)
        sketch = yield from sketching(held.contents, self.board_id, made.concealed)
        yield from made.filling(sketch)
        return made


def _least(column: Floats) -> float:
    """The least number in a column, infinite where there is none."""
    return float(np.fmin.reduce(column, initial=np.inf))
