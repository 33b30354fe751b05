"""What a test with windows leaves behind in the application, and the next one shall not find."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from caseboard.dialogs.present_theme import WORN


def clear_application() -> None:
    """Delete the widgets that wait for it, and take off the theme that a window has put on.

    Otherwise later tests wear that theme, and each new window styles the old ones anew.
    """
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        return
    # Events that are processed outside a loop leave these waiting.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if application.styleSheet():
        application.setStyleSheet("")
        application.setPalette(QPalette())
        application.setProperty(WORN, None)
