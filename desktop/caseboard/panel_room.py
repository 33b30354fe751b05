"""`PanelRoom`: how wide the panels beside the boards are, and that they give way to a board."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QSplitter

LEFT, RIGHT = 280, 340
LEAST_LEFT, LEAST_RIGHT = 248, 260
LEAST_BOARD = 520
"""A board should be this wide before the panels are wider than they need to be."""


class PanelRoom(QObject):
    """Shares the width of a splitter between the left panels, the boards and the inspector.

    Once somebody has moved a handle the widths are theirs, and nothing is done any more. A panel
    can be dragged shut.
    """

    def __init__(self, splitter: QSplitter) -> None:
        super().__init__(splitter)
        self._splitter = splitter
        self._is_theirs = False
        for n, least in ((0, LEAST_LEFT), (2, LEAST_RIGHT)):
            splitter.setCollapsible(n, True)
            panel = splitter.widget(n)
            if panel is not None:
                panel.setMinimumWidth(least)
        splitter.splitterMoved.connect(self._take_note)
        splitter.installEventFilter(self)
        self._share()

    def _take_note(self) -> None:
        self._is_theirs = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self._is_theirs:
            self._share()
        return super().eventFilter(watched, event)

    def _share(self) -> None:
        width = self._splitter.width()
        spare = max(0, width - LEAST_LEFT - LEAST_BOARD - LEAST_RIGHT)
        left = min(LEFT, LEAST_LEFT + spare * 2 // 5)
        right = min(RIGHT, LEAST_RIGHT + spare * 3 // 5)
        self._splitter.setSizes([left, max(0, width - left - right), right])
