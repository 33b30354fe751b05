"""`Writing`: a line of text that is written where it stands on the board."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from caseboard.board import levels
from caseboard.board.camera import Camera
from caseboard.board.canvas import Canvas
from caseboard.board.perch import FOR_A_MOMENT, Perch
from caseboard.theme import font, tokens
from casedb.model.geometry import Point, Rect

LEAST_WIDTH, MOST_WIDTH = 160, 420
ROOM = 26
"""Pixels that the edges of the line take beside its letters."""
SMALLEST, LARGEST = 11, 28
"""The size of the letters in pixels, however far or near one looks."""


class Page(Protocol):
    """What becomes of what is written on a board."""

    def type(self, text: str) -> None:
        """It reads so now, and may be written on."""
        ...

    def finish(self, text: str) -> None:
        """It is written."""
        ...

    def leave(self) -> None:
        """It is to be as it was before."""
        ...

    def let_go(self) -> None:
        """It stands nowhere any more where it could be written on."""
        ...


class Writing(QLineEdit):
    """Writes one line over a board, and follows it wherever one looks; `ended()` when it is over,
    and then `left()` where that was by Escape.

    Return, Tab or a click elsewhere take what was written, Escape leaves it as it was. `place` tells
    where it stands in board units, around whose middle it is written, or from whose left; nothing is
    written any more where that is None.
    """

    ended = Signal()
    left = Signal()

    def __init__(
        self,
        board: Canvas,
        place: Callable[[], Rect | None],
        text: str,
        name: str,
        page: Page,
        *,
        is_centred: bool = True,
    ) -> None:
        """`name` says what it is to those who hear it. Where it is not `is_centred` it is written from
        the left of its place, as titles are."""
        super().__init__(text, board)
        self.setObjectName("boardWriting")
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self._is_centred = is_centred
        flags = Qt.AlignmentFlag
        # A title is painted at the left whichever way it is read.
        at_left = flags.AlignLeft | flags.AlignVCenter | flags.AlignAbsolute
        self.setAlignment(flags.AlignCenter if is_centred else at_left)
        self._board = board
        self._place = place
        self._page = page
        self.textChanged.connect(self.follow)
        self.textChanged.connect(lambda: page.type(self.text().strip()))
        self._perch = Perch(self, board, self.follow, self.finish)
        self.selectAll()
        self.setTabOrder(board, self)
        self.follow()
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow(self) -> None:
        """Stand where the text stands now."""
        place = self._place()
        if place is None:
            self._end(self._page.let_go)
            return
        camera: Camera = self._board.camera
        size = round(tokens().type_scale["small"] * camera.zoom)
        letters = font("small")
        letters.setPixelSize(max(SMALLEST, min(LARGEST, size)))
        self.setFont(letters)
        wanted = self.fontMetrics().horizontalAdvance(self.text() or self.placeholderText()) + ROOM
        width = max(LEAST_WIDTH, min(MOST_WIDTH, wanted, self._board.width()))
        height = self.sizeHint().height()
        middle = camera.to_screen(place.centre)
        left, top = round(middle.x - width / 2), round(middle.y - height / 2)
        if not self._is_centred:
            # Its letters begin where those of the title do.
            left = round(camera.rect_to_screen(place).x) - ROOM // 2
        self._perch.put(QRect(left, top, width, height))

    def leave(self) -> None:
        """Leave the text as it was."""
        self._end(self._page.leave)

    def finish(self) -> None:
        """Take what was written."""
        self._end(partial(self._page.finish, self.text().strip()))

    def _end(self, tell: Callable[[], None]) -> None:
        if self._perch.leave():
            self.ended.emit()
            tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self.leave()
                self.left.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Tab | Qt.Key.Key_Backtab:
                self.finish()
            case _:
                super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        # Tab would go to the next widget before the line hears of it.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self.keyPressEvent(event)
            return True
        if (
            isinstance(event, QFocusEvent)
            and event.lostFocus()
            and event.reason() not in FOR_A_MOMENT
        ):
            self.finish()
        return super().event(event)


def title_place(rect: Rect, zoom: float) -> Rect:
    """Where the title of a frame is written: at its upper left, inside or above as it is shown."""
    line = tokens().type_scale["small"] * 2.0
    width = min(rect.w, LEAST_WIDTH / zoom)
    is_inside = zoom >= levels.FRAME_TITLE_INSIDE_FROM
    left = rect.x + (12.0 if is_inside else 2.0 / zoom)
    top = rect.y + 8 if is_inside else rect.y - line / zoom
    return Rect(left, top, width, line if is_inside else line / zoom)


def around_point(point: Point) -> Rect:
    """A place with a point as its middle."""
    return Rect(point.x, point.y, 0.0, 0.0)
