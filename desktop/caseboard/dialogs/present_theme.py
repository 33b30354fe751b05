"""Which theme a dialog is to be painted in: that of the window it was opened from."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication, QPalette

from caseboard.theme import Theme, theme


def present_theme() -> Theme:
    """The theme whose palette the application has been given."""
    ground = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    for name in ("light", "dark"):
        if theme(name).colour("surf") == ground:
            return theme(name)
    return theme("light")
