"""`ScalePainter`: the time that runs along a frame: a line with marks, and what they say."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from caseboard.board import levels
from caseboard.board.camera import View
from caseboard.lettering import Lettering, fount, set_lines
from caseboard.theme import Theme, tokens
from caseboard.time_marks import TimeMark, time_marks
from casedb.commands import scales
from casedb.commands.cards import FRAME_MARGIN, FRAME_TITLE
from casedb.commands.timeline import AXIS
from casedb.model.geometry import Rect
from casedb.model.moments import read_moment
from casedb.model.records import Frame, Scale

LEAST_APART = 84.0
"""Pixels from one mark to the next, at least."""
NAMED_FROM = 0.16
"""From this zoom on marks say which moment they stand for; from further away it would hide the title."""
LINE = FRAME_TITLE + FRAME_MARGIN + AXIS - 12.0
"""How far below the upper edge of its frame the line of a scale lies, in board units."""
TICK, GAP = 6.0, 6.0
INK = 48.0
"""How far, at the most, letters at some scale stick out of the room that they are laid out for."""
FAINT, CLEAR = 0.35, 0.7
_WIDEST = 400.0


class _Named(NamedTuple):
    """A mark, where it stands in board units, and what it says."""

    mark: TimeMark
    x: float
    text: Lettering


class ScalePainter:
    """Paints scales of time with one theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def paint(self, painter: QPainter, view: View, frame: Frame, scale: Scale) -> None:
        """Paint the scale of a frame with a painter that counts the pixels of a view.

        Nothing of it depends on which part of the frame the view shows.
        """
        first, last = read_moment(scale.first), read_moment(scale.last)
        if first is None or last is None or frame.h <= LINE or view.zoom < levels.FRAME_TITLE_FROM:
            return
        left = scales.x_of(scale, frame, first)
        width = scales.x_of(scale, frame, last) - left
        marks = time_marks(first, last, max(1, int(width * view.zoom / LEAST_APART)))
        hair = max(1, round(view.ratio))
        line = frame.y + LINE
        self._fill(painter, view, Rect(left, line, width, 0), (0, hair), CLEAR)
        for mark in marks:
            x = left + width * mark.part
            self._fill(painter, view, Rect(x, line - TICK, 0, TICK), (hair, 0), CLEAR)
            self._fill(painter, view, Rect(x, line, 0, frame.y + frame.h - line), (hair, 0), FAINT)
        if view.zoom >= NAMED_FROM:
            self._paint_names(painter, view, frame, _named(marks, left, width, view.zoom), line)

    def _fill(
        self, painter: QPainter, view: View, at: Rect, size: tuple[int, int], strength: float
    ) -> None:
        """Fill a rectangle that is of no width or height on the board, but for so many pixels."""
        left, top, width, height = view.box(at)
        wide, high = size
        box = QRectF(left, top, wide or width, high or height)
        painter.fillRect(box, self._theme.tinted("bd2", strength))

    def _paint_names(
        self, painter: QPainter, view: View, frame: Frame, named: list[_Named], line: float
    ) -> None:
        world = view.world
        for mark, x, text in _legible(named, frame.x + frame.w, view.zoom):
            at = Rect(x, line - TICK - text.height, text.width, text.height)
            if at.x - INK > world.right or at.right + INK < world.x:
                continue
            left, top, _, _ = view.box(at)
            painter.save()
            painter.translate(left, top)
            painter.scale(view.scale, view.scale)
            text.paint(painter, 0, 0, self._theme.colour("tx2" if mark.is_major else "tx3"))
            painter.restore()


def _named(marks: tuple[TimeMark, ...], left: float, width: float, zoom: float) -> list[_Named]:
    size = levels.readable_size(tokens().type_scale["tiny"], zoom)
    return [
        _Named(
            mark,
            left + width * mark.part,
            set_lines(mark.text, fount(size, semibold=mark.is_major), _WIDEST / zoom),
        )
        for mark in marks
    ]


def _legible(named: list[_Named], right: float, zoom: float) -> Iterator[_Named]:
    """Those that have room for what they say: the larger part of time before the smaller one."""
    gap = GAP / min(zoom, 1.0)
    shown: _Named | None = None
    for each, after in pairwise([*named, None]):
        assert each is not None
        end = each.x + each.text.width + gap
        gives_way = after is not None and after.mark.is_major and end > after.x
        is_hidden = shown is not None and shown.x + shown.text.width + gap > each.x
        if end - gap <= right and not gives_way and not is_hidden:
            shown = each
            yield each
