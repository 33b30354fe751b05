"""`VerifyReport`: what verifying a case came to: counts first, then what failed, then the rest."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from caseboard import theme as look
from caseboard.bridge import CaseBridge
from caseboard.dialogs.outcome_line import OutcomeLine
from caseboard.dialogs.present_theme import present_theme
from caseboard.focus_order import chain_focus
from caseboard.measures import fit_on_screen, fix_size, set_least_height, set_margins, set_spacing
from caseboard.plain_tips import tip
from caseboard.scale import px
from caseboard.theme import Theme
from caseboard.titles import shown_title
from caseboard.voices import announce
from casedb import CaseError
from casedb.custody_log import CURE, FAULTS
from casedb.errors import ExportRefused
from casedb.exchange.output import finished
from casedb.model.records import Item
from casedb.model.visible_text import visible
from casedb.report import (
    DERIVED,
    About,
    FileCheck,
    FileState,
    Report,
    as_json,
    as_text,
    counts_in_words,
    state_in_words,
)
from casedb.words import say, term

_WIDTH, _HEIGHT, _LEAST = 640, 520, 140
_ICON, _SIGN = 28, 16
_KINDS = term("Text (*.txt);;JSON (*.json)")
_SHOWN = 200
"""Characters of a file's name in a row."""

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Row:
    """One line: a file, or something else that was found; `record` is what it is about."""

    text: str
    icon: str
    token: str
    record: str


class RowsModel(QAbstractListModel):
    """The lines of a report."""

    def __init__(self, rows: list[Row], theme: Theme, ratio: float, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows = rows
        signs = {(row.icon, row.token) for row in rows}
        self._signs = {
            sign: look.icon_pixmap(sign[0], theme.hex(sign[1]), px(_SIGN), ratio) for sign in signs
        }

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return row.text
            case Qt.ItemDataRole.ToolTipRole:
                return tip(row.text)
            case Qt.ItemDataRole.DecorationRole:
                return self._signs[row.icon, row.token]
            case _:
                return None


class VerifyReport(QDialog):
    """What was found, to be read, copied and saved.

    `item_wanted(str)` carries the item whose card is to be shown, and comes before the end of it.
    """

    item_wanted = Signal(str)

    def __init__(
        self, bridge: CaseBridge, report: Report, noted: str, parent: QWidget | None = None
    ) -> None:
        """`noted` says what the journal has of it."""
        super().__init__(parent)
        self.setObjectName("verifyReport")
        self.setWindowTitle(say("Verify case"))
        self._bridge = bridge
        self.report = report
        theme = present_theme()
        heading = say("The case is sound") if report.sound else say("Something was found")
        self.title = _words(heading, "dialogTitle", self)
        self.counts = _words(self._counts(), "reportCounts", self)
        self.head = _words(say("Head of the journal: {head}", head=report.head), "dialogHint", self)
        for label in (self.counts, self.head):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.noted = _words(noted, "dialogHint", self)
        self.noted.setVisible(bool(noted))
        derived = " ".join((*report.derived, say(DERIVED))) if report.derived else ""
        self.derived = _words(derived, "reportDerived", self)
        self.derived.setVisible(bool(derived))
        self.cure = _words(say(CURE), "dialogHint", self)
        self.cure.setVisible(bool(report.failed) and not bridge.read_only)
        self.trouble = OutcomeLine(self)
        self.show_button = self._button(say("Show card"), self._show_card)
        self.rebuild_button = self._button(say("Make search anew"), self._rebuild)
        self.rebuild_button.setVisible(bool(report.derived) and not bridge.read_only)
        self.copy_button = self._button(say("Copy report"), self._copy)
        self.save_button = self._button(say("Save report…"), self._save)
        self.shut = self._button(say("Close"), self.accept)
        self.shut.setObjectName("primary")
        self.shut.setDefault(True)
        self.list = self._build_list(theme)
        self._lay_out(theme)
        self._enable()
        fit_on_screen(self, _WIDTH, _HEIGHT)
        (self.list if self._model.rows else self.shut).setFocus()

    @classmethod
    def ask(cls, parent: QWidget, bridge: CaseBridge, report: Report, noted: str = "") -> str:
        """Show it until it is closed; the item whose card is to be shown then, or nothing."""
        dialog = cls(bridge, report, noted, parent)
        found: list[str] = []
        dialog.item_wanted.connect(found.append)
        dialog.exec()
        dialog.deleteLater()
        return found[0] if found else ""

    # -- the parts ------------------------------------------------------------------------

    def _counts(self) -> str:
        report = self.report
        journal = say("{n} entry in the journal", "{n} entries in the journal", n=report.entries)
        rows = say("{n} row", "{n} rows", n=report.rows)
        size = say("{n} byte", "{n} bytes", n=report.bytes)
        found = say("{n} finding", "{n} findings", n=len(report.findings))
        return f"{counts_in_words(report)}\n{found} · {journal} · {rows} · {size}"

    def _build_list(self, theme: Theme) -> QListView:
        made = QListView(self)
        made.setObjectName("viewList")
        made.setAccessibleName(say("What was checked, failures first"))
        made.setUniformItemSizes(True)
        made.setTextElideMode(Qt.TextElideMode.ElideRight)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_least_height(made, _LEAST)
        self._model = RowsModel(
            rows_of(self.report, self._title_of), theme, self.devicePixelRatioF(), made
        )
        made.setModel(self._model)
        if self._model.rows:
            made.setCurrentIndex(self._model.index(0))
        made.selectionModel().currentChanged.connect(self._enable)
        made.activated.connect(lambda: self._show_card())
        return made

    def _button(self, text: str, do: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: do())
        return button

    def _lay_out(self, theme: Theme) -> None:
        mark = QLabel(self)
        fix_size(mark, _ICON, _ICON)
        icon, token = ("check", "ok") if self.report.sound else ("error", "err")
        mark.setPixmap(
            look.icon_pixmap(icon, theme.hex(token), px(_ICON), self.devicePixelRatioF())
        )
        words = QVBoxLayout()
        set_spacing(words, "xs")
        for label in (self.title, self.counts, self.head, self.noted, self.cure, self.derived):
            words.addWidget(label)
        top = QHBoxLayout()
        set_spacing(top, "l")
        top.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        foot = QHBoxLayout()
        set_spacing(foot, "s")
        for button in (self.show_button, self.rebuild_button):
            foot.addWidget(button)
        foot.addStretch(1)
        for button in (self.copy_button, self.save_button, self.shut):
            foot.addWidget(button)
        layout = QVBoxLayout(self)
        set_margins(layout, "xl")
        set_spacing(layout, "m")
        layout.addLayout(top)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.trouble)
        layout.addLayout(foot)
        chain_focus(self)

    # -- doing ----------------------------------------------------------------------------

    @property
    def current_item(self) -> str:
        """The item that the current line is about, or whose file it is; empty for none."""
        row = self.list.currentIndex().row()
        if row < 0:
            return ""
        record, contents = self._model.rows[row].record, self._bridge.contents
        if contents.get(Item, record) is not None:
            return record
        return next((each.item for each in contents.attachments_to(record)), "")

    def _enable(self) -> None:
        self.show_button.setEnabled(bool(self.current_item))

    def _show_card(self) -> None:
        if self.current_item:
            self.item_wanted.emit(self.current_item)
            self.accept()

    def _rebuild(self) -> None:
        try:
            self._bridge.case.rebuild_search()
        except CaseError as trouble:
            self.trouble.say(str(trouble))
        else:
            self.derived.setText(say("The search index was made anew."))
            self.shut.setFocus()
            self.rebuild_button.hide()
            announce(self, self.derived.text())

    def _title_of(self, record: str) -> str:
        item = self._bridge.contents.get(Item, record)
        return shown_title(item.title) if item is not None else ""

    @property
    def text(self) -> str:
        """The report as text."""
        return as_text(self.report, self._bridge.case.path, self._title_of)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text)
        self.trouble.say(say("The report was copied."), is_well=True)

    def _save(self) -> None:
        told, kind = QFileDialog.getSaveFileName(self, say("Save report"), "", say(_KINDS))
        if told:
            self.save(Path(told), is_json=Path(told).suffix.lower() == ".json" or "*.json" in kind)

    def save(self, path: Path, *, is_json: bool) -> None:
        """Write the report into a file, as text or for machines."""
        if not path.suffix:
            path = path.with_suffix(".json" if is_json else ".txt")
        text = self.text
        if is_json:
            text = json.dumps(as_json(self.report), ensure_ascii=False, indent=2) + "\n"
        try:
            with finished(path) as temporary:
                temporary.write_text(text, encoding="utf-8")
        except (ExportRefused, OSError) as trouble:
            self.trouble.say(str(trouble))
        else:
            self.trouble.say(say("Saved as “{name}”.", name=path.name), is_well=True)


def rows_of(report: Report, title_of: Callable[[str], str]) -> list[Row]:
    """The lines of a report: files that failed, whatever else was found, then all other files.

    `title_of` tells what an item is called, by its id; empty for what is none.
    """
    failed = [_file_row(each) for each in report.files if each.fault is not None]
    about_files = {each.sha256 for each in report.files if each.fault is not None}
    found = [
        Row(_sentence(each.sentence, title_of(each.record)), "warning", "warn", each.record)
        for each in report.findings
        if each.about is not About.ARTIFACTS or each.record not in about_files
    ]
    others = [_file_row(each) for each in report.files if each.fault is None]
    return [*failed, *found, *others]


_SIGNS = {
    FileState.OK: ("check", "ok"),
    FileState.FAILED: ("error", "err"),
    FileState.MISSING: ("error", "err"),
    FileState.EXPUNGED: ("delete", "tx3"),
}


def _sentence(sentence: str, title: str) -> str:
    told = f"{sentence} {say('It is “{title}”.', title=title)}" if title else sentence
    return visible(told)


def _file_row(check: FileCheck) -> Row:
    name = visible(" ".join(check.name.split()))[:_SHOWN] or say("a file that left the case")
    icon, token = _SIGNS[check.state]
    told = say(FAULTS[check.fault]) if check.fault is not None else state_in_words(check.state)
    return Row(f"{name} – {told} · SHA-256 {check.sha256[:12]}…", icon, token, check.sha256)


def _words(text: str, name: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
