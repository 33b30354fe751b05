"""`OutlineSwitch`: by what the outline is ordered: as the boards show it, or by kind."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QRadioButton, QWidget

from caseboard.flow_layout import FlowLayout
from caseboard.measures import set_margins
from casedb.words import say, term

BOARDS, KINDS = "boards", "kinds"
_ORDERS = (
    (
        BOARDS,
        term("Boards"),
        term("Outline by boards"),
        term("Boards, frames, cards and their links, as one reads the boards"),
    ),
    (
        KINDS,
        term("Kinds"),
        term("Outline by kinds"),
        term("Every item and source of the case, by kind"),
    ),
)


class OutlineSwitch(QFrame):
    """Two answers side by side; arrow keys move between them. `chosen(str)` follows a choice."""

    chosen = Signal(str)

    def __init__(self, order: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("segments")
        self.setAccessibleName(say("Order of the outline"))
        self._buttons: dict[str, QRadioButton] = {}
        self._group = QButtonGroup(self)
        # One below the other where there is little room.
        row = FlowLayout(self, 2)
        set_margins(row, 2)
        for name, text, said, tip in _ORDERS:
            button = QRadioButton(say(text), self)
            button.setObjectName("segment")
            button.setAccessibleName(say(said))
            button.setToolTip(say(tip))
            button.setChecked(name == order)
            button.clicked.connect(lambda _=False, name=name: self.chosen.emit(name))
            self._group.addButton(button)
            self._buttons[name] = button
            row.addWidget(button)

    @property
    def order(self) -> str:
        """What is chosen: BOARDS or KINDS."""
        return next(name for name, button in self._buttons.items() if button.isChecked())

    def choose(self, order: str) -> None:
        """Choose BOARDS or KINDS, without a signal."""
        self._buttons[order].setChecked(True)
