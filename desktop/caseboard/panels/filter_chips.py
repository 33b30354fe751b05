"""`FilterChips`: one switch for each sort of result, with how many there are."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from caseboard import theme as look
from caseboard.flow_layout import FlowLayout
from caseboard.panels.search_results import sort_look
from caseboard.theme import Theme
from casedb.words import say, written

_ICON = 14


class FilterChips(QWidget):
    """Chooses among sorts; none chosen means all. `changed()` follows every choice."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(say("Show only some sorts"))
        self._theme = theme
        self._chips: dict[str, QToolButton] = {}
        self._row = FlowLayout(self, "xs")

    @property
    def chosen(self) -> frozenset[str]:
        """The sorts that are switched on."""
        return frozenset(sort for sort, chip in self._chips.items() if chip.isChecked())

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self._theme = theme
        for sort, chip in self._chips.items():
            self._paint(sort, chip)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Offer these sorts; one that is switched on stays, also where nothing of it is left."""
        for sort in [each for each in self._chips if each not in counts]:
            chip = self._chips[sort]
            if chip.isChecked():
                self._count(sort, chip, 0)
                continue
            del self._chips[sort]
            self._row.removeWidget(chip)
            chip.deleteLater()
        for sort, number in counts.items():
            chip = self._chips.get(sort) or self._add(sort)
            self._count(sort, chip, number)
        self.setVisible(bool(self._chips))
        self.updateGeometry()

    def clear(self) -> None:
        """Offer nothing."""
        for chip in self._chips.values():
            chip.setChecked(False)
        self.show_counts({})

    def _add(self, sort: str) -> QToolButton:
        chip = QToolButton(self)
        chip.setObjectName("filterChip")
        chip.setCheckable(True)
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        chip.toggled.connect(self.changed)
        self._chips[sort] = chip
        self._paint(sort, chip)
        self._row.addWidget(chip)
        return chip

    def _paint(self, sort: str, chip: QToolButton) -> None:
        _, name, token = sort_look(sort)
        chip.setIcon(look.icon(name, self._theme, token, _ICON))

    def _count(self, sort: str, chip: QToolButton, number: int) -> None:
        label, _, _ = sort_look(sort)
        shown = written(number)
        chip.setText(shown)
        chip.setToolTip(f"{label}: {shown}")
        chip.setAccessibleName(f"{label}, {shown}")
