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
        self.tools = MarkTools(self)
        self._grid = QGridLayout(self)
        set_margins(self._grid, "s", "xs", "s", "xs")
        set_spacing(self._grid, "m", "xs")
        self._grid.setColumnStretch(1, 1)
        # The name gives way, and nothing else.
        self._tail.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
        self._build_head()
        self._build_tail()
        self._grid.addWidget(self._head, 0, 0)
        self._grid.addWidget(self._tail, 0, 2)
        self._is_tight = True
        self._lay(is_tight=False)

    def _build_head(self) -> None:
        row = _row(self._head)
        self.listed = self._button(row, "sidebar_left", say("Marks"), "N")
        self.listed.setCheckable(True)
        self.back = self._button(row, "chevron_left", say("The file before"), "PgUp")
        self.on = self._button(row, "chevron_right", say("The next file"), "PgDown")
        self.name = ElidedLabel(80, self)
        row.addWidget(self.name)

    def _build_tail(self) -> None:
        row = _row(self._tail)
        self.seen = self._button(row, "eye", say("Show marks on the picture"), "H")
        self.seen.setCheckable(True)
        self.seen.setChecked(True)
        self.page = QSpinBox(self)
        self.page.setAccessibleName(say("Page"))
        self.page.setToolTip(say("Page of the document"))
        set_padding(self.page.lineEdit(), "xs")
        row.addWidget(self.page)
        self.out = self._button(row, "zoom_out", say("Zoom out"), "-")
        self.zoom = QToolButton(self)
        self.zoom.setObjectName("viewerZoom")
        self.zoom.setToolTip(say("Pixel for pixel ({key})", key="1"))
        self.zoom.setAccessibleName(say("Pixel for pixel"))
        row.addWidget(self.zoom)
        self.near = self._button(row, "zoom_in", say("Zoom in"), "+")
        self.fit = self._button(row, "fit", say("All of the picture"), "0")
        self.turn = self._button(row, "rotate", say("Turn the view by 90°"), "R")
        self.angle = QSpinBox(self)
        self.angle.setRange(0, 359)
        self.angle.setWrapping(True)
        self.angle.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.angle.setSuffix("°")
        self.angle.setAccessibleName(say("Angle of the view"))
        self.angle.setToolTip(say("Angle of the view, clockwise"))
        set_padding(self.angle.lineEdit(), "xs")
        row.addWidget(self.angle)
        self.ruler = self._button(row, "lasso", say("Measure"), "M")
        self.ruler.setCheckable(True)
        self.aside = self._button(row, "sidebar_right", say("Tones and measures"), "T")
        self.aside.setCheckable(True)
        self.aside.setChecked(True)

    def _button(self, row: QHBoxLayout, sign: str, text: str, key: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("iconButton")
        button.setProperty("sign", sign)
        button.setAccessibleName(text)
        button.setToolTip(say("{what} ({key})", what=text, key=key))
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
        parts = (self._head.minimumSizeHint(), self.tools.sizeHint(), self._tail.sizeHint())
        needed = sum(each.width() for each in parts)
        self._lay(is_tight=needed + gaps > self.width())

    def _lay(self, *, is_tight: bool) -> None:
        if is_tight != self._is_tight:
            self._is_tight = is_tight
            start = Qt.AlignmentFlag.AlignLeft
            self._grid.removeWidget(self.tools)
            if is_tight:
                self._grid.addWidget(self.tools, 1, 0, 1, 3, start)
            else:
                self._grid.addWidget(self.tools, 0, 1, Qt.AlignmentFlag.AlignCenter)
            self.laid.emit()

    @property
    def reached(self) -> list[QWidget]:
        """What Tab goes through, as it is read."""
        between = (self._tail, self.tools) if self._is_tight else (self.tools, self._tail)
        return [each for part in (self._head, *between) for each in focusable(part)]

    def minimumSizeHint(self) -> QSize:
        one = self._head.minimumSizeHint().width() + self._tail.sizeHint().width()
        wide = max(one + 2 * self._grid.horizontalSpacing(), self.tools.sizeHint().width())
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
