"""What the inspector asks of the system: a browser, names of files. Tests put others in place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from caseboard.dropping import is_web_address
from caseboard.inspector.controls.labels import PlainLabel
from caseboard.measures import set_least_width, set_margins, set_spacing
from caseboard.scale import px
from casedb.words import say, term

REFUSED_ADDRESS = term(
    "A web address starts with https:// or http:// and names a host; it holds no spaces, "
    "no hidden characters and no user name."
)


def is_openable(address: str) -> bool:
    """Whether an address may be handed to the browser: http or https with a host, nothing hidden."""
    if not is_web_address(address) or "\\" in address:
        return False
    url = QUrl(address, QUrl.ParsingMode.StrictMode)
    return url.isValid() and bool(url.host())


class OpenAddress(QDialog):
    """Asks before an address is opened, and shows all of it."""

    def __init__(self, address: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspectorOpenAddress")
        self.setWindowTitle(say("Open in the browser"))
        set_least_width(self, 420)
        column = QVBoxLayout(self)
        set_margins(column, "xl")
        set_spacing(column, "m")
        host = QUrl(address).host(QUrl.ComponentFormattingOption.FullyEncoded)
        said = say(
            "Your browser will fetch this page from {host}:",
            host=host or urlsplit(address).hostname,
        )
        column.addWidget(PlainLabel(said, "inspectorPlain", wrap=True))
        whole = QPlainTextEdit(address)
        whole.setReadOnly(True)
        whole.setObjectName("inspectorAddress")
        whole.setAccessibleName(say("The whole address"))
        whole.setTabChangesFocus(True)
        self._whole = whole
        column.addWidget(whole)
        note = say("The site will see that somebody opens it. Nothing of the case is sent.")
        column.addWidget(PlainLabel(note, wrap=True))
        buttons = QDialogButtonBox()
        open_it = buttons.addButton(say("Open in browser"), QDialogButtonBox.ButtonRole.AcceptRole)
        cancel = buttons.addButton(say("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        open_it.setAutoDefault(False)
        cancel.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refit()

    def refit(self) -> None:
        """Show six lines of the address at most; more is scrolled."""
        around = 2 * px(5) + 4
        self._whole.setMaximumHeight(6 * self._whole.fontMetrics().lineSpacing() + around)

    @classmethod
    def ask(cls, parent: QWidget | None, address: str) -> bool:
        """Whether the user wants the address opened."""
        return cls(address, parent).exec() == QDialog.DialogCode.Accepted


def browse(address: str) -> bool:
    """Hand an address to the system's browser; whether the system took it."""
    return QDesktopServices.openUrl(QUrl(address, QUrl.ParsingMode.StrictMode))


def choose_files(parent: QWidget | None) -> list[Path]:
    """The files that the user wants to add."""
    names, _ = QFileDialog.getOpenFileNames(parent, say("Add files"))
    return [Path(name) for name in names]


def choose_target(parent: QWidget | None, name: str) -> Path | None:
    """Where the user wants a file of that name to be written."""
    chosen, _ = QFileDialog.getSaveFileName(parent, say("Save original"), name)
    return Path(chosen) if chosen else None


@dataclass
class Outside:
    """The ways out of the inspector."""

    confirm_address: Callable[[QWidget | None, str], bool] = OpenAddress.ask
    browse: Callable[[str], bool] = browse
    choose_files: Callable[[QWidget | None], list[Path]] = choose_files
    choose_target: Callable[[QWidget | None, str], Path | None] = choose_target

    def open_address(self, parent: QWidget | None, address: str) -> bool:
        """Open an address in the browser if it may be opened and the user says so."""
        return (
            is_openable(address) and self.confirm_address(parent, address) and self.browse(address)
        )


def show_folder(path: Path) -> None:
    """Show the folder of a file that was written, in the system's own window for folders."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
