"""`ChoicePopup`: a small list to choose one thing from, where the hand is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QElapsedTimer,
    QEvent,
    QEventLoop,
    QModelIndex,
    QObject,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QPainter,
)
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from caseboard import theme as look
from caseboard.headed_rows import HeadedDelegate, HeadedRows
from caseboard.matching import folded
from caseboard.measures import set_margins, set_spacing
from caseboard.mirror import mirrored, start_of
from caseboard.row_list import RowList
from caseboard.scale import px
from caseboard.theme import Theme

PAUSE = 1_500
"""Milliseconds after which a letter begins another name."""

_ROW, _DENSE_ROW = 40, 28
_ICON = 18
_WIDTH, _TALLEST = 340, 620
_WIDEST_LABEL, _WIDEST_HINT, _WIDEST_LINE = 340, 400, 560
_AROUND = 48
"""Sizes in pixels at 100 %. `_WIDEST_LABEL` and `_WIDEST_HINT` are the room that both have beside each
other, `_WIDEST_LINE` that of a hint alone; `_AROUND` is what of the screen's height stays free."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose: its value, what people read, what it means, its icon and colour.

    Where `group` differs from that of the choice before, it is shown as a heading.
    """

    value: str
    label: str
    hint: str = ""
    icon: str = ""
    accent: str = "tx2"
    group: str = ""


class ChoicePopup(QFrame):
    """A list of choices: arrows, or the beginning of a name, and Enter.

    What is typed marks a choice and takes none, so that no letter of a name goes to what lies below.

    `chosen(str)` carries the value, `dismissed()` follows Escape or a click elsewhere; exactly one
    of them comes, once.
    """

    chosen = Signal(str)
    dismissed = Signal()

    def __init__(
        self,
        title: str,
        choices: Sequence[Choice],
        theme: Theme,
        parent: QWidget | None = None,
        *,
        is_dense: bool = False,
        about: str = "",
        marks_first: bool = True,
        present: str = "",
    ) -> None:
        """`is_dense` puts hints beside labels and not below them: for long lists. `about` stands below
        the title, and says what the question is about. `present` is the value that holds now, and is
        marked. Without `marks_first` Return chooses nothing before somebody has gone to a choice: for
        judgements, which nobody makes by a habit."""
        super().__init__(parent)
        self.setObjectName("choicePopup")
        said = f"{title}. {about}" if about else title
        self.setAccessibleName(said)
        self._is_answered = False
        heading = QLabel(title, self)
        heading.setObjectName("choiceTitle")
        heading.setTextFormat(Qt.TextFormat.PlainText)
        self.list = _ChoiceList(said, choices, theme, self, is_dense=is_dense)
        if marks_first:
            self.list.mark_first()
        self.list.mark(present)
        self.list.picked.connect(self._choose)
        self.list.left.connect(self._dismiss)
        layout = QVBoxLayout(self)
        set_margins(layout, 1, "s", 1, "xs")
        set_spacing(layout, "xs")
        layout.addWidget(heading)
        if about:
            layout.addWidget(_line_about(about, self))
        layout.addWidget(self.list)
        self.setFocusProxy(self.list)

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self.list.set_theme(theme)

    def pop_up(self, on_desktop: QPoint) -> None:
        """Show it at a point, moved so that all of it is on the screen."""
        self.setWindowFlags(Qt.WindowType.Popup)
        self.adjustSize()
        screen = QGuiApplication.screenAt(on_desktop) or QGuiApplication.primaryScreen()
        self.move(moved_into(screen.availableGeometry(), QRect(on_desktop, self.size())))
        self.show()
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def wait_for_choice(self, on_desktop: QPoint) -> str | None:
        """Show it and wait; the value, or None where it was dismissed."""
        waiting = QEventLoop(self)
        found: list[str] = []
        self.chosen.connect(found.append)
        self.chosen.connect(waiting.quit)
        self.dismissed.connect(waiting.quit)
        self.pop_up(on_desktop)
        waiting.exec()
        self.deleteLater()
        return found[0] if found else None

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._dismiss()

    def _choose(self, value: str) -> None:
        if not self._is_answered:
            self._is_answered = True
            self.close()
            self.chosen.emit(value)

    def _dismiss(self) -> None:
        if not self._is_answered:
            self._is_answered = True
            self.close()
            self.dismissed.emit()


def moved_into(room: QRect, box: QRect) -> QPoint:
    """The corner that a box must have to lie in a room, or to begin in it where it is larger."""
    x = max(room.left(), min(box.left(), room.right() + 1 - box.width()))
    y = max(room.top(), min(box.top(), room.bottom() + 1 - box.height()))
    return QPoint(x, y)


def _line_about(text: str, parent: QWidget) -> QLabel:
    line = QLabel(text, parent)
    line.setObjectName("choiceAbout")
    line.setTextFormat(Qt.TextFormat.PlainText)
    line.setWordWrap(True)
    return line


class _ChoiceList(RowList["_ChoiceDelegate"]):
    picked = Signal(str)
    left = Signal()

    def __init__(
        self,
        title: str,
        choices: Sequence[Choice],
        theme: Theme,
        parent: QWidget,
        *,
        is_dense: bool,
    ) -> None:
        super().__init__(_ChoiceDelegate(theme, choices, is_dense=is_dense), title, parent)
        self.setObjectName("choiceList")
        self._typed = ""
        self._since = QElapsedTimer()
        self._choices = _Choices(choices, self)
        self.setModel(self._choices)
        self.setMouseTracking(True)
        self.entered.connect(self.setCurrentIndex)
        self.clicked.connect(self._pick)

    def mark_first(self) -> None:
        """Go to the first choice."""
        self.setCurrentIndex(self._choices.step(-1, 1))

    def sizeHint(self) -> QSize:
        height = sum(self.sizeHintForRow(row) for row in range(self._choices.rowCount()))
        room = self.screen().availableGeometry()
        tallest = min(px(_TALLEST), room.height() - px(_AROUND))
        bar = self.verticalScrollBar().sizeHint().width() if height > tallest else 0
        wide = min(self.delegate.width + bar, room.width() - 2)
        return QSize(wide, min(height, tallest))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        was_nowhere = not self.currentIndex().isValid()
        super().focusInEvent(event)
        if was_nowhere:
            # Qt goes to the first of its own accord.
            self.setCurrentIndex(QModelIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        match event.key():
            case Qt.Key.Key_Space if self._goes_on(" "):
                self._look_for(" ")
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self._pick(self.currentIndex())
            case Qt.Key.Key_Escape:
                self.left.emit()
            case Qt.Key.Key_Down:
                self.setCurrentIndex(self._choices.step(row, 1))
            case Qt.Key.Key_Up:
                self.setCurrentIndex(self._choices.step(max(row, 0), -1))
            case Qt.Key.Key_Home:
                self.setCurrentIndex(self._choices.step(-1, 1))
            case Qt.Key.Key_End:
                self.setCurrentIndex(self._choices.step(0, -1))
            case _ if event.text().isprintable() and event.text().strip():
                self._look_for(event.text())
            case _:
                super().keyPressEvent(event)

    def mark(self, value: str) -> None:
        """Mark a choice by its value; nothing where there is none of it."""
        for row in range(self._choices.rowCount()):
            choice = self._choices.row(self._choices.index(row, 0))
            if choice is not None and choice.value == value:
                self.setCurrentIndex(self._choices.index(row, 0))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            # What is typed is meant for this list, and for nothing that it lies over.
            event.setAccepted(bool(event.text()) and event.text().isprintable())
            return True
        return super().event(event)

    def _goes_on(self, sign: str) -> bool:
        """Whether a sign goes on with the name that is being typed."""
        is_typing = bool(self._typed) and not self._since.hasExpired(PAUSE)
        return is_typing and bool(self._choices.starting_with(self._typed + sign))

    def _look_for(self, sign: str) -> None:
        """Mark what begins as is typed; a letter that is typed again walks those that begin with it."""
        self._typed = self._typed + sign if self._goes_on(sign) else sign
        self._since.start()
        there = self._choices.starting_with(self._typed)
        if not there:
            self._typed = ""
            return
        now = self.currentIndex().row()
        first = now if len(self._typed) > 1 else now + 1
        after = [index for index in there if index.row() >= first]
        self.setCurrentIndex((after or there)[0])

    def _pick(self, index: QModelIndex) -> None:
        choice = self._choices.row(index)
        if choice is not None:
            self.picked.emit(choice.value)


class _Choices(HeadedRows[Choice]):
    """What there is to choose, below headings."""

    def __init__(self, choices: Sequence[Choice], parent: QObject) -> None:
        super().__init__(parent)
        self.show(choices)

    def heading_of(self, row: Choice) -> str:
        return row.group

    def told_by(self, row: Choice, role: int) -> object:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.label
            case Qt.ItemDataRole.AccessibleTextRole:
                return ": ".join(filter(None, (row.label, row.hint)))
            case _:
                return None

    def step(self, row: int, by: int) -> QModelIndex:
        """The next choice before or after a row; after the last comes the first."""
        for _ in self._rows:
            row = (row + by) % len(self._rows)
            if isinstance(self._rows[row], Choice):
                return self.index(row, 0)
        return QModelIndex()

    def starting_with(self, beginning: str) -> list[QModelIndex]:
        """The choices whose label begins so; case and accents are no matter."""
        wanted = folded(beginning)
        return [
            self.index(n, 0)
            for n, row in enumerate(self._rows)
            if isinstance(row, Choice) and folded(row.label).startswith(wanted)
        ]


class _ChoiceDelegate(HeadedDelegate[Choice]):
    """Paints choices, with hints below labels or beside them."""

    def __init__(self, theme: Theme, choices: Sequence[Choice], *, is_dense: bool) -> None:
        super().__init__(theme, _WIDTH, _DENSE_ROW if is_dense else _ROW)
        self._choices = tuple(choices)
        self._is_dense = is_dense

    @property
    def _label(self) -> int:
        """How wide labels are where hints stand beside them."""
        return min(
            px(_WIDEST_LABEL), _widest(_label_font(), (each.label for each in self._choices))
        )

    @property
    def width(self) -> int:
        """How wide rows are."""
        words = _widest(_hint_font(), (each.hint for each in self._choices))
        # And one more, for a QRect ends a pixel before its edge.
        around = 4 * look.space("s") + look.space("m") + px(_ICON) + 1
        if self._is_dense:
            words = self._label + look.space("s") + min(px(_WIDEST_HINT), words)
        else:
            words = min(px(_WIDEST_LINE), words)
        return max(px(_WIDTH), words + around)

    def _paint_row(
        self,
        painter: QPainter,
        box: QRectF,
        row: Choice,
        way: Qt.LayoutDirection,
        *,
        is_current: bool,
    ) -> None:
        left, side = box.left() + look.space("s"), px(_ICON)
        middle = box.center().y()
        if row.icon:
            square = mirrored(QRectF(left, middle - side / 2, side, side), box, way)
            look.paint_icon(painter, row.icon, square, self.theme.colour(row.accent))
        left += side + look.space("m")
        right = box.right() - look.space("s")
        if self._is_dense:
            label = QRectF(left, box.top(), self._label, box.height())
            hint = QRectF(label.right() + look.space("s"), box.top(), 0, box.height())
            hint.setRight(right)
        else:
            high = px(18)
            label = QRectF(left, middle - high + 1, right - left, high)
            hint = label.translated(0, high)
        for place, text, of, token in (
            (label, row.label, _label_font(), "tx"),
            (hint, row.hint, _hint_font(), "tx2"),
        ):
            self._paint_words(painter, mirrored(place, box, way), text, of, token, way)

    def _paint_words(
        self,
        painter: QPainter,
        line: QRectF,
        text: str,
        font: QFont,
        token: str,
        way: Qt.LayoutDirection,
    ) -> None:
        painter.setFont(font)
        painter.setPen(self.theme.colour(token))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(line.width()))
        painter.drawText(line, _LINE | start_of(way), shown)


def _label_font() -> QFont:
    return look.font("body", semibold=True)


def _hint_font() -> QFont:
    return look.font("tiny")


def _widest(font: QFont, texts: Iterable[str]) -> int:
    """The pixels that the longest of some texts takes."""
    metrics = QFontMetrics(font)
    return max((metrics.horizontalAdvance(text) + 1 for text in texts), default=0)


_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
