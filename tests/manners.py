"""What every screen owes to those who use keys and ears: names for all controls, and an order to walk.

Each check returns a sentence for whatever is wrong with the controls that can be seen now.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QTabBar,
    QTabWidget,
    QTextEdit,
    QWidget,
)

from heard import interface_of, name

INPUTS = (
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
)
_LABEL = QAccessible.RelationFlag.Label
SAME_LINE = 0.5
"""Two controls stand in one line where they share this part of the lower one's height."""


def faults_of(root: QWidget) -> list[str]:
    """Everything that is wrong with a screen."""
    return [
        *nameless(root),
        *bare_icons(root),
        *confusing(root),
        *marked_up(root),
        *jumps(tab_order(root), root),
    ]


def seen(root: QWidget) -> list[QWidget]:
    """Every widget of a screen that can be seen now, in its own window."""
    inside = [root, *root.findChildren(QWidget)]
    return [each for each in inside if each.isVisibleTo(root) and each.window() is root.window()]


def is_reached(widget: QWidget) -> bool:
    """Whether Tab reaches a widget."""
    policy = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    return bool(policy) and widget.isEnabled() and widget.focusProxy() is None


def is_control(widget: QWidget) -> bool:
    """Whether somebody does something with a widget."""
    is_part = isinstance(widget.parentWidget(), QComboBox | QAbstractSpinBox | QAbstractItemView)
    if is_part or isinstance(widget, QScrollArea | QScrollBar | QTabWidget):
        return False
    takes_focus = widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    return takes_focus or isinstance(widget, (QAbstractButton, *INPUTS))


def told(widget: QWidget) -> str:
    """A widget in a sentence about a fault."""
    called = widget.objectName() or name(interface_of(widget)) or "?"
    around = widget.parentWidget()
    return f"{type(widget).__name__} “{called}” in {type(around).__name__}"


def called(widget: QWidget) -> str:
    """What a control is called: by itself, or by a label beside it."""
    interface = interface_of(widget)
    if not isinstance(widget, QComboBox):
        return name(interface)
    # But for Windows, Qt takes the text of the box for its name, and the name from a label.
    labels = [name(label) for label, sort in interface.relations() if sort == _LABEL]
    return ", ".join(labels) if widget.accessibleName() else ""


def nameless(root: QWidget) -> Iterator[str]:
    """Controls of which a screen reader could not say what they are."""
    for widget in filter(is_control, seen(root)):
        if not called(widget).strip():
            yield f"{told(widget)} has no name"


def bare_icons(root: QWidget) -> Iterator[str]:
    """Buttons with a picture alone of which nobody could say what they do."""
    for widget in seen(root):
        if isinstance(widget, QAbstractButton) and not widget.text().strip():
            if widget.icon().isNull() or not widget.isEnabled():
                continue
            if not widget.toolTip().strip():
                yield f"{told(widget)} has a picture and no tool tip"


def confusing(root: QWidget) -> Iterator[str]:
    """Controls of one group that are called the same: of one row, and of the rows beside it."""
    groups: dict[QWidget | None, list[tuple[str, str]]] = {}
    for widget in filter(is_control, seen(root)):
        row, role = widget.parentWidget(), interface_of(widget).role().name
        around = row.parentWidget() if row is not None else None
        groups.setdefault(around, []).append((role, called(widget)))
    for parent, names in groups.items():
        for (role, alike), number in Counter(names).items():
            if number > 1:
                yield f"{number} of {role} “{alike}” in {type(parent).__name__}"


def marked_up(root: QWidget) -> Iterator[str]:
    """What would be read aloud with its mark-up."""
    for widget in seen(root):
        interface = interface_of(widget)
        for text in (QAccessible.Text.Name, QAccessible.Text.Description):
            if "<p>" in interface.text(text) or "</" in interface.text(text):
                yield f"{told(widget)} is read with mark-up: {interface.text(text)}"


def tab_order(root: QWidget) -> list[QWidget]:
    """What Tab reaches on a screen, in its order; in a window it begins at the uppermost."""
    there = set(filter(is_reached, seen(root)))
    order = [each for each in _chain(root.window()) if each in there]
    if not order or not root.isWindow():
        return order
    # In a window Tab goes round and round.
    boxes = [box_of(each, root) for each in order]
    upper = min(box.bottom() for box in boxes)
    first = min((box.left(), n) for n, box in enumerate(boxes) if box.top() <= upper)[1]
    return order[first:] + order[:first]


def _chain(window: QWidget) -> Iterator[QWidget]:
    at: QWidget | None = window.nextInFocusChain()
    while at is not None and at is not window:
        yield at
        at = at.nextInFocusChain()


def box_of(widget: QWidget, root: QWidget) -> QRect:
    """Where a widget lies on a screen; what is scrolled out of a list lies at its edge."""
    box = QRect(widget.mapTo(root, QPoint(0, 0)), widget.size())
    around = widget.parentWidget()
    rows = around.parentWidget() if around is not None and widget is not root else None
    if isinstance(rows, QAbstractItemView):
        room = box_of(rows, root)
        box.moveTop(max(room.top(), min(box.top(), room.bottom() + 1 - box.height())))
    return box


def jumps(order: list[QWidget], root: QWidget) -> Iterator[str]:
    """Where Tab goes back: up to another line, or to the left in one."""
    for before, after in pairwise(order):
        a, b = box_of(before, root), box_of(after, root)
        shared = min(a.bottom(), b.bottom()) - max(a.top(), b.top()) + 1
        in_one_line = shared >= SAME_LINE * min(a.height(), b.height())
        goes_back = b.left() < a.left() if in_one_line else b.top() < a.top()
        if goes_back:
            yield f"Tab jumps from {told(before)} {a.getRect()} to {told(after)} {b.getRect()}"
