"""`RowList`: what the lists share whose rows are painted in a theme, and `ThemedDelegate`, by which."""

from __future__ import annotations

from typing import Generic, TypeAlias, TypeVar

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from caseboard.scale import px
from caseboard.theme import Theme

Index: TypeAlias = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class ThemedDelegate(QStyledItemDelegate):
    """Paints rows of one size in a theme; the size is told in pixels at 100 %."""

    def __init__(
        self, theme: Theme, width: int, height: int, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._wide, self.height = width, height

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(self._wide), px(self.height))


D = TypeVar("D", bound=ThemedDelegate)


class RowList(QListView, Generic[D]):
    """A list as wide as its place, scrolled up and down to the pixel."""

    def __init__(self, delegate: D, name: str, parent: QWidget | None = None) -> None:
        """`name` is read aloud."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.delegate = delegate
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self.delegate.theme = theme
        self.viewport().update()
