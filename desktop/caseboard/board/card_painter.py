"""`CardPainter`: one card, at a level of detail, with a theme: for tiles, drag layers and exports.

It paints in board units with the card's corner at the origin; the painter's transform says where
and how large that is.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeAlias

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPolygonF

from caseboard.board.card_layout import Sheet, lay_out, natural_height
from caseboard.board.levels import Level
from caseboard.board.map_painter import paint_map
from caseboard.board.marks import Box, Map, Mark, Picture, Pill, Sign, Triangle, Wash, Words
from caseboard.theme import (
    LEFT_OF_FADED,
    SHEET,
    FadedTheme,
    Theme,
    board_radius,
    icon_pixmap,
    paint_icon,
)
from casedb.model.card_face import CardFace
from casedb.model.notes import ShownAs
from casedb.sketch import COLLAPSED, LOCKED, PINNED

__all__ = ["SHADOW", "CardPainter", "Look", "Thumbnails", "natural_height", "no_thumbnails"]

Thumbnails: TypeAlias = Callable[[str, int], QImage | None]
"""Gives a picture of an artifact (SHA-256) that is to fill so many physical pixels in width; None
while it is not ready, a null image where there is none. Whoever gives it asks for a repaint later."""

SHADOW = 8.0
"""How far a card's shadow reaches beyond its edges, in board units."""
PAPER_SHARPNESS = 3.0
"""Pixels a board unit that pictures on paper should have."""
_SHADOWS = ((0.5, 1.0, 0.09), (2.0, 2.0, 0.035), (4.5, 3.0, 0.02))
PIN, PIN_BELOW = 6.0, 3.0
"""The radius of the head of a pin, and how far below the upper edge its middle lies, in board units."""
LEAST_CORNER = 1.5
"""A corner with a smaller radius than this, in physical pixels, is painted square."""


def no_thumbnails(sha256: str, width: int) -> QImage | None:
    """No picture is ever ready."""
    return None


@dataclass(frozen=True, slots=True)
class Look:
    """How one card is shown: its size in board units, the accent of its stripe, its flags.

    `zoom` is what it is read at, `ratio` the physical pixels in a device-independent one. Vectors
    are for paper and files: no shadow, nothing turned into pixels but the picture.
    """

    width: float
    height: float
    accent: str
    flags: int = 0
    zoom: float = 1.0
    ratio: float = 1.0
    is_vector: bool = False


class CardPainter:
    """Paints cards with one theme."""

    def __init__(self, theme: Theme, thumbnails: Thumbnails = no_thumbnails) -> None:
        self._theme = theme
        self._thumbnails = thumbnails

    def paint(self, painter: QPainter, face: CardFace, look: Look, level: Level) -> None:
        """Paint a card, its top left corner at the origin."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sheet = Sheet(
            look.width,
            look.height,
            look.zoom,
            bool(look.flags & COLLAPSED),
            tuple(icon for flag, icon in ((PINNED, "pin"), (LOCKED, "lock")) if look.flags & flag),
        )
        if face.shown_as is not ShownAs.TEXT:
            self._paint_paper(painter, face, look, level)
        if face.shown_as is ShownAs.TEXT:
            face = replace(face, accent=look.accent)
        marks = lay_out(face, sheet, level)
        for mark in marks:
            if isinstance(mark, Picture):
                self._paint_picture(painter, mark, look)
            elif isinstance(mark, Map):
                paint_map(painter, mark, self._theme, _hairline(look))
        if face.shown_as is ShownAs.CARD:
            self._paint_stripe(painter, sheet, look)
        for mark in marks:
            self._paint_mark(painter, mark, look)
        if self._theme.has_pins and level is Level.FULL:
            self._paint_pin(painter, look)

    # -- paper --------------------------------------------------------------------------------

    def _paint_paper(self, painter: QPainter, face: CardFace, look: Look, level: Level) -> None:
        corner = _corner(look)
        box = QRectF(0, 0, look.width, look.height)
        hair = _hairline(look, self._theme.line_units)
        inside = box.adjusted(hair, hair, -hair, -hair)
        border = self._theme.colour("bd")
        paper = self._paper(face, look)
        if not corner:
            painter.fillRect(box, border)
            painter.fillRect(inside, paper)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        if not look.is_vector and level is Level.FULL:
            for spread, drop, alpha in _SHADOWS if self._theme.shade else ():
                painter.setBrush(self._theme.tinted("shadow", alpha * self._theme.shade))
                shade = box.adjusted(-spread, -spread + drop, spread, spread + drop)
                painter.drawRoundedRect(shade, corner + spread, corner + spread)
        painter.setBrush(border)
        painter.drawRoundedRect(box, corner, corner)
        painter.setBrush(paper)
        inner = max(0.0, corner - hair)
        painter.drawRoundedRect(inside, inner, inner)

    def _paper(self, face: CardFace, look: Look) -> QColor:
        if face.shown_as is ShownAs.STICKY:
            token = SHEET + look.accent
            return self._theme.colour(token if self._theme.has(token) else "notebg")
        return self._theme.colour("notebg" if face.kind == "note" else "surf")

    def _paint_stripe(self, painter: QPainter, sheet: Sheet, look: Look) -> None:
        colour, corner = self._accent(look.accent), _corner(look)
        height = min(sheet.stripe, look.height)
        if not corner:
            painter.fillRect(QRectF(0, 0, look.width, height), colour)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPath(_stripe(look.width, height, corner))

    def _paint_pin(self, painter: QPainter, look: Look) -> None:
        """The head of a pin in the middle of the upper edge, in the colour of the stripe."""
        size = min(PIN, look.width / 6, look.height / 6)
        middle = QPointF(look.width / 2, min(PIN_BELOW, look.height / 8))
        colour = self._accent(look.accent)
        painter.setPen(Qt.PenStyle.NoPen)
        for shade, shift, part in (
            (self._theme.tinted("shadow", 0.18), QPointF(1.5, 3.0), 1.1),
            (self._theme.tinted("shadow", 0.28), QPointF(0.7, 1.5), 1.0),
            (colour.darker(115), QPointF(0, 0), 1.0),
            (colour.lighter(135), QPointF(-0.5, -0.6), 0.78),
            (colour.lighter(230), QPointF(-1.7, -1.9), 0.26),
        ):
            painter.setBrush(shade)
            painter.drawEllipse(middle + shift * size / PIN, part * size, part * size)

    def _accent(self, token: str) -> QColor:
        # An accent from a newer version must not stop the board from being shown.
        return self._theme.colour(token if self._theme.has(token) else "tx3")

    # -- marks --------------------------------------------------------------------------------

    def _paint_mark(self, painter: QPainter, mark: Mark, look: Look) -> None:
        match mark:
            case Words():
                if mark.is_readable:
                    mark.text.paint(painter, mark.left, mark.top, self._accent(mark.token))
                else:
                    faint = QColor(self._accent(mark.token))
                    faint.setAlphaF(0.28)
                    mark.text.paint_bars(painter, mark.left, mark.top, faint)
            case Sign():
                self._paint_sign(painter, mark, look)
            case Pill():
                self._paint_pill(painter, mark, look)
            case Box():
                self._paint_box(painter, mark, look)
            case Wash():
                wash = QColor(self._accent(mark.token))
                wash.setAlphaF(0.3)
                painter.fillRect(mark.box, wash)
            case Triangle():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._theme.colour(mark.token))
                painter.drawPolygon(_triangle(mark.box, mark.points_up))
            case Picture() | Map():
                pass

    def _paint_sign(self, painter: QPainter, sign: Sign, look: Look) -> None:
        colour = self._accent(sign.token)
        if look.is_vector:
            paint_icon(painter, sign.icon, sign.box, colour)
            return
        size = max(1, round(sign.box.width() * look.zoom))
        pixmap = icon_pixmap(sign.icon, colour.name(), size, look.ratio)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(sign.box, pixmap, QRectF(pixmap.rect()))

    def _paint_pill(self, painter: QPainter, pill: Pill, look: Look) -> None:
        colour = self._accent(pill.token)
        hair = _hairline(look)
        corner = pill.box.height() / 2
        inner = pill.box.adjusted(hair, hair, -hair, -hair)
        ring = QPainterPath()
        ring.addRoundedRect(pill.box, corner, corner)
        ring.addRoundedRect(inner, corner - hair, corner - hair)
        painter.setPen(Qt.PenStyle.NoPen)
        if pill.is_tinted:
            painter.setBrush(self._theme.tinted(pill.token, 0.12))
            painter.drawRoundedRect(pill.box, corner, corner)
        painter.setBrush(colour)
        painter.drawPath(ring)

    def _paint_box(self, painter: QPainter, mark: Box, look: Look) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        corner = min(4.0 / min(look.zoom, 1.0), mark.box.height() / 2)
        box = mark.box
        if self._theme.is_outlined and mark.token == "chip":
            hair = _hairline(look)
            painter.setBrush(self._theme.colour("chipline"))
            painter.drawRoundedRect(box, corner, corner)
            box, corner = box.adjusted(hair, hair, -hair, -hair), max(0.0, corner - hair)
        painter.setBrush(self._theme.colour(mark.token))
        painter.drawRoundedRect(box, corner, corner)

    def _paint_picture(self, painter: QPainter, picture: Picture, look: Look) -> None:
        hair = _hairline(look)
        box = picture.box.adjusted(hair, 0, -hair, 0)
        sharpness = PAPER_SHARPNESS if look.is_vector else look.zoom * look.ratio
        wanted = math.ceil(box.width() * sharpness)
        image = self._thumbnails(picture.sha256, wanted)
        if image is None or image.isNull():
            painter.fillRect(box, self._theme.colour("surf2"))
            side = min(24.0, box.height() / 2)
            middle = box.center()
            place = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
            self._paint_sign(painter, Sign("image", place, "bd2"), look)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            if isinstance(self._theme, FadedTheme):
                painter.fillRect(box, self._theme.colour("bg"))
                painter.setOpacity(LEFT_OF_FADED)
            painter.drawImage(box, image, covering(image, box, picture.is_page))
            painter.setOpacity(1.0)
        rule = QRectF(box.left(), box.bottom() - hair, box.width(), hair)
        painter.fillRect(rule, self._theme.colour("bd"))


def covering(image: QImage, box: QRectF, is_page: bool = False) -> QRectF:
    """The middle part of an image that has the proportions of a box; of a page its head, where the words
    begin."""
    width, height = float(image.width()), float(image.height())
    shrink = min(width / box.width(), height / box.height())
    kept_w, kept_h = box.width() * shrink, box.height() * shrink
    above = 0.0 if is_page else (height - kept_h) / 2
    return QRectF((width - kept_w) / 2, above, kept_w, kept_h)


def _hairline(look: Look, width: float = 1.0) -> float:
    """A line so many device-independent pixels wide in board units, in whole physical pixels."""
    return max(1, round(look.ratio * width)) / (look.zoom * look.ratio)


def _corner(look: Look) -> float:
    """The radius of a card's corners in board units; 0 where they would not be seen."""
    corner = float(board_radius("card"))
    return corner if corner * look.zoom * look.ratio >= LEAST_CORNER else 0.0


def _stripe(width: float, height: float, corner: float) -> QPainterPath:
    """The upper part of a rectangle with round corners: no clipping, which not every export has."""
    corner = min(corner, width / 2)
    path = QPainterPath()
    if height < corner:
        angle = math.degrees(math.asin((corner - height) / corner))
        path.arcMoveTo(QRectF(0, 0, 2 * corner, 2 * corner), 180 - angle)
    else:
        angle = 0.0
        path.moveTo(0, height)
    path.arcTo(QRectF(0, 0, 2 * corner, 2 * corner), 180 - angle, -(90 - angle))
    path.arcTo(QRectF(width - 2 * corner, 0, 2 * corner, 2 * corner), 90, -(90 - angle))
    if height >= corner:
        path.lineTo(width, height)
    path.closeSubpath()
    return path


def _triangle(box: QRectF, points_up: bool) -> QPolygonF:
    middle = box.center().x()
    if points_up:
        corners = [box.bottomLeft(), box.bottomRight(), QPointF(middle, box.top())]
    else:
        corners = [box.topLeft(), box.topRight(), QPointF(middle, box.bottom())]
    return QPolygonF(corners)
