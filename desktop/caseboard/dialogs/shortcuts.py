"""`ShortcutSheet`: every key and what it does, in groups, with a field to find one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from caseboard import theme as look
from caseboard.focus_order import chain_focus

_WIDTH, _HEIGHT = 560, 620


class ShortcutSheet(QDialog):
    """A sheet made of (group, what it does, keys); Escape closes it."""

    def __init__(
        self, shortcuts: Sequence[tuple[str, str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("shortcutSheet")
        self.setWindowTitle("Keyboard shortcuts")
        self.field = QLineEdit(self)
        self.field.setPlaceholderText("Find a shortcut")
        self.field.setAccessibleName("Find a shortcut")
        self.field.textChanged.connect(self._narrow)
        self._rows: list[_Row] = []
        self._groups: list[tuple[QLabel, list[_Row]]] = []
        self._nothing = QLabel("No shortcut with these words", self)
        self._nothing.setObjectName("dialogHint")
        self._nothing.hide()
        self.buttons = QDialogButtonBox(self)
        shut = QPushButton("Close", self)
        shut.setAutoDefault(False)
        self.buttons.addButton(shut, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.accepted.connect(self.accept)
        self._lay_out(shortcuts)
        self.resize(_WIDTH, _HEIGHT)
        self.field.setFocus()

    @classmethod
    def ask(cls, parent: QWidget, shortcuts: Sequence[tuple[str, str, str]]) -> None:
        """Show it until it is closed."""
        dialog = cls(shortcuts, parent)
        dialog.exec()
        dialog.deleteLater()

    @property
    def shown(self) -> list[str]:
        """What the shortcuts do that are shown now, in order."""
        return [row.what for row in self._rows if not row.what_label.isHidden()]

    def _lay_out(self, shortcuts: Sequence[tuple[str, str, str]]) -> None:
        title = QLabel("Keyboard shortcuts", self)
        title.setObjectName("dialogTitle")
        sheet = QWidget()
        sheet.setObjectName("shortcutList")
        grid = QGridLayout(sheet)
        grid.setContentsMargins(0, 0, look.space("m"), look.space("s"))
        grid.setHorizontalSpacing(look.space("l"))
        grid.setVerticalSpacing(look.space("xs"))
        grid.setColumnStretch(0, 1)
        group = None
        for name, what, keys in shortcuts:
            if group is None or name != group:
                group = name
                heading = QLabel(name, sheet)
                heading.setObjectName("shortcutGroup")
                heading.setIndent(0)
                grid.addWidget(heading, grid.rowCount(), 0, 1, 2)
                self._groups.append((heading, []))
            row = _Row(what, keys, sheet)
            at = grid.rowCount()
            grid.addWidget(row.what_label, at, 0)
            grid.addWidget(row.keys, at, 1, Qt.AlignmentFlag.AlignRight)
            self._rows.append(row)
            self._groups[-1][1].append(row)
        grid.setRowStretch(grid.rowCount(), 1)
        area = _WideArea(self)
        area.setObjectName("shortcutArea")
        area.setAccessibleName("Shortcuts")
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(sheet)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[look.space("xl")] * 4)
        layout.setSpacing(look.space("m"))
        for widget in (title, self.field, self._nothing):
            layout.addWidget(widget)
        layout.addWidget(area, 1)
        layout.addWidget(self.buttons)
        chain_focus(self)

    def _narrow(self, text: str) -> None:
        words = text.casefold().split()
        for heading, rows in self._groups:
            for row in rows:
                row.show_if(all(word in row.words for word in words))
            heading.setVisible(any(not row.what_label.isHidden() for row in rows))
        self._nothing.setVisible(not self.shown)


class _WideArea(QScrollArea):
    """Scrolls up and down alone: it is never narrower than what lies in it."""

    def minimumSizeHint(self) -> QSize:
        sheet, least = self.widget(), super().minimumSizeHint()
        if sheet is None:
            return least
        wide = sheet.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(wide, least.height())


class _Row:
    """One shortcut: what it does, and its keys drawn as keys."""

    def __init__(self, what: str, keys: str, parent: QWidget) -> None:
        self.what = what
        self.words = f"{what} {keys}".casefold()
        self.what_label = QLabel(what, parent)
        self.what_label.setTextFormat(Qt.TextFormat.PlainText)
        self.keys = QLabel(keys, parent)
        self.keys.setObjectName("keys")
        self.keys.setTextFormat(Qt.TextFormat.PlainText)
        self.keys.setAccessibleName(f"{what}: {keys}")

    def show_if(self, is_shown: bool) -> None:
        self.what_label.setVisible(is_shown)
        self.keys.setVisible(is_shown)
