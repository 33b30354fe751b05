"""`WeakPointsView`: the list of weak points by check, each with its sentence in as many lines as it needs."""

from __future__ import annotations

from functools import lru_cache
from math import ceil
from typing import cast

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from caseboard import theme as look
from caseboard.mirror import mirrored, start_of
from caseboard.panels.plain_list import PlainList, RowDelegate
from caseboard.panels.weak_point_rows import Head, Line, More, PointRow
from caseboard.panels.weak_points_model import Role, WeakPointsModel
from caseboard.row_paint import paint_ground, paint_icon, paint_line, quiet
from caseboard.scale import px
from caseboard.theme import Theme
from casedb.words import say, written

_HEAD, _TITLE, _FOOT, _ICON, _PAD = 32, 19, 16, 14, 7
_ACROSS = 20
_LIT = QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected


class WeakPointDelegate(RowDelegate):
    """Paints heads and weak points; `width` is that of the list."""

    width = 240
    can_set_aside = True

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        line = cast("Line", index.data(Role.LINE))
        if not isinstance(line, PointRow):
            return QSize(px(160), px(_HEAD))
        text = _text_height(line.sentence, look.font("small"), self._text_width)
        foot = px(_FOOT) if line.named else 0
        return QSize(px(160), px(_TITLE) + text + foot + 2 * px(_PAD))

    @property
    def _text_width(self) -> int:
        return max(px(60), self.width - 2 * look.space("m") - px(_ICON) - look.space("s"))

    def cross_of(self, row: QRectF, way: Qt.LayoutDirection) -> QRectF:
        """Where on a row the cross lies that sets it aside."""
        side = px(_ACROSS)
        left = row.right() - look.space("s") - side
        return mirrored(QRectF(left, row.top() + px(_PAD), side, px(_TITLE)), row, way)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        line = cast("Line", index.data(Role.LINE))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, self.theme, option.rect, option.state, shows_focus=self.shows_focus)
        match line:
            case Head():
                self._paint_head(painter, option, line)
            case More():
                self._paint_more(painter, option, line)
            case PointRow():
                self._paint_point(painter, option, line)
        painter.restore()

    def _paint_head(self, painter: QPainter, option: QStyleOptionViewItem, line: Head) -> None:
        whole, way, side = QRectF(option.rect), option.direction, px(_ICON)
        left, right = whole.left() + look.space("s"), whole.right() - look.space("m")
        middle = whole.center().y()
        arrow = mirrored(QRectF(left, middle - side / 2, side, side), whole, way)
        closed = "chevron_left" if way is Qt.LayoutDirection.RightToLeft else "chevron_right"
        name = "chevron_down" if line.is_open else closed
        paint_icon(painter, self.theme, name, "tx3", arrow.left(), middle, side)
        number, font = written(line.count), look.font("small")
        wide = QFontMetricsF(font).horizontalAdvance(number) + 2
        left += side + look.space("xs")
        place = QRectF(left, whole.top(), right - wide - look.space("s") - left, whole.height())
        bold = look.font("small", semibold=True)
        ink = self.theme.colour("tx2")
        paint_line(painter, mirrored(place, whole, way), line.title, bold, ink, way=way)
        end = mirrored(QRectF(right - wide, whole.top(), wide, whole.height()), whole, way)
        faint = self.theme.colour(quiet(option.state))
        paint_line(painter, end, number, font, faint, way=way)

    def _paint_more(self, painter: QPainter, option: QStyleOptionViewItem, line: More) -> None:
        whole = QRectF(option.rect)
        lead = look.space("m") + px(_ICON) + look.space("s")
        place = mirrored(whole.adjusted(lead, 0, -look.space("m"), 0), whole, option.direction)
        ink = self.theme.colour("ac")
        font = look.font("small")
        paint_line(painter, place, line.spoken, font, ink, way=option.direction)

    def _paint_point(self, painter: QPainter, option: QStyleOptionViewItem, line: PointRow) -> None:
        whole, way, side = QRectF(option.rect), option.direction, px(_ICON)
        left, right = whole.left() + look.space("m"), whole.right() - look.space("m")
        top = whole.top() + px(_PAD)
        mark = mirrored(QRectF(left, top, side, px(_TITLE)), whole, way)
        middle = mark.center().y()
        paint_icon(painter, self.theme, line.icon, line.accent, mark.left(), middle, side)
        left += side + look.space("s")
        width, title_width = right - left, right - left
        if self.can_set_aside and line.asked.dismissal is None and option.state & _LIT:
            cross = self.cross_of(whole, way)
            small = px(12)
            at = cross.left() + (cross.width() - small) / 2
            paint_icon(painter, self.theme, "close", "tx2", at, middle, small)
            title_width -= px(_ACROSS)
        place = mirrored(QRectF(left, top, title_width, px(_TITLE)), whole, way)
        font, ink = look.font("body", semibold=True), self.theme.colour("tx")
        paint_line(painter, place, line.title, font, ink, way=way)
        top += px(_TITLE)
        small_font = look.font("small")
        high = _text_height(line.sentence, small_font, self._text_width)
        place = mirrored(QRectF(left, top, width, high), whole, way)
        painter.setPen(self.theme.colour("tx2"))
        _laid_out(line.sentence, small_font, self._text_width, way).draw(painter, place.topLeft())
        top += high
        place = mirrored(QRectF(left, top, width, px(_FOOT)), whole, way)
        faint = self.theme.colour(quiet(option.state))
        paint_line(painter, place, line.named, look.font("tiny"), faint, way=way)


def _text_height(text: str, font: QFont, width: int) -> int:
    return _measured(text, font.key(), width)


@lru_cache(maxsize=4096)
def _measured(text: str, _font: str, width: int) -> int:
    # Many rows say the same.
    left_to_right = Qt.LayoutDirection.LeftToRight
    return ceil(_laid_out(text, look.font("small"), width, left_to_right).boundingRect().height())


def _laid_out(text: str, font: QFont, width: float, way: Qt.LayoutDirection) -> QTextLayout:
    """A text in as many lines as it needs."""
    layout = QTextLayout(text, font)
    option = QTextOption(start_of(way))
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    layout.setTextOption(option)
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return layout


class WeakPointsView(PlainList):
    """The list. `went()` follows a press on a weak point and Return, `aside_wanted()` its cross, Delete
    and D; `folded(str, bool)` asks to fold a group or open it, `more_wanted(str)` for the rest of one;
    `left()` follows Escape."""

    went = Signal()
    aside_wanted = Signal()
    folded = Signal(str, bool)
    more_wanted = Signal(str)
    left = Signal()

    def __init__(self, model: WeakPointsModel, theme: Theme, parent: QWidget | None = None) -> None:
        delegate = WeakPointDelegate(theme, _HEAD)
        super().__init__(delegate, say("Weak points, the gravest first"), parent)
        self._delegate = delegate
        self._rows = model
        self.setObjectName("weakPointsView")
        self.setUniformItemSizes(False)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setModel(model)

    def allow_setting_aside(self, *, is_allowed: bool) -> None:
        """Offer the cross, or not where nothing changes."""
        self._delegate.can_set_aside = is_allowed
        self.viewport().update()

    @property
    def line(self) -> Line | None:
        """The current row."""
        return self._rows.line(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._delegate.width = self.viewport().width()
        super().resizeEvent(event)

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.scheduleDelayedItemsLayout()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is not Qt.MouseButton.LeftButton or index != self.currentIndex():
            return
        row = QRectF(self.visualRect(index))
        cross = self._delegate.cross_of(row, self.layoutDirection())
        line = self._rows.line(index)
        is_open = isinstance(line, PointRow) and line.asked.dismissal is None
        if is_open and self._delegate.can_set_aside and cross.contains(event.position()):
            self.aside_wanted.emit()
        else:
            self._enter()

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Delete
            and not event.modifiers()
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.delegate.shows_focus = True
        line = self.line
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        inward = Qt.Key.Key_Left if is_mirrored else Qt.Key.Key_Right
        outward = Qt.Key.Key_Right if is_mirrored else Qt.Key.Key_Left
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self._enter()
            case Qt.Key.Key_Delete | Qt.Key.Key_D if isinstance(line, PointRow):
                self.aside_wanted.emit()
            case Qt.Key.Key_Escape:
                self.left.emit()
            case key if key == inward and isinstance(line, Head):
                self.folded.emit(line.check, False)
            case key if key == outward and line is not None:
                group = line.group if isinstance(line, PointRow) else line.check
                self.folded.emit(group, True)
            case _:
                super().keyPressEvent(event)

    def _enter(self) -> None:
        match self.line:
            case Head() as head:
                self.folded.emit(head.check, head.is_open)
            case More() as more:
                self.more_wanted.emit(more.check)
            case PointRow():
                self.went.emit()
            case _:
                pass
