"""`NoteWriting`: the words of a note, written where they stand on the board."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRect, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit

from caseboard.board.canvas import Canvas
from caseboard.board.card_layout import WORDS_STEP
from caseboard.board.perch import FOR_A_MOMENT, Perch
from caseboard.board.writing import SMALLEST, Page
from caseboard.theme import tokens
from casedb.model.geometry import Rect

LEAST_WIDTH, LEAST_HEIGHT = 120, 40
"""Pixels that there are to write in, from however far away one looks."""
LARGEST = 64
"""The size of the letters in pixels at the most, however near one looks."""
MOST_WRITTEN = 20_000
"""Characters of a note that can be written in place; a longer one is edited in the inspector."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What words are written on: where it lies in board units, its colours, the margins around them.

    `place` gives None where there is nothing to write on any more.
    """

    place: Callable[[], Rect | None]
    paper: QColor
    ink: QColor
    edge: QColor
    margins: tuple[float, float]


class NoteWriting(QPlainTextEdit):
    """Writes over a board on a sheet, and follows it wherever one looks; `ended()` when it is over,
    and then `left()` where that was by Escape.

    Tab, Ctrl+Return or a click elsewhere take what was written, Escape leaves it as it was; Return
    begins another line. The sheet grows downwards with what is written.
    """

    ended = Signal()
    left = Signal()

    def __init__(self, board: Canvas, sheet: Sheet, text: str, name: str, page: Page) -> None:
        """`name` says what it is to those who hear it."""
        super().__init__(board)
        self.setObjectName("noteWriting")
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)
        self.setPlainText(text)
        self._board = board
        self._sheet = sheet
        self._page = page
        self._size = 0
        self.textChanged.connect(self.follow)
        self.textChanged.connect(lambda: page.type(self._words()))
        self._perch = Perch(self, board, self.follow, self.finish)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.selectAll()
        self.follow()
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow(self) -> None:
        """Stand where the note stands now, as high as what is written needs."""
        place = self._sheet.place()
        if place is None:
            self._end(self._page.let_go)
            return
        camera = self._board.camera
        scale = camera.zoom
        size = round(tokens().type_scale[WORDS_STEP] * scale)
        self._dress(max(SMALLEST, min(LARGEST, size)))
        # The line around it takes one pixel of each.
        beside, above = (max(2, round(margin * scale) - 1) for margin in self._sheet.margins)
        self.setViewportMargins(beside, above, beside, 0)
        shown = camera.rect_to_screen(place)
        width = max(LEAST_WIDTH, round(shown.w))
        lines = max(1, self._lines(width - 2 * beside - 2))
        needed = lines * self.fontMetrics().lineSpacing() + 2 * above + 4
        height = min(max(LEAST_HEIGHT, round(shown.h), needed), self._board.height())
        self._perch.put(QRect(round(shown.x), round(shown.y), width, height))

    def _dress(self, size: int) -> None:
        """Have the colours of the sheet, and letters of a size in pixels."""
        if size == self._size:
            return
        self._size = size
        paper, ink, edge = (
            each.name() for each in (self._sheet.paper, self._sheet.ink, self._sheet.edge)
        )
        # By a style sheet of its own, as that of the program has other plans for fields of text.
        self.setStyleSheet(
            f"#noteWriting {{ background: {paper}; color: {ink}; border: 1px solid {edge};"
            f" border-radius: 0; padding: 0; margin: 0; font-size: {size}px; }}"
        )
        self.ensurePolished()

    def _lines(self, width: int) -> int:
        """How many lines the text takes at a width in pixels."""
        with QSignalBlocker(self):
            self.document().setTextWidth(width)
        block, lines = self.document().begin(), 0
        while block.isValid():
            self.blockBoundingRect(block)
            lines += max(1, block.layout().lineCount())
            block = block.next()
        return lines

    def leave(self) -> None:
        """Leave the words as they were."""
        self._end(self._page.leave)

    def finish(self) -> None:
        """Take what was written."""
        self._end(partial(self._page.finish, self._words()))

    def _words(self) -> str:
        return self.toPlainText().rstrip()

    def _end(self, tell: Callable[[], None]) -> None:
        if self._perch.leave():
            self.ended.emit()
            tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            self.left.emit()
        elif is_return and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.finish()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        # Tab would go to the next widget before the sheet hears of it.
        self.finish()
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in FOR_A_MOMENT:
            self.finish()
