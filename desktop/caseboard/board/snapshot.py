"""Boards as leaves: painted afresh from the case, by the painters of the screen.

There is no selection and no hover in them.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter

from caseboard.board.below import Band, Foot, bands_of, entries_of
from caseboard.board.callouts import Callouts
from caseboard.board.camera import View
from caseboard.board.legend import legend_of
from caseboard.board.scene import Scene
from caseboard.board.strings import Ints
from caseboard.board.tables import STACK
from caseboard.leaf import Caption, Steps, Strip, plain_fount
from caseboard.lettering import set_lines
from caseboard.picture import Picture
from caseboard.theme import theme
from casedb.model.citations import Citations, cite
from casedb.model.conclusions import limits_cited
from casedb.model.geometry import Rect
from casedb.model.json_value import JsonValue
from casedb.model.visible_text import visible
from casedb.words import say

LEAST_WIDTH = 600.0
LEAST_HEIGHT = 160.0
NO_CITATIONS = Citations({}, ())


def caption_of_board(
    scene: Scene,
    *,
    at: str,
    journal: int,
    head: str,
    version: str,
    hidden: str = "",
    area: Rect | None = None,
    part: str = "",
) -> Caption:
    """The caption of a board or of an area of it, with the items and links there counted; `part` is
    what of the board is shown, by its title."""
    contents, columns = scene.contents, scene.columns
    if area is None:
        items = [card.item for card in contents.each_card_on(columns.board_id)]
        links = columns.string_count
    else:
        items = items_in(scene, area)
        links = len(columns.strings_in(area))
    items = list(dict.fromkeys(items))
    title = visible(contents.board(columns.board_id).title)
    return Caption(
        visible(contents.info.title),
        " · ".join(filter(None, (title, visible(part)))),
        at,
        len(items),
        links,
        journal,
        head,
        version,
        hidden,
        limits_cited(contents.items[each] for each in items),
    )


def items_in(scene: Scene, area: Rect) -> list[str]:
    """The items that are shown in an area as cards, as one reads them: from above, then from the left."""
    columns = scene.columns
    rows: Ints = columns.cards_in(area)
    rows = rows[columns.cards.flags[rows] & STACK == 0]
    boxes = columns.cards.boxes(rows)
    order = np.lexsort((boxes[:, 0], boxes[:, 1]))
    found = dict.fromkeys(columns.item_of(row) for row in rows[order].tolist())
    return [each for each in found if each in scene.contents.items]


class BoardLeaf:
    """A board, or an area of it, with what is to stand below it, as a picture asks for it.

    `width` and `height` are in board units.
    """

    def __init__(
        self,
        scene: Scene,
        caption: Caption,
        area: Rect | None = None,
        picture: Picture | None = None,
    ) -> None:
        self.picture = picture or Picture()
        self.caption, self.identity = caption, scene.columns.board_id
        self.scene, self.theme = scene, scene.theme
        self.is_clear = self.picture.background == "none"
        self._is_empty = scene.columns.extent() is None
        self._is_cut = area is not None
        self.area = area if area is not None else self._whole()
        self._items = (
            items_in(scene, self.area) if self.picture.sources or self.picture.legend else []
        )
        self.citations = cite(scene.contents, self._items) if self.picture.sources else NO_CITATIONS
        self._callouts = Callouts(scene.columns, self.citations.numbers, self.theme)
        self._feet: dict[float, Foot] = {}

    @property
    def has_anything(self) -> bool:
        """Whether there is anything on the board."""
        return not self._is_empty

    @property
    def width(self) -> float:
        """How wide it is in board units."""
        return self.area.w

    @property
    def height(self) -> float:
        """How high it is in board units, with all that stands below."""
        return self.area.h + self._foot(self.area.w).height

    @property
    def details(self) -> Mapping[str, JsonValue]:
        """What it was asked to be, and the sources by their numbers."""
        picture, area = self.picture, self.area
        told: dict[str, JsonValue] = {
            "theme": picture.theme,
            "background": picture.background,
            "area": [area.x, area.y, area.w, area.h],
        }
        if picture.sources:
            told["sources"] = [
                {"number": each.number, "name": each.name, "about": each.about}
                for each in self.citations.listed
            ]
        return told

    @property
    def ink(self) -> QColor:
        """A colour that can be read on white paper."""
        return theme("print").colour("tx2")

    def bands_across(self, width: float) -> list[Band]:
        """What its signs mean and its sources, as wide as something is."""
        columns, contents = self.scene.columns, self.scene.contents
        bands: list[Band] = []
        if self.picture.legend:
            links = columns.strings.rows.ids_of(columns.strings_in(self.area).tolist())
            entries = legend_of(contents, self._items, links, self.theme)
            bands += bands_of(say("What the signs mean"), entries, self.theme, width)
        if self.picture.sources:
            entries = entries_of(self.citations.listed, self.theme)
            bands += bands_of(say("Sources"), entries, self.theme, width)
        return bands

    def _foot(self, width: float) -> Foot:
        if width not in self._feet:
            strip = Strip(self.caption, self.theme, width)
            self._feet[width] = Foot(self.bands_across(width), strip, self.theme, width)
        return self._feet[width]

    def _whole(self) -> Rect:
        margin = self.picture.margin
        shown = (self.scene.columns.extent() or Rect(0, 0, 0, 0)).grown(margin)
        more_x, more_y = max(0.0, LEAST_WIDTH - shown.w), max(0.0, LEAST_HEIGHT - shown.h)
        left, top = math.floor(shown.x - more_x / 2), math.floor(shown.y - more_y / 2)
        return Rect(left, top, math.ceil(shown.w + more_x) + 1, math.ceil(shown.h + more_y) + 1)

    # -- as pixels ----------------------------------------------------------------------------

    def size(self, scale: float) -> tuple[int, int]:
        """Its width and height in pixels, so many to the unit."""
        view = self._view(scale)
        foot, larger = self._foot_at(scale)
        return view.width, view.height + math.ceil(foot.height * larger)

    def scale_for(self, width: int) -> float:
        """How many pixels a board unit has where all of it is so many wide."""
        return width / self.area.w

    def _view(self, scale: float) -> View:
        area = self.area
        left, top = round(area.x * scale), round(area.y * scale)
        # From near by nothing changes but the size; from afar what is small is shown as on the screen.
        zoom = min(1.0, scale)
        wide, high = (math.ceil(round(each * scale, 6)) for each in (area.w, area.h))
        return View(left, top, wide, high, zoom, scale / zoom)

    def _foot_at(self, scale: float) -> tuple[Foot, float]:
        """What stands below at a scale, and how much larger: it can be read however small the board is."""
        larger = max(1.0, scale)
        return self._foot(self.area.w if scale >= 1 else self._view(scale).width), larger

    def paint_pixels(self, painter: QPainter, scale: float, box: QRect) -> None:
        """Paint some of its pixels; the painter counts from the box's corner."""
        whole = self._view(scale)
        if box.top() < whole.height:
            left, top = whole.left + box.left(), whole.top + box.top()
            view = whole.part(left, top, box.width(), box.height())
            if not self.is_clear:
                self._fill(painter, QRectF(0, 0, box.width(), box.height()))
            if self.theme.grain and not self.is_clear:
                self.scene.paint_ground(painter, view)
            self.scene.paint_content(painter, view)
            self._callouts.paint(painter, view)
        foot, larger = self._foot_at(scale)
        painter.save()
        painter.translate(-box.left(), whole.height - box.top())
        painter.scale(larger, larger)
        if self._is_empty:
            high = whole.height / larger
            self._paint_nothing(painter, whole.width / larger, -high, high)
        # Painted last and opaque: what sticks out of an area must not cover it.
        first = (box.top() - whole.height) / larger
        foot.paint(painter, 0.0, first, first + box.height() / larger)
        painter.restore()

    # -- as vectors ---------------------------------------------------------------------------

    def painting_vectors(self, painter: QPainter) -> Steps:
        """Paint in steps with a painter that counts board units."""
        if not self.is_clear:
            self._fill(painter, QRectF(0, 0, self.width, self.height))
        yield from self.painting_board(painter, self._view(1.0), is_cut=self._is_cut)
        if self._is_empty:
            self._paint_nothing(painter, self.width, 0.0, self.area.h)
        self._foot(self.area.w).paint(painter, self.area.h, 0.0, self.height)

    def painting_board(self, painter: QPainter, view: View, *, is_cut: bool) -> Steps:
        """Paint what lies on the board within a view, in steps."""
        columns = self.scene.columns
        there = len(columns.cards_in(view.world)) + len(columns.strings_in(view.world)) / 3 + 1
        for done, _ in enumerate(self.scene.drawing(painter, view, is_cut=is_cut)):
            yield min(1.0, done / there)
        self._callouts.paint(painter, view)

    def _fill(self, painter: QPainter, box: QRectF) -> None:
        painter.fillRect(box, self.theme.colour("bg"))

    def _paint_nothing(self, painter: QPainter, width: float, top: float, high: float) -> None:
        text = set_lines(say("Nothing lies on this board."), plain_fount("body"), width)
        left, top = (width - text.width) / 2, top + (high - text.height) / 2
        text.paint(painter, left, top, self.theme.colour("tx3"))
