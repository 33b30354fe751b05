"""Buttons: icons, words, colours and section titles, all reachable by keyboard."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton

from caseboard.inspector.controls.look import (
    Look,
    came_by_keyboard,
    paint_ground,
    paint_mark,
    paint_ring,
)
from caseboard.measures import fix_size
from caseboard.mirror import end_of, mirrored, start_of
from caseboard.plain_tips import give_tip
from caseboard.scale import px, scaled
from caseboard.theme import font, small_caps, space

_ELIDE = Qt.TextElideMode.ElideRight
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_MNEMONIC = Qt.TextFlag.TextShowMnemonic


class PaintedButton(QPushButton):
    """A button that paints itself from the theme's tokens; Return presses it as Space does.

    `focus_moved()` follows the focus, to and from.
    """

    focus_moved = Signal()

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self.look = look
        self._by_keyboard = False
        self.setProperty("painted", True)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_keyboard = came_by_keyboard(event)
        super().focusInEvent(event)
        self.focus_moved.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def hovered(self) -> bool:
        """Whether the pointer is over it and it can be pressed."""
        return self.isEnabled() and self.underMouse()

    def shows_ring(self) -> bool:
        """Whether the ring of the focus is to be painted."""
        return self.hasFocus() and self._by_keyboard

    def minimumSizeHint(self) -> QSize:
        return QSize(space("xl"), self.sizeHint().height())


class IconButton(PaintedButton):
    """A small square button with an icon; its name is what it does."""

    SIDE = 24
    ICON = 15

    def __init__(self, look: Look, icon: str, name: str, token: str = "tx3") -> None:
        super().__init__(look, name)
        self._icon, self._token = icon, token
        give_tip(self, name)
        fix_size(self, self.SIDE, self.SIDE)

    def show_icon(self, icon: str, name: str) -> None:
        """Become another button."""
        self._icon = icon
        self.rename(name)
        self.update()

    def rename(self, name: str) -> None:
        """Do the same under another name."""
        self.setAccessibleName(name)
        give_tip(self, name)

    def sizeHint(self) -> QSize:
        return QSize(px(self.SIDE), px(self.SIDE))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self.hovered() or self.isChecked():
            paint_ground(painter, box, self.look, "hover")
        inset = (px(self.SIDE) - px(self.ICON)) / 2
        lit = self.hovered() or self.shows_ring() or self.isChecked()
        token = "off" if not self.isEnabled() else "tx" if lit else self._token
        mark = box.adjusted(inset, inset, -inset, -inset)
        paint_mark(painter, self._icon, mark, self.look, token)
        if self.shows_ring():
            paint_ring(painter, box, self.look)
        painter.end()


class TextButton(QPushButton):
    """A word that does something, in the accent colour; styled by the sheet.

    `focus_moved()` follows the focus, to and from.
    """

    focus_moved = Signal()

    def __init__(self, text: str, name: str = "inspectorAction") -> None:
        super().__init__(text)
        self.setObjectName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(space("xl"), super().minimumSizeHint().height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_moved.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_moved.emit()

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        super().initStyleOption(option)
        # Qt cuts a text that does not fit in the middle of a letter.
        contents = QStyle.SubElement.SE_PushButtonContents
        room = self.style().subElementRect(contents, option, self).width()
        cut = self.fontMetrics().elidedText(self.text(), _ELIDE, room, int(_MNEMONIC))
        option.text = cut  # pyright: ignore[reportAttributeAccessIssue] - a field in C++

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)


class Swatch(PaintedButton):
    """A colour to choose, named for those who do not see it."""

    SIDE = 26

    def __init__(self, look: Look, token: str, name: str) -> None:
        """An empty token stands for no colour."""
        super().__init__(look, name)
        self.token = token
        give_tip(self, name)
        self.setCheckable(True)
        fix_size(self, self.SIDE, self.SIDE)

    def sizeHint(self) -> QSize:
        return QSize(px(self.SIDE), px(self.SIDE))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        inset = px(5)
        dot = box.adjusted(inset, inset, -inset, -inset)
        colours = self.look.theme
        if self.token:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.colour(self.token))
            painter.drawEllipse(dot)
        else:
            painter.setPen(QPen(colours.colour("bd2"), scaled(1.5)))
            painter.drawEllipse(dot)
            painter.drawLine(
                dot.bottomLeft() * 0.85 + dot.topRight() * 0.15,
                dot.topRight() * 0.85 + dot.bottomLeft() * 0.15,
            )
        if self.isChecked() or self.shows_ring():
            painter.setPen(
                QPen(colours.colour("focus" if self.shows_ring() else "tx2"), colours.ring)
            )
            painter.setBrush(Qt.BrushStyle.NoBrush)
            gap = colours.ring
            painter.drawEllipse(box.adjusted(gap, gap, -gap, -gap))
        painter.end()


class Disclosure(PaintedButton):
    """The title of a section that opens and closes; how much is in it stands at its end."""

    CHEVRON = 12

    def __init__(self, look: Look, title: str) -> None:
        super().__init__(look, title)
        self.title = title
        self._aside = ""
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, aside: str) -> None:
        """Show a few words at the end of the title."""
        if aside != self._aside:
            self._aside = aside
            self.setAccessibleName(f"{self.title}, {aside}" if aside else self.title)
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(120), QFontMetrics(small_caps()).height() + space("s"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        lit = self.hovered() or self.shows_ring()
        caps = small_caps()
        painter.setFont(caps)
        painter.setPen(self.look.theme.colour("tx2" if lit else "tx3"))
        way = self.layoutDirection()
        title = mirrored(box.adjusted(space("xs"), 0, 0, 0), box, way)
        painter.drawText(title, _MIDDLE | start_of(way), self.title)
        side = px(self.CHEVRON)
        chevron = QRectF(box.right() - side - space("xs"), box.center().y() - side / 2, side, side)
        icon = "chevron_down" if self.isChecked() else "chevron_right"
        paint_mark(painter, icon, mirrored(chevron, box, way), self.look, "tx2" if lit else "tx3")
        if self._aside:
            painter.setFont(font("small"))
            painter.setPen(self.look.theme.colour("tx3"))
            room = mirrored(box.adjusted(0, 0, -side - space("s") - space("xs"), 0), box, way)
            painter.drawText(room, _MIDDLE | end_of(way), self._aside)
        if self.shows_ring():
            paint_ring(painter, box, self.look)
        painter.end()
