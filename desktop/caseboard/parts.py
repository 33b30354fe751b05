"""`Parts`: the panels on the left, the boards and the inspector of an open case, side by side."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from caseboard.focus_order import focusable
from caseboard.inspector.panel import InspectorPanel
from caseboard.left_panels import LeftPanels
from caseboard.measures import set_handle_width
from caseboard.middle import Middle
from caseboard.stage import Stage
from caseboard.toast import Toast
from caseboard.views.pane import ViewPane


class Parts(QSplitter):
    """Holds the parts of a workspace, of which all but the board in front can be hidden."""

    def __init__(
        self,
        left: LeftPanels,
        stage: Stage,
        pane: ViewPane,
        middle: Middle,
        inspector: InspectorPanel,
        toast: Toast,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._left = left
        self._stage = stage
        self._pane = pane
        self._inspector = inspector
        self._toast = toast
        set_handle_width(self, 1)
        self.setChildrenCollapsible(False)
        for widget in (left, middle, inspector):
            self.addWidget(widget)
        # A splitter puts each below those before it, and a screen reader begins with the lowest.
        for widget in (inspector, middle, left):
            widget.lower()
        self.setStretchFactor(1, 1)

    @property
    def in_tab_order(self) -> list[QWidget]:
        """What Tab goes through: the panels on the left, the boards, the views, the inspector."""
        stage = self._stage.in_tab_order(self._toast)
        pane = focusable(self._pane)
        return [*focusable(self._left), *stage, *pane, *self._inspector.in_tab_order]

    def step(self, by: int) -> None:
        """Give the keys to the next part that is shown, or to the one before."""
        left, canvas, pane = self._left, self._stage.front, self._pane
        parts = [each for each in (left, canvas, pane, self._inspector) if each.isVisible()]
        focused = QApplication.focusWidget()
        there = [n for n, each in enumerate(parts) if focused and each.isAncestorOf(focused)]
        # Where nothing has the keys it is as if the board had them, or what is in its place.
        at = there[0] if there else parts.index(canvas if canvas in parts else pane)
        part = parts[(at + by) % len(parts)]
        reached = (each for each in focusable(part) if each.isVisible() and each.isEnabled())
        first = part if part is canvas else next(reached, canvas)
        if part is left:
            first = left.currentWidget() or first
        elif part is pane:
            first = pane.view
        first.setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def shown(self) -> dict[str, bool]:
        """What can be hidden, `left`, `right` and `map`, and whether it is shown."""
        return {
            "left": not self._left.isHidden(),
            "right": not self._inspector.isHidden(),
            "map": self._stage.has_map,
        }

    def show_part(self, name: str, *, is_shown: bool) -> None:
        """Show or hide `left`, `right` or `map`."""
        if name == "map":
            self._stage.want_map(is_wanted=is_shown)
        else:
            (self._left if name == "left" else self._inspector).setVisible(is_shown)
