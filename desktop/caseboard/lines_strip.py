"""`LinesStrip`: over a board on which independent lines are drawn: how many, which they are, the signs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from caseboard import theme as look
from caseboard.board.line_marks import NO_LINE, badge_box, paint_badge, paint_rings
from caseboard.elided_label import ElidedLabel
from caseboard.flow_layout import FlowLayout
from caseboard.focus_order import order_focus
from caseboard.measures import set_margins, set_spacing
from caseboard.plain_tips import give_tip
from caseboard.scale import px
from caseboard.segments import Segments
from caseboard.strip import Strip
from caseboard.theme import Theme, icon_pixmap, space
from caseboard.titles import in_menu, shown_title
from casedb.words import say

MOST_LISTED = 12
"""More lines than this stand in a menu."""
MOST_ROWS = 2
"""Of them as many stand on the strip as have room in so many rows."""
LONGEST_NAME = 180
"""Pixels at 100 % of a title that stand beside the number of its line."""
FEWEST = 12
"""Characters of a title that are left where there is little room for the heading."""
HEAD_ROWS = 1.8
_ICON, _SAMPLE = 16, 22
_LEAST = 60
"""Pixels of the words beside a sign, at 100 %, that are seen at least."""
SIGNS, REMARKS = ("choke", "unknown", "circular"), ("absent", "hidden")


@dataclass(frozen=True, slots=True)
class LineName:
    """A line as it is told: its number, what stands beside it, and all of it."""

    number: int
    name: str
    way: str


@dataclass(frozen=True, slots=True)
class LinesTold:
    """All that the strip tells: a heading with a title in it, the lines, which of SIGNS there are, and by the names
    of REMARKS what is said besides; `sides` are the polarities that have mentions, `side` the one that is shown."""

    heading: Callable[[str], str]
    title: str
    side: int
    sides: tuple[int, ...]
    lines: tuple[LineName, ...]
    signs: tuple[str, ...]
    remarks: tuple[tuple[str, str], ...]


class Sign(QWidget):
    """A small picture of a sign, if it has one, and what it means."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.picture, self.words = QLabel(self), ElidedLabel(_LEAST, self)
        self.words.setObjectName("linesSign")
        row = QHBoxLayout(self)
        set_margins(row, 0)
        set_spacing(row, "xs")
        row.addWidget(self.picture)
        row.addWidget(self.words)


class LinesStrip(Strip):
    """A heading, a line in colours for each independent line, what the signs mean, and the way back.

    `line_wanted(int)` carries the number of a line to look at, `turned(int)` the polarity that is wished.
    """

    line_wanted = Signal(int)
    turned = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("linesStrip")
        self.setAccessibleName(say("Independent lines"))
        self._theme = theme
        self._told: LinesTold | None = None
        self._listed = 0
        self.words = QLabel(self)
        self.words.setObjectName("linesWords")
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.words.setMinimumWidth(1)
        self.sides = Segments(say("Evidence"), (("1", say("For")), ("-1", say("Against"))), self)
        self.sides.label.hide()
        for value, button in self.sides.buttons.items():
            button.clicked.connect(partial(self._turn, int(value)))
        self.close_button = QToolButton(self)
        self.close_button.setObjectName("iconButton")
        self.close_button.setAccessibleName(say("Show no lines any more"))
        self.close_button.setToolTip(say("Show no lines any more (Esc)"))
        self.close_button.clicked.connect(self.left)
        self.buttons: dict[int, QPushButton] = {}
        self.more = QPushButton(self)
        self.more.setObjectName("lineSwatch")
        self._menu = QMenu(self.more)
        self._menu.aboutToShow.connect(self._list_rest)
        self.more.setMenu(self._menu)
        self._build()
        self.set_theme(theme)

    def _build(self) -> None:
        head = QHBoxLayout()
        set_spacing(head, "s")
        head.addWidget(self.words, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self._lines, signs = QWidget(self), QWidget(self)
        self._line_row, self._sign_row = FlowLayout(self._lines, "s"), FlowLayout(signs, "s")
        self._line_row.addWidget(self.sides)
        self._line_row.addWidget(self.more)
        self._signs = {name: Sign(signs) for name in (*SIGNS, *REMARKS)}
        for each in self._signs.values():
            self._sign_row.addWidget(each)
        column = self._column = QVBoxLayout(self)
        set_margins(column, "m", "s", "m", "s")
        set_spacing(column, "xs")
        column.addLayout(head)
        column.addWidget(self._lines)
        column.addWidget(signs)
        self._sign_room = signs

    @property
    def signs(self) -> str:
        """What the signs mean, and the remarks, in one line."""
        shown = (each for each in self._signs.values() if not each.isHidden())
        return ". ".join(each.words.text() for each in shown)

    def _turn(self, side: int) -> None:
        self.turned.emit(side)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        self.close_button.setIcon(look.icon("close", theme, "tx2", _ICON))
        if self._told is not None:
            self._show(self._told)

    def tell(self, told: LinesTold) -> None:
        """Say which lines are drawn."""
        if told != self._told:
            self._told = told
            self._show(told)

    @property
    def heading(self) -> str:
        """How many lines there are, and to which claim."""
        return self._told.heading(self._told.title) if self._told is not None else ""

    def place(self) -> None:
        self._fit(self._parent.width())
        # What was shown or hidden just now is asked how high it is.
        for each in (self._line_row, self._sign_row, self._column):
            each.invalidate()
            each.activate()
        super().place()

    def _fit(self, width: int) -> None:
        """Shorten titles, and list as many lines, as a width has room for."""
        told = self._told
        if told is None:
            return
        margins = self.contentsMargins() + self._column.contentsMargins()
        room = width - margins.left() - margins.right()
        self._fit_heading(told, room - self.close_button.sizeHint().width() - space("s"))
        for name in told.lines[:MOST_LISTED]:
            button = self.buttons[name.number]
            button.ensurePolished()
            button.setText("")
            left = min(px(LONGEST_NAME), room - button.sizeHint().width())
            shown = button.fontMetrics().elidedText(name.name, Qt.TextElideMode.ElideRight, left)
            button.setText(shown.replace("&", "&&"))
        self._listed = self._count_listed(len(told.lines), room)
        for n, button in enumerate(self.buttons.values()):
            button.setVisible(n < self._listed)
        rest = len(told.lines) - self._listed
        self.more.setText(say("{n} more line", "{n} more lines", n=rest))
        self.more.setVisible(rest > 0)

    def _fit_heading(self, told: LinesTold, room: int) -> None:
        self.words.ensurePolished()
        metrics, longest = self.words.fontMetrics(), len(told.title)
        text = told.heading(told.title)
        while metrics.horizontalAdvance(text) > HEAD_ROWS * room and longest > FEWEST:
            longest = max(FEWEST, longest - 4)
            text = told.heading(shown_title(told.title, longest))
        self.words.setText(text)
        give_tip(self.words, self.heading)

    def _count_listed(self, lines: int, room: int) -> int:
        """How many lines have room in the rows that there are, besides the button for the rest."""
        gap = self._line_row.spacing()
        self.more.setText(say("{n} more line", "{n} more lines", n=lines))
        rows, at = 1, 0
        if self.sides.isVisibleTo(self):
            at = self.sides.sizeHint().width() + gap
        last = self.more.sizeHint().width()
        for n, button in enumerate(self.buttons.values()):
            wide = button.sizeHint().width()
            is_end = n + 1 == lines
            if at and at + wide > room:
                rows, at = rows + 1, 0
            has_room = is_end or rows < MOST_ROWS or at + wide + gap + last <= room
            if rows > MOST_ROWS or not has_room:
                return max(1, n)
            at += wide + gap
        return len(self.buttons)

    def _show(self, told: LinesTold) -> None:
        self.sides.choose(str(told.side))
        self.sides.setVisible(len(told.sides) > 1)
        self._list_lines(told.lines)
        self._list_signs(told)
        if not self.isHidden():
            self.place()

    def _list_lines(self, lines: Sequence[LineName]) -> None:
        listed = {each.number: each for each in lines[:MOST_LISTED]}
        for number in self.buttons.keys() - listed.keys():
            gone = self.buttons.pop(number)
            self._line_row.removeWidget(gone)
            if gone.hasFocus():
                self.close_button.setFocus()
            gone.hide()
            gone.deleteLater()
        for each in listed.values():
            button = self.buttons.get(each.number)
            if button is None:
                button = self.buttons[each.number] = self._swatch(each.number)
            button.setIcon(self._badge(each.number))
            button.setIconSize(_sized(button.icon()))
            button.setAccessibleName(say("Line {number}: {way}", number=each.number, way=each.way))
            give_tip(button, each.way)
        sides = self.sides.buttons.values()
        order_focus([self.close_button, *sides, *self.buttons.values(), self.more])

    def _swatch(self, number: int) -> QPushButton:
        button = QPushButton(self._lines)
        button.setObjectName("lineSwatch")
        button.clicked.connect(partial(self._want, number))
        # Before the menu of the rest.
        self._line_row.removeWidget(self.more)
        self._line_row.addWidget(button)
        self._line_row.addWidget(self.more)
        button.show()
        return button

    def _want(self, number: int, _: bool = False) -> None:
        self.line_wanted.emit(number)

    def _list_rest(self) -> None:
        self._menu.clear()
        for each in self._told.lines[self._listed :] if self._told is not None else ():
            action = self._menu.addAction(self._badge(each.number), in_menu(each.name))
            action.triggered.connect(partial(self._want, each.number))

    def _list_signs(self, told: LinesTold) -> None:
        words = {
            "choke": say("Choke point: more than one mention stands on it"),
            "unknown": say("Its origin is unknown or contested"),
            "circular": say("Circular: these rest on one another"),
        }
        shown = {name: words[name] for name in told.signs} | dict(told.remarks)
        for name, sign in self._signs.items():
            sign.setVisible(name in shown)
            sign.words.show_text(shown.get(name, ""))
            if name in words:
                sign.picture.setPixmap(self._sample(name))
        self._sign_room.setVisible(bool(shown))

    # -- small pictures -----------------------------------------------------------------------

    def _badge(self, number: int) -> QIcon:
        box = badge_box(number, QPointF(0, 0))
        size = QSize(round(box.width()) + 4, round(box.height()) + 4)

        def paint(painter: QPainter) -> None:
            paint_badge(painter, QPointF(size.width() / 2, size.height() / 2), number, self._theme)

        return QIcon(self._painted(size, paint))

    def _sample(self, sign: str) -> QPixmap:
        side = px(_SAMPLE)
        colour = self._theme.colour(NO_LINE)
        if sign == "circular":
            return icon_pixmap(sign, colour.name(), side, self.devicePixelRatioF())

        def paint(painter: QPainter) -> None:
            painter.scale(side / 30, side / 30)
            box = QRectF(11, 11, 8, 8)
            is_choke = sign == "choke"
            paint_rings(painter, box, 1, colour, is_choke=is_choke, is_unknown=not is_choke)

        return self._painted(QSize(side, side), paint)

    def _painted(self, size: QSize, paint: Callable[[QPainter], None]) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint(painter)
        painter.end()
        return picture


def _sized(icon: QIcon) -> QSize:
    return icon.availableSizes()[0]
