"""`JournalView`: the list of entries, two lines each where it is narrow, one where it is wide."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QStyleOptionViewItem,
    QWidget,
)

from caseboard import theme as look
from caseboard.mirror import mirrored
from caseboard.panels.journal_model import JournalLine, JournalModel, Role
from caseboard.panels.plain_list import PlainList, RowDelegate
from caseboard.row_paint import paint_ground, paint_icon, paint_line, quiet
from caseboard.scale import px
from caseboard.theme import Theme
from casedb.words import say

WIDE = 560
"""From this width on, in pixels at 100 %, an entry takes one line."""

_NARROW_ROW, _WIDE_ROW = 44, 28
_ICON = 14
_COLUMNS = (64, 140, 0, 110, 150, 76)
"""Widths of number, time, what, step, who and hash in one line; 0 takes what is left."""


class JournalDelegate(RowDelegate):
    """Paints one entry."""

    is_wide = False

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        line = cast("JournalLine", index.data(Role.LINE))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, self.theme, option.rect, option.state, shows_focus=self.shows_focus)
        entry = _EntryPainter(painter, self.theme, option, line)
        if self.is_wide:
            entry.paint_columns()
        else:
            entry.paint_lines()
        painter.restore()


class _EntryPainter:
    """One entry being painted. Places are told as from left to right, and mirrored where the layout
    is."""

    def __init__(
        self, painter: QPainter, theme: Theme, option: QStyleOptionViewItem, line: JournalLine
    ) -> None:
        self._painter = painter
        self._theme = theme
        self._line = line
        self._whole = QRectF(option.rect)
        self._way = option.direction
        self._quiet = quiet(option.state)
        margin = look.space("m")
        self._box = self._whole.adjusted(margin, 0, -margin, 0)

    def paint_lines(self) -> None:
        """Paint it in two lines."""
        line, box = self._line, self._box
        middle, high, low = box.center().y(), px(18), px(15)
        top = QRectF(box.left(), middle - high, box.width(), high)
        foot = QRectF(box.left(), middle + 1, box.width(), low)
        top.setRight(self._end(top, line.number, "small"))
        foot.setRight(self._end(foot, line.hash, "tiny"))
        self._what(top)
        told = " · ".join(filter(None, (line.when, line.step, line.who)))
        self._words(foot, told, "tiny", self._quiet)

    def paint_columns(self) -> None:
        """Paint it in one line."""
        line, box = self._line, self._box
        left, gap = box.left(), look.space("m")
        widths = [px(width) for width in _COLUMNS]
        rest = box.width() - sum(widths)
        for at, width in enumerate(widths):
            cell = QRectF(left, box.top(), (width or rest) - gap, box.height())
            match at:
                case 2:
                    self._what(cell)
                case 5:
                    self._end(cell.adjusted(0, 0, gap, 0), line.hash, "small")
                case _:
                    text = (line.number, line.when, "", line.step, line.who)[at]
                    self._words(cell, text, "small", self._quiet)
            left += width or rest

    def _what(self, box: QRectF) -> None:
        left = box.left()
        if self._line.icon:
            side = px(_ICON)
            seen = self._seen(QRectF(left, box.top(), side, box.height()))
            middle = seen.center().y()
            paint_icon(
                self._painter, self._theme, self._line.icon, "tx3", seen.left(), middle, side
            )
            left += side + look.space("xs")
        box.setLeft(left)
        self._words(box, self._line.what, "body", "tx")

    def _words(self, box: QRectF, text: str, size: str, token: str) -> None:
        ink = self._theme.colour(token)
        paint_line(self._painter, self._seen(box), text, look.font(size), ink, way=self._way)

    def _end(self, box: QRectF, text: str, size: str) -> float:
        """Paint a short text at the end of a box; where there is room up to."""
        width = QFontMetricsF(look.font(size)).horizontalAdvance(text) + 1
        end = QRectF(box.right() - width, box.top(), width + 1, box.height())
        self._words(end, text, size, self._quiet)
        return end.left() - look.space("s")

    def _seen(self, box: QRectF) -> QRectF:
        return mirrored(box, self._whole, self._way)


class JournalView(PlainList):
    """The list. Copy puts the selected entries on the clipboard, one a line; `opened(Entry)` follows
    Return and a click on one, but for a click that selects several; `left()` follows Escape."""

    opened = Signal(object)
    left = Signal()

    def __init__(self, model: JournalModel, theme: Theme, parent: QWidget | None = None) -> None:
        self._entry = JournalDelegate(theme, _NARROW_ROW)
        super().__init__(self._entry, say("Journal, newest entry first"), parent)
        self.setObjectName("journalView")
        self._lines = model
        self.setModel(model)
        self.clicked.connect(self._open_alone)

    def _open_alone(self, index: QModelIndex) -> None:
        if len(self.selectedIndexes()) <= 1:
            self._open(index)

    def _open(self, index: QModelIndex) -> None:
        entry = self._lines.entry(index)
        if entry is not None:
            self.opened.emit(entry)

    def resizeEvent(self, event: QResizeEvent) -> None:
        is_wide = event.size().width() >= px(WIDE)
        if is_wide is not self._entry.is_wide:
            self._entry.is_wide = is_wide
            self._entry.height = _WIDE_ROW if is_wide else _NARROW_ROW
            self.scheduleDelayedItemsLayout()
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """Put the selected entries on the clipboard: number, UTC time, who, what, hash."""
        rows = sorted(self.selectedIndexes(), key=QModelIndex.row)
        entries = [entry for row in rows if (entry := self._lines.entry(row)) is not None]
        lines = [
            f"#{each.seq}\t{each.at}\t{each.actor}\t{each.label}\t{each.hash}" for each in entries
        ]
        QGuiApplication.clipboard().setText("\n".join(lines))
