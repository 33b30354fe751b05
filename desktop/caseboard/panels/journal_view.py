"""`JournalView`: the list of entries, two lines each where it is narrow, one where it is wide."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
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
from caseboard.panels.journal_model import JournalLine, JournalModel, Role
from caseboard.panels.plain_list import PlainList, RowDelegate
from caseboard.panels.row_paint import paint_ground, paint_icon, paint_line, quiet
from caseboard.theme import Theme

WIDE = 560
"""From this width on an entry takes one line."""

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
        box = option.rect.adjusted(look.space("m"), 0, -look.space("m"), 0)
        if self.is_wide:
            self._paint_columns(painter, box, line, quiet(option.state))
        else:
            self._paint_lines(painter, box, line, quiet(option.state))
        painter.restore()

    def _paint_lines(self, painter: QPainter, box: QRect, line: JournalLine, token: str) -> None:
        middle = box.center().y() + 0.5
        top = QRectF(box.left(), middle - 18, box.width(), 18)
        foot = QRectF(box.left(), middle + 1, box.width(), 15)
        top.setRight(self._paint_right(painter, top, line.number, "small", token))
        foot.setRight(self._paint_right(painter, foot, line.hash, "tiny", token))
        self._paint_what(painter, top, line)
        told = " · ".join(filter(None, (line.when, line.step, line.who)))
        self._paint(painter, foot, told, "tiny", token)

    def _paint_columns(self, painter: QPainter, box: QRect, line: JournalLine, token: str) -> None:
        left = float(box.left())
        rest = box.width() - sum(_COLUMNS)
        for at, width in enumerate(_COLUMNS):
            cell = QRectF(left, box.top(), (width or rest) - look.space("m"), box.height())
            match at:
                case 2:
                    self._paint_what(painter, cell, line)
                case 5:
                    self._paint_right(
                        painter, cell.adjusted(0, 0, 12, 0), line.hash, "small", token
                    )
                case _:
                    text = (line.number, line.when, "", line.step, line.who)[at]
                    self._paint(painter, cell, text, "small", token)
            left += width or rest

    def _paint_what(self, painter: QPainter, box: QRectF, line: JournalLine) -> None:
        left = box.left()
        if line.icon:
            paint_icon(painter, self.theme, line.icon, "tx3", left, box.center().y(), _ICON)
            left += _ICON + look.space("xs")
        box.setLeft(left)
        self._paint(painter, box, line.what, "body", "tx")

    def _paint(self, painter: QPainter, box: QRectF, text: str, size: str, token: str) -> None:
        paint_line(painter, box, text, look.font(size), self.theme.colour(token))

    def _paint_right(
        self, painter: QPainter, box: QRectF, text: str, size: str, token: str
    ) -> float:
        """Paint a short text at the end of a box; where there is room up to."""
        width = QFontMetricsF(look.font(size)).horizontalAdvance(text) + 1
        end = QRectF(box.right() - width, box.top(), width + 1, box.height())
        self._paint(painter, end, text, size, token)
        return end.left() - look.space("s")


class JournalView(PlainList):
    """The list. Copy puts the selected entries on the clipboard, one a line."""

    def __init__(self, model: JournalModel, theme: Theme, parent: QWidget | None = None) -> None:
        self._entry = JournalDelegate(theme, _NARROW_ROW)
        super().__init__(self._entry, "Journal, newest entry first", parent)
        self.setObjectName("journalView")
        self._lines = model
        self.setModel(model)

    def resizeEvent(self, event: QResizeEvent) -> None:
        is_wide = event.size().width() >= WIDE
        if is_wide is not self._entry.is_wide:
            self._entry.is_wide = is_wide
            self._entry.height = _WIDE_ROW if is_wide else _NARROW_ROW
            self.scheduleDelayedItemsLayout()
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
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
