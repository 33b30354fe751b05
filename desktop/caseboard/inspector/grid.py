"""The grid of a form: labels in one column, editors in the other, prose below its label.

Where a form is narrow every editor stands below its label.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QVBoxLayout, QWidget

from caseboard.inspector.controls.labels import PlainLabel
from caseboard.inspector.editors.editor import Editor
from caseboard.inspector.wording import meaning
from caseboard.measures import set_margins, set_spacing
from caseboard.plain_tips import give_tip
from caseboard.restyling import restyle
from caseboard.scale import px
from casedb.model.fields import Text
from casedb.model.values import Values
from casedb.words import say

NARROWEST, WIDEST, SHARE = 84, 118, 0.31
MOST_FOR_A_WORD = 0.45
"""The part of the width that labels may take so that no word of them is cut."""
LEAST_BESIDE = 170
"""Pixels at 100 % that an editor has beside its label: a date and a time are not cut there."""

LEAST_OF_A_SIDE = 220
"""Pixels at 100 % that a text has beside another: some thirty letters a line."""

UNBOUNDED = 2**24 - 1
"""What Qt calls QWIDGETSIZE_MAX."""


class Sides(QWidget):
    """Texts with their labels: side by side where there is room for that, else below each other."""

    def __init__(self) -> None:
        super().__init__()
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        set_spacing(self._row, 2)
        self._count = 0

    @property
    def are_beside(self) -> bool:
        """Whether they stand side by side."""
        return self._row.direction() == QBoxLayout.Direction.LeftToRight

    def add(self, label: PlainLabel, editor: Editor) -> None:
        """Add a text."""
        column = QVBoxLayout()
        set_spacing(column, 2)
        column.addWidget(label)
        column.addWidget(editor)
        column.addStretch(1)
        self._row.addLayout(column, 1)
        self._count += 1

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        is_wide = self._count > 1 and self.width() >= self._count * px(LEAST_OF_A_SIDE)
        way = ways.LeftToRight if is_wide else ways.TopToBottom
        if way != self._row.direction():
            self._row.setDirection(way)
            set_spacing(self._row, "m" if is_wide else 2)


class FieldGrid(QWidget):
    """Rows of a label and an editor; the label column is a third of the width, within bounds.

    Where that leaves an editor less than it needs, all stand below their labels.
    """

    def __init__(self, labels: tuple[int, int] = (NARROWEST, WIDEST), inset: bool = False) -> None:
        """`labels` bounds the label column in pixels at 100 %; `inset` sets it off as the inside of a row."""
        super().__init__()
        self._bounds = labels
        self._beside: list[tuple[int, PlainLabel, Editor]] = []
        self._is_stacked = False
        self._wide = 0
        self._sides: dict[str, Sides] = {}
        self._retired: dict[str, Editor] = {}
        self._rows = 0
        self.grid = QGridLayout(self)
        margin = "xs" if inset else 0
        set_margins(self.grid, margin)
        if inset:
            self.setObjectName("inspectorInset")
            self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_spacing(self.grid, "xs", 2)
        self.grid.setColumnStretch(1, 1)
        self._set_label_width(px(labels[1]))

    def add(self, editor: Editor) -> None:
        """Add a row for an editor."""
        field = editor.field
        row = self._rows
        self._rows += 2
        if editor.stacked:
            label = PlainLabel(say(field.label), "inspectorAbove", wrap=True)
            self._stack(row, label, editor)
        else:
            label = PlainLabel(say(field.label), "inspectorLabel", wrap=True)
            across = label.alignment() & ~Qt.AlignmentFlag.AlignVertical_Mask
            label.setAlignment(Qt.AlignmentFlag.AlignTop | across)
            self._beside.append((row, label, editor))
            self._put(row, label, editor)
        label.setBuddy(editor.anchor())
        give_tip(label, meaning(field))

    def _stack(self, row: int, label: PlainLabel, editor: Editor) -> None:
        """Put an editor below its label, or both beside the text that they are read together with."""
        beside = editor.field.beside if isinstance(editor.field, Text) else ""
        if beside in self._sides:
            self._sides[beside].add(label, editor)
            return
        side = Sides()
        side.add(label, editor)
        self._sides[editor.field.name] = side
        if editor.field.retired:
            self._retired[editor.field.name] = editor
            side.hide()
        self.grid.addWidget(side, row, 0, 1, 2)

    def show_retired(self, values: Values) -> None:
        """Show the editors of fields that are no longer offered where there is something in them."""
        for name, side in self._sides.items():
            if name in self._retired:
                is_held = values.get(name) is not None or self._retired[name].has_focus
                side.setVisible(is_held)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refit()

    def refit(self) -> None:
        """Share the width between labels and editors, or give all of it to both."""
        least, most = (px(each) for each in self._bounds)
        word = min(self._longest_word(), round(self.width() * MOST_FOR_A_WORD))
        wide = max(least, word, min(most, round(self.width() * SHARE)))
        is_stacked = self.width() - wide < px(LEAST_BESIDE)
        if is_stacked != self._is_stacked:
            self._is_stacked = is_stacked
            self._set_label_width(0 if is_stacked else wide)
            for row, label, editor in self._beside:
                for part in (label, editor):
                    self.grid.removeWidget(part)
                self._put(row, label, editor)
        elif not is_stacked:
            self._set_label_width(wide)

    def _put(self, row: int, label: PlainLabel, editor: Editor) -> None:
        """Lay a row out: in two columns, or one below the other."""
        label.setObjectName("inspectorAbove" if self._is_stacked else "inspectorLabel")
        restyle(label)
        if self._is_stacked:
            label.setMinimumWidth(1)
            label.setMaximumWidth(UNBOUNDED)
            self.grid.addWidget(label, row, 0, 1, 2)
            self.grid.addWidget(editor, row + 1, 0, 1, 2)
        else:
            label.setFixedWidth(self._wide)
            self.grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            self.grid.addWidget(editor, row, 1, Qt.AlignmentFlag.AlignTop)

    def _longest_word(self) -> int:
        """How wide the widest word of the labels is, which cannot be put on two lines."""
        labels = [label for _, label, _ in self._beside]
        for label in labels:
            # Before that it has another font than it is shown in.
            label.ensurePolished()
        return max((label.minimumSizeHint().width() for label in labels), default=0)

    def _set_label_width(self, wide: int) -> None:
        if wide != self._wide:
            self._wide = wide
            self.grid.setColumnMinimumWidth(0, wide)
            for _, label, _ in self._beside:
                label.setFixedWidth(wide)
