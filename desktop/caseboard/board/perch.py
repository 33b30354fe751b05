"""`Perch`: where a field of text sits over a board while somebody writes in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, QSignalBlocker, Qt
from PySide6.QtWidgets import QWidget

from caseboard.board.canvas import Canvas

FOR_A_MOMENT = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
"""Why what is written in loses the focus that will come back to it."""


class Perch(QObject):
    """Keeps a field over a board wherever one looks, and gives the focus back when it is over.

    `follow` places the field anew, `finish` takes what was written: a click on the board does that.
    """

    def __init__(
        self,
        field: QWidget,
        board: Canvas,
        follow: Callable[[], None],
        finish: Callable[[], None],
    ) -> None:
        super().__init__(field)
        self._field = field
        self._board = board
        self._follow = follow
        self._finish = finish
        self._is_over = False
        board.looked.connect(follow)
        board.installEventFilter(self)

    def put(self, box: QRect) -> None:
        """Have the field somewhere on the board, in pixels; never out of sight: somebody writes in it."""
        board = self._board
        left = max(0, min(box.x(), board.width() - box.width()))
        top = max(0, min(box.y(), board.height() - box.height()))
        self._field.setGeometry(left, top, box.width(), box.height())

    def leave(self) -> bool:
        """Take the field off the board; whether it was still there."""
        if self._is_over:
            return False
        # Hiding takes the focus away, which would end it a second time.
        self._is_over = True
        field, board = self._field, self._board
        had_focus = field.hasFocus()
        with QSignalBlocker(field):
            field.hide()
        board.looked.disconnect(self._follow)
        board.removeEventFilter(self)
        if had_focus:
            board.setFocus(Qt.FocusReason.OtherFocusReason)
        field.deleteLater()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._board:
            if event.type() == QEvent.Type.Resize:
                self._follow()
            elif event.type() == QEvent.Type.MouseButtonPress:
                self._finish()
        return super().eventFilter(watched, event)
