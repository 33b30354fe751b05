"""`WelcomePage`: what the window shows while no case is open."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
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
from caseboard.measures import add_gap, set_icon_size, set_margins, set_spacing
from caseboard.mirror import is_mirrored
from caseboard.recent_card import CARD, RecentCard, RecentCase
from caseboard.restyling import restyle
from caseboard.scale import px
from caseboard.theme import Theme
from casedb.model.visible_text import visible
from casedb.words import say, term

_SAYS = term("An evidence board for people who must show how they know what they say.")
_STAYS = term(
    "A case is one file on this computer; drop one here to open it. Caseboard never uses the network."
)
_EMPTY = term("No case has been opened yet")
_EMPTY_HINT = term(
    "Make a new one, or look around in the example: it shows how claims, evidence and the strings "
    "between them work together."
)
_WIDEST = 904
_MARK = 64
_ICON, _GAP = 16, 4


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
        self.setAccessibleName(say("Welcome"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAcceptDrops(True)
        self._theme = theme
        self.cards: list[RecentCard] = []
        self._page = QWidget()
        self._page.setObjectName("welcomePage")
        self._column = QWidget(self._page)
        self._mark = QLabel(self._column)
        self._mark.setAccessibleName(say("The mark of Caseboard"))
        self.new_button = self._button(say("New case"), "new_case", is_primary=True)
        self.open_button = self._button(say("Open…"), "open")
        self.example_button = self._button(say("Open the example case"), "board")
        self.new_button.clicked.connect(self.new_wanted)
        self.open_button.clicked.connect(self.open_wanted)
        self.example_button.clicked.connect(self.example_wanted)
        self._heading = _words(say("Recent cases"), "welcomeHeading")
        self._grid = QWidget(self._column)
        self._grid.setAccessibleName(say("Recent cases"))
        self._flow = FlowLayout(self._grid, "l")
        self._empty = self._empty_state()
        self._lay_out()
        self.setWidget(self._page)
        self.set_theme(theme)
        self.show_cases(())

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self._theme = theme
        self._mark.setPixmap(mark_pixmap(px(_MARK), self.devicePixelRatioF()))
        for button, name, token in (
            (self.new_button, "new_case", "actx"),
            (self.open_button, "open", "tx2"),
            (self.example_button, "board", "tx2"),
        ):
            button.setIcon(look.icon(name, theme, token, _ICON, _GAP))
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
        self.refit()

    def refit(self) -> None:
        """Show as many whole cards side by side as fit, so that the column stands in the middle."""
        gap, card = look.space("l"), px(CARD.width())
        room = min(px(_WIDEST), self.width() - 2 * look.space("xl"))
        across = max(1, (room + gap) // (card + gap))
        self._column.setFixedWidth(across * (card + gap) - gap)

    # -- a file is dropped ----------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        path = _file_in(event.mimeData())
        if path is None:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._show_drag(say("Let go to open “{name}”.", name=visible(path.name)))

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
        self._stays.setText(sentence or say(_STAYS))
        self._page.setProperty("dragged", bool(sentence))
        restyle(self._page)

    def _step(self, card: object, key: int) -> None:
        """Move the focus from one card to the next in a direction."""
        at = next(n for n, each in enumerate(self.cards) if each is card)
        across = max(1, sum(each.y() == self.cards[0].y() for each in self.cards))
        onward = -1 if is_mirrored(self.layoutDirection()) else 1
        steps = {
            Qt.Key.Key_Left: -onward,
            Qt.Key.Key_Right: onward,
            Qt.Key.Key_Up: -across,
            Qt.Key.Key_Down: across,
        }
        to = at + steps[Qt.Key(key)]
        if 0 <= to < len(self.cards):
            self.cards[to].setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(self.cards[to])

    def _button(self, text: str, icon: str, *, is_primary: bool = False) -> QPushButton:
        button = QPushButton(look.icon(icon, self._theme), text, self._column)
        set_icon_size(button, _ICON + _GAP, _ICON)
        button.setProperty("primary", is_primary)
        return button

    def _empty_state(self) -> QFrame:
        box = QFrame(self._column)
        box.setObjectName("welcomeEmpty")
        inside = QVBoxLayout(box)
        set_margins(inside, "xl")
        set_spacing(inside, "xs")
        inside.addWidget(_words(say(_EMPTY), "emptyTitle"))
        hint = _words(say(_EMPTY_HINT), "emptyText")
        hint.setWordWrap(True)
        inside.addWidget(hint)
        return box

    def _lay_out(self) -> None:
        says = _words(say(_SAYS), "welcomeSays")
        says.setWordWrap(True)
        words = QVBoxLayout()
        set_spacing(words, "xs")
        words.addStretch(1)
        words.addWidget(_words("Caseboard", "welcomeName"))
        words.addWidget(says)
        words.addStretch(1)
        head = QHBoxLayout()
        set_spacing(head, "l")
        head.addWidget(self._mark)
        head.addLayout(words, 1)
        buttons = QWidget(self._column)
        flow = FlowLayout(buttons, "s")
        for button in (self.new_button, self.open_button, self.example_button):
            flow.addWidget(button)
        column = QVBoxLayout(self._column)
        set_margins(column, 0, 48, 0, "xl")
        set_spacing(column, "m")
        column.addLayout(head)
        add_gap(column, "m")
        column.addWidget(buttons)
        add_gap(column, "xl")
        for widget in (self._heading, self._grid, self._empty):
            column.addWidget(widget)
        add_gap(column, "l")
        self._stays = _words(say(_STAYS), "welcomeStays")
        self._stays.setWordWrap(True)
        column.addWidget(self._stays)
        column.addStretch(1)
        row = QHBoxLayout(self._page)
        set_margins(row, "xl", 0, "xl", 0)
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
