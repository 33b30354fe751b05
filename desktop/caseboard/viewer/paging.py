"""`Paging`: the pages of the document that is shown, and which of them is in front."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QSpinBox

from caseboard.viewer.page_strip import PageStrip
from casedb.words import say

PASSING = 120
"""Milliseconds that a page stays in front before it is decoded, while a key is held to pass by."""


class Paging(QObject):
    """Turns pages by the strip beside the picture, and by the number in the bar.

    `turned()` follows when another page is in front; `stayed()` when that is to be decoded: at once, or
    after a moment where a key that is held may only pass it.
    """

    turned = Signal()
    stayed = Signal()

    def __init__(self, strip: PageStrip, number: QSpinBox, parent: QObject) -> None:
        super().__init__(parent)
        self.page = 0
        """The page in front, counted from 0."""
        self.count = 1
        self._strip, self._number = strip, number
        self._passing = QTimer(self, interval=PASSING, singleShot=True)
        self._passing.timeout.connect(self.stayed)
        number.valueChanged.connect(self._take_number)
        strip.turned.connect(self._turn_to)

    @property
    def has_several(self) -> bool:
        """Whether there is a page to turn to."""
        return self.count > 1

    def begin(self) -> None:
        """Start with the first page of a file of which nothing else is known."""
        self.page, self.count = 0, 1

    def stop(self) -> None:
        """Wait for no page to stay."""
        self._passing.stop()

    def offer(self, artifact: str, count: int) -> None:
        """Offer so many pages of a file; one of them alone needs no way to others."""
        self.count = max(count, 1)
        self._number.blockSignals(True)
        self._number.setRange(1, max(self.count, self.page + 1))
        self._number.setValue(self.page + 1)
        self._number.setSuffix(say(" of {n}", n=count))
        self._number.blockSignals(False)
        self._number.setVisible(self.has_several)
        self._strip.show_pages(artifact, self.count if self.has_several else 0)
        self._strip.show_page(self.page)

    def go_to(self, page: int) -> None:
        """Bring a page to the front, counted from 0."""
        self._turn_to(page, is_passing=False)

    def turn_on(self, by: int, *, is_held: bool) -> bool:
        """Go so many pages further; whether there is such a page."""
        page = self.page + by
        is_there = 0 <= page < self.count
        if is_there:
            self._turn_to(page, is_held)
        return is_there

    def _take_number(self, number: int) -> None:
        self.go_to(number - 1)

    def _turn_to(self, page: int, is_passing: bool) -> None:
        if page == self.page or page < 0:
            return
        self.page = page
        self.turned.emit()
        self._number.blockSignals(True)
        self._number.setValue(page + 1)
        self._number.blockSignals(False)
        self._strip.show_page(page)
        if is_passing:
            self._passing.start()
        else:
            self.stayed.emit()
