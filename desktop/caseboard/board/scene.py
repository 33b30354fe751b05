"""`Scene`: a board as it is painted: what lies where, what it shows, and the painters for it.

The same scene serves tiles, the layer under a drag and every export. It holds no selection and no
hover: those are painted on top by others, so that nothing of them can get into an export.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from caseboard.board import levels
from caseboard.board.camera import View
from caseboard.board.card_images import CardImages
from caseboard.board.card_painter import (
    SHADOW,
    CardPainter,
    Look,
    Thumbnails,
    no_thumbnails,
)
from caseboard.board.columns import CARD_REACH, FRAME_REACH, STRING_REACH, Columns
from caseboard.board.faces import Faces
from caseboard.board.frame_painter import FramePainter
from caseboard.board.labels import Label, Neighbours, label_choices
from caseboard.board.levels import Level
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
from caseboard.theme import Theme, card_size
from casedb.model.changes import Edit
from casedb.model.contents import Contents
from casedb.model.records import Card, Frame, Link

IMAGE_BYTES = 64 << 20
"""How much painted cards may take in memory."""
SMALLEST_IMAGE, LARGEST_IMAGE = 16 << 10, 4 << 20
"""A card that takes less or more bytes than this is painted anew each time."""
MOST_STRAND_NUMBERS = 4_000_000
"""How many numbers strings made ready for painting may hold; then all are made anew."""
MOST_AT_ONCE = 512
DOT = 1.5
TITLE_REACH, MARK_REACH = 28.0, 16.0
FEW_STRINGS = 60
"""More strings than this are painted as thin lines while they are in the hand."""


class Scene:
    """One board of a case, painted with one theme."""

    def __init__(
        self,
        contents: Contents,
        board_id: str,
        theme: Theme,
        thumbnails: Thumbnails = no_thumbnails,
    ) -> None:
        self.contents = contents
        self.columns = Columns(contents, board_id)
        self.faces = Faces(contents)
        self._thumbnails = thumbnails
        self._images = CardImages(IMAGE_BYTES)
        self._looks: dict[str, StringLook] = {}
        self._strands: dict[int, Strand] = {}
        self._strand_weight = 0
        self._labels: dict[int, _Placed] = {}
        self._lifted: set[str] = set()
        self._find_lifted()
        self._scale = (0.0, 0.0)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme from now on."""
        self.theme = theme
        self._cards = CardPainter(theme, self._thumbnails)
        self._strings = StringPainter(theme)
        self._frames = FramePainter(theme)
        self._images.clear()

    # -- keeping in step ----------------------------------------------------------------------

    def apply(self, edits: Sequence[Edit]) -> Touched:
        """Follow edits; returns what must be painted anew.

        Edits that the case has not taken lift what they move: it lies above all else, is painted by
        `paint_lifted` and no longer by `paint`, so that it can be moved on without painting tiles
        anew. Edits that agree with the case put everything down again.
        """
        is_ahead = any(self._is_ahead(edit) for edit in edits)
        touched = self.columns.apply(edits)
        self._forget(touched.owners)
        stale = self.faces.forget(edits)
        for edit in edits:
            if isinstance(edit.record, Card) and not _is_only_moved(edit):
                self._images.drop(edit.record.id)
            elif isinstance(edit.record, Link):
                self._looks.pop(edit.record.id, None)
        touched = touched.joined(self._touch_items(stale))
        if is_ahead:
            return self._lift(touched)
        touched = touched.joined(self._put_down())
        return touched.joined(self._touch_labels(touched))

    def _is_ahead(self, edit: Edit) -> bool:
        record = edit.record
        return (
            isinstance(record, Card | Frame)
            and self.contents.get(type(record), record.id) != edit.after
        )

    def _lift(self, touched: Touched) -> Touched:
        fresh = touched.without(self._lifted)
        self._lifted |= set(touched.owners)
        self._find_lifted()
        return fresh

    def _put_down(self) -> Touched:
        """Let what was lifted be painted with the rest again."""
        cards, strung, frames = self.columns.cards, self.columns.strings, self.columns.frames
        laid = [frame for frame in frames if frame.id in self._lifted]
        card_rows, string_rows = self._lifted_rows
        parts = [
            (cards.boxes(card_rows), CARD_REACH, cards.rows.ids_of(card_rows.tolist())),
            (strung.boxes(string_rows), STRING_REACH, strung.rows.ids_of(string_rows.tolist())),
            *(
                (
                    np.array([[each.x, each.y, each.x + each.w, each.y + each.h]]),
                    FRAME_REACH,
                    [each.id],
                )
                for each in laid
            ),
        ]
        self._lifted.clear()
        self._find_lifted()
        return Touched.of(parts)

    def _find_lifted(self) -> None:
        rows = [
            [row for each in self._lifted if (row := table.rows.get(each)) is not None]
            for table in (self.columns.cards, self.columns.strings)
        ]
        self._lifted_rows = np.array(rows[0], np.int64), np.array(rows[1], np.int64)

    @property
    def has_lifted(self) -> bool:
        """Whether something must be painted by `paint_lifted`."""
        return bool(self._lifted)

    def picture_ready(self, sha256: str) -> Touched:
        """Show a thumbnail that was not ready before; returns what must be painted anew."""
        return self._touch_items({each.item for each in self.contents.attachments_to(sha256)})

    def _touch_items(self, items: set[str]) -> Touched:
        rows: list[int] = []
        for item_id in items:
            for card in self.contents.cards_of(item_id):
                row = self.columns.cards.rows.get(card.id)
                if row is not None:
                    self._images.drop(card.id)
                    rows.append(row)
        boxes = self.columns.cards.boxes(np.array(rows, dtype=np.int64))
        ids = self.columns.cards.rows.ids_of(rows)
        return Touched.of([(boxes, CARD_REACH, ids)])

    def _touch_labels(self, touched: Touched) -> Touched:
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
        low, high = touched.around(self._scale[0])
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
        ids = self.columns.strings.rows.ids_of(rows[mine].tolist())
        return Touched.of([(spots[mine], 2.0, ids)])

    # -- painting -----------------------------------------------------------------------------

    def level(self, zoom: float) -> Level:
        """The level of detail at a zoom."""
        return levels.level_at(zoom, self.columns.card_count)

    def paint(self, painter: QPainter, view: View) -> None:
        """Paint what a view shows, ground and all; the painter counts its physical pixels."""
        self.paint_ground(painter, view)
        self.paint_content(painter, view)

    def paint_content(self, painter: QPainter, view: View) -> None:
        """Paint what lies on the ground of a view."""
        self._keep_scale(view)
        level = self.level(view.zoom)
        self._paint_frames(painter, view)
        strands: dict[int, Strand] = {}
        if level is Level.FULL:
            strands = self._strands_of(view, self._strings_in(view, STRING_REACH))
            self._strings.paint_near(painter, view, list(strands.values()))
            self._paint_labels(painter, view, strands)
        elif level is Level.TITLE and view.zoom >= DASHES_FROM:
            strands = self._strands_of(view, self._strings_in(view, MARK_REACH))
            self._strings.paint_many(painter, view, list(strands.values()))
        else:
            rows = self._strings_in(view, MARK_REACH)
            self._paint_plain_strings(painter, view, level, rows)
        cards = self._cards_in(view)
        if level in (Level.FULL, Level.TITLE):
            self._paint_cards(painter, view, level, self.columns.cards.stacked(cards).tolist())
            self._strings.paint_ends(painter, view, self._covered_ends(view, strands))
        else:
            self._paint_blocks(painter, view, cards)

    def paint_lifted(self, painter: QPainter, view: View) -> None:
        """Paint what is lifted, above everything: frames, strings, cards."""
        self._keep_scale(view)
        level = self.level(view.zoom)
        for frame in self.columns.frames:
            if frame.id in self._lifted:
                self._frames.paint(painter, view, frame)
        near = self.columns.strings_in(view.world.grown(STRING_REACH / view.zoom))
        rows = near[np.isin(near, self._lifted_rows[1])]
        if level is Level.FULL and len(rows) <= FEW_STRINGS:
            strands = self._strands_of(view, rows)
            self._strings.paint_near(painter, view, list(strands.values()))
            self._paint_labels(painter, view, strands)
        else:
            self._paint_plain_strings(painter, view, level, rows)
        cards = self.columns.cards_in(view.world.grown(SHADOW))
        cards = cards[np.isin(cards, self._lifted_rows[0])]
        if level in (Level.FULL, Level.TITLE):
            self._paint_cards(painter, view, level, self.columns.cards.stacked(cards).tolist())
        else:
            self._paint_blocks(painter, view, cards)

    def draw(self, painter: QPainter, view: View) -> None:
        """Paint a view without ground, in full detail and as vectors: for paper and files."""
        self._paint_frames(painter, view, is_vector=True)
        self._keep_scale(view)
        strands = self._strands_of(view, self._strings_in(view, STRING_REACH))
        self._strings.paint_near(painter, view, list(strands.values()), is_vector=True)
        self._paint_labels(painter, view, strands)
        for row in self.columns.cards.stacked(self._cards_in(view)).tolist():
            self._paint_card(painter, view, row, Level.FULL, is_vector=True)
        self._strings.paint_ends(painter, view, self._covered_ends(view, strands))

    def paint_ground(self, painter: QPainter, view: View) -> None:
        """Paint the empty board: its colour and its dots."""
        ground, dot = self.theme.colour("bg"), self.theme.colour("dot")
        painter.fillRect(0, 0, view.width, view.height, ground)
        if dot == ground:
            return
        spacing = levels.dot_spacing(view.zoom) * view.scale
        size = max(1, round(DOT * view.ratio))
        columns = np.arange(view.left // spacing, (view.left + view.width) // spacing + 1)
        lines = np.arange(view.top // spacing, (view.top + view.height) // spacing + 1)
        lefts = (np.rint(columns * spacing) - view.left - size // 2).astype(np.int64).tolist()
        for top in (np.rint(lines * spacing) - view.top - size // 2).astype(np.int64).tolist():
            for left in lefts:
                painter.fillRect(left, top, size, size, dot)

    def paint_rough(self, painter: QPainter, view: View) -> None:
        """Paint what is there in time for every frame: the ground, and cards without their text."""
        self.paint_ground(painter, view)
        level = self.level(view.zoom)
        if level is Level.BLOCK:
            self._paint_blocks(painter, view, self._cards_in(view))
        elif level is not Level.DENSITY:
            stripe = max(2, round(card_size("stripe") * view.scale))
            self._paint_blocks(painter, view, self._cards_in(view), stripe)

    def _paint_blocks(self, painter: QPainter, view: View, cards: Ints, stripe: int = 0) -> None:
        """Paint cards as blocks in the colours of their kinds, or as paper with such a stripe."""
        table = self.columns.cards
        rows = table.stacked(cards)
        colours = [self._block_colour(token) for token in self.columns.accents]
        paper = self.theme.colour("surf")
        edges = np.rint(table.boxes(rows) * view.scale).astype(np.int64)
        edges -= np.array([view.left, view.top, view.left, view.top])
        for (left, top, right, bottom), accent in zip(
            edges.tolist(), table.accent[rows].tolist(), strict=True
        ):
            width, height = max(1, right - left), max(1, bottom - top)
            if stripe:
                painter.fillRect(left, top, width, height, paper)
                height = min(stripe, height)
            painter.fillRect(left, top, width, height, colours[int(accent)])

    def _block_colour(self, token: str) -> QColor:
        return self.theme.colour(token if self.theme.has(token) else "tx3")

    def _keep_scale(self, view: View) -> None:
        if self._scale != (view.zoom, view.ratio):
            self._scale = (view.zoom, view.ratio)
            self._images.clear()
            self._labels.clear()
            self._strands.clear()
            self._strand_weight = 0

    # -- frames and strings -------------------------------------------------------------------

    def _paint_frames(self, painter: QPainter, view: View, *, is_vector: bool = False) -> None:
        for frame in self.columns.frames_in(view.world.grown(TITLE_REACH / view.zoom)):
            if frame.id not in self._lifted:
                self._frames.paint(painter, view, frame, is_vector=is_vector)

    def _strings_in(self, view: View, reach: float) -> Ints:
        """The strings that may touch a view, so many pixels around it, and are not lifted."""
        rows = self.columns.strings_in(view.world.grown(reach / view.zoom))
        if self._lifted:
            rows = rows[~np.isin(rows, self._lifted_rows[1])]
        return rows

    def _strands_of(self, view: View, rows: Ints) -> dict[int, Strand]:
        """Strings made ready for painting at a view's scale by row, oldest first."""
        table = self.columns.strings
        if self._strand_weight > MOST_STRAND_NUMBERS:
            self._strands.clear()
            self._strand_weight = 0
        ordered = rows[np.argsort(table.order[rows], kind="stable")].tolist()
        fresh = [row for row in ordered if row not in self._strands]
        looks = [self._look(each) for each in table.rows.ids_of(fresh)]
        for row, strand in zip(fresh, spin(looks, self._courses(fresh), view), strict=True):
            self._strands[row] = strand
            self._strand_weight += strand.weight
        return {row: self._strands[row] for row in ordered}

    def _courses(self, rows: list[int]) -> Courses:
        table = self.columns.strings
        on_string = table.strings[rows] != NOBODY
        if not table.bends:
            return Courses(table.curves[rows], np.arange(len(rows) + 1), on_string)
        parts = [self.columns.curves(row) for row in rows]
        first = np.cumsum([0, *(len(part) for part in parts)])
        return Courses(np.concatenate([np.empty((0, 4, 2)), *parts]), first, on_string)

    def _forget(self, owners: Sequence[str]) -> None:
        """Make the strings among these ready anew when they are painted next."""
        for owner in owners:
            row = self.columns.strings.rows.get(owner)
            if row is not None:
                strand = self._strands.pop(row, None)
                self._strand_weight -= strand.weight if strand is not None else 0
                self._labels.pop(row, None)

    def _look(self, link_id: str) -> StringLook:
        look = self._looks.get(link_id)
        if look is None:
            look = self._looks[link_id] = look_of(self.contents.links[link_id])
        return look

    def _paint_plain_strings(self, painter: QPainter, view: View, level: Level, rows: Ints) -> None:
        table, names = self.columns.strings, self.columns.types
        if len(rows):
            self._strings.paint_plain(
                painter,
                view,
                self._courses(rows.tolist()),
                [names[int(each)] for each in table.type[rows]],
                is_faint=level in (Level.BLOCK, Level.DENSITY),
                is_straight=level is Level.DENSITY,
            )

    def _covered_ends(
        self, view: View, strands: dict[int, Strand]
    ) -> list[tuple[StringLook, StrandEnd]]:
        """The ends that lie under a card, in the view's pixels; none lies under its own.

        What a string says stands at its ends; a card that happens to lie there must not hide it.
        """
        pane, glyph = Pane.of(view), levels.glyph_size(view.zoom) * view.ratio
        near = [
            (strand.look, end)
            for strand in strands.values()
            for end in strand.ends_near(pane, STUB * glyph)
        ]
        if not near or not glyph:
            return []
        cards = self.columns.cards_in(view.world.grown(2 * STUB * glyph / view.scale))
        if self._lifted:
            cards = cards[~np.isin(cards, self._lifted_rows[0])]
        boxes = self.columns.cards.boxes(cards) * view.scale - np.tile(pane.origin, 2)
        tips = np.array([end.at for _, end in near])
        middles = tips - glyph / 2 * np.stack([end.along for _, end in near])
        under = (middles[:, None] > boxes[:, :2]).all(axis=2)
        under &= (middles[:, None] < boxes[:, 2:]).all(axis=2)
        return [near[n] for n in np.flatnonzero(under.sum(axis=1)).tolist()]

    # -- labels -------------------------------------------------------------------------------

    def _paint_labels(self, painter: QPainter, view: View, strands: dict[int, Strand]) -> None:
        for row, strand in strands.items():
            if strand.look.label:
                label = self._label_of(row, strand.look, view.zoom)
                if label is not None and label.box.overlaps(view.world):
                    self._strings.paint_label(painter, view, strand.look, label)

    def _label_of(self, row: int, look: StringLook, zoom: float) -> Label | None:
        placed = self._labels.get(row)
        if placed is None:
            choices = label_choices(
                self.columns.curves(row), look.label, zoom, self._neighbours(row)
            )
            free = (each for each in choices if not len(self.columns.cards_in(each.box)))
            boxes = [(each.box.x, each.box.y, each.box.right, each.box.bottom) for each in choices]
            placed = _Placed(next(free, None), np.array(boxes).reshape(-1, 4))
            self._labels[row] = placed
        return placed.label

    def _neighbours(self, row: int) -> Neighbours:
        table = self.columns.strings
        ends = table.cards[row]
        beside = self.columns.strings_of(ends[:1])
        same = (np.sort(table.cards[beside], axis=1) == np.sort(ends)).all(axis=1)
        lane = int((table.order[beside[same]] < table.order[row]).sum())
        return Neighbours(lane, int(same.sum()), self.columns.is_pierced(row))

    # -- cards --------------------------------------------------------------------------------

    def _cards_in(self, view: View) -> Ints:
        """The cards that may touch a view with their shadows and are not lifted."""
        rows = self.columns.cards_in(view.world.grown(SHADOW))
        if self._lifted:
            rows = rows[~np.isin(rows, self._lifted_rows[0])]
        return rows

    def _paint_cards(
        self, painter: QPainter, view: View, level: Level, rows: Sequence[int]
    ) -> None:
        """Paint cards in their order, each from an image of its own that is painted once."""
        margin = int(np.ceil(SHADOW * view.scale))
        for row in rows:
            left, top, width, height = view.box(self.columns.card_rect(row))
            wide, high = width + 2 * margin, height + 2 * margin
            if not SMALLEST_IMAGE <= wide * high * 4 <= LARGEST_IMAGE:
                self._paint_card(painter, view, row, level)
                continue
            card_id = self.columns.cards.rows.id_of(row)
            image = self._images.get(card_id)
            # Between pixels the edges of a card round differently, by one at most; what is in the
            # hand need not be painted anew for that.
            slack = 1 if self._lifted else 0
            if (
                image is None
                or abs(image.width() - wide) > slack
                or abs(image.height() - high) > slack
            ):
                image = QImage(wide, high, QImage.Format.Format_ARGB32_Premultiplied)
                image.fill(Qt.GlobalColor.transparent)
                own = view.part(view.left + left - margin, view.top + top - margin, wide, high)
                brush = QPainter(image)
                self._paint_card(brush, own, row, level)
                brush.end()
                self._images.put(card_id, image)
            painter.drawImage(left - margin, top - margin, image)

    def _paint_card(
        self, painter: QPainter, view: View, row: int, level: Level, *, is_vector: bool = False
    ) -> None:
        table = self.columns.cards
        card = self.contents.cards[table.rows.id_of(row)]
        left, top, width, height = view.box(self.columns.card_rect(row))
        look = Look(
            width / view.scale,
            height / view.scale,
            self.columns.accents[int(table.accent[row])],
            int(table.flags[row]),
            view.zoom,
            view.ratio,
            is_vector,
        )
        painter.save()
        painter.translate(left, top)
        painter.scale(view.scale, view.scale)
        self._cards.paint(painter, self.faces.of(card.item), look, level)
        painter.restore()


def _is_only_moved(edit: Edit) -> bool:
    """Whether a card looks the same before and after."""
    before, after = edit.before, edit.after
    return (
        isinstance(before, Card)
        and isinstance(after, Card)
        and _looks_of(before) == _looks_of(after)
    )


def _looks_of(card: Card) -> tuple[object, ...]:
    flags = card.collapsed, card.pinned, card.locked
    return card.board, card.item, card.w, card.h, flags, card.accent


@dataclass(frozen=True, slots=True)
class _Placed:
    """A string's label, if there is room, and the boxes [N, 4] where it could be or could become."""

    label: Label | None
    spots: Floats
