"""`StringsLayer`: the strings of a board as they are painted near by, with their labels."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtGui import QPainter

from caseboard.board import levels
from caseboard.board.camera import View
from caseboard.board.columns import STRING_REACH, Columns
from caseboard.board.labels import Label, Neighbours, label_choices
from caseboard.board.levels import Level
from caseboard.board.painting import Painting, Pause, finish
from caseboard.board.strands import (
    DASHES_FROM,
    Courses,
    Pane,
    Strand,
    StrandEnd,
    StringLook,
    look_of,
    spin,
)
from caseboard.board.string_painter import STUB, StringPainter
from caseboard.board.strings import Floats, Ints
from caseboard.board.tables import NOBODY
from caseboard.board.touched import Touched
from caseboard.theme import Theme
from casedb.model.contents import Contents
from casedb.model.records import Link, Ref

MOST_STRAND_NUMBERS = 4_000_000
"""How many numbers strings made ready for painting may hold; then all are made anew."""
MOST_AT_ONCE = 512
MOST_LABELS = 4000
"""Labels whose places are kept: more than all squares that are kept can show."""
AT_ONCE = 6
"""Strings that are made ready, or painted, without a pause."""
MARK_REACH = 16.0
NOWHERE = Ref.item("")


class StringsLayer:
    """Paints the strings of one board with one theme."""

    def __init__(self, contents: Contents, columns: Columns, theme: Theme) -> None:
        self.contents = contents
        self._columns = columns
        self._looks: dict[str, StringLook] = {}
        self._strands: dict[int, Strand] = {}
        self._weight = 0
        self._labels: dict[int, _Placed] = {}
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme from now on."""
        self._painter = StringPainter(theme)

    def clear(self) -> None:
        """Make every string ready anew: the scale is another."""
        self._labels.clear()
        self._strands.clear()
        self._weight = 0

    def forget(self, owners: Sequence[str]) -> None:
        """Make the strings among these ready anew when they are painted next."""
        for owner in owners:
            row = self._columns.strings.rows.get(owner)
            if row is not None:
                self.forget_row(row)

    def forget_row(self, row: int) -> None:
        """Make a string ready anew when it is painted next."""
        strand = self._strands.pop(row, None)
        self._weight -= strand.weight if strand is not None else 0
        self._labels.pop(row, None)

    def looks_other(self, row: int) -> bool:
        """Whether a string that has just been read looks other than it did by its type alone."""
        link_id = self._columns.strings.rows.id_of(row)
        link = self.contents.links.get(link_id)
        return link is not None and look_of(link) != self._look_by_type(row, link_id)

    def _look_by_type(self, row: int, link_id: str) -> StringLook:
        name = self._columns.types[int(self._columns.strings.type[row])]
        return look_of(Link(link_id, name, NOWHERE, NOWHERE))

    def forget_look(self, link_id: str) -> None:
        """Ask the case anew what a string looks like."""
        self._looks.pop(link_id, None)

    # -- painting -----------------------------------------------------------------------------

    def near(self, view: View, level: Level, without: Ints) -> Ints:
        """The strings that may touch a view with their marks, oldest first."""
        reach = STRING_REACH if level is Level.FULL else MARK_REACH
        rows = self._columns.strings_in(view.world.grown(reach / min(view.zoom, 1.0)))
        if len(without):
            rows = rows[~np.isin(rows, without)]
        return rows[np.argsort(self._columns.strings.order[rows], kind="stable")]

    def painting(
        self, painter: QPainter, view: View, level: Level, rows: Ints
    ) -> Generator[Pause, None, list[Strand]]:
        """Paint strings in their order, and labels on them where cards are shown in full.

        What it returns goes to `paint_ends` when the cards are painted.
        """
        if level is Level.TITLE and view.zoom < DASHES_FROM:
            yield from self.painting_plain(painter, view, rows)
            return []
        strands = yield from self._spinning(view, rows)
        if level is Level.TITLE:
            yield from self._painter.painting_many(painter, view, strands)
            return strands
        for first in range(0, len(strands), AT_ONCE):
            self._painter.paint_lines(painter, view, strands[first : first + AT_ONCE])
            yield Pause.BREATH
        self._painter.paint_marks(painter, view, strands)
        yield Pause.BREATH
        for row, strand in zip(rows.tolist(), strands, strict=True):
            if strand.look.label:
                self._paint_label(painter, view, row, strand.look)
                yield Pause.BREATH
        return strands

    def paint_vectors(self, painter: QPainter, view: View, rows: Ints) -> list[Strand]:
        """Paint strings as vectors, for paper and files."""
        strands = finish(self._spinning(view, rows))
        self._painter.paint_lines(painter, view, strands, is_vector=True)
        self._painter.paint_marks(painter, view, strands)
        for row, strand in zip(rows.tolist(), strands, strict=True):
            if strand.look.label:
                self._paint_label(painter, view, row, strand.look)
        return strands

    def painting_plain(
        self, painter: QPainter, view: View, rows: Ints, *, is_rough: bool = False
    ) -> Painting[None]:
        """Paint strings as thin unbroken lines; rough ones without marks and smooth edges."""
        table, names = self._columns.strings, self._columns.types
        if len(rows):
            kinds: list[int] = table.type[rows].tolist()
            types = [names[each] for each in kinds]
            courses = self._courses(rows.tolist())
            yield from self._painter.painting_plain(
                painter, view, courses, types, is_rough=is_rough
            )

    def paint_ends(
        self, painter: QPainter, view: View, strands: Iterable[Strand], without: Ints
    ) -> None:
        """Paint the ends that lie under a card, but for those left out, once more above it."""
        self._painter.paint_ends(painter, view, self._covered_ends(view, strands, without))

    def _spinning(self, view: View, rows: Ints) -> Generator[Pause, None, list[Strand]]:
        """Make strings ready, as far as they are not."""
        if self._weight > MOST_STRAND_NUMBERS:
            self._strands.clear()
            self._weight = 0
        table, ordered = self._columns.strings, rows.tolist()
        found = {row: self._strands[row] for row in ordered if row in self._strands}
        fresh = [row for row in ordered if row not in found]
        for first in range(0, len(fresh), AT_ONCE):
            some = fresh[first : first + AT_ONCE]
            looks = [self._look(row, table.rows.id_of(row)) for row in some]
            for row, strand in zip(some, spin(looks, self._courses(some), view), strict=True):
                found[row] = self._strands[row] = strand
                self._weight += strand.weight
            yield Pause.BREATH
        return [found[row] for row in ordered]

    def _courses(self, rows: list[int]) -> Courses:
        table = self._columns.strings
        on_string = table.strings[rows] != NOBODY
        if not table.bends:
            return Courses(table.curves[rows], np.arange(len(rows) + 1), on_string)
        parts = [self._columns.curves(row) for row in rows]
        first = np.cumsum([0, *(len(part) for part in parts)])
        return Courses(np.concatenate([np.empty((0, 4, 2)), *parts]), first, on_string)

    def _look(self, row: int, link_id: str) -> StringLook:
        look = self._looks.get(link_id)
        if look is not None:
            return look
        link = self.contents.links.get(link_id)
        if link is None:
            # It has not been read yet: its type is all that is known of it.
            return self._look_by_type(row, link_id)
        look = self._looks[link_id] = look_of(link)
        return look

    def _covered_ends(
        self, view: View, strands: Iterable[Strand], without: Ints
    ) -> list[tuple[StringLook, StrandEnd]]:
        """The ends that lie under a card, in the view's pixels; none lies under its own.

        What a string says stands at its ends; a card that happens to lie there must not hide it.
        """
        pane, glyph = Pane.of(view), levels.glyph_size(view.zoom) * view.ratio
        near = [
            (strand.look, end) for strand in strands for end in strand.ends_near(pane, STUB * glyph)
        ]
        if not near or not glyph:
            return []
        cards = self._columns.cards_in(view.world.grown(2 * STUB * glyph / view.scale))
        cards = cards[~np.isin(cards, without)]
        boxes = self._columns.cards.boxes(cards) * view.scale - np.tile(pane.origin, 2)
        tips = np.array([end.at for _, end in near])
        middles = tips - glyph / 2 * np.stack([end.along for _, end in near])
        under = (middles[:, None] > boxes[:, :2]).all(axis=2)
        under &= (middles[:, None] < boxes[:, 2:]).all(axis=2)
        return [near[n] for n in np.flatnonzero(under.sum(axis=1)).tolist()]

    # -- labels -------------------------------------------------------------------------------

    def touch_labels(self, touched: Touched, zoom: float) -> Touched:
        """Labels keep off cards: where one came or went, a label near by may come, go or shift."""
        if not self._labels or not len(touched.boxes):
            return Touched.of([])
        rows = np.repeat(
            np.array(list(self._labels), dtype=np.int64),
            [len(placed.spots) for placed in self._labels.values()],
        )
        spots = np.concatenate([placed.spots for placed in self._labels.values()])
        if not len(spots):
            return Touched.of([])
        low, high = touched.around(zoom)
        near = (low < spots[:, 2:].max(axis=0)).all(axis=1)
        near &= (high > spots[:, :2].min(axis=0)).all(axis=1)
        low, high = low[near], high[near]
        meets = np.zeros(len(spots), dtype=np.bool_)
        for first in range(0, len(low), MOST_AT_ONCE):
            part = slice(first, first + MOST_AT_ONCE)
            ahead = (spots[:, None, :2] < high[part]).all(axis=2)
            meets |= (ahead & (spots[:, None, 2:] > low[part]).all(axis=2)).sum(axis=1) > 0
        stale = np.unique(rows[meets])
        for row in stale.tolist():
            del self._labels[row]
        mine = np.isin(rows, stale)
        ids = self._columns.strings.rows.ids_of(rows[mine].tolist())
        return Touched.of([(spots[mine], 2.0, ids)])

    def _paint_label(self, painter: QPainter, view: View, row: int, look: StringLook) -> None:
        label = self._label_of(row, look, view.zoom)
        if label is not None and label.box.overlaps(view.world):
            self._painter.paint_label(painter, view, look, label)

    def _label_of(self, row: int, look: StringLook, zoom: float) -> Label | None:
        placed = self._labels.get(row)
        if placed is None:
            if len(self._labels) >= MOST_LABELS:
                del self._labels[next(iter(self._labels))]
            choices = label_choices(
                self._columns.curves(row), look.label, zoom, self._neighbours(row)
            )
            free = (each for each in choices if not len(self._columns.cards_in(each.box)))
            boxes = [(each.box.x, each.box.y, each.box.right, each.box.bottom) for each in choices]
            placed = _Placed(next(free, None), np.array(boxes).reshape(-1, 4))
            self._labels[row] = placed
        return placed.label

    def _neighbours(self, row: int) -> Neighbours:
        table = self._columns.strings
        ends = table.cards[row]
        # By a card, as both ends may be tied to strings.
        beside = self._columns.strings_of(ends[ends != NOBODY][:1])
        same = (np.sort(table.cards[beside], axis=1) == np.sort(ends)).all(axis=1)
        lane = int((table.order[beside[same]] < table.order[row]).sum())
        return Neighbours(lane, int(same.sum()), self._columns.is_pierced(row))


@dataclass(frozen=True, slots=True)
class _Placed:
    """A string's label, if there is room, and the boxes [N, 4] where it could be or could become."""

    label: Label | None
    spots: Floats
