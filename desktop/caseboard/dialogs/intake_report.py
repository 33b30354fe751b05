"""`IntakeReport`: what became of each file of a delivery, to be read, looked through and handed on."""

from __future__ import annotations

from collections.abc import Callable
from heapq import nlargest
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from caseboard.dialogs.outcome_line import OutcomeLine
from caseboard.dialogs.plain_text_box import PlainTextBox
from caseboard.focus_order import chain_focus
from caseboard.measures import (
    fit_on_screen,
    set_least_height,
    set_least_width,
    set_margins,
    set_spacing,
)
from caseboard.plain_tips import tip
from caseboard.scale import px, scaled
from caseboard.segments import Segments
from casedb.delivery_report import (
    NAMES,
    Row,
    as_csv,
    as_json,
    as_text,
    counts,
    short_names,
    summary,
)
from casedb.errors import CaseError
from casedb.exchange.output import finished
from casedb.words import say, term

_COPY = term("Copy")
_COPIED = 1500
"""Milliseconds for which the button says that it has copied."""
_WIDTH, _WIDEST, _HEIGHT, _LEAST, _READ = 820, 1320, 580, 160, 72
_FILE_PART = 0.3
"""How much of the list the names of files may take where remarks are long."""
_MEASURED = 60
"""Texts of a column that are asked for their width: the longest ones."""
_AROUND = 24
"""Pixels at 100 % beside the words of a cell."""
_WRITERS = {".txt": as_text, ".csv": as_csv, ".json": as_json}
_Index = QModelIndex | QPersistentModelIndex
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ReportTable(QAbstractTableModel):
    """The lines of a report, or those of one outcome."""

    def __init__(self, rows: tuple[Row, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all = rows
        self._names = short_names(rows)
        self._shown = list(range(len(rows)))

    def show_only(self, sort: str) -> None:
        """Show the lines of an outcome; of none, all of them."""
        self.beginResetModel()
        self._shown = [n for n, row in enumerate(self._all) if row.is_of(sort)]
        self.endResetModel()

    @property
    def names(self) -> list[str]:
        """What the files of all lines are called."""
        return self._names

    @property
    def shown(self) -> tuple[Row, ...]:
        """The lines that are shown, in order."""
        return tuple(self._all[n] for n in self._shown)

    def name_of(self, at: int) -> str:
        """What the file of a line that is shown is called."""
        return self._names[self._shown[at]]

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 3

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (say("File"), say("Outcome"), say("What there is to know"))[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        n = self._shown[index.row()]
        row = self._all[n]
        texts = (self._names[n], say(NAMES[row.outcome]), row.reason)
        if role == Qt.ItemDataRole.DisplayRole:
            return texts[index.column()].replace("\n", " ")
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(texts[index.column()])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, texts))
        return None


class _FromStart(QStyledItemDelegate):
    """Cuts a sentence at its end; names are cut in the middle, for their ends tell them apart."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideRight  # pyright: ignore[reportAttributeAccessIssue] - a field in C++


class IntakeReport(QDialog):
    """The report of one delivery: counts first, then a line for each file.

    `wanted(str)` carries the id of an item to be gone to, and follows the end of the dialog.
    """

    wanted = Signal(str)

    def __init__(self, rows: tuple[Row, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("intakeReport")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say("What came in"))
        self._rows = rows
        self.table = ReportTable(rows, self)
        self.sorts = self._build_sorts()
        self.view = self._build_view()
        self.reason = PlainTextBox("", _WIDTH - 80, _READ, self)
        # It may be narrower than that where the screen is.
        set_least_width(self.reason, _LEAST)
        self.reason.setAccessibleName(say("What there is to know"))
        set_least_height(self.reason, _READ)
        self.trouble = OutcomeLine(self)
        self.copy_button = self._button(say(_COPY), self.copy)
        self.save_button = self._button(say("Save as…"), self._ask_to_save)
        self.go_button = self._button(say("Go to the card"), self._go)
        self.shut = self._button(say("Close"), self.accept)
        self.shut.setObjectName("primary")
        self._lay_out()
        self._choose()
        fit_on_screen(self, self.width_for_rows, _HEIGHT)
        self.view.setFocus()

    # -- the parts ------------------------------------------------------------------------

    def _build_sorts(self) -> Segments:
        tally = counts(self._rows)
        answers = [("", say("All: {n}", n=len(self._rows)))]
        answers += [
            (sort, say("{name}: {n}", name=say(NAMES[sort]), n=n)) for sort, n in tally.items()
        ]
        made = Segments(say("Show"), answers, self)
        for sort, n in tally.items():
            made.enable(sort, bool(n))
        made.choose("")
        made.label.hide()
        made.group.buttonClicked.connect(self._choose)
        return made

    def _build_view(self) -> QTreeView:
        made = QTreeView(self)
        made.setObjectName("reportList")
        made.setAccessibleName(say("Files"))
        made.setModel(self.table)
        made.setRootIsDecorated(False)
        made.setUniformRowHeights(True)
        made.setAllColumnsShowFocus(True)
        made.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        made.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_least_height(made, _LEAST)
        header = made.header()
        header.setSectionsMovable(False)
        header.setStretchLastSection(False)
        modes = QHeaderView.ResizeMode
        for column, how in enumerate((modes.Fixed, modes.Fixed, modes.Stretch)):
            header.setSectionResizeMode(column, how)
        made.setItemDelegateForColumn(2, _FromStart(made))
        made.doubleClicked.connect(self._go)
        made.selectionModel().currentChanged.connect(self._show_current)
        made.installEventFilter(self)
        return made

    def _button(self, text: str, do: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: do())
        return button

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        set_spacing(foot, "s")
        for button in (self.copy_button, self.save_button, self.go_button):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.shut)
        layout = QVBoxLayout(self)
        set_margins(layout, "xl")
        set_spacing(layout, "m")
        layout.addWidget(_words(say("What came in"), "dialogTitle", self))
        layout.addWidget(_words(summary(self._rows), "dialogHint", self))
        layout.addWidget(self.sorts, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.reason)
        layout.addWidget(self.trouble)
        layout.addLayout(foot)
        chain_focus(self)

    # -- showing --------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        layout = self.layout()
        if layout is not None:
            # The list has its width first, else its columns would be those of before.
            layout.activate()
        self._share_out()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._share_out()

    def refit(self) -> None:
        """Give the columns their widths at another scale."""
        self._share_out()

    def _share_out(self) -> None:
        """Give names and outcomes as much of the list as they need, and the rest to remarks."""
        names, outcomes, remarks = self._widths()
        room = self.view.viewport().width()
        self.view.setColumnWidth(
            0, min(names, max(round(room * _FILE_PART), room - outcomes - remarks))
        )
        self.view.setColumnWidth(1, outcomes)

    @property
    def width_for_rows(self) -> int:
        """The width at 100 % that leaves whole what stands in the list, as far as a dialog may go."""
        self.view.ensurePolished()
        wanted = sum(self._widths()) + px(_AROUND) * 4
        return max(_WIDTH, min(_WIDEST, round(wanted / scaled(1))))

    def _widths(self) -> tuple[int, int, int]:
        """How wide the columns would have to be to cut nothing."""
        metrics = self.view.fontMetrics()
        outcomes = (say(name) for name in NAMES.values())
        reasons = (row.reason for row in self._rows)
        heads = (self.table.headerData(n, Qt.Orientation.Horizontal) for n in range(3))
        widest = (
            # Asking every line for its width would take seconds where there are thousands.
            max(map(metrics.horizontalAdvance, nlargest(_MEASURED, (head, *texts), key=len)))
            for head, texts in zip(heads, (self.table.names, outcomes, reasons), strict=True)
        )
        names, told, remarks = (each + px(_AROUND) for each in widest)
        return names, told, remarks

    def _choose(self) -> None:
        self.table.show_only(self.sorts.value)
        if self.table.rowCount():
            flags = QItemSelectionModel.SelectionFlag
            self.view.selectionModel().setCurrentIndex(
                self.table.index(0, 0), flags.ClearAndSelect | flags.Rows
            )
        self._show_current()

    @property
    def current(self) -> Row | None:
        """The line that the cursor is on."""
        row = self.view.currentIndex().row()
        return self.table.shown[row] if 0 <= row < self.table.rowCount() else None

    def _show_current(self) -> None:
        row = self.current
        name = self.table.name_of(self.view.currentIndex().row()) if row is not None else ""
        told = f"{name}\n{row.reason}" if row is not None else ""
        self.reason.setPlainText(told.strip())
        self.go_button.setEnabled(row is not None and bool(row.item))

    # -- doing ----------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if (
                event.key() in _ENTER
                and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            ):
                self._go()
                return True
            if event.matches(QKeySequence.StandardKey.Copy):
                self.copy()
                return True
        return super().eventFilter(watched, event)

    def copy(self) -> None:
        """Put the selected lines on the clipboard; where only one is, all that are shown."""
        chosen = {index.row() for index in self.view.selectionModel().selectedRows()}
        shown = self.table.shown
        rows = [shown[n] for n in sorted(chosen)] if len(chosen) > 1 else list(shown)
        QGuiApplication.clipboard().setText(as_text(rows))
        self.copy_button.setText(say("Copied"))
        QTimer.singleShot(_COPIED, self.copy_button, lambda: self.copy_button.setText(say(_COPY)))

    def _ask_to_save(self) -> None:
        kinds = say("Text (*.txt);;Table (*.csv);;JSON (*.json)")
        told, kind = QFileDialog.getSaveFileName(self, say("Save the report"), "", kinds)
        if told:
            ending = kind.rsplit("*", 1)[-1].rstrip(")")
            path = Path(told)
            self.save(
                path if path.suffix.lower() in _WRITERS else path.with_name(path.name + ending)
            )

    def save(self, path: Path) -> None:
        """Write all of the report, in the form that the name ends with."""
        text = _WRITERS[path.suffix.lower()](self._rows)
        try:
            with finished(path) as temporary:
                # A table program takes it for what it is by the mark at its start.
                encoding = "utf-8-sig" if path.suffix.lower() == ".csv" else "utf-8"
                temporary.write_bytes(text.encode(encoding, "replace"))
        except CaseError as trouble:
            self.trouble.say(str(trouble))
        else:
            self.trouble.say(say("Saved as “{name}”.", name=path.name), is_well=True)

    def _go(self) -> None:
        row = self.current
        if row is not None and row.item:
            self.accept()
            self.wanted.emit(row.item)


def _words(text: str, name: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
