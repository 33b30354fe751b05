"""`PageStrip`: the pages of a document beside its picture, each as a thumbnail.

Only what is in sight is asked for, and it is made in the cage beside the window: a document of
hundreds of pages costs no more than one of three.
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple, cast

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFontMetricsF,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from caseboard import theme as look
from caseboard.marked_pictures import marks_on, with_marks
from caseboard.mirror import mirrored
from caseboard.row_list import NOWHERE, Index, RowList, ThemedDelegate
from caseboard.row_paint import paint_band
from caseboard.scale import px
from caseboard.theme import Theme
from caseboard.thumbnails import Thumbnails
from casedb import Case
from casedb.intake.cage.cage import Part
from casedb.words import say

WIDTH, HEIGHT = 96, 120
"""Pixels of a thumbnail at the most."""

_ROW, _STRIP = 150, 140
_WHOLE = (0.0, 0.0, 1.0, 1.0)
_PAGE = Qt.ItemDataRole.UserRole + 1
_WAYS = frozenset(
    {
        *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End),
        *(Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
    }
)


class PageRow(NamedTuple):
    """A page, counted from 1: its picture, if it is here, and how many marks are on it."""

    number: int
    image: QImage | None
    marks: int


class _Pages(QAbstractListModel):
    """The pages of one file."""

    def __init__(self, case: Case, parent: QObject) -> None:
        super().__init__(parent)
        self._case = case
        self.thumbnails: Thumbnails | None = None
        self.size = QSize()
        self.artifact = ""
        self.count = 0
        self.marks: Counter[int] = Counter()
        self._marked: dict[int, QImage] = {}

    def show(self, artifact: str, count: int) -> None:
        """Show the pages of a file."""
        self.beginResetModel()
        self.artifact, self.count = artifact, count
        self._marked.clear()
        self.endResetModel()

    def show_marks(self, marks: Counter[int]) -> None:
        """Show how many marks lie on each page, and paint them anew."""
        self.marks = marks
        self._marked.clear()

    def ask(self, row: int) -> QImage | None:
        """The thumbnail of a page as it came; None while it is not here."""
        if self.thumbnails is None:
            return None
        part, size = Part(_WHOLE, row), self.size
        return self.thumbnails.part(self.artifact, part, size.width(), size.height())

    def _picture(self, row: int) -> QImage | None:
        plain = self.ask(row)
        if plain is None or plain.isNull() or not self.marks[row + 1]:
            return plain
        if row not in self._marked:
            marks = marks_on(self._case.contents, self.artifact, row + 1)
            self._marked[row] = with_marks(plain, marks)
        return self._marked[row]

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else self.count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        number = index.row() + 1
        marks = self.marks[number]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{number:,}"
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                told = say("Page {n} of {count}", n=number, count=self.count)
                counted = say("{n} mark", "{n} marks", n=marks) if marks else ""
                return ", ".join(filter(None, (told, counted)))
            case _:
                is_page = role == _PAGE
                return PageRow(number, self._picture(index.row()), marks) if is_page else None


class PageStrip(RowList["_Delegate"]):
    """The strip; the page in front is the current row. `turned(int, bool)` carries the page that is
    wanted, from 0, and whether a key that is held only passes it; `escaped()` follows Escape."""

    turned = Signal(int, bool)
    escaped = Signal()

    def __init__(self, case: Case, theme: Theme, parent: QWidget) -> None:
        super().__init__(_Delegate(theme, WIDTH, _ROW), say("Pages"), parent)
        self.setObjectName("pageStrip")
        self._pages = _Pages(case, self)
        self._is_passing = False
        self.setModel(self._pages)
        self.setFixedWidth(px(_STRIP))
        self.setUniformItemSizes(True)
        # Else the rows would move when it comes.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.selectionModel().currentChanged.connect(self._turn)

    def show_thumbnails(self, thumbnails: Thumbnails) -> None:
        """Take the pictures of the pages from here."""
        self._pages.thumbnails = thumbnails
        thumbnails.ready.connect(self._take)
        self.viewport().update()

    def _take(self, artifact: str) -> None:
        if artifact == self._pages.artifact:
            self.viewport().update()

    # -- what is shown ---------------------------------------------------------------------------

    def show_pages(self, artifact: str, count: int) -> None:
        """Show the pages of a file, the first of them in front."""
        self._pages.show(artifact, count)
        self.show_page(0)

    def show_page(self, number: int) -> None:
        """Show which page is in front, counted from 0."""
        index = self._pages.index(number, 0)
        if index.isValid() and index != self.currentIndex():
            selection = self.selectionModel()
            blocked = self.blockSignals(True)
            selection.setCurrentIndex(index, selection.SelectionFlag.ClearAndSelect)
            self.blockSignals(blocked)
            self.scrollTo(index)

    def show_marks(self, marks: Counter[int]) -> None:
        """Show how many marks lie on each page, from 1."""
        self._pages.show_marks(marks)
        self.viewport().update()

    @property
    def seen(self) -> range:
        """The pages that are in sight, counted from 0."""
        box = self.viewport().rect()
        first, last = (self.indexAt(QPoint(px(8), y)).row() for y in (box.top(), box.bottom()))
        end = last + 1 if last >= 0 else self._pages.count
        return range(max(first, 0), end)

    def _turn(self, index: QModelIndex) -> None:
        if index.isValid():
            self.turned.emit(index.row(), self._is_passing)

    # -- events ----------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        self._pages.size = QSize(px(WIDTH), px(HEIGHT)) * self.devicePixelRatioF()
        # What is asked for last is made first.
        for row in reversed(self.seen):
            self._pages.ask(row)
        super().paintEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _WAYS and not held:
            self._is_passing = event.isAutoRepeat()
            super().keyPressEvent(event)
            self._is_passing = False
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            # Letters take up tools, as they do in the picture.
            event.ignore()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.scrollTo(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())


class _Delegate(ThemedDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        page, theme = cast("PageRow", index.data(_PAGE)), self.theme
        box = QRectF(option.rect)
        is_front = bool(option.state & QStyle.StateFlag.State_Selected)
        paint_band(painter, theme, box, option.state)
        painter.save()
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        room = QRectF(0, box.top() + look.space("xs"), px(WIDTH), px(HEIGHT))
        room.moveLeft(box.center().x() - room.width() / 2)
        paper = self._paint_page(painter, page.image, room, is_front=is_front)
        if page.marks:
            self._paint_count(painter, page.marks, paper, option.direction)
        painter.setFont(look.font("small", semibold=is_front))
        painter.setPen(theme.colour("tx" if is_front else "tx2"))
        line = QRectF(box.left(), room.bottom(), box.width(), box.bottom() - room.bottom())
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, str(index.data()))
        painter.restore()

    def _paint_page(
        self, painter: QPainter, image: QImage | None, room: QRectF, *, is_front: bool
    ) -> QRectF:
        """Paint a page, or an empty one while there is no picture of it; where it lies."""
        theme = self.theme
        is_here = image is not None and not image.isNull()
        size = QSize(px(85), px(HEIGHT)) if image is None or not is_here else image.size()
        fitted = size.scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        paper = QRectF(0, 0, fitted.width(), fitted.height())
        paper.moveCenter(room.center())
        painter.fillRect(paper, theme.colour("surf"))
        if image is not None and is_here:
            painter.drawImage(paper, image)
        elif image is not None:
            side = px(20)
            sign = QRectF(0, 0, side, side)
            sign.moveCenter(paper.center())
            look.paint_icon(painter, "file", sign, theme.colour("tx3"))
        painter.setPen(QPen(theme.colour("ac" if is_front else "bd"), 2 if is_front else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(paper)
        return paper

    def _paint_count(
        self, painter: QPainter, count: int, paper: QRectF, way: Qt.LayoutDirection
    ) -> None:
        """Paint how many marks are on a page, over its upper corner."""
        font = look.font("small", semibold=True)
        text = f"{count:,}"
        high = float(px(18))
        wide = max(high, QFontMetricsF(font).horizontalAdvance(text) + px(10))
        pill = QRectF(paper.right() - wide + px(6), paper.top() - px(2), wide, high)
        pill = mirrored(pill, paper, way)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour("ac"))
        painter.drawRoundedRect(pill, high / 2, high / 2)
        painter.setPen(self.theme.colour("actx"))
        painter.setFont(font)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
