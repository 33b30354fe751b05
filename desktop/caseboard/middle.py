"""`Middle`: the boards, and below them or in their place another view of the case."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from caseboard.measures import set_handle_width
from caseboard.scale import px
from caseboard.stage import Stage
from caseboard.views.pane import ViewPane

LEAST_BOARD, LEAST_PANE = 160, 170
"""Pixels at 100 % that are left to each of both."""
USUAL = 0.42
"""The share of the height that the pane has before somebody moves the handle."""


class Middle(QSplitter):
    """Holds the boards and the pane of views. `changed()` follows when either is shown or hidden."""

    changed = Signal()

    def __init__(self, stage: Stage, pane: ViewPane, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._stage = stage
        self._pane = pane
        set_handle_width(self, 1)
        self.setChildrenCollapsible(False)
        self.addWidget(stage)
        self.addWidget(pane)
        # A splitter puts each below those before it, and a screen reader begins with the lowest.
        pane.lower()
        stage.lower()
        self.setStretchFactor(0, 1)
        pane.hide()
        self.refit()

    def refit(self) -> None:
        """Leave room for both at another scale."""
        self._stage.setMinimumHeight(px(LEAST_BOARD))
        self._pane.setMinimumHeight(px(LEAST_PANE))

    @property
    def has_pane(self) -> bool:
        """Whether a view is shown."""
        return not self._pane.isHidden()

    @property
    def is_filled(self) -> bool:
        """Whether a view is shown in the place of the boards."""
        return self._stage.isHidden()

    def show_pane(self) -> None:
        """Show the pane, unless it is shown: below the boards, or in their place where there is no room for
        both."""
        if self.has_pane:
            return
        self._pane.show()
        if self.height() < px(LEAST_BOARD) + self._pane.height_wanted:
            # Large text, or a small window: both would be cut.
            self._stage.hide()
        elif sum(self.sizes()) and not self.sizes()[1]:
            self._share()
        self.changed.emit()

    def hide_pane(self) -> None:
        """Leave all of the room to the boards."""
        if self.has_pane:
            self._stage.show()
            self._pane.hide()
            self.changed.emit()

    def fill(self, *, is_filled: bool) -> None:
        """Leave all of the room to the pane, or share it again."""
        if is_filled != self.is_filled and self.has_pane:
            self._stage.setVisible(not is_filled)
            self.changed.emit()

    def _share(self) -> None:
        height = self.height()
        pane = max(px(LEAST_PANE), min(round(height * USUAL), height - px(LEAST_BOARD)))
        self.setSizes([height - pane, pane])
