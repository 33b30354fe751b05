"""`SpokenBoard`: a board as a screen reader walks it: frames, cards in them, strings at the cards.

Qt asks for whatever it wants to know, when it wants to know it; nothing is kept here but what is
needed to answer. `Listeners` makes and keeps the spots.
"""

from __future__ import annotations

import weakref
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QPoint, QRect, QRectF
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleInterface,
    QAccessibleSelectionInterface,
)
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import Shiboken

from caseboard.board.reading import BOARD, Sort, Spot
from casedb.words import say, term

if TYPE_CHECKING:
    from caseboard.board.board_view import BoardView
    from caseboard.board.listeners import Listeners

EDIT = "Edit"
"""The name of the action that edits a title."""
MOST_LISTED = 200
"""Of more things that are selected only so many are handed over one by one."""

_PRESS = QAccessibleActionInterface.pressAction()
_FOCUS = QAccessibleActionInterface.setFocusAction()
_MENU = QAccessibleActionInterface.showMenuAction()
_ROLES = {
    Sort.BOARD: QAccessible.Role.List,
    Sort.FRAME: QAccessible.Role.Grouping,
    Sort.CARD: QAccessible.Role.ListItem,
    Sort.STRING: QAccessible.Role.Link,
}
_DONE = {
    Sort.FRAME: term("Select the frame"),
    Sort.CARD: term("Select the card"),
    Sort.STRING: term("Go to the other end"),
}
_Sort = QAccessible.InterfaceType


class SpokenBoard(QAccessibleWidget):
    """The board itself. It holds nothing, as it outlives the board by far."""

    def __init__(self, view: BoardView) -> None:
        super().__init__(view, QAccessible.Role.List)

    @property
    def _listeners(self) -> Listeners | None:
        view = self.widget() if self.isValid() else None
        return cast("BoardView", view).listeners if view is not None else None

    def text(self, t: QAccessible.Text) -> str:
        there = self._listeners
        if there is not None and t == QAccessible.Text.Description:
            return there.describe(BOARD)
        if there is not None and t == QAccessible.Text.Value:
            return there.value(BOARD)
        return super().text(t)

    def state(self) -> QAccessible.State:
        told = super().state()
        told.multiSelectable = told.extSelectable = True
        return told

    def childCount(self) -> int:
        there = self._listeners
        return there.reading.count(BOARD) + super().childCount() if there is not None else 0

    def child(self, index: int) -> QAccessibleInterface | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        there = self._listeners
        if there is None:
            return None
        spots = there.reading.count(BOARD)
        # What is being written on the board is a widget, and comes last.
        return there.child(BOARD, index) if index < spots else super().child(index - spots)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        there = self._listeners
        if there is None:
            return -1
        if isinstance(child, SpokenSpot):
            return there.reading.index(child.spot)
        at = super().indexOfChild(child)
        return at + there.reading.count(BOARD) if at >= 0 else at

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        there = self._listeners
        if there is None:
            return None
        at = self.widget().mapFromGlobal(QPoint(x, y))
        over = self.widget().childAt(at)
        if over is not None:
            return QAccessible.queryAccessibleInterface(over)
        return there.part_at(BOARD, QPoint(x, y))

    def focusChild(self) -> QAccessibleInterface | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        there = self._listeners
        return (there.focused if there is not None else None) or super().focusChild()

    def interface_cast(self, t: QAccessible.InterfaceType) -> object:  # pyright: ignore[reportIncompatibleMethodOverride]
        there = self._listeners
        if there is not None and t == _Sort.SelectionInterface:
            return pointer(there.selection)
        return super().interface_cast(t) or Shiboken.VoidPtr(0)


class SpokenSpot(QAccessibleInterface):
    """A frame, a card, or a string as it is met at a card."""

    def __init__(self, listeners: Listeners, spot: Spot) -> None:
        super().__init__()
        self.spot = spot
        self._listeners_or_gone = weakref.ref(listeners)
        self._actions = SpotActions(self)

    @property
    def listeners(self) -> Listeners | None:
        """Who tells what is there; None where there is nothing any more."""
        there = self._listeners_or_gone()
        is_there = there is not None and there.is_open and there.reading.holds(self.spot)
        return there if is_there else None

    def isValid(self) -> bool:
        return self.listeners is not None

    def object(self) -> QObject | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        return None

    def parent(self) -> QAccessibleInterface | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        there = self.listeners
        above = there.reading.parent(self.spot) if there is not None else None
        return there.part(above) if there is not None and above is not None else None

    def childCount(self) -> int:
        there = self.listeners
        return there.reading.count(self.spot) if there is not None else 0

    def child(self, index: int) -> QAccessibleInterface | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        there = self.listeners
        return there.child(self.spot, index) if there is not None else None

    def indexOfChild(self, child: QAccessibleInterface, /) -> int:
        there = self.listeners
        if there is None or not isinstance(child, SpokenSpot):
            return -1
        return there.reading.index(child.spot)

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        there = self.listeners
        return there.part_at(self.spot, QPoint(x, y)) if there is not None else None

    def focusChild(self) -> QAccessibleInterface | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        there = self.listeners
        focused = there.focused if there is not None else None
        return focused if focused is self else None

    def text(self, t: QAccessible.Text) -> str:
        there = self.listeners
        if there is None:
            return ""
        match t:
            case QAccessible.Text.Name:
                return there.name(self.spot)
            case QAccessible.Text.Description:
                return there.describe(self.spot)
            case QAccessible.Text.Value:
                return there.value(self.spot)
            case _:
                return ""

    def setText(self, t: QAccessible.Text, text: str) -> None:
        """Nothing is changed by this: titles are edited."""

    def rect(self) -> QRect:
        there = self.listeners
        return there.rect(self.spot) if there is not None else QRect()

    def role(self) -> QAccessible.Role:
        return _ROLES[self.spot.sort]

    def state(self) -> QAccessible.State:
        told = QAccessible.State()
        there = self.listeners
        if there is None:
            told.invalid = told.invisible = True
            return told
        told.focusable = told.selectable = told.multiSelectable = told.extSelectable = True
        told.selected = there.is_selected(self.spot)
        told.focused = there.focused is self
        told.offscreen = not there.is_in_sight(self.spot)
        told.linked = self.spot.sort is Sort.STRING
        told.readOnly = not there.may_change
        told.movable = told.sizeable = there.is_free(self.spot)
        told.collapsed = there.is_collapsed(self.spot)
        return told

    def interface_cast(self, t: QAccessible.InterfaceType, /) -> object:  # pyright: ignore[reportIncompatibleMethodOverride]
        # Anything but a pointer would be taken for one all the same.
        return pointer(self._actions) if t == _Sort.ActionInterface else Shiboken.VoidPtr(0)


class SpotActions(QAccessibleActionInterface):
    """What can be done to a spot through a screen reader."""

    def __init__(self, part: SpokenSpot) -> None:
        super().__init__()
        self._part_or_gone = weakref.ref(part)

    def actionNames(self) -> list[str]:
        part = self._part_or_gone()
        there = part.listeners if part is not None else None
        if there is None:
            return []
        return [_PRESS, _FOCUS, _MENU, *([EDIT] if there.may_change else [])]

    def doAction(self, name: str, /) -> None:
        part = self._part_or_gone()
        there = part.listeners if part is not None else None
        if part is None or there is None:
            return
        match name:
            case _ if name == _PRESS:
                there.press(part.spot)
            case _ if name == _FOCUS:
                there.stand_on(part.spot)
            case _ if name == _MENU:
                there.open_menu(part.spot)
            case _ if name == EDIT and there.may_change:
                there.edit(part.spot)
            case _:
                pass

    def keyBindingsForAction(self, name: str, /) -> list[str]:
        return ["Return"] if name == EDIT else []

    def localizedActionName(self, name: str) -> str:
        part = self._part_or_gone()
        if name == _PRESS and part is not None:
            return say(_DONE[part.spot.sort])
        return {
            _FOCUS: say("Select"),
            _MENU: say("Open the menu"),
            EDIT: say("Edit the title"),
        }.get(name, name)

    def localizedActionDescription(self, name: str) -> str:
        return self.localizedActionName(name)


class BoardSelection(QAccessibleSelectionInterface):
    """What is selected on a board, one by one up to a number."""

    def __init__(self, listeners: Listeners) -> None:
        super().__init__()
        self._listeners_or_gone = weakref.ref(listeners)

    @property
    def _there(self) -> Listeners | None:
        there = self._listeners_or_gone()
        return there if there is not None and there.is_open else None

    def selectedItemCount(self) -> int:
        there = self._there
        return there.selected_count if there is not None else 0

    def selectedItem(self, index: int, /) -> QAccessibleInterface | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        there = self._there
        chosen = there.selected() if there is not None else []
        if there is None or not 0 <= index < len(chosen):
            return None
        return there.part(chosen[index])

    def selectedItems(self) -> list[QAccessibleInterface]:
        there = self._there
        return list(map(there.part, there.selected())) if there is not None else []

    def isSelected(self, child: QAccessibleInterface, /) -> bool:
        there = self._there
        return there is not None and isinstance(child, SpokenSpot) and there.is_selected(child.spot)

    def select(self, child: QAccessibleInterface, /) -> bool:
        return self._toggle(child, is_wanted=True)

    def unselect(self, child: QAccessibleInterface, /) -> bool:
        return self._toggle(child, is_wanted=False)

    def _toggle(self, child: QAccessibleInterface, *, is_wanted: bool) -> bool:
        there = self._there
        if there is None or not isinstance(child, SpokenSpot):
            return False
        return there.select(child.spot, is_wanted=is_wanted)

    def selectAll(self) -> bool:
        there = self._there
        if there is not None:
            there.select_all(is_wanted=True)
        return there is not None

    def clear(self) -> bool:
        there = self._there
        if there is not None:
            there.select_all(is_wanted=False)
        return there is not None


def pointer(interface: object) -> Shiboken.VoidPtr:
    """Where an interface lies in memory, as Qt wants to be told of it."""
    return Shiboken.VoidPtr(Shiboken.getCppPointer(cast("Shiboken.Object", interface))[0])


def global_rect(view: BoardView, box: QRectF) -> QRect:
    """A rectangle of the widget on the desktop."""
    return QRect(view.mapToGlobal(box.topLeft()).toPoint(), box.size().toSize())
