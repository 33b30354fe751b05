"""The order in which Tab walks, and a screen reader reads: as one reads, whatever was made first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import cast

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QSplitter, QTabWidget, QTreeWidget, QWidget


def chain_focus(*roots: QWidget) -> None:
    """Chain what takes the focus below widgets, one after the other, each in the order of its layouts."""
    order_focus(each for root in roots for each in focusable(root))


def order_focus(widgets: Iterable[QWidget]) -> None:
    """Let Tab go through widgets in this order."""
    for before, after in pairwise(widgets):
        QWidget.setTabOrder(before, after)


def order_by_place(parts: Sequence[QWidget]) -> None:
    """Let Tab go through parts of a window as they lie: by lines, each from its left."""
    boxes = [(each, QRect(each.mapTo(each.window(), QPoint(0, 0)), each.size())) for each in parts]
    lines: list[list[tuple[QWidget, QRect]]] = []
    for part, box in sorted(boxes, key=lambda each: each[1].top()):
        if lines and box.top() < lines[-1][0][1].bottom():
            lines[-1].append((part, box))
        else:
            lines.append([(part, box)])
    ordered = (each for line in lines for each in sorted(line, key=lambda part: part[1].left()))
    order_focus(each for part, _ in ordered for each in focusable(part))


def focusable(root: QWidget) -> list[QWidget]:
    """What Tab can reach in a widget, in the order of its layouts."""
    found: list[QWidget] = []
    _take(root, found)
    return found


def read_as_laid(root: QWidget) -> None:
    """Let those who listen come to what lies in a widget in the order of its layouts.

    Nothing in it may lie over anything else.
    """
    layout = root.layout()
    if layout is not None:
        for widget in _laid(layout):
            widget.raise_()


def _laid(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        inner, widget = (item.layout(), item.widget()) if item is not None else (None, None)
        if inner is not None:
            yield from _laid(inner)
        if widget is not None:
            yield widget


def _take(widget: QWidget, found: list[QWidget]) -> None:
    policy = widget.focusPolicy().value
    takes_focus = bool(policy & Qt.FocusPolicy.TabFocus.value) and widget.focusProxy() is None
    if takes_focus:
        found.append(widget)
    if isinstance(widget, QTreeWidget):
        for inside in _in_rows(widget):
            _take(inside, found)
    elif isinstance(widget, QScrollArea):
        _take_part(widget.widget(), found)
    elif takes_focus:
        return
    elif isinstance(widget, QTabWidget):
        for part in (widget.tabBar(), *map(widget.widget, range(widget.count()))):
            _take_part(part, found)
    elif isinstance(widget, QSplitter):
        for at in range(widget.count()):
            _take_part(widget.widget(at), found)
    elif (layout := widget.layout()) is not None:
        for part in _laid(layout):
            _take(part, found)


def _in_rows(tree: QTreeWidget) -> Iterator[QWidget]:
    """The widgets that stand in the outermost rows of a tree, from above."""
    model = tree.model()
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            widget = cast("QWidget | None", tree.indexWidget(model.index(row, column)))
            if widget is not None:
                yield widget


def _take_part(part: QWidget | None, found: list[QWidget]) -> None:
    if part is not None:
        _take(part, found)
