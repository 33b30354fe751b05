"""`WelcomePage`: what the window shows while no case is open."""

from __future__ import annotations

from collections.abc import Sequence
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
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from caseboard import theme as look
from caseboard.flow_layout import FlowLayout
from caseboard.mark import mark_pixmap
from caseboard.panels.row_paint import paint_line
from caseboard.panels.wording import one_line, tip
from caseboard.theme import Theme

_SAYS = "An evidence board for people who must show how they know what they say."
_STAYS = "A case is one file on this computer. Caseboard never uses the network."
_EMPTY = "No case has been opened yet"
_EMPTY_HINT = (
    "Make a new one, or look around in the example: it shows how claims, evidence and the strings "
    "between them work together."
)
_WIDEST = 904
_MARK = 64
_CARD = QSize(288, 232)
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


class WelcomePage(QScrollArea):
    """The first page: recent cases, and the ways to a new one.

    `recent_wanted(path)` and `forget_wanted(path)` carry a `Path`.
    """

    new_wanted = Signal()
    open_wanted = Signal()
    example_wanted = Signal()
    recent_wanted = Signal(object)
    forget_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self.setAccessibleName("Welcome")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._theme = theme
        self.cards: list[RecentCard] = []
        self._page = QWidget()
        self._page.setObjectName("welcomePage")
        self._column = QWidget(self._page)
        self._column.setMaximumWidth(_WIDEST)
        self._mark = QLabel(self._column)
        self._mark.setAccessibleName("The mark of Caseboard")
        self.new_button = self._button("New case", "new_case", is_primary=True)
        self.open_button = self._button("Open…", "open")
        self.example_button = self._button("Open the example case", "board")
        self.new_button.clicked.connect(self.new_wanted)
        self.open_button.clicked.connect(self.open_wanted)
        self.example_button.clicked.connect(self.example_wanted)
        self._heading = _words("Recent cases", "welcomeHeading")
        self._grid = QWidget(self._column)
        self._grid.setAccessibleName("Recent cases")
        self._flow = FlowLayout(self._grid, look.space("l"))
        self._empty = self._empty_state()
        self._lay_out()
        self.setWidget(self._page)
        self.set_theme(theme)
        self.show_cases(())

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self._theme = theme
        self._mark.setPixmap(mark_pixmap(_MARK, self.devicePixelRatioF()))
        for button, name, token in (
            (self.new_button, "new_case", "actx"),
            (self.open_button, "open", "tx2"),
            (self.example_button, "board", "tx2"),
        ):
            button.setIcon(look.icon(name, theme, token, 16))
        for card in self.cards:
            card.set_theme(theme)

    def show_cases(self, cases: Sequence[RecentCase]) -> None:
        """Show these cases, the one opened last first."""
        for card in self.cards:
            self._flow.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [RecentCard(case, self._theme, self._grid) for case in cases]
        for card in self.cards:
            card.wanted.connect(self.recent_wanted)
            card.forget_wanted.connect(self.forget_wanted)
            card.stepped.connect(self._step)
            self._flow.addWidget(card)
            card.show()
        self._heading.setVisible(bool(cases))
        self._grid.setVisible(bool(cases))
        self._empty.setVisible(not cases)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # As many whole cards as fit, so that the column stands in the middle.
        gap = look.space("l")
        room = min(_WIDEST, event.size().width() - 2 * look.space("xl"))
        across = max(1, (room + gap) // (_CARD.width() + gap))
        self._column.setFixedWidth(across * (_CARD.width() + gap) - gap)

    def _step(self, card: object, key: int) -> None:
        """Move the focus from one card to the next in a direction."""
        at = next(n for n, each in enumerate(self.cards) if each is card)
        across = max(1, sum(each.y() == self.cards[0].y() for each in self.cards))
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -across,
            Qt.Key.Key_Down: across,
        }
        to = at + steps[Qt.Key(key)]
        if 0 <= to < len(self.cards):
            self.cards[to].setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(self.cards[to])

    def _button(self, text: str, icon: str, *, is_primary: bool = False) -> QPushButton:
        button = QPushButton(look.icon(icon, self._theme), text, self._column)
        button.setIconSize(QSize(16, 16))
        button.setProperty("primary", is_primary)
        return button

    def _empty_state(self) -> QFrame:
        box = QFrame(self._column)
        box.setObjectName("welcomeEmpty")
        inside = QVBoxLayout(box)
        inside.setContentsMargins(*[look.space("xl")] * 4)
        inside.setSpacing(look.space("xs"))
        inside.addWidget(_words(_EMPTY, "emptyTitle"))
        hint = _words(_EMPTY_HINT, "emptyText")
        hint.setWordWrap(True)
        inside.addWidget(hint)
        return box

    def _lay_out(self) -> None:
        says = _words(_SAYS, "welcomeSays")
        says.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(look.space("xs"))
        words.addStretch(1)
        words.addWidget(_words("Caseboard", "welcomeName"))
        words.addWidget(says)
        words.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(look.space("l"))
        head.addWidget(self._mark)
        head.addLayout(words, 1)
        buttons = QWidget(self._column)
        flow = FlowLayout(buttons, look.space("s"))
        for button in (self.new_button, self.open_button, self.example_button):
            flow.addWidget(button)
        column = QVBoxLayout(self._column)
        column.setContentsMargins(0, 2 * look.space("xl"), 0, look.space("xl"))
        column.setSpacing(look.space("m"))
        column.addLayout(head)
        column.addSpacing(look.space("m"))
        column.addWidget(buttons)
        column.addSpacing(look.space("xl"))
        for widget in (self._heading, self._grid, self._empty):
            column.addWidget(widget)
        column.addSpacing(look.space("l"))
        column.addWidget(_words(_STAYS, "welcomeStays"))
        column.addStretch(1)
        row = QHBoxLayout(self._page)
        row.setContentsMargins(look.space("xl"), 0, look.space("xl"), 0)
        row.addStretch(1)
        row.addWidget(self._column)
        row.addStretch(1)


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
        self.setFixedSize(_CARD)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        state = "file not found" if case.missing else f"opened {case.opened_at}"
        self.setAccessibleName(f"{self._title}, {state}, {case.path}")
        self.setToolTip(tip(str(case.path)))
        self.forget = QToolButton(self)
        self.forget.setObjectName("forgetCase")
        self.forget.setAccessibleName(f"Forget {self._title}")
        self.forget.setToolTip(tip("Take off this list; the file stays where it is"))
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
        self.forget.setIconSize(QSize(14, 14))
        self.forget.adjustSize()
        gap = look.space("s")
        self.forget.move(_CARD.width() - self.forget.width() - gap, gap)
        self.update()

    def menu(self) -> QMenu:
        """The menu of this case."""
        menu = QMenu(self)
        menu.addAction("Open", lambda: self.wanted.emit(self.case.path))
        menu.addAction("Take off this list", lambda: self.forget_wanted.emit(self.case.path))
        return menu

    def sizeHint(self) -> QSize:
        return _CARD

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
        self._paint_picture(painter, QRect(1, 1, self.width() - 2, _PICTURE))
        painter.setClipping(False)
        self._paint_words(painter)
        is_lit = self.underMouse() or self.isDown()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(
            QPen(self._theme.colour("ac"), 2)
            if self.hasFocus()
            else QPen(self._theme.colour("bd2" if is_lit else "bd"), 1)
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
            square = QRectF(0, 0, 32, 32)
            square.moveCenter(QPointF(box.center()))
            look.paint_icon(painter, name, square, self._theme.colour("bd2"))
        painter.setPen(QPen(self._theme.colour("bd"), 1))
        painter.drawLine(QPoint(box.left(), box.bottom()), QPoint(box.right(), box.bottom()))

    def _paint_words(self, painter: QPainter) -> None:
        left, width = look.space("m"), self.width() - 2 * look.space("m")
        top = _PICTURE + look.space("s")
        is_missing = self.case.missing
        lines = (
            (self._title, look.font("title", semibold=True), "tx2" if is_missing else "tx", 22),
            (
                "File not found" if is_missing else f"Opened {self.case.opened_at}",
                look.font("small"),
                "warn" if is_missing else "tx2",
                18,
            ),
        )
        for text, font, token, height in lines:
            line = QRectF(left, top, width, height)
            paint_line(painter, line, text, font, self._theme.colour(token))
            top += height
        font = look.font("tiny")
        where = QFontMetrics(font).elidedText(
            one_line(str(self.case.path)), Qt.TextElideMode.ElideMiddle, width
        )
        paint_line(painter, QRectF(left, top, width, 16), where, font, self._theme.colour("tx3"))


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
    for x in range(box.left() + _DOT // 2, box.right(), _DOT):
        for y in range(box.top() + _DOT // 2, box.bottom(), _DOT):
            painter.drawEllipse(QPointF(x, y), 1, 1)


def _words(text: str, name: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
