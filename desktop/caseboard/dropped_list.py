"""The list of a box to choose from, dropped as long as its rows are."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QComboBox, QWidget

_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


class ListBox(QComboBox):
    """A box to choose from whose list shows all rows where the screen has room."""

    def showPopup(self) -> None:
        super().showPopup()
        show_all_rows(self)


def show_all_rows(box: QComboBox) -> None:
    """Make the list that has dropped from a box as long as its rows, as far as the screen goes.

    Qt reckons without the margins that a style sheet gives menus, and then hides the last row or two
    below an arrow.
    """
    view = box.view()
    list_window = view.window()
    if list_window is box.window():
        return
    shown = min(box.count(), box.maxVisibleItems())
    rows = sum(view.sizeHintForRow(row) for row in range(shown))
    if shown == box.count():
        # Where there is something to scroll to all the same, Qt shows its arrows again.
        for each in list_window.findChildren(QWidget, options=_DIRECT):
            if each is not view:
                each.hide()
    layout = list_window.layout()
    if layout is not None:
        layout.activate()
    lacking = rows - view.viewport().height()
    if lacking > 0:
        _grow(list_window, box, lacking)


def _grow(list_window: QWidget, box: QComboBox, pixels: int) -> None:
    screen = box.screen().availableGeometry()
    place = list_window.geometry()
    is_above = place.top() < box.mapToGlobal(box.rect().topLeft()).y()
    high = min(place.height() + pixels, screen.height())
    top = place.bottom() + 1 - high if is_above else place.top()
    top = max(screen.top(), min(top, screen.bottom() + 1 - high))
    list_window.setGeometry(QRect(place.left(), top, place.width(), high))
