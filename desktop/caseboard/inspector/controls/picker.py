"""A list to choose one thing from, and a box to tick, both painted from tokens."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QSizePolicy

from caseboard.dropped_list import show_all_rows
from caseboard.inspector.controls.look import (
    Look,
    came_by_keyboard,
    paint_mark,
    paint_ring,
    paint_tick,
)
from caseboard.mirror import mirrored, start_of
from caseboard.plain_tips import tip
from caseboard.scale import px
from caseboard.theme import font, icon, radius, space

_LEAVING = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)

ICON = 16
"""The side of an icon in a list, in pixels at 100 %."""


class Picker(QComboBox):
    """One of several; the wheel scrolls the panel and never chooses.

    `activated(int)` follows a choice of the user. An entry is a word with its key; `keys` are texts.
    """

    CHEVRON = 12

    def __init__(
        self,
        look: Look,
        name: str,
        *,
        framed: bool = False,
        dash: bool = False,
        quiet: bool = False,
    ) -> None:
        """`framed` draws a box also at rest; `dash` shows a dash while nothing is chosen.

        `quiet` makes it look like a label.
        """
        super().__init__()
        self._quiet = quiet
        self._dash = dash
        self._look = look
        self._framed = framed
        self._by_keyboard = False
        self._icons: dict[int, tuple[str, str]] = {}
        self.setObjectName("inspectorPicker")
        self.setProperty("painted", True)
        self.setAccessibleName(name)
        # But for Windows, Qt says what is chosen in place of the name, and the name of a label beside.
        self._said = QLabel(name)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.hide()
        self._said.setBuddy(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setMaxVisibleItems(16)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._opened = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_press = event.type() == QEvent.Type.KeyPress
        if isinstance(event, QKeyEvent) and is_press and event.key() in _LEAVING:
            self._take_and_leave(is_back=event.key() == Qt.Key.Key_Backtab)
            return True
        return super().eventFilter(watched, event)

    def _take_and_leave(self, *, is_back: bool) -> None:
        """Take the marked row of the open list, and go on to the next field, or back."""
        row = self.view().currentIndex().row()
        self.hidePopup()
        if row >= 0 and row != self.currentIndex():
            self.setCurrentIndex(row)
            self.activated.emit(row)
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        self.focusNextPrevChild(not is_back)

    def offer(
        self, key: str, label: str, meaning: str = "", mark: tuple[str, str] = ("", "")
    ) -> None:
        """Add an entry; `mark` is an icon and the token of its colour."""
        at = self.count()
        if mark[0]:
            self._icons[at] = mark
            self.addItem(icon(mark[0], self._look.theme, mark[1], ICON), label, key)
        else:
            self.addItem(label, key)
        if meaning:
            self.setItemData(at, tip(meaning), Qt.ItemDataRole.ToolTipRole)

    def say_unset(self, words: str, *, dash: bool) -> None:
        """Call the entry that chooses nothing so; with `dash` it is shown as a dash until opened."""
        self.setItemText(self.findData(""), words)
        self._dash = dash

    def clear_offers(self) -> None:
        """Take all entries away."""
        self._icons.clear()
        self.clear()

    def key(self) -> str:
        """The key of what is chosen; empty where nothing is."""
        return str(self.currentData() or "")

    def choose(self, key: str) -> bool:
        """Show the entry with a key; whether there is one."""
        at = self.findData(key)
        if at != self.currentIndex():
            self.setCurrentIndex(at)
        return at >= 0

    def repaint_icons(self) -> None:
        """Give the entries icons in the colours of the present theme."""
        for at, (name, token) in self._icons.items():
            self.setItemIcon(at, icon(name, self._look.theme, token, ICON))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._said.setText(self.accessibleName())
        if self._said.parent() is not self.parent():
            self._said.setParent(self.parentWidget())
            self._said.hide()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_keyboard = came_by_keyboard(event)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.showPopup()
            return
        super().keyPressEvent(event)

    def showPopup(self) -> None:
        view = self.view()
        if not self._opened:
            # The list is made when it is first asked for: a form has many of these.
            self._opened = True
            view.installEventFilter(self)
        wide = max(view.sizeHintForColumn(0) + 3 * space("l"), self.width())
        view.setMinimumWidth(min(wide, px(420)))
        super().showPopup()
        show_all_rows(self)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.EnabledChange:
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(120), self.fontMetrics().height() + px(10))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(60), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        colours = self._look.theme
        lit = self.isEnabled() and (self.underMouse() or self.hasFocus())
        if self._framed or lit:
            painter.setPen(QPen(colours.colour("bd2" if self._framed else "bd"), colours.line))
            painter.setBrush(colours.colour("hover" if lit else "surf"))
            inner = box.adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(inner, radius("control"), radius("control"))
        x = box.left() + space("xs") + (space("xs") if self._framed else 0)
        if self.currentIndex() in self._icons:
            name, token = self._icons[self.currentIndex()]
            side = px(ICON)
            square = QRectF(x, box.center().y() - side / 2, side, side)
            paint_mark(painter, name, self._seen(square), self._look, token)
            x += side + px(6)
        right = box.right() - space("xs")
        if self.isEnabled() and (self._framed or lit):
            side = px(self.CHEVRON)
            right -= side + px(2)
            chevron = QRectF(right, box.center().y() - side / 2, side, side)
            paint_mark(painter, "chevron_down", self._seen(chevron), self._look, "tx3")
        shown = font("small" if self._quiet else "body")
        painter.setFont(shown)
        # The quietest words are too pale on the ground of what is lit.
        quiet = "tx2" if self._quiet or lit else "tx3"
        painter.setPen(colours.colour("tx" if self.key() and not self._quiet else quiet))
        room = QRectF(x, box.top(), right - x - px(2), box.height())
        metrics = QFontMetrics(shown)
        text = metrics.elidedText(
            "–" if self._dash and not self.key() else self.currentText()[:400],
            Qt.TextElideMode.ElideRight,
            int(room.width()),
        )
        start = start_of(self.layoutDirection())
        painter.drawText(self._seen(room), Qt.AlignmentFlag.AlignVCenter | start, text)
        if self.hasFocus():
            paint_ring(painter, box, self._look)
        painter.end()

    def _seen(self, box: QRectF) -> QRectF:
        return mirrored(box, QRectF(self.rect()), self.layoutDirection())


class TickBox(QCheckBox):
    """A box to tick, with a few words beside it."""

    SIDE = 16

    def __init__(self, look: Look, name: str, text: str = "") -> None:
        super().__init__()
        self._look = look
        self.setText(text)
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def hitButton(self, pos: object) -> bool:
        return True

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.text())
        wide = px(self.SIDE) + 2 * space("xs") + (words + space("s") if words else px(2))
        return QSize(wide, self.fontMetrics().height() + px(10))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(self.SIDE) + 2 * space("xs"), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._look.theme
        whole = QRectF(self.rect())
        side = px(self.SIDE)
        way = self.layoutDirection()
        box = QRectF(space("xs") + 0.5, whole.center().y() - side / 2 + 0.5, side - 1, side - 1)
        room = mirrored(whole.adjusted(box.right() + space("s"), 0, 0, 0), whole, way)
        box = mirrored(box, whole, way)
        lit = self.isEnabled() and self.underMouse()
        on, enabled = self.isChecked(), self.isEnabled()
        paint_tick(painter, box, self._look, is_on=on, is_lit=lit, is_enabled=enabled)
        if self.text():
            painter.setFont(self.font())
            painter.setPen(colours.colour("tx"))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | start_of(way), self.text())
        if self.hasFocus():
            out = px(3)
            paint_ring(painter, box.adjusted(-out, -out, out, out), self._look)
        painter.end()
