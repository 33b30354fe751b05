"""`FlowLayout`: widgets in rows, as many in each as its width allows."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QLayout, QLayoutItem, QStyle, QWidget

from caseboard.measures import Size, set_spacing


class FlowLayout(QLayout):
    """Puts widgets one after another and begins a new row where there is no more room."""

    def __init__(self, parent: QWidget, gap: Size) -> None:
        super().__init__(parent)
        self._placed: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        set_spacing(self, gap)

    def addItem(self, item: QLayoutItem, /) -> None:
        self._placed.append(item)

    def count(self) -> int:
        return len(self._placed)

    def itemAt(self, index: int, /) -> QLayoutItem | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        return self._placed[index] if 0 <= index < len(self._placed) else None

    def takeAt(self, index: int, /) -> QLayoutItem | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        return self._placed.pop(index) if 0 <= index < len(self._placed) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int, /) -> int:
        return self._arrange(QRect(0, 0, width, 0), is_trial=True)

    def setGeometry(self, rect: QRect, /) -> None:
        super().setGeometry(rect)
        self._arrange(rect, is_trial=False)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._placed:
            size = size.expandedTo(item.minimumSize())
        return size

    def _arrange(self, rect: QRect, *, is_trial: bool) -> int:
        """Place everything, or only find out how high that would be."""
        y = rect.y()
        for n, row in enumerate(self._rows(rect.width())):
            height = max(item.sizeHint().height() for item in row)
            y += self.spacing() if n else 0
            x = rect.x()
            for item in () if is_trial else row:
                size = item.sizeHint()
                # One that is wider than all the room there is gives way.
                size.setWidth(max(item.minimumSize().width(), min(size.width(), rect.width())))
                # What is lower than others stands in the middle of its row.
                place = QRect(QPoint(x, y + (height - size.height()) // 2), size)
                item.setGeometry(QStyle.visualRect(QApplication.layoutDirection(), rect, place))
                x += size.width() + self.spacing()
            y += height
        return y - rect.y()

    def _rows(self, width: int) -> Iterator[list[QLayoutItem]]:
        """As many widgets at a time as have room beside each other."""
        row: list[QLayoutItem] = []
        used = 0
        for item in self._placed:
            if item.isEmpty():
                continue
            needed = item.sizeHint().width()
            if row and used + self.spacing() + needed > width:
                yield row
                row, used = [], 0
            used += needed + (self.spacing() if row else 0)
            row.append(item)
        if row:
            yield row
