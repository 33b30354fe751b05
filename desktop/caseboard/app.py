"""Starting the window: the application, its fonts and look, and what was asked to be opened."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent, QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from caseboard import __version__
from caseboard.collector import Collector
from caseboard.faults import Faults
from caseboard.mark import mark_pixmap
from caseboard.settings import Settings
from casedb.store.home import Home

PATIENCE = 0.0005
"""Seconds for which the window waits while a worker thread computes, instead of Python's 0.005."""


def run(arguments: Sequence[str]) -> int:
    """Open the window, on a case if one is named; returns when it is closed."""
    if _has_no_display():
        print(
            "caseboard: there is no display here. The commands work without one, for instance:\n"
            "  caseboard export CASE --png board.png",
            file=sys.stderr,
        )
        return 1
    application = make_application()
    from caseboard.piecemeal import Piecemeal
    from caseboard.warming import warming
    from caseboard.window import Window

    home = Home.of_user()
    faults = Faults(home, application)
    window = Window(Settings(home), greets=True)
    faults.happened.connect(window.tell_fault)
    faults.install()

    def open_file(name: str) -> None:
        window.open_case(Path(name))

    application.file_wanted.connect(open_file)
    window.show()
    warm = Piecemeal(application)
    QTimer.singleShot(0, application, lambda: warm.begin(warming(), lambda _: None))
    # A copy that a killed process left is a whole case lying about.
    QTimer.singleShot(0, application, home.sweep_copies)
    if arguments:
        window.open_case(Path(arguments[0]))
    return application.exec()


def make_application() -> Application:
    """The application object with its name, icon and base style."""
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    # Work beside the window is made of many short steps; it hands over between them.
    sys.setswitchinterval(PATIENCE)
    application = Application(["caseboard"])
    Collector(application)
    application.setApplicationName("caseboard")
    application.setApplicationDisplayName("Caseboard")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("caseboard")
    # One base style everywhere: the native ones each ignore other parts of a style sheet.
    application.setStyle("Fusion")
    application.setWindowIcon(QIcon(mark_pixmap(256)))
    return application


def _has_no_display() -> bool:
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return False
    return not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


class Application(QApplication):
    """The application. `file_wanted(str)` carries a file that the desktop hands to it."""

    file_wanted = Signal(str)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent):
            self.file_wanted.emit(event.file())
            return True
        return super().event(event)
