"""Rows of lists: what one says, and the button that it is."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
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
    paint_chip,
    paint_ground,
    paint_mark,
    paint_ring,
    paint_tick,
)
from caseboard.inspector.controls.wrapping import lines_of
from caseboard.mirror import mirrored, start_of
from caseboard.plain_tips import give_tip
from caseboard.scale import px
from caseboard.theme import font, radius, space

_ELIDE = Qt.TextElideMode.ElideRight
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_UNCUT = Qt.TextFlag.TextDontClip
_ALL_LINES = 10_000


@dataclass(frozen=True, slots=True)
class Mark:
    """An icon in the colour of a token; `for` and `against` are triangles."""

    icon: str
    token: str


@dataclass(frozen=True, slots=True)
class RowFace:
    """What a row of a list shows: marks, a title, a quiet second line, a grade at its end.

    `share` is how long a small bar below `aside` is, 0 to 1, None for no bar, in the colour of
    `share_token`. `number` stands before all of it, `lead` before the title in a column of its own, `aside` at the end of
    the row in the colour of `aside_token`; `tip` is only told where the pointer rests.
    """

    title: str
    marks: tuple[Mark, ...] = ()
    detail: str = ""
    grade: str = ""
    aside: str = ""
    lead: str = ""
    aside_token: str = "tx3"
    tip: str = ""
    number: str = ""
    share: float | None = None
    share_token: str = "tx3"


class RowButton(PaintedButton):
    """One row of a list; pressing it goes where it points."""

    ICON = 14
    CHEVRON = 11
    LEAD = 66
    BAR, THIN = 44, 3

    def __init__(
        self, look: Look, face: RowFace, said: str, ruled: bool = False, lines: int = 1
    ) -> None:
        """`said` is what a screen reader says; `ruled` draws a hairline below the row.

        `lines` is how many lines its title, and its detail, may take.
        """
        super().__init__(look, said)
        self._ruled = ruled
        self._lines = lines
        self._is_unfolded = False
        self._face = face
        self._heights: dict[int, int] = {}
        upright = QSizePolicy.Policy.Fixed if lines == 1 else QSizePolicy.Policy.Minimum
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, upright)
        policy.setHeightForWidth(lines > 1)
        self.setSizePolicy(policy)
        self.show_face(face, said)

    @property
    def _most(self) -> int:
        return _ALL_LINES if self._is_unfolded else self._lines

    @property
    def _fonts(self) -> tuple[QFont, QFont, QFont]:
        return font("body"), font("small"), font("tiny", semibold=True)

    def refit(self) -> None:
        """Take the room that is needed at another scale."""
        self._heights.clear()
        self.updateGeometry()

    def show_face(self, face: RowFace, said: str) -> None:
        """Show another content."""
        self._face = face
        self._heights.clear()
        self.setAccessibleName(said)
        give_tip(self, "\n".join(filter(None, (face.title, face.detail, face.tip))))
        self.updateGeometry()
        self.update()

    @property
    def is_unfolded(self) -> bool:
        """Whether it takes as many lines as its words need."""
        return self._is_unfolded

    def unfold(self, is_unfolded: bool) -> None:
        """Take as many lines as the words need, or no more than it may."""
        self._is_unfolded = is_unfolded
        self._heights.clear()
        self.updateGeometry()
        self.update()

    def cuts_detail(self, width: int) -> bool:
        """Whether its detail, folded, would be cut off at a width."""
        left, right = self._ends(width)
        room = max(px(40), width - left - right)
        small, detail = self._fonts[1], self._face.detail
        return len(lines_of(detail, small, room, self._lines + 1)) > self._lines

    @property
    def face(self) -> RowFace:
        """What it shows."""
        return self._face

    def sizeHint(self) -> QSize:
        title, small, _ = (QFontMetrics(each) for each in self._fonts)
        high = title.height() + (small.height() if self._face.detail else 0)
        return QSize(px(160), high + px(10))

    def heightForWidth(self, width: int) -> int:
        # Layouts ask for the same few widths over and over.
        if width not in self._heights:
            left, right = self._ends(width)
            room = max(px(40), width - left - right)
            high = self._height_of(self._face.title, 0, room)
            if self._face.detail:
                high += self._height_of(self._face.detail, 1, room)
            self._heights[width] = high + px(10)
        return self._heights[width]

    def _ends(self, width: int) -> tuple[int, int]:
        """How much of the width is taken before and behind the title."""
        left = right = space("xs")
        if self.isCheckable():
            left += px(self.CHEVRON + 2)
        left += self._number_width()
        left += len(self._face.marks) * px(self.ICON + 6)
        if self._face.lead:
            left += px(self.LEAD) + space("xs")
        if self._face.grade:
            right += self._grade_width() + space("xs")
        if self._face.aside:
            small = QFontMetrics(self._fonts[1])
            most = (width - left - right) // 2
            wide = max(small.horizontalAdvance(self._face.aside), self._bar_width)
            right += min(most, wide) + space("s")
        return left, right

    @property
    def _bar_width(self) -> int:
        return px(self.BAR) if self._face.share is not None else 0

    def _number_width(self) -> int:
        """The width of a number of two digits at least, so that short lists stand in line."""
        if not self._face.number:
            return 0
        metrics = QFontMetrics(self._fonts[1])
        digits = max(metrics.horizontalAdvance(each) for each in ("00", self._face.number))
        return digits + space("xs")

    def _grade_width(self) -> int:
        return QFontMetrics(self._fonts[2]).horizontalAdvance(self._face.grade) + px(10)

    def _height_of(self, text: str, size: int, wide: int) -> int:
        of = self._fonts[size]
        metrics, lines = QFontMetrics(of), lines_of(text, of, wide, self._most)
        return metrics.height() + (len(lines) - 1) * metrics.lineSpacing()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        line = self.look.theme.line
        if self.hovered() or self.isChecked():
            paint_ground(painter, box.adjusted(0, 0, 0, -line), self.look, "hover")
        elif self._ruled:
            painter.setPen(QPen(self.look.theme.colour("bd"), line))
            left, right = box.left() + space("xs"), box.right() - space("xs")
            low = box.bottom() - (line - 1) / 2
            painter.drawLine(QPointF(left, low), QPointF(right, low))
        self._paint_words(painter, self._paint_marks(painter, box))
        if self.shows_ring():
            paint_ring(painter, box, self.look)
        painter.end()

    def ink(self, token: str) -> str:
        """The token for words: the quietest is too pale on the ground of what is lit."""
        is_lit = self.hovered() or self.isChecked()
        return "tx2" if token == "tx3" and is_lit else token

    def _seen(self, box: QRectF) -> QRectF:
        """Where something lies that is told as from left to right."""
        return mirrored(box, QRectF(self.rect()), self.layoutDirection())

    def _paint_marks(self, painter: QPainter, box: QRectF) -> QRectF:
        """Paint what stands at the ends; returns the room that is left for words."""
        title = QFontMetrics(self._fonts[0])
        first = box.top() + space("xs") + 1 + title.height() / 2
        x, gap = box.left() + space("xs"), space("xs")
        if self._face.number:
            wide = self._number_width()
            self._paint_short(painter, self._face.number, x, x + wide, first, self.ink("tx3"))
            x += wide
        if self.isCheckable():
            side = px(self.CHEVRON)
            place = QRectF(x - px(2), first - side / 2, side, side)
            self.paint_state(painter, self._seen(place))
            x += px(self.CHEVRON + 2)
        for mark in self._face.marks:
            side = px(self.ICON)
            place = QRectF(x, first - side / 2, side, side)
            paint_mark(painter, mark.icon, self._seen(place), self.look, mark.token)
            x += px(self.ICON + 6)
        if self._face.lead:
            self._paint_short(painter, self._face.lead, x, x + px(self.LEAD), first, "tx2")
            x += px(self.LEAD) + gap
        right = box.right() - gap
        if self._face.grade:
            right -= self._paint_grade(painter, right, first) + gap
        if self._face.aside:
            metrics = QFontMetrics(self._fonts[1])
            wide = min(metrics.horizontalAdvance(self._face.aside) + 1, (right - x) / 2)
            token = self.ink(self._face.aside_token)
            self._paint_short(painter, self._face.aside, right - wide, right, first, token)
            if self._face.share is not None:
                low = first + metrics.height() / 2
                bar = self._bar_width
                self._paint_bar(painter, right - bar, low, bar, self._face.share)
            right -= max(wide, self._bar_width) + space("s")
        high = self._height_of(self._face.title, 0, int(right - x))
        return QRectF(x, box.top() + space("xs") + 1, right - x, high)

    def _paint_bar(
        self, painter: QPainter, left: float, top: float, wide: float, share: float
    ) -> None:
        """Paint how much there is of something, as the part of a bar below words."""
        whole = QRectF(left, round(top), wide, px(self.THIN))
        part = QRectF(whole.topLeft(), QSizeF(whole.width() * share, whole.height()))
        theme = self.look.theme
        painter.fillRect(self._seen(whole), theme.colour("bd"))
        painter.fillRect(self._seen(part), theme.colour(self._face.share_token))

    def paint_state(self, painter: QPainter, place: QRectF) -> None:
        """Paint whether it is unfolded."""
        icon = "chevron_down" if self.isChecked() else "chevron_right"
        paint_mark(painter, icon, place, self.look, "tx3")

    def _paint_short(
        self, painter: QPainter, text: str, left: float, right: float, middle: float, token: str
    ) -> None:
        """Paint a few small words between two places, cut where they do not fit."""
        metrics = QFontMetrics(self._fonts[1])
        painter.setFont(self._fonts[1])
        painter.setPen(self.look.theme.colour(token))
        box = QRectF(left, middle - metrics.height() / 2, right - left, metrics.height())
        shown = metrics.elidedText(text, _ELIDE, int(right - left))
        way = self.layoutDirection()
        painter.drawText(self._seen(box), _MIDDLE | start_of(way) | _UNCUT, shown)

    def _paint_grade(self, painter: QPainter, right: float, middle: float) -> int:
        """Paint the grade, up to a place; how wide it is."""
        metrics, wide = QFontMetrics(self._fonts[2]), self._grade_width()
        pill = QRectF(right - wide, middle - metrics.height() / 2 - 1, wide, metrics.height() + 2)
        pill = self._seen(pill)
        paint_chip(painter, pill, self.look, radius("control") - px(2))
        painter.setFont(self._fonts[2])
        painter.setPen(self.look.theme.colour("tx2"))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, self._face.grade)
        return wide

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
        lines = lines_of(text, of, int(room.width()), self._most)
        painter.setFont(of)
        # In one piece, for lines of one text run in one direction.
        way = Qt.LayoutDirection
        runs = way.RightToLeft if is_right_to_left(text) else self.layoutDirection()
        painter.setLayoutDirection(way.RightToLeft if is_right_to_left(text) else way.LeftToRight)
        painter.drawText(self._seen(room), _MIDDLE | start_of(runs) | _UNCUT, "\n".join(lines))


class TickRow(RowButton):
    """A row of a list that one can tick."""

    CHEVRON = 16

    def __init__(self, look: Look, face: RowFace, said: str) -> None:
        super().__init__(look, face, said, ruled=True, lines=3)
        self.setCheckable(True)

    def paint_state(self, painter: QPainter, place: QRectF) -> None:
        paint_tick(painter, place, self.look, is_on=self.isChecked(), is_lit=self.hovered())
