"""`AboutDialog`: what Caseboard is, of which version, and on whose work it stands."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, metadata, requires

from PySide6.QtCore import Qt, QTimer, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from caseboard import __version__
from caseboard import theme as look
from caseboard.focus_order import chain_focus
from caseboard.mark import mark_pixmap

_SAYS = "An evidence board for people who must show how they know what they say."
_LICENCE = (
    "Caseboard is free software under the MIT licence. It stands on the work listed here; Qt is "
    "used under the LGPL, so you may run Caseboard with a Qt of your own."
)
_MARK = 56
_LIST_HEIGHT = 200
_COPIED = 1600


@dataclass(frozen=True, slots=True)
class Component:
    """Something that Caseboard is made of: name, version and licence."""

    name: str
    version: str
    licence: str


class AboutDialog(QDialog):
    """The mark, the versions of everything, and the licences."""

    def __init__(self, components: Iterable[Component], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("aboutDialog")
        self.setWindowTitle("About Caseboard")
        self.components = tuple(components)
        self.buttons = QDialogButtonBox(self)
        self.copy = QPushButton("Copy versions", self)
        self.shut = QPushButton("Close", self)
        self.shut.setObjectName("primary")
        self.shut.setDefault(True)
        self.buttons.addButton(self.copy, QDialogButtonBox.ButtonRole.ActionRole)
        self.buttons.addButton(self.shut, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.accepted.connect(self.accept)
        self.copy.clicked.connect(self.copy_versions)
        self._lay_out()
        self.shut.setFocus()

    @classmethod
    def ask(cls, parent: QWidget, sqlite: str = "") -> None:
        """Show it until it is closed; `sqlite` is the version of the SQLite library in use."""
        dialog = cls(present_components(sqlite), parent)
        dialog.exec()
        dialog.deleteLater()

    def copy_versions(self) -> None:
        """Put all versions on the clipboard, for a report of a fault."""
        lines = [
            f"Caseboard {__version__}",
            *(f"{each.name} {each.version}" for each in self.components),
        ]
        QGuiApplication.clipboard().setText("\n".join(lines))
        self.copy.setText("Copied")
        QTimer.singleShot(_COPIED, self.copy, lambda: self.copy.setText("Copy versions"))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(look.space("l"))
        head.addWidget(self._mark(), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(look.space("xs"))
        words.addWidget(_label("Caseboard", "aboutName"))
        words.addWidget(_label(f"Version {__version__}", "dialogHint"))
        words.addWidget(_label(_SAYS, ""))
        head.addLayout(words, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[look.space("xl")] * 4)
        layout.setSpacing(look.space("l"))
        layout.addLayout(head)
        layout.addWidget(self._list())
        layout.addWidget(_label(_LICENCE, "dialogHint"))
        layout.addWidget(self.buttons)
        self.setFixedWidth(480)
        chain_focus(self)

    def _mark(self) -> QLabel:
        mark = QLabel(self)
        mark.setPixmap(mark_pixmap(_MARK, self.devicePixelRatioF()))
        mark.setAccessibleName("The mark of Caseboard")
        return mark

    def _list(self) -> QScrollArea:
        table = QWidget()
        table.setObjectName("aboutTable")
        grid = QGridLayout(table)
        grid.setContentsMargins(*[look.space("m")] * 4)
        grid.setHorizontalSpacing(look.space("l"))
        grid.setVerticalSpacing(look.space("xs"))
        grid.setColumnStretch(2, 1)
        for row, each in enumerate(self.components):
            grid.addWidget(_label(each.name, "aboutComponent"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_label(each.version, "dialogHint"), row, 1, Qt.AlignmentFlag.AlignTop)
            licence = _label(each.licence, "dialogHint")
            grid.addWidget(licence, row, 2)
        grid.setRowStretch(len(self.components), 1)
        area = QScrollArea(self)
        area.setObjectName("aboutList")
        area.setAccessibleName("Components, versions and licences")
        area.setWidgetResizable(True)
        area.setFixedHeight(_LIST_HEIGHT)
        area.setWidget(table)
        return area


def _label(text: str, name: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(name in ("dialogHint", ""))
    return label


def present_components(sqlite: str = "") -> list[Component]:
    """What is in use now; the licences as their packages state them."""
    python = ".".join(map(str, sys.version_info[:3]))
    found = [
        Component("Qt", qVersion() or "", "LGPL-3.0-only"),
        Component("Python", python, "PSF-2.0"),
    ]
    if sqlite:
        found.append(Component("SQLite", sqlite, "Public domain"))
    return found + [_component(name) for name in _requirements()]


def _requirements() -> list[str]:
    """The names of the packages that Caseboard needs to run, each once."""
    try:
        told = requires("caseboard") or []
    except PackageNotFoundError:
        # Run from a bare checkout that was never installed.
        return []
    names = [match[0] for each in told if "extra ==" not in each and (match := _NAME.match(each))]
    return list(dict.fromkeys(names))


_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def _component(name: str) -> Component:
    try:
        told = metadata(name)
    except PackageNotFoundError:
        return Component(name, "not installed", "")
    stated = [
        text for field in ("License-Expression", "License") for text in told.get_all(field) or []
    ]
    classed = [each for each in told.get_all("Classifier") or [] if each.startswith("License")]
    licence = stated[0] if stated and stated[0] else classed[0] if classed else "not stated"
    return Component(told["Name"], told["Version"], licence.splitlines()[0].rsplit(" :: ", 1)[-1])
