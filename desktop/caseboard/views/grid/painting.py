"""Painting the heads and cells of a grid, in units: pixels at 100 %. The screen and exports use the same."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from caseboard.lettering import Fount, Lettering, fount, set_lines
from caseboard.mirror import is_mirrored, mirrored
from caseboard.theme import Theme, board_space, faded, paint_icon, tokens
from caseboard.views.grid.faces import MOST_SPREAD, CellFace, ColumnFace, RowFace

COLUMN, HEAD, LOW_HEAD = 116.0, 92.0, 63.0
"""How wide a column and how high its head is, and where there is little room."""
ROW = 42.0
ROW_HEAD, LEAST_ROW_HEAD = 320.0, 210.0
"""How high a row is; how wide its head is, and at the least."""
FIGURE, SHARE = 140.0, 0.46
"""How wide the end of a head of a row is, and as a share of the head at the most."""

_ICON = 14.0
_SIGN = 17
_DOT, _DOTS = 5.0, 8.0
_BAR = 3.0
_SMALL = 12.0
_FOOT = 15.0
_TINTS = (0.0, 0.06, 0.13)
_HATCH = 7.0


@dataclass(frozen=True, slots=True)
class Standing:
    """How something is looked at now: selected, pointed at, or where the keys are."""

    is_selected: bool = False
    is_lit: bool = False


PLAIN = Standing()


def step(name: str, *, semibold: bool = False) -> Fount:
    """The interface font in one of the sizes of the tokens, in units."""
    return fount(tokens().type_scale[name], semibold=semibold)


def ground_of(theme: Theme, face: CellFace, *, is_selected: bool = False) -> QColor:
    """The colour on which the sign of a cell stands."""
    base = theme.colour("surf")
    if theme.is_outlined or not face.strength:
        return theme.colour("acbg") if is_selected else base
    tint, share = theme.colour(face.token), _TINTS[face.strength]
    rest = 1 - share
    return QColor(
        round(tint.red() * share + base.red() * rest),
        round(tint.green() * share + base.green() * rest),
        round(tint.blue() * share + base.blue() * rest),
    )


def paint_cell(
    painter: QPainter,
    box: QRectF,
    face: CellFace,
    theme: Theme,
    *,
    column: ColumnFace,
    is_selected: bool = False,
) -> None:
    """Paint a cell with the lines below and behind it."""
    theme = faded(theme) if column.is_faded or column.is_aside else theme
    if column.is_quiet and face.strength:
        face = CellFace(
            face.sign, "tx3", 0, face.is_small, face.is_hatched, face.is_apart, face.count
        )
    painter.fillRect(box, ground_of(theme, face, is_selected=is_selected))
    if face.is_hatched:
        _hatch(painter, box, theme)
    _rule(painter, box, theme)
    if theme.is_outlined and face.strength:
        _outline(painter, box, theme.colour(face.token), theme.line_units * face.strength)
    colour = theme.colour(face.token)
    letters = step("tiny") if face.is_small else fount(_SIGN, semibold=True)
    if face.sign:
        set_ = set_lines(face.sign, letters, box.width())
        _centred(painter, set_, box, colour)
    if face.is_apart:
        told = set_lines("≠", step("small", semibold=True), box.width())
        told.paint(painter, box.right() - told.width - 6, box.top() + 2, theme.colour("warn"))
    if face.count > 1:
        told = set_lines(f"×{face.count}", step("tiny"), box.width())
        low = box.bottom() - told.height - 2
        told.paint(painter, box.right() - told.width - 6, low, theme.colour("tx3"))


def paint_column(
    painter: QPainter,
    box: QRectF,
    face: ColumnFace,
    theme: Theme,
    way: Qt.LayoutDirection,
    standing: Standing = PLAIN,
) -> None:
    """Paint the head of a column."""
    # What is struck through is read to be counted again.
    theme = faded(theme) if face.is_faded and not face.is_aside else theme
    painter.fillRect(box, _ground(theme, standing))
    _rule(painter, box, theme)
    if standing.is_selected:
        mark = QRectF(box.left(), box.bottom() - 3, box.width(), 3)
        painter.fillRect(mark, theme.colour("ac"))
    room = box.adjusted(8, 6, -8, -5)
    token = "tx3" if face.is_quiet or face.is_aside else face.accent
    icon = QRectF(room.left(), room.top(), _ICON, _ICON)
    paint_icon(painter, face.icon, mirrored(icon, room, way), theme.colour(token))
    facts = set_lines(face.facts, step("tiny"), room.width() - _ICON - 4)
    at = QRectF(room.right() - facts.width, room.top(), facts.width, facts.height)
    facts.paint(
        painter, mirrored(at, room, way).left() - facts.start, room.top(), theme.colour("tx3")
    )
    ink = theme.colour("tx3" if face.is_quiet or face.is_aside else "tx")
    letters = step("tiny", semibold=not face.is_quiet)
    left = room.height() - _ICON - 3 - (_FOOT if _has_foot(face) else 0)
    title = set_lines(face.title, letters, room.width(), max(1, int(left / letters.pitch)))
    top = room.top() + _ICON + 3
    title.paint(painter, room.left(), top, ink)
    if face.is_aside:
        _strike(painter, title, room.left(), top, ink)
    _paint_foot(painter, room, face, theme, way)


def _has_foot(face: ColumnFace) -> bool:
    return face.spread is not None or bool(face.note)


def _paint_foot(
    painter: QPainter, room: QRectF, face: ColumnFace, theme: Theme, way: Qt.LayoutDirection
) -> None:
    middle, left = room.bottom() - 6, 0.0
    if face.spread is not None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = theme.colour("tx3" if face.is_quiet else "tx2")
        painter.setPen(QPen(colour, 1))
        for n in range(MOST_SPREAD):
            dot = QRectF(room.left() + n * _DOTS, middle - _DOT / 2, _DOT, _DOT)
            painter.setBrush(colour if n < face.spread else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(mirrored(dot, room, way))
        left = MOST_SPREAD * _DOTS + 2
    if face.note:
        note = set_lines(face.note, step("tiny", semibold=True), room.width() - left)
        at = QRectF(room.right() - note.width, middle - note.height / 2, note.width, note.height)
        if face.spread is None:
            at.moveLeft(room.left())
        at = mirrored(at, room, way)
        note.paint(painter, at.left() - note.start, at.top(), theme.colour(face.note_token))


def paint_row(
    painter: QPainter,
    box: QRectF,
    face: RowFace,
    theme: Theme,
    way: Qt.LayoutDirection,
    standing: Standing = PLAIN,
) -> None:
    """Paint the head of a row."""
    painter.fillRect(box, _ground(theme, standing))
    _rule(painter, box, theme)
    if face.alarm or standing.is_selected:
        stripe = mirrored(QRectF(box.left(), box.top(), 3, box.height() - 1), box, way)
        painter.fillRect(stripe, theme.colour("ac" if standing.is_selected else face.alarm))
    room = box.adjusted(12, 2, -10, -3)
    figure = min(FIGURE, room.width() * SHARE)
    words = QRectF(room.left(), room.top(), room.width() - figure - 10, room.height())
    _paint_title(painter, mirrored(words, room, way), face, theme)
    end = QRectF(room.right() - figure, room.top(), figure, room.height())
    _paint_end(painter, mirrored(end, room, way), face, theme, way)


def _paint_title(painter: QPainter, room: QRectF, face: RowFace, theme: Theme) -> None:
    caps = fount(tokens().type_scale["tiny"], semibold=True, caps=True)
    lead = set_lines(face.lead, caps, room.width()) if face.lead else None
    strong = step("small", semibold=face.is_strong)
    left = room.height() - (lead.height if lead is not None else 0)
    title = set_lines(face.title, strong, room.width(), max(1, int(left / strong.pitch)))
    high = title.height + (lead.height if lead is not None else 0)
    top = room.center().y() - high / 2
    if lead is not None:
        at = room.right() - lead.width if title.lines and title.start > 1 else room.left()
        lead.paint(painter, at - lead.start, top, theme.colour("tx3"))
        top += lead.height
    title.paint(painter, room.left(), top, theme.colour("tx"))


def _paint_end(
    painter: QPainter, room: QRectF, face: RowFace, theme: Theme, way: Qt.LayoutDirection
) -> None:
    indent = _SMALL + 5 if face.icon else 0.0
    letters = step("tiny" if face.icon else "small", semibold=True)
    note = set_lines(face.note, step("tiny"), room.width() - indent)
    left = room.height() - (note.height if face.note else 0)
    lines = 1 if face.share is not None else max(1, min(2, int(left / letters.pitch)))
    figure = set_lines(face.figure, letters, room.width() - indent, lines)
    bar = _BAR + 3 if face.share is not None else 0.0
    high = figure.height + bar + (note.height if face.note else 0)
    top = room.center().y() - high / 2
    if face.icon:
        middle = top + letters.pitch / 2
        icon = QRectF(room.left(), middle - _SMALL / 2, _SMALL, _SMALL)
        paint_icon(painter, face.icon, mirrored(icon, room, way), theme.colour(face.figure_token))
    words = room.adjusted(indent, 0, 0, 0)
    _set_at_start(
        painter, figure, mirrored(words, room, way), top, theme.colour(face.figure_token), way
    )
    top += figure.height
    if face.share is not None:
        _paint_bar(painter, room, top, face.share, theme.colour(face.figure_token), theme, way)
        top += bar
    if face.note:
        _set_at_start(
            painter, note, mirrored(words, room, way), top, theme.colour(face.note_token), way
        )


def _set_at_start(
    painter: QPainter,
    words: Lettering,
    room: QRectF,
    top: float,
    colour: QColor,
    way: Qt.LayoutDirection,
) -> None:
    """Paint words where reading begins, in whichever direction they run themselves."""
    left = room.right() - words.width if is_mirrored(way) else room.left()
    words.paint(painter, left - words.start, top, colour)


def _paint_bar(
    painter: QPainter,
    room: QRectF,
    top: float,
    share: float,
    colour: QColor,
    theme: Theme,
    way: Qt.LayoutDirection,
) -> None:
    painter.fillRect(QRectF(room.left(), top, room.width(), _BAR), theme.colour("bd"))
    part = QRectF(room.left(), top, room.width() * max(0.0, min(1.0, share)), _BAR)
    painter.fillRect(mirrored(part, room, way), colour)


def paint_corner(
    painter: QPainter, box: QRectF, told: tuple[str, str], theme: Theme, way: Qt.LayoutDirection
) -> None:
    """Paint what stands above the heads of the rows and beside those of the columns."""
    painter.fillRect(box, theme.colour("surf2"))
    _rule(painter, box, theme)
    room = box.adjusted(12, 7, -10, -7)
    figure = min(FIGURE, room.width() * SHARE)
    end = QRectF(room.right() - figure, room.top(), figure, room.height())
    words = QRectF(room.left(), room.top(), room.width() - figure - 10, room.height())
    for text, place in zip(told, (words, end), strict=True):
        at = mirrored(place, room, way)
        lines = set_lines(text, step("tiny", semibold=True), at.width(), 3, keeps_words=True)
        left = at.right() - lines.width if is_mirrored(way) else at.left()
        lines.paint(painter, left - lines.start, at.bottom() - lines.height, theme.colour("tx3"))


def _ground(theme: Theme, standing: Standing) -> QColor:
    if standing.is_selected:
        return theme.colour("acbg")
    return theme.colour("hover" if standing.is_lit else "surf2")


def _rule(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """The hairlines below and behind a box."""
    colour = theme.colour("bd")
    painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), colour)
    painter.fillRect(QRectF(box.right() - 1, box.top(), 1, box.height()), colour)


def _outline(painter: QPainter, box: QRectF, colour: QColor, width: float) -> None:
    inset = width / 2 + 3
    painter.setPen(QPen(colour, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box.adjusted(inset, inset, -inset - 1, -inset - 1))


def _hatch(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """Strokes from corner to corner: what the column is cannot show what the row is."""
    painter.save()
    painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("bd"), 1.5))
    high, at = box.height(), box.left() - box.height()
    strokes: list[QLineF] = []
    while at < box.right():
        strokes.append(QLineF(at, box.bottom(), at + high, box.top()))
        at += _HATCH
    painter.drawLines(strokes)
    painter.restore()


def _centred(painter: QPainter, words: Lettering, box: QRectF, colour: QColor) -> None:
    left = box.center().x() - words.width / 2 - words.start
    words.paint(painter, left, box.center().y() - words.height / 2, colour)


def _strike(painter: QPainter, words: Lettering, left: float, top: float, colour: QColor) -> None:
    painter.setPen(QPen(colour, 1))
    for line, (start, width) in enumerate(words.spans):
        middle = top + (line + 0.55) * words.of.pitch
        painter.drawLine(QPointF(left + start, middle), QPointF(left + start + width, middle))


def gap() -> float:
    """The distance between parts of a drawing."""
    return float(board_space("l"))
