"""`StringsLayer`: the strings of a board as they are painted near by, with their labels."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Sequence
from dataclasses import replace

import numpy as np
from PySide6.QtGui import QPainter

from caseboard.board import levels
from caseboard.board.camera import View
from caseboard.board.columns import Columns
from caseboard.board.label_room import LabelRoom
from caseboard.board.levels import Level
from caseboard.board.painting import Painting, Pause
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
from caseboard.board.strings import Ints
from caseboard.board.tables import NOBODY
from caseboard.board.touched import STRING_REACH, Touched
from caseboard.theme import FADED, Theme
from casedb.model.contents import Contents
from casedb.model.geometry import Rect
from casedb.model.records import Link, Ref

MOST_STRAND_NUMBERS = 4_000_000
"""How many numbers strings made ready for painting may hold; then all are made anew."""
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
        self._labels = LabelRoom(columns, self._words_of)
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
        self._labels.forget(row)

    def looks_other(self, row: int) -> bool:
        """Whether a string that has just been read looks other than it did by its type alone."""
        link_id = self._columns.strings.rows.id_of(row)
        link = self.contents.links.get(link_id)
        return link is not None and look_of(link) != self._look_by_type(row, link_id)

    def _look_by_type(self, row: int, link_id: str) -> StringLook:
        name = self._type_of(row).removesuffix(FADED)
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
        return self._columns.strings.by_age(rows)

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
        yield from self._painting_labels(painter, view, rows.tolist(), strands)
        return strands

    def drawing(
        self, painter: QPainter, view: View, rows: Ints, *, is_cut: bool
    ) -> Generator[Pause, None, list[Strand]]:
        """Paint strings as vectors, for paper and files; where the view is `cut` out of the board, only
        the labels that lie wholly in it."""
        strands = yield from self._spinning(view, rows)
        for first in range(0, len(strands), AT_ONCE):
            some = strands[first : first + AT_ONCE]
            self._painter.paint_lines(painter, view, some, is_vector=True)
            yield Pause.BREATH
        self._painter.paint_marks(painter, view, strands)
        yield Pause.BREATH
        yield from self._painting_labels(painter, view, rows.tolist(), strands, is_cut=is_cut)
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

    def _type_of(self, row: int) -> str:
        return self._columns.types[int(self._columns.strings.type[row])]

    def _look(self, row: int, link_id: str) -> StringLook:
        look = self._plain_look(row, link_id)
        if self._type_of(row).endswith(FADED):
            # What stands back says nothing.
            return replace(look, token=look.token + FADED, label="")
        return look

    def _plain_look(self, row: int, link_id: str) -> StringLook:
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
        """Labels keep off cards and each other: where something came or went, one near by may come,
        go or shift."""
        return self._labels.touch(touched, zoom)

    def label_boxes(self, rows: Ints, zoom: float) -> list[Rect]:
        """Where some strings show their labels, as boxes in board units."""
        named = [row for row in rows.tolist() if self._words_of(row)]
        labels = [self._labels.label_of(row, zoom) for row in named]
        return [each.box for each in labels if each is not None]

    def leave_out(self, cards: Ints, strings: Ints) -> None:
        """Let labels have no regard for what is in the hand."""
        self._labels.leave_out(cards, strings)

    def _words_of(self, row: int) -> str:
        return self._look(row, self._columns.strings.rows.id_of(row)).label

    def _painting_labels(
        self,
        painter: QPainter,
        view: View,
        rows: list[int],
        strands: Sequence[Strand],
        *,
        is_cut: bool = False,
    ) -> Painting[None]:
        named = [
            (row, strand.look)
            for row, strand in zip(rows, strands, strict=True)
            if strand.look.label
        ]
        for row, look in named:
            label = yield from self._labels.finding(row, view.zoom)
            world = view.world
            if label is not None and (
                world.contains(label.box) if is_cut else label.box.overlaps(world)
            ):
                self._painter.paint_label(painter, view, look, label)
                yield Pause.BREATH
