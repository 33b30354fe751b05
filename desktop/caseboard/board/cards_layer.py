"""`CardsLayer`: the cards of a board as they are painted near by, each from an image of its own."""

from __future__ import annotations

from collections.abc import Collection, Sequence, Set

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from caseboard.board.camera import View
from caseboard.board.card_images import CardImages
from caseboard.board.card_painter import SHADOW, CardPainter, Look, Thumbnails
from caseboard.board.columns import Columns
from caseboard.board.faces import Faces
from caseboard.board.levels import Level, level_at
from caseboard.board.painting import Painting, Pause, brush_on
from caseboard.board.placements import STANDS_BACK
from caseboard.board.sketch import Sketch
from caseboard.board.stack_painter import StackPainter
from caseboard.board.strings import Ints
from caseboard.board.tables import STACK
from caseboard.theme import FADED, SHEET, Theme, card_size, faded
from casedb.model.contents import Contents
from casedb.sketch import PLAIN, STICKY

IMAGE_BYTES = 64 << 20
"""How much painted cards may take in memory."""
LARGEST_IMAGE = 4 << 20
"""A card that takes more bytes than this is painted anew each time."""


class CardsLayer:
    """Paints the cards of one board with one theme."""

    def __init__(
        self, contents: Contents, columns: Columns, theme: Theme, thumbnails: Thumbnails
    ) -> None:
        self.faces = Faces(contents)
        self._contents = contents
        self._columns = columns
        self._thumbnails = thumbnails
        self._images = CardImages(IMAGE_BYTES)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme from now on."""
        self._theme = theme
        self._painter = CardPainter(theme, self._thumbnails)
        self._faded = CardPainter(faded(theme), self._thumbnails)
        self._named: list[str] = []
        self._accents: Ints = np.empty(0, dtype=np.int64)
        self._images.clear()

    def set_thumbnails(self, thumbnails: Thumbnails) -> None:
        """Show these pictures from now on."""
        self._thumbnails = thumbnails
        self.set_theme(self._theme)

    def adopt(self, contents: Contents) -> None:
        """Go on with the whole case, of which these cards were read before."""
        self._contents = contents
        self.faces.adopt(contents)

    def forget(self, card_ids: Collection[str]) -> None:
        """Paint these cards anew when they are painted next."""
        for each in card_ids:
            self._images.drop(each)

    def forget_either(self, some: Set[str], others: Set[str]) -> None:
        """Paint these cards anew that are among some of them and not among others, or the other way
        round."""
        self._images.drop_those(lambda each: (each in some) != (each in others))

    def clear(self) -> None:
        """Paint every card anew: the scale is another."""
        self._images.clear()

    def near(self, view: View, without: Ints) -> Ints:
        """The cards that may touch a view with their shadows, lowest first."""
        rows = self._columns.cards_in(view.world.grown(SHADOW))
        if len(without):
            rows = rows[~np.isin(rows, without)]
        return self._columns.cards.stacked(rows)

    def painting(
        self, painter: QPainter, view: View, level: Level, rows: Sequence[int], slack: int = 0
    ) -> Painting[None]:
        """Paint cards in their order; an image may be `slack` pixels larger or smaller."""
        for row in rows:
            painted = self._paint(painter, view, level, row, slack)
            if painted:
                yield Pause.BREATH

    def _paint(self, painter: QPainter, view: View, level: Level, row: int, slack: int) -> bool:
        """Paint a card; whether that took long."""
        margin = int(np.ceil(SHADOW * view.scale))
        left, top, width, height = view.box(self._columns.card_rect(row))
        wide, high = width + 2 * margin, height + 2 * margin
        if wide * high * 4 > LARGEST_IMAGE:
            self.paint_one(painter, view, row, level)
            return True
        card_id = self._columns.cards.rows.id_of(row)
        image = self._images.get(card_id)
        is_fresh = (
            image is not None
            and abs(image.width() - wide) <= slack
            and abs(image.height() - high) <= slack
        )
        if image is None or not is_fresh:
            image = QImage(wide, high, QImage.Format.Format_ARGB32_Premultiplied)
            image.fill(Qt.GlobalColor.transparent)
            own = view.part(view.left + left - margin, view.top + top - margin, wide, high)
            with brush_on(image) as brush:
                self.paint_one(brush, own, row, level)
            self._images.put(card_id, image)
        painter.drawImage(left - margin, top - margin, image)
        return not is_fresh

    def paint_one(
        self, painter: QPainter, view: View, row: int, level: Level, *, is_vector: bool = False
    ) -> None:
        """Paint one card itself."""
        table = self._columns.cards
        left, top, width, height = view.box(self._columns.card_rect(row))
        if table.flags[row] & STACK:
            self._paint_stack(painter, view, row, level)
            return
        face = self.faces.of(self._columns.item_of(row))
        if face is None:
            # It has not been read yet.
            self._paint_unread(painter, view, row)
            return
        look = Look(
            width / view.scale,
            height / view.scale,
            self._columns.accents[int(table.accent[row])].removesuffix(FADED),
            int(table.flags[row]),
            view.zoom,
            view.ratio,
            is_vector,
        )
        painter.save()
        painter.translate(left, top)
        painter.scale(view.scale, view.scale)
        stands_back = bool(table.flags[row] & STANDS_BACK)
        (self._faded if stands_back else self._painter).paint(painter, face, look, level)
        painter.restore()

    def _paint_stack(self, painter: QPainter, view: View, row: int, level: Level) -> None:
        """Paint a collapsed frame."""
        frame = self._contents.frames.get(self._columns.cards.rows.id_of(row))
        if frame is None:
            self._paint_unread(painter, view, row)
            return
        left, top, width, height = view.box(self._columns.card_rect(row))
        stands_back = bool(self._columns.cards.flags[row] & STANDS_BACK)
        painter.save()
        painter.translate(left, top)
        painter.scale(view.scale, view.scale)
        StackPainter(faded(self._theme) if stands_back else self._theme).paint(
            painter,
            frame,
            self._columns.folded_in(row),
            (width / view.scale, height / view.scale),
            view.zoom,
            level,
        )
        painter.restore()

    def sketch(self, sketch: Sketch, view: View, rows: Ints) -> None:
        """Lay cards into a sketch of a view: as paper with a stripe, or from afar as blocks."""
        if level_at(view.zoom) is Level.FAR:
            sketch.strew(*self._blocks(view, rows))
            return
        # Plain text has nothing but its text.
        rows = rows[self._columns.cards.flags[rows] & PLAIN == 0]
        sheets, accents = self._blocks(view, rows)
        stripes = sheets.copy()
        stripes[:, 3] = np.minimum(sheets[:, 3], sheets[:, 1] + self._stripe(view))
        paper, back = (self._theme.colour(each).rgb() for each in ("surf", "surf" + FADED))
        stands_back = self._columns.cards.flags[rows] & STANDS_BACK > 0
        papers = np.where(stands_back, back, paper).astype(np.int64)
        is_sticky = self._columns.cards.flags[rows] & STICKY > 0
        if is_sticky.any():
            own = self._paper_colours()[self._columns.cards.accent[rows]]
            papers, accents = (np.where(is_sticky, own, each) for each in (papers, accents))
        # Sheet and stripe of one card, then those of the one above it.
        edges = np.stack([sheets, stripes], axis=1).reshape(-1, 4)
        sketch.lay(edges, np.stack([papers, accents], axis=1).reshape(-1))

    def paint_blocks(self, painter: QPainter, view: View, rows: Ints) -> None:
        """Paint cards as blocks in the colours of their kinds."""
        sketch = Sketch(view.width, view.height)
        sketch.strew(*self._blocks(view, rows))
        sketch.show(painter)

    def _paint_unread(self, painter: QPainter, view: View, row: int) -> None:
        left, top, width, height = view.box(self._columns.card_rect(row))
        painter.fillRect(left, top, width, height, self._theme.colour("surf"))
        accent = self._columns.accents[int(self._columns.cards.accent[row])]
        painter.fillRect(left, top, width, min(height, self._stripe(view)), self._accent(accent))

    def _blocks(self, view: View, rows: Ints) -> tuple[Ints, Ints]:
        """The boxes [N, 4] of cards in whole pixels of a view, and the colours [N] of their kinds."""
        table = self._columns.cards
        edges = np.rint(table.boxes(rows) * view.scale).astype(np.int64)
        edges -= np.array([view.left, view.top, view.left, view.top])
        edges[:, 2:] = np.maximum(edges[:, 2:], edges[:, :2] + 1)
        return edges, self._colours()[table.accent[rows]]

    def _colours(self) -> Ints:
        """The colours of all accents on the board; a new one comes with a card now and then, and when
        the columns are made anew they count by others."""
        if self._named != self._columns.accents:
            self._named = list(self._columns.accents)
            colours = [self._accent(each).rgb() for each in self._named]
            self._accents = np.array(colours, dtype=np.int64)
        return self._accents

    def _paper_colours(self) -> Ints:
        """The colours of sticky notes of all accents on the board."""
        papers = (SHEET + each for each in self._columns.accents)
        found = [self._theme.colour(each if self._theme.has(each) else "notebg") for each in papers]
        return np.array([each.rgb() for each in found], dtype=np.int64)

    def _stripe(self, view: View) -> int:
        return max(2, round(card_size("stripe") * view.scale))

    def _accent(self, token: str) -> QColor:
        return self._theme.colour(token if self._theme.has(token) else "tx3")
