"""Which theme the application wears: that of its windows, in which a dialog is to be painted."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from caseboard.theme import Theme, palette, style_sheet, theme

WORN = "caseboardTheme"
"""The property of the application that names the theme it has been given."""


def put_on(worn: Theme) -> None:
    """Give the application the colours and the style sheet of a theme."""
    application = QApplication.instance()
    if isinstance(application, QApplication):
        application.setProperty(WORN, worn.name)
        sheet = style_sheet(worn)
        # Qt polishes every widget again, also where nothing is different.
        if application.styleSheet() != sheet:
            application.setPalette(palette(worn))
            application.setStyleSheet(sheet)


def present_theme() -> Theme:
    """The theme that the application has been given last."""
    application = QCoreApplication.instance()
    name = application.property(WORN) if application is not None else None
    return theme(name if isinstance(name, str) else "light")
