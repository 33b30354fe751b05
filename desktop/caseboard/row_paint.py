"""What rows of lists are painted with: their ground, one line of plain text in its own direction, icons."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TypeAlias

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle

from caseboard import theme as look
from caseboard.mirror import start_of
from caseboard.theme import Theme

Marks: TypeAlias = Sequence[tuple[int, int]]
"""Half-open ranges of a text that a search met."""


def paint_line(
    painter: QPainter,
    box: QRectF,
    text: str,
    font: QFont,
    colour: QColor,
    marks: Marks = (),
    theme: Theme | None = None,
    way: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight,
) -> None:
    """Paint the beginning of a text into a box, where lines begin in a layout of a direction, and
    centred in height.

    Arabic and Hebrew run from right to left within the line. `marks` stand out in a theme.
    """
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    layout = QTextLayout(shown, font)
    layout.setTextOption(_line_option(way))
    if theme is not None:
        kept = len(shown) if shown == text else len(shown) - 1
        layout.setFormats(
            [_mark(shown, start, min(end, kept), theme) for start, end in marks if start < kept]
        )
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(box.width())
    layout.endLayout()
    painter.setPen(colour)
    layout.draw(painter, QPointF(box.left(), box.center().y() - line.height() / 2))


def paint_ground(
    painter: QPainter, theme: Theme, box: QRect, state: QStyle.StateFlag, *, shows_focus: bool
) -> None:
    """Paint what lies under a row: that it is selected or pointed at, and who has the focus."""
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(box, theme.colour("acbg"))
        if theme.is_outlined:
            _paint_outline(painter, QRectF(box), theme.colour("online"), theme.line)
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(box, theme.colour("hover"))
    if shows_focus and state & QStyle.StateFlag.State_HasFocus:
        _paint_outline(painter, QRectF(box), theme.colour("focus"), theme.ring)


def paint_band(painter: QPainter, theme: Theme, box: QRectF, state: QStyle.StateFlag) -> None:
    """Paint what lies under a row that goes from edge to edge: that it is selected or pointed at, and
    whether the selected one has the focus."""
    flags = QStyle.StateFlag
    if state & flags.State_Selected:
        painter.fillRect(box, theme.colour("acbg"))
    elif state & flags.State_MouseOver:
        painter.fillRect(box, theme.colour("hover"))
    if state & flags.State_Selected and state & flags.State_HasFocus:
        inset = theme.ring / 2
        painter.setPen(QPen(theme.colour("focus"), theme.ring))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(inset, inset, -inset, -inset))


def paint_current(painter: QPainter, theme: Theme, box: QRectF) -> None:
    """Paint what lies under the row of a list that has popped up which Return would take."""
    line, corner = theme.line, look.radius("control")
    painter.setPen(QPen(theme.colour("online"), line))
    painter.setBrush(theme.colour("acbg"))
    inset = line / 2
    inside = box.adjusted(inset, 1 + inset, -inset, -1 - inset)
    painter.drawRoundedRect(inside, corner, corner)


def paint_heading(
    painter: QPainter, theme: Theme, box: QRectF, text: str, way: Qt.LayoutDirection
) -> None:
    """Paint the heading of the rows below it."""
    painter.setFont(look.small_caps())
    painter.setPen(theme.colour("tx3"))
    words = box.adjusted(look.space("s"), look.space("xs"), -look.space("s"), 0)
    painter.drawText(words, _HEADING | start_of(way), text)


_HEADING = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


def _paint_outline(painter: QPainter, box: QRectF, colour: QColor, width: float) -> None:
    """Paint a line just inside a row."""
    inset = width / 2 + 1
    painter.setPen(QPen(colour, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    corner = look.space("xs")
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), corner, corner)


def quiet(state: QStyle.StateFlag) -> str:
    """The colour of small words in a row, readable also on a row that is lit."""
    lit = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver
    return "tx2" if state & lit else "tx3"


def paint_icon(
    painter: QPainter, theme: Theme, name: str, token: str, left: float, middle: float, size: int
) -> None:
    """Paint an icon in the colour of a token, its left edge and its middle line given."""
    ratio = painter.device().devicePixelRatioF()
    picture = look.icon_pixmap(name, theme.hex(token), size, ratio)
    painter.drawPixmap(QPointF(round(left), round(middle - size / 2)), picture)


@cache
def _line_option(way: Qt.LayoutDirection) -> QTextOption:
    option = QTextOption(start_of(way))
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    return option


def _mark(text: str, start: int, end: int, theme: Theme) -> QTextLayout.FormatRange:
    marked = QTextCharFormat()
    marked.setBackground(theme.colour("mark"))
    marked.setForeground(theme.colour("tx"))
    marked.setFontUnderline(theme.is_outlined)
    made = QTextLayout.FormatRange()
    # Qt counts in UTF-16.
    made.start = _units(text[:start])
    made.length = _units(text[start:end])
    made.format = marked
    return made


def _units(text: str) -> int:
    return len(text) + sum(sign > "\uffff" for sign in text)
