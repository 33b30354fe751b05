"""`AboutDialog`: what is running here, in which versions, and under which licences."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from caseboard import __version__, language
from caseboard.components import Component, licence_text, present_components, report
from caseboard.focus_order import chain_focus
from caseboard.mark import mark_pixmap
from caseboard.measures import add_gap, fit_on_screen, set_least_height, set_margins, set_spacing
from caseboard.plain_tips import tip
from caseboard.scale import px
from casedb.words import say, term

_SAYS = term("An evidence board for people who must show how they know what they say.")
_LICENCE = term(
    "Caseboard is free software under the MIT licence. It stands on the work listed here; Qt is "
    "used under the LGPL, so you may run Caseboard with a Qt of your own."
)
_MARK = 56
_WIDTH, _HEIGHT, _LEAST = 620, 640, 110
_SHARED = QHeaderView.ResizeMode.Stretch
_COPIED = 1600
_COPY = term("Copy for a report")


class AboutDialog(QDialog):
    """The mark, the versions of everything, and the licence of what is chosen in the list."""

    def __init__(self, components: Iterable[Component], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("aboutDialog")
        self.setWindowTitle(say("About Caseboard"))
        self.components = tuple(components)
        self.list = self._build_list()
        self.text = QPlainTextEdit(self)
        self.text.setObjectName("licenceText")
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        set_least_height(self.text, _LEAST)
        self.buttons = QDialogButtonBox(self)
        self.copy = QPushButton(say(_COPY), self)
        self.shut = QPushButton(say("Close"), self)
        self.shut.setObjectName("primary")
        self.shut.setDefault(True)
        self.buttons.addButton(self.copy, QDialogButtonBox.ButtonRole.ActionRole)
        # What closes a window is its last button.
        self.buttons.addButton(self.shut, QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.rejected.connect(self.accept)
        self.copy.clicked.connect(self.copy_versions)
        self._lay_out()
        self.list.currentItemChanged.connect(self._show_licence)
        self.list.setCurrentIndex(self.list.model().index(0, 0))
        self.shut.setFocus()

    @classmethod
    def ask(cls, parent: QWidget, sqlite: str = "") -> None:
        """Show it until it is closed; `sqlite` is the version of the SQLite library in use."""
        dialog = cls(present_components(sqlite), parent)
        dialog.exec()
        dialog.deleteLater()

    def copy_versions(self) -> None:
        """Put all versions on the clipboard, with what else a report of a fault needs."""
        QGuiApplication.clipboard().setText(report(self.components))
        self.copy.setText(say("Copied"))
        QTimer.singleShot(_COPIED, self.copy, lambda: self.copy.setText(say(_COPY)))

    def _show_licence(self) -> None:
        component = self.components[self.list.currentIndex().row()]
        self.text.setPlainText(licence_text(component))
        self.text.setAccessibleName(say("Licence of {name}", name=component.shown))

    def _build_list(self) -> QTreeWidget:
        made = QTreeWidget(self)
        made.setObjectName("aboutList")
        made.setAccessibleName(say("Components, versions and licences"))
        made.setHeaderLabels([say("Component"), say("Version"), say("Licence")])
        made.setRootIsDecorated(False)
        made.setUniformRowHeights(True)
        made.setAllColumnsShowFocus(True)
        set_least_height(made, _LEAST)
        for each in self.components:
            item = QTreeWidgetItem(made, [each.shown, each.version, each.licence])
            item.setToolTip(0, tip(each.shown))
            item.setToolTip(2, tip(each.licence))
            spoken = f"{each.shown} {each.version}, {each.licence}"
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, spoken)
        header = made.header()
        header.setSectionsMovable(False)
        header.setStretchLastSection(False)
        # Names and licences share what is left, and say the rest in their tips.
        for column, how in enumerate((_SHARED, QHeaderView.ResizeMode.ResizeToContents, _SHARED)):
            header.setSectionResizeMode(column, how)
        return made

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refit()

    def refit(self) -> None:
        """Keep room for every word; on a low screen the lists give way."""
        layout = self.layout()
        if layout is not None:
            self.setMinimumHeight(layout.totalMinimumHeightForWidth(self.width()))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        set_spacing(head, "l")
        head.addWidget(self._mark(), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        set_spacing(words, "xs")
        words.addWidget(_label("Caseboard", "aboutName"))
        words.addWidget(_label(say("Version {number}", number=__version__), "dialogHint"))
        words.addWidget(_label(say(_SAYS), ""))
        head.addLayout(words, 1)
        layout = QVBoxLayout(self)
        set_margins(layout, "xl")
        set_spacing(layout, "m")
        layout.addLayout(head)
        add_gap(layout, "xs")
        layout.addWidget(self.list, 4)
        layout.addWidget(self.text, 3)
        layout.addWidget(_label(say(_LICENCE), "dialogHint"))
        spoken = language.spoken()
        if spoken.is_by_machine:
            told = say(
                "The translation into {language} was made with the help of a machine.",
                language=spoken.name,
            )
            layout.addWidget(_label(told, "dialogHint"))
        add_gap(layout, "xs")
        layout.addWidget(self.buttons)
        fit_on_screen(self, _WIDTH, _HEIGHT)
        chain_focus(self)

    def _mark(self) -> QLabel:
        mark = QLabel(self)
        mark.setPixmap(mark_pixmap(px(_MARK), self.devicePixelRatioF()))
        mark.setAccessibleName(say("The mark of Caseboard"))
        return mark


def _label(text: str, name: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(name in ("dialogHint", ""))
    return label
