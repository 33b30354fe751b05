"""`PanelRoom`: how wide the panels beside the boards are, and that they give way to a board."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QSplitter

from caseboard.scale import px

LEFT, RIGHT = 280, 340
LEAST_LEFT, LEAST_RIGHT = 248, 260
LEAST_BOARD = 520
"""A board should be this wide before the panels are wider than they need to be. All in pixels at 100 %."""
STINT = 6
"""The part of what panels grow by at a larger scale that they do without where there is little room."""


@runtime_checkable
class Named(Protocol):
    """Panels that are told apart by names."""

    @property
    def natural_width(self) -> int:
        """How wide they have to be for all the names."""
        ...


class PanelRoom(QObject):
    """Shares the width of a splitter between the left panels, the boards and the inspector.

    Once somebody has moved a handle the widths are theirs, and nothing is done any more. A panel
    can be dragged shut.
    """

    def __init__(self, splitter: QSplitter) -> None:
        super().__init__(splitter)
        self._splitter = splitter
        self._is_theirs = False
        self._fitting = QTimer(self, interval=0, singleShot=True)
        self._fitting.timeout.connect(self._fit)
        for n in (0, 2):
            splitter.setCollapsible(n, True)
        self._fit()
        splitter.splitterMoved.connect(self._take_note)
        splitter.installEventFilter(self)

    def _take_note(self) -> None:
        self._is_theirs = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self._is_theirs:
            self._share()
        elif event.type() == QEvent.Type.StyleChange:
            # The scale may be another; the panels wear the style a moment later.
            self._fit()
            self._fitting.start()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        for n, least in ((0, LEAST_LEFT), (2, LEAST_RIGHT)):
            panel = self._splitter.widget(n)
            if panel is not None:
                panel.setMinimumWidth(_stinted(least))
        if not self._is_theirs:
            self._share()

    def _share(self) -> None:
        width = self._splitter.width()
        least_left, least_right = _stinted(LEAST_LEFT), _stinted(LEAST_RIGHT)
        spare = max(0, width - least_left - LEAST_BOARD - least_right)
        panels = self._splitter.widget(0)
        # The names of the panels are longer in some languages.
        named = panels.natural_width if isinstance(panels, Named) else 0
        left = min(max(px(LEFT), named), least_left + spare * 2 // 5)
        right = min(px(RIGHT), least_right + spare * 3 // 5)
        self._splitter.setSizes([left, max(0, width - left - right), right])


def _stinted(least: int) -> int:
    """How wide a panel is at least at the present scale."""
    return px(least) - (px(least) - least) // STINT
