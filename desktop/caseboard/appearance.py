"""`Appearance`: how the whole program looks, as the settings and the system want it."""

from __future__ import annotations

import sys
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication

from caseboard import scale
from caseboard.dialogs.present_theme import put_on
from caseboard.measures import fit_all
from caseboard.settings import Settings
from caseboard.theme import Theme, theme

THEMES = ("light", "dark", "cork", "print")
"""The themes one can choose for the window, besides that of the system."""

USUAL_TEXT = 15 if sys.platform.startswith("linux") else 13
"""How large, in pixels, the text of the system is where nobody has asked for larger text: 11 points on
GNOME, 10 on Plasma, 13 pixels on macOS, 12 on Windows."""


@runtime_checkable
class Themed(Protocol):
    """Whatever has colours of its own to renew when the look changes, such as an open dialog."""

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        ...


class Appearance(QObject):
    """Puts the look on the application. `changed()` asks everybody to paint anew.

    The system is followed while the program runs.
    """

    changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.theme = self._wanted()
        self._fitted = self._measures()
        hints = QApplication.styleHints()
        hints.colorSchemeChanged.connect(self.renew)
        # Qt tells of it from 6.10 on.
        if hasattr(hints, "accessibility"):
            hints.accessibility().contrastPreferenceChanged.connect(self.renew)

    def renew(self) -> None:
        """Look as the settings and the system want it now."""
        before, self._fitted = self._fitted, self._measures()
        self.theme = self._wanted()
        put_on(self.theme)
        if self._fitted != before:
            fit_all()
        self.changed.emit()

    def _measures(self) -> tuple[int, bool]:
        """Set the scale, before anything asks for a size; what all sizes and margins depend on."""
        wanted = self._settings.now.scale
        steps = {str(step): step for step in scale.STEPS}
        scale.set_percent(steps[wanted] if wanted in steps else wanted_percent())
        return scale.percent(), QApplication.isRightToLeft()

    def _wanted(self) -> Theme:
        wanted = self._settings.now
        name = wanted.theme
        if name not in THEMES:
            name = "dark" if wants_dark() else "light"
        if wanted.contrast == "high" or (wanted.contrast != "normal" and wants_contrast()):
            name = "dark-high" if theme(name).is_dark else "light-high"
        return theme(name)


def wanted_percent() -> int:
    """How large the system wants text to be, by how large its own is; never less than 100 %."""
    height = QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)).pixelSize()
    return scale.nearest_step(100 * height / USUAL_TEXT)


def wants_dark() -> bool:
    """Whether the system is set to dark colours."""
    return QApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def wants_contrast() -> bool:
    """Whether the system is set to high contrast; False where Qt cannot tell."""
    hints = QApplication.styleHints()
    if not hasattr(hints, "accessibility"):
        return False
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
