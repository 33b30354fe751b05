"""A layout that sets its widgets side by side and breaks lines, for chips."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from caseboard.measures import set_spacing
from caseboard.scale import px


class FlowLayout(QLayout):
    """Widgets in reading order, as many in a line as fit; from the right in right-to-left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(QMargins())
        set_spacing(self, "xs")

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def insert(self, at: int, widget: QWidget) -> None:
        """Put a widget before the one at a place."""
        self.addWidget(widget)
        self._items.insert(at, self._items.pop())
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # pyright: ignore[reportIncompatibleMethodOverride] - Qt asks until there is none
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # pyright: ignore[reportIncompatibleMethodOverride] - as above
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        x, y, high = rect.x(), rect.y(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            widget = item.widget()
            if widget is None:
                continue
            # Chips are set in by what text is within its box, so that both share an edge.
            start = rect.x() + px(int(widget.property("inset") or 0))
            x = max(x, start)
            hint = item.sizeHint()
            least = min(hint.width(), rect.right() + 1 - start)
            expands = widget.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Expanding
            if expands:
                least = min(item.minimumSize().width(), rect.width())
            if x > start and x + least > rect.right() + 1:
                x, y, high = start, y + high + self.spacing(), 0
            wide = rect.right() + 1 - x if expands else least
            if move:
                place = QRect(QPoint(x, y), QSize(wide, hint.height()))
                if widget.layoutDirection() is Qt.LayoutDirection.RightToLeft:
                    place.moveRight(rect.right() - (x - rect.x()))
                item.setGeometry(place)
            x += wide + self.spacing()
            high = max(high, hint.height())
        return y + high - rect.y()
