"""`Scene`: a board as it is painted: what lies where, what it shows, and the painters for it.

The same scene serves tiles, the layer under a drag and every export. It holds no selection and no
hover: those are painted on top by others, so that nothing of them can get into an export.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from caseboard.board import levels
from caseboard.board.camera import View
from caseboard.board.card_painter import (
    SHADOW,
    CardPainter,
    Look,
    Thumbnails,
    no_thumbnails,
)
from caseboard.board.columns import CARD_REACH, STRING_REACH, Columns, Touched
from caseboard.board.faces import Faces
from caseboard.board.frame_painter import FramePainter
from caseboard.board.levels import Level
from caseboard.board.string_painter import (
    Label,
    Neighbours,
    Strands,
    StringLook,
    StringPainter,
    label_choices,
    look_of,
)
from caseboard.board.strings import Ints
from caseboard.board.tables import NOBODY
from caseboard.theme import Theme, card_size
from casedb.model.changes import Edit
from casedb.model.contents import Contents
from casedb.model.geometry import Rect
from casedb.model.records import Card, Link

IMAGE_BYTES = 64 << 20
"""How much painted cards may take in memory."""
LARGEST_IMAGE = 4 << 20
"""A card that takes more than this is painted anew each time."""
DOT = 1.5
TITLE_REACH = 28.0


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
        self._spots: dict[str, list[Rect]] = {}
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
        """Follow edits that the case has taken already; returns what must be painted anew."""
        touched = self.columns.apply(edits)
        stale = self.faces.forget(edits)
        for edit in edits:
            if isinstance(edit.record, Card):
                self._images.drop(edit.record.id)
            elif isinstance(edit.record, Link):
                self._looks.pop(edit.record.id, None)
        touched = touched.joined(self._touch_items(stale))
        return touched.joined(self._touch_labels(touched))

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
        return Touched.of([(boxes, CARD_REACH)])

    def _touch_labels(self, touched: Touched) -> Touched:
        """Labels keep off cards: where one came or went, a label near by may come, go or shift."""
        if not self._spots or not len(touched.boxes):
            return Touched.of([])
        spots = np.array(
            [
                (box.x, box.y, box.right, box.bottom)
                for boxes in self._spots.values()
                for box in boxes
            ]
        )
        owner = np.repeat(
            np.arange(len(self._spots)), [len(boxes) for boxes in self._spots.values()]
        )
        left, top, right, bottom = touched.boxes.T
        meets = (
            (spots[:, None, 0] < right)
            & (spots[:, None, 2] > left)
            & (spots[:, None, 1] < bottom)
            & (spots[:, None, 3] > top)
        ).any(axis=1)
        return Touched.of([(spots[np.isin(owner, owner[meets])], 2.0)])

    # -- painting -----------------------------------------------------------------------------

    def level(self, zoom: float) -> Level:
        """The level of detail at a zoom."""
        return levels.level_at(zoom, self.columns.card_count)

    def paint(self, painter: QPainter, view: View) -> None:
        """Paint what a view shows, ground and all; the painter counts its physical pixels."""
        self._keep_scale(view)
        self.paint_ground(painter, view)
        level = self.level(view.zoom)
        self._paint_frames(painter, view)
        if level is Level.FULL:
            strands, rows = self._strands_in(view, STRING_REACH)
            self._strings.paint_near(painter, view, strands)
            self._paint_labels(painter, view, strands, rows)
        elif level is Level.TITLE:
            self._strings.paint_many(painter, view, self._strands_in(view, 16.0)[0])
        else:
            self._paint_far_strings(painter, view, level)
        if level in (Level.FULL, Level.TITLE):
            self._paint_cards(painter, view, level)
        else:
            self._paint_blocks(painter, view)

    def draw(self, painter: QPainter, view: View) -> None:
        """Paint a view without ground, in full detail and as vectors: for paper and files."""
        self._paint_frames(painter, view, is_vector=True)
        strands, rows = self._strands_in(view, STRING_REACH)
        self._strings.paint_near(painter, view, strands, is_vector=True)
        self._paint_labels(painter, view, strands, rows)
        for row in self._cards_from_below(view):
            self._paint_card(painter, view, row, Level.FULL, is_vector=True)

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
            self._paint_blocks(painter, view)
        elif level is not Level.DENSITY:
            stripe = max(2, round(card_size("stripe") * view.scale))
            self._paint_blocks(painter, view, stripe)

    def _paint_blocks(self, painter: QPainter, view: View, stripe: int = 0) -> None:
        """Paint cards as blocks in the colours of their kinds, or as paper with such a stripe."""
        table = self.columns.cards
        rows = table.stacked(self.columns.cards_in(view.world.grown(1 / view.scale)))
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
            self._spots.clear()

    # -- frames and strings -------------------------------------------------------------------

    def _paint_frames(self, painter: QPainter, view: View, *, is_vector: bool = False) -> None:
        for frame in self.columns.frames_in(view.world.grown(TITLE_REACH / view.zoom)):
            self._frames.paint(painter, view, frame, is_vector=is_vector)

    def _strands_in(self, view: View, reach: float) -> tuple[Strands, Ints]:
        """The strings that may touch a view, oldest first, and their rows."""
        table = self.columns.strings
        rows = self.columns.strings_in(view.world.grown(reach / view.zoom))
        rows = rows[np.argsort(table.order[rows], kind="stable")]
        looks = [self._look(each) for each in table.rows.ids_of(rows.tolist())]
        if table.bends:
            parts = [self.columns.curves(row) for row in rows.tolist()]
            first = np.cumsum([0, *(len(part) for part in parts)])
            curves = np.concatenate([np.empty((0, 4, 2)), *parts])
        else:
            first, curves = np.arange(len(rows) + 1), table.curves[rows]
        return Strands(looks, curves, first, table.strings[rows] != NOBODY), rows

    def _look(self, link_id: str) -> StringLook:
        look = self._looks.get(link_id)
        if look is None:
            look = self._looks[link_id] = look_of(self.contents.links[link_id])
        return look

    def _paint_far_strings(self, painter: QPainter, view: View, level: Level) -> None:
        table = self.columns.strings
        rows = self.columns.strings_in(view.world)
        names = self.columns.types
        types = [names[int(each)] for each in table.type[rows]]
        is_straight = level is Level.DENSITY
        self._strings.paint_far(painter, view, table.curves[rows], types, is_straight=is_straight)

    # -- labels -------------------------------------------------------------------------------

    def _paint_labels(self, painter: QPainter, view: View, strands: Strands, rows: Ints) -> None:
        for n, look in enumerate(strands.looks):
            if look.label:
                label = self._label_of(int(rows[n]), look, view.zoom)
                if label is not None:
                    self._strings.paint_label(painter, view, look, label)

    def _label_of(self, row: int, look: StringLook, zoom: float) -> Label | None:
        choices = label_choices(self.columns.curves(row), look.label, zoom, self._neighbours(row))
        self._spots[self.columns.strings.rows.id_of(row)] = [label.box for label in choices]
        return next((each for each in choices if not len(self.columns.cards_in(each.box))), None)

    def _neighbours(self, row: int) -> Neighbours:
        table = self.columns.strings
        ends = table.cards[row]
        beside = self.columns.strings_of(ends[:1])
        same = (np.sort(table.cards[beside], axis=1) == np.sort(ends)).all(axis=1)
        lane = int((table.order[beside[same]] < table.order[row]).sum())
        return Neighbours(lane, int(same.sum()), self.columns.is_pierced(row))

    # -- cards --------------------------------------------------------------------------------

    def _cards_from_below(self, view: View) -> list[int]:
        rows = self.columns.cards_in(view.world.grown(SHADOW))
        return self.columns.cards.stacked(rows).tolist()

    def _paint_cards(self, painter: QPainter, view: View, level: Level) -> None:
        margin = int(np.ceil(SHADOW * view.scale))
        for row in self._cards_from_below(view):
            left, top, width, height = view.box(self.columns.card_rect(row))
            wide, high = width + 2 * margin, height + 2 * margin
            if wide * high * 4 > LARGEST_IMAGE:
                self._paint_card(painter, view, row, level)
                continue
            card_id = self.columns.cards.rows.id_of(row)
            image = self._images.get(card_id)
            if image is None or image.width() != wide or image.height() != high:
                # Where a card lies between pixels its edges round differently: at most by one.
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


class CardImages:
    """Painted cards by card id; the ones not used for longest go when there are too many bytes."""

    def __init__(self, most_bytes: int) -> None:
        self._most = most_bytes
        self._bytes = 0
        self._images: OrderedDict[str, QImage] = OrderedDict()

    def get(self, card_id: str) -> QImage | None:
        """The image of a card, or None."""
        image = self._images.get(card_id)
        if image is not None:
            self._images.move_to_end(card_id)
        return image

    def put(self, card_id: str, image: QImage) -> None:
        """Keep the image of a card."""
        self.drop(card_id)
        self._images[card_id] = image
        self._bytes += image.sizeInBytes()
        while self._bytes > self._most and len(self._images) > 1:
            _, oldest = self._images.popitem(last=False)
            self._bytes -= oldest.sizeInBytes()

    def drop(self, card_id: str) -> None:
        """Forget the image of a card."""
        image = self._images.pop(card_id, None)
        if image is not None:
            self._bytes -= image.sizeInBytes()

    def clear(self) -> None:
        """Forget every image."""
        self._images.clear()
        self._bytes = 0
