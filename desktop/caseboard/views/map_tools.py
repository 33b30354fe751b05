"""`MapTools`: what stands over the map: nearer and farther, what is shown, and measuring."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from caseboard.lengths import FORM_NAMES
from caseboard.theme import Theme, icon
from caseboard.views.map_ruler import Measure
from casedb.words import say, term

SWITCHES = {
    "graticule": term("&Meridians and parallels"),
    "grid": term("Military &grid (MGRS)"),
    "borders": term("&Borders (Natural Earth, no position taken)"),
    "labels": term("&Titles"),
    "led": term("Places that &links lead to"),
}


class MapTools(QObject):
    """`switched(str, bool)` follows a tick, `form_chosen(str)` the way coordinates are to be written,
    `measure_wanted(str)` what is to be measured, empty for nothing."""

    switched = Signal(str, bool)
    form_chosen = Signal(str)
    measure_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.fit = self._button(parent, say("Show all places"), "Shift+1")
        self.nearer = self._button(parent, say("Zoom in"), "+")
        self.farther = self._button(parent, say("Zoom out"), "−")
        self.line = self._button(parent, say("Measure distances and areas"))
        self.circle = self._button(parent, say("Draw a circle around a point"))
        self.chooser = QToolButton(parent)
        self.chooser.setObjectName("viewTool")
        self.chooser.setText(say("Show", about="on the map"))
        self.chooser.setAccessibleName(say("What the map shows"))
        self.chooser.setToolTip(say("What the map shows"))
        self.chooser.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._switches: dict[str, QAction] = {}
        self._forms: dict[str, QAction] = {}
        self.chooser.setMenu(self._menu())
        for button, take in ((self.line, self._measure_line), (self.circle, self._measure_circle)):
            button.setCheckable(True)
            button.clicked.connect(take)
        self.set_theme(theme)

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """The buttons, in order."""
        return (self.fit, self.farther, self.nearer, self.line, self.circle, self.chooser)

    def _button(self, parent: QWidget, name: str, key: str = "") -> QToolButton:
        button = QToolButton(parent)
        button.setObjectName("iconButton")
        button.setAccessibleName(name)
        button.setToolTip(f"{name} ({key})" if key else name)
        return button

    def _menu(self) -> QMenu:
        menu = QMenu(self.chooser)
        for name, text in SWITCHES.items():
            action = menu.addAction(say(text))
            action.setCheckable(True)
            action.toggled.connect(partial(self.switched.emit, name))
            self._switches[name] = action
        menu.addSeparator()
        group = QActionGroup(menu)
        for name, text in FORM_NAMES.items():
            action = menu.addAction(say(text))
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(partial(self._choose_form, name))
            self._forms[name] = action
        return menu

    def _choose_form(self, name: str) -> None:
        self.form_chosen.emit(name)

    def tick(self, name: str, *, is_on: bool) -> None:
        """Show something or not, and tell nobody."""
        action = self._switches[name]
        action.blockSignals(True)
        action.setChecked(is_on)
        action.blockSignals(False)

    def is_on(self, name: str) -> bool:
        """Whether something is shown."""
        return self._switches[name].isChecked()

    def choose_form(self, name: str) -> None:
        """Show how coordinates are written."""
        self._forms[name].setChecked(True)

    def _measure_line(self) -> None:
        self._measure(Measure.LINE if self.line.isChecked() else Measure.NOTHING)

    def _measure_circle(self) -> None:
        self._measure(Measure.CIRCLE if self.circle.isChecked() else Measure.NOTHING)

    def _measure(self, measure: Measure) -> None:
        self.show_measure(measure.value)
        self.measure_wanted.emit(measure.value)

    def show_measure(self, measure: str) -> None:
        """Show what is measured now."""
        self.line.setChecked(measure == Measure.LINE.value)
        self.circle.setChecked(measure == Measure.CIRCLE.value)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        for button, name in (
            (self.fit, "fit"),
            (self.nearer, "zoom_in"),
            (self.farther, "zoom_out"),
            (self.line, "ruler"),
            (self.circle, "radius"),
        ):
            button.setIcon(icon(name, theme))
