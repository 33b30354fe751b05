"""The two entries for text: one line, and a box that grows with what is in it.

Neither undoes anything by itself: undo is the case's, and both pass its keys on.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QStyle,
    QStyleOptionFrame,
)

from caseboard.inspector.controls.exact_text import (
    PARAGRAPH,
    as_paragraphs,
    is_right_to_left,
    rejoin,
)
from caseboard.inspector.controls.seams import Seams, cut
from caseboard.mirror import is_mirrored, start_of

WHOLE = 2_000
"""A text longer than this is shown in full only while it has the focus."""

MOST_LINES = 400
"""The lines of a text that are shown where all of it is wanted."""

_NO_LIMIT = 2**31 - 1
_PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


def step_of(event: QEvent) -> str:
    """`undo` or `redo` for a key event that asks for it, else nothing."""
    if not isinstance(event, QKeyEvent):
        return ""
    if event.matches(QKeySequence.StandardKey.Undo):
        return "undo"
    return "redo" if event.matches(QKeySequence.StandardKey.Redo) else ""


class LineEntry(QLineEdit):
    """One line of text, cut with an ellipsis while it does not have the focus.

    `textEdited(str)` follows what is typed; `stepped(str)` passes on the keys for undo and redo.
    """

    stepped = Signal(str)

    def __init__(self, name: str = "inspectorLine") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setMaxLength(_NO_LIMIT)
        self._whole: str | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lead()

    def _lead(self) -> None:
        """Begin at the right where reading does, with whatever script: beside its label."""
        flag, way = Qt.AlignmentFlag, self.layoutDirection()
        self.setAlignment(
            (start_of(way) if is_mirrored(way) else flag.AlignLeft) | flag.AlignVCenter
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._lead()

    def value(self) -> str:
        """The text, complete whatever is shown of it."""
        return self.text() if self._whole is None else self._whole

    def show_text(self, text: str) -> None:
        """Show a text; nothing moves where it is there already."""
        if text == self.value():
            return
        at = self.cursorPosition() if self.hasFocus() else 0
        self._whole = text if len(text) > WHOLE and not self.hasFocus() else None
        self.setText(text if self._whole is None else text[:WHOLE])
        self.setCursorPosition(min(at, len(text)))

    def _unfold(self) -> None:
        if self._whole is not None:
            whole, self._whole = self._whole, None
            self.setText(whole)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._unfold()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _PASSING:
            self.setCursorPosition(0)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and step_of(event):
            # Not taken, so that the window's own undo sees the keys.
            event.ignore()
            return True
        if event.type() is QEvent.Type.KeyPress and (step := step_of(event)):
            self.stepped.emit(step)
            return True
        if event.type() in (QEvent.Type.DragEnter, QEvent.Type.Drop):
            self._unfold()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        text = self.displayText()
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        style = self.style()
        contents = QStyle.SubElement.SE_LineEditContents
        room = style.subElementRect(contents, option, self).adjusted(2, 0, -2, 0)
        metrics = self.fontMetrics()
        if self.hasFocus() or (
            self._whole is None
            and (len(text) <= WHOLE and metrics.horizontalAdvance(text) <= room.width())
        ):
            super().paintEvent(event)
            return
        painter = QPainter(self)
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, self)
        flag = Qt.AlignmentFlag
        at_right = is_mirrored(self.layoutDirection()) or is_right_to_left(text)
        side = flag.AlignRight if at_right else flag.AlignLeft
        cut = metrics.elidedText(text[:WHOLE], Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        painter.drawText(room, flag.AlignVCenter | side | flag.AlignAbsolute, cut)
        painter.end()


class GrowingText(QPlainTextEdit):
    """Text of several lines in a box as high as the text, up to a number of lines unless all are wanted.

    `typed()` follows what the user types; `stepped(str)` passes on the keys for undo and redo;
    `shortened()` says that `is_cut` has changed. Tab leaves it. Where `paragraphs` is false it is as
    a line is: Return is `confirmed()`, and who comes by the keyboard has all of it selected.
    """

    typed = Signal()
    confirmed = Signal()
    stepped = Signal(str)
    shortened = Signal()

    def __init__(
        self, name: str = "inspectorText", most_lines: int = 14, paragraphs: bool = True
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self._most_at_rest = most_lines
        self._wants_all = False
        self._paragraphs = paragraphs
        self._kept = ""
        self._raw = ""
        self._seams = Seams()
        self._folded = False
        self._loading = False
        self._high = 0
        self._is_cut = False
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._pass_on)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    # -- the text ---------------------------------------------------------------------------

    def value(self) -> str:
        """The text, complete and to the letter."""
        raw = self._raw if self._folded else self._seams.without(self.document().toRawText())
        return self._kept if raw == self._raw else rejoin(self._kept, raw)

    def show_text(self, text: str) -> None:
        """Show a text; nothing moves where it is there already."""
        if text == self.value():
            return
        at = self.textCursor().position() if self.hasFocus() else 0
        self._kept = text
        self._load(fold=len(text) > WHOLE and not self._wants_all and not self.hasFocus())
        cursor = self.textCursor()
        cursor.setPosition(min(at, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def want_all(self, *, is_wanted: bool) -> None:
        """Show all lines, or as many as usual."""
        self._wants_all = is_wanted
        if is_wanted and self._folded:
            self._load(fold=False)
        self._fit()

    @property
    def shows_more(self) -> bool:
        """Whether more lines are shown than usual."""
        return self._wants_all and self._height_up_to(usual := self._most_high(False)) > usual

    def _load(self, fold: bool) -> None:
        self._folded = fold
        shown, places = cut(as_paragraphs(f"{self._kept[:WHOLE]}…" if fold else self._kept))
        self._loading = True
        self.setPlainText(shown)
        raw = self.document().toRawText()
        self._seams.start(places, raw)
        self._raw = self._seams.without(raw)
        self._loading = False
        self._fit()

    def _pass_on(self) -> None:
        if self._loading:
            return
        if self._seams:
            self._seams.follow(self.document().toRawText())
        self.typed.emit()

    def is_seam(self, place: int) -> bool:
        """Whether a character of the document is a cut in a very long paragraph."""
        return self._seams.is_cut(place)

    def _selected(self) -> tuple[int, str]:
        """What is selected, as the document has it, and at which of its characters it starts."""
        # Qt counts some characters twice, so its places are not those in the text.
        cursor = self.textCursor()
        units = self.document().toRawText().encode("utf-16-le", "surrogatepass")
        start, end = 2 * cursor.selectionStart(), 2 * cursor.selectionEnd()
        before = units[:start].decode("utf-16-le", "surrogatepass")
        return len(before), units[start:end].decode("utf-16-le", "surrogatepass")

    def createMimeDataFromSelection(self) -> QMimeData:
        if not self._seams:
            return super().createMimeDataFromSelection()
        start, raw = self._selected()
        mime = QMimeData()
        mime.setText(self._seams.without(raw, start).replace(PARAGRAPH, "\n"))
        return mime

    def insertFromMimeData(self, source: QMimeData) -> None:
        shown, places = cut(as_paragraphs(source.text()))
        if not places:
            super().insertFromMimeData(source)
            return
        start, _ = self._selected()
        self._loading = True
        self.textCursor().insertText(shown)
        self._seams.follow(self.document().toRawText())
        self._seams.add([start + each for each in places])
        self._loading = False
        self.ensureCursorVisible()
        self._pass_on()

    def dropEvent(self, event: QDropEvent) -> None:
        # Text that moves within the box is two edits in one, which no seam could follow.
        if self._seams and event.source() in (self, self.viewport()):
            event.ignore()
            return
        super().dropEvent(event)

    def set_direction(self, direction: Qt.LayoutDirection) -> None:
        """Let lines run as a language does, and begin at that side; auto lets each paragraph run."""
        option = self.document().defaultTextOption()
        if option.textDirection() is not direction:
            right = direction is Qt.LayoutDirection.RightToLeft
            option.setTextDirection(direction)
            # A plain text box does not turn its alignment round with the direction.
            option.setAlignment(
                Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            )
            self.document().setDefaultTextOption(option)

    # -- events -----------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self._folded:
            self._load(fold=False)
        super().focusInEvent(event)
        if not self._paragraphs and event.reason() in _BY_KEYBOARD:
            self.selectAll()
        self._show_bar()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _PASSING:
            self.moveCursor(QTextCursor.MoveOperation.Start)
            self._show_bar()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and step_of(event):
            event.ignore()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if step := step_of(event):
            self.stepped.emit(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self._paragraphs:
            self.confirmed.emit()
        else:
            if self._seams:
                self._step_over_seam(event.key())
            super().keyPressEvent(event)

    def _step_over_seam(self, key: int) -> None:
        """Let a key that deletes one character delete one of the text's own."""
        cursor = self.textCursor()
        backwards = key == Qt.Key.Key_Backspace
        if cursor.hasSelection() or not (backwards or key == Qt.Key.Key_Delete):
            return
        at_end = cursor.atBlockStart() if backwards else cursor.atBlockEnd()
        place, _ = self._selected()
        if at_end and self.is_seam(place - 1 if backwards else place):
            to = QTextCursor.MoveOperation
            cursor.movePosition(to.PreviousCharacter if backwards else to.NextCharacter)
            self.setTextCursor(cursor)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Without the focus the wheel belongs to the panel that is being scrolled past.
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    # -- its height -------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(160, self._content() + self._chrome())

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.sizeHint().height())

    def _chrome(self) -> int:
        margins = self.contentsMargins()
        return margins.top() + margins.bottom()

    def _line(self) -> float:
        # Asked of the layout: with some fonts its lines are higher than the metrics say.
        block = self.document().firstBlock()
        high = self.document().documentLayout().blockBoundingRect(block).height()
        return high / max(1, block.lineCount()) or float(self.fontMetrics().lineSpacing())

    def _most_high(self, wants_all: bool) -> int:
        return math.ceil(self._line() * (MOST_LINES if wants_all else self._most_at_rest))

    def _content(self) -> int:
        line, most = math.ceil(self._line()), self._most_high(self._wants_all)
        if not self._raw and self.document().isEmpty():
            wide = max(40, self.viewport().width())
            flags = Qt.TextFlag.TextWordWrap
            said = self.fontMetrics().boundingRect(
                0, 0, wide, most, flags, self.placeholderText() or " "
            )
            return max(line, said.height())
        return max(line, min(most, self._height_up_to(most)))

    def _height_up_to(self, enough: int) -> int:
        """How high the text is; what is higher than `enough` is not measured to its end."""
        layout = self.document().documentLayout()
        high, block = 0.0, self.document().begin()
        while block.isValid() and high <= enough:
            high += layout.blockBoundingRect(block).height()
            block = block.next()
        return math.ceil(high)

    @property
    def is_cut(self) -> bool:
        """Whether there is more than is shown at rest."""
        return self._is_cut

    def _fit(self) -> None:
        high, most = self._content(), self._most_high(self._wants_all)
        is_cut = self._height_up_to(most) > most
        self._show_bar()
        if high != self._high:
            self._high = high
            self.updateGeometry()
        bar = self.verticalScrollBar()
        if bar.value() and not (is_cut and self.hasFocus()):
            # Scrolled while the box was still too low for its text.
            bar.setValue(0)
        if is_cut != self._is_cut:
            self._is_cut = is_cut
            self.shortened.emit()

    def _show_bar(self) -> None:
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded
            if self._is_cut and self.hasFocus()
            else policy.ScrollBarAlwaysOff
        )
