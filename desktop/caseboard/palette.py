"""`Palette`: one field for everything that can be run or gone to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QHideEvent,
    QKeyEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from caseboard import theme as look
from caseboard.lens_field import LensField
from caseboard.measures import set_margins, set_spacing
from caseboard.offers import LOOSE, Offer, Row, rows_for, rows_of_all
from caseboard.palette_list import MOST_ROWS, NARROWEST, WIDTH, PaletteList, PaletteRows
from caseboard.scale import px
from caseboard.theme import Theme
from caseboard.voices import announce
from casedb.words import say, term

HINT = term("↑ ↓ choose   Enter runs   Esc closes")
NOTHING = term("Nothing is called that. Fewer letters find more.")
SEARCHING = term("Searching the case…")


class Palette(QFrame):
    """A field, and a list of what fits it: arrows choose, Enter runs, Escape closes.

    `chosen(str)` carries the id of an offer, `dismissed()` follows Escape or a click elsewhere; exactly
    one of them comes, once, after the focus is back where it was. `typed(str)` asks for what the case
    holds; `show_found` answers.
    """

    chosen = Signal(str)
    dismissed = Signal()
    typed = Signal(str)

    def __init__(
        self,
        offers: Sequence[Offer],
        used: Sequence[str],
        theme: Theme,
        parent: QWidget | None = None,
        *,
        searches: bool = False,
        asks: str = "",
    ) -> None:
        """`used` are ids of what was run before, the last one first; `searches` says that somebody
        answers `typed`. `asks` is the question where something is chosen and not run."""
        super().__init__(parent)
        self.setObjectName("palette")
        asks = asks or say("Find or run a command")
        self.setAccessibleName(asks)
        self._offers, self._used = offers, used
        self._searches = searches
        self._found: Sequence[Row] = ()
        self._is_waiting = False
        self._runs_when_found = False
        self._is_answered = False
        self._tallest = 0
        self.field = _Field(theme, asks, self)
        self.rows = PaletteRows(self)
        self.list = PaletteList(theme, self)
        self.list.setModel(self.rows)
        self.foot = QLabel(say(HINT), self)
        self.foot.setObjectName("paletteFoot")
        layout = QVBoxLayout(self)
        set_margins(layout, 1, "s", 1, "s")
        set_spacing(layout, "s")
        for widget in (self.field, self.list, self.foot):
            layout.addWidget(widget)
        self.field.textChanged.connect(self._type)
        self.field.stepped.connect(self.list.step)
        self.field.entered.connect(self._enter)
        self.field.left.connect(self._dismiss)
        self.list.clicked.connect(self._run)
        self.list.selectionModel().currentChanged.connect(self._tell_current)
        self.setFocusProxy(self.field)
        self._show_rows(keeps=False)

    def pop_up(self, window: QWidget) -> None:
        """Show it over the upper part of a window, ready to type."""
        self.setWindowFlags(Qt.WindowType.Popup)
        width = max(px(NARROWEST), min(px(WIDTH), window.width() - 2 * look.space("xl")))
        top = window.height() // 10
        self._tallest = window.height() - 2 * top
        self.move(window.mapToGlobal(QPoint((window.width() - width) // 2, top)))
        self.setFixedWidth(width)
        self._fit()
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _fit(self) -> None:
        """Be as tall as what is listed needs."""
        self.list.updateGeometry()
        self.resize(self.width(), min(self.sizeHint().height(), self._tallest))

    @property
    def current(self) -> Offer | None:
        """What Enter would run."""
        row = self.rows.row(self.list.currentIndex())
        return row.offer if row is not None else None

    def show_found(self, query: str, found: Sequence[Row]) -> None:
        """Show what the case holds; an answer to what was typed before that is let go of."""
        if query != self.field.text() or self._is_answered:
            return
        self._is_waiting = False
        self._found = found
        self._show_rows(keeps=True)
        if self._runs_when_found:
            self._enter()

    # -- typing ---------------------------------------------------------------------------

    def _type(self, text: str) -> None:
        self._found = ()
        self._runs_when_found = False
        self._is_waiting = self._searches and bool(text.strip())
        self._show_rows(keeps=False)
        self.typed.emit(text)

    def _show_rows(self, *, keeps: bool) -> None:
        """List what fits; `keeps` lets what somebody has moved to stay the current row."""
        text = self.field.text()
        kept = self.current if keeps and self.list.was_moved else None
        if text.strip():
            rows = rows_for(text, self._offers, self._used, self._found)
        else:
            rows = rows_of_all(self._offers, self._used)
        self.rows.show(rows)
        self.list.go_to(kept)
        self.list.setVisible(bool(rows))
        self.foot.setText(say(SEARCHING if self._is_waiting else HINT if rows else NOTHING))
        self._fit()
        if not rows and not self._is_waiting:
            self._say(say(NOTHING))

    def _tell_current(self) -> None:
        # The focus stays in the field: the list cannot speak for itself.
        if self.current is not None and self.isVisible():
            self._say(self.current.spoken())

    def _say(self, sentence: str) -> None:
        announce(self.field, sentence)

    # -- answering ------------------------------------------------------------------------

    def _enter(self) -> None:
        row = self.rows.row(self.list.currentIndex())
        is_poor = not row is not None or row.heading == say(LOOSE)
        if self._is_waiting and is_poor and not self.list.was_moved:
            # What is being looked for may fit better than what is here.
            self._runs_when_found = True
        else:
            self._run(self.list.currentIndex())

    def _run(self, index: QModelIndex) -> None:
        row = self.rows.row(index)
        if not row is not None:
            return
        if row.offer.missing:
            self.foot.setText(row.offer.missing)
            self._say(row.offer.missing)
        elif not self._is_answered:
            self._is_answered = True
            self.close()
            self.chosen.emit(row.offer.id)

    def _dismiss(self) -> None:
        if not self._is_answered:
            self._is_answered = True
            self.close()
            self.dismissed.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._dismiss()


class _Field(LensField):
    """The field. `stepped(int)` carries by how many rows, `entered()` and `left()` speak for themselves."""

    stepped = Signal(int)
    entered = Signal()
    left = Signal()

    def __init__(self, theme: Theme, asks: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("paletteField")
        self.setPlaceholderText(asks)
        self.setAccessibleName(asks)
        self.set_theme(theme)

    def event(self, event: QEvent) -> bool:
        # There is nowhere else to go: Tab would only lead out of sight.
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Tab:
                self.stepped.emit(1)
                return True
            if event.key() == Qt.Key.Key_Backtab:
                self.stepped.emit(-1)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: MOST_ROWS - 3,
            Qt.Key.Key_PageUp: 3 - MOST_ROWS,
        }
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.entered.emit()
            case Qt.Key.Key_Escape:
                self.left.emit()
            case key if key in steps:
                self.stepped.emit(steps[Qt.Key(key)])
            case _:
                super().keyPressEvent(event)
