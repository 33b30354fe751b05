"""Rows of lists: what one says, and the button that it is."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy

from caseboard.inspector.controls.buttons import PaintedButton
from caseboard.inspector.controls.exact_text import is_right_to_left
from caseboard.inspector.controls.look import (
    Look,
    paint_ground,
    paint_mark,
    paint_ring,
)
from caseboard.inspector.controls.wrapping import lines_of
from caseboard.plain_tips import give_tip
from caseboard.theme import font, radius, space

_ELIDE = Qt.TextElideMode.ElideRight
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


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
        give_tip(self, whole)
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
