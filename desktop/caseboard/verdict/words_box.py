"""Labels of plain words, a box to write several lines in, and a box to choose a word from."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QPlainTextEdit,
    QSizePolicy,
    QStyleOptionComboBox,
    QWidget,
)

from caseboard.dropped_list import ListBox
from caseboard.mirror import mirrored, start_of
from caseboard.plain_tips import tip
from caseboard.restyling import restyle
from caseboard.scale import px
from caseboard.theme import Theme, paint_icon, space

_ARROW = 16
_ALONE = Qt.ItemDataRole.UserRole + 1
"""The word of a row without what it means."""


def _row(text: str, meaning: str) -> str:
    return f"{text} – {meaning}" if meaning else text


class Words(QLabel):
    """Plain words in as many lines as they need; not there where there are none."""

    def __init__(self, name: str, parent: QWidget | None = None, text: str = "") -> None:
        super().__init__(text, parent)
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setMinimumWidth(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._lead()

    def _lead(self) -> None:
        """Begin at the right where reading does, with whatever script."""
        upright = self.alignment() & Qt.AlignmentFlag.AlignVertical_Mask
        self.setAlignment(start_of(self.layoutDirection()) | upright)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._lead()

    def say(self, text: str, tone: str = "quiet") -> None:
        """Show a sentence, in the colour of what it is: `quiet`, `warn` or `err`."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            restyle(self)
        if text != self.text():
            self.setText(text)
        self.setVisible(bool(text))


class WordsBox(QPlainTextEdit):
    """Several lines of words; Tab leaves it. `lines` are as many as it has room for at least."""

    written = Signal()

    def __init__(self, name: str, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self._lines = lines
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._is_shown = False
        self.textChanged.connect(self._tell)

    def _tell(self) -> None:
        if not self._is_shown:
            self.written.emit()

    def show_text(self, text: str) -> None:
        """Show a text; where it is there already, nothing moves and nothing is forgotten."""
        if text == self.toPlainText():
            return
        self._is_shown = True
        self.setPlainText(text)
        self._is_shown = False

    def refit(self) -> None:
        """Take the height of its lines at another scale."""
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(px(200), self._lines * self.fontMetrics().lineSpacing() + px(20))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(80), self.sizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Without the focus the wheel belongs to the form that is being scrolled past.
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class PickBox(ListBox):
    """One of several words by their keys, or with `own` words any other; the wheel chooses nothing.

    `picked()` follows what the user chooses or writes.
    """

    picked = Signal()

    def __init__(
        self, name: str, theme: Theme, parent: QWidget | None = None, *, own: bool = False
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("verdictPick")
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setMaxVisibleItems(16)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if own:
            self.setEditable(True)
            self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            self.editTextChanged.connect(self._tell)
        else:
            self.activated.connect(self.picked)
        self._is_shown = False

    def _tell(self) -> None:
        if not self._is_shown:
            self.picked.emit()

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        self.update()

    def offer(self, words: list[tuple[str, str, str]]) -> None:
        """Offer keys, each with what people read, and what it means, which stands in the list alone; what
        was chosen stays, if it can."""
        rows = [(key, _row(text, meaning), text) for key, text, meaning in words]
        there = [
            (self.itemData(at), self.itemText(at), self.itemData(at, _ALONE))
            for at in range(self.count())
        ]
        if there == rows:
            return
        key = self.key()
        self._is_shown = True
        self.clear()
        for each, text, alone in rows:
            self.addItem(text, each)
            self.setItemData(self.count() - 1, alone, _ALONE)
            self.setItemData(self.count() - 1, tip(text), Qt.ItemDataRole.ToolTipRole)
        self._is_shown = False
        self.choose(key)

    def key(self) -> str:
        """The key of what is chosen, or the words that were written; empty for nothing."""
        if self.isEditable():
            text = self.currentText()
            at = self.findText(text)
            return str(self.itemData(at)) if at >= 0 else text.strip()
        return str(self.currentData() or "")

    def choose(self, key: str) -> None:
        """Show what a key stands for, or the words that it is."""
        self._is_shown = True
        at = self.findData(key)
        if at != self.currentIndex():
            self.setCurrentIndex(at)
        if self.isEditable() and self.key() != key:
            self.setEditText(self.itemText(at) if at >= 0 else key)
        line = self.lineEdit() if self.isEditable() else None
        if line is not None and not line.hasFocus():
            line.setCursorPosition(0)
        self._is_shown = False

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def showPopup(self) -> None:
        view = self.view()
        wide = max(view.sizeHintForColumn(0) + 2 * space("l"), self.width())
        view.setMinimumWidth(min(wide, px(560)))
        super().showPopup()

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        super().initStyleOption(option)
        room = self.width() - px(_ARROW) - 3 * space("s")
        alone = str(self.currentData(_ALONE) or "")
        option.currentText = self.fontMetrics().elidedText(  # pyright: ignore[reportAttributeAccessIssue]
            alone, Qt.TextElideMode.ElideRight, room
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = px(_ARROW)
        box = QRectF(self.width() - side - space("s"), (self.height() - side) / 2, side, side)
        painter = QPainter(self)
        token = "tx2" if self.isEnabled() else "off"
        place = mirrored(box, QRectF(self.rect()), self.layoutDirection())
        paint_icon(painter, "chevron_down", place, self._theme.colour(token))
        painter.end()
