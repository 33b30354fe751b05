"""`SettingsDialog`: every setting on its page; whatever is chosen holds at once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from caseboard import language
from caseboard import theme as look
from caseboard.dialogs.choice_box import ChoiceBox
from caseboard.dialogs.keyboard_page import KeyboardPage
from caseboard.dialogs.message import Confirm
from caseboard.dialogs.wide_area import WideArea
from caseboard.measures import (
    fit_on_screen,
    fix_width,
    set_least_width,
    set_margins,
    set_spacing,
)
from caseboard.options import DEFAULTS, SETTINGS, Page, Setting
from caseboard.scale import px
from caseboard.segments import Segments
from caseboard.settings import Settings
from casedb.words import say

_WIDTH, _HEIGHT = 840, 600
_PAGES, _LABELS, _LINE = 152, 224, 280
SAY_ANEW = 2
"""The answer of a dialog whose words are of another language than is spoken now."""
_SIDE_BY_SIDE = 44
"""Letters of all answers together that stand side by side; longer ones are in a list."""


class SettingsDialog(QDialog):
    """Pages at the left, the settings of one at the right. Escape or Close ends it; nothing waits
    for that."""

    def __init__(
        self, settings: Settings, parent: QWidget | None = None, page: Page = Page.GENERAL
    ) -> None:
        super().__init__(parent)
        self.setObjectName("settingsDialog")
        self.setWindowTitle(say("Settings"))
        self._settings = settings
        self._language = language.spoken()
        self.pages = QListWidget(self)
        self.pages.setObjectName("settingsPages")
        self.pages.setAccessibleName(say("Pages"))
        fix_width(self.pages, _PAGES)
        self.pages.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.stack = QStackedWidget(self)
        self.keyboard = KeyboardPage(settings, self)
        self.shown: dict[Page, SettingsPage | KeyboardPage] = {}
        for each in Page:
            self.pages.addItem(each.shown)
            made = self.keyboard if each is Page.KEYBOARD else SettingsPage(each, settings, self)
            self.shown[each] = made
            self.stack.addWidget(made)
        self.defaults = QPushButton(say("Restore defaults"), self)
        self.defaults.setAutoDefault(False)
        self.defaults.clicked.connect(self.restore_defaults)
        self.shut = QPushButton(say("Close"), self)
        self.shut.setObjectName("primary")
        self.shut.setAutoDefault(False)
        self.shut.clicked.connect(self.accept)
        self._lay_out()
        self.pages.currentRowChanged.connect(self._show_page)
        settings.changed.connect(self._show_defaults)
        settings.changed.connect(self._follow)
        self.pages.setCurrentRow(list(Page).index(page))
        fit_on_screen(self, _WIDTH, _HEIGHT)
        (self.keyboard.field if page is Page.KEYBOARD else self.pages).setFocus()

    @classmethod
    def ask(cls, parent: QWidget, settings: Settings, page: Page = Page.GENERAL) -> None:
        """Show it until it is closed; in another language as soon as one is chosen in it."""
        chosen = ""
        while True:
            dialog = cls(settings, parent, page)
            control = dialog.control(chosen)
            if control is not None:
                control.setFocus()
            result = dialog.exec()
            page = dialog.page
            dialog.deleteLater()
            if result != SAY_ANEW:
                return
            chosen = "language"

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return list(Page)[self.pages.currentRow()]

    def control(self, name: str) -> QWidget | None:
        """What a setting is chosen with, where it has a page."""
        for page in self.shown.values():
            if isinstance(page, SettingsPage) and name in page.controls:
                return page.controls[name]
        return None

    def _follow(self, name: str) -> None:
        if name == "language" and self.isVisible() and language.spoken() is not self._language:
            self.done(SAY_ANEW)

    def _lay_out(self) -> None:
        title = QLabel(say("Settings"), self)
        title.setObjectName("dialogTitle")
        left = QVBoxLayout()
        set_spacing(left, "l")
        left.addWidget(title)
        left.addWidget(self.pages, 1)
        self._heading = QLabel(self)
        self._heading.setObjectName("settingsHeading")
        foot = QHBoxLayout()
        foot.addWidget(self.defaults)
        foot.addStretch(1)
        foot.addWidget(self.shut)
        right = QVBoxLayout()
        set_spacing(right, "l")
        right.addWidget(self._heading)
        right.addWidget(self.stack, 1)
        right.addLayout(foot)
        layout = QHBoxLayout(self)
        set_margins(layout, "xl")
        set_spacing(layout, "xl")
        layout.addLayout(left)
        layout.addLayout(right, 1)

    def done(self, result: int, /) -> None:
        """Take what is still being typed, and close."""
        for page in self.shown.values():
            if isinstance(page, SettingsPage):
                page.take_lines()
        super().done(result)

    def _show_page(self, row: int) -> None:
        self.stack.setCurrentIndex(row)
        self._heading.setText(self.page.shown)
        self._show_defaults()

    # -- defaults -------------------------------------------------------------------------

    def _others(self) -> dict[str, object]:
        """The defaults of what is set otherwise on the page that is shown."""
        names = [each.name for each in SETTINGS if each.page is self.page]
        if self.page is Page.KEYBOARD:
            names.append("keys")
        now = self._settings.now
        return {
            name: getattr(DEFAULTS, name)
            for name in names
            if getattr(now, name) != getattr(DEFAULTS, name)
        }

    def _show_defaults(self) -> None:
        self.defaults.setEnabled(bool(self._others()))

    def restore_defaults(self) -> None:
        """Set everything on the page that is shown back to how it was delivered."""
        others = self._others()
        if "keys" in others and not Confirm.ask(
            self,
            say("Restore all keys"),
            say(
                "Every action gets back the keys that it was delivered with. "
                "Those that you have chosen are lost."
            ),
            say("Restore"),
            is_lossy=True,
        ):
            return
        self._settings.change(**others)


class SettingsPage(WideArea):
    """One page, made of what is declared for it."""

    def __init__(self, page: Page, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("settingsArea")
        self.setAccessibleName(page.shown)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._settings = settings
        self.controls: dict[str, Segments | QComboBox | QLineEdit] = {}
        self._gaps: dict[int, str] = {}
        self._rows: list[tuple[int, tuple[QWidget, ...]]] = []
        sheet = QWidget(self)
        sheet.setObjectName("settingsSheet")
        grid = self._grid = QGridLayout(sheet)
        set_margins(grid, 0, 0, "m", 0)
        set_spacing(grid, "l", "xs")
        grid.setColumnStretch(1, 1)
        for each in SETTINGS:
            if each.page is page:
                self._add(each, grid, sheet)
        grid.setRowStretch(grid.rowCount(), 1)
        self.refit()
        self.setWidget(sheet)
        settings.changed.connect(self._show)

    def refit(self) -> None:
        """Give the labels and what lies between the settings their sizes, and set labels beside what
        they name, or above it where the window below has less room than that needs."""
        below = self.window().parentWidget()
        is_narrow = below is not None and below.window().width() < px(_WIDTH)
        self._grid.setColumnMinimumWidth(0, 0 if is_narrow else px(_LABELS))
        for row, parts in self._rows:
            for n, part in enumerate(parts):
                self._grid.removeWidget(part)
                aligned = Qt.AlignmentFlag.AlignLeft if n == 1 else Qt.AlignmentFlag(0)
                if is_narrow:
                    self._grid.addWidget(part, row + n, 0, 1, 2, aligned)
                else:
                    self._grid.addWidget(part, row + max(n, 1), min(n, 1), aligned)
        for row, size in self._gaps.items():
            self._grid.setRowMinimumHeight(row, look.space(size))

    def _add(self, setting: Setting, grid: QGridLayout, sheet: QWidget) -> None:
        row = grid.rowCount()
        if self.controls:
            self._gaps[row] = "xl" if setting.apart else "s"
            row += 1
        control = self._control(setting, sheet)
        self.controls[setting.name] = control
        label = (
            control.label if isinstance(control, Segments) else QLabel(say(setting.label), sheet)
        )
        label.setObjectName("fieldLabel")
        label.setWordWrap(True)
        label.setBuddy(control)
        parts: list[QWidget] = [label, control]
        if setting.told:
            told = QLabel(say(setting.told), sheet)
            told.setObjectName("dialogHint")
            told.setWordWrap(True)
            control.setAccessibleDescription(say(setting.told))
            parts.append(told)
        self._rows.append((row, tuple(parts)))
        for n, part in enumerate(parts):
            grid.addWidget(part, row + n, 0)
        self._show_value(setting)

    def _control(self, setting: Setting, sheet: QWidget) -> Segments | QComboBox | QLineEdit:
        if not setting.choices:
            line = QLineEdit(sheet)
            set_least_width(line, _LINE)
            line.setAccessibleName(say(setting.label))
            line.editingFinished.connect(lambda: self._choose(setting, line.text().strip()))
            return line
        choices = setting.shown_choices
        if sum(len(text) for _, text in choices) <= _SIDE_BY_SIDE:
            row = Segments(say(setting.label), choices, sheet)
            row.group.buttonToggled.connect(lambda: self._choose(setting, row.value))
            return row
        box = ChoiceBox(sheet)
        box.setAccessibleName(say(setting.label))
        for value, text in choices:
            box.addItem(text, value)
        box.activated.connect(lambda: self._choose(setting, str(box.currentData())))
        return box

    def take_lines(self) -> None:
        """Set what stands in fields of text, also where the cursor is still in them."""
        for each in SETTINGS:
            line = self.controls.get(each.name)
            if isinstance(line, QLineEdit):
                self._choose(each, line.text().strip())

    def _choose(self, setting: Setting, value: str) -> None:
        self._settings.change(**{setting.name: value})

    def _show(self, name: str) -> None:
        for each in SETTINGS:
            if each.name == name and name in self.controls:
                self._show_value(each)

    def _show_value(self, setting: Setting) -> None:
        value, control = setting.value(self._settings.now), self.controls[setting.name]
        match control:
            case Segments():
                control.choose(value)
            case QComboBox():
                control.setCurrentIndex(control.findData(value))
            case QLineEdit():
                if control.text().strip() != value:
                    control.setText(value)
