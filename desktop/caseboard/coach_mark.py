"""`CoachMark`: a few words that point at a part of the window, and `Veil`, which dims the rest."""

from __future__ import annotations

from PySide6.QtCore import (
    QEasingCurve,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import (
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from caseboard import motion
from caseboard import theme as look
from caseboard.measures import add_gap, fix_width, set_margins, set_spacing
from caseboard.scale import px
from caseboard.theme import Theme
from caseboard.voices import announce
from casedb.words import say

_WIDTH = 360
_TIP, _INSIDE = 10, 16
"""How far the tip of a mark reaches out of it, and how far its words stand off its edge, in pixels at
100 %."""
_DIM = 0.42
_AROUND = 4


class Veil(QWidget):
    """Dims a window but for one place with a ring around it. The mouse goes through it."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self._theme = theme
        self._hole = QRectF()
        self._glide = QVariantAnimation(self)
        self._glide.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._glide.valueChanged.connect(self._move_hole)

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self._theme = theme
        self.update()

    @property
    def hole(self) -> QRect:
        """What is not dimmed, where it is now."""
        return self._hole.toRect()

    def show_through(self, place: QRect, milliseconds: int = 0) -> None:
        """Leave a place of the window undimmed, none where it is empty; glide there where it may."""
        self._glide.stop()
        room = QRectF(self.rect())
        around = px(_AROUND)
        goal = QRectF(place.adjusted(-around, -around, around, around)).intersected(room)
        if place.isEmpty():
            goal = QRectF()
        milliseconds = motion.duration(milliseconds)
        if milliseconds and not self._hole.isEmpty() and not goal.isEmpty():
            self._glide.setDuration(milliseconds)
            self._glide.setStartValue(self._hole)
            self._glide.setEndValue(goal)
            self._glide.start()
        else:
            self._move_hole(goal)

    def _move_hole(self, hole: object) -> None:
        if isinstance(hole, QRectF):
            self._hole = hole
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dimmed = QPainterPath()
        dimmed.setFillRule(Qt.FillRule.OddEvenFill)
        dimmed.addRect(QRectF(self.rect()))
        corner = look.radius("control") + px(_AROUND) / 2
        if not self._hole.isEmpty():
            dimmed.addRoundedRect(self._hole, corner, corner)
        painter.fillPath(dimmed, self._theme.tinted("shadow", _DIM))
        if not self._hole.isEmpty():
            painter.setPen(QPen(self._theme.colour("ac"), self._theme.ring))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            inset = self._theme.ring / 2
            ring = self._hole.adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(ring, corner, corner)
        painter.end()


class CoachMark(QWidget):
    """Words in a box with a tip. `wanted(int)` carries 1 for on and -1 for back, `skipped()` follows
    Escape and the button for it. Tab stays within it."""

    wanted = Signal(int)
    skipped = Signal()

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("coachMark")
        self._theme = theme
        self._tip: QPointF | None = None
        self.count = _label("coachCount", self)
        self.title = _label("coachTitle", self)
        self.text = _label("coachText", self)
        self.skip, self.back, self.on = (QPushButton(self) for _ in range(3))
        self.back.setText(say("Back"))
        self.on.setObjectName("primary")
        for button in (self.skip, self.back, self.on):
            button.setAutoDefault(True)
        self.skip.clicked.connect(self.skipped)
        self.back.clicked.connect(lambda: self.wanted.emit(-1))
        self.on.clicked.connect(lambda: self.wanted.emit(1))
        buttons = QHBoxLayout()
        set_spacing(buttons, "s")
        buttons.addWidget(self.skip)
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        buttons.addWidget(self.on)
        layout = QVBoxLayout(self)
        set_margins(layout, _TIP + _INSIDE)
        set_spacing(layout, "s")
        for label in (self.count, self.title, self.text):
            layout.addWidget(label)
        add_gap(layout, "s")
        layout.addLayout(buttons)
        fix_width(self, _WIDTH)

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self._theme = theme
        self.update()

    def say(
        self, count: str, title: str, text: str, *, skip: str, on: str, goes_back: bool
    ) -> None:
        """Say something else, with other words on its buttons."""
        for label, words in ((self.count, count), (self.title, title), (self.text, text)):
            label.setText(words)
            label.setVisible(bool(words))
        self.skip.setText(skip)
        self.on.setText(on)
        self.back.setVisible(goes_back)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        announce(self, ". ".join(filter(None, (count, title, text))))

    def point_at(self, place: QRect, room: QRect) -> None:
        """Stand beside a place in a room and point at it: below it, above it or at a side; in its
        middle where there is no room beside, and in that of the room where there is no place."""
        size = QSize(self.width(), self.heightForWidth(self.width()))
        box = QRect(room.topLeft(), size)
        self._tip = None
        if place.isEmpty():
            box.moveCenter(room.center())
        else:
            box.moveCenter(place.center())
            for beside, tip in _sides(place, size):
                if room.contains(_kept(beside, room)) and not _kept(beside, room).intersects(place):
                    box, self._tip = _kept(beside, room), QPointF(tip)
                    break
        self.setGeometry(_kept(box, room))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.skipped.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, is_next: bool, /) -> bool:
        there = [each for each in (self.skip, self.back, self.on) if each.isVisible()]
        if not there:
            return super().focusNextPrevChild(is_next)
        at = next((n for n, each in enumerate(there) if each.hasFocus()), -1)
        to = there[(at + (1 if is_next else -1)) % len(there)]
        to.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tip = px(_TIP)
        box = QRectF(self.rect()).adjusted(tip, tip, -tip, -tip)
        corner = look.radius("frame")
        path = QPainterPath()
        path.addRoundedRect(box, corner, corner)
        if self._tip is not None:
            path = path.united(_pointing(box, self._tip - QPointF(self.pos()), corner))
        painter.setPen(QPen(self._theme.colour("bd2"), self._theme.line))
        painter.setBrush(self._theme.colour("surf"))
        painter.drawPath(path)
        painter.end()


def _sides(place: QRect, size: QSize) -> list[tuple[QRect, QPointF]]:
    """Where a box of a size stands beside a place, and the point of the place that is nearest."""
    middle = place.center()
    below, above, right, left = (QRect(place.topLeft(), size) for _ in range(4))
    for box in (below, above):
        box.moveCenter(middle)
    below.moveTop(place.bottom() + 1)
    above.moveBottom(place.top() - 1)
    for box in (right, left):
        box.moveCenter(middle)
    right.moveLeft(place.right() + 1)
    left.moveRight(place.left() - 1)
    return [
        (below, QPointF(middle.x(), place.bottom() + 1)),
        (above, QPointF(middle.x(), place.top())),
        (right, QPointF(place.right() + 1, middle.y())),
        (left, QPointF(place.left(), middle.y())),
    ]


def _kept(box: QRect, room: QRect) -> QRect:
    """A box pushed into a room as far as it takes."""
    kept = QRect(box)
    kept.moveLeft(max(room.left(), min(box.left(), room.right() + 1 - box.width())))
    kept.moveTop(max(room.top(), min(box.top(), room.bottom() + 1 - box.height())))
    return kept


def _pointing(box: QRectF, tip: QPointF, corner: float) -> QPainterPath:
    """A triangle from the side of a box that is nearest to a point outside."""
    out = px(_TIP)
    reach = corner + out
    path = QPainterPath()
    if box.left() <= tip.x() <= box.right():
        x = max(box.left() + reach, min(tip.x(), box.right() - reach))
        edge = box.top() if tip.y() < box.top() else box.bottom()
        end = edge - out if tip.y() < box.top() else edge + out
        corners = (QPointF(x - out, edge), QPointF(x, end), QPointF(x + out, edge))
    else:
        y = max(box.top() + reach, min(tip.y(), box.bottom() - reach))
        edge = box.left() if tip.x() < box.left() else box.right()
        end = edge - out if tip.x() < box.left() else edge + out
        corners = (QPointF(edge, y - out), QPointF(end, y), QPointF(edge, y + out))
    path.addPolygon(QPolygonF(list(corners)))
    path.closeSubpath()
    return path


def _label(name: str, parent: QWidget) -> QLabel:
    made = QLabel(parent)
    made.setObjectName(name)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    return made
