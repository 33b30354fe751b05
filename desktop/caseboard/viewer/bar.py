"""`ViewerBar`: the bar above a picture: its name, the tools for marks, and how it is looked at."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QSpinBox,
    QToolButton,
    QWidget,
)

from caseboard import theme as look
from caseboard.elided_label import ElidedLabel
from caseboard.focus_order import focusable
from caseboard.measures import set_margins, set_padding, set_spacing
from caseboard.theme import Theme
from caseboard.viewer.mark_tools import MarkTools
from caseboard.viewer.ways import LOOKING
from casedb.words import say

_ICON = 18


class ViewerBar(QFrame):
    """The bar. Where there is no room for all of it in one line, the tools stand in a second; `laid()`
    follows when they have moved."""

    laid = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("viewerBar")
        self._head, self._tail = QWidget(self), QWidget(self)
        self._hands = QWidget(self)
        self.tools = MarkTools(self._hands)
        self._grid = QGridLayout(self)
        set_margins(self._grid, "s", "xs", "s", "xs")
        set_spacing(self._grid, "m", "xs")
        self._grid.setColumnStretch(1, 1)
        # The name gives way, and nothing else.
        self._tail.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
        self._build_head()
        self._build_hands()
        self._build_tail()
        self._grid.addWidget(self._head, 0, 0)
        self._grid.addWidget(self._tail, 0, 2)
        self._is_tight = True
        self._lay(is_tight=False)

    def _build_head(self) -> None:
        row = _row(self._head)
        self.pages = self._button(row, "document", "pages")
        self.pages.setCheckable(True)
        self.pages.setChecked(True)
        self.pages.hide()
        self.listed = self._button(row, "sidebar_left", "listed")
        self.listed.setCheckable(True)
        self.back = self._button(row, "chevron_left", "back")
        self.on = self._button(row, "chevron_right", "on")
        self.name = ElidedLabel(80, self)
        row.addWidget(self.name)

    def _build_hands(self) -> None:
        row = _row(self._hands)
        set_spacing(row, "s")
        row.addWidget(self.tools)
        self.ruler = self._button(row, "ruler", "ruler")
        self.ruler.setCheckable(True)

    def _build_tail(self) -> None:
        row = _row(self._tail)
        self.seen = self._button(row, "eye", "seen")
        self.seen.setCheckable(True)
        self.seen.setChecked(True)
        self.page = QSpinBox(self)
        self.page.setAccessibleName(say("Page"))
        back, on = LOOKING["page_back"].key, LOOKING["page_on"].key
        self.page.setToolTip(say("Page of the document ({back}, {on})", back=back, on=on))
        set_padding(self.page.lineEdit(), "xs")
        row.addWidget(self.page)
        self.out = self._button(row, "zoom_out", "out")
        self.zoom = QToolButton(self)
        self.zoom.setObjectName("viewerZoom")
        self.zoom.setToolTip(LOOKING["zoom"].tip)
        self.zoom.setAccessibleName(say(LOOKING["zoom"].text))
        row.addWidget(self.zoom)
        self.near = self._button(row, "zoom_in", "near")
        self.fit = self._button(row, "fit", "fit")
        self.turn = self._button(row, "rotate", "turn")
        self.angle = QSpinBox(self)
        self.angle.setRange(0, 359)
        self.angle.setWrapping(True)
        self.angle.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.angle.setSuffix("°")
        self.angle.setAccessibleName(say("Angle of the view"))
        self.angle.setToolTip(say("Angle of the view, clockwise"))
        set_padding(self.angle.lineEdit(), "xs")
        row.addWidget(self.angle)
        self.aside = self._button(row, "sidebar_right", "aside")
        self.aside.setCheckable(True)
        self.aside.setChecked(True)

    def _button(self, row: QHBoxLayout, sign: str, name: str) -> QToolButton:
        way = LOOKING[name]
        button = QToolButton(self)
        button.setObjectName("iconButton")
        button.setProperty("sign", sign)
        button.setAccessibleName(say(way.text))
        button.setToolTip(way.tip)
        row.addWidget(button)
        return button

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self.tools.set_theme(theme)
        for button in self.findChildren(QToolButton):
            sign = button.property("sign")
            if sign:
                button.setIcon(look.icon(str(sign), theme, "tx2", _ICON))

    # -- room --------------------------------------------------------------------------------------

    def fit_in(self) -> None:
        """Put the tools where there is room for them."""
        gaps = 2 * self._grid.horizontalSpacing() + look.space("s") * 2
        parts = (self._head.minimumSizeHint(), self._hands.sizeHint(), self._tail.sizeHint())
        needed = sum(each.width() for each in parts)
        self._lay(is_tight=needed + gaps > self.width())

    def _lay(self, *, is_tight: bool) -> None:
        if is_tight != self._is_tight:
            self._is_tight = is_tight
            start = Qt.AlignmentFlag.AlignLeft
            self._grid.removeWidget(self._hands)
            if is_tight:
                self._grid.addWidget(self._hands, 1, 0, 1, 3, start)
            else:
                self._grid.addWidget(self._hands, 0, 1, Qt.AlignmentFlag.AlignCenter)
            self.laid.emit()

    @property
    def reached(self) -> list[QWidget]:
        """What Tab goes through, as it is read."""
        between = (self._tail, self._hands) if self._is_tight else (self._hands, self._tail)
        return [each for part in (self._head, *between) for each in focusable(part)]

    def minimumSizeHint(self) -> QSize:
        one = self._head.minimumSizeHint().width() + self._tail.sizeHint().width()
        wide = max(one + 2 * self._grid.horizontalSpacing(), self._hands.sizeHint().width())
        return QSize(wide + 2 * look.space("s"), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_in()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            # A part of it needs more room, or less.
            self.fit_in()
        return super().event(event)


def _row(of: QWidget) -> QHBoxLayout:
    row = QHBoxLayout(of)
    row.setContentsMargins(0, 0, 0, 0)
    set_spacing(row, 2)
    return row
