"""Where windows beside the main one lie: as they were left, and always on a screen."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRect, QSize
from PySide6.QtWidgets import QWidget

_FRAME = 40
"""Pixels that are left free around a window for its frame."""


def told_place(window: QWidget) -> str:
    """The size and the place of a window, as a text to be kept."""
    return bytes(window.saveGeometry().toBase64().data()).decode()


def put(window: QWidget, told: str, beside: QWidget) -> None:
    """Put a window where it was left; if that is not known, in the middle of another, within the screen."""
    if told and window.restoreGeometry(QByteArray.fromBase64(told.encode())):
        return
    window.setGeometry(placed(window.size(), beside.window().geometry(), _screen_of(beside)))


def _screen_of(widget: QWidget) -> QRect:
    return widget.screen().availableGeometry()


def placed(size: QSize, around: QRect, screen: QRect) -> QRect:
    """A box of a size in the middle of another, as far as a screen has room for it.

    >>> placed(QSize(1200, 800), QRect(900, 500, 1400, 900), QRect(0, 0, 1600, 1000)).getRect()
    (360, 160, 1200, 800)
    """
    room = screen.adjusted(_FRAME, _FRAME, -_FRAME, -_FRAME)
    made = QRect(0, 0, min(size.width(), room.width()), min(size.height(), room.height()))
    made.moveCenter(around.center())
    made.moveRight(min(made.right(), room.right()))
    made.moveBottom(min(made.bottom(), room.bottom()))
    made.moveLeft(max(made.left(), room.left()))
    made.moveTop(max(made.top(), room.top()))
    return made
