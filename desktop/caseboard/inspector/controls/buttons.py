"""Buttons: icons, words, rows of lists, chips and section titles, all reachable by keyboard."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton

from caseboard.inspector.controls.exact_text import is_right_to_left
from caseboard.inspector.controls.look import (
    Look,
    came_by_keyboard,
    paint_ground,
    paint_mark,
    paint_ring,
)
from caseboard.inspector.controls.wrapping import lines_of
from caseboard.inspector.wording import tip
from caseboard.theme import font, radius, small_caps, space

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
        self.setToolTip(tip(name))
        self.setFixedSize(self.SIDE, self.SIDE)

    def show_icon(self, icon: str, name: str) -> None:
        """Become another button."""
        self._icon = icon
        self.rename(name)
        self.update()

    def rename(self, name: str) -> None:
        """Do the same under another name."""
        self.setAccessibleName(name)
        self.setToolTip(tip(name))

    def sizeHint(self) -> QSize:
        return QSize(self.SIDE, self.SIDE)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self.hovered() or self.isChecked():
            paint_ground(painter, box, self.look, "hover")
        inset = (self.SIDE - self.ICON) / 2
        lit = self.hovered() or self.shows_ring() or self.isChecked()
        token = "bd2" if not self.isEnabled() else "tx" if lit else self._token
        mark = box.adjusted(inset, inset, -inset, -inset)
        paint_mark(painter, self._icon, mark, self.look, token)
        if self.shows_ring():
            paint_ring(painter, box, self.look)
        painter.end()


class TextButton(QPushButton):
    """A word that does something, in the accent colour; styled by the sheet."""

    def __init__(self, text: str, name: str = "inspectorAction") -> None:
        super().__init__(text)
        self.setObjectName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(space("xl"), super().minimumSizeHint().height())

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


@dataclass(frozen=True, slots=True)
class Mark:
    """An icon in the colour of a token; `for` and `against` are triangles."""

    icon: str
    token: str


@dataclass(frozen=True, slots=True)
class RowFace:
    """What a row of a list shows: marks, a title, a quiet second line, a grade at its end.

    `lead` stands before the title in a column of its own, `aside` at the end of the row in the
    colour of `aside_token`.
    """

    title: str
    marks: tuple[Mark, ...] = ()
    detail: str = ""
    grade: str = ""
    aside: str = ""
    lead: str = ""
    aside_token: str = "tx3"


class RowButton(PaintedButton):
    """One row of a list; pressing it goes where it points."""

    ICON = 14
    CHEVRON = 11
    LEAD = 66

    def __init__(
        self, look: Look, face: RowFace, said: str, ruled: bool = False, lines: int = 1
    ) -> None:
        """`said` is what a screen reader says; `ruled` draws a hairline below the row.

        `lines` is how many lines its title, and its detail, may take.
        """
        super().__init__(look, said)
        self._ruled = ruled
        self._lines = lines
        self._face = face
        self._heights: dict[int, int] = {}
        self._fonts = font("body"), font("small"), font("tiny", semibold=True)
        upright = QSizePolicy.Policy.Fixed if lines == 1 else QSizePolicy.Policy.Minimum
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, upright)
        policy.setHeightForWidth(lines > 1)
        self.setSizePolicy(policy)
        self.show_face(face, said)

    def show_face(self, face: RowFace, said: str) -> None:
        """Show another content."""
        self._face = face
        self._heights.clear()
        self.setAccessibleName(said)
        whole = f"{face.title}\n{face.detail}" if face.detail else face.title
        self.setToolTip(tip(whole))
        self.updateGeometry()
        self.update()

    @property
    def face(self) -> RowFace:
        """What it shows."""
        return self._face

    def sizeHint(self) -> QSize:
        title, small, _ = (QFontMetrics(each) for each in self._fonts)
        high = title.height() + (small.height() if self._face.detail else 0)
        return QSize(160, high + 2 * space("xs") + 2)

    def heightForWidth(self, width: int) -> int:
        # Layouts ask for the same few widths over and over.
        if width not in self._heights:
            left, right = self._ends(width)
            room = max(40, width - left - right)
            high = self._height_of(self._face.title, 0, room)
            if self._face.detail:
                high += self._height_of(self._face.detail, 1, room)
            self._heights[width] = high + 2 * space("xs") + 2
        return self._heights[width]

    def _ends(self, width: int) -> tuple[int, int]:
        """How much of the width is taken before and behind the title."""
        left = right = space("xs")
        if self.isCheckable():
            left += self.CHEVRON + 2
        left += len(self._face.marks) * (self.ICON + space("xs") + 2)
        if self._face.lead:
            left += self.LEAD + space("xs")
        if self._face.grade:
            right += self._grade_width() + space("xs")
        if self._face.aside:
            small = QFontMetrics(self._fonts[1])
            most = (width - left - right) // 2
            right += min(most, small.horizontalAdvance(self._face.aside)) + space("s")
        return left, right

    def _grade_width(self) -> int:
        return QFontMetrics(self._fonts[2]).horizontalAdvance(self._face.grade) + space("s") + 2

    def _height_of(self, text: str, size: int, wide: int) -> int:
        of = self._fonts[size]
        metrics, lines = QFontMetrics(of), lines_of(text, of, wide, self._lines)
        return metrics.height() + (len(lines) - 1) * metrics.lineSpacing()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self.hovered() or self.isChecked():
            paint_ground(painter, box.adjusted(0, 0, 0, -1), self.look, "hover")
        elif self._ruled:
            painter.setPen(QPen(self.look.theme.colour("bd"), 1))
            left, right = box.left() + space("xs"), box.right() - space("xs")
            painter.drawLine(QPointF(left, box.bottom()), QPointF(right, box.bottom()))
        self._paint_words(painter, self._paint_marks(painter, box))
        if self.shows_ring():
            paint_ring(painter, box, self.look)
        painter.end()

    def ink(self, token: str) -> str:
        """The token for words: the quietest is too pale on the ground of what is lit."""
        is_lit = self.hovered() or self.isChecked()
        return "tx2" if token == "tx3" and is_lit else token

    def _paint_marks(self, painter: QPainter, box: QRectF) -> QRectF:
        """Paint what stands at the ends; returns the room that is left for words."""
        title = QFontMetrics(self._fonts[0])
        first = box.top() + space("xs") + 1 + title.height() / 2
        x = box.left() + space("xs")
        if self.isCheckable():
            place = QRectF(x - 2, first - self.CHEVRON / 2, self.CHEVRON, self.CHEVRON)
            icon = "chevron_down" if self.isChecked() else "chevron_right"
            paint_mark(painter, icon, place, self.look, "tx3")
            x += self.CHEVRON + 2
        for mark in self._face.marks:
            place = QRectF(x, first - self.ICON / 2, self.ICON, self.ICON)
            paint_mark(painter, mark.icon, place, self.look, mark.token)
            x += self.ICON + space("xs") + 2
        if self._face.lead:
            metrics = QFontMetrics(self._fonts[1])
            painter.setFont(self._fonts[1])
            painter.setPen(self.look.theme.colour("tx2"))
            column = QRectF(x, first - metrics.height() / 2, self.LEAD, metrics.height())
            lead = metrics.elidedText(self._face.lead, _ELIDE, self.LEAD)
            painter.drawText(column, _MIDDLE, lead)
            x += self.LEAD + space("xs")
        right = box.right() - space("xs")
        if self._face.grade:
            metrics = QFontMetrics(self._fonts[2])
            wide = self._grade_width()
            pill = QRectF(
                right - wide, first - metrics.height() / 2 - 1, wide, metrics.height() + 2
            )
            paint_ground(painter, pill, self.look, "chip", radius("control") - 2)
            painter.setFont(self._fonts[2])
            painter.setPen(self.look.theme.colour("tx2"))
            painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, self._face.grade)
            right -= wide + space("xs")
        if self._face.aside:
            metrics = QFontMetrics(self._fonts[1])
            most = (right - x) / 2
            aside = metrics.elidedText(self._face.aside, _ELIDE, int(most))
            wide = metrics.horizontalAdvance(aside)
            painter.setFont(self._fonts[1])
            painter.setPen(self.look.theme.colour(self.ink(self._face.aside_token)))
            place = QRectF(right - wide, first - metrics.height() / 2, wide + 1, metrics.height())
            painter.drawText(place, _MIDDLE, aside)
            right -= wide + space("s")
        high = self._height_of(self._face.title, 0, int(right - x))
        return QRectF(x, box.top() + space("xs") + 1, right - x, high)

    def _paint_words(self, painter: QPainter, room: QRectF) -> None:
        painter.setPen(self.look.theme.colour("tx"))
        self._paint_text(painter, room, self._face.title, 0)
        if self._face.detail:
            high = self._height_of(self._face.detail, 1, int(room.width()))
            below = QRectF(room.left(), room.bottom(), room.width(), high)
            painter.setPen(self.look.theme.colour(self.ink("tx3")))
            self._paint_text(painter, below, self._face.detail, 1)

    def _paint_text(self, painter: QPainter, room: QRectF, text: str, size: int) -> None:
        of = self._fonts[size]
        lines = lines_of(text, of, int(room.width()), self._lines)
        painter.setFont(of)
        # In one piece, for lines of one text run in one direction.
        right = is_right_to_left(text)
        way = Qt.LayoutDirection
        painter.setLayoutDirection(way.RightToLeft if right else way.LeftToRight)
        painter.drawText(room, _MIDDLE | Qt.TextFlag.TextDontClip, "\n".join(lines))


class ChipButton(PaintedButton):
    """A word to switch on and off."""

    def __init__(self, look: Look, text: str) -> None:
        super().__init__(look, text)
        self.setText(text)
        self.setCheckable(True)
        self.setProperty("inset", space("xs"))
        # Narrower than its word where there is no room; else the form would be laid out too wide.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(font("small"))
        wide = metrics.horizontalAdvance(self.text()) + 2 * space("s") + 2
        return QSize(wide, metrics.height() + space("xs") + 4)

    @property
    def ground(self) -> str:
        """The token of what its word stands on."""
        return "acbg" if self.isChecked() else "hover" if self.hovered() else "surf"

    @property
    def ink(self) -> str:
        """The token of its word; the accent would be too pale on its own ground."""
        return "tx" if self.isChecked() else "tx2"

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        corner = box.height() / 2
        colours = self.look.theme
        painter.setPen(QPen(colours.colour("ac" if self.isChecked() else "bd"), 1))
        painter.setBrush(colours.colour(self.ground))
        painter.drawRoundedRect(box, corner, corner)
        painter.setFont(font("small"))
        painter.setPen(colours.colour(self.ink))
        room = int(box.width()) - space("s")
        text = QFontMetrics(font("small")).elidedText(self.text(), _ELIDE, room)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        if self.shows_ring():
            paint_ring(painter, QRectF(self.rect()), self.look, corner)
        painter.end()


class TagChip(PaintedButton):
    """A word that can be taken off: press its cross, or Delete while it has the focus."""

    CROSS = 12
    MOST = 220

    def __init__(self, look: Look, text: str, shown: str, removable: bool) -> None:
        """`text` is the word itself, `shown` how it is painted."""
        super().__init__(look, f"Remove {shown}" if removable else shown)
        self.word = text
        self._removable = removable
        self.setText(shown)
        self.setProperty("inset", space("xs"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setToolTip(tip(f"{shown}\nPress to remove" if removable else shown))
        if not removable:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.setCursor(Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.click()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(font("small"))
        cross = self.CROSS + space("xs") if self._removable else 0
        wide = metrics.horizontalAdvance(self.text()[:200]) + 2 * space("s") + cross
        return QSize(min(self.MOST, wide), metrics.height() + space("xs") + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        corner = box.height() / 2
        paint_ground(painter, box, self.look, "chip", corner)
        painter.setFont(font("small"))
        painter.setPen(self.look.theme.colour("tx"))
        cross = self.CROSS + space("xs") if self._removable else 0
        room = box.adjusted(space("s"), 0, -space("s") - cross, 0)
        metrics = QFontMetrics(font("small"))
        text = metrics.elidedText(self.text()[:200], _ELIDE, int(room.width()) + 1)
        painter.drawText(room, _MIDDLE, text)
        if self._removable:
            top = (box.height() - self.CROSS) / 2
            place = QRectF(box.right() - space("s") - self.CROSS + 2, top, self.CROSS, self.CROSS)
            token = "tx" if self.hovered() or self.shows_ring() else "tx3"
            paint_mark(painter, "close", place, self.look, token)
        if self.shows_ring():
            paint_ring(painter, box, self.look, corner)
        painter.end()


class Swatch(PaintedButton):
    """A colour to choose, named for those who do not see it."""

    SIDE = 26

    def __init__(self, look: Look, token: str, name: str) -> None:
        """An empty token stands for no colour."""
        super().__init__(look, name)
        self.token = token
        self.setToolTip(tip(name))
        self.setCheckable(True)
        self.setFixedSize(self.SIDE, self.SIDE)

    def sizeHint(self) -> QSize:
        return QSize(self.SIDE, self.SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        dot = box.adjusted(5, 5, -5, -5)
        colours = self.look.theme
        if self.token:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.colour(self.token))
            painter.drawEllipse(dot)
        else:
            painter.setPen(QPen(colours.colour("bd2"), 1.5))
            painter.drawEllipse(dot)
            painter.drawLine(
                dot.bottomLeft() * 0.85 + dot.topRight() * 0.15,
                dot.topRight() * 0.85 + dot.bottomLeft() * 0.15,
            )
        if self.isChecked() or self.shows_ring():
            painter.setPen(QPen(colours.colour("ac" if self.shows_ring() else "tx2"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(box.adjusted(2, 2, -2, -2))
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
        return QSize(120, QFontMetrics(small_caps()).height() + space("s"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        lit = self.hovered() or self.shows_ring()
        caps = small_caps()
        painter.setFont(caps)
        painter.setPen(self.look.theme.colour("tx2" if lit else "tx3"))
        painter.drawText(box.adjusted(space("xs"), 0, 0, 0), _MIDDLE, self.title)
        side = self.CHEVRON
        chevron = QRectF(box.right() - side - space("xs"), box.center().y() - side / 2, side, side)
        icon = "chevron_down" if self.isChecked() else "chevron_right"
        paint_mark(painter, icon, chevron, self.look, "tx2" if lit else "tx3")
        if self._aside:
            painter.setFont(font("small"))
            painter.setPen(self.look.theme.colour("tx3"))
            room = box.adjusted(0, 0, -side - space("s") - space("xs"), 0)
            painter.drawText(room, _MIDDLE | Qt.AlignmentFlag.AlignRight, self._aside)
        if self.shows_ring():
            paint_ring(painter, box, self.look)
        painter.end()
