"""A keyboard and nobody's mouse: keys go to whatever has them now, also to what waits for an answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QKeyCombination, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

TURN, MOST_TURNS = 5, 400
"""Milliseconds between looks at whether something has opened, and how often that is looked at."""


def settle() -> None:
    """Let everything come to rest that a key has set off."""
    for _ in range(4):
        QApplication.processEvents()


def holder() -> QWidget:
    """Whatever gets the keys now."""
    popup = QApplication.activePopupWidget()
    if popup is not None:
        return popup.focusWidget() or popup
    focused = QApplication.focusWidget() or QApplication.activeWindow()
    assert focused is not None, "nothing has the keys"
    return focused


def press(*keys: str) -> None:
    """Press keys one after the other, each named as in a menu: `Ctrl+Shift+L`."""
    for each in keys:
        # A list, of which Qt for Python does not say so.
        key = cast("list[QKeyCombination]", QKeySequence.fromString(each))[0]
        QTest.keyClick(holder(), key.key(), key.keyboardModifiers())
        settle()


def type_in(text: str) -> None:
    """Type a text."""
    QTest.keyClicks(holder(), text)
    settle()


def waiting() -> QWidget | None:
    """What waits for an answer now: a list that has popped up, or a dialog."""
    return QApplication.activePopupWidget() or QApplication.activeModalWidget()


def press_and_answer(keys: str, *answers: Callable[[], None]) -> None:
    """Press keys that open questions, one after the other, and answer each as soon as it is there."""
    left = list(answers)
    seen: list[QWidget] = []
    faults: list[BaseException] = []
    turns = 0

    def look() -> None:
        nonlocal turns
        turns += 1
        there = waiting()
        if there is not None and there not in seen and left:
            seen.append(there)
            settle()
            try:
                left.pop(0)()
            except BaseException as fault:
                # It would be lost in the event loop of the question.
                faults.append(fault)
        if faults or turns > MOST_TURNS:
            clock.stop()
            while (open_still := waiting()) is not None:
                open_still.close()

    clock = QTimer(interval=TURN)
    clock.timeout.connect(look)
    clock.start()
    window = QApplication.activeWindow()
    press(keys)
    clock.stop()
    if QApplication.activeWindow() is None and window is not None:
        # What any window manager does by itself.
        window.activateWindow()
        settle()
    if faults:
        raise faults[0]
    assert not left, f"{len(left)} questions were not asked"
