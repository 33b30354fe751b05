"""How the words of marks are set, and where they stand: beside what they are about, and over no other
words where that can be."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QTextLayout, QTextOption

from caseboard import theme as look
from caseboard.viewer.marked import Drawn
from casedb.model.marks import Form
from casedb.model.visible_text import visible

_LONGEST = 160
"""Characters of a mark's words that are shown on the picture."""

_MOST_LINES = 5
"""Lines of a text on the picture."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words that are set in lines, and how wide the widest of them is."""

    layout: QTextLayout
    width: float


def set_words(of: Drawn, widest: float) -> Words:
    """The words of a mark as they are shown: in one line, or of a text on the picture in several."""
    font = look.font("small", semibold=True)
    line = " ".join(visible(of.text[: 2 * _LONGEST]).split())
    short = line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"
    is_text = of.mark is not None and of.mark.form is Form.TEXT
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    modes = QTextOption.WrapMode
    option.setWrapMode(modes.WrapAtWordBoundaryOrAnywhere if is_text else modes.NoWrap)
    if not is_text:
        metrics = QFontMetricsF(font)
        short = metrics.elidedText(short, Qt.TextElideMode.ElideRight, widest)
    layout = QTextLayout(short, font)
    layout.setTextOption(option)
    width = _set_lines(layout, widest)
    # Once more, so that what runs from right to left begins where the widest line does.
    return Words(layout, _set_lines(layout, width))


def _set_lines(layout: QTextLayout, width: float) -> float:
    layout.beginLayout()
    y, widest = 0.0, 0.0
    for _ in range(_MOST_LINES):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(math.ceil(width))
        line.setPosition(QPointF(0, y))
        y += line.height()
        widest = max(widest, line.naturalTextWidth())
    layout.endLayout()
    return math.ceil(widest)


@dataclass(frozen=True, slots=True)
class Wish:
    """Words of a size, to stand beside a box on the screen."""

    beside: QRectF
    size: QSizeF


def places(wishes: Sequence[Wish], screen: QRectF, gap: float) -> list[QRectF]:
    """Where words stand, in the order of the wishes: those that come first choose first.

    Words of what is out of sight stand beside it there; others are moved into the screen.
    """
    taken: list[QRectF] = []
    for wish in wishes:
        taken.append(_place(wish, taken, screen, gap))
    return taken


def _place(wish: Wish, taken: Sequence[QRectF], screen: QRectF, gap: float) -> QRectF:
    options = [_within(each, screen, wish) for each in _around(wish, gap)]

    def worth(box: QRectF) -> tuple[float, float]:
        return sum(map(_area, (box & each for each in taken))), _area(box & wish.beside)

    return min(options, key=worth)


def _around(wish: Wish, gap: float) -> list[QRectF]:
    """Places around a box, the best first: above and below it, beside it, and further away."""
    box, wide, high = wish.beside, wish.size.width(), wish.size.height()
    left, right, middle = box.left(), box.right() - wide, box.center().x() - wide / 2
    rows = [box.top() - gap - high, box.bottom() + gap]
    level = box.center().y() - high / 2
    corners = [
        *(QPointF(x, y) for y in rows for x in (left, right, middle)),
        *(QPointF(x, level) for x in (box.right() + gap, box.left() - gap - wide)),
        *(
            QPointF(x, y)
            for n in (1, 2)
            for y in (rows[0] - n * (high + gap), rows[1] + n * (high + gap))
            for x in (left, right)
        ),
        QPointF(left + gap, box.top() + gap),
    ]
    return [QRectF(each, wish.size) for each in corners]


def _within(box: QRectF, screen: QRectF, wish: Wish) -> QRectF:
    # An empty box, which is a spot, meets nothing by Qt's reckoning.
    if not wish.beside.adjusted(-1, -1, 1, 1).intersects(screen):
        return box
    x = max(screen.left(), min(box.left(), screen.right() - box.width()))
    y = max(screen.top(), min(box.top(), screen.bottom() - box.height()))
    return QRectF(x, y, box.width(), box.height())


def _area(box: QRectF) -> float:
    return max(0.0, box.width()) * max(0.0, box.height())
