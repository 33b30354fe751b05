"""`Lifting`: cards and frames taken off a board, moved about, and put back exactly as they lay.

The case knows nothing of it: what is to stay moved is put back first and then changed by a command.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

import numpy as np

from caseboard.board.columns import Columns
from caseboard.board.frames import box_of
from caseboard.board.strings import Ints
from caseboard.board.tables import NOBODY
from caseboard.board.touched import CARD_REACH, FRAME_REACH, STRING_REACH, Part, Touched
from casedb.model.changes import Edit
from casedb.model.geometry import Point, Rect
from casedb.model.records import Card, Frame, Route

MOST_EXACT = 200
"""With more strings than this to follow, each runs as if it were alone until all are put down."""


class Lifting:
    """What has been lifted from one board: cards and frames, or the string of one link.

    `cards` are the rows of the cards, `inner` those of strings that lead from one of them to another
    and are carried along as they are, `outer` those of strings that have to follow.
    """

    def __init__(
        self,
        columns: Columns,
        card_ids: Iterable[str] = (),
        frame_ids: Iterable[str] = (),
        link_id: str = "",
    ) -> None:
        self._columns = columns
        self._link = link_id
        chosen = set(frame_ids)
        # A collapsed frame lies on the board as cards do.
        rows = (columns.cards.rows.get(each) for each in (*card_ids, *chosen))
        self.cards: Ints = np.array(sorted(row for row in rows if row is not None), dtype=np.int64)
        self._frames = {each.id: each for each in columns.frames if each.id in chosen}
        self._frames_now = self._frames
        strung = columns.strings.rows.rows_of((link_id,) if link_id else ())
        tied = columns.with_resting(np.union1d(columns.strings_of(self.cards), strung))
        both = np.isin(columns.strings.cards[tied], self.cards).all(axis=1)
        free = ~np.isin(tied, list(columns.strings.bends))
        # A string between two things that move keeps its form: its bends move along.
        self._led = {
            each: columns.bends(each)
            for each in columns.strings.rows.ids_of(tied[both & ~free].tolist())
        }
        self.inner = tied[both & free]
        self.outer = tied[~(both & free)]
        self._ends = self._cards_at(tied)
        around = columns.with_resting(np.union1d(columns.strings_of(self._ends), tied))
        self.is_exact = len(around) <= MOST_EXACT
        if self.is_exact:
            self.inner, self.outer = around[:0], around
        self._ids = {*columns.cards.rows.ids_of(self.cards.tolist()), *self._frames}
        self._save()

    def _cards_at(self, rows: Ints) -> Ints:
        ends = np.union1d(self._columns.strings.cards[rows].reshape(-1), self.cards)
        return ends[ends != NOBODY]

    def _save(self) -> None:
        cards, table = self._columns.cards, self._columns.strings
        self._rects = cards.rects(self.cards)
        self._strung = np.concatenate([self.inner, self.outer])
        self._curves = table.curves[self._strung].copy()
        self._boxes = table.box[:, self._strung].copy()
        self._places = table.places[self._strung].copy()
        self._strung_ids = frozenset(table.rows.ids_of(self._strung.tolist()))
        self._routes = {
            each: self._columns.bends(each) for each in (*self._led, self._link) if each
        }
        self._bends = {row: table.bends[row] for row in self._strung.tolist() if row in table.bends}

    @property
    def strings(self) -> Ints:
        """The rows of all strings that are lifted with the cards."""
        return self._strung

    @property
    def frames(self) -> list[Frame]:
        """The frames as they are now, lowest first."""
        return list(self._frames_now.values())

    @property
    def frame_ids(self) -> frozenset[str]:
        """The ids of the frames."""
        return frozenset(self._frames)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was lifted."""
        return not len(self.cards) and not self._frames

    def is_all_of(self, edits: Iterable[Edit]) -> bool:
        """Whether edits change nothing but where what was lifted lies, or how its strings run."""
        return all(
            (
                isinstance(each.before, (Card, Frame))
                and each.after is not None
                and (each.record.id in self._ids or not self._is_seen(each.record.id))
            )
            or (isinstance(each.record, Route) and each.record.link in self._strung_ids)
            for each in edits
        )

    def _is_seen(self, placed_id: str) -> bool:
        columns = self._columns
        is_card = columns.cards.rows.get(placed_id) is not None
        return is_card or columns.frames.get(placed_id) is not None

    def extent(self) -> Rect | None:
        """The rectangle around what is carried along as it is, or None for nothing."""
        boxes = [
            self._columns.cards.boxes(self.cards),
            self._columns.strings.boxes(self.inner),
            *(box_of(frame) for frame in self.frames),
        ]
        every = np.concatenate(boxes)
        if not len(every):
            return None
        left, top = every[:, :2].min(axis=0).tolist()
        right, bottom = every[:, 2:].max(axis=0).tolist()
        return Rect(left, top, right - left, bottom - top)

    # -- moving -------------------------------------------------------------------------------

    def carry(self, dx: float, dy: float) -> None:
        """Move everything by so much from where it was lifted."""
        shift = np.array([dx, dy])
        self._columns.cards.put(self.cards, self._rects + np.array([dx, dy, 0, 0]))
        count, table = len(self.inner), self._columns.strings
        boxes = self._boxes[:, :count] + np.tile(shift, 2)[:, None]
        table.lay(self.inner, self._curves[:count] + shift, boxes)
        for link_id, bends in self._led.items():
            moved = tuple(Point(at.x + dx, at.y + dy) for at in bends)
            self._columns.lead(link_id, moved)
        self._show_frames(lambda frame: replace(frame, x=frame.x + dx, y=frame.y + dy))
        self._follow()

    def stretch(self, rect: Rect) -> None:
        """Give the one thing that was lifted another rectangle."""
        self._columns.cards.put(self.cards, np.array([rect] * len(self.cards)).reshape(-1, 4))
        self._show_frames(lambda frame: replace(frame, x=rect.x, y=rect.y, w=rect.w, h=rect.h))
        self._follow()

    def place(self, rects: Mapping[str, Rect]) -> None:
        """Show each of what was lifted in a rectangle of its own, by its id; others stay."""
        cards = self._columns.cards
        now = cards.rects(self.cards)
        for n, each in enumerate(cards.rows.ids_of(self.cards.tolist())):
            if each in rects:
                now[n] = rects[each]
        cards.put(self.cards, now)
        self._show_frames(
            lambda frame: (
                replace(frame, **rects[frame.id]._asdict()) if frame.id in rects else frame
            )
        )
        self._follow()

    def bend(self, bends: tuple[Point, ...]) -> None:
        """Lead the one string that was lifted through other points."""
        self._columns.lead(self._link, bends)
        self._follow()

    def _show_frames(self, moved: Callable[[Frame], Frame]) -> None:
        self._frames_now = {each: moved(frame) for each, frame in self._frames.items()}
        self._columns.frames.show(self._frames_now)

    def _follow(self) -> None:
        if self.is_exact:
            self._columns.run_strings(self.outer, self._ends)
        else:
            self._columns.sketch_strings(self.outer)

    def put_back(self) -> None:
        """Lay everything back to where it was lifted."""
        for link_id, bends in self._routes.items():
            self._columns.lead(link_id, bends)
        self._columns.cards.put(self.cards, self._rects)
        table = self._columns.strings
        table.lay(self._strung, self._curves, self._boxes)
        table.places[self._strung] = self._places
        for row in self._strung.tolist() if table.bends else ():
            table.bends.pop(row, None)
        table.bends.update(self._bends)
        self._show_frames(lambda frame: frame)

    def touched(self) -> Touched:
        """What shows another picture for its being lifted, where it lies now."""
        cards, strings = self._columns.cards, self._columns.strings
        parts: list[Part] = [
            (cards.boxes(self.cards), CARD_REACH, cards.rows.ids_of(self.cards.tolist())),
            (strings.boxes(self._strung), STRING_REACH, strings.rows.ids_of(self._strung.tolist())),
        ]
        parts += [(box_of(each), FRAME_REACH, (each.id,)) for each in self.frames]
        return Touched.of(parts)
