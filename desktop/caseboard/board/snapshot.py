"""Boards as leaves: painted afresh from the case, by the painters of the screen.

There is no selection and no hover in them.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from caseboard.board.camera import View
from caseboard.board.scene import Scene
from caseboard.leaf import MARGIN, Caption, Strip, plain_fount
from caseboard.lettering import set_lines
from casedb.model.conclusions import limits_cited
from casedb.model.geometry import Rect
from casedb.model.visible_text import visible
from casedb.words import say

LEAST_WIDTH = 600.0
LEAST_HEIGHT = 160.0


def caption_of_board(
    scene: Scene, *, at: str, journal: int, head: str, version: str, hidden: str = ""
) -> Caption:
    """The caption of a board, with the items and links on it counted."""
    contents, columns = scene.contents, scene.columns
    items = dict.fromkeys(card.item for card in contents.each_card_on(columns.board_id))
    return Caption(
        visible(contents.info.title),
        visible(contents.board(columns.board_id).title),
        at,
        len(items),
        columns.string_count,
        journal,
        head,
        version,
        hidden,
        limits_cited(contents.items[each] for each in items),
    )


class BoardLeaf:
    """A board with a margin around it and a strip at its foot, in board units."""

    def __init__(self, scene: Scene, caption: Caption, area: Rect | None = None) -> None:
        self._theme = scene.theme
        self.caption, self.identity = caption, scene.columns.board_id
        self._scene = scene
        self._is_empty = self._scene.columns.extent() is None
        self._area = area if area is not None else self._whole()
        self.width = self._area.w
        self._strip = Strip(caption, self._theme, self.width)
        self.height = self._area.h + self._strip.height

    def _whole(self) -> Rect:
        shown = (self._scene.columns.extent() or Rect(0, 0, 0, 0)).grown(MARGIN)
        more_x, more_y = max(0.0, LEAST_WIDTH - shown.w), max(0.0, LEAST_HEIGHT - shown.h)
        left, top = math.floor(shown.x - more_x / 2), math.floor(shown.y - more_y / 2)
        return Rect(left, top, math.ceil(shown.w + more_x) + 1, math.ceil(shown.h + more_y) + 1)

    def _view(self, scale: float) -> View:
        area = self._area
        left, top = round(area.x * scale), round(area.y * scale)
        return View(left, top, math.ceil(area.w * scale), math.ceil(area.h * scale), 1.0, scale)

    def paint_pixels(self, painter: QPainter, scale: float) -> None:
        """Paint with a painter that counts pixels."""
        view = self._view(scale)
        self._fill(painter, QRectF(0, 0, self.width * scale + 1, self.height * scale + 1))
        if self._theme.grain:
            self._scene.paint_ground(painter, view)
        self._scene.paint_content(painter, view)
        painter.scale(scale, scale)
        self._finish(painter)

    def paint_vectors(self, painter: QPainter) -> None:
        """Paint with a painter that counts board units."""
        self._fill(painter, QRectF(0, 0, self.width, self.height))
        self._scene.draw(painter, self._view(1.0))
        self._finish(painter)

    def _fill(self, painter: QPainter, box: QRectF) -> None:
        painter.fillRect(box, self._theme.colour("bg"))

    def _finish(self, painter: QPainter) -> None:
        if self._is_empty:
            text = set_lines(say("Nothing lies on this board."), plain_fount("body"), self.width)
            left, top = (self.width - text.width) / 2, (self._area.h - text.height) / 2
            text.paint(painter, left, top, self._theme.colour("tx3"))
        # Painted last and opaque: what sticks out of an area must not cover it.
        self._strip.paint(painter, self._area.h)
