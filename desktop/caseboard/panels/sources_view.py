"""`SourcesView`: the list of sources, two lines each, moved in below their owners."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QStyleOptionViewItem, QWidget

from caseboard import theme as look
from caseboard.mirror import mirrored
from caseboard.panels.plain_list import PlainList, RowDelegate
from caseboard.panels.source_rows import SourceRow
from caseboard.panels.sources_model import Role, SourcesModel
from caseboard.row_paint import paint_ground, paint_icon, paint_line, quiet
from caseboard.scale import px
from caseboard.theme import Theme
from casedb.model.assessments import marked
from casedb.words import say

_ROW, _DEPTH, _ICON, _HIGH, _LOW = 42, 16, 14, 18, 15


class SourceDelegate(RowDelegate):
    """Paints one source."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = cast("SourceRow", index.data(Role.ROW))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, self.theme, option.rect, option.state, shows_focus=self.shows_focus)
        _paint(painter, self.theme, option, row)
        painter.restore()

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        editor = QLineEdit(parent)
        editor.setObjectName("outlineEditor")
        editor.setAccessibleName(say("Name of the source"))
        editor.setPlaceholderText(say("Name of the source"))
        return editor

    def updateEditorGeometry(
        self,
        editor: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = cast("SourceRow", index.data(Role.ROW))
        start = look.space("m") + row.depth * px(_DEPTH) + px(_ICON)
        whole = QRectF(option.rect)
        high = min(whole.height(), editor.sizeHint().height())
        # Over the name, which is the upper of the two lines; none of it is to be seen beside the editor.
        upper = max(whole.top(), whole.center().y() - (px(_HIGH) + high) / 2)
        box = QRectF(whole.left() + start, upper, 0, high)
        box.setRight(whole.right() - look.space("s"))
        editor.setGeometry(mirrored(box, whole, option.direction).toRect())


def _paint(painter: QPainter, theme: Theme, option: QStyleOptionViewItem, row: SourceRow) -> None:
    """Paint a row: places are told as from left to right, and mirrored where the layout is."""
    whole, way, gap = QRectF(option.rect), option.direction, look.space("s")
    left = whole.left() + look.space("m") + row.depth * px(_DEPTH)
    right, middle, side = whole.right() - look.space("m"), whole.center().y(), px(_ICON)
    first = middle - px(_HIGH) / 2
    mark = mirrored(QRectF(left, first - side / 2, side, side), whole, way)
    name = "lock" if row.is_protected else "source"
    paint_icon(
        painter, theme, name, "warn" if row.is_protected else "tx3", mark.left(), first, side
    )
    left += side + px(6)
    grade = marked(row.grade, row.apart)
    if grade:
        font = look.font("tiny", semibold=True)
        wide = QFontMetricsF(font).horizontalAdvance(grade) + px(10)
        pill = mirrored(QRectF(right - wide, first - px(8), wide, px(16)), whole, way)
        painter.setPen(QPen(theme.colour("bd2"), theme.line))
        painter.setBrush(theme.colour("surf"))
        corner = look.radius("control") - px(2)
        painter.drawRoundedRect(pill, corner, corner)
        painter.setPen(theme.colour("tx2"))
        painter.setFont(font)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, grade)
        right_of_name = right - wide - gap
    else:
        right_of_name = right
    top = QRectF(left, middle - px(_HIGH), right_of_name - left, px(_HIGH))
    foot = QRectF(left, middle + 1, right - left, px(_LOW))
    ink = theme.colour("tx" if row.is_met else "tx2")
    paint_line(painter, mirrored(top, whole, way), row.name, look.font("body"), ink, way=way)
    small, faint = look.font("tiny"), theme.colour(quiet(option.state))
    paint_line(painter, mirrored(foot, whole, way), row.details, small, faint, way=way)


class SourcesView(PlainList):
    """The list. F2 edits a name where it stands; `opened()` follows Return and a double click, `left()`
    Escape."""

    opened = Signal()
    left = Signal()

    def __init__(self, model: SourcesModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(SourceDelegate(theme, _ROW), say("Sources, below their owners"), parent)
        self.setObjectName("sourcesView")
        self.setModel(model)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.doubleClicked.connect(self._open)

    def _open(self, _: QModelIndex) -> None:
        self.opened.emit()

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_F2
            and not event.modifiers()
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_editing = self.state() is QAbstractItemView.State.EditingState
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # It may have ended the editing of a name, whose field passes it on.
            if not is_editing:
                self.opened.emit()
        elif event.key() == Qt.Key.Key_Escape and not is_editing:
            self.left.emit()
        else:
            super().keyPressEvent(event)
