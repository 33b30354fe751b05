"""The little box in the corner of the board: out, how near one is, in, and everything at once."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QFrame, QHBoxLayout, QToolButton, QWidget

from caseboard.measures import set_margins
from caseboard.theme import Theme, icon
from caseboard.tips import stand_for
from casedb.words import say, written


class ZoomBox(QFrame):
    """Buttons for zooming. `zoomed(int)` is one step in or out, `reset()` 100 %, `fitted()` all."""

    zoomed = Signal(int)
    reset = Signal()
    fitted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("zoomBox")
        self.setAccessibleName(say("Zoom"))
        row = QHBoxLayout(self)
        set_margins(row, 1, 1, 1, 1)
        row.setSpacing(0)
        self.out_button = self._button(say("Zoom out"), "zoom_out", row)
        self.level_button = self._button(say("Actual size"), "zoom_reset", row)
        self.level_button.setObjectName("zoomLevel")
        self.in_button = self._button(say("Zoom in"), "zoom_in", row)
        self.fit_button = self._button(say("Fit all"), "fit_all", row)
        self.fit_button.setText(say("Fit"))
        self.out_button.clicked.connect(lambda: self.zoomed.emit(-1))
        self.in_button.clicked.connect(lambda: self.zoomed.emit(1))
        self.level_button.clicked.connect(self.reset)
        self.fit_button.clicked.connect(self.fitted)
        self.set_theme(theme)
        self.show_zoom(1.0)

    def _button(self, text: str, action: str, row: QHBoxLayout) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        stand_for(button, action, text)
        button.setAccessibleName(text)
        row.addWidget(button)
        return button

    def make_interface(self) -> QAccessibleWidget:
        """What tells a screen reader of the box."""
        return QAccessibleWidget(self, QAccessible.Role.ToolBar)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self.out_button.setIcon(icon("zoom_out", theme))
        self.in_button.setIcon(icon("zoom_in", theme))

    def fit_into(self, width: int) -> None:
        """Do without the button to see everything where there is not so much room."""
        self.fit_button.show()
        self.fit_button.setVisible(self.sizeHint().width() <= width)

    def show_zoom(self, zoom: float) -> None:
        """Say how near one is."""
        number = written(zoom * 100, 0 if zoom >= 0.1 else 1)
        self.level_button.setText(say("{number} %", number=number))
        self.level_button.setAccessibleDescription(say("{number} per cent", number=number))
