"""`ShortcutSheet`: every key and every gesture and what it does, in groups, with a field to find one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from caseboard.dialogs.wide_area import WideArea
from caseboard.focus_order import chain_focus
from caseboard.keys import either
from caseboard.measures import fit_on_screen, set_least_width, set_margins, set_spacing
from caseboard.scale import px
from caseboard.sheet import Line
from casedb.words import say, term

_COLUMN, _HEIGHT = 350, 680
_MOST_COLUMNS = 3
_HOW = 150
"""Pixels that a gesture has at least for its words."""
_OF_HEADING, _OF_COLUMN = 2, 16
"""How many lines a heading is worth, and for how many a column is."""

TITLE = term("Keyboard and mouse")
NOTHING = term("Nothing with these words or keys")


class ShortcutSheet(QDialog):
    """A sheet of lines in columns; Escape closes it. `settings_wanted()` asks to choose other keys."""

    settings_wanted = Signal()

    def __init__(
        self, lines: Sequence[Line], parent: QWidget | None = None, columns: int = _MOST_COLUMNS
    ) -> None:
        super().__init__(parent)
        self.setObjectName("shortcutSheet")
        self.setWindowTitle(say(TITLE))
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(say("Find what you want to do, or a key"))
        self.field.setAccessibleName(say("Find what you want to do, or a key"))
        self.field.textChanged.connect(self._narrow)
        self.choose = QPushButton(say("Choose other keys…"), self)
        self.choose.setAutoDefault(False)
        self.choose.clicked.connect(self.accept)
        self.choose.clicked.connect(self.settings_wanted)
        self.shut = QPushButton(say("Close"), self)
        self.shut.setAutoDefault(False)
        self.shut.clicked.connect(self.accept)
        self._nothing = QLabel(say(NOTHING), self)
        self._nothing.setObjectName("dialogHint")
        self._nothing.hide()
        self._blocks = [
            _Block(group, self) for group in dict.fromkeys(each.group for each in lines)
        ]
        for block in self._blocks:
            block.add([each for each in lines if each.group == block.group])
        self._lay_out(columns)
        fit_on_screen(self, columns * _COLUMN, _HEIGHT)
        self.field.setFocus()

    @classmethod
    def ask(cls, parent: QWidget, lines: Sequence[Line]) -> bool:
        """Show it until it is closed; whether other keys are wanted."""
        dialog = cls(lines, parent, columns_for(parent))
        wanted: list[bool] = []
        dialog.settings_wanted.connect(lambda: wanted.append(True))
        dialog.exec()
        dialog.deleteLater()
        return bool(wanted)

    @classmethod
    def show_alone(cls, parent: QWidget, lines: Sequence[Line]) -> None:
        """Show lines whose keys cannot be chosen, until it is closed."""
        dialog = cls(lines, parent, columns_for(parent))
        dialog.choose.hide()
        dialog.exec()
        dialog.deleteLater()

    @property
    def shown(self) -> list[str]:
        """What can be done that is shown now, in order."""
        return [line.what for block in self._blocks for line in block.shown()]

    def _lay_out(self, columns: int) -> None:
        title = QLabel(say(TITLE), self)
        title.setObjectName("dialogTitle")
        sheet = QWidget()
        sheet.setObjectName("shortcutList")
        across = QHBoxLayout(sheet)
        set_margins(across, 0, 0, "m", "s")
        set_spacing(across, 48)
        self._columns = [QVBoxLayout() for _ in range(columns)]
        for column in self._columns:
            set_spacing(column, "l")
            across.addLayout(column, 1)
        self._arrange()
        area = WideArea(self)
        area.setObjectName("shortcutArea")
        area.setAccessibleName(say("Keys and gestures"))
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(sheet)
        foot = QHBoxLayout()
        foot.addWidget(self.choose)
        foot.addStretch(1)
        foot.addWidget(self.shut)
        layout = QVBoxLayout(self)
        set_margins(layout, "xl")
        set_spacing(layout, "m")
        for widget in (title, self.field, self._nothing):
            layout.addWidget(widget)
        layout.addWidget(area, 1)
        layout.addLayout(foot)
        chain_focus(self)

    def _arrange(self) -> None:
        """Put the groups that are shown into columns, no more of them than are worth it."""
        blocks = [block for block in self._blocks if block.shown()]
        wanted = 1 + sum(map(_size, blocks)) // _OF_COLUMN
        filled = _evenly(blocks, min(wanted, len(self._columns)))
        for number, column in enumerate(self._columns):
            while column.count():
                column.takeAt(0)
            for block in filled[number] if number < len(filled) else ():
                column.addWidget(block)
            column.addStretch(1)

    def _narrow(self, text: str) -> None:
        words = text.casefold().split()
        for block in self._blocks:
            block.narrow(words)
        self._arrange()
        self._nothing.setVisible(not self.shown)


class _Block(QWidget):
    """One group: a heading and its lines."""

    def __init__(self, group: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.group = group
        self._rows: list[_Row] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        set_spacing(self._grid, "m", "xs")
        self._grid.setColumnStretch(0, 1)
        heading = QLabel(group, self)
        heading.setObjectName("shortcutGroup")
        heading.setIndent(0)
        self._grid.addWidget(heading, 0, 0, 1, 2)

    def add(self, lines: Sequence[Line]) -> None:
        """Put lines below the heading."""
        for line in lines:
            row = _Row(line, self)
            at = self._grid.rowCount()
            self._grid.addWidget(row.what, at, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(row.way, at, 1, Qt.AlignmentFlag.AlignTop)
            self._rows.append(row)
        # What is left over lies below and not between the lines.
        self._grid.setRowStretch(self._grid.rowCount(), 1)

    def narrow(self, words: Sequence[str]) -> None:
        """Show only lines with all of some words."""
        for row in self._rows:
            is_shown = all(word in row.line.words for word in words)
            row.what.setVisible(is_shown)
            row.way.setVisible(is_shown)
        self.setVisible(bool(self.shown()))

    def shown(self) -> list[Line]:
        """The lines that are shown."""
        return [row.line for row in self._rows if not row.what.isHidden()]


class _Row:
    """What can be done, and beside it its keys drawn as keys, or how the hand does it."""

    def __init__(self, line: Line, parent: QWidget) -> None:
        self.line = line
        self.what = _label(line.what, "shortcutWhat", parent)
        self.what.setWordWrap(True)
        self.way = QWidget(parent)
        row = QHBoxLayout(self.way)
        row.setContentsMargins(0, 0, 0, 0)
        set_spacing(row, "xs")
        if line.how:
            how = _label(line.how, "gesture", self.way)
            how.setWordWrap(True)
            set_least_width(how, _HOW)
            row.addWidget(how, 0, Qt.AlignmentFlag.AlignTop)
        else:
            row.addStretch(1)
        for key in line.keys:
            row.addWidget(_label(key, "keys", self.way), 0, Qt.AlignmentFlag.AlignTop)
        said = line.how or either(line.keys)
        self.way.setAccessibleName(f"{line.what}: {said}")


def columns_for(parent: QWidget) -> int:
    """How many columns there is room for over a window."""
    return max(1, min(_MOST_COLUMNS, parent.width() // px(_COLUMN)))


def _label(text: str, name: str, parent: QWidget) -> QLabel:
    made = QLabel(text, parent)
    made.setObjectName(name)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setIndent(0)
    return made


def _size(block: _Block) -> int:
    return len(block.shown()) + _OF_HEADING


def _evenly(blocks: Sequence[_Block], columns: int) -> list[list[_Block]]:
    """Blocks in their order, in columns about as long as each other."""
    whole = sum(map(_size, blocks))
    made: list[list[_Block]] = [[] for _ in range(columns)]
    filled = 0
    for block in blocks:
        # Where most of it lies.
        at = min(columns - 1, int((filled + _size(block) / 2) * columns / whole))
        made[at].append(block)
        filled += _size(block)
    return made
