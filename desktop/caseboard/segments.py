"""`Segments`: a few answers side by side, one of them chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QLabel, QRadioButton, QWidget

from caseboard.measures import set_margins, set_spacing


class Segments(QFrame):
    """A few answers side by side; arrow keys move between them. `label` belongs beside it.

    Of more than `across` answers the rest stands in a second line, where each is twice as wide.
    """

    def __init__(
        self,
        name: str,
        answers: Sequence[tuple[str, str]],
        parent: QWidget,
        across: int | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("segments")
        self.setAccessibleName(name)
        self.label = QLabel(name, parent)
        self.label.setObjectName("fieldLabel")
        self.group = QButtonGroup(self)
        self.buttons: dict[str, QRadioButton] = {}
        layout = QGridLayout(self)
        set_margins(layout, 2)
        set_spacing(layout, 2)
        across = across or len(answers)
        for at, (value, label) in enumerate(answers):
            button = QRadioButton(label, self)
            button.setObjectName("segment")
            button.setAccessibleName(f"{name}: {label}")
            self.group.addButton(button)
            self.buttons[value] = button
            if at < across:
                layout.addWidget(button, 0, at)
            else:
                layout.addWidget(button, 1, 2 * (at - across), 1, 2)

    @property
    def value(self) -> str:
        """The answer that is chosen."""
        return next(value for value, button in self.buttons.items() if button.isChecked())

    def choose(self, value: str) -> None:
        """Choose an answer."""
        self.buttons[value].setChecked(True)
        # Whoever gives it the keys gives them to the answer that holds.
        self.setFocusProxy(self.buttons[value])

    def enable(self, value: str, is_enabled: bool) -> None:
        """Allow an answer, or grey it."""
        self.buttons[value].setEnabled(is_enabled)
