"""Sizes of widgets and layouts that grow with the scale of the interface, also while they are shown.

A size is told once, at 100 %, as a number of pixels or as a step of the scale of distances; whoever is
given one keeps it, so that `fit_all` can give it anew at another scale.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias, cast
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QBoxLayout,
    QGridLayout,
    QLayout,
    QLineEdit,
    QSizePolicy,
    QSpacerItem,
    QSplitter,
    QWidget,
)

from caseboard.scale import px
from caseboard.theme import tokens

Size: TypeAlias = "int | str"

_TOLD = "caseboardMeasures"
"""The property in which sizes are kept."""
_gaps: WeakKeyDictionary[QBoxLayout, list[tuple[QSpacerItem, Size]]] = WeakKeyDictionary()
"""The empty distances in rows and columns. They are kept as they were made, for Qt may have given the
place in memory of one that it is asked for to something else before Python forgets it."""
_AROUND_WINDOW = QSize(48, 96)
"""What is left of the screen for the edges of a window and the bars of the system."""


def set_margins(layout: QLayout, *sides: Size) -> None:
    """Keep a layout's content off its edges: the same on all sides, or start, top, end and bottom.

    The start is where reading begins: at the right in a layout from right to left.
    """
    _tell(layout, "margins", *(sides * 4 if len(sides) == 1 else sides))


def set_spacing(layout: QLayout, gap: Size, down: Size | None = None) -> None:
    """Keep the parts of a layout apart; of a grid also differently across and `down`."""
    _tell(layout, "spacing", gap, gap if down is None else down)


def set_padding(line: QLineEdit, sides: Size) -> None:
    """Keep what is written in a line off its left and right edge; style sheets do not reach that in a
    box of numbers."""
    _tell(line, "padding", sides)


def fix_size(widget: QWidget, width: Size, height: Size) -> None:
    """Give a widget one size for good."""
    _tell(widget, "size", width, height)


def fix_width(widget: QWidget, width: Size) -> None:
    """Give a widget one width for good."""
    _tell(widget, "width", width)


def set_least_width(widget: QWidget, width: Size) -> None:
    """Let a widget be no narrower."""
    _tell(widget, "least", width)


def set_least_height(widget: QWidget, height: Size) -> None:
    """Let a widget be no lower."""
    _tell(widget, "low", height)


def set_most_width(widget: QWidget, width: Size) -> None:
    """Let a widget be no wider."""
    _tell(widget, "most", width)


def set_icon_size(button: QAbstractButton, width: Size, height: Size) -> None:
    """Give the icon of a button a size of its own."""
    _tell(button, "icon", width, height)


def set_handle_width(splitter: QSplitter, width: Size) -> None:
    """Say how thick the lines between the parts of a splitter are."""
    _tell(splitter, "handle", width)


def fit_on_screen(window: QWidget, width: Size, height: Size) -> None:
    """Give a window a size, or as much of it as the screen has room for."""
    _tell(window, "window", width, height)


def add_gap(layout: QBoxLayout, size: Size) -> None:
    """Put an empty distance at the end of a row or column, as it is now."""
    gap = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Minimum)
    layout.addItem(gap)
    _gaps.setdefault(layout, []).append((gap, size))
    _fit_gaps(layout)


def fit_all() -> None:
    """Give every widget and layout there is its sizes anew: the scale or the direction is another.

    A widget that has computed a size by itself may have a method `refit`, which is called after.
    """
    for widget in QApplication.allWidgets():
        for each in (widget, *_layouts_of(widget)):
            told = cast("Mapping[str, list[Size]] | None", each.property(_TOLD))
            for name, sizes in (told or {}).items():
                _give(each, name, sizes)
            if isinstance(each, QBoxLayout):
                _fit_gaps(each)
        refit = getattr(widget, "refit", None)
        if callable(refit):
            refit()


def _fit_gaps(layout: QBoxLayout) -> None:
    way = QBoxLayout.Direction
    is_row = layout.direction() in (way.LeftToRight, way.RightToLeft)
    for gap, size in _gaps.get(layout, ()):
        pixels = _pixels(size)
        gap.changeSize(*((pixels, 0) if is_row else (0, pixels)))
    layout.invalidate()


def _pixels(size: Size) -> int:
    return px(tokens().space[size] if isinstance(size, str) else size)


def _layouts_of(widget: QWidget) -> Iterator[QLayout]:
    """The layouts of one widget, also those within others."""
    for layout in widget.findChildren(QLayout, options=Qt.FindChildOption.FindDirectChildrenOnly):
        yield layout
        yield from layout.findChildren(QLayout)


def _tell(thing: QObject, name: str, *sizes: Size) -> None:
    told = cast("dict[str, list[Size]] | None", thing.property(_TOLD)) or {}
    thing.setProperty(_TOLD, {**told, name: list(sizes)})
    _give(thing, name, sizes)


def _give(thing: QObject, name: str, sizes: list[Size] | tuple[Size, ...]) -> None:
    first, *more = map(_pixels, sizes)
    match thing, name:
        case QLayout(), "margins":
            top, end, bottom = more
            left, right = (end, first) if QApplication.isRightToLeft() else (first, end)
            thing.setContentsMargins(left, top, right, bottom)
        case QGridLayout(), "spacing":
            thing.setHorizontalSpacing(first)
            thing.setVerticalSpacing(more[0])
        case QLayout(), "spacing":
            thing.setSpacing(first)
        case QLineEdit(), "padding":
            thing.setTextMargins(first, 0, first, 0)
        case QWidget(), "size":
            thing.setFixedSize(first, more[0])
        case QWidget(), "window":
            room = thing.screen().availableGeometry().size() - _AROUND_WINDOW
            thing.resize(QSize(first, more[0]).boundedTo(room))
        case QWidget(), "width":
            thing.setFixedWidth(first)
        case QWidget(), "least":
            thing.setMinimumWidth(first)
        case QWidget(), "low":
            thing.setMinimumHeight(first)
        case QWidget(), "most":
            thing.setMaximumWidth(first)
        case QAbstractButton(), "icon":
            thing.setIconSize(QSize(first, more[0]))
        case QSplitter(), "handle":
            thing.setHandleWidth(first)
        case _:
            raise TypeError(f"a {type(thing).__name__} has no {name}")
