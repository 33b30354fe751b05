"""`WideArea`: room that scrolls up and down alone."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QScrollArea


class WideArea(QScrollArea):
    """It is never narrower than what lies in it."""

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            # What lies in it may need more room than before.
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def minimumSizeHint(self) -> QSize:
        sheet, least = self.widget(), super().minimumSizeHint()
        if sheet is None:
            return least
        wide = sheet.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(wide, least.height())
