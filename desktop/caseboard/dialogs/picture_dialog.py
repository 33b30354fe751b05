"""`PictureDialog`: how a board is to be drawn for others, with the size that comes of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from caseboard import theme as look
from caseboard.dialogs.choice_box import ChoiceBox
from caseboard.measures import add_gap, set_least_width, set_margins, set_padding, set_spacing
from caseboard.picture import (
    BACKGROUNDS,
    FORMS,
    LEAST_WIDTH,
    LOOKS,
    MOST_ACROSS,
    MOST_WIDTH,
    PAPERS,
    Picture,
)
from caseboard.restyling import restyle
from caseboard.segments import Segments
from casedb.errors import ExportRefused
from casedb.words import say, term

SCALES = (1, 2, 3, 4, 6, 8)
WIDTH = "width"
MARGINS = ((0, term("None")), (20, term("Narrow")), (40, term("Normal")), (120, term("Wide")))
_HINTS = {
    "png": term("A picture, for a page or a message."),
    "jpeg": term("A smaller file, not quite as sharp."),
    "pdf": term("Sharp at any size; the text can be searched. One page, or a poster of several."),
    "svg": term("A drawing that other programs can edit."),
}
_ACROSS = 4
"""Answers that stand side by side; more begin a second line, where they are twice as wide."""


@dataclass(frozen=True, slots=True)
class PictureQuestion:
    """What there is to draw of a board.

    `last` is what is chosen at first, `parts` what of the board there is, `frames` its frames with their
    titles, `hidden` says in words what the window does not show of it. `size` says how large a picture
    would be, in words, and raises ExportRefused where it cannot be made.
    """

    last: Picture
    parts: frozenset[str]
    size: Callable[[Picture], str]
    frames: Sequence[tuple[str, str]] = ()
    hidden: str = ""


class PictureDialog(QDialog):
    """Form, part, size, colours of a picture, and what stands below the board."""

    def __init__(self, question: PictureQuestion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pictureDialog")
        self.setWindowTitle(say("Board picture"))
        self._question = question
        self.formats = Segments(say("Format"), [*FORMS.items()], self)
        self.parts = Segments(
            say("Part"),
            [
                ("board", say("Whole board")),
                ("shown", say("As shown")),
                ("selection", say("Selection")),
                ("frame", say("Frame")),
                ("view", say("Current view")),
            ],
            self,
        )
        self.frame_box = _list(self, say("Frame"), question.frames)
        self.scales = Segments(
            say("Scale"),
            [*((f"{each}", f"{each}×") for each in SCALES), (WIDTH, say("Width…"))],
            self,
        )
        self.width_box = QSpinBox(self)
        self.width_box.setRange(LEAST_WIDTH, MOST_WIDTH)
        self.width_box.setSuffix(say(" px"))
        self.width_box.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.width_box.setAccessibleName(say("Width in pixels"))
        set_padding(self.width_box.lineEdit(), "s")
        self.papers = _list(
            self,
            say("Pages"),
            [("", say("One page of its size")), *((each, each) for each in PAPERS)],
        )
        self.across = _list(
            self,
            say("Sheets side by side"),
            [
                ("0", say("Natural size")),
                *(
                    (f"{n}", say("{n} sheet wide", "{n} sheets wide", n=n))
                    for n in range(1, MOST_ACROSS + 1)
                ),
            ],
        )
        labels = [(name, say(look.theme(name).label)) for name in LOOKS]
        self.themes = Segments(say("Theme"), labels, self, _ACROSS)
        grounds = [(name, say(label)) for name, label in BACKGROUNDS.items()]
        self.grounds = Segments(say("Background"), grounds, self)
        self.margins = Segments(
            say("Margin"), [(f"{units}", say(label)) for units, label in MARGINS], self
        )
        self.legend = QCheckBox(say("What the signs mean"), self)
        self.sources = QCheckBox(say("Numbered sources"), self)
        self.hint = _words(self, "dialogHint")
        self.left_out = _words(self, "dialogHint")
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
        self._choose(question.last)
        for row in (
            *(self.formats, self.parts, self.scales, self.themes, self.grounds, self.margins),
        ):
            row.group.buttonToggled.connect(self._follow)
        for box in (self.frame_box, self.papers, self.across):
            box.currentIndexChanged.connect(self._show)
        for tick in (self.legend, self.sources):
            tick.toggled.connect(self._show)
        self.width_box.valueChanged.connect(self._show)
        self._show()

    @classmethod
    def ask(cls, parent: QWidget, question: PictureQuestion) -> Picture | None:
        """Ask, and wait; None where it was given up."""
        dialog = cls(question, parent)
        is_accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.choice if is_accepted else None

    @property
    def choice(self) -> Picture:
        """What is chosen now."""
        last, form = self._question.last, self.formats.value
        has_pixels, is_page = form in ("png", "jpeg"), form == "pdf"
        is_wide = has_pixels and self.scales.value == WIDTH
        is_scaled = has_pixels and not is_wide
        return Picture(
            form=form,
            part=self.parts.value,
            frame=str(self.frame_box.currentData() or "") if self.parts.value == "frame" else "",
            scale=float(self.scales.value) if is_scaled else last.scale,
            width=self.width_box.value() if is_wide else 0,
            theme=self.themes.value,
            background=self.grounds.value,
            margin=int(self.margins.value),
            legend=self.legend.isChecked(),
            sources=self.sources.isChecked(),
            poster=str(self.papers.currentData()) if is_page else last.poster,
            across=int(self.across.currentData()) if is_page else last.across,
        )

    def _choose(self, last: Picture) -> None:
        there = self._question.parts
        for name in self.parts.buttons:
            self.parts.enable(name, name in there)
        self.parts.choose(last.part if last.part in there else "board")
        self.formats.choose(last.form)
        scale = f"{last.scale:g}"
        self.scales.choose(WIDTH if last.width else scale if scale in self.scales.buttons else "2")
        self.width_box.setValue(last.width or 1920)
        self.themes.choose(last.theme)
        self.grounds.choose(last.background)
        near = min(MARGINS, key=lambda each: abs(each[0] - last.margin))
        self.margins.choose(f"{near[0]}")
        self.legend.setChecked(last.legend)
        self.sources.setChecked(last.sources)
        for box, value in (
            (self.frame_box, last.frame),
            (self.papers, last.poster),
            (self.across, f"{last.across}"),
        ):
            box.setCurrentIndex(max(0, box.findData(value)))

    def _lay_out(self) -> None:
        title = QLabel(say("Board picture"), self)
        title.setObjectName("dialogTitle")
        grid = QGridLayout()
        set_spacing(grid, "l", "m")
        grid.setColumnStretch(1, 1)
        self.pages_label = _label(self, say("Pages"))
        self.below_label = _label(self, say("Below it"))
        self.pages = _row(self, self.papers, self.across)
        self.below = _row(self, self.legend, self.sources)
        start = Qt.AlignmentFlag.AlignLeft
        for at, (label, widget) in enumerate(
            (
                (self.formats.label, self.formats),
                (None, self.hint),
                (self.parts.label, self.parts),
                (None, self.frame_box),
                (None, self.left_out),
                (self.scales.label, self.scales),
                (None, self.width_box),
                (self.pages_label, self.pages),
                (self.themes.label, self.themes),
                (self.grounds.label, self.grounds),
                (self.margins.label, self.margins),
                (self.below_label, self.below),
                (None, self.size_label),
            )
        ):
            if label is not None:
                grid.addWidget(label, at, 0)
            if isinstance(widget, QLabel):
                grid.addWidget(widget, at, 1)
            else:
                grid.addWidget(widget, at, 1, start)
        layout = QVBoxLayout(self)
        set_margins(layout, "xl")
        set_spacing(layout, "l")
        layout.addWidget(title)
        layout.addLayout(grid)
        add_gap(layout, "s")
        layout.addWidget(self.buttons)
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)

    def _follow(self, _: object, is_chosen: bool) -> None:
        # Of two buttons that change places, the second tells.
        if is_chosen:
            self._show()

    def _show(self) -> None:
        form, part = self.formats.value, self.parts.value
        self.grounds.enable("none", form != "jpeg")
        self.grounds.enable("white", not self.themes.value.startswith("dark"))
        if not self.grounds.buttons[self.grounds.value].isEnabled():
            self.grounds.choose("theme")
        choice = self.choice
        told = {
            "board": say("All of it, also what is hidden now"),
            "shown": say("The picture says so"),
        }
        self.left_out.setText(f"{self._question.hidden}. {told.get(part, '')}".rstrip(". "))
        self.left_out.setVisible(bool(self._question.hidden) and part in told)
        self.hint.setText(say(_HINTS[form]))
        self.frame_box.setVisible(part == "frame" and len(self._question.frames) > 1)
        for widget in (self.scales, self.scales.label):
            widget.setVisible(choice.has_pixels)
        self.width_box.setVisible(choice.has_pixels and self.scales.value == WIDTH)
        for widget in (self.margins, self.margins.label):
            # What is in view has its edge where the window has it.
            widget.setVisible(part != "view")
        for widget in (self.pages, self.pages_label):
            widget.setVisible(form == "pdf")
        self.across.setVisible(choice.is_poster)
        try:
            told_size, is_refused = self._question.size(choice.check()), False
        except ExportRefused as trouble:
            told_size, is_refused = str(trouble), True
        self.size_label.setText(told_size or say("There is nothing on this board yet."))
        self.size_label.setProperty("state", "failed" if is_refused else "")
        restyle(self.size_label)
        self.export.setEnabled(bool(told_size) and not is_refused)


def _list(parent: QWidget, name: str, answers: Sequence[tuple[str, str]]) -> ChoiceBox:
    box = ChoiceBox(parent)
    box.setAccessibleName(name)
    for value, label in answers:
        box.addItem(label, value)
    return box


def _row(parent: QWidget, *widgets: QWidget) -> QWidget:
    row = QWidget(parent)
    layout = QHBoxLayout(row)
    set_margins(layout, 0)
    set_spacing(layout, "m")
    for each in widgets:
        layout.addWidget(each)
    return row


def _label(parent: QWidget, words: str) -> QLabel:
    label = QLabel(words, parent)
    label.setObjectName("fieldLabel")
    return label


def _words(parent: QWidget, name: str) -> QLabel:
    label = QLabel(parent)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    set_least_width(label, 420)
    return label
