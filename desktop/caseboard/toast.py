"""`Toast`: a sentence at the foot of the board that does not stop the hand."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QWidget,
)

from caseboard import theme as look
from caseboard.theme import Theme

STAYS = 6000
"""Milliseconds after which a sentence goes away by itself; a failure stays."""

_WIDEST = 560
_ICON = 18


@dataclass(frozen=True)
class _Said:
    sentence: str
    is_failure: bool
    action: str
    do: Callable[[], None] | None


class Toast(QFrame):
    """One strip over the lower edge of its parent.

    A new sentence takes the place of the one before. A failure stays until it is closed or
    `clear_failure` is called; what is said meanwhile waits behind it. Nothing goes away while the
    pointer or the focus is on it.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("toast")
        self._theme = theme
        self._parent = parent
        self._now: _Said | None = None
        self._waiting: deque[_Said] = deque()
        self._icon = QLabel(self)
        self._icon.setFixedSize(_ICON, _ICON)
        self.label = QLabel(self)
        self.label.setObjectName("toastText")
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.action = QPushButton(self)
        self.action.setObjectName("toastAction")
        self.action.clicked.connect(self._act)
        self.cross = QToolButton(self)
        self.cross.setObjectName("iconButton")
        self.cross.setAccessibleName("Close this message")
        self.cross.setToolTip("Close (Esc)")
        self.cross.clicked.connect(self.dismiss)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(look.space("m"), look.space("s"), look.space("s"), look.space("s"))
        row.setSpacing(look.space("s"))
        row.addWidget(self._icon)
        row.addWidget(self.label, 1)
        row.addWidget(self.action)
        row.addWidget(self.cross)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(STAYS)
        self._clock.timeout.connect(self._expire)
        parent.installEventFilter(self)
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self._theme = theme
        self.cross.setIcon(look.icon("close", theme, "tx2", 16))
        self._show_icon()

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

    def dismiss(self) -> None:
        """Close what is said; what waited behind it comes next."""
        self._now = None
        self._clock.stop()
        if self._waiting:
            self._show(self._waiting.popleft())
        else:
            self.hide()

    def _take(self, said: _Said) -> None:
        if self._now is None or not self._now.is_failure:
            self._show(said)
        elif said.sentence != self._now.sentence:
            # Of several notices only the newest is worth coming back to.
            kept = [each for each in self._waiting if each.is_failure]
            self._waiting = deque([*kept, said])

    def _show(self, said: _Said) -> None:
        self._now = said
        self.label.setText(said.sentence)
        self.action.setText(said.action)
        self.action.setVisible(bool(said.action))
        self.setProperty("state", "failed" if said.is_failure else "")
        self.style().unpolish(self)
        self.style().polish(self)
        self._show_icon()
        self._place()
        self.show()
        self.raise_()
        self._clock.stop()
        if not said.is_failure:
            self._clock.start()
        self.setAccessibleName(said.sentence)
        spoken = QAccessibleAnnouncementEvent(self, said.sentence)
        if said.is_failure:
            spoken.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(spoken)

    def _show_icon(self) -> None:
        is_failure = self._now is not None and self._now.is_failure
        name, token = ("error", "err") if is_failure else ("info", "ac")
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(look.icon_pixmap(name, self._theme.hex(token), _ICON, ratio))

    def _act(self) -> None:
        do = self._now.do if self._now is not None else None
        self.dismiss()
        if do is not None:
            do()

    def _place(self) -> None:
        """Lie in the middle above the lower edge."""
        # Sizes are only known once the style sheet has reached the words.
        for widget in (self, self.label, self.action):
            widget.ensurePolished()
        self._row.invalidate()
        gap = look.space("l")
        room = self._parent.size()
        width = min(_WIDEST, self._natural_width(), max(160, room.width() - 2 * gap))
        edge = self.contentsMargins()
        inside = width - edge.left() - edge.right()
        height = self._row.heightForWidth(inside) + edge.top() + edge.bottom()
        self.setGeometry((room.width() - width) // 2, room.height() - height - gap, width, height)

    def _natural_width(self) -> int:
        """How wide the strip is with all words in one line."""
        words = self.label.fontMetrics().horizontalAdvance(self.label.text()) + look.space("s")
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
        else:
            super().keyPressEvent(event)
