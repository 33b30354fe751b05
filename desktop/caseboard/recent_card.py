"""`RecentCard`: one case that was open before, on the welcome page."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QEnterEvent,
    QFocusEvent,
    QFontMetrics,
    QImage,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QMenu,
    QStyle,
    QToolButton,
    QWidget,
)

from caseboard import theme as look
from caseboard.measures import fix_size
from caseboard.panels.wording import one_line
from caseboard.plain_tips import give_tip
from caseboard.row_paint import paint_line
from caseboard.scale import px
from caseboard.theme import Theme
from casedb.words import say

CARD = QSize(288, 232)
"""The size of a card, in pixels at 100 %."""
_PICTURE = 160
_DOT = 16


@dataclass(frozen=True, slots=True)
class RecentCase:
    """A case that was open before: where it lies, its title, when that was, and a picture of it.

    `missing` where no file lies there now.
    """

    path: Path
    title: str
    opened_at: str
    preview: QImage | None = None
    missing: bool = False


class RecentCard(QAbstractButton):
    """One recent case: its picture, title, when it was open, and its file.

    `wanted(path)` follows a click or Enter, `forget_wanted(path)` the cross or Delete;
    `stepped(card, key)` an arrow key.
    """

    wanted = Signal(object)
    forget_wanted = Signal(object)
    stepped = Signal(object, int)

    def __init__(self, case: RecentCase, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.case = case
        self._theme = theme
        self._picture: QPixmap | None = None
        self._title = one_line(case.title) or one_line(case.path.stem)
        fix_size(self, CARD.width(), CARD.height())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        opened = say("opened {time}", time=case.opened_at)
        state = say("file not found") if case.missing else opened
        self.setAccessibleName(f"{self._title}, {state}, {case.path}")
        give_tip(self, str(case.path))
        self.forget = QToolButton(self)
        self.forget.setObjectName("forgetCase")
        self.forget.setAccessibleName(say("Forget {title}", title=self._title))
        give_tip(self.forget, say("Take off this list; the file stays where it is"))
        self.forget.setCursor(Qt.CursorShape.ArrowCursor)
        self.forget.clicked.connect(lambda: self.forget_wanted.emit(self.case.path))
        self.forget.installEventFilter(self)
        self.clicked.connect(lambda: self.wanted.emit(self.case.path))
        self.set_theme(theme)
        self._show_forget()

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self._theme = theme
        self.forget.setIcon(look.icon("close", theme, "tx2", 14))
        self._place_forget()
        self.update()

    def refit(self) -> None:
        """Keep the cross in its corner at another scale."""
        self._picture = None
        self._place_forget()

    def _place_forget(self) -> None:
        self.forget.adjustSize()
        gap, size = look.space("s"), self.forget.size()
        corner = QRect(QPoint(self.width() - size.width() - gap, gap), size)
        self.forget.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), corner))

    def menu(self) -> QMenu:
        """The menu of this case."""
        menu = QMenu(self)
        first = say("&Locate…") if self.case.missing else say("&Open")
        menu.addAction(first, lambda: self.wanted.emit(self.case.path))
        menu.addAction(say("&Take off this list"), lambda: self.forget_wanted.emit(self.case.path))
        return menu

    def sizeHint(self) -> QSize:
        return QSize(px(CARD.width()), px(CARD.height()))

    # -- Qt tells -------------------------------------------------------------------------

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.click()
            case Qt.Key.Key_Delete:
                self.forget_wanted.emit(self.case.path)
            case Qt.Key.Key_Left | Qt.Key.Key_Right | Qt.Key.Key_Up | Qt.Key.Key_Down:
                self.stepped.emit(self, event.key())
            case _:
                super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._show_forget()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._show_forget()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._show_forget()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_forget()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_forget()

    def _show_forget(self) -> None:
        is_wanted = self.underMouse() or self.hasFocus() or self.forget.hasFocus()
        self.forget.setVisible(is_wanted or self.case.missing)

    # -- painting -------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        corner = look.radius("frame")
        around = QPainterPath()
        around.addRoundedRect(box, corner, corner)
        painter.fillPath(around, self._theme.colour("surf"))
        painter.setClipPath(around)
        self._paint_picture(painter, QRect(1, 1, self.width() - 2, px(_PICTURE)))
        painter.setClipping(False)
        self._paint_words(painter)
        is_lit = self.underMouse() or self.isDown()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(
            QPen(self._theme.colour("focus"), self._theme.ring)
            if self.hasFocus()
            else QPen(self._theme.colour("bd2" if is_lit else "bd"), self._theme.line)
        )
        painter.drawPath(around)
        painter.end()

    def _paint_picture(self, painter: QPainter, box: QRect) -> None:
        painter.fillRect(box, self._theme.colour("bg"))
        if self.case.preview is not None:
            if self._picture is None:
                self._picture = _cover(self.case.preview, box.size(), self.devicePixelRatioF())
            painter.setOpacity(0.35 if self.case.missing else 1.0)
            painter.drawPixmap(box, self._picture)
            painter.setOpacity(1.0)
        else:
            _paint_dots(painter, box, self._theme.colour("dot"))
            name = "warning" if self.case.missing else "board"
            square = QRectF(0, 0, px(32), px(32))
            square.moveCenter(QPointF(box.center()))
            look.paint_icon(painter, name, square, self._theme.colour("bd2"))
        painter.setPen(QPen(self._theme.colour("bd"), self._theme.line))
        painter.drawLine(QPoint(box.left(), box.bottom()), QPoint(box.right(), box.bottom()))

    def _paint_words(self, painter: QPainter) -> None:
        left, width = look.space("m"), self.width() - 2 * look.space("m")
        top = px(_PICTURE) + look.space("s")
        way = self.layoutDirection()
        is_missing = self.case.missing
        lines = (
            (self._title, look.font("title", semibold=True), "tx2" if is_missing else "tx", px(22)),
            (
                say("File not found")
                if is_missing
                else say("Opened {time}", time=self.case.opened_at),
                look.font("small"),
                "warn" if is_missing else "tx2",
                px(18),
            ),
        )
        for text, font, token, height in lines:
            line = QRectF(left, top, width, height)
            paint_line(painter, line, text, font, self._theme.colour(token), way=way)
            top += height
        font = look.font("tiny")
        where = QFontMetrics(font).elidedText(
            one_line(str(self.case.path)), Qt.TextElideMode.ElideMiddle, width
        )
        line = QRectF(left, top, width, px(16))
        paint_line(painter, line, where, font, self._theme.colour("tx3"), way=way)


def _cover(image: QImage, size: QSize, ratio: float) -> QPixmap:
    """The middle of a picture, scaled so that it covers a size."""
    pixels = size * ratio
    scaled = image.scaled(
        pixels,
        Qt.AspectRatioMode.KeepAspectRatioByExpanding,
        Qt.TransformationMode.SmoothTransformation,
    )
    left = (scaled.width() - pixels.width()) // 2
    top = (scaled.height() - pixels.height()) // 2
    return QPixmap.fromImage(scaled.copy(left, top, pixels.width(), pixels.height()))


def _paint_dots(painter: QPainter, box: QRect, colour: QColor) -> None:
    """The dots of an empty board."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    step = px(_DOT)
    for x in range(box.left() + step // 2, box.right(), step):
        for y in range(box.top() + step // 2, box.bottom(), step):
            painter.drawEllipse(QPointF(x, y), 1, 1)
