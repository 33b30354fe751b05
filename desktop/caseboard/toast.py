"""`Toast`: a sentence at the foot of the board that does not stop the hand."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import (
    QAccessibleWidget,
    QApplication,
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QWidget,
)

from caseboard import theme as look
from caseboard.dialogs.message import Message
from caseboard.focus_order import order_by_place
from caseboard.measures import fix_size, set_margins, set_spacing
from caseboard.minimap import Minimap
from caseboard.restyling import restyle
from caseboard.scale import px
from caseboard.theme import Theme
from caseboard.voices import announce
from caseboard.zoom_box import ZoomBox
from casedb.words import say

STAYS = 6000
"""Milliseconds after which a sentence goes away by itself; a failure stays."""

_WIDEST, _NARROW = 560, 360
_ICON, _LINE = 18, 26
"""The icon, and the height of the cross, with which it is in line."""
_LONG_WORD = re.compile(r"\S{25,}")
"""A word, as of a path or an address, that may be longer than a line."""
_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


@dataclass(frozen=True)
class _Said:
    sentence: str
    is_failure: bool
    action: str
    do: Callable[[], None] | None


class Toast(QFrame):
    """One strip over the lower edge of its parent.

    A new sentence takes the place of the one before. A failure stays until it is closed or
    `clear_failure` is called. Failures that follow it are counted on the same strip, which then
    offers to show all of them; whatever else is said meanwhile waits behind it. Nothing goes away
    while the pointer or the focus is on it. The strip keeps clear of a zoom box and of a map in its
    parent, and of what is `spared`. Words for which there is no room are cut, and offered whole.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("toast")
        self._theme = theme
        self._parent = parent
        self._now: _Said | None = None
        self._more: list[str] = []
        self.spared: Callable[[], Sequence[QRect]] = lambda: ()
        """What the strip should not lie over, where there is room for it elsewhere."""
        self._waiting: deque[_Said] = deque()
        self._icon = QLabel(self)
        fix_size(self._icon, _ICON, _LINE)
        self.label = QLabel(self)
        self.label.setObjectName("toastText")
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.whole = QPushButton(say("Show all"), self)
        self.whole.clicked.connect(self._show_whole)
        self.action = QPushButton(self)
        self.action.clicked.connect(self._act)
        for button in (self.whole, self.action):
            button.setObjectName("toastAction")
        self.cross = QToolButton(self)
        self.cross.setObjectName("iconButton")
        self.cross.setAccessibleName(say("Close this message"))
        self.cross.setToolTip(say("Close (Esc)"))
        self.cross.clicked.connect(self.dismiss)
        row = self._row = QGridLayout(self)
        set_margins(row, "m", "s", "s", "s")
        set_spacing(row, "s")
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self._icon, 0, 0, top)
        row.addWidget(self.cross, 0, 4, top)
        row.setColumnStretch(1, 1)
        self._is_stacked: bool | None = None
        self._stack(is_stacked=False)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(STAYS)
        self._clock.timeout.connect(self._expire)
        parent.installEventFilter(self)
        self.set_theme(theme)
        self.hide()

    def move_to(self, parent: QWidget) -> None:
        """Lie over the lower edge of another widget from now on."""
        if parent is self._parent:
            return
        self._parent.removeEventFilter(self)
        self._parent = parent
        is_shown = not self.isHidden()
        self.setParent(parent)
        parent.installEventFilter(self)
        if is_shown:
            self.show()
            self.raise_()
            self._place()

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self._theme = theme
        self.cross.setIcon(look.icon("close", theme, "tx2", 16))
        self._show_icon()
        self._place()

    def say(self, sentence: str, action: str = "", do: Callable[[], None] | None = None) -> None:
        """Say something for a while, with a button where there is something to do about it."""
        self._take(_Said(sentence, False, action, do))

    def say_failure(
        self, sentence: str, action: str = "", do: Callable[[], None] | None = None
    ) -> None:
        """Say what could not be done; it stays until it is closed."""
        self._take(_Said(sentence, True, action, do))

    def clear_failure(self) -> None:
        """Let go of failures: what was refused has been done meanwhile."""
        self._waiting = deque(said for said in self._waiting if not said.is_failure)
        if self._now is not None and self._now.is_failure:
            self.dismiss()

    @property
    def sentence(self) -> str:
        """What is being said; empty for nothing."""
        return self._now.sentence if self._now is not None else ""

    @property
    def failures(self) -> tuple[str, ...]:
        """Every failure that the strip stands for, first the one that can be read on it."""
        is_failure = self._now is not None and self._now.is_failure
        return (self.sentence, *self._more) if is_failure else ()

    def dismiss(self) -> None:
        """Close what is said; what waited behind it comes next."""
        self._now = None
        self._more = []
        self._clock.stop()
        if self._waiting:
            self._show(self._waiting.popleft())
        else:
            self.hide()

    def _take(self, said: _Said) -> None:
        if self._now is None or not self._now.is_failure:
            self._show(said)
        elif said.sentence in self.failures:
            return
        elif said.is_failure and not said.action and not self._now.action:
            self._more.append(said.sentence)
            self._show_words()
            announce(self, said.sentence, is_urgent=True)
        else:
            # Of several notices only the newest is worth coming back to.
            kept = [each for each in self._waiting if each.is_failure]
            self._waiting = deque([*kept, said])

    def _show(self, said: _Said) -> None:
        self._now = said
        self.setProperty("state", "failed" if said.is_failure else "")
        restyle(self, self.whole, self.action)
        self._show_icon()
        self._show_words()
        self.show()
        self.raise_()
        self._clock.stop()
        if not said.is_failure:
            self._clock.start()
        announce(self, said.sentence, is_urgent=said.is_failure)

    def make_interface(self) -> QAccessibleWidget:
        """What tells a screen reader of the strip."""
        return QAccessibleWidget(self, QAccessible.Role.AlertMessage)

    def _show_words(self) -> None:
        said = self._now
        if said is None:
            return
        self.action.setText(said.action)
        self.action.setVisible(bool(said.action))
        self.setAccessibleName(f"{said.sentence}{self._tail()}")
        self._place()

    def _tail(self) -> str:
        """What stands below the sentence."""
        if not self._more:
            return ""
        return "\n" + say("… and {n} more.", "… and {n} more.", n=len(self._more))

    def _show_icon(self) -> None:
        is_failure = self._now is not None and self._now.is_failure
        name, token = ("error", "err") if is_failure else ("info", "ac")
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(look.icon_pixmap(name, self._theme.hex(token), px(_ICON), ratio))

    def _act(self) -> None:
        do = self._now.do if self._now is not None else None
        self.dismiss()
        if do is not None:
            do()

    def _show_whole(self) -> None:
        """Let all be read; the strip stays where it offers something else as well."""
        said = self._now
        if said is None:
            return
        told = "\n".join((said.sentence, *self._more))
        if not said.action:
            self.dismiss()
        heading = say("What could not be done") if said.is_failure else say("The whole message")
        Message.ask(self._parent, heading, told, is_error=said.is_failure)

    def _place(self) -> None:
        """Lie in the middle above the lower edge, with as many of the words as there is room for."""
        if self._now is None:
            return
        # Sizes are only known once the style sheet has reached the words.
        for widget in (self, self.label, self.whole, self.action):
            widget.ensurePolished()
        found = (self._parent.findChild(sort, options=_DIRECT) for sort in (ZoomBox, Minimap))
        corners = [each for each in found if each is not None and not each.isHidden()]
        sentence, tail = self._now.sentence, self._tail()
        self.whole.setVisible(bool(tail))
        box = self._box(f"{sentence}{tail}", corners)
        if box.top() < look.space("s"):
            self.whole.show()
            fitting = bisect_left(
                range(len(sentence)),
                True,
                key=lambda n: self._box(f"{sentence[:n]}…{tail}", corners).top() < look.space("s"),
            )
            kept = sentence[: max(0, fitting - 1)].rstrip()
            box = self._box(f"{kept}…{tail}", corners)
        self.setGeometry(self._spare(box))
        order_by_place([*corners, self.whole, self.action, self.cross])

    def _spare(self, low: QRect) -> QRect:
        """The upper edge instead of the lower one, where only that covers nothing to be spared."""
        spared = self.spared()
        high = low.translated(0, look.space("l") - low.top())
        is_better = any(map(low.intersects, spared)) and not any(map(high.intersects, spared))
        return high if is_better else low

    def _box(self, words: str, corners: Sequence[QWidget]) -> QRect:
        """Where the strip lies with these words on it, clear of what lies in the corners."""
        self.label.setText(_LONG_WORD.sub(_with_breaks, words))
        self._row.invalidate()
        gap, room = look.space("l"), self._parent.size()
        is_narrow = room.width() < px(_NARROW)
        side = look.space("s") if is_narrow else gap
        has_button = not (self.whole.isHidden() and self.action.isHidden())
        self._stack(is_stacked=is_narrow and has_button)
        width = min(px(_WIDEST), self._natural_width(), max(px(160), room.width() - 2 * side))
        edge = self.contentsMargins()
        inside = width - edge.left() - edge.right()
        height = self._row.heightForWidth(inside) + edge.top() + edge.bottom()
        box = QRect((room.width() - width) // 2, room.height() - height - gap, width, height)
        for corner in corners:
            if corner.geometry().adjusted(-gap, 0, gap, 0).intersects(box):
                box.moveBottom(corner.geometry().top() - look.space("s"))
        return box

    def _stack(self, *, is_stacked: bool) -> None:
        """Set the buttons beside the words, or below them where there is little room."""
        if is_stacked == self._is_stacked:
            return
        self._is_stacked = is_stacked
        for part in (self.label, self.whole, self.action):
            self._row.removeWidget(part)
        end = Qt.AlignmentFlag.AlignRight
        if is_stacked:
            self._row.addWidget(self.label, 0, 1, 1, 3)
            self._row.addWidget(self.whole, 1, 0, 1, 5, end)
            self._row.addWidget(self.action, 2, 0, 1, 5, end)
        else:
            self._row.addWidget(self.label, 0, 1)
            self._row.addWidget(self.whole, 0, 2, end)
            self._row.addWidget(self.action, 0, 3, end)

    def _natural_width(self) -> int:
        """How wide the strip is with all words in one line."""
        measure = self.label.fontMetrics().horizontalAdvance
        words = max(map(measure, self.label.text().split("\n"))) + look.space("s")
        return self._row.sizeHint().width() - self.label.sizeHint().width() + words

    def _expire(self) -> None:
        focused = QApplication.focusWidget()
        if self.underMouse() or (focused is not None and self.isAncestorOf(focused)):
            self._clock.start()
        else:
            self.dismiss()

    # -- Qt tells -------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._parent:
            self._place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        # Escape leads back to the board as well, as it does from everywhere.
        super().keyPressEvent(event)


def _with_breaks(word: re.Match[str]) -> str:
    """A long word with places where it may be broken, which are not seen."""
    return re.sub(r".{8}(?=.)", "\\g<0>\u200b", word[0])
