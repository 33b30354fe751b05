"""`ExportDialog`: in which form a view beside the boards is to leave the case."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias, cast

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from caseboard import theme as look
from caseboard.measures import add_gap, set_least_width, set_margins, set_spacing
from caseboard.restyling import restyle
from caseboard.segments import Segments
from casedb.words import say, term

Format: TypeAlias = Literal["png", "pdf", "svg", "csv"]

SCALES = (1, 2, 3, 4)
LONGEST_SIDE = 32_000
"""Pixels; a longer side cannot be painted."""
MOST_PIXELS = 400_000_000
"""Pixels of a whole picture: 1.6 GB while it is painted."""

_FORMATS = (
    ("png", "PNG", term("A picture, for a page or a message.")),
    ("pdf", "PDF", term("One page, sharp at any size; the text can be searched.")),
    ("svg", "SVG", term("A drawing that other programs can edit.")),
    ("csv", "CSV", term("A table of texts, for spreadsheets.")),
)
_THEMES = ("print", "light", "dark", "cork", "light-high", "dark-high")
_ACROSS = 4
"""Answers that stand side by side; more begin a second line, where they are twice as wide."""


@dataclass(frozen=True, slots=True)
class ExportQuestion:
    """What of a `view`, by what people call it, there is to export: its size (width, height) in pixels at
    scale 1, (0, 0) where there is nothing.

    `theme` is the one that is chosen at first; `has_table` says that it can be written as a table as well.
    """

    view: str
    size: tuple[float, float]
    theme: str = "print"
    has_table: bool = False

    @property
    def heading(self) -> str:
        """What the dialog is called."""
        return say("Export: {view}", view=self.view)


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What was chosen. `scale` is 1 to 4, and 1 for forms that have no pixels."""

    format: Format
    scale: int
    theme: str


class ExportDialog(QDialog):
    """Form, scale and theme of an export, with the size that comes of it."""

    def __init__(self, question: ExportQuestion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("exportDialog")
        self.setWindowTitle(question.heading)
        self._question = question
        self.formats = Segments(
            say("Format"),
            [
                (value, label)
                for value, label, _ in _FORMATS
                if value != "csv" or question.has_table
            ],
            self,
        )
        self.scales = Segments(say("Scale"), [(str(scale), f"{scale}×") for scale in SCALES], self)
        labels = [(name, say(look.theme(name).label)) for name in _THEMES]
        self.themes = Segments(say("Theme"), labels, self, _ACROSS)
        self.hint = _words(self, "dialogHint")
        self.size_label = _words(self, "exportSize")
        self.buttons = QDialogButtonBox(self)
        self.cancel = QPushButton(say("Cancel"), self)
        self.export = QPushButton(say("Export…"), self)
        self.export.setObjectName("primary")
        self.export.setDefault(True)
        self.buttons.addButton(self.cancel, QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.addButton(self.export, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._lay_out()
        self.formats.choose("png")
        self.scales.choose("2")
        self.themes.choose(question.theme)
        for row in (self.formats, self.scales, self.themes):
            row.group.buttonToggled.connect(self._show)
        self._show()

    @classmethod
    def ask(cls, parent: QWidget, question: ExportQuestion) -> ExportChoice | None:
        """Ask, and wait; None where it was given up."""
        dialog = cls(question, parent)
        is_accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.choice if is_accepted else None

    @property
    def choice(self) -> ExportChoice:
        """What is chosen now."""
        form = cast("Format", self.formats.value)
        return ExportChoice(
            format=form,
            scale=int(self.scales.value) if form == "png" else 1,
            theme=self.themes.value,
        )

    @property
    def pixels(self) -> QSize:
        """How large the picture will be."""
        scale = self.choice.scale
        width, height = self._question.size
        return QSize(math.ceil(width * scale), math.ceil(height * scale))

    def _lay_out(self) -> None:
        title = QLabel(self._question.heading, self)
        title.setObjectName("dialogTitle")
        grid = QGridLayout()
        set_spacing(grid, "l", "m")
        grid.setColumnStretch(1, 1)
        rows: Sequence[QWidget] = (
            self.formats,
            self.hint,
            self.scales,
            self.size_label,
            self.themes,
        )
        for at, widget in enumerate(rows):
            if isinstance(widget, Segments):
                grid.addWidget(widget.label, at, 0)
                grid.addWidget(widget, at, 1, Qt.AlignmentFlag.AlignLeft)
            else:
                grid.addWidget(widget, at, 1)
        layout = QVBoxLayout(self)
        set_margins(layout, "xl")
        set_spacing(layout, "l")
        layout.addWidget(title)
        layout.addLayout(grid)
        add_gap(layout, "s")
        layout.addWidget(self.buttons)
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)

    def _show(self) -> None:
        choice, pixels = self.choice, self.pixels
        is_picture, is_drawn = choice.format == "png", choice.format != "csv"
        self.hint.setText(next(say(hint) for value, _, hint in _FORMATS if value == choice.format))
        self.scales.setVisible(is_picture)
        self.scales.label.setVisible(is_picture)
        is_too_large = is_picture and (
            max(pixels.width(), pixels.height()) > LONGEST_SIDE
            or pixels.width() * pixels.height() > MOST_PIXELS
        )
        width, height = pixels.width(), pixels.height()
        self.size_label.setVisible(is_drawn)
        self.themes.setVisible(is_drawn)
        self.themes.label.setVisible(is_drawn)
        if pixels.isEmpty():
            size = say("There is nothing to draw in this view.")
        elif is_too_large:
            size = say(
                "{width} × {height} pixels: too large to paint. Choose a smaller scale, SVG or PDF.",
                width=width,
                height=height,
            )
        elif is_picture:
            size = say("{width} × {height} pixels", width=width, height=height)
        else:
            size = say("{width} × {height} units", width=width, height=height)
        self.size_label.setText(size)
        self.size_label.setProperty("state", "failed" if is_too_large else "")
        restyle(self.size_label)
        self.export.setEnabled(not is_drawn or not (is_too_large or pixels.isEmpty()))


def _words(parent: QWidget, name: str) -> QLabel:
    label = QLabel(parent)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    set_least_width(label, 320)
    return label
