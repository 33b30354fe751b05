"""`WideArea`: room that scrolls up and down alone."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QScrollArea


class WideArea(QScrollArea):
    """It is never narrower than what lies in it."""

    def minimumSizeHint(self) -> QSize:
        sheet, least = self.widget(), super().minimumSizeHint()
        if sheet is None:
            return least
        wide = sheet.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(wide, least.height())
