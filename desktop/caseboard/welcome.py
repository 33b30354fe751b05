"""`WelcomePage`: what the window shows while no case is open."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from caseboard import theme as look
from caseboard.asking import CASE_ENDING
from caseboard.dropping import is_on_this_computer
from caseboard.flow_layout import FlowLayout
from caseboard.focus_order import read_as_laid
from caseboard.mark import mark_pixmap
from caseboard.recent_card import RecentCard, RecentCase
from caseboard.theme import Theme
from casedb.model.visible_text import visible

_SAYS = "An evidence board for people who must show how they know what they say."
_STAYS = "A case is one file on this computer; drop one here to open it. Caseboard never uses the network."
_EMPTY = "No case has been opened yet"
_EMPTY_HINT = (
    "Make a new one, or look around in the example: it shows how claims, evidence and the strings "
    "between them work together."
)
_WIDEST = 904
_MARK = 64
_CARD = QSize(288, 232)


class WelcomePage(QScrollArea):
    """The first page: recent cases, and the ways to a new one.

    `recent_wanted(path)`, `forget_wanted(path)` and `dropped(path)` carry a `Path`.
    """

    new_wanted = Signal()
    open_wanted = Signal()
    example_wanted = Signal()
    recent_wanted = Signal(object)
    forget_wanted = Signal(object)
    dropped = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self.setAccessibleName("Welcome")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAcceptDrops(True)
        self._theme = theme
        self.cards: list[RecentCard] = []
        self._page = QWidget()
        self._page.setObjectName("welcomePage")
        self._column = QWidget(self._page)
        self._column.setMaximumWidth(_WIDEST)
        self._mark = QLabel(self._column)
        self._mark.setAccessibleName("The mark of Caseboard")
        self.new_button = self._button("New case", "new_case", is_primary=True)
        self.open_button = self._button("Open…", "open")
        self.example_button = self._button("Open the example case", "board")
        self.new_button.clicked.connect(self.new_wanted)
        self.open_button.clicked.connect(self.open_wanted)
        self.example_button.clicked.connect(self.example_wanted)
        self._heading = _words("Recent cases", "welcomeHeading")
        self._grid = QWidget(self._column)
        self._grid.setAccessibleName("Recent cases")
        self._flow = FlowLayout(self._grid, look.space("l"))
        self._empty = self._empty_state()
        self._lay_out()
        self.setWidget(self._page)
        self.set_theme(theme)
        self.show_cases(())

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self._theme = theme
        self._mark.setPixmap(mark_pixmap(_MARK, self.devicePixelRatioF()))
        for button, name, token in (
            (self.new_button, "new_case", "actx"),
            (self.open_button, "open", "tx2"),
            (self.example_button, "board", "tx2"),
        ):
            button.setIcon(look.icon(name, theme, token, 16))
        for card in self.cards:
            card.set_theme(theme)

    def show_cases(self, cases: Sequence[RecentCase]) -> None:
        """Show these cases, the one opened last first."""
        for card in self.cards:
            self._flow.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [RecentCard(case, self._theme, self._grid) for case in cases]
        for card in self.cards:
            card.wanted.connect(self.recent_wanted)
            card.forget_wanted.connect(self.forget_wanted)
            card.stepped.connect(self._step)
            self._flow.addWidget(card)
            card.show()
        self._heading.setVisible(bool(cases))
        self._grid.setVisible(bool(cases))
        self._empty.setVisible(not cases)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # As many whole cards as fit, so that the column stands in the middle.
        gap = look.space("l")
        room = min(_WIDEST, event.size().width() - 2 * look.space("xl"))
        across = max(1, (room + gap) // (_CARD.width() + gap))
        self._column.setFixedWidth(across * (_CARD.width() + gap) - gap)

    # -- a file is dropped ----------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        path = _file_in(event.mimeData())
        if path is None:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._show_drag(f"Let go to open “{visible(path.name)}”.")

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._show_drag("")

    def dropEvent(self, event: QDropEvent) -> None:
        self._show_drag("")
        path = _file_in(event.mimeData())
        if path is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.dropped.emit(path)

    def _show_drag(self, sentence: str) -> None:
        self._stays.setText(sentence or _STAYS)
        self._page.setProperty("dragged", bool(sentence))
        self._page.style().unpolish(self._page)
        self._page.style().polish(self._page)

    def _step(self, card: object, key: int) -> None:
        """Move the focus from one card to the next in a direction."""
        at = next(n for n, each in enumerate(self.cards) if each is card)
        across = max(1, sum(each.y() == self.cards[0].y() for each in self.cards))
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -across,
            Qt.Key.Key_Down: across,
        }
        to = at + steps[Qt.Key(key)]
        if 0 <= to < len(self.cards):
            self.cards[to].setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(self.cards[to])

    def _button(self, text: str, icon: str, *, is_primary: bool = False) -> QPushButton:
        button = QPushButton(look.icon(icon, self._theme), text, self._column)
        button.setIconSize(QSize(16, 16))
        button.setProperty("primary", is_primary)
        return button

    def _empty_state(self) -> QFrame:
        box = QFrame(self._column)
        box.setObjectName("welcomeEmpty")
        inside = QVBoxLayout(box)
        inside.setContentsMargins(*[look.space("xl")] * 4)
        inside.setSpacing(look.space("xs"))
        inside.addWidget(_words(_EMPTY, "emptyTitle"))
        hint = _words(_EMPTY_HINT, "emptyText")
        hint.setWordWrap(True)
        inside.addWidget(hint)
        return box

    def _lay_out(self) -> None:
        says = _words(_SAYS, "welcomeSays")
        says.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(look.space("xs"))
        words.addStretch(1)
        words.addWidget(_words("Caseboard", "welcomeName"))
        words.addWidget(says)
        words.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(look.space("l"))
        head.addWidget(self._mark)
        head.addLayout(words, 1)
        buttons = QWidget(self._column)
        flow = FlowLayout(buttons, look.space("s"))
        for button in (self.new_button, self.open_button, self.example_button):
            flow.addWidget(button)
        column = QVBoxLayout(self._column)
        column.setContentsMargins(0, 2 * look.space("xl"), 0, look.space("xl"))
        column.setSpacing(look.space("m"))
        column.addLayout(head)
        column.addSpacing(look.space("m"))
        column.addWidget(buttons)
        column.addSpacing(look.space("xl"))
        for widget in (self._heading, self._grid, self._empty):
            column.addWidget(widget)
        column.addSpacing(look.space("l"))
        self._stays = _words(_STAYS, "welcomeStays")
        column.addWidget(self._stays)
        column.addStretch(1)
        row = QHBoxLayout(self._page)
        row.setContentsMargins(look.space("xl"), 0, look.space("xl"), 0)
        row.addStretch(1)
        row.addWidget(self._column)
        row.addStretch(1)
        read_as_laid(self._column)


def _file_in(mime: QMimeData) -> Path | None:
    """The file on this computer that is dragged; of several the first that is called like a case."""
    files = [Path(url.toLocalFile()) for url in mime.urls() if is_on_this_computer(url)]
    cases = [each for each in files if each.suffix.lower() == CASE_ENDING]
    return next(iter((*cases, *files)), None)


def _words(text: str, name: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
