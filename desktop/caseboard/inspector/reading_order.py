"""The order in which Tab walks: as one reads, whatever was made first."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def chain_focus(root: QWidget) -> None:
    """Chain what takes the focus below a widget, in the order of its layouts."""
    chain = focusable(root)
    for before, after in pairwise(chain):
        QWidget.setTabOrder(before, after)


def focusable(root: QWidget) -> list[QWidget]:
    """What Tab can reach below a widget, in the order of its layouts."""
    found: list[QWidget] = []
    layout = root.layout()
    if layout is not None:
        _collect(layout, found)
    return found


def _collect(layout: QLayout, found: list[QWidget]) -> None:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item is None:
            continue
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            _collect(inner, found)
        if widget is None:
            continue
        policy = widget.focusPolicy().value
        if policy & Qt.FocusPolicy.TabFocus.value and widget.focusProxy() is None:
            found.append(widget)
        elif (below := widget.layout()) is not None:
            _collect(below, found)
